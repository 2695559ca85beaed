import * as v from 'valibot';

/** Shapes that several parts of the configuration file share. */

/**
 * The validator takes a list for an object with the keys 0, 1, …, and so would take a list of environments for
 * environments of these names. Whoever writes a list is told that a mapping is wanted.
 */
export function mapping<T extends v.GenericSchema>(schema: T): T {
  return {
    ...schema,
    '~run': (dataset, config) =>
      schema['~run'](Array.isArray(dataset.value) ? { ...dataset, value: null } : dataset, config),
  };
}

export const optionalMapping = <T extends v.GenericSchema>(schema: T) => v.optional(mapping(schema));

export const text = (what: string) =>
  v.pipe(v.string('must be a string'), v.nonEmpty('must not be empty'), v.description(what));

/** The message for a mapping that is none, lacks a key, or has one too many: `unknown` says of what. */
export function misshapen(unknown: string): (issue: v.StrictObjectIssue) => string {
  return ({ expected }) => {
    if (expected === 'never') return `is not a key of ${unknown}`;
    return expected?.startsWith('"') ? 'is missing' : 'must be a mapping';
  };
}

/** Why something is accepted, and until when; in allow lists of the scan and the audit. */
export const acceptance = {
  reason: v.pipe(
    v.string('must be a string'),
    v.trim(),
    v.minLength(3, 'must say why this is allowed'),
    v.description('Why this is allowed'),
  ),
  expires: v.optional(
    v.pipe(
      v.string('must be a date in quotes: "2027-01-31"'),
      v.isoDate('must be a date: "2027-01-31"'),
      v.description('Last day on which the entry counts'),
    ),
  ),
};

export const region = v.pipe(
  v.string('must be a string'),
  v.regex(/^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/, 'must be the code of a Region, such as eu-west-1'),
  v.description('Code of an AWS Region'),
);

export const account = v.pipe(
  v.string('must be a string: write the 12 digits in quotes ("012345678901"), or leading zeros are lost'),
  v.regex(/^\d{12}$/, 'must be exactly 12 digits'),
  v.description('AWS account ID: 12 digits, in quotes'),
);

export const duration = v.pipe(
  v.union([v.string(), v.number()], 'must be a duration: seconds (3600) or units (1h, 90m)'),
  v.description('Length of the session: 15m to 12h (the role must allow it); default 1h'),
);
