import type { Answerer, ShownProxy } from '../aws/errors.js';
import { printable } from '../printable.js';
import type { Advice } from './refused-call.js';

/** A request that got no answer of the service that it was for. */
export interface Outage {
  readonly code: string;
  readonly message: string;
  readonly answerer: Answerer;
  /** Host that was asked. */
  readonly host: string;
  readonly proxy: ShownProxy | undefined;
}

/** What is said of a request that nobody answered, or somebody else. */
export function outageAdvice(outage: Outage, whose: 'AWS' | 'GitHub'): Advice {
  const { answerer } = outage;
  if (answerer.kind === 'other') {
    return answerer.status === 407 ? proxyLogin(outage) : answeredByAnother(outage, answerer, whose);
  }
  const proxyStatus = answerer.kind === 'nobody' ? answerer.proxyStatus : undefined;
  if (outage.code === 'TimeIsUp') return timeIsUp(outage);
  if (proxyStatus === 407) return proxyLogin(outage);
  if (proxyStatus !== undefined) return proxyRefused(outage, proxyStatus);
  if (CERTIFICATE.test(outage.code)) return certificate(outage);
  if (outage.proxy !== undefined && CONNECTING.has(outage.code)) return proxyDead(outage, outage.proxy);
  return notReached(outage);
}

/** Codes of OpenSSL and Node for certificates and for what is no TLS at all. */
const CERTIFICATE = /CERT|SIGNATURE|ISSUER|UNABLE_TO|SELF_SIGNED|ERR_TLS|ERR_SSL|HOSTNAME_MISMATCH|^EPROTO$/;

/** What a connection that was not made fails with. */
const CONNECTING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'NoConnection',
  'NoAnswer',
]);

function timeIsUp({ host, proxy }: Outage): Advice {
  const through = proxy === undefined ? '' : ` through the proxy ${proxy.shown}`;
  return {
    why: `No answer came before the time was up (input \`timeout\`); ${host} was still waited for${through}.`,
    likely: `The network is slow or cut off, or ${host} can only be reached through a proxy that is not named.`,
    write: `Give it longer (\`timeout: 2m\`), or find out why ${host} does not answer this runner.`,
  };
}

function proxyLogin({ host, proxy }: Outage): Advice {
  const name = proxy === undefined ? 'A proxy in between' : `The proxy ${proxy.shown} (${proxy.variable})`;
  const given = proxy?.hasLogin === true;
  return {
    why: `${name} let nothing through to ${host}: HTTP 407, it wants a user and a password.`,
    likely: given
      ? 'The user or the password is wrong or has expired, or holds characters that must be written as %XX in a URL.'
      : 'The password is missing: the variable names the proxy without one.',
    write: given
      ? 'Correct the login in `http-proxy` (or the variable); write @ as %40, : as %3A, # as %23.'
      : 'Write it with the login, from a secret: http-proxy: http://USER:${{ secrets.PROXY_PASSWORD }}@HOST:PORT',
  };
}

function proxyRefused({ host, proxy }: Outage, status: number): Advice {
  const cannot = status >= 500;
  return {
    why: `The proxy ${proxy?.shown ?? ''} (${proxy?.variable ?? ''}) opened no way to ${host}: HTTP ${status}.`,
    likely: cannot
      ? `The proxy itself cannot reach ${host}, or has trouble.`
      : `The proxy does not allow ${host}, or is no proxy.`,
    write: `Have ${host} allowed at the proxy, or except it: NO_PROXY=${hostname(host)}`,
  };
}

function proxyDead({ host, code, message }: Outage, proxy: ShownProxy): Advice {
  return {
    why: `The proxy ${proxy.shown}, which ${proxy.variable} names, does not answer: ${shown(code, message)}.`,
    likely: 'The address or the port of the proxy is wrong, or it is not reachable from this runner.',
    write: `Correct ${proxy.variable} (or the input \`http-proxy\`), or reach ${host} without it: NO_PROXY=${hostname(host)}`,
  };
}

function certificate({ host, code, message, proxy }: Outage): Advice {
  const through = proxy === undefined ? '' : ` through the proxy ${proxy.shown}`;
  return {
    why: `The certificate of ${host}${through} is not trusted: ${shown(code, message)}.`,
    likely: /EXPIRED|NOT_YET_VALID/.test(code)
      ? 'The clock of the runner is wrong, or the certificate of something in between has run out.'
      : /EPROTO|ERR_SSL|WRONG_VERSION/.test(code)
        ? 'What answers there speaks no TLS: a port of plain http, or a proxy that is named with https:// and is an http:// one.'
        : 'A proxy or firewall of your network opens TLS connections and shows a certificate of its own authority.',
    write:
      'Name that authority in a PEM file: AWS_CA_BUNDLE=/path/ca.pem (this action and the AWS tools) or NODE_EXTRA_CA_CERTS=/path/ca.pem, in `env:` of the job or of the runner.',
  };
}

function notReached({ host, code, message }: Outage): Advice {
  const unknown = code === 'ENOTFOUND' || code === 'EAI_AGAIN';
  return {
    why: `${host} could not be reached: ${shown(code, message)}.`,
    likely: unknown
      ? `The runner's name server does not know ${host}: no way to the internet, a proxy that is not named, or a Region that has no such endpoint.`
      : 'A firewall, or the runner reaches the internet only through a proxy that is not named.',
    write: `Let the runner reach ${host} (port 443), or name the proxy in HTTPS_PROXY or \`http-proxy\`.`,
  };
}

function answeredByAnother(
  { host, proxy }: Outage,
  { status, type, location }: Extract<Answerer, { kind: 'other' }>,
  whose: 'AWS' | 'GitHub',
): Advice {
  const leads = location === undefined ? '' : `, leading to ${printable(location, 200)}`;
  const through = proxy === undefined ? '' : `, through the proxy ${proxy.shown}`;
  const busy = status >= 500 || status === 429 || status === 408;
  return {
    why: `${host} answered HTTP ${status} (${printable(type, 100) || 'no content type'})${leads}${through}: that is no answer of ${whose}.`,
    likely: busy
      ? `${whose} is overloaded or down, or a proxy or load balancer in between is.`
      : `Something between this runner and ${whose} answers in its place: a proxy, a firewall, or a portal that wants a login.`,
    write: busy
      ? `Run the job again; see ${whose === 'AWS' ? 'https://health.aws.amazon.com' : 'https://www.githubstatus.com'}.`
      : `Have ${host} let through there, or name the proxy in HTTPS_PROXY or \`http-proxy\`; check \`sts-endpoint\` and AWS_ENDPOINT_URL_STS if they are set.`,
  };
}

function hostname(host: string): string {
  return host.replace(/:\d+$/, '');
}

function shown(code: string, message: string): string {
  const text = printable(message, 200);
  return text === '' || text.includes(code) || /^[A-Z][a-z]/.test(code) ? text || code : `${code} (${text})`;
}
