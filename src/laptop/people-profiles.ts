import type { AccountId, Region } from '../aws/names.js';
import type { Configuration, SsoConfiguration } from '../config/configuration.js';
import { Failure } from '../failure.js';
import { isReadByAll } from './config-file.js';

/** A profile that gives a person one permission set in one account, by way of the access portal. */
export interface SignOnProfile {
  readonly name: string;
  /** Name of the `[sso-session]`. */
  readonly session: string;
  readonly account: AccountId;
  readonly permissionSet: string;
  readonly region: Region;
  /** What it was made from, for messages: `environment dev`. */
  readonly origin: string;
}

/** The profiles that a configuration makes, and the environments that nobody signs on to. */
export interface PeopleProfiles {
  readonly sso: SsoConfiguration;
  readonly profiles: readonly SignOnProfile[];
  /** Environments without a permission set. */
  readonly without: readonly string[];
}

/**
 * One profile for each environment and permission set: the first set's has the environment's name, a further one's the
 * set's name behind it.
 *
 * @param prefix stands before every name
 * @throws Failure `wrong-configuration` when there is no portal, or two profiles would have one name
 */
export function peopleProfiles(configuration: Configuration, prefix: string): PeopleProfiles {
  const { sso, environments, path } = configuration;
  if (sso === undefined) throw noPortal(path);
  const profiles = environments.flatMap(environment =>
    environment.people.map(
      ({ permissionSet }, index): SignOnProfile => ({
        name: prefix + (index === 0 ? environment.name : `${environment.name}-${inName(permissionSet)}`),
        session: sso.session,
        account: environment.account,
        permissionSet,
        region: environment.region,
        origin: `${permissionSet} of environment ${environment.name}`,
      }),
    ),
  );
  refuseNames(profiles, sso.session);
  const without = environments.filter(({ people }) => people.length === 0).map(({ name }) => name);
  return { sso, profiles, without };
}

/** A permission set's name may hold characters that the SDK for JavaScript reads in no profile's name. */
export function inName(text: string): string {
  return text.replace(/[^A-Za-z0-9_@+.-]+/g, '-');
}

/** @throws Failure `wrong-configuration` for names that stand twice, or that some tool does not read */
export function refuseNames(profiles: readonly SignOnProfile[], session: string): void {
  const seen = new Map<string, SignOnProfile>();
  for (const profile of profiles) {
    const twin = seen.get(profile.name);
    if (twin !== undefined) throw sameName(profile, twin);
    seen.set(profile.name, profile);
  }
  const odd = [session, ...seen.keys()].find(name => !isReadByAll(name));
  if (odd === undefined) return;
  throw new Failure('wrong-configuration', {
    what: `${odd} cannot be the name of a profile or session.`,
    why: 'Some AWS tools do not read it: the SDK for JavaScript takes letters, digits and _@+.%:/- and drops every other name without a word; names such as "constructor" are lost in it.',
    write: 'Give the environment another name, or: aws-temp-creds profiles --prefix shop-',
  });
}

function sameName(profile: SignOnProfile, twin: SignOnProfile): Failure {
  return new Failure('wrong-configuration', {
    what: `Two profiles would be called ${profile.name}.`,
    why: `${twin.origin} and ${profile.origin}.`,
    write:
      "Give one of the environments another name; for accounts of one name: --name '{account}-{account-id}.{permission-set}'",
  });
}

function noPortal(path: string): Failure {
  return new Failure('wrong-configuration', {
    what: `${path} says nothing of an access portal, so there is nobody to sign on as.`,
    likely: 'The file was written for pipelines alone.',
    write:
      'sso:\n  start-url: https://acme.awsapps.com/start\n  region: us-east-1   # home Region of IAM Identity Center\nenvironments:\n  dev:\n    permission-set: PowerUser   # what people use in this account',
  });
}
