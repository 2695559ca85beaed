import { connect } from '../aws/connection.js';
import { stsEndpoint } from '../aws/endpoint.js';
import { sts } from '../aws/sts.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { offersTokens, tokenSource } from '../github/oidc-token.js';
import type { ConnectionSettings } from '../handover/job-file.js';
import { exchange } from './exchange.js';
import { Fields } from './fields.js';
import { explainPlainly } from './not-assumed.js';
import { concernsToken } from './process-request.js';
import type { AssumedRole, Target } from './target.js';

/**
 * Assumes one role again, as the main step did: with a new OIDC token, through the same proxies and endpoints.
 *
 * @param variables of this process, with the settings that the main step remembered
 * @throws Failure as exchange does; `no-identity-token` when this process cannot ask for tokens
 */
export async function assumeAgain(
  target: Target,
  settings: ConnectionSettings,
  variables: Variables,
): Promise<AssumedRole> {
  if (!offersTokens(variables)) throw noVariables();
  const connection = connect(variables);
  const deadline = AbortSignal.timeout(settings.timeout * 1000);
  // Nothing is printed but the answer, so there is no log in which a secret would have to be masked.
  const mask = () => {};
  const patience = { maxAttempts: settings.maxAttempts, signal: deadline };
  try {
    const [assumed] = await exchange([target], {
      tokens: tokenSource(variables, { connection, patience, mask, onRetry: () => {} }),
      sts: region => sts(region, stsEndpoint(region, settings.stsEndpoint, variables), connection),
      maxAttempts: settings.maxAttempts,
      // The role was assumed before: nothing about it is new.
      retryRefusals: 0,
      deadline,
      allowed: new Set([target.account]),
      source: undefined,
      mask,
      explain: explainPlainly,
      onRetry: () => {},
    });
    if (assumed === undefined) throw new Error('the exchange gave nothing');
    return assumed;
  } catch (error) {
    throw expiredRequestToken(error, variables) ?? error;
  } finally {
    connection.close();
  }
}

function noVariables(): Failure {
  return new Failure('no-identity-token', {
    what: 'The credentials cannot be renewed: this process cannot ask GitHub for an OIDC token.',
    why: 'ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not in its environment.',
    likely: 'It was started through sudo, docker run, or a tool that cleans the environment.',
    write:
      'Hand both variables on (sudo --preserve-env=ACTIONS_ID_TOKEN_REQUEST_URL,ACTIONS_ID_TOKEN_REQUEST_TOKEN …; docker run -e ACTIONS_ID_TOKEN_REQUEST_URL -e ACTIONS_ID_TOKEN_REQUEST_TOKEN …), or write `refresh: false`.',
  });
}

/** GitHub says only 401 when a job is too old; its request token, a JWT, says since when. */
function expiredRequestToken(error: unknown, variables: Variables): Failure | undefined {
  if (!(error instanceof Failure) || !concernsToken(error.code)) return undefined;
  const payload = variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN']?.split('.')[1] ?? '';
  const expires = Fields.parse(Buffer.from(payload, 'base64url').toString('utf8'))?.number('exp');
  if (expires === undefined || expires * 1000 > Date.now()) return undefined;
  return new Failure(
    'no-identity-token',
    {
      what: 'The credentials cannot be renewed: GitHub gives this job no more OIDC tokens.',
      why: `The job's right to ask for them ended at ${new Date(expires * 1000).toISOString()}, about six hours after it began.`,
      write:
        'Split the job, or ask for a session that lasts to its end: `duration: 12h` (the role has to allow it).',
    },
    { cause: error },
  );
}
