import { resolve } from 'node:path';
import type { Variables } from '../github/job.js';

/** How a process gets out; a later step may have a cleaned environment, or say it better. */
const PROXIES = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'no_proxy',
] as const;

/** Who is asked. A later step may point its tools at a stand-in; the job's token is for the one that main asked. */
const ENDPOINTS = [
  'AWS_ENDPOINT_URL',
  'AWS_ENDPOINT_URL_STS',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
  'AWS_USE_FIPS_ENDPOINT',
  'AWS_USE_DUALSTACK_ENDPOINT',
] as const;

/** These name files; a later step may work in another folder. */
const FILES = ['AWS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'] as const;

/**
 * The settings by which the main step reached GitHub and AWS, written down for later steps. One that holds a password
 * is not: it then has to be in the later steps' own environment.
 */
export function rememberedSettings(variables: Variables): {
  readonly remembered: Readonly<Record<string, string>>;
  readonly notices: readonly string[];
} {
  const given = [...PROXIES, ...ENDPOINTS].filter(name => variables[name]);
  const withPassword = given.filter(name => variables[name]?.includes('@'));
  const files = FILES.flatMap(name => (variables[name] ? [[name, resolve(variables[name])]] : []));
  return {
    remembered: Object.fromEntries([
      ...given.filter(name => !withPassword.includes(name)).map(name => [name, variables[name]]),
      ...files,
    ]),
    notices: withPassword.map(
      name =>
        `${name} holds a password and is not written down: steps that renew credentials need it themselves.`,
    ),
  };
}

/**
 * What changes in the environment of a process that is to reach what the main step reached.
 *
 * @param remembered of rememberedSettings
 * @returns values to set, and undefined for variables to remove
 */
export function rememberedVariables(
  remembered: Readonly<Record<string, string>>,
  own: Variables,
): Readonly<Record<string, string | undefined>> {
  const strangers = ENDPOINTS.filter(name => own[name] !== undefined && remembered[name] === undefined);
  // Node reads NODE_EXTRA_CA_CERTS when it starts, which is over: the other way in is ours.
  const authorities =
    remembered['AWS_CA_BUNDLE'] ??
    (own['NODE_EXTRA_CA_CERTS'] ? undefined : remembered['NODE_EXTRA_CA_CERTS']);
  return {
    ...Object.fromEntries(strangers.map(name => [name, undefined])),
    ...remembered,
    ...(authorities !== undefined && { AWS_CA_BUNDLE: authorities }),
  };
}
