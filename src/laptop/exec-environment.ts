import type { Variables } from '../github/job.js';
import { IDENTITY } from '../handover/environment.js';

/** Further variables that lead some tool to somebody else's credentials. */
const OTHERS = [
  'AWS_DEFAULT_PROFILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
  'AWS_ROLE_SESSION_NAME',
  'AWS_CREDENTIAL_FILE',
  'AWS_ACCESS_KEY',
  'AWS_SESSION_EXPIRATION',
  // CDK reads an option from CDK_ and its name; the profile of one beats AWS_PROFILE.
  'CDK_PROFILE',
  'CDK_REGION',
] as const;

/** What a command is started with. */
export interface ExecSettings {
  readonly profile: string;
  readonly region: string;
  readonly configFile: string;
  readonly credentialsFile: string;
  /** Our plugin for CDK, which knows an earlier step's profiles, not these. */
  readonly cdkPlugin: string;
}

/**
 * The environment of a command that is to act as one profile: nothing inherited names another identity.
 *
 * @param inherited names count whatever their case, as they do on Windows
 */
export function execEnvironment(inherited: Variables, settings: ExecSettings): Record<string, string> {
  const set: Readonly<Record<string, string>> = {
    AWS_CONFIG_FILE: settings.configFile,
    AWS_SHARED_CREDENTIALS_FILE: settings.credentialsFile,
    AWS_PROFILE: settings.profile,
    AWS_SDK_LOAD_CONFIG: '1',
    AWS_REGION: settings.region,
    AWS_DEFAULT_REGION: settings.region,
  };
  const gone = new Set<string>([...IDENTITY, ...OTHERS, ...Object.keys(set)]);
  const kept = Object.entries(inherited).flatMap(([name, value]) => {
    const upper = name.toUpperCase();
    const isOurPlugin = upper === 'CDK_PLUGIN' && value === settings.cdkPlugin;
    return value === undefined || gone.has(upper) || isOurPlugin ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...set };
}
