import { readJob } from './github/job.js';
import { runner } from './github/runner.js';
import { auditStep } from './stories/audit-step.js';
import { runStep } from './stories/step.js';

await runStep(runner, () => auditStep(runner, readJob(process.env), process.env));
