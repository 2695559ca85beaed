import { once } from 'node:events';
import { type Ending, ending, type GitPlace, gitProcess } from './git.js';
import { ObjectReader, type ObjectVisitor } from './object-reader.js';

/** Names of objects in hex, one a line, in pieces of any number of whole lines. */
export type ObjectNames = AsyncIterable<string> | Iterable<string>;

/**
 * Reads objects through one `git cat-file --batch`, whose answers come in the order of the names.
 *
 * @returns undefined when every name was answered, else how git ended
 */
export async function readObjects(
  place: GitPlace,
  names: ObjectNames,
  visitor: ObjectVisitor,
): Promise<Ending | undefined> {
  const child = gitProcess(place, ['cat-file', '--batch', '--buffer'], 'pipe');
  const ended = ending(child);
  const reader = new ObjectReader(visitor);
  const failed = new Promise<never>((_, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      try {
        reader.push(chunk);
      } catch (error) {
        child.kill();
        reject(error);
      }
    });
  });
  const fed = feed(child.stdin, names).catch((error: unknown) => {
    child.kill();
    throw error;
  });
  const [, outcome] = await Promise.race([Promise.all([fed, ended]), failed]);
  return outcome.exitCode === 0 && reader.complete ? undefined : outcome;
}

/** Names in pieces of some whole lines. */
export function* linesOf(names: readonly string[]): Generator<string> {
  for (let at = 0; at < names.length; at += 1000)
    yield names
      .slice(at, at + 1000)
      .map(name => `${name}\n`)
      .join('');
}

/** Writes names as fast as git takes them; git's early end stops it without an error. */
export async function feed(input: NodeJS.WritableStream | null, names: ObjectNames): Promise<void> {
  if (input === null) return;
  const closed = new Promise<void>(done => input.once('close', done));
  for await (const text of names) {
    if (!input.writable) break;
    if (!input.write(text)) await Promise.race([once(input, 'drain').catch(() => undefined), closed]);
  }
  input.end();
}
