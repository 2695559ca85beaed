import type { Planted, TrueCategory } from '../case.js';
import { sessionToken } from '../keys.js';
import { bedrock, bedrockShort, idAlone, pair, secretAlone, twoPairs } from '../plant.js';
import type { Random } from '../random.js';
import { among, names } from '../surroundings.js';

function halves(r: Random, value: string): readonly [string, string] {
  const at = r.int(6, value.length - 4);
  return [value.slice(0, at), value.slice(at)];
}

function variables(k: Planted, r: Random): string {
  const [a, b] = halves(r, k.id);
  const [c, d] = halves(r, k.secret);
  const n = names(r, r.pick(['camel', 'snake']));
  return among(
    r,
    'code',
    ...r.pick([
      [`const a = '${a}';`, `const b = '${b}';`, `const ${n.id} = a + b;`],
      [`a = "${a}"`, `b = "${b}"`, `${n.id} = f"{a}{b}"`],
      [`$a = '${a}';`, `$b = '${b}';`, `$${n.id} = $a . $b;`],
      [`a="${a}"`, `b="${b}"`, `${n.id}="\${a}\${b}"`],
      [`const a = '${a}';`, `const ${n.id} = a + '${b}';`],
    ]),
    ...r.pick([
      [`let c = "${c}"`, `let d = "${d}"`, `let ${n.secret} = c + d`],
      [`c = '${c}'`, `d = '${d}'`, `${n.secret} = "".join([c, d])`],
      [`${n.secret} = '${c}'`, `${n.secret} = ${n.secret} + '${d}'`],
    ]),
  );
}

function functions(k: Planted, r: Random): string {
  const quoted = (value: string) => halves(r, value).map(part => `'${part}'`);
  const call = r.pick([
    (parts: readonly string[]) => `paste0(${parts.join(', ')})`,
    (parts: readonly string[]) => `"%s%s" % (${parts.join(', ')})`,
    (parts: readonly string[]) => `"{}{}".format(${parts.join(', ')})`,
    (parts: readonly string[]) => `fmt.Sprint(${parts.join(', ')})`,
    (parts: readonly string[]) => `[${parts.join(', ')}].reduce((a, b) => a + b)`,
    (parts: readonly string[]) => parts.join(' ^ '),
    (parts: readonly string[]) => parts.join(' * '),
  ]);
  const n = names(r, 'snake');
  return among(r, 'code', `${n.id} = ${call(quoted(k.id))}`, `${n.secret} = ${call(quoted(k.secret))}`);
}

/** Nothing but the name tells that the value is a secret, and half of it stands in a variable. */
function interpolated(k: Planted, r: Random): string {
  const [a, b] = halves(r, k.secret);
  const n = names(r, r.pick(['camel', 'snake', 'env'])).secret;
  return among(
    r,
    'code',
    ...r.pick([
      [`part = "${b}"`, `${n} = f"${a}{part}"`],
      [`part = '${a}'`, `${n} = f'{part}${b}'`],
      [`const part = '${b}';`, `const ${n} = \`${a}\${part}\`;`],
      [`part = "${b}"`, `${n} = "${a}#{part}"`],
      [`PART=${b}`, `export ${n}="${a}\${PART}"`],
      [`PART=${a}`, `${n}=\${PART}${b}`],
      [`$part = "${b}"`, `$env:${n} = "${a}$($part)"`],
      [`let part = "${b}"`, `let ${n} = "${a}\\(part)"`],
      [`var part = "${b}";`, `var ${n} = $"${a}{part}";`],
      [`$part = '${b}';`, `$${n} = "${a}{$part}";`],
      [`part := "${b}"`, `${n} := fmt.Sprintf("${a}%s", part)`],
      [`part = "${a}"`, `${n} = "{}${b}".format(part)`],
      [`set PART=${b}`, `set ${n}=${a}%PART%`],
    ]),
  );
}

const CUTS = [
  [1, 3],
  [2, 4],
  [1, 4],
  [1, 2, 3, 4],
];

/** The prefix is what every scanner looks for. */
function cutPrefix(k: Planted, r: Random): string {
  const ends = [...r.pick(CUTS), k.id.length];
  const literals = ends.map((end, at) => `"${k.id.slice(ends[at - 1] ?? 0, end)}"`);
  const list = literals.join(', ');
  return among(
    r,
    'code',
    r.pick([`id = ${literals.join(' + ')}`, `id=${literals.join('')}`, `const id = [${list}].join('');`]),
  );
}

/** Word processors cut text where spelling was checked. */
function runs(k: Planted, r: Random): string {
  const [c, d] = halves(r, k.secret);
  const between = r.pick([
    '</w:t></w:r><w:r><w:t>',
    '</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r w:rsidR="00A11B"><w:t xml:space="preserve">',
    '</w:t></w:r><w:r><w:rPr><w:b/><w:sz w:val="20"/></w:rPr><w:t>',
  ]);
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  return `<w:document>${paragraph(`Key: ${k.id}`)}${paragraph(`Secret: ${c}${between}${d}`)}</w:document>`;
}

const WIDTHS = [60, 64, 72, 76, 80, 100, 120];

/** Tokens are longer than a line, and nothing beside them says what they are. */
function lines(k: Planted, r: Random): string {
  const value = `${k.token}${k.value}`;
  const parts = value.match(new RegExp(`.{1,${r.pick(WIDTHS)}}`, 'g')) ?? [];
  const literals = parts.map(part => `"${part}"`);
  return r.pick([
    `String key =\n    ${literals.join('\n      + ')};\n`,
    `KEY = (\n    ${literals.join('\n    ')}\n)\n`,
    `env:\n  KEY: >-\n    ${parts.join('\n    ')}\n  PORT: 8080\n`,
    `key: |\n  ${parts.join('\n  ')}\n`,
    `export KEY=${parts.join('\\\n')}\necho ready\n`,
    `cat > key <<EOF\n${parts.join('\n')}\nEOF\n`,
    `${JSON.stringify({ key: parts, port: 8080 }, null, 2)}\n`,
    `${parts.map(part => `# ${part}`).join('\n')}\nrun()\n`,
    `<key>\n  ${parts.join('\n  ')}\n</key>\n`,
    `${JSON.stringify({ cells: [{ source: ['key = (\n', ...literals.map(part => `  ${part}\n`), ')\n'] }] })}\n`,
  ]);
}

const session: TrueCategory['plant'] = r => {
  const token = sessionToken(r);
  const expected = { rules: ['session-token'], severity: 'warning', values: [token] } as const;
  return { id: '', secret: '', token, value: '', expects: [expected] };
};

/** The name of the block says what the value is. */
function block(k: Planted, r: Random): string {
  const n = names(r, r.pick(['snake', 'camel']));
  const value = k.secret;
  return r.pick([
    `variable "${n.secret}" {\n  type        = string\n  description = "of ${r.pick(['ci', 'builds'])}"\n  default     = "${value}"\n}\n`,
    `Parameters:\n  ${n.secret}:\n    Type: String\n    NoEcho: true\n    Default: ${value}\n`,
    `inputs:\n  ${n.secret}:\n    required: false\n    default: '${value}'\n`,
    `${JSON.stringify({ [n.secret]: { type: 'string', value } }, null, 2)}\n`,
    `- value: ${value}\n  name: ${n.secret}\n`,
    `Name,${n.secret}\r\nsession,${value}\r\n`,
    `| Name | ${n.secret} |\n|---|---|\n| build | ${value} |\n`,
    `Secret access key:\n\n    ${value}\n`,
    `parser.add_argument(\n    "--${n.secret}",\n    help="of the bucket",\n    default="${value}",\n)\n`,
  ]);
}

/** Values in pieces, and values whose name stands further away. */
export const pieces: readonly TrueCategory[] = [
  { name: 'variables put together', files: ['a.js', 'a.py', 'a.php', 'a.sh'], plant: pair, write: variables },
  { name: 'literals in functions', files: ['a.R', 'a.py', 'a.go', 'a.ml'], plant: pair, write: functions },
  {
    name: 'secret alone, half of it in a variable',
    files: ['a.py', 'a.js', 'a.rb', 'a.sh', 'a.ps1', 'A.swift'],
    plant: secretAlone,
    write: interpolated,
  },
  {
    name: 'prefix in literals of its own',
    files: ['a.js', 'a.py', 'a.sh'],
    plant: idAlone,
    write: cutPrefix,
  },
  { name: 'runs of a document', files: ['document.xml', 'footer1.xml'], plant: pair, write: runs },
  {
    name: 'secret alone, named by its block',
    files: ['variables.tf', 'a.yml', 'a.csv', 'a.md'],
    plant: secretAlone,
    write: block,
  },
  {
    name: 'bedrock key in lines and literals',
    files: ['a.py', 'a.yml', 'A.java', 'run.sh', 'a.json'],
    plant: r => (r.chance(0.5) ? bedrock(r) : bedrockShort(r)),
    write: lines,
  },
  {
    name: 'session token in lines and literals',
    files: ['a.py', 'a.yml', 'notes.md'],
    plant: session,
    write: lines,
  },
  {
    name: 'two pairs, secrets first',
    files: ['.env', 'a.ini'],
    plant: twoPairs,
    write: (k, r) =>
      among(r, 'env', `A=${k.secret}`, `B=${k.id}`, ...r.pick([[], ['']]), `C=${k.value}`, `D=${k.token}`),
  },
];
