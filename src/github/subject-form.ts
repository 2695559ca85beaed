import type { Connection } from '../aws/connection.js';
import { NoAnswer, send } from '../aws/send.js';
import { Fields } from '../credentials/fields.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';

/** How the subjects of a repository's tokens are made. */
export interface SubjectForm {
  /** How they begin: `repo:acme/shop`, or with IDs; undefined: GitHub does not say. */
  readonly prefix: string | undefined;
  /** The claims that a customised subject is made of (`repo`, `context`, `job_workflow_ref`, …); undefined: the default. */
  readonly keys: readonly string[] | undefined;
}

/**
 * Asks GitHub how the subjects of a repository's tokens begin (`repo:acme@583231/shop@1296269`): the field
 * `sub_claim_prefix` of its OIDC customisation. That, not the date on which it was made, says which form it has.
 *
 * @param repository `OWNER/NAME`
 * @param api base URL of the REST API
 * @param token a GitHub token that may read the repository
 * @throws Failure `refused` or `unreachable` when GitHub does not say
 */
export async function subjectForm(
  repository: string,
  api: URL,
  token: string,
  connection: Connection,
  signal: AbortSignal,
): Promise<SubjectForm> {
  const url = new URL(
    `${api.pathname.replace(/\/$/, '')}/repos/${repository}/actions/oidc/customization/sub`,
    api,
  );
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'user-agent': 'aws-temp-creds',
    'x-github-api-version': '2022-11-28',
  };
  try {
    const { status, body } = await send({ method: 'GET', url, headers }, connection, signal);
    if (status !== 200) throw notTold(repository, status);
    const answer = Fields.parse(body);
    const keys = answer?.list('include_claim_keys').filter(key => typeof key === 'string') ?? [];
    return {
      prefix: answer?.text('sub_claim_prefix'),
      keys: answer?.flag('use_default') === false && keys.length > 0 ? keys : undefined,
    };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    throw new Failure(
      'unreachable',
      {
        what: `GitHub (${url.host}) could not be asked for the subject of ${printable(repository, 200)}.`,
        why: printable(error.message, 300),
      },
      { cause: error },
    );
  }
}

function notTold(repository: string, status: number): Failure {
  return new Failure('unreachable', {
    what: `GitHub does not say which subject ${printable(repository, 200)} has: HTTP ${status}.`,
    likely:
      status === 404 || status === 403 || status === 401
        ? 'The token may not read the repository, or has expired.'
        : 'GitHub has trouble.',
    write: 'Take the claims from a token instead: --claims FILE.',
  });
}
