import * as v from 'valibot';
import { ENVIRONMENT_NAME } from './environment-name.js';
import { peopleOfEnvironment, sso } from './people-schema.js';
import {
  acceptance,
  account,
  duration,
  mapping,
  misshapen,
  optionalMapping,
  region,
  text,
} from './shapes.js';

/**
 * The shape of the configuration file. This is the source of `schema/aws-temp-creds.schema.json`; what a schema
 * cannot say (accounts that differ from ARNs, duplicates, limits over several keys) is checked in file.ts.
 */

const role = v.pipe(
  v.string('must be a string'),
  v.regex(
    /^(arn:aws(-[a-z-]+)?:iam::\d{12}:role\/)?[\w+=,.@-]+(\/[\w+=,.@-]+)*$/,
    'must be a role: its name (github-deploy), path and name (ci/github-deploy) or ARN',
  ),
  v.description('A role: name, path/name, or full ARN'),
);

const sessionName = v.pipe(
  v.string('must be a string'),
  v.regex(/^[\w+=,.@-]{2,64}$/, 'must be 2 to 64 of the characters A-Z a-z 0-9 _ + = , . @ -'),
  v.description('Name of the session in CloudTrail; default: gh-<run>-<attempt>-<repository>'),
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
      ...peopleOfEnvironment,
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
      tags: optionalMapping(tags),
      default: v.optional(
        v.pipe(v.boolean('must be true or false'), v.description('Primary among the environments of a job')),
      ),
    },
    misshapen('an environment'),
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
      ...acceptance,
    },
    misshapen('an allow entry'),
  ),
  v.description('Allows the findings of a path, or one finding'),
);

/** A finding of the audit that is accepted: by rule, everywhere or in one account or for one role. */
const auditAllowEntry = v.pipe(
  v.strictObject(
    {
      rule: v.pipe(
        v.string('must be a string'),
        v.regex(/^[a-z][a-z0-9-]*$/, 'must be the name of a rule, as a report shows it'),
        v.description('Name of the rule, as a report shows it'),
      ),
      account: v.optional(account),
      role: v.optional(role),
      ...acceptance,
    },
    misshapen('an allow entry'),
  ),
  v.description('Accepts findings of the audit'),
);

const configuration = v.pipe(
  v.strictObject(
    {
      $schema: v.optional(v.string()),
      sso: optionalMapping(sso),
      environments: optionalMapping(
        v.record(
          v.pipe(
            v.string(),
            v.regex(
              ENVIRONMENT_NAME,
              'is no name for an environment: 1 to 64 letters, digits, - and _, the first a letter or digit',
            ),
          ),
          mapping(environment),
          'must be a mapping of names to environments',
        ),
      ),
      scan: optionalMapping(
        v.strictObject(
          { allow: v.optional(v.array(mapping(allowEntry), 'must be a list of entries')) },
          misshapen('scan'),
        ),
      ),
      audit: optionalMapping(
        v.strictObject(
          { allow: v.optional(v.array(mapping(auditAllowEntry), 'must be a list of entries')) },
          misshapen('audit'),
        ),
      ),
    },
    misshapen('this file'),
  ),
  v.title('aws-temp-creds'),
  v.description('Environments that pipelines deploy to, the people in them, and what scan and audit allow'),
);

export const configurationSchema = mapping(configuration);

export type ConfigurationDocument = v.InferOutput<typeof configurationSchema>;
export type EnvironmentDocument = v.InferOutput<typeof environment>;
