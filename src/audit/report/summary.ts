import type { Configuration } from '../../config/configuration.js';
import { code, plain } from '../../scan/report/markdown.js';
import type { AuditFinding } from '../finding.js';
import type { AuditResult } from '../judge.js';
import type { ParityRow } from '../judgments/parity.js';
import { shownUser, type UserNames } from '../judgments/ways-out.js';
import { RULES } from '../rules.js';
import { diagram } from './diagram.js';
import { headline, plural, scopeWords } from './words.js';

/** GitHub drops a summary of more than 1 MiB; what is listed is cut long before. */
const MOST_BYTES = 900_000;
const MOST_ROWS = 300;
const MOST_DIFFERENCES = 40;

const ICONS = { error: '🛑', warning: '⚠️', notice: 'ℹ️' } as const;

/** The report as Markdown for the job summary: what to do first, then one table for each question. */
export function auditSummary(configuration: Configuration, result: AuditResult, names: UserNames): string {
  const { findings, gaps, notes } = result;
  const icon = gaps.length > 0 ? '🚧' : findings.length > 0 ? '🔎' : '✅';
  const parts = [
    `## ${icon} AWS audit: ${plain(headline(result))}`,
    `Looked at: ${plain(scopeWords(result))}`,
    gapTable(result),
    findingTable(result),
    ways(findings),
    environmentTable(configuration, result),
    trustTable(result),
    keyTable(result, names),
    ...result.parity.map(parityTable),
    acceptedTable(result),
    ...notes.map(note => `> [!NOTE]\n> ${plain(note)}`),
    diagram(configuration, result.facts) ?? '',
  ];
  return withinLimit(parts.filter(part => part !== ''));
}

/** The parts as long as they fit; what is left out is said. */
function withinLimit(parts: readonly string[]): string {
  let left = MOST_BYTES;
  const fitting = parts.filter(part => {
    const size = Buffer.byteLength(part) + 2;
    const fits = size <= left;
    if (fits) left -= size;
    return fits;
  });
  const out = parts.length - fitting.length;
  const note = `> [!NOTE]\n> ${plural(out, 'table')} of this report did not fit here: \`report-file\` has all of it.`;
  return [...fitting, ...(out === 0 ? [] : [note])].join('\n\n');
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const lines = [head, head.map(() => '---'), ...rows.slice(0, MOST_ROWS)];
  const more = rows.length > MOST_ROWS ? `\n\n… and ${rows.length - MOST_ROWS} more.` : '';
  return `### ${title}\n\n${lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')}${more}`;
}

function gapTable({ gaps }: AuditResult): string {
  return table(
    'Not looked at',
    ['What', 'Needs', 'Why', 'What to do'],
    gaps.map(({ part, action, why, fix }) => [plain(part), code(action), plain(why), plain(fix)]),
  );
}

function findingTable({ findings }: AuditResult): string {
  return table(
    'Findings',
    ['', 'What', 'Rule'],
    findings.map(({ severity, what, rule }) => [ICONS[severity], plain(what, 600), code(rule)]),
  );
}

/** What to do, once for all findings that ask for the same; commands stand in a block, to be pasted. */
function ways(findings: readonly AuditFinding[]): string {
  const texts = new Map<string, string[]>();
  for (const { rule, fix } of findings.slice(0, MOST_ROWS)) {
    const title = RULES[rule].title;
    texts.set(title, [...(texts.get(title) ?? []), fix]);
  }
  const sections = [...texts].map(([title, fixes]) => {
    const distinct = [...new Set(fixes)].slice(0, MOST_DIFFERENCES);
    return `**${plain(title)}**\n\n${distinct.map(fixText).join('\n\n')}`;
  });
  return sections.length === 0 ? '' : `### What to do\n\n${sections.join('\n\n')}`;
}

function fixText(fix: string): string {
  const isPasted = fix.includes('\n') || /^(aws|gh) /.test(fix);
  return isPasted ? `\`\`\`sh\n${fix.replaceAll('```', "'''")}\n\`\`\`` : plain(fix, 600);
}

function environmentTable({ environments }: Configuration, { facts }: AuditResult): string {
  const names = new Map(facts.organization?.accounts.map(account => [account.id, account]));
  return table(
    'Which accounts the pipeline enters, and who else',
    ['Environment', 'Account', 'Deploy role', 'People'],
    environments.map(({ name, account, role, people, production }) => {
      const known = names.get(account);
      const title = known?.name === undefined ? '' : ` ${plain(known.name, 60)}`;
      const state =
        known === undefined || known.state === 'ACTIVE' ? '' : ` (${plain(known.state ?? '', 40)})`;
      const sets = people.map(
        ({ permissionSet, groups }) =>
          `${plain(permissionSet)}${groups.length === 0 ? '' : ` ← ${groups.map(group => plain(group, 60)).join(', ')}`}`,
      );
      return [
        `${plain(name)}${production ? ' (production)' : ''}`,
        `${code(account)}${title}${state}`,
        code(role.slice(role.indexOf(':role/') + 6)),
        sets.join('<br>'),
      ];
    }),
  );
}

function trustTable({ trusts }: AuditResult): string {
  return table(
    'Who may enter from GitHub',
    ['Account', 'Role', 'Jobs'],
    trusts.map(({ account, role, entrants }) => [
      code(account),
      code(role.slice(role.indexOf(':role/') + 6)),
      entrants.map(({ who, further }) => plain([who, ...further].join('; '), 400)).join('<br>'),
    ]),
  );
}

function keyTable({ facts }: AuditResult, names: UserNames): string {
  const day = (date: Date | undefined) => date?.toISOString().slice(0, 10);
  return table(
    'Access keys left',
    ['Account', 'User', 'Key', 'State', 'Made', 'Last used'],
    [...facts.accounts.values()].flatMap(({ account, keys }) =>
      keys.map(({ user, id, status, created, use }) => [
        code(account),
        plain(shownUser(user, names)),
        code(id),
        plain(status ?? 'unknown'),
        day(created) ?? 'unknown',
        use === undefined
          ? 'unknown'
          : use.at === undefined
            ? 'never'
            : plain([day(use.at), use.service, use.region].filter(Boolean).join(', ')),
      ]),
    ),
  );
}

function parityTable({
  environment,
  permissionSets,
  through,
  pipelineOnly,
  peopleOnly,
  undecided,
}: ParityRow): string {
  const row = (who: string) => (difference: { action: string; resource: string; source: string }) => [
    who,
    code(difference.action, 200),
    code(difference.resource, 200),
    plain(difference.source, 80),
  ];
  const rows = [
    ...pipelineOnly.slice(0, MOST_DIFFERENCES).map(row('pipeline')),
    ...peopleOnly.slice(0, MOST_DIFFERENCES).map(row('people')),
  ];
  const roles =
    through.length === 0 ? '' : `, which gets at ${through.map(role => code(role, 80)).join(', ')}`;
  const intro = `Deploy role${roles}; beside ${permissionSets.map(set => code(set)).join(', ')}. ${plural(pipelineOnly.length, 'permission')} of the pipeline only, ${peopleOnly.length} of people only.`;
  const open = undecided.slice(0, MOST_DIFFERENCES).map(text => `- ${plain(text, 400)}`);
  return [
    `### What pipeline and people may do in ${plain(environment)}`,
    intro,
    ...(rows.length === 0
      ? []
      : [table('', ['Only', 'Action', 'Resource', 'By'], rows).replace(/^### \n\n/, '')]),
    ...(open.length === 0
      ? []
      : [`<details><summary>Not decided: ${undecided.length}</summary>\n\n${open.join('\n')}\n\n</details>`]),
  ].join('\n\n');
}

function acceptedTable({ accepted }: AuditResult): string {
  return table(
    `Accepted by the file: ${plural(accepted.length, 'finding')}`,
    ['Rule', 'What', 'Reason'],
    accepted.map(({ rule, what, reason }) => [code(rule), plain(what, 400), plain(reason)]),
  );
}
