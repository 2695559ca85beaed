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
        throw new Failure('wrong-input', {
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
        why: `The endpoint is ${printable_printable(named.host, 100)}. A ${fips ? 'FIPS' : 'dual-stack'} endpoint is one of AWS's own.`,
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
    throw new Failure('wrong-input', {
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
        why: `It is set to ${printable_printable(value, 100)}.`,
        write: 'Set it to true or false, or remove it.',
    });
}
// EXTERNAL MODULE: ./node_modules/aws4/aws4.js
var aws4 = __nccwpck_require__(832);
;// CONCATENATED MODULE: ./lib/bundling/aws/errors.js
/** A call to STS that gave no credentials. */
class StsProblem extends Error {
    name = 'StsProblem';
    problem;
    constructor(problem, options) {
        super(`${problem.code}: ${problem.message}`, options);
        this.problem = problem;
    }
}
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
    'InternalError',
    'ServiceUnavailable',
    // STS could not reach GitHub's issuer to verify the token; the only one that STS itself calls retryable.
    'IDPCommunicationError',
    'IDPCommunicationErrorException',
]);
/**
 * Texts under InvalidIdentityToken that the same token outlives: STS could not fetch the issuer's keys (many jobs at
 * once, a short outage; aws-actions/configure-aws-credentials#299), or one clock is a second ahead of the other.
 */
const HEALS_BY_WAITING = /retrieve verification key|not (?:yet|currently) valid|not valid (?:yet|before|until)|before .{0,40}\bnbf\b|\bnbf\b.{0,40}(?:future|before)|issued in the future|used before/i;
/** Texts under the code InvalidIdentityToken that no new token changes, but somebody in the account does. */
const ABOUT_THE_PROVIDER = /No OpenIDConnect provider found|Incorrect token audience|is not a valid audience/i;
/** The same, where nothing that was just made in the account is waited for. */
const SETTLED = /thumbprint|required claim|not present in the roles claim|not a valid JWT/i;
/** What the proxy or the certificate says stays as it is. */
const STAYS = /CERT|SIGNATURE|ISSUER|UNABLE_TO|SELF_SIGNED|ERR_TLS|ERR_SSL|HOSTNAME_MISMATCH/;
/** The kind of a code and text of AWS. */
function errors_kindOf(code, message, status) {
    if (PASSING.has(code) || status >= 500 || status === 429 || status === 408)
        return 'passing';
    if (code.startsWith('InvalidIdentityToken')) {
        if (HEALS_BY_WAITING.test(message))
            return 'passing';
        if (ABOUT_THE_PROVIDER.test(message))
            return 'settling';
        return SETTLED.test(message) ? 'final' : 'stale-token';
    }
    if (code.startsWith('ExpiredToken'))
        return 'stale-token';
    if (code.startsWith('AccessDenied') || /MaxSessionDuration/.test(message))
        return 'settling';
    return 'final';
}
/** A JWT, or what is left of one: validation errors repeat the values that were sent. */
const errors_TOKEN = /eyJ[\w-]+(?:\.[\w-]*){0,2}/g;
/** Characters of an answer's text that are looked at: the longest texts of AWS have some hundred. */
const LONGEST_TEXT = 2_000;
/** A text of whoever answered, without any token in it. */
function withoutTokens(text) {
    return text.slice(0, LONGEST_TEXT).replace(errors_TOKEN, '<token>');
}
/** An answer that has no credentials in it, understood. `code` undefined: it is no answer of AWS. */
function answeredProblem({ status, headers }, said, host, proxy) {
    if (said.code !== undefined) {
        const message = withoutTokens(said.message);
        const kind = errors_kindOf(said.code, message, status);
        const answerer = { kind: 'aws', status, requestId: said.requestId };
        return new StsProblem({ kind, code: said.code, message, answerer, host, proxy });
    }
    const type = (headers['content-type'] ?? '').slice(0, 100);
    const location = headers.location?.slice(0, 300);
    return new StsProblem({
        // A proxy that wants a password goes on wanting it.
        kind: status === 407 ? 'final' : 'passing',
        code: `HTTP ${status}`,
        message: `${type || 'no content type'}, which is no answer of AWS`,
        answerer: { kind: 'other', status, type, location },
        host,
        proxy,
    });
}
/** No answer at all, understood. */
function unansweredProblem(error) {
    const stays = STAYS.test(error.code) || error.status === 407;
    return new StsProblem({
        kind: stays ? 'final' : 'passing',
        code: error.code,
        message: error.message.slice(0, LONGEST_TEXT),
        answerer: { kind: 'nobody', proxyStatus: error.status },
        host: error.host,
        proxy: error.proxy,
    }, { cause: error });
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
;// CONCATENATED MODULE: ./lib/bundling/about.js
/** What this is called, for reports that name their maker. A test holds VERSION and package.json together. */
const VERSION = '1.0.0';
const HOMEPAGE = 'https://github.com/org/aws-temp-creds';
/** The page that explains failures by what they say. */
const about_TROUBLESHOOTING = 'https://github.com/org/aws-temp-creds/blob/v1/docs/troubleshooting.md';
;// CONCATENATED MODULE: ./lib/bundling/aws/user-agent.js

/**
 * How this program names itself to AWS, which writes it into CloudTrail beside every call: with the run that made it, in
 * the form that the SDKs use for such metadata.
 *
 * @param variables of a step; what is no number is left out
 */
function userAgent(variables) {
    const run = Object.entries({ run_id: 'GITHUB_RUN_ID', attempt: 'GITHUB_RUN_ATTEMPT' }).flatMap(([label, name]) => (/^\d{1,20}$/.test(variables[name] ?? '') ? [`md/${label}#${variables[name]}`] : []));
    return [`aws-temp-creds/${VERSION}`, ...run].join(' ');
}
;// CONCATENATED MODULE: ./lib/bundling/aws/sts.js





/**
 * STS of a Region, without the SDK: two calls of a protocol that has not changed since 2011, one of them not even signed.
 * The SDK's client is 800 KB to load before the first byte is sent, and it lets the machine's own configuration have a
 * say (docs/decisions/0010-sts-without-the-sdk.md).
 *
 * @param endpoint of stsEndpoint
 */
function sts(region, endpoint, connection) {
    const call = (action, parameters, source, signal) => ask({ action, parameters, source }, { region, endpoint, connection }, signal);
    return {
        assumeRoleWithWebIdentity: (request, jwt, signal) => call('AssumeRoleWithWebIdentity', { ...sessionParameters(request), WebIdentityToken: jwt }, undefined, signal),
        assumeRole: (request, source, signal) => call('AssumeRole', { ...sessionParameters(request), ...tagParameters(request.tags), ExternalId: request.externalId }, source, signal),
    };
}
async function ask(call, place, signal) {
    const { endpoint, connection } = place;
    const body = queryBody(call.action, call.parameters);
    const path = endpoint.pathname + endpoint.search;
    const request = {
        method: 'POST',
        url: endpoint,
        headers: headersOf(call, place, path, body),
        body,
    };
    const answer = await send(request, connection, signal).catch((error) => {
        throw error instanceof NoAnswer ? unansweredProblem(error) : error;
    });
    const session = sessionAnswer(answer);
    if (session !== undefined)
        return session;
    throw answeredProblem(answer, saidBy(answer), endpoint.host, connection.proxyOf(endpoint));
}
function headersOf({ source }, { region, endpoint }, path, body) {
    const headers = {
        'Content-Type': FORM,
        'Content-Length': Buffer.byteLength(body),
        'User-Agent': userAgent(process.env),
    };
    if (source === undefined)
        return headers;
    const request = { method: 'POST', host: endpoint.host, path, service: 'sts', region, headers, body };
    const { accessKeyId, secretAccessKey, sessionToken } = source;
    return aws4.sign(request, { accessKeyId, secretAccessKey, sessionToken }).headers ?? {};
}
function sessionParameters(request) {
    return {
        RoleArn: request.role,
        RoleSessionName: request.sessionName,
        DurationSeconds: String(request.duration),
        Policy: request.sessionPolicy,
        ...Object.fromEntries(request.managedPolicies.map((arn, index) => [`PolicyArns.member.${index + 1}.arn`, arn])),
    };
}
function tagParameters(tags) {
    return Object.fromEntries(Object.entries(tags).flatMap(([key, value], index) => [
        [`Tags.member.${index + 1}.Key`, key],
        [`Tags.member.${index + 1}.Value`, value],
    ]));
}
/** @returns undefined when the answer has no complete credentials */
function sessionAnswer({ status, body }) {
    if (status !== 200)
        return undefined;
    const accessKeyId = query_element(body, 'AccessKeyId');
    const secretAccessKey = query_element(body, 'SecretAccessKey');
    const sessionToken = query_element(body, 'SessionToken');
    const assumedRoleArn = query_element(body, 'Arn') ?? (body.includes('<Arn/>') ? '' : undefined);
    const expiration = new Date(query_element(body, 'Expiration') ?? Number.NaN);
    if (!accessKeyId || !secretAccessKey || !sessionToken || assumedRoleArn === undefined)
        return undefined;
    if (Number.isNaN(expiration.getTime()))
        return undefined;
    return {
        credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
        assumedRoleArn,
        audience: query_element(body, 'Audience') || undefined,
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
;// CONCATENATED MODULE: ./lib/bundling/explain/outage.js

/** What is said of a request that nobody answered, or somebody else. */
function outageAdvice(outage, whose) {
    const { answerer } = outage;
    if (answerer.kind === 'other') {
        return answerer.status === 407 ? proxyLogin(outage) : answeredByAnother(outage, answerer, whose);
    }
    const proxyStatus = answerer.kind === 'nobody' ? answerer.proxyStatus : undefined;
    if (outage.code === 'TimeIsUp')
        return timeIsUp(outage);
    if (proxyStatus === 407)
        return proxyLogin(outage);
    if (proxyStatus !== undefined)
        return proxyRefused(outage, proxyStatus);
    if (CERTIFICATE.test(outage.code))
        return certificate(outage);
    if (outage.proxy !== undefined && CONNECTING.has(outage.code))
        return proxyDead(outage, outage.proxy);
    return notReached(outage);
}
/** Codes of OpenSSL and Node for certificates and for what is no TLS at all. */
const CERTIFICATE = /CERT|SIGNATURE|ISSUER|UNABLE_TO|SELF_SIGNED|ERR_TLS|ERR_SSL|HOSTNAME_MISMATCH|^EPROTO$/;
/** What a connection that was not made fails with. */
const CONNECTING = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ETIMEDOUT',
    'NoConnection',
    'NoAnswer',
]);
function timeIsUp({ host, proxy }) {
    const through = proxy === undefined ? '' : ` through the proxy ${proxy.shown}`;
    return {
        why: `No answer came before the time was up (input \`timeout\`); ${host} was still waited for${through}.`,
        likely: `The network is slow or cut off, or ${host} can only be reached through a proxy that is not named.`,
        write: `Give it longer (\`timeout: 2m\`), or find out why ${host} does not answer this runner.`,
    };
}
function proxyLogin({ host, proxy }) {
    const name = proxy === undefined ? 'A proxy in between' : `The proxy ${proxy.shown} (${proxy.variable})`;
    const given = proxy?.hasLogin === true;
    return {
        why: `${name} let nothing through to ${host}: HTTP 407, it wants a user and a password.`,
        likely: given
            ? 'The user or the password is wrong or has expired, or holds characters that must be written as %XX in a URL.'
            : 'The password is missing: the variable names the proxy without one.',
        write: given
            ? 'Correct the login in `http-proxy` (or the variable); write @ as %40, : as %3A, # as %23.'
            : 'Write it with the login, from a secret: http-proxy: http://USER:${{ secrets.PROXY_PASSWORD }}@HOST:PORT',
    };
}
function proxyRefused({ host, proxy }, status) {
    const cannot = status >= 500;
    return {
        why: `The proxy ${proxy?.shown ?? ''} (${proxy?.variable ?? ''}) opened no way to ${host}: HTTP ${status}.`,
        likely: cannot
            ? `The proxy itself cannot reach ${host}, or has trouble.`
            : `The proxy does not allow ${host}, or is no proxy.`,
        write: `Have ${host} allowed at the proxy, or except it: NO_PROXY=${hostname(host)}`,
    };
}
function proxyDead({ host, code, message }, proxy) {
    return {
        why: `The proxy ${proxy.shown}, which ${proxy.variable} names, does not answer: ${shown(code, message)}.`,
        likely: 'The address or the port of the proxy is wrong, or it is not reachable from this runner.',
        write: `Correct ${proxy.variable} (or the input \`http-proxy\`), or reach ${host} without it: NO_PROXY=${hostname(host)}`,
    };
}
function certificate({ host, code, message, proxy }) {
    const through = proxy === undefined ? '' : ` through the proxy ${proxy.shown}`;
    return {
        why: `The certificate of ${host}${through} is not trusted: ${shown(code, message)}.`,
        likely: /EXPIRED|NOT_YET_VALID/.test(code)
            ? 'The clock of the runner is wrong, or the certificate of something in between has run out.'
            : /EPROTO|ERR_SSL|WRONG_VERSION/.test(code)
                ? 'What answers there speaks no TLS: a port of plain http, or a proxy that is named with https:// and is an http:// one.'
                : 'A proxy or firewall of your network opens TLS connections and shows a certificate of its own authority.',
        write: 'Name that authority in a PEM file: AWS_CA_BUNDLE=/path/ca.pem (this action and the AWS tools) or NODE_EXTRA_CA_CERTS=/path/ca.pem, in `env:` of the job or of the runner.',
    };
}
function notReached({ host, code, message }) {
    const unknown = code === 'ENOTFOUND' || code === 'EAI_AGAIN';
    return {
        why: `${host} could not be reached: ${shown(code, message)}.`,
        likely: unknown
            ? `The runner's name server does not know ${host}: no way to the internet, a proxy that is not named, or a Region that has no such endpoint.`
            : 'A firewall, or the runner reaches the internet only through a proxy that is not named.',
        write: `Let the runner reach ${host} (port 443), or name the proxy in HTTPS_PROXY or \`http-proxy\`.`,
    };
}
function answeredByAnother({ host, proxy }, { status, type, location }, whose) {
    const leads = location === undefined ? '' : `, leading to ${printable_printable(location, 200)}`;
    const through = proxy === undefined ? '' : `, through the proxy ${proxy.shown}`;
    const busy = status >= 500 || status === 429 || status === 408;
    return {
        why: `${host} answered HTTP ${status} (${printable_printable(type, 100) || 'no content type'})${leads}${through}: that is no answer of ${whose}.`,
        likely: busy
            ? `${whose} is overloaded or down, or a proxy or load balancer in between is.`
            : `Something between this runner and ${whose} answers in its place: a proxy, a firewall, or a portal that wants a login.`,
        write: busy
            ? `Run the job again; see ${whose === 'AWS' ? 'https://health.aws.amazon.com' : 'https://www.githubstatus.com'}.`
            : `Have ${host} let through there, or name the proxy in HTTPS_PROXY or \`http-proxy\`; check \`sts-endpoint\` and AWS_ENDPOINT_URL_STS if they are set.`,
    };
}
function hostname(host) {
    return host.replace(/:\d+$/, '');
}
function shown(code, message) {
    const text = printable_printable(message, 200);
    return text === '' || text.includes(code) || /^[A-Z][a-z]/.test(code) ? text || code : `${code} (${text})`;
}
;// CONCATENATED MODULE: ./lib/bundling/explain/token-service.js



const WRITE_PERMISSION = 'Check that the job has `permissions: id-token: write`, and run it again; see https://www.githubstatus.com.';
/** GitHub's token service answered, and gave no token. */
function noTokenGiven(refusal) {
    const { status, attempts } = refusal;
    const times = attempts === 1 ? '' : `, ${attempts} times`;
    const what = `GitHub gave no OIDC token: it answered HTTP ${status}${times}.`;
    const advice = byStatus(refusal);
    return new Failure(isOutage(refusal) ? 'unreachable' : 'no-identity-token', { what, ...advice });
}
function isOutage({ status }) {
    return status >= 500 || status === 429 || status === 408 || status < 400 || status === 407;
}
function byStatus(refusal) {
    const { status, host, until, now } = refusal;
    if (isOutage(refusal))
        return outageAdvice(asOutage(refusal), 'GitHub');
    if ((status === 401 || status === 403) && until !== undefined && until <= now) {
        return {
            why: `The job's right to ask for tokens ended at ${until.toISOString()}, about six hours after it began.`,
            likely: 'The job runs longer than GitHub gives it tokens for.',
            write: 'Split the job, so that each one asks for its credentials while it is younger than six hours; or ask for a session that lasts to its end: `role-duration-seconds: 12h` (`duration: 12h`; the role has to allow it).',
        };
    }
    if (status === 401) {
        return {
            why: `${host} does not take the job's own token for asking (ACTIONS_ID_TOKEN_REQUEST_TOKEN), which is still valid by its own account.`,
            likely: 'GitHub has trouble, or a step has changed the variable; on a self-hosted runner its clock may be wrong.',
            write: WRITE_PERMISSION,
        };
    }
    if (status === 403) {
        return {
            why: `${host} knows the job, and does not let it have a token.`,
            likely: 'The organization or enterprise does not allow OIDC tokens for this repository, an IP allow list does not hold this runner, or a firewall answers for GitHub.',
            write: WRITE_PERMISSION,
        };
    }
    if (status === 404) {
        return {
            why: `The address that the runner gave (ACTIONS_ID_TOKEN_REQUEST_URL) leads to nothing on ${host}.`,
            likely: 'A step has changed the variable, or OIDC is not set up on this GitHub Enterprise Server.',
            write: 'Let no step set ACTIONS_ID_TOKEN_REQUEST_URL. On GitHub Enterprise Server an administrator sets up OIDC for Actions.',
        };
    }
    return {
        why: `${host} does not take the request.`,
        likely: 'The audience holds something that GitHub does not take, or a step has changed ACTIONS_ID_TOKEN_REQUEST_URL.',
        write: 'Correct `audience` (default: sts.amazonaws.com), and let no step set that variable.',
    };
}
function asOutage({ status, type, location, host }) {
    return {
        code: `HTTP ${status}`,
        message: '',
        answerer: { kind: 'other', status, type, location },
        host,
        proxy: undefined,
    };
}
/** It answered with success, and with no token. */
function noTokenInside(host, type) {
    return new Failure('unreachable', {
        what: `GitHub gave no OIDC token: the answer of ${printable_printable(host, 200)} holds none.`,
        why: `It answered HTTP 200 (${printable_printable(type, 100) || 'no content type'}), and nothing in it is a token.`,
        likely: 'A proxy, a firewall or a portal that wants a login answers in the place of GitHub.',
        write: `Have ${printable_printable(host, 200)} let through there, or name the proxy in HTTPS_PROXY or \`http-proxy\`.`,
    });
}
/** Nobody answered. */
function tokenServiceUnreachable(outage, cause) {
    const reason = outage.code === 'TimeIsUp'
        ? 'no answer came before the time was up (input `timeout`)'
        : printable_printable(outage.message, 300) || outage.code;
    return new Failure('unreachable', {
        what: `GitHub's token service ${outage.host} could not be reached: ${reason}`,
        ...outageAdvice(outage, 'GitHub'),
    }, { cause });
}
/** The runner's address for tokens is none. */
function unusableTokenUrl() {
    return new Failure('no-identity-token', {
        what: 'This job cannot get an OIDC token: ACTIONS_ID_TOKEN_REQUEST_URL is not a URL.',
        why: 'The runner sets it to the address of the token service; what it is set to now is none.',
        likely: 'A step, or `env:` of the job, has changed it.',
        write: 'Let nothing in the workflow set ACTIONS_ID_TOKEN_REQUEST_URL.',
    });
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
        payload: claims,
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
/** How often GitHub is asked when it says that the job may not ask, while the job's request token is still valid. */
const MOST_REFUSALS = 4;
/**
 * @param variables with the runner's two request variables; see offersTokens
 */
function tokenSource(variables, services) {
    const tokens = new Map();
    const ask = (audience) => askForToken(variables, audience, services);
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
/** The address of the token service. @throws Failure `no-identity-token` when the runner's variable is no URL */
function tokenServiceUrl(variables) {
    const given = variables['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
    if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
        throw unusableTokenUrl();
    return new URL(given);
}
async function askForToken(variables, audience, { connection, patience, mask, onRetry }) {
    const url = tokenServiceUrl(variables);
    url.searchParams.set('audience', audience);
    const bearer = variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
    const until = endOf(bearer);
    let attempts = 0;
    const call = async (attempt) => {
        attempts = attempt;
        const answer = await send({ method: 'GET', url, headers: headersFor(bearer) }, connection, patience.signal);
        const jwt = tokenIn(answer);
        if (jwt === undefined)
            throw new NoToken(answer);
        mask(jwt);
        return jwt;
    };
    const canHeal = (error) => {
        const heals = isPassing(error, attempts, until);
        if (heals)
            onRetry(reasonOf(error), attempts);
        return heals;
    };
    const jwt = await withPatience(patience, call, canHeal).catch((error) => {
        throw failureOf(error, url, attempts, until);
    });
    const claims = decodeClaims(jwt);
    if (claims === undefined)
        throw noTokenInside(url.host, 'a text that is no JWT with issuer and subject');
    return { jwt, claims };
}
function headersFor(bearer) {
    return {
        authorization: `Bearer ${bearer}`,
        accept: 'application/json; api-version=2.0',
        'user-agent': 'aws-temp-creds',
    };
}
/** GitHub's answer, or that of something in between, when there is no token in it. */
class NoToken extends Error {
    answer;
    constructor(answer) {
        super(`HTTP ${answer.status}`);
        this.answer = answer;
    }
}
/** A 401 or 403 passes at times while GitHub has trouble; after the request token's end it stays. */
function isPassing(error, attempts, until) {
    if (error instanceof NoAnswer)
        return unansweredProblem(error).problem.kind === 'passing';
    if (!(error instanceof NoToken))
        return false;
    const { status } = error.answer;
    if (status === 401 || status === 403)
        return attempts < MOST_REFUSALS && (until === undefined || until > new Date());
    return status < 400 || status >= 500 || status === 429 || status === 408;
}
function reasonOf(error) {
    return error instanceof NoAnswer ? error.code : error instanceof Error ? error.message : String(error);
}
function failureOf(error, url, attempts, until) {
    if (error instanceof NoAnswer)
        return tokenServiceUnreachable(unansweredProblem(error).problem, error);
    if (!(error instanceof NoToken))
        return error;
    const { status, headers } = error.answer;
    const type = headers['content-type'] ?? '';
    if (status === 200)
        return noTokenInside(url.host, type);
    const { location } = headers;
    return noTokenGiven({ status, type, location, host: url.host, attempts, until, now: new Date() });
}
/** The `value` of the answer, which is JSON. */
function tokenIn({ status, body }) {
    if (status !== 200)
        return undefined;
    try {
        const answer = JSON.parse(body);
        if (typeof answer !== 'object' || answer === null || !('value' in answer))
            return undefined;
        return typeof answer.value === 'string' && answer.value !== '' ? answer.value : undefined;
    }
    catch {
        return undefined;
    }
}
/** When a request token, a JWT, ends; undefined: it does not say. */
function endOf(bearer) {
    const payload = Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString('utf8');
    const seconds = Fields.parse(payload)?.number('exp');
    return seconds === undefined ? undefined : new Date(seconds * 1000);
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/guard.js



/**
 * The forms of what STS gives (STS API reference, Credentials), and those of its imitators. Nothing in them ends a line
 * or a setting: what has such a form can be written into a file of profiles, a header and the environment.
 */
const FORMS = {
    accessKeyId: /^\w{16,128}$/,
    secretAccessKey: /^[\w/+=.-]{16,256}$/,
    sessionToken: /^[\w/+=.:%~-]{16,16384}$/,
};
/**
 * Looks at what STS gave, and compares it with what was asked for, before anything is done with it. No call is needed:
 * the answer names account, role, session and audience.
 *
 * @param allowed accounts that may answer; undefined: whichever was asked
 * @returns the account that the credentials belong to
 * @throws Failure `wrong-account` when anything is not what was asked for, or not what credentials look like
 */
function verifyAnswer(expected, answer, allowed, now) {
    const malformed = formFaults(answer.credentials, now);
    const wrong = malformed.length > 0 ? malformed : sessionFaults(expected, answer, allowed);
    if (wrong.length === 0)
        return expected.account;
    throw new Failure('wrong-account', {
        what: `The credentials that STS gave for ${expected.name} are not those that were asked for. Nothing was exported.`,
        why: [`STS answered for ${printable_printable(answer.assumedRoleArn, 300)}:`, ...wrong].join('\n'),
        likely: 'An endpoint or a proxy between this job and AWS answers in its place.',
        write: 'Remove `sts-endpoint` and AWS_ENDPOINT_URL_STS, or find out what answers there.',
    });
}
function formFaults(credentials, now) {
    const { expiration } = credentials;
    return [
        FORMS.accessKeyId.test(credentials.accessKeyId) ? '' : 'the access key ID has not the form of one',
        FORMS.secretAccessKey.test(credentials.secretAccessKey) ? '' : 'the secret key has not the form of one',
        FORMS.sessionToken.test(credentials.sessionToken) ? '' : 'the session token has not the form of one',
        expiration > now
            ? ''
            : `they ended at ${expiration.toISOString()}, and here it is ${now.toISOString()} (or this machine's clock is wrong)`,
    ].filter(fault => fault !== '');
}
function sessionFaults(expected, { assumedRoleArn, audience }, allowed) {
    const aud = audience === undefined || expected.audience === undefined || audience === expected.audience
        ? ''
        : `the audience is ${printable_printable(audience, 100)}, not ${expected.audience}`;
    if (expected.account === names_NO_ACCOUNT) {
        return [
            aud,
            assumedRoleArn === '' ? '' : 'it names a session of AWS, and no such role was asked for',
        ].filter(fault => fault !== '');
    }
    const [, partition, account, role, session] = /^arn:(aws(?:-[a-z]+)*):sts::(\d{12}):assumed-role\/([\w+=,.@-]{1,64})\/([\w+=,.@-]{2,64})$/.exec(assumedRoleArn.slice(0, 300)) ?? [];
    const owner = account === undefined ? undefined : accountId(account);
    return [
        owner === expected.account ? '' : `the account is ${owner ?? 'unreadable'}, not ${expected.account}`,
        partition === expected.role.split(':')[1] ? '' : `the partition is not that of ${expected.role}`,
        role === expected.role.split('/').at(-1) ? '' : `the role is not ${expected.role}`,
        session === expected.sessionName ? '' : `the session is not named ${expected.sessionName}`,
        owner === undefined || allowed === undefined || allowed.has(owner)
            ? ''
            : `account ${owner} is not among the allowed ones`,
        aud,
    ].filter(fault => fault !== '');
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/not-assumed.js

/** A role was not assumed; told together with the others. */
class NotAssumed extends Error {
    call;
    constructor(call) {
        super(call.problem.code);
        this.call = call;
    }
}
function notAssumed(problem, target, refuser, attempts) {
    const { role, token, source } = refuser;
    return new NotAssumed({ target, role, claims: token?.claims, source, attempts, problem });
}
/** Explains refusals by what AWS and the tokens say, without asking anybody. */
async function explainPlainly(calls) {
    // Loaded only now: what can be said of refusals is much, and needed by few runs.
    const { refusalOf } = await import(/* webpackIgnore: true */ '../refusal/index.js');
    return refusalOf(calls);
}
/**
 * One failure that says what all of them say. What went wrong with ourselves comes first, then a token that was not
 * given (nobody was asked without one) and credentials that are not those asked for, then what STS said.
 */
async function together(failures, explain) {
    const others = failures.filter(failure => !(failure instanceof NotAssumed));
    const unexpected = others.find(failure => !(failure instanceof Failure));
    if (unexpected !== undefined)
        return unexpected;
    const calls = failures.flatMap(failure => (failure instanceof NotAssumed ? [failure.call] : []));
    return others[0] ?? (await explain(calls));
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
        throw await together([...failures], services.explain);
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
        const audience = target.chain === undefined ? target.audience : undefined;
        const account = verifyAnswer({ ...target, audience }, answer, this.#services.allowed, new Date());
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
        const sts = this.#services.sts(target.region);
        return this.#admitted(target, { role: target.role, token: undefined, source: hub?.answer.assumedRoleArn }, () => sts.assumeRole(request, source, this.#requestSignal));
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
            }).then(assumed => {
                const { sessionName, audience } = target;
                const account = parseRoleArn(via)?.account ?? names_NO_ACCOUNT;
                // Its keys sign the next call: they are looked at like those that are handed over.
                verifyAnswer({ name: via, role: via, account, sessionName, audience }, assumed.answer, undefined, new Date());
                return assumed;
            });
        this.#hubs.set(key, hub);
        return hub;
    }
    async #withToken(target, role, request) {
        const { tokens } = this.#services;
        const token = await tokens.get(target.audience);
        const sts = this.#services.sts(target.region);
        const refuser = { role, token, source: undefined };
        return this.#admitted(target, refuser, async (renew) => {
            const accepted = renew ? await tokens.get(target.audience, refuser.token) : token;
            refuser.token = accepted;
            return sts.assumeRoleWithWebIdentity(request, accepted.jwt, this.#requestSignal);
        });
    }
    /** Asks again after a refusal, as long as refusals are to be waited for. */
    async #admitted(target, refuser, call) {
        const { retryRefusals, onRetry } = this.#services;
        const end = Date.now() + retryRefusals;
        for (let attempts = 0;;) {
            try {
                const { answer, attempts: more } = await this.#repeatedly(target, refuser, call);
                return { answer, attempts: attempts + more };
            }
            catch (error) {
                if (!(error instanceof NotAssumed))
                    throw error;
                attempts += error.call.attempts;
                const refused = new NotAssumed({ ...error.call, attempts });
                if (error.call.problem.kind !== 'settling' || Date.now() + REFUSAL_PAUSE > end)
                    throw refused;
                onRetry(target.name, error.call.problem.code, attempts);
                if (!(await this.#paused(REFUSAL_PAUSE)))
                    throw refused;
            }
        }
    }
    /** @returns false when the time for everything is up */
    async #paused(milliseconds) {
        const { signal } = this.#patience;
        return (0,promises_namespaceObject.setTimeout)(milliseconds, true, { signal }).catch(() => false);
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
            if (!(error instanceof StsProblem))
                return false;
            const { kind, code } = error.problem;
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
            throw error instanceof StsProblem ? notAssumed(error.problem, target, refuser, attempts) : error;
        }
    }
}
/** Milliseconds between two questions about a refusal. */
const REFUSAL_PAUSE = 2_000;
/** Seconds: the hub's credentials are used at once, for one call. */
const HUB_SESSION = 900;
function secretsOf(credentials) {
    return [credentials.secretAccessKey, credentials.sessionToken, credentials.accessKeyId];
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
        ...(account !== NO_ACCOUNT && { AccountId: account }),
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
            tokens: tokenSource(variables, { connection, patience, mask, onRetry: () => { } }),
            sts: region => sts(region, stsEndpoint(region, settings.stsEndpoint, variables), connection),
            maxAttempts: settings.maxAttempts,
            // The role was assumed before: nothing about it is new.
            retryRefusals: 0,
            deadline,
            allowed: new Set([target.account]),
            source: undefined,
            mask,
            explain: explainPlainly,
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
