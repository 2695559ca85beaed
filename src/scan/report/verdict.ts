import type { ScanResult } from '../finding.js';
import { countWords, isIncomplete, scopeWords } from './words.js';

/** Text in a style, or as it is where no colours are shown. */
export type Paint = (style: Style, text: string) => string;
type Style = keyof typeof STYLES;

/** SGR codes: on and off. */
const STYLES = {
  error: [31, 39],
  warning: [33, 39],
  notice: [36, 39],
  good: [32, 39],
  bold: [1, 22],
  dim: [2, 22],
} as const;

export function painter(color: boolean): Paint {
  return (style, text) => {
    const [on, off] = STYLES[style];
    return color ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  };
}

/** What the scan came to, in one line; all of the report of a scan that has nothing else to tell. */
export function verdict(result: ScanResult, paint: Paint): string {
  const { findings } = result;
  const scope = paint('dim', `${WHAT[result.mode] ?? result.mode}: ${scopeWords(result)}`);
  const where = looksPlain(result) ? '' : ` ${result.scope}`;
  const found =
    findings.length === 0
      ? paint(isIncomplete(result) ? 'bold' : 'good', `No static AWS key found${where}`)
      : paint('bold', `${countWords(findings)}${where}`);
  const lines = [`${found}  ${scope}`];
  if (isIncomplete(result)) {
    lines.push(
      paint('error', 'Incomplete: something could not be read, so this is no proof that there is no key.'),
    );
  }
  return lines.join('\n');
}

/** Whether the kind of scan says already where was looked. */
function looksPlain({ mode, scope }: ScanResult): boolean {
  return (
    scope === undefined || scope === 'in the tree' || ['staged', 'stdin', 'files', 'index'].includes(mode)
  );
}

/** True when the verdict says all that there is to say. */
export function isPlain({ findings, allowed, unread, notes }: ScanResult): boolean {
  return findings.length + allowed.length + unread.length + notes.length === 0;
}

const WHAT: Readonly<Record<string, string>> = {
  tree: 'tree',
  changes: 'changes',
  history: 'history',
  staged: 'staged changes',
  index: 'as staged',
  stdin: 'standard input',
  files: 'files',
};
