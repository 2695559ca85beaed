import { scanOnlyInputs } from '../config/scan-inputs.js';
import type { Job, Variables } from '../github/job.js';
import type { Runner } from '../github/runner.js';
import { staleReport } from '../scan/report/write-report.js';

/**
 * The scan-only action. It needs no permission but to read the repository.
 *
 * @throws Failure `wrong-input` with all faults; `static-keys` or `scan-incomplete` when the step must not pass
 */
export async function scanOnly(runner: Runner, job: Job, variables: Variables): Promise<void> {
  runner.setOutput('findings', '');
  runner.setOutput('sarif-file', '');
  const discardStale = staleReport(job.workspace, runner.input('sarif-file'));
  try {
    const settings = scanOnlyInputs(name => runner.input(name));
    const { refusal, scanStep } = await import(/* bundle: scan-step */ './scan-step.js');
    const failure = refusal(await scanStep(runner, job, variables, settings), settings);
    if (failure !== undefined) throw failure;
  } finally {
    discardStale();
  }
}
