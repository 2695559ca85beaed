import type { IdentityStoreReader } from '../../aws/identity-store.js';
import type { SsoAdminReader, SsoAssignment, SsoInstance } from '../../aws/sso-admin.js';
import type { Asking } from '../asking.js';
import type { Holder } from '../facts.js';

/** Asks who holds permission sets. Each group and user is asked for once, in however many accounts it holds some. */
export class HolderQuestions {
  readonly #sso: SsoAdminReader;
  readonly #store: IdentityStoreReader;
  readonly #instance: SsoInstance;
  readonly #asking: Asking;
  readonly #known = new Map<string, Promise<Holder>>();

  constructor(sso: SsoAdminReader, store: IdentityStoreReader, instance: SsoInstance, asking: Asking) {
    this.#sso = sso;
    this.#store = store;
    this.#instance = instance;
    this.#asking = asking;
  }

  /** @returns undefined when it is not known who holds the set in the account */
  async of(
    account: string,
    set: { readonly arn: string; readonly name: string },
  ): Promise<readonly Holder[] | undefined> {
    const assignments = await this.#asking.value({
      part: `who holds ${set.name} in account ${account}`,
      action: 'sso:ListAccountAssignments',
      ask: () => this.#sso.assignments(this.#instance.arn, account, set.arn),
    });
    return assignments && Promise.all(assignments.map(one => this.#holder(one)));
  }

  #holder({ kind, principal }: SsoAssignment): Promise<Holder> {
    const key = `${kind} ${principal}`;
    const there = this.#known.get(key) ?? this.#ask(kind, principal);
    this.#known.set(key, there);
    return there;
  }

  async #ask(kind: string | undefined, id: string): Promise<Holder> {
    const store = this.#instance.identityStore;
    const absent = ['ResourceNotFoundException'];
    if (kind === 'GROUP') {
      const name = await this.#asking.value({
        part: `the name of group ${id}`,
        action: 'identitystore:DescribeGroup',
        absent,
        ask: () => this.#store.groupName(store, id),
      });
      return { kind: 'group', id, name, disabled: false };
    }
    if (kind === 'USER') {
      const user = await this.#asking.value({
        part: `the name of user ${id}`,
        action: 'identitystore:DescribeUser',
        absent,
        ask: () => this.#store.user(store, id),
      });
      return {
        kind: 'user',
        id,
        name: user?.name,
        disabled: user?.status === 'DISABLED',
        status: user?.status,
      };
    }
    this.#asking.miss({
      part: `a holder of kind ${kind ?? 'unknown'}`,
      action: 'sso:ListAccountAssignments',
      why: `Identity Center names a kind of principal that this version does not know: ${kind ?? 'none'}.`,
      fix: 'Use a newer version of the audit.',
    });
    return { kind: 'other', id, name: undefined, disabled: false };
  }
}
