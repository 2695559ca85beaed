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
  Q: () => (/* binding */ profilesCommand)
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
        name: prefix + (index === 0 ? environment.name : `${environment.name}-${inName(permissionSet)}`),
        session: sso.session,
        account: environment.account,
        permissionSet,
        region: environment.region,
        origin: `${permissionSet} of environment ${environment.name}`,
    })));
    refuseNames(profiles, sso.session);
    const without = environments.filter(({ people }) => people.length === 0).map(({ name }) => name);
    return { sso, profiles, without };
}
/** A permission set's name may hold characters that the SDK for JavaScript reads in no profile's name. */
function inName(text) {
    return text.replace(/[^A-Za-z0-9_@+.-]+/g, '-');
}
/** @throws Failure `wrong-configuration` for names that stand twice, or that some tool does not read */
function refuseNames(profiles, session) {
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
;// CONCATENATED MODULE: ./lib/bundling/laptop/all-accounts.js



const NAME_TEMPLATE = '{account}.{permission-set}';
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
        write: `--name '${NAME_TEMPLATE}'`,
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
            origin: `${set} in account ${account} (${printable_printable(name, 60)})`,
        };
    }));
    const all = [...profiles, ...more];
    refuseNames(all, sso.session);
    return { ...people, profiles: all };
}
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
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
function writePrivateFile(path, content) {
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
;// CONCATENATED MODULE: ./lib/bundling/laptop/block-owner.js



/** Bytes; more is no configuration of git's. */
const LARGEST = 256 * 1024;
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
    return found?.isFile() && found.size <= LARGEST ? readIfThere(path) : undefined;
}
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = loadNow("node:os");
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
const aws_files_LARGEST = 4 * 1024 * 1024;
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
        if (status.size > aws_files_LARGEST)
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
;// CONCATENATED MODULE: ./lib/bundling/laptop/home-files.js









/** Where the AWS tools keep what is a person's: below the home folder, whatever the variables for files say. */
function awsFolder(home = (0,external_node_os_namespaceObject.homedir)()) {
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
        writePrivateFile(file, bytesOf(text));
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
    return (0,external_node_path_namespaceObject.join)(awsFolder(home), 'aws-temp-creds', 'locks');
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
function blockBody({ sso, profiles, options, processOf }, old) {
    const before = parseConfigFile(old);
    const kept = (kind, name) => addedLines(before, kind, name, old);
    const session = sso && [
        `[sso-session ${sso.session}]`,
        `sso_start_url = ${sso.startUrl}`,
        `${RECORDED}${sso.region}`,
        `sso_region = ${changedRegion(before, sso, old) ?? sso.region}`,
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
function profileNamesOf({ profiles, processOf, }) {
    return profiles.flatMap(({ name }) => (processOf === undefined ? [name] : [`${name}-sso`, name]));
}
/**
 * `aws sso login` corrects the Region in the session itself when the portal says that its home is another one (CLI
 * 2.35.13 and later). That stays, as long as the configuration file has not changed since.
 *
 * @returns the corrected Region; undefined: the file's counts
 */
function changedRegion(before, { session, region }, text) {
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
        notices: old === undefined ? [`There is no block of ${printable_printable(owner, 200)} in the file.`] : [],
        left: users.map(({ session, profile }) => `[sso-session ${session}] stays: profile ${printable_printable(profile, 100)} uses it.`),
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
        const whose = block === undefined ? '' : `, in the block of ${printable_printable(block.owner, 200)}`;
        return `line ${line}: [profile ${printable_printable(name, 100)}]${whose}`;
    });
    throw new failure_Failure('wrong-configuration', {
        what: `${printable_printable(path)} has ${taken.map(({ name }) => printable_printable(name, 100)).join(', ')} already, and the configuration file makes ${taken.length === 1 ? 'a profile of that name' : 'profiles of these names'} too.`,
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
    throw new failure_Failure('wrong-configuration', {
        what: `${printable_printable(path)} has another [sso-session ${sso.session}] already, in line ${found.line}.`,
        why: `There: ${printable_printable(value('sso_start_url'), 200)} in ${printable_printable(value('sso_region'), 40)}. In the configuration file: ${printable_printable(sso.startUrl, 200)} in ${sso.region}.`,
        write: 'Give the session of the configuration file another name (sso.session), or mend what stands there.',
    });
}
const SCOPE_OF_PORTAL = 'sso:account:access';
/** Start URLs that lead to the same portal: `\u2026/start`, `\u2026/start/`, `\u2026/start#/`. */
function portalOf(startUrl) {
    return startUrl.replace(/\/?(#\/?)?$/, '').toLowerCase();
}
function regionNotice({ session, region }, now) {
    return `\`aws sso login\` changed the Region of [sso-session ${session}] to ${printable_printable(now, 40)}; it stays. The configuration file says ${region}: write sso.region: ${printable_printable(now, 40)} there.`;
}
/** Keys of the same name in the credentials file hide a sign-on profile from the SDK for JavaScript. */
function shadowed(names, { path, text = '' }) {
    return parseConfigFile(text, 'credentials')
        .filter(({ name }) => names.includes(readText(name)))
        .map(({ name, line }) => `${printable_printable(path)}:${line} has [${printable_printable(name, 100)}] too: CDK and the SDK for JavaScript use that one instead. Remove it: aws-temp-creds doctor`);
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
;// CONCATENATED MODULE: ./lib/bundling/handover/quoting.js



/**
 * A command for `credential_process`, read the same by everybody who reads it. On Linux and macOS those are `sh` (the
 * SDKs for JavaScript, Go, Rust, Java) and Python's shlex (botocore); on Windows cmd.exe, the C runtime's rules for
 * arguments, and botocore's own reader for Windows. Before them comes a reader of INI files, to some of which a
 * blank followed by `#` or `;` begins a comment.
 *
 * @throws Failure `wrong-configuration` when a part cannot be written so that all of them read it
 */
function quoteCommand(parts, platform) {
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
        ? quoteCommand([win32.join(folder, WINDOWS_STARTER), ...program], platform)
        : `/usr/bin/env NODE_OPTIONS= ${quoteCommand(program, platform)}`;
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
    return new failure_Failure('wrong-configuration', {
        what: `The path ${printable_printable(part)} cannot be written into an AWS profile.`,
        why: `It holds ${reason}; the AWS tools would read another command than the one that is meant.`,
        likely: "The runner's work folder, or the folder of its Node.js, has an unusual name.",
        write: 'Install the runner in a folder whose path has only letters, digits, blanks, - and _.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/durable-node.js

/**
 * A path of this Node that an update leaves in place: Homebrew removes the folder of a version when it installs the
 * next one, and keeps a link beside it.
 *
 * @param path `process.execPath`
 */
function durableNode(path, exists = external_node_fs_namespaceObject.existsSync) {
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
    const body = blocksOf(text).find(block => block.owner === owner)?.body ?? '';
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
                template: checkedTemplate(given.name ?? before('--name') ?? NAME_TEMPLATE),
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
    const place = region(text);
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
    const path = (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.dirname)((0,external_node_fs_namespaceObject.realpathSync)(script))), bundle, 'index.js');
    if (!/[/\\]_npx[/\\]/.test(path))
        return path;
    throw new failure_Failure('wrong-input', {
        what: 'Profiles and CDK cannot start a program that npx has fetched.',
        why: `It stands in npx's cache (${printable_printable(path)}), which npm empties at any time.`,
        write: 'npm install --global aws-temp-creds\naws-temp-creds profiles --process --write',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/regular-file.js

/**
 * Reads a file, links followed, without ever waiting for the other end of a FIFO or reading a device that has no end.
 *
 * @param most bytes that it may have
 */
function readRegularFile(path, most) {
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
async function load_loadConfiguration(folder, path) {
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
        const found = readRegularFile(file, most);
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
    const configuration = await load_loadConfiguration(root, path);
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
        .flatMap(kind => parseConfigFile(latin1, kind))
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
    return readText(text + latin1.slice(at));
}
;// CONCATENATED MODULE: ./lib/bundling/cli/command.js
/** What the command answers its caller with: clean; findings or a refusal; wrong use, or an incomplete scan. */
const EXIT = { clean: 0, found: 1, wrong: 2 };
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/profiles.js












const profilesCommand = {
    name: 'profiles',
    operands: '[OPTIONS]',
    mostOperands: 0,
    about: `Writes a sign-on profile for every environment and permission set of the
configuration file into ~/.aws/config (or the file that AWS_CONFIG_FILE names),
with the [sso-session] that they share. Afterwards \`aws --profile dev \u2026\`, CDK,
Terraform and every SDK sign on by way of the access portal: no key is kept.

Without an option the change is shown as a diff, and nothing is written. What
is written stands between two comments; every other byte of the file stays. A
setting that you add to one of these profiles (output, cli_pager, \u2026) is kept.`,
    options: [
        { name: 'diff', says: 'show what would change (the default)' },
        { name: 'write', says: 'change the file' },
        { name: 'print', says: 'print the block alone' },
        { name: 'remove', says: 'take the block out again; with --diff, show it only' },
        {
            name: 'process',
            says: 'profiles for tools that know neither SSO nor `aws login`: each starts aws-temp-creds, and has the sign-on profile NAME-sso behind it',
        },
        {
            name: 'prefix',
            value: 'TEXT',
            says: 'what each name begins with, for several repositories on one laptop',
        },
        {
            name: 'all-accounts',
            says: 'also a profile for everything else that the portal offers you (sign on first)',
        },
        {
            name: 'name',
            value: 'TEMPLATE',
            says: 'with --all-accounts, how those are called: {account}, {account-id}, {permission-set} (default: {account}.{permission-set})',
        },
        { name: 'region', value: 'REGION', says: 'with --all-accounts, the Region of those profiles' },
        { name: 'config', value: 'FILE', says: 'configuration file (default: .github/aws-temp-creds.yml)' },
        {
            name: 'cdk-plugin',
            says: 'only print the path to set CDK_PLUGIN to, for `cdk deploy --all` over several accounts',
        },
        { name: 'json', says: 'print what changes as JSON' },
    ],
    examples: [
        ['aws-temp-creds profiles', 'what would change?'],
        ['aws-temp-creds profiles --write && aws sso login --sso-session acme', 'begin'],
        ['aws-temp-creds profiles --write --process', 'for tools that know only keys or credential_process'],
        [
            'aws-temp-creds profiles --all-accounts',
            'everything that you may enter, with names of your own choice',
        ],
        ['aws-temp-creds profiles --remove', 'leave no trace'],
    ],
    more: `Options that decide what is made are remembered in the block; remove it to start
anew.

Exit codes:
  0  nothing to change, or it was written
  1  a diff; with --write, something is left for you to do
  2  wrong use, or a name is taken`,
    run: runProfiles,
};
async function runProfiles(given, terminal) {
    const mode = modeOf(given);
    if (given.has('cdk-plugin')) {
        terminal.print(`${installedBeside(process.argv[1] ?? '', 'cdk-plugin')}\n`);
        return EXIT.clean;
    }
    const project = await loadProject(terminal.cwd, given.value('config'));
    const owner = blockOwner(project.root, project.named);
    const plan = async (files) => {
        const { path } = files.config;
        if (given.has('remove'))
            return { path, change: planRemoval(files, owner), people: undefined };
        const wish = wishOf(givenWish(given), files.config.text ?? '', owner);
        const people = await peopleOf(project.configuration, wish, terminal);
        return { path, change: planBlock(files, owner, wanted(people, wish)), people };
    };
    const writes = mode === 'write' || mode === 'remove';
    const told = writes
        ? await withHomeLock('config', async () => {
            const done = await plan(readHomeFiles(terminal.variables));
            const { before, after } = done.change;
            if (after !== before)
                writeHomeFile(done.path, after);
            return done;
        })
        : await plan(readHomeFiles(terminal.variables));
    return tell({ ...told, mode }, given.has('json'), terminal);
}
function givenWish(given) {
    return {
        prefix: given.value('prefix'),
        process: given.has('process'),
        allAccounts: given.has('all-accounts'),
        name: given.value('name'),
        region: given.value('region'),
    };
}
async function peopleOf(configuration, { prefix, allAccounts }, { variables }) {
    const people = peopleProfiles(configuration, prefix);
    if (allAccounts === undefined)
        return people;
    const { session, startUrl, region } = people.sso;
    const { offeredAccounts } = await import(/* webpackIgnore: true */ '../sign-on/index.js');
    const offered = await offeredAccounts({ kind: 'portal', name: session, portal: { session, startUrl, region, renewable: true } }, variables).catch((error) => {
        // A refusal would end with 1, which here means that there is a diff.
        throw error instanceof failure_Failure ? new failure_Failure('unreachable', error.explanation, { cause: error }) : error;
    });
    return withAllAccounts(people, offered, allAccounts, prefix);
}
/** @throws Failure `wrong-input` for options that exclude each other */
function modeOf(given) {
    const [first = 'diff', second] = ['print', 'diff', 'write', 'remove'].filter(name => given.has(name));
    if (second === undefined || (second === 'remove' && first !== 'print')) {
        return first;
    }
    throw new failure_Failure('wrong-input', {
        what: `--${first} and --${second} exclude each other.`,
        write: 'aws-temp-creds profiles --diff\naws-temp-creds profiles --write',
    });
}
function wanted({ sso, profiles }, wish) {
    return {
        sso,
        profiles,
        options: optionsOf(wish),
        processOf: wish.process ? processCommand(process.argv[1] ?? '', process.platform) : undefined,
    };
}
function tell(told, asJson, terminal) {
    const { mode, change, people } = told;
    for (const line of notices(told))
        terminal.say(`aws-temp-creds: ${line}\n`);
    if (asJson)
        terminal.print(`${JSON.stringify(jsonOf(told), null, 2)}\n`);
    else if (mode === 'print')
        terminal.print(readText(change.block));
    else if (mode === 'diff')
        terminal.print(showDiff(told.path, change.before, change.after));
    else
        terminal.print(`${written(told).join('\n')}\n`);
    if (mode === 'print')
        return EXIT.clean;
    if (mode === 'diff')
        return change.before === change.after ? EXIT.clean : EXIT.found;
    return change.left.length > 0 && people !== undefined ? EXIT.found : EXIT.clean;
}
function notices({ change, people }) {
    const without = people?.without ?? [];
    return [
        ...(without.length === 0
            ? []
            : [`no profile for ${without.join(', ')}: the configuration file names no permission-set there.`]),
        ...change.notices,
        ...change.left,
    ];
}
function written({ path, change, people, mode }) {
    const file = printable_printable(path);
    if (change.before === change.after)
        return [`Nothing to change in ${file}.`];
    if (mode === 'remove' || people === undefined) {
        return [change.after === undefined ? `Removed ${file}, which was ours alone.` : `Removed from ${file}.`];
    }
    return [
        `Wrote ${change.names.length} profile${change.names.length === 1 ? '' : 's'} to ${file}: ${change.names.join(', ')}`,
        `Sign on: aws sso login --sso-session ${people.sso.session}`,
    ];
}
function jsonOf({ mode, path, change }) {
    return {
        version: 1,
        file: path,
        changed: change.before !== change.after,
        written: (mode === 'write' || mode === 'remove') && change.before !== change.after,
        profiles: change.names,
        block: readText(change.block),
        diff: showDiff(path, change.before, change.after),
        notices: change.notices,
        left: change.left,
    };
}
var __webpack_exports__profilesCommand = __webpack_exports__.Q;
export { __webpack_exports__profilesCommand as profilesCommand };
