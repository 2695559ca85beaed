/** What the part of a subject behind the repository says. */
export type SubjectContext =
  | { readonly kind: 'environment' | 'branch' | 'tag'; readonly name: string }
  | { readonly kind: 'pull_request' }
  /** A ref that is neither a branch nor a tag: `refs/pull/7/merge`. */
  | { readonly kind: 'ref'; readonly name: string }
  | { readonly kind: 'other'; readonly text: string };

/** A subject of GitHub's in its default form, with names only or with IDs (docs.github.com, OIDC reference). */
export interface Subject {
  readonly owner: string;
  readonly repository: string;
  /** Both in the immutable form `repo:OWNER@ID/NAME@ID:…`, neither in the old one. */
  readonly ids: { readonly owner: string; readonly repository: string } | undefined;
  /** What follows the repository, as written. */
  readonly context: string;
}

/** @returns undefined for a customised subject, and for one of another issuer */
export function parseSubject(text: string): Subject | undefined {
  const match = /^repo:([^/:@]+)(?:@(\d+))?\/([^/:@]+)(?:@(\d+))?:(.+)$/s.exec(text);
  const [, owner, ownerId, repository, repositoryId, context] = match ?? [];
  if (owner === undefined || repository === undefined || context === undefined) return undefined;
  if ((ownerId === undefined) !== (repositoryId === undefined)) return undefined;
  const ids =
    ownerId === undefined || repositoryId === undefined
      ? undefined
      : { owner: ownerId, repository: repositoryId };
  return { owner, repository, ids, context };
}

export function contextOf(text: string): SubjectContext {
  if (text === 'pull_request') return { kind: 'pull_request' };
  const [, word, rest = ''] = /^(environment|ref):(.*)$/s.exec(text) ?? [];
  if (word === 'environment') return { kind: 'environment', name: rest };
  if (word !== 'ref') return { kind: 'other', text };
  const [, folder, name = ''] = /^refs\/(heads|tags)\/(.*)$/s.exec(rest) ?? [];
  if (folder === undefined) return { kind: 'ref', name: rest };
  return { kind: folder === 'heads' ? 'branch' : 'tag', name };
}

/** The names and IDs that subjects are made of. */
export interface RepositoryIdentity {
  readonly owner: string;
  readonly repository: string;
  readonly ids: Subject['ids'];
}

/** The subject in the old form, or in the immutable one where `ids` are given. */
export function subjectText({ owner, repository, ids }: RepositoryIdentity, context: string): string {
  return ids === undefined
    ? `repo:${owner}/${repository}:${context}`
    : `repo:${owner}@${ids.owner}/${repository}@${ids.repository}:${context}`;
}

/** The context of a job (docs.github.com, OIDC reference): its environment, else its kind of event, else its ref. */
export function jobContext(job: {
  readonly environment?: string | undefined;
  readonly event?: string | undefined;
  readonly ref: string;
}): string {
  if (job.environment) return `environment:${withoutColons(job.environment)}`;
  return job.event === 'pull_request' ? 'pull_request' : `ref:${withoutColons(job.ref)}`;
}

/** A colon inside a value would make another part of it; GitHub writes it as `%3A`. */
function withoutColons(value: string): string {
  return value.replaceAll(':', '%3A');
}

/** A subject that one run has and the next one has not; undefined: it stays the same. */
export type Passing = 'merge queue' | 'pull request' | 'tag' | 'bot branch';

/** Whether a subject is so short-lived that a policy which names it admits only that run. */
export function passingSubject(text: string): Passing | undefined {
  const context = contextOf(parseSubject(text)?.context ?? text.slice(text.search(/(?:ref|environment):/)));
  if (context.kind === 'tag') return 'tag';
  if (context.kind === 'ref') return /^refs\/pull\//.test(context.name) ? 'pull request' : undefined;
  if (context.kind !== 'branch') return undefined;
  if (context.name.startsWith('gh-readonly-queue/')) return 'merge queue';
  return /^(?:dependabot|renovate)\//.test(context.name) ? 'bot branch' : undefined;
}
