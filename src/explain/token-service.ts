import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import { type Outage, outageAdvice } from './outage.js';

/** What is known of a request for a token that gave none. */
export interface TokenRefusal {
  readonly status: number;
  /** The content type; '' when none was named. */
  readonly type: string;
  /** Where the answer leads to; undefined: nowhere. */
  readonly location: string | undefined;
  readonly host: string;
  readonly attempts: number;
  /** When the job's right to ask for tokens ends; undefined: its request token does not say. */
  readonly until: Date | undefined;
  readonly now: Date;
}

const WRITE_PERMISSION =
  'Check that the job has `permissions: id-token: write`, and run it again; see https://www.githubstatus.com.';

/** GitHub's token service answered, and gave no token. */
export function noTokenGiven(refusal: TokenRefusal): Failure {
  const { status, attempts } = refusal;
  const times = attempts === 1 ? '' : `, ${attempts} times`;
  const what = `GitHub gave no OIDC token: it answered HTTP ${status}${times}.`;
  const advice = byStatus(refusal);
  return new Failure(isOutage(refusal) ? 'unreachable' : 'no-identity-token', { what, ...advice });
}

function isOutage({ status }: TokenRefusal): boolean {
  return status >= 500 || status === 429 || status === 408 || status < 400 || status === 407;
}

function byStatus(refusal: TokenRefusal) {
  const { status, host, until, now } = refusal;
  if (isOutage(refusal)) return outageAdvice(asOutage(refusal), 'GitHub');
  if ((status === 401 || status === 403) && until !== undefined && until <= now) {
    return {
      why: `The job's right to ask for tokens ended at ${until.toISOString()}, about six hours after it began.`,
      likely: 'The job runs longer than GitHub gives it tokens for.',
      write:
        'Split the job, so that each one asks for its credentials while it is younger than six hours; or ask for a session that lasts to its end: `role-duration-seconds: 12h` (`duration: 12h`; the role has to allow it).',
    };
  }
  if (status === 401) {
    return {
      why: `${host} does not take the job's own token for asking (ACTIONS_ID_TOKEN_REQUEST_TOKEN), which is still valid by its own account.`,
      likely:
        'GitHub has trouble, or a step has changed the variable; on a self-hosted runner its clock may be wrong.',
      write: WRITE_PERMISSION,
    };
  }
  if (status === 403) {
    return {
      why: `${host} knows the job, and does not let it have a token.`,
      likely:
        'The organization or enterprise does not allow OIDC tokens for this repository, an IP allow list does not hold this runner, or a firewall answers for GitHub.',
      write: WRITE_PERMISSION,
    };
  }
  if (status === 404) {
    return {
      why: `The address that the runner gave (ACTIONS_ID_TOKEN_REQUEST_URL) leads to nothing on ${host}.`,
      likely: 'A step has changed the variable, or OIDC is not set up on this GitHub Enterprise Server.',
      write:
        'Let no step set ACTIONS_ID_TOKEN_REQUEST_URL. On GitHub Enterprise Server an administrator sets up OIDC for Actions.',
    };
  }
  return {
    why: `${host} does not take the request.`,
    likely:
      'The audience holds something that GitHub does not take, or a step has changed ACTIONS_ID_TOKEN_REQUEST_URL.',
    write: 'Correct `audience` (default: sts.amazonaws.com), and let no step set that variable.',
  };
}

function asOutage({ status, type, location, host }: TokenRefusal): Outage {
  return {
    code: `HTTP ${status}`,
    message: '',
    answerer: { kind: 'other', status, type, location },
    host,
    proxy: undefined,
  };
}

/** It answered with success, and with no token. */
export function noTokenInside(host: string, type: string): Failure {
  return new Failure('unreachable', {
    what: `GitHub gave no OIDC token: the answer of ${printable(host, 200)} holds none.`,
    why: `It answered HTTP 200 (${printable(type, 100) || 'no content type'}), and nothing in it is a token.`,
    likely: 'A proxy, a firewall or a portal that wants a login answers in the place of GitHub.',
    write: `Have ${printable(host, 200)} let through there, or name the proxy in HTTPS_PROXY or \`http-proxy\`.`,
  });
}

/** Nobody answered. */
export function tokenServiceUnreachable(outage: Outage, cause: unknown): Failure {
  const reason =
    outage.code === 'TimeIsUp'
      ? 'no answer came before the time was up (input `timeout`)'
      : printable(outage.message, 300) || outage.code;
  return new Failure(
    'unreachable',
    {
      what: `GitHub's token service ${outage.host} could not be reached: ${reason}`,
      ...outageAdvice(outage, 'GitHub'),
    },
    { cause },
  );
}

/** The runner's address for tokens is none. */
export function unusableTokenUrl(): Failure {
  return new Failure('no-identity-token', {
    what: 'This job cannot get an OIDC token: ACTIONS_ID_TOKEN_REQUEST_URL is not a URL.',
    why: 'The runner sets it to the address of the token service; what it is set to now is none.',
    likely: 'A step, or `env:` of the job, has changed it.',
    write: 'Let nothing in the workflow set ACTIONS_ID_TOKEN_REQUEST_URL.',
  });
}
