import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf, withBlock } from '../../src/laptop/managed-block.js';
import { configText } from '../support/config-texts.js';
import { killedAtAnyPoint } from '../support/killing.js';
import { type Laptop, laptop } from '../support/laptop.js';
import { bundlePath, nodePath, runProgram } from '../support/program.js';
import { type SignOn, startSignOn, tokenFile } from '../support/sign-on.js';

let mine: Laptop;
let service: SignOn;

beforeAll(async () => {
  mine = await laptop();
  service = await startSignOn({
    assignments: [{ account: '111111111111', accountName: 'Development', permissionSets: ['PowerUser'] }],
  });
  await mine.run(['profiles', '--write']);
});
afterAll(() => Promise.all([service.close(), mine.remove()]));

const start = (kill?: { readonly when: Promise<unknown>; readonly signal: NodeJS.Signals }) =>
  runProgram({
    command: nodePath('20'),
    args: [bundlePath('cli'), 'credentials', 'dev'],
    env: { ...mine.environment(), ...service.environment() },
    cwd: mine.home,
    ...(kill && { interrupt: kill }),
  });

describe('a session', () => {
  test('is usable after each of 200 deaths', async () => {
    service.latency = 5;
    await killedAtAnyPoint(200, {
      start,
      before: async () => {
        const session = service.oidc.session({ startUrl: service.startUrl, region: 'us-east-1' }, -60);
        await mine.put(tokenFile('acme'), JSON.stringify(session));
        await mine.put('.aws/cli/cache/d15ff885e37a277bc26382bb1ce10d3a861ade2f.json', '{}');
      },
      after: async () => {
        const stored = JSON.parse((await mine.read(tokenFile('acme'))) ?? '');
        expect(service.oidc.isRefreshable(stored.refreshToken)).toBe(true);
        expect((await start()).exitCode).toBe(0);
      },
    });
  });
});

describe('a configuration file', () => {
  test('of any of 20 000 kinds comes back to the byte', () => {
    fc.assert(
      fc.property(configText, configText, (before, after) => {
        const written = withBlock(before, 'acme/shop', '[profile dev]\nregion = x\n') ?? '';
        expect(withBlock(written, 'acme/shop', undefined)).toBe(before);
        const changed = withBlock(written + after, 'acme/shop', '[profile prod]\n') ?? '';
        const [block] = blocksOf(changed);
        expect(changed.slice(0, block?.start) + changed.slice(block?.end)).toBe(before + after);
      }),
      { numRuns: 20_000, seed: randomInt(2 ** 31) },
    );
  });
});
