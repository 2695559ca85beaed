import { conditionClaims, isGitHub, providerName } from './issuer.js';

/** What a token says, by claim: the payload of a JWT as JSON has it. */
export type TokenPayload = ReadonlyMap<string, unknown>;

/** One call of AssumeRoleWithWebIdentity, as far as the role's trust policy can ask about it. */
export interface WebIdentityRequest {
  readonly payload: TokenPayload;
  /** The role's account, whose identity provider must vouch for the token; undefined: not known. */
  readonly account?: string | undefined;
  /** `aws`, `aws-cn`, …; undefined: not known. */
  readonly partition?: string | undefined;
  /** The role's ARN, where it is known. */
  readonly role?: string | undefined;
  /** RoleSessionName of the call, where it is known. */
  readonly sessionName?: string | undefined;
}

/** What a condition key has in a request. */
export type KeyValue =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'absent'; readonly why: string }
  /** AWS has a value, or none, and only AWS knows. */
  | { readonly kind: 'unknown'; readonly why: string };

const TAGS = 'https://aws.amazon.com/tags';
const SOURCE_IDENTITY = 'https://aws.amazon.com/source_identity';
const ROLES = 'https://aws.amazon.com/roles';

/** The issuer as IAM names it; empty when the token does not say. */
export function issuerOf({ payload }: WebIdentityRequest): string {
  const issuer = payload.get('iss');
  return typeof issuer === 'string' ? providerName(issuer) : '';
}

/** The actions that the policy must allow: tags and a source identity in the token need one more each. */
export function neededActions({ payload }: WebIdentityRequest): readonly string[] {
  return [
    'sts:AssumeRoleWithWebIdentity',
    ...(sessionTags(payload).size > 0 ? ['sts:TagSession'] : []),
    ...(payload.has(SOURCE_IDENTITY) ? ['sts:SetSourceIdentity'] : []),
  ];
}

/**
 * Whether the token names the roles that it may be used for, and this is one (a claim that STS enforces before it
 * looks at the trust policy); undefined: it names none, so any will do. Null: the role is not known here.
 */
export function isRoleListed({ payload, role }: WebIdentityRequest): boolean | null | undefined {
  if (!payload.has(ROLES)) return undefined;
  return role === undefined ? null : claimValues(payload.get(ROLES)).includes(role);
}

/** The value of a condition key. Letter case does not count in the names of keys. */
export function keyValue(key: string, request: WebIdentityRequest): KeyValue {
  const name = key.toLowerCase();
  const colon = name.lastIndexOf(':');
  const provider = issuerOf(request).toLowerCase();
  if (provider !== '' && name.startsWith(`${provider}:`))
    return claimOf(key.slice(provider.length + 1), request);
  if (name.startsWith('sts:')) return stsKey(name.slice(4), request);
  if (name.startsWith('aws:')) return globalKey(name.slice(4), request);
  const prefix = name.slice(0, Math.max(colon, 0));
  return absent(
    /[./]/.test(prefix)
      ? `the key is one of ${prefix}, and the token comes from ${provider || 'nowhere that it says'}`
      : 'AWS has no such key in this call',
  );
}

function claimOf(given: string, request: WebIdentityRequest): KeyValue {
  const claim = given.toLowerCase();
  const provider = issuerOf(request);
  if (!conditionClaims(provider).includes(claim)) {
    const of = isGitHub(provider) ? "of GitHub's tokens" : 'of this issuer';
    return absent(`AWS makes no condition key of the claim ${claim} ${of}`);
  }
  // A token with `azp` is for that party: `aud` is then its value, and the audience itself is `oaud`.
  const authorized = request.payload.get('azp');
  const source =
    claim === 'oaud'
      ? authorized === undefined
        ? undefined
        : 'aud'
      : claim === 'aud' && authorized !== undefined
        ? 'azp'
        : claim;
  const values = source === undefined ? [] : claimValues(request.payload.get(source));
  return values.length === 0 ? absent(`the token has no ${claim}`) : { kind: 'values', values };
}

/** Texts, numbers and truth values, alone or in a list, as IAM compares them: as text. */
function claimValues(value: unknown): string[] {
  return [value]
    .flat()
    .filter(item => ['string', 'number', 'boolean'].includes(typeof item))
    .map(String);
}

function stsKey(name: string, { payload, sessionName, ...request }: WebIdentityRequest): KeyValue {
  switch (name) {
    case 'rolesessionname':
      return sessionName === undefined
        ? unknown('the session name is chosen when the role is asked for')
        : values([sessionName]);
    case 'sourceidentity':
      return values(claimValues(payload.get(SOURCE_IDENTITY)));
    case 'transitivetagkeys':
      return values(transitiveTags(payload));
    case 'roleauthorizedbyidp': {
      const listed = isRoleListed({ payload, ...request });
      return typeof listed === 'boolean' ? values([String(listed)]) : unknown('only AWS knows it');
    }
    default:
      return absent('AWS has no such key in AssumeRoleWithWebIdentity');
  }
}

/** Global keys that a call without signature does not have (IAM User Guide, AWS global condition context keys). */
const UNSIGNED =
  /^(?:multifactorauthpresent|multifactorauthage|tokenissuetime|principalorgid|principalorgpaths|principaltag\/.*|calledvia(?:first|last)?|sourceidentity)$/;

/** Global keys that are the same in every call of STS. */
const ALWAYS: ReadonlyMap<string, string> = new Map([
  ['securetransport', 'true'],
  ['viaawsservice', 'false'],
  ['principalisawsservice', 'false'],
]);

function globalKey(name: string, { payload }: WebIdentityRequest): KeyValue {
  const always = ALWAYS.get(name);
  if (always !== undefined) return values([always]);
  const tags = sessionTags(payload);
  if (name === 'tagkeys') return values([...tags.keys()]);
  if (name.startsWith('requesttag/')) {
    const wanted = name.slice('requesttag/'.length);
    return values([...tags].filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value));
  }
  if (UNSIGNED.test(name)) return absent('a call without signature does not have the key');
  return unknown('only AWS knows it when the call is made');
}

/** Session tags that the token carries, in either form that AWS reads (IAM User Guide, pass session tags). */
function sessionTags(payload: TokenPayload): ReadonlyMap<string, string> {
  const nested = propertiesOf(propertiesOf(payload.get(TAGS)).get('principal_tags'));
  const flat = `${TAGS}/principal_tags/`;
  const flattened = [...payload].filter(([claim]) => claim.startsWith(flat));
  const all = [...nested, ...flattened.map(([claim, value]) => [claim.slice(flat.length), value] as const)];
  return new Map(all.map(([key, value]) => [key, claimValues(value)[0] ?? '']));
}

function transitiveTags(payload: TokenPayload): string[] {
  return claimValues(
    payload.get(`${TAGS}/transitive_tag_keys`) ?? propertiesOf(payload.get(TAGS)).get('transitive_tag_keys'),
  );
}

function propertiesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function values(given: readonly string[]): KeyValue {
  return given.length === 0 ? absent('the token does not carry it') : { kind: 'values', values: given };
}

function absent(why: string): KeyValue {
  return { kind: 'absent', why };
}

function unknown(why: string): KeyValue {
  return { kind: 'unknown', why };
}
