import {
  type Argument,
  type Block,
  type Body,
  Expression,
  isArguments,
  Nested,
  PolicyDocument,
  templateOf,
} from './terraform.js';
import { isList, Text, type Value } from './value.js';

/** @returns the blocks in Terraform's JSON syntax */
export function terraformJson(blocks: readonly Block[]): string {
  const root: Record<string, unknown> = {};
  for (const { type, labels, body } of blocks) {
    let place = root;
    for (const step of [type, ...labels]) place = objectAt(place, step);
    Object.assign(place, jsonBody(body));
  }
  return `${JSON.stringify(root, undefined, 2)}\n`;
}

function objectAt(parent: Record<string, unknown>, key: string): Record<string, unknown> {
  const known = parent[key];
  const child: Record<string, unknown> = typeof known === 'object' && known !== null ? { ...known } : {};
  parent[key] = child;
  return child;
}

function jsonBody(body: Body): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      BARE.has(name) ? bareCode(value) : jsonArgument(value),
    ]),
  );
}

/** Arguments that take code and not a value: in JSON it stands there without `${…}`. */
const BARE = new Set(['depends_on', 'type']);

function bareCode(value: Argument): unknown {
  if (value instanceof Expression) return value.code;
  return value instanceof Object && isArguments(value) ? value.map(bareCode) : jsonArgument(value);
}

function jsonArgument(value: Argument): unknown {
  if (value instanceof Expression) return `\${${value.code}}`;
  if (value instanceof PolicyDocument) return policyTemplate(value.value);
  if (value instanceof Nested) return value.bodies.map(jsonBody);
  if (typeof value === 'string' || value instanceof Text) return templateOf(value, literal => literal);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (isArguments(value)) return value.map(jsonArgument);
  return jsonBody(value);
}

/** A policy document as JSON text in which references are templates. */
function policyTemplate(value: Value): string {
  if (typeof value === 'string' || value instanceof Text)
    return `"${templateOf(value, literal => JSON.stringify(literal).slice(1, -1))}"`;
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(policyTemplate).join(',')}]`;
  const entries = Object.entries(value).map(
    ([key, item]) => `${policyTemplate(key)}:${policyTemplate(item)}`,
  );
  return `{${entries.join(',')}}`;
}
