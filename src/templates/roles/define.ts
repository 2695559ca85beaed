import type { AccountId } from '../../aws/names.js';
import { jobContext } from '../../trust/subject.js';
import { ACCOUNT, PARTITION, type Text, text, type Value } from '../value.js';
import { cdkDeployPolicy, cdkReadPolicy } from './cdk.js';
import type { GatheredRole, Purpose } from './gather.js';
import { shownRepository } from './repository.js';
import { nameAndPath, policyDocument, type RoleDefinition } from './role.js';
import { gitHubStatements, oneOrList, roleStatement } from './trust.js';
import type { RolesWish } from './wish.js';

/** A gathered role as the template makes it. */
export function roleOf(
  role: GatheredRole,
  wish: RolesWish,
): RoleDefinition & { readonly accounts: readonly AccountId[] } {
  const purpose = purposeOf(role);
  return {
    ...nameAndPath(role.name),
    description: descriptionOf(role, purpose, wish),
    accounts: [role.account],
    trust: trustOf(role, purpose, wish),
    policies: policiesOf(role, purpose, wish),
    managedPolicies:
      purpose === 'bootstrap' ? [text`arn:${PARTITION}:iam::aws:policy/AdministratorAccess`] : [],
    maxSession: role.longest > 3600 ? role.longest : undefined,
    boundary: wish.boundary === undefined ? undefined : boundaryOf(wish.boundary),
  };
}

/** A role that any environment reads with may only read, whatever other environments take it for. */
function purposeOf({ purposes }: GatheredRole): Purpose {
  return (['bootstrap', 'read', 'deploy', 'hub'] as const).find(purpose => purposes.has(purpose)) ?? 'deploy';
}

const ABOUT: Readonly<Record<Purpose, string>> = {
  deploy: 'Assumes the roles that cdk bootstrap made',
  read: 'Reads stacks',
  bootstrap: 'May do everything, for cdk bootstrap',
  hub: 'Goes on to the roles of other accounts',
};

/** IAM takes few characters in a description. */
function descriptionOf({ gitHubEnvironments }: GatheredRole, purpose: Purpose, wish: RolesWish): string {
  const environments = [...gitHubEnvironments].join(', ');
  const whose = `GitHub jobs of ${wish.repositories.map(shownRepository).join(', ')}`;
  const description = `${whose}${environments === '' ? '' : ` with environment ${environments}`}. ${ABOUT[purpose]}.`;
  return description.replace(/[^\x20-\x7e]/g, '?').slice(0, 1000);
}

function trustOf(role: GatheredRole, purpose: Purpose, wish: RolesWish): Value {
  const pullRequests = purpose === 'read' && wish.readRoles.includes(role.name) ? ['pull_request'] : [];
  const contexts = [
    ...[...role.gitHubEnvironments].map(environment => jobContext({ environment, ref: '' })),
    ...pullRequests,
  ];
  const { issuer, repositories, bothForms } = wish;
  const audiences = [...role.audiences];
  const byJobs =
    contexts.length === 0 ? [] : gitHubStatements({ issuer, audiences, repositories, contexts, bothForms });
  const byHubs = [...role.hubs].map(hub =>
    roleStatement(hub, hub.replace(/:role\/.*$/, ':root'), actionsThrough(role)),
  );
  return policyDocument(...byJobs, ...byHubs);
}

/** What is called to go on from a hub to a role. */
function actionsThrough({ tagged }: GatheredRole): readonly string[] {
  return tagged ? ['sts:AssumeRole', 'sts:TagSession'] : ['sts:AssumeRole'];
}

function policiesOf(
  role: GatheredRole,
  purpose: Purpose,
  { qualifiers }: RolesWish,
): RoleDefinition['policies'] {
  const policies: { readonly name: string; readonly document: Value }[] = [];
  if (purpose === 'deploy') policies.push({ name: 'cdk-deploy', document: cdkDeployPolicy(qualifiers) });
  if (purpose === 'read') policies.push({ name: 'cdk-read', document: cdkReadPolicy(qualifiers) });
  if (role.behind.size > 0) {
    const document = policyDocument({
      Effect: 'Allow',
      Action: oneOrList(actionsThrough(role)),
      Resource: oneOrList([...role.behind]),
    });
    policies.push({ name: 'go-on', document });
  }
  return policies;
}

function boundaryOf(given: string): Text {
  return given.startsWith('arn:') ? text`${given}` : text`arn:${PARTITION}:iam::${ACCOUNT}:policy/${given}`;
}
