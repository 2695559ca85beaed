import { ALPHANUMERIC, HEX, LOWER, type Random } from './random.js';

/** Names that the identifier, the secret and the session token go by, in one style. */
export interface Names {
  readonly id: string;
  readonly secret: string;
  readonly token: string;
}

const named = (id: string, secret: string, token: string): Names => ({ id, secret, token });

const NAMES = {
  env: [
    named('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'),
    named('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SECURITY_TOKEN'),
    named('AWS_ACCESS_KEY', 'AWS_SECRET_KEY', 'AWS_SESSION_TOKEN'),
    named('S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'S3_SESSION_TOKEN'),
    named('AWS_S3_KEY', 'AWS_S3_SECRET', 'AWS_S3_TOKEN'),
    named('PROD_AWS_KEY_ID', 'PROD_AWS_SECRET', 'PROD_AWS_TOKEN'),
    named('TF_VAR_aws_access_key', 'TF_VAR_aws_secret_key', 'TF_VAR_aws_token'),
    named('DYNAMODB_ACCESS_KEY', 'DYNAMODB_SECRET_ACCESS_KEY', 'DYNAMODB_SESSION_TOKEN'),
  ],
  snake: [
    named('aws_access_key_id', 'aws_secret_access_key', 'aws_session_token'),
    named('access_key', 'secret_key', 'token'),
    named('access_key_id', 'secret_access_key', 'session_token'),
    named('s3_key', 's3_secret', 's3_token'),
    named('aws_key', 'aws_secret', 'aws_token'),
  ],
  camel: [
    named('accessKeyId', 'secretAccessKey', 'sessionToken'),
    named('awsAccessKeyId', 'awsSecretAccessKey', 'awsSessionToken'),
    named('accessKey', 'secretKey', 'sessionToken'),
    named('awsKey', 'awsSecret', 'awsToken'),
  ],
  pascal: [
    named('AccessKeyId', 'SecretAccessKey', 'SessionToken'),
    named('AWSAccessKey', 'AWSSecretKey', 'AWSSessionToken'),
    named('AccessKey', 'SecretKey', 'Token'),
  ],
  kebab: [
    named('access-key-id', 'secret-access-key', 'session-token'),
    named('aws-access-key', 'aws-secret-key', 'aws-session-token'),
    named('access-key', 'secret-key', 'session-token'),
  ],
  dotted: [
    named('aws.accessKeyId', 'aws.secretAccessKey', 'aws.sessionToken'),
    named('aws.access.key', 'aws.secret.key', 'aws.session.token'),
    named(
      'cloud.aws.credentials.access-key',
      'cloud.aws.credentials.secret-key',
      'cloud.aws.credentials.token',
    ),
    named('s3.access-key', 's3.secret-key', 's3.session-token'),
  ],
} as const;

export const names = (r: Random, style: keyof typeof NAMES): Names => r.pick<Names>(NAMES[style]);

const word = (r: Random) => r.text(LOWER, r.int(4, 9));
const host = (r: Random) =>
  `${word(r)}.${r.pick(['internal', 'svc.cluster.local', 'eu-west-1.amazonaws.com'])}`;

/** One ordinary line that has nothing to hide, in the syntax of its file. */
const LINES = {
  env: [
    r => `DATABASE_URL=postgres://${word(r)}@${host(r)}:5432/${word(r)}`,
    r => `AWS_REGION=${r.pick(['eu-west-1', 'us-east-1'])}`,
    r => `${word(r).toUpperCase()}_ENABLED=${r.pick(['true', 'false', '1'])}`,
    r => `# ${word(r)} ${word(r)}`,
    r => `BUILD_SHA=${r.text(HEX, 40)}`,
    () => '',
  ],
  ini: [
    () => 'region = eu-west-1',
    r => `# ${word(r)}`,
    r => `${word(r)} = ${r.int(1, 5000)}`,
    r => `endpoint = https://${host(r)}`,
  ],
  yaml: [
    r => `${word(r)}: ${word(r)}`,
    r => `# ${word(r)} ${word(r)}`,
    r => `${word(r)}: ${r.int(1, 9999)}`,
    r => `image: registry.${host(r)}/${word(r)}@sha256:${r.text(HEX, 64)}`,
  ],
  code: [
    r => `// ${word(r)} ${word(r)}`,
    r => `${word(r)}(${word(r)}, ${r.int(0, 99)});`,
    () => '',
    r => `${word(r)}.${word(r)}("${word(r)}/${word(r)}");`,
  ],
  hash: [r => `# ${word(r)} ${word(r)} ${word(r)}`, () => '', r => `${word(r)}("${word(r)}")`],
  prose: [
    r => `The ${word(r)} ${word(r)}s every ${word(r)} of the ${word(r)}.`,
    () => '',
    r => `See https://${host(r)}/${word(r)}/${r.int(1, 900)} for ${word(r)}.`,
  ],
  log: [
    r =>
      `2026-03-0${r.int(1, 9)}T10:1${r.int(0, 9)}:22Z INFO ${word(r)}: ${word(r)} took ${r.int(1, 900)} ms`,
    r =>
      `2026-03-0${r.int(1, 9)}T10:1${r.int(0, 9)}:23Z DEBUG request ${r.text(ALPHANUMERIC, 16)} ${word(r)}`,
  ],
  shell: [
    r => `# ${word(r)}`,
    r => `${word(r)} --${word(r)} ${word(r)}`,
    () => 'set -euo pipefail',
    () => '',
  ],
  json: [
    r => `  "${word(r)}": "${word(r)}",`,
    r => `  "${word(r)}": ${r.int(0, 9000)},`,
    r => `  "endpoint": "https://${host(r)}/",`,
  ],
  xml: [r => `<!-- ${word(r)} -->`, r => `<${word(r)} value="${r.int(1, 99)}"/>`],
} as const satisfies Record<string, readonly ((r: Random) => string)[]>;

export type Syntax = keyof typeof LINES;

/** Between `low` and `high` ordinary lines. */
export function lines(r: Random, syntax: Syntax, low: number, high: number): string[] {
  return Array.from({ length: r.int(low, high) }, () => r.pick<(r: Random) => string>(LINES[syntax])(r));
}

/** The body among ordinary lines of its syntax, up to six before and after. */
export function among(r: Random, syntax: Syntax, ...body: string[]): string {
  return [...lines(r, syntax, 0, 6), ...body, ...lines(r, syntax, 0, 6), ''].join('\n');
}

/** The same lines in a random order of the first two, now and then with one ordinary line between. */
export function ordered(
  r: Random,
  syntax: Syntax,
  first: string,
  second: string,
  ...rest: string[]
): string[] {
  const two = r.chance(0.8) ? [first, second] : [second, first];
  const between = r.chance(0.2) ? lines(r, syntax, 1, 1) : [];
  return [...two.slice(0, 1), ...between, ...two.slice(1), ...rest];
}

/** Identifier and secret, each assigned to a name of an environment variable, among lines of the syntax. */
export function assigned(
  k: { readonly id: string; readonly secret: string },
  r: Random,
  syntax: 'shell' | 'hash',
  row: (name: string, value: string) => string,
): string {
  const n = names(r, 'env');
  return among(r, syntax, ...ordered(r, syntax, row(n.id, k.id), row(n.secret, k.secret)));
}
