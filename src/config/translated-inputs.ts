import type { Variables } from '../github/job.js';
import type { ReadInput } from './input-reader.js';

/**
 * Inputs that aws-actions/configure-aws-credentials takes from variables of the job when they are not given, and what
 * `action.yml` gives them here when they are not. (The proxies are read from their variables anyway.)
 */
const TRANSLATED: Readonly<Record<string, string>> = {
  'aws-region': '',
  'role-to-assume': '',
  'web-identity-token-file': '',
  'role-chaining': 'false',
  audience: '',
  'mask-aws-account-id': 'false',
  'role-duration-seconds': '',
  'role-external-id': '',
  'role-session-name': '',
  'role-skip-session-tagging': '',
  'transitive-tag-keys': '',
  'inline-session-policy': '',
  'managed-session-policies': '',
  'output-credentials': 'false',
  'unset-current-credentials': 'false',
  'disable-retry': '',
  'retry-max-attempts': '12',
  'special-characters-workaround': '',
  'use-existing-credentials': '',
  'overwrite-aws-profile': '',
};

/**
 * With `translate-env-variables: true` an input that is not given is taken from the variable of its name: ROLE_TO_ASSUME
 * for `role-to-assume`. The peer does so unless it is told not to; here it has to be asked for, since any earlier step
 * may have set such a variable.
 */
export function translatedInputs(read: ReadInput, variables: Variables): ReadInput {
  if (!/^true$/i.test(read('translate-env-variables'))) return read;
  return name => {
    const given = read(name);
    const variable = variables[name.toUpperCase().replaceAll('-', '_')]?.trim();
    return given === TRANSLATED[name] && variable ? variable : given;
  };
}
