import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isProfileName } from '../src/config/environment-name.js';
import { Faults } from '../src/config/fault.js';
import { refuseForeignInputs } from '../src/config/refused-inputs.js';
import { translatedInputs } from '../src/config/translated-inputs.js';
import { runStep } from './support/bundle.js';
import { describeJob, subjectOf } from './support/github-job.js';
import type { Issuer } from './support/issuer.js';
import { withJob } from './support/job.js';
import { listen } from './support/loopback.js';
import { startServices } from './support/services.js';
import type { Sts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';

const ACCOUNT = '111111111111';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/deploy`;
const job = describeJob({ environment: 'dev' });
const inputs = { 'role-to-assume': ROLE, 'aws-region': 'eu-west-1', scan: 'off' };

let issuer: Issuer;
let sts: Sts;

beforeAll(async () => {
  ({ issuer, sts } = await startServices());
  sts.role(ACCOUNT, { name: 'deploy', trust: gitHubTrust(ACCOUNT, { subject: subjectOf(job) }) });
});
afterAll(() => Promise.all([issuer.close(), sts.close()]));

function isRefused(given: Readonly<Record<string, string>>): boolean {
  const faults = new Faults();
  refuseForeignInputs(name => given[name] ?? '', faults);
  return Object.keys(given).some(name => faults.has(name));
}

describe('inputs of the peer that have no place here', () => {
  test.each([
    ['use-existing-credentials', 'false'],
    ['force-skip-oidc', 'False'],
    ['special-characters-workaround', 'false'],
    ['overwrite-aws-profile', 'false'],
    ['disable-retry', 'FALSE'],
    ['action-timeout-s', '0'],
    ['role-skip-session-tagging', 'true'],
    ['role-skip-session-tagging', 'false'],
    ['custom-tags', '{ }'],
    ['output-env-credentials', 'true'],
  ])('%s: %s asks for nothing, and passes', (name, value) => {
    expect(isRefused({ [name]: value })).toBe(false);
  });

  test.each([
    ['use-existing-credentials', 'true'],
    ['force-skip-oidc', 'yes'],
    ['disable-retry', 'true'],
    ['action-timeout-s', '30'],
    ['custom-tags', '{"a":"b"}'],
    ['output-env-credentials', 'false'],
    ['aws-access-key-id', 'false'],
  ])('%s: %s does not', (name, value) => {
    expect(isRefused({ [name]: value })).toBe(true);
  });

  test('output-env-credentials has the default of the peer with a profile, too', () => {
    expect(isRefused({ 'aws-profile': 'x', 'output-env-credentials': 'false' })).toBe(false);
    expect(isRefused({ 'aws-profile': 'x', 'output-env-credentials': 'true' })).toBe(true);
  });
});

describe('translate-env-variables', () => {
  const variables = { ROLE_TO_ASSUME: ' arn ', ROLE_CHAINING: 'true', AWS_REGION: 'r', SCAN: 'off' };
  const read = (given: Readonly<Record<string, string>>) =>
    translatedInputs(
      name => given[name] ?? { 'role-chaining': 'false', 'retry-max-attempts': '12' }[name] ?? '',
      variables,
    );

  test('takes what is not given from variables, and only what the peer takes', () => {
    const reader = read({ 'translate-env-variables': 'true', 'aws-region': 'given' });
    expect(
      ['role-to-assume', 'role-chaining', 'aws-region', 'scan', 'retry-max-attempts'].map(reader),
    ).toEqual(['arn', 'true', 'given', '', '12']);
  });

  test('is off unless it is asked for', async () => {
    expect(read({})('role-to-assume')).toBe('');
    const env = { ROLE_TO_ASSUME: ROLE, AWS_REGION: 'eu-west-1' };
    const on = { 'translate-env-variables': 'true', scan: 'off' };
    expect(
      (await runStep({ job, services: { issuer, sts }, inputs: on, env })).outputs['aws-account-id'],
    ).toBe(ACCOUNT);
    expect((await runStep({ job, services: { issuer, sts }, inputs: { scan: 'off' }, env })).exitCode).toBe(
      1,
    );
  });
});

describe('what the peer lets pass', () => {
  test('an external ID without role-chaining has no effect, and the step says so', async () => {
    const run = await runStep({
      job,
      services: { issuer, sts },
      inputs: { ...inputs, 'role-external-id': 'ticket-7' },
    });
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'notice', message: expect.stringContaining('role-external-id') }),
    ]);
  });

  test.each(['release.1', 'team/dev', 'a@b', 'x%y', 'A+B:c', '_'])('the profile name %s', name => {
    expect(isProfileName(name)).toBe(true);
  });

  test.each(['a b', 'a"b', 'a#b', 'ünï', 'a,b', 'a=b', "a'b", 'a]', '-a', 'constructor', '__proto__', ''])(
    'the profile name %j is refused, for some tool reads another one',
    name => {
      expect(isProfileName(name)).toBe(false);
    },
  );
});

describe('outside of a runner', () => {
  test.each(['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE'])(
    'without %s nothing is asked for, and nothing but the failure is printed as a command',
    async name => {
      const before = sts.requests.length;
      const run = await runStep({ job, services: { issuer, sts }, inputs, env: { [name]: '' } });
      expect(run.exitCode).toBe(1);
      expect(run.commands.map(command => command.name).filter(command => command !== 'debug')).toEqual([
        'error',
      ]);
      expect(run.annotations[0]?.message).toContain(`${name} is not set`);
      expect(sts.requests).toHaveLength(before);
    },
  );

  test('a post step that has lost its file puts nothing back, and prints nothing of it', async () => {
    await withJob(
      { job, services: { issuer, sts }, env: { AWS_SECRET_ACCESS_KEY: 'earlier-secret' } },
      async running => {
        const main = await running.step({ inputs });
        const state = Object.entries(main.state).map(([name, value]) => [`STATE_${name}`, value]);
        const post = await running.step({
          bundle: 'post',
          env: { ...Object.fromEntries(state), GITHUB_ENV: '' },
        });
        expect(post.exitCode).toBe(0);
        expect(post.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('earlier-secret');
        expect(post.commands.map(command => command.name)).not.toContain('set-env');
      },
    );
  });

  test('an unwritable summary is no failure', async () => {
    await withJob({ job, services: { issuer, sts } }, async running => {
      const env = { GITHUB_STEP_SUMMARY: running.folders.temp };
      const run = await running.step({ inputs, env });
      expect(run.exitCode).toBe(0);
      expect(run.exported['AWS_ACCESS_KEY_ID']).toMatch(/^ASIA/);
      expect(run.stdout).toContain('The job summary cannot be written');
    });
  });
});

test('CloudTrail sees who asked: this program, its version, the run and its attempt', async () => {
  const agents: (string | undefined)[] = [];
  const service = await listen(async ({ headers }) => {
    agents.push(headers['user-agent']);
    return { status: 400, type: 'text/plain', body: '' };
  });
  try {
    const more = { 'sts-endpoint': service.url, 'retry-max-attempts': '1' };
    await runStep({ job, services: { issuer }, inputs: { ...inputs, ...more } });
  } finally {
    await service.close();
  }
  expect(agents).toEqual([
    expect.stringMatching(/^aws-temp-creds\/\d+\.\d+\.\d+ md\/run_id#\d+ md\/attempt#1$/),
  ]);
});
