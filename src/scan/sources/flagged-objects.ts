import type { Unread } from '../finding.js';
import { Inspection } from '../inspection.js';
import type { Window } from './content.js';
import { inspectObject } from './inspect-object.js';
import type { GitObject, ObjectVisitor } from './object-reader.js';
import { MISSING, TOO_LARGE } from './unread.js';

/** What reading many objects came to; can be sent between threads. */
export interface FlaggedReport {
  /** Objects in which something was found, to be looked at again once it is known where they belong. */
  readonly flagged: readonly string[];
  readonly objects: number;
  readonly bytes: number;
  readonly unread: readonly Unread[];
}

/** Picks the few objects that hold something out of the many that do not. */
export class FlaggedObjects implements ObjectVisitor {
  readonly #inspection = new Inspection();
  readonly #flagged: string[] = [];
  /** Whether the last blob is one that only its name can explain, and the name is not known yet. */
  #needsName = false;

  content(object: GitObject, bytes: Buffer, start: number, end: number, window: Window): void {
    inspectObject(this.#inspection, object, bytes, start, end, window);
    this.#needsName = object.type === 'blob' && end - start <= 100 && isBareSecret(bytes, start, end);
  }

  done(object: GitObject): void {
    const inspection = this.#inspection;
    inspection.objects += 1;
    inspection.bytes += object.size;
    if (inspection.found.length === 0 && !this.#needsName) return;
    inspection.found.length = 0;
    this.#flagged.push(object.id);
  }

  tooLarge({ id }: GitObject): void {
    this.#inspection.unread.add(`blob ${id}`, TOO_LARGE, 'unopened');
  }

  missing(id: string): void {
    this.#inspection.unread.add(`object ${id}`, MISSING, true);
  }

  get progress(): { readonly objects: number; readonly bytes: number } {
    const { objects, bytes } = this.#inspection;
    return { objects, bytes };
  }

  report(): FlaggedReport {
    return { flagged: this.#flagged, ...this.progress, unread: this.#inspection.unread.list() };
  }
}

/** A blob that is nothing but what a secret access key looks like (and what a hash in hex does not). */
function isBareSecret(bytes: Buffer, start: number, end: number): boolean {
  const value = bytes.toString('latin1', start, end).trim();
  return /^[A-Za-z0-9+/]{40}$/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value);
}
