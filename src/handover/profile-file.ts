import type { TemporaryCredentials } from '../credentials/target.js';

/** Stands above our profiles, for people who read the file. */
export const OUR_PROFILES = '# Profiles of aws-temp-creds, for this job only; removed when it ends.';

/**
 * The profiles that a configuration or credentials file has, however their headers are written: `[dev]`,
 * `[profile dev]`, `[profile "dev"]`, with blanks or a comment. Where the tools disagree whether a header names a
 * profile, it counts.
 */
export function profileNames(text: string): ReadonlySet<string> {
  return new Set(text.split(/\r\n|\r|\n/).flatMap(line => headerName(line) ?? []));
}

function headerName(line: string): string | undefined {
  const header = /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim();
  return header?.replace(/^profile\s+/, '').replace(/^(["'])(.*)\1$/, '$2');
}

/** A file of profiles that steps of ours have written into. */
export interface SplitFile {
  /** The user's bytes, and what other tools have added since. */
  readonly theirs: Buffer;
  /** Our sections, one character for each byte. */
  readonly ours: string;
}

/**
 * Splits a file into our sections and everything else. By their names, for other tools rewrite the file as they like:
 * our comment above them and their order are soon gone.
 *
 * @param names of our profiles in it
 */
export function splitFile(file: Buffer, names: ReadonlySet<string>): SplitFile {
  let isOurs = false;
  const theirs: string[] = [];
  const ours: string[] = [];
  // As Latin-1 every byte is one character, and comes back as it was.
  for (const line of file.toString('latin1').split(/(?<=\n)/)) {
    const name = headerName(line);
    if (name !== undefined) isOurs = names.has(name);
    if (names.size > 0 && line.trimEnd() === OUR_PROFILES) continue;
    (isOurs ? ours : theirs).push(line);
  }
  return { theirs: Buffer.from(theirs.join(''), 'latin1'), ours: ours.join('') };
}

/** Our sections of an earlier step, without those that are about to be replaced. */
export function withoutProfiles(ours: string, names: ReadonlySet<string>): string {
  return splitFile(Buffer.from(ours, 'latin1'), names).theirs.toString('latin1');
}

/** Ours after theirs; every byte of theirs stays, and ours begins on a line of its own. */
export function joinFiles(theirs: Buffer, ours: string): Buffer {
  const gap = theirs.length === 0 || theirs.at(-1) === 0x0a ? '' : '\n';
  return ours === '' ? theirs : Buffer.concat([theirs, Buffer.from(`${gap}${ours}`, 'latin1')]);
}

/**
 * Our part of a file: the heading, and the sections of earlier steps and of this one; '' when there are none.
 *
 * @param earlier of `splitFile`
 */
export function ourPart(earlier: string, sections: readonly string[]): string {
  if (earlier === '' && sections.length === 0) return '';
  const before = earlier === '' || earlier.endsWith('\n') ? earlier : `${earlier}\n`;
  return `${OUR_PROFILES}\n${before}${sections.map(section => `${bytes(section)}\n`).join('')}`;
}

/** Text as `joinFiles` and `splitFile` have it: one character for each byte. */
function bytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** The header of a profile in the configuration file; the default profile's has no `profile`. */
export function configHeader(name: string): string {
  return name === 'default' ? '[default]' : `[profile ${name}]`;
}

export function credentialsHeader(name: string): string {
  return `[${name}]`;
}

/** Static keys as settings of a profile. The tools read no expiry from a profile; people do. */
export function staticKeys(credentials: TemporaryCredentials): readonly string[] {
  return [
    `# valid until ${credentials.expiration.toISOString()}, never renewed`,
    `aws_access_key_id = ${credentials.accessKeyId}`,
    `aws_secret_access_key = ${credentials.secretAccessKey}`,
    `aws_session_token = ${credentials.sessionToken}`,
  ];
}
