import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newSealKey, seal, unseal } from '../src/handover/seal.js';
import { describeJob, subjectOf } from './support/github-job.js';
import { type Issuer, startIssuer } from './support/issuer.js';
import { withJob } from './support/job.js';
import { type Sts, startSts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';

const ACCOUNT = '111111111111';
const job = describeJob({ environment: 'dev' });
const inputs = {
  'role-to-assume': `arn:aws:iam::${ACCOUNT}:role/deploy`,
  'aws-region': 'eu-west-1',
  scan: 'off',
};
const earlier = {
  AWS_ACCESS_KEY_ID: 'earlier-id',
  AWS_SECRET_ACCESS_KEY: 'earlier-secret',
  AWS_PROFILE: 'earlier',
};

let issuer: Issuer;
let sts: Sts;

beforeAll(async () => {
  issuer = await startIssuer();
  sts = await startSts({ issuers: [issuer] });
  sts.role(ACCOUNT, { name: 'deploy', trust: gitHubTrust(ACCOUNT, { subject: subjectOf(job) }) });
});
afterAll(() => Promise.all([issuer.close(), sts.close()]));

describe('the post step', () => {
  test('restores the identity that was there before, and leaves no file behind', async () => {
    await withJob(
      { job, services: { issuer, sts }, env: earlier, secrets: ['earlier-secret'] },
      async running => {
        const main = await running.step({ inputs });
        const [post] = await running.post();
        expect(post?.exported).toMatchObject({ ...earlier, AWS_SESSION_TOKEN: '' });
        // An empty one breaks the AWS CLI and the SDKs, and a Region is no identity.
        expect(post?.exported).not.toHaveProperty('AWS_REGION');
        expect(main.files.length).toBeGreaterThan(0);
        expect(post?.files).toEqual([]);
        expect(post?.strayFiles).toEqual([]);
      },
    );
  });

  test('restores it after a failed step, too', async () => {
    await withJob(
      { job, services: { issuer, sts }, env: earlier, secrets: ['earlier-secret'] },
      async running => {
        const main = await running.step({
          inputs: { ...inputs, 'role-to-assume': `${inputs['role-to-assume']}-2` },
        });
        expect(main.exported).toMatchObject({ AWS_ACCESS_KEY_ID: '', AWS_PROFILE: 'aws-temp-creds-ended' });
        const [post] = await running.post();
        expect(post?.exported).toEqual(earlier);
      },
    );
  });

  test('of two steps: the last one restores the first one, the first one what was there', async () => {
    await withJob({ job, services: { issuer, sts } }, async running => {
      const first = await running.step({ inputs });
      await running.step({ inputs });
      const [restored, blanked] = await running.post();
      expect(restored?.exported['AWS_ACCESS_KEY_ID']).toBe(first.exported['AWS_ACCESS_KEY_ID']);
      expect(blanked?.exported['AWS_ACCESS_KEY_ID']).toBe('');
    });
  });

  test('leaves alone what a later step has set', async () => {
    await withJob({ job, services: { issuer, sts } }, async running => {
      await running.step({ inputs });
      const script = join(running.folders.workspace, 'later.mjs');
      await writeFile(
        script,
        "import { appendFileSync } from 'node:fs'; appendFileSync(process.env.GITHUB_ENV, 'AWS_REGION=us-east-2\\n');",
      );
      await running.step({ bundle: script });
      const [post] = await running.post();
      expect(post?.exported).not.toHaveProperty('AWS_REGION');
      expect(post?.exported['AWS_ACCESS_KEY_ID']).toBe('');
    });
  });

  test('does nothing, and fails no job, when its key is gone or nothing was exported', async () => {
    await withJob({ job, services: { issuer, sts } }, async running => {
      const main = await running.step({ inputs });
      await rm(main.state['restore-folder'] ?? '', { recursive: true });
      await running.step({ inputs: { ...inputs, export: 'none' } });
      for (const post of await running.post()) {
        expect(post).toMatchObject({ exitCode: 0, exported: {}, annotations: [] });
      }
    });
  });
});

describe('a seal', () => {
  test('opens with its key and with no other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const key = newSealKey();
        const sealed = seal(key, text);
        expect(unseal({ key, sealed })).toBe(Buffer.from(text).toString());
        expect(unseal({ key: newSealKey(), sealed })).toBeUndefined();
        expect(unseal({ key: '', sealed })).toBeUndefined();
        expect(
          unseal({
            key,
            sealed: `A${sealed.slice(1)}` === sealed ? `B${sealed.slice(1)}` : `A${sealed.slice(1)}`,
          }),
        ).toBeUndefined();
      }),
    );
  });
});
