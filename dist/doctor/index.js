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
const __WEBPACK_EXTERNAL_MODULE__packages_archives_js_fdf110c9__ = loadLater("../packages/archives.js");
const __WEBPACK_EXTERNAL_MODULE__packages_ci_files_js_9a2e5dac__ = loadLater("../packages/ci-files.js");
const __WEBPACK_EXTERNAL_MODULE__packages_actions_exec_js_29415def__ = loadLater("../packages/actions-exec.js");
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
  l: () => (/* binding */ doctorCommand)
});

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
;// CONCATENATED MODULE: ./lib/bundling/end-process.js
/** Milliseconds for what is being closed anyway. */
const GRACE = 100;
/**
 * Lets the process end once everything is said: what is still open then, a connection that a proxy never made or a
 * lookup that nobody answers, is waited for by nobody. What was written to a pipe comes first. The exit code stays.
 */
function endProcess() {
    process.stdout.write('', () => process.stderr.write('', () => setTimeout(() => process.exit(), GRACE).unref()));
}
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
;// CONCATENATED MODULE: ./lib/bundling/laptop/config-file.js
/** All sections, in the order of the file; a file that no tool reads has none. */
function config_file_parseConfigFile(text, kind = 'config') {
    const sections = [];
    for (const line of config_file_linesOf(text)) {
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
function config_file_linesOf(text) {
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
function config_file_settingsOf(sections, kind, name) {
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
;// CONCATENATED MODULE: ./lib/bundling/laptop/managed-block.js



const BEGIN = '# BEGIN aws-temp-creds ';
const END = '# END aws-temp-creds ';
/**
 * Every block of ours.
 *
 * @throws Failure `wrong-configuration` when a beginning has no end, or the reverse: then nobody knows what is ours
 */
function managed_block_blocksOf(text) {
    const blocks = [];
    let open;
    for (const line of config_file_linesOf(text)) {
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
function managed_block_blockText(owner, body, newline) {
    return `${BEGIN}${owner}\n${body}${END}${owner}\n`.replaceAll('\n', newline);
}
/** What most lines of a text end in. */
function managed_block_newlineOf(text) {
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
function managed_block_withBlock(text, owner, body) {
    const old = managed_block_blocksOf(text ?? '').find(block => block.owner === owner);
    if (text === undefined)
        return body === undefined ? undefined : managed_block_blockText(owner, body, '\n');
    if (old === undefined)
        return body === undefined ? text : appended(text, owner, body);
    if (body === undefined)
        return without(text, old);
    const from = old.start + newlineLength(text, old.start);
    const block = managed_block_blockText(owner, body, managed_block_newlineOf(text.slice(from, old.end)));
    return text.slice(0, from) + block + text.slice(old.end);
}
function appended(text, owner, body) {
    const newline = managed_block_newlineOf(text);
    return text + newline + managed_block_blockText(owner, body, newline);
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
function text_readText(latin1) {
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
    return managed_block_blocksOf(text)
        .filter(({ owner }) => owner.startsWith(OWNER))
        .map(({ owner, body, line }) => {
        const [, from = '', until = ''] = SAYS.exec(body.replaceAll('\r', '')) ?? [];
        const time = new Date(until);
        return {
            name: text_readText(owner.slice(OWNER.length)),
            from: text_readText(from),
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
    return names.reduce((rest, name) => (rest === undefined ? undefined : managed_block_withBlock(rest, OWNER + name, undefined)), text);
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
    throw new Failure('wrong-configuration', {
        what: `${printable(path)} has a profile ${printable(name, 100)} in line ${found.line} that aws-temp-creds did not write.`,
        why: 'It may hold keys that somebody needs; nothing was written.',
        write: 'Name another one: aws-temp-creds sync dev:dev-copy',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/doctor/keys.js



/** Long-lived keys in the two files and in the environment, and copies that have ended. */
function keyAilments(machine) {
    const { files, config, credentials, variables, now } = machine;
    return [
        ...staticKeys(credentials, files.credentials.path, ageOf(machine)),
        ...staticKeys(config, files.config.path, ''),
        ...ofEnvironment(variables),
        ...endedCopies(files.credentials.text ?? '', now).map(({ name, line }) => ({
            rule: 'ended-copy',
            severity: 'warning',
            what: `${files.credentials.path}:${line}: the copied keys of [${name}] have ended.`,
            why: 'Tools that use them are refused.',
            fix: `aws-temp-creds sync --clean ${name}`,
        })),
    ];
}
function ageOf({ credentialsChanged, now }) {
    if (credentialsChanged === undefined)
        return '';
    const days = Math.floor((now.getTime() - credentialsChanged.getTime()) / 86_400_000);
    return days < 1 ? ' The file was changed today.' : ` The file was last changed ${days} days ago.`;
}
function staticKeys(sections, path, age) {
    return sections.flatMap((section) => {
        const value = (key) => section.settings.find(setting => setting.key === key)?.value;
        const id = value('aws_access_key_id');
        if (!id || value('aws_session_token') || section.kind === 'other')
            return [];
        const name = text_readText(section.name);
        return [
            {
                rule: 'static-key',
                severity: 'error',
                what: `${path}:${section.line}: [${name}] holds a key that never ends (${shownKey(id)}).${age}`,
                why: 'Whoever reads this file once can act as you until somebody notices.',
                fix: wayOut(id, name, path),
            },
        ];
    });
}
/** The first and last four letters: enough to find it, too little to use it. */
function shownKey(id) {
    return id.length > 12 ? `${id.slice(0, 4)}\u2026${id.slice(-4)}` : '\u2026';
}
function wayOut(id, name, path) {
    const key = /^[A-Z0-9]{16,128}$/.test(id) ? `${id.slice(0, 4)}\u2026${id.slice(-4)}` : 'THE-KEY-ID';
    return [
        'aws-temp-creds profiles --write    # a profile that signs on, in the repository of your team; try it first',
        `aws iam update-access-key --access-key-id ${key} --status Inactive --profile ${name}    # its whole ID stands in the file`,
        `# after a week without complaints: aws iam delete-access-key, with another identity; then remove [${name}] from ${path}`,
    ].join('\n');
}
function ofEnvironment(variables) {
    const { AWS_ACCESS_KEY_ID: id, AWS_SESSION_TOKEN: token, AWS_PROFILE: profile } = variables;
    const found = [];
    if (id && !token) {
        found.push({
            rule: 'static-key-in-environment',
            severity: 'error',
            what: `AWS_ACCESS_KEY_ID (${shownKey(id)}) is set without AWS_SESSION_TOKEN: a key that never ends.`,
            why: 'Every program that this shell starts has it.',
            fix: 'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY    # and remove it where it is set',
        });
    }
    if (id && profile) {
        found.push({
            rule: 'keys-beside-profile',
            severity: 'warning',
            what: `AWS_ACCESS_KEY_ID is set, and AWS_PROFILE (${profile}) too.`,
            why: 'Tools disagree on who counts: CDK and the SDKs take the keys, the AWS CLI takes the profile when it is named on its command line.',
            fix: 'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN',
        });
    }
    return found;
}
/** Keys of the credentials file that have the name of a profile which signs on. */
function shadows({ config, credentials, files }) {
    const ours = managed_block_blocksOf(files.credentials.text ?? '');
    return credentials
        .filter(({ start }) => !ours.some(block => start >= block.start && start < block.end))
        .filter(({ settings }) => settings.some(({ key }) => key === 'aws_access_key_id'))
        .filter(({ name }) => config.some(profile => profile.kind === 'profile' &&
        profile.name === name &&
        profile.settings.some(({ key }) => ['sso_session', 'sso_start_url', 'login_session'].includes(key))))
        .map(({ name, line }) => ({
        rule: 'hidden-profile',
        severity: 'warning',
        what: `${files.credentials.path}:${line}: [${text_readText(name)}] holds keys, and a profile of that name signs on.`,
        why: 'CDK and the SDK for JavaScript use the keys, the AWS CLI signs on: the same command acts as two.',
        fix: `Remove [${text_readText(name)}] from ${files.credentials.path}, or rename it there.`,
    }));
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/block-body.js


/** Settings that are ours in our sections; whatever else stands there was added by somebody, and is kept. */
const OUR_KEYS = new Set([
    'sso_session',
    'sso_account_id',
    'sso_role_name',
    'region',
    'credential_process',
    'sso_start_url',
    'sso_region',
    'sso_registration_scopes',
]);
/** Without this the CLI's device flow is given no refresh token, and each day begins with a browser. */
const SCOPES = 'sso:account:access';
/** Stands in the session: what the configuration file said when the block was written. */
const RECORDED = '# Region in the configuration file: ';
const INTRODUCTION = '# Written by: aws-temp-creds profiles --write';
/**
 * The lines between a block's two comments. What somebody added to our sections of the block as it was is kept.
 *
 * @param old body of the block as it was; '' when there was none
 */
function block_body_blockBody({ sso, profiles, options, processOf }, old) {
    const before = parseConfigFile(old);
    const kept = (kind, name) => addedLines(before, kind, name, old);
    const session = sso && [
        `[sso-session ${sso.session}]`,
        `sso_start_url = ${sso.startUrl}`,
        `${RECORDED}${sso.region}`,
        `sso_region = ${block_body_changedRegion(before, sso, old) ?? sso.region}`,
        `sso_registration_scopes = ${SCOPES}`,
        ...kept('sso-session', sso.session),
    ];
    const sections = profiles.flatMap(profile => {
        const name = processOf === undefined ? profile.name : `${profile.name}-sso`;
        const signOn = [
            configHeader(name),
            `sso_session = ${profile.session}`,
            `sso_account_id = ${profile.account}`,
            `sso_role_name = ${profile.permissionSet}`,
            `region = ${profile.region}`,
            ...kept('profile', name),
        ];
        const process = processOf && [
            configHeader(profile.name),
            `credential_process = ${processOf(name)}`,
            `region = ${profile.region}`,
            ...kept('profile', profile.name),
        ];
        return process === undefined ? [signOn] : [signOn, process];
    });
    const all = session === undefined ? sections : [session, ...sections];
    return `${INTRODUCTION}${options}\n\n${all.map(lines => `${lines.join('\n')}\n`).join('\n')}`;
}
/** The options that a block was written with; undefined: it does not say. */
function writtenWith(body) {
    const line = body.split(/\r?\n/).find(text => text.startsWith(INTRODUCTION));
    return line
        ?.slice(INTRODUCTION.length)
        .split(' ')
        .filter(word => word !== '');
}
/** Names of the profiles that a content makes, the sign-on profiles behind process profiles included. */
function block_body_profileNamesOf({ profiles, processOf, }) {
    return profiles.flatMap(({ name }) => (processOf === undefined ? [name] : [`${name}-sso`, name]));
}
/**
 * `aws sso login` corrects the Region in the session itself when the portal says that its home is another one (CLI
 * 2.35.13 and later). That stays, as long as the configuration file has not changed since.
 *
 * @returns the corrected Region; undefined: the file's counts
 */
function block_body_changedRegion(before, { session, region }, text) {
    const section = before.find(({ kind, name }) => kind === 'sso-session' && name === session);
    if (section === undefined)
        return undefined;
    const lines = text.slice(section.start, section.end).split(/\r?\n/);
    const recorded = lines.find(line => line.startsWith(RECORDED))?.slice(RECORDED.length);
    const current = section.settings.find(({ key }) => key === 'sso_region')?.value;
    return recorded === region && current !== undefined && current !== region ? current : undefined;
}
/** The lines of one of our sections that are not ours: settings with what is nested in them, and comments. */
function addedLines(before, kind, name, text) {
    return before
        .filter(section => section.kind === kind && section.name === name)
        .flatMap(section => {
        const ours = section.settings.filter(({ key }) => OUR_KEYS.has(key));
        return linesOf(text.slice(section.start, section.end))
            .slice(1)
            .filter(line => {
            const at = section.start + line.start;
            return !ours.some(({ start, end }) => at >= start && at < end) && !isOurComment(line.text);
        })
            .map(line => line.text);
    });
}
function isOurComment(line) {
    return line.trim() === '' || line.startsWith(RECORDED) || line.startsWith(INTRODUCTION);
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/profiles-plan.js






/**
 * Plans the owner's block.
 *
 * @param owner see `blockOwner`
 * @throws Failure `wrong-configuration` when a name is taken elsewhere in the file, or a block is damaged
 */
function planBlock(files, owner, content) {
    const { path, text = '' } = files.config;
    const old = blocksOf(text).find(block => block.owner === owner);
    const others = foreignSections(text, old);
    const names = profileNamesOf(content);
    refuseTaken(names, others, path, text);
    const elsewhere = sessionElsewhere(content.sso, others, path);
    const body = blockBody({ ...content, sso: elsewhere === undefined ? content.sso : undefined }, (old?.body ?? '').replaceAll('\r\n', '\n'));
    const after = withBlock(files.config.text, owner, body);
    const own = changedRegion(parseConfigFile(old?.body ?? ''), content.sso, old?.body ?? '');
    return {
        before: files.config.text,
        after,
        block: blockText(owner, body, newlineOf(after ?? '')),
        names,
        notices: [
            ...(own === undefined ? [] : [regionNotice(content.sso, own)]),
            ...(elsewhere === undefined ? [] : [elsewhere]),
        ],
        left: shadowed(names, files.credentials),
    };
}
/**
 * Plans the block's removal. A session that profiles outside it use stays, alone.
 *
 * @throws Failure `wrong-configuration` when a block is damaged
 */
function planRemoval(files, owner) {
    const { text } = files.config;
    const old = blocksOf(text ?? '').find(block => block.owner === owner);
    const users = old === undefined ? [] : sessionUsers(text ?? '', old);
    const [user] = users;
    const body = user === undefined || old === undefined ? undefined : sessionsAlone(old, users);
    const after = withBlock(text, owner, body);
    return {
        before: text,
        after,
        block: body === undefined ? '' : blockText(owner, body, newlineOf(after ?? '')),
        names: [],
        notices: old === undefined ? [`There is no block of ${printable(owner, 200)} in the file.`] : [],
        left: users.map(({ session, profile }) => `[sso-session ${session}] stays: profile ${printable(profile, 100)} uses it.`),
    };
}
function foreignSections(text, own) {
    return parseConfigFile(text).filter(({ start }) => own === undefined || start < own.start || start >= own.end);
}
function refuseTaken(names, others, path, text) {
    const taken = others.filter(({ kind, name }) => kind === 'profile' && names.includes(readText(name)));
    if (taken.length === 0)
        return;
    const list = taken.map(({ name, line, start }) => {
        const block = blocksOf(text).find(one => start >= one.start && start < one.end);
        const whose = block === undefined ? '' : `, in the block of ${printable(block.owner, 200)}`;
        return `line ${line}: [profile ${printable(name, 100)}]${whose}`;
    });
    throw new Failure('wrong-configuration', {
        what: `${printable(path)} has ${taken.map(({ name }) => printable(name, 100)).join(', ')} already, and the configuration file makes ${taken.length === 1 ? 'a profile of that name' : 'profiles of these names'} too.`,
        why: `${list.join('\n')}\nTwo profiles of one name stop the AWS CLI and boto3 altogether. Nothing was written.`,
        likely: 'It was set up by hand before, or another repository has an environment of the same name.',
        write: 'Remove or rename the one that is there; or keep both:\n  aws-temp-creds profiles --prefix shop- --write',
    });
}
/**
 * @returns a notice when the session stands elsewhere in the file, the same; undefined: it stands nowhere else
 * @throws Failure `wrong-configuration` when it stands there with another portal or Region
 */
function sessionElsewhere(sso, others, path) {
    const found = others.find(({ kind, name }) => kind === 'sso-session' && name === sso.session);
    if (found === undefined)
        return undefined;
    const value = (key) => found.settings.find(setting => setting.key === key)?.value ?? '';
    const sameUrl = portalOf(value('sso_start_url')) === portalOf(sso.startUrl);
    if (sameUrl && value('sso_region') === sso.region) {
        const scopes = value('sso_registration_scopes').includes(SCOPE_OF_PORTAL);
        const lacking = scopes
            ? ''
            : '; it lacks `sso_registration_scopes = sso:account:access`, without which nothing is renewed';
        return `[sso-session ${sso.session}] stands in line ${found.line} already and is used as it is${lacking}.`;
    }
    throw new Failure('wrong-configuration', {
        what: `${printable(path)} has another [sso-session ${sso.session}] already, in line ${found.line}.`,
        why: `There: ${printable(value('sso_start_url'), 200)} in ${printable(value('sso_region'), 40)}. In the configuration file: ${printable(sso.startUrl, 200)} in ${sso.region}.`,
        write: 'Give the session of the configuration file another name (sso.session), or mend what stands there.',
    });
}
const SCOPE_OF_PORTAL = 'sso:account:access';
/** Start URLs that lead to the same portal: `\u2026/start`, `\u2026/start/`, `\u2026/start#/`. */
function portalOf(startUrl) {
    return startUrl.replace(/\/?(#\/?)?$/, '').toLowerCase();
}
function regionNotice({ session, region }, now) {
    return `\`aws sso login\` changed the Region of [sso-session ${session}] to ${printable(now, 40)}; it stays. The configuration file says ${region}: write sso.region: ${printable(now, 40)} there.`;
}
/** Keys of the same name in the credentials file hide a sign-on profile from the SDK for JavaScript. */
function shadowed(names, { path, text = '' }) {
    return parseConfigFile(text, 'credentials')
        .filter(({ name }) => names.includes(readText(name)))
        .map(({ name, line }) => `${printable(path)}:${line} has [${printable(name, 100)}] too: CDK and the SDK for JavaScript use that one instead. Remove it: aws-temp-creds doctor`);
}
function sessionUsers(text, old) {
    const own = parseConfigFile(old.body)
        .filter(({ kind }) => kind === 'sso-session')
        .map(({ name }) => name);
    const others = foreignSections(text, old);
    return own.flatMap(session => {
        const user = others.find(({ settings }) => settings.some(({ key, value }) => key === 'sso_session' && value === session));
        return user === undefined ? [] : [{ session, profile: user.name }];
    });
}
function sessionsAlone(old, users) {
    const body = old.body.replaceAll('\r\n', '\n');
    const sections = parseConfigFile(body).filter(({ kind, name }) => kind === 'sso-session' && users.some(({ session }) => session === name));
    return sections.map(({ start, end }) => body.slice(start, end)).join('');
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
function names_accountId(text) {
    return /^\d{12}$/.test(text) ? text : undefined;
}
/** @returns the Region, or undefined when the text cannot be a Region's code */
function names_region(text) {
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
        throw incomplete(name, `its session ${printable(session ?? '', 100)} has no [sso-session] section`);
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
    const known = [...new Set(names)].slice(0, 30).map(other => printable(other, 60));
    return new Failure('wrong-configuration', {
        what: `There is no profile ${printable(name, 100)} in ${printable(path)}.`,
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
    return new Failure('wrong-configuration', {
        what: `Nobody signs on with the profile ${printable(name, 100)}.`,
        why,
        write: settings.has('aws_access_key_id') ? 'aws-temp-creds doctor' : 'aws-temp-creds profiles --write',
    });
}
function incomplete(name, why) {
    return new Failure('wrong-configuration', {
        what: `The profile ${printable(name, 100)} cannot sign on: ${why}.`,
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
;// CONCATENATED MODULE: ./lib/bundling/credentials/fields.js
/** The fields of a JSON object that we wrote ourselves but that anybody may have changed: each is read by its type. */
class Fields {
    #entries;
    constructor(entries) {
        this.#entries = entries;
    }
    /** @returns undefined when the value is not an object */
    static of(value) {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            return undefined;
        return new Fields(new Map(Object.entries(value)));
    }
    /** @returns undefined when the text is not the JSON of an object */
    static parse(text) {
        try {
            return Fields.of(JSON.parse(text ?? ''));
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
        return Fields.of(this.#entries.get(name));
    }
    list(name) {
        const value = this.#entries.get(name);
        return Array.isArray(value) ? value : [];
    }
    texts() {
        return Object.fromEntries([...this.#entries].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
    }
}
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = loadLater("node:crypto");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = loadNow("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
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
    const file = Fields.parse(text);
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
    const fields = Fields.of(value);
    const target = storedTarget(fields?.object('target'));
    return target && { target, readRole: parseRoleArn(fields?.text('readRole') ?? '')?.arn };
}
function storedTarget(fields) {
    const name = fields?.text('name');
    const account = names_accountId(fields?.text('account') ?? '') ?? NO_ACCOUNT;
    const place = names_region(fields?.text('region') ?? '');
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
function profile_file_configHeader(name) {
    return name === 'default' ? '[default]' : `[profile ${name}]`;
}
function credentialsHeader(name) {
    return `[${name}]`;
}
/** Static keys as settings of a profile. The tools read no expiry from a profile; people do. */
function profile_file_staticKeys(credentials) {
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
function tokenPath({ session, startUrl }, home = (0,external_node_os_namespaceObject.homedir)()) {
    return (0,external_node_path_namespaceObject.join)(home_files_awsFolder(home), 'sso', 'cache', `${hash('sha1', session ?? startUrl)}.json`);
}
/** The CLI's credentials of one permission set in one account. */
function roleCachePath({ account, permissionSet, portal }, home = homedir()) {
    // Python's json.dumps with sorted keys and compact separators; it escapes what is not ASCII.
    const place = portal.session === undefined ? { startUrl: portal.startUrl } : { sessionName: portal.session };
    const key = asciiJson({ accountId: account, roleName: permissionSet, ...place });
    return join(awsFolder(home), 'cli', 'cache', `${hash('sha1', key)}.json`);
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
;// CONCATENATED MODULE: ./lib/bundling/laptop/token-file.js


/** @returns undefined when the text is no token: another tool's file, or the half of one */
function parseToken(text, now) {
    const fields = Fields.parse(text);
    const accessToken = fields?.text('accessToken');
    const expiresAt = fields?.date('expiresAt');
    if (text === undefined || fields === undefined || !accessToken || expiresAt === undefined)
        return undefined;
    const clientId = fields.text('clientId');
    const clientSecret = fields.text('clientSecret');
    const refreshToken = fields.text('refreshToken');
    const registered = fields.date('registrationExpiresAt');
    const ended = registered !== undefined && registered <= now;
    return {
        accessToken,
        expiresAt,
        renewal: clientId && clientSecret && refreshToken && !ended
            ? { clientId, clientSecret, refreshToken }
            : undefined,
        whole: JSON.parse(text),
    };
}
/** The file after a renewal. An answer without a refresh token leaves the one that is there. */
function renewedToken(token, answer, asked) {
    const expiresAt = new Date(asked.getTime() + answer.expiresIn * 1000);
    const refreshToken = answer.refreshToken ?? token.renewal?.refreshToken;
    return {
        accessToken: answer.accessToken,
        expiresAt,
        renewal: token.renewal && refreshToken ? { ...token.renewal, refreshToken } : undefined,
        whole: {
            ...token.whole,
            accessToken: answer.accessToken,
            expiresAt: cliTime(expiresAt),
            ...(refreshToken !== undefined && { refreshToken }),
        },
    };
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/doctor/profiles.js






/** What is wrong with the profiles and sessions of ~/.aws/config, each by itself. */
function profileAilments(machine) {
    const { config, files } = machine;
    const profiles = config.filter(({ kind }) => kind === 'profile');
    const sessions = config.filter(({ kind }) => kind === 'sso-session');
    return [
        ...twice(config, files.config.path),
        ...[...profiles, ...sessions].flatMap(section => droppedName(section, files.config.path)),
        ...config.flatMap(section => comments(section, files.config.path)),
        ...profiles.flatMap(section => ofProfile(section, machine)),
        ...sessions.flatMap(section => ofSession(section, machine)),
    ];
}
function twice(config, path) {
    const headers = (section) => `${section.kind} ${section.name}`;
    return config
        .filter((section, index) => config.findIndex(other => headers(other) === headers(section)) !== index)
        .map(({ name, line, kind }) => ({
        rule: 'section-twice',
        severity: 'error',
        what: `${path}:${line}: [${kind === 'other' ? '' : `${kind} `}${text_readText(name)}] stands there a second time.`,
        why: 'The AWS CLI and boto3 read nothing of the file then; other tools mix both.',
        fix: 'Remove one of the two.',
    }));
}
function droppedName({ kind, name, line }, path) {
    if (isReadByAll(name))
        return [];
    return [
        {
            rule: 'name-not-read',
            severity: 'warning',
            what: `${path}:${line}: ${kind === 'profile' ? 'profile' : 'session'} "${text_readText(name)}" is not read by every tool.`,
            why: 'CDK and the SDK for JavaScript take letters, digits and _@+.%:/- and drop every other name without a word.',
            fix: 'Give it another name.',
        },
    ];
}
/** Settings whose value a comment would become a part of. */
const COMMENTED = /^(region|output|sso_|role_arn|source_profile|credential_source|mfa_serial|external_id|login_session)/;
function commented({ settings }) {
    return settings.filter(({ key, comment }) => comment !== undefined && COMMENTED.test(key));
}
function comments(section, path) {
    return commented(section).map(({ key, comment, line }) => ({
        rule: 'comment-behind-value',
        severity: 'warning',
        what: `${path}:${line}: a comment stands behind ${key}: ${text_readText(comment ?? '')}`,
        why: 'The AWS CLI and boto3 take it for a part of the value; the SDK for JavaScript does not.',
        fix: 'aws-temp-creds doctor --fix    # puts it on a line of its own',
    }));
}
function ofProfile(section, machine) {
    const { config, files, variables } = machine;
    const name = text_readText(section.name);
    const at = `${files.config.path}:${section.line}: profile ${name}`;
    const settings = new Map(section.settings.map(({ key, value }) => [key, value]));
    const found = [];
    const acts = signsOn(settings) ||
        ['role_arn', 'credential_process', 'aws_access_key_id'].some(key => settings.has(key));
    const set = variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'];
    if (acts && !settings.get('region') && !set) {
        found.push({
            rule: 'no-region',
            severity: 'warning',
            what: `${at} has no region.`,
            why: 'CDK then works in us-east-1, and the AWS CLI stops.',
            fix: `aws configure set region eu-west-1 --profile ${name}`,
        });
    }
    const session = settings.get('sso_session');
    if (session !== undefined && config_file_settingsOf(config, 'sso-session', session) === undefined) {
        found.push({
            rule: 'no-session',
            severity: 'error',
            what: `${at} names the session ${session}, and there is no [sso-session ${session}].`,
            why: 'Every tool stops; some say only that sso_region of undefined cannot be read.',
            fix: 'aws-temp-creds profiles --write    # or: aws configure sso-session',
        });
    }
    const url = settings.get('sso_start_url');
    if (url !== undefined && session === undefined)
        found.push(...oldKind(at, settings, url, machine));
    found.push(...ofProcess(at, settings, machine));
    return found;
}
function oldKind(at, settings, url, { tokenOf }) {
    if (!settings.get('sso_region'))
        return [noRegion(at)];
    const token = tokenOf(url);
    return token === undefined ? [] : wrongRegion(at, token, settings.get('sso_region') ?? '', url);
}
/** A program of ours that is not where the profile says. */
function ofProcess(at, settings, { exists }) {
    const command = settings.get('credential_process') ?? '';
    const paths = [...command.matchAll(/"([^"]+)"|'([^']+)'/g)].map(([, one, other]) => one ?? other ?? '');
    if (!paths.includes('credentials'))
        return [];
    const gone = paths.slice(0, 2).find(path => !exists(path));
    if (gone === undefined)
        return [];
    return [
        {
            rule: 'program-gone',
            severity: 'error',
            what: `${at} starts ${gone}, which is not there.`,
            why: 'Node or aws-temp-creds was moved, updated or removed.',
            fix: 'npm install --global aws-temp-creds && aws-temp-creds profiles --write',
        },
    ];
}
function ofSession(section, machine) {
    const { files, tokenOf, now, config } = machine;
    const name = text_readText(section.name);
    const at = `${files.config.path}:${section.line}: [sso-session ${name}]`;
    const value = (key) => section.settings.find(setting => setting.key === key)?.value;
    const url = value('sso_start_url');
    const region = value('sso_region');
    if (!url) {
        return [
            {
                rule: 'no-start-url',
                severity: 'error',
                what: `${at} has no sso_start_url.`,
                why: 'Nobody can sign on.',
                fix: 'aws configure sso-session',
            },
        ];
    }
    if (!region)
        return [noRegion(at)];
    const found = [...wrongPlace(at, url, region)];
    if (!value('sso_registration_scopes')?.includes(SCOPES)) {
        found.push({
            rule: 'no-scopes',
            severity: 'warning',
            what: `${at} has no sso_registration_scopes = ${SCOPES}.`,
            why: 'The device flow then gives no refresh token: the session ends after an hour, and each day begins with a browser.',
            fix: 'aws-temp-creds doctor --fix    # adds the line; then sign on again',
        });
    }
    const text = tokenOf(name);
    if (text === undefined)
        return found;
    const token = parseToken(text, now);
    if (token === undefined || portalOf(String(token.whole['startUrl'] ?? url)) !== portalOf(url)) {
        found.push({
            rule: 'foreign-cache',
            severity: 'warning',
            what: `The cached token of session ${name} ${token === undefined ? 'is no token' : 'is of another portal'}.`,
            why: 'Another tool, or another configuration of this name, wrote it; every tool that uses it is refused.',
            fix: `aws sso logout && aws sso login --sso-session ${name}`,
        });
        return found;
    }
    found.push(...wrongRegion(at, text, region, name));
    const isUsed = config.some(({ settings }) => settings.some(setting => setting.key === 'sso_session' && setting.value === section.name));
    if (isUsed && token.expiresAt <= now && token.renewal === undefined) {
        found.push({
            rule: 'session-ended',
            severity: 'warning',
            what: `The session ${name} ended ${token.expiresAt.toISOString()}, and cannot be renewed.`,
            why: 'It has no refresh token, or its registration has ended.',
            fix: `aws sso login --sso-session ${name}`,
        });
    }
    return found;
}
function noRegion(at) {
    return {
        rule: 'no-sso-region',
        severity: 'error',
        what: `${at} has no sso_region.`,
        why: 'A portal is reached in its home Region only, which is not the Region that you work in.',
        fix: 'aws-temp-creds profiles --write    # or ask who runs IAM Identity Center',
    };
}
function wrongRegion(at, text, region, session) {
    const other = /"region"\s*:\s*"([a-z0-9-]+)"/.exec(text)?.[1];
    if (other === undefined || other === region)
        return [];
    return [
        {
            rule: 'other-sso-region',
            severity: 'warning',
            what: `${at} says ${region}, and the cached token of ${session} is of ${other}.`,
            why: 'A token counts in the home Region of its portal alone; in another one it is "not found or invalid".',
            fix: `Write the Region that is right, then: aws sso login --sso-session ${session}`,
        },
    ];
}
/** Start URLs of the newer kinds name the home Region (awscli customizations/sso/resolve.py). */
function wrongPlace(at, url, region) {
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    const named = /^[\w-]+\.([a-z]{2}(?:-[a-z]+)+-\d)\.portal\.amazonaws\.com(?:\.cn)?$/.exec(host)?.[1] ??
        /^[\w-]+\.portal\.([a-z]{2}(?:-[a-z]+)+-\d)\.app\.aws$/.exec(host)?.[1];
    if (named === undefined || named === region)
        return [];
    return [
        {
            rule: 'other-sso-region',
            severity: 'error',
            what: `${at} says sso_region = ${region}, and its start URL names ${named}.`,
            why: 'The portal is in another Region; signing on fails, or the tokens are refused.',
            fix: `sso_region = ${named}`,
        },
    ];
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/people-profiles.js


/**
 * One profile for each environment and permission set: the first set's has the environment's name, a further one's the
 * set's name behind it.
 *
 * @param prefix stands before every name
 * @throws Failure `wrong-configuration` when there is no portal, or two profiles would have one name
 */
function peopleProfiles(configuration, prefix) {
    const { sso, environments, path } = configuration;
    if (sso === undefined)
        throw noPortal(path);
    const profiles = environments.flatMap(environment => environment.people.map(({ permissionSet }, index) => ({
        name: prefix + (index === 0 ? environment.name : `${environment.name}-${people_profiles_inName(permissionSet)}`),
        session: sso.session,
        account: environment.account,
        permissionSet,
        region: environment.region,
        origin: `${permissionSet} of environment ${environment.name}`,
    })));
    people_profiles_refuseNames(profiles, sso.session);
    const without = environments.filter(({ people }) => people.length === 0).map(({ name }) => name);
    return { sso, profiles, without };
}
/** A permission set's name may hold characters that the SDK for JavaScript reads in no profile's name. */
function people_profiles_inName(text) {
    return text.replace(/[^A-Za-z0-9_@+.-]+/g, '-');
}
/** @throws Failure `wrong-configuration` for names that stand twice, or that some tool does not read */
function people_profiles_refuseNames(profiles, session) {
    const seen = new Map();
    for (const profile of profiles) {
        const twin = seen.get(profile.name);
        if (twin !== undefined)
            throw sameName(profile, twin);
        seen.set(profile.name, profile);
    }
    const odd = [session, ...seen.keys()].find(name => !isReadByAll(name));
    if (odd === undefined)
        return;
    throw new failure_Failure('wrong-configuration', {
        what: `${odd} cannot be the name of a profile or session.`,
        why: 'Some AWS tools do not read it: the SDK for JavaScript takes letters, digits and _@+.%:/- and drops every other name without a word; names such as "constructor" are lost in it.',
        write: 'Give the environment another name, or: aws-temp-creds profiles --prefix shop-',
    });
}
function sameName(profile, twin) {
    return new failure_Failure('wrong-configuration', {
        what: `Two profiles would be called ${profile.name}.`,
        why: `${twin.origin} and ${profile.origin}.`,
        write: "Give one of the environments another name; for accounts of one name: --name '{account}-{account-id}.{permission-set}'",
    });
}
function noPortal(path) {
    return new failure_Failure('wrong-configuration', {
        what: `${path} says nothing of an access portal, so there is nobody to sign on as.`,
        likely: 'The file was written for pipelines alone.',
        write: 'sso:\n  start-url: https://acme.awsapps.com/start\n  region: us-east-1   # home Region of IAM Identity Center\nenvironments:\n  dev:\n    permission-set: PowerUser   # what people use in this account',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/handover/quoting.js



/**
 * A command for `credential_process`, read the same by everybody who reads it. On Linux and macOS those are `sh` (the
 * SDKs for JavaScript, Go, Rust, Java) and Python's shlex (botocore); on Windows cmd.exe, the C runtime's rules for
 * arguments, and botocore's own reader for Windows. Before them comes a reader of INI files, to some of which a
 * blank followed by `#` or `;` begins a comment.
 *
 * @throws Failure `wrong-configuration` when a part cannot be written so that all of them read it
 */
function quoting_quoteCommand(parts, platform) {
    const quote = platform === 'win32' ? quoteForWindows : quoteForPosix;
    return parts.map(quote).join(' ');
}
/** Beside the profiles on Windows; see `profileCommand`. */
const WINDOWS_STARTER = 'renew.cmd';
/**
 * Its content: it starts the command that follows it, without what a later step wants loaded into its own Node.js. It
 * holds no path, for cmd.exe reads it in the code page of the machine.
 */
const WINDOWS_STARTER_TEXT = '@set NODE_OPTIONS=\r\n@%*\r\n';
/**
 * The `credential_process` of a profile. What a later step has in NODE_OPTIONS (`--import tsx`, a preload that prints,
 * a flag of another Node.js) is meant for its own programs; Node.js reads it before any program of ours could object,
 * so it is emptied on the way.
 *
 * @throws Failure `wrong-configuration` as quoteCommand does
 */
function profileCommand({ node, credentialProcess }, folder, name, platform) {
    const program = [node, credentialProcess, folder, name];
    return platform === 'win32'
        ? quoting_quoteCommand([win32.join(folder, WINDOWS_STARTER), ...program], platform)
        : `/usr/bin/env NODE_OPTIONS= ${quoting_quoteCommand(program, platform)}`;
}
function quoteForPosix(part) {
    refuseUnwritable(part);
    // Within double quotes sh expands $ and `, and \ escapes; within single quotes nothing counts, for both readers.
    if (!/["$`\\]/.test(part))
        return `"${part}"`;
    return `'${part.replaceAll("'", `'"'"'`)}'`;
}
function quoteForWindows(part) {
    refuseUnwritable(part);
    // cmd.exe expands %NAME% within quotes too, and nothing protects a percent sign on its command line.
    if (part.includes('%'))
        throw unquotable(part, 'a percent sign, which begins a variable for cmd.exe');
    if (part.includes('"'))
        throw unquotable(part, 'a double quote, which ends the quotation');
    if (part.endsWith('\\'))
        throw unquotable(part, 'a backslash at its end, which hides the closing quote');
    return `"${part}"`;
}
/**
 * The path of a file that AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE names: botocore expands variables in it.
 *
 * @throws Failure `wrong-configuration`
 */
function refuseExpandable(path) {
    if (/\$[\w{]/.test(path))
        throw unquotable(path, 'a dollar sign, which begins a variable for botocore');
}
function refuseUnwritable(part) {
    if (/[\u0000-\u001f\u007f]/.test(part))
        throw unquotable(part, 'a control character');
    if (/\s[#;]/.test(part))
        throw unquotable(part, 'a blank before # or ;, where a comment begins');
}
function unquotable(part, reason) {
    return new Failure('wrong-configuration', {
        what: `The path ${printable(part)} cannot be written into an AWS profile.`,
        why: `It holds ${reason}; the AWS tools would read another command than the one that is meant.`,
        likely: "The runner's work folder, or the folder of its Node.js, has an unusual name.",
        write: 'Install the runner in a folder whose path has only letters, digits, blanks, - and _.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/all-accounts.js



const all_accounts_NAME_TEMPLATE = '{account}.{permission-set}';
const TEMPLATE_PARTS = ['account', 'account-id', 'permission-set'];
/** @throws Failure `wrong-input` for a template without what tells the profiles apart, or with unknown parts */
function checkedTemplate(template) {
    const parts = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, part = '']) => part);
    const unknown = parts.find(part => !TEMPLATE_PARTS.includes(part));
    const rest = template.replace(/\{[^{}]*\}/g, '');
    const complete = parts.includes('permission-set') && parts.some(part => part.startsWith('account'));
    if (unknown === undefined && complete && /^[A-Za-z0-9_@+.-]*$/.test(rest))
        return template;
    throw new failure_Failure('wrong-input', {
        what: `${printable_printable(template, 100)} cannot be the names of profiles.`,
        why: unknown === undefined
            ? 'It needs {permission-set}, and {account} (the name) or {account-id}; between them stand letters, digits and _@+.-'
            : `There is no {${printable_printable(unknown, 50)}}.`,
        write: `--name '${all_accounts_NAME_TEMPLATE}'`,
    });
}
/** The profiles of a configuration, and one for everything else that the portal offers. */
function withAllAccounts(people, offered, { template, region }, prefix) {
    const { sso, profiles } = people;
    const has = (account, set) => profiles.some(profile => profile.account === account && profile.permissionSet === set);
    const more = offered.flatMap(({ account, name, permissionSets }) => permissionSets
        .filter(set => !has(account, set))
        .map((set) => {
        const parts = {
            account: inName(name) || account,
            'account-id': account,
            'permission-set': inName(set),
        };
        const filled = template.replace(/\{([^{}]*)\}/g, (_, part) => parts[part] ?? '');
        return {
            name: prefix + filled,
            session: sso.session,
            account,
            permissionSet: set,
            region: region ?? profiles.find(profile => profile.account === account)?.region ?? sso.region,
            origin: `${set} in account ${account} (${printable(name, 60)})`,
        };
    }));
    const all = [...profiles, ...more];
    refuseNames(all, sso.session);
    return { ...people, profiles: all };
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/durable-node.js

/**
 * A path of this Node that an update leaves in place: Homebrew removes the folder of a version when it installs the
 * next one, and keeps a link beside it.
 *
 * @param path `process.execPath`
 */
function durable_node_durableNode(path, exists = existsSync) {
    const match = /^(.*)\/Cellar\/(node(?:@\d+)?)\/[^/]+\/bin\/node$/.exec(path);
    const [, homebrew, formula] = match ?? [];
    if (homebrew === undefined || formula === undefined)
        return path;
    const link = `${homebrew}/opt/${formula}/bin/node`;
    return exists(link) ? link : path;
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/profiles-wish.js










/**
 * What was asked for, on top of what the owner's block was written with: it stays as it is until it is removed.
 *
 * @param text of the AWS configuration file
 */
function wishOf(given, text, owner) {
    const body = managed_block_blocksOf(text).find(block => block.owner === owner)?.body ?? '';
    const words = writtenWith(body) ?? [];
    const before = (option) => (words.includes(option) ? words[words.indexOf(option) + 1] : undefined);
    const all = given.allAccounts || words.includes('--all-accounts');
    if (!all && (given.name !== undefined || given.region !== undefined)) {
        throw new failure_Failure('wrong-input', {
            what: '--name and --region mean something only with --all-accounts.',
            why: 'An environment has its name and Region in the configuration file.',
        });
    }
    return {
        prefix: checkedPrefix(given.prefix ?? before('--prefix') ?? ''),
        process: given.process || words.includes('--process'),
        allAccounts: all
            ? {
                template: checkedTemplate(given.name ?? before('--name') ?? all_accounts_NAME_TEMPLATE),
                region: checkedRegion(given.region ?? before('--region')),
            }
            : undefined,
    };
}
/** The wish as options behind the command, for the block's first line. */
function optionsOf({ prefix, process, allAccounts }) {
    return [
        ...(prefix === '' ? [] : [' --prefix', prefix]),
        ...(process ? [' --process'] : []),
        ...(allAccounts === undefined ? [] : [' --all-accounts']),
        ...(allAccounts === undefined || allAccounts.template === NAME_TEMPLATE
            ? []
            : [' --name', allAccounts.template]),
        ...(allAccounts?.region === undefined ? [] : [' --region', allAccounts.region]),
    ]
        .map(word => (word.startsWith(' ') ? word : ` ${word}`))
        .join('');
}
function checkedRegion(text) {
    if (text === undefined)
        return undefined;
    const place = names_region(text);
    if (place !== undefined)
        return place;
    throw new failure_Failure('wrong-input', {
        what: `${printable_printable(text, 60)} is no Region.`,
        write: '--region eu-west-1',
    });
}
function checkedPrefix(prefix) {
    if (prefix === '' || /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(prefix))
        return prefix;
    throw new failure_Failure('wrong-input', {
        what: `--prefix takes letters, digits, _, . and -, not ${printable_printable(prefix, 80)}.`,
        write: 'aws-temp-creds profiles --prefix shop-',
    });
}
/**
 * The command that a profile starts: the Node and the script that are running, by paths that stay.
 *
 * @param script `process.argv[1]`
 * @throws Failure `wrong-input` when the script is in npx's cache, which is emptied at any time
 */
function processCommand(script, platform) {
    const path = installedBeside(script, 'cli');
    return profile => quoteCommand([durableNode(process.execPath), path, 'credentials', profile], platform);
}
/**
 * The path of another bundle of this installation, for what outlives the call.
 *
 * @param script `process.argv[1]`
 * @throws Failure `wrong-input` when it is in npx's cache, which is emptied at any time
 */
function installedBeside(script, bundle) {
    const path = join(dirname(dirname(realpathSync(script))), bundle, 'index.js');
    if (!/[/\\]_npx[/\\]/.test(path))
        return path;
    throw new Failure('wrong-input', {
        what: 'Profiles and CDK cannot start a program that npx has fetched.',
        why: `It stands in npx's cache (${printable(path)}), which npm empties at any time.`,
        write: 'npm install --global aws-temp-creds\naws-temp-creds profiles --process --write',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/doctor/surroundings.js







/** What stands around the profiles: variables, tools, files, the clock, the team's configuration file. */
function surroundingAilments(machine) {
    return [...ofVariables(machine), ...ofTools(machine), ...ofFiles(machine), ...ofConfiguration(machine)];
}
function ofVariables({ variables, config, credentials }) {
    const found = [];
    for (const variable of ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']) {
        const name = variables[variable];
        if (name === undefined)
            continue;
        const known = [...config, ...credentials].some(section => section.kind === 'profile' && text_readText(section.name) === name);
        if (known)
            continue;
        found.push({
            rule: 'unknown-profile',
            severity: 'error',
            what: `${variable} names ${name === '' ? 'no profile: it is empty' : `the profile ${name}, which is not there`}.`,
            why: 'The AWS CLI and boto3 stop; other tools go on as somebody else.',
            fix: `unset ${variable}`,
        });
    }
    const region = variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'];
    const others = config.filter(({ kind, settings }) => {
        const own = settings.find(({ key }) => key === 'region')?.value;
        return kind === 'profile' && region && own && own !== region;
    });
    if (region && others.length > 0) {
        const names = others.slice(0, 5).map(({ name }) => text_readText(name));
        found.push({
            rule: 'region-variable',
            severity: 'warning',
            what: `${variables['AWS_REGION'] ? 'AWS_REGION' : 'AWS_DEFAULT_REGION'} is ${region}, and beats the region of: ${names.join(', ')}${others.length > 5 ? ', \u2026' : ''}.`,
            why: 'A deploy with such a profile goes into the wrong Region.',
            fix: 'unset AWS_REGION AWS_DEFAULT_REGION    # and remove it from your shell profile',
        });
    }
    return found;
}
function ofTools({ awsVersion, cdkVersion, config, project }) {
    const found = [];
    const signs = config.some(({ kind, settings }) => kind === 'profile' && signsOn(new Map(settings.map(({ key, value }) => [key, value]))));
    if (signs || project?.configuration.sso !== undefined)
        found.push(...ofCli(awsVersion));
    if (cdkVersion === '3.0.0') {
        found.push({
            rule: 'cdk-3',
            severity: 'error',
            what: 'aws-cdk is 3.0.0 here.',
            why: 'That version was published by accident in 2025 and is older than every current 2.x.',
            fix: 'npm install --save-dev aws-cdk@2',
        });
    }
    return found;
}
const INSTALL = 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html';
function ofCli(version) {
    if (version === undefined) {
        return [
            {
                rule: 'no-cli',
                severity: 'warning',
                what: 'There is no AWS CLI on PATH.',
                why: 'Signing on (`aws sso login`) needs version 2.',
                fix: INSTALL,
            },
        ];
    }
    const [, major = '0', minor = '0'] = /aws-cli\/(\d+)\.(\d+)/.exec(version) ?? [];
    if (Number(major) >= 2 && (Number(major) > 2 || Number(minor) >= 9))
        return [];
    const isOne = Number(major) < 2;
    return [
        {
            rule: 'old-cli',
            severity: 'warning',
            what: `The AWS CLI on PATH is ${/aws-cli\/[\d.]+/.exec(version)?.[0] ?? 'of an unknown version'}.`,
            why: isOne
                ? 'Version 1 has neither `aws sso login` nor `aws login`, and is in maintenance mode since July 2026.'
                : 'Before 2.9 it does not know [sso-session].',
            fix: INSTALL,
        },
    ];
}
function ofFiles({ open, future, platform }) {
    const found = open.map(({ path, mode }) => ({
        rule: 'open-file',
        severity: 'warning',
        what: `${path} may be read by others (mode ${mode.toString(8).padStart(4, '0')}).`,
        why: 'It holds credentials, or what they are made from.',
        fix: 'aws-temp-creds doctor --fix    # chmod 600',
    }));
    const [first] = future;
    if (first === undefined)
        return found;
    return [
        ...found,
        {
            rule: 'clock',
            severity: 'warning',
            what: `${first} was written later than this machine's clock says it is now.`,
            why: 'With a clock that is wrong by more than five minutes AWS refuses every signed request, and sessions seem to last.',
            fix: platform === 'win32'
                ? 'w32tm /resync'
                : platform === 'darwin'
                    ? 'sudo sntp -sS time.apple.com'
                    : 'timedatectl set-ntp true',
        },
    ];
}
/** The profiles that the team's file makes, against those that are there. */
function ofConfiguration({ project, owner, files, config }) {
    if (project === undefined || owner === undefined || project.configuration.sso === undefined)
        return [];
    const text = files.config.text ?? '';
    const fix = 'aws-temp-creds profiles    # shows the difference; then: aws-temp-creds profiles --write';
    try {
        const nothing = {
            prefix: undefined,
            process: false,
            allAccounts: false,
            name: undefined,
            region: undefined,
        };
        const { prefix } = wishOf(nothing, text, owner);
        const { profiles } = peopleProfiles(project.configuration, prefix);
        const wrong = profiles.filter(profile => {
            const plain = config_file_settingsOf(config, 'profile', profile.name);
            const settings = plain?.has('credential_process')
                ? config_file_settingsOf(config, 'profile', `${profile.name}-sso`)
                : plain;
            return (settings?.get('sso_account_id') !== profile.account ||
                settings.get('sso_role_name') !== profile.permissionSet ||
                settings.get('region') !== profile.region);
        });
        if (wrong.length === 0)
            return [];
        const has = managed_block_blocksOf(text).some(block => block.owner === owner);
        const names = wrong.map(({ name }) => name).join(', ');
        return [
            {
                rule: has ? 'profiles-differ' : 'no-profiles',
                severity: 'warning',
                what: `${project.configuration.path} makes profiles that ${files.config.path} ${has ? 'has otherwise' : 'does not have'}: ${names}.`,
                why: 'You would work in another account, with another permission set or Region than your team.',
                fix,
            },
        ];
    }
    catch (error) {
        if (!(error instanceof failure_Failure))
            throw error;
        return [
            {
                rule: 'configuration',
                severity: 'error',
                what: error.message,
                why: error.explanation.why ?? '',
                fix,
            },
        ];
    }
}
/** A block of ours whose marks are damaged; everything else is judged without it. */
function damagedBlocks({ files }) {
    return [files.config, files.credentials].flatMap(({ path, text }) => {
        try {
            managed_block_blocksOf(text ?? '');
            return [];
        }
        catch (error) {
            if (!(error instanceof failure_Failure))
                throw error;
            return [
                {
                    rule: 'damaged-block',
                    severity: 'error',
                    what: `${path}: ${error.message}`,
                    why: error.explanation.why ?? '',
                    fix: error.explanation.write ?? '',
                },
            ];
        }
    });
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/doctor/examine.js



const ORDER = ['error', 'warning', 'notice'];
/** Everything that is wrong with a machine, worst first. */
function examine(machine) {
    const damaged = damagedBlocks(machine);
    // What reads our blocks has nothing to go by where their marks are damaged.
    const found = damaged.length > 0
        ? [...damaged, ...profileAilments(machine)]
        : [
            ...keyAilments(machine),
            ...shadows(machine),
            ...profileAilments(machine),
            ...surroundingAilments(machine),
        ];
    return worstFirst(found);
}
function worstFirst(ailments) {
    return [...ailments].sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));
}
/** Whether a level counts when `least` is the least that does. */
function counts(level, least) {
    return ORDER.indexOf(level) <= ORDER.indexOf(least);
}
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
;// CONCATENATED MODULE: ./lib/bundling/scan/findings.js

const SEVERITIES = { error: 0, warning: 1, notice: 2 };
/** Where a finding is best shown: in what is checked out before what is only in the history. */
const KINDS = {
    file: 0,
    stdin: 0,
    environment: 0,
    'path-name': 1,
    'ref-name': 1,
    'pull-request-title': 1,
    'pull-request-body': 1,
    'commit-message': 1,
    'tag-message': 1,
    commit: 2,
};
/**
 * Makes one finding of all that tell of the same values in the same path: the richest and best placed stays, the
 * places of the others go to its `alsoAt`. An identifier alone in one commit and with its secret in a later one is
 * one finding, the pair; but what stands in a file is never hidden behind something that only the history holds.
 *
 * @returns most severe first, then by place; and how many of the least severe were too many to keep, for a repository
 *   made to hold more must not exhaust us
 */
function uniqueFindings(findings) {
    const kept = [];
    const byValue = new Map();
    for (const finding of [...findings].sort(richestFirst)) {
        const { path = '' } = finding.place;
        const home = byValue
            .get(`${path}\0${finding.secrets[0] ?? ''}`)
            ?.find(other => covers(other.finding, finding));
        if (home !== undefined) {
            addPlaces(home, [finding.place, ...(finding.alsoAt ?? [])]);
            continue;
        }
        const own = { finding, places: [...(finding.alsoAt ?? [])] };
        kept.push(own);
        for (const secret of finding.secrets) {
            const key = `${path}\0${secret}`;
            const others = byValue.get(key);
            if (others === undefined)
                byValue.set(key, [own]);
            // With so many others there is nothing to be gained by a look at each.
            else if (others.length < MOST_OTHERS)
                others.push(own);
        }
    }
    const merged = kept.map(({ finding, places }) => places.length === 0 ? finding : { ...finding, alsoAt: distinct(places) });
    const sorted = merged.sort(mostSevereFirst);
    return {
        findings: sorted.slice(0, LIMITS.findings),
        dropped: Math.max(0, sorted.length - LIMITS.findings),
    };
}
/** Pairs of one identifier with different secrets, in one path. */
const MOST_OTHERS = 50;
function addPlaces({ finding, places }, more) {
    for (const place of more)
        if (places.length < LIMITS.places && !samePlace(finding.place, place))
            places.push(place);
}
function covers(richer, other) {
    return (KINDS[richer.place.kind] <= KINDS[other.place.kind] &&
        other.secrets.every(secret => richer.secrets.includes(secret)));
}
function distinct(places) {
    return places.filter((place, index) => !places.slice(0, index).some(before => samePlace(before, place)));
}
function samePlace(a, b) {
    return (a.kind === b.kind &&
        a.line === b.line &&
        a.column === b.column &&
        a.commit === b.commit &&
        a.path === b.path);
}
function richestFirst(a, b) {
    return (KINDS[a.place.kind] - KINDS[b.place.kind] ||
        b.secrets.length - a.secrets.length ||
        SEVERITIES[a.severity] - SEVERITIES[b.severity]);
}
function mostSevereFirst(a, b) {
    return (SEVERITIES[a.severity] - SEVERITIES[b.severity] ||
        KINDS[a.place.kind] - KINDS[b.place.kind] ||
        compare(a.place.path ?? '', b.place.path ?? '') ||
        (a.place.line ?? 0) - (b.place.line ?? 0) ||
        (a.place.column ?? 0) - (b.place.column ?? 0));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/budget.js
/** What one content may cost, all its layers together, and what was left out of it. */
class Budget {
    #steps;
    #parts = new Map();
    /** How many parts were left out. */
    leftOut = 0;
    /** @param steps see `workFor` */
    constructor(steps) {
        this.#steps = steps;
    }
    /** Takes note of work that is done. */
    spend(steps) {
        this.#steps -= steps;
    }
    get isSpent() {
        return this.#steps < 0;
    }
    /** How many steps are left. */
    get steps() {
        return this.#steps;
    }
    /** Notes a part that was left out, with the layers that lead to it. */
    leaveOut(layers, reason, kind) {
        this.leftOut += 1;
        const why = [...layers, reason].join(': ');
        if (this.#parts.size < MOST_REASONS)
            this.#parts.set(why, { why, kind });
        else if (kind === 'incomplete')
            this.#parts.set(MORE.why, MORE);
    }
    get unread() {
        return [...this.#parts.values()];
    }
}
/** A content made to be unreadable in a million places is told by the first of them. */
const MOST_REASONS = 20;
const MORE = { why: 'further parts of it are over a limit', kind: 'incomplete' };
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/quiet-texts.js
/** Characters of all texts together; with more, all are forgotten. */
const MOST_CHARACTERS = 2 * 2 ** 20;
/**
 * Texts in which nothing was found, so that they need not be read again: the versions of one file in a history have
 * most of it in common.
 */
class QuietTexts {
    #texts = new Map();
    #characters = 0;
    /**
     * @param circumstances all else that decides what is found
     * @returns the work that reading it was, or undefined when it is not known to be quiet
     */
    costOf(text, circumstances) {
        return this.#texts.get(circumstances)?.get(text);
    }
    add(text, circumstances, cost) {
        if (this.#characters + text.length > MOST_CHARACTERS) {
            this.#texts.clear();
            this.#characters = 0;
        }
        this.#characters += text.length;
        const texts = this.#texts.get(circumstances) ?? new Map();
        texts.set(text, cost);
        this.#texts.set(circumstances, texts);
    }
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
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/encoded.js

/** So many quads of base64 (three bytes each), or pairs of hex, are looked at before a run counts as text. */
const QUADS = 8;
const HEX_PAIRS = 16;
/** How far apart a long run is probed: text may begin behind something binary. */
const STRIDE = 64;
/** What base64 of gzip, zip, zstd and zlib begins with. */
const encoded_MAY_BEGIN_ARCHIVE = tableOf('HUKe');
const ARCHIVE = /^(?:H4sI|UEsDB|KLUv\/|eJ[w-z]|eN[o-r]|eA[E-H]|eF[4-7])/;
/**
 * Whether a run of base64 characters, 40 or more, decodes to text or to an archive, judged by a few probes: the high
 * bit of every byte of text is clear, which in base64 holds three bits of every four characters.
 */
function decodesToText(bytes, start, end) {
    if (startOfHex(bytes, start, end) !== undefined)
        return 'hex';
    return phaseOfText(bytes, start, end) === undefined ? undefined : 'base64';
}
/** @returns where the hexadecimal of text begins: at once, or behind `0x` or a single character; or undefined */
function startOfHex(bytes, start, end) {
    const packed = startOfPackedHex(bytes, start, end);
    if (packed !== undefined)
        return packed;
    for (let at = start; at <= start + 2; at++) {
        if (isHexOfText(bytes, at, end))
            return at;
        if (beginsWith(bytes, at, HEX_OF_MARK) && isHexOfText(bytes, at + HEX_OF_MARK.length, end))
            return at;
    }
    return undefined;
}
/** At once, or behind `0x` or an escaped `x`. */
function startOfPackedHex(bytes, start, end) {
    const escaped = bytes[start] === LETTER_X ? start + 1 : start;
    const first = beginsWith(bytes, start, '0x') ? start + 2 : escaped;
    if (MAY_BEGIN_HEX[bytes[first] ?? 0] === 0)
        return undefined;
    return HEX_OF_ARCHIVE.test(bytes.toString('latin1', first, Math.min(end, first + 40))) ? first : undefined;
}
const LETTER_X = 0x78;
const MAY_BEGIN_HEX = tableOf('1257');
/** What gzip, zip, zstd and zlib begin with, and enough digits behind it. */
const HEX_OF_ARCHIVE = /^(?:1f8b08|504b0304|28b52ffd|78(?:01|5e|9c|da))[0-9a-f]{32}/i;
/** The byte order mark of UTF-8. */
const HEX_OF_MARK = 'efbbbf';
const BASE64_OF_MARK = '77u/';
function beginsWith(bytes, at, text) {
    return bytes[at] === text.charCodeAt(0) && bytes.toString('latin1', at, at + text.length) === text;
}
/** @returns where within the first four characters the base64 of text begins, or undefined */
function phaseOfText(bytes, start, end) {
    if (beginsArchive(bytes, start))
        return 0;
    const last = end - QUADS * 4;
    if (beginsWith(bytes, start, BASE64_OF_MARK) && start < last && isBase64OfText(bytes, start + 4))
        return 0;
    for (let at = start; at <= last; at += STRIDE) {
        for (let phase = 0; phase < 4 && at + phase <= last; phase++) {
            if (isBase64OfText(bytes, at + phase))
                return (at + phase - start) % 4;
        }
    }
    return undefined;
}
function beginsArchive(bytes, start) {
    return (encoded_MAY_BEGIN_ARCHIVE[bytes[start] ?? 0] === 1 && ARCHIVE.test(bytes.toString('latin1', start, start + 5)));
}
function isBase64OfText(bytes, start) {
    const end = start + QUADS * 4;
    for (let at = start; at < end; at += 4) {
        if ((value(bytes, at) & 32) !== 0 || (value(bytes, at + 1) & 8) !== 0)
            return false;
        if ((value(bytes, at + 2) & 2) !== 0)
            return false;
    }
    let nulls = 0;
    let controls = 0;
    for (let at = start; at < end; at += 4) {
        const quad = (value(bytes, at) << 18) |
            (value(bytes, at + 1) << 12) |
            (value(bytes, at + 2) << 6) |
            value(bytes, at + 3);
        for (const byte of [quad >> 16, (quad >> 8) & 255, quad & 255]) {
            if (byte === 0)
                nulls++;
            else if (isControl(byte))
                controls++;
        }
    }
    // Half of UTF-16 is NUL; more than that is an empty part of an image.
    return controls <= 2 && nulls <= QUADS * 2;
}
function value(bytes, at) {
    return BASE64_VALUE[bytes[at] ?? 0] ?? 255;
}
function isControl(byte) {
    return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b;
}
function isHexOfText(bytes, start, end) {
    const stop = start + HEX_PAIRS * 2;
    if (stop > end)
        return false;
    for (let at = start; at < stop; at += 2) {
        const high = bytes[at] ?? 0;
        // '2' to '7' begin the codes of printable characters, '0' those of tabs and line ends.
        if (high < 0x30 || high > 0x37 || high === 0x31)
            return false;
        if (IS_HEX[bytes[at + 1] ?? 0] === 0)
            return false;
    }
    return true;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/base64.js


/** Lines shorter than this are not taken for wrapped data. */
const SHORTEST_LINE = 40;
/**
 * Decodes base64, standard or url-safe, from the run that begins at `start` on; lines that follow are taken with it
 * when it is wrapped.
 *
 * @param runEnd one past the run's last character
 */
function decodeBase64(bytes, start, runEnd) {
    const first = start + (phaseOfText(bytes, start, runEnd) ?? 0);
    const { lines, end } = linesFrom(bytes, first, isBase64Byte, SHORTEST_LINE);
    const text = lines.map(line => bytes.toString('latin1', line.start, line.end)).join('');
    return {
        bytes: Buffer.from(text, 'base64'),
        start: first,
        end,
        place: (from, to) => ({
            start: sourceOf(lines, Math.floor((from * 4) / 3)),
            end: sourceOf(lines, Math.ceil((to * 4) / 3) - 1) + 1,
        }),
    };
}
function isBase64Byte(byte) {
    return BASE64_VALUE[byte] !== 255;
}
/** The run at `start` and the lines after it, as long as they are full and hold nothing else. */
function linesFrom(bytes, start, belongs, shortest) {
    const lines = [];
    let before = 0;
    let at = start;
    while (at !== undefined) {
        const end = endOfRun(bytes, at, belongs);
        if (end === at || (at !== start && !ENDS_LINE[bytes[end] ?? 0x0a]))
            break;
        lines.push({ before, start: at, end });
        before += end - at;
        // The first line may begin in the middle; from the second on all have one length but the last.
        const full = lines[1];
        const isFull = full === undefined || end - at === full.end - full.start;
        at = isFull && end - at >= shortest ? nextLine(bytes, end) : undefined;
    }
    return { lines, end: lines.at(-1)?.end ?? start };
}
/** What may follow the last characters of an encoded line. */
const ENDS_LINE = tableOf('\r\n=\'"`<\\) ,;');
function endOfRun(bytes, at, belongs) {
    let end = at;
    while (end < bytes.length && belongs(bytes[end] ?? 0))
        end++;
    return end;
}
/** @returns the first character of the next line, behind its indentation, when the line ends at `at` */
function nextLine(bytes, at) {
    let next = at;
    if (bytes[next] === 0x0d)
        next++;
    if (bytes[next] !== 0x0a)
        return undefined;
    next++;
    const indented = next + 80;
    while (next < indented && (bytes[next] === 0x20 || bytes[next] === 0x09))
        next++;
    return next;
}
/** @param character index among all characters of the lines */
function sourceOf(lines, character) {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((lines[middle]?.before ?? 0) <= character)
            low = middle;
        else
            high = middle - 1;
    }
    const line = lines[low];
    return line === undefined ? 0 : line.start + character - line.before;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/codes.js

const IS_DIGIT = tableOf('0123456789');
/**
 * Decodes bytes that are written one by one as numbers: `41:4b:49`, `{ 0x41, 0x4b }`, `[65, 75, 73]`, `<4b 49>`,
 * `\u{41}\u{4b}`, `U+0041 U+004B`. A number that is none of a byte becomes a control character: nothing is put together over it.
 *
 * @returns undefined when there are too few to hold anything
 */
function decodeCodes(bytes, start, end) {
    const writing = writingOf(bytes, start, end);
    if (writing === undefined)
        return undefined;
    const decoded = Buffer.alloc(end - start);
    const starts = new Int32Array(end - start);
    const ends = new Int32Array(end - start);
    let length = 0;
    const emit = (value, from, to) => {
        decoded[length] = value;
        starts[length] = from;
        ends[length++] = to;
    };
    for (let token = nextToken(bytes, start, end); token !== undefined;) {
        emitToken(bytes, token, writing, emit);
        token = nextToken(bytes, token.end, end);
    }
    return {
        bytes: decoded.subarray(0, length),
        start: starts[0] ?? start,
        end,
        place: (from, to) => ({ start: starts[from] ?? start, end: ends[to - 1] ?? end }),
    };
}
/** Nothing that is looked for has fewer bytes. */
const FEWEST = 16;
/** In text two of five bytes have a letter as their second digit; one in ten is enough to tell. UTF-16 has zeros, too. */
function writingOf(bytes, start, end) {
    const counts = { braced: 0, prefixed: 0, lettered: 0, digits: 0, other: 0 };
    let [count, zeros] = [0, 0];
    for (let token = nextToken(bytes, start, end); token !== undefined;) {
        counts[lookOf(bytes, token)]++;
        count++;
        if (isZero(bytes, token))
            zeros++;
        token = nextToken(bytes, token.end, end);
    }
    if (counts.prefixed >= FEWEST)
        return 'prefixed';
    if (count < FEWEST / 2)
        return undefined;
    return (counts.lettered + counts.braced) * 10 >= count - zeros ? 'hexadecimal' : 'decimal';
}
/** `00` */
function isZero(bytes, { start, end }) {
    return end === start + 2 && bytes[start] === ZERO && bytes[start + 1] === ZERO;
}
const ZERO = 0x30;
function lookOf(bytes, token) {
    // `u` of `\u{41}` stands alone.
    if (IS_PREFIX[bytes[token.start] ?? 0] === 1)
        return token.end === token.start + 1 ? 'braced' : 'other';
    if (IS_X[bytes[token.start + 1] ?? 0] === 1 || IS_X[bytes[token.start] ?? 0] === 1)
        return 'prefixed';
    return isLettered(bytes, token) ? 'lettered' : 'digits';
}
const IS_PREFIX = tableOf('uU');
const IS_X = tableOf('xX');
function isLettered(bytes, { start, end }) {
    for (let at = start; at < end; at++)
        if (IS_DIGIT[bytes[at] ?? 0] === 0)
            return (end - start) % 2 === 0;
    return false;
}
function nextToken(bytes, from, limit) {
    let start = from;
    while (start < limit && IS_NUMBER[bytes[start] ?? 0] === 0)
        start++;
    if (start >= limit)
        return undefined;
    let end = start + 1;
    while (end < limit && IS_NUMBER[bytes[end] ?? 0] === 1 && !beginsCodePoint(bytes, end))
        end++;
    return { start, end };
}
/** `U+0041` may follow another with nothing between. */
function beginsCodePoint(bytes, at) {
    return IS_PREFIX[bytes[at] ?? 0] === 1 && bytes[at + 1] === PLUS;
}
const PLUS = 0x2b;
/** A NUL would look like half of a wide character. */
const NO_BYTE = 1;
/** Four bytes at most are written in one group. */
const LONGEST_GROUP = 8;
function emitToken(bytes, { start, end }, writing, emit) {
    switch (writing) {
        case 'prefixed':
            emitPrefixed(bytes, start, end, emit);
            break;
        case 'decimal':
            emit(decimalOf(bytes, start, end), start, end);
            break;
        default:
            if (end > start + 1 || IS_PREFIX[bytes[start] ?? 0] === 0)
                emitGroup(bytes, start, end, emit);
    }
}
/** `0x41`, `x41`, `0x41u8`; anything else is none of them. */
function emitPrefixed(bytes, start, end, emit) {
    const first = IS_X[bytes[start] ?? 0] === 1 ? start + 1 : start + 2;
    if (IS_X[bytes[first - 1] ?? 0] === 0)
        return;
    let value = 0;
    let at = first;
    for (; at < end && IS_HEX[bytes[at] ?? 0] === 1; at++)
        value = value * 16 + digitOf(bytes[at] ?? 0);
    const isByte = at > first && value <= 255;
    if (isByte && (at === end || IS_PREFIX[bytes[at] ?? 0] === 1))
        emit(value, start, end);
}
function decimalOf(bytes, start, end) {
    let value = 0;
    if (end - start > 3)
        return NO_BYTE;
    for (let at = start; at < end; at++) {
        if (IS_DIGIT[bytes[at] ?? 0] === 0)
            return NO_BYTE;
        value = value * 10 + digitOf(bytes[at] ?? 0);
    }
    return value <= 255 ? value : NO_BYTE;
}
function emitGroup(bytes, start, end, emit) {
    let isGroup = (end - start) % 2 === 0 && end - start <= LONGEST_GROUP;
    for (let at = start; at < end && isGroup; at++)
        isGroup = IS_HEX[bytes[at] ?? 0] === 1;
    if (!isGroup)
        emit(NO_BYTE, start, end);
    else
        for (let at = start; at < end; at += 2)
            emit(digitOf(bytes[at] ?? 0) * 16 + digitOf(bytes[at + 1] ?? 0), at, at + 2);
}
/** The value of a hexadecimal digit. */
function digitOf(byte) {
    return byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/account.js
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Which kinds of identifier stand for credentials; AROA, AIDA and the like only name resources. */
const CREDENTIAL_PREFIXES = (/* unused pure expression or super */ null && (['AKIA', 'ASIA', 'ABIA', 'ACCA']));
const SHAPE = /^A(?:[KSB]I|CC)A[A-Z2-7]{16}$/;
/** @returns undefined when AWS cannot have issued the identifier */
function structureOf(accessKeyId) {
    if (!SHAPE.test(accessKeyId))
        return undefined;
    const fifth = accessKeyId.charAt(4);
    if (fifth === 'I' || fifth === 'J')
        return { generation: 'old' };
    let bits = 0n;
    for (const character of accessKeyId.slice(4, 14))
        bits = (bits << 5n) | BigInt(BASE32.indexOf(character));
    const newGeneration = bits >> 49n === 1n;
    const account = (bits >> 9n) & 0xffffffffffn;
    if (!newGeneration || account >= 1000000000000n)
        return undefined;
    return { generation: 'new', account: account.toString().padStart(12, '0') };
}
/** @returns the account that the identifier belongs to, or undefined when it does not carry one */
function accountOf(accessKeyId) {
    return structureOf(accessKeyId)?.account;
}
/** Whether AWS can have issued the identifier. */
function isStructurallyValid(accessKeyId) {
    return structureOf(accessKeyId) !== undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/bigram-table.js
/** Made by scripts/train-bigrams.mjs. Row: first character of the pair; column: second; order: base64's. */
const BIGRAM_ROWS = [
    'khjlfhicjighnkjmnjjhjgqfkfejrohlodffkppojpdopopknjhgjmhhjgdchdce',
    'qmmlljgjmihilgiklknkjggakhsgijofpmpjhofdpgfohfqhhgpejfdgkefehefm',
    'mllijiegiaejighjkjmfgihaebqibenijpkefqbetfbqfgnehhfjgbmeefccedae',
    'nolhlfcgjcjgjhhgmllljncfhiqkefuckgpfiffjpdckgemelckgegfcfgdcccde',
    'looigliegellklgiiilhhhfjghkillejkeighpmrehlpkegqnsjihieehfddcdee',
    'mjiikigijleglkfefimkhifeddqggfnbjfrihpejsfdpkgrflehijibddbfbdebb',
    'phmhmlidgefjkfelhhliikebdbqdfftbhhiibodegdbsfbnefgbifdbedfbbdnde',
    'mhiijidhkmihlihkomlpjkdghirkfjrfilpimfidqdfdjqpdidnjfgddfdgdhddo',
    'nnlnnlkhmgifigjjjkjifjfdcakkgrdkjkiiehptlmcamnadljfidfegffaadadi',
    'jngkhihijgodhjiikirhknidgimkhdhdgljigkjhtmdjqhlnighkmngdhjggdghd',
    'mimmniihjeeephgiiipkiiehgimeheuejepgieomoeghegjgkegjegeegeehieel',
    'hljklkdhjieileikglljhgddddqefeofeeuifafdrdedfehaaaddeeeeeeadaedf',
    'onnokljinghnkghmlnnnhggfdfsggfrhlaplciecrfaciandkkjlfhegggcccaah',
    'mnilgiiejfehlghjehmmhpfffesbbfrfbjgkfleethfbifpifgeklhebefbfbfef',
    'lmklfhhhkbffkmjidkkmgibbbhhqjjdphdhdfhlrbsbrhjpmmdbgfdbdbbdbbbbf',
    'kimffecemcdjhgfgfhjgjgcadascecrcckndcocasdasfcofdagdddfacfcedeae',
    'olkopmnokgnnlgfiqgnlohlkqhhcjggcnchkifhhjfgfoisfmlhjmgmhlhfcmcfg',
    'lhilihffidcjjjjifilkggfegamcehufdfgfhjearkcdhfqgdcihlfhffhadgcaf',
    'mlmmljiimghlmkllklomhlijcdniphsdfnochjinnnjdjrpciinbdcdmdcbbcaak',
    'niljmihgkdejmghjhhokifhfffsfgeqahopeihfaraaqfflcferehfgfaadaaaad',
    'mjiipliilgehjigihmmkkjgecigckncgicmihilrcscnrmecnkkmjkkigkegcige',
    'hohhginnbfbeljbnpnhkllhegfrfigsggiqikgleppefjikifbllljogmfhgiebb',
    'lkehelfeggcijkcgjktgejfeijqcekpcinrlciccqcfpcfcfgkeehjecflecckce',
    'pnnqomjgmqgipqmlkrokkngijggggljggkgklkogjlimngggikgiigjijkiggggk',
    'flftnimilpfhmhlihiipffppkhhffhmhkhnkkhkikhffffhfpkokfjomhffhhhhf',
    'innmjlnkqigimjijkkojkkpqigkgigmkkmijimoisngglggjkjgjijokjiggjjgg',
    'hfifghfchaehhcdhfgjhcghfagcopodipcnelqpqancqpsmijjmmaaeaabaaaaal',
    'khkkijjfkbeghihjgjljdjhdbapghmtfffnoerllqhflpgpgaamdehllddbeeedm',
    'jhjiihgdibhihihiaijiegdabbpfpeseapofpnigqgcqlqocecoebcjibabbbaai',
    'nmnmnmkkmgikllnminnmjkmichqlhmsilfpgimlfmnamnhniiamfffffdeaccfdk',
    'mkmllljilhhklkkmgmnmikjbaaojppkmlggfeonqhmkrrqhkllkabcdcbgcaaaam',
    'ighhhhdgggfhihhhdhkjedfacaqeifqodctciodjqcamlnnheanccfeedfecleak',
    'mjnkmklhmkikkmknkmmljjhajhoefdtdnmpdjkkokgbopjpfigkedccbacacdaan',
    'mknllkmilihmnilmhmonijkcegrlkisceeqhlhnfqihnkokkecmdccjedccacafl',
    'eeffdahadaeafacddgecaabacanoqnonoadagonrsmdmqpbmaiamaaaaaaaaaaah',
    'qnmgoeheliikmgghlgliiegemklkjjtekhiikghgphhkphmgjehijeggheegeeeh',
    'njnmllmgohhkmjkmgnpljkidgholjitnjdoeflkmljlipjogkigggifaegdadgfl',
    'miljkiihjfgiklikfkklhigadeqjimshhdrfipgeqhajooolfaneeeeaabdbbabm',
    'kikjkifhjgghkihkekljfjgcadrocgsdfbqdcjpjqqfinhkffbibacaaababbiao',
    'mjmllkiiljhjkjjlflnmhjiaacpepppopgofklknmjdhrrkmdaiaacfcaabaaaal',
    'hehhgfdbhbbghdfgcgjieceecglmooflmamhlpotlmarmppmnijacaagaaaaaaam',
    'likiijhhkfdjjjikfkligjgafhqhmorkgknccqhirpapoqnhcajcafhdaabaacaj',
    'ghgigeoehghggegehggieggeeehhhgeejpehepeghhgemeuegegeggheeeeheegl',
    'lilkkiihkfgjkjklfkmkhigcaaqfomrkmarbnkomqganpploeaoabefcbaaabaal',
    'lklkkmifkihjkjkmflllhjiccdmepgqkdnqaljkgpngfrsmfjijbeefhcbbbbaao',
    'nknmmlkjmihkljkmhmnmikidcbqfmfrhensachhhplaoommbkcnbagceaaeadaal',
    'abcaacabfaacgbcededbacaagenonopjlanbaqpqkqbrprcbchcbaacabbaaabab',
    'dfehhaaafefdfekedegfchdcefrkljtcfatcdaicnkadiffcaacaakmjidjefcai',
    'njooolllnmimolmnmmnmkkkfmgriehojmkmefmeoridnqfddjhdfngebdeddbddj',
    'mkmmlljkkijlnllmglmlijiddgnbriqfdhpefhjbbsbihqeidilbghgbehdbbbgl',
    'pmonomnlnjinnmmoiooojljcgjkkmkkfhgieenopiragomeinccjaiihigeeddcn',
    'pilfngfcmicfmljgifcfkfgchirfilsfjfkhfgcftffghchccgjifcfcccfhfcci',
    'ephinjpeoeejnjmnjkeniihilmnkklkgljgigjgieieeheggmnimpsqlnnllmmgn',
    'ighikjgijhegnmmijligreeigljlokjiekhgegggglgehieghggeoqpnpopppoep',
    'mlnljmghnkhmllimioonhoidfifgkjfjjjjghkjdhfddifgfdkfdsnoooomklpfq',
    'oomomllkkojnnlnmppnnlljeggikmmikieeegjiggkinilgkggeenoopnkllkmir',
    'pmmkoipkoiimokjmlflkfikplfnmillkofiiffffiffflkkfnpjinmmmppmnomfn',
    'llgkljijnkikpnmgkjgnminiglilkklikmipkmikgliigjgkkjikpoprnppmmmio',
    'pnohljjhllmnjjjnjhjmhhmjlllnnjmlnjhhjhhllhjhhhhhlhjjoonoronqnnhn',
    'iklliiikikmmkkliiikikkliillmolnlklkkiiimiikiikikkillpnoqpopqqokp',
    'ppmiriqgmilgkigiggmkggigkkilgllmkiigigkkgggilggiqligqmomommmlogn',
    'ijlkmjgjggkijmiljikjmgnggijjkkkiggnkgjgjiigimmoprjpjrnmmmmnpnqin',
    'jnllmmjlmljmojjjnjjjjjlljjjjjjljplljjljnmllmmmmmojjjjojjpjjlljrl',
    'pklkkhjikidjkhiigkljjhjfabpppppmmkojknollpjpqnnmmhfigkojhgggggak',
];
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/bigrams.js


const bigrams_ZERO = 'm'.charCodeAt(0);
/** Two thirds of a bit for each step; 64 x 64, by the values of the two base64 characters. */
const STEPS = stepsOf(BIGRAM_ROWS);
function stepsOf(rows) {
    const steps = new Int8Array(64 * 64);
    rows.forEach((row, first) => {
        for (let second = 0; second < 64; second++)
            steps[first * 64 + second] = row.charCodeAt(second) - bigrams_ZERO;
    });
    return steps;
}
/**
 * How much likelier the characters are as an identifier, path or word of source text than as random base64, in steps
 * of two thirds of a bit: about -4 for each pair of random characters, above 0 for text. Entropy cannot tell these
 * apart: a long camel-case name has as many distinct characters as a key.
 *
 * @param bytes base64 characters from `start` to `end`; any other byte counts as a neutral pair
 */
function textLikelihood(bytes, start, end) {
    let sum = 0;
    let first = BASE64_VALUE[bytes[start] ?? 0] ?? 255;
    for (let at = start + 1; at < end; at++) {
        const second = BASE64_VALUE[bytes[at] ?? 0] ?? 255;
        if (first !== 255 && second !== 255)
            sum += STEPS[first * 64 + second] ?? 0;
        first = second;
    }
    return sum;
}
/**
 * Random base64 of 40 characters scores above this once in ten thousand times, so that is the share of secrets lost;
 * of the 1,545 distinct 40-character runs with both cases and digits in aws-cdk-lib, aws-sdk and this project's
 * dependencies 22 score below.
 */
const RANDOM_AT_MOST = -60 / 39;
/** For values that are called a secret: less than once in a million times. */
const PERHAPS_RANDOM_AT_MOST = -20 / 39;
/** Whether the characters look like random base64 rather than text. */
function looksRandom(bytes, start, end) {
    return textLikelihood(bytes, start, end) <= RANDOM_AT_MOST * (end - start - 1);
}
/** Whether they can be random, if something else says so too. */
function mayBeRandom(bytes, start, end) {
    return textLikelihood(bytes, start, end) <= PERHAPS_RANDOM_AT_MOST * (end - start - 1);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/adjacent.js



/** What databases and programs store side by side, with nothing between: an identifier, and its secret behind it. */
const SIDE_BY_SIDE = /A[KS]IA[A-Z2-7]{16}(?=[A-Za-z0-9+/]{40})/g;
const IDENTIFIER = 20;
const SECRET = 40;
/** @returns where in the text each secret begins that follows its identifier at once */
function secretsBesideIdentifiers(text) {
    return [...text.matchAll(SIDE_BY_SIDE)]
        .map(match => match.index)
        .filter(at => isBesideSecret(text, at))
        .map(at => at + IDENTIFIER);
}
/** Whether the identifier at `at` is followed by a secret without anything between. */
function isBesideSecret(text, at) {
    if (!isStructurallyValid(text.slice(at, at + IDENTIFIER)))
        return false;
    return begins(text, at) && hasSecretAt(text, at + IDENTIFIER);
}
/** Whether words surround the identifier without a space, as the strings of a program written in Go do. */
function isAmongWords(text, at) {
    const end = at + IDENTIFIER;
    if (!isStructurallyValid(text.slice(at, end)))
        return false;
    const before = text.slice(Math.max(0, at - 13), at);
    if (!/\d/.test(text.slice(at, end)) && !/access_?key(?:_?id)?$/i.test(before))
        return false;
    return (/(?:^|[^A-Za-z0-9+/]|[a-z_]{3}[a-z]|ACCESS_?KEY(?:_?ID)?|KEY_?ID)$/.test(before) &&
        /^(?:$|[^A-Za-z0-9+/]|[a-z]{4})/.test(text.slice(end, end + 4)));
}
/** Behind a word or a byte that is no text; encoded data has capitals and digits before it. */
function begins(text, at) {
    return /(?:^|[^A-Za-z0-9+/]|[^A-Z0-9+/]{4})$/.test(text.slice(Math.max(0, at - 4), at));
}
/** Twenty more of base64 than a secret would be data; a word or a number of the next field may follow. */
const LONGEST_RUN = SECRET + 20;
function hasSecretAt(text, at) {
    let end = at;
    while (end - at < LONGEST_RUN && IS_BASE64[text.charCodeAt(end)] === 1)
        end++;
    if (end - at < SECRET || end - at === LONGEST_RUN)
        return false;
    // `AKIA\u2026/secret`: something does stand between.
    if (end - at === SECRET + 1 && /^[+/]/.test(text.slice(at, at + 1)))
        return false;
    const value = text.slice(at, at + SECRET);
    return /[a-z]/.test(value) && looksRandom(Buffer.from(value, 'latin1'), 0, SECRET);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/boundaries.js
/**
 * What may stand before a value although its last character could belong to the value: an escape. `\n`, `\x3d`,
 * `\u003d`, `\075`, `%3D`, the end of a colour sequence, PowerShell's back-tick,
 * the `=3D` of quoted-printable, and the `V` before a text of a pickle.
 */
const ESCAPE_BEFORE = /(?:\\[abefnrtv0]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\U[0-9a-f]{8}|\\[0-3][0-7]{2}|%[0-9a-f]{2}|=(?:3D|20|22|27|0A|3A|09)|\[[0-9;]{0,16}m|`[abefnrtv0])$/i;
/** A text in the oldest form of a pickle: `V` and the rest of the line. */
const PICKLED = '\nV';
/** The longest of them. */
const boundaries_LONGEST = 18;
/** Whether an escape ends right before `at`. */
function escapeEndsAt(text, at) {
    return ESCAPE_BEFORE.test(text.slice(Math.max(0, at - boundaries_LONGEST), at)) || text.startsWith(PICKLED, at - 2);
}
/** Whether a word of letters and digits may begin at `at`. */
function beginsAt(text, at) {
    return at === 0 || !isAlphanumeric(text.charCodeAt(at - 1)) || escapeEndsAt(text, at);
}
/** Whether a word of letters and digits ends before `at`. */
function endsAt(text, at) {
    return at >= text.length || !isAlphanumeric(text.charCodeAt(at));
}
/**
 * Whether the bytes before a value say that it has that length, so that it ends there whatever follows: four bytes as
 * in pickles and BSON, two as in Java's classes, or a letter for the type and one byte as in compiled Python.
 */
function lengthWrittenBefore(text, at, length) {
    const byte = String.fromCharCode(length);
    const before = text.slice(Math.max(0, at - 4), at);
    if (before.endsWith(`${byte}\0\0\0`) || before.endsWith(`\0${byte}`))
        return true;
    return before.endsWith(byte) && 'zZ\u00fa\u00da'.includes(before.at(-2) ?? '-');
}
/** An escaped slash, plus or equals sign: the value goes on, and is whole where escapes are resolved. */
const CONTINUES = /^(?:\\{1,8}(?:\/|(?:u00|x)(?:2b|2f|3d))|%(?:25){0,4}(?:2B|2F|3D)|&(?:#0{0,4}(?:43|47|61)|#x0{0,4}2[bf]|sol|plus);)/i;
function goesOn(text, end) {
    return CONTINUES.test(text.slice(end, end + 24));
}
function isAlphanumeric(code) {
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/examples.js

/** Accounts that AWS's documentation and everybody's tests use. */
const DOCUMENTATION_ACCOUNT = /^(?:123456789012|210987654321|111122223333|444455556666|777788889999|111222333444|(\d)\1{11})$/;
/** Identifiers that AWS's documentation prints without the word EXAMPLE. */
const PRINTED_IN_DOCUMENTATION = /^A[KS]IA(?:IOSFODNN7|I44QH8DHB)/;
const WRITTEN_BY_HAND = /EXAMPLE|SAMPLE|DUMMY|FAKEKEY|PLACEHOLDER|YOUR_?(?:AWS|ACCESS|SECRET|KEY)|KEY_?(?:ID)?(?:GOES)?HER|CHANGE_?ME|NOT_?A?REAL|REDACTED|QWERTYU|ASDFGHJ|XXXXX|xxxxx/i;
/** Words, and then somebody counts; AWS issues no `1`. */
const COUNTED = /^[A-Z]+123\d*$/;
/** Once in three million identifiers. Session tokens hold runs of `/`. */
const REPEATED = /(.)\1{5}/;
/**
 * @param accessKeyId 20 characters
 * @returns why it opens nothing
 */
function harmlessIdentifier(accessKeyId) {
    if (/EXAMPLE/.test(accessKeyId) || PRINTED_IN_DOCUMENTATION.test(accessKeyId))
        return 'documentation key';
    const tail = accessKeyId.slice(4);
    const isWritten = WRITTEN_BY_HAND.test(tail) || COUNTED.test(tail) || REPEATED.test(tail);
    if (isWritten || isMonotonous(tail, 5) || hasSequence(tail, 6))
        return 'placeholder';
    const account = structureOf(accessKeyId)?.account;
    return account !== undefined && DOCUMENTATION_ACCOUNT.test(account) ? 'documentation key' : undefined;
}
/**
 * @param value a secret access key, session token or the like
 * @returns why it opens nothing
 */
function harmlessSecret(value) {
    if (/EXAMPLE|wJalrXUtnFEMI|K7MDENG|je7MtGbClwBF/i.test(value)) {
        return 'documentation key';
    }
    if (WRITTEN_BY_HAND.test(value) ||
        isMonotonous(value.slice(0, 100), Math.min(16, value.length / 3)) ||
        hasSequence(value, 8)) {
        return 'placeholder';
    }
    return undefined;
}
/** Fewer distinct characters than random text of that length ever has. */
function isMonotonous(text, atMost) {
    return new Set(text).size <= atMost;
}
/** A run of neighbours such as 123456 or FEDCBA, or mostly neighbours such as ABCD1234EFGH5678. */
function hasSequence(text, length) {
    let rising = 1;
    let falling = 1;
    let neighbours = 0;
    for (let at = 1; at < text.length; at++) {
        const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
        rising = step === 1 ? rising + 1 : 1;
        falling = step === -1 ? falling + 1 : 1;
        if (rising >= length || falling >= length)
            return true;
        if (Math.abs(step) === 1)
            neighbours++;
    }
    return neighbours * 2 > text.length;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/identifiers.js





const identifiers_SHAPE = /(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}/g;
const BASE64_BEFORE = /[A-Za-z0-9+/]{0,64}$/;
const BASE64_AFTER = /^[A-Za-z0-9+/]{0,64}/;
/** Longer runs of base64 characters around an identifier are encoded data or a path. */
const LONGEST_SURROUNDING = 61;
/** In steps: what a closer look at one takes. */
const COST_OF_LOOK = 60;
/** @param budget takes note of the work, beside that for the length of the text */
function findIdentifiers(text, budget) {
    const found = [];
    identifiers_SHAPE.lastIndex = 0;
    for (let match = identifiers_SHAPE.exec(text); match !== null; match = identifiers_SHAPE.exec(text)) {
        const start = match.index;
        const end = start + 20;
        budget.spend(COST_OF_LOOK);
        if (standsAlone(text, start, end)) {
            const identifier = describe(text, start, end, match[0]);
            if (identifier !== undefined)
                found.push(identifier);
        }
        else
            identifiers_SHAPE.lastIndex = start + 1;
    }
    return found;
}
function standsAlone(text, start, end) {
    const ends = endsAt(text, end) || lengthWrittenBefore(text, start, 20);
    const alone = (ends && beginsAt(text, start)) || isAmongWords(text, start);
    return (alone && !isWithinData(text, start, end)) || isBesideSecret(text, start);
}
function describe(text, start, end, value) {
    const structure = structureOf(value);
    const harmless = harmlessIdentifier(value);
    const likeWords = likenessToWords(value.slice(4));
    if (likeWords >= LIKE_WORDS && !isCalledKey(text, start, value))
        return undefined;
    return {
        text: value,
        start,
        end,
        valid: structure !== undefined,
        plausible: isPlausible(text, start, value),
        wordlike: (structure === undefined && isMadeOfWords(value.slice(4))) ||
            likeWords >= (structure === undefined ? LIKE_WORDS : CLEARLY_WORDS),
        ...(structure?.account === undefined ? {} : { account: structure.account }),
        ...(harmless === undefined ? {} : { harmless }),
        presigned: isPresigned(text, start, end),
    };
}
/** A chance hit in encoded data: random base64 of more than a path's length on one side at least. */
function isWithinData(text, start, end) {
    const before = BASE64_BEFORE.exec(text.slice(Math.max(0, start - 64), start))?.[0] ?? '';
    const after = BASE64_AFTER.exec(text.slice(end, end + 64))?.[0] ?? '';
    if (before.length + after.length + 20 <= LONGEST_SURROUNDING)
        return false;
    if (/^\/.{40}$/.test(after) && /(?:^|\/)$/.test(before) && !isRandom(before))
        return false;
    return isRandom(before) || isRandom(after);
}
function isRandom(text) {
    return text.length >= 12 && looksRandom(Buffer.from(text, 'latin1'), 0, text.length);
}
/**
 * One identifier in thirty has letters only. Of these one in two hundred scores as words do, one in two thousand as
 * clearly as words do; no word begins with AKIA, and no word stands where an access key is named.
 */
const LIKE_WORDS = 12;
const CLEARLY_WORDS = 26;
/** What people put together where a key would stand. */
const WORDS_OF_KEYS = /SECRET|ACCESS|KEY|TOKEN|TEST|USER|NAME|REGION|POLICY|CREDENTIAL/g;
/** How much likelier as words in capitals than as chance: `ASIAREGIONALOFFICES`, `AKIAYOURACCESSKEYHER`. */
function likenessToWords(tail) {
    if (!/^[A-Z]+$/.test(tail))
        return Number.NEGATIVE_INFINITY;
    if (isMadeOfWords(tail))
        return CLEARLY_WORDS;
    const letters = Buffer.from(tail.toLowerCase(), 'latin1');
    return textLikelihood(letters, 0, letters.length);
}
function isMadeOfWords(tail) {
    const letters = tail.replace(/\d/g, '');
    return letters.replace(WORDS_OF_KEYS, '').length <= letters.length / 2;
}
function isCalledKey(text, start, value) {
    return value.startsWith('AKIA') || KEY_NAME.test(text.slice(Math.max(0, start - 80), start));
}
/** The name of a service or of a resource does not call anything a key. */
const KEY_NAME = /access[\s_.-]*key|key[\s_.-]*id|(?<!arn:|amazon)aws(?![.:])|credential/i;
/**
 * Whether an identifier that AWS cannot have issued still is worth a warning: it is called one, and is neither a word
 * nor a sequence of DNA.
 */
function isPlausible(text, start, value) {
    const tail = value.slice(4);
    if (!/\d/.test(tail) || !/[A-Z]/.test(tail))
        return false;
    return KEY_NAME.test(text.slice(Math.max(0, start - 80), start));
}
const SIGV4_SCOPE = /^(?:\/|%2F|\\\/|\\u002f)\d{8}(?:\/|%2F|\\\/|\\u002f)[a-z0-9-]+/i;
const CREDENTIAL_PARAMETER = /(?:X-Amz-Credential|Credential)(?:=|%3D|%253D|["']?\s*[:,]\s*["']?)$/i;
/** `Authorization: AWS id:signature`, the SHA-1 of the older form. */
const SIGNATURE_AFTER = /^:[A-Za-z0-9+/]{27}=(?!=)/;
function isPresigned(text, start, end) {
    if (SIGV4_SCOPE.test(text.slice(end, end + 64)))
        return true;
    const before = text.slice(Math.max(0, start - 40), start);
    if (/\bAWS $/.test(before) && SIGNATURE_AFTER.test(text.slice(end, end + 30)))
        return true;
    if (CREDENTIAL_PARAMETER.test(before) && /X-Amz-/i.test(before))
        return true;
    return /AWSAccessKeyId(?:=|%3D)$/i.test(before) && isSignedQuery(text, start, end);
}
/** The older signature: AWSAccessKeyId, Signature and Expires in one query, in any order. */
function isSignedQuery(text, start, end) {
    const before = /[^\s"'<>]{0,1024}$/.exec(text.slice(Math.max(0, start - 1024), start))?.[0] ?? '';
    const after = /^[^\s"'<>]{0,1024}/.exec(text.slice(end, end + 1024))?.[0] ?? '';
    return /Signature(?:=|%3D)/i.test(before + after);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/odd.js


/** A name that only a secret access key has, and the literal that it is given. */
const NAMED = /(?:aws[\s_.-]?secret[\s_.-]?|secret[\s_.-]?access[\s_.-]?)key(?:[\s_.-]?value)?["'`\])}]{0,3}\s{0,8}(?::=|=>|[=:,>|]|\s)\s{0,16}["'`]?([A-Za-z0-9+/][A-Za-z0-9+/=]{15,127})(?=["'`\s,;)}\]<&\0]|$)/gi;
const odd_IDENTIFIER = /access[\s_.-]?key[\s_.-]?id["'`\])}]{0,3}\s{0,8}(?::=|=>|[=:,>|]|\s)\s{0,16}["'`]?(A[KS]IA[A-Z0-9]{13,36})(?=["'`\s,;)}\]<&]|$)/gi;
/** Values that are called an access key but have another length: cut, padded, or of another service. */
function findOddCredentials(text) {
    return [...matchesOf(NAMED, text, isOddSecret), ...matchesOf(odd_IDENTIFIER, text, isOddIdentifier)];
}
function matchesOf(form, text, accepts) {
    const found = [];
    for (const match of text.matchAll(form)) {
        const value = match[1] ?? '';
        const start = match.index + match[0].length - value.length;
        if (accepts(value))
            found.push({ rule: 'odd-credential', text: value, start, end: start + value.length });
    }
    return found;
}
function isOddSecret(value) {
    if (value.length === 40 || !/[A-Z]/.test(value) || !/[a-z]/.test(value))
        return false;
    if (value.length < 20 && !/\d/.test(value))
        return false;
    if (isTextInBase64(value))
        return false;
    return harmlessSecret(value) === undefined && looksRandom(Buffer.from(value, 'latin1'), 0, value.length);
}
/** A manifest's placeholder, `Y2hhbmdlLW1l\u2026`: what it says is read as text of its own. */
function isTextInBase64(value) {
    return value.length % 4 === 0 && /^[\n\r -~]+$/.test(Buffer.from(value, 'base64').toString('latin1'));
}
function isOddIdentifier(value) {
    return value.length !== 20 && /\d/.test(value) && harmlessSecret(value) === undefined;
}
;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = loadNow("node:buffer");
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/token-heads.js
/**
 * A session token is a message in Protocol Buffers: a byte, the tag of a text, its length, and the text, which names
 * the issuer: "aws", "er/aws", "origin_ec". No text in base64 has the length as a control character.
 */
const HEAD_OF_SESSION_TOKEN = '[A-Za-z0-9+/][AQgw]o[A-P](?:YXdz|ZXIvYXdz|b3JpZ2luX2Vj)';
const HEAD_OF_BEDROCK_KEY = 'ABSK';
const HEAD_OF_SHORT_TERM_KEY = 'bedrock-api-key-';
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/joins.js

const QUOTE = '["\'`]';
/** Right behind a quote it is the next literal's first characters. */
const COMMENT = '(?:(?<!["\'`])(?:(?://|#|--)[^\\n]{0,120}\\n\\s{0,40}|/\\*[^*]{0,120}\\*/\\s{0,40}))?';
const OPERATOR = '(?:\\+\\+?|\\.\\.?|[*^]|&(?:\\s?_)?|\\|\\||~|<>|<<|\\\\|\\)?\\.(?:concat|append|Append)\\()?';
const PREFIX = `(?:(?<=[\\s+.&~|>\\\\(])[bBfFrRuUL@$]{1,2}(?=${QUOTE}))?`;
/** Two literals side by side, or with an operator that concatenates between them, in most languages. */
const LITERALS = `${QUOTE}\\)?\\s{0,40}${COMMENT}${OPERATOR}(?:\\s?[\`\\\\]\\r?\\n)?\\s{0,40}${COMMENT}\\(?${PREFIX}${QUOTE}`;
/** `key += "\u2026"`, `$key .= '\u2026'`, `key = key + "\u2026"`, on the line after. */
const APPENDED = `${QUOTE}\\)?;?\\s{1,40}([\\w$.]{1,40})(?:\\s?[+.]=\\s?|\\s?=\\s?\\1\\s?[+.]\\s?|\\.(?:append|Append|WriteString|push_str|write)\\()${QUOTE}`;
/** The same from one line of a notebook's cell to the next, which are texts in a list of their own. */
const CELL = `${QUOTE}[ \\t]?[+.\\\\]?\\r?\\n",\\s{0,40}"[ \\t]{0,40}[+.]?[ \\t]?${QUOTE}`;
const INTERPOLATED = `${QUOTE}\\s?\\}\\$?\\{\\s?${QUOTE}`;
const CONTINUED = '[\\\\`^]\\r?\\n[ \\t]{0,80}';
/** A page of PDF moves letters closer to each other: `[(AKIA\u2026) -20 (\u2026)] TJ`. */
const KERNED = `(?<=[A-Za-z0-9+/])\\)\\s?-?\\d{1,4}(?:\\.\\d{1,4})?\\s?\\((?=[A-Za-z0-9+/])`;
/** A word processor cuts text wherever its spelling was checked, or part of it was edited. */
const RUN_OF_TEXT = '</w:t></w:r>(?:<w:(?:proofErr|bookmark\\w{3,5}) [^<>]{0,80}/>)*<w:r(?: [^<>]{0,160})?>(?:<w:rPr>(?:<(?!/w:rPr>)[^<>]{0,160}>){0,24}</w:rPr>)?<w:t(?: [^<>]{0,40})?>';
const INSIDE = '[A-Za-z0-9+/]';
/** The shell's `AKIA"\u2026"` and `AKIA''\u2026`, and the soft line break of quoted-printable. Behind continued lines it is padding. */
const ADJACENT = `(?<=${INSIDE})(?<!(?:^|[^A-Za-z0-9+/])[bBfFrRuUL]{1,2})(?:["']{1,2}|(?<!\\\\\\r?\\n[^\\n]{0,200})=\\r?\\n)(?=${INSIDE})`;
/** Where a browser may break a long word: an element, an entity, or the UTF-8 bytes of characters that nobody sees. */
const INVISIBLE = `(?<=${INSIDE})(?:<wbr ?/?>|&shy;|\\xe2\\x80\\x8b|\\xc2\\xad)(?=${INSIDE})`;
const GLUE = new RegExp([CONTINUED, CELL, KERNED, LITERALS, APPENDED, INTERPOLATED, ADJACENT, RUN_OF_TEXT, INVISIBLE].join('|'), 'g');
/** Behind a format the list begins; `"\u2026".concat("\u2026", "\u2026")` begins before its call. */
const LIST = new RegExp(`(?<!%[a-z]|\\})${QUOTE}\\s{0,40}(?:,|\\)?\\.concat\\()\\s{0,40}${QUOTE}`, 'g');
const JOINS_LIST = /join|concat|implode|paste0|reduce|printf|Sprint|%s%s|\{\}\{\}|\{0\}\{1\}/i;
const CHARACTERS = `(?:"[^"\\n]{0,24}"|'[^'\\n]{0,24}')`;
/**
 * What stands before the quote of the first piece of a value: `"".join([`, `concat!(`, `String.format("%s%s", `,
 * `!Join ["", [`, or `${` in a template. For any case of letters.
 */
const JOINING_CALL = `(?:(?:${CHARACTERS}\\.|[{!$]?\\s?(?:["']?Fn::|\\w{1,16}\\.)?)(?:join|concat|implode|s?printf|format|paste0)` +
    `!?["']?[\\s:]{0,2}[([]\\s{0,8}(?:${CHARACTERS}\\s{0,2},\\s{0,8})?(?:\\[\\]string)?[[({]?\\s{0,8}|["\`]?[$#]\\{\\s?)`;
/** What a token or an identifier begins with, and what a document in a shell ends with: nothing before it belongs to it. */
const BEGINS = `E(?:O[A-Z]|ND)[\\r\\n]|${HEAD_OF_BEDROCK_KEY}|A[KS]IA[A-Z2-7]{4}|${HEAD_OF_SESSION_TOKEN}`;
/** What a quoted, commented or changed line begins with. */
const MARKER = '[#*|>+-]|//';
/** A line that holds nothing but the rest of a value. */
const REST = `${INSIDE}{1,200}={0,2}["'\`]?[,;)]{0,2}[ \\t]{0,8}(?:[\\r\\n]|</|$)`;
const LINE_END = new RegExp(`(?<=${INSIDE})[ \\t]{0,2}\\r?\\n[ \\t]{0,80}(?:(${MARKER}) {0,8})?(?!${BEGINS})(?=${REST})`, 'g');
/** All that can stand between two pieces, each to be tried at one place. */
const STICKY_GLUES = [GLUE, LIST, LINE_END].map(({ source }) => new RegExp(source, 'y'));
/** Puts concatenated literals and continued lines together. @returns undefined when there is none */
function joinLiterals(text) {
    return joins_without(GLUE, text);
}
/** Puts the literals of lists together, where the text joins a list. */
function joinLists(text) {
    return JOINS_LIST.test(text) ? joins_without(LIST, text) : undefined;
}
/** Lines that are wider than a secret are wrapped data, which ends with the first that is shorter. */
const WRAPPED = 41;
const WORD_BEFORE = new RegExp(`${INSIDE}{0,200}$`);
/** Puts a line that is one word only behind the line before: values that were folded or wrapped. */
function joinLines(text) {
    // Where the last line began whose first character looked like a marker and was none.
    let unmarked = -1;
    let [width, begin] = [0, -1];
    return joins_without(LINE_END, text, match => {
        const { 0: gap, 1: marker, index } = match;
        const word = WORD_BEFORE.exec(text.slice(Math.max(0, index - 200), index))?.[0].length ?? 0;
        const isLast = index - word === begin && width >= WRAPPED && word < width;
        [width, begin] = [word, index + gap.length];
        if (isLast)
            return 0;
        if (marker === undefined)
            return gap.length;
        const line = text.lastIndexOf('\n', index - 1) + 1;
        if (line !== unmarked && isMarked(text, line, marker))
            return gap.length;
        if (!gap.endsWith(marker) || !/[+/]/.test(marker))
            return 0;
        unmarked = text.lastIndexOf('\n', index + gap.length) + 1;
        return gap.length - marker.length;
    });
}
/** A marker before the second line stands before the first, too; else it is a character of the value, if it can be. */
function isMarked(text, line, marker) {
    return text
        .slice(line, line + 80)
        .trimStart()
        .startsWith(marker);
}
/** Leaves out what stands between the pieces. @returns undefined when there is nothing between any */
function joins_without(glue, text, gapOf = match => match[0].length) {
    const parts = [];
    const starts = new Int32Array(text.length);
    let length = 0;
    let from = 0;
    const keepTo = (stop) => {
        parts.push(text.slice(from, stop));
        for (let at = from; at < stop; at++)
            starts[length++] = at;
    };
    for (const match of text.matchAll(glue)) {
        const gap = gapOf(match, text);
        if (gap === 0)
            continue;
        keepTo(match.index);
        from = match.index + gap;
    }
    if (from === 0)
        return undefined;
    keepTo(text.length);
    return { text: parts.join(''), starts };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/neighbours.js
const neighbours_QUOTE = '["\'`]';
/** What stands between a name and the value that it is given. */
const neighbours_OPERATOR = '(?:=>|:{1,3}[=+?-]?|[?+!]?={1,3}|\\|\\||\\?\\?|(?<=\\s)or(?=\\s))';
function indentOf(line) {
    return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
/** An empty line, or one drawn below a heading or within a table. */
function isRule(line) {
    return /^[\s|:+=~-]*$/.test(line);
}
function isComment(line) {
    return /^\s*(?:#|\/\/|--\s|;|\/?\*|<!--|REM\b)/i.test(line);
}
/** Lines that are commented out, quoted or added, without what marks them, where the value's own line is. */
function unmarked(lines) {
    const marker = /^[ \t]*(?:[#>+;*]|\/\/)/.exec(lines.at(-1) ?? '')?.[0];
    if (marker === undefined)
        return [...lines];
    return lines.map(line => (line.startsWith(marker) ? line.slice(marker.length).replace(/^ /, '') : line));
}
/** Whether a line says all that it has to say: an assignment that has its value, a statement that has ended. */
function isComplete(before, line) {
    if (isComment(before))
        return false;
    if (/<([\w.:-]+)(?:\s[^<>]*)?>[^<]*<\/\1>\s*$/.test(before) || /(?:\/>|;)\s*$/.test(before))
        return true;
    if (/(?:^|\s)--?[A-Za-z][\w-]*[ =]\S+\s*\\?$/.test(before) || /^\s*(?:ENV|ARG|setx?|setenv)\s/.test(before))
        return true;
    if (/^[^()]*\([^()]*\)\s*$/.test(before))
        return true;
    if (/[([{\\+&|]\s*$/.test(before))
        return false;
    const value = /^.*["'`\w\])]\s{0,8}(?:=>|[:?+]?=|:)\s{0,8}(\S?)/.exec(before)?.[1];
    if (value === undefined)
        return false;
    return value !== '' || /=\s*$/.test(before) || indentOf(before) >= indentOf(line);
}
const VALUE = '(?:"[^"]*"|\'[^\']*\'|`[^`]*`|[^\\s"\'`,;&?(){}[\\]<>]+)';
const ASSIGNMENT = new RegExp(`${neighbours_QUOTE}?([\\w$.-]{1,120})${neighbours_QUOTE}?[\\])]{0,2}\\s{0,4}${neighbours_OPERATOR}\\s{0,4}${VALUE}(?=[\\s,;&?)}\\]<]|$)(?!\\s{0,4}(?:[?+.:=]|\\|\\||&&|(?:or|if)\\b))`, 'g');
const CLOSED = /\{[^{}]*\}|<[^<>]*\/>|\([^()]*\)\s{0,4},/g;
const CLOSED_ELEMENT = /<([\w.:-]+)(?:\s[^<>]*)?>[^<]*<\/\1>/g;
/** `{{ \u2026 }}` within an object in a list. */
const NESTED = 3;
/** Without the names that are given another value, and without what is closed before the value. */
function withoutOthers(text, speaks) {
    const unlessItSpeaks = (whole, name) => (speaks.test(name) ? ' ' : whole);
    let open = text;
    for (let depth = 0; depth < NESTED; depth++)
        open = open.replace(CLOSED, ' ');
    return open.replace(CLOSED_ELEMENT, unlessItSpeaks).replace(ASSIGNMENT, unlessItSpeaks);
}
/**
 * What the column is called in which a value stands, where the lines are rows.
 *
 * @param previous the lines before, the nearest first
 * @returns undefined when they are none
 */
function columnOf(line, previous) {
    const delimiter = /[,;\t|]/.exec(line)?.[0];
    if (delimiter === undefined)
        return undefined;
    const at = line.split(delimiter).length - 1;
    let name;
    for (const row of previous) {
        if (isRule(row))
            continue;
        const cells = row.split(delimiter);
        if (cells.length <= at)
            break;
        name = cells[at];
    }
    return name !== undefined && /^["'\s]{0,40}[A-Za-z][\w .-]{0,200}["'\s]{0,40}$/.test(name)
        ? name
        : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/plain.js
/** Without what is too long for a word: random text spells short words now and then. The usual escapes are resolved. */
function plain(text) {
    return text
        .replace(ESCAPED, escaped => plain_CHARACTERS[escaped.replace(/^\\+/, '').toLowerCase()] ?? ' ')
        .replace(/[A-Za-z0-9+/]{32,}/g, '*');
}
const ESCAPED = /\\{1,8}(?:["'`/rnt]|u00(?:22|27|3d|26|0a)|x(?:22|27|3d|26|0a))|%(?:3D|22|27|26|0A|3A|2C)|&(?:quot|apos|#34|#39|#x22|#x27|lt|gt);|\xe2\x80[\x98\x99\x9c\x9d]/gi;
const plain_CHARACTERS = {
    '"': '"',
    "'": "'",
    '`': '`',
    '/': '/',
    r: '\n',
    n: '\n',
    u0022: '"',
    u0027: "'",
    u003d: '=',
    u0026: '&',
    u000a: '\n',
    x22: '"',
    x27: "'",
    x3d: '=',
    x26: '&',
    x0a: '\n',
    '%3d': '=',
    '%22': '"',
    '%27': "'",
    '%26': '&',
    '%0a': '\n',
    '%3a': ':',
    '%2c': ',',
    '&quot;': '"',
    '&apos;': "'",
    '&#34;': '"',
    '&#39;': "'",
    '&#x22;': '"',
    '&#x27;': "'",
    '&lt;': '<',
    '&gt;': '>',
    // Typographic quotes, as their bytes in UTF-8.
    '\xe2\x80\x98': "'",
    '\xe2\x80\x99': "'",
    '\xe2\x80\x9c': '"',
    '\xe2\x80\x9d': '"',
};
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/naming.js



/** How far before a value its name is looked for: on its line, and in all. */
const LINE = 120;
const BEFORE = 480;
const AFTER = 80;
/** A comment of a word or two is a heading. */
const LABEL = /^\W*\w+(?: \w+)?\W*$/;
/** Lines before that are read for the name of the block. */
const MOST_LINES = 8;
/** Other values have names, too: a name that is given a value of its own does not speak of the next one. */
function namingOf(text, start, end, vocabulary) {
    const { speaks, insists } = vocabulary;
    const lines = unmarked(plain(text.slice(Math.max(0, start - BEFORE), start)).split(/\r\n|[\r\n]/));
    const line = beforeCall(lines.pop() ?? '');
    const sameLine = line.slice(-LINE);
    const previous = lines.slice(-MOST_LINES).reverse();
    const { name, specific } = ownName(sameLine);
    const header = naming_headerOf(line, previous);
    const after = afterwards(plain(text.slice(end, end + AFTER)), name);
    const others = withoutOthers(sinceElement(sameLine, name), speaks);
    const before = previous.find(one => !isRule(one)) ?? '';
    const label = isComment(before) && LABEL.test(before) ? before : '';
    const common = { own: name, sameLine, near: others, header: `${header.name}\n${label}` };
    if (speaks.test(name)) {
        const open = isComplete(before, line) ? '' : before;
        return { ...common, near: sameLine, words: `${open}\n${sameLine}`, after: withoutOthers(after, speaks) };
    }
    if (!specific) {
        const around = NAMES_BLOCK.test(others)
            ? []
            : nearby(name, others, before, header.words, previous, speaks);
        return { ...common, words: [...around, others].join('\n'), after: withoutOthers(after, speaks) };
    }
    const isOpen = isComment(before) || (!isComplete(before, line) && (isProse(before) || insists.test(before)));
    const counts = !/["'`{}<>=]/.test(others) || insists.test(others);
    const near = counts ? others : '';
    const words = `${isOpen ? before : ''}\n${near}`;
    return {
        ...common,
        near,
        words,
        after: /^["'`\s;,)]{0,8}(?:#|\/\/|\/\*|--|<!--|\()/.test(after) ? after : '',
    };
}
/** Of a line of elements, what follows the last one of the same name; of a row of cells, the last one, too. */
function sinceElement(line, name) {
    const closing = `</${name}>`;
    const end = line.lastIndexOf(closing);
    if (end < 0)
        return line;
    const rest = line.slice(end + closing.length);
    if (/[A-Za-z]/.test(rest.replace(/<[^<>]*>/g, '')))
        return rest;
    return line.slice(Math.max(0, line.lastIndexOf(closing, end - 1)));
}
/** The rest of the line; of an object, to its end, and its name when that comes last. */
function afterwards(text, name) {
    const [rest = '', next = ''] = text.split(/\r\n|[\r\n]/, 2);
    if (name === '')
        return rest;
    const within = rest.split(/[}>]/, 1)[0] ?? '';
    const isNamedNext = isGeneric(name) && within === rest && NAMES_BLOCK.test(next) && !/^\s*- /.test(next);
    return isNamedNext ? `${within} ${next}` : within;
}
/** What stands before the line of a value that has no name, or one that says nothing. */
function nearby(name, others, before, block, previous, speaks) {
    if (name !== '')
        return isGeneric(name) ? [block, before] : [before];
    const column = speaks.test(others) ? undefined : columnOf(others, previous);
    return [column ?? before];
}
/** Not code or data, where names stand in quotes and brackets. */
function isProse(text) {
    return !/["'`{}<>=]|:\s*$/.test(text);
}
const naming_QUOTE = '["\'`]';
/** `name = "`, `"name": "`, `val name: Type = "` */
const ASSIGNED = `([\\w$.-]{1,120})${naming_QUOTE}?[\\])}]{0,2}\\s{0,8}(?::\\s{0,2}[\\w<>?.*]{1,40}\\s{1,4}(?==))?${neighbours_OPERATOR}\\s{0,8}(?:[|>][+-]?|(?:!!?|&)\\w{1,20}\\s{1,4})?`;
/** `<name attribute="\u2026">` */
const ELEMENT = '<([\\w.:-]{1,120})(?:\\s[^<>]{0,80})?>\\s{0,8}';
/** `define("name", "` */
const ARGUMENT = `[([{]\\s{0,4}${naming_QUOTE}([\\w.-]{1,120})${naming_QUOTE}\\s{0,4},\\s{0,8}`;
/** `--name `, `ENV name `, `setx name ` */
const OPTION = '(?:(?:^|\\s)--?|(?:ENV|ARG|setenv|setx|-gx)\\s{1,4})([A-Za-z][\\w-]{0,120})[ \\t]{1,4}';
const OWN = new RegExp(`(?:${ASSIGNED}|${ELEMENT}|${ARGUMENT}|${OPTION})[bBfFrRuULs@$]{0,2}${naming_QUOTE}{0,3}$`);
/** `name = condition ? other : "` */
const CHOICE = /\s\?\s[^?]{0,80}\s:\s{0,4}["'`]{0,3}$/;
const CALL = /([\w.-]{1,120})\s{0,4}\(\s{0,8}[bBfFrRuUL@$]{0,2}["'`]{0,3}$/;
const PUTS_TOGETHER = new RegExp(`${JOINING_CALL}(["'\`])$`, 'i');
/** The line as if the value stood in place of the call that puts its pieces together. */
function beforeCall(line) {
    const call = PUTS_TOGETHER.exec(line.slice(-LINE));
    return call === null ? line : `${line.slice(0, line.length - call[0].length)} ${call[1] ?? ''}`;
}
function ownName(sameLine) {
    if (CHOICE.test(sameLine))
        return { name: '', specific: false };
    const match = OWN.exec(sameLine);
    const name = match?.slice(1).find(group => group !== undefined);
    if (name !== undefined)
        return { name, specific: !isGeneric(name) };
    return { name: CALL.exec(sameLine)?.[1] ?? '', specific: false };
}
/** A name that only says that a value follows: the value is called by what stands before, or by its block. */
function isGeneric(name) {
    return GENERIC.test(name);
}
const GENERIC = /^(?:[\w-]*\.)*(?:parameter|default|secret|object|plain)?(?:value|val|default|data|string|str|text|content|literal|field|item|result|output|td|dd|li|p|b|i|code|pre|span|strong|entry|is|was|s|v|x|to|string_?value|_)$/i;
/** The line on which the block begins that holds the value, and what its neighbours are called. */
function naming_headerOf(line, previous) {
    const depth = indentOf(line);
    const words = [];
    if (/^\s*- /.test(line))
        return { name: '', words: '' };
    for (const other of previous) {
        if (other.trim() === '')
            continue;
        const indent = indentOf(other);
        if (/^\[[^\]]+\]\s*$/.test(other))
            return { name: other, words: '' };
        if (indent <= depth && /^\s*(?:[}\])]|<\/|---)/.test(other))
            break;
        if (indent < depth || /^\s*- /.test(other))
            return { name: other, words: [...words, other].join('\n') };
        if (indent === depth && NAMES_BLOCK.test(other))
            words.push(other);
    }
    return { name: '', words: '' };
}
const NAMES_BLOCK = /(?:name|key|id|label|title|description)["']?\s{0,4}[:=]|^\s*<(?:name|key|id|label|title|description)>|^\s*["'`][\w-]+["'`],\s*$/i;
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/context.js

const AWS_SECRET = /secret[\s_.-]{0,3}access[\s_.-]{0,3}key|access[\s_.-]{0,3}secret|secret[\s_.-]{0,3}key|(?:aws(?!\.com)|amazon(?!aws\.com)|s3|boto|minio|dynamo(?:db)?|(?<![a-z])(?:iam|ses|sqs|sns))[\w .\t-]{0,24}(?:secret|priv|pass(?![a-z])|passw|credential|key|sk(?![a-z0-9]))|(?:^|[^a-z0-9])sk["'\])]{0,3}\s{0,3}[:=,>]/i;
/** "Secret" in other languages, as their UTF-8 bytes. */
const ABROAD = [
    'geheim',
    'secr\u00e8t',
    'secr\u00e9t',
    'segret',
    'sekret',
    'hemlig',
    'tajn',
    'gizli',
    '\u79d8\u5bc6',
    '\u5bc6\u94a5',
    '\u5bc6\u9470',
]
    .concat([
    '\u30b7\u30fc\u30af\u30ec\u30c3\u30c8',
    '\ube44\ubc00',
    '\u0441\u0435\u043a\u0440\u0435\u0442',
    '\u0421\u0435\u043a\u0440\u0435\u0442',
])
    .flatMap(word => [Buffer.from(word).toString('latin1'), word])
    .filter(word => !/[^\0-\xff]/.test(word))
    .join('|');
const context_SECRET = new RegExp(`secret|private.?key|access.?key|credential|passw|${ABROAD}`, 'i');
/** Nobody else has a secret of that name. */
const OF_AWS = /aws|amazon|s3|iam|access/i;
const VOCABULARY = { speaks: new RegExp(`${AWS_SECRET.source}|${context_SECRET.source}`, 'i'), insists: AWS_SECRET };
/** Who else gives out secrets of 40 characters, and what else is called a secret. */
const OTHER_SECRET = /(?<!\bs3\.)client(?!\.(?:set|with)[A-Z_])|captcha|paystack|paypal|braintree|plaid|razorpay|flutterwave|algolia|mailgun|mailchimp|sendgrid|pusher|mixpanel|segment|sentry|datadog|discord|telegram|linkedin|dropbox|spotify|coinbase|binance|kraken|bitfinex|shopify|cloudflare|zendesk|hubspot|salesforce|atlassian|bitbucket|jira|mapbox|contentful|vercel|netlify|supabase|openai|anthropic|turnstile|twitch|reddit|wechat|onesignal|fastly|digitalocean|keycloak|cognito|tencent|aliyun|alibaba|qiniu|huawei|web.?hook|consumer|oauth|session|cookie|jwt|csrf|xsrf|app.?secret|signing|hmac|github|gitlab|slack|stripe|twilio|azure|google|gcp|firebase|okta|auth0|django|flask|rails|heroku|npm|twitter|facebook|encrypt|cipher|salt|api.?secret|shared.?secret/i;
const OTHER_THING = new RegExp('(?:sha-?\\d{1,3}|integrity|check.?sum|digest|e-?tag|commit|revision|uses:|hash|base64,|md5|signature|nonce|' +
    'finger.?print|thumb.?print|public.?key|cursor|continuation|next.?token|ENC\\[[^\\]]*|' +
    '(?:^|(?<!secret[_.-]?(?:access[_.-]?)?key)[^A-Za-z0-9])(?:id|version|ref|hmac|data|iv|tag))' +
    '["\'`)\\]]{0,2}\\s{0,3}(?:=>|[=:>(-])?\\s{0,3}["\'`]?$|' +
    // The hash of a password: `{SSHA}\u2026` of LDAP, `$argon2id$\u2026$salt$\u2026`
    '\\{(?:s?sha\\d*|s?md5|crypt|pbkdf2[\\w-]*|pkcs5s2|argon2\\w*)\\}$|\\$[A-Za-z0-9./+]{8,34}={0,2}\\$$', 'i');
/**
 * @param text the text around the value
 * @param start first character of the value
 * @param end one past the last
 */
function contextOf(text, start, end) {
    const { own, words, near, sameLine, header, after } = namingOf(text, start, end, VOCABULARY);
    if (isOtherThing(sameLine))
        return 'denied';
    if (isApiKey(own, words) || isName(own) || isLineOfData(text, start, end))
        return 'none';
    if (AWS_SECRET.test(words)) {
        const block = OF_AWS.test(own === '' ? near : own) ? '' : header;
        return areOfOther(block, own) ? 'none' : 'named';
    }
    if (context_SECRET.test(words)) {
        const speaking = context_SECRET.test(near) ? near : words;
        return OTHER_SECRET.test(`${header}\n${speaking}`) ? 'none' : 'hinted';
    }
    return AWS_SECRET.test(after) && !areOfOther(after) ? 'hinted' : 'none';
}
function isOtherThing(sameLine) {
    return OTHER_THING.test(sameLine.slice(-40)) || PASSWORD_HASH.test(sameLine);
}
function areOfOther(...names) {
    return names.some(name => OTHER_SECRET.test(name) && !SURELY_OF_AWS.test(name));
}
/** Whatever else is in the name: an application is configured with it. */
const SURELY_OF_AWS = /aws[_.-]?secret[_.-]?(?:access[_.-]?)?key/i;
/** `$2b$12$\u2026`, `$6$salt$\u2026`: parts of it have forty characters between dots. */
const PASSWORD_HASH = /\$(?:2[abxy]?|[1567y]|argon2\w*|pbkdf2[\w-]*)\$[^\s"']{0,110}$/;
/** A key of API Gateway, which may have 40 characters, too, and opens one interface. */
function isApiKey(own, words) {
    return /api.?key$/i.test(own) || (/api.?key/i.test(words) && !/secret/i.test(words));
}
/** What an object or a secret is called, not the secret: `S3Key`, `secretVersionId`. */
function isName(own) {
    return (/object[_.-]?key$|s3key$/i.test(own) || /[a-z](?:(?<!ecret(?:Access)?Key)Id|Name|Arn|Version)$/.test(own));
}
const LINE_BEFORE = /(?:^|[\r\n])[ \t]{0,80}[A-Za-z0-9+/]{40}\r?\n[ \t]{0,80}$/;
const LINE_AFTER = /^\r?\n[ \t]{0,80}[A-Za-z0-9+/]{40}[ \t]{0,8}(?:[\r\n]|$)/;
const LINE_BEGINS = /(?:^|[\r\n])[ \t]{0,80}$/;
const LINE_ENDS = /^[ \t]{0,8}(?:[\r\n]|$)/;
/** Data that is wrapped at forty characters: a line before or after it is alike. */
function isLineOfData(text, start, end) {
    const before = text.slice(Math.max(0, start - 210), start);
    const after = text.slice(end, end + 140);
    return ((LINE_BEFORE.test(before) && LINE_ENDS.test(after)) ||
        (LINE_AFTER.test(after) && LINE_BEGINS.test(before)));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/secrets.js







const SECRET_LENGTH = 40;
/** Of a longer run nothing is a secret with something before it, such as a path and an identifier. */
const secrets_LONGEST_RUN = 125;
/** The run begins within an escape: so it holds less than a secret. */
const PERCENT = /%(?:25){0,4}[0-9A-Fa-f]{2}$/;
/** In steps: what it takes to read what a value is called. */
const COST_OF_CONTEXT = 600;
/** @param budget takes note of the work, beside that for the length of the text */
function findSecrets(text, budget) {
    const found = [];
    for (const [start, runEnd] of runsOf(text)) {
        const end = lengthWrittenBefore(text, start, SECRET_LENGTH) ? start + SECRET_LENGTH : runEnd;
        const secretStart = end - SECRET_LENGTH;
        if (isPartOfUrlSafe(text, secretStart, end) || goesOn(text, end))
            continue;
        if (PERCENT.test(text.slice(Math.max(0, secretStart - 9), secretStart + 2)))
            continue;
        if (secretStart !== start && !beginsLate(text, start, secretStart))
            continue;
        const secret = secrets_describe(text, secretStart, end, budget);
        if (secret !== undefined)
            found.push(secret);
    }
    for (const start of secretsBesideIdentifiers(text)) {
        const secret = secrets_describe(text, start, start + SECRET_LENGTH, budget);
        if (secret !== undefined)
            found.push(secret);
    }
    return found;
}
/** A piece of url-safe base64, such as a hash or a token, between its hyphens and underscores. */
function isPartOfUrlSafe(text, start, end) {
    const before = text.slice(Math.max(0, start - 22), start);
    if (/[A-Za-z0-9][-_]$/.test(before) && !/A[KS]IA[A-Z2-7]{16}[-_]$/.test(before))
        return true;
    return /^[-_][A-Za-z0-9]{3}/.test(text.slice(end, end + 4));
}
/** Runs of 40 base64 characters, or a few more of which an escape or an identifier may be the first. */
function* runsOf(text) {
    // A character that is none of base64 dismisses the 40 that end with it.
    for (let at = SECRET_LENGTH - 1; at < text.length; at += SECRET_LENGTH) {
        if (!isBase64(text, at))
            continue;
        const first = at - SECRET_LENGTH + 1;
        let start = at;
        while (start > first && isBase64(text, start - 1))
            start--;
        if (start > first) {
            at = start - 1;
            continue;
        }
        let end = at + 1;
        while (end < text.length && isBase64(text, end))
            end++;
        if (end - start <= secrets_LONGEST_RUN && !isPadded(text, end))
            yield [start, end];
        at = end;
    }
}
const EQUALS = 0x3d;
/** No padding follows forty characters at the end of a line: there it is a soft line break of quoted-printable. */
function isPadded(text, end) {
    return text.charCodeAt(end) === EQUALS && !/^=\r?\n/.test(text.slice(end, end + 3));
}
function isBase64(text, at) {
    return IS_BASE64[text.charCodeAt(at)] === 1;
}
/**
 * Whether what stands between the start of the run and the secret is none of its characters: an escape, the `+` of a
 * diff, or the identifier and a separator (`AKIA\u2026/secret`).
 */
function beginsLate(text, runStart, start) {
    if (escapeEndsAt(text, start))
        return !OF_VALUE.test(text.slice(Math.max(0, start - 12), start));
    const between = text.slice(runStart, start);
    if (between === '+')
        return runStart === 0 || text.charAt(runStart - 1) === '\n';
    if (between === '//' || /(?:^|\/)A[KS]IA[A-Z2-7]{16}[+/]$/.test(between))
        return true;
    // Databases store a name and its value side by side.
    return SECRET_NAME.test(text.slice(Math.max(0, start - 20), start));
}
/** An escaped plus sign or slash is a character of the value. */
const OF_VALUE = /(?:%(?:25){0,4}|\\x|\\u00)2[bf]$/i;
/** Thirty bytes of text in base64 have forty characters, too; random ones are never text. */
function isEncodedText(value) {
    const bytes = Buffer.from(value, 'base64');
    return (0,external_node_buffer_namespaceObject.isUtf8)(bytes) && !/[\0-\x08\x0e-\x1f\x7f]/.test(bytes.toString('latin1'));
}
/** Words or a path, of which few letters are capitals, or the eight digits of a logical ID behind them, or a symbol of Rust: one secret in a million. */
function secrets_isName(value) {
    if (/^[A-Za-z]{32}[0-9A-F]{8}$|17h[0-9a-f]{16}E$/.test(value))
        return true;
    return /^[A-Za-z/+]+$/.test(value) && value.replace(/[a-z/+]/g, '').length <= MOST_CAPITALS;
}
const MOST_CAPITALS = 10;
const SECRET_NAME = /secret(?:[_.-]?(?:access[_.-]?)?key)?$/i;
function secrets_describe(text, start, end, budget) {
    const value = text.slice(start, end);
    if (!/[a-z]/.test(value) || !/[A-Z]/.test(value))
        return undefined;
    if (isEncodedText(value) || secrets_isName(value))
        return undefined;
    const harmless = harmlessSecret(value);
    const bytes = Buffer.from(value, 'latin1');
    if (harmless === undefined && !mayBeRandom(bytes, 0, SECRET_LENGTH))
        return undefined;
    budget.spend(COST_OF_CONTEXT);
    const context = contextOf(text, start, end);
    if (harmless === undefined && context !== 'named' && !looksRandom(bytes, 0, SECRET_LENGTH))
        return undefined;
    return { text: value, start, end, context, ...(harmless === undefined ? {} : { harmless }) };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/tokens.js




const FORMS = [
    {
        rule: 'session-token',
        form: new RegExp(`${HEAD_OF_SESSION_TOKEN}[A-Za-z0-9+/_-]{80,4096}(?:(?:=3D){1,2}|={0,2})`, 'g'),
        accepts: isNotOfUrl,
    },
    {
        rule: 'bedrock-api-key',
        form: /ABSK[A-Za-z0-9+/]{109,269}(?:(?:=3D){1,2}|={0,2})/g,
        accepts: holdsBedrockKey,
    },
    {
        rule: 'bedrock-short-term-api-key',
        form: /bedrock-api-key-[A-Za-z0-9+/_-]{60,8192}(?:(?:=3D){1,2}|={0,2})/g,
    },
    { rule: 'mws-auth-token', form: /amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi },
    { rule: 'ses-smtp-credentials', form: /(?:B[A-P]|A[g-v])[A-Za-z0-9+/]{42}/g, accepts: isSmtpPassword },
];
function findTokens(text) {
    return FORMS.flatMap(form => tokensOf(form, text));
}
function tokensOf({ rule, form, accepts }, text) {
    const found = [];
    for (const match of text.matchAll(form)) {
        const start = match.index;
        const end = start + match[0].length;
        if (!tokens_standsAlone(text, start, end))
            continue;
        if (accepts !== undefined && !accepts(match[0], text, start, end))
            continue;
        // As quoted-printable writes them.
        const value = match[0].replaceAll('=3D', '=');
        const harmless = harmlessSecret(value);
        found.push({ rule, text: value, start, end, ...(harmless === undefined ? {} : { harmless }) });
    }
    return found;
}
const tokens_INSIDE = /[A-Za-z0-9+/]/;
function tokens_standsAlone(text, start, end) {
    if (tokens_INSIDE.test(text.charAt(end)) || text.charAt(end) === '=')
        return false;
    if (goesOn(text, end))
        return false;
    return start === 0 || !tokens_INSIDE.test(text.charAt(start - 1)) || escapeEndsAt(text, start);
}
/** A presigned URL carries the token of the session that signed it; the URL is told, the token opens nothing. */
function isNotOfUrl(_value, text, start) {
    return !/X-Amz-Security-Token(?:=|%3D|["']?\s{0,3}[:,]\s{0,3}["']?)$/i.test(text.slice(Math.max(0, start - 40), start));
}
/** `ABSK` and the base64 of `BedrockAPIKey-\u2026:\u2026`, or of another name chosen by the user, a colon and a secret. */
function holdsBedrockKey(value) {
    return (Buffer.from(value.slice(4), 'base64').toString('latin1').includes(':') ||
        value.startsWith('ABSKQmVkcm9ja'));
}
/**
 * An SMTP password is the base64 of a version byte (4, formerly 2) and 32 bytes of HMAC. Forty-four characters of
 * base64 are many things, so words nearby must speak of mail.
 */
function isSmtpPassword(value, text, start, end) {
    if (!looksRandom(Buffer.from(value, 'latin1'), 0, value.length))
        return false;
    const around = text.slice(Math.max(0, start - 400), start) + text.slice(end, end + 200);
    return /smtp|mail|\bSES\b/i.test(around) || /AKIA[A-Z2-7]{16}/.test(around);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/finds.js




function noFinds() {
    return { identifiers: new Map(), secrets: new Map(), tokens: new Map(), seen: 0 };
}
/**
 * Adds what stands in a text. What was found at the same place before, through fewer layers, stays.
 *
 * @param inner whether the stretch is away from the borders at which the text was cut
 */
function finds_readText(text, finds, place, layers, inner, budget) {
    const { seen } = finds;
    budget.spend(text.length);
    finds.seen += keep(findIdentifiers(text, budget), finds.identifiers, place, layers, inner, isOfUrl);
    finds.seen += keep(findSecrets(text, budget), finds.secrets, place, layers, inner, isBetterNamed);
    finds.seen += keep(findTokens(text), finds.tokens, place, layers, inner);
    finds.seen += keep(findOddCredentials(text), finds.tokens, place, layers, inner);
    budget.spend(COST_OF_VALUE * (finds.seen - seen));
}
/** In steps: what it takes to put a value together with others, and to tell of it. */
const COST_OF_VALUE = 200;
/** What a value is called is read best where escapes are resolved. In pieces that were put together a name can come from elsewhere. */
function isBetterNamed(known, other) {
    return known.context !== other.context && !other.layers.includes('concatenation');
}
/** A query whose equals signs were escaped, or that was cut. */
function isOfUrl(known, other) {
    return !known.presigned && other.presigned;
}
/** @returns how many there were */
function keep(values, into, place, layers, inner, isBetter = () => false) {
    let seen = 0;
    for (const value of values) {
        if (!inner(value.start, value.end))
            continue;
        seen += 1;
        const placed = { ...value, ...place(value.start, value.end), layers };
        const key = `${placed.end}:${value.text}`;
        const known = into.get(key);
        if (known === undefined || isBetter(known, placed))
            into.set(key, placed);
    }
    return seen;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/view.js

/** A whole document. */
function documentView(bytes, layers) {
    return {
        bytes,
        place: (start, end) => ({ start, end }),
        layers,
        cutBefore: false,
        cutAfter: false,
        preface: 0,
        depth: 0,
        joins: true,
        isUnpacked: false,
    };
}
/** A file of this size can hold one value and nothing else. */
const SINGLE_VALUE = 64;
/** A file that holds one value says what it is by its own name, as mounted secrets do. */
function namedView(bytes, layers, path) {
    const view = documentView(bytes, layers);
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    // Behind the name of the file the first of several statements would be none.
    if (bytes.length <= SINGLE_VALUE && /=.{0,64}[\r\n]\s{0,64}\S/.test(bytes.toString('latin1')))
        return view;
    // An archive or wide text is known by how it begins, so nothing may stand in front of it.
    if (bytes.length > SINGLE_VALUE || name === '' || archiveKind(bytes) !== undefined || bytes.includes(0))
        return view;
    const before = Buffer.from(`${name.replace(/\.\w+$/, '')}: `);
    return {
        ...view,
        bytes: Buffer.concat([before, bytes]),
        place: (start, end) => ({ start: start - before.length, end: end - before.length }),
        preface: before.length,
    };
}
/** Follows two places, the inner first. */
function through(inner, outer) {
    return (start, end) => {
        const between = inner(start, end);
        return outer(between.start, between.end);
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/gaps.js

/** Between what does not follow each other: a character of no value, and no line end. */
const BETWEEN = 1;
/** What no entry of an archive covers, in one text: what is in front of it, between, behind; names, comments, headers. */
function gapsView(view, gaps) {
    const [first] = gaps;
    if (gaps.length === 1 && first?.start === 0 && first.end === view.bytes.length)
        return { ...view, isUnpacked: true };
    const size = gaps.reduce((sum, { start, end }) => sum + end - start + 1, 0);
    const bytes = Buffer.alloc(size, BETWEEN);
    const starts = new Int32Array(gaps.length);
    let at = 0;
    gaps.forEach(({ start, end }, index) => {
        starts[index] = at;
        at += view.bytes.copy(bytes, at, start, end) + 1;
    });
    const sourceOf = (position) => {
        const index = lastFrom(starts, position);
        return (gaps[index]?.start ?? 0) + position - (starts[index] ?? 0);
    };
    const place = through((from, to) => ({ start: sourceOf(from), end: sourceOf(to - 1) + 1 }), view.place);
    return { ...view, bytes, place, cutBefore: false, cutAfter: false, preface: 0, isUnpacked: true };
}
/** @returns the last index whose value is not greater */
function lastFrom(values, value) {
    let low = 0;
    let high = values.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((values[middle] ?? 0) <= value)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/hex.js



/** `xxd -p` writes 60 digits on a line; nothing wraps at fewer than this. */
const hex_SHORTEST_LINE = 30;
/** Decodes hexadecimal digits from the run that begins at `start` on, and the lines after it. */
function decodeHex(bytes, start, runEnd) {
    const first = startOfHex(bytes, start, runEnd) ?? start;
    const { lines, end } = linesFrom(bytes, first, byte => IS_HEX[byte] === 1, hex_SHORTEST_LINE);
    const text = lines.map(line => bytes.toString('latin1', line.start, line.end)).join('');
    return {
        bytes: Buffer.from(text.slice(0, text.length & ~1), 'hex'),
        start: first,
        end,
        place: (from, to) => ({
            start: sourceOf(lines, from * 2),
            end: sourceOf(lines, to * 2 - 1) + 1,
        }),
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/assigned.js


const GIVEN = '["\'`\\])}]{0,3}[\\s+]{0,8}(?::=|=>|[=%]3[Dd]|[=:,>|(]|\\s)[\\s+]{0,16}';
const assigned_ASSIGNMENT = `${GIVEN}(?:[>|][+-]?\\s{1,20})?[([]?\\s{0,16}(?:\\\\{0,4}["'\`])?`;
const LITERAL = '[A-Za-z0-9+/][A-Za-z0-9+/=_-]{7}';
/** A first piece of a literal, which goes on behind a quote or on the next line. */
const PIECE = '[A-Za-z0-9+/]{1,7}(?:["\'`]|\\\\?\\r?\\n)';
const NAME = '\\w{1,40}';
/** Two variables that are put together. */
const VARIABLES = `[$@]?${NAME}\\s?(?:\\+|\\s\\.|&|\\.\\.)\\s[$@"'\`]?\\w`;
const assigned_INTERPOLATED = `(?:[$#]?\\{(?:\\$|\\w{1,20}\\.)?${NAME}\\}|\\$${NAME}|[$\\\\]\\(\\$?${NAME}\\)|%${NAME}%|\\{\\d?\\}|%[sv@])`;
/** A literal and variables within it, or beside it. */
const MIXED = `[A-Za-z0-9+/]{0,39}(?:${assigned_INTERPOLATED}[A-Za-z0-9+/]|(?<=[A-Za-z0-9+/])${assigned_INTERPOLATED}|${assigned_INTERPOLATED}{2})`;
const EXTENDED = `[A-Za-z0-9+/]{1,39}["'\`]\\s{0,8}(?:\\+|\\.|&|\\.\\.|<>|\\|\\|)\\s{0,8}[$@]?[A-Za-z_]`;
const assigned_CALL = '(?:[\\w.]{1,24}!?\\(\\s{0,8})?[bBfFrRuULs@$]{0,2}(?:\\\\{0,4}["\'`])?';
const COMPUTED = new RegExp(`^(?:${assigned_ASSIGNMENT}(?:${VARIABLES})|${assigned_ASSIGNMENT}${EXTENDED}|${GIVEN}${assigned_CALL}${MIXED})`);
const assigned_ASSIGNED = new RegExp(`^(${assigned_ASSIGNMENT})(?:${LITERAL}|${PIECE})`);
/** A value that a call puts together. */
const CALLED = new RegExp(`^(${GIVEN}${JOINING_CALL}["'\`])(?:${LITERAL}|${PIECE})`, 'i');
/** What databases store side by side: a name and its value. */
const BESIDE = /^(?=[^a-z]{0,39}[a-z])(?=[^A-Z]{0,39}[A-Z])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/;
/** How far a value can begin behind its name, with enough of it. */
const LOOK = 96;
/** How far behind a name its value and all its pieces are looked for. */
const FARTHEST = 4096;
/** Nothing shorter is a secret, not even one of odd length. */
const SHORTEST = 16;
const assigned_LONGEST = 160;
const assigned_SECRET = 40;
/**
 * Whether a name that ends there is given a value on the spot that can be a secret: whole, in several literals or
 * lines, or with an escape in it. Most of what is called a secret key is a word, or the name of a variable.
 */
function assignsSecret(bytes, nameEnd) {
    const behind = bytes.toString('latin1', nameEnd, nameEnd + LOOK);
    if (COMPUTED.test(behind))
        return true;
    if (BESIDE.test(behind) && mayBeRandom(Buffer.from(behind, 'latin1'), 0, assigned_SECRET))
        return true;
    const assigned = (assigned_ASSIGNED.exec(behind) ?? CALLED.exec(behind))?.[1];
    if (assigned === undefined)
        return false;
    const start = nameEnd + assigned.length;
    const text = bytes.toString('latin1', start, start + FARTHEST);
    return STICKY_GLUES.some(glue => leadsToSecret(text, glue));
}
/** No longer than what ends the search: names may follow each other as if each were the value of the one before. */
const STRETCH = new RegExp(`(?:[A-Za-z0-9+/]|=(?!\\r?\\n)){0,${assigned_LONGEST}}`, 'y');
const ESCAPE = /\\(?!\r?\n)|%[0-9A-Fa-fu]|&[#A-Za-z]|\u001b/y;
/** Puts together the pieces that the text begins with, and judges what comes out. */
function leadsToSecret(text, glue) {
    let value = '';
    for (let at = 0;; at = glue.lastIndex) {
        STRETCH.lastIndex = at;
        value += STRETCH.exec(text)?.[0] ?? '';
        glue.lastIndex = STRETCH.lastIndex;
        if (value.length >= assigned_LONGEST)
            break;
        ESCAPE.lastIndex = STRETCH.lastIndex;
        if (glue.test(text))
            continue;
        if (ESCAPE.test(text))
            return true;
        break;
    }
    return value.length >= SHORTEST && /[a-z]/.test(value) && /[A-Z]/.test(value) && isRandomInPart(value);
}
function isRandomInPart(value) {
    const bytes = Buffer.from(value, 'latin1');
    const { length } = bytes;
    return (mayBeRandom(bytes, 0, length) ||
        mayBeRandom(bytes, 0, Math.min(assigned_SECRET, length)) ||
        mayBeRandom(bytes, Math.max(0, length - assigned_SECRET), length));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/code-runs.js

/** Longer runs are read in slices, which overlap by more than the longest value takes. */
const SLICE = 128 * 1024;
const OVERLAP = 16 * 1024;
/**
 * Looks at one run of bytes written as numbers, 48 characters or more, and visits it if it holds something worth
 * reading once it is decoded.
 *
 * @param isWorth whether decoded bytes hold a candidate
 * @returns true when `visit` ended the search
 */
function visitCodeRun(bytes, start, end, visit, isWorth) {
    for (let from = start;; from += SLICE - OVERLAP) {
        const to = Math.min(end, from + SLICE);
        const decoded = decodeCodes(bytes, from, to);
        if (decoded !== undefined && isWorth(decoded.bytes)) {
            // Escapes are resolved among the text that they stand in.
            const kind = bytes.toString('latin1', from, to).includes('\\u{') ? 'text' : 'codes';
            if (visit(kind, from, to))
                return true;
        }
        if (to === end)
            return false;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/hex-dump.js
/** A line of xxd, hexdump -C or od -x1: offset, up to 16 bytes in groups, and perhaps the characters. */
const hex_dump_LINE = /^[ \t]*(?:0x)?[0-9a-fA-F]{4,16}[:|]?[ \t]{1,3}((?:[0-9a-fA-F]{2,8}[ \t|-]{1,3}){1,16}(?:[0-9a-fA-F]{2,8})?)/gm;
/** All that a line holds; more are digits among the characters shown beside. */
const MOST_BYTES = 16;
/** The digit that the first line's offset begins with. */
const FIRST_OF_HEX_DUMP = 0x30;
const FIRST_OFFSET = /^(?:0x)?0{7,16}[: \t]/;
/** Whether the content begins with a hex dump's first line. */
function beginsHexDump(bytes) {
    return bytes[0] === FIRST_OF_HEX_DUMP && FIRST_OFFSET.test(bytes.toString('latin1', 0, 20));
}
/** Puts the bytes of a hex dump together. @returns undefined when there is none */
function readHexDump(text) {
    const bytes = [];
    const starts = [];
    for (const match of text.matchAll(hex_dump_LINE)) {
        const digits = match[1] ?? '';
        const column = match.index + match[0].length - digits.length;
        const pairs = [...digits.matchAll(/[0-9a-fA-F]{2}/g)];
        for (const pair of pairs.slice(0, MOST_BYTES)) {
            bytes.push(Number.parseInt(pair[0], 16));
            starts.push(column + pair.index);
        }
    }
    if (bytes.length < hex_dump_SHORTEST)
        return undefined;
    return { text: Buffer.from(bytes).toString('latin1'), starts: Int32Array.from(starts) };
}
const hex_dump_SHORTEST = 20;
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/escaped-stretch.js

const BACKSLASH = 0x5c;
const escaped_stretch_PERCENT = 0x25;
const AMPERSAND = 0x26;
/** What a backslash before it makes no part of a value: line ends, tabs, and letters that are no escape. */
const MAY_CONTINUE = tableOf('01234567uUx/+');
/**
 * Whether a run of base64 and escape characters may hold a value once its escapes are resolved, judged without
 * resolving them: of most runs every escape is a line end, a quote or a letter beyond ASCII. What is not understood
 * here counts as a part of a value.
 *
 * @param shortest characters of the shortest value
 */
function mayHoldValue(bytes, start, end, shortest) {
    let length = 0;
    for (let at = start; at < end;) {
        if (IS_BASE64[bytes[at] ?? 0] === 1) {
            length++;
            at++;
        }
        else {
            const next = escapeAt(bytes, at, end);
            length = next.continues ? length + 1 : 0;
            at = next.end;
        }
        if (length >= shortest)
            return true;
    }
    return false;
}
function escapeAt(bytes, at, end) {
    switch (bytes[at]) {
        case BACKSLASH:
            return backslash(bytes, at, end);
        case escaped_stretch_PERCENT:
            return percent(bytes, at, end);
        case AMPERSAND:
            return entity(bytes, at, end);
        default:
            return { continues: false, end: at + 1 };
    }
}
function backslash(bytes, at, end) {
    let letter = at + 1;
    while (letter < end && bytes[letter] === BACKSLASH)
        letter++;
    switch (bytes[letter]) {
        case 0x75:
            return ofHex(bytes, letter + 1, 4);
        case 0x78:
            return ofHex(bytes, letter + 1, 2);
        default:
            return { continues: MAY_CONTINUE[bytes[letter] ?? 0] === 1, end: letter + 1 };
    }
}
/** `%41`, and `%2541`, which was escaped twice. */
function percent(bytes, at, end) {
    let digits = at + 1;
    while (digits < end && bytes[digits] === 0x32 && bytes[digits + 1] === 0x35)
        digits += 2;
    return bytes[digits] === 0x75 ? ofHex(bytes, digits + 1, 4) : ofHex(bytes, digits, 2);
}
function ofHex(bytes, at, count) {
    for (let digit = at; digit < at + count; digit++)
        if (IS_HEX[bytes[digit] ?? 0] === 0)
            return { continues: true, end: at };
    const code = Number.parseInt(bytes.toString('latin1', at, at + count), 16);
    return { continues: mayBeOfValue(code), end: at + count };
}
/** A character of a value, or one that another escape may be made of. */
function mayBeOfValue(code) {
    return IS_BASE64[code] === 1 || code === escaped_stretch_PERCENT || code === AMPERSAND || code === BACKSLASH;
}
const ENTITY = /^&(?:#0{0,6}(\d{2,3})|#[xX]0{0,6}([0-9a-fA-F]{2})|([A-Za-z]{2,8}));?/;
/** `&amp;` begins what was escaped twice. */
const NAMES_IN_VALUE = /^(?:amp|plus|sol)$/;
function entity(bytes, at, end) {
    const match = ENTITY.exec(bytes.toString('latin1', at, Math.min(end, at + 16)));
    if (match === null)
        return { continues: false, end: at + 1 };
    const [written, decimal, hex, name] = match;
    const after = at + written.length;
    if (name !== undefined)
        return { continues: NAMES_IN_VALUE.test(name), end: after };
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
    return { continues: mayBeOfValue(code), end: after };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/escapes.js
const ESCAPES = /\\{1,8}(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-3]?[0-7]{2})|([abefnrtv0"'`\\/+=:,;<>&\- ]))|%(?:25){0,4}([0-9a-fA-F]{2})|%u([0-9a-fA-F]{4})|&#0{0,6}(\d{2,3});?|&#[xX]0{0,6}([0-9a-fA-F]{2});?|&(amp|quot|apos|lt|gt|sol|plus|equals|colon|nbsp|Tab|NewLine|lowbar|num|comma|semi|period|bsol);|\u001b\[[0-9;]{0,32}[A-Za-z]|(?<=%(?:0[ADad]|2[0237Cc]|3[A-Ea-e]|5[BDbd]|7[BDbd])\+{0,40})\+|\+(?=%3[Dd]\+)|=(3D)/g;
const NAMED_CHARACTERS = {
    amp: '&',
    quot: '"',
    apos: "'",
    lt: '<',
    gt: '>',
    sol: '/',
    plus: '+',
    equals: '=',
    colon: ':',
    nbsp: ' ',
    Tab: '\t',
    NewLine: '\n',
    lowbar: '_',
    num: '#',
    comma: ',',
    semi: ';',
    period: '.',
    bsol: '\\',
};
const CONTROL_LETTERS = {
    a: '\u0007',
    b: '\b',
    e: '\u001b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '0': '\0',
};
/**
 * Resolves the escapes of JSON, source code, URLs, HTML, mail and terminals, once: what was escaped twice needs a second
 * call. Up to eight backslashes before a letter count as one. A plus sign beside punctuation in per cent is a space.
 *
 * @param text Latin-1
 * @returns undefined when there is none
 */
function resolveEscapes(text) {
    const parts = [];
    const starts = new Int32Array(text.length);
    const ends = new Int32Array(text.length);
    const counts = { percent: 0, html: 0, escape: 0 };
    let length = 0;
    let copied = 0;
    const copyTo = (stop) => {
        parts.push(text.slice(copied, stop));
        for (let at = copied; at < stop; at++) {
            starts[length] = at;
            ends[length] = at + 1;
            length++;
        }
    };
    for (const match of text.matchAll(ESCAPES)) {
        copyTo(match.index);
        copied = match.index + match[0].length;
        parts.push(characterOf(match));
        starts[length] = match.index;
        ends[length] = copied;
        length++;
        counts[layerOf(match[0])]++;
    }
    if (copied === 0)
        return undefined;
    copyTo(text.length);
    return { text: parts.join(''), starts, ends, layer: mostFrequent(counts) };
}
function characterOf(match) {
    const [, braced, u4, u8, x2, octal, letter, percent, percentU, decimal, hexEntity, named, quoted] = match;
    const hex = braced ?? u4 ?? u8 ?? x2 ?? percent ?? percentU ?? hexEntity ?? quoted;
    if (hex !== undefined)
        return latin1(Number.parseInt(hex, 16));
    if (octal !== undefined)
        return latin1(Number.parseInt(octal, 8));
    if (decimal !== undefined)
        return latin1(Number.parseInt(decimal, 10));
    if (letter !== undefined)
        return CONTROL_LETTERS[letter] ?? letter;
    return named === undefined ? ' ' : (NAMED_CHARACTERS[named] ?? ' ');
}
/** What is not Latin-1 cannot be part of a value: any character that ends one will do. */
function latin1(code) {
    return code <= 0xff ? String.fromCharCode(code) : '\u00bf';
}
function layerOf(written) {
    if (written.startsWith('%') || written === '+')
        return 'percent';
    return written.startsWith('&') ? 'html' : 'escape';
}
function mostFrequent(counts) {
    if (counts.percent >= counts.html && counts.percent >= counts.escape)
        return 'percent';
    return counts.html >= counts.escape ? 'html' : 'escape';
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/long-runs.js





const long_runs_IDENTIFIER = 20;
const long_runs_SECRET = 40;
const SMTP_PASSWORD = 44;
/** Longer runs of escapes are read without a closer look. */
const LONGEST_LOOK = 4096;
const BEGINS_ESCAPE = tableOf('\\%&');
/**
 * Looks at one run of base64 and escape characters, 40 bytes or more, and visits what in it is worth reading.
 *
 * @returns true when `visit` ended the search
 */
function visitLongRun(bytes, start, end, visit) {
    let at = start;
    let escapes = false;
    while (at < end) {
        let stop = at;
        while (stop < end && IS_BASE64[bytes[stop] ?? 0] !== 0)
            stop++;
        if (stop - at >= 20 && visitPiece(bytes, at, stop, visit))
            return true;
        escapes ||= stop < end && BEGINS_ESCAPE[bytes[stop] ?? 0] === 1;
        at = stop + 1;
    }
    return escapes && escapesHideSomething(bytes, start, end) && visit('text', start, end);
}
/** A stretch of base64 characters only. */
function visitPiece(bytes, start, end, visit) {
    const kind = end - start >= long_runs_SECRET ? decodesToText(bytes, start, end) : undefined;
    if (kind !== undefined && visit(kind, start, end))
        return true;
    const isOfValue = isToken(bytes, start, end) || (kind === 'base64' && long_runs_LINE_BEFORE.test(before(bytes, start)));
    return isOfValue && visit('text', start, end);
}
/** Whether the stretch can itself be a value that is looked for, or a piece of one. */
function isToken(bytes, start, end) {
    const length = end - start;
    if (length < long_runs_SECRET)
        return false;
    if ((length === long_runs_SECRET || length === SMTP_PASSWORD) && isMixedAndRandom(bytes, start, end))
        return true;
    if (bytes[start - 1] === HYPHEN && before(bytes, start).endsWith('-api-key-'))
        return true;
    if (HEAD_OF_TOKEN.test(bytes.toString('latin1', start, start + LENGTH_OF_HEAD)))
        return true;
    return IS_QUOTE[bytes[start - 1] ?? 0] === 1 && LITERAL_BEFORE.test(before(bytes, start));
}
function before(bytes, at) {
    return bytes.toString('latin1', Math.max(0, at - 64), at);
}
const HYPHEN = 0x2d;
const IS_QUOTE = tableOf('"\'`');
/** Of a token, or of its first piece: the rest may follow in other literals or lines. */
const HEAD_OF_TOKEN = /ABSK|YXdz|b3Jp/;
/** The last of the places where it can begin, and its letters. */
const LENGTH_OF_HEAD = 19;
/** A first literal that is too short to be seen by itself; its end is what assembly/sieve.ts looks for. */
const LITERAL_BEFORE = /(?:(?<![A-Za-z0-9+/])ABSK|-api-key-|YXdz|b3JpZ2lu)[A-Za-z0-9+/]{0,39}\\?["'`][ \t\r\n+.&_\\]{0,13}["'`]$/;
/** A first line that is. */
const long_runs_LINE_BEFORE = /(?:(?<![A-Za-z0-9+/])ABSK|-api-key-)[A-Za-z0-9+/]{0,39}[\s\\#*>|/]{1,14}$/;
/** Upper and lower case, and random; one secret in a thousand has no digit. */
function isMixedAndRandom(bytes, start, end) {
    let classes = 0;
    for (let at = start; at < end; at++) {
        const byte = bytes[at] ?? 0;
        if (byte >= 0x61)
            classes |= long_runs_LOWER;
        else if (byte >= 0x41)
            classes |= long_runs_UPPER;
        else if (byte >= 0x30)
            classes |= DIGIT;
    }
    if ((classes & long_runs_MIXED) !== long_runs_MIXED)
        return false;
    return (classes & DIGIT) === 0 ? looksRandom(bytes, start, end) : mayBeRandom(bytes, start, end);
}
const long_runs_LOWER = 1;
const long_runs_UPPER = 2;
const DIGIT = 4;
const long_runs_MIXED = long_runs_LOWER | long_runs_UPPER;
/** Whether a run with escapes in it holds a value once they are resolved. */
function escapesHideSomething(bytes, start, end) {
    if (end - start > LONGEST_LOOK)
        return true;
    if (!mayHoldValue(bytes, start, end, long_runs_IDENTIFIER))
        return false;
    const raw = bytes.toString('latin1', start, end);
    const resolved = resolveEscapes(raw)?.text;
    if (resolved === undefined)
        return false;
    if (/A(?:[KSB]I|CC)A[A-Z2-7]{16}/.test(resolved))
        return true;
    const decoded = Buffer.from(resolved, 'latin1');
    return visitLongRun(decoded, 0, decoded.length, () => true);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/sieve-code.js
// Made by `npm run assembly` from assembly/sieve.ts.
/** WebAssembly with SIMD, in base64. */
const SIEVE_CODE = [
    'AGFzbQEAAAABFwRgAn9/AX9gA39/fwF/YAF/AGACf38AAwoJAQAAAwECAgAABQMBAAYGHwZ/AUEAC38BQQALfwFBAAt/AUEAC38B',
    'QQALfwFBfwsHHQMFc2lldmUABAh3aWRlVGV4dAACBm1lbW9yeQIACqopCdwBAQF/IAAhAwNAIANBgoABTwR/IANBAmstAAAFQQEL',
    'BH9BAAUgA0EBay0AAC0AgARBEHELBEAgA0ECayEDDAELCwNAIABBAWogAkkEfyAALQAABUEBCwR/QQAFIAAtAAEtAIAEQRBxCwRA',
    'IABBAmohAAwBCwsgAEEBaiACTyAAIANrQQJqQShPciADQYKAAUlyBEAjAUEMbEGACGoiAkEHNgIAIAIgA0GAgAFrNgIEIAIgAEGA',
    'gAFrNgIIIwFBAWokAQsgASAAQYCAAWtBcHFBgIABaiIAIAAgAUkbC5sBAQJ/IABBAWstAAAiAkHgAEYgAkEnRiACQSJGcnJFBEBB',
    'AA8LIABBAmshAgNAIAIgAEEQa0sEQCACLQAAIgNB4ABGIANBJ0YgA0EiRnJyBEAgAg8LQQEgA0EsRkEAIAEbIANBK0YgA0EgTXIg',
    'A0EuRnIgA0EmRnIgA0HfAEZyIANB3ABGchtFBEBBAA8LIAJBAWshAgwBCwtBAAuZAQECfyABQYCAAWohA0EAJAEgAEGAgAFqIQAD',
    'QCMBQYAISCAAQRBqIgIgA01xBEAgAP0ABAD9DAAAAAAAAAAAAAAAAAAAAAD9I/1kIgBBqtUCRgR/IAJBD2sgAiADEAAFIABB1aoB',
    'RgR/IAJBEGsgAiADEAAFIAILCyEADAELC0GAASMBNgIAIABBgIABayABIABBEGogA00bC78DAQF/IAAjA0kEQA8LIAAhAgNAIAJB',
    'gIABSwR/IAJBAWstAAAtAIAEQQJxBUEACwRAIAJBAWshAgwBCwsgAEEIaiEAA0AgACABSQR/IAAtAAAtAIAEQQJxBUEACwRAIABB',
    'AWohAAwBCwsgACQDIwBBAXEgAkGAgAFGcQR/QQEFIwBBAnFBACAAIAFGGwsEQCMBQQxsQYAIaiIBQQE2AgAgASACQYCAAWs2AgQg',
    'ASAAQYCAAWs2AggjAUEBaiQBBSAAIAJrQRFPBH8gAi0AAEHBAEYEfyACLQADQcEARgVBAAsEf0EBBSAAIAJrQRRJBH8gAEERay0A',
    'AEHBAEYFIABBFGsiAS0AAEHBAEYEfyABLQADQcEARgVBAAsLCwVBAAsEQCMBQQxsQYAIaiIBQQE2AgAgASACQYCAAWs2AgQgASAA',
    'QYCAAWs2AggjAUEBaiQBBSAAIAJrQRBGBH8gAkEBEAEiAQR/IAFBAmsgAUEBayIBIAEtAABB3ABGGy0AAEHBAEYFQQALBUEACwRA',
    'IwFBDGxBgAhqIgFBAzYCACABIAJBgIABazYCBCABIABBgIABazYCCCMBQQFqJAELCwsLtQEAIAIkACABQYCAAWoiAv0M////////',
    '//////////////0LBAAgAv0M//////////////////////0LBBAgAv0M//////////////////////0LBCAgAEUEQEEAJAJBACQD',
    'QQAkBEF/JAVBhAFBADYCAAtBACQBIABBgIABaiEAA0AjAUHYB0ggACACSXEEQCAAIAIQByEADAELC0GAASMBNgIAIABBgIABayIA',
    'IAEgACABSBsLqQMBA38gAEEGaiIBLQAAIQIgAUEBaiABIAJBLUYgAkHfAEZyIAJBLkZyIAJBIEZyGyIBKAIAQaDAgIECckHhxo2r',
    'BkYEfyABLwEEQaDAAHJB8+YBRgVBAAsEQCABQQZqIgEtAAAhAiABQQFqIAEgAkEtRiACQd8ARnIgAkEuRnIgAkEgRnIbIQELIAEv',
    'AQBBoMAAckHrygFGIgIEfyABLQACQSByQfkARgUgAgsEQCMBQQxsQYAIaiICQQU2AgAgAiAAQYCAAWs2AgQgAiABQf3/AGs2Aggj',
    'AUEBaiQBBSAAQQFrIgItAAAhA0EBIQECQCACIAAgA0EtRiADQd8ARnIgA0EuRnIgA0EgRnIbIgJBBmsiAygCAEGgwICBAnJB4caN',
    'qwZGBH8gAy8BBEGgwAByQfPmAUYFQQALDQAgAkECay8BACIDQSByQfPmAEYNACADQaDAAHJB9+YBRgR/IAJBA2stAABBIHJB4QBG',
    'BUEACyEBCyABBEAjAUEMbEGACGoiAUEFNgIAIAEgAEGAgAFrNgIEIAEgAEH6/wBrNgIIIwFBAWokAQsLC/EDAQF/AkACQAJAAkAg',
    'AEECaygCACIBQcGWpYoERg0AIAFBwaaligRGDQAgAUHBhKWKBEYNACABQcGGjYoERg0AIAFBxpjNqgVGDQEgAUHGqM2qBUYNASAB',
    'QcKmweEGRg0CIAFBwqrB4QZGDQIMAwsjAUEMbEGACGoiAUEDNgIAIAEgAEGCgAFrNgIEIAEgAEH+/wBrNgIIIwFBAWokAQ8LIwFB',
    'DGxBgAhqIgFBBDYCACABIABBhIABazYCBCABIABBgoABazYCCCMBQQFqJAEPCyAALQACQcIARgRAIwFBDGxBgAhqIgFBBDYCACAB',
    'IABBhYABazYCBCABIABBgoABazYCCCMBQQFqJAELDwsCQAJAAkAgACgCACIBQdGq0dMERg0AIAFB0ay50gRGDQAgAUHt7s3zAkYN',
    'AQwCCyAALQAEQdEARgRAIwFBDGxBgAhqIgFBBDYCACABIABBgIABayIANgIEIAEgADYCCCMBQQFqJAELDwsgAEEDaygCAEH63Lnp',
    'BkYEQCMBQQxsQYAIaiIBQQY2AgAgASAAQYWAAWs2AgQgASAAQYOAAWs2AggjAUEBaiQBCw8LIABBAmsiASgCAEGgwICBAnJB88qN',
    'kwdGBH8gAS8BBEGgwAByQeXoAUYFQQALBEAgAEECaxAFCwuqDgINfxJ7QYAC/QAEACEbQZAC/QAEACEcQaAC/QAEACESQbAC/QAE',
    'ACETQeAC/QAEACEdQYAD/QAEACEUQcAC/QAEACIVIABBEGv9AAQAIg9B8AL9AAQAIhb9Tv0OQdAC/QAEACIXIA9BBP2NASAW/U79',
    'Dv1OIg8gD/1uIRD9DP////////////////////8hDyMFIQNBfyECIwIhDANAIAAgAUkEQAJAIAD9AAQAIhggFv1OIRkgAP0ABBAi',
    'GiAW/U4hHiAPIBggGv13/XchDyADIgJnIBsgGf0OIBwgGEEE/Y0BIBb9TiIR/Q79TiIf/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZCAb',
    'IB79DiAcIBpBBP2NASAW/U4iIP0O/U4iGv0MAAAAAAAAAAAAAAAAAAAAAP0j/WRBEHRyIgNoaiEGIB8gHf1O/QwAAAAAAAAAAAAA',
    'AAAAAAAA/SP9ZCAaIB39Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WRBEHRyIQcgECAVIBn9DiAXIBH9Dv1OIhAgEP1uIhr9DQ8QERIT',
    'FBUWFxgZGhscHR4gEP1O/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZCAaIBUgHv0OIBcgIP0O/U4iGiAa/W4iEP0NDxAREhMUFRYXGBka',
    'GxwdHiAa/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kQRB0ciEJIBIgGf0OIBMgEf0O/U4iEf0MAAAAAAAAAAAAAAAAAAAAAP0j/WQh',
    'CiADRSAGQShPciAAIAxPcQ0AIAlBf0cEQCAAQQFrIQsgCUF/cyEFAkADQEEBIQQgCyAFaGoiDkECaygCACINQf+BgHhxQcGAgIgE',
    'RgR/QQEFIA5BAWsoAgBBoMCAgQJyQeXGyasGRgsNASANQcaozaoFRiANQcaYzaoFRnINASANQcKqweEGRiANQcKmweEGRnIgDUHu',
    '3LS7B0ZyDQEgDigCACINQdGsudIERiANQdGq0dMERnINASAFIAVBAWtxIgUNAAtBACEECwVBACEECyAEDQAgB0GBgoQIayAHQX9z',
    'cUGAgYKEeHENAEEAIBEgFP1O/VMgChsEfyAY/QwwMDAwMDAwMDAwMDAwMDAw/XH9DAoKCgoKCgoKCgoKCgoKCgr9JiAY/QwgICAg',
    'ICAgICAgICAgICAg/VD9DGFhYWFhYWFhYWFhYWFhYWH9cf0MBgYGBgYGBgYGBgYGBgYGBv0m/VD9YwVBAQtFDQAgAEEgaiEADAIL',
    'CwsgAyQFIA/9Y0UEQEGEAUEBNgIACyAAIAFPBEAgAA8LIANFIAZBKE9yIAAgDE9xBEAgAmciAkEgSQRAIAAgAmshAwUgAEEgayED',
    'A0AgA0GAgAFLBH8gA0EBay0AAC0AgARBAXEFQQALBEAgA0EBayEDDAELCwtB8AL9AAQAIQ9BgAL9AAQAIRBBkAL9AAQAIREgAEEQ',
    'ayEEA0AgECAEQRBqIgT9AAQAIhIgD/1O/Q4gESASQQT9jQEgD/1O/Q79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WQiAkUNAAsgBCAC',
    'aGoiAiABIAEgAksbIgIkAiMAQQFxIANBgIABRnEEf0EBBSMAQQJxQQAgASACRhsLBH9BAQUgAiADa0EoTwR/IAMgAhAIBUEACwsE',
    'QCMBQQxsQYAIaiIEQQA2AgAgBCADQYCAAWs2AgQgBCACQYCAAWs2AggjAUEBaiQBCwsgCgR/QQEFIAD9AAQAIg/9DDAwMDAwMDAw',
    'MDAwMDAwMDD9cf0MCgoKCgoKCgoKCgoKCgoKCv0mIA/9DCAgICAgICAgICAgICAgICD9UP0MYWFhYWFhYWFhYWFhYWFhYf1x/QwG',
    'BgYGBgYGBgYGBgYGBgYG/Sb9UP1jC0UjBCAATXEEQCAAIQIDQCACQYCAAUsEfyACQQFrLQAALQCABEEEcQVBAAsEQCACQQFrIQIM',
    'AQsLIABBEGohAwNAIAEgA0sEfyADLQAALQCABEEEcQVBAAsEQCADQQFqIQMMAQsLIAMiBiQEIAMgAmtBME8hAyMAQQFxIAJBgIAB',
    'RnEEf0EBBSMAQQJxQQAgASAGRhsLBH9BAQUgAwR/QQAhBCACIQUCfwNAIAUgBkkEQEEBIAUtAAAtAIAEQQhxQQBHIgMgBEVxBH8g',
    'CEEBaiIIQQhGBUEACw0CGiADIQQgBUEBaiEFDAELC0EACwVBAAsLBEAjAUEMbEGACGoiA0ECNgIAIAMgAkGAgAFrNgIEIAMgBkGA',
    'gAFrNgIIIwFBAWokAQsLIAdBgYKECGsgB0F/c3FBgIGChHhxBEBBACEDA0AgA0EESQRAIAcgA0EDdCICdUH/AXFFBEAgACACaiAB',
    'EAMLIANBAWohAwwBCwsLIAlBf0cEQCAAQQFrIQIgCUF/cyEBA0AgAQRAIAIgAWhqEAYgASABQQFrcSEBDAELCwsgAEEgagvPCgIE',
    'fwR7IAAhAgNAIAEgAksEQCAGIAIgAUEQayIEIAIgBEkb/QAEACIJ/Qw7Ozs7Ozs7Ozs7Ozs7Ozs7/SMgCf0MXFxcXFxcXFxcXFxc',
    'XFxcXP0j/VAgCf0MKysrKysrKysrKysrKysrK/0l/VD9UCEGIAcgCf0MQEBAQEBAQEBAQEBAQEBAQP0nIAn9DFtbW1tbW1tbW1tb',
    'W1tbW1v9Jf1O/VAhByAIIAn9DGBgYGBgYGBgYGBgYGBgYGD9J/1QIQggAkEQaiECDAELCyAG/VMEQEEBDwsgACICKAIAQeXMiZMG',
    'RgRAQQEhAwUCQCACQSBqIgQgAUsNAANAIAIgBEkEQCACLQAAIgVBMEkgBUE3S3IgBUExRnIEf0EABSACLQABLQCABEEIcUEARwtF',
    'DQIgAkECaiECDAELC0EBIQMLCyADBH9BAQUgAEEBaiIEKAIAQeXMiZMGRgRAQQEhAgVBACECAkAgBEEgaiIDIAFLDQADQCADIARL',
    'BEAgBC0AACIFQTBJIAVBN0tyIAVBMUZyBH9BAAUgBC0AAS0AgARBCHFBAEcLRQ0CIARBAmohBAwBCwtBASECCwsgAgsEf0EBBSAA',
    'QQJqIgQoAgBB5cyJkwZGBEBBASECBUEAIQICQCAEQSBqIgMgAUsNAANAIAMgBEsEQCAELQAAIgVBMEkgBUE3S3IgBUExRnIEf0EA',
    'BSAELQABLQCABEEIcUEARwtFDQIgBEECaiEEDAELC0EBIQILCyACCwRAQQEPCwJ/QQEgACgCACICQdWKzaMERiACQcjozMsERnIg',
    'AkHLmNWyB0ZyIAJBt+7U+wJGcg0AGiACQRB2Qf8BcSEDAkACQAJAAkAgAkH//wNxIgJB5ZQBRwRAIAJB5ZwBRg0BIAJB5YIBRg0C',
    'IAJB5YwBRg0DDAQLIANB+gBNIANB9wBPcQwECyADQfIATSADQe8AT3EMAwsgA0HIAE0gA0HFAE9xDAILIANBN00gA0E0T3EMAQtB',
    'AAsEf0EBBQJ/AkACQCAAQQJqIAAgAC8BAEGw8AFGGygCAEGgwICBAnIiAkGxzOGRBkYNACACQbXg0JEGRg0AIAJBsvCIqwNGDQAg',
    'AkG38MCJA0YNACACQbfw1KkGRg0AIAJBt/DkmQZGDQAgAkG38JCLBkYNAAwBC0EBDAELQQALCwRAQQEPCyAAQQhrKQMAQuHgpeuy',
    'rdm8LVEEf0EBBSAAQQAQAQsEQEEBDwsgB/1TRQRAQQAPCyAA/QAEACIG/QxBQUFBQUFBQUFBQUFBQUFB/SMgAP0ABAEiB/0MQkJC',
    'QkJCQkJCQkJCQkJCQv0j/U4gBv0MWVlZWVlZWVlZWVlZWVlZWf0jIAf9DFhYWFhYWFhYWFhYWFhYWFj9I/1OIAb9DGJiYmJiYmJi',
    'YmJiYmJiYmL9IyAH/QwzMzMzMzMzMzMzMzMzMzMz/SP9Tv1Q/VD9ZCECAn8DQCACBEBBASAAIAJoaigCACIDQdmwkdMHRiADQcGE',
    'zdoERnIgA0Hi5qiCB0ZyDQIaIAIgAkEBa3EhAgwBCwtBAAsEQEEBDwsgCP1TQQAgASAAayICQSxGIAJBKEZyGwR/QQEFAn8DQCAA',
    'QSBqIAFNBEBBACECA0AgAkEESSAAIAJqIgNBIGogAU1xBEAgA0EgaiEFAkADQCADIAVJBEBBACEEIAMtAAAtAIAGQSBxBH9BAQUg',
    'Ay0AAS0AgAZBCHELBH9BAQUgAy0AAi0AgAZBAnELDQIgA0EEaiEDDAELC0EBIQQLQQEgBA0EGiACQQFqIQIMAQsLIABBQGshAAwB',
    'CwtBAAsLCw==',
];
/** The same with relaxed SIMD, which Node 20 does not know: a quarter faster. */
const RELAXED_SIEVE_CODE = [
    'AGFzbQEAAAABFwRgAn9/AX9gA39/fwF/YAF/AGACf38AAwoJAQAAAwECAgAABQMBAAYGHwZ/AUEAC38BQQALfwFBAAt/AUEAC38B',
    'QQALfwFBfwsHHQMFc2lldmUABAh3aWRlVGV4dAACBm1lbW9yeQIACrgpCdwBAQF/IAAhAwNAIANBgoABTwR/IANBAmstAAAFQQEL',
    'BH9BAAUgA0EBay0AAC0AgARBEHELBEAgA0ECayEDDAELCwNAIABBAWogAkkEfyAALQAABUEBCwR/QQAFIAAtAAEtAIAEQRBxCwRA',
    'IABBAmohAAwBCwsgAEEBaiACTyAAIANrQQJqQShPciADQYKAAUlyBEAjAUEMbEGACGoiAkEHNgIAIAIgA0GAgAFrNgIEIAIgAEGA',
    'gAFrNgIIIwFBAWokAQsgASAAQYCAAWtBcHFBgIABaiIAIAAgAUkbC5sBAQJ/IABBAWstAAAiAkHgAEYgAkEnRiACQSJGcnJFBEBB',
    'AA8LIABBAmshAgNAIAIgAEEQa0sEQCACLQAAIgNB4ABGIANBJ0YgA0EiRnJyBEAgAg8LQQEgA0EsRkEAIAEbIANBK0YgA0EgTXIg',
    'A0EuRnIgA0EmRnIgA0HfAEZyIANB3ABGchtFBEBBAA8LIAJBAWshAgwBCwtBAAuZAQECfyABQYCAAWohA0EAJAEgAEGAgAFqIQAD',
    'QCMBQYAISCAAQRBqIgIgA01xBEAgAP0ABAD9DAAAAAAAAAAAAAAAAAAAAAD9I/1kIgBBqtUCRgR/IAJBD2sgAiADEAAFIABB1aoB',
    'RgR/IAJBEGsgAiADEAAFIAILCyEADAELC0GAASMBNgIAIABBgIABayABIABBEGogA00bC78DAQF/IAAjA0kEQA8LIAAhAgNAIAJB',
    'gIABSwR/IAJBAWstAAAtAIAEQQJxBUEACwRAIAJBAWshAgwBCwsgAEEIaiEAA0AgACABSQR/IAAtAAAtAIAEQQJxBUEACwRAIABB',
    'AWohAAwBCwsgACQDIwBBAXEgAkGAgAFGcQR/QQEFIwBBAnFBACAAIAFGGwsEQCMBQQxsQYAIaiIBQQE2AgAgASACQYCAAWs2AgQg',
    'ASAAQYCAAWs2AggjAUEBaiQBBSAAIAJrQRFPBH8gAi0AAEHBAEYEfyACLQADQcEARgVBAAsEf0EBBSAAIAJrQRRJBH8gAEERay0A',
    'AEHBAEYFIABBFGsiAS0AAEHBAEYEfyABLQADQcEARgVBAAsLCwVBAAsEQCMBQQxsQYAIaiIBQQE2AgAgASACQYCAAWs2AgQgASAA',
    'QYCAAWs2AggjAUEBaiQBBSAAIAJrQRBGBH8gAkEBEAEiAQR/IAFBAmsgAUEBayIBIAEtAABB3ABGGy0AAEHBAEYFQQALBUEACwRA',
    'IwFBDGxBgAhqIgFBAzYCACABIAJBgIABazYCBCABIABBgIABazYCCCMBQQFqJAELCwsLtQEAIAIkACABQYCAAWoiAv0M////////',
    '//////////////0LBAAgAv0M//////////////////////0LBBAgAv0M//////////////////////0LBCAgAEUEQEEAJAJBACQD',
    'QQAkBEF/JAVBhAFBADYCAAtBACQBIABBgIABaiEAA0AjAUHYB0ggACACSXEEQCAAIAIQByEADAELC0GAASMBNgIAIABBgIABayIA',
    'IAEgACABSBsLqQMBA38gAEEGaiIBLQAAIQIgAUEBaiABIAJBLUYgAkHfAEZyIAJBLkZyIAJBIEZyGyIBKAIAQaDAgIECckHhxo2r',
    'BkYEfyABLwEEQaDAAHJB8+YBRgVBAAsEQCABQQZqIgEtAAAhAiABQQFqIAEgAkEtRiACQd8ARnIgAkEuRnIgAkEgRnIbIQELIAEv',
    'AQBBoMAAckHrygFGIgIEfyABLQACQSByQfkARgUgAgsEQCMBQQxsQYAIaiICQQU2AgAgAiAAQYCAAWs2AgQgAiABQf3/AGs2Aggj',
    'AUEBaiQBBSAAQQFrIgItAAAhA0EBIQECQCACIAAgA0EtRiADQd8ARnIgA0EuRnIgA0EgRnIbIgJBBmsiAygCAEGgwICBAnJB4caN',
    'qwZGBH8gAy8BBEGgwAByQfPmAUYFQQALDQAgAkECay8BACIDQSByQfPmAEYNACADQaDAAHJB9+YBRgR/IAJBA2stAABBIHJB4QBG',
    'BUEACyEBCyABBEAjAUEMbEGACGoiAUEFNgIAIAEgAEGAgAFrNgIEIAEgAEH6/wBrNgIIIwFBAWokAQsLC/EDAQF/AkACQAJAAkAg',
    'AEECaygCACIBQcGWpYoERg0AIAFBwaaligRGDQAgAUHBhKWKBEYNACABQcGGjYoERg0AIAFBxpjNqgVGDQEgAUHGqM2qBUYNASAB',
    'QcKmweEGRg0CIAFBwqrB4QZGDQIMAwsjAUEMbEGACGoiAUEDNgIAIAEgAEGCgAFrNgIEIAEgAEH+/wBrNgIIIwFBAWokAQ8LIwFB',
    'DGxBgAhqIgFBBDYCACABIABBhIABazYCBCABIABBgoABazYCCCMBQQFqJAEPCyAALQACQcIARgRAIwFBDGxBgAhqIgFBBDYCACAB',
    'IABBhYABazYCBCABIABBgoABazYCCCMBQQFqJAELDwsCQAJAAkAgACgCACIBQdGq0dMERg0AIAFB0ay50gRGDQAgAUHt7s3zAkYN',
    'AQwCCyAALQAEQdEARgRAIwFBDGxBgAhqIgFBBDYCACABIABBgIABayIANgIEIAEgADYCCCMBQQFqJAELDwsgAEEDaygCAEH63Lnp',
    'BkYEQCMBQQxsQYAIaiIBQQY2AgAgASAAQYWAAWs2AgQgASAAQYOAAWs2AggjAUEBaiQBCw8LIABBAmsiASgCAEGgwICBAnJB88qN',
    'kwdGBH8gAS8BBEGgwAByQeXoAUYFQQALBEAgAEECaxAFCwu4DgINfxJ7QYAC/QAEACEbQZAC/QAEACEcQaAC/QAEACESQbAC/QAE',
    'ACETQeAC/QAEACEdQYAD/QAEACEUQcAC/QAEACIVIABBEGv9AAQAIg9B8AL9AAQAIhb9Tv2AAkHQAv0ABAAiFyAPQQT9jQEgFv1O',
    '/YAC/U4iDyAP/W4hEP0M/////////////////////yEPIwUhA0F/IQIjAiEMA0AgACABSQRAAkAgAP0ABAAiGCAW/U4hGSAA/QAE',
    'ECIaIBb9TiEeIA8gGCAa/Xf9dyEPIAMiAmcgGyAZ/YACIBwgGEEE/Y0BIBb9TiIR/YAC/U4iH/0MAAAAAAAAAAAAAAAAAAAAAP0j',
    '/WQgGyAe/YACIBwgGkEE/Y0BIBb9TiIg/YAC/U4iGv0MAAAAAAAAAAAAAAAAAAAAAP0j/WRBEHRyIgNoaiEGIB8gHf1O/QwAAAAA',
    'AAAAAAAAAAAAAAAA/SP9ZCAaIB39Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WRBEHRyIQcgECAVIBn9gAIgFyAR/YAC/U4iECAQ/W4i',
    'Gv0NDxAREhMUFRYXGBkaGxwdHiAQ/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kIBogFSAe/YACIBcgIP2AAv1OIhogGv1uIhD9DQ8Q',
    'ERITFBUWFxgZGhscHR4gGv1O/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZEEQdHIhCSASIBn9gAIgEyAR/YAC/U4iEf0MAAAAAAAAAAAA',
    'AAAAAAAAAP0j/WQhCiADRSAGQShPciAAIAxPcQ0AIAlBf0cEQCAAQQFrIQsgCUF/cyEFAkADQEEBIQQgCyAFaGoiDkECaygCACIN',
    'Qf+BgHhxQcGAgIgERgR/QQEFIA5BAWsoAgBBoMCAgQJyQeXGyasGRgsNASANQcaozaoFRiANQcaYzaoFRnINASANQcKqweEGRiAN',
    'QcKmweEGRnIgDUHu3LS7B0ZyDQEgDigCACINQdGsudIERiANQdGq0dMERnINASAFIAVBAWtxIgUNAAtBACEECwVBACEECyAEDQAg',
    'B0GBgoQIayAHQX9zcUGAgYKEeHENAEEAIBEgFP1O/VMgChsEfyAY/QwwMDAwMDAwMDAwMDAwMDAw/XH9DAoKCgoKCgoKCgoKCgoK',
    'Cgr9JiAY/QwgICAgICAgICAgICAgICAg/VD9DGFhYWFhYWFhYWFhYWFhYWH9cf0MBgYGBgYGBgYGBgYGBgYGBv0m/VD9YwVBAQtF',
    'DQAgAEEgaiEADAILCwsgAyQFIA/9Y0UEQEGEAUEBNgIACyAAIAFPBEAgAA8LIANFIAZBKE9yIAAgDE9xBEAgAmciAkEgSQRAIAAg',
    'AmshAwUgAEEgayEDA0AgA0GAgAFLBH8gA0EBay0AAC0AgARBAXEFQQALBEAgA0EBayEDDAELCwtB8AL9AAQAIQ9BgAL9AAQAIRBB',
    'kAL9AAQAIREgAEEQayEEA0AgECAEQRBqIgT9AAQAIhIgD/1O/YACIBEgEkEE/Y0BIA/9Tv2AAv1O/QwAAAAAAAAAAAAAAAAAAAAA',
    '/SP9ZCICRQ0ACyAEIAJoaiICIAEgASACSxsiAiQCIwBBAXEgA0GAgAFGcQR/QQEFIwBBAnFBACABIAJGGwsEf0EBBSACIANrQShP',
    'BH8gAyACEAgFQQALCwRAIwFBDGxBgAhqIgRBADYCACAEIANBgIABazYCBCAEIAJBgIABazYCCCMBQQFqJAELCyAKBH9BAQUgAP0A',
    'BAAiD/0MMDAwMDAwMDAwMDAwMDAwMP1x/QwKCgoKCgoKCgoKCgoKCgoK/SYgD/0MICAgICAgICAgICAgICAgIP1Q/QxhYWFhYWFh',
    'YWFhYWFhYWFh/XH9DAYGBgYGBgYGBgYGBgYGBgb9Jv1Q/WMLRSMEIABNcQRAIAAhAgNAIAJBgIABSwR/IAJBAWstAAAtAIAEQQRx',
    'BUEACwRAIAJBAWshAgwBCwsgAEEQaiEDA0AgASADSwR/IAMtAAAtAIAEQQRxBUEACwRAIANBAWohAwwBCwsgAyIGJAQgAyACa0Ew',
    'TyEDIwBBAXEgAkGAgAFGcQR/QQEFIwBBAnFBACABIAZGGwsEf0EBBSADBH9BACEEIAIhBQJ/A0AgBSAGSQRAQQEgBS0AAC0AgARB',
    'CHFBAEciAyAERXEEfyAIQQFqIghBCEYFQQALDQIaIAMhBCAFQQFqIQUMAQsLQQALBUEACwsEQCMBQQxsQYAIaiIDQQI2AgAgAyAC',
    'QYCAAWs2AgQgAyAGQYCAAWs2AggjAUEBaiQBCwsgB0GBgoQIayAHQX9zcUGAgYKEeHEEQEEAIQMDQCADQQRJBEAgByADQQN0IgJ1',
    'Qf8BcUUEQCAAIAJqIAEQAwsgA0EBaiEDDAELCwsgCUF/RwRAIABBAWshAiAJQX9zIQEDQCABBEAgAiABaGoQBiABIAFBAWtxIQEM',
    'AQsLCyAAQSBqC88KAgR/BHsgACECA0AgASACSwRAIAYgAiABQRBrIgQgAiAESRv9AAQAIgn9DDs7Ozs7Ozs7Ozs7Ozs7Ozv9IyAJ',
    '/QxcXFxcXFxcXFxcXFxcXFxc/SP9UCAJ/QwrKysrKysrKysrKysrKysr/SX9UP1QIQYgByAJ/QxAQEBAQEBAQEBAQEBAQEBA/Scg',
    'Cf0MW1tbW1tbW1tbW1tbW1tbW/0l/U79UCEHIAggCf0MYGBgYGBgYGBgYGBgYGBgYP0n/VAhCCACQRBqIQIMAQsLIAb9UwRAQQEP',
    'CyAAIgIoAgBB5cyJkwZGBEBBASEDBQJAIAJBIGoiBCABSw0AA0AgAiAESQRAIAItAAAiBUEwSSAFQTdLciAFQTFGcgR/QQAFIAIt',
    'AAEtAIAEQQhxQQBHC0UNAiACQQJqIQIMAQsLQQEhAwsLIAMEf0EBBSAAQQFqIgQoAgBB5cyJkwZGBEBBASECBUEAIQICQCAEQSBq',
    'IgMgAUsNAANAIAMgBEsEQCAELQAAIgVBMEkgBUE3S3IgBUExRnIEf0EABSAELQABLQCABEEIcUEARwtFDQIgBEECaiEEDAELC0EB',
    'IQILCyACCwR/QQEFIABBAmoiBCgCAEHlzImTBkYEQEEBIQIFQQAhAgJAIARBIGoiAyABSw0AA0AgAyAESwRAIAQtAAAiBUEwSSAF',
    'QTdLciAFQTFGcgR/QQAFIAQtAAEtAIAEQQhxQQBHC0UNAiAEQQJqIQQMAQsLQQEhAgsLIAILBEBBAQ8LAn9BASAAKAIAIgJB1YrN',
    'owRGIAJByOjMywRGciACQcuY1bIHRnIgAkG37tT7AkZyDQAaIAJBEHZB/wFxIQMCQAJAAkACQCACQf//A3EiAkHllAFHBEAgAkHl',
    'nAFGDQEgAkHlggFGDQIgAkHljAFGDQMMBAsgA0H6AE0gA0H3AE9xDAQLIANB8gBNIANB7wBPcQwDCyADQcgATSADQcUAT3EMAgsg',
    'A0E3TSADQTRPcQwBC0EACwR/QQEFAn8CQAJAIABBAmogACAALwEAQbDwAUYbKAIAQaDAgIECciICQbHM4ZEGRg0AIAJBteDQkQZG',
    'DQAgAkGy8IirA0YNACACQbfwwIkDRg0AIAJBt/DUqQZGDQAgAkG38OSZBkYNACACQbfwkIsGRg0ADAELQQEMAQtBAAsLBEBBAQ8L',
    'IABBCGspAwBC4eCl67Kt2bwtUQR/QQEFIABBABABCwRAQQEPCyAH/VNFBEBBAA8LIAD9AAQAIgb9DEFBQUFBQUFBQUFBQUFBQUH9',
    'IyAA/QAEASIH/QxCQkJCQkJCQkJCQkJCQkJC/SP9TiAG/QxZWVlZWVlZWVlZWVlZWVlZ/SMgB/0MWFhYWFhYWFhYWFhYWFhYWP0j',
    '/U4gBv0MYmJiYmJiYmJiYmJiYmJiYv0jIAf9DDMzMzMzMzMzMzMzMzMzMzP9I/1O/VD9UP1kIQICfwNAIAIEQEEBIAAgAmhqKAIA',
    'IgNB2bCR0wdGIANBwYTN2gRGciADQeLmqIIHRnINAhogAiACQQFrcSECDAELC0EACwRAQQEPCyAI/VNBACABIABrIgJBLEYgAkEo',
    'RnIbBH9BAQUCfwNAIABBIGogAU0EQEEAIQIDQCACQQRJIAAgAmoiA0EgaiABTXEEQCADQSBqIQUCQANAIAMgBUkEQEEAIQQgAy0A',
    'AC0AgAZBIHEEf0EBBSADLQABLQCABkEIcQsEf0EBBSADLQACLQCABkECcQsNAiADQQRqIQMMAQsLQQEhBAtBASAEDQQaIAJBAWoh',
    'AgwBCwsgAEFAayEADAELC0EACwsL',
];
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/nibbles.js
/**
 * Classes of bytes as two tables of sixteen, by the halves of a byte: it belongs to a class when the entries of its
 * two halves have a bit of the class in common. So sixteen bytes are looked up in two instructions.
 */
class NibbleTables {
    low = new Uint8Array(16);
    high = new Uint8Array(16);
    #bits = 0;
    /**
     * Adds a class: a bit for each set of low halves, with all the high halves that it goes with.
     *
     * @param members 1 for each byte that belongs
     * @returns the bits of the class
     * @throws RangeError when the tables have no bits left
     */
    add(members) {
        const highsOf = new Map();
        for (let high = 0; high < 16; high++) {
            const lows = members.subarray(high * 16, high * 16 + 16).join('');
            if (lows.includes('1'))
                highsOf.set(lows, [...(highsOf.get(lows) ?? []), high]);
        }
        let bits = 0;
        for (const [lows, highs] of highsOf) {
            const bit = this.#nextBit();
            for (let low = 0; low < 16; low++)
                if (lows[low] === '1')
                    this.low[low] = (this.low[low] ?? 0) | bit;
            for (const high of highs)
                this.high[high] = (this.high[high] ?? 0) | bit;
            bits |= bit;
        }
        return bits;
    }
    #nextBit() {
        if (this.#bits === 8)
            throw new RangeError('more classes than eight bits can tell apart');
        return 1 << this.#bits++;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/sieve-tables.js


// Where assembly/sieve.ts looks for them.
const NIBBLE_TABLES = 0x100;
const CLASSES = 0x200;
const BASE64_VALUES = 0x300;
/**
 * The two letters by which each needle is found, each of them a class of one bit: with the same low halves for all its
 * high halves. The second letter's bit is twice the first one's. In this order, for a second letter and the first one of
 * the next line pass for a pair, too.
 */
const PAIRS = [
    // Of secret in either case, and of amzn.mws.
    ['CcMm', 'RrWw'],
    // Of BS0lB and BU0lB.
    ['0', 'l'],
    // Of QUtJQ and QVNJQ, of FLSU and FTSU.
    ['QS', 'UV'],
    // Of AKIA, ASIA, ABIA, ACCA.
    ['IC', 'A'],
];
// Bits of the classes of a byte, as in assembly/sieve.ts.
const CLASS_BITS = [
    [1, IS_BASE64_OR_ESCAPE],
    [2, IS_UPPER_OR_DIGIT],
    [4, IS_CODE],
    [8, IS_NUMBER],
    [16, IS_LATIN_TEXT],
];
/** Writes the classes of bytes, and the letters that are looked for, into the memory of the sieve. */
function writeTables(memory) {
    const runs = new NibbleTables();
    runs.add(IS_BASE64_OR_ESCAPE);
    const upperBits = runs.add(IS_UPPER_OR_DIGIT);
    const codes = new NibbleTables();
    codes.add(IS_CODE);
    const digitBits = (codes.low[0] ?? 0) & (codes.high[3] ?? 0);
    const letters = new NibbleTables();
    for (const letter of PAIRS.flat())
        letters.add(tableOf(letter));
    const tables = [runs, codes, letters].flatMap(({ low, high }) => [low, high]);
    const all = [
        ...tables,
        new Uint8Array(16).fill(upperBits),
        new Uint8Array(16).fill(0x0f),
        new Uint8Array(16).fill(digitBits),
    ];
    all.forEach((table, at) => {
        memory.set(table, NIBBLE_TABLES + at * 16);
    });
    memory.set(BASE64_VALUE, BASE64_VALUES);
    for (let byte = 0; byte < 256; byte++)
        memory[CLASSES + byte] = CLASS_BITS.reduce((bits, [bit, members]) => (members[byte] === 1 ? bits | bit : bits), 0);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/sieve.js


// The memory, as assembly/sieve.ts has it.
const COUNT_OF_MARKS = 0x80;
const HAS_NULL = 0x84;
const MARKS = 0x400;
const WORDS_OF_MARK = 3;
const INPUT = 0x4000;
/** So much is looked at in one go: it stays in the processor's cache. */
const CHUNK = 256 * 1024;
/** Longer than any pair with what stands around it, and than a block. */
const sieve_OVERLAP = 64;
/** Looks at every byte once, sixteen at a time: assembly/sieve.ts and the memory that it works in. */
class Sieve {
    #sieve;
    #wideText;
    /** What it looks at. */
    input;
    #kept = Buffer.allocUnsafeSlow(CHUNK);
    #words;
    constructor() {
        const relaxed = Buffer.from(RELAXED_SIEVE_CODE.join(''), 'base64');
        const code = WebAssembly.validate(relaxed) ? relaxed : Buffer.from(SIEVE_CODE.join(''), 'base64');
        const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
        const { memory, sieve, wideText } = exports;
        if (!(memory instanceof WebAssembly.Memory))
            throw new TypeError('the sieve has no memory');
        this.#sieve = passOf(sieve);
        this.#wideText = passOf(wideText);
        this.input = Buffer.from(memory.buffer, INPUT, CHUNK);
        this.#words = new Int32Array(memory.buffer);
        writeTables(new Uint8Array(memory.buffer));
    }
    /** What is in the first bytes of its input, where looking at something else leaves it alone. */
    keep(size) {
        return this.#kept.subarray(0, this.input.copy(this.#kept, 0, 0, size));
    }
    /** All marks of a stretch, CHUNK bytes at most, before any is visited: visiting one may lead here again. */
    look(bytes, start, end, goesOn) {
        const size = this.#bring(bytes, start, end);
        const words = this.#words;
        const seen = this.#sieve(0, size, goesOn);
        if (words[COUNT_OF_MARKS / 4] === 0 && words[HAS_NULL / 4] === 0)
            return NOTHING;
        const marks = this.#marks(this.#sieve, seen, size, goesOn);
        return { marks, hasNull: words[HAS_NULL / 4] !== 0 };
    }
    /** The same for stretches of wide text. */
    lookForWideText(bytes, start, end) {
        const size = this.#bring(bytes, start, end);
        return this.#marks(this.#wideText, this.#wideText(0, size, 0), size, 0);
    }
    /** @returns how many bytes are in the input then */
    #bring(bytes, start, end) {
        return bytes === this.input && start === 0 ? end : bytes.copy(this.input, 0, start, end);
    }
    /** The marks of a pass that came as far as `seen`, and of as many more as it takes. */
    #marks(pass, seen, size, goesOn) {
        const words = this.#words;
        const marks = [];
        for (let from = seen;; from = pass(from, size, goesOn)) {
            const last = MARKS / 4 + (words[COUNT_OF_MARKS / 4] ?? 0) * WORDS_OF_MARK;
            for (let word = MARKS / 4; word < last; word++)
                marks.push(words[word] ?? 0);
            if (from >= size)
                return marks;
        }
    }
}
const sieve_BEFORE = 1;
const BEHIND = 2;
function passOf(exported) {
    if (typeof exported !== 'function')
        throw new TypeError('the sieve is not what assembly/sieve.ts exports');
    return (from, size, goesOn) => Number(exported(from, size, goesOn));
}
const NOTHING = { marks: [], hasNull: false };
let compiled;
/** Compiled at its first use, once for each thread. */
function theSieve() {
    compiled ??= new Sieve();
    return compiled;
}
/**
 * Memory that the sieve works in, of CHUNK bytes: what is read into it needs no copy to be looked at. Looking at
 * anything else overwrites it.
 */
function sieveInput() {
    return theSieve().input;
}
/**
 * The bytes [start, end), where looking at something else leaves them alone: a copy if they are in sieveInput(), until
 * this is asked for the next one.
 */
function keptBytes(bytes, start, end) {
    return bytes === compiled?.input ? compiled.keep(end) : bytes.subarray(start, end);
}
/** Looks at the bytes [start, end) of a buffer, or at as many as are looked at in one go. */
function firstMarks(bytes, start, end) {
    const isAll = end - start <= CHUNK;
    const marked = theSieve().look(bytes, start, isAll ? end : start + CHUNK, isAll ? 0 : BEHIND);
    return marked === NOTHING && isAll ? ALL_CLEAR : { ...marked, isClear: false };
}
const ALL_CLEAR = { ...NOTHING, isClear: true };
/** What is marked from `start` on, in as many bytes as are looked at in one go. */
function nextMarks(bytes, start) {
    const end = Math.min(bytes.length, start + CHUNK);
    return theSieve().look(bytes, start, end, end < bytes.length ? sieve_BEFORE | BEHIND : sieve_BEFORE);
}
/** The same of stretches of wide text. @returns three numbers each, as for marks */
function wideMarks(bytes, start, end) {
    return theSieve().lookForWideText(bytes, start, end);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/marks.js


/**
 * What a place can be the sign of, in the order of the numbers in assembly/sieve.ts.
 *
 * - `long-run`: base64 and escape characters, 40 at least, unless it is seen at once that long-runs.ts visits nothing
 * - `upper-run`: upper-case letters and digits, 17 at least, where an identifier or the end of one can be
 * - `code-run`: numbers and what stands between them, 48 bytes at least
 * - `split-identifier`: `AKIA`, `ASIA`, `ABIA`, `ACCA`
 * - `encoded-identifier`: `AKIA` or `ASIA` in base64; from the group of four that it begins in to the letters that were seen
 * - `secret-name`: `secretKey`, `Secret Access Key`, `access-secret` and the like, from `secret` on
 * - `marketplace-token`: `amzn.mws.`
 */
const marks_KINDS = [
    'long-run',
    'upper-run',
    'code-run',
    'split-identifier',
    'encoded-identifier',
    'secret-name',
    'marketplace-token',
];
/** The first kinds are runs of bytes of a class; shorter ones hold nothing. */
const RUNS = [
    { table: IS_BASE64_OR_ESCAPE, shortest: 40 },
    { table: IS_UPPER_OR_DIGIT, shortest: 17 },
    { table: IS_CODE, shortest: 48 },
];
/**
 * Stage A's first pass: visits the places that are worth a closer look, about in their order.
 *
 * @param first what firstMarks() said of these bytes
 * @returns whether `onMark` ended the search, and whether a NUL was met before
 */
function searchMarks(bytes, onMark, first = firstMarks(bytes, 0, bytes.length)) {
    const runs = new Runs(bytes);
    let { marks, hasNull } = first;
    for (let start = 0;;) {
        const end = Math.min(bytes.length, start + CHUNK);
        if (visitMarks(marks, start, end, runs, onMark))
            return { ended: true, hasNull };
        if (end === bytes.length)
            return { ended: false, hasNull };
        start += CHUNK - sieve_OVERLAP;
        const next = nextMarks(bytes, start);
        marks = next.marks;
        hasNull ||= next.hasNull;
    }
}
/**
 * Visits the stretches in which every other byte is NUL, in their order.
 *
 * @param onStretch takes a NUL in a stretch and returns where it ends, and whether that ends the search
 * @returns true when it did
 */
function searchWideText(bytes, onStretch) {
    let seen = 0;
    for (let start = 0; start < bytes.length; start += CHUNK - sieve_OVERLAP) {
        const end = Math.min(bytes.length, start + CHUNK);
        const marks = wideMarks(bytes, start, end);
        for (let word = 0; word < marks.length; word += WORDS_OF_MARK) {
            const inside = start + (marks[word + 1] ?? 0);
            if (inside < seen)
                continue;
            const stretch = onStretch(inside);
            if (stretch.ended)
                return true;
            seen = stretch.end;
        }
        if (end === bytes.length)
            return false;
    }
    return false;
}
function visitMarks(marks, start, end, runs, onMark) {
    for (let word = 0; word < marks.length; word += WORDS_OF_MARK) {
        const kind = marks[word] ?? 0;
        const from = start + (marks[word + 1] ?? 0);
        const to = start + (marks[word + 2] ?? 0);
        if (kind < RUNS.length) {
            const run = runs.whole(kind, from, to, start, end);
            if (run !== undefined && onMark(marks_KINDS[kind] ?? 'long-run', run.start, run.end))
                return true;
        }
        else if (isOfStretch(to, start, end, runs.length) && onMark(marks_KINDS[kind] ?? 'long-run', from, to))
            return true;
    }
    return false;
}
/** Of what two stretches share, the first half is shown with the one, the second with the other. */
function isOfStretch(at, start, end, length) {
    return (start === 0 || at > start + sieve_OVERLAP / 2) && (end === length || at <= end - sieve_OVERLAP / 2);
}
/** Puts together the runs that were cut where two stretches meet. */
class Runs {
    #bytes;
    /** How far the last run of each class went. */
    #ends = [0, 0, 0];
    constructor(bytes) {
        this.#bytes = bytes;
    }
    get length() {
        return this.#bytes.length;
    }
    /** @returns the whole run, or undefined when it is too short, or was shown before */
    whole(kind, from, to, stretchStart, stretchEnd) {
        const bytes = this.#bytes;
        const { table, shortest } = RUNS[kind] ?? RUNS[0];
        // Before it is followed: a run through many stretches would be followed from each.
        if (from < (this.#ends[kind] ?? 0))
            return undefined;
        let start = from;
        let end = to;
        if (from === stretchStart)
            while (start > 0 && table[bytes[start - 1] ?? 0] === 1)
                start--;
        if (to === stretchEnd)
            while (end < bytes.length && table[bytes[end] ?? 0] === 1)
                end++;
        if (end - start < shortest)
            return undefined;
        this.#ends[kind] = end;
        return { start, end };
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/needles.js

/** What can stand behind the first piece of a split value: a quote, a line end, an escape, a tag, a variable, an invisible space. */
const MAY_SPLIT = tableOf('"\'`)\\\r\n%&=|^<$#{\xc2\xe2\xef');
const needles_PREFIX = 4;
const needles_IDENTIFIER = 20;
/**
 * Looks behind the prefix of an identifier for what can stand between two pieces of it, `"AKIA\u2026" + "\u2026"`.
 *
 * @returns true when `visit` ended the search
 */
function visitSplitIdentifier(bytes, at, visit) {
    let after = at + needles_PREFIX;
    while (IS_ALPHANUMERIC[bytes[after] ?? 0] !== 0 && after < at + needles_IDENTIFIER)
        after++;
    return MAY_SPLIT[bytes[after] ?? 0] === 1 && visit('text', at, after);
}
const needles_LONG_RUN = 40;
/** What of an identifier's base64 follows its first letters at least, with them. */
const SHORTEST_ENCODED = 24;
/**
 * Looks at an identifier alone in base64, in at most 39 characters, which is no long run.
 *
 * @param group where the group of four characters begins that its first letters begin in
 * @param letters where these letters are
 * @returns true when `visit` ended the search
 */
function visitEncodedIdentifier(bytes, group, letters, visit) {
    let start = letters;
    while (start > 0 && IS_BASE64[bytes[start - 1] ?? 0] !== 0 && letters - start < needles_LONG_RUN)
        start--;
    let end = letters;
    while (end < bytes.length && IS_BASE64[bytes[end] ?? 0] !== 0 && end - start < needles_LONG_RUN)
        end++;
    const first = group - ((group - start) & ~3);
    if (end - letters < SHORTEST_ENCODED || end - start >= needles_LONG_RUN || first < start)
        return false;
    return visit('base64', first, end);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/upper-runs.js

const upper_runs_IDENTIFIER = 20;
const upper_runs_PREFIX = /^(?:AKIA|ASIA|ABIA|ACCA)/;
/** What is left of a prefix when a literal was split within it: `"AK" + "IA\u2026"`. */
const REST_OF_PREFIX = /^(?:(?:[KSB]I|CC)A[A-Z2-7]{16}|[IC]A[A-Z2-7]{16}|A[A-Z2-7]{16})$/;
/**
 * Looks at one run of upper-case letters and digits, 17 bytes or more.
 *
 * @returns true when `visit` ended the search
 */
function visitUpperRun(bytes, start, end, visit) {
    return isIdentifier(bytes, start, end) && visit('text', start, end);
}
/** An identifier ends where the run ends, but it may begin late: `%3DAKIA\u2026`. */
function isIdentifier(bytes, start, end) {
    const length = end - start;
    const late = Math.max(start, end - upper_runs_IDENTIFIER);
    if (beginsIdentifier(bytes, late) && IS_ALPHANUMERIC[bytes[end] ?? 0] === 0)
        return true;
    if (beginsIdentifier(bytes, start))
        return length <= 2 * upper_runs_IDENTIFIER;
    return length < upper_runs_IDENTIFIER && REST_OF_PREFIX.test(bytes.toString('latin1', start, end));
}
function beginsIdentifier(bytes, at) {
    return bytes[at] === 0x41 && bytes[at + 3] === 0x41 && upper_runs_PREFIX.test(bytes.toString('latin1', at, at + 4));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/wide.js


const WIDE_LAYOUTS = [
    { kind: 'utf-32le', width: 4, low: 0 },
    { kind: 'utf-32be', width: 4, low: 3 },
    { kind: 'utf-16le', width: 2, low: 0 },
    { kind: 'utf-16be', width: 2, low: 1 },
];
const SAMPLE = 4096;
/** The shortest stretch of two-byte characters within other bytes that is looked at. */
const wide_SHORTEST = 40;
/**
 * Visits the content as a whole when it is UTF-16 or UTF-32, with or without a byte order mark; otherwise each stretch
 * of it, as compiled programs hold them. For contents that hold a NUL.
 *
 * @returns true when `visit` ended the search
 */
function visitWide(bytes, visit) {
    const layout = layoutOf(bytes);
    if (layout !== undefined)
        return visit(layout.kind, 0, bytes.length);
    return visitStretches(bytes, visit);
}
/** @returns undefined when the content is something else */
function layoutOf(bytes) {
    const marked = markedKind(bytes);
    if (marked !== undefined)
        return WIDE_LAYOUTS.find(layout => layout.kind === marked);
    const size = Math.min(bytes.length, SAMPLE) & ~3;
    const nulls = [0, 0, 0, 0];
    for (let at = 0; at < size; at++)
        if (bytes[at] === 0)
            nulls[at & 3] = (nulls[at & 3] ?? 0) + 1;
    const share = nulls.map(count => count / (size / 4));
    return WIDE_LAYOUTS.find(layout => fits(layout, share));
}
function markedKind(bytes) {
    const mark = bytes.toString('latin1', 0, 4);
    if (mark === '\xff\xfe\0\0')
        return 'utf-32le';
    if (mark === '\0\0\xfe\xff')
        return 'utf-32be';
    if (mark.startsWith('\xff\xfe'))
        return 'utf-16le';
    return mark.startsWith('\xfe\xff') ? 'utf-16be' : undefined;
}
/** At least three in ten of the high bytes are NUL, and hardly any low one. */
function fits(layout, share) {
    return share.every((part, at) => (at % layout.width === layout.low ? part < 0.05 : part > 0.3));
}
/** From the first to the last NUL, and from the character before that where the NUL is its upper half. */
function visitStretches(bytes, visit) {
    return searchWideText(bytes, from => {
        let first = from;
        while (first >= 2 && bytes[first - 2] === 0 && IS_LATIN_TEXT[bytes[first - 1] ?? 0] === 1)
            first -= 2;
        const end = endOfStretch(bytes, first);
        const before = bytes[first - 1] ?? 0;
        const littleEndian = before >= 0x20 && before < 0x7f;
        const start = littleEndian ? first - 1 : first;
        const isLong = end - start >= wide_SHORTEST;
        return { ended: isLong && visit(littleEndian ? 'utf-16le' : 'utf-16be', start, end), end };
    });
}
/** Follows NUL, character, NUL, character \u2026 from a NUL on. */
function endOfStretch(bytes, at) {
    let end = at;
    while (end + 1 < bytes.length && bytes[end] === 0 && IS_LATIN_TEXT[bytes[end + 1] ?? 0] === 1)
        end += 2;
    return end > at && bytes[end] === 0 ? end + 1 : end;
}
/** The characters in Latin-1, one byte each; those beyond are 0xBF. */
function narrow(bytes, { width, low }) {
    const count = Math.floor(bytes.length / width);
    const narrowed = Buffer.allocUnsafe(count);
    for (let character = 0; character < count; character++) {
        const at = character * width;
        let others = 0;
        for (let byte = 0; byte < width; byte++)
            if (byte !== low)
                others |= bytes[at + byte] ?? 0;
        narrowed[character] = others === 0 ? (bytes[at + low] ?? 0) : 0xbf;
    }
    return narrowed;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/kernels.js










/**
 * Stage A alone, at memory speed: whether anything in the bytes is worth a closer look. When this is false, detect()
 * finds nothing in them.
 *
 * @param start first byte
 * @param end one past the last byte
 */
function hasCandidates(bytes, start, end) {
    const first = glance(bytes, start, end);
    return first !== undefined && findCandidates(bytes.subarray(start, end), () => true, first);
}
/**
 * The first half of it: what findCandidates() needs to know of the bytes, or undefined when there is nothing for it.
 * They may be the first of sieveInput(): what is in there is then copied before anything else is done.
 */
function glance(bytes, start, end) {
    const first = firstMarks(bytes, start, end);
    return first.isClear && !mayBePacked(bytes, start, end) ? undefined : first;
}
/** A quick no for what is not told apart by its marks: archives, programs that carry one, hex dumps. */
function mayBePacked(bytes, start, end) {
    return mayBeArchive(bytes, start, end) || bytes[start] === FIRST_OF_HEX_DUMP;
}
/** The same for names in a tree, which stand one by one between bytes that are no text: nothing in them is wide or packed. */
function hasCandidatesInNames(tree) {
    return searchMarks(tree, (kind, start, end) => look(tree, kind, start, end, () => true)).ended;
}
/** Nothing shorter than this holds anything: an identifier has 20 characters, an odd secret 16. */
const kernels_SHORTEST = 16;
/**
 * Finds all candidates, about in the order of the bytes.
 *
 * @param first what firstMarks() said of the bytes, if it was asked
 * @param spend is told the work that closer looks are
 * @returns true when `visit` ended the search
 */
function findCandidates(bytes, visit, first, spend = () => undefined) {
    if (bytes.length < kernels_SHORTEST)
        return false;
    const packed = archiveKind(bytes) !== undefined || endsWithZip(bytes);
    if (packed && visit('archive', 0, bytes.length))
        return true;
    if (beginsHexDump(bytes) && visit('text', 0, bytes.length))
        return true;
    const onMark = (kind, start, end) => {
        spend(kernels_COST_OF_LOOK[kind] + (end - start) / 2);
        return look(bytes, kind, start, end, visit);
    };
    const { ended, hasNull } = searchMarks(bytes, onMark, first);
    return ended || (hasNull && visitWide(bytes, visit));
}
/** In steps, beside those for its length. */
const kernels_COST_OF_LOOK = {
    'long-run': 10,
    'upper-run': 10,
    'code-run': 10,
    'split-identifier': 10,
    'encoded-identifier': 10,
    'secret-name': 200,
    'marketplace-token': 10,
};
/** Looks at what was marked, each kind in its own way. */
function look(bytes, kind, start, end, visit) {
    switch (kind) {
        case 'long-run':
            return visitLongRun(bytes, start, end, visit);
        case 'upper-run':
            return visitUpperRun(bytes, start, end, visit);
        case 'code-run':
            return visitCodeRun(bytes, start, end, visit, decoded => findCandidates(decoded, () => true));
        case 'split-identifier':
            return visitSplitIdentifier(bytes, start, visit);
        case 'encoded-identifier':
            return visitEncodedIdentifier(bytes, start, end, visit);
        case 'secret-name':
            return assignsSecret(bytes, end) && visit('text', start, end);
        case 'marketplace-token':
            return visit('text', start, start + 47);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/token-lists.js


const token_lists_QUOTE = '["\'`]';
/** From one literal of a list to the next, which holds one word. */
const NEXT = new RegExp(`${token_lists_QUOTE}\\s{0,40},\\s{0,40}${token_lists_QUOTE}(?=([A-Za-z0-9+/]{1,200})={0,2}${token_lists_QUOTE})`, 'g');
/** The first line of a token: shorter than any that is whole, so that nothing follows one of these. */
const FIRST = new RegExp(`${token_lists_QUOTE}(${HEAD_OF_BEDROCK_KEY}[A-Za-z0-9+/]{28,124}|(?:${HEAD_OF_SHORT_TERM_KEY}|${HEAD_OF_SESSION_TOKEN})[A-Za-z0-9+/]{20,180})$`);
const token_lists_LONGEST = 201;
/**
 * Puts the lines of a token together that stand in a list: all of one width, but the last. No word says that they
 * belong together; that the first begins as a token does.
 */
function joinTokenLists(text) {
    let [width, begin] = [0, -1];
    return joins_without(NEXT, text, ({ 0: gap, 1: next = '', index }) => {
        const isNext = index - width === begin;
        if (!isNext)
            width = FIRST.exec(text.slice(Math.max(0, index - token_lists_LONGEST), index))?.[1]?.length ?? 0;
        begin = next.length <= width ? index + gap.length : -1;
        return begin < 0 ? 0 : gap.length;
    });
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/variables.js
const variables_QUOTE = '["\'`]';
const variables_PIECE = '[A-Za-z0-9+/]{1,39}';
const variables_NAME = '[A-Za-z_]\\w{0,60}';
/** A variable that is given a literal, quoted or, as in a shell, bare to the end of the line. */
const variables_ASSIGNED = new RegExp(`(?<![\\w$])[$@]?(${variables_NAME})(?:\\s?:\\s?[\\w<>]{1,20})?\\s{0,8}(?::?=|:|<-)\\s{0,8}@?${variables_QUOTE}(?=(${variables_PIECE})${variables_QUOTE})` +
    `|(?<=^|[\\r\\n]|export |set )(${variables_NAME})=(?=(${variables_PIECE})(?:[\\r\\n;]|$))`, 'g');
/** `a`, `$a`, `self.a`, `this->a`; or a literal among them. */
const OPERAND = `(?:[$@]?(?:${variables_NAME}(?:\\.|->|::)){0,2}${variables_NAME}|${variables_QUOTE}${variables_PIECE}${variables_QUOTE})`;
/** `$a`, `${a}`, `#{a}`, `{a}`, `{$a}`, `%a%`, `$(a)`, `$($a)`, `\\(a)` */
const INTERPOLATION = `(?:[$#]?\\{\\$?(?:${variables_NAME}\\.)?${variables_NAME}\\}|\\$${variables_NAME}|%${variables_NAME}%|[$\\\\]\\(\\$?${variables_NAME}\\))`;
const MOST_MORE = '{1,7}';
/** Text and variables in one literal: `AKIA\u2026${b}`. */
const variables_MIXED = `(?:${variables_PIECE})?(?:${INTERPOLATION}(?:${variables_PIECE})?){1,8}`;
const TEMPLATE = `(?<=${variables_QUOTE})${variables_MIXED}(?=${variables_QUOTE})`;
/** The same without quotes, as shells have it. */
const BARE = `(?<=[A-Za-z_]\\w{0,60}=)${variables_MIXED}(?=[\\r\\n;]|$)`;
const PARTS = new RegExp(`(?:[$#]?\\{\\$?(?:${variables_NAME}\\.)?|[$\\\\]\\(\\$?|\\$|%)(${variables_NAME})[})%]?|(${variables_PIECE})`, 'g');
/** `"AKIA\u2026{}".format(b)`, `"%s\u2026" % a`, `Sprintf("%s\u2026%s", a, b)` */
const BLANK = '(?:\\{\\d?\\}|%[sv@])';
const FORMATTED = `${variables_QUOTE}(?:${variables_PIECE})?(?:${BLANK}(?:${variables_PIECE})?){1,8}${variables_QUOTE}(?:\\.format\\(|\\s?%\\s?\\(?|,\\s?)${OPERAND}(?:,\\s?${OPERAND}){0,7}`;
const variables_FORMAT = new RegExp(`^${variables_QUOTE}([^"'\`]*)${variables_QUOTE}(?:\\.format\\(|\\s?%\\s?\\(?|,\\s?)(.*)$`, 's');
const BLANKS = new RegExp(`${BLANK}|(${variables_PIECE})`, 'g');
/** Variables that are put together by operators, by interpolation, or as a list. */
const EXPRESSION = new RegExp([
    `(${TEMPLATE}|${BARE})`,
    `(${FORMATTED})`,
    `(?<![\\w$.>])${OPERAND}(?:\\s{0,8}(?:\\+\\+?|\\.\\.?|&|\\|\\||<>|\\^|,)\\s{0,8}${OPERAND})${MOST_MORE}`,
    `${INTERPOLATION}(?:["']{0,2}${INTERPOLATION})${MOST_MORE}`,
].join('|'), 'g');
const OPERANDS = new RegExp(`${variables_QUOTE}(${variables_PIECE})${variables_QUOTE}|(?:${variables_NAME}(?:\\.|->|::)(?=\\w))*(${variables_NAME})`, 'g');
const variables_IS_QUOTE = /["'`]/;
/** What an identifier and a secret have. */
const LENGTHS = new Set([20, 40]);
/**
 * Puts the literals of variables together where the variables are: `id = a + b`. Only what then has the length of an
 * identifier or of a secret is changed.
 *
 * @returns undefined when there is none
 */
function joinVariables(text) {
    const variables = variablesOf(text);
    if (variables.size === 0)
        return undefined;
    const parts = [];
    const starts = [];
    let from = 0;
    const keep = ({ start, end }) => {
        parts.push(text.slice(start, end));
        for (let at = start; at < end; at++)
            starts.push(at);
    };
    for (const { 0: expression, 1: template, 2: format, index } of text.matchAll(EXPRESSION)) {
        const operands = operandsIn(expression, index, template, format);
        const literals = literalsOf(operands, index, variables);
        if (literals === undefined)
            continue;
        keep({ start: from, end: index });
        from = index + expression.length;
        const isQuoted = variables_IS_QUOTE.test(text.charAt(index - 1)) && variables_IS_QUOTE.test(text.charAt(from));
        const quote = isQuoted ? '' : '"';
        parts.push(quote);
        if (!isQuoted)
            starts.push(index);
        literals.forEach(keep);
        parts.push(quote);
        if (!isQuoted)
            starts.push(from - 1);
    }
    if (from === 0)
        return undefined;
    keep({ start: from, end: text.length });
    return { text: parts.join(''), starts: Int32Array.from(starts) };
}
function variablesOf(text) {
    const variables = new Map();
    for (const match of text.matchAll(variables_ASSIGNED)) {
        const name = match[1] ?? match[3] ?? '';
        const start = match.index + match[0].length;
        const literal = { start, end: start + (match[2] ?? match[4] ?? '').length };
        const known = variables.get(name);
        if (known === undefined)
            variables.set(name, [literal]);
        else
            known.push(literal);
    }
    return variables;
}
function operandsIn(expression, index, template, format) {
    if (format !== undefined)
        return formattedOf(format, index);
    return template === undefined ? operandsOf(expression, index) : partsOf(template, index);
}
function operandsOf(expression, index) {
    return [...expression.matchAll(OPERANDS)].map(({ 1: piece, 2: name, index: at }) => piece === undefined ? (name ?? '') : { start: index + at + 1, end: index + at + 1 + piece.length });
}
function partsOf(template, index) {
    return [...template.matchAll(PARTS)].map(({ 0: part, 1: name, index: at }) => name ?? { start: index + at, end: index + at + part.length });
}
/** The pieces of a format, and the operands that fill its blanks, in their order. */
function formattedOf(expression, index) {
    const [, format = '', list = ''] = variables_FORMAT.exec(expression) ?? [];
    const fillings = operandsOf(list, index + expression.length - list.length).values();
    return [...format.matchAll(BLANKS)].map(({ 1: piece, index: at }) => piece === undefined
        ? (fillings.next().value ?? '')
        : { start: index + 1 + at, end: index + 1 + at + piece.length });
}
/** @returns the literals that are put together at that place, or undefined when they are no value */
function literalsOf(operands, index, variables) {
    const literals = [];
    let length = 0;
    for (const operand of operands) {
        const literal = typeof operand === 'string' ? lastBefore(variables.get(operand) ?? [], index) : operand;
        if (literal === undefined)
            return undefined;
        literals.push(literal);
        length += literal.end - literal.start;
    }
    return literals.length > 1 && LENGTHS.has(length) ? literals : undefined;
}
/** What the variable holds at that place. */
function lastBefore(literals, index) {
    let low = 0;
    let high = literals.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((literals[middle]?.start ?? 0) < index)
            low = middle + 1;
        else
            high = middle;
    }
    return literals[low - 1];
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/layers.js







/** The same text with its escapes resolved, or undefined when it has none. */
function resolvedView(view, text) {
    const resolved = resolveEscapes(text);
    if (resolved === undefined)
        return undefined;
    const { starts, ends, layer } = resolved;
    return {
        ...view,
        bytes: Buffer.from(resolved.text, 'latin1'),
        place: through((from, to) => ({ start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }), view.place),
        layers: [...view.layers, layer],
        depth: view.depth + 1,
    };
}
/** The same text with its literals, its lists, its lines, its dumped bytes put together: each that it has. */
function joinedViews(view, text) {
    if (!view.joins)
        return [];
    const forms = [
        joinLiterals(text),
        joinLists(text),
        joinLines(text),
        joinTokenLists(text),
        joinVariables(text),
    ];
    const joined = forms.filter(one => one !== undefined);
    const views = joined.map(one => joinedView(view, one, 'concatenation'));
    const dump = readHexDump(text);
    return dump === undefined ? views : [...views, joinedView(view, dump, 'hex dump')];
}
function joinedView(view, { text, starts }, layer) {
    return {
        ...view,
        bytes: Buffer.from(text, 'latin1'),
        place: through((from, to) => stretchOf(starts[from] ?? 0, starts[to - 1] ?? 0), view.place),
        layers: [...view.layers, layer],
        joins: false,
    };
}
/** The pieces of a value may stand in another order than they are put together in. */
function stretchOf(first, last) {
    return { start: Math.min(first, last), end: Math.max(first, last) + 1 };
}
/** A stretch of UTF-16 or UTF-32, one byte for each character. */
function wideView(view, layout, start, end) {
    const { kind, width } = layout;
    return {
        ...view,
        bytes: narrow(view.bytes.subarray(start, end), layout),
        place: (from, to) => view.place(start + from * width, start + to * width),
        layers: [...view.layers, kind],
        preface: 0,
        depth: view.depth + 1,
        isUnpacked: false,
    };
}
/** A short value keeps the words before it: they say what it is. */
const SHORT = 256;
const PREFACE = 100;
/** What an encoded stretch decodes to. */
function decodedView(view, decoded, layers) {
    // Words before UTF-16 would shift it.
    const isPlain = decoded.bytes.length < SHORT && !decoded.bytes.includes(0);
    const before = isPlain ? prefaceOf(view.bytes, decoded.start) : EMPTY;
    return {
        ...view,
        bytes: Buffer.concat([before, decoded.bytes]),
        place: through((from, to) => decoded.place(Math.max(0, from - before.length), Math.max(0, to - before.length)), view.place),
        layers,
        cutBefore: false,
        cutAfter: false,
        preface: before.length,
        depth: view.depth + 1,
        isUnpacked: false,
    };
}
const EMPTY = Buffer.alloc(0);
/** The same line before the value, without what only says that it is encoded. */
function prefaceOf(bytes, at) {
    const before = bytes.toString('latin1', Math.max(0, at - PREFACE), at);
    const line = before.replace(/^[\s\S]*[\r\n](?=[^\r\n])/, '');
    return Buffer.from(`${line.replace(/(?:;?base64,|!!binary|Basic)\s*$/i, '')} `, 'latin1');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/line-ends.js
const LINE_FEED = 0x0a;
/** For more than so many questions all are found once; for fewer, those between are counted. */
const FEW = 100;
/** Counts line ends between places of a content. */
class LineEnds {
    #bytes;
    #ends;
    #asked = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** How many stand in [start, end). */
    between(start, end) {
        if (end <= start)
            return 0;
        this.#asked += 1;
        return this.#asked > FEW ? this.#before(end) - this.#before(start) : this.#counted(start, end);
    }
    #counted(start, end) {
        let count = 0;
        for (let at = start; at < end; at++)
            if (this.#bytes[at] === LINE_FEED)
                count += 1;
        return count;
    }
    #before(place) {
        this.#ends ??= endsIn(this.#bytes);
        let low = 0;
        let high = this.#ends.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((this.#ends[middle] ?? 0) < place)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
function endsIn(bytes) {
    const ends = [];
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1))
        ends.push(at);
    return ends;
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
;// CONCATENATED MODULE: external "../packages/archives.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const archives_js_namespaceObject = x({ ["entriesOf"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_archives_js_fdf110c9__.entriesOf) });
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/open-archive.js




/** Bytes that come out for the price of a step. */
const BYTES_OF_STEP = 8;
/**
 * Unpacks an archive, part by part.
 *
 * @returns the stretches of it that no part covers, or undefined when none was unpacked, or it is a program with an archive
 *   behind it: then all of it is to be read as the bytes it is
 */
function openArchive(view, { depth, layers, budget }, read) {
    const known = archiveKind(view.bytes);
    // A program's archive is not opened once more in each reading of the program's text.
    const kind = known ?? (view.layers === layers && endsWithZip(view.bytes) ? 'zip' : undefined);
    if (kind === undefined)
        return undefined;
    if (depth >= LIMITS.depth) {
        budget.leaveOut(view.layers.slice(0, 3), `${kind}: nested too deep`, 'incomplete');
        return undefined;
    }
    const unpacking = {
        spend: bytes => budget.spend(bytes / BYTES_OF_STEP),
        isSpent: () => budget.isSpent,
        leaveOut: (reason, how = 'unopened') => budget.leaveOut(view.layers, reason, how),
    };
    const covered = new Covered();
    let opened = false;
    for (const { bytes, layer, start, end, covers } of (0,archives_js_namespaceObject.entriesOf)(view.bytes, kind, unpacking)) {
        opened = true;
        for (const range of covers)
            covered.add(range);
        read({ bytes, name: layer, layers: [...view.layers, layer], ...view.place(start, end) });
    }
    return opened && known !== undefined ? covered.gaps(view.bytes.length) : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/regions.js
/** Text around a candidate that is read with it: names, the other half of a pair. */
const MARGIN = 4096;
/** Regions are read in slices of this size, which overlap so that nothing is cut in every one of them. */
const regions_SLICE = 256 * 1024;
const regions_OVERLAP = 2 * MARGIN;
/** Places to be read, each with its surroundings, merged where they touch. */
class Regions {
    #length;
    #regions = [];
    constructor(length) {
        this.#length = length;
    }
    add(start, end) {
        const from = Math.max(0, start - MARGIN);
        const to = Math.min(this.#length, end + MARGIN);
        const last = this.#regions.at(-1);
        if (last !== undefined && from >= last.start && from <= last.end)
            last.end = Math.max(last.end, to);
        else
            this.#regions.push({ start: from, end: to });
    }
    /** Disjoint, in order, none longer than a slice. */
    *slices() {
        for (const region of merged(this.#regions)) {
            for (let start = region.start;; start += regions_SLICE - regions_OVERLAP) {
                const end = Math.min(region.end, start + regions_SLICE);
                yield { start, end };
                if (end === region.end)
                    break;
            }
        }
    }
}
function merged(regions) {
    const sorted = [...regions].sort((one, other) => one.start - other.start);
    const result = [];
    for (const { start, end } of sorted) {
        const last = result.at(-1);
        if (last !== undefined && start <= last.end)
            last.end = Math.max(last.end, end);
        else
            result.push({ start, end });
    }
    return result;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/pairing.js
const FARTHEST_BYTES = 4096;
const FARTHEST_LINES = 20;
/**
 * Pairs each identifier with the nearest secret, in either order, each value once. A documentation key belongs only to
 * a documentation secret, so that a real key beside an example is not lost.
 *
 * @param linesBetween counts the line ends between two places of the document
 */
function pairsOf(finds, linesBetween) {
    const secrets = [...finds.secrets.values()].sort((one, other) => one.start - other.start);
    const links = [];
    for (const identifier of finds.identifiers.values()) {
        if (identifier.presigned)
            continue;
        for (const secret of pairing_nearby(secrets, identifier)) {
            if (!belong(identifier, secret))
                continue;
            const [first, last] = identifier.start < secret.start ? [identifier.end, secret.start] : [secret.end, identifier.start];
            const lines = linesBetween(first, last);
            if (lines > FARTHEST_LINES && !(isOfCodes(identifier) && isOfCodes(secret)))
                continue;
            links.push({ identifier, secret, cost: costOf(identifier, secret, lines, last - first) });
        }
    }
    const pairs = cheapest(links);
    const [real, harmless] = [pairs.filter(isReal), pairs.filter(pair => !isReal(pair))];
    return [...inOrder(real), ...inOrder(harmless)];
}
/** Bytes written as numbers may stand one on each line. */
function isOfCodes({ layers }) {
    return layers.includes('codes');
}
function isReal({ identifier }) {
    return identifier.harmless === undefined;
}
function belong(identifier, secret) {
    if (secret.context === 'denied')
        return false;
    if (identifier.wordlike && secret.context === 'none')
        return false;
    return (identifier.harmless === undefined) === (secret.harmless === undefined);
}
/** What stands side by side on a line, or on the next with nothing between, needs no name. */
const pairing_SIDE_BY_SIDE = 24;
const NOTHING_BETWEEN = 4;
/**
 * Formats put the identifier first more often than last. A secret that is called one comes before others that are nearer,
 * for tokens of other services have forty characters, too.
 */
function costOf(identifier, secret, lines, bytes) {
    const isBeside = bytes <= (lines === 0 ? pairing_SIDE_BY_SIDE : NOTHING_BETWEEN);
    const doubt = isBeside ? 600 : FARTHEST_LINES * 80;
    const unnamed = secret.context === 'none' ? doubt : 0;
    const reversed = secret.start < identifier.start ? 40 : 0;
    return unnamed + reversed + lines * 80 + bytes;
}
function cheapest(links) {
    const used = new Set();
    const pairs = [];
    for (const link of links.sort((one, other) => one.cost - other.cost)) {
        if (used.has(link.identifier) || used.has(link.secret))
            continue;
        used.add(link.identifier).add(link.secret);
        pairs.push({ identifier: link.identifier, secret: link.secret });
    }
    return pairs;
}
/**
 * Identifiers that are listed first and their secrets after them belong together in the order of the lists, where the
 * nearest secret would be the wrong one: `A=id1 B=id2 A=secret1 B=secret2`.
 */
function inOrder(pairs) {
    const sorted = [...pairs].sort((one, other) => startOf(one) - startOf(other));
    const result = [];
    let group = [];
    let end = -1;
    for (const pair of sorted) {
        if (startOf(pair) >= end) {
            result.push(...reordered(group));
            group = [];
        }
        group.push(pair);
        end = Math.max(end, pair.identifier.end, pair.secret.end);
    }
    return [...result, ...reordered(group)];
}
function reordered(group) {
    const secrets = group.map(pair => pair.secret).sort((one, other) => one.start - other.start);
    const identifiers = group.map(pair => pair.identifier).sort((one, other) => one.start - other.start);
    if (group.length < 2)
        return group;
    const isList = startIn(identifiers, identifiers.length - 1) < startIn(secrets, 0);
    if (!isList && !alternate(identifiers, secrets))
        return group;
    return identifiers.flatMap((identifier, at) => {
        const secret = secrets[at];
        return secret === undefined ? [] : [{ identifier, secret }];
    });
}
/**
 * `secret1 id1 secret2 id2`, or the identifiers first: the nearest secret of the second is the one between, and the wrong
 * one.
 */
function alternate(identifiers, secrets) {
    const isFirst = startIn(identifiers, 0) < startIn(secrets, 0);
    const [leading, following] = isFirst ? [identifiers, secrets] : [secrets, identifiers];
    return leading.every((value, at) => {
        const other = startIn(following, at);
        return value.start < other && other < (leading[at + 1]?.start ?? Number.POSITIVE_INFINITY);
    });
}
function startIn(values, at) {
    return values[at]?.start ?? 0;
}
function startOf({ identifier, secret }) {
    return Math.min(identifier.start, secret.start);
}
/** At most so many on either side: a file of nothing but keys stays linear. */
const NEIGHBOURS = 24;
function* pairing_nearby(sorted, to) {
    const middle = firstFrom(sorted, to.start);
    for (let at = middle; at < Math.min(sorted.length, middle + NEIGHBOURS); at++) {
        const value = sorted[at];
        if (value === undefined || value.start - to.end > FARTHEST_BYTES)
            break;
        yield value;
    }
    for (let at = middle - 1; at >= Math.max(0, middle - NEIGHBOURS); at--) {
        const value = sorted[at];
        if (value === undefined || to.start - value.end > FARTHEST_BYTES)
            break;
        yield value;
    }
}
function firstFrom(sorted, start) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle]?.start ?? 0) < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** @returns for each pair or identifier the nearest session token, each token once */
function nearestToken(tokens, to, used) {
    let best;
    let bestDistance = FARTHEST_BYTES + 1;
    for (const token of pairing_nearby(tokens, to)) {
        if (used.has(token))
            continue;
        const distance = token.start >= to.end ? token.start - to.end : to.start - token.end;
        if (distance < bestDistance) {
            best = token;
            bestDistance = distance;
        }
    }
    return best;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/ranges.js
/** Stretches are found by the buckets that they touch. */
const BUCKET = 256;
/** A set of stretches that answers in constant time whether one overlaps it. */
class Ranges {
    #buckets = new Map();
    add(range) {
        for (const bucket of bucketsOf(range)) {
            const ranges = this.#buckets.get(bucket);
            if (ranges === undefined)
                this.#buckets.set(bucket, [range]);
            else
                ranges.push(range);
        }
    }
    overlaps(range) {
        for (const bucket of bucketsOf(range)) {
            const ranges = this.#buckets.get(bucket) ?? [];
            if (ranges.some(other => other.start < range.end && range.start < other.end))
                return true;
        }
        return false;
    }
}
function* bucketsOf({ start, end }) {
    for (let bucket = Math.floor(start / BUCKET); bucket * BUCKET < end; bucket++)
        yield bucket;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/token-pieces.js

/**
 * The first literal or line of a token, or its last, can look like a whole one, beside the reading in which all of them
 * are put together.
 *
 * @returns the tokens without these
 */
function withoutPieces(tokens) {
    const longest = new Map();
    for (const token of tokens) {
        for (const side of sidesOf(token)) {
            const known = longest.get(side);
            if (known === undefined || isPieceOf(known, token))
                longest.set(side, token);
        }
    }
    return tokens.filter(token => sidesOf(token).every(side => {
        const other = longest.get(side);
        return other === undefined || !isPieceOf(token, other);
    }));
}
function sidesOf({ rule, start, end }) {
    return [`${rule} from ${start}`, `${rule} to ${end}`];
}
function isPieceOf({ text, rule }, other) {
    if (other.text.length <= text.length)
        return false;
    if (other.text.endsWith(text))
        return true;
    return other.text.startsWith(text) && isRest(other.text, text.length, rule !== 'session-token');
}
/** Whole base64 has a multiple of four. */
const QUAD = 4;
/** More than a word that stands on the next line by chance. */
const SHORTEST_REST = 12;
function isRest(token, start, isText) {
    const rest = token.slice(start);
    const isWhole = token.length % QUAD === 0;
    if (isWhole && (start % QUAD !== 0 || /\d|[a-z][A-Z]|=$/.test(rest)))
        return true;
    if (rest.length < SHORTEST_REST)
        return false;
    return isText || mayBeRandom(Buffer.from(rest, 'latin1'), 0, rest.length);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/verdicts.js



/** Puts the values of one document together and says how bad each is. */
function verdictsOn(finds, linesBetween, outer) {
    dropWithinTokens(finds);
    const pairs = pairsOf(finds, linesBetween);
    const tokens = withoutPartsOfOthers(finds);
    const sessionTokens = tokens
        .filter(token => token.rule === 'session-token')
        .sort((one, other) => one.start - other.start);
    const used = new Set();
    const paired = new Ranges();
    const detections = [];
    for (const pair of pairs) {
        const token = isTemporary(pair.identifier) ? nearestToken(sessionTokens, pair.secret, used) : undefined;
        used.add(pair.identifier).add(pair.secret);
        paired.add(pair.identifier);
        paired.add(pair.secret);
        if (token !== undefined)
            used.add(token);
        detections.push(verdictOnPair(pair, token, outer));
    }
    for (const identifier of finds.identifiers.values()) {
        if (used.has(identifier) || paired.overlaps(identifier) || isInvented(identifier))
            continue;
        detections.push(verdictOnIdentifier(identifier, outer));
    }
    for (const secret of finds.secrets.values()) {
        // What overlaps a pair is the same characters read in another way.
        const verdict = paired.overlaps(secret) ? undefined : verdictOnSecret(secret, outer);
        if (verdict !== undefined)
            detections.push(verdict);
    }
    for (const token of tokens) {
        if (!used.has(token))
            detections.push(verdictOnToken(token, outer));
    }
    return detections;
}
/** A short-term Bedrock key is a presigned URL in base64: the session in it is not told apart. */
function dropWithinTokens({ tokens, identifiers }) {
    const urls = new Ranges();
    for (const token of tokens.values())
        if (token.rule === 'bedrock-short-term-api-key')
            urls.add(token);
    for (const [key, identifier] of identifiers)
        if (urls.overlaps(identifier))
            identifiers.delete(key);
    for (const [key, token] of tokens) {
        if (token.rule === 'session-token' && urls.overlaps(token))
            tokens.delete(key);
    }
}
/**
 * A value of odd length is none when it is a piece of something whole: the first literal of a concatenation, or the
 * encoded form of a key. Of two tokens that overlap, the one reached through fewer layers stays.
 */
function withoutPartsOfOthers({ identifiers, secrets, tokens }) {
    const whole = new Ranges();
    for (const value of [...identifiers.values(), ...secrets.values()])
        whole.add(value);
    const taken = new Ranges();
    const kept = [];
    for (const token of withoutPieces([...tokens.values()]).sort(byCertainty)) {
        if (taken.overlaps(token) || (IS_ONLY_LENGTH[token.rule] && whole.overlaps(token)))
            continue;
        kept.push(token);
        taken.add(token);
    }
    return kept;
}
/** Known by name and length alone: a part of something else, or more than it, can look the same. */
const IS_ONLY_LENGTH = {
    'session-token': false,
    'bedrock-api-key': false,
    'bedrock-short-term-api-key': false,
    'ses-smtp-credentials': true,
    'mws-auth-token': false,
    'odd-credential': true,
};
function byCertainty(one, other) {
    const odd = Number(one.rule === 'odd-credential') - Number(other.rule === 'odd-credential');
    return odd === 0 ? one.layers.length - other.layers.length : odd;
}
/** Words, or nothing that AWS issues and nobody calls a key; and no known example. */
function isInvented({ valid, plausible, wordlike, harmless }) {
    return harmless === undefined && (wordlike || (!valid && !plausible));
}
function isTemporary(identifier) {
    return identifier.text.startsWith('ASIA');
}
function verdictOnPair({ identifier, secret }, token, outer) {
    const harmless = identifier.harmless;
    return {
        rule: isTemporary(identifier) ? 'temporary-credentials' : 'access-key-pair',
        severity: harmless === undefined ? 'error' : 'notice',
        accessKeyId: outer(identifier),
        secretAccessKey: outer(secret),
        ...(token === undefined ? {} : { sessionToken: outer(token) }),
        layers: longer(identifier.layers, secret.layers),
        ...verdicts_accountOf(identifier),
        ...(harmless === undefined ? {} : { reason: harmless }),
    };
}
function verdictOnIdentifier(identifier, outer) {
    const common = {
        accessKeyId: outer(identifier),
        layers: identifier.layers,
        ...verdicts_accountOf(identifier),
    };
    if (identifier.harmless !== undefined) {
        return { ...common, rule: ruleOf(identifier), severity: 'notice', reason: identifier.harmless };
    }
    if (identifier.presigned) {
        return { ...common, rule: 'presigned-url', severity: 'notice', reason: 'presigned URL' };
    }
    if (!identifier.valid) {
        const reason = 'not an identifier that AWS issues';
        return { ...common, rule: ruleOf(identifier), severity: 'warning', reason };
    }
    if (identifier.text.startsWith('AKIA'))
        return { ...common, rule: 'access-key-id', severity: 'error' };
    return { ...common, rule: 'temporary-access-key-id', severity: 'warning' };
}
function ruleOf(identifier) {
    return identifier.text.startsWith('AKIA') ? 'access-key-id' : 'temporary-access-key-id';
}
function verdicts_accountOf(identifier) {
    return identifier.account === undefined ? {} : { account: identifier.account };
}
/** A secret alone counts only where words say that it is one. */
function verdictOnSecret(secret, outer) {
    if (secret.context !== 'named' && secret.context !== 'hinted')
        return undefined;
    const common = {
        rule: 'secret-access-key',
        secretAccessKey: outer(secret),
        layers: secret.layers,
    };
    if (secret.harmless !== undefined)
        return { ...common, severity: 'notice', reason: secret.harmless };
    return { ...common, severity: 'error' };
}
const SEVERITY_OF_TOKEN = {
    'session-token': 'warning',
    'bedrock-api-key': 'error',
    'bedrock-short-term-api-key': 'error',
    'ses-smtp-credentials': 'error',
    'mws-auth-token': 'warning',
    'odd-credential': 'warning',
};
function verdictOnToken(token, outer) {
    const carried = token.rule === 'session-token' ? { sessionToken: outer(token) } : { value: outer(token) };
    const common = { rule: token.rule, ...carried, layers: token.layers };
    if (token.harmless !== undefined)
        return { ...common, severity: 'notice', reason: token.harmless };
    return { ...common, severity: SEVERITY_OF_TOKEN[token.rule] };
}
function longer(one, other) {
    return other.length > one.length ? other : one;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/reading.js















/** Reads a whole content, through all its layers. */
function reading_readContent(content, { path, isPart, first }, common) {
    const outer = ({ text, start, end }) => ({ text, start, end });
    const layers = [];
    const reading = { bytes: content, layers, outer, depth: 0, common, finds: noFinds() };
    const named = namedView(content, layers, path);
    const view = isPart ? { ...named, isUnpacked: true } : named;
    readDocument(view, reading, view.bytes === content ? first : undefined);
}
function readDocument(view, reading, first) {
    readView(view, reading, first);
    const { finds, bytes, outer, common } = reading;
    const lines = new LineEnds(bytes);
    for (const found of verdictsOn(finds, (start, end) => lines.between(start, end), outer))
        common.detections.push(found);
}
/** Stage A finds what is worth reading, and each kind of candidate is read in its own way. */
function readView(view, reading, first) {
    const { budget } = reading.common;
    const regions = new Regions(view.bytes.length);
    const decoded = new Progress();
    budget.spend(view.bytes.length / reading_BYTES_OF_STEP + COST_OF_VIEW);
    const visit = (kind, start, end) => {
        if (isFull(reading))
            return true;
        switch (kind) {
            case 'text':
                regions.add(start, end);
                return false;
            case 'archive':
                return !view.isUnpacked && readArchive(view, reading);
            case 'base64':
            case 'hex':
                if (start >= view.preface && !decoded.covers(kind, start, end)) {
                    const to = readEncoded(view, kind, start, end, reading);
                    decoded.advance(kind, to);
                    if (continuesInLiteral(view.bytes, to))
                        regions.add(start, to);
                }
                return false;
            case 'codes':
                if (start >= view.preface)
                    readCodes(view, start, end, reading);
                return false;
            default:
                readWide(view, kind, start, end, reading);
                return false;
        }
    };
    findCandidates(view.bytes, visit, first, steps => budget.spend(steps));
    for (const region of regions.slices())
        if (!isFull(reading))
            readRegion(view, region, reading);
}
/** What a look at every byte costs, and what is made for each view. */
const reading_BYTES_OF_STEP = 16;
const COST_OF_VIEW = 100;
/**
 * How far runs of each encoding were decoded: wrapped lines are taken with the first of them, and then met again. A
 * shorter run was seen by what is in it, which may be taken as the end of lines that it does not belong to.
 */
class Progress {
    #ends = { base64: 0, hex: 0 };
    covers(kind, start, end) {
        return start < this.#ends[kind] && end - start >= SHORTEST_LINE;
    }
    advance(kind, end) {
        this.#ends[kind] = Math.max(this.#ends[kind], end);
    }
}
/** What then follows is not read, and that is noted. */
function isFull({ finds, layers, common: { budget } }) {
    if (budget.isSpent)
        budget.leaveOut(layers, 'over the work budget: a part of it was not read', 'incomplete');
    else if (finds.identifiers.size + finds.secrets.size + finds.tokens.size < LIMITS.values)
        return false;
    else
        budget.leaveOut(layers, `more than ${LIMITS.values} values: what follows them was not read`, 'incomplete');
    return true;
}
/** Behind a quote or an escape the rest of wrapped data may follow in the next literal. */
function continuesInLiteral(bytes, at) {
    return /^["'`\\%]/.test(bytes.toString('latin1', at, at + 1));
}
function readRegion(view, { start, end }, reading) {
    const { budget, quiet } = reading.common;
    const text = view.bytes.toString('latin1', start, end);
    const slice = {
        ...view,
        place: (from, to) => view.place(start + from, start + to),
        cutBefore: start > 0 || view.cutBefore,
        cutAfter: end < view.bytes.length || view.cutAfter,
        preface: Math.max(0, view.preface - start),
    };
    const circumstances = circumstancesOf(slice);
    const cost = quiet.costOf(text, circumstances);
    if (cost !== undefined) {
        budget.spend(cost);
        return;
    }
    const { seen } = reading.finds;
    const { leftOut, steps } = budget;
    finds_readText(text, reading.finds, slice.place, view.layers, inside(slice, text.length), budget);
    readAgain(slice, text, reading);
    if (reading.finds.seen === seen && budget.leftOut === leftOut)
        quiet.add(text, circumstances, steps - budget.steps);
}
/** The same text with its escapes resolved, and with its pieces put together. */
function readAgain(slice, text, reading) {
    const { budget } = reading.common;
    budget.spend(text.length);
    const resolved = resolvedView(slice, text);
    if (resolved !== undefined && mayGoDeeper(slice, reading))
        readView(resolved, reading);
    if (!slice.joins)
        return;
    budget.spend(4 * text.length);
    for (const joined of joinedViews(slice, text))
        readView(joined, reading);
}
/** Whether one more layer may be undone; where not, that is noted. */
function mayGoDeeper({ depth, layers }, { common }) {
    if (depth < LIMITS.layers)
        return true;
    common.budget.leaveOut(layers.slice(0, 3), 'encoded too often', 'incomplete');
    return false;
}
/** All of a view that decides what is found in its text. */
function circumstancesOf({ cutBefore, cutAfter, preface, joins }) {
    return [cutBefore, cutAfter, preface, joins].join(' ');
}
/** Whether a value is whole, and not of the preface. */
function inside(view, length) {
    return (start, end) => start >= view.preface && (start > 0 || !view.cutBefore) && (end < length || !view.cutAfter);
}
function readWide(view, kind, start, end, reading) {
    const layout = WIDE_LAYOUTS.find(one => one.kind === kind);
    if (layout !== undefined && mayGoDeeper(view, reading))
        readView(wideView(view, layout, start, end), reading);
}
/** @returns one past the last byte that was decoded */
function readEncoded(view, kind, start, end, reading) {
    if (!mayGoDeeper(view, reading))
        return end;
    const decoded = kind === 'hex' ? decodeHex(view.bytes, start, end) : decodeBase64(view.bytes, start, end);
    reading.common.budget.spend(decoded.bytes.length / 4);
    const layers = [...view.layers, kind];
    if (archiveKind(decoded.bytes) === undefined)
        readView(decodedView(view, decoded, layers), reading);
    else
        readPart({ bytes: decoded.bytes, name: '', layers, ...view.place(decoded.start, decoded.end) }, reading);
    return decoded.end;
}
function readCodes(view, start, end, reading) {
    const decoded = mayGoDeeper(view, reading) ? decodeCodes(view.bytes, start, end) : undefined;
    if (decoded !== undefined)
        readView(decodedView(view, decoded, [...view.layers, 'codes']), reading);
}
/** @returns true when it was opened, and read as the bytes it is where that is not all of it */
function readArchive(view, reading) {
    const { depth, layers, common } = reading;
    const opened = openArchive(view, { depth, layers, budget: common.budget }, part => readPart(part, reading));
    if (opened === undefined)
        return false;
    readView(gapsView(view, opened), reading);
    return true;
}
/** Reads something that was unpacked: all of it is carried by the same bytes. */
function readPart({ bytes, name, layers, start, end }, { outer, depth, common }) {
    const carried = ({ text }) => outer({ text, start, end });
    const part = { bytes, layers, outer: carried, depth: depth + 1, common, finds: noFinds() };
    readDocument(namedView(bytes, layers, name), part);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/detect.js




/**
 * Finds the AWS credentials in one content, through encodings and archives. Takes time linear in the size, memory
 * within the limits, and never throws, whatever the bytes.
 *
 * @param content a file, a blob, a message
 * @returns detections in the order of their places, and what could not be read
 */
function detect(content, options = {}) {
    const { path = '', isPart = false, first, work = workFor(content.length) } = options;
    const budget = new Budget(work);
    const common = { budget, detections: [], quiet: options.quiet ?? new QuietTexts() };
    reading_readContent(content, { path, isPart, first }, common);
    const detections = withoutRepeated(common.detections);
    return {
        detections: detections.sort((one, other) => detect_startOf(one) - detect_startOf(other)),
        unread: budget.unread,
        steps: work - budget.steps,
    };
}
/** An archive within an encoding is opened once more where a literal beside it was put together with another. */
function withoutRepeated(detections) {
    const first = new Map();
    for (const detection of detections) {
        const { rule, accessKeyId, secretAccessKey, sessionToken, value } = detection;
        const layers = detection.layers.filter(layer => layer !== 'concatenation');
        const key = JSON.stringify([rule, accessKeyId, secretAccessKey, sessionToken, value, layers]);
        if (!first.has(key))
            first.set(key, detection);
    }
    return [...first.values()];
}
function detect_startOf({ accessKeyId, secretAccessKey, sessionToken, value }) {
    const starts = [accessKeyId, secretAccessKey, sessionToken, value].map(found => found?.start);
    return Math.min(...starts.filter(start => start !== undefined));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/position.js
/**
 * Lines and columns of byte offsets, all in one pass. Lines end with LF, CR LF or CR. UTF-16 is recognised by its byte
 * order mark, or by the NULs of its Latin characters.
 *
 * @param offsets in any order; one past the last byte is allowed, beyond counts as that
 * @returns positions in the order of the offsets
 */
function positionsOf(content, offsets) {
    const encoding = encodingOf(content);
    const order = offsets.map((_, at) => at).sort((one, other) => (offsets[one] ?? 0) - (offsets[other] ?? 0));
    const positions = offsets.map(() => ({ line: 1, column: 1 }));
    const lines = new LineStarts(content, encoding);
    let counted = { line: 0, offset: 0, columns: 0 };
    for (const at of order) {
        const offset = Math.min(Math.max(offsets[at] ?? 0, 0), content.length);
        const { line, start } = lines.before(offset);
        // On one line each is counted from the one before: thousands of values in a line of megabytes stay one pass.
        const isBehind = line === counted.line && counted.offset >= start;
        const from = isBehind ? counted : { offset: start, columns: 0 };
        counted = {
            line,
            offset,
            columns: from.columns + columnsBetween(content, from.offset, offset, encoding),
        };
        positions[at] = { line, column: 1 + counted.columns };
    }
    return positions;
}
/** Walks forward through the line ends. */
class LineStarts {
    #content;
    #encoding;
    #line = 1;
    #start = 0;
    #at = 0;
    constructor(content, encoding) {
        this.#content = content;
        this.#encoding = encoding;
        this.#start = byteOrderMark(content);
        this.#at = this.#start;
    }
    before(offset) {
        const width = this.#encoding === 'utf-8' ? 1 : 2;
        for (; this.#at + width <= offset; this.#at += width) {
            const unit = this.#unitAt(this.#at);
            const ends = unit === 0x0a || (unit === 0x0d && this.#unitAt(this.#at + width) !== 0x0a);
            if (!ends)
                continue;
            this.#line++;
            this.#start = this.#at + width;
        }
        return { line: this.#line, start: Math.min(this.#start, offset) };
    }
    #unitAt(at) {
        const first = this.#content[at] ?? 0;
        if (this.#encoding === 'utf-8')
            return first;
        const second = this.#content[at + 1] ?? 0;
        return this.#encoding === 'utf-16le' ? first | (second << 8) : (first << 8) | second;
    }
}
function columnsBetween(content, start, end, encoding) {
    if (encoding !== 'utf-8')
        return (end - start) >> 1;
    let columns = 0;
    for (let at = start; at < end; at++) {
        const byte = content[at] ?? 0;
        // Continuation bytes belong to the character before; characters of four bytes are two code units.
        if (byte >= 0xf0)
            columns += 2;
        else if (byte < 0x80 || byte >= 0xc0)
            columns++;
    }
    return columns;
}
function byteOrderMark(content) {
    if (content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf)
        return 3;
    return (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff) ? 2 : 0;
}
const position_SAMPLE = 4096;
/** At least three NULs in ten bytes on one side and hardly any on the other. */
function encodingOf(content) {
    if (content[0] === 0xff && content[1] === 0xfe)
        return 'utf-16le';
    if (content[0] === 0xfe && content[1] === 0xff)
        return 'utf-16be';
    const size = Math.min(content.length, position_SAMPLE);
    const nulls = [0, 0];
    for (let at = 0; at < size; at++)
        if (content[at] === 0)
            nulls[at & 1] = (nulls[at & 1] ?? 0) + 1;
    const [even = 0, odd = 0] = nulls;
    if (odd > size * 0.3 && even < size * 0.05)
        return 'utf-16le';
    return even > size * 0.3 && odd < size * 0.05 ? 'utf-16be' : 'utf-8';
}
;// CONCATENATED MODULE: ./lib/bundling/scan/inline.js
/**
 * The comments of scanners for secrets, each in its documented form. Directives of general linters (`nosec`,
 * `nosemgrep`, `noqa`) are not here on purpose: they are written for other faults of the line.
 */
const PEERS = [
    { comment: 'gitleaks:allow', pattern: /\bgitleaks:allow\b/, next: false },
    { comment: 'betterleaks:allow', pattern: /\bbetterleaks:allow\b/, next: false },
    { comment: 'trufflehog:ignore', pattern: /\btrufflehog:ignore\b/, next: false },
    { comment: 'kingfisher:ignore', pattern: /\bkingfisher:ignore\b/, next: false },
    { comment: 'ggignore', pattern: /\bggignore\b/, next: false },
    { comment: 'secretlint-disable-line', pattern: /\bsecretlint-disable-line\b/, next: false },
    { comment: 'secretlint-disable-next-line', pattern: /\bsecretlint-disable-next-line\b/, next: true },
    { comment: 'pragma: allowlist secret', pattern: /\bpragma: ?(?:allow|white)list secret\b/i, next: false },
    {
        comment: 'pragma: allowlist nextline secret',
        pattern: /\bpragma: ?(?:allow|white)list nextline secret\b/i,
        next: true,
    },
    { comment: 'checkov:skip', pattern: /\bcheckov:skip=CKV_SECRET_\d+\b/, next: false },
];
const inline_OWN = /\baws-temp-creds:allow(-next-line)?(?![\w-])[ \t]*:?([^\r\n]*)/;
/** What closes a comment or a string, and would otherwise be taken for a reason. */
const CLOSERS = ['*/', '-->', '--%>', '%>', '#}', '}}', '*)', '"', "'", '`', ',', ';', '\\', '*'];
/** A longer line is generated or minified: one comment on it would allow everything that the file holds. */
const LONGEST_LINE = 4000;
/**
 * Reads the comment that stands on a line, or on the line before it where that asks for the next line:
 *
 *     key = \u2026  # aws-temp-creds:allow revoked 2026-03-01, see INC-42
 *     # aws-temp-creds:allow-next-line published in the AWS documentation
 *
 * Ours goes before a peer's. Lines of more than 4 000 characters are not read.
 *
 * @param line the line that holds the value, without its end
 * @param previous the line before it
 */
function inlineAllowance(line, previous = '') {
    const here = line.length > LONGEST_LINE ? '' : line;
    const before = previous.length > LONGEST_LINE ? '' : previous;
    return own(here, false) ?? own(before, true) ?? peer(here, false) ?? peer(before, true);
}
function own(line, next) {
    const match = inline_OWN.exec(line);
    if (match === null || (match[1] !== undefined) !== next)
        return undefined;
    const reason = withoutClosers(match[2] ?? '');
    return {
        kind: 'own',
        comment: next ? 'aws-temp-creds:allow-next-line' : 'aws-temp-creds:allow',
        reason: /[\p{L}\p{N}]{2}/u.test(reason) ? reason : '',
    };
}
function withoutClosers(text) {
    let rest = text.trim();
    for (;;) {
        const closer = CLOSERS.find(one => rest.endsWith(one));
        if (closer === undefined)
            return rest;
        rest = rest.slice(0, -closer.length).trimEnd();
    }
}
function peer(line, next) {
    const found = PEERS.find(row => row.next === next && row.pattern.test(line));
    return found && { kind: 'peer', comment: found.comment, reason: '' };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/content.js


/**
 * How contents of any size pass through bounded memory: whole where they are small, else as windows that overlap by
 * more than any key is long, so that a key on a border is whole in one of them.
 */
const { window: WINDOW, overlap: content_OVERLAP, whole: WHOLE, archive: LARGEST_ARCHIVE } = LIMITS;
const ENTIRE = { offset: 0, lines: 0, lineStart: 0, more: false };
/** The window that begins at `next`, a position in the bytes [start, end) of the window given. */
function follow(window, bytes, start, next) {
    let { lines, lineStart } = window;
    for (let at = bytes.indexOf(10, start); at !== -1 && at < next; at = bytes.indexOf(10, at + 1)) {
        lines += 1;
        lineStart = window.offset + (at + 1 - start);
    }
    return { offset: window.offset + (next - start), lines, lineStart, more: true };
}
/** True when the content that begins at `start` is an archive or compressed, or a program that may carry one. */
function isArchive(bytes, start, end) {
    const head = bytes.subarray(start, end);
    return archiveKind(head) !== undefined || beginsProgram(head);
}
/** True when it is one of these for certain: what is packed in it cannot be read in windows. */
function isPacked(bytes, start, end) {
    return archiveKind(bytes.subarray(start, end)) === undefined ? undefined : true;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/make-finding.js




/**
 * Makes findings of what detection found in a content.
 *
 * @param content the bytes that were given to detection: the whole content or one window of it
 * @param window where they stand in the whole
 */
function makeFindings(content, detections, place, window = ENTIRE) {
    if (detections.length === 0)
        return [];
    const extents = extentsOf(content, window, detections);
    return detections.flatMap((detection, index) => {
        const values = make_finding_valuesOf(detection);
        if (values.length === 0)
            return [];
        const secrets = [...new Set(values.map(({ text }) => text))];
        const inline = inlineOf(content, values);
        const { accessKeyId, account, reason } = detection;
        return [
            {
                rule: detection.rule,
                severity: detection.severity,
                place: { ...place, ...extents[index] },
                fingerprint: fingerprint(secrets, place.path),
                redacted: redacted(detection),
                secrets,
                layers: detection.layers,
                ...(accessKeyId && { accessKeyId: accessKeyId.text }),
                ...(account !== undefined && { account }),
                ...(reason !== undefined && { reason }),
                ...(inline && { inline }),
            },
        ];
    });
}
/** Where the first value of each detection begins and ends, counted in the whole content. */
function extentsOf(content, window, detections) {
    const offsets = detections.flatMap(detection => {
        const [first] = make_finding_valuesOf(detection);
        return [first?.start ?? 0, first?.end ?? 0];
    });
    // In the line that a window begins in, what is before the window is counted in bytes.
    const positions = positionsOf(content, offsets).map(({ line, column }) => ({
        line: line + window.lines,
        column: line === 1 ? column + window.offset - window.lineStart : column,
    }));
    return detections.map((_, index) => {
        const start = positions[2 * index];
        const end = positions[2 * index + 1];
        return { ...start, ...(end && { endLine: end.line, endColumn: end.column }) };
    });
}
/** All values of a detection, the one that it is known by first. */
function make_finding_valuesOf({ accessKeyId, secretAccessKey, value, sessionToken }) {
    return [accessKeyId, secretAccessKey, value, sessionToken].filter(found => found !== undefined);
}
/** The first 40 hex characters of SHA-256 over the values and the path, each ended by a zero byte. */
function fingerprint(values, path = '') {
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    for (const part of [...values, path])
        hash.update(part).update('\0');
    return hash.digest('hex').slice(0, 40);
}
/** What may be shown: the ends of an identifier (it is a name); of a secret nothing but its length. */
function redacted({ rule, accessKeyId, ...others }) {
    if (accessKeyId !== undefined)
        return redactedId(accessKeyId.text);
    const found = others.secretAccessKey ?? others.value ?? others.sessionToken;
    return `${NOUNS[rule] ?? 'secret'} of ${found?.text.length ?? 0} characters`;
}
function redactedId(id) {
    return `${id.slice(0, 4)}\u2026${id.slice(-4)}`;
}
const NOUNS = {
    'session-token': 'session token',
    'temporary-credentials': 'session token',
    'bedrock-api-key': 'API key',
    'bedrock-short-term-api-key': 'API key',
    'ses-smtp-credentials': 'password',
    'mws-auth-token': 'token',
    'odd-credential': 'value',
};
const make_finding_LF = 10;
/** The comment that allows one of the values: ours goes before a peer's. */
function inlineOf(content, values) {
    const found = values
        .map(({ start }) => inlineAllowance(...lineAndPrevious(content, start)))
        .filter(allowance => allowance !== undefined);
    return found.find(({ kind }) => kind === 'own') ?? found[0];
}
/** More bytes than a line has that inline comments are looked for in. */
const make_finding_LONGEST_LINE = 16_384;
/** The line that holds a place, and the one before it; '' for one that is longer. */
function lineAndPrevious(content, offset) {
    const start = startOfLine(content, offset);
    const stop = endOfLine(content, offset);
    if (start === undefined || stop === undefined)
        return ['', ''];
    const before = start === 0 ? undefined : startOfLine(content, start - 1);
    return [make_finding_textOf(content, start, stop), before === undefined ? '' : make_finding_textOf(content, before, start - 1)];
}
/** @returns undefined when it is too far away: then a file of one line is not gone through for each finding in it */
function startOfLine(content, offset) {
    const lowest = Math.max(0, offset - make_finding_LONGEST_LINE);
    const found = content.subarray(lowest, offset).lastIndexOf(make_finding_LF);
    if (found >= 0)
        return lowest + found + 1;
    return lowest === 0 ? 0 : undefined;
}
function endOfLine(content, offset) {
    const highest = Math.min(content.length, offset + make_finding_LONGEST_LINE);
    const found = content.subarray(offset, highest).indexOf(make_finding_LF);
    if (found >= 0)
        return offset + found;
    return highest === content.length ? highest : undefined;
}
function make_finding_textOf(content, start, end) {
    return content.toString('utf8', start, end).replaceAll('\0', '').replace(/\r$/, '');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/unread.js

/** Reasons that several sources give. */
const TOO_LARGE = 'an archive of more than 64 MB, which is not opened: it was read as the bytes it is';
const MISSING = 'its content is not in this clone';
/** Why it is not, by whether the clone is a partial one. */
function missingWords(partial) {
    return partial
        ? `${MISSING} (partial clone): fetch it, or clone without --filter`
        : `${MISSING}, which is damaged: git fsck tells more, and a new clone mends it`;
}
const SUBMODULE = 'a submodule, a repository of its own';
/** How many items with the same reason are listed one by one. */
const LISTED = 10;
/** How many reasons are told apart. */
const REASONS = 100;
/** Collects what was not read. Items with the same reason beyond the first ten become one line with their number. */
class UnreadList {
    #reasons = new Map();
    /**
     * @param what untrusted text, e.g. a path
     * @param why may hold untrusted text too: git's words, names in archives
     * @param incomplete true when the scan cannot vouch for the repository without it; `unopened` for what is packed in a
     *   way that is not opened, which is for the caller of the scan to judge
     */
    add(what, why, incomplete) {
        const reason = this.#reasonFor(printable_printable(why, 300), incomplete === true, incomplete === 'unopened');
        reason.count += 1;
        if (reason.items.length < LISTED)
            reason.items.push(printable_printable(what, 300));
    }
    reasons() {
        return [...this.#reasons].map(([why, reason]) => ({ why, ...reason }));
    }
    /** Adds what another list has. */
    addAll(reasons) {
        for (const { why, incomplete, unopened, items, count } of reasons) {
            const reason = this.#reasonFor(why, incomplete, unopened);
            reason.items.push(...items.slice(0, LISTED - reason.items.length));
            reason.count += count;
        }
    }
    get isEmpty() {
        return this.#reasons.size === 0;
    }
    list() {
        return [...this.#reasons].flatMap(([why, { incomplete, unopened, items, count }]) => {
            const common = { why, incomplete, ...(unopened && { unopened }) };
            const listed = items.map(what => ({ what, ...common }));
            const more = count - items.length;
            return more === 0 ? listed : [...listed, { what: `and ${more} more`, ...common }];
        });
    }
    #reasonFor(why, incomplete, unopened) {
        const kind = this.#reasons.has(why) || this.#reasons.size < REASONS ? why : 'for other reasons';
        const reason = this.#reasons.get(kind) ?? { incomplete, unopened, items: [], count: 0 };
        this.#reasons.set(kind, reason);
        reason.incomplete ||= incomplete;
        reason.unopened ||= unopened;
        return reason;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/inspection.js








/** A Git LFS pointer: what is checked out, or committed, in place of the content. */
const LFS = Buffer.from('version https://git-lfs.github.com/spec/v1\n');
function isLfsPointer(bytes, start, end) {
    const length = end - start;
    if (length >= 1024 || length <= LFS.length || bytes[start] !== LFS[0])
        return false;
    return bytes.compare(LFS, 0, LFS.length, start, start + LFS.length) === 0;
}
/** Whether `keys` would do anything with the bytes [start, end): a quick no for most. */
function mayConcern(bytes, start, end) {
    return isLfsPointer(bytes, start, end) || hasCandidates(bytes, start, end);
}
const COMPACT_FROM = 10_000;
/** One scan in progress: what was looked at, and what was found. */
class Inspection {
    found = [];
    unread = new UnreadList();
    notes = [];
    files = 0;
    objects = 0;
    bytes = 0;
    /** Findings beyond the number that is kept. */
    dropped = 0;
    #compactAt = COMPACT_FROM;
    #quiet;
    /** Some text is written by a checkout in another encoding than git keeps it in. */
    isReencoded = false;
    /** @param before an inspection that has ended: what was quiet in it is known to be */
    constructor(before) {
        this.#quiet = before === undefined ? new QuietTexts() : before.#quiet;
    }
    /**
     * Looks for keys in the bytes [start, end), where they are: nothing is copied, but from sieveInput() what may be some.
     */
    keys(bytes, start, end, window, place) {
        if (isLfsPointer(bytes, start, end))
            this.unread.add(place.path ?? place.blob ?? place.kind, 'kept by Git LFS: only its pointer is here', false);
        const first = glance(bytes, start, end);
        if (first === undefined)
            return;
        const content = keptBytes(bytes, start, end);
        const isPart = window.more;
        const { detections, unread } = detect(content, { quiet: this.#quiet, path: place.path, isPart, first });
        this.add(makeFindings(content, detections.filter(whole(window, content.length)), place, window));
        for (const { why, kind } of unread)
            this.unread.add(place.path ?? place.blob ?? place.kind, why, kind === 'incomplete' || 'unopened');
    }
    /** Looks for keys in a text that is no file. */
    text(text, place) {
        const bytes = Buffer.from(text);
        this.keys(bytes, 0, bytes.length, ENTIRE, place);
    }
    /** Whether nothing was found, and all was read. */
    get isClean() {
        return this.found.length === 0 && this.unread.isEmpty;
    }
    /** Keeps findings; when many have come together, repetitions are dropped, so that their number stays bounded. */
    add(findings) {
        for (const finding of findings)
            this.found.push(finding);
        if (this.found.length < this.#compactAt)
            return;
        const unique = uniqueFindings(this.found);
        this.dropped += unique.dropped;
        this.found.length = 0;
        for (const finding of unique.findings)
            this.found.push(finding);
        this.#compactAt = 2 * this.found.length + COMPACT_FROM;
    }
}
/** So close to the edge of a window, what is cut may look like something else; the window beside it has it whole. */
const EDGE = content_OVERLAP / 8;
/** Tells detections that the window beside this one sees with more around it from those that are seen here. */
function whole({ offset, more }, length) {
    const first = offset === 0 ? 0 : EDGE;
    const last = more ? length - EDGE : length;
    return detection => {
        const values = make_finding_valuesOf(detection);
        return values.some(({ end }) => end > first) && values.some(({ start }) => start < last);
    };
}
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = loadLater("node:child_process");
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/idle.js
/** How often is looked whether a process still does anything, in milliseconds, and how often it may not. */
const BETWEEN_LOOKS = 60_000;
const MOST_IDLE_LOOKS = 15;
/** Ends a process that neither takes nor gives anything for a quarter of an hour: it waits for what does not come. */
function endWhenIdle(child) {
    let [passed, idle] = [0, 0];
    const timer = setInterval(() => {
        const now = passedThrough(child);
        idle = now === passed ? idle + 1 : 0;
        passed = now;
        if (idle >= MOST_IDLE_LOOKS)
            child.kill('SIGKILL');
    }, BETWEEN_LOOKS);
    timer.unref();
    for (const end of ['close', 'error'])
        child.once(end, () => clearInterval(timer));
}
/** Bytes that a process took and gave so far. */
function passedThrough({ stdin, stdout }) {
    const count = (stream, name) => {
        const value = stream === null ? 0 : Reflect.get(stream, name);
        return typeof value === 'number' ? value : 0;
    };
    return count(stdin, 'bytesWritten') + count(stdout, 'bytesRead');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/git.js




/** Settings of a repository that run a program or hide objects, each with a value that does neither. */
const HARMLESS = [
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.attributesFile=/dev/null',
    'core.pager=cat',
    'core.alternateRefsCommand=true',
    'core.commitGraph=false',
    'core.quotePath=false',
    'core.askPass=',
    'core.sshCommand=false',
    'credential.helper=',
    'diff.external=',
    'gc.auto=0',
    'maintenance.auto=false',
    'protocol.allow=never',
    'submodule.recurse=false',
    'uploadpack.packObjectsHook=',
].flatMap(setting => ['-c', setting]);
/** The variables that git, its transports and the system's loader need; everything else stays here. */
const PASSED = new Set([
    'PATH',
    'HOME',
    'TMPDIR',
    'TEMP',
    'TMP',
    'LD_LIBRARY_PATH',
    'SYSTEMROOT',
    'SYSTEMDRIVE',
    'WINDIR',
    'COMSPEC',
    'PATHEXT',
    'USERPROFILE',
    'PROGRAMDATA',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
    'NO_PROXY',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'CURL_CA_BUNDLE',
]);
const ISOLATED = {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
};
/**
 * Finds git on PATH.
 *
 * @param folder what is scanned; a program of the repository that it is in is not ours to run
 * @returns undefined when there is none
 */
function findGit(variables, folder) {
    const environment = { ...ISOLATED };
    for (const [name, value] of Object.entries(variables))
        if (value !== undefined && PASSED.has(name.toUpperCase()))
            environment[name] = name.toUpperCase() === 'PATH' ? trustedPath(value, folder) : value;
    const program = findProgram(process.platform === 'win32' ? 'git.exe' : 'git', environment);
    return program === undefined ? undefined : { program, environment };
}
/** @returns the absolute path of a program on the PATH that `findGit` gave to git */
function findProgram(name, environment) {
    const path = Object.entries(environment).find(([variable]) => variable.toUpperCase() === 'PATH')?.[1] ?? '';
    return path
        .split(external_node_path_namespaceObject.delimiter)
        .filter(place => place !== '')
        .map(place => (0,external_node_path_namespaceObject.join)(place, name))
        .find(isProgram);
}
/** npm and its like put these in front of PATH, those of the folders above too: what is installed there names itself. */
const OF_PACKAGES = /[\\/]node_modules[\\/]\.bin$/i;
/** The places of PATH where a repository cannot have put a program: none in it, and none of its packages. */
function trustedPath(path, folder) {
    const repository = enclosingRepository(realPath(folder));
    return path
        .split(external_node_path_namespaceObject.delimiter)
        .filter(place => (0,external_node_path_namespaceObject.isAbsolute)(place))
        .filter(place => {
        const real = realPath(place);
        return !contains(repository, real) && ![(0,external_node_path_namespaceObject.resolve)(place), real].some(name => OF_PACKAGES.test(name));
    })
        .join(external_node_path_namespaceObject.delimiter);
}
/** The nearest folder, from this one upwards, that has a `.git`; without one the folder itself. */
function enclosingRepository(folder) {
    for (let place = folder;; place = (0,external_node_path_namespaceObject.dirname)(place)) {
        if ((0,external_node_fs_namespaceObject.existsSync)((0,external_node_path_namespaceObject.join)(place, '.git')))
            return place;
        if ((0,external_node_path_namespaceObject.dirname)(place) === place)
            return folder;
    }
}
function realPath(path) {
    try {
        return external_node_fs_namespaceObject.realpathSync.native(path);
    }
    catch {
        return (0,external_node_path_namespaceObject.resolve)(path);
    }
}
/** True when `inner` is `outer` or lies in it; both absolute. */
function contains(outer, inner) {
    const way = (0,external_node_path_namespaceObject.relative)(outer, inner);
    return way === '' || !(way === '..' || way.startsWith('../') || way.startsWith('..\\') || (0,external_node_path_namespaceObject.isAbsolute)(way));
}
function isProgram(path) {
    try {
        const found = (0,external_node_fs_namespaceObject.statSync)(path);
        return found.isFile() && (process.platform === 'win32' || (found.mode & 0o111) !== 0);
    }
    catch {
        // None there, or in a folder of another user's that may not be entered: shells look further, too.
        return false;
    }
}
/** A short command that has not answered by then never will; in milliseconds. */
const PATIENCE = 60_000;
const MOST_TEXT = 64 * 2 ** 20;
/** Runs a short command whose answer is text. Never rejects for an exit code; a signal, as one that is late gets, counts as 128. */
async function git_gitText(place, ...args) {
    place.verify?.();
    const options = {
        cwd: place.folder,
        env: { ...place.git.environment, ...place.variables },
        timeout: PATIENCE,
        killSignal: 'SIGKILL',
        maxBuffer: MOST_TEXT,
        windowsHide: true,
    };
    return new Promise(done => {
        (0,external_node_child_process_namespaceObject.execFile)(place.git.program, [...HARMLESS, ...place.options, ...args], options, (error, stdout, stderr) => {
            const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 128;
            done({ exitCode: code, stdout, stderr });
        }).stdin?.end();
    });
}
/** Starts a command whose input or output is a stream. It is ended when it neither takes nor gives anything any more. */
function gitProcess(place, args, stdio) {
    place.verify?.();
    const child = (0,external_node_child_process_namespaceObject.spawn)(place.git.program, [...HARMLESS, ...place.options, ...args], {
        cwd: place.folder,
        env: { ...place.git.environment, ...place.variables },
        stdio,
        windowsHide: true,
    });
    endWhenIdle(child);
    return child;
}
/** Waits for a process to end; to be called right after its start. Never rejects. */
function ending(child) {
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
        stderr = (stderr + text).slice(-4000);
    });
    // A process that ends early closes its input; what we still write to it is then of no use, and no error.
    child.stdin?.on('error', () => undefined);
    return new Promise(done => {
        child.once('error', error => done({ exitCode: undefined, stderr: error.message }));
        child.once('close', code => done({ exitCode: code ?? undefined, stderr }));
    });
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/listing.js

const listing_LF = 10;
const NUL = 0;
/**
 * Runs a git command that lists things.
 *
 * @param separator the byte that ends each item
 * @param input what the command reads; undefined: nothing, for which no pipe is made
 */
function listing_list(place, args, separator, input) {
    const child = gitProcess(place, args, [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe']);
    const ended = ending(child);
    child.stdin?.end(input);
    return { items: pieces(child.stdout, separator), ended, stop: () => child.kill() };
}
/** The same for lists that are only passed on: as text, in pieces of whole lines. */
function listLines(place, args, input) {
    const child = gitProcess(place, args, [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe']);
    const ended = ending(child);
    child.stdin?.end(input);
    return { lines: wholeLines(child.stdout), ended };
}
/** The same for lists that are taken apart elsewhere: as they come. */
function listChunks(place, args) {
    const child = gitProcess(place, args, ['ignore', 'pipe', 'pipe']);
    return { chunks: child.stdout ?? listing_NOTHING, ended: ending(child) };
}
const listing_NOTHING = {
    [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }),
};
async function* wholeLines(stream) {
    if (stream === null)
        return;
    let rest = '';
    for await (const chunk of stream) {
        const text = rest + chunk.toString('latin1');
        const stop = text.lastIndexOf('\n') + 1;
        rest = text.slice(stop);
        if (stop > 0)
            yield text.slice(0, stop);
    }
}
/** The pieces of a stream, cut after each `separator` byte; what follows the last one comes last, if anything. */
async function* pieces(stream, separator) {
    if (stream === null)
        return;
    let rest = Buffer.alloc(0);
    for await (const chunk of stream) {
        const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        const found = [];
        let start = 0;
        for (let stop = bytes.indexOf(separator); stop !== -1; stop = bytes.indexOf(separator, start)) {
            found.push(bytes.subarray(start, stop));
            start = stop + 1;
        }
        rest = bytes.subarray(start);
        if (found.length > 0)
            yield found;
    }
    if (rest.length > 0)
        yield [rest];
}
/** A line of `git rev-list --objects`: `ID` of a commit, `ID SP PATH` of what it brings. */
function parseListedObject(line) {
    const space = line.indexOf(0x20);
    if (space === -1)
        return { id: line.toString('latin1') };
    return { id: line.toString('latin1', 0, space), path: line.toString('utf8', space + 1) };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/attribution.js


/**
 * Places findings in blobs that the tree of a head still holds at their path in that tree, where they can be
 * annotated and mended; the others keep the commit that introduced them.
 */
async function placeInTree(store, heads, findings) {
    const blobs = new Set(findings.filter(({ place }) => place.kind === 'commit').map(({ place }) => place.blob));
    const paths = new Map();
    for (const head of blobs.size === 0 ? [] : heads)
        for (const [blob, found] of await pathsInTree(store, head, blobs))
            paths.set(blob, new Set([...(paths.get(blob) ?? []), ...found]));
    return findings.flatMap(finding => {
        const { place } = finding;
        const found = place.kind === 'commit' && place.blob !== undefined ? paths.get(place.blob) : undefined;
        if (found === undefined)
            return [finding];
        return [...found].map(path => ({
            ...finding,
            place: { ...place, kind: 'file', path },
            fingerprint: path === place.path ? finding.fingerprint : movedFingerprint(finding, path),
        }));
    });
}
function movedFingerprint({ secrets, fingerprint: before }, path) {
    return fingerprint(secrets.length > 0 ? secrets : [before], path);
}
/** Where the tree of a commit holds the given blobs. */
async function pathsInTree(store, commit, blobs) {
    const listing = listing_list(store.place, ['ls-tree', '-r', '-z', '--full-tree', commit], NUL);
    const paths = new Map();
    for await (const lines of listing.items)
        for (const line of lines) {
            const tab = line.indexOf(9);
            const id = line.toString('latin1', line.lastIndexOf(0x20, tab) + 1, tab);
            if (blobs.has(id))
                paths.set(id, [...(paths.get(id) ?? []), line.toString('utf8', tab + 1)]);
        }
    await listing.ended;
    return paths;
}
;// CONCATENATED MODULE: external "../packages/ci-files.js"
var ci_files_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var ci_files_js_y = (x) => (() => (x))
const ci_files_js_namespaceObject = ci_files_js_x({ ["checkCiFile"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_ci_files_js_9a2e5dac__.checkCiFile) });
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/systems.js
/**
 * Which files belong to which system, by path from the repository's root. Workflows count where they run (in the
 * root folder), files that others include (composite actions, GitLab and Azure templates) wherever they lie.
 */
const FILES = [
    ['github', /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/],
    ['github', /(?:^|\/)action\.ya?ml$/],
    ['gitlab', /(?:^|\/)(?:[^/]*\.)?\.?gitlab-ci\.ya?ml$/],
    ['gitlab', /(?:^|\/)\.gitlab(?:-ci)?\/.+\.ya?ml$/],
    ['circleci', /(?:^|\/)\.circleci\/.+\.ya?ml$/],
    ['buildkite', /(?:^|\/)\.buildkite\/.+\.ya?ml$/],
    ['buildkite', /^buildkite\.ya?ml$/],
    ['jenkins', /(?:^|\/)(?:Jenkinsfile(?:[.-][^/]*)?|[^/]+\.[Jj]enkinsfile)$/],
    ['travis', /(?:^|\/)\.travis\.ya?ml$/],
    ['azure', /(?:^|\/)\.?azure-pipelines?[^/]*\.ya?ml$/],
    ['azure', /(?:^|\/)(?:\.azure-pipelines|\.azuredevops|\.pipelines)\/.+\.ya?ml$/],
    ['bitbucket', /(?:^|\/)bitbucket-pipelines\.ya?ml$/],
    ['drone', /(?:^|\/)\.(?:drone|woodpecker)\.ya?ml$/],
    ['drone', /(?:^|\/)\.woodpecker\/.+\.ya?ml$/],
    ['appveyor', /(?:^|\/)\.?appveyor\.ya?ml$/],
];
/** All of them at once: most paths end here, without one after the other being tried. */
const ANY = new RegExp(FILES.map(([, { source }]) => source).join('|'));
const SMALL_L = 0x6c;
/** @param path from the repository's root, with `/` */
function ciSystemOf(path) {
    const mayBeYaml = path.charCodeAt(path.length - 1) === SMALL_L;
    if (!(mayBeYaml || path.includes('enkinsfile')) || !ANY.test(path))
        return undefined;
    return FILES.find(([, pattern]) => pattern.test(path))?.[0];
}
/** Whether a CI file can hand over a key at all: none does without one of these words. */
function speaksOfAws(content) {
    return /aws|amazon|access.?key/i.test(Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1'));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/encodings.js
const DECLARED = /working-tree-encoding=([^\s]{1,60})/g;
/** What leaves letters and digits as they are, or two or four bytes wide, which is read. */
const READABLE = /^(?:utf-?(?:8|16|32)|us-ascii|ascii|latin|iso-?8859|iso_8859|windows-?125|cp-?125|koi8|euc|gb|big-?5|shift|sjis|cp93[26])/i;
/** Whether a path is of a file that says how git writes others. */
function isAttributes(path) {
    return path === '.gitattributes' || path.endsWith('/.gitattributes');
}
/**
 * Takes note of text that a checkout writes in another encoding than git keeps it in: what is on disk is not what everybody
 * sees who opens the repository.
 *
 * @param isKept whether this is read out of git: then what a checkout would write is not there to be read
 */
function noteEncodings(inspection, path, content, isKept) {
    for (const [, name = ''] of content.toString('latin1').matchAll(DECLARED)) {
        inspection.isReencoded = true;
        if (isKept && !READABLE.test(name))
            inspection.unread.add(path, `text that a checkout writes in ${name} is not read as it would be written`, true);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/inspect-file.js




/** Looks at a file whose path is known: for keys, and whether it hands static keys to the jobs of a CI system. */
function inspectFile(inspection, bytes, start, end, window, place) {
    inspection.keys(bytes, start, end, window, place);
    if (isAttributes(place.path))
        noteEncodings(inspection, place.path, bytes.subarray(start, end), place.blob !== undefined);
    if (ciSystemOf(place.path) === undefined)
        return;
    const content = bytes.subarray(start, end);
    // Nearly all files end here, before what reads them is loaded.
    if (!speaksOfAws(content))
        return;
    if (window !== ENTIRE) {
        inspection.unread.add(place.path, 'CI file: too large to be checked for what it hands to its jobs', false);
        return;
    }
    const { findings, unread } = (0,ci_files_js_namespaceObject.checkCiFile)(place.path, content);
    inspection.add(findings.map(finding => ({ ...finding, place: { ...finding.place, ...place } })));
    for (const { what, why, incomplete } of unread)
        inspection.unread.add(what, why, incomplete);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/inspect-object.js



const inspect_object_LF = 10;
/** Looks for keys in one git object: a blob's content, a commit's or tag's message, the names in a tree. */
function inspectObject(inspection, object, bytes, start, end, window, origin = {}) {
    // Nothing is made of an object's name before it is known that anything may be in it.
    const { type } = object;
    if (type === 'blob') {
        if (mayConcern(bytes, start, end))
            inspection.keys(bytes, start, end, window, { kind: 'commit', blob: object.id, ...origin });
        return;
    }
    if (type !== 'tree') {
        if (hasCandidates(bytes, start, end))
            inspectMessage(inspection, bytes.subarray(start, end), object.id, type);
        return;
    }
    const tree = bytes.subarray(start, end);
    if (hasCandidatesInNames(tree))
        inspectNames(inspection, tree, object.id, origin);
}
/**
 * The message and the header, whatever stands in it: names, a tag's name, signatures, the tag that a merge took in,
 * fields that no git knows; but for the names of objects, which are nobody's words.
 */
function inspectMessage(inspection, object, id, type) {
    const kind = type === 'commit' ? 'commit-message' : 'tag-message';
    const blank = object.indexOf('\n\n');
    const headerEnd = blank === -1 ? object.length : blank + 1;
    const place = { kind, commit: id };
    inspection.keys(object, Math.min(headerEnd + 1, object.length), object.length, ENTIRE, place);
    const header = object.subarray(firstField(object, headerEnd), headerEnd);
    inspection.keys(header, 0, header.length, ENTIRE, place);
}
const OBJECT_NAME = /^(?:tree|parent|object) [0-9a-f]{40,64}$/;
/** Where the fields begin that are no names of objects, with which every header begins. */
function firstField(header, end) {
    for (let start = 0; start < end;) {
        const stop = header.indexOf(inspect_object_LF, start);
        if (stop === -1 || !OBJECT_NAME.test(header.toString('latin1', start, stop)))
            return start;
        start = stop + 1;
    }
    return end;
}
/** In octal digits. What has more is no tree, and is not gone through to its end for each of its names. */
const LONGEST_MODE = 8;
/** A tree is `MODE SP NAME NUL ID` again and again, the ID in binary. */
function inspectNames(inspection, tree, id, { path, commit }) {
    const idLength = id.length / 2;
    for (let at = 0; at < tree.length;) {
        const space = tree.indexOf(0x20, at);
        const zero = tree.indexOf(0, at);
        if (zero === -1 || space === -1 || space > at + LONGEST_MODE) {
            inspection.unread.add(`tree ${id}`, 'it is damaged: its names cannot be told apart', true);
            return;
        }
        const name = tree.subarray(space + 1, zero);
        inspection.keys(name, 0, name.length, ENTIRE, {
            kind: 'path-name',
            path: path ? `${path}/${name.toString()}` : name.toString(),
            ...(commit !== undefined && { commit }),
        });
        at = zero + 1 + idLength;
    }
}
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = loadNow("node:events");
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/object-reader.js

const FIRST_CAPACITY = 2 ** 20;
const LEAST_ROOM = 2 ** 16;
const object_reader_LF = 10;
/**
 * Takes the output of `git cat-file --batch` apart, in one buffer that is used again and again. An object up to
 * WHOLE bytes (an archive: LARGEST_ARCHIVE) is shown in one piece, a larger one in windows.
 */
class ObjectReader {
    #visitor;
    #bytes = Buffer.allocUnsafeSlow(FIRST_CAPACITY);
    #begin = 0;
    #end = 0;
    /** The object whose bytes begin at `#begin`; undefined: a header is next. */
    #object;
    #window = ENTIRE;
    #mode = 'undecided';
    constructor(visitor) {
        this.#visitor = visitor;
    }
    /** Where the next bytes go: at least 64 KB, to be followed by `filled`. */
    room() {
        const needed = this.#needed();
        if (this.#begin + needed > this.#bytes.length || this.#bytes.length - this.#end < LEAST_ROOM)
            this.#makeRoom(Math.max(needed, this.#end - this.#begin + LEAST_ROOM));
        return { bytes: this.#bytes, start: this.#end, length: this.#bytes.length - this.#end };
    }
    filled(length) {
        this.#end += length;
        while (this.#step()) {
            // Each step takes one header, object or window away.
        }
    }
    push(chunk) {
        for (let at = 0; at < chunk.length;) {
            const { bytes, start, length } = this.room();
            const copied = chunk.copy(bytes, start, at, at + length);
            this.filled(copied);
            at += copied;
        }
    }
    /** True when nothing is half read: the output ended where an answer ends. */
    get complete() {
        return this.#object === undefined && this.#begin === this.#end;
    }
    /** How many bytes must be held from `#begin` on before a step can be taken. */
    #needed() {
        if (this.#object === undefined)
            return 0;
        if (this.#mode === 'whole')
            return this.#object.size + 1;
        return this.#mode === 'windows' ? WINDOW + 1 : 0;
    }
    #makeRoom(capacity) {
        const kept = this.#end - this.#begin;
        const slack = capacity + LEAST_ROOM;
        // A buffer that a large object needed is given back with the next one.
        const fits = slack <= this.#bytes.length && (this.#bytes.length <= 2 * WHOLE || slack > WHOLE);
        const next = fits ? this.#bytes : Buffer.allocUnsafeSlow(Math.max(FIRST_CAPACITY, slack));
        this.#bytes.copy(next, 0, this.#begin, this.#end);
        this.#bytes = next;
        this.#begin = 0;
        this.#end = kept;
    }
    #step() {
        const object = this.#object;
        if (object === undefined)
            return this.#header();
        if (this.#mode === 'undecided')
            this.#mode = this.#decide(object);
        return this.#mode === 'whole' ? this.#whole(object) : this.#nextWindow(object);
    }
    /** `ID TYPE SIZE`, `ID missing` or, for an abbreviation, `ID ambiguous`. */
    #header() {
        const stop = this.#bytes.indexOf(object_reader_LF, this.#begin);
        if (stop === -1 || stop >= this.#end)
            return false;
        const [id = '', type, size] = this.#bytes.toString('latin1', this.#begin, stop).split(' ');
        this.#begin = stop + 1;
        if (size === undefined)
            this.#visitor.missing(id);
        else {
            this.#object = { id, type: objectType(type), size: Number(size) };
            this.#mode = this.#object.size <= WHOLE ? 'whole' : 'undecided';
            this.#window = ENTIRE;
        }
        return true;
    }
    #decide(object) {
        if (this.#end - this.#begin < 512)
            return 'undecided';
        if (!isArchive(this.#bytes, this.#begin, this.#end))
            return 'windows';
        if (object.size <= LARGEST_ARCHIVE)
            return 'whole';
        if (isPacked(this.#bytes, this.#begin, this.#end))
            this.#visitor.tooLarge(object);
        return 'windows';
    }
    #whole(object) {
        const stop = this.#begin + object.size;
        if (this.#end <= stop)
            return false;
        this.#visitor.content(object, this.#bytes, this.#begin, stop, ENTIRE);
        this.#finish(object, stop + 1);
        return true;
    }
    #nextWindow(object) {
        const remaining = object.size - this.#window.offset;
        if (remaining <= WINDOW) {
            const stop = this.#begin + remaining;
            if (this.#end <= stop)
                return false;
            this.#visitor.content(object, this.#bytes, this.#begin, stop, { ...this.#window, more: false });
            this.#finish(object, stop + 1);
            return true;
        }
        if (this.#mode === 'undecided' || this.#end - this.#begin < WINDOW)
            return false;
        const stop = this.#begin + WINDOW;
        this.#visitor.content(object, this.#bytes, this.#begin, stop, { ...this.#window, more: true });
        this.#window = follow(this.#window, this.#bytes, this.#begin, stop - content_OVERLAP);
        this.#begin = stop - content_OVERLAP;
        return true;
    }
    #finish(object, next) {
        this.#object = undefined;
        this.#begin = next;
        this.#visitor.done(object);
    }
}
function objectType(word) {
    return word === 'commit' || word === 'tag' || word === 'tree' ? word : 'blob';
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/objects.js



/**
 * Reads objects through one `git cat-file --batch`, whose answers come in the order of the names.
 *
 * @returns undefined when every name was answered, else how git ended
 */
async function readObjects(place, names, visitor) {
    const child = gitProcess(place, ['cat-file', '--batch', '--buffer'], 'pipe');
    const ended = ending(child);
    const reader = new ObjectReader(visitor);
    const failed = new Promise((_, reject) => {
        child.stdout?.on('data', (chunk) => {
            try {
                reader.push(chunk);
            }
            catch (error) {
                child.kill();
                reject(error);
            }
        });
    });
    const fed = feed(child.stdin, names).catch((error) => {
        child.kill();
        throw error;
    });
    const [, outcome] = await Promise.race([Promise.all([fed, ended]), failed]);
    return outcome.exitCode === 0 && reader.complete ? undefined : outcome;
}
/** Names in pieces of some whole lines. */
function* objects_linesOf(names) {
    for (let at = 0; at < names.length; at += 1000)
        yield names
            .slice(at, at + 1000)
            .map(name => `${name}\n`)
            .join('');
}
/** Writes names as fast as git takes them; git's early end stops it without an error. */
async function feed(input, names) {
    if (input === null)
        return;
    const closed = new Promise(done => input.once('close', done));
    for await (const text of names) {
        if (!input.writable)
            break;
        if (!input.write(text))
            await Promise.race([(0,external_node_events_namespaceObject.once)(input, 'drain').catch(() => undefined), closed]);
    }
    input.end();
}
;// CONCATENATED MODULE: ./lib/bundling/regular-file.js

/**
 * Reads a file, links followed, without ever waiting for the other end of a FIFO or reading a device that has no end.
 *
 * @param most bytes that it may have
 */
function regular_file_readRegularFile(path, most) {
    let file;
    try {
        file = (0,external_node_fs_namespaceObject.openSync)(path, external_node_fs_namespaceObject.constants.O_RDONLY | (external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0));
        if (!(0,external_node_fs_namespaceObject.fstatSync)(file).isFile())
            return { kind: 'other' };
        // One byte more, to see that there is more: the size that the system says may be wrong.
        const content = filled(file, Math.min((0,external_node_fs_namespaceObject.fstatSync)(file).size, most) + 1, most);
        return content.length > most ? { kind: 'too large' } : { kind: 'file', content };
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        return { kind: code === 'ENXIO' || code === 'EOPNOTSUPP' ? 'other' : 'none' };
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
function filled(file, expected, most) {
    let bytes = Buffer.alloc(expected);
    let end = 0;
    for (;;) {
        const count = (0,external_node_fs_namespaceObject.readSync)(file, bytes, end, bytes.length - end, null);
        end += count;
        if (count === 0 || end > most)
            return bytes.subarray(0, end);
        if (end === bytes.length)
            bytes = Buffer.concat([bytes], Math.min(2 * end, most) + 1);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/revisions.js




/** A whole object name. */
const revisions_NAME = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
/** @returns the full name of what a revision means here, or undefined when it means nothing */
async function resolveRevision(repository, revision) {
    if (revisions_NAME.test(revision))
        return revision;
    const { stdout } = await git_gitText(repository.place, ...['rev-parse', '--verify', '--quiet', '--end-of-options', revision]);
    const name = stdout.trim();
    return revisions_NAME.test(name) ? name : undefined;
}
/** True when the store holds all of these commits, each with the tree that it names. */
async function revisions_hasCommits(store, names) {
    return (await presentCommits(store, names)).length === names.length;
}
/** Those of the commits (or tags of commits) that the store holds, each with the tree that it names. */
async function presentCommits({ place }, names) {
    if (names.length === 0)
        return [];
    const input = names.map(name => `${name}^{tree}\n`).join('');
    const { items, ended } = list(place, ['cat-file', '--batch-check=%(objecttype)'], LF, input);
    const answers = [];
    for await (const lines of items)
        answers.push(...lines.map(line => line.toString('latin1')));
    return (await ended).exitCode === 0 ? names.filter((_, index) => answers[index] === 'tree') : [];
}
/** The parents that a commit names, whether they are here or not. */
async function parentsOf({ place }, commit) {
    const { exitCode, stdout } = await gitText(place, 'cat-file', 'commit', commit);
    if (exitCode !== 0)
        return [];
    const header = stdout.slice(0, `${stdout}\n\n`.indexOf('\n\n'));
    return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(([, name]) => name ?? []);
}
/** Of a million commits. */
const LARGEST_SHALLOW = (/* unused pure expression or super */ null && (64 * 2 ** 20));
/** The commits whose parents a shallow clone left out. */
function revisions_shallowCommits({ folder }) {
    const found = readRegularFile(join(folder, 'shallow'), LARGEST_SHALLOW);
    const text = found.kind === 'file' ? found.content.toString('latin1') : '';
    return new Set(text.split('\n').filter(line => line !== ''));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/range.js


/** The range as git reads it from its input. */
function rangeInput({ heads, excluded }) {
    return [...heads, ...excluded.map(id => `^${id}`), ''].join('\n');
}
async function rangeState(store, range) {
    if (!(await hasCommits(store, [...range.heads, ...range.excluded])))
        return 'absent';
    const shallow = shallowCommits(store);
    if (shallow.size === 0)
        return 'whole';
    const input = rangeInput(range);
    const listing = list(store.place, ['rev-list', '--boundary', '--stdin'], LF, input);
    let commits = 0;
    let borders = 0;
    let cut = false;
    for await (const lines of listing.items)
        for (const line of lines) {
            const name = line.toString('latin1');
            if (name.startsWith('-'))
                borders += 1;
            else {
                commits += 1;
                cut ||= shallow.has(name);
            }
        }
    if ((await listing.ended).exitCode !== 0)
        return 'absent';
    return cut || (commits > 0 && borders === 0) ? 'cut' : 'whole';
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/changes.js






/**
 * Scans every object that a range brings: blobs, commits, tags, and names in trees. As objects, not as a diff, so
 * that merges, renames, attributes and encodings hide nothing. Each is placed at the commit that introduced it.
 *
 * @returns what it listed, for what such a listing leaves out: see `scanMoved`
 */
async function scanRange(store, range, inspection, pace) {
    const commits = [];
    const blobs = new Set();
    const waiting = [];
    let next = 0;
    const current = () => waiting[next];
    const finish = () => {
        next += 1;
        if (next < 4096)
            return;
        waiting.splice(0, next);
        next = 0;
    };
    const listing = listRange(store, range, inspection, pace);
    const failure = await readObjects(store.place, namesOf(listing, waiting), {
        content: (object, bytes, start, end, window) => {
            const { path, commit } = current() ?? {};
            if (object.type === 'blob' && path !== undefined) {
                const place = {
                    kind: 'commit',
                    blob: object.id,
                    path,
                    ...(commit !== undefined && { commit }),
                };
                inspectFile(inspection, bytes, start, end, window, place);
                return;
            }
            if (object.type === 'tree')
                noteSubmodules(inspection, bytes.subarray(start, end), path);
            inspectObject(inspection, object, bytes, start, end, window, current());
        },
        done: ({ id, type, size }) => {
            inspection.objects += 1;
            inspection.bytes += size;
            if (type === 'commit')
                commits.push(id);
            else if (type === 'blob')
                blobs.add(id);
            finish();
        },
        tooLarge: () => inspection.unread.add(current()?.path ?? '', TOO_LARGE, 'unopened'),
        missing: id => {
            inspection.unread.add(current()?.path || id, MISSING, true);
            finish();
        },
    });
    if (failure !== undefined)
        inspection.unread.add('objects of the range', `git could not read them: ${failure.stderr.trim()}`, true);
    return { head: range.heads[0] ?? '', commits, blobs };
}
const SUBMODULE_MODE = '160000 ';
/** A range of objects ends at a submodule: git does not even list it. */
function noteSubmodules(inspection, tree, folder = '') {
    for (let at = tree.indexOf(SUBMODULE_MODE); at !== -1; at = tree.indexOf(SUBMODULE_MODE, at + 1)) {
        const name = tree.toString('utf8', at + SUBMODULE_MODE.length, tree.indexOf(0, at));
        inspection.unread.add(folder === '' ? name : `${folder}/${name}`, SUBMODULE, false);
    }
}
async function* namesOf(listing, waiting) {
    for await (const listed of listing) {
        waiting.push(...listed);
        yield listed.map(({ id }) => `${id}\n`).join('');
    }
}
/** Oldest commit first, each followed by the objects that it is the first to have. */
async function* listRange(store, range, inspection, { signal }) {
    const args = ['rev-list', '--objects', '--in-commit-order', '--reverse', '--missing=print', '--stdin'];
    const listing = listing_list(store.place, args, listing_LF, rangeInput(range));
    let commit;
    for await (const lines of listing.items) {
        if (signal?.aborted)
            listing.stop();
        const listed = [];
        for (const line of lines) {
            const object = parseListedObject(line);
            if (object.path === undefined)
                commit = object.id;
            if (object.id.startsWith('?'))
                inspection.unread.add(`object ${object.id.slice(1)}`, MISSING, true);
            else
                listed.push({ ...object, ...(commit !== undefined && { commit }) });
        }
        if (listed.length > 0)
            yield listed;
    }
    const { exitCode, stderr } = await listing.ended;
    if (exitCode !== 0)
        inspection.unread.add('the range', `git could not list it: ${stderr.trim()}`, true);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/fifo.js




/** @returns undefined where there are no named pipes (Windows) or none can be made */
async function makeFifo({ git }, folder, name) {
    const program = process.platform === 'win32' ? undefined : findProgram('mkfifo', git.environment);
    if (program === undefined)
        return undefined;
    const path = (0,external_node_path_namespaceObject.join)(folder, name);
    const made = await new Promise(done => {
        (0,external_node_child_process_namespaceObject.execFile)(program, ['-m', '600', path], { env: { ...git.environment } }, error => done(error === null));
    });
    if (!made)
        return undefined;
    // A reader must be there before an end can be opened for writing without waiting.
    const readEnd = (0,external_node_fs_namespaceObject.openSync)(path, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NONBLOCK);
    const writeEnd = (0,external_node_fs_namespaceObject.openSync)(path, external_node_fs_namespaceObject.constants.O_WRONLY);
    return {
        path,
        writeEnd,
        release: () => {
            (0,external_node_fs_namespaceObject.closeSync)(writeEnd);
            (0,external_node_fs_namespaceObject.closeSync)(readEnd);
        },
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/flagged-objects.js



/** Picks the few objects that hold something, or could not be read to their end, out of the many that do not. */
class FlaggedObjects {
    #missing = new UnreadList();
    #flagged = [];
    #inspection = new Inspection();
    #objects = 0;
    #bytes = 0;
    /** Whether the last one is to be looked at again: a blob that only its name can explain, or one that is said by its name. */
    #needsName = false;
    content(object, bytes, start, end, window) {
        inspectObject(this.#inspection, object, bytes, start, end, window);
        if (object.type === 'blob' && end - start <= 100 && isBareSecret(bytes, start, end))
            this.#needsName = true;
    }
    done({ id, size }) {
        this.#objects += 1;
        this.#bytes += size;
        if (this.#inspection.isClean && !this.#needsName)
            return;
        if (!this.#inspection.isClean)
            this.#inspection = new Inspection(this.#inspection);
        this.#needsName = false;
        this.#flagged.push(id);
    }
    tooLarge() {
        this.#needsName = true;
    }
    missing(id) {
        this.#missing.add(`object ${id}`, MISSING, true);
    }
    get progress() {
        return { objects: this.#objects, bytes: this.#bytes };
    }
    report() {
        return { flagged: this.#flagged, ...this.progress, unread: this.#missing.list() };
    }
}
/** A blob that is nothing but what a secret access key looks like (and what a hash in hex does not). */
function isBareSecret(bytes, start, end) {
    const value = bytes.toString('latin1', start, end).trim();
    return /^[A-Za-z0-9+/]{40}$/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value);
}
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = loadNow("node:url");
;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = loadLater("node:worker_threads");
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/worker-file.js




/**
 * The file that the reading threads run. In a release each surface is one file in a folder of its own, with the
 * worker's folder beside it; before bundling the worker is where its source is.
 */
function workerFile() {
    const here = (0,external_node_path_namespaceObject.dirname)((0,external_node_url_namespaceObject.fileURLToPath)(import.meta.url));
    return [(0,external_node_path_namespaceObject.join)(here, '../scan-worker/index.js'), (0,external_node_path_namespaceObject.join)(here, '../../scan-worker.js')].find(file => (0,external_node_fs_namespaceObject.existsSync)(file));
}
/** Starts a thread. It needs none of this process's options or variables. */
function startThread(file, work, limits = {}) {
    return new external_node_worker_threads_namespaceObject.Worker(file, { workerData: work, execArgv: [], env: {}, resourceLimits: limits });
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/object-threads.js



/**
 * Reads objects through one `git cat-file --batch` and one thread.
 *
 * @returns what was found, and why it is not all, if it is not
 */
async function readInThread(names, { place, fifo, file, signal, progress }) {
    const child = gitProcess(place, ['cat-file', '--batch', '--buffer'], ['pipe', fifo.writeEnd, 'pipe']);
    const ended = ending(child);
    const stop = () => child.kill();
    signal?.addEventListener('abort', stop);
    const worker = startThread(file, { kind: 'fifo', path: fifo.path });
    let release = fifo.release;
    const open = () => {
        release?.();
        release = undefined;
    };
    try {
        const done = new Promise((resolve, reject) => {
            worker.on('message', (message) => {
                if (message.kind === 'opened')
                    open();
                else if (message.kind === 'progress')
                    progress(message.objects, message.bytes);
                else {
                    progress(message.report.objects, message.report.bytes);
                    resolve(message);
                }
            });
            worker.once('error', reject);
            worker.once('exit', () => reject(new Error('the reading thread ended early')));
        });
        const [{ report, complete }, { exitCode, stderr }] = await Promise.all([
            done,
            ended,
            feed(child.stdin, names),
        ]);
        return { report, failure: exitCode === 0 && complete ? undefined : stderr.trim() || 'git ended early' };
    }
    finally {
        signal?.removeEventListener('abort', stop);
        child.kill();
        open();
        await worker.terminate();
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/origins.js







/** Finds where objects belong. What no branch, tag, reflog or index reaches has no origin. */
async function originsOf(repository, store, ids) {
    const head = await resolveRevision(repository, 'HEAD');
    const inHead = head === undefined ? new Map() : await pathsInTree(store, head, new Set(ids));
    const wanted = new Set(ids.filter(id => !inHead.has(id)));
    return { inHead, introduced: await introducedBy(repository, wanted) };
}
/** Walks all commits, oldest first, until the objects wanted have been seen. */
async function introducedBy({ place }, wanted) {
    const found = new Map();
    if (wanted.size === 0)
        return found;
    const args = [
        // A wrong commit graph would lead to a wrong name, no more; a right one saves a second.
        ...['-c', 'core.commitGraph=true', 'rev-list', '--objects', '--in-commit-order', '--reverse'],
        ...['--missing=allow-any', '--all', '--reflog', '--indexed-objects'],
    ];
    const listing = listing_list(place, args, listing_LF);
    let commit;
    for await (const lines of listing.items) {
        for (const { id, path } of lines.map(parseListedObject)) {
            if (path === undefined)
                commit = id;
            if (wanted.delete(id) && path !== undefined)
                found.set(id, { path, ...(commit !== undefined && { commit }) });
        }
        if (wanted.size === 0)
            listing.stop();
    }
    await listing.ended;
    return found;
}
/** Scans the objects that hold something once more, now at the places where they belong. */
async function scanAgain(store, ids, { inHead, introduced }, inspection) {
    // Oldest first, so that of several places the first one that had it stands; then in an order of no chance.
    const dated = new Set(introduced.keys());
    const others = ids.filter(id => !dated.has(id)).sort();
    const names = [...dated, ...others].map(id => `${id}\n`);
    const failure = await readObjects(store.place, names, {
        content: (object, bytes, start, end, window) => {
            const paths = object.type === 'blob' ? (inHead.get(object.id) ?? []) : [];
            for (const path of paths)
                inspectFile(inspection, bytes, start, end, window, { kind: 'file', path, blob: object.id });
            if (paths.length === 0)
                inspectObject(inspection, object, bytes, start, end, window, introduced.get(object.id));
        },
        done: () => undefined,
        tooLarge: ({ id }) => {
            const { path = `blob ${id}` } = introduced.get(id) ?? {};
            for (const what of inHead.get(id) ?? [path])
                inspection.unread.add(what, TOO_LARGE, 'unopened');
        },
        missing: id => inspection.unread.add(`object ${id}`, MISSING, true),
    });
    if (failure !== undefined)
        inspection.unread.add('objects', `git could not read them again: ${failure.stderr.trim()}`, true);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/pace.js
/** Lets timers and signals in, and tells how far the scan is. */
async function pause({ progress }, { files, objects, bytes }) {
    progress?.({ files, objects, bytes });
    await new Promise(done => setImmediate(done));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/system-error.js
/** An error that a call of the system gave. By its shape: an error from another realm is no `Error` of this one. */
function isSystemError(error) {
    return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/packs/entry-offsets.js
/** No entry. */
const NONE = -1;
/** Numbers of names are below this: there are fewer than MOST_OBJECTS (pack-files.ts). */
const NAMES = 2 ** 21;
/** With the number of a name, a larger offset is no exact number any more. */
const LARGEST_OFFSET = 2 ** 32;
/**
 * Numbers the entries of a pack by where they begin.
 *
 * @param offsets of each name
 * @param into receives for each entry its name's number and its offset
 */
function sortByOffset(offsets, into) {
    const count = offsets.length;
    if (count > NAMES || offsets.some(offset => offset >= LARGEST_OFFSET)) {
        const order = Int32Array.from(offsets.keys());
        order.sort((one, other) => (offsets[one] ?? 0) - (offsets[other] ?? 0));
        into.names.set(order);
        order.forEach((name, entry) => {
            into.offsets[entry] = offsets[name] ?? 0;
        });
        return;
    }
    // As numbers, which are sorted many times as fast as by a function; in place, for there may be millions.
    const both = into.offsets.subarray(0, count);
    for (let name = 0; name < count; name++)
        both[name] = (offsets[name] ?? 0) * NAMES + name;
    both.sort();
    for (let entry = 0; entry < count; entry++) {
        const name = (both[entry] ?? 0) % NAMES;
        into.names[entry] = name;
        both[entry] = offsets[name] ?? 0;
    }
}
/** Finds the entry that begins at an offset. */
class EntryOffsets {
    #offsets;
    #count;
    #scale;
    /** The first entry of each stretch of the pack; there are as many stretches as entries. */
    #firsts;
    constructor(offsets, count) {
        this.#offsets = offsets;
        this.#count = count;
        this.#scale = count / Math.max(1, offsets[count] ?? 1);
        this.#firsts = new Int32Array(count + 1);
        let entry = 0;
        for (let stretch = 0; stretch <= count; stretch++) {
            while (entry < count && (offsets[entry] ?? 0) * this.#scale < stretch)
                entry++;
            this.#firsts[stretch] = entry;
        }
    }
    /** @returns NONE when none begins there */
    at(offset) {
        const stretch = Math.floor(offset * this.#scale);
        if (!(stretch >= 0 && stretch <= this.#count))
            return NONE;
        let entry = this.#firsts[stretch] ?? 0;
        while (entry < this.#count && (this.#offsets[entry] ?? 0) < offset)
            entry++;
        return this.#offsets[entry] === offset && entry < this.#count ? entry : NONE;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/packs/pack-index.js


/**
 * Reads one name from a pack's index.
 *
 * @param path of the file
 * @param number of the name, from 0
 * @returns in hex; shorter when the file has become so
 */
function readName(path, number, idLength) {
    return readBytes(path, HEADER + FANOUT + number * idLength, idLength).toString('hex');
}
/** The index of a pack stands beside it. */
function indexPath(pack) {
    return pack.replace(/\.pack$/, '.idx');
}
const MAGIC = 0xff744f63;
const VERSION = 2;
const HEADER = 8;
const FANOUT = 256 * 4;
/** The bit of a four-byte offset that stands for a place in the table of eight-byte ones. */
const IS_FAR = 0x80000000;
/**
 * Reads a pack's index, version 2 (gitformat-pack(5), "Version 2 pack-*.idx files").
 *
 * @param path of the file
 * @param idLength bytes of an object's name: 20, or 32 for SHA-256
 * @param most objects
 * @returns undefined when it is of another version, or not what it should be, or names more objects
 */
function readPackIndex(path, idLength, most) {
    const head = readBytes(path, 0, HEADER + FANOUT);
    if (head.length < HEADER + FANOUT)
        return undefined;
    if (head.readUInt32BE(0) !== MAGIC || head.readUInt32BE(4) !== VERSION)
        return undefined;
    const count = head.readUInt32BE(HEADER + FANOUT - 4);
    if (count > most)
        return undefined;
    const near = HEADER + FANOUT + count * (idLength + 4);
    // Without the names, which are most of it and seldom needed, and the two checksums at the end. It has no more bytes
    // than this, and what says it has is not what it should be.
    const longest = count * (4 + 8) + 2 * idLength;
    const tables = readBytes(path, near, longest + 1);
    if (tables.length > longest)
        return undefined;
    const offsets = offsetsIn(tables.subarray(0, Math.max(0, tables.length - 2 * idLength)), count);
    if (offsets === undefined)
        return undefined;
    let names;
    const searchName = (id) => {
        names ??= readBytes(path, HEADER + FANOUT, count * idLength);
        return numberOf(names, count, id);
    };
    return { count, offsets, searchName };
}
/** @param tables four bytes for each name, then eight for each that these are too small for */
function offsetsIn(tables, count) {
    const far = count * 4;
    if (tables.length < far)
        return undefined;
    const offsets = new Float64Array(count);
    for (let name = 0; name < count; name++) {
        const offset = tables.readUInt32BE(name * 4);
        const place = far + (offset - IS_FAR) * 8;
        if (offset >= IS_FAR && place + 8 > tables.length)
            return undefined;
        offsets[name] = offset < IS_FAR ? offset : Number(tables.readBigUInt64BE(place));
    }
    return offsets;
}
/** Where a name is among sorted ones, or NONE. */
function numberOf(names, count, id) {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
        const middle = (low + high) >> 1;
        const order = names.compare(id, 0, id.length, middle * id.length, (middle + 1) * id.length);
        if (order === 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle - 1;
    }
    return NONE;
}
/** @param length as many as there are, at most */
function readBytes(path, start, length) {
    const file = (0,external_node_fs_namespaceObject.openSync)(path, 'r');
    try {
        const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, (0,external_node_fs_namespaceObject.fstatSync)(file).size - start)));
        return bytes.subarray(0, (0,external_node_fs_namespaceObject.readSync)(file, bytes, 0, bytes.length, start));
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/packs/pack-layout.js

const TYPES = [undefined, 'commit', 'tree', 'blob', 'tag'];
const OFFSET_DELTA = 6;
const REFERENCE_DELTA = 7;
/** As a base: NONE is that of what is no delta, this that of an entry that cannot be put together here. */
const APART = -2;
/** Trees of so many entries, or of objects of so many bytes, are taken first: none is begun when all others have ended. */
const HEAVY = 64;
const LARGE = 2 ** 20;
/** Bytes that a pack begins with: the signature, the version and the number of objects. */
const PACK_HEADER = 12;
/** No header is longer: a size and an offset of ten bytes each, or a size and a name. */
const LONGEST_HEADER = 48;
/** What is larger is not told apart: it is read elsewhere. */
const LARGEST_SIZE = 2 ** 32 - 1;
/**
 * Reads the headers of all entries (gitformat-pack(5), "Object entry").
 *
 * @param end where the last entry ends: the trailing checksum
 * @returns the layout, and the entries that are no part of any tree of deltas: their base is unknown, or stored later;
 *   undefined when entries do not follow each other in the pack, as the index has them
 */
function layOut(path, { count, offsets, searchName }, idLength, end, readAt) {
    const layout = emptyLayout(path, count, idLength);
    sortByOffset(offsets, layout);
    layout.offsets[count] = end;
    if (!pack_layout_follow(layout.offsets))
        return undefined;
    const entries = new EntryOffsets(layout.offsets, count);
    const named = (id) => {
        const name = searchName(id);
        return name === NONE ? NONE : entries.at(offsets[name] ?? NONE);
    };
    const bases = readHeaders(layout, readAt, entries, named);
    const { roots, apart } = hang(layout, bases);
    return { layout: { ...layout, roots }, apart };
}
function emptyLayout(path, count, idLength) {
    const shared = (bytes) => new SharedArrayBuffer(bytes);
    return {
        path,
        idLength,
        count,
        names: new Int32Array(shared(count * 4)),
        offsets: new Float64Array(shared((count + 1) * 8)),
        headers: new Uint8Array(shared(count)),
        sizes: new Uint32Array(shared(count * 4)),
        types: new Uint8Array(shared(count)),
        firstDelta: new Int32Array(shared(count * 4)).fill(NONE),
        nextDelta: new Int32Array(shared(count * 4)).fill(NONE),
        weights: new Int32Array(shared(count * 4)).fill(1),
        roots: new Int32Array(shared(0)),
        taken: new Int32Array(shared(4)),
    };
}
/** Whether each begins behind the one before, the first behind the pack's own header. */
function pack_layout_follow(offsets) {
    return offsets.every((offset, entry) => offset > (offsets[entry - 1] ?? PACK_HEADER - 1));
}
/** @returns the base of each entry: NONE for what is no delta, APART for one that is not known */
function readHeaders(layout, readAt, entries, named) {
    const { count, offsets, idLength } = layout;
    const bases = new Int32Array(count);
    const header = new EntryHeader();
    let window = Buffer.alloc(0);
    let start = 0;
    for (let entry = 0; entry < count; entry++) {
        const offset = offsets[entry] ?? 0;
        if (offset + LONGEST_HEADER > start + window.length) {
            start = offset;
            window = readAt(offset);
        }
        header.read(window, offset - start);
        layout.sizes[entry] = Math.min(header.size, LARGEST_SIZE);
        let { end } = header;
        let base = NONE;
        if (header.type === OFFSET_DELTA)
            base = entries.at(offset - header.back);
        else if (header.type === REFERENCE_DELTA) {
            end += idLength;
            base = named(window.subarray(header.end, end));
        }
        else
            layout.types[entry] = header.type;
        layout.headers[entry] = end - (offset - start);
        const isKnown = base !== NONE || TYPES[layout.types[entry] ?? 0] !== undefined;
        bases[entry] = isKnown ? base : APART;
    }
    return bases;
}
/** What an entry begins with: one object for all, for there may be millions. */
class EntryHeader {
    type = 0;
    size = 0;
    /** How far before the entry the base of an offset delta begins. */
    back = 0;
    /** Where in the bytes the header ends, but for the name of a base. */
    end = 0;
    read(bytes, start) {
        let at = start;
        let byte = bytes[at++] ?? 0;
        this.type = (byte >> 4) & 7;
        this.size = byte & 15;
        for (let scale = 16; byte >= 0x80 && at < start + 10; scale *= 128) {
            byte = bytes[at++] ?? 0;
            this.size += (byte & 0x7f) * scale;
        }
        this.back = 0;
        if (this.type === OFFSET_DELTA) {
            byte = bytes[at++] ?? 0;
            this.back = byte & 0x7f;
            for (const most = at + 9; byte >= 0x80 && at < most;) {
                byte = bytes[at++] ?? 0;
                this.back = (this.back + 1) * 128 + (byte & 0x7f);
            }
        }
        this.end = at;
    }
}
/** Hangs the deltas on their bases. @returns the entries that are no deltas, and those that hang on none of them */
function hang(layout, bases) {
    const { count, firstDelta, nextDelta, weights } = layout;
    const apart = [];
    const isApart = new Uint8Array(count);
    for (let entry = 0; entry < count; entry++) {
        const base = bases[entry] ?? APART;
        // git stores bases first, but for whole objects that a fetch completes its pack with: so no chain leads to itself.
        const isLater = base >= entry && bases[base] !== NONE;
        if (base === APART || isLater || (base >= 0 && isApart[base] === 1)) {
            isApart[entry] = 1;
            apart.push(entry);
        }
    }
    for (let entry = count - 1; entry >= 0; entry--) {
        const base = bases[entry] ?? APART;
        if (base < 0 || isApart[entry] === 1)
            continue;
        weights[base] = (weights[base] ?? 0) + (weights[entry] ?? 0);
        nextDelta[entry] = firstDelta[base] ?? NONE;
        firstDelta[base] = entry;
    }
    return { roots: rootsOf(bases, layout), apart };
}
function rootsOf(bases, { weights, sizes }) {
    const heavy = [];
    const light = [];
    bases.forEach((base, entry) => {
        if (base !== NONE)
            return;
        const isHeavy = (weights[entry] ?? 0) >= HEAVY || (sizes[entry] ?? 0) >= LARGE;
        (isHeavy ? heavy : light).push(entry);
    });
    const roots = new Int32Array(new SharedArrayBuffer((heavy.length + light.length) * 4));
    roots.set(heavy);
    roots.set(light, heavy.length);
    return roots;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/packs/pack-bytes.js

/** Most entries are far smaller, and what hangs on an entry is often stored near it. */
const BLOCK = 8 * 1024;
const BLOCKS = 512;
const NOT_OWN = () => undefined;
/** Reads a pack in blocks, and holds those that were read last: a call of the system for each entry costs more than it. */
class PackBytes {
    #file;
    #unpacker;
    #arena;
    #blocks;
    /** Which block of the pack stands in each place, and how many bytes of it there are. */
    #held = new Int32Array(BLOCKS).fill(-1);
    #lengths = new Int32Array(BLOCKS);
    /** @throws what the system says, as when git has repacked and it is there no more */
    constructor(path, unpacker, arena) {
        this.#file = (0,external_node_fs_namespaceObject.openSync)(path, 'r');
        this.#unpacker = unpacker;
        this.#arena = arena;
        this.#blocks = arena.take(BLOCK * BLOCKS);
    }
    close() {
        (0,external_node_fs_namespaceObject.closeSync)(this.#file);
        if (this.#blocks !== undefined)
            this.#arena.free(this.#blocks, BLOCK * BLOCKS);
    }
    /** @returns undefined when they are not there, or there is no memory for them */
    at(offset, length) {
        const block = Math.floor(offset / BLOCK);
        const first = offset - block * BLOCK;
        if (first + length > BLOCK || this.#blocks === undefined)
            return this.#own(offset, length);
        const place = block % BLOCKS;
        const address = this.#blocks + place * BLOCK;
        if (this.#held[place] !== block) {
            this.#lengths[place] = this.#read(address, BLOCK, block * BLOCK);
            this.#held[place] = block;
        }
        if (first + length > (this.#lengths[place] ?? 0))
            return undefined;
        return { address: address + first, release: NOT_OWN };
    }
    #own(offset, length) {
        const address = this.#arena.take(length);
        if (address === undefined)
            return undefined;
        const release = () => this.#arena.free(address, length);
        if (this.#read(address, length, offset) === length)
            return { address, release };
        release();
        return undefined;
    }
    #read(address, length, offset) {
        return (0,external_node_fs_namespaceObject.readSync)(this.#file, this.#unpacker.bytes, address, length, offset);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/packs/pack-walk.js




/** An object whose name is made when it is asked for: for most of them nobody does. */
class PackedObject {
    #layout;
    #entry;
    type;
    size;
    constructor(layout, entry, type, size) {
        this.#layout = layout;
        this.#entry = entry;
        this.type = type;
        this.size = size;
    }
    get id() {
        return pack_walk_nameOf(this.#layout, this.#entry);
    }
}
/** The name of an entry's object, in hex. */
function pack_walk_nameOf({ path, names, idLength }, entry) {
    return readName(indexPath(path), names[entry] ?? 0, idLength);
}
/**
 * Reads the objects of a pack: each entry is inflated once, and each delta is applied to its base while that is in
 * memory, for what hangs on an entry is read right after it.
 */
class PackWalk {
    #layout;
    #visitor;
    #unpacker;
    #arena;
    #packed;
    /** Entries that could not be read here: too large, or damaged. */
    left = [];
    constructor(layout, unpacker, arena, visitor) {
        this.#layout = layout;
        this.#unpacker = unpacker;
        this.#arena = arena;
        this.#visitor = visitor;
        this.#packed = new PackBytes(layout.path, unpacker, arena);
    }
    close() {
        this.#packed.close();
    }
    /** Reads an entry that is no delta, and all that hangs on it. Yields behind each entry. */
    *tree(root) {
        const open = [];
        const type = TYPES[this.#layout.types[root] ?? 0];
        const first = type === undefined ? undefined : this.#whole(root, type);
        if (first === undefined)
            this.#leave(root);
        else
            open.push(first);
        yield;
        for (let base = open.pop(); base !== undefined; base = open.pop()) {
            const entry = base.deltas.pop();
            const next = entry === undefined ? undefined : this.#delta(entry, base);
            // Its last delta made, a base is needed no more: so the memory held is that of few objects, however long the chain.
            if (base.deltas.length > 0)
                open.push(base);
            else
                this.#arena.free(base.address, base.size);
            if (next !== undefined)
                open.push(next);
            else if (entry !== undefined)
                this.#leave(entry);
            yield;
        }
    }
    /** @returns the entry's object, looked at, or undefined when it could not be read */
    #whole(entry, type) {
        const size = this.#layout.sizes[entry] ?? 0;
        const address = this.#inflate(entry, size);
        return address === undefined ? undefined : this.#look(entry, type, address, size);
    }
    /** The same for an entry that is a delta to `base`. */
    #delta(entry, base) {
        const deltaSize = this.#layout.sizes[entry] ?? 0;
        const delta = this.#inflate(entry, deltaSize);
        if (delta === undefined)
            return undefined;
        const size = resultSizeOf(this.#unpacker.bytes, delta, delta + deltaSize);
        const address = size > pack_walk_LARGEST ? undefined : this.#arena.take(size);
        if (address !== undefined) {
            const written = this.#unpacker.applyDelta(base.address, base.size, delta, deltaSize, address, size);
            if (written === size) {
                this.#arena.free(delta, deltaSize);
                return this.#look(entry, base.type, address, size);
            }
            this.#arena.free(address, size);
        }
        this.#arena.free(delta, deltaSize);
        return undefined;
    }
    #look(entry, type, address, size) {
        const object = new PackedObject(this.#layout, entry, type, size);
        this.#visitor.content(object, this.#unpacker.bytes, address, address + size, ENTIRE);
        this.#visitor.done(object);
        return { address, size, type, deltas: this.#deltasOf(entry) };
    }
    /** @returns where an entry's own data is, or undefined when it is too large or damaged */
    #inflate(entry, size) {
        const { offsets, headers } = this.#layout;
        const start = (offsets[entry] ?? 0) + (headers[entry] ?? 0);
        const length = (offsets[entry + 1] ?? 0) - start;
        if (size > pack_walk_LARGEST || length > pack_walk_LARGEST || length <= 0)
            return undefined;
        const input = this.#packed.at(start, length);
        if (input === undefined)
            return undefined;
        const output = this.#arena.take(size);
        const written = output === undefined ? -1 : this.#unpacker.inflate(input.address, length, output, size);
        input.release();
        if (output === undefined || written === size)
            return output;
        this.#arena.free(output, size);
        return undefined;
    }
    /** To be taken from the end: those on which the least hangs first, and in the order in which they are stored. */
    #deltasOf(entry) {
        const { firstDelta, nextDelta, weights } = this.#layout;
        const deltas = [];
        for (let delta = firstDelta[entry] ?? -1; delta >= 0; delta = nextDelta[delta] ?? -1)
            deltas.push(delta);
        return deltas.length < 2
            ? deltas
            : deltas.sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0) || other - one);
    }
    #leave(entry) {
        const open = [entry];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            this.left.push(next);
            for (const delta of this.#deltasOf(next))
                open.push(delta);
        }
    }
}
/** Larger objects are left to git, which shows them in windows: so the memory needed is bounded. */
const pack_walk_LARGEST = 24 * 2 ** 20;
/** The second of the two sizes that a delta begins with (gitformat-pack(5), "Deltified representation"). */
function resultSizeOf(bytes, start, end) {
    let at = start;
    while (at < end && (bytes[at] ?? 0) >= 0x80)
        at++;
    at++;
    let size = 0;
    for (let scale = 1; at < end && scale < 2 ** 42; scale *= 128) {
        const byte = bytes[at++] ?? 0;
        size += (byte & 0x7f) * scale;
        if (byte < 0x80)
            break;
    }
    return size;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/packs/pack-files.js






const pack_files_WINDOW = 4 * 2 ** 20;
/** Names in hex have two characters for each byte. */
const ID_LENGTH = { sha1: 20, sha256: 32 };
const pack_files_VERSION = 2;
/** Of more objects the layout would take more memory than a scan may. */
const MOST_OBJECTS = 1_500_000;
/**
 * Finds the packs and loose objects of a repository.
 *
 * @param objects its folder of objects
 * @returns undefined when git should be asked instead: other folders take part (alternates), a pack is not understood,
 *   or there are too many objects
 */
function keptObjects(objects, format) {
    try {
        return objectsIn(objects, ID_LENGTH[format]);
    }
    catch (error) {
        // Whatever is in the way, git has a word for it.
        if (isSystemError(error))
            return undefined;
        throw error;
    }
}
/** How many bytes the packs in a folder of objects have; 0 when it cannot be told. */
function packedBytes(objects) {
    try {
        const folder = (0,external_node_path_namespaceObject.join)(objects, 'pack');
        const packs = (0,external_node_fs_namespaceObject.readdirSync)(folder).filter(name => name.endsWith('.pack'));
        return packs.reduce((sum, name) => sum + (0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(folder, name)).size, 0);
    }
    catch {
        return 0;
    }
}
function objectsIn(objects, idLength) {
    if ((0,external_node_fs_namespaceObject.existsSync)((0,external_node_path_namespaceObject.join)(objects, 'info/alternates')))
        return undefined;
    const others = [...looseObjects(objects, idLength)];
    const packs = [];
    const folder = (0,external_node_path_namespaceObject.join)(objects, 'pack');
    let count = 0;
    const names = (0,external_node_fs_namespaceObject.existsSync)(folder) ? (0,external_node_fs_namespaceObject.readdirSync)(folder) : [];
    for (const name of names.filter(file => file.endsWith('.pack'))) {
        const found = readLayout((0,external_node_path_namespaceObject.join)(folder, name), idLength, MOST_OBJECTS - count);
        if (found === undefined)
            return undefined;
        count += found.layout.count;
        packs.push(found.layout);
        for (const entry of found.apart)
            others.push(pack_walk_nameOf(found.layout, entry));
    }
    return { packs, others };
}
function* looseObjects(objects, idLength) {
    for (const folder of (0,external_node_fs_namespaceObject.readdirSync)(objects).filter(name => /^[0-9a-f]{2}$/.test(name)))
        for (const name of (0,external_node_fs_namespaceObject.readdirSync)((0,external_node_path_namespaceObject.join)(objects, folder)))
            if (name.length === 2 * idLength - 2 && /^[0-9a-f]+$/.test(name))
                yield folder + name;
}
function readLayout(path, idLength, most) {
    // Opening a FIFO would wait for its other end.
    if (!(0,external_node_fs_namespaceObject.statSync)(path).isFile() || !(0,external_node_fs_namespaceObject.statSync)(indexPath(path)).isFile())
        return undefined;
    const index = readPackIndex(indexPath(path), idLength, most);
    if (index === undefined)
        return undefined;
    const file = (0,external_node_fs_namespaceObject.openSync)(path, 'r');
    try {
        const bytes = Buffer.allocUnsafeSlow(pack_files_WINDOW);
        const readAt = (offset) => bytes.subarray(0, (0,external_node_fs_namespaceObject.readSync)(file, bytes, 0, pack_files_WINDOW, offset));
        const header = readAt(0);
        if (header.length < PACK_HEADER)
            return undefined;
        const isPack = header.toString('latin1', 0, 4) === 'PACK' && header.readUInt32BE(4) === pack_files_VERSION;
        if (!isPack || header.readUInt32BE(8) !== index.count)
            return undefined;
        return layOut(path, index, idLength, (0,external_node_fs_namespaceObject.statSync)(path).size - idLength, readAt);
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/packs/pack-threads.js


/** More threads than this wait for each other's memory and disk. */
const MOST_THREADS = 4;
/** They make much that is soon garbage: with less room for it, less memory is held. In MiB. */
const YOUNG_MEMORY = 8;
/** Threads that read packs. They start while the packs are laid out. */
class PackThreads {
    #workers;
    #reports;
    constructor() {
        const file = workerFile();
        const count = file === undefined ? 0 : Math.min(MOST_THREADS, (0,external_node_os_namespaceObject.availableParallelism)());
        this.#workers = Array.from({ length: count }, () => startThread(file ?? '', { kind: 'packs' }, { maxYoungGenerationSizeMb: YOUNG_MEMORY }));
        this.#reports = this.#workers.map(worker => {
            const report = new Promise((resolve, reject) => {
                worker.once('message', resolve);
                worker.once('error', reject);
                worker.once('exit', () => reject(new Error('a thread that reads packs ended early')));
            });
            // Whoever waits for it is told; until then it is no failure that nobody minds.
            report.catch(() => undefined);
            return report;
        });
    }
    get count() {
        return this.#workers.length;
    }
    /** Lets all threads read. @returns what each read, when all have ended */
    read(task) {
        for (const worker of this.#workers)
            worker.postMessage(task);
        return Promise.all(this.#reports);
    }
    close() {
        for (const worker of this.#workers)
            void worker.terminate();
    }
}
/** What such a thread does. */
function readPacksInThread(port, read) {
    port.once('message', task => {
        const reading = read(task);
        for (;;) {
            const { done, value } = reading.next();
            if (done === true)
                return void port.postMessage(value);
        }
    });
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/unpack-code.js
// Made by `npm run assembly` from assembly/unpack.ts.
/** WebAssembly with SIMD, in base64. */
const UNPACK_CODE = [
    'AGFzbQEAAAABIwVgAABgBH9/f38Bf2AFf39/f38Bf2AAAX9gBn9/f39/fwF/AwgHAgAAAQEDBAUDAQAEBkcOfwFBAAt/AUEAC38B',
    'QQALfwFBAAt/AUEAC34BQgALfgFCAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEACwchAwdpbmZsYXRlAAMKYXBw',
    'bHlEZWx0YQAGBm1lbW9yeQIACAEBCqgoB58GAgF+BX9BgC79DAAAAAAAAAAAAAAAAAAAAAD9CwQAQZAu/QwAAAAAAAAAAAAAAAAA',
    'AAAA/QsEAEGgLv0MAAAAAAAAAAAAAAAAAAAAAP0LBABBsC79DAAAAAAAAAAAAAAAAAAAAAD9CwQAA0AgAyAHSwRAIAIgB2oiBv0A',
    'BAD9DAAAAAAAAAAAAAAAAAAAAAD9J/1kIAb9AAQQ/QwAAAAAAAAAAAAAAAAAAAAA/Sf9ZEEQdHKtIAb9AAQg/QwAAAAAAAAAAAAA',
    'AAAAAAAA/Sf9ZCAG/QAEMP0MAAAAAAAAAAAAAAAAAAAAAP0n/WRBEHRyrUIghoQhBSADIAdrIgZBwABJBEAgBUIBIAathkIBfYMh',
    'BQsDQCAFQgBSBEAgBXqnIAIgB2pqLQAAQQJ0QYAuaiIGIAYoAgBBAWo2AgAgBSAFQgF9gyEFDAELCyAHQUBrIQcMAQsLQQ8hBwNA',
    'IAcEfyAHQQJ0QYAuaigCAAVBAQtFBEAgB0EBayEHDAELC0EBIQYDQCAGIAdNBEAgBkECdCIKQcAuaiAJNgIAIApBgC5qKAIAIgog',
    'CWohCSAKIAhBAXRqIghBASAGdEsEQEEADwsgBkEBaiEGDAELCyAHRSAIQQEgB3RJcgRAIAFBB0YgB0EBS3IEQEEADwsgAEGAgAI2',
    'AgAgAEGAgAI2AgQgB0UEQEEBDwsLQQAhBgNAIAMgBksEQCACIAZqIgj9AAQA/QwAAAAAAAAAAAAAAAAAAAAA/Sf9ZCAI/QAEEP0M',
    'AAAAAAAAAAAAAAAAAAAAAP0n/WRBEHRyrSAI/QAEIP0MAAAAAAAAAAAAAAAAAAAAAP0n/WQgCP0ABDD9DAAAAAAAAAAAAAAAAAAA',
    'AAD9J/1kQRB0cq1CIIaEIQUgAyAGayIIQcAASQRAIAVCASAIrYZCAX2DIQULA0AgBUIAUgRAIAYgBXqnaiIIIAJqLQAAQQJ0QcAu',
    'aiIJKAIAIQogCSAKQQFqNgIAIApBAXRBgDBqIAg7AQAgBSAFQgF9gyEFDAELCyAGQUBrIQYMAQsLIAAgASAHIAEgB0kbIAcgBBAE',
    'CwQAEAIL/wMBA38DQCAAQYACSQRAIABBAnRBgAhqIABBEHRBgICAgARyNgIAIABBAWohAAwBCwtBgBBBgMACNgIAQQMhAEGBAiEC',
    'A0AgAkGgAkkEQCACQYUCa0ECdkEAIAJBiQJPGyEBIAJBnQJGBEBBACEBQYICIQALIAJBAnRBgAhqQYCAAiABIABBEHRyIAJBngJP',
    'GzYCACAAQQEgAXRqIQAgAkEBaiECDAELC0EBIQBBACECA0AgAkEgSQRAIAJBAnRBgBFqQYCAAiACQQJrQQF2QQAgAkEETxsiASAA',
    'QRB0ciACQR5PGzYCACAAQQEgAXRqIQAgAkEBaiECDAELC0EAIQADQCAAQRNJBEAgAEECdEGAEmogAEEQdDYCACAAQQFqIQAMAQsL',
    'QYAWQpCiyICA4cGEBjcDAEGIFkKKiqygwOHAhgI3AwBBkBZBjoI8NgIAQQEhAANAIABBEEkEQCAAQYATakEQQRAgAHBrOgAAQQAh',
    'AgNAIAJBEEkEQCAAQQR0QYAUaiACaiACIABwOgAAIAJBAWohAgwBCwsgAEEBaiEADAELC0GAKkEIQZAB/AsAQZArQQlB8AD8CwBB',
    'gCxBB0EY/AsAQZgsQoiQoMCAgYKECDcAAEGAGEEJQYAqQaACQYAIEAAaQYAqQQVBIPwLAEGAKEEFQYAqQSBBgBEQABoLgQwDBX8E',
    'ewJ+AkAgA0EASCABQQJIcg0AIAAtAAEgAC0AAEEIdHIiBEGgHnFBgBBHIARB//8BS3IEf0EBBSAEQR9wCw0AIABBAmokACAAIAFq',
    'JAEgAiQCIAIkAyACIANqJARCACQFQgAkBkEBJAdBACQIA0AjAiEAIwUjACkDACMGhoQkBSMAQQcjBkIDiKdBB3FraiQAIwZCOIQk',
    'BiMFQgGDpyMFQgGIp0EDcSEBIwVCA4gkBSMGQgN9JAYgAQRAIAFBAUYEQCMLRQRAQYDQAEGAGEGAEPwKAABBgDxBgChBgAH8CgAA',
    'QQkkCUEFJApBASQLCwUgAUECRwRAQQAhBAUjBUIKiKdBD3FBBGohA0EAIQQCQCMFQgWIp0EfcUEBaiIHQR5LIwWnQR9xQYECaiIG',
    'QZ4CS3INAEGAKv0MAAAAAAAAAAAAAAAAAAAAAP0LBABBkCr9DAAAAAAAAAAAAAAAAAAAAAD9CwQAQZAqIwVCDoinQQdxOgAAIwVC',
    'EYgkBSMGQhF9JAYjBSMAKQMAIwaGhCQFIwBBByMGQgOIp0EHcWtqJAAjBkI4hCQGQQEhAQNAIAEgA0kEQCABQYAWai0AAEGAKmoj',
    'BadBB3E6AAAjBUIDiCQFIwZCA30kBiABQQFqIQEMAQsLQYA2QQdBgCpBE0GAEhAAIgEEfwJ/QgEgAa2GQgF9IQ0gBiAHakGAKmoh',
    'CEGAKiEBA0AgASAISQRAIwZC/wGDQg5UBEAjBSMAKQMAIwaGhCQFIwBBByMGQgOIp0EHcWtqJAAjBkI4hCQGQQAjACMBQQhqSw0D',
    'GgtBACMFIA2Dp0ECdEGANmooAgAiA0GAgAJxDQIaIwUgA0EPca0iDogkBSMGIA59JAYgA0EQdiIDQRBJBEAgASADOgAAIAFBAWoh',
    'AQwCC/0MAAAAAAAAAAAAAAAAAAAAACEJIwYgA0EQRgR+QQAgAUGAKkYNAxogAUEBay0AAP0PIQkjBadBA3FBA2ohAyMFQgKIJAVC',
    'AgUgA0ERRgR+IwWnQQdxQQNqIQMjBUIDiCQFQgMFIwWnQf8AcUELaiEDIwVCB4gkBUIHCwt9JAZBACAIIAEgA2oiA0kNAhoDQCAB',
    'IANJBEAgASAJ/QsEACABQRBqIQEMAQsLIAMhAQwBCwtBAQsFQQALRQ0AQYAsLQAARQ0AQQAkC0GA0ABBC0GAKiAGQYAIEAAkCSMJ',
    'RQ0AQYA8QQggBkGAKmogB0GAERAAJAojCkEARyEECwsgBEUNAwsQBUUNAgUCf0EAIwAjBkL/AYNCA4inayIBQQRqIgMjAUsNABpB',
    'ACABLwECIAEvAQAiBEH//wNzRw0AGkEAIAQjBCMCa0sgBCMBIAFrQQRrS3INABojAiADIAT8CgAAIwIgBGokAiADIARqJABCACQF',
    'QgAkBkEBC0UNAgsjAiEEIwchAyMIIQEDQCAAIARJBEAgAEGwKyAEIABrIgYgBkGwK08baiIGIABrQXBxIgcEQCABIAMgB2xq/QwA',
    'AAAAAAAAAAAAAAAAAAAAIQn9DAAAAAAAAAAAAAAAAAAAAAAhCv0MAAAAAAAAAAAAAAAAAAAAACELIAAgB2ohBwNAIAAgB0kEQCAK',
    'IAn9rgEhCiAJIAD9AAQAIgz9ff1//a4BIQkgCyAM/YkB/QwQAA8ADgANAAwACwAKAAkA/boBIAz9igH9DAgABwAGAAUABAADAAIA',
    'AQD9ugH9rgH9rgEhCyAAQRBqIQAMAQsLIAMgCf0bACAJ/RsBaiAJ/RsCaiAJ/RsDamohAyAL/RsAIAv9GwFqIAv9GwJqIAv9GwNq',
    'IAr9GwAgCv0bAWogCv0bAmogCv0bA2pBBHRqaiEBCwNAIAAgBkkEQCADIAAtAABqIgMgAWohASAAQQFqIQAMAQsLIANB8f8DcCED',
    'IAFB8f8DcCEBDAELCyADJAcgASQIIwAjBkL/AYNCA4inayIAIwFLDQFFDQALIwEgAEEEakkEf0EBBSAAKAIAIgBBgP6DeHFBCHcg',
    'AEH/gfwHcUEIeHIjByMIQRB0ckcLDQAjAiACaw8LQX8LpAUBCn9BgDAhCkEBIQgDQCAIQQJ0QYAuaigCAEUEQCAIQQFqIQgMAQsL',
    'IAhBAnRBgC5qKAIAIQRBASAIdCEFIAEgCE8EQANAIAAgCUECdGogAyAKLwEAQQJ0aigCACAIQYECbGo2AgAgCkECaiEKIAkgBUEB',
    'a0YEQANAIAEgCEsEQCAFQQJ0IgMgAGohBEEAIQIDQCACIANJBEAgAiAEaiAAIAJq/QAEAP0LBAAgAkEQaiECDAELCyAFQQF0IQUg',
    'CEEBaiEIDAELCyABDwsgCUGAgICAeCAFQQFrIAlzZ3YiBkEBa3EgBnIhCSAEQQFrIgQNAANAIAIgCEYEQCABDwsgCEEBaiIIIAFN',
    'BEAgBUECdCIGIABqIQdBACEEA0AgBCAGSQRAIAQgB2ogACAEav0ABAD9CwQAIARBEGohBAwBCwsgBUEBdCEFCyAIQQJ0QYAuaigC',
    'ACIERQ0ACyABIAhPDQALCyAAIQYgBCECIAMhB0EAIQRBASABdCIAQQFrIQtBfyEDA0AgCSALcSIFIANHBEAgBSEDIAAhBCAIIAFr',
    'IQUgAiEAA0AgAEEBIAV0SQRAIAVBAWoiBSABakECdEGALmooAgAgAEEBdGohAAwBCwsgBiADQQJ0aiAEQRB0QYCAA3IgBUEIdHIg',
    'AXI2AgAgBEEBIAV0aiEACyAHIAovAQBBAnRqKAIAIAggAWsiBUGBAmxqIQwgCkECaiEKQQEgBXQhDSAEIAkgAXZqIQUDQCAAIAVL',
    'BEAgBiAFQQJ0aiAMNgIAIAUgDWohBQwBCwtBASAIdEEBayIFIAlHBEAgCUGAgICAeCAFIAlzZ3YiBUEBa3EgBXIhCSACQQFrIQID',
    'QCACRQRAIAhBAWoiCEECdEGALmooAgAhAgwBCwsMAQsLIAEL4wcDBn4IfwF7QgEjCq2GQgF9IQMjAUEIaiEKIwMhCSMEIQsjAiEH',
    'IwUjACIGKQMAIwYiAIaEIQEgBkEHIABCA4inQQdxa2ohDSAAQjiEIQJCASMJrYZCAX0iBCABg6dBAnQ1AoBQIQUDQCAHIAtNIAog',
    'DU9xBEAgASIAIAWIIQEgAiAFfSECIAVCgICAgASDQgBSBEAgByAFQhCIPAAAIAdBAWohByABIgAgASAEg6dBAnQ1AoBQIgWIIQEg',
    'AiAFfSECIAVCgICAgASDQgBSBEAgByAFQhCIPAAAIAdBAWohByABIgAgASAEg6dBAnQ1AoBQIgWIIQEgAiAFfSECIAVCgICAgASD',
    'QgBSBEAgByAFQhCIPAAAIAdBAWohByABIASDp0ECdDUCgFAhBSABIA0pAwAgAoaEIQEgDUEHIAJCA4inQQdxa2ohDSACQjiEIQIM',
    'BAsLCyAFQoCAAoNCAFIEQCAFQoCAAYNCAFIEQCABIgBCASAFQgiIQg+DhkIBfSABgyAFQhCIfKdBAnQ1AoBQIgWIIQEgAiAFfSEC',
    'IAVCgICAgASDQgBSBEAgByAFQhCIPAAAIAdBAWohByABIASDp0ECdDUCgFAhBSABIA0pAwAgAoaEIQEgDUEHIAJCA4inQQdxa2oh',
    'DSACQjiEIQIMBAsLIAVCgIACg0IAUgRAIAVCgMAAg1AEQEEADwsgDSQAIAckAiABJAUgAkL/AYMkBiAHIAtNDwsLIAJC/wGDQidU',
    'BEAgASANKQMAIAKGhCEBIA1BByACQgOIp0EHcWtqIQ0gAkI4hCECCyAFQhCIpyAAQgEgBYZCAX2DIAVCCIiIp2ohBiABIAODp0EC',
    'dDUCgDwiBUKAgAKDQgBSBEAgBUKAgAGDUARAQQAPCyACIAV9IQIgASAFiCIBQgEgBUIIiEIPg4ZCAX2DIAVCEIh8p0ECdDUCgDwi',
    'BUKAgAKDQgBSBEBBAA8LCyAGIAsgB2tKIAVCEIinIAFCASAFhkIBfYMgBUIIiIinaiIIIAcgCWtLcgRAQQAPCyACIAV9IQIgASAF',
    'iCIAIASDp0ECdDUCgFAhBSAAIA0pAwAgAoaEIQEgDUEHIAJCA4inQQdxa2ohDSACQjiEIQIgBiAHaiEGIAcgCGshDCAIQRBPBEAg',
    'ByAM/QAEAP0LBAAgByAM/QAEEP0LBBAgB0EgaiEHA0AgBiAHSwRAIAcgDP0ABCD9CwQAIAxBEGohDCAHQRBqIQcMAQsLBSAM/QAE',
    'ACAIQQR0/QAEgBT9DiEOIAgtAIATIQgDQCAHIA79CwQAIAYgByAIaiIHSw0ACwsgBiEHDAELC0EAC/AEAgV/A34CQCABIANyIAVy',
    'QQBIDQAgAiQMIAIgA2okDQJ/A0AjDCMNSSALQj9UcQRAIwwxAAAhDSMMQQFqJAxBfyAMIA1C/wCDIAuGhCIMpyAMQv////8HVhsg',
    'DUKAAYNQDQIaIAtCB3whCwwBCwtBfwsgAUcNAEIAIQxCACELAn8DQCMMIw1JIAtCP1RxBEAjDDEAACENIwxBAWokDEF/IAwgDUL/',
    'AIMgC4aEIgynIAxC/////wdWGyANQoABg1ANAhogC0IHfCELDAELC0F/CyIHIAVKIAdBAEhyDQAjDSEKIwwhAiAHIQYDQCACIApJ',
    'BEAgAkEBaiEFIAItAAAiCEGAAXEEQEEAIQkgCEEBcQRAIAUtAAAhCSAFQQFqIQULIAhBAnEEQCAJIAUtAABBCHRyIQkgBUEBaiEF',
    'CyAIQQRxBEAgCSAFLQAAQRB0ciEJIAVBAWohBQsgCEEIcQRAIAkgBS0AAEEYdHIhCSAFQQFqIQULQQAhAyAIQRBxBEAgBS0AACED',
    'IAVBAWohBQsgCEEgcQR/IAMgBS0AAEEIdHIhAyAFQQFqBSAFCyECIAhBwABxBEAgAyACLQAAQRB0ciEDIAJBAWohAgsgASAJSSAC',
    'IApLciADQYCABCADGyIDIAEgCWtLcg0DIAAgCWohBQUgCCIDRSADIAogBWtLcg0DIAMgBWohAgsgAyAGSw0CIAYgA2shBgJAIANB',
    'gAJLBEAgBCAFIAP8CgAADAELQQAhCQNAIAMgCUsEQCAEIAlqIAUgCWr9AAQA/QsEACAJQRBqIQkMAQsLCyADIARqIQQMAQsLQX8g',
    'ByAGGw8LQX8L',
];
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/unpack.js

/** The first address that is the caller's: assembly/unpack.ts keeps its tables below. */
const FIRST_FREE = 0x10000;
const BYTES_OF_PAGE = 0x10000;
/** Compiled at its first use, once for each thread. */
let unpack_compiled;
/**
 * Reads what is in a pack of git: assembly/unpack.ts and the memory that it works in. The caller lays out the memory
 * from FIRST_FREE on, in bytes.
 *
 * Behind every input 64 bytes are read, and behind every output's room 64 bytes are overwritten: they must exist, and be
 * spare. Inputs and outputs must not overlap. Any bytes at all may be given: malformed data is refused, in bounded time.
 */
class Unpacker {
    #memory;
    #inflate;
    #applyDelta;
    #bytes;
    constructor() {
        unpack_compiled ??= new WebAssembly.Module(Buffer.from(UNPACK_CODE.join(''), 'base64'));
        const { memory, inflate, applyDelta } = new WebAssembly.Instance(unpack_compiled).exports;
        if (!(memory instanceof WebAssembly.Memory))
            throw new TypeError('the unpacker has no memory');
        this.#memory = memory;
        this.#inflate = inflateOf(inflate);
        this.#applyDelta = applyDeltaOf(applyDelta);
        this.#bytes = Buffer.from(memory.buffer);
    }
    /** All of the memory. Another Buffer after reserve() made it larger: those from before are empty then. */
    get bytes() {
        return this.#bytes;
    }
    /**
     * Makes the memory large enough: it keeps its content and never gets smaller.
     *
     * @param bytes the size that it must have at least, what is below FIRST_FREE included
     * @returns false when there is not so much memory; it is as it was then
     */
    reserve(bytes) {
        const missing = Math.ceil((bytes - this.#bytes.length) / BYTES_OF_PAGE);
        if (missing <= 0)
            return true;
        try {
            this.#memory.grow(missing);
            this.#bytes = Buffer.from(this.#memory.buffer);
            return true;
        }
        catch (error) {
            if (error instanceof RangeError || error instanceof TypeError)
                return false;
            throw error;
        }
    }
    /**
     * Decodes one zlib stream (RFC 1950, with the blocks of RFC 1951) and verifies its Adler-32.
     *
     * @param from address of its first byte
     * @param size bytes that it has at most; what follows the stream within them is ignored
     * @param to address for the content
     * @param room bytes that may be written there
     * @returns the number of bytes written; -1 when the stream is malformed or truncated, its checksum is wrong, it needs a
     *   preset dictionary or more room. What is in the room is undefined then
     */
    inflate(from, size, to, room) {
        return this.#inflate(from, size, to, room);
    }
    /**
     * Applies a delta: gitformat-pack(5), "Deltified representation".
     *
     * @param base address of what the delta was made from
     * @param baseSize its bytes
     * @param delta address of the delta, inflated
     * @param deltaSize its bytes
     * @param to address for the result
     * @param room bytes that may be written there
     * @returns the number of bytes written, which is the size that the delta names; -1 when the delta is malformed, is for a
     *   base of another size, or needs more room. What is in the room is undefined then
     */
    applyDelta(base, baseSize, delta, deltaSize, to, room) {
        return this.#applyDelta(base, baseSize, delta, deltaSize, to, room);
    }
}
function inflateOf(exported) {
    if (typeof exported !== 'function')
        throw new TypeError('assembly/unpack.ts does not export inflate');
    return (from, size, to, room) => Number(exported(from, size, to, room));
}
function applyDeltaOf(exported) {
    if (typeof exported !== 'function')
        throw new TypeError('assembly/unpack.ts does not export applyDelta');
    return (base, baseSize, delta, deltaSize, to, room) => Number(exported(base, baseSize, delta, deltaSize, to, room));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/packs/arena.js

/** Bytes behind each piece that fast copies may overwrite or read. */
const SPARE = 64;
/** Sizes of pieces: four for each power of two, from 4 KiB on. */
const SIZES = Array.from({ length: 4 * 16 }, (_, kind) => 2 ** (12 + (kind >> 2)) * (1 + (kind & 3) / 4));
/** Pieces of the memory that packs are unpacked in: each is used again by the next object of about its size. */
class Arena {
    #unpacker;
    #limit;
    #free = SIZES.map(() => []);
    #end = FIRST_FREE;
    /** @param limit bytes in all */
    constructor(unpacker, limit) {
        this.#unpacker = unpacker;
        this.#limit = limit;
    }
    /** @returns the address of a piece of `size` bytes and some to spare, or undefined when the limit is reached */
    take(size) {
        const kind = arena_kindOf(size);
        const used = this.#free[kind]?.pop();
        if (used !== undefined)
            return used;
        const bytes = SIZES[kind] ?? Number.POSITIVE_INFINITY;
        if (this.#end + bytes > this.#limit || !this.#unpacker.reserve(this.#end + bytes))
            return undefined;
        const address = this.#end;
        this.#end += bytes;
        return address;
    }
    /** Gives a piece back. @param size as it was taken */
    free(address, size) {
        this.#free[arena_kindOf(size)]?.push(address);
    }
}
/** The smallest that has room. */
function arena_kindOf(size) {
    const bytes = Math.max(size + SPARE, 4096);
    const power = 31 - Math.clz32(bytes - 1);
    const quarter = Math.ceil((bytes / 2 ** power - 1) * 4);
    return 4 * (power - 12) + quarter;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/packs/read-packs.js




/** Taken at a time. */
const ROOTS_OF_SHARE = 8;
/** Memory that objects are put together in, for each thread. */
const MEMORY = 64 * 2 ** 20;
/** After so many objects, or bytes, others have their turn: any number of deltas may hang on one root. */
const read_packs_MOST_OBJECTS = 1000;
const read_packs_MOST_BYTES = 2 ** 24;
/** Reads what nobody else takes. Yields now and then, so that a caller can do other things between. */
function* readPacks(task) {
    const objects = new FlaggedObjects();
    const unpacker = new Unpacker();
    const arena = new Arena(unpacker, MEMORY);
    const left = [];
    for (const layout of task.packs) {
        const walk = new PackWalk(layout, unpacker, arena, objects);
        try {
            for (const _ of turns(readTrees(layout, walk), objects, task.progress)) {
                yield;
                if (isStopped(task))
                    return { ...objects.report(), left };
            }
        }
        finally {
            walk.close();
        }
        for (const entry of walk.left)
            left.push(pack_walk_nameOf(layout, entry));
    }
    return { ...objects.report(), left };
}
/** Has all threads end soon. */
function stop({ stopped }) {
    Atomics.store(stopped, 0, 1);
}
function isStopped({ stopped }) {
    return Atomics.load(stopped, 0) !== 0;
}
/** Yields true behind each share of roots, else behind each object. */
function* readTrees(layout, walk) {
    for (let root = read_packs_take(layout); root < layout.roots.length; root = read_packs_take(layout)) {
        for (const entry of layout.roots.subarray(root, root + ROOTS_OF_SHARE))
            for (const _ of walk.tree(entry))
                yield false;
        yield true;
    }
}
function read_packs_take({ taken }) {
    return Atomics.add(taken, 0, ROOTS_OF_SHARE);
}
/** Yields when it is time for others, having told how far this is. */
function* turns(reading, objects, progress) {
    let before = objects.progress;
    for (const isShare of reading) {
        const now = objects.progress;
        const read = { objects: now.objects - before.objects, bytes: now.bytes - before.bytes };
        if (!isShare && read.objects < read_packs_MOST_OBJECTS && read.bytes < read_packs_MOST_BYTES)
            continue;
        Atomics.add(progress, 0, read.objects);
        Atomics.add(progress, 1, Math.round(read.bytes / 1024));
        before = now;
        yield;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/packs/scan-packs.js





/** With packs of fewer bytes, starting threads takes longer than they save. */
const WORTH_THREADS = 4_000_000;
/** How often is told how far the threads are, in milliseconds. */
const BETWEEN_PROGRESS = 200;
/**
 * Reads all objects in a repository's packs, with as many threads as there are processors.
 *
 * @param objects the repository's folder of objects
 * @returns undefined when git should be asked instead
 */
async function scanPacks(objects, format, inspection, pace) {
    const threads = packedBytes(objects) < WORTH_THREADS ? undefined : new PackThreads();
    try {
        const kept = keptObjects(objects, format);
        if (kept === undefined)
            return undefined;
        const task = {
            packs: kept.packs,
            progress: new Int32Array(new SharedArrayBuffer(8)),
            stopped: new Int32Array(new SharedArrayBuffer(4)),
        };
        const reports = threads === undefined || threads.count === 0
            ? [await readHere(task, inspection, pace)]
            : await readInThreads(threads, task, inspection, pace);
        return { reports, others: [...kept.others, ...reports.flatMap(({ left }) => left)] };
    }
    catch (error) {
        // `git gc` may have taken packs away meanwhile: git finds their objects where they are now.
        if (!isSystemError(error))
            throw error;
        return pace.signal?.aborted ? { reports: [], others: [] } : undefined;
    }
    finally {
        threads?.close();
    }
}
async function readHere(task, inspection, pace) {
    const reading = readPacks(task);
    for (;;) {
        const { done, value } = reading.next();
        if (done === true)
            return value;
        await pause(pace, progressOf(task, inspection));
        if (pace.signal?.aborted)
            stop(task);
    }
}
async function readInThreads(threads, task, inspection, pace) {
    const onAbort = () => stop(task);
    pace.signal?.addEventListener('abort', onAbort);
    // It may have been while the packs were laid out.
    if (pace.signal?.aborted)
        stop(task);
    const timer = setInterval(() => pace.progress?.(progressOf(task, inspection)), BETWEEN_PROGRESS);
    try {
        return await threads.read(task);
    }
    finally {
        clearInterval(timer);
        pace.signal?.removeEventListener('abort', onAbort);
    }
}
function progressOf({ progress }, { files, objects, bytes }) {
    return {
        files,
        objects: objects + Atomics.load(progress, 0),
        bytes: bytes + Atomics.load(progress, 1) * 1024,
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/ref-names.js


/** Looks for keys in the names of branches, tags and other refs: they are no objects, and all who fetch see them. */
async function scanRefNames({ place }, inspection) {
    const listing = listing_list(place, ['for-each-ref', '--format=%(refname)'], listing_LF);
    for await (const names of listing.items)
        for (const name of names)
            inspection.keys(name, 0, name.length, ENTIRE, { kind: 'ref-name', path: name.toString('utf8') });
    const { exitCode, stderr } = await listing.ended;
    if (exitCode !== 0)
        inspection.unread.add('names of branches and tags', `git could not list them: ${stderr.trim()}`, true);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/git-traps.js




/** What git reads of a repository beside its objects: of each working tree, and of all together. */
const git_traps_OWN = ['HEAD', 'index', 'config.worktree', 'commondir', 'info/sparse-checkout', 'logs', 'refs'];
const COMMON = [
    ...['config', 'packed-refs', 'shallow', 'info/attributes', 'info/exclude', 'info/grafts', 'logs', 'refs'],
    ...['objects/info/alternates', 'objects/info/commit-graph', 'objects/pack/multi-pack-index'],
];
/** The same of what is checked out. */
const CHECKED_OUT = ['.gitattributes', '.gitignore', '.gitmodules', '.mailmap'];
/**
 * Looks for what git would wait for, or read without an end: a FIFO or a device, or a link to one, where git expects a file.
 *
 * @throws Failure `wrong-input` for the first that there is
 */
function refuseTraps(gitDir, commonDir, workTree) {
    const paths = [
        ...git_traps_OWN.map(name => (0,external_node_path_namespaceObject.join)(gitDir, name)),
        ...COMMON.map(name => (0,external_node_path_namespaceObject.join)(commonDir, name)),
        ...(workTree === undefined ? [] : CHECKED_OUT.map(name => (0,external_node_path_namespaceObject.join)(workTree, name))),
    ];
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
        const found = (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false });
        if (found === undefined || found.isFile())
            continue;
        if (!found.isDirectory())
            throw trap(path);
        // A link to a folder may lead back to where it is.
        if (!(0,external_node_fs_namespaceObject.lstatSync)(path).isSymbolicLink())
            for (const name of namesIn(path))
                paths.push((0,external_node_path_namespaceObject.join)(path, name));
    }
}
function namesIn(folder) {
    try {
        return (0,external_node_fs_namespaceObject.readdirSync)(folder);
    }
    catch {
        // git says itself what it may not read.
        return [];
    }
}
function trap(path) {
    return new failure_Failure('wrong-input', {
        what: `${printable_printable(path, 300)} is not a file that git could read.`,
        why: 'It is a FIFO, a socket or a device, or a link to one: git would wait for it, or never come to its end.',
        likely: 'Something put it there that wants the scan not to end.',
        write: `rm ${printable_printable(path, 300)}`,
    });
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/repository.js




/**
 * Finds the repository that a folder belongs to: with a `.git` in it or above it, or itself a bare one.
 *
 * The place names the repository outright (`--git-dir`, `--work-tree`): git then neither searches, nor minds who
 * owns it (in a container job the checkout often belongs to another user), nor lets `core.worktree` lead elsewhere.
 */
function findRepository(git, folder) {
    const start = (0,external_node_fs_namespaceObject.realpathSync)(folder);
    for (let top = start;; top = (0,external_node_path_namespaceObject.dirname)(top)) {
        const gitDir = gitDirIn(top);
        if (gitDir !== undefined)
            return repository_describe(git, start, gitDir, top);
        if ((0,external_node_path_namespaceObject.dirname)(top) === top)
            break;
    }
    // Only then: tracked files named HEAD, refs and objects must not pass for the repository that they are in.
    return isGitDir(start) ? repository_describe(git, start, start, undefined) : undefined;
}
/** Whether the clone leaves out commits that are older than some. */
function isShallow({ commonDir }) {
    return ((0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(commonDir, 'shallow'), { throwIfNoEntry: false })?.size ?? 0) > 0;
}
/** Whether contents were left out when it was cloned (`--filter`). */
function isPartial({ commonDir }) {
    const packs = (0,external_node_path_namespaceObject.join)(commonDir, 'objects/pack');
    return (0,external_node_fs_namespaceObject.existsSync)(packs) && (0,external_node_fs_namespaceObject.readdirSync)(packs).some(name => name.endsWith('.promisor'));
}
/** The full name of the branch that is checked out; undefined when none is. */
function headName({ gitDir }) {
    return /^ref: (refs\/.+)$/.exec(firstLine((0,external_node_path_namespaceObject.join)(gitDir, 'HEAD')) ?? '')?.[1];
}
function repository_describe(git, start, gitDir, workTree) {
    const commonDir = (0,external_node_path_namespaceObject.resolve)(gitDir, firstLine((0,external_node_path_namespaceObject.join)(gitDir, 'commondir')) ?? '.');
    const way = workTree === undefined ? '' : (0,external_node_path_namespaceObject.relative)(workTree, start).split(external_node_path_namespaceObject.sep).join('/');
    const options = [`--git-dir=${gitDir}`, ...(workTree === undefined ? [] : [`--work-tree=${workTree}`])];
    return {
        workTree,
        gitDir,
        commonDir,
        prefix: way === '' ? '' : `${way}/`,
        place: {
            git,
            options,
            folder: workTree ?? gitDir,
            verify: once(() => refuseTraps(gitDir, commonDir, workTree)),
        },
    };
}
/** The `.git` folder of a working tree, or the folder that its `.git` file names. */
function gitDirIn(top) {
    const path = (0,external_node_path_namespaceObject.join)(top, '.git');
    const found = (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false });
    if (found?.isDirectory())
        return isGitDir(path) ? path : undefined;
    if (!found?.isFile() || found.size > 10_000)
        return undefined;
    const named = /^gitdir: (.+)$/.exec(firstLine(path) ?? '')?.[1];
    if (named === undefined)
        return undefined;
    const gitDir = (0,external_node_path_namespaceObject.isAbsolute)(named) ? named : (0,external_node_path_namespaceObject.resolve)(top, named);
    return (0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(gitDir, 'HEAD'), { throwIfNoEntry: false }) === undefined ? undefined : gitDir;
}
function isGitDir(folder) {
    const kind = (name) => (0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(folder, name), { throwIfNoEntry: false });
    return (kind('HEAD')?.isFile() === true &&
        kind('refs')?.isDirectory() === true &&
        (kind('objects')?.isDirectory() === true || kind('commondir')?.isFile() === true));
}
/** The first line of a small file, or undefined when there is none to read. */
function firstLine(path) {
    const found = regular_file_readRegularFile(path, 10_000);
    return found.kind === 'file' ? found.content.toString('utf8').split(/\r?\n/)[0] : undefined;
}
/** Once it has returned, it is not called again. */
function once(call) {
    let done = false;
    return () => {
        if (!done)
            call();
        done = true;
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/history.js













/** With fewer objects, starting threads takes longer than they save. */
const history_WORTH_THREADS = 5000;
/** More processes than this wait for each other's memory and disk. */
const history_MOST_THREADS = 2;
/**
 * Scans every object that git holds: blobs, messages of commits and tags, names in trees; also what no branch
 * reaches any more (stashes, reflogs, amended and dropped commits). And the names of branches and tags.
 *
 * @param scannedTips full names; what these reach was scanned before. The objects are then those that branches, tags,
 *   reflogs and the index reach and these do not.
 */
async function scanHistory(repository, store, inspection, pace, scannedTips = []) {
    const refNames = scanRefNames(repository, inspection);
    const flagged = (scannedTips.length > 0 ? undefined : await readKept(repository, store, inspection, pace)) ??
        (await readListed(repository, store, inspection, pace, scannedTips));
    // Each goes through all commits: side by side where both are needed.
    const [origins] = await Promise.all([
        flagged.length > 0 ? originsOf(repository, store, flagged) : undefined,
        scannedTips.length === 0 && isPartial(repository) ? countMissing(repository, inspection) : undefined,
        refNames,
    ]);
    if (origins !== undefined)
        await scanAgain(store, flagged, origins, inspection);
}
/** Reads the packs here; for what is left of them, and loose objects, git is asked. */
async function readKept({ commonDir }, store, inspection, pace) {
    const scanned = await scanPacks((0,external_node_path_namespaceObject.join)(commonDir, 'objects'), store.format, inspection, pace);
    if (scanned === undefined)
        return undefined;
    const { reports, others } = scanned;
    const flagged = reports.flatMap(report => history_take(report, undefined, inspection));
    const more = others.length === 0 || pace.signal?.aborted ? [] : await readAll(store, listed(others), inspection, pace);
    // An object may be in several packs.
    return [...new Set([...flagged, ...more])];
}
/** In the form of what git lists. */
async function* listed(names) {
    yield* objects_linesOf(names);
}
async function readListed(repository, store, inspection, pace, scannedTips) {
    const { lines, ended } = scannedTips.length > 0 ? newObjects(repository, scannedTips) : allObjects(store);
    const flagged = await readAll(store, present(lines, inspection), inspection, pace);
    const { exitCode, stderr } = await ended;
    // Of an index that it cannot read, git says so, and lists the rest as if it were all.
    const isAll = exitCode === 0 && !/^error: /m.test(stderr);
    if (!isAll && !pace.signal?.aborted)
        inspection.unread.add('the history', `git could not list its objects: ${stderr.trim()}`, true);
    return flagged;
}
/** In the order in which they are stored, which is the quickest to read in. */
function allObjects({ place }) {
    const args = ['--batch-all-objects', '--batch-check=%(objectname)', '--unordered', '--buffer'];
    return listLines(place, ['cat-file', ...args]);
}
function newObjects({ place }, tips) {
    const args = [
        ...['rev-list', '--objects', '--no-object-names', '--missing=print', '--ignore-missing'],
        ...['--all', '--reflog', '--indexed-objects', '--stdin'],
    ];
    return listLines(place, args, tips.map(tip => `^${tip}\n`).join(''));
}
/** Leaves out what is listed as missing (`?ID`), and says it. */
async function* present(lines, inspection) {
    for await (const text of lines) {
        if (!text.includes('?'))
            yield text;
        else {
            for (const [, id] of text.matchAll(/^\?(.+)$/gm))
                inspection.unread.add(`object ${id}`, MISSING, true);
            yield text.replace(/^\?.*\n/gm, '');
        }
    }
}
/** True for a clone that was made with a filter: its packs are marked. */
/** Of objects that are not here, all that tells is what refers to them. */
async function countMissing(repository, inspection) {
    const { lines, ended } = newObjects(repository, []);
    for await (const text of present(lines, inspection))
        if (text === '')
            continue;
    const { exitCode, stderr } = await ended;
    if (exitCode !== 0)
        inspection.unread.add('the history', `git could not list what this partial clone lacks: ${stderr}`, true);
}
/** @returns the objects that hold something */
async function readAll(store, names, inspection, pace) {
    const { begun, rest } = await begin(names);
    const fifos = rest === undefined ? [] : await openFifos(store);
    const file = workerFile();
    if (rest === undefined || file === undefined || fifos.length === 0)
        return history_readHere(store, rest === undefined ? begun : shared(begun, rest), inspection);
    const queue = shared(begun, rest);
    const shares = fifos.map(() => ({ objects: 0, bytes: 0 }));
    const before = { objects: inspection.objects, bytes: inspection.bytes };
    const threads = fifos.map((fifo, index) => readInThread(queue, {
        place: store.place,
        fifo,
        file,
        signal: pace.signal,
        progress: (objects, bytes) => {
            shares[index] = { objects, bytes };
            pace.progress?.({
                files: inspection.files,
                objects: before.objects + shares.reduce((sum, share) => sum + share.objects, 0),
                bytes: before.bytes + shares.reduce((sum, share) => sum + share.bytes, 0),
            });
        },
    }));
    const results = await Promise.all(threads);
    return results.flatMap(({ report, failure }) => history_take(report, failure, inspection));
}
/** Reads the first names, to learn whether there are many. */
async function begin(names) {
    const begun = [];
    let length = 0;
    while (length < history_WORTH_THREADS * 41) {
        const { done, value } = await names.next();
        if (done === true)
            return { begun, rest: undefined };
        begun.push(value);
        length += value.length;
    }
    return { begun, rest: names };
}
/** One queue that several readers take from; each piece goes to one of them. */
function shared(begun, rest) {
    async function* all() {
        yield* begun;
        yield* rest;
    }
    const queue = all();
    return { [Symbol.asyncIterator]: () => ({ next: () => queue.next() }) };
}
async function openFifos(store) {
    const count = Math.min(history_MOST_THREADS, (0,external_node_os_namespaceObject.availableParallelism)());
    const names = Array.from({ length: count }, (_, index) => `pipe-${index}`);
    const fifos = await Promise.all(names.map(name => makeFifo(store.place, store.folder, name)));
    return fifos.filter(fifo => fifo !== undefined);
}
/** On this thread, from a stream: few objects, or a system without named pipes. */
async function history_readHere(store, names, inspection) {
    const objects = new FlaggedObjects();
    const failure = await readObjects(store.place, names, objects);
    return history_take(objects.report(), failure?.stderr, inspection);
}
function history_take({ flagged, objects, bytes, unread }, failure, inspection) {
    inspection.objects += objects;
    inspection.bytes += bytes;
    for (const { what, why, incomplete, unopened } of unread)
        inspection.unread.add(what, why, incomplete || (unopened === true && 'unopened'));
    if (failure !== undefined)
        inspection.unread.add('objects', `git could not read them: ${failure}`, true);
    return flagged;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/blobs.js



/** Scans blobs of the index or of a commit's tree, each known by its path. */
async function readBlobs(git, blobs, inspection, kind) {
    if (blobs.length === 0)
        return;
    let next = 0;
    const current = () => blobs[next]?.path ?? '';
    const place = (blob) => {
        const commit = blobs[next]?.commit;
        return { kind, path: current(), blob, ...(commit !== undefined && { commit }) };
    };
    const failure = await readObjects(git, objects_linesOf(blobs.map(({ id }) => id)), {
        content: ({ id }, bytes, start, end, window) => inspectFile(inspection, bytes, start, end, window, place(id)),
        done: ({ size }) => {
            inspection.files += 1;
            inspection.objects += 1;
            inspection.bytes += size;
            next += 1;
        },
        tooLarge: () => inspection.unread.add(current(), TOO_LARGE, 'unopened'),
        missing: () => {
            inspection.unread.add(current(), MISSING, true);
            next += 1;
        },
    });
    if (failure !== undefined)
        inspection.unread.add(`${blobs.length - next} files`, `git could not read them: ${failure.stderr.trim()}`, true);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/moved.js



/**
 * Scans blobs that were known before at the paths to which the commits of a range bring them: what is allowed in one
 * place is not for that allowed in another. A listing of new objects does not have them.
 */
async function scanMoved(store, { head, commits, blobs }, inspection) {
    const moved = new Map();
    for await (const blob of broughtBy(store, commits, inspection))
        if (!blobs.has(blob.id))
            moved.set(`${blob.id} ${blob.path}`, blob);
    if (moved.size === 0)
        return;
    const inTree = await pathsInTree(store, head, new Set([...moved.values()].map(({ id }) => id)));
    const stands = ({ id, path }) => inTree.get(id)?.includes(path) === true;
    const all = [...moved.values()];
    await readBlobs(store.place, all.filter(stands), inspection, 'file');
    await readBlobs(store.place, all.filter(blob => !stands(blob)), inspection, 'commit');
}
const DIFF = [
    ...['diff-tree', '--stdin', '-r', '-z', '-c', '--root', '--raw', '--no-abbrev', '--no-renames'],
    ...['--no-ext-diff', '--no-textconv', '--diff-filter=d'],
];
/** The mode of a submodule, whose name is that of a commit elsewhere. */
const moved_SUBMODULE = '160000';
/** Every blob with the path at which a commit has it and no parent of the commit does. */
async function* broughtBy(store, commits, inspection) {
    const { items, ended } = listing_list(store.place, DIFF, NUL, commits.map(name => `${name}\n`).join(''));
    let commit = '';
    let id;
    for await (const fields of items)
        for (const field of fields) {
            if (id !== undefined) {
                if (id !== moved_SUBMODULE)
                    yield { id, path: field.toString('utf8'), commit };
                id = undefined;
            }
            else if (field[0] === COLON)
                id = resultOf(field.toString('latin1'));
            else
                commit = field.toString('latin1');
        }
    const { exitCode, stderr } = await ended;
    if (exitCode !== 0)
        inspection.unread.add('files that moved', `git could not compare the commits: ${stderr.trim()}`, true);
}
const COLON = 0x3a;
/** `:MODE MODE ID ID STATUS`, of a merge with one more colon, mode and ID for each further parent. */
function resultOf(line) {
    const parents = line.lastIndexOf(':') + 1;
    const words = line.slice(parents).split(' ');
    return words[parents] === moved_SUBMODULE ? moved_SUBMODULE : (words[2 * parents + 1] ?? '');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/index-entries.js
const index_entries_NUL = 0;
const TAB = 9;
/** Takes the list apart, from one piece of it to the next, without copying what is whole. */
class IndexEntries {
    #rest = Buffer.alloc(0);
    #lead = 1;
    #unmerged = Buffer.alloc(0);
    /** How many there were so far. */
    count = 0;
    /** Each entry that ends in the next piece of the list, once: an unmerged path has up to three, and is one file. */
    *in(piece) {
        const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
        let start = 0;
        for (let end = bytes.indexOf(index_entries_NUL); end !== -1; end = bytes.indexOf(index_entries_NUL, start)) {
            const path = this.#pathOf(bytes, start);
            if (this.#isNext(bytes, path, end)) {
                this.count += 1;
                yield { bytes, start, path, end };
            }
            start = end + 1;
        }
        this.#rest = bytes.subarray(start);
    }
    /** It begins as far behind the entry's start as in the entry before, for names of objects have one length. */
    #pathOf(bytes, start) {
        if (bytes[start + this.#lead - 1] !== TAB)
            this.#lead = bytes.indexOf(TAB, start) + 1 - start;
        return start + this.#lead;
    }
    #isNext(bytes, path, end) {
        if (bytes[path - 2] === MERGED)
            return true;
        const entry = bytes.subarray(path, end);
        if (entry.equals(this.#unmerged))
            return false;
        this.#unmerged = Buffer.from(entry);
        return true;
    }
}
/** The stage of a path without a conflict. */
const MERGED = 0x30;
/** Whether the entry at `start` has the mode of a commit: `160000`. */
function isSubmodule(bytes, start) {
    return bytes[start + 1] === 0x36;
}
/** @param lead what stands before an entry's path. @returns the name of its object */
function idInListing(lead) {
    return lead.toString('latin1').split(' ')[1] ?? '';
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/named-paths.js

/** Files that somebody named, or folders with all that is in them; to be found among the paths of a repository. */
class NamedPaths {
    #names;
    #met = new Set();
    /**
     * @param workTree absolute, by its real path
     * @param names absolute; undefined: everything is named
     */
    constructor(workTree, names) {
        this.#names = names && new Map(names.map(name => [(0,external_node_path_namespaceObject.relative)(workTree, name).split(external_node_path_namespaceObject.sep).join('/'), name]));
    }
    /** @param path in the repository, with `/` */
    has(path) {
        if (this.#names === undefined)
            return true;
        const within = enclosing(path).filter(name => this.#names?.has(name));
        for (const name of within)
            this.#met.add(name);
        return within.length > 0;
    }
    /** Those of the names that no path met, as they were given. */
    get unmet() {
        return [...(this.#names ?? [])].filter(([name]) => !this.#met.has(name)).map(([, given]) => given);
    }
}
/** A path, and the folders that it is in: `a/b`, `a`, ``. */
function enclosing(path) {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).concat('');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/paths.js


/** @param root absolute folder that the path starts from */
function treePath(root, bytes) {
    const text = bytes.toString('utf8');
    if (process.platform === 'win32' || (0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        return { text, location: `${root}/${text}` };
    return { text, location: Buffer.concat([Buffer.from(`${root}/`), bytes]) };
}
/**
 * Tells whether a file of the tree would be reached through a symbolic link on the way, or by going up: git then counts
 * it as absent, and it may be outside of the repository.
 */
class Folders {
    #root;
    #plain = new Map([['', true]]);
    /** Of the path asked about last, with its `/`: most paths are in the folder of the one before. */
    #last = '';
    constructor(root) {
        this.#root = root;
    }
    /** @param path with `/`, of a file */
    leadsAstray(path) {
        if (path.startsWith(this.#last) && path.indexOf('/', this.#last.length) === -1)
            return false;
        const folder = path.slice(0, path.lastIndexOf('/') + 1);
        if (!this.#isPlain(folder.slice(0, -1)))
            return true;
        this.#last = folder;
        return false;
    }
    #isPlain(folder) {
        const known = this.#plain.get(folder);
        if (known !== undefined)
            return known;
        const slash = folder.lastIndexOf('/');
        const plain = !GOES_UP.test(folder.slice(slash + 1)) &&
            this.#isPlain(folder.slice(0, Math.max(0, slash))) &&
            !isLink(`${this.#root}/${folder}`);
        this.#plain.set(folder, plain);
        return plain;
    }
}
/** git adds no such path to an index, but an index can be made by anyone. */
const GOES_UP = process.platform === 'win32' ? /^\.\.$|[\\:]/ : /^\.\.$/;
function isLink(path) {
    try {
        return (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    }
    catch {
        return false;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/small-file.js

/**
 * Neither follows a link at the end of the path nor waits for the other end of a FIFO. Windows has neither flag: there
 * the kind of the file is asked for first.
 */
const FLAGS = external_node_fs_namespaceObject.constants.O_RDONLY | (external_node_fs_namespaceObject.constants.O_NOFOLLOW ?? 0) | (external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0);
const ASK_FIRST = external_node_fs_namespaceObject.constants.O_NOFOLLOW === undefined || process.platform === 'win32';
/** The smallest page of any system: what a system reads at a time. */
const PAGE = 4096;
/**
 * Reads a file in one go, without asking what it is: most files are such that this will do. Reading at a position fails
 * for FIFOs and sockets. What ends with a page may have been cut by an error, or be a device, or go on behind what was
 * asked for, which is whole pages.
 *
 * @param bytes receives it; has whole pages
 * @returns the size in bytes, or 0 when it is not known to be all of a file: then it is read with more questions
 */
function readSmallFile(path, bytes) {
    let file;
    try {
        if (ASK_FIRST && (0,external_node_fs_namespaceObject.lstatSync)(path).isSymbolicLink())
            return 0;
        file = (0,external_node_fs_namespaceObject.openSync)(path, FLAGS);
        const size = (0,external_node_fs_namespaceObject.readSync)(file, bytes, 0, bytes.length, 0);
        return size % PAGE === 0 ? 0 : size;
    }
    catch {
        return 0;
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/file-reader.js




const SMALL = 2 ** 20;
/** Reads files one after the other through the same buffers. */
class FileReader {
    #small;
    #bytes;
    /** @param small where files that fit it, but for a few, are read; it has whole pages */
    constructor(small = Buffer.allocUnsafeSlow(SMALL)) {
        this.#small = small;
        this.#bytes = small;
    }
    /** Reads one file; of a symbolic link the text of its target. Throws only what `visit` throws. */
    read(path, visit) {
        const bytes = readSmallFile(path, this.#small);
        if (bytes === 0)
            return this.#any(path, visit);
        visit(this.#small, 0, bytes, ENTIRE);
        return { kind: 'read', bytes };
    }
    #any(path, visit) {
        let file;
        try {
            if (ASK_FIRST && (0,external_node_fs_namespaceObject.lstatSync)(path).isSymbolicLink())
                return this.#link(path, visit);
            file = (0,external_node_fs_namespaceObject.openSync)(path, FLAGS);
            const stats = (0,external_node_fs_namespaceObject.fstatSync)(file);
            if (stats.isFile())
                return this.#open(file, stats, visit);
            return stats.isDirectory() ? { kind: 'folder' } : special(stats);
        }
        catch (error) {
            if (!isSystemError(error)) {
                if (typeof path === 'string' && path.includes('\0'))
                    return { kind: 'absent' };
                throw error;
            }
            return error.code === 'ELOOP' || error.code === 'EMLINK'
                ? this.#link(path, visit)
                : failed(error, path);
        }
        finally {
            if (file !== undefined)
                (0,external_node_fs_namespaceObject.closeSync)(file);
        }
    }
    #link(path, visit) {
        try {
            const target = (0,external_node_fs_namespaceObject.readlinkSync)(path, 'buffer');
            visit(target, 0, target.length, ENTIRE);
            return { kind: 'link', bytes: target.length };
        }
        catch (error) {
            if (!isSystemError(error))
                throw error;
            return failed(error, path);
        }
    }
    #open(file, { size }, visit) {
        // One byte more than the size: a read that fills less than it was given has met the end.
        let limit = Math.min(size + 1, WHOLE);
        let end = this.#fill(file, 0, limit);
        if (size >= WHOLE && isArchive(this.#bytes, 0, end)) {
            if (size <= LARGEST_ARCHIVE)
                return this.#archive(file, size, end, visit);
            const unopened = isPacked(this.#bytes, 0, end);
            return { kind: 'read', bytes: this.#windows(file, end, visit), ...(unopened && { unopened }) };
        }
        while (end === limit && limit < WHOLE) {
            // It grew while it was read, or its size is not what the system says.
            limit = Math.min(2 * limit + SMALL, WHOLE);
            end = this.#fill(file, end, limit);
        }
        if (end === limit)
            return { kind: 'read', bytes: this.#windows(file, end, visit) };
        visit(this.#bytes, 0, end, ENTIRE);
        return { kind: 'read', bytes: end };
    }
    #archive(file, size, held, visit) {
        const end = this.#fill(file, held, size);
        visit(this.#bytes, 0, end, ENTIRE);
        this.#bytes = this.#small;
        return { kind: 'read', bytes: end };
    }
    /** The first `held` bytes are in the buffer. */
    #windows(file, held, visit) {
        let window = { ...ENTIRE, more: true };
        let start = 0;
        let end = held;
        for (;;) {
            if (end - start < WINDOW) {
                this.#bytes.copyWithin(0, start, end);
                end = this.#fill(file, end - start, WINDOW);
                start = 0;
                if (end < WINDOW)
                    break;
            }
            visit(this.#bytes, start, start + WINDOW, window);
            const next = start + WINDOW - content_OVERLAP;
            window = follow(window, this.#bytes, start, next);
            start = next;
        }
        visit(this.#bytes, 0, end, { ...window, more: false });
        return window.offset + end;
    }
    /** Reads until the buffer is full up to `limit`, or the file ends. Returns how far it is filled. */
    #fill(file, from, limit) {
        this.#hold(limit);
        let end = from;
        while (end < limit) {
            const count = (0,external_node_fs_namespaceObject.readSync)(file, this.#bytes, end, limit - end, null);
            if (count === 0)
                break;
            end += count;
        }
        return end;
    }
    #hold(capacity) {
        if (capacity <= this.#bytes.length)
            return;
        const larger = Buffer.allocUnsafeSlow(Math.max(capacity, WINDOW));
        this.#bytes.copy(larger);
        this.#bytes = larger;
    }
}
function special(stats) {
    const what = stats.isFIFO() ? 'a FIFO' : stats.isSocket() ? 'a socket' : 'a device';
    return { kind: 'unread', why: `${what}, not a file`, harmless: true };
}
function failed(error, path) {
    switch (error.code) {
        case 'ENOENT':
        case 'ENOTDIR':
        case 'ENAMETOOLONG':
            return { kind: 'absent' };
        case 'EISDIR':
            return { kind: 'folder' };
        case 'ENXIO':
        case 'EOPNOTSUPP':
        case 'EAGAIN':
            return { kind: 'unread', why: 'a socket or a device, not a file', harmless: true };
        default:
            return atPath(error, path);
    }
}
/** Windows answers EPERM for a folder and UNKNOWN for a socket; other systems mean it. */
function atPath(error, path) {
    if (isFolder(path))
        return { kind: 'folder' };
    return { kind: 'unread', why: `it cannot be read (${error.code})`, harmless: false };
}
function isFolder(path) {
    try {
        return (0,external_node_fs_namespaceObject.lstatSync)(path).isDirectory();
    }
    catch {
        // Gone, or in a folder that may not be entered.
        return false;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/file-inspector.js







/** Stands for what is not UTF-8. */
const REPLACEMENT = '\ufffd';
/** Looks for keys in the files of a tree: what each of several threads does. */
class file_inspector_FileInspector {
    #root;
    #reader = new FileReader(sieveInput());
    #folders;
    #inspection = new Inspection();
    #remarks = [];
    #left = [];
    #absent = [];
    #taken = 0;
    #files = 0;
    #bytes = 0;
    /** @param root absolute folder that the paths start from */
    constructor(root) {
        this.#root = root;
        this.#folders = new Folders(root);
    }
    look(group, { first, end }) {
        for (let index = first; index < end; index++) {
            const path = group.text(index);
            // Of as many characters as bytes, it is ASCII.
            const isOdd = path.length !== group.sizeOf(index) && path.includes(REPLACEMENT);
            if (isOdd || ciSystemOf(path) !== undefined || isAttributes(path))
                this.#left.push(index);
            else if (this.#folders.leadsAstray(path))
                this.#absent.push(index);
            else
                this.#file(path, index);
        }
        this.#taken += end - first;
    }
    /** What was looked at since the last part. */
    part() {
        const part = {
            remarks: this.#remarks,
            left: this.#left,
            absent: this.#absent,
            taken: this.#taken,
            files: this.#files,
            bytes: this.#bytes,
        };
        this.#remarks = [];
        this.#left = [];
        this.#absent = [];
        this.#taken = 0;
        this.#files = 0;
        this.#bytes = 0;
        return part;
    }
    #file(path, index) {
        const outcome = this.#reader.read(`${this.#root}/${path}`, (bytes, start, end, window) => this.#inspection.keys(bytes, start, end, window, { kind: 'file', path }));
        switch (outcome.kind) {
            case 'read':
            case 'link':
                this.#files += 1;
                this.#bytes += outcome.bytes;
                if (outcome.unopened)
                    this.#inspection.unread.add(path, TOO_LARGE, 'unopened');
                if (!this.#inspection.isClean)
                    this.#remark(index);
                break;
            case 'unread':
                this.#left.push(index);
                this.#forget();
                break;
            default:
                this.#absent.push(index);
                this.#forget();
        }
    }
    /** What was found before a file could not be read any further is found again, or is none of the next file's. */
    #forget() {
        if (!this.#inspection.isClean)
            this.#inspection = new Inspection(this.#inspection);
    }
    #remark(index) {
        const { found, unread } = this.#inspection;
        this.#remarks.push({ index, findings: found, unread: unread.reasons() });
        this.#inspection = new Inspection(this.#inspection);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/path-group.js

/** Bytes of entries in one group, and how many: enough for nearly all repositories to be one group. */
const path_group_MOST_BYTES = 2 ** 23;
const MOST_PATHS = 2 ** 16;
const LONGEST_ENTRY = 2 ** 15;
/** Taken at a time: few enough for all threads to end together, and many enough to be worth the taking. */
const PATHS_OF_SHARE = 4;
/** Numbers for each path: where its entry, it and the entry's end are in the text. */
const PLACES_OF_PATH = 3;
/**
 * Paths of files, in memory that threads share: each takes a few of them at a time until none is left. A path may
 * stand at the end of a longer entry, as git lists it.
 */
class path_group_PathGroup {
    #text;
    #places;
    #taken;
    #length;
    #end = 0;
    /** @param memory of a group that another thread made; else an empty one is made */
    constructor(memory) {
        this.#text = Buffer.from(memory?.text ?? new SharedArrayBuffer(path_group_MOST_BYTES));
        this.#places = new Int32Array(memory?.places ?? new SharedArrayBuffer(MOST_PATHS * PLACES_OF_PATH * 4));
        this.#taken = new Int32Array(memory?.taken ?? new SharedArrayBuffer(4));
        this.#length = memory?.length ?? 0;
    }
    /**
     * A group of paths that are in memory already.
     *
     * @param places of each path, in memory that is shared
     */
    static of(text, places, length) {
        return new path_group_PathGroup({ text, places: sharedBuffer(places), taken: new SharedArrayBuffer(4), length });
    }
    get length() {
        return this.#length;
    }
    get memory() {
        return {
            text: sharedBuffer(this.#text),
            places: sharedBuffer(this.#places),
            taken: sharedBuffer(this.#taken),
            length: this.#length,
        };
    }
    /** Whether there may be no room for another path. */
    get isFull() {
        return this.#length === MOST_PATHS || this.#end + LONGEST_ENTRY > path_group_MOST_BYTES;
    }
    /**
     * Adds an entry before any thread takes one. What is longer than any system's paths is cut, and will not be found.
     *
     * @param bytes hold the entry [start, end), and in it the path from `path` on
     */
    add(bytes, start, path, end) {
        if (this.isFull)
            throw new RangeError('no room for another path');
        const stop = this.#end + bytes.copy(this.#text, this.#end, start, Math.min(end, start + LONGEST_ENTRY));
        const at = PLACES_OF_PATH * this.#length;
        this.#places[at] = this.#end;
        this.#places[at + 1] = this.#end + path - start;
        this.#places[at + 2] = stop;
        this.#end = stop;
        this.#length += 1;
    }
    /** With `/`; bytes that are not UTF-8 are shown as U+FFFD. */
    text(index) {
        const place = PLACES_OF_PATH * index + 1;
        return this.#text.toString('utf8', this.#places[place], this.#places[place + 1]);
    }
    /** In bytes. */
    sizeOf(index) {
        const place = PLACES_OF_PATH * index + 1;
        return (this.#places[place + 1] ?? 0) - (this.#places[place] ?? 0);
    }
    /** @param root absolute folder that the path starts from */
    path(index, root) {
        const place = PLACES_OF_PATH * index + 1;
        // A copy, for the system's calls take no shared memory.
        return treePath(root, Buffer.from(this.#text.subarray(this.#places[place], this.#places[place + 1])));
    }
    /** What stands in the entry before the path. */
    lead(index) {
        const place = PLACES_OF_PATH * index;
        return this.#text.subarray(this.#places[place], this.#places[place + 1]);
    }
    /** Takes the next few paths, for whoever calls. @returns undefined when none is left */
    take() {
        const first = Atomics.add(this.#taken, 0, PATHS_OF_SHARE);
        if (first >= this.#length)
            return undefined;
        return { first, end: Math.min(first + PATHS_OF_SHARE, this.#length) };
    }
    /** How many paths were taken, by whomever. */
    get taken() {
        return Math.min(Atomics.load(this.#taken, 0), this.#length);
    }
    /** Leaves the rest to nobody. @returns how many were taken before, by whomever */
    abandon() {
        return Math.min(Atomics.exchange(this.#taken, 0, this.#length), this.#length);
    }
}
function sharedBuffer({ buffer }) {
    if (buffer instanceof SharedArrayBuffer)
        return buffer;
    throw new TypeError('the memory of a group is not shared');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/file-threads.js




/** Threads beside the one that starts them. More of them wait for each other's disk and memory. */
const file_threads_MOST_THREADS = 3;
/** Threads that take paths from the groups that they are shown, until they are closed. */
class FileThreads {
    #workers;
    #failed;
    #number = 0;
    #parts = [];
    #onPart = () => undefined;
    /** @param file what they run; undefined: there are none */
    constructor(root, file = workerFile()) {
        const count = file === undefined ? 0 : Math.min(file_threads_MOST_THREADS, (0,external_node_os_namespaceObject.availableParallelism)() - 1);
        this.#workers = Array.from({ length: count }, () => startThread(file ?? '', { kind: 'files', root }));
        this.#failed = new Promise((_, reject) => {
            for (const worker of this.#workers) {
                worker.once('error', reject);
                worker.once('exit', code => reject(new Error(`a thread that reads files ended with code ${code}`)));
            }
        });
        this.#failed.catch(() => undefined);
        for (const worker of this.#workers)
            worker.on('message', ({ number, part }) => {
                if (number !== this.#number)
                    return;
                this.#parts.push(part);
                this.#onPart();
            });
    }
    /** Shows a group to all threads. */
    show(group) {
        this.#number += 1;
        this.#parts = [];
        const message = { number: this.#number, memory: group.memory };
        for (const worker of this.#workers)
            worker.postMessage(message);
    }
    /**
     * Waits for the parts of those threads that took anything of the group shown last: one that has not started yet is
     * not waited for.
     *
     * @param taken how many paths of it they took in all
     */
    async parts(taken) {
        const complete = () => this.#parts.reduce((sum, part) => sum + part.taken, 0) >= taken;
        while (!complete())
            await Promise.race([
                this.#failed,
                new Promise(done => {
                    this.#onPart = done;
                }),
            ]);
        return this.#parts;
    }
    close() {
        for (const worker of this.#workers)
            void worker.terminate();
    }
}
/** What such a thread does: takes paths from each group that it is shown. */
function readSharedFiles({ root }, port) {
    const files = new FileInspector(root);
    port.on('message', ({ number, memory }) => {
        const group = new PathGroup(memory);
        for (let share = group.take(); share !== undefined; share = group.take())
            files.look(group, share);
        const part = files.part();
        if (part.taken > 0)
            port.postMessage({ number, part });
    });
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/sweep.js




/** For so many files other threads are started in any case. */
const MANY = 2 ** 12;
/** When after so many seconds so many files are left, more threads help after all. */
const sweep_PATIENCE = 0.05;
const sweep_WORTH_THREADS = 128;
/** After so many shares other things get their turn. */
const SHARES_BETWEEN_PAUSES = 64;
/**
 * Goes through many files of a tree, with other threads where there are many, and reports what they hold in the order
 * of the files.
 */
class Sweep {
    #files;
    #pace;
    #onAbsent;
    #here;
    #threads;
    #group = new path_group_PathGroup();
    /**
     * @param many whether there are files enough for threads to be worth their start
     * @param onAbsent called for files that are not there
     */
    constructor(files, pace, many, onAbsent) {
        this.#files = files;
        this.#pace = pace;
        this.#onAbsent = onAbsent;
        this.#here = new file_inspector_FileInspector(files.root);
        if (many)
            this.#threads = new FileThreads(files.root);
    }
    /** When true, `scan` comes before the next `add`. */
    get isFull() {
        return this.#group.isFull;
    }
    /** @param bytes hold an entry [start, end), and in it the path of a file, from the root, from `path` on */
    add(bytes, start = 0, path = start, end = bytes.length) {
        this.#group.add(bytes, start, path, end);
    }
    /** Scans all that was added, or what of it was begun before it was stopped. */
    async scan() {
        const group = this.#group;
        this.#group = new path_group_PathGroup();
        await this.scanGroup(group);
    }
    /** Scans the files of a group, or those that were begun before it was stopped. */
    async scanGroup(group) {
        if (group.length > MANY)
            this.#threads ??= new FileThreads(this.#files.root);
        this.#threads?.show(group);
        const taken = await this.#lookHere(group);
        const part = this.#here.part();
        const parts = (await this.#threads?.parts(taken - part.taken)) ?? [];
        this.#take([part, ...parts], group);
    }
    close() {
        this.#threads?.close();
    }
    /** @returns how many files were taken, by all threads */
    async #lookHere(group) {
        const { files, objects, bytes } = this.#files.inspection;
        const start = process.uptime();
        let shares = 0;
        for (let share = group.take(); share !== undefined; share = group.take()) {
            this.#here.look(group, share);
            shares += 1;
            if (shares % SHARES_BETWEEN_PAUSES === 0) {
                await pause(this.#pace, { files: files + group.taken, objects, bytes });
                if (this.#pace.signal?.aborted)
                    return group.abandon();
            }
            if (this.#threads === undefined && process.uptime() - start > sweep_PATIENCE)
                this.#startLate(group);
        }
        return group.length;
    }
    /** Few files may be large. */
    #startLate(group) {
        if (group.length - group.taken < sweep_WORTH_THREADS)
            return;
        this.#threads = new FileThreads(this.#files.root);
        this.#threads.show(group);
    }
    #take(parts, group) {
        const { inspection, root } = this.#files;
        for (const { files, bytes } of parts) {
            inspection.files += files;
            inspection.bytes += bytes;
        }
        const remarks = new Map(parts.flatMap(part => part.remarks).map(remark => [remark.index, remark]));
        const absent = parts.flatMap(part => part.absent);
        for (const index of sweep_inOrder([...remarks.keys(), ...parts.flatMap(part => part.left)])) {
            const remark = remarks.get(index);
            if (remark !== undefined) {
                inspection.add(remark.findings);
                inspection.unread.addAll(remark.unread);
            }
            else if (this.#files.scan(group.path(index, root)) === 'absent')
                absent.push(index);
        }
        for (const index of sweep_inOrder(absent))
            this.#onAbsent(group.path(index, root), group.lead(index));
    }
}
function sweep_inOrder(numbers) {
    return [...numbers].sort((one, other) => one - other);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/tree-files.js




/** Reads files of one folder's tree and hands them to the inspection. */
class TreeFiles {
    root;
    inspection;
    #reader = new FileReader();
    #folders;
    /** @param root absolute folder that the files are in */
    constructor(root, inspection) {
        this.root = root;
        this.inspection = inspection;
        this.#folders = new Folders(root);
    }
    /** Scans one file of the tree. What is in the way of it is reported, but for `absent`. */
    scan(file) {
        return this.#folders.leadsAstray(file.text) ? 'absent' : this.#look(file, false);
    }
    /** Scans a file that someone named, whatever its folders are: it counts although it is none that git tracks. */
    scanNamed(file) {
        return this.#look(file, true);
    }
    #look({ text, location }, asked) {
        const { inspection } = this;
        const place = { kind: 'file', path: text };
        const visit = (bytes, start, end, window) => inspectFile(inspection, bytes, start, end, window, place);
        const outcome = this.#reader.read(location, visit);
        switch (outcome.kind) {
            case 'read':
            case 'link':
                inspection.files += 1;
                inspection.bytes += outcome.bytes;
                if (outcome.unopened)
                    inspection.unread.add(text, TOO_LARGE, asked || 'unopened');
                return 'done';
            case 'unread':
                inspection.unread.add(text, outcome.why, asked || !outcome.harmless);
                return 'done';
            default:
                return 'absent';
        }
    }
    /** Reports a file that should have been there. */
    report({ text }, outcome) {
        if (outcome === 'absent')
            this.inspection.unread.add(text, 'it disappeared during the scan', true);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/walk.js






/** Scans all files in a folder, without git; links to folders are not followed. */
async function scanFolder(root, inspection, pace, below = '') {
    const files = new TreeFiles(root, inspection);
    const sweep = new Sweep(files, pace, false, file => files.report(file, 'absent'));
    try {
        for (const path of filesIn(root, below, inspection)) {
            sweep.add(path);
            if (sweep.isFull)
                await sweep.scan();
            if (pace.signal?.aborted)
                return;
        }
        await sweep.scan();
    }
    finally {
        sweep.close();
    }
}
/**
 * Scans the files that are named, relative to `root` or absolute; a folder stands for all that is in it, a link for
 * what it leads to. What was named and cannot be read makes the scan incomplete, a FIFO or a device too.
 */
async function scanFiles(root, names, inspection, pace) {
    const files = new TreeFiles(root, inspection);
    for (const name of names) {
        const location = (0,external_node_path_namespaceObject.resolve)(root, name);
        const inside = contains(root, location);
        const text = inside ? (0,external_node_path_namespaceObject.relative)(root, location).split(external_node_path_namespaceObject.sep).join('/') : name;
        const target = leadsTo(location);
        if (target === undefined)
            inspection.unread.add(name, isThere(location) ? NO_TARGET : NO_FILE, true);
        else if (files.scanNamed({ text, location: target }) === 'done')
            continue;
        else if (!walk_isFolder(location))
            inspection.unread.add(name, NO_FILE, true);
        else if (inside)
            await scanFolder(root, inspection, pace, text);
        else
            await scanFolder(location, inspection, pace);
    }
}
const NO_FILE = 'there is no such file';
/** A shell's `<(\u2026)` is such a link: a pipe has no path. */
const NO_TARGET = 'a link to no file; to scan what a pipe gives, write: \u2026 | aws-temp-creds scan -';
function isThere(path) {
    return (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
}
function leadsTo(path) {
    try {
        return (0,external_node_fs_namespaceObject.realpathSync)(path);
    }
    catch {
        return undefined;
    }
}
function walk_isFolder(path) {
    try {
        (0,external_node_fs_namespaceObject.readdirSync)(path);
        return true;
    }
    catch {
        return false;
    }
}
/** Every file in and below a folder of the root but git's own, by name in each folder. */
function* filesIn(root, below, inspection) {
    const folders = [Buffer.from(below)];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        const { text, location } = treePath(root, folder);
        const path = folder.length === 0 ? root : location;
        for (const { name, isFolder: below } of entriesOf(path, text, inspection)) {
            const inside = folder.length === 0 ? name : Buffer.concat([folder, Buffer.from('/'), name]);
            if (below)
                folders.push(inside);
            else
                yield inside;
        }
    }
}
function entriesOf(path, text, inspection) {
    try {
        const entries = (0,external_node_fs_namespaceObject.readdirSync)(path, { withFileTypes: true, encoding: 'buffer' });
        return entries
            .filter(({ name }) => !name.equals(GIT))
            .sort((a, b) => a.name.compare(b.name))
            .map(entry => ({ name: entry.name, isFolder: entry.isDirectory() }));
    }
    catch {
        inspection.unread.add(text || (0,external_node_path_namespaceObject.join)(path.toString()), 'the folder cannot be read', true);
        return [];
    }
}
const GIT = Buffer.from('.git');
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/staged.js










/** The tree without entries, which git knows without holding it: what a first commit is compared with. */
const EMPTY_TREE = {
    sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
    sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};
/** Scans what the next commit would bring: the index's versions of files that differ from HEAD's; of these, if named. */
async function scanStaged(repository, opening, inspection, { files, variables }) {
    const named = new NamedPaths(repository.workTree ?? repository.gitDir, files);
    const [commit, store] = await Promise.all([resolveRevision(repository, 'HEAD'), opening]);
    const head = commit ?? EMPTY_TREE[store.format];
    const args = [
        ...['diff-index', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff'],
        ...['--no-textconv', '--ignore-submodules=all', '--diff-filter=d', head, '--'],
    ];
    const place = { ...repository.place, variables: indexOf(repository, variables) };
    const listing = listing_list(place, args, NUL);
    const blobs = [];
    let id = '';
    let isPath = false;
    for await (const fields of listing.items)
        for (const field of fields) {
            if (isPath)
                blobs.push({ id, path: field.toString('utf8') });
            else
                id = field.toString('latin1').split(' ')[3] ?? '';
            isPath = !isPath;
        }
    const { exitCode, stderr } = await listing.ended;
    if (exitCode !== 0)
        inspection.unread.add('the index', `git could not compare it with HEAD: ${stderr.trim()}`, true);
    const entries = blobs.filter(({ id, path }) => !/^0+$/.test(id) && named.has(path));
    await readBlobs(store.place, entries, inspection, 'file');
}
/** Scans files as the index has them, whether they differ from HEAD's or not; what it does not have, from disk. */
async function scanIndex(repository, opening, inspection, { files, variables, ...pace }) {
    const workTree = repository.workTree ?? repository.gitDir;
    const named = new NamedPaths(workTree, files);
    const place = { ...repository.place, variables: indexOf(repository, variables) };
    const { chunks, ended } = listChunks(place, ['ls-files', '-z', '--stage']);
    const list = new IndexEntries();
    const blobs = [];
    for await (const chunk of chunks)
        for (const { bytes, start, path, end } of list.in(chunk)) {
            const text = bytes.toString('utf8', path, end);
            if (!named.has(text))
                continue;
            if (isSubmodule(bytes, start))
                inspection.unread.add(text, SUBMODULE, false);
            else
                blobs.push({ id: idInListing(bytes.subarray(start, path)), path: text });
        }
    const { exitCode, stderr } = await ended;
    if (exitCode !== 0)
        inspection.unread.add('the index', `git could not list it: ${stderr.trim()}`, true);
    await readBlobs((await opening).place, blobs, inspection, 'file');
    await scanFiles(workTree, named.unmet, inspection, pace);
}
/**
 * While `git commit -a` or `git commit FILE` runs its hooks, the index that will be committed is a temporary one,
 * named by GIT_INDEX_FILE. It counts when it lies in the repository's own git directory.
 */
function indexOf(repository, variables) {
    const named = variables['GIT_INDEX_FILE'];
    if (named === undefined || named === '')
        return {};
    const path = (0,external_node_path_namespaceObject.resolve)(repository.workTree ?? repository.gitDir, named);
    if (!(0,external_node_fs_namespaceObject.existsSync)(path))
        return {};
    return contains((0,external_node_fs_namespaceObject.realpathSync)(repository.gitDir), (0,external_node_fs_namespaceObject.realpathSync)((0,external_node_path_namespaceObject.dirname)(path)))
        ? { GIT_INDEX_FILE: path }
        : {};
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/stream.js


/** How long nothing may come before that is said, in milliseconds. */
const stream_PATIENCE = 1000;
/** What comes through a stream until it ends, or somebody no longer waits for it. */
async function* untilStopped(stream, { waiting, signal }) {
    const stopped = new Promise(done => {
        if (signal?.aborted)
            done(undefined);
        signal?.addEventListener('abort', () => done(undefined), { once: true });
    });
    const timer = setTimeout(() => waiting?.(), stream_PATIENCE);
    const chunks = stream[Symbol.asyncIterator]();
    try {
        for (;;) {
            const next = await Promise.race([chunks.next(), stopped]);
            clearTimeout(timer);
            if (next === undefined || next.done === true)
                return;
            yield next.value;
        }
    }
    finally {
        clearTimeout(timer);
        // What is still open would keep the process alive.
        if ('destroy' in stream && typeof stream.destroy === 'function')
            stream.destroy();
    }
}
/** Scans what comes through a stream: whole up to 16 MB (an archive: 64 MB), else in windows. */
async function scanStream(stream, inspection, waiting = {}) {
    let held = Buffer.allocUnsafeSlow(2 ** 20);
    let end = 0;
    let window = ENTIRE;
    const look = (stop, more) => inspection.keys(held, 0, stop, { ...window, more }, { kind: 'stdin' });
    for await (const chunk of untilStopped(stream, waiting)) {
        inspection.bytes += chunk.length;
        if (end + chunk.length > held.length) {
            const larger = Buffer.allocUnsafeSlow(2 * (end + chunk.length));
            held.copy(larger, 0, 0, end);
            held = larger;
        }
        held.set(chunk, end);
        end += chunk.length;
        const archive = window === ENTIRE && isArchive(held, 0, end);
        const isHeld = archive && end <= LARGEST_ARCHIVE;
        if (archive && !isHeld && isPacked(held, 0, end))
            inspection.unread.add('stdin', TOO_LARGE, true);
        while (!isHeld && end > (window === ENTIRE ? WHOLE : WINDOW)) {
            look(WINDOW, true);
            window = follow(window, held, 0, WINDOW - content_OVERLAP);
            held.copyWithin(0, WINDOW - content_OVERLAP, end);
            end -= WINDOW - content_OVERLAP;
        }
    }
    inspection.files += 1;
    look(end, false);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/index-file.js



/**
 * @param path of the index
 * @param prefix of the paths that are wanted, with `/` at its end; '' for all
 * @returns undefined when there is none, or when it is of a kind that is left to git: version 4, split or sparse,
 * damaged, or very large
 */
function readIndexFile(path, prefix) {
    const text = readShared(path);
    if (text === undefined)
        return undefined;
    const bytes = Buffer.from(text);
    if (bytes.length < index_file_HEADER || bytes.toString('latin1', 0, 4) !== 'DIRC')
        return undefined;
    const version = bytes.readUInt32BE(4);
    if (version !== 2 && version !== 3)
        return undefined;
    // What kind of names the repository has is in its configuration; that the file ends where it must tells it as well.
    for (const idLength of [20, 32]) {
        const entries = new Entries(bytes, idLength, Buffer.from(prefix));
        const end = entries.read(bytes.readUInt32BE(8));
        if (end !== undefined && endsBehind(bytes, end, idLength))
            return entries.asFile(text);
    }
    return undefined;
}
/** An index of this many bytes names about a million files. */
const index_file_LARGEST = 2 ** 27;
function readShared(path) {
    let file;
    try {
        file = (0,external_node_fs_namespaceObject.openSync)(path, FLAGS);
        const stats = (0,external_node_fs_namespaceObject.fstatSync)(file);
        if (!stats.isFile() || stats.size > index_file_LARGEST)
            return undefined;
        const text = new SharedArrayBuffer(stats.size);
        const bytes = Buffer.from(text);
        let end = 0;
        for (let count = -1; count !== 0 && end < bytes.length; end += count)
            count = (0,external_node_fs_namespaceObject.readSync)(file, bytes, end, bytes.length - end, null);
        return end === bytes.length ? text : undefined;
    }
    catch {
        return undefined;
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
const index_file_HEADER = 12;
/** Of an entry: times, device, inode, then its mode, owner and size, and the name of its object. */
const MODE_AT = 24;
const ID_AT = 40;
/** A commit, of a submodule: `160000`; a folder, of a sparse index: `040000`. */
const COMMIT = 0o16;
const FOLDER = 0o04;
const index_file_EXTENDED = 0x4000;
const STAGE = 0x3000;
/** The flags hold a path's length where it is shorter than this. */
const LONG_PATH = 0xfff;
/** The entries of one index, as far as they were read. */
class Entries {
    #bytes;
    #idLength;
    #prefix;
    #submodules = [];
    #places = new Int32Array(0);
    #count = 0;
    #unmerged = Buffer.alloc(0);
    constructor(bytes, idLength, prefix) {
        this.#bytes = bytes;
        this.#idLength = idLength;
        this.#prefix = prefix;
    }
    /** @returns where the last entry ends, or undefined when there is one that cannot be */
    read(count) {
        const bytes = this.#bytes;
        const flagsAt = ID_AT + this.#idLength;
        if (count * (flagsAt + 4) > bytes.length)
            return undefined;
        this.#places = new Int32Array(new SharedArrayBuffer(Math.max(4, 4 * PLACES_OF_PATH * count)));
        let at = index_file_HEADER;
        for (let entry = 0; entry < count; entry++) {
            const kind = (bytes[at + MODE_AT + 2] ?? 0) >> 4;
            if (kind === FOLDER)
                return undefined;
            const flags = ((bytes[at + flagsAt] ?? 0) << 8) | (bytes[at + flagsAt + 1] ?? 0);
            const path = at + flagsAt + ((flags & index_file_EXTENDED) === 0 ? 2 : 4);
            const length = flags & LONG_PATH;
            const end = length < LONG_PATH ? path + length : bytes.indexOf(0, path);
            if (length === 0 || end < path || end >= bytes.length || bytes[end] !== 0)
                return undefined;
            if (this.#isWanted(path, end, (flags & STAGE) !== 0))
                this.#add(kind, at + ID_AT, path, end);
            // Up to eight NULs behind it, so that it has a multiple of eight bytes.
            at += (end - at + 8) & ~7;
        }
        return at;
    }
    /** An unmerged path has up to three entries, and is one file. */
    #isWanted(path, end, unmerged) {
        const prefix = this.#prefix;
        if (prefix.length > 0 && prefix.compare(this.#bytes, path, Math.min(end, path + prefix.length)) !== 0)
            return false;
        if (!unmerged)
            return true;
        const bytes = this.#bytes.subarray(path, end);
        if (bytes.equals(this.#unmerged))
            return false;
        this.#unmerged = bytes;
        return true;
    }
    #add(kind, id, path, end) {
        if (kind === COMMIT) {
            this.#submodules.push(this.#bytes.toString('utf8', path, end));
            return;
        }
        const place = PLACES_OF_PATH * this.#count;
        this.#places[place] = id;
        this.#places[place + 1] = path;
        this.#places[place + 2] = end;
        this.#count += 1;
    }
    asFile(text) {
        return {
            files: path_group_PathGroup.of(text, this.#places, this.#count),
            submodules: this.#submodules,
            idOf: lead => lead.toString('hex', 0, this.#idLength),
        };
    }
}
/**
 * Behind the entries come extensions, each with its name and length, then a digest of all, which git does not check
 * either. A name in lower case is of one that changes what the entries mean.
 */
function endsBehind(bytes, entries, idLength) {
    const end = bytes.length - idLength;
    let at = entries;
    while (at + 8 <= end) {
        const first = bytes[at] ?? 0;
        if (first < 0x41 || first > 0x5a)
            return false;
        at += 8 + bytes.readUInt32BE(at + 4);
    }
    return at === end;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/reencoded.js


const ATTRIBUTE = 'working-tree-encoding';
/** Scans what git keeps of the files that a checkout writes in another encoding; what is on disk was scanned. */
async function scanReencoded(repository, store, inspection) {
    const blobs = new Map();
    const index = listing_list(repository.place, ['ls-files', '-z', '--stage'], NUL);
    for await (const entries of index.items)
        for (const entry of entries) {
            const tab = entry.indexOf(9);
            const path = entry.toString('utf8', tab + 1);
            blobs.set(path, { path, id: entry.toString('latin1', 0, tab).split(' ')[1] ?? '' });
        }
    const input = [...blobs.keys()].map(path => `${path}\0`).join('');
    const answers = listing_list(repository.place, ['check-attr', '-z', '--stdin', ATTRIBUTE], NUL, input);
    const fields = [];
    for await (const items of answers.items)
        for (const item of items)
            fields.push(item.toString('utf8'));
    const [listed, told] = await Promise.all([index.ended, answers.ended]);
    if (listed.exitCode !== 0 || told.exitCode !== 0)
        inspection.unread.add(`files with the attribute ${ATTRIBUTE}`, 'git could not list them', true);
    const wanted = [];
    // Path, attribute, value.
    for (let at = 0; at + 2 < fields.length; at += 3) {
        const blob = blobs.get(fields[at] ?? '');
        if (blob !== undefined && !/^(?:unspecified|unset|set|utf-?8)$/i.test(fields[at + 2] ?? ''))
            wanted.push(blob);
    }
    await readBlobs(store.place, wanted, inspection, 'file');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/submodule.js




/**
 * Scans what stands where the index has a submodule, unless it is one: a file, or a folder that is no repository, is
 * deployed with the tree like any other.
 */
async function scanAtSubmodule(path, files, pace) {
    const { root, inspection } = files;
    const found = statsOf(`${root}/${path}`);
    if (found !== undefined && !found.isDirectory())
        files.scan(treePath(root, Buffer.from(path)));
    else if (found !== undefined && statsOf(`${root}/${path}/.git`) === undefined)
        await scanFolder(root, inspection, pace, path);
    else
        inspection.unread.add(path, SUBMODULE, false);
}
function statsOf(path) {
    try {
        return (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch {
        // In the way of it is a file, or a folder that may not be entered.
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/tree.js














/**
 * Scans the tracked files as they are on disk, for that is what gets deployed; of a file that is not there (sparse
 * checkout, deleted) the version in the index.
 *
 * @param openStore called only when the index's version is needed
 * @returns how many files the index has in the scanned folder, or undefined when git cannot tell
 */
async function scanTrackedTree(repository, inspection, openStore, pace) {
    const files = new TreeFiles(repository.workTree ?? repository.gitDir, inspection);
    const index = (0,external_node_path_namespaceObject.join)(repository.gitDir, 'index');
    const absent = [];
    let idOf = idInListing;
    const sweep = new Sweep(files, pace, hasManyFiles(index), ({ text }, lead) => {
        absent.push({ id: idOf(lead), path: text });
    });
    let tracked;
    try {
        const read = readIndexFile(index, repository.prefix);
        if (read === undefined)
            tracked = await scanListed(repository, sweep, files, pace);
        else {
            idOf = read.idOf;
            for (const path of read.submodules)
                await scanAtSubmodule(path, files, pace);
            await sweep.scanGroup(read.files);
            tracked = read.files.length + read.submodules.length;
        }
    }
    finally {
        sweep.close();
    }
    if (absent.length > 0 && tracked !== undefined && !pace.signal?.aborted)
        await readBlobs((await openStore()).place, absent, inspection, 'file');
    if (inspection.isReencoded && tracked !== undefined && !pace.signal?.aborted)
        await scanReencoded(repository, await openStore(), inspection);
    return tracked;
}
/** The same as git lists it. @returns how many there are, or undefined when git cannot tell */
async function scanListed(repository, sweep, files, pace) {
    const entries = new IndexEntries();
    const listing = listChunks(repository.place, ['ls-files', '-z', '--stage', ...pathspec(repository)]);
    for await (const chunk of listing.chunks)
        for (const { bytes, start, path, end } of entries.in(chunk)) {
            if (isSubmodule(bytes, start))
                await scanAtSubmodule(bytes.toString('utf8', path, end), files, pace);
            else
                sweep.add(bytes, start, path, end);
            if (sweep.isFull)
                await sweep.scan();
            if (pace.signal?.aborted)
                return entries.count;
        }
    await sweep.scan();
    return (await listing.ended).exitCode === 0 ? entries.count : undefined;
}
/** An index of this many bytes names some two thousand files: with fewer, starting threads takes longer than they save. */
const tree_WORTH_THREADS = 200_000;
function hasManyFiles(index) {
    return ((0,external_node_fs_namespaceObject.statSync)(index, { throwIfNoEntry: false })?.size ?? 0) >= tree_WORTH_THREADS;
}
/** Scans files that git does not track and does not ignore. */
async function scanUntracked(repository, inspection, pace) {
    const root = repository.workTree;
    if (root === undefined)
        return;
    const files = new TreeFiles(root, inspection);
    const args = ['ls-files', '-z', '--others', '--exclude-standard', ...pathspec(repository)];
    const listing = listing_list(repository.place, args, NUL);
    for await (const paths of listing.items)
        for (const path of paths) {
            const file = treePath(root, path);
            if (file.text.endsWith('/'))
                inspection.unread.add(file.text, 'a repository of its own', false);
            else
                files.report(file, files.scan(file));
            await pause(pace, inspection);
        }
    if ((await listing.ended).exitCode !== 0)
        inspection.unread.add('untracked files', 'git could not list them', true);
}
function pathspec({ prefix }) {
    return prefix === '' ? [] : ['--', prefix];
}
/** Scans the files of HEAD in a repository that has no working tree. */
async function scanHeadTree(repository, inspection, store) {
    const head = await resolveRevision(repository, 'HEAD');
    if (head === undefined)
        return;
    const listing = listing_list(store.place, ['ls-tree', '-r', '-z', '--full-tree', head], NUL);
    const blobs = [];
    for await (const lines of listing.items)
        for (const line of lines) {
            const tab = line.indexOf(9);
            const [, type, id = ''] = line.toString('latin1', 0, tab).split(' ');
            const path = line.toString('utf8', tab + 1);
            if (type === 'commit')
                inspection.unread.add(path, SUBMODULE, false);
            else
                blobs.push({ id, path });
        }
    if ((await listing.ended).exitCode !== 0)
        inspection.unread.add('the tree of HEAD', 'git could not list it', true);
    await readBlobs(store.place, blobs, inspection, 'file');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/look.js












/** Loaded only where it is needed. */
function ranges() {
    return import(/* webpackIgnore: true */ '../ranges/index.js');
}
async function look_look({ request, checkout, inspection }) {
    const { mode, folder } = request;
    const root = (0,external_node_fs_namespaceObject.realpathSync)(folder);
    if (mode === 'stdin') {
        if (request.stdin !== undefined)
            await scanStream(request.stdin, inspection, request);
        return { mode, scope: 'in standard input', whole: false };
    }
    if (mode === 'files') {
        await scanFiles(root, request.files ?? [], inspection, request);
        return { mode, scope: 'in the files named', whole: false };
    }
    if (request.lacking !== undefined)
        inspection.unread.add('the changes', request.lacking, true);
    const { repository } = checkout;
    if (repository !== undefined)
        return lookInRepository({ request, checkout, inspection }, repository);
    withoutRepository({ request, checkout, inspection });
    await scanFolder(root, inspection, request);
    return { mode: 'tree', scope: 'in the files of this folder', whole: mode === 'tree' };
}
/** A folder that is in no repository is scanned whole; what was asked of a repository is not answered by that. */
function withoutRepository({ request: { mode, range, variables }, checkout, inspection }) {
    const why = checkout.git === undefined ? 'git was not found on PATH' : 'this folder is in no git repository';
    const asked = mode === 'tree' ? range && (range.what ?? 'the changes') : ASKED[mode];
    if (asked !== undefined)
        inspection.unread.add(asked, why, true);
    const instead = asked === undefined || variables['GITHUB_ACTIONS'] !== 'true'
        ? ''
        : ' Check out into the workspace itself, without `path`, or ask for the files alone:  with: { scan: tree }';
    inspection.notes.push(`All files in the folder were scanned: ${why}.${instead}`);
}
const ASKED = {
    changes: 'the changes',
    history: 'the history',
    staged: 'the index',
    index: 'the index',
};
async function lookInRepository(look, repository) {
    const { request, checkout, inspection } = look;
    const { mode } = request;
    if (mode === 'staged' || mode === 'index') {
        const scanIt = mode === 'staged' ? scanStaged : scanIndex;
        await scanIt(repository, checkout.store(repository), inspection, request);
        return { mode, scope: mode === 'staged' ? 'in what is staged' : 'in the files named', whole: false };
    }
    if (mode === 'history') {
        await lookAtHistory(look, repository);
        await lookAtTree(look, repository);
        const shallow = isShallow(repository);
        const scope = shallow ? 'in the history that this clone holds' : 'in the history and the tree';
        return { mode, scope, whole: !shallow };
    }
    const changes = await lookAtChanges(look, repository);
    if (mode === 'changes' && (changes === 'seen' || changes === 'of another commit'))
        return { mode: 'changes', scope: changesOf(look, changes), whole: false };
    await lookAtTree(look, repository);
    const { prefix } = repository;
    const tree = prefix === '' ? 'in the tree' : `in ${printable_printable(prefix.slice(0, -1), 100)}`;
    const scope = changes === 'seen' ? `${tree} and ${changesOf(look, changes)}` : tree;
    return { mode: 'tree', scope, whole: prefix === '' && mode === 'tree' };
}
function changesOf({ request: { range } }, seen) {
    const what = `in ${range?.what ?? 'the changes'}`;
    return seen === 'seen' ? what : `in what could be read of ${what.slice(3)}`;
}
async function lookAtHistory({ request, checkout, inspection }, repository) {
    const store = await checkout.store(repository);
    if (isShallow(repository)) {
        inspection.unread.add('the history', 'the clone is shallow, and was scanned as far as it goes', true);
        const { wholeClone } = await ranges();
        inspection.notes.push(wholeClone(request.variables, true));
    }
    await scanHistory(repository, store, inspection, request, request.scannedTips);
}
/** Scans what a range brings; one that cannot be had makes the scan incomplete. */
async function lookAtChanges({ request, checkout, inspection }, repository) {
    const { range: wanted, variables } = request;
    if (wanted === undefined)
        return 'none';
    const { obtainRange, wholeClone } = await ranges();
    const range = await obtainRange(checkout, repository, wanted);
    if ('lacking' in range) {
        if (!range.curable) {
            inspection.notes.push(`The tree was scanned instead of the changes, for ${range.lacking}.`);
            return 'none';
        }
        inspection.unread.add(wanted.what ?? 'the changes', range.lacking, true);
        const advice = wholeClone(variables, isShallow(repository));
        inspection.notes.push(`What a commit added and a later one removed was not seen. ${advice}`);
        const head = await resolveRevision(repository, 'HEAD');
        return wanted.head === undefined || wanted.head === head ? 'lacking' : 'of another commit';
    }
    const store = await checkout.store(repository);
    const before = inspection.found.splice(0);
    const listed = await scanRange(store, range, inspection, request);
    const placed = await placeInTree(store, range.heads, inspection.found.splice(0));
    if (range.excluded.length > 0 && !request.signal?.aborted)
        await scanMoved(store, listed, inspection);
    // What a workflow file was like in between does not matter: only the one that runs does.
    const standing = [...placed, ...inspection.found.splice(0)].filter(({ rule, place }) => rule !== 'ci-static-key' || place.kind === 'file');
    inspection.found.push(...before, ...standing);
    const branch = wanted.head === undefined ? headName(repository) : undefined;
    if (branch !== undefined)
        inspection.text(branch, { kind: 'ref-name', path: branch });
    return 'seen';
}
async function lookAtTree({ request, checkout, inspection }, repository) {
    const openStore = () => checkout.store(repository);
    if (repository.workTree === undefined) {
        await scanHeadTree(repository, inspection, await openStore());
        return;
    }
    const tracked = await scanTrackedTree(repository, inspection, openStore, request);
    if (tracked === undefined || tracked === 0) {
        inspection.notes.push(tracked === 0
            ? 'git tracks no file in this folder: all files in it were scanned.'
            : 'git cannot read this repository: all files in the folder were scanned, whether tracked or not.');
        await scanFolder((0,external_node_fs_namespaceObject.realpathSync)(request.folder), inspection, request);
    }
    else if (request.untracked === true)
        await scanUntracked(repository, inspection, request);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/object-store.js




/** @param temporary where the folder is made; '' for the system's own */
async function openObjectStore(repository, temporary) {
    const { stdout } = await git_gitText(repository.place, 'rev-parse', '--show-object-format');
    const format = stdout.trim() === 'sha256' ? 'sha256' : 'sha1';
    const folder = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)(temporary || (0,external_node_os_namespaceObject.tmpdir)(), 'aws-temp-creds-scan-'));
    const objects = (0,external_node_path_namespaceObject.join)(repository.commonDir, 'objects');
    const own = (0,external_node_path_namespaceObject.join)(folder, 'objects');
    for (const name of ['objects/info', 'objects/pack', 'refs'])
        (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.join)(folder, name), { recursive: true });
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(folder, 'HEAD'), 'ref: refs/heads/none\n');
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(folder, 'config'), configuration(format));
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(own, 'info/alternates'), `${quoted(objects)}\n`);
    const shallow = (0,external_node_path_namespaceObject.join)(repository.commonDir, 'shallow');
    if ((0,external_node_fs_namespaceObject.existsSync)(shallow))
        (0,external_node_fs_namespaceObject.copyFileSync)(shallow, (0,external_node_path_namespaceObject.join)(folder, 'shallow'));
    const place = { git: repository.place.git, options: [`--git-dir=${folder}`], folder };
    return {
        place: {
            ...place,
            variables: { GIT_OBJECT_DIRECTORY: objects, GIT_ALTERNATE_OBJECT_DIRECTORIES: own },
        },
        writing: place,
        folder,
        format,
        close: () => (0,external_node_fs_namespaceObject.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 }),
    };
}
function configuration(format) {
    const version = format === 'sha1' ? 0 : 1;
    const extension = format === 'sha1' ? '' : '[extensions]\n\tobjectformat = sha256\n';
    return `[core]\n\trepositoryformatversion = ${version}\n\tbare = true\n${extension}`;
}
/** A path as a line of objects/info/alternates: in C's quotes, for it may begin with # or hold a newline. */
function quoted(path) {
    const escaped = path
        .replaceAll('\\', process.platform === 'win32' ? '/' : '\\\\')
        .replaceAll('"', '\\"')
        .replaceAll('\n', '\\n');
    return `"${escaped}"`;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/checkout.js



/** A folder with what git can tell of it. What costs anything is opened when it is first needed. */
class Checkout {
    git;
    repository;
    options;
    #store;
    constructor(folder, options) {
        this.options = options;
        this.git = findGit(options.variables, folder);
        this.repository = this.git && findRepository(this.git, folder);
    }
    store(repository) {
        this.#store ??= openObjectStore(repository, this.options.temporary ?? '');
        return this.#store;
    }
    async close() {
        (await this.#store)?.close();
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/job-variables.js


/**
 * Long-lived keys that the job was given in its environment. Temporary credentials there are as it should be.
 *
 * @returns one finding per variable, at a place whose path is the variable's name
 */
function staticKeysIn(variables) {
    return Object.entries(variables).flatMap(([name, value = '']) => {
        if (!value.includes('AKIA'))
            return [];
        const content = Buffer.from(`${name}=${value}\n`);
        const { detections } = detect(content);
        const found = makeFindings(content, detections, { kind: 'environment', path: name });
        return found
            .filter(({ accessKeyId }) => accessKeyId?.startsWith('AKIA'))
            .map(({ place: { kind, path }, severity, ...finding }) => ({
            ...finding,
            rule: 'job-static-key',
            severity: severity === 'notice' ? severity : 'warning',
            place: { kind, ...(path !== undefined && { path }) },
        }));
    });
}
;// CONCATENATED MODULE: ./lib/bundling/scan/scan.js











/**
 * Scans what the request names. Inline comments are noted on the findings and nothing is allowed yet: see
 * `applyAllowList`. What cannot be read is in the result.
 *
 * @throws Failure `wrong-input` when the folder is none
 */
async function scan(request) {
    // Of Node's clocks the one that needs not be loaded.
    const started = process.uptime();
    if ((0,external_node_fs_namespaceObject.statSync)(request.folder, { throwIfNoEntry: false })?.isDirectory() !== true)
        throw new failure_Failure('wrong-input', { what: `There is no folder ${printable_printable(request.folder)}.` });
    const inspection = new Inspection();
    const checkout = new Checkout(request.folder, request);
    try {
        const looked = await look_look({ request, checkout, inspection });
        for (const { text, ...place } of request.texts ?? [])
            inspection.text(text, place);
        if (request.environment === true)
            inspection.found.push(...staticKeysIn(request.variables));
        if (request.signal?.aborted)
            inspection.unread.add('the rest', 'the scan was stopped', true);
        const { findings: found, dropped } = uniqueFindings(inspection.found);
        const findings = found.length === 0 ? found : await attributed(found, checkout);
        const unlisted = dropped + inspection.dropped;
        if (unlisted > 0)
            inspection.unread.add(`${unlisted} findings`, `more than ${LIMITS.findings}: these are not listed`, true);
        const { files, objects, bytes, notes } = inspection;
        return {
            ...looked,
            findings,
            allowed: [],
            unread: scan_explained(inspection.unread.list(), checkout.repository),
            counts: { files, objects, bytes, milliseconds: Math.round(1000 * (process.uptime() - started)) },
            notes,
        };
    }
    finally {
        await checkout.close();
    }
}
/** Loaded only for findings. */
async function attributed(findings, checkout) {
    const { withAuthors } = await import(/* webpackIgnore: true */ '../authors/index.js');
    return withAuthors(findings, checkout.repository, own => checkout.store(own));
}
/** Why an object is missing is known only once it is known what kind of clone this is. */
function scan_explained(unread, repository) {
    const partial = repository !== undefined && isPartial(repository);
    return unread.map(item => (item.why === MISSING ? { ...item, why: missingWords(partial) } : item));
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/doctor/leaked-keys.js




/** Where shells look when they start, from the home folder. */
const SHELL_FILES = [
    '.profile',
    '.bashrc',
    '.bash_profile',
    '.bash_login',
    '.bash_aliases',
    '.zshrc',
    '.zshenv',
    '.zprofile',
    '.zlogin',
    '.config/fish/config.fish',
    '.config/powershell/profile.ps1',
    '.config/powershell/Microsoft.PowerShell_profile.ps1',
    'Documents/PowerShell/Microsoft.PowerShell_profile.ps1',
    'Documents/WindowsPowerShell/Microsoft.PowerShell_profile.ps1',
    '.envrc',
    '.boto',
    '.s3cfg',
    '.passwd-s3fs',
];
/** How deep `.env` files are looked for in a repository, and how many. */
const DEEPEST = 4;
const MOST = 200;
const PASSED_OVER = new Set(['node_modules', '.git', '.venv', 'venv', 'vendor', 'cdk.out', 'dist', 'target']);
/**
 * Keys in what shells read when they start, and in the `.env` files of a repository, found by the scanner.
 *
 * @param root of the repository; undefined: none
 */
async function leakedKeys(root, variables, signal) {
    const home = (0,external_node_os_namespaceObject.homedir)();
    const shell = SHELL_FILES.map(name => (0,external_node_path_namespaceObject.join)(home, name)).filter(isFile);
    const dotenv = root === undefined || root === home ? [] : dotenvFiles(root, 0);
    const groups = [
        { folder: home, files: shell },
        { folder: root ?? home, files: dotenv.slice(0, MOST) },
    ].filter(({ files }) => files.length > 0);
    const results = await Promise.all(groups.map(async ({ folder, files }) => ({
        folder,
        result: await scan({ folder, mode: 'files', files, variables, signal }),
    })));
    return {
        ailments: results.flatMap(({ folder, result }) => result.findings.filter(isKey).map(finding => ailment(finding, folder === home))),
        unread: results.flatMap(({ result }) => result.unread.filter(({ incomplete }) => incomplete).map(({ what, why }) => `${what}: ${why}`)),
    };
}
function isFile(path) {
    return (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
function dotenvFiles(folder, depth) {
    const entries = (() => {
        try {
            return (0,external_node_fs_namespaceObject.readdirSync)(folder, { withFileTypes: true });
        }
        catch {
            return [];
        }
    })();
    return entries.flatMap(entry => {
        const path = (0,external_node_path_namespaceObject.join)(folder, entry.name);
        if (entry.isDirectory())
            return depth < DEEPEST && !PASSED_OVER.has(entry.name) ? dotenvFiles(path, depth + 1) : [];
        return entry.isFile() && /^\.env(\..+)?$|\.env$/.test(entry.name) ? [path] : [];
    });
}
function isKey({ severity, allowed }) {
    return severity !== 'notice' && allowed === undefined;
}
function ailment({ place, redacted, rule }, isShell) {
    const where = `${isShell ? '~/' : ''}${place.path ?? ''}:${place.line ?? 1}`;
    return {
        rule: isShell ? 'key-in-shell-profile' : 'key-in-dotenv',
        severity: rule === 'temporary-credentials' || rule === 'session-token' ? 'warning' : 'error',
        what: `${where} holds a key (${redacted}).`,
        why: isShell
            ? 'Every program that a shell starts has it, and it beats the profiles.'
            : 'It is one `git add` away from everybody, and beats the profiles of whoever loads the file.',
        fix: `aws iam update-access-key --access-key-id ${redacted} --status Inactive    # its whole ID stands in the file\n# then remove the line; in its place: aws-temp-creds exec --environment dev -- COMMAND`,
    };
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/block-owner.js



/** Bytes; more is no configuration of git's. */
const block_owner_LARGEST = 256 * 1024;
/**
 * Whose a block in ~/.aws/config is: the repository that `origin` names, so that all clones of it share one block; else
 * the folder. ASCII without blanks, and without what a URL may hold of somebody's password.
 *
 * @param root of the checkout, absolute
 * @param configuration path of the configuration file; undefined: the default one
 */
function blockOwner(root, configuration) {
    const repository = remoteName(originOf(root)) ?? encodeURI(root.replaceAll('\\', '/'));
    return configuration === undefined ? repository : `${repository}:${encodeURI(configuration)}`;
}
/** `https://user:secret@host/owner/name.git`, `git@host:owner/name` and `ssh://\u2026` as `host/owner/name`. */
function remoteName(url) {
    const text = url?.trim() ?? '';
    const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([\w.-]+)(?::\d+)?\/(.+)$/i.exec(text) ??
        /^(?:[^/@:]*@)?([\w.-]{2,}):(?!\\)(.+)$/.exec(text);
    const [, host, path] = match ?? [];
    if (host === undefined || path === undefined)
        return undefined;
    const name = path
        .replace(/[?#].*$/, '')
        .replace(/\/+$/, '')
        .replace(/\.git$/, '')
        .replace(/^\/+/, '');
    return /^[\w.~+/-]+$/.test(name) ? `${host.toLowerCase()}/${name}` : undefined;
}
/** The URL of the remote `origin`, from git's own file: no program is started for it. */
function originOf(root) {
    const gitDir = gitDirOf(root);
    if (gitDir === undefined)
        return undefined;
    const common = readSmall((0,external_node_path_namespaceObject.join)(gitDir, 'commondir'))?.trim();
    const text = readSmall((0,external_node_path_namespaceObject.join)(common === undefined ? gitDir : (0,external_node_path_namespaceObject.resolve)(gitDir, common), 'config'));
    const section = text?.split(/^\s*(?=\[)/m).find(part => /^\[remote "origin"\]/.test(part));
    return section && /^\s*url\s*=\s*"?([^"\r\n]*?)"?\s*$/m.exec(section)?.[1];
}
function gitDirOf(root) {
    const path = (0,external_node_path_namespaceObject.join)(root, '.git');
    const found = (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory())
        return found && path;
    const named = /^gitdir: (.+)$/m.exec(readSmall(path) ?? '')?.[1];
    return named === undefined ? undefined : (0,external_node_path_namespaceObject.resolve)(root, named.trim());
}
function readSmall(path) {
    const found = (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false });
    return found?.isFile() && found.size <= block_owner_LARGEST ? readIfThere(path) : undefined;
}
;// CONCATENATED MODULE: external "../packages/actions-exec.js"
var actions_exec_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var actions_exec_js_y = (x) => (() => (x))
const actions_exec_js_namespaceObject = actions_exec_js_x({ ["exec"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_actions_exec_js_29415def__.exec) });
;// CONCATENATED MODULE: ./lib/bundling/laptop/doctor/ask-tool.js


/** Characters; a version is shorter. */
const ask_tool_MOST = 10_000;
/**
 * Asks a tool on PATH for a few words, such as its version.
 *
 * The package finds and starts `.cmd` and `.bat` files on Windows, which Node alone does not. It cannot stop what it
 * started, nor bound what is said: so a tool that is late is no longer listened to and its pipes end with this process,
 * which has to be ended; git, which may hang in a hostile repository, is not started with it.
 *
 * @returns what it wrote to both streams; undefined when there is no such tool, it failed, or it has not answered
 */
async function askTool(tool, args, { environment, folder, patience }) {
    let said = '';
    const listen = (bytes) => {
        if (said.length < ask_tool_MOST)
            said += bytes.toString('utf8').slice(0, ask_tool_MOST - said.length);
    };
    const ended = (0,actions_exec_js_namespaceObject.exec)(tool, [...args], {
        env: { ...environment },
        cwd: folder,
        silent: true,
        ignoreReturnCode: true,
        listeners: { stdout: listen, stderr: listen },
    }).catch(() => undefined);
    const waiting = new AbortController();
    const late = (0,promises_namespaceObject.setTimeout)(patience, undefined, { signal: waiting.signal }).catch(() => undefined);
    const exitCode = await Promise.race([ended, late]);
    waiting.abort();
    return exitCode === 0 ? said : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/doctor/read-machine.js










/** Milliseconds that a clock may be off, and that `aws --version` may take. */
const TOLERANCE = 5 * 60_000;
const read_machine_PATIENCE = 20_000;
/**
 * Reads what doctor looks at: a dozen fixed places, never a walk of the home folder.
 *
 * @param folder that doctor is called in
 * @throws Failure `wrong-configuration` when one of the two AWS files cannot be read
 */
async function readMachine(variables, project, folder) {
    const files = readHomeFiles(variables);
    const now = new Date();
    const kept = cacheFiles(variables);
    const secretInConfig = /aws_secret_access_key/i.test(files.config.text ?? '');
    const guarded = [files.credentials.path, ...(secretInConfig ? [files.config.path] : []), ...kept];
    return {
        now,
        variables,
        platform: process.platform,
        files,
        config: config_file_parseConfigFile(files.config.text ?? ''),
        credentials: config_file_parseConfigFile(files.credentials.text ?? '', 'credentials'),
        credentialsChanged: (0,external_node_fs_namespaceObject.statSync)(files.credentials.path, { throwIfNoEntry: false })?.mtime,
        project,
        owner: project && blockOwner(project.root, project.named),
        tokenOf: session => readIfThere(tokenPath({ session, startUrl: session })),
        open: process.platform === 'win32' ? [] : guarded.flatMap(openFile),
        future: [files.config.path, files.credentials.path, ...kept].filter(path => ((0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > now.getTime() + TOLERANCE),
        awsVersion: await awsVersion(variables, folder),
        cdkVersion: [project?.root ?? folder, folder].map(cdkVersion).find(version => version !== undefined),
        exists: external_node_fs_namespaceObject.existsSync,
    };
}
function openFile(path) {
    const mode = (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false })?.mode ?? 0;
    return (mode & 0o077) === 0 ? [] : [{ path, mode: mode & 0o777 }];
}
/** The files of the three caches that hold secrets. */
function cacheFiles(variables) {
    const logins = (0,external_node_path_namespaceObject.dirname)(loginPath({ session: '' }, variables));
    const folders = [(0,external_node_path_namespaceObject.join)(home_files_awsFolder(), 'sso', 'cache'), (0,external_node_path_namespaceObject.join)(home_files_awsFolder(), 'cli', 'cache'), logins];
    return folders.flatMap(folder => {
        try {
            const names = (0,external_node_fs_namespaceObject.readdirSync)(folder).filter(name => name.endsWith('.json'));
            return names.map(name => (0,external_node_path_namespaceObject.join)(folder, name));
        }
        catch {
            return [];
        }
    });
}
/** The CLI's own answer; version 1 gave it on standard error once. */
function awsVersion(variables, folder) {
    const entries = Object.entries(variables).filter((entry) => entry[1] !== undefined && !/^AWS_/i.test(entry[0]));
    return askTool('aws', ['--version'], {
        environment: Object.fromEntries(entries),
        // Not where it is called: on Windows a program of that name there would be started.
        folder: (0,external_node_fs_namespaceObject.existsSync)((0,external_node_os_namespaceObject.homedir)()) ? (0,external_node_os_namespaceObject.homedir)() : folder,
        patience: read_machine_PATIENCE,
    });
}
function cdkVersion(folder) {
    return Fields.parse(readIfThere((0,external_node_path_namespaceObject.join)(folder, 'node_modules', 'aws-cdk', 'package.json')))?.text('version');
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/doctor/remedies.js





/**
 * The configuration file with what can be mended without a question: comments behind values go onto lines of their
 * own, and sessions get the scope that renewal needs. Everything else stays to the byte.
 */
function mendedConfig(text) {
    const newline = managed_block_newlineOf(text);
    const sections = config_file_parseConfigFile(text);
    const comments = sections.flatMap(section => commented(section).map(({ start, end, comment = '' }) => {
        const line = text.slice(start, end);
        const [first = ''] = line.split(/\r?\n/);
        const rest = line.slice(first.length);
        const value = first.slice(0, first.lastIndexOf(comment)).trimEnd();
        return { start, end, text: `${comment}${newline}${value}${rest}` };
    }));
    const scopes = sections
        .filter(({ kind, settings }) => kind === 'sso-session' && !settings.some(({ key }) => key === 'sso_registration_scopes'))
        .flatMap(({ settings }) => {
        const last = settings.find(({ key }) => key === 'sso_region') ?? settings.at(-1);
        if (last === undefined)
            return [];
        const line = `sso_registration_scopes = ${SCOPES}`;
        const ends = text.slice(0, last.end).endsWith('\n');
        return [{ start: last.end, end: last.end, text: ends ? line + newline : newline + line }];
    });
    return edited(text, [...comments, ...scopes]);
}
/** The credentials file without the copies of ours that have ended. */
function mendedCredentials(text, now) {
    return withoutCopies(text, endedCopies(text, now).map(({ name }) => name));
}
function edited(text, edits) {
    return [...edits]
        .sort((one, other) => other.start - one.start || other.end - one.end)
        .reduce((rest, { start, end, text: piece }) => rest.slice(0, start) + piece + rest.slice(end), text);
}
;// CONCATENATED MODULE: ./lib/bundling/config/load.js





/** Where the configuration file stands when nobody says otherwise. */
const CONFIGURATION_PATH = '.github/aws-temp-creds.yml';
/** People write some kilobytes. */
const LARGEST_CONFIGURATION = 2 ** 20;
/**
 * Reads and checks the configuration file of a checkout.
 *
 * @param folder root of the checkout, absolute
 * @param path of the file in it; undefined: the default place, where a missing file is no fault
 * @returns undefined when no path was given and there is no file at the default place
 */
async function loadConfiguration(folder, path) {
    const wanted = path ?? CONFIGURATION_PATH;
    const readFile = repositoryFile(folder);
    const text = readFile(wanted);
    if (text !== undefined) {
        // Only now: most of what this needs (YAML, schema) costs start time that a job without a file need not spend.
        const { readConfiguration } = await import(/* webpackIgnore: true */ '../configuration/index.js');
        return readConfiguration(text, wanted, readFile);
    }
    if (path === undefined)
        return undefined;
    throw new failure_Failure('wrong-input', {
        what: `The configuration file ${printable_printable(path, 300)} is not there.`,
        why: `There is no such file in ${printable_printable(folder, 300)}.`,
        likely: 'The repository was not checked out before this step, or the path is not relative to its root.',
        write: `- uses: actions/checkout@v7\n- uses: org/aws-temp-creds@v1\n  with:\n    config: ${CONFIGURATION_PATH}`,
    });
}
/**
 * Reads files of a checkout; a path that leads out of it, by `..` or by a symbolic link, reads as absent.
 *
 * @param most bytes that a file may have
 * @returns a function that throws Failure `wrong-configuration` for what is too large, or is a FIFO or the like
 */
function repositoryFile(folder, most = LARGEST_CONFIGURATION) {
    return path => {
        const file = insideOf(folder, path);
        if (file === undefined)
            return undefined;
        const found = regular_file_readRegularFile(file, most);
        if (found.kind === 'file')
            return found.content.toString('utf8');
        if (found.kind === 'none')
            return undefined;
        throw new failure_Failure('wrong-configuration', {
            what: `${printable_printable(path, 300)} cannot be read.`,
            why: found.kind === 'other' ? 'It is no regular file.' : `It is larger than ${most / 2 ** 20} MiB.`,
        });
    };
}
/** @returns the real path of what is at a path of the checkout, or undefined when that leads out of it or nowhere */
function insideOf(folder, path) {
    try {
        const root = (0,external_node_fs_namespaceObject.realpathSync)(folder);
        const file = (0,external_node_fs_namespaceObject.realpathSync)((0,external_node_path_namespaceObject.join)(root, path));
        const inside = (0,external_node_path_namespaceObject.relative)(root, file);
        return inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_namespaceObject.sep}`) ? undefined : file;
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/project.js





/** The folder above that has a configuration file, or a repository's top; else the folder itself. */
function projectRoot(folder) {
    const start = (0,external_node_fs_namespaceObject.realpathSync)(folder);
    for (let top = start;; top = (0,external_node_path_namespaceObject.dirname)(top)) {
        const is = (name) => (0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(top, name), { throwIfNoEntry: false }) !== undefined;
        if (is(CONFIGURATION_PATH) || is('.git'))
            return top;
        if ((0,external_node_path_namespaceObject.dirname)(top) === top)
            return start;
    }
}
/**
 * @param cwd where the command is called
 * @param named `--config`, from there
 * @throws Failure when there is no configuration file, or it is wrong
 */
async function loadProject(cwd, named) {
    const root = projectRoot(cwd);
    const path = named && fromRoot(root, (0,external_node_path_namespaceObject.resolve)((0,external_node_fs_namespaceObject.realpathSync)(cwd), named));
    const configuration = await loadConfiguration(root, path);
    if (configuration !== undefined) {
        return { root, configuration, named: path === CONFIGURATION_PATH ? undefined : path };
    }
    throw new failure_Failure('wrong-input', {
        what: `There is no ${CONFIGURATION_PATH} in ${printable_printable(root, 300)}.`,
        likely: 'The command is called outside the repository that has the file, or the team has none yet.',
        write: 'cd into the repository, or name a file: --config FILE. To begin one: aws-temp-creds init',
    });
}
/** As `loadProject`; undefined where there is no file and none is named. */
async function projectIfThere(cwd) {
    const root = projectRoot(cwd);
    const configuration = await loadConfiguration(root, undefined);
    return configuration && { root, configuration, named: undefined };
}
function fromRoot(root, path) {
    const way = (0,external_node_path_namespaceObject.relative)(root, path);
    return (0,external_node_path_namespaceObject.isAbsolute)(way) ? path : way.replaceAll('\\', '/');
}
;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/line.js


class LineDiff extends Diff {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        // If we're ignoring whitespace, we need to normalise lines by stripping
        // whitespace before checking equality. (This has an annoying interaction
        // with newlineIsToken that requires special handling: if newlines get their
        // own token, then we DON'T want to trim the *newline* tokens down to empty
        // strings, since this would cause us to treat whitespace-only line content
        // as equal to a separator between lines, which would be weird and
        // inconsistent with the documented behavior of the options.)
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
// Exported standalone so it can be used from jsonDiff too.
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        // remove one \r before \n to match GNU diff's --strip-trailing-cr behavior
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    // Ignore the final empty token that occurs if the string ends with a new line
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    // Merge the content and line separators into single tokens
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/patch/create.js

/**
 * Returns true if the filename contains characters that require C-style
 * quoting (as used by Git and GNU diffutils in diff output).
 */
function needsQuoting(s) {
    for (let i = 0; i < s.length; i++) {
        if (s[i] < '\x20' || s[i] > '\x7e' || s[i] === '"' || s[i] === '\\') {
            return true;
        }
    }
    return false;
}
/**
 * C-style quotes a filename, encoding special characters as escape sequences
 * and non-ASCII bytes as octal escapes. This is the inverse of
 * `parseQuotedFileName` in parse.ts.
 *
 * Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
 * This matches the behaviour of both Git and GNU diffutils, which always emit
 * UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
 * Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
 *
 * If the filename doesn't need quoting, returns it as-is.
 */
function quoteFileNameIfNeeded(s) {
    if (!needsQuoting(s)) {
        return s;
    }
    let result = '"';
    const bytes = new TextEncoder().encode(s);
    let i = 0;
    while (i < bytes.length) {
        const b = bytes[i];
        // See https://en.wikipedia.org/wiki/Escape_sequences_in_C#Escape_sequences
        if (b === 0x07) {
            result += '\\a';
        }
        else if (b === 0x08) {
            result += '\\b';
        }
        else if (b === 0x09) {
            result += '\\t';
        }
        else if (b === 0x0a) {
            result += '\\n';
        }
        else if (b === 0x0b) {
            result += '\\v';
        }
        else if (b === 0x0c) {
            result += '\\f';
        }
        else if (b === 0x0d) {
            result += '\\r';
        }
        else if (b === 0x22) {
            result += '\\"';
        }
        else if (b === 0x5c) {
            result += '\\\\';
        }
        else if (b >= 0x20 && b <= 0x7e) {
            // Just a printable ASCII character that is neither a double quote nor a
            // backslash; no need to escape it.
            result += String.fromCharCode(b);
        }
        else {
            // Either part of a non-ASCII character or a control character without a
            // special escape sequence; needs escaping as a 3-digit octal escape
            result += '\\' + b.toString(8).padStart(3, '0');
        }
        i++;
    }
    result += '"';
    return result;
}
const INCLUDE_HEADERS = {
    includeIndex: true,
    includeUnderline: true,
    includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: true
};
const OMIT_HEADERS = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: false
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    let optionsObj;
    if (!options) {
        optionsObj = {};
    }
    else if (typeof options === 'function') {
        optionsObj = { callback: options };
    }
    else {
        optionsObj = options;
    }
    if (typeof optionsObj.context === 'undefined') {
        optionsObj.context = 4;
    }
    // We copy this into its own variable to placate TypeScript, which thinks
    // optionsObj.context might be undefined in the callbacks below.
    const context = optionsObj.context;
    // @ts-expect-error (runtime check for something that is correctly a static type error)
    if (optionsObj.newlineIsToken) {
        throw new Error('newlineIsToken may not be used with patch-generation functions, only with diffing functions');
    }
    if (!optionsObj.callback) {
        return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
    }
    else {
        const { callback } = optionsObj;
        diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
                const patch = diffLinesResultToPatch(diff);
                // TypeScript is unhappy without the cast because it does not understand that `patch` may
                // be undefined here only if `callback` is StructuredPatchCallbackAbortable:
                callback(patch);
            } }));
    }
    function diffLinesResultToPatch(diff) {
        // STEP 1: Build up the patch with no "\ No newline at end of file" lines and with the arrays
        //         of lines containing trailing newline characters. We'll tidy up later...
        if (!diff) {
            return;
        }
        diff.push({ value: '', lines: [] }); // Append an empty value to make cleanup easier
        function contextLines(lines) {
            return lines.map(function (entry) { return ' ' + entry; });
        }
        const hunks = [];
        let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
        for (let i = 0; i < diff.length; i++) {
            const current = diff[i], lines = current.lines || splitLines(current.value);
            current.lines = lines;
            if (current.added || current.removed) {
                // If we have previous context, start with that
                if (!oldRangeStart) {
                    const prev = diff[i - 1];
                    oldRangeStart = oldLine;
                    newRangeStart = newLine;
                    if (prev) {
                        curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
                        oldRangeStart -= curRange.length;
                        newRangeStart -= curRange.length;
                    }
                }
                // Output our changes
                for (const line of lines) {
                    curRange.push((current.added ? '+' : '-') + line);
                }
                // Track the updated file position
                if (current.added) {
                    newLine += lines.length;
                }
                else {
                    oldLine += lines.length;
                }
            }
            else {
                // Identical context lines. Track line changes
                if (oldRangeStart) {
                    // Close out any changes that have been output (or join overlapping)
                    if (lines.length <= context * 2 && i < diff.length - 2) {
                        // Overlapping
                        for (const line of contextLines(lines)) {
                            curRange.push(line);
                        }
                    }
                    else {
                        // end the range and output
                        const contextSize = Math.min(lines.length, context);
                        for (const line of contextLines(lines.slice(0, contextSize))) {
                            curRange.push(line);
                        }
                        const hunk = {
                            oldStart: oldRangeStart,
                            oldLines: (oldLine - oldRangeStart + contextSize),
                            newStart: newRangeStart,
                            newLines: (newLine - newRangeStart + contextSize),
                            lines: curRange
                        };
                        hunks.push(hunk);
                        oldRangeStart = 0;
                        newRangeStart = 0;
                        curRange = [];
                    }
                }
                oldLine += lines.length;
                newLine += lines.length;
            }
        }
        // Step 2: eliminate the trailing `\n` from each line of each hunk, and, where needed, add
        //         "\ No newline at end of file".
        for (const hunk of hunks) {
            for (let i = 0; i < hunk.lines.length; i++) {
                if (hunk.lines[i].endsWith('\n')) {
                    hunk.lines[i] = hunk.lines[i].slice(0, -1);
                }
                else {
                    hunk.lines.splice(i + 1, 0, '\\ No newline at end of file');
                    i++; // Skip the line we just added, then continue iterating
                }
            }
        }
        return {
            oldFileName: oldFileName, newFileName: newFileName,
            oldHeader: oldHeader, newHeader: newHeader,
            hunks: hunks
        };
    }
}
/**
 * creates a unified diff patch.
 *
 * @param patch either a single structured patch object (as returned by `structuredPatch`) or an
 *   array of them (as returned by `parsePatch`).
 * @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
 *   Ignored for patches where `isGit` is `true`.
 *
 * When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
 * output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
 * properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
 * headers for patches with no hunks (e.g. renames without content changes).
 */
function formatPatch(patch, headerOptions) {
    var _a, _b, _c, _d, _e, _f;
    if (!headerOptions) {
        headerOptions = INCLUDE_HEADERS;
    }
    if (Array.isArray(patch)) {
        if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every(p => p.isGit)) {
            throw new Error('Cannot omit file headers on a multi-file patch. '
                + '(The result would be unparseable; how would a tool trying to apply '
                + 'the patch know which changes are to which file?)');
        }
        return patch.map(p => formatPatch(p, headerOptions)).join('\n');
    }
    const ret = [];
    // Git patches have a fixed header format (diff --git, extended headers,
    // and ---/+++ when hunks are present), so headerOptions is ignored.
    if (patch.isGit) {
        headerOptions = INCLUDE_HEADERS;
        // Emit Git-style diff --git header and extended headers.
        // Git never puts /dev/null in the "diff --git" line; for file
        // creations/deletions it uses the real filename on both sides.
        if (!patch.oldFileName) {
            throw new Error('oldFileName must be specified for Git patches');
        }
        if (!patch.newFileName) {
            throw new Error('newFileName must be specified for Git patches');
        }
        let gitOldName = patch.oldFileName;
        let gitNewName = patch.newFileName;
        if (patch.isCreate && gitOldName === '/dev/null') {
            gitOldName = gitNewName.replace(/^b\//, 'a/');
        }
        else if (patch.isDelete && gitNewName === '/dev/null') {
            gitNewName = gitOldName.replace(/^a\//, 'b/');
        }
        ret.push('diff --git ' + quoteFileNameIfNeeded(gitOldName) + ' ' + quoteFileNameIfNeeded(gitNewName));
        if (patch.isDelete) {
            ret.push('deleted file mode ' + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : '100644'));
        }
        if (patch.isCreate) {
            ret.push('new file mode ' + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : '100644'));
        }
        if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
            ret.push('old mode ' + patch.oldMode);
            ret.push('new mode ' + patch.newMode);
        }
        if (patch.isRename) {
            ret.push('rename from ' + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : '').replace(/^a\//, '')));
            ret.push('rename to ' + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : '').replace(/^b\//, '')));
        }
        if (patch.isCopy) {
            ret.push('copy from ' + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : '').replace(/^a\//, '')));
            ret.push('copy to ' + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : '').replace(/^b\//, '')));
        }
    }
    else {
        if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== undefined) {
            ret.push('Index: ' + patch.oldFileName);
        }
        if (headerOptions.includeUnderline) {
            ret.push('===================================================================');
        }
    }
    // Emit --- / +++ file headers. For Git patches with no hunks (e.g.
    // pure renames, mode-only changes), Git omits these, so we do too.
    const hasHunks = patch.hunks.length > 0;
    if (headerOptions.includeFileHeaders && patch.oldFileName !== undefined && patch.newFileName !== undefined
        && (!patch.isGit || hasHunks)) {
        ret.push('--- ' + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? '\t' + patch.oldHeader : ''));
        ret.push('+++ ' + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? '\t' + patch.newHeader : ''));
    }
    for (let i = 0; i < patch.hunks.length; i++) {
        const hunk = patch.hunks[i];
        // Unified Diff Format quirk: If the chunk size is 0,
        // the first number is one lower than one would expect.
        // https://www.artima.com/weblogs/viewpost.jsp?thread=164293
        const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
        const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
        ret.push('@@ -' + oldStart + ',' + hunk.oldLines
            + ' +' + newStart + ',' + hunk.newLines
            + ' @@');
        for (const line of hunk.lines) {
            ret.push(line);
        }
    }
    return ret.join('\n') + '\n';
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    if (typeof options === 'function') {
        options = { callback: options };
    }
    if (!(options === null || options === void 0 ? void 0 : options.callback)) {
        const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
        if (!patchObj) {
            return;
        }
        return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
    }
    else {
        const { callback } = options;
        structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: patchObj => {
                if (!patchObj) {
                    callback(undefined);
                }
                else {
                    callback(formatPatch(patchObj, options.headerOptions));
                }
            } }));
    }
}
function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options) {
    return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader, options);
}
/**
 * Split `text` into an array of lines, including the trailing newline character (where present)
 */
function splitLines(text) {
    const hasTrailingNl = text.endsWith('\n');
    const result = text.split('\n').map(line => line + '\n');
    if (hasTrailingNl) {
        result.pop();
    }
    else {
        result.push(result.pop().slice(0, -1));
    }
    return result;
}

;// CONCATENATED MODULE: ./lib/bundling/laptop/show-diff.js




/** Settings whose values are secrets; what stands in the user's own lines around ours is not shown. */
const SECRET_KEYS = /^(aws_access_key_id|aws_secret_access_key|aws_session_token|aws_security_token)$/;
/**
 * What is to become of a file, as a unified diff; '' when nothing changes. Keys that stand near a change are shown as
 * `***`, on both sides.
 *
 * @param before Latin-1 of the file's bytes; undefined: there is no file
 */
function showDiff(path, before, after) {
    if (before === after)
        return '';
    const name = printable_printable(path);
    return unifiedDiff({ name: before === undefined ? '/dev/null' : name, text: shown(before ?? '') }, { name: after === undefined ? '/dev/null' : name, text: shown(after ?? '') });
}
/** A unified diff with three lines of context, under the names given. */
function unifiedDiff(before, after) {
    return createTwoFilesPatch(before.name, after.name, before.text, after.text, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
    });
}
function shown(latin1) {
    const secrets = ['config', 'credentials']
        .flatMap(kind => config_file_parseConfigFile(latin1, kind))
        .flatMap(({ settings }) => settings.filter(({ key }) => SECRET_KEYS.test(key)));
    let text = '';
    let at = 0;
    for (const { start, end } of secrets.sort((one, other) => one.start - other.start)) {
        if (start < at)
            continue;
        const line = latin1.slice(start, end);
        text += latin1.slice(at, start) + line.replace(/([=:][ \t]*)[\s\S]*?(\r?\n)?$/, '$1***$2');
        at = end;
    }
    return text_readText(text + latin1.slice(at));
}
;// CONCATENATED MODULE: ./lib/bundling/cli/command.js
/** What the command answers its caller with: clean; findings or a refusal; wrong use, or an incomplete scan. */
const EXIT = { clean: 0, found: 1, wrong: 2 };
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/doctor.js













const doctorCommand = {
    name: 'doctor',
    operands: '[OPTIONS]',
    mostOperands: 0,
    about: `Looks at how this machine is set up for AWS, and says what is wrong and the way
out: keys that never end (in ~/.aws, the environment, what shells read when they
start, and the .env files of this repository), profiles and sessions that some
tool does not read, caches of another portal, variables that beat profiles,
files that others may read, tools that are too old, and profiles that differ
from the team's configuration file.

Nothing is sent anywhere, and no key is shown.`,
    options: [
        { name: 'fix', says: 'mend what needs no question, after showing it as a diff' },
        { name: 'fail-on', value: 'LEVEL', says: 'the least that fails: error, warning (default) or notice' },
        { name: 'config', value: 'FILE', says: 'configuration file (default: .github/aws-temp-creds.yml)' },
        { name: 'json', says: 'print the findings as JSON' },
    ],
    examples: [
        ['aws-temp-creds doctor', 'what is wrong here?'],
        ['aws-temp-creds doctor --fix', 'mend what is safe to mend'],
    ],
    more: `Exit codes:
  0  nothing that --fail-on counts
  1  findings
  2  wrong use, or something could not be read`,
    run: async (given, terminal) => {
        const code = await runDoctor(given, terminal);
        // A tool that never answers would keep this process.
        endProcess();
        return code;
    },
};
const LEVELS = ['error', 'warning', 'notice'];
async function runDoctor(given, terminal) {
    const least = LEVELS.find(level => level === (given.value('fail-on') ?? 'warning'));
    if (least === undefined) {
        throw new failure_Failure('wrong-input', { what: `--fail-on must be one of ${LEVELS.join(', ')}.` });
    }
    if (given.has('fix')) {
        // What cannot be read is not mended either; the examination says so.
        await mend(given, terminal).catch((error) => {
            if (!(error instanceof failure_Failure))
                throw error;
        });
    }
    const { findings, unread } = await examined(given, terminal);
    const complete = unread.length === 0;
    if (given.has('json')) {
        const shown = findings.map(({ rule, severity, what, why, fix }) => ({ rule, severity, what, why, fix }));
        terminal.print(`${JSON.stringify({ version: 1, complete, findings: shown }, null, 2)}\n`);
    }
    else {
        terminal.print(report(findings));
    }
    for (const line of unread)
        terminal.say(`aws-temp-creds doctor: not looked at: ${printable_printable(line, 500)}\n`);
    if (findings.some(({ severity }) => counts(severity, least)))
        return complete ? EXIT.found : EXIT.wrong;
    return complete ? EXIT.clean : EXIT.wrong;
}
async function examined(given, terminal) {
    const { variables, cwd, signal } = terminal;
    const unread = [];
    const findings = [];
    const project = await projectOf(given, cwd, findings);
    try {
        findings.push(...examine(await readMachine(variables, project, cwd)));
    }
    catch (error) {
        if (!(error instanceof failure_Failure))
            throw error;
        const { why = '', write = '' } = error.explanation;
        findings.push({ rule: 'unreadable-file', severity: 'error', what: error.message, why, fix: write });
        unread.push(error.message);
    }
    const leaked = await leakedKeys(project?.root ?? cwd, variables, signal);
    return {
        findings: worstFirst([...findings, ...leaked.ailments]),
        unread: [...unread, ...leaked.unread],
    };
}
/** A configuration file that is wrong is a finding like others; one that was named and is not there is wrong use. */
async function projectOf(given, cwd, findings) {
    const named = given.value('config');
    if (named !== undefined)
        return loadProject(cwd, named);
    try {
        return await projectIfThere(cwd);
    }
    catch (error) {
        if (!(error instanceof failure_Failure))
            throw error;
        const { why = '', write } = error.explanation;
        findings.push({
            rule: 'configuration',
            severity: 'error',
            what: error.message,
            why,
            fix: write ?? 'Mend the file.',
        });
        return undefined;
    }
}
/** Shows, then writes: comments behind values, scopes, ended copies, modes. */
async function mend(given, terminal) {
    const { variables } = terminal;
    const tell = (text) => (given.has('json') ? terminal.say(text) : terminal.print(text));
    const machine = await readMachine(variables, undefined, terminal.cwd);
    if (damagedBlocks(machine).length === 0) {
        for (const name of ['config', 'credentials']) {
            await withHomeLock(name, () => {
                const { path, text } = readHomeFiles(variables)[name];
                if (text === undefined)
                    return;
                const after = name === 'config' ? mendedConfig(text) : mendedCredentials(text, new Date());
                if (after === text)
                    return;
                tell(showDiff(path, text, after));
                writeHomeFile(path, after);
            });
        }
    }
    const { open } = await readMachine(variables, undefined, terminal.cwd);
    for (const { path, mode } of open) {
        tell(`mode of ${printable_printable(path)}: ${mode.toString(8)} to 600\n`);
        (0,external_node_fs_namespaceObject.chmodSync)(path, 0o600);
    }
}
function report(findings) {
    if (findings.length === 0)
        return 'Nothing is wrong.\n';
    const parts = findings.map(({ rule, severity, what, why, fix }) => [
        `${severity}: ${printable_printable(what, 500)}  [${rule}]`,
        `  Why: ${printable_printable(why, 500)}`,
        ...fix.split('\n').map((line, index) => `  ${index === 0 ? 'Do:  ' : '     '}${printable_printable(line, 500)}`),
    ].join('\n'));
    const words = `${findings.length} finding${findings.length === 1 ? '' : 's'}`;
    return `${parts.join('\n\n')}\n\n${words}\n`;
}
var __webpack_exports__doctorCommand = __webpack_exports__.l;
export { __webpack_exports__doctorCommand as doctorCommand };
