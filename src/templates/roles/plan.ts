import { type AccountId, type Partition, partitionOf, roleArn } from '../../aws/names.js';
import type { Configuration, Environment } from '../../config/configuration.js';
import { Failure } from '../../failure.js';
import { roleOf } from './define.js';
import { type GatheredRole, gatherRoles } from './gather.js';
import { shownRepository } from './repository.js';
import type { RoleDefinition, RolesTemplate } from './role.js';
import type { RolesWish } from './wish.js';

/** GitHub environment of the jobs that bootstrap, where no environment of the file has that role. */
const BOOTSTRAP_ENVIRONMENT = 'bootstrap';

/**
 * What the accounts of the environments need so that jobs can enter them. A role is trusted by all environments that
 * use it, also where the template is for some of them only.
 *
 * @param selected environments whose roles are wanted; undefined: all
 * @throws Failure `wrong-configuration` where there is nothing to make
 */
export function planRoles(
  configuration: Configuration,
  wish: RolesWish,
  selected?: readonly Environment[],
): RolesTemplate {
  const wanted = inPartition(selected ?? configuration.environments, wish.partition, configuration.path);
  const all = gatherRoles(configuration.environments.filter(({ region }) => samePartition(region, wanted)));
  for (const role of all) retarget(role, wish);
  const gathered = all.filter(({ environments }) =>
    wanted.some(environment => environments.has(environment)),
  );
  addBootstrapRoles(gathered, wanted, wish);
  refuseTwins(gathered, configuration.path);
  const roles = sharedRoles(gathered.map(role => roleOf(role, wish)));
  const entered = gathered.filter(({ gitHubEnvironments }) => gitHubEnvironments.size > 0);
  return {
    description: `Lets jobs of ${wish.repositories.map(shownRepository).join(', ').slice(0, 800)} on GitHub into AWS, without any stored key`,
    roles,
    provider: wish.createProvider
      ? {
          url: wish.issuer,
          audiences: [...new Set(entered.flatMap(({ audiences }) => [...audiences]))],
          accounts: [...new Set(entered.map(({ account }) => account))],
        }
      : undefined,
    parameters: [],
    notes: [...unknownRoles(all, wish), ...largeTrusts(roles)],
  };
}

/** An account has one role of a name, whatever its path. */
function refuseTwins(roles: readonly GatheredRole[], path: string): void {
  const base = ({ account, name }: GatheredRole) => `${account} ${name.replace(/^.*\//, '').toLowerCase()}`;
  const twin = roles.find((role, index) => roles.findIndex(other => base(other) === base(role)) < index);
  if (twin === undefined) return;
  const others = roles.filter(role => base(role) === base(twin)).map(({ name }) => name);
  throw new Failure('wrong-configuration', {
    what: `${path} names the roles ${others.join(' and ')} in account ${twin.account}; IAM takes only one of that name, whatever its path and letter case.`,
  });
}

function unknownRoles(all: readonly GatheredRole[], { readRoles }: RolesWish): readonly string[] {
  return readRoles
    .filter(name => !all.some(role => role.name === name))
    .map(name => `no environment of the file has a role called ${name}, so --read-role ${name} makes none`);
}

/** Characters without white space that the trust policy of a role may have, unless the account's quota was raised (IAM quotas). */
const LONGEST_TRUST = 2048;

function largeTrusts(roles: readonly RoleDefinition[]): readonly string[] {
  return roles
    .filter(({ trust }) => JSON.stringify(trust).length > LONGEST_TRUST)
    .map(
      ({ name }) =>
        `the trust policy of ${name} is longer than the ${LONGEST_TRUST} characters that IAM takes by default: have the quota "Role trust policy length" raised, or name fewer repositories`,
    );
}

function inPartition(
  environments: readonly Environment[],
  partition: Partition | undefined,
  path: string,
): readonly [Environment, ...Environment[]] {
  const partitions = new Set(environments.map(({ region }) => partitionOf(region)));
  const [first, ...others] = environments.filter(
    ({ region }) => partition === undefined || partitionOf(region) === partition,
  );
  if (first === undefined) {
    throw new Failure('wrong-configuration', {
      what:
        partition === undefined
          ? `${path} has no environments, so there are no roles to make.`
          : `${path} has no environment in the partition ${partition}: it has ${[...partitions].join(', ')}.`,
      write:
        'environments:\n  production: { account: "111111111111", region: eu-west-1, role: github-deploy }',
    });
  }
  if (partition === undefined && partitions.size > 1) {
    throw new Failure('wrong-input', {
      what: `${path} has environments in several partitions (${[...partitions].join(', ')}), and a template is for one.`,
      write: `aws-temp-creds template roles --partition ${[...partitions][0]}`,
    });
  }
  return [first, ...others];
}

function samePartition(
  region: Environment['region'],
  [first]: readonly [Environment, ...Environment[]],
): boolean {
  return partitionOf(region) === partitionOf(first.region);
}

/** The options give roles another purpose than the file can tell. */
function retarget(role: GatheredRole, { readRoles, bootstrapRole }: RolesWish): void {
  if (role.name === bootstrapRole) role.purposes.clear();
  if (role.name === bootstrapRole) role.purposes.add('bootstrap');
  if (readRoles.includes(role.name)) role.purposes.add('read');
}

function addBootstrapRoles(
  gathered: GatheredRole[],
  wanted: readonly Environment[],
  { bootstrapRole }: RolesWish,
): void {
  if (bootstrapRole === undefined) return;
  const accounts = new Map(wanted.map(environment => [environment.account, environment]));
  for (const [account, environment] of accounts) {
    if (gathered.some(role => role.account === account && role.name === bootstrapRole)) continue;
    const [role] = gatherRoles([
      {
        ...environment,
        role: roleArn(partitionOf(environment.region), account, bootstrapRole),
        readRole: undefined,
        via: undefined,
        duration: undefined,
        githubEnvironment: BOOTSTRAP_ENVIRONMENT,
      },
    ]);
    if (role === undefined) continue;
    role.purposes.clear();
    role.purposes.add('bootstrap');
    gathered.push(role);
  }
}

/** Roles that are the same in several accounts, once, with these accounts. */
function sharedRoles(
  roles: readonly (RoleDefinition & { readonly accounts: readonly AccountId[] })[],
): readonly RoleDefinition[] {
  const shared = new Map<string, RoleDefinition & { readonly accounts: readonly AccountId[] }>();
  for (const role of roles) {
    const key = JSON.stringify({ ...role, accounts: [] });
    const known = shared.get(key);
    shared.set(
      key,
      known === undefined ? role : { ...known, accounts: [...known.accounts, ...role.accounts] },
    );
  }
  return [...shared.values()];
}
