import {
  type AgentOptions,
  type ClientRequest,
  type ClientRequestArgs,
  Agent as HttpAgent,
  request as httpRequest,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIPv6 } from 'node:net';
import type { Duplex } from 'node:stream';
import type { HttpProxy } from './proxies.js';

/** The proxy answered, but opened no way. */
export class ProxyRefusal extends Error {
  override readonly name = 'ProxyRefusal';
  readonly status: number;

  constructor(status: number) {
    super(`the proxy answered HTTP ${status}`);
    this.status = status;
  }
}

/** Milliseconds that a proxy has to open the way. */
const TUNNEL_TIMEOUT = 8_000;

/** How agents are made; `ca` replaces the authorities that certificates are checked against. */
export interface ConnectionOptions extends AgentOptions {
  readonly ca?: string[];
}

/**
 * Makes an agent whose connections lead through an HTTP proxy (CONNECT, RFC 9110 §9.3.6). (Not a package's: that which
 * fits writes IPv6 addresses wrongly, loses the proxy's status, and goes on after an abort.)
 *
 * @returns for http
 */
export function httpTunnel(proxy: HttpProxy, options: ConnectionOptions): HttpAgent {
  const agent = new HttpAgent(options);
  const open = opener(agent, proxy, options);
  agent.createConnection = (wanted, made) => {
    open(wanted).then(
      socket => made?.(null, socket),
      (error: Error) => fail(made, error),
    );
    return undefined;
  };
  return agent;
}

/** The same for https. */
export function httpsTunnel(proxy: HttpProxy, options: ConnectionOptions): HttpsAgent {
  const agent = new HttpsAgent(options);
  const open = opener(agent, proxy, options);
  const secured = agent.createConnection.bind(agent);
  agent.createConnection = (wanted, made) => {
    open(wanted)
      .then(socket => secured(Object.assign({}, wanted, { socket })))
      .then(
        socket => socket && made?.(null, socket),
        (error: Error) => fail(made, error),
      );
    return undefined;
  };
  return agent;
}

/** Opens ways through the proxy for an agent, and ends with it what is still being opened. */
function opener(agent: HttpAgent, proxy: HttpProxy, options: ConnectionOptions) {
  const opening = new Set<ClientRequest>();
  endOpeningWith(agent, opening);
  return async (wanted: ClientRequestArgs): Promise<Duplex> => {
    const request = connectRequest(proxy, wanted, options);
    opening.add(request);
    try {
      return await opened(request);
    } finally {
      opening.delete(request);
    }
  };
}

type Made = ((error: Error | null, socket: Duplex) => void) | undefined;

/** Node's type wants a socket even beside an error; Node itself gives none. */
function fail(made: Made, error: Error): void {
  (made as ((error: Error) => void) | undefined)?.(error);
}

function opened(request: ClientRequest): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    // Whatever answers CONNECT, with whatever status, Node gives its answer by this event.
    request.once('connect', (answer, socket) => {
      if (answer.statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new ProxyRefusal(answer.statusCode ?? 0));
    });
    request.once('timeout', () => request.destroy(new Error('the proxy opens no connection')));
    request.once('error', reject);
    request.end();
  });
}

/** What is still being opened ends with the agent, which knows nothing of it yet. */
function endOpeningWith(agent: HttpAgent, opening: ReadonlySet<ClientRequest>): void {
  const destroy = agent.destroy.bind(agent);
  agent.destroy = () => {
    for (const request of opening) request.destroy();
    destroy();
  };
}

function connectRequest(
  proxy: HttpProxy,
  { host, port }: ClientRequestArgs,
  { ca }: ConnectionOptions,
): ClientRequest {
  const target = `${isIPv6(host ?? '') ? `[${host}]` : host}:${port}`;
  const login =
    proxy.login === ''
      ? {}
      : { 'proxy-authorization': `Basic ${Buffer.from(proxy.login).toString('base64')}` };
  const options = {
    method: 'CONNECT',
    host: proxy.host,
    port: proxy.port,
    path: target,
    setHost: false,
    headers: { host: target, ...login },
    agent: false,
    timeout: TUNNEL_TIMEOUT,
  } as const;
  return proxy.protocol === 'http:'
    ? httpRequest(options)
    : httpsRequest({ ...options, servername: proxy.host, ...(ca && { ca }) });
}
