import { credentialProcess } from './stories/credential-process.js';

const { stdout, stderr, exitCode } = await credentialProcess(
  process.argv.slice(2),
  // A bundle of its own, beside this one: see scripts/bundle.mjs.
  () => import(/* webpackIgnore: true */ './credential-renewal.js'),
);
process.stdout.write(stdout);
process.stderr.write(stderr);
// Not process.exit(): what was written to a pipe may still be under way.
process.exitCode = exitCode;
