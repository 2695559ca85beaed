import { setMaxListeners } from 'node:events';
import { Asking } from '../audit/asking.js';
import { gatherFacts } from '../audit/gather.js';
import { type AuditResult, judgeFacts } from '../audit/judge.js';
import type { UserNames } from '../audit/judgments/ways-out.js';
import { askEnvironments, GitHubAnswer } from '../audit/questions/github.js';
import { type Connection, connect } from '../aws/connection.js';
import { partitionOf } from '../aws/names.js';
import type { AuditSettings } from '../config/audit-inputs.js';
import type { Configuration } from '../config/configuration.js';
import { Failure } from '../failure.js';
import type { Job, Variables } from '../github/job.js';
import { gitHubRest } from '../github/rest.js';
import { auditSources, firstRegion } from './audit-access.js';
import { keysInRepository } from './audit-scan.js';

/** What an audit works with, whoever started it. */
export interface AuditRequest {
  readonly settings: AuditSettings;
  readonly configuration: Configuration;
  readonly job: Job;
  readonly variables: Variables;
  /** Top folder of the repository. */
  readonly folder: string;
  readonly mask: (secret: string) => void;
  readonly tell: (what: string) => void;
  /** Somebody wants it to stop. */
  readonly signal: AbortSignal;
}

/**
 * Asks AWS, searches the repository, and judges.
 *
 * @throws Failure when nothing can be asked at all; whatever else is missing stands in the result as a gap
 */
export async function audit(request: AuditRequest): Promise<AuditResult> {
  const { settings, configuration, variables, job, mask, tell } = request;
  const [environment] = configuration.environments;
  if (environment === undefined) throw noEnvironments(configuration);
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(settings.connection.timeout * 1000)]);
  // Everything that is asked at the same time listens to it.
  setMaxListeners(0, signal);
  const partition = partitionOf(environment.region);
  const connection = connect(variables);
  const asking = new Asking(signal);
  try {
    const access = { settings, job, variables, connection, partition, signal, mask, tell };
    const region = settings.region ?? firstRegion(partition);
    const sources = await auditSources({ ...access, region });
    const facts = await gatherFacts(configuration, settings.checks, sources, asking);
    const keys = await keysInRepository({ ...request, signal }, asking);
    const gitHub = await gitHubEnvironments(request, connection, asking, signal);
    const circumstances = {
      checks: settings.checks,
      keys,
      gitHub,
      now: new Date(),
      names: namesOf(settings),
    };
    return judgeFacts(configuration, facts, asking.gaps, circumstances);
  } finally {
    connection.close();
  }
}

async function gitHubEnvironments(
  { settings, variables }: AuditRequest,
  connection: Connection,
  asking: Asking,
  signal: AbortSignal,
) {
  const { repository, token, checks } = settings;
  if (!checks.has('github') || repository === undefined) return undefined;
  const ask = gitHubRest({ ...variables, GH_TOKEN: token }, connection, signal);
  const read = async (path: string) => {
    const answer = await ask(path);
    if (answer.kind === 'refused') throw new GitHubAnswer(answer.status);
    return answer.value;
  };
  const environments = await askEnvironments(read, repository, asking);
  return environments && { repository, environments };
}

/** How names of users are to be told. */
export function namesOf({ showUsers }: AuditSettings): UserNames {
  return showUsers ? 'shown' : 'withheld';
}

function noEnvironments({ path }: Configuration): Failure {
  return new Failure('wrong-configuration', {
    what: `${path} names no environment, so there is nothing to compare AWS with.`,
    write: 'aws-temp-creds init',
  });
}
