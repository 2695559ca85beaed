import { equal, match } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareEnvironment, nodePath, runProgram } from '../../__tests__/support/program.js';
import { DEPLOY_JOB, EUROPE, withCloud } from '../cloud/cloud.js';
import { mustRun, outputOf } from '../command.js';
import { pythonFolder } from '../parts.js';
import type { Scenario, Stage } from '../scenario.js';
import { runWorkflow } from '../workflow-run.js';
import { makeWorkspace, withFolder } from '../workspace.js';
import { deployed, onlyOwnAccounts, succeeded } from './expectations.js';

export const migrateScenarios: readonly Scenario[] = [
  {
    name: 'migrated-workflow',
    promise: 'a workflow that handed out stored keys deploys after `migrate --write`, with a role and no key',
    parts: ['npm', 'python', 'act'],
    play: migratedWorkflow,
  },
  {
    name: 'templates-lint',
    promise: 'cfn-lint has nothing against any template, as YAML and as JSON',
    parts: ['python'],
    play: templatesLint,
  },
];

const STORED = `name: Deploy
on: push

jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - name: Configure AWS credentials
        uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
          aws-region: ${EUROPE.region}
      - run: npm ci
      - run: npx cdk deploy --all --require-approval never
`;

const WORKFLOW = '.github/workflows/deploy.yml';
const CONFIGURATION = '.github/aws-temp-creds.yml';

async function migratedWorkflow(stage: Stage): Promise<void> {
  const { workflow, configuration } = await withFolder('migrate', async folder => {
    await makeWorkspace(folder, {
      from: join(stage.root, 'e2e/apps/old-assembly/assembly'),
      files: { [WORKFLOW]: STORED },
    });
    const ended = await command(stage, folder, ['migrate', '--account', EUROPE.account, '--write']);
    equal(ended.exitCode, 0, outputOf(ended));
    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    return { workflow: read(WORKFLOW), configuration: read(CONFIGURATION) };
  });
  match(workflow, /uses: org\/aws-temp-creds@v1/);
  await withCloud({ python: stage.folders.python }, async cloud => {
    const files = { [CONFIGURATION]: configuration };
    succeeded(await runWorkflow({ stage, cloud, workflow, files, app: 'agnostic', identity: DEPLOY_JOB }));
    await deployed(cloud, EUROPE, 'Anywhere');
    onlyOwnAccounts(cloud.front.requests);
  });
}

const PEOPLE = `sso:
  start-url: https://acme.awsapps.com/start
  region: eu-west-1
  permission-sets:
    PowerUser: { policies: [PowerUserAccess], customer-managed-policies: [team/x], boundary: ReadOnlyAccess, duration: 8h }
environments:
  dev: { account: "111111111111", region: eu-west-1, role: deploy, read-role: read, permission-set: PowerUser, groups: [a, b] }
  prod: { account: "222222222222", region: us-east-1, role: ci/deploy, github-environment: production, duration: 2h }
  far: { account: "333333333333", region: us-east-1, role: deploy, via: "arn:aws:iam::222222222222:role/hub", tags: { a: b } }
`;

async function templatesLint(stage: Stage): Promise<void> {
  await withFolder('templates', async folder => {
    await makeWorkspace(folder, {
      from: join(stage.root, 'e2e/apps/old-assembly/assembly'),
      files: { [CONFIGURATION]: PEOPLE },
    });
    const files: string[] = [];
    for (const kind of ['roles', 'people', 'audit']) {
      for (const more of [[], ['--json']]) {
        const options = kind === 'roles' ? ['--create-provider', '--bootstrap-role', 'boot'] : [];
        const ended = await command(stage, folder, ['template', kind, ...options, ...more]);
        equal(ended.exitCode, 0, outputOf(ended));
        const file = join(folder, `${kind}${more.length}.${more.length > 0 ? 'json' : 'yml'}`);
        writeFileSync(file, ended.stdout);
        files.push(file);
      }
    }
    const lint = join(pythonFolder(stage.folders.python), 'cfn-lint');
    await mustRun({ command: lint, args: files, cwd: folder, env: bareEnvironment() });
  });
}

/** Our command, as on a laptop. */
function command(stage: Stage, cwd: string, args: readonly string[]) {
  const cli = join(stage.root, 'dist/cli/index.js');
  return runProgram({ command: nodePath('24'), args: [cli, ...args], env: bareEnvironment(), cwd });
}
