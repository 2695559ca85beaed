import type { IncomingMessage } from 'node:http';

/** One request to AWS as it arrived, with what its signature and body say of it. */
export interface AwsRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Signing name (`cloudformation`, `s3`, `sts`, …); `sts` for the unsigned web identity call. */
  readonly service: string;
  /** Region of the signature, or '' when there is none. */
  readonly region: string;
  /** Operation where the protocol names it (query and JSON protocols), else the HTTP method. */
  readonly operation: string;
  readonly keyId: string | undefined;
  /** Fields of a query protocol body; empty for other protocols. */
  readonly fields: URLSearchParams;
}

/** Reads a request whole. */
export async function readRequest(incoming: IncomingMessage): Promise<AwsRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
  const path = incoming.url ?? '/';
  const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const fields = new URLSearchParams(isForm ? body.toString('utf8') : '');
  const method = incoming.method ?? 'GET';
  const target = headers['x-amz-target']?.split('.').at(-1);
  const operation = fields.get('Action') ?? target ?? method;
  return { method, path, headers, body, fields, operation, ...signature(path, headers, operation) };
}

/** The credential scope of the signature: `KEY/DATE/REGION/SERVICE/aws4_request`. */
function signature(path: string, headers: Readonly<Record<string, string>>, operation: string) {
  const presigned = new URL(path, 'http://aws').searchParams.get('X-Amz-Credential');
  const scope = /Credential=([^,\s]+)/.exec(headers['authorization'] ?? '')?.[1] ?? presigned ?? '';
  const [keyId, , region, service] = scope.split('/');
  const unsigned = operation === 'AssumeRoleWithWebIdentity' ? 'sts' : '';
  return {
    keyId: keyId === '' ? undefined : keyId,
    region: region ?? '',
    service: service ?? unsigned,
  };
}
