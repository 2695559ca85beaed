// AssemblyScript, compiled by `npm run assembly` to src/scan/sources/unpack-code.ts.
//
// What a pack of git is read with: zlib streams (RFC 1950, RFC 1951) and deltas (gitformat-pack(5)). The caller puts
// bytes anywhere from 0x10000 on and passes addresses (unpack.ts). All bytes may come from somebody who means harm.

// The memory below 0x10000, of which nothing is the caller's: what does not change, then the tables of a block.
const LITERAL_RESULTS: usize = 0x400; // 288 symbols
const DISTANCE_RESULTS: usize = 0x880; // 32
const LENGTH_CODE_RESULTS: usize = 0x900; // 19
const STRIDES: usize = 0x980;
const PATTERNS: usize = 0xa00;
const LENGTH_ORDER: usize = 0xb00;
const FIXED_LITERALS: usize = 0xc00; // 2^9 entries
const FIXED_DISTANCES: usize = 0x1400; // 2^5
const CODE_LENGTHS: usize = 0x1500; // 316, and what is written past them
const COUNTS: usize = 0x1700;
const OFFSETS: usize = 0x1740;
const SORTED: usize = 0x1800; // 288 symbols of two bytes
const LENGTH_CODES: usize = 0x1b00; // 2^7 entries
const DISTANCES: usize = 0x1e00; // 402 entries: the most for 32 symbols, 8 bits at once, 15 in all
const LITERALS: usize = 0x2800; // 2342 entries: the most for 288 symbols, 11 bits at once, 15 in all

/** So many bits are looked up at once; longer codes have a second table. */
const MOST_LITERAL_BITS: u32 = 11;
const MOST_DISTANCE_BITS: u32 = 8;
const MOST_LENGTH_CODE_BITS: u32 = 7;
const FIXED_LITERAL_BITS: u32 = 9;
const FIXED_DISTANCE_BITS: u32 = 5;
const LONGEST_CODE: u32 = 15;

// An entry of a table has in its lowest byte how many bits are used up, extra bits among them, and from bit 8 on how many
// of those are the code. From bit 16 on stands the literal byte, or the least length or distance. Those that are
// SPECIAL end the block or point to a second table: from bit 8 on its bits, from bit 16 on its first entry. An entry that
// is only SPECIAL is of a code that does not exist.
const LITERAL: u32 = 1 << 30;
const SPECIAL: u32 = 1 << 15;
const SECOND_TABLE: u32 = 1 << 14;
const END_OF_BLOCK: u32 = 1 << 13;

/** Bytes that the input may be ahead of its end: those that are in the bit buffer. */
const AHEAD: usize = 8;
/** Longer copies are left to memory.copy, which costs more to call. */
const SHORT_COPY: usize = 256;
/** The most bytes, a multiple of 16, whose sums fit in 32 bits before they are divided (RFC 1950, 9). */
const MOST_SUMMED: usize = 5552;
const ADLER_BASE: u32 = 65521;

// The state between the blocks of a stream.
let input: usize = 0;
let inputEnd: usize = 0;
let output: usize = 0;
let outputStart: usize = 0;
let outputEnd: usize = 0;
/** The next bits of the input, the first in the lowest bit, and how many: only the lowest byte of the number counts. */
let bits: u64 = 0;
let count: u64 = 0;
let adlerLow: u32 = 0;
let adlerHigh: u32 = 0;

prepare();

/** Writes what does not change. */
function prepare(): void {
  for (let byte: u32 = 0; byte < 256; byte++) store<u32>(LITERAL_RESULTS + byte * 4, LITERAL | (byte << 16));
  store<u32>(LITERAL_RESULTS + 256 * 4, SPECIAL | END_OF_BLOCK);
  let least: u32 = 3;
  for (let symbol: u32 = 257; symbol < 288; symbol++) {
    let extra: u32 = symbol < 265 ? 0 : (symbol - 261) >> 2;
    if (symbol == 285) {
      least = 258;
      extra = 0;
    }
    store<u32>(LITERAL_RESULTS + symbol * 4, symbol < 286 ? (least << 16) | extra : SPECIAL);
    least += 1 << extra;
  }
  least = 1;
  for (let symbol: u32 = 0; symbol < 32; symbol++) {
    const extra: u32 = symbol < 4 ? 0 : (symbol - 2) >> 1;
    store<u32>(DISTANCE_RESULTS + symbol * 4, symbol < 30 ? (least << 16) | extra : SPECIAL);
    least += 1 << extra;
  }
  for (let symbol: u32 = 0; symbol < 19; symbol++) store<u32>(LENGTH_CODE_RESULTS + symbol * 4, symbol << 16);
  // The order in which the lengths of the codes for code lengths come: RFC 1951, 3.2.7.
  store<u64>(LENGTH_ORDER, 0x0609070800121110); // 16, 17, 18, 0, 8, 7, 9, 6
  store<u64>(LENGTH_ORDER + 8, 0x020d030c040b050a); // 10, 5, 11, 4, 12, 3, 13, 2
  store<u32>(LENGTH_ORDER + 16, 0x0f010e); // 14, 1, 15
  for (let distance: u32 = 1; distance < 16; distance++) {
    store<u8>(STRIDES + distance, 16 - (16 % distance));
    for (let at: u32 = 0; at < 16; at++) store<u8>(PATTERNS + distance * 16 + at, at % distance);
  }
  prepareFixedTables();
}

/** RFC 1951, 3.2.6. */
function prepareFixedTables(): void {
  memory.fill(CODE_LENGTHS, 8, 144);
  memory.fill(CODE_LENGTHS + 144, 9, 112);
  memory.fill(CODE_LENGTHS + 256, 7, 24);
  memory.fill(CODE_LENGTHS + 280, 8, 8);
  buildTable(FIXED_LITERALS, FIXED_LITERAL_BITS, CODE_LENGTHS, 288, LITERAL_RESULTS);
  memory.fill(CODE_LENGTHS, 5, 32);
  buildTable(FIXED_DISTANCES, FIXED_DISTANCE_BITS, CODE_LENGTHS, 32, DISTANCE_RESULTS);
}

/**
 * Decodes one zlib stream and verifies its checksum.
 *
 * The 64 bytes behind the input are read, and the 64 bytes behind the room are overwritten: both must exist.
 *
 * @param from where the stream begins; what follows it within `size` is not looked at
 * @param size how many bytes there are, at most
 * @param to where its content is to go; it must not overlap the input
 * @param room how many bytes may go there
 * @returns how many did; -1 when the data is malformed, truncated, needs a preset dictionary or more room
 */
export function inflate(from: usize, size: i32, to: usize, room: i32): i32 {
  if (size < 2 || room < 0) return -1;
  // RFC 1950, 2.2: deflate, a window of at most 32 KB, no preset dictionary, a multiple of 31.
  const header = (<u32>load<u8>(from) << 8) | load<u8>(from, 1);
  if ((header & 0x0f20) != 0x0800 || header > 0x7fff || header % 31 != 0) return -1;
  input = from + 2;
  inputEnd = from + size;
  output = to;
  outputStart = to;
  outputEnd = to + room;
  bits = 0;
  count = 0;
  adlerLow = 1;
  adlerHigh = 0;
  while (true) {
    const begin = output;
    refill();
    const last = (bits & 1) != 0;
    const kind = <u32>(bits >> 1) & 3;
    take(3);
    if (kind == 0) {
      if (!copyStored()) return -1;
    } else {
      if (kind == 1) useFixedTables();
      else if (kind != 2 || !readTables()) return -1;
      if (!decode()) return -1;
    }
    addToChecksum(begin, output);
    if (behindTaken() > inputEnd) return -1;
    if (last) break;
  }
  const trailer = behindTaken();
  if (trailer + 4 > inputEnd || bswap<u32>(load<u32>(trailer)) != ((adlerHigh << 16) | adlerLow)) return -1;
  return <i32>(output - to);
}

/** Fills the bit buffer up to 56 bits at least. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function refill(): void {
  bits |= load<u64>(input) << count;
  input += 7 - (<usize>(count >> 3) & 7);
  count |= 56;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function take(number: u64): void {
  bits >>= number;
  count -= number;
}

/** Where the first byte is of which no bit was taken. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function behindTaken(): usize {
  return input - <usize>((count & 0xff) >> 3);
}

/** RFC 1951, 3.2.4. */
function copyStored(): bool {
  const at = behindTaken();
  if (at + 4 > inputEnd) return false;
  const size = <usize>load<u16>(at);
  if ((size ^ 0xffff) != <usize>load<u16>(at, 2)) return false;
  if (size > inputEnd - at - 4 || size > outputEnd - output) return false;
  memory.copy(output, at + 4, size);
  output += size;
  input = at + 4 + size;
  bits = 0;
  count = 0;
  return true;
}

// How many bits the tables of the block look up at once.
let literalBits: u32 = 0;
let distanceBits: u32 = 0;
let areFixed: bool = false;

/** They are copied to where all tables are looked up, for an address that is constant is faster. */
function useFixedTables(): void {
  if (areFixed) return;
  memory.copy(LITERALS, FIXED_LITERALS, 4 << FIXED_LITERAL_BITS);
  memory.copy(DISTANCES, FIXED_DISTANCES, 4 << FIXED_DISTANCE_BITS);
  literalBits = FIXED_LITERAL_BITS;
  distanceBits = FIXED_DISTANCE_BITS;
  areFixed = true;
}

/** RFC 1951, 3.2.7. */
function readTables(): bool {
  const literals = (<u32>bits & 31) + 257;
  const distances = (<u32>(bits >> 5) & 31) + 1;
  const lengthCodes = (<u32>(bits >> 10) & 15) + 4;
  if (literals > 286 || distances > 30) return false;
  v128.store(CODE_LENGTHS, i8x16.splat(0));
  v128.store(CODE_LENGTHS, i8x16.splat(0), 16);
  store<u8>(CODE_LENGTHS + 16, <u32>(bits >> 14) & 7);
  take(17);
  refill();
  for (let at: u32 = 1; at < lengthCodes; at++) {
    store<u8>(CODE_LENGTHS + <usize>load<u8>(LENGTH_ORDER + at), <u32>bits & 7);
    take(3);
  }
  const codeBits = buildTable(LENGTH_CODES, MOST_LENGTH_CODE_BITS, CODE_LENGTHS, 19, LENGTH_CODE_RESULTS);
  if (codeBits == 0 || !readCodeLengths(literals + distances, (1 << codeBits) - 1)) return false;
  if (load<u8>(CODE_LENGTHS + 256) == 0) return false; // a block that could not end
  areFixed = false;
  literalBits = buildTable(LITERALS, MOST_LITERAL_BITS, CODE_LENGTHS, literals, LITERAL_RESULTS);
  if (literalBits == 0) return false;
  distanceBits = buildTable(DISTANCES, MOST_DISTANCE_BITS, CODE_LENGTHS + literals, distances, DISTANCE_RESULTS);
  return distanceBits != 0;
}

/** @param mask of the bits that the table of codes for code lengths has */
function readCodeLengths(total: u32, mask: u64): bool {
  const end = CODE_LENGTHS + total;
  let at = CODE_LENGTHS;
  while (at < end) {
    if ((count & 0xff) < 14) {
      refill();
      if (input > inputEnd + AHEAD) return false;
    }
    const entry = load<u32>(LENGTH_CODES + (<usize>(bits & mask) << 2));
    if ((entry & SPECIAL) != 0) return false;
    take(entry & 15);
    const symbol = entry >> 16;
    if (symbol < 16) {
      store<u8>(at, symbol);
      at++;
      continue;
    }
    let repeats: u32;
    let value = i8x16.splat(0);
    if (symbol == 16) {
      if (at == CODE_LENGTHS) return false;
      value = i8x16.splat(load<u8>(at - 1));
      repeats = 3 + (<u32>bits & 3);
      take(2);
    } else if (symbol == 17) {
      repeats = 3 + (<u32>bits & 7);
      take(3);
    } else {
      repeats = 11 + (<u32>bits & 127);
      take(7);
    }
    const stop = at + repeats;
    if (stop > end) return false;
    for (; at < stop; at += 16) v128.store(at, value);
    at = stop;
  }
  return true;
}

/**
 * Makes the table for a prefix code: RFC 1951, 3.2.2.
 *
 * Codes come in the order of their lengths. The table begins as one for the shortest and is doubled for each further bit,
 * so that every entry is written once and the copies are made sixteen bytes at a time.
 *
 * @param most how many bits are looked up at once; longer codes have tables behind the first
 * @param lengths one byte for each symbol
 * @param results what an entry says about each symbol, without the length of its code
 * @returns how many bits are looked up at once; 0 when there can be no such code. As in zlib, a code of one bit may be
 *   without its other half, and one may be empty when nothing uses it
 */
function buildTable(table: usize, most: u32, lengths: usize, symbols: u32, results: usize): u32 {
  v128.store(COUNTS, i8x16.splat(0));
  v128.store(COUNTS, i8x16.splat(0), 16);
  v128.store(COUNTS, i8x16.splat(0), 32);
  v128.store(COUNTS, i8x16.splat(0), 48);
  // Most symbols have no code, and one counter for all of those would be waited for again and again.
  for (let first: u32 = 0; first < symbols; first += 64) {
    for (let used = usedOf(lengths + first, symbols - first); used != 0; used &= used - 1) {
      const counter = COUNTS + (<usize>load<u8>(lengths + first + <u32>ctz(used)) << 2);
      store<u32>(counter, load<u32>(counter) + 1);
    }
  }
  let longest = LONGEST_CODE;
  while (longest > 0 && countOf(longest) == 0) longest--;

  let used: u32 = 0;
  let offset: u32 = 0;
  for (let length: u32 = 1; length <= longest; length++) {
    store<u32>(OFFSETS + (length << 2), offset);
    offset += countOf(length);
    used = (used << 1) + countOf(length);
    if (used > <u32>1 << length) return 0;
  }
  if (longest == 0 || used < <u32>1 << longest) {
    if (longest > 1 || most == MOST_LENGTH_CODE_BITS) return 0;
    store<u32>(table, SPECIAL);
    store<u32>(table, SPECIAL, 4);
    if (longest == 0) return 1;
  }

  for (let first: u32 = 0; first < symbols; first += 64) {
    for (let used = usedOf(lengths + first, symbols - first); used != 0; used &= used - 1) {
      const symbol = first + <u32>ctz(used);
      const place = OFFSETS + (<usize>load<u8>(lengths + symbol) << 2);
      const index = load<u32>(place);
      store<u32>(place, index + 1);
      store<u16>(SORTED + (index << 1), symbol);
    }
  }
  return fillTable(table, min(most, longest), longest, results);
}

/** Which of the next 64 symbols have a code, the first in the lowest bit. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function usedOf(lengths: usize, left: u32): u64 {
  const used = usedOfSixteen(lengths) | (usedOfSixteen(lengths + 16) << 16);
  const more = usedOfSixteen(lengths + 32) | (usedOfSixteen(lengths + 48) << 16);
  const all = <u64>used | (<u64>more << 32);
  return left < 64 ? all & ((<u64>1 << left) - 1) : all;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function usedOfSixteen(lengths: usize): u32 {
  return i8x16.bitmask(i8x16.gt_s(v128.load(lengths), i8x16.splat(0)));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function countOf(length: u32): u32 {
  return load<u32>(COUNTS + (length << 2));
}

function fillTable(table: usize, tableBits: u32, longest: u32, results: usize): u32 {
  let sorted = SORTED;
  let code: u32 = 0; // its first bit in the lowest, as in the input
  let length: u32 = 1;
  while (countOf(length) == 0) length++;
  let left = countOf(length);
  let size: u32 = 1 << length;
  if (length <= tableBits) {
    while (true) {
      store<u32>(table + (code << 2), entryOf(sorted, results, length));
      sorted += 2;
      if (code == size - 1) {
        for (; length < tableBits; length++) size = doubled(table, size);
        return tableBits;
      }
      code = following(code, size - 1);
      if (--left != 0) continue;
      do {
        if (length == longest) return tableBits; // the other half of the one bit does not exist
        if (++length <= tableBits) size = doubled(table, size);
        left = countOf(length);
      } while (left == 0);
      if (length > tableBits) break;
    }
  }
  fillSecondTables(table, tableBits, sorted, code, length, left, results);
  return tableBits;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function entryOf(sorted: usize, results: usize, length: u32): u32 {
  return load<u32>(results + (<usize>load<u16>(sorted) << 2)) + length * 0x101;
}

/** The code behind one that is not the last of its length, the first bit in the lowest of both. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function following(code: u32, ones: u32): u32 {
  const bit = <u32>0x80000000 >> clz<u32>(code ^ ones);
  return (code & (bit - 1)) | bit;
}

/** Shorter codes are the same whatever the next bit is. What is written past the end is written again, or never read. */
function doubled(table: usize, size: u32): u32 {
  const half = <usize>size << 2;
  const middle = table + half;
  for (let at: usize = 0; at < half; at += 16) v128.store(middle + at, v128.load(table + at));
  return size << 1;
}

/** For the codes that are longer than what is looked up at once, one table for each beginning. */
function fillSecondTables(
  table: usize,
  tableBits: u32,
  sorted: usize,
  code: u32,
  length: u32,
  left: u32,
  results: usize,
): void {
  const mask: u32 = (1 << tableBits) - 1;
  let end: u32 = 1 << tableBits;
  let prefix: u32 = -1;
  let start: u32 = 0;
  while (true) {
    if ((code & mask) != prefix) {
      prefix = code & mask;
      start = end;
      let secondBits = length - tableBits;
      let used = left;
      while (used < <u32>1 << secondBits) {
        secondBits++;
        used = (used << 1) + countOf(tableBits + secondBits);
      }
      end = start + (1 << secondBits);
      store<u32>(table + (prefix << 2), (start << 16) | SPECIAL | SECOND_TABLE | (secondBits << 8) | tableBits);
    }
    const entry = entryOf(sorted, results, length - tableBits);
    sorted += 2;
    const stride: u32 = 1 << (length - tableBits);
    for (let at = start + (code >> tableBits); at < end; at += stride) store<u32>(table + (at << 2), entry);
    if (code == <u32>(1 << length) - 1) return;
    code = following(code, (1 << length) - 1);
    left--;
    while (left == 0) left = countOf(++length);
  }
}

/**
 * Decodes what a block has of literals and matches: RFC 1951, 3.2.3.
 *
 * There is one loop for all of it: past the end of the input or of the room it goes on for one round at most, within the
 * spare bytes. Every round takes a bit at least, so it ends. The state is in local variables, and nothing is called.
 */
function decode(): bool {
  const literalMask = (<u64>1 << literalBits) - 1;
  const distanceMask = (<u64>1 << distanceBits) - 1;
  const lastInput = inputEnd + AHEAD;
  const first = outputStart;
  const end = outputEnd;
  let at = input;
  let out = output;
  let buffer = bits;
  let number = count;

  buffer |= load<u64>(at) << number;
  at += 7 - (<usize>(number >> 3) & 7);
  number |= 56;
  let entry = <u64>load<u32>(<usize>(buffer & literalMask) << 2, LITERALS);
  while (at <= lastInput && out <= end) {
    // There are 56 bits: enough for three literals of one look-up each, and a length.
    let before = buffer;
    buffer >>= entry;
    number -= entry;
    if ((entry & LITERAL) != 0) {
      store<u8>(out, <u8>(entry >> 16));
      out++;
      entry = <u64>load<u32>(<usize>(buffer & literalMask) << 2, LITERALS);
      before = buffer;
      buffer >>= entry;
      number -= entry;
      if ((entry & LITERAL) != 0) {
        store<u8>(out, <u8>(entry >> 16));
        out++;
        entry = <u64>load<u32>(<usize>(buffer & literalMask) << 2, LITERALS);
        before = buffer;
        buffer >>= entry;
        number -= entry;
        if ((entry & LITERAL) != 0) {
          store<u8>(out, <u8>(entry >> 16));
          out++;
          entry = <u64>load<u32>(<usize>(buffer & literalMask) << 2, LITERALS);
          buffer |= load<u64>(at) << number;
          at += 7 - (<usize>(number >> 3) & 7);
          number |= 56;
          continue;
        }
      }
    }
    if ((entry & SPECIAL) != 0) {
      if ((entry & SECOND_TABLE) != 0) {
        const mask = ((<u64>1 << ((entry >> 8) & 15)) - 1);
        entry = <u64>load<u32>(<usize>((entry >> 16) + (buffer & mask)) << 2, LITERALS);
        before = buffer;
        buffer >>= entry;
        number -= entry;
        if ((entry & LITERAL) != 0) {
          store<u8>(out, <u8>(entry >> 16));
          out++;
          entry = <u64>load<u32>(<usize>(buffer & literalMask) << 2, LITERALS);
          buffer |= load<u64>(at) << number;
          at += 7 - (<usize>(number >> 3) & 7);
          number |= 56;
          continue;
        }
      }
      if ((entry & SPECIAL) != 0) {
        if ((entry & END_OF_BLOCK) == 0) return false;
        input = at;
        output = out;
        bits = buffer;
        count = number & 0xff;
        return out <= end;
      }
    }
    const length = <i32>(entry >> 16) + <i32>((before & ((<u64>1 << entry) - 1)) >> (entry >> 8));

    // 28 bits for a distance, and what the next look-up needs.
    if ((number & 0xff) < 28 + MOST_LITERAL_BITS) {
      buffer |= load<u64>(at) << number;
      at += 7 - (<usize>(number >> 3) & 7);
      number |= 56;
    }
    entry = <u64>load<u32>(<usize>(buffer & distanceMask) << 2, DISTANCES);
    if ((entry & SPECIAL) != 0) {
      if ((entry & SECOND_TABLE) == 0) return false;
      const mask = ((<u64>1 << ((entry >> 8) & 15)) - 1);
      buffer >>= entry;
      number -= entry;
      entry = <u64>load<u32>(<usize>((entry >> 16) + (buffer & mask)) << 2, DISTANCES);
      if ((entry & SPECIAL) != 0) return false;
    }
    const distance = <usize>(entry >> 16) + <usize>((buffer & ((<u64>1 << entry) - 1)) >> (entry >> 8));
    buffer >>= entry;
    number -= entry;
    if (distance > out - first || length > <i32>(end - out)) return false;

    // The next look-up is begun before the copy.
    entry = <u64>load<u32>(<usize>(buffer & literalMask) << 2, LITERALS);
    buffer |= load<u64>(at) << number;
    at += 7 - (<usize>(number >> 3) & 7);
    number |= 56;

    const stop = out + length;
    let source = out - distance;
    if (distance >= 16) {
      v128.store(out, v128.load(source));
      v128.store(out, v128.load(source, 16), 16);
      for (out += 32; out < stop; out += 16) {
        v128.store(out, v128.load(source, 32));
        source += 16;
      }
    } else {
      // What overlaps is repeated: as many whole times as sixteen bytes hold it.
      const repeated = i8x16.swizzle(v128.load(source), v128.load(distance << 4, PATTERNS));
      const stride = <usize>load<u8>(distance, STRIDES);
      do {
        v128.store(out, repeated);
        out += stride;
      } while (out < stop);
    }
    out = stop;
  }
  return false;
}

/** Goes on with the Adler-32 of the stream (RFC 1950, 9) over the bytes [at, end). */
function addToChecksum(at: usize, end: usize): void {
  let low = adlerLow;
  let high = adlerHigh;
  while (at < end) {
    const stop = at + min(end - at, MOST_SUMMED);
    const blocks = (stop - at) & ~15;
    if (blocks != 0) {
      high += low * <u32>blocks;
      let sums = i32x4.splat(0);
      let sumsBefore = i32x4.splat(0);
      let weighted = i32x4.splat(0);
      for (const last = at + blocks; at < last; at += 16) {
        const bytes = v128.load(at);
        sumsBefore = i32x4.add(sumsBefore, sums);
        sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)));
        const front = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(bytes), i16x8(16, 15, 14, 13, 12, 11, 10, 9));
        const back = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(bytes), i16x8(8, 7, 6, 5, 4, 3, 2, 1));
        weighted = i32x4.add(weighted, i32x4.add(front, back));
      }
      low += sumOf(sums);
      high += sumOf(weighted) + 16 * sumOf(sumsBefore);
    }
    for (; at < stop; at++) {
      low += load<u8>(at);
      high += low;
    }
    low %= ADLER_BASE;
    high %= ADLER_BASE;
  }
  adlerLow = low;
  adlerHigh = high;
}

function sumOf(lanes: v128): u32 {
  return (
    i32x4.extract_lane(lanes, 0) +
    i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) +
    i32x4.extract_lane(lanes, 3)
  );
}

/**
 * Applies a delta to what it was made from: gitformat-pack(5), "Deltified representation".
 *
 * The 64 bytes behind the base and the delta are read, and the 64 bytes behind the room are overwritten: all must exist.
 *
 * @param to where the result is to go; it must not overlap the base or the delta
 * @param room how many bytes may go there
 * @returns how many did, just as the delta says; -1 when it is malformed, is for a base of another size or needs more room
 */
export function applyDelta(
  base: usize,
  baseSize: i32,
  delta: usize,
  deltaSize: i32,
  to: usize,
  room: i32,
): i32 {
  if (baseSize < 0 || deltaSize < 0 || room < 0) return -1;
  deltaAt = delta;
  deltaEnd = delta + deltaSize;
  if (readSize() != baseSize) return -1;
  const size = readSize();
  if (size < 0 || size > room) return -1;
  const end = deltaEnd;
  let at = deltaAt;
  let out = to;
  let left = <u32>size;
  while (at < end) {
    const instruction = <u32>load<u8>(at);
    at++;
    let source: usize;
    let length: u32;
    if ((instruction & 0x80) != 0) {
      // At most seven bytes follow; those behind the end are spare, and are noticed below.
      let offset: u32 = 0;
      if ((instruction & 0x01) != 0) offset = load<u8>(at++);
      if ((instruction & 0x02) != 0) offset |= <u32>load<u8>(at++) << 8;
      if ((instruction & 0x04) != 0) offset |= <u32>load<u8>(at++) << 16;
      if ((instruction & 0x08) != 0) offset |= <u32>load<u8>(at++) << 24;
      length = 0;
      if ((instruction & 0x10) != 0) length = load<u8>(at++);
      if ((instruction & 0x20) != 0) length |= <u32>load<u8>(at++) << 8;
      if ((instruction & 0x40) != 0) length |= <u32>load<u8>(at++) << 16;
      if (length == 0) length = 0x10000;
      if (at > end || offset > <u32>baseSize || length > <u32>baseSize - offset) return -1;
      source = base + offset;
    } else {
      length = instruction;
      if (length == 0 || length > <u32>(end - at)) return -1;
      source = at;
      at += length;
    }
    if (length > left) return -1;
    left -= length;
    copy(out, source, length);
    out += length;
  }
  return left == 0 ? size : -1;
}

let deltaAt: usize = 0;
let deltaEnd: usize = 0;

/** @returns a size of the delta's header, or -1 when it is cut off or too large for any memory */
function readSize(): i32 {
  let size: u64 = 0;
  for (let shift: u64 = 0; shift < 63 && deltaAt < deltaEnd; shift += 7) {
    const byte = <u64>load<u8>(deltaAt);
    deltaAt++;
    size |= (byte & 0x7f) << shift;
    if ((byte & 0x80) == 0) return size > 0x7fffffff ? -1 : <i32>size;
  }
  return -1;
}

/** Writes up to 15 bytes too many. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function copy(to: usize, from: usize, size: usize): void {
  if (size > SHORT_COPY) {
    memory.copy(to, from, size);
    return;
  }
  for (let at: usize = 0; at < size; at += 16) v128.store(to + at, v128.load(from + at));
}
