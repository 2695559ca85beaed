import { type Explanation, Failure } from '../failure.js';
import type { Claims } from '../github/claims.js';
import { printable } from '../printable.js';
import { claimLines } from './claims-table.js';
import { chainRefused, notAdmitted } from './not-admitted.js';
import { outageAdvice } from './outage.js';
import { policyDenial } from './policy-denial.js';
import type { Advice, RefusedCall } from './refused-call.js';
import { STS_ADVICE } from './sts-advice.js';

/**
 * One failure that says why roles were not assumed: each call, the claims of the job once, the causes and what to write.
 * Where AWS refused some, those that it only did not answer for are left out.
 *
 * @param calls at least one
 */
export function refusalOf(calls: readonly RefusedCall[]): Failure {
  const refused = calls.filter(isRefusal);
  const telling = refused.length > 0 ? refused : calls;
  const code = refused.length > 0 ? 'refused' : 'unreachable';
  const [first] = telling;
  if (first === undefined) throw new Error('a failure needs a call that failed');
  const cause = { cause: first.problem };
  if (telling.length === 1) return new Failure(code, explanationOf(first), cause);
  return new Failure(code, explanationOfAll(telling), cause);
}

/** Whether AWS understood the call and said no. */
function isRefusal({ problem }: RefusedCall): boolean {
  return problem.answerer.kind === 'aws' && problem.kind !== 'passing';
}

function explanationOf(call: RefusedCall): Explanation {
  const { why, ...rest } = adviceFor(call);
  const claims = isRefusal(call) && call.claims ? [saidByToken(call.claims)] : [];
  return { what: whatFailed(call), why: [...claims, ...(why ? [why] : [])].join('\n'), ...rest };
}

function explanationOfAll(calls: readonly RefusedCall[]): Explanation {
  const advice = calls.map(call => ({ name: call.target.name, ...adviceFor(call) }));
  const claims = calls.flatMap(call => (isRefusal(call) && call.claims ? [saidByToken(call.claims)] : []));
  const likely = grouped(advice.map(({ name, likely: text }) => [name, text]));
  const write = firstOfEach(advice.map(({ name, likely: kind, write: text }) => ({ name, kind, text })));
  return {
    what: `${calls.length} environments gave no credentials. Nothing was exported.`,
    why: [
      calls.map(whatFailed).join('\n'),
      ...new Set(claims),
      grouped(advice.map(({ name, why }) => [name, why])),
    ]
      .filter(text => text !== '')
      .join('\n\n'),
    ...(likely !== '' && { likely }),
    ...(write !== '' && { write }),
  };
}

function whatFailed({ target, role, problem, attempts }: RefusedCall): string {
  const { answerer, code, message } = problem;
  if (answerer.kind === 'aws' && problem.kind !== 'passing') {
    const request =
      answerer.requestId === undefined ? '' : ` (request ID ${printable(answerer.requestId, 80)})`;
    return `AWS refused ${role} for ${target.name}: ${printable(code, 100)}: ${printable(message)}${request}`;
  }
  const times = attempts === 1 ? 'once' : `${attempts} times`;
  return `AWS STS in ${target.region} gave no credentials for ${target.name}; it was asked ${times}.`;
}

function saidByToken(claims: Claims): string {
  return `The token of this job says\n${claimLines(claims).replace(/^/gm, '  ')}`;
}

function adviceFor(call: RefusedCall): Advice {
  const { problem } = call;
  if (problem.answerer.kind !== 'aws') return outageAdvice(problem, 'AWS');
  if (problem.kind === 'passing') return passingAdvice(call);
  const denial = policyDenial(call);
  if (denial !== undefined) return denial;
  const known = STS_ADVICE.find(({ code, text }) => code.test(problem.code) && text.test(problem.message));
  if (known !== undefined) return known.advice(call);
  if (!problem.code.startsWith('AccessDenied')) return unknownRefusal(call);
  return call.claims === undefined ? chainRefused(call) : notAdmitted(call, call.claims);
}

function unknownRefusal({ problem }: RefusedCall): Advice {
  return {
    why: `AWS refused the call, and gave ${printable(problem.code, 100)} as the reason.`,
    write: 'AWS support can look the request ID up; the documentation of STS lists its errors.',
  };
}

/** What AWS itself said until patience ended. */
function passingAdvice(call: RefusedCall): Advice {
  const { code, message } = call.problem;
  const why = `The last answer was ${printable(code, 100)}: ${printable(message, 300)}`;
  if (/retrieve verification key/i.test(message) || code.startsWith('IDPCommunication'))
    return keysNotFetched(why, call.claims);
  if (/^InvalidIdentityToken/.test(code)) {
    return {
      why,
      likely: 'The clock of the machine that issues the tokens is ahead of that of AWS.',
      write: 'On GitHub Enterprise Server set its clock (NTP). On github.com run the job again.',
    };
  }
  return {
    why,
    likely: /thrott|slow|limit|toomany/i.test(code)
      ? 'Many jobs ask at the same time, and AWS throttles.'
      : 'AWS has trouble in this Region.',
    write: 'Run the job again; see https://health.aws.amazon.com. `timeout: 2m` waits longer.',
  };
}

/** AWS fetches the keys of the issuer to verify a token, from the internet. */
function keysNotFetched(why: string, claims: Claims | undefined): Advice {
  const issuer = claims?.issuer ?? 'https://token.actions.githubusercontent.com';
  const hosted = /^https:\/\/token\.actions\.(?:githubusercontent\.com|[\w-]+\.ghe\.com)(?:\/|$)/.test(
    issuer,
  );
  const keys = `${printable(issuer)}/.well-known/jwks`;
  if (hosted) {
    return {
      why,
      likely: `AWS could not fetch the keys of ${printable(issuer)}: many jobs at the same time, or a short outage. It is no fault of the trust policy.`,
      write: 'Run the job again; see https://www.githubstatus.com. `timeout: 2m` waits longer.',
    };
  }
  return {
    why,
    likely: `AWS must be able to reach ${printable(issuer)} from the internet, and cannot: it is behind a firewall, or its certificate is not of a public authority.`,
    write: `Let AWS reach ${printable(issuer)}/.well-known/openid-configuration and ${keys};\nwith a certificate of your own, register its thumbprint at the identity provider.`,
  };
}

/** What several environments share stands once, with their names in front; what is each one's own is not spelt out. */
function grouped(texts: ReadonlyArray<readonly [string, string | undefined]>): string {
  const groups = new Map<string, { readonly names: string[]; readonly texts: Set<string> }>();
  for (const [name, text] of texts) {
    if (!text) continue;
    const known = groups.get(inGeneral(text)) ?? { names: [], texts: new Set<string>() };
    known.names.push(name);
    known.texts.add(text);
    groups.set(inGeneral(text), known);
  }
  return [...groups]
    .map(([general, { names, texts: all }]) => {
      const text = all.size === 1 ? ([...all][0] ?? general) : general;
      return groups.size === 1 ? text : `${names.join(', ')}: ${text}`;
    })
    .join('\n');
}

/** A text about one account and role as it would stand for any. */
function inGeneral(text: string): string {
  return text
    .replace(/arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+/g, 'the role')
    .replace(/\b\d{12}\b/g, 'its own');
}

/** What to write differs by account and role; it is shown in full for the first of each kind of cause. */
function firstOfEach(
  texts: ReadonlyArray<{
    readonly name: string;
    readonly kind: string | undefined;
    readonly text: string | undefined;
  }>,
): string {
  const kinds = new Map<string, { names: string[]; first: string; texts: Set<string> }>();
  for (const { name, kind = '', text } of texts) {
    if (text === undefined) continue;
    const known = kinds.get(inGeneral(kind)) ?? { names: [], first: text, texts: new Set<string>() };
    known.names.push(name);
    known.texts.add(text);
    kinds.set(inGeneral(kind), known);
  }
  return [...kinds.values()]
    .map(({ names, first, texts: all }) => {
      const [name, ...others] = names;
      if (kinds.size === 1 && all.size === 1) return first;
      const same = `\nThe same for ${others.join(', ')}, each with its own account and role.`;
      return `For ${name}: ${first}${all.size === 1 ? '' : same}`;
    })
    .join('\n');
}
