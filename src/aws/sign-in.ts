import { createPrivateKey, createPublicKey, randomUUID, sign } from 'node:crypto';
import { CreateOAuth2TokenCommand, SigninClient } from '@aws-sdk/nested-clients/signin';
import { CreateTokenCommand, SSOOIDCClient } from '@aws-sdk/nested-clients/sso-oidc';
import type { Connection } from './connection.js';
import type { Region } from './names.js';
import { clientSettings } from './sign-on-client.js';

/** A new access token of a portal session. */
export interface RenewedToken {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** Undefined: the one that was sent goes on. */
  readonly refreshToken: string | undefined;
}

/** New credentials of an `aws login` session. */
export interface RenewedLogin {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** The one that was sent is void. */
  readonly refreshToken: string;
}

/** An answer of success without what was asked for. */
export class IncompleteSignIn extends Error {
  override readonly name = 'IncompleteSignIn';
}

/** Renews a portal session with its refresh token. Errors are the SDK's, by their names. */
export async function renewToken(
  region: Region,
  connection: Connection,
  client: { readonly clientId: string; readonly clientSecret: string; readonly refreshToken: string },
): Promise<RenewedToken> {
  const oidc = new SSOOIDCClient(clientSettings('SSO_OIDC', region, connection));
  const answer = await oidc.send(new CreateTokenCommand({ ...client, grantType: 'refresh_token' }));
  const { accessToken, expiresIn, refreshToken } = answer;
  if (!accessToken || !expiresIn) throw new IncompleteSignIn('the answer has no token, or no end');
  return { accessToken, expiresIn, refreshToken: refreshToken || undefined };
}

/**
 * Renews an `aws login` session. The service asks for a proof that the caller has the session's private key (RFC 9449),
 * made here as the SDK's own provider makes it.
 */
export async function renewLogin(
  region: Region,
  connection: Connection,
  session: { readonly clientId: string; readonly refreshToken: string; readonly dpopKey: string },
): Promise<RenewedLogin> {
  const { clientId, refreshToken, dpopKey } = session;
  const client = new SigninClient(clientSettings('SIGNIN', region, connection));
  client.middlewareStack.add(
    next => args => {
      if (isRequest(args.request)) args.request.headers['DPoP'] = proofFor(args.request, dpopKey);
      return next(args);
    },
    { step: 'finalizeRequest', name: 'proofOfPossession' },
  );
  const { tokenOutput } = await client.send(
    new CreateOAuth2TokenCommand({ tokenInput: { clientId, grantType: 'refresh_token', refreshToken } }),
  );
  const { accessKeyId, secretAccessKey, sessionToken } = tokenOutput?.accessToken ?? {};
  const { expiresIn, refreshToken: next } = tokenOutput ?? {};
  if (!accessKeyId || !secretAccessKey || !sessionToken || !expiresIn || !next)
    throw new IncompleteSignIn('the answer has no complete credentials');
  return { accessKeyId, secretAccessKey, sessionToken, expiresIn, refreshToken: next };
}

interface Request {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly headers: Record<string, string>;
}

function isRequest(value: unknown): value is Request {
  return typeof value === 'object' && value !== null && 'hostname' in value && 'headers' in value;
}

function proofFor({ method, protocol, hostname, port, path }: Request, dpopKey: string): string {
  const key = createPrivateKey(dpopKey);
  const { kty, crv, x, y } = createPublicKey(key).export({ format: 'jwk' });
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } });
  const payload = part({
    jti: randomUUID(),
    htm: method,
    htu: `${protocol}//${hostname}${port ? `:${port}` : ''}${path}`,
    iat: Math.floor(Date.now() / 1000),
  });
  const signature = sign('sha256', Buffer.from(`${header}.${payload}`), { key, dsaEncoding: 'ieee-p1363' });
  return `${header}.${payload}.${signature.toString('base64url')}`;
}
