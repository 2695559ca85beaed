import type { RenewedToken } from '../aws/sign-in.js';
import { Fields } from '../credentials/fields.js';
import { cliTime } from './cache-files.js';

/** A portal session as ~/.aws/sso/cache keeps it, for every tool of this person. */
export interface StoredToken {
  readonly accessToken: string;
  readonly expiresAt: Date;
  /** What a renewal needs; undefined: it was given none, or the registration has ended. */
  readonly renewal: Renewal | undefined;
  /** All of the file: what is not understood is kept. */
  readonly whole: Readonly<Record<string, unknown>>;
}

interface Renewal {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

/** @returns undefined when the text is no token: another tool's file, or the half of one */
export function parseToken(text: string | undefined, now: Date): StoredToken | undefined {
  const fields = Fields.parse(text);
  const accessToken = fields?.text('accessToken');
  const expiresAt = fields?.date('expiresAt');
  if (text === undefined || fields === undefined || !accessToken || expiresAt === undefined) return undefined;
  const clientId = fields.text('clientId');
  const clientSecret = fields.text('clientSecret');
  const refreshToken = fields.text('refreshToken');
  const registered = fields.date('registrationExpiresAt');
  const ended = registered !== undefined && registered <= now;
  return {
    accessToken,
    expiresAt,
    renewal:
      clientId && clientSecret && refreshToken && !ended
        ? { clientId, clientSecret, refreshToken }
        : undefined,
    whole: JSON.parse(text),
  };
}

/** The file after a renewal. An answer without a refresh token leaves the one that is there. */
export function renewedToken(token: StoredToken, answer: RenewedToken, asked: Date): StoredToken {
  const expiresAt = new Date(asked.getTime() + answer.expiresIn * 1000);
  const refreshToken = answer.refreshToken ?? token.renewal?.refreshToken;
  return {
    accessToken: answer.accessToken,
    expiresAt,
    renewal: token.renewal && refreshToken ? { ...token.renewal, refreshToken } : undefined,
    whole: {
      ...token.whole,
      accessToken: answer.accessToken,
      expiresAt: cliTime(expiresAt),
      ...(refreshToken !== undefined && { refreshToken }),
    },
  };
}
