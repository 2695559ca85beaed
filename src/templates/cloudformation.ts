import { Document, isScalar, Scalar, visit, YAMLMap, YAMLSeq } from 'yaml';
import { type Mapped, mapTexts, type Reference, Text, type Value } from './value.js';

/** Plain JSON, with the intrinsic functions in their long form. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface CloudFormationResource {
  readonly Type: string;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: 'Retain';
  readonly UpdateReplacePolicy?: 'Retain';
  readonly Properties: { readonly [key: string]: Json };
}

export interface CloudFormationTemplate {
  readonly AWSTemplateFormatVersion: '2010-09-09';
  readonly Description: string;
  readonly Parameters?: { readonly [name: string]: { readonly [key: string]: Json } };
  readonly Mappings?: { readonly [name: string]: { readonly [key: string]: { readonly [key: string]: Json } } };
  readonly Conditions?: { readonly [name: string]: Json };
  readonly Resources: { readonly [name: string]: CloudFormationResource };
  readonly Outputs?: { readonly [name: string]: { readonly [key: string]: Json } };
}

/** How many resources and parameters a template may have (CloudFormation quotas). */
export const MOST_RESOURCES = 500;
export const MOST_PARAMETERS = 200;

/** A value with its references as intrinsic functions. */
export function cloudFormationValue(value: Value): Json {
  return mapTexts(value, intrinsic) as Mapped<Json> as Json;
}

const PSEUDO = { account: 'AWS::AccountId', partition: 'AWS::Partition' } as const;

function nameOf(reference: Reference): string {
  return reference.kind === 'parameter' ? reference.name : PSEUDO[reference.kind];
}

function intrinsic(text: Text | string): Json {
  if (typeof text === 'string') return text;
  const [first, ...others] = text.parts;
  if (others.length === 0 && first !== undefined) return typeof first === 'string' ? first : { Ref: nameOf(first) };
  if (text.parts.every(part => typeof part === 'string')) return text.parts.join('');
  // In Fn::Sub a literal `${` is written `${!`.
  const parts = text.parts.map(part =>
    typeof part === 'string' ? part.replaceAll('${', '${!') : `\${${nameOf(part)}}`,
  );
  return { 'Fn::Sub': parts.join('') };
}

/** @returns JSON text with a line end */
export function cloudFormationJson(template: CloudFormationTemplate): string {
  return `${JSON.stringify(template, undefined, 2)}\n`;
}

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
