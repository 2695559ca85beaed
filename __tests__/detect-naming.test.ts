import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { type Keys, keysFrom } from './detect-keys.js';

const VARIANTS = 20;

type Form = readonly [name: string, write: (value: string) => string];

/** Another's token of forty letters and digits. */
function token(keys: Keys): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 40 }, () => letters.charAt(keys.below(letters.length))).join('');
}

const documentedId = ['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('');
const documentedSecret = ['wJalrXUtnFEMI/K7MDENG', '/bPxRfiCY', 'EXAMPLEKEY'].join('');

const OTHERS: readonly Form[] = [
  ['after a reference', t => `AWS_SECRET_ACCESS_KEY=\${AWS_SECRET}\nAPP_TOKEN=${t}\n`],
  ['after an empty variable', t => `AWS_SECRET_ACCESS_KEY=\nDEPLOY_TOKEN=${t}\n`],
  ['after a placeholder', t => `aws_secret_access_key: changeme\nbuild_token: "${t}"\n`],
  ['after a documentation key', t => `id=${documentedId}\nsecret=${documentedSecret}\nAPP_TOKEN=${t}\n`],
  ['after an empty key of YAML', t => `aws:\n  secret_key:\n  trace: ${t}\n`],
  ['in an object', t => JSON.stringify({ aws_secret_access_key: '${AWS_SECRET}', trackingId: t })],
  ['in a longer object', t => JSON.stringify({ secretAccessKey: '${AWS_SECRET}', trackingId: t }, null, 2)],
  ['in JSON in a string', t => JSON.stringify(JSON.stringify({ awsSecretKey: '', trackingId: t }))],
  ['before another key', t => JSON.stringify({ trackingId: t, aws_secret_access_key: '${AWS_SECRET}' })],
  ['in an element', t => `<awsSecretKey>\${aws}</awsSecretKey>\n<trackingId>${t}</trackingId>`],
  ['in an element on the same line', t => `<awsSecretKey>x</awsSecretKey><trackingId>${t}</trackingId>`],
  ['in an attribute', t => `<x secretKey="\${aws}" tracking="${t}"/>`],
  ['in a query', t => `https://example.org/?aws_secret_key=changeme&trace=${t}`],
  ['in the next variable', t => `variable "aws_secret_key" {}\nvariable "token" {\n  default = "${t}"\n}\n`],
  ['in the next parameter', t => `SecretKey:\n  Type: String\nTrace:\n  Type: String\n  Default: ${t}\n`],
  ['in the next item', t => `- name: AWS_SECRET_KEY\n  value: x\n- name: TRACE\n  value: ${t}\n`],
  ['in the next option', t => `run --aws-secret-key $SECRET \\\n  --trace ${t}\n`],
  ['in the next instruction', t => `ENV AWS_SECRET_KEY x\nENV TRACE ${t}\n`],
  ['in the block of another', t => `okta:\n  region: eu\n  secret_key: ${t}\n`],
  ['in the section of another', t => `[stripe]\nmode = live\nsecret = ${t}\n`],
  ['below the name of another', t => `# GitHub\nSECRET_KEY=${t}\n`],
  ['in wrapped data', t => `secret:\n${`${t}\n`.repeat(4)}`],
];

const SECRETS: readonly Form[] = [
  ["in a client's setter", s => `client.setSecretKey("${s}");`],
  ["behind another's setting", s => `SESSION_DRIVER=redis\nMY_SECRET=${s}\n`],
  [
    "behind a comment on another's",
    s => `# builds the client\naws configure set aws_secret_access_key ${s}\n`,
  ],
  ['behind a choice', s => `const secretKey = isLocal ? local.key : "${s}";`],
  ['with a tag', s => `aws_secret_key: !!str ${s}\n`],
  ['before its name', s => `- value: ${s}\n  name: AWS_SECRET_ACCESS_KEY\n`],
  ['in a cell', s => `<td>Secret Key</td><td>${s}</td>`],
  ['below a heading', s => `AWS secret\n----------\n${s}\n`],
  [
    'in an argument',
    s => `parser.add_argument(\n    "--aws-secret-key",\n    help="x",\n    default="${s}")`,
  ],
  [
    'in a block that is commented out',
    s => `# variable "aws_secret_key" {\n#   type = string\n#   default = "${s}"\n`,
  ],
  [
    'in quotes that are doubled',
    s => `INSERT INTO t VALUES (1,'secretAccessKey: ''${s}'', region: ''eu''');`,
  ],
  ['in quotes that are tripled', s => `AWS_SECRET_KEY = """${s}"""`],
  [
    'in pieces in a string',
    s => `"text": "aws_secret_access_key = (\\"${s.slice(0, 20)}\\" + \\"${s.slice(20)}\\")"`,
  ],
  ['in a small file', s => `aws_secrets:\n  prod: ${s}\n`],
  ["behind a comment with another's words", s => `// client.page.example.org\nsecretKey = "${s}"\n`],
  ['behind an empty line', s => `Secret Access Key:\n\n    ${s}\n`],
  ['in a variable with a type', s => `variable "aws_secret_key" {\n  type = string\n  default = "${s}"\n}\n`],
  ['in a parameter', s => `SecretKey:\n  Type: String\n  NoEcho: true\n  Default: ${s}\n`],
  ['in an input', s => `aws_secret_key:\n  description: the key\n  required: false\n  default: '${s}'\n`],
  ['in a schema', s => JSON.stringify({ aws_secret_key: { type: 'string', default: s } }, null, 2)],
  ['in an item', s => `env:\n- name: AWS_SECRET_ACCESS_KEY\n  value: ${s}\n`],
  ['in a property on one line', s => `<name>fs.s3a.secret.key</name><value>${s}</value>`],
  ['behind a comment', s => `# the AWS secret of production\nPRODUCTION=${s}\n`],
  ['in a row of a table', s => `User name,Secret access key\r\nsession,${s}\r\n`],
  ['behind a default', s => `secret_key = os.getenv("AWS_SECRET_KEY",\n    "${s}")`],
  ['in French', s => `Cl\u00e9 secr\u00e8te AWS : ${s}`],
  ['in German', s => `Geheimer AWS-Schl\u00fcssel: ${s}`],
  ['in Japanese', s => `AWS \u30b7\u30fc\u30af\u30ec\u30c3\u30c8\u30ad\u30fc: ${s}`],
  ['in Chinese', s => `AWS \u5bc6\u94a5: ${s}`],
];

describe("another's token is none", () => {
  test.each(OTHERS)('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const content = write(token(keysFrom(seed)));
      const loud = detect(Buffer.from(content)).detections.filter(one => one.severity !== 'notice');
      expect({ content, loud }).toMatchObject({ loud: [] });
    }
  });
});

describe('a secret is found by what stands around it', () => {
  test.each(SECRETS)('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const secret = keysFrom(seed).secretAccessKey();
      const content = write(secret);
      expect({ content, found: detect(Buffer.from(content), { path: 'a.yml' }).detections }).toMatchObject({
        found: [{ rule: 'secret-access-key', severity: 'error', secretAccessKey: { text: secret } }],
      });
    }
  });
});
