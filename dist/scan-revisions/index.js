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
  A: () => (/* binding */ lookedUp),
  L: () => (/* binding */ parsePushed)
});

;// CONCATENATED MODULE: ./lib/bundling/failure.js


const BRAND = Symbol.for('aws-temp-creds.failure');
/** An expected failure, ready to be shown. Holds no secret in any part; `cause` is never printed. */
class Failure extends Error {
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
function printable(text, limit = 1000) {
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
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = loadLater("node:child_process");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
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
function git_gitProcess(place, args, stdio) {
    place.verify?.();
    const child = spawn(place.git.program, [...HARMLESS, ...place.options, ...args], {
        cwd: place.folder,
        env: { ...place.git.environment, ...place.variables },
        stdio,
        windowsHide: true,
    });
    endWhenIdle(child);
    return child;
}
/** Waits for a process to end; to be called right after its start. Never rejects. */
function git_ending(child) {
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
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = loadNow("node:os");
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
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/git-traps.js




/** What git reads of a repository beside its objects: of each working tree, and of all together. */
const OWN = ['HEAD', 'index', 'config.worktree', 'commondir', 'info/sparse-checkout', 'logs', 'refs'];
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
        ...OWN.map(name => (0,external_node_path_namespaceObject.join)(gitDir, name)),
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
    return new Failure('wrong-input', {
        what: `${printable(path, 300)} is not a file that git could read.`,
        why: 'It is a FIFO, a socket or a device, or a link to one: git would wait for it, or never come to its end.',
        likely: 'Something put it there that wants the scan not to end.',
        write: `rm ${printable(path, 300)}`,
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
            return describe(git, start, gitDir, top);
        if ((0,external_node_path_namespaceObject.dirname)(top) === top)
            break;
    }
    // Only then: tracked files named HEAD, refs and objects must not pass for the repository that they are in.
    return isGitDir(start) ? describe(git, start, start, undefined) : undefined;
}
/** Whether the clone leaves out commits that are older than some. */
function isShallow({ commonDir }) {
    return ((0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(commonDir, 'shallow'), { throwIfNoEntry: false })?.size ?? 0) > 0;
}
/** Whether contents were left out when it was cloned (`--filter`). */
function isPartial({ commonDir }) {
    const packs = join(commonDir, 'objects/pack');
    return existsSync(packs) && readdirSync(packs).some(name => name.endsWith('.promisor'));
}
/** The full name of the branch that is checked out; undefined when none is. */
function headName({ gitDir }) {
    return /^ref: (refs\/.+)$/.exec(firstLine(join(gitDir, 'HEAD')) ?? '')?.[1];
}
function describe(git, start, gitDir, workTree) {
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
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/clone-advice.js
/** What to write for a clone with all of its history, by a variable that the CI system sets in every job. */
const SYSTEMS = [
    ['GITHUB_ACTIONS', 'In the checkout step, write:  with: { fetch-depth: 0 }'],
    ['GITLAB_CI', 'In the job, write:  variables: { GIT_DEPTH: "0" }'],
    ['CIRCLECI', 'As the checkout step, write:  - checkout: { method: full }'],
    ['TF_BUILD', 'As the first step, write:  - { checkout: self, fetchDepth: 0 }'],
    ['BITBUCKET_BUILD_NUMBER', 'In the step, write:  clone: { depth: full }'],
    ['TRAVIS', 'In .travis.yml, write:  git: { depth: false }'],
    ['BUILDKITE', "In the agent's environment hook, write:  export BUILDKITE_GIT_CLONE_FLAGS=-v"],
    ['APPVEYOR', 'In appveyor.yml, take away:  clone_depth'],
    ['DRONE', 'In the pipeline, take away:  clone: { depth: \u2026 }'],
    ['CODEBUILD_BUILD_ID', "In the project's source, write:  GitCloneDepth: 0"],
    ['JENKINS_URL', 'In the checkout, write:  extensions: [cloneOption(shallow: false)]'],
];
/**
 * The one line to change so that the clone holds what a scan lacked, as this CI system wants it.
 *
 * @param shallow whether the clone is: of one that is not, no depth makes more
 */
function wholeClone(variables, shallow) {
    const system = SYSTEMS.find(([name]) => (variables[name] ?? '') !== '');
    // With all branches: a clone of one branch would not fetch the others.
    if (system === undefined)
        return `Run:  git fetch ${shallow ? '--unshallow ' : ''}origin '+refs/heads/*:refs/remotes/origin/*'`;
    if (shallow)
        return system[1];
    if (system[0] === 'GITHUB_ACTIONS')
        return 'In the job, let it be fetched:  permissions: { contents: read }';
    return 'Before the scan, run:  git fetch origin';
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
    return { chunks: child.stdout ?? NOTHING, ended: ending(child) };
}
const NOTHING = {
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
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/revisions.js




/** A whole object name. */
const NAME = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
/** @returns the full name of what a revision means here, or undefined when it means nothing */
async function resolveRevision(repository, revision) {
    if (NAME.test(revision))
        return revision;
    const { stdout } = await git_gitText(repository.place, ...['rev-parse', '--verify', '--quiet', '--end-of-options', revision]);
    const name = stdout.trim();
    return NAME.test(name) ? name : undefined;
}
/** True when the store holds all of these commits, each with the tree that it names. */
async function hasCommits(store, names) {
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
function shallowCommits({ folder }) {
    const found = readRegularFile(join(folder, 'shallow'), LARGEST_SHALLOW);
    const text = found.kind === 'file' ? found.content.toString('latin1') : '';
    return new Set(text.split('\n').filter(line => line !== ''));
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/scan-revisions.js






/**
 * The request, with all that it names looked up in git: a mistyped revision is wrong use, and must not make less, or
 * something else, be scanned.
 *
 * @throws Failure `wrong-input`
 */
async function lookedUp(wish, terminal) {
    const { request, base, not, pushed, bench } = wish;
    const { repository } = new Checkout(request.folder, bench.access);
    if (repository === undefined)
        throw new Failure('wrong-input', {
            what: `${printable(request.folder, 300)} is in no git repository, or git is not on PATH.`,
            write: 'aws-temp-creds scan .',
        });
    const commitOf = (revision) => commitIn(repository, revision, terminal);
    const scannedTips = await Promise.all(not.map(commitOf));
    if (pushed !== undefined)
        return { ...request, ...(await pushedRange(pushed.remote, terminal)) };
    if (base === undefined)
        return { ...request, scannedTips };
    const range = {
        head: base.until === undefined ? undefined : await commitOf(base.until),
        bases: [{ revision: await commitOf(base.since) }],
        what: `what ${base.until ?? 'HEAD'} brings since ${base.since}`,
    };
    return { ...request, range };
}
async function commitIn(repository, revision, { variables }) {
    const commit = await resolveRevision(repository, revision);
    if (commit !== undefined)
        return commit;
    throw new Failure('wrong-input', {
        what: `There is no revision ${printable(revision, 100)} in this repository.`,
        likely: 'It is misspelt, or the clone does not have that branch yet.',
        write: wholeClone(variables, isShallow(repository)),
    });
}
/** The commits that a push is about to bring, as git or pre-commit names them to a hook. */
async function pushedRange(named, { stdin, variables }) {
    const remote = named ?? (variables['PRE_COMMIT_REMOTE_NAME'] || undefined);
    const known = { remote };
    if (variables['PRE_COMMIT'] === '1') {
        const since = variables['PRE_COMMIT_FROM_REF'] ?? '';
        const base = since === '' ? known : { revision: since };
        return { range: rangeOf([variables['PRE_COMMIT_TO_REF'] || 'HEAD'], [base]) };
    }
    if ('isTTY' in stdin && stdin.isTTY === true)
        throw notAHook(undefined);
    const refs = parsePushed(await textOf(stdin));
    const brought = refs.filter(({ local }) => !NONE.test(local));
    // What is only deleted brings nothing; where git names nothing at all, whoever ran the hook kept its words.
    if (refs.length > 0 && brought.length === 0)
        return { range: rangeOf(['HEAD'], [{ revision: 'HEAD' }]) };
    const before = brought.flatMap(({ there }) => NONE.test(there) ? [] : [{ revision: there, otherwise: [] }]);
    const texts = brought.map(({ name }) => ({ kind: 'ref-name', path: name, text: name }));
    return {
        range: rangeOf(brought.length === 0 ? ['HEAD'] : brought.map(({ local }) => local), [known, ...before]),
        texts,
    };
}
function rangeOf([head = 'HEAD', ...others], bases) {
    return { head, others, bases, what: 'the commits that are pushed' };
}
/** All zeros: no such object. */
const NONE = /^0+$/;
/** What git tells a pre-push hook: a line for each ref (githooks(5)). @throws Failure `wrong-input` for anything else */
function parsePushed(text) {
    return text
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => {
        const [, local, name, there] = /^\S+ ([0-9a-f]{40,64}) (\S+) ([0-9a-f]{40,64})\s*$/.exec(line) ?? [];
        if (local !== undefined && name !== undefined && there !== undefined)
            return { local, name, there };
        throw notAHook(line);
    });
}
function notAHook(line) {
    return new Failure('wrong-input', {
        what: '--pushed reads what git tells a pre-push hook on standard input, and this is something else.',
        why: line === undefined ? 'It is a terminal.' : `The line: ${printable(line, 200)}`,
        write: 'In .git/hooks/pre-push:  aws-temp-creds scan --pushed --remote "$1"',
    });
}
async function textOf(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}
var __webpack_exports__lookedUp = __webpack_exports__.A;
var __webpack_exports__parsePushed = __webpack_exports__.L;
export { __webpack_exports__lookedUp as lookedUp, __webpack_exports__parsePushed as parsePushed };
