import { lstatSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { unifiedDiff } from '../laptop/show-diff.js';

/**
 * What is to become of a file of a repository, as git shows it.
 *
 * @param path from the repository's root, with `/`
 * @param before undefined: there is no file
 */
export function fileDiff(path: string, before: string | undefined, after: string): string {
  return unifiedDiff(
    { name: before === undefined ? '/dev/null' : `a/${path}`, text: before ?? '' },
    { name: `b/${path}`, text: after },
  );
}

/** Writes a file of a repository beside its place and renames it: nobody sees half of it. Its mode stays. */
export function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const mode = lstatSync(path, { throwIfNoEntry: false })?.mode;
  const temporary = `${path}.${process.pid}.aws-temp-creds`;
  writeFileSync(temporary, text, { flag: 'wx', ...(mode !== undefined && { mode: mode & 0o777 }) });
  renameSync(temporary, path);
}
