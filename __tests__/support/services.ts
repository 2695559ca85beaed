import { type Issuer, type IssuerOptions, startIssuer } from './issuer.js';
import { type Sts, type StsOptions, startSts } from './sts.js';

/** An issuer and an STS that trusts it, both under the same clock. */
export interface RunningServices {
  readonly issuer: Issuer;
  readonly sts: Sts;
  close(): Promise<void>;
}

export async function startServices(
  options: IssuerOptions & Omit<StsOptions, 'issuers'> = {},
): Promise<RunningServices> {
  const issuer = await startIssuer(options);
  const sts = await startSts({ ...options, issuers: [issuer] });
  return {
    issuer,
    sts,
    close: async () => {
      await Promise.all([issuer.close(), sts.close()]);
    },
  };
}

/** Services that are stopped whatever happens. */
export async function withServices<T>(
  options: Parameters<typeof startServices>[0],
  body: (services: RunningServices) => Promise<T>,
): Promise<T> {
  const services = await startServices(options);
  try {
    return await body(services);
  } finally {
    await services.close();
  }
}
