import type { YAMLMap } from 'yaml';
import { ENVIRONMENT_NAME } from '../config/environment-name.js';
import { environmentIn, ownPart, referencesIn } from './references.js';
import type { Surroundings } from './types.js';
import type { YamlText } from './yaml-text.js';

/** The GitHub environment of a job. */
export type JobEnvironment =
  | { readonly kind: 'named'; readonly name: string }
  /** An expression, with the values that it can be seen to have; none: not known. */
  | { readonly kind: 'computed'; readonly text: string; readonly values: readonly string[] }
  | { readonly kind: 'none' };

export function jobEnvironment(
  file: YamlText,
  root: YAMLMap,
  job: YAMLMap,
  given: (input: string) => readonly string[],
): JobEnvironment {
  const value = file.valueAt(job, 'environment');
  const text = file.textOf(value) ?? file.textOf(file.valueAt(file.mapOf(value), 'name'));
  if (text === undefined || text === '') return { kind: 'none' };
  if (!text.includes('${{')) return { kind: 'named', name: text };
  return { kind: 'computed', text, values: [...new Set(valuesOf(file, root, job, text, given))] };
}

function valuesOf(
  file: YamlText,
  root: YAMLMap,
  job: YAMLMap,
  text: string,
  given: (input: string) => readonly string[],
): readonly string[] {
  // `${{ github.ref == 'refs/heads/main' && 'production' || 'staging' }}`
  const chosen = [...text.matchAll(/(?:&&|\|\|)\s*'([^']+)'/g)].map(([, word = '']) => word);
  if (chosen.length > 0) return chosen;
  const references = referencesIn(text);
  const whole = /^\$\{\{[^}]*\}\}$/.test(text.trim());
  const [reference] = references;
  if (reference === undefined || references.length > 1 || !whole) return [];
  if (reference.context === 'matrix') return matrixValues(file, job, reference.name);
  if (reference.context === 'inputs')
    return [...inputValues(file, root, reference.name), ...given(reference.name)];
  return [];
}

/** The values that a job's matrix has for a name, as far as they are written out. */
export function matrixValues(file: YamlText, job: YAMLMap, name: string): readonly string[] {
  const matrix = file.mapOf(file.valueAt(job, 'strategy', 'matrix'));
  const listed = file.listOf(file.valueAt(matrix, name))?.items ?? [];
  const included = file.listOf(file.valueAt(matrix, 'include'))?.items ?? [];
  return [...listed, ...included.map(item => file.valueAt(file.mapOf(item), name))].flatMap(literal(file));
}

function inputValues(file: YamlText, root: YAMLMap, name: string): readonly string[] {
  return ['workflow_dispatch', 'workflow_call'].flatMap(event => {
    const input = file.mapOf(file.valueAt(root, 'on', event, 'inputs', name));
    const options = file.listOf(file.valueAt(input, 'options'))?.items ?? [];
    return [...options, file.valueAt(input, 'default')].flatMap(literal(file));
  });
}

function literal(file: YamlText): (node: unknown) => readonly string[] {
  return node => {
    const text = file.textOf(node);
    return text === undefined || text === '' || text.includes('${{') ? [] : [text];
  };
}

/** Names what a job enters; one name for each stored key, in a file. */
export class EnvironmentNames {
  readonly #byKey = new Map<string, string>();
  readonly #keyOf = new Map<string, string>();

  /**
   * @param reference name of the secret that the key was in
   * @param hints names that may speak of an environment, the best first
   */
  of(reference: string, hints: readonly string[], fixed: string | undefined): string {
    const key = `${fixed ?? ''} ${reference}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const base = fixed ?? hints.map(environmentIn).find(found => found !== undefined) ?? 'production';
    let name = entryName(base);
    const taken = (candidate: string) => (this.#keyOf.get(candidate) ?? reference) !== reference;
    if (taken(name)) name = entryName(`${name}-${ownPart(reference) || 'second'}`);
    for (let count = 2; taken(name); count++) name = `${entryName(base)}-${count}`;
    this.#byKey.set(key, name);
    this.#keyOf.set(name, reference);
    return name;
  }
}

/** A GitHub environment's name as an entry of the configuration file. */
export function entryName(text: string): string {
  const name = text
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, 64);
  return ENVIRONMENT_NAME.test(name) ? name : 'production';
}

/** @param input of the workflow at `path` */
export function givenTo(surroundings: Surroundings, path: string): (input: string) => readonly string[] {
  return input => [...(surroundings.given.get(`${path} ${input}`) ?? [])];
}
