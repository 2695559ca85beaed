import { type AccountId, defaultAudience, parseRoleArn, type RoleArn } from '../../aws/names.js';
import type { Environment } from '../../config/configuration.js';

/**
 * - `deploy`: assumes what CDK bootstrapped; `read`: looks only; `bootstrap`: may do everything
 * - `hub`: a job enters it to go on to the roles behind it (`via`)
 */
export type Purpose = 'deploy' | 'read' | 'bootstrap' | 'hub';

/** One role of one account, with everything that the environments say of it. */
export interface GatheredRole {
  readonly arn: RoleArn;
  readonly account: AccountId;
  /** With its path, as in its ARN. */
  readonly name: string;
  readonly purposes: Set<Purpose>;
  /** GitHub environments whose jobs enter it. */
  readonly gitHubEnvironments: Set<string>;
  readonly audiences: Set<string>;
  /** Roles that it is entered from, instead of by a job. */
  readonly hubs: Set<RoleArn>;
  /** Whether sessions through a hub bring tags. */
  tagged: boolean;
  /** Roles that a hub goes on to. */
  readonly behind: Set<RoleArn>;
  /** Seconds, the longest that any environment asks for. */
  longest: number;
  /** The environments that need it. */
  readonly environments: Set<Environment>;
}

/** All roles of the environments, in the file's order. */
export function gatherRoles(environments: readonly Environment[]): readonly GatheredRole[] {
  const roles = new Map<RoleArn, GatheredRole>();
  for (const environment of environments) {
    enter(roles, environment, environment.role, 'deploy');
    const { readRole } = environment;
    if (readRole !== undefined && readRole !== environment.role) enter(roles, environment, readRole, 'read');
  }
  return [...roles.values()];
}

/** A job enters the role, or the hub in front of it. */
function enter(
  roles: Map<RoleArn, GatheredRole>,
  environment: Environment,
  arn: RoleArn,
  purpose: Purpose,
): void {
  const { via, tags, duration = 0 } = environment;
  const role = roleAt(roles, arn, environment);
  role.purposes.add(purpose);
  if (via === undefined) {
    admit(role, environment);
    role.longest = Math.max(role.longest, duration);
    return;
  }
  const isTagged = Object.keys(tags).length > 0;
  role.hubs.add(via);
  role.tagged ||= isTagged;
  const hub = roleAt(roles, via, environment);
  hub.purposes.add('hub');
  hub.behind.add(arn);
  hub.tagged ||= isTagged;
  admit(hub, environment);
}

function admit(role: GatheredRole, { githubEnvironment, audience, region }: Environment): void {
  role.gitHubEnvironments.add(githubEnvironment);
  role.audiences.add(audience ?? defaultAudience(region));
}

function roleAt(roles: Map<RoleArn, GatheredRole>, arn: RoleArn, environment: Environment): GatheredRole {
  const known = roles.get(arn);
  if (known !== undefined) {
    known.environments.add(environment);
    return known;
  }
  const parts = parseRoleArn(arn);
  if (parts === undefined) throw new Error('the configuration holds ARNs of roles only');
  const role: GatheredRole = {
    arn,
    account: parts.account,
    name: parts.name,
    purposes: new Set(),
    gitHubEnvironments: new Set(),
    audiences: new Set(),
    hubs: new Set(),
    tagged: false,
    behind: new Set(),
    longest: 0,
    environments: new Set([environment]),
  };
  roles.set(arn, role);
  return role;
}
