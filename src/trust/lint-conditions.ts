import { printable } from '../printable.js';
import { demandsOn, gitHubProvidersOf, providersOf } from './asked.js';
import { shortName } from './condition.js';
import { finding, type LintFinding } from './finding.js';
import { conditionClaims, isGitHub } from './issuer.js';
import { holdsWithoutKey, readOperator } from './operator.js';
import { hasWildcard } from './pattern.js';
import type { Condition, Statement } from './policy.js';
import { keyValue, type TokenPayload } from './request.js';

/** Conditions that do not do what they say. */
export function lintConditions(statement: Statement, payload: TokenPayload | undefined): LintFinding[] {
  return [
    ...statement.conditions.flatMap(condition => [
      ...lintWildcard(statement, condition),
      ...lintKey(statement, condition),
      ...lintMissing(statement, condition),
      ...lintCase(statement, condition, payload),
    ]),
    ...gitHubProvidersOf(statement).flatMap(provider => lintWorkflow(statement, provider)),
  ];
}

function lintWildcard(statement: Statement, condition: Condition): LintFinding[] {
  const operator = readOperator(condition.operator);
  if (operator === undefined || !['exact', 'ignoring-case'].includes(operator.comparison)) return [];
  const wild = condition.values.find(hasWildcard);
  if (wild === undefined) return [];
  const like = condition.operator.replace(/(String(?:Not)?)Equals(?:IgnoreCase)?/i, '$1Like');
  const happens = operator.negated ? 'is met by every value' : 'never fits any value';
  return [
    finding(
      'wildcard-under-exact-operator',
      statement.index,
      `\`${printable(wild, 300)}\` under ${condition.operator} ${happens}: there \`*\` and \`?\` are characters like others.`,
      `"${like}": { "${condition.key}": "${printable(wild, 300)}" }`,
    ),
  ];
}

/** Keys that AWS does not have: a plain condition on one never holds, and one with IfExists always. */
function lintKey(statement: Statement, condition: Condition): LintFinding[] {
  const operator = readOperator(condition.operator);
  if (operator === undefined || operator.comparison === 'null') return [];
  const why = unknownKey(statement, condition.key);
  if (why === undefined) return [];
  const holds = holdsWithoutKey(operator);
  const effect =
    statement.effect === 'Deny'
      ? holds
        ? 'so it denies whatever else fits'
        : 'so this Deny never denies anything'
      : holds
        ? 'so it holds for every token and keeps nobody out'
        : 'so the condition never holds and nobody gets in';
  return [
    finding(
      'unknown-key',
      statement.index,
      `${printable(condition.key, 200)}: ${why}, ${effect}.`,
      'Keys that AWS has for GitHub: aud, sub, repository, repository_id, repository_owner_id, ref, environment, workflow, job_workflow_ref, actor, actor_id, enterprise_id.',
    ),
  ];
}

function unknownKey(statement: Statement, key: string): string | undefined {
  const providers = providersOf(statement).map(({ provider }) => provider);
  if (!providers.some(isGitHub) && gitHubProvidersOf(statement).length === 0) return undefined;
  const name = key.toLowerCase();
  if (/^(?:aws|sts):/.test(name)) {
    const value = keyValue(key, { payload: new Map() });
    return name.startsWith('sts:') && value.kind === 'absent' && /AssumeRole/.test(value.why)
      ? 'AWS has no such key when a role is assumed with a token'
      : undefined;
  }
  const own = providers.find(provider => name.startsWith(`${provider.toLowerCase()}:`));
  if (own === undefined) return `it is no key of ${printable(providers.join(' or '), 200)}`;
  const claim = name.slice(own.length + 1);
  return conditionClaims(own).includes(claim)
    ? undefined
    : `AWS makes no condition key of the claim ${printable(claim, 100)}`;
}

/** In an Allow, a condition that holds without the claim admits tokens that do not have it. */
function lintMissing(statement: Statement, condition: Condition): LintFinding[] {
  const operator = readOperator(condition.operator);
  if (statement.effect !== 'Allow' || operator === undefined || operator.negated) return [];
  if (!holdsWithoutKey(operator) || operator.comparison === 'null') return [];
  if (unknownKey(statement, condition.key) !== undefined || isPresenceDemanded(statement, condition.key))
    return [];
  const plain = condition.operator.replace(/^ForAllValues:/i, '').replace(/IfExists$/i, '');
  const rule = operator.quantifier === 'ForAllValues' ? 'for-all-values' : 'if-exists';
  return [
    finding(
      rule,
      statement.index,
      `${condition.operator} holds for a token without \`${shortName(condition.key)}\`, so that such a token is admitted. IAM does not count it as a demand either.`,
      `"${plain}": { "${condition.key}": ${JSON.stringify(condition.values.length === 1 ? condition.values[0] : condition.values)} }`,
    ),
  ];
}

/** Another condition of the statement wants the key to be there. */
function isPresenceDemanded(statement: Statement, key: string): boolean {
  return statement.conditions.some(({ key: other, operator: name, values }) => {
    const operator = readOperator(name);
    if (operator === undefined || other.toLowerCase() !== key.toLowerCase()) return false;
    if (operator.comparison === 'null') return values.every(value => value.toLowerCase() === 'false');
    return !operator.negated && !holdsWithoutKey(operator);
  });
}

/** Words of GitHub's that are spelled in one way only. */
const WORDS: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/^repo:/i, 'repo:'],
  [/:environment:/i, ':environment:'],
  [/:pull_request$/i, ':pull_request'],
  [/:ref:/i, ':ref:'],
  [/(?<=^|:)refs\/heads\//i, 'refs/heads/'],
  [/(?<=^|:)refs\/tags\//i, 'refs/tags/'],
];

function lintCase(
  statement: Statement,
  condition: Condition,
  payload: TokenPayload | undefined,
): LintFinding[] {
  const operator = readOperator(condition.operator);
  if (operator === undefined || !['exact', 'wildcards'].includes(operator.comparison)) return [];
  const own = gitHubProvidersOf(statement).some(provider =>
    condition.key.toLowerCase().startsWith(`${provider.toLowerCase()}:`),
  );
  if (!own) return [];
  const claim = payload?.get(shortName(condition.key).toLowerCase());
  return condition.values.flatMap(value => {
    const right =
      typeof claim === 'string' && claim !== value && claim.toLowerCase() === value.toLowerCase()
        ? claim
        : WORDS.reduce((text, [wrong, word]) => text.replace(wrong, word), value);
    if (right === value) return [];
    return [
      finding(
        'letter-case',
        statement.index,
        `\`${printable(value, 300)}\` differs in upper and lower case from what GitHub sends, and case counts.`,
        `"${condition.operator}": { "${condition.key}": "${printable(right, 300)}" }`,
      ),
    ];
  });
}

/** A workflow at a branch or tag can be changed by whoever may push there; at a commit it cannot. */
function lintWorkflow(statement: Statement, provider: string): LintFinding[] {
  if (statement.effect !== 'Allow') return [];
  const bySubject = demandsOn(statement, provider, 'sub').flatMap(({ values }) =>
    values.flatMap(({ text }) => /job_workflow_ref:([^:]+)/.exec(text)?.[1] ?? []),
  );
  const byKey = demandsOn(statement, provider, 'job_workflow_ref').flatMap(({ values }) =>
    values.map(({ text }) => text),
  );
  return [...bySubject, ...byKey]
    .filter(text => !/@[0-9a-f]{40}$/.test(text))
    .map(text =>
      finding(
        'mutable-workflow-ref',
        statement.index,
        `\`${printable(text, 300)}\` names a workflow at a branch or a tag, where it can be changed.`,
        `"StringEquals": { "${provider}:job_workflow_ref": "${printable(text.split('@', 1)[0] ?? '', 300)}@COMMIT" }   (and call it with \`uses: …@COMMIT\`)`,
      ),
    );
}
