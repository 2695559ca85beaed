import { join } from 'node:path';
import { type Laptop, laptop } from '../../__tests__/support/laptop.js';
import { nodePath, runProgram } from '../../__tests__/support/program.js';
import { type SignOn, startSignOn, tokenFile } from '../../__tests__/support/sign-on.js';
import { AMERICA, type Cloud, DEPLOY_JOB, EUROPE, withCloud } from '../cloud/cloud.js';
import { cloudVariables, QUIET } from '../job.js';
import { pythonFolder } from '../parts.js';
import type { Scenario, Stage } from '../scenario.js';
import { makeWorkspace } from '../workspace.js';
import { deployed, onlyOwnAccounts, succeeded } from './expectations.js';

export const laptopCdkScenarios: readonly Scenario[] = [
  {
    name: 'laptop-cdk',
    promise: 'one `cdk deploy --all` of a person reaches two accounts, with sign-on profiles alone',
    parts: ['npm', 'python'],
    play: stage => deployedByPerson(stage, 'two-accounts', 'aws-cdk'),
  },
  {
    name: 'laptop-old-cdk',
    promise: 'the same deployment goes through with CDK CLI 2.150.0',
    parts: ['npm', 'python'],
    play: stage => deployedByPerson(stage, 'old-assembly', 'aws-cdk-2.150.0'),
  },
];

const TEAM = `sso: { start-url: "https://acme.awsapps.com/start", region: us-east-1 }
environments:
  europe: { account: "${EUROPE.account}", region: ${EUROPE.region}, role: github-deploy, permission-set: Deploy }
  america: { account: "${AMERICA.account}", region: ${AMERICA.region}, role: github-deploy, permission-set: Deploy }
`;

function deployedByPerson(stage: Stage, app: string, cli: string): Promise<void> {
  return withCloud({ python: stage.folders.python }, async cloud => {
    const service = await startSignOn({
      assignments: [EUROPE, AMERICA].map(({ account }) => ({
        account,
        accountName: account,
        permissionSets: ['Deploy'],
      })),
      keys: account => keysOf(cloud, account),
    });
    const mine = await laptop();
    try {
      await deploy({ stage, cloud, app, cli, service, mine });
    } finally {
      await Promise.all([service.close(), mine.remove()]);
    }
  });
}

interface Setting {
  readonly stage: Stage;
  readonly cloud: Cloud;
  readonly app: string;
  readonly cli: string;
  readonly service: SignOn;
  readonly mine: Laptop;
}

async function deploy({ stage, cloud, app, cli, service, mine }: Setting): Promise<void> {
  const modules = join(stage.folders.npm, 'node_modules');
  const project = mine.path('project');
  await makeWorkspace(project, {
    from: join(stage.root, 'e2e/apps', app),
    files: { '.github/aws-temp-creds.yml': TEAM },
    modules,
  });
  const session = service.oidc.session({ startUrl: service.startUrl, region: 'us-east-1' }, 3600);
  await mine.put(tokenFile('acme'), JSON.stringify(session));
  succeeded(await mine.run(['profiles', '--write'], { cwd: project }));
  const plugin = await mine.run(['profiles', '--cdk-plugin'], { cwd: project });
  const ended = await runProgram({
    command: nodePath('24'),
    args: [
      join(modules, cli, 'bin', 'cdk'),
      'deploy',
      '--all',
      '--require-approval',
      'never',
      '--no-notices',
    ],
    env: {
      ...mine.environment({ ...cloudVariables(cloud), ...service.environment(), ...QUIET }),
      ...(cli === 'aws-cdk' ? {} : await throughProxy(stage, cloud, mine)),
      CDK_PLUGIN: plugin.stdout.trim(),
      CI: 'true',
    },
    cwd: project,
    milliseconds: 300_000,
  });
  succeeded(ended);
  await deployed(cloud, EUROPE, 'Europe');
  await deployed(cloud, AMERICA, 'America');
  onlyOwnAccounts(cloud.front.requests);
}

/** The SDK of the older CLI knows no AWS_ENDPOINT_URL: it calls AWS by name, through the proxy of the environment. */
async function throughProxy({ folders, root }: Stage, { front }: Cloud, mine: Laptop) {
  const { stdout: certificate } = await runProgram({
    command: join(pythonFolder(folders.python), 'python'),
    args: [join(root, 'e2e/cloud/certificate.py'), EUROPE.region, AMERICA.region],
    env: mine.environment(),
    cwd: mine.home,
  });
  await mine.put('certificate.pem', certificate);
  front.impersonate(certificate);
  return { HTTPS_PROXY: front.url, NO_PROXY: '127.0.0.1', AWS_CA_BUNDLE: mine.path('certificate.pem') };
}

/** What stands for the role of a permission set is the role that the cloud has: STS has to know its keys. */
async function keysOf({ front, issuer }: Cloud, account: string) {
  const form = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: `arn:aws:iam::${account}:role/github-deploy`,
    RoleSessionName: 'person@example.com',
    WebIdentityToken: await issuer.mint(DEPLOY_JOB, 'sts.amazonaws.com'),
  });
  const answer = await fetch(front.url, { method: 'POST', body: form });
  const text = await answer.text();
  const element = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? '';
  return {
    accessKeyId: element('AccessKeyId'),
    secretAccessKey: element('SecretAccessKey'),
    sessionToken: element('SessionToken'),
    account,
  };
}
