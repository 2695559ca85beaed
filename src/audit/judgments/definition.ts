import type { PermissionSet } from '../../config/configuration.js';
import { printable } from '../../printable.js';
import type { HeldSet } from '../facts.js';
import type { AuditFinding } from '../finding.js';
import { sameDocument } from '../same-document.js';
import { found } from './found.js';

/** Is a permission set defined as the file defines it? Parts that are not known are passed over: they are gaps. */
export function judgeDefinition(
  { name, definition }: HeldSet,
  wanted: PermissionSet,
): readonly AuditFinding[] {
  const fix = `Deploy what aws-temp-creds template people prints, or make sso.permission-sets.${name} of the file say what is meant.`;
  const differences = [
    ...listDifference('AWS-managed policies', definition.awsManaged?.map(withoutPrefix), wanted.policies),
    ...listDifference(
      'customer-managed policies',
      definition.customerManaged,
      wanted.customerManagedPolicies.map(({ path, name: policy }) => path + policy),
    ),
    ...(definition.inline.known && !sameDocument(definition.inline.value, wanted.inline)
      ? ['another inline policy']
      : []),
  ];
  const findings: AuditFinding[] = [];
  if (differences.length > 0)
    findings.push(
      found('permission-set-policies', {
        what: `The permission set ${name} is not what the file says: ${printable(differences.join('; '), 400)}.`,
        fix,
      }),
    );
  const boundary = boundaryOf(wanted);
  const { boundary: there } = definition;
  if (there.known && (there.value && withoutPrefix(there.value)) !== boundary)
    findings.push(
      found('permission-set-boundary', {
        what: `The permission set ${name} has ${there.value === undefined ? 'no boundary' : `the boundary ${withoutPrefix(there.value)}`}; the file says ${boundary ?? 'none'}.`,
        fix,
      }),
    );
  return findings;
}

function boundaryOf({ boundary }: PermissionSet): string | undefined {
  if (boundary === undefined) return undefined;
  return boundary.kind === 'aws-managed' ? boundary.policy : boundary.policy.path + boundary.policy.name;
}

/** AWS-managed policies go by path and name: the beginning of the ARN depends on the partition. */
function withoutPrefix(arn: string): string {
  return arn.replace(/^arn:[^:]*:iam::aws:policy\//, '');
}

function listDifference(
  what: string,
  there: readonly string[] | undefined,
  wanted: readonly string[],
): readonly string[] {
  if (there === undefined) return [];
  const missing = wanted.filter(policy => !there.includes(policy));
  const more = there.filter(policy => !wanted.includes(policy));
  return [
    ...(missing.length > 0 ? [`${what} missing: ${missing.join(', ')}`] : []),
    ...(more.length > 0 ? [`${what} more: ${more.join(', ')}`] : []),
  ];
}
