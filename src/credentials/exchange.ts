import { setTimeout as wait } from 'node:timers/promises';
import { StsProblem } from '../aws/errors.js';
import { type AccountId, NO_ACCOUNT, parseRoleArn, type Region, type RoleArn } from '../aws/names.js';
import type { SessionAnswer, SessionRequest, Sts } from '../aws/sts.js';
import type { TokenSource } from '../github/oidc-token.js';
import { verifyAnswer } from './guard.js';
import { type Explain, NotAssumed, notAssumed, type Refuser, together } from './not-assumed.js';
import { type Patience, withPatience } from './retry.js';
import type { AssumedRole, Target, TemporaryCredentials } from './target.js';

/** What the exchange works with. */
export interface ExchangeServices {
  readonly tokens: TokenSource;
  /** STS of a Region. */
  readonly sts: (region: Region) => Sts;
  readonly maxAttempts: number;
  /** Milliseconds for which a refusal is asked about again: IAM takes some to know what was just made. */
  readonly retryRefusals: number;
  /** Aborted when the time bound of the whole exchange is reached. */
  readonly deadline: AbortSignal;
  /** Accounts that STS may answer for. */
  readonly allowed: ReadonlySet<AccountId>;
  /** Where a chain without hub role starts: the credentials of an earlier step. */
  readonly source: TemporaryCredentials | undefined;
  /** Called with every secret before anything else is done with it. */
  readonly mask: (secret: string) => void;
  /** Loaded only when there is something to explain. */
  readonly explain: Explain;
  /** Told of attempts that did not succeed and will be repeated. */
  readonly onRetry: (target: string, code: string, attempt: number) => void;
}

/** A role that was assumed, and what it took. */
interface Assumed {
  readonly answer: SessionAnswer;
  readonly attempts: number;
}

/** Milliseconds that calls under way have after another target was refused. */
const GRACE = 1_000;

/** How many new tokens one call to STS is given when it does not like the one it has. */
const MOST_RENEWALS = 3;

/**
 * Assumes the roles of all targets at the same time: one OIDC token per audience, one call to STS per target (and one
 * per hub role). All or nothing: when one is refused the others are not tried again, and none is returned.
 *
 * @throws Failure `refused`, `unreachable`, `wrong-account` or `no-identity-token`, naming every target that failed
 */
export async function exchange(
  targets: readonly Target[],
  services: ExchangeServices,
): Promise<readonly AssumedRole[]> {
  const refused = new AbortController();
  const late = new AbortController();
  const exchanger = new Exchanger(
    services,
    { maxAttempts: services.maxAttempts, signal: AbortSignal.any([services.deadline, refused.signal]) },
    AbortSignal.any([services.deadline, late.signal]),
  );
  const outcomes = await Promise.allSettled(
    targets.map(async target => {
      try {
        return await exchanger.assume(target);
      } catch (error) {
        refused.abort(error);
        // Calls under way may still end, so that every refusal is told in one message.
        setTimeout(() => late.abort(error), GRACE).unref();
        throw error;
      }
    }),
  );
  const failures = new Set(
    outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : [])),
  );
  if (failures.size > 0) throw await together([...failures], services.explain);
  return outcomes.flatMap(outcome => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}

class Exchanger {
  readonly #services: ExchangeServices;
  readonly #patience: Patience;
  readonly #requestSignal: AbortSignal;
  readonly #hubs = new Map<string, Promise<Assumed>>();

  constructor(services: ExchangeServices, patience: Patience, requestSignal: AbortSignal) {
    this.#services = services;
    this.#patience = patience;
    this.#requestSignal = requestSignal;
  }

  async assume(target: Target): Promise<AssumedRole> {
    const { answer, attempts } = target.chain ? await this.#throughChain(target) : await this.#direct(target);
    const audience = target.chain === undefined ? target.audience : undefined;
    const account = verifyAnswer({ ...target, audience }, answer, this.#services.allowed, new Date());
    return { target, credentials: answer.credentials, account, arn: answer.assumedRoleArn, attempts };
  }

  #direct(target: Target): Promise<Assumed> {
    return this.#withToken(target, target.role, {
      role: target.role,
      sessionName: target.sessionName,
      duration: target.duration,
      sessionPolicy: target.sessionPolicy,
      managedPolicies: target.managedPolicies,
    });
  }

  async #throughChain(target: Target): Promise<Assumed> {
    const { via, tags, externalId } = target.chain ?? { via: undefined, tags: {}, externalId: undefined };
    const hub = via && (await this.#hub(target, via));
    const source = hub?.answer.credentials ?? this.#services.source;
    if (source === undefined)
      throw new Error('a chain without hub role needs the credentials of an earlier step');
    const request = {
      role: target.role,
      sessionName: target.sessionName,
      duration: target.duration,
      sessionPolicy: target.sessionPolicy,
      managedPolicies: target.managedPolicies,
      tags,
      externalId,
    };
    const sts = this.#services.sts(target.region);
    return this.#admitted(
      target,
      { role: target.role, token: undefined, source: hub?.answer.assumedRoleArn },
      () => sts.assumeRole(request, source, this.#requestSignal),
    );
  }

  /** The hub role is assumed once for all targets behind it, with the name of the first one's session. */
  #hub(target: Target, via: RoleArn): Promise<Assumed> {
    const key = `${via} ${target.audience} ${target.sessionName}`;
    const hub =
      this.#hubs.get(key) ??
      this.#withToken(target, via, {
        role: via,
        sessionName: target.sessionName,
        duration: HUB_SESSION,
        sessionPolicy: undefined,
        managedPolicies: [],
      }).then(assumed => {
        const { sessionName, audience } = target;
        const account = parseRoleArn(via)?.account ?? NO_ACCOUNT;
        // Its keys sign the next call: they are looked at like those that are handed over.
        verifyAnswer(
          { name: via, role: via, account, sessionName, audience },
          assumed.answer,
          undefined,
          new Date(),
        );
        return assumed;
      });
    this.#hubs.set(key, hub);
    return hub;
  }

  async #withToken(target: Target, role: RoleArn, request: SessionRequest): Promise<Assumed> {
    const { tokens } = this.#services;
    const token = await tokens.get(target.audience);
    const sts = this.#services.sts(target.region);
    const refuser: Refuser = { role, token, source: undefined };
    return this.#admitted(target, refuser, async renew => {
      const accepted = renew ? await tokens.get(target.audience, refuser.token) : token;
      refuser.token = accepted;
      return sts.assumeRoleWithWebIdentity(request, accepted.jwt, this.#requestSignal);
    });
  }

  /** Asks again after a refusal, as long as refusals are to be waited for. */
  async #admitted(target: Target, refuser: Refuser, call: Call): Promise<Assumed> {
    const { retryRefusals, onRetry } = this.#services;
    const end = Date.now() + retryRefusals;
    for (let attempts = 0; ; ) {
      try {
        const { answer, attempts: more } = await this.#repeatedly(target, refuser, call);
        return { answer, attempts: attempts + more };
      } catch (error) {
        if (!(error instanceof NotAssumed)) throw error;
        attempts += error.call.attempts;
        const refused = new NotAssumed({ ...error.call, attempts });
        if (error.call.problem.kind !== 'settling' || Date.now() + REFUSAL_PAUSE > end) throw refused;
        onRetry(target.name, error.call.problem.code, attempts);
        if (!(await this.#paused(REFUSAL_PAUSE))) throw refused;
      }
    }
  }

  /** @returns false when the time for everything is up */
  async #paused(milliseconds: number): Promise<boolean> {
    const { signal } = this.#patience;
    return wait(milliseconds, true, { signal }).catch(() => false);
  }

  /** @param call is told whether AWS did not like the token of the last attempt */
  async #repeatedly(target: Target, refuser: Refuser, call: Call): Promise<Assumed> {
    let attempts = 0;
    let renewals = 0;
    let renew = false;
    const attempt = async (number: number) => {
      attempts = number;
      const answer = await call(renew);
      for (const secret of secretsOf(answer.credentials)) this.#services.mask(secret);
      return answer;
    };
    const canHeal = (error: unknown) => {
      if (!(error instanceof StsProblem)) return false;
      const { kind, code } = error.problem;
      renew = kind === 'stale-token' && refuser.token !== undefined;
      if (renew) renewals += 1;
      const heals = kind === 'passing' || (renew && renewals <= MOST_RENEWALS);
      if (heals) this.#services.onRetry(target.name, code, attempts);
      return heals;
    };
    try {
      return { answer: await withPatience(this.#patience, attempt, canHeal), attempts };
    } catch (error) {
      throw error instanceof StsProblem ? notAssumed(error.problem, target, refuser, attempts) : error;
    }
  }
}

/** Makes one call; it is told whether to get a new token for it. */
type Call = (renew: boolean) => Promise<SessionAnswer>;

/** Milliseconds between two questions about a refusal. */
const REFUSAL_PAUSE = 2_000;

/** Seconds: the hub's credentials are used at once, for one call. */
const HUB_SESSION = 900;

function secretsOf(credentials: TemporaryCredentials): readonly string[] {
  return [credentials.secretAccessKey, credentials.sessionToken, credentials.accessKeyId];
}
