import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { region } from '../aws/names.js';
import { Failure } from '../failure.js';
import { quoteCommand } from '../handover/quoting.js';
import { printable } from '../printable.js';
import { type AllAccounts, checkedTemplate, NAME_TEMPLATE } from './all-accounts.js';
import { writtenWith } from './block-body.js';
import { durableNode } from './durable-node.js';
import { blocksOf } from './managed-block.js';

/** How profiles are to be made. */
export interface ProfilesWish {
  readonly prefix: string;
  /** Profiles that start our process, beside the sign-on profiles. */
  readonly process: boolean;
  /** Undefined: only what the configuration file names. */
  readonly allAccounts: AllAccounts | undefined;
}

/** The same, as far as the command line says it. */
export interface GivenWish {
  readonly prefix: string | undefined;
  readonly process: boolean;
  readonly allAccounts: boolean;
  readonly name: string | undefined;
  readonly region: string | undefined;
}

/**
 * What was asked for, on top of what the owner's block was written with: it stays as it is until it is removed.
 *
 * @param text of the AWS configuration file
 */
export function wishOf(given: GivenWish, text: string, owner: string): ProfilesWish {
  const body = blocksOf(text).find(block => block.owner === owner)?.body ?? '';
  const words = writtenWith(body) ?? [];
  const before = (option: string) => (words.includes(option) ? words[words.indexOf(option) + 1] : undefined);
  const all = given.allAccounts || words.includes('--all-accounts');
  if (!all && (given.name !== undefined || given.region !== undefined)) {
    throw new Failure('wrong-input', {
      what: '--name and --region mean something only with --all-accounts.',
      why: 'An environment has its name and Region in the configuration file.',
    });
  }
  return {
    prefix: checkedPrefix(given.prefix ?? before('--prefix') ?? ''),
    process: given.process || words.includes('--process'),
    allAccounts: all
      ? {
          template: checkedTemplate(given.name ?? before('--name') ?? NAME_TEMPLATE),
          region: checkedRegion(given.region ?? before('--region')),
        }
      : undefined,
  };
}

/** The wish as options behind the command, for the block's first line. */
export function optionsOf({ prefix, process, allAccounts }: ProfilesWish): string {
  return [
    ...(prefix === '' ? [] : [' --prefix', prefix]),
    ...(process ? [' --process'] : []),
    ...(allAccounts === undefined ? [] : [' --all-accounts']),
    ...(allAccounts === undefined || allAccounts.template === NAME_TEMPLATE
      ? []
      : [' --name', allAccounts.template]),
    ...(allAccounts?.region === undefined ? [] : [' --region', allAccounts.region]),
  ]
    .map(word => (word.startsWith(' ') ? word : ` ${word}`))
    .join('');
}

function checkedRegion(text: string | undefined) {
  if (text === undefined) return undefined;
  const place = region(text);
  if (place !== undefined) return place;
  throw new Failure('wrong-input', {
    what: `${printable(text, 60)} is no Region.`,
    write: '--region eu-west-1',
  });
}

function checkedPrefix(prefix: string): string {
  if (prefix === '' || /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(prefix)) return prefix;
  throw new Failure('wrong-input', {
    what: `--prefix takes letters, digits, _, . and -, not ${printable(prefix, 80)}.`,
    write: 'aws-temp-creds profiles --prefix shop-',
  });
}

/**
 * The command that a profile starts: the Node and the script that are running, by paths that stay.
 *
 * @param script `process.argv[1]`
 * @throws Failure `wrong-input` when the script is in npx's cache, which is emptied at any time
 */
export function processCommand(script: string, platform: NodeJS.Platform): (profile: string) => string {
  const path = installedBeside(script, 'cli');
  return profile => quoteCommand([durableNode(process.execPath), path, 'credentials', profile], platform);
}

/**
 * The path of another bundle of this installation, for what outlives the call.
 *
 * @param script `process.argv[1]`
 * @throws Failure `wrong-input` when it is in npx's cache, which is emptied at any time
 */
export function installedBeside(script: string, bundle: string): string {
  const path = join(dirname(dirname(realpathSync(script))), bundle, 'index.js');
  if (!/[/\\]_npx[/\\]/.test(path)) return path;
  throw new Failure('wrong-input', {
    what: 'Profiles and CDK cannot start a program that npx has fetched.',
    why: `It stands in npx's cache (${printable(path)}), which npm empties at any time.`,
    write: 'npm install --global aws-temp-creds\naws-temp-creds profiles --process --write',
  });
}
