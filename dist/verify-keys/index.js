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

/***/ 982:
/***/ ((module) => {

module.exports = loadLater("crypto");

/***/ }),

/***/ 611:
/***/ ((module) => {

module.exports = loadLater("http");

/***/ }),

/***/ 692:
/***/ ((module) => {

module.exports = loadLater("https");

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

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = loadLater("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = loadLater("node:https");
// EXTERNAL MODULE: ./node_modules/aws4/aws4.js
var aws4 = __nccwpck_require__(832);
;// CONCATENATED MODULE: ./lib/bundling/aws/caller-identity.js



const BODY = 'Action=GetCallerIdentity&Version=2011-06-15';
const LARGEST_ANSWER = 64 * 1024;
/**
 * Asks STS once whose a key is. (GetCallerIdentity needs no permission and cannot be denied.) Without the SDK, which
 * is many times the size of the scanner; the secret is used for the signature only and is not sent.
 */
async function callerIdentity(pair, place, signal) {
    try {
        const { status, body } = await send(signed(pair, place), place, signal);
        return understood(status, body);
    }
    catch (error) {
        return { kind: 'unreachable', why: error instanceof Error ? error.name : 'no answer' };
    }
}
function signed(pair, { endpoint, region }) {
    const request = {
        method: 'POST',
        host: endpoint.host,
        path: '/',
        service: 'sts',
        region,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: BODY,
    };
    return aws4.sign(request, { ...pair }).headers ?? {};
}
function send(headers, { endpoint, connection }, signal) {
    const url = new URL('/', endpoint);
    return new Promise((done, failed) => {
        const secure = url.protocol === 'https:';
        const options = { method: 'POST', headers, signal };
        const outgoing = secure
            ? (0,external_node_https_namespaceObject.request)(url, { ...options, agent: connection.httpsAgent(url) })
            : (0,external_node_http_namespaceObject.request)(url, { ...options, agent: connection.httpAgent(url) });
        outgoing.on('error', failed);
        outgoing.on('response', answer => read(answer).then(done, failed));
        outgoing.end(BODY);
    });
}
async function read(answer) {
    const chunks = [];
    let size = 0;
    for await (const chunk of answer) {
        if (!Buffer.isBuffer(chunk))
            continue;
        size += chunk.length;
        if (size > LARGEST_ANSWER)
            throw new Error('the answer is too large');
        chunks.push(chunk);
    }
    return { status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
}
/** STS answers in XML of a fixed form; three elements of it matter. */
function understood(status, body) {
    const element = (name) => new RegExp(`<${name}>([^<]{1,2048})</${name}>`).exec(body)?.[1];
    const arn = element('Arn');
    const account = element('Account');
    if (status === 200 && arn !== undefined && account !== undefined)
        return { kind: 'identity', arn, account };
    const code = element('Code');
    if (status >= 400 && status < 500 && code !== undefined)
        return { kind: 'refused', code };
    return { kind: 'unreachable', why: `HTTP ${status}` };
}
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
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
            what: `The certificate authorities that AWS_CA_BUNDLE names cannot be read: ${printable(bundle, 300)}.`,
            why: printable(error instanceof Error ? error.message : String(error), 300),
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
    throw new Failure('wrong-input', {
        what: `${name} is not the URL of an endpoint.`,
        why: `It is set to ${printable(given, 100)}.`,
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
    const endpoint = endpointOfEnvironment(variables) ?? new URL(`https://${stsHost(place)}`);
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
