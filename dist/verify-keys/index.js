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
  W: () => (/* binding */ verifyKeys)
});

// EXTERNAL MODULE: ./node_modules/aws4/aws4.js
var aws4 = __nccwpck_require__(832);
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
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = loadLater("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = loadLater("node:https");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = loadLater("node:net");
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
;// CONCATENATED MODULE: ./lib/bundling/aws/caller-identity.js



const BODY = queryBody('GetCallerIdentity', {});
/**
 * Asks STS once whose a key is. (GetCallerIdentity needs no permission and cannot be denied.) Without the SDK, which
 * is many times the size of the scanner; the secret is used for the signature only and is not sent.
 */
async function callerIdentity(pair, place, signal) {
    try {
        const url = new URL('/', place.endpoint);
        const request = { method: 'POST', url, headers: signed(pair, place), body: BODY };
        return understood(await send(request, place.connection, signal));
    }
    catch (error) {
        return { kind: 'unreachable', why: error instanceof Error ? error.message : 'no answer' };
    }
}
function signed(pair, { endpoint, region }) {
    const request = {
        method: 'POST',
        host: endpoint.host,
        path: '/',
        service: 'sts',
        region,
        headers: { 'Content-Type': FORM },
        body: BODY,
    };
    return aws4.sign(request, { ...pair }).headers ?? {};
}
function understood(answer) {
    const arn = query_element(answer.body, 'Arn');
    const account = query_element(answer.body, 'Account');
    if (answer.status === 200 && arn !== undefined && account !== undefined)
        return { kind: 'identity', arn, account };
    const { code } = saidBy(answer);
    if (answer.status < 500 && code !== undefined)
        return { kind: 'refused', code };
    return { kind: 'unreachable', why: `HTTP ${answer.status}` };
}
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
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
    throw new Failure('wrong-input', {
        what: `${name} is not the URL of an endpoint.`,
        why: `It is set to ${printable(given, 100)}.`,
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
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = loadNow("node:timers/promises");
;// CONCATENATED MODULE: ./lib/bundling/scan/canaries.js
/**
 * Accounts whose keys are laid out as bait: a call with one alarms its owner. (The lists of TruffleHog,
 * `pkg/detectors/aws/access_keys/canary.go`, and of Kingfisher, `src/validation/aws.rs`: canarytokens.org and
 * services like it.)
 */
const CANARY_ACCOUNTS = new Set([
    '044858866125',
    '052310077262',
    '171436882533',
    '251535659677',
    '266735846894',
    '344043088457',
    '351906852752',
    '390477818340',
    '426127672474',
    '427150556519',
    '439872796651',
    '445142720921',
    '465867158099',
    '528757803018',
    '534261010715',
    '538784191382',
    '595918472158',
    '637958123769',
    '693412236332',
    '717712589309',
    '729780141977',
    '730335385048',
    '732624840810',
    '735421457923',
    '819147034852',
    '893192397702',
    '959235150393',
    '982842642351',
    '992382622183',
]);
/** @param account decoded from an access key ID */
function isCanaryAccount(account) {
    return account !== undefined && CANARY_ACCOUNTS.has(account);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/verify.js


/** AWS refuses a right secret too within a few seconds of a wrong one for the same ID. */
const PAUSE = 6_000;
const MOST_PAIRS = 100;
const MOST_SECRETS_PER_ID = 5;
const PARALLEL = 4;
const CALL_TIMEOUT = 5_000;
/**
 * Asks AWS of every complete pair whether it is live, and whose. One call per pair, however often it was found; keys
 * that are known as bait, and what is no pair, are not tried and are `unknown`.
 */
async function verifyFindings(findings, options) {
    const pairs = new Map();
    for (const finding of findings) {
        const pair = pairOf(finding);
        if (pair !== undefined && !isCanaryAccount(finding.account)) {
            pairs.set(keyOf(pair), { pair, account: finding.account });
        }
    }
    const groups = groupById([...pairs.values()].slice(0, MOST_PAIRS).map(({ pair }) => pair));
    const verdicts = new Map();
    await Promise.all(Array.from({ length: PARALLEL }, async () => {
        for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
            await verifyGroup(group, verdicts, options);
        }
    }));
    return findings.map(finding => ({ ...finding, ...verdictOf(finding, verdicts) }));
}
/** The pair of a finding; undefined when a part is missing, so that there is nothing to ask with. */
function pairOf({ accessKeyId, secrets }) {
    const secretAccessKey = secrets.find(value => /^[A-Za-z0-9+/]{40}$/.test(value));
    if (accessKeyId === undefined || secretAccessKey === undefined)
        return undefined;
    if (accessKeyId.startsWith('AKIA'))
        return { accessKeyId, secretAccessKey };
    const sessionToken = secrets.find(value => /^[A-Za-z0-9+/=]{100,4096}$/.test(value));
    return accessKeyId.startsWith('ASIA') && sessionToken !== undefined
        ? { accessKeyId, secretAccessKey, sessionToken }
        : undefined;
}
function keyOf({ accessKeyId, secretAccessKey }) {
    return `${accessKeyId} ${secretAccessKey}`;
}
function groupById(pairs) {
    const groups = new Map();
    for (const pair of pairs)
        groups.set(pair.accessKeyId, [...(groups.get(pair.accessKeyId) ?? []), pair]);
    return [...groups.values()];
}
/** The secrets that stand beside one ID, one after the other; an ID has one secret, so the first live one settles it. */
async function verifyGroup(group, verdicts, { ask, signal, pause }) {
    for (const [index, pair] of group.slice(0, MOST_SECRETS_PER_ID).entries()) {
        if (index > 0)
            await (0,promises_namespaceObject.setTimeout)(pause, undefined, { signal }).catch(() => undefined);
        if (signal.aborted)
            return;
        const answer = await ask(pair, AbortSignal.any([signal, AbortSignal.timeout(CALL_TIMEOUT)]));
        const verdict = verdictFrom(answer);
        verdicts.set(keyOf(pair), verdict);
        if (verdict.status !== 'live')
            continue;
        for (const other of group.filter(({ secretAccessKey }) => secretAccessKey !== pair.secretAccessKey)) {
            verdicts.set(keyOf(other), { status: 'dead', statusDetail: 'the key is live with another secret' });
        }
        return;
    }
}
/** Codes of STS that settle it. Whatever else it says, the key may be live. */
const DEAD = {
    InvalidClientTokenId: undefined,
    ExpiredToken: 'expired',
    ExpiredTokenException: 'expired',
    SignatureDoesNotMatch: 'AWS knows the ID, but with another secret',
};
function verdictFrom(answer) {
    switch (answer.kind) {
        case 'identity':
            return { status: 'live', statusDetail: answer.arn };
        case 'refused': {
            if (!Object.hasOwn(DEAD, answer.code))
                return { status: 'unknown', statusDetail: `AWS said ${answer.code}` };
            const detail = DEAD[answer.code];
            return { status: 'dead', ...(detail !== undefined && { statusDetail: detail }) };
        }
        case 'unreachable':
            return { status: 'unknown', statusDetail: `AWS did not answer: ${answer.why}` };
    }
}
function verdictOf(finding, verdicts) {
    if (finding.accessKeyId === undefined)
        return {};
    if (isCanaryAccount(finding.account)) {
        return { status: 'unknown', statusDetail: 'a canary token: using it would alarm whoever laid it out' };
    }
    const pair = pairOf(finding);
    if (pair === undefined)
        return { status: 'unknown', statusDetail: 'not all parts of the key are here' };
    return (verdicts.get(keyOf(pair)) ?? {
        status: 'unknown',
        statusDetail: 'not asked: out of time or too many keys',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/stories/verify-keys.js





/** All of the verification ends after so long, in milliseconds. */
const TIME_BOUND = 60_000;
/**
 * Asks AWS which of the keys found are live, those that are allowed too: an entry that says `revoked` of a live key
 * is wrong, so the key counts again, as a warning.
 *
 * @param variables `AWS_REGION` chooses the partition that is asked, `AWS_ENDPOINT_URL_STS` another endpoint
 */
async function verifyKeys(result, variables) {
    const place = placeOf(variables);
    const endpoint = stsEndpoint(place, undefined, variables);
    const connection = connect(variables);
    try {
        const all = await verifyFindings([...result.findings, ...result.allowed], {
            ask: (pair, signal) => callerIdentity(pair, { endpoint, region: place, connection }, signal),
            signal: AbortSignal.timeout(TIME_BOUND),
            pause: PAUSE,
        });
        const found = all.slice(0, result.findings.length);
        const allowed = all.slice(result.findings.length);
        const live = allowed.filter(({ status }) => status === 'live');
        return {
            ...result,
            findings: [
                ...found,
                ...live.map(({ allowed: why, ...finding }) => stillLive(finding, why?.reason ?? '')),
            ],
            allowed: allowed.filter(({ status }) => status !== 'live'),
        };
    }
    finally {
        connection.close();
    }
}
function stillLive(finding, reason) {
    return { ...finding, severity: 'warning', reason: `allowed (${reason}), yet live` };
}
function placeOf(variables) {
    const place = [variables['AWS_REGION'], variables['AWS_DEFAULT_REGION'], 'us-east-1']
        .map(name => region(name ?? ''))
        .find(name => name !== undefined);
    if (place === undefined)
        throw new Error('the last of them is a Region');
    return place;
}
var __webpack_exports__verifyKeys = __webpack_exports__.W;
export { __webpack_exports__verifyKeys as verifyKeys };
