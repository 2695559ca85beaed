import { describe, expect, test } from '@jest/globals';
import { readConfiguration } from '../src/config/file.js';
import { Failure } from '../src/failure.js';

const SSO = `sso:
  start-url: https://acme.awsapps.com/start
  region: eu-west-1
`;
const DEV = `environments:
  dev:
    account: "111111111111"
    region: eu-west-1
    role: deploy
`;

const read = (text: string) => readConfiguration(text, 'the file', () => undefined);

function faultsOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof Failure) return error.explanation.why ?? '';
  }
  throw new Error('the file has no fault');
}

describe('what the file says of people', () => {
  test('is read into values that need no further reading', () => {
    const sets = `  permission-sets:
    PowerUser:
      policies: [PowerUserAccess, "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"]
      customer-managed-policies: [team/Own, Other]
      inline: { Version: "2012-10-17", Statement: [] }
      boundary: PowerUserAccess
      duration: 8h
    ReadOnly: { customer-managed-boundary: /team/Boundary }
`;
    const people = `    permission-set: PowerUser
    groups: [developers]
    people:
      - { permission-set: ReadOnly, groups: [support, "on call"] }
    production: true
    parity: within-people
`;
    const { sso, environments } = read(SSO + sets + DEV + people);
    expect(sso).toEqual({
      startUrl: 'https://acme.awsapps.com/start',
      region: 'eu-west-1',
      session: 'acme',
      groups: 'create',
      permissionSets: [
        {
          name: 'PowerUser',
          description: undefined,
          policies: ['PowerUserAccess', 'job-function/ViewOnlyAccess'],
          customerManagedPolicies: [
            { name: 'Own', path: '/team/' },
            { name: 'Other', path: '/' },
          ],
          inline: '{"Statement":[],"Version":"2012-10-17"}',
          boundary: { kind: 'aws-managed', policy: 'PowerUserAccess' },
          duration: 28_800,
        },
        {
          name: 'ReadOnly',
          description: undefined,
          policies: [],
          customerManagedPolicies: [],
          inline: undefined,
          boundary: { kind: 'customer-managed', policy: { name: 'Boundary', path: '/team/' } },
          duration: undefined,
        },
      ],
    });
    expect(environments[0]).toMatchObject({
      people: [
        { permissionSet: 'PowerUser', groups: ['developers'] },
        { permissionSet: 'ReadOnly', groups: ['support', 'on call'] },
      ],
      production: true,
      parity: 'within-people',
    });
  });

  test.each([
    ['https://d-9067abcdef.awsapps.com/start', 'd-9067abcdef'],
    ['https://ssoins-1.portal.eu-west-1.app.aws', 'ssoins-1'],
  ])('the session of %s is called %s', (url, name) => {
    expect(read(`sso: { start-url: ${url}, region: eu-west-1 }`).sso?.session).toBe(name);
  });

  test.each([
    ['a set of 15 minutes', `${SSO}  permission-sets: { A: { duration: 15m } }`, 'has 1h to 12h'],
    ['a duration that is none', `${SSO}  permission-sets: { A: { duration: soon } }`, 'is not a duration'],
    [
      'two boundaries',
      `${SSO}  permission-sets: { A: { boundary: X, customer-managed-boundary: Y } }`,
      'a permission set has one boundary',
    ],
    ['a policy twice', `${SSO}  permission-sets: { A: { policies: [X, X] } }`, 'names X twice'],
    [
      'too many policies',
      `${SSO}  permission-sets: { A: { policies: [${Array.from({ length: 21 }, (_, i) => `P${i}`).join()}] } }`,
      'a permission set takes 20',
    ],
    [
      'a file that is not there',
      `${SSO}  permission-sets: { A: { inline: x.json } }`,
      'no file of the repository',
    ],
    ['a reserved name', `${SSO}  permission-sets: { constructor: {} }`, 'this name is reserved'],
    ['groups of nothing', `${DEV}    groups: [a]`, 'need `permission-set`'],
    [
      'a set twice in one account',
      `${DEV}    permission-set: A\n    people: [{ permission-set: A }]`,
      'name the permission set A twice',
    ],
  ])('%s is a fault with its line', (_, text, fault) => {
    expect(faultsOf(text)).toContain(fault);
    expect(faultsOf(text)).toMatch(/^line \d+: /);
  });
});

test('what the audit accepts has a rule, a reason, and a line', () => {
  const { audit } = read(
    'audit:\n  allow:\n    - { rule: old-key, account: "111111111111", reason: see INC-42 }\n',
  );
  expect(audit.allow).toEqual([
    {
      rule: 'old-key',
      account: '111111111111',
      role: undefined,
      reason: 'see INC-42',
      expires: undefined,
      line: 3,
    },
  ]);
});
