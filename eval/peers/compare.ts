import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, VARIANTS } from '../case.js';
import { FALSE_CATEGORIES } from '../categories.js';
import { generate } from '../generate.js';
import { buildRepositories, type GitCase } from '../git/build.js';
import type { Verdict } from '../judge.js';
import { COMMAND } from '../measure/command.js';
import { writeCases } from '../measure/folder.js';
import { scanHistory } from '../measure/history.js';
import { detector, inProcess } from '../measure/in-process.js';
import { table } from '../table.js';
import { type Hit, home, type Peer } from './peer.js';
import { PEERS } from './peers.js';

interface Options {
  readonly seed: string;
  readonly category?: string;
  readonly folder: string;
}

type Say = (text: string) => void;

/** By scanner: the paths of the cases in which it reported something that may be an AWS key. */
type Alarms = ReadonlyMap<string, ReadonlySet<string>>;

const ABOUT_AWS = /aws|amazon|bedrock/i;
const ABOUT_ANY = /generic|entropy|keyword|auth|credential|kubernetes|secret-key/i;

/** Rules for named other vendors count neither way; rules for any secret do, except where a secret of others stands. */
function concerns(otherSecrets: ReadonlySet<string>): (hit: Hit) => boolean {
  return ({ rule, path }) => ABOUT_AWS.test(rule) || (ABOUT_ANY.test(rule) && !otherSecrets.has(path));
}

function placesOfOtherSecrets(cases: readonly Case[]): Set<string> {
  const names = new Set(
    FALSE_CATEGORIES.filter(({ otherSecret }) => otherSecret === true).map(({ name }) => name),
  );
  return new Set(cases.filter(({ category }) => names.has(category)).map(({ path }) => path));
}

function installed(say: Say): { peer: Peer; program: string }[] {
  return PEERS.flatMap(peer => {
    try {
      return [{ peer, program: peer.install(home(peer.name)) }];
    } catch (fault) {
      say(`${peer.name} could not be had: ${fault instanceof Error ? fault.message : String(fault)}`);
      return [];
    }
  });
}

const own = (verdicts: readonly Verdict[]) =>
  new Set(
    verdicts.filter(one => (one.case.truth ? one.alarmed : one.spurious > 0)).map(one => one.case.path),
  );

function counted(
  cases: readonly Case[],
  alarms: Alarms,
): { name: string; truth: boolean; counts: number[] }[] {
  const names = [...new Set(cases.map(({ category }) => category))];
  return names.map(name => {
    const of = cases.filter(({ category }) => category === name);
    const counts = [...alarms.values()].map(paths => of.filter(({ path }) => paths.has(path)).length);
    return { name, truth: of[0]?.truth ?? true, counts };
  });
}

function totals(cases: readonly Case[], alarms: Alarms): string[][] {
  const truths = cases.filter(({ truth }) => truth);
  const sums = [...alarms.values()].map(paths => {
    const found = truths.filter(({ path }) => paths.has(path)).length;
    const wrong = cases.filter(({ truth, path }) => !truth && paths.has(path)).length;
    const [recall, precision] = [found / truths.length, found / Math.max(1, found + wrong)];
    return { recall, precision, f1: (2 * recall * precision) / Math.max(1e-9, recall + precision) };
  });
  const row = (name: string, value: (sum: (typeof sums)[number]) => number) => [
    name,
    ...sums.map(sum => value(sum).toFixed(3)),
  ];
  return [row('recall', sum => sum.recall), row('precision', sum => sum.precision), row('F1', sum => sum.f1)];
}

function histories(
  cases: readonly GitCase[],
  peers: ReturnType<typeof installed>,
  scratch: string,
): { rows: string[][]; lost: string[] } {
  const readers = peers.filter(({ peer }) => peer.history !== undefined);
  const rows: string[][] = [];
  const lost: string[] = [];
  for (const of of cases) {
    const theirs = readers.map(({ peer, program }) => {
      const texts = peer.history?.(program, of.folder, scratch) ?? [];
      return of.planted.filter(({ id, secret }) =>
        texts.some(text => text.includes(id) || (secret !== '' && text.includes(secret))),
      ).length;
    });
    const ours = existsSync(COMMAND)
      ? scanHistory(of).find(({ mode }) => mode === 'history')?.found
      : undefined;
    rows.push([of.category.name, String(ours ?? '-'), ...theirs.map(String)]);
    if (ours !== undefined && Math.max(...theirs) > ours)
      lost.push(`git: ${of.category.name}: a peer finds more than ${ours}`);
  }
  return { rows: [['git history', 'ours', ...readers.map(({ peer }) => peer.name)], ...rows], lost };
}

/** Runs every scanner that can be had on the same cases. Gives the categories in which one of them is better. */
export async function comparePeers({ seed, category, folder }: Options, say: Say): Promise<string[]> {
  const cases = generate(seed, category);
  const files = join(folder, 'cases');
  const scratch = join(folder, 'scratch');
  for (const needed of [files, scratch]) mkdirSync(needed, { recursive: true });
  writeCases(cases, files);
  const peers = installed(say);
  const concerned = concerns(placesOfOtherSecrets(cases));
  const alarms = new Map([['ours', own(inProcess(cases, await detector()))]]);
  for (const { peer, program } of peers) {
    say(`${peer.name} …`);
    alarms.set(
      peer.name,
      new Set(
        peer
          .folder(program, files, scratch)
          .filter(concerned)
          .map(({ path }) => path),
      ),
    );
  }
  const counts = counted(cases, alarms);
  const rows = (truth: boolean) =>
    counts.filter(row => row.truth === truth).map(row => [row.name, ...row.counts.map(String)]);
  say(`\nFound, of ${VARIANTS} each\n\n${table(['category', ...alarms.keys()], rows(true))}`);
  say(`\nFalse alarms, of ${VARIANTS} each\n\n${table(['category', ...alarms.keys()], rows(false))}`);
  say(`\n${table(['all', ...alarms.keys()], totals(cases, alarms))}`);
  const { rows: gitRows, lost } = histories(
    buildRepositories(join(folder, 'git'), seed, category),
    peers,
    scratch,
  );
  const [head = [], ...rest] = gitRows;
  if (rest.length > 0) say(`\n${table(head, rest)}`);
  const beaten = counts.filter(
    ({ truth, counts: [ours = 0, ...theirs] }) => truth && Math.max(0, ...theirs) > ours,
  );
  return [...beaten.map(({ name, counts: [ours] }) => `${name}: a peer finds more than ${ours}`), ...lost];
}
