import { uniqueId } from './credentials.js';
import type { Account } from './sts-account.js';
import type { Caller, Sessions } from './sts-sessions.js';
import type { SigningSecret } from './sts-signature.js';

/** Who may sign requests: the users of the accounts and the holders of role sessions. */
export class Callers {
  readonly #accounts: ReadonlyMap<string, Account>;
  readonly #sessions: Sessions;

  constructor(accounts: ReadonlyMap<string, Account>, sessions: Sessions) {
    this.#accounts = accounts;
    this.#sessions = sessions;
  }

  /** @throws Refusal for a key that is unknown or whose time is over */
  secretOf(id: string, now: number): SigningSecret {
    const user = this.#user(id)?.user;
    if (user === undefined) return this.#sessions.live(id, now);
    return { secretAccessKey: user.secretAccessKey, sessionToken: undefined };
  }

  /** @throws Refusal for a key that is unknown or whose time is over */
  caller(id: string, now: number): Caller {
    const found = this.#user(id);
    if (found === undefined) return this.#sessions.live(id, now);
    const { account, user } = found;
    const root = `arn:${account.partition}:iam::${account.id}:root`;
    const arn = `arn:${account.partition}:iam::${account.id}:user/${user.name}`;
    const names = [arn, account.id, root];
    return {
      accessKeyId: id,
      arn,
      names,
      account: account.id,
      userId: uniqueId('AIDA', arn),
      role: undefined,
    };
  }

  #user(id: string) {
    for (const account of this.#accounts.values()) {
      const user = account.users.find(({ accessKeyId }) => accessKeyId === id);
      if (user !== undefined) return { account, user };
    }
    return undefined;
  }
}
