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
/******/ var __webpack_modules__ = ({

/***/ 24:
/***/ ((module) => {

module.exports = loadNow("node:fs");

/***/ }),

/***/ 664:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_job_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(476);
/* harmony import */ var _github_runner_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(816);
/* harmony import */ var _stories_audit_step_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(874);
/* harmony import */ var _stories_step_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(295);




await (0,_stories_step_js__WEBPACK_IMPORTED_MODULE_3__/* .runStep */ .e)(_github_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .runner */ .l, () => (0,_stories_audit_step_js__WEBPACK_IMPORTED_MODULE_2__/* .auditStep */ .G)(_github_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .runner */ .l, (0,_github_job_js__WEBPACK_IMPORTED_MODULE_0__/* .readJob */ .cd)(process.env), process.env));
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  HR: () => (/* binding */ Failure),
  to: () => (/* binding */ explained)
});

// UNUSED EXPORTS: explain

;// CONCATENATED MODULE: ./lib/bundling/about.js
/** What this is called, for reports that name their maker. A test holds VERSION and package.json together. */
const VERSION = '1.0.0';
const HOMEPAGE = 'https://github.com/org/aws-temp-creds';
/** The page that explains failures by what they say. */
const TROUBLESHOOTING = 'https://github.com/org/aws-temp-creds/blob/v1/docs/troubleshooting.md';
// EXTERNAL MODULE: ./lib/bundling/masked.js
var masked = __nccwpck_require__(590);
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
    return (0,masked/* masked */.I)(parts.join('\n\n'));
}
/** The same with the place where the troubleshooting page explains it. */
function explained({ code, explanation }) {
    return `${explain(explanation)}\n\nMore: ${TROUBLESHOOTING}#${explanation.page ?? code}`;
}
function section(title, text) {
    return text.includes('\n') ? `${title}:\n${text.replace(/^(?=.)/gm, '  ')}` : `${title}: ${text}`;
}

/***/ }),

/***/ 476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cd: () => (/* binding */ readJob)
/* harmony export */ });
/* unused harmony exports productOf, isFork, isOwnPullRequest, isDependabot, describeJob, jobLine */
/* harmony import */ var _regular_file_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(890);


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
        const file = (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readRegularFile */ .X)(path, LARGEST_EVENT);
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

/***/ }),

/***/ 816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ runner)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
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

// EXTERNAL MODULE: ./lib/bundling/printable.js
var printable = __nccwpck_require__(580);
;// CONCATENATED MODULE: ./lib/bundling/github/runner.js




const ANNOTATE = { error: error, warning: warning, notice: notice };
const runner = {
    input: name => getInput(name),
    info: text => info((0,printable/* inert */.tJ)(text)),
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
            (0,external_node_fs_.appendFileSync)(path, `${markdown}${external_node_os_namespaceObject.EOL}${external_node_os_namespaceObject.EOL}`);
        }
        catch (error) {
            info((0,printable/* inert */.tJ)(`The job summary cannot be written: ${(0,printable/* printable */.g$)(String(error), 300)}`));
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
        ...(title !== undefined && { title: (0,printable/* printable */.g$)(title) }),
        ...(file !== undefined && (0,printable/* isPrintable */.C2)(file) && { file, ...lines }),
    };
}

/***/ }),

/***/ 590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ masked)
/* harmony export */ });
/**
 * Text with everything in it that has the shape of an AWS key made unreadable: an ID becomes `AKIA\u2026WXYZ`, a secret or a
 * token `[withheld]`. It goes by the shape alone, for what is shown may hold a key that nobody looked for: a faulty
 * value, a file's name, an answer. What is no key and looks like one is hidden as well.
 */
function masked(text) {
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

/***/ }),

/***/ 580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ isPrintable),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   tJ: () => (/* binding */ inert)
/* harmony export */ });
/* harmony import */ var _masked_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(590);

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
    const escaped = (0,_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .masked */ .I)(text).replace(UNPRINTABLE, visible);
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

/***/ }),

/***/ 890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);

/**
 * Reads a file, links followed, without ever waiting for the other end of a FIFO or reading a device that has no end.
 *
 * @param most bytes that it may have
 */
function readRegularFile(path, most) {
    let file;
    try {
        file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).isFile())
            return { kind: 'other' };
        // One byte more, to see that there is more: the size that the system says may be wrong.
        const content = filled(file, Math.min((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).size, most) + 1, most);
        return content.length > most ? { kind: 'too large' } : { kind: 'file', content };
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        return { kind: code === 'ENXIO' || code === 'EOPNOTSUPP' ? 'other' : 'none' };
    }
    finally {
        if (file !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
function filled(file, expected, most) {
    let bytes = Buffer.alloc(expected);
    let end = 0;
    for (;;) {
        const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, bytes, end, bytes.length - end, null);
        end += count;
        if (count === 0 || end > most)
            return bytes.subarray(0, end);
        if (end === bytes.length)
            bytes = Buffer.concat([bytes], Math.min(2 * end, most) + 1);
    }
}

/***/ }),

/***/ 874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ auditStep)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = loadLater("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = loadLater("node:https");
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = loadLater("node:tls");
;// CONCATENATED MODULE: ./lib/bundling/credentials/private-file.js

/** Makes a folder that only this user may enter, whatever the umask says. @throws `EEXIST` when something is there */
function makePrivateFolder(path) {
    mkdirSync(path, { mode: 0o700 });
    chmodSync(path, 0o700);
}
/** Makes a file that only this user may read, whatever the umask says. @throws `EEXIST` when something is there */
function createPrivateFile(path, content) {
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
function writePrivateFile(path, content) {
    const temporary = `${path}.${process.pid}-${process.hrtime.bigint()}.tmp`;
    createPrivateFile(temporary, content);
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
        return readFileSync(path, 'utf8');
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
    const code = errorCode(error);
    return process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY');
}
/** The system's code of an error (`ENOENT`), or undefined. */
function errorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
// EXTERNAL MODULE: ./lib/bundling/failure.js + 1 modules
var failure = __nccwpck_require__(808);
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = loadLater("node:net");
;// CONCATENATED MODULE: ./lib/bundling/aws/proxies.js

/** For which protocol which variables count, the first that is set; lower case first, as curl and the runner read them. */
const VARIABLES = {
    'http:': ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'],
    // HTTP_PROXY alone counts for https too: that is how workflows for AWS's own action write it.
    'https:': ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY', 'http_proxy', 'HTTP_PROXY'],
};
/** Every variable that can name a proxy. */
const proxies_PROXY_VARIABLES = VARIABLES['https:'];
/**
 * The proxy to a URL, by the variables that curl, the runner and the AWS tools read.
 *
 * @returns undefined: it is reached directly
 */
function proxies_proxyFor(url, variables) {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
        return undefined;
    const variable = VARIABLES[url.protocol].find(name => variables[name]);
    const given = variable && variables[variable]?.trim();
    if (!variable || !given || isExcepted(url, variables['no_proxy'] || variables['NO_PROXY'] || ''))
        return undefined;
    const proxy = parseProxy(given);
    return 'why' in proxy ? { variable, why: proxy.why } : { ...proxy, variable };
}
/** Reads the address of a proxy: a URL, or `[user:password@]host[:port]`, which is http. */
function parseProxy(text) {
    const url = tryUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    if (url === undefined)
        return { why: 'is not the address of a proxy, such as http://proxy.example:3128' };
    const { protocol } = url;
    if (/^socks/.test(protocol))
        return { why: `names a SOCKS proxy (${protocol}//), and only HTTP proxies are spoken here` };
    if (protocol !== 'http:' && protocol !== 'https:')
        return { why: `names a proxy by ${protocol}//, and only http:// and https:// are known` };
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (host === '')
        return { why: 'names no host' };
    const port = Number(url.port) || (protocol === 'http:' ? 80 : 443);
    const login = url.username || url.password ? `${decoded(url.username)}:${decoded(url.password)}` : '';
    return {
        protocol,
        host,
        port,
        login,
        hasLogin: login !== '',
        shown: `${protocol}//${url.hostname}:${port}`,
    };
}
/** All texts by which the password of a proxy may stand in a log: as written, decoded, and encoded. */
function proxies_proxyPasswords(text) {
    // The last @ ends the login, also where a raw password makes the text no URL.
    const login = /^\s*(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@[^@]*$/is.exec(text)?.[1];
    const written = login === undefined ? '' : login.slice(login.indexOf(':') + 1);
    if (login === undefined || written === '' || !login.includes(':'))
        return [];
    return [...new Set([written, decoded(written), encodeURIComponent(decoded(written))])];
}
/**
 * Whether NO_PROXY excepts a host: `*`, a name with all its subdomains (with or without a dot or `*.` in front), an
 * address, a range of addresses (10.0.0.0/8), each with or without a port.
 */
function isExcepted(url, exceptions) {
    const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
    const port = url.port || (url.protocol === 'http:' ? '80' : '443');
    return exceptions
        .toLowerCase()
        .split(/[\s,]+/)
        .some(item => item !== '' && excepts(item, host, port));
}
function excepts(item, host, port) {
    if (item === '*')
        return true;
    const [given, itemPort] = hostAndPort(item);
    const name = given.replace(/^\*?\.+|^\*/, '').replace(/\.$/, '');
    if (name === '' || (itemPort !== undefined && itemPort !== port))
        return false;
    if (name.includes('/'))
        return isWithin(name, host);
    if (isIP(host) !== 0)
        return isIP(name) !== 0 && isWithin(`${name}/${isIP(name) === 4 ? 32 : 128}`, host);
    return host === name || host.endsWith(`.${name}`);
}
/** An IPv6 address has colons of its own: with a port it stands in brackets, alone it may. */
function hostAndPort(item) {
    const [, bracketed, portBehind] = /^\[([^\]]+)\](?::(\d+))?$/.exec(item) ?? [];
    if (bracketed !== undefined)
        return [bracketed, portBehind];
    if (isIP(item.split('/')[0] ?? '') === 6)
        return [item, undefined];
    const [, name = item, port] = /^(.*?)(?::(\d+))?$/.exec(item) ?? [];
    return [name, port];
}
/** Whether an address lies in a range such as 10.0.0.0/8 or fd00::/8. */
function isWithin(range, host) {
    const [network = '', bits = ''] = range.split('/');
    const family = isIP(network);
    const most = family === 4 ? 32 : 128;
    if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > most)
        return false;
    const list = new BlockList();
    const type = family === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(network, Number(bits), type);
    return list.check(host, type);
}
function tryUrl(text) {
    return URL.canParse(text) ? new URL(text) : undefined;
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/aws/tunnel.js



/** The proxy answered, but opened no way. */
class ProxyRefusal extends Error {
    name = 'ProxyRefusal';
    status;
    constructor(status) {
        super(`the proxy answered HTTP ${status}`);
        this.status = status;
    }
}
/** Milliseconds that a proxy has to open the way. */
const TUNNEL_TIMEOUT = 8_000;
/**
 * Makes an agent whose connections lead through an HTTP proxy (CONNECT, RFC 9110 \u00a79.3.6). (Not a package's: that which
 * fits writes IPv6 addresses wrongly, loses the proxy's status, and goes on after an abort.)
 *
 * @returns for http
 */
function tunnel_httpTunnel(proxy, options) {
    const agent = new HttpAgent(options);
    const open = tunnel_opener(agent, proxy, options);
    agent.createConnection = (wanted, made) => {
        open(wanted).then(socket => made?.(null, socket), (error) => fail(made, error));
        return undefined;
    };
    return agent;
}
/** The same for https. */
function tunnel_httpsTunnel(proxy, options) {
    const agent = new HttpsAgent(options);
    const open = tunnel_opener(agent, proxy, options);
    const secured = agent.createConnection.bind(agent);
    agent.createConnection = (wanted, made) => {
        open(wanted)
            .then(socket => secured(Object.assign({}, wanted, { socket })))
            .then(socket => socket && made?.(null, socket), (error) => fail(made, error));
        return undefined;
    };
    return agent;
}
/** Opens ways through the proxy for an agent, and ends with it what is still being opened. */
function tunnel_opener(agent, proxy, options) {
    const opening = new Set();
    endOpeningWith(agent, opening);
    return async (wanted) => {
        const request = connectRequest(proxy, wanted, options);
        opening.add(request);
        try {
            return await opened(request);
        }
        finally {
            opening.delete(request);
        }
    };
}
/** Node's type wants a socket even beside an error; Node itself gives none. */
function fail(made, error) {
    made?.(error);
}
function opened(request) {
    return new Promise((resolve, reject) => {
        // Whatever answers CONNECT, with whatever status, Node gives its answer by this event.
        request.once('connect', (answer, socket) => {
            if (answer.statusCode === 200)
                return resolve(socket);
            socket.destroy();
            reject(new ProxyRefusal(answer.statusCode ?? 0));
        });
        request.once('timeout', () => request.destroy(new Error('the proxy opens no connection')));
        request.once('error', reject);
        request.end();
    });
}
/** What is still being opened ends with the agent, which knows nothing of it yet. */
function endOpeningWith(agent, opening) {
    const destroy = agent.destroy.bind(agent);
    agent.destroy = () => {
        for (const request of opening)
            request.destroy();
        destroy();
    };
}
function connectRequest(proxy, { host, port }, { ca }) {
    const target = `${isIPv6(host ?? '') ? `[${host}]` : host}:${port}`;
    const login = proxy.login === ''
        ? {}
        : { 'proxy-authorization': `Basic ${Buffer.from(proxy.login).toString('base64')}` };
    const options = {
        method: 'CONNECT',
        host: proxy.host,
        port: proxy.port,
        path: target,
        setHost: false,
        headers: { host: target, ...login },
        agent: false,
        timeout: TUNNEL_TIMEOUT,
    };
    return proxy.protocol === 'http:'
        ? httpRequest(options)
        : httpsRequest({ ...options, servername: proxy.host, ...(ca && { ca }) });
}
;// CONCATENATED MODULE: ./lib/bundling/aws/connection.js









/**
 * Puts the proxies that inputs name where every proxy-aware part of this process looks for them: the inputs beat the
 * environment, and they count for GitHub as well as for AWS.
 *
 * @param httpProxy URL of a proxy for http and https
 * @param noProxy hosts that are reached directly: names, suffixes, with or without port, separated by commas
 */
function useProxies(httpProxy, noProxy) {
    if (httpProxy !== undefined) {
        for (const name of ['http_proxy', 'https_proxy'])
            process.env[name] = httpProxy;
    }
    if (noProxy !== undefined)
        process.env['no_proxy'] = noProxy;
}
/** The passwords of all proxies that the input or a variable names; to be masked before anything else is said. */
function passwordsOfProxies(httpProxy, variables) {
    return [httpProxy, ...PROXY_VARIABLES.map(name => variables[name] ?? '')].flatMap(proxyPasswords);
}
/**
 * The proxy to a URL; undefined: none.
 *
 * @throws Failure `wrong-input` when a variable names one that cannot be used; its value, which may hold a password,
 *   is not shown
 */
function usableProxy(url, variables) {
    const proxy = proxyFor(url, variables);
    if (proxy === undefined || 'host' in proxy)
        return proxy;
    throw new Failure('wrong-input', {
        what: `${proxy.variable} ${proxy.why}.`,
        why: `${url.host} is to be reached through it.`,
        likely: 'The variable (or the input `http-proxy`) was written for another tool.',
        write: `Name an HTTP proxy, http://HOST:PORT, in \`http-proxy\` or HTTPS_PROXY, or except the host: NO_PROXY=${url.hostname}`,
    });
}
/**
 * @param variables `AWS_CA_BUNDLE` (a PEM file) adds certificate authorities, as the AWS CLI knows it.
 *   NODE_EXTRA_CA_CERTS is Node's own, which forgets it where authorities are named; so it is named with them.
 */
function connect(variables) {
    const own = ownAuthorities(variables);
    const extra = readIfThere(variables['NODE_EXTRA_CA_CERTS'] ?? '') ?? [];
    const trust = own === undefined ? {} : { ca: [...rootCertificates, own].concat(extra) };
    const options = { keepAlive: true, ...trust };
    // One of each kind for each proxy, made when it is needed: Node's https takes milliseconds to load.
    const http = new Map();
    const https = new Map();
    return {
        httpAgent: url => agentOf(http, usableProxy(url, variables), proxy => proxy === undefined ? new HttpAgent(options) : httpTunnel(proxy, options)),
        httpsAgent: url => agentOf(https, usableProxy(url, variables), proxy => proxy === undefined ? new HttpsAgent(options) : httpsTunnel(proxy, options)),
        proxyOf: url => usableProxy(url, variables),
        close: () => {
            for (const agent of [...http.values(), ...https.values()])
                agent.destroy();
        },
    };
}
function agentOf(known, proxy, make) {
    const key = proxy === undefined ? '' : `${proxy.shown} ${proxy.login}`;
    const agent = known.get(key) ?? make(proxy);
    known.set(key, agent);
    return agent;
}
/**
 * The text of the file that AWS_CA_BUNDLE names; undefined: it names none.
 *
 * @throws Failure `wrong-input` when it cannot be read
 */
function ownAuthorities(variables) {
    const bundle = variables['AWS_CA_BUNDLE'];
    if (!bundle)
        return undefined;
    try {
        return readFileSync(bundle, 'utf8');
    }
    catch (error) {
        throw new Failure('wrong-input', {
            what: `The certificate authorities that AWS_CA_BUNDLE names cannot be read: ${printable(bundle, 300)}.`,
            why: printable(error instanceof Error ? error.message : String(error), 300),
            likely: 'The variable names a file of another machine, or one that a later step makes.',
            write: 'Name a PEM file that is there, or remove the variable.',
        }, { cause: error });
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
;// CONCATENATED MODULE: ./lib/bundling/config/duration.js
/** Session lengths that STS accepts for a role: seconds (AssumeRoleWithWebIdentity, DurationSeconds). */
const SHORTEST_SESSION = 900;
const LONGEST_SESSION = 43_200;
/** What STS allows at most when a role is assumed with another role's credentials. */
const LONGEST_CHAINED_SESSION = 3_600;
const DEFAULT_SESSION = 3_600;
const UNITS = { s: 1, m: 60, h: 3600 };
/**
 * @param text `3600`, `90m`, `1h`, `1h30m`
 * @returns whole seconds, or undefined when the text is no duration
 */
function parseDuration(text) {
    if (/^\d{1,6}$/.test(text))
        return Number(text);
    const match = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?$/.exec(text);
    if (match === null || text === '')
        return undefined;
    const [, hours = '0', minutes = '0', seconds = '0'] = match;
    return Number(hours) * UNITS.h + Number(minutes) * UNITS.m + Number(seconds) * UNITS.s;
}
/** What is wrong with a session's length, or undefined when nothing is. */
function durationFault(seconds, longest = LONGEST_SESSION) {
    if (seconds === undefined)
        return 'is not a duration: write seconds (3600) or units (1h, 90m, 1h30m)';
    if (seconds < SHORTEST_SESSION)
        return `is ${seconds} s; STS gives no session under 15m (${SHORTEST_SESSION})`;
    if (seconds <= longest)
        return undefined;
    return longest === LONGEST_CHAINED_SESSION
        ? `is ${seconds} s; a role that is assumed through another role gets 1h at most`
        : `is ${seconds} s; STS gives no session over 12h (${LONGEST_SESSION})`;
}
// EXTERNAL MODULE: ./lib/bundling/printable.js
var bundling_printable = __nccwpck_require__(580);
;// CONCATENATED MODULE: ./lib/bundling/config/fault.js


const MOST = 50;
/** Collects faults, so that a user sees all of them at once. */
class Faults {
    #found = [];
    #more = 0;
    /** The first fifty are kept, the others counted: a file made to be wrong has a hundred thousand. */
    add(where, what) {
        if (this.isFull)
            this.#more += 1;
        else
            this.#found.push({ where, what });
    }
    /** Whether further faults are only counted. */
    get isFull() {
        return this.#found.length >= MOST;
    }
    /** Whether something is known to be wrong there: what follows from it is no further fault. */
    has(where) {
        return this.#found.some(fault => fault.where === where);
    }
    get all() {
        return this.#found;
    }
    /** @throws Failure with all faults in one message, if there is any */
    throwIfAny(code, about, write) {
        if (this.#found.length === 0)
            return;
        const total = this.#found.length + this.#more;
        const count = total === 1 ? 'one fault' : `${total} faults`;
        const more = this.#more === 0 ? [] : [`and ${this.#more} more`];
        throw new failure/* Failure */.HR(code, {
            what: `${(0,bundling_printable/* printable */.g$)(about)}: ${count}. Nothing was sent to GitHub or AWS.`,
            why: [...this.#found.map(({ where, what }) => `${(0,bundling_printable/* printable */.g$)(where)}: ${(0,bundling_printable/* printable */.g$)(what)}`), ...more].join('\n'),
            ...(write !== undefined && { write }),
        });
    }
}
/** Shows a value that a user wrote, quoted and shortened. */
function quoted(value) {
    return `"${(0,bundling_printable/* printable */.g$)(value, 80)}"`;
}
;// CONCATENATED MODULE: ./lib/bundling/config/input-reader.js

/**
 * Reads inputs of an action into values, collecting what is wrong with them under the input's name.
 * An absent or empty input reads as undefined (or as the default given).
 */
class InputReader {
    #read;
    #faults;
    constructor(read, faults) {
        this.#read = read;
        this.#faults = faults;
    }
    text(name) {
        const value = this.#read(name);
        return value === '' ? undefined : value;
    }
    /** `true` or `false` as YAML 1.2's core schema writes them; anything else is a fault, never silently one of them. */
    flag(name, byDefault) {
        const value = this.text(name);
        if (value === undefined)
            return byDefault;
        if (['true', 'True', 'TRUE'].includes(value))
            return true;
        if (['false', 'False', 'FALSE'].includes(value))
            return false;
        this.#faults.add(name, `must be true or false, not ${quoted(value)}`);
        return byDefault;
    }
    choice(name, choices) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        const chosen = choices.find(choice => choice === value);
        if (chosen === undefined)
            this.#faults.add(name, `must be one of ${choices.join(', ')}, not ${quoted(value)}`);
        return chosen;
    }
    /** Items separated by commas, white space or newlines; empty ones do not count. */
    list(name) {
        return this.#read(name)
            .split(/[\s,]+/)
            .filter(item => item !== '');
    }
    /** Names separated by commas or newlines; they may hold blanks, as those of GitHub environments do. */
    names(name) {
        return this.#read(name)
            .split(/[\n\r,]/)
            .map(item => item.trim())
            .filter(item => item !== '');
    }
    whole(name, least, most, byDefault) {
        const value = this.text(name);
        if (value === undefined)
            return byDefault;
        const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
        if (number >= least && number <= most)
            return number;
        this.#faults.add(name, `must be a whole number from ${least} to ${most}, not ${quoted(value)}`);
        return byDefault;
    }
    /** A value made of the text by `parse`; `expected` says, for a text that is none, what it should have been. */
    parsed(name, parse, expected) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        const result = parse(value);
        if (result !== undefined)
            return result;
        const what = typeof expected === 'string' ? expected : expected(value);
        this.#faults.add(name, `must be ${what}, not ${quoted(value)}`);
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/config/audit-inputs.js




const AUDIT_CHECKS = ['organization', 'people', 'parity', 'trust', 'keys', 'github'];
const FAIL_ON = ['error', 'warning', 'notice', 'never'];
const SCANS = ['tree', 'history', 'off'];
/** As `template audit` calls it; a test holds both together. */
const DEFAULT_ACCOUNT_ROLE = 'aws-temp-creds-audit';
const ROLE_NAME = /^[\w+=,.@-]+(\/[\w+=,.@-]+)*$/;
/**
 * Reads inputs or options; whatever is wrong is added to the faults.
 *
 * @param repository `owner/name` on GitHub; undefined: none
 */
function readAuditSettings(read, faults, repository) {
    if (repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository))
        faults.add('repository', `must be a repository of GitHub as owner/name, not ${quoted(repository)}`);
    const inputs = new InputReader(read, faults);
    const arn = (name) => inputs.parsed(name, text => parseRoleArn(text)?.arn, 'the ARN of a role (arn:aws:iam::<account>:role/<name>)');
    return {
        config: inputs.text('config'),
        role: arn('role-to-assume'),
        region: inputs.parsed('aws-region', region, 'the code of a Region, such as eu-west-1'),
        audience: inputs.text('audience'),
        organizationRole: arn('organization-role'),
        accountRole: inputs.parsed('account-role', text => (ROLE_NAME.test(text) ? text : undefined), `the name of a role, the same in every account (${DEFAULT_ACCOUNT_ROLE}), not an ARN`) ?? DEFAULT_ACCOUNT_ROLE,
        checks: readChecks(inputs.list('checks'), faults),
        failOn: inputs.choice('fail-on', FAIL_ON) ?? 'error',
        reportFile: inputs.text('report-file'),
        sarifFile: inputs.text('sarif-file'),
        scan: inputs.choice('scan', SCANS) ?? 'tree',
        repository,
        token: inputs.text('token'),
        showUsers: inputs.flag('show-users', false),
        maskAccounts: inputs.flag('mask-aws-account-id', false),
        connection: readConnection(inputs, faults),
    };
}
function readChecks(given, faults) {
    const checks = AUDIT_CHECKS.filter(check => given.length === 0 || given.includes(check));
    for (const name of given) {
        if (!AUDIT_CHECKS.some(check => check === name))
            faults.add('checks', `${quoted(name)} is none of ${AUDIT_CHECKS.join(', ')}`);
    }
    return new Set(checks);
}
function readConnection(inputs, faults) {
    const timeout = inputs.text('timeout') ?? '10m';
    const seconds = parseDuration(timeout);
    if (seconds === undefined || seconds < 10 || seconds > 21_600)
        faults.add('timeout', `must be a duration from 10s to 6h, not ${quoted(timeout)}`);
    return {
        httpProxy: inputs.parsed('http-proxy', text => (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined), 'the URL of a proxy, such as http://proxy.example:3128'),
        noProxy: inputs.text('no-proxy'),
        stsEndpoint: inputs.parsed('sts-endpoint', text => (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined), 'the URL of an STS endpoint'),
        maxAttempts: inputs.whole('retry-max-attempts', 1, 100, 12),
        timeout: seconds ?? 600,
        retryRefusals: 0,
    };
}
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
// EXTERNAL MODULE: ./lib/bundling/regular-file.js
var regular_file = __nccwpck_require__(890);
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
    throw new failure/* Failure */.HR('wrong-input', {
        what: `The configuration file ${(0,bundling_printable/* printable */.g$)(path, 300)} is not there.`,
        why: `There is no such file in ${(0,bundling_printable/* printable */.g$)(folder, 300)}.`,
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
        const found = (0,regular_file/* readRegularFile */.X)(file, most);
        if (found.kind === 'file')
            return found.content.toString('utf8');
        if (found.kind === 'none')
            return undefined;
        throw new failure/* Failure */.HR('wrong-configuration', {
            what: `${(0,bundling_printable/* printable */.g$)(path, 300)} cannot be read.`,
            why: found.kind === 'other' ? 'It is no regular file.' : `It is larger than ${most / 2 ** 20} MiB.`,
        });
    };
}
/** @returns the real path of what is at a path of the checkout, or undefined when that leads out of it or nowhere */
function insideOf(folder, path) {
    try {
        const root = (0,external_node_fs_.realpathSync)(folder);
        const file = (0,external_node_fs_.realpathSync)((0,external_node_path_namespaceObject.join)(root, path));
        const inside = (0,external_node_path_namespaceObject.relative)(root, file);
        return inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_namespaceObject.sep}`) ? undefined : file;
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/stories/audit-step.js







/** GitHub shows ten annotations of each level of a step. */
const MOST_ANNOTATIONS = 10;
/**
 * The audit action: reads AWS with reader roles, and reports. It exports nothing.
 *
 * @throws Failure `wrong-input` or `wrong-configuration` with all faults, before anything is sent; `audit-findings`;
 *   `audit-incomplete`, when a part could not be looked at: a partial audit never looks clean
 */
async function auditStep(runner, job, variables) {
    for (const name of ['findings', 'complete', 'report-file', 'sarif-file'])
        runner.setOutput(name, '');
    const faults = new Faults();
    const settings = readAuditSettings(name => runner.input(name), faults, job.repository || undefined);
    if (settings.token !== undefined)
        runner.mask(settings.token);
    faults.throwIfAny('wrong-input', 'The inputs of this step are wrong');
    const configuration = await loadConfiguration(job.workspace, settings.config);
    if (configuration === undefined)
        throw noFile();
    if (settings.maskAccounts)
        maskAccounts(runner, configuration, settings);
    useProxies(settings.connection.httpProxy, settings.connection.noProxy);
    const { auditReports, outcomeOf } = await import(/* webpackIgnore: true */ '../audit-run/index.js');
    const { result, terminal, summary, shown } = await auditReports({
        settings,
        configuration,
        job,
        variables,
        folder: job.workspace,
        mask: runner.mask,
        tell: what => runner.info((0,bundling_printable/* printable */.g$)(what)),
        signal: new AbortController().signal,
    });
    const { failed, complete } = outcomeOf(result, settings.failOn);
    runner.info(terminal(true));
    for (const { severity, what } of result.findings.slice(0, MOST_ANNOTATIONS))
        runner.annotate(severity, shown(what), { file: configuration.path });
    await runner.summarize(summary);
    runner.setOutput('findings', String(result.findings.length));
    runner.setOutput('complete', String(complete));
    runner.setOutput('report-file', settings.reportFile ?? '');
    runner.setOutput('sarif-file', settings.sarifFile ?? '');
    if (failed)
        throw new failure/* Failure */.HR('audit-findings', FOUND);
    if (!complete)
        throw new failure/* Failure */.HR('audit-incomplete', INCOMPLETE);
}
const FOUND = {
    what: 'The audit found what `fail-on` counts.',
    write: 'The job summary says what, and what to do; accept one with a reason under audit.allow of the file.',
};
const INCOMPLETE = {
    what: 'The audit is incomplete: a part could not be looked at, so it vouches for nothing.',
    write: 'The job summary names each part, the IAM action that it needs, and the line to add to the policy.',
};
function maskAccounts(runner, { environments }, { role, organizationRole }) {
    const readers = [role, organizationRole].map(arn => arn === undefined ? undefined : parseRoleArn(arn)?.account);
    for (const account of [...environments.map(one => one.account), ...readers])
        if (account !== undefined)
            runner.mask(account);
}
function noFile() {
    return new failure/* Failure */.HR('wrong-input', {
        what: `There is no ${CONFIGURATION_PATH} to compare AWS with.`,
        likely: 'The repository was not checked out before this step, or it has no configuration file yet.',
        write: '- uses: actions/checkout@v7\n- uses: org/aws-temp-creds/audit@v1',
    });
}

/***/ }),

/***/ 295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ runStep)
});

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
// EXTERNAL MODULE: ./lib/bundling/failure.js + 1 modules
var failure = __nccwpck_require__(808);
// EXTERNAL MODULE: ./lib/bundling/printable.js
var printable = __nccwpck_require__(580);
;// CONCATENATED MODULE: ./lib/bundling/stories/step.js



/**
 * Runs what a step does, and shows whatever it throws as the step's failure. Nothing thrown passes unseen: neither a
 * rejected promise nor something that is no Error.
 */
async function runStep(runner, body) {
    try {
        await body();
    }
    catch (error) {
        runner.fail(error instanceof failure/* Failure */.HR ? (0,failure/* explained */.to)(error) : unexpected(error));
        if (error instanceof Error && error.stack)
            runner.debug(error.stack);
    }
    endProcess();
}
function unexpected(error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return `aws-temp-creds failed for a reason that it does not know: ${(0,printable/* printable */.g$)(text, 500)}\n\nWhat to do: run the job again with debug logging, and report the log as an issue.`;
}

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
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
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(664);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
