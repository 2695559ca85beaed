import type { StsError } from '../aws/errors.js';
import type { RoleArn } from '../aws/names.js';
import type { RefusedCall } from '../explain/refused-call.js';
import { Failure } from '../failure.js';
import type { IdentityToken } from '../github/oidc-token.js';
import type { Target } from './target.js';

/** Who asked for a role when it was refused: a token, or the session of a hub role. */
export interface Refuser {
  readonly role: RoleArn;
  token: IdentityToken | undefined;
  readonly source: string | undefined;
}

/** A role was not assumed; told together with the others. */
export class NotAssumed extends Error {
  readonly call: RefusedCall;

  constructor(call: RefusedCall) {
    super(call.problem.code);
    this.call = call;
  }
}

export function notAssumed(
  problem: StsError,
  target: Target,
  refuser: Refuser,
  attempts: number,
): NotAssumed {
  const { role, token, source } = refuser;
  return new NotAssumed({ target, role, claims: token?.claims, source, attempts, problem });
}

/** Makes one failure of the calls to STS that gave no credentials: at least one. */
export type Explain = (calls: readonly RefusedCall[]) => Promise<Failure>;

/** Explains refusals by what AWS and the tokens say, without asking anybody. */
export async function explainPlainly(calls: readonly RefusedCall[]): Promise<Failure> {
  // Loaded only now: what can be said of refusals is much, and needed by few runs.
  const { refusalOf } = await import(/* bundle: refusal */ '../stories/explain-refusal.js');
  return refusalOf(calls);
}

/**
 * One failure that says what all of them say. What went wrong with ourselves comes first, then a token that was not
 * given (nobody was asked without one) and credentials that are not those asked for, then what STS said.
 */
export async function together(failures: readonly unknown[], explain: Explain): Promise<unknown> {
  const others = failures.filter(failure => !(failure instanceof NotAssumed));
  const unexpected = others.find(failure => !(failure instanceof Failure));
  if (unexpected !== undefined) return unexpected;
  const calls = failures.flatMap(failure => (failure instanceof NotAssumed ? [failure.call] : []));
  return others[0] ?? (await explain(calls));
}
