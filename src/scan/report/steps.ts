import type { Finding, RuleId, ScanResult } from '../finding.js';
import type { Step } from '../remedies.js';
import { RULES } from '../rules.js';

/** For a value that has not left the machine: what is mended in time is no leak. */
const TAKE_OUT: readonly Step[] = [
  {
    says: 'Take the value out: the first command takes a file off the next commit, the second mends the last commit, the third earlier ones. No push has taken it anywhere yet.',
    commands: ['git restore --staged FILE', 'git commit --amend FILE', 'git rebase --interactive BASE'],
  },
  {
    says: 'Was it ever shared in another way (a chat, a log, a mail, another branch)? Then revoke it all the same: the page below says how.',
  },
];

/** True for a finding that is on this machine alone, as far as git knows. */
function isLocal({ uncommitted }: Finding, { unpublished }: Pick<ScanResult, 'unpublished'>): boolean {
  return unpublished === true || uncommitted === true;
}

/** Rules about a hand-over: what is stored elsewhere is replaced, not taken out. */
const HAND_OVERS: ReadonlySet<RuleId> = new Set(['ci-static-key', 'job-static-key']);

/** What to do about a kind of finding of a scan, the most urgent first. */
export function stepsFor(rule: RuleId, result: ScanResult): readonly Step[] {
  const all = result.findings.filter(finding => finding.rule === rule);
  const local = !HAND_OVERS.has(rule) && all.length > 0 && all.every(finding => isLocal(finding, result));
  return local ? TAKE_OUT : RULES[rule].steps;
}

/** Steps as a Markdown list, with the commands in blocks of their own, to be copied. */
export function markdownSteps(steps: readonly Step[]): string {
  return steps
    .map(({ says, commands = [] }, index) => {
      const number = `${index + 1}. `;
      const indent = ' '.repeat(number.length);
      const block = ['~~~sh', ...commands, '~~~'].map(line => `${indent}${line}`);
      return `${number}${says}${commands.length === 0 ? '' : `\n\n${block.join('\n')}\n`}`;
    })
    .join('\n');
}

/** Steps as plain lines: each sentence after its number, each command on a line of its own. */
export function plainSteps(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ says, commands = [] }, index) => [
    `${index + 1}. ${says.replaceAll('`', '')}`,
    ...commands.map(command => `     ${command}`),
  ]);
}

const TEMPORARY: ReadonlySet<RuleId> = new Set([
  'temporary-credentials',
  'temporary-access-key-id',
  'session-token',
  'bedrock-short-term-api-key',
]);

/** What has to come before anything else, in a few words; '' where nothing is urgent. */
export function urgent(finding: Finding, result: Pick<ScanResult, 'unpublished'>): string {
  const { rule, severity, status } = finding;
  if (severity === 'notice' || HAND_OVERS.has(rule) || rule === 'odd-credential') return '';
  if (isLocal(finding, result)) return 'Take it out before it leaves this machine';
  if (status === 'dead') return 'It is dead: take it out';
  return TEMPORARY.has(rule)
    ? 'End its session first: removing it with another commit leaves it valid and in the history'
    : 'Revoke it first: removing it with another commit leaves it valid and in the history';
}
