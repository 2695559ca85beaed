import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import { linesOf } from './config-file.js';

/**
 * The part of ~/.aws/config that is ours: between two comments that name whose it is, so that several repositories can
 * each have theirs in one file. Everything outside is the user's, and stays to the byte.
 *
 * The newline before the first comment is ours too, always exactly one (none in a file that we make): so what is
 * written can be taken out again without a trace, whether or not the file ended in a newline.
 *
 * All texts are Latin-1 of the file's bytes.
 */
export interface ManagedBlock {
  /** Offsets of the block, with the newline before it. */
  readonly start: number;
  readonly end: number;
  /** Between the two comments. */
  readonly body: string;
  /** Line of its first comment, from 1. */
  readonly line: number;
  /** Whose it is. */
  readonly owner: string;
}

const BEGIN = '# BEGIN aws-temp-creds ';
const END = '# END aws-temp-creds ';

/**
 * Every block of ours.
 *
 * @throws Failure `wrong-configuration` when a beginning has no end, or the reverse: then nobody knows what is ours
 */
export function blocksOf(text: string): readonly ManagedBlock[] {
  const blocks: ManagedBlock[] = [];
  let open: { owner: string; start: number; bodyStart: number; line: number } | undefined;
  for (const line of linesOf(text)) {
    const begins = line.text.startsWith(BEGIN);
    const ends = line.text.startsWith(END);
    if (!begins && !ends) continue;
    const owner = line.text.slice(begins ? BEGIN.length : END.length).trim();
    if (begins) {
      if (open !== undefined) throw damaged(open.line, 'begins, and does not end');
      const start = line.start - newlineBefore(text, line.start, line.end);
      open = { owner, start, bodyStart: line.end, line: line.number };
      continue;
    }
    if (open === undefined) throw damaged(line.number, 'ends, and does not begin');
    if (open.owner !== owner) throw damaged(open.line, 'begins, and does not end');
    const { start, bodyStart } = open;
    blocks.push({ owner, start, end: line.end, body: text.slice(bodyStart, line.start), line: open.line });
    open = undefined;
  }
  if (open !== undefined) throw damaged(open.line, 'begins, and does not end');
  const twice = blocks.find(({ owner }, index) => blocks.findIndex(other => other.owner === owner) !== index);
  if (twice !== undefined) throw damaged(twice.line, `is the second one of ${printable(twice.owner, 200)}`);
  return blocks;
}

/** How many characters before a line are the newline that was written with it: as long as the line's own. */
function newlineBefore(text: string, start: number, end: number): number {
  const newline = text.slice(start, end).endsWith('\r\n') ? '\r\n' : '\n';
  return text.slice(0, start).endsWith(newline) ? newline.length : 0;
}

function damaged(line: number, what: string): Failure {
  return new Failure('wrong-configuration', {
    what: `Line ${line} of the AWS configuration file: a block of aws-temp-creds ${what}.`,
    why: 'Its two comments (# BEGIN aws-temp-creds …, # END aws-temp-creds …) say what may be changed; nothing was.',
    likely: 'Somebody edited the file, or another tool wrote it anew and lost comments.',
    write: 'Remove what is left of the block by hand, then: aws-temp-creds profiles --write',
  });
}

/** The block as it stands in a file: with its comments, and with the newlines that the file has. */
export function blockText(owner: string, body: string, newline: string): string {
  return `${BEGIN}${owner}\n${body}${END}${owner}\n`.replaceAll('\n', newline);
}

/** What most lines of a text end in. */
export function newlineOf(text: string): '\n' | '\r\n' {
  const windows = text.split('\r\n').length - 1;
  return windows > text.split('\n').length - 1 - windows ? '\r\n' : '\n';
}

/**
 * Puts a block in the place of the owner's, or at the end of the file.
 *
 * @param text undefined: there is no file
 * @param body with `\n`; undefined: the owner's block is taken out
 * @returns undefined: there is no file afterwards (it was ours alone)
 */
export function withBlock(
  text: string | undefined,
  owner: string,
  body: string | undefined,
): string | undefined {
  const old = blocksOf(text ?? '').find(block => block.owner === owner);
  if (text === undefined) return body === undefined ? undefined : blockText(owner, body, '\n');
  if (old === undefined) return body === undefined ? text : appended(text, owner, body);
  if (body === undefined) return without(text, old);
  const from = old.start + newlineLength(text, old.start);
  const block = blockText(owner, body, newlineOf(text.slice(from, old.end)));
  return text.slice(0, from) + block + text.slice(old.end);
}

function appended(text: string, owner: string, body: string): string {
  const newline = newlineOf(text);
  return text + newline + blockText(owner, body, newline);
}

/** Of the newline that a block begins with; 0 where it begins a file. */
function newlineLength(text: string, start: number): number {
  return text.startsWith('\r\n', start) ? 2 : text.startsWith('\n', start) ? 1 : 0;
}

function without(text: string, { start, end }: ManagedBlock): string | undefined {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (before === '' && after === '' && newlineLength(text, start) === 0) return undefined;
  // What somebody wrote behind the block must not join the line before it.
  const joins = /^[^\r\n]/.test(after) && before !== '' && !before.endsWith('\n');
  return before + (joins ? text.slice(start, start + newlineLength(text, start)) : '') + after;
}
