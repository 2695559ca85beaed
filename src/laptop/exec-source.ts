import { defaultAudience, type Region } from '../aws/names.js';
import type { Configuration, Environment } from '../config/configuration.js';
import { DEFAULT_SESSION } from '../config/duration.js';
import { defaultSessionName } from '../credentials/session-name.js';
import { minifyPolicy, sessionPolicyFaults } from '../credentials/session-policy.js';
import type { Target } from '../credentials/target.js';
import { Failure } from '../failure.js';
import type { Job } from '../github/job.js';
import { printable } from '../printable.js';
import type { PortalProfile } from './sign-on-profile.js';

/** The environment of that name. @throws Failure `wrong-input` */
export function environmentNamed({ environments, path }: Configuration, name: string): Environment {
  const found = environments.find(environment => environment.name === name);
  if (found !== undefined) return found;
  const all = environments.map(environment => environment.name).join(', ') || 'none';
  throw new Failure('wrong-input', {
    what: `There is no environment ${printable(name, 100)} in ${printable(path, 200)}.`,
    why: `It has: ${all}.`,
  });
}

/**
 * The role that a job assumes for an environment.
 *
 * @param policy `--session-policy`: JSON text; undefined: that of the configuration
 * @throws Failure `wrong-input` for a policy that is none
 */
export function targetOf(environment: Environment, job: Job, policy: string | undefined): Target {
  const { name, account, region, role, via, tags, managedPolicies } = environment;
  return {
    name,
    account,
    region,
    role,
    audience: environment.audience ?? defaultAudience(region),
    duration: environment.duration ?? DEFAULT_SESSION,
    sessionName: environment.sessionName ?? defaultSessionName(job),
    sessionPolicy: policy === undefined ? environment.sessionPolicy : checkedPolicy(policy, environment),
    managedPolicies,
    chain: via && { via, tags, externalId: undefined },
  };
}

function checkedPolicy(text: string, { managedPolicies, account }: Environment): string {
  const minified = minifyPolicy(text);
  const faults =
    'fault' in minified ? [minified.fault] : sessionPolicyFaults(minified.policy, managedPolicies, account);
  if (faults.length === 0 && 'policy' in minified) return minified.policy;
  throw new Failure('wrong-input', {
    what: 'The session policy cannot be used.',
    why: faults.map(fault => printable(fault, 300)).join('\n'),
    write: `--session-policy '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'`,
  });
}

/**
 * What a person signs on as for an environment.
 *
 * @param wanted `--permission-set`; undefined: the environment's first one
 * @throws Failure `wrong-configuration` when there is no portal, or the environment is not for people
 */
export function personProfile(
  { sso, path }: Configuration,
  environment: Environment,
  wanted: string | undefined,
  region: Region = environment.region,
): PortalProfile {
  const sets = environment.people.map(({ permissionSet }) => permissionSet);
  const permissionSet = wanted === undefined ? sets[0] : sets.find(set => set === wanted);
  if (sso === undefined || permissionSet === undefined) {
    throw new Failure('wrong-configuration', {
      what:
        wanted !== undefined && sets.length > 0
          ? `People have no permission set ${printable(wanted, 60)} in ${environment.name}; the file has: ${sets.join(', ')}.`
          : `${printable(path, 200)} names no permission set for people in ${environment.name}.`,
      why:
        sso === undefined ? 'It has no access portal (sso) at all.' : 'Without one nobody can sign on to it.',
      likely: 'Only the pipeline works in this environment.',
      write: `environments:\n  ${environment.name}:\n    permission-set: PowerUser`,
    });
  }
  const { session, startUrl, region: home } = sso;
  return {
    kind: 'portal',
    name: environment.name,
    account: environment.account,
    permissionSet,
    region,
    portal: { session, startUrl, region: home, renewable: true },
  };
}
