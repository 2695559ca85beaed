import fc from 'fast-check';

/** Lines as they stand in people's ~/.aws/config, sound ones and odd ones. */
const LINES = [
  '[default]',
  '[profile work]',
  '[profile "quoted name"]  # mine',
  '  [ profile  spaced ]',
  '[sso-session other]',
  '[services local]',
  '[plugins]',
  'region = eu-north-1',
  'region=eu-north-1   ',
  'region: eu-north-1 # home',
  '\toutput = json',
  's3 =',
  '  max_concurrent_requests = 20',
  '    addressing_style = path',
  'sso_start_url = https://other.awsapps.com/start#/',
  'sso_region = eu-west-1',
  'role_arn = arn:aws:iam::123456789012:role/x',
  '# BEGIN something else',
  '# END something else',
  '; an old comment',
  '#',
  '',
  '   ',
  'ünï = ©',
  '=',
  '[',
  ']',
  '[]',
  'cli_pager =',
];

/** The text of a configuration file: lines with one kind of newline or several, with or without a last one. */
export const configText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\n', '\r\n')), { maxLength: 30 }),
    fc.constantFrom<'mixed' | '\n' | '\r\n'>('mixed', '\n', '\n', '\r\n'),
    fc.boolean(),
    fc.constantFrom('', '', '', '\u00ef\u00bb\u00bf', '\n\n', '\r'),
    fc.constantFrom('', '', '\r', '\u00ff\u00fe', ' '),
  )
  .map(([lines, newline, last, head, tail]) => {
    const text = lines.map(([line, own]) => line + (newline === 'mixed' ? own : newline)).join('');
    return head + (last ? text : text.replace(/\r?\n$/, '')) + tail;
  });
