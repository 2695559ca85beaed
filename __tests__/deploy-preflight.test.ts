import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { parse } from 'yaml';
import { runStep } from './support/bundle.js';
import { describeJob, describePullRequest } from './support/github-job.js';
import { type Issuer, startIssuer } from './support/issuer.js';
import { ROOT } from './support/program.js';
import { type Sts, startSts } from './support/sts.js';

const inputs = {
  'role-to-assume': 'arn:aws:iam::111111111111:role/deploy',
  'aws-region': 'eu-west-1',
  scan: 'off',
};

let issuer: Issuer;
let sts: Sts;

beforeAll(async () => {
  issuer = await startIssuer();
  sts = await startSts({ issuers: [issuer] });
});
afterAll(() => Promise.all([issuer.close(), sts.close()]));

/** The one message of a step that must fail without sending anything. */
async function refusal(options: Parameters<typeof runStep>[0]): Promise<string> {
  const run = await runStep({ services: { issuer, sts }, idToken: false, inputs, ...options });
  expect(run.exitCode).toBe(1);
  expect(run.annotations).toHaveLength(1);
  expect([...issuer.requests, ...sts.requests]).toEqual([]);
  const message = run.annotations[0]?.message ?? '';
  for (const part of ['Why', 'Likely mistake', 'What to do']) expect(message).toContain(`${part}:`);
  return message;
}

describe('a job that cannot get an OIDC token is told', () => {
  test('to give the permission, also in the job that calls a reusable workflow', async () => {
    const message = await refusal({});
    expect(message).toContain('id-token: write');
    expect(message).toContain('In a reusable workflow the calling job must give the permission as well');
  });

  test('that it runs for a fork', async () => {
    const event = {
      pull_request: {
        base: { sha: '1'.repeat(40) },
        head: { sha: '2'.repeat(40), repo: { full_name: 'mallory/shop' } },
      },
    };
    const message = await refusal({ job: describePullRequest(7), event });
    expect(message).toContain('comes from a fork');
    expect(message).toContain('github.event.pull_request.head.repo.full_name == github.repository');
  });

  test('that Dependabot started it', async () => {
    expect(await refusal({ job: describeJob({ actor: 'dependabot[bot]' }) })).toContain(
      'Dependabot started this run',
    );
  });

  test('the issuer of its GitHub Enterprise Server', async () => {
    const message = await refusal({ env: { GITHUB_SERVER_URL: 'https://ghe.acme.test' } });
    expect(message).toContain('https://ghe.acme.test/_services/token');
  });

  test('that it is no job at all', async () => {
    expect(await refusal({ env: { GITHUB_ACTIONS: '' } })).toContain('runs outside of a GitHub Actions job');
  });
});

describe('a job without checkout', () => {
  test('is told to check out first, or that it wants no scan, before any call', async () => {
    const message = await refusal({ idToken: true, inputs: { ...inputs, scan: 'auto' } });
    expect(message).toContain('the workspace of this job is empty');
    expect(message).toContain('scan: off');
  });

  test('and with nothing to do is told so', async () => {
    const run = await runStep({ services: { issuer, sts }, inputs: { scan: 'off' } });
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain('this step names no role');
  });
});

describe('inputs', () => {
  test('of static keys are refused with what to write instead, whatever else is wrong', async () => {
    const run = await runStep({
      services: { issuer, sts },
      inputs: {
        ...inputs,
        'role-chaining': 'perhaps',
        'retry-max-attempts': '12x',
        'role-duration-seconds': 'two',
        'managed-session-policies': 'ReadOnlyAccess',
        export: 'both',
      },
      // Inputs that action.yml does not declare reach the step all the same.
      env: {
        'INPUT_AWS-ACCESS-KEY-ID': 'given',
        'INPUT_AWS-SECRET-ACCESS-KEY': 'given',
        'INPUT_USE-EXISTING-CREDENTIALS': 'true',
      },
    });
    const message = run.annotations[0]?.message ?? '';
    expect(message).toContain('8 faults');
    expect(message).toContain(
      'aws-access-key-id: is refused: a static key is what this action replaces. Instead: delete it',
    );
    expect(message).toContain('role-chaining: must be true or false, not "perhaps"');
    expect(message).toContain('retry-max-attempts: must be a whole number from 1 to 100, not "12x"');
    expect(message).toContain('export: must be one of env, profiles, named-profiles, none, not "both"');
    expect([...issuer.requests, ...sts.requests]).toEqual([]);
  });

  test('that hold commands, newlines and escapes stay data', async () => {
    const hostile = 'x\n::error file=a::b%0A::set-env name=A::B##[error]c';
    const run = await runStep({
      services: { issuer, sts },
      job: describeJob({ actor: hostile, ref: `refs/heads/${hostile}`, environment: hostile }),
      inputs: { ...inputs, audience: hostile, 'role-session-name': hostile, environment: hostile },
    });
    expect(run.exitCode).toBe(1);
    expect(run.commands.filter(({ name }) => !['error', 'debug', 'add-mask'].includes(name))).toEqual([]);
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]?.file).toBeUndefined();
    expect(run.exported).toEqual({});
  });

  test('leave every output set, and empty, when they are wrong', async () => {
    const run = await runStep({ services: { issuer, sts }, inputs: { ...inputs, export: 'both' } });
    expect(run.exitCode).toBe(1);
    const metadata: unknown = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
    const { outputs } = v.parse(v.object({ outputs: v.record(v.string(), v.unknown()) }), metadata);
    expect(Object.keys(run.outputs).sort()).toEqual(Object.keys(outputs).sort());
    expect(new Set(Object.values(run.outputs))).toEqual(new Set(['', '[]']));
  });

  test('about credentials make a step fail that names no role, instead of handing over nothing', async () => {
    const run = await runStep({
      services: { issuer, sts },
      inputs: {
        'role-to-assume': '',
        export: 'env',
        'output-credentials': 'true',
        'allowed-account-ids': '111111111111',
        scan: 'off',
      },
    });
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain('Given: export, output-credentials, allowed-account-ids.');
  });

  test.each([
    ['a fork', describePullRequest(7), 'comes from a fork'],
    ['Dependabot', describeJob({ actor: 'dependabot[bot]' }), 'Dependabot started this run'],
    ['any other job', describeJob(), 'is misspelt, or belongs to an environment that the job does not name'],
  ])('that name no role are explained by what the job is: %s', async (_, job, cause) => {
    const head = { sha: '2'.repeat(40), repo: { full_name: 'mallory/shop' } };
    const fork = { pull_request: { base: { sha: '1'.repeat(40) }, head } };
    const run = await runStep({
      services: { issuer, sts },
      job,
      event: job.event === 'pull_request' ? fork : {},
      inputs: { 'role-to-assume': '', 'aws-region': 'eu-west-1', scan: 'off' },
    });
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain(cause);
  });

  test.each([
    ['AWS_CA_BUNDLE', '/nowhere/ca.pem', 'AWS_CA_BUNDLE names cannot be read: /nowhere/ca.pem'],
    ['AWS_ENDPOINT_URL_STS', 'sts.internal', 'AWS_ENDPOINT_URL_STS is not the URL of an endpoint'],
  ])('and the variable %s are looked at before anything is asked', async (name, value, message) => {
    const run = await runStep({ services: { issuer, sts }, inputs, env: { [name]: value } });
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain(message);
    expect([...issuer.requests, ...sts.requests]).toEqual([]);
  });
});
