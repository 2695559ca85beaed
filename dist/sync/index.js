import { createRequire } from "module";
const loadNow = createRequire(import.meta.url);
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
/******/ // The require scope
/******/ var __nccwpck_require__ = {};
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ syncCommand)
});

;// CONCATENATED MODULE: ./lib/bundling/failure.js


const BRAND = Symbol.for('aws-temp-creds.failure');
/** An expected failure, ready to be shown. Holds no secret in any part; `cause` is never printed. */
class failure_Failure extends Error {
    name = 'Failure';
    [BRAND] = true;
    code;
    explanation;
    constructor(code, explanation, options) {
        super(explanation.what, options);
        this.code = code;
        this.explanation = explanation;
    }
    /** Bundles load one another, and each has this class: a failure of one is a failure to all. */
    static [Symbol.hasInstance](value) {
        return value instanceof Error && BRAND in value;
    }
}
/** The text of a failure as it is shown: the four parts, each under its own heading where it has one; no key in any. */
function explain({ what, why, likely, write }) {
    const parts = [what];
    if (why !== undefined)
        parts.push(section('Why', why));
    if (likely !== undefined)
        parts.push(section('Likely mistake', likely));
    if (write !== undefined)
        parts.push(section('What to do', write));
    return masked(parts.join('\n\n'));
}
/** The same with the place where the troubleshooting page explains it. */
function explained({ code, explanation }) {
    return `${explain(explanation)}\n\nMore: ${TROUBLESHOOTING}#${explanation.page ?? code}`;
}
function section(title, text) {
    return text.includes('\n') ? `${title}:\n${text.replace(/^(?=.)/gm, '  ')}` : `${title}: ${text}`;
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/config-file.js
/** All sections, in the order of the file; a file that no tool reads has none. */
function parseConfigFile(text, kind = 'config') {
    const sections = [];
    for (const line of linesOf(text)) {
        const header = headerOf(line.text);
        const current = sections.at(-1);
        if (header !== undefined) {
            current?.endAt(line.start);
            sections.push(new SectionReader(header, kind, line, text.length));
        }
        else {
            current?.take(line);
        }
    }
    return sections.map(section => section.read());
}
function linesOf(text) {
    const lines = [];
    let start = 0;
    for (const part of text.split(/(?<=\n)/)) {
        if (part === '')
            continue;
        const end = start + part.length;
        lines.push({ text: part.replace(/\r?\n$/, ''), number: lines.length + 1, start, end });
        start = end;
    }
    return lines;
}
/** What stands in the brackets of a header, as written; undefined: the line is none. A byte order mark is passed over. */
function headerOf(line) {
    return /^(?:\xef\xbb\xbf)?\s*\[([^\]]*)\]/.exec(line)?.[1];
}
class SectionReader {
    #section;
    #settings = [];
    #end;
    /** Indentation of the last setting; deeper lines belong to it. */
    #indent = 0;
    constructor(header, kind, line, end) {
        this.#section = { ...nameOf(header, kind), line: line.number, start: line.start };
        this.#end = end;
    }
    endAt(offset) {
        this.#end = offset;
    }
    take(line) {
        if (/^\s*([#;]|$)/.test(line.text))
            return;
        const indent = /^\s*/.exec(line.text)?.[0].length ?? 0;
        const last = this.#settings.at(-1);
        if (last !== undefined && indent > this.#indent) {
            this.#settings[this.#settings.length - 1] = { ...last, end: line.end };
            return;
        }
        const match = /^\s*([^=:]*?)\s*[=:](.*)$/.exec(line.text);
        const [, key, rest] = match ?? [];
        if (!key || rest === undefined)
            return;
        this.#indent = indent;
        const comment = /(?:^|\s)([#;].*)$/.exec(rest);
        const value = (comment === null ? rest : rest.slice(0, comment.index)).trim();
        this.#settings.push({
            key: key.toLowerCase(),
            value,
            comment: comment?.[1]?.trim(),
            line: line.number,
            start: line.start,
            end: line.end,
        });
    }
    read() {
        return { ...this.#section, end: this.#end, settings: this.#settings };
    }
}
function nameOf(header, kind) {
    const text = header.trim();
    if (kind === 'credentials')
        return { kind: 'profile', name: text };
    if (text === 'default')
        return { kind: 'profile', name: text };
    const match = /^(profile|sso-session)\s+(?:"([^"]*)"|'([^']*)'|(.*))$/.exec(text);
    const [, word, double, single, plain] = match ?? [];
    const name = double ?? single ?? plain;
    if (name === undefined)
        return { kind: 'other', name: text };
    return { kind: word === 'profile' ? 'profile' : 'sso-session', name };
}
/** The settings of a profile or session, whichever sections of that name they stand in; undefined: there is none. */
function settingsOf(sections, kind, name) {
    const found = sections.filter(section => section.kind === kind && section.name === name);
    if (found.length === 0)
        return undefined;
    return new Map(found.flatMap(({ settings }) => settings.map(({ key, value }) => [key, value])));
}
/** Names that both botocore and the SDK for JavaScript read as they stand; the SDK drops every other one in silence. */
function isReadByAll(name) {
    // A name of Object.prototype's is lost in the SDK, which keeps profiles in a plain object.
    return /^[A-Za-z0-9_@+.%:/-]+$/.test(name) && !(name in Object.prototype);
}
;// CONCATENATED MODULE: ./lib/bundling/masked.js
/**
 * Text with everything in it that has the shape of an AWS key made unreadable: an ID becomes `AKIA\u2026WXYZ`, a secret or a
 * token `[withheld]`. It goes by the shape alone, for what is shown may hold a key that nobody looked for: a faulty
 * value, a file's name, an answer. What is no key and looks like one is hidden as well.
 */
function masked_masked(text) {
    return text.replace(LONG_RUN, run => {
        const withoutTokens = run.replace(TOKEN, WITHHELD);
        return maskedSecrets(withoutTokens).replace(ID, id => `${id.slice(0, 4)}\u2026${id.slice(-4)}`);
    });
}
const WITHHELD = '[withheld]';
/** Nothing shorter is a key. Each character is looked at once. */
const LONG_RUN = /[A-Za-z0-9+/_=-]{20,}/g;
const ID = /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])/g;
/** Session tokens by the text that they begin with (see scan/detect/token-heads.ts), and keys of Bedrock. */
const TOKEN = /(?:[A-Za-z0-9+/][AQgw]o[A-P](?:YXdz|ZXIvYXdz|b3JpZ2luX2Vj)|ABSK|bedrock-api-key-)[A-Za-z0-9+/_=-]{20,}/g;
const LENGTH = 40;
/** Forty characters of base64 that stand alone, or as parts of a path (`/` is one of the characters). */
function maskedSecrets(run) {
    let safe = '';
    let done = 0;
    for (const { index } of run.matchAll(/(?<![A-Za-z0-9+])[A-Za-z0-9+/]/g)) {
        const end = index + LENGTH;
        if (index < done || end > run.length || /[A-Za-z0-9+]/.test(run.charAt(end)))
            continue;
        if (!isSecretLike(run.slice(index, end)))
            continue;
        safe += run.slice(done, index) + WITHHELD;
        done = end;
    }
    return safe + run.slice(done);
}
/** Words and hexadecimal change less often between capitals, small letters and digits: a secret does 25 times. */
const FEWEST_CHANGES = 15;
function isSecretLike(text) {
    if (!/^[A-Za-z0-9+/]+$/.test(text))
        return false;
    if (!(/[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text)))
        return false;
    let changes = 0;
    for (let at = 1; at < text.length; at++)
        if (kindOf(text.charCodeAt(at)) !== kindOf(text.charCodeAt(at - 1)))
            changes++;
    return changes >= FEWEST_CHANGES;
}
function kindOf(unit) {
    if (unit >= 0x61)
        return 'small';
    if (unit >= 0x41)
        return 'capital';
    return unit >= 0x30 ? 'digit' : 'other';
}
;// CONCATENATED MODULE: ./lib/bundling/printable.js

/**
 * Untrusted text (file names, branches, actors, claims, server answers) as one harmless line: control characters,
 * line and paragraph separators, bidirectional controls, invisible characters and lone surrogates are shown as
 * escapes, so that nothing in it can end the line, reorder it, or begin a workflow command; and what has the shape of
 * an AWS key is not shown.
 *
 * @param text any string
 * @param limit the most characters to return; what is cut is shown as `\u2026`
 */
function printable_printable(text, limit = 1000) {
    const escaped = masked_masked(text).replace(UNPRINTABLE, visible);
    return escaped.length <= limit ? escaped : `${escaped.slice(0, limit - 1)}\u2026`;
}
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;
/** True when a text is shown as it is: names that files are found by cannot be escaped. */
function isPrintable(text) {
    return text.search(UNPRINTABLE) < 0;
}
function visible(character) {
    switch (character) {
        case '\n':
            return '\\n';
        case '\r':
            return '\\r';
        case '\t':
            return '\\t';
        default:
            return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    }
}
/**
 * A line of log output that the runner cannot take for a workflow command: it recognises `::` at the start of a
 * line (after white space, which for .NET includes U+0085) and the older `##[` anywhere in one (actions/runner,
 * ActionCommand.cs).
 */
function inert(text) {
    return text
        .replace(/^([\t\v\f \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]*):(?=:)/gm, '$1:\u200b')
        .replace(/##\[/g, '##\u200b[');
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/managed-block.js



const BEGIN = '# BEGIN aws-temp-creds ';
const END = '# END aws-temp-creds ';
/**
 * Every block of ours.
 *
 * @throws Failure `wrong-configuration` when a beginning has no end, or the reverse: then nobody knows what is ours
 */
function blocksOf(text) {
    const blocks = [];
    let open;
    for (const line of linesOf(text)) {
        const begins = line.text.startsWith(BEGIN);
        const ends = line.text.startsWith(END);
        if (!begins && !ends)
            continue;
        const owner = line.text.slice(begins ? BEGIN.length : END.length).trim();
        if (begins) {
            if (open !== undefined)
                throw damaged(open.line, 'begins, and does not end');
            const start = line.start - newlineBefore(text, line.start, line.end);
            open = { owner, start, bodyStart: line.end, line: line.number };
            continue;
        }
        if (open === undefined)
            throw damaged(line.number, 'ends, and does not begin');
        if (open.owner !== owner)
            throw damaged(open.line, 'begins, and does not end');
        const { start, bodyStart } = open;
        blocks.push({ owner, start, end: line.end, body: text.slice(bodyStart, line.start), line: open.line });
        open = undefined;
    }
    if (open !== undefined)
        throw damaged(open.line, 'begins, and does not end');
    const twice = blocks.find(({ owner }, index) => blocks.findIndex(other => other.owner === owner) !== index);
    if (twice !== undefined)
        throw damaged(twice.line, `is the second one of ${printable_printable(twice.owner, 200)}`);
    return blocks;
}
/** How many characters before a line are the newline that was written with it: as long as the line's own. */
function newlineBefore(text, start, end) {
    const newline = text.slice(start, end).endsWith('\r\n') ? '\r\n' : '\n';
    return text.slice(0, start).endsWith(newline) ? newline.length : 0;
}
function damaged(line, what) {
    return new failure_Failure('wrong-configuration', {
        what: `Line ${line} of the AWS configuration file: a block of aws-temp-creds ${what}.`,
        why: 'Its two comments (# BEGIN aws-temp-creds \u2026, # END aws-temp-creds \u2026) say what may be changed; nothing was.',
        likely: 'Somebody edited the file, or another tool wrote it anew and lost comments.',
        write: 'Remove what is left of the block by hand, then: aws-temp-creds profiles --write',
    });
}
/** The block as it stands in a file: with its comments, and with the newlines that the file has. */
function blockText(owner, body, newline) {
    return `${BEGIN}${owner}\n${body}${END}${owner}\n`.replaceAll('\n', newline);
}
/** What most lines of a text end in. */
function newlineOf(text) {
    const windows = text.split('\r\n').length - 1;
    return windows > text.split('\n').length - 1 - windows ? '\r\n' : '\n';
}
/**
 * Puts a block in the place of the owner's, or at the end of the file.
 *
 * @param text undefined: there is no file
 * @param body with `\n`; undefined: the owner's block is taken out
 * @returns undefined: there is no file afterwards (it was ours alone)
 */
function withBlock(text, owner, body) {
    const old = blocksOf(text ?? '').find(block => block.owner === owner);
    if (text === undefined)
        return body === undefined ? undefined : blockText(owner, body, '\n');
    if (old === undefined)
        return body === undefined ? text : appended(text, owner, body);
    if (body === undefined)
        return without(text, old);
    const from = old.start + newlineLength(text, old.start);
    const block = blockText(owner, body, newlineOf(text.slice(from, old.end)));
    return text.slice(0, from) + block + text.slice(old.end);
}
function appended(text, owner, body) {
    const newline = newlineOf(text);
    return text + newline + blockText(owner, body, newline);
}
/** Of the newline that a block begins with; 0 where it begins a file. */
function newlineLength(text, start) {
    return text.startsWith('\r\n', start) ? 2 : text.startsWith('\n', start) ? 1 : 0;
}
function without(text, { start, end }) {
    const before = text.slice(0, start);
    const after = text.slice(end);
    if (before === '' && after === '' && newlineLength(text, start) === 0)
        return undefined;
    // What somebody wrote behind the block must not join the line before it.
    const joins = /^[^\r\n]/.test(after) && before !== '' && !before.endsWith('\n');
    return before + (joins ? text.slice(start, start + newlineLength(text, start)) : '') + after;
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/text.js
/**
 * The AWS files are handled as Latin-1, one character a byte, so that bytes that are no UTF-8 stay what they are.
 * What is shown, or compared with a name, is the UTF-8 that those bytes usually are.
 */
function readText(latin1) {
    return Buffer.from(latin1, 'latin1').toString('utf8');
}
/** A file's bytes as the text that the parts of this room work on. */
function latin1Of(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
function bytesOf(latin1) {
    return Buffer.from(latin1, 'latin1');
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/copied-keys.js





const OWNER = 'copy/';
const SAYS = /^# Copied from profile (.+); valid until (\S+), never renewed: aws-temp-creds sync$/m;
/** Name of a copy: one of its own, for keys of the same name hide a sign-on profile from the SDK for JavaScript. */
function copyName(profile) {
    return `${profile}-keys`;
}
/** @throws Failure `wrong-configuration` when a block is damaged */
function copiesIn(text) {
    return blocksOf(text)
        .filter(({ owner }) => owner.startsWith(OWNER))
        .map(({ owner, body, line }) => {
        const [, from = '', until = ''] = SAYS.exec(body.replaceAll('\r', '')) ?? [];
        const time = new Date(until);
        return {
            name: readText(owner.slice(OWNER.length)),
            from: readText(from),
            expiration: Number.isNaN(time.getTime()) ? undefined : time,
            line,
        };
    });
}
/**
 * The credentials file with a copy in it.
 *
 * @param region of the sign-on profile
 * @throws Failure `wrong-configuration` when a profile of that name is there that is not ours
 */
function withCopy(text, path, name, from, stored, region) {
    refuseForeign(text ?? '', path, name);
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = stored.credentials;
    const lines = [
        `# Copied from profile ${from}; valid until ${expiration.toISOString()}, never renewed: aws-temp-creds sync`,
        `[${name}]`,
        `aws_access_key_id = ${accessKeyId}`,
        `aws_secret_access_key = ${secretAccessKey}`,
        `aws_session_token = ${sessionToken}`,
        ...(region === undefined ? [] : [`region = ${region}`]),
    ];
    return withBlock(text, OWNER + name, `${lines.join('\n')}\n`) ?? '';
}
/** The credentials file without some copies; undefined: it was ours alone, and goes. */
function withoutCopies(text, names) {
    return names.reduce((rest, name) => (rest === undefined ? undefined : withBlock(rest, OWNER + name, undefined)), text);
}
/** The copies that have ended. */
function endedCopies(text, now) {
    return copiesIn(text).filter(({ expiration }) => expiration === undefined || expiration <= now);
}
function refuseForeign(text, path, name) {
    const ours = blocksOf(text);
    const found = parseConfigFile(text, 'credentials').find(section => section.name === name &&
        !ours.some(({ owner, start, end }) => owner === OWNER + name && section.start >= start && section.start < end));
    if (found === undefined)
        return;
    throw new failure_Failure('wrong-configuration', {
        what: `${printable_printable(path)} has a profile ${printable_printable(name, 100)} in line ${found.line} that aws-temp-creds did not write.`,
        why: 'It may hold keys that somebody needs; nothing was written.',
        write: 'Name another one: aws-temp-creds sync dev:dev-copy',
    });
}
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
;// CONCATENATED MODULE: ./lib/bundling/credentials/private-file.js

/** Makes a folder that only this user may enter, whatever the umask says. @throws `EEXIST` when something is there */
function makePrivateFolder(path) {
    mkdirSync(path, { mode: 0o700 });
    chmodSync(path, 0o700);
}
/** Makes a file that only this user may read, whatever the umask says. @throws `EEXIST` when something is there */
function createPrivateFile(path, content) {
    const file = (0,external_node_fs_namespaceObject.openSync)(path, 'wx', 0o600);
    try {
        (0,external_node_fs_namespaceObject.fchmodSync)(file, 0o600);
        (0,external_node_fs_namespaceObject.writeFileSync)(file, content);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
        throw error;
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
/**
 * Writes a file that only this user may read, so that no reader ever sees a part of it: to a new name beside it, then
 * renamed. A link that somebody put at either name is not followed: the new name must not exist, and a rename replaces.
 * (The name is unique without node:crypto, which takes longer to load than everything else that a start does.)
 */
function private_file_writePrivateFile(path, content) {
    const temporary = `${path}.${process.pid}-${process.hrtime.bigint()}.tmp`;
    createPrivateFile(temporary, content);
    try {
        renamePatiently(temporary, path);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.rmSync)(temporary, { force: true });
        throw error;
    }
}
/** @returns the text, or undefined when there is no such file (or it cannot be read) */
function readIfThere(path) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}
/** On Windows a file cannot be replaced during the instant in which another process has it open. */
function renamePatiently(from, to) {
    for (let attempt = 1;; attempt += 1) {
        try {
            (0,external_node_fs_namespaceObject.renameSync)(from, to);
            return;
        }
        catch (error) {
            if (attempt === 20 || !isBusy(error))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        }
    }
}
function isBusy(error) {
    const code = errorCode(error);
    return process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY');
}
/** The system's code of an error (`ENOENT`), or undefined. */
function errorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = loadLater("node:crypto");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = loadNow("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = loadNow("node:timers/promises");
;// CONCATENATED MODULE: ./lib/bundling/credentials/lock.js





/** The patience is longer than an exchange may take at its default bound. */
const TIMING = { heartbeat: 1_000, lease: 6_000, patience: 90_000 };
const POLL = 20;
/**
 * @param folder of this lock alone; created when it does not exist
 * @param done asked before and during waiting; a value ends it
 */
async function lockUnless(folder, done, timing = TIMING) {
    const start = performance.now();
    const watched = new Watch(timing.lease);
    try {
        if ((0,external_node_fs_namespaceObject.mkdirSync)(folder, { mode: 0o700, recursive: true }) !== undefined)
            (0,external_node_fs_namespaceObject.chmodSync)(folder, 0o700);
        while (performance.now() - start < timing.patience) {
            const value = done();
            if (value !== undefined)
                return { kind: 'done', value };
            const generation = latest(folder);
            if (generation === 0 || hasEnded(folder, generation, watched)) {
                const lock = take(folder, generation + 1, timing.heartbeat);
                if (lock !== undefined)
                    return { kind: 'locked', lock };
            }
            else {
                await (0,promises_namespaceObject.setTimeout)(POLL * (0.5 + Math.random()));
            }
        }
    }
    catch {
        // A cache that cannot be locked is still a cache: at worst two processes ask for credentials at the same time.
    }
    return { kind: 'unlockable' };
}
function latest(folder) {
    return Math.max(0, ...(0,external_node_fs_namespaceObject.readdirSync)(folder).flatMap(name => (/^\d{1,15}$/.test(name) ? Number(name) : [])));
}
function hasEnded(folder, generation, watched) {
    const path = (0,external_node_path_namespaceObject.join)(folder, String(generation));
    if (exists(`${path}.free`))
        return true;
    return isDead(readIfThere(path)) || watched.isStill(generation, touchedAt(path));
}
/** How long a generation's file has not changed, by this process's own clock: file systems have clocks of their own. */
class Watch {
    #lease;
    #seen = '';
    #since = 0;
    constructor(lease) {
        this.#lease = lease;
    }
    isStill(generation, touched) {
        const state = `${generation} ${touched}`;
        if (state !== this.#seen) {
            this.#seen = state;
            this.#since = performance.now();
        }
        return performance.now() - this.#since > this.#lease;
    }
}
/** @returns undefined when somebody else was faster */
function take(folder, generation, heartbeat) {
    const path = (0,external_node_path_namespaceObject.join)(folder, String(generation));
    try {
        createPrivateFile(path, JSON.stringify({ pid: process.pid, place: place() }));
    }
    catch (error) {
        if (errorCode(error) === 'EEXIST')
            return undefined;
        throw error;
    }
    if (latest(folder) > generation) {
        // This generation was removed by the holder of a later one while we were about to follow its predecessor.
        (0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
        return undefined;
    }
    removeBefore(folder, generation);
    const beating = setInterval(() => touch(path), heartbeat);
    beating.unref();
    return {
        release: () => {
            clearInterval(beating);
            try {
                createPrivateFile(`${path}.free`, '');
            }
            catch {
                // The folder is gone, or the next one waits for our process's end.
            }
        },
    };
}
function removeBefore(folder, generation) {
    for (const name of (0,external_node_fs_namespaceObject.readdirSync)(folder)) {
        if (Number.parseInt(name, 10) < generation)
            (0,external_node_fs_namespaceObject.rmSync)((0,external_node_path_namespaceObject.join)(folder, name), { force: true });
    }
}
function touch(path) {
    const now = new Date();
    try {
        (0,external_node_fs_namespaceObject.utimesSync)(path, now, now);
    }
    catch {
        // Removed with its folder, or taken over.
    }
}
function touchedAt(path) {
    try {
        return (0,external_node_fs_namespaceObject.statSync)(path).mtimeMs;
    }
    catch {
        return undefined;
    }
}
function exists(path) {
    return touchedAt(path) !== undefined;
}
/** Whether the holder is a process of this very machine that no longer runs. A file without content says nothing. */
function isDead(holder) {
    const match = /^\{"pid":(\d{1,10}),"place":"([^"\\]*)"\}$/.exec(holder ?? '');
    const [, pid, where] = match ?? [];
    if (pid === undefined || where !== place())
        return false;
    try {
        process.kill(Number(pid), 0);
        return false;
    }
    catch (error) {
        return errorCode(error) === 'ESRCH';
    }
}
/** Where a process number means the same process: the host, and on Linux the namespace (containers share folders). */
function place() {
    return `${(0,external_node_os_namespaceObject.hostname)().replace(/[^\w.-]/g, '_')} ${processNamespace()}`;
}
function processNamespace() {
    try {
        return (0,external_node_fs_namespaceObject.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        return process.platform;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/handover/folder-trust.js



const GROUP_OR_OTHERS_WRITE = 0o022;
const OTHERS_WRITE = 0o002;
const STICKY = 0o1000;
/**
 * Whether a folder is a real one that nobody but the users of this job can change: what stands in it may be believed,
 * and a command in it may be run. On Windows, which has no owners and modes of this kind, a real folder is enough.
 */
function isOurFolder(path) {
    try {
        const status = (0,external_node_fs_namespaceObject.lstatSync)(path);
        return status.isDirectory() && distrust(status, 'strictly') === undefined;
    }
    catch {
        return false;
    }
}
/**
 * Refuses to write secrets below a folder that others own or may change: whoever can rename what lies in it decides
 * what the tools of this job read, and a profile names a command to run.
 *
 * @param rule `strictly` for folders that are made for us; `shared` for RUNNER_TEMP, which may be as open as /tmp is,
 *   where nobody can rename what is another's
 * @throws Failure `wrong-configuration`; what lstat throws where there is nothing
 */
function refuseUnsafeFolder(path, rule) {
    const status = rule === 'shared' ? statSync(path) : lstatSync(path);
    if (!status.isDirectory()) {
        throw new Failure('wrong-configuration', {
            what: `${printable(path)} is not a folder.`,
            why: 'Profiles are written there, and a link could lead them anywhere.',
            likely: 'An earlier step put a link or a file in its place.',
            write: "Leave the runner's temporary folder to the runner.",
        });
    }
    const reason = distrust(status, rule);
    if (reason === undefined)
        return;
    throw new Failure('wrong-configuration', {
        what: `${printable(path)} ${reason}. No credentials are written below it.`,
        why: 'Whoever can change that folder can replace what the AWS tools of this job read there, commands included.',
        likely: 'Another user of this machine made the folder, or a step made it writable for everybody.',
        write: `Remove the folder, or give it back to the user of the runner: chown "$(id -u)" and chmod go-w ${printable(path)}`,
    });
}
function distrust(status, rule) {
    const users = usersOfThisJob();
    if (users === undefined)
        return undefined;
    if (!users.has(status.uid))
        return `belongs to another user (${status.uid})`;
    if (rule === 'strictly') {
        return status.mode & GROUP_OR_OTHERS_WRITE ? 'may be changed by other users' : undefined;
    }
    if (status.mode & STICKY)
        return undefined;
    const ourGroup = process.getgroups?.().includes(status.gid) || process.getegid?.() === status.gid;
    const open = status.mode & (ourGroup ? OTHERS_WRITE : GROUP_OR_OTHERS_WRITE);
    return open ? 'may be changed by other users' : undefined;
}
/**
 * This process's user, root, and the runner's user, who decides about the job anyway: in a job's container the process
 * is root, and the folders belong to the user outside. Undefined on systems without user numbers.
 */
function usersOfThisJob() {
    const own = process.geteuid?.();
    if (own === undefined)
        return undefined;
    const users = new Set([own, 0]);
    const runner = ownerOf(process.env['GITHUB_ENV']);
    if (runner !== undefined)
        users.add(runner);
    const invoker = process.env['SUDO_UID'] ?? '';
    if (own === 0 && /^\d{1,10}$/.test(invoker))
        users.add(Number(invoker));
    return users;
}
function ownerOf(path) {
    try {
        return path ? (0,external_node_fs_namespaceObject.statSync)(path).uid : undefined;
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/aws/partitions.js
/**
 * The partitions, by the prefix of their Regions' codes; the first row whose prefix fits counts. `dns` and `dualStack`
 * are what the service endpoints end in, `audience` what the identity providers made for GitHub expect there.
 * (AWS SDK for JavaScript, partitions; a test holds both together. The audience in China: README of
 * aws-actions/configure-aws-credentials.)
 */
const partitions_PARTITIONS = [
    {
        id: 'aws-cn',
        prefix: 'cn-',
        dns: 'amazonaws.com.cn',
        dualStack: 'api.amazonwebservices.com.cn',
        audience: 'sts.amazonaws.com.cn',
        regions: 'cn-north-1 cn-northwest-1',
    },
    {
        id: 'aws-us-gov',
        prefix: 'us-gov-',
        dns: 'amazonaws.com',
        dualStack: 'api.aws',
        audience: 'sts.amazonaws.com',
        regions: 'us-gov-east-1 us-gov-west-1',
    },
    {
        id: 'aws-iso-b',
        prefix: 'us-isob-',
        dns: 'sc2s.sgov.gov',
        dualStack: 'api.aws.scloud',
        audience: 'sts.amazonaws.com',
        regions: 'us-isob-east-1 us-isob-west-1',
    },
    {
        id: 'aws-iso-f',
        prefix: 'us-isof-',
        dns: 'csp.hci.ic.gov',
        dualStack: 'api.aws.hci.ic.gov',
        audience: 'sts.amazonaws.com',
        regions: 'us-isof-east-1 us-isof-south-1',
    },
    {
        id: 'aws-iso-e',
        prefix: 'eu-isoe-',
        dns: 'cloud.adc-e.uk',
        dualStack: 'api.cloud-aws.adc-e.uk',
        audience: 'sts.amazonaws.com',
        regions: 'eu-isoe-west-1',
    },
    {
        id: 'aws-iso',
        prefix: 'us-iso-',
        dns: 'c2s.ic.gov',
        dualStack: 'api.aws.ic.gov',
        audience: 'sts.amazonaws.com',
        regions: 'us-iso-east-1 us-iso-west-1',
    },
    {
        id: 'aws-eusc',
        prefix: 'eusc-',
        dns: 'amazonaws.eu',
        dualStack: 'api.amazonwebservices.eu',
        audience: 'sts.amazonaws.com',
        regions: 'eusc-de-east-1',
    },
    {
        id: 'aws',
        prefix: '',
        dns: 'amazonaws.com',
        dualStack: 'api.aws',
        audience: 'sts.amazonaws.com',
        regions: 'af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ' +
            'ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ' +
            'ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 ' +
            'eu-west-3 il-central-1 me-central-1 me-south-1 me-west-1 mx-central-1 sa-east-1 sa-west-1 us-east-1 ' +
            'us-east-2 us-west-1 us-west-2',
    },
];
/** The codes of all Regions that were known when this version was made. */
const KNOWN_REGIONS = partitions_PARTITIONS.flatMap(({ regions }) => regions.split(' '));
;// CONCATENATED MODULE: ./lib/bundling/aws/names.js

/** @returns the account ID, or undefined when the text is not exactly 12 digits */
function accountId(text) {
    return /^\d{12}$/.test(text) ? text : undefined;
}
/** @returns the Region, or undefined when the text cannot be a Region's code */
function region(text) {
    return /^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/.test(text) ? text : undefined;
}
function partitionOf(place) {
    return partitionRow(place).id;
}
/** The audience that an identity provider for GitHub has in the partition of a Region. */
function defaultAudience(place) {
    return partitionRow(place).audience;
}
/** What hosts of services end in: those of a Region, and those that speak IPv6 too. */
function domainsOf(place) {
    return partitionRow(place);
}
function partitionRow(place) {
    const row = PARTITIONS.find(({ prefix }) => place.startsWith(prefix));
    if (row === undefined)
        throw new Error('the last row fits every Region');
    return row;
}
/** @returns the parts, or undefined when the text is not the ARN of an IAM role */
function parseRoleArn(text) {
    const match = /^arn:(aws(?:-[a-z-]+)?):iam::(\d{12}):role\/([\w+=,.@/-]{1,576})$/.exec(text);
    const [, partition, account, name] = match ?? [];
    if (partition === undefined || account === undefined || name === undefined)
        return undefined;
    if (name.startsWith('/') || name.endsWith('/'))
        return undefined;
    return { arn: text, partition, account: account, name };
}
/** Of a role that belongs to no account of AWS. */
const NO_ACCOUNT = '';
/**
 * The ARN of a role as other makers of an STS write it: `arn:minio:iam:::role/\u2026`. It names no account, and whoever
 * answers for it names no session either.
 */
function parseForeignRoleArn(text) {
    const match = /^arn:([a-z][a-z0-9-]{0,30}):iam:[a-z0-9-]{0,40}::role\/([\w+=,.@/-]{1,576})$/.exec(text);
    const [, partition, name] = match ?? [];
    if (partition === undefined || name === undefined || /^aws(-|$)/.test(partition))
        return undefined;
    return { arn: text, partition, account: NO_ACCOUNT, name };
}
/** The ARN of a role given by name (`deploy`, `ci/deploy`) in an account. */
function roleArn(partition, account, name) {
    return `arn:${partition}:iam::${account}:role/${name}`;
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/fields.js
/** The fields of a JSON object that we wrote ourselves but that anybody may have changed: each is read by its type. */
class fields_Fields {
    #entries;
    constructor(entries) {
        this.#entries = entries;
    }
    /** @returns undefined when the value is not an object */
    static of(value) {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            return undefined;
        return new fields_Fields(new Map(Object.entries(value)));
    }
    /** @returns undefined when the text is not the JSON of an object */
    static parse(text) {
        try {
            return fields_Fields.of(JSON.parse(text ?? ''));
        }
        catch {
            return undefined;
        }
    }
    /** An empty text counts as absent. */
    text(name) {
        const value = this.#entries.get(name);
        return typeof value === 'string' && value !== '' ? value : undefined;
    }
    number(name) {
        const value = this.#entries.get(name);
        return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    }
    flag(name) {
        const value = this.#entries.get(name);
        return typeof value === 'boolean' ? value : undefined;
    }
    /** ISO 8601; older versions of the AWS CLI write `UTC` behind it where newer ones have `Z`. */
    date(name) {
        const parsed = new Date(this.text(name)?.replace(/UTC$/, 'Z') ?? Number.NaN);
        return Number.isNaN(parsed.getTime()) ? undefined : parsed;
    }
    object(name) {
        return fields_Fields.of(this.#entries.get(name));
    }
    list(name) {
        const value = this.#entries.get(name);
        return Array.isArray(value) ? value : [];
    }
    texts() {
        return Object.fromEntries([...this.#entries].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
    }
}
;// CONCATENATED MODULE: ./lib/bundling/handover/job-file.js



const USES = ['by default', 'by name', 'beside keys'];
const FORMAT = 'aws-temp-creds/2';
function jobFilePath(folder) {
    return (0,external_node_path_namespaceObject.join)(folder, 'job.json');
}
function cacheFolder(folder) {
    return join(folder, 'cache');
}
/** The folder of one role's lock. */
function lockFolder(folder, key) {
    return join(folder, 'cache', `${key}.lock`);
}
/** Name of a role's files in the cache: by position, for names that differ only in case may be one file. */
function cacheKey(job, name, purpose) {
    const position = job.environments.findIndex(({ target }) => target.name === name);
    return purpose === 'deploy' ? String(position) : `${position}-read`;
}
/** The target of an environment; undefined when the job has no such environment, or that has no role to read with. */
function targetFor(job, name, purpose) {
    const found = job.environments.find(({ target }) => target.name === name);
    if (found === undefined || purpose === 'deploy')
        return found?.target;
    return found.readRole && { ...found.target, role: found.readRole };
}
function formatJobFile(job) {
    return `${JSON.stringify({ format: FORMAT, ...job }, null, 2)}\n`;
}
/** @returns undefined when the text is not a whole job file of this version */
function parseJobFile(text) {
    const file = fields_Fields.parse(text);
    const folder = file?.text('folder');
    const programs = parsePrograms(file?.object('programs'));
    const connection = parseConnection(file?.object('connection'));
    const use = USES.find(known => known === file?.text('use'));
    const config = file?.object('before')?.text('config');
    const credentials = file?.object('before')?.text('credentials');
    if (!file || file.text('format') !== FORMAT || !folder || !programs || !connection)
        return undefined;
    if (!use || !config || !credentials)
        return undefined;
    const environments = file.list('environments').map(handedOver);
    const complete = environments.filter(environment => environment !== undefined);
    if (complete.length !== environments.length)
        return undefined;
    return {
        folder,
        configuration: file.text('configuration'),
        programs,
        connection,
        environments: complete,
        cdkPlugin: file.text('cdkPlugin'),
        outer: file.text('outer'),
        profiles: file.list('profiles').filter(name => typeof name === 'string'),
        use,
        before: { config, credentials },
    };
}
function parsePrograms(fields) {
    const node = fields?.text('node');
    const credentialProcess = fields?.text('credentialProcess');
    const cdkPlugin = fields?.text('cdkPlugin');
    return node && credentialProcess && cdkPlugin ? { node, credentialProcess, cdkPlugin } : undefined;
}
function parseConnection(fields) {
    const maxAttempts = fields?.number('maxAttempts');
    const timeout = fields?.number('timeout');
    const variables = fields?.object('variables');
    if (!fields || !maxAttempts || !timeout || !variables)
        return undefined;
    return { stsEndpoint: fields.text('stsEndpoint'), maxAttempts, timeout, variables: variables.texts() };
}
function handedOver(value) {
    const fields = fields_Fields.of(value);
    const target = storedTarget(fields?.object('target'));
    return target && { target, readRole: parseRoleArn(fields?.text('readRole') ?? '')?.arn };
}
function storedTarget(fields) {
    const name = fields?.text('name');
    const account = accountId(fields?.text('account') ?? '') ?? NO_ACCOUNT;
    const place = region(fields?.text('region') ?? '');
    const given = fields?.text('role') ?? '';
    const role = (account === NO_ACCOUNT ? parseForeignRoleArn(given) : parseRoleArn(given))?.arn;
    const audience = fields?.text('audience');
    const duration = fields?.number('duration');
    const sessionName = fields?.text('sessionName');
    if (!fields || !name || !place || !role || !audience || !duration || !sessionName)
        return undefined;
    const chain = fields.object('chain');
    const via = parseRoleArn(chain?.text('via') ?? '')?.arn;
    return {
        name,
        account,
        region: place,
        role,
        audience,
        duration,
        sessionName,
        sessionPolicy: fields.text('sessionPolicy'),
        managedPolicies: fields.list('managedPolicies').filter(policy => typeof policy === 'string'),
        chain: via && { via, tags: chain?.object('tags')?.texts() ?? {}, externalId: undefined },
    };
}
;// CONCATENATED MODULE: ./lib/bundling/handover/job-folder.js




/** Steps of one job that hand over on top of each other; more is a circle. */
const MOST_STEPS = 50;
/** @returns undefined when the folder is not one that a step of ours made for the users of this job */
function jobFolder(path) {
    const job = parseJobFile(readIfThere(jobFilePath(path)));
    return job?.folder === (0,external_node_path_namespaceObject.basename)(path) && isOurFolder(path) ? { path, job } : undefined;
}
/**
 * The folders of this job's earlier steps, the latest one first: it is where AWS_CONFIG_FILE leads the tools, and each
 * knows the one before.
 */
function jobFolders(variables) {
    return foldersFrom(variables['AWS_CONFIG_FILE']);
}
/** The same; but where the configuration file is another one, those that AWS_SHARED_CREDENTIALS_FILE leads to. */
function foldersInUse(variables) {
    const folders = jobFolders(variables);
    return folders.length > 0 ? folders : foldersFrom(variables['AWS_SHARED_CREDENTIALS_FILE']);
}
function foldersFrom(file) {
    const found = [];
    let next = file ? jobFolder((0,external_node_path_namespaceObject.dirname)(file)) : undefined;
    while (next !== undefined && found.length < MOST_STEPS) {
        found.push(next);
        next = next.job.outer === undefined ? undefined : jobFolder(next.job.outer);
    }
    return found;
}
;// CONCATENATED MODULE: ./lib/bundling/handover/profile-file.js
/** Stands above our profiles, for people who read the file. */
const OUR_PROFILES = '# Profiles of aws-temp-creds, for this job only; removed when it ends.';
/**
 * The profiles that a configuration or credentials file has, however their headers are written: `[dev]`,
 * `[profile dev]`, `[profile "dev"]`, with blanks or a comment. Where the tools disagree whether a header names a
 * profile, it counts.
 */
function profile_file_profileNames(text) {
    return new Set(text.split(/\r\n|\r|\n/).flatMap(line => headerName(line) ?? []));
}
function headerName(line) {
    const header = /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim();
    return header?.replace(/^profile\s+/, '').replace(/^(["'])(.*)\1$/, '$2');
}
/**
 * Splits a file into our sections and everything else. By their names, for other tools rewrite the file as they like:
 * our comment above them and their order are soon gone.
 *
 * @param names of our profiles in it
 */
function splitFile(file, names) {
    let isOurs = false;
    const theirs = [];
    const ours = [];
    // As Latin-1 every byte is one character, and comes back as it was.
    for (const line of file.toString('latin1').split(/(?<=\n)/)) {
        const name = headerName(line);
        if (name !== undefined)
            isOurs = names.has(name);
        if (names.size > 0 && line.trimEnd() === OUR_PROFILES)
            continue;
        (isOurs ? ours : theirs).push(line);
    }
    return { theirs: Buffer.from(theirs.join(''), 'latin1'), ours: ours.join('') };
}
/** Our sections of an earlier step, without those that are about to be replaced. */
function withoutProfiles(ours, names) {
    return splitFile(Buffer.from(ours, 'latin1'), names).theirs.toString('latin1');
}
/** Ours after theirs; every byte of theirs stays, and ours begins on a line of its own. */
function joinFiles(theirs, ours) {
    const gap = theirs.length === 0 || theirs.at(-1) === 0x0a ? '' : '\n';
    return ours === '' ? theirs : Buffer.concat([theirs, Buffer.from(`${gap}${ours}`, 'latin1')]);
}
/**
 * Our part of a file: the heading, and the sections of earlier steps and of this one; '' when there are none.
 *
 * @param earlier of `splitFile`
 */
function ourPart(earlier, sections) {
    if (earlier === '' && sections.length === 0)
        return '';
    const before = earlier === '' || earlier.endsWith('\n') ? earlier : `${earlier}\n`;
    return `${OUR_PROFILES}\n${before}${sections.map(section => `${bytes(section)}\n`).join('')}`;
}
/** Text as `joinFiles` and `splitFile` have it: one character for each byte. */
function bytes(text) {
    return Buffer.from(text).toString('latin1');
}
/** The header of a profile in the configuration file; the default profile's has no `profile`. */
function configHeader(name) {
    return name === 'default' ? '[default]' : `[profile ${name}]`;
}
function credentialsHeader(name) {
    return `[${name}]`;
}
/** Static keys as settings of a profile. The tools read no expiry from a profile; people do. */
function staticKeys(credentials) {
    return [
        `# valid until ${credentials.expiration.toISOString()}, never renewed`,
        `aws_access_key_id = ${credentials.accessKeyId}`,
        `aws_secret_access_key = ${credentials.secretAccessKey}`,
        `aws_session_token = ${credentials.sessionToken}`,
    ];
}
;// CONCATENATED MODULE: ./lib/bundling/handover/aws-files.js







/** Bytes; more is no file of profiles. */
const LARGEST = 4 * 1024 * 1024;
/**
 * Reads the user's two files where the variables, or else the home folder, say that they are.
 *
 * @throws Failure `wrong-configuration` when one is there but cannot be read: its profiles would silently disappear
 */
function readAwsFiles(variables, home) {
    const [outer] = jobFolders(variables);
    const config = readAwsFile('config', 'AWS_CONFIG_FILE', variables, home, outer);
    const credentials = readAwsFile('credentials', 'AWS_SHARED_CREDENTIALS_FILE', variables, home, outer);
    const before = outer?.job.before ?? { config: config.path, credentials: credentials.path };
    return { config, credentials, outer, before };
}
/** Whether the user has a default profile, in either file: it then stays the one that is called so. */
function hasOwnDefault({ config, credentials }) {
    return [config, credentials].some(({ theirs }) => profileNames(theirs.toString('utf8')).has('default'));
}
function readAwsFile(name, variable, variables, home, outer) {
    const named = variables[variable]?.replace(/^~(?=[/\\])/, () => home);
    const path = (0,external_node_path_namespaceObject.resolve)(named || (0,external_node_path_namespaceObject.join)(home, '.aws', name));
    const content = readContent(name, variable, path);
    const isCopy = outer !== undefined && path.startsWith(outer.path + external_node_path_namespaceObject.sep);
    const ours = new Set(isCopy ? outer.job.profiles : []);
    return {
        path,
        content,
        isTheirs: content !== undefined && !isCopy,
        ...splitFile(content ?? Buffer.alloc(0), ours),
    };
}
function readContent(name, variable, path) {
    try {
        const status = (0,external_node_fs_namespaceObject.statSync)(path);
        // A pipe or a device would block, or never end.
        if (!status.isFile())
            throw new Error('it is not a regular file');
        if (status.size > LARGEST)
            throw new Error(`it has ${status.size} bytes`);
        return (0,external_node_fs_namespaceObject.readFileSync)(path);
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR')
            return undefined;
        throw new failure_Failure('wrong-configuration', {
            what: `The AWS ${name} file ${printable_printable(path)} cannot be read.`,
            why: printable_printable(error instanceof Error ? error.message : String(error)),
            likely: 'Another user wrote it, or it is not a file.',
            write: `Make it readable, remove it, or name another one in ${variable}.`,
        }, { cause: error });
    }
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/home-files.js









/** Where the AWS tools keep what is a person's: below the home folder, whatever the variables for files say. */
function home_files_awsFolder(home = (0,external_node_os_namespaceObject.homedir)()) {
    return (0,external_node_path_namespaceObject.join)(home, '.aws');
}
/**
 * Reads the two files where the variables, or else the home folder, say that they are.
 *
 * @throws Failure `wrong-configuration` when one cannot be read, or is text that no AWS tool reads
 */
function readHomeFiles(variables, home = (0,external_node_os_namespaceObject.homedir)()) {
    const { config, credentials } = readAwsFiles(variables, home);
    return { config: textOf(config), credentials: textOf(credentials) };
}
function textOf({ path, content }) {
    if (content === undefined)
        return { path, text: undefined };
    if (!content.includes(0))
        return { path, text: latin1Of(content) };
    throw new failure_Failure('wrong-configuration', {
        what: `${printable_printable(path)} is no text that the AWS tools read.`,
        why: 'It holds zero bytes, as files in UTF-16 do.',
        likely: 'It was written by PowerShell: `>` and Out-File write UTF-16 there.',
        write: `In PowerShell: (Get-Content "${printable_printable(path)}") | Set-Content -Encoding ascii "${printable_printable(path)}"`,
    });
}
/**
 * Writes one of the two files whole, for this user alone. A link to it stays a link: those who keep their settings in
 * a repository of their own have one there.
 *
 * @param text undefined: the file is removed
 */
function writeHomeFile(path, text) {
    const file = linkedFile(path);
    try {
        if (text === undefined) {
            (0,external_node_fs_namespaceObject.rmSync)(file, { force: true });
            return;
        }
        (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.dirname)(file), { mode: 0o700, recursive: true });
        private_file_writePrivateFile(file, bytesOf(text));
    }
    catch (error) {
        throw new failure_Failure('wrong-configuration', {
            what: `${printable_printable(file)} cannot be written.`,
            why: printable_printable(error instanceof Error ? error.message : String(error), 300),
            likely: 'The file or its folder belongs to another user, or the disk is full.',
        }, { cause: error });
    }
}
/** Links followed by hand: the last one may name a file that is not there yet. */
function linkedFile(path) {
    let file = path;
    for (let links = 0; links < 40; links += 1) {
        if ((0,external_node_fs_namespaceObject.lstatSync)(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true)
            return real(file);
        file = (0,external_node_path_namespaceObject.resolve)((0,external_node_path_namespaceObject.dirname)(file), (0,external_node_fs_namespaceObject.readlinkSync)(file));
    }
    return file;
}
function real(file) {
    try {
        return (0,external_node_fs_namespaceObject.realpathSync)(file);
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return file;
        throw error;
    }
}
/**
 * Does something while no other process of ours does it too: all that read a file of a person's and write it again.
 *
 * @param name of the lock, usable in a file's name
 * @throws Failure `unreachable` when the lock cannot be had
 */
async function withHomeLock(name, body, home = (0,external_node_os_namespaceObject.homedir)()) {
    const lock = await homeLock(name, home);
    if (lock === undefined) {
        throw new failure_Failure('unreachable', {
            what: `Another aws-temp-creds has been at work on ${printable_printable(name)} for too long, or its lock cannot be made.`,
            why: `The lock is a folder in ${printable_printable(lockFolderOf(home))}.`,
            likely: 'The home folder cannot be written, or another call waits for something.',
        });
    }
    try {
        return await body();
    }
    finally {
        lock.release();
    }
}
/** @returns undefined: it cannot be had */
async function homeLock(name, home = (0,external_node_os_namespaceObject.homedir)()) {
    const outcome = await lockUnless((0,external_node_path_namespaceObject.join)(lockFolderOf(home), name), () => undefined);
    return outcome.kind === 'locked' ? outcome.lock : undefined;
}
/** The only folder of our own in a home: it holds locks, and nothing else. */
function lockFolderOf(home = (0,external_node_os_namespaceObject.homedir)()) {
    return (0,external_node_path_namespaceObject.join)(home_files_awsFolder(home), 'aws-temp-creds', 'locks');
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/cache-files.js






/**
 * Where the AWS CLI keeps what it is given; both it and the SDKs find it by these names alone (awscli 2.36.7
 * customizations/sso, login; botocore 1.44.8 tokens.py, credentials.py).
 */
/** The token of a portal session. No variable moves it. */
function tokenPath({ session, startUrl }, home = homedir()) {
    return join(awsFolder(home), 'sso', 'cache', `${hash('sha1', session ?? startUrl)}.json`);
}
/** The CLI's credentials of one permission set in one account. */
function roleCachePath({ account, permissionSet, portal }, home = (0,external_node_os_namespaceObject.homedir)()) {
    // Python's json.dumps with sorted keys and compact separators; it escapes what is not ASCII.
    const place = portal.session === undefined ? { startUrl: portal.startUrl } : { sessionName: portal.session };
    const key = asciiJson({ accountId: account, roleName: permissionSet, ...place });
    return (0,external_node_path_namespaceObject.join)(home_files_awsFolder(home), 'cli', 'cache', `${hash('sha1', key)}.json`);
}
/** The session of `aws login`. */
function loginPath({ session }, variables, home = (0,external_node_os_namespaceObject.homedir)()) {
    const folder = variables['AWS_LOGIN_CACHE_DIRECTORY'] || (0,external_node_path_namespaceObject.join)(home_files_awsFolder(home), 'login', 'cache');
    return (0,external_node_path_namespaceObject.join)(folder.replace(/^~(?=[/\\]|$)/, home), `${hash('sha256', session)}.json`);
}
function hash(algorithm, text) {
    return (0,external_node_crypto_namespaceObject.createHash)(algorithm).update(text).digest('hex');
}
function asciiJson(value) {
    return JSON.stringify(value).replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/**
 * Writes a file of a cache whole. What a process that was killed in the middle has left beside it is removed: it holds
 * a secret. To be called with the file's lock.
 */
function writeCacheFile(path, value) {
    const folder = dirname(path);
    mkdirSync(folder, { mode: 0o700, recursive: true });
    for (const name of readdirSync(folder)) {
        if (name.startsWith(`${basename(path)}.`) && name.endsWith('.tmp'))
            rmSync(join(folder, name), { force: true });
    }
    writePrivateFile(path, JSON.stringify(value));
}
/** A time as the CLI writes it, to the second; the SDK for JavaScript adds milliseconds. */
function cache_files_cliTime(time) {
    return time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/stored-credentials.js



/** @returns undefined when the text is not the CLI's cache of a permission set */
function parseRoleCache(text) {
    const fields = fields_Fields.parse(text)?.object('Credentials');
    const accessKeyId = fields?.text('AccessKeyId');
    const secretAccessKey = fields?.text('SecretAccessKey');
    const sessionToken = fields?.text('SessionToken');
    const expiration = fields?.date('Expiration');
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration)
        return undefined;
    return {
        credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
        account: accountId(fields?.text('AccountId') ?? ''),
    };
}
function roleCache(credentials, account) {
    return {
        ProviderType: 'sso',
        Credentials: {
            AccessKeyId: credentials.accessKeyId,
            SecretAccessKey: credentials.secretAccessKey,
            SessionToken: credentials.sessionToken,
            Expiration: cliTime(credentials.expiration),
            AccountId: account,
        },
    };
}
/** @returns undefined when the text is no session of `aws login` */
function parseLogin(text) {
    const fields = fields_Fields.parse(text);
    const token = fields?.object('accessToken');
    const accessKeyId = token?.text('accessKeyId');
    const secretAccessKey = token?.text('secretAccessKey');
    const sessionToken = token?.text('sessionToken');
    const expiration = token?.date('expiresAt');
    const clientId = fields?.text('clientId');
    const refreshToken = fields?.text('refreshToken');
    const dpopKey = fields?.text('dpopKey');
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration)
        return undefined;
    if (text === undefined || !clientId || !refreshToken || !dpopKey)
        return undefined;
    return {
        credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
        account: accountId(token?.text('accountId') ?? ''),
        clientId,
        refreshToken,
        dpopKey,
        signInRegion: fields?.text('signInRegion'),
        whole: JSON.parse(text),
    };
}
/** The session after a renewal: the old refresh token is void. */
function renewedSession(login, answer, asked) {
    const { accessKeyId, secretAccessKey, sessionToken, refreshToken } = answer;
    const expiration = new Date(asked.getTime() + answer.expiresIn * 1000);
    return {
        ...login,
        credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
        refreshToken,
        whole: {
            ...login.whole,
            accessToken: {
                ...Fields.of(login.whole['accessToken'])?.texts(),
                accessKeyId,
                secretAccessKey,
                sessionToken,
                expiresAt: cliTime(expiration),
            },
            refreshToken,
        },
    };
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/current-credentials.js



/**
 * Milliseconds before their end at which credentials are no longer handed out without asking: as the CLI does for a
 * permission set (15 minutes), and as CLI and SDKs do for `aws login`, whose credentials last no longer than that.
 */
const MARGIN = { portal: 15 * 60_000, login: 5 * 60_000 };
/**
 * Credentials of a profile: those of the CLI's cache while they last, else new ones.
 *
 * @throws Failure `refused` when the session has ended, `unreachable`, `wrong-configuration`
 */
async function currentCredentials(profile, variables, load) {
    const stored = storedCredentials(profile, variables);
    if (stored !== undefined && isFresh(profile, stored, new Date()))
        return { stored, warning: undefined };
    return (await load()).renewCredentials(profile, variables);
}
/** What the CLI's cache holds for a profile, however old. */
function storedCredentials(profile, variables) {
    return profile.kind === 'login'
        ? parseLogin(readIfThere(loginPath(profile, variables)))
        : parseRoleCache(readIfThere(roleCachePath(profile)));
}
function isFresh({ kind }, { credentials }, now) {
    return credentials.expiration.getTime() - now.getTime() > MARGIN[kind];
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/sign-on-profile.js




/**
 * The profile of a name, as far as somebody signs on with it. A process profile of ours stands for the sign-on profile
 * behind it, so that it never starts itself.
 *
 * @throws Failure `wrong-configuration` when there is none, or what it says does not suffice
 */
function signOnProfile(sections, name, path) {
    const settings = settingsOf(sections, 'profile', name);
    if (settings === undefined)
        throw unknownProfile(sections, name, path);
    const behind = `${name}-sso`;
    if (settings.has('credential_process') && !signsOn(settings)) {
        const other = settingsOf(sections, 'profile', behind);
        if (other !== undefined && signsOn(other))
            return signOnProfile(sections, behind, path);
    }
    const login = settings.get('login_session');
    if (login !== undefined && !settings.has('sso_account_id'))
        return { kind: 'login', name, session: login, region: settings.get('region') };
    if (!signsOn(settings))
        throw otherKind(settings, name);
    return portalProfile(sections, settings, name);
}
/** Whether a profile signs on by way of a portal or `aws login`. */
function signsOn(settings) {
    return ['sso_session', 'sso_start_url', 'login_session'].some(key => settings.has(key));
}
function portalProfile(sections, settings, name) {
    const session = settings.get('sso_session');
    const from = session === undefined ? settings : settingsOf(sections, 'sso-session', session);
    if (from === undefined) {
        throw incomplete(name, `its session ${printable_printable(session ?? '', 100)} has no [sso-session] section`);
    }
    const account = accountId(settings.get('sso_account_id') ?? '');
    const permissionSet = settings.get('sso_role_name');
    const startUrl = from.get('sso_start_url');
    const place = region(from.get('sso_region') ?? '');
    if (account === undefined)
        throw incomplete(name, 'it has no sso_account_id of 12 digits');
    if (!permissionSet)
        throw incomplete(name, 'it has no sso_role_name');
    if (!startUrl)
        throw incomplete(name, 'there is no sso_start_url');
    if (place === undefined)
        throw incomplete(name, 'there is no sso_region, the home Region of the portal');
    const renewable = session !== undefined && from.has('sso_registration_scopes');
    return {
        kind: 'portal',
        name,
        account,
        permissionSet,
        region: settings.get('region'),
        portal: { session, startUrl, region: place, renewable },
    };
}
function unknownProfile(sections, name, path) {
    const names = sections.filter(({ kind }) => kind === 'profile').map(section => section.name);
    const known = [...new Set(names)].slice(0, 30).map(other => printable_printable(other, 60));
    return new failure_Failure('wrong-configuration', {
        what: `There is no profile ${printable_printable(name, 100)} in ${printable_printable(path)}.`,
        why: known.length === 0 ? 'The file has no profiles, or is not there.' : `It has: ${known.join(', ')}.`,
        write: 'aws-temp-creds profiles --write    # in the repository with the configuration file',
    });
}
function otherKind(settings, name) {
    const why = settings.has('role_arn')
        ? 'It assumes a role with the credentials of another profile; every AWS tool does that by itself.'
        : settings.has('aws_access_key_id')
            ? 'It holds a static key, which nothing renews.'
            : settings.has('credential_process')
                ? 'It starts a program of its own.'
                : 'It has neither sso_session, sso_start_url nor login_session.';
    return new failure_Failure('wrong-configuration', {
        what: `Nobody signs on with the profile ${printable_printable(name, 100)}.`,
        why,
        write: settings.has('aws_access_key_id') ? 'aws-temp-creds doctor' : 'aws-temp-creds profiles --write',
    });
}
function incomplete(name, why) {
    return new failure_Failure('wrong-configuration', {
        what: `The profile ${printable_printable(name, 100)} cannot sign on: ${why}.`,
        write: 'aws-temp-creds profiles --write',
    });
}
/** How a person opens the session of a profile again. */
function loginCommand(profile) {
    if (profile.kind === 'login')
        return `aws login --profile ${shellWord(profile.name)}`;
    const { session } = profile.portal;
    return session === undefined
        ? `aws sso login --profile ${shellWord(profile.name)}`
        : `aws sso login --sso-session ${shellWord(session)}`;
}
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `"${printable(text, 100)}"`;
}
;// CONCATENATED MODULE: ./lib/bundling/cli/command.js
/** What the command answers its caller with: clean; findings or a refusal; wrong use, or an incomplete scan. */
const EXIT = { clean: 0, found: 1, wrong: 2 };
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/sync.js








const syncCommand = {
    name: 'sync',
    operands: '[PROFILE[:NAME]\u2026] [OPTIONS]',
    mostOperands: Number.POSITIVE_INFINITY,
    about: `Copies temporary keys of sign-on profiles into ~/.aws/credentials, for tools that
know nothing else. A copy does not renew itself: call this again when it has
ended. Where a tool knows credential_process, \`profiles --process\` is better.

The keys of profile dev go into profile dev-keys, or into NAME: keys of the same
name as the sign-on profile would hide that from CDK and other tools. Only what
this command wrote is ever replaced or removed, and copies that have ended are
removed each time.`,
    options: [
        { name: 'all', says: 'every profile that signs on' },
        { name: 'clean', says: 'remove the copies: those of the profiles named, or all' },
        { name: 'json', says: 'print what was copied as JSON' },
    ],
    examples: [
        ['aws-temp-creds sync dev', 'keys of dev, as profile dev-keys'],
        ['aws-temp-creds sync dev:legacy prod:legacy-prod', 'under other names'],
        ['aws-temp-creds sync --clean', 'leave none behind'],
    ],
    more: `Exit codes:
  0  copied, or cleaned
  1  a session has ended, or a permission set is not yours
  2  wrong use, no such profile, a name is taken, or no answer from AWS`,
    run: runSync,
};
async function runSync(given, terminal) {
    const { variables } = terminal;
    const { config } = readHomeFiles(variables);
    const sections = parseConfigFile(config.text ?? '');
    const wishes = wishesOf(given, sections);
    if (given.has('clean'))
        return clean(given, wishes, terminal);
    const load = () => import(/* webpackIgnore: true */ '../sign-on/index.js');
    const profiles = wishes.map(wish => ({
        ...wish,
        profile: signOnProfile(sections, wish.from, config.path),
    }));
    const results = await Promise.allSettled(profiles.map(async (wish) => ({
        ...wish,
        current: await currentCredentials(wish.profile, variables, load),
    })));
    const copied = results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
    await withHomeLock('credentials', () => write(copied, terminal));
    tell(copied, given, terminal);
    const failures = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []));
    const [first, ...others] = failures;
    for (const failure of others)
        terminal.say(`aws-temp-creds sync: ${failure instanceof Error ? failure.message : String(failure)}\n`);
    if (first !== undefined)
        throw first;
    return EXIT.clean;
}
/** Reads again with the lock: somebody may have written since. */
function write(copied, { variables }) {
    const { path, text } = readHomeFiles(variables).credentials;
    const ended = endedCopies(text ?? '', new Date()).map(({ name }) => name);
    const kept = withoutCopies(text, ended.filter(name => !copied.some(copy => copy.name === name)));
    const after = copied.reduce((rest, { name, from, current, profile }) => withCopy(rest, path, name, from, current.stored, profile.region), kept);
    if (after !== text)
        writeHomeFile(path, after);
}
function tell(copied, given, terminal) {
    for (const { current } of copied)
        if (current.warning !== undefined)
            terminal.say(`aws-temp-creds: ${current.warning}\n`);
    const rows = copied.map(({ name, from, current }) => ({
        profile: name,
        from,
        expiration: current.stored.credentials.expiration.toISOString(),
    }));
    if (given.has('json'))
        terminal.print(`${JSON.stringify({ version: 1, copied: rows }, null, 2)}\n`);
    else
        for (const { profile, from, expiration } of rows)
            terminal.print(`${profile}: keys of ${from}, valid until ${expiration}\n`);
}
async function clean(given, wishes, terminal) {
    const removed = await withHomeLock('credentials', () => {
        const { path, text } = readHomeFiles(terminal.variables).credentials;
        const names = copiesIn(text ?? '')
            .filter(copy => given.operands.length === 0 ||
            wishes.some(wish => [wish.from, wish.name].includes(copy.name) || wish.from === copy.from))
            .map(({ name }) => name);
        const after = withoutCopies(text, names);
        if (after !== text)
            writeHomeFile(path, after);
        return names;
    });
    if (given.has('json'))
        terminal.print(`${JSON.stringify({ version: 1, removed }, null, 2)}\n`);
    else
        terminal.print(removed.length === 0 ? 'There are no copies.\n' : `Removed: ${removed.join(', ')}\n`);
    return EXIT.clean;
}
/** @throws Failure `wrong-input` */
function wishesOf(given, sections) {
    const names = given.has('all') ? signOnNames(sections) : [];
    const wishes = [...names, ...given.operands].map((operand) => {
        const at = given.operands.includes(operand) ? operand.lastIndexOf(':') : -1;
        const from = at < 0 ? operand : operand.slice(0, at);
        return { from, name: at < 0 ? copyName(from) : operand.slice(at + 1) };
    });
    if (wishes.length === 0 && !given.has('clean')) {
        throw new failure_Failure('wrong-input', {
            what: given.has('all') ? 'No profile signs on.' : 'Name a profile, or give --all.',
            write: 'aws-temp-creds sync dev',
        });
    }
    const odd = wishes.find(({ name }) => !isReadByAll(name));
    const twice = wishes.find(({ name }, index) => wishes.findIndex(wish => wish.name === name) !== index);
    if (odd === undefined && twice === undefined)
        return wishes;
    throw new failure_Failure('wrong-input', {
        what: odd === undefined
            ? `Two copies would be called ${printable_printable(twice?.name ?? '', 100)}.`
            : `${printable_printable(odd.name, 100) || '""'} is no name that every AWS tool reads.`,
        write: 'aws-temp-creds sync dev:dev-copy',
    });
}
function signOnNames(sections) {
    const names = sections.filter(({ kind }) => kind === 'profile').map(({ name }) => name);
    return [...new Set(names)].filter(name => {
        const settings = settingsOf(sections, 'profile', name);
        return settings !== undefined && signsOn(settings) && isReadByAll(name);
    });
}
var __webpack_exports__syncCommand = __webpack_exports__.B;
export { __webpack_exports__syncCommand as syncCommand };
