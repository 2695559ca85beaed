import { archiveKind, beginsProgram } from '../detect/archives/magic.js';
import { LIMITS } from '../limits.js';

/**
 * How contents of any size pass through bounded memory: whole where they are small, else as windows that overlap by
 * more than any key is long, so that a key on a border is whole in one of them.
 */
export const { window: WINDOW, overlap: OVERLAP, whole: WHOLE, archive: LARGEST_ARCHIVE } = LIMITS;

/** Where a window stands in its content. */
export interface Window {
  /** Of the window's first byte, from 0. */
  readonly offset: number;
  /** Line feeds before it. */
  readonly lines: number;
  /** Offset of the first byte of the line that it begins in. */
  readonly lineStart: number;
  /** True when the content goes on after it. */
  readonly more: boolean;
}

export const ENTIRE: Window = { offset: 0, lines: 0, lineStart: 0, more: false };

/** The window that begins at `next`, a position in the bytes [start, end) of the window given. */
export function follow(window: Window, bytes: Buffer, start: number, next: number): Window {
  let { lines, lineStart } = window;
  for (let at = bytes.indexOf(10, start); at !== -1 && at < next; at = bytes.indexOf(10, at + 1)) {
    lines += 1;
    lineStart = window.offset + (at + 1 - start);
  }
  return { offset: window.offset + (next - start), lines, lineStart, more: true };
}

/** True when the content that begins at `start` is an archive or compressed, or a program that may carry one. */
export function isArchive(bytes: Buffer, start: number, end: number): boolean {
  const head = bytes.subarray(start, end);
  return archiveKind(head) !== undefined || beginsProgram(head);
}

/** True when it is one of these for certain: what is packed in it cannot be read in windows. */
export function isPacked(bytes: Buffer, start: number, end: number): true | undefined {
  return archiveKind(bytes.subarray(start, end)) === undefined ? undefined : true;
}
