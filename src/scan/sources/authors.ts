import type { Finding, Place } from '../finding.js';
import { ending, gitProcess } from './git.js';
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

/** In milliseconds. */
const PATIENCE = 5_000;

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
  const git = asking(store);
  const placed = await withCommits(
    findings,
    await resolveRevision(repository, 'HEAD'),
    git,
    shallowCommits(store),
  );
  const commits = new Set(placed.flatMap(({ place }) => place.commit ?? []));
  const written = await authorsOf(git, [...commits].slice(0, MOST_COMMITS));
  return placed.map(finding => {
    const authorship = written.get(finding.place.commit ?? '');
    return authorship === undefined ? finding : { ...finding, place: { ...finding.place, ...authorship } };
  });
}

function mayBeKnown({ kind, path, line, commit }: Place): boolean {
  return commit !== undefined || (kind === 'file' && path !== undefined && line !== undefined);
}

async function authorsOf(git: Asked, commits: readonly string[]): Promise<ReadonlyMap<string, Authorship>> {
  if (commits.length === 0) return new Map();
  const format = ['%H', '%an', '%aI'].join('%x1f');
  const text = await git(
    ['log', '--no-walk=unsorted', '--ignore-missing', '--no-show-signature', `--format=${format}`].concat(
      ['--end-of-options'],
      commits,
    ),
  );
  return new Map(
    (text ?? '').split('\n').flatMap(line => {
      const [commit = '', author = '', date = ''] = line.split(SEPARATOR);
      return author === '' ? [] : [[commit, { author, date }] as const];
    }),
  );
}

/** The findings, the first of those in files with the commit that they are from, or told to be in none. */
async function withCommits(
  findings: readonly Finding[],
  head: string | undefined,
  git: Asked,
  shallow: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  if (head === undefined) return findings;
  const unknown = findings.filter(({ place }) => place.commit === undefined && mayBeKnown(place));
  const told = new Map<Finding, Finding>();
  for (const finding of unknown.slice(0, MOST_LINES))
    told.set(finding, await withCommit(finding, head, git, shallow));
  const fresh = [...told.values()].filter(({ uncommitted }) => uncommitted === true);
  const elsewhere = await heldBy(
    git,
    head,
    fresh.flatMap(({ secrets }) => secrets),
  );
  return findings.map(finding => {
    const { uncommitted, ...rest } = told.get(finding) ?? finding;
    // Moved or copied from another file of HEAD, it is as public as that.
    const isNew =
      uncommitted === true &&
      elsewhere !== undefined &&
      !rest.secrets.some(secret => elsewhere.includes(secret));
    return isNew ? { ...rest, uncommitted } : rest;
  });
}

/** An encoded value is not looked for: then nothing is said. */
async function withCommit(
  finding: Finding,
  head: string,
  git: Asked,
  shallow: ReadonlySet<string>,
): Promise<Finding> {
  const { place, secrets, layers } = finding;
  const path = place.path ?? '';
  // No file of git's has such a name, and none can be asked for.
  if (layers.length > 0 || secrets.length === 0 || path.includes('\0')) return finding;
  const listed = await git(['ls-tree', '-l', '-z', '--full-tree', head, '--', path]);
  if (listed === undefined) return finding;
  const [, blob = '', size = '0'] = /^\S+ blob ([0-9a-f]+) +(\d+)\t/.exec(listed) ?? [];
  const file = blob === '' ? '' : Number(size) > LARGEST ? undefined : await git(['cat-file', 'blob', blob]);
  if (file === undefined) return finding;
  const line = file.split('\n').findIndex(text => secrets.some(secret => text.includes(secret))) + 1;
  if (line === 0) return { ...finding, uncommitted: true };
  const lines = `${line},${line}`;
  const blame = await git(['blame', '--porcelain', '--root', '--no-textconv', '-L', lines, head, '--', path]);
  const commit = /^[0-9a-f]{40,64}/.exec(blame ?? '')?.[0];
  // In a shallow clone, what is older than the clone is told to be from its oldest commit.
  return commit === undefined || shallow.has(commit) ? finding : { ...finding, place: { ...place, commit } };
}

/** Those parts of lines in any file of a commit that hold one of the values, which go to git through a pipe. */
async function heldBy(git: Asked, head: string, values: readonly string[]): Promise<string | undefined> {
  if (values.length === 0) return '';
  const input = values.map(value => `${value}\n`).join('');
  return git(['grep', '--no-textconv', '-a', '-h', '-o', '-F', '-f', '-', head], { input, none: 1 });
}

/**
 * Asks git; undefined: it failed, or was not done in time.
 *
 * @param none exit code that says that there is nothing, which is no failure
 */
type Asked = (
  args: readonly string[],
  more?: { readonly input?: string; readonly none?: number },
) => Promise<string | undefined>;

/** Who wrote something is worth a few seconds, of all questions together. */
function asking({ place }: ObjectStore): Asked {
  const late = AbortSignal.timeout(PATIENCE);
  return async (args, { input = '', none = 0 } = {}) => {
    if (late.aborted) return undefined;
    const child = gitProcess(place, args, ['pipe', 'pipe', 'ignore']);
    const ended = ending(child);
    const stop = () => child.kill('SIGKILL');
    late.addEventListener('abort', stop);
    child.stdin?.end(input);
    const answer: Buffer[] = [];
    for await (const chunk of child.stdout ?? []) if (answer.length < MOST_CHUNKS) answer.push(chunk);
    const { exitCode } = await ended;
    late.removeEventListener('abort', stop);
    return exitCode === 0 || exitCode === none ? Buffer.concat(answer).toString('utf8') : undefined;
  };
}
