import { homedir } from 'node:os';
import type { IPluginHost } from '@aws-cdk/cli-plugin-contract';
import { JobCredentials } from './cdk/credential-source.js';
import { handedOverAccounts } from './cdk/handed-over-accounts.js';
import { laptopSource } from './cdk/laptop-source.js';
import { loadPlugin, projectPlugins } from './cdk/project-plugins.js';

/** Of the contract between the CDK CLI and its plugins. */
export const version = '1';

/** Called by the CDK CLI once this file is loaded: adds the job's accounts, and the plugins that the project has. */
export function init(host: IPluginHost): void {
  const handedOver = handedOverAccounts(process.env);
  const folder = process.cwd();
  const plugins = projectPlugins(folder, homedir(), handedOver?.job.cdkPlugin);
  const source = new JobCredentials(handedOver, {
    tell: line => process.stderr.write(`${line}\n`),
    othersAreAsked: plugins.length > 0,
    // Every hand-over names its session, and ending it takes the name away.
    hasEnded: process.env['CDK_ROLE_SESSION_NAME'] === '',
  });
  const laptop = handedOver === undefined ? laptopSource(process.env, folder) : undefined;
  // Ours first: for an account that the file names, the file decides.
  host.registerCredentialProviderSource(laptop ?? source);
  const own = handedOver?.job.programs.cdkPlugin ?? (laptop && process.env['CDK_PLUGIN']);
  const places = { cli: process.argv[1] ?? folder, folder, own };
  for (const plugin of plugins) loadPlugin(plugin, host, places);
}
