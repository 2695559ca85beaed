import aws4 from 'aws4';
import type { KeyPair } from './caller-identity.js';
import type { Connection } from './connection.js';
import { partitionOf, type Region } from './names.js';
import { send } from './send.js';

/** An account of the organization, as it says itself. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string | undefined;
  /** `ACTIVE`, `SUSPENDED`, …; undefined: not told. */
  readonly state: string | undefined;
}

/** The one Region of a partition in which Organizations answers (AWS General Reference, endpoints). */
const HOMES: Readonly<Record<string, string>> = { 'aws-cn': 'cn-northwest-1', 'aws-us-gov': 'us-gov-west-1' };

/** More pages than the largest organization has: an answer that always names another one must end. */
const MOST_PAGES = 1000;

/**
 * The accounts of an organization (organizations:ListAccounts), without the SDK: its client would be a bundle of a
 * megabyte for one call.
 *
 * @param endpoint in place of AWS's own
 * @throws Error with what AWS answered when it is not accounts; NoAnswer
 */
export async function listAccounts(
  pair: KeyPair,
  region: Region,
  endpoint: string | undefined,
  connection: Connection,
  signal: AbortSignal,
): Promise<readonly ListedAccount[]> {
  const partition = partitionOf(region);
  const home = HOMES[partition] ?? 'us-east-1';
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const url = new URL('/', endpoint ?? `https://organizations.${home}.${suffix}`);
  const all: ListedAccount[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const body = JSON.stringify({ MaxResults: 20, ...(token !== undefined && { NextToken: token }) });
    const headers = signed(pair, url, home, body);
    const answer = await send({ method: 'POST', url, headers, body }, connection, signal);
    const { accounts, next } = readPage(answer.status, answer.body);
    all.push(...accounts);
    token = next;
    if (token === undefined) break;
  }
  return all;
}

function signed(pair: KeyPair, url: URL, region: string, body: string) {
  const request = {
    method: 'POST',
    host: url.host,
    path: '/',
    service: 'organizations',
    region,
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'AWSOrganizationsV20161128.ListAccounts',
    },
    body,
  };
  return aws4.sign(request, { ...pair }).headers ?? {};
}

function readPage(status: number, body: string) {
  const answer: unknown = parsed(body);
  const accounts = property(answer, 'Accounts');
  if (status !== 200 || !Array.isArray(accounts)) {
    const code = text(property(answer, '__type')) ?? `HTTP ${status}`;
    const message = text(property(answer, 'Message')) ?? text(property(answer, 'message')) ?? '';
    throw new Error(`${code.replace(/^.*#/, '')} ${message}`.trim());
  }
  return {
    accounts: accounts.flatMap((account: unknown): ListedAccount[] => {
      const id = text(property(account, 'Id'));
      // `Status` was retired in September 2026, and is read where an older answer has nothing else.
      const state = text(property(account, 'State')) ?? text(property(account, 'Status'));
      return id === undefined ? [] : [{ id, name: text(property(account, 'Name')), state }];
    }),
    next: text(property(answer, 'NextToken')),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
