import { expect, test } from '@jest/globals';
import { usersOf } from '../src/audit/credential-report.js';
import { shellWord, waysOut } from '../src/audit/judgments/ways-out.js';
import { withoutAddresses } from '../src/audit/report/addresses.js';
import { allPages, needed } from '../src/aws/reader-settings.js';

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
