import type { RuleId, Severity } from './finding.js';

/** What reports say about a kind of finding. */
export interface Rule {
  /** A few words, without a full stop. */
  readonly title: string;
  /** Unless something about the finding lowers it. */
  readonly severity: Severity;
  /** One sentence. */
  readonly description: string;
  /** What to do, in Markdown: steps, console places and commands. */
  readonly help: string;
  /** Page and anchor in this repository. */
  readonly documentation: string;
  /** For SARIF: `properties.tags`. */
  readonly tags: readonly string[];
  /** For SARIF: `properties.security-severity`, 0.0 to 10.0. */
  readonly securitySeverity: string;
}

const DEACTIVATE = `1. Deactivate the key, then delete it when nothing breaks:
   \`aws iam update-access-key --user-name USER --access-key-id ID --status Inactive\`, \`aws iam delete-access-key --user-name USER --access-key-id ID\`
   (console: IAM, Users, the user, Security credentials). \`aws iam get-access-key-last-used --access-key-id ID\` names the user and tells where it was used last.
2. Look in CloudTrail for what it did: \`aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=ID\`.
3. Give the job a role through OIDC instead of a key.`;

const PURGE = `A key that was pushed stays in the history and in every clone: revoking is what counts. To purge it as well, rewrite the history with \`git filter-repo --replace-text\` and ask GitHub to remove cached views.`;

const END_SESSIONS = `1. End the sessions of the role: console, IAM, Roles, the role, Revoke sessions (it attaches the policy \`AWSRevokeOlderSessions\`).
2. Look in CloudTrail for what they did: \`aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=ID\`.
3. Let each job fetch its own short-lived credentials; never write them into a file that is kept.`;

const ROLE_INSTEAD = `1. Create a role that trusts this repository's OIDC token: \`aws-temp-creds role-template\` writes it.
2. Replace the two key inputs or variables by \`role-to-assume\` and \`permissions: id-token: write\`.
3. Delete the repository or organization secret, and deactivate the key: \`aws iam update-access-key --user-name USER --access-key-id ID --status Inactive\`.`;

/** By rule: the texts, and how bad it is unless something about the finding lowers it. */
export const RULES = {
  'access-key-pair': {
    title: 'AWS access key',
    severity: 'error',
    description:
      'An access key ID and its secret access key stand together: whoever reads them acts as their owner.',
    help: `${DEACTIVATE}\n4. ${PURGE}`,
    documentation: 'docs/detection.md#access-key-pair',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
    securitySeverity: '9.8',
  },
  'access-key-id': {
    title: 'AWS access key ID',
    severity: 'error',
    description:
      'A long-lived access key ID that AWS can have issued: its secret is rarely far, and it names the account.',
    help: `${DEACTIVATE}\n4. Search for the secret: it was needed wherever this ID is used.`,
    documentation: 'docs/detection.md#access-key-id',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
    securitySeverity: '7.5',
  },
  'secret-access-key': {
    title: 'AWS secret access key',
    severity: 'error',
    description: 'A random value of 40 characters that is called a secret access key, without its ID nearby.',
    help: `Find the key that it belongs to: \`aws iam list-access-keys --user-name USER\` for the user that this software runs as, then:\n\n${DEACTIVATE}\n4. ${PURGE}`,
    documentation: 'docs/detection.md#secret-access-key',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
    securitySeverity: '9.1',
  },
  'temporary-credentials': {
    title: 'AWS temporary credentials',
    severity: 'error',
    description:
      'A temporary access key ID with its secret: valid until its session ends, up to 36 hours after it was made.',
    help: `${END_SESSIONS}\n4. ${PURGE}`,
    documentation: 'docs/detection.md#temporary-credentials',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
    securitySeverity: '8.1',
  },
  'temporary-access-key-id': {
    title: 'AWS temporary access key ID',
    severity: 'warning',
    description:
      'The ID of temporary credentials, without secret or token: it names the account and the session.',
    help: END_SESSIONS,
    documentation: 'docs/detection.md#temporary-access-key-id',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-312'],
    securitySeverity: '4.0',
  },
  'session-token': {
    title: 'AWS session token',
    severity: 'warning',
    description: 'The session token of temporary credentials; it needs their ID and secret to be used.',
    help: END_SESSIONS,
    documentation: 'docs/detection.md#session-token',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-312'],
    securitySeverity: '5.0',
  },
  'bedrock-api-key': {
    title: 'Amazon Bedrock API key',
    severity: 'error',
    description: 'A long-term Bedrock API key: it is a bearer token, nothing else is needed to use it.',
    help: `1. Deactivate it, then delete it: \`aws iam list-service-specific-credentials --user-name USER --service-name bedrock.amazonaws.com\`, \`aws iam update-service-specific-credential --user-name USER --service-specific-credential-id ACCA… --status Inactive\`, \`aws iam delete-service-specific-credential …\` (console: Bedrock, API keys). Delete the user BedrockAPIKey-… that was made for it.
2. Call Bedrock with the job's own role through OIDC.
3. ${PURGE}`,
    documentation: 'docs/detection.md#bedrock-api-key',
    tags: ['security', 'secret', 'aws', 'bedrock', 'external/cwe/cwe-798'],
    securitySeverity: '9.1',
  },
  'bedrock-short-term-api-key': {
    title: 'Amazon Bedrock short-term API key',
    severity: 'error',
    description: 'A short-term Bedrock API key: a bearer token, valid for up to twelve hours.',
    help: `1. End the sessions of the identity that made it (console, IAM, Roles, the role, Revoke sessions), or deny it \`bedrock:CallWithBearerToken\`.
2. Make such keys where they are used, with the job's own role; never write them down.`,
    documentation: 'docs/detection.md#bedrock-short-term-api-key',
    tags: ['security', 'secret', 'aws', 'bedrock', 'external/cwe/cwe-798'],
    securitySeverity: '7.0',
  },
  'ses-smtp-credentials': {
    title: 'Amazon SES SMTP password',
    severity: 'error',
    description:
      'An SMTP password of Amazon SES: it is derived from a long-lived secret access key and sends mail.',
    help: `The SMTP user name is the access key ID of an IAM user, and the password is made from its secret.
${DEACTIVATE}
4. ${PURGE}`,
    documentation: 'docs/detection.md#ses-smtp-credentials',
    tags: ['security', 'secret', 'aws', 'ses', 'external/cwe/cwe-798'],
    securitySeverity: '8.0',
  },
  'mws-auth-token': {
    title: 'Amazon MWS auth token',
    severity: 'warning',
    description: "A token of Amazon's Marketplace Web Service, which was retired in 2024.",
    help: 'Remove it. In Seller Central, Apps and Services, Manage your apps, disable the developer that it authorized.',
    documentation: 'docs/detection.md#mws-auth-token',
    tags: ['security', 'secret', 'amazon', 'external/cwe/cwe-798'],
    securitySeverity: '4.0',
  },
  'odd-credential': {
    title: 'Value named as an AWS key, of another length',
    severity: 'warning',
    description:
      'A literal that is named as an access key ID or a secret access key, but is not of their length: cut, padded, or the key of a compatible service.',
    help: `If it is, or is part of, a real key:\n${DEACTIVATE}\nIf it is a placeholder, write one that nobody can mistake, such as \`<secret access key>\`.`,
    documentation: 'docs/detection.md#odd-credential',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
    securitySeverity: '4.0',
  },
  'presigned-url': {
    title: 'AWS access key ID in a signed request',
    severity: 'notice',
    description:
      'A presigned URL or a signed header: it holds the access key ID and a signature, which expire, and no secret.',
    help: 'Nothing is needed once it has expired. A presigned URL lasts seven days at most; until then whoever reads it may use it.',
    documentation: 'docs/detection.md#presigned-url',
    tags: ['security', 'aws'],
    securitySeverity: '2.0',
  },
  'ci-static-key': {
    title: 'Workflow that hands long-lived AWS keys to a job',
    severity: 'warning',
    description:
      'A CI configuration gives a job a long-lived AWS key from a secret, where a role through OIDC would do.',
    help: ROLE_INSTEAD,
    documentation: 'docs/detection.md#ci-static-key',
    tags: ['security', 'aws', 'ci', 'external/cwe/cwe-522'],
    securitySeverity: '5.0',
  },
  'job-static-key': {
    title: 'Long-lived AWS key in the job',
    severity: 'warning',
    description: "The job's environment holds a long-lived AWS access key.",
    help: ROLE_INSTEAD,
    documentation: 'docs/detection.md#job-static-key',
    tags: ['security', 'aws', 'ci', 'external/cwe/cwe-522'],
    securitySeverity: '5.0',
  },
} as const satisfies Readonly<Record<RuleId, Rule>>;
