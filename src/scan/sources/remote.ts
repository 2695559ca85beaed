import { gitText } from './git.js';
import type { Repository } from './repository.js';

/** From where may be fetched, and as whom. */
export interface RemotePolicy {
  /** The job's server, e.g. `https://github.com`: a remote elsewhere is not asked. */
  readonly serverUrl: string;
  /** The job's repository, `owner/name`: what is asked for by the name of a branch comes from nowhere else. */
  readonly repository?: string;
  /** For checkouts that left no credentials behind: sent to that server only, and never on a command line. */
  readonly token?: string;
}

export interface Remote {
  /** Without user and password. */
  readonly url: string;
  readonly protocol: string;
  /** Values of `http.*.extraheader`: never printed, and handed to git in its environment. */
  readonly headers: readonly string[];
}

/**
 * The checkout's own remote, if it is on the job's server. Of the repository's configuration nothing is taken but
 * the address and what authenticates with that server (the header that actions/checkout leaves, or user and password
 * in the address): whatever else it holds (proxies, helpers, other servers) plays no part in the fetch.
 */
export async function findRemote(repository: Repository, policy: RemotePolicy): Promise<Remote | undefined> {
  const { stdout } = await gitText(
    repository.place,
    ...['config', '--includes', '-z', '--get-regexp', '^(remote\\.origin\\.url|http\\..*\\.extraheader)$'],
  );
  const settings = stdout.split('\0').map(setting => {
    const [name = '', ...value] = setting.split('\n');
    return { name, value: value.join('\n') };
  });
  const address = settings.find(({ name }) => name === 'remote.origin.url')?.value;
  const server = URL.canParse(policy.serverUrl) ? new URL(policy.serverUrl) : undefined;
  const url = address === undefined || server === undefined ? undefined : onServer(address, server);
  if (url === undefined || server === undefined) return undefined;
  const left = settings.flatMap(({ name, value }) => (originOf(name) === origin(server) ? [value] : []));
  const headers = left.length > 0 ? left : (inAddress(url) ?? withToken(policy));
  url.username = '';
  url.password = '';
  return { url: url.href, protocol: url.protocol.slice(0, -1), headers };
}

/**
 * The job's own repository, whatever the checkout's remote is: what a branch is there is for its owners to say, and
 * not for whoever owns the fork that was checked out.
 */
export async function findHome(repository: Repository, policy: RemotePolicy): Promise<Remote | undefined> {
  const remote = await findRemote(repository, policy);
  if (policy.repository === undefined || (remote !== undefined && isHome(remote, policy))) return remote;
  if (!URL.canParse(policy.serverUrl) || !/^[\w.-]+\/[\w.-]+$/.test(policy.repository)) return undefined;
  const url = new URL(`/${policy.repository}`, policy.serverUrl);
  if (!PROTOCOLS.has(url.protocol)) return undefined;
  return { url: url.href, protocol: url.protocol.slice(0, -1), headers: withToken(policy) };
}

/** Whether a remote is the job's repository. */
export function isHome({ url }: Pick<Remote, 'url'>, { repository = '' }: RemotePolicy): boolean {
  const { protocol, pathname } = new URL(url);
  if (protocol === 'file:') return true;
  return pathname.toLowerCase().replace(/(?:\.git)?\/{0,8}$/, '') === `/${repository.toLowerCase()}`;
}

/** `file:` only where the server itself is one, which is so in tests; `http:` on a server without TLS. */
const PROTOCOLS: ReadonlySet<string> = new Set(['https:', 'http:', 'file:']);

/** The address of a remote as one of the server's; of one for SSH on the same host, what the server answers to. */
function onServer(address: string, server: URL): URL | undefined {
  const ssh = /^(?:ssh:\/\/)?(?:[\w.-]+@)([\w.-]+)(?::\d+)?[:/]{1,4}([\w.-][\w./-]*)$/.exec(address);
  if (ssh !== null && server.protocol !== 'file:')
    return ssh[1] === server.hostname ? new URL(`/${ssh[2]}`, server.origin) : undefined;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return origin(url) === origin(server) && PROTOCOLS.has(url.protocol) ? url : undefined;
}

/** `http.https://github.com/.extraheader` → `https://github.com` */
function originOf(name: string): string | undefined {
  const url = /^http\.(.+)\.extraheader$/i.exec(name)?.[1];
  return url !== undefined && URL.canParse(url) ? origin(new URL(url)) : undefined;
}

function origin({ protocol, host }: URL): string {
  return `${protocol}//${host}`;
}

function inAddress({ username, password }: URL): readonly string[] | undefined {
  if (username === '' && password === '') return undefined;
  return [basic(`${decoded(username)}:${decoded(password)}`)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withToken({ token }: RemotePolicy): readonly string[] {
  return token === undefined || token === '' ? [] : [basic(`x-access-token:${token}`)];
}

function basic(credentials: string): string {
  return `AUTHORIZATION: basic ${Buffer.from(credentials).toString('base64')}`;
}
