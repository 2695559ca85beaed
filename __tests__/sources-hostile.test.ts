import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { beforeJudge } from '../src/scan/sources/read-at-revision.js';
import type { Repository } from './support/repository.js';
import { idsOf, planted, Repositories, scanChanges, scanHistory, scanTree } from './support/scanning.js';
import { removeFolder, scratchFolder } from './support/scratch.js';

const repositories = new Repositories();
const folders: string[] = [];
afterAll(async () => {
  await repositories.remove();
  await Promise.all(folders.map(removeFolder));
});

/** A program that leaves a mark when it runs, as a command line for git's shell. */
async function trap(): Promise<{
  readonly command: string;
  readonly marks: () => string[];
  readonly folder: string;
}> {
  const folder = await scratchFolder('trap');
  folders.push(folder);
  const program = join(folder, 'program.sh').replaceAll('\\', '/');
  writeFileSync(program, '#!/bin/sh\necho ran >> "$(dirname "$0")/mark-$$"\ncat\n');
  chmodSync(program, 0o755);
  return {
    command: program,
    folder,
    marks: () => readdirSync(folder).filter(name => name.startsWith('mark')),
  };
}

/** A repository whose configuration, attributes and hooks name the program wherever git would run one. */
async function hostile(command: string, staged: string): Promise<Repository> {
  const repository = await repositories.create();
  const settings = {
    'core.fsmonitor': command,
    'core.pager': command,
    'core.editor': command,
    'core.sshCommand': command,
    'core.askPass': command,
    'core.gitProxy': command,
    'core.alternateRefsCommand': command,
    'core.hooksPath': '.hooks',
    'credential.helper': `!${command}`,
    'diff.external': command,
    'diff.evil.textconv': command,
    'diff.evil.command': command,
    'filter.evil.clean': command,
    'filter.evil.smudge': command,
    'filter.evil.process': command,
    'filter.evil.required': 'true',
    'alias.ls-files': `!${command}`,
    'alias.cat-file': `!${command}`,
    'uploadpack.packObjectsHook': command,
    'gpg.program': command,
    'log.showSignature': 'true',
    'submodule.recurse': 'true',
    'protocol.ext.allow': 'always',
    'remote.origin.url': `ext::${command} %S`,
    'remote.origin.promisor': 'true',
    'remote.origin.partialclonefilter': 'blob:none',
    'remote.origin.uploadpack': command,
    'extensions.partialClone': 'origin',
    'core.repositoryFormatVersion': '1',
    'core.worktree': '/',
  };
  await repository.commit('add', { '.gitattributes': '* diff=evil filter=evil\n', 'a.txt': 'x\n' });
  await repository.write({ '.env': staged });
  await repository.git('add', '.env');
  for (const name of ['post-index-change', 'reference-transaction', 'pre-commit', 'post-checkout']) {
    await repository.write({ [`.hooks/${name}`]: { program: `#!/bin/sh\nexec ${command}\n` } });
    await repository.write({ [`.git/hooks/${name}`]: { program: `#!/bin/sh\nexec ${command}\n` } });
  }
  for (const [name, value] of Object.entries(settings)) await repository.git('config', name, value);
  return repository;
}

const posix = process.platform === 'win32' ? test.skip : test;

describe('a hostile repository runs nothing and hides nothing', () => {
  posix('no setting, attribute or hook of it runs a program, in any kind of scan', async () => {
    const { command, marks } = await trap();
    const key = planted('hostile');
    const repository = await hostile(command, key.text);
    const fetch = { serverUrl: `file://${repository.path}`, milliseconds: 5000, bytes: 1e6 };
    const results = [
      await scanTree(repository.path, { untracked: true, fetch }),
      await scanTree(repository.path, { mode: 'staged' }),
      await scanHistory(repository.path),
      await scanChanges(repository.path, 'HEAD~1', { fetch }),
      await scanChanges(repository.path, 'f'.repeat(40), { fetch }),
    ];
    const base = { kind: 'revision', revision: 'e'.repeat(40) } as const;
    await beforeJudge(repository.path, base, { variables: process.env, fetch }, (_, read) => read('x'));
    expect(marks()).toEqual([]);
    expect(results.map(idsOf).map(ids => ids.includes(key.id))).toEqual([true, true, true, false, true]);
    // The traps are real: git as people run it steps on them.
    await repository.git(`--work-tree=${repository.path}`, 'status').catch(() => '');
    expect(marks()).not.toEqual([]);
  });

  posix('a missing object of a partial clone is counted; its remote is not started for it', async () => {
    const { command, marks } = await trap();
    const repository = await repositories.create();
    await repository.commit('add', { 'big.txt': 'content\n', '.env': planted('partial').text });
    const clone = repositories.keep(await repository.clone({ filter: 'blob:none', noCheckout: true }));
    await clone.git('config', 'remote.origin.uploadpack', command);
    await clone.git('read-tree', 'HEAD');
    for (const result of [
      await scanTree(clone.path),
      await scanTree(clone.path, { mode: 'staged' }),
      await scanChanges(clone.path, 'HEAD~1'),
    ]) {
      if (result.mode === 'staged') continue;
      expect(result.unread.filter(({ incomplete }) => incomplete).length).toBeGreaterThan(0);
      expect(result.unread[0]?.why).toContain('partial clone');
    }
    const { unread } = await scanHistory(clone.path);
    expect(unread.some(({ incomplete }) => incomplete)).toBe(true);
    expect(marks()).toEqual([]);
  });

  test('variables of git that come from a hook or a caller lead nowhere else', async () => {
    const repository = await repositories.create();
    const other = await repositories.create();
    const key = planted('right one');
    await repository.commit('add', { '.env': key.text });
    const variables = {
      ...process.env,
      GIT_DIR: join(other.path, '.git'),
      GIT_WORK_TREE: other.path,
      GIT_INDEX_FILE: join(other.path, '.git/index'),
      GIT_OBJECT_DIRECTORY: join(other.path, '.git/objects'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: 'false',
      GIT_EXEC_PATH: other.path,
    };
    expect(idsOf(await scanTree(repository.path, { variables }))).toEqual([key.id]);
    expect(idsOf(await scanChanges(repository.path, 'HEAD~1', { variables }))).toEqual([key.id]);
  });

  posix.each([
    ['of packages of the repository', 'node_modules/.bin', '.'],
    ['of packages of the repository, for one of its folders', 'node_modules/.bin', 'src'],
    ['of packages of a folder of it', 'src/node_modules/.bin', 'src'],
    ['of the repository, for one of its folders', 'tools', 'src'],
  ])('a git %s is not the git that runs', async (_, bin, folder) => {
    const { command, marks } = await trap();
    const repository = await repositories.create();
    for (const name of ['git', 'mkfifo', 'sh', 'git-remote-https'])
      await repository.write({ [`${bin}/${name}`]: { program: `#!/bin/sh\nexec ${command}\n` } });
    const temporary = await scratchFolder('bin');
    folders.push(temporary);
    const link = join(temporary, 'bin');
    symlinkSync(join(repository.path, bin), link);
    const path = `${join(repository.path, bin)}:${link}:.:${bin}:${process.env['PATH']}`;
    const variables = { ...process.env, PATH: path };
    const { notes } = await scanTree(join(repository.path, folder), { variables });
    await scanHistory(join(repository.path, folder), { variables });
    expect({ notes, marks: marks() }).toEqual({ notes: [], marks: [] });
  });

  posix('a git of packages of a folder above is not the git that runs', async () => {
    const { command, marks } = await trap();
    const [above, repository] = [await repositories.create(), await repositories.create()];
    await above.write({ 'node_modules/.bin/git': { program: `#!/bin/sh\nexec ${command}\n` } });
    const path = `${join(above.path, 'node_modules/.bin/')}:${process.env['PATH']}`;
    const { notes } = await scanTree(repository.path, { variables: { ...process.env, PATH: path } });
    expect({ notes, marks: marks() }).toEqual({ notes: [], marks: [] });
  });

  test('replacements and grafts hide nothing', async () => {
    const repository = await repositories.create();
    const key = planted('replaced');
    const bad = await repository.commit('add', { '.env': key.text });
    const good = await repository.commit('remove', { '.env': null });
    await repository.git('replace', bad, 'HEAD~2');
    mkdirSync(join(repository.path, '.git/info'), { recursive: true });
    writeFileSync(join(repository.path, '.git/info/grafts'), `${good}\n`);
    expect(idsOf(await scanChanges(repository.path, 'HEAD~2'))).toEqual([key.id]);
    expect(idsOf(await scanHistory(repository.path))).toEqual([key.id]);
  });

  test('nothing is left behind', async () => {
    const repository = await repositories.create();
    const temporary = await scratchFolder('temporary');
    folders.push(temporary);
    await scanHistory(repository.path, { temporary });
    await scanChanges(repository.path, 'HEAD', { temporary });
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(join(repository.path, '.git/shallow'))).toBe(false);
  });
});
