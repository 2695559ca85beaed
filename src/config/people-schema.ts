import * as v from 'valibot';
import { duration, mapping, misshapen, optionalMapping, region, text } from './shapes.js';

/**
 * What the configuration file says of people: the access portal, its permission sets, and who holds which in an
 * environment's account. Patterns and lengths are those of the service (sso-admin and identitystore API references).
 */

const permissionSetName = v.pipe(
  v.string('must be a string'),
  v.regex(/^[\w+=,.@-]{1,32}$/, 'must be the name of a permission set (1 to 32 characters)'),
  v.description('Name of a permission set'),
);

const groups = v.pipe(
  v.array(
    v.pipe(
      text('Name of a group of IAM Identity Center'),
      v.maxLength(1024, 'is longer than the 1,024 characters of a group'),
    ),
    'must be a list of names of groups',
  ),
  v.description('Groups of IAM Identity Center that hold the permission set in this account'),
);

const managedPolicy = v.pipe(
  v.string('must be a string'),
  v.regex(
    /^(arn:aws(-[a-z-]+)?:iam::aws:policy\/)?[\w+=,.@-]+(\/[\w+=,.@-]+)*$/,
    'must be an AWS-managed policy: its name (PowerUserAccess), path and name (job-function/ViewOnlyAccess) or ARN',
  ),
  v.description('AWS-managed policy: its name, path/name, or ARN'),
);

const customerPolicy = v.pipe(
  v.string('must be a string'),
  v.regex(
    /^\/?[\w+=,.@-]+(\/[\w+=,.@-]+)*$/,
    'must be the name, or path and name, of a policy in each account',
  ),
  v.description('Policy of that name (or path/name) which exists in each account'),
);

const permissionSet = v.pipe(
  v.strictObject(
    {
      description: v.optional(
        v.pipe(
          text('What it is for'),
          v.maxLength(700, 'is longer than the 700 characters of a description'),
        ),
      ),
      policies: v.optional(
        v.pipe(v.array(managedPolicy, 'must be a list of policies'), v.description('AWS-managed policies')),
      ),
      'customer-managed-policies': v.optional(
        v.pipe(
          v.array(customerPolicy, 'must be a list of policies'),
          v.description('Policies that exist under this name in each account'),
        ),
      ),
      inline: v.optional(
        v.pipe(
          v.union(
            [v.string(), v.looseObject({ Statement: v.unknown() })],
            'must be a policy: a mapping with Statement, JSON text, or the path of a JSON file in the repository',
          ),
          v.description('Inline policy: a policy document, JSON text, or the path of a JSON file'),
        ),
      ),
      boundary: v.optional(managedPolicy),
      'customer-managed-boundary': v.optional(customerPolicy),
      duration: v.optional(duration),
    },
    misshapen('a permission set'),
  ),
  v.description('A permission set: what its holders may do, and for how long'),
);

export const sso = v.strictObject(
  {
    'start-url': v.pipe(
      v.string('must be a string'),
      v.regex(/^https:\/\/[^\s]+$/, 'must be an https URL'),
      v.description('URL of the AWS access portal'),
    ),
    region,
    session: v.optional(
      v.pipe(
        v.string('must be a string'),
        v.regex(
          /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
          'must be 1 to 64 letters, digits, - and _, the first a letter or digit',
        ),
        v.description("Name of the [sso-session] in ~/.aws/config; default: the portal's name"),
      ),
    ),
    groups: v.optional(
      v.pipe(
        v.picklist(['existing', 'create'], 'must be existing or create'),
        v.description(
          'Whether `template people` makes the groups (create, the default) or takes their IDs (existing: a directory is synchronised)',
        ),
      ),
    ),
    'permission-sets': optionalMapping(
      v.record(permissionSetName, mapping(permissionSet), 'must be a mapping of names to permission sets'),
    ),
  },
  misshapen('sso'),
);

/** Keys of an environment that speak of people. */
export const peopleOfEnvironment = {
  'permission-set': v.optional(
    v.pipe(permissionSetName, v.description('Permission set that people use in this account')),
  ),
  groups: v.optional(groups),
  people: v.optional(
    v.pipe(
      v.array(
        mapping(
          v.strictObject(
            { 'permission-set': permissionSetName, groups: v.optional(groups) },
            misshapen('an entry of people'),
          ),
        ),
        'must be a list of permission sets with their groups',
      ),
      v.description('Further permission sets in this account, each with its groups'),
    ),
  ),
  production: v.optional(
    v.pipe(v.boolean('must be true or false'), v.description('Stricter checks of the audit')),
  ),
  parity: v.optional(
    v.pipe(
      v.literal('within-people', 'must be within-people'),
      v.description('The audit fails where the pipeline may do more than people'),
    ),
  ),
};

export type SsoDocument = v.InferOutput<typeof sso>;
export type PermissionSetDocument = v.InferOutput<typeof permissionSet>;
