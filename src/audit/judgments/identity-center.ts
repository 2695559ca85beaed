import type { Configuration, Environment, People, PermissionSet } from '../../config/configuration.js';
import { printable } from '../../printable.js';
import { shownDuration } from '../duration.js';
import type { AccountSets, HeldSet, IdentityCenterFacts } from '../facts.js';
import type { AuditFinding } from '../finding.js';
import { judgeDefinition } from './definition.js';
import { found } from './found.js';
import { judgeHolders } from './holders.js';
import { shellWord, type UserNames } from './ways-out.js';

/** Is what the file says of people what Identity Center has? */
export function judgeIdentityCenter(
  configuration: Configuration,
  facts: IdentityCenterFacts,
  names: UserNames,
): readonly AuditFinding[] {
  const { sso, environments, path } = configuration;
  const instance = judgeInstance(facts, path);
  if (facts.instances.length === 0 || facts.details?.permissionSetsEnabled === false) return instance;
  const definitions = new Map((sso?.permissionSets ?? []).map(set => [set.name, set]));
  const judged = new Set<string>();
  const sets = environments.flatMap((environment, index) => {
    const there = facts.accounts.get(environment.account);
    if (there === undefined) return [];
    // Environments may share an account: its sets are held once, by the people of all of them.
    const inAccount = environments.filter(({ account }) => account === environment.account);
    const before = environments.slice(0, index).filter(({ account }) => account === environment.account);
    const people = peopleOf(inAccount).filter(
      ({ permissionSet }) =>
        environment.people.some(one => one.permissionSet === permissionSet) &&
        !peopleOf(before).some(one => one.permissionSet === permissionSet),
    );
    return [
      ...judgeEnvironment({ ...environment, people }, there, path, names),
      ...environment.people.flatMap(({ permissionSet }) => {
        const held = there.sets.find(({ name }) => name === permissionSet);
        const definition = definitions.get(permissionSet);
        // A definition is one for all accounts, and so is what is wrong with it.
        if (held === undefined || definition === undefined || judged.has(permissionSet)) return [];
        judged.add(permissionSet);
        return [...judgeDuration(held, definition, path), ...judgeDefinition(held, definition)];
      }),
    ];
  });
  return [...instance, ...sets];
}

/** The people of several environments; a set whose holders one of them does not name may be held by any group. */
function peopleOf(environments: readonly Environment[]): readonly (People & { readonly isOpen: boolean })[] {
  const all = environments.flatMap(({ people }) => people);
  return [...new Set(all.map(({ permissionSet }) => permissionSet))].map(permissionSet => {
    const these = all.filter(one => one.permissionSet === permissionSet);
    const isOpen = these.some(({ groups }) => groups.length === 0);
    return { permissionSet, groups: [...new Set(these.flatMap(({ groups }) => groups))], isOpen };
  });
}

function judgeInstance(
  { asked, instances, details }: IdentityCenterFacts,
  path: string,
): readonly AuditFinding[] {
  const [instance] = instances;
  if (instance === undefined)
    return [
      found('sso-instance', {
        what: `There is no instance of Identity Center in ${asked}.`,
        fix: `Identity Center lives in one home Region: write it as sso.region in ${path} (it stands in the console, under Settings), and let the reader be in the management account or the delegated administrator's.`,
      }),
    ];
  const findings: AuditFinding[] = [];
  const home = details?.primaryRegion ?? instance.primaryRegion;
  if (home !== undefined && home !== asked)
    findings.push(
      found('sso-region', {
        what: `The home Region of Identity Center is ${home}; ${path} says ${asked}.`,
        fix: `sso:\n  region: ${home}`,
      }),
    );
  if (instance.status !== undefined && instance.status !== 'ACTIVE')
    findings.push(
      found('sso-instance', {
        what: `The instance of Identity Center is ${printable(instance.status, 40)}, not ACTIVE.`,
        fix: 'See its settings in the console of the management account.',
      }),
    );
  if (details?.permissionSetsEnabled === false)
    findings.push(
      found('sso-instance', {
        what: 'This instance of Identity Center has no permission sets: accounts are entered in another way.',
        fix: `Switch permission sets on (sso-admin UpdateInstance), or remove permission-set and people from ${path}.`,
      }),
    );
  if (details !== undefined && details.networkLimits.length > 0)
    findings.push(
      found('sso-network', {
        what: `Identity Center answers only some networks (${printable(details.networkLimits.join('; '), 200)}).`,
        fix: "Run the audit on a runner within them: GitHub's own runners have changing addresses and may be locked out any day.",
      }),
    );
  if (details?.customerKey !== undefined)
    findings.push(
      found('sso-key', {
        what: 'Identity Center is encrypted with a key of your own: without kms:Decrypt every reader is locked out.',
        fix: 'Keep the statement CustomerKey in the reader role (aws-temp-creds template audit).',
      }),
    );
  return findings;
}

function judgeEnvironment(
  environment: Omit<Environment, 'people'> & { readonly people: ReturnType<typeof peopleOf> },
  { sets, complete }: AccountSets,
  path: string,
  names: UserNames,
): readonly AuditFinding[] {
  const { name, account } = environment;
  return environment.people.flatMap((people): readonly AuditFinding[] => {
    const held = sets.find(set => set.name === people.permissionSet);
    if (held !== undefined)
      return [...judgeStale(held, environment), ...judgeHolders(held, people, environment, names)];
    // Where a set could not be described it may be this one, and the gap is told.
    if (!complete) return [];
    return [
      found('permission-set-missing', {
        what: `The permission set ${people.permissionSet} is not provisioned to account ${account} (environment ${name}).`,
        fix: `Assign it to a group there (aws-temp-creds template people), or correct environments.${name} in ${path}.`,
        environment: name,
        account,
      }),
    ];
  });
}

function judgeStale(
  held: HeldSet,
  { name, account }: Pick<Environment, 'name' | 'account'>,
): readonly AuditFinding[] {
  if (held.stale !== true) return [];
  return [
    found('permission-set-stale', {
      what: `The permission set ${held.name} was changed, but account ${account} (environment ${name}) still has the old copy.`,
      fix: `aws sso-admin provision-permission-set --instance-arn INSTANCE_ARN --permission-set-arn ${shellWord(held.arn)} --target-type AWS_ACCOUNT --target-id ${account}`,
      environment: name,
      account,
    }),
  ];
}

/** Identity Center gives one hour where nothing is said. */
const DEFAULT_SESSION = 3_600;

function judgeDuration(held: HeldSet, definition: PermissionSet, path: string): readonly AuditFinding[] {
  const wanted = definition.duration ?? DEFAULT_SESSION;
  const there = held.duration ?? DEFAULT_SESSION;
  if (there === wanted) return [];
  return [
    found('permission-set-duration', {
      what: `Sessions of the permission set ${held.name} last ${shownDuration(there)}; ${path} says ${shownDuration(wanted)}.`,
      fix: `Deploy aws-temp-creds template people, or write sso.permission-sets.${held.name}.duration: ${shownDuration(there)}.`,
    }),
  ];
}
