import { isMap, parseDocument } from 'yaml';
import type { NeededEnvironment } from './types.js';
import { keyOf, YamlText } from './yaml-text.js';

/** An environment as the configuration file is to have it; what is not known is left blank, and marked. */
export interface NewEnvironment extends NeededEnvironment {
  /** Undefined: a blank. */
  readonly account: string | undefined;
  /** Name or ARN. */
  readonly roleText: string;
  /** What people use in the account; undefined: not known. */
  readonly permissionSet?: string | undefined;
}

const SCHEMA =
  '# yaml-language-server: $schema=https://raw.githubusercontent.com/org/aws-temp-creds/v1/schema/aws-temp-creds.schema.json';

/** Names of the environments that a configuration file has. @returns undefined: it is not one that can be read */
export function environmentsOfText(text: string): readonly string[] | undefined {
  const { contents, errors } = parseDocument(text, { logLevel: 'silent' });
  if (errors.length > 0) return undefined;
  if (contents === null) return [];
  if (!isMap(contents)) return undefined;
  const environments = contents.get('environments');
  return isMap(environments) ? environments.items.map(keyOf) : [];
}

/**
 * Adds environments to a configuration file; what is there stays as it is.
 *
 * @param text of the file; undefined: there is none
 * @returns undefined where it cannot be added to: it is written in one line, or is JSON
 */
export function withEnvironments(
  text: string | undefined,
  environments: readonly NewEnvironment[],
): string | undefined {
  if (environments.length === 0) return text;
  const lines = environments.flatMap(entryLines);
  if (text === undefined || text.trim() === '')
    return `${SCHEMA}\nenvironments:\n${lines.map(line => `  ${line}\n`).join('')}`;
  const file = new YamlText(text);
  const root = file.document.contents;
  if (!isMap(root) || root.flow) return undefined;
  const known = file.mapOf(file.valueAt(root, 'environments'));
  if (known === undefined) {
    if (file.entry(root, 'environments') !== undefined) return undefined;
    file.insert(root, ['environments:', ...lines.map(line => `  ${line}`)]);
  } else if (known.flow || known.items.length === 0) return undefined;
  else file.insert(known, lines);
  return file.changed;
}

function entryLines(environment: NewEnvironment): readonly string[] {
  const { name, account, region, roleText, gitHubEnvironment, duration, permissionSet } = environment;
  return [
    `${name}:`,
    account === undefined
      ? '  account: "" # FILL IN: the 12 digits of the account'
      : `  account: "${account}"`,
    region === undefined ? '  region: "" # FILL IN: the Region' : `  region: ${region}`,
    `  role: ${roleText}`,
    ...(gitHubEnvironment === name ? [] : [`  github-environment: ${scalar(gitHubEnvironment)}`]),
    ...(duration === undefined ? [] : [`  duration: ${duration}`]),
    ...(permissionSet === undefined ? [] : [`  permission-set: ${permissionSet}`]),
  ];
}

function scalar(text: string): string {
  return /^[A-Za-z][\w .-]*[\w.-]$/.test(text) && !/^(?:true|false|yes|no|on|off|null)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
