import type { HandOver } from './hand-over.js';

/**
 * How a pipeline asks Jenkins for a stored AWS key (plugins aws-credentials, pipeline-aws, credentials-binding). A
 * pipeline is a program: it is read line by line, and what it computes is not followed.
 */
const FORMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['AmazonWebServicesCredentialsBinding', /\$class\s*:\s*["']AmazonWebServicesCredentialsBinding["']/],
  ['aws(credentialsId: …)', /\baws\s*\((?=[^)]*\bcredentialsId\b)[^)]*\)/],
  ['withAWS(credentials: …)', /\bwithAWS\s*\((?=[^)]*\bcredentials\s*:)[^)]*/],
  ['AWS_ACCESS_KEY_ID = credentials(…)', /\bAWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)\s*=\s*credentials\s*\(/],
  ['AWS_CREDENTIALS = credentials(…)', /\bAWS\w*\s*=\s*credentials\s*\(\s*["'][^"']*aws[^"']*["']/i],
  [
    'credentials bound to AWS_ACCESS_KEY_ID',
    /\b(?:string|usernamePassword)\s*\([^)]*(?:[vV]ariable)\s*:\s*["']AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)["']/,
  ],
  [
    'aws configure set aws_access_key_id',
    /\baws\s+configure\s+(?:--profile\s+\S+\s+)?set\s+\S*aws_access_key_id\s+\S*\$/,
  ],
];

/** Lines that belong together: the identifier and the secret of one key are bound in neighbouring lines. */
const NEAR = 4;

export function jenkinsHandOvers(text: string): readonly HandOver[] {
  const found: HandOver[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const code = line.length > 2000 ? '' : line.replace(/^\s*(?:\/\/|\*|\/\*).*/, '');
    const form = FORMS.find(([, pattern]) => pattern.test(code));
    if (form === undefined || index - last < NEAR) continue;
    last = index;
    const [name, pattern] = form;
    const match = pattern.exec(code);
    const start = match?.index ?? 0;
    const end = start + (match?.[0].trimEnd().length ?? code.length);
    const number = index + 1;
    found.push({
      name,
      reference: '',
      where: code.trim(),
      region: /\bregion\s*:\s*["']([\w-]+)["']/.exec(code)?.[1] ?? '',
      range: { line: number, column: start + 1, endLine: number, endColumn: end + 1 },
    });
  }
  return found;
}
