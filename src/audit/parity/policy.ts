import type { NameSet } from './pattern.js';

/** One permission, or the refusal of one: an action on a resource, under conditions. */
export interface Grant {
  readonly effect: 'Allow' | 'Deny';
  /** Lower case: actions go by their letters, whatever the case. */
  readonly action: NameSet;
  readonly resource: NameSet;
  /** Canonical JSON; '' for none. */
  readonly condition: string;
  /** The policy that it stands in. */
  readonly source: string;
}

/**
 * The grants of a policy document, one for each action and resource.
 *
 * @param source the policy's name
 * @returns undefined for a document that cannot be read
 */
export function grantsOf(document: string, source: string): readonly Grant[] | undefined {
  const policy = parsed(document);
  if (policy === undefined) return undefined;
  const statements = listOf(policy['Statement']);
  if (statements === undefined) return undefined;
  const grants: Grant[] = [];
  for (const statement of statements) {
    const { Effect, Action, NotAction, Resource, NotResource, Condition } = statement;
    if (Effect !== 'Allow' && Effect !== 'Deny') return undefined;
    // What a newer element would change is not known.
    if (Object.keys(statement).some(key => !ELEMENTS.has(key))) return undefined;
    const actions = namesOf(Action, NotAction, text => (text === '*:*' ? '*' : text.toLowerCase()));
    const resources = namesOf(Resource, NotResource, text => text);
    if (actions === undefined || resources === undefined) return undefined;
    const condition = Condition === undefined ? '' : canonical(Condition);
    for (const action of actions)
      for (const resource of resources) grants.push({ effect: Effect, action, resource, condition, source });
  }
  return grants;
}

const ELEMENTS = new Set(['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']);

function parsed(document: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(document);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  return list.every(isRecord) ? list : undefined;
}

function namesOf(
  these: unknown,
  allBut: unknown,
  form: (text: string) => string,
): readonly NameSet[] | undefined {
  if (these !== undefined && allBut !== undefined) return undefined;
  if (these !== undefined) return textsOf(these)?.map(text => ({ base: form(text), except: [] }));
  const except = textsOf(allBut);
  return except && [{ base: '*', except: except.map(form) }];
}

function textsOf(value: unknown): readonly string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  return list.every(item => typeof item === 'string') ? list : undefined;
}

/** JSON in which the order of keys and the writing of single values make no difference. */
function canonical(value: unknown): string {
  if (Array.isArray(value))
    return value.length === 1 ? canonical(value[0]) : `[${value.map(canonical).sort()}]`;
  if (!isRecord(value)) return JSON.stringify(String(value));
  const entries = Object.keys(value).sort();
  return `{${entries.map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}
