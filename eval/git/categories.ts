import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Planted } from '../case.js';
import { idAlone, pair } from '../plant.js';
import { LOWER, type Random } from '../random.js';
import { lines } from '../surroundings.js';
import type { Repository } from './repository.js';

/**
 * A place in git where credentials hide. `build` starts from a repository with some commits on `main`, checked out
 * on a branch `work` that stands there, and leaves the credentials behind, each in a place of its own.
 */
export interface GitCategory {
  readonly name: string;
  readonly plant: (r: Random) => Planted;
  /** Whether a pull request from `work` to `main` brings them, too. */
  readonly inChanges: boolean;
  readonly build: (repository: Repository, planted: readonly Planted[], r: Random) => void;
}

const env = (k: Planted) => `AWS_ACCESS_KEY_ID=${k.id}\nAWS_SECRET_ACCESS_KEY=${k.secret}\n`;
const text = (r: Random) => `${lines(r, 'env', 20, 40).join('\n')}\n`;
const file = (at: number, end = 'env') => `conf/${String(at).padStart(2, '0')}.${end}`;

/** Writes one file per credential and commits them in one commit or in one each. */
function written(
  to: Repository,
  planted: readonly Planted[],
  end: string,
  content: (k: Planted) => string | Buffer,
) {
  planted.forEach((k, at) => {
    to.write(file(at, end), content(k));
  });
  to.commit('settings');
}

/** The merge's own resolution holds what neither parent has. */
function evilMerge(to: Repository, planted: readonly Planted[], r: Random): void {
  planted.forEach((_, at) => {
    to.write(file(at), text(r));
  });
  to.commit('settings');
  to.git('checkout', '-q', '-b', 'side');
  to.write('side.txt', text(r));
  to.commit('side');
  to.git('checkout', '-q', 'work');
  to.write('own.txt', text(r));
  to.commit('own');
  to.git('merge', '-q', '--no-ff', '--no-commit', 'side');
  planted.forEach((k, at) => {
    to.write(file(at), `${text(r)}${env(k)}`);
  });
  to.commit('Merge side');
}

function noDiff(to: Repository, planted: readonly Planted[]): void {
  to.write('.gitattributes', '*.dat -diff\n*.env binary\n');
  to.commit('attributes');
  planted.forEach((k, at) => {
    to.write(file(at, at % 2 === 0 ? 'dat' : 'env'), env(k));
  });
  to.commit('settings');
}

function annotatedTags(to: Repository, planted: readonly Planted[]): void {
  planted.forEach((k, at) => {
    to.git('tag', '-a', `v${at}`, '-m', `release\n\n${env(k)}`);
  });
}

function stash(to: Repository, planted: readonly Planted[], r: Random): void {
  to.write(file(0), text(r));
  to.commit('settings');
  planted.forEach((k, at) => {
    to.write(file(at), env(k));
  });
  to.git('stash', 'push', '-q', '--include-untracked');
}

function unreachable(to: Repository, planted: readonly Planted[]): void {
  written(to, planted, 'env', env);
  to.git('reset', '-q', '--hard', 'HEAD^');
  to.git('reflog', 'expire', '--expire=now', '--all');
}

function renamed(to: Repository, planted: readonly Planted[], r: Random): void {
  planted.forEach((_, at) => {
    to.write(file(at), text(r));
  });
  to.commit('settings');
  planted.forEach((k, at) => {
    to.git('mv', file(at), file(at, 'moved'));
    to.write(file(at, 'moved'), `${text(r)}${env(k)}`);
  });
  to.commit('move');
}

function pathName(to: Repository, planted: readonly Planted[], r: Random): void {
  planted.forEach(({ id }, at) => {
    const [folder, name] = at % 2 === 0 ? [id, 'a.txt'] : ['backup', `${r.text(LOWER, 3)}-${id}.txt`];
    to.write(`${at}/${folder}/${name}`, `${text(r)}`);
  });
  to.commit('backup');
}

function branchName(to: Repository, planted: readonly Planted[], r: Random): void {
  planted.forEach(({ id }, at) => {
    to.git(...(at % 2 === 0 ? ['branch', `fix/${id}-leak`] : ['tag', `${r.text(LOWER, 4)}-${id}`]));
  });
}

function secretLater(to: Repository, planted: readonly Planted[]): void {
  planted.forEach((k, at) => {
    to.write(file(at), `AWS_ACCESS_KEY_ID=${k.id}\nREGION=eu-west-1\nAWS_SECRET_ACCESS_KEY=\n`);
  });
  to.commit('identifiers');
  planted.forEach((k, at) => {
    to.write(file(at), `AWS_ACCESS_KEY_ID=${k.id}\nREGION=eu-west-1\nAWS_SECRET_ACCESS_KEY=${k.secret}\n`);
  });
  to.commit('secrets');
}

function removed(to: Repository, planted: readonly Planted[], r: Random): void {
  written(to, planted, 'env', env);
  planted.forEach((_, at) => {
    if (at % 2 === 0) rmSync(join(to.folder, file(at)));
    else to.write(file(at), text(r));
  });
  to.commit('remove');
}

function mergedBranch(to: Repository, planted: readonly Planted[], r: Random): void {
  to.git('checkout', '-q', '-b', 'feature');
  written(to, planted, 'env', env);
  to.git('checkout', '-q', 'work');
  to.write('own.txt', text(r));
  to.commit('own');
  to.git('merge', '-q', '--no-ff', '-m', 'Merge feature', 'feature');
}

/** Only what git keeps beside the branches. */
function notes(to: Repository, planted: readonly Planted[]): void {
  planted.forEach((k, at) => {
    const commit = to.commit(`step ${at}`);
    to.git('notes', 'add', '-m', env(k), commit);
  });
}

/** Where credentials hide in git. */
export const GIT_CATEGORIES: readonly GitCategory[] = [
  { name: 'evil merge', plant: pair, inChanges: true, build: evilMerge },
  { name: '-diff attribute', plant: pair, inChanges: true, build: noDiff },
  {
    name: 'utf-16 file',
    plant: pair,
    inChanges: true,
    build: (to, planted) => written(to, planted, 'txt', k => Buffer.from(`\ufeff${env(k)}`, 'utf16le')),
  },
  {
    name: 'binary file',
    plant: pair,
    inChanges: true,
    build: (to, planted, r) => written(to, planted, 'bin', k => `\0\x01${r.text(LOWER, 30)}\0\n${env(k)}\0`),
  },
  {
    name: 'commit message',
    plant: pair,
    inChanges: true,
    build: (to, planted) => planted.forEach(k => void to.commit(`use the new key\n\n${env(k)}`)),
  },
  { name: 'annotated tag', plant: pair, inChanges: false, build: annotatedTags },
  { name: 'stash', plant: pair, inChanges: false, build: stash },
  { name: 'unreachable', plant: pair, inChanges: false, build: unreachable },
  { name: 'renamed and modified', plant: pair, inChanges: true, build: renamed },
  { name: 'path name', plant: idAlone, inChanges: true, build: pathName },
  { name: 'name of a branch', plant: idAlone, inChanges: false, build: branchName },
  { name: 'secret committed later', plant: pair, inChanges: true, build: secretLater },
  { name: 'removed later', plant: pair, inChanges: true, build: removed },
  { name: 'merged branch', plant: pair, inChanges: true, build: mergedBranch },
  { name: 'notes', plant: pair, inChanges: false, build: notes },
];
