import { VERSION } from '../about.js';

/**
 * How this program names itself to AWS, which writes it into CloudTrail beside every call: with the run that made it, in
 * the form that the SDKs use for such metadata.
 *
 * @param variables of a step; what is no number is left out
 */
export function userAgent(variables: Readonly<Record<string, string | undefined>>): string {
  const run = Object.entries({ run_id: 'GITHUB_RUN_ID', attempt: 'GITHUB_RUN_ATTEMPT' }).flatMap(
    ([label, name]) => (/^\d{1,20}$/.test(variables[name] ?? '') ? [`md/${label}#${variables[name]}`] : []),
  );
  return [`aws-temp-creds/${VERSION}`, ...run].join(' ');
}
