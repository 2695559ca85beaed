import type { Connection } from './connection.js';
import { endpointOfEnvironment } from './endpoint.js';
import type { Region } from './names.js';

/** Milliseconds: to connect, and for one whole request. */
const CONNECTION_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 10_000;

/** The services of sign-on. */
type SignOnService = 'SSO' | 'SSO_OIDC' | 'SIGNIN';

/** Where the services of sign-on are, for the choice between proxy and direct way; the SDK knows it exactly. */
const HOSTS: Readonly<Record<SignOnService, (region: Region) => string>> = {
  SSO: region => `portal.sso.${region}.amazonaws.com`,
  SSO_OIDC: region => `oidc.${region}.amazonaws.com`,
  SIGNIN: region => `${region}.signin.aws.amazon.com`,
};

/** How a client of the SDK reaches a service of sign-on: unsigned, through the proxies of the environment. */
export function clientSettings(
  service: SignOnService,
  region: Region,
  connection: Connection,
  maxAttempts = 3,
) {
  const endpoint = endpointOfEnvironment(process.env, service);
  const address = endpoint ?? new URL(`https://${HOSTS[service](region)}`);
  return {
    region,
    // Nothing here is signed: a token in the request admits, and no key of the machine's has a say.
    credentials: { accessKeyId: 'unsigned', secretAccessKey: 'unsigned' },
    // Files of the machine have no say where a token is sent: an endpoint of a local stand-in may be left in them.
    ...(endpoint === undefined
      ? { ignoreConfiguredEndpointUrls: true }
      : { endpoint: endpoint.href.replace(/\/$/, '') }),
    maxAttempts,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      throwOnRequestTimeout: true,
      httpAgent: connection.httpAgent(address),
      httpsAgent: connection.httpsAgent(address),
    },
  };
}
