import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseRoleArn, region } from '../src/aws/names.js';
import type { Configuration, Environment } from '../src/config/configuration.js';
import type { Target } from '../src/credentials/target.js';
import { profileContents } from '../src/handover/profiles.js';
import { assumed, failureOf, type ProfileJob, profileJob, target } from './support/profile-job.js';

const DEV = target('dev', '111111111111');
const PROD = target('prod', '222222222222');
const US = target('prod-us', '333333333333', { region: region('us-east-1') ?? DEV.region });

let job: ProfileJob;
beforeEach(() => {
  job = profileJob();
});
afterEach(() => job.close());

function configuration(targets: readonly Target[], differences: Partial<Environment>): Configuration {
  const environments = targets.map((of, index) => ({
    ...of,
    readRole: undefined,
    people: [],
    production: false,
    line: 1,
    parity: undefined,
    githubEnvironment: of.name,
    via: undefined,
    tags: {},
    isDefault: false,
    ...(index === targets.length - 1 && differences),
  }));
  return {
    path: '.github/aws-temp-creds.yml',
    sso: undefined,
    environments,
    scan: { allow: [] },
    audit: { allow: [] },
  };
}

describe('what later steps get to see', () => {
  test('is one identity: the folder, its profiles, the plugin, and no keys', () => {
    const { variables, folder } = job.plan({ targets: [DEV] });
    expect(variables).toEqual({
      AWS_CONFIG_FILE: join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
      AWS_SDK_LOAD_CONFIG: '1',
      CDK_ROLE_SESSION_NAME: 'gh-1-1-shop',
      CDK_PLUGIN: expect.stringMatching(/dist.cdk-plugin.index\.js$/),
    });
  });

  test('lies where container actions see it, in a folder that nobody can guess', () => {
    const [one, other] = [job.plan().folder, job.plan().folder];
    expect(one).toMatch(/_temp.{1,2}_github_home.aws-temp-creds-[0-9a-f]{32}$/);
    expect(other).not.toBe(one);
  });

  test('blanks every inherited variable that names another identity, and says so', () => {
    const inherited = {
      AWS_ACCESS_KEY_ID: 'x',
      AWS_SECRET_ACCESS_KEY: 'y',
      AWS_WEB_IDENTITY_TOKEN_FILE: '/t',
      AWS_ROLE_ARN: '',
    };
    const { variables, notices } = job.plan({ variables: inherited });
    expect(variables).toMatchObject({
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      AWS_WEB_IDENTITY_TOKEN_FILE: '',
    });
    expect(variables).not.toHaveProperty('AWS_ROLE_ARN');
    expect(notices).toEqual([
      expect.stringContaining('AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_WEB_IDENTITY_TOKEN_FILE'),
    ]);
  });

  test.each([['other'], ['']])(
    'names the profile in AWS_DEFAULT_PROFILE too where that is %j, for botocore prefers it',
    value => {
      expect(job.plan({ variables: { AWS_DEFAULT_PROFILE: value } }).variables).toMatchObject({
        AWS_DEFAULT_PROFILE: 'dev',
      });
    },
  );

  test('has no Region, which tools would prefer to that of a profile, and names no profile', () => {
    for (const targets of [[DEV], [DEV, US]]) {
      const { variables, notices } = job.plan({ targets });
      expect(Object.keys(variables).filter(name => /REGION|PROFILE$/.test(name))).toEqual([]);
      expect(notices).toEqual([]);
    }
  });

  test('never holds an empty Region, which the AWS CLI takes for a name: an inherited one becomes the primary one', () => {
    const { variables, notices } = job.plan({
      targets: [US, DEV],
      variables: { AWS_REGION: 'sa-east-1', AWS_DEFAULT_REGION: '' },
    });
    expect(variables).toMatchObject({ AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-east-1' });
    expect(notices).toEqual([
      expect.stringMatching(/AWS_REGION and AWS_DEFAULT_REGION are us-east-1 .* use dev/),
    ]);
  });

  test('has the default environment as its default profile, else the first one that was named', () => {
    const variables = { AWS_PROFILE: '' };
    expect(job.plan({ targets: [PROD, DEV], variables }).variables['AWS_PROFILE']).toBe('prod');
    const withDefault = configuration([PROD, DEV], { isDefault: true });
    const plan = job.plan({ targets: [PROD, DEV], configuration: withDefault, variables });
    expect(plan.variables['AWS_PROFILE']).toBe('dev');
    expect(profileContents(plan, [], 'linux').config.toString()).toMatch(/\[default\]\n.*\n.*"dev"\n/);
  });

  test("leaves `default` to the user's own profile of that name, and names the environment's instead", () => {
    for (const name of ['config', 'credentials']) {
      writeFileSync(join(job.home, '.aws', name), '[default]\nregion = eu-north-1\n');
      const plan = job.plan({ targets: [DEV] });
      expect(plan.variables['AWS_PROFILE']).toBe('dev');
      expect(profileContents(plan, [], 'linux').config.toString()).not.toMatch(/\[default\]\n.*\ncredential/);
      writeFileSync(join(job.home, '.aws', name), '');
    }
  });

  test('of named profiles is the files alone: the default identity and its Region are left alone', () => {
    const variables = { AWS_ACCESS_KEY_ID: 'x', AWS_PROFILE: 'mine', AWS_REGION: 'sa-east-1' };
    const plan = job.plan({ targets: [DEV], use: 'by name', variables });
    expect(Object.keys(plan.variables)).toEqual([
      'AWS_CONFIG_FILE',
      'AWS_SHARED_CREDENTIALS_FILE',
      'AWS_SDK_LOAD_CONFIG',
    ]);
    expect(plan.notices).toEqual([expect.stringMatching(/AWS_REGION is sa-east-1 .* use dev /)]);
    expect(profileContents(plan, [], 'linux').config.toString()).not.toContain('[default]');
  });
});

describe('profiles that are renewed', () => {
  test('name the process by absolute paths, and a Region each', () => {
    const plan = job.plan({ targets: [DEV, US] });
    const { config, credentials } = profileContents(plan, [], 'linux');
    const { node, credentialProcess } = plan.job.programs;
    expect(config.toString()).toContain(
      `[profile dev]\nregion = eu-west-1\ncredential_process = /usr/bin/env NODE_OPTIONS= "${node}" "${credentialProcess}" "${plan.folder}" "dev"\n` +
        `[profile prod-us]\nregion = us-east-1\ncredential_process = /usr/bin/env NODE_OPTIONS= "${node}" "${credentialProcess}" "${plan.folder}" "prod-us"\n`,
    );
    expect(credentials?.toString()).toBe('');
  });

  test('know the role that CDK reads with', () => {
    const readRole = parseRoleArn('arn:aws:iam::111111111111:role/github-read')?.arn;
    const { environments } = job.plan({ configuration: configuration([DEV], { readRole }) }).job;
    expect(environments).toEqual([{ target: DEV, readRole }]);
  });

  test('are refused where the credentials come from an earlier step, before anything is asked', () => {
    const chained = target('default', '111111111111', {
      chain: { via: undefined, tags: {}, externalId: undefined },
    });
    expect(failureOf(() => job.plan({ targets: [chained] }))).toMatchObject({ code: 'wrong-input' });
    expect(job.plan({ targets: [chained], refresh: false }).job.profiles).toEqual(['default']);
  });

  test('are refused where the path of the runner cannot be written', () => {
    const programs = { node: '/opt/a #1/node', credentialProcess: '/x', cdkPlugin: '/y' };
    expect(failureOf(() => job.plan({ programs }))).toMatchObject({ code: 'wrong-configuration' });
    expect(failureOf(() => job.plan({ folder: '/runner/$HOME/aws-temp-creds-0' })).code).toBe(
      'wrong-configuration',
    );
  });
});

describe('profiles with static keys', () => {
  const until = new Date('2026-11-23T12:00:00Z');

  test('stand in the credentials file, say until when, and bring no plugin that a container could not load', () => {
    const plan = job.plan({ refresh: false });
    const role = assumed(DEV, until);
    const { config, credentials } = profileContents(plan, [role], 'linux');
    expect(config.toString()).not.toContain('credential_process');
    expect(credentials?.toString()).toContain(
      `[dev]\n# valid until 2026-11-23T12:00:00.000Z, never renewed\naws_access_key_id = ${role.credentials.accessKeyId}\n` +
        `aws_secret_access_key = ${role.credentials.secretAccessKey}\naws_session_token = ${role.credentials.sessionToken}\n`,
    );
    expect(plan.variables).not.toHaveProperty('CDK_PLUGIN');
  });

  test("stand in the configuration file where the credentials file is the user's", () => {
    writeFileSync(join(job.home, '.aws', 'credentials'), '[mine]\n');
    const plan = job.plan({ refresh: false });
    const { config, credentials } = profileContents(plan, [assumed(DEV, until)], 'linux');
    expect(config.toString()).toMatch(
      /\[profile dev\]\nregion = eu-west-1\n# valid.*\naws_access_key_id = ASIA/,
    );
    expect(credentials).toBeUndefined();
    expect(plan.variables['AWS_SHARED_CREDENTIALS_FILE']).toBe(join(job.home, '.aws', 'credentials'));
  });
});

describe('the settings that later steps start with', () => {
  test('are those that the main step had, without any that holds a password', () => {
    const variables = {
      https_proxy: 'http://proxy.example:3128',
      HTTP_PROXY: 'http://user:secret@proxy.example:3128',
      NO_PROXY: 'localhost',
      AWS_CA_BUNDLE: '/etc/ca.pem',
      AWS_SECRET_ACCESS_KEY: 'never',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'never',
    };
    const plan = job.plan({ variables });
    expect(plan.job.connection.variables).toEqual({
      https_proxy: 'http://proxy.example:3128',
      NO_PROXY: 'localhost',
      AWS_CA_BUNDLE: expect.stringContaining('ca.pem'),
    });
    expect(plan.notices).toContainEqual(expect.stringMatching(/^HTTP_PROXY holds a password/));
    expect(JSON.stringify(plan.job)).not.toMatch(/secret|never/);
  });
});
