import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { portOf } from './loopback.js';

/** One request that the proxy got. */
export interface ProxyRequest {
  /** `tunnel`: CONNECT; `forward`: a request with an absolute URL. */
  readonly kind: 'tunnel' | 'forward';
  /** `HOST:PORT`, or the URL. */
  readonly target: string;
  /** User name, when it authenticated. */
  readonly user: string | undefined;
  readonly status: number;
}

export interface ProxyOptions {
  /** Asked for by basic authentication when given. */
  readonly user?: string;
  readonly password?: string;
  /** Where `HOST:PORT` is really to be found, e.g. `sts.eu-west-1.amazonaws.com:443` on loopback. */
  readonly routes?: Readonly<Record<string, string>>;
}

export interface ForwardProxy {
  /** With user and password, as `HTTPS_PROXY` is written. */
  readonly url: string;
  readonly requests: readonly ProxyRequest[];
  close(): Promise<void>;
}

/** Starts an HTTP forward proxy on a port of 127.0.0.1. It reaches loopback addresses only. */
export async function startProxy(options: ProxyOptions = {}): Promise<ForwardProxy> {
  const requests: ProxyRequest[] = [];
  const sockets = new Set<Duplex>();
  const record = (kind: ProxyRequest['kind'], incoming: IncomingMessage, status: number) => {
    requests.push({ kind, status, target: incoming.url ?? '', user: credentialsOf(incoming)?.user });
  };
  const server = createServer((incoming, outgoing) => {
    const target = forwardTarget(incoming, options);
    record('forward', incoming, typeof target === 'number' ? target : 200);
    if (typeof target === 'number') refuse(outgoing, target);
    else pass(target, incoming, outgoing);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('connect', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const target = tunnelTarget(incoming, options);
    record('tunnel', incoming, typeof target === 'number' ? target : 200);
    if (typeof target === 'number') socket.end(refusalLines(target));
    else tunnel(target, socket, head);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { user, password = '' } = options;
  const login = user === undefined ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`;
  return {
    url: `http://${login}127.0.0.1:${portOf(server.address())}`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

interface Target {
  readonly host: string;
  readonly port: number;
}

/** Where to go, or the status to refuse with. */
function tunnelTarget(incoming: IncomingMessage, options: ProxyOptions): Target | number {
  return admitted(incoming, options) ? reachable(incoming.url ?? '', options) : 407;
}

function forwardTarget(incoming: IncomingMessage, options: ProxyOptions): Target | number {
  if (!admitted(incoming, options)) return 407;
  if (!URL.canParse(incoming.url ?? '')) return 400;
  const { hostname, port } = new URL(incoming.url ?? '');
  return reachable(`${hostname}:${port || '80'}`, options);
}

function admitted(incoming: IncomingMessage, { user, password = '' }: ProxyOptions): boolean {
  const given = credentialsOf(incoming);
  return user === undefined || (given?.user === user && given.password === password);
}

function credentialsOf({ headers }: IncomingMessage): { user: string; password: string } | undefined {
  const [, encoded] = /^basic (.+)$/i.exec(headers['proxy-authorization'] ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [user = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { user, password: password.join(':') };
}

/** Tests reach nothing but this machine; any other host is as if it could not be found. */
function reachable(authority: string, { routes = {} }: ProxyOptions): Target | number {
  const [, host = '', port = ''] = /^\[?([^\]]+)\]?:(\d+)$/.exec(routes[authority] ?? authority) ?? [];
  return ['127.0.0.1', 'localhost', '::1'].includes(host) ? { host, port: Number(port) } : 502;
}

function pass({ host, port }: Target, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { pathname, search } = new URL(incoming.url ?? '');
  const { 'proxy-authorization': _login, 'proxy-connection': _kept, ...headers } = incoming.headers;
  const onward = forward(
    { host, port, headers, method: incoming.method, path: pathname + search },
    answer => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => refuse(outgoing, 502));
  incoming.pipe(onward);
}

function tunnel({ host, port }: Target, socket: Duplex, head: Buffer): void {
  const onward = connect(port, host, () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    onward.write(head);
    onward.pipe(socket);
    socket.pipe(onward);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
  socket.on('close', () => onward.destroy());
}

function refuse(outgoing: ServerResponse, status: number): void {
  if (outgoing.headersSent) outgoing.destroy();
  else
    outgoing.writeHead(status, status === 407 ? { 'proxy-authenticate': 'Basic realm="proxy"' } : {}).end();
}

function refusalLines(status: number): string {
  const challenge = status === 407 ? 'Proxy-Authenticate: Basic realm="proxy"\r\n' : '';
  return `HTTP/1.1 ${status} Refused\r\n${challenge}Content-Length: 0\r\n\r\n`;
}
