/** What a script says without the lines that hand a stored key to the AWS CLI or to later steps. */
export interface CleanedScript {
  /** Lines, by their number from 0: undefined: the line goes. */
  readonly lines: readonly (string | undefined)[];
  readonly changed: boolean;
  /** Nothing else than setting up the AWS CLI is left: the step can go. */
  readonly empty: boolean;
  readonly region: string | undefined;
  /** Expressions in what was taken away. */
  readonly removed: readonly string[];
}

const KEY = '(?:aws_access_key_id|aws_secret_access_key|aws_session_token)';
const VALUE = `(?:"[^"]*"|'[^']*'|\\$\\{\\{[^}]*\\}\\}|\\S+)`;

/** `aws configure set aws_access_key_id …`, of the default profile. */
const CONFIGURE = new RegExp(
  `^\\s*aws\\s+configure\\s+(?:--profile[ =]default\\s+)?set\\s+["']?(?:default\\.|profile\\.default\\.)?${KEY}["']?\\s+${VALUE}(?:\\s+--profile[ =]default)?\\s*;?\\s*$`,
  'i',
);
const EXPORT = new RegExp(
  `^\\s*(?:export\\s+|\\$env:|\\$Env:|set\\s+)?${KEY}\\s*=\\s*${VALUE}\\s*;?\\s*$`,
  'i',
);
const GITHUB_ENV = new RegExp(
  `^\\s*(?:echo|printf|Write-Output)\\s+["']?${KEY}=.*>>?\\s*["']?\\$(?:\\{?GITHUB_ENV\\}?|env:GITHUB_ENV)["']?\\s*$`,
  'i',
);
const INLINE = /^(\s*)((?:(?:\w+)=(?:"[^"]*"|'[^']*'|\$\{\{[^}]*\}\}|[^\s$]*)\s+)+)(\S.*)$/;
const REGION =
  /^\s*aws\s+configure\s+(?:--profile[ =]default\s+)?set\s+["']?(?:default\.)?region["']?\s+["']?([a-z]{2}(?:-[a-z]+)+-\d)["']?\s*;?\s*$/;
const OUTPUT =
  /^\s*aws\s+configure\s+(?:--profile[ =]default\s+)?set\s+["']?(?:default\.)?(?:region|output)["']?\s+\S+\s*;?\s*$/;
const NOTHING = /^\s*(?:#.*|mkdir -p ~\/\.aws\/?|set -[a-z]+.*)?\s*$/;

/** @param text of a script, its lines as they stand in the file */
export function cleanScript(text: string): CleanedScript {
  const removed: string[] = [];
  const source = text.split('\n');
  const joined = (index: number) =>
    /(?:\\|&&|\|\||\|)\s*$/.test(source[index] ?? '') ||
    /(?:\\|&&|\|\||\|)\s*$/.test(source[index - 1] ?? '');
  const lines = source.map((line, index) => {
    const bare = line.replace(/\r$/, '');
    if (joined(index)) return line;
    if (isHandOver(bare)) {
      removed.push(bare);
      return undefined;
    }
    const inline = withoutInline(bare);
    if (inline === undefined) return line;
    removed.push(bare);
    return line.endsWith('\r') ? `${inline}\r` : inline;
  });
  const rest = lines.filter(line => line !== undefined).map(line => line.replace(/\r$/, ''));
  return {
    lines,
    changed: removed.length > 0,
    empty: removed.length > 0 && rest.every(line => NOTHING.test(line) || OUTPUT.test(line)),
    region: source.map(line => REGION.exec(line.replace(/\r$/, ''))?.[1]).find(found => found !== undefined),
    removed,
  };
}

function isHandOver(line: string): boolean {
  if (CONFIGURE.test(line)) return /\$/.test(line);
  return (
    (EXPORT.test(line) || GITHUB_ENV.test(line)) &&
    /\$\{\{\s*(?:secrets|vars|inputs|env|github\.event\.inputs)\b/.test(line)
  );
}

/** `AWS_ACCESS_KEY_ID=${{ secrets.X }} aws s3 sync …` without the key; undefined: there is none. */
function withoutInline(line: string): string | undefined {
  const [, indent = '', assignments = '', command = ''] = INLINE.exec(line) ?? [];
  const key = new RegExp(`\\b${KEY}=(?:"[^"]*"|'[^']*'|\\$\\{\\{[^}]*\\}\\})\\s+`, 'gi');
  if (!/\$\{\{/.test(assignments) || !key.test(assignments)) return undefined;
  return `${indent}${assignments.replace(key, '')}${command}`;
}
