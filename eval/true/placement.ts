import type { Planted, TrueCategory } from '../case.js';
import { idAlone, pair, secretAlone, twoPairs } from '../plant.js';
import { ALPHANUMERIC, LOWER, type Random } from '../random.js';
import { lines, names, type Syntax } from '../surroundings.js';

function apart(k: Planted, r: Random, low: number, high: number): string {
  const syntax: Syntax = r.pick(['env', 'yaml', 'ini', 'hash']);
  const n = names(r, 'env');
  const sign = syntax === 'yaml' ? ': ' : '=';
  const rows = [`${n.id}${sign}${k.id}`, `${n.secret}${sign}${k.secret}`];
  const between = Array.from({ length: r.int(low, high) }, () => lines(r, syntax, 1, 1)).flat();
  return [
    ...lines(r, syntax, 0, 5),
    ...rows.slice(0, 1),
    ...between,
    ...rows.slice(1),
    ...lines(r, syntax, 0, 5),
    '',
  ].join('\n');
}

function secretFirst(k: Planted, r: Random): string {
  const n = names(r, r.pick(['env', 'snake', 'camel']));
  const equals = r.pick(['=', ': ', ' = ']);
  return r.pick([
    [...lines(r, 'env', 0, 4), `${n.secret}${equals}${k.secret}`, `${n.id}${equals}${k.id}`, ''].join('\n'),
    `{"${n.secret}":"${k.secret}","${n.id}":"${k.id}"}`,
    `client(secret="${k.secret}", key="${k.id}")\n`,
    `${k.secret},${k.id}\n`,
  ]);
}

function profiles(k: Planted, r: Random): string {
  const [otherId, otherSecret] = [k.token, k.value];
  return r.pick([
    `[dev]\naws_access_key_id = ${k.id}\naws_secret_access_key = ${k.secret}\n\n[prod]\naws_access_key_id = ${otherId}\naws_secret_access_key = ${otherSecret}\n`,
    `name,key,secret\ndev,${k.id},${k.secret}\nprod,${otherId},${otherSecret}\n`,
    `DEV_AWS_ACCESS_KEY_ID=${k.id}\nPROD_AWS_ACCESS_KEY_ID=${otherId}\nDEV_AWS_SECRET_ACCESS_KEY=${k.secret}\nPROD_AWS_SECRET_ACCESS_KEY=${otherSecret}\n`,
    JSON.stringify(
      [
        { key: k.id, secret: k.secret },
        { key: otherId, secret: otherSecret },
      ],
      null,
      r.pick([0, 2]),
    ),
  ]);
}

function longLine(k: Planted, r: Random): string {
  const filler = (size: number) => {
    const some = Array.from(
      { length: 60 },
      () => `"${r.text(LOWER, 6)}":"${r.text(ALPHANUMERIC, r.int(1, 30))}"`,
    ).join(',');
    return some.repeat(Math.ceil(size / some.length));
  };
  return `{${filler(r.int(1e5, 4e5))},"accessKeyId":"${k.id}","secretAccessKey":"${k.secret}",${filler(r.int(1e3, 1e5))}}`;
}

/** Where 64 KiB and 1 MiB blocks end, a reader by blocks must not lose what lies across. */
function acrossBlock(k: Planted, r: Random): string {
  const border = r.pick([4096, 8192, 65536, 1 << 20]);
  const line = `# ${r.text(LOWER, 61)}\n`;
  const start = border - r.int(1, 90);
  const before = line.repeat(Math.ceil(start / line.length)).slice(0, start - 1);
  return `${before}\nAWS_ACCESS_KEY_ID=${k.id}\nAWS_SECRET_ACCESS_KEY=${k.secret}\n${line.repeat(r.int(0, 40))}`;
}

function edges(k: Planted, r: Random): string {
  return r.pick([`${k.id}`, `\n${k.id}`, `${k.id}\n`, `key ${k.id}`, `${k.id} `, `"${k.id}"`]);
}

/** The example key of the documentation on the same line or near it hides nothing. */
function besideExample(k: Planted, r: Random): string {
  const example = ['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('');
  return r.pick([
    `# like ${example}\nAWS_ACCESS_KEY_ID=${k.id}\nAWS_SECRET_ACCESS_KEY=${k.secret}\n`,
    `aws_access_key_id=${k.id} # example: ${example}\naws_secret_access_key=${k.secret}\n`,
    `{"example":"${example}","accessKeyId":"${k.id}","secretAccessKey":"${k.secret}"}\n`,
    `const EXAMPLE_KEY = "${k.id}"; // placeholder\nconst EXAMPLE_SECRET = "${k.secret}";\n`,
  ]);
}

function manyDecoys(k: Planted, r: Random): string {
  const decoys = Array.from(
    { length: r.int(3, 9) },
    () => `    - ${r.text(LOWER, 6)}@${r.text('0123456789abcdef', 40)}`,
  );
  const n = names(r, 'snake');
  return [
    'uses:',
    ...decoys,
    'aws:',
    `  ${n.id}: ${k.id}`,
    ...decoys,
    `  ${n.secret}: ${k.secret}`,
    ...decoys,
    '',
  ].join('\n');
}

/** Where the values stand to each other and in the file. */
export const placement: readonly TrueCategory[] = [
  {
    name: 'up to ten lines apart',
    files: ['.env', 'config.yml'],
    plant: pair,
    write: (k, r) => apart(k, r, 2, 9),
  },
  {
    name: 'up to twenty lines apart',
    files: ['.env', 'config.yml'],
    plant: pair,
    write: (k, r) => apart(k, r, 10, 18),
  },
  { name: 'secret first', files: ['.env', 'a.json', 'a.py'], plant: pair, write: secretFirst },
  { name: 'two pairs', files: ['.aws/credentials', 'keys.csv', '.env'], plant: twoPairs, write: profiles },
  { name: 'very long line', files: ['data.json', 'state.json'], plant: pair, write: longLine },
  { name: 'across a block border', files: ['big.env', 'a.log'], plant: pair, write: acrossBlock },
  { name: 'identifier at the edge of a file', files: ['id', 'key.txt'], plant: idAlone, write: edges },
  {
    name: 'beside an example',
    files: ['.env.example', 'README.md', 'a.ts'],
    plant: pair,
    write: besideExample,
  },
  { name: 'among hashes', files: ['config.yml'], plant: pair, write: manyDecoys },
  {
    name: 'secret alone, named in words',
    files: ['notes.md', 'a.txt', 'a.yml'],
    plant: secretAlone,
    write: (k, r) =>
      `${r.pick(['Secret access key', 'AWS secret', 'aws secret key', 'Secret Access Key', 'the AWS secret access key is'])}${r.pick([': ', ' ', ' = ', ':\n'])}${k.secret}\n`,
  },
  {
    name: 'secret alone in data',
    files: ['a.json', 'a.yml', 'a.xml'],
    plant: secretAlone,
    write: (k, r) => {
      const n = names(r, r.pick(['env', 'camel', 'pascal']));
      return r.pick([
        `{ "${n.secret}": "${k.secret}" }\n`,
        `${n.secret}: ${k.secret}\n`,
        `<${n.secret}>${k.secret}</${n.secret}>\n`,
        `{"name":"AWS_SECRET_ACCESS_KEY","value":"${k.secret}"}\n`,
      ]);
    },
  },
];
