import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import * as v from 'valibot';
import { goProgram, type Hit, once, type Peer, pythonProgram, run } from './peer.js';

const slashed = (path: string) => path.replaceAll('\\', '/').replace(/^\.\//, '');
const below = (folder: string, path: string) => slashed(relative(folder, path));
/** Files in archives are reported as `archive!entry`. */
const outermost = (path: string) => path.replace(/!.*$/, '');

function read<Schema extends v.GenericSchema>(schema: Schema, file: string): v.InferOutput<Schema> {
  return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
}

const LEAKS = v.array(
  v.object({ RuleID: v.string(), File: v.string(), Secret: v.string(), Match: v.string() }),
);

/** gitleaks and betterleaks have the same options and report. */
function leaks(name: string, module: string, version: string): Peer {
  const ask = (program: string, mode: string, folder: string, scratch: string) => {
    const report = join(scratch, `${name}.json`);
    run(program, [
      mode,
      folder,
      '-f',
      'json',
      '-r',
      report,
      '--no-banner',
      '--exit-code',
      '0',
      '--max-archive-depth',
      '3',
    ]);
    return read(LEAKS, report);
  };
  return {
    name,
    install: home => goProgram(home, module, version, name),
    folder: (program, folder, scratch) =>
      ask(program, 'dir', folder, scratch).map(({ RuleID, File }) => ({
        path: outermost(below(folder, File)),
        rule: RuleID,
      })),
    history: (program, folder, scratch) =>
      ask(program, 'git', folder, scratch).map(({ Secret, Match }) => `${Secret}\n${Match}`),
  };
}

const HOG = v.object({
  DetectorName: v.string(),
  Raw: v.string(),
  SourceMetadata: v.object({
    Data: v.looseObject({ Filesystem: v.optional(v.object({ file: v.string() })) }),
  }),
});

const hogs = (output: string) =>
  output
    .split('\n')
    .filter(line => line.startsWith('{"SourceMetadata'))
    .map(line => v.parse(HOG, JSON.parse(line)));

const trufflehog: Peer = {
  name: 'trufflehog',
  install: home => goProgram(home, 'github.com/trufflesecurity/trufflehog/v3', 'v3.90.8', 'trufflehog'),
  folder: (program, folder) =>
    hogs(
      run(program, [
        'filesystem',
        folder,
        '--json',
        '--no-update',
        '--no-verification',
        '--results=verified,unverified,unknown',
      ]),
    ).map(({ DetectorName, SourceMetadata }) => ({
      rule: DetectorName,
      path: below(folder, SourceMetadata.Data.Filesystem?.file ?? ''),
    })),
  history: (program, folder) =>
    hogs(
      run(program, [
        'git',
        `file://${folder}`,
        '--json',
        '--no-update',
        '--no-verification',
        '--results=verified,unverified,unknown',
      ]),
    ).map(({ Raw }) => Raw),
};

const KINGFISHER = v.object({
  findings: v.array(
    v.object({
      rule: v.object({ id: v.string() }),
      finding: v.looseObject({ path: v.string(), snippet: v.string() }),
    }),
  ),
});

function kingfish(program: string, folder: string, scratch: string) {
  const report = join(scratch, 'kingfisher.json');
  run(
    program,
    ['scan', folder, '--no-validate', '--no-update-check', '--format', 'json', '--output', report],
    { fine: [0, 200, 205] },
  );
  return read(KINGFISHER, report).findings;
}

const kingfisher: Peer = {
  name: 'kingfisher',
  install: home => pythonProgram(home, 'kingfisher-bin', 'kingfisher'),
  folder: (program, folder, scratch) =>
    kingfish(program, folder, scratch).map(({ rule, finding }) => ({
      rule: rule.id,
      path: outermost(below(folder, finding.path)),
    })),
  history: (program, folder, scratch) =>
    kingfish(program, folder, scratch).map(({ finding }) => finding.snippet),
};

/** Tools that print `path:line:text`, by path. */
const printed = (output: string, folder: string, rule: string): Hit[] =>
  output.split('\n').flatMap(line => {
    const path = /^(.+?):\d+:/.exec(line)?.[1];
    return path === undefined
      ? []
      : [{ rule, path: path.startsWith('/') ? below(folder, path) : slashed(path) }];
  });

const ripsecrets: Peer = {
  name: 'ripsecrets',
  install: home =>
    once(
      join(home, 'bin', 'ripsecrets'),
      () => void run('cargo', ['install', '--quiet', 'ripsecrets', '--root', home]),
    ),
  folder: (program, folder) => printed(run(program, ['.'], { cwd: folder, fine: [0, 1] }), folder, 'generic'),
};

const DETECT_SECRETS = v.object({ results: v.record(v.string(), v.array(v.object({ type: v.string() }))) });

const detectSecrets: Peer = {
  name: 'detect-secrets',
  install: home => pythonProgram(home, 'detect-secrets', 'detect-secrets'),
  folder: (program, folder) => {
    const output = run(program, ['-C', folder, 'scan', '--all-files', '--no-verify', '.']);
    const { results } = v.parse(DETECT_SECRETS, JSON.parse(output.slice(output.indexOf('{'))));
    return Object.entries(results).flatMap(([path, found]) =>
      found.map(({ type }) => ({ path: slashed(path), rule: type })),
    );
  },
};

/** A script for git: it is found in PATH, and its patterns stand in a configuration of its own. */
function gitSecrets(program: string, folder: string, scratch: string, args: readonly string[]): string {
  const env = {
    PATH: `${dirname(program)}${delimiter}${process.env['PATH'] ?? ''}`,
    GIT_CONFIG_GLOBAL: join(scratch, 'git-secrets'),
  };
  writeFileSync(env.GIT_CONFIG_GLOBAL, '');
  run('git', ['secrets', '--register-aws', '--global'], { env, cwd: folder });
  return run('git', ['secrets', ...args], { env, cwd: folder, fine: [0, 1] });
}

const gitSecretsPeer: Peer = {
  name: 'git-secrets',
  install: home =>
    once(join(home, 'usr', 'bin', 'git-secrets'), () => {
      run('apt-get', ['download', '--quiet', 'git-secrets'], { cwd: home });
      run('sh', ['-c', 'dpkg -x git-secrets_*.deb .'], { cwd: home });
    }),
  folder: (program, folder, scratch) => {
    run('git', ['init', '--quiet', scratch]);
    return printed(gitSecrets(program, scratch, scratch, ['--scan', '-r', folder]), folder, 'aws');
  },
  history: (program, folder, scratch) => [gitSecrets(program, folder, scratch, ['--scan-history'])],
};

const SECRETLINT = v.array(
  v.object({ filePath: v.string(), messages: v.array(v.object({ ruleId: v.string() })) }),
);

const secretlint: Peer = {
  name: 'secretlint',
  install: home =>
    once(join(home, 'node_modules', 'secretlint', 'bin', 'secretlint.js'), () => {
      writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
      run('npm', ['install', '--silent', 'secretlint', '@secretlint/secretlint-rule-aws'], { cwd: home });
    }),
  folder: (program, folder, scratch) => {
    const [rules, report] = [
      join(dirname(program), '..', '..', '..', '.secretlintrc.json'),
      join(scratch, 'secretlint.json'),
    ];
    writeFileSync(
      rules,
      '{ "rules": [{ "id": "@secretlint/secretlint-rule-aws", "options": { "enableIDScanRule": true } }] }\n',
    );
    const args = ['--secretlintrc', rules, '--format', 'json', '--output', report, '--no-gitignore', '**/*'];
    run(process.execPath, [program, ...args], { cwd: folder, fine: [0, 1] });
    return read(SECRETLINT, report).flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId }) => ({ path: below(folder, filePath), rule: ruleId })),
    );
  },
};

/** In the order of the columns. */
export const PEERS: readonly Peer[] = [
  leaks('gitleaks', 'github.com/zricethezav/gitleaks/v8', 'v8.30.1'),
  leaks('betterleaks', 'github.com/betterleaks/betterleaks', 'v1.0.0'),
  trufflehog,
  kingfisher,
  ripsecrets,
  detectSecrets,
  gitSecretsPeer,
  secretlint,
];
