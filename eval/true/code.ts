import type { Planted, TrueCategory } from '../case.js';
import { idAlone, pair, secretAlone, temporary } from '../plant.js';
import type { Random } from '../random.js';
import { among, names } from '../surroundings.js';

function typescript(k: Planted, r: Random): string {
  const n = names(r, 'camel');
  const mark = r.pick(["'", '"', '`']);
  const literal = `{ ${n.id}: ${mark}${k.id}${mark}, ${n.secret}: ${mark}${k.secret}${mark} }`;
  return among(
    r,
    'code',
    ...r.pick([
      [`const client = new S3Client({ region: 'eu-west-1', credentials: ${literal} });`],
      [`AWS.config.update(${literal.replaceAll(', ', ',\n  ')});`],
      [
        `export const ${n.id} = ${mark}${k.id}${mark};`,
        `export const ${n.secret} = ${mark}${k.secret}${mark};`,
      ],
      [
        `process.env['AWS_ACCESS_KEY_ID'] = ${mark}${k.id}${mark}`,
        `process.env['AWS_SECRET_ACCESS_KEY'] = ${mark}${k.secret}${mark}`,
      ],
      [
        `const key = process.env.AWS_KEY || ${mark}${k.id}${mark};`,
        `const secret = process.env.AWS_SECRET ?? ${mark}${k.secret}${mark};`,
      ],
    ]),
  );
}

function python(k: Planted, r: Random): string {
  const mark = r.pick(["'", '"']);
  const [id, secret] = [mark + k.id + mark, mark + k.secret + mark];
  return among(
    r,
    'hash',
    ...r.pick([
      [`client = boto3.client("s3", aws_access_key_id=${id}, aws_secret_access_key=${secret})`],
      ['session = boto3.Session(', `    ${id},`, `    ${secret},`, ')'],
      [`os.environ["AWS_ACCESS_KEY_ID"] = ${id}`, `os.environ["AWS_SECRET_ACCESS_KEY"] = ${secret}`],
      [`AWS_KEY = os.getenv("AWS_KEY", ${id})`, `AWS_SECRET = os.getenv("AWS_SECRET", ${secret})`],
      [`conn = S3Connection(${id}, ${secret})`],
      [`ACCESS, SECRET = ${id}, ${secret}`],
    ]),
  );
}

function positional(k: Planted, r: Random): string {
  return among(
    r,
    'code',
    r.pick([
      `aws.Config{Credentials: credentials.NewStaticCredentials("${k.id}", "${k.secret}", "")}`,
      `var creds = new BasicAWSCredentials("${k.id}", "${k.secret}");`,
      `Credentials::new("${k.id}", "${k.secret}", None, None, "static")`,
      `AwsBasicCredentials.create("${k.id}",\n    "${k.secret}")`,
      `Aws::Credentials.new('${k.id}', '${k.secret}')`,
      `Aws::Auth::AWSCredentials credentials("${k.id}", "${k.secret}");`,
      `AWSStaticCredentialsProvider(accessKey: "${k.id}", secretKey: "${k.secret}")`,
    ]),
  );
}

function concatenated(k: Planted, r: Random): string {
  const cut = (text: string) => {
    const at = r.int(8, text.length - 6);
    return [text.slice(0, at), text.slice(at)];
  };
  const join = r.pick([
    '" + "',
    '" +\n    "',
    '" . "',
    '" & "',
    '" ++ "',
    '" ..\n  "',
    '"\n    "',
    '" \\\n  "',
  ]);
  const parts = (text: string) => `"${cut(text).join(join)}"`;
  const n = names(r, 'camel');
  return among(
    r,
    'code',
    `${n.id} = (${parts(k.id)})`,
    `${n.secret} = (${r.chance(0.5) ? parts(k.secret) : `"${k.secret}"`})`,
  );
}

function test(k: Planted, r: Random): string {
  return among(
    r,
    'code',
    `describe('${r.pick(['uploads', 'signs', 'lists buckets'])}', () => {`,
    `  const credentials = { accessKeyId: '${k.id}', secretAccessKey: '${k.secret}' };`,
    '  it("works", () => expect(sign(credentials)).toBeDefined());',
    '});',
  );
}

/** Literals in programs. */
export const code: readonly TrueCategory[] = [
  {
    name: 'javascript and typescript',
    files: ['src/s3.ts', 'upload.js', 'lib/aws.mjs', 'App.tsx'],
    plant: pair,
    write: typescript,
  },
  { name: 'python', files: ['settings.py', 'upload.py', 'conftest.py'], plant: pair, write: python },
  {
    name: 'positional arguments',
    files: ['aws.go', 'Client.java', 'S3.cs', 'client.rs', 's3.rb'],
    plant: pair,
    write: positional,
  },
  {
    name: 'concatenation',
    files: ['aws.js', 'keys.py', 'Keys.java', 'k.php', 'k.lua'],
    plant: pair,
    write: concatenated,
  },
  {
    name: 'identifier alone in code',
    files: ['a.ts', 'a.py', 'a.go'],
    plant: idAlone,
    write: (k, r) =>
      among(r, 'code', `${r.pick(['key', 'user', 'ACCESS_KEY', 'x'])} = "${k.id}"${r.pick(['', ';', ','])}`),
  },
  {
    name: 'secret alone in code',
    files: ['a.ts', 'a.py', 'a.go', 'A.java'],
    plant: secretAlone,
    write: (k, r) => {
      const mark = r.pick(['"', "'"]);
      return among(
        r,
        'code',
        `${names(r, r.pick(['camel', 'snake', 'pascal'])).secret} = ${mark}${k.secret}${mark}`,
      );
    },
  },
  {
    name: 'test code',
    files: ['s3.test.ts', 'spec/s3_spec.js', '__tests__/sign.js', 'examples/demo.js', 'fixtures/a.js'],
    plant: pair,
    write: test,
  },
  {
    name: 'temporary credentials in code',
    files: ['sts.ts', 'sts.py', 'sts.json5'],
    plant: temporary,
    write: (k, r) => {
      const n = names(r, 'camel');
      return among(
        r,
        'code',
        `${n.id}: "${k.id}",`,
        `${n.secret}: "${k.secret}",`,
        `${n.token}: "${k.token}",`,
      );
    },
  },
];
