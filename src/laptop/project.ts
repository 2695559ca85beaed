import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Configuration } from '../config/configuration.js';
import { CONFIGURATION_PATH, loadConfiguration } from '../config/load.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';

/** The repository that a command is called in, and its configuration file. */
export interface Project {
  /** Absolute, by its real path. */
  readonly root: string;
  readonly configuration: Configuration;
  /** Path of the configuration file from the root; undefined: the default one. */
  readonly named: string | undefined;
}

/** The folder above that has a configuration file, or a repository's top; else the folder itself. */
export function projectRoot(folder: string): string {
  const start = realpathSync(folder);
  for (let top = start; ; top = dirname(top)) {
    const is = (name: string) => statSync(join(top, name), { throwIfNoEntry: false }) !== undefined;
    if (is(CONFIGURATION_PATH) || is('.git')) return top;
    if (dirname(top) === top) return start;
  }
}

/**
 * @param cwd where the command is called
 * @param named `--config`, from there
 * @throws Failure when there is no configuration file, or it is wrong
 */
export async function loadProject(cwd: string, named: string | undefined): Promise<Project> {
  const root = projectRoot(cwd);
  const path = named && fromRoot(root, resolve(realpathSync(cwd), named));
  const configuration = await loadConfiguration(root, path);
  if (configuration !== undefined) {
    return { root, configuration, named: path === CONFIGURATION_PATH ? undefined : path };
  }
  throw new Failure('wrong-input', {
    what: `There is no ${CONFIGURATION_PATH} in ${printable(root, 300)}.`,
    likely: 'The command is called outside the repository that has the file, or the team has none yet.',
    write: 'cd into the repository, or name a file: --config FILE. To begin one: aws-temp-creds init',
  });
}

/** As `loadProject`; undefined where there is no file and none is named. */
export async function projectIfThere(cwd: string): Promise<Project | undefined> {
  const root = projectRoot(cwd);
  const configuration = await loadConfiguration(root, undefined);
  return configuration && { root, configuration, named: undefined };
}

function fromRoot(root: string, path: string): string {
  const way = relative(root, path);
  return isAbsolute(way) ? path : way.replaceAll('\\', '/');
}
