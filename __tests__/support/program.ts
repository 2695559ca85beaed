import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, seen from this file's place in `lib/`. */
export const ROOT = resolve(fileURLToPath(import.meta.url), '../../../..');

/** `24` is the runtime of actions; `20` stands for the Node that runs the tests, whichever it is. */
export type NodeVersion = '20' | '24';

export type Variables = Readonly<Record<string, string>>;

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  /** All of it: nothing is inherited. */
  readonly env: Variables;
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  /** Default 30 000. */
  readonly milliseconds?: number;
  /** Sent a signal when this settles. */
  readonly interrupt?: { readonly when: Promise<unknown>; readonly signal: NodeJS.Signals };
}

export interface Ended {
  /** Null: it was ended by a signal. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** From start to end. */
  readonly milliseconds: number;
}

/** @throws when the Node asked for is not there */
export function nodePath(version: NodeVersion): string {
  if (version === '20') return process.execPath;
  const path = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(path)) throw new Error(`no Node 24 at ${path}: run npm ci with install scripts allowed`);
  return path;
}

/** A committed bundle's file; an absolute path stands for itself. @throws when it was not built */
export function bundlePath(name: string): string {
  if (isAbsolute(name)) return name;
  const path = join(ROOT, 'dist', name, 'index.js');
  if (!existsSync(path)) throw new Error(`no bundle at ${path}: npm run build && npm run bundle`);
  return path;
}

/** What every process needs that is no part of a test: where programs are, and what Windows cannot start without. */
export function bareEnvironment(): Variables {
  const names = ['PATH', 'SystemRoot', 'SystemDrive', 'ComSpec', 'PATHEXT', 'windir'];
  const found = names.map(name => [name, process.env[name]] as const);
  return Object.fromEntries(found.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Runs a program to its end. @throws when it cannot be started, or does not end in time (it is killed then) */
export async function runProgram(program: Program): Promise<Ended> {
  const { command, args, env, cwd, stdin = '', milliseconds = 30_000, interrupt } = program;
  const started = performance.now();
  const child = spawn(command, [...args], { env: { ...env }, cwd, windowsHide: true });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  // A program may end without having read all of its input.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  interrupt?.when.finally(() => child.kill(interrupt.signal)).catch(() => {});
  const [exitCode, signal] = await ended(child, milliseconds, () => `${stdout()}${stderr()}`);
  return { exitCode, signal, stdout: stdout(), stderr: stderr(), milliseconds: performance.now() - started };
}

async function ended(child: ChildProcess, limit: number, output: () => string): Promise<Exit> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limit);
  try {
    await once(child, 'close');
  } finally {
    clearTimeout(timer);
  }
  if (late) throw new Error(`the process did not end within ${limit} ms; it wrote:\n${output()}`);
  return [child.exitCode, child.signalCode];
}

type Exit = readonly [number | null, NodeJS.Signals | null];

function collect(stream: NodeJS.ReadableStream): () => string {
  const parts: Buffer[] = [];
  stream.on('data', (part: Buffer | string) => parts.push(Buffer.from(part)));
  return () => Buffer.concat(parts).toString('utf8');
}
