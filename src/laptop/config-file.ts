/**
 * The AWS configuration and credentials files, read line by line so that nothing of them is lost: the text is Latin-1
 * of the file's bytes (one character a byte), and every section and setting knows where it stands.
 *
 * botocore (Python's RawConfigParser) and the SDK for JavaScript (@smithy/core/config) read these files differently.
 * Here a section is whatever either takes for one, and a value is what both make of it; where they disagree, the
 * setting says so (`comment`).
 */
export interface ConfigSection {
  readonly kind: 'profile' | 'sso-session' | 'other';
  /** Of the profile or session, without its quotes; of another section, what stands in the brackets. */
  readonly name: string;
  /** Line of the header, from 1. */
  readonly line: number;
  /** Offsets in the text: from the header's line to the beginning of the next section. */
  readonly start: number;
  readonly end: number;
  readonly settings: readonly Setting[];
}

export interface Setting {
  /** In lower case, as botocore reads it. */
  readonly key: string;
  /** Without a comment behind it. */
  readonly value: string;
  /** What stands behind a blank and `#` or `;`: a comment for the SDK for JavaScript, a part of the value for botocore. */
  readonly comment: string | undefined;
  readonly line: number;
  /** Offsets of its lines, continuations and nested settings included. */
  readonly start: number;
  readonly end: number;
}

/** Which of the two files: in the credentials file every section is a profile. */
export type AwsFileKind = 'config' | 'credentials';

interface Line {
  readonly text: string;
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** All sections, in the order of the file; a file that no tool reads has none. */
export function parseConfigFile(text: string, kind: AwsFileKind = 'config'): readonly ConfigSection[] {
  const sections: SectionReader[] = [];
  for (const line of linesOf(text)) {
    const header = headerOf(line.text);
    const current = sections.at(-1);
    if (header !== undefined) {
      current?.endAt(line.start);
      sections.push(new SectionReader(header, kind, line, text.length));
    } else {
      current?.take(line);
    }
  }
  return sections.map(section => section.read());
}

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const part of text.split(/(?<=\n)/)) {
    if (part === '') continue;
    const end = start + part.length;
    lines.push({ text: part.replace(/\r?\n$/, ''), number: lines.length + 1, start, end });
    start = end;
  }
  return lines;
}

/** What stands in the brackets of a header, as written; undefined: the line is none. A byte order mark is passed over. */
function headerOf(line: string): string | undefined {
  return /^(?:\xef\xbb\xbf)?\s*\[([^\]]*)\]/.exec(line)?.[1];
}

class SectionReader {
  readonly #section: Omit<ConfigSection, 'end' | 'settings'>;
  readonly #settings: Setting[] = [];
  #end: number;
  /** Indentation of the last setting; deeper lines belong to it. */
  #indent = 0;

  constructor(header: string, kind: AwsFileKind, line: Line, end: number) {
    this.#section = { ...nameOf(header, kind), line: line.number, start: line.start };
    this.#end = end;
  }

  endAt(offset: number): void {
    this.#end = offset;
  }

  take(line: Line): void {
    if (/^\s*([#;]|$)/.test(line.text)) return;
    const indent = /^\s*/.exec(line.text)?.[0].length ?? 0;
    const last = this.#settings.at(-1);
    if (last !== undefined && indent > this.#indent) {
      this.#settings[this.#settings.length - 1] = { ...last, end: line.end };
      return;
    }
    const match = /^\s*([^=:]*?)\s*[=:](.*)$/.exec(line.text);
    const [, key, rest] = match ?? [];
    if (!key || rest === undefined) return;
    this.#indent = indent;
    const comment = /(?:^|\s)([#;].*)$/.exec(rest);
    const value = (comment === null ? rest : rest.slice(0, comment.index)).trim();
    this.#settings.push({
      key: key.toLowerCase(),
      value,
      comment: comment?.[1]?.trim(),
      line: line.number,
      start: line.start,
      end: line.end,
    });
  }

  read(): ConfigSection {
    return { ...this.#section, end: this.#end, settings: this.#settings };
  }
}

function nameOf(header: string, kind: AwsFileKind): Pick<ConfigSection, 'kind' | 'name'> {
  const text = header.trim();
  if (kind === 'credentials') return { kind: 'profile', name: text };
  if (text === 'default') return { kind: 'profile', name: text };
  const match = /^(profile|sso-session)\s+(?:"([^"]*)"|'([^']*)'|(.*))$/.exec(text);
  const [, word, double, single, plain] = match ?? [];
  const name = double ?? single ?? plain;
  if (name === undefined) return { kind: 'other', name: text };
  return { kind: word === 'profile' ? 'profile' : 'sso-session', name };
}

/** The settings of a profile or session, whichever sections of that name they stand in; undefined: there is none. */
export function settingsOf(
  sections: readonly ConfigSection[],
  kind: ConfigSection['kind'],
  name: string,
): ReadonlyMap<string, string> | undefined {
  const found = sections.filter(section => section.kind === kind && section.name === name);
  if (found.length === 0) return undefined;
  return new Map(found.flatMap(({ settings }) => settings.map(({ key, value }) => [key, value] as const)));
}

/** Names that both botocore and the SDK for JavaScript read as they stand; the SDK drops every other one in silence. */
export function isReadByAll(name: string): boolean {
  // A name of Object.prototype's is lost in the SDK, which keeps profiles in a plain object.
  return /^[A-Za-z0-9_@+.%:/-]+$/.test(name) && !(name in Object.prototype);
}
