import { providerName } from '../../trust/issuer.js';
import { statementFor } from '../../trust/statement.js';
import { subjectText } from '../../trust/subject.js';
import { ACCOUNT, PARTITION, type Text, text, type Value } from '../value.js';
import type { Repository } from './repository.js';

/** Whose jobs may enter. */
export interface Admission {
  /** The issuer's URL. */
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly repositories: readonly Repository[];
  /** What follows the repository in the subject: `environment:production`, `pull_request`. */
  readonly contexts: readonly string[];
  /** Both forms of the subject, for a repository that is about to change from one to the other. */
  readonly bothForms: boolean;
}

/** Statements that admit jobs of GitHub: audience and whole subjects, compared for equality. */
export function gitHubStatements(admission: Admission): readonly Value[] {
  const { issuer, audiences, repositories, contexts } = admission;
  // With a condition on the ID each repository has a statement of its own, so that names and ID belong together.
  const hasIds = repositories.some(({ id }) => id !== undefined);
  const groups = hasIds ? repositories.map(repository => [repository]) : [repositories];
  return audiences.flatMap(audience =>
    groups.map(group => ({
      ...statementFor({
        issuer,
        audience,
        subjects: group.flatMap(repository =>
          contexts.flatMap(context => subjectsOf(repository, context, admission.bothForms)),
        ),
        repositoryIds: group.flatMap(({ id }) => id ?? []),
        // Which account and partition, the template knows only where it is used.
        account: '',
        partition: '',
      }),
      Principal: { Federated: text`arn:${PARTITION}:iam::${ACCOUNT}:oidc-provider/${providerName(issuer)}` },
    })),
  );
}

/** In the form or forms that count. */
function subjectsOf(repository: Repository, context: string, bothForms: boolean): readonly string[] {
  const { owner, name, ownerId, id, form } = repository;
  const names = subjectText({ owner, repository: name, ids: undefined }, context);
  if (ownerId === undefined || id === undefined) return [names];
  const immutable = subjectText(
    { owner, repository: name, ids: { owner: ownerId, repository: id } },
    context,
  );
  if (bothForms) return [names, immutable];
  return [form === 'names' ? names : immutable];
}

/** A statement that admits one role of AWS, whether that exists already or not. @param root of the role's account */
export function roleStatement(role: string | Text, root: string | Text, actions: readonly string[]): Value {
  return {
    Effect: 'Allow',
    Principal: { AWS: root },
    Action: oneOrList(actions),
    // Not as Principal: IAM refuses a role that does not exist yet, and forgets one that is made anew.
    Condition: { ArnEquals: { 'aws:PrincipalArn': role } },
  };
}

export function oneOrList<T extends Value>(values: readonly T[]): T | readonly T[] {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}
