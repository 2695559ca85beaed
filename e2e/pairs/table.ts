/** What a step of a pair does. */
export type Kind = (typeof KINDS)[number];
export const KINDS = [
  'none',
  'env',
  'profiles',
  'aws-profile',
  'role-chaining',
  'unset',
  'peer',
  'peer, aws-profile',
] as const;

/** Identity and Region, each by the number of the step that it comes from. */
export interface Reading {
  readonly identity: 1 | 2;
  readonly region: 1 | 2;
}

/** What a tool gets after both steps; what is undefined gives no credentials. */
export interface Cell {
  /** Without naming a profile. */
  readonly byDefault?: Reading;
  /** By the name of the first step's profile, and of the second's. */
  readonly one?: Reading;
  readonly two?: Reading;
  /** The second step fails, and ends what was there. */
  readonly fails?: true;
}

const FIRST: Reading = { identity: 1, region: 1 };
const SECOND: Reading = { identity: 2, region: 2 };
/** `AWS_REGION` of the other step beats the Region of the profile. */
const FIRST_ELSEWHERE: Reading = { identity: 1, region: 2 };
const SECOND_ELSEWHERE: Reading = { identity: 2, region: 1 };

type Row = Readonly<Record<Kind, Cell>>;

/** After a first step that leaves nothing. */
const AFTER_NOTHING: Row = {
  none: {},
  env: { byDefault: SECOND },
  profiles: { byDefault: SECOND, two: SECOND },
  'aws-profile': { two: SECOND },
  'role-chaining': { fails: true },
  unset: {},
  peer: { byDefault: SECOND },
  'peer, aws-profile': { two: SECOND },
};

/** After a first step that exports keys. */
const AFTER_KEYS: Row = {
  none: { byDefault: FIRST },
  env: { byDefault: SECOND },
  profiles: { byDefault: SECOND, two: SECOND },
  'aws-profile': { byDefault: FIRST, two: SECOND_ELSEWHERE },
  'role-chaining': { byDefault: SECOND },
  unset: {},
  peer: { byDefault: SECOND },
  'peer, aws-profile': { byDefault: FIRST, two: SECOND_ELSEWHERE },
};

const AFTER_PROFILES: Row = {
  none: { byDefault: FIRST, one: FIRST },
  env: { byDefault: SECOND, one: FIRST_ELSEWHERE },
  profiles: { byDefault: SECOND, one: FIRST, two: SECOND },
  'aws-profile': { byDefault: FIRST, one: FIRST, two: SECOND },
  'role-chaining': { byDefault: SECOND, one: FIRST_ELSEWHERE },
  unset: {},
  peer: { byDefault: SECOND, one: FIRST_ELSEWHERE },
  'peer, aws-profile': { byDefault: FIRST, one: FIRST, two: SECOND },
};

const AFTER_NAMED: Row = {
  none: { one: FIRST },
  env: { byDefault: SECOND, one: FIRST_ELSEWHERE },
  profiles: { byDefault: SECOND, one: FIRST, two: SECOND },
  'aws-profile': { one: FIRST, two: SECOND },
  'role-chaining': { fails: true },
  unset: {},
  peer: { byDefault: SECOND, one: FIRST_ELSEWHERE },
  'peer, aws-profile': { one: FIRST, two: SECOND },
};

/** What two steps of one job leave to the tools of later steps: the first step's row, the second one's column. */
export const TABLE: Readonly<Record<Kind, Row>> = {
  none: AFTER_NOTHING,
  env: AFTER_KEYS,
  profiles: AFTER_PROFILES,
  'aws-profile': AFTER_NAMED,
  'role-chaining': AFTER_KEYS,
  unset: AFTER_NOTHING,
  peer: AFTER_KEYS,
  'peer, aws-profile': {
    ...AFTER_NAMED,
    // Its file is the user's own, which no step of ours touches.
    'role-chaining': { fails: true, one: FIRST },
    unset: { one: FIRST },
  },
};

/** The table as `docs/several-steps.md` has it. */
export function markdownTable(): string {
  const rows = KINDS.map(first => [`**${first}**`, ...KINDS.map(second => words(TABLE[first][second]))]);
  const lines = [['first ↓, second →', ...KINDS], ['---', ...KINDS.map(() => '---')], ...rows];
  return lines.map(cells => `| ${cells.join(' | ')} |\n`).join('');
}

function words({ byDefault, one, two, fails }: Cell): string {
  const profiles = [one && `\`one\`${elsewhere(one)}`, two && `\`two\`${elsewhere(two)}`].filter(
    text => text !== undefined && text !== '',
  );
  const identity = byDefault === undefined ? 'nobody' : String(byDefault.identity);
  const text = [identity, ...profiles].join(', ');
  return fails ? `fails: ${text}` : text;
}

function elsewhere({ identity, region }: Reading): string {
  return identity === region ? '' : '†';
}
