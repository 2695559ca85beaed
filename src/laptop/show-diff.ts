import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { printable } from '../printable.js';
import { parseConfigFile } from './config-file.js';
import { readText } from './text.js';

/** Settings whose values are secrets; what stands in the user's own lines around ours is not shown. */
const SECRET_KEYS = /^(aws_access_key_id|aws_secret_access_key|aws_session_token|aws_security_token)$/;

/**
 * What is to become of a file, as a unified diff; '' when nothing changes. Keys that stand near a change are shown as
 * `***`, on both sides.
 *
 * @param before Latin-1 of the file's bytes; undefined: there is no file
 */
export function showDiff(path: string, before: string | undefined, after: string | undefined): string {
  if (before === after) return '';
  const name = printable(path);
  return unifiedDiff(
    { name: before === undefined ? '/dev/null' : name, text: shown(before ?? '') },
    { name: after === undefined ? '/dev/null' : name, text: shown(after ?? '') },
  );
}

/** A unified diff with three lines of context, under the names given. */
export function unifiedDiff(
  before: { readonly name: string; readonly text: string },
  after: { readonly name: string; readonly text: string },
): string {
  return createTwoFilesPatch(before.name, after.name, before.text, after.text, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

function shown(latin1: string): string {
  const secrets = (['config', 'credentials'] as const)
    .flatMap(kind => parseConfigFile(latin1, kind))
    .flatMap(({ settings }) => settings.filter(({ key }) => SECRET_KEYS.test(key)));
  let text = '';
  let at = 0;
  for (const { start, end } of secrets.sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    const line = latin1.slice(start, end);
    text += latin1.slice(at, start) + line.replace(/([=:][ \t]*)[\s\S]*?(\r?\n)?$/, '$1***$2');
    at = end;
  }
  return readText(text + latin1.slice(at));
}
