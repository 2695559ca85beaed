import { existsSync } from 'node:fs';

/**
 * A path of this Node that an update leaves in place: Homebrew removes the folder of a version when it installs the
 * next one, and keeps a link beside it.
 *
 * @param path `process.execPath`
 */
export function durableNode(path: string, exists: (path: string) => boolean = existsSync): string {
  const match = /^(.*)\/Cellar\/(node(?:@\d+)?)\/[^/]+\/bin\/node$/.exec(path);
  const [, homebrew, formula] = match ?? [];
  if (homebrew === undefined || formula === undefined) return path;
  const link = `${homebrew}/opt/${formula}/bin/node`;
  return exists(link) ? link : path;
}
