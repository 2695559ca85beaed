import { setTimeout as wait } from 'node:timers/promises';
import type { CallerIdentity, KeyPair } from '../aws/caller-identity.js';
import { isCanaryAccount } from './canaries.js';
import type { Finding, Status } from './finding.js';

/** What verification says of one finding. */
type Verdict = Pick<Finding, 'status' | 'statusDetail'> & { readonly status: Status };

export interface VerifyOptions {
  /** Asks AWS once whose a pair is. Never throws. */
  readonly ask: (pair: KeyPair, signal: AbortSignal) => Promise<CallerIdentity>;
  /** Ends all of it. What is not answered by then is unknown. */
  readonly signal: AbortSignal;
  /** Milliseconds between two calls with one ID and different secrets. */
  readonly pause: number;
}

/** AWS refuses a right secret too within a few seconds of a wrong one for the same ID. */
export const PAUSE = 6_000;
const MOST_PAIRS = 100;
const MOST_SECRETS_PER_ID = 5;
const PARALLEL = 4;
const CALL_TIMEOUT = 5_000;

/**
 * Asks AWS of every complete pair whether it is live, and whose. One call per pair, however often it was found; keys
 * that are known as bait, and what is no pair, are not tried and are `unknown`.
 */
export async function verifyFindings(
  findings: readonly Finding[],
  options: VerifyOptions,
): Promise<readonly Finding[]> {
  const pairs = new Map<string, { pair: KeyPair; account: string | undefined }>();
  for (const finding of findings) {
    const pair = pairOf(finding);
    if (pair !== undefined && !isCanaryAccount(finding.account)) {
      pairs.set(keyOf(pair), { pair, account: finding.account });
    }
  }
  const groups = groupById([...pairs.values()].slice(0, MOST_PAIRS).map(({ pair }) => pair));
  const verdicts = new Map<string, Verdict>();
  await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
        await verifyGroup(group, verdicts, options);
      }
    }),
  );
  return findings.map(finding => ({ ...finding, ...verdictOf(finding, verdicts) }));
}

/** The pair of a finding; undefined when a part is missing, so that there is nothing to ask with. */
export function pairOf({ accessKeyId, secrets }: Finding): KeyPair | undefined {
  const secretAccessKey = secrets.find(value => /^[A-Za-z0-9+/]{40}$/.test(value));
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  if (accessKeyId.startsWith('AKIA')) return { accessKeyId, secretAccessKey };
  const sessionToken = secrets.find(value => /^[A-Za-z0-9+/=]{100,4096}$/.test(value));
  return accessKeyId.startsWith('ASIA') && sessionToken !== undefined
    ? { accessKeyId, secretAccessKey, sessionToken }
    : undefined;
}

function keyOf({ accessKeyId, secretAccessKey }: KeyPair): string {
  return `${accessKeyId} ${secretAccessKey}`;
}

function groupById(pairs: readonly KeyPair[]): KeyPair[][] {
  const groups = new Map<string, KeyPair[]>();
  for (const pair of pairs) groups.set(pair.accessKeyId, [...(groups.get(pair.accessKeyId) ?? []), pair]);
  return [...groups.values()];
}

/** The secrets that stand beside one ID, one after the other; an ID has one secret, so the first live one settles it. */
async function verifyGroup(
  group: readonly KeyPair[],
  verdicts: Map<string, Verdict>,
  { ask, signal, pause }: VerifyOptions,
): Promise<void> {
  for (const [index, pair] of group.slice(0, MOST_SECRETS_PER_ID).entries()) {
    if (index > 0) await wait(pause, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const answer = await ask(pair, AbortSignal.any([signal, AbortSignal.timeout(CALL_TIMEOUT)]));
    const verdict = verdictFrom(answer);
    verdicts.set(keyOf(pair), verdict);
    if (verdict.status !== 'live') continue;
    for (const other of group.filter(({ secretAccessKey }) => secretAccessKey !== pair.secretAccessKey)) {
      verdicts.set(keyOf(other), { status: 'dead', statusDetail: 'the key is live with another secret' });
    }
    return;
  }
}

/** Codes of STS that settle it. Whatever else it says, the key may be live. */
const DEAD: Readonly<Record<string, string | undefined>> = {
  InvalidClientTokenId: undefined,
  ExpiredToken: 'expired',
  ExpiredTokenException: 'expired',
  SignatureDoesNotMatch: 'AWS knows the ID, but with another secret',
};

function verdictFrom(answer: CallerIdentity): Verdict {
  switch (answer.kind) {
    case 'identity':
      return { status: 'live', statusDetail: answer.arn };
    case 'refused': {
      if (!Object.hasOwn(DEAD, answer.code))
        return { status: 'unknown', statusDetail: `AWS said ${answer.code}` };
      const detail = DEAD[answer.code];
      return { status: 'dead', ...(detail !== undefined && { statusDetail: detail }) };
    }
    case 'unreachable':
      return { status: 'unknown', statusDetail: `AWS did not answer: ${answer.why}` };
  }
}

function verdictOf(finding: Finding, verdicts: ReadonlyMap<string, Verdict>): Partial<Verdict> {
  if (finding.accessKeyId === undefined) return {};
  if (isCanaryAccount(finding.account)) {
    return { status: 'unknown', statusDetail: 'a canary token: using it would alarm whoever laid it out' };
  }
  const pair = pairOf(finding);
  if (pair === undefined) return { status: 'unknown', statusDetail: 'not all parts of the key are here' };
  return (
    verdicts.get(keyOf(pair)) ?? {
      status: 'unknown',
      statusDetail: 'not asked: out of time or too many keys',
    }
  );
}
