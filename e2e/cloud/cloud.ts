import { describeJob, describePullRequest, type GitHubJob } from '../../__tests__/support/github-job.js';
import { type Issuer, startIssuer } from '../../__tests__/support/issuer.js';
import { type Sts, startSts } from '../../__tests__/support/sts.js';
import { bootstrap, type Place } from './bootstrap.js';
import { type AwsFront, startFront } from './front.js';
import { type Moto, startMoto } from './moto.js';
import { createGitHubRoles, createPartnerRole } from './roles.js';

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
      if (options.bootstrapped !== false) await bootstrap(moto, sts, place);
    }
    for (const place of [EUROPE, AMERICA]) await createGitHubRoles(moto, sts, place);
    createPartnerRole(sts, PARTNER, EUROPE);
    return await body({ issuer, sts, moto, front });
  } finally {
    for (const close of closing) await close();
  }
}
