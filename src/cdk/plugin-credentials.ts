import type { SDKv3CompatibleCredentials } from '@aws-cdk/cli-plugin-contract';
import type { ProcessRequest } from '../credentials/process-request.js';
import { askProcess } from '../handover/ask-process.js';
import type { Programs } from '../handover/job-file.js';

/** Credentials as the CLI gets them. All fields are there: ours are always temporary. */
export type PluginCredentials = Required<SDKv3CompatibleCredentials>;

/** @throws Error with the credential process's own explanation */
export async function pluginCredentials(
  programs: Programs,
  request: ProcessRequest,
): Promise<PluginCredentials> {
  const credentials = await askProcess(programs, request);
  return { ...credentials, expiration: renewBefore(credentials.expiration, new Date()) };
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
