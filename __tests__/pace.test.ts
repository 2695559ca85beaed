import { expect, test } from '@jest/globals';
import { paceOf } from '../src/aws/pace.js';

test('requests of any number of callers are spaced out, and time without any saves none up', async () => {
  let clock = 0;
  const sent: number[] = [];
  const pace = paceOf(
    9,
    async milliseconds => {
      clock += milliseconds;
    },
    () => clock,
  );
  const send = async () => {
    await pace.turn();
    sent.push(clock);
  };
  for (let count = 0; count < 30; count++) await send();
  clock += 60_000;
  for (let count = 0; count < 30; count++) await send();
  const busiest = sent.map(from => sent.filter(at => at >= from && at < from + 1000).length);
  expect(Math.max(...busiest)).toBe(10);
});
