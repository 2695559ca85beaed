// Runs jest: `node scripts/jest.mjs [jest's options]`. npm puts node_modules/.bin in front of PATH, where the package
// `node` has the Node of the action's runtime; the tests are to run on the Node that whoever calls npm has.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? '.', '..');
const { status } = spawnSync(
  process.env.npm_node_execpath ?? process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
