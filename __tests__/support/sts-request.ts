import { constraintsViolated, textViolations, violation } from './sts-constraints.js';
import { Refusal, refusal } from './sts-refusal.js';

/** Parameters of a request in the Query protocol, from the body and the query. */
export type Parameters = Readonly<Record<string, string>>;

/** What both AssumeRole actions take, checked against every documented limit. */
export interface AssumeRoleRequest {
  readonly roleArn: string;
  readonly account: string;
  readonly sessionName: string;
  /** Seconds; undefined: not asked for. */
  readonly duration: number | undefined;
  readonly policy: string | undefined;
  readonly policyArns: readonly string[];
  readonly tags: ReadonlyMap<string, string>;
  readonly transitiveTags: readonly string[];
  readonly externalId: string | undefined;
  readonly sourceIdentity: string | undefined;
  readonly minimumTokenSize: number;
}

const COMMON = [
  'Action',
  'Version',
  'RoleArn',
  'RoleSessionName',
  'DurationSeconds',
  'Policy',
  'MinimumSessionTokenSize',
];
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  AssumeRoleWithWebIdentity: [...COMMON, 'WebIdentityToken', 'ProviderId'],
  AssumeRole: [...COMMON, 'ExternalId', 'SourceIdentity'],
  GetCallerIdentity: ['Action', 'Version'],
};
const LISTS: Readonly<Record<string, RegExp>> = {
  AssumeRoleWithWebIdentity: /^PolicyArns\.member\.\d+\.arn$/,
  AssumeRole:
    /^(PolicyArns\.member\.\d+\.arn|Tags\.member\.\d+\.(Key|Value)|TransitiveTagKeys\.member\.\d+)$/,
  GetCallerIdentity: /^$/,
};

const NAME = String.raw`[\w+=,.@-]*`;
const ROLE_ARN = /^arn:aws[a-z-]*:iam::(\d{12}):role\/[\w+=,.@/-]+$/;
const POLICY_ARN = /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/[\w+=,.@/-]+$/;

/** @throws Refusal for an unknown action or version, and for a parameter that the action does not have */
export function checkAction(parameters: Parameters): string {
  const action = parameters['Action'] ?? '';
  const known = PARAMETERS[action];
  if (known === undefined || parameters['Version'] !== '2011-06-15') {
    const version = parameters['Version'] ?? '';
    throw new Refusal('InvalidAction', 400, `Could not find operation ${action} for version ${version}`);
  }
  // The real service is more lenient; a parameter that it would not read is a mistake of ours.
  const stray = Object.keys(parameters).find(name => !known.includes(name) && !LISTS[action]?.test(name));
  if (stray !== undefined) throw new Refusal('InvalidParameterValue', 400, `Unexpected parameter ${stray}`);
  return action;
}

/** @throws Refusal naming every constraint that the request violates, or the limit it exceeds */
export function readAssumeRole(parameters: Parameters): AssumeRoleRequest {
  const request = {
    roleArn: parameters['RoleArn'] ?? '',
    sessionName: parameters['RoleSessionName'] ?? '',
    duration: optionalNumber(parameters['DurationSeconds']),
    policy: parameters['Policy'],
    policyArns: members(parameters, /^PolicyArns\.member\.(\d+)\.arn$/),
    tags: tagsOf(parameters),
    transitiveTags: members(parameters, /^TransitiveTagKeys\.member\.(\d+)$/),
    externalId: parameters['ExternalId'],
    sourceIdentity: parameters['SourceIdentity'],
    minimumTokenSize: optionalNumber(parameters['MinimumSessionTokenSize']) ?? 0,
  };
  const violations = [...checkNames(parameters), ...checkSizes(parameters, request)];
  if (violations.length > 0) throw constraintsViolated(violations);
  const account = ROLE_ARN.exec(request.roleArn)?.[1];
  if (account === undefined) throw refusal('wrong-arn');
  checkPolicies(request, account);
  return { ...request, account };
}

function checkNames(parameters: Parameters): string[] {
  return [
    ...textViolations('roleArn', parameters['RoleArn'], { least: 20, most: 2048 }),
    ...textViolations('roleSessionName', parameters['RoleSessionName'], {
      least: 2,
      most: 64,
      pattern: NAME,
    }),
    ...('ExternalId' in parameters
      ? textViolations('externalId', parameters['ExternalId'], {
          least: 2,
          most: 1224,
          pattern: String.raw`[\w+=,.@:\/-]*`,
        })
      : []),
    ...('SourceIdentity' in parameters
      ? textViolations('sourceIdentity', parameters['SourceIdentity'], { least: 2, most: 64, pattern: NAME })
      : []),
    ...('WebIdentityToken' in parameters || parameters['Action'] === 'AssumeRoleWithWebIdentity'
      ? textViolations('webIdentityToken', parameters['WebIdentityToken'], { least: 4, most: 20_000 }, '***')
      : []),
  ];
}

function checkSizes(
  parameters: Parameters,
  { duration, tags, minimumTokenSize }: Omit<AssumeRoleRequest, 'account'>,
) {
  const found: string[] = [];
  if (duration !== undefined) {
    if (!Number.isInteger(duration)) throw new Refusal('MalformedInput', 400, 'Invalid input');
    if (duration < 900)
      found.push(violation('durationSeconds', `${duration}`, 'have value greater than or equal to 900'));
    if (duration > 43_200) {
      found.push(violation('durationSeconds', `${duration}`, 'have value less than or equal to 43200'));
    }
  }
  if ('Policy' in parameters)
    found.push(...textViolations('policy', parameters['Policy'], { least: 1, most: 2048 }));
  if (!(minimumTokenSize <= 4096)) {
    found.push(
      violation('minimumSessionTokenSize', `${minimumTokenSize}`, 'have value less than or equal to 4096'),
    );
  }
  if (tags.size > 50) found.push(violation('tags', '[…]', 'have length less than or equal to 50'));
  for (const [key, value] of tags) {
    found.push(
      ...textViolations('tags.member.key', key, {
        least: 1,
        most: 128,
        pattern: String.raw`[\p{L}\p{Z}\p{N}_.:/=+\-@]+`,
      }),
    );
    found.push(
      ...textViolations('tags.member.value', value, {
        least: 0,
        most: 256,
        pattern: String.raw`[\p{L}\p{Z}\p{N}_.:/=+\-@]*`,
      }),
    );
  }
  return found;
}

function checkPolicies(request: Omit<AssumeRoleRequest, 'account'>, account: string): void {
  const { policy = '', policyArns, tags, transitiveTags } = request;
  if (policyArns.length > 10) throw refusal('too-many-arns');
  for (const arn of policyArns) {
    const owner = POLICY_ARN.exec(arn)?.[1];
    if (owner === undefined) throw new Refusal('ValidationError', 400, `ARN ${arn} is not valid.`);
    if (owner !== 'aws' && owner !== account) {
      throw new Refusal(
        'ValidationError',
        400,
        'Managed session policies must be in the same account as the role.',
      );
    }
  }
  const length = policyArns.reduce((sum, arn) => sum + arn.length, policy.length);
  if (length > 2048) {
    const text = `The plaintext of inline and managed session policies is ${length} characters long; 2048 are allowed.`;
    throw new Refusal('PackedPolicyTooLarge', 400, text);
  }
  const missing = transitiveTags.filter(key => !tags.has(key));
  if (missing.length > 0) {
    const text = `The specified transitive tag keys are not among the session tags: ${missing.join(', ')}`;
    throw new Refusal('InvalidParameterValue', 400, text);
  }
}

function tagsOf(parameters: Parameters): Map<string, string> {
  const keys = members(parameters, /^Tags\.member\.(\d+)\.Key$/);
  const values = members(parameters, /^Tags\.member\.(\d+)\.Value$/);
  if (new Set(keys.map(key => key.toLowerCase())).size < keys.length) {
    const text = 'Duplicate tag keys found. Please note that Tag keys are case insensitive.';
    throw new Refusal('InvalidParameterValue', 400, text);
  }
  return new Map(keys.map((key, index) => [key, values[index] ?? '']));
}

/** The members of a list, which the Query protocol numbers from 1. */
function members(parameters: Parameters, pattern: RegExp): string[] {
  const numbered = Object.entries(parameters).flatMap(([name, value]) => {
    const number = pattern.exec(name)?.[1];
    return number === undefined ? [] : [{ number: Number(number), value }];
  });
  return numbered.sort((a, b) => a.number - b.number).map(({ value }) => value);
}

function optionalNumber(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.trim() === '' ? Number.NaN : value);
}
