import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { runProgram } from '../__tests__/support/program.js';
import { inherited, mustRun } from './command.js';

/**
 * The ecosystem's real parts, each installed once into a folder of the cache that is named by what it holds:
 * - `python`: moto (AWS), the AWS CLI and boto3, in a virtual environment of their own
 * - `npm`: the CDK CLI in two versions, aws-cdk-lib, the AWS SDK for JavaScript
 * - `act`: a runner of GitHub workflows
 * - `hooks`: pre-commit, husky and lefthook
 */
export type PartName = (typeof PART_NAMES)[number];
export const PART_NAMES = ['python', 'npm', 'act', 'hooks'] as const;

/** The folders of the parts; those of a part that is missing hold nothing. */
export type PartFolders = Readonly<Record<PartName, string>>;

export interface InstalledParts {
  readonly folders: PartFolders;
  /** Why a part could not be installed. */
  readonly missing: Readonly<Partial<Record<PartName, string>>>;
}

/** Makes sure that the parts are there; what cannot be had is told, not thrown. */
export async function installParts(
  wanted: ReadonlySet<PartName>,
  repository: string,
): Promise<InstalledParts> {
  const folders = { npm: '', python: '', act: '', hooks: '' };
  const missing: Partial<Record<PartName, string>> = {};
  const install = async (name: PartName) => {
    try {
      folders[name] = await installPart(name, repository);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      missing[name] = `the part ${name} is missing: ${reason}\n(--without ${name} leaves its scenarios out)`;
    }
  };
  await Promise.all([...wanted].map(install));
  return { folders, missing };
}

/** Milliseconds that installing a part may take. */
const INSTALL = 900_000;

const ACT = 'github.com/nektos/act@v0.2.89';
const isWindows = process.platform === 'win32';

/** `E2E_CACHE`, else a folder below the operating system's own place for caches. */
export function cacheFolder(): string {
  const { E2E_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (E2E_CACHE) return E2E_CACHE;
  const name = 'aws-temp-creds-e2e';
  if (isWindows) return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), name);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', name);
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), name);
}

/** Makes sure that a part is there and returns its folder. @throws with the reason when it cannot be had */
async function installPart(name: PartName, repository: string): Promise<string> {
  const specification = { python: pythonFiles, npm: npmFiles, act: () => [], hooks: hookFiles }[name](
    repository,
  );
  const hash = createHash('sha256').update(
    `${name === 'act' ? ACT : ''} ${process.platform} ${process.arch}`,
  );
  for (const file of specification) hash.update(readFileSync(file));
  const folder = join(cacheFolder(), `${name}-${hash.digest('hex').slice(0, 12)}`);
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await { python: installPython, npm: installNpm, act: installAct, hooks: installHooks }[name](
    folder,
    specification,
  );
  writeFileSync(complete, '');
  return folder;
}

function pythonFiles(repository: string): string[] {
  return [join(repository, 'e2e/parts/python/requirements.txt')];
}

function npmFiles(repository: string): string[] {
  return ['package.json', 'package-lock.json'].map(name => join(repository, 'e2e/parts/npm', name));
}

function hookFiles(repository: string): string[] {
  const names = ['requirements.txt', 'package.json', 'package-lock.json'];
  return names.map(name => join(repository, 'e2e/parts/hooks', name));
}

async function installPython(folder: string, [requirements = '']: readonly string[]): Promise<void> {
  const python = await firstThatRuns(isWindows ? ['py', 'python'] : ['python3', 'python'], ['--version']);
  if (python === undefined) throw new Error('Python 3.10 or newer is not on PATH');
  await mustRun({
    command: python,
    args: ['-m', 'venv', join(folder, 'venv')],
    cwd: folder,
    env: inherited(),
  });
  const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  const command = join(pythonFolder(folder), 'python');
  await mustRun({ command, args, cwd: folder, env: inherited(), milliseconds: INSTALL });
}

/** Folder of the virtual environment's programs. */
export function pythonFolder(folder: string): string {
  return join(folder, 'venv', isWindows ? 'Scripts' : 'bin');
}

/** npm's own cache is kept beside, so that a workflow's `npm ci` of the same packages needs no network. */
async function installNpm(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) cpSync(file, join(folder, basename(file)));
  const args = ['ci', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  const env = inherited({ npm_config_cache: npmCache(folder) });
  await mustRun({ ...npm(args), cwd: folder, env, milliseconds: INSTALL });
}

/** With what is optional: the programs of lefthook, one for each system. */
async function installHooks(folder: string, files: readonly string[]): Promise<void> {
  await installPython(folder, files);
  for (const file of files) cpSync(file, join(folder, basename(file)));
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  await mustRun({ ...npm(args), cwd: folder, env: inherited(), milliseconds: INSTALL });
}

export function npmCache(folder: string): string {
  return join(folder, 'npm-cache');
}

/** npm as a command: a script on Windows, which needs its interpreter named. */
function npm(args: readonly string[]): { readonly command: string; readonly args: readonly string[] } {
  return isWindows
    ? { command: 'cmd.exe', args: ['/d', '/c', 'npm.cmd', ...args] }
    : { command: 'npm', args };
}

async function installAct(folder: string): Promise<void> {
  if ((await firstThatRuns(['go'], ['version'])) === undefined) throw new Error('Go is not on PATH');
  const env = inherited({ GOBIN: folder });
  await mustRun({ command: 'go', args: ['install', ACT], cwd: folder, env, milliseconds: INSTALL });
}

async function firstThatRuns(
  commands: readonly string[],
  args: readonly string[],
): Promise<string | undefined> {
  for (const command of commands) {
    const ended = await runProgram({ command, args, cwd: '.', env: inherited() }).catch(() => undefined);
    if (ended?.exitCode === 0) return command;
  }
  return undefined;
}
