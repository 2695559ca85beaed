import type { Job } from '../github/job.js';
import type { EventText } from './scan-request.js';

/**
 * What an event brings beside the repository, for all to see: the name of the branch or tag, and of a pull request its
 * title, its text and the branch that it comes from.
 */
export function textsOf({ ref, event: { pullRequest } }: Pick<Job, 'ref' | 'event'>): readonly EventText[] {
  const head = pullRequest?.headRef === undefined ? '' : `refs/heads/${pullRequest.headRef}`;
  const texts: EventText[] = [ref, head]
    .filter(name => name !== '')
    .map(name => ({ kind: 'ref-name', path: name, text: name }));
  const { title, body } = pullRequest ?? {};
  if (title !== undefined) texts.push({ kind: 'pull-request-title', text: title });
  if (body !== undefined) texts.push({ kind: 'pull-request-body', text: body });
  return texts;
}
