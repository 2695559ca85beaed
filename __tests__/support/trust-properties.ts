import fc from 'fast-check';
import { judgeCondition } from '../../src/trust/condition.js';
import { evaluate } from '../../src/trust/evaluate.js';
import { fits, readPattern } from '../../src/trust/pattern.js';
import { isPolicy, readTrustPolicy } from '../../src/trust/policy.js';
import { type NaiveOperator, naiveHolds, naiveLike, naiveName } from './naive-conditions.js';
import { NAME, policy, statement } from './trust-cases.js';

/** Few characters, so that values meet patterns; those that mean something to somebody among them. */
const short = fc.string({
  unit: fc.constantFrom('a', 'A', 'b', ':', '/', '*', '?', '.', '@', 'é', '🚀'),
  maxLength: 6,
});

const operator: fc.Arbitrary<NaiveOperator> = fc.record({
  set: fc.constantFrom('' as const, 'ForAnyValue:' as const, 'ForAllValues:' as const),
  not: fc.boolean(),
  kind: fc.constantFrom('Equals' as const, 'EqualsIgnoreCase' as const, 'Like' as const),
  ifExists: fc.boolean(),
});

/** Values of a policy are often near those of a token. */
const valuesAndWanted = fc
  .tuple(fc.array(short, { maxLength: 3 }), fc.array(short, { maxLength: 3 }), fc.boolean())
  .map(
    ([values, wanted, near]) =>
      [values, near ? [...wanted, ...values.slice(0, 1).map(value => value.toUpperCase())] : wanted] as const,
  );

const readable = { wildcards: true, variables: false };

/** A wildcard fits what trying everything says that it fits. */
export const wildcards = fc.property(short, short, (text, pattern) => {
  const read = readPattern(pattern, readable);
  return read !== undefined && fits(text, read) === naiveLike(text, pattern);
});

/** Every operator, with and without values, answers as the guide words it. */
export const conditions = fc.property(operator, valuesAndWanted, (parts, [values, wanted]) => {
  const condition = { operator: naiveName(parts), key: 'k', values: wanted, unreadable: false };
  const value =
    values.length === 0 ? ({ kind: 'absent', why: '' } as const) : ({ kind: 'values', values } as const);
  return judgeCondition(condition, value, false).met === naiveHolds(parts, wanted, values);
});

const CLAIMS = ['sub', 'ref', 'environment', 'workflow'] as const;

const conditionBlock = fc.array(
  fc.tuple(operator, fc.constantFrom(...CLAIMS), fc.array(short, { minLength: 1, maxLength: 2 })),
  { maxLength: 3 },
);
const statements = fc.array(fc.record({ deny: fc.boolean(), block: conditionBlock }), {
  minLength: 1,
  maxLength: 3,
});
const token = fc.dictionary(fc.constantFrom(...CLAIMS), fc.oneof(short, fc.array(short, { maxLength: 2 })));

/** Whole policies: an Allow whose conditions all hold, and no Deny whose conditions all hold. */
export const policies = fc.property(statements, token, (given, claims) => {
  const written = given.map(({ deny, block }) => {
    const condition: Record<string, Record<string, readonly string[]>> = {};
    for (const [parts, claim, wanted] of block) {
      const name = naiveName(parts);
      condition[name] = { ...condition[name], [`${NAME}:${claim}`]: wanted };
    }
    return statement(condition, { Effect: deny ? 'Deny' : 'Allow' });
  });
  const read = readTrustPolicy(policy(written));
  if (!isPolicy(read)) return false;
  const payload = new Map<string, unknown>([['iss', `https://${NAME}`], ...Object.entries(claims)]);
  let allowed = false;
  let denied = false;
  for (const { deny, block } of given) {
    // A key that stands twice under one operator is written once: the last one counts.
    const last = block.filter(
      ([parts, claim], index) =>
        !block
          .slice(index + 1)
          .some(([other, name]) => name === claim && naiveName(other) === naiveName(parts)),
    );
    const all = last.every(([parts, claim, wanted]) =>
      naiveHolds(parts, wanted, [claims[claim] ?? []].flat()),
    );
    if (all && deny) denied = true;
    if (all && !deny) allowed = true;
  }
  return evaluate(read, { payload }).allowed === (allowed && !denied);
});

/** Hostile texts: no policy, claim or pattern makes the reader throw or take long. */
export const robust = fc.property(
  fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map(text => `{"Statement":${text}}`),
  ),
  fc.dictionary(fc.string(), fc.jsonValue()),
  (text, claims) => {
    const read = readTrustPolicy(text);
    if (!isPolicy(read)) return read.unreadable !== '';
    return [true, false, null].includes(evaluate(read, { payload: new Map(Object.entries(claims)) }).allowed);
  },
);

export const PROPERTIES = { wildcards, conditions, policies, robust };
