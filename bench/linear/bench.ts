import { table } from '../../eval/table.js';
import { type Growing, INPUTS } from './inputs.js';

const USAGE = `npm run bench -- linear [FACTOR]

Gives hostile inputs to what reads them, at one size and at FACTOR times that size (8 unless said), and prints by how
much the processor time grows. Ends with 1 where it grows more than three times as much as the input: at the square it
would be FACTOR times as much.
`;

/** Room for caches that overflow and for memory that is tidied up. */
const ROOM = 3;

/** Milliseconds of the processor on which a growth cannot be judged. */
const TOO_FEW = 20;

/** Prints how the cost of hostile inputs grows with their size. */
export function benchLinear(args: readonly string[]): void {
  const [given = '8'] = args;
  const factor = Number(given);
  if (!Number.isInteger(factor) || factor < 2 || factor > 64) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const rows = INPUTS.map(input => rowOf(input, factor));
  const head = ['input', 'ms', `ms, ${factor} times as large`, 'grows', 'by proportion'];
  process.stdout.write(`${table(head, rows)}\n`);
  if (rows.some(row => row.at(-1) === 'NO')) process.exitCode = 1;
}

function rowOf({ name, size, prepare }: Growing, factor: number): readonly string[] {
  prepare(size)();
  const small = cost(prepare(size));
  const large = cost(prepare(size * factor));
  const grows = large / Math.max(small, TOO_FEW);
  return [name, small.toFixed(1), large.toFixed(1), grows.toFixed(1), grows > ROOM * factor ? 'NO' : 'yes'];
}

/** Milliseconds of this process, whatever else the machine does. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
