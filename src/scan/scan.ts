import { realpathSync, statSync } from 'node:fs';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import type { ScanResult } from './finding.js';
import { uniqueFindings } from './findings.js';
import { Inspection } from './inspection.js';
import { LIMITS } from './limits.js';
import type { ScanMode, ScanRequest } from './scan-request.js';
import { placeInTree } from './sources/attribution.js';
import { scanRange } from './sources/changes.js';
import { Checkout } from './sources/checkout.js';
import { scanHistory } from './sources/history.js';
import { staticKeysIn } from './sources/job-variables.js';
import { type Lacking, obtainRange } from './sources/obtain-range.js';
import type { Repository } from './sources/repository.js';
import { shallowCommits } from './sources/revisions.js';
import { scanStaged } from './sources/staged.js';
import { scanStream } from './sources/stream.js';
import { scanHeadTree, scanTrackedTree, scanUntracked } from './sources/tree.js';
import { scanFiles, scanFolder } from './sources/walk.js';

/**
 * Scans what the request names. Inline comments are noted on the findings and nothing is allowed yet: see
 * `applyAllowList`. What cannot be read is in the result.
 *
 * @throws Failure `wrong-input` when the folder is none
 */
export async function scan(request: ScanRequest): Promise<ScanResult> {
  // Of Node's clocks the one that needs not be loaded.
  const started = process.uptime();
  if (statSync(request.folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Failure('wrong-input', { what: `There is no folder ${printable(request.folder)}.` });
  const inspection = new Inspection();
  const checkout = new Checkout(request.folder, request);
  try {
    const mode = await look(request, checkout, inspection);
    if (request.environment === true) inspection.found.push(...staticKeysIn(request.variables));
    if (request.signal?.aborted) inspection.unread.add('the rest', 'the scan was stopped', true);
    const { findings, dropped } = uniqueFindings(inspection.found);
    const unlisted = dropped + inspection.dropped;
    if (unlisted > 0)
      inspection.unread.add(
        `${unlisted} findings`,
        `more than ${LIMITS.findings}: these are not listed`,
        true,
      );
    const { files, objects, bytes, notes } = inspection;
    return {
      mode,
      findings,
      allowed: [],
      unread: inspection.unread.list(),
      counts: { files, objects, bytes, milliseconds: Math.round(1000 * (process.uptime() - started)) },
      notes,
    };
  } finally {
    await checkout.close();
  }
}

/** @returns how it was scanned, which is not as asked where that could not be done */
async function look(request: ScanRequest, checkout: Checkout, inspection: Inspection): Promise<ScanMode> {
  const { mode, folder } = request;
  const root = realpathSync(folder);
  if (mode === 'stdin') {
    if (request.stdin !== undefined) await scanStream(request.stdin, inspection);
    return mode;
  }
  if (mode === 'files') {
    await scanFiles(root, request.files ?? [], inspection, request);
    return mode;
  }
  const { repository } = checkout;
  if (repository === undefined) {
    inspection.notes.push(withoutRepository(checkout, mode));
    await scanFolder(root, inspection, request);
    return 'tree';
  }
  return lookInRepository(request, checkout, repository, inspection);
}

async function lookInRepository(
  request: ScanRequest,
  checkout: Checkout,
  repository: Repository,
  inspection: Inspection,
): Promise<ScanMode> {
  switch (request.mode) {
    case 'staged':
      await scanStaged(repository, checkout.store(repository), inspection, request.variables);
      return 'staged';
    case 'changes':
      if (await lookAtChanges(request, checkout, repository, inspection)) return 'changes';
      break;
    case 'history':
      await lookAtHistory(request, checkout, repository, inspection);
      break;
    default:
      await lookAtChanges(request, checkout, repository, inspection);
  }
  await lookAtTree(request, checkout, repository, inspection);
  return request.mode === 'history' ? 'history' : 'tree';
}

async function lookAtHistory(
  request: ScanRequest,
  checkout: Checkout,
  repository: Repository,
  inspection: Inspection,
): Promise<void> {
  const store = await checkout.store(repository);
  if (shallowCommits(store).size > 0)
    inspection.notes.push(
      'The clone is shallow: only the history that it holds was scanned. To have all of it scanned, write in the ' +
        'checkout step:  with: { fetch-depth: 0 }',
    );
  await scanHistory(repository, store, inspection, request, request.scannedTips);
}

/** @returns false when the range could not be had, and a note says so */
async function lookAtChanges(
  { range: wanted, ...pace }: ScanRequest,
  checkout: Checkout,
  repository: Repository,
  inspection: Inspection,
): Promise<boolean> {
  if (wanted === undefined) return false;
  const range = await obtainRange(checkout, repository, wanted);
  if ('lacking' in range) {
    inspection.notes.push(cannotSeeChanges(range));
    return false;
  }
  const store = await checkout.store(repository);
  const before = inspection.found.splice(0);
  await scanRange(store, range, inspection, pace);
  const placed = await placeInTree(store, range.head, inspection.found.splice(0));
  // What a workflow file was like in between does not matter: only the one that runs does.
  const standing = placed.filter(({ rule, place }) => rule !== 'ci-static-key' || place.kind === 'file');
  inspection.found.push(...before, ...standing);
  return true;
}

async function lookAtTree(
  request: ScanRequest,
  checkout: Checkout,
  repository: Repository,
  inspection: Inspection,
): Promise<void> {
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

function withoutRepository({ git }: Checkout, mode: ScanMode): string {
  const why = git === undefined ? 'git was not found on PATH' : 'this folder is in no git repository';
  const instead = mode === 'tree' ? '' : ` instead of ${mode === 'staged' ? 'the index' : `the ${mode}`}`;
  return `All files in the folder were scanned${instead}: ${why}.`;
}

/** The words for the log when the tree is scanned in place of a range, with the one line that changes it. */
function cannotSeeChanges({ lacking, curable }: Lacking): string {
  const instead = `The whole tree was scanned instead of the changes, for ${lacking}.`;
  if (!curable) return instead;
  return (
    `${instead} What a commit added and a later one removed was not seen. To have the changes scanned, write in ` +
    'the checkout step:  with: { fetch-depth: 0 }'
  );
}
