import { LIMITS } from '../../limits.js';

/**
 * Puts pieces together to windows of at most so many bytes, which overlap by more than any key is long. The first is all
 * there is, mostly.
 */
export function* windowsOf(pieces: Iterable<Buffer>): Generator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for (const piece of pieces) {
    if (size > 0 && size + piece.length > LIMITS.stream) {
      const window = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
      yield window;
      held = [Buffer.from(window.subarray(-LIMITS.overlap))];
      size = held[0]?.length ?? 0;
    }
    held.push(piece);
    size += piece.length;
  }
  if (size > 0) yield held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
}
