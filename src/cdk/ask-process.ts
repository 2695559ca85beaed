import { execFile } from 'node:child_process';
import type { SDKv3CompatibleCredentials } from '@aws-cdk/cli-plugin-contract';
import { Fields } from '../credentials/fields.js';
import { type ProcessRequest, processArguments } from '../credentials/process-request.js';
import type { Programs } from '../handover/job-file.js';
import { printable } from '../printable.js';

/** Credentials as the CLI gets them. All fields are there: ours are always temporary. */
export type PluginCredentials = Required<SDKv3CompatibleCredentials>;

/**
 * Asks the credential process, as every profile does: one cache and one lock for the whole job, in a process of its
 * own, so that neither the CLI's version of Node.js nor its environment decides how GitHub and AWS are reached.
 *
 * @throws Error with the process's own explanation
 */
export function askProcess(programs: Programs, request: ProcessRequest): Promise<PluginCredentials> {
  const args = [programs.credentialProcess, ...processArguments(request)];
  // What a project wants loaded into its own Node.js processes (NODE_OPTIONS) is not meant for this one.
  const { NODE_OPTIONS: _, ...env } = process.env;
  return new Promise((resolve, reject) => {
    execFile(programs.node, args, { env, windowsHide: true }, (error, stdout, stderr) => {
      const credentials = error === null ? parseAnswer(stdout) : undefined;
      if (credentials !== undefined) resolve(credentials);
      else reject(new Error(reasonOf(stderr, error), { cause: error }));
    });
  });
}

/** The text for the user; the command line that Node.js puts into its error says nothing to them. */
function reasonOf(stderr: string, error: Error | null): string {
  const lines = stderr.split('\n').filter(line => line.startsWith('aws-temp-creds: '));
  return (
    lines.at(-1) ??
    `aws-temp-creds: no credentials: ${printable(error?.message ?? 'an unreadable answer', 500)}`
  );
}

function parseAnswer(text: string): PluginCredentials | undefined {
  const fields = Fields.parse(text);
  const accessKeyId = fields?.text('AccessKeyId');
  const secretAccessKey = fields?.text('SecretAccessKey');
  const sessionToken = fields?.text('SessionToken');
  const expiration = fields?.date('Expiration');
  if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration) return undefined;
  return { accessKeyId, secretAccessKey, sessionToken, expiration: renewBefore(expiration, new Date()) };
}

/** Milliseconds. */
const LONGEST_MARGIN = 5 * 60_000;

/**
 * The CLI keeps credentials until five seconds before their end, and may hand them to an upload that takes longer. So
 * it is told of an earlier end: five minutes, or a sixth of what is left of a short session. That is later than the
 * process renews at, so that the CLI then gets new ones.
 */
export function renewBefore(expiration: Date, now: Date): Date {
  const left = Math.max(0, expiration.getTime() - now.getTime());
  return new Date(expiration.getTime() - Math.min(LONGEST_MARGIN, left / 6));
}
