import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Lock, type LockTiming, lockUnless } from '../src/credentials/lock.js';
import { run } from './support/profile-job.js';

const QUICK: LockTiming = { heartbeat: 20, lease: 400, patience: 5_000 };
const never = () => undefined;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function take(timing = QUICK): Promise<Lock> {
  const outcome = await lockUnless(folder, never, timing);
  if (outcome.kind !== 'locked') throw new Error(outcome.kind);
  return outcome.lock;
}

describe('a lock', () => {
  test('has one holder at a time, however many want it, and leaves hardly a trace', async () => {
    let holders = 0;
    let held = 0;
    await Promise.all(
      Array.from({ length: 12 }, async () => {
        const lock = await take();
        holders += 1;
        expect(holders).toBe(1);
        await delay(1);
        held += 1;
        holders -= 1;
        lock.release();
      }),
    );
    expect(held).toBe(12);
    expect(readdirSync(folder).sort()).toEqual(['12', '12.free']);
  });

  test('is not wanted any more once what it was for is there', async () => {
    const lock = await take();
    let asked = 0;
    const outcome = await lockUnless(folder, () => (++asked > 3 ? 'there' : undefined), QUICK);
    expect(outcome).toEqual({ kind: 'done', value: 'there' });
    lock.release();
  });

  test('stays with a holder that works longer than the lease, as long as it lives', async () => {
    const lock = await take();
    expect(await lockUnless(folder, never, { ...QUICK, patience: 1_500 })).toEqual({ kind: 'unlockable' });
    lock.release();
  });

  test.each([
    ['of another machine', '{"pid":1,"place":"elsewhere pid:[1]"}'],
    ['that had no time to say who it is', ''],
    ['that wrote rubbish', '{"pid":-1,"place":"\\u0000"}'],
  ])('passes on from a holder %s when it is silent for long', async (_, content) => {
    writeFileSync(join(folder, '7'), content);
    (await take()).release();
    expect(readdirSync(folder).sort()).toEqual(['8', '8.free']);
  });

  test('passes on at once from a process of this machine that was killed', async () => {
    const script = `const { lockUnless } = await import(${JSON.stringify(new URL('../src/credentials/lock.js', import.meta.url).href)});
      const { kind } = await lockUnless(${JSON.stringify(folder)}, () => undefined);
      if (kind === 'locked') process.kill(process.pid, 'SIGKILL');`;
    await run(process.execPath, ['--input-type=module', '-e', script]);
    expect(readdirSync(folder)).toEqual(['1']);
    (await take({ ...QUICK, lease: 60_000 })).release();
    expect(readdirSync(folder).sort()).toEqual(['2', '2.free']);
  });

  test('is given up where the folder cannot be used', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await lockUnless(join(folder, 'file', 'below'), never, QUICK)).toEqual({ kind: 'unlockable' });
  });
});
