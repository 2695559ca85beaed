import { isUtf8 } from 'node:buffer';
import { lstatSync } from 'node:fs';

/** A path as git and some systems have it: bytes, most often UTF-8. */
export interface TreePath {
  /** For reports: with `/`; bytes that are not UTF-8 are shown as U+FFFD. Untrusted. */
  readonly text: string;
  /** For the system's calls. */
  readonly location: string | Buffer;
}

/** @param root absolute folder that the path starts from */
export function treePath(root: string, bytes: Buffer): TreePath {
  const text = bytes.toString('utf8');
  if (process.platform === 'win32' || isUtf8(bytes)) return { text, location: `${root}/${text}` };
  return { text, location: Buffer.concat([Buffer.from(`${root}/`), bytes]) };
}

/**
 * Tells whether a file of the tree would be reached through a symbolic link on the way: git then counts it as
 * absent, and it may be outside of the repository.
 */
export class Folders {
  readonly #root: string;
  readonly #plain = new Map<string, boolean>([['', true]]);

  constructor(root: string) {
    this.#root = root;
  }

  /** @param path with `/`, of a file */
  leadsThroughLink(path: string): boolean {
    return !this.#isPlain(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  }

  #isPlain(folder: string): boolean {
    const known = this.#plain.get(folder);
    if (known !== undefined) return known;
    const parent = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    const plain = this.#isPlain(parent) && !isLink(`${this.#root}/${folder}`);
    this.#plain.set(folder, plain);
    return plain;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}
