import { readJob } from './github/job.js';
import { runner } from './github/runner.js';
import { deploy } from './stories/deploy.js';
import { runStep } from './stories/step.js';

await runStep(runner, () => deploy(runner, readJob(process.env), process.env));
