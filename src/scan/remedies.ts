/** One thing to do: a sentence or two, in Markdown without structure, and commands to paste, each a line. */
export interface Step {
  readonly says: string;
  readonly commands?: readonly string[];
}

/** Names the user of a key, and tells where it was used last. */
export const WHERE_USED = 'aws iam get-access-key-last-used --access-key-id ID';
const LOOK_UP = 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=ID';

/** A long-lived key of an IAM user. */
export const DEACTIVATE: readonly Step[] = [
  {
    says: 'Deactivate the key. The first command names its user; in the console: IAM, Users, the user, Security credentials.',
    commands: [WHERE_USED, 'aws iam update-access-key --user-name USER --access-key-id ID --status Inactive'],
  },
  {
    says: 'Delete it when nothing breaks.',
    commands: ['aws iam delete-access-key --user-name USER --access-key-id ID'],
  },
  { says: 'Look in CloudTrail for what it did.', commands: [LOOK_UP] },
  { says: 'Give the job a role through OIDC instead of a key.' },
];

/** What was pushed. */
export const PURGE: Step = {
  says: 'A key that was pushed stays in the history and in every clone: revoking is what counts. To purge it as well, rewrite the history and ask GitHub to remove cached views.',
  commands: ['git filter-repo --replace-text FILE'],
};

/** Temporary credentials of a role. */
export const END_SESSIONS: readonly Step[] = [
  {
    says: 'End the sessions of the role: console, IAM, Roles, the role, Revoke sessions (it attaches the policy `AWSRevokeOlderSessions`).',
  },
  { says: 'Look in CloudTrail for what they did.', commands: [LOOK_UP] },
  {
    says: 'Let each job fetch its own short-lived credentials; never write them into a file that is kept.',
  },
];

/** A stored key that a job is given. */
export const ROLE_INSTEAD: readonly Step[] = [
  {
    says: "Create a role that trusts this repository's OIDC token. From the configuration file this writes it:",
    commands: ['aws-temp-creds template roles'],
  },
  {
    says: 'Replace the two key inputs or variables by `role-to-assume` and `permissions: id-token: write`.',
  },
  {
    says: 'Delete the stored secret, and deactivate the key.',
    commands: ['aws iam update-access-key --user-name USER --access-key-id ID --status Inactive'],
  },
];
