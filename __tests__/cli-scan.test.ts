import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tarOf } from './detect-archives.js';
import { type CommandOptions, runCli } from './support/bundle.js';
import { plantedKey } from './support/credentials.js';
import { bundlePath, nodePath, runProgram } from './support/program.js';
import { createRepository, type Repository } from './support/repository.js';
import { type Sts, startSts } from './support/sts.js';

const KEY = plantedKey('cli');
const OTHER = plantedKey('cli, other');
const FILE = envFile(KEY);
const WORKFLOW = 'env:\n  AWS_ACCESS_KEY_ID: ${{ secrets.AWS_ACCESS_KEY_ID }}\n';

function envFile({ accessKeyId, secretAccessKey }: typeof KEY): string {
  return `AWS_ACCESS_KEY_ID=${accessKeyId}\nAWS_SECRET_ACCESS_KEY=${secretAccessKey}\n`;
}

const SECRETS = [KEY, OTHER].flatMap(({ accessKeyId, secretAccessKey }) => [accessKeyId, secretAccessKey]);

const made: Repository[] = [];
afterAll(() => Promise.all(made.map(repository => repository.remove())));

async function repositoryWith(files: Record<string, string>): Promise<Repository> {
  const repository = await createRepository();
  made.push(repository);
  await repository.commit('begin', { 'README.md': 'shop\n', ...files });
  return repository;
}

function scan(cwd: string, args: readonly string[] = [], options: CommandOptions = {}) {
  return runCli(['scan', ...args], { cwd, secrets: SECRETS, ...options });
}

describe('exit code', () => {
  let clean: Repository;
  let leaky: Repository;
  let workflow: Repository;
  beforeAll(async () => {
    clean = await repositoryWith({});
    leaky = await repositoryWith({ 'prod.env': FILE });
    workflow = await repositoryWith({ '.github/workflows/x.yml': WORKFLOW });
  });

  test('0 for a clean repository', async () => {
    const { exitCode, stdout, stderr } = await scan(clean.path);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^No static AWS key found {2}tree: 1 file, /);
  });

  test('1 for a key, shown by its ends', async () => {
    const { exitCode, stdout } = await scan(leaky.path);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('prod.env:1:19');
    expect(stdout).toContain(`${KEY.accessKeyId.slice(0, 4)}…${KEY.accessKeyId.slice(-4)}`);
    expect(stdout).toContain(`account ${KEY.account}`);
  });

  test.each([
    ['error', 0],
    ['warning', 1],
    ['notice', 1],
    ['pair', 0],
  ])('of a warning with --fail-on %s is %d', async (level, expected) => {
    expect((await scan(workflow.path, ['--fail-on', level])).exitCode).toBe(expected);
  });

  test('2 for a file that is not there', async () => {
    const { exitCode, stderr } = await scan(clean.path, ['gone.txt']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('there is no such file or folder: gone.txt');
  });

  test('2 for a wrong command line, with all faults at once', async () => {
    const { exitCode, stdout, stderr } = await scan(clean.path, ['--bsae', 'main', '--json=yes', '--sarif']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('there is no option --bsae; did you mean --base?');
    expect(stderr).toContain('--json takes no value');
    expect(stderr).toContain('--sarif needs a value: --sarif FILE');
  });

  test('2 for options that contradict each other, all told', async () => {
    const { exitCode, stderr } = await scan(clean.path, [
      '--staged',
      '--history',
      '--untracked',
      '--fail-on=never',
      '--reason=x',
      '-',
      'README.md',
    ]);
    expect(exitCode).toBe(2);
    for (const part of [
      'exclude each other',
      'stands alone',
      '--untracked means',
      '--fail-on must',
      '--reason means',
    ]) {
      expect(stderr).toContain(part);
    }
  });

  test('2 for a base that is not there', async () => {
    const { exitCode, stdout, stderr } = await scan(clean.path, ['--base', 'mian']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no revision mian');
  });

  test('2 for an allow list that is wrong', async () => {
    const broken = await repositoryWith({ '.github/aws-temp-creds.yml': 'scan:\n  allow:\n    - path: x\n' });
    const { exitCode, stderr } = await scan(broken.path);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('reason');
  });
});

describe('what is scanned', () => {
  test('one file, several files, a folder, standard input', async () => {
    const { path } = await repositoryWith({ 'a/prod.env': FILE, 'b/ok.txt': 'ok\n' });
    expect((await scan(path, ['b/ok.txt'])).exitCode).toBe(0);
    expect((await scan(path, ['b/ok.txt', 'a/prod.env'])).stdout).toContain('a/prod.env:1:19');
    expect((await scan(path, ['a'])).exitCode).toBe(1);
    expect((await scan(path, ['b'])).exitCode).toBe(0);
    const { exitCode, stdout } = await scan(path, ['-'], { stdin: FILE });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('standard input, line 1');
  });

  test('what is staged, and only that', async () => {
    const repository = await repositoryWith({});
    await repository.write({ 'prod.env': FILE });
    expect((await scan(repository.path, ['--staged'])).exitCode).toBe(0);
    await repository.git('add', '--force', 'prod.env');
    expect((await scan(repository.path, ['--staged'])).exitCode).toBe(1);
  });

  test('what a branch brings, though a later commit removed it', async () => {
    const repository = await repositoryWith({});
    await repository.branch('feature');
    await repository.commit('oops', { 'prod.env': FILE });
    await repository.git('rm', '--quiet', 'prod.env');
    await repository.commit('remove it');
    expect((await scan(repository.path)).exitCode).toBe(0);
    const { exitCode, stdout } = await scan(repository.path, ['--base', 'main']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('in commit');
    expect((await scan(repository.path, ['--history'])).exitCode).toBe(1);
    expect((await scan(repository.path, ['--history', '--not', 'HEAD'])).exitCode).toBe(0);
  });

  test('untracked files on request', async () => {
    const repository = await repositoryWith({});
    await repository.write({ 'new.env': FILE });
    expect((await scan(repository.path)).exitCode).toBe(0);
    expect((await scan(repository.path, ['--untracked'])).exitCode).toBe(1);
  });

  test('from a folder below the root, with paths and allow list of the root', async () => {
    const { path } = await repositoryWith({
      'app/prod.env': FILE,
      '.github/aws-temp-creds.yml': 'scan:\n  allow:\n    - path: app/prod.env\n      reason: a test\n',
    });
    const { exitCode, stdout } = await scan(join(path, 'app'));
    expect(exitCode).toBe(0);
    expect(stdout).toContain('1 finding: a test (path)');
    expect((await scan(join(path, 'app'), ['prod.env'])).exitCode).toBe(0);
  });
});

describe('the allow list', () => {
  test('counts unless --no-allow is given', async () => {
    const { path } = await repositoryWith({
      'a.txt': `key = "${KEY.accessKeyId}" # aws-temp-creds:allow revoked, see INC-42\n`,
    });
    expect((await scan(path)).exitCode).toBe(0);
    expect((await scan(path, ['--no-allow'])).exitCode).toBe(1);
  });

  test('of the base rules with --base', async () => {
    const repository = await repositoryWith({});
    await repository.branch('feature');
    await repository.commit('leak and allow it', {
      'a.txt': `key = "${KEY.accessKeyId}" # aws-temp-creds:allow trust me\n`,
      'b.txt': `key = "${OTHER.accessKeyId}"\n`,
      '.github/aws-temp-creds.yml': 'scan:\n  allow:\n    - path: b.txt\n      reason: trust me too\n',
    });
    expect((await scan(repository.path)).exitCode).toBe(0);
    const { exitCode, stdout } = await scan(repository.path, ['--base', 'main']);
    expect(exitCode).toBe(1);
    expect(stdout.match(/which does not count: trust me/g)).toHaveLength(2);
  });

  test('of the base rules though the branch removed what it allows', async () => {
    const repository = await repositoryWith({
      'a.txt': `key = "${KEY.accessKeyId}" # aws-temp-creds:allow a vector\n`,
    });
    await repository.branch('feature');
    await repository.commit('more', {
      'a.txt': `more\nkey = "${KEY.accessKeyId}" # aws-temp-creds:allow a vector\n`,
    });
    expect((await scan(repository.path, ['--base', 'main'])).exitCode).toBe(0);
  });
});

describe('the baseline', () => {
  test('lets what was there pass and what comes fail', async () => {
    const repository = await repositoryWith({ 'old.env': FILE });
    const written = await scan(repository.path, ['--write-baseline', '--reason', 'INC-42']);
    expect([written.exitCode, written.stderr]).toEqual([0, '']);
    expect(written.stdout).toContain('1 finding in .github/aws-temp-creds-baseline.json: 1 new, 0 gone');
    const text = await readFile(join(repository.path, '.github/aws-temp-creds-baseline.json'), 'utf8');
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    await repository.commit('adopt');
    expect((await scan(repository.path)).exitCode).toBe(0);
    await repository.commit('another', { 'new.txt': `key = "${OTHER.accessKeyId}"\n` });
    const { exitCode, stdout } = await scan(repository.path);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('new.txt');
    expect(stdout).not.toContain('old.env');
  });

  test('is not written through a link that leads elsewhere', async () => {
    const repository = await repositoryWith({ 'old.env': FILE });
    const other = await repositoryWith({});
    await repository.write({ '.github': { link: other.path } });
    const { exitCode, stderr } = await scan(repository.path, ['--write-baseline']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('it leads out of');
  });
});

describe('reports', () => {
  test('JSON goes to standard output, whole', async () => {
    const { path } = await repositoryWith({ 'prod.env': FILE });
    const { stdout, stderr } = await scan(path, ['--json']);
    const { version, mode, complete, counts, findings } = JSON.parse(stdout);
    expect([version, mode, complete, counts.error, stderr]).toEqual([1, 'tree', true, 1, '']);
    expect(findings[0].place).toMatchObject({ kind: 'file', path: 'prod.env', line: 1 });
  });

  test('SARIF goes to its file, relative to where the caller is', async () => {
    const { path } = await repositoryWith({ 'a/prod.env': FILE });
    await scan(join(path, 'a'), ['--sarif', 'out/x.sarif']);
    const log = JSON.parse(await readFile(join(path, 'a/out/x.sarif'), 'utf8'));
    expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('a/prod.env');
  });

  test('say who brought a key, when and with which commit, also where lines have moved since', async () => {
    const repository = await repositoryWith({ 'prod.env': FILE });
    const commit = await repository.head();
    await repository.write({ 'prod.env': `# moved\n${FILE}`, 'copy.env': FILE, 'new.env': envFile(OTHER) });
    await repository.git('add', '-A');
    const { stdout } = await scan(repository.path, ['--json']);
    const findings: { place: { path: string; commit?: string; author?: string; date?: string } }[] =
      JSON.parse(stdout).findings;
    const of = (path: string) => findings.find(({ place }) => place.path === path)?.place;
    expect(of('prod.env')).toMatchObject({
      commit,
      author: expect.stringMatching(/./),
      date: expect.stringMatching(/^\d{4}-/),
    });
    expect(of('new.env')).not.toHaveProperty('commit');
    expect((await scan(repository.path)).stdout).toContain(`commit ${commit.slice(0, 10)} by `);
  });

  test('advise to revoke what may be public, and to take out what is on this machine alone', async () => {
    const repository = await repositoryWith({ 'prod.env': FILE });
    await repository.write({ 'new.env': envFile(OTHER) });
    await repository.git('add', '-A');
    const staged = await scan(repository.path, ['--staged']);
    expect(staged.stdout).toContain('Take the value out');
    expect(staged.stdout).not.toContain('Deactivate');
    // The same key under another name is as public as before.
    await repository.git('mv', 'prod.env', 'renamed.env');
    await repository.git('rm', '-q', '--cached', '-f', 'new.env');
    const moved = await scan(repository.path, ['--staged']);
    expect(moved.stdout).toContain('renamed.env');
    expect(moved.stdout).toContain('Deactivate');
  });

  test('tell how a finding is allowed, and what to do about a warning', async () => {
    const { path } = await repositoryWith({
      '.github/workflows/x.yml': 'env:\n  AWS_ACCESS_KEY_ID: ${{ secrets.K }}\n',
    });
    const { stdout } = await scan(path);
    expect(stdout).toContain('aws-temp-creds template roles\n');
    const [, fingerprint = ''] = /- fingerprint: ([0-9a-f]{40})\n/.exec(stdout) ?? [];
    const { findings } = JSON.parse((await scan(path, ['--json'])).stdout);
    expect(findings[0].fingerprint).toBe(fingerprint);
  });

  test('go to as many files as are asked for', async () => {
    const { path } = await repositoryWith({ 'prod.env': FILE });
    const options = ['--sarif', 'r/a.sarif', '--gitlab', 'r/gl.json', '--junit', 'r/j.xml', '--json'];
    const { exitCode, stdout } = await scan(path, options);
    expect([exitCode, JSON.parse(stdout).findings.length]).toEqual([1, 1]);
    expect(JSON.parse(await readFile(join(path, 'r/gl.json'), 'utf8')).vulnerabilities).toHaveLength(1);
    expect(JSON.parse(await readFile(join(path, 'r/a.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
    expect(await readFile(join(path, 'r/j.xml'), 'utf8')).toContain('<failure type="access-key-pair"');
  });

  test('with --quiet are nothing when all is well, else a line for each finding', async () => {
    expect((await scan((await repositoryWith({})).path, ['--quiet'])).stdout).toBe('');
    const { path } = await repositoryWith({ 'prod.env': FILE });
    const { exitCode, stdout } = await scan(path, ['--quiet']);
    expect([exitCode, stdout]).toEqual([
      1,
      expect.stringMatching(/^error {4}prod\.env:1:19 {2}AWS access key AKIA…\w{4}\n$/),
    ]);
  });

  test.each([
    [['--json', '--quiet'], '--json and --quiet exclude each other'],
    [['--json', '--gitlab', '-'], '--json and --gitlab - would print to standard output together'],
    [['--sarif', '-', '--junit', '-'], '--sarif - and --junit - would print to standard output together'],
    [['--fail-on', 'live'], '--fail-on live needs --verify'],
  ])('%j is wrong use', async (options, expected) => {
    const { exitCode, stderr } = await scan((await repositoryWith({})).path, options);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(expected);
  });

  test('a reader that goes away changes nothing', async () => {
    const { path } = await repositoryWith({ 'prod.env': FILE.repeat(20) });
    const script = `"${nodePath('20')}" "${bundlePath('cli')}" scan --json; echo "exit $?" >&2`;
    const ended = await runProgram({
      command: 'sh',
      args: ['-c', `{ ${script}; } | true`],
      env: { PATH: process.env['PATH'] ?? '' },
      cwd: path,
    });
    expect(ended.stderr).toBe('exit 1\n');
  });

  test.each([
    ['an ID', (key: typeof KEY) => key.accessKeyId],
    ['a pair', (key: typeof KEY) => `${key.accessKeyId}/${key.secretAccessKey}`],
    ['an encoded pair', (key: typeof KEY) => Buffer.from(envFile(key)).toString('base64url').slice(0, 88)],
  ])('names of entries of an archive are shown without the key in them: %s', async (_, nameOf) => {
    const name = `a/${nameOf(OTHER)}`;
    const { path } = await repositoryWith({ 'x.tar': tarOf(name, Buffer.from(FILE)).toString('latin1') });
    for (const options of [[], ['--json'], ['--sarif', 'x.sarif']]) {
      const { stdout } = await scan(path, options);
      expect(stdout).not.toContain(name);
    }
    const sarif = await readFile(join(path, 'x.sarif'), 'utf8');
    for (const part of name.split('/').filter(text => text.length > 1)) expect(sarif).not.toContain(part);
  });

  test('hostile file names stay one line each', async () => {
    const repository = await repositoryWith({});
    await repository.commitPath('odd', 'a%0A::error::b\n::error::c', FILE);
    const { stdout } = await scan(repository.path, ['--history']);
    expect(stdout).toContain('a%0A::error::b\\n::error::c');
  });
});

describe('--verify', () => {
  let sts: Sts;
  beforeAll(async () => {
    sts = await startSts();
    sts.account(KEY.account, { users: [{ name: 'ann', ...KEY }] });
  });
  afterAll(() => sts.close());

  test('tells which key is live and whose, with one call', async () => {
    const { path } = await repositoryWith({ 'a.env': FILE, 'b.env': FILE });
    const { stdout } = await scan(path, ['--verify'], { env: { AWS_ENDPOINT_URL_STS: sts.url } });
    expect(stdout).toContain(`LIVE: AWS accepts this key now (arn:aws:iam::${KEY.account}:user/ann)`);
    expect(sts.count('GetCallerIdentity')).toBe(1);
  });

  test('counts a key again that is allowed as revoked and is live', async () => {
    const { path } = await repositoryWith({
      'a.env': FILE,
      '.github/aws-temp-creds.yml': 'scan:\n  allow:\n    - path: a.env\n      reason: revoked\n',
    });
    const { stdout } = await scan(path, ['--verify'], { env: { AWS_ENDPOINT_URL_STS: sts.url } });
    expect(stdout).toContain('allowed (revoked), yet live');
  });

  test.each([
    ['live', KEY, 1],
    ['dead', OTHER, 0],
  ])('with --fail-on live answers for a key that is %s with %d', async (_, key, expected) => {
    const { path } = await repositoryWith({ 'a.env': envFile(key) });
    const env = { AWS_ENDPOINT_URL_STS: sts.url };
    expect((await scan(path, ['--verify', '--fail-on', 'live'], { env })).exitCode).toBe(expected);
  });

  test('with --fail-on live counts a key as live that nobody could ask about', async () => {
    const { path } = await repositoryWith({ 'a.env': envFile(OTHER) });
    const env = { AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9' };
    const { exitCode, stdout } = await scan(path, ['--verify', '--fail-on', 'live'], { env });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('not known whether it is live');
  });

  test('is not on by itself', async () => {
    const before = sts.requests.length;
    const { path } = await repositoryWith({ 'a.env': FILE });
    await scan(path, [], { env: { AWS_ENDPOINT_URL_STS: sts.url } });
    expect(sts.requests).toHaveLength(before);
  });
});

describe('the command', () => {
  test('says its version, and what it can do', async () => {
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { exitCode, stdout } = await runCli(args);
      expect(exitCode).toBe(0);
      expect(stdout).toContain('aws-temp-creds COMMAND');
    }
  });

  test('explains a command, and in no line wider than 80 columns', async () => {
    for (const args of [
      ['scan', '--help'],
      ['scan', '--json', '-h'],
      ['help', 'scan'],
    ]) {
      const { exitCode, stdout } = await runCli(args);
      expect(exitCode).toBe(0);
      expect(stdout).toContain('Exit codes:');
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  test.each([
    [['scna'], 'did you mean scan?'],
    [['xyzzy'], 'there is no command xyzzy\n'],
    [['--hlep'], 'there is no option --hlep'],
    [[], 'aws-temp-creds COMMAND'],
  ])('asked for %j answers on standard error with exit code 2', async (args, expected) => {
    const { exitCode, stdout, stderr } = await runCli(args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(expected);
  });
});
