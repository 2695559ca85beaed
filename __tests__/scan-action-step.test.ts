import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { VERSION } from '../src/about.js';
import { scanOnlyInputs } from '../src/config/scan-inputs.js';
import { runStep } from './support/bundle.js';
import { plantedKey } from './support/credentials.js';
import { describeJob, describePullRequest } from './support/github-job.js';
import type { JobOptions, StepOptions } from './support/job.js';
import { bundlePath, ROOT } from './support/program.js';
import { createRepository, type Repository } from './support/repository.js';
import { startSts } from './support/sts.js';

const KEYS = Array.from({ length: 13 }, (_, index) => plantedKey(`scan action ${index}`));
const [KEY = plantedKey(0), OTHER = plantedKey(1)] = KEYS;
const SECRETS = KEYS.flatMap(({ accessKeyId, secretAccessKey }) => [accessKeyId, secretAccessKey]);
const FILE = envFile(KEY);
const ALLOWED = `key = "${OTHER.accessKeyId}" # aws-temp-creds:allow a vector\n`;

function envFile({ accessKeyId, secretAccessKey }: typeof KEY): string {
  return `AWS_ACCESS_KEY_ID=${accessKeyId}\nAWS_SECRET_ACCESS_KEY=${secretAccessKey}\n`;
}

const made: Repository[] = [];
afterAll(() => Promise.all(made.map(repository => repository.remove())));

async function repositoryWith(files: Record<string, string>): Promise<Repository> {
  const repository = await createRepository();
  made.push(repository);
  await repository.commit('begin', { 'README.md': 'shop\n', ...files });
  return repository;
}

/** Runs the scan-only action in a checkout, as a manual run of the workflow. */
function scanIn({ path }: Repository, options: JobOptions & StepOptions = {}) {
  const job = describeJob({ event: 'workflow_dispatch' });
  return runStep({ bundle: 'scan', job, workspace: path, secrets: SECRETS, ...options });
}

/** Runs it for the pull request that HEAD is the head of. */
async function scanPullRequest(
  repository: Repository,
  base: string,
  options: JobOptions & StepOptions = {},
  from = 'acme/shop',
) {
  const sha = await repository.head();
  const job = describePullRequest(7, { sha });
  const event = {
    pull_request: {
      number: 7,
      head: { ref: 'feature', sha, repo: { full_name: from } },
      base: { ref: 'main', sha: base, repo: { full_name: job.repository } },
    },
  };
  return scanIn(repository, { job, event, ...options });
}

describe('the scan-only action', () => {
  test('passes a clean repository and sets its outputs', async () => {
    const { exitCode, outputs, annotations, summary } = await scanIn(await repositoryWith({}));
    expect(exitCode).toBe(0);
    expect(outputs).toEqual({ findings: '0', 'sarif-file': '' });
    expect(annotations).toEqual([]);
    expect(summary).toContain('No static AWS key found');
  });

  test('fails for a key: annotated at its line, masked, with no value anywhere', async () => {
    const { exitCode, annotations, masks, outputs, summary } = await scanIn(
      await repositoryWith({ 'app/prod.env': `# settings\n${FILE}` }),
    );
    expect(exitCode).toBe(1);
    const shown = `${KEY.accessKeyId.slice(0, 4)}…${KEY.accessKeyId.slice(-4)}`;
    expect(annotations[0]).toMatchObject({
      level: 'error',
      file: 'app/prod.env',
      line: 2,
      col: 19,
      title: `AWS access key: ${shown}`,
    });
    expect(annotations.at(-1)?.message).toContain('Static AWS keys: 1 error.');
    expect(masks).toEqual(expect.arrayContaining([KEY.accessKeyId, KEY.secretAccessKey]));
    expect(outputs['findings']).toBe('1');
    expect(summary).toContain(shown);
    expect(summary).toContain('aws iam update-access-key');
  });

  test('annotates no more than GitHub shows, its own failure included, and says how many more there are', async () => {
    const files = Object.fromEntries(KEYS.map((key, index) => [`${index}.env`, envFile(key)]));
    const { annotations, stdout } = await scanIn(await repositoryWith(files));
    expect(annotations.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(stdout).toContain(
      'Not annotated, for GitHub shows 10 of each kind: 4 errors. All are in the job summary.',
    );
  });

  test('only reports with fail-on-findings: false', async () => {
    const { exitCode, annotations } = await scanIn(await repositoryWith({ 'a.env': FILE }), {
      inputs: { 'fail-on-findings': 'false' },
    });
    expect([exitCode, annotations.map(({ level }) => level)]).toEqual([0, ['error']]);
  });

  test.each([
    ['error', 0],
    ['warning', 1],
  ])('with fail-on: %s answers a workflow with stored keys with %d', async (level, expected) => {
    const files = { '.github/workflows/x.yml': 'env:\n  AWS_ACCESS_KEY_ID: ${{ secrets.KEY }}\n' };
    const { exitCode, annotations } = await scanIn(await repositoryWith(files), {
      inputs: { 'fail-on': level },
    });
    expect(exitCode).toBe(expected);
    expect(annotations[0]).toMatchObject({ level: 'warning', file: '.github/workflows/x.yml', line: 2 });
    expect(annotations[0]?.message).toContain('id-token: write');
  });

  test('says all that is wrong with its inputs, and scans nothing', async () => {
    const { exitCode, annotations, outputs } = await scanIn(await repositoryWith({ 'a.env': FILE }), {
      inputs: { scan: 'off', 'fail-on': 'never', verify: 'maybe' },
    });
    expect(exitCode).toBe(1);
    expect(annotations).toHaveLength(1);
    for (const name of ['scan', 'fail-on', 'verify'])
      expect(annotations[0]?.message).toContain(`${name}: must be`);
    expect(outputs).toEqual({ findings: '', 'sarif-file': '' });
  });

  test('takes `fail-on: live` only where keys are verified', async () => {
    const { exitCode, annotations } = await scanIn(await repositoryWith({}), {
      inputs: { 'fail-on': 'live' },
    });
    expect(exitCode).toBe(1);
    expect(annotations[0]?.message).toContain('needs `verify: true`');
  });

  test('writes SARIF where it is told', async () => {
    const repository = await repositoryWith({ 'a.env': FILE });
    const { outputs } = await scanIn(repository, { inputs: { 'sarif-file': 'out/keys.sarif' } });
    expect(outputs['sarif-file']).toBe('out/keys.sarif');
    const log = JSON.parse(await readFile(join(repository.path, 'out/keys.sarif'), 'utf8'));
    expect(log.runs[0].results).toHaveLength(1);
  });

  test('finds a long-lived key in the job’s own environment', async () => {
    const { annotations } = await scanIn(await repositoryWith({}), {
      env: { AWS_ACCESS_KEY_ID: KEY.accessKeyId, AWS_SECRET_ACCESS_KEY: KEY.secretAccessKey },
    });
    expect(annotations[0]?.level).toBe('warning');
    expect(annotations[0]?.message).toContain('AWS_ACCESS_KEY_ID of this job');
  });

  test('takes no name of the repository for a workflow command', async () => {
    const repository = await repositoryWith({});
    for (const name of [
      'a%0A::error::b',
      '::error::x\n::set-output name=findings::0',
      '##[error]y|`<script>.env',
    ]) {
      await repository.commitPath('odd', name, FILE);
    }
    const { annotations, outputs, commands, summary } = await scanIn(repository, {
      inputs: { scan: 'history' },
    });
    expect(annotations.map(({ title }) => title)).toEqual([
      ...Array(3).fill(expect.stringMatching(/^AWS access key: /)),
      undefined,
    ]);
    expect(outputs['findings']).toBe('3');
    expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(['add-mask', 'error', 'debug']));
    expect(summary).not.toContain('<script');
  });

  test('fails when something could not be read, also without a finding', async () => {
    const repository = await repositoryWith({ 'a.txt': 'x\n' });
    await repository.git('update-index', '--add', '--cacheinfo', `100644,${'a'.repeat(40)},gone.txt`);
    const { exitCode, annotations, summary } = await scanIn(repository, { inputs: { scan: 'history' } });
    expect({ exitCode, annotations }).toEqual({
      exitCode: 1,
      annotations: [expect.objectContaining({ message: expect.stringContaining('incomplete') })],
    });
    expect(summary).toContain('**incomplete**');
  });
});

describe('on a pull request', () => {
  test('neither a comment nor an entry that it brings silences its leak', async () => {
    const repository = await repositoryWith({});
    const base = await repository.head();
    await repository.branch('feature');
    await repository.commit('leak', {
      'a.txt': ALLOWED,
      'b.env': FILE,
      '.github/aws-temp-creds.yml': 'scan:\n  allow:\n    - path: b.env\n      reason: trust me\n',
    });
    const { exitCode, annotations, outputs } = await scanPullRequest(repository, base);
    expect(exitCode).toBe(1);
    expect(outputs['findings']).toBe('2');
    expect(annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        'the comment of this very change would allow it, which does not count: a vector',
      ),
      expect.stringContaining(
        'the allow list of this very change would allow it, which does not count: trust me',
      ),
      expect.any(String),
    ]);
  });

  test('what the base allows is allowed', async () => {
    const repository = await repositoryWith({
      'a.txt': ALLOWED,
      '.github/aws-temp-creds.yml': 'scan:\n  allow:\n    - path: b.env\n      reason: a vector\n',
    });
    const base = await repository.head();
    await repository.branch('feature');
    await repository.commit('more', { 'a.txt': `more\n${ALLOWED}`, 'b.env': FILE });
    const { exitCode, annotations } = await scanPullRequest(repository, base);
    expect([exitCode, annotations]).toEqual([0, []]);
  });

  test('a wrong allow list in the base allows nothing, and does not keep the change from mending it', async () => {
    const repository = await repositoryWith({ '.github/aws-temp-creds.yml': 'scan: {allow: [{path: x}]}\n' });
    const base = await repository.head();
    await repository.branch('feature');
    await repository.commit('mend', { '.github/aws-temp-creds.yml': 'scan: { allow: [] }\n' });
    const { exitCode, stdout } = await scanPullRequest(repository, base);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('It allows nothing.');
  });
});

describe('verification in a job', () => {
  test('asks AWS for the owner, but never in a pull request from a fork', async () => {
    const sts = await startSts();
    try {
      sts.account(KEY.account, { users: [{ name: 'ann', ...KEY }] });
      const repository = await repositoryWith({});
      const base = await repository.head();
      await repository.branch('feature');
      await repository.commit('leak', { 'a.env': FILE });
      const options = { inputs: { verify: 'true' }, env: { AWS_ENDPOINT_URL_STS: sts.url } };
      const own = await scanPullRequest(repository, base, options);
      expect(own.annotations[0]?.message).toContain(
        `LIVE: AWS accepts this key now (arn:aws:iam::${KEY.account}:`,
      );
      expect(sts.count('GetCallerIdentity')).toBe(1);
      const fork = await scanPullRequest(repository, base, options, 'mallory/shop');
      expect(fork.stdout).toContain('No key was verified: this pull request comes from a fork');
      expect(sts.requests).toHaveLength(1);
    } finally {
      await sts.close();
    }
  });
});

describe('what is shipped', () => {
  test('the scan bundle holds no AWS SDK', async () => {
    const bundle = await readFile(bundlePath('scan'), 'utf8');
    expect(bundle).not.toMatch(/@aws-sdk|STSClient|smithy/);
  });

  test('the reports name the version of the package', async () => {
    expect(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')).version).toBe(VERSION);
  });

  test('action.yml declares the inputs that are read, and no other', async () => {
    const { inputs, outputs, runs } = parse(await readFile(join(ROOT, 'scan/action.yml'), 'utf8'));
    const read = new Set<string>();
    scanOnlyInputs(name => {
      read.add(name);
      return '';
    });
    expect(Object.keys(inputs).sort()).toEqual([...read].sort());
    expect(Object.keys(outputs)).toEqual(['findings', 'sarif-file']);
    expect(runs).toEqual({ using: 'node24', main: '../dist/scan/index.js' });
  });
});
