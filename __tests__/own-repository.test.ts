import { expect, test } from '@jest/globals';
import { runCli } from './support/bundle.js';
import { ROOT } from './support/program.js';

test('our own repository passes our own scan', async () => {
  const run = await runCli(['scan', '.', '--json'], { cwd: ROOT });
  const report: { findings: { severity: string; place: { path?: string } }[] } = JSON.parse(run.stdout);
  const bad = report.findings.filter(({ severity }) => severity !== 'notice');
  expect(bad.map(({ severity, place }) => `${severity} ${place.path}`)).toEqual([]);
  expect(run.exitCode).toBe(0);
});
