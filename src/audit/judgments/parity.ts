import type { IamRole, IamRoles } from '../../aws/iam.js';
import type { Environment } from '../../config/configuration.js';
import { printable } from '../../printable.js';
import type { AccountFacts } from '../facts.js';
import type { AuditFinding } from '../finding.js';
import { type Comparison, compare, type Difference, type Permissions } from '../parity/compare.js';
import { permissionsOf, type Reach, reachOf } from '../parity/reach.js';
import { found } from './found.js';
import { isReservedRoleOf, reservedSet } from './reserved-role.js';

/** What the pipeline and people may do in one environment, beside each other. */
export interface ParityRow {
  readonly environment: string;
  readonly account: string;
  readonly permissionSets: readonly string[];
  /** Roles that the deploy role gets at. */
  readonly through: readonly string[];
  readonly pipelineOnly: readonly Difference[];
  readonly peopleOnly: readonly Difference[];
  /** What could not be decided, in words. */
  readonly undecided: readonly string[];
}

/** The judgment of an account's parity: the table, and what of it is a finding. */
export interface ParityJudgment {
  readonly rows: readonly ParityRow[];
  readonly findings: readonly AuditFinding[];
}

/** Compares the deploy role of each environment, with all that it gets at, with the permission sets of its people. */
export function judgeParity(environments: readonly Environment[], facts: AccountFacts): ParityJudgment {
  const { roles } = facts;
  if (roles === undefined) return { rows: [], findings: [] };
  const rows: ParityRow[] = [];
  const findings: AuditFinding[] = [];
  for (const environment of environments) {
    findings.push(...judgeAdministrators(environment, roles));
    const deploy = roles.roles.find(({ arn }) => arn === environment.role);
    if (deploy === undefined) {
      findings.push(missingRole(environment));
      continue;
    }
    const sets = environment.people
      .map(({ permissionSet }) => roles.roles.find(role => isReservedRoleOf(role, permissionSet)))
      .filter(role => role !== undefined);
    if (sets.length === 0) continue;
    const row = rowOf(environment, deploy, sets, roles);
    rows.push(row);
    findings.push(...findingsOf(environment, row, deploy));
  }
  return { rows, findings };
}

function missingRole({ name, account, role }: Environment): AuditFinding {
  return found('deploy-role-missing', {
    what: `Account ${account} has no role ${role}, which environment ${name} deploys with.`,
    fix: `Deploy what aws-temp-creds template roles --environment ${name} prints, or correct environments.${name}.role.`,
    environment: name,
    account,
    role,
  });
}

function rowOf(
  { name, account, people }: Environment,
  deploy: IamRole,
  sets: readonly IamRole[],
  all: IamRoles,
): ParityRow {
  const pipeline = reachOf(deploy, all);
  const own = sets.map(role => permissionsOf(role, all));
  const held = together(own);
  const more = compare(pipeline.permissions, held);
  const less = compare(held, pipeline.permissions);
  return {
    environment: name,
    account,
    permissionSets: people.map(({ permissionSet }) => permissionSet),
    through: pipeline.roles,
    pipelineOnly: more.more,
    peopleOnly: less.more,
    undecided: [
      ...unknownTexts([pipeline, ...own]),
      ...undecidedTexts(more, 'people'),
      ...undecidedTexts(less, 'the pipeline'),
      ...boundaryTexts(deploy, sets),
    ],
  };
}

/** Whoever holds several sets chooses among them: what one allows is allowed, and one's boundary limits only that one. */
function together(sets: readonly Reach[]): Permissions {
  const [only] = sets;
  if (only !== undefined && sets.length === 1) return only.permissions;
  return { grants: sets.flatMap(({ permissions }) => permissions.grants), boundary: undefined };
}

function unknownTexts(sides: readonly Reach[]): readonly string[] {
  const names = [...new Set(sides.flatMap(({ unknown }) => unknown))];
  return names.map(name => `the policy ${printable(name, 80)} could not be read`);
}

function undecidedTexts({ undecided }: Comparison, other: string): readonly string[] {
  return undecided.map(({ action, resource, why }) =>
    printable(`${action} on ${resource}: ${other} ${why}`, 300),
  );
}

/** Boundaries are compared by name, for what they leave of other policies is told above. */
function boundaryTexts(deploy: IamRole, sets: readonly IamRole[]): readonly string[] {
  const named = (role: IamRole) => role.boundary?.replace(/^.*\//, '') ?? 'none';
  return sets
    .filter(set => named(set) !== named(deploy))
    .map(
      set =>
        `boundaries differ: the deploy role has ${named(deploy)}, ${reservedSet(set.name)} has ${named(set)}`,
    );
}

/** In most healthy accounts the pipeline may do more; only what the file asks for is a finding. */
function findingsOf(environment: Environment, row: ParityRow, deploy: IamRole): readonly AuditFinding[] {
  const { name, account } = environment;
  const place = { environment: name, account, role: deploy.arn };
  const findings: AuditFinding[] = [];
  if (environment.parity === 'within-people' && row.pipelineOnly.length > 0)
    findings.push(
      found('pipeline-wider', {
        what: `In environment ${name} the pipeline may do what people (${row.permissionSets.join(', ')}) may not: ${listed(row.pipelineOnly)}${throughText(row.through)}.`,
        fix: 'Narrow the deploy role, or the policies of the CDK execution role (cdk bootstrap --cloudformation-execution-policies), or remove `parity: within-people` from the environment.',
        ...place,
      }),
    );
  const writes = row.peopleOnly.filter(({ action }) => !isReading(action));
  if (environment.production && writes.length > 0)
    findings.push(
      found('people-wider', {
        what: `In production environment ${name} people (${row.permissionSets.join(', ')}) may write what the pipeline may not: ${listed(writes)}.`,
        fix: 'Give people a permission set that reads only (job-function/ViewOnlyAccess, ReadOnlyAccess), and let changes go through the pipeline.',
        ...place,
      }),
    );
  return findings;
}

const MOST_NAMED = 5;

function listed(differences: readonly Difference[]): string {
  const texts = differences.map(({ action, resource }) =>
    printable(resource === '*' ? action : `${action} on ${resource}`, 120),
  );
  const more = texts.length > MOST_NAMED ? ` and ${texts.length - MOST_NAMED} more` : '';
  return texts.slice(0, MOST_NAMED).join(', ') + more;
}

function throughText(roles: readonly string[]): string {
  return roles.length === 0 ? '' : ` (through ${roles.map(role => printable(role, 64)).join(', ')})`;
}

/** Actions that read only, by the verbs that AWS's services begin their names with. */
function isReading(action: string): boolean {
  return /^[^:*]+:(get|list|describe|batchget|head|query|scan|search|view|lookup|select|check|estimate|simulate|test|validate|download|filter|preview|read|discover)[a-z]*\*?$/.test(
    action,
  );
}

const ADMINISTRATOR = 'policy/AdministratorAccess';

function judgeAdministrators(
  { name, account, production }: Environment,
  { roles }: IamRoles,
): readonly AuditFinding[] {
  if (!production) return [];
  return roles
    .filter(
      role => reservedSet(role.name) !== undefined && role.attached.some(arn => arn.endsWith(ADMINISTRATOR)),
    )
    .map(role =>
      found('admin-in-production', {
        what: `People may hold AdministratorAccess in production environment ${name}: the permission set ${printable(reservedSet(role.name) ?? '', 40)} is provisioned to account ${account}.`,
        fix: 'Remove its assignments there, or keep it for emergencies behind an approval, and accept this finding with a reason (audit.allow).',
        environment: name,
        account,
        role: role.arn,
      }),
    );
}
