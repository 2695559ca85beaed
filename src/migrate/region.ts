import type { YAMLMap } from 'yaml';
import { type Region, region } from '../aws/names.js';
import { referencesIn } from './references.js';
import type { YamlText } from './yaml-text.js';

/** A Region as a workflow has it. */
export interface StatedRegion {
  /** Undefined: it is known only when the job runs. */
  readonly known: Region | undefined;
  readonly text: string;
}

/**
 * The Region that counts for a step: as written beside the key, else what the job or workflow sets for all its tools.
 *
 * @param scopes mappings whose `env` counts, the innermost first
 */
export function statedRegion(
  file: YamlText,
  written: string | undefined,
  scopes: readonly YAMLMap[],
): StatedRegion | undefined {
  const variable = (name: string) =>
    scopes.map(scope => file.textOf(file.valueAt(scope, 'env', name))).find(found => found !== undefined);
  const text = written ?? variable('AWS_REGION') ?? variable('AWS_DEFAULT_REGION');
  if (text === undefined || text === '') return undefined;
  const [reference, ...others] = referencesIn(text);
  const resolved =
    reference?.context === 'env' && others.length === 0 ? (variable(reference.name) ?? text) : text;
  return { known: region(resolved.trim()), text };
}

/** A Region that the job names outright: `--region eu-west-1`, or in the address of a registry. */
export function regionInScripts(jobText: string): Region | undefined {
  const named = /(?:--region[ =]["']?|\.dkr\.ecr\.)([a-z]{2}(?:-[a-z]+)+-\d)\b/.exec(jobText)?.[1];
  return named === undefined ? undefined : region(named);
}
