import type { RuleId, Severity } from './finding.js';
import { DEACTIVATE, END_SESSIONS, PURGE, ROLE_INSTEAD, type Step, WHERE_USED } from './remedies.js';

/** What reports say about a kind of finding. */
export interface Rule {
  /** A few words, without a full stop. */
  readonly title: string;
  /** Unless something about the finding lowers it. */
  readonly severity: Severity;
  /** One sentence. */
  readonly description: string;
  /** What to do, the most urgent first. */
  readonly steps: readonly Step[];
  /** Page and anchor in this repository. */
  readonly documentation: string;
  /** For SARIF: `properties.tags`. */
  readonly tags: readonly string[];
  /** For SARIF: `properties.security-severity`, 0.0 to 10.0. */
  readonly securitySeverity: string;
}

/** By rule: the texts, and how bad it is unless something about the finding lowers it. */
export const RULES = {
  'access-key-pair': {
    title: 'AWS access key',
    severity: 'error',
    description:
      'An access key ID and its secret access key stand together: whoever reads them acts as their owner.',
    steps: [...DEACTIVATE, PURGE],
    documentation: 'docs/detection.md#access-key-pair',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
    securitySeverity: '9.8',
  },
  'access-key-id': {
    title: 'AWS access key ID',
    severity: 'error',
    description:
      'A long-lived access key ID that AWS can have issued: its secret is rarely far, and it names the account.',
    steps: [...DEACTIVATE, { says: 'Search for the secret: it was needed wherever this ID is used.' }],
    documentation: 'docs/detection.md#access-key-id',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
    securitySeverity: '7.5',
  },
  'secret-access-key': {
    title: 'AWS secret access key',
    severity: 'error',
    description: 'A random value of 40 characters that is called a secret access key, without its ID nearby.',
    steps: [
      {
        says: 'Find the key that it belongs to, of the user that this software runs as.',
        commands: ['aws iam list-access-keys --user-name USER'],
      },
      ...DEACTIVATE,
      PURGE,
    ],
    documentation: 'docs/detection.md#secret-access-key',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
    securitySeverity: '9.1',
  },
  'temporary-credentials': {
    title: 'AWS temporary credentials',
    severity: 'error',
    description:
      'A temporary access key ID with its secret: valid until its session ends, up to 36 hours after it was made.',
    steps: [...END_SESSIONS, PURGE],
    documentation: 'docs/detection.md#temporary-credentials',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
    securitySeverity: '8.1',
  },
  'temporary-access-key-id': {
    title: 'AWS temporary access key ID',
    severity: 'warning',
    description:
      'The ID of temporary credentials, without secret or token: it names the account and the session.',
    steps: END_SESSIONS,
    documentation: 'docs/detection.md#temporary-access-key-id',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-312'],
    securitySeverity: '4.0',
  },
  'session-token': {
    title: 'AWS session token',
    severity: 'warning',
    description: 'The session token of temporary credentials; it needs their ID and secret to be used.',
    steps: END_SESSIONS,
    documentation: 'docs/detection.md#session-token',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-312'],
    securitySeverity: '5.0',
  },
  'bedrock-api-key': {
    title: 'Amazon Bedrock API key',
    severity: 'error',
    description: 'A long-term Bedrock API key: it is a bearer token, nothing else is needed to use it.',
    steps: [
      {
        says: 'Deactivate it (console: Bedrock, API keys).',
        commands: [
          'aws iam list-service-specific-credentials --user-name USER --service-name bedrock.amazonaws.com',
          'aws iam update-service-specific-credential --user-name USER --service-specific-credential-id ID --status Inactive',
        ],
      },
      {
        says: 'Delete it when nothing breaks, and the user BedrockAPIKey-… that was made for it.',
        commands: [
          'aws iam delete-service-specific-credential --user-name USER --service-specific-credential-id ID',
        ],
      },
      { says: "Call Bedrock with the job's own role through OIDC." },
      PURGE,
    ],
    documentation: 'docs/detection.md#bedrock-api-key',
    tags: ['security', 'secret', 'aws', 'bedrock', 'external/cwe/cwe-798'],
    securitySeverity: '9.1',
  },
  'bedrock-short-term-api-key': {
    title: 'Amazon Bedrock short-term API key',
    severity: 'error',
    description: 'A short-term Bedrock API key: a bearer token, valid for up to twelve hours.',
    steps: [
      {
        says: 'End the sessions of the identity that made it (console, IAM, Roles, the role, Revoke sessions), or deny it `bedrock:CallWithBearerToken`.',
      },
      { says: "Make such keys where they are used, with the job's own role; never write them down." },
    ],
    documentation: 'docs/detection.md#bedrock-short-term-api-key',
    tags: ['security', 'secret', 'aws', 'bedrock', 'external/cwe/cwe-798'],
    securitySeverity: '7.0',
  },
  'ses-smtp-credentials': {
    title: 'Amazon SES SMTP password',
    severity: 'error',
    description:
      'An SMTP password of Amazon SES: it is derived from a long-lived secret access key and sends mail.',
    steps: [
      {
        says: 'The SMTP user name is the access key ID of an IAM user, and the password is made from its secret: deactivate that key. The first command names its user.',
        commands: [
          WHERE_USED,
          'aws iam update-access-key --user-name USER --access-key-id ID --status Inactive',
        ],
      },
      ...DEACTIVATE.slice(1),
      PURGE,
    ],
    documentation: 'docs/detection.md#ses-smtp-credentials',
    tags: ['security', 'secret', 'aws', 'ses', 'external/cwe/cwe-798'],
    securitySeverity: '8.0',
  },
  'mws-auth-token': {
    title: 'Amazon MWS auth token',
    severity: 'warning',
    description: "A token of Amazon's Marketplace Web Service, which was retired in 2024.",
    steps: [
      {
        says: 'In Seller Central, Apps and Services, Manage your apps, disable the developer that it authorized.',
      },
      { says: 'Remove it.' },
    ],
    documentation: 'docs/detection.md#mws-auth-token',
    tags: ['security', 'secret', 'amazon', 'external/cwe/cwe-798'],
    securitySeverity: '4.0',
  },
  'odd-credential': {
    title: 'Value named as an AWS key, of another length',
    severity: 'warning',
    description:
      'A literal that is named as an access key ID or a secret access key, but is not of their length: cut, padded, or the key of a compatible service.',
    steps: [
      {
        says: 'If it is a placeholder, write one that nobody can mistake, such as `<secret access key>`. If it is, or is part of, a real key, do what follows.',
      },
      ...DEACTIVATE,
    ],
    documentation: 'docs/detection.md#odd-credential',
    tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
    securitySeverity: '4.0',
  },
  'presigned-url': {
    title: 'AWS access key ID in a signed request',
    severity: 'notice',
    description:
      'A presigned URL or a signed header: it holds the access key ID and a signature, which expire, and no secret.',
    steps: [
      {
        says: 'Nothing is needed once it has expired. A presigned URL lasts seven days at most; until then whoever reads it may use it.',
      },
    ],
    documentation: 'docs/detection.md#presigned-url',
    tags: ['security', 'aws'],
    securitySeverity: '2.0',
  },
  'ci-static-key': {
    title: 'Workflow that hands long-lived AWS keys to a job',
    severity: 'warning',
    description:
      'A CI configuration gives a job a long-lived AWS key from a secret, where a role through OIDC would do.',
    steps: ROLE_INSTEAD,
    documentation: 'docs/detection.md#ci-static-key',
    tags: ['security', 'aws', 'ci', 'external/cwe/cwe-522'],
    securitySeverity: '5.0',
  },
  'job-static-key': {
    title: 'Long-lived AWS key in the job',
    severity: 'warning',
    description: "The job's environment holds a long-lived AWS access key.",
    steps: ROLE_INSTEAD,
    documentation: 'docs/detection.md#job-static-key',
    tags: ['security', 'aws', 'ci', 'external/cwe/cwe-522'],
    securitySeverity: '5.0',
  },
} as const satisfies Readonly<Record<RuleId, Rule>>;
