import type { IamRole, IamRoles } from '../../aws/iam.js';
import type { Environment } from '../../config/configuration.js';
import { printable } from '../../printable.js';
import type { AccountFacts } from '../facts.js';
import type { AuditFinding } from '../finding.js';
import {
  type Comparison,
  compare,
  type Difference,
  isAdministrator,
  type Permissions,
} from '../parity/compare.js';
import { permissionsOf, type Reach, reachOf } from '../parity/reach.js';
import { found } from './found.js';
import { isReservedRoleOf, RESERVED_PATH, reservedSet } from './reserved-role.js';

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
  const judged = new Set<boolean>();
  for (const environment of environments) {
    // Environments may share an account.
    if (!judged.has(environment.production)) findings.push(...judgeAdministrators(environment, roles));
    judged.add(environment.production);
    const deploy = roles.roles.find(({ arn }) => arn === environment.role);
    if (deploy === undefined) {
      findings.push(missingRole(environment));
      continue;
    }
    const held = environment.people.map(({ permissionSet }) => ({
      permissionSet,
      role: roles.roles.find(role => isReservedRoleOf(role, permissionSet)),
    }));
    if (held.length === 0 && environment.parity !== 'within-people') continue;
    const row = rowOf(environment, deploy, held, roles);
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

/** A permission set that the file names for an environment, and its role in the account. */
interface Held {
  readonly permissionSet: string;
  /** Undefined: not provisioned there. */
  readonly role: IamRole | undefined;
}

function rowOf(
  { name, account }: Environment,
  deploy: IamRole,
  held: readonly Held[],
  all: IamRoles,
): ParityRow {
  const pipeline = reachOf(deploy, all);
  const sets = held.map(({ role }) => role).filter(role => role !== undefined);
  const own = sets.map(role => permissionsOf(role, all));
  const people = own.map(({ permissions }) => permissions);
  const more = compare(pipeline.permissions, people);
  const less = compare(people, pipeline.possible);
  const missing = held.filter(({ role }) => role === undefined).map(({ permissionSet }) => permissionSet);
  const unread = unknownTexts([pipeline, ...own]);
  // Of a policy that is not known nobody can say what it allows or refuses, and nobody is compared with nobody.
  const isKnown = unread.length === 0 && people.length > 0;
  const open = [
    ...unread,
    ...missing.map(set => `the permission set ${set} is not in the account, and not compared`),
    ...(held.length === 0 ? ['the environment names no permission set to compare with'] : []),
  ];
  return {
    environment: name,
    account,
    permissionSets: held.map(({ permissionSet }) => permissionSet),
    through: pipeline.roles,
    pipelineOnly: isKnown ? more.more : [],
    peopleOnly: isKnown ? less.more : [],
    undecided: [
      ...open,
      ...maybeTexts(pipeline, people),
      ...(isKnown ? undecidedTexts(more, 'people') : []),
      ...(isKnown ? undecidedTexts(less, 'the pipeline') : []),
      ...boundaryTexts(deploy, sets),
    ],
  };
}

/** Roles that the pipeline gets at under conditions only, where they would make a difference. */
function maybeTexts(
  { possible, permissions, maybe }: Reach,
  people: readonly Permissions[],
): readonly string[] {
  const added = possible.filter(one => !permissions.includes(one));
  const { more, undecided } = compare(added, people);
  if (more.length + undecided.length === 0) return [];
  return [
    `whether the deploy role gets at ${maybe.map(role => printable(role, 64)).join(', ')} hangs on conditions that only AWS decides`,
  ];
}

function unknownTexts(sides: readonly { readonly unknown: readonly string[] }[]): readonly string[] {
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
  const named = (role: IamRole) => role.boundary?.replace(/^.*:policy\//, '') ?? 'none';
  return sets
    .filter(set => set.boundary !== deploy.boundary)
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
  if (environment.parity === 'within-people' && row.pipelineOnly.length === 0 && row.undecided.length > 0)
    findings.push(
      found('parity-undecided', {
        what: `Whether the pipeline stays within people in environment ${name} cannot be decided: ${listedTexts(row.undecided)}.`,
        fix: 'Look at the table of the environment in the report. Simpler policies, or the same ones on both sides, can be compared.',
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
  return listedTexts(
    differences.map(({ action, resource }) =>
      printable(resource === '*' ? action : `${action} on ${resource}`, 120),
    ),
  );
}

function listedTexts(texts: readonly string[]): string {
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

const ADMINISTRATOR = /^arn:[^:]*:iam::aws:policy\/AdministratorAccess$/;

/** By the AWS-managed policy, or by another one that comes to the same. */
function judgeAdministrators(
  { name, account, production }: Environment,
  all: IamRoles,
): readonly AuditFinding[] {
  if (!production) return [];
  return all.roles
    .filter(({ path }) => path.startsWith(RESERVED_PATH))
    .flatMap((role): readonly AuditFinding[] => {
      const byName = role.attached.some(arn => ADMINISTRATOR.test(arn));
      if (!byName && !isAdministrator(permissionsOf(role, all).permissions)) return [];
      const set = printable(reservedSet(role.name) ?? role.name, 40);
      return [
        found('admin-in-production', {
          what: `People may hold ${byName ? 'AdministratorAccess' : 'all actions on all resources'} in production environment ${name}: the permission set ${set} is provisioned to account ${account}.`,
          fix: 'Remove its assignments there, or keep it for emergencies behind an approval, and accept this finding with a reason (audit.allow).',
          environment: name,
          account,
          role: role.arn,
        }),
      ];
    });
}
