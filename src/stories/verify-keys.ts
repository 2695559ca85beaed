import { callerIdentity } from '../aws/caller-identity.js';
import { connect } from '../aws/connection.js';
import { stsEndpoint } from '../aws/endpoint.js';
import { type Region, region } from '../aws/names.js';
import type { Variables } from '../github/job.js';
import type { Finding, ScanResult } from '../scan/finding.js';
import { PAUSE, verifyFindings } from '../scan/verify.js';

/** All of the verification ends after so long, in milliseconds. */
const TIME_BOUND = 60_000;

/**
 * Asks AWS which of the keys found are live, those that are allowed too: an entry that says `revoked` of a live key
 * is wrong, so the key counts again, as a warning.
 *
 * @param variables `AWS_REGION` chooses the partition that is asked, `AWS_ENDPOINT_URL_STS` another endpoint
 */
export async function verifyKeys(result: ScanResult, variables: Variables): Promise<ScanResult> {
  const place = placeOf(variables);
  const endpoint = stsEndpoint(place, undefined, variables);
  const connection = connect(variables);
  try {
    const all = await verifyFindings([...result.findings, ...result.allowed], {
      ask: (pair, signal) => callerIdentity(pair, { endpoint, region: place, connection }, signal),
      signal: AbortSignal.timeout(TIME_BOUND),
      pause: PAUSE,
    });
    const found = all.slice(0, result.findings.length);
    const allowed = all.slice(result.findings.length);
    const live = allowed.filter(({ status }) => status === 'live');
    return {
      ...result,
      findings: [
        ...found,
        ...live.map(({ allowed: why, ...finding }) => stillLive(finding, why?.reason ?? '')),
      ],
      allowed: allowed.filter(({ status }) => status !== 'live'),
    };
  } finally {
    connection.close();
  }
}

function stillLive(finding: Finding, reason: string): Finding {
  return { ...finding, severity: 'warning', reason: `allowed (${reason}), yet live` };
}

function placeOf(variables: Variables): Region {
  const place = [variables['AWS_REGION'], variables['AWS_DEFAULT_REGION'], 'us-east-1']
    .map(name => region(name ?? ''))
    .find(name => name !== undefined);
  if (place === undefined) throw new Error('the last of them is a Region');
  return place;
}
