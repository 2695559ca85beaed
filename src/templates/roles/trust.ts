import { ACCOUNT, PARTITION, Text, text, type Value } from '../value.js';
import { type RepositoryIdentity, shownRepository } from './repository.js';
import { policyDocument } from './role.js';

/** Whose jobs may enter. */
export interface Admission {
  /** Without `https://`. */
  readonly provider: string;
  readonly audiences: readonly string[];
  readonly repositories: readonly RepositoryIdentity[];
  /** What follows the repository in the subject: `environment:production`, `pull_request`. */
  readonly contexts: readonly string[];
  /** Both forms of the subject, for a repository that is about to change from one to the other. */
  readonly bothForms: boolean;
  /** Whether AWS makes condition keys of this issuer's claims. */
  readonly hasClaimKeys: boolean;
}

/** The context of jobs with a GitHub environment: a colon within its name would be another part of the subject. */
export function environmentContext(name: string): string {
  return `environment:${name.replaceAll(':', '%3A')}`;
}

/** A trust policy that admits jobs of GitHub: audience and whole subjects, compared for equality. */
export function gitHubTrust(admission: Admission): Value {
  const pinned = admission.repositories.some(repository => pinOf(repository, admission) !== undefined);
  // With a condition on the repository's ID each repository has a statement of its own, so that names and ID belong together.
  const groups = pinned ? admission.repositories.map(repository => [repository]) : [admission.repositories];
  return policyDocument(...groups.map(repositories => statement({ ...admission, repositories })));
}

function statement(admission: Admission): Value {
  const { provider, audiences, repositories, contexts } = admission;
  const subjects = repositories.flatMap(repository =>
    contexts.flatMap(context => subjectsOf(repository, admission).map(begin => literal(`${begin}:${context}`))),
  );
  const [first] = repositories;
  const id = first === undefined ? undefined : pinOf(first, admission);
  return {
    Effect: 'Allow',
    Principal: { Federated: text`arn:${PARTITION}:iam::${ACCOUNT}:oidc-provider/${provider}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${provider}:aud`]: oneOrList(audiences.map(literal)),
        [`${provider}:sub`]: oneOrList(subjects),
        ...(id !== undefined && { [`${provider}:repository_id`]: id }),
      },
    },
  };
}

/** How the subject begins, in the form or forms that count. */
function subjectsOf(repository: RepositoryIdentity, { bothForms }: Admission): readonly string[] {
  const { owner, name, ownerId, id, form } = repository;
  const names = `repo:${shownRepository(repository)}`;
  if (ownerId === undefined || id === undefined) return [names];
  const immutable = `repo:${owner}@${ownerId}/${name}@${id}`;
  if (bothForms) return [names, immutable];
  return [form === 'names' ? names : immutable];
}

/** The ID that the token must also have: where the subject may be in the form of names, which can change hands. */
function pinOf(repository: RepositoryIdentity, { bothForms, hasClaimKeys }: Admission): string | undefined {
  const { id, ownerId, form } = repository;
  if (id === undefined || !hasClaimKeys) return undefined;
  return bothForms || form === 'names' || ownerId === undefined ? id : undefined;
}

/** A trust policy for one role of AWS, whether that exists already or not. */
export function roleTrust(role: string | Text, root: string | Text, actions: readonly string[]): Value {
  return policyDocument({
    Effect: 'Allow',
    Principal: { AWS: root },
    Action: oneOrList(actions),
    // Not as Principal: IAM refuses a role that does not exist yet, and forgets one that is made anew.
    Condition: { ArnEquals: { 'aws:PrincipalArn': role } },
  });
}

/** `${` begins a policy variable in IAM; `${$}` is a dollar sign. */
function literal(value: string): string {
  return value.replace(/\$(?=\{)/g, '${$}');
}

export function oneOrList<T extends Value>(values: readonly T[]): T | readonly T[] {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}
