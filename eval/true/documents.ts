import type { Planted, TrueCategory } from '../case.js';
import { pair, temporary } from '../plant.js';
import { LOWER, type Random } from '../random.js';
import { among, lines, names, ordered } from '../surroundings.js';

function json(k: Planted, r: Random): string {
  const n = names(r, r.pick(['camel', 'pascal', 'snake', 'env']));
  const body = ordered(r, 'json', `  "${n.id}": "${k.id}",`, `  "${n.secret}": "${k.secret}",`);
  return ['{', ...lines(r, 'json', 0, 4), ...body, ...lines(r, 'json', 0, 4), '  "end": true', '}', ''].join(
    '\n',
  );
}

function cliOutput(k: Planted, r: Random): string {
  const created = {
    AccessKey: { UserName: r.text(LOWER, 6), AccessKeyId: k.id, Status: 'Active', SecretAccessKey: k.secret },
  };
  const assumed = { Credentials: { AccessKeyId: k.id, SecretAccessKey: k.secret, SessionToken: k.token } };
  return `${JSON.stringify(k.token === '' ? created : assumed, null, r.pick([0, 2, 4]))}\n`;
}

function nameAndValue(k: Planted, r: Random): string {
  const both = [
    { name: 'AWS_ACCESS_KEY_ID', value: k.id },
    { name: 'AWS_SECRET_ACCESS_KEY', value: k.secret },
  ];
  return `${JSON.stringify({ containerDefinitions: [{ name: 'web', environment: both }] }, null, r.pick([0, 2]))}\n`;
}

function csv(k: Planted, r: Random): string {
  const user = r.text(LOWER, 6);
  return r.pick([
    `Access key ID,Secret access key\r\n${k.id},${k.secret}\r\n`,
    `Access key ID,Secret access key\n${k.id},${k.secret}\n`,
    `User name,Password,Access key ID,Secret access key,Console login link\r\n${user},,${k.id},${k.secret},https://123.signin.aws.amazon.com/console\r\n`,
    `"User Name","Access Key Id","Secret Access Key"\n"${user}","${k.id}","${k.secret}"\n`,
    `user\tkey\tsecret\n${user}\t${k.id}\t${k.secret}\n`,
    `${user};${k.id};${k.secret}\n`,
  ]);
}

function notebook(k: Planted, r: Random): string {
  const source = r.pick([
    [`AWS_ACCESS_KEY_ID = '${k.id}'\n`, `AWS_SECRET_ACCESS_KEY = '${k.secret}'`],
    ['%env AWS_ACCESS_KEY_ID=', k.id, '\n%env AWS_SECRET_ACCESS_KEY=', k.secret],
    [
      `client = boto3.client("s3", aws_access_key_id="${k.id}",\n`,
      `    aws_secret_access_key="${k.secret}")`,
    ],
  ]);
  return JSON.stringify({ cells: [{ cell_type: 'code', metadata: {}, source }], nbformat: 4 }, null, 1);
}

function sql(k: Planted, r: Random): string {
  return among(
    r,
    'prose',
    r.pick([
      `INSERT INTO \`settings\` VALUES (1,'${r.text(LOWER, 5)}','${k.id}','${k.secret}',NULL);`,
      `COPY t FROM 's3://b/p' CREDENTIALS 'aws_access_key_id=${k.id};aws_secret_access_key=${k.secret}';`,
      `CREATE STAGE s URL='s3://b' CREDENTIALS=(AWS_KEY_ID='${k.id}' AWS_SECRET_KEY='${k.secret}');`,
      `(${r.int(1, 99)}, '{"key":"${k.id}","secret":"${k.secret}"}', now()),`,
      `${r.int(1, 9)}\t${r.text(LOWER, 4)}\t${k.id}\t${k.secret}\t\\N`,
    ]),
  );
}

function table(k: Planted, r: Random): string {
  const tick = r.pick(['', '`']);
  return among(
    r,
    'prose',
    ...r.pick([
      [
        '| user | key | secret |',
        '|---|---|---|',
        `| ci | ${tick}${k.id}${tick} | ${tick}${k.secret}${tick} |`,
      ],
      ['|Access key|Secret key|', '|-|-|', `|${k.id}|${k.secret}|`],
      [
        '| name | value |',
        '|:--|--:|',
        `| Access key ID | ${tick}${k.id}${tick} |`,
        `| Secret access key | ${tick}${k.secret}${tick} |`,
      ],
    ]),
  );
}

function prose(k: Planted, r: Random): string {
  return among(
    r,
    'prose',
    ...r.pick([
      [`Use the key ${k.id} with the secret ${k.secret}, thanks.`],
      [`* Access key: **${k.id}**`, `* Secret key: **${k.secret}**`],
      ['```', `aws_access_key_id=${k.id}`, `aws_secret_access_key=${k.secret}`, '```'],
      [`(access key \`${k.id}\`, secret \`${k.secret}\`)`],
      [`Key:    ${k.id}`, `Secret: ${k.secret}`],
      [`- id:${k.id}`, `- secret:${k.secret}.`],
    ]),
  );
}

function html(k: Planted, r: Random): string {
  return r.pick([
    `<dl><dt>Access key</dt><dd>${k.id}</dd><dt>Secret key</dt><dd>${k.secret}</dd></dl>\n`,
    `<tr><td>${k.id}</td><td>${k.secret}</td></tr>\n`,
    `<input name="access_key" value="${k.id}"><input name="secret_key" value="${k.secret}">\n`,
    `<div data-key="${k.id}" data-secret='${k.secret}'></div>\n`,
    `<script>var k="${k.id}",s="${k.secret}"</script>\n`,
  ]);
}

/** Data and documents. */
export const documents: readonly TrueCategory[] = [
  { name: 'json', files: ['config.json', 'appsettings.json', '.aws.json'], plant: pair, write: json },
  { name: 'output of the AWS CLI', files: ['key.json', 'out.txt'], plant: pair, write: cliOutput },
  { name: 'output of STS', files: ['creds.json', 'session.txt'], plant: temporary, write: cliOutput },
  { name: 'name and value objects', files: ['task.json', 'template.json'], plant: pair, write: nameAndValue },
  {
    name: 'csv',
    files: ['accessKeys.csv', 'rootkey.csv', 'credentials.csv', 'users.tsv'],
    plant: pair,
    write: csv,
  },
  { name: 'notebook', files: ['analysis.ipynb'], plant: pair, write: notebook },
  { name: 'sql', files: ['dump.sql', 'load.sql'], plant: pair, write: sql },
  { name: 'table', files: ['README.md', 'accounts.md'], plant: pair, write: table },
  { name: 'prose', files: ['README.md', 'TODO', 'handover.txt', 'notes.rst'], plant: pair, write: prose },
  { name: 'html', files: ['index.html', 'admin.html', 'a.vue'], plant: pair, write: html },
];
