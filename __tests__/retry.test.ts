import { describe, expect, test } from '@jest/globals';
import { withPatience } from '../src/credentials/retry.js';

const never = new AbortController().signal;
const always = () => true;

/** Fails so often, then gives the number of its call. */
function failing(times: number) {
  const calls: number[] = [];
  const call = async (attempt: number) => {
    calls.push(attempt);
    if (calls.length <= times) throw new Error(`failure ${calls.length}`);
    return attempt;
  };
  return { calls, call };
}

describe('what may heal', () => {
  test('is tried again until it passes', async () => {
    const { calls, call } = failing(2);
    expect(await withPatience({ maxAttempts: 5, signal: never }, call, always)).toBe(3);
    expect(calls).toEqual([1, 2, 3]);
  });

  test('ends with the last failure when patience does', async () => {
    const { calls, call } = failing(9);
    await expect(withPatience({ maxAttempts: 3, signal: never }, call, always)).rejects.toThrow('failure 3');
    expect(calls).toHaveLength(3);
  });

  test('is not asked about after the last attempt, so nobody is told of another one', async () => {
    const asked: unknown[] = [];
    const canHeal = (error: unknown) => asked.push(error) > 0;
    await expect(withPatience({ maxAttempts: 2, signal: never }, failing(9).call, canHeal)).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });
});

test('what cannot heal is final in one call', async () => {
  const { calls, call } = failing(9);
  await expect(withPatience({ maxAttempts: 5, signal: never }, call, () => false)).rejects.toThrow(
    'failure 1',
  );
  expect(calls).toHaveLength(1);
});

test('whoever is interrupted while waiting neither waits on nor calls once more', async () => {
  const interruption = new AbortController();
  const { calls, call } = failing(9);
  const interrupted = withPatience({ maxAttempts: 99, signal: interruption.signal }, call, () => {
    setImmediate(() => interruption.abort());
    return true;
  });
  await expect(interrupted).rejects.toThrow(/^failure \d+$/);
  const made = calls.length;
  await new Promise(resolve => setTimeout(resolve, 300));
  expect(calls).toHaveLength(made);
});
