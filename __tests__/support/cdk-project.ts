import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseRoleArn } from '../../src/aws/names.js';
import type { Configuration } from '../../src/config/configuration.js';
import type { AssumedRole, Target } from '../../src/credentials/target.js';
import type { ProfilesPlan } from '../../src/handover/profiles.js';
import { describeJob } from './github-job.js';
import type { Issuer } from './issuer.js';
import { type Finished, profileJob, run, target } from './profile-job.js';
import { startServices } from './services.js';
import type { Sts } from './sts.js';
import { gitHubTrust } from './sts-account.js';

export const DEV = target('dev', '111111111111');
export const PROD = target('prod', '222222222222');
/** What CDK reads with in PROD. */
export const READ = parseRoleArn('arn:aws:iam::222222222222:role/github-read')?.arn;
const CONFIGURATION: Configuration = {
  path: '.github/aws-temp-creds.yml',
  sso: undefined,
  environments: [DEV, PROD].map(of => ({
    ...of,
    readRole: of === PROD ? READ : undefined,
    people: [],
    production: false,
    line: 1,
    parity: undefined,
    githubEnvironment: 'production',
    via: undefined,
    tags: {},
    isDefault: false,
  })),
  scan: { allow: [] },
  audit: { allow: [] },
};

/**
 * Stands for the CDK CLI: loads the plugin that CDK_PLUGIN names, from where the CLI would, and then runs a test's
 * statements with `sources` and `provider(account, mode, options)` in scope. What they `show` is printed as JSON.
 */
const CLI = `
const plugin = require(process.env.CDK_PLUGIN);
const sources = [];
if (plugin.version !== '1') throw new Error('not a plugin');
const host = { registerCredentialProviderSource: source => sources.push(source) };
const provider = async (account, mode, options) => {
  for (const source of sources) {
    if (!(await source.isAvailable())) continue;
    if (await source.canProvideCredentials(account)) return source.getProvider(account, mode, options);
  }
};
const show = value => process.stdout.write(JSON.stringify(value) + '\\n');
(async () => {
  plugin.init(host);
  await eval('(async () => {' + process.argv[2] + '})()');
})().catch(error => { show({ error: error.message }); process.exitCode = 1; });
`;

/** A project that is deployed from a job with the environments DEV and PROD. */
export interface CdkProject {
  readonly issuer: Issuer;
  readonly sts: Sts;
  /** Writes a file below the home folder; the project is `project` there. Returns its path. */
  file(path: string, content: string): string;
  handedOver(
    targets?: readonly Target[],
    roles?: readonly AssumedRole[],
    variables?: Record<string, string>,
  ): ProfilesPlan;
  /** Runs statements in the stand-in for the CLI, with what the job exported and `more`. */
  cli(plan: ProfilesPlan, statements: string, more?: Record<string, string>): Promise<Finished>;
  close(): Promise<void>;
}

export async function cdkProject(): Promise<CdkProject> {
  const { issuer, sts } = await startServices({});
  for (const { account } of [DEV, PROD]) {
    for (const name of ['github-deploy', 'github-read']) {
      sts.role(account, { name, trust: gitHubTrust(account, { subject: 'repo:acme/shop:*' }) });
    }
  }
  const job = profileJob('a runner', CONFIGURATION);
  const folder = join(job.home, 'project');
  const program = join(folder, 'node_modules/aws-cdk/bin/cdk');
  const file = (path: string, content: string) => {
    const full = join(job.home, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
    return full;
  };
  file('project/node_modules/aws-cdk/bin/cdk', CLI);
  return {
    issuer,
    sts,
    file,
    handedOver: (targets = [DEV, PROD], roles = [], variables = {}) =>
      job.write({ targets, variables: { AWS_ENDPOINT_URL_STS: sts.url, ...variables } }, roles),
    cli: async (plan, statements, more = {}) => {
      const home = { HOME: job.home, USERPROFILE: job.home };
      const token = await issuer.grant(describeJob());
      const variables = { ...plan.variables, ...home, ...token, ...more };
      return run(process.execPath, [program, statements], { variables, folder });
    },
    close: async () => {
      job.close();
      await Promise.all([issuer.close(), sts.close()]);
    },
  };
}

/** What the statements have shown. @throws when something was written to standard error */
export function shown({ stdout, stderr }: Finished): unknown[] {
  if (stderr !== '') throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}
