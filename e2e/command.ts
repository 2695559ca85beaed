import { type Ended, type Program, runProgram, type Variables } from '../__tests__/support/program.js';

/** What both streams said. */
export function outputOf({ stdout, stderr }: Ended): string {
  return `${stdout}${stderr}`;
}

/** Runs a command that must succeed, and returns its output. @throws with the command and the end of what it said */
export async function mustRun(program: Program): Promise<string> {
  const ended = await runProgram({ milliseconds: 300_000, ...program });
  if (ended.exitCode === 0) return ended.stdout;
  const line = [program.command, ...program.args].join(' ');
  throw new Error(`${line}: exit code ${ended.exitCode}\n${outputOf(ended).slice(-4000)}`);
}

/** The environment of this process, and more: for what installs and prepares, never for what is tested. */
export function inherited(more: Variables = {}): Variables {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(own), ...more };
}
