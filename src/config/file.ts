import {
  type AccountId,
  accountId,
  parseRoleArn,
  partitionOf,
  type Region,
  type RoleArn,
  region,
  roleArn,
} from '../aws/names.js';
import { minifyPolicy, sessionPolicyFaults } from '../credentials/session-policy.js';
import type { AllowEntry, Configuration, Environment } from './configuration.js';
import { type ParsedDocument, parseConfiguration } from './document.js';
import { DEFAULT_SESSION, durationFault, LONGEST_CHAINED_SESSION, parseDuration } from './duration.js';
import { Faults } from './fault.js';
import { checkedPeople, checkedSso } from './people.js';
import type { EnvironmentDocument } from './schema.js';

/** Gives the text of a file of the repository; undefined when there is none or it lies outside. */
export type ReadRepositoryFile = (path: string) => string | undefined;

/**
 * Checks a configuration file as a whole.
 *
 * @param text content of the file: YAML or JSON
 * @param path how the file is named in messages
 * @param readFile for session policies that name a file
 * @throws Failure `wrong-configuration` with all faults and their lines in one message
 */
export function readConfiguration(text: string, path: string, readFile: ReadRepositoryFile): Configuration {
  const faults = new Faults();
  const document = parseConfiguration(text, faults);
  const configuration = document && checkedConfiguration(document, path, readFile, faults);
  faults.throwIfAny('wrong-configuration', `The configuration file ${path} is wrong`);
  if (configuration === undefined) throw new Error('a file without faults has a configuration');
  return configuration;
}

function checkedConfiguration(
  { value, lineOf: placeOf }: ParsedDocument,
  path: string,
  readFile: ReadRepositoryFile,
  faults: Faults,
): Configuration {
  // Of faults that are only counted nobody learns the line.
  const lineOf: typeof placeOf = (...at) => (faults.isFull ? 0 : placeOf(...at));
  const environments = Object.entries(value.environments ?? {}).map(([name, entry]) => {
    const fault = (key: string, what: string) =>
      faults.add(`line ${lineOf(['environments', name, key])}`, `environments.${name}.${key} ${what}`);
    return {
      ...checkedEnvironment(name, entry, readFile, fault),
      line: lineOf(['environments', name], true),
    };
  });
  refuseDuplicates(environments, (name, what) => faults.add(`line ${lineOf(['environments', name])}`, what));
  const allow = (value.scan?.allow ?? []).map((entry, index): AllowEntry => {
    const line = lineOf(['scan', 'allow', index]);
    if ((entry.path === undefined) === (entry.fingerprint === undefined)) {
      faults.add(`line ${line}`, `scan.allow.${index} must name either a path or a fingerprint`);
    }
    return {
      path: entry.path,
      fingerprint: entry.fingerprint,
      reason: entry.reason,
      expires: entry.expires,
      line,
    };
  });
  const sso =
    value.sso &&
    checkedSso(value.sso, readFile, (at, what) =>
      faults.add(`line ${lineOf(['sso', ...at])}`, `sso.${at.join('.')} ${what}`),
    );
  const audit = (value.audit?.allow ?? []).map((entry, index) => ({
    rule: entry.rule,
    account: entry.account === undefined ? undefined : accountId(entry.account),
    role: entry.role,
    reason: entry.reason,
    expires: entry.expires,
    line: lineOf(['audit', 'allow', index]),
  }));
  return { path, sso, environments, scan: { allow }, audit: { allow: audit } };
}

type KeyFault = (key: string, what: string) => void;

function checkedEnvironment(
  name: string,
  entry: EnvironmentDocument,
  readFile: ReadRepositoryFile,
  fault: KeyFault,
): Omit<Environment, 'line'> {
  const account = known(accountId(entry.account));
  const place = known(region(entry.region));
  const roleOf = (key: 'role' | 'read-role' | 'via', anyAccount = false) => {
    const text = entry[key];
    return text === undefined
      ? undefined
      : checkedRole(text, account, place, anyAccount, what => fault(key, what));
  };
  const via = roleOf('via', true);
  if (entry.tags !== undefined && via === undefined) {
    fault(
      'tags',
      'need `via`: a token of GitHub carries no session tags, only a second AssumeRole can send them',
    );
  }
  const managedPolicies = entry['managed-policies'] ?? [];
  const sessionPolicy = checkedPolicy(entry['session-policy'], readFile, what =>
    fault('session-policy', what),
  );
  for (const what of sessionPolicyFaults(sessionPolicy, managedPolicies, account)) {
    fault(managedPolicies.length > 0 ? 'managed-policies' : 'session-policy', `: ${what}`);
  }
  return {
    name,
    account,
    region: place,
    role: roleOf('role') ?? roleArn(partitionOf(place), account, entry.role),
    readRole: roleOf('read-role'),
    people: checkedPeople(entry, ([key = ''], what) => fault(key, what)),
    production: entry.production ?? false,
    parity: entry.parity,
    duration: checkedDuration(entry.duration, via !== undefined, what => fault('duration', what)),
    githubEnvironment: entry['github-environment'] ?? name,
    audience: entry.audience,
    sessionPolicy,
    managedPolicies,
    sessionName: entry['session-name'],
    via,
    tags: entry.tags ?? {},
    isDefault: entry.default ?? false,
  };
}

function checkedRole(
  text: string,
  account: AccountId,
  place: Region,
  anyAccount: boolean,
  fault: (what: string) => void,
): RoleArn {
  const partition = partitionOf(place);
  if (!text.startsWith('arn:')) return roleArn(partition, account, text);
  const arn = parseRoleArn(text);
  if (arn === undefined) fault('is not the ARN of a role');
  else if (arn.partition !== partition) {
    fault(`is in partition ${arn.partition}, but Region ${place} is in partition ${partition}`);
  } else if (!anyAccount && arn.account !== account) {
    fault(`is in account ${arn.account}, but the environment's account is ${account}`);
  }
  return arn?.arn ?? roleArn(partition, account, 'unknown');
}

function checkedPolicy(
  given: EnvironmentDocument['session-policy'],
  readFile: ReadRepositoryFile,
  fault: (what: string) => void,
): string | undefined {
  if (given === undefined) return undefined;
  const text = typeof given === 'string' ? policyText(given, readFile) : JSON.stringify(given);
  if (text === undefined) {
    fault(`names ${JSON.stringify(given)}, which is no file of the repository (nor JSON text)`);
    return undefined;
  }
  const minified = minifyPolicy(text);
  if ('policy' in minified) return minified.policy;
  fault(minified.fault);
  return undefined;
}

function policyText(given: string, readFile: ReadRepositoryFile): string | undefined {
  return given.trimStart().startsWith('{') ? given : readFile(given);
}

function checkedDuration(
  given: string | number | undefined,
  chained: boolean,
  fault: (what: string) => void,
): number | undefined {
  if (given === undefined) return undefined;
  const seconds = parseDuration(String(given));
  const wrong = durationFault(seconds, chained ? LONGEST_CHAINED_SESSION : undefined);
  if (wrong !== undefined) fault(wrong);
  return seconds ?? DEFAULT_SESSION;
}

function refuseDuplicates(
  environments: readonly Environment[],
  fault: (name: string, what: string) => void,
): void {
  const seen = new Map<string, string>();
  for (const { name, account, role, region } of environments) {
    const key = `${role} ${region}`;
    const twin = seen.get(key);
    if (twin !== undefined) {
      fault(
        name,
        `environments.${name} has the same account, role and Region as environments.${twin} (${account})`,
      );
    }
    seen.set(key, name);
  }
  const defaults = new Map<string, string>();
  for (const { name, isDefault, githubEnvironment } of environments) {
    if (!isDefault) continue;
    const twin = defaults.get(githubEnvironment);
    if (twin !== undefined)
      fault(name, `environments.${name} and environments.${twin} are both the default of one job`);
    defaults.set(githubEnvironment, name);
  }
}

/** For values whose form the schema has checked already. */
function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the schema admits no such value');
  return value;
}
