import { join } from 'node:path';
import * as v from 'valibot';
import { below, outermost, read } from './answers.js';
import { goProgram, type Peer, pythonProgram, run } from './peer.js';

const LEAKS = v.array(
  v.object({ RuleID: v.string(), File: v.string(), Secret: v.string(), Match: v.string() }),
);

/** gitleaks and betterleaks have the same options and report. */
export function leaks(name: string, module: string, version: string): Peer {
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

export const trufflehog: Peer = {
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

export const kingfisher: Peer = {
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
