import { describeJob, describePullRequest, type GitHubJob } from '../../__tests__/support/github-job.js';
import { type Issuer, startIssuer } from '../../__tests__/support/issuer.js';
import { type Sts, startSts } from '../../__tests__/support/sts.js';
import { awsTrust, gitHubTrust } from '../../__tests__/support/sts-account.js';
import { BOOTSTRAP_ROLES, bootstrap, bootstrapRole, type Place } from './bootstrap.js';
import { type AwsFront, startFront } from './front.js';
import { type Moto, startMoto } from './moto.js';

export const EUROPE: Place = { account: '111111111111', region: 'eu-west-1' };
export const AMERICA: Place = { account: '222222222222', region: 'us-east-1' };
export const PARTNER: Place = { account: '333333333333', region: 'us-east-1' };

export interface CloudOptions {
  /** Folder of the installed part `python`. */
  readonly python: string;
  /** Seconds that every session lasts, whatever was asked for. */
  readonly sessionSeconds?: number;
  /** Seconds for which a new stack stays in progress. */
  readonly stackSeconds?: number;
  /** Whether the accounts hold what `cdk bootstrap` makes; default true. */
  readonly bootstrapped?: boolean;
}

/** GitHub's issuer and AWS on loopback: two accounts that are ready for CDK and trust one GitHub environment. */
export interface Cloud {
  readonly issuer: Issuer;
  readonly sts: Sts;
  readonly moto: Moto;
  readonly front: AwsFront;
}

/** The job that the accounts' roles trust. */
export const DEPLOY_JOB: GitHubJob = describeJob({ environment: 'production' });

/** A job of a pull request, which only the read roles trust. */
export const PULL_REQUEST_JOB: GitHubJob = describePullRequest(7);

/** A job that prepares accounts for CDK, behind a GitHub environment of its own. */
export const BOOTSTRAP_JOB: GitHubJob = describeJob({ environment: 'bootstrap', event: 'workflow_dispatch' });

/** What a role of CI needs for CDK: to assume the roles of the bootstrap stack, and nothing else. */
const BOOTSTRAP_ROLES_ONLY = ['arn:aws:iam::*:role/cdk-hnb659fds-*'];

/** Runs `body` with a cloud of its own, and ends it whatever comes. */
export async function withCloud<T>(options: CloudOptions, body: (cloud: Cloud) => Promise<T>): Promise<T> {
  const closing: (() => Promise<void>)[] = [];
  const started = <S extends { close(): Promise<void> }>(service: S): S => {
    closing.unshift(() => service.close());
    return service;
  };
  try {
    const issuer = started(await startIssuer());
    const { sessionSeconds, stackSeconds = 0 } = options;
    const sts = started(
      await startSts({
        issuers: [issuer],
        ...(sessionSeconds === undefined ? {} : { lifetime: sessionSeconds }),
      }),
    );
    const moto = started(await startMoto(options.python));
    const front = started(await startFront({ sts: sts.url, aws: moto.url, stackSeconds }));
    for (const place of [EUROPE, AMERICA, PARTNER]) {
      defineRoles(sts, place);
      if (options.bootstrapped !== false) await bootstrap(moto, place);
    }
    return await body({ issuer, sts, moto, front });
  } finally {
    for (const close of closing) await close();
  }
}

function defineRoles(sts: Sts, place: Place): void {
  const { account } = place;
  const trust = (subject: string) => gitHubTrust(account, { subject });
  const environment = 'repo:acme/shop:environment:production';
  if (place === PARTNER) {
    const hub = `arn:aws:iam::${EUROPE.account}:role/github-deploy`;
    sts.role(account, { name: 'partner-deploy', trust: awsTrust(hub), mayAssume: BOOTSTRAP_ROLES_ONLY });
  } else {
    const mayAssume = [...BOOTSTRAP_ROLES_ONLY, `arn:aws:iam::${PARTNER.account}:role/partner-deploy`];
    sts.role(account, { name: 'github-deploy', trust: trust(environment), mayAssume });
    const readers = ['repo:acme/shop:environment:production', 'repo:acme/shop:pull_request'];
    sts.role(account, { name: 'github-bootstrap', trust: trust('repo:acme/shop:environment:bootstrap') });
    const lookup = [bootstrapRole('lookup', { account, region: '*' })];
    sts.role(account, {
      name: 'github-read',
      trust: gitHubTrust(account, { subject: readers }),
      mayAssume: lookup,
    });
  }
  for (const kind of BOOTSTRAP_ROLES) {
    const name = bootstrapRole(kind, place).split(':role/')[1] ?? '';
    sts.role(account, { name, trust: awsTrust(`arn:aws:iam::${account}:root`) });
  }
}
