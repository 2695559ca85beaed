import { ownAuthorities, usableProxy } from '../aws/connection.js';
import { stsEndpoint } from '../aws/endpoint.js';
import type { Region } from '../aws/names.js';
import type { Variables } from '../github/job.js';
import { offersTokens, tokenServiceUrl } from '../github/oidc-token.js';
import type { DeployPlan } from './plan-deploy.js';

/**
 * Looks at everything in the environment that decides how GitHub and AWS are reached, for the hosts that will be asked:
 * certificate authorities, endpoints, proxies.
 *
 * @throws Failure `wrong-input` or `no-identity-token`, before anything is sent
 */
export function checkWay({ inputs, selection, configuration }: DeployPlan, variables: Variables): void {
  ownAuthorities(variables);
  const regions: readonly Region[] =
    selection.kind === 'targets'
      ? selection.targets.map(({ region }) => region)
      : (configuration?.environments.map(({ region }) => region) ?? []);
  for (const region of new Set(regions)) {
    usableProxy(stsEndpoint(region, inputs.connection.stsEndpoint, variables), variables);
  }
  if (offersTokens(variables) && !inputs.chaining) usableProxy(tokenServiceUrl(variables), variables);
}
