import { table } from '../../eval/table.js';
import { detect } from '../../src/scan/detect/detect.js';
import { contents } from './contents.js';

const USAGE = `npm run bench -- worst [WORD]

Reads contents of 1 MB that are made to be slow (with WORD, those whose name has it) and prints the ten that cost most
processor time. Ends with 1 where one costs more than three seconds and is not said to be incomplete.
`;

const MOST_MILLISECONDS = 3000;
const SHOWN = 10;

/** Prints which contents of a megabyte cost most. */
export function benchWorst(args: readonly string[]): void {
  const [word = ''] = args;
  if (word.startsWith('-')) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const rows = contents()
    .filter(({ name }) => name.includes(word))
    .map(({ name, make }) => cost(name, make()))
    .sort((one, other) => other.milliseconds - one.milliseconds);
  const shown = rows
    .slice(0, SHOWN)
    .map(({ name, milliseconds, steps, incomplete }) => [
      name,
      milliseconds.toFixed(0),
      (steps / 1e6).toFixed(1),
      incomplete ? 'incomplete' : '',
    ]);
  process.stdout.write(`${table(['content of 1 MB', 'ms', 'million steps', ''], shown)}\n`);
  if (rows.some(row => row.milliseconds > MOST_MILLISECONDS && !row.incomplete)) process.exitCode = 1;
}

function cost(name: string, content: Buffer) {
  const before = process.cpuUsage();
  const { steps, unread } = detect(content);
  const { user, system } = process.cpuUsage(before);
  const incomplete = unread.some(({ kind }) => kind === 'incomplete');
  return { name, milliseconds: (user + system) / 1000, steps, incomplete };
}
