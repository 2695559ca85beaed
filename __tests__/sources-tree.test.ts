import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { idsOf, planted, Repositories, scanChanges, scanTree } from './support/scanning.js';
import { removeFolder, scratchFolder } from './support/scratch.js';
import { unprivileged } from './support/unprivileged.js';

const repositories = new Repositories();
const folders: string[] = [];
afterAll(async () => {
  await repositories.remove();
  await Promise.all(folders.map(removeFolder));
});

async function plainFolder(): Promise<string> {
  const folder = await scratchFolder('plain');
  folders.push(folder);
  return folder;
}

const posix = process.platform === 'win32' ? test.skip : test;

describe('the tree is scanned as it is on disk', () => {
  test('a tracked file counts with its content on disk, not with the one committed', async () => {
    const repository = await repositories.create();
    const [committed, onDisk] = [planted('committed'), planted('on disk')];
    await repository.commit('add', { '.env': committed.text });
    await repository.write({ '.env': `# new\n${onDisk.text}` });
    const result = await scanTree(repository.path);
    expect(result.findings).toMatchObject([
      { accessKeyId: onDisk.id, place: { kind: 'file', path: '.env', line: 2, column: 19 } },
    ]);
    expect(result).toMatchObject({ mode: 'tree', unread: [], notes: [], counts: { files: 2 } });
  });

  test('a file that holds nothing but a secret is understood by its name', async () => {
    const repository = await repositories.create();
    const { key } = planted('by its name');
    await repository.commit('add', { 'secrets/aws_secret_access_key': `${key.secretAccessKey}\n` });
    const { findings } = await scanTree(repository.path);
    expect(findings).toMatchObject([{ place: { path: 'secrets/aws_secret_access_key', line: 1 } }]);
  });

  test('of a tracked file that is not on disk the version in the index is scanned', async () => {
    const repository = await repositories.create();
    const key = planted('absent');
    await repository.commit('add', { 'deep/er/.env': key.text });
    await repository.write({ 'deep/er/.env': null });
    const result = await scanTree(repository.path);
    expect(result.findings).toMatchObject([
      { accessKeyId: key.id, place: { kind: 'file', path: 'deep/er/.env' } },
    ]);
    expect(result.unread).toEqual([]);
  });

  test('a name that is too long for the disk is one that is not there', async () => {
    const repository = await repositories.create();
    const key = planted('long name');
    const path = `deep/${'n'.repeat(300)}.env`;
    await repository.commitPath('long', path, key.text);
    const result = await scanTree(repository.path);
    expect(result.findings).toMatchObject([{ accessKeyId: key.id, place: { kind: 'file', path } }]);
    expect(result.unread).toEqual([]);
  });

  test('untracked files only when asked for, ignored ones never', async () => {
    const repository = await repositories.create();
    const [untracked, ignored] = [planted('untracked'), planted('ignored')];
    await repository.commit('ignore', { '.gitignore': 'ignored.env\n' });
    await repository.write({ 'new.env': untracked.text, 'ignored.env': ignored.text });
    expect(idsOf(await scanTree(repository.path))).toEqual([]);
    expect(idsOf(await scanTree(repository.path, { untracked: true }))).toEqual([untracked.id]);
  });

  test('a folder inside the repository: only what it holds, by paths from the top', async () => {
    const repository = await repositories.create();
    const [inside, outside] = [planted('inside'), planted('outside')];
    await repository.commit('add', { 'app/x/.env': inside.text, '.env': outside.text });
    const result = await scanTree(join(repository.path, 'app'));
    expect(result.findings).toMatchObject([{ accessKeyId: inside.id, place: { path: 'app/x/.env' } }]);
  });

  test('a folder of which git tracks nothing is scanned whole, and that is said', async () => {
    const repository = await repositories.create();
    const key = planted('built');
    await repository.write({ 'dist/out.js': key.text });
    const result = await scanTree(join(repository.path, 'dist'));
    expect(idsOf(result)).toEqual([key.id]);
    expect(result.notes.join()).toContain('git tracks no file in this folder');
  });

  test('without a repository every file of the folder, and that is said', async () => {
    const folder = await plainFolder();
    const key = planted('plain');
    mkdirSync(join(folder, 'a/.git'), { recursive: true });
    writeFileSync(join(folder, 'a/.git/config'), planted('in git').text);
    writeFileSync(join(folder, 'a/key'), key.text);
    const result = await scanTree(folder);
    expect(result.findings).toMatchObject([{ accessKeyId: key.id, place: { kind: 'file', path: 'a/key' } }]);
    expect(result.notes.join()).toContain('in no git repository');
  });

  test('without git every file of the folder, and that is said', async () => {
    const repository = await repositories.create();
    await repository.commit('add', { '.env': planted('no git').text });
    const result = await scanTree(repository.path, { variables: { PATH: join(repository.path, 'bin') } });
    expect(result.findings).toHaveLength(1);
    expect(result.notes.join()).toContain('git was not found on PATH');
  });

  test('a bare repository: the tree of HEAD', async () => {
    const repository = await repositories.create();
    const key = planted('bare');
    await repository.commit('add', { 'a/.env': key.text });
    const bare = repositories.keep(await repository.clone({ bare: true }));
    const result = await scanTree(bare.path);
    expect(result.findings).toMatchObject([{ accessKeyId: key.id, place: { kind: 'file', path: 'a/.env' } }]);
  });

  test('tracked files that look like a bare repository do not pass for the repository', async () => {
    const repository = await repositories.create();
    const key = planted('beside a bare one');
    await repository.commit('add', {
      HEAD: 'ref: refs/heads/x\n',
      'refs/x': '',
      'objects/x': '',
      '.env': key.text,
    });
    expect(idsOf(await scanTree(repository.path))).toEqual([key.id]);
  });

  test('a folder that is none is wrong use', async () => {
    const folder = join(await plainFolder(), 'none');
    await expect(scanTree(folder)).rejects.toMatchObject({ code: 'wrong-input' });
  });

  test('a linked working tree', async () => {
    const repository = await repositories.create();
    const key = planted('worktree');
    await repository.commit('add', { '.env': key.text });
    const folder = join(await plainFolder(), 'linked');
    await repository.git('worktree', 'add', '--quiet', folder, 'HEAD');
    expect(idsOf(await scanTree(folder))).toEqual([key.id]);
  });

  test('submodules and Git LFS pointers are said, and do not make the scan incomplete', async () => {
    const repository = await repositories.create();
    const other = await repositories.create();
    await repository.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      other.url,
      'vendor/other',
    );
    await repository.commit('add', {
      'big.bin': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`,
    });
    const said = [
      { what: 'big.bin', why: expect.stringContaining('Git LFS'), incomplete: false },
      { what: 'vendor/other', why: expect.stringContaining('submodule'), incomplete: false },
    ];
    for (const { unread } of [await scanTree(repository.path), await scanChanges(repository.path)]) {
      expect(unread).toEqual(expect.arrayContaining(said));
      expect(unread.length).toBe(said.length);
    }
  });
});

describe('what is no plain file breaks nothing', () => {
  posix('symbolic links are not followed; what they say is scanned', async () => {
    const repository = await repositories.create();
    const outside = await plainFolder();
    writeFileSync(join(outside, 'key'), planted('outside of it').text);
    const key = planted('in a link');
    await repository.commit('links', {
      loop: { link: 'loop' },
      out: { link: join(outside, 'key') },
      folder: { link: outside },
      named: { link: `/keys/${key.id}` },
    });
    const result = await scanTree(repository.path);
    expect(result.findings).toMatchObject([{ accessKeyId: key.id, place: { path: 'named' } }]);
    expect(result.unread).toEqual([]);
  });

  posix('a folder that became a link leads nowhere: the index counts', async () => {
    const repository = await repositories.create();
    const committed = planted('committed in folder');
    await repository.commit('add', { 'conf/.env': committed.text });
    const outside = await plainFolder();
    writeFileSync(join(outside, '.env'), planted('behind the link').text);
    rmSync(join(repository.path, 'conf'), { recursive: true });
    symlinkSync(outside, join(repository.path, 'conf'));
    expect(idsOf(await scanTree(repository.path))).toEqual([committed.id]);
  });

  posix('a FIFO and a socket in place of files are said and not waited for', async () => {
    const repository = await repositories.create();
    await repository.commit('add', { pipe: 'x\n', socket: 'x\n' });
    for (const name of ['pipe', 'socket']) unlinkSync(join(repository.path, name));
    execFileSync('mkfifo', [join(repository.path, 'pipe')]);
    const server = createServer().listen(join(repository.path, 'socket'));
    try {
      const { unread } = await scanTree(repository.path);
      expect(unread.map(({ what, incomplete }) => ({ what, incomplete }))).toEqual([
        { what: 'pipe', incomplete: false },
        { what: 'socket', incomplete: false },
      ]);
    } finally {
      server.close();
    }
  });

  posix('an unreadable file makes the scan incomplete', async () => {
    const repository = await repositories.create();
    await repository.commit('add', { secret: 'x\n' });
    chmodSync(repository.path, 0o755);
    chmodSync(join(repository.path, 'secret'), 0);
    const { unread } = await unprivileged(() => scanTree(repository.path));
    expect(unread).toEqual([{ what: 'secret', why: expect.stringContaining('EACCES'), incomplete: true }]);
  });

  posix('a folder on PATH that may not be entered is passed over, as by a shell', async () => {
    const repository = await repositories.create();
    const closed = await plainFolder();
    chmodSync(repository.path, 0o755);
    chmodSync(closed, 0);
    const variables = { PATH: `${closed}:/usr/bin:/bin:${process.env['PATH']}` };
    const result = await unprivileged(() => scanTree(repository.path, { variables }));
    chmodSync(closed, 0o700);
    expect(result).toMatchObject({ notes: [], unread: [], counts: { files: 1 } });
  });

  test('a file deleted during the scan makes a scan without git incomplete', async () => {
    const folder = await plainFolder();
    for (let index = 0; index < 600; index++) writeFileSync(join(folder, `f${1000 + index}`), 'x\n');
    let removed = false;
    const progress = () => {
      if (!removed) for (const name of readdirSync(folder).slice(-10)) rmSync(join(folder, name));
      removed = true;
    };
    const { unread, counts } = await scanTree(folder, { progress });
    expect(counts.files).toBe(590);
    expect(unread).toHaveLength(10);
    expect(unread[0]).toEqual({ what: 'f1590', why: 'it disappeared during the scan', incomplete: true });
  });

  test('names that look like commands or are no text are reported as they are', async () => {
    const repository = await repositories.create();
    const names = ['a%0A::error::b', ...(process.platform === 'win32' ? [] : ['two\nlines', '::warning::x'])];
    await repository.commit('add', Object.fromEntries(names.map(name => [name, planted(name).text])));
    const { findings } = await scanTree(repository.path);
    expect(findings.map(({ place }) => place.path).sort()).toEqual([...names].sort());
  });

  test('a stopped scan is incomplete', async () => {
    const repository = await repositories.create();
    const result = await scanTree(repository.path, { signal: AbortSignal.abort() });
    expect(result.unread).toEqual([{ what: 'the rest', why: 'the scan was stopped', incomplete: true }]);
  });
});

describe('other sources', () => {
  test('staged: what the next commit brings, as the index has it', async () => {
    const repository = await repositories.create();
    const [old, staged, later] = [planted('old'), planted('staged'), planted('later')];
    await repository.commit('add', { 'old.env': old.text });
    await repository.write({ 'new.env': staged.text });
    await repository.git('add', 'new.env');
    await repository.write({ 'new.env': later.text });
    const result = await scanTree(repository.path, { mode: 'staged' });
    expect(result.findings).toMatchObject([
      { accessKeyId: staged.id, place: { kind: 'file', path: 'new.env' } },
    ]);
    expect(result).toMatchObject({ mode: 'staged', unread: [], counts: { files: 1 } });
  });

  test('staged: before the first commit, and with the index that a hook is told of', async () => {
    const repository = await repositories.create();
    const other = planted('other index');
    await repository.git('checkout', '--quiet', '--orphan', 'fresh');
    expect((await scanTree(repository.path, { mode: 'staged' })).counts.files).toBe(1);
    await repository.write({ 'partial.env': other.text });
    const index = join(repository.path, '.git/next-index-1.lock');
    const variables = { ...process.env, GIT_INDEX_FILE: index };
    execFileSync('git', ['add', 'partial.env'], { cwd: repository.path, env: variables });
    expect(idsOf(await scanTree(repository.path, { mode: 'staged', variables }))).toEqual([other.id]);
    const elsewhere = { ...variables, GIT_INDEX_FILE: join(await plainFolder(), 'index') };
    expect(idsOf(await scanTree(repository.path, { mode: 'staged', variables: elsewhere }))).toEqual([]);
  });

  test('files by name, a folder for all in it, and a name that is none', async () => {
    const folder = await plainFolder();
    const [one, two] = [planted('one'), planted('two')];
    mkdirSync(join(folder, 'sub/deep'), { recursive: true });
    writeFileSync(join(folder, 'one.txt'), one.text);
    writeFileSync(join(folder, 'sub/deep/two.txt'), two.text);
    const result = await scanTree(folder, { mode: 'files', files: ['one.txt', 'sub', 'none.txt'] });
    expect(result.findings.map(({ place }) => place.path)).toEqual(['one.txt', 'sub/deep/two.txt']);
    expect(result.unread).toEqual([{ what: 'none.txt', why: 'there is no such file', incomplete: true }]);
  });

  posix(
    'a link that is named stands for what it leads to; a FIFO that is named is not passed over',
    async () => {
      const folder = await plainFolder();
      const key = planted('linked');
      writeFileSync(join(folder, 'real.env'), key.text);
      symlinkSync('real.env', join(folder, 'link.env'));
      symlinkSync('pipe:[1]', join(folder, 'nowhere'));
      execFileSync('mkfifo', [join(folder, 'fifo')]);
      const result = await scanTree(folder, { mode: 'files', files: ['link.env', 'nowhere', 'fifo'] });
      expect(result.findings).toMatchObject([{ accessKeyId: key.id, place: { path: 'link.env', line: 1 } }]);
      expect(result.unread).toMatchObject([
        { what: 'nowhere', why: expect.stringContaining('a link to no file'), incomplete: true },
        { what: 'fifo', why: 'a FIFO, not a file', incomplete: true },
      ]);
    },
  );

  test('a repository of which git tracks nothing yet is scanned whole, and that is said', async () => {
    const repository = await repositories.create();
    const key = planted('nothing tracked');
    await repository.write({ 'dist/out.js': key.text });
    await repository.git('read-tree', '--empty');
    const result = await scanTree(repository.path);
    expect(idsOf(result)).toEqual([key.id]);
    expect(result.notes.join()).toContain('git tracks no file in this folder');
  });

  test('stdin', async () => {
    const key = planted('stdin');
    async function* chunks() {
      for (const half of [key.text.slice(0, 30), key.text.slice(30)]) yield Buffer.from(half);
    }
    const result = await scanTree('.', { mode: 'stdin', stdin: chunks() });
    expect(result.findings).toMatchObject([
      { accessKeyId: key.id, place: { kind: 'stdin', line: 1, column: 19 } },
    ]);
  });

  test('a long-lived key in the environment of the job, not a temporary one', async () => {
    const folder = await plainFolder();
    const { key } = planted('job');
    const variables = {
      ...process.env,
      AWS_ACCESS_KEY_ID: key.accessKeyId,
      AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
      OTHER: key.accessKeyId.replace('AKIA', 'ASIA'),
    };
    const { findings } = await scanTree(folder, { environment: true, variables });
    expect(findings).toMatchObject([
      {
        rule: 'job-static-key',
        severity: 'warning',
        place: { kind: 'environment', path: 'AWS_ACCESS_KEY_ID' },
      },
    ]);
    expect(findings[0]?.place).not.toHaveProperty('line');
  });
});
