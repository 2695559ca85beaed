import { join } from 'node:path';
import { readRegularFile } from '../../regular-file.js';
import { gitText } from './git.js';
import { LF, list } from './listing.js';
import type { ObjectStore } from './object-store.js';
import type { Repository } from './repository.js';

/** A whole object name. */
const NAME = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** @returns the full name of what a revision means here, or undefined when it means nothing */
export async function resolveRevision(repository: Repository, revision: string): Promise<string | undefined> {
  if (NAME.test(revision)) return revision;
  const { stdout } = await gitText(
    repository.place,
    ...['rev-parse', '--verify', '--quiet', '--end-of-options', revision],
  );
  const name = stdout.trim();
  return NAME.test(name) ? name : undefined;
}

/** True when the store holds all of these commits, each with the tree that it names. */
export async function hasCommits(store: ObjectStore, names: readonly string[]): Promise<boolean> {
  return (await presentCommits(store, names)).length === names.length;
}

/** Those of the commits (or tags of commits) that the store holds, each with the tree that it names. */
export async function presentCommits({ place }: ObjectStore, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const input = names.map(name => `${name}^{tree}\n`).join('');
  const { items, ended } = list(place, ['cat-file', '--batch-check=%(objecttype)'], LF, input);
  const answers: string[] = [];
  for await (const lines of items) answers.push(...lines.map(line => line.toString('latin1')));
  return (await ended).exitCode === 0 ? names.filter((_, index) => answers[index] === 'tree') : [];
}

/** The parents that a commit names, whether they are here or not. */
export async function parentsOf({ place }: ObjectStore, commit: string): Promise<string[]> {
  const { exitCode, stdout } = await gitText(place, 'cat-file', 'commit', commit);
  if (exitCode !== 0) return [];
  const header = stdout.slice(0, `${stdout}\n\n`.indexOf('\n\n'));
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(([, name]) => name ?? []);
}

/** Of a million commits. */
const LARGEST_SHALLOW = 64 * 2 ** 20;

/** The commits whose parents a shallow clone left out. */
export function shallowCommits({ folder }: ObjectStore): ReadonlySet<string> {
  const found = readRegularFile(join(folder, 'shallow'), LARGEST_SHALLOW);
  const text = found.kind === 'file' ? found.content.toString('latin1') : '';
  return new Set(text.split('\n').filter(line => line !== ''));
}
