import { printable } from '../printable.js';
import { issuerKind } from '../trust/issuer.js';
import { issuerOf, type WebIdentityRequest } from '../trust/request.js';
import { contextOf, parseSubject, passingSubject } from '../trust/subject.js';
import type { Cause } from './cause.js';

/**
 * What a role mostly refuses such a token for, when its trust policy is not known: AWS gives the same answer for all of
 * them. First what the token gives evidence of, then in the order in which it happens.
 *
 * @param fork whether the job is one of a pull request from a fork
 */
export function likelyCauses(request: WebIdentityRequest, fork: boolean): readonly Cause[] {
  const subject = textClaim(request, 'sub');
  const isImmutable = parseSubject(subject)?.ids !== undefined;
  return [
    ...(fork ? [forkCause()] : []),
    ...issuerCauses(request),
    ...(isImmutable ? [immutableCause(subject)] : []),
    ...reusableCauses(request),
    contextCause(subject),
    ...(isImmutable ? [] : [nameCause(subject)]),
    roleCause(request),
  ];
}

function unproven(cause: Cause['cause'], what: string, change?: string, also: Cause['also'] = []): Cause {
  return {
    cause,
    proven: false,
    what,
    ...(change !== undefined && { change }),
    ...(also.length > 0 && { also }),
  };
}

function forkCause(): Cause {
  return unproven(
    'fork',
    'The pull request comes from a fork, and the trust policy does well not to admit it: its author could change what runs.',
    'Skip the step for forks:\n  if: github.event.pull_request.head.repo.full_name == github.repository',
  );
}

function issuerCauses(request: WebIdentityRequest): Cause[] {
  const provider = issuerOf(request);
  const kind = issuerKind(provider);
  if (kind === 'github.com' || kind === 'other') return [];
  return [
    unproven(
      'issuer',
      `The token comes from ${printable(provider, 200)}, and the trust policy names the provider of github.com, or its keys: an issuer of one's own is another provider with other keys.`,
      `Principal.Federated: arn:${request.partition ?? 'aws'}:iam::${request.account ?? 'ACCOUNT'}:oidc-provider/${printable(provider, 200)}, and "${printable(provider, 200)}:sub" as the key`,
    ),
  ];
}

function immutableCause(subject: string): Cause {
  const { owner = '', repository = '' } = parseSubject(subject) ?? {};
  return unproven(
    'immutable-subject',
    `The trust policy has the old form of the subject (repo:${printable(`${owner}/${repository}`, 200)}:…), or an old name. Repositories made, renamed or transferred since 15 July 2026 have IDs in it (repo:owner@id/name@id:…), and others that were switched over.`,
    'Let the policy have both forms of the subject, with `repository_id`.',
    ['renamed-repository', 'renamed-organization', 'letter-case'],
  );
}

/** The file that the job is defined in is not the one that runs. */
function reusableCauses(request: WebIdentityRequest): Cause[] {
  const file = (claim: string) => textClaim(request, claim).split('@', 1)[0] ?? '';
  const job = file('job_workflow_ref');
  const caller = file('workflow_ref');
  if (job === '' || caller === '' || job === caller) return [];
  return [
    unproven(
      'reusable-workflow',
      `The job is defined in the reusable workflow ${printable(job, 300)}: a condition on job_workflow_ref sees that file, and \`sub\` the repository that calls it.`,
      `job_workflow_ref: ${printable(textClaim(request, 'job_workflow_ref'), 300)}`,
    ),
  ];
}

function contextCause(subject: string): Cause {
  const parsed = parseSubject(subject);
  if (parsed === undefined)
    return unproven(
      'custom-subject',
      'The organization or the repository has a customised subject, and the trust policy has the default one.',
      `sub: ${printable(subject, 300)}`,
    );
  const context = contextOf(parsed.context);
  if (passingSubject(subject) === 'merge queue')
    return unproven(
      'merge-queue',
      'The job runs in the merge queue, on a branch of its own for each entry, and the trust policy names a branch or an environment.',
    );
  switch (context.kind) {
    case 'environment':
      return unproven(
        'branch-vs-environment',
        `The trust policy names a branch (…:ref:refs/heads/…) or another environment. A job with \`environment:\` has that environment as its subject, here ${printable(context.name, 200)}, not its branch.`,
        undefined,
        ['other-environment'],
      );
    case 'pull_request':
      return unproven(
        'pull-request',
        'Jobs of pull requests have the subject …:pull_request, whatever the branch. Deploy from a branch or an environment; for reading use a role of its own.',
      );
    case 'tag':
      return unproven(
        'tag-vs-branch',
        'The job runs for a tag, and the trust policy names a branch (…:ref:refs/heads/…) or an environment.',
        undefined,
        ['missing-environment'],
      );
    default:
      return unproven(
        'missing-environment',
        'The trust policy names an environment, and the job has no `environment:`; or it names another branch or a tag.',
        'In the job: `environment: NAME`, where the policy has …:environment:NAME.',
        ['other-branch', 'tag-vs-branch'],
      );
  }
}

function nameCause(subject: string): Cause {
  const { owner = '', repository = '' } = parseSubject(subject) ?? {};
  const name = printable(`${owner}/${repository}`, 200);
  const isMixed = subject !== subject.toLowerCase();
  return unproven(
    isMixed ? 'letter-case' : 'renamed-repository',
    `The trust policy names the repository otherwise than ${name}: ${isMixed ? 'in other upper and lower case, which counts, or by' : 'by'} an old name of the repository or of its owner${isMixed ? '' : ', or in other upper and lower case, which counts'}.`,
    undefined,
    isMixed ? ['renamed-repository', 'renamed-organization'] : ['renamed-organization', 'letter-case'],
  );
}

function roleCause({ role, account }: WebIdentityRequest): Cause {
  const where = account === undefined ? 'that account' : `account ${account}`;
  return unproven(
    'role-missing',
    `The role ${role === undefined ? '' : `${role} `}does not exist in ${where}, is spelled otherwise, or was made moments ago; or its trust policy names a provider of another account, or has a condition on a claim that AWS makes no key of, which never holds.`,
    undefined,
    ['other-account', 'unknown-key'],
  );
}

function textClaim({ payload }: WebIdentityRequest, claim: string): string {
  const value = payload.get(claim);
  return typeof value === 'string' ? value : '';
}
