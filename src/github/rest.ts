import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Connection } from '../aws/connection.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import type { Variables } from './job.js';

/** What GitHub's REST API answered: JSON, or the status that is not 200. */
export type RestAnswer =
  | { readonly kind: 'found'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: number };

/** Asks GitHub's REST API. @param path from its root: `/repos/acme/shop`. @throws Failure `unreachable` */
export type AskGitHub = (path: string) => Promise<RestAnswer>;

const TIMEOUT = 10_000;
/** Bytes; every answer that is asked for here has a few thousand. */
const LARGEST = 1_000_000;

/**
 * @param variables `GH_TOKEN` or `GITHUB_TOKEN`, which public repositories do not need, and `GITHUB_API_URL`, which a
 *   runner sets
 */
export function gitHubRest(variables: Variables, connection: Connection, signal: AbortSignal): AskGitHub {
  const root = variables['GITHUB_API_URL'] || 'https://api.github.com';
  const token = variables['GH_TOKEN'] || variables['GITHUB_TOKEN'];
  const headers = {
    accept: 'application/vnd.github+json',
    'user-agent': 'aws-temp-creds',
    'x-github-api-version': '2022-11-28',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return path => {
    const url = new URL(`${root.replace(/\/$/, '')}${path}`);
    return get(url, headers, connection, signal).catch((error: unknown) => {
      throw unreachable(url, error);
    });
  };
}

function get(
  url: URL,
  headers: Readonly<Record<string, string>>,
  connection: Connection,
  signal: AbortSignal,
): Promise<RestAnswer> {
  const options = { headers, timeout: TIMEOUT, signal };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'http:'
        ? httpRequest(url, { ...options, agent: connection.httpAgent(url) })
        : httpsRequest(url, { ...options, agent: connection.httpsAgent(url) });
    request.on('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT / 1000} s`)));
    request.on('error', reject);
    request.on('response', response => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > LARGEST) request.destroy(new Error('the answer is much too long'));
        else parts.push(part);
      });
      response.on('error', reject);
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        if (status !== 200) return resolve({ kind: 'refused', status });
        try {
          resolve({ kind: 'found', value: JSON.parse(Buffer.concat(parts).toString('utf8')) });
        } catch {
          reject(new Error('the answer is not JSON'));
        }
      });
    });
    request.end();
  });
}

function unreachable(url: URL, error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error);
  return new Failure(
    'unreachable',
    {
      what: `GitHub's API ${url.host} could not be asked: ${printable(reason, 200)}`,
      likely: 'This machine reaches the internet only through a proxy that is not named.',
      write: 'Name the proxy in HTTPS_PROXY.',
    },
    { cause: error },
  );
}
