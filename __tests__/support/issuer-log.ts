import type { Received } from './loopback.js';

/** One request that the issuer got. */
export interface IssuerRequest {
  /** `token` is a request for an ID token; the others are made by those who verify one. */
  readonly kind: 'token' | 'discovery' | 'keys' | 'unknown';
  readonly at: number;
  readonly path: string;
  readonly audience: string | undefined;
  /** As sent, but for the request token. */
  readonly headers: Received['headers'];
  /** 0: the connection was held or reset. */
  status: number;
}

export function issuerLogEntry({ url, headers }: Received, at: number): IssuerRequest {
  const { pathname } = url;
  const audience = url.searchParams.get('audience') ?? undefined;
  const shown = headers.authorization === undefined ? headers : { ...headers, authorization: '***' };
  return { kind: kindOf(pathname), at, path: pathname, audience, headers: shown, status: 0 };
}

function kindOf(path: string): IssuerRequest['kind'] {
  if (path.includes('/idtoken/')) return 'token';
  if (path.endsWith('/.well-known/openid-configuration')) return 'discovery';
  return path.endsWith('/.well-known/jwks') ? 'keys' : 'unknown';
}
