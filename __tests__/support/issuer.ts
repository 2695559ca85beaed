import { randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { FaultPlan, type FaultScope } from './fault-plan.js';
import { claimsOf, describeJob, type GitHubJob, ownerOf } from './github-job.js';
import { type IssuerRequest, issuerLogEntry } from './issuer-log.js';
import { type Answer, delay, disturbed, type Fault, listen, type Received, type Reply } from './loopback.js';
import { RequestLog } from './request-log.js';

/** What the runner puts into the environment of a job that has `id-token: write`. */
export interface TokenRequestVariables {
  readonly ACTIONS_ID_TOKEN_REQUEST_URL: string;
  readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string;
}

export interface IssuerOptions {
  /** `iss`; default: that of github.com. A GHES host has `https://HOST/_services/token`, an enterprise `…/SLUG`. */
  readonly name?: string;
  /** Milliseconds since 1970; default: the system's clock. */
  readonly clock?: () => number;
  /** Default: a new one. */
  readonly key?: SigningKey;
}

export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

/** What an issuer signs with; making one takes a moment, so that tests may share it. */
export interface SigningKey {
  readonly id: string;
  readonly secret: CryptoKey;
  readonly shown: JWK;
}

interface Grant {
  readonly job: GitHubJob;
  expired: boolean;
}

/** Starts an OIDC issuer that stands for GitHub's, on a port of 127.0.0.1. */
export async function startIssuer(options: IssuerOptions = {}): Promise<Issuer> {
  const issuer = new Issuer(options, options.key ?? (await makeSigningKey()));
  await issuer.open();
  return issuer;
}

export class Issuer {
  readonly name: string;
  readonly clock: () => number;
  /** Every ID token and request token made, for checks that none leaks. */
  readonly secrets: string[] = [];
  /** Milliseconds that every answer with an ID token takes. */
  latency = 0;
  #address = { url: '', close: async () => {} };
  #key: SigningKey;
  readonly #log = new RequestLog<IssuerRequest>();
  readonly #faults = new FaultPlan<Fault, IssuerRequest>();
  readonly #grants = new Map<string, Grant>();

  constructor({ name = GITHUB_ISSUER, clock = Date.now }: IssuerOptions, key: SigningKey) {
    this.name = name;
    this.clock = clock;
    this.#key = key;
  }

  async open(): Promise<void> {
    this.#address = await listen(request => this.#handle(request));
  }

  close(): Promise<void> {
    return this.#address.close();
  }

  /** Where the service listens. */
  get url(): string {
    return this.#address.url;
  }

  get keysUrl(): string {
    return `${this.url}/.well-known/jwks`;
  }

  get requests(): readonly IssuerRequest[] {
    return this.#log.entries;
  }

  /** The first request that fits, once it has come. */
  until(fits: (request: IssuerRequest) => boolean): Promise<IssuerRequest> {
    return this.#log.until(fits);
  }

  /** How many ID tokens were asked for. */
  get tokenRequests(): number {
    return this.requests.filter(({ kind }) => kind === 'token').length;
  }

  /** Lets a job ask for ID tokens: the variables to put into its environment. */
  async grant(job: GitHubJob = describeJob()): Promise<TokenRequestVariables> {
    // A measured request token began ten minutes before the job and lived for six hours and ten minutes after.
    const now = Math.floor(this.clock() / 1000);
    const claims = { scp: 'Actions.GenericRead Actions.OidcToken', orchid: `${randomUUID()}.${job.name}` };
    const bearer = await this.#sign({ ...claims, nbf: now - 600, exp: now + 22_200, iat: now });
    this.#grants.set(bearer, { job, expired: false });
    return {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${this.url}/${randomUUID()}//idtoken/${randomUUID()}/${randomUUID()}?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
    };
  }

  /** From now on the request token given (or every one) is answered with 401, as after the job's end. */
  expireRequestToken(bearer?: string): void {
    for (const [token, grant] of this.#grants)
      if (bearer === undefined || token === bearer) grant.expired = true;
  }

  /** An ID token as the endpoint gives it; `changes` replace or (undefined) remove claims. */
  mint(job: GitHubJob, audience: string, changes: JWTPayload = {}): Promise<string> {
    return this.#sign({ ...claimsOf(job, { issuer: this.name, audience, now: this.clock() }), ...changes });
  }

  /** Makes requests for ID tokens fail; `when` reaches the other requests too. */
  fail(fault: Fault, scope: FaultScope<IssuerRequest> = {}): void {
    this.#faults.add(fault, { when: ({ kind }) => kind === 'token', ...scope });
  }

  /** Ends all faults. */
  recover(): void {
    this.#faults.clear();
  }

  /** From now on signs with a new key, and publishes only that. */
  async rotateKeys(): Promise<void> {
    this.#key = await makeSigningKey();
  }

  async #sign(claims: JWTPayload): Promise<string> {
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: this.#key.id, typ: 'JWT' })
      .sign(this.#key.secret);
    this.secrets.push(token);
    return token;
  }

  async #handle(received: Received): Promise<Reply> {
    const request = issuerLogEntry(received, this.clock());
    this.#log.add(request);
    if (request.kind === 'token') await delay(this.latency);
    const fault = this.#faults.next(request);
    const answer = () => this.#answer(request, received);
    const reply = fault === undefined ? await answer() : await disturbed(fault, answer);
    request.status = typeof reply === 'string' ? 0 : reply.status;
    return reply;
  }

  async #answer(request: IssuerRequest, received: Received): Promise<Answer> {
    switch (request.kind) {
      case 'token':
        return this.#tokenAnswer(request, received);
      case 'discovery':
        return json(200, this.#discovery());
      case 'keys':
        return json(200, { keys: [this.#key.shown] });
      case 'unknown':
        return json(404, { message: 'Not Found' });
    }
  }

  async #tokenAnswer({ audience }: IssuerRequest, { method, url, headers }: Received): Promise<Answer> {
    const bearer = /^bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
    const grant = this.#grants.get(bearer);
    if (grant === undefined || grant.expired) return json(401, { message: 'Unauthorized' });
    if (method !== 'GET') return json(405, { message: 'Method Not Allowed' });
    // The address that the runner gives holds a query already: a client that adds another `?` loses it.
    if (url.searchParams.get('api-version') !== '2.0') return json(400, { message: 'Bad api-version' });
    const value = await this.mint(grant.job, audience ?? `https://github.com/${ownerOf(grant.job)}`);
    return json(200, { count: value.length, value });
  }

  #discovery(): object {
    return {
      issuer: this.name,
      jwks_uri: this.keysUrl,
      subject_types_supported: ['public', 'pairwise'],
      response_types_supported: ['id_token'],
      claims_supported: Object.keys(claimsOf(describeJob(), { issuer: '', audience: '', now: 0 })),
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid'],
    };
  }
}

export async function makeSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const id = randomUUID();
  return {
    id,
    secret: privateKey,
    shown: { ...(await exportJWK(publicKey)), kid: id, alg: 'RS256', use: 'sig' },
  };
}

function json(status: number, body: object): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}
