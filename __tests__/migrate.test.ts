import { describe, expect, test } from '@jest/globals';
import { parseDocument } from 'yaml';
import { region } from '../src/aws/names.js';
import { readConfiguration } from '../src/config/file.js';
import { CONFIGURATION_PATH } from '../src/config/load.js';
import { type CiFile, type MigrateWish, planMigration } from '../src/migrate/plan.js';
import { checkCiFile } from '../src/scan/ci-files/check-ci-file.js';
import { STORED_KEY_WORKFLOWS } from './support/stored-key-workflows.js';
import { lintWorkflow } from './support/workflow-lint.js';

const WISH: MigrateWish = {
  environment: undefined,
  accounts: new Map([['*', '111111111111']]),
  region: region('eu-west-1'),
  role: 'github-deploy',
};

function migrate(files: Readonly<Record<string, string>>, wish: Partial<MigrateWish> = {}) {
  const before = Object.entries(files).map(([path, text]): CiFile => ({ path, text }));
  const plan = planMigration(
    before.filter(({ path }) => path !== CONFIGURATION_PATH),
    files[CONFIGURATION_PATH],
    { ...WISH, ...wish },
  );
  const changed = Object.fromEntries(plan.changes.map(({ path, after }) => [path, after]));
  return { plan, files: { ...files, ...changed } };
}

const handOvers = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).flatMap(([path, text]) =>
    checkCiFile(path, new TextEncoder().encode(text)).findings.map(({ redacted }) => `${path}: ${redacted}`),
  );

const isWorkflow = (path: string) => path.includes('/workflows/');

/** Lines that a migration may take away: keys, what stood beside them, and what only carried them. */
const MAY_GO =
  /^\s*(?:-\s+)?(?:["']?(?:uses["']?: *["']?aws-actions\/configure-aws-credentials|with|env|secrets|inputs|run|name|permissions|aws-|role-|(?:AWS|aws|DEPLOY)_|username|password|required|description)|aws configure|export AWS|echo "AWS|AWS_)/;

describe.each(STORED_KEY_WORKFLOWS.map(({ name, files }) => [name, files] as const))('%s', (_, files) => {
  const migrated = migrate(files);

  test('becomes a workflow that actionlint takes, in which the scan finds no stored key', async () => {
    expect(handOvers(files).length).toBeGreaterThan(0);
    expect(handOvers(migrated.files)).toEqual([]);
    for (const [path, text] of Object.entries(migrated.files).filter(([path]) => isWorkflow(path)))
      expect({ path, faults: await lintWorkflow(text) }).toEqual({ path, faults: [] });
    const text = migrated.files[CONFIGURATION_PATH] ?? '';
    expect(readConfiguration(text, 'the file', () => undefined).environments.length).toBeGreaterThan(0);
  });

  test('is not changed again', () => {
    expect(migrate(migrated.files).plan.changes).toEqual([]);
  });

  test('is changed where it must be, and nowhere else', () => {
    for (const [path, before] of Object.entries(files)) {
      const after = migrated.files[path] ?? '';
      const gone = before.split('\n').filter(line => !after.split('\n').includes(line));
      expect(gone.filter(line => !MAY_GO.test(line))).toEqual([]);
      const ends = (text: string) =>
        text
          .split('\n')
          .slice(0, -1)
          .map(line => line.endsWith('\r'));
      expect(new Set(ends(after))).toEqual(new Set(ends(before)));
    }
  });

  test('lets every job that gets credentials ask for its token', () => {
    for (const [path, text] of Object.entries(migrated.files)) {
      if (!isWorkflow(path)) continue;
      const { jobs, permissions } = parseDocument(text).toJS();
      for (const job of Object.values(jobs) as Job[]) {
        const uses = JSON.stringify(job);
        if (!/org\/aws-temp-creds|"\.\/\.github/.test(uses)) continue;
        const own = job.permissions ?? permissions;
        expect(own === 'write-all' || Object(own)['id-token'] === 'write').toBe(true);
        if (job.steps !== undefined) expect(job.environment).toBeDefined();
      }
    }
  });
});

interface Job {
  readonly permissions?: unknown;
  readonly steps?: unknown;
  readonly environment?: unknown;
}
