import type { IamRole, IamRoles } from '../../aws/iam.js';
import type { Permissions } from './compare.js';
import { inclusion, mayMeet, type NameSet } from './pattern.js';
import { type Grant, grantsOf } from './policy.js';

/** What a role may do in its account, and the roles that it gets at. */
export interface Reach {
  readonly permissions: Permissions;
  /** Names of the roles that it may assume or pass on, whose permissions are among its own. */
  readonly roles: readonly string[];
  /** Policies whose text is not known. */
  readonly unknown: readonly string[];
}

/** The permissions of one role by itself. */
export function permissionsOf(role: IamRole, { policies }: IamRoles): Reach {
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
  return { permissions: { grants, boundary }, roles: [], unknown };
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/**
 * What a role really gets at: with CDK a deploy role may do next to nothing itself, but may assume roles that pass
 * another one, often with AdministratorAccess, on to CloudFormation.
 */
export function reachOf(role: IamRole, all: IamRoles): Reach {
  const reached = new Map<string, IamRole>([[role.arn, role]]);
  const unknown = new Set<string>();
  const grants: Grant[] = [];
  let boundary: readonly Grant[] | undefined;
  // A map that grows while it is walked: each role that is found is looked at in its turn.
  for (const [, current] of reached) {
    const own = permissionsOf(current, all);
    for (const name of own.unknown) unknown.add(name);
    grants.push(...own.permissions.grants);
    if (current === role) boundary = own.permissions.boundary;
    for (const next of all.roles)
      if (!reached.has(next.arn) && getsAt(own.permissions.grants, next)) reached.set(next.arn, next);
  }
  const roles = [...reached.values()].filter(one => one !== role).map(({ name }) => name);
  // The boundary of a role limits what it does itself, not what the roles do that it assumes.
  return {
    permissions: { grants, boundary: roles.length === 0 ? boundary : undefined },
    roles,
    unknown: [...unknown],
  };
}

const WAYS = ['sts:assumerole', 'iam:passrole'] as const;

/** Whether grants let their holder assume a role or pass it on. A service's own role is nobody's to assume. */
function getsAt(grants: readonly Grant[], role: IamRole): boolean {
  if (role.path.startsWith('/aws-reserved/') || role.path.startsWith('/aws-service-role/')) return false;
  return WAYS.some(way => {
    const action: NameSet = { base: way, except: [] };
    const resource: NameSet = { base: role.arn, except: [] };
    const meets = grants.filter(
      grant =>
        inclusion(grant.action, action) === 'inside' &&
        mayMeet(grant.resource, resource) &&
        tagsMeet(grant.condition, role),
    );
    const isRefused = meets.some(({ effect, condition }) => effect === 'Deny' && condition === '');
    // What an administrator may assume is every role; that adds nothing to what he may do.
    const named = meets.filter(({ effect, action: { base } }) => effect === 'Allow' && base !== '*');
    return !isRefused && named.length > 0;
  });
}

/** Whether conditions on tags of the role, as CDK's documentation has them, admit this one. Others are passed over. */
function tagsMeet(condition: string, { tags }: IamRole): boolean {
  for (const [, key = '', value = ''] of condition.matchAll(
    /"(?:iam|aws):ResourceTag\/([^"]+)":(\[[^\]]*\]|"[^"]*")/gi,
  )) {
    const wanted = [...value.matchAll(/"([^"]*)"/g)].map(([, text]) => text);
    if (!wanted.includes(tags[key] ?? '')) return false;
  }
  return true;
}
