import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A program run and timed as a whole. */
export interface Contender {
  readonly name: string;
  readonly command: readonly string[];
  readonly cwd?: string;
  /** Exit codes that are no failure. */
  readonly fine?: readonly number[];
}

export interface Sample {
  readonly seconds: number;
  /** Largest resident size of the program or of one of its children, where the system can tell. */
  readonly megabytes?: number;
  readonly output: string;
}

/** GNU time prints the largest resident size in KiB. */
const TIME = '/usr/bin/time';
const measured = process.platform === 'linux' && existsSync(TIME);
const MARK = 'largest-resident-kib:';

/** Runs it once. Throws when it fails. */
export function sample({ name, command, cwd, fine = [0] }: Contender): Sample {
  const [program = '', ...args] = measured ? [TIME, '-f', `${MARK}%M`, ...command] : command;
  const start = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    ...(cwd !== undefined && { cwd }),
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (error !== undefined) throw error;
  if (status === null || !fine.includes(status))
    throw new Error(`${name} ended with ${status}: ${stderr.slice(-500)}`);
  const kib = new RegExp(`${MARK}(\\d+)`).exec(stderr)?.[1];
  return { seconds, output: stdout, ...(kib !== undefined && { megabytes: Number(kib) / 1024 }) };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

/** Runs all in turn, `rounds` times, after one round that only warms the caches. */
export function interleaved(
  contenders: readonly Contender[],
  rounds: number,
): ReadonlyMap<string, readonly Sample[]> {
  const samples = new Map<string, Sample[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const contender of contenders) {
      const one = sample(contender);
      if (round > 0) samples.get(contender.name)?.push(one);
    }
  return samples;
}
