import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Case } from './case.js';
import { generate, unavailable } from './generate.js';
import { buildRepositories } from './git/build.js';
import { broken, type Verdict } from './judge.js';
import { COMMAND } from './measure/command.js';
import { scanFolder } from './measure/folder.js';
import { type GitScore, scanHistory } from './measure/history.js';
import { detector, inProcess } from './measure/in-process.js';
import { comparePeers } from './peers/compare.js';
import { details, gitScores, scores, wrong } from './report.js';

const HELP = `npm run eval -- [options]

Builds labelled cases and says how many the scanner finds, and what it takes for a key though it is none.
Ends with 1 when a promise is not kept.

  --category NAME  only this category (true, false or git)
  --seed TEXT      other cases of the same kinds (default: 1)
  --verbose        show what was missed and what was wrongly reported
  --detector       only the detector, without the command and git
  --peers          run the other scanners that can be installed on the same cases
  --keep           leave the folder of cases behind and say where it is
`;

interface Options {
  readonly seed: string;
  readonly category?: string;
  readonly verbose: boolean;
  readonly folder: string;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function section(title: string, verdicts: readonly Verdict[], verbose: boolean): string[] {
  say(`\n${title}\n\n${scores(verdicts)}`);
  if (verbose) say(details(wrong(verdicts)));
  return broken(verdicts).map(fault => `${title}: ${fault}`);
}

function command(cases: readonly Case[], { folder, verbose }: Options): string[] {
  const result = scanFolder(cases, join(folder, 'cases'));
  const faults = section('The command, on all cases as files of one folder', result.verdicts, verbose);
  say(
    `\n${cases.length} files in ${result.milliseconds} ms; ${result.misplaced.length} findings on another line`,
  );
  if (verbose) say(details(result.misplaced));
  for (const { what, why } of result.incomplete) say(`not read: ${what}: ${why}`);
  return [...faults, ...(result.leaked.length > 0 ? [`${result.leaked.length} values printed in full`] : [])];
}

function history({ folder, seed, category, verbose }: Options): string[] {
  const results: GitScore[] = buildRepositories(join(folder, 'git'), seed, category).flatMap(scanHistory);
  if (results.length === 0) return [];
  say(`\nThe command, on repositories\n\n${gitScores(results, verbose)}`);
  return results
    .filter(({ found, planted, leaked }) => found < planted || leaked > 0)
    .map(
      ({ name, mode, found, planted, leaked }) =>
        `git: ${name} (${mode}): ${found} of ${planted}, ${leaked} printed in full`,
    );
}

async function evaluate(options: Options, detectorOnly: boolean): Promise<string[]> {
  const cases = generate(options.seed, options.category);
  for (const name of unavailable()) say(`This runtime cannot build: ${name}`);
  const faults =
    cases.length === 0 ? [] : section('The detector', inProcess(cases, await detector()), options.verbose);
  if (detectorOnly) return faults;
  if (!existsSync(COMMAND)) return [...faults, `${COMMAND} is not there: npm run bundle`];
  return [...faults, ...(cases.length === 0 ? [] : command(cases, options)), ...history(options)];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      category: { type: 'string' },
      seed: { type: 'string', default: '1' },
      verbose: { type: 'boolean', default: false },
      detector: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(HELP);
  const folder = mkdtempSync(join(tmpdir(), 'scan-cases-'));
  const { seed, verbose, category } = values;
  const options = { seed, verbose, folder, ...(category !== undefined && { category }) };
  try {
    const faults = values.peers ? await comparePeers(options, say) : await evaluate(options, values.detector);
    say(faults.length === 0 ? '\nEvery promise is kept.' : `\nNot kept:\n- ${faults.join('\n- ')}`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    if (values.keep) say(`The cases are in ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

await main();
