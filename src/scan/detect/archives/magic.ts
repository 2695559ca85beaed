import { uint32 } from './fields.js';

export type ArchiveKind = 'gzip' | 'zlib' | 'zip' | 'tar' | 'zstd' | 'bzip2' | 'xz' | '7z' | 'rar';

const TAR_MAGIC_AT = 257;

/** What an archive or compressed stream is, by its first bytes; names are not asked. */
export function archiveKind(bytes: Buffer): ArchiveKind | undefined {
  switch (bytes[0]) {
    case 0x1f:
      return bytes[1] === 0x8b && bytes[2] === 8 ? 'gzip' : undefined;
    case 0x50:
      return isZip(bytes) ? 'zip' : tarKind(bytes);
    case 0x28:
      return uint32(bytes, 0) === 0xfd2fb528 ? 'zstd' : tarKind(bytes);
    case 0x42:
      return /^BZh[1-9]1AY&SY/.test(bytes.toString('latin1', 0, 10)) ? 'bzip2' : tarKind(bytes);
    case 0xfd:
      return bytes.toString('latin1', 0, 6) === '\xfd7zXZ\0' ? 'xz' : undefined;
    case 0x37:
      return bytes.toString('latin1', 0, 6) === '7z\xbc\xaf\x27\x1c' ? '7z' : tarKind(bytes);
    case 0x52:
      return bytes.toString('latin1', 0, 6) === 'Rar!\x1a\x07' ? 'rar' : tarKind(bytes);
    case 0x78:
      return isZlib(bytes) ? 'zlib' : tarKind(bytes);
    default:
      return tarKind(bytes);
  }
}

function isZip(bytes: Buffer): boolean {
  const signature = uint32(bytes, 0);
  return signature === 0x04034b50 || signature === 0x08074b50;
}

/** 32 KB window, no dictionary, and a check value that makes the two bytes a multiple of 31. */
function isZlib(bytes: Buffer): boolean {
  const second = bytes[1] ?? 0;
  return (second & 0x20) === 0 && ((0x78 << 8) | second) % 31 === 0;
}

function tarKind(bytes: Buffer): 'tar' | undefined {
  return bytes.toString('latin1', TAR_MAGIC_AT, TAR_MAGIC_AT + 5) === 'ustar' ? 'tar' : undefined;
}
