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

/***/ 629:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const https = __nccwpck_require__(692)
const http = __nccwpck_require__(611)
const { URL } = __nccwpck_require__(16)

class HttpProxyAgent extends http.Agent {
  constructor (options) {
    const { proxy, proxyRequestOptions, ...opts } = options
    super(opts)
    this.proxy = typeof proxy === 'string'
      ? new URL(proxy)
      : proxy
    this.proxyRequestOptions = proxyRequestOptions || {}
  }

  createConnection (options, callback) {
    const requestOptions = {
      ...this.proxyRequestOptions,
      method: 'CONNECT',
      host: this.proxy.hostname,
      port: this.proxy.port,
      path: `${options.host}:${options.port}`,
      setHost: false,
      headers: { ...this.proxyRequestOptions.headers, connection: this.keepAlive ? 'keep-alive' : 'close', host: `${options.host}:${options.port}` },
      agent: false,
      timeout: options.timeout || 0
    }

    if (this.proxy.username || this.proxy.password) {
      const base64 = Buffer.from(`${decodeURIComponent(this.proxy.username || '')}:${decodeURIComponent(this.proxy.password || '')}`).toString('base64')
      requestOptions.headers['proxy-authorization'] = `Basic ${base64}`
    }

    if (this.proxy.protocol === 'https:') {
      requestOptions.servername = this.proxy.hostname
    }

    const request = (this.proxy.protocol === 'http:' ? http : https).request(requestOptions)
    request.once('connect', (response, socket, head) => {
      request.removeAllListeners()
      socket.removeAllListeners()
      if (response.statusCode === 200) {
        callback(null, socket)
      } else {
        socket.destroy()
        callback(new Error(`Bad response: ${response.statusCode}`), null)
      }
    })

    request.once('timeout', () => {
      request.destroy(new Error('Proxy timeout'))
    })

    request.once('error', err => {
      request.removeAllListeners()
      callback(err, null)
    })

    request.end()
  }
}

class HttpsProxyAgent extends https.Agent {
  constructor (options) {
    const { proxy, proxyRequestOptions, ...opts } = options
    super(opts)
    this.proxy = typeof proxy === 'string'
      ? new URL(proxy)
      : proxy
    this.proxyRequestOptions = proxyRequestOptions || {}
  }

  createConnection (options, callback) {
    const requestOptions = {
      ...this.proxyRequestOptions,
      method: 'CONNECT',
      host: this.proxy.hostname,
      port: this.proxy.port,
      path: `${options.host}:${options.port}`,
      setHost: false,
      headers: { ...this.proxyRequestOptions.headers, connection: this.keepAlive ? 'keep-alive' : 'close', host: `${options.host}:${options.port}` },
      agent: false,
      timeout: options.timeout || 0
    }

    if (this.proxy.username || this.proxy.password) {
      const base64 = Buffer.from(`${decodeURIComponent(this.proxy.username || '')}:${decodeURIComponent(this.proxy.password || '')}`).toString('base64')
      requestOptions.headers['proxy-authorization'] = `Basic ${base64}`
    }

    // Necessary for the TLS check with the proxy to succeed.
    if (this.proxy.protocol === 'https:') {
      requestOptions.servername = this.proxy.hostname
    }

    const request = (this.proxy.protocol === 'http:' ? http : https).request(requestOptions)
    request.once('connect', (response, socket, head) => {
      request.removeAllListeners()
      socket.removeAllListeners()
      if (response.statusCode === 200) {
        const secureSocket = super.createConnection({ ...options, socket })
        callback(null, secureSocket)
      } else {
        socket.destroy()
        callback(new Error(`Bad response: ${response.statusCode}`), null)
      }
    })

    request.once('timeout', () => {
      request.destroy(new Error('Proxy timeout'))
    })

    request.once('error', err => {
      request.removeAllListeners()
      callback(err, null)
    })

    request.end()
  }
}

module.exports = {
  HttpProxyAgent,
  HttpsProxyAgent
}


/***/ }),

/***/ 611:
/***/ ((module) => {

module.exports = loadLater("http");

/***/ }),

/***/ 692:
/***/ ((module) => {

module.exports = loadLater("https");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = loadNow("node:fs");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = loadNow("node:os");

/***/ }),

/***/ 16:
/***/ ((module) => {

module.exports = loadNow("url");

/***/ }),

/***/ 761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Failure),
/* harmony export */   W: () => (/* binding */ explain)
/* harmony export */ });
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
/** The text of a failure as it is shown: the four parts, each under its own heading where it has one. */
function explain({ what, why, likely, write }) {
    const parts = [what];
    if (why !== undefined)
        parts.push(section('Why', why));
    if (likely !== undefined)
        parts.push(section('Likely mistake', likely));
    if (write !== undefined)
        parts.push(section('What to do', write));
    return parts.join('\n\n');
}
function section(title, text) {
    return text.includes('\n') ? `${title}:\n${text.replace(/^(?=.)/gm, '  ')}` : `${title}: ${text}`;
}

/***/ }),

/***/ 476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ productOf),
/* harmony export */   B0: () => (/* binding */ isFork),
/* harmony export */   DS: () => (/* binding */ isDependabot),
/* harmony export */   cd: () => (/* binding */ readJob)
/* harmony export */ });
/* unused harmony exports isOwnPullRequest, describeJob, jobLine */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);


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
function readEvent(path) {
    if (path === undefined || path === '')
        return undefined;
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
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

/***/ 917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ runner)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
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
const summary = _summary;
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
    info: text => info((0,printable/* inert */.t)(text)),
    debug: text => core_debug(text),
    annotate: (level, text, place = {}) => ANNOTATE[level](text, { ...place }),
    group: (title, body) => group(title, body),
    mask: secret => {
        // The runner masks line by line; an empty value would be an error.
        for (const line of secret.split(/\r?\n/))
            if (line !== '')
                core_setSecret(line);
    },
    exportVariable: (name, value) => exportVariable(name, value),
    addPath: folder => addPath(folder),
    setOutput: (name, value) => setOutput(name, value),
    saveState: (name, value) => saveState(name, value),
    state: name => getState(name),
    summarize: async (markdown) => {
        if (process.env['GITHUB_STEP_SUMMARY'])
            await summary.addRaw(`${markdown}${external_node_os_.EOL}${external_node_os_.EOL}`).write();
    },
    fail: text => setFailed(text),
};

/***/ }),

/***/ 738:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_job_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(476);
/* harmony import */ var _github_runner_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(917);
/* harmony import */ var _stories_deploy_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(824);
/* harmony import */ var _stories_step_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(75);




await (0,_stories_step_js__WEBPACK_IMPORTED_MODULE_3__/* .runStep */ .e)(_github_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .runner */ .l, () => (0,_stories_deploy_js__WEBPACK_IMPORTED_MODULE_2__/* .deploy */ .g)(_github_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .runner */ .l, (0,_github_job_js__WEBPACK_IMPORTED_MODULE_0__/* .readJob */ .cd)(process.env), process.env));
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable),
/* harmony export */   t: () => (/* binding */ inert)
/* harmony export */ });
/**
 * Untrusted text (file names, branches, actors, claims, server answers) as one harmless line: control characters,
 * line and paragraph separators, bidirectional controls, invisible characters and lone surrogates are shown as
 * escapes, so that nothing in it can end the line, reorder it, or begin a workflow command.
 *
 * @param text any string
 * @param limit the most characters to return; what is cut is shown as `\u2026`
 */
function printable(text, limit = 1000) {
    const escaped = text.replace(UNPRINTABLE, visible);
    return escaped.length <= limit ? escaped : `${escaped.slice(0, limit - 1)}\u2026`;
}
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;
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
    return text.replace(/^([\s\u0085]*):(?=:)/gm, '$1:\u200b').replace(/##\[/g, '##\u200b[');
}

/***/ }),

/***/ 824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = loadLater("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = loadLater("node:https");
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = loadLater("node:tls");
// EXTERNAL MODULE: ./node_modules/hpagent/index.js
var hpagent = __nccwpck_require__(629);
;// CONCATENATED MODULE: ./node_modules/hpagent/index.mjs


/* harmony default export */ const node_modules_hpagent = ((/* unused pure expression or super */ null && (mod)));
const HttpProxyAgent = hpagent.HttpProxyAgent
const HttpsProxyAgent = hpagent.HttpsProxyAgent

;// CONCATENATED MODULE: ./node_modules/proxy-from-env/index.js


var DEFAULT_PORTS = {
  ftp: 21,
  gopher: 70,
  http: 80,
  https: 443,
  ws: 80,
  wss: 443,
};

function parseUrl(urlString) {
  try {
    return new URL(urlString);
  } catch {
    return null;
  }
}

/**
 * @param {string|object|URL} url - The URL as a string or URL instance, or a
 *   compatible object (such as the result from legacy url.parse).
 * @return {string} The URL of the proxy that should handle the request to the
 *  given URL. If no proxy is set, this will be an empty string.
 */
function getProxyForUrl(url) {
  var parsedUrl = (typeof url === 'string' ? parseUrl(url) : url) || {};
  var proto = parsedUrl.protocol;
  var hostname = parsedUrl.host;
  var port = parsedUrl.port;
  if (typeof hostname !== 'string' || !hostname || typeof proto !== 'string') {
    return '';  // Don't proxy URLs without a valid scheme or host.
  }

  proto = proto.split(':', 1)[0];
  // Stripping ports in this way instead of using parsedUrl.hostname to make
  // sure that the brackets around IPv6 addresses are kept.
  hostname = hostname.replace(/:\d*$/, '');
  port = parseInt(port) || DEFAULT_PORTS[proto] || 0;
  if (!shouldProxy(hostname, port)) {
    return '';  // Don't proxy URLs that match NO_PROXY.
  }

  var proxy = getEnv(proto + '_proxy') || getEnv('all_proxy');
  if (proxy && proxy.indexOf('://') === -1) {
    // Missing scheme in proxy, default to the requested URL's scheme.
    proxy = proto + '://' + proxy;
  }
  return proxy;
}

/**
 * Determines whether a given URL should be proxied.
 *
 * @param {string} hostname - The host name of the URL.
 * @param {number} port - The effective port of the URL.
 * @returns {boolean} Whether the given URL should be proxied.
 * @private
 */
function shouldProxy(hostname, port) {
  var NO_PROXY = getEnv('no_proxy').toLowerCase();
  if (!NO_PROXY) {
    return true;  // Always proxy if NO_PROXY is not set.
  }
  if (NO_PROXY === '*') {
    return false;  // Never proxy if wildcard is set.
  }

  return NO_PROXY.split(/[,\s]/).every(function(proxy) {
    if (!proxy) {
      return true;  // Skip zero-length hosts.
    }
    var parsedProxy = proxy.match(/^(.+):(\d+)$/);
    var parsedProxyHostname = parsedProxy ? parsedProxy[1] : proxy;
    var parsedProxyPort = parsedProxy ? parseInt(parsedProxy[2]) : 0;
    if (parsedProxyPort && parsedProxyPort !== port) {
      return true;  // Skip if ports don't match.
    }

    if (!/^[.*]/.test(parsedProxyHostname)) {
      // No wildcards, so stop proxying if there is an exact match.
      return hostname !== parsedProxyHostname;
    }

    if (parsedProxyHostname.charAt(0) === '*') {
      // Remove leading wildcard.
      parsedProxyHostname = parsedProxyHostname.slice(1);
    }
    // Stop proxying if the hostname ends with the no_proxy host.
    return !hostname.endsWith(parsedProxyHostname);
  });
}

/**
 * Get the value for an environment variable.
 *
 * @param {string} key - The name of the environment variable.
 * @return {string} The value of the environment variable.
 * @private
 */
function getEnv(key) {
  return process.env[key.toLowerCase()] || process.env[key.toUpperCase()] || '';
}

;// CONCATENATED MODULE: ./lib/bundling/credentials/private-file.js

/**
 * Writes a file that only this user may read, so that no reader ever sees a part of it: to a new name beside it, then
 * renamed. A link that somebody put at either name is not followed: the new name must not exist, and a rename replaces.
 * (The name is unique without node:crypto, which takes longer to load than everything else that a start does.)
 */
function writePrivateFile(path, content) {
    const temporary = `${path}.${process.pid}-${process.hrtime.bigint()}.tmp`;
    const file = (0,external_node_fs_.openSync)(temporary, 'wx', 0o600);
    try {
        (0,external_node_fs_.writeFileSync)(file, content);
        (0,external_node_fs_.closeSync)(file);
        renamePatiently(temporary, path);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw error;
    }
}
/** @returns the text, or undefined when there is no such file (or it cannot be read) */
function private_file_readIfThere(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}
/** On Windows a file cannot be replaced during the instant in which another process has it open. */
function renamePatiently(from, to) {
    for (let attempt = 1;; attempt += 1) {
        try {
            (0,external_node_fs_.renameSync)(from, to);
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
// EXTERNAL MODULE: ./lib/bundling/failure.js
var bundling_failure = __nccwpck_require__(761);
// EXTERNAL MODULE: ./lib/bundling/printable.js
var bundling_printable = __nccwpck_require__(580);
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
/**
 * @param variables `AWS_CA_BUNDLE` (a PEM file) adds certificate authorities, as the AWS CLI knows it.
 *   NODE_EXTRA_CA_CERTS is Node's own, which forgets it where authorities are named; so it is named with them.
 */
function connect(variables) {
    const own = ownAuthorities(variables);
    const extra = private_file_readIfThere(variables['NODE_EXTRA_CA_CERTS'] ?? '') ?? [];
    const trust = own === undefined ? {} : { ca: [...external_node_tls_namespaceObject.rootCertificates, own].concat(extra) };
    const agents = [];
    const opened = (agent) => {
        agents.push(agent);
        return agent;
    };
    const options = { keepAlive: true, ...trust };
    return {
        httpAgent: url => {
            const proxy = getProxyForUrl(url.href);
            return opened(proxy === '' ? new external_node_http_namespaceObject.Agent(options) : new HttpProxyAgent({ ...options, proxy }));
        },
        httpsAgent: url => {
            const proxy = getProxyForUrl(url.href);
            return opened(proxy === '' ? new external_node_https_namespaceObject.Agent(options) : new HttpsProxyAgent({ ...options, proxy }));
        },
        close: () => {
            for (const agent of agents)
                agent.destroy();
        },
    };
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
        return (0,external_node_fs_.readFileSync)(bundle, 'utf8');
    }
    catch (error) {
        throw new bundling_failure/* Failure */.H('wrong-input', {
            what: `The certificate authorities that AWS_CA_BUNDLE names cannot be read: ${(0,bundling_printable/* printable */.g)(bundle, 300)}.`,
            why: (0,bundling_printable/* printable */.g)(error instanceof Error ? error.message : String(error), 300),
            likely: 'The variable names a file of another machine, or one that a later step makes.',
            write: 'Name a PEM file that is there, or remove the variable.',
        }, { cause: error });
    }
}
;// CONCATENATED MODULE: ./lib/bundling/aws/endpoint.js


/**
 * The endpoint of STS that the environment names, as the AWS SDKs read it (AWS SDKs and Tools Reference Guide,
 * service-specific endpoints). Files of the machine have no say: the job's token must not go where an earlier job wrote.
 *
 * @returns undefined when none is named: the Region's own counts
 * @throws Failure `wrong-input` when what is named is no URL
 */
function endpointOfEnvironment(variables) {
    if (variables['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true')
        return undefined;
    const name = ['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL'].find(variable => variables[variable]);
    const given = name && variables[name];
    if (!given)
        return undefined;
    if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol))
        return new URL(given);
    throw new bundling_failure/* Failure */.H('wrong-input', {
        what: `${name} is not the URL of an endpoint.`,
        why: `It is set to ${(0,bundling_printable/* printable */.g)(given, 100)}.`,
    });
}
;// CONCATENATED MODULE: ./lib/bundling/aws/names.js
/**
 * The partitions, by the prefix of their Regions' codes; the first row whose prefix fits counts. `dns` is what the
 * service endpoints end in, `audience` what the identity providers made for GitHub expect in that partition.
 * (AWS SDK partitions.json; the audience in China: README of aws-actions/configure-aws-credentials.)
 */
const PARTITIONS = [
    { id: 'aws-cn', prefix: 'cn-', dns: 'amazonaws.com.cn', audience: 'sts.amazonaws.com.cn' },
    { id: 'aws-us-gov', prefix: 'us-gov-', dns: 'amazonaws.com', audience: 'sts.amazonaws.com' },
    { id: 'aws-iso-b', prefix: 'us-isob-', dns: 'sc2s.sgov.gov', audience: 'sts.amazonaws.com' },
    { id: 'aws-iso-f', prefix: 'us-isof-', dns: 'csp.hci.ic.gov', audience: 'sts.amazonaws.com' },
    { id: 'aws-iso-e', prefix: 'eu-isoe-', dns: 'cloud.adc-e.uk', audience: 'sts.amazonaws.com' },
    { id: 'aws-iso', prefix: 'us-iso-', dns: 'c2s.ic.gov', audience: 'sts.amazonaws.com' },
    { id: 'aws-eusc', prefix: 'eusc-', dns: 'amazonaws.eu', audience: 'sts.amazonaws.com' },
    { id: 'aws', prefix: '', dns: 'amazonaws.com', audience: 'sts.amazonaws.com' },
];
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
/** The host of a Region's own STS endpoint. */
function stsHost(place) {
    return `sts.${place}.${partitionRow(place).dns}`;
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
/** The ARN of a role given by name (`deploy`, `ci/deploy`) in an account. */
function roleArn(partition, account, name) {
    return `arn:${partition}:iam::${account}:role/${name}`;
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/session-name.js
/** What STS takes for RoleSessionName. */
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
/**
 * The session's name when none was asked for: it stands in CloudTrail beside every call, so it names the run that
 * made them (`gh-<run>-<attempt>-<owner>.<repository>`, cut to 64 characters). Outside a runner: `aws-temp-creds`.
 */
function defaultSessionName(job) {
    if (!/^\d+$/.test(job.runId))
        return 'aws-temp-creds';
    const repository = job.repository.replace('/', '.').replace(/[^\w+=,.@-]/g, '-');
    return `gh-${job.runId}-${job.runAttempt || '1'}-${repository}`.slice(0, 64).replace(/-$/, '');
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/session-policy.js
/** Limits of AssumeRoleWithWebIdentity and AssumeRole (STS API reference: Policy, PolicyArns). */
const MOST_MANAGED_POLICIES = 10;
const MOST_POLICY_CHARACTERS = 2_048;
/**
 * @param text JSON text as a user wrote it
 * @returns the policy minified (white space counts against STS's limit), or the fault
 */
function minifyPolicy(text) {
    let document;
    try {
        document = JSON.parse(text);
    }
    catch {
        return { fault: 'is not JSON' };
    }
    if (typeof document !== 'object' || document === null || !('Statement' in document)) {
        return { fault: 'is JSON, but not a policy: it has no "Statement"' };
    }
    const policy = JSON.stringify(document);
    // STS takes the characters that XML can carry up to U+00FF; anything else comes back as MalformedPolicyDocument.
    if (/[^\t\n\r\u0020-\u00ff]/.test(policy))
        return { fault: 'holds characters that STS does not take (beyond U+00FF)' };
    return { policy };
}
/** What is wrong with the session policies of one target taken together. */
function sessionPolicyFaults(policy, managed, account) {
    const faults = [];
    const characters = (policy?.length ?? 0) + managed.join('').length;
    if (characters > MOST_POLICY_CHARACTERS) {
        faults.push(`session policies have ${characters} characters together; STS takes ${MOST_POLICY_CHARACTERS}`);
    }
    if (managed.length > MOST_MANAGED_POLICIES) {
        faults.push(`${managed.length} managed session policies; STS takes ${MOST_MANAGED_POLICIES}`);
    }
    for (const arn of managed) {
        const owner = /^arn:aws(?:-[a-z-]+)?:iam::(\d{12}|aws):policy\/[\w+=,.@/-]+$/.exec(arn)?.[1];
        if (owner === undefined)
            faults.push(`"${arn}" is not the ARN of a managed policy`);
        else if (owner !== 'aws' && owner !== account) {
            faults.push(`"${arn}" is in account ${owner}; a session policy must be AWS's own or in the role's account ${account}`);
        }
    }
    return faults;
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
;// CONCATENATED MODULE: ./lib/bundling/config/fault.js


/** Collects faults, so that a user sees all of them at once. */
class fault_Faults {
    #found = [];
    add(where, what) {
        this.#found.push({ where, what });
    }
    get all() {
        return this.#found;
    }
    /** @throws Failure with all faults in one message, if there is any */
    throwIfAny(code, about, write) {
        if (this.#found.length === 0)
            return;
        const count = this.#found.length === 1 ? 'one fault' : `${this.#found.length} faults`;
        throw new bundling_failure/* Failure */.H(code, {
            what: `${(0,bundling_printable/* printable */.g)(about)}: ${count}. Nothing was sent to GitHub or AWS.`,
            why: this.#found.map(({ where, what }) => `${(0,bundling_printable/* printable */.g)(where)}: ${(0,bundling_printable/* printable */.g)(what)}`).join('\n'),
            ...(write !== undefined && { write }),
        });
    }
}
/** Shows a value that a user wrote, quoted and shortened. */
function quoted(value) {
    return `"${(0,bundling_printable/* printable */.g)(value, 80)}"`;
}
;// CONCATENATED MODULE: ./lib/bundling/config/misplaced-inputs.js
/** Inputs that say something about one role, and so nothing about environments. */
function refuseClassicOnly(inputs, faults) {
    const given = {
        'aws-region': inputs.region,
        audience: inputs.audience,
        'role-duration-seconds': inputs.duration,
        'inline-session-policy': inputs.sessionPolicy,
        'managed-session-policies': inputs.managedPolicies[0],
        'role-external-id': inputs.externalId,
        'aws-profile': inputs.profile,
        'role-chaining': inputs.chaining || undefined,
    };
    for (const [name, value] of Object.entries(given)) {
        if (value !== undefined) {
            faults.add(name, 'belongs to role-to-assume, which is not given; an environment says this in the configuration file');
        }
    }
}
/** Whoever says how credentials are to be handed over wants some: the role's input is empty by mistake. */
function refuseWithoutIdentity(inputs, faults) {
    const given = {
        export: inputs.exportMode !== undefined && inputs.exportMode !== 'none',
        'output-credentials': inputs.outputCredentials,
        'allowed-account-ids': inputs.allowedAccounts !== undefined,
        'role-session-name': inputs.sessionName !== undefined,
    };
    for (const [name, isGiven] of Object.entries(given)) {
        if (isGiven) {
            faults.add(name, 'is about credentials, but role-to-assume and environment are empty, and there is no configuration file with environments');
        }
    }
}
;// CONCATENATED MODULE: ./lib/bundling/config/targets.js






/** Decides from inputs and file what to assume; everything wrong with the combination is added to the faults. */
function selectTargets(inputs, configuration, job, faults) {
    if (inputs.role !== undefined && inputs.environments.length > 0) {
        faults.add('environment', 'and role-to-assume exclude each other: an environment has its role in the configuration file');
    }
    if (inputs.role !== undefined) {
        const target = classicTarget(inputs, job, faults);
        return { kind: 'targets', targets: target ? [target] : [], form: 'classic' };
    }
    refuseClassicOnly(inputs, faults);
    if (inputs.environments.length > 0) {
        const environments = namedEnvironments(inputs.environments, configuration, faults);
        return {
            kind: 'targets',
            targets: environmentTargets(environments, inputs, job, faults),
            form: 'environments',
        };
    }
    const hasEnvironments = (configuration?.environments.length ?? 0) > 0;
    if (hasEnvironments)
        return { kind: 'own' };
    refuseWithoutIdentity(inputs, faults);
    return { kind: 'nothing' };
}
/** The targets of environments, with what the inputs say about all of them. */
function environmentTargets(environments, inputs, job, faults) {
    for (const { name, account } of environments) {
        if (inputs.allowedAccounts?.includes(account) === false) {
            faults.add('allowed-account-ids', `does not allow account ${account} of environment ${name}`);
        }
    }
    return environments.map(environment => environmentTarget(environment, inputs, job));
}
/** How the credentials are handed over when `export` does not say. */
function exportMode(inputs, form) {
    return inputs.exportMode ?? (form === 'classic' && inputs.profile === undefined ? 'env' : 'profiles');
}
/** Faults of how to hand over that many targets. */
function checkExport(mode, targets, inputs, faults) {
    const several = targets.length > 1;
    if (mode === 'env' && several) {
        faults.add('export', `env holds one identity, and there are ${targets.length} environments (${names(targets)}): which one would win? Write \`export: profiles\``);
    }
    if (inputs.outputCredentials && several) {
        faults.add('output-credentials', `has outputs for one identity, and there are ${targets.length} environments (${names(targets)})`);
    }
    if (mode !== 'profiles' && inputs.profile !== undefined) {
        faults.add('aws-profile', `needs \`export: profiles\`; environment keys and a profile are never exported together`);
    }
}
function names(targets) {
    return targets.map(({ name }) => name).join(', ');
}
function classicTarget(inputs, job, faults) {
    const { role, region } = inputs;
    if (role === undefined)
        return undefined;
    if (region === undefined) {
        faults.add('aws-region', 'is missing: role-to-assume needs the Region to work in, such as eu-west-1');
        return undefined;
    }
    const arn = parseRoleArn(role) ?? namedRole(role, inputs, faults);
    if (arn === undefined)
        return undefined;
    if (arn.partition !== partitionOf(region)) {
        faults.add('role-to-assume', `is in partition ${arn.partition}, but Region ${region} is in partition ${partitionOf(region)}`);
    }
    if (inputs.allowedAccounts?.includes(arn.account) === false) {
        faults.add('allowed-account-ids', `does not allow account ${arn.account} of role-to-assume`);
    }
    for (const fault of sessionPolicyFaults(inputs.sessionPolicy, inputs.managedPolicies, arn.account)) {
        faults.add('managed-session-policies', fault);
    }
    if (inputs.chaining && inputs.unsetCurrent) {
        faults.add('unset-current-credentials', 'would remove the credentials that role-chaining starts from');
    }
    if (inputs.externalId !== undefined && !inputs.chaining) {
        faults.add('role-external-id', 'needs role-chaining: AssumeRoleWithWebIdentity takes no external ID');
    }
    return {
        name: inputs.profile ?? 'default',
        account: arn.account,
        region,
        role: arn.arn,
        audience: inputs.audience ?? defaultAudience(region),
        duration: inputs.duration ?? DEFAULT_SESSION,
        sessionName: inputs.sessionName ?? defaultSessionName(job),
        sessionPolicy: inputs.sessionPolicy,
        managedPolicies: inputs.managedPolicies,
        chain: inputs.chaining ? { via: undefined, tags: {}, externalId: inputs.externalId } : undefined,
    };
}
/** A role given by name needs an account from somewhere; the only honest source is an allow list of one. */
function namedRole(name, inputs, faults) {
    const [account, ...others] = inputs.allowedAccounts ?? [];
    if (account !== undefined && others.length === 0 && inputs.region !== undefined) {
        return parseRoleArn(roleArn(partitionOf(inputs.region), account, name));
    }
    faults.add('role-to-assume', `${quoted(name)} names no account: write the ARN (arn:aws:iam::<account>:role/${name}), or name exactly one account in allowed-account-ids`);
    return undefined;
}
/** An item names one environment, or all of a GitHub environment. */
function namedEnvironments(items, configuration, faults) {
    if (configuration === undefined) {
        faults.add('environment', `names ${items.join(', ')}, but there is no configuration file; check the repository out first, or write role-to-assume and aws-region`);
        return [];
    }
    const chosen = new Set();
    for (const item of items) {
        const found = environmentsOf(configuration, item);
        for (const environment of found)
            chosen.add(environment);
        if (found.length === 0) {
            const all = configuration.environments.map(({ name }) => name).join(', ') || 'none';
            faults.add('environment', `${quoted(item)} is no environment of ${configuration.path} (it has: ${all})`);
        }
    }
    return [...chosen];
}
/** The environment of that name, else all whose GitHub environment has that name. */
function environmentsOf(configuration, name) {
    const exact = configuration.environments.filter(environment => environment.name === name);
    return exact.length > 0
        ? exact
        : configuration.environments.filter(({ githubEnvironment }) => githubEnvironment === name);
}
function environmentTarget(environment, inputs, job) {
    const { name, account, region, role, via, tags } = environment;
    return {
        name,
        account,
        region,
        role,
        audience: environment.audience ?? defaultAudience(region),
        duration: environment.duration ?? DEFAULT_SESSION,
        sessionName: inputs.sessionName ?? environment.sessionName ?? defaultSessionName(job),
        sessionPolicy: environment.sessionPolicy,
        managedPolicies: environment.managedPolicies,
        chain: via && { via, tags, externalId: undefined },
    };
}
/** The accounts that STS may answer for. */
function allowedAccounts(inputs, targets) {
    return new Set(inputs.allowedAccounts ?? targets.map(({ account }) => account));
}
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = loadNow("node:timers/promises");
;// CONCATENATED MODULE: ./lib/bundling/credentials/retry.js

/** First delay in milliseconds; it doubles with every attempt. Full jitter: each delay is random from 0 to that. */
const FIRST_DELAY = 100;
const LONGEST_DELAY = 5_000;
/**
 * Calls until it succeeds, it fails for a reason that waiting does not heal, or patience ends. (Not a library's loop:
 * those that are kept cannot be interrupted while they wait, and then call once more for nobody.)
 *
 * @param call gets the number of the attempt, from 1
 * @param canHeal whether another attempt may pass; asked only when there can be one
 * @throws what the last call threw
 */
async function withPatience({ maxAttempts, signal }, call, canHeal) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await call(attempt);
        }
        catch (error) {
            const another = attempt < maxAttempts && !signal.aborted && canHeal(error);
            if (!another || !(await waited(delayAfter(attempt), signal)))
                throw error;
        }
    }
}
function delayAfter(attempt) {
    return Math.random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempt - 1));
}
/** @returns false when the wait was cut short */
async function waited(milliseconds, signal) {
    try {
        await (0,promises_namespaceObject.setTimeout)(milliseconds, undefined, { signal });
        return true;
    }
    catch {
        return false;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/github/claims.js
/**
 * Decodes the claims of a token without verifying it: AWS does that, we only show them.
 *
 * @param token a JWT (RFC 7519)
 * @returns undefined when the text is no JWT with issuer and subject
 */
function decodeClaims(token) {
    const [, payload, signature, more] = token.split('.');
    if (payload === undefined || signature === undefined || more !== undefined)
        return undefined;
    const claims = parseObject(Buffer.from(payload, 'base64url').toString('utf8'));
    if (claims === undefined)
        return undefined;
    const text = (name) => {
        const value = claims.get(name);
        return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    };
    const audience = claims.get('aud');
    const issuer = text('iss');
    const subject = text('sub');
    if (issuer === undefined || subject === undefined)
        return undefined;
    return {
        issuer,
        subject,
        audience: Array.isArray(audience) ? audience.join(', ') : (text('aud') ?? ''),
        repository: text('repository'),
        repositoryId: text('repository_id'),
        ownerId: text('repository_owner_id'),
        ref: text('ref'),
        environment: text('environment'),
        eventName: text('event_name'),
        workflowRef: text('workflow_ref'),
        jobWorkflowRef: text('job_workflow_ref'),
        actor: text('actor'),
    };
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Whether the subject has GitHub's immutable form `repo:OWNER@ID/NAME@ID:\u2026`: the default for repositories created,
 * renamed or transferred since 15 July 2026 (docs.github.com, OIDC reference).
 */
function hasImmutableSubject(claims) {
    return /^repo:[^/:]+@\d+\/[^/:]+@\d+:/.test(claims.subject);
}
;// CONCATENATED MODULE: ./lib/bundling/github/oidc-token.js






/** Whether the runner offers this process tokens: it sets both variables in jobs with `id-token: write`. */
function offersTokens(variables) {
    return Boolean(variables['ACTIONS_ID_TOKEN_REQUEST_URL'] && variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN']);
}
/** Milliseconds that one request to GitHub may take. */
const REQUEST_TIMEOUT = 10_000;
/**
 * @param variables with the runner's two request variables; see offersTokens
 * @param mask called with every token before anything else is done with it
 */
function tokenSource(variables, connection, patience, mask) {
    const tokens = new Map();
    const ask = async (audience) => {
        const url = new URL(variables['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '');
        url.searchParams.set('audience', audience);
        const bearer = variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
        const answer = await withPatience(patience, () => getJson(url, bearer, connection, patience.signal), isPassing).catch((error) => {
            throw error instanceof TokenAnswer ? refusal(error) : unreachable(url, error);
        });
        const jwt = tokenOf(answer);
        if (jwt !== undefined)
            mask(jwt);
        const claims = jwt === undefined ? undefined : decodeClaims(jwt);
        if (jwt === undefined || claims === undefined)
            throw unreachable(url, new Error('the answer holds no token'));
        return { jwt, claims };
    };
    return {
        get: async (audience, refused) => {
            const known = tokens.get(audience);
            if (known !== undefined && (refused === undefined || (await known) !== refused))
                return known;
            // While this one waited another target may have asked already.
            const newer = tokens.get(audience);
            if (newer !== undefined && newer !== known)
                return newer;
            const asked = ask(audience);
            tokens.set(audience, asked);
            return asked;
        },
    };
}
/** GitHub's answer when it is not a token. */
class TokenAnswer extends Error {
    status;
    constructor(status) {
        super(`HTTP ${status}`);
        this.status = status;
    }
}
function isPassing(error) {
    return !(error instanceof TokenAnswer) || error.status >= 500 || error.status === 429;
}
function getJson(url, bearer, connection, signal) {
    const options = {
        headers: {
            authorization: `Bearer ${bearer}`,
            accept: 'application/json; api-version=2.0',
            'user-agent': 'aws-temp-creds',
        },
        timeout: REQUEST_TIMEOUT,
        signal,
    };
    return new Promise((resolve, reject) => {
        const request = url.protocol === 'http:'
            ? (0,external_node_http_namespaceObject.request)(url, { ...options, agent: connection.httpAgent(url) })
            : (0,external_node_https_namespaceObject.request)(url, { ...options, agent: connection.httpsAgent(url) });
        request.on('timeout', () => request.destroy(new Error(`no answer within ${REQUEST_TIMEOUT / 1000} s`)));
        request.on('error', reject);
        request.on('response', response => {
            const parts = [];
            response.on('data', (part) => parts.push(part));
            response.on('error', reject);
            response.on('end', () => {
                const status = response.statusCode ?? 0;
                if (status !== 200)
                    return reject(new TokenAnswer(status));
                try {
                    resolve(JSON.parse(Buffer.concat(parts).toString('utf8')));
                }
                catch {
                    reject(new Error('the answer is not JSON'));
                }
            });
        });
        request.end();
    });
}
function tokenOf(answer) {
    if (typeof answer !== 'object' || answer === null || !('value' in answer))
        return undefined;
    return typeof answer.value === 'string' && answer.value !== '' ? answer.value : undefined;
}
function refusal({ status }) {
    if (status >= 500 || status === 429)
        return busy(status);
    return new bundling_failure/* Failure */.H('no-identity-token', {
        what: `GitHub gave no OIDC token: it answered HTTP ${status}.`,
        why: 'The address and the bearer for tokens come from the runner; GitHub did not accept them.',
        likely: status === 401 || status === 403
            ? 'The job has run for more than about six hours, after which GitHub gives it no more tokens.'
            : 'The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN were changed by a step.',
        write: 'Split the job, so that each one asks for its credentials while it is younger than six hours.',
    });
}
function busy(status) {
    return new bundling_failure/* Failure */.H('unreachable', {
        what: `GitHub gave no OIDC token: it answered HTTP ${status} until the time was up.`,
        why: "GitHub's token service is overloaded or down; see https://www.githubstatus.com.",
        write: 'Run the job again.',
    });
}
function unreachable(url, error) {
    const reason = reasonOf(error);
    return new bundling_failure/* Failure */.H('unreachable', {
        what: `GitHub's token service ${url.host} could not be reached: ${(0,bundling_printable/* printable */.g)(reason)}`,
        likely: 'The runner reaches the internet only through a proxy, or a proxy is named that does not answer.',
        write: 'Name the proxy in HTTPS_PROXY (and the hosts to reach directly in NO_PROXY), or in the input `http-proxy`.',
    }, { cause: error });
}
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.name === 'AbortError'
        ? 'no answer came before the time was up (input `timeout`)'
        : error.message;
}
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
;// CONCATENATED MODULE: ./lib/bundling/handover/profile-file.js
/** Stands above our profiles, so that a later step of the same job can tell them from the user's. */
const OUR_PROFILES = '# Profiles of aws-temp-creds, for this job only; removed when it ends.';
/**
 * The profiles that a configuration or credentials file has, however their headers are written: `[dev]`,
 * `[profile dev]`, `[profile "dev"]`, with blanks or a comment. Where the tools disagree whether a header names a
 * profile, it counts.
 */
function profileNames(text) {
    return new Set(text.split(/\r\n|\r|\n/).flatMap(line => headerName(line) ?? []));
}
function headerName(line) {
    const header = /^\ufeff?\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim();
    return header?.replace(/^profile\s+/, '').replace(/^(["'])(.*)\1$/, '$2');
}
/** Our own text of an earlier step, without the profiles that are about to be replaced. */
function withoutProfiles(text, names) {
    let kept = true;
    const lines = text.split(/(?<=\n)/).filter(line => {
        const name = headerName(line);
        if (name !== undefined)
            kept = !names.has(name);
        return kept;
    });
    return lines.join('');
}
/** Splits a file that we may have written into the user's bytes and ours. */
function splitAtOurs(file) {
    const at = file.indexOf(`${OUR_PROFILES}\n`);
    return at === -1
        ? { theirs: file, ours: '' }
        : { theirs: file.subarray(0, at), ours: file.subarray(at).toString('utf8') };
}
/** Ours after theirs; every byte of theirs stays, and ours begins on a line of its own. */
function joinFiles(theirs, ours) {
    const gap = theirs.length === 0 || theirs.at(-1) === 0x0a ? '' : '\n';
    return ours === '' ? theirs : Buffer.concat([theirs, Buffer.from(`${gap}${ours}`)]);
}
/** Our part of a file: the heading, once, and the sections; '' when there is nothing of ours. */
function ourPart(earlier, sections) {
    if (earlier === '' && sections.length === 0)
        return '';
    const head = earlier === '' ? `${OUR_PROFILES}\n` : earlier;
    return head + sections.map(section => `${section}\n`).join('');
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
;// CONCATENATED MODULE: ./lib/bundling/handover/environment.js



/**
 * Every variable that decides as whom an AWS tool acts. After a hand-over all of them agree; after a failure all that
 * were set are blank, so that no later step acts as somebody else.
 */
const IDENTITY = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_CREDENTIAL_EXPIRATION',
    'AWS_ACCOUNT_ID',
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
    // botocore reads these two even when AWS_PROFILE names a profile.
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_ROLE_ARN',
    // Some tools still read the old names of the session token and the secret.
    'AWS_SECURITY_TOKEN',
    'AWS_SECRET_KEY',
];
/** The identity variables that are set and that `changes` leaves alone, as changes that blank them. */
function blankingOthers(current, changes = new Map()) {
    return new Map(IDENTITY.filter(name => current[name] && !changes.has(name)).map(name => [name, '']));
}
/**
 * What is blanked after a failure: every identity variable that is set. An earlier step's profile that is called
 * `default` needs no variable to be used, so the files that hold it are forgotten too.
 */
function blankingEverybody(current) {
    const config = current['AWS_CONFIG_FILE'];
    const { ours } = splitAtOurs(Buffer.from((config && private_file_readIfThere(config)) ?? ''));
    const files = new Map();
    if (config && profileNames(ours).has('default')) {
        files.set('AWS_CONFIG_FILE', '');
        const credentials = current['AWS_SHARED_CREDENTIALS_FILE'];
        if (credentials && (0,external_node_path_namespaceObject.dirname)(credentials) === (0,external_node_path_namespaceObject.dirname)(config))
            files.set('AWS_SHARED_CREDENTIALS_FILE', '');
    }
    return new Map([...blankingOthers(current), ...files]);
}
/** The hand-over of one role as environment variables; whatever else would name an identity is blanked. */
function environmentChanges(role, current) {
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = role.credentials;
    const changes = new Map([
        ['AWS_ACCESS_KEY_ID', accessKeyId],
        ['AWS_SECRET_ACCESS_KEY', secretAccessKey],
        ['AWS_SESSION_TOKEN', sessionToken],
        ['AWS_CREDENTIAL_EXPIRATION', expiration.toISOString()],
        ['AWS_ACCOUNT_ID', role.account],
        ['AWS_REGION', role.target.region],
        ['AWS_DEFAULT_REGION', role.target.region],
    ]);
    return new Map([...changes, ...blankingOthers(current, changes)]);
}
;// CONCATENATED MODULE: ./lib/bundling/handover/report.js
const NO_IDENTITY = {
    'aws-account-id': '',
    'authenticated-arn': '',
    'aws-region': '',
    'aws-expiration': '',
    environments: '[]',
    'aws-access-key-id': '',
    'aws-secret-access-key': '',
    'aws-session-token': '',
};
/**
 * @param primary the role that outputs for one identity speak of; one of `roles`
 * @param withSecrets whether its keys are outputs too
 */
function identityOutputs(primary, roles, withSecrets) {
    const { accessKeyId, secretAccessKey, sessionToken } = primary.credentials;
    return {
        ...NO_IDENTITY,
        ...(withSecrets && {
            'aws-access-key-id': accessKeyId,
            'aws-secret-access-key': secretAccessKey,
            'aws-session-token': sessionToken,
        }),
        'aws-account-id': primary.account,
        'authenticated-arn': primary.arn,
        'aws-region': primary.target.region,
        'aws-expiration': primary.credentials.expiration.toISOString(),
        environments: JSON.stringify(roles.map(({ target, account, arn, credentials }) => ({
            name: target.name,
            account,
            role: target.role,
            region: target.region,
            arn,
            expiration: credentials.expiration.toISOString(),
        }))),
    };
}
/** The log's last words: one line per environment. */
function identityLines(roles) {
    return roles.map(({ target, account, arn, credentials, attempts }) => {
        const tried = attempts > 1 ? `, after ${attempts} attempts` : '';
        return `${target.name}: ${arn} in ${account}, ${target.region}, valid until ${clock(credentials.expiration)}${tried}`;
    });
}
/**
 * The job summary: a table of environments. All cells are values of a fixed form (names, ARNs, Regions), so nothing in
 * them can break the table.
 */
function identitySummary(roles, maskAccount) {
    const shown = (text, account) => (maskAccount ? text.replaceAll(account, '***') : text);
    const rows = roles.map(({ target, account, credentials }) => [
        target.name,
        shown(account, account),
        `\`${shown(target.role, account)}\``,
        target.region,
        clock(credentials.expiration),
    ].join(' | '));
    return [
        '### AWS credentials',
        '',
        '| Environment | Account | Role | Region | Valid until |',
        '| --- | --- | --- | --- | --- |',
        ...rows.map(row => `| ${row} |`),
        '',
    ].join('\n');
}
/** `2026-11-23 10:15:00 UTC` */
function clock(time) {
    return `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = loadLater("node:crypto");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
;// CONCATENATED MODULE: ./lib/bundling/handover/seal.js

const NONCE = 12;
const TAG = 16;
function seal(text) {
    const key = (0,external_node_crypto_namespaceObject.randomBytes)(32);
    const nonce = (0,external_node_crypto_namespaceObject.randomBytes)(NONCE);
    const cipher = (0,external_node_crypto_namespaceObject.createCipheriv)('aes-256-gcm', key, nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return {
        key: key.toString('hex'),
        sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64'),
    };
}
/** @returns undefined when key and seal do not belong together or either was changed */
function seal_unseal({ key, sealed }) {
    const bytes = Buffer.from(sealed, 'base64');
    try {
        const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, NONCE));
        decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/handover/restore.js





/** Names of the state that the post step reads. */
const STATE = { folder: 'restore-folder', sealed: 'restore-sealed', profiles: 'profiles-folder' };
const FOLDER_PREFIX = 'aws-temp-creds-';
const KEY_FILE = 'key';
/** Tells the post step of the profiles' folder; before it is written, so that nothing of it can be left behind. */
function rememberFolder(runner, folder) {
    runner.saveState(STATE.profiles, folder);
}
/** The profiles' folder of this step; '' when there is none. */
function rememberedFolder(runner) {
    return runner.state(STATE.profiles);
}
/**
 * Changes environment variables for the later steps, so that the post step can undo it. The restore point is saved
 * first: nothing is ever exported that the post step does not know of.
 */
function changeEnvironment(runner, job, current, changes) {
    if (changes.size === 0)
        return;
    const point = [...changes].map(([name, after]) => ({ name, before: current[name] ?? '', after: digest(after) }));
    const { key, sealed } = seal(JSON.stringify(point));
    // mkdtemp makes the folder with mode 0700; on Windows it inherits the temporary folder's list of users.
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_namespaceObject.join)(job.temporary || (0,external_node_os_.tmpdir)(), FOLDER_PREFIX));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_namespaceObject.join)(folder, KEY_FILE), key, { mode: 0o600, flag: 'wx' });
    runner.saveState(STATE.folder, folder);
    runner.saveState(STATE.sealed, sealed);
    for (const [name, value] of changes)
        runner.exportVariable(name, value);
}
/**
 * Puts back what changeEnvironment replaced. A variable that a later step has changed again is left alone. Where the
 * restore point is lost, nothing is known of what was there, and nothing is done: variables end with the job anyway.
 *
 * @returns names of the variables that were put back or blanked
 */
function restoreEnvironment(runner, current) {
    const folder = runner.state(STATE.folder);
    const sealed = runner.state(STATE.sealed);
    if (folder === '' || sealed === '' || !basename(folder).startsWith(FOLDER_PREFIX))
        return [];
    const text = unseal({ key: readKey(folder), sealed });
    rmSync(folder, { recursive: true, force: true });
    if (text === undefined)
        return [];
    // What unseals was written by changeEnvironment and by nobody else.
    const point = JSON.parse(text);
    const ours = point.filter(({ name, after }) => digest(current[name] ?? '') === after);
    for (const { name, before } of ours) {
        // What was there was no secret of ours, but it may well be one.
        if (/SECRET|TOKEN|ACCESS_KEY/.test(name) && before !== '')
            runner.mask(before);
        runner.exportVariable(name, before);
    }
    return ours.map(({ name }) => name);
}
function readKey(folder) {
    try {
        return readFileSync(join(folder, KEY_FILE), 'utf8');
    }
    catch {
        return '';
    }
}
function digest(value) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(value).digest('hex');
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
    date(name) {
        const parsed = new Date(this.text(name) ?? Number.NaN);
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



const FORMAT = 'aws-temp-creds/1';
function job_file_jobFilePath(folder) {
    return (0,external_node_path_namespaceObject.join)(folder, 'job.json');
}
function cacheFolder(folder) {
    return (0,external_node_path_namespaceObject.join)(folder, 'cache');
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
function job_file_parseJobFile(text) {
    const file = Fields.parse(text);
    const folder = file?.text('folder');
    const programs = parsePrograms(file?.object('programs'));
    const connection = parseConnection(file?.object('connection'));
    if (!file || file.text('format') !== FORMAT || !folder || !programs || !connection)
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
    const account = accountId(fields?.text('account') ?? '');
    const place = region(fields?.text('region') ?? '');
    const role = parseRoleArn(fields?.text('role') ?? '')?.arn;
    const audience = fields?.text('audience');
    const duration = fields?.number('duration');
    const sessionName = fields?.text('sessionName');
    if (!fields || !name || !account || !place || !role || !audience || !duration || !sessionName)
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
;// CONCATENATED MODULE: ./lib/bundling/handover/aws-files.js






/** Bytes; more is no file of profiles. */
const LARGEST = 4 * 1024 * 1024;
/**
 * Reads the user's two files where the variables, or else the home folder, say that they are.
 *
 * @throws Failure `wrong-configuration` when one is there but cannot be read: its profiles would silently disappear
 */
function readAwsFiles(variables, home) {
    const config = readAwsFile('config', 'AWS_CONFIG_FILE', variables, home);
    const credentials = readAwsFile('credentials', 'AWS_SHARED_CREDENTIALS_FILE', variables, home);
    const path = (0,external_node_path_namespaceObject.dirname)(config.path);
    const job = job_file_parseJobFile(private_file_readIfThere(job_file_jobFilePath(path)));
    return { config, credentials, outer: job?.folder === (0,external_node_path_namespaceObject.basename)(path) ? { path, job } : undefined };
}
function readAwsFile(name, variable, variables, home) {
    const named = variables[variable]?.replace(/^~(?=[/\\])/, () => home);
    const path = (0,external_node_path_namespaceObject.resolve)(named || (0,external_node_path_namespaceObject.join)(home, '.aws', name));
    try {
        const status = (0,external_node_fs_.statSync)(path);
        // A pipe or a device would block, or never end.
        if (!status.isFile())
            throw new Error('it is not a regular file');
        if (status.size > LARGEST)
            throw new Error(`it has ${status.size} bytes`);
        return { path, content: (0,external_node_fs_.readFileSync)(path) };
    }
    catch (error) {
        if (private_file_errorCode(error) === 'ENOENT' || private_file_errorCode(error) === 'ENOTDIR')
            return { path, content: undefined };
        throw new bundling_failure/* Failure */.H('wrong-configuration', {
            what: `The AWS ${name} file ${(0,bundling_printable/* printable */.g)(path)} cannot be read.`,
            why: (0,bundling_printable/* printable */.g)(error instanceof Error ? error.message : String(error)),
            likely: 'Another user wrote it, or it is not a file.',
            write: `Make it readable, remove it, or name another one in ${variable}.`,
        }, { cause: error });
    }
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
function roleCache(folder, key) {
    const path = (0,external_node_path_namespaceObject.join)(folder, `${key}.json`);
    const failurePath = (0,external_node_path_namespaceObject.join)(folder, `${key}.failure.json`);
    return {
        read: () => parseCached(private_file_readIfThere(path)),
        write: (assumed, obtained) => writePrivateFile(path, formatCached(assumed, obtained)),
        readFailure: () => parseFailure(private_file_readIfThere(failurePath)),
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
    const account = accountId(fields?.text('account') ?? '');
    const expiration = fields?.date('expiration');
    const obtained = fields?.date('obtained');
    if (!accessKeyId || !secretAccessKey || !sessionToken || !account || !expiration || !obtained)
        return undefined;
    return { credentials: { accessKeyId, secretAccessKey, sessionToken, expiration }, account, obtained };
}
function parseFailure(text) {
    const fields = Fields.parse(text);
    const at = fields?.date('at');
    const line = fields?.text('line');
    return at && line ? { at, line: (0,bundling_printable/* printable */.g)(line, 5000) } : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/handover/profile-refusals.js



/** A profile of the same name, wherever it stands, would shadow ours in one tool and be shadowed in another. */
function refuseClashes(names, { config, credentials, outer }) {
    for (const file of [config, credentials]) {
        const content = file.content ?? Buffer.alloc(0);
        const theirs = outer === undefined ? content : splitAtOurs(content).theirs;
        const taken = [...profileNames(theirs.toString('utf8'))].filter(name => names.has(name));
        if (taken.length === 0)
            continue;
        throw new bundling_failure/* Failure */.H('wrong-configuration', {
            what: `${(0,bundling_printable/* printable */.g)(file.path)} has ${taken.length === 1 ? 'a profile' : 'profiles'} named ${taken.join(', ')} already.`,
            why: 'Some AWS tools would use that profile and some the new one; nothing was written or asked for.',
            likely: 'An earlier step or an earlier job on this runner left it there.',
            write: taken.includes('default')
                ? 'Name the new profile: `aws-profile: <name>`; or remove the [default] profile.'
                : 'Remove it from the file, or give the environment another name.',
        });
    }
}
function refuseUnrenewable(targets) {
    const chained = targets.find(({ chain }) => chain !== undefined && chain.via === undefined);
    if (chained === undefined)
        return;
    throw new bundling_failure/* Failure */.H('wrong-input', {
        what: `The credentials of ${chained.name} cannot be renewed.`,
        why: "With `role-chaining` they start from an earlier step's credentials, which end and are not handed over.",
        write: 'Write `refresh: false` for a profile with static keys, or name the first role as `via` of an environment.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/handover/profile-variables.js

const REGION_VARIABLES = ['AWS_REGION', 'AWS_DEFAULT_REGION'];
/** What later steps get to see. */
function handedOverVariables(request) {
    const { job, inherited } = request;
    const target = job.environments[0]?.target;
    if (target === undefined)
        throw new Error('profiles need at least one environment');
    const primary = target.name;
    const regions = regionVariables(request, target.region);
    const variables = {
        AWS_CONFIG_FILE: request.configFile,
        AWS_SHARED_CREDENTIALS_FILE: request.credentialsFile,
        AWS_PROFILE: primary,
        // botocore prefers this one, and takes an empty one for the name of a profile that does not exist.
        ...(inherited['AWS_DEFAULT_PROFILE'] !== undefined && { AWS_DEFAULT_PROFILE: primary }),
        AWS_SDK_LOAD_CONFIG: '1',
        ...regions.variables,
        CDK_ROLE_SESSION_NAME: target.sessionName,
        // A container that gets static keys could not load the plugin, and CDK stops when it cannot.
        ...(request.refresh && { CDK_PLUGIN: job.programs.cdkPlugin }),
    };
    const blanks = blankingOthers(inherited, new Map(Object.entries(variables)));
    const blanked = [...blanks.keys()].join(', ');
    const notice = `Blanked, for they would name another identity than the profiles: ${blanked}.`;
    return {
        primary,
        variables: { ...Object.fromEntries(blanks), ...variables },
        notices: [...(blanks.size === 0 ? [] : [notice]), ...regions.notices],
    };
}
/**
 * The tools prefer these variables to a profile's Region, so they are set only when there is one Region. Inherited
 * ones cannot be removed from a job, and the AWS CLI takes an empty one for the name of a Region: with several
 * Regions they become the primary profile's.
 */
function regionVariables({ job, outer, inherited }, primary) {
    const all = new Set([...job.environments.map(({ target }) => target), ...outer].map(({ region }) => region));
    const set = all.size === 1 ? REGION_VARIABLES : REGION_VARIABLES.filter(name => inherited[name] !== undefined);
    return {
        variables: Object.fromEntries(set.map(name => [name, primary])),
        notices: all.size === 1 || set.length === 0
            ? []
            : [
                `${set.join(' and ')} was set before this step and beats the Region of every profile; it is now ${primary}. ` +
                    'Remove it from the workflow, or give the Region to commands that use another profile.',
            ],
    };
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
    return new bundling_failure/* Failure */.H('wrong-configuration', {
        what: `The path ${(0,bundling_printable/* printable */.g)(part)} cannot be written into an AWS profile.`,
        why: `It holds ${reason}; the AWS tools would read another command than the one that is meant.`,
        likely: "The runner's work folder, or the folder of its Node.js, has an unusual name.",
        write: 'Install the runner in a folder whose path has only letters, digits, blanks, - and _.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/handover/remembered-settings.js

/** How a process gets out; a later step may have a cleaned environment, or say it better. */
const PROXIES = [
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'all_proxy',
    'no_proxy',
];
/** Who is asked. A later step may point its tools at a stand-in; the job's token is for the one that main asked. */
const ENDPOINTS = [
    'AWS_ENDPOINT_URL',
    'AWS_ENDPOINT_URL_STS',
    'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
    'AWS_USE_FIPS_ENDPOINT',
    'AWS_USE_DUALSTACK_ENDPOINT',
];
/** These name files; a later step may work in another folder. */
const FILES = ['AWS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'];
/**
 * The settings by which the main step reached GitHub and AWS, written down for later steps. One that holds a password
 * is not: it then has to be in the later steps' own environment.
 */
function rememberedSettings(variables) {
    const given = [...PROXIES, ...ENDPOINTS].filter(name => variables[name]);
    const withPassword = given.filter(name => variables[name]?.includes('@'));
    const files = FILES.flatMap(name => (variables[name] ? [[name, (0,external_node_path_namespaceObject.resolve)(variables[name])]] : []));
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
    const { files, folder, programs, platform, refresh } = request;
    if (refresh)
        refuseUnrenewable(request.targets);
    const environments = primaryFirst(request);
    const names = new Set(environments.map(({ target }) => target.name));
    refuseClashes(names, files);
    quoteCommand([programs.node, programs.credentialProcess, folder], platform);
    refuseExpandable(folder);
    const { remembered, notices } = rememberedSettings(request.variables);
    const job = jobFile(request, environments, remembered);
    const credentials = ownCredentialsFile(files, names);
    const exported = handedOverVariables({
        job,
        refresh,
        configFile: configPath(folder),
        credentialsFile: credentials === undefined ? files.credentials.path : credentialsPath(folder),
        outer: files.outer?.job.environments.map(({ target }) => target) ?? [],
        inherited: request.variables,
    });
    return {
        folder,
        primary: exported.primary,
        refresh,
        job,
        config: filePlan(files.config, names),
        credentials,
        variables: exported.variables,
        notices: [...notices, ...exported.notices],
    };
}
function configPath(folder) {
    return (0,external_node_path_namespaceObject.join)(folder, 'config');
}
function credentialsPath(folder) {
    return (0,external_node_path_namespaceObject.join)(folder, 'credentials');
}
/** The content of the two files. Static keys go where every tool looks for them, unless that file is the user's. */
function profileContents(plan, assumed, platform) {
    const { config, credentials, job, folder } = plan;
    const keysOf = (name) => {
        const role = assumed.find(({ target }) => target.name === name);
        if (role === undefined)
            throw new Error(`there are no credentials for ${name}`);
        return staticKeys(role.credentials);
    };
    const configSections = job.environments.map(({ target: { name, region } }) => {
        const { node, credentialProcess } = job.programs;
        const command = quoteCommand([node, credentialProcess, folder, name], platform);
        const renewed = [`credential_process = ${command}`];
        const source = plan.refresh ? renewed : credentials === undefined ? keysOf(name) : [];
        return [configHeader(name), `region = ${region}`, ...source].join('\n');
    });
    const keys = plan.refresh
        ? []
        : job.environments.map(({ target }) => [credentialsHeader(target.name), ...keysOf(target.name)].join('\n'));
    return {
        config: joinFiles(config.theirs, ourPart(config.earlier, configSections)),
        credentials: credentials && joinFiles(credentials.theirs, ourPart(credentials.earlier, keys)),
    };
}
function jobFile(request, environments, variables) {
    const { stsEndpoint, maxAttempts, timeout } = request.connection;
    return {
        folder: (0,external_node_path_namespaceObject.basename)(request.folder),
        configuration: request.configuration?.path,
        programs: request.programs,
        connection: { stsEndpoint, maxAttempts, timeout, variables },
        environments,
        cdkPlugin: inheritedPlugin(request),
        outer: request.files.outer?.path,
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
function filePlan(file, superseded) {
    const { theirs, ours } = splitAtOurs(file.content ?? Buffer.alloc(0));
    return { theirs, earlier: withoutProfiles(ours, superseded) };
}
/**
 * Whether the credentials file is ours to write. When the user has one it stays where it is and is only named: it
 * holds secrets, of which a copy would be one more place to lose them from, and nothing has to be added to it.
 */
function ownCredentialsFile(files, superseded) {
    const { credentials, outer } = files;
    const isOurs = outer !== undefined && credentials.path.startsWith(outer.path + external_node_path_namespaceObject.sep);
    return credentials.content === undefined || isOurs ? filePlan(credentials, superseded) : undefined;
}
/** The plugin that CDK_PLUGIN named before us: ours of an earlier step knows it from that step. */
function inheritedPlugin({ variables, files, programs }) {
    const inherited = variables['CDK_PLUGIN'] || undefined;
    const isOurs = inherited === programs.cdkPlugin || inherited === files.outer?.job.programs.cdkPlugin;
    if (inherited === undefined || isOurs)
        return files.outer?.job.cdkPlugin;
    return inherited.startsWith('.') ? (0,external_node_path_namespaceObject.resolve)(inherited) : inherited;
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
        throw new bundling_failure/* Failure */.H('wrong-input', {
            what: "`export: profiles` needs the runner's temporary folder, and RUNNER_TEMP is not set.",
            why: 'The profiles live in a folder of their own there, which the runner empties when the job ends.',
            write: 'Run this on a GitHub Actions runner, or write `export: env`.',
        });
    }
    return (0,external_node_path_namespaceObject.join)(temporary, SHARED_WITH_CONTAINERS, `aws-temp-creds-${(0,external_node_crypto_namespaceObject.randomBytes)(16).toString('hex')}`);
}
/**
 * The programs that profiles start, found beside the bundle that is running.
 *
 * @param entry absolute path of `dist/<surface>/index.js`
 */
function programsBeside(entry, node) {
    const dist = (0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.dirname)(entry));
    return {
        node,
        credentialProcess: (0,external_node_path_namespaceObject.join)(dist, 'credential-process', 'index.js'),
        cdkPlugin: (0,external_node_path_namespaceObject.join)(dist, 'cdk-plugin', 'index.js'),
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
        writePrivateFile(job_file_jobFilePath(folder), formatJobFile(job));
        (0,external_node_fs_.mkdirSync)(cacheFolder(folder), { mode: 0o700 });
        for (const role of assumed) {
            roleCache(cacheFolder(folder), cacheKey(job, role.target.name, 'deploy')).write(role, obtained);
        }
        writePrivateFile(configPath(folder), contents.config);
        if (contents.credentials !== undefined)
            writePrivateFile(credentialsPath(folder), contents.credentials);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        throw error;
    }
}
/** Both levels are created here or are real folders: no link that an earlier step planted is followed. */
function createFolder(folder) {
    const parent = (0,external_node_path_namespaceObject.dirname)(folder);
    try {
        (0,external_node_fs_.mkdirSync)(parent);
    }
    catch (error) {
        if (private_file_errorCode(error) !== 'EEXIST')
            throw error;
        if (!(0,external_node_fs_.lstatSync)(parent).isDirectory()) {
            throw new bundling_failure/* Failure */.H('wrong-configuration', {
                what: `${(0,bundling_printable/* printable */.g)(parent)} is not a folder.`,
                why: 'Profiles are written there, and a link could lead them anywhere.',
                likely: 'An earlier step put a link or a file in its place.',
                write: "Leave the runner's temporary folder to the runner.",
            });
        }
    }
    (0,external_node_fs_.mkdirSync)(folder, { mode: 0o700 });
}
/**
 * Removes the folder, if it is one that writeProfiles made below this RUNNER_TEMP: the post step knows its path only
 * from a state file, which other steps can write.
 */
function removeProfiles(folder, temporary) {
    try {
        if (!lstatSync(folder).isDirectory())
            return 'not ours';
        const name = basename(folder);
        const expected = join(realpathSync(temporary), SHARED_WITH_CONTAINERS, name);
        if (!FOLDER_NAME.test(name) || realpathSync(folder) !== expected)
            return 'not ours';
        if (parseJobFile(readIfThere(jobFilePath(folder)))?.folder !== name)
            return 'not ours';
        rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
        return 'removed';
    }
    catch (error) {
        return errorCode(error) === 'ENOENT' ? 'absent' : 'failed';
    }
}
;// CONCATENATED MODULE: ./lib/bundling/stories/hand-over.js







/** @throws Failure `wrong-configuration` when a profile of that name is there already, before any call is made */
function planHandOver(targets, mode, inputs, configuration, job, variables) {
    if (mode !== 'profiles')
        return { mode, inputs, configuration, profiles: undefined };
    const profiles = planProfiles({
        targets,
        configuration,
        refresh: inputs.refresh,
        folder: newProfileFolder(job.temporary),
        // The bundle that is running: action.yml starts it by its absolute path.
        programs: programsBeside(process.argv[1] ?? '', process.execPath),
        files: readAwsFiles(variables, (0,external_node_os_.homedir)()),
        variables,
        connection: inputs.connection,
        platform: process.platform,
    });
    return { mode, inputs, configuration, profiles };
}
/** Tells as whom the later steps act, and lets them: the export is the last thing. */
async function handOver(plan, roles, obtained, runner, job, variables) {
    const { inputs, profiles } = plan;
    const primary = primaryOf(roles, plan.configuration);
    // What can fail comes first: a step that fails tells and leaves nothing of an identity.
    if (profiles !== undefined) {
        rememberFolder(runner, profiles.folder);
        writeProfiles(profiles, roles, obtained);
    }
    for (const line of identityLines(roles))
        runner.info(line);
    for (const notice of noticesOf(plan, variables))
        runner.annotate('notice', notice);
    await runner.summarize(identitySummary(roles, inputs.maskAccount));
    setIdentityOutputs(runner, identityOutputs(primary, roles, inputs.outputCredentials));
    changeEnvironment(runner, job, variables, changesOf(plan, primary, variables));
}
function changesOf({ mode, inputs, profiles }, primary, variables) {
    if (profiles !== undefined)
        return new Map(Object.entries(profiles.variables));
    if (mode === 'env')
        return environmentChanges(primary, variables);
    return inputs.unsetCurrent ? blankingOthers(variables) : new Map();
}
function noticesOf({ mode, profiles }, variables) {
    if (profiles !== undefined)
        return profiles.notices;
    const named = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].filter(name => variables[name]);
    if (mode !== 'env' || named.length === 0)
        return [];
    return [
        `${named.join(' and ')} was set before this step and is now empty, for tools disagree on whether a profile or the keys count. ` +
            'The AWS CLI and boto3 refuse an empty one: remove it from the workflow, or write `export: profiles`.',
    ];
}
/** The role that outputs and environment variables for one identity speak of: the default one, else the first. */
function primaryOf(roles, configuration) {
    const defaults = configuration?.environments.filter(({ isDefault }) => isDefault).map(({ name }) => name) ?? [];
    return roles.find(({ target }) => defaults.includes(target.name)) ?? roles[0];
}
function setIdentityOutputs(runner, outputs) {
    for (const [name, value] of Object.entries(outputs))
        runner.setOutput(name, value);
}
;// CONCATENATED MODULE: ./lib/bundling/aws/errors.js
/** Throttling goes by several names, all with status 400 or 429 (AWS SDK, service error classification). */
const PASSING = new Set([
    'BandwidthLimitExceeded',
    'EC2ThrottledException',
    'LimitExceededException',
    'PriorRequestNotComplete',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'SlowDown',
    'ThrottledException',
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
    'RequestTimeout',
    'RequestTimeoutException',
    'InternalFailure',
    'ServiceUnavailable',
    // STS could not reach GitHub's issuer to verify the token; the only one that STS itself calls retryable.
    'IDPCommunicationError',
    'IDPCommunicationErrorException',
    'IncompleteAnswer',
]);
/** Errors about the token itself. With a new one the call may pass, for tokens live for five minutes only. */
const STALE_TOKEN = new Set([
    'InvalidIdentityToken',
    'InvalidIdentityTokenException',
    'ExpiredToken',
    'ExpiredTokenException',
]);
/** Texts under the code InvalidIdentityToken that no new token changes. */
const SETTLED = /No OpenIDConnect provider found|Incorrect token audience|is not a valid audience/i;
/** A JWT: validation errors repeat the values that were sent, and whoever answers in place of STS may repeat anything. */
const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;
/**
 * Classifies what an STS client threw. Names are compared, not classes: a bundle may hold a class twice.
 */
function stsError(error) {
    const code = textOf(error, 'name') ?? 'Unknown';
    const message = (textOf(error, 'message') ?? String(error)).replace(TOKEN, '<token>');
    const metadata = fieldOf(error, '$metadata');
    const status = fieldOf(metadata, 'httpStatusCode');
    const requestId = textOf(metadata, 'requestId');
    const answered = typeof status === 'number' && fieldOf(error, '$fault') !== undefined;
    if (PASSING.has(code) || (typeof status === 'number' && (status >= 500 || status === 429))) {
        return { kind: 'passing', code, message, requestId };
    }
    if (STALE_TOKEN.has(code)) {
        return { kind: SETTLED.test(message) ? 'final' : 'stale-token', code, message, requestId };
    }
    if (answered)
        return { kind: 'final', code, message, requestId };
    // No understandable answer of AWS: a network error, or rubbish from something in between.
    return { kind: 'passing', code: textOf(error, 'code') ?? code, message, requestId };
}
function fieldOf(from, key) {
    if (typeof from !== 'object' || from === null || !(key in from))
        return undefined;
    return Reflect.get(from, key);
}
function textOf(from, key) {
    const value = fieldOf(from, key);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/explain/claims-table.js

/** What a token says of its job, a line for each claim; never the token. */
function claimLines(claims) {
    const ids = [
        claims.repositoryId === undefined ? '' : `id ${claims.repositoryId}`,
        claims.ownerId === undefined ? '' : `owner id ${claims.ownerId}`,
    ].filter(text => text !== '');
    const repository = ids.length > 0 && claims.repository ? `${claims.repository} (${ids.join(', ')})` : claims.repository;
    const rows = [
        ['issuer', claims.issuer],
        ['sub', claims.subject],
        ['aud', claims.audience],
        ['repository', repository],
        ['ref', claims.ref],
        ['environment', claims.environment ?? '(none)'],
        ['event', claims.eventName],
        ['workflow', claims.workflowRef],
        ['job_workflow_ref', claims.jobWorkflowRef === claims.workflowRef ? undefined : claims.jobWorkflowRef],
        ['actor', claims.actor],
    ];
    return rows
        .flatMap(([name, value]) => (value === undefined ? [] : [`${name.padEnd(16)} ${(0,bundling_printable/* printable */.g)(value, 300)}`]))
        .join('\n');
}
;// CONCATENATED MODULE: ./lib/bundling/explain/trust-policy.js

/**
 * The statement of a role's trust policy that admits exactly the jobs with these claims and no others: the audience
 * and the whole subject, compared for equality.
 *
 * @returns JSON text, indented by two
 */
function trustPolicyFor(claims, role, account) {
    const [, partition = 'aws'] = role.split(':');
    const provider = claims.issuer.replace(/^https:\/\//, '');
    const statement = {
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
            StringEquals: { [`${provider}:aud`]: claims.audience, [`${provider}:sub`]: claims.subject },
        },
    };
    // Escapes of `printable` mean the same in JSON; raw, a branch's name could show another statement than is pasted.
    const lines = JSON.stringify(statement, undefined, 2).split('\n');
    return lines.map(line => (0,bundling_printable/* printable */.g)(line, Number.POSITIVE_INFINITY)).join('\n');
}
;// CONCATENATED MODULE: ./lib/bundling/explain/refusal.js






/**
 * Explains a refusal: who asked (the claims), the likely cause, and the trust-policy statement that would admit
 * exactly this job. AWS gives one answer for a missing role, a wrong subject and a wrong audience, so the causes are
 * named in the order in which they happen.
 */
function refusalOf(error, call, cause) {
    const request = error.requestId === undefined ? '' : ` (request ID ${(0,bundling_printable/* printable */.g)(error.requestId, 80)})`;
    const what = `AWS refused ${call.role} for ${call.target.name}: ${(0,bundling_printable/* printable */.g)(error.code)}: ${(0,bundling_printable/* printable */.g)(error.message)}${request}`;
    return new bundling_failure/* Failure */.H('refused', { what, ...adviceFor(error, call) }, { cause });
}
/** STS gave no usable answer until patience ended. */
function unreachableSts(error, call, cause) {
    const times = call.attempts === 1 ? 'once' : `${call.attempts} times`;
    return new bundling_failure/* Failure */.H('unreachable', {
        what: `AWS STS in ${call.target.region} gave no credentials for ${call.target.name}; it was asked ${times}.`,
        why: error.code === 'AbortError'
            ? 'No answer came before the time was up (input `timeout`).'
            : `The last answer was ${(0,bundling_printable/* printable */.g)(error.code)}: ${(0,bundling_printable/* printable */.g)(error.message, 300)}`,
        likely: 'AWS throttles or has trouble, or the runner reaches the internet only through a proxy that is not named.',
        write: 'Run the job again. If this stays: name the proxy in HTTPS_PROXY or in `http-proxy`; see https://health.aws.amazon.com.',
    }, { cause });
}
function adviceFor(error, call) {
    const known = ADVICE.find(({ code, text }) => error.code.startsWith(code) && text.test(error.message));
    if (known !== undefined)
        return known.advice(call);
    return call.claims === undefined ? chainRefused(call) : trustRefused(call, call.claims);
}
/** What is said for an error code (and text); the first row that fits counts. */
const ADVICE = [
    { code: 'InvalidIdentityToken', text: /No OpenIDConnect provider/i, advice: noProvider },
    { code: 'InvalidIdentityToken', text: /audience/i, advice: wrongAudience },
    { code: 'ValidationError', text: /DurationSeconds/i, advice: tooLong },
    { code: 'RegionDisabled', text: /./, advice: regionDisabled },
    { code: 'PackedPolicyTooLarge', text: /./, advice: policyTooLarge },
    { code: 'MalformedPolicyDocument', text: /./, advice: malformedPolicy },
    { code: 'ExpiredToken', text: /./, advice: expired },
];
function trustRefused(call, claims) {
    return {
        why: `The token of this job says\n${indented(claimLines(claims))}\nand the role does not exist, or its trust policy does not admit this.`,
        likely: likelyCause(claims),
        write: `Let the trust policy of ${call.role} have this statement, which admits exactly this job:\n${trustPolicyFor(claims, call.role, accountOf(call.role, call))}`,
    };
}
/** The most frequent reason why a token with such claims is not admitted. */
function likelyCause(claims) {
    const [, context = ''] = /^repo:[^:]+:(.*)$/.exec(claims.subject) ?? [];
    if (hasImmutableSubject(claims)) {
        return ('The trust policy has the old form of the subject (repo:owner/name:\u2026). Repositories created, renamed or ' +
            'transferred since 15 July 2026 have IDs in it (repo:owner@id/name@id:\u2026).');
    }
    if (context.startsWith('environment:')) {
        return ('The trust policy names a branch (\u2026:ref:refs/heads/\u2026). A job with `environment:` has that environment as its ' +
            'subject instead; upper and lower case count.');
    }
    if (context === 'pull_request') {
        return 'Jobs of pull requests have the subject \u2026:pull_request, whatever the branch. Deploy from a branch or an environment; for reading use a role of its own.';
    }
    if (context.startsWith('ref:')) {
        return 'The trust policy names an environment, and the job has no `environment:`; or it names another branch, or another spelling (upper and lower case count).';
    }
    return 'The organization or the repository has a customised subject, and the trust policy has the default one.';
}
function chainRefused(call) {
    const source = call.source ?? 'the credentials of the earlier step';
    const tags = Object.keys(call.target.chain?.tags ?? {});
    return {
        why: `The role was asked for by ${(0,bundling_printable/* printable */.g)(source)}.`,
        likely: tags.length > 0
            ? `The trust policy does not admit that role, or not with the session tags ${(0,bundling_printable/* printable */.g)(tags.join(', '))}.`
            : 'The trust policy of the role does not admit that role, or its own permissions lack sts:AssumeRole.',
        write: `In the trust policy of ${call.role}, admit the role above as Principal.AWS with sts:AssumeRole${tags.length > 0 ? ' and sts:TagSession' : ''};\nand in that role's permissions, allow sts:AssumeRole on ${call.role}.`,
    };
}
function noProvider(call) {
    const issuer = call.claims?.issuer ?? 'https://token.actions.githubusercontent.com';
    const account = accountOf(call.role, call);
    return {
        why: `Account ${account} has no OIDC identity provider for ${(0,bundling_printable/* printable */.g)(issuer)}.`,
        likely: 'The provider was made in another account: each account that a job enters directly needs its own.',
        write: `aws iam create-open-id-connect-provider --url ${(0,bundling_printable/* printable */.g)(issuer)} --client-id-list ${(0,bundling_printable/* printable */.g)(call.target.audience)}`,
    };
}
function wrongAudience(call) {
    return {
        why: `The token is for the audience ${(0,bundling_printable/* printable */.g)(call.target.audience)}, which the identity provider in account ${accountOf(call.role, call)} does not have.`,
        likely: 'The provider was made with another client ID than the audience that is asked for.',
        write: `Add ${(0,bundling_printable/* printable */.g)(call.target.audience)} to the client IDs of the provider, or name its client ID as \`audience\`.`,
    };
}
function tooLong(call) {
    return {
        why: `A session of ${call.target.duration} s was asked for.`,
        likely: "The role's maximum session duration is shorter; it is 1h unless somebody raised it.",
        write: `aws iam update-role --role-name ${call.role.split('/').at(-1)} --max-session-duration ${call.target.duration}\nor ask for less. With \`export: profiles\` credentials are renewed, and 1h is enough for a deploy of any length.`,
    };
}
function regionDisabled(call) {
    return {
        why: `STS is not active in ${call.target.region} for account ${accountOf(call.role, call)}.`,
        likely: 'The Region is an opt-in Region, and the account has not opted in.',
        write: 'Enable the Region in the account (AWS Account Management), or name another one.',
    };
}
function policyTooLarge() {
    return {
        why: 'The session policies and tags together are larger than what a session can carry in packed form.',
        likely: 'The inline session policy is long.',
        write: 'Move statements into a managed policy and name it in `managed-policies` (`managed-session-policies`).',
    };
}
function malformedPolicy() {
    return {
        likely: 'The session policy is JSON, but not a policy: an element is misspelt, or it has a Principal.',
        write: 'Check it: aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://policy.json',
    };
}
function expired(call) {
    return call.claims === undefined
        ? {
            why: 'The credentials that the chain starts from have expired.',
            likely: 'They were obtained long before this step.',
            write: 'Obtain them in the step before this one, or name the hub role as `via` in the configuration file.',
        }
        : {
            why: 'AWS took three fresh tokens of this job for expired.',
            likely: 'The clock of the runner, or of a GitHub Enterprise Server, is wrong.',
            write: 'Set the clock (NTP) of the machine that issues the tokens.',
        };
}
function accountOf(role, call) {
    return parseRoleArn(role)?.account ?? call.target.account;
}
function indented(text) {
    return text.replace(/^/gm, '  ');
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/guard.js



/**
 * Compares what STS gave with what was asked for. No call is needed: the answer names account, role and session.
 *
 * @returns the account that the credentials belong to
 * @throws Failure `wrong-account` when account, role or session differ, or the account is not allowed
 */
function verifyAnswer(target, answer, allowed) {
    const { assumedRoleArn } = answer;
    const [, account, role, session] = /^arn:[a-z-]+:sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/.exec(assumedRoleArn) ?? [];
    const owner = account === undefined ? undefined : accountId(account);
    const wrong = [
        owner === target.account ? '' : `the account is ${owner ?? 'unreadable'}, not ${target.account}`,
        role === target.role.split('/').at(-1) ? '' : `the role is not ${target.role}`,
        session === target.sessionName ? '' : `the session is not named ${target.sessionName}`,
        owner === undefined || allowed.has(owner) ? '' : `account ${owner} is not among the allowed ones`,
    ].filter(fault => fault !== '');
    if (owner !== undefined && wrong.length === 0)
        return owner;
    throw new bundling_failure/* Failure */.H('wrong-account', {
        what: `The credentials that STS gave for ${target.name} are not those that were asked for. Nothing was exported.`,
        why: [`STS answered for ${(0,bundling_printable/* printable */.g)(assumedRoleArn)}:`, ...wrong].join('\n'),
        likely: 'An endpoint or a proxy between this job and AWS answers in its place.',
        write: 'Remove `sts-endpoint` and AWS_ENDPOINT_URL_STS, or find out what answers there.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/exchange.js





/** Milliseconds that calls under way have after another target was refused. */
const GRACE = 1_000;
/** How many new tokens one call to STS is given when it does not like the one it has. */
const MOST_RENEWALS = 3;
/**
 * Assumes the roles of all targets at the same time: one OIDC token per audience, one call to STS per target (and one
 * per hub role). All or nothing: when one is refused the others are not tried again, and none is returned.
 *
 * @throws Failure `refused`, `unreachable`, `wrong-account` or `no-identity-token`, naming every target that failed
 */
async function exchange(targets, services) {
    const refused = new AbortController();
    const late = new AbortController();
    const exchanger = new Exchanger(services, { maxAttempts: services.maxAttempts, signal: AbortSignal.any([services.deadline, refused.signal]) }, AbortSignal.any([services.deadline, late.signal]));
    const outcomes = await Promise.allSettled(targets.map(async (target) => {
        try {
            return await exchanger.assume(target);
        }
        catch (error) {
            refused.abort(error);
            // Calls under way may still end, so that every refusal is told in one message.
            setTimeout(() => late.abort(error), GRACE).unref();
            throw error;
        }
    }));
    const failures = new Set(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])));
    if (failures.size > 0)
        throw together([...failures]);
    return outcomes.flatMap(outcome => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}
class Exchanger {
    #services;
    #patience;
    #requestSignal;
    #hubs = new Map();
    constructor(services, patience, requestSignal) {
        this.#services = services;
        this.#patience = patience;
        this.#requestSignal = requestSignal;
    }
    async assume(target) {
        const { answer, attempts } = target.chain ? await this.#throughChain(target) : await this.#direct(target);
        const account = verifyAnswer(target, answer, this.#services.allowed);
        return { target, credentials: answer.credentials, account, arn: answer.assumedRoleArn, attempts };
    }
    #direct(target) {
        return this.#withToken(target, target.role, {
            role: target.role,
            sessionName: target.sessionName,
            duration: target.duration,
            sessionPolicy: target.sessionPolicy,
            managedPolicies: target.managedPolicies,
        });
    }
    async #throughChain(target) {
        const { via, tags, externalId } = target.chain ?? { via: undefined, tags: {}, externalId: undefined };
        const hub = via && (await this.#hub(target, via));
        const source = hub?.answer.credentials ?? this.#services.source;
        if (source === undefined)
            throw new Error('a chain without hub role needs the credentials of an earlier step');
        const request = {
            role: target.role,
            sessionName: target.sessionName,
            duration: target.duration,
            sessionPolicy: target.sessionPolicy,
            managedPolicies: target.managedPolicies,
            tags,
            externalId,
        };
        const sts = await this.#services.sts(target.region);
        return this.#repeatedly(target, { role: target.role, token: undefined, source: hub?.answer.assumedRoleArn }, () => sts.assumeRole(request, source, this.#requestSignal));
    }
    /** The hub role is assumed once for all targets behind it, with the name of the first one's session. */
    #hub(target, via) {
        const key = `${via} ${target.audience} ${target.sessionName}`;
        const hub = this.#hubs.get(key) ??
            this.#withToken(target, via, {
                role: via,
                sessionName: target.sessionName,
                duration: HUB_SESSION,
                sessionPolicy: undefined,
                managedPolicies: [],
            });
        this.#hubs.set(key, hub);
        return hub;
    }
    async #withToken(target, role, request) {
        const { tokens } = this.#services;
        const [token, sts] = await Promise.all([tokens.get(target.audience), this.#services.sts(target.region)]);
        const refuser = { role, token, source: undefined };
        return this.#repeatedly(target, refuser, async (renew) => {
            const accepted = renew ? await tokens.get(target.audience, refuser.token) : token;
            refuser.token = accepted;
            return sts.assumeRoleWithWebIdentity(request, accepted.jwt, this.#requestSignal);
        });
    }
    /** @param call is told whether AWS did not like the token of the last attempt */
    async #repeatedly(target, refuser, call) {
        let attempts = 0;
        let renewals = 0;
        let renew = false;
        const attempt = async (number) => {
            attempts = number;
            const answer = await call(renew);
            for (const secret of secretsOf(answer.credentials))
                this.#services.mask(secret);
            return answer;
        };
        const canHeal = (error) => {
            if (error instanceof bundling_failure/* Failure */.H)
                return false;
            const { kind, code } = stsError(error);
            renew = kind === 'stale-token' && refuser.token !== undefined;
            if (renew)
                renewals += 1;
            const heals = kind === 'passing' || (renew && renewals <= MOST_RENEWALS);
            if (heals)
                this.#services.onRetry(target.name, code, attempts);
            return heals;
        };
        try {
            return { answer: await withPatience(this.#patience, attempt, canHeal), attempts };
        }
        catch (error) {
            if (error instanceof bundling_failure/* Failure */.H)
                throw error;
            const failed = stsError(error);
            const context = {
                target,
                role: refuser.role,
                claims: refuser.token?.claims,
                source: refuser.source,
                attempts,
            };
            throw failed.kind === 'passing'
                ? unreachableSts(failed, context, error)
                : refusalOf(failed, context, error);
        }
    }
}
/** Seconds: the hub's credentials are used at once, for one call. */
const HUB_SESSION = 900;
function secretsOf(credentials) {
    return [credentials.secretAccessKey, credentials.sessionToken, credentials.accessKeyId];
}
/** One failure that says what all of them say; attempts that were only given up because of another one do not count. */
function together(failures) {
    const unexpected = failures.find(failure => !(failure instanceof bundling_failure/* Failure */.H));
    if (unexpected !== undefined)
        return unexpected;
    const all = failures.filter(failure => failure instanceof bundling_failure/* Failure */.H);
    const final = all.filter(({ code }) => code !== 'unreachable');
    const telling = final.length > 0 ? final : all;
    const [first] = telling;
    if (first === undefined || telling.length === 1)
        return first;
    return new bundling_failure/* Failure */.H(first.code, {
        what: `${telling.length} environments gave no credentials. Nothing was exported.`,
        why: telling
            .map(({ explanation }) => [explanation.what, explanation.why].filter(Boolean).join('\n'))
            .join('\n\n'),
        ...(first.explanation.likely !== undefined && { likely: first.explanation.likely }),
        ...(first.explanation.write !== undefined && { write: first.explanation.write }),
    }, { cause: first });
}
;// CONCATENATED MODULE: ./lib/bundling/stories/obtain.js





/** Opens the way to GitHub and AWS, with the time bound running from now on. */
function openExchange(runner, variables, inputs) {
    const connection = connect(variables);
    const deadline = AbortSignal.timeout(inputs.timeout * 1000);
    const patience = { maxAttempts: inputs.maxAttempts, signal: deadline };
    const tokens = tokenSource(variables, connection, patience, runner.mask);
    return {
        token: audience => tokens.get(audience),
        obtain: (targets, allowed) => exchange(targets, {
            tokens,
            sts: region => openSts(region, inputs.stsEndpoint, connection),
            maxAttempts: inputs.maxAttempts,
            deadline,
            allowed,
            source: targets.some(({ chain }) => chain && chain.via === undefined)
                ? earlierCredentials(variables)
                : undefined,
            mask: runner.mask,
            onRetry: (name, code, attempt) => runner.info(`${name}: attempt ${attempt} failed (${code}), trying again`),
        }),
        close: () => connection.close(),
    };
}
/**
 * Loads the SDK while GitHub's answer is on its way: the request for the token has been written by then, and the SDK
 * takes about as long to start as the answer takes to come.
 */
async function openSts(region, endpoint, connection) {
    await (0,promises_namespaceObject.setTimeout)(1);
    const { sts } = await import(/* webpackIgnore: true */ '../sts/index.js');
    return sts(region, endpoint, connection);
}
/** The credentials of an earlier step, which `role-chaining` starts from. */
function earlierCredentials(variables) {
    const accessKeyId = variables['AWS_ACCESS_KEY_ID'];
    const secretAccessKey = variables['AWS_SECRET_ACCESS_KEY'];
    const sessionToken = variables['AWS_SESSION_TOKEN'];
    if (accessKeyId && secretAccessKey && sessionToken) {
        return { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(8.64e15) };
    }
    const longLived = accessKeyId && secretAccessKey;
    throw new bundling_failure/* Failure */.H('wrong-input', {
        what: longLived
            ? 'role-chaining starts from temporary credentials, and the environment holds a long-lived key.'
            : 'role-chaining starts from the credentials of an earlier step, and the environment holds none.',
        why: longLived
            ? 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set without AWS_SESSION_TOKEN.'
            : 'AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN are not all set.',
        likely: longLived
            ? 'A static key is still handed to the job.'
            : 'The earlier step has `export: profiles` or `none`.',
        write: 'Let the step before this one assume the first role with `export: env`, or name that role as `via` in the configuration file.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/config/environment-name.js
/** Names of environments and profiles: usable unquoted as a profile's name in every AWS tool, and in a shell. */
const ENVIRONMENT_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
;// CONCATENATED MODULE: ./lib/bundling/config/input-reader.js

/**
 * Reads inputs of an action into values, collecting what is wrong with them under the input's name.
 * An absent or empty input reads as undefined (or as the default given).
 */
class input_reader_InputReader {
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
    /** A value made of the text by `parse`; `expected` says what the text should have been. */
    parsed(name, parse, expected) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        const result = parse(value);
        if (result === undefined)
            this.#faults.add(name, `must be ${expected}, not ${quoted(value)}`);
        return result;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/config/refused-inputs.js
/** Inputs of aws-actions/configure-aws-credentials that have no place here: why, and what to do instead. */
const REFUSED_INPUTS = [
    {
        input: 'aws-access-key-id',
        why: 'a static key is what this action replaces',
        instead: 'delete it, create a role that trusts this repository, and name it in `role-to-assume`',
    },
    {
        input: 'aws-secret-access-key',
        why: 'a static key is what this action replaces',
        instead: 'delete it and the secret behind it, and deactivate the key in IAM',
    },
    {
        input: 'aws-session-token',
        why: 'credentials are obtained here, not handed in',
        instead: 'delete it; to go on from the credentials of an earlier step set `role-chaining: true`',
    },
    {
        input: 'web-identity-token-file',
        why: 'the job asks GitHub for its own token, and a token in a file is dead after five minutes',
        instead: 'delete it and give the job `permissions: id-token: write`',
    },
    {
        input: 'use-existing-credentials',
        why: 'it accepts any identity that the machine happens to have',
        instead: 'delete it; every job obtains its own credentials',
    },
    {
        input: 'force-skip-oidc',
        why: 'the OIDC token is the only source of credentials',
        instead: 'delete it; to go on from the credentials of an earlier step set `role-chaining: true`',
    },
    {
        input: 'special-characters-workaround',
        why: 'it asks STS again and again until the key looks different',
        instead: 'delete it; quote the key where a tool is confused by + or /',
    },
    {
        input: 'overwrite-aws-profile',
        why: 'the profile is written to a file of its own, never over one of yours',
        instead: 'delete it',
    },
    {
        input: 'output-env-credentials',
        why: 'what is handed over is chosen by one input here',
        instead: 'write `export: none` for false, delete it for true',
    },
    {
        input: 'disable-retry',
        why: 'how often STS is asked is one input here',
        instead: 'write `retry-max-attempts: 1`',
    },
    {
        input: 'action-timeout-s',
        why: 'the time bound is always on here',
        instead: 'write `timeout: 60s`',
    },
    {
        input: 'role-skip-session-tagging',
        why: 'no session is tagged unless the configuration file says so',
        instead: 'delete it',
    },
    {
        input: 'custom-tags',
        why: 'a token of GitHub carries no session tags; only a second AssumeRole can send them',
        instead: 'name the hub role in `via` and the tags in `tags` of the environment in the configuration file',
    },
    {
        input: 'transitive-tag-keys',
        why: 'the bootstrap roles of CDK refuse sessions with transitive tags',
        instead: 'delete it; tags of the configuration file are not transitive',
    },
];
/** Adds one fault for every input that is given though it has no place here. */
function refuseForeignInputs(read, faults) {
    for (const { input, why, instead } of REFUSED_INPUTS) {
        if (read(input) !== '')
            faults.add(input, `is refused: ${why}. Instead: ${instead}.`);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/config/inputs.js








const EXPORT_MODES = ['env', 'profiles', 'none'];
/** Reads all inputs; whatever is wrong with any of them is added to the faults. */
function readInputs(read, faults) {
    refuseForeignInputs(read, faults);
    const inputs = new input_reader_InputReader(read, faults);
    const chaining = inputs.flag('role-chaining', false);
    return {
        environments: inputs.names('environment'),
        config: inputs.text('config'),
        role: inputs.parsed('role-to-assume', roleReference, 'the ARN of a role (arn:aws:iam::<account>:role/<name>)'),
        region: inputs.parsed('aws-region', region, 'the code of a Region, such as eu-west-1'),
        audience: inputs.text('audience'),
        sessionName: inputs.parsed('role-session-name', text => (SESSION_NAME.test(text) ? text : undefined), '2 to 64 of the characters A-Z a-z 0-9 _ + = , . @ -'),
        duration: readDuration(inputs, chaining, faults),
        sessionPolicy: readPolicy(inputs, faults),
        managedPolicies: inputs.list('managed-session-policies'),
        allowedAccounts: readAllowedAccounts(inputs, faults),
        maskAccount: inputs.flag('mask-aws-account-id', false),
        outputCredentials: inputs.flag('output-credentials', false),
        unsetCurrent: inputs.flag('unset-current-credentials', false),
        chaining,
        externalId: inputs.parsed('role-external-id', text => (/^[\w+=,.@:/-]{2,1224}$/.test(text) ? text : undefined), '2 to 1224 of the characters A-Z a-z 0-9 _ + = , . @ : / -'),
        profile: inputs.parsed('aws-profile', text => (ENVIRONMENT_NAME.test(text) ? text : undefined), '1 to 64 letters, digits, - and _'),
        exportMode: inputs.choice('export', EXPORT_MODES),
        refresh: inputs.flag('refresh', true),
        connection: readConnection(inputs, faults),
    };
}
function roleReference(text) {
    return parseRoleArn(text) !== undefined || /^[\w+=,.@-]+(\/[\w+=,.@-]+)*$/.test(text) ? text : undefined;
}
function readDuration(inputs, chaining, faults) {
    const text = inputs.text('role-duration-seconds');
    if (text === undefined)
        return undefined;
    const seconds = parseDuration(text);
    const fault = durationFault(seconds, chaining ? LONGEST_CHAINED_SESSION : undefined);
    if (fault !== undefined)
        faults.add('role-duration-seconds', `${quoted(text)} ${fault}`);
    return seconds;
}
function readPolicy(inputs, faults) {
    const text = inputs.text('inline-session-policy');
    if (text === undefined)
        return undefined;
    const minified = minifyPolicy(text);
    if ('policy' in minified)
        return minified.policy;
    faults.add('inline-session-policy', minified.fault);
    return undefined;
}
/** An allow list that is given but allows nobody is a mistake (an unset variable), never "everybody". */
function readAllowedAccounts(inputs, faults) {
    const given = inputs.text('allowed-account-ids');
    if (given === undefined)
        return undefined;
    const items = inputs.list('allowed-account-ids').map(item => item.replace(/^["']|["']$/g, ''));
    const accounts = items.flatMap(item => accountId(item) ?? []);
    for (const item of items) {
        if (accountId(item) === undefined)
            faults.add('allowed-account-ids', `${quoted(item)} is not an account ID of 12 digits`);
    }
    if (items.length === 0)
        faults.add('allowed-account-ids', `${quoted(given)} names no account; leave it out to allow every one`);
    return accounts;
}
function readConnection(inputs, faults) {
    const url = (protocols) => (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : undefined;
    const timeout = inputs.text('timeout') ?? '60';
    const seconds = parseDuration(timeout);
    if (seconds === undefined || seconds < 1 || seconds > 600) {
        faults.add('timeout', `must be a duration from 1s to 10m, not ${quoted(timeout)}`);
    }
    return {
        httpProxy: inputs.parsed('http-proxy', url(['http:', 'https:']), 'the URL of a proxy, such as http://proxy.example:3128'),
        noProxy: inputs.text('no-proxy'),
        stsEndpoint: inputs.parsed('sts-endpoint', url(['https:', 'http:']), 'the URL of an STS endpoint'),
        maxAttempts: inputs.whole('retry-max-attempts', 1, 100, 12),
        timeout: seconds ?? 60,
    };
}
;// CONCATENATED MODULE: ./lib/bundling/config/load.js




/** Where the configuration file stands when nobody says otherwise. */
const CONFIGURATION_PATH = '.github/aws-temp-creds.yml';
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
    throw new bundling_failure/* Failure */.H('wrong-input', {
        what: `The configuration file ${(0,bundling_printable/* printable */.g)(path, 300)} is not there.`,
        why: `There is no such file in ${(0,bundling_printable/* printable */.g)(folder, 300)}.`,
        likely: 'The repository was not checked out before this step, or the path is not relative to its root.',
        write: `- uses: actions/checkout@v5\n- uses: org/aws-temp-creds@v1\n  with:\n    config: ${CONFIGURATION_PATH}`,
    });
}
/** Reads files of a checkout; a path that leads out of it, by `..` or by a symbolic link, reads as absent. */
function repositoryFile(folder) {
    return path => {
        try {
            const root = (0,external_node_fs_.realpathSync)(folder);
            const file = (0,external_node_fs_.realpathSync)((0,external_node_path_namespaceObject.join)(root, path));
            const inside = (0,external_node_path_namespaceObject.relative)(root, file);
            if (inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_namespaceObject.sep}`))
                return undefined;
            return (0,external_node_fs_.readFileSync)(file, 'utf8');
        }
        catch {
            return undefined;
        }
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/words.js

/** The texts that all reports share. They take findings without values (see `withhold`). */
const SEVERITIES = (/* unused pure expression or super */ null && (['error', 'warning', 'notice']));
function words_countBySeverity(findings) {
    const counts = { error: 0, warning: 0, notice: 0 };
    for (const { severity } of findings)
        counts[severity]++;
    return counts;
}
/** `1 error, 2 warnings`; `nothing found`. */
function countWords(findings) {
    return severityWords(words_countBySeverity(findings));
}
function severityWords(counts) {
    const parts = SEVERITIES.filter(severity => counts[severity] > 0).map(severity => plural(counts[severity], severity));
    return parts.length === 0 ? 'nothing found' : parts.join(', ');
}
function plural(count, noun, many = `${noun}s`) {
    return `${grouped(count)} ${count === 1 ? noun : many}`;
}
/** A whole number with its thousands apart: `1,234`. By hand, for Node takes 10 ms to load what knows of languages. */
function grouped(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** `src/a.env:3:7`, `commit 1a2b3c4 message, line 2`, `variable AWS_SECRET_ACCESS_KEY`. One harmless line. */
function placeWords({ kind, path, line, column, commit }) {
    const name = printable(path ?? '', 300);
    const at = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
    const short = commit === undefined ? '' : commit.slice(0, 10);
    const inLine = line === undefined ? '' : `, line ${line}`;
    switch (kind) {
        case 'file':
            return `${name}${at}`;
        case 'commit':
            return `${name}${at} in ${short === '' ? 'the history' : `commit ${short}`}`;
        case 'commit-message':
            return `message of commit ${short}${inLine}`;
        case 'tag-message':
            return `message of tag ${short}${inLine}`;
        case 'path-name':
            return `name of the file ${name}${short === '' ? '' : ` in commit ${short}`}`;
        case 'ref-name':
            return `name of ${name}`;
        case 'pull-request-title':
            return 'title of the pull request';
        case 'pull-request-body':
            return `text of the pull request${inLine}`;
        case 'environment':
            return `variable ${name} of this job`;
        case 'stdin':
            return `standard input${at === '' ? '' : at.replace(':', ', line ').replace(':', ', column ')}`;
    }
}
/** What else is known of a finding, each a few words: account, state, wrapping, why it counts less. */
function facts(finding) {
    const { account, status, statusDetail, layers, reason, alsoAt, proposed } = finding;
    const found = [];
    if (status !== undefined) {
        found.push(statusDetail === undefined ? STATUS[status] : `${STATUS[status]} (${printable(statusDetail, 300)})`);
    }
    if (account !== undefined)
        found.push(`account ${account}`);
    if (layers.length > 0)
        found.push(`inside ${printable(layers.join(' \u203a '), 200)}`);
    if (reason !== undefined)
        found.push(printable(reason, 200));
    if (alsoAt !== undefined && alsoAt.length > 0)
        found.push(`and at ${plural(alsoAt.length, 'further place')}`);
    if (proposed !== undefined) {
        const by = proposed.by === 'inline' ? 'comment' : 'allow list';
        found.push(`the ${by} of this very change would allow it, which does not count: ${printable(proposed.reason, 200)}`);
    }
    return found;
}
const STATUS = {
    live: 'LIVE: AWS accepts this key now',
    dead: 'dead: AWS refuses this key',
    unknown: 'not known whether it is live',
};
/** What was looked at: `412 files, 3.1 MB in 0.2 s`. */
function scopeWords({ counts: { files, objects, bytes, milliseconds } }) {
    const parts = [
        ...(files > 0 || objects === 0 ? [plural(files, 'file')] : []),
        ...(objects > 0 ? [plural(objects, 'git object')] : []),
        sizeWords(bytes),
    ];
    return `${parts.join(', ')} in ${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 2 : 1)} s`;
}
function sizeWords(bytes) {
    if (bytes < 1000)
        return plural(bytes, 'byte');
    const units = ['kB', 'MB', 'GB', 'TB'];
    const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
    const value = bytes / 1000 ** power;
    return `${value.toFixed(value < 10 ? 1 : 0)} ${units[power - 1]}`;
}
/** True when something could not be read, so that the scan cannot vouch for the repository. */
function words_isIncomplete({ unread }) {
    return unread.some(({ incomplete }) => incomplete);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/outcome.js

/** From which findings on a scan fails. `pair`: only credentials that are complete, so that they can be used. */
const outcome_FAIL_ON = ['pair', 'error', 'warning', 'notice'];
/** Rules whose values are all that a caller needs. */
const COMPLETE = new Set([
    'access-key-pair',
    'temporary-credentials',
    'bedrock-api-key',
    'bedrock-short-term-api-key',
    'ses-smtp-credentials',
]);
function outcomeOf(result, failOn) {
    return {
        counts: countBySeverity(result.findings),
        failed: result.findings.some(finding => fails(finding, failOn)),
        incomplete: isIncomplete(result),
    };
}
function fails({ rule, severity }, failOn) {
    switch (failOn) {
        case 'pair':
            return severity === 'error' && COMPLETE.has(rule);
        case 'error':
            return severity === 'error';
        case 'warning':
            return severity !== 'notice';
        case 'notice':
            return true;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/config/scan-inputs.js



const SCANS = ['auto', 'tree', 'changes', 'history'];
/** The inputs of the scan-only action. @throws Failure `wrong-input` with all faults */
function scanOnlyInputs(read) {
    const faults = new Faults();
    const inputs = new InputReader(read, faults);
    const settings = {
        scan: inputs.choice('scan', SCANS) ?? 'auto',
        config: inputs.text('config'),
        baseline: inputs.text('baseline'),
        failOnFindings: inputs.flag('fail-on-findings', true),
        failOn: inputs.choice('fail-on', FAIL_ON) ?? 'error',
        sarifFile: inputs.text('sarif-file'),
        verify: inputs.flag('verify', false),
        untracked: inputs.flag('untracked', false),
        token: inputs.text('token'),
        beforeCredentials: false,
    };
    faults.throwIfAny('wrong-input', 'The inputs of this step are wrong');
    return settings;
}
/** The root action's inputs that concern its scan; faults are added to those of its other inputs. */
function rootScanInputs(read, faults) {
    const inputs = new input_reader_InputReader(read, faults);
    return {
        scan: inputs.choice('scan', [...SCANS, 'off']) ?? 'auto',
        baseline: undefined,
        failOnFindings: inputs.flag('fail-on-findings', true),
        failOn: inputs.choice('fail-on', outcome_FAIL_ON) ?? 'error',
        sarifFile: inputs.text('sarif-file'),
        verify: false,
        untracked: false,
        token: inputs.text('token'),
    };
}
// EXTERNAL MODULE: ./lib/bundling/github/job.js
var github_job = __nccwpck_require__(476);
;// CONCATENATED MODULE: ./lib/bundling/explain/preflight.js



const PERMISSION = 'permissions:\n  id-token: write   # lets the job ask GitHub for its OIDC token\n  contents: read';
/**
 * Why this job is offered no OIDC token: the runner sets ACTIONS_ID_TOKEN_REQUEST_URL and \u2026_TOKEN only for jobs with
 * `id-token: write`, and GitHub withholds that from forks and, by default, from Dependabot.
 */
function noTokenOffered(job) {
    const what = 'This job cannot get an OIDC token, so it gets no AWS credentials.';
    const why = 'The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set.';
    const failure = (likely, write, reason = why) => new bundling_failure/* Failure */.H('no-identity-token', { what, why: reason, likely, write });
    if (!job.onRunner) {
        return failure('The action runs outside of a GitHub Actions job; only there are tokens to be had.', 'Run it as a step of a workflow. On a laptop use IAM Identity Center: aws sso login.');
    }
    if ((0,github_job/* isFork */.B0)(job)) {
        return failure('The pull request comes from a fork, and its author must not get at your accounts.', 'Skip the step for forks:\n  if: github.event.pull_request.head.repo.full_name == github.repository\nThe secret check needs no token: uses: org/aws-temp-creds/scan@v1', 'GitHub gives jobs of pull requests from forks no permission to ask for tokens.');
    }
    if ((0,github_job/* isDependabot */.DS)(job)) {
        return failure('Dependabot started this run, and GitHub gives its runs a read-only token unless the workflow says otherwise.', `Give the permission in the workflow itself:\n${PERMISSION}\nor skip the step: if: github.actor != 'dependabot[bot]'`);
    }
    return failure('The job has no `id-token: write`. A `permissions` block replaces the defaults, so everything that is not in it is denied. In a reusable workflow the calling job must give the permission as well.', `${PERMISSION}${serverHint(job)}`);
}
function serverHint(job) {
    return (0,github_job/* productOf */.$7)(job) === 'server'
        ? `\nOn GitHub Enterprise Server the issuer is ${job.serverUrl}/_services/token; AWS must be able to reach it, and GitHub Actions must have OIDC set up.`
        : '';
}
/** Nothing to scan: the workspace is empty, so the scan could vouch for nothing. */
function noCheckout(job) {
    return new Failure('scan-incomplete', {
        what: 'There is nothing to scan: the workspace of this job is empty.',
        why: `${printable(job.workspace, 300)} holds no file.`,
        likely: 'The repository is checked out after this step, or not at all.',
        write: 'Check it out first:\n- uses: actions/checkout@v5\n- uses: org/aws-temp-creds@v1\nA job that needs credentials but no checkout says so: `scan: off`.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/stories/plan-deploy.js









/**
 * Reads inputs and configuration file.
 *
 * @throws Failure `wrong-input` or `wrong-configuration` with all faults in one message
 */
async function planDeploy(runner, job, variables) {
    const faults = new fault_Faults();
    const read = (name) => runner.input(name);
    const inputs = readInputs(read, faults);
    const scan = rootScanInputs(read, faults);
    if (inputs.maskAccount)
        maskAccounts(runner, [inputs.role ?? '', ...(inputs.allowedAccounts ?? [])]);
    // The classic pair needs nothing of the file; the scan reads its allow list itself.
    const needsFile = inputs.role === undefined || inputs.config !== undefined;
    const configuration = needsFile ? await loadConfiguration(job.workspace, inputs.config) : undefined;
    if (inputs.maskAccount)
        maskAccounts(runner, configuration?.environments.map(({ account }) => account) ?? []);
    const selection = selectTargets(inputs, configuration, job, faults);
    if (selection.kind === 'targets') {
        checkExport(exportMode(inputs, selection.form), selection.targets, inputs, faults);
    }
    if (selection.kind === 'nothing' && scan.scan === 'off') {
        faults.add('scan', 'is off, and no role and no environment is named: this step has nothing to do');
    }
    throwInputFaults(faults);
    const needsToken = selection.kind === 'targets' && !inputs.chaining;
    if (needsToken && !offersTokens(variables))
        throw noTokenOffered(job);
    const beforeCredentials = selection.kind !== 'nothing';
    return { inputs, configuration, selection, scan: { ...scan, config: inputs.config, beforeCredentials } };
}
/** The targets of the job's own GitHub environment, which its token names. Undefined: the job names none. */
function ownTargets(plan, claims, job) {
    const { inputs, configuration } = plan;
    if (claims.environment === undefined || configuration === undefined)
        return undefined;
    const name = claims.environment;
    const environments = configuration.environments.filter(({ githubEnvironment }) => githubEnvironment === name);
    if (environments.length === 0) {
        const all = [
            ...new Set(configuration.environments.map(({ githubEnvironment }) => githubEnvironment)),
        ].join(', ');
        throw new bundling_failure/* Failure */.H('wrong-input', {
            what: `The job's GitHub environment ${quoted(name)} stands nowhere in ${(0,bundling_printable/* printable */.g)(configuration.path)}.`,
            why: `The file has accounts for: ${(0,bundling_printable/* printable */.g)(all)}.`,
            likely: 'The environment was renamed, or `github-environment` is spelt in another way (upper and lower case count).',
            write: `environments:\n  my-name: { github-environment: ${quoted(name)}, account: "111111111111", region: eu-west-1, role: github-deploy }`,
        });
    }
    const faults = new fault_Faults();
    const targets = environmentTargets(environments, inputs, job, faults);
    checkExport(exportMode(inputs, 'environments'), targets, inputs, faults);
    throwInputFaults(faults);
    return targets;
}
/** The accounts that STS may answer for. */
function allowedFor(plan, targets) {
    return allowedAccounts(plan.inputs, targets);
}
function throwInputFaults(faults) {
    faults.throwIfAny('wrong-input', 'The inputs of this step are wrong');
}
/** Masks the account IDs that a failure is about to show: some of them stand neither in an input nor in the file. */
function maskShownAccounts(runner, error) {
    if (!(error instanceof bundling_failure/* Failure */.H) || !/^true$/i.test(runner.input('mask-aws-account-id')))
        return;
    maskAccounts(runner, Object.values(error.explanation));
}
/** Masks every account ID in texts, before any of them can stand in a message. */
function maskAccounts(runner, texts) {
    for (const account of new Set(texts.flatMap(text => text.match(/\b\d{12}\b/g) ?? [])))
        runner.mask(account);
}
;// CONCATENATED MODULE: ./lib/bundling/stories/deploy.js










/**
 * The root action: check what was asked for, scan, exchange, verify, hand over. In that order, so that a fault of the
 * workflow costs no call, a leaked key no credentials, and a wrong account nothing at all.
 *
 * @throws Failure; no later step then acts with the credentials that were to be replaced
 */
async function deploy(runner, job, variables) {
    setScanOutputs(runner);
    try {
        const plan = await planDeploy(runner, job, variables);
        useProxies(plan.inputs.connection.httpProxy, plan.inputs.connection.noProxy);
        if (plan.selection.kind !== 'nothing')
            checkEnvironment(variables);
        const chosen = plan.selection.kind === 'targets' ? planned(plan, plan.selection.targets, job, variables) : undefined;
        await scanFirst(runner, job, variables, plan);
        const identity = plan.selection.kind === 'nothing' ? undefined : await obtain(runner, job, variables, plan, chosen);
        if (identity === undefined) {
            setIdentityOutputs(runner, NO_IDENTITY);
            if (plan.inputs.unsetCurrent)
                changeEnvironment(runner, job, variables, blankingOthers(variables));
            return;
        }
        await handOver(identity.handOver, identity.roles, identity.obtained, runner, job, variables);
    }
    catch (error) {
        maskShownAccounts(runner, error);
        setIdentityOutputs(runner, NO_IDENTITY);
        changeEnvironment(runner, job, variables, blankingEverybody(variables));
        throw error;
    }
}
/** @throws Failure `wrong-input` for variables that name what is not there, before anything is sent */
function checkEnvironment(variables) {
    ownAuthorities(variables);
    endpointOfEnvironment(variables);
}
/** Of a scan that did not take place; one that does sets them again. */
function setScanOutputs(runner) {
    runner.setOutput('findings', '');
    runner.setOutput('sarif-file', '');
}
/** A job whose repository holds a static key gets no credentials. */
async function scanFirst(runner, job, variables, plan) {
    if (plan.scan.scan === 'off')
        return;
    // Loaded only now: the scanner costs start time that a job without it need not spend.
    const { refusal, scanStep } = await import(/* webpackIgnore: true */ '../scan-step/index.js');
    const failure = refusal(await scanStep(runner, job, variables, plan.scan), plan.scan);
    if (failure !== undefined)
        throw failure;
}
function planned(plan, targets, job, variables) {
    const form = plan.selection.kind === 'targets' ? plan.selection.form : 'environments';
    const mode = exportMode(plan.inputs, form);
    return { targets, handOver: planHandOver(targets, mode, plan.inputs, plan.configuration, job, variables) };
}
async function obtain(runner, job, variables, plan, chosen) {
    const exchange = openExchange(runner, variables, plan.inputs.connection);
    try {
        const { targets, handOver } = chosen ?? (await chooseOwn(runner, job, variables, plan, exchange)) ?? {};
        if (targets === undefined || handOver === undefined)
            return undefined;
        const obtained = new Date();
        const [first, ...others] = await exchange.obtain(targets, allowedFor(plan, targets));
        return first && { roles: [first, ...others], handOver, obtained };
    }
    finally {
        exchange.close();
    }
}
/** The environments of the job's own GitHub environment, if it has one and may ask. */
async function chooseOwn(runner, job, variables, plan, exchange) {
    const none = 'No credentials: neither `environment` nor `role-to-assume` is given, and the job has no';
    if (!offersTokens(variables)) {
        runner.annotate('notice', `${none} \`id-token: write\`.`);
        return undefined;
    }
    const { claims } = await exchange.token('sts.amazonaws.com');
    const targets = ownTargets(plan, claims, job);
    if (targets === undefined)
        runner.info(`${none} \`environment:\`.`);
    return targets && planned(plan, targets, job, variables);
}

/***/ }),

/***/ 75:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ runStep)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(761);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(580);


/**
 * Runs what a step does, and shows whatever it throws as the step's failure. Nothing thrown passes unseen: neither a
 * rejected promise nor something that is no Error.
 */
async function runStep(runner, body) {
    try {
        await body();
    }
    catch (error) {
        runner.fail(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .W)(error.explanation) : unexpected(error));
        if (error instanceof Error && error.stack)
            runner.debug(error.stack);
    }
}
function unexpected(error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return `aws-temp-creds failed for a reason that it does not know: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(text, 500)}\n\nWhat to do: run the job again with debug logging, and report the log as an issue.`;
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
/******/ var __webpack_exports__ = __nccwpck_require__(738);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
