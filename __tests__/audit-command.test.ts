import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { configurationFile, withAudited } from './support/audited.js';
import { FAULTY_FILE, faulty, LEAKED, PLANTED } from './support/audited-faults.js';
import { HEALTHY_FILE, healthy } from './support/audited-organization.js';
import { runCli } from './support/bundle.js';
import { createRepository, type Repository } from './support/repository.js';

let healthyFolder: Repository;
beforeAll(async () => {
  healthyFolder = await createRepository();
  await healthyFolder.commit('begin', configurationFile(HEALTHY_FILE));
});
afterAll(() => healthyFolder.remove());

describe('a healthy organization', () => {
  test('gives no finding, and says what was looked at', async () => {
    await withAudited(healthy(), configurationFile(HEALTHY_FILE), async ({ run }) => {
      const { exitCode, stdout, stderr } = await run([]);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).toContain(
        'Pipeline, organization and people tell the same story, and no static key is left',
      );
      expect(stdout).toContain(
        'the organization (3 accounts), Identity Center (2 accounts), IAM of 2 accounts',
      );
      // What CI may do and people may not is a table, and a finding only where the file says so.
      expect(stdout).toContain('parity of dev: 4 permissions of the pipeline only');
      expect(stdout).toContain('have no API');
    });
  });
});

describe('an organization with a fault of each kind', () => {
  test('gives each once, with what to do, and nothing else', async () => {
    const files = {
      ...configurationFile(FAULTY_FILE),
      'old.env': `AWS_ACCESS_KEY_ID=${LEAKED.accessKeyId}\nAWS_SECRET_ACCESS_KEY=${LEAKED.secretAccessKey}\n`,
    };
    await withAudited(faulty(), files, async ({ report, cloud }) => {
      const { exitCode, report: found, stderr } = await report();
      expect({ exitCode, stderr, gaps: found.gaps }).toEqual({ exitCode: 1, stderr: '', gaps: [] });
      const rules = found.findings.map(({ rule }) => rule).toSorted();
      expect(rules).toEqual(PLANTED.toSorted());
      expect(found.findings.filter(({ fix }) => fix === '')).toEqual([]);
      expect(found.parity.find(({ environment }) => environment === 'dev')?.through).toEqual([
        'cdk-hnb659fds-deploy-role-111111111111-eu-west-1',
        'cdk-hnb659fds-cfn-exec-role-111111111111-eu-west-1',
      ]);
      const text = JSON.stringify(found);
      for (const secret of [LEAKED.secretAccessKey, 'jo@example.com', 'gone@example.com'])
        expect(text).not.toContain(secret);
      const leaked = found.findings.find(({ rule }) => rule === 'key-in-repository');
      expect(leaked?.what).toContain('old.env:1');
      expect(leaked?.what).toContain('(s3, eu-west-1)');
      expect(leaked?.fix).toContain(
        `aws iam update-access-key --user-name leaked --access-key-id ${LEAKED.accessKeyId}`,
      );
      expect(cloud.calls.filter(({ outcome }) => outcome.startsWith('AccessDenied'))).toEqual([]);
    });
  });
});

test('what the file accepts is no finding, until the day that it names', async () => {
  const allow = `audit:
  allow:
    - { rule: root-key, account: "222222222222", reason: break glass INC-42 }
    - { rule: root-mfa, account: "111111111111", reason: another account }
    - { rule: trust-open, role: open, reason: see INC-43 }
    - { rule: sso-key, reason: over, expires: "2020-01-31" }
`;
  await withAudited(faulty(), configurationFile(FAULTY_FILE + allow), async ({ report }) => {
    const { report: found } = await report(['--checks', 'keys,trust,people']);
    expect(found.accepted.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['trust-open', 'see INC-43'],
      ['root-key', 'break glass INC-42'],
    ]);
    const rules = found.findings.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['root-mfa', 'sso-key']));
    expect(rules).not.toContain('account-unknown');
  });
});

describe('the exit code', () => {
  test.each([
    ['0 where findings are not to fail', ['--fail-on', 'never'], 0],
    ['2 where an account cannot be entered', ['--account-role', 'not-there'], 2],
  ])('%s', async (_, args, expected) => {
    await withAudited(faulty(), configurationFile(FAULTY_FILE), async ({ run }) => {
      const { exitCode, stdout } = await run([...args, '--checks', 'keys', '--scan', 'off']);
      expect(exitCode).toBe(expected);
      if (expected === 2) expect(stdout).toContain('aws-temp-creds template audit');
    });
  });

  test('2 for wrong options, all of them told, with nothing sent', async () => {
    const wrong = [
      '--checks',
      'nothing',
      '--fail-on',
      'sometimes',
      '--account-role',
      'arn:aws:iam::1:role/x',
    ];
    const { exitCode, stderr, stdout } = await runCli(['audit', ...wrong]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    for (const part of ['checks: ', 'fail-on: ', 'account-role: ']) expect(stderr).toContain(part);
  });

  test('2 without credentials, with what to do', async () => {
    const { exitCode, stderr } = await runCli(['audit'], { cwd: healthyFolder.path });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('The audit has no credentials to read AWS with');
  });
});

test('a throttle storm heals, and account IDs are masked when that is asked for', async () => {
  await withAudited(healthy(), configurationFile(HEALTHY_FILE), async ({ run, cloud }) => {
    cloud.throttled = 6;
    const { exitCode, stdout } = await run(['--mask-accounts', '--json']);
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('111111111111');
    expect(stdout).toContain('********1111');
  });
});
