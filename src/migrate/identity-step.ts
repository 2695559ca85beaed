import { isScalar, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Demand, meaninglessInputs } from './hand-overs.js';
import { ACTION } from './references.js';
import { endOf, keyOf, startOf, type YamlText } from './yaml-text.js';

/** What our step is given. */
export interface StepInputs {
  readonly lines: readonly string[];
  /** Inputs of the peer's step that go, since the configuration file says them. */
  readonly gone: readonly string[];
}

/** Inputs of the peer that an environment of the configuration file says. */
export const SAID_BY_FILE = [
  'aws-region',
  'role-to-assume',
  'audience',
  'role-duration-seconds',
  'role-external-id',
  'aws-profile',
];

/** Makes the peer's step ours: the name of the action, and its inputs. */
export function becomeOurs(file: YamlText, step: YAMLMap, { lines, gone }: StepInputs): void {
  const uses = file.resolve(file.valueAt(step, 'uses'));
  if (isScalar(uses)) {
    file.replaceScalar(uses as Scalar, ACTION);
    dropVersionComment(file, endOf(uses));
  }
  const inputs = file.mapOf(file.valueAt(step, 'with'));
  if (inputs === undefined) return;
  const removed = new Set([
    ...meaninglessInputs(inputs),
    ...inputs.items.filter(pair => gone.includes(keyOf(pair))),
  ]);
  if (inputs.flow) {
    const kept = inputs.items
      .filter(pair => !removed.has(pair))
      .map(pair => file.text.slice(startOf(pair.key), endOf(pair)));
    const text = `{ ${[...kept, ...lines].join(', ')} }`;
    file.edits.add({ start: startOf(inputs), end: endOf(inputs), text });
    return;
  }
  const [first] = removed;
  if (first !== undefined) file.insert(inputs, lines, first);
  for (const pair of removed) file.remove(inputs, pair, removed);
}

/** `# v4.0.2` behind a commit tells the version of the action that it was. */
function dropVersionComment(file: YamlText, end: number): void {
  const rest = file.text.slice(end, file.nextLine(end));
  const comment = /^(\s*#\s*v?\d[\w.-]*)[ \t]*(?=\r?\n|$)/.exec(rest.replace(/^["']/, ''))?.[1];
  if (comment === undefined) return;
  const start = end + rest.indexOf(comment);
  file.edits.add({ start, end: start + comment.length, text: '' });
}

/** Puts our step before another one, or in its place. */
export function insertStep(
  file: YamlText,
  steps: YAMLSeq,
  { index, condition, replaced }: Pick<Demand, 'index' | 'condition' | 'replaced'>,
  { lines }: StepInputs,
): void {
  const item: unknown = steps.items[index];
  const start = startOf(item);
  const dash = file.text.lastIndexOf('-', start - 1);
  const dashColumn = file.column(dash);
  const inner = ' '.repeat(file.column(start) - dashColumn - 1 > 3 ? 1 : Math.max(1, start - dash - 1));
  const indent = ' '.repeat(dashColumn);
  const step = [
    `${indent}-${inner}uses: ${ACTION}`,
    ...(condition === undefined ? [] : [`${indent} ${inner}if: ${condition}`]),
    `${indent} ${inner}with:`,
    ...lines.map(line => `${indent} ${inner}  ${line}`),
  ];
  const text = step.map(line => line + file.newline).join('');
  const lineStart = file.lineStart(dash);
  if (replaced) {
    const next: unknown = steps.items[index + 1];
    const end = file.nextLine(endOf(item));
    file.edits.add({ start: lineStart, end: next === undefined ? Math.max(end, lineStart) : end, text });
    return;
  }
  const at = aboveComments(file, lineStart);
  const before = file.text.slice(0, at).split('\n').at(-2) ?? '';
  const blank = before.trim() === '' && index > 0 ? file.newline : '';
  file.edits.add({ start: at, end: at, text: text + blank });
}

/** Comments right above a step belong to it. */
function aboveComments(file: YamlText, lineStart: number): number {
  let at = lineStart;
  while (at > 0) {
    const previous = file.lineStart(at - 1);
    if (!/^\s*#/.test(file.text.slice(previous, at))) return at;
    at = previous;
  }
  return at;
}
