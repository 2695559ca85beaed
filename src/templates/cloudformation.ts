import { type Mapped, mapTexts, type Reference, type Text, type Value } from './value.js';

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
  readonly Mappings?: {
    readonly [name: string]: { readonly [key: string]: { readonly [key: string]: Json } };
  };
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
  if (others.length === 0 && first !== undefined)
    return typeof first === 'string' ? first : { Ref: nameOf(first) };
  if (text.parts.every(part => typeof part === 'string')) return text.parts.join('');
  // In Fn::Sub a literal `${` is written `${!`.
  const parts = text.parts.map(part =>
    typeof part === 'string' ? part.replaceAll('${', '${!') : `\${${nameOf(part)}}`,
  );
  return { 'Fn::Sub': parts.join('') };
}
