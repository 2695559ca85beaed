import { printable } from '../printable.js';
import { type JudgedCondition, type JudgedStatement, nameOf } from '../trust/evaluate.js';
import { conditionClaims, isGitHub } from '../trust/issuer.js';
import { readOperator } from '../trust/operator.js';
import { hasWildcard, isLike } from '../trust/pattern.js';
import { issuerOf, type WebIdentityRequest } from '../trust/request.js';
import type { Cause, CauseName } from './cause.js';
import { likeness, subjectDifferences } from './subject-difference.js';

/** Why a condition is not met, as causes; none: it is met, or nobody knows. */
export function conditionCauses(
  judged: JudgedStatement,
  { condition, met, why }: JudgedCondition,
  request: WebIdentityRequest,
  fork: boolean,
): Cause[] {
  if (met !== false || judged.principal.met === false) return [];
  const place = `${nameOf(judged.statement)}, ${condition.operator} on ${printable(condition.key, 200)}`;
  const claim = claimOf(condition.key, request);
  const value = claim === undefined ? undefined : textOf(request.payload.get(claim));
  const cause = (name: CauseName, what: string, should?: string): Cause => ({
    cause: name,
    proven: true,
    what,
    change: should === undefined ? place : changed(place, condition.values, should),
  });
  if (claim === undefined)
    return [
      isOtherIssuer(condition.key, request)
        ? cause('issuer', `The condition is on a key of another issuer: ${why}.`)
        : cause('unknown-key', `${capital(why)}, so that the condition never holds.`),
    ];
  const operator = readOperator(condition.operator);
  if (operator?.negated || operator?.comparison === 'null') return [cause('condition', `${capital(why)}.`)];
  const exact = operator?.comparison === 'exact' || operator?.comparison === 'ignoring-case';
  const wild =
    exact && value !== undefined
      ? condition.values.find(text => hasWildcard(text) && isLike(value, text))
      : undefined;
  if (wild !== undefined)
    return [
      {
        ...cause(
          'wildcard',
          `"${printable(wild, 300)}" would fit, but ${condition.operator} knows no wildcards.`,
        ),
        change: `${place}: write ${condition.operator.replace(/Equals(?:IgnoreCase)?/i, 'Like')}, or better the whole value "${printable(value ?? '', 300)}"`,
      },
    ];
  if (claim === 'sub' && value !== undefined) return subjectCauses(condition.values, value, cause, fork);
  const [name, what] = byClaim(claim, value, condition.values, why);
  return [cause(name, what, value)];
}

function subjectCauses(
  wanted: readonly string[],
  subject: string,
  cause: (name: CauseName, what: string, should?: string) => Cause,
  fork: boolean,
): Cause[] {
  const nearest = wanted.toSorted((a, b) => likeness(subject, b) - likeness(subject, a))[0];
  if (nearest === undefined) return [cause('no-statement', 'The condition names no subject.', subject)];
  const differences = subjectDifferences(subject, nearest, fork);
  return differences.map(({ cause: name, what }) => cause(name, what, subject));
}

/** What a condition on a claim beside `sub` tells. */
function byClaim(
  claim: string,
  value: string | undefined,
  wanted: readonly string[],
  why: string,
): readonly [CauseName, string] {
  const because = `${capital(why)}.`;
  if (value !== undefined && wanted.some(text => isLike(value.toLowerCase(), text.toLowerCase())))
    return ['letter-case', `${because} Upper and lower case count.`];
  switch (claim) {
    case 'aud':
      return ['audience', because];
    case 'environment':
      return value === undefined
        ? ['missing-environment', `${because} The job has no \`environment:\`.`]
        : ['other-environment', because];
    case 'ref': {
      const tag = (text: string) => text.startsWith('refs/tags/');
      return [tag(value ?? '') === wanted.some(tag) ? 'other-branch' : 'tag-vs-branch', because];
    }
    case 'job_workflow_ref':
      return [
        'reusable-workflow',
        `${because} It is the workflow file that the job is defined in: of a reusable workflow that one, not the caller's.`,
      ];
    case 'repository':
      return [repositoryCause(value ?? '', wanted), because];
    case 'repository_id':
    case 'repository_owner_id':
      return ['other-repository', `${because} IDs never change: it is another one.`];
    default:
      return ['condition', because];
  }
}

function repositoryCause(value: string, wanted: readonly string[]): CauseName {
  const [owner, name] = value.split('/');
  const names = wanted.map(text => text.split('/'));
  if (names.some(([who]) => who === owner)) return 'renamed-repository';
  return names.some(([, what]) => what === name) ? 'renamed-organization' : 'other-repository';
}

/** The claim that a key asks for; undefined: AWS makes no key of it, or it is one of another issuer. */
function claimOf(key: string, request: WebIdentityRequest): string | undefined {
  const provider = issuerOf(request).toLowerCase();
  const name = key.toLowerCase();
  if (!name.startsWith(`${provider}:`)) return /^(?:aws|sts):/.test(name) ? name : undefined;
  const claim = name.slice(provider.length + 1);
  return conditionClaims(provider).includes(claim) ? claim : undefined;
}

function isOtherIssuer(key: string, request: WebIdentityRequest): boolean {
  const prefix = key.slice(0, Math.max(key.lastIndexOf(':'), 0));
  return prefix.toLowerCase() !== issuerOf(request).toLowerCase() && isGitHub(prefix);
}

/** A line of the policy as it is, and as it should be. */
export function changed(place: string, from: readonly string[], to: string): string {
  return [
    `${place}:`,
    ...from.slice(0, 4).map(text => `- "${printable(text, 300)}"`),
    `+ "${printable(to, 300)}"`,
  ].join('\n');
}

/** The value of a claim that decides, as text. */
export function textOf(value: unknown): string | undefined {
  const first = [value].flat()[0];
  return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
