/**
 * How actions of others get at AWS. `session`: the name of the input that takes a session token beside the key;
 * `ambient`: without keys among its inputs it takes those of the environment; `refuses`: it writes the key to a file
 * without the session token, so temporary ones do not work.
 */
export interface KnownAction {
  readonly name: RegExp;
  readonly keys: readonly string[];
  readonly kind: 'ambient' | 'session' | 'refuses';
  readonly session?: string;
  readonly instead?: string;
}

export const KNOWN_ACTIONS: readonly KnownAction[] = [
  {
    name: /^appleboy\/lambda-action@/,
    keys: ['aws_access_key_id', 'aws_secret_access_key'],
    kind: 'session',
    session: 'aws_session_token',
  },
  {
    name: /^einaregilsson\/beanstalk-deploy@/,
    keys: ['aws_access_key', 'aws_secret_key'],
    kind: 'session',
    session: 'aws_session_token',
  },
  // In an ECR registry it signs in with whatever AWS credentials the environment has (its README).
  { name: /^docker\/login-action@/, keys: ['username', 'password'], kind: 'ambient' },
  {
    name: /^jakejarvis\/s3-sync-action@/,
    keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    kind: 'refuses',
    instead: 'run: aws s3 sync "$SOURCE_DIR" "s3://$AWS_S3_BUCKET" …',
  },
  {
    name: /^shallwefootball\/(?:upload-s3-action|s3-upload-action)@/,
    keys: ['aws_key_id', 'aws_secret_access_key'],
    kind: 'refuses',
    instead: 'run: aws s3 cp --recursive SOURCE s3://BUCKET/PATH',
  },
];

export function knownAction(uses: string): KnownAction | undefined {
  return KNOWN_ACTIONS.find(({ name }) => name.test(uses));
}
