import {
  type AccountId,
  accountId,
  parseForeignRoleArn,
  parseRoleArn,
  type Region,
  type RoleArn,
  region,
} from '../aws/names.js';
import { parseProxy } from '../aws/proxies.js';
import { SESSION_NAME } from '../credentials/session-name.js';
import { minifyPolicy } from '../credentials/session-policy.js';
import type { Variables } from '../github/job.js';
import { durationFault, LONGEST_CHAINED_SESSION, parseDuration } from './duration.js';
import { isProfileName } from './environment-name.js';
import { type Faults, quoted } from './fault.js';
import { InputReader, type ReadInput } from './input-reader.js';
import { refuseForeignInputs } from './refused-inputs.js';
import { regionExample } from './regions.js';

export type ExportMode = (typeof EXPORT_MODES)[number];
const EXPORT_MODES = ['env', 'profiles', 'named-profiles', 'none'] as const;

/** The inputs of the root action that choose credentials, each checked by itself. */
export interface Inputs {
  readonly environments: readonly string[];
  readonly config: string | undefined;
  /** Name or ARN. */
  readonly role: string | undefined;
  readonly region: Region | undefined;
  /** AWS_REGION of the job, for a hint; it decides nothing. */
  readonly regionOfJob: string | undefined;
  /** Nothing is to be obtained or changed. */
  readonly scanOnly: boolean;
  readonly audience: string | undefined;
  readonly sessionName: string | undefined;
  /** Seconds. */
  readonly duration: number | undefined;
  readonly sessionPolicy: string | undefined;
  readonly managedPolicies: readonly string[];
  /** Undefined: every account that the configuration names. */
  readonly allowedAccounts: readonly AccountId[] | undefined;
  readonly maskAccount: boolean;
  readonly outputCredentials: boolean;
  readonly unsetCurrent: boolean;
  readonly chaining: boolean;
  readonly externalId: string | undefined;
  readonly profile: string | undefined;
  readonly exportMode: ExportMode | undefined;
  /** Undefined: whatever can be renewed is. */
  readonly refresh: boolean | undefined;
  /** What a refusal may be explained with; undefined: what the job has anyway. */
  readonly explainWith: ExplainInput | undefined;
  readonly connection: ConnectionInputs;
}

/** Where the trust policy of a role that refuses may be read. */
export type ExplainInput =
  /** A role that the job may enter, and that may read the other one (iam:GetRole). */
  | { readonly kind: 'role'; readonly arn: RoleArn }
  /** A file of the checkout. */
  | { readonly kind: 'file'; readonly path: string };

/** How GitHub and AWS are reached. */
export interface ConnectionInputs {
  readonly httpProxy: string | undefined;
  readonly noProxy: string | undefined;
  readonly stsEndpoint: string | undefined;
  readonly maxAttempts: number;
  /** Seconds for which refusals are asked about again; 0: a refusal is final. */
  readonly retryRefusals: number;
  /** Seconds that the whole exchange may take. */
  readonly timeout: number;
}

/** Reads all inputs; whatever is wrong with any of them is added to the faults. */
export function readInputs(read: ReadInput, variables: Variables, faults: Faults): Inputs {
  refuseForeignInputs(read, faults);
  const inputs = new InputReader(read, faults);
  // What it does is done where the inputs are read: see translatedInputs.
  inputs.flag('translate-env-variables', false);
  const chaining = inputs.flag('role-chaining', false);
  return {
    environments: inputs.names('environment'),
    config: inputs.text('config'),
    role: inputs.parsed(
      'role-to-assume',
      text => roleReference(text, inputs.text('sts-endpoint') !== undefined),
      'the ARN of a role (arn:aws:iam::<account>:role/<name>)',
    ),
    region: inputs.parsed('aws-region', region, regionExample),
    regionOfJob: variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'] || undefined,
    scanOnly: inputs.flag('scan-only', false),
    audience: inputs.text('audience'),
    sessionName: inputs.parsed(
      'role-session-name',
      text => (SESSION_NAME.test(text) ? text : undefined),
      '2 to 64 of the characters A-Z a-z 0-9 _ + = , . @ -',
    ),
    duration: readDuration(inputs, chaining, faults),
    sessionPolicy: readPolicy(inputs, faults),
    managedPolicies: inputs.list('managed-session-policies'),
    allowedAccounts: readAllowedAccounts(inputs, faults),
    maskAccount: inputs.flag('mask-aws-account-id', false),
    outputCredentials: inputs.flag('output-credentials', false),
    unsetCurrent: inputs.flag('unset-current-credentials', false),
    chaining,
    externalId: inputs.parsed(
      'role-external-id',
      text => (/^[\w+=,.@:/-]{2,1224}$/.test(text) ? text : undefined),
      '2 to 1224 of the characters A-Z a-z 0-9 _ + = , . @ : / -',
    ),
    profile: inputs.parsed(
      'aws-profile',
      text => (isProfileName(text) ? text : undefined),
      'up to 128 letters, digits and _ @ + . % : / - (not first), which all AWS tools read',
    ),
    exportMode: inputs.choice('export', EXPORT_MODES),
    refresh: inputs.text('refresh') === undefined ? undefined : inputs.flag('refresh', true),
    explainWith: inputs.parsed(
      'explain-role',
      explainInput,
      'the ARN of a role that may read the other one (iam:GetRole), or a trust policy in the checkout (….json)',
    ),
    connection: readConnection(inputs, faults),
  };
}

function explainInput(text: string): ExplainInput | undefined {
  const role = parseRoleArn(text);
  if (role !== undefined) return { kind: 'role', arn: role.arn };
  return text.endsWith('.json') ? { kind: 'file', path: text } : undefined;
}

/** @param isForeign whether an STS is named that is perhaps none of AWS's */
function roleReference(text: string, isForeign: boolean): string | undefined {
  const isArn = parseRoleArn(text) ?? (isForeign ? parseForeignRoleArn(text) : undefined);
  return isArn !== undefined || /^[\w+=,.@-]+(\/[\w+=,.@-]+)*$/.test(text) ? text : undefined;
}

function readDuration(inputs: InputReader, chaining: boolean, faults: Faults): number | undefined {
  const text = inputs.text('role-duration-seconds');
  if (text === undefined) return undefined;
  const seconds = parseDuration(text);
  const fault = durationFault(seconds, chaining ? LONGEST_CHAINED_SESSION : undefined);
  if (fault !== undefined) faults.add('role-duration-seconds', `${quoted(text)} ${fault}`);
  return seconds;
}

function readPolicy(inputs: InputReader, faults: Faults): string | undefined {
  const text = inputs.text('inline-session-policy');
  if (text === undefined) return undefined;
  const minified = minifyPolicy(text);
  if ('policy' in minified) return minified.policy;
  faults.add('inline-session-policy', minified.fault);
  return undefined;
}

/** An allow list that is given but allows nobody is a mistake (an unset variable), never "everybody". */
function readAllowedAccounts(inputs: InputReader, faults: Faults): readonly AccountId[] | undefined {
  const given = inputs.text('allowed-account-ids');
  if (given === undefined) return undefined;
  const items = inputs.list('allowed-account-ids').map(item => item.replace(/^["']|["']$/g, ''));
  const accounts = items.flatMap(item => accountId(item) ?? []);
  for (const item of items) {
    if (accountId(item) === undefined)
      faults.add('allowed-account-ids', `${quoted(item)} is not an account ID of 12 digits`);
  }
  if (items.length === 0)
    faults.add('allowed-account-ids', `${quoted(given)} names no account; leave it out to allow every one`);
  return accounts;
}

function readConnection(inputs: InputReader, faults: Faults): ConnectionInputs {
  const endpoint = (text: string) =>
    URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined;
  const timeout = readSeconds(inputs, faults, 'timeout', 60, 1, 600);
  const retryRefusals = readSeconds(inputs, faults, 'retry-refusals', 0, 0, 600);
  if (retryRefusals >= timeout) {
    faults.add(
      'retry-refusals',
      `is ${retryRefusals} s, and everything ends after ${timeout} s: raise \`timeout\` above it`,
    );
  }
  return {
    httpProxy: readProxy(inputs, faults),
    noProxy: inputs.text('no-proxy'),
    stsEndpoint: inputs.parsed('sts-endpoint', endpoint, 'the URL of an STS endpoint'),
    maxAttempts: inputs.whole('retry-max-attempts', 1, 100, 12),
    retryRefusals,
    timeout,
  };
}

function readSeconds(
  inputs: InputReader,
  faults: Faults,
  name: string,
  byDefault: number,
  least: number,
  most: number,
): number {
  const text = inputs.text(name);
  if (text === undefined) return byDefault;
  const seconds = parseDuration(text);
  if (seconds !== undefined && seconds >= least && seconds <= most) return seconds;
  faults.add(name, `must be a duration from ${least}s to ${most / 60}m, not ${quoted(text)}`);
  return byDefault;
}

/** What is wrong with it is said without it: it may hold a password. */
function readProxy(inputs: InputReader, faults: Faults): string | undefined {
  const text = inputs.text('http-proxy');
  if (text === undefined) return undefined;
  const proxy = parseProxy(text);
  if (!('why' in proxy)) return text;
  faults.add('http-proxy', proxy.why);
  return undefined;
}
