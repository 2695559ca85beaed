import { printable } from '../../printable.js';
import type { Finding, ScanResult, Unread } from '../finding.js';
import { RULES } from '../rules.js';
import { plainSteps, stepsFor, urgent } from './steps.js';
import { facts, placeWords } from './words.js';

const SUITE = 'static AWS keys';
const MOST_CASES = 20_000;

/**
 * The findings as JUnit XML, as CI systems show results of tests: one case for each finding, failed where it fails the
 * scan and skipped where it is allowed; an error for each part that could not be read; one passed case where nothing was
 * found.
 *
 * @param result without values
 * @param fails whether a finding fails the scan
 */
export function junitReport(result: ScanResult, fails: (finding: Finding) => boolean): string {
  const incomplete = result.unread.filter(part => part.incomplete);
  const failed = result.findings.filter(fails).length;
  const cases = [
    ...result.findings.map(finding => findingCase(finding, result, fails(finding))),
    ...result.allowed.map(allowedCase),
    ...incomplete.map(unreadCase),
  ];
  const shown = cases.length === 0 ? [opened({ name: 'nothing found' }, '/')] : cases.slice(0, MOST_CASES);
  const counts = {
    tests: Math.max(cases.length, 1),
    failures: failed,
    errors: incomplete.length,
    skipped: result.allowed.length,
    time: (result.counts.milliseconds / 1000).toFixed(3),
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'aws-temp-creds', tests: counts.tests, failures: failed, errors: counts.errors, time: counts.time })}>`,
    `  <testsuite${attributes({ name: SUITE, ...counts })}>`,
    ...shown.map(text => `    ${text}`),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function findingCase(finding: Finding, result: ScanResult, fails: boolean): string {
  const { rule, redacted, place, severity } = finding;
  const about = `${RULES[rule].title} ${printable(redacted, 150)}`;
  const first = urgent(finding, result);
  const text = [
    `${placeWords(place)}: ${about}`,
    ...facts(finding),
    ...(first === '' ? [] : [`${first}.`]),
    ...(finding.replacement === undefined
      ? plainSteps(stepsFor(rule, result))
      : ['Write instead:', finding.replacement]),
    `fingerprint ${finding.fingerprint}`,
  ].join('\n');
  const inner = fails
    ? `<failure${attributes({ type: rule, message: `${severity}: ${about}` })}>${escaped(text)}</failure>`
    : `<system-out>${escaped(text)}</system-out>`;
  return `${opened(caseOf(finding, about))}${inner}</testcase>`;
}

function allowedCase(finding: Finding): string {
  const { rule, redacted, allowed } = finding;
  const about = `${RULES[rule].title} ${printable(redacted, 150)}`;
  const message = `allowed (${allowed?.by ?? ''}): ${printable(allowed?.reason ?? '', 300)}`;
  return `${opened(caseOf(finding, about))}<skipped${attributes({ message })}/></testcase>`;
}

function unreadCase({ what, why }: Unread): string {
  const error = `<error${attributes({ type: 'incomplete', message: printable(why, 300) })}/>`;
  return `${opened({ classname: 'not read', name: printable(what, 300) })}${error}</testcase>`;
}

function caseOf({ place }: Finding, about: string): Record<string, string | number> {
  const inFile = place.kind === 'file' && place.path !== undefined;
  return {
    classname: printable(place.path ?? place.kind, 300),
    name: `${about} in ${placeWords(place)}`,
    ...(inFile && { file: printable(place.path ?? '', 1000) }),
  };
}

function opened(given: Record<string, string | number>, end: '' | '/' = ''): string {
  return `<testcase${attributes({ classname: SUITE, ...given })}${end}>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
}

/** Text for XML 1.0, which has no way to write some characters (section 2.2). */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
