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
  J: () => (/* reexport */ assumeAgain)
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
    return text.replace(/^([\s\u0085]*):(?=:)/gm, '$1:\u200b').replace(/##\[/g, '##\u200b[');
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
        return (0,external_node_fs_namespaceObject.readFileSync)(bundle, 'utf8');
    }
    catch (error) {
        throw new Failure('wrong-input', {
            what: `The certificate authorities that AWS_CA_BUNDLE names cannot be read: ${printable_printable(bundle, 300)}.`,
            why: printable_printable(error instanceof Error ? error.message : String(error), 300),
            likely: 'The variable names a file of another machine, or one that a later step makes.',
            write: 'Name a PEM file that is there, or remove the variable.',
        }, { cause: error });
    }
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
    return new Failure('no-identity-token', {
        what: `GitHub gave no OIDC token: it answered HTTP ${status}.`,
        why: 'The address and the bearer for tokens come from the runner; GitHub did not accept them.',
        likely: status === 401 || status === 403
            ? 'The job has run for more than about six hours, after which GitHub gives it no more tokens.'
            : 'The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN were changed by a step.',
        write: 'Split the job, so that each one asks for its credentials while it is younger than six hours.',
    });
}
function busy(status) {
    return new Failure('unreachable', {
        what: `GitHub gave no OIDC token: it answered HTTP ${status} until the time was up.`,
        why: "GitHub's token service is overloaded or down; see https://www.githubstatus.com.",
        write: 'Run the job again.',
    });
}
function unreachable(url, error) {
    const reason = reasonOf(error);
    return new Failure('unreachable', {
        what: `GitHub's token service ${url.host} could not be reached: ${printable_printable(reason)}`,
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
const errors_TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;
/**
 * Classifies what an STS client threw. Names are compared, not classes: a bundle may hold a class twice.
 */
function stsError(error) {
    const code = textOf(error, 'name') ?? 'Unknown';
    const message = (textOf(error, 'message') ?? String(error)).replace(errors_TOKEN, '<token>');
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
        .flatMap(([name, value]) => (value === undefined ? [] : [`${name.padEnd(16)} ${printable_printable(value, 300)}`]))
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
    return lines.map(line => printable_printable(line, Number.POSITIVE_INFINITY)).join('\n');
}
;// CONCATENATED MODULE: ./lib/bundling/explain/refusal.js






/**
 * Explains a refusal: who asked (the claims), the likely cause, and the trust-policy statement that would admit
 * exactly this job. AWS gives one answer for a missing role, a wrong subject and a wrong audience, so the causes are
 * named in the order in which they happen.
 */
function refusalOf(error, call, cause) {
    const request = error.requestId === undefined ? '' : ` (request ID ${printable_printable(error.requestId, 80)})`;
    const what = `AWS refused ${call.role} for ${call.target.name}: ${printable_printable(error.code)}: ${printable_printable(error.message)}${request}`;
    return new Failure('refused', { what, ...adviceFor(error, call) }, { cause });
}
/** STS gave no usable answer until patience ended. */
function unreachableSts(error, call, cause) {
    const times = call.attempts === 1 ? 'once' : `${call.attempts} times`;
    return new Failure('unreachable', {
        what: `AWS STS in ${call.target.region} gave no credentials for ${call.target.name}; it was asked ${times}.`,
        why: error.code === 'AbortError'
            ? 'No answer came before the time was up (input `timeout`).'
            : `The last answer was ${printable_printable(error.code)}: ${printable_printable(error.message, 300)}`,
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
        why: `The role was asked for by ${printable_printable(source)}.`,
        likely: tags.length > 0
            ? `The trust policy does not admit that role, or not with the session tags ${printable_printable(tags.join(', '))}.`
            : 'The trust policy of the role does not admit that role, or its own permissions lack sts:AssumeRole.',
        write: `In the trust policy of ${call.role}, admit the role above as Principal.AWS with sts:AssumeRole${tags.length > 0 ? ' and sts:TagSession' : ''};\nand in that role's permissions, allow sts:AssumeRole on ${call.role}.`,
    };
}
function noProvider(call) {
    const issuer = call.claims?.issuer ?? 'https://token.actions.githubusercontent.com';
    const account = accountOf(call.role, call);
    return {
        why: `Account ${account} has no OIDC identity provider for ${printable_printable(issuer)}.`,
        likely: 'The provider was made in another account: each account that a job enters directly needs its own.',
        write: `aws iam create-open-id-connect-provider --url ${printable_printable(issuer)} --client-id-list ${printable_printable(call.target.audience)}`,
    };
}
function wrongAudience(call) {
    return {
        why: `The token is for the audience ${printable_printable(call.target.audience)}, which the identity provider in account ${accountOf(call.role, call)} does not have.`,
        likely: 'The provider was made with another client ID than the audience that is asked for.',
        write: `Add ${printable_printable(call.target.audience)} to the client IDs of the provider, or name its client ID as \`audience\`.`,
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
    throw new Failure('wrong-account', {
        what: `The credentials that STS gave for ${target.name} are not those that were asked for. Nothing was exported.`,
        why: [`STS answered for ${printable_printable(assumedRoleArn)}:`, ...wrong].join('\n'),
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
            if (error instanceof Failure)
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
            if (error instanceof Failure)
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
    const unexpected = failures.find(failure => !(failure instanceof Failure));
    if (unexpected !== undefined)
        return unexpected;
    const all = failures.filter(failure => failure instanceof Failure);
    const final = all.filter(({ code }) => code !== 'unreachable');
    const telling = final.length > 0 ? final : all;
    const [first] = telling;
    if (first === undefined || telling.length === 1)
        return first;
    return new Failure(first.code, {
        what: `${telling.length} environments gave no credentials. Nothing was exported.`,
        why: telling
            .map(({ explanation }) => [explanation.what, explanation.why].filter(Boolean).join('\n'))
            .join('\n\n'),
        ...(first.explanation.likely !== undefined && { likely: first.explanation.likely }),
        ...(first.explanation.write !== undefined && { write: first.explanation.write }),
    }, { cause: first });
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
;// CONCATENATED MODULE: ./lib/bundling/credentials/process-request.js

/** @returns undefined when the arguments are not `FOLDER ENVIRONMENT [read]` */
function parseProcessRequest(args) {
    const [folder, environment, purpose = 'deploy', ...more] = args;
    if (!folder || !environment || more.length > 0)
        return undefined;
    return purpose === 'deploy' || purpose === 'read' ? { folder, environment, purpose } : undefined;
}
/** The arguments that parseProcessRequest reads; without `deploy`, which is understood. */
function processArguments({ folder, environment, purpose }) {
    return purpose === 'read' ? [folder, environment, purpose] : [folder, environment];
}
/** The answer that the AWS tools read (AWS SDKs and Tools Reference Guide, process credential provider). */
function processAnswer({ credentials, account }) {
    return JSON.stringify({
        Version: 1,
        AccessKeyId: credentials.accessKeyId,
        SecretAccessKey: credentials.secretAccessKey,
        SessionToken: credentials.sessionToken,
        Expiration: credentials.expiration.toISOString(),
        AccountId: account,
    });
}
/** A failure as one line, with everything that a refusal explains: the tools show no more of it, if any. */
function failureLine(error) {
    if (!isFailure(error)) {
        return printable(`unexpected failure: ${error instanceof Error ? error.message : String(error)}`, 1000);
    }
    const { what, why, likely, write } = error.explanation;
    const parts = [
        what,
        why && `Why: ${why}`,
        likely && `Likely mistake: ${likely}`,
        write && `What to do: ${write}`,
    ].filter(part => part !== undefined);
    return printable(parts.join(' | ').replace(/\s+/g, ' '), 5000);
}
/**
 * Whether every process of the job would fail like that. One that cannot ask for tokens may be alone in it: others may
 * have the variables that it lacks.
 */
function isEverybodysFailure(error) {
    return isFailure(error) && error.code !== 'no-identity-token';
}
/** By name: what is loaded for a renewal is a bundle of its own, with a class of its own. */
function isFailure(error) {
    return error instanceof Error && error.name === 'Failure' && 'explanation' in error;
}
/** Whether a failure can come from a request token that GitHub no longer honours. */
function concernsToken(code) {
    return code === 'no-identity-token' || code === 'unreachable';
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/process-exchange.js






/**
 * Assumes one role again, as the main step did: with a new OIDC token, through the same proxies and endpoints.
 *
 * @param variables of this process, with the settings that the main step remembered
 * @throws Failure as exchange does; `no-identity-token` when this process cannot ask for tokens
 */
async function assumeAgain(target, settings, variables) {
    if (!offersTokens(variables))
        throw noVariables();
    const connection = connect(variables);
    const deadline = AbortSignal.timeout(settings.timeout * 1000);
    // Nothing is printed but the answer, so there is no log in which a secret would have to be masked.
    const mask = () => { };
    const patience = { maxAttempts: settings.maxAttempts, signal: deadline };
    try {
        const [assumed] = await exchange([target], {
            tokens: tokenSource(variables, connection, patience, mask),
            sts: async (region) => {
                const { sts } = await import(/* webpackIgnore: true */ '../sts/index.js');
                return sts(region, settings.stsEndpoint, connection);
            },
            maxAttempts: settings.maxAttempts,
            deadline,
            allowed: new Set([target.account]),
            source: undefined,
            mask,
            onRetry: () => { },
        });
        if (assumed === undefined)
            throw new Error('the exchange gave nothing');
        return assumed;
    }
    catch (error) {
        throw expiredRequestToken(error, variables) ?? error;
    }
    finally {
        connection.close();
    }
}
function noVariables() {
    return new Failure('no-identity-token', {
        what: 'The credentials cannot be renewed: this process cannot ask GitHub for an OIDC token.',
        why: 'ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not in its environment.',
        likely: 'It was started through sudo, docker run, or a tool that cleans the environment.',
        write: 'Hand both variables on (sudo --preserve-env=ACTIONS_ID_TOKEN_REQUEST_URL,ACTIONS_ID_TOKEN_REQUEST_TOKEN \u2026; docker run -e ACTIONS_ID_TOKEN_REQUEST_URL -e ACTIONS_ID_TOKEN_REQUEST_TOKEN \u2026), or write `refresh: false`.',
    });
}
/** GitHub says only 401 when a job is too old; its request token, a JWT, says since when. */
function expiredRequestToken(error, variables) {
    if (!(error instanceof Failure) || !concernsToken(error.code))
        return undefined;
    const payload = variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN']?.split('.')[1] ?? '';
    const expires = Fields.parse(Buffer.from(payload, 'base64url').toString('utf8'))?.number('exp');
    if (expires === undefined || expires * 1000 > Date.now())
        return undefined;
    return new Failure('no-identity-token', {
        what: 'The credentials cannot be renewed: GitHub gives this job no more OIDC tokens.',
        why: `The job's right to ask for them ended at ${new Date(expires * 1000).toISOString()}, about six hours after it began.`,
        write: 'Split the job, or ask for a session that lasts to its end: `duration: 12h` (the role has to allow it).',
    }, { cause: error });
}
;// CONCATENATED MODULE: ./lib/bundling/credential-renewal.js

var __webpack_exports__assumeAgain = __webpack_exports__.J;
export { __webpack_exports__assumeAgain as assumeAgain };
