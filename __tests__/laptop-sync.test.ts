import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop } from './support/laptop.js';
import { type SignOn, startSignOn, tokenFile } from './support/sign-on.js';

let mine: Laptop;
let service: SignOn;
const FILE = '.aws/credentials';

beforeEach(async () => {
  mine = await laptop();
  service = await startSignOn({
    assignments: [
      { account: '111111111111', accountName: 'Development', permissionSets: ['PowerUser'] },
      { account: '022222222222', accountName: 'Production', permissionSets: ['ReadOnly'] },
    ],
  });
  const session = service.oidc.session({ startUrl: service.startUrl, region: 'us-east-1' }, 3600);
  await mine.put(tokenFile('acme'), JSON.stringify(session));
  await mine.run(['profiles', '--write']);
});
afterEach(() => Promise.all([service.close(), mine.remove()]));

function sync(...args: readonly string[]) {
  mine.secrets.splice(0, mine.secrets.length, ...service.secrets);
  return mine.run(['sync', ...args], { env: service.environment() });
}

describe('sync', () => {
  test('copies keys under a name of their own, with their end, and takes them out to the byte', async () => {
    const before = '[default]\nregion = eu-west-1';
    await mine.put(FILE, before);
    const { exitCode, stdout } = await sync('dev', 'prod:legacy');
    expect([exitCode, stdout.split('\n').length]).toEqual([0, 3]);
    const text = (await mine.read(FILE)) ?? '';
    expect(text.startsWith(before)).toBe(true);
    const [, id = ''] = /\[dev-keys\]\naws_access_key_id = (\w+)\n/.exec(text) ?? [];
    expect(service.givenFor(id)).toEqual({ account: '111111111111', permissionSet: 'PowerUser' });
    expect(text).toMatch(
      /# Copied from profile prod; valid until \d{4}-\S+Z, never renewed: aws-temp-creds sync\n\[legacy\]\n/,
    );
    for (const { secret } of service.secrets.map(secret => ({ secret })))
      expect(stdout).not.toContain(secret);
    expect((await sync('--clean')).stdout).toBe('Removed: dev-keys, legacy\n');
    expect(await mine.read(FILE)).toBe(before);
  });

  test('overwrites nothing that it did not write', async () => {
    const own = '[dev-keys]\naws_access_key_id = mine\n';
    await mine.put(FILE, own);
    const { exitCode, stderr } = await sync('dev');
    expect([exitCode, stderr.includes('did not write'), await mine.read(FILE)]).toEqual([2, true, own]);
    expect((await sync('--clean')).exitCode).toBe(0);
    expect(await mine.read(FILE)).toBe(own);
  });

  test('--all copies what it can, and says what it cannot', async () => {
    const { exitCode, stderr, stdout } = await sync('--all');
    // The person lacks ReadOnly in the account of dev.
    expect([exitCode, stdout.includes('dev-keys'), stdout.includes('prod-keys')]).toEqual([1, true, true]);
    expect(stderr).toContain('You do not have the permission set ReadOnly in account 111111111111');
  });

  test('at the same time loses no copy', async () => {
    await Promise.all([sync('dev'), sync('prod'), sync('dev:a'), sync('prod:b')]);
    const text = await mine.read(FILE);
    for (const name of ['dev-keys', 'prod-keys', 'a', 'b']) expect(text).toContain(`[${name}]\n`);
  });

  test.each([[], ['nobody'], ['dev:'], ['dev:a b'], ['dev', 'dev:dev-keys']])(
    'refuses %j',
    async (...args) => {
      const { exitCode, stdout } = await sync(...args);
      expect([exitCode, stdout]).toEqual([2, '']);
    },
  );
});
