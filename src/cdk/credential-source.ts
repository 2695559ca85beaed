import type {
  CredentialProviderSource,
  ForReading,
  ForWriting,
  PluginProviderOptions,
  PluginProviderResult,
} from '@aws-cdk/cli-plugin-contract';
import { printable } from '../printable.js';
import type { HandedOverAccounts } from './handed-over-accounts.js';
import { type PluginCredentials, pluginCredentials } from './plugin-credentials.js';
import { SdkV2Credentials } from './sdk-v2-credentials.js';

/** CDK's word for "only to read". */
const FOR_READING: ForReading = 0;

/** What the source needs beside the accounts. */
export interface SourceSurroundings {
  /** Tells the user one line. */
  readonly tell: (line: string) => void;
  /** Whether somebody else may have credentials for what we do not know. */
  readonly othersAreAsked: boolean;
  /** Whether a step ended the identity of this job: then nothing is handed over, on purpose. */
  readonly hasEnded: boolean;
}

/** Credentials for every account that the job handed over. */
export class JobCredentials implements CredentialProviderSource {
  readonly name = 'aws-temp-creds';
  readonly #handedOver: HandedOverAccounts | undefined;
  readonly #surroundings: SourceSurroundings;
  readonly #told = new Set<string>();

  constructor(handedOver: HandedOverAccounts | undefined, surroundings: SourceSurroundings) {
    this.#handedOver = handedOver;
    this.#surroundings = surroundings;
  }

  async isAvailable(): Promise<boolean> {
    if (this.#handedOver === undefined && !this.#surroundings.hasEnded) {
      this.#tellOnce(
        'AWS_CONFIG_FILE does not name the profiles of this job, so CDK gets no credentials from its plugin. ' +
          'Leave the variable as the step of aws-temp-creds set it.',
      );
    }
    return this.#handedOver !== undefined;
  }

  async canProvideCredentials(account: string): Promise<boolean> {
    if (this.#handedOver === undefined) return false;
    const { accounts, job } = this.#handedOver;
    if (accounts.has(account)) return true;
    if (!this.#surroundings.othersAreAsked) {
      const known = [...accounts.values()].map(
        ({ environment: { target } }) => `${target.name} (${target.account})`,
      );
      const file = job.configuration ?? '.github/aws-temp-creds.yml';
      this.#tellOnce(
        `account ${printable(account, 20)} is not among those that this job got credentials for: ${known.join(', ')}. ` +
          'CDK goes on with the credentials of AWS_PROFILE. If they do not reach that account: ' +
          `add it as an environment to ${printable(file)}, and name that environment in the step.`,
      );
    }
    return false;
  }

  async getProvider(
    account: string,
    mode: ForReading | ForWriting,
    options?: PluginProviderOptions,
  ): Promise<PluginProviderResult> {
    const provide = () => this.#credentials(account, mode);
    return options?.supportsV3Providers === true ? provide : new SdkV2Credentials(await provide(), provide);
  }

  #credentials(account: string, mode: ForReading | ForWriting): Promise<PluginCredentials> {
    const found = this.#handedOver?.accounts.get(account);
    if (found === undefined) throw new Error(`aws-temp-creds has no credentials for account ${account}`);
    const { environment, folder, job } = found;
    const purpose = mode === FOR_READING && environment.readRole !== undefined ? 'read' : 'deploy';
    return pluginCredentials(job.programs, { folder, environment: environment.target.name, purpose });
  }

  #tellOnce(text: string): void {
    if (this.#told.has(text)) return;
    this.#told.add(text);
    this.#surroundings.tell(`aws-temp-creds: ${text}`);
  }
}
