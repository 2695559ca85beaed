import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Job } from '../github/job.js';
import type { Runner } from '../github/runner.js';

/** Characters that mean something to sh within double quotes, or to cmd.exe; a runner has none of them in its paths. */
const MEANINGFUL = /["$`\\%\r\n]/;

/**
 * Lets later steps call `aws-temp-creds` by its name: a folder of RUNNER_TEMP with two scripts, for sh and for cmd.exe,
 * is put in front of PATH. They start this very version with the Node that runs the action, for a self-hosted runner
 * may have no other one.
 *
 * @param entry absolute path of `dist/<surface>/index.js`
 * @returns the folder; undefined: there is no RUNNER_TEMP, or a path that cannot be written into a script
 */
export function putCommandOnPath(runner: Runner, job: Job, entry: string, node: string): string | undefined {
  const cli = join(dirname(dirname(entry)), 'cli', 'index.js');
  const scripts = commandScripts(node, cli, process.platform);
  if (job.temporary === '' || scripts === undefined) return undefined;
  mkdirSync(job.temporary, { recursive: true });
  const folder = mkdtempSync(join(job.temporary, 'aws-temp-creds-command-'));
  for (const { name, text } of scripts) writeFileSync(join(folder, name), text, { mode: 0o755, flag: 'wx' });
  runner.addPath(folder);
  return folder;
}

/** On Windows steps run in bash as well as in PowerShell and cmd.exe. */
export function commandScripts(
  node: string,
  cli: string,
  platform: NodeJS.Platform,
): readonly { readonly name: string; readonly text: string }[] | undefined {
  const isWindows = platform === 'win32';
  // Git's bash takes Windows paths with forward slashes.
  const [shNode, shCli] = isWindows ? [node, cli].map(path => path.replaceAll('\\', '/')) : [node, cli];
  if (shNode === undefined || shCli === undefined) return undefined;
  if ([shNode, shCli].some(path => MEANINGFUL.test(path))) return undefined;
  const sh = { name: 'aws-temp-creds', text: `#!/bin/sh\nexec "${shNode}" "${shCli}" "$@"\n` };
  const cmd = { name: 'aws-temp-creds.cmd', text: `@"${node}" "${cli}" %*\r\n` };
  return isWindows ? [sh, cmd] : [sh];
}
