import { chmodSync } from 'node:fs';
import { endProcess } from '../../end-process.js';
import { Failure } from '../../failure.js';
import { counts, examine, worstFirst } from '../../laptop/doctor/examine.js';
import type { Ailment, Level } from '../../laptop/doctor/finding.js';
import { leakedKeys } from '../../laptop/doctor/leaked-keys.js';
import { readMachine } from '../../laptop/doctor/read-machine.js';
import { mendedConfig, mendedCredentials } from '../../laptop/doctor/remedies.js';
import { damagedBlocks } from '../../laptop/doctor/surroundings.js';
import { readHomeFiles, withHomeLock, writeHomeFile } from '../../laptop/home-files.js';
import { loadProject, type Project, projectIfThere } from '../../laptop/project.js';
import { showDiff } from '../../laptop/show-diff.js';
import { printable } from '../../printable.js';
import { type Arguments, type Command, EXIT, type ExitCode, type Terminal } from '../command.js';

export const doctorCommand: Command = {
  name: 'doctor',
  operands: '[OPTIONS]',
  mostOperands: 0,
  about: `Looks at how this machine is set up for AWS, and says what is wrong and the way
out: keys that never end (in ~/.aws, the environment, what shells read when they
start, and the .env files of this repository), profiles and sessions that some
tool does not read, caches of another portal, variables that beat profiles,
files that others may read, tools that are too old, and profiles that differ
from the team's configuration file.

Nothing is sent anywhere, and no key is shown.`,
  options: [
    { name: 'fix', says: 'mend what needs no question, after showing it as a diff' },
    { name: 'fail-on', value: 'LEVEL', says: 'the least that fails: error, warning (default) or notice' },
    { name: 'config', value: 'FILE', says: 'configuration file (default: .github/aws-temp-creds.yml)' },
    { name: 'json', says: 'print the findings as JSON' },
  ],
  examples: [
    ['aws-temp-creds doctor', 'what is wrong here?'],
    ['aws-temp-creds doctor --fix', 'mend what is safe to mend'],
  ],
  more: `Exit codes:
  0  nothing that --fail-on counts
  1  findings
  2  wrong use, or something could not be read`,
  run: async (given, terminal) => {
    const code = await runDoctor(given, terminal);
    // A tool that never answers would keep this process.
    endProcess();
    return code;
  },
};

const LEVELS: readonly Level[] = ['error', 'warning', 'notice'];

interface Examined {
  readonly findings: readonly Ailment[];
  /** What could not be looked at; one line each. */
  readonly unread: readonly string[];
}

async function runDoctor(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const least = LEVELS.find(level => level === (given.value('fail-on') ?? 'warning'));
  if (least === undefined) {
    throw new Failure('wrong-input', { what: `--fail-on must be one of ${LEVELS.join(', ')}.` });
  }
  if (given.has('fix')) {
    // What cannot be read is not mended either; the examination says so.
    await mend(given, terminal).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
    });
  }
  const { findings, unread } = await examined(given, terminal);
  const complete = unread.length === 0;
  if (given.has('json')) {
    const shown = findings.map(({ rule, severity, what, why, fix }) => ({ rule, severity, what, why, fix }));
    terminal.print(`${JSON.stringify({ version: 1, complete, findings: shown }, null, 2)}\n`);
  } else {
    terminal.print(report(findings));
  }
  for (const line of unread) terminal.say(`aws-temp-creds doctor: not looked at: ${printable(line, 500)}\n`);
  if (findings.some(({ severity }) => counts(severity, least))) return complete ? EXIT.found : EXIT.wrong;
  return complete ? EXIT.clean : EXIT.wrong;
}

async function examined(given: Arguments, terminal: Terminal): Promise<Examined> {
  const { variables, cwd, signal } = terminal;
  const unread: string[] = [];
  const findings: Ailment[] = [];
  const project = await projectOf(given, cwd, findings);
  try {
    findings.push(...examine(await readMachine(variables, project, cwd)));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { why = '', write = '' } = error.explanation;
    findings.push({ rule: 'unreadable-file', severity: 'error', what: error.message, why, fix: write });
    unread.push(error.message);
  }
  const leaked = await leakedKeys(project?.root ?? cwd, variables, signal);
  return {
    findings: worstFirst([...findings, ...leaked.ailments]),
    unread: [...unread, ...leaked.unread],
  };
}

/** A configuration file that is wrong is a finding like others; one that was named and is not there is wrong use. */
async function projectOf(given: Arguments, cwd: string, findings: Ailment[]): Promise<Project | undefined> {
  const named = given.value('config');
  if (named !== undefined) return loadProject(cwd, named);
  try {
    return await projectIfThere(cwd);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { why = '', write } = error.explanation;
    findings.push({
      rule: 'configuration',
      severity: 'error',
      what: error.message,
      why,
      fix: write ?? 'Mend the file.',
    });
    return undefined;
  }
}

/** Shows, then writes: comments behind values, scopes, ended copies, modes. */
async function mend(given: Arguments, terminal: Terminal): Promise<void> {
  const { variables } = terminal;
  const tell = (text: string) => (given.has('json') ? terminal.say(text) : terminal.print(text));
  const machine = await readMachine(variables, undefined, terminal.cwd);
  if (damagedBlocks(machine).length === 0) {
    for (const name of ['config', 'credentials'] as const) {
      await withHomeLock(name, () => {
        const { path, text } = readHomeFiles(variables)[name];
        if (text === undefined) return;
        const after = name === 'config' ? mendedConfig(text) : mendedCredentials(text, new Date());
        if (after === text) return;
        tell(showDiff(path, text, after));
        writeHomeFile(path, after);
      });
    }
  }
  const { open } = await readMachine(variables, undefined, terminal.cwd);
  for (const { path, mode } of open) {
    tell(`mode of ${printable(path)}: ${mode.toString(8)} to 600\n`);
    chmodSync(path, 0o600);
  }
}

function report(findings: readonly Ailment[]): string {
  if (findings.length === 0) return 'Nothing is wrong.\n';
  const parts = findings.map(({ rule, severity, what, why, fix }) =>
    [
      `${severity}: ${printable(what, 500)}  [${rule}]`,
      `  Why: ${printable(why, 500)}`,
      ...fix.split('\n').map((line, index) => `  ${index === 0 ? 'Do:  ' : '     '}${printable(line, 500)}`),
    ].join('\n'),
  );
  const words = `${findings.length} finding${findings.length === 1 ? '' : 's'}`;
  return `${parts.join('\n\n')}\n\n${words}\n`;
}
