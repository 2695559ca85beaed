import { deflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import type { ConditionContext } from './sts-policy-condition.js';
import { Refusal, refusal } from './sts-refusal.js';
import type { AssumeRoleRequest } from './sts-request.js';
import type { Session } from './sts-sessions.js';
import type { WebIdentity } from './sts-web-identity.js';

/**
 * Bytes that session policies and tags may have in the packed binary form. AWS does not publish form or limit;
 * here the form is deflate, and the limit the one of the plain text.
 */
const PACKED_LIMIT = 2048;

const TagsClaim = v.object({
  principal_tags: v.optional(v.record(v.string(), v.pipe(v.array(v.string()), v.length(1))), {}),
  transitive_tag_keys: v.optional(v.array(v.string()), []),
});

/** Tags and a source identity need permissions of their own in the trust policy. */
export function actionsOf(action: string, { tags, sourceIdentity }: AssumeRoleRequest): string[] {
  return [
    action,
    ...(tags.size > 0 ? ['sts:TagSession'] : []),
    ...(sourceIdentity === undefined ? [] : ['sts:SetSourceIdentity']),
  ];
}

export function tagsOfToken({ claims }: WebIdentity): Pick<AssumeRoleRequest, 'tags' | 'transitiveTags'> {
  const claim = claims['https://aws.amazon.com/tags'];
  if (claim === undefined) return { tags: new Map(), transitiveTags: [] };
  const read = v.safeParse(TagsClaim, claim);
  if (!read.success) throw refusal('claim-rejected');
  const { principal_tags, transitive_tag_keys } = read.output;
  const tags = new Map(Object.entries(principal_tags).map(([key, [value = '']]) => [key, value]));
  return { tags, transitiveTags: transitive_tag_keys };
}

/** Transitive tags of the calling session go on to the next one. */
export function inherited(request: AssumeRoleRequest, session: Session | undefined): AssumeRoleRequest {
  if (session === undefined) return request;
  const handedOn = session.transitiveTags.map(key => [key, session.tags.get(key) ?? ''] as const);
  const clash = handedOn.find(([key]) => request.tags.has(key));
  if (clash !== undefined) {
    const text = `One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.`;
    throw new Refusal('InvalidParameterValue', 400, text);
  }
  return {
    ...request,
    tags: new Map([...request.tags, ...handedOn]),
    transitiveTags: [...request.transitiveTags, ...session.transitiveTags],
    sourceIdentity: request.sourceIdentity ?? session.sourceIdentity,
  };
}

/** The condition keys that a request gives. */
export function requestContext(request: AssumeRoleRequest): ConditionContext {
  const { sessionName, externalId, sourceIdentity, tags, transitiveTags } = request;
  return new Map<string, string[]>([
    ['sts:rolesessionname', [sessionName]],
    ['sts:externalid', externalId === undefined ? [] : [externalId]],
    ['sts:sourceidentity', sourceIdentity === undefined ? [] : [sourceIdentity]],
    ['aws:tagkeys', [...tags.keys()]],
    ['sts:transitivetagkeys', [...transitiveTags]],
    ...[...tags].map(([key, value]): [string, string[]] => [`aws:requesttag/${key}`.toLowerCase(), [value]]),
  ]);
}

/** Per cent of what is allowed. */
export function packedSize({ policy = '', policyArns, tags }: AssumeRoleRequest): number {
  const plain = policy + policyArns.join('') + [...tags].flat().join('');
  return plain === '' ? 0 : Math.ceil((deflateRawSync(plain).length / PACKED_LIMIT) * 100);
}
