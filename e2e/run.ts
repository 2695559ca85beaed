import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type InstalledParts, installParts, PART_NAMES } from './parts.js';
import { atMost, type Scenario, type Stage, textOf } from './scenario.js';
import { scenarios } from './scenarios/index.js';

const USAGE = `Usage: npm run e2e -- [NAME…] [--without PART]… [--full | --seed NUMBER] [--list]

NAME    a scenario; default: all
PART    python, npm, act or hooks: its scenarios are left out, and named as left out
NUMBER  which sample is played of a scenario that would take very long; default: 1
--full  all of it instead`;

/** Scenarios at the same time: much of one is waiting, for a held stack or for a process that starts. */
const AT_ONCE = 3;

const root = resolve(fileURLToPath(import.meta.url), '../../..');

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      without: { type: 'string', multiple: true, default: [] },
      full: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(USAGE, 0);
  if (values.list)
    return say(scenarios.map(({ name, promise }) => `${name.padEnd(24)} ${promise}`).join('\n'), 0);
  const unknown = positionals.filter(wanted => !scenarios.some(({ name }) => name === wanted));
  if (unknown.length > 0) return say(`No scenario is called ${unknown.join(', ')}.\n\n${USAGE}`, 2);
  const strange = values.without.filter(part => !PART_NAMES.some(name => name === part));
  if (strange.length > 0) return say(`No part is called ${strange.join(', ')}.\n\n${USAGE}`, 2);

  if (!/^\d{1,9}$/.test(values.seed)) return say(`--seed takes a number: ${values.seed}\n\n${USAGE}`, 2);
  const seed = values.full ? undefined : Number(values.seed);

  const wanted = scenarios.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const left = wanted.filter(({ parts }) => parts.some(part => values.without.includes(part)));
  for (const { name } of left) console.log(`left out  ${name}`);
  const chosen = wanted.filter(scenario => !left.includes(scenario));
  const parts = await installParts(new Set(chosen.flatMap(scenario => scenario.parts)), root);
  const outcomes = await atMost(AT_ONCE, chosen, scenario => play(scenario, parts, seed));
  const failed = outcomes.filter(passed => !passed).length;
  return say(
    `${outcomes.length - failed} passed, ${failed} failed`,
    failed === 0 && chosen.length > 0 ? 0 : 1,
  );
}

async function play(scenario: Scenario, parts: InstalledParts, seed: Stage['seed']): Promise<boolean> {
  const started = Date.now();
  const tell = (outcome: string, text = '') => {
    const spent = `${((Date.now() - started) / 1000).toFixed(1)} s`.padStart(7);
    console.log(`${outcome}    ${scenario.name.padEnd(24)} ${spent}  ${scenario.promise}`);
    if (text !== '') console.log(text.replace(/^/gm, '          '));
    return outcome === 'passed';
  };
  const missing = scenario.parts.map(part => parts.missing[part]).find(reason => reason !== undefined);
  if (missing !== undefined) return tell('FAILED', missing);
  try {
    await scenario.play({ folders: parts.folders, root, seed });
    return tell('passed');
  } catch (error) {
    return tell('FAILED', textOf(error));
  }
}

function say(text: string, code: number): number {
  console.log(text);
  return code;
}

process.exitCode = await main();
