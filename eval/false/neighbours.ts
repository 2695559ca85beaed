import type { FalseCategory } from '../case.js';
import { ALPHANUMERIC, LOWER, type Random } from '../random.js';
import { among, names } from '../surroundings.js';

/** What many services give out: forty letters and digits. */
const token = (r: Random) => r.text(ALPHANUMERIC, 40);

const NOTHING = ['', 'changeme', '${AWS_SECRET}', '<secret>', 'REDACTED', '****'];

const tokenName = (r: Random) =>
  r.pick(['APP_TOKEN', 'BUILD_HASH', 'TRACKING_ID', 'DEPLOY_TOKEN', 'LICENSE', 'CACHE_KEY']);

function afterEmpty(r: Random): string {
  const [n, other, nothing] = [names(r, 'env'), tokenName(r), r.pick(NOTHING)];
  return among(
    r,
    'hash',
    ...r.pick([
      [`${n.id}=${nothing}`, `${n.secret}=${nothing}`, `${other}=${token(r)}`],
      [`export ${n.secret}="${nothing}"`, `export ${other}="${token(r)}"`],
      [`ENV ${n.secret}=${nothing}`, `ENV ${other}=${token(r)}`],
      [`${n.secret}: "${nothing}"`, `${other}: ${token(r)}`],
      [`${n.secret} = os.getenv("${n.secret}", "")`, `${other} = os.getenv("${other}", "${token(r)}")`],
      [`define('${n.secret}', getenv('${n.secret}'));`, `define('${other}', '${token(r)}');`],
      [`<add key="${n.secret}" value="" />`, `<add key="${other}" value="${token(r)}" />`],
      [`run --secret-key $${n.secret} \\`, `  --trace ${token(r)}`],
    ]),
  );
}

function inObject(r: Random): string {
  const n = names(r, r.pick(['camel', 'snake']));
  const indent = r.pick([0, 2]);
  return JSON.stringify(
    r.pick<object>([
      { [n.secret]: r.pick(NOTHING), trackingId: token(r) },
      { trackingId: token(r), [n.secret]: r.pick(NOTHING) },
      { aws: { [n.secret]: r.pick(NOTHING) }, build: { trace: token(r) } },
      [
        { name: n.secret, value: r.pick(NOTHING) },
        { name: 'trace', value: token(r) },
      ],
    ]),
    null,
    indent,
  );
}

function inBlock(r: Random): string {
  const n = names(r, r.pick(['snake', 'camel']));
  return r.pick([
    `variable "${n.secret}" {\n  type = string\n}\n\nvariable "trace" {\n  default = "${token(r)}"\n}\n`,
    `Parameters:\n  ${n.secret}:\n    Type: String\n  Trace:\n    Type: String\n    Default: ${token(r)}\n`,
    `env:\n  - name: ${n.secret}\n    valueFrom: aws\n  - name: TRACE\n    value: ${token(r)}\n`,
    `name,${n.secret},trace\n${r.text(LOWER, 5)},,${token(r)}\n`,
    `INSERT INTO s VALUES ('${n.secret}',''),('trace','${token(r)}');\n`,
  ]);
}

/** What is forty characters long, and whose neighbour would be a secret. */
export const neighbours: readonly FalseCategory[] = [
  { name: 'token after a key without value', otherSecret: true, files: ['.env', 'a.py'], write: afterEmpty },
  { name: 'token beside a key without value', otherSecret: true, files: ['a.json'], write: inObject },
  { name: 'token in the next block', otherSecret: true, files: ['a.tf', 'a.yml', 'a.csv'], write: inBlock },
  {
    name: 'short text in base64',
    files: ['secret.yaml'],
    write: r =>
      `kind: Secret\ndata:\n  secret: ${Buffer.from(r.text(`${LOWER}   `, 30)).toString('base64')}\n  password: ${Buffer.from(r.text(ALPHANUMERIC, 30)).toString('base64')}\n`,
  },
];
