import type { Log, ReportingDescriptor } from 'sarif';
import type { Configuration } from '../../config/configuration.js';
import { relativeUri } from '../../scan/report/uri.js';
import type { AuditFinding } from '../finding.js';
import type { AuditResult } from '../judge.js';
import { RULES, type RuleName } from '../rules.js';

const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const;
/** GitHub ranks alerts by this number. */
const RANKS = { error: '8.5', warning: '5.0', notice: '1.0' } as const;

export interface SarifOptions {
  readonly toolVersion: string;
  /** The repository's address, for the links to the documentation. */
  readonly homepage: string;
}

/**
 * The findings as SARIF 2.1.0, each at the line of its environment in the configuration file. The category is one of
 * its own, so that an upload does not close the alerts of the scan.
 */
export function sarifReport(
  configuration: Configuration,
  { findings, gaps }: AuditResult,
  { toolVersion, homepage }: SarifOptions,
): string {
  const names = [...new Set(findings.map(({ rule }) => rule))];
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'aws-temp-creds',
            informationUri: homepage,
            semanticVersion: toolVersion,
            rules: names.map(name => descriptor(name, homepage)),
          },
        },
        automationDetails: { id: 'aws-temp-creds/audit/' },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: gaps.length === 0,
            toolExecutionNotifications: gaps.map(({ part, action, why }) => ({
              level: 'warning' as const,
              message: { text: `Not looked at: ${part} (${action}): ${why}` },
            })),
          },
        ],
        results: findings.map(finding => ({
          ruleId: finding.rule,
          ruleIndex: names.indexOf(finding.rule),
          level: LEVELS[finding.severity],
          message: { text: `${finding.what}\n\n${finding.fix}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: relativeUri(configuration.path), uriBaseId: '%SRCROOT%' },
                region: { startLine: lineOf(configuration, finding) },
              },
            },
          ],
          partialFingerprints: { 'awsTempCredsAudit/v1': fingerprint(finding) },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptor(name: RuleName, homepage: string): ReportingDescriptor {
  const { title, severity } = RULES[name];
  return {
    id: name,
    shortDescription: { text: title },
    fullDescription: { text: title },
    helpUri: `${homepage}/blob/main/docs/audit.md#${name}`,
    help: { text: `See docs/audit.md, ${name}.` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['security', 'aws'], 'security-severity': RANKS[severity] },
  };
}

/** The environment's line; of what belongs to none, that of an environment of the same account, else the first line. */
function lineOf({ environments }: Configuration, { environment, account }: AuditFinding): number {
  const named = environments.find(({ name }) => name === environment);
  return (named ?? environments.find(one => one.account === account))?.line ?? 1;
}

/** Rules that one environment, account or organization has one finding of: what it lists may change from day to day. */
const ONE_EACH: ReadonlySet<RuleName> = new Set([
  'accounts-unnamed',
  'pipeline-wider',
  'people-wider',
  'parity-undecided',
  'sso-network',
]);

/** The same finding has the same one in each run: what changes by itself (age and last use of keys) has no part in it. */
function fingerprint({ rule, environment, account, role, what }: AuditFinding): string {
  const about = ONE_EACH.has(rule) ? '' : what.replace(/: (of unknown age|-?\d+ days old), .*$/s, '');
  return [rule, environment, account, role, about].join(' ');
}
