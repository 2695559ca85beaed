import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { filesIn, textOf } from './support/documents.js';
import { ROOT } from './support/program.js';

const sources = filesIn('src', '.ts').map(path => ({
  path,
  text: textOf(path),
  lines: codeOf(textOf(path)),
}));

/** The text without comments; strings that hold `//` lose their end, which no rule here minds. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Modules that a file takes something from when it runs; types cost nothing and bind nothing. */
function importsOf(code: string): string[] {
  const fixed = [...code.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)];
  const later = [...code.matchAll(/\bimport\((?:\s*)'([^']+)'/g)];
  return [...fixed, ...later].map(([, name = '']) => name);
}

const importers = (name: string) =>
  sources.filter(({ lines }) => importsOf(lines).includes(name)).map(({ path }) => path);

describe('each vendor package has one door', () => {
  test.each([
    ['@actions/core', 'src/github/runner.ts'],
    ['@actions/exec', 'src/laptop/doctor/ask-tool.ts'],
    ['@aws-sdk/client-sts', 'src/aws/assume-role.ts'],
    ['@aws-sdk/client-sso-admin', 'src/aws/sso-admin.ts'],
    ['@aws-sdk/client-identitystore', 'src/aws/identity-store.ts'],
    ['@aws-sdk/client-organizations', 'src/aws/organizations.ts'],
    ['@aws-sdk/client-iam', 'src/aws/iam.ts'],
    ['@aws-sdk/client-sso', 'src/aws/access-portal.ts'],
    ['@aws-sdk/nested-clients/signin', 'src/aws/sign-in.ts'],
    ['@aws-sdk/nested-clients/sso-oidc', 'src/aws/sign-in.ts'],
    ['diff', 'src/laptop/show-diff.ts'],
    ['cross-spawn', 'src/laptop/run-child.ts'],
  ])('%s: %s', (name, door) => {
    expect(importers(name)).toEqual([door]);
  });
});

describe('the pure rooms', () => {
  const EFFECTS = /^(?:node:)?(?:fs|fs\/promises|net|http|https|http2|dns|tls|child_process|worker_threads)$/;
  /** Where a room meets the file system on purpose. */
  const EDGES = ['src/config/load.ts', 'src/migrate/ci-files-in.ts'];

  test.each([
    'src/config/',
    'src/explain/',
    'src/scan/detect/',
    'src/audit/judgments/',
    'src/audit/parity/',
    'src/audit/report/',
    'src/templates/',
    'src/migrate/',
    'src/trust/',
  ])('%s takes values and gives values', room => {
    const impure = sources
      .filter(({ path }) => path.startsWith(room) && !EDGES.includes(path))
      .filter(
        ({ lines }) => importsOf(lines).some(name => EFFECTS.test(name)) || /\bprocess\.env\b/.test(lines),
      );
    expect(impure.map(({ path }) => path)).toEqual([]);
  });
});

describe('the source', () => {
  test('has no file of more than 250 lines', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 251);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  test('leaves nothing for later, and no type open', () => {
    expect(sources.filter(({ text }) => /\b(?:TODO|FIXME|XXX)\b/.test(text)).map(({ path }) => path)).toEqual(
      [],
    );
    const open = sources.filter(({ lines }) => /(?::|\bas|<|\|)\s*any\b(?!\s*[:(])/.test(lines));
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  test('has entries that only wire', () => {
    const entries = sources.filter(({ path }) => !path.slice('src/'.length).includes('/'));
    const long = entries.filter(
      ({ path, text }) => !NO_ENTRIES.includes(path) && text.split('\n').length > 40,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  /** Modules at the top that every room may use. */
  const NO_ENTRIES = [
    'src/end-process.ts',
    'src/regular-file.ts',
    'src/failure.ts',
    'src/masked.ts',
    'src/printable.ts',
    'src/about.ts',
  ];
});

describe('what a job downloads', () => {
  const sdk = /\bSTSClient\b|AWSSecurityTokenService/;

  test.each(
    [
      'main',
      'scan',
      'scan-step',
      'scan-worker',
      'verify-keys',
      'configuration',
      'post',
      'cli',
      'profiles',
      'credentials',
      'exec',
      'exec-process',
      'explain',
      'refusal',
      'look-up',
      'cdk-plugin',
      'credential-process',
    ].filter(hasBundle),
  )(
    'the bundle %s is without the AWS SDK, which would let the configuration of the machine have a say',
    name => {
      expect(sdk.test(textOf(bundleFile(name)))).toBe(false);
    },
  );

  test('what judges trust policies is loaded only by those who explain', () => {
    const trace = 'ForAllValues holds when there is no value';
    for (const name of ['explain', 'refusal']) expect(textOf(bundleFile(name))).toContain(trace);
    for (const name of ['main', 'post', 'scan', 'scan-step', 'cli', 'credential-process', 'cdk-plugin'])
      expect([name, textOf(bundleFile(name)).includes(trace)]).toEqual([name, false]);
    expect(textOf('dist/credential-process/credential-renewal.js')).not.toContain(trace);
  });

  test('what renews sign-on sessions has no ambient credentials either', () => {
    const signOn = textOf(bundleFile('sign-on'));
    expect(signOn).toContain('GetRoleCredentials');
    for (const trace of ['fromContainerMetadata', 'fromInstanceMetadata', 'fromSSO'])
      expect(signOn.includes(trace)).toBe(false);
  });

  test('weighs less than 2 MB', () => {
    const { stdout, status } = spawnSync('git', ['archive', 'HEAD'], { cwd: ROOT, maxBuffer: 2 ** 28 });
    expect(status).toBe(0);
    expect(gzipSync(stdout).length).toBeLessThan(2e6);
  });
});

function bundleFile(name: string): string {
  return `dist/${name}/index.js`;
}

function hasBundle(name: string): boolean {
  return existsSync(join(ROOT, bundleFile(name)));
}
