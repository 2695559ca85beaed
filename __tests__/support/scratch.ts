import { mkdtemp, readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

/** A file as a program left it. */
export interface LeftFile {
  /** From the folder that was listed, with `/`. */
  readonly path: string;
  /** Permission bits of the file and of the folder that holds it; no use on Windows. */
  readonly mode: number;
  readonly folderMode: number;
  readonly text: string;
}

/** A new folder of its own under the system's temporary folder, by its real path. Whoever makes it removes it. */
export async function scratchFolder(purpose: string): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), `aws-temp-creds-${purpose}-`)));
}

export async function removeFolder(path: string): Promise<void> {
  // Windows may hold a file for a moment after the process that used it has ended.
  await rm(path, { recursive: true, force: true, maxRetries: 5 });
}

/** Every regular file below a folder, but for what is in folders of the names given; none without the folder. */
export async function filesBelow(folder: string, without: readonly string[] = []): Promise<LeftFile[]> {
  const paths = await listFiles(folder, without);
  return (await Promise.all(paths.map(path => leftFile(folder, path)))).flat();
}

/** The files below some folders that are new or changed since the function was called, once its answer is called. */
export async function watchFiles(folders: readonly string[]): Promise<() => Promise<LeftFile[]>> {
  const list = () =>
    Promise.all(folders.map(async folder => ({ folder, paths: await listFiles(folder, UNWATCHED) })));
  const before = new Map<string, number>();
  for (const { folder, paths } of await list()) {
    for (const path of paths) before.set(join(folder, path), await modified(join(folder, path)));
  }
  return async () => {
    const found: LeftFile[] = [];
    for (const { folder, paths } of await list()) {
      for (const path of paths) {
        const file = join(folder, path);
        if (before.get(file) !== (await modified(file))) found.push(...(await leftFile(folder, path)));
      }
    }
    return found;
  };
}

/** What is large, and not written by an action. */
const UNWATCHED = ['.git', 'node_modules'];

async function listFiles(folder: string, without: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)));
  return paths.filter(path => !path.split(sep).some(part => without.includes(part)));
}

async function modified(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}

async function leftFile(folder: string, path: string): Promise<LeftFile[]> {
  const file = join(folder, path);
  try {
    const [{ mode }, parent] = await Promise.all([stat(file), stat(dirname(file))]);
    const text = await readFile(file, 'utf8');
    return [{ path: path.replaceAll(sep, '/'), mode: mode & 0o777, folderMode: parent.mode & 0o777, text }];
  } catch {
    return []; // Gone or unreadable since it was listed.
  }
}
