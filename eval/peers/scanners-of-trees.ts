import { writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import * as v from 'valibot';
import { below, read, slashed } from './answers.js';
import { type Hit, once, type Peer, pythonProgram, run } from './peer.js';

/** Tools that print `path:line:text`, by path. */
const printed = (output: string, folder: string, rule: string): Hit[] =>
  output.split('\n').flatMap(line => {
    const path = /^(.+?):\d+:/.exec(line)?.[1];
    return path === undefined
      ? []
      : [{ rule, path: path.startsWith('/') ? below(folder, path) : slashed(path) }];
  });

export const ripsecrets: Peer = {
  name: 'ripsecrets',
  install: home =>
    once(
      join(home, 'bin', 'ripsecrets'),
      () => void run('cargo', ['install', '--quiet', 'ripsecrets', '--root', home]),
    ),
  folder: (program, folder) => printed(run(program, ['.'], { cwd: folder, fine: [0, 1] }), folder, 'generic'),
};

const DETECT_SECRETS = v.object({ results: v.record(v.string(), v.array(v.object({ type: v.string() }))) });

export const detectSecrets: Peer = {
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

export const gitSecretsPeer: Peer = {
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

export const secretlint: Peer = {
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
