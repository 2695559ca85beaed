import type { Answer } from './loopback.js';
import { json, opaque, refused } from './sign-on-answers.js';

interface Client {
  readonly secret: string;
  readonly expires: number;
  readonly scopes: readonly string[];
}

interface Device {
  readonly client: string;
  approved: boolean;
}

/** What the CLI keeps of a session in ~/.aws/sso/cache. */
export interface TokenFile {
  readonly startUrl: string;
  readonly region: string;
  readonly accessToken: string;
  readonly expiresAt: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly registrationExpiresAt: string;
  readonly refreshToken?: string;
}

const DAY = 86_400_000;
const SCOPE = 'sso:account:access';

/** The OIDC service of the access portal: registrations, device and refresh flows. */
export class OidcClients {
  /** Whether a refresh gives a new refresh token, and the old one ends. */
  rotates = false;
  /** Whether a refresh answers without a refresh token: the one that was sent goes on. */
  withholds = false;
  /** Seconds that an access token lasts. */
  lifetime = 3600;
  readonly #clock: () => number;
  readonly #secrets: string[];
  readonly #clients = new Map<string, Client>();
  readonly #devices = new Map<string, Device>();
  readonly #access = new Map<string, number>();
  readonly #refresh = new Map<string, string>();

  constructor(clock: () => number, secrets: string[]) {
    this.#clock = clock;
    this.#secrets = secrets;
  }

  isValid(accessToken: string): boolean {
    return (this.#access.get(accessToken) ?? 0) > this.#clock();
  }

  /** Whether a refresh token would be taken. */
  isRefreshable(refreshToken: string): boolean {
    return this.#refresh.has(refreshToken);
  }

  /** Ends every access token at once, as signing out in the portal does. */
  revoke(): void {
    this.#access.clear();
  }

  revokeRefreshTokens(): void {
    this.#refresh.clear();
  }

  /**
   * A session as `aws sso login` leaves it.
   *
   * @param seconds that are left of its access token; negative: it has ended
   */
  session(place: { readonly startUrl: string; readonly region: string }, seconds: number): TokenFile {
    const clientId = this.#register([SCOPE]);
    const ends = this.#clock() + seconds * 1000;
    const accessToken = this.#grantAccess(ends);
    return {
      startUrl: place.startUrl,
      region: place.region,
      accessToken,
      expiresAt: toTheSecond(ends),
      clientId,
      clientSecret: this.#clients.get(clientId)?.secret ?? '',
      registrationExpiresAt: toTheSecond(this.#clock() + 90 * DAY),
      refreshToken: this.#grantRefresh(clientId),
    };
  }

  /** A person has confirmed the code that a device shows. */
  approve(): void {
    for (const device of this.#devices.values()) device.approved = true;
  }

  answer(path: string, body: Readonly<Record<string, unknown>>): Answer {
    if (path === '/client/register') return this.#registration(body);
    const { clientId, clientSecret } = body;
    const client = typeof clientId === 'string' ? this.#clients.get(clientId) : undefined;
    if (client === undefined || client.secret !== clientSecret || typeof clientId !== 'string')
      return oidcError(401, 'InvalidClientException', 'invalid_client');
    if (client.expires <= this.#clock()) return oidcError(401, 'InvalidClientException', 'invalid_client');
    if (path === '/device_authorization') return this.#device(clientId);
    if (body['grantType'] === 'refresh_token') return this.#renew(clientId, body['refreshToken']);
    if (body['grantType'] === 'urn:ietf:params:oauth:grant-type:device_code')
      return this.#fromDevice(client, clientId, body['deviceCode']);
    return oidcError(400, 'UnsupportedGrantTypeException', 'unsupported_grant_type');
  }

  #registration(body: Readonly<Record<string, unknown>>): Answer {
    if (typeof body['clientName'] !== 'string' || body['clientType'] !== 'public')
      return oidcError(400, 'InvalidRequestException', 'invalid_request');
    const scopes = Array.isArray(body['scopes'])
      ? body['scopes'].filter(scope => typeof scope === 'string')
      : [];
    const clientId = this.#register(scopes);
    const { secret = '', expires = 0 } = this.#clients.get(clientId) ?? {};
    return json(200, { clientId, clientSecret: secret, clientSecretExpiresAt: Math.floor(expires / 1000) });
  }

  #device(client: string): Answer {
    const deviceCode = opaque('device');
    this.#devices.set(deviceCode, { client, approved: false });
    return json(200, {
      deviceCode,
      userCode: 'ABCD-EFGH',
      verificationUri: 'https://device.sso',
      expiresIn: 600,
      interval: 1,
    });
  }

  #fromDevice(client: Client, clientId: string, code: unknown): Answer {
    const device = typeof code === 'string' ? this.#devices.get(code) : undefined;
    if (device?.client !== clientId) return oidcError(400, 'InvalidGrantException', 'invalid_grant');
    if (!device.approved) return oidcError(400, 'AuthorizationPendingException', 'authorization_pending');
    this.#devices.delete(String(code));
    // Who registered without the scope is given no refresh token.
    const refreshToken = client.scopes.includes(SCOPE) ? { refreshToken: this.#grantRefresh(clientId) } : {};
    return json(200, { ...this.#accessAnswer(), ...refreshToken });
  }

  #renew(clientId: string, refreshToken: unknown): Answer {
    if (typeof refreshToken !== 'string' || this.#refresh.get(refreshToken) !== clientId)
      return oidcError(400, 'InvalidGrantException', 'invalid_grant');
    if (this.withholds) return json(200, this.#accessAnswer());
    if (!this.rotates) return json(200, { ...this.#accessAnswer(), refreshToken });
    this.#refresh.delete(refreshToken);
    return json(200, { ...this.#accessAnswer(), refreshToken: this.#grantRefresh(clientId) });
  }

  #accessAnswer() {
    const accessToken = this.#grantAccess(this.#clock() + this.lifetime * 1000);
    return { accessToken, expiresIn: this.lifetime, tokenType: 'Bearer' };
  }

  #register(scopes: readonly string[]): string {
    const clientId = opaque('client');
    const secret = opaque('client-secret');
    this.#secrets.push(secret);
    this.#clients.set(clientId, { secret, expires: this.#clock() + 90 * DAY, scopes });
    return clientId;
  }

  #grantAccess(ends: number): string {
    const token = opaque('access');
    this.#secrets.push(token);
    this.#access.set(token, ends);
    return token;
  }

  #grantRefresh(clientId: string): string {
    const token = opaque('refresh');
    this.#secrets.push(token);
    this.#refresh.set(token, clientId);
    return token;
  }
}

function oidcError(status: number, code: string, error: string): Answer {
  return refused(status, code, error, { error, error_description: error });
}

/** As the CLI writes a time: to the second. */
function toTheSecond(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
