// AssemblyScript, compiled by `npm run assembly` to src/scan/detect/sieve-code.ts.
//
// Stage A of detection: looks at every byte of a content once, sixteen at a time, and marks the few places that can be
// part of a key. What a mark means, and whether anything is there, is decided in TypeScript (marks.ts, kernels.ts).

// The memory, laid out here and in sieve.ts: tables, marks, then the bytes to look at with room to read past them.
const COUNT_OF_MARKS: usize = 0x80;
const HAS_NULL: usize = 0x84;
const NIBBLE_TABLES: usize = 0x100;
const CLASSES: usize = 0x200;
const BASE64_VALUES: usize = 0x300;
const MARKS: usize = 0x400;
const INPUT: usize = 0x4000;

const MOST_MARKS: i32 = 1024;
/** One block can add so many marks: one for each of its pairs, and its runs. */
const MARKS_OF_TWO_BLOCKS: i32 = 40;

// The kinds of marks, as in marks.ts.
const LONG_RUN: i32 = 0;
const UPPER_RUN: i32 = 1;
const CODE_RUN: i32 = 2;
const SPLIT_IDENTIFIER: i32 = 3;
const ENCODED_IDENTIFIER: i32 = 4;
const SECRET_NAME: i32 = 5;
const MARKETPLACE_TOKEN: i32 = 6;
const WIDE_TEXT: i32 = 7;

// Bits of the classes of a byte.
const IN_LONG_RUN: u8 = 1;
const IN_UPPER_RUN: u8 = 2;
const IN_CODE_RUN: u8 = 4;
const IN_NUMBER: u8 = 8;
const IN_LATIN_TEXT: u8 = 16;

const LEAST_LONG: usize = 40;
const LEAST_UPPER: usize = 17;
const LEAST_CODE: usize = 48;
const LEAST_NUMBERS: i32 = 8;

// Where the content goes on beyond the input, as in sieve.ts.
const BEFORE: i32 = 1;
const BEHIND: i32 = 2;

let goesOn: i32 = 0;
let marks: i32 = 0;
let longEnd: usize = 0;
let upperEnd: usize = 0;
let codeEnd: usize = 0;
/** Which of the last 32 bytes are in no run that may be long. */
let lastOutside: i32 = -1;

function mark(kind: i32, start: usize, end: usize): void {
  const at = MARKS + <usize>marks * 12;
  store<i32>(at, kind);
  store<i32>(at, <i32>(start - INPUT), 4);
  store<i32>(at, <i32>(end - INPUT), 8);
  marks++;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function isIn(at: usize, set: u8): bool {
  return (load<u8>(CLASSES + <usize>load<u8>(at)) & set) != 0;
}

function startOfRun(at: usize, set: u8): usize {
  let start = at;
  while (start > INPUT && isIn(start - 1, set)) start--;
  return start;
}

function endOfRun(at: usize, end: usize, set: u8): usize {
  let stop = at;
  while (stop < end && isIn(stop, set)) stop++;
  return stop;
}

/** What is cut at either end of the bytes is longer: it is marked in any case. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function isCut(start: usize, stop: usize, end: usize): bool {
  return (start == INPUT && (goesOn & BEFORE) != 0) || (stop == end && (goesOn & BEHIND) != 0);
}

/**
 * A run of base64 and escapes goes through the byte at `at`.
 *
 * @param before which of the 32 bytes before `at` are of its class, the nearest in the highest bit
 */
function longRun(at: usize, end: usize, before: u32): void {
  const back = <usize>clz<u32>(~before);
  const start = back < 32 ? at - back : startOfRun(at - 32, IN_LONG_RUN);
  const stop = min(endOfLongRun(at), end);
  longEnd = stop;
  if (isCut(start, stop, end) || (stop - start >= LEAST_LONG && mayHoldValue(start, stop))) mark(LONG_RUN, start, stop);
}

/** What stands behind the input belongs to no class, so it does not go on there. */
function endOfLongRun(at: usize): usize {
  const half = v128.load(NIBBLE_TABLES, 112);
  const runLow = v128.load(NIBBLE_TABLES);
  const runHigh = v128.load(NIBBLE_TABLES, 16);
  let stop = at - 16;
  let outside = 0;
  do {
    stop += 16;
    const bytes = v128.load(stop);
    const low = v128.and(bytes, half);
    const high = v128.and(i16x8.shr_u(bytes, 4), half);
    const classes = v128.and(lookUp(runLow, low), lookUp(runHigh, high));
    outside = i8x16.bitmask(i8x16.eq(classes, i8x16.splat(0)));
  } while (outside == 0);
  return stop + ctz(outside);
}

/** A quick no for most hashes, paths and data: what long-runs.ts would not visit. With escapes in it any run may. */
function mayHoldValue(start: usize, stop: usize): bool {
  let escapes = i8x16.splat(0);
  let upper = escapes;
  let lower = escapes;
  for (let at = start; at < stop; at += 16) {
    const bytes = v128.load(min(at, stop - 16));
    // All are below 0x80, and of the characters below 0x2b only escapes are in the run.
    const marks = v128.or(i8x16.eq(bytes, i8x16.splat(0x3b)), i8x16.eq(bytes, i8x16.splat(0x5c)));
    escapes = v128.or(escapes, v128.or(marks, i8x16.lt_s(bytes, i8x16.splat(0x2b))));
    upper = v128.or(upper, v128.and(i8x16.gt_s(bytes, i8x16.splat(0x40)), i8x16.lt_s(bytes, i8x16.splat(0x5b))));
    lower = v128.or(lower, i8x16.gt_s(bytes, i8x16.splat(0x60)));
  }
  if (v128.any_true(escapes)) return true;
  if (mayBeHex(start, stop) || mayBeHex(start + 1, stop) || mayBeHex(start + 2, stop)) return true;
  const length = stop - start;
  if (beginsPacked(load<u32>(start)) || beginsPackedInHex(start)) return true;
  if (load<u64>(start - 8) == 0x2d79656b2d697061 || continuesLiteral(start)) return true; // api-key-
  // The base64 of an identifier has capitals wherever it begins, and a secret has some; so has a token.
  if (!v128.any_true(upper)) return false;
  if (mayBeToken(start)) return true;
  return ((length === 40 || length === 44) && v128.any_true(lower)) || mayBeBase64(start, stop);
}

/** Base64 of text, as encoded.ts tells it. */
function mayBeBase64(start: usize, stop: usize): bool {
  for (let at = start; at + 32 <= stop; at += 64)
    for (let phase: usize = 0; phase < 4 && at + phase + 32 <= stop; phase++)
      if (isBase64OfText(at + phase)) return true;
  return false;
}

/** What gzip, zip, zstd, zlib, and a byte order mark before text begin with, in base64. */
function beginsPacked(first: u32): bool {
  if (first == 0x49733448 || first == 0x44734555 || first == 0x76554c4b || first == 0x2f753737) return true; // H4sI UEsD KLUv 77u/
  const third = (first >>> 16) & 0xff;
  switch (first & 0xffff) {
    case 0x4a65: // eJ
      return third >= 0x77 && third <= 0x7a; // w-z
    case 0x4e65: // eN
      return third >= 0x6f && third <= 0x72; // o-r
    case 0x4165: // eA
      return third >= 0x45 && third <= 0x48; // E-H
    case 0x4665: // eF
      return third >= 0x34 && third <= 0x37; // 4-7
  }
  return false;
}

/** Eight groups of four characters of which no byte has its high bit. */
function isBase64OfText(at: usize): bool {
  for (let end = at + 32; at < end; at += 4) {
    if ((base64Value(at) & 32) != 0 || (base64Value(at + 1) & 8) != 0 || (base64Value(at + 2) & 2) != 0) return false;
  }
  return true;
}

function base64Value(at: usize): u8 {
  return load<u8>(BASE64_VALUES + <usize>load<u8>(at));
}

/** Hexadecimal of text, perhaps behind the byte order mark of UTF-8. */
function mayBeHex(at: usize, stop: usize): bool {
  return load<u32>(at) == 0x62626665 || isHexOfText(at, stop); // efbb
}

/** The first two bytes of gzip, zip, zstd and zlib, in digits. */
function beginsPackedInHex(start: usize): bool {
  switch (load<u32>(load<u16>(start) == 0x7830 ? start + 2 : start) | 0x20202020) {
    case 0x62386631: // 1f8b
    case 0x62343035: // 504b
    case 0x35623832: // 28b5
    case 0x31303837: // 7801
    case 0x65353837: // 785e
    case 0x63393837: // 789c
    case 0x61643837: // 78da
      return true;
  }
  return false;
}

/** Sixteen pairs of digits for printable characters, tabs and line ends. */
function isHexOfText(at: usize, stop: usize): bool {
  if (at + 32 > stop) return false;
  for (let end = at + 32; at < end; at += 2) {
    const high = load<u8>(at);
    if (high < 0x30 || high > 0x37 || high == 0x31 || !isIn(at + 1, IN_NUMBER)) return false;
  }
  return true;
}

/** `ABSK`, `YXdz` or `b3Jp` begins in its first sixteen letters: a token, or the first piece of one. */
function mayBeToken(start: usize): bool {
  const first = v128.load(start);
  const second = v128.load(start, 1);
  const bedrock = isPair(first, second, 0x41, 0x42); // AB
  const session = v128.or(isPair(first, second, 0x59, 0x58), isPair(first, second, 0x62, 0x33)); // YX b3
  let bits = i8x16.bitmask(v128.or(bedrock, session));
  for (; bits != 0; bits &= bits - 1) {
    const four = load<u32>(start + ctz(bits));
    if (four == 0x4b534241 || four == 0x7a645859 || four == 0x704a3362) return true; // ABSK YXdz b3Jp
  }
  return false;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function isPair(first: v128, second: v128, one: i8, other: i8): v128 {
  return v128.and(i8x16.eq(first, i8x16.splat(one)), i8x16.eq(second, i8x16.splat(other)));
}

/** Right behind a quote, and that behind another with nothing but an operator between: `"…" + "`. */
function continuesLiteral(start: usize): bool {
  return endOfLiteralBefore(start, false) != 0;
}

/** The second quote in `"…" + "`, where the bytes at `start` follow; 0 if there is none. */
function endOfLiteralBefore(start: usize, inList: bool): usize {
  if (!isQuote(load<u8>(start - 1))) return 0;
  for (let at = start - 2; at > start - 16; at--) {
    const byte = load<u8>(at);
    if (isQuote(byte)) return at;
    if (!mayConcatenate(byte) && !(inList && byte == 0x2c)) return 0;
  }
  return 0;
}

function isQuote(byte: u8): bool {
  return byte == 0x22 || byte == 0x27 || byte == 0x60;
}

/** Spaces and line ends, `+`, `.`, `&`, `_`, a backslash. */
function mayConcatenate(byte: u8): bool {
  return byte <= 0x20 || byte == 0x2b || byte == 0x2e || byte == 0x26 || byte == 0x5f || byte == 0x5c;
}

/** `A..A`: AKIA, ASIA, ABIA, ACCA. */
function isPrefix(at: usize): bool {
  return load<u8>(at) == 0x41 && load<u8>(at + 3) == 0x41;
}

/** Eight bytes at `at` are upper-case letters and digits. */
function upperRun(at: usize, end: usize): void {
  if (at < upperEnd) return;
  const start = startOfRun(at, IN_UPPER_RUN);
  const stop = endOfRun(at + 8, end, IN_UPPER_RUN);
  upperEnd = stop;
  if (isCut(start, stop, end)) mark(UPPER_RUN, start, stop);
  else if (stop - start >= LEAST_UPPER && mayBeIdentifier(start, stop)) mark(UPPER_RUN, start, stop);
  else if (stop - start == 16 && continuesPrefix(start)) mark(SPLIT_IDENTIFIER, start, stop);
}

/** All of an identifier but its prefix, which stands in literals of its own: `"AK" + "IA" + "…"`. */
function continuesPrefix(start: usize): bool {
  const end = endOfLiteralBefore(start, true);
  return end != 0 && load<u8>(load<u8>(end - 1) == 0x5c ? end - 2 : end - 1) == 0x41;
}

/** An identifier, of whatever length, begins the run, or ends with it, or is it without the first of its prefix. */
function mayBeIdentifier(start: usize, stop: usize): bool {
  if (isPrefix(start)) return true;
  return stop - start < 20 ? load<u8>(stop - 17) == 0x41 : isPrefix(stop - 20);
}

/** Sixteen bytes at `at` belong to a run of numbers and what stands between them. */
function codeRun(at: usize, end: usize): void {
  if (at < codeEnd) return;
  const start = startOfRun(at, IN_CODE_RUN);
  const stop = endOfRun(at + 16, end, IN_CODE_RUN);
  codeEnd = stop;
  const isLong = stop - start >= LEAST_CODE;
  if (isCut(start, stop, end) || (isLong && hasNumbers(start, stop))) mark(CODE_RUN, start, stop);
}

/** Indentation, rules and the like have none. */
function hasNumbers(start: usize, stop: usize): bool {
  let numbers = 0;
  let inside = false;
  for (let at = start; at < stop; at++) {
    const now = isIn(at, IN_NUMBER);
    if (now && !inside && ++numbers == LEAST_NUMBERS) return true;
    inside = now;
  }
  return false;
}

/** Whether one of the pairs that begin at the set bits, counted from `at`, stands within what is looked for. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function holdsPair(bits: i32, at: usize): bool {
  let left = bits;
  do {
    const pair = at + ctz(left);
    const before = load<u32>(pair - 2);
    if ((before & 0xff0000ff) == 0x41000041 || (load<u32>(pair - 1) | 0x20202020) == 0x65726365) return true; // A..A ecre
    if (before == 0x55534c46 || before == 0x55535446) return true; // FLSU FTSU
    if (before == 0x6c305342 || before == 0x6c305542 || before == 0x776d2e6e) return true; // BS0l BU0l n.mw
    const behind = load<u32>(pair);
    if (behind == 0x4a745551 || behind == 0x4a4e5651) return true; // QUtJ QVNJ
    left &= left - 1;
  } while (left != 0);
  return false;
}

/** Looks at the pairs that begin at the set bits, counted from `at`. */
function pairs(bits: i32, at: usize): void {
  let left = bits;
  while (left != 0) {
    pair(at + ctz(left));
    left &= left - 1;
  }
}

/** Marks what the two letters at `at` belong to. */
function pair(at: usize): void {
  switch (load<u32>(at - 2)) {
    case 0x41494b41: // AKIA
    case 0x41495341: // ASIA
    case 0x41494241: // ABIA
    case 0x41434341: // ACCA
      return mark(SPLIT_IDENTIFIER, at - 2, at + 2);
    // `AKIA` and `ASIA` in base64: behind a multiple of three bytes, one more, two more.
    case 0x55534c46: // FLSU
    case 0x55535446: // FTSU
      return mark(ENCODED_IDENTIFIER, at - 4, at - 2);
    case 0x6c305342: // BS0lB
    case 0x6c305542: // BU0lB
      if (load<u8>(at + 2) == 0x42) mark(ENCODED_IDENTIFIER, at - 5, at - 2);
      return;
  }
  switch (load<u32>(at)) {
    case 0x4a745551: // QUtJQ
    case 0x4a4e5651: // QVNJQ
      if (load<u8>(at + 4) == 0x51) mark(ENCODED_IDENTIFIER, at, at);
      return;
    case 0x2e73776d: // mws.
      if (load<u32>(at - 3) == 0x6d2e6e7a) mark(MARKETPLACE_TOKEN, at - 5, at - 3); // zn.m
      return;
  }
  if (isSecret(at - 2)) secretName(at - 2);
}

/** `secret` in either case. */
function isSecret(at: usize): bool {
  return (load<u32>(at) | 0x20202020) == 0x72636573 && (load<u16>(at + 4) | 0x2020) == 0x7465;
}

/** `secretKey`, `SECRET_ACCESS_KEY`, `secret-access-key` and the like, or `access_secret`, `awsSecret`, `s3.secret`. */
function secretName(at: usize): void {
  let next = behindJoint(at + 6);
  if (isAccess(next)) next = behindJoint(next + 6);
  const isKey = (load<u16>(next) | 0x2020) == 0x656b && (load<u8>(next + 2) | 0x20) == 0x79;
  if (isKey) mark(SECRET_NAME, at, next + 3);
  else if (endsOwner(isJoint(at - 1) ? at - 1 : at)) mark(SECRET_NAME, at, at + 6);
}

/** `access`, `aws`, `s3` */
function endsOwner(end: usize): bool {
  if (isAccess(end - 6)) return true;
  const two = load<u16>(end - 2);
  if ((two | 0x20) == 0x3373) return true;
  return (two | 0x2020) == 0x7377 && (load<u8>(end - 3) | 0x20) == 0x61;
}

function isAccess(at: usize): bool {
  return (load<u32>(at) | 0x20202020) == 0x65636361 && (load<u16>(at + 4) | 0x2020) == 0x7373;
}

function behindJoint(at: usize): usize {
  return isJoint(at) ? at + 1 : at;
}

/** What may stand between two words of a name: `_`, `-`, `.` or a space. */
function isJoint(at: usize): bool {
  const byte = load<u8>(at);
  return byte == 0x5f || byte == 0x2d || byte == 0x2e || byte == 0x20;
}

/**
 * Looks at the bytes [from, size) of the input.
 *
 * A byte's class is looked up by its two halves, sixteen at a time: the bits of the low half's row and of the high
 * half's row, and what both have. Runs are seen by what two blocks of 32 bytes hold of them at least.
 *
 * @param around where the content goes on
 * @returns how far it came: less than the size when there was no more room for marks
 */
export function sieve(from: i32, size: i32, around: i32): i32 {
  goesOn = around;
  const end = INPUT + <usize>size;
  v128.store(end, i8x16.splat(-1));
  v128.store(end, i8x16.splat(-1), 16);
  v128.store(end, i8x16.splat(-1), 32);
  if (from == 0) {
    longEnd = 0;
    upperEnd = 0;
    codeEnd = 0;
    lastOutside = -1;
    store<i32>(HAS_NULL, 0);
  }
  marks = 0;
  let at = INPUT + <usize>from;
  while (at < end && marks < MOST_MARKS - MARKS_OF_TWO_BLOCKS) at = next(at, end);
  store<i32>(COUNT_OF_MARKS, marks);
  return min(<i32>(at - INPUT), size);
}

/**
 * Goes on to the next 32 bytes that hold anything, and looks at them. In the loop nothing is called, for every call
 * would empty the registers that the tables are in.
 *
 * @returns where the bytes behind them begin
 */
function next(from: usize, end: usize): usize {
  // Loaded, for a constant would be put together anew in every round.
  const half = v128.load(NIBBLE_TABLES, 112);
  const runLow = v128.load(NIBBLE_TABLES);
  const runHigh = v128.load(NIBBLE_TABLES, 16);
  const codeLow = v128.load(NIBBLE_TABLES, 32);
  const codeHigh = v128.load(NIBBLE_TABLES, 48);
  const letterLow = v128.load(NIBBLE_TABLES, 64);
  const letterHigh = v128.load(NIBBLE_TABLES, 80);
  const upper = v128.load(NIBBLE_TABLES, 96);
  const digits = v128.load(NIBBLE_TABLES, 128);
  const zero = i8x16.splat(0);
  const last = v128.load(from - 16);
  const lastLetters = v128.and(
    lookUp(letterLow, v128.and(last, half)),
    lookUp(letterHigh, v128.and(i16x8.shr_u(last, 4), half)),
  );
  let before = i8x16.add(lastLetters, lastLetters);
  let least = i8x16.splat(-1);
  let outside = lastOutside;
  let outsideBefore: i32 = -1;
  let crossing: i32 = 0;
  const seen = longEnd;
  let at = from;
  let noCode: i32 = 0;
  let noUpper: i32 = 0;
  let noPair: i32 = 0;
  while (at < end) {
    const bytes = v128.load(at);
    const low = v128.and(bytes, half);
    const high = v128.and(i16x8.shr_u(bytes, 4), half);
    const classes = v128.and(lookUp(runLow, low), lookUp(runHigh, high));
    const letters = v128.and(lookUp(letterLow, low), lookUp(letterHigh, high));
    const codes = v128.and(lookUp(codeLow, low), lookUp(codeHigh, high));

    const bytes2 = v128.load(at, 16);
    const low2 = v128.and(bytes2, half);
    const high2 = v128.and(i16x8.shr_u(bytes2, 4), half);
    const classes2 = v128.and(lookUp(runLow, low2), lookUp(runHigh, high2));
    const letters2 = v128.and(lookUp(letterLow, low2), lookUp(letterHigh, high2));
    const firsts = i8x16.add(letters, letters);
    const firsts2 = i8x16.add(letters2, letters2);

    least = i8x16.min_u(least, i8x16.min_u(bytes, bytes2));
    outsideBefore = outside;
    outside = i8x16.bitmask(i8x16.eq(classes, zero)) | (i8x16.bitmask(i8x16.eq(classes2, zero)) << 16);
    // Of 40 bytes in a row, either all are in two blocks that meet, or one block is full.
    crossing = ctz(outside) + clz(outsideBefore);
    noUpper =
      i8x16.bitmask(i8x16.eq(v128.and(classes, upper), zero)) |
      (i8x16.bitmask(i8x16.eq(v128.and(classes2, upper), zero)) << 16);
    noPair =
      i8x16.bitmask(i8x16.eq(v128.and(behind(before, firsts), letters), zero)) |
      (i8x16.bitmask(i8x16.eq(v128.and(behind(firsts, firsts2), letters2), zero)) << 16);
    noCode = i8x16.bitmask(i8x16.eq(codes, zero));
    before = firsts2;
    if ((crossing >= <i32>LEAST_LONG || outside == 0) && at >= seen) break;
    if (noPair != -1 && holdsPair(~noPair, at - 1)) break;
    if (hasZeroByte(noUpper)) break;
    // Of 48 bytes in a row, the first half of some block is full. Indentation is of the class, too, and so are digests;
    // numbers have digits, and something between them.
    if (noCode == 0 && v128.any_true(v128.and(codes, digits)) && !isHex(bytes)) break;
    at += 32;
  }
  lastOutside = outside;
  if (!i8x16.all_true(least)) store<i32>(HAS_NULL, 1);
  if (at >= end) return at;
  if ((crossing >= <i32>LEAST_LONG || outside == 0) && at >= seen) longRun(at, end, ~<u32>outsideBefore);
  if (noCode == 0 && !isHex(v128.load(at))) codeRun(at, end);
  if (hasZeroByte(noUpper)) upperRuns(noUpper, at, end);
  if (noPair != -1) pairs(~noPair, at - 1);
  return at + 32;
}

/** Eight bytes in a row, of which none is outside of a class; after such eight, also fewer than eight. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function hasZeroByte(bits: i32): bool {
  return ((bits - 0x01010101) & ~bits & 0x80808080) != 0;
}

/** What a table of sixteen has for each index from 0 to 15: where the relaxed instruction is known, in one step. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function lookUp(table: v128, indices: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? i8x16.relaxed_swizzle(table, indices) : i8x16.swizzle(table, indices);
}

/** Whether all are digits of hexadecimal numbers. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function isHex(bytes: v128): bool {
  const digits = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10));
  const letters = i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61)), i8x16.splat(6));
  return i8x16.all_true(v128.or(digits, letters));
}

/** The flags of the byte before each. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function behind(before: v128, now: v128): v128 {
  return i8x16.shuffle(before, now, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
}

function upperRuns(outside: i32, at: usize, end: usize): void {
  for (let lane: usize = 0; lane < 4; lane++)
    if (((outside >> (<i32>lane * 8)) & 0xff) == 0) upperRun(at + lane * 8, end);
}

const LEAST_WIDE: usize = 40;

/**
 * Looks at the bytes [from, size) of the input for stretches in which every other byte is NUL, as compiled programs
 * hold text. Forty bytes of it hold sixteen that begin at a multiple of sixteen.
 *
 * @returns how far it came: less than the size when there was no more room for marks
 */
export function wideText(from: i32, size: i32): i32 {
  const end = INPUT + <usize>size;
  marks = 0;
  let at = INPUT + <usize>from;
  while (at + 16 <= end && marks < MOST_MARKS) {
    const nulls = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(0)));
    at += 16;
    if (nulls == 0xaaaa) at = wideStretch(at - 15, at, end);
    else if (nulls == 0x5555) at = wideStretch(at - 16, at, end);
  }
  store<i32>(COUNT_OF_MARKS, marks);
  return at + 16 <= end ? <i32>(at - INPUT) : size;
}

/**
 * @param inside a NUL of the stretch
 * @returns where to look on: the block at `next`, or the one that the stretch ends in
 */
function wideStretch(inside: usize, next: usize, end: usize): usize {
  let start = inside;
  while (start >= INPUT + 2 && load<u8>(start - 2) == 0 && isIn(start - 1, IN_LATIN_TEXT)) start -= 2;
  let stop = inside;
  while (stop + 1 < end && load<u8>(stop) == 0 && isIn(stop + 1, IN_LATIN_TEXT)) stop += 2;
  if (stop - start + 2 >= LEAST_WIDE || stop + 1 >= end || start < INPUT + 2) mark(WIDE_TEXT, start, stop);
  return max(next, INPUT + ((stop - INPUT) & ~15));
}
