import aws4 from 'aws4';
import type { Variables } from '../github/job.js';
import type { KeyPair } from './caller-identity.js';
import type { Connection } from './connection.js';
import { endpointOfEnvironment } from './endpoint.js';
import type { RoleArnParts } from './names.js';
import { element, FORM, queryBody, saidBy } from './query.js';
import { type HttpAnswer, NoAnswer, send } from './send.js';

/** What IAM says of a role. */
export type RoleReading =
  | { readonly kind: 'role'; readonly trustPolicy: string }
  /** There is no such role in the account of whoever asks. */
  | { readonly kind: 'missing' }
  /** The account of whoever asks has a role of that name, and it is another one. */
  | { readonly kind: 'another'; readonly arn: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'unreachable'; readonly why: string };

const IAM_VERSION = '2010-05-08';

/** IAM has one endpoint in each partition, in this Region (AWS SDK, endpoint rules of IAM). */
const ENDPOINTS: Readonly<Record<string, readonly [host: string, region: string]>> = {
  aws: ['iam.amazonaws.com', 'us-east-1'],
  'aws-cn': ['iam.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
  'aws-us-gov': ['iam.us-gov.amazonaws.com', 'us-gov-west-1'],
  'aws-iso': ['iam.us-iso-east-1.c2s.ic.gov', 'us-iso-east-1'],
  'aws-iso-b': ['iam.us-isob-east-1.sc2s.sgov.gov', 'us-isob-east-1'],
  'aws-iso-e': ['iam.eu-isoe-west-1.cloud.adc-e.uk', 'eu-isoe-west-1'],
  'aws-iso-f': ['iam.us-isof-south-1.csp.hci.ic.gov', 'us-isof-south-1'],
  'aws-eusc': ['iam.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1'],
};

/**
 * Asks IAM once for a role (GetRole, needs `iam:GetRole`). IAM goes by the name alone and looks in the account of
 * whoever asks, so that the answer is compared with the ARN that is meant.
 *
 * @param pair given by the caller: no credentials are looked for
 */
export async function getRole(
  role: RoleArnParts,
  pair: KeyPair,
  place: { readonly variables: Variables; readonly connection: Connection },
  signal: AbortSignal,
): Promise<RoleReading> {
  const [host, region] = ENDPOINTS[role.partition] ?? ['iam.amazonaws.com', 'us-east-1'];
  const url = endpointOfEnvironment(place.variables, 'IAM') ?? new URL(`https://${host}`);
  const body = queryBody('GetRole', { RoleName: role.name.split('/').at(-1) }, IAM_VERSION);
  const path = url.pathname + url.search;
  const headers = { 'Content-Type': FORM, 'User-Agent': 'aws-temp-creds' };
  const signed = aws4.sign(
    { method: 'POST', host: url.host, path, service: 'iam', region, headers, body },
    { ...pair },
  );
  try {
    const answer = await send(
      { method: 'POST', url, headers: signed.headers ?? {}, body },
      place.connection,
      signal,
    );
    return understood(answer, role);
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: 'unreachable', why: error.message };
    throw error;
  }
}

function understood(answer: HttpAnswer, role: RoleArnParts): RoleReading {
  const trustPolicy = element(answer.body, 'AssumeRolePolicyDocument');
  const arn = element(answer.body, 'Arn');
  if (answer.status === 200 && trustPolicy !== undefined && arn !== undefined)
    return arn === role.arn ? { kind: 'role', trustPolicy } : { kind: 'another', arn };
  const { code, message } = saidBy(answer);
  if (code === 'NoSuchEntity') return { kind: 'missing' };
  if (code !== undefined) return { kind: 'refused', code, message };
  return { kind: 'unreachable', why: `HTTP ${answer.status} without an answer of IAM` };
}
