import type { Asking } from '../asking.js';

/** What protects a GitHub environment. */
export interface GitHubEnvironment {
  readonly name: string;
  /** Somebody has to approve, or a time has to pass, or another rule that GitHub knows. */
  readonly reviewers: boolean;
  /** Only some branches or tags may use it. */
  readonly branches: boolean;
}

/** Reads JSON of GitHub's API; @throws GitHubAnswer for an answer that is no success */
export type ReadGitHub = (path: string) => Promise<unknown>;

/** GitHub's answer when it is no success. */
export class GitHubAnswer extends Error {
  override readonly name = 'GitHubAnswer';
  readonly status: number;
  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

const PER_PAGE = 100;
const MOST_PAGES = 20;

/**
 * The environments of a repository with their protection (docs.github.com, "List environments").
 *
 * @param repository `owner/name`
 * @returns undefined when they cannot be read, which is then a gap
 */
export async function askEnvironments(
  read: ReadGitHub,
  repository: string,
  asking: Asking,
): Promise<readonly GitHubEnvironment[] | undefined> {
  try {
    const all: GitHubEnvironment[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const answer = await read(`/repos/${repository}/environments?per_page=${PER_PAGE}&page=${page}`);
      const items = listIn(answer, 'environments');
      if (items === undefined) throw new Error('the answer has no list of environments');
      all.push(...items.flatMap(environmentOf));
      if (items.length < PER_PAGE) return all;
    }
    throw new Error(`there are more than ${PER_PAGE * MOST_PAGES} environments`);
  } catch (error) {
    const status = error instanceof GitHubAnswer ? error.status : undefined;
    asking.miss({
      part: `the environments of ${repository} on GitHub`,
      action: `GET /repos/${repository}/environments`,
      why:
        status === undefined
          ? `GitHub did not answer: ${error instanceof Error ? error.message : String(error)}`
          : `GitHub answered HTTP ${status}.`,
      fix:
        status === 401 || status === 403 || status === 404
          ? 'Give the job `permissions: actions: read`, or a `token` that may read this repository; or leave `github` out of `checks`.'
          : 'Run it again later.',
    });
    return undefined;
  }
}

function listIn(value: unknown, key: string): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const list: unknown = Reflect.get(value, key);
  return Array.isArray(list) ? list : undefined;
}

function environmentOf(value: unknown): readonly GitHubEnvironment[] {
  const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : undefined;
  if (typeof value !== 'object' || value === null || typeof name !== 'string')
    throw new Error('the answer has an environment without a name');
  const rules = listIn(value, 'protection_rules') ?? [];
  const kinds = rules.map(rule =>
    typeof rule === 'object' && rule !== null ? Reflect.get(rule, 'type') : undefined,
  );
  const policy: unknown = Reflect.get(value, 'deployment_branch_policy');
  return [
    {
      name,
      // A rule for branches is listed here, too; a timer keeps nobody out.
      reviewers: kinds.some(kind => kind !== 'branch_policy' && kind !== 'wait_timer'),
      branches: (typeof policy === 'object' && policy !== null) || kinds.includes('branch_policy'),
    },
  ];
}
