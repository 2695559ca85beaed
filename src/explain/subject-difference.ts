import { printable } from '../printable.js';
import { isLike } from '../trust/pattern.js';
import { contextOf, parseSubject, type Subject, type SubjectContext } from '../trust/subject.js';
import type { CauseName } from './cause.js';

/** What keeps a subject from fitting a value of the policy. */
export interface Difference {
  readonly cause: CauseName;
  readonly what: string;
}

/**
 * Why a token's subject does not fit what the policy has for it, the worst difference first.
 *
 * @param wanted one value of the policy, in which `*` and `?` stand for anything
 * @param fork whether the job is one of a pull request from a fork
 */
export function subjectDifferences(subject: string, wanted: string, fork: boolean): readonly Difference[] {
  if (isLike(subject.toLowerCase(), wanted.toLowerCase()))
    return [
      {
        cause: 'letter-case',
        what: `The token has ${shown(subject)}, and the policy ${shown(wanted)}: upper and lower case count.`,
      },
    ];
  const token = parseSubject(subject);
  const policy = parseSubject(wanted.replace(/@\*(?=[/:])/g, '@0'));
  if (token === undefined || policy === undefined) return [customised(subject, wanted)];
  return [
    ...nameDifferences(token, policy),
    ...contextDifferences(token, policy, fork),
    ...formDifferences(token, policy),
  ];
}

function nameDifferences(token: Subject, policy: Subject): Difference[] {
  const owner = isLike(token.owner, policy.owner);
  const repository = isLike(token.repository, policy.repository);
  const full = ({ owner: who, repository: name }: Subject) => printable(`${who}/${name}`, 200);
  const names = `The token is of ${full(token)}, and the policy names ${full(policy)}`;
  const sameIds =
    token.ids !== undefined &&
    token.ids.owner === policy.ids?.owner &&
    token.ids.repository === policy.ids.repository;
  if (owner && repository) return idDifferences(token, policy);
  if (isLike(full(token).toLowerCase(), full(policy).toLowerCase()))
    return [{ cause: 'letter-case', what: `${names}: upper and lower case count.` }];
  const certainly = sameIds
    ? 'It is the same repository, by its IDs: it'
    : 'If it is the same repository, it';
  if (repository)
    return [
      {
        cause: 'renamed-organization',
        what: `${names}. ${certainly} was transferred, or its owner was renamed.`,
      },
    ];
  if (owner) return [{ cause: 'renamed-repository', what: `${names}. ${certainly} was renamed.` }];
  return [
    sameIds
      ? {
          cause: 'renamed-repository',
          what: `${names}. It is the same repository by its IDs: it was renamed and transferred.`,
        }
      : { cause: 'other-repository', what: `${names}.` },
  ];
}

function idDifferences(token: Subject, policy: Subject): Difference[] {
  const differ =
    token.ids !== undefined &&
    policy.ids !== undefined &&
    !(
      ['0', token.ids.owner].includes(policy.ids.owner) &&
      ['0', token.ids.repository].includes(policy.ids.repository)
    );
  return differ
    ? [
        {
          cause: 'other-repository',
          what: 'The IDs in the subject are those of another repository, which had the same name.',
        },
      ]
    : [];
}

function formDifferences(token: Subject, policy: Subject): Difference[] {
  if ((token.ids === undefined) === (policy.ids === undefined)) return [];
  return [
    {
      cause: 'immutable-subject',
      what:
        token.ids !== undefined
          ? 'The trust policy has the old form of the subject (repo:owner/name:…), and the token has the immutable one with IDs (repo:owner@id/name@id:…): repositories made, renamed or transferred since 15 July 2026 have it, and others that were switched over.'
          : 'The trust policy has the immutable form of the subject (repo:owner@id/name@id:…), and the token has the old one (repo:owner/name:…).',
    },
  ];
}

function contextDifferences(token: Subject, policy: Subject, fork: boolean): Difference[] {
  if (isLike(token.context, policy.context)) return [];
  const has = contextOf(token.context);
  const wants = contextOf(policy.context);
  if (isLike(token.context.toLowerCase(), policy.context.toLowerCase()))
    return [
      {
        cause: 'letter-case',
        what: `The token has ${shown(token.context)}, and the policy ${shown(policy.context)}: upper and lower case count.`,
      },
    ];
  return [contextDifference(has, wants, token, policy, fork)];
}

function contextDifference(
  has: SubjectContext,
  wants: SubjectContext,
  token: Subject,
  policy: Subject,
  fork: boolean,
): Difference {
  const both = `The token has ${shown(token.context)}, and the policy wants ${shown(policy.context)}`;
  if (has.kind === 'pull_request')
    return fork
      ? {
          cause: 'fork',
          what: `${both}: the job is one of a pull request from a fork, which must not enter.`,
        }
      : {
          cause: 'pull-request',
          what: `${both}: every job of a pull request has this subject, whatever the branch.`,
        };
  if (has.kind === 'environment')
    return wants.kind === 'environment'
      ? { cause: 'other-environment', what: `${both}: it is another environment.` }
      : {
          cause: 'branch-vs-environment',
          what: `${both}: a job with \`environment:\` has that environment in its subject, not its branch.`,
        };
  if (wants.kind === 'environment')
    return { cause: 'missing-environment', what: `${both}: the job has no \`environment:\`.` };
  if (has.kind === 'branch' && has.name.startsWith('gh-readonly-queue/'))
    return {
      cause: 'merge-queue',
      what: `${both}: the job runs in the merge queue, on a branch of its own for each entry.`,
    };
  if (has.kind === 'tag' || wants.kind === 'tag')
    return has.kind === wants.kind
      ? { cause: 'other-branch', what: `${both}: it is another tag.` }
      : { cause: 'tag-vs-branch', what: `${both}: one is a tag, the other is none.` };
  if (wants.kind === 'pull_request')
    return { cause: 'pull-request', what: `${both}: the job is not one of a pull request.` };
  return { cause: 'other-branch', what: `${both}: it is another branch.` };
}

function customised(subject: string, wanted: string): Difference {
  const both = `The token has ${shown(subject)}, and the policy wants ${shown(wanted)}`;
  const workflow = /job_workflow_ref:/;
  if (workflow.test(subject) || workflow.test(wanted))
    return {
      cause: 'reusable-workflow',
      what: `${both}: the subject holds the workflow that the job is defined in.`,
    };
  return { cause: 'custom-subject', what: `${both}: one of them is a customised subject.` };
}

/** How far a value is from a subject: how much the two begin alike. */
export function likeness(subject: string, wanted: string): number {
  const token = subject.replace(/@\d+(?=[/:])/g, '').toLowerCase();
  const policy = wanted.replace(/@(?:\d+|\*)(?=[/:])/g, '').toLowerCase();
  let same = 0;
  while (same < Math.min(token.length, policy.length) && token[same] === policy[same]) same += 1;
  return same;
}

function shown(text: string): string {
  return `"${printable(text, 300)}"`;
}
