import { objectOf, parseJson, repeatedKeys } from './json.js';
import { type Fault, statementOf } from './statement-reader.js';

/** One key of one operator, with the values of which one has to fit. */
export interface Condition {
  /** As written: `StringEquals`, `ForAllValues:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  /** Numbers and truth values as text, as IAM compares them. */
  readonly values: readonly string[];
  /** Something stands among the values that IAM does not take: an object, or nothing. */
  readonly unreadable: boolean;
}

/** Whom a statement names. */
export interface Principals {
  /** `NotPrincipal`: everyone but these. */
  readonly negated: boolean;
  /** `Principal: "*"`, which means the same as `{ "AWS": "*" }`. */
  readonly everyone: boolean;
  readonly named: readonly { readonly kind: string; readonly name: string }[];
}

export interface Statement {
  /** Its place in the policy, from 0. */
  readonly index: number;
  readonly sid: string | undefined;
  /** Undefined: neither, as IAM spells them. */
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly principals: Principals | undefined;
  readonly actions: { readonly negated: boolean; readonly patterns: readonly string[] };
  readonly conditions: readonly Condition[];
}

/** A role's trust policy. */
export interface TrustPolicy {
  /** Whether `${…}` names a value of the request: in version 2012-10-17 only; elsewhere it is text. */
  readonly variables: boolean;
  readonly statements: readonly Statement[];
  /** What IAM would refuse when the policy is created or changed. */
  readonly faults: readonly Fault[];
  /** Characters without white space, as IAM counts them. */
  readonly size: number;
}

/** A text that is no policy at all. */
export interface NoPolicy {
  readonly unreadable: string;
}

/** Characters; IAM's own maximum is 4,096 without white space. */
const LARGEST = 128 * 1024;

/**
 * Reads a trust policy, as a file has it or percent-encoded as IAM's answers have it. What IAM would refuse is kept as
 * `faults`, and the rest is read: only a text without statements is no policy.
 */
export function readTrustPolicy(text: string): TrustPolicy | NoPolicy {
  if (text.length > LARGEST) return { unreadable: 'it is much longer than any trust policy' };
  const json = decoded(text.replace(/^\uFEFF/, ''));
  const document = objectOf(parseJson(json));
  if (document === undefined) return { unreadable: 'it is not a JSON object' };
  const { Version, Id, Statement, ...others } = document;
  if (Statement === undefined) return { unreadable: 'it has no Statement' };
  const read = [Statement].flat().map(statementOf);
  const faults: Fault[] = [
    ...Object.keys(others).map(name => ({ why: `there is no element ${name} in a policy` })),
    ...repeatedKeys(json).map(name => ({ why: `${name} stands twice in the same object` })),
    ...(Version === undefined || Version === '2012-10-17' || Version === '2008-10-17'
      ? []
      : [{ why: 'Version is neither 2012-10-17 nor 2008-10-17' }]),
    ...(Id === undefined || typeof Id === 'string' ? [] : [{ why: 'Id is not a text' }]),
    ...(read.length === 0 ? [{ why: 'there is no statement in it' }] : []),
    ...read.flatMap(({ faults: own }) => own),
    ...repeatedSids(read.map(({ statement }) => statement)),
  ];
  return {
    variables: Version === '2012-10-17',
    statements: read.map(({ statement }) => statement),
    faults,
    size: json.replace(/\s/g, '').length,
  };
}

/** @returns whether the text was a policy */
export function isPolicy(read: TrustPolicy | NoPolicy): read is TrustPolicy {
  return 'statements' in read;
}

function repeatedSids(statements: readonly Statement[]): Fault[] {
  const sids = statements.flatMap(({ sid }) => (sid ? [sid] : []));
  const twice = new Set(sids.filter((sid, index) => sids.indexOf(sid) !== index));
  return [...twice].map(sid => ({ why: `two statements have the Sid ${sid}` }));
}

/** IAM's answers hold policies percent-encoded (RFC 3986). */
function decoded(text: string): string {
  if (!/^\s*%7B/i.test(text)) return text;
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return text;
  }
}
