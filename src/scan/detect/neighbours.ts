const QUOTE = '["\'`]';
/** What stands between a name and the value that it is given. */
export const OPERATOR = '(?:=>|:{1,3}[=+?-]?|[?+!]?={1,3}|\\|\\||\\?\\?|(?<=\\s)or(?=\\s))';

export function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

/** An empty line, or one drawn below a heading or within a table. */
export function isRule(line: string): boolean {
  return /^[\s|:+=~-]*$/.test(line);
}

export function isComment(line: string): boolean {
  return /^\s*(?:#|\/\/|--\s|;|\/?\*|<!--|REM\b)/i.test(line);
}

/** Lines that are commented out, quoted or added, without what marks them, where the value's own line is. */
export function unmarked(lines: readonly string[]): string[] {
  const marker = /^[ \t]*(?:[#>+;*]|\/\/)/.exec(lines.at(-1) ?? '')?.[0];
  if (marker === undefined) return [...lines];
  return lines.map(line => (line.startsWith(marker) ? line.slice(marker.length).replace(/^ /, '') : line));
}

/** Whether a line says all that it has to say: an assignment that has its value, a statement that has ended. */
export function isComplete(before: string, line: string): boolean {
  if (isComment(before)) return false;
  if (/<([\w.:-]+)(?:\s[^<>]*)?>[^<]*<\/\1>\s*$/.test(before) || /(?:\/>|;)\s*$/.test(before)) return true;
  if (/(?:^|\s)--?[A-Za-z][\w-]*[ =]\S+\s*\\?$/.test(before) || /^\s*(?:ENV|ARG|setx?|setenv)\s/.test(before))
    return true;
  if (/^[^()]*\([^()]*\)\s*$/.test(before)) return true;
  if (/[([{\\+&|]\s*$/.test(before)) return false;
  const value = /^.*["'`\w\])]\s{0,8}(?:=>|[:?+]?=|:)\s{0,8}(\S?)/.exec(before)?.[1];
  if (value === undefined) return false;
  return value !== '' || /=\s*$/.test(before) || indentOf(before) >= indentOf(line);
}

const VALUE = '(?:"[^"]*"|\'[^\']*\'|`[^`]*`|[^\\s"\'`,;&?(){}[\\]<>]+)';
const ASSIGNMENT = new RegExp(
  `${QUOTE}?([\\w$.-]{1,120})${QUOTE}?[\\])]{0,2}\\s{0,4}${OPERATOR}\\s{0,4}${VALUE}(?=[\\s,;&?)}\\]<]|$)(?!\\s{0,4}(?:[?+.:=]|\\|\\||&&|(?:or|if)\\b))`,
  'g',
);
const CLOSED = /\{[^{}]*\}|<[^<>]*\/>|\([^()]*\)\s{0,4},/g;
const CLOSED_ELEMENT = /<([\w.:-]+)(?:\s[^<>]*)?>[^<]*<\/\1>/g;
/** `{{ … }}` within an object in a list. */
const NESTED = 3;

/** Without the names that are given another value, and without what is closed before the value. */
export function withoutOthers(text: string, speaks: RegExp): string {
  const unlessItSpeaks = (whole: string, name: string): string => (speaks.test(name) ? ' ' : whole);
  let open = text;
  for (let depth = 0; depth < NESTED; depth++) open = open.replace(CLOSED, ' ');
  return open.replace(CLOSED_ELEMENT, unlessItSpeaks).replace(ASSIGNMENT, unlessItSpeaks);
}

/**
 * What the column is called in which a value stands, where the lines are rows.
 *
 * @param previous the lines before, the nearest first
 * @returns undefined when they are none
 */
export function columnOf(line: string, previous: readonly string[]): string | undefined {
  const delimiter = /[,;\t|]/.exec(line)?.[0];
  if (delimiter === undefined) return undefined;
  const at = line.split(delimiter).length - 1;
  let name: string | undefined;
  for (const row of previous) {
    if (isRule(row)) continue;
    const cells = row.split(delimiter);
    if (cells.length <= at) break;
    name = cells[at];
  }
  return name !== undefined && /^["'\s]{0,40}[A-Za-z][\w .-]{0,200}["'\s]{0,40}$/.test(name)
    ? name
    : undefined;
}
