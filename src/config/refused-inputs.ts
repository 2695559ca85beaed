import type { Faults } from './fault.js';
import type { ReadInput } from './input-reader.js';

/** Inputs of aws-actions/configure-aws-credentials that have no place here: why, and what to do instead. */
export const REFUSED_INPUTS: ReadonlyArray<{
  readonly input: string;
  readonly why: string;
  readonly instead: string;
  /** Values with which nothing is asked for that does not happen anyway. */
  readonly harmless?: RegExp;
}> = [
  {
    input: 'aws-access-key-id',
    why: 'a static key is what this action replaces',
    instead: 'delete it, create a role that trusts this repository, and name it in `role-to-assume`',
  },
  {
    input: 'aws-secret-access-key',
    why: 'a static key is what this action replaces',
    instead: 'delete it and the secret behind it, and deactivate the key in IAM',
  },
  {
    input: 'aws-session-token',
    why: 'credentials are obtained here, not handed in',
    instead: 'delete it; to go on from the credentials of an earlier step set `role-chaining: true`',
  },
  {
    input: 'web-identity-token-file',
    why: 'the job asks GitHub for its own token, and a token in a file is dead after five minutes',
    instead: 'delete it and give the job `permissions: id-token: write`',
  },
  {
    input: 'use-existing-credentials',
    why: 'it accepts any identity that the machine happens to have',
    instead: 'delete it; every job obtains its own credentials',
    harmless: /^false$/i,
  },
  {
    input: 'force-skip-oidc',
    why: 'the OIDC token is the only source of credentials',
    instead: 'delete it; to go on from the credentials of an earlier step set `role-chaining: true`',
    harmless: /^false$/i,
  },
  {
    input: 'special-characters-workaround',
    why: 'it asks STS again and again until the key looks different',
    instead: 'delete it; quote the key where a tool is confused by + or /',
    harmless: /^false$/i,
  },
  {
    input: 'overwrite-aws-profile',
    why: 'the profile is written to a file of its own, never over one of yours',
    instead: 'delete it',
    harmless: /^false$/i,
  },
  {
    input: 'output-env-credentials',
    why: 'what is handed over is chosen by one input here',
    instead: 'write `export: none` for false, delete it for true',
  },
  {
    input: 'disable-retry',
    why: 'how often STS is asked is one input here',
    instead: 'write `retry-max-attempts: 1`',
    harmless: /^false$/i,
  },
  {
    input: 'action-timeout-s',
    why: 'the time bound is always on here',
    instead: 'write `timeout: 60s`',
    harmless: /^0+$/,
  },
  {
    input: 'role-skip-session-tagging',
    why: 'no session is tagged unless the configuration file says so',
    instead: 'delete it',
    harmless: /^(true|false)$/i,
  },
  {
    input: 'custom-tags',
    why: 'a token of GitHub carries no session tags; only a second AssumeRole can send them',
    instead: 'name the hub role in `via` and the tags in `tags` of the environment in the configuration file',
    harmless: /^\{\s*\}$/,
  },
  {
    input: 'transitive-tag-keys',
    why: 'the bootstrap roles of CDK refuse sessions with transitive tags',
    instead: 'delete it; tags of the configuration file are not transitive',
  },
];

/** Adds one fault for every input that is given, and asks for something, though it has no place here. */
export function refuseForeignInputs(read: ReadInput, faults: Faults): void {
  for (const { input, why, instead, harmless } of REFUSED_INPUTS) {
    const value = read(input);
    if (value !== '' && !harmless?.test(value) && !isDefaultOutput(input, value, read))
      faults.add(input, `is refused: ${why}. Instead: ${instead}.`);
  }
}

/** What the peer does when it is not told: with `aws-profile` it exports no variables, else it does. */
function isDefaultOutput(input: string, value: string, read: ReadInput): boolean {
  const byDefault = read('aws-profile') === '' ? /^true$/i : /^false$/i;
  return input === 'output-env-credentials' && byDefault.test(value);
}
