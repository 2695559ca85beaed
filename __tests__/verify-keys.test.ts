import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CallerIdentity, callerIdentity, type KeyPair } from '../src/aws/caller-identity.js';
import { connect } from '../src/aws/connection.js';
import { region } from '../src/aws/names.js';
import type { Finding } from '../src/scan/finding.js';
import { verifyFindings } from '../src/scan/verify.js';
import { plantedKey, randomCredentials, type StaticKey } from './support/credentials.js';
import { type Sts, startSts } from './support/sts.js';

function finding(key: StaticKey & { sessionToken?: string }, change: Partial<Finding> = {}): Finding {
  const { accessKeyId, secretAccessKey, sessionToken, account } = key;
  return {
    rule: 'access-key-pair',
    severity: 'error',
    place: { kind: 'file', path: 'a' },
    fingerprint: 'a'.repeat(40),
    redacted: 'AKIA…WXYZ',
    secrets: [accessKeyId, secretAccessKey, ...(sessionToken === undefined ? [] : [sessionToken])],
    accessKeyId,
    account,
    layers: [],
    ...change,
  };
}

/** Verifies with answers from a function, and tells which pairs were asked about. */
async function verify(findings: readonly Finding[], answer: (pair: KeyPair) => CallerIdentity) {
  const asked: KeyPair[] = [];
  const verified = await verifyFindings(findings, {
    ask: async pair => {
      asked.push(pair);
      return answer(pair);
    },
    signal: AbortSignal.timeout(5_000),
    pause: 1,
  });
  return { asked, statuses: verified.map(({ status, statusDetail }) => [status, statusDetail]) };
}

const LIVE: CallerIdentity = { kind: 'identity', arn: 'arn:aws:iam::1:user/ann', account: '1' };
const refused = (code: string): CallerIdentity => ({ kind: 'refused', code });

describe('verification', () => {
  const key = plantedKey('one');

  test.each([
    [LIVE, ['live', 'arn:aws:iam::1:user/ann']],
    [refused('InvalidClientTokenId'), ['dead', undefined]],
    [refused('ExpiredToken'), ['dead', 'expired']],
    [refused('SignatureDoesNotMatch'), ['dead', 'AWS knows the ID, but with another secret']],
    [refused('Throttling'), ['unknown', 'AWS said Throttling']],
    [refused('toString'), ['unknown', 'AWS said toString']],
    [{ kind: 'unreachable', why: 'HTTP 503' } as const, ['unknown', 'AWS did not answer: HTTP 503']],
  ])('of a pair that AWS answers with %j', async (answer, status) => {
    expect((await verify([finding(key)], () => answer)).statuses).toEqual([status]);
  });

  test('asks once per pair, wherever it stands', async () => {
    const twice = [finding(key), finding(key, { place: { kind: 'file', path: 'b' } })];
    const { asked, statuses } = await verify(twice, () => LIVE);
    expect(asked).toHaveLength(1);
    expect(statuses.map(([status]) => status)).toEqual(['live', 'live']);
  });

  test('never contacts a canary’s account', async () => {
    const canary = plantedKey('canary', '052310077262');
    const { asked, statuses } = await verify([finding(canary)], () => LIVE);
    expect(asked).toEqual([]);
    expect(statuses[0]?.[0]).toBe('unknown');
    expect(statuses[0]?.[1]).toContain('canary');
  });

  test('asks about nothing but complete keys', async () => {
    const temporary = randomCredentials('t');
    const incomplete = [
      finding(key, { secrets: [key.accessKeyId] }),
      finding(temporary, { secrets: [temporary.accessKeyId, temporary.secretAccessKey] }),
    ];
    const { asked, statuses } = await verify(incomplete, () => LIVE);
    expect(asked).toEqual([]);
    expect(statuses.map(([status]) => status)).toEqual(['unknown', 'unknown']);
    expect((await verify([finding(temporary)], () => LIVE)).asked[0]).toEqual({
      accessKeyId: temporary.accessKeyId,
      secretAccessKey: temporary.secretAccessKey,
      sessionToken: temporary.sessionToken,
    });
  });

  test('says nothing of what has no access key ID', async () => {
    const { accessKeyId: _, ...bedrock } = finding(key, { rule: 'bedrock-api-key' });
    expect((await verify([bedrock], () => LIVE)).statuses).toEqual([[undefined, undefined]]);
  });

  test('tries the secrets of one ID one after the other, and stops at the one that fits', async () => {
    const secrets = ['x', 'y', 'z'].map(seed => plantedKey(seed).secretAccessKey);
    const right = secrets[1];
    const findings = secrets.map(secretAccessKey => finding({ ...key, secretAccessKey }));
    let underWay = 0;
    const { asked, statuses } = await verify(findings, pair => {
      underWay += 1;
      expect(underWay).toBeLessThanOrEqual(2);
      return pair.secretAccessKey === right ? LIVE : refused('SignatureDoesNotMatch');
    });
    expect(asked.map(({ secretAccessKey }) => secretAccessKey)).toEqual(secrets.slice(0, 2));
    expect(statuses.map(([status]) => status)).toEqual(['dead', 'live', 'dead']);
  });

  test('of more keys than the bound leaves the rest unknown', async () => {
    const many = Array.from({ length: 130 }, (_, index) => finding(plantedKey(`many ${index}`)));
    const { asked, statuses } = await verify(many, () => LIVE);
    expect(asked).toHaveLength(100);
    expect(statuses.filter(([status]) => status === 'unknown')).toHaveLength(30);
  });
});

describe('the call to STS', () => {
  const user = plantedKey('user');
  let sts: Sts;
  beforeAll(async () => {
    sts = await startSts();
    sts.account(user.account, { users: [{ name: 'ann', ...user }] });
  });
  afterAll(() => sts.close());

  async function ask(pair: KeyPair, endpoint = sts.url): Promise<CallerIdentity> {
    const place = region('us-east-1');
    if (place === undefined) throw new Error('a Region');
    const connection = connect({});
    try {
      const where = { endpoint: new URL(endpoint), region: place, connection };
      return await callerIdentity(pair, where, AbortSignal.timeout(5_000));
    } finally {
      connection.close();
    }
  }

  test('is signed so that a strict STS names the owner', async () => {
    expect(await ask(user)).toEqual({
      kind: 'identity',
      arn: `arn:aws:iam::${user.account}:user/ann`,
      account: user.account,
    });
  });

  test('tells a wrong secret from an unknown ID', async () => {
    const { secretAccessKey } = plantedKey('other');
    expect(await ask({ ...user, secretAccessKey })).toEqual(refused('SignatureDoesNotMatch'));
    expect(await ask(plantedKey('nobody'))).toEqual(refused('InvalidClientTokenId'));
  });

  test.each(['html', 'empty', 'reset', 'truncated'] as const)('takes %s for no answer', async fault => {
    sts.fail(fault);
    expect((await ask(user)).kind).toBe('unreachable');
    sts.recover();
  });

  test('does not hold the secret', async () => {
    await ask(user);
    expect(JSON.stringify(sts.requests)).not.toContain(user.secretAccessKey);
  });
});
