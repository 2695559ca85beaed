import type { Planted, TrueCategory } from '../case.js';
import { idAlone, pair } from '../plant.js';
import { LOWER, type Random } from '../random.js';
import { among, lines, names } from '../surroundings.js';

/** An .env file as text, to be put into something else. */
function env(k: Planted, r: Random): string {
  const n = names(r, 'env');
  return [
    ...lines(r, 'env', 0, 3),
    `${n.id}=${k.id}`,
    `${n.secret}=${k.secret}`,
    ...lines(r, 'env', 0, 3),
    '',
  ].join('\n');
}

const code = (character: string) => character.charCodeAt(0).toString(16);
const unicode = (text: string) => Array.from(text, c => `\\u${code(c).padStart(4, '0')}`).join('');
const points = (text: string) => Array.from(text, c => `\\u{${code(c)}}`).join('');
const hexadecimal = (text: string) => Array.from(text, c => `\\x${code(c).padStart(2, '0')}`).join('');

function inJson(k: Planted, r: Random): string {
  const newline = r.pick(['\n', '\r\n', '\n\t']);
  const text = JSON.stringify(env(k, r).replaceAll('\n', newline));
  return `{ "${r.text(LOWER, 5)}": ${r.chance(0.3) ? JSON.stringify(text) : text} }\n`;
}

function inCode(k: Planted, r: Random): string {
  const body = env(k, r).replaceAll('\n', r.pick(['\\n', '\\r\\n', '\\t']));
  return among(r, 'code', `fs.writeFileSync('.env', '${body}');`);
}

/** Only the characters that need it are escaped. */
function equals(k: Planted, r: Random, sign: string): string {
  return among(
    r,
    'code',
    `x = "AWS_ACCESS_KEY_ID${sign}${k.id}"`,
    `y = "AWS_SECRET_ACCESS_KEY${sign}${k.secret}"`,
  );
}

function phpJson(k: Planted, r: Random): string {
  const slashed = k.secret.replaceAll('/', '\\/').replaceAll('+', r.pick(['+', '\\u002b', '\\u002B']));
  return `{"accessKeyId":"${k.id}","secretAccessKey":"${slashed}"}\n`;
}

function percent(k: Planted, r: Random): string {
  const once = encodeURIComponent(env(k, r));
  const text = r.pick([once, encodeURIComponent(once), once.replace(/%[0-9A-F]{2}/g, e => e.toLowerCase())]);
  return among(r, 'prose', `https://${r.text(LOWER, 6)}.example.org/paste?text=${text}`);
}

function colour(k: Planted, r: Random): string {
  const on = r.pick(['\u001b[32m', '\u001b[1;33m', '\u001b[38;5;208m', '\u001b[0;36m']);
  const off = r.pick(['\u001b[0m', '\u001b[m', '\u001b[39m']);
  return [
    ...lines(r, 'log', 0, 4),
    `${on}AWS_ACCESS_KEY_ID${off}=${on}${k.id}${off}`,
    `${on}AWS_SECRET_ACCESS_KEY${off}=${on}${k.secret}${off}`,
    '',
  ].join('\n');
}

const underscored = (k: Planted, r: Random) =>
  among(
    r,
    'prose',
    r.pick([
      `user_${k.id}`,
      `${k.id}_backup`,
      `_${k.id}_`,
      `key-${k.id}-old`,
      `s3_${k.id}.json`,
      `__${k.id}__`,
      `${k.id}-${r.int(1, 9)}`,
    ]),
  );

function entities(k: Planted, r: Random): string {
  const n = names(r, 'pascal');
  const quote = r.pick(['&quot;', '&#34;', '&#x22;', '&#39;', '&apos;']);
  const slash = r.pick(['/', '&#47;', '&#x2F;']);
  const plus = r.pick(['+', '&#43;', '&#x2b;', '&plus;']);
  const secret = k.secret.replace(/[/+]/g, character => (character === '/' ? slash : plus));
  return `<pre>{${quote}${n.id}${quote}:${quote}${k.id}${quote},${quote}${n.secret}${quote}:${quote}${secret}${quote}}</pre>\n`;
}

function continued(k: Planted, r: Random): string {
  const at = r.int(9, 14);
  const [first, second] = [k.id.slice(0, at), k.id.slice(at)];
  const cut = r.int(10, 30);
  const [left, right] = [k.secret.slice(0, cut), k.secret.slice(cut)];
  return among(
    r,
    'shell',
    ...r.pick([
      [`export AWS_ACCESS_KEY_ID=${first}\\`, second, `export AWS_SECRET_ACCESS_KEY=${k.secret}`],
      [`export AWS_ACCESS_KEY_ID=${k.id}`, `export AWS_SECRET_ACCESS_KEY=${left}\\`, right],
      [
        'aws configure set \\',
        `  aws_access_key_id \\`,
        `  ${k.id}`,
        `aws configure set aws_secret_access_key \\`,
        `  ${k.secret}`,
      ],
      [`AWS_ACCESS_KEY_ID=\\`, `${k.id} \\`, `AWS_SECRET_ACCESS_KEY=\\`, `${k.secret} \\`, 'make deploy'],
    ]),
  );
}

function mime(k: Planted, r: Random): string {
  const body = env(k, r).replaceAll('=', '=3D');
  const wrapped = body
    .split('\n')
    .map(line => line.replace(/(.{70})(?=.)/g, '$1=\n'))
    .join('\n');
  return `Subject: keys\nContent-Transfer-Encoding: quoted-printable\n\n${wrapped}`;
}

/** A form has plus signs for spaces, which a secret may have, too. */
function form(k: Planted, r: Random): string {
  const n = names(r, 'snake');
  const text = r.pick([
    `${n.id} = ${k.id}\n${n.secret} = ${k.secret}\n`,
    `${n.id}: ${k.id}\n${n.secret}: ${k.secret}\n`,
    `<Key>\n    ${k.id}\n</Key>\n<Secret>\n    ${k.secret}\n</Secret>\n`,
    JSON.stringify({ [n.id]: k.id, [n.secret]: k.secret }, null, 2),
  ]);
  return new URLSearchParams({ title: 'of builds', text }).toString();
}

/** Ways in which characters are written as others. */
export const escapes: readonly TrueCategory[] = [
  { name: 'json string', files: ['state.json', 'event.json'], plant: pair, write: inJson },
  { name: 'string with \\n', files: ['write.js', 'a.py', 'Env.java'], plant: pair, write: inCode },
  {
    name: 'equals as \\u003d',
    files: ['a.json', 'a.java'],
    plant: pair,
    write: (k, r) => equals(k, r, r.pick(['\\u003d', '\\u003D'])),
  },
  {
    name: 'equals as \\x3d',
    files: ['a.js', 'a.py'],
    plant: pair,
    write: (k, r) => equals(k, r, r.pick(['\\x3d', '\\x3D'])),
  },
  {
    name: 'equals as %3D',
    files: ['a.txt', 'a.http'],
    plant: pair,
    write: (k, r) => equals({ ...k, secret: encodeURIComponent(k.secret) }, r, r.pick(['%3D', '%3d'])),
  },
  {
    name: 'every character as \\u',
    files: ['a.properties', 'a.js', 'a.json'],
    plant: pair,
    write: (k, r) => equals({ ...k, id: unicode(k.id), secret: unicode(k.secret) }, r, '='),
  },
  {
    name: 'every character as \\x',
    files: ['a.js', 'a.c', 'a.py'],
    plant: pair,
    write: (k, r) => equals({ ...k, id: hexadecimal(k.id), secret: hexadecimal(k.secret) }, r, '='),
  },
  {
    name: 'every character as \\u{}',
    files: ['a.js', 'a.rb', 'a.rs'],
    plant: pair,
    write: (k, r) => equals({ ...k, id: points(k.id), secret: points(k.secret) }, r, '='),
  },
  { name: 'slashes escaped', files: ['a.json', 'a.php'], plant: pair, write: phpJson },
  { name: 'percent-encoded', files: ['paste.txt', 'access.log'], plant: pair, write: percent },
  { name: 'ansi colour', files: ['ci.log', 'typescript'], plant: pair, write: colour },
  {
    name: 'underscores and hyphens around',
    files: ['names.txt', 'list.md'],
    plant: idAlone,
    write: underscored,
  },
  { name: 'html entities', files: ['page.html', 'mail.xml'], plant: pair, write: entities },
  { name: 'line continuation', files: ['run.sh', 'Dockerfile'], plant: pair, write: continued },
  { name: 'form', files: ['requests.log', 'paste.txt', 'a.http'], plant: pair, write: form },
  { name: 'quoted-printable', files: ['mail.eml'], plant: pair, write: mime },
];
