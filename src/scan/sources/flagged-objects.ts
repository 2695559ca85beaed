import type { Unread } from '../finding.js';
import { Inspection } from '../inspection.js';
import type { Window } from './content.js';
import { inspectObject } from './inspect-object.js';
import type { GitObject, ObjectVisitor } from './object-reader.js';
import { MISSING, UnreadList } from './unread.js';

/** What reading many objects came to; can be sent between threads. */
export interface FlaggedReport {
  /** Objects in which something was found, to be looked at again once it is known where they belong. */
  readonly flagged: readonly string[];
  readonly objects: number;
  readonly bytes: number;
  readonly unread: readonly Unread[];
}

/** Picks the few objects that hold something, or could not be read to their end, out of the many that do not. */
export class FlaggedObjects implements ObjectVisitor {
  readonly #missing = new UnreadList();
  readonly #flagged: string[] = [];
  #inspection = new Inspection();
  #objects = 0;
  #bytes = 0;
  /** Whether the last one is to be looked at again: a blob that only its name can explain, or one that is said by its name. */
  #needsName = false;

  content(object: GitObject, bytes: Buffer, start: number, end: number, window: Window): void {
    inspectObject(this.#inspection, object, bytes, start, end, window);
    if (object.type === 'blob' && end - start <= 100 && isBareSecret(bytes, start, end))
      this.#needsName = true;
  }

  done({ id, size }: GitObject): void {
    this.#objects += 1;
    this.#bytes += size;
    if (this.#inspection.isClean && !this.#needsName) return;
    if (!this.#inspection.isClean) this.#inspection = new Inspection(this.#inspection);
    this.#needsName = false;
    this.#flagged.push(id);
  }

  tooLarge(): void {
    this.#needsName = true;
  }

  missing(id: string): void {
    this.#missing.add(`object ${id}`, MISSING, true);
  }

  get progress(): { readonly objects: number; readonly bytes: number } {
    return { objects: this.#objects, bytes: this.#bytes };
  }

  report(): FlaggedReport {
    return { flagged: this.#flagged, ...this.progress, unread: this.#missing.list() };
  }
}

/** A blob that is nothing but what a secret access key looks like (and what a hash in hex does not). */
function isBareSecret(bytes: Buffer, start: number, end: number): boolean {
  const value = bytes.toString('latin1', start, end).trim();
  return /^[A-Za-z0-9+/]{40}$/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value);
}
