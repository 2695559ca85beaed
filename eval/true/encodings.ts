import type { Content, Planted, TrueCategory } from '../case.js';
import { bedrock, idAlone, pair, temporary } from '../plant.js';
import { LOWER, type Random } from '../random.js';
import { among, lines, names } from '../surroundings.js';

function env(k: Planted, r: Random): string {
  const n = names(r, 'env');
  const token = k.token === '' ? [] : [`${n.token}=${k.token}`];
  return [
    ...lines(r, 'env', 0, 3),
    `${n.id}=${k.id}`,
    `${n.secret}=${k.secret}`,
    ...token,
    ...lines(r, 'env', 0, 3),
    '',
  ].join('\n');
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const wrapped = (text: string, width: number, indent: string, end: string) =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map(line => indent + line).join(end);

function utf16(text: string, order: 'le' | 'be', mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

const holding = (r: Random, value: string) =>
  among(
    r,
    'yaml',
    r.pick([
      `${r.text(LOWER, 6)}: ${value}`,
      `data: "${value}"`,
      `echo ${value} | base64 -d > .env`,
      `ENV_FILE=${value}`,
      `<v>${value}</v>`,
    ]),
  );

function wrap(k: Planted, r: Random): string {
  const indent = ' '.repeat(r.pick([0, 0, 2, 4]));
  const text = wrapped(base64(env(k, r)), r.pick([64, 76, 60, 72]), indent, r.pick(['\n', '\r\n']));
  return r.pick([`data: |\n${text}\n`, `-----BEGIN ENV-----\n${text}\n-----END ENV-----\n`, `${text}\n`]);
}

function kubernetes(k: Planted, r: Random): string {
  const n = names(r, r.pick(['env', 'camel', 'kebab', 'snake']));
  const end = r.pick(['', '\n']);
  const mark = r.pick(['', '"']);
  const data = [
    `  ${n.id}: ${mark}${base64(k.id + end)}${mark}`,
    `  ${n.secret}: ${mark}${base64(k.secret + end)}${mark}`,
  ];
  return [
    'apiVersion: v1',
    'kind: Secret',
    'metadata:',
    `  name: ${r.text(LOWER, 6)}`,
    'data:',
    ...data,
    '',
  ].join('\n');
}

function docker(k: Planted): string {
  return `${JSON.stringify({ auths: { 's3.example.org': { auth: base64(`${k.id}:${k.secret}`) } } }, null, 2)}\n`;
}

function hex(k: Planted, r: Random): string {
  const plain = Buffer.from(env(k, r)).toString('hex');
  const text = r.chance(0.3) ? plain.toUpperCase() : plain;
  return r.pick([`${text}\n`, `payload = "${text}"\n`, `x'${text}'\n`, `\\x${text}\n`, `0x${text}\n`]);
}

/** The columns of xxd and hexdump -C. */
function dump(k: Planted, r: Random): string {
  const bytes = Buffer.from(env(k, r));
  return (bytes.toString('latin1').match(/.{1,16}/gs) ?? [])
    .map((row, at) => {
      const hexes =
        Buffer.from(row, 'latin1')
          .toString('hex')
          .match(/.{1,4}/g) ?? [];
      return `${(at * 16).toString(16).padStart(8, '0')}: ${hexes.join(' ').padEnd(39)}  ${row.replaceAll('\n', '.')}\n`;
    })
    .join('');
}

/** Bytes in hex with something between: certificates' colons, arrays of C, exported registries. */
function separatedHex(k: Planted, r: Random): string {
  const bytes = Array.from(Buffer.from(env(k, r)), byte => byte.toString(16).padStart(2, '0'));
  return r.pick([
    `${bytes.join(':')}\n`,
    `${bytes.join(' ')}\n`,
    `static const unsigned char env[] = { ${bytes.map(byte => `0x${byte}`).join(', ')} };\n`,
    `"Env"=hex:${bytes.join(',')}\r\n`,
  ]);
}

const jwt = (k: Planted, r: Random) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: r.text(LOWER, 5), accessKeyId: k.id, secretAccessKey: k.secret })}.${r.bytes(32).toString('base64url')}`;
};

function binary(k: Planted, r: Random): Buffer {
  const length = (value: string) =>
    r.pick([
      Buffer.from([0, value.length]),
      Buffer.from([value.length]),
      Buffer.from([0]),
      Buffer.from([1, 0, value.length]),
    ]);
  const field = (name: string, value: string) =>
    Buffer.concat([length(name), Buffer.from(name), length(value), Buffer.from(value), Buffer.from([0])]);
  const n = names(r, 'env');
  const noise = () =>
    Buffer.from(
      Array.from({ length: r.int(20, 900) }, () => r.pick([0, 1, 7, 255, r.int(128, 255), r.int(0, 31)])),
    );
  return Buffer.concat([
    Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'),
    noise(),
    field(n.id, k.id),
    field(n.secret, k.secret),
    noise(),
  ]);
}

function nested(k: Planted, r: Random): string {
  const twice = base64(`${r.text(LOWER, 7)}: ${base64(env(k, r))}\n`);
  return holding(r, r.chance(0.3) ? base64(twice) : twice);
}

const text16 = (order: 'le' | 'be', mark: boolean) => (k: Planted, r: Random) =>
  utf16(env(k, r).replaceAll('\n', r.pick(['\n', '\r\n'])), order, mark);

const inside = (r: Random, value: string): Content => holding(r, value);

/** Ways in which the bytes of a text are written as others. */
export const encodings: readonly TrueCategory[] = [
  {
    name: 'utf-16le with mark',
    files: ['keys.txt', 'export.reg', 'creds.csv'],
    plant: pair,
    write: text16('le', true),
  },
  { name: 'utf-16be with mark', files: ['keys.txt', 'creds.csv'], plant: pair, write: text16('be', true) },
  { name: 'utf-16le without mark', files: ['keys.txt', 'out.log'], plant: pair, write: text16('le', false) },
  { name: 'utf-16be without mark', files: ['keys.txt'], plant: pair, write: text16('be', false) },
  {
    name: 'base64',
    files: ['ci.yml', 'README.md', 'env.b64'],
    plant: pair,
    write: (k, r) => holding(r, base64(env(k, r))),
  },
  { name: 'base64, wrapped', files: ['secret.yaml', 'env.b64', 'mail.eml'], plant: pair, write: wrap },
  {
    name: 'base64, url-safe',
    files: ['token.txt', 'app.yml'],
    plant: pair,
    write: (k, r) => inside(r, Buffer.from(env(k, r)).toString('base64url')),
  },
  { name: 'base64, nested', files: ['secret.yaml', 'a.txt'], plant: pair, write: nested },
  {
    name: 'base64, identifier alone',
    files: ['a.yaml', 'a.txt'],
    plant: idAlone,
    write: (k, r) => holding(r, base64(`${r.text(LOWER, r.int(0, 5))} ${k.id}\n`)),
  },
  {
    name: 'base64, temporary credentials',
    files: ['a.yaml', 'a.txt'],
    plant: temporary,
    write: (k, r) => holding(r, base64(env(k, r))),
  },
  {
    name: 'base64, bedrock key',
    files: ['a.yaml'],
    plant: bedrock,
    write: (k, r) => holding(r, base64(k.value)),
  },
  {
    name: 'base64 of utf-16 (PowerShell)',
    files: ['run.cmd', 'run.ps1'],
    plant: pair,
    write: (k, r) =>
      `powershell -EncodedCommand ${Buffer.from(`$env:AWS_ACCESS_KEY_ID="${k.id}"; $env:AWS_SECRET_ACCESS_KEY="${k.secret}"; ${r.text(LOWER, 5)}`, 'utf16le').toString('base64')}\r\n`,
  },
  {
    name: 'data url',
    files: ['page.html', 'a.css'],
    plant: pair,
    write: (k, r) => `<a href="data:text/plain;base64,${base64(env(k, r))}">env</a>\n`,
  },
  { name: 'kubernetes secret data', files: ['secret.yaml', 'sealed.yml'], plant: pair, write: kubernetes },
  { name: 'registry auth', files: ['.docker/config.json', '.npmrc'], plant: pair, write: docker },
  {
    name: 'basic authorization',
    files: ['requests.http', 'curl.sh'],
    plant: pair,
    write: (k, r) => among(r, 'shell', `Authorization: Basic ${base64(`${k.id}:${k.secret}`)}`),
  },
  {
    name: 'jwt payload',
    files: ['token.txt', 'a.js'],
    plant: pair,
    write: (k, r) => among(r, 'code', `token = "${jwt(k, r)}"`),
  },
  { name: 'hex', files: ['payload.txt', 'dump.sql'], plant: pair, write: hex },
  { name: 'hex, separated', files: ['key.h', 'export.reg', 'dump.txt'], plant: pair, write: separatedHex },
  { name: 'hex dump', files: ['dump.txt'], plant: pair, write: dump },
  { name: 'binary', files: ['app.bin', 'core', 'store.db', 'app'], plant: pair, write: binary },
];
