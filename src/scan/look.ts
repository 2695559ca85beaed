import { realpathSync } from 'node:fs';
import { printable } from '../printable.js';
import type { Inspection } from './inspection.js';
import type { ScanMode, ScanRequest } from './scan-request.js';
import { placeInTree } from './sources/attribution.js';
import { scanRange } from './sources/changes.js';
import type { Checkout } from './sources/checkout.js';
import { scanHistory } from './sources/history.js';
import { scanMoved } from './sources/moved.js';
import { headName, isShallow, type Repository } from './sources/repository.js';
import { resolveRevision } from './sources/revisions.js';
import { scanIndex, scanStaged } from './sources/staged.js';
import { scanStream } from './sources/stream.js';
import { scanHeadTree, scanTrackedTree, scanUntracked } from './sources/tree.js';
import { scanFiles, scanFolder } from './sources/walk.js';

/** What a scan came to look at, which is not as asked where that could not be done. */
export interface Looked {
  readonly mode: ScanMode;
  /** For headlines, behind "found": `in the changes of pull request 7`. */
  readonly scope: string;
  /** Whether all was seen that an allow list can be about: an entry that nothing needed is then needed by nothing. */
  readonly whole: boolean;
}

/** One scan on its way: what was asked, and what it is done with. */
export interface Look {
  readonly request: ScanRequest;
  readonly checkout: Checkout;
  readonly inspection: Inspection;
}

/** Loaded only where it is needed. */
function ranges() {
  return import(/* bundle: ranges */ './sources/ranges.js');
}

export async function look({ request, checkout, inspection }: Look): Promise<Looked> {
  const { mode, folder } = request;
  const root = realpathSync(folder);
  if (mode === 'stdin') {
    if (request.stdin !== undefined) await scanStream(request.stdin, inspection, request);
    return { mode, scope: 'in standard input', whole: false };
  }
  if (mode === 'files') {
    await scanFiles(root, request.files ?? [], inspection, request);
    return { mode, scope: 'in the files named', whole: false };
  }
  if (request.lacking !== undefined) inspection.unread.add('the changes', request.lacking, true);
  const { repository } = checkout;
  if (repository !== undefined) return lookInRepository({ request, checkout, inspection }, repository);
  withoutRepository({ request, checkout, inspection });
  await scanFolder(root, inspection, request);
  return { mode: 'tree', scope: 'in the files of this folder', whole: mode === 'tree' };
}

/** A folder that is in no repository is scanned whole; what was asked of a repository is not answered by that. */
function withoutRepository({ request: { mode, range, variables }, checkout, inspection }: Look): void {
  const why =
    checkout.git === undefined ? 'git was not found on PATH' : 'this folder is in no git repository';
  const asked = mode === 'tree' ? range && (range.what ?? 'the changes') : ASKED[mode];
  if (asked !== undefined) inspection.unread.add(asked, why, true);
  const instead =
    asked === undefined || variables['GITHUB_ACTIONS'] !== 'true'
      ? ''
      : ' Check out into the workspace itself, without `path`, or ask for the files alone:  with: { scan: tree }';
  inspection.notes.push(`All files in the folder were scanned: ${why}.${instead}`);
}

const ASKED: Partial<Record<ScanMode, string>> = {
  changes: 'the changes',
  history: 'the history',
  staged: 'the index',
  index: 'the index',
};

async function lookInRepository(look: Look, repository: Repository): Promise<Looked> {
  const { request, checkout, inspection } = look;
  const { mode } = request;
  if (mode === 'staged' || mode === 'index') {
    const scanIt = mode === 'staged' ? scanStaged : scanIndex;
    await scanIt(repository, checkout.store(repository), inspection, request);
    return { mode, scope: mode === 'staged' ? 'in what is staged' : 'in the files named', whole: false };
  }
  if (mode === 'history') {
    await lookAtHistory(look, repository);
    await lookAtTree(look, repository);
    const shallow = isShallow(repository);
    const scope = shallow ? 'in the history that this clone holds' : 'in the history and the tree';
    return { mode, scope, whole: !shallow };
  }
  const changes = await lookAtChanges(look, repository);
  if (mode === 'changes' && (changes === 'seen' || changes === 'of another commit'))
    return { mode: 'changes', scope: changesOf(look, changes), whole: false };
  await lookAtTree(look, repository);
  const { prefix } = repository;
  const tree = prefix === '' ? 'in the tree' : `in ${printable(prefix.slice(0, -1), 100)}`;
  const scope = changes === 'seen' ? `${tree} and ${changesOf(look, changes)}` : tree;
  return { mode: 'tree', scope, whole: prefix === '' && mode === 'tree' };
}

function changesOf({ request: { range } }: Look, seen: Changes): string {
  const what = `in ${range?.what ?? 'the changes'}`;
  return seen === 'seen' ? what : `in what could be read of ${what.slice(3)}`;
}

async function lookAtHistory({ request, checkout, inspection }: Look, repository: Repository): Promise<void> {
  const store = await checkout.store(repository);
  if (isShallow(repository)) {
    inspection.unread.add('the history', 'the clone is shallow, and was scanned as far as it goes', true);
    const { wholeClone } = await ranges();
    inspection.notes.push(wholeClone(request.variables, true));
  }
  await scanHistory(repository, store, inspection, request, request.scannedTips);
}

/**
 * - `seen`: all that the range brings was scanned
 * - `none`: there is no range, or no commit yet
 * - `lacking`: it could not be had, and what is checked out is its head
 * - `of another commit`: it could not be had, and what is checked out has nothing to do with it
 */
type Changes = 'seen' | 'none' | 'lacking' | 'of another commit';

/** Scans what a range brings; one that cannot be had makes the scan incomplete. */
async function lookAtChanges(
  { request, checkout, inspection }: Look,
  repository: Repository,
): Promise<Changes> {
  const { range: wanted, variables } = request;
  if (wanted === undefined) return 'none';
  const { obtainRange, wholeClone } = await ranges();
  const range = await obtainRange(checkout, repository, wanted);
  if ('lacking' in range) {
    if (!range.curable) {
      inspection.notes.push(`The tree was scanned instead of the changes, for ${range.lacking}.`);
      return 'none';
    }
    inspection.unread.add(wanted.what ?? 'the changes', range.lacking, true);
    const advice = wholeClone(variables, isShallow(repository));
    inspection.notes.push(`What a commit added and a later one removed was not seen. ${advice}`);
    const head = await resolveRevision(repository, 'HEAD');
    return wanted.head === undefined || wanted.head === head ? 'lacking' : 'of another commit';
  }
  const store = await checkout.store(repository);
  const before = inspection.found.splice(0);
  const listed = await scanRange(store, range, inspection, request);
  const placed = await placeInTree(store, range.heads, inspection.found.splice(0));
  if (range.excluded.length > 0 && !request.signal?.aborted) await scanMoved(store, listed, inspection);
  // What a workflow file was like in between does not matter: only the one that runs does.
  const standing = [...placed, ...inspection.found.splice(0)].filter(
    ({ rule, place }) => rule !== 'ci-static-key' || place.kind === 'file',
  );
  inspection.found.push(...before, ...standing);
  const branch = wanted.head === undefined ? headName(repository) : undefined;
  if (branch !== undefined) inspection.text(branch, { kind: 'ref-name', path: branch });
  return 'seen';
}

async function lookAtTree({ request, checkout, inspection }: Look, repository: Repository): Promise<void> {
  const openStore = () => checkout.store(repository);
  if (repository.workTree === undefined) {
    await scanHeadTree(repository, inspection, await openStore());
    return;
  }
  const tracked = await scanTrackedTree(repository, inspection, openStore, request);
  if (tracked === undefined || tracked === 0) {
    inspection.notes.push(
      tracked === 0
        ? 'git tracks no file in this folder: all files in it were scanned.'
        : 'git cannot read this repository: all files in the folder were scanned, whether tracked or not.',
    );
    await scanFolder(realpathSync(request.folder), inspection, request);
  } else if (request.untracked === true) await scanUntracked(repository, inspection, request);
}
