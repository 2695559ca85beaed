import { type Answer, listen } from './loopback.js';

export interface ApiEnvironment {
  readonly name: string;
  readonly reviewers?: boolean;
  readonly branches?: boolean;
}

/** The part of GitHub's REST API that tells of a repository's environments, for those who have its token. */
export async function startEnvironmentsApi(
  repository: string,
  environments: readonly ApiEnvironment[],
  token: string,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const json = (status: number, body: unknown): Answer => ({
    status,
    type: 'application/json',
    body: JSON.stringify(body),
  });
  return listen(async ({ url, headers }) => {
    if (url.pathname !== `/repos/${repository}/environments`) return json(404, { message: 'Not Found' });
    if (headers.authorization !== `Bearer ${token}`) return json(403, { message: 'Resource not accessible' });
    const size = Number(url.searchParams.get('per_page') ?? 30);
    const start = (Number(url.searchParams.get('page') ?? 1) - 1) * size;
    const shown = environments.map(({ name, reviewers, branches }) => ({
      name,
      protection_rules: [
        { type: 'wait_timer', wait_timer: 30 },
        ...(reviewers ? [{ type: 'required_reviewers' }] : []),
        ...(branches ? [{ type: 'branch_policy' }] : []),
      ],
      deployment_branch_policy: branches ? { protected_branches: true, custom_branch_policies: false } : null,
    }));
    return json(200, { total_count: shown.length, environments: shown.slice(start, start + size) });
  });
}
