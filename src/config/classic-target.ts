import {
  defaultAudience,
  NO_ACCOUNT,
  parseForeignRoleArn,
  parseRoleArn,
  partitionOf,
  type Region,
  roleArn,
} from '../aws/names.js';
import { defaultSessionName } from '../credentials/session-name.js';
import { sessionPolicyFaults } from '../credentials/session-policy.js';
import type { Target } from '../credentials/target.js';
import type { Job } from '../github/job.js';
import { DEFAULT_SESSION } from './duration.js';
import { type Faults, quoted } from './fault.js';
import type { Inputs } from './inputs.js';
import { unknownRegion } from './regions.js';

/** The one target that the inputs themselves describe; undefined where they are at fault. */
export function classicTarget(inputs: Inputs, job: Job, faults: Faults): Target | undefined {
  const { role } = inputs;
  const region = knownRegion(inputs, faults);
  if (role === undefined || region === undefined) return undefined;
  const arn = parseRoleArn(role) ?? parseForeignRoleArn(role) ?? namedRole(role, inputs, faults);
  if (arn === undefined) return undefined;
  const isForeign = arn.account === NO_ACCOUNT;
  if (!isForeign && arn.partition !== partitionOf(region)) {
    faults.add(
      'role-to-assume',
      `is in partition ${arn.partition}, but Region ${region} is in partition ${partitionOf(region)}`,
    );
  }
  if (inputs.allowedAccounts?.includes(arn.account) === false) {
    faults.add(
      'allowed-account-ids',
      isForeign
        ? 'allows accounts of AWS, and role-to-assume belongs to none'
        : `does not allow account ${arn.account} of role-to-assume`,
    );
  }
  for (const fault of sessionPolicyFaults(inputs.sessionPolicy, inputs.managedPolicies, arn.account)) {
    faults.add('managed-session-policies', fault);
  }
  if (inputs.chaining && inputs.unsetCurrent) {
    faults.add('unset-current-credentials', 'would remove the credentials that role-chaining starts from');
  }
  return {
    name: inputs.profile ?? 'default',
    account: arn.account,
    region,
    role: arn.arn,
    audience: inputs.audience ?? defaultAudience(region),
    duration: inputs.duration ?? DEFAULT_SESSION,
    sessionName: inputs.sessionName ?? defaultSessionName(job),
    sessionPolicy: inputs.sessionPolicy,
    managedPolicies: inputs.managedPolicies,
    chain: inputs.chaining ? { via: undefined, tags: {}, externalId: inputs.externalId } : undefined,
  };
}

function knownRegion(inputs: Inputs, faults: Faults): Region | undefined {
  const { region, connection } = inputs;
  if (region === undefined) {
    // One that has no right form is known to be wrong already.
    if (!faults.has('aws-region')) faults.add('aws-region', missingRegion(inputs));
    return undefined;
  }
  const unknown = unknownRegion(region, connection.stsEndpoint);
  if (unknown !== undefined) faults.add('aws-region', unknown);
  return unknown === undefined ? region : undefined;
}

/** The job's own Region is no input: a variable of the runner must not decide where a job deploys to. */
function missingRegion({ regionOfJob }: Inputs): string {
  const hint =
    regionOfJob === undefined
      ? 'such as eu-west-1'
      : `for example that of the job: aws-region: \${{ env.AWS_REGION }} (it is ${quoted(regionOfJob)})`;
  return `is missing: role-to-assume needs the Region to work in, ${hint}`;
}

/** A role given by name needs an account from somewhere; the only honest source is an allow list of one. */
function namedRole(name: string, inputs: Inputs, faults: Faults) {
  const [account, ...others] = inputs.allowedAccounts ?? [];
  if (account !== undefined && others.length === 0 && inputs.region !== undefined) {
    return parseRoleArn(roleArn(partitionOf(inputs.region), account, name));
  }
  faults.add(
    'role-to-assume',
    `${quoted(name)} names no account: write the ARN (arn:aws:iam::<account>:role/${name}), or name exactly one account in allowed-account-ids`,
  );
  return undefined;
}
