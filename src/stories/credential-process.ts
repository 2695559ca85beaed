import { roleCache } from '../credentials/cache.js';
import {
  failureLine,
  isEverybodysFailure,
  type ProcessRequest,
  parseProcessRequest,
  processAnswer,
} from '../credentials/process-request.js';
import { currentCredentials, type Renewal } from '../credentials/renewal.js';
import type { AssumedRole, Target } from '../credentials/target.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import {
  type ConnectionSettings,
  cacheFolder,
  cacheKey,
  type JobFile,
  jobFilePath,
  lockFolder,
  targetFor,
} from '../handover/job-file.js';
import { jobFolder } from '../handover/job-folder.js';
import { rememberedVariables } from '../handover/remembered-settings.js';
import { printable } from '../printable.js';

/** What a start of the process ends with; each text is one line or nothing. */
export interface ProcessResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: 0 | 1;
}

/** What is loaded only when credentials have to be renewed: most starts find fresh ones, and need no SDK. */
export interface RenewalModule {
  readonly assumeAgain: (
    target: Target,
    settings: ConnectionSettings,
    variables: Variables,
  ) => Promise<AssumedRole>;
}

/**
 * One start of the credential process: the credentials of one environment as the AWS tools read them, or the reason
 * why there are none.
 */
export async function credentialProcess(
  args: readonly string[],
  loadRenewal: () => Promise<RenewalModule>,
): Promise<ProcessResult> {
  try {
    const renewal = await answer(args, loadRenewal);
    if (renewal.kind === 'failed') return failed(renewal.line);
    const warning = renewal.warning === undefined ? '' : `not renewed, still valid: ${renewal.warning}`;
    return { stdout: `${processAnswer(renewal.cached)}\n`, stderr: line(warning), exitCode: 0 };
  } catch (error) {
    return failed(failureLine(error));
  }
}

async function answer(args: readonly string[], loadRenewal: () => Promise<RenewalModule>): Promise<Renewal> {
  const request = parseProcessRequest(args);
  if (request === undefined) {
    throw new Failure('wrong-input', {
      what: 'The credential process takes a folder, the name of an environment, and perhaps `read`.',
      likely: 'The profile that names this program was edited.',
    });
  }
  const { folder, environment, purpose } = request;
  const job = readJobFile(request);
  const target = targetFor(job, environment, purpose);
  if (target === undefined) throw unknownEnvironment(request, job);
  const key = cacheKey(job, environment, purpose);
  return currentCredentials({
    cache: roleCache(cacheFolder(folder), key),
    lock: lockFolder(folder, key),
    account: target.account,
    now: () => new Date(),
    assume: async () => {
      const variables = useRemembered(job.connection);
      const { assumeAgain } = await loadRenewal();
      return assumeAgain(target, job.connection, variables);
    },
    describe: failureLine,
    isEverybodys: isEverybodysFailure,
  });
}

function readJobFile({ folder }: ProcessRequest): JobFile {
  const found = jobFolder(folder);
  if (found !== undefined) return found.job;
  throw new Failure('wrong-configuration', {
    what: `${printable(jobFilePath(folder))} is not there, or not what the main step wrote for this user.`,
    why: 'Profiles end with the step that made them: its post step removes them.',
    likely: 'The profile is used after the job or by another user, or a step emptied RUNNER_TEMP.',
    write: 'Run the step of aws-temp-creds in the same job, before this one.',
  });
}

function unknownEnvironment({ environment, purpose }: ProcessRequest, job: JobFile): Failure {
  const all = job.environments.map(({ target }) => target.name).join(', ');
  const role = purpose === 'read' ? ' with a read-role' : '';
  return new Failure('wrong-configuration', {
    what: `The job has no environment ${printable(environment, 100)}${role}.`,
    why: `The step of aws-temp-creds got credentials for: ${all}.`,
  });
}

/** This process reaches GitHub and AWS as the main step did, whatever the step it runs in has in its environment. */
function useRemembered({ variables }: ConnectionSettings): NodeJS.ProcessEnv {
  for (const [name, value] of Object.entries(rememberedVariables(variables, process.env))) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  // The SDK is bundled, so its advice for the Node.js of later versions is for nobody here.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  return process.env;
}

function failed(text: string): ProcessResult {
  return { stdout: '', stderr: line(text), exitCode: 1 };
}

function line(text: string): string {
  return text === '' ? '' : `aws-temp-creds: ${text}\n`;
}
