import type { TemporaryCredentials } from '../credentials/target.js';

/** Stands above our profiles, so that a later step of the same job can tell them from the user's. */
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
  const header = /^\ufeff?\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim();
  return header?.replace(/^profile\s+/, '').replace(/^(["'])(.*)\1$/, '$2');
}

/** Our own text of an earlier step, without the profiles that are about to be replaced. */
export function withoutProfiles(text: string, names: ReadonlySet<string>): string {
  let kept = true;
  const lines = text.split(/(?<=\n)/).filter(line => {
    const name = headerName(line);
    if (name !== undefined) kept = !names.has(name);
    return kept;
  });
  return lines.join('');
}

/** Splits a file that we may have written into the user's bytes and ours. */
export function splitAtOurs(file: Buffer): { readonly theirs: Buffer; readonly ours: string } {
  const at = file.indexOf(`${OUR_PROFILES}\n`);
  return at === -1
    ? { theirs: file, ours: '' }
    : { theirs: file.subarray(0, at), ours: file.subarray(at).toString('utf8') };
}

/** Ours after theirs; every byte of theirs stays, and ours begins on a line of its own. */
export function joinFiles(theirs: Buffer, ours: string): Buffer {
  const gap = theirs.length === 0 || theirs.at(-1) === 0x0a ? '' : '\n';
  return ours === '' ? theirs : Buffer.concat([theirs, Buffer.from(`${gap}${ours}`)]);
}

/** Our part of a file: the heading, once, and the sections; '' when there is nothing of ours. */
export function ourPart(earlier: string, sections: readonly string[]): string {
  if (earlier === '' && sections.length === 0) return '';
  const head = earlier === '' ? `${OUR_PROFILES}\n` : earlier;
  return head + sections.map(section => `${section}\n`).join('');
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
