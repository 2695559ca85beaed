import type { CiSystem } from './systems.js';
import type { SourceRange } from './yaml-source.js';

/** A place of a CI file where a stored AWS key is handed to jobs. */
export interface HandOver {
  /** What it is given as: `aws-access-key-id`, `AWS_ACCESS_KEY_ID`, … */
  readonly name: string;
  /** Where it comes from: `secrets.AWS_KEY`, `$AWS_KEY`; '' where the name says it. */
  readonly reference: string;
  /** Where in the file's structure; does not change when lines move. */
  readonly where: string;
  /** The Region that stands beside it, or ''. */
  readonly region: string;
  readonly range: SourceRange;
}

/**
 * Names under which jobs are given AWS keys: `AWS_ACCESS_KEY_ID`, `PROD_AWS_SECRET_ACCESS_KEY`, `aws-access-key-id`,
 * `TF_VAR_aws_access_key`, `AWS_KEY_ID`, …
 */
const AWS_KEY_NAME =
  /(?:^|[-_])aws[-_]?(?:(?:iam[-_]|access[-_]?)?key(?:[-_]?id)?|access[-_]?id|secret(?:[-_]?access)?(?:[-_]?key)?)(?![-_](?:name|arn|pair|path|file|manager|prefix|region|version|alias|rotation|age)s?(?:[-_]|$))(?:[-_]|$)/i;

/** Names that say key but not whose: they count where the place or the reference says AWS. */
const KEY_NAME = /^(?:s3[-_])?(?:access[-_]?key(?:[-_]?id)?|secret[-_]?(?:access[-_]?)?key)$/i;

const SECRET_PART = /secret/i;
const SESSION_TOKEN = /session[-_]?token|security[-_]?token/i;

/** Stores that speak S3's protocol with keys of their own, which no AWS role can replace. */
const OTHER_STORE =
  /(?:^|[-_.$])(?:r2|minio|b2|backblaze|spaces|digitalocean|wasabi|cloudflare|scaleway|scw|linode|akamai|hetzner|tigris|ceph|gcs|gcp|oss|alibaba|oci|oracle|ovh|exoscale|vultr|storj|idrive|supabase|yandex|yc|selectel|localstack|moto)(?:[-_]|$)/i;

export function isAwsKeyName(name: string): boolean {
  return AWS_KEY_NAME.test(name) && !OTHER_STORE.test(name) && !SESSION_TOKEN.test(name);
}

export function isKeyName(name: string): boolean {
  return KEY_NAME.test(name);
}

export function isSecretPart(name: string): boolean {
  return SECRET_PART.test(name);
}

export function isSessionToken(name: string): boolean {
  return SESSION_TOKEN.test(name);
}

export function isOtherStore(name: string): boolean {
  return OTHER_STORE.test(name);
}

/** True for the address of a store that is not AWS's: what is beside it is no AWS key. */
export function isOtherEndpoint(name: string, value: string): boolean {
  return /endpoint/i.test(name) && value !== '' && !/amazonaws\.com/.test(value);
}

/** A value that stands for something kept elsewhere. `stored`: a secret or variable that somebody typed in once. */
export interface Reference {
  readonly stored: boolean;
  /** The name of what it refers to, e.g. `secrets.AWS_KEY`, `$AWS_KEY`. */
  readonly name: string;
}

const STORED_EXPRESSION = /\b(secrets|vars|inputs|parameters)(?:\.([\w-]+)|\[\s*'([^']{1,100})'\s*\])/g;

/** What a value of a CI file refers to; nothing where it is a plain text (`test`, `minioadmin`) or empty. */
export function referencesIn(value: string, system: CiSystem): readonly Reference[] {
  return system === 'github' ? expressions(value) : variables(value);
}

/** `${{ secrets.X }}`, `${{ inputs.x }}`; a comparison (`secrets.X != ''`) hands nothing over. */
function expressions(value: string): readonly Reference[] {
  const found: Reference[] = [];
  for (const [, body = ''] of value.matchAll(/\$\{\{((?:[^}]|\}(?!\})){0,1000})\}\}/g)) {
    if (/[=!]=/.test(body)) continue;
    const stored = [...body.matchAll(STORED_EXPRESSION)];
    for (const [, context = '', dotted, quoted] of stored)
      found.push({ stored: true, name: `${context}.${dotted ?? quoted ?? ''}` });
    if (stored.length === 0) found.push({ stored: false, name: body.trim() });
  }
  return found;
}

/** `$X`, `${X}`, `$(X)` (Azure), `${{ variables.X }}`, `$[variables.X]`; not the output of a command. */
function variables(value: string): readonly Reference[] {
  const found: Reference[] = [];
  const forms =
    /\$\$?\{?\{?\s*(?:variables\.|parameters\.|env\.)?([A-Za-z_]\w{0,99})|\$\(([A-Za-z_][\w.]{0,99})\)/g;
  for (const [, plain, azure] of value.matchAll(forms)) {
    const name = plain ?? azure;
    if (name !== undefined) found.push({ stored: true, name: `$${name}` });
  }
  return found;
}

/** A place in a script where a key is handed on. */
export interface ScriptHandOver {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly reference: Reference;
}

/** `aws configure set aws_access_key_id X`, `export AWS_ACCESS_KEY_ID=X`, a line of a credentials file. */
const ASSIGNMENT =
  /(aws[ \t]{1,9}configure[ \t]{1,9}(?:--profile[ \t=]{1,9}[^\s=]\S{0,200}[ \t]{1,9})?set[ \t]{1,9}["']?(?:[\w.-]+\.)?)?\b((?:\w+_)?aws_access_key_id(?:_\w+)?)["']?[ \t]{0,40}[=: \t][ \t]{0,40}\\?["']?(\$(?:\{\{[^}\n]{0,200}\}\}|\{\w{1,100}\}|\(\w{1,100}\)|\w{1,100}))/gi;

/**
 * Scripts that hand a stored key on. A variable that is passed on under its own name is judged where it is set; with
 * a session token beside it the key is a temporary one.
 */
export function scriptHandOver(text: string, system: CiSystem): ScriptHandOver | undefined {
  if (SESSION_TOKEN.test(text)) return undefined;
  for (const match of text.matchAll(ASSIGNMENT)) {
    const [whole, configure, name = '', value = ''] = match;
    const [reference] = value.startsWith('${{') ? referencesIn(value, system) : variables(value);
    if (reference === undefined || !reference.stored || isOtherStore(reference.name)) continue;
    const samename = reference.name.toLowerCase() === `$${name.toLowerCase()}`;
    if (samename && configure === undefined) continue;
    return { start: match.index, end: match.index + whole.length, reference };
  }
  return undefined;
}
