import { FaultPlan, type FaultScope } from './fault-plan.js';
import type { Issuer } from './issuer.js';
import { type Answer, delay, disturbed, type Fault, listen, type Received, type Reply } from './loopback.js';
import { RequestLog } from './request-log.js';
import {
  type Account,
  type AccountDefinition,
  makeAccount,
  makeRole,
  type Role,
  type RoleDefinition,
} from './sts-account.js';
import { refusalAnswer, resultAnswer } from './sts-answers.js';
import { assumeRole, assumeWithWebIdentity, type StsState } from './sts-assume.js';
import { Callers } from './sts-callers.js';
import { logEntry, parametersOf, type StsRequest } from './sts-log.js';
import { type FixedRefusal, isFixedRefusal, Refusal, refusal } from './sts-refusal.js';
import { checkAction, type Parameters } from './sts-request.js';
import { type Caller, type Keys, type Session, Sessions } from './sts-sessions.js';
import { verifySignature } from './sts-signature.js';

/** A fault of HTTP, a refusal, an answer for another account than asked for, or one that takes longer. */
export type StsFault =
  | Fault
  | FixedRefusal
  | Refusal
  | { readonly answersFor: string }
  | { readonly milliseconds: number };

export interface StsOptions {
  /** Whose tokens can be verified; where their keys are published. */
  readonly issuers?: readonly Pick<Issuer, 'name' | 'keysUrl'>[];
  /** Milliseconds since 1970; default: the system's clock. */
  readonly clock?: () => number;
  /** Seconds that sessions last whatever was asked for. */
  readonly lifetime?: number;
  /** Where credentials come from instead of being made up, e.g. another service that has to know them. */
  readonly keys?: (role: Role, sessionName: string) => Promise<Keys>;
}

/** Starts a strict AWS STS (Query protocol) on a port of 127.0.0.1. */
export async function startSts(options: StsOptions = {}): Promise<Sts> {
  const sts = new Sts(options);
  await sts.open();
  return sts;
}

export class Sts {
  readonly accounts = new Map<string, Account>();
  readonly clock: () => number;
  lifetime: number | undefined;
  /** Milliseconds that every answer takes. */
  latency = 0;
  readonly #keys: StsOptions['keys'];
  readonly #issuers = new Map<string, Pick<Issuer, 'name' | 'keysUrl'>>();
  readonly #sessions = new Sessions();
  readonly #callers = new Callers(this.accounts, this.#sessions);
  readonly #log = new RequestLog<StsRequest>();
  readonly #faults = new FaultPlan<StsFault, StsRequest>();
  readonly #started = performance.now();
  #address = { url: '', close: async () => {} };

  constructor({ issuers = [], clock = Date.now, lifetime, keys }: StsOptions) {
    for (const issuer of issuers) this.#issuers.set(issuer.name, issuer);
    this.clock = clock;
    this.lifetime = lifetime;
    this.#keys = keys;
  }

  async open(): Promise<void> {
    this.#address = await listen(request => this.#handle(request));
  }

  close(): Promise<void> {
    return this.#address.close();
  }

  /** The endpoint: `AWS_ENDPOINT_URL_STS`, `sts-endpoint`. */
  get url(): string {
    return this.#address.url;
  }

  /** The endpoint as a Region's: what is not activated there is refused. */
  urlIn(region: string): string {
    return `${this.url}/${region}`;
  }

  account(id: string, definition: AccountDefinition = {}): Account {
    const account = makeAccount(id, definition);
    this.accounts.set(id, account);
    return account;
  }

  /** Makes (or replaces) a role, and its account if it is new. */
  role(account: string, definition: RoleDefinition): Role {
    const home = this.accounts.get(account) ?? this.account(account);
    const role = makeRole(home, definition);
    home.roles.set(role.arn, role);
    return role;
  }

  /** Makes requests fail: all from now on, or those that the scope names. */
  fail(fault: StsFault, scope: FaultScope<StsRequest> = {}): void {
    this.#faults.add(fault, scope);
  }

  /** Ends all faults. */
  recover(): void {
    this.#faults.clear();
  }

  /** Every role session issued, in order. */
  get sessions(): readonly Session[] {
    return this.#sessions.all;
  }

  /** Whether a key was issued here and its time is not over. */
  isLive(accessKeyId: string): boolean {
    const session = this.#sessions.find(accessKeyId);
    return session !== undefined && session.expiration > this.clock();
  }

  /** Who signed a request to another service, and for which Region. @throws Refusal as AWS words it */
  signer(received: Received, service: string): { readonly caller: Caller; readonly region: string } {
    const now = this.clock();
    const secretOf = (id: string) => this.#callers.secretOf(id, now);
    const { accessKeyId, region } = verifySignature(received, secretOf, Date.now(), service);
    return { caller: this.#callers.caller(accessKeyId, now), region };
  }

  get requests(): readonly StsRequest[] {
    return this.#log.entries;
  }

  /** The first request that fits, once it has come. */
  until(fits: (request: StsRequest) => boolean): Promise<StsRequest> {
    return this.#log.until(fits);
  }

  /** How many requests for an action there were. */
  count(action: string): number {
    return this.requests.filter(request => request.action === action).length;
  }

  async #handle(received: Received): Promise<Reply> {
    const parameters = parametersOf(received);
    const times = { at: this.clock(), elapsed: performance.now() - this.#started };
    const request = logEntry(received, parameters, times);
    this.#log.add(request);
    await delay(this.latency);
    const fault = this.#faults.next(request);
    const answer = (answersFor?: string) => this.#answer(received, parameters, request, answersFor);
    if (fault === undefined) return answer();
    if (typeof fault === 'string' && isFixedRefusal(fault)) return refused(refusal(fault), request);
    if (fault instanceof Refusal) return refused(fault, request);
    if (typeof fault === 'object' && 'answersFor' in fault) return answer(fault.answersFor);
    if (typeof fault === 'object' && 'milliseconds' in fault) {
      await delay(fault.milliseconds);
      return answer();
    }
    const reply = await disturbed(fault, answer);
    request.outcome = typeof fault === 'string' ? fault : `status ${fault.status}`;
    return reply;
  }

  async #answer(
    received: Received,
    parameters: Parameters,
    request: StsRequest,
    answersFor: string | undefined,
  ): Promise<Answer> {
    try {
      const action = checkAction(parameters);
      const result = await this.#perform(action, received, parameters, request, answersFor);
      request.outcome = 'ok';
      return resultAnswer(action, result);
    } catch (error) {
      if (error instanceof Refusal) return refused(error, request);
      throw error;
    }
  }

  async #perform(
    action: string,
    received: Received,
    parameters: Parameters,
    { region }: StsRequest,
    answersFor: string | undefined,
  ) {
    const state = this.#state(answersFor);
    if (action === 'AssumeRoleWithWebIdentity') return assumeWithWebIdentity(state, parameters, region);
    const now = this.clock();
    const { accessKeyId } = verifySignature(received, id => this.#callers.secretOf(id, now));
    const caller = this.#callers.caller(accessKeyId, now);
    if (action === 'AssumeRole') return assumeRole(state, parameters, caller, region);
    return { Arn: caller.arn, UserId: caller.userId, Account: caller.account };
  }

  /** Who signed a request to one of the account's services. @throws Refusal */
  caller(received: Received, service: string): Caller {
    const now = this.clock();
    const { accessKeyId } = verifySignature(
      received,
      id => this.#callers.secretOf(id, now),
      Date.now(),
      service,
    );
    return this.#callers.caller(accessKeyId, now);
  }

  #state(answersFor: string | undefined): StsState {
    return {
      accounts: this.accounts,
      sessions: this.#sessions,
      keysUrl: issuer => this.#issuers.get(issuer)?.keysUrl,
      now: this.clock,
      lifetime: this.lifetime,
      keys: this.#keys,
      answersFor,
    };
  }
}

function refused(refusal: Refusal, request: StsRequest): Answer {
  request.outcome = refusal.code;
  return refusalAnswer(refusal);
}
