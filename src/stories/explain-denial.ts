import { type AuthorizationReading, authorizationDetails, objectsOf } from '../aws/authorization-details.js';
import type { KeyPair } from '../aws/caller-identity.js';
import { connect } from '../aws/connection.js';
import { type Region, region } from '../aws/names.js';
import type { Fields } from '../credentials/fields.js';
import type { DenialCheck, DenialEvaluation } from '../explain/denial.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { printable } from '../printable.js';

/**
 * What AWS kept of a request that it denied after a role was entered.
 *
 * @param given the authorization ID, or the whole message that names it
 * @param place the Region of the request; undefined: as the message or the environment says
 * @param pair credentials of the account or organization of whoever was denied
 * @throws Failure when the text has no ID, or AWS does not show it
 */
export async function lookUpDenial(
  given: string,
  place: string | undefined,
  pair: KeyPair,
  variables: Variables,
  signal: AbortSignal,
): Promise<readonly DenialEvaluation[]> {
  const id = /authorization id:?\s*([0-9a-z]{1,256})/i.exec(given)?.[1] ?? given.trim();
  if (!/^[0-9a-z]{1,256}$/.test(id))
    throw new Failure('wrong-input', {
      what: '--authorization-id has no authorization ID: digits and small letters.',
      why: `It is ${printable(given, 200)}.`,
      write: 'Take it from the end of the access-denied message: … with the following authorization id: ID',
    });
  const where = regionOf(given, place, variables);
  const connection = connect(variables);
  try {
    const reading = await authorizationDetails(id, where, pair, { variables, connection }, signal);
    if (reading.kind !== 'record') throw notShown(reading, id, where);
    return reading.record.evaluations.map(evaluationOf);
  } finally {
    connection.close();
  }
}

function regionOf(given: string, place: string | undefined, variables: Variables): Region {
  const named =
    place ??
    /[?&]region=([a-z0-9-]+)/.exec(given)?.[1] ??
    variables['AWS_REGION'] ??
    variables['AWS_DEFAULT_REGION'] ??
    '';
  const found = region(named);
  if (found !== undefined) return found;
  throw new Failure('wrong-input', {
    what: named === '' ? 'The Region of the request is not known.' : `${printable(named, 100)} is no Region.`,
    write: '--region eu-west-1',
  });
}

function notShown(
  reading: Exclude<AuthorizationReading, { kind: 'record' }>,
  id: string,
  where: Region,
): Failure {
  const what = `AWS does not show what it kept under the authorization ID ${id} in ${where}.`;
  if (reading.kind === 'unreachable')
    return new Failure('unreachable', { what, why: printable(reading.why, 300) });
  return new Failure('unreachable', {
    what,
    why: `HTTP ${reading.status}: ${printable(reading.message, 300)}`,
    likely:
      reading.status === 404
        ? 'The ID is of another Region, or older than a day.'
        : 'The credentials lack iam:GetRequestAuthorizationDetails, or are of another account and organization.',
    write:
      'Use credentials of the account that was denied (ReadOnlyAccess has the permission), and --region.',
  });
}

function evaluationOf(fields: Fields): DenialEvaluation {
  return {
    action: fields.text('action') ?? 'an action',
    resource: fields.text('resource') ?? '*',
    effect: fields.text('evaluatedEffect') ?? 'IMPLICIT_DENY',
    checks: objectsOf(fields, 'checks').map(checkOf),
  };
}

function checkOf(fields: Fields): DenialCheck {
  return {
    type: fields.text('checkType') ?? 'UNKNOWN',
    effect: fields.text('evaluatedEffect') ?? 'NO_IMPACT',
    target: fields.text('targetArn'),
    statements: objectsOf(fields, 'matchedPolicies').flatMap(policy =>
      objectsOf(policy, 'matchedStatements').map(statement => ({
        policy: policy.text('uri') ?? 'a policy',
        sid: statement.text('sid'),
        effect: statement.text('evaluatedEffect') ?? '',
      })),
    ),
  };
}
