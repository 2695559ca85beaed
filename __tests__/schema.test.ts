import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import * as v from 'valibot';
import { parseConfiguration } from '../src/config/document.js';
import { Faults } from '../src/config/fault.js';

const PUBLISHED = 'schema/aws-temp-creds.schema.json';
const published = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
  v.parse(v.looseObject({}), JSON.parse(readFileSync(PUBLISHED, 'utf8'))),
);

/** What the action does with the document, as far as its shape goes. */
function accepted(document: unknown): boolean {
  const faults = new Faults();
  return parseConfiguration(JSON.stringify(document), faults) !== undefined && faults.all.length === 0;
}

/** A value of the right form, or one that is a little wrong, or one of another type altogether. */
function about<T>(right: fc.Arbitrary<T>, ...wrong: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: right },
    { weight: 1, arbitrary: fc.constantFrom(...wrong, null, 7, true, [], {}, '') },
  );
}

const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);
const account = about(fc.stringMatching(/^\d{12}$/), '12345678901', '1234567890123', 111111111111);
const region = about(oneOf('eu-west-1', 'us-gov-east-1', 'cn-north-1'), 'eu_west_1', 'Europe', 'eu-west-123');
const role = about(
  oneOf('deploy', 'ci/deploy', 'arn:aws:iam::111111111111:role/ci/deploy'),
  'a role',
  '/deploy',
  'arn:aws:iam::1:role/deploy',
);
const text = about(oneOf('x', 'production', 'ä'), '');
const tagKey = fc.oneof({ weight: 9, arbitrary: oneOf('Team', 'cost:center', 'größe') }, oneOf('no#tag'));
const tagValue = about(oneOf('', 'a b', '日本'), 'x#y', 'y'.repeat(257));

const setName = about(oneOf('PowerUserAccess', 'Read+Only'), 'two words', 'p'.repeat(33));
const policy = about(
  oneOf('ReadOnlyAccess', 'job-function/ViewOnlyAccess', 'arn:aws:iam::aws:policy/PowerUserAccess'),
  'arn:aws:iam::1:policy/X',
  '/ReadOnlyAccess',
  'two words',
);
const groups = about(fc.array(about(oneOf('developers', 'a b'), 'g'.repeat(1025)), { maxLength: 2 }));
const permissionSet = fc.record(
  {
    description: about(oneOf('for all'), 'd'.repeat(701)),
    policies: about(fc.array(policy, { maxLength: 2 })),
    'customer-managed-policies': about(fc.array(about(oneOf('Own', '/team/Own'), 'a b'), { maxLength: 2 })),
    inline: about(fc.constantFrom('policy.json', { Statement: [] }), { statement: [] }),
    boundary: policy,
    'customer-managed-boundary': about(oneOf('Own'), 'a b'),
    duration: about(oneOf('8h')),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const environment = fc.record(
  {
    account,
    region,
    role,
    'read-role': role,
    'permission-set': setName,
    groups,
    people: about(
      fc.array(
        fc.record(
          { 'permission-set': setName, groups },
          { requiredKeys: ['permission-set'], noNullPrototype: true },
        ),
        { maxLength: 2 },
      ),
    ),
    production: about(fc.boolean(), 'yes'),
    parity: about(oneOf('within-people'), 'equal'),
    duration: about(fc.oneof(oneOf('1h', 'soon'), fc.nat())),
    'github-environment': text,
    audience: text,
    'session-policy': about(fc.constantFrom('policy.json', { Statement: [] }), { statement: [] }),
    'managed-policies': about(fc.array(text, { maxLength: 3 }), new Array(11).fill('x')),
    'session-name': about(oneOf('deploy-1'), 'x', 'n'.repeat(65), 'a b'),
    via: role,
    tags: about(fc.dictionary(tagKey, tagValue, { maxKeys: 3, noNullPrototype: true }), { a: 1 }),
    default: about(fc.boolean(), 'yes'),
    unknown: fc.constant('key'),
  },
  { requiredKeys: ['account', 'region', 'role'], noNullPrototype: true },
);
const withoutUnknown = environment.map(({ unknown: _, ...entry }) => entry);

const name = fc.oneof(
  { weight: 9, arbitrary: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,9}$/) },
  oneOf('a b', '-x', 'constructor', 'prototype', 'n'.repeat(65)),
);
const reason = about(oneOf('revoked', ' abc ', 'abc'), 'ab');
const allowed = fc.record(
  {
    path: text,
    fingerprint: about(fc.stringMatching(/^[0-9a-f]{40}$/), 'A'.repeat(40), 'a'.repeat(39)),
    reason,
    expires: about(oneOf('2027-01-31', '2027-02-30'), '2027-13-01', '31.1.2027'),
  },
  { requiredKeys: ['reason'], noNullPrototype: true },
);
const document = fc.record(
  {
    $schema: about(oneOf('../schema.json')),
    sso: about(
      fc.record(
        {
          'start-url': about(oneOf('https://acme.awsapps.com/start'), 'http://x'),
          region,
          session: about(oneOf('acme'), 'a b', '-x', 's'.repeat(65)),
          groups: about(oneOf('existing', 'create'), 'none'),
          'permission-sets': about(
            fc.dictionary(
              fc.oneof(
                { weight: 9, arbitrary: oneOf('PowerUser', 'Read+Only') },
                oneOf('a b', 'constructor'),
              ),
              permissionSet,
              { maxKeys: 2, noNullPrototype: true },
            ),
          ),
        },
        { requiredKeys: ['start-url', 'region'], noNullPrototype: true },
      ),
      {},
    ),
    environments: about(
      fc.dictionary(name, fc.oneof({ weight: 5, arbitrary: withoutUnknown }, environment), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    ),
    scan: about(fc.record({ allow: about(fc.array(allowed, { maxLength: 2 })) }, { requiredKeys: [] }), {
      unknown: [],
    }),
    audit: about(
      fc.record(
        {
          allow: about(
            fc.array(
              fc.record(
                { rule: about(oneOf('old-key'), 'Old', 'a b'), account, role, reason },
                { requiredKeys: ['rule', 'reason'], noNullPrototype: true },
              ),
              { maxLength: 2 },
            ),
          ),
        },
        { requiredKeys: [] },
      ),
      { unknown: [] },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);

describe('the published schema', () => {
  test('is what the code checks with', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/schema.mjs', '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('accepts and refuses the same documents as the action', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(document, given => {
        const verdict = accepted(given);
        seen[verdict ? 'accepted' : 'refused'] += 1;
        expect(published(given)).toBe(verdict);
      }),
      { numRuns: 1000 },
    );
    // A generator that only ever gives one of the two would prove nothing.
    expect(seen.accepted).toBeGreaterThan(50);
    expect(seen.refused).toBeGreaterThan(50);
  });

  test('takes no list for a mapping, as the action does not', () => {
    for (const document of [
      [],
      { environments: [] },
      { environments: [{ account: '111111111111' }] },
      { scan: [] },
      { sso: [] },
      { audit: [] },
      { sso: { 'start-url': 'https://x.awsapps.com', region: 'eu-west-1', 'permission-sets': [] } },
    ]) {
      expect([published(document), accepted(document)]).toEqual([false, false]);
    }
  });

  test('says less than the action only about blanks around a reason', () => {
    const blank = { scan: { allow: [{ path: 'x', reason: '  a  ' }] } };
    expect([published(blank), accepted(blank)]).toEqual([true, false]);
  });
});
