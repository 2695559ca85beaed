import { Readable } from 'node:stream';
import type { BuildMiddleware, DeserializeMiddleware, Pluggable } from '@smithy/types';

/**
 * Members of requests and answers that AWS's JSON protocol has and the client's model does not know yet: the client
 * leaves them out of what it sends, and drops them from what it reads.
 */

/** Sends further members with every request that a stack sends. They are put in before the request is signed. */
export function sendingAlso<I extends object, O extends object>(
  members: Readonly<Record<string, unknown>>,
): Pluggable<I, O> {
  const adding: BuildMiddleware<I, O> = next => args => {
    const { request } = args;
    if (hasBody(request)) {
      request.body = Buffer.from(JSON.stringify({ ...objectOf(textOf(request.body)), ...members }));
      delete request.headers['content-length'];
    }
    return next(args);
  };
  return {
    applyToStack: stack => stack.add(adding, { step: 'build', priority: 'high', name: 'newerMembersSent' }),
  };
}

/** Gives every successful answer of a stack as it came, before the client reads it. */
export function readingAlso<I extends object, O extends object>(
  tell: (answer: Readonly<Record<string, unknown>>) => void,
): Pluggable<I, O> {
  const reading: DeserializeMiddleware<I, O> = next => async args => {
    const result = await next(args);
    const { response } = result;
    if (hasStream(response)) {
      const parts: Buffer[] = [];
      for await (const part of response.body) parts.push(Buffer.from(part));
      const whole = Buffer.concat(parts);
      response.body = Readable.from([whole]);
      if (response.statusCode === 200) tell(objectOf(whole.toString()));
    }
    return result;
  };
  return {
    applyToStack: stack =>
      stack.add(reading, { step: 'deserialize', priority: 'low', name: 'newerMembersRead' }),
  };
}

interface WithBody {
  body: Uint8Array | string;
  headers: Record<string, string>;
}

function hasBody(request: unknown): request is WithBody {
  if (typeof request !== 'object' || request === null || !('body' in request) || !('headers' in request))
    return false;
  return typeof request.body === 'string' || request.body instanceof Uint8Array;
}

interface WithStream {
  body: Readable;
  readonly statusCode: number;
}

function hasStream(response: unknown): response is WithStream {
  return (
    typeof response === 'object' &&
    response !== null &&
    'body' in response &&
    response.body instanceof Readable
  );
}

/** @returns an empty object for what is no JSON object */
function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function textOf(body: Uint8Array | string): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}
