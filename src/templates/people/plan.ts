import type { AccountId, Partition } from '../../aws/names.js';
import { partitionOf } from '../../aws/names.js';
import type { Configuration, Environment, PermissionSet } from '../../config/configuration.js';
import { Failure } from '../../failure.js';

/** What IAM Identity Center is to have: who holds which permission set in which account. */
export interface PeoplePlan {
  /** Home Region of Identity Center. */
  readonly region: string;
  readonly partition: Partition;
  /** Sets that the template makes. */
  readonly sets: readonly PermissionSet[];
  /** Sets that environments name and the file does not define: they exist already. */
  readonly foreignSets: readonly string[];
  readonly groups: readonly string[];
  /** Whether the groups come from a directory that is synchronised; else the template makes them. */
  readonly groupsExist: boolean;
  readonly assignments: readonly Assignment[];
  /** What is to be said beside the template. */
  readonly notes: readonly string[];
}

export interface Assignment {
  readonly set: string;
  readonly group: string;
  readonly account: AccountId;
}

/**
 * @param environments those that count; undefined: all of the file, and every set that it defines
 * @throws Failure `wrong-configuration` where the file says nothing of people
 */
export function planPeople(configuration: Configuration, environments?: readonly Environment[]): PeoplePlan {
  const { sso } = configuration;
  if (sso === undefined) throw withoutPeople(configuration.path, 'it has no block `sso`');
  const held = heldIn(environments ?? configuration.environments);
  const names = new Set(held.map(({ set }) => set));
  const sets = sso.permissionSets.filter(({ name }) => environments === undefined || names.has(name));
  if (sets.length === 0 && held.length === 0)
    throw withoutPeople(configuration.path, 'no environment names a permission set, and `sso` defines none');
  const foreignSets = [...names].filter(name => !sso.permissionSets.some(set => set.name === name));
  const assignments = held.flatMap(({ set, group, account }) =>
    group === undefined ? [] : [{ set, group, account }],
  );
  return {
    region: sso.region,
    partition: partitionOf(sso.region),
    sets,
    foreignSets,
    groups: unique(assignments.map(({ group }) => group)),
    groupsExist: sso.groups === 'existing',
    assignments: uniqueAssignments(assignments),
    notes: [
      ...foreignSets.map(
        name => `${name} is not among sso.permission-sets: the template takes its ARN as a parameter`,
      ),
      ...unique(
        held.filter(({ group }) => group === undefined).map(({ set, account }) => `${set} in ${account}`),
      ).map(place => `no group holds ${place}: add \`groups\`, or nobody gets it`),
    ],
  };
}

interface Held extends Omit<Assignment, 'group'> {
  /** Undefined: the environment names the set but no group. */
  readonly group: string | undefined;
}

function heldIn(environments: readonly Environment[]): readonly Held[] {
  return environments.flatMap(({ account, people }) =>
    people.flatMap(({ permissionSet: set, groups }): Held[] =>
      groups.length === 0
        ? [{ set, account, group: undefined }]
        : groups.map(group => ({ set, account, group })),
    ),
  );
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** Several environments may stand for one account (a Region each); whoever holds a set there holds it once. */
function uniqueAssignments(assignments: readonly Assignment[]): readonly Assignment[] {
  const keys = new Set<string>();
  return assignments.filter(({ set, group, account }) => {
    const key = JSON.stringify([set, group, account]);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}

function withoutPeople(path: string, why: string): Failure {
  return new Failure('wrong-configuration', {
    what: `${path} says nothing of people: ${why}.`,
    write: `sso:
  start-url: https://acme.awsapps.com/start
  region: eu-west-1
  permission-sets:
    PowerUser: { policies: [PowerUserAccess], duration: 8h }
environments:
  dev:
    …
    permission-set: PowerUser
    groups: [developers]`,
  });
}

/** Seconds as ISO 8601, in hours and minutes, as Identity Center shows them: PT8H, PT1H30M. */
export function isoDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest > 0 ? `${rest}S` : ''}`;
}
