import { readJob } from './github/job.js';
import { runner } from './github/runner.js';
import { restore } from './stories/restore.js';

restore(runner, readJob(process.env), process.env);
