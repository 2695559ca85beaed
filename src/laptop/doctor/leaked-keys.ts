import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Variables } from '../../github/job.js';
import type { Finding } from '../../scan/finding.js';
import { scan } from '../../scan/scan.js';
import type { Ailment } from './finding.js';

/** Where shells look when they start, from the home folder. */
const SHELL_FILES = [
  '.profile',
  '.bashrc',
  '.bash_profile',
  '.bash_login',
  '.bash_aliases',
  '.zshrc',
  '.zshenv',
  '.zprofile',
  '.zlogin',
  '.config/fish/config.fish',
  '.config/powershell/profile.ps1',
  '.config/powershell/Microsoft.PowerShell_profile.ps1',
  'Documents/PowerShell/Microsoft.PowerShell_profile.ps1',
  'Documents/WindowsPowerShell/Microsoft.PowerShell_profile.ps1',
  '.envrc',
  '.boto',
  '.s3cfg',
  '.passwd-s3fs',
];

/** How deep `.env` files are looked for in a repository, and how many. */
const DEEPEST = 4;
const MOST = 200;
const PASSED_OVER = new Set(['node_modules', '.git', '.venv', 'venv', 'vendor', 'cdk.out', 'dist', 'target']);

export interface LeakedKeys {
  readonly ailments: readonly Ailment[];
  /** What could not be read; one line each. */
  readonly unread: readonly string[];
}

/**
 * Keys in what shells read when they start, and in the `.env` files of a repository, found by the scanner.
 *
 * @param root of the repository; undefined: none
 */
export async function leakedKeys(
  root: string | undefined,
  variables: Variables,
  signal: AbortSignal,
): Promise<LeakedKeys> {
  const home = homedir();
  const shell = SHELL_FILES.map(name => join(home, name)).filter(isFile);
  const dotenv = root === undefined || root === home ? [] : dotenvFiles(root, 0);
  const groups = [
    { folder: home, files: shell },
    { folder: root ?? home, files: dotenv.slice(0, MOST) },
  ].filter(({ files }) => files.length > 0);
  const results = await Promise.all(
    groups.map(async ({ folder, files }) => ({
      folder,
      result: await scan({ folder, mode: 'files', files, variables, signal }),
    })),
  );
  return {
    ailments: results.flatMap(({ folder, result }) =>
      result.findings.filter(isKey).map(finding => ailment(finding, folder === home)),
    ),
    unread: results.flatMap(({ result }) =>
      result.unread.filter(({ incomplete }) => incomplete).map(({ what, why }) => `${what}: ${why}`),
    ),
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function dotenvFiles(folder: string, depth: number): readonly string[] {
  const entries = (() => {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch {
      return [];
    }
  })();
  return entries.flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return depth < DEEPEST && !PASSED_OVER.has(entry.name) ? dotenvFiles(path, depth + 1) : [];
    return entry.isFile() && /^\.env(\..+)?$|\.env$/.test(entry.name) ? [path] : [];
  });
}

function isKey({ severity, allowed }: Finding): boolean {
  return severity !== 'notice' && allowed === undefined;
}

function ailment({ place, redacted, rule }: Finding, isShell: boolean): Ailment {
  const where = `${isShell ? '~/' : ''}${place.path ?? ''}:${place.line ?? 1}`;
  return {
    rule: isShell ? 'key-in-shell-profile' : 'key-in-dotenv',
    severity: rule === 'temporary-credentials' || rule === 'session-token' ? 'warning' : 'error',
    what: `${where} holds a key (${redacted}).`,
    why: isShell
      ? 'Every program that a shell starts has it, and it beats the profiles.'
      : 'It is one `git add` away from everybody, and beats the profiles of whoever loads the file.',
    fix: `aws iam update-access-key --access-key-id ${redacted} --status Inactive    # its whole ID stands in the file\n# then remove the line; in its place: aws-temp-creds exec --environment dev -- COMMAND`,
  };
}
