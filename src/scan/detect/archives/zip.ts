import type { Entry, Unpacking } from './entry.js';
import { uint16, uint32 } from './fields.js';
import { inflate } from './inflate.js';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 20_000;
const ENCRYPTED = 1;
const IN_ZIP64 = 0xffffffff;
const ZIP64_EXTRA = 1;

interface Member {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  readonly header: number;
}

/**
 * The files of a zip archive and its kin (jar, docx, whl, nupkg …): those that its directory lists, or, when the
 * directory is missing, those whose local headers follow each other.
 */
export function* zipEntries(bytes: Buffer, unpacking: Unpacking): Generator<Entry> {
  const listed = directoryOf(bytes);
  if (listed === undefined) unpacking.leaveOut('zip: no directory: truncated or damaged');
  let count = 0;
  for (const member of listed ?? localMembers(bytes)) {
    count++;
    if (count > MOST_ENTRIES) {
      unpacking.leaveOut(`zip: more than ${MOST_ENTRIES} entries`);
      return;
    }
    const entry = entryOf(bytes, member, unpacking);
    if (entry !== undefined) yield entry;
  }
  if (listed !== undefined) yield* directoryText(bytes);
}

/** The directory itself: the names of the files, and what people write about them. */
function* directoryText(bytes: Buffer): Generator<Entry> {
  const end = endRecord(bytes);
  if (end === undefined) return;
  const start = Math.max(0, end - uint32(bytes, end + 12));
  yield { layer: 'zip:directory', bytes: bytes.subarray(start), start, end: bytes.length };
}

/** @returns undefined when the archive has no directory */
function directoryOf(bytes: Buffer): readonly Member[] | undefined {
  const end = endRecord(bytes);
  if (end === undefined) return undefined;
  const size = uint32(bytes, end + 12);
  // Counted back from the end record, for bytes may precede the archive; zip64's records stand between.
  const offset = uint32(bytes, end + 16);
  const start =
    [end - size, offset].find(at => isAt(bytes, at, CENTRAL)) ?? bytes.indexOf('PK\x01\x02', 0, 'latin1');
  if (start < 0) return size === 0 ? [] : undefined;
  // Offsets count from where the archive began before something was put in front of it.
  const shift = start === end - size ? start - offset : 0;
  const members: Member[] = [];
  for (let at = start; isAt(bytes, at, CENTRAL) && at + 46 <= bytes.length; ) {
    if (members.length > MOST_ENTRIES) break;
    members.push(shifted(centralMember(bytes, at), bytes, shift));
    at += 46 + uint16(bytes, at + 28) + uint16(bytes, at + 30) + uint16(bytes, at + 32);
  }
  return members;
}

function shifted(member: Member, bytes: Buffer, shift: number): Member {
  const header = member.header + shift;
  return isAt(bytes, member.header, LOCAL) || !isAt(bytes, header, LOCAL) ? member : { ...member, header };
}

function endRecord(bytes: Buffer): number | undefined {
  const lowest = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= lowest; at--) if (isAt(bytes, at, END)) return at;
  return undefined;
}

function isAt(bytes: Buffer, at: number, signature: number): boolean {
  return uint32(bytes, at) === signature;
}

function centralMember(bytes: Buffer, at: number): Member {
  const nameEnd = at + 46 + uint16(bytes, at + 28);
  const extra = bytes.subarray(nameEnd, nameEnd + uint16(bytes, at + 30));
  const sizes = [uint32(bytes, at + 24), uint32(bytes, at + 20), uint32(bytes, at + 42)];
  const [, packed = 0, header = 0] = withZip64(sizes, extra);
  return {
    name: bytes.toString('latin1', at + 46, nameEnd),
    method: uint16(bytes, at + 10),
    flags: uint16(bytes, at + 8),
    packed,
    header,
  };
}

/** Puts the 64-bit values of the extra field in the place of those that did not fit, in their order. */
function withZip64(values: readonly number[], extra: Buffer): number[] {
  let field = 0;
  while (field + 4 <= extra.length && uint16(extra, field) !== ZIP64_EXTRA) {
    field += 4 + uint16(extra, field + 2);
  }
  let at = field + 4;
  return values.map(value => {
    if (value !== IN_ZIP64 || at + 8 > extra.length) return value;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

function entryOf(bytes: Buffer, member: Member, unpacking: Unpacking): Entry | undefined {
  const name = `zip: entry ${member.name}`;
  const { header, packed } = member;
  if (!isAt(bytes, header, LOCAL) || header + 30 > bytes.length) {
    unpacking.leaveOut(`${name}: no local header`);
    return undefined;
  }
  const start = header + 30 + uint16(bytes, header + 26) + uint16(bytes, header + 28);
  const end = Math.min(start + packed, bytes.length);
  if (start >= end) return undefined;
  const unpacked = unpackedOf(bytes.subarray(start, end), member, name, unpacking);
  return unpacked === undefined ? undefined : { layer: `zip:${member.name}`, bytes: unpacked, start, end };
}

function unpackedOf(packed: Buffer, member: Member, name: string, unpacking: Unpacking): Buffer | undefined {
  if ((member.flags & ENCRYPTED) !== 0) {
    unpacking.leaveOut(`${name}: encrypted`);
    return undefined;
  }
  switch (member.method) {
    case 0:
      return packed;
    case 8:
      return inflate(packed, 'deflate', name, unpacking);
    case 93:
      return inflate(packed, 'zstd', name, unpacking);
    default:
      unpacking.leaveOut(`${name}: compression method ${member.method}`);
      return undefined;
  }
}

/** Walks the local headers; an entry whose length only follows it ends where the next signature stands. */
function* localMembers(bytes: Buffer): Generator<Member> {
  let header = 0;
  while (isAt(bytes, header, LOCAL) && header + 30 <= bytes.length) {
    const nameEnd = header + 30 + uint16(bytes, header + 26);
    const start = nameEnd + uint16(bytes, header + 28);
    const next = bytes.indexOf('PK\x03\x04', start, 'latin1');
    const known = uint32(bytes, header + 18);
    const stop = next < 0 ? bytes.length : next;
    yield {
      name: bytes.toString('latin1', header + 30, nameEnd),
      method: uint16(bytes, header + 8),
      flags: uint16(bytes, header + 6),
      packed: known === 0 ? stop - start : known,
      header,
    };
    header = known === 0 ? stop : start + known;
  }
}
