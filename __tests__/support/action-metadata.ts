import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { ROOT, type Variables } from './program.js';

const Metadata = v.object({
  inputs: v.optional(
    v.nullable(
      v.record(
        v.string(),
        v.nullable(v.object({ default: v.optional(v.union([v.string(), v.boolean(), v.number()])) })),
      ),
    ),
  ),
});

/** Where the metadata of a bundle's action stands; undefined: the bundle is no action. */
function metadataFile(bundle: string): string | undefined {
  if (bundle === 'main' || bundle === 'post') return join(ROOT, 'action.yml');
  return bundle === 'scan' || bundle === 'audit' ? join(ROOT, bundle, 'action.yml') : undefined;
}

/**
 * The `INPUT_*` variables that the runner sets: every declared input that has a default or a value.
 *
 * @throws for a given input that the action does not declare: the runner would only warn, a test means something by it
 */
export async function inputVariables(bundle: string, given: Variables): Promise<Variables> {
  const file = metadataFile(bundle);
  const declared = file === undefined || !existsSync(file) ? undefined : await defaults(file);
  const stray = Object.keys(given).find(name => declared !== undefined && !(name in declared));
  if (stray !== undefined) throw new Error(`${file} declares no input ${stray}`);
  const inputs = Object.entries({ ...declared, ...given });
  return Object.fromEntries(
    inputs.flatMap(([name, value]) =>
      value === undefined ? [] : [[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]],
    ),
  );
}

async function defaults(file: string): Promise<Record<string, string | undefined>> {
  const { inputs } = v.parse(Metadata, parse(await readFile(file, 'utf8')));
  return Object.fromEntries(
    Object.entries(inputs ?? {}).map(([name, input]) => [
      name,
      input?.default === undefined ? undefined : String(input.default),
    ]),
  );
}
