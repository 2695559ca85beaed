import { Covered } from './covered.js';
import type { Entry, Unpacking } from './entry.js';
import { uint16, uint32 } from './fields.js';
import { type Inflated, inflate } from './inflate.js';
import { windowsOf } from './windows.js';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
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

/** In bytes: as much as their unpacking costs. */
const COST_OF_ENTRY = 4096;

/**
 * The files of a zip archive and its kin (jar, docx, whl, nupkg …): those that its directory lists, and those that it does
 * not, for there are programs that go from one local header to the next. Names, comments and all else that stands
 * between them is left to be read as the bytes it is.
 */
export function* zipEntries(bytes: Buffer, unpacking: Unpacking): Generator<Entry> {
  const known = new Set<number>();
  const covered = new Covered();
  const directory = directoryOf(bytes);
  if (directory === undefined) unpacking.leaveOut('zip: no directory: truncated or damaged');
  const listed = directory === undefined ? [] : listedMembers(bytes, directory);
  for (const members of [listed, unlistedMembers(bytes, known, covered)])
    for (const member of members) {
      unpacking.spend(COST_OF_ENTRY);
      if (unpacking.isSpent()) return;
      // What the two say differently is read in both ways.
      if (uint16(bytes, member.header + 8) === member.method) known.add(member.header);
      for (const entry of entryOf(bytes, member, unpacking)) {
        for (const range of entry.covers) covered.add(range);
        yield entry;
      }
    }
}

interface Directory {
  readonly start: number;
  /** Offsets count from where the archive began before something was put in front of it. */
  readonly shift: number;
}

/** @returns undefined when the archive has no directory */
function directoryOf(bytes: Buffer): Directory | undefined {
  const end = endRecord(bytes);
  if (end === undefined) return undefined;
  const size = uint32(bytes, end + 12);
  // Counted back from the end record, for bytes may precede the archive; zip64's records stand between.
  const offset = uint32(bytes, end + 16);
  const start =
    [end - size, offset].find(at => isAt(bytes, at, CENTRAL)) ?? bytes.indexOf('PK\x01\x02', 0, 'latin1');
  if (start < 0) return size === 0 ? { start: bytes.length, shift: 0 } : undefined;
  return { start, shift: start === end - size ? start - offset : 0 };
}

function* listedMembers(bytes: Buffer, { start, shift }: Directory): Generator<Member> {
  for (let at = start; isAt(bytes, at, CENTRAL) && at + 46 <= bytes.length; ) {
    yield shifted(centralMember(bytes, at), bytes, shift);
    at += 46 + uint16(bytes, at + 28) + uint16(bytes, at + 30) + uint16(bytes, at + 32);
  }
}

function shifted(member: Member, bytes: Buffer, shift: number): Member {
  const header = member.header + shift;
  return isAt(bytes, header, LOCAL) ? { ...member, header } : member;
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

function* entryOf(bytes: Buffer, member: Member, unpacking: Unpacking): Generator<Entry> {
  const name = /[\0-\x1f]/.test(member.name) ? 'zip: an entry' : `zip: entry ${member.name}`;
  const { header } = member;
  if (!isAt(bytes, header, LOCAL) || header + 30 > bytes.length) {
    unpacking.leaveOut('zip: entries without their local headers');
    return;
  }
  const start = header + 30 + uint16(bytes, header + 26) + uint16(bytes, header + 28);
  // What is written in one place is not always what is written in the other.
  const inHeader = uint32(bytes, header + 18);
  const packed = inHeader === IN_ZIP64 ? member.packed : Math.max(member.packed, inHeader);
  const unpacked = unpackedOf(bytes.subarray(start), packed, member, name, unpacking);
  if (unpacked === undefined) return;
  const end = Math.min(bytes.length, start + Math.max(1, packed, unpacked.packed));
  const covers = [{ start, end: start + unpacked.packed }];
  const layer = `zip:${member.name}`;
  for (const window of windowsOf(unpacked.pieces)) yield { layer, bytes: window, start, end, covers };
}

/** @param rest the packed bytes and what follows them: a compressed stream says itself where it ends */
function unpackedOf(
  rest: Buffer,
  packed: number,
  { flags, method }: Member,
  name: string,
  unpacking: Unpacking,
): Inflated | undefined {
  if (packed === 0 && method === 0) return undefined;
  if ((flags & ENCRYPTED) !== 0) {
    unpacking.leaveOut(`${name}: encrypted`);
    return undefined;
  }
  switch (method) {
    case 0:
      unpacking.spend(Math.min(packed, rest.length));
      return { pieces: [rest.subarray(0, packed)], packed: Math.min(packed, rest.length) };
    case 8:
      return inflate(rest, 'deflate', name, unpacking);
    case 93:
      return inflate(rest, 'zstd', name, unpacking);
    default:
      unpacking.leaveOut(`${name}: compression method ${method}`);
      return undefined;
  }
}

/** Local headers that no directory lists. The length of a stored entry may only follow it: it ends where the next one begins. */
function* unlistedMembers(bytes: Buffer, known: ReadonlySet<number>, covered: Covered): Generator<Member> {
  for (let header = 0; header >= 0; header = bytes.indexOf('PK\x03\x04', header + 1, 'latin1')) {
    if (!isAt(bytes, header, LOCAL) || known.has(header)) continue;
    if (covered.has(header)) continue;
    const nameEnd = header + 30 + uint16(bytes, header + 26);
    const start = nameEnd + uint16(bytes, header + 28);
    const written = uint32(bytes, header + 18);
    const next = written === 0 ? bytes.indexOf('PK\x03\x04', start, 'latin1') : 0;
    yield {
      name: bytes.toString('latin1', header + 30, nameEnd),
      method: uint16(bytes, header + 8),
      flags: uint16(bytes, header + 6),
      packed: written === 0 ? Math.max(0, (next < 0 ? bytes.length : next) - start) : written,
      header,
    };
  }
}
