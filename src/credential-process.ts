import { endProcess } from './end-process.js';
import { credentialProcess } from './stories/credential-process.js';

const { stdout, stderr, exitCode } = await credentialProcess(
  process.argv.slice(2),
  // A bundle of its own, beside this one: see scripts/bundle.mjs.
  () => import(/* webpackIgnore: true */ './credential-renewal.js'),
);
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
endProcess();
