/** A system whose files say what jobs run with. */
export type CiSystem =
  | 'github'
  | 'gitlab'
  | 'circleci'
  | 'buildkite'
  | 'jenkins'
  | 'travis'
  | 'azure'
  | 'bitbucket'
  | 'drone'
  | 'appveyor';

/**
 * Which files belong to which system, by path from the repository's root. Workflows count where they run (in the
 * root folder), files that others include (composite actions, GitLab and Azure templates) wherever they lie.
 */
const FILES: readonly (readonly [CiSystem, RegExp])[] = [
  ['github', /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/],
  ['github', /(?:^|\/)action\.ya?ml$/],
  ['gitlab', /(?:^|\/)(?:[^/]*\.)?\.?gitlab-ci\.ya?ml$/],
  ['gitlab', /(?:^|\/)\.gitlab(?:-ci)?\/.+\.ya?ml$/],
  ['circleci', /(?:^|\/)\.circleci\/.+\.ya?ml$/],
  ['buildkite', /(?:^|\/)\.buildkite\/.+\.ya?ml$/],
  ['buildkite', /^buildkite\.ya?ml$/],
  ['jenkins', /(?:^|\/)(?:Jenkinsfile(?:[.-][^/]*)?|[^/]+\.[Jj]enkinsfile)$/],
  ['travis', /(?:^|\/)\.travis\.ya?ml$/],
  ['azure', /(?:^|\/)\.?azure-pipelines?[^/]*\.ya?ml$/],
  ['azure', /(?:^|\/)(?:\.azure-pipelines|\.azuredevops|\.pipelines)\/.+\.ya?ml$/],
  ['bitbucket', /(?:^|\/)bitbucket-pipelines\.ya?ml$/],
  ['drone', /(?:^|\/)\.(?:drone|woodpecker)\.ya?ml$/],
  ['drone', /(?:^|\/)\.woodpecker\/.+\.ya?ml$/],
  ['appveyor', /(?:^|\/)\.?appveyor\.ya?ml$/],
];

/** All of them at once: most paths end here, without one after the other being tried. */
const ANY = new RegExp(FILES.map(([, { source }]) => source).join('|'));

const SMALL_L = 0x6c;

/** @param path from the repository's root, with `/` */
export function ciSystemOf(path: string): CiSystem | undefined {
  const mayBeYaml = path.charCodeAt(path.length - 1) === SMALL_L;
  if (!(mayBeYaml || path.includes('enkinsfile')) || !ANY.test(path)) return undefined;
  return FILES.find(([, pattern]) => pattern.test(path))?.[0];
}

/** Whether a CI file can hand over a key at all: none does without one of these words. */
export function speaksOfAws(content: Uint8Array): boolean {
  return /aws|amazon|access.?key/i.test(
    Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1'),
  );
}
