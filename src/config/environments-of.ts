import type { Configuration, Environment } from './configuration.js';

/** The environment of that name, else all whose GitHub environment has that name. */
export function environmentsOf(configuration: Configuration, name: string): readonly Environment[] {
  const exact = configuration.environments.filter(environment => environment.name === name);
  return exact.length > 0
    ? exact
    : configuration.environments.filter(({ githubEnvironment }) => githubEnvironment === name);
}
