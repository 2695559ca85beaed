import { isList, type Reference, Text, type Value } from './value.js';

/** Code of Terraform as it stands: `data.aws_partition.current.partition`, `[aws_iam_role.x]`. */
export class Expression {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

/** A policy document: an object in the file, JSON text for AWS. */
export class PolicyDocument {
  readonly value: Value;

  constructor(value: Value) {
    this.value = value;
  }
}

/** What an argument of a block may be; `Nested`: blocks of that name. */
export type Argument =
  | string
  | number
  | boolean
  | Text
  | Expression
  | PolicyDocument
  | readonly Argument[]
  | Nested
  | { readonly [key: string]: Argument };

export class Nested {
  readonly bodies: readonly Body[];

  constructor(...bodies: readonly Body[]) {
    this.bodies = bodies;
  }
}

export interface Body {
  readonly [name: string]: Argument;
}

/** A block at the top of a file: `resource "aws_iam_role" "deploy" { … }`. */
export interface Block {
  readonly type: 'terraform' | 'variable' | 'data' | 'locals' | 'resource' | 'output';
  readonly labels: readonly string[];
  readonly body: Body;
}

/** The version of Terraform and its AWS provider that the templates are written for. */
export const REQUIREMENTS: Block = {
  type: 'terraform',
  labels: [],
  body: {
    required_version: '>= 1.5',
    required_providers: new Nested({ aws: { source: 'hashicorp/aws', version: '>= 5.0' } }),
  },
};

/** What the references in texts refer to. */
export const PARTITION_DATA: Block = { type: 'data', labels: ['aws_partition', 'current'], body: {} };
export const ACCOUNT_DATA: Block = { type: 'data', labels: ['aws_caller_identity', 'current'], body: {} };

function codeOf(reference: Reference): string {
  if (reference.kind === 'parameter') return `var.${reference.name}`;
  return reference.kind === 'account'
    ? 'data.aws_caller_identity.current.account_id'
    : 'data.aws_partition.current.partition';
}

/** A text as a template of Terraform, where `${` and `%{` of the text itself mean nothing. */
export function templateOf(text: Text | string, inQuotes: (literal: string) => string): string {
  const parts = typeof text === 'string' ? [text] : text.parts;
  return parts
    .map(part =>
      typeof part === 'string' ? inQuotes(part.replace(/[$%](?=\{)/g, '$&$&')) : `\${${codeOf(part)}}`,
    )
    .join('');
}

/** @param comment lines that stand above, without `#`; @returns the text of a .tf file, as `terraform fmt` writes it */
export function terraformText(blocks: readonly Block[], comment: readonly string[]): string {
  const head = comment.map(line => (line === '' ? '#\n' : `# ${line}\n`)).join('');
  const texts = blocks.map(({ type, labels, body }) => {
    const title = [type, ...labels.map(label => JSON.stringify(label))].join(' ');
    return `${title} ${braced(bodyLines(body, '  '), '')}\n`;
  });
  return `${head}\n${texts.join('\n')}`;
}

function braced(lines: readonly string[], indent: string): string {
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}

function bodyLines(body: Body, indent: string): string[] {
  const written = Object.entries(body).map(([name, value]) =>
    value instanceof Nested
      ? {
          blocks: value.bodies.map(
            inner => `${indent}${name} ${braced(bodyLines(inner, `${indent}  `), indent)}`,
          ),
        }
      : { name, text: argumentText(value, indent) },
  );
  const lines: string[] = [];
  for (const [index, item] of written.entries()) {
    if ('blocks' in item) {
      const before = index > 0 && lines.length > 0;
      lines.push(...item.blocks.flatMap((block, at) => (before || at > 0 ? ['', block] : [block])));
    } else lines.push(`${indent}${item.name.padEnd(alignment(written, index))} = ${item.text}`);
  }
  return lines;
}

type Written = { readonly name: string; readonly text: string } | { readonly blocks: readonly string[] };

/** `terraform fmt` aligns the equals signs of neighbouring arguments that take one line each. */
function alignment(written: readonly Written[], index: number): number {
  const isShort = (item: Written | undefined) =>
    item !== undefined && 'text' in item && !item.text.includes('\n');
  if (!isShort(written[index])) return 0;
  let first = index;
  while (isShort(written[first - 1])) first--;
  let last = index;
  while (isShort(written[last + 1])) last++;
  return Math.max(...written.slice(first, last + 1).map(item => ('name' in item ? item.name.length : 0)));
}

function argumentText(value: Argument, indent: string): string {
  if (value instanceof Expression) return value.code;
  if (value instanceof PolicyDocument) return `jsonencode(${valueText(value.value, indent)})`;
  if (value instanceof Nested) throw new Error('a block is no argument');
  if (typeof value === 'string' || value instanceof Text) return quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isArguments(value)) {
    const items = value.map(item => argumentText(item, `${indent}  `));
    return listText(items, indent);
  }
  return objectText(
    Object.entries(value).map(([key, item]) => ({ name: key, text: argumentText(item, `${indent}  `) })),
    indent,
  );
}

export function isArguments(value: Argument): value is readonly Argument[] {
  return Array.isArray(value);
}

function valueText(value: Value, indent: string): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string' || value instanceof Text) return quoted(value);
  if (isList(value))
    return listText(
      value.map(item => valueText(item, `${indent}  `)),
      indent,
    );
  return objectText(
    Object.entries(value).map(([key, item]) => ({ name: key, text: valueText(item, `${indent}  `) })),
    indent,
  );
}

function listText(items: readonly string[], indent: string): string {
  const oneLine = `[${items.join(', ')}]`;
  if (items.length === 0 || (oneLine.length + indent.length < 80 && !oneLine.includes('\n'))) return oneLine;
  if (items.length === 1 && items[0]?.startsWith('{')) return `[${outdented(items[0])}]`;
  return `[\n${items.map(item => `${indent}  ${item},`).join('\n')}\n${indent}]`;
}

/** The only item of a list stands in its brackets: its lines move back by one step. */
function outdented(text: string): string {
  return text.replaceAll('\n  ', '\n');
}

function objectText(
  entries: readonly { readonly name: string; readonly text: string }[],
  indent: string,
): string {
  const keys = entries.map(({ name, text }) => ({ name: isName(name) ? name : quoted(name), text }));
  const lines = keys.map(
    ({ name, text }, index) => `${indent}  ${name.padEnd(alignment(keys, index))} = ${text}`,
  );
  return braced(lines, indent);
}

function isName(text: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(text);
}

function quoted(text: Text | string): string {
  return `"${templateOf(text, literal => JSON.stringify(literal).slice(1, -1))}"`;
}
