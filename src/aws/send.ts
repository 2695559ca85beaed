import {
  type ClientRequest,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Connection } from './connection.js';
import type { HttpProxy } from './proxies.js';
import { ProxyRefusal } from './tunnel.js';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string;
}

/** An answer, whoever gave it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * There was no answer. `code` is Node's or OpenSSL's, or one of ours: `NoConnection`, `NoAnswer`, `TimeIsUp`,
 * `TooLarge`, `ProxyRefusal`.
 */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code: string;
  /** Host, and port where it is not the usual one, that was asked. */
  readonly host: string;
  readonly proxy: HttpProxy | undefined;
  /** Of the proxy, when it opened no way. */
  readonly status: number | undefined;

  constructor(cause: unknown, { url }: HttpRequest, connection: Connection) {
    super(messageOf(cause), { cause });
    this.code = codeOf(cause);
    this.host = url.host;
    this.proxy = connection.proxyOf(url);
    this.status = cause instanceof ProxyRefusal ? cause.status : undefined;
  }
}

/** Milliseconds: to connect, and for the whole of it. */
const CONNECT_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 10_000;

/** Bytes; the answers that are wanted have some two thousand. */
const LARGEST_ANSWER = 256 * 1024;

/**
 * Sends one request and reads the answer, whatever it is.
 *
 * @param signal ends it when the time for everything is up
 * @throws NoAnswer when none came
 */
export async function send(
  request: HttpRequest,
  connection: Connection,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  try {
    return await exchanged(request, connection, signal);
  } catch (error) {
    throw new NoAnswer(
      signal.aborted ? new Ended('TimeIsUp', 'the time was up') : error,
      request,
      connection,
    );
  }
}

/** One of our own reasons to give up. */
class Ended extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

function exchanged(
  { method, url, headers, body }: HttpRequest,
  connection: Connection,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  return new Promise((done, failed) => {
    if (signal.aborted) return failed(new Ended('TimeIsUp', 'the time was up'));
    const options = { method, headers };
    const outgoing =
      url.protocol === 'https:'
        ? httpsRequest(url, { ...options, agent: connection.httpsAgent(url) })
        : httpRequest(url, { ...options, agent: connection.httpAgent(url) });
    // A request that still waits for its connection says nothing when it is destroyed, so this is told here.
    const stop = limitTime(outgoing, signal, reason => {
      stop();
      outgoing.destroy(reason);
      failed(reason);
    });
    outgoing.on('error', error => {
      stop();
      failed(error);
    });
    outgoing.on('response', answer => {
      read(answer).then(done, failed).finally(stop);
    });
    outgoing.end(body);
  });
}

/** @returns ends the limits */
function limitTime(
  outgoing: ClientRequest,
  signal: AbortSignal,
  giveUp: (reason: Error) => void,
): () => void {
  const connecting = setTimeout(
    () => giveUp(new Ended('NoConnection', `no connection within ${CONNECT_TIMEOUT / 1000} s`)),
    CONNECT_TIMEOUT,
  );
  const answering = setTimeout(
    () => giveUp(new Ended('NoAnswer', `no answer within ${REQUEST_TIMEOUT / 1000} s`)),
    REQUEST_TIMEOUT,
  );
  const end = () => giveUp(new Ended('TimeIsUp', 'the time was up'));
  signal.addEventListener('abort', end, { once: true });
  outgoing.on('finish', () => clearTimeout(connecting));
  return () => {
    clearTimeout(connecting);
    clearTimeout(answering);
    signal.removeEventListener('abort', end);
  };
}

async function read(answer: IncomingMessage): Promise<HttpAnswer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > LARGEST_ANSWER) {
      answer.destroy();
      throw new Ended('TooLarge', `the answer has more than ${LARGEST_ANSWER / 1024} KB`);
    }
    parts.push(part);
  }
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: Buffer.concat(parts).toString('utf8'),
  };
}

function codeOf(error: unknown): string {
  if (error instanceof ProxyRefusal) return 'ProxyRefusal';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'NoAnswer';
}

/** Of several addresses that were tried Node tells the errors, and no message. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
