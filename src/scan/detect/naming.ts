import { JOINING_CALL } from './joins.js';
import {
  columnOf,
  indentOf,
  isComment,
  isComplete,
  isRule,
  OPERATOR,
  unmarked,
  withoutOthers,
} from './neighbours.js';
import { plain } from './plain.js';

/** What the text around a value calls it. */
export interface Naming {
  /** The name that the value is given, or of the function that it is given to; empty when there is none. */
  readonly own: string;
  /** Everything before the value that may speak of it, its own name included. */
  readonly words: string;
  /** The value's line, up to the value. */
  readonly sameLine: string;
  /** The part of the words on that line. */
  readonly near: string;
  /** What the block is called in which the value stands, and a comment right before its line. */
  readonly header: string;
  /** What follows on the line and may speak of the value. */
  readonly after: string;
}

/** How far before a value its name is looked for: on its line, and in all. */
const LINE = 120;
const BEFORE = 480;
const AFTER = 80;
/** A comment of a word or two is a heading. */
const LABEL = /^\W*\w+(?: \w+)?\W*$/;
/** Lines before that are read for the name of the block. */
const MOST_LINES = 8;

/** Which names matter. */
export interface Vocabulary {
  /** A value of that name may be what is looked for. */
  readonly speaks: RegExp;
  /** It is, even of a value that has another name itself. */
  readonly insists: RegExp;
}

/** Other values have names, too: a name that is given a value of its own does not speak of the next one. */
export function namingOf(text: string, start: number, end: number, vocabulary: Vocabulary): Naming {
  const { speaks, insists } = vocabulary;
  const lines = unmarked(plain(text.slice(Math.max(0, start - BEFORE), start)).split(/\r\n|[\r\n]/));
  const line = beforeCall(lines.pop() ?? '');
  const sameLine = line.slice(-LINE);
  const previous = lines.slice(-MOST_LINES).reverse();
  const { name, specific } = ownName(sameLine);
  const header = headerOf(line, previous);
  const after = afterwards(plain(text.slice(end, end + AFTER)), name);
  const others = withoutOthers(sinceElement(sameLine, name), speaks);
  const before = previous.find(one => !isRule(one)) ?? '';
  const label = isComment(before) && LABEL.test(before) ? before : '';
  const common = { own: name, sameLine, near: others, header: `${header.name}\n${label}` };
  if (speaks.test(name)) {
    const open = isComplete(before, line) ? '' : before;
    return { ...common, near: sameLine, words: `${open}\n${sameLine}`, after: withoutOthers(after, speaks) };
  }
  if (!specific) {
    const around = NAMES_BLOCK.test(others)
      ? []
      : nearby(name, others, before, header.words, previous, speaks);
    return { ...common, words: [...around, others].join('\n'), after: withoutOthers(after, speaks) };
  }
  const isOpen =
    isComment(before) || (!isComplete(before, line) && (isProse(before) || insists.test(before)));
  const counts = !/["'`{}<>=]/.test(others) || insists.test(others);
  const near = counts ? others : '';
  const words = `${isOpen ? before : ''}\n${near}`;
  return {
    ...common,
    near,
    words,
    after: /^["'`\s;,)]{0,8}(?:#|\/\/|\/\*|--|<!--|\()/.test(after) ? after : '',
  };
}

/** Of a line of elements, what follows the last one of the same name; of a row of cells, the last one, too. */
function sinceElement(line: string, name: string): string {
  const closing = `</${name}>`;
  const end = line.lastIndexOf(closing);
  if (end < 0) return line;
  const rest = line.slice(end + closing.length);
  if (/[A-Za-z]/.test(rest.replace(/<[^<>]*>/g, ''))) return rest;
  return line.slice(Math.max(0, line.lastIndexOf(closing, end - 1)));
}

/** The rest of the line; of an object, to its end, and its name when that comes last. */
function afterwards(text: string, name: string): string {
  const [rest = '', next = ''] = text.split(/\r\n|[\r\n]/, 2);
  if (name === '') return rest;
  const within = rest.split(/[}>]/, 1)[0] ?? '';
  const isNamedNext = isGeneric(name) && within === rest && NAMES_BLOCK.test(next) && !/^\s*- /.test(next);
  return isNamedNext ? `${within} ${next}` : within;
}

/** What stands before the line of a value that has no name, or one that says nothing. */
function nearby(
  name: string,
  others: string,
  before: string,
  block: string,
  previous: readonly string[],
  speaks: RegExp,
): string[] {
  if (name !== '') return isGeneric(name) ? [block, before] : [before];
  const column = speaks.test(others) ? undefined : columnOf(others, previous);
  return [column ?? before];
}

/** Not code or data, where names stand in quotes and brackets. */
function isProse(text: string): boolean {
  return !/["'`{}<>=]|:\s*$/.test(text);
}

const QUOTE = '["\'`]';
/** `name = "`, `"name": "`, `val name: Type = "` */
const ASSIGNED = `([\\w$.-]{1,120})${QUOTE}?[\\])}]{0,2}\\s{0,8}(?::\\s{0,2}[\\w<>?.*]{1,40}\\s{1,4}(?==))?${OPERATOR}\\s{0,8}(?:[|>][+-]?|(?:!!?|&)\\w{1,20}\\s{1,4})?`;
/** `<name attribute="…">` */
const ELEMENT = '<([\\w.:-]{1,120})(?:\\s[^<>]{0,80})?>\\s{0,8}';
/** `define("name", "` */
const ARGUMENT = `[([{]\\s{0,4}${QUOTE}([\\w.-]{1,120})${QUOTE}\\s{0,4},\\s{0,8}`;
/** `--name `, `ENV name `, `setx name ` */
const OPTION = '(?:(?:^|\\s)--?|(?:ENV|ARG|setenv|setx|-gx)\\s{1,4})([A-Za-z][\\w-]{0,120})[ \\t]{1,4}';
const OWN = new RegExp(`(?:${ASSIGNED}|${ELEMENT}|${ARGUMENT}|${OPTION})[bBfFrRuULs@$]{0,2}${QUOTE}{0,3}$`);
/** `name = condition ? other : "` */
const CHOICE = /\s\?\s[^?]{0,80}\s:\s{0,4}["'`]{0,3}$/;
const CALL = /([\w.-]{1,120})\s{0,4}\(\s{0,8}[bBfFrRuUL@$]{0,2}["'`]{0,3}$/;

const PUTS_TOGETHER = new RegExp(`${JOINING_CALL}(["'\`])$`, 'i');

/** The line as if the value stood in place of the call that puts its pieces together. */
function beforeCall(line: string): string {
  const call = PUTS_TOGETHER.exec(line.slice(-LINE));
  return call === null ? line : `${line.slice(0, line.length - call[0].length)} ${call[1] ?? ''}`;
}

interface OwnName {
  readonly name: string;
  /** It says what the value is, so that names further away do not. */
  readonly specific: boolean;
}

function ownName(sameLine: string): OwnName {
  if (CHOICE.test(sameLine)) return { name: '', specific: false };
  const match = OWN.exec(sameLine);
  const name = match?.slice(1).find(group => group !== undefined);
  if (name !== undefined) return { name, specific: !isGeneric(name) };
  return { name: CALL.exec(sameLine)?.[1] ?? '', specific: false };
}

/** A name that only says that a value follows: the value is called by what stands before, or by its block. */
function isGeneric(name: string): boolean {
  return GENERIC.test(name);
}

const GENERIC =
  /^(?:[\w-]*\.)*(?:parameter|default|secret|object|plain)?(?:value|val|default|data|string|str|text|content|literal|field|item|result|output|td|dd|li|p|b|i|code|pre|span|strong|entry|is|was|s|v|x|to|string_?value|_)$/i;

/** The line on which the block begins that holds the value, and what its neighbours are called. */
function headerOf(
  line: string,
  previous: readonly string[],
): { readonly name: string; readonly words: string } {
  const depth = indentOf(line);
  const words: string[] = [];
  if (/^\s*- /.test(line)) return { name: '', words: '' };
  for (const other of previous) {
    if (other.trim() === '') continue;
    const indent = indentOf(other);
    if (/^\[[^\]]+\]\s*$/.test(other)) return { name: other, words: '' };
    if (indent <= depth && /^\s*(?:[}\])]|<\/|---)/.test(other)) break;
    if (indent < depth || /^\s*- /.test(other)) return { name: other, words: [...words, other].join('\n') };
    if (indent === depth && NAMES_BLOCK.test(other)) words.push(other);
  }
  return { name: '', words: '' };
}

const NAMES_BLOCK =
  /(?:name|key|id|label|title|description)["']?\s{0,4}[:=]|^\s*<(?:name|key|id|label|title|description)>|^\s*["'`][\w-]+["'`],\s*$/i;
