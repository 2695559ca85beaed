import * as v from 'valibot';
import { ENVIRONMENT_NAME } from './environment-name.js';

/**
 * The shape of the configuration file. This is the source of `schema/aws-temp-creds.schema.json`; what a schema
 * cannot say (accounts that differ from ARNs, duplicates, limits over several keys) is checked in file.ts.
 */

const account = v.pipe(
  v.string('must be a string: write the 12 digits in quotes ("012345678901"), or leading zeros are lost'),
  v.regex(/^\d{12}$/, 'must be exactly 12 digits'),
  v.description('AWS account ID: 12 digits, in quotes'),
);

const region = v.pipe(
  v.string('must be a string'),
  v.regex(/^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/, 'must be the code of a Region, such as eu-west-1'),
  v.description('Code of an AWS Region'),
);

const role = v.pipe(
  v.string('must be a string'),
  v.regex(
    /^(arn:aws(-[a-z-]+)?:iam::\d{12}:role\/)?[\w+=,.@-]+(\/[\w+=,.@-]+)*$/,
    'must be a role: its name (github-deploy), path and name (ci/github-deploy) or ARN',
  ),
  v.description('A role: name, path/name, or full ARN'),
);

const text = (what: string) =>
  v.pipe(v.string('must be a string'), v.nonEmpty('must not be empty'), v.description(what));

const sessionName = v.pipe(
  v.string('must be a string'),
  v.regex(/^[\w+=,.@-]{2,64}$/, 'must be 2 to 64 of the characters A-Z a-z 0-9 _ + = , . @ -'),
  v.description('Name of the session in CloudTrail; default: gh-<run>-<attempt>-<repository>'),
);

const duration = v.pipe(
  v.union([v.string(), v.number()], 'must be a duration: seconds (3600) or units (1h, 90m)'),
  v.description('Length of the session: 15m to 12h (the role must allow it); default 1h'),
);

const sessionPolicy = v.pipe(
  v.union(
    [v.string(), v.looseObject({ Statement: v.unknown() })],
    'must be a policy: a mapping with Statement, JSON text, or the path of a JSON file in the repository',
  ),
  v.description('Session policy: a policy document, JSON text, or the path of a JSON file in the repository'),
);

const tags = v.pipe(
  v.record(
    v.pipe(v.string(), v.regex(/^[\p{L}\p{Z}\p{N}_.:/=+@-]{1,128}$/u, 'is not a tag key that STS takes')),
    v.pipe(
      v.string('must be a string'),
      v.regex(/^[\p{L}\p{Z}\p{N}_.:/=+@-]{0,256}$/u, 'is not a tag value that STS takes'),
    ),
    'must be a mapping of keys to strings',
  ),
  v.maxEntries(50, 'has more than the 50 tags that STS takes'),
  v.description('Session tags; they need `via`, for a token of GitHub carries none'),
);

const environment = v.pipe(
  v.strictObject(
    {
      account,
      region,
      role,
      'read-role': v.optional(role),
      'permission-set': v.optional(
        v.pipe(
          v.string('must be a string'),
          v.regex(/^[\w+=,.@-]{1,32}$/, 'must be the name of a permission set (1 to 32 characters)'),
          v.description('Permission set that people use in this account'),
        ),
      ),
      duration: v.optional(duration),
      'github-environment': v.optional(
        text('GitHub environment of the jobs that deploy here; default: this name'),
      ),
      audience: v.optional(
        text('Audience of the OIDC token; default: sts.amazonaws.com (China: sts.amazonaws.com.cn)'),
      ),
      'session-policy': v.optional(sessionPolicy),
      'managed-policies': v.optional(
        v.pipe(
          v.array(text('ARN of a managed policy'), 'must be a list of ARNs'),
          v.maxLength(10, 'has more than the 10 managed policies that STS takes'),
          v.description('ARNs of managed session policies'),
        ),
      ),
      'session-name': v.optional(sessionName),
      via: v.optional(role),
      tags: v.optional(tags),
      default: v.optional(
        v.pipe(v.boolean('must be true or false'), v.description('Primary among the environments of a job')),
      ),
    },
    issue => (issue.expected === 'never' ? 'is not a key of an environment' : missing(issue.expected)),
  ),
  v.description('One account that jobs deploy to'),
);

const allowEntry = v.pipe(
  v.strictObject(
    {
      path: v.optional(text('Glob of paths in the repository')),
      fingerprint: v.optional(
        v.pipe(
          v.string('must be a string'),
          v.regex(/^[0-9a-f]{40}$/, 'must be the 40 hex digits that a report shows'),
          v.description('Fingerprint of one finding, as a report shows it'),
        ),
      ),
      reason: v.pipe(
        v.string('must be a string'),
        v.trim(),
        v.minLength(3, 'must say why this is allowed'),
        v.description('Why this is allowed'),
      ),
      expires: v.optional(
        v.pipe(
          v.string('must be a date in quotes: "2027-01-31"'),
          v.isoDate('must be a date: "2027-01-31"'),
          v.description('Last day on which the entry counts'),
        ),
      ),
    },
    issue => (issue.expected === 'never' ? 'is not a key of an allow entry' : missing(issue.expected)),
  ),
  v.description('Allows the findings of a path, or one finding'),
);

export const configurationSchema = v.pipe(
  v.strictObject(
    {
      $schema: v.optional(v.string()),
      sso: v.optional(
        v.strictObject(
          {
            'start-url': v.pipe(
              v.string('must be a string'),
              v.regex(/^https:\/\/[^\s]+$/, 'must be an https URL'),
              v.description('URL of the AWS access portal'),
            ),
            region,
          },
          issue => (issue.expected === 'never' ? 'is not a key of sso' : missing(issue.expected)),
        ),
      ),
      environments: v.optional(
        v.record(
          v.pipe(
            v.string(),
            v.regex(
              ENVIRONMENT_NAME,
              'is no name for an environment: 1 to 64 letters, digits, - and _, the first a letter or digit',
            ),
          ),
          environment,
          'must be a mapping of names to environments',
        ),
      ),
      scan: v.optional(
        v.strictObject({ allow: v.optional(v.array(allowEntry, 'must be a list of entries')) }, issue =>
          issue.expected === 'never' ? 'is not a key of scan' : missing(issue.expected),
        ),
      ),
    },
    issue => (issue.expected === 'never' ? 'is not a key of this file' : missing(issue.expected)),
  ),
  v.title('aws-temp-creds'),
  v.description('Environments that pipelines deploy to, and what the secret scan allows'),
);

export type ConfigurationDocument = v.InferOutput<typeof configurationSchema>;
export type EnvironmentDocument = v.InferOutput<typeof environment>;

function missing(expected: string | null): string {
  return expected?.startsWith('"') ? 'is missing' : 'must be a mapping';
}
