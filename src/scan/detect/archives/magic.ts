import { tableOf } from '../alphabet.js';

export type ArchiveKind =
  | 'gzip'
  | 'zlib'
  | 'zip'
  | 'tar'
  | 'zstd'
  | 'bzip2'
  | 'xz'
  | '7z'
  | 'rar'
  | 'pdf'
  | 'git pack';

/** What the contents begin with. The two bytes of zlib must be a multiple of 31, so there are four. */
const SIGNATURES: readonly (readonly [ArchiveKind, string])[] = [
  ['gzip', '\x1f\x8b\x08'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x07\x08'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['bzip2', 'BZh91A'],
  ['xz', '\xfd7zXZ\0'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['rar', 'Rar!\x1a\x07'],
  ['pdf', '%PDF-'],
  ['git pack', 'PACK\0\0'],
  ['git pack', '# v2 g'],
  ['git pack', '# v3 g'],
  ['zlib', 'x\x01'],
  ['zlib', 'x\x5e'],
  ['zlib', 'x\x9c'],
  ['zlib', 'x\xda'],
];

const LONGEST = 6;
const MAY_BEGIN_ARCHIVE = tableOf(SIGNATURES.map(([, signature]) => signature.charAt(0)).join(''));

const TAR_MAGIC = 'ustar';
const TAR_MAGIC_AT = 257;

const END_OF_ZIP = 0x06054b50;
const END_LENGTH = 22;

/** Scripts and programs that carry an archive behind them: executable jars, installers, zipped applications. */
const PROGRAMS = ['#!', 'MZ', '\x7fELF', '\xca\xfe\xba\xbe', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe'];
const MAY_BEGIN_PROGRAM = tableOf(PROGRAMS.map(program => program.charAt(0)).join(''));
const LONGEST_COMMENT = 0xffff;

/** Whether the content ends with the directory of a zip archive, although it begins with something else. */
export function endsWithZip(bytes: Buffer): boolean {
  const end = bytes.length - END_LENGTH;
  if (end <= 0 || bytes[0] === 0x50) return false;
  if (bytes[end] === 0x50 && bytes.readUInt32LE(end) === END_OF_ZIP) return true;
  if (!beginsProgram(bytes)) return false;
  return bytes.indexOf('PK\x05\x06', Math.max(0, end - LONGEST_COMMENT), 'latin1') >= 0;
}

/** Whether the content begins as a script or a program does. */
export function beginsProgram(bytes: Buffer): boolean {
  if (MAY_BEGIN_PROGRAM[bytes[0] ?? 0] !== 1) return false;
  const head = bytes.toString('latin1', 0, 4);
  return PROGRAMS.some(program => head.startsWith(program));
}

/** The first two bytes of all that is told by its beginning, as one number. */
const MAY_BEGIN = new Uint8Array(2 ** 16);
for (const beginning of [...SIGNATURES.map(([, signature]) => signature), ...PROGRAMS])
  MAY_BEGIN[pairOf(beginning.charCodeAt(0), beginning.charCodeAt(1))] = 1;

function pairOf(first: number, second: number): number {
  return first | (second << 8);
}

/** `# ` begins many texts, and with a `v` behind it a bundle of git. */
const HASH_AND_SPACE = pairOf(0x23, 0x20);

/** A quick no to both questions below, for the bytes [start, end) as a content: that of nearly all texts. */
export function mayBeArchive(bytes: Buffer, start: number, end: number): boolean {
  const pair = pairOf(bytes[start] ?? 0, bytes[start + 1] ?? 0);
  if (MAY_BEGIN[pair] === 1 && (pair !== HASH_AND_SPACE || bytes[start + 2] === 0x76)) return true;
  const tail = end - END_LENGTH;
  if (bytes[tail] === 0x50 && bytes[tail + 1] === 0x4b) return true;
  return bytes[start + TAR_MAGIC_AT] === 0x75 && bytes[start + TAR_MAGIC_AT + 1] === 0x73;
}

/** What an archive or compressed stream is, by its bytes; names are not asked. */
export function archiveKind(bytes: Buffer): ArchiveKind | undefined {
  if (
    bytes[TAR_MAGIC_AT] === 0x75 &&
    bytes.toString('latin1', TAR_MAGIC_AT, TAR_MAGIC_AT + 5) === TAR_MAGIC
  ) {
    return 'tar';
  }
  if (MAY_BEGIN_ARCHIVE[bytes[0] ?? 0] !== 1) return undefined;
  const head = bytes.toString('latin1', 0, LONGEST);
  return SIGNATURES.find(([, signature]) => head.startsWith(signature))?.[0];
}
