import * as zlib from 'node:zlib';
import { deflateSync, gzipSync } from 'node:zlib';
import { type Entry, tar, zip } from '../archive.js';
import type { Planted, TrueCategory } from '../case.js';
import { pair } from '../plant.js';
import { LOWER, type Random } from '../random.js';
import { lines, names, type Syntax } from '../surroundings.js';

function env(k: Planted, r: Random): Buffer {
  const n = names(r, 'env');
  const mark = r.pick(['', '"']);
  const rows = [`${n.id}=${mark}${k.id}${mark}`, `${n.secret}=${mark}${k.secret}${mark}`];
  return Buffer.from([...lines(r, 'env', 0, 5), ...rows, ...lines(r, 'env', 0, 5), ''].join('\n'));
}

/** The entry that matters, among others. */
function entries(k: Planted, r: Random, name: string): Entry[] {
  const others = (['yaml', 'code', 'prose'] satisfies Syntax[]).map(syntax => ({
    name: `${r.text(LOWER, 6)}/${r.text(LOWER, 4)}.txt`,
    content: Buffer.from(lines(r, syntax, 5, 60).join('\n')),
  }));
  return r.shuffle([...others, { name, content: env(k, r) }]);
}

/** A Java class: constants are `01`, a length of two bytes, the text. */
function javaClass(k: Planted): Buffer {
  const utf8 = (text: string) => Buffer.concat([Buffer.from([1, 0, text.length]), Buffer.from(text)]);
  const constants = ['Aws', 'ACCESS_KEY', k.id, 'SECRET_KEY', k.secret, 'Code'].map(utf8);
  return Buffer.concat([
    Buffer.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61, 0, 7]),
    ...constants,
    Buffer.from([0, 33, 0, 1]),
  ]);
}

function jar(k: Planted, r: Random): Buffer {
  const inner = r.chance(0.5)
    ? { name: 'application.properties', content: env(k, r) }
    : { name: 'Aws.class', content: javaClass(k) };
  const manifest = { name: 'META-INF/MANIFEST.MF', content: Buffer.from('Manifest-Version: 1.0\r\n\r\n') };
  return zip([manifest, inner], 'deflated');
}

function docx(k: Planted): Buffer {
  const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const body = [`Access key: ${k.id}`, `Secret key: ${k.secret}`].map(paragraph).join('');
  const document = `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`;
  return zip([{ name: 'word/document.xml', content: Buffer.from(document) }], 'deflated');
}

function xlsx(k: Planted): Buffer {
  const strings = ['Access key ID', 'Secret access key', k.id, k.secret]
    .map(text => `<si><t>${text}</t></si>`)
    .join('');
  const sheet =
    '<worksheet><sheetData><row><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row></sheetData></worksheet>';
  return zip(
    [
      { name: 'xl/sharedStrings.xml', content: Buffer.from(`<sst>${strings}</sst>`) },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheet) },
    ],
    'streamed',
  );
}

/** As databases print compressed values. */
function gzipInHex(k: Planted, r: Random): string {
  const hex = gzipSync(env(k, r)).toString('hex');
  return r.pick([
    `INSERT INTO blobs VALUES (1, X'${hex.toUpperCase()}');\n`,
    `INSERT INTO blobs VALUES (1, 0x${hex});\n`,
    `1\t\\\\x${hex}\n`,
  ]);
}

/** As Terraform and cloud-init write user data. */
const gzipInBase64 = (k: Planted, r: Random) =>
  `user_data_base64 = "${gzipSync(env(k, r)).toString('base64')}"\n`;

/** As `kubectl get secret` shows a Helm release: base64 of base64 of gzip. */
const helmRelease = (k: Planted, r: Random) => {
  const release = gzipSync(
    Buffer.from(JSON.stringify({ config: { accessKey: k.id, secretKey: k.secret }, name: r.text(LOWER, 5) })),
  );
  return `kind: Secret\ntype: helm.sh/release.v1\ndata:\n  release: ${Buffer.from(release.toString('base64')).toString('base64')}\n`;
};

const zstd = 'zstdCompressSync' in zlib ? zlib.zstdCompressSync : undefined;

/** Containers and compression. */
export const archives: readonly TrueCategory[] = [
  {
    name: 'zip',
    files: ['backup.zip', 'lambda.zip', 'a.whl'],
    plant: pair,
    write: (k, r) => zip(entries(k, r, '.env'), r.pick(['deflated', 'stored', 'streamed'])),
  },
  { name: 'jar', files: ['app.jar', 'app.war'], plant: pair, write: jar },
  {
    name: 'jar in zip',
    files: ['release.zip'],
    plant: pair,
    write: (k, r) => zip([{ name: 'lib/app.jar', content: jar(k, r) }], r.pick(['deflated', 'stored'])),
  },
  {
    name: 'executable jar',
    files: ['app.jar', 'install.run'],
    plant: pair,
    write: (k, r) => Buffer.concat([Buffer.from('#!/bin/sh\nexec java -jar "$0" "$@"\n'), jar(k, r)]),
  },
  {
    name: 'gzip',
    files: ['env.gz', 'dump.sql.gz', 'access.log.1.gz'],
    plant: pair,
    write: (k, r) => gzipSync(env(k, r)),
  },
  { name: 'tar', files: ['backup.tar'], plant: pair, write: (k, r) => tar(entries(k, r, 'app/.env')) },
  {
    name: 'tgz',
    files: ['backup.tgz', 'package.tar.gz'],
    plant: pair,
    write: (k, r) => gzipSync(tar(entries(k, r, 'package/.env'))),
  },
  {
    name: 'zip in tgz',
    files: ['release.tar.gz'],
    plant: pair,
    write: (k, r) => gzipSync(tar([{ name: 'a.zip', content: zip(entries(k, r, '.env'), 'deflated') }])),
  },
  {
    name: 'zstd',
    files: ['env.zst', 'backup.tar.zst'],
    plant: pair,
    available: zstd !== undefined,
    write: (k, r) => zstd?.(r.chance(0.5) ? env(k, r) : tar(entries(k, r, '.env'))) ?? '',
  },
  { name: 'docx', files: ['handover.docx'], plant: pair, write: docx },
  { name: 'xlsx', files: ['accounts.xlsx'], plant: pair, write: xlsx },
  { name: 'gzip in base64', files: ['main.tf', 'user-data.yml'], plant: pair, write: gzipInBase64 },
  { name: 'gzip in hexadecimal', files: ['dump.sql'], plant: pair, write: gzipInHex },
  { name: 'helm release', files: ['release.yaml'], plant: pair, write: helmRelease },
  {
    name: 'pdf stream',
    files: ['handover.pdf'],
    plant: pair,
    write: k => {
      const stream = deflateSync(
        Buffer.from(
          `BT /F1 12 Tf 72 720 Td (Access key: ${k.id}) Tj 0 -14 Td (Secret key: ${k.secret}) Tj ET\n`,
        ),
      );
      const head = `%PDF-1.7\n4 0 obj\n<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`;
      return Buffer.concat([Buffer.from(head), stream, Buffer.from('\nendstream\nendobj\n%%EOF\n')]);
    },
  },
];
