import type { Faults } from './fault.js';
import type { Inputs } from './inputs.js';

/** Inputs that say something about one role, and so nothing about environments. */
export function refuseClassicOnly(inputs: Inputs, faults: Faults): void {
  const given = {
    'aws-region': inputs.region,
    audience: inputs.audience,
    'role-duration-seconds': inputs.duration,
    'inline-session-policy': inputs.sessionPolicy,
    'managed-session-policies': inputs.managedPolicies[0],
    'role-external-id': inputs.externalId,
    'aws-profile': inputs.profile,
    'role-chaining': inputs.chaining || undefined,
  };
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) {
      faults.add(
        name,
        'belongs to role-to-assume, which is not given; an environment says this in the configuration file',
      );
    }
  }
}

/** Whoever says how credentials are to be handed over wants some: the role's input is empty by mistake. */
export function refuseWithoutIdentity(inputs: Inputs, faults: Faults): void {
  const given = {
    export: inputs.exportMode !== undefined && inputs.exportMode !== 'none',
    'output-credentials': inputs.outputCredentials,
    'allowed-account-ids': inputs.allowedAccounts !== undefined,
    'role-session-name': inputs.sessionName !== undefined,
  };
  for (const [name, isGiven] of Object.entries(given)) {
    if (isGiven) {
      faults.add(
        name,
        'is about credentials, but role-to-assume and environment are empty, and there is no configuration file with environments',
      );
    }
  }
}
