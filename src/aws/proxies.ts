import { BlockList, isIP } from 'node:net';
import type { Variables } from '../github/job.js';

/** A proxy as it is used and shown. */
export interface HttpProxy {
  readonly protocol: 'http:' | 'https:';
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
  /** `user:password`, decoded; '' when none is given. */
  readonly login: string;
  readonly hasLogin: boolean;
  /** Scheme, host and port: never the login. */
  readonly shown: string;
  /** Name of the variable that names it. */
  readonly variable: string;
}

/** What a proxy variable says when it names no proxy that can be used here; never its value, which may hold a password. */
export interface UnusableProxy {
  readonly variable: string;
  readonly why: string;
}

/** For which protocol which variables count, the first that is set; lower case first, as curl and the runner read them. */
const VARIABLES = {
  'http:': ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'],
  // HTTP_PROXY alone counts for https too: that is how workflows for AWS's own action write it.
  'https:': ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY', 'http_proxy', 'HTTP_PROXY'],
} as const;

/** Every variable that can name a proxy. */
export const PROXY_VARIABLES: readonly string[] = VARIABLES['https:'];

/**
 * The proxy to a URL, by the variables that curl, the runner and the AWS tools read.
 *
 * @returns undefined: it is reached directly
 */
export function proxyFor(url: URL, variables: Variables): HttpProxy | UnusableProxy | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const variable = VARIABLES[url.protocol].find(name => variables[name]);
  const given = variable && variables[variable]?.trim();
  if (!variable || !given || isExcepted(url, variables['no_proxy'] || variables['NO_PROXY'] || ''))
    return undefined;
  const proxy = parseProxy(given);
  return 'why' in proxy ? { variable, why: proxy.why } : { ...proxy, variable };
}

/** Reads the address of a proxy: a URL, or `[user:password@]host[:port]`, which is http. */
export function parseProxy(text: string): Omit<HttpProxy, 'variable'> | { readonly why: string } {
  const url = tryUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (url === undefined) return { why: 'is not the address of a proxy, such as http://proxy.example:3128' };
  const { protocol } = url;
  if (/^socks/.test(protocol))
    return { why: `names a SOCKS proxy (${protocol}//), and only HTTP proxies are spoken here` };
  if (protocol !== 'http:' && protocol !== 'https:')
    return { why: `names a proxy by ${protocol}//, and only http:// and https:// are known` };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (host === '') return { why: 'names no host' };
  const port = Number(url.port) || (protocol === 'http:' ? 80 : 443);
  const login = url.username || url.password ? `${decoded(url.username)}:${decoded(url.password)}` : '';
  return {
    protocol,
    host,
    port,
    login,
    hasLogin: login !== '',
    shown: `${protocol}//${url.hostname}:${port}`,
  };
}

/** All texts by which the password of a proxy may stand in a log: as written, decoded, and encoded. */
export function proxyPasswords(text: string): readonly string[] {
  // The last @ ends the login, also where a raw password makes the text no URL.
  const login = /^\s*(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@[^@]*$/is.exec(text)?.[1];
  const written = login === undefined ? '' : login.slice(login.indexOf(':') + 1);
  if (login === undefined || written === '' || !login.includes(':')) return [];
  return [...new Set([written, decoded(written), encodeURIComponent(decoded(written))])];
}

/**
 * Whether NO_PROXY excepts a host: `*`, a name with all its subdomains (with or without a dot or `*.` in front), an
 * address, a range of addresses (10.0.0.0/8), each with or without a port.
 */
function isExcepted(url: URL, exceptions: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const port = url.port || (url.protocol === 'http:' ? '80' : '443');
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .some(item => item !== '' && excepts(item, host, port));
}

function excepts(item: string, host: string, port: string): boolean {
  if (item === '*') return true;
  const [given, itemPort] = hostAndPort(item);
  const name = given.replace(/^\*?\.+|^\*/, '').replace(/\.$/, '');
  if (name === '' || (itemPort !== undefined && itemPort !== port)) return false;
  if (name.includes('/')) return isWithin(name, host);
  if (isIP(host) !== 0) return isIP(name) !== 0 && isWithin(`${name}/${isIP(name) === 4 ? 32 : 128}`, host);
  return host === name || host.endsWith(`.${name}`);
}

/** An IPv6 address has colons of its own: with a port it stands in brackets, alone it may. */
function hostAndPort(item: string): readonly [string, string | undefined] {
  const [, bracketed, portBehind] = /^\[([^\]]+)\](?::(\d+))?$/.exec(item) ?? [];
  if (bracketed !== undefined) return [bracketed, portBehind];
  if (isIP(item.split('/')[0] ?? '') === 6) return [item, undefined];
  const [, name = item, port] = /^(.*?)(?::(\d+))?$/.exec(item) ?? [];
  return [name, port];
}

/** Whether an address lies in a range such as 10.0.0.0/8 or fd00::/8. */
function isWithin(range: string, host: string): boolean {
  const [network = '', bits = ''] = range.split('/');
  const family = isIP(network);
  const most = family === 4 ? 32 : 128;
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > most) return false;
  const list = new BlockList();
  const type = family === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(network, Number(bits), type);
  return list.check(host, type);
}

function tryUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
