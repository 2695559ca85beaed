const loadNow = require;
/** Stands for a module until something of it is used. */
function loadLater(name) {
	let loaded;
	const module = () => (loaded ??= loadNow(name));
	return new Proxy({}, {
		get: (_, key) => (key === "default" ? module() : module()[key]),
		has: (_, key) => key === "default" || key in module(),
		ownKeys: () => Reflect.ownKeys(module()),
	});
}
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	// The require scope
/******/ 	var __nccwpck_require__ = {};
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  entriesOf: () => (/* binding */ entriesOf)
});

;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = loadLater("node:zlib");
;// CONCATENATED MODULE: external "./fflate.js"
const external_fflate_js_namespaceObject = loadLater("./fflate.js");
;// CONCATENATED MODULE: ./lib/bundling/scan/limits.js
const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;
/**
 * Every budget of a scan, in this one place; docs/detection.md has the same as a table, with what happens beyond each.
 * Beyond a budget a thing is read in another way, or the scan is incomplete: what was not looked at is never clean.
 */
const LIMITS = {
    /** Contents up to here are held whole. */
    whole: 16 * MEBIBYTE,
    /** Larger ones pass in windows that overlap by more than any key is long. */
    window: 8 * MEBIBYTE,
    overlap: 256 * KIBIBYTE,
    /** Archives can only be opened whole; one that is larger is read in windows, as the bytes it is. */
    archive: 64 * MEBIBYTE,
    /** What comes out of one compressed stream in one piece; more of it passes in windows, too. */
    stream: 64 * MEBIBYTE,
    /** Archives within archives. */
    depth: 8,
    /** Encodings and escapes within each other. */
    layers: 32,
    /** Of the work on one content: see `workFor`. */
    work: 32_000_000,
    workPerByte: 24,
    /** Values in one content, an entry of an archive being a content of its own. */
    values: 100_000,
    /** Of one scan; those of the highest severity are kept. */
    findings: 10_000,
    /** Of one finding. */
    places: 100,
    /** A CI file that is checked for what it hands to its jobs. */
    ciFile: 256 * KIBIBYTE,
};
/**
 * How much work one content may cost, in steps: about one for each character that is read closely. Steps are counted,
 * not seconds, so that every machine decides alike.
 *
 * @param bytes of the content, packed
 */
function workFor(bytes) {
    return LIMITS.work + LIMITS.workPerByte * bytes;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/inflate.js



/**
 * Unpacks one compressed stream. One that is too large to be held is unpacked piece by piece; of one that is damaged, what
 * comes before is had, and a reason is noted.
 *
 * @param packed the stream, and whatever follows it
 * @param name what to call it when it is left out
 * @returns undefined when nothing of it can be had; a reason is noted
 */
function inflate(packed, compression, name, unpacking) {
    const unpack = UNPACK[compression];
    if (unpack === undefined) {
        unpacking.leaveOut(`${name}: this version of Node.js cannot read zstd`);
        return undefined;
    }
    try {
        const { buffer, engine } = unpack(packed);
        unpacking.spend(buffer.length);
        return { pieces: [buffer], packed: engine.bytesWritten };
    }
    catch (error) {
        return inPieces(packed, compression, name, unpacking, isTooLarge(error));
    }
}
/** A truncated stream gives what can be had of it. Asked for late: most scans never load zlib, which takes 3 ms. */
const partial = () => ({
    finishFlush: external_node_zlib_namespaceObject.constants.Z_SYNC_FLUSH,
    info: true,
    maxOutputLength: LIMITS.stream,
});
/** With `info` they answer more than their types say. */
const withInfo = (answer) => answer;
const UNPACK = {
    zlib: packed => withInfo(external_node_zlib_namespaceObject.inflateSync(packed, partial())),
    deflate: packed => withInfo(external_node_zlib_namespaceObject.inflateRawSync(packed, partial())),
    get zstd() {
        if (typeof external_node_zlib_namespaceObject.zstdDecompressSync !== 'function')
            return undefined;
        return (packed) => withInfo(external_node_zlib_namespaceObject.zstdDecompressSync(packed, { info: true, maxOutputLength: LIMITS.stream }));
    },
};
function inPieces(packed, compression, name, unpacking, large) {
    if (large)
        unpacking.spend(LIMITS.stream);
    if (compression === 'zstd') {
        if (large)
            unpacking.leaveOut(`${name}: over the limit of one stream`, 'incomplete');
        else
            unpacking.leaveOut(`${name}: damaged`);
        return undefined;
    }
    const raw = compression === 'zlib' ? packed.subarray(ZLIB_HEADER) : packed;
    // Two bytes are all that marks zlib: what then is damaged was mostly never packed.
    const damaged = () => compression !== 'zlib' && unpacking.leaveOut(`${name}: damaged`);
    return { pieces: piecesOf(raw, name, unpacking, damaged), packed: 0 };
}
const ZLIB_HEADER = 2;
/** Pushed at a time: what comes out of one push is held, and is lost where the stream is damaged in it. */
const SMALLEST_PUSH = 256;
const LARGEST_PUSH = 16 * 1024;
/** The stream has ended, or goes on without giving anything. */
const MOST_WITHOUT_OUTPUT = 128;
function* piecesOf(raw, name, unpacking, damaged) {
    let piece = Buffer.alloc(0);
    const stream = new external_fflate_js_namespaceObject.Inflate(output => {
        piece = Buffer.from(output.buffer, output.byteOffset, output.length);
    });
    const size = Math.min(LARGEST_PUSH, Math.max(SMALLEST_PUSH, raw.length >> 12));
    let without = 0;
    for (let at = 0; at < raw.length; at += size) {
        if (unpacking.isSpent() || without > MOST_WITHOUT_OUTPUT) {
            unpacking.leaveOut(`${name}: over the work budget`, 'incomplete');
            return;
        }
        try {
            stream.push(raw.subarray(at, at + size));
        }
        catch {
            damaged();
            return;
        }
        without = piece.length === 0 ? without + 1 : 0;
        unpacking.spend(2 * piece.length + size);
        if (piece.length > 0)
            yield piece;
    }
}
function isTooLarge(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return code === 'ERR_BUFFER_TOO_LARGE';
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/alphabet.js
/** Classes of bytes, as tables for the kernels, and of characters, as functions for text in Latin-1. */
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
/** The 64 characters of standard base64, in the order of their values. */
const BASE64_ALPHABET = `${UPPER}${LOWER}${DIGITS}+/`;
/** 1 for the bytes of the given characters. */
function tableOf(characters) {
    const table = new Uint8Array(256);
    for (const character of characters)
        table[character.charCodeAt(0)] = 1;
    return table;
}
/** Value of each base64 character, standard and url-safe; 255 for any other byte. */
const BASE64_VALUE = valuesOf(`${BASE64_ALPHABET}`, '-_');
function valuesOf(standard, urlSafe) {
    const table = new Uint8Array(256).fill(255);
    for (let value = 0; value < 64; value++)
        table[standard.charCodeAt(value)] = value;
    table[urlSafe.charCodeAt(0)] = 62;
    table[urlSafe.charCodeAt(1)] = 63;
    return table;
}
/** What a secret access key is made of. */
const IS_BASE64 = tableOf(BASE64_ALPHABET);
/** What identifiers are made of. */
const IS_UPPER_OR_DIGIT = tableOf(`${UPPER}${DIGITS}`);
/** Base64, and what begins or ends the escapes of source code, URLs and HTML. */
const IS_BASE64_OR_ESCAPE = tableOf(`${BASE64_ALPHABET}\\%&#;`);
const IS_HEX = tableOf(`${DIGITS}abcdefABCDEF`);
const IS_ALPHANUMERIC = tableOf(`${UPPER}${LOWER}${DIGITS}`);
/** What a byte written as a number is made of, its prefix included: `41`, `0x4b`, `x49`, `65`. */
const IS_NUMBER = tableOf(`${DIGITS}abcdefABCDEFxXuU`);
/** Numbers, and what stands between them in lists, dumps and escapes. */
const IS_CODE = tableOf(`${DIGITS}abcdefABCDEFxXuU\\{}:,;=#+- \t\r\n`);
/** Printable characters of ASCII, tabs and line ends. */
const IS_LATIN_TEXT = tableOf(`\t\n\r${Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at)).join('')}`);
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/magic.js

/** What the contents begin with. The two bytes of zlib must be a multiple of 31, so there are four. */
const SIGNATURES = [
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
function endsWithZip(bytes) {
    const end = bytes.length - END_LENGTH;
    if (end <= 0 || bytes[0] === 0x50)
        return false;
    if (bytes[end] === 0x50 && bytes.readUInt32LE(end) === END_OF_ZIP)
        return true;
    if (!beginsProgram(bytes))
        return false;
    return bytes.indexOf('PK\x05\x06', Math.max(0, end - LONGEST_COMMENT), 'latin1') >= 0;
}
/** Whether the content begins as a script or a program does. */
function beginsProgram(bytes) {
    if (MAY_BEGIN_PROGRAM[bytes[0] ?? 0] !== 1)
        return false;
    const head = bytes.toString('latin1', 0, 4);
    return PROGRAMS.some(program => head.startsWith(program));
}
/** The first two bytes of all that is told by its beginning, as one number. */
const MAY_BEGIN = new Uint8Array(2 ** 16);
for (const beginning of [...SIGNATURES.map(([, signature]) => signature), ...PROGRAMS])
    MAY_BEGIN[pairOf(beginning.charCodeAt(0), beginning.charCodeAt(1))] = 1;
function pairOf(first, second) {
    return first | (second << 8);
}
/** `# ` begins many texts, and with a `v` behind it a bundle of git. */
const HASH_AND_SPACE = pairOf(0x23, 0x20);
/** A quick no to both questions below, for the bytes [start, end) as a content: that of nearly all texts. */
function mayBeArchive(bytes, start, end) {
    const pair = pairOf(bytes[start] ?? 0, bytes[start + 1] ?? 0);
    if (MAY_BEGIN[pair] === 1 && (pair !== HASH_AND_SPACE || bytes[start + 2] === 0x76))
        return true;
    const tail = end - END_LENGTH;
    if (bytes[tail] === 0x50 && bytes[tail + 1] === 0x4b)
        return true;
    return bytes[start + TAR_MAGIC_AT] === 0x75 && bytes[start + TAR_MAGIC_AT + 1] === 0x73;
}
/** What an archive or compressed stream is, by its bytes; names are not asked. */
function archiveKind(bytes) {
    if (bytes[TAR_MAGIC_AT] === 0x75 &&
        bytes.toString('latin1', TAR_MAGIC_AT, TAR_MAGIC_AT + 5) === TAR_MAGIC) {
        return 'tar';
    }
    if (MAY_BEGIN_ARCHIVE[bytes[0] ?? 0] !== 1)
        return undefined;
    const head = bytes.toString('latin1', 0, LONGEST);
    return SIGNATURES.find(([, signature]) => head.startsWith(signature))?.[0];
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/windows.js

/**
 * Puts pieces together to windows of at most so many bytes, which overlap by more than any key is long. The first is all
 * there is, mostly.
 */
function* windowsOf(pieces) {
    let held = [];
    let size = 0;
    for (const piece of pieces) {
        if (size > 0 && size + piece.length > LIMITS.stream) {
            const window = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
            yield window;
            held = [Buffer.from(window.subarray(-LIMITS.overlap))];
            size = held[0]?.length ?? 0;
        }
        held.push(piece);
        size += piece.length;
    }
    if (size > 0)
        yield held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/pdf.js



const STREAM = 'stream';
/** The deflated streams of a PDF document: the text of its pages, where it is not drawn glyph by glyph. */
function* pdfEntries(bytes, unpacking) {
    for (let at = bytes.indexOf(STREAM); at >= 0 && !unpacking.isSpent();) {
        const start = afterLineEnd(bytes, at + STREAM.length);
        const next = bytes.indexOf('endstream', start, 'latin1');
        const end = next < 0 ? bytes.length : next;
        const packed = bytes.subarray(start, end);
        const inflated = archiveKind(packed) === 'zlib' ? inflate(packed, 'zlib', 'pdf: stream', unpacking) : undefined;
        if (inflated !== undefined) {
            const covers = [{ start, end: start + inflated.packed }];
            for (const window of windowsOf(inflated.pieces))
                yield { layer: 'pdf', bytes: window, start, end, covers };
        }
        unpacking.spend(COST_OF_STREAM);
        at = bytes.indexOf(STREAM, end + 'endstream'.length, 'latin1');
    }
}
/** In bytes: as much as their unpacking costs. */
const COST_OF_STREAM = 4096;
function afterLineEnd(bytes, at) {
    const behind = bytes[at] === 0x0d ? at + 1 : at;
    return bytes[behind] === 0x0a ? behind + 1 : behind;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/fields.js
/** Little-endian numbers of headers that may be cut: what lies beyond the end reads as 0. */
function uint16(bytes, at) {
    return at >= 0 && at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0;
}
function uint32(bytes, at) {
    return at >= 0 && at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/stream.js



/**
 * What a compressed content unpacks to. It may have several members that belong together, as `cat a.gz b.gz` and blocked
 * gzip have; what stands in their headers, between them and behind is left to be read as the bytes it is.
 */
function* streamEntries(bytes, kind, unpacking) {
    const covers = [];
    let end = 0;
    const pieces = membersOf(bytes, kind, unpacking, (start, stop) => {
        covers.push({ start, end: stop });
        end = stop;
    });
    let windows = 0;
    for (const window of windowsOf(pieces)) {
        windows += 1;
        if (windows === 2)
            unpacking.leaveOut(`${kind}: more than 64 MiB came out: an archive in it is read as bytes`);
        yield { layer: kind, bytes: window, start: 0, end: end || bytes.length, covers };
    }
}
function* membersOf(bytes, kind, unpacking, covers) {
    const compression = kind === 'gzip' ? 'deflate' : kind;
    for (let at = 0; at !== undefined;) {
        const start = dataStart(bytes, at, kind);
        if (start === undefined) {
            if (at === 0)
                unpacking.leaveOut(`${kind}: damaged`);
            return;
        }
        const inflated = inflate(bytes.subarray(start), compression, kind, unpacking);
        if (inflated === undefined)
            return;
        const stop = start + inflated.packed;
        if (stop > start)
            covers(start, stop);
        yield* inflated.pieces;
        if (unpacking.isSpent())
            return;
        at = stop > start ? nextMember(bytes, stop, kind) : undefined;
    }
}
const GZIP_TRAILER = 8;
/** @returns where another member of the same kind begins, right behind one that ended at `stop` */
function nextMember(bytes, stop, kind) {
    const at = kind === 'gzip' ? stop + GZIP_TRAILER : stop;
    return dataStart(bytes, at, kind) === undefined ? undefined : at;
}
/** @returns where the compressed data of the member at `at` begins, or undefined when there is none */
function dataStart(bytes, at, kind) {
    switch (kind) {
        case 'gzip':
            return afterGzipHeader(bytes, at);
        case 'zlib':
            return isZlib(bytes, at) ? at : undefined;
        case 'zstd':
            return afterSkippable(bytes, at);
    }
}
/** Two bytes that are a multiple of 31; the first has the method and the window. */
function isZlib(bytes, at) {
    return bytes[at] === 0x78 && at + 2 <= bytes.length && bytes.readUInt16BE(at) % 31 === 0;
}
const ZSTD = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;
/** Frames of anything may stand before those of data. */
function afterSkippable(bytes, start) {
    let at = start;
    while (uint32(bytes, at) >>> 4 === SKIPPABLE >>> 4)
        at += 8 + uint32(bytes, at + 4);
    return uint32(bytes, at) === ZSTD ? at : undefined;
}
const CHECKSUM = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
/** RFC 1952, 2.3. */
function afterGzipHeader(bytes, start) {
    if (bytes[start] !== 0x1f || bytes[start + 1] !== 0x8b || bytes[start + 2] !== 8)
        return undefined;
    const flags = bytes[start + 3] ?? 0;
    let at = start + 10;
    if ((flags & EXTRA) !== 0)
        at += 2 + uint16(bytes, at);
    for (const text of [NAME, COMMENT]) {
        if ((flags & text) === 0)
            continue;
        const zero = bytes.indexOf(0, at);
        if (zero < 0)
            return undefined;
        at = zero + 1;
    }
    if ((flags & CHECKSUM) !== 0)
        at += 2;
    return at < bytes.length ? at : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/tar.js
const BLOCK = 512;
const SIZE = { start: 124, end: 136 };
const tar_NAME = { start: 0, end: 100 };
/** The regular files of a tar archive (POSIX, GNU), as views of its bytes. */
function* tarEntries(bytes, unpacking) {
    let at = 0;
    while (at + BLOCK <= bytes.length && !unpacking.isSpent()) {
        const size = sizeAt(bytes, at);
        if (size === undefined) {
            if (bytes.subarray(at, at + BLOCK).some(byte => byte !== 0))
                unpacking.leaveOut('tar: damaged header');
            return;
        }
        const start = at + BLOCK;
        const end = Math.min(start + size, bytes.length);
        const name = textAt(bytes, at + tar_NAME.start, at + tar_NAME.end);
        // The extended headers of long names and attributes are text too, and read as such.
        if (size > 0)
            yield { layer: `tar:${name}`, bytes: bytes.subarray(start, end), start, end, covers: [{ start, end }] };
        unpacking.spend(BLOCK);
        if (start + size > bytes.length)
            unpacking.leaveOut(`tar: entry ${name}: truncated`);
        at = start + Math.ceil(size / BLOCK) * BLOCK;
    }
}
/** @returns undefined where no header stands, as at the end */
function sizeAt(bytes, header) {
    if (bytes.toString('latin1', header + 257, header + 262) !== 'ustar')
        return undefined;
    if (((bytes[header + SIZE.start] ?? 0) & 0x80) !== 0) {
        const size = Number(bytes.readBigUInt64BE(header + SIZE.end - 8));
        return size <= bytes.length ? size : undefined;
    }
    const octal = textAt(bytes, header + SIZE.start, header + SIZE.end).trim();
    return /^[0-7]{1,12}$/.test(octal) ? Number.parseInt(octal, 8) : undefined;
}
function textAt(bytes, start, end) {
    const text = bytes.toString('latin1', start, end);
    const stop = text.indexOf('\0');
    return stop < 0 ? text : text.slice(0, stop);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/covered.js
/** The stretches of an archive whose packed bytes need not be read, for all that they hold was unpacked. */
class Covered {
    #ranges = [];
    /** As far as they were asked for: disjoint, in order. */
    #merged;
    add({ start, end }) {
        if (start < end)
            this.#ranges.push({ start, end });
    }
    /** Whether a byte lies in one of them, those apart that were added since this was first asked, but for the last. */
    has(at) {
        const last = this.#ranges.at(-1);
        if (last !== undefined && last.start <= at && at < last.end)
            return true;
        this.#merged ??= mergedOf(this.#ranges);
        let low = 0;
        let high = this.#merged.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((this.#merged[middle]?.end ?? 0) <= at)
                low = middle + 1;
            else
                high = middle;
        }
        const range = this.#merged[low];
        return range !== undefined && range.start <= at;
    }
    /** What lies between them in a content of that length. */
    gaps(length) {
        const gaps = [];
        let from = 0;
        for (const { start, end } of mergedOf(this.#ranges)) {
            if (start > from)
                gaps.push({ start: from, end: start });
            from = end;
        }
        if (from < length)
            gaps.push({ start: from, end: length });
        return gaps;
    }
}
function mergedOf(ranges) {
    const merged = [];
    for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
        const last = merged.at(-1);
        if (last !== undefined && start <= last.end)
            last.end = Math.max(last.end, end);
        else
            merged.push({ start, end });
    }
    return merged;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/zip.js




const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const zip_END_LENGTH = 22;
const zip_LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const IN_ZIP64 = 0xffffffff;
const ZIP64_EXTRA = 1;
/** In bytes: as much as their unpacking costs. */
const COST_OF_ENTRY = 4096;
/**
 * The files of a zip archive and its kin (jar, docx, whl, nupkg \u2026): those that its directory lists, and those that it does
 * not, for there are programs that go from one local header to the next. Names, comments and all else that stands
 * between them is left to be read as the bytes it is.
 */
function* zipEntries(bytes, unpacking) {
    const known = new Set();
    const covered = new Covered();
    const directory = directoryOf(bytes);
    if (directory === undefined)
        unpacking.leaveOut('zip: no directory: truncated or damaged');
    const listed = directory === undefined ? [] : listedMembers(bytes, directory);
    for (const members of [listed, unlistedMembers(bytes, known, covered)])
        for (const member of members) {
            unpacking.spend(COST_OF_ENTRY);
            if (unpacking.isSpent())
                return;
            // What the two say differently is read in both ways.
            if (uint16(bytes, member.header + 8) === member.method)
                known.add(member.header);
            for (const entry of entryOf(bytes, member, unpacking)) {
                for (const range of entry.covers)
                    covered.add(range);
                yield entry;
            }
        }
}
/** @returns undefined when the archive has no directory */
function directoryOf(bytes) {
    const end = endRecord(bytes);
    if (end === undefined)
        return undefined;
    const size = uint32(bytes, end + 12);
    // Counted back from the end record, for bytes may precede the archive; zip64's records stand between.
    const offset = uint32(bytes, end + 16);
    const start = [end - size, offset].find(at => isAt(bytes, at, CENTRAL)) ?? bytes.indexOf('PK\x01\x02', 0, 'latin1');
    if (start < 0)
        return size === 0 ? { start: bytes.length, shift: 0 } : undefined;
    return { start, shift: start === end - size ? start - offset : 0 };
}
function* listedMembers(bytes, { start, shift }) {
    for (let at = start; isAt(bytes, at, CENTRAL) && at + 46 <= bytes.length;) {
        yield shifted(centralMember(bytes, at), bytes, shift);
        at += 46 + uint16(bytes, at + 28) + uint16(bytes, at + 30) + uint16(bytes, at + 32);
    }
}
function shifted(member, bytes, shift) {
    const header = member.header + shift;
    return isAt(bytes, header, LOCAL) ? { ...member, header } : member;
}
function endRecord(bytes) {
    const lowest = Math.max(0, bytes.length - zip_END_LENGTH - zip_LONGEST_COMMENT);
    for (let at = bytes.length - zip_END_LENGTH; at >= lowest; at--)
        if (isAt(bytes, at, END))
            return at;
    return undefined;
}
function isAt(bytes, at, signature) {
    return uint32(bytes, at) === signature;
}
function centralMember(bytes, at) {
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
function withZip64(values, extra) {
    let field = 0;
    while (field + 4 <= extra.length && uint16(extra, field) !== ZIP64_EXTRA) {
        field += 4 + uint16(extra, field + 2);
    }
    let at = field + 4;
    return values.map(value => {
        if (value !== IN_ZIP64 || at + 8 > extra.length)
            return value;
        at += 8;
        return Number(extra.readBigUInt64LE(at - 8));
    });
}
function* entryOf(bytes, member, unpacking) {
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
    if (unpacked === undefined)
        return;
    const end = Math.min(bytes.length, start + Math.max(1, packed, unpacked.packed));
    const covers = [{ start, end: start + unpacked.packed }];
    const layer = `zip:${member.name}`;
    for (const window of windowsOf(unpacked.pieces))
        yield { layer, bytes: window, start, end, covers };
}
/** @param rest the packed bytes and what follows them: a compressed stream says itself where it ends */
function unpackedOf(rest, packed, { flags, method }, name, unpacking) {
    if (packed === 0 && method === 0)
        return undefined;
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
function* unlistedMembers(bytes, known, covered) {
    for (let header = 0; header >= 0; header = bytes.indexOf('PK\x03\x04', header + 1, 'latin1')) {
        if (!isAt(bytes, header, LOCAL) || known.has(header))
            continue;
        if (covered.has(header))
            continue;
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
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/unpack.js




/** The parts of an archive, unpacked one by one. */
function* entriesOf(bytes, kind, unpacking) {
    switch (kind) {
        case 'zip':
            yield* zipEntries(bytes, unpacking);
            break;
        case 'tar':
            yield* tarEntries(bytes, unpacking);
            break;
        case 'pdf':
            yield* pdfEntries(bytes, unpacking);
            break;
        case 'gzip':
        case 'zlib':
        case 'zstd':
            yield* streamEntries(bytes, kind, unpacking);
            break;
        default:
            unpacking.leaveOut(`${kind}: cannot be unpacked here`);
    }
}
module.exports = __webpack_exports__;
/******/ })()
;