import { execFile } from 'node:child_process';
import { Fields } from '../credentials/fields.js';
import { type ProcessRequest, processArguments } from '../credentials/process-request.js';
import type { TemporaryCredentials } from '../credentials/target.js';
import { printable } from '../printable.js';
import type { Programs } from './job-file.js';

/**
 * Asks the credential process, as every profile does: one cache and one lock for the whole job, in a process of its
 * own, so that neither the caller's version of Node.js nor its environment decides how GitHub and AWS are reached.
 *
 * @throws Error with the process's own explanation
 */
export function askProcess(programs: Programs, request: ProcessRequest): Promise<TemporaryCredentials> {
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

/** @returns undefined when the text is not what a credential process answers */
export function parseAnswer(text: string): TemporaryCredentials | undefined {
  const fields = Fields.parse(text);
  const accessKeyId = fields?.text('AccessKeyId');
  const secretAccessKey = fields?.text('SecretAccessKey');
  const sessionToken = fields?.text('SessionToken');
  const expiration = fields?.date('Expiration');
  if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration) return undefined;
  return { accessKeyId, secretAccessKey, sessionToken, expiration };
}
