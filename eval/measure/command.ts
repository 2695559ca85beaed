import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

/** The bundled command, as users run it. */
export const COMMAND = fileURLToPath(new URL('../../../dist/cli/index.js', import.meta.url));

const RULES = [
  'access-key-pair',
  'access-key-id',
  'secret-access-key',
  'temporary-credentials',
  'temporary-access-key-id',
  'session-token',
  'bedrock-api-key',
  'bedrock-short-term-api-key',
  'ses-smtp-credentials',
  'mws-auth-token',
  'odd-credential',
  'presigned-url',
  'ci-static-key',
  'job-static-key',
] as const;

/** The part of the JSON report that is judged. */
const REPORT = v.object({
  findings: v.array(
    v.object({
      rule: v.picklist(RULES),
      severity: v.picklist(['error', 'warning', 'notice']),
      place: v.object({ kind: v.string(), path: v.optional(v.string()), line: v.optional(v.number()) }),
      shown: v.string(),
    }),
  ),
  unread: v.array(v.object({ what: v.string(), why: v.string(), incomplete: v.boolean() })),
  counts: v.object({ files: v.number(), objects: v.number(), bytes: v.number(), milliseconds: v.number() }),
});

export type Report = v.InferOutput<typeof REPORT>;

/** A report and the whole output that it stood in. */
export interface Answer {
  readonly report: Report;
  readonly output: string;
}

/** Runs `scan --json` with these arguments. Throws when it gives no report. */
export function scan(...args: readonly string[]): Answer {
  const { stdout, stderr, status, error } = spawnSync(
    process.execPath,
    [COMMAND, 'scan', ...args, '--json'],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  );
  if (error !== undefined) throw error;
  const fault = `scan ${args.join(' ')} ended with ${status}: ${stderr.slice(0, 2000)}`;
  let answer: unknown;
  try {
    answer = JSON.parse(stdout);
  } catch (cause) {
    throw new Error(fault, { cause });
  }
  return { report: v.parse(REPORT, answer), output: stdout + stderr };
}

/** Whether `shown`, such as `AKIA…WXYZ` or `secret of 40 characters`, is how this value is shown. */
export function shows(shown: string, value: string): boolean {
  const length = / of (\d+) characters$/.exec(shown)?.[1];
  if (length !== undefined) return value.length === Number(length);
  const [head = '', tail = ''] = shown.split('…');
  return shown.includes('…') && head !== '' && value.startsWith(head) && value.endsWith(tail);
}
