import type { Connection } from '../aws/connection.js';
import { send } from '../aws/send.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import type { Variables } from './job.js';

/** What GitHub's REST API answered: JSON, or the status that is not 200. */
export type RestAnswer =
  | { readonly kind: 'found'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: number };

/** Asks GitHub's REST API. @param path from its root: `/repos/acme/shop`. @throws Failure `unreachable` */
export type AskGitHub = (path: string) => Promise<RestAnswer>;

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
  return async path => {
    const url = new URL(`${root.replace(/\/$/, '')}${path}`);
    try {
      const { status, body } = await send({ method: 'GET', url, headers }, connection, signal);
      return status === 200 ? { kind: 'found', value: JSON.parse(body) } : { kind: 'refused', status };
    } catch (error) {
      throw unreachable(url, error);
    }
  };
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
