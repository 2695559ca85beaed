import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import { readRegularFile } from '../regular-file.js';
import type { Configuration } from './configuration.js';
import type { ReadRepositoryFile } from './file.js';

/** Where the configuration file stands when nobody says otherwise. */
export const CONFIGURATION_PATH = '.github/aws-temp-creds.yml';

/** People write some kilobytes. */
export const LARGEST_CONFIGURATION = 2 ** 20;

/**
 * Reads and checks the configuration file of a checkout.
 *
 * @param folder root of the checkout, absolute
 * @param path of the file in it; undefined: the default place, where a missing file is no fault
 * @returns undefined when no path was given and there is no file at the default place
 */
export async function loadConfiguration(
  folder: string,
  path: string | undefined,
): Promise<Configuration | undefined> {
  const wanted = path ?? CONFIGURATION_PATH;
  const readFile = repositoryFile(folder);
  const text = readFile(wanted);
  if (text !== undefined) {
    // Only now: most of what this needs (YAML, schema) costs start time that a job without a file need not spend.
    const { readConfiguration } = await import(/* bundle: configuration */ './file.js');
    return readConfiguration(text, wanted, readFile);
  }
  if (path === undefined) return undefined;
  throw new Failure('wrong-input', {
    what: `The configuration file ${printable(path, 300)} is not there.`,
    why: `There is no such file in ${printable(folder, 300)}.`,
    likely: 'The repository was not checked out before this step, or the path is not relative to its root.',
    write: `- uses: actions/checkout@v7\n- uses: org/aws-temp-creds@v1\n  with:\n    config: ${CONFIGURATION_PATH}`,
  });
}

/**
 * Reads files of a checkout; a path that leads out of it, by `..` or by a symbolic link, reads as absent.
 *
 * @param most bytes that a file may have
 * @returns a function that throws Failure `wrong-configuration` for what is too large, or is a FIFO or the like
 */
export function repositoryFile(folder: string, most: number = LARGEST_CONFIGURATION): ReadRepositoryFile {
  return path => {
    const file = insideOf(folder, path);
    if (file === undefined) return undefined;
    const found = readRegularFile(file, most);
    if (found.kind === 'file') return found.content.toString('utf8');
    if (found.kind === 'none') return undefined;
    throw new Failure('wrong-configuration', {
      what: `${printable(path, 300)} cannot be read.`,
      why: found.kind === 'other' ? 'It is no regular file.' : `It is larger than ${most / 2 ** 20} MiB.`,
    });
  };
}

/** @returns the real path of what is at a path of the checkout, or undefined when that leads out of it or nowhere */
function insideOf(folder: string, path: string): string | undefined {
  try {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, path));
    const inside = relative(root, file);
    return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) ? undefined : file;
  } catch {
    return undefined;
  }
}
