import type { Written } from './command-files.js';
import type { Issuer } from './issuer.js';
import type { Ended, Variables } from './program.js';
import type { LeftFile } from './scratch.js';
import type { Sts } from './sts.js';
import type { Annotation, WorkflowCommand } from './workflow-commands.js';

/** The loopback services that a job reaches. */
export interface Services {
  readonly issuer?: Issuer;
  readonly sts?: Sts;
}

/** One step of a job, ended: all that it said and left. */
export interface StepRun extends Ended, Written {
  readonly bundle: string;
  readonly inputs: Variables;
  /** Everything that was in the process's environment. */
  readonly env: Variables;
  /** The workflow commands in what it wrote. */
  readonly commands: readonly WorkflowCommand[];
  readonly annotations: readonly Annotation[];
  /** The values of `add-mask`, in order. */
  readonly masks: readonly string[];
  /** Files below RUNNER_TEMP after the step, without the runner's own. */
  readonly files: readonly LeftFile[];
  /** Files that it wrote elsewhere: the home folder, the system's temporary folder, the workspace. */
  readonly strayFiles: readonly LeftFile[];
}
