import { Faults } from '../config/fault.js';
import { InputReader, type ReadInput } from '../config/input-reader.js';
import type { Job, Variables } from '../github/job.js';
import type { Runner } from '../github/runner.js';
import { FAIL_ON } from '../scan/outcome.js';
import { refusal, type ScanSettings, scanStep } from './scan-step.js';

const SCANS = ['auto', 'tree', 'changes', 'history'] as const;

/**
 * The scan-only action. It needs no permission but to read the repository.
 *
 * @throws Failure `wrong-input` with all faults; `static-keys` or `scan-incomplete` when the step must not pass
 */
export async function scanOnly(runner: Runner, job: Job, variables: Variables): Promise<void> {
  runner.setOutput('findings', '');
  runner.setOutput('sarif-file', '');
  const settings = scanInputs(name => runner.input(name));
  const failure = refusal(await scanStep(runner, job, variables, settings), settings);
  if (failure !== undefined) throw failure;
}

function scanInputs(read: ReadInput): ScanSettings {
  const faults = new Faults();
  const inputs = new InputReader(read, faults);
  const settings: ScanSettings = {
    scan: inputs.choice('scan', SCANS) ?? 'auto',
    config: inputs.text('config'),
    baseline: inputs.text('baseline'),
    failOnFindings: inputs.flag('fail-on-findings', true),
    failOn: inputs.choice('fail-on', FAIL_ON) ?? 'error',
    sarifFile: inputs.text('sarif-file'),
    verify: inputs.flag('verify', false),
    untracked: inputs.flag('untracked', false),
    beforeCredentials: false,
  };
  faults.throwIfAny('wrong-input', 'The inputs of this step are wrong');
  return settings;
}
