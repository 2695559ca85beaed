import { printable } from '../printable.js';

/** One requirement that a request had to meet: the policies of one kind. */
export interface DenialCheck {
  /** `SERVICE_CONTROL_POLICY`, `PRINCIPAL`, … */
  readonly type: string;
  /** `ALLOW`, `NO_IMPACT`, `IMPLICIT_DENY`, `EXPLICIT_DENY` */
  readonly effect: string;
  /** What the policies stand at: a role, an account, an organizational unit. */
  readonly target: string | undefined;
  readonly statements: readonly {
    readonly policy: string;
    readonly sid: string | undefined;
    readonly effect: string;
  }[];
}

/** One action on one resource, as AWS judged it. */
export interface DenialEvaluation {
  readonly action: string;
  readonly resource: string;
  /** `ALLOW`, `IMPLICIT_DENY`, `EXPLICIT_DENY` */
  readonly effect: string;
  readonly checks: readonly DenialCheck[];
}

/** Who can change the policies of a kind, and where. */
const KINDS: Readonly<Record<string, readonly [name: string, where: string]>> = {
  SERVICE_CONTROL_POLICY: ['service control policy', 'in the management account of the organization'],
  RESOURCE_CONTROL_POLICY: ['resource control policy', 'in the management account of the organization'],
  VPC_ENDPOINT: ['VPC endpoint policy', 'at the VPC endpoint that the request went through'],
  RESOURCE: ['resource-based policy', 'at the resource (bucket policy, key policy, trust policy)'],
  PRINCIPAL: ['identity-based policy', 'at the role'],
  PERMISSIONS_BOUNDARY: ['permissions boundary', 'at the role'],
  SESSION: [
    'session policy',
    'where the session was made (`session-policy`, `managed-policies`, or `cdk` itself)',
  ],
};

/** Which policy said no to a request, and what has to be written where. */
export function denialText(evaluations: readonly DenialEvaluation[]): string {
  const denied = evaluations.filter(({ effect }) => effect !== 'ALLOW');
  if (denied.length === 0) return 'AWS has no denial in what it kept of this request.\n';
  return `${denied.map(evaluationText).join('\n\n')}\n`;
}

function evaluationText({ action, resource, effect, checks }: DenialEvaluation): string {
  const missing = checks.filter(
    check => check.effect === 'IMPLICIT_DENY' || check.effect === 'EXPLICIT_DENY',
  );
  const how = effect === 'EXPLICIT_DENY' ? 'an explicit deny' : 'nothing allows it';
  const head = `Denied: ${printable(action, 200)} on ${printable(resource, 500)} (${how}).`;
  return [head, ...missing.map(check => checkText(check, action, resource))].join('\n');
}

function checkText(
  { type, effect, target, statements }: DenialCheck,
  action: string,
  resource: string,
): string {
  const [name = printable(type, 60), where = ''] = KINDS[type] ?? [];
  const at = target === undefined ? '' : ` at ${printable(target, 300)}`;
  if (effect === 'EXPLICIT_DENY') {
    const denying = statements
      .filter(({ effect: stated }) => stated === 'DENY')
      .map(
        ({ policy, sid }) =>
          `${sid === undefined ? 'a statement' : `statement ${printable(sid, 100)}`} of ${printable(policy, 300)}`,
      );
    return `  A ${name}${at} denies it: ${denying.join(', ') || 'it does not say which statement'}.\n  What to do: let that statement except this request, ${where}. No Allow outweighs it.`;
  }
  return `  No ${name}${at} allows it.\n  What to do, ${where}:\n  { "Effect": "Allow", "Action": "${printable(action, 200)}", "Resource": "${printable(resource, 500)}" }`;
}
