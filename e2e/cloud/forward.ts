import { type IncomingMessage, request as send } from 'node:http';
import type { AwsAnswer } from './refusal.js';
import type { AwsRequest } from './request.js';

/** Sends a request on as it came, with some headers more. */
export function forward(
  { method, path, headers, body }: AwsRequest,
  to: string,
  more: Readonly<Record<string, string>> = {},
): Promise<AwsAnswer> {
  return new Promise((resolve, reject) => {
    // One connection per request: the other side closes idle ones whenever it likes.
    const { connection: _, ...passed } = headers;
    const outgoing = send(`${to}${path}`, { method, headers: { ...passed, ...more }, agent: false });
    outgoing.on('error', reject);
    outgoing.on('response', incoming => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => resolve(received(incoming, Buffer.concat(chunks))));
    });
    outgoing.end(body);
  });
}

/** Without what belongs to the one connection; the length is set anew, for the body may change. */
function received(incoming: IncomingMessage, body: Buffer): AwsAnswer {
  const headers = Object.fromEntries(
    Object.entries(incoming.headers)
      .filter(([name]) => !['connection', 'transfer-encoding', 'content-length'].includes(name))
      .map(([name, value]) => [name, [value].flat().join(', ')]),
  );
  // The answer to a HEAD request tells the length of a body that does not follow.
  const length = incoming.headers['content-length'];
  if (body.length === 0 && length !== undefined) headers['content-length'] = length;
  return { status: incoming.statusCode ?? 502, headers, body };
}
