import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { platform } from 'node:os';
import { join } from 'node:path';
import { readIfThere, writePrivateFile } from '../credentials/private-file.js';

/**
 * Gives the credentials of one command to the processes that its tools start for them: over a socket in a private
 * folder, so that they stand in no file, no variable and no command line, and end with the command.
 *
 * A caller sends the word that stands in the folder's file, and a newline; the answer is one line of JSON.
 */
export interface Broker {
  close(): void;
}

/** What a caller is told: credentials as credential_process takes them, or why there are none. */
export type BrokerAnswer =
  | { readonly credentials: string; readonly warning: string | undefined }
  | { readonly failure: string };

/** Where a broker is reached, and the word that admits. */
interface Admission {
  readonly address: string;
  readonly word: string;
}

const WORD_BYTES = 32;

/**
 * @param folder private; a file with the word is made in it
 * @param answer gives what a caller is told; called once for each
 */
export async function startBroker(folder: string, answer: () => Promise<BrokerAnswer>): Promise<Broker> {
  const word = randomBytes(WORD_BYTES).toString('hex');
  const address =
    platform() === 'win32'
      ? `\\\\.\\pipe\\aws-temp-creds-${randomBytes(16).toString('hex')}`
      : join(folder, 'socket');
  const server = createServer(socket => {
    socket.on('error', () => {});
    receiveLine(socket, line => {
      if (!isSame(line, word)) {
        socket.destroy();
        return;
      }
      answer()
        .catch((): BrokerAnswer => ({ failure: 'failed for a reason that it does not know' }))
        .then(told => socket.end(`${JSON.stringify(told)}\n`));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  writePrivateFile(admissionPath(folder), JSON.stringify({ address, word } satisfies Admission));
  return { close: () => void server.close() };
}

/** The file that a caller is told of; whoever can read it is the user. */
export function admissionPath(folder: string): string {
  return join(folder, 'broker.json');
}

/** @returns undefined: there is none, the command has ended */
export function readAdmission(folder: string): Admission | undefined {
  try {
    const { address, word } = JSON.parse(readIfThere(admissionPath(folder)) ?? '');
    return typeof address === 'string' && typeof word === 'string' ? { address, word } : undefined;
  } catch {
    return undefined;
  }
}

/** Calls back once, with what comes before the first newline; what is longer than any word is not waited for. */
function receiveLine(socket: Socket, take: (line: string) => void): void {
  let text = '';
  socket.on('data', function onData(part) {
    text += part.toString('latin1');
    const end = text.indexOf('\n');
    if (end < 0 && text.length <= WORD_BYTES * 2) return;
    socket.off('data', onData);
    take(end < 0 ? '' : text.slice(0, end));
  });
}

function isSame(given: string, word: string): boolean {
  const [one, other] = [Buffer.from(given, 'latin1'), Buffer.from(word, 'latin1')];
  return one.length === other.length && timingSafeEqual(one, other);
}
