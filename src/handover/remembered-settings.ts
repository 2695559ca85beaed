import { resolve } from 'node:path';
import type { Variables } from '../github/job.js';

/** Variables by which a process reaches GitHub and AWS; a later step may have a cleaned environment. */
const SETTINGS = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'no_proxy',
  'AWS_ENDPOINT_URL',
  'AWS_ENDPOINT_URL_STS',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
  'AWS_USE_FIPS_ENDPOINT',
  'AWS_USE_DUALSTACK_ENDPOINT',
] as const;

/** These name files; a later step may work in another folder. */
const FILES = ['AWS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'] as const;

/**
 * The settings that are written down for later steps. One that holds a password is not: it then has to be in the
 * later steps' own environment.
 */
export function rememberedSettings(variables: Variables): {
  readonly remembered: Readonly<Record<string, string>>;
  readonly notices: readonly string[];
} {
  const given = [
    ...SETTINGS.map(name => [name, variables[name] ?? ''] as const),
    ...FILES.map(name => [name, variables[name] ? resolve(variables[name]) : ''] as const),
  ].filter(([, value]) => value !== '');
  const withPassword = given
    .filter(([, value]) => /^[^/?#]*(\/\/)?[^/?#]*@/.test(value))
    .map(([name]) => name);
  return {
    remembered: Object.fromEntries(given.filter(([name]) => !withPassword.some(other => other === name))),
    notices: withPassword.map(
      name =>
        `${name} holds a password and is not written down: steps that renew credentials need it themselves.`,
    ),
  };
}
