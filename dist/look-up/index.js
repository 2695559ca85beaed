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

/***/ 832:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var aws4 = exports,
    url = __nccwpck_require__(16),
    querystring = __nccwpck_require__(480),
    crypto = __nccwpck_require__(982),
    lru = __nccwpck_require__(638),
    credentialsCache = lru(1000)

// http://docs.amazonwebservices.com/general/latest/gr/signature-version-4.html

function hmac(key, string, encoding) {
  return crypto.createHmac('sha256', key).update(string, 'utf8').digest(encoding)
}

function hash(string, encoding) {
  return crypto.createHash('sha256').update(string, 'utf8').digest(encoding)
}

// This function assumes the string has already been percent encoded
function encodeRfc3986(urlEncodedString) {
  return urlEncodedString.replace(/[!'()*]/g, function(c) {
    return '%' + c.charCodeAt(0).toString(16).toUpperCase()
  })
}

function encodeRfc3986Full(str) {
  return encodeRfc3986(encodeURIComponent(str))
}

// A bit of a combination of:
// https://github.com/aws/aws-sdk-java-v2/blob/dc695de6ab49ad03934e1b02e7263abbd2354be0/core/auth/src/main/java/software/amazon/awssdk/auth/signer/internal/AbstractAws4Signer.java#L59
// https://github.com/aws/aws-sdk-js/blob/18cb7e5b463b46239f9fdd4a65e2ff8c81831e8f/lib/signers/v4.js#L191-L199
// https://github.com/mhart/aws4fetch/blob/b3aed16b6f17384cf36ea33bcba3c1e9f3bdfefd/src/main.js#L25-L34
var HEADERS_TO_IGNORE = {
  'authorization': true,
  'connection': true,
  'x-amzn-trace-id': true,
  'user-agent': true,
  'expect': true,
  'presigned-expires': true,
  'range': true,
}

// request: { path | body, [host], [method], [headers], [service], [region] }
// credentials: { accessKeyId, secretAccessKey, [sessionToken] }
function RequestSigner(request, credentials) {

  if (typeof request === 'string') request = url.parse(request)

  var headers = request.headers = Object.assign({}, (request.headers || {})),
      hostParts = (!this.service || !this.region) && this.matchHost(request.hostname || request.host || headers.Host || headers.host)

  this.request = request
  this.credentials = credentials || this.defaultCredentials()

  this.service = request.service || hostParts[0] || ''
  this.region = request.region || hostParts[1] || 'us-east-1'

  // SES uses a different domain from the service name
  if (this.service === 'email') this.service = 'ses'

  if (!request.method && request.body)
    request.method = 'POST'

  if (!headers.Host && !headers.host) {
    headers.Host = request.hostname || request.host || this.createHost()

    // If a port is specified explicitly, use it as is
    if (request.port)
      headers.Host += ':' + request.port
  }
  if (!request.hostname && !request.host)
    request.hostname = headers.Host || headers.host

  this.isCodeCommitGit = this.service === 'codecommit' && request.method === 'GIT'

  this.extraHeadersToIgnore = request.extraHeadersToIgnore || Object.create(null)
  this.extraHeadersToInclude = request.extraHeadersToInclude || Object.create(null)
}

RequestSigner.prototype.matchHost = function(host) {
  var match = (host || '').match(/([^\.]{1,63})\.(?:([^\.]{0,63})\.)?amazonaws\.com(\.cn)?$/)
  var hostParts = (match || []).slice(1, 3)

  // ES's hostParts are sometimes the other way round, if the value that is expected
  // to be region equals \u2018es\u2019 switch them back
  // e.g. search-cluster-name-aaaa00aaaa0aaa0aaaaaaa0aaa.us-east-1.es.amazonaws.com
  if (hostParts[1] === 'es' || hostParts[1] === 'aoss')
    hostParts = hostParts.reverse()

  if (hostParts[1] == 's3') {
    hostParts[0] = 's3'
    hostParts[1] = 'us-east-1'
  } else {
    for (var i = 0; i < 2; i++) {
      if (/^s3-/.test(hostParts[i])) {
        hostParts[1] = hostParts[i].slice(3)
        hostParts[0] = 's3'
        break
      }
    }
  }

  return hostParts
}

// http://docs.aws.amazon.com/general/latest/gr/rande.html
RequestSigner.prototype.isSingleRegion = function() {
  // Special case for S3 and SimpleDB in us-east-1
  if (['s3', 'sdb'].indexOf(this.service) >= 0 && this.region === 'us-east-1') return true

  return ['cloudfront', 'ls', 'route53', 'iam', 'importexport', 'sts']
    .indexOf(this.service) >= 0
}

RequestSigner.prototype.createHost = function() {
  var region = this.isSingleRegion() ? '' : '.' + this.region,
      subdomain = this.service === 'ses' ? 'email' : this.service
  return subdomain + region + '.amazonaws.com'
}

RequestSigner.prototype.prepareRequest = function() {
  this.parsePath()

  var request = this.request, headers = request.headers, query

  if (request.signQuery) {

    this.parsedPath.query = query = this.parsedPath.query || {}

    if (this.credentials.sessionToken)
      query['X-Amz-Security-Token'] = this.credentials.sessionToken

    if (this.service === 's3' && !query['X-Amz-Expires'])
      query['X-Amz-Expires'] = 86400

    if (query['X-Amz-Date'])
      this.datetime = query['X-Amz-Date']
    else
      query['X-Amz-Date'] = this.getDateTime()

    query['X-Amz-Algorithm'] = 'AWS4-HMAC-SHA256'
    query['X-Amz-Credential'] = this.credentials.accessKeyId + '/' + this.credentialString()
    query['X-Amz-SignedHeaders'] = this.signedHeaders()

  } else {

    if (!request.doNotModifyHeaders && !this.isCodeCommitGit) {
      if (request.body && !headers['Content-Type'] && !headers['content-type'])
        headers['Content-Type'] = 'application/x-www-form-urlencoded; charset=utf-8'

      if (request.body && !headers['Content-Length'] && !headers['content-length'])
        headers['Content-Length'] = Buffer.byteLength(request.body)

      if (this.credentials.sessionToken && !headers['X-Amz-Security-Token'] && !headers['x-amz-security-token'])
        headers['X-Amz-Security-Token'] = this.credentials.sessionToken

      if (this.service === 's3' && !headers['X-Amz-Content-Sha256'] && !headers['x-amz-content-sha256'])
        headers['X-Amz-Content-Sha256'] = hash(this.request.body || '', 'hex')

      if (headers['X-Amz-Date'] || headers['x-amz-date'])
        this.datetime = headers['X-Amz-Date'] || headers['x-amz-date']
      else
        headers['X-Amz-Date'] = this.getDateTime()
    }

    delete headers.Authorization
    delete headers.authorization
  }
}

RequestSigner.prototype.sign = function() {
  if (!this.parsedPath) this.prepareRequest()

  if (this.request.signQuery) {
    this.parsedPath.query['X-Amz-Signature'] = this.signature()
  } else {
    this.request.headers.Authorization = this.authHeader()
  }

  this.request.path = this.formatPath()

  return this.request
}

RequestSigner.prototype.getDateTime = function() {
  if (!this.datetime) {
    var headers = this.request.headers,
      date = new Date(headers.Date || headers.date || new Date)

    this.datetime = date.toISOString().replace(/[:\-]|\.\d{3}/g, '')

    // Remove the trailing 'Z' on the timestamp string for CodeCommit git access
    if (this.isCodeCommitGit) this.datetime = this.datetime.slice(0, -1)
  }
  return this.datetime
}

RequestSigner.prototype.getDate = function() {
  return this.getDateTime().substr(0, 8)
}

RequestSigner.prototype.authHeader = function() {
  return [
    'AWS4-HMAC-SHA256 Credential=' + this.credentials.accessKeyId + '/' + this.credentialString(),
    'SignedHeaders=' + this.signedHeaders(),
    'Signature=' + this.signature(),
  ].join(', ')
}

RequestSigner.prototype.signature = function() {
  var date = this.getDate(),
      cacheKey = [this.credentials.secretAccessKey, date, this.region, this.service].join(),
      kDate, kRegion, kService, kCredentials = credentialsCache.get(cacheKey)
  if (!kCredentials) {
    kDate = hmac('AWS4' + this.credentials.secretAccessKey, date)
    kRegion = hmac(kDate, this.region)
    kService = hmac(kRegion, this.service)
    kCredentials = hmac(kService, 'aws4_request')
    credentialsCache.set(cacheKey, kCredentials)
  }
  return hmac(kCredentials, this.stringToSign(), 'hex')
}

RequestSigner.prototype.stringToSign = function() {
  return [
    'AWS4-HMAC-SHA256',
    this.getDateTime(),
    this.credentialString(),
    hash(this.canonicalString(), 'hex'),
  ].join('\n')
}

RequestSigner.prototype.canonicalString = function() {
  if (!this.parsedPath) this.prepareRequest()

  var pathStr = this.parsedPath.path,
      query = this.parsedPath.query,
      headers = this.request.headers,
      queryStr = '',
      normalizePath = this.service !== 's3',
      decodePath = this.service === 's3' || this.request.doNotEncodePath,
      decodeSlashesInPath = this.service === 's3',
      firstValOnly = this.service === 's3',
      bodyHash

  if (this.service === 's3' && this.request.signQuery) {
    bodyHash = 'UNSIGNED-PAYLOAD'
  } else if (this.isCodeCommitGit) {
    bodyHash = ''
  } else {
    bodyHash = headers['X-Amz-Content-Sha256'] || headers['x-amz-content-sha256'] ||
      hash(this.request.body || '', 'hex')
  }

  if (query) {
    var reducedQuery = Object.keys(query).reduce(function(obj, key) {
      if (!key) return obj
      obj[encodeRfc3986Full(key)] = !Array.isArray(query[key]) ? query[key] :
        (firstValOnly ? query[key][0] : query[key])
      return obj
    }, {})
    var encodedQueryPieces = []
    Object.keys(reducedQuery).sort().forEach(function(key) {
      if (!Array.isArray(reducedQuery[key])) {
        encodedQueryPieces.push(key + '=' + encodeRfc3986Full(reducedQuery[key]))
      } else {
        reducedQuery[key].map(encodeRfc3986Full).sort()
          .forEach(function(val) { encodedQueryPieces.push(key + '=' + val) })
      }
    })
    queryStr = encodedQueryPieces.join('&')
  }
  if (pathStr !== '/') {
    if (normalizePath) pathStr = pathStr.replace(/\/{2,}/g, '/')
    pathStr = pathStr.split('/').reduce(function(path, piece) {
      if (normalizePath && piece === '..') {
        path.pop()
      } else if (!normalizePath || piece !== '.') {
        if (decodePath) piece = decodeURIComponent(piece.replace(/\+/g, ' '))
        path.push(encodeRfc3986Full(piece))
      }
      return path
    }, []).join('/')
    if (pathStr[0] !== '/') pathStr = '/' + pathStr
    if (decodeSlashesInPath) pathStr = pathStr.replace(/%2F/g, '/')
  }

  return [
    this.request.method || 'GET',
    pathStr,
    queryStr,
    this.canonicalHeaders() + '\n',
    this.signedHeaders(),
    bodyHash,
  ].join('\n')
}

RequestSigner.prototype.filterHeaders = function() {
  var headers = this.request.headers,
      extraHeadersToInclude = this.extraHeadersToInclude,
      extraHeadersToIgnore = this.extraHeadersToIgnore
  this.filteredHeaders = Object.keys(headers)
    .map(function(key) { return [key.toLowerCase(), headers[key]] })
    .filter(function(entry) {
      return extraHeadersToInclude[entry[0]] ||
        (HEADERS_TO_IGNORE[entry[0]] == null && !extraHeadersToIgnore[entry[0]])
    })
    .sort(function(a, b) { return a[0] < b[0] ? -1 : 1 })
}

RequestSigner.prototype.canonicalHeaders = function() {
  if (!this.filteredHeaders) this.filterHeaders()

  return this.filteredHeaders.map(function(entry) {
    return entry[0] + ':' + entry[1].toString().trim().replace(/\s+/g, ' ')
  }).join('\n')
}

RequestSigner.prototype.signedHeaders = function() {
  if (!this.filteredHeaders) this.filterHeaders()

  return this.filteredHeaders.map(function(entry) { return entry[0] }).join(';')
}

RequestSigner.prototype.credentialString = function() {
  return [
    this.getDate(),
    this.region,
    this.service,
    'aws4_request',
  ].join('/')
}

RequestSigner.prototype.defaultCredentials = function() {
  var env = process.env
  return {
    accessKeyId: env.AWS_ACCESS_KEY_ID || env.AWS_ACCESS_KEY,
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY || env.AWS_SECRET_KEY,
    sessionToken: env.AWS_SESSION_TOKEN,
  }
}

RequestSigner.prototype.parsePath = function() {
  var path = this.request.path || '/'

  // S3 doesn't always encode characters > 127 correctly and
  // all services don't encode characters > 255 correctly
  // So if there are non-reserved chars (and it's not already all % encoded), just encode them all
  if (/[^0-9A-Za-z;,/?:@&=+$\-_.!~*'()#%]/.test(path)) {
    path = encodeURI(decodeURI(path))
  }

  var queryIx = path.indexOf('?'),
      query = null

  if (queryIx >= 0) {
    query = querystring.parse(path.slice(queryIx + 1))
    path = path.slice(0, queryIx)
  }

  this.parsedPath = {
    path: path,
    query: query,
  }
}

RequestSigner.prototype.formatPath = function() {
  var path = this.parsedPath.path,
      query = this.parsedPath.query

  if (!query) return path

  // Services don't support empty query string keys
  if (query[''] != null) delete query['']

  return path + '?' + encodeRfc3986(querystring.stringify(query))
}

aws4.RequestSigner = RequestSigner

aws4.sign = function(request, credentials) {
  return new RequestSigner(request, credentials).sign()
}


/***/ }),

/***/ 638:
/***/ ((module) => {

module.exports = function(size) {
  return new LruCache(size)
}

function LruCache(size) {
  this.capacity = size | 0
  this.map = Object.create(null)
  this.list = new DoublyLinkedList()
}

LruCache.prototype.get = function(key) {
  var node = this.map[key]
  if (node == null) return undefined
  this.used(node)
  return node.val
}

LruCache.prototype.set = function(key, val) {
  var node = this.map[key]
  if (node != null) {
    node.val = val
  } else {
    if (!this.capacity) this.prune()
    if (!this.capacity) return false
    node = new DoublyLinkedNode(key, val)
    this.map[key] = node
    this.capacity--
  }
  this.used(node)
  return true
}

LruCache.prototype.used = function(node) {
  this.list.moveToFront(node)
}

LruCache.prototype.prune = function() {
  var node = this.list.pop()
  if (node != null) {
    delete this.map[node.key]
    this.capacity++
  }
}


function DoublyLinkedList() {
  this.firstNode = null
  this.lastNode = null
}

DoublyLinkedList.prototype.moveToFront = function(node) {
  if (this.firstNode == node) return

  this.remove(node)

  if (this.firstNode == null) {
    this.firstNode = node
    this.lastNode = node
    node.prev = null
    node.next = null
  } else {
    node.prev = null
    node.next = this.firstNode
    node.next.prev = node
    this.firstNode = node
  }
}

DoublyLinkedList.prototype.pop = function() {
  var lastNode = this.lastNode
  if (lastNode != null) {
    this.remove(lastNode)
  }
  return lastNode
}

DoublyLinkedList.prototype.remove = function(node) {
  if (this.firstNode == node) {
    this.firstNode = node.next
  } else if (node.prev != null) {
    node.prev.next = node.next
  }
  if (this.lastNode == node) {
    this.lastNode = node.prev
  } else if (node.next != null) {
    node.next.prev = node.prev
  }
}


function DoublyLinkedNode(key, val) {
  this.key = key
  this.val = val
  this.prev = null
  this.next = null
}


/***/ }),

/***/ 982:
/***/ ((module) => {

module.exports = loadLater("crypto");

/***/ }),

/***/ 480:
/***/ ((module) => {

module.exports = loadNow("querystring");

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
  aZ: () => (/* binding */ environmentKeys),
  MH: () => (/* reexport */ lookUpDenial),
  J$: () => (/* binding */ lookUpRole),
  rm: () => (/* binding */ lookUpSubjectForm)
});

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
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
function proxyFor(url, variables) {
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
    if ((0,external_node_net_namespaceObject.isIP)(host) !== 0)
        return (0,external_node_net_namespaceObject.isIP)(name) !== 0 && isWithin(`${name}/${(0,external_node_net_namespaceObject.isIP)(name) === 4 ? 32 : 128}`, host);
    return host === name || host.endsWith(`.${name}`);
}
/** An IPv6 address has colons of its own: with a port it stands in brackets, alone it may. */
function hostAndPort(item) {
    const [, bracketed, portBehind] = /^\[([^\]]+)\](?::(\d+))?$/.exec(item) ?? [];
    if (bracketed !== undefined)
        return [bracketed, portBehind];
    if ((0,external_node_net_namespaceObject.isIP)(item.split('/')[0] ?? '') === 6)
        return [item, undefined];
    const [, name = item, port] = /^(.*?)(?::(\d+))?$/.exec(item) ?? [];
    return [name, port];
}
/** Whether an address lies in a range such as 10.0.0.0/8 or fd00::/8. */
function isWithin(range, host) {
    const [network = '', bits = ''] = range.split('/');
    const family = (0,external_node_net_namespaceObject.isIP)(network);
    const most = family === 4 ? 32 : 128;
    if (family === 0 || (0,external_node_net_namespaceObject.isIP)(host) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > most)
        return false;
    const list = new external_node_net_namespaceObject.BlockList();
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
function httpTunnel(proxy, options) {
    const agent = new external_node_http_namespaceObject.Agent(options);
    const open = tunnel_opener(agent, proxy, options);
    agent.createConnection = (wanted, made) => {
        open(wanted).then(socket => made?.(null, socket), (error) => fail(made, error));
        return undefined;
    };
    return agent;
}
/** The same for https. */
function httpsTunnel(proxy, options) {
    const agent = new external_node_https_namespaceObject.Agent(options);
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
    const target = `${(0,external_node_net_namespaceObject.isIPv6)(host ?? '') ? `[${host}]` : host}:${port}`;
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
        ? (0,external_node_http_namespaceObject.request)(options)
        : (0,external_node_https_namespaceObject.request)({ ...options, servername: proxy.host, ...(ca && { ca }) });
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
    throw new failure_Failure('wrong-input', {
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
    const trust = own === undefined ? {} : { ca: [...external_node_tls_namespaceObject.rootCertificates, own].concat(extra) };
    const options = { keepAlive: true, ...trust };
    // One of each kind for each proxy, made when it is needed: Node's https takes milliseconds to load.
    const http = new Map();
    const https = new Map();
    return {
        httpAgent: url => agentOf(http, usableProxy(url, variables), proxy => proxy === undefined ? new external_node_http_namespaceObject.Agent(options) : httpTunnel(proxy, options)),
        httpsAgent: url => agentOf(https, usableProxy(url, variables), proxy => proxy === undefined ? new external_node_https_namespaceObject.Agent(options) : httpsTunnel(proxy, options)),
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
        return (0,external_node_fs_namespaceObject.readFileSync)(bundle, 'utf8');
    }
    catch (error) {
        throw new failure_Failure('wrong-input', {
            what: `The certificate authorities that AWS_CA_BUNDLE names cannot be read: ${printable_printable(bundle, 300)}.`,
            why: printable_printable(error instanceof Error ? error.message : String(error), 300),
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
const PARTITIONS = [
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
const KNOWN_REGIONS = PARTITIONS.flatMap(({ regions }) => regions.split(' '));
;// CONCATENATED MODULE: ./lib/bundling/aws/names.js

/** @returns the account ID, or undefined when the text is not exactly 12 digits */
function accountId(text) {
    return /^\d{12}$/.test(text) ? text : undefined;
}
/** @returns the Region, or undefined when the text cannot be a Region's code */
function region(text) {
    return /^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/.test(text) ? text : undefined;
}
function names_partitionOf(place) {
    return partitionRow(place).id;
}
/** The audience that an identity provider for GitHub has in the partition of a Region. */
function defaultAudience(place) {
    return partitionRow(place).audience;
}
/** What hosts of services end in: those of a Region, and those that speak IPv6 too. */
function names_domainsOf(place) {
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
// EXTERNAL MODULE: ./node_modules/aws4/aws4.js
var aws4 = __nccwpck_require__(832);
;// CONCATENATED MODULE: ./lib/bundling/aws/endpoint.js



/**
 * Which STS is asked for a Region: the one that an input names, else the environment, else the Region's own, as the AWS
 * SDKs read the environment (AWS SDKs and Tools Reference Guide: service-specific endpoints, FIPS, dual-stack). Files of
 * the machine have no say: the job's token must not go where an earlier job wrote.
 *
 * @param given URL of the input; undefined or '': none
 * @throws Failure `wrong-input` when a variable has no meaning, or two of them exclude each other
 */
function stsEndpoint(region, given, variables) {
    const named = given ? new URL(given) : endpointOfEnvironment(variables, 'STS');
    const fips = isOn(variables, 'AWS_USE_FIPS_ENDPOINT');
    const dualStack = isOn(variables, 'AWS_USE_DUALSTACK_ENDPOINT');
    if (named === undefined)
        return new URL(`https://${stsHost(region, fips, dualStack)}`);
    if (!fips && !dualStack)
        return named;
    const variable = fips ? 'AWS_USE_FIPS_ENDPOINT' : 'AWS_USE_DUALSTACK_ENDPOINT';
    throw new Failure('wrong-input', {
        what: `${variable} is true, and an endpoint of STS is named beside it: only one of them can count.`,
        why: `The endpoint is ${printable(named.host, 100)}. A ${fips ? 'FIPS' : 'dual-stack'} endpoint is one of AWS's own.`,
        likely: `The runner sets ${variable} for every job, and this one has \`sts-endpoint\` or AWS_ENDPOINT_URL_STS.`,
        write: `Name the endpoint itself (https://${stsHost(region, fips, dualStack)}) as \`sts-endpoint\` and set ${variable} to false for this step,\nor remove the endpoint.`,
    });
}
/** The host of AWS's own endpoint (the SDK's rules for STS; a test compares them). */
function stsHost(region, fips, dualStack) {
    const { dns, dualStack: both } = domainsOf(region);
    if (dualStack)
        return `sts${fips ? '-fips' : ''}.${region}.${both}`;
    return fips && partitionOf(region) !== 'aws-us-gov' ? `sts-fips.${region}.${dns}` : `sts.${region}.${dns}`;
}
/**
 * The endpoint of a service that the environment names.
 *
 * @returns undefined when none is named: the Region's own counts
 * @throws Failure `wrong-input` when what is named is no URL
 */
function endpointOfEnvironment(variables, service) {
    if (variables['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true')
        return undefined;
    const name = [`AWS_ENDPOINT_URL_${service}`, 'AWS_ENDPOINT_URL'].find(variable => variables[variable]);
    const given = name && variables[name];
    if (!given)
        return undefined;
    if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol))
        return new URL(given);
    throw new failure_Failure('wrong-input', {
        what: `${name} is not the URL of an endpoint.`,
        why: `It is set to ${printable_printable(given, 100)}.`,
        write: 'Write it whole, with https:// in front, or remove it.',
    });
}
function isOn(variables, name) {
    const value = variables[name] ?? '';
    if (/^true$/i.test(value))
        return true;
    if (value === '' || /^false$/i.test(value))
        return false;
    throw new Failure('wrong-input', {
        what: `${name} must be true or false.`,
        why: `It is set to ${printable(value, 100)}.`,
        write: 'Set it to true or false, or remove it.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/aws/query.js
/** Version of the STS API; every request of the Query protocol names that of its service. */
const STS_VERSION = '2011-06-15';
const FORM = 'application/x-www-form-urlencoded; charset=utf-8';
/** The body of a request of the Query protocol. */
function queryBody(action, parameters, version = STS_VERSION) {
    const form = new URLSearchParams({ Action: action, Version: version });
    for (const [name, value] of Object.entries(parameters))
        if (value !== undefined)
            form.set(name, value);
    return form.toString();
}
/** The text of the first element of that name that holds nothing but text. STS's answers are XML of a fixed form. */
function query_element(body, name) {
    const start = body.indexOf(`<${name}>`);
    if (start < 0)
        return undefined;
    const from = start + name.length + 2;
    const end = body.indexOf('<', from);
    if (end < 0 || !body.startsWith(`</${name}>`, end))
        return undefined;
    return unescaped(body.slice(from, end)).trim();
}
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function unescaped(text) {
    return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
        if (name !== undefined)
            return ENTITIES[String(name).toLowerCase()] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
/** What an answer of AWS says when it is an error; `code` undefined: it is none of AWS's. */
function saidBy({ status, headers, body }) {
    const requestId = query_element(body, 'RequestId') ?? headers['x-amzn-requestid']?.toString();
    // Half of an answer says half of what AWS said.
    const isError = status >= 400 && body.includes('<ErrorResponse') && body.includes('</ErrorResponse>');
    const code = isError ? query_element(body, 'Code') : undefined;
    return { code: code || undefined, message: query_element(body, 'Message') ?? '', requestId };
}
;// CONCATENATED MODULE: ./lib/bundling/aws/send.js



/**
 * There was no answer. `code` is Node's or OpenSSL's, or one of ours: `NoConnection`, `NoAnswer`, `TimeIsUp`,
 * `TooLarge`, `ProxyRefusal`.
 */
class NoAnswer extends Error {
    name = 'NoAnswer';
    code;
    /** Host, and port where it is not the usual one, that was asked. */
    host;
    proxy;
    /** Of the proxy, when it opened no way. */
    status;
    constructor(cause, { url }, connection) {
        super(messageOf(cause), { cause });
        this.code = codeOf(cause);
        this.host = url.host;
        this.proxy = connection.proxyOf(url);
        this.status = cause instanceof ProxyRefusal ? cause.status : undefined;
    }
}
/** Milliseconds: to connect, and for the whole of it. */
const CONNECT_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 10_000;
/** Bytes; the answers that are wanted have some two thousand. */
const LARGEST_ANSWER = 256 * 1024;
/**
 * Sends one request and reads the answer, whatever it is.
 *
 * @param signal ends it when the time for everything is up
 * @throws NoAnswer when none came
 */
async function send(request, connection, signal) {
    try {
        return await exchanged(request, connection, signal);
    }
    catch (error) {
        throw new NoAnswer(signal.aborted ? new Ended('TimeIsUp', 'the time was up') : error, request, connection);
    }
}
/** One of our own reasons to give up. */
class Ended extends Error {
    code;
    constructor(code, message) {
        super(message);
        this.code = code;
    }
}
function exchanged({ method, url, headers, body }, connection, signal) {
    return new Promise((done, failed) => {
        if (signal.aborted)
            return failed(new Ended('TimeIsUp', 'the time was up'));
        const options = { method, headers };
        const outgoing = url.protocol === 'https:'
            ? (0,external_node_https_namespaceObject.request)(url, { ...options, agent: connection.httpsAgent(url) })
            : (0,external_node_http_namespaceObject.request)(url, { ...options, agent: connection.httpAgent(url) });
        // A request that still waits for its connection says nothing when it is destroyed, so this is told here.
        const stop = limitTime(outgoing, signal, reason => {
            stop();
            outgoing.destroy(reason);
            failed(reason);
        });
        outgoing.on('error', error => {
            stop();
            failed(error);
        });
        outgoing.on('response', answer => {
            read(answer).then(done, failed).finally(stop);
        });
        outgoing.end(body);
    });
}
/** @returns ends the limits */
function limitTime(outgoing, signal, giveUp) {
    const connecting = setTimeout(() => giveUp(new Ended('NoConnection', `no connection within ${CONNECT_TIMEOUT / 1000} s`)), CONNECT_TIMEOUT);
    const answering = setTimeout(() => giveUp(new Ended('NoAnswer', `no answer within ${REQUEST_TIMEOUT / 1000} s`)), REQUEST_TIMEOUT);
    const end = () => giveUp(new Ended('TimeIsUp', 'the time was up'));
    signal.addEventListener('abort', end, { once: true });
    outgoing.on('finish', () => clearTimeout(connecting));
    return () => {
        clearTimeout(connecting);
        clearTimeout(answering);
        signal.removeEventListener('abort', end);
    };
}
async function read(answer) {
    const parts = [];
    let size = 0;
    for await (const part of answer) {
        if (!Buffer.isBuffer(part))
            continue;
        size += part.length;
        if (size > LARGEST_ANSWER) {
            answer.destroy();
            throw new Ended('TooLarge', `the answer has more than ${LARGEST_ANSWER / 1024} KB`);
        }
        parts.push(part);
    }
    return {
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        body: Buffer.concat(parts).toString('utf8'),
    };
}
function codeOf(error) {
    if (error instanceof ProxyRefusal)
        return 'ProxyRefusal';
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : 'NoAnswer';
}
/** Of several addresses that were tried Node tells the errors, and no message. */
function messageOf(error) {
    if (error instanceof AggregateError)
        return error.errors.map(messageOf).join('; ');
    return error instanceof Error ? error.message : String(error);
}
;// CONCATENATED MODULE: ./lib/bundling/aws/role-reader.js




const IAM_VERSION = '2010-05-08';
/** IAM has one endpoint in each partition, in this Region (AWS SDK, endpoint rules of IAM). */
const ENDPOINTS = {
    aws: ['iam.amazonaws.com', 'us-east-1'],
    'aws-cn': ['iam.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    'aws-us-gov': ['iam.us-gov.amazonaws.com', 'us-gov-west-1'],
    'aws-iso': ['iam.us-iso-east-1.c2s.ic.gov', 'us-iso-east-1'],
    'aws-iso-b': ['iam.us-isob-east-1.sc2s.sgov.gov', 'us-isob-east-1'],
    'aws-iso-e': ['iam.eu-isoe-west-1.cloud.adc-e.uk', 'eu-isoe-west-1'],
    'aws-iso-f': ['iam.us-isof-south-1.csp.hci.ic.gov', 'us-isof-south-1'],
    'aws-eusc': ['iam.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1'],
};
/**
 * Asks IAM once for a role (GetRole, needs `iam:GetRole`). IAM goes by the name alone and looks in the account of
 * whoever asks, so that the answer is compared with the ARN that is meant.
 *
 * @param pair given by the caller: no credentials are looked for
 */
async function getRole(role, pair, place, signal) {
    const [host, region] = ENDPOINTS[role.partition] ?? ['iam.amazonaws.com', 'us-east-1'];
    const url = endpointOfEnvironment(place.variables, 'IAM') ?? new URL(`https://${host}`);
    const body = queryBody('GetRole', { RoleName: role.name.split('/').at(-1) }, IAM_VERSION);
    const path = url.pathname + url.search;
    const headers = { 'Content-Type': FORM, 'User-Agent': 'aws-temp-creds' };
    const signed = aws4.sign({ method: 'POST', host: url.host, path, service: 'iam', region, headers, body }, { ...pair });
    try {
        const answer = await send({ method: 'POST', url, headers: signed.headers ?? {}, body }, place.connection, signal);
        return understood(answer, role);
    }
    catch (error) {
        if (error instanceof NoAnswer)
            return { kind: 'unreachable', why: error.message };
        throw error;
    }
}
function understood(answer, role) {
    const trustPolicy = query_element(answer.body, 'AssumeRolePolicyDocument');
    const arn = query_element(answer.body, 'Arn');
    if (answer.status === 200 && trustPolicy !== undefined && arn !== undefined)
        return arn === role.arn ? { kind: 'role', trustPolicy } : { kind: 'another', arn };
    const { code, message } = saidBy(answer);
    if (code === 'NoSuchEntity')
        return { kind: 'missing' };
    if (code !== undefined)
        return { kind: 'refused', code, message };
    return { kind: 'unreachable', why: `HTTP ${answer.status} without an answer of IAM` };
}
;// CONCATENATED MODULE: ./lib/bundling/trust/json.js
/** @returns undefined for a text that is no JSON */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** @returns the properties of an object, undefined for anything else than one */
function objectOf(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
    return Object.fromEntries(Object.entries(value));
}
/**
 * The names that stand twice in one object of a JSON text. A parser keeps the last of them without a word, so that a
 * condition which somebody wrote is not there any more.
 *
 * @param json a text that JSON.parse takes; of another the answer is of no use
 */
function repeatedKeys(json) {
    const repeated = new Set();
    /** The names seen in each object that is open; undefined for an array. */
    const open = [];
    for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
        if (token === '{')
            open.push(new Set());
        else if (token === '[')
            open.push(undefined);
        else if (token === '}' || token === ']')
            open.pop();
        else if (/^\s*:/.test(json.slice(index + token.length, index + token.length + 64))) {
            const names = open.at(-1);
            const name = String(JSON.parse(token));
            if (names?.has(name))
                repeated.add(name);
            names?.add(name);
        }
    }
    return [...repeated];
}
;// CONCATENATED MODULE: ./lib/bundling/trust/operator.js
/** By name in lower case: what is compared, and whether it is the negation. */
const OPERATORS = new Map([
    ['stringequals', ['exact', false]],
    ['stringnotequals', ['exact', true]],
    ['stringequalsignorecase', ['ignoring-case', false]],
    ['stringnotequalsignorecase', ['ignoring-case', true]],
    ['stringlike', ['wildcards', false]],
    ['stringnotlike', ['wildcards', true]],
    ['arnequals', ['arn', false]],
    ['arnlike', ['arn', false]],
    ['arnnotequals', ['arn', true]],
    ['arnnotlike', ['arn', true]],
    ['bool', ['boolean', false]],
    ['null', ['null', false]],
    ['numericequals', ['not-compared', false]],
    ['numericnotequals', ['not-compared', true]],
    ['numericlessthan', ['not-compared', false]],
    ['numericlessthanequals', ['not-compared', false]],
    ['numericgreaterthan', ['not-compared', false]],
    ['numericgreaterthanequals', ['not-compared', false]],
    ['dateequals', ['not-compared', false]],
    ['datenotequals', ['not-compared', true]],
    ['datelessthan', ['not-compared', false]],
    ['datelessthanequals', ['not-compared', false]],
    ['dategreaterthan', ['not-compared', false]],
    ['dategreaterthanequals', ['not-compared', false]],
    ['ipaddress', ['not-compared', false]],
    ['notipaddress', ['not-compared', true]],
    ['binaryequals', ['not-compared', false]],
]);
/**
 * Takes an operator's name apart: `ForAnyValue:StringLikeIfExists` (IAM User Guide, condition operators; condition set
 * operators).
 *
 * @returns undefined for one that IAM does not have, `NullIfExists` among them
 */
function readOperator(name) {
    const match = /^(?:(foranyvalue|forallvalues):)?([a-z]+?)(ifexists)?$/.exec(name.toLowerCase());
    const [, set, base = '', suffix] = match ?? [];
    const [comparison, negated] = OPERATORS.get(base) ?? [];
    if (comparison === undefined || negated === undefined)
        return undefined;
    const ifExists = suffix !== undefined;
    if (comparison === 'null' && ifExists)
        return undefined;
    const quantifier = set === undefined ? undefined : set === 'foranyvalue' ? 'ForAnyValue' : 'ForAllValues';
    return { quantifier, comparison, negated, ifExists };
}
/** Whether the operator holds for a token that does not have the claim. */
function holdsWithoutKey({ quantifier, negated, ifExists }) {
    if (ifExists || quantifier === 'ForAllValues')
        return true;
    return negated && quantifier === undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/trust/statement-reader.js


const ELEMENTS = new Set(['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition']);
const PRINCIPAL_KINDS = new Set(['AWS', 'Federated', 'Service', 'CanonicalUser']);
/** Reads one statement; what cannot be read of it is named in the faults. */
function statementOf(value, index) {
    const found = [];
    const given = objectOf(value);
    if (given === undefined)
        found.push('it is not an object');
    const { Sid, Effect, Action, NotAction, Condition: conditions, ...others } = given ?? {};
    for (const name of Object.keys(others).filter(element => !ELEMENTS.has(element)))
        found.push(/^(?:Not)?Resource$/.test(name)
            ? `a trust policy has no ${name}: the role itself is the resource`
            : `there is no element ${name} in a statement`);
    if (Effect !== 'Allow' && Effect !== 'Deny')
        found.push('Effect is neither Allow nor Deny');
    if (Sid !== undefined && !(typeof Sid === 'string' && /^[A-Za-z0-9]*$/.test(Sid)))
        found.push('a Sid has letters and digits only');
    const statement = {
        index,
        sid: typeof Sid === 'string' ? Sid : undefined,
        effect: Effect === 'Allow' || Effect === 'Deny' ? Effect : undefined,
        principals: principalsOf(others['Principal'], others['NotPrincipal'], found),
        actions: actionsOf(Action, NotAction, found),
        conditions: conditionsOf(conditions, found),
    };
    if (Effect === 'Allow' && statement.principals?.negated)
        found.push('NotPrincipal does not go with Allow');
    return { statement, faults: found.map(why => ({ statement: index, why })) };
}
function principalsOf(given, not, found) {
    if ((given === undefined) === (not === undefined)) {
        found.push(given === undefined ? 'it has no Principal' : 'it has both Principal and NotPrincipal');
        if (given === undefined)
            return undefined;
    }
    const negated = given === undefined;
    const value = negated ? not : given;
    if (value === '*')
        return { negated, everyone: true, named: [] };
    const map = objectOf(value);
    if (map === undefined) {
        found.push('Principal is neither "*" nor an object');
        return undefined;
    }
    const named = Object.entries(map).flatMap(([kind, names]) => {
        if (!PRINCIPAL_KINDS.has(kind))
            found.push(`there is no kind of principal ${kind}`);
        return textsOf(names, `Principal.${kind}`, found).map(name => ({ kind, name }));
    });
    for (const { kind, name } of named)
        if (kind === 'Federated' && !FEDERATED.test(name))
            found.push('a federated principal is the ARN of a provider, or the domain of one that AWS knows');
    return { negated, everyone: named.some(({ kind, name }) => kind === 'AWS' && name === '*'), named };
}
/** IAM: "Federated principals must be valid domain names or SAML metadata ARNs". */
const FEDERATED = /^(?:arn:aws[a-z-]*:iam::\d{12}:(?:oidc|saml)-provider\/\S+|(?:[a-z0-9-]+\.)+[a-z]{2,})$/i;
function actionsOf(action, not, found) {
    if ((action === undefined) === (not === undefined))
        found.push(action === undefined ? 'it has no Action' : 'it has both Action and NotAction');
    const negated = action === undefined && not !== undefined;
    const patterns = textsOf(negated ? not : (action ?? []), negated ? 'NotAction' : 'Action', found);
    if (!negated && patterns.some(pattern => !/^(?:sts:|\*$)/i.test(pattern)))
        found.push('a trust policy has actions of sts only');
    return { negated, patterns };
}
function textsOf(value, name, found) {
    const list = [value].flat();
    if (list.some(item => typeof item !== 'string'))
        found.push(`${name} is neither a text nor a list of texts`);
    return list.filter(item => typeof item === 'string');
}
function conditionsOf(value, found) {
    if (value === undefined)
        return [];
    const operators = objectOf(value);
    if (operators === undefined) {
        found.push('Condition is not an object');
        return [{ operator: 'Condition', key: '', values: [], unreadable: true }];
    }
    return Object.entries(operators).flatMap(([operator, keys]) => {
        if (readOperator(operator) === undefined)
            found.push(`there is no condition operator ${operator}`);
        const map = objectOf(keys);
        if (map !== undefined)
            return Object.entries(map).map(([key, values]) => conditionOf(operator, key, values, found));
        found.push(`${operator} does not name a key`);
        return [{ operator, key: '', values: [], unreadable: true }];
    });
}
function conditionOf(operator, key, given, found) {
    const list = [given].flat();
    const values = list.filter(item => ['string', 'number', 'boolean'].includes(typeof item)).map(String);
    const unreadable = values.length < list.length;
    if (unreadable)
        found.push(`${key} under ${operator} has a value that is no text`);
    if (!key.includes(':'))
        found.push(`${key === '' ? 'an empty text' : key} is no condition key`);
    return { operator, key, values, unreadable };
}
;// CONCATENATED MODULE: ./lib/bundling/trust/policy.js


/** Characters; IAM's own maximum is 4,096 without white space. */
const LARGEST = 128 * 1024;
/**
 * Reads a trust policy, as a file has it or percent-encoded as IAM's answers have it. What IAM would refuse is kept as
 * `faults`, and the rest is read: only a text without statements is no policy.
 */
function readTrustPolicy(text) {
    if (text.length > LARGEST)
        return { unreadable: 'it is much longer than any trust policy' };
    const json = policy_decoded(text.replace(/^\uFEFF/, ''));
    const document = objectOf(parseJson(json));
    if (document === undefined)
        return { unreadable: 'it is not a JSON object' };
    const { Version, Id, Statement, ...others } = document;
    if (Statement === undefined)
        return { unreadable: 'it has no Statement' };
    const read = [Statement].flat().map(statementOf);
    const faults = [
        ...Object.keys(others).map(name => ({ why: `there is no element ${name} in a policy` })),
        ...repeatedKeys(json).map(name => ({ why: `${name} stands twice in the same object` })),
        ...(Version === undefined || Version === '2012-10-17' || Version === '2008-10-17'
            ? []
            : [{ why: 'Version is neither 2012-10-17 nor 2008-10-17' }]),
        ...(Id === undefined || typeof Id === 'string' ? [] : [{ why: 'Id is not a text' }]),
        ...(read.length === 0 ? [{ why: 'there is no statement in it' }] : []),
        ...read.flatMap(({ faults: own }) => own),
        ...repeatedSids(read.map(({ statement }) => statement)),
    ];
    return {
        variables: Version === '2012-10-17',
        statements: read.map(({ statement }) => statement),
        faults,
        size: json.replace(/\s/g, '').length,
    };
}
/** @returns whether the text was a policy */
function isPolicy(read) {
    return 'statements' in read;
}
function repeatedSids(statements) {
    const sids = statements.flatMap(({ sid }) => (sid ? [sid] : []));
    const twice = new Set(sids.filter((sid, index) => sids.indexOf(sid) !== index));
    return [...twice].map(sid => ({ why: `two statements have the Sid ${sid}` }));
}
/** IAM's answers hold policies percent-encoded (RFC 3986). */
function policy_decoded(text) {
    if (!/^\s*%7B/i.test(text))
        return text;
    try {
        return decodeURIComponent(text.trim());
    }
    catch {
        return text;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/explain/given-policy.js



/**
 * Reads a trust policy as people have it: the document itself, percent-encoded, or what `aws iam get-role` prints.
 *
 * @param name of the file, for the message
 * @throws Failure `wrong-input` for what is none of these
 */
function givenPolicy(text, name) {
    const { document, role } = policyTextOf(text);
    const read = readTrustPolicy(document);
    if (isPolicy(read))
        return { policy: read, role };
    throw new failure_Failure('wrong-input', {
        what: `${name} is no trust policy: ${read.unreadable}.`,
        likely: 'It is another policy, or not what AWS printed.',
        write: 'aws iam get-role --role-name NAME > role.json\naws-temp-creds explain --trust-policy role.json \u2026',
    });
}
/** The trust policy in a text, which is the policy or what `aws iam get-role` prints, and the ARN of its role. */
function policyTextOf(text) {
    const outer = objectOf(parseJson(text));
    const role = objectOf(outer?.['Role']) ?? outer;
    const document = role?.['AssumeRolePolicyDocument'];
    if (document === undefined)
        return { document: text, role: undefined };
    const arn = role?.['Arn'];
    return {
        document: typeof document === 'string' ? document : JSON.stringify(document),
        role: typeof arn === 'string' ? arn : undefined,
    };
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
;// CONCATENATED MODULE: ./lib/bundling/github/subject-form.js




/**
 * Asks GitHub how the subjects of a repository's tokens begin (`repo:acme@583231/shop@1296269`): the field
 * `sub_claim_prefix` of its OIDC customisation. That, not the date on which it was made, says which form it has.
 *
 * @param repository `OWNER/NAME`
 * @param api base URL of the REST API
 * @param token a GitHub token that may read the repository
 * @throws Failure `refused` or `unreachable` when GitHub does not say
 */
async function subjectForm(repository, api, token, connection, signal) {
    const url = new URL(`${api.pathname.replace(/\/$/, '')}/repos/${repository}/actions/oidc/customization/sub`, api);
    const headers = {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'aws-temp-creds',
        'x-github-api-version': '2022-11-28',
    };
    try {
        const { status, body } = await send({ method: 'GET', url, headers }, connection, signal);
        if (status !== 200)
            throw notTold(repository, status);
        const answer = Fields.parse(body);
        const keys = answer?.list('include_claim_keys').filter(key => typeof key === 'string') ?? [];
        return {
            prefix: answer?.text('sub_claim_prefix'),
            keys: answer?.flag('use_default') === false && keys.length > 0 ? keys : undefined,
        };
    }
    catch (error) {
        if (!(error instanceof NoAnswer))
            throw error;
        throw new failure_Failure('unreachable', {
            what: `GitHub (${url.host}) could not be asked for the subject of ${printable_printable(repository, 200)}.`,
            why: printable_printable(error.message, 300),
        }, { cause: error });
    }
}
function notTold(repository, status) {
    return new failure_Failure('unreachable', {
        what: `GitHub does not say which subject ${printable_printable(repository, 200)} has: HTTP ${status}.`,
        likely: status === 404 || status === 403 || status === 401
            ? 'The token may not read the repository, or has expired.'
            : 'GitHub has trouble.',
        write: 'Take the claims from a token instead: --claims FILE.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/aws/authorization-details.js





/** Pages; each holds many evaluations, of which a request has few. */
const MOST_PAGES = 20;
/**
 * Reads why AWS denied a request (GetRequestAuthorizationDetails of the service iam-toolbox, which is signed as `iam`;
 * needs `iam:GetRequestAuthorizationDetails`, in the principal's account or organization, within 24 hours).
 *
 * @param id as the access-denied message names it: digits and small letters
 */
async function authorizationDetails(id, region, pair, place, signal) {
    const host = `https://iam-toolbox.${region}.${names_domainsOf(region).dns}`;
    const base = endpointOfEnvironment(place.variables, 'IAM_TOOLBOX') ?? new URL(host);
    const evaluations = [];
    const policies = [];
    let token;
    for (let page = 0; page < MOST_PAGES; page += 1) {
        const url = new URL(`${base.pathname.replace(/\/$/, '')}/authorization-details/${encodeURIComponent(id)}`, base);
        if (token !== undefined)
            url.searchParams.set('nextToken', token);
        const answer = await get(url, region, pair, place.connection, signal);
        if ('kind' in answer)
            return answer;
        evaluations.push(...objectsOf(answer, 'evaluations'));
        policies.push(...objectsOf(answer, 'policies'));
        token = answer.text('nextToken');
        if (token === undefined)
            break;
    }
    return { kind: 'record', record: { evaluations, policies } };
}
async function get(url, region, pair, connection, signal) {
    const path = url.pathname + url.search;
    const headers = { 'User-Agent': 'aws-temp-creds' };
    const signed = aws4.sign({ method: 'GET', host: url.host, path, service: 'iam', region, headers }, { ...pair });
    try {
        const { status, body } = await send({ method: 'GET', url, headers: signed.headers ?? {} }, connection, signal);
        const answer = Fields.parse(body);
        if (status === 200 && answer !== undefined)
            return answer;
        return { kind: 'refused', status, message: answer?.text('message') ?? answer?.text('Message') ?? '' };
    }
    catch (error) {
        if (error instanceof NoAnswer)
            return { kind: 'unreachable', why: error.message };
        throw error;
    }
}
/** The objects of a list. */
function objectsOf(from, name) {
    return from.list(name).flatMap(item => Fields.of(item) ?? []);
}
;// CONCATENATED MODULE: ./lib/bundling/stories/explain-denial.js





/**
 * What AWS kept of a request that it denied after a role was entered.
 *
 * @param given the authorization ID, or the whole message that names it
 * @param place the Region of the request; undefined: as the message or the environment says
 * @param pair credentials of the account or organization of whoever was denied
 * @throws Failure when the text has no ID, or AWS does not show it
 */
async function lookUpDenial(given, place, pair, variables, signal) {
    const id = /authorization id:?\s*([0-9a-z]{1,256})/i.exec(given)?.[1] ?? given.trim();
    if (!/^[0-9a-z]{1,256}$/.test(id))
        throw new failure_Failure('wrong-input', {
            what: '--authorization-id has no authorization ID: digits and small letters.',
            why: `It is ${printable_printable(given, 200)}.`,
            write: 'Take it from the end of the access-denied message: \u2026 with the following authorization id: ID',
        });
    const where = regionOf(given, place, variables);
    const connection = connect(variables);
    try {
        const reading = await authorizationDetails(id, where, pair, { variables, connection }, signal);
        if (reading.kind !== 'record')
            throw notShown(reading, id, where);
        return reading.record.evaluations.map(evaluationOf);
    }
    finally {
        connection.close();
    }
}
function regionOf(given, place, variables) {
    const named = place ??
        /[?&]region=([a-z0-9-]+)/.exec(given)?.[1] ??
        variables['AWS_REGION'] ??
        variables['AWS_DEFAULT_REGION'] ??
        '';
    const found = region(named);
    if (found !== undefined)
        return found;
    throw new failure_Failure('wrong-input', {
        what: named === '' ? 'The Region of the request is not known.' : `${printable_printable(named, 100)} is no Region.`,
        write: '--region eu-west-1',
    });
}
function notShown(reading, id, where) {
    const what = `AWS does not show what it kept under the authorization ID ${id} in ${where}.`;
    if (reading.kind === 'unreachable')
        return new failure_Failure('unreachable', { what, why: printable_printable(reading.why, 300) });
    return new failure_Failure('unreachable', {
        what,
        why: `HTTP ${reading.status}: ${printable_printable(reading.message, 300)}`,
        likely: reading.status === 404
            ? 'The ID is of another Region, or older than a day.'
            : 'The credentials lack iam:GetRequestAuthorizationDetails, or are of another account and organization.',
        write: 'Use credentials of the account that was denied (ReadOnlyAccess has the permission), and --region.',
    });
}
function evaluationOf(fields) {
    return {
        action: fields.text('action') ?? 'an action',
        resource: fields.text('resource') ?? '*',
        effect: fields.text('evaluatedEffect') ?? 'IMPLICIT_DENY',
        checks: objectsOf(fields, 'checks').map(checkOf),
    };
}
function checkOf(fields) {
    return {
        type: fields.text('checkType') ?? 'UNKNOWN',
        effect: fields.text('evaluatedEffect') ?? 'NO_IMPACT',
        target: fields.text('targetArn'),
        statements: objectsOf(fields, 'matchedPolicies').flatMap(policy => objectsOf(policy, 'matchedStatements').map(statement => ({
            policy: policy.text('uri') ?? 'a policy',
            sid: statement.text('sid'),
            effect: statement.text('evaluatedEffect') ?? '',
        }))),
    };
}
;// CONCATENATED MODULE: ./lib/bundling/stories/look-up.js








/**
 * Reads the trust policy of a role with the credentials of the environment, which the caller put there: no profile, no
 * file and no metadata service is looked at.
 *
 * @throws Failure when there are none, or IAM does not show the role
 */
async function lookUpRole(arn, variables, signal) {
    const role = parseRoleArn(arn);
    if (role === undefined)
        throw new failure_Failure('wrong-input', {
            what: `--role ${printable_printable(arn, 200)} is not the ARN of a role.`,
            write: '--role arn:aws:iam::111111111111:role/NAME',
        });
    const pair = environmentKeys(variables, arn);
    const connection = connect(variables);
    try {
        const reading = await getRole(role, pair, { variables, connection }, signal);
        if (reading.kind !== 'role')
            throw notRead(reading, arn);
        return { ...givenPolicy(reading.trustPolicy, `The trust policy of ${arn}`), role: arn };
    }
    finally {
        connection.close();
    }
}
/**
 * The credentials of the environment, temporary or not.
 *
 * @param wanted what is to be read with them, for the message
 * @throws Failure `wrong-input` when there are none
 */
function environmentKeys(variables, wanted) {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = variables;
    const sessionToken = variables['AWS_SESSION_TOKEN'];
    if (!accessKeyId || !secretAccessKey)
        throw noCredentials(wanted);
    return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}
function noCredentials(wanted) {
    return new failure_Failure('wrong-input', {
        what: `${wanted} cannot be read: there are no AWS credentials in the environment.`,
        why: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set. Profiles are not looked at.',
        write: `eval "$(aws configure export-credentials --profile NAME --format env)"\nor hand the policy over: aws iam get-role --role-name NAME | aws-temp-creds explain --trust-policy - \u2026`,
    });
}
function notRead(reading, arn) {
    const what = `The trust policy of ${arn} cannot be read.`;
    switch (reading.kind) {
        case 'missing':
            return new failure_Failure('unreachable', {
                what,
                why: 'The account of these credentials has no role of that name.',
                likely: 'The credentials are of another account, or the role does not exist.',
                write: 'aws sts get-caller-identity',
            });
        case 'another':
            return new failure_Failure('unreachable', {
                what,
                why: `The account of these credentials has another role of that name: ${printable_printable(reading.arn, 300)}.`,
                likely: 'The credentials are of another account, or the path of the role is missing.',
            });
        case 'refused':
            return new failure_Failure('unreachable', {
                what,
                why: `${printable_printable(reading.code, 100)}: ${printable_printable(reading.message, 300)}`,
                likely: 'The credentials have no permission iam:GetRole, or have expired.',
            });
        case 'unreachable':
            return new failure_Failure('unreachable', { what, why: printable_printable(reading.why, 300) });
    }
}
/**
 * How GitHub makes the subjects of a repository.
 *
 * @param variable the environment variable that holds a GitHub token; the token itself has no place on a command line
 * @throws Failure when GitHub does not say
 */
async function lookUpSubjectForm(repository, variable, variables, signal) {
    const token = /^\w+$/.test(variable) ? variables[variable] : undefined;
    if (!token)
        throw new failure_Failure('wrong-input', {
            what: '--github-token names no environment variable that holds a token.',
            why: 'It takes the name of a variable: what stands on a command line can be seen by every user of the machine.',
            write: 'GH_TOKEN="$(gh auth token)" aws-temp-creds explain --github-token GH_TOKEN \u2026',
        });
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
        throw new failure_Failure('wrong-input', {
            what: `${printable_printable(repository, 200) || 'Nothing'} is no repository to ask GitHub for.`,
            write: '--claim repository=OWNER/NAME',
        });
    const connection = connect(variables);
    try {
        return await subjectForm(repository, apiOf(variables), token, connection, signal);
    }
    finally {
        connection.close();
    }
}
function apiOf(variables) {
    const given = variables['GITHUB_API_URL'] || 'https://api.github.com';
    if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol))
        return new URL(given);
    throw new failure_Failure('wrong-input', {
        what: 'GITHUB_API_URL is not a URL.',
        why: `It is set to ${printable_printable(given, 100)}.`,
    });
}
var __webpack_exports__environmentKeys = __webpack_exports__.aZ;
var __webpack_exports__lookUpDenial = __webpack_exports__.MH;
var __webpack_exports__lookUpRole = __webpack_exports__.J$;
var __webpack_exports__lookUpSubjectForm = __webpack_exports__.rm;
export { __webpack_exports__environmentKeys as environmentKeys, __webpack_exports__lookUpDenial as lookUpDenial, __webpack_exports__lookUpRole as lookUpRole, __webpack_exports__lookUpSubjectForm as lookUpSubjectForm };
