import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runStep } from './support/bundle.js';
import { describeJob, subjectOf } from './support/github-job.js';
import { type Issuer, makeSigningKey, type SigningKey } from './support/issuer.js';
import { type ForwardProxy, startProxy } from './support/proxy.js';
import { removeFolder, scratchFolder } from './support/scratch.js';
import { startServices } from './support/services.js';
import type { Sts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';

const ACCOUNT = '111111111111';
const NOWHERE = 'http://127.0.0.1:9';
const job = describeJob({ environment: 'dev' });
const inputs = {
  'role-to-assume': `arn:aws:iam::${ACCOUNT}:role/github-deploy`,
  'aws-region': 'eu-west-1',
  scan: 'off',
  timeout: '5s',
};

let key: SigningKey;
let issuer: Issuer;
let sts: Sts;
let proxy: ForwardProxy;

beforeAll(async () => {
  key = await makeSigningKey();
});
beforeEach(async () => {
  ({ issuer, sts } = await startServices({ key }));
  sts.role(ACCOUNT, { name: 'github-deploy', trust: gitHubTrust(ACCOUNT, { subject: subjectOf(job) }) });
  proxy = await startProxy({ user: 'ann', password: 'p:w' });
});
afterEach(() => Promise.all([issuer.close(), sts.close(), proxy.close()]));

const step = (more: Record<string, string> = {}, env: Record<string, string> = {}) =>
  runStep({ job, services: { issuer, sts }, inputs: { ...inputs, ...more }, env });

const hostOf = (url: string) => new URL(url).host;
const passed = () => [...new Set(proxy.requests.map(({ target }) => target))];

describe('a proxy', () => {
  test.each([
    ['the input', () => [{ 'http-proxy': proxy.url }, {}]],
    ['the input, which beats the environment', () => [{ 'http-proxy': proxy.url }, { http_proxy: NOWHERE }]],
    ['HTTP_PROXY', () => [{}, { HTTP_PROXY: proxy.url }]],
    ['http_proxy', () => [{}, { http_proxy: proxy.url }]],
  ] as const)('is used for GitHub and for AWS when %s names it', async (_, given) => {
    const [more, env] = given();
    const run = await step(more, env);
    expect(run.exitCode).toBe(0);
    expect(passed()).toEqual([hostOf(issuer.url), hostOf(sts.url)]);
    expect(run.stdout).not.toContain('p%3Aw');
  });

  test.each([
    ['the input sts-endpoint', () => ({ 'sts-endpoint': sts.url })],
    ['AWS_ENDPOINT_URL_STS', () => ({})],
  ] as const)('is passed by for the hosts and ports that no-proxy names: %s', async (_, endpoint) => {
    const run = await step({ 'http-proxy': proxy.url, 'no-proxy': hostOf(sts.url), ...endpoint() });
    expect(run.exitCode).toBe(0);
    expect(passed()).toEqual([hostOf(issuer.url)]);
    const other = await step({ ...endpoint() }, { HTTP_PROXY: NOWHERE, NO_PROXY: `127.0.0.1` });
    expect(other.exitCode).toBe(0);
  });

  test('is passed by for the endpoint of a Region in China when its domain is excepted', async () => {
    const run = await runStep({
      job,
      services: { issuer },
      inputs: {
        ...inputs,
        'role-to-assume': `arn:aws-cn:iam::${ACCOUNT}:role/github-deploy`,
        'aws-region': 'cn-north-1',
        'retry-max-attempts': '1',
      },
      env: { HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1,.amazonaws.com.cn' },
    });
    expect(run.exitCode).toBe(1);
    expect(passed()).toEqual([]);
  });
});

test('an endpoint that a profile on the machine names is not asked: the token is for AWS', async () => {
  const home = await scratchFolder('home');
  await mkdir(join(home, '.aws'));
  await writeFile(join(home, '.aws/config'), `[default]\nendpoint_url = ${sts.url}\n`);
  const run = await runStep({
    job,
    home,
    services: { issuer },
    inputs: { ...inputs, 'retry-max-attempts': '1' },
    env: { HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1' },
  });
  await removeFolder(home);
  expect(run.exitCode).toBe(1);
  expect(sts.requests).toEqual([]);
  expect(passed()).toEqual(['sts.eu-west-1.amazonaws.com:443']);
});
