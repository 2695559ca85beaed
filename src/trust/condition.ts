import { printable } from '../printable.js';
import { type Answer, every, not, some } from './logic.js';
import { holdsWithoutKey, type Operator, readOperator } from './operator.js';
import { fits, readPattern } from './pattern.js';
import type { Condition } from './policy.js';
import type { KeyValue } from './request.js';

/** Whether a part of a statement fits a request, and why. */
export interface Judged {
  readonly met: Answer;
  readonly why: string;
}

/**
 * Judges one condition as IAM does (IAM User Guide, condition operators; set operators for multivalued keys): of the
 * policy's values one has to fit; a negated operator wants none to fit.
 *
 * @param value what the request has for the key
 * @param variables whether `${…}` in the policy names a value of the request
 */
export function judgeCondition(condition: Condition, value: KeyValue, variables: boolean): Judged {
  const operator = readOperator(condition.operator);
  if (operator === undefined) return { met: null, why: 'IAM has no such condition operator' };
  if (condition.unreadable) return { met: null, why: 'the policy has a value here that is no text' };
  if (value.kind === 'unknown') return { met: null, why: `not decidable offline: ${value.why}` };
  if (operator.comparison === 'null') return judgePresence(condition.values, value);
  if (value.kind === 'absent') return judgeAbsent(operator, value.why);
  if (operator.quantifier === 'ForAllValues' && value.values.every(text => text === ''))
    return { met: true, why: 'the value is empty, which ForAllValues takes for no value at all' };
  if (operator.comparison === 'not-compared')
    return { met: null, why: 'not decidable offline: numbers, dates and addresses are not compared here' };
  const met = compared(operator, condition.values, value.values, variables);
  return { met, why: whyCompared(met, condition, operator, value.values) };
}

/** `Null` asks for `true` (the key is not there) or `false` (it is). */
function judgePresence(wanted: readonly string[], value: KeyValue): Judged {
  const texts = wanted.map(text => text.toLowerCase());
  if (texts.some(text => text !== 'true' && text !== 'false'))
    return { met: null, why: 'Null is compared with neither true nor false' };
  const met = texts.includes(String(value.kind === 'absent'));
  return { met, why: value.kind === 'absent' ? value.why : 'the request has the key' };
}

function judgeAbsent(operator: Operator, why: string): Judged {
  const met = holdsWithoutKey(operator);
  if (!met) return { met, why };
  const reason = operator.ifExists
    ? 'IfExists asks only when the key is there'
    : operator.quantifier === 'ForAllValues'
      ? 'ForAllValues holds when there is no value'
      : 'a negated operator holds when there is no value';
  return { met, why: `${why}, and ${reason}` };
}

function compared(
  operator: Operator,
  wanted: readonly string[],
  values: readonly string[],
  variables: boolean,
): Answer {
  const one = (value: string) => {
    const fitting = some(wanted.map(text => compare(operator, value, text, variables)));
    return operator.negated ? not(fitting) : fitting;
  };
  if (operator.quantifier === 'ForAnyValue') return some(values.map(one));
  if (operator.quantifier === 'ForAllValues') return every(values.map(one));
  // A key is meant to have one value here. With several, a negation must hold for all of them.
  return operator.negated ? every(values.map(one)) : some(values.map(one));
}

/** @returns null when the policy's text holds a policy variable */
function compare({ comparison }: Operator, value: string, wanted: string, variables: boolean): Answer {
  const folds = comparison === 'ignoring-case' || comparison === 'boolean';
  if (comparison === 'arn') return compareArn(value, wanted, variables);
  const reading = {
    wildcards: comparison === 'wildcards',
    variables: variables && comparison !== 'boolean',
  };
  const pattern = readPattern(folds ? wanted.toLowerCase() : wanted, reading);
  return pattern === undefined ? null : fits(folds ? value.toLowerCase() : value, pattern);
}

/** The six parts of an ARN are compared each for itself; the last one holds the colons that are left. */
function compareArn(value: string, wanted: string, variables: boolean): Answer {
  const reading = { wildcards: true, variables };
  if (readPattern(wanted, reading) === undefined) return null;
  if (wanted === '*') return true;
  const parts = partsOfArn(value);
  const patterns = partsOfArn(wanted);
  if (parts === undefined || patterns === undefined) return false;
  return parts.every((part, index) => {
    const pattern = readPattern(patterns[index] ?? '', reading);
    return pattern !== undefined && fits(part, pattern);
  });
}

function partsOfArn(text: string): readonly string[] | undefined {
  const parts = text.split(':');
  return parts.length < 6 ? undefined : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function whyCompared(
  met: Answer,
  { values: wanted, key }: Condition,
  { negated }: Operator,
  values: readonly string[],
): string {
  if (met === null) return 'not decidable offline: the policy names a value of the request (${…})';
  const name = shortName(key);
  const has = `the request has ${name} ${listed(values)}`;
  if (met) return negated ? `${has}, which is not ${listed(wanted)}` : has;
  if (wanted.length === 0) return `${has}, and the policy names no value`;
  return negated ? `${has}, which the policy excludes` : `${has}, and the policy wants ${listed(wanted)}`;
}

/** The claim of a condition key: what stands behind the provider's name. */
export function shortName(key: string): string {
  return printable(/^(?:aws|sts|saml):/i.test(key) ? key : key.slice(key.lastIndexOf(':') + 1), 100);
}

const MOST_SHOWN = 5;

function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_SHOWN).map(text => `"${printable(text, 300)}"`);
  const more = texts.length - shown.length;
  return `${shown.join(' or ')}${more > 0 ? ` or ${more} more` : ''}`;
}
