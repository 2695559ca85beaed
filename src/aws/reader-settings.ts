import type { FinalizeRequestMiddleware, InitializeMiddleware, Pluggable } from '@smithy/types';
import type { TemporaryCredentials } from '../credentials/target.js';
import type { Variables } from '../github/job.js';
import type { Connection } from './connection.js';
import type { Pace } from './pace.js';

/** How the audit's clients reach their services. */
export interface ReaderSettings {
  readonly credentials: Pick<TemporaryCredentials, 'accessKeyId' | 'secretAccessKey'> & {
    readonly sessionToken: string | undefined;
  };
  readonly region: string;
  readonly connection: Connection;
  readonly variables: Variables;
  /** Undefined: the service is asked as quickly as it answers. */
  readonly pace: Pace | undefined;
  /** When it is aborted, nothing more is sent, and nobody waits for what was. */
  readonly signal: AbortSignal;
}

/** How often one request is sent at the most; the SDK waits up to 20 seconds between two when it is throttled. */
const MOST_ATTEMPTS = 12;
/** Milliseconds: to connect, and for one whole request. */
const CONNECTION_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 30_000;

/**
 * The settings that every client is made with. Credentials are always given: no client looks for any on the machine.
 *
 * @param service as in `AWS_ENDPOINT_URL_<SERVICE>` (AWS SDKs and Tools Reference Guide, service-specific endpoints)
 * @param host what is asked where the environment names no other endpoint
 */
export function clientSettings(settings: ReaderSettings, service: string, host: string) {
  const { credentials, region, connection, variables } = settings;
  const other = variables[`AWS_ENDPOINT_URL_${service}`] || variables['AWS_ENDPOINT_URL'];
  const address = new URL(other || `https://${host}`);
  const { sessionToken, ...keys } = credentials;
  return {
    region,
    credentials: { ...keys, ...(sessionToken !== undefined && { sessionToken }) },
    ...(other ? { endpoint: other } : { ignoreConfiguredEndpointUrls: true }),
    maxAttempts: MOST_ATTEMPTS,
    retryMode: 'standard',
    defaultsMode: 'standard' as const,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      throwOnRequestTimeout: true,
      httpAgent: connection.httpAgent(address),
      httpsAgent: connection.httpsAgent(address),
    },
  };
}

/** Every request of a client waits for its turn, a repeated one too (it is the services that count), until the end of all. */
export function keepingPace<I extends object, O extends object>({
  pace,
  signal,
}: Pick<ReaderSettings, 'pace' | 'signal'>): Pluggable<I, O> {
  return {
    applyToStack: stack => {
      const waiting: FinalizeRequestMiddleware<I, O> = next => async args => {
        await pace?.turn();
        signal.throwIfAborted();
        return next(args);
      };
      stack.add(waiting, { step: 'finalizeRequest', priority: 'low', name: 'pace' });
      // The client waits many seconds between two attempts, and longer for a server that does not answer.
      const stopping: InitializeMiddleware<I, O> = next => args => untilAborted(signal, () => next(args));
      stack.add(stopping, { step: 'initialize', priority: 'high', name: 'stop' });
    },
  };
}

/** What comes first: the answer, or that nobody waits for it any more. */
async function untilAborted<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([ask(), stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A member that every answer has. @throws Error where this one does not: what is not known is not left out */
export function needed<T>(member: T | undefined, what: string): T {
  if (member === undefined || member === '') throw new Error(`AWS's answer does not say ${what}`);
  return member;
}

/**
 * All pages of a list, of which some may be empty.
 *
 * @throws Error when a page leads back to an earlier one, for such a list has no end
 */
export async function allPages<P, T>(
  page: (token: string | undefined) => Promise<P>,
  itemsOf: (page: P) => readonly T[] | undefined,
  tokenOf: (page: P) => string | undefined,
): Promise<readonly T[]> {
  const all: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    if (token !== undefined && seen.has(token)) throw new Error('the pages of the answer go in a circle');
    if (token !== undefined) seen.add(token);
    const next = await page(token);
    all.push(...(itemsOf(next) ?? []));
    token = tokenOf(next);
  } while (token !== undefined && token !== '');
  return all;
}
