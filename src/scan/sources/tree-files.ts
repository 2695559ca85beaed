import type { Inspection } from '../inspection.js';
import type { ContentPlace } from '../make-finding.js';
import { FileReader, type FileVisitor } from './file-reader.js';
import { inspectFile } from './inspect-file.js';
import { Folders, type TreePath } from './paths.js';
import { TOO_LARGE } from './unread.js';

/** Reads files of one folder's tree and hands them to the inspection. */
export class TreeFiles {
  readonly root: string;
  readonly inspection: Inspection;
  readonly #reader = new FileReader();
  readonly #folders: Folders;

  /** @param root absolute folder that the files are in */
  constructor(root: string, inspection: Inspection) {
    this.root = root;
    this.inspection = inspection;
    this.#folders = new Folders(root);
  }

  /** Scans one file of the tree. What is in the way of it is reported, but for `absent`. */
  scan(file: TreePath): 'done' | 'absent' {
    return this.#folders.leadsAstray(file.text) ? 'absent' : this.#look(file, false);
  }

  /** Scans a file that someone named, whatever its folders are: it counts although it is none that git tracks. */
  scanNamed(file: TreePath): 'done' | 'absent' {
    return this.#look(file, true);
  }

  #look({ text, location }: TreePath, asked: boolean): 'done' | 'absent' {
    const { inspection } = this;
    const place: ContentPlace & { path: string } = { kind: 'file', path: text };
    const visit: FileVisitor = (bytes, start, end, window) =>
      inspectFile(inspection, bytes, start, end, window, place);
    const outcome = this.#reader.read(location, visit);
    switch (outcome.kind) {
      case 'read':
      case 'link':
        inspection.files += 1;
        inspection.bytes += outcome.bytes;
        if (outcome.unopened) inspection.unread.add(text, TOO_LARGE, asked || 'unopened');
        return 'done';
      case 'unread':
        inspection.unread.add(text, outcome.why, asked || !outcome.harmless);
        return 'done';
      default:
        return 'absent';
    }
  }

  /** Reports a file that should have been there. */
  report({ text }: TreePath, outcome: 'done' | 'absent'): void {
    if (outcome === 'absent') this.inspection.unread.add(text, 'it disappeared during the scan', true);
  }
}
