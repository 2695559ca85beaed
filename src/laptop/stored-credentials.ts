import type { AccountId } from '../aws/names.js';
import { accountId } from '../aws/names.js';
import type { RenewedLogin } from '../aws/sign-in.js';
import { Fields } from '../credentials/fields.js';
import type { TemporaryCredentials } from '../credentials/target.js';
import { cliTime } from './cache-files.js';

/** Credentials as one of the CLI's caches keeps them. */
export interface Stored {
  readonly credentials: TemporaryCredentials;
  readonly account: AccountId | undefined;
}

/** @returns undefined when the text is not the CLI's cache of a permission set */
export function parseRoleCache(text: string | undefined): Stored | undefined {
  const fields = Fields.parse(text)?.object('Credentials');
  const accessKeyId = fields?.text('AccessKeyId');
  const secretAccessKey = fields?.text('SecretAccessKey');
  const sessionToken = fields?.text('SessionToken');
  const expiration = fields?.date('Expiration');
  if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration) return undefined;
  return {
    credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
    account: accountId(fields?.text('AccountId') ?? ''),
  };
}

export function roleCache(credentials: TemporaryCredentials, account: AccountId): object {
  return {
    ProviderType: 'sso',
    Credentials: {
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      SessionToken: credentials.sessionToken,
      Expiration: cliTime(credentials.expiration),
      AccountId: account,
    },
  };
}

/** A session of `aws login`, with the credentials that it was last given. */
export interface StoredLogin extends Stored {
  readonly clientId: string;
  readonly refreshToken: string;
  readonly dpopKey: string;
  readonly signInRegion: string | undefined;
  readonly whole: Readonly<Record<string, unknown>>;
}

/** @returns undefined when the text is no session of `aws login` */
export function parseLogin(text: string | undefined): StoredLogin | undefined {
  const fields = Fields.parse(text);
  const token = fields?.object('accessToken');
  const accessKeyId = token?.text('accessKeyId');
  const secretAccessKey = token?.text('secretAccessKey');
  const sessionToken = token?.text('sessionToken');
  const expiration = token?.date('expiresAt');
  const clientId = fields?.text('clientId');
  const refreshToken = fields?.text('refreshToken');
  const dpopKey = fields?.text('dpopKey');
  if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration) return undefined;
  if (text === undefined || !clientId || !refreshToken || !dpopKey) return undefined;
  return {
    credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
    account: accountId(token?.text('accountId') ?? ''),
    clientId,
    refreshToken,
    dpopKey,
    signInRegion: fields?.text('signInRegion'),
    whole: JSON.parse(text),
  };
}

/** The session after a renewal: the old refresh token is void. */
export function renewedSession(login: StoredLogin, answer: RenewedLogin, asked: Date): StoredLogin {
  const { accessKeyId, secretAccessKey, sessionToken, refreshToken } = answer;
  const expiration = new Date(asked.getTime() + answer.expiresIn * 1000);
  return {
    ...login,
    credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
    refreshToken,
    whole: {
      ...login.whole,
      accessToken: {
        ...Fields.of(login.whole['accessToken'])?.texts(),
        accessKeyId,
        secretAccessKey,
        sessionToken,
        expiresAt: cliTime(expiration),
      },
      refreshToken,
    },
  };
}
