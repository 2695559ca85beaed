import type { Planted, TrueCategory } from '../case.js';
import { pair } from '../plant.js';
import { ALPHANUMERIC, LOWER, type Random } from '../random.js';

function diff(k: Planted, r: Random): string {
  const sign = r.pick(['+', '-']);
  const head = [
    'diff --git a/.env b/.env',
    '--- a/.env',
    '+++ b/.env',
    '@@ -1,2 +1,3 @@',
    ' REGION=eu-west-1',
  ];
  return [...head, `${sign}AWS_ACCESS_KEY_ID=${k.id}`, `${sign}AWS_SECRET_ACCESS_KEY=${k.secret}`, ''].join(
    '\n',
  );
}

function minified(k: Planted, r: Random): string {
  const filler = (count: number) =>
    Array.from(
      { length: count },
      () =>
        `function ${r.text(LOWER, 1)}(${r.text(LOWER, 1)}){return ${r.text(LOWER, 2)}.${r.text(ALPHANUMERIC, 7)}(${r.int(0, 99)})}`,
    ).join('');
  return `!function(){${filler(r.int(30, 300))}var c={accessKeyId:"${k.id}",secretAccessKey:"${k.secret}"};${filler(r.int(30, 300))}}();`;
}

function artefact(k: Planted, r: Random): string {
  return r.pick([
    JSON.stringify({
      version: 3,
      sources: ['a.ts'],
      sourcesContent: [`const k = "${k.id}", s = "${k.secret}";\n`],
      mappings: 'AAAA,SAASA',
    }),
    JSON.stringify({
      lockfileVersion: 3,
      packages: { a: { resolved: `https://${k.id}:${encodeURIComponent(k.secret)}@r.example/a.tgz` } },
    }),
    `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${k.id} ${k.secret} --><path d="M0 0L9 9"/></svg>`,
    JSON.stringify(
      {
        version: 4,
        resources: [
          {
            type: 'aws_iam_access_key',
            instances: [{ attributes: { id: k.id, secret: k.secret, user: 'ci' } }],
          },
        ],
      },
      null,
      2,
    ),
    JSON.stringify({
      log: {
        entries: [{ request: { postData: { text: `key=${k.id}&secret=${encodeURIComponent(k.secret)}` } } }],
      },
    }),
    JSON.stringify(
      {
        item: [
          {
            request: {
              auth: {
                type: 'awsv4',
                awsv4: [
                  { key: 'secretKey', value: k.secret },
                  { key: 'accessKey', value: k.id },
                ],
              },
            },
          },
        ],
      },
      null,
      2,
    ),
  ]);
}

/** Formats that write the length before the text. */
const lengths = (k: Planted, r: Random) =>
  r.pick([
    `a:2:{s:3:"key";s:20:"${k.id}";s:6:"secret";s:40:"${k.secret}";}`,
    `*3\r\n$3\r\nSET\r\n$20\r\n${k.id}\r\n$40\r\n${k.secret}\r\n`,
    `20:${k.id},40:${k.secret},`,
  ]);

/** What tools write. */
export const artefacts: readonly TrueCategory[] = [
  { name: 'diff', files: ['fix.patch', 'old.diff'], plant: pair, write: diff },
  {
    name: 'lengths before texts',
    files: ['session.txt', 'dump.aof', 'options.sql'],
    plant: pair,
    write: lengths,
  },
  {
    name: 'minified',
    files: ['dist/app.min.js', 'bundle.js', 'vendor/jquery.min.js'],
    plant: pair,
    write: minified,
  },
  {
    name: 'artefact',
    files: ['app.js.map', 'package-lock.json', 'logo.svg', 'terraform.tfstate', 'a.har'],
    plant: pair,
    write: artefact,
  },
];
