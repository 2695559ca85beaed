import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { GitHubJob } from '../__tests__/support/github-job.js';
import {
  bareEnvironment,
  type Ended,
  nodePath,
  runProgram,
  type Variables,
} from '../__tests__/support/program.js';
import { eventPayload } from '../__tests__/support/runner-environment.js';
import type { Cloud } from './cloud/cloud.js';
import { cloudVariables, QUIET } from './job.js';
import { npmCache, pythonFolder } from './parts.js';
import { unpackAction } from './release.js';
import type { Stage } from './scenario.js';
import { makeWorkspace, withFolder } from './workspace.js';

export interface WorkflowOptions {
  readonly stage: Stage;
  readonly cloud: Cloud;
  /** The text of the workflow, as it stands in a user's repository. */
  readonly workflow: string;
  /** Folder below `e2e/apps` that the repository is made of. */
  readonly app: string;
  /** Further files of the repository, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Whose job it is: the event, and what the issuer says of it. */
  readonly identity: GitHubJob;
}

/**
 * Runs a workflow with act, on this machine itself (act's self-hosted mode): it reads the workflow and `action.yml`,
 * runs main and post, and passes files and variables from step to step. What it fetches from GitHub on a real runner
 * comes from here: `actions/checkout` is act's own copy of the repository, and `org/aws-temp-creds@v1` is the archive
 * of this repository.
 */
export function runWorkflow(options: WorkflowOptions): Promise<Ended> {
  return withFolder('workflow', async folder => {
    const { stage, cloud, app, workflow, files = {}, identity } = options;
    const repository = join(folder, 'repository');
    const home = join(folder, 'home');
    for (const path of [repository, home]) mkdirSync(path);
    const project = projectFiles(stage);
    const { base, head: sha } = await makeWorkspace(repository, {
      from: join(stage.root, 'e2e/apps', app),
      files: { ...project, ...files, '.github/workflows/workflow.yml': workflow },
    });
    const event = join(folder, 'event.json');
    writeFileSync(event, JSON.stringify(eventPayload({ ...identity, sha, baseSha: base })));
    const action = await unpackAction(stage.root, join(folder, 'release'));
    const token = await cloud.issuer.grant({ ...identity, sha });
    const args = [
      identity.event,
      ...['--eventpath', event],
      ...['--platform', 'ubuntu-latest=-self-hosted'],
      ...['--local-repository', `org/aws-temp-creds@v1=${action}`],
      ...['--action-cache-path', join(folder, 'act')],
      '--no-cache-server',
      ...Object.entries(token).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ];
    const command = join(stage.folders.act, process.platform === 'win32' ? 'act.exe' : 'act');
    const env = runnerEnvironment(stage, cloud, home);
    return await runProgram({ command, args, cwd: repository, env, milliseconds: 300_000 });
  });
}

/** What the machine of a self-hosted runner has, and passes on to the job. */
function runnerEnvironment(stage: Stage, cloud: Cloud, home: string): Variables {
  const programs = [dirname(nodePath('24')), pythonFolder(stage.folders.python)];
  const path = [...programs, process.env['PATH'] ?? ''].join(delimiter);
  return {
    ...bareEnvironment(),
    PATH: path,
    HOME: home,
    ...cloudVariables(cloud),
    ...QUIET,
    ...offline(stage),
  };
}

/** The packages that the project's `npm ci` installs: those of the part `npm`. */
function projectFiles(stage: Stage): Record<string, string> {
  const names = ['package.json', 'package-lock.json'];
  return Object.fromEntries(
    names.map(name => [name, readFileSync(join(stage.root, 'e2e/parts/npm', name), 'utf8')]),
  );
}

/** npm finds all of them in the cache that installing the part left. */
function offline(stage: Stage): Record<string, string> {
  return {
    npm_config_cache: npmCache(stage.folders.npm),
    npm_config_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_ignore_scripts: 'true',
  };
}
