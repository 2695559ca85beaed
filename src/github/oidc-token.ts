import type { Connection } from '../aws/connection.js';
import { unansweredProblem } from '../aws/errors.js';
import { type HttpAnswer, NoAnswer, send } from '../aws/send.js';
import { Fields } from '../credentials/fields.js';
import { type Patience, withPatience } from '../credentials/retry.js';
import {
  noTokenGiven,
  noTokenInside,
  tokenServiceUnreachable,
  unusableTokenUrl,
} from '../explain/token-service.js';
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

/** What asking for tokens works with. */
export interface TokenServices {
  readonly connection: Connection;
  readonly patience: Patience;
  /** Called with every token before anything else is done with it. */
  readonly mask: (secret: string) => void;
  /** Told of attempts that did not succeed and will be repeated. */
  readonly onRetry: (reason: string, attempt: number) => void;
}

/** Whether the runner offers this process tokens: it sets both variables in jobs with `id-token: write`. */
export function offersTokens(variables: Variables): boolean {
  return Boolean(variables['ACTIONS_ID_TOKEN_REQUEST_URL'] && variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN']);
}

/** How often GitHub is asked when it says that the job may not ask, while the job's request token is still valid. */
const MOST_REFUSALS = 4;

/**
 * @param variables with the runner's two request variables; see offersTokens
 */
export function tokenSource(variables: Variables, services: TokenServices): TokenSource {
  const tokens = new Map<string, Promise<IdentityToken>>();
  const ask = (audience: string) => askForToken(variables, audience, services);
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

/** The address of the token service. @throws Failure `no-identity-token` when the runner's variable is no URL */
export function tokenServiceUrl(variables: Variables): URL {
  const given = variables['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) throw unusableTokenUrl();
  return new URL(given);
}

async function askForToken(
  variables: Variables,
  audience: string,
  { connection, patience, mask, onRetry }: TokenServices,
): Promise<IdentityToken> {
  const url = tokenServiceUrl(variables);
  url.searchParams.set('audience', audience);
  const bearer = variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
  const until = endOf(bearer);
  let attempts = 0;
  const call = async (attempt: number) => {
    attempts = attempt;
    const answer = await send(
      { method: 'GET', url, headers: headersFor(bearer) },
      connection,
      patience.signal,
    );
    const jwt = tokenIn(answer);
    if (jwt === undefined) throw new NoToken(answer);
    mask(jwt);
    return jwt;
  };
  const canHeal = (error: unknown) => {
    const heals = isPassing(error, attempts, until);
    if (heals) onRetry(reasonOf(error), attempts);
    return heals;
  };
  const jwt = await withPatience(patience, call, canHeal).catch((error: unknown) => {
    throw failureOf(error, url, attempts, until);
  });
  const claims = decodeClaims(jwt);
  if (claims === undefined) throw noTokenInside(url.host, 'a text that is no JWT with issuer and subject');
  return { jwt, claims };
}

function headersFor(bearer: string) {
  return {
    authorization: `Bearer ${bearer}`,
    accept: 'application/json; api-version=2.0',
    'user-agent': 'aws-temp-creds',
  };
}

/** GitHub's answer, or that of something in between, when there is no token in it. */
class NoToken extends Error {
  readonly answer: HttpAnswer;

  constructor(answer: HttpAnswer) {
    super(`HTTP ${answer.status}`);
    this.answer = answer;
  }
}

/** A 401 or 403 passes at times while GitHub has trouble; after the request token's end it stays. */
function isPassing(error: unknown, attempts: number, until: Date | undefined): boolean {
  if (error instanceof NoAnswer) return unansweredProblem(error).problem.kind === 'passing';
  if (!(error instanceof NoToken)) return false;
  const { status } = error.answer;
  if (status === 401 || status === 403)
    return attempts < MOST_REFUSALS && (until === undefined || until > new Date());
  return status < 400 || status >= 500 || status === 429 || status === 408;
}

function reasonOf(error: unknown): string {
  return error instanceof NoAnswer ? error.code : error instanceof Error ? error.message : String(error);
}

function failureOf(error: unknown, url: URL, attempts: number, until: Date | undefined): unknown {
  if (error instanceof NoAnswer) return tokenServiceUnreachable(unansweredProblem(error).problem, error);
  if (!(error instanceof NoToken)) return error;
  const { status, headers } = error.answer;
  const type = headers['content-type'] ?? '';
  if (status === 200) return noTokenInside(url.host, type);
  const { location } = headers;
  return noTokenGiven({ status, type, location, host: url.host, attempts, until, now: new Date() });
}

/** The `value` of the answer, which is JSON. */
function tokenIn({ status, body }: HttpAnswer): string | undefined {
  if (status !== 200) return undefined;
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer !== 'object' || answer === null || !('value' in answer)) return undefined;
    return typeof answer.value === 'string' && answer.value !== '' ? answer.value : undefined;
  } catch {
    return undefined;
  }
}

/** When a request token, a JWT, ends; undefined: it does not say. */
function endOf(bearer: string): Date | undefined {
  const payload = Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString('utf8');
  const seconds = Fields.parse(payload)?.number('exp');
  return seconds === undefined ? undefined : new Date(seconds * 1000);
}
