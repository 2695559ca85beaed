import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { accountId, parseRoleArn, region } from '../../src/aws/names.js';
import type { Configuration } from '../../src/config/configuration.js';
import type { AssumedRole, Target } from '../../src/credentials/target.js';
import { Failure } from '../../src/failure.js';
import { readAwsFiles } from '../../src/handover/aws-files.js';
import { newProfileFolder, programsBeside, writeProfiles } from '../../src/handover/profile-folder.js';
import { type ProfilesPlan, type ProfilesRequest, planProfiles } from '../../src/handover/profiles.js';
import { randomCredentials } from './credentials.js';

/** The committed bundles' folder. */
export const DIST = resolve(import.meta.dirname ?? '.', '../../../dist');

export const CONNECTION = {
  httpProxy: undefined,
  noProxy: undefined,
  stsEndpoint: undefined,
  retryRefusals: 0,
  maxAttempts: 4,
  timeout: 20,
};

/** A target whose role is `github-deploy`, with what a test wants to be different. */
export function target(name: string, account: string, differences: Partial<Target> = {}): Target {
  const id = accountId(account);
  const place = region('eu-west-1');
  const role = parseRoleArn(`arn:aws:iam::${account}:role/github-deploy`)?.arn;
  if (!id || !place || !role) throw new Error(`not an account: ${account}`);
  return {
    name,
    account: id,
    region: place,
    role,
    audience: 'sts.amazonaws.com',
    duration: 3600,
    sessionName: 'gh-1-1-shop',
    sessionPolicy: undefined,
    managedPolicies: [],
    chain: undefined,
    ...differences,
  };
}

/** What STS would have given for a target. */
export function assumed(of: Target, expiration: Date, seed: string = of.name): AssumedRole {
  const { accessKeyId, secretAccessKey, sessionToken } = randomCredentials(seed, of.account);
  const role = of.role.split('/').at(-1);
  return {
    target: of,
    credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
    account: of.account,
    arn: `arn:aws:sts::${of.account}:assumed-role/${role}/${of.sessionName}`,
    attempts: 1,
  };
}

/** The folders of one job on a runner, removed with `close`. */
export interface ProfileJob {
  readonly temporary: string;
  readonly home: string;
  plan(differences?: Partial<ProfilesRequest>): ProfilesPlan;
  /** Plans and writes; without credentials the cache is empty. */
  write(
    differences?: Partial<ProfilesRequest>,
    roles?: readonly AssumedRole[],
    obtained?: Date,
  ): ProfilesPlan;
  close(): void;
}

/** @param name of the folder that everything is in, so that a test can have it hold blanks and quotes */
export function profileJob(name = 'runner', configuration?: Configuration): ProfileJob {
  const root = mkdtempSync(join(tmpdir(), 'profiles '));
  const temporary = join(root, name, '_temp');
  const home = join(root, name, 'home');
  mkdirSync(temporary, { recursive: true });
  mkdirSync(join(home, '.aws'), { recursive: true });
  const plan = (differences: Partial<ProfilesRequest> = {}) => {
    const variables = differences.variables ?? {};
    return planProfiles({
      targets: [target('dev', '111111111111')],
      configuration,
      use: 'by default',
      refresh: true,
      folder: newProfileFolder(temporary),
      programs: programsBeside(join(DIST, 'main', 'index.js'), process.execPath),
      files: readAwsFiles(variables, home),
      variables,
      connection: CONNECTION,
      platform: process.platform,
      ...differences,
    });
  };
  return {
    temporary,
    home,
    plan,
    write: (differences, roles = [], obtained = new Date()) => {
      const planned = plan(differences);
      writeProfiles(planned, roles, obtained);
      return planned;
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartOptions {
  readonly variables?: Readonly<Record<string, string | undefined>>;
  readonly folder?: string;
  /** Milliseconds after which the process is killed with SIGKILL. */
  readonly killAfter?: number;
}

/** Runs a program with exactly these variables in its environment. */
export function run(program: string, args: readonly string[], options: StartOptions = {}): Promise<Finished> {
  const child = spawn(program, args, {
    env: { ...options.variables },
    cwd: options.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killer =
    options.killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), options.killAfter);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => stdout.push(part));
  child.stderr.on('data', (part: Buffer) => stderr.push(part));
  return new Promise((resolveRun, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(killer);
      const text = (parts: readonly Buffer[]) => Buffer.concat(parts).toString('utf8');
      resolveRun({ code, signal, stdout: text(stdout), stderr: text(stderr) });
    });
  });
}

/** What one job's step writes, for tests that run several of them as processes of their own. Prints the folder. */
export function writeOne(home: string, temporary: string, name: string): void {
  const plan = planProfiles({
    targets: [target(name, '111111111111')],
    configuration: undefined,
    use: 'by default',
    refresh: true,
    folder: newProfileFolder(temporary),
    programs: programsBeside(join(DIST, 'main', 'index.js'), process.execPath),
    files: readAwsFiles({}, home),
    variables: {},
    connection: CONNECTION,
    platform: process.platform,
  });
  const now = new Date();
  const roles = plan.job.environments.map(({ target: of }) =>
    assumed(of, new Date(now.getTime() + 3_600_000)),
  );
  writeProfiles(plan, roles, now);
  process.stdout.write(`${plan.folder}\n`);
}

/** The failure that something throws. */
export function failureOf(body: () => unknown): Failure {
  try {
    body();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
