import { readFileSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { readIfThere } from '../credentials/private-file.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { printable } from '../printable.js';
import { type HttpProxy, PROXY_VARIABLES, proxyFor, proxyPasswords } from './proxies.js';
import { httpsTunnel, httpTunnel } from './tunnel.js';

/** How this process reaches GitHub and AWS: directly or through a proxy, each URL as the environment says. */
export interface Connection {
  httpAgent(url: URL): HttpAgent;
  httpsAgent(url: URL): HttpsAgent;
  /** The proxy that is used for a URL; undefined: none. */
  proxyOf(url: URL): HttpProxy | undefined;
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

/** The passwords of all proxies that the input or a variable names; to be masked before anything else is said. */
export function passwordsOfProxies(httpProxy: string, variables: Variables): readonly string[] {
  return [httpProxy, ...PROXY_VARIABLES.map(name => variables[name] ?? '')].flatMap(proxyPasswords);
}

/**
 * The proxy to a URL; undefined: none.
 *
 * @throws Failure `wrong-input` when a variable names one that cannot be used; its value, which may hold a password,
 *   is not shown
 */
export function usableProxy(url: URL, variables: Variables): HttpProxy | undefined {
  const proxy = proxyFor(url, variables);
  if (proxy === undefined || 'host' in proxy) return proxy;
  throw new Failure('wrong-input', {
    what: `${proxy.variable} ${proxy.why}.`,
    why: `${url.host} is to be reached through it.`,
    likely: 'The variable (or the input `http-proxy`) was written for another tool.',
    write: `Name an HTTP proxy, http://HOST:PORT, in \`http-proxy\` or HTTPS_PROXY, or except the host: NO_PROXY=${url.hostname}`,
  });
}

/**
 * @param variables `AWS_CA_BUNDLE` (a PEM file) adds certificate authorities, as the AWS CLI knows it.
 *   NODE_EXTRA_CA_CERTS is Node's own, which forgets it where authorities are named; so it is named with them.
 */
export function connect(variables: Variables): Connection {
  const own = ownAuthorities(variables);
  const extra = readIfThere(variables['NODE_EXTRA_CA_CERTS'] ?? '') ?? [];
  const trust = own === undefined ? {} : { ca: [...rootCertificates, own].concat(extra) };
  const options = { keepAlive: true, ...trust };
  // One of each kind for each proxy, made when it is needed: Node's https takes milliseconds to load.
  const http = new Map<string, HttpAgent>();
  const https = new Map<string, HttpsAgent>();
  return {
    httpAgent: url =>
      agentOf(http, usableProxy(url, variables), proxy =>
        proxy === undefined ? new HttpAgent(options) : httpTunnel(proxy, options),
      ),
    httpsAgent: url =>
      agentOf(https, usableProxy(url, variables), proxy =>
        proxy === undefined ? new HttpsAgent(options) : httpsTunnel(proxy, options),
      ),
    proxyOf: url => usableProxy(url, variables),
    close: () => {
      for (const agent of [...http.values(), ...https.values()]) agent.destroy();
    },
  };
}

function agentOf<A>(
  known: Map<string, A>,
  proxy: HttpProxy | undefined,
  make: (proxy: HttpProxy | undefined) => A,
): A {
  const key = proxy === undefined ? '' : `${proxy.shown} ${proxy.login}`;
  const agent = known.get(key) ?? make(proxy);
  known.set(key, agent);
  return agent;
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
