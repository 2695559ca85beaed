import type { Stored } from './stored-credentials.js';

/** How credentials are printed. */
export const FORMATS = ['process', 'json', 'env', 'bash', 'zsh', 'fish', 'pwsh', 'cmd'] as const;
export type CredentialFormat = (typeof FORMATS)[number];

/** Variables that would name somebody else beside the credentials. */
const OTHERS = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'];

/**
 * Credentials in a form that another program reads.
 *
 * @param region of the profile, for shells: without the profile nobody tells it otherwise
 */
export function formatCredentials(
  stored: Stored,
  region: string | undefined,
  format: CredentialFormat,
): string {
  if (format === 'process') return `${processJson(stored)}\n`;
  const variables = Object.entries(variablesOf(stored, region));
  if (format === 'json') return `${JSON.stringify(Object.fromEntries(variables), null, 2)}\n`;
  const { set, unset } = SYNTAX[format];
  const lines = [
    ...(unset === undefined ? [] : OTHERS.map(unset)),
    ...variables.map(([name, value]) => set(name, value)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The answer that the AWS tools read (AWS SDKs and Tools Reference Guide, process credential provider). */
export function processJson({ credentials, account }: Stored): string {
  return JSON.stringify({
    Version: 1,
    AccessKeyId: credentials.accessKeyId,
    SecretAccessKey: credentials.secretAccessKey,
    SessionToken: credentials.sessionToken,
    Expiration: credentials.expiration.toISOString(),
    ...(account !== undefined && { AccountId: account }),
  });
}

export function variablesOf(
  { credentials, account }: Stored,
  region: string | undefined,
): Readonly<Record<string, string>> {
  return {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_CREDENTIAL_EXPIRATION: credentials.expiration.toISOString(),
    ...(account !== undefined && { AWS_ACCOUNT_ID: account }),
    ...(region !== undefined && { AWS_REGION: region, AWS_DEFAULT_REGION: region }),
  };
}

interface Syntax {
  readonly set: (name: string, value: string) => string;
  /** Undefined: the form cannot say it. */
  readonly unset: ((name: string) => string) | undefined;
}

const POSIX: Syntax = {
  set: (name, value) => `export ${name}='${value.replaceAll("'", "'\\''")}'`,
  unset: name => `unset ${name}`,
};

const SYNTAX: Readonly<Record<Exclude<CredentialFormat, 'process' | 'json'>, Syntax>> = {
  env: { set: (name, value) => `${name}=${value}`, unset: undefined },
  bash: POSIX,
  zsh: POSIX,
  fish: {
    set: (name, value) => `set -gx ${name} '${value.replace(/[\\']/g, '\\$&')}'`,
    unset: name => `set -e ${name}`,
  },
  pwsh: {
    set: (name, value) => `$Env:${name} = '${value.replaceAll("'", "''")}'`,
    unset: name => `Remove-Item Env:${name} -ErrorAction SilentlyContinue`,
  },
  // What cmd.exe would expand or take for its own cannot stand in base64, ARNs or times; see `isHarmless`.
  cmd: { set: (name, value) => `set "${name}=${value}"`, unset: name => `set "${name}="` },
};

/** Whether every value is of letters that no shell takes for its own, as all that AWS gives out are. */
export function isHarmless(stored: Stored, region: string | undefined): boolean {
  return Object.values(variablesOf(stored, region)).every(value => /^[A-Za-z0-9+/=_.:-]*$/.test(value));
}
