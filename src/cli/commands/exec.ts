import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failureLine } from '../../credentials/process-request.js';
import { noTokenOffered } from '../../explain/preflight.js';
import { Failure } from '../../failure.js';
import { readJob, type Variables } from '../../github/job.js';
import { offersTokens } from '../../github/oidc-token.js';
import type { ConnectionSettings } from '../../handover/job-file.js';
import { type BrokerAnswer, startBroker } from '../../laptop/broker.js';
import { processJson } from '../../laptop/credential-formats.js';
import { currentCredentials } from '../../laptop/current-credentials.js';
import { execEnvironment } from '../../laptop/exec-environment.js';
import { makeExecFolder } from '../../laptop/exec-folder.js';
import { environmentNamed, personProfile, targetOf } from '../../laptop/exec-source.js';
import { keptCredentials } from '../../laptop/kept-credentials.js';
import { loadProject, type Project } from '../../laptop/project.js';
import { type ChildEnd, endLike, runChild } from '../../laptop/run-child.js';
import { printable } from '../../printable.js';
import type { Arguments, Command, ExitCode, Terminal } from '../command.js';

/** We failed before the command was started. */
const FAILED = 125;

export const execCommand: Command = {
  name: 'exec',
  operands: '--environment NAME [OPTIONS] -- COMMAND…',
  mostOperands: 0,
  running: { failed: FAILED },
  about: `Runs one command with the credentials of one environment, and nothing else does:
no variable is exported to other steps, no key stands in a file or on a command
line, and nothing that was set before counts.

In a GitHub job the role of the environment is assumed with the job's own OIDC
token (permission id-token: write); on a laptop you are who you are in the
access portal. The command gets AWS_PROFILE, its Region, and a configuration
file of its own whose profile asks this process: so its credentials are renewed
for as long as it runs. Its output, exit code and signals are the command's.`,
  options: [
    { name: 'environment', value: 'NAME', says: 'environment of the configuration file' },
    {
      name: 'permission-set',
      value: 'NAME',
      says: 'on a laptop, another one than the first of the environment',
    },
    {
      name: 'session-policy',
      value: 'JSON',
      says: 'in a job, a policy that narrows what this command may do',
    },
    { name: 'config', value: 'FILE', says: 'configuration file (default: .github/aws-temp-creds.yml)' },
  ],
  examples: [
    ['aws-temp-creds exec --environment dev -- aws s3 ls', 'one command'],
    ['aws-temp-creds exec --environment prod -- npx cdk deploy', 'a long one: what it is given is renewed'],
    [
      "aws-temp-creds exec --environment dev -- sh -c 'aws sts get-caller-identity && terraform plan'",
      'several',
    ],
  ],
  more: `Exit codes: the command's own; 125 it was not started for a reason of ours, 126
it cannot be run, 127 it is not there.`,
  run: runExec,
};

async function runExec(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [program] = given.command;
  const name = given.value('environment');
  if (name === undefined || program === undefined) {
    throw new Failure('wrong-input', {
      what: name === undefined ? '--environment is missing.' : 'There is no command behind `--`.',
      write: 'aws-temp-creds exec --environment dev -- aws s3 ls',
    });
  }
  const project = await loadProject(terminal.cwd, given.value('config'));
  const environment = environmentNamed(project.configuration, name);
  const script = realpathSync(process.argv[1] ?? '');
  const answer = await firstAnswer(given, project, terminal.variables, name);
  const folder = makeExecFolder(environment, script);
  try {
    const broker = await startBroker(folder.path, answer);
    try {
      const environmentOfChild = execEnvironment(terminal.variables, {
        ...folder,
        profile: name,
        region: environment.region,
        cdkPlugin: join(dirname(dirname(script)), 'cdk-plugin', 'index.js'),
      });
      return codeOf(
        await runChild(given.command, environmentOfChild, terminal.cwd),
        program,
        terminal,
        folder.remove,
      );
    } finally {
      broker.close();
    }
  } finally {
    folder.remove();
  }
}

function codeOf(end: ChildEnd, program: string, terminal: Terminal, clean: () => void): ExitCode {
  switch (end.kind) {
    case 'exited':
      return end.code;
    case 'killed':
      clean();
      return endLike(end.signal);
    case 'unstartable':
      terminal.say(`aws-temp-creds exec: ${printable(program, 300)}: ${printable(end.why, 300)}\n`);
      return end.code;
  }
}

/**
 * Obtains the credentials before the command is started, and gives what answers for them while it runs.
 *
 * @throws Failure when there are none
 */
function firstAnswer(
  given: Arguments,
  project: Project,
  variables: Variables,
  name: string,
): Promise<() => Promise<BrokerAnswer>> {
  return variables['GITHUB_ACTIONS'] === 'true'
    ? ofJob(given, project, variables, name)
    : ofPerson(given, project, variables, name);
}

/** As the classic inputs have them by default. */
const CONNECTION: ConnectionSettings = {
  stsEndpoint: undefined,
  maxAttempts: 12,
  timeout: 60,
  variables: {},
};

async function ofJob(given: Arguments, { configuration }: Project, variables: Variables, name: string) {
  refuse(given, 'permission-set', 'a job assumes the role of the environment');
  const job = readJob(variables);
  if (!offersTokens(variables)) throw noTokenOffered(job);
  const target = targetOf(environmentNamed(configuration, name), job, given.value('session-policy'));
  const { assumeAgain } = await import(/* bundle: job-exchange */ '../../credential-renewal.js');
  const assume = () => assumeAgain(target, CONNECTION, variables);
  const obtained = new Date();
  const { credentials, account } = await assume();
  return keptCredentials({ credentials, account, obtained }, assume);
}

async function ofPerson(given: Arguments, { configuration }: Project, variables: Variables, name: string) {
  refuse(given, 'session-policy', 'the portal narrows no permission set');
  const profile = personProfile(
    configuration,
    environmentNamed(configuration, name),
    given.value('permission-set'),
  );
  const load = () => import(/* bundle: sign-on */ '../../laptop/renew.js');
  const current = () => currentCredentials(profile, variables, load);
  await current();
  return async (): Promise<BrokerAnswer> => {
    try {
      const { stored, warning } = await current();
      return { credentials: processJson(stored), warning };
    } catch (error) {
      return { failure: failureLine(error) };
    }
  };
}

function refuse(given: Arguments, option: string, why: string): void {
  if (!given.has(option)) return;
  throw new Failure('wrong-input', { what: `--${option} means nothing here: ${why}.` });
}
