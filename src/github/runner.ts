import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';
import * as core from '@actions/core';
import { inert, isPrintable, printable } from '../printable.js';

/** Where an annotation stands. Lines and columns count from 1. */
export interface AnnotationPlace {
  readonly title?: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/**
 * The GitHub Actions runner as seen from one step. This is the only module that imports @actions/core: what a
 * step says and hands on passes through here, so what must hold for all of it holds here.
 */
export interface Runner {
  /** An input as given, trimmed; '' when absent. */
  input(name: string): string;
  /** Log text, of one or several lines. Never a workflow command, whatever it holds. */
  info(text: string): void;
  debug(text: string): void;
  annotate(level: AnnotationLevel, text: string, place?: AnnotationPlace): void;
  /** Runs `body` with its log lines folded under `title`. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  /** From now on the runner replaces the value by *** in every log of the job. */
  mask(secret: string): void;
  /** Sets an environment variable for the later steps of the job. */
  exportVariable(name: string, value: string): void;
  /** Puts a folder in front of PATH for the later steps of the job. */
  addPath(folder: string): void;
  setOutput(name: string, value: string): void;
  /** Keeps a value for the post step. Never a secret: the state is a plain file. */
  saveState(name: string, value: string): void;
  state(name: string): string;
  /** Adds Markdown to the job summary; one that is not there, or cannot be written, is no error. */
  summarize(markdown: string): Promise<void>;
  /** Shows an error and makes the step fail once the process ends. */
  fail(text: string): void;
}

const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice } as const;

export const runner: Runner = {
  input: name => core.getInput(name),
  info: text => core.info(inert(text)),
  debug: text => core.debug(text),
  annotate: (level, text, place = {}) => ANNOTATE[level](text, { ...harmless(place) }),
  group: (title, body) => core.group(title, body),
  mask: secret => {
    // The runner masks line by line; an empty value would be an error.
    for (const line of secret.split(/\r?\n/)) if (line !== '') core.setSecret(line);
  },
  exportVariable: (name, value) => {
    insistOn('GITHUB_ENV');
    core.exportVariable(name, value);
  },
  addPath: folder => core.addPath(folder),
  setOutput: (name, value) => {
    // Without the file nobody could read it, either.
    if (process.env['GITHUB_OUTPUT']) core.setOutput(name, value);
  },
  saveState: (name, value) => {
    insistOn('GITHUB_STATE');
    core.saveState(name, value);
  },
  state: name => core.getState(name),
  summarize: async markdown => {
    const path = process.env['GITHUB_STEP_SUMMARY'];
    if (!path) return;
    try {
      // Core's own way first starts a pool of threads.
      appendFileSync(path, `${markdown}${EOL}${EOL}`);
    } catch (error) {
      core.info(inert(`The job summary cannot be written: ${printable(String(error), 300)}`));
    }
  },
  fail: text => core.setFailed(text),
};

/** Where the runner names no file for it, the toolkit would print the value as a command. @throws Error */
function insistOn(name: string): void {
  if (!process.env[name]) throw new Error(`${name} is not set`);
}

/** Without a file whose name would have to be escaped: such a name is none of a file, and the runner prints it as it is. */
function harmless({ file, title, ...lines }: AnnotationPlace): AnnotationPlace {
  return {
    ...(title !== undefined && { title: printable(title) }),
    ...(file !== undefined && isPrintable(file) && { file, ...lines }),
  };
}
