import { statSync } from 'node:fs';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import type { Finding, ScanResult, Unread } from './finding.js';
import { uniqueFindings } from './findings.js';
import { Inspection } from './inspection.js';
import { LIMITS } from './limits.js';
import { look } from './look.js';
import type { ScanRequest } from './scan-request.js';
import { Checkout } from './sources/checkout.js';
import { staticKeysIn } from './sources/job-variables.js';
import { isPartial, type Repository } from './sources/repository.js';
import { MISSING, missingWords } from './sources/unread.js';

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
    const looked = await look({ request, checkout, inspection });
    for (const { text, ...place } of request.texts ?? []) inspection.text(text, place);
    if (request.environment === true) inspection.found.push(...staticKeysIn(request.variables));
    if (request.signal?.aborted) inspection.unread.add('the rest', 'the scan was stopped', true);
    const { findings: found, dropped } = uniqueFindings(inspection.found);
    const findings = found.length === 0 ? found : await attributed(found, checkout);
    const unlisted = dropped + inspection.dropped;
    if (unlisted > 0)
      inspection.unread.add(
        `${unlisted} findings`,
        `more than ${LIMITS.findings}: these are not listed`,
        true,
      );
    const { files, objects, bytes, notes } = inspection;
    return {
      ...looked,
      findings,
      allowed: [],
      unread: explained(inspection.unread.list(), checkout.repository),
      counts: { files, objects, bytes, milliseconds: Math.round(1000 * (process.uptime() - started)) },
      notes,
    };
  } finally {
    await checkout.close();
  }
}

/** Loaded only for findings. */
async function attributed(findings: readonly Finding[], checkout: Checkout): Promise<readonly Finding[]> {
  const { withAuthors } = await import(/* bundle: authors */ './sources/authors.js');
  return withAuthors(findings, checkout.repository, own => checkout.store(own));
}

/** Why an object is missing is known only once it is known what kind of clone this is. */
function explained(unread: readonly Unread[], repository: Repository | undefined): readonly Unread[] {
  const partial = repository !== undefined && isPartial(repository);
  return unread.map(item => (item.why === MISSING ? { ...item, why: missingWords(partial) } : item));
}
