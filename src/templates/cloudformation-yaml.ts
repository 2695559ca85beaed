import { Document, isScalar, Scalar, visit, type YAMLMap, YAMLSeq } from 'yaml';
import type { CloudFormationTemplate } from './cloudformation.js';

/** Functions of the long form, and their tags. */
const TAGS: Readonly<Record<string, string>> = {
  Ref: '!Ref',
  'Fn::Sub': '!Sub',
  'Fn::GetAtt': '!GetAtt',
  'Fn::Equals': '!Equals',
  'Fn::FindInMap': '!FindInMap',
};

/** @param comment lines that stand above, without `#`; @returns YAML text */
export function cloudFormationYaml(template: CloudFormationTemplate, comment: readonly string[]): string {
  const document = new Document(template, { aliasDuplicateObjects: false });
  visit(document, { Map: (_, map) => shortForm(map), Scalar: (_, scalar) => quoteDigits(scalar) });
  const head = comment.map(line => (line === '' ? '#\n' : `# ${line}\n`)).join('');
  return head + document.toString({ lineWidth: 0 });
}

/** `{ Fn::Sub: x }` as `!Sub x`. */
function shortForm(map: YAMLMap): Scalar | YAMLSeq | undefined {
  const [pair, ...others] = map.items;
  if (pair === undefined || others.length > 0 || !isScalar(pair.key)) return undefined;
  const tag = TAGS[String(pair.key.value)];
  const { value } = pair;
  if (tag === undefined) return undefined;
  if (value instanceof YAMLSeq && tag === '!GetAtt') {
    const short = new Scalar(value.items.map(item => (isScalar(item) ? String(item.value) : '')).join('.'));
    short.tag = tag;
    return short;
  }
  if (!(value instanceof Scalar || value instanceof YAMLSeq)) return undefined;
  value.tag = tag;
  if (value instanceof YAMLSeq) {
    value.flow = true;
    visit(value, { Map: (_, inner) => shortForm(inner) });
  }
  return value;
}

/** Account numbers and dates are texts for every reader of YAML, 1.1 included. */
function quoteDigits(scalar: Scalar): void {
  if (typeof scalar.value === 'string' && /^[\d.:_-]+$/.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
}
