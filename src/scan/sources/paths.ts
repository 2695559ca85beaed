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
 * Tells whether a file of the tree would be reached through a symbolic link on the way, or by going up: git then counts
 * it as absent, and it may be outside of the repository.
 */
export class Folders {
  readonly #root: string;
  readonly #plain = new Map<string, boolean>([['', true]]);
  /** Of the path asked about last, with its `/`: most paths are in the folder of the one before. */
  #last = '';

  constructor(root: string) {
    this.#root = root;
  }

  /** @param path with `/`, of a file */
  leadsAstray(path: string): boolean {
    if (path.startsWith(this.#last) && path.indexOf('/', this.#last.length) === -1) return false;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    if (!this.#isPlain(folder.slice(0, -1))) return true;
    this.#last = folder;
    return false;
  }

  #isPlain(folder: string): boolean {
    const known = this.#plain.get(folder);
    if (known !== undefined) return known;
    const slash = folder.lastIndexOf('/');
    const plain =
      !GOES_UP.test(folder.slice(slash + 1)) &&
      this.#isPlain(folder.slice(0, Math.max(0, slash))) &&
      !isLink(`${this.#root}/${folder}`);
    this.#plain.set(folder, plain);
    return plain;
  }
}

/** git adds no such path to an index, but an index can be made by anyone. */
const GOES_UP = process.platform === 'win32' ? /^\.\.$|[\\:]/ : /^\.\.$/;

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}
