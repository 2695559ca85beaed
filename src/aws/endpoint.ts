import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { printable } from '../printable.js';

/** Services as the variables for their endpoints name them. */
export type Service = 'STS' | 'SSO' | 'SSO_OIDC' | 'SIGNIN';

/**
 * The endpoint of a service that the environment names, as the AWS SDKs read it (AWS SDKs and Tools Reference Guide,
 * service-specific endpoints). Files of the machine have no say: the job's token must not go where an earlier job wrote.
 *
 * @returns undefined when none is named: the Region's own counts
 * @throws Failure `wrong-input` when what is named is no URL
 */
export function endpointOfEnvironment(variables: Variables, service: Service = 'STS'): URL | undefined {
  if (variables['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true') return undefined;
  const name = [`AWS_ENDPOINT_URL_${service}`, 'AWS_ENDPOINT_URL'].find(variable => variables[variable]);
  const given = name && variables[name];
  if (!given) return undefined;
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return new URL(given);
  throw new Failure('wrong-input', {
    what: `${name} is not the URL of an endpoint.`,
    why: `It is set to ${printable(given, 100)}.`,
  });
}
