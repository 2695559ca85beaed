import { lstatSync, type Stats } from 'node:fs';
import type { Pace } from './pace.js';
import { treePath } from './paths.js';
import type { TreeFiles } from './tree-files.js';
import { SUBMODULE } from './unread.js';
import { scanFolder } from './walk.js';

/**
 * Scans what stands where the index has a submodule, unless it is one: a file, or a folder that is no repository, is
 * deployed with the tree like any other.
 */
export async function scanAtSubmodule(path: string, files: TreeFiles, pace: Pace): Promise<void> {
  const { root, inspection } = files;
  const found = statsOf(`${root}/${path}`);
  if (found !== undefined && !found.isDirectory()) files.scan(treePath(root, Buffer.from(path)));
  else if (found !== undefined && statsOf(`${root}/${path}/.git`) === undefined)
    await scanFolder(root, inspection, pace, path);
  else inspection.unread.add(path, SUBMODULE, false);
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // In the way of it is a file, or a folder that may not be entered.
    return undefined;
  }
}
