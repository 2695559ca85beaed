import type { IamRole, IamRoles } from '../../aws/iam.js';
import type { Permissions } from './compare.js';
import { contains } from './pattern.js';
import { type Grant, grantsOf } from './policy.js';
import { admits, conditionsMeet, type Sure, type Way, worst } from './trusting.js';

/** What a role may do by itself. */
export interface OwnPermissions {
  readonly permissions: Permissions;
  /** Policies whose text is not known. */
  readonly unknown: readonly string[];
}

/** What a role may do in its account, with the roles that it gets at. */
export interface Reach {
  /** Of the role and of each one that it certainly gets at. */
  readonly permissions: readonly Permissions[];
  /** The same with the roles that it may get at. */
  readonly possible: readonly Permissions[];
  /** Names of the roles that it certainly may assume or pass on. */
  readonly roles: readonly string[];
  /** Names of those of which this hangs on conditions that only AWS can decide. */
  readonly maybe: readonly string[];
  readonly unknown: readonly string[];
}

/** The permissions of one role by itself. */
export function permissionsOf(role: IamRole, { policies }: IamRoles): OwnPermissions {
  const unknown: string[] = [];
  const read = (document: string | undefined, source: string): readonly Grant[] => {
    const grants = document === undefined ? undefined : grantsOf(document, source);
    if (grants === undefined) unknown.push(source);
    return grants ?? [];
  };
  const grants = [
    ...role.inline.flatMap(({ name, document }) => read(document, `${role.name}: ${name}`)),
    ...role.attached.flatMap(arn => read(policies.get(arn), nameOf(arn))),
  ];
  const boundary =
    role.boundary === undefined ? undefined : read(policies.get(role.boundary), nameOf(role.boundary));
  return { permissions: { grants, boundary }, unknown };
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/**
 * What a role really gets at: with CDK a deploy role may do next to nothing itself, but may assume roles that pass
 * another one, often with AdministratorAccess, on to CloudFormation. Both sides have to agree: the policies of the one
 * and the trust of the other.
 */
export function reachOf(role: IamRole, all: IamRoles): Reach {
  const reached = new Map<string, { readonly role: IamRole; sure: Sure }>([
    [role.arn, { role, sure: 'yes' }],
  ]);
  const own = new Map<string, OwnPermissions>();
  // A list that grows while it is walked: each role that is found, or found to be certain, is looked at in its turn.
  const waiting = [role];
  for (const current of waiting) {
    const mine = own.get(current.arn) ?? permissionsOf(current, all);
    own.set(current.arn, mine);
    const before = reached.get(current.arn)?.sure ?? 'no';
    for (const next of all.roles) {
      const sure = worst(before, getsAt(current, mine.permissions, next));
      const known = reached.get(next.arn)?.sure ?? 'no';
      if (sure === 'no' || known === 'yes' || known === sure) continue;
      reached.set(next.arn, { role: next, sure });
      waiting.push(next);
    }
  }
  const others = [...reached.values()].filter(one => one.role !== role);
  const certain = [...reached.values()].filter(({ sure }) => sure === 'yes');
  const permissionsOfAll = (these: readonly { readonly role: IamRole }[]) =>
    these.flatMap(one => own.get(one.role.arn)?.permissions ?? []);
  return {
    permissions: permissionsOfAll(certain),
    possible: permissionsOfAll([...reached.values()]),
    roles: others.filter(({ sure }) => sure === 'yes').map(one => one.role.name),
    maybe: others.filter(({ sure }) => sure === 'maybe').map(one => one.role.name),
    unknown: [...new Set([...own.values()].flatMap(({ unknown }) => unknown))],
  };
}

/** Whether one role may assume another or pass it on. A service's own role is nobody's to assume. */
function getsAt(from: IamRole, permissions: Permissions, to: IamRole): Sure {
  if (to.path.startsWith('/aws-reserved/') || to.path.startsWith('/aws-service-role/')) return 'no';
  // What an administrator gets at adds nothing to what he may do.
  if (permissions.boundary === undefined && permissions.grants.some(isEverything)) return 'no';
  const assume = step(from, permissions, to, 'sts:assumerole');
  const pass = step(from, permissions, to, 'iam:passrole');
  return assume === 'yes' || pass === 'yes' ? 'yes' : assume === 'no' ? pass : assume;
}

function isEverything({ effect, action, resource, condition }: Grant): boolean {
  const isAll = action.base === '*' && action.except.length === 0;
  return effect === 'Allow' && isAll && resource.base === '*' && condition === '';
}

function step(from: IamRole, { grants, boundary }: Permissions, to: IamRole, way: Way): Sure {
  const trusts = admits(to, from, way);
  if (trusts === 'no') return 'no';
  const refusals = [...grants, ...(boundary ?? [])].filter(({ effect }) => effect === 'Deny');
  const isRefused = most(refusals, way, to);
  if (isRefused === 'yes') return 'no';
  const allows = (these: readonly Grant[]) =>
    most(
      these.filter(({ effect }) => effect === 'Allow'),
      way,
      to,
    );
  // A trust that names the role itself needs no policy of that role (IAM user guide, "Cross-account resource access").
  const allowed = trusts === 'named' ? 'yes' : allows(grants);
  const within = boundary === undefined || trusts === 'named' ? 'yes' : allows(boundary);
  const sure = worst(worst(allowed, within), trusts === 'maybe' ? 'maybe' : 'yes');
  return isRefused === 'maybe' ? worst(sure, 'maybe') : sure;
}

/** The surest that one of the grants speaks of this way to this role. */
function most(grants: readonly Grant[], way: Way, to: IamRole): Sure {
  let sure: Sure = 'no';
  for (const { action, resource, condition } of grants) {
    const isMeant =
      contains(action.base, way) &&
      !action.except.some(one => contains(one, way)) &&
      contains(resource.base, to.arn) &&
      !resource.except.some(one => contains(one, to.arn));
    const one = isMeant ? conditionsMeet(condition, to) : resource.base.includes('${') ? 'maybe' : 'no';
    if (one === 'yes') return 'yes';
    if (one === 'maybe' && contains(action.base, way)) sure = 'maybe';
  }
  return sure;
}
