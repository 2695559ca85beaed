import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { keysFrom } from './detect-keys.js';

const VARIANTS = 10;

describe('nothing is put together over a bare line end', () => {
  test.each([
    ['a comment', '# rotated by hand'],
    ['a comment of one word', '# rotated'],
    ['the next name', 'REGIONAL=eu'],
    ['a sentence', 'somebody rotates this'],
    ['a list', '- rotated'],
  ])('a secret that is too short and %s', (_, next) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const short = keysFrom(seed)
        .secretAccessKey()
        .slice(0, 40 - 7)
        .replace(/\W/g, 'a');
      for (const length of [32, 33]) {
        const { detections } = detect(
          Buffer.from(`AWS_SECRET_ACCESS_KEY=${short.slice(0, length)}\n${next}\n`),
        );
        expect({ seed, next, detections }).toMatchObject({ detections: [{ rule: 'odd-credential' }] });
      }
    }
  });
});

describe('a secret is put together', () => {
  test.each([
    ['folded', (s: string) => `secret_access_key: >-\n  ${s.slice(0, 21)}\n  ${s.slice(21)}\n`],
    ['wrapped at the end', (s: string) => `export AWS_SECRET_ACCESS_KEY=${s.slice(0, 31)}\n${s.slice(31)}`],
    ['wrapped in a comment', (s: string) => `# secret_access_key: ${s.slice(0, 25)}\n# ${s.slice(25)}\n`],
    [
      'wrapped before a plus',
      (s: string) => `secret_access_key: >-\n  ${s.slice(0, 20)}\n  +${s.slice(21)}\n`,
    ],
    ['wrapped in a quotation', (s: string) => `> secretAccessKey: ${s.slice(0, 25)}\r\n> ${s.slice(25)}\r\n`],
  ])('%s', (name, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const random = keysFrom(seed).secretAccessKey();
      const secret = name === 'wrapped before a plus' ? `${random.slice(0, 20)}+${random.slice(21)}` : random;
      const { detections } = detect(Buffer.from(write(secret)));
      expect({ seed, detections }).toMatchObject({ detections: [{ secretAccessKey: { text: secret } }] });
    }
  });
});

describe('what stands at the edge of a value belongs to it', () => {
  test('slashes behind a quote are no comment', () => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const keys = keysFrom(seed);
      const [id, secret] = [keys.accessKeyId(), `//${keys.secretAccessKey().slice(2)}`];
      const text = `id = "${id}"\nkey = ("${secret.slice(0, 17)}" ..\n  "${secret.slice(17)}")\n`;
      expect(detect(Buffer.from(text)).detections).toMatchObject([{ secretAccessKey: { text: secret } }]);
    }
  });

  test('the digits of an escape that was escaped do not', () => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const keys = keysFrom(seed);
      const id = keys.accessKeyId();
      const plus = `${keys.secretAccessKey().replace(/\W/g, 's').slice(0, 38)}+i`;
      const text = encodeURIComponent(encodeURIComponent(`ID=${id}\nAWS_SECRET=${plus}\n`));
      expect(detect(Buffer.from(`?text=${text}`)).detections).toMatchObject([
        { secretAccessKey: { text: plus } },
      ]);
    }
  });
});

describe('a session token is whole', () => {
  const wrapped = (lines: readonly string[]) => `SessionToken:\n${lines.map(line => `  ${line}\n`).join('')}`;

  test('although lines of it begin like those of a diff', () => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const text = keysFrom(seed).sessionToken();
      const token = `${text.slice(0, 128)}+${text.slice(129, 192)}+${text.slice(193, 256)}//${text.slice(258)}`;
      const { detections } = detect(Buffer.from(wrapped(token.match(/.{1,64}/g) ?? [])));
      expect(detections).toMatchObject([{ rule: 'session-token', sessionToken: { text: token } }]);
    }
  });

  test('although its slashes are escaped', () => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const text = keysFrom(seed).sessionToken().replaceAll('/', 'a');
      const token = `${text.slice(0, 200)}/${text.slice(201)}`;
      for (const slash of ['\\/', '\\\\/', '\\u002f', '%2F', '&#x2F;']) {
        const { detections } = detect(Buffer.from(`{"t":"${token.replace('/', slash)}"}`));
        expect(detections).toMatchObject([{ rule: 'session-token', sessionToken: { text: token } }]);
      }
    }
  });
});

test('what nobody sees within a value does not hide it', () => {
  for (let seed = 0; seed < VARIANTS; seed++) {
    const keys = keysFrom(seed);
    const [id, secret] = [keys.accessKeyId(), keys.secretAccessKey()];
    for (const invisible of ['<wbr>', '<wbr/>', '&shy;', '\u200b', '\u00ad']) {
      const text = `<td>${id}</td><td>${secret.slice(0, 20)}${invisible}${secret.slice(20)}</td>`;
      expect(detect(Buffer.from(text)).detections).toMatchObject([
        { rule: 'access-key-pair', secretAccessKey: { text: secret } },
      ]);
    }
  }
});

describe('an identifier alone is put together', () => {
  test.each(['AKIA', 'ASIA'])('%s, behind its prefix and within', prefix => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const id = `${prefix}${keysFrom(seed).accessKeyId().slice(4)}`;
      for (const cut of [4, 10, 19])
        for (const join of ['" + "', "' . '", '<wbr>', '\u200b', '</w:t></w:r><w:r><w:t>']) {
          const text = `key: "${id.slice(0, cut)}${join}${id.slice(cut)}"`;
          const { detections } = detect(Buffer.from(text));
          expect({ seed, cut, join, detections }).toMatchObject({
            detections: [{ accessKeyId: { text: id } }],
          });
        }
    }
  });

  test.each(['AKIA', 'ASIA'])('%s in base64 with little around it', prefix => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const id = `${prefix}${keysFrom(seed).accessKeyId().slice(4)}`;
      for (const before of ['', ':', 'k=']) {
        const encoded = Buffer.from(before + id).toString('base64');
        const { detections } = detect(Buffer.from(`data: ${encoded}`));
        expect({ seed, before, detections }).toMatchObject({ detections: [{ accessKeyId: { text: id } }] });
      }
    }
  });
});

describe('a secret alone is named by what stands before the call that puts it together', () => {
  test.each([
    ['join of Python', (a: string, b: string) => `"".join(["${a}", "${b}"])`],
    ['join of Java', (a: string, b: string) => `String.join("", "${a}", "${b}");`],
    ['join of Go', (a: string, b: string) => `strings.Join([]string{"${a}", "${b}"}, "")`],
    ['join of CloudFormation', (a: string, b: string) => `!Join ["", ["${a}", "${b}"]]`],
    ['join of CloudFormation in JSON', (a: string, b: string) => `{"Fn::Join": ["", ["${a}", "${b}"]]}`],
    ['join of Terraform', (a: string, b: string) => `join("", ["${a}", "${b}"])`],
    ['implode of PHP', (a: string, b: string) => `implode('', ['${a}', '${b}'])`],
    ['concat of Rust', (a: string, b: string) => `concat!("${a}", "${b}")`],
    ['format', (a: string, b: string) => `"%s%s".format("${a}", "${b}")`],
    ['a template', (a: string, b: string) => `\`\${"${a}"}\${"${b}"}\``],
    [
      'concat with several pieces',
      (a: string, b: string) => `"${a}".concat("${b.slice(0, 9)}", "${b.slice(9)}")`,
    ],
  ])('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const secret = keysFrom(seed).secretAccessKey();
      const { detections } = detect(
        Buffer.from(`aws_secret_access_key = ${write(secret.slice(0, 17), secret.slice(17))}\n`),
      );
      expect({ seed, detections }).toMatchObject({
        detections: [{ rule: 'secret-access-key', secretAccessKey: { text: secret } }],
      });
    }
  });
});

describe('text and a variable in one literal are put together', () => {
  test.each([
    [
      'a template, variable first',
      (a: string, b: string) => `const p = '${a}';\nconst id = \`\${p}${b}\`;\n`,
    ],
    ['a template, variable last', (a: string, b: string) => `const p = '${b}';\nconst id = \`${a}\${p}\`;\n`],
    ['Python', (a: string, b: string) => `rest = '${b}'\nkey_id = f"${a}{rest}"\n`],
    ['Ruby', (a: string, b: string) => `p = '${a}'\nid = "#{p}${b}"\n`],
    ['a shell', (a: string, b: string) => `P=${a}\nexport AWS_ACCESS_KEY_ID="\${P}${b}"\n`],
  ])('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const id = keysFrom(seed).accessKeyId();
      const { detections } = detect(Buffer.from(write(id.slice(0, 9), id.slice(9))));
      expect({ seed, detections }).toMatchObject({ detections: [{ accessKeyId: { text: id } }] });
    }
  });
});
