// Runs what takes too long for each change, in full: `npm run soak [-- NAME…]`. The suites stand in
// `__tests__/soak/NAME.soak.ts`; `npm test` runs a seeded sample of each. Not part of `.ci/run`.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? '.', '..');
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'scripts/jest.mjs'),
    '--testMatch',
    '**/soak/*.soak.js',
    '--testTimeout',
    String(4 * 60 * 60 * 1000),
    '--runInBand',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
