import type { Partition } from '../../aws/names.js';
import type { Repository } from './repository.js';

/** What `template roles` was asked for, beside the configuration file. */
export interface RolesWish {
  readonly repositories: readonly Repository[];
  readonly bothForms: boolean;
  /** `https://token.actions.githubusercontent.com` */
  readonly issuer: string;
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
