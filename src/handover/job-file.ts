import { join } from 'node:path';
import {
  accountId,
  NO_ACCOUNT,
  parseForeignRoleArn,
  parseRoleArn,
  type RoleArn,
  region,
} from '../aws/names.js';
import { Fields } from '../credentials/fields.js';
import type { Target } from '../credentials/target.js';

/**
 * What the job's folder tells the processes that later steps start: whom to become and how to reach AWS. It holds no
 * secret: whoever reads it still needs the job's own right to OIDC tokens.
 */
export interface JobFile {
  /** Name of the folder that it was written for; it says that the folder is ours. */
  readonly folder: string;
  /** The configuration file, as it is shown; undefined: the classic pair of inputs. */
  readonly configuration: string | undefined;
  readonly programs: Programs;
  readonly connection: ConnectionSettings;
  /** In the order in which CDK should prefer them. */
  readonly environments: readonly HandedOver[];
  /** CDK plugin that the job had named in CDK_PLUGIN before. */
  readonly cdkPlugin: string | undefined;
  /** Folder of an earlier step of this job, whose accounts stay reachable. */
  readonly outer: string | undefined;
  /** Names of all profiles in the folder's files that are ours, those of earlier steps too. */
  readonly profiles: readonly string[];
  readonly use: Use;
  /** Paths of the two files of profiles that the job used before the first of our steps. */
  readonly before: { readonly config: string; readonly credentials: string };
}

/**
 * Who acts as the environments of a step.
 * - `by default`: every tool that names no profile acts as the first one, and CDK in all their accounts
 * - `by name`: whoever names the profile, and nobody else
 * - `beside keys`: the same identity is in the environment, as keys; the profile is there for tools that AWS_PROFILE
 *   leads to a profile first
 */
export type Use = (typeof USES)[number];
const USES = ['by default', 'by name', 'beside keys'] as const;

export interface HandedOver {
  readonly target: Target;
  /** What CDK reads with. */
  readonly readRole: RoleArn | undefined;
}

/** Absolute paths. */
export interface Programs {
  readonly node: string;
  readonly credentialProcess: string;
  readonly cdkPlugin: string;
}

/** How the main step reached GitHub and AWS. */
export interface ConnectionSettings {
  readonly stsEndpoint: string | undefined;
  readonly maxAttempts: number;
  /** Seconds that an exchange may take. */
  readonly timeout: number;
  /** Environment variables that decide about proxies, certificates and endpoints. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Which role of an environment is meant: the one it deploys with, or the one that CDK reads with. */
export type Purpose = 'deploy' | 'read';

const FORMAT = 'aws-temp-creds/2';

export function jobFilePath(folder: string): string {
  return join(folder, 'job.json');
}

export function cacheFolder(folder: string): string {
  return join(folder, 'cache');
}

/** The folder of one role's lock. */
export function lockFolder(folder: string, key: string): string {
  return join(folder, 'cache', `${key}.lock`);
}

/** Name of a role's files in the cache: by position, for names that differ only in case may be one file. */
export function cacheKey(job: JobFile, name: string, purpose: Purpose): string {
  const position = job.environments.findIndex(({ target }) => target.name === name);
  return purpose === 'deploy' ? String(position) : `${position}-read`;
}

/** The target of an environment; undefined when the job has no such environment, or that has no role to read with. */
export function targetFor(job: JobFile, name: string, purpose: Purpose): Target | undefined {
  const found = job.environments.find(({ target }) => target.name === name);
  if (found === undefined || purpose === 'deploy') return found?.target;
  return found.readRole && { ...found.target, role: found.readRole };
}

export function formatJobFile(job: JobFile): string {
  return `${JSON.stringify({ format: FORMAT, ...job }, null, 2)}\n`;
}

/** @returns undefined when the text is not a whole job file of this version */
export function parseJobFile(text: string | undefined): JobFile | undefined {
  const file = Fields.parse(text);
  const folder = file?.text('folder');
  const programs = parsePrograms(file?.object('programs'));
  const connection = parseConnection(file?.object('connection'));
  const use = USES.find(known => known === file?.text('use'));
  const config = file?.object('before')?.text('config');
  const credentials = file?.object('before')?.text('credentials');
  if (!file || file.text('format') !== FORMAT || !folder || !programs || !connection) return undefined;
  if (!use || !config || !credentials) return undefined;
  const environments = file.list('environments').map(handedOver);
  const complete = environments.filter(environment => environment !== undefined);
  if (complete.length !== environments.length) return undefined;
  return {
    folder,
    configuration: file.text('configuration'),
    programs,
    connection,
    environments: complete,
    cdkPlugin: file.text('cdkPlugin'),
    outer: file.text('outer'),
    profiles: file.list('profiles').filter(name => typeof name === 'string'),
    use,
    before: { config, credentials },
  };
}

function parsePrograms(fields: Fields | undefined): Programs | undefined {
  const node = fields?.text('node');
  const credentialProcess = fields?.text('credentialProcess');
  const cdkPlugin = fields?.text('cdkPlugin');
  return node && credentialProcess && cdkPlugin ? { node, credentialProcess, cdkPlugin } : undefined;
}

function parseConnection(fields: Fields | undefined): ConnectionSettings | undefined {
  const maxAttempts = fields?.number('maxAttempts');
  const timeout = fields?.number('timeout');
  const variables = fields?.object('variables');
  if (!fields || !maxAttempts || !timeout || !variables) return undefined;
  return { stsEndpoint: fields.text('stsEndpoint'), maxAttempts, timeout, variables: variables.texts() };
}

function handedOver(value: unknown): HandedOver | undefined {
  const fields = Fields.of(value);
  const target = storedTarget(fields?.object('target'));
  return target && { target, readRole: parseRoleArn(fields?.text('readRole') ?? '')?.arn };
}

function storedTarget(fields: Fields | undefined): Target | undefined {
  const name = fields?.text('name');
  const account = accountId(fields?.text('account') ?? '') ?? NO_ACCOUNT;
  const place = region(fields?.text('region') ?? '');
  const given = fields?.text('role') ?? '';
  const role = (account === NO_ACCOUNT ? parseForeignRoleArn(given) : parseRoleArn(given))?.arn;
  const audience = fields?.text('audience');
  const duration = fields?.number('duration');
  const sessionName = fields?.text('sessionName');
  if (!fields || !name || !place || !role || !audience || !duration || !sessionName) return undefined;
  const chain = fields.object('chain');
  const via = parseRoleArn(chain?.text('via') ?? '')?.arn;
  return {
    name,
    account,
    region: place,
    role,
    audience,
    duration,
    sessionName,
    sessionPolicy: fields.text('sessionPolicy'),
    managedPolicies: fields.list('managedPolicies').filter(policy => typeof policy === 'string'),
    chain: via && { via, tags: chain?.object('tags')?.texts() ?? {}, externalId: undefined },
  };
}
