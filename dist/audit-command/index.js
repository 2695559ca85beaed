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
const __WEBPACK_EXTERNAL_MODULE__packages_picomatch_js_b5b2f10c__ = loadLater("../packages/picomatch.js");
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

/***/ 16:
/***/ ((module) => {

module.exports = loadNow("url");

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
  H: () => (/* binding */ auditCommand)
});

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
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
const hpagent_HttpProxyAgent = hpagent.HttpProxyAgent
const hpagent_HttpsProxyAgent = hpagent.HttpsProxyAgent

;// CONCATENATED MODULE: ./lib/bundling/credentials/private-file.js

/**
 * Writes a file that only this user may read, so that no reader ever sees a part of it: to a new name beside it, then
 * renamed. A link that somebody put at either name is not followed: the new name must not exist, and a rename replaces.
 * (The name is unique without node:crypto, which takes longer to load than everything else that a start does.)
 */
function writePrivateFile(path, content) {
    const temporary = `${path}.${process.pid}-${process.hrtime.bigint()}.tmp`;
    const file = openSync(temporary, 'wx', 0o600);
    try {
        writeFileSync(file, content);
        closeSync(file);
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
    const extra = readIfThere(variables['NODE_EXTRA_CA_CERTS'] ?? '') ?? [];
    const trust = own === undefined ? {} : { ca: [...rootCertificates, own].concat(extra) };
    const agents = [];
    const opened = (agent) => {
        agents.push(agent);
        return agent;
    };
    const options = { keepAlive: true, ...trust };
    return {
        httpAgent: url => {
            const proxy = getProxyForUrl(url.href);
            return opened(proxy === '' ? new HttpAgent(options) : new HttpProxyAgent({ ...options, proxy }));
        },
        httpsAgent: url => {
            const proxy = getProxyForUrl(url.href);
            return opened(proxy === '' ? new HttpsAgent(options) : new HttpsProxyAgent({ ...options, proxy }));
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
;// CONCATENATED MODULE: ./lib/bundling/printable.js
/**
 * Untrusted text (file names, branches, actors, claims, server answers) as one harmless line: control characters,
 * line and paragraph separators, bidirectional controls, invisible characters and lone surrogates are shown as
 * escapes, so that nothing in it can end the line, reorder it, or begin a workflow command.
 *
 * @param text any string
 * @param limit the most characters to return; what is cut is shown as `\u2026`
 */
function printable_printable(text, limit = 1000) {
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
;// CONCATENATED MODULE: ./lib/bundling/config/fault.js


/** Collects faults, so that a user sees all of them at once. */
class Faults {
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
        throw new failure_Failure(code, {
            what: `${printable_printable(about)}: ${count}. Nothing was sent to GitHub or AWS.`,
            why: this.#found.map(({ where, what }) => `${printable_printable(where)}: ${printable_printable(what)}`).join('\n'),
            ...(write !== undefined && { write }),
        });
    }
}
/** Shows a value that a user wrote, quoted and shortened. */
function quoted(value) {
    return `"${printable_printable(value, 80)}"`;
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
;// CONCATENATED MODULE: ./lib/bundling/config/audit-inputs.js




const AUDIT_CHECKS = ['organization', 'people', 'parity', 'trust', 'keys', 'github'];
const FAIL_ON = ['error', 'warning', 'notice', 'never'];
const SCANS = ['tree', 'history', 'off'];
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
    };
}
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
;// CONCATENATED MODULE: ./lib/bundling/config/load.js




/** Where the configuration file stands when nobody says otherwise. */
const load_CONFIGURATION_PATH = '.github/aws-temp-creds.yml';
/**
 * Reads and checks the configuration file of a checkout.
 *
 * @param folder root of the checkout, absolute
 * @param path of the file in it; undefined: the default place, where a missing file is no fault
 * @returns undefined when no path was given and there is no file at the default place
 */
async function load_loadConfiguration(folder, path) {
    const wanted = path ?? load_CONFIGURATION_PATH;
    const readFile = load_repositoryFile(folder);
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
        write: `- uses: actions/checkout@v5\n- uses: org/aws-temp-creds@v1\n  with:\n    config: ${load_CONFIGURATION_PATH}`,
    });
}
/** Reads files of a checkout; a path that leads out of it, by `..` or by a symbolic link, reads as absent. */
function load_repositoryFile(folder) {
    return path => {
        try {
            const root = (0,external_node_fs_namespaceObject.realpathSync)(folder);
            const file = (0,external_node_fs_namespaceObject.realpathSync)((0,external_node_path_namespaceObject.join)(root, path));
            const inside = (0,external_node_path_namespaceObject.relative)(root, file);
            if (inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_namespaceObject.sep}`))
                return undefined;
            return (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8');
        }
        catch {
            return undefined;
        }
    };
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
        return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8'));
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
    const branch = at(payload, 'repository', 'default_branch');
    return {
        pullRequest: base !== undefined && head !== undefined
            ? {
                number: typeof number === 'number' ? number : 0,
                baseSha: base,
                headSha: head,
                // A deleted head repository is null: certainly not this one.
                fromFork: headRepository !== repository,
            }
            : undefined,
        push: before !== undefined && after !== undefined
            ? { before, after, forced: at(payload, 'forced') === true }
            : undefined,
        mergeGroup: groupBase !== undefined && groupHead !== undefined
            ? { baseSha: groupBase, headSha: groupHead }
            : undefined,
        defaultBranch: typeof branch === 'string' ? branch : undefined,
    };
}
/** The name of a commit at a path of the payload; undefined unless it is a full SHA-1 or SHA-256 in hex. */
function commitAt(payload, ...path) {
    const value = at(payload, ...path);
    return typeof value === 'string' && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
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
;// CONCATENATED MODULE: external "../packages/picomatch.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const picomatch_js_namespaceObject = x({  });
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
const OWN = /\baws-temp-creds:allow(-next-line)?(?![\w-])[ \t]*:?([^\r\n]*)/;
/** What closes a comment or a string, and would otherwise be taken for a reason. */
const CLOSERS = /(?:\s|\*+\/|-->|--%>|%>|#\}|\}\}|\*\)|"""|'''|["'`,;\\])+$/;
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
function inline_inlineAllowance(line, previous = '') {
    const here = line.length > LONGEST_LINE ? '' : line;
    const before = previous.length > LONGEST_LINE ? '' : previous;
    return own(here, false) ?? own(before, true) ?? peer(here, false) ?? peer(before, true);
}
function own(line, next) {
    const match = OWN.exec(line);
    if (match === null || (match[1] !== undefined) !== next)
        return undefined;
    const reason = (match[2] ?? '').replace(CLOSERS, '').trim();
    return {
        kind: 'own',
        comment: next ? 'aws-temp-creds:allow-next-line' : 'aws-temp-creds:allow',
        reason: /[\p{L}\p{N}]{2}/u.test(reason) ? reason : '',
    };
}
function peer(line, next) {
    const found = PEERS.find(row => row.next === next && row.pattern.test(line));
    return found && { kind: 'peer', comment: found.comment, reason: '' };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/allow.js



/**
 * Sorts what is allowed from what is not. Allowed findings leave `findings` for `allowed`; an expired entry allows
 * nothing; what has no use, has expired, or is proposed by the scanned change is said in `notes`.
 */
function allow_applyAllowList(result, rules) {
    const allows = matcher(rules.list, rules.today);
    const proposes = rules.change && matcher(rules.change.list, rules.today);
    const findings = [];
    const allowed = [...result.allowed];
    for (const finding of result.findings) {
        const comment = commentReason(finding, rules);
        const reason = allows.reason(finding) ?? comment.allowed;
        const proposed = proposes?.reason(finding) ?? comment.proposed;
        if (reason !== undefined)
            allowed.push({ ...finding, allowed: reason });
        else if (comment.lowered !== undefined)
            findings.push({ ...finding, severity: 'notice', reason: comment.lowered });
        else
            findings.push(proposed === undefined ? finding : { ...finding, proposed });
    }
    const notes = [
        ...result.notes,
        ...emptyComments(result.findings),
        ...allows.expired(rules.source),
        ...(WHOLE.has(result.mode) ? allows.unused(rules.source) : []),
    ];
    return { ...result, findings: bySeverity(findings), allowed, notes };
}
/** Scans that see all that an entry can be about; in others an entry without a finding says nothing. */
const WHOLE = new Set(['tree', 'history']);
const RANK = { error: 0, warning: 1, notice: 2 };
/** Most severe first; within a severity the order that was there. */
function bySeverity(findings) {
    return [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
/** What an inline comment does for a finding: allow it, lower it to a notice, or only be said. */
function commentReason(finding, { change }) {
    const { inline } = finding;
    if (inline === undefined || (inline.kind === 'own' && inline.reason === ''))
        return {};
    const trusted = change === undefined || change.commentStood(finding);
    const reason = inline.kind === 'own' ? inline.reason : inline.comment;
    if (!trusted)
        return { proposed: { by: 'inline', reason } };
    return inline.kind === 'own' ? { allowed: { by: 'inline', reason } } : { lowered: `comment ${reason}` };
}
function emptyComments(findings) {
    return findings
        .filter(({ inline }) => inline?.kind === 'own' && inline.reason === '')
        .map(({ inline, place }) => {
        const where = `${printable(place.path ?? place.kind)}:${place.line ?? 1}`;
        return `${where}: \`${inline?.comment}\` gives no reason and so does not count; write \`${inline?.comment} WHY\``;
    });
}
/**
 * Whether a comment stood in the base branch beside the same value. Encoded values are not looked for: for them the
 * answer is no, and an entry with their fingerprint serves.
 *
 * @param content the file's text in the base branch
 */
function allow_commentStood({ inline, secrets }, content) {
    if (inline === undefined)
        return false;
    const lines = content.split(/\r\n|\r|\n/);
    return lines.some((line, index) => {
        if (!secrets.some(secret => secret !== '' && line.includes(secret)))
            return false;
        const stood = inlineAllowance(line, lines[index - 1]);
        return stood?.comment === inline.comment && stood.reason === inline.reason;
    });
}
function matcher(list, today) {
    const rows = list.entries.map(entry => ({ entry, matches: entryMatcher(entry), used: 0, again: 0 }));
    const live = (entry) => entry.expires === undefined || entry.expires >= today;
    const baseline = new Map(list.baseline.map(entry => [entry.fingerprint, { entry, used: false }]));
    return {
        reason(finding) {
            const fitting = rows.filter(row => row.matches(finding));
            for (const row of fitting)
                live(row.entry) ? row.used++ : row.again++;
            const known = baseline.get(finding.fingerprint);
            if (known !== undefined)
                known.used = true;
            const row = fitting.find(({ entry }) => live(entry));
            if (row !== undefined) {
                const by = row.entry.fingerprint === undefined ? 'path' : 'fingerprint';
                return { by, reason: row.entry.reason };
            }
            return known && { by: 'baseline', reason: known.entry.reason };
        },
        expired(source) {
            return rows
                .filter(({ entry }) => !live(entry))
                .map(({ entry, again }) => `${printable(source)}:${entry.line}: the entry for ${named(entry)} expired on ${entry.expires}` +
                (again === 0
                    ? '; it can go'
                    : `; ${again === 1 ? '1 finding counts' : `${again} findings count`} again`));
        },
        unused(source) {
            const idle = rows.filter(({ entry, used }) => live(entry) && used === 0);
            const stale = [...baseline.values()].filter(({ used }) => !used).length;
            return [
                ...idle.map(({ entry }) => `${printable(source)}:${entry.line}: nothing needs the entry for ${named(entry)}; it can go`),
                ...(stale === 0
                    ? []
                    : [
                        `${stale} of ${baseline.size} baseline entries are no longer needed; ` +
                            'run `aws-temp-creds scan --write-baseline` to drop them',
                    ]),
            ];
        },
    };
}
function named(entry) {
    return entry.fingerprint === undefined
        ? `path ${printable(entry.path ?? '')}`
        : `fingerprint ${entry.fingerprint.slice(0, 12)}\u2026`;
}
/** An entry that names both a path and a fingerprint allows what fits both. */
function entryMatcher({ path, fingerprint }) {
    const fits = path === undefined ? undefined : pathMatcher(path);
    if (fits === undefined && fingerprint === undefined)
        return () => false;
    const hex = fingerprint?.toLowerCase();
    return finding => (hex === undefined || hex === finding.fingerprint) &&
        (fits === undefined || (finding.place.path !== undefined && fits(finding.place.path)));
}
/**
 * A glob over paths from the repository's root: `*` stays within a folder, `**` does not, dotfiles count, case
 * counts, `docs/` means all that is in it. No negation: an allow list that names what it does not allow would allow
 * every file to come.
 */
function pathMatcher(glob) {
    const rooted = glob.replace(/^(?:\.?\/)+/, '');
    const whole = rooted.endsWith('/') ? `${rooted}**` : rooted;
    // A name that is written out matches itself, whatever characters it holds.
    const matches = picomatch(whole, {
        dot: true,
        nocase: false,
        nonegate: true,
        noextglob: true,
        windows: false,
    });
    return path => path === rooted || matches(path);
}
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = loadLater("node:child_process");
;// CONCATENATED MODULE: external "../packages/actions-exec.js"
var actions_exec_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var actions_exec_js_y = (x) => (() => (x))
const actions_exec_js_namespaceObject = actions_exec_js_x({ ["getExecOutput"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_actions_exec_js_29415def__.getExecOutput) });
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
 * @param folder what is scanned; a program in it is not ours to run
 * @returns undefined when there is none
 */
function findGit(variables, folder) {
    const environment = { ...ISOLATED };
    for (const [name, value] of Object.entries(variables))
        if (value !== undefined && PASSED.has(name.toUpperCase()))
            environment[name] = value;
    const program = findProgram(process.platform === 'win32' ? 'git.exe' : 'git', environment, folder);
    return program === undefined ? undefined : { program, environment };
}
/** @returns the absolute path of a program on PATH that does not lie in `folder` */
function findProgram(name, variables, folder) {
    const path = Object.entries(variables).find(([variable]) => variable.toUpperCase() === 'PATH')?.[1] ?? '';
    return path
        .split(external_node_path_namespaceObject.delimiter)
        .filter(place => (0,external_node_path_namespaceObject.isAbsolute)(place) && !contains((0,external_node_path_namespaceObject.resolve)(folder), (0,external_node_path_namespaceObject.resolve)(place)))
        .map(place => (0,external_node_path_namespaceObject.join)(place, name))
        .find(isProgram);
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
/** Runs a short command whose answer is text. Never throws for an exit code. */
async function git_gitText(place, ...args) {
    return (0,actions_exec_js_namespaceObject.getExecOutput)(`"${place.git.program}"`, [...HARMLESS, ...place.options, ...args], {
        cwd: place.folder,
        env: { ...place.git.environment, ...place.variables },
        silent: true,
        ignoreReturnCode: true,
    });
}
/** Starts a command whose input or output is a stream. */
function git_gitProcess(place, args, stdio) {
    return (0,external_node_child_process_namespaceObject.spawn)(place.git.program, [...HARMLESS, ...place.options, ...args], {
        cwd: place.folder,
        env: { ...place.git.environment, ...place.variables },
        stdio,
        windowsHide: true,
    });
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
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/fetch.js



const FETCH_BOUNDS = { milliseconds: 90_000, bytes: 512 * 2 ** 20 };
/**
 * The checkout's own remote, if it is on the job's server. Of the repository's configuration nothing is taken but
 * the address and the header with which actions/checkout authenticates, and that only for the same server: whatever
 * else the configuration holds (proxies, helpers, other servers) plays no part in the fetch.
 */
async function findRemote(repository, { serverUrl }) {
    const { stdout } = await git_gitText(repository.place, ...['config', '--includes', '-z', '--get-regexp', '^(remote\\.origin\\.url|http\\..*\\.extraheader)$']);
    const settings = stdout.split('\0').map(setting => {
        const [name = '', ...value] = setting.split('\n');
        return { name, value: value.join('\n') };
    });
    const url = settings.find(({ name }) => name === 'remote.origin.url')?.value;
    if (url === undefined || !URL.canParse(url) || !URL.canParse(serverUrl))
        return undefined;
    const { protocol, host } = new URL(url);
    const server = new URL(serverUrl);
    if (protocol !== server.protocol || host !== server.host || !PROTOCOLS.has(protocol))
        return undefined;
    const headers = settings.flatMap(({ name, value }) => headerHost(name) === `${protocol}//${host}` ? [value] : []);
    return { url, protocol: protocol.slice(0, -1), headers };
}
/** `file:` only where the server itself is one, which is so in tests; `http:` on a server without TLS. */
const PROTOCOLS = new Set(['https:', 'http:', 'file:']);
/** `http.https://github.com/.extraheader` \u2192 `https://github.com` */
function headerHost(name) {
    const url = /^http\.(.+)\.extraheader$/i.exec(name)?.[1];
    if (url === undefined || !URL.canParse(url))
        return undefined;
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
}
/** Fetches of one scan: they share a time and a size that they may take. */
class Fetcher {
    #store;
    #remote;
    #policy;
    #until;
    constructor(store, remote, policy) {
        this.#store = store;
        this.#remote = remote;
        this.#policy = policy;
        this.#until = Date.now() + policy.milliseconds;
    }
    /**
     * Fetches commits and `depth - 1` generations of their ancestors, with all that these hold and the clone lacks.
     *
     * @param wants full names, or a branch's full name with a place for it: `refs/heads/main:refs/scan/main`
     * @returns whether all of it came
     */
    async fetch(wants, depth) {
        const left = this.#until - Date.now();
        if (left <= 0)
            return false;
        const { url, protocol, headers } = this.#remote;
        const settings = [
            ['http.followRedirects', 'false'],
            ['http.lowSpeedLimit', '1000'],
            ['http.lowSpeedTime', '20'],
            ['fetch.unpackLimit', '1'],
            ...headers.map(header => [`http.${new URL(url).origin}/.extraheader`, header]),
        ];
        const variables = {
            GIT_ALLOW_PROTOCOL: protocol,
            GIT_CONFIG_COUNT: String(settings.length),
        };
        for (const [index, [name = '', value = '']] of settings.entries()) {
            variables[`GIT_CONFIG_KEY_${index}`] = name;
            variables[`GIT_CONFIG_VALUE_${index}`] = value;
        }
        const args = [...FETCH, `--depth=${depth}`, '--', url, ...wants];
        const child = git_gitProcess({ ...this.#store.writing, variables }, args, ['ignore', 'ignore', 'pipe']);
        const timeout = setTimeout(() => child.kill(), left);
        const watch = setInterval(() => {
            if (sizeOf((0,external_node_path_namespaceObject.join)(this.#store.folder, 'objects/pack')) > this.#policy.bytes)
                child.kill();
        }, 250);
        const { exitCode } = await git_ending(child);
        clearTimeout(timeout);
        clearInterval(watch);
        return exitCode === 0;
    }
}
const FETCH = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-recurse-submodules',
    '--no-write-fetch-head',
    '--no-auto-maintenance',
    '--force',
];
function sizeOf(folder) {
    return (0,external_node_fs_namespaceObject.readdirSync)(folder).reduce((sum, name) => sum + ((0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
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
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(own, 'info/alternates'), `${object_store_quoted(objects)}\n`);
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
function object_store_quoted(path) {
    const escaped = path
        .replaceAll('\\', process.platform === 'win32' ? '/' : '\\\\')
        .replaceAll('"', '\\"')
        .replaceAll('\n', '\\n');
    return `"${escaped}"`;
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
function describe(git, start, gitDir, workTree) {
    const way = workTree === undefined ? '' : (0,external_node_path_namespaceObject.relative)(workTree, start).split(external_node_path_namespaceObject.sep).join('/');
    const options = [`--git-dir=${gitDir}`, ...(workTree === undefined ? [] : [`--work-tree=${workTree}`])];
    return {
        workTree,
        gitDir,
        commonDir: (0,external_node_path_namespaceObject.resolve)(gitDir, firstLine((0,external_node_path_namespaceObject.join)(gitDir, 'commondir')) ?? '.'),
        prefix: way === '' ? '' : `${way}/`,
        place: { git, options, folder: workTree ?? gitDir },
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
    const found = (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size > 10_000)
        return undefined;
    return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8').split(/\r?\n/)[0];
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/listing.js

const LF = 10;
const NUL = 0;
/**
 * Runs a git command that lists things.
 *
 * @param separator the byte that ends each item
 * @param input what the command reads; undefined: nothing, for which no pipe is made
 */
function list(place, args, separator, input) {
    const child = git_gitProcess(place, args, [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe']);
    const ended = git_ending(child);
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
async function revisions_resolveRevision(repository, revision) {
    if (NAME.test(revision))
        return revision;
    const { stdout } = await git_gitText(repository.place, ...['rev-parse', '--verify', '--quiet', '--end-of-options', revision]);
    const name = stdout.trim();
    return NAME.test(name) ? name : undefined;
}
/** True when the store holds all of these commits, each with the tree that it names. */
async function revisions_hasCommits({ place }, names) {
    const input = names.map(name => `${name}^{tree}\n`).join('');
    const { items, ended } = list(place, ['cat-file', '--batch-check=%(objecttype)'], LF, input);
    let trees = 0;
    for await (const answers of items)
        trees += answers.filter(answer => answer.toString('latin1') === 'tree').length;
    return (await ended).exitCode === 0 && trees === names.length;
}
/** The parents that a commit names, whether they are here or not. */
async function parentsOf({ place }, commit) {
    const { exitCode, stdout } = await gitText(place, 'cat-file', 'commit', commit);
    if (exitCode !== 0)
        return [];
    const header = stdout.slice(0, `${stdout}\n\n`.indexOf('\n\n'));
    return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(([, name]) => name ?? []);
}
/** The commits whose parents a shallow clone left out. */
function shallowCommits({ folder }) {
    const path = join(folder, 'shallow');
    const text = existsSync(path) ? readFileSync(path, 'latin1') : '';
    return new Set(text.split('\n').filter(line => line !== ''));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/checkout.js







/** A folder with what git can tell of it. What costs anything is opened when it is first needed. */
class checkout_Checkout {
    git;
    repository;
    #options;
    #store;
    #fetcher;
    constructor(folder, options) {
        this.#options = options;
        this.git = findGit(options.variables, folder);
        this.repository = this.git && findRepository(this.git, folder);
    }
    store(repository) {
        this.#store ??= openObjectStore(repository, this.#options.temporary ?? '');
        return this.#store;
    }
    /** Undefined where nothing may be fetched. */
    fetcher(repository) {
        this.#fetcher ??= this.#openFetcher(repository);
        return this.#fetcher;
    }
    async close() {
        (await this.#store)?.close();
    }
    async #openFetcher(repository) {
        const policy = this.#options.fetch;
        const remote = policy && (await findRemote(repository, policy));
        if (policy === undefined || remote === undefined)
            return undefined;
        const store = await this.store(repository);
        await rememberHead(repository, store);
        return new Fetcher(store, remote, policy);
    }
}
/** Lets a fetch say what the checkout has, so that the server sends only what is new. */
async function rememberHead(repository, store) {
    const head = await revisions_resolveRevision(repository, 'HEAD');
    if (head === undefined || !(await revisions_hasCommits(store, [head])))
        return;
    (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.join)(store.folder, 'refs/scan'), { recursive: true });
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(store.folder, 'refs/scan/checkout'), `${head}\n`);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/read-at-revision.js




/** More is no configuration file. */
const LARGEST = (/* unused pure expression or super */ null && (10 * 2 ** 20));
/**
 * Reads files as a revision has them, e.g. the base branch's allow list. A commit that the clone lacks is fetched, with
 * nothing of its history, where `options.fetch` allows it.
 *
 * @param use is given a function that reads one file, by its path in the repository with `/`; good until `use` ends
 */
async function read_at_revision_atRevision(folder, revision, options, use) {
    const checkout = new Checkout(folder, options);
    try {
        const found = await find(checkout, folder, revision);
        return await use(async (path) => {
            if (found === undefined)
                return { kind: 'unknown' };
            const content = await blobAt(found.store, found.commit, path);
            return content === undefined ? { kind: 'none' } : { kind: 'file', content };
        });
    }
    finally {
        await checkout.close();
    }
}
/** @returns undefined when the clone does not have the revision, and it could not be fetched */
async function find(checkout, folder, revision) {
    const { repository } = checkout;
    if (repository === undefined || !existsSync(folder))
        return undefined;
    const [commit, store] = await Promise.all([
        resolveRevision(repository, revision),
        checkout.store(repository),
    ]);
    if (commit === undefined)
        return undefined;
    return (await isHere(checkout, repository, store, commit)) ? { store, commit } : undefined;
}
async function isHere(checkout, repository, store, name) {
    if (await hasCommits(store, [name]))
        return true;
    const fetcher = await checkout.fetcher(repository);
    return fetcher !== undefined && (await fetcher.fetch([name], 1)) && (await hasCommits(store, [name]));
}
async function blobAt(store, commit, path) {
    const name = `${commit}:${path.replace(/^(\.?\/)+/, '')}`;
    const child = gitProcess(store.place, ['cat-file', 'blob', name], ['ignore', 'pipe', 'pipe']);
    const ended = ending(child);
    const chunks = [];
    let size = 0;
    for await (const chunk of child.stdout ?? []) {
        size += chunk.length;
        if (size > LARGEST)
            child.kill();
        else
            chunks.push(chunk);
    }
    return (await ended).exitCode === 0 ? Buffer.concat(chunks) : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/judge.js








/** The top folder of the repository that a folder is in, or the folder itself; by its real path. */
function repositoryRoot(folder, variables) {
    return (0,external_node_fs_namespaceObject.realpathSync)(new checkout_Checkout(folder, { variables }).repository?.workTree ?? folder);
}
/** The allow list as the checkout has it. @throws Failure when a file of it is wrong, or was named and is missing */
async function ownList({ root, config, baseline }, named = 'must be there') {
    const configuration = await loadConfiguration(root, config);
    const path = baseline ?? BASELINE_PATH;
    const text = repositoryFile(root)(path);
    if (text === undefined && baseline !== undefined && named === 'must be there') {
        throw new Failure('wrong-input', {
            what: `The baseline ${printable(path)} is not there.`,
            why: `There is no such file in ${root}.`,
            write: 'aws-temp-creds scan --write-baseline',
        });
    }
    return {
        entries: configuration?.scan.allow ?? [],
        baseline: text === undefined ? [] : await readBaseline(text, path),
    };
}
/** Loads what checks the file only where there is one. */
async function readBaseline(text, path) {
    const { parseBaseline } = await import(/* webpackIgnore: true */ '../baseline/index.js');
    return parseBaseline(text, path);
}
/** Applies the allow list to a result: the checkout's own, or that of the base branch where one judges. */
async function judge(result, own, bench) {
    const { config = CONFIGURATION_PATH, judge: revision, today } = bench;
    if (revision === undefined)
        return applyAllowList(result, { list: own, source: config, today });
    return atRevision(bench.root, revision, bench.access, async (read) => {
        const notes = [];
        const list = await listAt(revision, read, bench, notes);
        const stood = await commentsThatStood(result.findings, read, notes);
        return applyAllowList({ ...result, notes: [...result.notes, ...notes] }, { list, source: config, today, change: { list: own, commentStood: finding => stood.has(finding) } });
    });
}
/**
 * The allow list as a revision has it. One that cannot be had or is wrong allows nothing, which is said: it must not
 * keep a pull request from mending it.
 */
async function listAt(revision, read, bench, notes) {
    const paths = [bench.config ?? CONFIGURATION_PATH, bench.baseline ?? BASELINE_PATH];
    const [configuration, known] = await Promise.all([read(paths[0]), read(paths[1])]);
    const entries = await parsed(configuration, async (text) => {
        const { readConfiguration } = await import(/* webpackIgnore: true */ '../configuration/index.js');
        return readConfiguration(text, `${paths[0]} of the base branch`, () => NO_POLICY).scan.allow;
    });
    const baseline = await parsed(known, text => readBaseline(text, `${paths[1]} of the base branch`));
    return { entries, baseline };
    async function parsed(file, parse) {
        if (file.kind === 'none')
            return [];
        if (file.kind === 'unknown') {
            const note = cannotJudge(revision);
            if (!notes.includes(note))
                notes.push(note);
            return [];
        }
        try {
            return await parse(file.content.toString('utf8'));
        }
        catch (error) {
            if (!(error instanceof Failure))
                throw error;
            notes.push(`${error.explanation.what} It allows nothing. ${error.explanation.why ?? ''}`);
            return [];
        }
    }
}
/** Session policies that the base's file names are not looked at here; that they exist is checked where they are used. */
const NO_POLICY = '{"Version":"2012-10-17","Statement":[]}';
function cannotJudge(revision) {
    return (`The allow list of the base (${printable(revision, 40)}) could not be read, so nothing is allowed. ` +
        'In the checkout step, write:  with: { fetch-depth: 0 }');
}
/** Each needs a look at the base; so many are looked up. */
const MOST_FILES = 50;
/** The findings whose inline comment stood in the base branch already. */
async function commentsThatStood(findings, read, notes) {
    const stood = new Set();
    const commented = findings.filter(({ inline, place }) => inline !== undefined && place.path !== undefined);
    const paths = [...new Set(commented.map(({ place }) => place.path ?? ''))];
    for (const path of paths.slice(0, MOST_FILES)) {
        const file = await read(path);
        if (file.kind !== 'file')
            continue;
        const content = file.content.toString('utf8');
        for (const finding of commented) {
            if (finding.place.path === path && commentStood(finding, content))
                stood.add(finding);
        }
    }
    if (paths.length > MOST_FILES) {
        notes.push(`Inline comments were looked up in the base branch for ${MOST_FILES} files; in ${paths.length - MOST_FILES} more they do not count.`);
    }
    return stood;
}
;// CONCATENATED MODULE: ./lib/bundling/cli/command.js
/** What the command answers its caller with: clean; findings or a refusal; wrong use, or an incomplete scan. */
const EXIT = { clean: 0, found: 1, wrong: 2 };
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/audit.js









/** Options that are the action's inputs under the same name. */
const SAME = [
    'config',
    'role-to-assume',
    'aws-region',
    'organization-role',
    'account-role',
    'checks',
    'fail-on',
    'report-file',
    'sarif-file',
    'scan',
    'timeout',
];
const auditCommand = {
    name: 'audit',
    operands: '[OPTIONS]',
    mostOperands: 0,
    about: `Compares the configuration file with AWS: do the accounts exist, do people and
the pipeline have the rights that the file says, who may enter from GitHub, and
which static keys are left? It reads only, with the reader roles that
"aws-temp-creds template audit" prints, and starts from the credentials in the
environment.`,
    options: [
        { name: 'config', value: 'FILE', says: `configuration file (default: ${load_CONFIGURATION_PATH})` },
        {
            name: 'organization-role',
            value: 'ARN',
            says: 'role that reads the organization; default: whoever you are',
        },
        {
            name: 'account-role',
            value: 'NAME',
            says: `reader role in every account (default: ${DEFAULT_ACCOUNT_ROLE})`,
        },
        { name: 'role-to-assume', value: 'ARN', says: 'in a job: role to enter with the OIDC token first' },
        { name: 'aws-region', value: 'REGION', says: 'Region whose STS is asked' },
        { name: 'checks', value: 'LIST', says: `only these, of ${AUDIT_CHECKS.join(', ')}` },
        {
            name: 'fail-on',
            value: 'LEVEL',
            says: 'the least that fails: error (default), warning, notice or never',
        },
        { name: 'scan', value: 'WHAT', says: 'search tree (default) or history for keys that are alive, or off' },
        {
            name: 'repository',
            value: 'OWNER/NAME',
            says: 'look also at its environments on GitHub, with GH_TOKEN or GITHUB_TOKEN of the environment',
        },
        { name: 'report-file', value: 'FILE', says: 'also write the report as JSON' },
        { name: 'sarif-file', value: 'FILE', says: 'also write the findings as SARIF 2.1.0' },
        { name: 'timeout', value: 'TIME', says: 'how long it may take in all (default: 10m)' },
        { name: 'show-users', says: 'show names of users that are e-mail addresses' },
        { name: 'mask-accounts', says: 'show only the last four digits of account IDs' },
        { name: 'json', says: 'print the report as JSON' },
    ],
    examples: [
        ['aws-temp-creds audit', 'everything, with the credentials of this shell'],
        ['aws-temp-creds audit --checks keys --fail-on warning', 'which access keys are left?'],
        [
            'aws-temp-creds audit --organization-role arn:aws:iam::111111111111:role/org-audit --json',
            'for another program',
        ],
    ],
    more: `Exit codes:
  0  nothing that --fail-on counts
  1  at least one finding that --fail-on counts
  2  wrong use, or a part could not be looked at: then the audit proves nothing`,
    run: runAudit,
};
async function runAudit(given, terminal) {
    const { variables, cwd, signal } = terminal;
    const settings = settingsOf(given, variables);
    const folder = repositoryRoot(cwd, variables);
    const configuration = await load_loadConfiguration(folder, settings.config);
    if (configuration === undefined)
        throw noFile(folder);
    useProxies(undefined, undefined);
    const { auditReports, outcomeOf } = await import(/* webpackIgnore: true */ '../audit-run/index.js');
    const { result, json, terminal: text, } = await auditReports({
        settings,
        configuration,
        job: readJob(variables),
        variables,
        folder,
        mask: () => { },
        tell: what => {
            if (terminal.overwrite !== undefined)
                terminal.overwrite(`audit: ${printable_printable(what, 100)} \u2026`);
        },
        signal,
    });
    terminal.overwrite?.('');
    terminal.print(given.has('json') ? json : text(terminal.color));
    const { failed, complete } = outcomeOf(result, settings.failOn);
    if (!complete)
        return EXIT.wrong;
    return failed ? EXIT.found : EXIT.clean;
}
/** @throws Failure `wrong-input` with everything that is wrong with the options */
function settingsOf(given, variables) {
    const faults = new Faults();
    const values = new Map(SAME.map(name => [name, given.value(name) ?? '']));
    values.set('show-users', String(given.has('show-users')));
    values.set('mask-aws-account-id', String(given.has('mask-accounts')));
    values.set('token', variables['GH_TOKEN'] || variables['GITHUB_TOKEN'] || '');
    const settings = readAuditSettings(name => values.get(name) ?? '', faults, given.value('repository'));
    if (given.value('checks')?.includes('github') && settings.repository === undefined)
        faults.add('checks', 'github needs --repository OWNER/NAME');
    faults.throwIfAny('wrong-input', 'The options are wrong');
    return settings;
}
function noFile(folder) {
    return new failure_Failure('wrong-input', {
        what: `There is no ${load_CONFIGURATION_PATH} to compare AWS with.`,
        why: `It is looked for in ${printable_printable(folder, 300)}.`,
        write: 'aws-temp-creds init',
    });
}
var __webpack_exports__auditCommand = __webpack_exports__.H;
export { __webpack_exports__auditCommand as auditCommand };
