import { readFileSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { HttpProxyAgent, HttpsProxyAgent } from 'hpagent';
import { getProxyForUrl } from 'proxy-from-env';
import type { Variables } from '../github/job.js';

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
 *   (NODE_EXTRA_CA_CERTS is Node's own and counts anyway.)
 */
export function connect(variables: Variables): Connection {
  const bundle = variables['AWS_CA_BUNDLE'];
  const trust = bundle ? { ca: [...rootCertificates, readFileSync(bundle, 'utf8')] } : {};
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
