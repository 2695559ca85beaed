/** A repository whose jobs a role admits, as far as it is known. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
  readonly ownerId: string | undefined;
  readonly id: string | undefined;
  /** How its tokens name it, where GitHub was asked or the repository was given so; undefined: not known. */
  readonly form: SubjectForm | undefined;
}

/** `repo:acme/shop:…`, or `repo:acme@583231/shop@1296269:…` since July 2026. */
export type SubjectForm = 'names' | 'immutable';

/**
 * Reads a repository as people write it, or as the subject of a token does: `acme/shop`, `acme@583231/shop@1296269`,
 * each also with `repo:` in front.
 *
 * @returns undefined when it is neither
 */
export function parseRepository(text: string): Repository | undefined {
  const match = /^(?:repo:)?([\w-]{1,39})(?:@(\d{1,20}))?\/([\w.-]{1,100}?)(?:@(\d{1,20}))?$/.exec(text);
  const [, owner, ownerId, name, id] = match ?? [];
  if (owner === undefined || name === undefined || (ownerId === undefined) !== (id === undefined))
    return undefined;
  if (name === '.' || name === '..') return undefined;
  return { owner, name, ownerId, id, form: id === undefined ? undefined : 'immutable' };
}

/**
 * The repository that a remote of git belongs to: `git@github.com:acme/shop.git`, `https://github.com/acme/shop`.
 *
 * @returns undefined for what is no address of a repository
 */
export function repositoryOfRemote(url: string): Repository | undefined {
  const match = /^(?:\w+:\/\/)?(?:[^@/]+@)?[^/:]+(?::\d+)?[/:]([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url.trim());
  return match?.[1] === undefined ? undefined : parseRepository(match[1]);
}

export function shownRepository({ owner, name }: Repository): string {
  return `${owner}/${name}`;
}
