import { printable } from '../printable.js';
import { admitsGitHub, demandsOn, gitHubProvidersOf } from './asked.js';
import { finding, type LintFinding } from './finding.js';
import type { Statement } from './policy.js';
import { type Scope, type SubjectScope, scopeOf } from './scope.js';

/** Who may enter that should not: the breadth of what each statement admits with GitHub's tokens. */
export function lintScope(statement: Statement): LintFinding[] {
  if (!admitsGitHub(statement)) return [];
  return gitHubProvidersOf(statement).flatMap(provider => {
    const scope = scopeOf(statement, provider);
    return [
      ...lintSubject(statement, provider, scope),
      ...scope.subjects.flatMap(subject => lintBreadth(statement, provider, subject, scope)),
      ...lintRefs(statement, provider),
    ];
  });
}

function lintSubject(statement: Statement, provider: string, scope: Scope): LintFinding[] {
  const byWorkflow = demandsOn(statement, provider, 'job_workflow_ref');
  const found: LintFinding[] = [];
  if (scope.subjects.length === 0 && byWorkflow.length === 0)
    found.push(
      finding(
        'no-subject',
        statement.index,
        `It demands no \`sub\`${scope.repository ? '' : ', so that every job on GitHub may enter that meets the rest'}. IAM does not take such a policy any more.`,
        exactly(provider, 'repo:OWNER/NAME:environment:ENVIRONMENT'),
      ),
    );
  else if (scope.subjects.length === 0 && !scope.owner)
    found.push(
      finding(
        'any-caller-of-workflow',
        statement.index,
        'It demands a workflow, and not the repository that calls it: whoever may call the workflow may enter.',
        `"StringEquals": { "${provider}:repository_owner_id": "ID OF THE OWNER" }`,
      ),
    );
  if (demandsOn(statement, provider, 'aud').length === 0)
    found.push(
      finding(
        'no-audience',
        statement.index,
        'It demands no `aud`, so that a token that was made for another service is taken as well.',
        `"StringEquals": { "${provider}:aud": "sts.amazonaws.com" }`,
      ),
    );
  if (needsIds(scope, provider))
    found.push(
      finding(
        'names-without-ids',
        statement.index,
        'It names the repository and not its ID. Names can be taken over when a repository or its owner is renamed or deleted; IDs cannot.',
        `"StringEquals": { "${provider}:repository_id": "ID" }   (gh api repos/OWNER/NAME --jq .id)`,
      ),
    );
  return found;
}

/** Servers of one's own have no keys for IDs. */
function needsIds(scope: Scope, provider: string): boolean {
  if (scope.byId || provider.endsWith('/_services/token')) return false;
  return scope.subjects.some(
    ({ custom, owner, repository }) => !custom && owner.fixed === 'exact' && repository.fixed === 'exact',
  );
}

function lintBreadth(
  statement: Statement,
  provider: string,
  subject: SubjectScope,
  scope: Scope,
): LintFinding[] {
  const { value, owner, repository } = subject;
  const shown = `\`${printable(value, 300)}\``;
  const say = (rule: LintFinding['rule'], what: string, write: string) => [
    finding(rule, statement.index, what, write),
  ];
  if (subject.custom) return [];
  if (owner.fixed === 'any' && !scope.owner)
    return say(
      'open-to-all',
      `${shown} admits jobs of every repository on GitHub.`,
      exactly(provider, `repo:OWNER/NAME:${contextFor(subject)}`),
    );
  if (owner.fixed === 'prefix' && !scope.owner)
    return say(
      'owner-prefix',
      `${shown} admits every owner whose name begins with "${printable(owner.text, 100)}", and anybody can take such a name.`,
      exactly(provider, `repo:${owner.text}/NAME:${contextFor(subject)}`),
    );
  const name = owner.fixed === 'exact' ? owner.text : 'OWNER';
  if (repository.fixed === 'any' && !scope.repository)
    return say(
      'org-wide',
      `${shown} admits every repository of ${owner.fixed === 'exact' ? printable(name, 100) : 'the owner'}, also those that are made later.`,
      exactly(provider, `repo:${name}/NAME:${contextFor(subject)}`),
    );
  if (repository.fixed === 'prefix' && !scope.repository)
    return say(
      'repo-prefix',
      `${shown} admits every repository of ${printable(name, 100)} whose name begins with "${printable(repository.text, 100)}".`,
      exactly(provider, `repo:${name}/${repository.text}:${contextFor(subject)}`),
    );
  return scope.context ? [] : lintContext(statement, provider, subject);
}

function lintContext(
  statement: Statement,
  provider: string,
  { value, owner, repository, context }: SubjectScope,
): LintFinding[] {
  const shown = `\`${printable(value, 300)}\``;
  const repo = `repo:${owner.fixed === 'exact' ? owner.text : 'OWNER'}/${repository.fixed === 'exact' ? repository.text : 'NAME'}`;
  if (context.fixed === 'any')
    return [
      finding(
        'repo-wide',
        statement.index,
        `${shown} admits every branch, every tag and every pull request of the repository: whoever may push a branch may enter.`,
        exactly(provider, `${repo}:environment:ENVIRONMENT`),
      ),
    ];
  if (
    'pull_request'.startsWith(context.text) &&
    (context.fixed === 'prefix' || context.text === 'pull_request')
  )
    return [
      finding(
        'pull-request',
        statement.index,
        `${shown} admits pull requests, whose code nobody has reviewed yet. On a role that deploys this is as good as no review.`,
        `${exactly(provider, `${repo}:environment:ENVIRONMENT`)}\nFor pull requests make a second role that may only read.`,
      ),
    ];
  return collision(statement, provider, context, `${repo}:`, 'sub');
}

/** `main*` admits `main-of-somebody`; `release/*` and `v*` say what they mean. */
function collision(
  statement: Statement,
  provider: string,
  { fixed, text }: SubjectScope['context'],
  before: string,
  claim: string,
): LintFinding[] {
  if (fixed !== 'prefix' || !/(?:refs\/heads\/|environment:)[^:]*[A-Za-z0-9]$/.test(text)) return [];
  return [
    finding(
      'branch-prefix-collision',
      statement.index,
      `\`${printable(`${before}${text}`, 300)}*\` admits every name that begins so, and anybody who may push can make one.`,
      `"StringEquals": { "${provider}:${claim}": "${before}${text}" }`,
    ),
  ];
}

/** The same mistake in a condition on `ref`. */
function lintRefs(statement: Statement, provider: string): LintFinding[] {
  return demandsOn(statement, provider, 'ref').flatMap(({ values }) =>
    values.flatMap(({ text, wild }) => {
      const head = text.split(/[*?]/, 1)[0] ?? '';
      return wild ? collision(statement, provider, { fixed: 'prefix', text: head }, '', 'ref') : [];
    }),
  );
}

function contextFor({ context }: SubjectScope): string {
  return context.fixed === 'exact' && context.text !== '' ? context.text : 'environment:ENVIRONMENT';
}

function exactly(provider: string, subject: string): string {
  return `"StringEquals": { "${provider}:sub": "${printable(subject, 400)}" }`;
}
