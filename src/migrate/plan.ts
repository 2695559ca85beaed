import type { Region } from '../aws/names.js';
import { parseRoleArn } from '../aws/names.js';
import { CONFIGURATION_PATH } from '../config/load.js';
import { checkCiFile } from '../scan/ci-files/check-ci-file.js';
import { ciSystemOf } from '../scan/ci-files/systems.js';
import { environmentsOfText, type NewEnvironment, withEnvironments } from './configuration-text.js';
import { rewriteFile } from './rewrite-file.js';
import type { Left, NeededEnvironment, RewrittenFile, RewrittenLocal, Surroundings } from './types.js';

/** A file of the repository that a CI system runs jobs from. */
export interface CiFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface MigrateWish {
  readonly environment: string | undefined;
  /** By environment; `*`: all. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly region: Region | undefined;
  readonly role: string;
}

/** What becomes of a repository. */
export interface Migration {
  readonly changes: readonly {
    readonly path: string;
    readonly before: string | undefined;
    readonly after: string;
  }[];
  readonly left: readonly Left[];
  /** Names of environments that the file gets. */
  readonly environments: readonly string[];
  /** `secrets.NAME`, `vars.NAME` that nothing in the repository's CI files refers to any more. */
  readonly released: readonly string[];
}

/** So often a change of one file may change what another needs. */
const MOST_ROUNDS = 6;

/**
 * Plans the way from stored keys to roles.
 *
 * @param files all CI files of the repository
 * @param configuration text of the configuration file; undefined: there is none
 */
export function planMigration(
  files: readonly CiFile[],
  configuration: string | undefined,
  wish: MigrateWish,
): Migration {
  const ours = files.filter(({ path }) => ciSystemOf(path) === 'github');
  const rewritten = rewriteAll(ours, wish);
  const changes = ours.flatMap(({ path, text }) => {
    const after = rewritten.get(path)?.text ?? text;
    return after === text ? [] : [{ path, before: text, after }];
  });
  const all = [...rewritten.values()];
  const others = files.filter(({ path }) => ciSystemOf(path) !== 'github').flatMap(otherSystem);
  const made = configurationChange(
    configuration,
    all.flatMap(({ environments }) => environments),
    wish,
  );
  const after = ours.map(({ path, text }) => rewritten.get(path)?.text ?? text).join('\n');
  return {
    changes: [...changes, ...made.changes],
    left: [...all.flatMap(({ left }) => left), ...others, ...made.left],
    environments: made.names,
    released: [...new Set(all.flatMap(({ released }) => released))]
      .filter(name => !mentions(after, name))
      .sort(),
  };
}

function mentions(text: string, reference: string): boolean {
  const [context = '', name = ''] = reference.split('.');
  const pattern = new RegExp(`\\b${context}(?:\\.${name}(?![\\w-])|\\[\\s*'${name}')`, 'i');
  return pattern.test(text.replace(/^\s*#.*$/gm, ''));
}

/** Callers depend on what they call, and what is called on the values it is given: until nothing changes any more. */
function rewriteAll(files: readonly CiFile[], wish: MigrateWish): ReadonlyMap<string, RewrittenFile> {
  let surroundings: Surroundings = { ...wish, locals: new Map(), given: new Map() };
  let rewritten = new Map<string, RewrittenFile>();
  let known = '';
  for (let round = 0; round < MOST_ROUNDS; round++) {
    rewritten = new Map(files.map(({ path, text }) => [path, rewriteFile(path, text, surroundings)]));
    surroundings = { ...wish, locals: localsOf(rewritten), given: givenIn(rewritten) };
    const now = JSON.stringify([
      [...surroundings.locals].map(([path, local]) => [path, [...local.dropped], local.needsIdentity]),
      [...surroundings.given].map(([input, values]) => [input, [...values]]),
    ]);
    if (now === known) break;
    known = now;
  }
  return rewritten;
}

function localsOf(rewritten: ReadonlyMap<string, RewrittenFile>): ReadonlyMap<string, RewrittenLocal> {
  return new Map(
    [...rewritten].flatMap(([path, { local }]) => {
      const name = path.replace(/(?:^|\/)action\.ya?ml$/, '');
      return local.needsIdentity || local.dropped.size > 0
        ? [[name === '' ? '.' : name, local] as const]
        : [];
    }),
  );
}

function givenIn(rewritten: ReadonlyMap<string, RewrittenFile>): ReadonlyMap<string, ReadonlySet<string>> {
  const given = new Map<string, Set<string>>();
  for (const { given: pairs } of rewritten.values()) {
    for (const [input, value] of pairs) given.set(input, (given.get(input) ?? new Set()).add(value));
  }
  return given;
}

/** Files of other systems are not changed: what to write there is told. */
function otherSystem({ path, text }: CiFile): readonly Left[] {
  return checkCiFile(path, new TextEncoder().encode(text)).findings.map(
    ({ place, redacted, replacement }) => ({
      path,
      line: place.line ?? 1,
      what: `it hands over the stored key ${redacted}`,
      write: replacement,
    }),
  );
}

function configurationChange(
  text: string | undefined,
  needed: readonly NeededEnvironment[],
  wish: MigrateWish,
) {
  const known = text === undefined ? [] : environmentsOfText(text);
  const merged = new Map<string, NeededEnvironment>();
  for (const one of needed) {
    const before = merged.get(one.name);
    merged.set(
      one.name,
      before === undefined
        ? one
        : { ...before, region: before.region ?? one.region, role: before.role ?? one.role },
    );
  }
  const fresh = [...merged.values()].filter(({ name }) => !(known ?? []).includes(name));
  const missing = withOwnRoles(fresh.map(one => newEnvironment(one, wish)));
  const after = known === undefined ? undefined : withEnvironments(text, missing);
  if (missing.length === 0) return { changes: [], left: [], names: [] };
  const blanks = missing.filter(({ account, region }) => account === undefined || region === undefined);
  const names = missing.map(({ name }) => name);
  if (after === undefined) {
    const what = `it cannot be added to by a program: add the environments ${names.join(', ')}`;
    const write = withEnvironments(undefined, missing);
    return { changes: [], left: [{ path: CONFIGURATION_PATH, line: 1, what, write }], names };
  }
  const left = blanks.map(({ name, account, region }): Left => {
    const lines = after.split('\n');
    const at = lines.findIndex(line => line.trim() === `${name}:`);
    const blank = [
      ...(account === undefined ? ['the account'] : []),
      ...(region === undefined ? ['the Region'] : []),
    ];
    const write =
      account === undefined ? `aws-temp-creds migrate --account ${name}=111111111111 --write` : undefined;
    return {
      path: CONFIGURATION_PATH,
      line: at + 1,
      what: `fill in ${blank.join(' and ')} of ${name}`,
      write,
    };
  });
  return { changes: [{ path: CONFIGURATION_PATH, before: text, after }], left, names };
}

function newEnvironment(needed: NeededEnvironment, { accounts, region, role }: MigrateWish): NewEnvironment {
  const arn = needed.role === undefined ? undefined : parseRoleArn(needed.role);
  return {
    ...needed,
    account:
      arn?.account ??
      accounts.get(needed.name) ??
      accounts.get(needed.gitHubEnvironment) ??
      accounts.get('*'),
    region: needed.region ?? region,
    roleText: arn?.name ?? role,
  };
}

/** Environments that share account and Region have a role each, so that none is the other's. */
function withOwnRoles(environments: readonly NewEnvironment[]): readonly NewEnvironment[] {
  const key = ({ account, region, roleText }: NewEnvironment) => `${account} ${region} ${roleText}`;
  const seen = new Set<string>();
  return environments.map(one => {
    const own =
      one.account !== undefined && seen.has(key(one))
        ? { ...one, roleText: `${one.roleText}-${one.name}`.slice(0, 64) }
        : one;
    seen.add(key(own));
    return own;
  });
}
