import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { accountId, region } from '../../aws/names.js';
import { CONFIGURATION_PATH } from '../../config/load.js';
import { Failure } from '../../failure.js';
import { projectRoot } from '../../laptop/project.js';
import { ciFilesIn } from '../../migrate/ci-files-in.js';
import { nextSteps } from '../../migrate/next-steps.js';
import { type MigrateWish, type Migration, planMigration } from '../../migrate/plan.js';
import { printable } from '../../printable.js';
import { fileDiff, replaceFile } from '../../stories/change-files.js';
import { type Arguments, type Command, EXIT, type ExitCode, type Terminal } from '../command.js';
import { namesGiven, ROLE_NAME } from './template-options.js';

export const migrateCommand: Command = {
  name: 'migrate',
  operands: '[PATH] [OPTIONS]',
  mostOperands: 1,
  about: `Rewrites a repository from stored AWS keys to roles: workflows and composite
actions of GitHub that hand a key from a secret to a step get this action in
its place, and their jobs the permission to ask for a token. Comments, order
and everything else stay byte by byte. The environments that the jobs deploy to
are added to .github/aws-temp-creds.yml.

Without --write the change is shown as a diff. What only a person can do is
told, with the lines to write: values known only when a job runs, workflows of
other repositories, and GitLab, Bitbucket, CircleCI, Buildkite, Azure Pipelines.
At the end stands what to do next, in the order in which nothing breaks.`,
  options: [
    { name: 'diff', says: 'show what would change (the default)' },
    { name: 'write', says: 'change the files' },
    {
      name: 'account',
      value: '[NAME=]ID',
      many: true,
      says: 'account of an environment, or of all; one that is not named is left as a marked blank',
    },
    {
      name: 'environment',
      value: 'NAME',
      says: 'GitHub environment of jobs that have none (default: told from names, else production)',
    },
    { name: 'region', value: 'REGION', says: 'where a workflow does not say its Region' },
    { name: 'role', value: 'NAME', says: 'role that the jobs enter (default: github-deploy)' },
    { name: 'json', says: 'print diff, what is left and what comes next as JSON' },
  ],
  examples: [
    ['aws-temp-creds migrate', 'what would change?'],
    [
      'aws-temp-creds migrate --account production=111111111111 --account staging=222222222222 --write',
      'change it',
    ],
  ],
  more: `Exit codes:
  0  nothing to change; with --write, done
  1  a diff; with --write, something is left for you to do
  2  wrong use`,
  run: async (given, terminal) => migrate(given, terminal),
};

async function migrate(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (given.has('diff') && given.has('write'))
    throw new Failure('wrong-input', { what: '--diff and --write exclude each other.' });
  const wish = wishOf(given);
  const { root, only } = placeOf(given, terminal);
  const { files, unread } = ciFilesIn(root);
  const configuration = readIfThere(join(root, CONFIGURATION_PATH));
  const chosen =
    only === undefined ? files : files.filter(({ path }) => path === only || path.startsWith(`${only}/`));
  if (only !== undefined && chosen.length === 0 && statSync(join(root, only)).isFile())
    throw new Failure('wrong-input', {
      what: `${printable(only)} is no file that a CI system runs jobs from.`,
    });
  const plan = planMigration(chosen, configuration, wish);
  const left = [
    ...plan.left,
    ...unread.map(path => ({ path, line: 1, what: 'it could not be read', write: undefined })),
  ];
  return tell({ ...plan, left }, root, given, terminal);
}

function wishOf(given: Arguments): MigrateWish {
  const accounts = new Map<string, string>();
  for (const text of given.values('account')) {
    const [, name = '*', id = ''] = /^(?:([^=]+)=)?(.*)$/.exec(text) ?? [];
    if (accountId(id) === undefined)
      throw new Failure('wrong-input', {
        what: `--account must be 12 digits, or NAME=12 digits, not ${printable(text, 80)}.`,
      });
    accounts.set(name, id);
  }
  const place = given.value('region');
  const known = place === undefined ? undefined : region(place);
  if (place !== undefined && known === undefined)
    throw new Failure('wrong-input', {
      what: `--region must be the code of a Region, such as eu-west-1, not ${printable(place, 80)}.`,
    });
  return {
    environment: namesGiven(
      given,
      'environment',
      /^[^\s$'"#:][^\n$'"#:]*$/,
      'the name of a GitHub environment',
    )[0],
    accounts,
    region: known,
    role: namesGiven(given, 'role', ROLE_NAME, 'the name of a role')[0] ?? 'github-deploy',
  };
}

function placeOf(
  { operands }: Arguments,
  { cwd }: Terminal,
): { readonly root: string; readonly only: string | undefined } {
  const [operand] = operands;
  const target = resolve(cwd, operand ?? '.');
  const found = statSync(target, { throwIfNoEntry: false });
  if (found === undefined)
    throw new Failure('wrong-input', { what: `There is no ${printable(operand ?? '.', 200)}.` });
  const real = realpathSync(target);
  const root = projectRoot(found.isDirectory() ? real : dirname(real));
  const way = real === root ? '' : real.slice(root.length + 1).replaceAll('\\', '/');
  return { root, only: operand === undefined || way === '' ? undefined : way };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function tell(plan: Migration, root: string, given: Arguments, terminal: Terminal): ExitCode {
  const writes = given.has('write');
  if (writes) for (const { path, after } of plan.changes) replaceFile(join(root, path), after);
  const diff = plan.changes.map(({ path, before, after }) => fileDiff(path, before, after)).join('');
  const next = nextSteps(plan);
  if (given.has('json'))
    terminal.print(`${JSON.stringify(jsonOf(plan, diff, next, writes), undefined, 2)}\n`);
  else {
    terminal.print(writes ? written(plan) : diff);
    for (const { path, line, what, write } of plan.left) {
      terminal.say(`${printable(path)}:${line}: ${printable(what, 500)}\n`);
      if (write !== undefined) terminal.say(`${write.replace(/^(?=.)/gm, '    ')}\n`);
    }
    if (next.length > 0) terminal.say(`\n${next.join('\n')}\n`);
  }
  if (writes) return plan.left.length > 0 ? EXIT.found : EXIT.clean;
  return plan.changes.length > 0 ? EXIT.found : EXIT.clean;
}

function written({ changes }: Migration): string {
  if (changes.length === 0) return 'Nothing to change.\n';
  return changes
    .map(({ path, before }) => `${before === undefined ? 'Wrote' : 'Changed'} ${printable(path)}\n`)
    .join('');
}

function jsonOf(plan: Migration, diff: string, next: readonly string[], writes: boolean) {
  return {
    version: 1,
    changed: plan.changes.map(({ path }) => path),
    written: writes && plan.changes.length > 0,
    diff,
    left: plan.left.map(({ path, line, what, write }) => ({ path, line, what, write })),
    environments: plan.environments,
    secrets: plan.released,
    next,
  };
}
