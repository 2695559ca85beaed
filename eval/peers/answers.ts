import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import * as v from 'valibot';

/** A path as cases have it: with `/`, from the folder. */
export const slashed = (path: string) => path.replaceAll('\\', '/').replace(/^\.\//, '');

export const below = (folder: string, path: string) => slashed(relative(folder, path));

/** Files in archives are reported as `archive!entry`. */
export const outermost = (path: string) => path.replace(/!.*$/, '');

/** A report in JSON, checked. */
export function read<Schema extends v.GenericSchema>(schema: Schema, file: string): v.InferOutput<Schema> {
  return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
}
