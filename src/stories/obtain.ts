import { connect } from '../aws/connection.js';
import { stsEndpoint } from '../aws/endpoint.js';
import type { AccountId, Region } from '../aws/names.js';
import { sts } from '../aws/sts.js';
import type { Inputs } from '../config/inputs.js';
import { exchange } from '../credentials/exchange.js';
import type { AssumedRole, Target, TemporaryCredentials } from '../credentials/target.js';
import type { Job, Variables } from '../github/job.js';
import { type IdentityToken, tokenSource } from '../github/oidc-token.js';
import type { Runner } from '../github/runner.js';
import { programsBeside } from '../handover/profile-folder.js';
import { printable } from '../printable.js';
import { earlierCredentials } from './chain-source.js';

/** Everything that obtaining credentials needs; open while the step runs. */
export interface Exchange {
  /** The token for an audience, asked for at once. */
  token(audience: string): Promise<IdentityToken>;
  obtain(targets: readonly Target[], allowed: ReadonlySet<AccountId>): Promise<readonly AssumedRole[]>;
  close(): void;
}

/** Opens the way to GitHub and AWS, with the time bound running from now on. */
export function openExchange(runner: Runner, job: Job, variables: Variables, inputs: Inputs): Exchange {
  const { timeout, maxAttempts, retryRefusals, stsEndpoint: endpoint } = inputs.connection;
  const connection = connect(variables);
  const deadline = AbortSignal.timeout(timeout * 1000);
  const patience = { maxAttempts, signal: deadline };
  const stsOf = (region: Region) => sts(region, stsEndpoint(region, endpoint, variables), connection);
  const tokens = tokenSource(variables, {
    connection,
    patience,
    mask: runner.mask,
    onRetry: (reason, attempt) =>
      runner.info(
        `GitHub's token service: attempt ${attempt} failed (${printable(reason, 100)}), trying again`,
      ),
  });
  return {
    token: audience => tokens.get(audience),
    obtain: async (targets, allowed) =>
      exchange(targets, {
        tokens,
        sts: stsOf,
        maxAttempts,
        retryRefusals: retryRefusals * 1000,
        deadline,
        allowed,
        source: targets.some(({ chain }) => chain && chain.via === undefined)
          ? await chainSource(runner, variables)
          : undefined,
        mask: runner.mask,
        explain: async calls => {
          const { explainRefusal } = await import(/* bundle: refusal */ './explain-refusal.js');
          return explainRefusal(calls, {
            runner,
            job,
            variables,
            connection,
            input: inputs.explainWith,
            tokens,
            sts: ({ target }) => stsOf(target.region),
            maskAccounts: inputs.maskAccount,
          });
        },
        onRetry: (name, code, attempt) =>
          runner.info(`${name}: attempt ${attempt} failed (${printable(code, 100)}), trying again`),
      }),
    close: () => connection.close(),
  };
}

async function chainSource(runner: Runner, variables: Variables): Promise<TemporaryCredentials> {
  const source = await earlierCredentials(variables, programsBeside(process.argv[1] ?? '', process.execPath));
  // Those of a profile were never seen by this log before.
  for (const secret of [source.secretAccessKey, source.sessionToken, source.accessKeyId]) runner.mask(secret);
  return source;
}
