import { type AccountId, type Partition, partitionOf } from '../../aws/names.js';
import type { Configuration, Environment } from '../../config/configuration.js';
import { Failure } from '../../failure.js';
import { ACCOUNT, PARTITION, type Text, text, type Value } from '../value.js';
import { cdkDeployPolicy, cdkReadPolicy } from './cdk.js';
import { type GatheredRole, gatherRoles } from './gather.js';
import { type RepositoryIdentity, shownRepository } from './repository.js';
import { policyDocument, type RoleDefinition, type RolesTemplate } from './role.js';
import { environmentContext, gitHubTrust, oneOrList, roleTrust } from './trust.js';

/** What `template roles` was asked for, beside the configuration file. */
export interface RolesWish {
  readonly repositories: readonly RepositoryIdentity[];
  readonly bothForms: boolean;
  /** `https://token.actions.githubusercontent.com` */
  readonly issuer: string;
  readonly hasClaimKeys: boolean;
  readonly createProvider: boolean;
  /** Undefined: the one of the environments. */
  readonly partition: Partition | undefined;
  /** Names of roles that pull requests enter, and that may only read. */
  readonly readRoles: readonly string[];
  /** Name of a role that may do everything; undefined: none. */
  readonly bootstrapRole: string | undefined;
  /** Name or ARN of a managed policy. */
  readonly boundary: string | undefined;
  /** Qualifiers of CDK's bootstrap stacks; none: any. */
  readonly qualifiers: readonly string[];
}

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
  const gathered = all.filter(({ environments }) => wanted.some(environment => environments.has(environment)));
  addBootstrapRoles(gathered, wanted, wish);
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
  };
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
      write: 'environments:\n  production: { account: "111111111111", region: eu-west-1, role: github-deploy }',
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

function samePartition(region: Environment['region'], [first]: readonly [Environment, ...Environment[]]): boolean {
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
        role: `arn:${partitionOf(environment.region)}:iam::${account}:role/${bootstrapRole}` as Environment['role'],
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

function roleOf(role: GatheredRole, wish: RolesWish): RoleDefinition & { readonly accounts: readonly AccountId[] } {
  const parts = role.name.split('/');
  const name = parts.pop() ?? '';
  const purpose = purposeOf(role);
  return {
    name,
    path: parts.length === 0 ? '/' : `/${parts.join('/')}/`,
    description: descriptionOf(role, purpose, wish),
    accounts: [role.account],
    trust: trustOf(role, purpose, wish),
    policies: policiesOf(role, purpose, wish),
    managedPolicies: purpose === 'bootstrap' ? [text`arn:${PARTITION}:iam::aws:policy/AdministratorAccess`] : [],
    maxSession: role.longest > 3600 ? role.longest : undefined,
    boundary: wish.boundary === undefined ? undefined : boundaryOf(wish.boundary),
  };
}

type Main = Exclude<GatheredRole['purposes'] extends Set<infer P> ? P : never, 'hub'> | 'hub';

/** A role that any environment reads with may only read, whatever other environments take it for. */
function purposeOf({ purposes }: GatheredRole): Main {
  return (['bootstrap', 'read', 'deploy', 'hub'] as const).find(purpose => purposes.has(purpose)) ?? 'deploy';
}

const ABOUT: Readonly<Record<Main, string>> = {
  deploy: 'Assumes the roles that cdk bootstrap made',
  read: 'Reads stacks',
  bootstrap: 'May do everything, for cdk bootstrap',
  hub: 'Goes on to the roles of other accounts',
};

/** IAM takes few characters in a description. */
function descriptionOf({ gitHubEnvironments }: GatheredRole, purpose: Main, wish: RolesWish): string {
  const environments = [...gitHubEnvironments].join(', ');
  const whose = `GitHub jobs of ${wish.repositories.map(shownRepository).join(', ')}`;
  const text_ = `${whose}${environments === '' ? '' : ` with environment ${environments}`}. ${ABOUT[purpose]}.`;
  return text_.replace(/[^\x20-\x7e]/g, '?').slice(0, 1000);
}

function trustOf(role: GatheredRole, purpose: Main, wish: RolesWish): Value {
  const statements: Value[] = [];
  const pullRequests = purpose === 'read' && wish.readRoles.includes(role.name) ? ['pull_request'] : [];
  const contexts = [...[...role.gitHubEnvironments].map(environmentContext), ...pullRequests];
  if (contexts.length > 0) {
    statements.push(
      ...statementsOf(
        gitHubTrust({
          provider: wish.issuer.replace(/^https:\/\//, ''),
          audiences: [...role.audiences],
          repositories: wish.repositories,
          contexts,
          bothForms: wish.bothForms,
          hasClaimKeys: wish.hasClaimKeys,
        }),
      ),
    );
  }
  const actions = role.tagged ? ['sts:AssumeRole', 'sts:TagSession'] : ['sts:AssumeRole'];
  for (const hub of role.hubs) {
    const [, , , , account = ''] = hub.split(':');
    statements.push(...statementsOf(roleTrust(hub, hub.replace(/:role\/.*$/, ':root').replace(/\d{12}/, account), actions)));
  }
  return policyDocument(...statements);
}

function statementsOf(document: Value): readonly Value[] {
  const { Statement = [] } = document as { readonly Statement?: readonly Value[] };
  return Statement;
}

function policiesOf(role: GatheredRole, purpose: Main, { qualifiers }: RolesWish): RoleDefinition['policies'] {
  const policies: { readonly name: string; readonly document: Value }[] = [];
  if (purpose === 'deploy') policies.push({ name: 'cdk-deploy', document: cdkDeployPolicy(qualifiers) });
  if (purpose === 'read') policies.push({ name: 'cdk-read', document: cdkReadPolicy(qualifiers) });
  if (role.behind.size > 0) {
    const actions = role.tagged ? ['sts:AssumeRole', 'sts:TagSession'] : ['sts:AssumeRole'];
    const document = policyDocument({
      Effect: 'Allow',
      Action: oneOrList(actions),
      Resource: oneOrList([...role.behind]),
    });
    policies.push({ name: 'go-on', document });
  }
  return policies;
}

function boundaryOf(given: string): Text {
  return given.startsWith('arn:') ? text`${given}` : text`arn:${PARTITION}:iam::${ACCOUNT}:policy/${given}`;
}

/** Roles that are the same in several accounts, once, with these accounts. */
function sharedRoles(
  roles: readonly (RoleDefinition & { readonly accounts: readonly AccountId[] })[],
): readonly RoleDefinition[] {
  const shared = new Map<string, RoleDefinition & { readonly accounts: readonly AccountId[] }>();
  for (const role of roles) {
    const key = JSON.stringify({ ...role, accounts: [] });
    const known = shared.get(key);
    shared.set(key, known === undefined ? role : { ...known, accounts: [...known.accounts, ...role.accounts] });
  }
  return [...shared.values()];
}

