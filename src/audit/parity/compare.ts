import { contains, inclusion, intersection, mayMeet, type NameSet, overlaps, shownSet } from './pattern.js';
import type { Grant } from './policy.js';

/** All that one role may do: what policies grant and refuse, within a boundary where there is one. */
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

/**
 * What the first may do beyond the second. Each side is one or several roles of which it takes the one that it needs:
 * what one of them allows is allowed, and the refusals and the boundary of a role limit that role alone.
 */
export function compare(first: readonly Permissions[], second: readonly Permissions[]): Comparison {
  const more: Difference[] = [];
  const undecided: (Difference & { readonly why: string })[] = [];
  for (const one of first) {
    for (const start of withinBoundary(one)) {
      for (const { part, why } of second.reduce<readonly Left[]>(
        (left, other) => beyond(left, one, other),
        [start],
      )) {
        if (isRefused(part, one)) continue;
        const unsure = why ?? doubtOf(part, one);
        if (unsure === undefined) more.push(differenceOf(part));
        else undecided.push({ ...differenceOf(part), why: unsure });
      }
    }
  }
  const certain = new Set(more.map(keyOf));
  return { more: distinct(more), undecided: distinct(undecided.filter(one => !certain.has(keyOf(one)))) };
}

/** A part of a grant that the other does not certainly have; `why` where it may have it, or the first may not. */
interface Left {
  readonly part: Grant;
  readonly why: string | undefined;
}

/** What is left when all that a further role of the other side has is taken away, too. */
function beyond(left: readonly Left[], first: Permissions, other: Permissions): readonly Left[] {
  return left.flatMap(({ part, why }) =>
    notGranted(part, first, other).map(one => ({ part: one.part, why: why ?? one.why })),
  );
}

function notGranted(grant: Grant, first: Permissions, { grants, boundary }: Permissions): readonly Left[] {
  const left = remaining(grant, grants, first);
  return boundary === undefined ? left : [...left, ...remaining(grant, boundary, first)];
}

function remaining(grant: Grant, grants: readonly Grant[], first: Permissions): readonly Left[] {
  let left: readonly Left[] = [{ part: grant, why: undefined }];
  for (const other of grants.filter(({ effect }) => effect === 'Allow'))
    left = left.flatMap(one => without(one, other));
  const refusals = grants.filter(other => other.effect === 'Deny' && !isShared(other, first));
  return [...left, ...refusals.flatMap(refusal => refused(grant, refusal))];
}

/** What is left of a part when one grant of the other is taken away. */
function without(left: Left, other: Grant): readonly Left[] {
  const { part, why } = left;
  const unsure = (reason: string): readonly Left[] => [{ part, why: why ?? reason }];
  const actions = inclusion(other.action, part.action);
  if (actions === 'outside') return [left];
  if (isVariable(other) || isVariable(part))
    return overlaps(anything(other.resource.base), anything(part.resource.base))
      ? unsure(`only with the values that policy variables have (${shownSet(other.resource)})`)
      : [left];
  const resources = inclusion(other.resource, part.resource);
  if (resources === 'outside') return [left];
  // Whoever lists actions does not list all of a service's.
  if (actions === 'unclear' && isNarrower(other.action, part.action)) return [left];
  if (other.condition !== '' && other.condition !== part.condition)
    return unsure(`only under the condition ${other.condition}`);
  if (actions === 'unclear') return unsure(`only ${shownSet(other.action)} is allowed`);
  if (resources !== 'inside') return unsure(`only on ${shownSet(other.resource)}`);
  if (actions === 'inside') return [];
  const { except } = part.action;
  return actions.map(base => {
    const both = intersection({ base, except }, part.action);
    return both === undefined
      ? { part, why: why ?? `${shownSet({ base, except })} is not allowed` }
      : { part: { ...part, action: both }, why };
  });
}

/** All of a service, or of everything, beside some actions of one service: others are certainly left. */
function isNarrower({ base: listed }: NameSet, { base: wanted }: NameSet): boolean {
  if (wanted === '*') return /^[a-z0-9-]+:/.test(listed);
  return /^[a-z0-9-]+:\*$/.test(wanted) && /^[a-z0-9-]+:[a-z]/.test(listed);
}

/** What a refusal of the other takes out of a grant. */
function refused(grant: Grant, refusal: Grant): readonly Left[] {
  const { action, resource, condition } = refusal;
  if (!mayMeet(action, grant.action)) return [];
  if (isVariable(grant) || isVariable(refusal))
    return overlaps(anything(resource.base), anything(grant.resource.base))
      ? [{ part: grant, why: `${shownSet(action)} is refused with values that policy variables have` }]
      : [];
  if (!mayMeet(resource, grant.resource)) return [];
  const both = intersection(grant.action, action);
  const part = both === undefined ? grant : { ...grant, action: both };
  if (condition !== '') return [{ part, why: `refused under the condition ${condition}` }];
  if (both === undefined || inclusion(resource, grant.resource) !== 'inside')
    return [{ part, why: `${shownSet(action)} is refused on ${shownSet(resource)}` }];
  return [{ part, why: undefined }];
}

/** The grants as the boundary leaves them. */
function withinBoundary({ grants, boundary }: Permissions): readonly Left[] {
  const allowed = grants.filter(({ effect }) => effect === 'Allow');
  if (boundary === undefined) return allowed.map(part => ({ part, why: undefined }));
  const limits = boundary.filter(({ effect }) => effect === 'Allow');
  return allowed.flatMap(grant =>
    limits
      .filter(limit => mayMeet(limit.action, grant.action) && mayMeet(limit.resource, grant.resource))
      .map(limit => limitedTo(grant, limit)),
  );
}

function limitedTo(grant: Grant, limit: Grant): Left {
  const action = intersection(grant.action, limit.action);
  const resource = intersection(grant.resource, limit.resource);
  const conditions = new Set([grant.condition, limit.condition].filter(one => one !== ''));
  const part = {
    ...grant,
    action: action ?? grant.action,
    resource: resource ?? grant.resource,
    condition: [...conditions].join(' and '),
  };
  const isClear = action !== undefined && resource !== undefined && !isVariable(grant) && !isVariable(limit);
  return {
    part,
    why: isClear
      ? undefined
      : `its own boundary allows ${shownSet(limit.action)} on ${shownSet(limit.resource)}`,
  };
}

/** Whether a refusal without conditions takes all of a grant away. */
function isRefused(grant: Grant, { grants, boundary = [] }: Permissions): boolean {
  return [...grants, ...boundary].some(other => other.condition === '' && takesAll(other, grant));
}

/** Why it is not certain that the first may do it: a refusal of its own, under a condition. */
function doubtOf(grant: Grant, { grants, boundary = [] }: Permissions): string | undefined {
  const refusal = [...grants, ...boundary].find(other => other.condition !== '' && takesAll(other, grant));
  return refusal && `may have it, for it is refused here, too, under the condition ${refusal.condition}`;
}

function takesAll({ effect, action, resource }: Grant, grant: Grant): boolean {
  return (
    effect === 'Deny' &&
    inclusion(action, grant.action) === 'inside' &&
    inclusion(resource, grant.resource) === 'inside'
  );
}

/** Whether the first is refused the same, and so has nothing ahead. */
function isShared(refusal: Grant, { grants }: Permissions): boolean {
  return grants.some(
    other =>
      other.condition === refusal.condition && !hasVariable(refusal.condition) && takesAll(other, refusal),
  );
}

/** Variables have other values for everybody (`aws:PrincipalTag`), so that even the same text is not the same. */
function isVariable({ resource, condition }: Grant): boolean {
  return [resource.base, ...resource.except, condition].some(hasVariable);
}

function hasVariable(text: string): boolean {
  // ${*}, ${?} and ${$} are the characters themselves.
  return /\$\{[^*?$}]/.test(text);
}

function anything(pattern: string): string {
  return pattern.replace(/\$\{[^}]*\}/g, '*');
}

function differenceOf({ action, resource, condition, source }: Grant): Difference {
  return { action: shownSet(action), resource: shownSet(resource), condition, source };
}

function keyOf({ action, resource, condition }: Difference): string {
  return `${action} ${resource} ${condition}`;
}

function distinct<T extends Difference>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map(one => [keyOf(one), one])).values()];
}

/** Whether permissions certainly come to all actions on all resources, be it under a condition. */
export function isAdministrator({ grants, boundary }: Permissions): boolean {
  const all = { base: '*', except: [] };
  const admits = (these: readonly Grant[]) =>
    these.some(
      ({ effect, action, resource }) =>
        effect === 'Allow' &&
        contains(action.base, '*') &&
        inclusion(resource, all) === 'inside' &&
        action.except.length === 0,
    );
  return admits(grants) && (boundary === undefined || admits(boundary));
}
