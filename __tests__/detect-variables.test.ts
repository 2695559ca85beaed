import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { hasCandidates } from '../src/scan/detect/kernels.js';
import { keysFrom } from './detect-keys.js';

const VARIANTS = 10;
const NAMES = ['aws_secret_access_key', 'secretAccessKey', 'SECRET_KEY'];

type Write = (a: string, b: string, name: string) => string;

const FORMS: readonly (readonly [string, Write])[] = [
  ['Python, variable last', (a, b, n) => `p = "${b}"\n${n} = f"${a}{p}"\n`],
  ['Python, variable first', (a, b, n) => `p = "${a}"\n${n} = f'{p}${b}'\n`],
  ['Python, two variables', (a, b, n) => `p = "${a}"\nq = '${b}'\n${n} = f"{p}{q}"\n`],
  ['format', (a, b, n) => `p = "${b}"\n${n} = "${a}{}".format(p)\n`],
  ['percent', (a, b, n) => `p = "${b}"\n${n} = "${a}%s" % p\n`],
  ['Go', (a, b, n) => `p := "${b}"\n${n} := fmt.Sprintf("${a}%s", p)\n`],
  ['JavaScript', (a, b, n) => `const p = '${a}';\nconst ${n} = \`\${p}${b}\`;\n`],
  ['Ruby', (a, b, n) => `p = '${b}'\n${n} = "${a}#{p}"\n`],
  ['PHP', (a, b, n) => `$p = '${b}';\n$${n} = "${a}{$p}";\n`],
  ['C#', (a, b, n) => `var p = "${b}";\nvar ${n} = $"${a}{p}";\n`],
  ['Scala', (a, b, n) => `val p = "${b}"\nval ${n} = s"${a}$p"\n`],
  ['Swift', (a, b, n) => `let p = "${b}"\nlet ${n} = "${a}\\(p)"\n`],
  ['Terraform', (a, b, n) => `locals {\n  p = "${b}"\n  ${n} = "${a}\${local.p}"\n}\n`],
  ['a shell', (a, b, n) => `P=${a}\n${n}=\${P}${b}\n`],
  ['PowerShell', (a, b, n) => `$p = "${b}"\n$env:${n} = "${a}$($p)"\n`],
  ['a batch file', (a, b, n) => `set P=${b}\nset ${n}=${a}%P%\n`],
  ['an operator', (a, b, n) => `p = "${b}"\n${n} = "${a}" + p\n`],
];

describe.each(FORMS)('a secret alone, half of it in a variable of %s, is found', (_, write) => {
  test.each([3, 12, 20, 37])('cut at %i', cut => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const secret = keysFrom(seed).secretAccessKey();
      for (const name of NAMES) {
        const text = write(secret.slice(0, cut), secret.slice(cut), name);
        const { detections } = detect(Buffer.from(text));
        expect({ text, detections }).toMatchObject({
          detections: [{ rule: 'secret-access-key', secretAccessKey: { text: secret } }],
        });
      }
    }
  });
});

test.each([
  'secret_key = f"{secret}"',
  `secretKey: "\${SECRET_KEY}"`,
  `AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}`,
  'secret_access_key = "%s" % secret',
  `secretKey: \`arn:aws:secretsmanager:\${region}\``,
])('a variable alone is no candidate: %s', text => {
  expect(hasCandidates(Buffer.from(text), 0, text.length)).toBe(false);
});

describe('an identifier is found although its prefix is in literals of its own', () => {
  const cuts = [
    [1, 3],
    [2, 4],
    [1, 4],
    [3, 4],
    [1, 2, 4],
    [1, 2, 3, 4],
  ];
  test.each(cuts.map(cut => [cut.join(', '), cut] as const))('cut at %s', (_, cut) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const id = keysFrom(seed).accessKeyId();
      const literals = [...cut, 20].map((end, at) => `"${id.slice(cut[at - 1] ?? 0, end)}"`);
      for (const text of [
        `id = ${literals.join(' + ')}`,
        `id = (\n  ${literals.join('\n  ')}\n)`,
        `id = "".join([${literals.join(', ')}])`,
        `id=${literals.join('')}`,
      ]) {
        const { detections } = detect(Buffer.from(`${text}\n`));
        expect({ text, detections }).toMatchObject({ detections: [{ accessKeyId: { text: id } }] });
      }
    }
  });
});
