import { win32 } from 'node:path';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import type { Programs } from './job-file.js';

/**
 * A command for `credential_process`, read the same by everybody who reads it. On Linux and macOS those are `sh` (the
 * SDKs for JavaScript, Go, Rust, Java) and Python's shlex (botocore); on Windows cmd.exe, the C runtime's rules for
 * arguments, and botocore's own reader for Windows. Before them comes a reader of INI files, to some of which a
 * blank followed by `#` or `;` begins a comment.
 *
 * @throws Failure `wrong-configuration` when a part cannot be written so that all of them read it
 */
export function quoteCommand(parts: readonly string[], platform: NodeJS.Platform): string {
  const quote = platform === 'win32' ? quoteForWindows : quoteForPosix;
  return parts.map(quote).join(' ');
}

/** Beside the profiles on Windows; see `profileCommand`. */
export const WINDOWS_STARTER = 'renew.cmd';

/**
 * Its content: it starts the command that follows it, without what a later step wants loaded into its own Node.js. It
 * holds no path, for cmd.exe reads it in the code page of the machine.
 */
export const WINDOWS_STARTER_TEXT = '@set NODE_OPTIONS=\r\n@%*\r\n';

/**
 * The `credential_process` of a profile. What a later step has in NODE_OPTIONS (`--import tsx`, a preload that prints,
 * a flag of another Node.js) is meant for its own programs; Node.js reads it before any program of ours could object,
 * so it is emptied on the way.
 *
 * @throws Failure `wrong-configuration` as quoteCommand does
 */
export function profileCommand(
  { node, credentialProcess }: Programs,
  folder: string,
  name: string,
  platform: NodeJS.Platform,
): string {
  const program = [node, credentialProcess, folder, name];
  return platform === 'win32'
    ? quoteCommand([win32.join(folder, WINDOWS_STARTER), ...program], platform)
    : `/usr/bin/env NODE_OPTIONS= ${quoteCommand(program, platform)}`;
}

function quoteForPosix(part: string): string {
  refuseUnwritable(part);
  // Within double quotes sh expands $ and `, and \ escapes; within single quotes nothing counts, for both readers.
  if (!/["$`\\]/.test(part)) return `"${part}"`;
  return `'${part.replaceAll("'", `'"'"'`)}'`;
}

function quoteForWindows(part: string): string {
  refuseUnwritable(part);
  // cmd.exe expands %NAME% within quotes too, and nothing protects a percent sign on its command line.
  if (part.includes('%')) throw unquotable(part, 'a percent sign, which begins a variable for cmd.exe');
  if (part.includes('"')) throw unquotable(part, 'a double quote, which ends the quotation');
  if (part.endsWith('\\')) throw unquotable(part, 'a backslash at its end, which hides the closing quote');
  return `"${part}"`;
}

/**
 * The path of a file that AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE names: botocore expands variables in it.
 *
 * @throws Failure `wrong-configuration`
 */
export function refuseExpandable(path: string): void {
  if (/\$[\w{]/.test(path)) throw unquotable(path, 'a dollar sign, which begins a variable for botocore');
}

function refuseUnwritable(part: string): void {
  if (/[\u0000-\u001f\u007f]/.test(part)) throw unquotable(part, 'a control character');
  if (/\s[#;]/.test(part)) throw unquotable(part, 'a blank before # or ;, where a comment begins');
}

function unquotable(part: string, reason: string): Failure {
  return new Failure('wrong-configuration', {
    what: `The path ${printable(part)} cannot be written into an AWS profile.`,
    why: `It holds ${reason}; the AWS tools would read another command than the one that is meant.`,
    likely: "The runner's work folder, or the folder of its Node.js, has an unusual name.",
    write: 'Install the runner in a folder whose path has only letters, digits, blanks, - and _.',
  });
}
