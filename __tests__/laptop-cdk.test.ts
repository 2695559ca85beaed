import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop } from './support/laptop.js';
import { runProgram } from './support/program.js';
import { type SignOn, startSignOn, tokenFile } from './support/sign-on.js';

/** Stands for the CDK CLI: loads the plugin that CDK_PLUGIN names and asks it for both accounts. */
const CLI = `
const sources = [];
require(process.env.CDK_PLUGIN).init({ registerCredentialProviderSource: source => sources.push(source) });
(async () => {
  for (const account of process.argv.slice(2)) {
    const [source] = sources;
    const can = (await source.isAvailable()) && (await source.canProvideCredentials(account));
    const credentials = can
      ? await (await source.getProvider(account, 1, { supportsV3Providers: true }))().catch(error => error.message)
      : null;
    console.log(JSON.stringify({ account, credentials }));
  }
})();
`;

let mine: Laptop;
let service: SignOn;
let plugin: string;

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
  plugin = (await mine.run(['profiles', '--cdk-plugin'])).stdout.trim();
  await writeFile(join(mine.repository, 'cli.cjs'), CLI);
});
afterEach(() => Promise.all([service.close(), mine.remove()]));

async function asked(...accounts: readonly string[]) {
  const { stdout } = await runProgram({
    command: process.execPath,
    args: ['cli.cjs', ...accounts],
    env: { ...mine.environment(service.environment()), CDK_PLUGIN: plugin },
    cwd: mine.repository,
  });
  return stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
}

describe('the plugin for CDK on a laptop', () => {
  test('gives the credentials of a person for every account of the team, and for no other', async () => {
    const [dev, prod, other] = await asked('111111111111', '022222222222', '999999999999');
    expect(service.givenFor(dev.credentials.accessKeyId)).toEqual({
      account: '111111111111',
      permissionSet: 'PowerUser',
    });
    expect(service.givenFor(prod.credentials.accessKeyId)?.account).toBe('022222222222');
    expect(other.credentials).toBeNull();
  });

  test('says how to sign on when the session has ended', async () => {
    await mine.put(tokenFile('acme'), '{}');
    const [dev] = await asked('111111111111');
    expect(dev.credentials).toContain('aws sso login --sso-session acme');
  });

  test("is of no use without profiles of ours, and in nobody's way", async () => {
    await mine.run(['profiles', '--remove']);
    expect(await asked('111111111111')).toEqual([{ account: '111111111111', credentials: null }]);
  });
});
