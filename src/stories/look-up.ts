import type { KeyPair } from '../aws/caller-identity.js';
import { connect } from '../aws/connection.js';
import { parseRoleArn } from '../aws/names.js';
import { getRole, type RoleReading } from '../aws/role-reader.js';
import { type GivenPolicy, givenPolicy } from '../explain/given-policy.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { type SubjectForm, subjectForm } from '../github/subject-form.js';
import { printable } from '../printable.js';

export { lookUpDenial } from './explain-denial.js';

/**
 * Reads the trust policy of a role with the credentials of the environment, which the caller put there: no profile, no
 * file and no metadata service is looked at.
 *
 * @throws Failure when there are none, or IAM does not show the role
 */
export async function lookUpRole(
  arn: string,
  variables: Variables,
  signal: AbortSignal,
): Promise<GivenPolicy> {
  const role = parseRoleArn(arn);
  if (role === undefined)
    throw new Failure('wrong-input', {
      what: `--role ${printable(arn, 200)} is not the ARN of a role.`,
      write: '--role arn:aws:iam::111111111111:role/NAME',
    });
  const pair = environmentKeys(variables, arn);
  const connection = connect(variables);
  try {
    const reading = await getRole(role, pair, { variables, connection }, signal);
    if (reading.kind !== 'role') throw notRead(reading, arn);
    return { ...givenPolicy(reading.trustPolicy, `The trust policy of ${arn}`), role: arn };
  } finally {
    connection.close();
  }
}

/**
 * The credentials of the environment, temporary or not.
 *
 * @param wanted what is to be read with them, for the message
 * @throws Failure `wrong-input` when there are none
 */
export function environmentKeys(variables: Variables, wanted: string): KeyPair {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = variables;
  const sessionToken = variables['AWS_SESSION_TOKEN'];
  if (!accessKeyId || !secretAccessKey) throw noCredentials(wanted);
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}

function noCredentials(wanted: string): Failure {
  return new Failure('wrong-input', {
    what: `${wanted} cannot be read: there are no AWS credentials in the environment.`,
    why: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set. Profiles are not looked at.',
    write: `eval "$(aws configure export-credentials --profile NAME --format env)"\nor hand the policy over: aws iam get-role --role-name NAME | aws-temp-creds explain --trust-policy - …`,
  });
}

function notRead(reading: Exclude<RoleReading, { kind: 'role' }>, arn: string): Failure {
  const what = `The trust policy of ${arn} cannot be read.`;
  switch (reading.kind) {
    case 'missing':
      return new Failure('unreachable', {
        what,
        why: 'The account of these credentials has no role of that name.',
        likely: 'The credentials are of another account, or the role does not exist.',
        write: 'aws sts get-caller-identity',
      });
    case 'another':
      return new Failure('unreachable', {
        what,
        why: `The account of these credentials has another role of that name: ${printable(reading.arn, 300)}.`,
        likely: 'The credentials are of another account, or the path of the role is missing.',
      });
    case 'refused':
      return new Failure('unreachable', {
        what,
        why: `${printable(reading.code, 100)}: ${printable(reading.message, 300)}`,
        likely: 'The credentials have no permission iam:GetRole, or have expired.',
      });
    case 'unreachable':
      return new Failure('unreachable', { what, why: printable(reading.why, 300) });
  }
}

/**
 * How GitHub makes the subjects of a repository.
 *
 * @param variable the environment variable that holds a GitHub token; the token itself has no place on a command line
 * @throws Failure when GitHub does not say
 */
export async function lookUpSubjectForm(
  repository: string,
  variable: string,
  variables: Variables,
  signal: AbortSignal,
): Promise<SubjectForm> {
  const token = /^\w+$/.test(variable) ? variables[variable] : undefined;
  if (!token)
    throw new Failure('wrong-input', {
      what: '--github-token names no environment variable that holds a token.',
      why: 'It takes the name of a variable: what stands on a command line can be seen by every user of the machine.',
      write: 'GH_TOKEN="$(gh auth token)" aws-temp-creds explain --github-token GH_TOKEN …',
    });
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new Failure('wrong-input', {
      what: `${printable(repository, 200) || 'Nothing'} is no repository to ask GitHub for.`,
      write: '--claim repository=OWNER/NAME',
    });
  const connection = connect(variables);
  try {
    return await subjectForm(repository, apiOf(variables), token, connection, signal);
  } finally {
    connection.close();
  }
}

function apiOf(variables: Variables): URL {
  const given = variables['GITHUB_API_URL'] || 'https://api.github.com';
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return new URL(given);
  throw new Failure('wrong-input', {
    what: 'GITHUB_API_URL is not a URL.',
    why: `It is set to ${printable(given, 100)}.`,
  });
}
