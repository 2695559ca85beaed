import type { Invocation, Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { printable } from '../../printable.js';
import type { Finding, Place, ScanResult, Severity } from '../finding.js';
import { RULES } from '../rules.js';
import { markdownSteps, plainSteps, urgent } from './steps.js';
import { relativeUri } from './uri.js';
import { facts, isIncomplete, placeWords } from './words.js';

/** GitHub rejects a run with more results, and a result with more locations. (docs.github.com, SARIF support) */
const MOST_RESULTS = 25_000;
const MOST_LOCATIONS = 1_000;
/** The upload is limited to 10 MB compressed; what is said of unread files must not fill it. */
const MOST_NOTIFICATIONS = 1_000;

const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const;

/** GitHub ranks alerts by the rule's number, so what was lowered has a rule of its own with a lower one. */
const LOWERED = { error: '9.0', warning: '4.0', notice: '1.0' } as const;

export interface SarifOptions {
  readonly toolVersion: string;
  /** The repository's address, for the links to the documentation. */
  readonly homepage: string;
  /** Whether allowed findings are in it, as suppressed. GitHub pays no heed to that, and would show open alerts. */
  readonly suppressed: boolean;
}

/**
 * The findings as SARIF 2.1.0, as GitHub's code scanning takes it up.
 *
 * @param result without values
 */
export function sarifReport(result: ScanResult, options: SarifOptions): string {
  const all = [...result.findings, ...(options.suppressed ? result.allowed : [])];
  const findings = all.slice(0, MOST_RESULTS);
  const rules = [...new Map(findings.map(finding => [ruleId(finding), finding])).values()].map(finding =>
    descriptor(finding, options.homepage),
  );
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'aws-temp-creds',
            informationUri: options.homepage,
            semanticVersion: options.toolVersion,
            rules,
          },
        },
        // One kind of alerts for a branch, whichever event wrote them; those of the history are others.
        automationDetails: { id: `aws-temp-creds/${result.mode === 'history' ? 'history/' : ''}` },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(result, all.length - findings.length)],
        results: findings.map(finding => sarifResult(finding, result, options, ruleIndex)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleId({ rule, severity }: Finding): string {
  return severity === RULES[rule].severity ? rule : `${rule}/${severity}`;
}

function descriptor(finding: Finding, homepage: string): ReportingDescriptor {
  const { rule, severity } = finding;
  const { title, description, steps, documentation, tags, securitySeverity, severity: own } = RULES[rule];
  return {
    id: ruleId(finding),
    name: pascalCase(rule),
    shortDescription: { text: severity === own ? title : `${title} (${severity})` },
    fullDescription: { text: description },
    helpUri: `${homepage}/blob/main/${documentation}`,
    help: { text: plainSteps(steps).join('\n'), markdown: markdownSteps(steps) },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: [...tags],
      precision: 'very-high',
      'security-severity': severity === own ? securitySeverity : LOWERED[severity],
    },
  };
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function sarifResult(
  finding: Finding,
  result: ScanResult,
  { homepage }: SarifOptions,
  ruleIndex: ReadonlyMap<string, number>,
): Result {
  const { severity, redacted, place, alsoAt = [], fingerprint, allowed } = finding;
  const id = ruleId(finding);
  const shown = printable(redacted, 200);
  return {
    ruleId: id,
    ruleIndex: ruleIndex.get(id) ?? -1,
    level: LEVELS[severity],
    message: { text: messageOf(finding, result, homepage) },
    locations: [location(place, shown)],
    ...(alsoAt.length > 0 && {
      relatedLocations: alsoAt
        .slice(0, MOST_LOCATIONS - 1)
        .map((also, index) => ({ id: index + 1, ...location(also, shown) })),
    }),
    // The first is what GitHub matches alerts by; ours does not change when lines move.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'awsTempCreds/v1': fingerprint },
    ...(allowed && {
      suppressions: [
        {
          kind: allowed.by === 'inline' ? 'inSource' : 'external',
          status: 'accepted',
          justification: printable(allowed.reason, 500),
        },
      ],
    }),
    properties: propertiesOf(finding, shown),
  };
}

/** What was found, what to do first, and where the rest is; a link as SARIF has them (3.11.6). */
function messageOf(finding: Finding, result: ScanResult, homepage: string): string {
  const { rule, redacted, place, replacement } = finding;
  const { title, documentation } = RULES[rule];
  const about = [`${title}: ${printable(redacted, 200)}`, ...facts(finding)].join('; ');
  const where = place.kind === 'file' ? '' : ` (${placeWords(place)})`;
  const first = urgent(finding, result);
  const sentences = [
    unlinked(`${about}${where}.`),
    ...(first === '' ? [] : [`${first}.`]),
    `[What to do](${homepage}/blob/main/${documentation}).`,
  ];
  const instead = replacement === undefined ? '' : `\nWrite instead:\n${unlinked(replacement)}`;
  return `${sentences.join(' ')}${instead}`;
}

/** Text in which nothing is a link. */
function unlinked(text: string): string {
  return text.replaceAll('](', '] (');
}

function propertiesOf(finding: Finding, shown: string): Result['properties'] {
  const { account, status, layers, replacement, place } = finding;
  return {
    shown,
    ...(account !== undefined && { account }),
    ...(status !== undefined && { status }),
    ...(layers.length > 0 && { layers: layers.map(layer => printable(layer, 200)) }),
    ...(replacement !== undefined && { replacement }),
    ...(place.commit !== undefined && { commit: place.commit }),
    ...(place.author !== undefined && { author: printable(place.author, 200) }),
    ...(place.date !== undefined && { date: place.date }),
  };
}

function location(place: Place, shown: string): Location {
  const { line, column, endLine, endColumn } = place;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(place), uriBaseId: '%SRCROOT%' },
      region: {
        startLine: line ?? 1,
        ...(line !== undefined && column !== undefined && { startColumn: column }),
        ...(endLine !== undefined && { endLine }),
        ...(endLine !== undefined && endColumn !== undefined && { endColumn }),
        snippet: { text: shown },
      },
    },
  };
}

/** A relative URI. GitHub takes no result without a file, so what stands in none is given a name that tells where. */
function uriOf({ kind, path, commit = 'unknown' }: Place): string {
  switch (kind) {
    case 'commit-message':
    case 'tag-message':
      return `${kind}/${commit}`;
    case 'ref-name':
      return `ref-name/${relativeUri(path ?? 'unknown')}`;
    case 'environment':
      return `environment/${relativeUri(path ?? 'variable')}`;
    case 'stdin':
    case 'pull-request-title':
    case 'pull-request-body':
      return kind;
    default:
      return relativeUri(path ?? 'unknown');
  }
}

function invocation(result: ScanResult, omitted: number): Invocation {
  const notification = (severity: Severity, text: string): Notification => ({
    level: LEVELS[severity],
    message: { text: printable(text, 1000) },
  });
  const all = [
    ...(omitted > 0 ? [notification('error', `${omitted} findings more than a SARIF file may hold`)] : []),
    ...result.unread.map(({ what, why, incomplete }) =>
      notification(incomplete ? 'error' : 'warning', `Not read: ${what}: ${why}`),
    ),
    ...result.notes.map(note => notification('notice', note)),
  ];
  return {
    executionSuccessful: !isIncomplete(result) && omitted === 0,
    ...(all.length > 0 && { toolExecutionNotifications: all.slice(0, MOST_NOTIFICATIONS) }),
  };
}
