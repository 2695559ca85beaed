import type { Planted, TrueCategory } from '../case.js';
import { pair, secretAlone } from '../plant.js';
import type { Random } from '../random.js';
import { among } from '../surroundings.js';

/** Names that have another's name in them, and places where the name is not right before the value. */
function tools(k: Planted, r: Random): string {
  const s = k.secret;
  return r.pick([
    among(r, 'env', `${r.pick(['DJANGO', 'RAILS', 'HEROKU', 'GITLAB'])}_AWS_SECRET_ACCESS_KEY=${s}`),
    among(r, 'yaml', `s3.client.${r.pick(['default', 'backup'])}.secret_key: ${s}`),
    among(r, 'yaml', `- name: APP_AWS_SECRET_ACCESS_KEY`, `  value: ${s}`),
    `<parameter>\n  <name>AWS_SECRET_ACCESS_KEY</name>\n  <description>of the builds</description>\n  <defaultValue>${s}</defaultValue>\n</parameter>\n`,
    among(r, 'code', `$ENV{AWS_SECRET_ACCESS_KEY} = "${s}";`),
    among(r, 'hash', `  aws_secret_access_key: str = Field(default="${s}")`),
    among(r, 'code', `  secret_access_key:: '${s}',`),
    among(r, 'prose', `aws_secret_access_key = \u201c${s}\u201d`),
    among(r, 'shell', `echo "${s}" | vercel env add AWS_SECRET_ACCESS_KEY production`),
    among(r, 'code', `config["sk"] = "${s}"`),
    among(r, 'env', `AWS_SECRET_KEY_ID=${s}`),
  ]);
}

/** Databases and programs write texts side by side, each with its length before all of them. */
function rows(k: Planted, r: Random): Buffer {
  const row = r.pick([
    `\x05\x17\x35access_key${k.id}\x06\x1d\x5daws_secret${k.secret}\x01`,
    `\x05\x35\x5d\x19${k.id}${k.secret}\x08`,
    `\x07\x1f\x35AWS_ACCESS_KEY_ID${k.id}\x08\x27\x5dAWS_SECRET_ACCESS_KEY${k.secret}\x03`,
  ]);
  return Buffer.concat([
    Buffer.from('SQLite format 3\0', 'latin1'),
    Buffer.alloc(r.int(20, 90)),
    Buffer.from(row, 'latin1'),
    Buffer.alloc(r.int(20, 90)),
  ]);
}

/** Letters of a page are moved closer to each other. */
function kerned(k: Planted, r: Random): string {
  const moved = (value: string) => {
    const at = r.int(6, value.length - 4);
    return `[(${value.slice(0, at)})${r.pick(['-20', '15', ' -3.5 '])}(${value.slice(at)})] TJ`;
  };
  return `%PDF-1.4\n4 0 obj\n<< /Length 400 >>\nstream\nBT /F1 11 Tf 72 700 Td (Access key) Tj ${moved(k.id)} 0 -14 Td (Secret) Tj ${moved(k.secret)} ET\nendstream\nendobj\n`;
}

/** What calls a value a secret, and what hardly does. */
export const namesOfTools: readonly TrueCategory[] = [
  {
    name: 'secret alone, in the words of many tools',
    files: ['.env', 'a.yml', 'config.xml', 'a.pl', 'settings.py'],
    plant: secretAlone,
    write: tools,
  },
  { name: 'rows of a database', files: ['app.db', 'store.sqlite3'], plant: pair, write: rows },
  { name: 'kerned page', files: ['keys.pdf', 'handover.pdf'], plant: pair, write: kerned },
];
