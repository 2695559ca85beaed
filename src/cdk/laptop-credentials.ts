import { execFile } from 'node:child_process';
import type {
  CredentialProviderSource,
  ForReading,
  ForWriting,
  PluginProviderOptions,
  PluginProviderResult,
} from '@aws-cdk/cli-plugin-contract';
import { Fields } from '../credentials/fields.js';
import { parseAnswer } from '../handover/ask-process.js';
import { printable } from '../printable.js';
import { type PluginCredentials, renewBefore } from './plugin-credentials.js';
import { SdkV2Credentials } from './sdk-v2-credentials.js';

/** Credentials of a person, for every account that their profiles sign on to. */
export class LaptopCredentials implements CredentialProviderSource {
  readonly name = 'aws-temp-creds';
  readonly #profiles: ReadonlyMap<string, string>;
  readonly #command: string;

  /**
   * @param profiles by account ID
   * @param command absolute path of the command's bundle
   */
  constructor(profiles: ReadonlyMap<string, string>, command: string) {
    this.#profiles = profiles;
    this.#command = command;
  }

  async isAvailable(): Promise<boolean> {
    return this.#profiles.size > 0;
  }

  async canProvideCredentials(account: string): Promise<boolean> {
    return this.#profiles.has(account);
  }

  async getProvider(
    account: string,
    _mode: ForReading | ForWriting,
    options?: PluginProviderOptions,
  ): Promise<PluginProviderResult> {
    const provide = () => this.#credentials(account);
    return options?.supportsV3Providers === true ? provide : new SdkV2Credentials(await provide(), provide);
  }

  #credentials(account: string): Promise<PluginCredentials> {
    const profile = this.#profiles.get(account) ?? '';
    // What a project wants loaded into its own Node.js processes (NODE_OPTIONS) is not meant for this one.
    const { NODE_OPTIONS: _, ...env } = process.env;
    const args = [this.#command, 'credentials', profile];
    return new Promise((resolve, reject) => {
      execFile(process.execPath, args, { env, windowsHide: true }, (error, stdout, stderr) => {
        const credentials = error === null ? parseAnswer(stdout) : undefined;
        // The portal gave them for the account that the profile names; whoever edits the profile is found out here.
        const isFor = Fields.parse(stdout)?.text('AccountId');
        if (credentials !== undefined && isFor === account)
          resolve({ ...credentials, expiration: renewBefore(credentials.expiration, new Date()) });
        else reject(new Error(reasonOf(profile, stderr, isFor, account), { cause: error }));
      });
    });
  }
}

function reasonOf(profile: string, stderr: string, isFor: string | undefined, account: string): string {
  if (isFor !== undefined)
    return `aws-temp-creds: the profile ${printable(profile, 100)} is for account ${printable(isFor, 20)}, not for ${account}`;
  const text = stderr
    .split('\n')
    .map(line => printable(line, 500))
    .join('\n')
    .trim();
  return text === '' ? `aws-temp-creds: no credentials for the profile ${printable(profile, 100)}` : text;
}
