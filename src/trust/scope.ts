import { type Demand, demandsOn } from './asked.js';
import type { Statement } from './policy.js';

/** How much of a name is fixed: all of it, how it begins, or nothing. */
export type Fixed = 'exact' | 'prefix' | 'any';

/** One part of whom a statement admits. */
export interface Part {
  readonly fixed: Fixed;
  /** What is fixed of it, as written. */
  readonly text: string;
}

/** What one value for `sub` admits. */
export interface SubjectScope {
  /** The value, as written. */
  readonly value: string;
  readonly owner: Part;
  readonly repository: Part;
  /** Environment, branch, tag, pull request. */
  readonly context: Part;
  /** A customised subject, whose parts are not known by their places. */
  readonly custom: boolean;
}

const ANY: Part = { fixed: 'any', text: '' };

/**
 * Takes a value for `sub` apart. A `*` crosses every separator, so that nothing behind an open one is fixed, but for
 * what follows to the end.
 */
export function subjectScope(value: string, wild: boolean): SubjectScope {
  const scope = (owner: Part, repository: Part, context: Part, custom = false) => ({
    value,
    owner,
    repository,
    context,
    custom,
  });
  if (wild && /^[*?]/.test(value)) return scope(ANY, ANY, partOf(afterContextMark(value), wild));
  if (!value.startsWith('repo:')) {
    if (wild && 'repo:'.startsWith(value.split(/[*?]/, 1)[0] ?? '')) return scope(ANY, ANY, ANY);
    const part = partOf(value, wild);
    return scope(part, part, part, true);
  }
  const rest = value.slice('repo:'.length);
  const slash = rest.search(/[/:]/);
  const owner = partOf(slash < 0 ? rest : rest.slice(0, slash), wild);
  if (slash < 0) return scope(owner, ANY, ANY);
  if (rest[slash] === ':') return scope(owner, ANY, partOf(rest.slice(slash + 1), wild));
  const behind = rest.slice(slash + 1);
  const colon = behind.indexOf(':');
  const repository = partOf(colon < 0 ? behind : behind.slice(0, colon), wild);
  const context = colon < 0 ? ANY : partOf(behind.slice(colon + 1), wild);
  // `repo:acme*/shop:…`: the repository may belong to whoever's name begins so.
  return owner.fixed === 'exact'
    ? scope(owner, repository, context)
    : scope(owner, { ...repository, fixed: owner.fixed }, context);
}

/** `NAME@*` fixes the name: an `@` stands in no name, and what follows is the ID. */
function partOf(text: string, wild: boolean): Part {
  if (!wild || !/[*?]/.test(text)) return { fixed: 'exact', text };
  const name = /^([^@*?]+)@\*$/.exec(text)?.[1];
  if (name !== undefined) return { fixed: 'exact', text: name };
  const head = text.split(/[*?]/, 1)[0] ?? '';
  return { fixed: head === '' ? 'any' : 'prefix', text: head };
}

/** `*:environment:prod` still fixes how it ends. */
function afterContextMark(value: string): string {
  const mark = /:(environment:.*|ref:.*|pull_request)$/.exec(value);
  return mark?.[1] ?? '*';
}

/** Whom a statement admits with tokens of one issuer. */
export interface Scope {
  readonly subjects: readonly SubjectScope[];
  /** Whether conditions beside `sub` hold the owner, the repository, or the kind of run fast. */
  readonly owner: boolean;
  readonly repository: boolean;
  readonly context: boolean;
  /** The repository is named by its ID, so that no other one can take its name. */
  readonly byId: boolean;
}

/** @param provider the issuer's name, as the condition keys begin */
export function scopeOf(statement: Statement, provider: string): Scope {
  const demands = (claim: string) => demandsOn(statement, provider, claim);
  const subjects = narrowest(
    demands('sub').map(({ values }) => values.map(({ text, wild }) => subjectScope(text, wild))),
  );
  const byRepositoryId = demands('repository_id').some(isExact);
  const byOwnerId = demands('repository_owner_id').some(isExact);
  const names = demands('repository');
  const byName = names.some(isExact);
  const ownerNamed = names.some(({ values }) =>
    values.every(({ text, wild }) => !wild || /^[^*?/]+\//.test(text)),
  );
  return {
    subjects,
    owner: byRepositoryId || byOwnerId || byName || ownerNamed || demands('enterprise_id').some(isExact),
    repository: byRepositoryId || byName,
    context: ['environment', 'ref', 'workflow', 'job_workflow_ref', 'actor', 'actor_id'].some(claim =>
      demands(claim).some(({ values }) => values.every(({ text, wild }) => !wild || !/^\*+$/.test(text))),
    ),
    byId:
      byRepositoryId ||
      byOwnerId ||
      (subjects.length > 0 && subjects.every(({ value }) => /^repo:[^/:@]+@\d+\/[^/:@]+@\d+:/.test(value))),
  };
}

/** All demands have to be met, so that the one that admits the fewest counts. */
function narrowest(demands: readonly (readonly SubjectScope[])[]): readonly SubjectScope[] {
  const [first = [], ...others] = demands;
  return others.reduce((best, other) => (openness(other) < openness(best) ? other : best), first);
}

/** How open the most open of some alternatives is. */
function openness(scopes: readonly SubjectScope[]): number {
  const weight = { exact: 0, prefix: 1, any: 2 };
  return Math.max(
    ...scopes.map(
      ({ owner, repository, context }) =>
        weight[owner.fixed] * 9 + weight[repository.fixed] * 3 + weight[context.fixed],
    ),
  );
}

function isExact({ values }: Demand): boolean {
  return values.length > 0 && values.every(({ wild }) => !wild);
}
