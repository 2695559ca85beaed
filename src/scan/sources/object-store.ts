import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GitPlace, gitText } from './git.js';
import type { Repository } from './repository.js';

/**
 * The objects of a repository, seen through a git directory of our own in a temporary folder: it has no
 * configuration, remotes, refs, grafts or replacements but ours, so an object is what its name says, and a missing
 * one is missing (in the repository's own directory git could start its promisor remote's program for it). Objects
 * that we fetch go into this folder: the checkout stays as it was.
 */
export interface ObjectStore {
  /** Reads: the repository's objects, and those fetched. */
  readonly place: GitPlace;
  /** Writes: to the temporary folder, with the repository's objects as alternates. */
  readonly writing: GitPlace;
  /** The temporary folder. */
  readonly folder: string;
  readonly format: ObjectFormat;
  /** Removes the temporary folder. */
  close(): void;
}

export type ObjectFormat = 'sha1' | 'sha256';

/** @param temporary where the folder is made; '' for the system's own */
export async function openObjectStore(repository: Repository, temporary: string): Promise<ObjectStore> {
  const { stdout } = await gitText(repository.place, 'rev-parse', '--show-object-format');
  const format = stdout.trim() === 'sha256' ? 'sha256' : 'sha1';
  const folder = mkdtempSync(join(temporary || tmpdir(), 'aws-temp-creds-scan-'));
  const objects = join(repository.commonDir, 'objects');
  const own = join(folder, 'objects');
  for (const name of ['objects/info', 'objects/pack', 'refs'])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/none\n');
  writeFileSync(join(folder, 'config'), configuration(format));
  writeFileSync(join(own, 'info/alternates'), `${quoted(objects)}\n`);
  const shallow = join(repository.commonDir, 'shallow');
  if (existsSync(shallow)) copyFileSync(shallow, join(folder, 'shallow'));
  const place = { git: repository.place.git, options: [`--git-dir=${folder}`], folder };
  return {
    place: {
      ...place,
      variables: { GIT_OBJECT_DIRECTORY: objects, GIT_ALTERNATE_OBJECT_DIRECTORIES: own },
    },
    writing: place,
    folder,
    format,
    close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

function configuration(format: ObjectFormat): string {
  const version = format === 'sha1' ? 0 : 1;
  const extension = format === 'sha1' ? '' : '[extensions]\n\tobjectformat = sha256\n';
  return `[core]\n\trepositoryformatversion = ${version}\n\tbare = true\n${extension}`;
}

/** A path as a line of objects/info/alternates: in C's quotes, for it may begin with # or hold a newline. */
function quoted(path: string): string {
  const escaped = path
    .replaceAll('\\', process.platform === 'win32' ? '/' : '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n');
  return `"${escaped}"`;
}
