import { explained, type Failure } from '../failure.js';
import { explanationJson } from './explanation.js';
import { diagnoseCall } from './refusal-diagnosis.js';
import type { RefusedCall } from './refused-call.js';

/**
 * A refusal for the job summary, in Markdown: the failure as the log has it, and for each call the verdict as JSON, as
 * `explain --json` has it, with the role, AWS's words and the claims beside.
 */
export function refusalSummary(failure: Failure, calls: readonly RefusedCall[]): string {
  const blocks = calls.map(call => fenced('json', JSON.stringify(callJson(call), undefined, 2)));
  return ['### AWS refused the credentials', fenced('text', explained(failure)), ...blocks].join('\n\n');
}

function callJson(call: RefusedCall): object {
  const { target, role, claims, problem, attempts } = call;
  const common = {
    environment: target.name,
    role,
    answer: {
      code: problem.code,
      message: problem.message,
      requestId: problem.answerer.kind === 'aws' ? (problem.answerer.requestId ?? null) : null,
      attempts,
    },
  };
  if (claims === undefined) return { version: 1, allowed: false, ...common };
  const diagnosis = diagnoseCall(call, claims);
  const { verdict } = diagnosis;
  const told = {
    ...diagnosis,
    // AWS has said no, whatever the policy that could be read says.
    allowed: false,
    why: verdict?.why ?? 'AWS refused it; the trust policy is not known.',
    notes: [],
  };
  return { ...explanationJson(told), ...common, claims: shownClaims(claims.payload) };
}

/** What decides about admission; a token has no secret in its payload, but need not be shown whole. */
const SHOWN = [
  'iss',
  'sub',
  'aud',
  'repository',
  'repository_id',
  'repository_owner_id',
  'ref',
  'environment',
  'event_name',
  'workflow_ref',
  'job_workflow_ref',
  'actor',
];

function shownClaims(payload: ReadonlyMap<string, unknown>): object {
  return Object.fromEntries(
    SHOWN.flatMap(claim => (payload.has(claim) ? [[claim, payload.get(claim)]] : [])),
  );
}

/** A block that nothing in it can end. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
