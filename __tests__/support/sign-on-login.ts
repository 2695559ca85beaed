import { createHash, generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, exportJWK, importSPKI, jwtVerify } from 'jose';
import { randomCredentials } from './credentials.js';
import type { Answer } from './loopback.js';
import { json, opaque, refused } from './sign-on-answers.js';

/** What `aws login` keeps of a session in ~/.aws/login/cache. */
export interface LoginFile {
  readonly accessToken: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
    readonly accountId: string;
    readonly expiresAt: string;
  };
  readonly clientId: string;
  readonly refreshToken: string;
  readonly dpopKey: string;
  readonly tokenType: string;
  readonly signInRegion?: string;
}

interface Session {
  /** RFC 7638 thumbprint of the key that proofs are made with. */
  readonly thumbprint: string;
  readonly account: string;
  refreshToken: string;
  ended: boolean;
}

/** The sign-in service behind `aws login`: fifteen minutes at a time, and a refresh token that counts once. */
export class LoginSessions {
  /** Seconds that credentials last. */
  lifetime = 900;
  readonly #clock: () => number;
  readonly #secrets: string[];
  readonly #sessions = new Map<string, Session>();
  readonly #proofs = new Set<string>();

  constructor(clock: () => number, secrets: string[]) {
    this.#clock = clock;
    this.#secrets = secrets;
  }

  /**
   * A session as `aws login` leaves it.
   *
   * @param seconds that are left of its credentials; negative: they have ended
   */
  async session(account: string, seconds: number, signInRegion?: string): Promise<LoginFile> {
    const { publicKey, privateKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'sec1', format: 'pem' },
    });
    const thumbprint = await calculateJwkThumbprint(await exportJWK(await importSPKI(publicKey, 'ES256')));
    const clientId = opaque('login-client');
    const refreshToken = this.#token();
    this.#secrets.push(privateKey.split('\n')[1] ?? '');
    this.#sessions.set(clientId, { thumbprint, account, refreshToken, ended: false });
    return {
      accessToken: {
        ...this.#keys(account),
        accountId: account,
        expiresAt: new Date(this.#clock() + seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z'),
      },
      clientId,
      refreshToken,
      dpopKey: privateKey,
      tokenType: 'aws_sigv4',
      ...(signInRegion !== undefined && { signInRegion }),
    };
  }

  /** Whether the session lives and this is its refresh token. */
  isCurrent(clientId: string, refreshToken: string): boolean {
    const session = this.#sessions.get(clientId);
    return session !== undefined && !session.ended && session.refreshToken === refreshToken;
  }

  async answer(body: Readonly<Record<string, unknown>>, proof: unknown, target: string): Promise<Answer> {
    const { clientId, grantType, refreshToken } = body;
    const session = typeof clientId === 'string' ? this.#sessions.get(clientId) : undefined;
    if (session === undefined || grantType !== 'refresh_token')
      return refused(400, 'ValidationException', 'Invalid request', { error: 'INVALID_REQUEST' });
    if (!(await this.#proves(session, proof, target)))
      return refused(400, 'AccessDeniedException', 'Invalid DPoP proof', { error: 'AUTHCODE_EXPIRED' });
    if (session.ended || session.refreshToken !== refreshToken) {
      // A refresh token that comes twice was copied: the session ends for everybody.
      session.ended = true;
      return refused(400, 'AccessDeniedException', 'Token expired', { error: 'TOKEN_EXPIRED' });
    }
    session.refreshToken = this.#token();
    return json(200, {
      accessToken: this.#keys(session.account),
      tokenType: 'aws_sigv4',
      expiresIn: this.lifetime,
      refreshToken: session.refreshToken,
    });
  }

  async #proves(session: Session, proof: unknown, target: string): Promise<boolean> {
    try {
      const { payload, protectedHeader } = await jwtVerify(String(proof), EmbeddedJWK, {
        algorithms: ['ES256'],
        typ: 'dpop+jwt',
        maxTokenAge: '5 minutes',
      });
      const fresh = payload.jti !== undefined && !this.#proofs.has(payload.jti);
      this.#proofs.add(payload.jti ?? '');
      const thumbprint = await calculateJwkThumbprint(protectedHeader.jwk ?? {});
      return (
        fresh && thumbprint === session.thumbprint && payload['htm'] === 'POST' && payload['htu'] === target
      );
    } catch {
      return false;
    }
  }

  #keys(account: string) {
    const { accessKeyId, secretAccessKey, sessionToken } = randomCredentials(undefined, account);
    this.#secrets.push(secretAccessKey, sessionToken);
    return { accessKeyId, secretAccessKey, sessionToken };
  }

  #token(): string {
    const token = opaque('login-refresh');
    this.#secrets.push(token);
    return token;
  }
}

/** Name of a session's file below ~/.aws/login/cache. */
export function loginFile(session: string): string {
  return `.aws/login/cache/${createHash('sha256').update(session).digest('hex')}.json`;
}
