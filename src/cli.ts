import { VERSION } from './about.js';
import { runCommandLine } from './cli/run.js';
import { processTerminal } from './cli/terminal.js';

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(VERSION));
