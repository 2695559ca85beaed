import type { FalseCategory } from '../case.js';
import { ALPHANUMERIC, DIGITS, HEX, LOWER, type Random } from '../random.js';
import { among } from '../surroundings.js';

const many = (r: Random, row: (r: Random) => string, low = 3, high = 30) =>
  `${Array.from({ length: r.int(low, high) }, () => row(r)).join('\n')}\n`;

const name = (r: Random) => r.text(LOWER, r.int(3, 10));
const version = (r: Random) => `${r.int(0, 20)}.${r.int(0, 40)}.${r.int(0, 9)}`;
const sha1 = (r: Random) => r.text(HEX, 40);
const sha256 = (r: Random) => r.text(HEX, 64);
const digest = (r: Random, bytes: number) => r.bytes(bytes).toString('base64');

const gitSha = (r: Random) =>
  r.pick([
    `      - uses: actions/checkout@${sha1(r)} # v5`,
    `commit ${sha1(r)}`,
    `${sha1(r)} refs/heads/${name(r)}`,
    `Subproject commit ${sha1(r)}`,
    `"gitHead": "${sha1(r)}",`,
    `AWS_SECRET_KEY_VERSION=${sha1(r)}`,
    `secret_access_key_commit: ${sha1(r).toUpperCase()}`,
  ]);

/** Of bcrypt and crypt, whose alphabet has a dot: what stands between two may have forty characters. */
function password(r: Random): string {
  const hash = (length: number) => r.text(`${ALPHANUMERIC}./`, length);
  return r.pick([
    `password: $2b$12$${r.text(ALPHANUMERIC, 12)}.${r.text(ALPHANUMERIC, 40)}`,
    `password: "$2a$10$${hash(53)}"`,
    `root:$6$${hash(8)}$${hash(85)}.:19000:0:99999:7:::`,
    `userPassword: {SSHA}${digest(r, 30)}`,
    `password_hash = '${digest(r, 30)}'`,
  ]);
}

function packageLock(r: Random): string {
  const packages = Object.fromEntries(
    Array.from({ length: r.int(3, 30) }, () => {
      const of = `${name(r)}-${r.pick(['aws', 'secret', 'key', 'util'])}`;
      return [
        `node_modules/${of}`,
        {
          version: version(r),
          resolved: `https://registry.npmjs.org/${of}.tgz`,
          integrity: `sha512-${digest(r, 64)}`,
        },
      ];
    }),
  );
  return JSON.stringify({ lockfileVersion: 3, packages }, null, 2);
}

const yarn = (r: Random) =>
  `"@aws-sdk/${name(r)}@^${version(r)}":\n  version "${version(r)}"\n  resolved "https://registry.yarnpkg.com/@aws-sdk/${name(r)}.tgz#${sha1(r)}"\n  integrity ${r.pick([`sha512-${digest(r, 64)}`, `sha1-${digest(r, 20)}`])}\n`;

const webpack = (r: Random) =>
  `{${Array.from({ length: r.int(5, 60) }, () => `${r.int(1, 9999)}:"${r.text(HEX, r.pick([8, 20, 40]))}"`).join(',')}}[e]+".chunk.js"`;

const integrity = (r: Random) =>
  `<script src="/${name(r)}.js" integrity="${r.pick([`sha384-${digest(r, 48)}`, `sha256-${digest(r, 32)}`])}" nonce="${digest(r, 16)}"></script>`;

/** Digests of 30 bytes are 40 characters without padding: told from a secret by their name alone. */
const thirtyBytes = (r: Random) =>
  `${r.pick(['integrity', 'checksum', 'digest', 'etag', 'sha240'])}: ${digest(r, 30)}`;

/** Checksums and what else is random without being secret. */
export const hashes: readonly FalseCategory[] = [
  {
    name: 'git object names',
    files: ['ci.yml', 'packed-refs', 'package.json', 'a.env'],
    write: r => many(r, gitSha),
  },
  { name: 'package-lock', files: ['package-lock.json', 'npm-shrinkwrap.json'], write: packageLock },
  { name: 'yarn.lock', files: ['yarn.lock'], write: r => many(r, yarn) },
  {
    name: 'pnpm lock',
    files: ['pnpm-lock.yaml'],
    write: r =>
      many(r, of => `  /${name(of)}/${version(of)}:\n    resolution: {integrity: sha512-${digest(of, 64)}}`),
  },
  {
    name: 'go.sum',
    files: ['go.sum'],
    write: r =>
      many(
        r,
        of => `github.com/aws/${name(of)} v${version(of)}${of.pick(['', '/go.mod'])} h1:${digest(of, 32)}`,
      ),
  },
  {
    name: 'Cargo.lock',
    files: ['Cargo.lock'],
    write: r =>
      many(
        r,
        of =>
          `[[package]]\nname = "aws-${name(of)}"\nversion = "${version(of)}"\nchecksum = "${sha256(of)}"\n`,
      ),
  },
  {
    name: 'pip hashes',
    files: ['requirements.txt', 'poetry.lock'],
    write: r => many(r, of => `boto3==${version(of)} --hash=sha256:${sha256(of)}`),
  },
  {
    name: 'checksum lists',
    files: ['SHA256SUMS', 'checksums.txt', 'MD5SUMS'],
    write: r =>
      many(
        r,
        of =>
          `${of.pick([sha1(of), sha256(of), of.text(HEX, 32), of.text(HEX, 128)])}  ${name(of)}-secret-key.tar.gz`,
      ),
  },
  {
    name: 'base64 checksums',
    files: ['META-INF/MANIFEST.MF', 'RECORD'],
    write: r =>
      many(r, of =>
        of.pick([
          `Name: ${name(of)}.class\r\nSHA-256-Digest: ${digest(of, 32)}\r\n`,
          `aws/${name(of)}.py,sha256=${of.bytes(32).toString('base64url')},${of.int(1, 9999)}`,
        ]),
      ),
  },
  {
    name: 'etags',
    files: ['a.http', 'a.log'],
    write: r =>
      many(
        r,
        of => `ETag: "${of.pick([of.text(HEX, 32), `${of.text(HEX, 32)}-${of.int(1, 90)}`, sha1(of)])}"`,
      ),
  },
  {
    name: 'image digests',
    files: ['values.yaml', 'Dockerfile'],
    write: r =>
      many(
        r,
        of =>
          `image: ${of.text(DIGITS, 12)}.dkr.ecr.eu-west-1.amazonaws.com/${name(of)}@sha256:${sha256(of)}`,
      ),
  },
  { name: 'subresource integrity', files: ['index.html'], write: r => many(r, integrity) },
  { name: 'webpack chunks', files: ['runtime.js', 'main.bundle.js'], write: webpack },
  { name: 'hashes of passwords', files: ['users.sql', 'shadow', 'a.ldif'], write: r => many(r, password) },
  {
    name: 'digests of 40 characters',
    files: ['a.yml', 'a.json'],
    write: r => among(r, 'yaml', ...many(r, thirtyBytes, 1, 6).trim().split('\n')),
  },
];
