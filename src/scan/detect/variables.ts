import type { Joined } from './joins.js';

const QUOTE = '["\'`]';
const PIECE = '[A-Za-z0-9+/]{1,39}';
const NAME = '[A-Za-z_]\\w{0,60}';

/** A variable that is given a literal, quoted or, as in a shell, bare to the end of the line. */
const ASSIGNED = new RegExp(
  `(?<![\\w$])[$@]?(${NAME})(?:\\s?:\\s?[\\w<>]{1,20})?\\s{0,8}(?::?=|:|<-)\\s{0,8}@?${QUOTE}(?=(${PIECE})${QUOTE})` +
    `|(?<=^|[\\r\\n]|export |set )(${NAME})=(?=(${PIECE})(?:[\\r\\n;]|$))`,
  'g',
);

/** `a`, `$a`, `self.a`, `this->a`; or a literal among them. */
const OPERAND = `(?:[$@]?(?:${NAME}(?:\\.|->|::)){0,2}${NAME}|${QUOTE}${PIECE}${QUOTE})`;
/** `$a`, `${a}`, `#{a}`, `{a}`, `{$a}`, `%a%`, `$(a)`, `$($a)`, `\\(a)` */
const INTERPOLATION = `(?:[$#]?\\{\\$?(?:${NAME}\\.)?${NAME}\\}|\\$${NAME}|%${NAME}%|[$\\\\]\\(\\$?${NAME}\\))`;
const MOST_MORE = '{1,7}';
/** Text and variables in one literal: `AKIA…${b}`. */
const MIXED = `(?:${PIECE})?(?:${INTERPOLATION}(?:${PIECE})?){1,8}`;
const TEMPLATE = `(?<=${QUOTE})${MIXED}(?=${QUOTE})`;
/** The same without quotes, as shells have it. */
const BARE = `(?<=[A-Za-z_]\\w{0,60}=)${MIXED}(?=[\\r\\n;]|$)`;
const PARTS = new RegExp(
  `(?:[$#]?\\{\\$?(?:${NAME}\\.)?|[$\\\\]\\(\\$?|\\$|%)(${NAME})[})%]?|(${PIECE})`,
  'g',
);
/** `"AKIA…{}".format(b)`, `"%s…" % a`, `Sprintf("%s…%s", a, b)` */
const BLANK = '(?:\\{\\d?\\}|%[sv@])';
const FORMATTED = `${QUOTE}(?:${PIECE})?(?:${BLANK}(?:${PIECE})?){1,8}${QUOTE}(?:\\.format\\(|\\s?%\\s?\\(?|,\\s?)${OPERAND}(?:,\\s?${OPERAND}){0,7}`;
const FORMAT = new RegExp(`^${QUOTE}([^"'\`]*)${QUOTE}(?:\\.format\\(|\\s?%\\s?\\(?|,\\s?)(.*)$`, 's');
const BLANKS = new RegExp(`${BLANK}|(${PIECE})`, 'g');

/** Variables that are put together by operators, by interpolation, or as a list. */
const EXPRESSION = new RegExp(
  [
    `(${TEMPLATE}|${BARE})`,
    `(${FORMATTED})`,
    `(?<![\\w$.>])${OPERAND}(?:\\s{0,8}(?:\\+\\+?|\\.\\.?|&|\\|\\||<>|\\^|,)\\s{0,8}${OPERAND})${MOST_MORE}`,
    `${INTERPOLATION}(?:["']{0,2}${INTERPOLATION})${MOST_MORE}`,
  ].join('|'),
  'g',
);
const OPERANDS = new RegExp(`${QUOTE}(${PIECE})${QUOTE}|(?:${NAME}(?:\\.|->|::)(?=\\w))*(${NAME})`, 'g');

/** Where a literal stands. */
interface Literal {
  readonly start: number;
  readonly end: number;
}

const IS_QUOTE = /["'`]/;

/** What an identifier and a secret have. */
const LENGTHS = new Set([20, 40]);

/**
 * Puts the literals of variables together where the variables are: `id = a + b`. Only what then has the length of an
 * identifier or of a secret is changed.
 *
 * @returns undefined when there is none
 */
export function joinVariables(text: string): Joined | undefined {
  const variables = variablesOf(text);
  if (variables.size === 0) return undefined;
  const parts: string[] = [];
  const starts: number[] = [];
  let from = 0;
  const keep = ({ start, end }: Literal): void => {
    parts.push(text.slice(start, end));
    for (let at = start; at < end; at++) starts.push(at);
  };
  for (const { 0: expression, 1: template, 2: format, index } of text.matchAll(EXPRESSION)) {
    const operands = operandsIn(expression, index, template, format);
    const literals = literalsOf(operands, index, variables);
    if (literals === undefined) continue;
    keep({ start: from, end: index });
    from = index + expression.length;
    const isQuoted = IS_QUOTE.test(text.charAt(index - 1)) && IS_QUOTE.test(text.charAt(from));
    const quote = isQuoted ? '' : '"';
    parts.push(quote);
    if (!isQuoted) starts.push(index);
    literals.forEach(keep);
    parts.push(quote);
    if (!isQuoted) starts.push(from - 1);
  }
  if (from === 0) return undefined;
  keep({ start: from, end: text.length });
  return { text: parts.join(''), starts: Int32Array.from(starts) };
}

function variablesOf(text: string): ReadonlyMap<string, readonly Literal[]> {
  const variables = new Map<string, Literal[]>();
  for (const match of text.matchAll(ASSIGNED)) {
    const name = match[1] ?? match[3] ?? '';
    const start = match.index + match[0].length;
    const literal = { start, end: start + (match[2] ?? match[4] ?? '').length };
    const known = variables.get(name);
    if (known === undefined) variables.set(name, [literal]);
    else known.push(literal);
  }
  return variables;
}

/** A variable, or a literal in its place. */
type Operand = string | Literal;

function operandsIn(expression: string, index: number, template?: string, format?: string): Operand[] {
  if (format !== undefined) return formattedOf(format, index);
  return template === undefined ? operandsOf(expression, index) : partsOf(template, index);
}

function operandsOf(expression: string, index: number): Operand[] {
  return [...expression.matchAll(OPERANDS)].map(({ 1: piece, 2: name, index: at }) =>
    piece === undefined ? (name ?? '') : { start: index + at + 1, end: index + at + 1 + piece.length },
  );
}

function partsOf(template: string, index: number): Operand[] {
  return [...template.matchAll(PARTS)].map(
    ({ 0: part, 1: name, index: at }) => name ?? { start: index + at, end: index + at + part.length },
  );
}

/** The pieces of a format, and the operands that fill its blanks, in their order. */
function formattedOf(expression: string, index: number): Operand[] {
  const [, format = '', list = ''] = FORMAT.exec(expression) ?? [];
  const fillings = operandsOf(list, index + expression.length - list.length).values();
  return [...format.matchAll(BLANKS)].map(({ 1: piece, index: at }) =>
    piece === undefined
      ? (fillings.next().value ?? '')
      : { start: index + 1 + at, end: index + 1 + at + piece.length },
  );
}

/** @returns the literals that are put together at that place, or undefined when they are no value */
function literalsOf(
  operands: readonly Operand[],
  index: number,
  variables: ReadonlyMap<string, readonly Literal[]>,
): Literal[] | undefined {
  const literals: Literal[] = [];
  let length = 0;
  for (const operand of operands) {
    const literal = typeof operand === 'string' ? lastBefore(variables.get(operand) ?? [], index) : operand;
    if (literal === undefined) return undefined;
    literals.push(literal);
    length += literal.end - literal.start;
  }
  return literals.length > 1 && LENGTHS.has(length) ? literals : undefined;
}

/** What the variable holds at that place. */
function lastBefore(literals: readonly Literal[], index: number): Literal | undefined {
  let low = 0;
  let high = literals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((literals[middle]?.start ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return literals[low - 1];
}
