import type { KeyPair } from '../aws/caller-identity.js';
import type { Connection } from '../aws/connection.js';
import { parseRoleArn, type RoleArn } from '../aws/names.js';
import { getRole, type RoleReading } from '../aws/role-reader.js';
import type { Sts } from '../aws/sts.js';
import type { ExplainInput } from '../config/inputs.js';
import { repositoryFile } from '../config/load.js';
import { policyTextOf } from '../explain/given-policy.js';
import { refusalOf } from '../explain/refusal.js';
import { refusalSummary } from '../explain/refusal-summary.js';
import { accountOf, type RefusedCall, type RoleKnowledge } from '../explain/refused-call.js';
import type { Failure } from '../failure.js';
import { isFork, type Job, type Variables } from '../github/job.js';
import type { TokenSource } from '../github/oidc-token.js';
import type { Runner } from '../github/runner.js';
import { printable } from '../printable.js';
import { accountOf as accountOfKey } from '../scan/detect/account.js';
import { isPolicy, readTrustPolicy } from '../trust/policy.js';

export { refusalOf } from '../explain/refusal.js';

/** What a refusal may be looked into with. */
export interface ExplainServices {
  readonly runner: Runner;
  readonly job: Job;
  readonly variables: Variables;
  readonly connection: Connection;
  readonly input: ExplainInput | undefined;
  readonly tokens: TokenSource;
  /** STS where the call that was refused was made. */
  readonly sts: (call: RefusedCall) => Sts;
  readonly maskAccounts: boolean;
}

/** Milliseconds that looking into it may take in all. */
const PATIENCE = 2_000;

/**
 * One failure that says why roles were not assumed. Where a role can be read, with a policy or a role that an input
 * names or with the credentials of an earlier step, it is read once; nothing else is looked for, and STS is not asked
 * again about the role that refused. The job summary gets the same, with the verdict as JSON.
 */
export async function explainRefusal(
  calls: readonly RefusedCall[],
  services: ExplainServices,
): Promise<Failure> {
  const { job, runner } = services;
  const known = await withKnowledge(calls, services);
  const all = known.map(call => ({ ...call, fork: isFork(job) }));
  const failure = refusalOf(all);
  if (failure.code === 'refused') {
    const summary = refusalSummary(failure, all.filter(isTrustQuestion));
    await runner.summarize(services.maskAccounts ? summary.replace(/\b\d{12}\b/g, '***') : summary);
  }
  return failure;
}

/** AWS refused a token, and leaves open why. */
function isTrustQuestion({ claims, problem }: RefusedCall): boolean {
  return claims !== undefined && problem.answerer.kind === 'aws' && problem.kind !== 'passing';
}

/** At most one of the roles is read. */
async function withKnowledge(
  calls: readonly RefusedCall[],
  services: ExplainServices,
): Promise<readonly RefusedCall[]> {
  const open = calls.filter(call => isTrustQuestion(call) && call.problem.code.startsWith('AccessDenied'));
  const { input } = services;
  if (input?.kind === 'file') {
    const knowledge = policyOfFile(input.path, services.job);
    return calls.map(call => (open.includes(call) ? { ...call, knowledge } : call));
  }
  const pair = keysOfEarlierStep(services.variables);
  const wanted =
    input === undefined
      ? open.find(call => pair !== undefined && accountOfKey(pair.accessKeyId) === accountOf(call))
      : (open.find(call => parseRoleArn(input.arn)?.account === accountOf(call)) ?? open[0]);
  if (wanted === undefined) return calls;
  const knowledge = await knowledgeOf(wanted, input?.arn, pair, services);
  return calls.map(call =>
    call.role === wanted.role && open.includes(call) ? { ...call, knowledge } : call,
  );
}

function policyOfFile(path: string, { workspace }: Job): RoleKnowledge {
  const text = repositoryFile(workspace)(path);
  if (text === undefined)
    return { kind: 'unread', why: `explain-role names ${path}, which is no file of the checkout` };
  return policyKnowledge(text, `as ${printable(path, 200)} has it`);
}

function policyKnowledge(text: string, from: string): RoleKnowledge {
  const policy = readTrustPolicy(policyTextOf(text).document);
  return isPolicy(policy)
    ? { kind: 'policy', policy, from }
    : { kind: 'unread', why: `what was read is no trust policy: ${policy.unreadable}` };
}

/** Only temporary ones: an action leaves nothing else. */
function keysOfEarlierStep(variables: Variables): KeyPair | undefined {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = variables;
  const sessionToken = variables['AWS_SESSION_TOKEN'];
  return accessKeyId && secretAccessKey && sessionToken
    ? { accessKeyId, secretAccessKey, sessionToken }
    : undefined;
}

async function knowledgeOf(
  call: RefusedCall,
  reader: RoleArn | undefined,
  earlier: KeyPair | undefined,
  services: ExplainServices,
): Promise<RoleKnowledge> {
  const role = parseRoleArn(call.role);
  if (role === undefined) return { kind: 'unread', why: 'its ARN is none' };
  if (reader !== undefined && parseRoleArn(reader)?.account !== role.account)
    return { kind: 'unread', why: `explain-role is in another account than ${call.role}` };
  const signal = AbortSignal.timeout(PATIENCE);
  const from = reader === undefined ? 'read with the credentials of an earlier step' : `read as ${reader}`;
  try {
    const pair = reader === undefined ? earlier : await enter(reader, call, services, signal);
    if (pair === undefined) return { kind: 'unread', why: 'there are no credentials for it' };
    return understood(await getRole(role, pair, services, signal), from);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'unread', why: `explain-role ${reader ?? ''} gave no credentials: ${why}` };
  }
}

/** Becomes the role that may read the other one, with the token that was refused there. */
async function enter(
  reader: RoleArn,
  call: RefusedCall,
  { tokens, sts, runner }: ExplainServices,
  signal: AbortSignal,
): Promise<KeyPair> {
  const { target } = call;
  const { jwt } = await tokens.get(target.audience);
  const request = {
    role: reader,
    sessionName: target.sessionName,
    duration: 900,
    sessionPolicy: undefined,
    managedPolicies: [],
  };
  const { credentials } = await sts(call).assumeRoleWithWebIdentity(request, jwt, signal);
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  for (const secret of [secretAccessKey, sessionToken, accessKeyId]) runner.mask(secret);
  return { accessKeyId, secretAccessKey, sessionToken };
}

function understood(reading: RoleReading, from: string): RoleKnowledge {
  switch (reading.kind) {
    case 'role':
      return policyKnowledge(reading.trustPolicy, from);
    case 'missing':
      return { kind: 'missing', from };
    case 'another':
      return { kind: 'unread', why: `IAM has another role of that name, ${reading.arn}` };
    case 'refused':
      return { kind: 'unread', why: `IAM says ${reading.code}: ${reading.message}` };
    case 'unreachable':
      return { kind: 'unread', why: `IAM gave no answer: ${reading.why}` };
  }
}
