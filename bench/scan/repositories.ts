import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Repository, repository } from '../../eval/git/repository.js';
import { type Random, random } from '../../eval/random.js';
import { type Pieces, pieces } from './text.js';

/** Sizes as in repositories: most files small, a few large; about 13 KB on average. */
const fileSize = (r: Random) => Math.min(400_000, Math.round(200 + 4500 / (r.next() + 0.02) ** 0.8));

const path = (at: number) => `d${at % 97}/e${at % 13}/f${at}.${['ts', 'md', 'json', 'py', 'yml'][at % 5]}`;

/** A repository with one commit of so many files. */
export function makeTree(folder: string, files: number): Repository {
  const r = random(`tree of ${files}`);
  const { text } = pieces(r);
  const to = repository(folder);
  for (let at = 0; at < files; at++) to.write(path(at), text(fileSize(r)));
  to.commit('tree');
  return to;
}

/** A file's lines; a commit changes a few of them. */
type Files = Map<string, string[]>;

function edit(lines: string[], r: Random, { line }: Pieces): void {
  for (let change = r.int(1, 12); change > 0; change--)
    lines.splice(r.int(0, lines.length), r.int(0, 2), line());
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** The commands of `git fast-import` for one commit. */
function commit(at: number, changed: ReadonlyMap<string, string>): string {
  const files = [...changed].map(([name, text]) => `M 100644 inline ${name}\n${data(text)}`).join('');
  return `commit refs/heads/main\ncommitter A <a@example.org> ${1_700_000_000 + at} +0000\n${data(`change ${at}`)}${files}\n`;
}

function firstFiles(r: Random, { text }: Pieces, count: number): Files {
  return new Map(Array.from({ length: count }, (_, at) => [path(at), text(fileSize(r)).split('\n')]));
}

function* history(commits: number, files: number): Generator<string> {
  const r = random(`history of ${commits}`);
  const made = pieces(r);
  const now = firstFiles(r, made, files);
  const names = [...now.keys()];
  yield commit(0, new Map([...now].map(([name, lines]) => [name, lines.join('\n')])));
  for (let at = 1; at < commits; at++) {
    const changed = new Map<string, string>();
    for (let count = r.int(1, 6); count > 0; count--) {
      const name = r.pick(names);
      const lines = now.get(name) ?? [];
      edit(lines, r, made);
      changed.set(name, lines.join('\n'));
    }
    if (at % 500 === 250) changed.set(`large/${at}.json`, made.text(20_000_000));
    yield commit(at, changed);
  }
}

/** A repository of so many commits, packed with deltas, with a large file now and then. */
export async function makeHistory(folder: string, commits: number, files: number): Promise<Repository> {
  const to = repository(folder);
  const importer = spawn('git', ['fast-import', '--quiet'], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  for (const commands of history(commits, files))
    if (!importer.stdin.write(commands)) await once(importer.stdin, 'drain');
  importer.stdin.end();
  await once(importer, 'exit');
  execFileSync('git', ['-C', folder, 'repack', '-a', '-d', '-f', '-q', '--depth=50', '--window=10'], {
    stdio: 'ignore',
  });
  to.git('checkout', '-q', '-f', 'main');
  return to;
}

/** A name for the commit `back` before HEAD of any repository; the first one where there are not so many. */
export function before(folder: string, back: number): string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();
  const commits = git('rev-list', '--first-parent', `--max-count=${back + 1}`, 'HEAD').split('\n');
  return commits.at(-1) ?? 'HEAD';
}
