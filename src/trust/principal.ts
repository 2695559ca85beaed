import { printable } from '../printable.js';
import type { Judged } from './condition.js';
import { parseProviderArn } from './issuer.js';
import { type Answer, not, some } from './logic.js';
import type { Principals } from './policy.js';
import { issuerOf, type WebIdentityRequest } from './request.js';

/** Providers that AWS knows by their domain, without an ARN (IAM User Guide, OIDC federated principals). */
const BY_DOMAIN = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

/** Whether a statement names the bearer of the token. */
export function judgePrincipal(principals: Principals | undefined, request: WebIdentityRequest): Judged {
  if (principals === undefined) return { met: false, why: 'the statement names nobody' };
  const judged = principals.named.map(({ kind, name }) => judgeName(kind, name, request));
  const named: Answer = principals.everyone ? true : some(judged.map(({ met }) => met));
  if (principals.negated)
    return {
      met: not(named),
      why: named === true ? 'NotPrincipal names this provider' : 'NotPrincipal names others',
    };
  if (principals.everyone) return { met: true, why: 'the statement names everyone' };
  const telling = judged.find(({ met }) => met === named);
  return telling ?? { met: false, why: 'the statement names nobody' };
}

/** No wildcard inside a principal: either the whole of it is `*`, or it names one. */
function judgeName(kind: string, name: string, request: WebIdentityRequest): Judged {
  if (kind !== 'Federated')
    return { met: false, why: `${kind} ${printable(name, 200)} is nobody who comes with a token` };
  const provider = issuerOf(request);
  if (name === '*') return { met: true, why: 'the statement names every provider' };
  if (BY_DOMAIN.has(name) && name === provider) return { met: true, why: `the token comes from ${name}` };
  const arn = parseProviderArn(name);
  if (arn === undefined) return { met: false, why: `${printable(name, 200)} is no OIDC provider` };
  if (arn.provider !== provider)
    return {
      met: false,
      why: `the statement trusts ${printable(arn.provider, 200)}, and the token comes from ${printable(provider, 200) || 'nowhere that it says'}`,
    };
  if (request.account !== undefined && arn.account !== request.account)
    return {
      met: false,
      why: `the provider is one of account ${arn.account}, and the role is in ${request.account}: only a provider of the role's own account counts`,
    };
  if (request.partition !== undefined && arn.partition !== request.partition)
    return { met: false, why: `the provider is in ${arn.partition}, and the role in ${request.partition}` };
  return { met: true, why: `the token comes from ${printable(provider, 200)}` };
}
