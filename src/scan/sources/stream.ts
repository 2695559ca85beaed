import type { Inspection } from '../inspection.js';
import {
  ENTIRE,
  follow,
  isArchive,
  isPacked,
  LARGEST_ARCHIVE,
  OVERLAP,
  WHOLE,
  WINDOW,
  type Window,
} from './content.js';
import { TOO_LARGE } from './unread.js';

/** How long nothing may come before that is said, in milliseconds. */
const PATIENCE = 1000;

/** Who waits for a stream, and may stop waiting. */
export interface Waiting {
  /** Called once when nothing comes for a while. */
  readonly waiting?: () => void;
  readonly signal?: AbortSignal;
}

/** What comes through a stream until it ends, or somebody no longer waits for it. */
async function* untilStopped(
  stream: AsyncIterable<Uint8Array>,
  { waiting, signal }: Waiting,
): AsyncGenerator<Uint8Array> {
  const stopped = new Promise<undefined>(done => {
    if (signal?.aborted) done(undefined);
    signal?.addEventListener('abort', () => done(undefined), { once: true });
  });
  const timer = setTimeout(() => waiting?.(), PATIENCE);
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([chunks.next(), stopped]);
      clearTimeout(timer);
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    clearTimeout(timer);
    // What is still open would keep the process alive.
    if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy();
  }
}

/** Scans what comes through a stream: whole up to 16 MB (an archive: 64 MB), else in windows. */
export async function scanStream(
  stream: AsyncIterable<Uint8Array>,
  inspection: Inspection,
  waiting: Waiting = {},
): Promise<void> {
  let held: Buffer = Buffer.allocUnsafeSlow(2 ** 20);
  let end = 0;
  let window: Window = ENTIRE;
  const look = (stop: number, more: boolean) =>
    inspection.keys(held, 0, stop, { ...window, more }, { kind: 'stdin' });
  for await (const chunk of untilStopped(stream, waiting)) {
    inspection.bytes += chunk.length;
    if (end + chunk.length > held.length) {
      const larger = Buffer.allocUnsafeSlow(2 * (end + chunk.length));
      held.copy(larger, 0, 0, end);
      held = larger;
    }
    held.set(chunk, end);
    end += chunk.length;
    const archive = window === ENTIRE && isArchive(held, 0, end);
    const isHeld = archive && end <= LARGEST_ARCHIVE;
    if (archive && !isHeld && isPacked(held, 0, end)) inspection.unread.add('stdin', TOO_LARGE, true);
    while (!isHeld && end > (window === ENTIRE ? WHOLE : WINDOW)) {
      look(WINDOW, true);
      window = follow(window, held, 0, WINDOW - OVERLAP);
      held.copyWithin(0, WINDOW - OVERLAP, end);
      end -= WINDOW - OVERLAP;
    }
  }
  inspection.files += 1;
  look(end, false);
}
