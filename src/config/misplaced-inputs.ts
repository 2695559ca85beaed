import type { Faults } from './fault.js';
import type { Inputs } from './inputs.js';

/** Inputs that say something about one role, and so nothing about environments; undefined: not given. */
function classicOnly(inputs: Inputs) {
  return {
    'aws-region': inputs.region,
    audience: inputs.audience,
    'role-duration-seconds': inputs.duration,
    'inline-session-policy': inputs.sessionPolicy,
    'managed-session-policies': inputs.managedPolicies[0],
    'role-external-id': inputs.externalId,
    'aws-profile': inputs.profile,
    'role-chaining': inputs.chaining || undefined,
  };
}

export function refuseClassicOnly(inputs: Inputs, faults: Faults): void {
  for (const [name, value] of Object.entries(classicOnly(inputs))) {
    if (value !== undefined) {
      faults.add(
        name,
        'belongs to role-to-assume, which is empty; an environment says this in the configuration file',
      );
    }
  }
}

/**
 * The inputs that nobody gives who wants no credentials. A Region alone is none of them: it stands in steps that only
 * end an identity, too.
 */
export function wishesForCredentials(inputs: Inputs): readonly string[] {
  const given = {
    ...classicOnly(inputs),
    'aws-region': undefined,
    export: inputs.exportMode === 'none' ? undefined : inputs.exportMode,
    'output-credentials': inputs.outputCredentials || undefined,
    'allowed-account-ids': inputs.allowedAccounts,
    'role-session-name': inputs.sessionName,
  };
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}
