import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Fields } from '../../credentials/fields.js';
import { readIfThere } from '../../credentials/private-file.js';
import type { Variables } from '../../github/job.js';
import { blockOwner } from '../block-owner.js';
import { loginPath, tokenPath } from '../cache-files.js';
import { parseConfigFile } from '../config-file.js';
import { awsFolder, readHomeFiles } from '../home-files.js';
import type { Project } from '../project.js';
import { askTool } from './ask-tool.js';
import type { Machine } from './machine.js';

/** Milliseconds that a clock may be off, and that `aws --version` may take. */
const TOLERANCE = 5 * 60_000;
const PATIENCE = 20_000;

/**
 * Reads what doctor looks at: a dozen fixed places, never a walk of the home folder.
 *
 * @param folder that doctor is called in
 * @throws Failure `wrong-configuration` when one of the two AWS files cannot be read
 */
export async function readMachine(
  variables: Variables,
  project: Project | undefined,
  folder: string,
): Promise<Machine> {
  const files = readHomeFiles(variables);
  const now = new Date();
  const kept = cacheFiles(variables);
  const secretInConfig = /aws_secret_access_key/i.test(files.config.text ?? '');
  const guarded = [files.credentials.path, ...(secretInConfig ? [files.config.path] : []), ...kept];
  return {
    now,
    variables,
    platform: process.platform,
    files,
    config: parseConfigFile(files.config.text ?? ''),
    credentials: parseConfigFile(files.credentials.text ?? '', 'credentials'),
    credentialsChanged: statSync(files.credentials.path, { throwIfNoEntry: false })?.mtime,
    project,
    owner: project && blockOwner(project.root, project.named),
    tokenOf: session => readIfThere(tokenPath({ session, startUrl: session })),
    open: process.platform === 'win32' ? [] : guarded.flatMap(openFile),
    future: [files.config.path, files.credentials.path, ...kept].filter(
      path => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > now.getTime() + TOLERANCE,
    ),
    awsVersion: await awsVersion(variables, folder),
    cdkVersion: [project?.root ?? folder, folder].map(cdkVersion).find(version => version !== undefined),
    exists: existsSync,
  };
}

function openFile(path: string): Machine['open'] {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & 0o077) === 0 ? [] : [{ path, mode: mode & 0o777 }];
}

/** The files of the three caches that hold secrets. */
function cacheFiles(variables: Variables): readonly string[] {
  const logins = dirname(loginPath({ session: '' }, variables));
  const folders = [join(awsFolder(), 'sso', 'cache'), join(awsFolder(), 'cli', 'cache'), logins];
  return folders.flatMap(folder => {
    try {
      const names = readdirSync(folder).filter(name => name.endsWith('.json'));
      return names.map(name => join(folder, name));
    } catch {
      return [];
    }
  });
}

/** The CLI's own answer; version 1 gave it on standard error once. */
function awsVersion(variables: Variables, folder: string): Promise<string | undefined> {
  const entries = Object.entries(variables).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^AWS_/i.test(entry[0]),
  );
  return askTool('aws', ['--version'], {
    environment: Object.fromEntries(entries),
    // Not where it is called: on Windows a program of that name there would be started.
    folder: existsSync(homedir()) ? homedir() : folder,
    patience: PATIENCE,
  });
}

function cdkVersion(folder: string): string | undefined {
  return Fields.parse(readIfThere(join(folder, 'node_modules', 'aws-cdk', 'package.json')))?.text('version');
}
