import { lstatSync, type Stats, statSync } from 'node:fs';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';

const GROUP_OR_OTHERS_WRITE = 0o022;
const OTHERS_WRITE = 0o002;
const STICKY = 0o1000;

/**
 * Whether a folder is a real one that nobody but the users of this job can change: what stands in it may be believed,
 * and a command in it may be run. On Windows, which has no owners and modes of this kind, a real folder is enough.
 */
export function isOurFolder(path: string): boolean {
  try {
    const status = lstatSync(path);
    return status.isDirectory() && distrust(status, 'strictly') === undefined;
  } catch {
    return false;
  }
}

/**
 * Refuses to write secrets below a folder that others own or may change: whoever can rename what lies in it decides
 * what the tools of this job read, and a profile names a command to run.
 *
 * @param rule `strictly` for folders that are made for us; `shared` for RUNNER_TEMP, which may be as open as /tmp is,
 *   where nobody can rename what is another's
 * @throws Failure `wrong-configuration`; what lstat throws where there is nothing
 */
export function refuseUnsafeFolder(path: string, rule: Rule): void {
  const status = rule === 'shared' ? statSync(path) : lstatSync(path);
  if (!status.isDirectory()) {
    throw new Failure('wrong-configuration', {
      what: `${printable(path)} is not a folder.`,
      why: 'Profiles are written there, and a link could lead them anywhere.',
      likely: 'An earlier step put a link or a file in its place.',
      write: "Leave the runner's temporary folder to the runner.",
    });
  }
  const reason = distrust(status, rule);
  if (reason === undefined) return;
  throw new Failure('wrong-configuration', {
    what: `${printable(path)} ${reason}. No credentials are written below it.`,
    why: 'Whoever can change that folder can replace what the AWS tools of this job read there, commands included.',
    likely: 'Another user of this machine made the folder, or a step made it writable for everybody.',
    write: `Remove the folder, or give it back to the user of the runner: chown "$(id -u)" and chmod go-w ${printable(path)}`,
  });
}

type Rule = 'strictly' | 'shared';

function distrust(status: Stats, rule: Rule): string | undefined {
  const users = usersOfThisJob();
  if (users === undefined) return undefined;
  if (!users.has(status.uid)) return `belongs to another user (${status.uid})`;
  if (rule === 'strictly') {
    return status.mode & GROUP_OR_OTHERS_WRITE ? 'may be changed by other users' : undefined;
  }
  if (status.mode & STICKY) return undefined;
  const ourGroup = process.getgroups?.().includes(status.gid) || process.getegid?.() === status.gid;
  const open = status.mode & (ourGroup ? OTHERS_WRITE : GROUP_OR_OTHERS_WRITE);
  return open ? 'may be changed by other users' : undefined;
}

/**
 * This process's user, root, and the runner's user, who decides about the job anyway: in a job's container the process
 * is root, and the folders belong to the user outside. Undefined on systems without user numbers.
 */
function usersOfThisJob(): ReadonlySet<number> | undefined {
  const own = process.geteuid?.();
  if (own === undefined) return undefined;
  const users = new Set([own, 0]);
  const runner = ownerOf(process.env['GITHUB_ENV']);
  if (runner !== undefined) users.add(runner);
  const invoker = process.env['SUDO_UID'] ?? '';
  if (own === 0 && /^\d{1,10}$/.test(invoker)) users.add(Number(invoker));
  return users;
}

function ownerOf(path: string | undefined): number | undefined {
  try {
    return path ? statSync(path).uid : undefined;
  } catch {
    return undefined;
  }
}
