import type { AwsRequest } from './request.js';

/** An answer as it goes back to the caller. */
export interface AwsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const MESSAGES = {
  AccessDenied: 'No identity-based policy allows the action',
  ExpiredToken: 'The security token included in the request is expired',
  InvalidClientTokenId: 'The security token included in the request is invalid.',
  MissingAuthenticationToken: 'Request is missing Authentication Token',
} as const;

export type RefusalCode = keyof typeof MESSAGES;

/** A refusal in the form that the protocol of the called service has for it. */
export function refusal(code: RefusalCode, request: AwsRequest): AwsAnswer {
  const message = MESSAGES[code];
  if (request.headers['x-amz-target'] !== undefined) {
    const body = JSON.stringify({ __type: `${code}Exception`, message });
    return answer(400, 'application/x-amz-json-1.1', body);
  }
  if (request.service === 's3') {
    const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
    return answer(400, 'application/xml', body);
  }
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  return answer(403, 'text/xml', `<ErrorResponse>${error}<RequestId>e2e</RequestId></ErrorResponse>`);
}

function answer(status: number, type: string, text: string): AwsAnswer {
  return { status, headers: { 'content-type': type }, body: Buffer.from(text) };
}
