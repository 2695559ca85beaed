/**
 * What stands in templates. A value knows neither CloudFormation nor Terraform: what depends on the account that the
 * template is used in (its number, its partition, a parameter) is a reference within a text.
 */
export type Value =
  | string
  | number
  | boolean
  | null
  | Text
  | readonly Value[]
  | { readonly [key: string]: Value };

/** Something that is known only where the template is used. */
export type Reference =
  | { readonly kind: 'account' }
  | { readonly kind: 'partition' }
  | { readonly kind: 'parameter'; readonly name: string };

/** The number of the account that the template is used in. */
export const ACCOUNT: Reference = { kind: 'account' };
/** That account's partition: aws, aws-cn, … */
export const PARTITION: Reference = { kind: 'partition' };

export function parameter(name: string): Reference {
  return { kind: 'parameter', name };
}

/** A text with references in it. */
export class Text {
  readonly parts: readonly (string | Reference)[];

  constructor(parts: readonly (string | Reference)[]) {
    this.parts = parts.filter(part => part !== '');
  }
}

/** Makes a text: text`arn:${PARTITION}:iam::${ACCOUNT}:role/cdk-*`. */
export function text(strings: readonly string[], ...references: readonly (string | Reference)[]): Text {
  return new Text(strings.flatMap((string, index) => [string, references[index] ?? '']));
}

/** A JSON document as a value. @param json text of an object */
export function jsonValue(json: string): Value {
  // What JSON.parse gives is made of exactly these.
  return JSON.parse(json) as Value;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Applies a function to every text with references, and another to every plain one. */
export function mapTexts<Changed>(value: Value, change: (text: Text | string) => Changed): Mapped<Changed> {
  if (typeof value === 'string' || value instanceof Text) return change(value);
  if (isList(value)) return value.map(item => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}

export type Mapped<Changed> =
  | Changed
  | number
  | boolean
  | null
  | readonly Mapped<Changed>[]
  | { readonly [key: string]: Mapped<Changed> };
