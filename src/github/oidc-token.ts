import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Connection } from '../aws/connection.js';
import { type Patience, withPatience } from '../credentials/retry.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import { type Claims, decodeClaims } from './claims.js';
import type { Variables } from './job.js';

/** A token and what it says. The token itself is a secret for five minutes. */
export interface IdentityToken {
  readonly jwt: string;
  readonly claims: Claims;
}

/** Gives tokens: one per audience, however many ask for it. */
export interface TokenSource {
  /** @param refused a token that AWS did not like: another one is wanted */
  get(audience: string, refused?: IdentityToken): Promise<IdentityToken>;
}

/** Whether the runner offers this process tokens: it sets both variables in jobs with `id-token: write`. */
export function offersTokens(variables: Variables): boolean {
  return Boolean(variables['ACTIONS_ID_TOKEN_REQUEST_URL'] && variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN']);
}

/** Milliseconds that one request to GitHub may take. */
const REQUEST_TIMEOUT = 10_000;

/**
 * @param variables with the runner's two request variables; see offersTokens
 * @param mask called with every token before anything else is done with it
 */
export function tokenSource(
  variables: Variables,
  connection: Connection,
  patience: Patience,
  mask: (secret: string) => void,
): TokenSource {
  const tokens = new Map<string, Promise<IdentityToken>>();
  const ask = async (audience: string): Promise<IdentityToken> => {
    const url = new URL(variables['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '');
    url.searchParams.set('audience', audience);
    const bearer = variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
    const answer = await withPatience(
      patience,
      () => getJson(url, bearer, connection, patience.signal),
      isPassing,
    ).catch((error: unknown) => {
      throw error instanceof TokenAnswer ? refusal(error) : unreachable(url, error);
    });
    const jwt = tokenOf(answer);
    if (jwt !== undefined) mask(jwt);
    const claims = jwt === undefined ? undefined : decodeClaims(jwt);
    if (jwt === undefined || claims === undefined)
      throw unreachable(url, new Error('the answer holds no token'));
    return { jwt, claims };
  };
  return {
    get: async (audience, refused) => {
      const known = tokens.get(audience);
      if (known !== undefined && (refused === undefined || (await known) !== refused)) return known;
      // While this one waited another target may have asked already.
      const newer = tokens.get(audience);
      if (newer !== undefined && newer !== known) return newer;
      const asked = ask(audience);
      tokens.set(audience, asked);
      return asked;
    },
  };
}

/** GitHub's answer when it is not a token. */
class TokenAnswer extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

function isPassing(error: unknown): boolean {
  return !(error instanceof TokenAnswer) || error.status >= 500 || error.status === 429;
}

function getJson(url: URL, bearer: string, connection: Connection, signal: AbortSignal): Promise<unknown> {
  const options = {
    headers: {
      authorization: `Bearer ${bearer}`,
      accept: 'application/json; api-version=2.0',
      'user-agent': 'aws-temp-creds',
    },
    timeout: REQUEST_TIMEOUT,
    signal,
  };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'http:'
        ? httpRequest(url, { ...options, agent: connection.httpAgent(url) })
        : httpsRequest(url, { ...options, agent: connection.httpsAgent(url) });
    request.on('timeout', () => request.destroy(new Error(`no answer within ${REQUEST_TIMEOUT / 1000} s`)));
    request.on('error', reject);
    request.on('response', response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        if (status !== 200) return reject(new TokenAnswer(status));
        try {
          resolve(JSON.parse(Buffer.concat(parts).toString('utf8')));
        } catch {
          reject(new Error('the answer is not JSON'));
        }
      });
    });
    request.end();
  });
}

function tokenOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('value' in answer)) return undefined;
  return typeof answer.value === 'string' && answer.value !== '' ? answer.value : undefined;
}

function refusal({ status }: TokenAnswer): Failure {
  if (status >= 500 || status === 429) return busy(status);
  return new Failure('no-identity-token', {
    what: `GitHub gave no OIDC token: it answered HTTP ${status}.`,
    why: 'The address and the bearer for tokens come from the runner; GitHub did not accept them.',
    likely:
      status === 401 || status === 403
        ? 'The job has run for more than about six hours, after which GitHub gives it no more tokens.'
        : 'The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN were changed by a step.',
    write: 'Split the job, so that each one asks for its credentials while it is younger than six hours.',
  });
}

function busy(status: number): Failure {
  return new Failure('unreachable', {
    what: `GitHub gave no OIDC token: it answered HTTP ${status} until the time was up.`,
    why: "GitHub's token service is overloaded or down; see https://www.githubstatus.com.",
    write: 'Run the job again.',
  });
}

function unreachable(url: URL, error: unknown): Failure {
  const reason = reasonOf(error);
  return new Failure(
    'unreachable',
    {
      what: `GitHub's token service ${url.host} could not be reached: ${printable(reason)}`,
      likely:
        'The runner reaches the internet only through a proxy, or a proxy is named that does not answer.',
      write:
        'Name the proxy in HTTPS_PROXY (and the hosts to reach directly in NO_PROXY), or in the input `http-proxy`.',
    },
    { cause: error },
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'AbortError'
    ? 'no answer came before the time was up (input `timeout`)'
    : error.message;
}
