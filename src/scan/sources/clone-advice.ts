import type { Variables } from '../../github/job.js';

/** What to write for a clone with all of its history, by a variable that the CI system sets in every job. */
const SYSTEMS: readonly (readonly [variable: string, write: string])[] = [
  ['GITHUB_ACTIONS', 'In the checkout step, write:  with: { fetch-depth: 0 }'],
  ['GITLAB_CI', 'In the job, write:  variables: { GIT_DEPTH: "0" }'],
  ['CIRCLECI', 'As the checkout step, write:  - checkout: { method: full }'],
  ['TF_BUILD', 'As the first step, write:  - { checkout: self, fetchDepth: 0 }'],
  ['BITBUCKET_BUILD_NUMBER', 'In the step, write:  clone: { depth: full }'],
  ['TRAVIS', 'In .travis.yml, write:  git: { depth: false }'],
  ['BUILDKITE', "In the agent's environment hook, write:  export BUILDKITE_GIT_CLONE_FLAGS=-v"],
  ['APPVEYOR', 'In appveyor.yml, take away:  clone_depth'],
  ['DRONE', 'In the pipeline, take away:  clone: { depth: … }'],
  ['CODEBUILD_BUILD_ID', "In the project's source, write:  GitCloneDepth: 0"],
  ['JENKINS_URL', 'In the checkout, write:  extensions: [cloneOption(shallow: false)]'],
];

/**
 * The one line to change so that the clone holds what a scan lacked, as this CI system wants it.
 *
 * @param shallow whether the clone is: of one that is not, no depth makes more
 */
export function wholeClone(variables: Variables, shallow: boolean): string {
  const system = SYSTEMS.find(([name]) => (variables[name] ?? '') !== '');
  // With all branches: a clone of one branch would not fetch the others.
  if (system === undefined)
    return `Run:  git fetch ${shallow ? '--unshallow ' : ''}origin '+refs/heads/*:refs/remotes/origin/*'`;
  if (shallow) return system[1];
  if (system[0] === 'GITHUB_ACTIONS')
    return 'In the job, let it be fetched:  permissions: { contents: read }';
  return 'Before the scan, run:  git fetch origin';
}
