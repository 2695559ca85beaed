import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { bareEnvironment, nodePath, ROOT, runProgram } from './support/program.js';

test('the templates that the documentation shows are what `template roles` writes', async () => {
  const args = [join(ROOT, 'scripts/templates.mjs'), '--check'];
  const ended = await runProgram({ command: nodePath('20'), args, env: bareEnvironment(), cwd: ROOT });
  expect({ exitCode: ended.exitCode, stderr: ended.stderr }).toEqual({ exitCode: 0, stderr: '' });
});
