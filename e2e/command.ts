import { spawn } from 'node:child_process';

export interface Command {
  readonly file: string;
  readonly args?: readonly string[];
  readonly cwd?: string;
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Seconds after which it is stopped; 300 unless said otherwise. */
  readonly timeout?: number;
}

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  /** stdout and stderr in the order in which they came. */
  readonly output: string;
  readonly seconds: number;
}

/** Runs a command to its end. It never rejects for an exit code: scenarios say what they expect. */
export function run({ file, args = [], cwd, env, timeout = 300 }: Command): Promise<CommandResult> {
  const started = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      env: defined(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeout * 1000,
      killSignal: 'SIGKILL',
      ...(cwd === undefined ? {} : { cwd }),
    });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', code => resolve({ code, stdout, output, seconds: (Date.now() - started) / 1000 }));
  });
}

/** Runs a command that must succeed; otherwise the error tells the command and the end of what it said. */
export async function mustRun(command: Command): Promise<CommandResult> {
  const result = await run(command);
  if (result.code === 0) return result;
  const line = [command.file, ...(command.args ?? [])].join(' ');
  throw new Error(`${line}: exit code ${result.code}\n${result.output.slice(-4000)}`);
}

function defined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
