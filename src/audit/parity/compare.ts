import { contains, inclusion, mayMeet, type NameSet, shownSet } from './pattern.js';
import type { Grant } from './policy.js';

/** All that somebody may do: what policies grant and refuse, within a boundary where there is one. */
export interface Permissions {
  readonly grants: readonly Grant[];
  /** Undefined: no boundary. */
  readonly boundary: readonly Grant[] | undefined;
}

/** What one may do and the other may not. */
export interface Difference {
  readonly action: string;
  readonly resource: string;
  /** Canonical JSON; '' for none. */
  readonly condition: string;
  readonly source: string;
}

export interface Comparison {
  /** What the first may do and the second may not. */
  readonly more: readonly Difference[];
  /** What cannot be decided without asking AWS: why, and of what. */
  readonly undecided: readonly (Difference & { readonly why: string })[];
}

/** What the first may do beyond the second. */
export function compare(first: Permissions, second: Permissions): Comparison {
  const more: Difference[] = [];
  const undecided: (Difference & { readonly why: string })[] = [];
  for (const grant of withinBoundary(first)) {
    for (const { part, why } of notGranted(grant, first, second)) {
      if (isRefused(part, first)) continue;
      if (why === undefined) more.push(differenceOf(part));
      else undecided.push({ ...differenceOf(part), why });
    }
  }
  return { more: distinct(more), undecided: distinct(undecided) };
}

/** A part of a grant that the other does not certainly have; `why` where it may have it. */
interface Left {
  readonly part: Grant;
  readonly why: string | undefined;
}

/** What is left of a grant when all that the second has is taken away. */
function notGranted(grant: Grant, first: Permissions, { grants, boundary }: Permissions): readonly Left[] {
  const left = remaining(grant, grants, first);
  if (boundary === undefined || left.length > 0) return left;
  return remaining(grant, boundary, first);
}

function remaining(grant: Grant, grants: readonly Grant[], first: Permissions): readonly Left[] {
  let left: readonly Left[] = [{ part: grant, why: undefined }];
  for (const other of grants.filter(({ effect }) => effect === 'Allow'))
    left = left.flatMap(one => without(one, other));
  if (left.length > 0) return left;
  const refusals = grants.filter(other => other.effect === 'Deny' && !isShared(other, first));
  return refusals.flatMap(refusal => refused(grant, refusal));
}

/** What is left of a part when one grant of the other is taken away. */
function without(left: Left, other: Grant): readonly Left[] {
  const { part, why } = left;
  const actions = inclusion(other.action, part.action);
  const resources = inclusion(other.resource, part.resource);
  if (actions === 'outside' || resources === 'outside') return [left];
  const unsure = (reason: string): readonly Left[] => [{ part, why: why ?? reason }];
  // Whoever lists actions does not list all of a service's.
  if (actions === 'unclear' && /^(\*|[^:]*:\*)$/.test(part.action.base)) return [left];
  if (other.condition !== '' && other.condition !== part.condition)
    return unsure(`only under the condition ${other.condition}`);
  if (actions === 'unclear') return unsure(`only ${shownSet(other.action)} is allowed`);
  if (resources !== 'inside') return unsure(`only on ${shownSet(other.resource)}`);
  if (actions === 'inside') return [];
  const { except } = part.action;
  return actions.map(base => ({ part: { ...part, action: { base, except } }, why: undefined }));
}

/** What a refusal of the other takes out of a grant. */
function refused(grant: Grant, { action, resource, condition }: Grant): readonly Left[] {
  if (!mayMeet(action, grant.action) || !mayMeet(resource, grant.resource)) return [];
  if (condition !== '') return [{ part: grant, why: `refused under the condition ${condition}` }];
  if (inclusion(resource, grant.resource) !== 'inside')
    return [{ part: grant, why: `${shownSet(action)} is refused on ${shownSet(resource)}` }];
  const all = inclusion(action, grant.action) === 'inside';
  return [{ part: all ? grant : { ...grant, action }, why: undefined }];
}

/** The grants as the boundary leaves them: of two patterns the narrower one, where one is within the other. */
function withinBoundary({ grants, boundary }: Permissions): readonly Grant[] {
  const allowed = grants.filter(({ effect }) => effect === 'Allow');
  if (boundary === undefined) return allowed;
  const limits = boundary.filter(({ effect }) => effect === 'Allow');
  return allowed.flatMap(grant =>
    limits
      .filter(limit => mayMeet(limit.action, grant.action) && mayMeet(limit.resource, grant.resource))
      .map(limit => ({
        ...grant,
        action: narrower(grant.action, limit.action),
        resource: narrower(grant.resource, limit.resource),
        condition: grant.condition || limit.condition,
      })),
  );
}

function narrower(one: NameSet, other: NameSet): NameSet {
  if (inclusion(other, one) === 'inside') return one;
  if (inclusion(one, other) === 'inside') return other;
  return contains(one.base, other.base)
    ? { base: other.base, except: [...other.except, ...one.except] }
    : { base: one.base, except: [...one.except, ...other.except] };
}

/** Whether a refusal without conditions takes all of a grant away. */
function isRefused(grant: Grant, { grants, boundary = [] }: Permissions): boolean {
  return [...grants, ...boundary].some(
    ({ effect, action, resource, condition }) =>
      effect === 'Deny' &&
      condition === '' &&
      inclusion(action, grant.action) === 'inside' &&
      inclusion(resource, grant.resource) === 'inside',
  );
}

/** Whether the first is refused the same, and so has nothing ahead. */
function isShared(refusal: Grant, { grants }: Permissions): boolean {
  return grants.some(
    ({ effect, action, resource, condition }) =>
      effect === 'Deny' &&
      condition === refusal.condition &&
      inclusion(action, refusal.action) === 'inside' &&
      inclusion(resource, refusal.resource) === 'inside',
  );
}

function differenceOf({ action, resource, condition, source }: Grant): Difference {
  return { action: shownSet(action), resource: shownSet(resource), condition, source };
}

function distinct<T extends Difference>(all: readonly T[]): readonly T[] {
  const seen = new Map(all.map(one => [`${one.action} ${one.resource} ${one.condition}`, one]));
  return [...seen.values()];
}
