import type { IdentityStoreReader } from '../../aws/identity-store.js';
import type { SsoAdminReader, SsoInstance } from '../../aws/sso-admin.js';
import type { Asking } from '../asking.js';
import { sessionSeconds } from '../duration.js';
import type { AccountSets, HeldSet, IdentityCenterFacts, SetDefinition } from '../facts.js';
import { HolderQuestions } from './holders.js';

/** The permission sets that are of interest in an account: those that the file names there. */
export interface WantedSets {
  readonly account: string;
  readonly names: ReadonlySet<string>;
}

/** The clients of Identity Center. */
export interface IdentityCenterReaders {
  readonly sso: SsoAdminReader;
  /** The same for the home Region of an instance that is not in the Region that was asked. */
  readonly ssoIn: (region: string) => SsoAdminReader;
  readonly store: (region: string) => IdentityStoreReader;
}

/**
 * Asks Identity Center, account by account: the sets that are provisioned there, and of those that are wanted the
 * definition and who holds them. Nothing is asked once for each set or account of the organization.
 *
 * @param region home Region as the file has it
 */
export async function askIdentityCenter(
  readers: IdentityCenterReaders,
  region: string,
  wanted: readonly WantedSets[],
  asking: Asking,
): Promise<IdentityCenterFacts | undefined> {
  const instances = await asking.value({
    part: 'the instance of Identity Center',
    action: 'sso:ListInstances',
    ask: () => readers.sso.instances(),
  });
  if (instances === undefined) return undefined;
  if (instances.length === 0) return { asked: region, instances, details: undefined, accounts: new Map() };
  const { instance, home, sso, details } = await chooseInstance(readers, region, instances, asking);
  const facts = { asked: region, instances: [instance], details };
  if (details?.permissionSetsEnabled === false) return { ...facts, accounts: new Map() };
  const holders = new HolderQuestions(sso, readers.store(home), instance, asking);
  const sets = new SetQuestions(sso, instance, holders, asking);
  const accounts = new Map<string, AccountSets>();
  for (const one of wanted) accounts.set(one.account, await sets.ofAccount(one));
  return { ...facts, accounts };
}

/**
 * The instance that has permission sets. Beside the organization's there may be one of the account itself, which has
 * none; that of the file's Region comes first.
 */
async function chooseInstance(
  readers: IdentityCenterReaders,
  region: string,
  instances: readonly SsoInstance[],
  asking: Asking,
) {
  const homeOf = ({ primaryRegion }: SsoInstance) => primaryRegion ?? region;
  const inOrder = instances.toSorted((a, b) => Number(homeOf(b) === region) - Number(homeOf(a) === region));
  const told = [];
  for (const instance of inOrder) {
    const home = homeOf(instance);
    const sso = home === region ? readers.sso : readers.ssoIn(home);
    const details = await asking.value({
      part: 'the settings of Identity Center',
      action: 'sso:DescribeInstance',
      ask: () => sso.instance(instance.arn),
    });
    told.push({ instance, home, sso, details });
    if (details !== undefined && details.permissionSetsEnabled !== false) break;
  }
  const [first] = told;
  const chosen =
    told.find(({ details }) => details !== undefined && details.permissionSetsEnabled !== false) ??
    told.find(({ details }) => details === undefined) ??
    first;
  if (chosen === undefined) throw new Error('there is an instance');
  return chosen;
}

interface Described {
  readonly arn: string;
  readonly name: string;
  readonly duration: number | undefined;
}

/** Remembers what was asked of a set, for the same one is in many accounts. */
class SetQuestions {
  readonly #sso: SsoAdminReader;
  readonly #instance: SsoInstance;
  readonly #asking: Asking;
  readonly #holders: HolderQuestions;
  readonly #described = new Map<string, Promise<Described | undefined>>();
  readonly #definitions = new Map<string, Promise<SetDefinition>>();

  constructor(sso: SsoAdminReader, instance: SsoInstance, holders: HolderQuestions, asking: Asking) {
    this.#sso = sso;
    this.#instance = instance;
    this.#asking = asking;
    this.#holders = holders;
  }

  async ofAccount({ account, names }: WantedSets): Promise<AccountSets> {
    const provisioned = await this.#provisioned(account, false);
    if (provisioned === undefined) return { sets: [], complete: false };
    const { found, complete } = await this.#find(provisioned, names);
    const stale = found.length === 0 ? [] : await this.#provisioned(account, true);
    const sets = await Promise.all(found.map(set => this.#held(account, set, stale)));
    return { sets, complete };
  }

  #provisioned(account: string, stale: boolean): Promise<readonly string[] | undefined> {
    return this.#asking.value({
      part: stale ? `stale permission sets of account ${account}` : `permission sets of account ${account}`,
      action: 'sso:ListPermissionSetsProvisionedToAccount',
      ask: () => this.#sso.provisioned(this.#instance.arn, account, stale),
    });
  }

  /** Sets go by ARN and the file by name: those whose name is known from another account come first. */
  async #find(arns: readonly string[], names: ReadonlySet<string>) {
    const found: Described[] = [];
    const known = arns.filter(arn => this.#described.has(arn));
    let complete = true;
    for (const arn of [...known, ...arns.filter(arn => !known.includes(arn))]) {
      if (found.length === names.size) break;
      const set = await this.#describe(arn);
      if (set === undefined) complete = false;
      else if (names.has(set.name)) found.push(set);
    }
    return { found, complete };
  }

  #describe(arn: string): Promise<Described | undefined> {
    return once(this.#described, arn, async () => {
      const set = await this.#asking.value({
        part: `the permission set ${arn}`,
        action: 'sso:DescribePermissionSet',
        ask: () => this.#sso.permissionSet(this.#instance.arn, arn),
      });
      const { name } = set ?? {};
      return name === undefined ? undefined : { arn, name, duration: sessionSeconds(set?.sessionDuration) };
    });
  }

  async #held(account: string, set: Described, stale: readonly string[] | undefined): Promise<HeldSet> {
    const [definition, holders] = await Promise.all([
      once(this.#definitions, set.arn, () => this.#define(set)),
      this.#holders.of(account, set),
    ]);
    return { ...set, stale: stale?.includes(set.arn), definition, holders };
  }

  async #define({ arn, name }: Described): Promise<SetDefinition> {
    const sso = this.#sso;
    const { arn: instance } = this.#instance;
    const [awsManaged, customerManaged, inline, boundary] = await Promise.all([
      this.#asking.value({
        part: `AWS-managed policies of the permission set ${name}`,
        action: 'sso:ListManagedPoliciesInPermissionSet',
        ask: () => sso.awsManaged(instance, arn),
      }),
      this.#asking.value({
        part: `customer-managed policies of the permission set ${name}`,
        action: 'sso:ListCustomerManagedPolicyReferencesInPermissionSet',
        ask: () => sso.customerManaged(instance, arn),
      }),
      this.#asking.ask({
        part: `the inline policy of the permission set ${name}`,
        action: 'sso:GetInlinePolicyForPermissionSet',
        ask: () => sso.inline(instance, arn),
      }),
      this.#asking.ask({
        part: `the boundary of the permission set ${name}`,
        action: 'sso:GetPermissionsBoundaryForPermissionSet',
        absent: ['ResourceNotFoundException'],
        ask: () => sso.boundary(instance, arn),
      }),
    ]);
    return { awsManaged, customerManaged, inline: maybe(inline), boundary: maybe(boundary) };
  }
}

function maybe<T>(told: { kind: string; value?: T | undefined }) {
  return told.kind === 'unknown' ? { known: false as const } : { known: true as const, value: told.value };
}

function once<T>(made: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const there = made.get(key) ?? make();
  made.set(key, there);
  return there;
}
