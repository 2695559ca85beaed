import { printable } from '../printable.js';
import { type JudgedStatement, nameOf } from '../trust/evaluate.js';
import type { Answer } from '../trust/logic.js';
import { policyJson } from '../trust/statement.js';
import type { Passing } from '../trust/subject.js';
import { type Cause, pageOf } from './cause.js';
import type { Diagnosis } from './diagnosis.js';

/** A diagnosis as the command tells it. */
export interface Told extends Diagnosis {
  readonly allowed: Answer;
  /** One sentence. */
  readonly why: string;
  /** What else is to be known, a sentence each. */
  readonly notes: readonly string[];
}

/** The contract of `explain --json`; the job summary of a refusal has the same. */
export function explanationJson(told: Told): object {
  const { allowed, why, verdict, causes, lint, statement, notes } = told;
  return {
    version: 1,
    allowed,
    why,
    conditions: (verdict?.statements ?? []).flatMap(({ statement: { index, effect }, conditions }) =>
      conditions.map(({ condition: { operator, key }, met, why: reason }) => ({
        statement: index,
        effect: effect ?? null,
        operator,
        key,
        met,
        why: reason,
      })),
    ),
    statements: (verdict?.statements ?? []).map(
      ({ statement: { index, sid, effect }, principal, action, applies }) => ({
        statement: index,
        sid: sid ?? null,
        effect: effect ?? null,
        applies,
        principal,
        action,
      }),
    ),
    causes: causes.map(cause => ({ ...cause, page: pageOf(cause.cause) })),
    lint: lint.map(({ statement: place, ...finding }) => ({ ...finding, statement: place ?? null })),
    statement: statement ?? null,
    notes,
  };
}

/** The same for people. */
export function explanationText(told: Told): string {
  const { allowed, why, verdict, causes, lint, statement, passing, notes } = told;
  const answer = allowed === null ? 'Undecided' : allowed ? 'Admitted' : 'Refused';
  const parts = [
    `${answer}: ${why}`,
    ...(verdict?.statements ?? []).map(statementLines),
    ...(causes.length > 0 ? [causeLines(causes)] : []),
    ...(lint.length > 0
      ? [
          `Lint:\n${lint.map(({ rule, severity, statement: place, what, write }) => `  ${severity} ${rule}${place === undefined ? '' : ` (statement ${place})`}: ${what}\n${indented(write, '      ')}`).join('\n')}`,
        ]
      : []),
    ...(statement === undefined
      ? []
      : [
          `This statement admits exactly this job:${passing === undefined ? '' : ` ${passingNote(passing)}`}\n${policyJson(statement)}`,
        ]),
    ...notes,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A statement with what is met of it and what is not. */
export function statementLines({
  statement,
  principal,
  action,
  conditions,
  applies,
}: JudgedStatement): string {
  const state = applies === null ? 'is not decided' : applies ? 'applies' : 'does not apply';
  const rows = [
    `${mark(principal.met)} Principal: ${principal.why}`,
    `${mark(action.met)} Action: ${action.why}`,
    ...conditions.map(
      ({ condition: { operator, key }, met, why }) =>
        `${mark(met)} ${printable(operator, 60)} ${printable(key, 200)}: ${why}`,
    ),
  ];
  return `${nameOf(statement)}, ${statement.effect ?? 'no effect'}, ${state}:\n${indented(rows.join('\n'), '  ')}`;
}

function mark(met: Answer): string {
  return met === null ? '?      ' : met ? 'met    ' : 'not met';
}

function causeLines(causes: readonly Cause[]): string {
  const title = causes.length === 1 ? 'Cause' : 'Causes, the first one first';
  return `${title}:\n${indented(causesInWords(causes), '  ')}`;
}

/** Causes with their evidence; the first one is the one to look at. */
export function causesInWords(causes: readonly Cause[]): string {
  return causes
    .map(({ proven, what, change }, index) => {
      const sure = proven ? '' : ' (Not proven.)';
      return `${index + 1}. ${what}${sure}${change === undefined ? '' : `\n${indented(change, '   ')}`}`;
    })
    .join('\n');
}

/** What is said of a statement that admits one run only. */
export function passingNote(passing: Passing): string {
  const instead = {
    'merge queue':
      'jobs of the merge queue have a branch of their own for each entry. Give the job an `environment:` and trust that.',
    'pull request':
      'each pull request has a ref of its own. Trust …:pull_request, on a role that may only read.',
    tag: 'each tag has a subject of its own. Give the job an `environment:` and trust that, or write "StringLike" with …:ref:refs/tags/v*.',
    'bot branch':
      'a bot makes a branch for each of its pull requests. Give the job an `environment:` and trust that.',
  }[passing];
  return `It would fit this one run only: ${instead}`;
}

function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}
