import { askBroker } from './laptop/ask-broker.js';

const { stdout, stderr, exitCode } = await askBroker(process.argv[2]);
process.stdout.write(stdout);
process.stderr.write(stderr);
// Not process.exit(): what was written to a pipe may still be under way.
process.exitCode = exitCode;
