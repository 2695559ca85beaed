import type { AssumedRole } from '../credentials/target.js';

/** The outputs that tell as whom the later steps act; all of them, whatever happened. */
export interface IdentityOutputs {
  readonly 'aws-account-id': string;
  readonly 'authenticated-arn': string;
  readonly 'aws-region': string;
  /** ISO 8601, UTC. */
  readonly 'aws-expiration': string;
  /** JSON: a list of objects with name, account, role, region, arn and expiration. */
  readonly environments: string;
  /** The three secrets of the primary role; '' unless they were asked for. */
  readonly 'aws-access-key-id': string;
  readonly 'aws-secret-access-key': string;
  readonly 'aws-session-token': string;
}

export const NO_IDENTITY: IdentityOutputs = {
  'aws-account-id': '',
  'authenticated-arn': '',
  'aws-region': '',
  'aws-expiration': '',
  environments: '[]',
  'aws-access-key-id': '',
  'aws-secret-access-key': '',
  'aws-session-token': '',
};

/**
 * @param primary the role that outputs for one identity speak of; one of `roles`
 * @param withSecrets whether its keys are outputs too
 */
export function identityOutputs(
  primary: AssumedRole,
  roles: readonly AssumedRole[],
  withSecrets: boolean,
): IdentityOutputs {
  const { accessKeyId, secretAccessKey, sessionToken } = primary.credentials;
  return {
    ...NO_IDENTITY,
    ...(withSecrets && {
      'aws-access-key-id': accessKeyId,
      'aws-secret-access-key': secretAccessKey,
      'aws-session-token': sessionToken,
    }),
    'aws-account-id': primary.account,
    'authenticated-arn': primary.arn,
    'aws-region': primary.target.region,
    'aws-expiration': primary.credentials.expiration.toISOString(),
    environments: JSON.stringify(
      roles.map(({ target, account, arn, credentials }) => ({
        name: target.name,
        account,
        role: target.role,
        region: target.region,
        arn,
        expiration: credentials.expiration.toISOString(),
      })),
    ),
  };
}

/** The log's last words: one line per environment. */
export function identityLines(roles: readonly AssumedRole[]): readonly string[] {
  return roles.map(({ target, account, arn, credentials, attempts }) => {
    const tried = attempts > 1 ? `, after ${attempts} attempts` : '';
    const who = arn === '' ? target.role : `${arn} in ${account}`;
    return `${target.name}: ${who}, ${target.region}, valid until ${clock(credentials.expiration)}${tried}`;
  });
}

/**
 * The job summary: a table of environments. All cells are values of a fixed form (names, ARNs, Regions), so nothing in
 * them can break the table.
 */
export function identitySummary(roles: readonly AssumedRole[], maskAccount: boolean): string {
  const shown = (text: string, account: string) => (maskAccount ? text.replaceAll(account, '***') : text);
  const rows = roles.map(({ target, account, credentials }) =>
    [
      target.name,
      shown(account, account),
      `\`${shown(target.role, account)}\``,
      target.region,
      clock(credentials.expiration),
    ].join(' | '),
  );
  return [
    '### AWS credentials',
    '',
    '| Environment | Account | Role | Region | Valid until |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(row => `| ${row} |`),
    '',
  ].join('\n');
}

/** `2026-11-23 10:15:00 UTC` */
function clock(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
