import { lstatSync, mkdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Lock, lockUnless } from '../credentials/lock.js';
import { errorCode, writePrivateFile } from '../credentials/private-file.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { type AwsFile, readAwsFiles } from '../handover/aws-files.js';
import { printable } from '../printable.js';
import type { FileTexts } from './profiles-plan.js';
import { bytesOf, latin1Of } from './text.js';

/** Where the AWS tools keep what is a person's: below the home folder, whatever the variables for files say. */
export function awsFolder(home: string = homedir()): string {
  return join(home, '.aws');
}

/**
 * Reads the two files where the variables, or else the home folder, say that they are.
 *
 * @throws Failure `wrong-configuration` when one cannot be read, or is text that no AWS tool reads
 */
export function readHomeFiles(variables: Variables, home: string = homedir()): FileTexts {
  const { config, credentials } = readAwsFiles(variables, home);
  return { config: textOf(config), credentials: textOf(credentials) };
}

function textOf({ path, content }: AwsFile): FileTexts['config'] {
  if (content === undefined) return { path, text: undefined };
  if (!content.includes(0)) return { path, text: latin1Of(content) };
  throw new Failure('wrong-configuration', {
    what: `${printable(path)} is no text that the AWS tools read.`,
    why: 'It holds zero bytes, as files in UTF-16 do.',
    likely: 'It was written by PowerShell: `>` and Out-File write UTF-16 there.',
    write: `In PowerShell: (Get-Content "${printable(path)}") | Set-Content -Encoding ascii "${printable(path)}"`,
  });
}

/**
 * Writes one of the two files whole, for this user alone. A link to it stays a link: those who keep their settings in
 * a repository of their own have one there.
 *
 * @param text undefined: the file is removed
 */
export function writeHomeFile(path: string, text: string | undefined): void {
  const file = linkedFile(path);
  try {
    if (text === undefined) {
      rmSync(file, { force: true });
      return;
    }
    mkdirSync(dirname(file), { mode: 0o700, recursive: true });
    writePrivateFile(file, bytesOf(text));
  } catch (error) {
    throw new Failure(
      'wrong-configuration',
      {
        what: `${printable(file)} cannot be written.`,
        why: printable(error instanceof Error ? error.message : String(error), 300),
        likely: 'The file or its folder belongs to another user, or the disk is full.',
      },
      { cause: error },
    );
  }
}

/** Links followed by hand: the last one may name a file that is not there yet. */
function linkedFile(path: string): string {
  let file = path;
  for (let links = 0; links < 40; links += 1) {
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return real(file);
    file = resolve(dirname(file), readlinkSync(file));
  }
  return file;
}

function real(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return file;
    throw error;
  }
}

/**
 * Does something while no other process of ours does it too: all that read a file of a person's and write it again.
 *
 * @param name of the lock, usable in a file's name
 * @throws Failure `unreachable` when the lock cannot be had
 */
export async function withHomeLock<T>(
  name: string,
  body: () => T | Promise<T>,
  home: string = homedir(),
): Promise<T> {
  const lock = await homeLock(name, home);
  if (lock === undefined) {
    throw new Failure('unreachable', {
      what: `Another aws-temp-creds has been at work on ${printable(name)} for too long, or its lock cannot be made.`,
      why: `The lock is a folder in ${printable(lockFolderOf(home))}.`,
      likely: 'The home folder cannot be written, or another call waits for something.',
    });
  }
  try {
    return await body();
  } finally {
    lock.release();
  }
}

/** @returns undefined: it cannot be had */
export async function homeLock(name: string, home: string = homedir()): Promise<Lock | undefined> {
  const outcome = await lockUnless(join(lockFolderOf(home), name), () => undefined);
  return outcome.kind === 'locked' ? outcome.lock : undefined;
}

/** The only folder of our own in a home: it holds locks, and nothing else. */
export function lockFolderOf(home: string = homedir()): string {
  return join(awsFolder(home), 'aws-temp-creds', 'locks');
}
