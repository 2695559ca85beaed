import { createServer } from 'node:http';
import { expect, test } from '@jest/globals';
import { Asking } from '../src/audit/asking.js';
import { usersOf } from '../src/audit/credential-report.js';
import { shellWord, waysOut } from '../src/audit/judgments/ways-out.js';
import { askIdentityCenter } from '../src/audit/questions/identity-center.js';
import { withoutAddresses } from '../src/audit/report/addresses.js';
import { connect } from '../src/aws/connection.js';
import { organizations } from '../src/aws/organizations.js';
import { allPages, needed } from '../src/aws/reader-settings.js';
import type { SsoAdminReader } from '../src/aws/sso-admin.js';

test('pages that lead back to an earlier one are an error, and not asked for ever', async () => {
  const next = new Map([
    ['a', 'b'],
    ['b', 'a'],
  ]);
  const page = async (token: string | undefined) => ({ token: next.get(token ?? 'b') ?? 'a' });
  const all = allPages(
    page,
    () => [1],
    ({ token }) => token,
  );
  await expect(all).rejects.toThrow('in a circle');
});

test('empty pages in between do not end a list', async () => {
  const pages = [
    { items: [1], next: 'a' },
    { items: [], next: 'b' },
    { items: undefined, next: 'c' },
    { items: [2], next: '' },
  ];
  let asked = 0;
  const all = await allPages(
    async () => pages[asked++],
    page => page?.items,
    page => page?.next,
  );
  expect(all).toEqual([1, 2]);
});

test.each([undefined, ''])('a member that is not there (%j) is an error that names it', member => {
  expect(() => needed(member, 'which key it is')).toThrow('does not say which key it is');
});

const HEADER = 'user,arn,mfa_active,access_key_1_active,access_key_2_active,cert_1_active,cert_2_active';

test('a credential report without a column that tells of keys is no report', () => {
  expect(() => usersOf('user,arn\nrobot,x\n')).toThrow('access_key_1_active');
});

test('a word of a credential report that is new counts as alive', () => {
  const [user] = usersOf(`${HEADER}\nrobot,x,false,paused,false,N/A,false\n`);
  expect(user?.keys.map(({ active }) => active)).toEqual([true, false]);
  expect(user?.certificates).toBe(0);
});

test.each([
  [
    'User: arn:aws:sts::111111111111:assumed-role/r/jo.doe+x@mail.example.com is not',
    'User: arn:aws:sts::111111111111:assumed-role/r/j… is not',
  ],
  ['"jo@example.com"', '"j…"'],
  ['jörg@exämple.de', 'j…'],
  ['repo:octo-org@1/octo.repo@2:environment:dev', 'repo:octo-org@1/octo.repo@2:environment:dev'],
  ['octo/r/.github/workflows/x.yml@refs/heads/main', 'octo/r/.github/workflows/x.yml@refs/heads/main'],
])('of an e-mail address only the first letter is left: %s', (text, expected) => {
  expect(withoutAddresses(text)).toBe(expected);
});

test('commands can be pasted, whatever AWS calls a thing', () => {
  const hostile = "x'; touch pwned; $(id)`id`\n";
  expect(shellWord(hostile)).toBe("'x'\\''; touch pwned; $(id)`id`\\n'");
  const text = waysOut({ id: hostile, user: hostile });
  expect(text.split('\n').filter(line => /^(?!aws |# )/.test(line))).toEqual([]);
});

test('of several instances of Identity Center the one with permission sets is asked', async () => {
  const instance = (arn: string) => ({
    arn,
    identityStore: 'd-1',
    status: 'ACTIVE',
    primaryRegion: undefined,
  });
  const sso: SsoAdminReader = {
    instances: async () => [instance('own'), instance('organization')],
    instance: async arn => ({
      permissionSetsEnabled: arn === 'organization',
      primaryRegion: undefined,
      customerKey: undefined,
      networkLimits: [],
    }),
    provisioned: async () => [],
    permissionSet: async arn => ({ arn, name: 'set', sessionDuration: undefined }),
    assignments: async () => [],
    awsManaged: async () => [],
    customerManaged: async () => [],
    inline: async () => undefined,
    boundary: async () => undefined,
  };
  const store = () => ({
    groupName: async () => undefined,
    user: async () => ({ name: undefined, status: undefined }),
  });
  const asking = new Asking(new AbortController().signal);
  const facts = await askIdentityCenter({ sso, ssoIn: () => sso, store }, 'eu-west-1', [], asking);
  expect(facts?.instances.map(({ arn }) => arn)).toEqual(['organization']);
  expect(asking.gaps).toEqual([]);
});

test('nobody waits beyond the end for a server that does not answer', async () => {
  const server = createServer(() => {});
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const end = new AbortController();
  const connection = connect({});
  const reader = organizations({
    credentials: { accessKeyId: 'x', secretAccessKey: 'y', sessionToken: undefined },
    region: 'us-east-1',
    connection,
    variables: { AWS_ENDPOINT_URL: `http://127.0.0.1:${address.port}` },
    pace: undefined,
    signal: end.signal,
  });
  const asking = new Asking(end.signal);
  server.once('connection', () => end.abort());
  const told = await asking.ask({ part: 'accounts', action: 'a', ask: () => reader.accounts() });
  expect([told.kind, asking.gaps[0]?.why]).toEqual([
    'unknown',
    'The audit was stopped, or its time was over.',
  ]);
  connection.close();
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
});
