import { readFileSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { HttpProxyAgent, HttpsProxyAgent } from 'hpagent';
import { getProxyForUrl } from 'proxy-from-env';
import { readIfThere } from '../credentials/private-file.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { printable } from '../printable.js';

/** How this process reaches GitHub and AWS: directly or through a proxy, each URL as the environment says. */
export interface Connection {
  httpAgent(url: URL): HttpAgent;
  httpsAgent(url: URL): HttpsAgent;
  /** Ends the idle sockets, so that the process can end. */
  close(): void;
}

/**
 * Puts the proxies that inputs name where every proxy-aware part of this process looks for them: the inputs beat the
 * environment, and they count for GitHub as well as for AWS.
 *
 * @param httpProxy URL of a proxy for http and https
 * @param noProxy hosts that are reached directly: names, suffixes, with or without port, separated by commas
 */
export function useProxies(httpProxy: string | undefined, noProxy: string | undefined): void {
  if (httpProxy !== undefined) {
    for (const name of ['http_proxy', 'https_proxy']) process.env[name] = httpProxy;
  }
  if (noProxy !== undefined) process.env['no_proxy'] = noProxy;
}

/**
 * @param variables `AWS_CA_BUNDLE` (a PEM file) adds certificate authorities, as the AWS CLI knows it.
 *   NODE_EXTRA_CA_CERTS is Node's own, which forgets it where authorities are named; so it is named with them.
 */
export function connect(variables: Variables): Connection {
  const own = ownAuthorities(variables);
  const extra = readIfThere(variables['NODE_EXTRA_CA_CERTS'] ?? '') ?? [];
  const trust = own === undefined ? {} : { ca: [...rootCertificates, own].concat(extra) };
  const agents: HttpAgent[] = [];
  const opened = <T extends HttpAgent>(agent: T): T => {
    agents.push(agent);
    return agent;
  };
  const options = { keepAlive: true, ...trust };
  return {
    httpAgent: url => {
      const proxy = getProxyForUrl(url.href);
      return opened(proxy === '' ? new HttpAgent(options) : new HttpProxyAgent({ ...options, proxy }));
    },
    httpsAgent: url => {
      const proxy = getProxyForUrl(url.href);
      return opened(proxy === '' ? new HttpsAgent(options) : new HttpsProxyAgent({ ...options, proxy }));
    },
    close: () => {
      for (const agent of agents) agent.destroy();
    },
  };
}

/**
 * The text of the file that AWS_CA_BUNDLE names; undefined: it names none.
 *
 * @throws Failure `wrong-input` when it cannot be read
 */
export function ownAuthorities(variables: Variables): string | undefined {
  const bundle = variables['AWS_CA_BUNDLE'];
  if (!bundle) return undefined;
  try {
    return readFileSync(bundle, 'utf8');
  } catch (error) {
    throw new Failure(
      'wrong-input',
      {
        what: `The certificate authorities that AWS_CA_BUNDLE names cannot be read: ${printable(bundle, 300)}.`,
        why: printable(error instanceof Error ? error.message : String(error), 300),
        likely: 'The variable names a file of another machine, or one that a later step makes.',
        write: 'Name a PEM file that is there, or remove the variable.',
      },
      { cause: error },
    );
  }
}
