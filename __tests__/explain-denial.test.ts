import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCli } from './support/bundle.js';
import { plantedKey } from './support/credentials.js';
import { listen, type Received } from './support/loopback.js';
import { verifySignature } from './support/sts-signature.js';

const key = plantedKey('denial');
const ID = '0a1b2c3d4e5f';
const ROLE = 'arn:aws:iam::111111111111:role/cdk-hnb659fds-cfn-exec-role-111111111111-eu-west-1';
const SCP = 'arn:aws:organizations::999999999999:policy/o-abc/service_control_policy/p-abc';

const evaluation = {
  action: 's3:PutObject',
  resource: 'arn:aws:s3:::shop/*',
  evaluatedEffect: 'EXPLICIT_DENY',
  checks: [
    { checkType: 'PRINCIPAL', evaluatedEffect: 'ALLOW', targetArn: ROLE },
    {
      checkType: 'SERVICE_CONTROL_POLICY',
      evaluatedEffect: 'EXPLICIT_DENY',
      targetArn: 'arn:aws:organizations::999999999999:account/o-abc/111111111111',
      matchedPolicies: [{ uri: SCP, matchedStatements: [{ sid: 'NoBuckets', evaluatedEffect: 'DENY' }] }],
    },
  ],
};
const implicit = {
  action: 'lambda:CreateFunction',
  resource: 'arn:aws:lambda:eu-west-1:111111111111:function:x\n::error::y',
  evaluatedEffect: 'IMPLICIT_DENY',
  checks: [{ checkType: 'PERMISSIONS_BOUNDARY', evaluatedEffect: 'IMPLICIT_DENY', targetArn: ROLE }],
};

let url: string;
let close: () => Promise<void>;
const paths: string[] = [];

/** A service that keeps one denied request, on two pages. */
function answer(received: Received) {
  const { accessKeyId } = verifySignature(
    received,
    () => ({ secretAccessKey: key.secretAccessKey, sessionToken: undefined }),
    Date.now(),
    'iam',
  );
  paths.push(`${accessKeyId === key.accessKeyId} ${received.url.pathname}${received.url.search}`);
  const json = (status: number, body: object) => ({
    status,
    type: 'application/json',
    body: JSON.stringify(body),
  });
  if (!received.url.pathname.endsWith(`/${ID}`))
    return json(404, { message: 'There is no such authorization.' });
  const second = received.url.searchParams.get('nextToken') === 'a/b=';
  const page = { requestContext: {}, policies: [] };
  return json(
    200,
    second ? { ...page, evaluations: [implicit] } : { ...page, evaluations: [evaluation], nextToken: 'a/b=' },
  );
}

beforeAll(async () => {
  ({ url, close } = await listen(async received => answer(received)));
});
afterAll(() => close());

function explain(id: string, more: readonly string[] = [], env: Record<string, string> = {}) {
  const keys = { AWS_ACCESS_KEY_ID: key.accessKeyId, AWS_SECRET_ACCESS_KEY: key.secretAccessKey };
  return runCli(['explain', '--authorization-id', id, ...more], {
    env: { ...keys, AWS_ENDPOINT_URL_IAM_TOOLBOX: url, ...env },
    secrets: [key.secretAccessKey],
  });
}

describe('explain --authorization-id', () => {
  test('names the policy that said no, its statement, and where it can be changed', async () => {
    const { exitCode, stdout, stderr } = await explain(ID, ['--region', 'eu-west-1']);
    expect([exitCode, stderr]).toEqual([1, '']);
    expect(stdout).toContain('Denied: s3:PutObject on arn:aws:s3:::shop/* (an explicit deny).');
    expect(stdout).toContain(`statement NoBuckets of ${SCP}`);
    expect(stdout).toContain('in the management account of the organization');
    expect(stdout).toContain(`No permissions boundary at ${ROLE} allows it.`);
    expect(stdout).not.toMatch(/^\s*::error/m);
    expect(paths).toEqual([
      `true /authorization-details/${ID}`,
      `true /authorization-details/${ID}?nextToken=a%2Fb%3D`,
    ]);
  });

  test('takes the whole message, which names the Region', async () => {
    const message = `User: x is not authorized to perform: s3:PutObject. Go to https://eu-west-1.console.aws.amazon.com/iam/home?region=eu-west-1#/authorization-details/${ID} for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: ${ID}`;
    const { exitCode, stdout } = await explain(message, ['--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      allowed: false,
      evaluations: [{ action: 's3:PutObject' }, { action: 'lambda:CreateFunction' }],
    });
  });

  test.each<[string, string, readonly string[], Record<string, string>, string]>([
    [
      'an ID that AWS does not know',
      'ffff',
      ['--region', 'eu-west-1'],
      {},
      'of another Region, or older than a day',
    ],
    ['no ID', 'Not authorized!', ['--region', 'eu-west-1'], {}, 'has no authorization ID'],
    ['no Region', ID, [], {}, 'The Region of the request is not known'],
    [
      'no credentials',
      ID,
      ['--region', 'eu-west-1'],
      { AWS_ACCESS_KEY_ID: '' },
      'there are no AWS credentials',
    ],
    ['a trust policy beside', ID, ['--trust-policy', 'x'], {}, 'exclude each other'],
  ])('says what is wrong: %s', async (_, id, more, env, message) => {
    const { exitCode, stdout, stderr } = await explain(id, more, env);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
