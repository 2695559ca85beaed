import { type CachedCredentials, isAlive, isFresh } from '../credentials/cache.js';
import { failureLine, processAnswer } from '../credentials/process-request.js';
import type { AssumedRole } from '../credentials/target.js';
import type { BrokerAnswer } from './broker.js';

/**
 * The credentials of a role for as long as a command runs: in memory alone, renewed when they are about to end, by one
 * call however many ask.
 *
 * @param first what was obtained before the command was started
 * @param assume asks for new ones
 */
export function keptCredentials(
  first: CachedCredentials,
  assume: () => Promise<AssumedRole>,
): () => Promise<BrokerAnswer> {
  let kept = first;
  let renewing: Promise<string | undefined> | undefined;
  const renew = async (): Promise<string | undefined> => {
    const obtained = new Date();
    try {
      const { credentials, account } = await assume();
      kept = { credentials, account, obtained };
      return undefined;
    } catch (error) {
      return failureLine(error);
    } finally {
      renewing = undefined;
    }
  };
  return async () => {
    if (isFresh(kept, new Date())) return { credentials: processAnswer(kept), warning: undefined };
    renewing ??= renew();
    const failure = await renewing;
    if (failure === undefined || isAlive(kept, new Date()))
      return { credentials: processAnswer(kept), warning: failure };
    return { failure };
  };
}
