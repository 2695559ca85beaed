import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { configText } from '../../__tests__/support/config-texts.js';
import { type Laptop, laptop } from '../../__tests__/support/laptop.js';
import { nodePath, runProgram } from '../../__tests__/support/program.js';
import { type SignOn, startSignOn, tokenFile } from '../../__tests__/support/sign-on.js';
import { withBlock } from '../../src/laptop/managed-block.js';
import { bytesOf } from '../../src/laptop/text.js';
import { pythonFolder } from '../parts.js';
import type { Scenario, Stage } from '../scenario.js';
import { withFolder } from '../workspace.js';
import { succeeded } from './expectations.js';

export const laptopScenarios: readonly Scenario[] = [
  {
    name: 'laptop-config',
    promise: 'in 2,000 odd configuration files botocore reads our profiles, and everything else as before',
    parts: ['python'],
    play: botocoreReads,
  },
  {
    name: 'laptop-tools',
    promise: 'AWS CLI, boto3 and the AWS SDK for JavaScript sign on with every profile that is written',
    parts: ['npm', 'python'],
    play: stage => onLaptop(mine => everyToolSignsOn(stage, mine)),
  },
];

const BODY =
  '[sso-session acme]\nsso_region = us-east-1\n\n[profile ours]\nsso_session = acme\nregion = eu-west-1\n';

/** Each file as it was, and as it is with our block: botocore judges both. */
function botocoreReads({ folders, root }: Stage): Promise<void> {
  return withFolder('configs', async folder => {
    const texts = fc.sample(configText, { numRuns: 2000, seed: 12 });
    mkdirSync(join(folder, 'files'));
    for (const [index, text] of texts.entries()) {
      const written = withBlock(text, 'acme/shop', BODY) ?? '';
      equal(withBlock(written, 'acme/shop', undefined), text);
      writeFileSync(join(folder, 'files', `${index}.before`), bytesOf(text));
      writeFileSync(join(folder, 'files', `${index}.after`), bytesOf(written));
    }
    const judged = await runProgram({
      command: join(pythonFolder(folders.python), 'python'),
      args: [join(root, 'e2e/scenarios/tools/configs.py'), join(folder, 'files')],
      env: { PATH: process.env['PATH'] ?? '' },
      cwd: folder,
      milliseconds: 120_000,
    });
    succeeded(judged);
    const { read, refused, wrong } = JSON.parse(judged.stdout);
    deepEqual(wrong, []);
    equal(read + refused, texts.length);
  });
}

async function onLaptop(body: (parts: { mine: Laptop; service: SignOn }) => Promise<void>): Promise<void> {
  const mine = await laptop();
  const service = await startSignOn({
    assignments: [
      { account: '111111111111', accountName: 'Development', permissionSets: ['PowerUser', 'ReadOnly'] },
      { account: '022222222222', accountName: 'Production', permissionSets: ['ReadOnly'] },
    ],
  });
  try {
    const session = service.oidc.session({ startUrl: service.startUrl, region: 'us-east-1' }, 3600);
    await mine.put(tokenFile('acme'), JSON.stringify(session));
    await body({ mine, service });
  } finally {
    await Promise.all([service.close(), mine.remove()]);
  }
}

/** As sign-on profiles, and as profiles that start our process. */
async function everyToolSignsOn(
  { folders, root }: Stage,
  { mine, service }: { readonly mine: Laptop; readonly service: SignOn },
): Promise<void> {
  const names = ['dev', 'dev-ReadOnly', 'prod'];
  const expected = [
    { account: '111111111111', permissionSet: 'PowerUser' },
    { account: '111111111111', permissionSet: 'ReadOnly' },
    { account: '022222222222', permissionSet: 'ReadOnly' },
  ];
  const script = (name: string) => join(root, 'e2e/scenarios/tools', name);
  const tools = [
    { tool: 'boto3', command: join(pythonFolder(folders.python), 'python'), file: script('keys.py') },
    { tool: 'AWS SDK for JavaScript', command: nodePath('24'), file: script('keys.mjs') },
  ];
  for (const options of [[], ['--process']]) {
    succeeded(await mine.run(['profiles', '--write', ...options]));
    for (const { tool, command, file } of tools) {
      const ended = await runProgram({
        command,
        args: [file, ...names],
        env: mine.environment({ ...service.environment(), AWS_EC2_METADATA_DISABLED: 'true' }),
        cwd: folders.npm,
        milliseconds: 120_000,
      });
      succeeded(ended);
      const given = ended.stdout
        .trim()
        .split(/\s+/)
        .map(id => service.givenFor(id));
      deepEqual(given, expected, `${tool}${options.length > 0 ? ', process profiles' : ''}`);
    }
    await cliSignsOn(folders.python, mine, service, names, options.length > 0 ? 'custom-process' : 'sso');
  }
}

/** Version 1, which is on PyPI: it shows where credentials come from, and the last letters of their key. */
async function cliSignsOn(
  python: string,
  mine: Laptop,
  service: SignOn,
  names: readonly string[],
  source: string,
): Promise<void> {
  for (const name of names) {
    const ended = await runProgram({
      command: join(pythonFolder(python), 'python'),
      args: ['-m', 'awscli', 'configure', 'list', '--profile', name],
      env: mine.environment({ ...service.environment(), AWS_EC2_METADATA_DISABLED: 'true' }),
      cwd: mine.repository,
    });
    succeeded(ended);
    match(
      ended.stdout,
      new RegExp(`access_key\\s.*\\*[A-Z2-7]{4}\\s.*${source}`),
      `AWS CLI, profile ${name}`,
    );
    match(ended.stdout, /region\s.*eu-(west|central)-1/, `AWS CLI, profile ${name}`);
  }
}
