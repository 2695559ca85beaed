import type { Claims } from '../github/claims.js';
import { printable } from '../printable.js';
import { policyJson } from '../trust/statement.js';
import { causesInWords, passingNote, statementLines } from './explanation.js';
import { diagnoseCall } from './refusal-diagnosis.js';
import type { Advice, RefusedCall } from './refused-call.js';

/**
 * What is said when AWS does not admit a token, and says no more than that: it gives one answer for a missing role, a
 * wrong account and a trust policy that does not fit. With the policy at hand the cause is exact; without it causes are
 * named as what they are: likely, not proven.
 */
export function notAdmitted(call: RefusedCall, claims: Claims): Advice {
  const { causes, verdict, statement, passing } = diagnoseCall(call, claims);
  const [first] = causes;
  const changesNothing = first?.proven === true && NOTHING_TO_WRITE.has(first.cause);
  return {
    why: [whyRefused(call), ...(verdict?.statements ?? []).map(statementLines)].join('\n'),
    likely: `${causesInWords(causes)}${call.knowledge?.kind === 'policy' ? '' : `\n${WAITING}`}`,
    ...(first !== undefined && { page: first.cause }),
    ...(statement !== undefined &&
      !changesNothing && {
        write: `Let the trust policy of ${call.role} have this statement, which admits exactly this job:${passing === undefined ? '' : ` ${passingNote(passing)}`}\n${policyJson(statement)}`,
      }),
  };
}

/** Causes that no statement of the trust policy cures. */
const NOTHING_TO_WRITE = new Set(['policy-admits', 'role-missing', 'explicit-deny', 'fork']);

const WAITING =
  'If the role was made moments ago: AWS needs some seconds to know it everywhere (`retry-refusals: 30s` waits).';

function whyRefused({ knowledge, role }: RefusedCall): string {
  switch (knowledge?.kind) {
    case 'policy':
      return `The trust policy of ${role}, ${knowledge.from}, says:`;
    case 'missing':
      return `There is no role ${role}: IAM says so, ${knowledge.from}.`;
    default: {
      const unread =
        knowledge === undefined ? '' : ` It could not be read: ${printable(knowledge.why, 400)}.`;
      return `The trust policy of the role does not admit this token, or there is no such role in that account: AWS gives the same answer for both.${unread}`;
    }
  }
}

/** What is said when a role that was asked for by another role's session did not admit it. */
export function chainRefused(call: RefusedCall): Advice {
  const source = call.source ?? 'the credentials of the earlier step';
  const tags = Object.keys(call.target.chain?.tags ?? {});
  return {
    why: `The role was asked for by ${printable(source)}.`,
    likely:
      tags.length > 0
        ? `The trust policy does not admit that role, or not with the session tags ${printable(tags.join(', '))}.`
        : 'The trust policy of the role does not admit that role, or its own permissions lack sts:AssumeRole.',
    write: `In the trust policy of ${call.role}, admit the role above as Principal.AWS with sts:AssumeRole${tags.length > 0 ? ' and sts:TagSession' : ''};\nand in that role's permissions, allow sts:AssumeRole on ${call.role}.`,
  };
}
