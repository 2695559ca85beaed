import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A request as it came in, read to its end. */
export interface Received {
  readonly method: string;
  /** The request line's target, undecoded. */
  readonly target: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * How a service misbehaves at the level of HTTP: holds the connection and says nothing, closes it with a reset,
 * answers an HTML page (status 200, as captive portals do), nothing at all, the first half of what it would have
 * said, or any answer given.
 */
export type Fault = 'stall' | 'reset' | 'html' | 'empty' | 'truncated' | Answer;

/** The address of a service that listens on 127.0.0.1. */
export interface Loopback {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** What a handler gives back: an answer, or no answer at all. */
export type Reply = Answer | 'stall' | 'reset';

/** Serves HTTP on a free port of 127.0.0.1 until closed; closing breaks off whatever is still under way. */
export async function listen(handle: (request: Received) => Promise<Reply>): Promise<Loopback> {
  const server = createServer((incoming, outgoing) => {
    receive(incoming)
      .then(handle)
      .then(reply => send(reply, incoming, outgoing))
      .catch((error: unknown) => crash(error, outgoing));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const port = portOf(server.address());
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What becomes of an answer under a fault. */
export async function disturbed(fault: Fault, answer: () => Promise<Answer>): Promise<Reply> {
  switch (fault) {
    case 'stall':
    case 'reset':
      return fault;
    case 'html':
      return {
        status: 200,
        type: 'text/html',
        body: '<!DOCTYPE html><html><body>Sign in to Wi-Fi</body></html>',
      };
    case 'empty':
      return { status: 200, type: 'text/plain', body: '' };
    case 'truncated': {
      const whole = await answer();
      return { ...whole, body: whole.body.slice(0, Math.floor(whole.body.length / 2)) };
    }
    default:
      return fault;
  }
}

/** Waits, when there is something to wait for. */
export async function delay(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await pause(milliseconds);
}

export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}

async function receive(incoming: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(Buffer.from(part));
  const target = incoming.url ?? '/';
  return {
    method: incoming.method ?? 'GET',
    target,
    url: new URL(target, 'http://127.0.0.1'),
    headers: incoming.headers,
    body: Buffer.concat(parts),
  };
}

function send(reply: Reply, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (reply === 'stall') return;
  if (reply === 'reset') {
    incoming.socket.resetAndDestroy();
    return;
  }
  outgoing.writeHead(reply.status, {
    'content-type': reply.type,
    'content-length': Buffer.byteLength(reply.body),
    ...reply.headers,
  });
  outgoing.end(reply.body);
}

/** A fault in the service itself must not look like one of the faults that tests ask for. */
function crash(error: unknown, outgoing: ServerResponse): void {
  process.stderr.write(
    `loopback service: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`,
  );
  if (outgoing.headersSent) outgoing.destroy();
  else outgoing.writeHead(500, { 'content-type': 'text/plain' }).end('the loopback service has a fault');
}
