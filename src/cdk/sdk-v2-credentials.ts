import type { SDKv2CompatibleCredentials } from '@aws-cdk/cli-plugin-contract';
import type { PluginCredentials } from './plugin-credentials.js';

type Callback = (error?: Error) => void;

/** Milliseconds before the end at which the SDK for JavaScript v2 renews (Credentials.expiryWindow). */
const EXPIRY_WINDOW = 15_000;

/**
 * Credentials as CLI versions before 2.167 use them: an object of the SDK for JavaScript v2 that renews itself
 * (AWS.Credentials in aws-sdk). Those in between take it for plain credentials, whose fields it has too.
 */
export class SdkV2Credentials implements SDKv2CompatibleCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expireTime: Date;
  expired = false;
  readonly #renew: () => Promise<PluginCredentials>;
  #renewing: Promise<void> | undefined;

  constructor(initial: PluginCredentials, renew: () => Promise<PluginCredentials>) {
    this.accessKeyId = initial.accessKeyId;
    this.secretAccessKey = initial.secretAccessKey;
    this.sessionToken = initial.sessionToken;
    this.expireTime = initial.expiration;
    this.#renew = renew;
  }

  get expiration(): Date {
    return this.expireTime;
  }

  needsRefresh(): boolean {
    return this.expired || this.expireTime.getTime() - Date.now() < EXPIRY_WINDOW;
  }

  async getPromise(): Promise<void> {
    if (this.needsRefresh()) await this.refreshPromise();
  }

  get(callback: Callback): void {
    this.getPromise().then(() => callback(), callback);
  }

  refreshPromise(): Promise<void> {
    this.#renewing ??= this.#take().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  refresh(callback: Callback): void {
    this.refreshPromise().then(() => callback(), callback);
  }

  async #take(): Promise<void> {
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = await this.#renew();
    Object.assign(this, {
      accessKeyId,
      secretAccessKey,
      sessionToken,
      expireTime: expiration,
      expired: false,
    });
  }
}
