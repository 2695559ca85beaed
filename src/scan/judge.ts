import { realpathSync } from 'node:fs';
import { CONFIGURATION_PATH, loadConfiguration, repositoryFile } from '../config/load.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { printable } from '../printable.js';
import { type AllowList, applyAllowList, commentStood } from './allow.js';
import { BASELINE_PATH, type BaselineEntry } from './baseline.js';
import type { Finding, ScanResult } from './finding.js';
import { Inspection } from './inspection.js';
import type { Judge } from './judge-of-job.js';
import { Checkout, type CheckoutOptions } from './sources/checkout.js';
import { ENTIRE } from './sources/content.js';
import { inspectFile } from './sources/inspect-file.js';
import type { ReadAtRevision } from './sources/read-at-revision.js';

/** Where the allow list of a scan is kept, and whose word counts. */
export interface Bench {
  /** Top folder of the checkout. */
  readonly root: string;
  /** Path of the configuration file in it; undefined: the default place, where it may be missing. */
  readonly config: string | undefined;
  /** The same for the baseline. */
  readonly baseline: string | undefined;
  /** Whose list rules; undefined: the checkout's own. */
  readonly judge: Judge | undefined;
  /** Today, YYYY-MM-DD, UTC. */
  readonly today: string;
  /** How a list that is not the checkout's own is read. */
  readonly access: CheckoutOptions;
}

/** The top folder of the repository that a folder is in, or the folder itself; by its real path. */
export function repositoryRoot(folder: string, variables: Variables): string {
  return realpathSync(new Checkout(folder, { variables }).repository?.workTree ?? folder);
}

/** Ten thousand findings take a quarter of it. */
const LARGEST_BASELINE = 16 * 2 ** 20;

/** The allow list as the checkout has it. @throws Failure when a file of it is wrong, or was named and is missing */
export async function ownList(
  { root, config, baseline }: Bench,
  named: 'must be there' | 'may be missing' = 'must be there',
): Promise<AllowList> {
  const configuration = await loadConfiguration(root, config);
  const path = baseline ?? BASELINE_PATH;
  const text = repositoryFile(root, LARGEST_BASELINE)(path);
  if (text === undefined && baseline !== undefined && named === 'must be there') {
    throw new Failure('wrong-input', {
      what: `The baseline ${printable(path)} is not there.`,
      why: `There is no such file in ${root}.`,
      write: 'aws-temp-creds scan --write-baseline',
    });
  }
  return {
    entries: configuration?.scan.allow ?? [],
    baseline: text === undefined ? [] : await readBaseline(text, path),
  };
}

/** Loads what checks the file only where there is one. */
async function readBaseline(text: string, path: string): Promise<readonly BaselineEntry[]> {
  const { parseBaseline } = await import(/* bundle: baseline */ './baseline-file.js');
  return parseBaseline(text, path);
}

/** A result whose allow list was applied, and whether what was scanned is trusted to have a list of its own. */
export interface Judged {
  readonly result: ScanResult;
  /** False for what others may have written: a pull request's, or a head that was checked out by hand. */
  readonly own: boolean;
}

/** Applies the allow list to a result: the checkout's own, or that of the branch that judges. */
export async function judge(result: ScanResult, own: AllowList, bench: Bench): Promise<Judged> {
  const { config = CONFIGURATION_PATH, today } = bench;
  const byOwn = () => applyAllowList(result, { list: own, source: config, today });
  const { judge: judging } = bench;
  if (judging === undefined) return { result: byOwn(), own: true };
  const { beforeJudge, wholeClone } = await import(/* bundle: ranges */ './sources/ranges.js');
  return beforeJudge(bench.root, judging, bench.access, async (ruling, read) => {
    if (ruling.kind === 'own') return { result: byOwn(), own: true };
    const notes =
      ruling.kind === 'nobody'
        ? [cannotJudge(ruling, shallow => wholeClone(bench.access.variables, shallow))]
        : [];
    const list = await listAt(read, bench, notes);
    const stood = await commentsThatStood(result.findings, read, notes);
    const judged = applyAllowList(
      { ...result, notes: [...result.notes, ...notes] },
      { list, source: config, today, change: { list: own, commentStood: finding => stood.has(finding) } },
    );
    return { result: judged, own: ruling.kind === 'commit' && ruling.own };
  });
}

/**
 * The allow list as the judging commit has it. One that is wrong allows nothing, which is said: it must not keep a
 * pull request from mending it.
 */
async function listAt(read: ReadAtRevision, bench: Bench, notes: string[]): Promise<AllowList> {
  const paths = [bench.config ?? CONFIGURATION_PATH, bench.baseline ?? BASELINE_PATH] as const;
  const [configuration, known] = await Promise.all([read(paths[0]), read(paths[1])]);
  const entries = await parsed(configuration, async text => {
    const { readConfiguration } = await import(/* bundle: configuration */ '../config/file.js');
    return readConfiguration(text, `${paths[0]} of the base branch`, () => NO_POLICY).scan.allow;
  });
  const baseline = await parsed(known, text => readBaseline(text, `${paths[1]} of the base branch`));
  return { entries, baseline };

  async function parsed<T>(
    content: Buffer | undefined,
    parse: (text: string) => Promise<readonly T[]>,
  ): Promise<readonly T[]> {
    if (content === undefined) return [];
    try {
      return await parse(content.toString('utf8'));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      notes.push(`${error.explanation.what} It allows nothing. ${error.explanation.why ?? ''}`);
      return [];
    }
  }
}

/** Session policies that the base's file names are not looked at here; that they exist is checked where they are used. */
const NO_POLICY = '{"Version":"2012-10-17","Statement":[]}';

function cannotJudge(
  { why, shallow }: { readonly why: string; readonly shallow?: boolean },
  advice: (shallow: boolean) => string,
): string {
  const write = shallow === undefined ? '' : ` ${advice(shallow)}`;
  return `Nothing is allowed, for the list that rules could not be read: ${printable(why, 200)}.${write}`;
}

/** Each needs a look at the base; so many are looked up. */
const MOST_FILES = 50;

/** The findings whose inline comment stood in the judging commit already. */
async function commentsThatStood(
  findings: readonly Finding[],
  read: ReadAtRevision,
  notes: string[],
): Promise<ReadonlySet<Finding>> {
  const stood = new Set<Finding>();
  const commented = findings.filter(({ inline, place }) => inline !== undefined && place.path !== undefined);
  const paths = [...new Set(commented.map(({ place }) => place.path ?? ''))];
  for (const path of paths.slice(0, MOST_FILES)) {
    const content = await read(path);
    if (content === undefined) continue;
    const before = new Inspection();
    inspectFile(before, content, 0, content.length, ENTIRE, { kind: 'file', path });
    for (const finding of commented) {
      if (finding.place.path === path && commentStood(finding, before.found)) stood.add(finding);
    }
  }
  if (paths.length > MOST_FILES) {
    notes.push(
      `Inline comments were looked up in the base branch for ${MOST_FILES} files; in ${paths.length - MOST_FILES} more they do not count.`,
    );
  }
  return stood;
}
