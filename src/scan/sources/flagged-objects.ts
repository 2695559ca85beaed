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

  content(object: GitObject, bytes: Buffer, start: number, end: number, window: Window): void {
    inspectObject(this.#inspection, object, bytes, start, end, window);
  }

  done({ id, size }: GitObject): void {
    const inspection = this.#inspection;
    inspection.objects += 1;
    inspection.bytes += size;
    if (inspection.found.length === 0) return;
    inspection.found.length = 0;
    this.#flagged.push(id);
  }

  tooLarge({ id }: GitObject): void {
    this.#inspection.unread.add(`blob ${id}`, TOO_LARGE, false);
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
