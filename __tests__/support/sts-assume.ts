import { type Account, providerArn, type Role } from './sts-account.js';
import { answerTime, type Fields } from './sts-answers.js';
import { like } from './sts-policy-condition.js';
import { sessionStatements } from './sts-policy-document.js';
import { type Asker, isTrusted, isWithin } from './sts-policy-evaluation.js';
import { Refusal, refusal } from './sts-refusal.js';
import { type AssumeRoleRequest, type Parameters, readAssumeRole } from './sts-request.js';
import { actionsOf, inherited, packedSize, requestContext, tagsOfToken } from './sts-session-tags.js';
import type { Caller, Keys, Session, Sessions } from './sts-sessions.js';
import { type KeysUrl, verifyWebIdentity, webIdentityContext } from './sts-web-identity.js';

/** What STS knows when it decides. */
export interface StsState {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly sessions: Sessions;
  readonly keysUrl: KeysUrl;
  /** Milliseconds since 1970. */
  now(): number;
  /** Seconds that sessions last whatever was asked for; undefined: what was asked for. */
  readonly lifetime: number | undefined;
  /** Where credentials come from instead of being made up. */
  readonly keys: ((role: Role, sessionName: string) => Promise<Keys>) | undefined;
  /** The account that the next answer is for, as a fault. */
  readonly answersFor: string | undefined;
}

const CHAINED_MAXIMUM = 3600;

export async function assumeWithWebIdentity(
  state: StsState,
  parameters: Parameters,
  region: string | undefined,
) {
  const request = readAssumeRole(parameters);
  const account = state.accounts.get(request.account);
  checkRegion(account, region);
  const identity = await verifyWebIdentity(
    parameters['WebIdentityToken'] ?? '',
    account,
    state.keysUrl,
    state.now(),
  );
  const role = account?.roles.get(request.roleArn);
  if (account === undefined || role === undefined) throw refusal('web-identity-denied');
  const tagged = { ...request, ...tagsOfToken(identity) };
  const asker: Asker = { kind: 'federated', provider: providerArn(account, identity.issuer) };
  const context = new Map([...webIdentityContext(identity), ...requestContext(tagged)]);
  for (const action of actionsOf('sts:AssumeRoleWithWebIdentity', tagged)) {
    if (!isTrusted(role.trust, action, asker, context)) throw refusal('web-identity-denied');
  }
  if ((request.duration ?? 0) > role.maxSessionDuration) throw refusal('over-role-maximum');
  return answer(await begin(state, role, tagged), tagged, {
    SubjectFromWebIdentityToken: identity.subject,
    Provider: asker.provider,
    Audience: identity.audience,
  });
}

export async function assumeRole(
  state: StsState,
  parameters: Parameters,
  caller: Caller,
  region: string | undefined,
) {
  const asked = readAssumeRole(parameters);
  const account = state.accounts.get(asked.account);
  checkRegion(account, region);
  const role = account?.roles.get(asked.roleArn);
  const session = state.sessions.find(caller.accessKeyId);
  const request = inherited(asked, session);
  for (const action of actionsOf('sts:AssumeRole', request)) {
    if (
      role === undefined ||
      !mayAssume(caller, session, action, role) ||
      !isAdmitted(role, action, caller, session, request)
    ) {
      const text = `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${asked.roleArn}`;
      throw new Refusal('AccessDenied', 403, text);
    }
  }
  if (role === undefined) throw refusal('wrong-arn');
  if (session !== undefined && (request.duration ?? 0) > CHAINED_MAXIMUM)
    throw refusal('over-chaining-maximum');
  if ((request.duration ?? 0) > role.maxSessionDuration) throw refusal('over-role-maximum');
  return answer(await begin(state, role, request), request, {});
}

function checkRegion(account: Account | undefined, region: string | undefined): void {
  if (account === undefined || region === undefined || !account.disabledRegions.includes(region)) return;
  const text = `STS is not activated in this region for account:${account.id}. Your account administrator can activate STS in this region using the IAM Console.`;
  throw new Refusal('RegionDisabledException', 403, text);
}

/** What the caller's identity and session policies say. Of managed session policies two are known to allow it. */
function mayAssume(caller: Caller, session: Session | undefined, action: string, { arn }: Role): boolean {
  if (caller.role !== undefined && !caller.role.mayAssume.some(pattern => like(arn, pattern))) return false;
  if (session === undefined || (session.statements === undefined && session.policyArns.length === 0))
    return true;
  if (session.policyArns.some(name => /:policy\/(AdministratorAccess|PowerUserAccess)$/.test(name)))
    return true;
  return session.statements !== undefined && isWithin(session.statements, action, arn);
}

function isAdmitted(
  role: Role,
  action: string,
  caller: Caller,
  session: Session | undefined,
  request: AssumeRoleRequest,
): boolean {
  const context = new Map([
    ...requestContext(request),
    ['aws:principalarn', [caller.role?.arn ?? caller.arn]] as const,
    ['aws:principalaccount', [caller.account]] as const,
    ...[...(session?.tags ?? [])].map(
      ([key, value]) => [`aws:principaltag/${key}`.toLowerCase(), [value]] as const,
    ),
  ]);
  return isTrusted(role.trust, action, { kind: 'aws', names: caller.names }, context);
}

async function begin(state: StsState, role: Role, request: AssumeRoleRequest): Promise<Session> {
  const statements = request.policy === undefined ? undefined : sessionStatements(request.policy);
  if (packedSize(request) > 100) {
    const text = `Packed policy consumes ${packedSize(request)}% of allotted space, please use smaller policy.`;
    throw new Refusal('PackedPolicyTooLarge', 400, text);
  }
  const seconds = state.lifetime ?? request.duration ?? 3600;
  const shown = state.answersFor === undefined ? role : { ...role, account: state.answersFor };
  const session = { ...request, role: shown, statements, expiration: state.now() + seconds * 1000 };
  return state.sessions.issue(session, await state.keys?.(role, request.sessionName));
}

function answer(session: Session, request: AssumeRoleRequest, identity: Fields): Fields {
  const packed = packedSize(request);
  return {
    ...identity,
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: answerTime(session.expiration),
    },
    PackedPolicySize: packed === 0 ? undefined : packed,
    SessionTokenUtilization: Math.min(100, Math.ceil((session.sessionToken.length / 4096) * 100)),
    SourceIdentity: session.sourceIdentity,
  };
}
