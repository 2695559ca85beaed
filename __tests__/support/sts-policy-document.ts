import * as v from 'valibot';
import { isOperator } from './sts-policy-condition.js';
import { Refusal, refusal } from './sts-refusal.js';

const OneOrMore = v.union([v.string(), v.array(v.string())]);
const Scalar = v.union([v.string(), v.boolean(), v.number()]);

const Conditions = v.record(
  v.pipe(v.string(), v.check(isOperator, 'unknown condition operator')),
  v.record(v.pipe(v.string(), v.nonEmpty()), v.union([Scalar, v.array(Scalar)])),
);

const common = {
  Sid: v.optional(v.pipe(v.string(), v.regex(/^[\w]*$/))),
  Effect: v.picklist(['Allow', 'Deny']),
  Condition: v.optional(Conditions),
};

const TrustStatement = v.strictObject({
  ...common,
  Principal: v.union([
    v.literal('*'),
    v.strictObject({
      AWS: v.optional(OneOrMore),
      Federated: v.optional(OneOrMore),
      Service: v.optional(OneOrMore),
    }),
  ]),
  Action: OneOrMore,
});

const SessionStatement = v.strictObject({
  ...common,
  Action: v.optional(OneOrMore),
  NotAction: v.optional(OneOrMore),
  Resource: v.optional(OneOrMore),
  NotResource: v.optional(OneOrMore),
});

function documentOf<T extends v.GenericSchema>(statement: T) {
  return v.strictObject({
    Version: v.optional(v.picklist(['2012-10-17', '2008-10-17'])),
    Id: v.optional(v.string()),
    Statement: v.union([v.pipe(v.array(statement), v.nonEmpty()), statement]),
  });
}

const TrustDocument = documentOf(TrustStatement);
const SessionDocument = documentOf(SessionStatement);

/** A role's trust policy, as it is written. */
export type TrustPolicy = v.InferInput<typeof TrustDocument>;
export type TrustStatement = v.InferOutput<typeof TrustStatement>;
export type SessionStatement = v.InferOutput<typeof SessionStatement>;
export type Conditions = v.InferOutput<typeof Conditions>;

/** @throws Refusal `MalformedPolicyDocument` for what IAM would not take as a trust policy */
export function trustStatements(policy: TrustPolicy | string): TrustStatement[] {
  const read = v.safeParse(TrustDocument, typeof policy === 'string' ? parsed(policy) : policy);
  if (!read.success) throw malformed(read.issues[0]);
  return listOf(read.output.Statement);
}

/** @throws Refusal `MalformedPolicyDocument` for what STS would not take as an inline session policy */
export function sessionStatements(policy: string): SessionStatement[] {
  const read = v.safeParse(SessionDocument, parsed(policy));
  if (!read.success) throw refusal('malformed-policy');
  const statements = listOf(read.output.Statement);
  for (const { Action, NotAction, Resource, NotResource } of statements) {
    const oneOfEach = (Action === undefined) !== (NotAction === undefined);
    if (!oneOfEach || (Resource === undefined) === (NotResource === undefined))
      throw refusal('malformed-policy');
  }
  return statements;
}

export function listOf<T>(value: T | readonly T[] | undefined): T[] {
  if (value === undefined) return [];
  return isList(value) ? [...value] : [value];
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('malformed-json');
  }
}

function malformed(issue: v.BaseIssue<unknown>): Refusal {
  const place = v.getDotPath(issue) ?? 'the policy';
  return new Refusal('MalformedPolicyDocument', 400, `Syntax errors in policy: ${place}: ${issue.message}`);
}
