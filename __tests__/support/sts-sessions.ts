import { randomBytes } from 'node:crypto';
import { accessKeyId, secretAccessKey, sessionToken } from './credentials.js';
import type { Role } from './sts-account.js';
import type { SessionStatement } from './sts-policy-document.js';
import { refusal } from './sts-refusal.js';
import type { SigningSecret } from './sts-signature.js';

/** What the holder of a key is. */
export interface Caller {
  readonly accessKeyId: string;
  /** `arn:…:assumed-role/ROLE/SESSION` or the user's. */
  readonly arn: string;
  readonly account: string;
  readonly userId: string;
  /** Everything that a trust policy may name this caller by. */
  readonly names: readonly string[];
  /** Undefined: a user. */
  readonly role: Role | undefined;
}

/** A role session that was issued. */
export interface Session extends Caller, SigningSecret {
  readonly role: Role;
  readonly sessionToken: string;
  readonly sessionName: string;
  /** Milliseconds since 1970. */
  readonly expiration: number;
  /** The inline session policy as sent, and its statements. */
  readonly policy: string | undefined;
  readonly statements: readonly SessionStatement[] | undefined;
  readonly policyArns: readonly string[];
  readonly tags: ReadonlyMap<string, string>;
  readonly transitiveTags: readonly string[];
  readonly sourceIdentity: string | undefined;
}

export type SessionRequest = Pick<
  Session,
  | 'role'
  | 'sessionName'
  | 'expiration'
  | 'policy'
  | 'statements'
  | 'policyArns'
  | 'tags'
  | 'transitiveTags'
  | 'sourceIdentity'
> & { readonly minimumTokenSize: number };

/** The three values that a session is used with. */
export type Keys = Pick<Session, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>;

/** The keys that were issued. They are never forgotten, so that a use after their time is told from an unknown key. */
export class Sessions {
  readonly all: Session[] = [];
  readonly #byKey = new Map<string, Session>();

  /** @param keys credentials to give instead of made-up ones */
  issue(request: SessionRequest, keys?: Keys): Session {
    const { role, sessionName, minimumTokenSize, ...rest } = request;
    const { account, partition, name } = role;
    const arn = `arn:${partition}:sts::${account}:assumed-role/${name}/${sessionName}`;
    const session: Session = {
      ...rest,
      role,
      sessionName,
      arn,
      account,
      userId: `${role.id}:${sessionName}`,
      names: [arn, role.arn, account, `arn:${partition}:iam::${account}:root`],
      ...(keys ?? newKeys(account, minimumTokenSize)),
    };
    this.all.push(session);
    this.#byKey.set(session.accessKeyId, session);
    return session;
  }

  find(id: string): Session | undefined {
    return this.#byKey.get(id);
  }

  /** @throws Refusal for a key that is unknown or whose time is over */
  live(id: string, now: number): Session {
    const session = this.#byKey.get(id);
    if (session === undefined) throw refusal('unknown-key');
    if (session.expiration <= now) throw refusal('expired-key');
    return session;
  }
}

function newKeys(account: string, minimumTokenSize: number): Keys {
  // Base64 makes four characters of three bytes, the first twelve of which are the token's fixed beginning.
  const size = Math.max(600, Math.ceil((minimumTokenSize / 4) * 3) - 12);
  return {
    accessKeyId: accessKeyId('ASIA', account),
    secretAccessKey: secretAccessKey(),
    sessionToken: sessionToken(randomBytes, size),
  };
}
