import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import { parseConfigFile } from './config-file.js';
import { blocksOf, withBlock } from './managed-block.js';
import type { Stored } from './stored-credentials.js';
import { readText } from './text.js';

/** Keys that were copied into ~/.aws/credentials, for tools that know nothing else. */
export interface CopiedKeys {
  /** Name of the profile that holds them. */
  readonly name: string;
  /** The sign-on profile that they come from. */
  readonly from: string;
  /** Undefined: the block says none, and somebody changed it. */
  readonly expiration: Date | undefined;
  readonly line: number;
}

const OWNER = 'copy/';
const SAYS = /^# Copied from profile (.+); valid until (\S+), never renewed: aws-temp-creds sync$/m;

/** Name of a copy: one of its own, for keys of the same name hide a sign-on profile from the SDK for JavaScript. */
export function copyName(profile: string): string {
  return `${profile}-keys`;
}

/** @throws Failure `wrong-configuration` when a block is damaged */
export function copiesIn(text: string): readonly CopiedKeys[] {
  return blocksOf(text)
    .filter(({ owner }) => owner.startsWith(OWNER))
    .map(({ owner, body, line }) => {
      const [, from = '', until = ''] = SAYS.exec(body.replaceAll('\r', '')) ?? [];
      const time = new Date(until);
      return {
        name: readText(owner.slice(OWNER.length)),
        from: readText(from),
        expiration: Number.isNaN(time.getTime()) ? undefined : time,
        line,
      };
    });
}

/**
 * The credentials file with a copy in it.
 *
 * @param region of the sign-on profile
 * @throws Failure `wrong-configuration` when a profile of that name is there that is not ours
 */
export function withCopy(
  text: string | undefined,
  path: string,
  name: string,
  from: string,
  stored: Stored,
  region: string | undefined,
): string {
  refuseForeign(text ?? '', path, name);
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = stored.credentials;
  const lines = [
    `# Copied from profile ${from}; valid until ${expiration.toISOString()}, never renewed: aws-temp-creds sync`,
    `[${name}]`,
    `aws_access_key_id = ${accessKeyId}`,
    `aws_secret_access_key = ${secretAccessKey}`,
    `aws_session_token = ${sessionToken}`,
    ...(region === undefined ? [] : [`region = ${region}`]),
  ];
  return withBlock(text, OWNER + name, `${lines.join('\n')}\n`) ?? '';
}

/** The credentials file without some copies; undefined: it was ours alone, and goes. */
export function withoutCopies(text: string | undefined, names: readonly string[]): string | undefined {
  return names.reduce<string | undefined>(
    (rest, name) => (rest === undefined ? undefined : withBlock(rest, OWNER + name, undefined)),
    text,
  );
}

/** The copies that have ended. */
export function endedCopies(text: string, now: Date): readonly CopiedKeys[] {
  return copiesIn(text).filter(({ expiration }) => expiration === undefined || expiration <= now);
}

function refuseForeign(text: string, path: string, name: string): void {
  const ours = blocksOf(text);
  const found = parseConfigFile(text, 'credentials').find(
    section =>
      section.name === name &&
      !ours.some(
        ({ owner, start, end }) => owner === OWNER + name && section.start >= start && section.start < end,
      ),
  );
  if (found === undefined) return;
  throw new Failure('wrong-configuration', {
    what: `${printable(path)} has a profile ${printable(name, 100)} in line ${found.line} that aws-temp-creds did not write.`,
    why: 'It may hold keys that somebody needs; nothing was written.',
    write: 'Name another one: aws-temp-creds sync dev:dev-copy',
  });
}
