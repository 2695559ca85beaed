import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { COMMAND } from '../../eval/measure/command.js';
import { table } from '../../eval/table.js';
import { type Contender, interleaved, median, type Sample } from '../measure.js';
import { before, makeHistory, makeTree } from './repositories.js';

const HELP = `npm run bench -- scan [options]

Times the bundled command beside other programs on the same files, in turn, and prints medians and ratios.

  --repo PATH     this repository instead of the three that the bench makes
  --rounds N      how often each is run (default: 5)
  --small         a tenth of the sizes, for a quick look
`;

const OURS = 'scan';

const ours = (folder: string, ...options: string[]): Contender => ({
  name: OURS,
  command: [process.execPath, COMMAND, 'scan', folder, '--json', ...options],
  fine: [0, 1],
});

const has = (program: string) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** The time that the scan itself says it took. */
function ownSeconds({ output }: Sample): number {
  const milliseconds = /"milliseconds":\s*([\d.]+)/.exec(output)?.[1];
  return Number(milliseconds ?? Number.NaN) / 1000;
}

function printed(title: string, contenders: readonly Contender[], rounds: number): void {
  const samples = interleaved(contenders, rounds);
  const time = (name: string) => median((samples.get(name) ?? []).map(({ seconds }) => seconds));
  const own = median((samples.get(OURS) ?? []).map(ownSeconds));
  const rows = contenders.map(({ name }) => {
    const megabytes = (samples.get(name) ?? []).flatMap(one => one.megabytes ?? []);
    const memory = megabytes.length === 0 ? '?' : String(Math.round(Math.max(...megabytes)));
    const [whole, scanning] =
      name === OURS ? ['1.00', own.toFixed(3)] : [(time(OURS) / time(name)).toFixed(2), ''];
    const ratio = name === OURS ? '' : (own / time(name)).toFixed(2);
    return [name, time(name).toFixed(3), scanning, whole, ratio, memory];
  });
  const head = [title, 'whole s', 'scan s', 'scan is so many times, whole', 'scan time only', 'largest MB'];
  process.stdout.write(`\n${table(head, rows)}\n`);
}

/** ripgrep's plain search for the prefixes; git's where there is no ripgrep. */
function searches(folder: string): Contender[] {
  const gitGrep = {
    name: "git grep -aF 'AKIA' 'ASIA'",
    command: ['git', '-C', folder, 'grep', '-a', '-c', '-F', '-e', 'AKIA', '-e', 'ASIA'],
    fine: [0, 1],
  };
  if (!has('rg')) return [gitGrep];
  const rg = ['rg', '-uu', '-a', '-c', '-g', '!.git', 'AKIA|ASIA', folder];
  return [{ name: "rg -uu -a 'AKIA|ASIA'", command: rg, fine: [0, 1] }, gitGrep];
}

function tree(folder: string, rounds: number): void {
  const count =
    execFileSync('git', ['-C', folder, 'ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1 << 28 }).split(
      '\0',
    ).length - 1;
  const start = { name: 'node -e 0', command: [process.execPath, '-e', '0'] };
  printed(`tree, ${count} files`, [ours(folder), ...searches(folder), start], rounds);
}

function changes(folder: string, rounds: number): void {
  const base = before(folder, 10);
  const range = `${base}..HEAD`;
  const log = { name: 'git log -p', command: ['git', '-C', folder, 'log', '-p', '-U0', range] };
  printed('changes of ten commits', [ours(folder, '--base', base), log], rounds);
}

/** The names of all blobs, in the order of the packs: the order in which git reads them fastest. */
function blobs(folder: string): string[] {
  const list = execFileSync(
    'git',
    [
      '-C',
      folder,
      'cat-file',
      '--batch-all-objects',
      '--unordered',
      '--batch-check=%(objecttype) %(objectname)',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  return list.split('\n').flatMap(line => (line.startsWith('blob ') ? line.slice(5) : []));
}

function history(folder: string, rounds: number, scratch: string): void {
  const names = blobs(folder);
  const half = Math.ceil(names.length / 2);
  const lists = { all: names, first: names.slice(0, half), second: names.slice(half) };
  const file = (part: keyof typeof lists) => join(scratch, `${part}.txt`);
  for (const part of ['all', 'first', 'second'] as const)
    writeFileSync(file(part), `${lists[part].join('\n')}\n`);
  const read = (part: keyof typeof lists) =>
    `git -C '${folder}' cat-file --batch --buffer <'${file(part)}' | wc -c`;
  const shell = (name: string, script: string): Contender => ({ name, command: ['sh', '-c', script] });
  const contenders = [
    shell('git cat-file of all blobs', read('all')),
    shell('git cat-file, two processes', `${read('first')} & ${read('second')}; wait`),
    { name: 'git log -p --all', command: ['sh', '-c', `git -C '${folder}' log -p --all | wc -c`] },
  ];
  printed(`history, ${names.length} blobs`, [ours(folder, '--history'), ...contenders], rounds);
  if (process.platform !== 'linux' || !has('taskset')) return;
  const alone = (one: Contender): Contender => ({ ...one, command: ['taskset', '-c', '0', ...one.command] });
  printed(
    'history, one processor for each',
    [ours(folder, '--history'), ...contenders.slice(0, 1)].map(alone),
    rounds,
  );
}

async function madeRepositories(scratch: string, small: boolean, rounds: number): Promise<void> {
  const scale = small ? 10 : 1;
  for (const files of [5000 / scale, 48_000 / scale]) {
    const { folder } = makeTree(join(scratch, `tree-${files}`), files);
    tree(folder, rounds);
    rmSync(folder, { recursive: true, force: true });
  }
  const { folder } = await makeHistory(join(scratch, 'history'), 4000 / scale, 1000 / scale);
  changes(folder, rounds);
  history(folder, rounds, scratch);
}

/** Prints how fast the bundled scanner is beside programs that do less. */
export async function benchScan(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      repo: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      small: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  if (!existsSync(COMMAND)) throw new Error(`${COMMAND} is not there: npm run bundle`);
  const rounds = Number(values.rounds);
  const scratch = mkdtempSync(join(tmpdir(), 'scan-bench-'));
  try {
    if (values.repo === undefined) return await madeRepositories(scratch, values.small, rounds);
    const folder = resolve(values.repo);
    tree(folder, rounds);
    changes(folder, rounds);
    history(folder, rounds, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
