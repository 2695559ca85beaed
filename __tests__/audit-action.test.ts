import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import * as v from 'valibot';
import { type Audited, configurationFile, withAudited } from './support/audited.js';
import { FAULTY_FILE, faulty } from './support/audited-faults.js';
import { HEALTHY_FILE, healthy } from './support/audited-organization.js';
import { runStep } from './support/bundle.js';
import { type ApiEnvironment, startEnvironmentsApi } from './support/github-environments.js';
import { describeJob } from './support/github-job.js';

const job = describeJob({
  repository: 'octo-org/octo-repo',
  repositoryId: '2',
  ownerId: '1',
  environment: 'audit',
  event: 'schedule',
});
const TOKEN = 'ghs_of_the_job';

const PROTECTED: readonly ApiEnvironment[] = [
  { name: 'dev', branches: true },
  { name: 'prod', reviewers: true },
];

async function auditJob(
  { services, cloud, repository, organizationRole }: Audited,
  environments: readonly ApiEnvironment[],
  inputs: Record<string, string> = {},
) {
  const api = await startEnvironmentsApi('octo-org/octo-repo', environments, TOKEN);
  try {
    return await runStep({
      bundle: 'audit',
      job,
      services,
      workspace: repository.path,
      inputs: { 'organization-role': organizationRole, token: TOKEN, ...inputs },
      env: { AWS_ENDPOINT_URL: cloud.url, GITHUB_API_URL: api.url },
      secrets: [TOKEN],
    });
  } finally {
    await api.close();
  }
}

describe('the scheduled job', () => {
  test('enters with its own token, exports nothing, and reports a healthy organization', async () => {
    await withAudited(healthy(), configurationFile(HEALTHY_FILE), async audited => {
      const run = await auditJob(audited, PROTECTED);
      expect({ exitCode: run.exitCode, annotations: run.annotations }).toEqual({
        exitCode: 0,
        annotations: [],
      });
      expect(run.exported).toEqual({});
      expect(run.outputs).toEqual({ findings: '0', complete: 'true', 'report-file': '', 'sarif-file': '' });
      expect(run.summary).toContain('## ✅ AWS audit');
      expect(run.summary).toContain('Who may enter from GitHub');
      expect(run.summary).toContain('```mermaid');
    });
  });

  test('fails for findings, each told in log, annotation, summary, SARIF and JSON', async () => {
    await withAudited(faulty(), configurationFile(FAULTY_FILE), async audited => {
      const inputs = { 'sarif-file': 'audit.sarif', 'report-file': 'audit.json', scan: 'off' };
      const run = await auditJob(audited, [{ name: 'dev' }], inputs);
      expect(run.exitCode).toBe(1);
      expect(run.stdout).toContain('environment-open');
      expect(run.stdout).toContain('environment-absent');
      expect(run.summary).toContain('aws iam update-access-key');
      const read = async (name: string): Promise<unknown> =>
        JSON.parse(await readFile(join(audited.repository.path, name), 'utf8'));
      const report = await read('audit.json');
      expect(report).toMatchObject({ version: 1, complete: true });
      const schema = v.parse(
        v.looseObject({}),
        JSON.parse(await readFile('schema/aws-temp-creds-audit.schema.json', 'utf8')),
      );
      const published = new Ajv({ strict: true, strictRequired: false }).compile(schema);
      expect([published(report), published.errors]).toEqual([true, null]);
      const sarif = await read('audit.sarif');
      expect(sarif).toMatchObject({ runs: [{ automationDetails: { id: 'aws-temp-creds/audit/' } }] });
      // Each at the line of its environment.
      expect(JSON.stringify(sarif)).toContain('"startLine":15');
      expect(run.outputs['complete']).toBe('true');
    });
  });

  test('is incomplete, and red, when GitHub does not tell of environments, and names the permission', async () => {
    await withAudited(healthy(), configurationFile(HEALTHY_FILE), async audited => {
      const run = await auditJob(audited, PROTECTED, {
        token: 'ghs_of_another',
        checks: 'trust,github',
      });
      expect(run.exitCode).toBe(1);
      expect(run.stdout).toContain('`permissions: actions: read`');
      expect(run.outputs['complete']).toBe('false');
      expect(run.summary).toContain('Not looked at');
    });
  });
});
