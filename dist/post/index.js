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
const __WEBPACK_EXTERNAL_MODULE_node_path_02319fef__ = loadNow("node:path");
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

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
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
;// CONCATENATED MODULE: ./lib/bundling/github/job.js


function productOf(job) {
    const host = URL.canParse(job.serverUrl) ? new URL(job.serverUrl).hostname : 'github.com';
    if (host === 'github.com')
        return 'github.com';
    return host.endsWith('.ghe.com') ? 'ghe.com' : 'server';
}
/** True where GitHub withholds secrets and the permission to ask for identity tokens. */
function isFork(job) {
    return job.event.pullRequest?.fromFork ?? false;
}
/** True for a pull request whose head is in the same repository: its author may push. */
function isOwnPullRequest(job) {
    return job.eventName.startsWith('pull_request') && job.event.pullRequest?.fromFork === false;
}
function isDependabot(job) {
    return job.actor === 'dependabot[bot]';
}
/**
 * @param variables the process's environment
 * @param payload the parsed JSON of the event; anything else than an object counts as empty
 */
function describeJob(variables, payload) {
    const text = (name) => variables[name] ?? '';
    return {
        onRunner: text('GITHUB_ACTIONS') === 'true',
        serverUrl: text('GITHUB_SERVER_URL') || 'https://github.com',
        repository: text('GITHUB_REPOSITORY'),
        repositoryId: text('GITHUB_REPOSITORY_ID'),
        ownerId: text('GITHUB_REPOSITORY_OWNER_ID'),
        eventName: text('GITHUB_EVENT_NAME'),
        ref: text('GITHUB_REF'),
        sha: text('GITHUB_SHA'),
        workspace: text('GITHUB_WORKSPACE') || process.cwd(),
        temporary: text('RUNNER_TEMP'),
        actor: text('GITHUB_ACTOR'),
        workflow: text('GITHUB_WORKFLOW'),
        workflowRef: text('GITHUB_WORKFLOW_REF'),
        jobId: text('GITHUB_JOB'),
        runId: text('GITHUB_RUN_ID'),
        runAttempt: text('GITHUB_RUN_ATTEMPT'),
        event: describeEvent(payload, text('GITHUB_REPOSITORY')),
    };
}
/** Reads the job of this process. A missing or unreadable event file counts as an empty event. */
function readJob(variables) {
    return describeJob(variables, readEvent(variables['GITHUB_EVENT_PATH']));
}
/** GitHub sends no more than 25 MB. */
const LARGEST_EVENT = 32 * 2 ** 20;
function readEvent(path) {
    if (path === undefined || path === '')
        return undefined;
    try {
        const file = readRegularFile(path, LARGEST_EVENT);
        return file.kind === 'file' ? JSON.parse(file.content.toString('utf8')) : undefined;
    }
    catch {
        return undefined;
    }
}
function describeEvent(payload, repository) {
    const base = commitAt(payload, 'pull_request', 'base', 'sha');
    const head = commitAt(payload, 'pull_request', 'head', 'sha');
    const before = commitAt(payload, 'before');
    const after = commitAt(payload, 'after');
    const groupBase = commitAt(payload, 'merge_group', 'base_sha');
    const groupHead = commitAt(payload, 'merge_group', 'head_sha');
    const number = at(payload, 'pull_request', 'number');
    const headRepository = at(payload, 'pull_request', 'head', 'repo', 'full_name');
    return {
        pullRequest: base !== undefined && head !== undefined
            ? {
                number: typeof number === 'number' ? number : 0,
                baseSha: base,
                headSha: head,
                // A deleted head repository is null: certainly not this one.
                fromFork: headRepository !== repository,
                baseRef: textAt(payload, 'pull_request', 'base', 'ref'),
                headRef: textAt(payload, 'pull_request', 'head', 'ref'),
                title: textAt(payload, 'pull_request', 'title'),
                body: textAt(payload, 'pull_request', 'body'),
            }
            : undefined,
        push: before !== undefined && after !== undefined
            ? { before, after, forced: at(payload, 'forced') === true }
            : undefined,
        mergeGroup: groupBase !== undefined && groupHead !== undefined
            ? { baseSha: groupBase, headSha: groupHead }
            : undefined,
        defaultBranch: textAt(payload, 'repository', 'default_branch'),
    };
}
/** The name of a commit at a path of the payload; undefined unless it is a full SHA-1 or SHA-256 in hex. */
function commitAt(payload, ...path) {
    const value = at(payload, ...path);
    return typeof value === 'string' && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
}
function textAt(payload, ...path) {
    const value = at(payload, ...path);
    return typeof value === 'string' ? value : undefined;
}
function at(payload, ...path) {
    let value = payload;
    for (const key of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
            return undefined;
        value = Object.entries(value).find(([name]) => name === key)?.[1];
    }
    return value;
}
/** One line that says which job this is, for messages and session names. */
function jobLine(job) {
    return printable(`${job.repository} ${job.workflow} run ${job.runId}.${job.runAttempt} (${job.eventName})`);
}
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = loadNow("node:os");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = loadNow("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = loadLater("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = loadNow("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = loadNow("path");
;// CONCATENATED MODULE: external "node:path"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const external_node_path_namespaceObject = x({  });
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = (/* unused pure expression or super */ null && (_summary));
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
;// CONCATENATED MODULE: external "../packages/actions-exec.js"
var actions_exec_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var actions_exec_js_y = (x) => (() => (x))
const actions_exec_js_namespaceObject = actions_exec_js_x({  });
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

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
;// CONCATENATED MODULE: ./lib/bundling/github/runner.js




const ANNOTATE = { error: error, warning: warning, notice: notice };
const runner = {
    input: name => getInput(name),
    info: text => info(inert(text)),
    debug: text => core_debug(text),
    annotate: (level, text, place = {}) => ANNOTATE[level](text, { ...harmless(place) }),
    group: (title, body) => group(title, body),
    mask: secret => {
        // The runner masks line by line; an empty value would be an error.
        for (const line of secret.split(/\r?\n/))
            if (line !== '')
                core_setSecret(line);
    },
    exportVariable: (name, value) => {
        insistOn('GITHUB_ENV');
        exportVariable(name, value);
    },
    addPath: folder => addPath(folder),
    setOutput: (name, value) => {
        // Without the file nobody could read it, either.
        if (process.env['GITHUB_OUTPUT'])
            setOutput(name, value);
    },
    saveState: (name, value) => {
        insistOn('GITHUB_STATE');
        saveState(name, value);
    },
    state: name => getState(name),
    summarize: async (markdown) => {
        const path = process.env['GITHUB_STEP_SUMMARY'];
        if (!path)
            return;
        try {
            // Core's own way first starts a pool of threads.
            (0,external_node_fs_namespaceObject.appendFileSync)(path, `${markdown}${external_node_os_namespaceObject.EOL}${external_node_os_namespaceObject.EOL}`);
        }
        catch (error) {
            info(inert(`The job summary cannot be written: ${printable_printable(String(error), 300)}`));
        }
    },
    fail: text => setFailed(text),
};
/** Where the runner names no file for it, the toolkit would print the value as a command. @throws Error */
function insistOn(name) {
    if (!process.env[name])
        throw new Error(`${name} is not set`);
}
/** Without a file whose name would have to be escaped: such a name is none of a file, and the runner prints it as it is. */
function harmless({ file, title, ...lines }) {
    return {
        ...(title !== undefined && { title: printable_printable(title) }),
        ...(file !== undefined && isPrintable(file) && { file, ...lines }),
    };
}
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = loadLater("node:crypto");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject_0 = loadNow("node:path");
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
const names_NO_ACCOUNT = '';
/**
 * The ARN of a role as other makers of an STS write it: `arn:minio:iam:::role/\u2026`. It names no account, and whoever
 * answers for it names no session either.
 */
function parseForeignRoleArn(text) {
    const match = /^arn:([a-z][a-z0-9-]{0,30}):iam:[a-z0-9-]{0,40}::role\/([\w+=,.@/-]{1,576})$/.exec(text);
    const [, partition, name] = match ?? [];
    if (partition === undefined || name === undefined || /^aws(-|$)/.test(partition))
        return undefined;
    return { arn: text, partition, account: names_NO_ACCOUNT, name };
}
/** The ARN of a role given by name (`deploy`, `ci/deploy`) in an account. */
function roleArn(partition, account, name) {
    return `arn:${partition}:iam::${account}:role/${name}`;
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/private-file.js

/** Makes a folder that only this user may enter, whatever the umask says. @throws `EEXIST` when something is there */
function private_file_makePrivateFolder(path) {
    mkdirSync(path, { mode: 0o700 });
    chmodSync(path, 0o700);
}
/** Makes a file that only this user may read, whatever the umask says. @throws `EEXIST` when something is there */
function private_file_createPrivateFile(path, content) {
    const file = openSync(path, 'wx', 0o600);
    try {
        fchmodSync(file, 0o600);
        writeFileSync(file, content);
    }
    catch (error) {
        rmSync(path, { force: true });
        throw error;
    }
    finally {
        closeSync(file);
    }
}
/**
 * Writes a file that only this user may read, so that no reader ever sees a part of it: to a new name beside it, then
 * renamed. A link that somebody put at either name is not followed: the new name must not exist, and a rename replaces.
 * (The name is unique without node:crypto, which takes longer to load than everything else that a start does.)
 */
function private_file_writePrivateFile(path, content) {
    const temporary = `${path}.${process.pid}-${process.hrtime.bigint()}.tmp`;
    private_file_createPrivateFile(temporary, content);
    try {
        renamePatiently(temporary, path);
    }
    catch (error) {
        rmSync(temporary, { force: true });
        throw error;
    }
}
/** @returns the text, or undefined when there is no such file (or it cannot be read) */
function private_file_readIfThere(path) {
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
            renameSync(from, to);
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
    const code = private_file_errorCode(error);
    return process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY');
}
/** The system's code of an error (`ENOENT`), or undefined. */
function private_file_errorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/cache.js





/**
 * Milliseconds before the end at which credentials are renewed. botocore starts asking at 15 minutes and insists at
 * 10, the SDK for JavaScript at 5: whoever asks gets credentials that it need not ask for again at once.
 */
const RENEWAL_WINDOW = (/* unused pure expression or super */ null && (16 * 60_000));
/** Milliseconds that credentials must still have to be worth handing out when renewal fails. */
const LAST_MOMENT = 10_000;
/** Milliseconds before the end at which credentials are renewed: a third of a short session, which is worth using. */
function renewalWindow({ credentials, obtained }) {
    const lifetime = credentials.expiration.getTime() - obtained.getTime();
    return Math.min(RENEWAL_WINDOW, Math.max(0, lifetime / 3));
}
/** Whether credentials can be handed out without asking for new ones. */
function isFresh(cached, now) {
    const remaining = cached.credentials.expiration.getTime() - now.getTime();
    // A clock that was set back must not make old credentials young.
    return remaining > renewalWindow(cached) && cached.obtained.getTime() <= now.getTime() + RENEWAL_WINDOW;
}
/** Whether credentials still work, if not for long. */
function isAlive({ credentials }, now) {
    return credentials.expiration.getTime() - now.getTime() > LAST_MOMENT;
}
/** @param key of the role, usable in a file's name */
function cache_roleCache(folder, key) {
    const path = join(folder, `${key}.json`);
    const failurePath = join(folder, `${key}.failure.json`);
    return {
        read: () => parseCached(readIfThere(path)),
        write: (assumed, obtained) => writePrivateFile(path, formatCached(assumed, obtained)),
        readFailure: () => parseFailure(readIfThere(failurePath)),
        writeFailure: failure => writePrivateFile(failurePath, JSON.stringify(failure)),
    };
}
function formatCached({ credentials, account }, obtained) {
    return JSON.stringify({ ...credentials, account, obtained });
}
function parseCached(text) {
    const fields = Fields.parse(text);
    const accessKeyId = fields?.text('accessKeyId');
    const secretAccessKey = fields?.text('secretAccessKey');
    const sessionToken = fields?.text('sessionToken');
    const account = accountId(fields?.text('account') ?? '') ?? NO_ACCOUNT;
    const expiration = fields?.date('expiration');
    const obtained = fields?.date('obtained');
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration || !obtained)
        return undefined;
    return { credentials: { accessKeyId, secretAccessKey, sessionToken, expiration }, account, obtained };
}
function parseFailure(text) {
    const fields = Fields.parse(text);
    const at = fields?.date('at');
    const line = fields?.text('line');
    return at && line ? { at, line: printable(line, 5000) } : undefined;
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
function folder_trust_refuseUnsafeFolder(path, rule) {
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
function job_file_jobFilePath(folder) {
    return (0,external_node_path_namespaceObject_0.join)(folder, 'job.json');
}
function job_file_cacheFolder(folder) {
    return join(folder, 'cache');
}
/** The folder of one role's lock. */
function lockFolder(folder, key) {
    return join(folder, 'cache', `${key}.lock`);
}
/** Name of a role's files in the cache: by position, for names that differ only in case may be one file. */
function job_file_cacheKey(job, name, purpose) {
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
function job_file_formatJobFile(job) {
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
    const account = names_accountId(fields?.text('account') ?? '') ?? names_NO_ACCOUNT;
    const place = region(fields?.text('region') ?? '');
    const given = fields?.text('role') ?? '';
    const role = (account === names_NO_ACCOUNT ? parseForeignRoleArn(given) : parseRoleArn(given))?.arn;
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
    const job = parseJobFile(private_file_readIfThere(job_file_jobFilePath(path)));
    return job?.folder === (0,external_node_path_namespaceObject_0.basename)(path) && isOurFolder(path) ? { path, job } : undefined;
}
/**
 * The folders of this job's earlier steps, the latest one first: it is where AWS_CONFIG_FILE leads the tools, and each
 * knows the one before.
 */
function job_folder_jobFolders(variables) {
    return foldersFrom(variables['AWS_CONFIG_FILE']);
}
/** The same; but where the configuration file is another one, those that AWS_SHARED_CREDENTIALS_FILE leads to. */
function foldersInUse(variables) {
    const folders = job_folder_jobFolders(variables);
    return folders.length > 0 ? folders : foldersFrom(variables['AWS_SHARED_CREDENTIALS_FILE']);
}
function foldersFrom(file) {
    const found = [];
    let next = file ? jobFolder(dirname(file)) : undefined;
    while (next !== undefined && found.length < MOST_STEPS) {
        found.push(next);
        next = next.job.outer === undefined ? undefined : jobFolder(next.job.outer);
    }
    return found;
}
;// CONCATENATED MODULE: ./lib/bundling/handover/aws-files.js







/** Bytes; more is no file of profiles. */
const LARGEST = (/* unused pure expression or super */ null && (4 * 1024 * 1024));
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
function aws_files_hasOwnDefault({ config, credentials }) {
    return [config, credentials].some(({ theirs }) => profileNames(theirs.toString('utf8')).has('default'));
}
function readAwsFile(name, variable, variables, home, outer) {
    const named = variables[variable]?.replace(/^~(?=[/\\])/, () => home);
    const path = resolve(named || join(home, '.aws', name));
    const content = readContent(name, variable, path);
    const isCopy = outer !== undefined && path.startsWith(outer.path + sep);
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
        const status = statSync(path);
        // A pipe or a device would block, or never end.
        if (!status.isFile())
            throw new Error('it is not a regular file');
        if (status.size > LARGEST)
            throw new Error(`it has ${status.size} bytes`);
        return readFileSync(path);
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR')
            return undefined;
        throw new Failure('wrong-configuration', {
            what: `The AWS ${name} file ${printable(path)} cannot be read.`,
            why: printable(error instanceof Error ? error.message : String(error)),
            likely: 'Another user wrote it, or it is not a file.',
            write: `Make it readable, remove it, or name another one in ${variable}.`,
        }, { cause: error });
    }
}
;// CONCATENATED MODULE: ./lib/bundling/handover/profile-refusals.js



/** A profile of the same name, wherever it stands, would shadow ours in one tool and be shadowed in another. */
function profile_refusals_refuseClashes(names, { config, credentials }) {
    for (const file of [config, credentials]) {
        const taken = [...profileNames(file.theirs.toString('utf8'))].filter(name => names.has(name));
        if (taken.length === 0)
            continue;
        throw new Failure('wrong-configuration', {
            what: `${printable(file.path)} has ${taken.length === 1 ? 'a profile' : 'profiles'} named ${taken.join(', ')} already.`,
            why: 'Some AWS tools would use that profile and some the new one; nothing was written or asked for.',
            likely: 'An earlier step or an earlier job on this runner left it there.',
            write: taken.includes('default')
                ? 'Name the new profile: `aws-profile: <name>`; or remove the [default] profile.'
                : 'Remove it from the file, or give the environment another name.',
        });
    }
}
function profile_refusals_refuseUnrenewable(targets) {
    const chained = targets.find(({ chain }) => chain !== undefined && chain.via === undefined);
    if (chained === undefined)
        return;
    throw new Failure('wrong-input', {
        what: `The credentials of ${chained.name} cannot be renewed.`,
        why: "With `role-chaining` they start from an earlier step's credentials, which end and are not handed over.",
        write: 'Leave `refresh` out for a profile with static keys, or name the first role as `via` of an environment.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/handover/environment.js

/**
 * Every variable that decides as whom an AWS tool acts and that counts for nothing when it is empty. (Those that name
 * a profile are no such variables: see handedOverVariables.)
 */
const IDENTITY = (/* unused pure expression or super */ null && ([
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_CREDENTIAL_EXPIRATION',
    'AWS_ACCOUNT_ID',
    // botocore reads these two even when AWS_PROFILE names a profile.
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_ROLE_ARN',
    // Some tools still read the old names of the session token and the secret.
    'AWS_SECURITY_TOKEN',
    'AWS_SECRET_KEY',
]));
/** The identity variables that are set and that `changes` leaves alone, as changes that blank them. */
function environment_blankingOthers(current, changes = new Map()) {
    return new Map(IDENTITY.filter(name => current[name] && !changes.has(name)).map(name => [name, '']));
}
/** The hand-over of one role as environment variables; whatever else would name an identity is blanked. */
function environmentChanges(role, current) {
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = role.credentials;
    const changes = new Map([
        ['AWS_ACCESS_KEY_ID', accessKeyId],
        ['AWS_SECRET_ACCESS_KEY', secretAccessKey],
        ['AWS_SESSION_TOKEN', sessionToken],
        ['AWS_CREDENTIAL_EXPIRATION', expiration.toISOString()],
        ...(role.account === NO_ACCOUNT ? [] : [['AWS_ACCOUNT_ID', role.account]]),
        ['AWS_REGION', role.target.region],
        ['AWS_DEFAULT_REGION', role.target.region],
    ]);
    return new Map([...changes, ...environment_blankingOthers(current, changes)]);
}
/** The variables as the next step will have them. */
function changed(current, changes) {
    return { ...current, ...Object.fromEntries(changes) };
}
;// CONCATENATED MODULE: ./lib/bundling/handover/profile-variables.js

const REGION_VARIABLES = (/* unused pure expression or super */ null && (['AWS_REGION', 'AWS_DEFAULT_REGION']));
/**
 * What later steps get to see. A variable can be changed for them, but never be taken away again, and an empty one is
 * not the same as none: botocore takes an empty AWS_PROFILE for the name of a profile, and an empty AWS_DEFAULT_REGION
 * for that of a Region, as the SDK for JavaScript does with AWS_REGION. So neither is set where it was not set before.
 */
function profile_variables_handedOverVariables(request) {
    const target = request.job.environments[0]?.target;
    if (target === undefined)
        throw new Error('profiles need at least one environment');
    const files = {
        AWS_CONFIG_FILE: request.configFile,
        AWS_SHARED_CREDENTIALS_FILE: request.credentialsFile,
        AWS_SDK_LOAD_CONFIG: '1',
    };
    switch (request.job.use) {
        case 'by name': {
            const { variables, notices } = regionsBesideName(request, target);
            return { variables: { ...files, ...variables }, notices };
        }
        case 'beside keys':
            return { variables: { ...files, ...profileNamed(target.name, request) }, notices: [] };
        case 'by default':
            return byDefault(request, target, files);
    }
}
function byDefault(request, target, files) {
    const { job, inherited } = request;
    const regions = regionsByDefault(request, target.region);
    const variables = {
        ...files,
        ...profileNamed(target.name, request),
        ...regions.variables,
        CDK_ROLE_SESSION_NAME: target.sessionName,
        // A container that gets static keys could not load the plugin, and CDK stops when it cannot.
        ...(request.refresh && { CDK_PLUGIN: job.programs.cdkPlugin }),
    };
    const blanks = blankingOthers(inherited, new Map(Object.entries(variables)));
    const blanked = [...blanks.keys()].join(', ');
    const notice = `Blanked, for they would name another identity than the profiles: ${blanked}.`;
    return {
        variables: { ...Object.fromEntries(blanks), ...variables },
        notices: [...(blanks.size === 0 ? [] : [notice]), ...regions.notices],
    };
}
/**
 * The variables that name a profile, where they are needed: when they are there already (be they empty), or when
 * `default` is the user's own profile.
 */
function profileNamed(name, { job, inherited, isDefault }) {
    const isNeeded = job.use === 'by default' && !isDefault;
    return {
        ...((isNeeded || inherited['AWS_PROFILE'] !== undefined) && { AWS_PROFILE: name }),
        // botocore prefers this one.
        ...(inherited['AWS_DEFAULT_PROFILE'] !== undefined && { AWS_DEFAULT_PROFILE: name }),
    };
}
/** Tools prefer these variables to a profile's Region: where they are set, they become the first environment's. */
function regionsByDefault({ job, outer, inherited }, primary) {
    const set = REGION_VARIABLES.filter(name => inherited[name] !== undefined);
    const others = [...job.environments.map(({ target }) => target), ...outer].filter(({ region }) => region !== primary);
    return {
        variables: Object.fromEntries(set.map(name => [name, primary])),
        notices: set.length === 0 || others.length === 0
            ? []
            : [regionNotice(set, primary, [...new Set(others.map(({ name }) => name))])],
    };
}
/** The default identity keeps its Region; an empty variable, which breaks every tool, gets the profile's. */
function regionsBesideName({ inherited }, { name, region }) {
    const empty = REGION_VARIABLES.filter(variable => inherited[variable] === '');
    const [other] = REGION_VARIABLES.filter(variable => (inherited[variable] ?? '') !== '');
    const place = other && inherited[other];
    return {
        variables: Object.fromEntries(empty.map(variable => [variable, place ?? region])),
        notices: place === undefined || place === region ? [] : [regionNotice([other ?? ''], place, [name])],
    };
}
function regionNotice(set, region, profiles) {
    const verb = set.length > 1 ? 'are' : 'is';
    return (`${set.join(' and ')} ${verb} ${region} in this job, and tools prefer that to the Region of a profile: ` +
        `give commands that use ${profiles.join(' or ')} its Region, for example with \`--region\`.`);
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
const quoting_WINDOWS_STARTER = 'renew.cmd';
/**
 * Its content: it starts the command that follows it, without what a later step wants loaded into its own Node.js. It
 * holds no path, for cmd.exe reads it in the code page of the machine.
 */
const quoting_WINDOWS_STARTER_TEXT = '@set NODE_OPTIONS=\r\n@%*\r\n';
/**
 * The `credential_process` of a profile. What a later step has in NODE_OPTIONS (`--import tsx`, a preload that prints,
 * a flag of another Node.js) is meant for its own programs; Node.js reads it before any program of ours could object,
 * so it is emptied on the way.
 *
 * @throws Failure `wrong-configuration` as quoteCommand does
 */
function quoting_profileCommand({ node, credentialProcess }, folder, name, platform) {
    const program = [node, credentialProcess, folder, name];
    return platform === 'win32'
        ? quoteCommand([win32.join(folder, quoting_WINDOWS_STARTER), ...program], platform)
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
function quoting_refuseExpandable(path) {
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
;// CONCATENATED MODULE: ./lib/bundling/handover/remembered-settings.js

/** How a process gets out; a later step may have a cleaned environment, or say it better. */
const PROXIES = (/* unused pure expression or super */ null && ([
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'all_proxy',
    'no_proxy',
]));
/** Who is asked. A later step may point its tools at a stand-in; the job's token is for the one that main asked. */
const ENDPOINTS = (/* unused pure expression or super */ null && ([
    'AWS_ENDPOINT_URL',
    'AWS_ENDPOINT_URL_STS',
    'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
    'AWS_USE_FIPS_ENDPOINT',
    'AWS_USE_DUALSTACK_ENDPOINT',
]));
/** These name files; a later step may work in another folder. */
const FILES = (/* unused pure expression or super */ null && (['AWS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS']));
/**
 * The settings by which the main step reached GitHub and AWS, written down for later steps. One that holds a password
 * is not: it then has to be in the later steps' own environment.
 */
function remembered_settings_rememberedSettings(variables) {
    const given = [...PROXIES, ...ENDPOINTS].filter(name => variables[name]);
    const withPassword = given.filter(name => variables[name]?.includes('@'));
    const files = FILES.flatMap(name => (variables[name] ? [[name, resolve(variables[name])]] : []));
    return {
        remembered: Object.fromEntries([
            ...given.filter(name => !withPassword.includes(name)).map(name => [name, variables[name]]),
            ...files,
        ]),
        notices: withPassword.map(name => `${name} holds a password and is not written down: steps that renew credentials need it themselves.`),
    };
}
/**
 * What changes in the environment of a process that is to reach what the main step reached.
 *
 * @param remembered of rememberedSettings
 * @returns values to set, and undefined for variables to remove
 */
function rememberedVariables(remembered, own) {
    const strangers = ENDPOINTS.filter(name => own[name] !== undefined && remembered[name] === undefined);
    // Node reads NODE_EXTRA_CA_CERTS when it starts, which is over: the other way in is ours.
    const authorities = remembered['AWS_CA_BUNDLE'] ??
        (own['NODE_EXTRA_CA_CERTS'] ? undefined : remembered['NODE_EXTRA_CA_CERTS']);
    return {
        ...Object.fromEntries(strangers.map(name => [name, undefined])),
        ...remembered,
        ...(authorities !== undefined && { AWS_CA_BUNDLE: authorities }),
    };
}
;// CONCATENATED MODULE: ./lib/bundling/handover/profiles.js







/**
 * Plans the job's folder, before any call is made.
 *
 * @throws Failure `wrong-configuration` when a profile of that name exists, or a path cannot be quoted;
 *   `wrong-input` when credentials are to be renewed that cannot be
 */
function planProfiles(request) {
    const { files, folder, programs, platform, refresh, use } = request;
    if (refresh)
        refuseUnrenewable(request.targets);
    const environments = primaryFirst(request);
    const names = new Set(environments.map(({ target }) => target.name));
    refuseClashes(names, files);
    profileCommand(programs, folder, 'name', platform);
    refuseExpandable(folder);
    const { remembered, notices } = rememberedSettings(request.variables);
    const isDefault = use === 'by default' && !hasOwnDefault(files);
    // An earlier step's default profile ends where this step's begins.
    const superseded = use === 'by default' ? new Set([...names, 'default']) : names;
    const job = jobFile(request, environments, remembered, isDefault ? superseded : names);
    const credentials = files.credentials.isTheirs ? undefined : filePlan(files.credentials, superseded);
    const exported = handedOverVariables({
        job,
        refresh,
        isDefault,
        configFile: profiles_configPath(folder),
        credentialsFile: credentials === undefined ? files.credentials.path : profiles_credentialsPath(folder),
        outer: files.outer?.job.environments.map(({ target }) => target) ?? [],
        inherited: request.variables,
    });
    return {
        folder,
        refresh,
        isDefault,
        job,
        config: filePlan(files.config, superseded),
        credentials,
        variables: exported.variables,
        notices: [...(refresh ? notices : []), ...exported.notices],
    };
}
function profiles_configPath(folder) {
    return join(folder, 'config');
}
function profiles_credentialsPath(folder) {
    return join(folder, 'credentials');
}
/** The content of the two files. Static keys go where every tool looks for them, unless that file is the user's. */
function profiles_profileContents(plan, assumed, platform) {
    const { config, credentials, job, folder } = plan;
    const keysOf = (name) => {
        const role = assumed.find(({ target }) => target.name === name);
        if (role === undefined)
            throw new Error(`there are no credentials for ${name}`);
        return staticKeys(role.credentials);
    };
    const sections = sectionNames(plan);
    const configSections = sections.map(({ header, target: { name, region } }) => {
        const renewed = [`credential_process = ${profileCommand(job.programs, folder, name, platform)}`];
        const source = plan.refresh ? renewed : credentials === undefined ? keysOf(name) : [];
        return [configHeader(header), `region = ${region}`, ...source].join('\n');
    });
    const keys = plan.refresh
        ? []
        : sections.map(({ header, target }) => [credentialsHeader(header), ...keysOf(target.name)].join('\n'));
    return {
        config: joinFiles(config.theirs, ourPart(config.earlier, configSections)),
        credentials: credentials && joinFiles(credentials.theirs, ourPart(credentials.earlier, keys)),
    };
}
/** The profiles of a step: one for each environment, and the first one a second time where it is the default. */
function sectionNames({ job, isDefault }) {
    const named = job.environments.map(({ target }) => ({ header: target.name, target }));
    const [first] = named;
    const isNamedSo = named.some(({ header }) => header === 'default');
    return isDefault && first && !isNamedSo ? [{ ...first, header: 'default' }, ...named] : named;
}
function jobFile(request, environments, variables, names) {
    const { stsEndpoint, maxAttempts, timeout } = request.connection;
    return {
        folder: basename(request.folder),
        configuration: request.configuration?.path,
        programs: request.programs,
        connection: { stsEndpoint, maxAttempts, timeout, variables },
        environments,
        cdkPlugin: inheritedPlugin(request),
        outer: request.files.outer?.path,
        profiles: [...new Set([...(request.files.outer?.job.profiles ?? []), ...names])],
        use: request.use,
        before: request.files.before,
    };
}
/** The environments with what the configuration says of them, the primary one first. */
function primaryFirst({ targets, configuration }) {
    const found = targets.map(target => {
        const environment = configuration?.environments.find(({ name }) => name === target.name);
        return {
            isDefault: environment?.isDefault ?? false,
            handedOver: { target, readRole: environment?.readRole },
        };
    });
    const inOrder = [
        ...found.filter(({ isDefault }) => isDefault),
        ...found.filter(({ isDefault }) => !isDefault),
    ];
    return inOrder.map(({ handedOver }) => handedOver);
}
/**
 * The credentials file is planned only where it is ours to write. When the user has one it stays where it is and is
 * only named: it holds secrets, of which a copy would be one more place to lose them from.
 */
function filePlan({ theirs, ours }, superseded) {
    return { theirs, earlier: withoutProfiles(ours, superseded) };
}
/** The plugin that CDK_PLUGIN named before us: ours of an earlier step knows it from that step. */
function inheritedPlugin({ variables, files, programs }) {
    const inherited = variables['CDK_PLUGIN'] || undefined;
    const isOurs = inherited === programs.cdkPlugin || inherited === files.outer?.job.programs.cdkPlugin;
    if (inherited === undefined || isOurs)
        return files.outer?.job.cdkPlugin;
    return inherited.startsWith('.') ? resolve(inherited) : inherited;
}
;// CONCATENATED MODULE: ./lib/bundling/handover/profile-folder.js











/**
 * The runner mounts this folder of RUNNER_TEMP as HOME into container actions, and rewrites variables that begin with
 * its path (actions/runner, ContainerActionHandler.cs). It need not exist before the first container action.
 */
const SHARED_WITH_CONTAINERS = '_github_home';
const FOLDER_NAME = /^aws-temp-creds-[0-9a-f]{32}$/;
/**
 * A new name for the folder of this step; nothing is created yet.
 *
 * @param temporary RUNNER_TEMP
 * @throws Failure `wrong-input` when there is no RUNNER_TEMP
 */
function newProfileFolder(temporary) {
    if (temporary === '') {
        throw new Failure('wrong-input', {
            what: "Profiles need the runner's temporary folder, and RUNNER_TEMP is not set.",
            why: 'The profiles live in a folder of their own there, which the runner empties when the job ends.',
            write: 'Run this on a GitHub Actions runner, or write `export: env`.',
        });
    }
    return join(temporary, SHARED_WITH_CONTAINERS, `aws-temp-creds-${randomBytes(16).toString('hex')}`);
}
/**
 * The programs that profiles start, found beside the bundle that is running.
 *
 * @param entry absolute path of `dist/<surface>/index.js`
 */
function programsBeside(entry, node) {
    const dist = dirname(dirname(entry));
    return {
        node,
        credentialProcess: join(dist, 'credential-process', 'index.js'),
        cdkPlugin: join(dist, 'cdk-plugin', 'index.js'),
    };
}
/**
 * Creates the folder with everything in it. What main already obtained seeds the cache, so that the first tool need
 * not ask again.
 *
 * @param obtained when the credentials were asked for
 * @throws what the file system throws; then nothing of the folder is left
 */
function writeProfiles(plan, assumed, obtained) {
    const { folder, job } = plan;
    const contents = profileContents(plan, assumed, process.platform);
    createFolder(folder);
    try {
        // First of all, for it is the mark that lets the post step remove what a cancelled step leaves behind.
        writePrivateFile(jobFilePath(folder), formatJobFile(job));
        makePrivateFolder(cacheFolder(folder));
        // Beside keys nobody asks our process, whose cache this is.
        for (const role of job.use === 'beside keys' ? [] : assumed) {
            roleCache(cacheFolder(folder), cacheKey(job, role.target.name, 'deploy')).write(role, obtained);
        }
        writePrivateFile(configPath(folder), contents.config);
        if (contents.credentials !== undefined)
            writePrivateFile(credentialsPath(folder), contents.credentials);
        if (process.platform === 'win32')
            writePrivateFile(join(folder, WINDOWS_STARTER), WINDOWS_STARTER_TEXT);
    }
    catch (error) {
        rmSync(folder, { recursive: true, force: true });
        throw error;
    }
}
/**
 * Makes the folder that the runner mounts, as the runner would: for container actions it is a home folder, be they root
 * or not. What is there already must be a real folder that nobody else can change.
 */
function createFolder(folder) {
    const parent = dirname(folder);
    refuseUnsafeFolder(dirname(parent), 'shared');
    try {
        mkdirSync(parent, { mode: 0o755 });
        chmodSync(parent, 0o755);
    }
    catch (error) {
        if (errorCode(error) !== 'EEXIST')
            throw error;
    }
    refuseUnsafeFolder(parent, 'strictly');
    makePrivateFolder(folder);
}
/**
 * Whether profiles can be kept safely below RUNNER_TEMP; asked before anything else is.
 *
 * @throws Failure `wrong-configuration` when others own or may change the folders
 */
function refuseUnsafePlace(folder) {
    const parent = dirname(folder);
    try {
        refuseUnsafeFolder(dirname(parent), 'shared');
        refuseUnsafeFolder(parent, 'strictly');
    }
    catch (error) {
        // What is not there yet will be made.
        if (errorCode(error) !== 'ENOENT')
            throw error;
    }
}
/**
 * Removes the folder, if it is one that writeProfiles made below this RUNNER_TEMP; no link is followed to it.
 *
 * @param folder of the step's own seal, or of a later step's profiles
 */
function removeProfiles(folder, temporary) {
    try {
        if (!(0,external_node_fs_namespaceObject.lstatSync)(folder).isDirectory())
            return 'not ours';
        const name = (0,external_node_path_namespaceObject_0.basename)(folder);
        const expected = (0,external_node_path_namespaceObject_0.join)((0,external_node_fs_namespaceObject.realpathSync)(temporary), SHARED_WITH_CONTAINERS, name);
        if (!FOLDER_NAME.test(name) || (0,external_node_fs_namespaceObject.realpathSync)(folder) !== expected)
            return 'not ours';
        if (jobFolder(folder) === undefined)
            return 'not ours';
        (0,external_node_fs_namespaceObject.rmSync)(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
        return 'removed';
    }
    catch (error) {
        return private_file_errorCode(error) === 'ENOENT' ? 'absent' : 'failed';
    }
}
;// CONCATENATED MODULE: ./lib/bundling/handover/seal.js

const NONCE = 12;
const TAG = 16;
/** @returns 32 random bytes, hex */
function seal_newSealKey() {
    return randomBytes(32).toString('hex');
}
/** @returns what unseal opens with the same key */
function seal_seal(key, text) {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}
/** @returns undefined when key and seal do not belong together or either was changed */
function unseal({ key, sealed }) {
    const bytes = Buffer.from(sealed, 'base64');
    try {
        const decipher = (0,external_node_crypto_namespaceObject.createDecipheriv)('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, NONCE));
        decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/handover/restore.js








/** Names of the state that the post step reads. */
const STATE = { folder: 'restore-folder', sealed: 'restore-sealed' };
const restore_FOLDER_NAME = /^aws-temp-creds-\w{6,}$/;
const KEY_FILE = 'key';
/**
 * Changes the environment of the later steps so that the post step can undo it. What the post step will need is saved
 * first: nothing is ever exported, and no folder made, that it does not know of.
 */
class RestorePoint {
    #runner;
    #temporary;
    #home;
    #key;
    #profiles;
    #changed = [];
    /** @param home in which the AWS tools look for profiles when no variable says where */
    constructor(runner, job, home) {
        this.#runner = runner;
        this.#temporary = placeOf(job);
        this.#home = home;
    }
    /** @throws Failure `wrong-configuration` when what is there to be put back could not be kept safely */
    refuseUnsafePlace() {
        refuseUnsafeFolder(this.#temporary, 'shared');
    }
    /** Tells the post step of the profiles' folder, before it is made. */
    keepFolder(profiles) {
        this.#profiles = profiles;
        this.#save();
    }
    /** @throws Failure `wrong-configuration` when RUNNER_TEMP is not safe for what was there before */
    change(current, changes) {
        if (changes.size === 0)
            return;
        const kept = this.#changed.filter(({ name }) => changes.has(name));
        const others = this.#changed.filter(({ name }) => !changes.has(name));
        const changed = [...changes].flatMap(([name, after]) => {
            const before = kept.find(one => one.name === name)?.before ?? current[name] ?? asIfAbsent(name, current, this.#home);
            return before === undefined ? [] : [{ name, before, after: digest(after) }];
        });
        this.#changed = [...others, ...changed];
        this.#save();
        this.changeForGood(changes);
    }
    /** Changes what no post step is to put back. */
    changeForGood(changes) {
        for (const [name, value] of changes)
            this.#runner.exportVariable(name, value);
    }
    /** Changes what later steps must not keep, even if it cannot be put back. */
    changeAnyway(current, changes) {
        try {
            this.change(current, changes);
        }
        catch {
            this.changeForGood(changes);
        }
    }
    #save() {
        this.#key ??= this.#makeKey();
        const { folder, key } = this.#key;
        const point = { folder, profiles: this.#profiles, changed: this.#changed };
        this.#runner.saveState(STATE.folder, folder);
        this.#runner.saveState(STATE.sealed, seal(key, JSON.stringify(point)));
    }
    #makeKey() {
        this.refuseUnsafePlace();
        // On Windows the folder inherits the temporary folder's list of users.
        const folder = mkdtempSync(join(this.#temporary, 'aws-temp-creds-'));
        chmodSync(folder, 0o700);
        const key = newSealKey();
        createPrivateFile(join(folder, KEY_FILE), key);
        return { folder, key };
    }
}
/**
 * What a variable that was not there is put back to: absent it can never be again, and empty breaks the tools where
 * this does not. Undefined: it stays as it is, as does a CDK_PLUGIN of ours, which does nothing by itself, and a Region
 * that no profile of an earlier step is in the way of.
 */
function asIfAbsent(name, current, home) {
    switch (name) {
        case 'AWS_REGION':
        case 'AWS_DEFAULT_REGION':
            return regionOfEarlierStep(current);
        case 'CDK_PLUGIN':
            return undefined;
        case 'AWS_CONFIG_FILE':
            return join(home, '.aws', 'config');
        case 'AWS_SHARED_CREDENTIALS_FILE':
            return join(home, '.aws', 'credentials');
        // Set where it was not before only because the user's files have a profile of that name.
        case 'AWS_PROFILE':
            return 'default';
        default:
            return '';
    }
}
/** Of its default profile, else of its first one. */
function regionOfEarlierStep(current) {
    const folders = jobFolders(current);
    const { job } = folders.find(folder => folder.job.use === 'by default') ?? folders[0] ?? {};
    return job?.environments[0]?.target.region;
}
/**
 * Opens what the step sealed, and removes the key. The state is a file that other steps can write, so nothing of it is
 * believed but what the key opens that lies in a folder of ours, and the seal names that folder.
 */
function openRestoration(runner, job) {
    const folder = runner.state(STATE.folder);
    const sealed = runner.state(STATE.sealed);
    if (folder === '' || sealed === '' || !isKeyFolder(folder, placeOf(job)))
        return undefined;
    const text = unseal({ key: readKey(folder), sealed });
    if (text === undefined)
        return undefined;
    // What unseals was written by RestorePoint and by nobody else.
    const point = JSON.parse(text);
    if (point.folder !== folder)
        return undefined;
    removeKey(folder);
    return { profiles: point.profiles, restore: current => putBack(runner, point.changed, current) };
}
function putBack(runner, changed, current) {
    const ours = changed.filter(({ name, after }) => digest(current[name] ?? '') === after);
    for (const { name, before } of ours) {
        // What was there was no secret of ours, but it may well be one.
        if (/SECRET|TOKEN|ACCESS_KEY/.test(name) && before !== '')
            runner.mask(before);
        runner.exportVariable(name, before);
    }
    return ours.map(({ name }) => name);
}
function placeOf({ temporary }) {
    return temporary || (0,external_node_os_namespaceObject.tmpdir)();
}
/** Whether it is a folder that RestorePoint could have made: a real one of ours, directly in RUNNER_TEMP. */
function isKeyFolder(folder, temporary) {
    try {
        return (restore_FOLDER_NAME.test((0,external_node_path_namespaceObject_0.basename)(folder)) &&
            isOurFolder(folder) &&
            (0,external_node_fs_namespaceObject.realpathSync)(folder) === (0,external_node_path_namespaceObject_0.join)((0,external_node_fs_namespaceObject.realpathSync)(temporary), (0,external_node_path_namespaceObject_0.basename)(folder)) &&
            (0,external_node_fs_namespaceObject.lstatSync)((0,external_node_path_namespaceObject_0.join)(folder, KEY_FILE)).isFile());
    }
    catch {
        return false;
    }
}
/** The file that was made and the folder around it, and nothing that somebody else has put there. */
function removeKey(folder) {
    try {
        (0,external_node_fs_namespaceObject.rmSync)((0,external_node_path_namespaceObject_0.join)(folder, KEY_FILE), { force: true });
        (0,external_node_fs_namespaceObject.rmdirSync)(folder);
    }
    catch {
        // The runner empties RUNNER_TEMP at the job's end.
    }
}
function readKey(folder) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)((0,external_node_path_namespaceObject_0.join)(folder, KEY_FILE), 'utf8');
    }
    catch {
        return '';
    }
}
function digest(value) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(value).digest('hex');
}
;// CONCATENATED MODULE: ./lib/bundling/stories/restore.js



/** Asked for by those whose earlier steps still need the credentials in their own post steps; the peer's name. */
const SKIP = 'AWS_SKIP_CLEANUP_STEP';
/** The post step: leaves the job as it was before the main step. It warns, but never fails a job. */
function restore(runner, job, variables) {
    if (/^true$/i.test(variables[SKIP] ?? '')) {
        runner.info(`Nothing is put back, for ${SKIP} is true: the runner ends with the job what this step exported.`);
        return;
    }
    attempt(runner, 'The environment of this job may still hold credentials', () => {
        const restoration = openRestoration(runner, job);
        if (restoration === undefined)
            return;
        const names = restoration.restore(variables);
        if (names.length > 0)
            runner.info(`Put back what was there before: ${names.join(', ')}`);
        if (restoration.profiles === undefined)
            return;
        const removal = removeProfiles(restoration.profiles, job.temporary);
        if (removal === 'removed')
            runner.info('Removed the profiles and the credentials in them');
        else if (removal !== 'absent')
            throw new Error(`the folder of profiles was not removed: ${removal}`);
    });
}
function attempt(runner, otherwise, body) {
    try {
        body();
    }
    catch (error) {
        runner.annotate('warning', `${otherwise}: ${printable_printable(String(error), 300)}`);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/post.js



restore(runner, readJob(process.env), process.env);
