import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { printable } from '../printable.js';
import { domainsOf, partitionOf, type Region } from './names.js';

/** Services as the variables for their endpoints name them. */
export type Service = 'STS' | 'IAM' | 'IAM_TOOLBOX' | 'SSO' | 'SSO_OIDC' | 'SIGNIN';

/**
 * Which STS is asked for a Region: the one that an input names, else the environment, else the Region's own, as the AWS
 * SDKs read the environment (AWS SDKs and Tools Reference Guide: service-specific endpoints, FIPS, dual-stack). Files of
 * the machine have no say: the job's token must not go where an earlier job wrote.
 *
 * @param given URL of the input; undefined or '': none
 * @throws Failure `wrong-input` when a variable has no meaning, or two of them exclude each other
 */
export function stsEndpoint(region: Region, given: string | undefined, variables: Variables): URL {
  const named = given ? new URL(given) : endpointOfEnvironment(variables, 'STS');
  const fips = isOn(variables, 'AWS_USE_FIPS_ENDPOINT');
  const dualStack = isOn(variables, 'AWS_USE_DUALSTACK_ENDPOINT');
  if (named === undefined) return new URL(`https://${stsHost(region, fips, dualStack)}`);
  if (!fips && !dualStack) return named;
  const variable = fips ? 'AWS_USE_FIPS_ENDPOINT' : 'AWS_USE_DUALSTACK_ENDPOINT';
  throw new Failure('wrong-input', {
    what: `${variable} is true, and an endpoint of STS is named beside it: only one of them can count.`,
    why: `The endpoint is ${printable(named.host, 100)}. A ${fips ? 'FIPS' : 'dual-stack'} endpoint is one of AWS's own.`,
    likely: `The runner sets ${variable} for every job, and this one has \`sts-endpoint\` or AWS_ENDPOINT_URL_STS.`,
    write: `Name the endpoint itself (https://${stsHost(region, fips, dualStack)}) as \`sts-endpoint\` and set ${variable} to false for this step,\nor remove the endpoint.`,
  });
}

/** The host of AWS's own endpoint (the SDK's rules for STS; a test compares them). */
function stsHost(region: Region, fips: boolean, dualStack: boolean): string {
  const { dns, dualStack: both } = domainsOf(region);
  if (dualStack) return `sts${fips ? '-fips' : ''}.${region}.${both}`;
  return fips && partitionOf(region) !== 'aws-us-gov' ? `sts-fips.${region}.${dns}` : `sts.${region}.${dns}`;
}

/**
 * The endpoint of a service that the environment names.
 *
 * @returns undefined when none is named: the Region's own counts
 * @throws Failure `wrong-input` when what is named is no URL
 */
export function endpointOfEnvironment(variables: Variables, service: Service): URL | undefined {
  if (variables['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true') return undefined;
  const name = [`AWS_ENDPOINT_URL_${service}`, 'AWS_ENDPOINT_URL'].find(variable => variables[variable]);
  const given = name && variables[name];
  if (!given) return undefined;
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return new URL(given);
  throw new Failure('wrong-input', {
    what: `${name} is not the URL of an endpoint.`,
    why: `It is set to ${printable(given, 100)}.`,
    write: 'Write it whole, with https:// in front, or remove it.',
  });
}

function isOn(variables: Variables, name: string): boolean {
  const value = variables[name] ?? '';
  if (/^true$/i.test(value)) return true;
  if (value === '' || /^false$/i.test(value)) return false;
  throw new Failure('wrong-input', {
    what: `${name} must be true or false.`,
    why: `It is set to ${printable(value, 100)}.`,
    write: 'Set it to true or false, or remove it.',
  });
}
