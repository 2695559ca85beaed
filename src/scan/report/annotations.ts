import type { AnnotationLevel, AnnotationPlace, Runner } from '../../github/runner.js';
import { isPrintable, printable } from '../../printable.js';
import type { Finding, ScanResult } from '../finding.js';
import { RULES } from '../rules.js';
import { urgent } from './steps.js';
import { countWords, facts, placeWords, SEVERITIES } from './words.js';

/** GitHub shows this many annotations of each level per step, and drops the others without a word. */
const SHOWN_PER_LEVEL = 10;

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly text: string;
  readonly place: AnnotationPlace;
}

export interface Annotations {
  /** Most severe first, within GitHub's limits. */
  readonly shown: readonly Annotation[];
  /** One line that says how many more there are and where; undefined: all are shown. */
  readonly rest: string | undefined;
}

export interface AnnotationOptions {
  /** Errors that the step annotates itself, such as the one that it fails with. */
  readonly reservedErrors: number;
  /** Where all findings are listed, e.g. `the job summary`. */
  readonly elsewhere: string;
}

/** @param result without values */
export function annotationsOf(
  result: ScanResult,
  { reservedErrors, elsewhere }: AnnotationOptions,
): Annotations {
  const bySeverity = SEVERITIES.map(severity => result.findings.filter(found => found.severity === severity));
  const shown = bySeverity.map((findings, index) =>
    findings.slice(0, SHOWN_PER_LEVEL - (SEVERITIES[index] === 'error' ? reservedErrors : 0)),
  );
  const rest = bySeverity.flatMap((findings, index) => findings.slice(shown[index]?.length ?? 0));
  return {
    shown: shown.flat().map(finding => annotation(finding, result)),
    rest:
      rest.length === 0
        ? undefined
        : `Not annotated, for GitHub shows ${SHOWN_PER_LEVEL} of each kind: ${countWords(rest)}. All are in ${elsewhere}.`,
  };
}

export function annotate(runner: Runner, { shown, rest }: Annotations): void {
  for (const { level, text, place } of shown) runner.annotate(level, text, place);
  if (rest !== undefined) runner.info(rest);
}

function annotation(finding: Finding, result: ScanResult): Annotation {
  const { rule, severity, redacted, place } = finding;
  const { title, description } = RULES[rule];
  const inFile = place.kind === 'file' && place.path !== undefined && isPrintable(place.path);
  const lines = [
    description,
    [...(inFile ? [] : [placeWords(place)]), ...facts(finding)].join('; '),
    firstStep(finding, result),
  ];
  return {
    level: severity,
    text: lines.filter(line => line !== '').join('\n'),
    place: { title: `${title}: ${printable(redacted, 150)}`, ...(inFile && position(finding)) },
  };
}

/** What to do before anything else; the whole of it is in the job summary. */
function firstStep(finding: Finding, result: ScanResult): string {
  const { rule, replacement, fingerprint } = finding;
  if (replacement !== undefined) return `Write instead:\n${replacement}`;
  const first = urgent(finding, result);
  const allow = `If it is no key: fingerprint ${fingerprint}.`;
  if (first !== '') return `${first}. ${allow}`;
  return finding.severity === 'notice' ? '' : `${RULES[rule].steps[0]?.says ?? ''} ${allow}`;
}

function position({ place: { path, line, column, endLine, endColumn } }: Finding): AnnotationPlace {
  if (path === undefined) return {};
  const sameLine = endLine === undefined || endLine === line;
  return {
    file: path,
    ...(line !== undefined && { startLine: line, endLine: endLine ?? line }),
    // GitHub takes columns only within one line.
    ...(sameLine && column !== undefined && { startColumn: column, endColumn: endColumn ?? column }),
  };
}
