import { createServer } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { describeJob } from './support/github-job.js';
import { type Issuer, makeSigningKey, type SigningKey } from './support/issuer.js';
import { withJob } from './support/job.js';
import { type Loopback, listen, portOf } from './support/loopback.js';
import { startServices } from './support/services.js';
import type { Sts } from './support/sts.js';

const inputs = {
  'role-to-assume': 'arn:aws:iam::111111111111:role/deploy',
  'aws-region': 'eu-west-1',
  scan: 'off',
};
const earlier = { AWS_ACCESS_KEY_ID: 'earlier-id', AWS_SECRET_ACCESS_KEY: 'earlier-secret' };
const blank = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };

let key: SigningKey;
let issuer: Issuer;
let sts: Sts;

beforeAll(async () => {
  key = await makeSigningKey();
});
beforeEach(async () => {
  ({ issuer, sts } = await startServices({ key }));
});
afterEach(() => Promise.all([issuer.close(), sts.close()]));

const posix = process.platform === 'win32' ? test.skip : test;

/** STS that says nothing, and tells when it is asked. */
async function silent(): Promise<{ readonly service: Loopback; readonly asked: Promise<void> }> {
  let tell = () => {};
  const asked = new Promise<void>(resolve => {
    tell = resolve;
  });
  const service = await listen(async () => {
    tell();
    return 'stall';
  });
  return { service, asked };
}

describe('a step that is cancelled while it waits', () => {
  posix.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s blanks what was there, and its post step puts it back',
    async signal => {
      const { service, asked } = await silent();
      try {
        await withJob({ job: describeJob(), services: { issuer }, env: earlier }, async job => {
          const run = await job.step({
            inputs: { ...inputs, 'sts-endpoint': service.url },
            interrupt: { when: asked, signal },
          });
          expect(run.exitCode).toBe(signal === 'SIGINT' ? 130 : 143);
          expect(run.exported).toEqual(blank);
          expect(run.outputs).toMatchObject({ 'aws-account-id': '', environments: '[]' });
          const [post] = await job.post();
          expect(post?.exported).toEqual(earlier);
          expect(post?.files).toEqual([]);
        });
      } finally {
        await service.close();
      }
    },
  );
});

describe('a step whose time is up', () => {
  test.each([
    ['GitHub', { 'no-proxy': '' }],
    // The way to a host with TLS is opened by the proxy: CONNECT.
    ['AWS', { 'no-proxy': '127.0.0.1', 'sts-endpoint': 'https://sts.eu-west-1.amazonaws.com' }],
  ])('ends although a proxy to %s keeps its connection open, and blanks what was there', async (_, way) => {
    const proxy = createServer(() => {});
    await new Promise<void>(done => proxy.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${portOf(proxy.address())}`;
    try {
      await withJob({ job: describeJob(), services: { issuer }, env: earlier }, async job => {
        // Were it not to end by itself, the harness would end it, by a signal and without a code.
        const run = await job.step({
          inputs: { ...inputs, ...way, 'http-proxy': url, timeout: '1s' },
          milliseconds: 7_000,
        });
        expect(run.exitCode).toBe(1);
        expect(run.exported).toEqual(blank);
      });
    } finally {
      proxy.close();
    }
  });
});
