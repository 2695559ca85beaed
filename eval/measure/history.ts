import { execFileSync } from 'node:child_process';
import type { Planted } from '../case.js';
import type { GitCase } from '../git/build.js';
import { type Answer, scan, shows } from './command.js';

export interface GitScore {
  readonly name: string;
  readonly mode: 'changes' | 'history' | 'history, packed';
  readonly planted: number;
  readonly found: number;
  readonly missed: readonly Planted[];
  readonly leaked: number;
  readonly unread: readonly string[];
}

function score(of: GitCase, mode: GitScore['mode'], { report, output }: Answer): GitScore {
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  const reported = ({ id, expects }: Planted) =>
    errors.some(({ rule, shown }) => shows(shown, id) && expects.some(({ rules }) => rules.includes(rule)));
  const missed = of.planted.filter(planted => !reported(planted));
  const values = of.planted.flatMap(({ id, secret }) => [id, secret]).filter(value => value !== '');
  return {
    name: of.category.name,
    mode,
    planted: of.planted.length,
    found: of.planted.length - missed.length,
    missed,
    leaked: values.filter(value => output.includes(value)).length,
    unread: report.unread.filter(({ incomplete }) => incomplete).map(({ what, why }) => `${what}: ${why}`),
  };
}

/** The changes of the branch, then all of history, as loose objects and as one pack with deltas. */
export function scanHistory(of: GitCase): GitScore[] {
  const changes = of.category.inChanges ? [score(of, 'changes', scan(of.folder, '--base', 'main'))] : [];
  const loose = score(of, 'history', scan(of.folder, '--history'));
  execFileSync('git', ['-C', of.folder, 'repack', '-q', '-a', '-d', '--keep-unreachable'], {
    stdio: 'ignore',
  });
  return [...changes, loose, score(of, 'history, packed', scan(of.folder, '--history'))];
}
