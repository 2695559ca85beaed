import { test } from '@jest/globals';
import fc from 'fast-check';
import { PROPERTIES } from '../support/trust-properties.js';

test.each(Object.entries(PROPERTIES))(
  'the evaluator agrees with a naive model of the guide: %s',
  (_, property) => {
    fc.assert(property as fc.IProperty<unknown>, { numRuns: 200_000 });
  },
);
