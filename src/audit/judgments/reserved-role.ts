import type { IamRole } from '../../aws/iam.js';

/** Where Identity Center puts the roles of its permission sets, in each account that has them. */
export const RESERVED_PATH = '/aws-reserved/sso.amazonaws.com/';

/**
 * The permission set that a role was provisioned for, by its name (`AWSReservedSSO_<set>_<16 hex digits>`). The
 * digits change when all assignments are removed and made again, so roles go by the name before them.
 */
export function reservedSet(roleName: string): string | undefined {
  return /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(roleName)?.[1];
}

export function isReservedRoleOf({ name, path }: IamRole, permissionSet: string): boolean {
  return path.startsWith(RESERVED_PATH) && reservedSet(name) === permissionSet;
}
