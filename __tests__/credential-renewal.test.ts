import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { renewBefore } from '../src/cdk/plugin-credentials.js';
import { type CachedCredentials, isFresh, renewalWindow, roleCache } from '../src/credentials/cache.js';
import { currentCredentials, type Renewal } from '../src/credentials/renewal.js';
import { assumed, target } from './support/profile-job.js';

const DEV = target('dev', '111111111111');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renewal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function cached(lifetime: number): CachedCredentials {
  const { credentials, account } = assumed(DEV, new Date(lifetime));
  return { credentials, account, obtained: new Date(0) };
}

describe('credentials are renewed', () => {
  test.each([
    ['12 h', 12 * HOUR, 16 * MINUTE],
    ['1 h', HOUR, 16 * MINUTE],
    ['15 min', 15 * MINUTE, 5 * MINUTE],
    ['25 s', 25_000, 25_000 / 3],
  ])('in time for those who use them, in a session of %s', (_, lifetime, window) => {
    const entry = cached(lifetime);
    expect(renewalWindow(entry)).toBe(window);
    expect(isFresh(entry, new Date(lifetime - window - 1))).toBe(true);
    expect(isFresh(entry, new Date(lifetime - window + 1))).toBe(false);
  });

  test('when the clock was set back by hours, so that nobody knows how old they are', () => {
    expect(isFresh(cached(HOUR), new Date(-5 * HOUR))).toBe(false);
  });
});

/** An STS with a clock of its own: each call takes two seconds, sessions last as asked for, and there are outages. */
class SimulatedJob {
  now = Date.UTC(2026, 0, 1);
  calls = 0;
  readonly #session: number;
  readonly #isDown: (elapsed: number) => boolean;
  readonly #start = this.now;

  constructor(session: number, isDown: (elapsed: number) => boolean = () => false) {
    this.#session = session;
    this.#isDown = isDown;
  }

  get elapsed(): number {
    return this.now - this.#start;
  }

  current(): Promise<Renewal> {
    return currentCredentials({
      cache: roleCache(folder, '0'),
      lock: join(folder, 'lock'),
      account: DEV.account,
      now: () => new Date(this.now),
      describe: String,
      isEverybodys: () => true,
      assume: async () => {
        this.calls += 1;
        this.now += 2_000;
        if (this.#isDown(this.elapsed)) throw new Error('down');
        return assumed(DEV, new Date(this.now + this.#session), `${this.calls}`);
      },
    });
  }
}

/** When a tool asks for credentials again: milliseconds before the end that it was told. */
const TOOLS = {
  botocore: { asksBefore: 15 * MINUTE, told: (expiration: Date) => expiration },
  'SDK for JavaScript': { asksBefore: 5 * MINUTE, told: (expiration: Date) => expiration },
  CDK: { asksBefore: 5_000, told: renewBefore },
} as const;

/** Eight hours of requests, at most 20 s apart. How many were signed with credentials that had ended? */
async function deployForEightHours(job: SimulatedJob, tool: (typeof TOOLS)[keyof typeof TOOLS]) {
  let expired = 0;
  let shortest = Number.POSITIVE_INFINITY;
  let held: { readonly end: Date; readonly told: Date } | undefined;
  for (let request = 0; job.elapsed < 8 * HOUR; request += 1) {
    if (held === undefined || held.told.getTime() - job.now < tool.asksBefore) {
      const answer = await job.current();
      if (answer.kind === 'failed') throw new Error(answer.line);
      const end = answer.cached.credentials.expiration;
      held = { end, told: tool.told(end, new Date(job.now)) };
    }
    const left = held.end.getTime() - job.now;
    if (left <= 0) expired += 1;
    shortest = Math.min(shortest, left);
    job.now += 1_000 + ((request * 7919) % 19_000);
  }
  return { expired, shortest };
}

describe.each(Object.entries(TOOLS))('a deploy of eight hours with %s', (_, tool) => {
  test.each([
    ['1 h', HOUR, 12],
    ['15 min', 15 * MINUTE, 52],
  ])(
    'signs nothing with credentials that have ended, in sessions of %s',
    async (_name, session, mostCalls) => {
      const job = new SimulatedJob(session);
      const { expired, shortest } = await deployForEightHours(job, tool);
      expect(expired).toBe(0);
      expect(shortest).toBeGreaterThan(0);
      expect(job.calls).toBeLessThanOrEqual(mostCalls);
    },
  );

  test('survives that STS is down for four minutes of every half hour', async () => {
    const job = new SimulatedJob(HOUR, elapsed => elapsed > MINUTE && elapsed % (30 * MINUTE) > 26 * MINUTE);
    const { expired } = await deployForEightHours(job, tool);
    expect(expired).toBe(0);
    expect(job.calls).toBeLessThan(60);
  });
});

describe('when renewal fails', () => {
  test('the old credentials are given with a warning until they end, and then the failure', async () => {
    const job = new SimulatedJob(HOUR, elapsed => elapsed > MINUTE);
    await job.current();
    job.now += 50 * MINUTE;
    expect(await job.current()).toMatchObject({ kind: 'credentials', warning: 'Error: down' });
    job.now += 10 * MINUTE;
    expect(await job.current()).toEqual({ kind: 'failed', line: 'Error: down' });
  });

  test('the next start tries again', async () => {
    let down = true;
    const job = new SimulatedJob(HOUR, () => down);
    expect(await job.current()).toMatchObject({ kind: 'failed' });
    down = false;
    job.now += 1;
    expect(await job.current()).toMatchObject({ kind: 'credentials', warning: undefined });
  });
});
