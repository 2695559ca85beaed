import type { SubjectForm } from '../github/subject-form.js';
import { GITHUB } from '../trust/issuer.js';
import { objectOf, parseJson } from '../trust/json.js';
import type { TokenPayload } from '../trust/request.js';
import { jobContext } from '../trust/subject.js';

/**
 * What a text says of a token: the payload as JSON, or a whole token, whose signature is not looked at and never
 * shown.
 *
 * @returns undefined when it is neither
 */
export function payloadOf(text: string): TokenPayload | undefined {
  const [, encoded, signature, more] = text.trim().split('.');
  const isToken =
    encoded !== undefined && signature !== undefined && more === undefined && !text.includes('{');
  const json = isToken ? Buffer.from(encoded, 'base64url').toString('utf8') : text.replace(/^\uFEFF/, '');
  const claims = objectOf(parseJson(json));
  return claims && new Map(Object.entries(claims));
}

/** Claims that are given by name, or that the runner's variables tell. */
export type GivenClaims = ReadonlyMap<string, string>;

/** Claims of GitHub's, by the runner's variable that has the same value. */
const VARIABLES: ReadonlyArray<readonly [claim: string, variable: string]> = [
  ['repository', 'GITHUB_REPOSITORY'],
  ['repository_id', 'GITHUB_REPOSITORY_ID'],
  ['repository_owner_id', 'GITHUB_REPOSITORY_OWNER_ID'],
  ['ref', 'GITHUB_REF'],
  ['event_name', 'GITHUB_EVENT_NAME'],
  ['actor', 'GITHUB_ACTOR'],
  ['actor_id', 'GITHUB_ACTOR_ID'],
  ['workflow', 'GITHUB_WORKFLOW'],
  ['workflow_ref', 'GITHUB_WORKFLOW_REF'],
];

/** What the runner's variables tell of the job's token; its environment is not among it. */
export function claimsOfRunner(variables: Readonly<Record<string, string | undefined>>): GivenClaims {
  const given = VARIABLES.flatMap(([claim, variable]) => {
    const value = variables[variable];
    return value ? [[claim, value] as const] : [];
  });
  const issuer = issuerOfServer(variables['GITHUB_SERVER_URL'] ?? '');
  return new Map(given.length === 0 ? [] : [...given, ['iss', issuer]]);
}

/** The issuer of a GitHub server's tokens (docs.github.com, OIDC reference). */
function issuerOfServer(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : 'github.com';
  if (host === 'github.com') return `https://${GITHUB}`;
  return host.endsWith('.ghe.com')
    ? `https://token.actions.${host}`
    : `${url.replace(/\/+$/, '')}/_services/token`;
}

/**
 * The tokens that GitHub would make of these claims: one in each form of the subject that is possible, or the one whose
 * subject is given.
 *
 * @param form how GitHub makes the repository's subjects, where it was asked
 * @returns none when neither a subject nor a repository is given
 */
export function builtPayloads(given: GivenClaims, form: SubjectForm | undefined): readonly TokenPayload[] {
  const claims = new Map([
    ['iss', `https://${GITHUB}`],
    ['aud', 'sts.amazonaws.com'],
    ...[...given].map(([name, value]) => [name, name === 'ref' ? wholeRef(value) : value] as const),
  ]);
  const repository = claims.get('repository') ?? '';
  if (repository.includes('/')) claims.set('repository_owner', repository.split('/')[0] ?? '');
  if (claims.has('job_workflow_ref') === false && claims.has('workflow_ref'))
    claims.set('job_workflow_ref', claims.get('workflow_ref') ?? '');
  return subjectsOf(claims, form).map(sub => new Map([...claims, ['sub', sub]]));
}

function subjectsOf(claims: ReadonlyMap<string, string>, form: SubjectForm | undefined): readonly string[] {
  const given = claims.get('sub');
  if (given !== undefined) return [given];
  const [owner, repository, more] = (claims.get('repository') ?? '').split('/');
  if (!owner || !repository || more !== undefined) return [];
  const context = jobContext({
    environment: claims.get('environment'),
    event: claims.get('event_name'),
    ref: claims.get('ref') ?? 'refs/heads/main',
  });
  const ids = { owner: claims.get('repository_owner_id'), repository: claims.get('repository_id') };
  const prefixes = [
    `repo:${owner}/${repository}`,
    ...(ids.owner === undefined || ids.repository === undefined
      ? []
      : [`repo:${owner}@${ids.owner}/${repository}@${ids.repository}`]),
  ];
  const { prefix, keys = ['repo', 'context'] } = form ?? {};
  return (prefix === undefined ? prefixes : [prefix]).map(start => subjectOf(keys, start, context, claims));
}

/** A subject in its default form, or as it was customised: each part is `KEY:VALUE` (docs.github.com, OIDC reference). */
function subjectOf(
  keys: readonly string[],
  prefix: string,
  context: string,
  claims: ReadonlyMap<string, string>,
): string {
  const part = (key: string) => {
    if (key === 'repo') return prefix;
    return key === 'context' ? context : `${key}:${(claims.get(key) ?? '').replaceAll(':', '%3A')}`;
  };
  return keys.map(part).join(':');
}

/** A branch by its name alone is how people say it. */
function wholeRef(value: string): string {
  return value.startsWith('refs/') ? value : `refs/heads/${value}`;
}
