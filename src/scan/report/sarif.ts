import type { Invocation, Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { printable } from '../../printable.js';
import type { Finding, Place, ScanResult, Severity } from '../finding.js';
import { RULES } from '../rules.js';
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
}

/**
 * The findings as SARIF 2.1.0, as GitHub's code scanning takes it up. Allowed findings are left out, for GitHub would
 * show them as open alerts.
 *
 * @param result without values
 */
export function sarifReport(result: ScanResult, options: SarifOptions): string {
  const findings = result.findings.slice(0, MOST_RESULTS);
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
        invocations: [invocation(result, result.findings.length - findings.length)],
        results: findings.map(finding => sarifResult(finding, ruleIndex)),
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
  const { title, description, help, documentation, tags, securitySeverity, severity: own } = RULES[rule];
  return {
    id: ruleId(finding),
    name: pascalCase(rule),
    shortDescription: { text: severity === own ? title : `${title} (${severity})` },
    fullDescription: { text: description },
    helpUri: `${homepage}/blob/main/${documentation}`,
    help: { text: help.replaceAll('`', ''), markdown: help },
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

function sarifResult(finding: Finding, ruleIndex: ReadonlyMap<string, number>): Result {
  const { rule, severity, redacted, place, alsoAt = [], fingerprint, account, status, layers } = finding;
  const id = ruleId(finding);
  const shown = printable(redacted, 200);
  const about = [`${RULES[rule].title}: ${shown}`, ...facts(finding)].join('; ');
  const where = place.kind === 'file' ? '' : ` (${placeWords(place)})`;
  return {
    ruleId: id,
    ruleIndex: ruleIndex.get(id) ?? -1,
    level: LEVELS[severity],
    message: { text: `${about}${where}.` },
    locations: [location(place, shown)],
    ...(alsoAt.length > 0 && {
      relatedLocations: alsoAt
        .slice(0, MOST_LOCATIONS - 1)
        .map((also, index) => ({ id: index + 1, ...location(also, shown) })),
    }),
    // The first is what GitHub matches alerts by; ours does not change when lines move.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'awsTempCreds/v1': fingerprint },
    properties: {
      shown,
      ...(account !== undefined && { account }),
      ...(status !== undefined && { status }),
      ...(layers.length > 0 && { layers: layers.map(layer => printable(layer, 200)) }),
      ...(place.commit !== undefined && { commit: place.commit }),
    },
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
