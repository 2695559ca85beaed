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
const FIRST_BYTES = new Set(SIGNATURES.map(([, signature]) => signature.charCodeAt(0)));

const TAR_MAGIC = 'ustar';
const TAR_MAGIC_AT = 257;

/** What an archive or compressed stream is, by its bytes; names are not asked. */
export function archiveKind(bytes: Buffer): ArchiveKind | undefined {
  if (
    bytes[TAR_MAGIC_AT] === 0x75 &&
    bytes.toString('latin1', TAR_MAGIC_AT, TAR_MAGIC_AT + 5) === TAR_MAGIC
  ) {
    return 'tar';
  }
  if (!FIRST_BYTES.has(bytes[0] ?? 0)) return undefined;
  const head = bytes.toString('latin1', 0, LONGEST);
  return SIGNATURES.find(([, signature]) => head.startsWith(signature))?.[0];
}
