import type { Finding, Place } from '../finding.js';
import { ending, gitProcess, gitText } from './git.js';
import type { ObjectStore } from './object-store.js';
import type { Repository } from './repository.js';
import { resolveRevision, shallowCommits } from './revisions.js';

/** For more findings and commits nobody asks who wrote each. */
const MOST_COMMITS = 200;
const MOST_LINES = 20;

/** Larger files are not searched, in bytes. */
const LARGEST = 4 * 2 ** 20;

/** Of git's answer, each of some kilobytes. */
const MOST_CHUNKS = 1000;

/** Between the parts of a line of git's answer. */
const SEPARATOR = '\u001f';

type Authorship = Pick<Place, 'author' | 'date'>;

/**
 * Tells of findings which commit brought them, who wrote that and when: of those in a commit, and of the first that
 * stand in files of the checkout as HEAD has them. What git cannot tell (a shallow clone, a changed file) is left out.
 */
export async function withAuthors(
  findings: readonly Finding[],
  repository: Repository | undefined,
  openStore: (repository: Repository) => Promise<ObjectStore>,
): Promise<readonly Finding[]> {
  if (repository === undefined || findings.every(({ place }) => !mayBeKnown(place))) return findings;
  const store = await openStore(repository);
  const placed = await withCommits(findings, repository, store);
  const commits = new Set(placed.flatMap(({ place }) => place.commit ?? []));
  const written = await authorsOf(store, [...commits].slice(0, MOST_COMMITS));
  return placed.map(finding => {
    const authorship = written.get(finding.place.commit ?? '');
    return authorship === undefined ? finding : { ...finding, place: { ...finding.place, ...authorship } };
  });
}

function mayBeKnown({ kind, path, line, commit }: Place): boolean {
  return commit !== undefined || (kind === 'file' && path !== undefined && line !== undefined);
}

async function authorsOf(
  { place }: ObjectStore,
  commits: readonly string[],
): Promise<ReadonlyMap<string, Authorship>> {
  if (commits.length === 0) return new Map();
  const format = ['%H', '%an', '%aI'].join('%x1f');
  const { stdout } = await gitText(
    place,
    ...['log', '--no-walk=unsorted', '--ignore-missing', '--no-show-signature', `--format=${format}`],
    ...['--end-of-options', ...commits],
  );
  return new Map(
    stdout.split('\n').flatMap(line => {
      const [commit = '', author = '', date = ''] = line.split(SEPARATOR);
      return author === '' ? [] : [[commit, { author, date }] as const];
    }),
  );
}

/** The findings, the first of those in files with the commit that they are from, or told to be in none. */
async function withCommits(
  findings: readonly Finding[],
  repository: Repository,
  store: ObjectStore,
): Promise<readonly Finding[]> {
  const unknown = findings
    .filter(({ place }) => place.commit === undefined && mayBeKnown(place))
    .slice(0, MOST_LINES);
  const head = unknown.length === 0 ? undefined : await resolveRevision(repository, 'HEAD');
  if (head === undefined) return findings;
  const told = new Map<Finding, Finding>();
  for (const finding of unknown) told.set(finding, await withCommit(store, head, finding));
  const fresh = [...told.values()].filter(({ uncommitted }) => uncommitted === true);
  const elsewhere = await heldBy(
    store,
    head,
    fresh.flatMap(({ secrets }) => secrets),
  );
  return findings.map(finding => {
    const { uncommitted, ...rest } = told.get(finding) ?? finding;
    // Moved or copied from another file of HEAD, it is as public as that.
    const isNew = uncommitted === true && !rest.secrets.some(secret => elsewhere.includes(secret));
    return isNew ? { ...rest, uncommitted } : rest;
  });
}

/** Those parts of lines in any file of a commit that hold one of the values, which go to git through a pipe. */
async function heldBy(store: ObjectStore, head: string, values: readonly string[]): Promise<string> {
  if (values.length === 0) return '';
  const args = ['grep', '--no-textconv', '-a', '-h', '-o', '-F', '-f', '-', head];
  const child = gitProcess(store.place, args, ['pipe', 'pipe', 'ignore']);
  const ended = ending(child);
  child.stdin?.end(values.map(value => `${value}\n`).join(''));
  const found: Buffer[] = [];
  for await (const chunk of child.stdout ?? []) if (found.length < MOST_CHUNKS) found.push(chunk);
  await ended;
  return Buffer.concat(found).toString('utf8');
}

/** An encoded value is not looked for: then nothing is said. */
async function withCommit(store: ObjectStore, head: string, finding: Finding): Promise<Finding> {
  const { place, secrets, layers } = finding;
  const path = place.path ?? '';
  if (layers.length > 0 || secrets.length === 0) return finding;
  const file = await fileAt(store, `${head}:${path}`);
  if (file === 'too large') return finding;
  const line = file.split('\n').findIndex(text => secrets.some(secret => text.includes(secret))) + 1;
  if (line === 0) return { ...finding, uncommitted: true };
  const { exitCode, stdout } = await gitText(
    store.place,
    ...['blame', '--porcelain', '--root', '--no-textconv', '-L', `${line},${line}`, head, '--', path],
  );
  const commit = /^[0-9a-f]{40,64}/.exec(stdout)?.[0];
  // In a shallow clone, what is older than the clone is told to be from its oldest commit.
  const isKnown = exitCode === 0 && commit !== undefined && !shallowCommits(store).has(commit);
  return isKnown ? { ...finding, place: { ...place, commit } } : finding;
}

/** @returns '' where there is none */
async function fileAt({ place }: ObjectStore, name: string): Promise<string> {
  const size = await gitText(place, 'cat-file', '-s', name);
  if (size.exitCode !== 0) return '';
  if (Number(size.stdout) > LARGEST) return 'too large';
  return (await gitText(place, 'cat-file', 'blob', name)).stdout;
}
