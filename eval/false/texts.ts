import { gzipSync } from 'node:zlib';
import { tar, zip } from '../archive.js';
import type { FalseCategory } from '../case.js';
import { ALPHANUMERIC, BASE64, DIGITS, HEX, LOWER, type Random, UPPER } from '../random.js';
import { among, lines } from '../surroundings.js';

const wrap = (text: string, width: number) =>
  `${(text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n')}\n`;
const words = (r: Random, count: number) =>
  Array.from({ length: count }, () => r.text(LOWER, r.int(2, 9))).join(' ');
const ordinary = (r: Random) => lines(r, r.pick(['env', 'yaml', 'log', 'prose']), 10, 60).join('\n');

const dna = (r: Random) => {
  const strand = () => r.text('ACGT', r.int(16, 40));
  return `>seq${r.int(1, 99)} primer ACCA${r.text('ACGT', 16)}\n${wrap(r.text('ACGT', 900) + strand(), 60)}`;
};

const protein = (r: Random) =>
  `>sp|P${r.text(DIGITS, 5)}\n${wrap(r.text('ACDEFGHIKLMNPQRSTVWY', 300) + ['AK', 'IA'].join('') + r.text('ACDEFGHIKLMNPQRSTVWY', 300), 60)}`;

const capitals = (r: Random) =>
  among(
    r,
    'prose',
    `${r.pick(['SOUTHEAST', 'EAST', 'ALL OF '])}ASIA${r.pick(['PACIFICREGIONALOFFICE', ' PACIFIC', 'ANDOCEANIASTATISTICS', 'NDEVELOPMENTBANKGROUP'])} ${words(r, 6).toUpperCase()}`,
  );

const image = (r: Random) =>
  `<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA${r.bytes(r.int(300, 6000)).toString('base64')}">\n`;

const font = (r: Random) =>
  `@font-face{font-family:a;src:url(data:font/woff2;base64,d09GMgABAAAAA${r.bytes(r.int(3000, 20000)).toString('base64')}) format("woff2")}\n.a{color:#${r.text(HEX, 6)}}`;

const css = (r: Random) =>
  Array.from(
    { length: r.int(20, 90) },
    () =>
      `.${r.text(ALPHANUMERIC, 8)}__${r.text(LOWER, 5)}--${r.text(ALPHANUMERIC, 5)}{margin:${r.int(0, 9)}px;background:#${r.text(HEX, 6)}}`,
  ).join('');

const minified = (r: Random) =>
  Array.from(
    { length: r.int(60, 400) },
    () =>
      `${r.text(LOWER, 1)}.${r.text(ALPHANUMERIC, r.int(4, 40))}=function(${r.text(LOWER, 1)}){return"${r.text(ALPHANUMERIC, r.int(2, 20))}"}`,
  ).join(';');

const sourceMap = (r: Random) =>
  JSON.stringify({
    version: 3,
    names: ['secretAccessKey', 'accessKeyId'],
    mappings: Array.from({ length: 900 }, () => r.text(`${BASE64}ACAA`, r.pick([4, 4, 5, 8]))).join(
      r.pick([',', ';']),
    ),
  });

/** Runs that are shorter or longer than a secret, though the name would allow one. */
const otherLengths = (r: Random) =>
  among(
    r,
    'env',
    ...Array.from(
      { length: r.int(2, 6) },
      () =>
        `${r.pick(['blob', 'data', 'payload', 'body', 'cookie'])}=${r.text(BASE64, r.pick([16, 20, 24, 32, 39, 41, 43, 48, 60, 64, 80, 88, 100, 128]))}`,
    ),
  );

const svg = (r: Random) =>
  `<svg><path d="${Array.from({ length: 200 }, () => `${r.pick(['M', 'L', 'C', 'h', 'v', 'a'])}${r.int(0, 99)}.${r.int(0, 99)}`).join('')}"/></svg>`;

const base64OfText = (r: Random) => {
  const text = Buffer.from(ordinary(r)).toString('base64');
  return r.pick([
    `data: ${text}\n`,
    `secret: ${text}\n`,
    wrap(text, 76),
    `aws_secret_access_key_config: ${text}\n`,
  ]);
};

const hexDump = (r: Random) =>
  `${Array.from({ length: 40 }, (_, row) => `${(row * 16).toString(16).padStart(8, '0')}: ${Array.from({ length: 8 }, () => r.text(HEX, 4)).join(' ')}  ${r.text(ALPHANUMERIC, 16)}`).join('\n')}\n`;

const cleanArchive = (r: Random) => {
  const entries = Array.from({ length: r.int(1, 6) }, () => ({
    name: `${r.text(LOWER, 5)}.txt`,
    content: Buffer.from(ordinary(r)),
  }));
  return r.pick([
    () => zip(entries, 'deflated'),
    () => gzipSync(tar(entries)),
    () => tar(entries),
    () => zip(entries, 'streamed'),
  ])();
};

const clean16 = (r: Random) => {
  const bytes = Buffer.from(`\ufeff${ordinary(r)}`, 'utf16le');
  return r.chance(0.5) ? bytes : bytes.swap16();
};

/** Base64 of text has what looks like the issuer of a session token where it speaks of aws. */
function aboutAws(r: Random): string {
  const word = () => r.text(LOWER, r.int(2, 6));
  const text = `${word().slice(0, r.int(0, 3))} aws ${Array.from({ length: r.int(14, 40) }, word).join(' ')}`;
  const rows =
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return r.pick([`note: ${rows.join('')}\n`, `note: >-\n  ${rows.join('\n  ')}\n`, `${rows.join('\n')}\n`]);
}

/** Ordinary contents of repositories. */
export const texts: readonly FalseCategory[] = [
  { name: 'dna', files: ['a.fasta', 'primers.txt'], write: dna },
  { name: 'proteins', files: ['a.fasta'], write: protein },
  { name: 'words in capitals', files: ['a.txt', 'LICENSE'], write: capitals },
  { name: 'images in base64', files: ['index.html', 'a.md'], write: image },
  { name: 'fonts in base64', files: ['fonts.css', 'a.less'], write: font },
  { name: 'css', files: ['a.css', 'a.min.css'], write: css },
  { name: 'minified code', files: ['app.min.js', 'vendor.js'], write: minified },
  { name: 'source maps', files: ['app.js.map'], write: sourceMap },
  { name: 'base64 of other lengths', files: ['a.txt', '.env', 'a.json'], write: otherLengths },
  {
    name: 'base64 in lines of 40',
    files: ['a.txt', 'a.b64'],
    write: r => wrap(r.bytes(600).toString('base64'), 40),
  },
  {
    name: 'large base64',
    files: ['a.json', 'model.txt'],
    write: r => `{"weights":"${r.bytes(60000).toString('base64')}"}`,
  },
  { name: 'base64 of ordinary text', files: ['secret.yaml', 'a.b64'], write: base64OfText },
  { name: 'base64 of text about aws', files: ['a.yml', 'a.b64'], write: aboutAws },
  { name: 'hex dumps', files: ['dump.txt'], write: hexDump },
  { name: 'svg', files: ['logo.svg'], write: svg },
  { name: 'clean archives', files: ['a.zip', 'a.tar.gz', 'a.jar'], write: cleanArchive },
  { name: 'clean utf-16', files: ['a.txt', 'strings.rc'], write: clean16 },
  {
    name: 'random bytes',
    files: ['a.bin', 'model.pb', 'image.png'],
    write: r => r.bytes(r.int(2000, 60000)),
  },
  {
    name: 'random letters and digits',
    files: ['a.txt'],
    write: r =>
      Array.from({ length: 400 }, () => r.text(UPPER + DIGITS, r.int(10, 30))).join(r.pick([' ', '\n', ','])),
  },
];
