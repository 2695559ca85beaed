import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Connection } from '../aws/connection.js';

/** Milliseconds that one request may take, and bytes that an answer may have. */
const REQUEST_TIMEOUT = 20_000;
const LARGEST_ANSWER = 4 * 1024 * 1024;

/** An answer of GitHub's API: its status, and what JSON it holds. */
export interface ApiAnswer {
  readonly status: number;
  /** Undefined: no JSON. */
  readonly body: unknown;
}

/**
 * Reads from GitHub's REST API.
 *
 * @param base `GITHUB_API_URL`
 * @param path with its query
 * @throws Error when nothing understandable comes back
 */
export function readApi(
  base: string,
  path: string,
  token: string | undefined,
  connection: Connection,
  signal: AbortSignal,
): Promise<ApiAnswer> {
  const url = new URL(base.replace(/\/+$/, '') + path);
  const options = {
    headers: {
      accept: 'application/vnd.github+json',
      'user-agent': 'aws-temp-creds',
      'x-github-api-version': '2022-11-28',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    timeout: REQUEST_TIMEOUT,
    signal,
  };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'http:'
        ? httpRequest(url, { ...options, agent: connection.httpAgent(url) })
        : httpsRequest(url, { ...options, agent: connection.httpsAgent(url) });
    request.on('timeout', () => request.destroy(new Error(`no answer within ${REQUEST_TIMEOUT / 1000} s`)));
    request.on('error', reject);
    request.on('response', response => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > LARGEST_ANSWER) request.destroy(new Error('the answer is too large'));
        else parts.push(part);
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: jsonIn(parts) }));
    });
    request.end();
  });
}

function jsonIn(parts: readonly Buffer[]): unknown {
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}
