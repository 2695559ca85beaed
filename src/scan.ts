import { readJob } from './github/job.js';
import { runner } from './github/runner.js';
import { scanOnly } from './stories/scan-only.js';
import { runStep } from './stories/step.js';

await runStep(runner, () => scanOnly(runner, readJob(process.env), process.env));
