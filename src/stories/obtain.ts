import { connect } from '../aws/connection.js';
import { stsEndpoint } from '../aws/endpoint.js';
import type { AccountId } from '../aws/names.js';
import { sts } from '../aws/sts.js';
import type { ConnectionInputs } from '../config/inputs.js';
import { exchange } from '../credentials/exchange.js';
import type { AssumedRole, Target, TemporaryCredentials } from '../credentials/target.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { type IdentityToken, tokenSource } from '../github/oidc-token.js';
import type { Runner } from '../github/runner.js';
import { printable } from '../printable.js';

/** Everything that obtaining credentials needs; open while the step runs. */
export interface Exchange {
  /** The token for an audience, asked for at once. */
  token(audience: string): Promise<IdentityToken>;
  obtain(targets: readonly Target[], allowed: ReadonlySet<AccountId>): Promise<readonly AssumedRole[]>;
  close(): void;
}

/** Opens the way to GitHub and AWS, with the time bound running from now on. */
export function openExchange(runner: Runner, variables: Variables, inputs: ConnectionInputs): Exchange {
  const connection = connect(variables);
  const deadline = AbortSignal.timeout(inputs.timeout * 1000);
  const patience = { maxAttempts: inputs.maxAttempts, signal: deadline };
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
    obtain: (targets, allowed) =>
      exchange(targets, {
        tokens,
        sts: region => sts(region, stsEndpoint(region, inputs.stsEndpoint, variables), connection),
        maxAttempts: inputs.maxAttempts,
        retryRefusals: inputs.retryRefusals * 1000,
        deadline,
        allowed,
        source: targets.some(({ chain }) => chain && chain.via === undefined)
          ? earlierCredentials(variables)
          : undefined,
        mask: runner.mask,
        onRetry: (name, code, attempt) =>
          runner.info(`${name}: attempt ${attempt} failed (${printable(code, 100)}), trying again`),
      }),
    close: () => connection.close(),
  };
}

/** The credentials of an earlier step, which `role-chaining` starts from. */
function earlierCredentials(variables: Variables): TemporaryCredentials {
  const accessKeyId = variables['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = variables['AWS_SECRET_ACCESS_KEY'];
  const sessionToken = variables['AWS_SESSION_TOKEN'];
  if (accessKeyId && secretAccessKey && sessionToken) {
    return { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(8.64e15) };
  }
  const longLived = accessKeyId && secretAccessKey;
  throw new Failure('wrong-input', {
    what: longLived
      ? 'role-chaining starts from temporary credentials, and the environment holds a long-lived key.'
      : 'role-chaining starts from the credentials of an earlier step, and the environment holds none.',
    why: longLived
      ? 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set without AWS_SESSION_TOKEN.'
      : 'AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN are not all set.',
    likely: longLived
      ? 'A static key is still handed to the job.'
      : 'The earlier step has `export: profiles` or `none`.',
    write:
      'Let the step before this one assume the first role with `export: env`, or name that role as `via` in the configuration file.',
  });
}
