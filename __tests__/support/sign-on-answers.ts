import { randomBytes } from 'node:crypto';
import type { Answer } from './loopback.js';

export function json(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, type: 'application/json', body: JSON.stringify(body), headers };
}

/** A refusal as the services of sign-on word it. */
export function refused(status: number, code: string, message: string, more: object = {}): Answer {
  return json(status, { message, ...more }, { 'x-amzn-errortype': code });
}

/** Something that looks like a token and is none of a known kind. */
export function opaque(kind: string): string {
  return `${kind}-${randomBytes(24).toString('base64url')}`;
}

export const THROTTLED = refused(429, 'TooManyRequestsException', 'HTTP 429 Unknown Code');
