import { runner } from './github/runner.js';
import { restore } from './stories/restore.js';

restore(runner, process.env);
