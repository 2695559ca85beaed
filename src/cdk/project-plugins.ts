import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { IPluginHost } from '@aws-cdk/cli-plugin-contract';
import { Fields } from '../credentials/fields.js';
import { readIfThere } from '../credentials/private-file.js';
import { printable } from '../printable.js';

/** A plugin that CDK would have loaded, had CDK_PLUGIN not been set: CDK takes one source of plugins, never two. */
export interface ProjectPlugin {
  /** Name or path, as written. */
  readonly spec: string;
  /** Where it is written. */
  readonly source: string;
}

/**
 * The plugins that CDK would load without us, by its own order: those of CDK_PLUGIN, else of the project's cdk.json,
 * else of the user's ~/.cdk.json.
 *
 * @param inherited what CDK_PLUGIN named before the job's folder was handed over
 */
export function projectPlugins(
  folder: string,
  home: string,
  inherited: string | undefined,
): readonly ProjectPlugin[] {
  if (inherited !== undefined) return [{ spec: inherited, source: 'CDK_PLUGIN' }];
  const files = [join(folder, 'cdk.json'), join(home, '.cdk.json')];
  return files.map(pluginsOf).find(plugins => plugins !== undefined) ?? [];
}

/** Undefined: the file says nothing of plugins. One that cannot be parsed is for CDK to complain about. */
function pluginsOf(source: string): readonly ProjectPlugin[] | undefined {
  const fields = Fields.parse(readIfThere(source));
  const single = fields?.text('plugin');
  const several = fields?.list('plugin').filter(spec => typeof spec === 'string') ?? [];
  const specs = single === undefined ? several : [single];
  return specs.length > 0 ? specs.map(spec => ({ spec, source })) : undefined;
}

export interface PluginPlaces {
  /** Path of the program that is running, beside which CDK looks for plugins. */
  readonly cli: string;
  /** The project's folder, where they are looked for next. */
  readonly folder: string;
  /** This plugin, which is loaded already, when the job's folder says where it is. */
  readonly own: string | undefined;
}

/**
 * Loads a plugin as CDK does, into the same host.
 *
 * @throws Error that names the plugin and the file which names it
 */
export function loadPlugin(
  { spec, source }: ProjectPlugin,
  host: IPluginHost,
  { cli, folder, own }: PluginPlaces,
): void {
  try {
    const require = createRequire(join(folder, 'cdk.json'));
    const path = resolvePlugin(spec, cli, folder);
    if (own !== undefined && path === realpathSync(own)) return;
    const plugin: unknown = require(path);
    if (!isPlugin(plugin)) throw new Error("it is not a plugin of version '1'");
    plugin.init?.(host);
  } catch (error) {
    // What follows in the message of Node.js is a stack of files that says nothing here.
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Error(
      `aws-temp-creds: the CDK plugin ${printable(spec, 300)}, which ${printable(source)} names, cannot be loaded: ${printable(reason, 500)}`,
      { cause: error },
    );
  }
}

/** CDK resolves from its own folder `lib`, where a path relative to the project is not found; that is tried next. */
function resolvePlugin(spec: string, cli: string, folder: string): string {
  const library = join(dirname(dirname(realpathSync(cli))), 'lib', 'index.js');
  try {
    return createRequire(library).resolve(spec);
  } catch {
    return createRequire(resolve(folder, 'cdk.json')).resolve(spec);
  }
}

function isPlugin(value: unknown): value is { readonly init?: (host: IPluginHost) => void } {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === '1';
}
