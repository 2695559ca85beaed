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
  N: () => (/* binding */ withAuthors)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = loadLater("node:child_process");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
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
        .split(delimiter)
        .filter(place => place !== '')
        .map(place => join(place, name))
        .find(isProgram);
}
/** npm and its like put these in front of PATH, those of the folders above too: what is installed there names itself. */
const OF_PACKAGES = /[\\/]node_modules[\\/]\.bin$/i;
/** The places of PATH where a repository cannot have put a program: none in it, and none of its packages. */
function trustedPath(path, folder) {
    const repository = enclosingRepository(realPath(folder));
    return path
        .split(delimiter)
        .filter(place => isAbsolute(place))
        .filter(place => {
        const real = realPath(place);
        return !contains(repository, real) && ![resolve(place), real].some(name => OF_PACKAGES.test(name));
    })
        .join(delimiter);
}
/** The nearest folder, from this one upwards, that has a `.git`; without one the folder itself. */
function enclosingRepository(folder) {
    for (let place = folder;; place = dirname(place)) {
        if (existsSync(join(place, '.git')))
            return place;
        if (dirname(place) === place)
            return folder;
    }
}
function realPath(path) {
    try {
        return realpathSync.native(path);
    }
    catch {
        return resolve(path);
    }
}
/** True when `inner` is `outer` or lies in it; both absolute. */
function contains(outer, inner) {
    const way = relative(outer, inner);
    return way === '' || !(way === '..' || way.startsWith('../') || way.startsWith('..\\') || isAbsolute(way));
}
function isProgram(path) {
    try {
        const found = statSync(path);
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
const LARGEST_SHALLOW = 64 * 2 ** 20;
/** The commits whose parents a shallow clone left out. */
function shallowCommits({ folder }) {
    const found = readRegularFile((0,external_node_path_namespaceObject.join)(folder, 'shallow'), LARGEST_SHALLOW);
    const text = found.kind === 'file' ? found.content.toString('latin1') : '';
    return new Set(text.split('\n').filter(line => line !== ''));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/authors.js


/** For more findings and commits nobody asks who wrote each. */
const MOST_COMMITS = 200;
const MOST_LINES = 20;
/** Larger files are not searched, in bytes. */
const LARGEST = 4 * 2 ** 20;
/** Of git's answer, each of some kilobytes. */
const MOST_CHUNKS = 1000;
/** In milliseconds. */
const authors_PATIENCE = 5_000;
/** Between the parts of a line of git's answer. */
const SEPARATOR = '\u001f';
/**
 * Tells of findings which commit brought them, who wrote that and when: of those in a commit, and of the first that
 * stand in files of the checkout as HEAD has them. What git cannot tell (a shallow clone, a changed file) is left out.
 */
async function withAuthors(findings, repository, openStore) {
    if (repository === undefined || findings.every(({ place }) => !mayBeKnown(place)))
        return findings;
    const store = await openStore(repository);
    const git = asking(store);
    const placed = await withCommits(findings, await resolveRevision(repository, 'HEAD'), git, shallowCommits(store));
    const commits = new Set(placed.flatMap(({ place }) => place.commit ?? []));
    const written = await authorsOf(git, [...commits].slice(0, MOST_COMMITS));
    return placed.map(finding => {
        const authorship = written.get(finding.place.commit ?? '');
        return authorship === undefined ? finding : { ...finding, place: { ...finding.place, ...authorship } };
    });
}
function mayBeKnown({ kind, path, line, commit }) {
    return commit !== undefined || (kind === 'file' && path !== undefined && line !== undefined);
}
async function authorsOf(git, commits) {
    if (commits.length === 0)
        return new Map();
    const format = ['%H', '%an', '%aI'].join('%x1f');
    const text = await git(['log', '--no-walk=unsorted', '--ignore-missing', '--no-show-signature', `--format=${format}`].concat(['--end-of-options'], commits));
    return new Map((text ?? '').split('\n').flatMap(line => {
        const [commit = '', author = '', date = ''] = line.split(SEPARATOR);
        return author === '' ? [] : [[commit, { author, date }]];
    }));
}
/** The findings, the first of those in files with the commit that they are from, or told to be in none. */
async function withCommits(findings, head, git, shallow) {
    if (head === undefined)
        return findings;
    const unknown = findings.filter(({ place }) => place.commit === undefined && mayBeKnown(place));
    const told = new Map();
    for (const finding of unknown.slice(0, MOST_LINES))
        told.set(finding, await withCommit(finding, head, git, shallow));
    const fresh = [...told.values()].filter(({ uncommitted }) => uncommitted === true);
    const elsewhere = await heldBy(git, head, fresh.flatMap(({ secrets }) => secrets));
    return findings.map(finding => {
        const { uncommitted, ...rest } = told.get(finding) ?? finding;
        // Moved or copied from another file of HEAD, it is as public as that.
        const isNew = uncommitted === true &&
            elsewhere !== undefined &&
            !rest.secrets.some(secret => elsewhere.includes(secret));
        return isNew ? { ...rest, uncommitted } : rest;
    });
}
/** An encoded value is not looked for: then nothing is said. */
async function withCommit(finding, head, git, shallow) {
    const { place, secrets, layers } = finding;
    const path = place.path ?? '';
    // No file of git's has such a name, and none can be asked for.
    if (layers.length > 0 || secrets.length === 0 || path.includes('\0'))
        return finding;
    const listed = await git(['ls-tree', '-l', '-z', '--full-tree', head, '--', path]);
    if (listed === undefined)
        return finding;
    const [, blob = '', size = '0'] = /^\S+ blob ([0-9a-f]+) +(\d+)\t/.exec(listed) ?? [];
    const file = blob === '' ? '' : Number(size) > LARGEST ? undefined : await git(['cat-file', 'blob', blob]);
    if (file === undefined)
        return finding;
    const line = file.split('\n').findIndex(text => secrets.some(secret => text.includes(secret))) + 1;
    if (line === 0)
        return { ...finding, uncommitted: true };
    const lines = `${line},${line}`;
    const blame = await git(['blame', '--porcelain', '--root', '--no-textconv', '-L', lines, head, '--', path]);
    const commit = /^[0-9a-f]{40,64}/.exec(blame ?? '')?.[0];
    // In a shallow clone, what is older than the clone is told to be from its oldest commit.
    return commit === undefined || shallow.has(commit) ? finding : { ...finding, place: { ...place, commit } };
}
/** Those parts of lines in any file of a commit that hold one of the values, which go to git through a pipe. */
async function heldBy(git, head, values) {
    if (values.length === 0)
        return '';
    const input = values.map(value => `${value}\n`).join('');
    return git(['grep', '--no-textconv', '-a', '-h', '-o', '-F', '-f', '-', head], { input, none: 1 });
}
/** Who wrote something is worth a few seconds, of all questions together. */
function asking({ place }) {
    const late = AbortSignal.timeout(authors_PATIENCE);
    return async (args, { input = '', none = 0 } = {}) => {
        if (late.aborted)
            return undefined;
        const child = git_gitProcess(place, args, ['pipe', 'pipe', 'ignore']);
        const ended = git_ending(child);
        const stop = () => child.kill('SIGKILL');
        late.addEventListener('abort', stop);
        child.stdin?.end(input);
        const answer = [];
        for await (const chunk of child.stdout ?? [])
            if (answer.length < MOST_CHUNKS)
                answer.push(chunk);
        const { exitCode } = await ended;
        late.removeEventListener('abort', stop);
        return exitCode === 0 || exitCode === none ? Buffer.concat(answer).toString('utf8') : undefined;
    };
}
var __webpack_exports__withAuthors = __webpack_exports__.N;
export { __webpack_exports__withAuthors as withAuthors };
