import type { AccountId } from '../../aws/names.js';
import type { Reference, Text, Value } from '../value.js';

/** A role as a template makes it, whichever format that has. */
export interface RoleDefinition {
  /** Without path. */
  readonly name: string;
  /** Begins and ends with a slash. */
  readonly path: string;
  readonly description: string;
  /** The accounts that get it; undefined: every account that the template is used in. */
  readonly accounts: readonly AccountId[] | undefined;
  /** The one account that gets it, of all that the template is used in. */
  readonly only?: string | Reference;
  readonly trust: Value;
  readonly policies: readonly { readonly name: string; readonly document: Value }[];
  /** ARNs. */
  readonly managedPolicies: readonly Text[];
  /** Seconds; undefined: 3 600, as IAM's. */
  readonly maxSession: number | undefined;
  /** ARN. */
  readonly boundary: Text | undefined;
}

export interface RolesTemplate {
  readonly description: string;
  readonly roles: readonly RoleDefinition[];
  /** The identity provider to make; undefined: the accounts have it already. */
  readonly provider: ProviderDefinition | undefined;
  readonly parameters: readonly RoleParameter[];
  /** What is to be said beside the template. */
  readonly notes: readonly string[];
}

export interface ProviderDefinition {
  readonly url: string;
  readonly audiences: readonly string[];
  readonly accounts: readonly AccountId[];
}

/** Something that whoever uses the template fills in. `name` is CamelCase; Terraform gets it in lower case. */
export interface RoleParameter {
  readonly name: string;
  readonly description: string;
  /** Regular expression for the whole value. */
  readonly pattern: string;
}

export function policyDocument(...statements: readonly Value[]): Value {
  return { Version: '2012-10-17', Statement: statements };
}

/** A role's name as in its ARN, taken apart: `ci/github-deploy` is github-deploy in /ci/. */
export function nameAndPath(given: string): Pick<RoleDefinition, 'name' | 'path'> {
  const parts = given.split('/');
  const name = parts.pop() ?? '';
  return { name, path: parts.length === 0 ? '/' : `/${parts.join('/')}/` };
}
