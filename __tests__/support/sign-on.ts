import { createHash } from 'node:crypto';
import { randomCredentials, type TemporaryKey } from './credentials.js';
import { FaultPlan, type FaultScope } from './fault-plan.js';
import { type Answer, delay, disturbed, type Fault, listen, type Received, type Reply } from './loopback.js';
import { RequestLog } from './request-log.js';
import { json, refused } from './sign-on-answers.js';
import { LoginSessions } from './sign-on-login.js';
import { OidcClients } from './sign-on-oidc.js';

/** What a person may enter: a permission set in an account. */
export interface Assignment {
  readonly account: string;
  readonly accountName: string;
  readonly permissionSets: readonly string[];
}

export interface SignOnRequest {
  readonly service: 'portal' | 'oidc' | 'signin' | 'unknown';
  /** `GetRoleCredentials`, `CreateToken refresh_token`, … */
  readonly action: string;
  /** The Region whose endpoint was asked. */
  readonly region: string;
  status: number;
}

export interface SignOnOptions {
  /** Home Region of the portal. */
  readonly region?: string;
  readonly startUrl?: string;
  readonly assignments?: readonly Assignment[];
  /** Milliseconds since 1970; default: the system's clock. */
  readonly clock?: () => number;
  /** Where role credentials come from instead of being made up, e.g. another service that has to know them. */
  readonly keys?: (account: string, permissionSet: string) => Promise<TemporaryKey>;
}

/** Starts the access portal, its OIDC service and the sign-in service, on one port of 127.0.0.1. */
export async function startSignOn(options: SignOnOptions = {}): Promise<SignOn> {
  const service = new SignOn(options);
  await service.open();
  return service;
}

/**
 * As strict as the services: a token is one that was given and has not ended, a refresh token belongs to its client,
 * counts once when it rotates, and proofs of possession are verified. Errors have the codes and texts of the services
 * (service models of sso, sso-oidc and signin in botocore 1.44; texts as users report them).
 */
export class SignOn {
  readonly region: string;
  readonly startUrl: string;
  readonly clock: () => number;
  readonly assignments: readonly Assignment[];
  readonly oidc: OidcClients;
  readonly login: LoginSessions;
  /** Seconds that role credentials last. */
  lifetime = 3600;
  /** Milliseconds that every answer takes. */
  latency = 0;
  /** Every secret that was given to somebody. */
  readonly secrets: string[] = [];
  readonly #given = new Map<string, { readonly account: string; readonly permissionSet: string }>();
  readonly #log = new RequestLog<SignOnRequest>();
  readonly #faults = new FaultPlan<Fault, SignOnRequest>();
  #address = { url: '', close: async () => {} };

  readonly #keys: NonNullable<SignOnOptions['keys']>;

  constructor({ region = 'us-east-1', startUrl, assignments = [], clock = Date.now, keys }: SignOnOptions) {
    this.#keys = keys ?? (async account => randomCredentials(undefined, account));
    this.region = region;
    this.startUrl = startUrl ?? 'https://acme.awsapps.com/start';
    this.assignments = assignments;
    this.clock = clock;
    this.oidc = new OidcClients(clock, this.secrets);
    this.login = new LoginSessions(clock, this.secrets);
  }

  async open(): Promise<void> {
    this.#address = await listen(request => this.#handle(request));
  }

  close(): Promise<void> {
    return this.#address.close();
  }

  get url(): string {
    return this.#address.url;
  }

  /** What leads the SDKs here, each service at the endpoint of a Region. */
  environment(region: string = this.region): Readonly<Record<string, string>> {
    return {
      AWS_ENDPOINT_URL_SSO: `${this.url}/${region}`,
      AWS_ENDPOINT_URL_SSO_OIDC: `${this.url}/${region}`,
      AWS_ENDPOINT_URL_SIGNIN: `${this.url}/${region}`,
    };
  }

  get requests(): readonly SignOnRequest[] {
    return this.#log.entries;
  }

  /** How often an action was asked for. */
  count(action: string): number {
    return this.requests.filter(request => request.action === action).length;
  }

  /** The first request that fits, once it has come. */
  until(fits: (request: SignOnRequest) => boolean): Promise<SignOnRequest> {
    return this.#log.until(fits);
  }

  fail(fault: Fault, scope: FaultScope<SignOnRequest> = {}): void {
    this.#faults.add(fault, scope);
  }

  recover(): void {
    this.#faults.clear();
  }

  /** Whom role credentials were given for, by their access key ID. */
  givenFor(accessKeyId: string): { readonly account: string; readonly permissionSet: string } | undefined {
    return this.#given.get(accessKeyId);
  }

  async #handle(received: Received): Promise<Reply> {
    const [, region = '', path = ''] = /^\/([a-z0-9-]+)(\/.*)$/.exec(received.url.pathname) ?? [];
    const { request, answer } = this.#route(received, region, path);
    this.#log.add(request);
    await delay(this.latency);
    const fault = this.#faults.next(request);
    const reply = fault === undefined ? await answer() : await disturbed(fault, answer);
    request.status = typeof reply === 'string' ? 0 : reply.status;
    return reply;
  }

  #route(received: Received, region: string, path: string) {
    const { method } = received;
    const entry = (service: SignOnRequest['service'], action: string): SignOnRequest => ({
      service,
      action,
      region,
      status: 0,
    });
    const known = (name: string) => `${method} ${path}` === name;
    if (known('GET /federation/credentials'))
      return {
        request: entry('portal', 'GetRoleCredentials'),
        answer: async () => this.#roleCredentials(received, region),
      };
    if (known('GET /assignment/accounts'))
      return {
        request: entry('portal', 'ListAccounts'),
        answer: async () => this.#accounts(received, region),
      };
    if (known('GET /assignment/roles'))
      return {
        request: entry('portal', 'ListAccountRoles'),
        answer: async () => this.#roles(received, region),
      };
    if (method === 'POST' && ['/client/register', '/device_authorization', '/token'].includes(path)) {
      const body = bodyOf(received);
      const action = path === '/token' ? `CreateToken ${body['grantType']}` : path;
      return {
        request: entry('oidc', action),
        answer: async () => (region === this.region ? this.oidc.answer(path, body) : WRONG_REGION),
      };
    }
    if (known('POST /v1/token')) {
      const target = `${this.url}${received.url.pathname}`;
      return {
        request: entry('signin', 'CreateOAuth2Token'),
        answer: () => this.login.answer(bodyOf(received), received.headers['dpop'], target),
      };
    }
    return {
      request: entry('unknown', `${method} ${path}`),
      answer: async () => refused(404, 'NotFound', 'no such path'),
    };
  }

  /** A Region's portal knows only its own tokens. */
  #admits(received: Received, region: string): boolean {
    const token = received.headers['x-amz-sso_bearer_token'];
    return region === this.region && typeof token === 'string' && this.oidc.isValid(token);
  }

  async #roleCredentials(received: Received, region: string): Promise<Answer> {
    if (!this.#admits(received, region)) return UNAUTHORIZED;
    const account = received.url.searchParams.get('account_id') ?? '';
    const role = received.url.searchParams.get('role_name') ?? '';
    if (!/^\d{12}$/.test(account) || role === '')
      return refused(400, 'InvalidRequestException', 'Invalid request');
    const held = this.assignments.find(one => one.account === account)?.permissionSets ?? [];
    if (!held.includes(role)) return refused(403, 'ForbiddenException', 'No access');
    const keys = await this.#keys(account, role);
    this.secrets.push(keys.secretAccessKey, keys.sessionToken);
    this.#given.set(keys.accessKeyId, { account, permissionSet: role });
    const { accessKeyId, secretAccessKey, sessionToken } = keys;
    const expiration = this.clock() + this.lifetime * 1000;
    return json(200, { roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration } });
  }

  #accounts(received: Received, region: string): Answer {
    if (!this.#admits(received, region)) return UNAUTHORIZED;
    const all = this.assignments.map(({ account, accountName }) => ({
      accountId: account,
      accountName,
      emailAddress: `${account}@example.com`,
    }));
    return page(received, 'accountList', all);
  }

  #roles(received: Received, region: string): Answer {
    if (!this.#admits(received, region)) return UNAUTHORIZED;
    const account = received.url.searchParams.get('account_id') ?? '';
    const found = this.assignments.find(one => one.account === account);
    if (found === undefined) return refused(404, 'ResourceNotFoundException', 'No such account');
    const all = found.permissionSets.map(roleName => ({ accountId: account, roleName }));
    return page(received, 'roleList', all);
  }
}

/** Two entries a page; an answer may be empty and have a next one. */
function page(received: Received, key: string, all: readonly object[]): Answer {
  const from = Number(received.url.searchParams.get('next_token') ?? '0');
  const more = from + 2 < all.length ? { nextToken: String(from + 2) } : {};
  return json(200, { [key]: all.slice(from, from + 2), ...more });
}

const UNAUTHORIZED = refused(401, 'UnauthorizedException', 'Session token not found or invalid');
const WRONG_REGION = refused(401, 'InvalidClientException', 'Client not found', { error: 'invalid_client' });

function bodyOf({ body }: Received): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return {};
  }
}

/** Name of a token's file below ~/.aws/sso/cache: by session, or by start URL for a profile without one. */
export function tokenFile(sessionOrUrl: string): string {
  return `.aws/sso/cache/${createHash('sha1').update(sessionOrUrl).digest('hex')}.json`;
}
