import { type Ending, ending, type GitPlace, gitProcess } from './git.js';

/** The answer of a git command that lists things. */
export interface Listing {
  /** Some items at a time; each item keeps the bytes of those that came with it. */
  readonly items: AsyncIterable<readonly Buffer[]>;
  /** Settles after the last item. */
  readonly ended: Promise<Ending>;
  stop(): void;
}

export const LF = 10;
export const NUL = 0;

/**
 * Runs a git command that lists things.
 *
 * @param separator the byte that ends each item
 * @param input what the command reads; undefined: nothing, for which no pipe is made
 */
export function list(
  place: GitPlace,
  args: readonly string[],
  separator: typeof LF | typeof NUL,
  input?: string,
): Listing {
  const child = gitProcess(place, args, [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe']);
  const ended = ending(child);
  child.stdin?.end(input);
  return { items: pieces(child.stdout, separator), ended, stop: () => child.kill() };
}

/** The same for lists that are only passed on: as text, in pieces of whole lines. */
export function listLines(place: GitPlace, args: readonly string[], input?: string): LineListing {
  const child = gitProcess(place, args, [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe']);
  const ended = ending(child);
  child.stdin?.end(input);
  return { lines: wholeLines(child.stdout), ended };
}

/** The same for lists that are taken apart elsewhere: as they come. */
export function listChunks(place: GitPlace, args: readonly string[]): ChunkListing {
  const child = gitProcess(place, args, ['ignore', 'pipe', 'pipe']);
  return { chunks: child.stdout ?? NOTHING, ended: ending(child) };
}

const NOTHING: AsyncIterable<Buffer> = {
  [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }),
};

export interface ChunkListing {
  readonly chunks: AsyncIterable<Buffer>;
  readonly ended: Promise<Ending>;
}

export interface LineListing {
  readonly lines: AsyncIterable<string>;
  readonly ended: Promise<Ending>;
}

async function* wholeLines(stream: AsyncIterable<Buffer> | null): AsyncGenerator<string> {
  if (stream === null) return;
  let rest = '';
  for await (const chunk of stream) {
    const text = rest + chunk.toString('latin1');
    const stop = text.lastIndexOf('\n') + 1;
    rest = text.slice(stop);
    if (stop > 0) yield text.slice(0, stop);
  }
}

/** The pieces of a stream, cut after each `separator` byte; what follows the last one comes last, if anything. */
async function* pieces(stream: AsyncIterable<Buffer> | null, separator: number): AsyncGenerator<Buffer[]> {
  if (stream === null) return;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const found: Buffer[] = [];
    let start = 0;
    for (let stop = bytes.indexOf(separator); stop !== -1; stop = bytes.indexOf(separator, start)) {
      found.push(bytes.subarray(start, stop));
      start = stop + 1;
    }
    rest = bytes.subarray(start);
    if (found.length > 0) yield found;
  }
  if (rest.length > 0) yield [rest];
}

/** A line of `git rev-list --objects`: `ID` of a commit, `ID SP PATH` of what it brings. */
export function parseListedObject(line: Buffer): { readonly id: string; readonly path?: string } {
  const space = line.indexOf(0x20);
  if (space === -1) return { id: line.toString('latin1') };
  return { id: line.toString('latin1', 0, space), path: line.toString('utf8', space + 1) };
}
