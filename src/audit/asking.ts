import { printable } from '../printable.js';
import type { Gap } from './finding.js';

/** A question to AWS that may be refused without ending the audit. */
export interface Question<T> {
  /** What is asked for, for whom the answer is missing: `groups of PowerUser in account 111111111111`. */
  readonly part: string;
  /** The IAM action that the caller needs. */
  readonly action: string;
  /** Names of errors that are an answer: there is none. */
  readonly absent?: readonly string[];
  ask(): Promise<T>;
}

/** What came of a question. `absent`: AWS says that there is none. `unknown`: not known, and told as a gap. */
export type Told<T> =
  | { readonly kind: 'told'; readonly value: T }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' };

/** Asks, and collects what could not be learnt, so that one refused call does not end the audit and none is forgotten. */
export class Asking {
  readonly gaps: Gap[] = [];
  readonly #signal: AbortSignal;

  /** @param signal when it is aborted, questions are refused at once */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  async ask<T>({ part, action, absent = [], ask }: Question<T>): Promise<Told<T>> {
    try {
      this.#signal.throwIfAborted();
      return { kind: 'told', value: await ask() };
    } catch (error) {
      const name = nameOf(error);
      if (absent.includes(name)) return { kind: 'absent' };
      this.gaps.push(this.#signal.aborted ? stopped(part, action) : gapOf(part, action, name, error));
      return { kind: 'unknown' };
    }
  }

  /** The answer; undefined where there is none, or it is not known. */
  async value<T>(question: Question<T>): Promise<T | undefined> {
    const told = await this.ask(question);
    return told.kind === 'told' ? told.value : undefined;
  }

  /** Notes a gap that no call of AWS made. */
  miss(gap: Gap): void {
    this.gaps.push(gap);
  }
}

const DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|AuthorizationError|Forbidden)$/;
const THROTTLED = /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/;
const INVALID =
  /^(InvalidClientTokenId|UnrecognizedClientException|ExpiredToken|ExpiredTokenException|SignatureDoesNotMatch)$/;

function gapOf(part: string, action: string, name: string, error: unknown): Gap {
  const message = printable(error instanceof Error ? error.message : String(error), 300);
  if (DENIED.test(name)) {
    // Only what AWS says of a key tells that it is the key, and not the action, that is refused.
    const key = /kms:|KMS/.test(message);
    return {
      part,
      action,
      why: `AWS refused it: ${message}`,
      fix: key
        ? 'Allow the reader to use the key: "kms:Decrypt" with kms:ViaService of sso and identitystore (aws-temp-creds template audit).'
        : `Add to the reader's policy: { "Effect": "Allow", "Action": "${action}", "Resource": "*" }`,
    };
  }
  if (THROTTLED.test(name))
    return {
      part,
      action,
      why: 'AWS throttled it for longer than the audit waits.',
      fix: 'Run it again, when no other tool reads the organization.',
    };
  if (INVALID.test(name))
    return {
      part,
      action,
      why: `The credentials were not accepted: ${message}`,
      fix: 'Run it again with credentials that are valid for as long as it takes.',
    };
  return {
    part,
    action,
    why: `${printable(name, 80)}: ${message}`,
    fix: 'Run it again; if it stays, see whether the Region or the service is closed to this account.',
  };
}

function stopped(part: string, action: string): Gap {
  return {
    part,
    action,
    why: 'The audit was stopped, or its time was over.',
    fix: 'Run it again with a longer `timeout`.',
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Unknown';
}
