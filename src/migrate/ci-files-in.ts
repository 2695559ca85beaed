import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ciSystemOf } from '../scan/ci-files/systems.js';
import type { CiFile } from './plan.js';

/** Folders that hold other people's files, or none of a person's. */
const PASSED_OVER = new Set([
  '.git',
  'node_modules',
  'vendor',
  '.venv',
  'venv',
  'cdk.out',
  'dist',
  '.terraform',
  'target',
]);
const DEEPEST = 12;
/** Bytes; files of people are smaller. */
const LARGEST = 1_000_000;

/** The CI files of a folder, as they are on disk, and those that cannot be read. Symbolic links are not followed. */
export function ciFilesIn(root: string): {
  readonly files: readonly CiFile[];
  readonly unread: readonly string[];
} {
  const files: CiFile[] = [];
  const unread: string[] = [];
  const walk = (folder: string, depth: number): void => {
    for (const entry of entriesOf(join(root, folder)).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && depth < DEEPEST && !PASSED_OVER.has(entry.name)) walk(path, depth + 1);
      if (!entry.isFile() || ciSystemOf(path) === undefined) continue;
      const text = readText(join(root, path));
      if (text === undefined) unread.push(path);
      else files.push({ path, text });
    }
  };
  walk('', 0);
  return { files, unread };
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** @returns undefined for what is too large, unreadable or no UTF-8: it must be written back as it was */
function readText(path: string): string | undefined {
  try {
    if (lstatSync(path).size > LARGEST) return undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}
