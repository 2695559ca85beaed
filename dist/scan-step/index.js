import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 8832:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var aws4 = exports,
    url = __nccwpck_require__(7016),
    querystring = __nccwpck_require__(3480),
    crypto = __nccwpck_require__(6982),
    lru = __nccwpck_require__(2638),
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
  // to be region equals ‘es’ switch them back
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

/***/ 2638:
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

/***/ 9629:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const https = __nccwpck_require__(5692)
const http = __nccwpck_require__(8611)
const { URL } = __nccwpck_require__(7016)

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

/***/ 4006:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const pico = __nccwpck_require__(8016);
const utils = __nccwpck_require__(4059);

function picomatch(glob, options, returnState = false) {
  // default to os.platform()
  if (options && (options.windows === null || options.windows === undefined)) {
    // don't mutate the original options object
    options = { ...options, windows: utils.isWindows() };
  }

  return pico(glob, options, returnState);
}

Object.assign(picomatch, pico);
module.exports = picomatch;


/***/ }),

/***/ 5595:
/***/ ((module) => {



const WIN_SLASH = '\\\\/';
const WIN_NO_SLASH = `[^${WIN_SLASH}]`;

const DEFAULT_MAX_EXTGLOB_RECURSION = 0;

/**
 * Posix glob regex
 */

const DOT_LITERAL = '\\.';
const PLUS_LITERAL = '\\+';
const QMARK_LITERAL = '\\?';
const SLASH_LITERAL = '\\/';
const ONE_CHAR = '(?=.)';
const QMARK = '[^/]';
const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
const NO_DOT = `(?!${DOT_LITERAL})`;
const NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
const NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
const NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
const QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
const STAR = `${QMARK}*?`;
const SEP = '/';

const POSIX_CHARS = {
  DOT_LITERAL,
  PLUS_LITERAL,
  QMARK_LITERAL,
  SLASH_LITERAL,
  ONE_CHAR,
  QMARK,
  END_ANCHOR,
  DOTS_SLASH,
  NO_DOT,
  NO_DOTS,
  NO_DOT_SLASH,
  NO_DOTS_SLASH,
  QMARK_NO_DOT,
  STAR,
  START_ANCHOR,
  SEP
};

/**
 * Windows glob regex
 */

const WINDOWS_CHARS = {
  ...POSIX_CHARS,

  SLASH_LITERAL: `[${WIN_SLASH}]`,
  QMARK: WIN_NO_SLASH,
  STAR: `${WIN_NO_SLASH}*?`,
  DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
  NO_DOT: `(?!${DOT_LITERAL})`,
  NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
  NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
  START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
  END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
  SEP: '\\'
};

/**
 * POSIX Bracket Regex
 */

const POSIX_REGEX_SOURCE = {
  __proto__: null,
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  ascii: '\\x00-\\x7F',
  blank: ' \\t',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '\\x21-\\x7E',
  lower: 'a-z',
  print: '\\x20-\\x7E ',
  punct: '\\-!"#$%&\'()\\*+,./:;<=>?@[\\]^_`{|}~',
  space: ' \\t\\r\\n\\v\\f',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: 'A-Fa-f0-9'
};

module.exports = {
  DEFAULT_MAX_EXTGLOB_RECURSION,
  MAX_LENGTH: 1024 * 64,
  POSIX_REGEX_SOURCE,

  // regular expressions
  REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
  REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
  REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
  REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
  REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
  REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,

  // Replace globs with equivalent patterns to reduce parsing time.
  REPLACEMENTS: {
    __proto__: null,
    '***': '*',
    '**/**': '**',
    '**/**/**': '**'
  },

  // Digits
  CHAR_0: 48, /* 0 */
  CHAR_9: 57, /* 9 */

  // Alphabet chars.
  CHAR_UPPERCASE_A: 65, /* A */
  CHAR_LOWERCASE_A: 97, /* a */
  CHAR_UPPERCASE_Z: 90, /* Z */
  CHAR_LOWERCASE_Z: 122, /* z */

  CHAR_LEFT_PARENTHESES: 40, /* ( */
  CHAR_RIGHT_PARENTHESES: 41, /* ) */

  CHAR_ASTERISK: 42, /* * */

  // Non-alphabetic chars.
  CHAR_AMPERSAND: 38, /* & */
  CHAR_AT: 64, /* @ */
  CHAR_BACKWARD_SLASH: 92, /* \ */
  CHAR_CARRIAGE_RETURN: 13, /* \r */
  CHAR_CIRCUMFLEX_ACCENT: 94, /* ^ */
  CHAR_COLON: 58, /* : */
  CHAR_COMMA: 44, /* , */
  CHAR_DOT: 46, /* . */
  CHAR_DOUBLE_QUOTE: 34, /* " */
  CHAR_EQUAL: 61, /* = */
  CHAR_EXCLAMATION_MARK: 33, /* ! */
  CHAR_FORM_FEED: 12, /* \f */
  CHAR_FORWARD_SLASH: 47, /* / */
  CHAR_GRAVE_ACCENT: 96, /* ` */
  CHAR_HASH: 35, /* # */
  CHAR_HYPHEN_MINUS: 45, /* - */
  CHAR_LEFT_ANGLE_BRACKET: 60, /* < */
  CHAR_LEFT_CURLY_BRACE: 123, /* { */
  CHAR_LEFT_SQUARE_BRACKET: 91, /* [ */
  CHAR_LINE_FEED: 10, /* \n */
  CHAR_NO_BREAK_SPACE: 160, /* \u00A0 */
  CHAR_PERCENT: 37, /* % */
  CHAR_PLUS: 43, /* + */
  CHAR_QUESTION_MARK: 63, /* ? */
  CHAR_RIGHT_ANGLE_BRACKET: 62, /* > */
  CHAR_RIGHT_CURLY_BRACE: 125, /* } */
  CHAR_RIGHT_SQUARE_BRACKET: 93, /* ] */
  CHAR_SEMICOLON: 59, /* ; */
  CHAR_SINGLE_QUOTE: 39, /* ' */
  CHAR_SPACE: 32, /*   */
  CHAR_TAB: 9, /* \t */
  CHAR_UNDERSCORE: 95, /* _ */
  CHAR_VERTICAL_LINE: 124, /* | */
  CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279, /* \uFEFF */

  /**
   * Create EXTGLOB_CHARS
   */

  extglobChars(chars) {
    return {
      '!': { type: 'negate', open: '(?:(?!(?:', close: `))${chars.STAR})` },
      '?': { type: 'qmark', open: '(?:', close: ')?' },
      '+': { type: 'plus', open: '(?:', close: ')+' },
      '*': { type: 'star', open: '(?:', close: ')*' },
      '@': { type: 'at', open: '(?:', close: ')' }
    };
  },

  /**
   * Create GLOB_CHARS
   */

  globChars(win32) {
    return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
  }
};


/***/ }),

/***/ 8265:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const constants = __nccwpck_require__(5595);
const utils = __nccwpck_require__(4059);

/**
 * Constants
 */

const {
  MAX_LENGTH,
  POSIX_REGEX_SOURCE,
  REGEX_NON_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_BACKREF,
  REPLACEMENTS
} = constants;

/**
 * Helpers
 */

const expandRange = (args, options) => {
  if (typeof options.expandRange === 'function') {
    return options.expandRange(...args, options);
  }

  args.sort();
  const value = `[${args.join('-')}]`;

  try {
    /* eslint-disable-next-line no-new */
    new RegExp(value);
  } catch (ex) {
    return args.map(v => utils.escapeRegex(v)).join('..');
  }

  return value;
};

/**
 * Create the message for a syntax error
 */

const syntaxError = (type, char) => {
  return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
};

const splitTopLevel = input => {
  const parts = [];
  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let value = '';
  let escaped = false;

  for (const ch of input) {
    if (escaped === true) {
      value += ch;
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      value += ch;
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      value += ch;
      continue;
    }

    if (quote === 0) {
      if (ch === '[') {
        bracket++;
      } else if (ch === ']' && bracket > 0) {
        bracket--;
      } else if (bracket === 0) {
        if (ch === '(') {
          paren++;
        } else if (ch === ')' && paren > 0) {
          paren--;
        } else if (ch === '|' && paren === 0) {
          parts.push(value);
          value = '';
          continue;
        }
      }
    }

    value += ch;
  }

  parts.push(value);
  return parts;
};

const isPlainBranch = branch => {
  let escaped = false;

  for (const ch of branch) {
    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (/[?*+@!()[\]{}]/.test(ch)) {
      return false;
    }
  }

  return true;
};

const normalizeSimpleBranch = branch => {
  let value = branch.trim();
  let changed = true;

  while (changed === true) {
    changed = false;

    if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
      value = value.slice(2, -1);
      changed = true;
    }
  }

  if (!isPlainBranch(value)) {
    return;
  }

  return value.replace(/\\(.)/g, '$1');
};

const hasRepeatedCharPrefixOverlap = branches => {
  const values = branches.map(normalizeSimpleBranch).filter(Boolean);

  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const a = values[i];
      const b = values[j];
      const char = a[0];

      if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
        continue;
      }

      if (a === b || a.startsWith(b) || b.startsWith(a)) {
        return true;
      }
    }
  }

  return false;
};

const parseRepeatedExtglob = (pattern, requireEnd = true) => {
  if ((pattern[0] !== '+' && pattern[0] !== '*') || pattern[1] !== '(') {
    return;
  }

  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let escaped = false;

  for (let i = 1; i < pattern.length; i++) {
    const ch = pattern[i];

    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      continue;
    }

    if (quote === 1) {
      continue;
    }

    if (ch === '[') {
      bracket++;
      continue;
    }

    if (ch === ']' && bracket > 0) {
      bracket--;
      continue;
    }

    if (bracket > 0) {
      continue;
    }

    if (ch === '(') {
      paren++;
      continue;
    }

    if (ch === ')') {
      paren--;

      if (paren === 0) {
        if (requireEnd === true && i !== pattern.length - 1) {
          return;
        }

        return {
          type: pattern[0],
          body: pattern.slice(2, i),
          end: i
        };
      }
    }
  }
};

const buildCharClassStar = chars => {
  const source = chars.length === 1
    ? utils.escapeRegex(chars[0])
    : `[${chars.map(ch => utils.escapeRegex(ch)).join('')}]`;

  return `${source}*`;
};

const getStarExtglobSequenceChars = pattern => {
  let index = 0;
  const chars = [];

  while (index < pattern.length) {
    const match = parseRepeatedExtglob(pattern.slice(index), false);

    if (!match || match.type !== '*') {
      return;
    }

    const branches = splitTopLevel(match.body).map(branch => branch.trim());
    if (branches.length !== 1) {
      return;
    }

    const branch = normalizeSimpleBranch(branches[0]);
    if (!branch || branch.length !== 1) {
      return;
    }

    chars.push(branch);
    index += match.end + 1;
  }

  if (chars.length < 1) {
    return;
  }

  return chars;
};

const repeatedExtglobRecursion = pattern => {
  let depth = 0;
  let value = pattern.trim();
  let match = parseRepeatedExtglob(value);

  while (match) {
    depth++;
    value = match.body.trim();
    match = parseRepeatedExtglob(value);
  }

  return depth;
};

const analyzeRepeatedExtglob = (body, options) => {
  if (options.maxExtglobRecursion === false) {
    return { risky: false };
  }

  const max =
    typeof options.maxExtglobRecursion === 'number'
      ? options.maxExtglobRecursion
      : constants.DEFAULT_MAX_EXTGLOB_RECURSION;

  const branches = splitTopLevel(body).map(branch => branch.trim());

  if (branches.length > 1) {
    if (
      branches.some(branch => branch === '') ||
      branches.some(branch => /^[*?]+$/.test(branch)) ||
      hasRepeatedCharPrefixOverlap(branches)
    ) {
      return { risky: true };
    }
  }

  // A repeated extglob is "risky" (prone to catastrophic backtracking) when a
  // branch is itself a `*(...)` sequence, since that nests an unbounded quantifier
  // inside the outer `+(...)`/`*(...)`. When *every* branch reduces to single
  // characters we can emit one flat, ReDoS-safe character class that preserves the
  // meaning of ALL branches (e.g. `+(*(a)|*(b))` -> `[ab]*`), rather than dropping
  // every branch but the first.
  const safeChars = [];
  let sawStarSequence = false;
  let combinable = true;

  for (const branch of branches) {
    const chars = getStarExtglobSequenceChars(branch);
    if (chars) {
      sawStarSequence = true;
      safeChars.push(...chars);
      continue;
    }

    const literal = normalizeSimpleBranch(branch);
    if (literal && literal.length === 1) {
      safeChars.push(literal);
      continue;
    }

    combinable = false;

    if (repeatedExtglobRecursion(branch) > max) {
      return { risky: true };
    }
  }

  if (sawStarSequence) {
    return combinable
      ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) }
      : { risky: true };
  }

  return { risky: false };
};

/**
 * Parse the given input string.
 * @param {String} input
 * @param {Object} options
 * @return {Object}
 */

const parse = (input, options) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected a string');
  }

  input = REPLACEMENTS[input] || input;

  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;

  let len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  const bos = { type: 'bos', value: '', output: opts.prepend || '' };
  const tokens = [bos];

  const capture = opts.capture ? '' : '?:';

  // create constants based on platform, for windows or posix
  const PLATFORM_CHARS = constants.globChars(opts.windows);
  const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);

  const {
    DOT_LITERAL,
    PLUS_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOT_SLASH,
    NO_DOTS_SLASH,
    QMARK,
    QMARK_NO_DOT,
    STAR,
    START_ANCHOR
  } = PLATFORM_CHARS;

  const globstar = opts => {
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const nodot = opts.dot ? '' : NO_DOT;
  const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
  let star = opts.bash === true ? globstar(opts) : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  // minimatch options support
  if (typeof opts.noext === 'boolean') {
    opts.noextglob = opts.noext;
  }

  const state = {
    input,
    index: -1,
    start: 0,
    dot: opts.dot === true,
    consumed: '',
    output: '',
    prefix: '',
    backtrack: false,
    negated: false,
    brackets: 0,
    braces: 0,
    parens: 0,
    quotes: 0,
    globstar: false,
    tokens
  };

  input = utils.removePrefix(input, state);
  len = input.length;

  const extglobs = [];
  const braces = [];
  const stack = [];
  let prev = bos;
  let value;

  /**
   * Tokenizing helpers
   */

  const eos = () => state.index === len - 1;
  const peek = state.peek = (n = 1) => input[state.index + n];
  const advance = state.advance = () => input[++state.index] || '';
  const remaining = () => input.slice(state.index + 1);
  const consume = (value = '', num = 0) => {
    state.consumed += value;
    state.index += num;
  };

  const append = token => {
    state.output += token.output != null ? token.output : token.value;
    consume(token.value);
  };

  const negate = () => {
    let count = 1;

    while (peek() === '!' && (peek(2) !== '(' || peek(3) === '?')) {
      advance();
      state.start++;
      count++;
    }

    if (count % 2 === 0) {
      return false;
    }

    state.negated = true;
    state.start++;
    return true;
  };

  const increment = type => {
    state[type]++;
    stack.push(type);
  };

  const decrement = type => {
    state[type]--;
    stack.pop();
  };

  /**
   * Push tokens onto the tokens array. This helper speeds up
   * tokenizing by 1) helping us avoid backtracking as much as possible,
   * and 2) helping us avoid creating extra tokens when consecutive
   * characters are plain text. This improves performance and simplifies
   * lookbehinds.
   */

  const push = tok => {
    if (prev.type === 'globstar') {
      const isBrace = state.braces > 0 && (tok.type === 'comma' || tok.type === 'brace');
      const isExtglob = tok.extglob === true || (extglobs.length && (tok.type === 'pipe' || tok.type === 'paren'));

      if (tok.type !== 'slash' && tok.type !== 'paren' && !isBrace && !isExtglob) {
        state.output = state.output.slice(0, -prev.output.length);
        prev.type = 'star';
        prev.value = '*';
        prev.output = star;
        state.output += prev.output;
      }
    }

    if (extglobs.length && tok.type !== 'paren') {
      extglobs[extglobs.length - 1].inner += tok.value;
    }

    if (tok.value || tok.output) append(tok);
    if (prev && prev.type === 'text' && tok.type === 'text') {
      prev.output = (prev.output || prev.value) + tok.value;
      prev.value += tok.value;
      return;
    }

    tok.prev = prev;
    tokens.push(tok);
    prev = tok;
  };

  const extglobOpen = (type, value) => {
    const token = { ...EXTGLOB_CHARS[value], conditions: 1, inner: '' };

    token.prev = prev;
    token.parens = state.parens;
    token.output = state.output;
    token.startIndex = state.index;
    token.tokensIndex = tokens.length;
    const output = (opts.capture ? '(' : '') + token.open;

    increment('parens');
    push({ type, value, output: state.output ? '' : ONE_CHAR });
    push({ type: 'paren', extglob: true, value: advance(), output });
    extglobs.push(token);
  };

  const extglobClose = token => {
    const literal = input.slice(token.startIndex, state.index + 1);
    const body = input.slice(token.startIndex + 2, state.index);
    const analysis = analyzeRepeatedExtglob(body, opts);

    if ((token.type === 'plus' || token.type === 'star') && analysis.risky) {
      const safeOutput = analysis.safeOutput
        ? (token.output ? '' : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput)
        : undefined;
      const open = tokens[token.tokensIndex];

      open.type = 'text';
      open.value = literal;
      open.output = safeOutput || utils.escapeRegex(literal);

      for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
        tokens[i].value = '';
        tokens[i].output = '';
        delete tokens[i].suffix;
      }

      state.output = token.output + open.output;
      state.backtrack = true;

      push({ type: 'paren', extglob: true, value, output: '' });
      decrement('parens');
      return;
    }

    let output = token.close + (opts.capture ? ')' : '');
    let rest;

    if (token.type === 'negate') {
      let extglobStar = star;

      if (token.inner && token.inner.length > 1 && token.inner.includes('/')) {
        extglobStar = globstar(opts);
      }

      if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
        output = token.close = `)$))${extglobStar}`;
      }

      if (token.inner.includes('*') && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
        // Any non-magical string (`.ts`) or even nested expression (`.{ts,tsx}`) can follow after the closing parenthesis.
        // In this case, we need to parse the string and use it in the output of the original pattern.
        // Suitable patterns: `/!(*.d).ts`, `/!(*.d).{ts,tsx}`, `**/!(*-dbg).@(js)`.
        //
        // Disabling the `fastpaths` option due to a problem with parsing strings as `.ts` in the pattern like `**/!(*.d).ts`.
        const expression = parse(rest, { ...options, fastpaths: false }).output;

        output = token.close = `)${expression})${extglobStar})`;
      }

      if (token.prev.type === 'bos') {
        state.negatedExtglob = true;
      }
    }

    push({ type: 'paren', extglob: true, value, output });
    decrement('parens');
  };

  /**
   * Fast paths
   */

  if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
    let backslashes = false;

    let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
      if (first === '\\') {
        backslashes = true;
        return m;
      }

      if (first === '?') {
        if (esc) {
          return esc + first + (rest ? QMARK.repeat(rest.length) : '');
        }
        if (index === 0) {
          return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : '');
        }
        return QMARK.repeat(chars.length);
      }

      if (first === '.') {
        return DOT_LITERAL.repeat(chars.length);
      }

      if (first === '*') {
        if (esc) {
          return esc + first + (rest ? star : '');
        }
        return star;
      }
      return esc ? m : `\\${m}`;
    });

    if (backslashes === true) {
      if (opts.unescape === true) {
        output = output.replace(/\\/g, '');
      } else {
        output = output.replace(/\\+/g, m => {
          return m.length % 2 === 0 ? '\\\\' : (m ? '\\' : '');
        });
      }
    }

    if (output === input && opts.contains === true) {
      state.output = input;
      return state;
    }

    state.output = utils.wrapOutput(output, state, options);
    return state;
  }

  /**
   * Tokenize input until we reach end-of-string
   */

  while (!eos()) {
    value = advance();

    if (value === '\u0000') {
      continue;
    }

    /**
     * Escaped characters
     */

    if (value === '\\') {
      const next = peek();

      if (next === '/' && opts.bash !== true) {
        continue;
      }

      if (next === '.' || next === ';') {
        continue;
      }

      if (!next) {
        value += '\\';
        push({ type: 'text', value });
        continue;
      }

      // collapse slashes to reduce potential for exploits
      const match = /^\\+/.exec(remaining());
      let slashes = 0;

      if (match && match[0].length > 2) {
        slashes = match[0].length;
        state.index += slashes;
        if (slashes % 2 !== 0) {
          value += '\\';
        }
      }

      if (opts.unescape === true) {
        value = advance();
      } else {
        value += advance();
      }

      if (state.brackets === 0) {
        push({ type: 'text', value });
        continue;
      }
    }

    /**
     * If we're inside a regex character class, continue
     * until we reach the closing bracket.
     */

    if (state.brackets > 0 && (value !== ']' || prev.value === '[' || prev.value === '[^')) {
      if (opts.posix !== false && value === ':') {
        const inner = prev.value.slice(1);
        if (inner.includes('[')) {
          prev.posix = true;

          if (inner.includes(':')) {
            const idx = prev.value.lastIndexOf('[');
            const pre = prev.value.slice(0, idx);
            const rest = prev.value.slice(idx + 2);
            const posix = POSIX_REGEX_SOURCE[rest];
            if (posix) {
              prev.value = pre + posix;
              state.backtrack = true;
              advance();

              if (!bos.output && tokens.indexOf(prev) === 1) {
                bos.output = ONE_CHAR;
              }
              continue;
            }
          }
        }
      }

      if ((value === '[' && peek() !== ':') || (value === '-' && peek() === ']')) {
        value = `\\${value}`;
      }

      if (value === ']' && (prev.value === '[' || prev.value === '[^')) {
        value = `\\${value}`;
      }

      if (opts.posix === true && value === '!' && prev.value === '[') {
        value = '^';
      }

      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * If we're inside a quoted string, continue
     * until we reach the closing double quote.
     */

    if (state.quotes === 1 && value !== '"') {
      value = utils.escapeRegex(value);
      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * Double quotes
     */

    if (value === '"') {
      state.quotes = state.quotes === 1 ? 0 : 1;
      if (opts.keepQuotes === true) {
        push({ type: 'text', value });
      }
      continue;
    }

    /**
     * Parentheses
     */

    if (value === '(') {
      increment('parens');
      push({ type: 'paren', value });
      continue;
    }

    if (value === ')') {
      if (state.parens === 0 && opts.strictBrackets === true) {
        throw new SyntaxError(syntaxError('opening', '('));
      }

      const extglob = extglobs[extglobs.length - 1];
      if (extglob && state.parens === extglob.parens + 1) {
        extglobClose(extglobs.pop());
        continue;
      }

      push({ type: 'paren', value, output: state.parens ? ')' : '\\)' });
      decrement('parens');
      continue;
    }

    /**
     * Square brackets
     */

    if (value === '[') {
      if (opts.nobracket === true || !remaining().includes(']')) {
        if (opts.nobracket !== true && opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('closing', ']'));
        }

        value = `\\${value}`;
      } else {
        increment('brackets');
      }

      push({ type: 'bracket', value });
      continue;
    }

    if (value === ']') {
      if (opts.nobracket === true || (prev && prev.type === 'bracket' && prev.value.length === 1)) {
        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      if (state.brackets === 0) {
        if (opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('opening', '['));
        }

        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      decrement('brackets');

      const prevValue = prev.value.slice(1);
      if (prev.posix !== true && prevValue[0] === '^' && !prevValue.includes('/')) {
        value = `/${value}`;
      }

      prev.value += value;
      append({ value });

      // when literal brackets are explicitly disabled
      // assume we should match with a regex character class
      if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
        continue;
      }

      const escaped = utils.escapeRegex(prev.value);
      state.output = state.output.slice(0, -prev.value.length);

      // when literal brackets are explicitly enabled
      // assume we should escape the brackets to match literal characters
      if (opts.literalBrackets === true) {
        state.output += escaped;
        prev.value = escaped;
        continue;
      }

      // when the user specifies nothing, try to match both
      prev.value = `(${capture}${escaped}|${prev.value})`;
      state.output += prev.value;
      continue;
    }

    /**
     * Braces
     */

    if (value === '{' && opts.nobrace !== true) {
      increment('braces');

      const open = {
        type: 'brace',
        value,
        output: '(',
        outputIndex: state.output.length,
        tokensIndex: state.tokens.length
      };

      braces.push(open);
      push(open);
      continue;
    }

    if (value === '}') {
      const brace = braces[braces.length - 1];

      if (opts.nobrace === true || !brace) {
        push({ type: 'text', value, output: value });
        continue;
      }

      let output = ')';

      if (brace.dots === true) {
        const arr = tokens.slice();
        const range = [];

        for (let i = arr.length - 1; i >= 0; i--) {
          tokens.pop();
          if (arr[i].type === 'brace') {
            break;
          }
          if (arr[i].type !== 'dots') {
            range.unshift(arr[i].value);
          }
        }

        output = expandRange(range, opts);
        state.backtrack = true;
      }

      if (brace.comma !== true && brace.dots !== true) {
        const out = state.output.slice(0, brace.outputIndex);
        const toks = state.tokens.slice(brace.tokensIndex);
        brace.value = brace.output = '\\{';
        value = output = '\\}';
        state.output = out;
        for (const t of toks) {
          state.output += (t.output || t.value);
        }
      }

      push({ type: 'brace', value, output });
      decrement('braces');
      braces.pop();
      continue;
    }

    /**
     * Pipes
     */

    if (value === '|') {
      if (extglobs.length > 0) {
        extglobs[extglobs.length - 1].conditions++;
      }
      push({ type: 'text', value });
      continue;
    }

    /**
     * Commas
     */

    if (value === ',') {
      let output = value;

      const brace = braces[braces.length - 1];
      if (brace && stack[stack.length - 1] === 'braces') {
        brace.comma = true;
        output = '|';
      }

      push({ type: 'comma', value, output });
      continue;
    }

    /**
     * Slashes
     */

    if (value === '/') {
      // if the beginning of the glob is "./", advance the start
      // to the current index, and don't add the "./" characters
      // to the state. This greatly simplifies lookbehinds when
      // checking for BOS characters like "!" and "." (not "./")
      if (prev.type === 'dot' && state.index === state.start + 1) {
        state.start = state.index + 1;
        state.consumed = '';
        state.output = '';
        tokens.pop();
        prev = bos; // reset "prev" to the first token
        continue;
      }

      push({ type: 'slash', value, output: SLASH_LITERAL });
      continue;
    }

    /**
     * Dots
     */

    if (value === '.') {
      if (state.braces > 0 && prev.type === 'dot') {
        if (prev.value === '.') prev.output = DOT_LITERAL;
        const brace = braces[braces.length - 1];
        prev.type = 'dots';
        prev.output += value;
        prev.value += value;
        brace.dots = true;
        continue;
      }

      if ((state.braces + state.parens) === 0 && prev.type !== 'bos' && prev.type !== 'slash') {
        push({ type: 'text', value, output: DOT_LITERAL });
        continue;
      }

      push({ type: 'dot', value, output: DOT_LITERAL });
      continue;
    }

    /**
     * Question marks
     */

    if (value === '?') {
      const isGroup = prev && prev.value === '(';
      if (!isGroup && opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('qmark', value);
        continue;
      }

      if (prev && prev.type === 'paren') {
        const next = peek();
        let output = value;

        if ((prev.value === '(' && !/[!=<:]/.test(next)) || (next === '<' && !/<([!=]|\w+>)/.test(remaining()))) {
          output = `\\${value}`;
        }

        push({ type: 'text', value, output });
        continue;
      }

      if (opts.dot !== true && (prev.type === 'slash' || prev.type === 'bos')) {
        push({ type: 'qmark', value, output: QMARK_NO_DOT });
        continue;
      }

      push({ type: 'qmark', value, output: QMARK });
      continue;
    }

    /**
     * Exclamation
     */

    if (value === '!') {
      if (opts.noextglob !== true && peek() === '(') {
        if (peek(2) !== '?' || !/[!=<:]/.test(peek(3))) {
          extglobOpen('negate', value);
          continue;
        }
      }

      if (opts.nonegate !== true && state.index === 0) {
        negate();
        continue;
      }
    }

    /**
     * Plus
     */

    if (value === '+') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('plus', value);
        continue;
      }

      if ((prev && prev.value === '(') || opts.regex === false) {
        push({ type: 'plus', value, output: PLUS_LITERAL });
        continue;
      }

      if ((prev && (prev.type === 'bracket' || prev.type === 'paren' || prev.type === 'brace')) || state.parens > 0) {
        push({ type: 'plus', value });
        continue;
      }

      push({ type: 'plus', value: PLUS_LITERAL });
      continue;
    }

    /**
     * Plain text
     */

    if (value === '@') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        push({ type: 'at', extglob: true, value, output: '' });
        continue;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Plain text
     */

    if (value !== '*') {
      if (value === '$' || value === '^') {
        value = `\\${value}`;
      }

      const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
      if (match) {
        value += match[0];
        state.index += match[0].length;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Stars
     */

    if (prev && (prev.type === 'globstar' || prev.star === true)) {
      prev.type = 'star';
      prev.star = true;
      prev.value += value;
      prev.output = star;
      state.backtrack = true;
      state.globstar = true;
      consume(value);
      continue;
    }

    let rest = remaining();
    if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
      extglobOpen('star', value);
      continue;
    }

    if (prev.type === 'star') {
      if (opts.noglobstar === true) {
        consume(value);
        continue;
      }

      const prior = prev.prev;
      const before = prior.prev;
      const isStart = prior.type === 'slash' || prior.type === 'bos';
      const afterStar = before && (before.type === 'star' || before.type === 'globstar');

      if (opts.bash === true && (!isStart || (rest[0] && rest[0] !== '/'))) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      const isBrace = state.braces > 0 && (prior.type === 'comma' || prior.type === 'brace');
      const isExtglob = extglobs.length && (prior.type === 'pipe' || prior.type === 'paren');
      if (!isStart && prior.type !== 'paren' && !isBrace && !isExtglob) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      // strip consecutive `/**/`
      while (rest.slice(0, 3) === '/**') {
        const after = input[state.index + 4];
        if (after && after !== '/') {
          break;
        }
        rest = rest.slice(3);
        consume('/**', 3);
      }

      // A globstar followed only by balanced closing parens is at the logical end of patterns like
      // `test(/utils/**)` and `test?(/utils/**)`. Treat it as EOS so the trailing `/**` can match its
      // parent path, except in negated extglobs where that would change the exclusion semantics.
      const isEnd = eos() || (
        state.parens > 0
        && rest === ')'.repeat(state.parens)
        && !extglobs.some(extglob => extglob.type === 'negate')
      );

      if (prior.type === 'bos' && eos()) {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = globstar(opts);
        state.output = prev.output;
        state.globstar = true;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && !afterStar && isEnd) {
        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = globstar(opts) + (opts.strictSlashes ? ')' : '|$)');
        prev.value += value;
        state.globstar = true;
        state.output += prior.output + prev.output;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && rest[0] === '/') {
        const end = rest[1] !== void 0 ? '|$' : '';

        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
        prev.value += value;

        state.output += prior.output + prev.output;
        state.globstar = true;

        consume(value + advance());

        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      if (prior.type === 'bos' && rest[0] === '/') {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
        state.output = prev.output;
        state.globstar = true;
        consume(value + advance());
        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      // remove single star from output
      state.output = state.output.slice(0, -prev.output.length);

      // reset previous token to globstar
      prev.type = 'globstar';
      prev.output = globstar(opts);
      prev.value += value;

      // reset output with globstar
      state.output += prev.output;
      state.globstar = true;
      consume(value);
      continue;
    }

    const token = { type: 'star', value, output: star };

    if (opts.bash === true) {
      token.output = '.*?';
      if (prev.type === 'bos' || prev.type === 'slash') {
        token.output = nodot + token.output;
      }
      push(token);
      continue;
    }

    if (prev && (prev.type === 'bracket' || prev.type === 'paren') && opts.regex === true) {
      token.output = value;
      push(token);
      continue;
    }

    if (state.index === state.start || prev.type === 'slash' || prev.type === 'dot') {
      if (prev.type === 'dot') {
        state.output += NO_DOT_SLASH;
        prev.output += NO_DOT_SLASH;

      } else if (opts.dot === true) {
        state.output += NO_DOTS_SLASH;
        prev.output += NO_DOTS_SLASH;

      } else {
        state.output += nodot;
        prev.output += nodot;
      }

      if (peek() !== '*') {
        state.output += ONE_CHAR;
        prev.output += ONE_CHAR;
      }
    }

    push(token);
  }

  while (state.brackets > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ']'));
    state.output = utils.escapeLast(state.output, '[');
    decrement('brackets');
  }

  while (state.parens > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ')'));
    state.output = utils.escapeLast(state.output, '(');
    decrement('parens');
  }

  while (state.braces > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', '}'));
    state.output = utils.escapeLast(state.output, '{');
    decrement('braces');
  }

  if (opts.strictSlashes !== true && (prev.type === 'star' || prev.type === 'bracket')) {
    push({ type: 'maybe_slash', value: '', output: `${SLASH_LITERAL}?` });
  }

  // rebuild the output if we had to backtrack at any point
  if (state.backtrack === true) {
    state.output = '';

    for (const token of state.tokens) {
      state.output += token.output != null ? token.output : token.value;

      if (token.suffix) {
        state.output += token.suffix;
      }
    }
  }

  return state;
};

/**
 * Fast paths for creating regular expressions for common glob patterns.
 * This can significantly speed up processing and has very little downside
 * impact when none of the fast paths match.
 */

parse.fastpaths = (input, options) => {
  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
  const len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  input = REPLACEMENTS[input] || input;

  // create constants based on platform, for windows or posix
  const {
    DOT_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOTS,
    NO_DOTS_SLASH,
    STAR,
    START_ANCHOR
  } = constants.globChars(opts.windows);

  const nodot = opts.dot ? NO_DOTS : NO_DOT;
  const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
  const capture = opts.capture ? '' : '?:';
  const state = { negated: false, prefix: '' };
  let star = opts.bash === true ? '.*?' : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  const globstar = opts => {
    if (opts.noglobstar === true) return star;
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const create = str => {
    switch (str) {
      case '*':
        return `${nodot}${ONE_CHAR}${star}`;

      case '.*':
        return `${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*.*':
        return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*/*':
        return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;

      case '**':
        return nodot + globstar(opts);

      case '**/*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;

      case '**/*.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '**/.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;

      default: {
        const match = /^(.*?)\.(\w+)$/.exec(str);
        if (!match) return;

        const source = create(match[1]);
        if (!source) return;

        return source + DOT_LITERAL + match[2];
      }
    }
  };

  const output = utils.removePrefix(input, state);
  let source = create(output);

  if (source && opts.strictSlashes !== true) {
    source += `${SLASH_LITERAL}?`;
  }

  return source;
};

module.exports = parse;


/***/ }),

/***/ 8016:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const scan = __nccwpck_require__(1781);
const parse = __nccwpck_require__(8265);
const utils = __nccwpck_require__(4059);
const constants = __nccwpck_require__(5595);
const isObject = val => val && typeof val === 'object' && !Array.isArray(val);

/**
 * Creates a matcher function from one or more glob patterns. The
 * returned function takes a string to match as its first argument,
 * and returns true if the string is a match. The returned matcher
 * function also takes a boolean as the second argument that, when true,
 * returns an object with additional information.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch(glob[, options]);
 *
 * const isMatch = picomatch('*.!(*a)');
 * console.log(isMatch('a.a')); //=> false
 * console.log(isMatch('a.b')); //=> true
 *
 * // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
 * const picomatch = require('picomatch/posix');
 * // the same API, defaulting to posix paths
 * const isMatch = picomatch('a/*');
 * console.log(isMatch('a\\b')); //=> false
 * console.log(isMatch('a/b')); //=> true
 *
 * // you can still configure the matcher function to accept windows paths
 * const isMatch = picomatch('a/*', { options: windows });
 * console.log(isMatch('a\\b')); //=> true
 * console.log(isMatch('a/b')); //=> true
 * ```
 * @name picomatch
 * @param {String|Array} `globs` One or more glob patterns.
 * @param {Object=} `options`
 * @return {Function=} Returns a matcher function.
 * @api public
 */

const picomatch = (glob, options, returnState = false) => {
  if (Array.isArray(glob)) {
    const fns = glob.map(input => picomatch(input, options, returnState));
    const arrayMatcher = str => {
      for (const isMatch of fns) {
        const state = isMatch(str);
        if (state) return state;
      }
      return false;
    };
    return arrayMatcher;
  }

  const isState = isObject(glob) && glob.tokens && glob.input;

  if (glob === '' || (typeof glob !== 'string' && !isState)) {
    throw new TypeError('Expected pattern to be a non-empty string');
  }

  const opts = options || {};
  const posix = opts.windows;
  const regex = isState
    ? picomatch.compileRe(glob, options)
    : picomatch.makeRe(glob, options, false, true);

  const state = regex.state;
  delete regex.state;

  let isIgnored = () => false;
  if (opts.ignore) {
    const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
    isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
  }

  const matcher = (input, returnObject = false) => {
    const { isMatch, match, output } = picomatch.test(input, regex, options, { glob, posix });
    const result = { glob, state, regex, posix, input, output, match, isMatch };

    if (typeof opts.onResult === 'function') {
      opts.onResult(result);
    }

    if (isMatch === false) {
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (isIgnored(input)) {
      if (typeof opts.onIgnore === 'function') {
        opts.onIgnore(result);
      }
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (typeof opts.onMatch === 'function') {
      opts.onMatch(result);
    }
    return returnObject ? result : true;
  };

  if (returnState) {
    matcher.state = state;
  }

  return matcher;
};

/**
 * Test `input` with the given `regex`. This is used by the main
 * `picomatch()` function to test the input string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.test(input, regex[, options]);
 *
 * console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
 * // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp} `regex`
 * @return {Object} Returns an object with matching info.
 * @api public
 */

picomatch.test = (input, regex, options, { glob, posix } = {}) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected input to be a string');
  }

  if (input === '') {
    return { isMatch: false, output: '' };
  }

  const opts = options || {};
  const format = opts.format || (posix ? utils.toPosixSlashes : null);
  let match = input === glob;
  let output = (match && format) ? format(input) : input;

  if (match === false) {
    output = format ? format(input) : input;
    match = output === glob;
  }

  if (match === false || opts.capture === true) {
    if (opts.matchBase === true || opts.basename === true) {
      match = picomatch.matchBase(input, regex, options, posix);
    } else {
      match = regex.exec(output);
    }
  }

  return { isMatch: Boolean(match), match, output };
};

/**
 * Match the basename of a filepath.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.matchBase(input, glob[, options]);
 * console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
 * @return {Boolean}
 * @api public
 */

picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
  const regex = glob instanceof RegExp ? glob : picomatch.makeRe(glob, options);
  return regex.test(utils.basename(input, { windows: posix }));
};

/**
 * Returns true if **any** of the given glob `patterns` match the specified `string`.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.isMatch(string, patterns[, options]);
 *
 * console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
 * console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
 * ```
 * @param {String|Array} str The string to test.
 * @param {String|Array} patterns One or more glob patterns to use for matching.
 * @param {Object} [options] See available [options](#options).
 * @return {Boolean} Returns true if any patterns match `str`
 * @api public
 */

picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);

/**
 * Parse a glob pattern to create the source string for a regular
 * expression.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const result = picomatch.parse(pattern[, options]);
 * ```
 * @param {String} `pattern`
 * @param {Object} `options`
 * @return {Object} Returns an object with useful properties and output to be used as a regex source string.
 * @api public
 */

picomatch.parse = (pattern, options) => {
  if (Array.isArray(pattern)) return pattern.map(p => picomatch.parse(p, options));
  return parse(pattern, { ...options, fastpaths: false });
};

/**
 * Scan a glob pattern to separate the pattern into segments.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.scan(input[, options]);
 *
 * const result = picomatch.scan('!./foo/*.js');
 * console.log(result);
 * { prefix: '!./',
 *   input: '!./foo/*.js',
 *   start: 3,
 *   base: 'foo',
 *   glob: '*.js',
 *   isBrace: false,
 *   isBracket: false,
 *   isGlob: true,
 *   isExtglob: false,
 *   isGlobstar: false,
 *   negated: true }
 * ```
 * @param {String} `input` Glob pattern to scan.
 * @param {Object} `options`
 * @return {Object} Returns an object with
 * @api public
 */

picomatch.scan = (input, options) => scan(input, options);

/**
 * Compile a regular expression from the `state` object returned by the
 * [parse()](#parse) method.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const state = picomatch.parse('*.js');
 * // picomatch.compileRe(state[, options]);
 *
 * console.log(picomatch.compileRe(state));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {Object} `state`
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
 * @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
 * @return {RegExp}
 * @api public
 */

picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
  if (returnOutput === true) {
    return state.output;
  }

  const opts = options || {};
  const prepend = opts.contains ? '' : '^';
  const append = opts.contains ? '' : '$';

  let source = `${prepend}(?:${state.output})${append}`;
  if (state && state.negated === true) {
    source = `^(?!${source}).*$`;
  }

  const regex = picomatch.toRegex(source, options);
  if (returnState === true) {
    regex.state = state;
  }

  return regex;
};

/**
 * Create a regular expression from a parsed glob pattern.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.makeRe(state[, options]);
 *
 * const result = picomatch.makeRe('*.js');
 * console.log(result);
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `state` The object returned from the `.parse` method.
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
 * @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
 * @return {RegExp} Returns a regex created from the given pattern.
 * @api public
 */

picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
  if (!input || typeof input !== 'string') {
    throw new TypeError('Expected a non-empty string');
  }

  let parsed = { negated: false, fastpaths: true };

  if (options.fastpaths !== false && (input[0] === '.' || input[0] === '*')) {
    parsed.output = parse.fastpaths(input, options);
  }

  if (!parsed.output) {
    parsed = parse(input, options);
  }

  return picomatch.compileRe(parsed, options, returnOutput, returnState);
};

/**
 * Create a regular expression from the given regex source string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.toRegex(source[, options]);
 *
 * const { output } = picomatch.parse('*.js');
 * console.log(picomatch.toRegex(output));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `source` Regular expression source string.
 * @param {Object} `options`
 * @return {RegExp}
 * @api public
 */

picomatch.toRegex = (source, options) => {
  try {
    const opts = options || {};
    return new RegExp(source, opts.flags || (opts.nocase ? 'i' : ''));
  } catch (err) {
    if (options && options.debug === true) throw err;
    return /$^/;
  }
};

/**
 * Picomatch constants.
 * @return {Object}
 */

picomatch.constants = constants;

/**
 * Expose "picomatch"
 */

module.exports = picomatch;


/***/ }),

/***/ 1781:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const utils = __nccwpck_require__(4059);
const {
  CHAR_ASTERISK,             /* * */
  CHAR_AT,                   /* @ */
  CHAR_BACKWARD_SLASH,       /* \ */
  CHAR_COMMA,                /* , */
  CHAR_DOT,                  /* . */
  CHAR_EXCLAMATION_MARK,     /* ! */
  CHAR_FORWARD_SLASH,        /* / */
  CHAR_LEFT_CURLY_BRACE,     /* { */
  CHAR_LEFT_PARENTHESES,     /* ( */
  CHAR_LEFT_SQUARE_BRACKET,  /* [ */
  CHAR_PLUS,                 /* + */
  CHAR_QUESTION_MARK,        /* ? */
  CHAR_RIGHT_CURLY_BRACE,    /* } */
  CHAR_RIGHT_PARENTHESES,    /* ) */
  CHAR_RIGHT_SQUARE_BRACKET  /* ] */
} = __nccwpck_require__(5595);

const isPathSeparator = code => {
  return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
};

const depth = token => {
  if (token.isPrefix !== true) {
    token.depth = token.isGlobstar ? Infinity : 1;
  }
};

/**
 * Quickly scans a glob pattern and returns an object with a handful of
 * useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
 * `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
 * with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
 *
 * ```js
 * const pm = require('picomatch');
 * console.log(pm.scan('foo/bar/*.js'));
 * { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
 * ```
 * @param {String} `str`
 * @param {Object} `options`
 * @return {Object} Returns an object with tokens and regex source string.
 * @api public
 */

const scan = (input, options) => {
  const opts = options || {};

  const length = input.length - 1;
  const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
  const slashes = [];
  const tokens = [];
  const parts = [];

  let str = input;
  let index = -1;
  let start = 0;
  let lastIndex = 0;
  let isBrace = false;
  let isBracket = false;
  let isGlob = false;
  let isExtglob = false;
  let isGlobstar = false;
  let braceEscaped = false;
  let backslashes = false;
  let negated = false;
  let negatedExtglob = false;
  let finished = false;
  let braces = 0;
  let prev;
  let code;
  let token = { value: '', depth: 0, isGlob: false };

  const eos = () => index >= length;
  const peek = () => str.charCodeAt(index + 1);
  const advance = () => {
    prev = code;
    return str.charCodeAt(++index);
  };

  while (index < length) {
    code = advance();
    let next;

    if (code === CHAR_BACKWARD_SLASH) {
      backslashes = token.backslashes = true;
      code = advance();

      if (code === CHAR_LEFT_CURLY_BRACE) {
        braceEscaped = true;
      }
      continue;
    }

    if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
      braces++;

      while (eos() !== true && (code = advance())) {
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          continue;
        }

        if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (braceEscaped !== true && code === CHAR_COMMA) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (code === CHAR_RIGHT_CURLY_BRACE) {
          braces--;

          if (braces === 0) {
            braceEscaped = false;
            isBrace = token.isBrace = true;
            finished = true;
            break;
          }
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (code === CHAR_FORWARD_SLASH) {
      slashes.push(index);
      tokens.push(token);
      token = { value: '', depth: 0, isGlob: false };

      if (finished === true) continue;
      if (prev === CHAR_DOT && index === (start + 1)) {
        start += 2;
        continue;
      }

      lastIndex = index + 1;
      continue;
    }

    if (opts.noext !== true) {
      const isExtglobChar = code === CHAR_PLUS
        || code === CHAR_AT
        || code === CHAR_ASTERISK
        || code === CHAR_QUESTION_MARK
        || code === CHAR_EXCLAMATION_MARK;

      if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
        isGlob = token.isGlob = true;
        isExtglob = token.isExtglob = true;
        finished = true;
        if (code === CHAR_EXCLAMATION_MARK && index === start) {
          negatedExtglob = true;
        }

        if (scanToEnd === true) {
          let parens = 0;

          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }

            if (code === CHAR_LEFT_PARENTHESES) {
              parens++;
              continue;
            }

            if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
              finished = true;
              break;
            }
          }
          continue;
        }
        break;
      }
    }

    if (code === CHAR_ASTERISK) {
      if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_QUESTION_MARK) {
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_LEFT_SQUARE_BRACKET) {
      while (eos() !== true && (next = advance())) {
        if (next === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (next === CHAR_RIGHT_SQUARE_BRACKET) {
          isBracket = token.isBracket = true;
          isGlob = token.isGlob = true;
          finished = true;
          break;
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
      negated = token.negated = true;
      start++;
      continue;
    }

    if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
      isGlob = token.isGlob = true;

      if (scanToEnd === true) {
        let parens = 1;

        while (eos() !== true && (code = advance())) {
          if (code === CHAR_BACKWARD_SLASH) {
            backslashes = token.backslashes = true;
            advance();
            continue;
          }

          if (code === CHAR_LEFT_PARENTHESES) {
            parens++;
            continue;
          }

          if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
            finished = true;
            break;
          }
        }
        continue;
      }
      break;
    }

    if (isGlob === true) {
      finished = true;

      if (scanToEnd === true) {
        continue;
      }

      break;
    }
  }

  if (opts.noext === true) {
    isExtglob = false;
    isGlob = false;
  }

  let base = str;
  let prefix = '';
  let glob = '';

  if (start > 0) {
    prefix = str.slice(0, start);
    str = str.slice(start);
    lastIndex -= start;
  }

  if (base && isGlob === true && lastIndex > 0) {
    base = str.slice(0, lastIndex);
    glob = str.slice(lastIndex);
  } else if (isGlob === true) {
    base = '';
    glob = str;
  } else {
    base = str;
  }

  if (base && base !== '' && base !== '/' && base !== str) {
    if (isPathSeparator(base.charCodeAt(base.length - 1))) {
      base = base.slice(0, -1);
    }
  }

  if (opts.unescape === true) {
    if (glob) glob = utils.removeBackslashes(glob);

    if (base && backslashes === true) {
      base = utils.removeBackslashes(base);
    }
  }

  const state = {
    prefix,
    input,
    start,
    base,
    glob,
    isBrace,
    isBracket,
    isGlob,
    isExtglob,
    isGlobstar,
    negated,
    negatedExtglob
  };

  if (opts.tokens === true) {
    state.maxDepth = 0;
    if (!isPathSeparator(code)) {
      tokens.push(token);
    }
    state.tokens = tokens;
  }

  if (opts.parts === true || opts.tokens === true) {
    let prevIndex;

    for (let idx = 0; idx < slashes.length; idx++) {
      const n = prevIndex !== undefined ? prevIndex + 1 : start;
      const i = slashes[idx];
      const value = input.slice(n, i);
      if (opts.tokens) {
        if (idx === 0 && start !== 0) {
          tokens[idx].isPrefix = true;
          tokens[idx].value = prefix;
        } else {
          tokens[idx].value = value;
        }
        depth(tokens[idx]);
        state.maxDepth += tokens[idx].depth;
      }
      if (i >= start) {
        parts.push(value);
        prevIndex = i;
      }
    }

    const n = prevIndex !== undefined ? prevIndex + 1 : start;
    const value = input.slice(n);
    parts.push(value);

    if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
      tokens[tokens.length - 1].value = value;
      depth(tokens[tokens.length - 1]);
      state.maxDepth += tokens[tokens.length - 1].depth;
    }

    state.slashes = slashes;
    state.parts = parts;
  }

  return state;
};

module.exports = scan;


/***/ }),

/***/ 4059:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

/*global navigator*/


const {
  REGEX_BACKSLASH,
  REGEX_REMOVE_BACKSLASH,
  REGEX_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_GLOBAL
} = __nccwpck_require__(5595);

exports.isObject = val => val !== null && typeof val === 'object' && !Array.isArray(val);
exports.hasRegexChars = str => REGEX_SPECIAL_CHARS.test(str);
exports.isRegexChar = str => str.length === 1 && exports.hasRegexChars(str);
exports.escapeRegex = str => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, '\\$1');
exports.toPosixSlashes = str => str.replace(REGEX_BACKSLASH, '/');

exports.isWindows = () => {
  if (typeof navigator !== 'undefined' && navigator.platform) {
    const platform = navigator.platform.toLowerCase();
    return platform === 'win32' || platform === 'windows';
  }

  if (typeof process !== 'undefined' && process.platform) {
    return process.platform === 'win32';
  }

  return false;
};

exports.removeBackslashes = str => {
  return str.replace(REGEX_REMOVE_BACKSLASH, match => {
    return match === '\\' ? '' : match;
  });
};

exports.escapeLast = (input, char, lastIdx) => {
  const idx = input.lastIndexOf(char, lastIdx);
  if (idx === -1) return input;
  if (input[idx - 1] === '\\') return exports.escapeLast(input, char, idx - 1);
  return `${input.slice(0, idx)}\\${input.slice(idx)}`;
};

exports.removePrefix = (input, state = {}) => {
  let output = input;
  if (output.startsWith('./')) {
    output = output.slice(2);
    state.prefix = './';
  }
  return output;
};

exports.wrapOutput = (input, state = {}, options = {}) => {
  const prepend = options.contains ? '' : '^';
  const append = options.contains ? '' : '$';

  let output = `${prepend}(?:${input})${append}`;
  if (state.negated === true) {
    output = `(?:^(?!${output}).*$)`;
  }
  return output;
};

exports.basename = (path, { windows } = {}) => {
  const segs = path.split(windows ? /[\\/]/ : '/');
  const last = segs[segs.length - 1];

  if (last === '') {
    return segs[segs.length - 2];
  }

  return last;
};


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3480:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("querystring");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(2404);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(1464);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
exports.Vj = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
exports.jn = identity.isScalar;
exports.oP = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
__webpack_unused_export__ = lexer.Lexer;
exports.HN = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
__webpack_unused_export__ = publicApi.parse;
exports.hR = publicApi.parseAllDocuments;
__webpack_unused_export__ = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(1464);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(5913);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 3497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   callerIdentity: () => (/* binding */ callerIdentity)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4708);
/* harmony import */ var aws4__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8832);



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
    return aws4__WEBPACK_IMPORTED_MODULE_2__.sign(request, { ...pair }).headers ?? {};
}
function send(headers, { endpoint, connection }, signal) {
    const url = new URL('/', endpoint);
    return new Promise((done, failed) => {
        const secure = url.protocol === 'https:';
        const options = { method: 'POST', headers, signal };
        const outgoing = secure
            ? (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, { ...options, agent: connection.httpsAgent(url) })
            : (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, { ...options, agent: connection.httpAgent(url) });
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

/***/ }),

/***/ 4761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Failure)
/* harmony export */ });
/* unused harmony export explain */
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

/***/ 2058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  parseBaseline: () => (/* binding */ parseBaseline)
});

;// CONCATENATED MODULE: ./node_modules/valibot/dist/index.mjs
//#region src/storages/globalConfig/globalConfig.ts
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Sets the global configuration.
*
* @param config The configuration.
*/
function setGlobalConfig(config$1) {
	store$4 = {
		...store$4,
		...config$1
	};
}
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
/**
* Deletes the global configuration.
*/
function deleteGlobalConfig() {
	store$4 = void 0;
}

//#endregion
//#region src/storages/globalMessage/globalMessage.ts
let store$3;
/**
* Sets a global error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setGlobalMessage(message$1, lang) {
	if (!store$3) store$3 = /* @__PURE__ */ new Map();
	store$3.set(lang, message$1);
}
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
/**
* Deletes a global error message.
*
* @param lang The language of the message.
*/
function deleteGlobalMessage(lang) {
	store$3?.delete(lang);
}

//#endregion
//#region src/storages/schemaMessage/schemaMessage.ts
let store$2;
/**
* Sets a schema error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setSchemaMessage(message$1, lang) {
	if (!store$2) store$2 = /* @__PURE__ */ new Map();
	store$2.set(lang, message$1);
}
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
/**
* Deletes a schema error message.
*
* @param lang The language of the message.
*/
function deleteSchemaMessage(lang) {
	store$2?.delete(lang);
}

//#endregion
//#region src/storages/specificMessage/specificMessage.ts
let store$1;
/**
* Sets a specific error message.
*
* @param reference The identifier reference.
* @param message The error message.
* @param lang The language of the message.
*/
function setSpecificMessage(reference, message$1, lang) {
	if (!store$1) store$1 = /* @__PURE__ */ new Map();
	if (!store$1.get(reference)) store$1.set(reference, /* @__PURE__ */ new Map());
	store$1.get(reference).set(lang, message$1);
}
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Deletes a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*/
function deleteSpecificMessage(reference, lang) {
	store$1?.get(reference)?.delete(lang);
}

//#endregion
//#region src/utils/_stringify/_stringify.ts
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}

//#endregion
//#region src/utils/_addIssue/_addIssue.ts
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}

//#endregion
//#region src/utils/_cloneDataset/_cloneDataset.ts
/**
* Creates a shallow copy of a dataset.
*
* Hint: The `value` is copied by reference, but the `issues` array, its issues
* and their `path` arrays are cloned to avoid reusing mutable dataset state
* across multiple runs. Mutating a returned object or array value can
* therefore affect later cache hits that reuse the same cached output.
*
* @param dataset The output dataset.
*
* @returns The copied output dataset.
*/
/* @__NO_SIDE_EFFECTS__ */
function _cloneDataset(dataset) {
	return {
		typed: dataset.typed,
		value: dataset.value,
		issues: dataset.issues?.map((issue) => ({
			...issue,
			path: issue.path && [...issue.path]
		}))
	};
}

//#endregion
//#region src/utils/_formatCase/_formatCase.ts
/**
* Splits a string into lowercase words and rejoins them with the given
* separator and capitalization rules.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries. Whether the first or subsequent words are
* capitalized is controlled by `capFirst` and `capRest`.
*
* Hint: Implemented in a single pass that emits directly to the result
* string to avoid an intermediate `string[]` allocation. ASCII chars are
* classified via char codes to skip `.toLowerCase()` and `.toUpperCase()`
* method calls in the common case.
*
* Hint: Digits are treated as a separate character class, so `item2Name`
* yields `item2` and `name` rather than `item`, `2` and `name`.
*
* @param input The input string.
* @param separator The string inserted between words.
* @param capFirst Whether to capitalize the first word.
* @param capRest Whether to capitalize subsequent words.
*
* @returns The formatted string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _formatCase(input, separator, capFirst, capRest) {
	let result = "";
	let firstWord = true;
	let start = 0;
	let prev = 0;
	let prevPrev = 0;
	const flush = (end) => {
		if (end > start) {
			let word = input.slice(start, end).toLowerCase();
			if (firstWord ? capFirst : capRest) {
				const firstCode = word.charCodeAt(0);
				if (firstCode >= 97 && firstCode <= 122) word = String.fromCharCode(firstCode - 32) + word.slice(1);
				else {
					const charLen = firstCode >= 55296 && firstCode <= 56319 ? 2 : 1;
					word = word.slice(0, charLen).toUpperCase() + word.slice(charLen);
				}
			}
			result += firstWord ? word : separator + word;
			firstWord = false;
		}
	};
	for (let index = 0; index < input.length; index++) {
		const code = input.charCodeAt(index);
		let type;
		if (code === 32 || code === 9 || code === 10 || code === 11 || code === 12 || code === 13 || code === 45 || code === 95) {
			flush(index);
			start = index + 1;
			type = 0;
		} else if (code < 128) type = code >= 65 && code <= 90 ? 1 : code >= 97 && code <= 122 ? 2 : 3;
		else {
			const char = input[index];
			const charLower = char.toLowerCase();
			type = charLower === char.toUpperCase() ? 3 : char === charLower ? 2 : 1;
		}
		if (type === 1 && (prev === 2 || prev === 3) && index > start) {
			flush(index);
			start = index;
		} else if (type === 2 && prev === 1 && prevPrev === 1 && index - 1 > start) {
			flush(index - 1);
			start = index - 1;
		}
		prevPrev = prev;
		prev = type;
	}
	flush(input.length);
	return result;
}

//#endregion
//#region src/utils/_getByteCount/_getByteCount.ts
let textEncoder;
/**
* Returns the byte count of the input.
*
* @param input The input to be measured.
*
* @returns The byte count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getByteCount(input) {
	if (!textEncoder) textEncoder = new TextEncoder();
	return textEncoder.encode(input).length;
}

//#endregion
//#region src/utils/_getCodePointCount/_getCodePointCount.ts
/**
* Returns the code point count of the input.
*
* @param input The input to be measured.
*
* @returns The code point count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getCodePointCount(input) {
	let count = input.length;
	const lengthMinus1 = input.length - 1;
	for (let i = 0; i < lengthMinus1;) if (input.codePointAt(i) <= 65535) i++;
	else {
		i += 2;
		count--;
	}
	return count;
}

//#endregion
//#region src/utils/_getGraphemeCount/_getGraphemeCount.ts
let segmenter;
/**
* Returns the grapheme count of the input.
*
* @param input The input to be measured.
*
* @returns The grapheme count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getGraphemeCount(input) {
	if (!segmenter) segmenter = new Intl.Segmenter();
	const segments = segmenter.segment(input);
	let count = 0;
	for (const _ of segments) count++;
	return count;
}

//#endregion
//#region src/utils/_getLastMetadata/_getLastMetadata.ts
/**
* Returns the last top-level value of a given metadata type from a schema
* using a breadth-first search that starts with the last item in the pipeline.
*
* @param schema The schema to search.
* @param type The metadata type.
*
* @returns The value, if any.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getLastMetadata(schema, type) {
	if ("pipe" in schema) {
		const nestedSchemas = [];
		for (let index = schema.pipe.length - 1; index >= 0; index--) {
			const item = schema.pipe[index];
			if (item.kind === "schema" && "pipe" in item) nestedSchemas.push(item);
			else if (item.kind === "metadata" && item.type === type) return item[type];
		}
		for (const nestedSchema of nestedSchemas) {
			const result = /* @__PURE__ */ _getLastMetadata(nestedSchema, type);
			if (result !== void 0) return result;
		}
	}
}

//#endregion
//#region src/utils/_getWordCount/_getWordCount.ts
let store;
/**
* Returns the word count of the input.
*
* @param locales The locales to be used.
* @param input The input to be measured.
*
* @returns The word count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getWordCount(locales, input) {
	if (!store) store = /* @__PURE__ */ new Map();
	const key = String(locales);
	let segmenter$1 = store.get(key);
	if (!segmenter$1) {
		segmenter$1 = new Intl.Segmenter(locales, { granularity: "word" });
		store.set(key, segmenter$1);
	}
	const segments = segmenter$1.segment(input);
	let count = 0;
	for (const segment of segments) if (segment.isWordLike) count++;
	return count;
}

//#endregion
//#region src/utils/_isLuhnAlgo/_isLuhnAlgo.ts
/**
* Non-digit regex.
*/
const NON_DIGIT_REGEX = /\D/gu;
/**
* Checks whether a string with numbers corresponds to the luhn algorithm.
*
* @param input The input to be checked.
*
* @returns Whether input is valid.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isLuhnAlgo(input) {
	const number$1 = input.replace(NON_DIGIT_REGEX, "");
	let length$1 = number$1.length;
	let bit = 1;
	let sum = 0;
	while (length$1) {
		const value$1 = +number$1[--length$1];
		bit ^= 1;
		sum += bit ? [
			0,
			2,
			4,
			6,
			8,
			1,
			3,
			5,
			7,
			9
		][value$1] : value$1;
	}
	return sum % 10 === 0;
}

//#endregion
//#region src/utils/_isSameValueZero/_isSameValueZero.ts
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

//#endregion
//#region src/utils/_isValidObjectKey/_isValidObjectKey.ts
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}

//#endregion
//#region src/utils/_isValueMatch/_isValueMatch.ts
/**
* Checks whether a value matches a value action requirement.
*
* @param requirement The value action requirement.
* @param value The value to check.
*
* @returns Whether the value matches the requirement.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValueMatch(requirement, value$1) {
	return Number.isNaN(requirement) && Number.isNaN(value$1) || requirement <= value$1 && requirement >= value$1;
}

//#endregion
//#region src/utils/_joinExpects/_joinExpects.ts
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}

//#endregion
//#region src/utils/_standardSchema/_standardSchema.ts
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}

//#endregion
//#region src/utils/entriesFromList/entriesFromList.ts
/**
* Creates an object entries definition from a list of keys and a schema.
*
* @param list A list of keys.
* @param schema The schema of the keys.
*
* @returns The object entries.
*/
/* @__NO_SIDE_EFFECTS__ */
function entriesFromList(list, schema) {
	const entries$1 = {};
	for (const key of list) entries$1[key] = schema;
	return entries$1;
}

//#endregion
//#region src/utils/entriesFromObjects/entriesFromObjects.ts
/* @__NO_SIDE_EFFECTS__ */
function entriesFromObjects(schemas) {
	const entries$1 = {};
	for (const schema of schemas) Object.assign(entries$1, schema.entries);
	return entries$1;
}

//#endregion
//#region src/utils/getDotPath/getDotPath.ts
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}

//#endregion
//#region src/utils/isOfKind/isOfKind.ts
/**
* A generic type guard to check the kind of an object.
*
* @param kind The kind to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfKind(kind, object$1) {
	return object$1.kind === kind;
}

//#endregion
//#region src/utils/isOfType/isOfType.ts
/**
* A generic type guard to check the type of an object.
*
* @param type The type to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfType(type, object$1) {
	return object$1.type === type;
}

//#endregion
//#region src/utils/ValiError/ValiError.ts
/**
* A Valibot error with useful information.
*/
var ValiError = class extends Error {
	/**
	* Creates a Valibot error with useful information.
	*
	* @param issues The error issues.
	*/
	constructor(issues) {
		super(issues[0].message);
		this.name = "ValiError";
		this.issues = issues;
	}
};

//#endregion
//#region src/utils/isValiError/isValiError.ts
/**
* A type guard to check if an error is a ValiError.
*
* @param error The error to check.
*
* @returns Whether its a ValiError.
*/
/* @__NO_SIDE_EFFECTS__ */
function isValiError(error) {
	return error instanceof ValiError;
}

//#endregion
//#region src/actions/args/args.ts
/* @__NO_SIDE_EFFECTS__ */
function args(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: args,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const argsDataset = this.schema["~run"]({ value: args_ }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/args/argsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function argsAsync(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: argsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args$1) => {
				const argsDataset = await schema["~run"]({ value: args$1 }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/await/awaitAsync.ts
/**
* Creates an await transformation action.
*
* @returns An await action.
*/
/* @__NO_SIDE_EFFECTS__ */
function awaitAsync() {
	return {
		kind: "transformation",
		type: "await",
		reference: awaitAsync,
		async: true,
		async "~run"(dataset) {
			dataset.value = await dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/regex.ts
/**
* [Base64](https://en.wikipedia.org/wiki/Base64) regex.
*/
const BASE64_REGEX = /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/iu;
/**
* [BIC](https://en.wikipedia.org/wiki/ISO_9362) regex.
*/
const BIC_REGEX = /^[A-Z]{6}(?!00)[\dA-Z]{2}(?:[\dA-Z]{3})?$/u;
/**
* [Cuid2](https://github.com/paralleldrive/cuid2) regex.
*/
const CUID2_REGEX = /^[a-z][\da-z]*$/u;
/**
* [Decimal](https://en.wikipedia.org/wiki/Decimal) regex.
*/
const DECIMAL_REGEX = /^[+-]?(?:\d*\.)?\d+$/u;
/**
* [Digits](https://en.wikipedia.org/wiki/Numerical_digit) regex.
*/
const DIGITS_REGEX = /^\d+$/u;
/**
* [Domain name](https://en.wikipedia.org/wiki/Domain_name) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* ASCII-only validation. Internationalized domain names (IDNs) are not
* supported, including Punycode-encoded labels.
*/
const DOMAIN_REGEX = /^(?=.{1,253}$)(?:(?![Xx][Nn]--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u;
/**
* [Email address](https://en.wikipedia.org/wiki/Email_address) regex.
*
* Hint: We decided against the `i` flag to avoid matching non-ASCII characters.
*/
const EMAIL_REGEX = /^[\w+-]+(?:\.[\w+-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;
/**
* Emoji regex from [emoji-regex-xs](https://github.com/slevithan/emoji-regex-xs) v1.0.0 (MIT license).
*
* Hint: We decided against the newer `/^\p{RGI_Emoji}+$/v` regex because it is
* not supported in older runtimes and does not match all emoji.
*/
const EMOJI_REGEX = /^(?:[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation}))*)+$/u;
/**
* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEXADECIMAL_REGEX = /^(?:0[hx])?[\da-fA-F]+$/u;
/**
* [Hex color](https://en.wikipedia.org/wiki/Web_colors#Hex_triplet) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEX_COLOR_REGEX = /^#(?:[\da-fA-F]{3,4}|[\da-fA-F]{6}|[\da-fA-F]{8})$/u;
/**
* [IMEI](https://en.wikipedia.org/wiki/International_Mobile_Equipment_Identity) regex.
*/
const IMEI_REGEX = /^\d{15}$|^\d{2}-\d{6}-\d{6}-\d$/u;
/**
* [IPv4](https://en.wikipedia.org/wiki/IPv4) regex.
*/
const IPV4_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$/u;
/**
* [IPv6](https://en.wikipedia.org/wiki/IPv6) regex.
*/
const IPV6_REGEX = /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [IP](https://en.wikipedia.org/wiki/IP_address) regex.
*/
const IP_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$|^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date regex.
*/
const ISO_DATE_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time regex.
*/
const ISO_DATE_TIME_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time with seconds regex.
*/
const ISO_DATE_TIME_SECOND_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time regex.
*/
const ISO_TIME_REGEX = /^(?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time with seconds regex.
*/
const ISO_TIME_SECOND_REGEX = /^(?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp regex. Allows a
* space as a date/time separator and an optional space before the UTC offset.
*/
const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) week regex.
*/
const ISO_WEEK_REGEX = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u;
/**
* [JWS compact serialization](https://datatracker.ietf.org/doc/html/rfc7515#section-3.1)
* regex.
*
* Hint: Empty payload and signature segments are allowed because the
* Base64URL-encoded representation of an empty octet sequence is an empty
* string.
*/
const JWS_COMPACT_REGEX = /^(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?$/u;
/**
* [ISRC](https://en.wikipedia.org/wiki/International_Standard_Recording_Code) regex.
*/
const ISRC_REGEX = /^(?:[A-Z]{2}[A-Z\d]{3}\d{7}|[A-Z]{2}-[A-Z\d]{3}-\d{2}-\d{5})$/u;
/**
* [KSUID](https://github.com/segmentio/ksuid) regex.
*/
const KSUID_REGEX = /^[a-zA-Z0-9]{27}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 48 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC48_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 64 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC64_REGEX = /^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$|^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [Nano ID](https://github.com/ai/nanoid) regex.
*/
const NANO_ID_REGEX = /^[\w-]+$/u;
/**
* [Octal](https://en.wikipedia.org/wiki/Octal) regex.
*/
const OCTAL_REGEX = /^(?:0o)?[0-7]+$/u;
/**
* [RFC 5322 email address](https://datatracker.ietf.org/doc/html/rfc5322#section-3.4.1) regex.
*
* Hint: This regex was taken from the [HTML Living Standard Specification](https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address) and does not perfectly represent RFC 5322.
*/
const RFC_EMAIL_REGEX = /^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/**
* [Slug](https://en.wikipedia.org/wiki/Clean_URL#Slug) regex.
*/
const SLUG_REGEX = /^[\da-z]+(?:[-_][\da-z]+)*$/u;
/**
* [ULID](https://github.com/ulid/spec) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* Hint: The first character is restricted to `[0-7]` because the 48-bit
* timestamp cannot exceed 2^48-1, making the maximum valid ULID
* `7ZZZZZZZZZZZZZZZZZZZZZZZZZ` in Crockford's Base32 encoding.
*/
const ULID_REGEX = /^[0-7][\da-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/u;
/**
* [UUID](https://en.wikipedia.org/wiki/Universally_unique_identifier) regex.
*/
const UUID_REGEX = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

//#endregion
//#region src/actions/base64/base64.ts
/* @__NO_SIDE_EFFECTS__ */
function base64(message$1) {
	return {
		kind: "validation",
		type: "base64",
		reference: base64,
		async: false,
		expects: null,
		requirement: BASE64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Base64", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bic/bic.ts
/* @__NO_SIDE_EFFECTS__ */
function bic(message$1) {
	return {
		kind: "validation",
		type: "bic",
		reference: bic,
		async: false,
		expects: null,
		requirement: BIC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "BIC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/brand/brand.ts
/**
* Creates a brand transformation action.
*
* @param name The brand name.
*
* @returns A brand action.
*/
/* @__NO_SIDE_EFFECTS__ */
function brand(name) {
	return {
		kind: "transformation",
		type: "brand",
		reference: brand,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bytes/bytes.ts
/* @__NO_SIDE_EFFECTS__ */
function bytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "bytes",
		reference: bytes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 !== this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/check.ts
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/checkAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: checkAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItems.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItems(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItems,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) for (let index = 0; index < dataset.value.length; index++) {
				const item = dataset.value[index];
				if (!this.requirement(item, index, dataset.value)) _addIssue(this, "item", dataset, config$1, {
					input: item,
					path: [{
						type: "array",
						origin: "value",
						input: dataset.value,
						key: index,
						value: item
					}]
				});
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItemsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItemsAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItemsAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed) {
				const requirementResults = await Promise.all(dataset.value.map(this.requirement));
				for (let index = 0; index < dataset.value.length; index++) if (!requirementResults[index]) {
					const item = dataset.value[index];
					_addIssue(this, "item", dataset, config$1, {
						input: item,
						path: [{
							type: "array",
							origin: "value",
							input: dataset.value,
							key: index,
							value: item
						}]
					});
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/codePoints/codePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function codePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "code_points",
		reference: codePoints,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/creditCard/creditCard.ts
/**
* Credit card regex.
*/
const CREDIT_CARD_REGEX = /^(?:\d{13,19}|\d{4}(?: \d{3,6}){2,4}|\d{4}(?:-\d{3,6}){2,4})$/u;
/**
* Sanitize regex.
*/
const SANITIZE_REGEX = /[- ]/gu;
/**
* Provider regex list.
*/
const PROVIDER_REGEX_LIST = (/* unused pure expression or super */ null && ([
	/^3[47]\d{13}$/u,
	/^3(?:0[0-5]|[68]\d)\d{11,13}$/u,
	/^6(?:011|5\d{2})\d{12,15}$/u,
	/^(?:2131|1800|35\d{3})\d{11}$/u,
	/^(?:5[1-5]\d{2}|222\d|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/u,
	/^(?:6[27]\d{14,17}|81\d{14,17})$/u,
	/^4\d{12}(?:\d{3,6})?$/u
]));
/* @__NO_SIDE_EFFECTS__ */
function creditCard(message$1) {
	return {
		kind: "validation",
		type: "credit_card",
		reference: creditCard,
		async: false,
		expects: null,
		requirement(input) {
			let sanitized;
			return CREDIT_CARD_REGEX.test(input) && (sanitized = input.replace(SANITIZE_REGEX, "")) && PROVIDER_REGEX_LIST.some((regex$1) => regex$1.test(sanitized)) && /* @__PURE__ */ _isLuhnAlgo(sanitized);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "credit card", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/cuid2/cuid2.ts
/* @__NO_SIDE_EFFECTS__ */
function cuid2(message$1) {
	return {
		kind: "validation",
		type: "cuid2",
		reference: cuid2,
		async: false,
		expects: null,
		requirement: CUID2_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Cuid2", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/decimal/decimal.ts
/* @__NO_SIDE_EFFECTS__ */
function decimal(message$1) {
	return {
		kind: "validation",
		type: "decimal",
		reference: decimal,
		async: false,
		expects: null,
		requirement: DECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "decimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/description/description.ts
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}

//#endregion
//#region src/actions/digits/digits.ts
/* @__NO_SIDE_EFFECTS__ */
function digits(message$1) {
	return {
		kind: "validation",
		type: "digits",
		reference: digits,
		async: false,
		expects: null,
		requirement: DIGITS_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "digits", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/domain/domain.ts
/* @__NO_SIDE_EFFECTS__ */
function domain(message$1) {
	return {
		kind: "validation",
		type: "domain",
		reference: domain,
		expects: null,
		async: false,
		requirement: DOMAIN_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "domain", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/email/email.ts
/* @__NO_SIDE_EFFECTS__ */
function email(message$1) {
	return {
		kind: "validation",
		type: "email",
		reference: email,
		expects: null,
		async: false,
		requirement: EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/emoji/emoji.ts
/* @__NO_SIDE_EFFECTS__ */
function emoji(message$1) {
	return {
		kind: "validation",
		type: "emoji",
		reference: emoji,
		async: false,
		expects: null,
		requirement: EMOJI_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "emoji", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/empty/empty.ts
/* @__NO_SIDE_EFFECTS__ */
function empty(message$1) {
	return {
		kind: "validation",
		type: "empty",
		reference: empty,
		async: false,
		expects: "0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > 0) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/endsWith/endsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function endsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "ends_with",
		reference: endsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.endsWith(this.requirement)) _addIssue(this, "end", dataset, config$1, { received: `"${dataset.value.slice(-this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/entries/entries.ts
/* @__NO_SIDE_EFFECTS__ */
function entries(requirement, message$1) {
	return {
		kind: "validation",
		type: "entries",
		reference: entries,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count !== this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/everyItem/everyItem.ts
/* @__NO_SIDE_EFFECTS__ */
function everyItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "every_item",
		reference: everyItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.every(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/examples/examples.ts
/**
* Creates an examples metadata action.
*
* @param examples_ The examples.
*
* @returns An examples action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function examples(examples_) {
	return {
		kind: "metadata",
		type: "examples",
		reference: examples,
		examples: examples_
	};
}

//#endregion
//#region src/actions/excludes/excludes.ts
/* @__NO_SIDE_EFFECTS__ */
function excludes(requirement, message$1) {
	const received = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "excludes",
		reference: excludes,
		async: false,
		expects: `!${received}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/filterItems/filterItems.ts
/* @__NO_SIDE_EFFECTS__ */
function filterItems(operation) {
	return {
		kind: "transformation",
		type: "filter_items",
		reference: filterItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.filter(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/findItem/findItem.ts
/* @__NO_SIDE_EFFECTS__ */
function findItem(operation) {
	return {
		kind: "transformation",
		type: "find_item",
		reference: findItem,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.find(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/finite/finite.ts
/* @__NO_SIDE_EFFECTS__ */
function finite(message$1) {
	return {
		kind: "validation",
		type: "finite",
		reference: finite,
		async: false,
		expects: null,
		requirement: Number.isFinite,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/flavor/flavor.ts
/**
* Creates a flavor transformation action.
*
* @param name The flavor name.
*
* @returns A flavor action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function flavor(name) {
	return {
		kind: "transformation",
		type: "flavor",
		reference: flavor,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/graphemes/graphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function graphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "graphemes",
		reference: graphemes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/gtValue/gtValue.ts
/* @__NO_SIDE_EFFECTS__ */
function gtValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "gt_value",
		reference: gtValue,
		async: false,
		expects: `>${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value > this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/guard/guard.ts
/* @__NO_SIDE_EFFECTS__ */
function guard(requirement, message$1) {
	return {
		kind: "transformation",
		type: "guard",
		reference: guard,
		async: false,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) {
				_addIssue(this, "input", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hash/hash.ts
/**
* Hash lengths object.
*/
const HASH_LENGTHS = {
	md4: 32,
	md5: 32,
	sha1: 40,
	sha256: 64,
	sha384: 96,
	sha512: 128,
	ripemd128: 32,
	ripemd160: 40,
	tiger128: 32,
	tiger160: 40,
	tiger192: 48,
	crc32: 8,
	crc32b: 8,
	adler32: 8
};
/* @__NO_SIDE_EFFECTS__ */
function hash(types, message$1) {
	return {
		kind: "validation",
		type: "hash",
		reference: hash,
		expects: null,
		async: false,
		requirement: RegExp(types.map((type) => `^[a-fA-F0-9]{${HASH_LENGTHS[type]}}$`).join("|"), "u"),
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hash", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexadecimal/hexadecimal.ts
/* @__NO_SIDE_EFFECTS__ */
function hexadecimal(message$1) {
	return {
		kind: "validation",
		type: "hexadecimal",
		reference: hexadecimal,
		async: false,
		expects: null,
		requirement: HEXADECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hexadecimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexColor/hexColor.ts
/* @__NO_SIDE_EFFECTS__ */
function hexColor(message$1) {
	return {
		kind: "validation",
		type: "hex_color",
		reference: hexColor,
		async: false,
		expects: null,
		requirement: HEX_COLOR_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hex color", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/imei/imei.ts
/* @__NO_SIDE_EFFECTS__ */
function imei(message$1) {
	return {
		kind: "validation",
		type: "imei",
		reference: imei,
		async: false,
		expects: null,
		requirement(input) {
			return IMEI_REGEX.test(input) && /* @__PURE__ */ _isLuhnAlgo(input);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "IMEI", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/includes/includes.ts
/* @__NO_SIDE_EFFECTS__ */
function includes(requirement, message$1) {
	const expects = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "includes",
		reference: includes,
		async: false,
		expects,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received: `!${expects}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/integer/integer.ts
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ip/ip.ts
/* @__NO_SIDE_EFFECTS__ */
function ip(message$1) {
	return {
		kind: "validation",
		type: "ip",
		reference: ip,
		async: false,
		expects: null,
		requirement: IP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IP", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv4/ipv4.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv4(message$1) {
	return {
		kind: "validation",
		type: "ipv4",
		reference: ipv4,
		async: false,
		expects: null,
		requirement: IPV4_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv4", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv6/ipv6.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv6(message$1) {
	return {
		kind: "validation",
		type: "ipv6",
		reference: ipv6,
		async: false,
		expects: null,
		requirement: IPV6_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv6", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn10.ts
/**
* [Validates an ISBN-10](https://en.wikipedia.org/wiki/ISBN#ISBN-10_check_digits).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-10, `false` otherwise.
*
* @internal
*/
function _isIsbn10(input) {
	const digits$1 = input.split("").map((c) => c === "X" ? 10 : parseInt(c));
	let sum = 0;
	for (let i = 0; i < 10; i++) sum += digits$1[i] * (10 - i);
	return sum % 11 === 0;
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn13.ts
/**
* [Validates an ISBN-13](https://en.wikipedia.org/wiki/ISBN#ISBN-13_check_digit_calculation).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-13, `false` otherwise.
*
* @internal
*/
function _isIsbn13(input) {
	const digits$1 = input.split("").map((c) => parseInt(c));
	let sum = 0;
	for (let i = 0; i < 13; i++) sum += digits$1[i] * (i % 2 === 0 ? 1 : 3);
	return sum % 10 === 0;
}

//#endregion
//#region src/actions/isbn/isbn.ts
/**
* ISBN separator regex.
*/
const ISBN_SEPARATOR_REGEX = /[- ]/gu;
/**
* ISBN-10 detection regex.
*/
const ISBN_10_DETECTION_REGEX = /^\d{9}[\dX]$/u;
/**
* ISBN-13 detection regex.
*/
const ISBN_13_DETECTION_REGEX = /^\d{13}$/u;
/* @__NO_SIDE_EFFECTS__ */
function isbn(message$1) {
	return {
		kind: "validation",
		type: "isbn",
		reference: isbn,
		async: false,
		expects: null,
		requirement(input) {
			const replacedInput = input.replace(ISBN_SEPARATOR_REGEX, "");
			if (ISBN_10_DETECTION_REGEX.test(replacedInput)) return _isIsbn10(replacedInput);
			else if (ISBN_13_DETECTION_REGEX.test(replacedInput)) return _isIsbn13(replacedInput);
			return false;
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "ISBN", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isrc/isrc.ts
/* @__NO_SIDE_EFFECTS__ */
function isrc(message$1) {
	return {
		kind: "validation",
		type: "isrc",
		reference: isrc,
		async: false,
		expects: null,
		requirement: ISRC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ISRC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDate/isoDate.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDate(message$1) {
	return {
		kind: "validation",
		type: "iso_date",
		reference: isoDate,
		async: false,
		expects: null,
		requirement: ISO_DATE_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTime/isoDateTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTime(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time",
		reference: isoDateTime,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTimeSecond/isoDateTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time_second",
		reference: isoDateTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTime/isoTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTime(message$1) {
	return {
		kind: "validation",
		type: "iso_time",
		reference: isoTime,
		async: false,
		expects: null,
		requirement: ISO_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimeSecond/isoTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_time_second",
		reference: isoTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimestamp/isoTimestamp.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimestamp(message$1) {
	return {
		kind: "validation",
		type: "iso_timestamp",
		reference: isoTimestamp,
		async: false,
		expects: null,
		requirement: ISO_TIMESTAMP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoWeek/isoWeek.ts
/* @__NO_SIDE_EFFECTS__ */
function isoWeek(message$1) {
	return {
		kind: "validation",
		type: "iso_week",
		reference: isoWeek,
		async: false,
		expects: null,
		requirement: ISO_WEEK_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "week", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/jwsCompact/jwsCompact.ts
/* @__NO_SIDE_EFFECTS__ */
function jwsCompact(message$1) {
	return {
		kind: "validation",
		type: "jws_compact",
		reference: jwsCompact,
		async: false,
		expects: null,
		requirement: JWS_COMPACT_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "JWS compact", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ksuid/ksuid.ts
/* @__NO_SIDE_EFFECTS__ */
function ksuid(message$1) {
	return {
		kind: "validation",
		type: "ksuid",
		reference: ksuid,
		async: false,
		expects: null,
		requirement: KSUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "KSUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/length/length.ts
/* @__NO_SIDE_EFFECTS__ */
function dist_length(requirement, message$1) {
	return {
		kind: "validation",
		type: "length",
		reference: dist_length,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ltValue/ltValue.ts
/* @__NO_SIDE_EFFECTS__ */
function ltValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "lt_value",
		reference: ltValue,
		async: false,
		expects: `<${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value < this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac/mac.ts
/* @__NO_SIDE_EFFECTS__ */
function mac(message$1) {
	return {
		kind: "validation",
		type: "mac",
		reference: mac,
		async: false,
		expects: null,
		requirement: MAC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac48/mac48.ts
/* @__NO_SIDE_EFFECTS__ */
function mac48(message$1) {
	return {
		kind: "validation",
		type: "mac48",
		reference: mac48,
		async: false,
		expects: null,
		requirement: MAC48_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "48-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac64/mac64.ts
/* @__NO_SIDE_EFFECTS__ */
function mac64(message$1) {
	return {
		kind: "validation",
		type: "mac64",
		reference: mac64,
		async: false,
		expects: null,
		requirement: MAC64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "64-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mapItems/mapItems.ts
/* @__NO_SIDE_EFFECTS__ */
function mapItems(operation) {
	return {
		kind: "transformation",
		type: "map_items",
		reference: mapItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.map(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxBytes/maxBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_bytes",
		reference: maxBytes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 > this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxCodePoints/maxCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function maxCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_code_points",
		reference: maxCodePoints,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxEntries/maxEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function maxEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_entries",
		reference: maxEntries,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count > this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxGraphemes/maxGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_graphemes",
		reference: maxGraphemes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxLength/maxLength.ts
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_length",
		reference: maxLength,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxSize/maxSize.ts
/* @__NO_SIDE_EFFECTS__ */
function maxSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_size",
		reference: maxSize,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size > this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxValue/maxValue.ts
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxWords/maxWords.ts
/* @__NO_SIDE_EFFECTS__ */
function maxWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "max_words",
		reference: maxWords,
		async: false,
		expects: `<=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count > this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/metadata/metadata.ts
/**
* Creates a custom metadata action.
*
* @param metadata_ The metadata object.
*
* @returns A metadata action.
*/
/* @__NO_SIDE_EFFECTS__ */
function metadata(metadata_) {
	return {
		kind: "metadata",
		type: "metadata",
		reference: metadata,
		metadata: metadata_
	};
}

//#endregion
//#region src/actions/mimeType/mimeType.ts
/* @__NO_SIDE_EFFECTS__ */
function mimeType(requirement, message$1) {
	return {
		kind: "validation",
		type: "mime_type",
		reference: mimeType,
		async: false,
		expects: /* @__PURE__ */ _joinExpects(requirement.map((option) => `"${option}"`), "|"),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.includes(dataset.value.type)) _addIssue(this, "MIME type", dataset, config$1, { received: `"${dataset.value.type}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minBytes/minBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function minBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_bytes",
		reference: minBytes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 < this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minCodePoints/minCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function minCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_code_points",
		reference: minCodePoints,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minEntries/minEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function minEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_entries",
		reference: minEntries,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count < this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minGraphemes/minGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function minGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_graphemes",
		reference: minGraphemes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minLength/minLength.ts
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minSize/minSize.ts
/* @__NO_SIDE_EFFECTS__ */
function minSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_size",
		reference: minSize,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size < this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minValue/minValue.ts
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minWords/minWords.ts
/* @__NO_SIDE_EFFECTS__ */
function minWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "min_words",
		reference: minWords,
		async: false,
		expects: `>=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count < this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/multipleOf/multipleOf.ts
/* @__NO_SIDE_EFFECTS__ */
function multipleOf(requirement, message$1) {
	return {
		kind: "validation",
		type: "multiple_of",
		reference: multipleOf,
		async: false,
		expects: `%${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value % this.requirement != 0) _addIssue(this, "multiple", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nanoid/nanoid.ts
/* @__NO_SIDE_EFFECTS__ */
function nanoid(message$1) {
	return {
		kind: "validation",
		type: "nanoid",
		reference: nanoid,
		async: false,
		expects: null,
		requirement: NANO_ID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Nano ID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nonEmpty/nonEmpty.ts
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/normalize/normalize.ts
/* @__NO_SIDE_EFFECTS__ */
function normalize(form) {
	return {
		kind: "transformation",
		type: "normalize",
		reference: normalize,
		async: false,
		form,
		"~run"(dataset) {
			dataset.value = dataset.value.normalize(this.form);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notBytes/notBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function notBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_bytes",
		reference: notBytes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 === this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notCodePoints/notCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function notCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_code_points",
		reference: notCodePoints,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notEntries/notEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function notEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_entries",
		reference: notEntries,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count === this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notGraphemes/notGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function notGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_graphemes",
		reference: notGraphemes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notLength/notLength.ts
/* @__NO_SIDE_EFFECTS__ */
function notLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_length",
		reference: notLength,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notSize/notSize.ts
/* @__NO_SIDE_EFFECTS__ */
function notSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_size",
		reference: notSize,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size === this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValue/notValue.ts
/* @__NO_SIDE_EFFECTS__ */
function notValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_value",
		reference: notValue,
		async: false,
		expects: requirement instanceof Date ? `!${requirement.toJSON()}` : `!${/* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && /* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValues/notValues.ts
/* @__NO_SIDE_EFFECTS__ */
function notValues(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_values",
		reference: notValues,
		async: false,
		expects: `!${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notWords/notWords.ts
/* @__NO_SIDE_EFFECTS__ */
function notWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "not_words",
		reference: notWords,
		async: false,
		expects: `!${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count === this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/octal/octal.ts
/* @__NO_SIDE_EFFECTS__ */
function octal(message$1) {
	return {
		kind: "validation",
		type: "octal",
		reference: octal,
		async: false,
		expects: null,
		requirement: OCTAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "octal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseBoolean/parseBoolean.ts
const TRUTHY = (/* unused pure expression or super */ null && ([
	true,
	1,
	"true",
	"1",
	"yes",
	"y",
	"on",
	"enabled"
]));
const FALSY = (/* unused pure expression or super */ null && ([
	false,
	0,
	"false",
	"0",
	"no",
	"n",
	"off",
	"disabled"
]));
/* @__NO_SIDE_EFFECTS__ */
function parseBoolean(config$1, message$1) {
	const normalize$1 = (v) => typeof v === "string" ? v.toLowerCase() : v;
	const truthyRaw = config$1?.truthy ?? TRUTHY;
	const falsyRaw = config$1?.falsy ?? FALSY;
	const truthy = config$1?.truthy ? config$1.truthy.map(normalize$1) : TRUTHY;
	const falsy = config$1?.falsy ? config$1.falsy.map(normalize$1) : FALSY;
	return {
		kind: "transformation",
		type: "parse_boolean",
		reference: parseBoolean,
		expects: /* @__PURE__ */ _joinExpects([...truthyRaw, ...falsyRaw].map(_stringify), "|"),
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			const input = normalize$1(dataset.value);
			if (truthy.includes(input)) dataset.value = true;
			else if (falsy.includes(input)) dataset.value = false;
			else {
				_addIssue(this, "boolean", dataset, config$2);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseJson/parseJson.ts
/* @__NO_SIDE_EFFECTS__ */
function parseJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "parse_json",
		reference: parseJson,
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				dataset.value = JSON.parse(dataset.value, this.config?.reviver);
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/utils/_isPartiallyTyped/_isPartiallyTyped.ts
/**
* Checks if a dataset is partially typed.
*
* @param dataset The dataset to check.
* @param paths The paths to check.
*
* @returns Whether it is partially typed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isPartiallyTyped(dataset, paths) {
	if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
		let typed = false;
		const bound = Math.min(path.length, issue.path?.length ?? 0);
		for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
			typed = true;
			break;
		}
		if (!typed) return false;
	}
	return true;
}

//#endregion
//#region src/actions/partialCheck/partialCheck.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheck(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheck,
		async: false,
		expects: null,
		paths,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/partialCheckAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheckAsync(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheckAsync,
		async: true,
		expects: null,
		paths,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheck.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheck(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheck,
		async: false,
		expects: null,
		"~run"(dataset, config$1) {
			action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheckAsync.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheckAsync(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheckAsync,
		async: true,
		expects: null,
		async "~run"(dataset, config$1) {
			await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransform.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransform(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransform,
		async: false,
		"~run"(dataset, config$1) {
			const output = action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransformAsync.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransformAsync(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransformAsync,
		async: true,
		async "~run"(dataset, config$1) {
			const output = await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/readonly/readonly.ts
/* @__NO_SIDE_EFFECTS__ */
function readonly() {
	return {
		kind: "transformation",
		type: "readonly",
		reference: readonly,
		async: false,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/reduceItems/reduceItems.ts
/* @__NO_SIDE_EFFECTS__ */
function reduceItems(operation, initial) {
	return {
		kind: "transformation",
		type: "reduce_items",
		reference: reduceItems,
		async: false,
		operation,
		initial,
		"~run"(dataset) {
			dataset.value = dataset.value.reduce(this.operation, this.initial);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/regex/regex.ts
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returns.ts
/* @__NO_SIDE_EFFECTS__ */
function returns(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returns,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const returnsDataset = this.schema["~run"]({ value: func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returnsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function returnsAsync(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returnsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args_) => {
				const returnsDataset = await this.schema["~run"]({ value: await func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rfcEmail/rfcEmail.ts
/* @__NO_SIDE_EFFECTS__ */
function rfcEmail(message$1) {
	return {
		kind: "validation",
		type: "rfc_email",
		reference: rfcEmail,
		expects: null,
		async: false,
		requirement: RFC_EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/safeInteger/safeInteger.ts
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/size/size.ts
/* @__NO_SIDE_EFFECTS__ */
function size(requirement, message$1) {
	return {
		kind: "validation",
		type: "size",
		reference: size,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size !== this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/slug/slug.ts
/* @__NO_SIDE_EFFECTS__ */
function slug(message$1) {
	return {
		kind: "validation",
		type: "slug",
		reference: slug,
		async: false,
		expects: null,
		requirement: SLUG_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "slug", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/someItem/someItem.ts
/* @__NO_SIDE_EFFECTS__ */
function someItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "some_item",
		reference: someItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.some(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/sortItems/sortItems.ts
/* @__NO_SIDE_EFFECTS__ */
function sortItems(operation) {
	return {
		kind: "transformation",
		type: "sort_items",
		reference: sortItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.sort(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/startsWith/startsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function startsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "starts_with",
		reference: startsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.startsWith(this.requirement)) _addIssue(this, "start", dataset, config$1, { received: `"${dataset.value.slice(0, this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/stringifyJson/stringifyJson.ts
/* @__NO_SIDE_EFFECTS__ */
function stringifyJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "stringify_json",
		reference: stringifyJson,
		message: message$1,
		config: config$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				const output = JSON.stringify(dataset.value, this.config?.replacer, this.config?.space);
				if (output === void 0) {
					_addIssue(this, "JSON", dataset, config$2);
					dataset.typed = false;
				} else dataset.value = output;
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/title/title.ts
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}

//#endregion
//#region src/actions/toBigint/toBigint.ts
/* @__NO_SIDE_EFFECTS__ */
function toBigint(message$1) {
	return {
		kind: "transformation",
		type: "to_bigint",
		reference: toBigint,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = BigInt(dataset.value);
			} catch {
				_addIssue(this, "bigint", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toBoolean/toBoolean.ts
/**
* Creates a to boolean transformation action.
*
* @returns A to boolean action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toBoolean() {
	return {
		kind: "transformation",
		type: "to_boolean",
		reference: toBoolean,
		async: false,
		"~run"(dataset) {
			dataset.value = Boolean(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toCamelCase/toCamelCase.ts
/**
* Creates a to camel case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2Name`).
*
* @returns A to camel case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toCamelCase() {
	return {
		kind: "transformation",
		type: "to_camel_case",
		reference: toCamelCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", false, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toDate/toDate.ts
/* @__NO_SIDE_EFFECTS__ */
function toDate(message$1) {
	return {
		kind: "transformation",
		type: "to_date",
		reference: toDate,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = new Date(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "date", dataset, config$1, { received: "\"Invalid Date\"" });
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "date", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toKebabCase/toKebabCase.ts
/**
* Creates a to kebab case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse-url-value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2-name`).
*
* @returns A to kebab case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toKebabCase() {
	return {
		kind: "transformation",
		type: "to_kebab_case",
		reference: toKebabCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "-", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toLowerCase/toLowerCase.ts
/**
* Creates a to lower case transformation action.
*
* @returns A to lower case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toLowerCase() {
	return {
		kind: "transformation",
		type: "to_lower_case",
		reference: toLowerCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toLowerCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMaxValue/toMaxValue.ts
/**
* Creates a to max value transformation action.
*
* @param requirement The maximum value.
*
* @returns A to max value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMaxValue(requirement) {
	return {
		kind: "transformation",
		type: "to_max_value",
		reference: toMaxValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value > this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMinValue/toMinValue.ts
/**
* Creates a to min value transformation action.
*
* @param requirement The minimum value.
*
* @returns A to min value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMinValue(requirement) {
	return {
		kind: "transformation",
		type: "to_min_value",
		reference: toMinValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value < this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toNumber/toNumber.ts
/* @__NO_SIDE_EFFECTS__ */
function toNumber(message$1) {
	return {
		kind: "transformation",
		type: "to_number",
		reference: toNumber,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = Number(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "number", dataset, config$1);
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "number", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toPascalCase/toPascalCase.ts
/**
* Creates a to pascal case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `ParseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `Item2Name`).
*
* @returns A to pascal case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toPascalCase() {
	return {
		kind: "transformation",
		type: "to_pascal_case",
		reference: toPascalCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", true, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toSnakeCase/toSnakeCase.ts
/**
* Creates a to snake case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse_url_value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2_name`).
*
* @returns A to snake case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toSnakeCase() {
	return {
		kind: "transformation",
		type: "to_snake_case",
		reference: toSnakeCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "_", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toString/toString.ts
/* @__NO_SIDE_EFFECTS__ */
function dist_toString(message$1) {
	return {
		kind: "transformation",
		type: "to_string",
		reference: dist_toString,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = String(dataset.value);
			} catch {
				_addIssue(this, "string", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toUpperCase/toUpperCase.ts
/**
* Creates a to upper case transformation action.
*
* @returns A to upper case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toUpperCase() {
	return {
		kind: "transformation",
		type: "to_upper_case",
		reference: toUpperCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toUpperCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transform.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transformAsync.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transformAsync(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transformAsync,
		async: true,
		operation,
		async "~run"(dataset) {
			dataset.value = await this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trim/trim.ts
/**
* Creates a trim transformation action.
*
* @returns A trim action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trim() {
	return {
		kind: "transformation",
		type: "trim",
		reference: trim,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trim();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimEnd/trimEnd.ts
/**
* Creates a trim end transformation action.
*
* @returns A trim end action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimEnd() {
	return {
		kind: "transformation",
		type: "trim_end",
		reference: trimEnd,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimEnd();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimStart/trimStart.ts
/**
* Creates a trim start transformation action.
*
* @returns A trim start action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimStart() {
	return {
		kind: "transformation",
		type: "trim_start",
		reference: trimStart,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimStart();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ulid/ulid.ts
/* @__NO_SIDE_EFFECTS__ */
function ulid(message$1) {
	return {
		kind: "validation",
		type: "ulid",
		reference: ulid,
		async: false,
		expects: null,
		requirement: ULID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ULID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/url/url.ts
/* @__NO_SIDE_EFFECTS__ */
function url(message$1) {
	return {
		kind: "validation",
		type: "url",
		reference: url,
		async: false,
		expects: null,
		requirement(input) {
			try {
				if (URL.canParse) return URL.canParse(input);
				new URL(input);
				return true;
			} catch {
				return false;
			}
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/uuid/uuid.ts
/* @__NO_SIDE_EFFECTS__ */
function uuid(message$1) {
	return {
		kind: "validation",
		type: "uuid",
		reference: uuid,
		async: false,
		expects: null,
		requirement: UUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "UUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/value/value.ts
/* @__NO_SIDE_EFFECTS__ */
function value(requirement, message$1) {
	return {
		kind: "validation",
		type: "value",
		reference: value,
		async: false,
		expects: requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !/* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/values/values.ts
/* @__NO_SIDE_EFFECTS__ */
function values(requirement, message$1) {
	return {
		kind: "validation",
		type: "values",
		reference: values,
		async: false,
		expects: `${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/words/words.ts
/* @__NO_SIDE_EFFECTS__ */
function words(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "words",
		reference: words,
		async: false,
		expects: `${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count !== this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/const.ts
const ABORT_EARLY_CONFIG = { abortEarly: true };

//#endregion
//#region src/methods/assert/assert.ts
/**
* Checks if the input matches the schema. As this is an assertion function, it
* can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*/
function assert(schema, input) {
	const issues = schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
	if (issues) throw new ValiError(issues);
}

//#endregion
//#region src/methods/cache/_LruCache.ts
/**
* Efficient LRU cache using Map iteration order.
*/
var _LruCache = class {
	constructor(config$1) {
		this.refCount = 0;
		this.maxSize = config$1?.maxSize ?? 1e3;
		this.maxAge = config$1?.maxAge ?? Infinity;
		this.hasMaxAge = isFinite(this.maxAge);
	}
	/**
	* Stringifies an unknown input to a cache key component.
	*
	* @param input The unknown input.
	*
	* @returns A cache key component.
	*/
	stringify(input) {
		const type = typeof input;
		if (type === "string") return `"${input}"`;
		if (type === "number" || type === "boolean") return `${input}`;
		if (type === "bigint") return `${input}n`;
		if (type === "object" || type === "function") {
			if (input) {
				this.refIds ?? (this.refIds = /* @__PURE__ */ new WeakMap());
				let id = this.refIds.get(input);
				if (!id) {
					id = ++this.refCount;
					this.refIds.set(input, id);
				}
				return `#${id}`;
			}
			return "null";
		}
		return type;
	}
	/**
	* Creates a cache key from input and config.
	*
	* @param input The input value.
	* @param config The parse configuration.
	*
	* @returns The cache key.
	*/
	key(input, config$1 = {}) {
		return `${this.stringify(input)}|${this.stringify(config$1.lang)}|${this.stringify(config$1.message)}|${this.stringify(config$1.abortEarly)}|${this.stringify(config$1.abortPipeEarly)}`;
	}
	/**
	* Gets a value from the cache by key.
	*
	* @param key The cache key.
	*
	* @returns The cached value.
	*/
	get(key) {
		if (!this.store) return void 0;
		const entry = this.store.get(key);
		if (!entry) return void 0;
		if (this.hasMaxAge && Date.now() - entry[1] > this.maxAge) {
			this.store.delete(key);
			return;
		}
		this.store.delete(key);
		this.store.set(key, entry);
		return entry[0];
	}
	/**
	* Sets a value in the cache by key.
	*
	* @param key The cache key.
	* @param value The cached value.
	*/
	set(key, value$1) {
		this.store ?? (this.store = /* @__PURE__ */ new Map());
		this.store.delete(key);
		const timestamp = this.hasMaxAge ? Date.now() : 0;
		this.store.set(key, [value$1, timestamp]);
		if (this.store.size > this.maxSize) this.store.delete(this.store.keys().next().value);
	}
	/**
	* Clears all entries from the cache.
	*/
	clear() {
		this.store?.clear();
	}
};

//#endregion
//#region src/methods/cache/cache.ts
/* @__NO_SIDE_EFFECTS__ */
function cache(schema, config$1) {
	return _standardSchema({
		...schema,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		"~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			let outputDataset = this.cache.get(key);
			if (!outputDataset) this.cache.set(key, outputDataset = schema["~run"](dataset, runConfig));
			return /* @__PURE__ */ _cloneDataset(outputDataset);
		}
	});
}

//#endregion
//#region src/methods/cache/cacheAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function cacheAsync(schema, config$1) {
	let activeRuns;
	return _standardSchema({
		...schema,
		async: true,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		async "~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			const cached = this.cache.get(key);
			if (cached) return /* @__PURE__ */ _cloneDataset(cached);
			let promise$1 = activeRuns?.get(key);
			if (!promise$1) {
				activeRuns ?? (activeRuns = /* @__PURE__ */ new Map());
				promise$1 = Promise.resolve(schema["~run"](dataset, runConfig));
				activeRuns.set(key, promise$1);
			}
			try {
				const outputDataset = await promise$1;
				this.cache.set(key, outputDataset);
				return /* @__PURE__ */ _cloneDataset(outputDataset);
			} finally {
				activeRuns?.delete(key);
			}
		}
	});
}

//#endregion
//#region src/methods/config/config.ts
/**
* Changes the local configuration of a schema.
*
* @param schema The schema to configure.
* @param config The parse configuration.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function config(schema, config$1) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config_) {
			return schema["~run"](dataset, {
				...config_,
				...config$1
			});
		}
	});
}

//#endregion
//#region src/methods/getFallback/getFallback.ts
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}

//#endregion
//#region src/methods/fallback/fallback.ts
/**
* Returns a fallback value as output if the input does not match the schema.
*
* @param schema The schema to catch.
* @param fallback The fallback value.
*
* @returns The passed schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function fallback(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		"~run"(dataset, config$1) {
			const outputDataset = schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/fallback/fallbackAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function fallbackAsync(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		async: true,
		async "~run"(dataset, config$1) {
			const outputDataset = await schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: await /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/flatten/flatten.ts
/* @__NO_SIDE_EFFECTS__ */
function flatten(issues) {
	const flatErrors = {};
	for (const issue of issues) if (issue.path) {
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) {
			if (!flatErrors.nested) flatErrors.nested = {};
			if (Object.prototype.hasOwnProperty.call(flatErrors.nested, dotPath)) flatErrors.nested[dotPath].push(issue.message);
			else flatErrors.nested[dotPath] = [issue.message];
		} else if (flatErrors.other) flatErrors.other.push(issue.message);
		else flatErrors.other = [issue.message];
	} else if (flatErrors.root) flatErrors.root.push(issue.message);
	else flatErrors.root = [issue.message];
	return flatErrors;
}

//#endregion
//#region src/methods/forward/forward.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forward(action, path) {
	return {
		...action,
		"~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/forward/forwardAsync.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forwardAsync(action, path) {
	return {
		...action,
		async: true,
		async "~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = await action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/getDefault/getDefault.ts
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}

//#endregion
//#region src/methods/getDefaults/getDefaults.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefaults(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getDefaults(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getDefaults);
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDefaults/getDefaultsAsync.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getDefaultsAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getDefaultsAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getDefaultsAsync));
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDescription/getDescription.ts
/**
* Returns the description of the schema.
*
* If multiple descriptions are defined, the last one of the highest level is
* returned. If no description is defined, `undefined` is returned.
*
* @param schema The schema to get the description from.
*
* @returns The description, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getDescription(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "description");
}

//#endregion
//#region src/methods/getExamples/getExamples.ts
/**
* Returns the examples of a schema.
*
* If multiple examples are defined, it concatenates them using depth-first
* search. If no examples are defined, an empty array is returned.
*
* @param schema The schema to get the examples from.
*
* @returns The examples, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getExamples(schema) {
	const examples$1 = [];
	function depthFirstCollect(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstCollect(item);
			else if (item.kind === "metadata" && item.type === "examples") for (const example of item.examples) examples$1.push(example);
		}
	}
	depthFirstCollect(schema);
	return examples$1;
}

//#endregion
//#region src/methods/getFallbacks/getFallbacks.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallbacks(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getFallbacks(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getFallbacks);
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getFallbacks/getFallbacksAsync.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getFallbacksAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getFallbacksAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getFallbacksAsync));
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getMetadata/getMetadata.ts
/**
* Returns the metadata of a schema.
*
* If multiple metadata are defined, it shallowly merges them using depth-first
* search. If no metadata is defined, an empty object is returned.
*
* @param schema Schema to get the metadata from.
*
* @returns The metadata, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getMetadata(schema) {
	const result = {};
	function depthFirstMerge(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
			else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
		}
	}
	depthFirstMerge(schema);
	return result;
}

//#endregion
//#region src/methods/getTitle/getTitle.ts
/**
* Returns the title of the schema.
*
* If multiple titles are defined, the last one of the highest level is
* returned. If no title is defined, `undefined` is returned.
*
* @param schema The schema to get the title from.
*
* @returns The title, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getTitle(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "title");
}

//#endregion
//#region src/methods/is/is.ts
/**
* Checks if the input matches the schema. By using a type predicate, this
* function can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*
* @returns Whether the input matches the schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function is(schema, input) {
	return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}

//#endregion
//#region src/schemas/any/any.ts
/**
* Creates an any schema.
*
* Hint: This schema function exists only for completeness and is not
* recommended in practice. Instead, `unknown` should be used to accept
* unknown data.
*
* @returns An any schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function any() {
	return _standardSchema({
		kind: "schema",
		type: "any",
		reference: any,
		expects: "any",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/array.ts
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/arrayAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function arrayAsync(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: arrayAsync,
		expects: "Array",
		async: true,
		item,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(input.map((value$1) => this.item["~run"]({ value: value$1 }, config$1)));
				for (let key = 0; key < itemDatasets.length; key++) {
					const itemDataset = itemDatasets[key];
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: input[key]
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/bigint/bigint.ts
/* @__NO_SIDE_EFFECTS__ */
function bigint(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "bigint",
		reference: bigint,
		expects: "bigint",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "bigint") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/blob/blob.ts
/* @__NO_SIDE_EFFECTS__ */
function blob(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "blob",
		reference: blob,
		expects: "Blob",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Blob) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/boolean/boolean.ts
/* @__NO_SIDE_EFFECTS__ */
function dist_boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: dist_boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/custom.ts
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/customAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function customAsync(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: customAsync,
		expects: "unknown",
		async: true,
		check: check$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (await this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/date/date.ts
/* @__NO_SIDE_EFFECTS__ */
function date(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "date",
		reference: date,
		expects: "Date",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Date) if (!isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1, { received: "\"Invalid Date\"" });
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/enum/enum.ts
/* @__NO_SIDE_EFFECTS__ */
function enum_(enum__, message$1) {
	const options = [];
	for (const key in enum__) if (`${+key}` !== key || typeof enum__[key] !== "string" || !Object.is(enum__[enum__[key]], +key)) options.push(enum__[key]);
	return _standardSchema({
		kind: "schema",
		type: "enum",
		reference: enum_,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		enum: enum__,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptionalAsync,
		expects: wrapped.expects,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/file/file.ts
/* @__NO_SIDE_EFFECTS__ */
function file(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "file",
		reference: file,
		expects: "File",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof File) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/function/function.ts
/* @__NO_SIDE_EFFECTS__ */
function function_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "function",
		reference: function_,
		expects: "Function",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "function") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/instance/instance.ts
/* @__NO_SIDE_EFFECTS__ */
function instance(class_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "instance",
		reference: instance,
		expects: class_.name,
		async: false,
		class: class_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof this.class) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/utils/_merge/_merge.ts
/**
* Merges two values into one single output.
*
* @param value1 First value.
* @param value2 Second value.
*
* @returns The merge dataset.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _merge(value1, value2) {
	if (typeof value1 === typeof value2) {
		if (/* @__PURE__ */ _isSameValueZero(value1, value2) || value1 instanceof Date && value2 instanceof Date && /* @__PURE__ */ _isSameValueZero(+value1, +value2)) return { value: value1 };
		if (value1 && value2 && value1.constructor === Object && value2.constructor === Object) {
			const nextValue = {
				...value1,
				...value2
			};
			for (const key in value2) if (Object.prototype.hasOwnProperty.call(value1, key) && Object.prototype.hasOwnProperty.call(value2, key)) {
				const dataset = /* @__PURE__ */ _merge(value1[key], value2[key]);
				if (dataset.issue) return dataset;
				nextValue[key] = dataset.value;
			}
			return { value: nextValue };
		}
		if (Array.isArray(value1) && Array.isArray(value2)) {
			if (value1.length === value2.length) {
				const nextValue = [...value1];
				for (let index = 0; index < value1.length; index++) {
					const dataset = /* @__PURE__ */ _merge(value1[index], value2[index]);
					if (dataset.issue) return dataset;
					nextValue[index] = dataset.value;
				}
				return { value: nextValue };
			}
		}
	}
	return { issue: true };
}

//#endregion
//#region src/schemas/intersect/intersect.ts
/* @__NO_SIDE_EFFECTS__ */
function intersect(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersect,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				for (const schema of this.options) {
					const optionDataset = schema["~run"]({ value: input }, config$1);
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/intersectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function intersectAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersectAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				const optionDatasets = await Promise.all(this.options.map((schema) => schema["~run"]({ value: input }, config$1)));
				for (const optionDataset of optionDatasets) {
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazy.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazy(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazy,
		expects: "unknown",
		async: false,
		getter,
		"~run"(dataset, config$1) {
			return this.getter(dataset.value)["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazyAsync.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazyAsync(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazyAsync,
		expects: "unknown",
		async: true,
		getter,
		async "~run"(dataset, config$1) {
			return (await this.getter(dataset.value))["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/literal/literal.ts
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObject.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/map.ts
/* @__NO_SIDE_EFFECTS__ */
function map(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: map,
		expects: "Map",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				for (const [inputKey, inputValue] of input) {
					const keyDataset = this.key["~run"]({ value: inputKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/mapAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function mapAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: mapAsync,
		expects: "Map",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				const datasets = await Promise.all([...input].map(([inputKey, inputValue]) => Promise.all([
					inputKey,
					inputValue,
					this.key["~run"]({ value: inputKey }, config$1),
					this.value["~run"]({ value: inputValue }, config$1)
				])));
				for (const [inputKey, inputValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nan/nan.ts
/* @__NO_SIDE_EFFECTS__ */
function nan(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "nan",
		reference: nan,
		expects: "NaN",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (Number.isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/never/never.ts
/* @__NO_SIDE_EFFECTS__ */
function never(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "never",
		reference: never,
		expects: "never",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			_addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullable(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullable,
		expects: "!null",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullableAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullableAsync,
		expects: "!null",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullish(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullish,
		expects: "(!null & !undefined)",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullishAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullishAsync,
		expects: "(!null & !undefined)",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptional(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptional,
		expects: "!undefined",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptionalAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptionalAsync,
		expects: "!undefined",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/null/null.ts
/* @__NO_SIDE_EFFECTS__ */
function null_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "null",
		reference: null_,
		expects: "null",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === null) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullableAsync,
		expects: `(${wrapped.expects} | null)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullish,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullishAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullishAsync,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/number/number.ts
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/object.ts
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/objectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: objectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRest(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRest,
		expects: "Object",
		async: false,
		entries: entries$1,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) {
						const valueDataset = this.rest["~run"]({ value: input[key] }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: input[key]
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRestAsync(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRestAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				})), Promise.all(Object.entries(input).filter(([key]) => /* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)).map(async ([key, value$1]) => [
					key,
					value$1,
					await this.rest["~run"]({ value: value$1 }, config$1)
				]))]);
				for (const [key, value$1, valueSchema, valueDataset] of normalDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, valueDataset] of restDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/optional/optional.ts
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/optional/optionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function optionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optionalAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/picklist/picklist.ts
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/promise/promise.ts
/* @__NO_SIDE_EFFECTS__ */
function promise(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "promise",
		reference: promise,
		expects: "Promise",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Promise) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/record.ts
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/recordAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function recordAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: recordAsync,
		expects: "Object",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const datasets = await Promise.all(Object.entries(input).filter(([key$1]) => /* @__PURE__ */ _isValidObjectKey(input, key$1)).map(([entryKey, entryValue]) => Promise.all([
					entryKey,
					entryValue,
					this.key["~run"]({ value: entryKey }, config$1),
					this.value["~run"]({ value: entryValue }, config$1)
				])));
				for (const [entryKey, entryValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/set.ts
/* @__NO_SIDE_EFFECTS__ */
function set(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: set,
		expects: "Set",
		async: false,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				for (const inputValue of input) {
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/setAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function setAsync(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: setAsync,
		expects: "Set",
		async: true,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				const valueDatasets = await Promise.all([...input].map(async (inputValue) => [inputValue, await this.value["~run"]({ value: inputValue }, config$1)]));
				for (const [inputValue, valueDataset] of valueDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObject.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/string/string.ts
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/symbol/symbol.ts
/* @__NO_SIDE_EFFECTS__ */
function symbol(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "symbol",
		reference: symbol,
		expects: "symbol",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "symbol") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tuple.ts
/* @__NO_SIDE_EFFECTS__ */
function tuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRest(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRest,
		expects: "Array",
		async: false,
		items,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.rest["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRestAsync(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRestAsync,
		expects: "Array",
		async: true,
		items,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				})), Promise.all(input.slice(this.items.length).map(async (value$1, key) => {
					return [
						key + this.items.length,
						value$1,
						await this.rest["~run"]({ value: value$1 }, config$1)
					];
				}))]);
				for (const [key, value$1, itemDataset] of normalDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, itemDataset] of restDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefined/undefined.ts
/* @__NO_SIDE_EFFECTS__ */
function undefined_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "undefined",
		reference: undefined_,
		expects: "undefined",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedable.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedable,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedableAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/union/utils/_subIssues/_subIssues.ts
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}

//#endregion
//#region src/schemas/union/union.ts
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/union/unionAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function unionAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: unionAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = await schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/unknown/unknown.ts
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variant.ts
/* @__NO_SIDE_EFFECTS__ */
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variantAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function variantAsync(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variantAsync,
		expects: "Object",
		async: true,
		key,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = async (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") await parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? (await discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG)).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = await schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				await parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/void/void.ts
/* @__NO_SIDE_EFFECTS__ */
function void_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "void",
		reference: void_,
		expects: "void",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/keyof/keyof.ts
/* @__NO_SIDE_EFFECTS__ */
function keyof(schema, message$1) {
	return /* @__PURE__ */ picklist(Object.keys(schema.entries), message$1);
}

//#endregion
//#region src/methods/message/message.ts
/**
* Changes the local message configuration of a schema.
*
* @param schema The schema to configure.
* @param message_ The error message.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function message(schema, message_) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config$1) {
			return schema["~run"](dataset, {
				...config$1,
				message: message_
			});
		}
	});
}

//#endregion
//#region src/methods/omit/omit.ts
/**
* Creates a modified copy of an object schema that does not contain the
* selected entries.
*
* @param schema The schema to omit from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function omit(schema, keys) {
	const entries$1 = { ...schema.entries };
	for (const key of keys) delete entries$1[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/parse/parse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parse/parseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
async function parseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parser/parser.ts
/* @__NO_SIDE_EFFECTS__ */
function parser(schema, config$1) {
	const func = (input) => parse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/parser/parserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function parserAsync(schema, config$1) {
	const func = (input) => parseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/partial/partial.ts
/* @__NO_SIDE_EFFECTS__ */
function partial(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optional(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/partial/partialAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialAsync(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optionalAsync(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pick/pick.ts
/**
* Creates a modified copy of an object schema that contains only the selected
* entries.
*
* @param schema The schema to pick from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function pick(schema, keys) {
	const entries$1 = {};
	for (const key of keys) entries$1[key] = schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pipe/pipe.ts
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/pipe/pipeAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function pipeAsync(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		async: true,
		async "~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = await item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/required/required.ts
/* @__NO_SIDE_EFFECTS__ */
function required(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptional(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/required/requiredAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function requiredAsync(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptionalAsync(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/safeParse/safeParse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParse/safeParseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
async function safeParseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParser/safeParser.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParser(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/safeParser/safeParserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParserAsync(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/summarize/summarize.ts
/**
* Summarize the error messages of issues in a pretty-printable multi-line string.
*
* @param issues The list of issues.
*
* @returns A summary of the issues.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function summarize(issues) {
	let summary = "";
	for (const issue of issues) {
		if (summary) summary += "\n";
		summary += `× ${issue.message}`;
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) summary += `\n  → at ${dotPath}`;
	}
	return summary;
}

//#endregion
//#region src/methods/unwrap/unwrap.ts
/**
* Unwraps the wrapped schema.
*
* @param schema The schema to be unwrapped.
*
* @returns The unwrapped schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unwrap(schema) {
	return schema.wrapped;
}

//#endregion

// EXTERNAL MODULE: ./lib/bundling/failure.js
var failure = __nccwpck_require__(4761);
;// CONCATENATED MODULE: ./lib/bundling/scan/baseline-file.js


const FILE = object({
    version: literal(1),
    findings: array(object({
        fingerprint: pipe(string(), regex(/^[0-9a-f]{40}$/, '40 hex characters')),
        rule: string(),
        path: string(),
        reason: pipe(string(), trim(), minLength(1, 'a reason')),
        date: pipe(string(), isoDate('a date, YYYY-MM-DD')),
    })),
});
/**
 * @param text content of a baseline file
 * @param path where it lies, for the message
 * @throws Failure `wrong-configuration` when it is not a baseline
 */
function parseBaseline(text, path) {
    const parsed = safeParse(FILE, json(text));
    if (parsed.success)
        return parsed.output.findings;
    const faults = parsed.issues.slice(0, 5).map(issue => `${getDotPath(issue) ?? 'file'}: ${issue.message}`);
    throw new failure/* Failure */.H('wrong-configuration', {
        what: `${path} is not a baseline of aws-temp-creds.`,
        why: faults.join('\n'),
        likely: 'it was edited or merged by hand, or is the baseline of another scanner',
        write: 'aws-temp-creds scan --write-baseline',
    });
}
function json(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
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
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
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
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  x: () => (/* binding */ refusal),
  I: () => (/* binding */ scanStep)
});

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./lib/bundling/about.js
/** What this is called, for reports that name their maker. A test holds VERSION and package.json together. */
const VERSION = '1.0.0';
const HOMEPAGE = 'https://github.com/org/aws-temp-creds';
// EXTERNAL MODULE: ./lib/bundling/failure.js
var failure = __nccwpck_require__(4761);
;// CONCATENATED MODULE: ./lib/bundling/github/job.js


function job_productOf(job) {
    const host = URL.canParse(job.serverUrl) ? new URL(job.serverUrl).hostname : 'github.com';
    if (host === 'github.com')
        return 'github.com';
    return host.endsWith('.ghe.com') ? 'ghe.com' : 'server';
}
/** True where GitHub withholds secrets and the permission to ask for identity tokens. */
function job_isFork(job) {
    return job.event.pullRequest?.fromFork ?? false;
}
function job_isDependabot(job) {
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
        return JSON.parse(readFileSync(path, 'utf8'));
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
;// CONCATENATED MODULE: ./lib/bundling/printable.js
/**
 * Untrusted text (file names, branches, actors, claims, server answers) as one harmless line: control characters,
 * line and paragraph separators, bidirectional controls, invisible characters and lone surrogates are shown as
 * escapes, so that nothing in it can end the line, reorder it, or begin a workflow command.
 *
 * @param text any string
 * @param limit the most characters to return; what is cut is shown as `…`
 */
function printable_printable(text, limit = 1000) {
    const escaped = text.replace(UNPRINTABLE, visible);
    return escaped.length <= limit ? escaped : `${escaped.slice(0, limit - 1)}…`;
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
;// CONCATENATED MODULE: ./lib/bundling/explain/preflight.js



const PERMISSION = 'permissions:\n  id-token: write   # lets the job ask GitHub for its OIDC token\n  contents: read';
/**
 * Why this job is offered no OIDC token: the runner sets ACTIONS_ID_TOKEN_REQUEST_URL and …_TOKEN only for jobs with
 * `id-token: write`, and GitHub withholds that from forks and, by default, from Dependabot.
 */
function noTokenOffered(job) {
    const what = 'This job cannot get an OIDC token, so it gets no AWS credentials.';
    const why = 'The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set.';
    const failure = (likely, write, reason = why) => new Failure('no-identity-token', { what, why: reason, likely, write });
    if (!job.onRunner) {
        return failure('The action runs outside of a GitHub Actions job; only there are tokens to be had.', 'Run it as a step of a workflow. On a laptop use IAM Identity Center: aws sso login.');
    }
    if (isFork(job)) {
        return failure('The pull request comes from a fork, and its author must not get at your accounts.', 'Skip the step for forks:\n  if: github.event.pull_request.head.repo.full_name == github.repository\nThe secret check needs no token: uses: org/aws-temp-creds/scan@v1', 'GitHub gives jobs of pull requests from forks no permission to ask for tokens.');
    }
    if (isDependabot(job)) {
        return failure('Dependabot started this run, and GitHub gives its runs a read-only token unless the workflow says otherwise.', `Give the permission in the workflow itself:\n${PERMISSION}\nor skip the step: if: github.actor != 'dependabot[bot]'`);
    }
    return failure('The job has no `id-token: write`. A `permissions` block replaces the defaults, so everything that is not in it is denied. In a reusable workflow the calling job must give the permission as well.', `${PERMISSION}${serverHint(job)}`);
}
function serverHint(job) {
    return productOf(job) === 'server'
        ? `\nOn GitHub Enterprise Server the issuer is ${job.serverUrl}/_services/token; AWS must be able to reach it, and GitHub Actions must have OIDC set up.`
        : '';
}
/** Nothing to scan: the workspace is empty, so the scan could vouch for nothing. */
function noCheckout(job) {
    return new failure/* Failure */.H('scan-incomplete', {
        what: 'There is nothing to scan: the workspace of this job is empty.',
        why: `${printable_printable(job.workspace, 300)} holds no file.`,
        likely: 'The repository is checked out after this step, or not at all.',
        write: 'Check it out first:\n- uses: actions/checkout@v5\n- uses: org/aws-temp-creds@v1\nA job that needs credentials but no checkout says so: `scan: off`.',
    });
}
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
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
    throw new failure/* Failure */.H('wrong-input', {
        what: `The configuration file ${printable_printable(path, 300)} is not there.`,
        why: `There is no such file in ${printable_printable(folder, 300)}.`,
        likely: 'The repository was not checked out before this step, or the path is not relative to its root.',
        write: `- uses: actions/checkout@v5\n- uses: org/aws-temp-creds@v1\n  with:\n    config: ${CONFIGURATION_PATH}`,
    });
}
/** Reads files of a checkout; a path that leads out of it, by `..` or by a symbolic link, reads as absent. */
function repositoryFile(folder) {
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
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __nccwpck_require__(4006);
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
 *     key = …  # aws-temp-creds:allow revoked 2026-03-01, see INC-42
 *     # aws-temp-creds:allow-next-line published in the AWS documentation
 *
 * Ours goes before a peer's. Lines of more than 4 000 characters are not read.
 *
 * @param line the line that holds the value, without its end
 * @param previous the line before it
 */
function inlineAllowance(line, previous = '') {
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
function applyAllowList(result, rules) {
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
        const where = `${printable_printable(place.path ?? place.kind)}:${place.line ?? 1}`;
        return `${where}: \`${inline?.comment}\` gives no reason and so does not count; write \`${inline?.comment} WHY\``;
    });
}
/**
 * Whether a comment stood in the base branch beside the same value. Encoded values are not looked for: for them the
 * answer is no, and an entry with their fingerprint serves.
 *
 * @param content the file's text in the base branch
 */
function commentStood({ inline, secrets }, content) {
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
                .map(({ entry, again }) => `${printable_printable(source)}:${entry.line}: the entry for ${named(entry)} expired on ${entry.expires}` +
                (again === 0
                    ? '; it can go'
                    : `; ${again === 1 ? '1 finding counts' : `${again} findings count`} again`));
        },
        unused(source) {
            const idle = rows.filter(({ entry, used }) => live(entry) && used === 0);
            const stale = [...baseline.values()].filter(({ used }) => !used).length;
            return [
                ...idle.map(({ entry }) => `${printable_printable(source)}:${entry.line}: nothing needs the entry for ${named(entry)}; it can go`),
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
        ? `path ${printable_printable(entry.path ?? '')}`
        : `fingerprint ${entry.fingerprint.slice(0, 12)}…`;
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
;// CONCATENATED MODULE: ./lib/bundling/scan/baseline.js
/** Where the baseline lies when nothing else is said, from the repository's root. */
const BASELINE_PATH = '.github/aws-temp-creds-baseline.json';
const ABOUT = (/* unused pure expression or super */ null && ('Findings that were known when aws-temp-creds was adopted: fingerprints, no values. Each still has to be revoked. ' +
    'Written by `aws-temp-creds scan --write-baseline`.'));
/**
 * The entries of a new baseline: every finding once; one that the earlier baseline holds keeps its reason and date.
 *
 * @param today YYYY-MM-DD, UTC
 */
function baselineOf(findings, earlier, { reason, today }) {
    const known = new Map(earlier.map(entry => [entry.fingerprint, entry]));
    const entries = new Map();
    for (const { fingerprint, rule, place } of findings) {
        const kept = known.get(fingerprint);
        entries.set(fingerprint, {
            fingerprint,
            rule,
            path: place.path ?? `(${place.kind})`,
            reason: kept?.reason ?? reason,
            date: kept?.date ?? today,
        });
    }
    return [...entries.values()].sort((a, b) => order(a.path, b.path) || order(a.fingerprint, b.fingerprint));
}
/** The text of a baseline file: one finding a line, so that a diff shows what came and went. */
function formatBaseline(entries) {
    const lines = entries.map(({ fingerprint, rule, path, reason, date }) => JSON.stringify({ fingerprint, rule, path, reason, date }));
    const findings = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
    return `{\n  "about": ${JSON.stringify(ABOUT)},\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}
/** By code unit, so that the file is the same on every machine. */
function order(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: external "events"
const external_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: external "assert"
const external_assert_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_namespaceObject.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_namespaceObject.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_namespaceObject.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_namespaceObject.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
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
    const found = (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false });
    return found?.isFile() === true && (process.platform === 'win32' || (found.mode & 0o111) !== 0);
}
/** Runs a short command whose answer is text. Never throws for an exit code. */
async function gitText(place, ...args) {
    return getExecOutput(`"${place.git.program}"`, [...HARMLESS, ...place.options, ...args], {
        cwd: place.folder,
        env: { ...place.git.environment, ...place.variables },
        silent: true,
        ignoreReturnCode: true,
    });
}
/** Starts a command whose input or output is a stream. */
function gitProcess(place, args, stdio) {
    return (0,external_node_child_process_namespaceObject.spawn)(place.git.program, [...HARMLESS, ...place.options, ...args], {
        cwd: place.folder,
        env: { ...place.git.environment, ...place.variables },
        stdio,
        windowsHide: true,
    });
}
/** Waits for a process to end; to be called right after its start. Never rejects. */
function ending(child) {
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
    const { stdout } = await gitText(repository.place, ...['config', '--includes', '-z', '--get-regexp', '^(remote\\.origin\\.url|http\\..*\\.extraheader)$']);
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
/** `http.https://github.com/.extraheader` → `https://github.com` */
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
        const child = gitProcess({ ...this.#store.writing, variables }, args, ['ignore', 'ignore', 'pipe']);
        const timeout = setTimeout(() => child.kill(), left);
        const watch = setInterval(() => {
            if (sizeOf((0,external_node_path_namespaceObject.join)(this.#store.folder, 'objects/pack')) > this.#policy.bytes)
                child.kill();
        }, 250);
        const { exitCode } = await ending(child);
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
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/object-store.js




/** @param temporary where the folder is made; '' for the system's own */
async function openObjectStore(repository, temporary) {
    const { stdout } = await gitText(repository.place, 'rev-parse', '--show-object-format');
    const format = stdout.trim() === 'sha256' ? 'sha256' : 'sha1';
    const folder = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)(temporary || (0,external_node_os_namespaceObject.tmpdir)(), 'aws-temp-creds-scan-'));
    const objects = (0,external_node_path_namespaceObject.join)(repository.commonDir, 'objects');
    const own = (0,external_node_path_namespaceObject.join)(folder, 'objects');
    for (const name of ['objects/info', 'objects/pack', 'refs'])
        (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.join)(folder, name), { recursive: true });
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(folder, 'HEAD'), 'ref: refs/heads/none\n');
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(folder, 'config'), configuration(format));
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(own, 'info/alternates'), `${quoted(objects)}\n`);
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
function quoted(path) {
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
 * @param input what the command reads
 */
function list(place, args, separator, input = '') {
    const child = gitProcess(place, args, 'pipe');
    const ended = ending(child);
    child.stdin?.end(input);
    return { items: pieces(child.stdout, separator), ended, stop: () => child.kill() };
}
/** The same for lists that are only passed on: as text, in pieces of whole lines. */
function listLines(place, args, input = '') {
    const child = gitProcess(place, args, 'pipe');
    const ended = ending(child);
    child.stdin?.end(input);
    return { lines: wholeLines(child.stdout), ended };
}
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
    const { stdout } = await gitText(repository.place, ...['rev-parse', '--verify', '--quiet', '--end-of-options', revision]);
    const name = stdout.trim();
    return NAME.test(name) ? name : undefined;
}
/** True when the store holds all of these commits, each with the tree that it names. */
async function hasCommits({ place }, names) {
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
    const path = (0,external_node_path_namespaceObject.join)(folder, 'shallow');
    const text = (0,external_node_fs_namespaceObject.existsSync)(path) ? (0,external_node_fs_namespaceObject.readFileSync)(path, 'latin1') : '';
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
    const head = await resolveRevision(repository, 'HEAD');
    if (head === undefined || !(await hasCommits(store, [head])))
        return;
    (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.join)(store.folder, 'refs/scan'), { recursive: true });
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(store.folder, 'refs/scan/checkout'), `${head}\n`);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/read-at-revision.js




/** More is no configuration file. */
const LARGEST = 10 * 2 ** 20;
/**
 * Reads files as a revision has them, e.g. the base branch's allow list. A commit that the clone lacks is fetched, with
 * nothing of its history, where `options.fetch` allows it.
 *
 * @param use is given a function that reads one file, by its path in the repository with `/`; good until `use` ends
 */
async function atRevision(folder, revision, options, use) {
    const checkout = new checkout_Checkout(folder, options);
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
    if (repository === undefined || !(0,external_node_fs_namespaceObject.existsSync)(folder))
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
    return realpathSync(new Checkout(folder, { variables }).repository?.workTree ?? folder);
}
/** The allow list as the checkout has it. @throws Failure when a file of it is wrong, or was named and is missing */
async function ownList({ root, config, baseline }, named = 'must be there') {
    const configuration = await loadConfiguration(root, config);
    const path = baseline ?? BASELINE_PATH;
    const text = repositoryFile(root)(path);
    if (text === undefined && baseline !== undefined && named === 'must be there') {
        throw new failure/* Failure */.H('wrong-input', {
            what: `The baseline ${printable_printable(path)} is not there.`,
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
    const { parseBaseline } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 2058));
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
            if (!(error instanceof failure/* Failure */.H))
                throw error;
            notes.push(`${error.explanation.what} It allows nothing. ${error.explanation.why ?? ''}`);
            return [];
        }
    }
}
/** Session policies that the base's file names are not looked at here; that they exist is checked where they are used. */
const NO_POLICY = '{"Version":"2012-10-17","Statement":[]}';
function cannotJudge(revision) {
    return (`The allow list of the base (${printable_printable(revision, 40)}) could not be read, so nothing is allowed. ` +
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
;// CONCATENATED MODULE: ./lib/bundling/scan/report/words.js

/** The texts that all reports share. They take findings without values (see `withhold`). */
const SEVERITIES = ['error', 'warning', 'notice'];
function countBySeverity(findings) {
    const counts = { error: 0, warning: 0, notice: 0 };
    for (const { severity } of findings)
        counts[severity]++;
    return counts;
}
/** `1 error, 2 warnings`; `nothing found`. */
function countWords(findings) {
    return severityWords(countBySeverity(findings));
}
function severityWords(counts) {
    const parts = SEVERITIES.filter(severity => counts[severity] > 0).map(severity => plural(counts[severity], severity));
    return parts.length === 0 ? 'nothing found' : parts.join(', ');
}
function plural(count, noun, many = `${noun}s`) {
    return `${count.toLocaleString('en-US')} ${count === 1 ? noun : many}`;
}
/** `src/a.env:3:7`, `commit 1a2b3c4 message, line 2`, `variable AWS_SECRET_ACCESS_KEY`. One harmless line. */
function placeWords({ kind, path, line, column, commit }) {
    const name = printable_printable(path ?? '', 300);
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
        found.push(statusDetail === undefined ? STATUS[status] : `${STATUS[status]} (${printable_printable(statusDetail, 300)})`);
    }
    if (account !== undefined)
        found.push(`account ${account}`);
    if (layers.length > 0)
        found.push(`inside ${printable_printable(layers.join(' › '), 200)}`);
    if (reason !== undefined)
        found.push(printable_printable(reason, 200));
    if (alsoAt !== undefined && alsoAt.length > 0)
        found.push(`and at ${plural(alsoAt.length, 'further place')}`);
    if (proposed !== undefined) {
        const by = proposed.by === 'inline' ? 'comment' : 'allow list';
        found.push(`the ${by} of this very change would allow it, which does not count: ${printable_printable(proposed.reason, 200)}`);
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
function isIncomplete({ unread }) {
    return unread.some(({ incomplete }) => incomplete);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/outcome.js

/** From which findings on a scan fails. `pair`: only credentials that are complete, so that they can be used. */
const FAIL_ON = (/* unused pure expression or super */ null && (['pair', 'error', 'warning', 'notice']));
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
;// CONCATENATED MODULE: ./lib/bundling/scan/plan.js
/**
 * What to scan for a job.
 *
 * `auto` scans the changes where the event has a range (a pull request, a push, a merge queue) and the tree
 * elsewhere; before credentials are handed out it scans the tree in any case, and the changes too.
 *
 * @returns undefined for `off`
 */
function planScan(job, input, { beforeCredentials }) {
    if (input === 'off')
        return undefined;
    const base = judgeOf(job);
    const judge = base === undefined ? {} : { judge: base };
    if (input === 'tree' || input === 'history')
        return { mode: input, ...judge, why: `as asked: ${input}` };
    const change = changeOf(job);
    if (change === undefined)
        return { mode: 'tree', ...judge, why: `${eventOf(job)} brings no changes of its own` };
    const mode = input === 'auto' && beforeCredentials ? 'tree' : 'changes';
    return { mode, range: change.range, ...judge, why: change.why };
}
/** The range that an event brings; undefined where it brings none. */
function changeOf(job) {
    switch (job.eventName) {
        case 'pull_request':
        case 'pull_request_review':
        case 'pull_request_target':
            return pullRequestChange(job);
        case 'merge_group':
            return mergeGroupChange(job);
        case 'push':
            return pushChange(job);
        default:
            return undefined;
    }
}
/**
 * On `pull_request` the checkout is GitHub's merge of the head, or what the workflow chose. On `pull_request_target`
 * it is the base branch unless the workflow chose otherwise, so the head is named: its objects are data here.
 */
function pullRequestChange({ eventName, event: { pullRequest } }) {
    if (pullRequest === undefined)
        return undefined;
    const { number, baseSha, headSha } = pullRequest;
    const bases = [{ revision: baseSha }];
    const why = `the changes of pull request ${number}`;
    return eventName === 'pull_request_target'
        ? { range: { head: headSha, bases }, why }
        : { range: { head: undefined, bases, mergeOf: headSha }, why };
}
function mergeGroupChange({ event: { mergeGroup } }) {
    if (mergeGroup === undefined)
        return undefined;
    const range = { head: mergeGroup.headSha, bases: [{ revision: mergeGroup.baseSha }] };
    return { range, why: 'the changes of the merge group' };
}
/** All zeros: no such commit; `before` of a new branch or tag, `after` of a deleted one. */
const NONE = /^0+$/;
function pushChange({ ref, event: { push, defaultBranch } }) {
    if (push === undefined || NONE.test(push.after))
        return undefined;
    const head = push.after;
    if (!NONE.test(push.before)) {
        const why = push.forced ? 'what the forced push brings' : 'the commits of the push';
        return { range: { head, bases: [{ revision: push.before }] }, why };
    }
    if (defaultBranch === undefined)
        return undefined;
    if (ref === `refs/heads/${defaultBranch}`)
        return { range: { head, bases: [] }, why: 'the first push: all of its history' };
    const kind = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
    const why = `what the new ${kind} has beyond the default branch`;
    return { range: { head, bases: [{ branch: defaultBranch }] }, why };
}
function eventOf({ eventName }) {
    return eventName === '' ? 'this run' : `the event ${eventName}`;
}
/** A pull request must not allow its own leak; a merge group must not either. */
function judgeOf({ eventName, event: { pullRequest, mergeGroup } }) {
    if (/^pull_request/.test(eventName))
        return pullRequest?.baseSha;
    return eventName === 'merge_group' ? mergeGroup?.baseSha : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/rules.js
const DEACTIVATE = `1. Deactivate the key, then delete it when nothing breaks:
   \`aws iam update-access-key --user-name USER --access-key-id ID --status Inactive\`, \`aws iam delete-access-key --user-name USER --access-key-id ID\`
   (console: IAM, Users, the user, Security credentials). \`aws iam get-access-key-last-used --access-key-id ID\` names the user and tells where it was used last.
2. Look in CloudTrail for what it did: \`aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=ID\`.
3. Give the job a role through OIDC instead of a key.`;
const PURGE = `A key that was pushed stays in the history and in every clone: revoking is what counts. To purge it as well, rewrite the history with \`git filter-repo --replace-text\` and ask GitHub to remove cached views.`;
const END_SESSIONS = `1. End the sessions of the role: console, IAM, Roles, the role, Revoke sessions (it attaches the policy \`AWSRevokeOlderSessions\`).
2. Look in CloudTrail for what they did: \`aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=ID\`.
3. Let each job fetch its own short-lived credentials; never write them into a file that is kept.`;
const ROLE_INSTEAD = `1. Create a role that trusts this repository's OIDC token: \`aws-temp-creds role-template\` writes it.
2. Replace the two key inputs or variables by \`role-to-assume\` and \`permissions: id-token: write\`.
3. Delete the repository or organization secret, and deactivate the key: \`aws iam update-access-key --user-name USER --access-key-id ID --status Inactive\`.`;
/** By rule: the texts, and how bad it is unless something about the finding lowers it. */
const RULES = {
    'access-key-pair': {
        title: 'AWS access key',
        severity: 'error',
        description: 'An access key ID and its secret access key stand together: whoever reads them acts as their owner.',
        help: `${DEACTIVATE}\n4. ${PURGE}`,
        documentation: 'docs/detection.md#access-key-pair',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '9.8',
    },
    'access-key-id': {
        title: 'AWS access key ID',
        severity: 'error',
        description: 'A long-lived access key ID that AWS can have issued: its secret is rarely far, and it names the account.',
        help: `${DEACTIVATE}\n4. Search for the secret: it was needed wherever this ID is used.`,
        documentation: 'docs/detection.md#access-key-id',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '7.5',
    },
    'secret-access-key': {
        title: 'AWS secret access key',
        severity: 'error',
        description: 'A random value of 40 characters that is called a secret access key, without its ID nearby.',
        help: `Find the key that it belongs to: \`aws iam list-access-keys --user-name USER\` for the user that this software runs as, then:\n\n${DEACTIVATE}\n4. ${PURGE}`,
        documentation: 'docs/detection.md#secret-access-key',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '9.1',
    },
    'temporary-credentials': {
        title: 'AWS temporary credentials',
        severity: 'error',
        description: 'A temporary access key ID with its secret: valid until its session ends, up to 36 hours after it was made.',
        help: `${END_SESSIONS}\n4. ${PURGE}`,
        documentation: 'docs/detection.md#temporary-credentials',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '8.1',
    },
    'temporary-access-key-id': {
        title: 'AWS temporary access key ID',
        severity: 'warning',
        description: 'The ID of temporary credentials, without secret or token: it names the account and the session.',
        help: END_SESSIONS,
        documentation: 'docs/detection.md#temporary-access-key-id',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-312'],
        securitySeverity: '4.0',
    },
    'session-token': {
        title: 'AWS session token',
        severity: 'warning',
        description: 'The session token of temporary credentials; it needs their ID and secret to be used.',
        help: END_SESSIONS,
        documentation: 'docs/detection.md#session-token',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-312'],
        securitySeverity: '5.0',
    },
    'bedrock-api-key': {
        title: 'Amazon Bedrock API key',
        severity: 'error',
        description: 'A long-term Bedrock API key: it is a bearer token, nothing else is needed to use it.',
        help: `1. Deactivate it, then delete it: \`aws iam list-service-specific-credentials --user-name USER --service-name bedrock.amazonaws.com\`, \`aws iam update-service-specific-credential --user-name USER --service-specific-credential-id ACCA… --status Inactive\`, \`aws iam delete-service-specific-credential …\` (console: Bedrock, API keys). Delete the user BedrockAPIKey-… that was made for it.
2. Call Bedrock with the job's own role through OIDC.
3. ${PURGE}`,
        documentation: 'docs/detection.md#bedrock-api-key',
        tags: ['security', 'secret', 'aws', 'bedrock', 'external/cwe/cwe-798'],
        securitySeverity: '9.1',
    },
    'bedrock-short-term-api-key': {
        title: 'Amazon Bedrock short-term API key',
        severity: 'error',
        description: 'A short-term Bedrock API key: a bearer token, valid for up to twelve hours.',
        help: `1. End the sessions of the identity that made it (console, IAM, Roles, the role, Revoke sessions), or deny it \`bedrock:CallWithBearerToken\`.
2. Make such keys where they are used, with the job's own role; never write them down.`,
        documentation: 'docs/detection.md#bedrock-short-term-api-key',
        tags: ['security', 'secret', 'aws', 'bedrock', 'external/cwe/cwe-798'],
        securitySeverity: '7.0',
    },
    'ses-smtp-credentials': {
        title: 'Amazon SES SMTP password',
        severity: 'error',
        description: 'An SMTP password of Amazon SES: it is derived from a long-lived secret access key and sends mail.',
        help: `The SMTP user name is the access key ID of an IAM user, and the password is made from its secret.
${DEACTIVATE}
4. ${PURGE}`,
        documentation: 'docs/detection.md#ses-smtp-credentials',
        tags: ['security', 'secret', 'aws', 'ses', 'external/cwe/cwe-798'],
        securitySeverity: '8.0',
    },
    'mws-auth-token': {
        title: 'Amazon MWS auth token',
        severity: 'warning',
        description: "A token of Amazon's Marketplace Web Service, which was retired in 2024.",
        help: 'Remove it. In Seller Central, Apps and Services, Manage your apps, disable the developer that it authorized.',
        documentation: 'docs/detection.md#mws-auth-token',
        tags: ['security', 'secret', 'amazon', 'external/cwe/cwe-798'],
        securitySeverity: '4.0',
    },
    'odd-credential': {
        title: 'Value named as an AWS key, of another length',
        severity: 'warning',
        description: 'A literal that is named as an access key ID or a secret access key, but is not of their length: cut, padded, or the key of a compatible service.',
        help: `If it is, or is part of, a real key:\n${DEACTIVATE}\nIf it is a placeholder, write one that nobody can mistake, such as \`<secret access key>\`.`,
        documentation: 'docs/detection.md#odd-credential',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '4.0',
    },
    'presigned-url': {
        title: 'AWS access key ID in a signed request',
        severity: 'notice',
        description: 'A presigned URL or a signed header: it holds the access key ID and a signature, which expire, and no secret.',
        help: 'Nothing is needed once it has expired. A presigned URL lasts seven days at most; until then whoever reads it may use it.',
        documentation: 'docs/detection.md#presigned-url',
        tags: ['security', 'aws'],
        securitySeverity: '2.0',
    },
    'ci-static-key': {
        title: 'Workflow that hands long-lived AWS keys to a job',
        severity: 'warning',
        description: 'A CI configuration gives a job a long-lived AWS key from a secret, where a role through OIDC would do.',
        help: ROLE_INSTEAD,
        documentation: 'docs/detection.md#ci-static-key',
        tags: ['security', 'aws', 'ci', 'external/cwe/cwe-522'],
        securitySeverity: '5.0',
    },
    'job-static-key': {
        title: 'Long-lived AWS key in the job',
        severity: 'warning',
        description: "The job's environment holds a long-lived AWS access key.",
        help: ROLE_INSTEAD,
        documentation: 'docs/detection.md#job-static-key',
        tags: ['security', 'aws', 'ci', 'external/cwe/cwe-522'],
        securitySeverity: '5.0',
    },
};
;// CONCATENATED MODULE: ./lib/bundling/scan/report/annotations.js



/** GitHub shows this many annotations of each level per step, and drops the others without a word. */
const SHOWN_PER_LEVEL = 10;
/** @param result without values */
function annotationsOf(result, { reservedErrors, elsewhere }) {
    const bySeverity = SEVERITIES.map(severity => result.findings.filter(found => found.severity === severity));
    const shown = bySeverity.map((findings, index) => findings.slice(0, SHOWN_PER_LEVEL - (SEVERITIES[index] === 'error' ? reservedErrors : 0)));
    const rest = bySeverity.flatMap((findings, index) => findings.slice(shown[index]?.length ?? 0));
    return {
        shown: shown.flat().map(annotation),
        rest: rest.length === 0
            ? undefined
            : `Not annotated, for GitHub shows ${SHOWN_PER_LEVEL} of each kind: ${countWords(rest)}. All are in ${elsewhere}.`,
    };
}
function annotate(runner, { shown, rest }) {
    for (const { level, text, place } of shown)
        runner.annotate(level, text, place);
    if (rest !== undefined)
        runner.info(rest);
}
function annotation(finding) {
    const { rule, severity, redacted, place } = finding;
    const { title, description } = RULES[rule];
    const inFile = place.kind === 'file' && place.path !== undefined;
    const lines = [
        description,
        [...(inFile ? [] : [placeWords(place)]), ...facts(finding)].join('; '),
        firstStep(finding),
    ];
    return {
        level: severity,
        text: lines.filter(line => line !== '').join('\n'),
        place: { title: `${title}: ${printable_printable(redacted, 150)}`, ...(inFile && position(finding)) },
    };
}
const TEMPORARY = new Set([
    'temporary-credentials',
    'temporary-access-key-id',
    'session-token',
    'bedrock-short-term-api-key',
]);
/** What to do before anything else; the whole of it is in the job summary. */
function firstStep({ rule, severity, replacement, fingerprint }) {
    if (replacement !== undefined)
        return `Write instead:\n${replacement}`;
    if (severity === 'notice' || rule === 'job-static-key')
        return '';
    const first = TEMPORARY.has(rule) ? 'End its session first' : 'Revoke it first';
    return `${first}: removing it with another commit leaves it valid and in the history. If it is no key: fingerprint ${fingerprint}.`;
}
function position({ place: { path, line, column, endLine, endColumn } }) {
    if (path === undefined)
        return {};
    const sameLine = endLine === undefined || endLine === line;
    return {
        file: path,
        ...(line !== undefined && { startLine: line, endLine: endLine ?? line }),
        // GitHub takes columns only within one line.
        ...(sameLine && column !== undefined && { startColumn: column, endColumn: endColumn ?? column }),
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/uri.js
/** A path of the repository as a relative URI: every part percent-encoded, none of them able to lead elsewhere. */
function relativeUri(path) {
    return (path
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .split('/')
        .map(part => encodeURIComponent(part).replace(/[!'()*~]/g, percent))
        // No path of git's has such a part; a parser would take it for a step, also in its encoded form.
        .map(part => (part === '.' || part === '..' ? part.replaceAll('.', '%252E') : part))
        .join('/')
        .replace(/^\/+/, ''));
}
/** What encodeURIComponent leaves as it is, and Markdown or a parser of URIs may take for something. */
function percent(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/sarif.js




/** GitHub rejects a run with more results, and a result with more locations. (docs.github.com, SARIF support) */
const MOST_RESULTS = 25_000;
const MOST_LOCATIONS = 1_000;
/** The upload is limited to 10 MB compressed; what is said of unread files must not fill it. */
const MOST_NOTIFICATIONS = 1_000;
const LEVELS = { error: 'error', warning: 'warning', notice: 'note' };
/** GitHub ranks alerts by the rule's number, so what was lowered has a rule of its own with a lower one. */
const LOWERED = { error: '9.0', warning: '4.0', notice: '1.0' };
/**
 * The findings as SARIF 2.1.0, as GitHub's code scanning takes it up. Allowed findings are left out, for GitHub would
 * show them as open alerts.
 *
 * @param result without values
 */
function sarifReport(result, options) {
    const findings = result.findings.slice(0, MOST_RESULTS);
    const rules = [...new Map(findings.map(finding => [ruleId(finding), finding])).values()].map(finding => descriptor(finding, options.homepage));
    const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
    const log = {
        version: '2.1.0',
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'aws-temp-creds',
                        informationUri: options.homepage,
                        semanticVersion: options.toolVersion,
                        rules,
                    },
                },
                automationDetails: { id: `aws-temp-creds/${result.mode}/` },
                columnKind: 'utf16CodeUnits',
                invocations: [invocation(result, result.findings.length - findings.length)],
                results: findings.map(finding => sarifResult(finding, ruleIndex)),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
function ruleId({ rule, severity }) {
    return severity === RULES[rule].severity ? rule : `${rule}/${severity}`;
}
function descriptor(finding, homepage) {
    const { rule, severity } = finding;
    const { title, description, help, documentation, tags, securitySeverity, severity: own } = RULES[rule];
    return {
        id: ruleId(finding),
        name: pascalCase(rule),
        shortDescription: { text: severity === own ? title : `${title} (${severity})` },
        fullDescription: { text: description },
        helpUri: `${homepage}/blob/main/${documentation}`,
        help: { text: help.replaceAll('`', ''), markdown: help },
        defaultConfiguration: { level: LEVELS[severity] },
        properties: {
            tags: [...tags],
            precision: 'very-high',
            'security-severity': severity === own ? securitySeverity : LOWERED[severity],
        },
    };
}
function pascalCase(id) {
    return id.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
}
function sarifResult(finding, ruleIndex) {
    const { rule, severity, redacted, place, alsoAt = [], fingerprint, account, status, layers } = finding;
    const id = ruleId(finding);
    const shown = printable_printable(redacted, 200);
    const about = [`${RULES[rule].title}: ${shown}`, ...facts(finding)].join('; ');
    const where = place.kind === 'file' ? '' : ` (${placeWords(place)})`;
    return {
        ruleId: id,
        ruleIndex: ruleIndex.get(id) ?? -1,
        level: LEVELS[severity],
        message: { text: `${about}${where}.` },
        locations: [sarif_location(place, shown)],
        ...(alsoAt.length > 0 && {
            relatedLocations: alsoAt
                .slice(0, MOST_LOCATIONS - 1)
                .map((also, index) => ({ id: index + 1, ...sarif_location(also, shown) })),
        }),
        // The first is what GitHub matches alerts by; ours does not change when lines move.
        partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'awsTempCreds/v1': fingerprint },
        properties: {
            shown,
            ...(account !== undefined && { account }),
            ...(status !== undefined && { status }),
            ...(layers.length > 0 && { layers: layers.map(layer => printable_printable(layer, 200)) }),
            ...(place.commit !== undefined && { commit: place.commit }),
        },
    };
}
function sarif_location(place, shown) {
    const { line, column, endLine, endColumn } = place;
    return {
        physicalLocation: {
            artifactLocation: { uri: uriOf(place), uriBaseId: '%SRCROOT%' },
            region: {
                startLine: line ?? 1,
                ...(line !== undefined && column !== undefined && { startColumn: column }),
                ...(endLine !== undefined && { endLine }),
                ...(endLine !== undefined && endColumn !== undefined && { endColumn }),
                snippet: { text: shown },
            },
        },
    };
}
/** A relative URI. GitHub takes no result without a file, so what stands in none is given a name that tells where. */
function uriOf({ kind, path, commit = 'unknown' }) {
    switch (kind) {
        case 'commit-message':
        case 'tag-message':
            return `${kind}/${commit}`;
        case 'environment':
            return `environment/${relativeUri(path ?? 'variable')}`;
        case 'stdin':
            return 'stdin';
        default:
            return relativeUri(path ?? 'unknown');
    }
}
function invocation(result, omitted) {
    const notification = (severity, text) => ({
        level: LEVELS[severity],
        message: { text: printable_printable(text, 1000) },
    });
    const all = [
        ...(omitted > 0 ? [notification('error', `${omitted} findings more than a SARIF file may hold`)] : []),
        ...result.unread.map(({ what, why, incomplete }) => notification(incomplete ? 'error' : 'warning', `Not read: ${what}: ${why}`)),
        ...result.notes.map(note => notification('notice', note)),
    ];
    return {
        executionSuccessful: !isIncomplete(result) && omitted === 0,
        ...(all.length > 0 && { toolExecutionNotifications: all.slice(0, MOST_NOTIFICATIONS) }),
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/markdown.js

/**
 * Untrusted text as inline code of a job summary. Everything that Markdown, its tables or HTML could take for more
 * than a character is written as a character reference, so the text looks the same and means nothing.
 */
function code(text, limit = 300) {
    return `<code>${plain(text, limit)}</code>`;
}
/** Untrusted text in running text. */
function plain(text, limit = 300) {
    return printable_printable(text, limit)
        .replace(/[^\p{L}\p{N} ,./…›-]/gu, character => `&#${character.codePointAt(0)};`)
        .replace(/www\./gi, name => `${name.slice(0, 3)}&#46;`)
        .replace(/^(?=[-\d])/, '&#8203;');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/summary.js




/** GitHub drops the summary of a step that is larger than 1 MiB; some of it is left to others. */
const summary_LARGEST = 900 * 1024;
const MOST_ROWS = 1_000;
const MOST_REMARKS = 100;
/** A longer one is shown cut, without a link. */
const LONGEST_PATH = 500;
/**
 * The findings as Markdown for the job summary: what stands where, and what to do about each kind.
 *
 * @param result without values
 */
function scanSummary(result, options) {
    for (let rows = MOST_ROWS; rows > 0; rows = Math.floor(rows / 2)) {
        const text = summary(result, options, rows);
        if (Buffer.byteLength(text) <= summary_LARGEST)
            return text;
    }
    return summary({ ...result, unread: [], notes: [], allowed: [] }, options, 0);
}
function summary(result, options, rows) {
    const { findings } = result;
    const parts = [
        heading(result),
        `${plain(result.mode)}: ${scopeWords(result)}`,
        ...(findings.length > 0 && rows > 0 ? [table(findings, options, rows)] : []),
        ...(findings.length > rows ? [`… and ${plural(findings.length - rows, 'more finding')}.`] : []),
        replacements(findings),
        whatToDo(findings, options.homepage),
        whatIsNot(findings),
        remarks(result),
    ];
    return parts.filter(part => part !== '').join('\n\n');
}
function heading(result) {
    const { findings } = result;
    const title = findings.length === 0 ? '✅ No static AWS key found' : `🔑 Static AWS keys: ${countWords(findings)}`;
    const incomplete = isIncomplete(result)
        ? '\n\n> [!WARNING]\n> The scan is **incomplete**: something could not be read, so it cannot vouch for this repository.'
        : '';
    return `## ${title}${incomplete}`;
}
const ICONS = { error: '🛑 error', warning: '⚠️ warning', notice: 'ℹ️ notice' };
function table(findings, options, rows) {
    const lines = findings.slice(0, rows).map(finding => {
        const { severity, rule, redacted, place, fingerprint } = finding;
        const cells = [
            ICONS[severity],
            `${RULES[rule].title}<br>${code(redacted, 150)}`,
            linked(place, options.job),
            facts(finding)
                .map(fact => plain(fact, 300))
                .join('<br>'),
            `<code>${fingerprint}</code>`,
        ];
        return `| ${cells.join(' | ')} |`;
    });
    return ['| | What | Where | Known of it | Fingerprint |', '| --- | --- | --- | --- | --- |', ...lines].join('\n');
}
/** The place, with a link to the line on GitHub where it is in a commit that GitHub has. */
function linked(place, job) {
    const words = code(placeWords(place), 400);
    const { kind, path, line, commit } = place;
    const sha = kind === 'file' ? (job.event.pullRequest?.headSha ?? job.sha) : commit;
    if (path === undefined || path.length > LONGEST_PATH || sha === undefined || !/^[0-9a-f]{40,64}$/.test(sha))
        return words;
    if (kind !== 'file' && kind !== 'commit')
        return words;
    if (!/^[\w.-]+\/[\w.-]+$/.test(job.repository) || !/^https?:\/\/[\w.:-]+$/.test(job.serverUrl))
        return words;
    const anchor = line === undefined ? '' : `#L${line}`;
    return `<a href="${job.serverUrl}/${job.repository}/blob/${sha}/${relativeUri(path)}${anchor}">${words}</a>`;
}
/** What to write instead, once for each different text. */
function replacements(findings) {
    const texts = new Map();
    for (const { replacement, place } of findings) {
        if (replacement !== undefined && !texts.has(replacement))
            texts.set(replacement, place.path ?? '');
    }
    return [...texts]
        .slice(0, 10)
        .map(([text, path]) => `Write instead, in ${code(path)}:\n\n~~~yaml\n${text.replaceAll('~~~', '')}\n~~~`)
        .join('\n\n');
}
function whatToDo(findings, homepage) {
    const rules = new Set(findings.filter(({ severity }) => severity !== 'notice').map(({ rule }) => rule));
    const sections = [...rules].map(rule => {
        const { title, description, help, documentation } = RULES[rule];
        const more = `[${title}](${homepage}/blob/main/${documentation})`;
        return `<details${rules.size === 1 ? ' open' : ''}><summary>${title}</summary>\n\n${description}\n\n${help}\n\nMore: ${more}\n\n</details>`;
    });
    return sections.length === 0 ? '' : `### What to do\n\n${sections.join('\n')}`;
}
function whatIsNot(findings) {
    if (findings.length === 0)
        return '';
    return `If a finding is no key, or is revoked and stays: an entry in the configuration file, merged into the base branch first, allows it.

~~~yaml
scan:
  allow:
    - fingerprint: ${findings[0]?.fingerprint}
      reason: why it may stay
~~~`;
}
function remarks({ unread, notes, allowed }) {
    const sections = [
        section('Not read', unread.map(({ what, why }) => `${code(what)}: ${plain(why)}`)),
        section('Notes', notes.map(note => plain(note, 600))),
        section('Allowed', allowed.map(({ place, redacted, allowed: why }) => `${code(redacted, 150)} in ${code(placeWords(place))}: ${plain(why?.reason ?? '')} (${why?.by ?? ''})`)),
    ];
    return sections.filter(text => text !== '').join('\n');
}
function section(title, items) {
    if (items.length === 0)
        return '';
    const more = items.length > MOST_REMARKS ? `\n- … and ${items.length - MOST_REMARKS} more` : '';
    const list = items.slice(0, MOST_REMARKS).map(item => `- ${item}`);
    return `<details><summary>${title}: ${items.length}</summary>\n\n${list.join('\n')}${more}\n\n</details>`;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/terminal.js




/** SGR codes: on and off. */
const STYLES = {
    error: [31, 39],
    warning: [33, 39],
    notice: [36, 39],
    good: [32, 39],
    bold: [1, 22],
    dim: [2, 22],
};
/** Notes and unread parts beyond this many are counted, not listed. */
const terminal_MOST_REMARKS = 20;
/**
 * The report for people at a terminal.
 *
 * @param result without values
 */
function terminalReport(result, { color, most, width }) {
    const paint = (style, text) => {
        const [on, off] = STYLES[style];
        return color ? `\u001b[${on}m${text}\u001b[${off}m` : text;
    };
    const { findings } = result;
    const blocks = [
        ...findings.slice(0, most).map(finding => findingBlock(finding, paint)),
        ...(findings.length > most
            ? [`… and ${plural(findings.length - most, 'more finding')}: \`--json\` lists all`]
            : []),
        remedies(findings, paint, width),
        terminal_remarks(result, paint),
        verdict(result, paint),
    ];
    return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}
const WIDTH = 'warning'.length + 2;
const INDENT = ' '.repeat(WIDTH);
function findingBlock(finding, paint) {
    const { severity, rule, redacted, place, fingerprint, replacement } = finding;
    const known = facts(finding);
    const lines = [
        `${paint(severity, severity.padEnd(WIDTH))}${paint('bold', placeWords(place))}`,
        `${INDENT}${RULES[rule].title}  ${paint(severity, printable_printable(redacted, 150))}`,
        ...(known.length === 0 ? [] : [`${INDENT}${known.join('; ')}`]),
        ...(replacement === undefined
            ? []
            : [`${INDENT}write instead:`, ...replacement.split('\n').map(line => `${INDENT}  ${line}`)]),
        `${INDENT}${paint('dim', `fingerprint ${fingerprint}`)}`,
    ];
    return lines.join('\n');
}
/** What to do about the worst kind, and where to read about the others that fail a build by default. */
function remedies(findings, paint, width) {
    const rules = new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
    const [worst, ...others] = rules;
    if (worst === undefined)
        return '';
    const { title, help, documentation } = RULES[worst];
    const steps = help
        .replaceAll('`', '')
        .split('\n')
        .map(line => wrapped(line, width - 2, '  '));
    const pages = [documentation, ...others.map(rule => RULES[rule].documentation)];
    return [
        `${paint('bold', 'What to do')} (${title})`,
        ...steps,
        ...pages.map(page => paint('dim', `  ${HOMEPAGE}/blob/main/${page}`)),
    ].join('\n');
}
/** Breaks a line between words; what follows is indented as far as the text of its list item. */
function wrapped(text, width, indent) {
    const hanging = /^\s*(?:\d+\. )?/.exec(text)?.[0].length ?? 0;
    const lines = [];
    for (const word of text.trimEnd().slice(hanging).split(' ')) {
        const line = lines.at(-1);
        if (line !== undefined && hanging + line.length + 1 + word.length <= width) {
            lines[lines.length - 1] = `${line} ${word}`;
        }
        else
            lines.push(word);
    }
    return lines
        .map((line, index) => `${indent}${index === 0 ? text.slice(0, hanging) : ' '.repeat(hanging)}${line}`)
        .join('\n');
}
function terminal_remarks({ allowed, unread, notes }, paint) {
    const lines = [
        ...unread.map(({ what, why, incomplete }) => {
            const style = incomplete ? 'error' : 'warning';
            return `${paint(style, 'not read'.padEnd(WIDTH))} ${printable_printable(what, 300)}: ${printable_printable(why, 300)}`;
        }),
        ...notes.map(note => `${paint('notice', 'note'.padEnd(WIDTH))}${printable_printable(note, 500)}`),
    ];
    const shown = lines.slice(0, terminal_MOST_REMARKS);
    if (lines.length > shown.length)
        shown.push(`… and ${plural(lines.length - shown.length, 'more remark')}`);
    if (allowed.length > 0)
        shown.push(...allowedLines(allowed, paint));
    return shown.join('\n');
}
/** Allowed findings by reason: whoever reads the report sees what is not in it. */
function allowedLines(allowed, paint) {
    const byReason = new Map();
    for (const { allowed: why } of allowed) {
        const reason = why === undefined ? '' : `${why.reason} (${why.by})`;
        byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
    }
    const lines = [...byReason].map(([reason, count]) => `${paint('dim', 'allowed'.padEnd(WIDTH))}${plural(count, 'finding')}: ${printable_printable(reason, 200)}`);
    const more = lines.length - terminal_MOST_REMARKS;
    return more > 0 ? [...lines.slice(0, terminal_MOST_REMARKS), `… for ${plural(more, 'more reason')}`] : lines;
}
function verdict(result, paint) {
    const { findings } = result;
    const scope = paint('dim', `${WHAT[result.mode] ?? result.mode}: ${scopeWords(result)}`);
    const found = findings.length === 0 ? paint('good', 'No static AWS key found') : paint('bold', countWords(findings));
    const lines = [`${found}  ${scope}`];
    if (isIncomplete(result)) {
        lines.push(paint('error', 'Incomplete: something could not be read, so this is no proof that there is no key.'));
    }
    return lines.join('\n');
}
const WHAT = {
    tree: 'tree',
    changes: 'changes',
    history: 'history',
    staged: 'staged changes',
    stdin: 'standard input',
    files: 'files',
};
;// CONCATENATED MODULE: ./lib/bundling/scan/report/withhold.js
/**
 * The result without its values: what reports are made of. A found value can also stand where text is shown (a file
 * may be named after a key, a reason may quote one); there it is replaced by how the finding is shown.
 */
function withhold(result) {
    const hide = hider([...result.findings, ...result.allowed]);
    return {
        ...result,
        findings: result.findings.map(finding => withoutValues(finding, hide)),
        allowed: result.allowed.map(finding => withoutValues(finding, hide)),
        unread: result.unread.map(({ what, why, incomplete }) => ({
            what: hide(what),
            why: hide(why),
            incomplete,
        })),
        notes: result.notes.map(hide),
    };
}
/** Shorter values would tear holes into words, and are no keys. */
const SHORTEST = 8;
/**
 * Replaces every value in a text. There can be ten thousand values and as many texts, so values are looked up, by their
 * first characters and their lengths: the time is that of reading the texts once.
 */
function hider(findings) {
    const values = new Map(findings.flatMap(withhold_replacements));
    const lengths = new Map();
    for (const value of values.keys()) {
        const beginning = value.slice(0, SHORTEST);
        lengths.set(beginning, (lengths.get(beginning) ?? new Set()).add(value.length));
    }
    // The longest first: an identifier may be part of a longer value.
    const longestFirst = new Map([...lengths].map(([beginning, of]) => [beginning, [...of].sort((a, b) => b - a)]));
    const known = new Map();
    return text => {
        const safe = known.get(text) ?? replaced(text, values, longestFirst);
        known.set(text, safe);
        return safe;
    };
}
/** What stands for a finding's values, also where they are percent-encoded. */
function withhold_replacements({ secrets, accessKeyId, redacted }) {
    return [...secrets, ...(accessKeyId === undefined ? [] : [accessKeyId])]
        .filter(secret => secret.length >= SHORTEST)
        .flatMap((secret) => {
        const instead = secret === accessKeyId ? redacted : '[withheld]';
        return [
            [secret, instead],
            [encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '')), instead],
        ];
    });
}
function replaced(text, values, lengths) {
    let safe = '';
    let done = 0;
    for (let at = 0; at + SHORTEST <= text.length; at++) {
        const length = lengths
            .get(text.slice(at, at + SHORTEST))
            ?.find(candidate => values.has(text.slice(at, at + candidate)));
        if (length === undefined)
            continue;
        safe += text.slice(done, at) + (values.get(text.slice(at, at + length)) ?? '');
        done = at + length;
        at = done - 1;
    }
    return safe + text.slice(done);
}
function withoutValues(finding, hide) {
    const { accessKeyId: _, place, alsoAt, reason, inline, proposed, allowed, layers, statusDetail, ...rest } = finding;
    return {
        ...rest,
        secrets: [],
        place: hiddenPlace(place, finding, hide),
        layers: layers.map(hide),
        redacted: hide(finding.redacted),
        ...(alsoAt && { alsoAt: alsoAt.map(also => hiddenPlace(also, finding, hide)) }),
        ...(reason !== undefined && { reason: hide(reason) }),
        ...(inline && { inline: { ...inline, reason: hide(inline.reason) } }),
        ...(proposed && { proposed: { ...proposed, reason: hide(proposed.reason) } }),
        ...(allowed && { allowed: { ...allowed, reason: hide(allowed.reason) } }),
        ...(statusDetail !== undefined && { statusDetail: hide(statusDetail) }),
    };
}
/** A path that holds an encoded value does not hold its text: then only the folder is shown. */
function hiddenPlace(place, { layers }, hide) {
    if (place.path === undefined)
        return place;
    const path = hide(place.path);
    const encoded = place.kind === 'path-name' && layers.length > 0 && path === place.path;
    return { ...place, path: encoded ? path.replace(/[^/]*$/, '[withheld]') : path };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/write-report.js




/**
 * Writes a report as a whole or not at all. The repository may hold a link at the place, or on the way to it: the
 * link itself is replaced, and a relative path that leads out of the folder is refused.
 *
 * @param folder what a relative path starts from
 * @throws Failure `wrong-input` when it cannot be written there
 */
function writeReport(folder, path, text) {
    const file = (0,external_node_path_namespaceObject.resolve)(folder, path);
    const temporary = (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)(file), `.${(0,external_node_path_namespaceObject.basename)(file)}.${process.pid}.tmp`);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.dirname)(file), { recursive: true });
        if (!(0,external_node_path_namespaceObject.isAbsolute)(path))
            refuseOutside((0,external_node_fs_namespaceObject.realpathSync)(folder), (0,external_node_fs_namespaceObject.realpathSync)((0,external_node_path_namespaceObject.dirname)(file)));
        (0,external_node_fs_namespaceObject.rmSync)(temporary, { force: true });
        (0,external_node_fs_namespaceObject.writeFileSync)(temporary, text, { flag: 'wx' });
        (0,external_node_fs_namespaceObject.renameSync)(temporary, file);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.rmSync)(temporary, { force: true });
        throw new failure/* Failure */.H('wrong-input', {
            what: `The file ${printable_printable(path)} could not be written.`,
            why: printable_printable(error instanceof Error ? error.message : String(error), 300),
        }, { cause: error });
    }
}
function refuseOutside(folder, parent) {
    const way = (0,external_node_path_namespaceObject.relative)(folder, parent);
    if (way === '..' || way.startsWith(`..${external_node_path_namespaceObject.sep}`) || (0,external_node_path_namespaceObject.isAbsolute)(way))
        throw new Error(`it leads out of ${folder}; give an absolute path if that is meant`);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/findings.js
/** So many findings are kept; a repository made to hold more must not exhaust us. */
const MOST_FINDINGS = 10_000;
const MOST_PLACES = 100;
const findings_SEVERITIES = { error: 0, warning: 1, notice: 2 };
/** Where a finding is best shown: in what is checked out before what is only in the history. */
const KINDS = {
    file: 0,
    stdin: 0,
    environment: 0,
    'path-name': 1,
    'commit-message': 1,
    'tag-message': 1,
    commit: 2,
};
/**
 * Makes one finding of all that tell of the same values in the same path: the richest and best placed stays, the
 * places of the others go to its `alsoAt`. An identifier alone in one commit and with its secret in a later one is
 * one finding, the pair; but what stands in a file is never hidden behind something that only the history holds.
 *
 * @returns most severe first, then by place; and how many were too many to keep
 */
function uniqueFindings(findings) {
    const kept = [];
    const byValue = new Map();
    let dropped = 0;
    for (const finding of [...findings].sort(richestFirst)) {
        const keys = finding.secrets.map(secret => `${finding.place.path ?? ''}\0${secret}`);
        const home = (byValue.get(keys[0] ?? '') ?? [])
            .map(index => kept[index])
            .find(other => other !== undefined && covers(other.finding, finding));
        if (home !== undefined) {
            if (home.places.length < MOST_PLACES && !samePlace(home.finding.place, finding.place))
                home.places.push(finding.place);
        }
        else if (kept.length === MOST_FINDINGS)
            dropped += 1;
        else {
            for (const key of keys)
                byValue.set(key, [...(byValue.get(key) ?? []), kept.length]);
            kept.push({ finding, places: [...(finding.alsoAt ?? [])] });
        }
    }
    const merged = kept.map(({ finding, places }) => places.length === 0 ? finding : { ...finding, alsoAt: distinct(places) });
    return { findings: merged.sort(mostSevereFirst), dropped };
}
function covers(richer, other) {
    return (KINDS[richer.place.kind] <= KINDS[other.place.kind] &&
        other.secrets.every(secret => richer.secrets.includes(secret)));
}
function distinct(places) {
    return places.filter((place, index) => !places.slice(0, index).some(before => samePlace(before, place)));
}
function samePlace(a, b) {
    return (a.kind === b.kind &&
        a.line === b.line &&
        a.column === b.column &&
        a.commit === b.commit &&
        a.path === b.path);
}
function richestFirst(a, b) {
    return (KINDS[a.place.kind] - KINDS[b.place.kind] ||
        b.secrets.length - a.secrets.length ||
        findings_SEVERITIES[a.severity] - findings_SEVERITIES[b.severity]);
}
function mostSevereFirst(a, b) {
    return (findings_SEVERITIES[a.severity] - findings_SEVERITIES[b.severity] ||
        KINDS[a.place.kind] - KINDS[b.place.kind] ||
        compare(a.place.path ?? '', b.place.path ?? '') ||
        (a.place.line ?? 0) - (b.place.line ?? 0) ||
        (a.place.column ?? 0) - (b.place.column ?? 0));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/budget.js
/** Limits of what may come out of encodings and archives, all layers of one content together. */
class Budget {
    #bytes;
    #reasons = new Set();
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** How many bytes may still come out. */
    get bytes() {
        return this.#bytes;
    }
    /** @returns false when that is more than is left; then nothing is taken */
    take(bytes) {
        if (bytes > this.#bytes)
            return false;
        this.#bytes -= bytes;
        return true;
    }
    /** Notes a part that was left out, with the layers that lead to it. */
    leaveOut(layers, reason) {
        if (this.#reasons.size < MOST_REASONS)
            this.#reasons.add([...layers, reason].join(': '));
    }
    get unread() {
        return [...this.#reasons];
    }
}
/** A content made to be unreadable in a million places is told by the first of them. */
const MOST_REASONS = 20;
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/alphabet.js
/** Classes of bytes, as tables for the kernels, and of characters, as functions for text in Latin-1. */
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
/** The 64 characters of standard base64, in the order of their values. */
const BASE64_ALPHABET = `${UPPER}${LOWER}${DIGITS}+/`;
/** 1 for the bytes of the given characters. */
function tableOf(characters) {
    const table = new Uint8Array(256);
    for (const character of characters)
        table[character.charCodeAt(0)] = 1;
    return table;
}
/** Value of each base64 character, standard and url-safe; 255 for any other byte. */
const BASE64_VALUE = valuesOf(`${BASE64_ALPHABET}`, '-_');
function valuesOf(standard, urlSafe) {
    const table = new Uint8Array(256).fill(255);
    for (let value = 0; value < 64; value++)
        table[standard.charCodeAt(value)] = value;
    table[urlSafe.charCodeAt(0)] = 62;
    table[urlSafe.charCodeAt(1)] = 63;
    return table;
}
/** What a secret access key is made of. */
const IS_BASE64 = tableOf(BASE64_ALPHABET);
/** What identifiers and the upper-case names of variables are made of. */
const IS_UPPER_NAME = tableOf(`${UPPER}${DIGITS}_`);
const IS_UPPER_OR_DIGIT = tableOf(`${UPPER}${DIGITS}`);
/** Base64, and what begins or ends the escapes of source code, URLs and HTML. */
const IS_BASE64_OR_ESCAPE = tableOf(`${BASE64_ALPHABET}\\%&#;`);
const IS_HEX = tableOf(`${DIGITS}abcdefABCDEF`);
const IS_ALPHANUMERIC = tableOf(`${UPPER}${LOWER}${DIGITS}`);
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/magic.js

/** What the contents begin with. The two bytes of zlib must be a multiple of 31, so there are four. */
const SIGNATURES = [
    ['gzip', '\x1f\x8b\x08'],
    ['zip', 'PK\x03\x04'],
    ['zip', 'PK\x07\x08'],
    ['zstd', '\x28\xb5\x2f\xfd'],
    ['bzip2', 'BZh91A'],
    ['xz', '\xfd7zXZ\0'],
    ['7z', '7z\xbc\xaf\x27\x1c'],
    ['rar', 'Rar!\x1a\x07'],
    ['pdf', '%PDF-'],
    ['git pack', 'PACK\0\0'],
    ['git pack', '# v2 g'],
    ['git pack', '# v3 g'],
    ['zlib', 'x\x01'],
    ['zlib', 'x\x5e'],
    ['zlib', 'x\x9c'],
    ['zlib', 'x\xda'],
];
const LONGEST = 6;
const MAY_BEGIN_ARCHIVE = tableOf(SIGNATURES.map(([, signature]) => signature.charAt(0)).join(''));
const TAR_MAGIC = 'ustar';
const TAR_MAGIC_AT = 257;
const END_OF_ZIP = 0x06054b50;
const END_LENGTH = 22;
/** Scripts and programs that carry an archive behind them: executable jars, installers, zipped applications. */
const PROGRAM = /^(?:#!|MZ|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe)/;
const LONGEST_COMMENT = 0xffff;
/** Whether the content ends with the directory of a zip archive, although it begins with something else. */
function endsWithZip(bytes) {
    const end = bytes.length - END_LENGTH;
    if (end <= 0 || bytes[0] === 0x50)
        return false;
    if (bytes[end] === 0x50 && bytes.readUInt32LE(end) === END_OF_ZIP)
        return true;
    if (!PROGRAM.test(bytes.toString('latin1', 0, 4)))
        return false;
    return bytes.indexOf('PK\x05\x06', Math.max(0, end - LONGEST_COMMENT), 'latin1') >= 0;
}
/** What an archive or compressed stream is, by its bytes; names are not asked. */
function archiveKind(bytes) {
    if (bytes[TAR_MAGIC_AT] === 0x75 &&
        bytes.toString('latin1', TAR_MAGIC_AT, TAR_MAGIC_AT + 5) === TAR_MAGIC) {
        return 'tar';
    }
    if (MAY_BEGIN_ARCHIVE[bytes[0] ?? 0] !== 1)
        return undefined;
    const head = bytes.toString('latin1', 0, LONGEST);
    return SIGNATURES.find(([, signature]) => head.startsWith(signature))?.[0];
}
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
var external_node_zlib_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_node_zlib_namespaceObject, 2);
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/inflate.js

/**
 * Unpacks one compressed stream.
 *
 * @param name what to call it when it is left out
 * @returns undefined when it is damaged, over the limit, or of a kind that this runtime cannot unpack; a reason is noted
 */
function inflate(packed, compression, name, unpacking) {
    const unpack = UNPACK[compression];
    if (unpack === undefined) {
        unpacking.leaveOut(`${name}: this version of Node.js cannot read zstd`);
        return undefined;
    }
    const limit = unpacking.limit(packed.length);
    if (limit <= 0) {
        unpacking.leaveOut(`${name}: over the size budget`);
        return undefined;
    }
    try {
        return unpack(packed, limit);
    }
    catch (error) {
        const reason = reasonOf(error);
        // Two bytes are all that marks zlib: what then is damaged was never packed.
        if (compression !== 'zlib' || reason !== DAMAGED)
            unpacking.leaveOut(`${name}: ${reason}`);
        return undefined;
    }
}
const PARTIAL = { finishFlush: external_node_zlib_namespaceObject.constants.Z_SYNC_FLUSH };
/** A truncated stream gives what can be had of it. */
const UNPACK = {
    gzip: (packed, maxOutputLength) => external_node_zlib_namespaceObject.gunzipSync(packed, { ...PARTIAL, maxOutputLength }),
    zlib: (packed, maxOutputLength) => external_node_zlib_namespaceObject.inflateSync(packed, { ...PARTIAL, maxOutputLength }),
    deflate: (packed, maxOutputLength) => external_node_zlib_namespaceObject.inflateRawSync(packed, { ...PARTIAL, maxOutputLength }),
    zstd: "zstdDecompressSync" in external_node_zlib_namespaceObject_0
        ? (packed, maxOutputLength) => external_node_zlib_namespaceObject.zstdDecompressSync(packed, { maxOutputLength })
        : undefined,
};
const DAMAGED = 'damaged';
function reasonOf(error) {
    const isTooLarge = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? 'over the size or ratio budget' : DAMAGED;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/pdf.js


const STREAM = 'stream';
const MOST_STREAMS = 5000;
/** The deflated streams of a PDF document: the text of its pages, where it is not drawn glyph by glyph. */
function* pdfEntries(bytes, unpacking) {
    let count = 0;
    for (let at = bytes.indexOf(STREAM); at >= 0 && count < MOST_STREAMS; count++) {
        const start = afterLineEnd(bytes, at + STREAM.length);
        const next = bytes.indexOf('endstream', start, 'latin1');
        const end = next < 0 ? bytes.length : next;
        const packed = bytes.subarray(start, end);
        const unpacked = archiveKind(packed) === 'zlib' ? inflate(packed, 'zlib', 'pdf: stream', unpacking) : undefined;
        if (unpacked !== undefined)
            yield { layer: 'pdf', bytes: unpacked, start, end };
        at = bytes.indexOf(STREAM, end + 'endstream'.length, 'latin1');
    }
}
function afterLineEnd(bytes, at) {
    const behind = bytes[at] === 0x0d ? at + 1 : at;
    return bytes[behind] === 0x0a ? behind + 1 : behind;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/tar.js
const BLOCK = 512;
const SIZE = { start: 124, end: 136 };
const tar_NAME = { start: 0, end: 100 };
const KIND = 156;
const REGULAR = new Set(['0', '\0', '7']);
/** The regular files of a tar archive (POSIX, GNU), as views of its bytes. */
function* tarEntries(bytes, unpacking) {
    let at = 0;
    while (at + BLOCK <= bytes.length) {
        const size = sizeAt(bytes, at);
        if (size === undefined) {
            if (bytes.subarray(at, at + BLOCK).some(byte => byte !== 0))
                unpacking.leaveOut('tar: damaged header');
            return;
        }
        const start = at + BLOCK;
        const end = Math.min(start + size, bytes.length);
        const name = textAt(bytes, at + tar_NAME.start, at + tar_NAME.end);
        // The extended headers of long names and attributes are text too, and read as such.
        if (REGULAR.has(bytes.toString('latin1', at + KIND, at + KIND + 1)) || size > 0) {
            yield { layer: `tar:${name}`, bytes: bytes.subarray(start, end), start, end };
        }
        if (start + size > bytes.length)
            unpacking.leaveOut(`tar: entry ${name}: truncated`);
        at = start + Math.ceil(size / BLOCK) * BLOCK;
    }
}
/** @returns undefined where no header stands, as at the end */
function sizeAt(bytes, header) {
    if (bytes.toString('latin1', header + 257, header + 262) !== 'ustar')
        return undefined;
    if (((bytes[header + SIZE.start] ?? 0) & 0x80) !== 0) {
        const size = Number(bytes.readBigUInt64BE(header + SIZE.end - 8));
        return size <= bytes.length ? size : undefined;
    }
    const octal = textAt(bytes, header + SIZE.start, header + SIZE.end).trim();
    return /^[0-7]{1,12}$/.test(octal) ? Number.parseInt(octal, 8) : undefined;
}
function textAt(bytes, start, end) {
    const text = bytes.toString('latin1', start, end);
    const stop = text.indexOf('\0');
    return stop < 0 ? text : text.slice(0, stop);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/fields.js
/** Little-endian numbers of headers that may be cut: what lies beyond the end reads as 0. */
function uint16(bytes, at) {
    return at >= 0 && at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0;
}
function uint32(bytes, at) {
    return at >= 0 && at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/zip.js


const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const zip_END_LENGTH = 22;
const zip_LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 20_000;
const ENCRYPTED = 1;
const IN_ZIP64 = 0xffffffff;
const ZIP64_EXTRA = 1;
/**
 * The files of a zip archive and its kin (jar, docx, whl, nupkg …): those that its directory lists, or, when the
 * directory is missing, those whose local headers follow each other.
 */
function* zipEntries(bytes, unpacking) {
    const listed = directoryOf(bytes);
    if (listed === undefined)
        unpacking.leaveOut('zip: no directory: truncated or damaged');
    let count = 0;
    for (const member of listed ?? localMembers(bytes)) {
        count++;
        if (count > MOST_ENTRIES) {
            unpacking.leaveOut(`zip: more than ${MOST_ENTRIES} entries`);
            return;
        }
        const entry = entryOf(bytes, member, unpacking);
        if (entry !== undefined)
            yield entry;
    }
    if (listed !== undefined)
        yield* directoryText(bytes);
}
/** The directory itself: the names of the files, and what people write about them. */
function* directoryText(bytes) {
    const end = endRecord(bytes);
    if (end === undefined)
        return;
    const start = Math.max(0, end - uint32(bytes, end + 12));
    yield { layer: 'zip:directory', bytes: bytes.subarray(start), start, end: bytes.length };
}
/** @returns undefined when the archive has no directory */
function directoryOf(bytes) {
    const end = endRecord(bytes);
    if (end === undefined)
        return undefined;
    const size = uint32(bytes, end + 12);
    // Counted back from the end record, for bytes may precede the archive; zip64's records stand between.
    const offset = uint32(bytes, end + 16);
    const start = [end - size, offset].find(at => isAt(bytes, at, CENTRAL)) ?? bytes.indexOf('PK\x01\x02', 0, 'latin1');
    if (start < 0)
        return size === 0 ? [] : undefined;
    // Offsets count from where the archive began before something was put in front of it.
    const shift = start === end - size ? start - offset : 0;
    const members = [];
    for (let at = start; isAt(bytes, at, CENTRAL) && at + 46 <= bytes.length;) {
        if (members.length > MOST_ENTRIES)
            break;
        members.push(shifted(centralMember(bytes, at), bytes, shift));
        at += 46 + uint16(bytes, at + 28) + uint16(bytes, at + 30) + uint16(bytes, at + 32);
    }
    return members;
}
function shifted(member, bytes, shift) {
    const header = member.header + shift;
    return isAt(bytes, member.header, LOCAL) || !isAt(bytes, header, LOCAL) ? member : { ...member, header };
}
function endRecord(bytes) {
    const lowest = Math.max(0, bytes.length - zip_END_LENGTH - zip_LONGEST_COMMENT);
    for (let at = bytes.length - zip_END_LENGTH; at >= lowest; at--)
        if (isAt(bytes, at, END))
            return at;
    return undefined;
}
function isAt(bytes, at, signature) {
    return uint32(bytes, at) === signature;
}
function centralMember(bytes, at) {
    const nameEnd = at + 46 + uint16(bytes, at + 28);
    const extra = bytes.subarray(nameEnd, nameEnd + uint16(bytes, at + 30));
    const sizes = [uint32(bytes, at + 24), uint32(bytes, at + 20), uint32(bytes, at + 42)];
    const [, packed = 0, header = 0] = withZip64(sizes, extra);
    return {
        name: bytes.toString('latin1', at + 46, nameEnd),
        method: uint16(bytes, at + 10),
        flags: uint16(bytes, at + 8),
        packed,
        header,
    };
}
/** Puts the 64-bit values of the extra field in the place of those that did not fit, in their order. */
function withZip64(values, extra) {
    let field = 0;
    while (field + 4 <= extra.length && uint16(extra, field) !== ZIP64_EXTRA) {
        field += 4 + uint16(extra, field + 2);
    }
    let at = field + 4;
    return values.map(value => {
        if (value !== IN_ZIP64 || at + 8 > extra.length)
            return value;
        at += 8;
        return Number(extra.readBigUInt64LE(at - 8));
    });
}
function entryOf(bytes, member, unpacking) {
    const name = `zip: entry ${member.name}`;
    const { header, packed } = member;
    if (!isAt(bytes, header, LOCAL) || header + 30 > bytes.length) {
        unpacking.leaveOut(`${name}: no local header`);
        return undefined;
    }
    const start = header + 30 + uint16(bytes, header + 26) + uint16(bytes, header + 28);
    const end = Math.min(start + packed, bytes.length);
    if (start >= end)
        return undefined;
    const unpacked = unpackedOf(bytes.subarray(start, end), member, name, unpacking);
    return unpacked === undefined ? undefined : { layer: `zip:${member.name}`, bytes: unpacked, start, end };
}
function unpackedOf(packed, member, name, unpacking) {
    if ((member.flags & ENCRYPTED) !== 0) {
        unpacking.leaveOut(`${name}: encrypted`);
        return undefined;
    }
    switch (member.method) {
        case 0:
            return packed;
        case 8:
            return inflate(packed, 'deflate', name, unpacking);
        case 93:
            return inflate(packed, 'zstd', name, unpacking);
        default:
            unpacking.leaveOut(`${name}: compression method ${member.method}`);
            return undefined;
    }
}
/** Walks the local headers; an entry whose length only follows it ends where the next signature stands. */
function* localMembers(bytes) {
    let header = 0;
    while (isAt(bytes, header, LOCAL) && header + 30 <= bytes.length) {
        const nameEnd = header + 30 + uint16(bytes, header + 26);
        const start = nameEnd + uint16(bytes, header + 28);
        const next = bytes.indexOf('PK\x03\x04', start, 'latin1');
        const known = uint32(bytes, header + 18);
        const stop = next < 0 ? bytes.length : next;
        yield {
            name: bytes.toString('latin1', header + 30, nameEnd),
            method: uint16(bytes, header + 8),
            flags: uint16(bytes, header + 6),
            packed: known === 0 ? stop - start : known,
            header,
        };
        header = known === 0 ? stop : start + known;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/archives/unpack.js




/** The parts of an archive, unpacked one by one. */
function* entriesOf(bytes, kind, unpacking) {
    switch (kind) {
        case 'zip':
            yield* zipEntries(bytes, unpacking);
            break;
        case 'tar':
            yield* tarEntries(bytes, unpacking);
            break;
        case 'pdf':
            yield* pdfEntries(bytes, unpacking);
            break;
        case 'gzip':
        case 'zlib':
        case 'zstd':
            yield* stream(bytes, kind, unpacking);
            break;
        default:
            unpacking.leaveOut(`${kind}: cannot be unpacked here`);
    }
}
function* stream(bytes, kind, unpacking) {
    const unpacked = inflate(bytes, kind, kind, unpacking);
    if (unpacked !== undefined)
        yield { layer: kind, bytes: unpacked, start: 0, end: bytes.length };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/encoded.js

/** So many quads of base64 (three bytes each), or pairs of hex, are looked at before a run counts as text. */
const QUADS = 8;
const HEX_PAIRS = 16;
/** How far apart a long run is probed: text may begin behind something binary. */
const STRIDE = 64;
/** What base64 of gzip, zip, zstd and zlib begins with. */
const encoded_MAY_BEGIN_ARCHIVE = tableOf('HUKe');
const ARCHIVE = /^(?:H4sI|UEsDB|KLUv\/|eJ[w-z]|eN[o-r]|eA[E-H]|eF[4-7])/;
/**
 * Whether a run of base64 characters, 40 or more, decodes to text or to an archive, judged by a few probes: the high
 * bit of every byte of text is clear, which in base64 holds three bits of every four characters.
 */
function decodesToText(bytes, start, end) {
    if (startOfHex(bytes, start, end) !== undefined)
        return 'hex';
    return phaseOfText(bytes, start, end) === undefined ? undefined : 'base64';
}
/** @returns where the hexadecimal of text begins: at once, or behind `0x` or a single character; or undefined */
function startOfHex(bytes, start, end) {
    for (let at = start; at <= start + 2; at++)
        if (isHexOfText(bytes, at, end))
            return at;
    return undefined;
}
/** @returns where within the first four characters the base64 of text begins, or undefined */
function phaseOfText(bytes, start, end) {
    if (beginsArchive(bytes, start))
        return 0;
    const last = end - QUADS * 4;
    for (let at = start; at <= last; at += STRIDE) {
        for (let phase = 0; phase < 4 && at + phase <= last; phase++) {
            if (isBase64OfText(bytes, at + phase))
                return (at + phase - start) % 4;
        }
    }
    return undefined;
}
function beginsArchive(bytes, start) {
    return (encoded_MAY_BEGIN_ARCHIVE[bytes[start] ?? 0] === 1 && ARCHIVE.test(bytes.toString('latin1', start, start + 5)));
}
function isBase64OfText(bytes, start) {
    const end = start + QUADS * 4;
    for (let at = start; at < end; at += 4) {
        if ((value(bytes, at) & 32) !== 0 || (value(bytes, at + 1) & 8) !== 0)
            return false;
        if ((value(bytes, at + 2) & 2) !== 0)
            return false;
    }
    let nulls = 0;
    let controls = 0;
    for (let at = start; at < end; at += 4) {
        const quad = (value(bytes, at) << 18) |
            (value(bytes, at + 1) << 12) |
            (value(bytes, at + 2) << 6) |
            value(bytes, at + 3);
        for (const byte of [quad >> 16, (quad >> 8) & 255, quad & 255]) {
            if (byte === 0)
                nulls++;
            else if (isControl(byte))
                controls++;
        }
    }
    // Half of UTF-16 is NUL; more than that is an empty part of an image.
    return controls <= 2 && nulls <= QUADS * 2;
}
function value(bytes, at) {
    return BASE64_VALUE[bytes[at] ?? 0] ?? 255;
}
function isControl(byte) {
    return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b;
}
function isHexOfText(bytes, start, end) {
    const stop = start + HEX_PAIRS * 2;
    if (stop > end)
        return false;
    for (let at = start; at < stop; at += 2) {
        const high = bytes[at] ?? 0;
        // '2' to '7' begin the codes of printable characters, '0' those of tabs and line ends.
        if (high < 0x30 || high > 0x37 || high === 0x31)
            return false;
        if (IS_HEX[bytes[at + 1] ?? 0] === 0)
            return false;
    }
    return true;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/base64.js


/** Lines shorter than this are not taken for wrapped data. */
const SHORTEST_LINE = 40;
/**
 * Decodes base64, standard or url-safe, from the run that begins at `start` on; lines that follow are taken with it
 * when it is wrapped.
 *
 * @param runEnd one past the run's last character
 */
function decodeBase64(bytes, start, runEnd) {
    const first = start + (phaseOfText(bytes, start, runEnd) ?? 0);
    const { lines, end } = linesFrom(bytes, first, isBase64Byte, SHORTEST_LINE);
    const text = lines.map(line => bytes.toString('latin1', line.start, line.end)).join('');
    return {
        bytes: Buffer.from(text, 'base64'),
        start: first,
        end,
        place: (from, to) => ({
            start: sourceOf(lines, Math.floor((from * 4) / 3)),
            end: sourceOf(lines, Math.ceil((to * 4) / 3) - 1) + 1,
        }),
    };
}
function isBase64Byte(byte) {
    return BASE64_VALUE[byte] !== 255;
}
/** The run at `start` and the lines after it, as long as they are full and hold nothing else. */
function linesFrom(bytes, start, belongs, shortest) {
    const lines = [];
    let before = 0;
    let at = start;
    while (at !== undefined) {
        const end = endOfRun(bytes, at, belongs);
        if (end === at || (at !== start && !ENDS_LINE[bytes[end] ?? 0x0a]))
            break;
        lines.push({ before, start: at, end });
        before += end - at;
        // The first line may begin in the middle; from the second on all have one length but the last.
        const full = lines[1];
        const isFull = full === undefined || end - at === full.end - full.start;
        at = isFull && end - at >= shortest ? nextLine(bytes, end) : undefined;
    }
    return { lines, end: lines.at(-1)?.end ?? start };
}
/** What may follow the last characters of an encoded line. */
const ENDS_LINE = tableOf('\r\n=\'"`<\\) ,;');
function endOfRun(bytes, at, belongs) {
    let end = at;
    while (end < bytes.length && belongs(bytes[end] ?? 0))
        end++;
    return end;
}
/** @returns the first character of the next line, behind its indentation, when the line ends at `at` */
function nextLine(bytes, at) {
    let next = at;
    if (bytes[next] === 0x0d)
        next++;
    if (bytes[next] !== 0x0a)
        return undefined;
    next++;
    const indented = next + 80;
    while (next < indented && (bytes[next] === 0x20 || bytes[next] === 0x09))
        next++;
    return next;
}
/** @param character index among all characters of the lines */
function sourceOf(lines, character) {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((lines[middle]?.before ?? 0) <= character)
            low = middle;
        else
            high = middle - 1;
    }
    const line = lines[low];
    return line === undefined ? 0 : line.start + character - line.before;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/codes.js

/** What a number in a run of codes is made of, its prefix included: `41`, `0x4b`, `x49`, `65`. */
const IS_TOKEN = tableOf('0123456789abcdefABCDEFxXuU');
const IS_DIGIT = tableOf('0123456789');
/**
 * Decodes bytes that are written one by one as numbers: `41:4b:49`, `{ 0x41, 0x4b }`, `[65, 75, 73]`, `<4b 49>`,
 * `\u{41}\u{4b}`. A number that is none of a byte becomes a control character: nothing is put together over it.
 *
 * @returns undefined when there are too few to hold anything
 */
function decodeCodes(bytes, start, end) {
    const writing = writingOf(bytes, start, end);
    if (writing === undefined)
        return undefined;
    const decoded = Buffer.alloc(end - start);
    const starts = new Int32Array(end - start);
    const ends = new Int32Array(end - start);
    let length = 0;
    const emit = (value, from, to) => {
        decoded[length] = value;
        starts[length] = from;
        ends[length++] = to;
    };
    for (let token = nextToken(bytes, start, end); token !== undefined;) {
        emitToken(bytes, token, writing, emit);
        token = nextToken(bytes, token.end, end);
    }
    return {
        bytes: decoded.subarray(0, length),
        start: starts[0] ?? start,
        end,
        place: (from, to) => ({ start: starts[from] ?? start, end: ends[to - 1] ?? end }),
    };
}
/** Nothing that is looked for has fewer bytes. */
const FEWEST = 16;
/** In text two of five bytes have a letter as their second digit; one in ten is enough to tell. */
function writingOf(bytes, start, end) {
    const counts = { braced: 0, prefixed: 0, lettered: 0, digits: 0, other: 0 };
    let count = 0;
    for (let token = nextToken(bytes, start, end); token !== undefined;) {
        counts[lookOf(bytes, token)]++;
        count++;
        token = nextToken(bytes, token.end, end);
    }
    if (counts.prefixed >= FEWEST)
        return 'prefixed';
    if (count < FEWEST / 2)
        return undefined;
    return (counts.lettered + counts.braced) * 10 >= count ? 'hexadecimal' : 'decimal';
}
function lookOf(bytes, token) {
    // `u` of `\u{41}` stands alone.
    if (IS_PREFIX[bytes[token.start] ?? 0] === 1)
        return token.end === token.start + 1 ? 'braced' : 'other';
    if (IS_X[bytes[token.start + 1] ?? 0] === 1 || IS_X[bytes[token.start] ?? 0] === 1)
        return 'prefixed';
    return isLettered(bytes, token) ? 'lettered' : 'digits';
}
const IS_PREFIX = tableOf('uU');
const IS_X = tableOf('xX');
function isLettered(bytes, { start, end }) {
    for (let at = start; at < end; at++)
        if (IS_DIGIT[bytes[at] ?? 0] === 0)
            return (end - start) % 2 === 0;
    return false;
}
function nextToken(bytes, from, limit) {
    let start = from;
    while (start < limit && IS_TOKEN[bytes[start] ?? 0] === 0)
        start++;
    if (start >= limit)
        return undefined;
    let end = start + 1;
    while (end < limit && IS_TOKEN[bytes[end] ?? 0] === 1)
        end++;
    return { start, end };
}
/** A NUL would look like half of a wide character. */
const NO_BYTE = 1;
/** Four bytes at most are written in one group. */
const LONGEST_GROUP = 8;
function emitToken(bytes, { start, end }, writing, emit) {
    switch (writing) {
        case 'prefixed':
            emitPrefixed(bytes, start, end, emit);
            break;
        case 'decimal':
            emit(decimalOf(bytes, start, end), start, end);
            break;
        default:
            if (end > start + 1 || IS_PREFIX[bytes[start] ?? 0] === 0)
                emitGroup(bytes, start, end, emit);
    }
}
/** `0x41`, `x41`, `0x41u8`; anything else is none of them. */
function emitPrefixed(bytes, start, end, emit) {
    const first = IS_X[bytes[start] ?? 0] === 1 ? start + 1 : start + 2;
    if (IS_X[bytes[first - 1] ?? 0] === 0)
        return;
    let value = 0;
    let at = first;
    for (; at < end && IS_HEX[bytes[at] ?? 0] === 1; at++)
        value = value * 16 + digitOf(bytes[at] ?? 0);
    const isByte = at > first && value <= 255;
    if (isByte && (at === end || IS_PREFIX[bytes[at] ?? 0] === 1))
        emit(value, start, end);
}
function decimalOf(bytes, start, end) {
    let value = 0;
    if (end - start > 3)
        return NO_BYTE;
    for (let at = start; at < end; at++) {
        if (IS_DIGIT[bytes[at] ?? 0] === 0)
            return NO_BYTE;
        value = value * 10 + digitOf(bytes[at] ?? 0);
    }
    return value <= 255 ? value : NO_BYTE;
}
function emitGroup(bytes, start, end, emit) {
    let isGroup = (end - start) % 2 === 0 && end - start <= LONGEST_GROUP;
    for (let at = start; at < end && isGroup; at++)
        isGroup = IS_HEX[bytes[at] ?? 0] === 1;
    if (!isGroup)
        emit(NO_BYTE, start, end);
    else
        for (let at = start; at < end; at += 2)
            emit(digitOf(bytes[at] ?? 0) * 16 + digitOf(bytes[at + 1] ?? 0), at, at + 2);
}
/** The value of a hexadecimal digit. */
function digitOf(byte) {
    return byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/account.js
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Which kinds of identifier stand for credentials; AROA, AIDA and the like only name resources. */
const CREDENTIAL_PREFIXES = (/* unused pure expression or super */ null && (['AKIA', 'ASIA', 'ABIA', 'ACCA']));
const SHAPE = /^A(?:[KSB]I|CC)A[A-Z2-7]{16}$/;
/** @returns undefined when AWS cannot have issued the identifier */
function structureOf(accessKeyId) {
    if (!SHAPE.test(accessKeyId))
        return undefined;
    const fifth = accessKeyId.charAt(4);
    if (fifth === 'I' || fifth === 'J')
        return { generation: 'old' };
    let bits = 0n;
    for (const character of accessKeyId.slice(4, 14))
        bits = (bits << 5n) | BigInt(BASE32.indexOf(character));
    const newGeneration = bits >> 49n === 1n;
    const account = (bits >> 9n) & 0xffffffffffn;
    if (!newGeneration || account >= 1000000000000n)
        return undefined;
    return { generation: 'new', account: account.toString().padStart(12, '0') };
}
/** @returns the account that the identifier belongs to, or undefined when it does not carry one */
function accountOf(accessKeyId) {
    return structureOf(accessKeyId)?.account;
}
/** Whether AWS can have issued the identifier. */
function isStructurallyValid(accessKeyId) {
    return structureOf(accessKeyId) !== undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/bigram-table.js
/** Made by scripts/train-bigrams.mjs. Row: first character of the pair; column: second; order: base64's. */
const BIGRAM_ROWS = [
    'khjlfhicjighnkjmnjjhjgqfkfejrohlodffkppojpdopopknjhgjmhhjgdchdce',
    'qmmlljgjmihilgiklknkjggakhsgijofpmpjhofdpgfohfqhhgpejfdgkefehefm',
    'mllijiegiaejighjkjmfgihaebqibenijpkefqbetfbqfgnehhfjgbmeefccedae',
    'nolhlfcgjcjgjhhgmllljncfhiqkefuckgpfiffjpdckgemelckgegfcfgdcccde',
    'looigliegellklgiiilhhhfjghkillejkeighpmrehlpkegqnsjihieehfddcdee',
    'mjiikigijleglkfefimkhifeddqggfnbjfrihpejsfdpkgrflehijibddbfbdebb',
    'phmhmlidgefjkfelhhliikebdbqdfftbhhiibodegdbsfbnefgbifdbedfbbdnde',
    'mhiijidhkmihlihkomlpjkdghirkfjrfilpimfidqdfdjqpdidnjfgddfdgdhddo',
    'nnlnnlkhmgifigjjjkjifjfdcakkgrdkjkiiehptlmcamnadljfidfegffaadadi',
    'jngkhihijgodhjiikirhknidgimkhdhdgljigkjhtmdjqhlnighkmngdhjggdghd',
    'mimmniihjeeephgiiipkiiehgimeheuejepgieomoeghegjgkegjegeegeehieel',
    'hljklkdhjieileikglljhgddddqefeofeeuifafdrdedfehaaaddeeeeeeadaedf',
    'onnokljinghnkghmlnnnhggfdfsggfrhlaplciecrfaciandkkjlfhegggcccaah',
    'mnilgiiejfehlghjehmmhpfffesbbfrfbjgkfleethfbifpifgeklhebefbfbfef',
    'lmklfhhhkbffkmjidkkmgibbbhhqjjdphdhdfhlrbsbrhjpmmdbgfdbdbbdbbbbf',
    'kimffecemcdjhgfgfhjgjgcadascecrcckndcocasdasfcofdagdddfacfcedeae',
    'olkopmnokgnnlgfiqgnlohlkqhhcjggcnchkifhhjfgfoisfmlhjmgmhlhfcmcfg',
    'lhilihffidcjjjjifilkggfegamcehufdfgfhjearkcdhfqgdcihlfhffhadgcaf',
    'mlmmljiimghlmkllklomhlijcdniphsdfnochjinnnjdjrpciinbdcdmdcbbcaak',
    'niljmihgkdejmghjhhokifhfffsfgeqahopeihfaraaqfflcferehfgfaadaaaad',
    'mjiipliilgehjigihmmkkjgecigckncgicmihilrcscnrmecnkkmjkkigkegcige',
    'hohhginnbfbeljbnpnhkllhegfrfigsggiqikgleppefjikifbllljogmfhgiebb',
    'lkehelfeggcijkcgjktgejfeijqcekpcinrlciccqcfpcfcfgkeehjecflecckce',
    'pnnqomjgmqgipqmlkrokkngijggggljggkgklkogjlimngggikgiigjijkiggggk',
    'flftnimilpfhmhlihiipffppkhhffhmhkhnkkhkikhffffhfpkokfjomhffhhhhf',
    'innmjlnkqigimjijkkojkkpqigkgigmkkmijimoisngglggjkjgjijokjiggjjgg',
    'hfifghfchaehhcdhfgjhcghfagcopodipcnelqpqancqpsmijjmmaaeaabaaaaal',
    'khkkijjfkbeghihjgjljdjhdbapghmtfffnoerllqhflpgpgaamdehllddbeeedm',
    'jhjiihgdibhihihiaijiegdabbpfpeseapofpnigqgcqlqocecoebcjibabbbaai',
    'nmnmnmkkmgikllnminnmjkmichqlhmsilfpgimlfmnamnhniiamfffffdeaccfdk',
    'mkmllljilhhklkkmgmnmikjbaaojppkmlggfeonqhmkrrqhkllkabcdcbgcaaaam',
    'ighhhhdgggfhihhhdhkjedfacaqeifqodctciodjqcamlnnheanccfeedfecleak',
    'mjnkmklhmkikkmknkmmljjhajhoefdtdnmpdjkkokgbopjpfigkedccbacacdaan',
    'mknllkmilihmnilmhmonijkcegrlkisceeqhlhnfqihnkokkecmdccjedccacafl',
    'eeffdahadaeafacddgecaabacanoqnonoadagonrsmdmqpbmaiamaaaaaaaaaaah',
    'qnmgoeheliikmgghlgliiegemklkjjtekhiikghgphhkphmgjehijeggheegeeeh',
    'njnmllmgohhkmjkmgnpljkidgholjitnjdoeflkmljlipjogkigggifaegdadgfl',
    'miljkiihjfgiklikfkklhigadeqjimshhdrfipgeqhajooolfaneeeeaabdbbabm',
    'kikjkifhjgghkihkekljfjgcadrocgsdfbqdcjpjqqfinhkffbibacaaababbiao',
    'mjmllkiiljhjkjjlflnmhjiaacpepppopgofklknmjdhrrkmdaiaacfcaabaaaal',
    'hehhgfdbhbbghdfgcgjieceecglmooflmamhlpotlmarmppmnijacaagaaaaaaam',
    'likiijhhkfdjjjikfkligjgafhqhmorkgknccqhirpapoqnhcajcafhdaabaacaj',
    'ghgigeoehghggegehggieggeeehhhgeejpehepeghhgemeuegegeggheeeeheegl',
    'lilkkiihkfgjkjklfkmkhigcaaqfomrkmarbnkomqganpploeaoabefcbaaabaal',
    'lklkkmifkihjkjkmflllhjiccdmepgqkdnqaljkgpngfrsmfjijbeefhcbbbbaao',
    'nknmmlkjmihkljkmhmnmikidcbqfmfrhensachhhplaoommbkcnbagceaaeadaal',
    'abcaacabfaacgbcededbacaagenonopjlanbaqpqkqbrprcbchcbaacabbaaabab',
    'dfehhaaafefdfekedegfchdcefrkljtcfatcdaicnkadiffcaacaakmjidjefcai',
    'njooolllnmimolmnmmnmkkkfmgriehojmkmefmeoridnqfddjhdfngebdeddbddj',
    'mkmmlljkkijlnllmglmlijiddgnbriqfdhpefhjbbsbihqeidilbghgbehdbbbgl',
    'pmonomnlnjinnmmoiooojljcgjkkmkkfhgieenopiragomeinccjaiihigeeddcn',
    'pilfngfcmicfmljgifcfkfgchirfilsfjfkhfgcftffghchccgjifcfcccfhfcci',
    'ephinjpeoeejnjmnjkeniihilmnkklkgljgigjgieieeheggmnimpsqlnnllmmgn',
    'ighikjgijhegnmmijligreeigljlokjiekhgegggglgehieghggeoqpnpopppoep',
    'mlnljmghnkhmllimioonhoidfifgkjfjjjjghkjdhfddifgfdkfdsnoooomklpfq',
    'oomomllkkojnnlnmppnnlljeggikmmikieeegjiggkinilgkggeenoopnkllkmir',
    'pmmkoipkoiimokjmlflkfikplfnmillkofiiffffiffflkkfnpjinmmmppmnomfn',
    'llgkljijnkikpnmgkjgnminiglilkklikmipkmikgliigjgkkjikpoprnppmmmio',
    'pnohljjhllmnjjjnjhjmhhmjlllnnjmlnjhhjhhllhjhhhhhlhjjoonoronqnnhn',
    'iklliiikikmmkkliiikikkliillmolnlklkkiiimiikiikikkillpnoqpopqqokp',
    'ppmiriqgmilgkigiggmkggigkkilgllmkiigigkkgggilggiqligqmomommmlogn',
    'ijlkmjgjggkijmiljikjmgnggijjkkkiggnkgjgjiigimmoprjpjrnmmmmnpnqin',
    'jnllmmjlmljmojjjnjjjjjlljjjjjjljplljjljnmllmmmmmojjjjojjpjjlljrl',
    'pklkkhjikidjkhiigkljjhjfabpppppmmkojknollpjpqnnmmhfigkojhgggggak',
];
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/bigrams.js


const ZERO = 'm'.charCodeAt(0);
/** Two thirds of a bit for each step; 64 x 64, by the values of the two base64 characters. */
const STEPS = stepsOf(BIGRAM_ROWS);
function stepsOf(rows) {
    const steps = new Int8Array(64 * 64);
    rows.forEach((row, first) => {
        for (let second = 0; second < 64; second++)
            steps[first * 64 + second] = row.charCodeAt(second) - ZERO;
    });
    return steps;
}
/**
 * How much likelier the characters are as an identifier, path or word of source text than as random base64, in steps
 * of two thirds of a bit: about -4 for each pair of random characters, above 0 for text. Entropy cannot tell these
 * apart: a long camel-case name has as many distinct characters as a key.
 *
 * @param bytes base64 characters from `start` to `end`; any other byte counts as a neutral pair
 */
function textLikelihood(bytes, start, end) {
    let sum = 0;
    let first = BASE64_VALUE[bytes[start] ?? 0] ?? 255;
    for (let at = start + 1; at < end; at++) {
        const second = BASE64_VALUE[bytes[at] ?? 0] ?? 255;
        if (first !== 255 && second !== 255)
            sum += STEPS[first * 64 + second] ?? 0;
        first = second;
    }
    return sum;
}
/**
 * Random base64 of 40 characters scores above this once in ten thousand times, so that is the share of secrets lost;
 * of the 1,545 distinct 40-character runs with both cases and digits in aws-cdk-lib, aws-sdk and this project's
 * dependencies 22 score below.
 */
const RANDOM_AT_MOST = -60 / 39;
/** For values that are called a secret: less than once in a million times. */
const PERHAPS_RANDOM_AT_MOST = -20 / 39;
/** Whether the characters look like random base64 rather than text. */
function looksRandom(bytes, start, end) {
    return textLikelihood(bytes, start, end) <= RANDOM_AT_MOST * (end - start - 1);
}
/** Whether they can be random, if something else says so too. */
function mayBeRandom(bytes, start, end) {
    return textLikelihood(bytes, start, end) <= PERHAPS_RANDOM_AT_MOST * (end - start - 1);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/adjacent.js



/** What databases and programs store side by side, with nothing between: an identifier, and its secret behind it. */
const SIDE_BY_SIDE = /A[KS]IA[A-Z2-7]{16}(?=[A-Za-z0-9+/]{40})/g;
const IDENTIFIER = 20;
const SECRET = 40;
/** @returns where in the text each secret begins that follows its identifier at once */
function secretsBesideIdentifiers(text) {
    return [...text.matchAll(SIDE_BY_SIDE)]
        .map(match => match.index)
        .filter(at => isBesideSecret(text, at))
        .map(at => at + IDENTIFIER);
}
/** Whether the identifier at `at` is followed by a secret without anything between. */
function isBesideSecret(text, at) {
    if (!isStructurallyValid(text.slice(at, at + IDENTIFIER)))
        return false;
    return begins(text, at) && hasSecretAt(text, at + IDENTIFIER);
}
/** Whether words surround the identifier without a space, as the strings of a program written in Go do. */
function isAmongWords(text, at) {
    const end = at + IDENTIFIER;
    if (!isStructurallyValid(text.slice(at, end)) || !/\d/.test(text.slice(at, end)))
        return false;
    const before = text.slice(Math.max(0, at - 4), at);
    return (/(?:^|[^A-Za-z0-9+/]|[a-z]{4})$/.test(before) &&
        /^(?:$|[^A-Za-z0-9+/]|[a-z]{4})/.test(text.slice(end, end + 4)));
}
/** Behind a word or a byte that is no text; encoded data has capitals and digits before it. */
function begins(text, at) {
    return /(?:^|[^A-Za-z0-9+/]|[^A-Z0-9+/]{4})$/.test(text.slice(Math.max(0, at - 4), at));
}
/** Twenty more of base64 than a secret would be data; a word or a number of the next field may follow. */
const LONGEST_RUN = SECRET + 20;
function hasSecretAt(text, at) {
    let end = at;
    while (end - at < LONGEST_RUN && IS_BASE64[text.charCodeAt(end)] === 1)
        end++;
    if (end - at === LONGEST_RUN)
        return false;
    // `AKIA…/secret`: something does stand between.
    if (end - at > SECRET && /^[+/]/.test(text.slice(at, at + 1)))
        return false;
    const value = text.slice(at, at + SECRET);
    return /[a-z]/.test(value) && looksRandom(Buffer.from(value, 'latin1'), 0, SECRET);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/boundaries.js
/**
 * What may stand before a value although its last character could belong to the value: an escape. `\n`, `\x3d`,
 * `\u003d`, `\075`, `%3D`, the end of a colour sequence, PowerShell's back-tick,
 * and the `=3D` of quoted-printable.
 */
const ESCAPE_BEFORE = /(?:\\[abefnrtv0]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\U[0-9a-f]{8}|\\[0-3][0-7]{2}|%[0-9a-f]{2}|=(?:3D|20|22|27|0A|3A|09)|\[[0-9;]{0,16}m|`[abefnrtv0])$/i;
/** The longest of them. */
const boundaries_LONGEST = 18;
/** Whether an escape ends right before `at`. */
function escapeEndsAt(text, at) {
    return ESCAPE_BEFORE.test(text.slice(Math.max(0, at - boundaries_LONGEST), at));
}
/** Whether a word of letters and digits may begin at `at`. */
function beginsAt(text, at) {
    return at === 0 || !isAlphanumeric(text.charCodeAt(at - 1)) || escapeEndsAt(text, at);
}
/** Whether a word of letters and digits ends before `at`. */
function endsAt(text, at) {
    return at >= text.length || !isAlphanumeric(text.charCodeAt(at));
}
/**
 * Whether the bytes before a value say that it has that length, so that it ends there whatever follows: four bytes as
 * in pickles and BSON, two as in Java's classes, or a letter for the type and one byte as in compiled Python.
 */
function lengthWrittenBefore(text, at, length) {
    const byte = String.fromCharCode(length);
    const before = text.slice(Math.max(0, at - 4), at);
    if (before.endsWith(`${byte}\0\0\0`) || before.endsWith(`\0${byte}`))
        return true;
    return before.endsWith(byte) && 'zZ\u00fa\u00da'.includes(before.at(-2) ?? '-');
}
function isAlphanumeric(code) {
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/examples.js

/** Accounts that AWS's documentation and everybody's tests use. */
const DOCUMENTATION_ACCOUNT = /^(?:123456789012|210987654321|111122223333|444455556666|777788889999|111222333444|(\d)\1{11})$/;
/** Identifiers that AWS's documentation prints without the word EXAMPLE. */
const PRINTED_IN_DOCUMENTATION = /^A[KS]IA(?:IOSFODNN7|I44QH8DHB)/;
const WRITTEN_BY_HAND = /EXAMPLE|SAMPLEKEY|DUMMY|FAKEKEY|PLACEHOLDER|YOUR_?(?:AWS|ACCESS|SECRET|KEY)|KEY_?(?:ID)?(?:GOES)?HER|CHANGE_?ME|NOT_?A?REAL|REDACTED|QWERTYU|ASDFGHJ|XXXXX|xxxxx/i;
/**
 * @param accessKeyId 20 characters
 * @returns why it opens nothing
 */
function harmlessIdentifier(accessKeyId) {
    if (/EXAMPLE/.test(accessKeyId) || PRINTED_IN_DOCUMENTATION.test(accessKeyId))
        return 'documentation key';
    const tail = accessKeyId.slice(4);
    if (WRITTEN_BY_HAND.test(tail) || isMonotonous(tail, 5) || hasSequence(tail, 6))
        return 'placeholder';
    const account = structureOf(accessKeyId)?.account;
    return account !== undefined && DOCUMENTATION_ACCOUNT.test(account) ? 'documentation key' : undefined;
}
/**
 * @param value a secret access key, session token or the like
 * @returns why it opens nothing
 */
function harmlessSecret(value) {
    if (/EXAMPLE|wJalrXUtnFEMI|K7MDENG|je7MtGbClwBF/i.test(value)) {
        return 'documentation key';
    }
    if (WRITTEN_BY_HAND.test(value) ||
        isMonotonous(value.slice(0, 100), Math.min(16, value.length / 3)) ||
        hasSequence(value, 8)) {
        return 'placeholder';
    }
    return undefined;
}
/** Fewer distinct characters than random text of that length ever has. */
function isMonotonous(text, atMost) {
    return new Set(text).size <= atMost;
}
/** A run of neighbours such as 123456 or FEDCBA, or mostly neighbours such as ABCD1234EFGH5678. */
function hasSequence(text, length) {
    let rising = 1;
    let falling = 1;
    let neighbours = 0;
    for (let at = 1; at < text.length; at++) {
        const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
        rising = step === 1 ? rising + 1 : 1;
        falling = step === -1 ? falling + 1 : 1;
        if (rising >= length || falling >= length)
            return true;
        if (Math.abs(step) === 1)
            neighbours++;
    }
    return neighbours * 2 > text.length;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/identifiers.js





const identifiers_SHAPE = /(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}/g;
const BASE64_BEFORE = /[A-Za-z0-9+/]{0,64}$/;
const BASE64_AFTER = /^[A-Za-z0-9+/]{0,64}/;
/** Longer runs of base64 characters around an identifier are encoded data or a path. */
const LONGEST_SURROUNDING = 61;
function findIdentifiers(text) {
    const found = [];
    identifiers_SHAPE.lastIndex = 0;
    for (let match = identifiers_SHAPE.exec(text); match !== null; match = identifiers_SHAPE.exec(text)) {
        const start = match.index;
        const end = start + 20;
        if (standsAlone(text, start, end)) {
            const identifier = identifiers_describe(text, start, end, match[0]);
            if (identifier !== undefined)
                found.push(identifier);
        }
        else
            identifiers_SHAPE.lastIndex = start + 1;
    }
    return found;
}
function standsAlone(text, start, end) {
    const ends = endsAt(text, end) || lengthWrittenBefore(text, start, 20);
    const alone = (ends && beginsAt(text, start)) || isAmongWords(text, start);
    return (alone && !isWithinData(text, start, end)) || isBesideSecret(text, start);
}
function identifiers_describe(text, start, end, value) {
    const structure = structureOf(value);
    const harmless = harmlessIdentifier(value);
    const likeWords = likenessToWords(value.slice(4));
    if (likeWords >= LIKE_WORDS && !isCalledKey(text, start, value))
        return undefined;
    return {
        text: value,
        start,
        end,
        valid: structure !== undefined,
        plausible: isPlausible(text, start, value),
        wordlike: likeWords >= (structure === undefined ? LIKE_WORDS : CLEARLY_WORDS),
        ...(structure?.account === undefined ? {} : { account: structure.account }),
        ...(harmless === undefined ? {} : { harmless }),
        presigned: isPresigned(text, start, end),
    };
}
/** A chance hit in encoded data: random base64 of more than a path's length on one side at least. */
function isWithinData(text, start, end) {
    const before = BASE64_BEFORE.exec(text.slice(Math.max(0, start - 64), start))?.[0] ?? '';
    const after = BASE64_AFTER.exec(text.slice(end, end + 64))?.[0] ?? '';
    if (before.length + after.length + 20 <= LONGEST_SURROUNDING)
        return false;
    return isRandom(before) || isRandom(after);
}
function isRandom(text) {
    return text.length >= 12 && looksRandom(Buffer.from(text, 'latin1'), 0, text.length);
}
/**
 * One identifier in thirty has letters only. Of these one in two hundred scores as words do, one in two thousand as
 * clearly as words do; no word begins with AKIA, and no word stands where an access key is named.
 */
const LIKE_WORDS = 12;
const CLEARLY_WORDS = 26;
/** What people put together where a key would stand. */
const WORDS_OF_KEYS = /SECRET|ACCESS|KEY|TOKEN|TEST|USER|NAME|REGION|POLICY|CREDENTIAL/g;
/** How much likelier as words in capitals than as chance: `ASIAREGIONALOFFICES`, `AKIAYOURACCESSKEYHER`. */
function likenessToWords(tail) {
    if (!/^[A-Z]+$/.test(tail))
        return Number.NEGATIVE_INFINITY;
    if (tail.replace(WORDS_OF_KEYS, '').length <= tail.length / 2)
        return CLEARLY_WORDS;
    const letters = Buffer.from(tail.toLowerCase(), 'latin1');
    return textLikelihood(letters, 0, letters.length);
}
function isCalledKey(text, start, value) {
    return value.startsWith('AKIA') || KEY_NAME.test(text.slice(Math.max(0, start - 80), start));
}
const KEY_NAME = /access[\s_.-]*key|key[\s_.-]*id|aws|credential/i;
/**
 * Whether an identifier that AWS cannot have issued still is worth a warning: it is called one, and is neither a word
 * nor a sequence of DNA.
 */
function isPlausible(text, start, value) {
    const tail = value.slice(4);
    if (!/\d/.test(tail) || !/[A-Z]/.test(tail))
        return false;
    return KEY_NAME.test(text.slice(Math.max(0, start - 80), start));
}
const SIGV4_SCOPE = /^(?:\/|%2F|\\\/|\\u002f)\d{8}(?:\/|%2F|\\\/|\\u002f)[a-z0-9-]+/i;
const CREDENTIAL_PARAMETER = /(?:X-Amz-Credential|Credential)(?:=|%3D|%253D|["']?\s*[:,]\s*["']?)$/i;
function isPresigned(text, start, end) {
    if (SIGV4_SCOPE.test(text.slice(end, end + 64)))
        return true;
    const before = text.slice(Math.max(0, start - 40), start);
    if (CREDENTIAL_PARAMETER.test(before) && /X-Amz-/i.test(before))
        return true;
    return /AWSAccessKeyId(?:=|%3D)$/i.test(before) && isSignedQuery(text, start, end);
}
/** The older signature: AWSAccessKeyId, Signature and Expires in one query, in any order. */
function isSignedQuery(text, start, end) {
    const before = /[^\s"'<>]{0,1024}$/.exec(text.slice(Math.max(0, start - 1024), start))?.[0] ?? '';
    const after = /^[^\s"'<>]{0,1024}/.exec(text.slice(end, end + 1024))?.[0] ?? '';
    return /Signature(?:=|%3D)/i.test(before + after);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/odd.js


/** A name that only a secret access key has, and the literal that it is given. */
const NAMED = /(?:aws[\s_.-]?secret[\s_.-]?|secret[\s_.-]?access[\s_.-]?)key(?:[\s_.-]?value)?["'`\])}]{0,3}\s{0,8}(?::=|=>|[=:,>|]|\s)\s{0,16}["'`]?([A-Za-z0-9+/][A-Za-z0-9+/=]{15,127})(?=["'`\s,;)}\]<&]|$)/gi;
const odd_IDENTIFIER = /access[\s_.-]?key[\s_.-]?id["'`\])}]{0,3}\s{0,8}(?::=|=>|[=:,>|]|\s)\s{0,16}["'`]?(A[KS]IA[A-Z0-9]{8,40})(?=["'`\s,;)}\]<&]|$)/gi;
/** Values that are called an access key but have another length: cut, padded, or of another service. */
function findOddCredentials(text) {
    return [...matchesOf(NAMED, text, isOddSecret), ...matchesOf(odd_IDENTIFIER, text, isOddIdentifier)];
}
function matchesOf(form, text, accepts) {
    const found = [];
    for (const match of text.matchAll(form)) {
        const value = match[1] ?? '';
        const start = match.index + match[0].length - value.length;
        if (accepts(value))
            found.push({ rule: 'odd-credential', text: value, start, end: start + value.length });
    }
    return found;
}
function isOddSecret(value) {
    if (value.length === 40 || !/[A-Z]/.test(value) || !/[a-z]/.test(value))
        return false;
    if (value.length < 20 && !/\d/.test(value))
        return false;
    return harmlessSecret(value) === undefined && looksRandom(Buffer.from(value, 'latin1'), 0, value.length);
}
function isOddIdentifier(value) {
    return value.length !== 20 && /\d/.test(value) && harmlessSecret(value) === undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/context.js
const AWS_SECRET = /secret[\s_.-]{0,3}access[\s_.-]{0,3}key|access[\s_.-]{0,3}secret|secret[\s_.-]{0,3}key|(?:aws|amazon|s3|iam|boto|minio|dynamo(?:db)?|ses|sqs|sns)[\w\s.-]{0,24}(?:secret|priv|password|credential|key)|(?:^|[^a-z0-9])sk["']?\s{0,3}[:=]/i;
const context_SECRET = /secret|private.?key|access.?key|credential|passw/i;
/** Who else gives out secrets of 40 characters, and what else is called a secret. */
const OTHER_SECRET = /client|captcha|paystack|paypal|braintree|plaid|razorpay|flutterwave|algolia|mailgun|mailchimp|sendgrid|pusher|mixpanel|segment|sentry|datadog|discord|telegram|linkedin|dropbox|spotify|coinbase|binance|kraken|bitfinex|tencent|aliyun|alibaba|qiniu|huawei|web.?hook|consumer|oauth|session|cookie|jwt|csrf|xsrf|app.?secret|signing|hmac|github|gitlab|slack|stripe|twilio|azure|google|gcp|firebase|okta|auth0|django|flask|rails|heroku|npm|twitter|facebook|encrypt|cipher|salt|api.?secret|shared.?secret/i;
const OTHER_THING = new RegExp('(?:sha-?\\d{1,3}|integrity|check.?sum|digest|e-?tag|commit|revision|uses:|hash|base64,|md5|signature|nonce|' +
    'finger.?print|thumb.?print|public.?key|cursor|continuation|next.?token|ENC\\[[^\\]]*|' +
    '(?:^|[^A-Za-z0-9])(?:id|version|ref|hmac|data|iv|tag))' +
    '["\'`)\\]]{0,2}\\s{0,3}(?:=>|[=:>(-])?\\s{0,3}["\'`]?$', 'i');
/** How far before a value its name is looked for. */
const BEFORE = 120;
const AFTER = 80;
/**
 * @param text the text around the value
 * @param start first character of the value
 * @param end one past the last
 */
function contextOf(text, start, end) {
    const lines = words(text.slice(Math.max(0, start - BEFORE), start)).split(/\r\n|[\r\n]/);
    const sameLine = lines.at(-1) ?? '';
    if (OTHER_THING.test(sameLine.slice(-40)))
        return 'denied';
    const before = lines.slice(-2).join('\n');
    if (isApiKey(sameLine, before))
        return 'none';
    if (AWS_SECRET.test(before))
        return OTHER_SECRET.test(nameBefore(sameLine)) ? 'none' : 'named';
    if (context_SECRET.test(before))
        return OTHER_SECRET.test(before) ? 'none' : 'hinted';
    const after = words(text.slice(end, end + AFTER)).split(/[\r\n]/, 1)[0] ?? '';
    return AWS_SECRET.test(after) && !OTHER_SECRET.test(after) ? 'hinted' : 'none';
}
/** A key of API Gateway, which may have 40 characters, too, and opens one interface. */
function isApiKey(sameLine, before) {
    return /api.?key$/i.test(nameBefore(sameLine)) || (/api.?key/i.test(before) && !/secret/i.test(before));
}
/** Without what is too long for a word: random text spells short words now and then. */
function words(text) {
    return text.replace(/[A-Za-z0-9+/]{32,}/g, '*');
}
/** The name that the value is assigned to, or nothing. */
function nameBefore(line) {
    return /([\w.-]+)["'`\])]{0,3}\s*(?:=>|:=|[=:,(])\s*["'`]?$/.exec(line)?.[1] ?? '';
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/secrets.js






const SECRET_LENGTH = 40;
/** Of a longer run nothing is a secret with something before it. */
const secrets_LONGEST_RUN = 61;
/** The run begins within an escape: so it holds less than a secret. */
const PERCENT = /%(?:25){0,4}[0-9A-Fa-f]{2}$/;
function findSecrets(text) {
    const found = [];
    for (const [start, runEnd] of runsOf(text)) {
        const end = lengthWrittenBefore(text, start, SECRET_LENGTH) ? start + SECRET_LENGTH : runEnd;
        const secretStart = end - SECRET_LENGTH;
        if (isPartOfUrlSafe(text, secretStart, end))
            continue;
        if (PERCENT.test(text.slice(Math.max(0, secretStart - 9), secretStart + 2)))
            continue;
        if (secretStart !== start && !beginsLate(text, start, secretStart))
            continue;
        const secret = secrets_describe(text, secretStart, end);
        if (secret !== undefined)
            found.push(secret);
    }
    for (const start of secretsBesideIdentifiers(text)) {
        const secret = secrets_describe(text, start, start + SECRET_LENGTH);
        if (secret !== undefined)
            found.push(secret);
    }
    return found;
}
/** A piece of url-safe base64, such as a hash or a token, between its hyphens and underscores. */
function isPartOfUrlSafe(text, start, end) {
    const before = text.slice(Math.max(0, start - 22), start);
    if (/[A-Za-z0-9][-_]$/.test(before) && !/A[KS]IA[A-Z2-7]{16}[-_]$/.test(before))
        return true;
    return /^[-_][A-Za-z0-9]{3}/.test(text.slice(end, end + 4));
}
/** Runs of 40 base64 characters, or a few more of which an escape or an identifier may be the first. */
function* runsOf(text) {
    // A character that is none of base64 dismisses the 40 that end with it.
    for (let at = SECRET_LENGTH - 1; at < text.length; at += SECRET_LENGTH) {
        if (!isBase64(text, at))
            continue;
        const first = at - SECRET_LENGTH + 1;
        let start = at;
        while (start > first && isBase64(text, start - 1))
            start--;
        if (start > first) {
            at = start - 1;
            continue;
        }
        let end = at + 1;
        while (end < text.length && isBase64(text, end))
            end++;
        if (end - start <= secrets_LONGEST_RUN && text.charCodeAt(end) !== EQUALS)
            yield [start, end];
        at = end;
    }
}
const EQUALS = 0x3d;
function isBase64(text, at) {
    return IS_BASE64[text.charCodeAt(at)] === 1;
}
/**
 * Whether what stands between the start of the run and the secret is none of its characters: an escape, the `+` of a
 * diff, or the identifier and a separator (`AKIA…/secret`).
 */
function beginsLate(text, runStart, start) {
    if (escapeEndsAt(text, start))
        return true;
    const between = text.slice(runStart, start);
    if (between === '+')
        return runStart === 0 || text.charAt(runStart - 1) === '\n';
    return between === '//' || /^A[KS]IA[A-Z2-7]{16}[+/]$/.test(between);
}
function secrets_describe(text, start, end) {
    const value = text.slice(start, end);
    if (!/[a-z]/.test(value) || !/[A-Z]/.test(value))
        return undefined;
    const context = contextOf(text, start, end);
    const harmless = harmlessSecret(value);
    const isRandom = context === 'named' ? mayBeRandom : looksRandom;
    if (harmless === undefined && !isRandom(Buffer.from(value, 'latin1'), 0, SECRET_LENGTH))
        return undefined;
    return { text: value, start, end, context, ...(harmless === undefined ? {} : { harmless }) };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/tokens.js



const FORMS = [
    // The first bytes of a session token name its issuer: "er/aws", "aws", "origin_ec".
    {
        rule: 'session-token',
        form: /[A-Za-z0-9+/]{2,4}(?:YXdz|ZXIvYXdz|b3JpZ2luX2Vj)[A-Za-z0-9+/_-]{80,4096}={0,2}/g,
        accepts: isNotOfUrl,
    },
    { rule: 'bedrock-api-key', form: /ABSK[A-Za-z0-9+/]{109,269}={0,2}/g, accepts: holdsBedrockKey },
    { rule: 'bedrock-short-term-api-key', form: /bedrock-api-key-[A-Za-z0-9+/_-]{60,8192}={0,2}/g },
    { rule: 'mws-auth-token', form: /amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi },
    { rule: 'ses-smtp-credentials', form: /(?:B[A-P]|A[g-v])[A-Za-z0-9+/]{42}/g, accepts: isSmtpPassword },
];
function findTokens(text) {
    return FORMS.flatMap(form => tokensOf(form, text));
}
function tokensOf({ rule, form, accepts }, text) {
    const found = [];
    for (const match of text.matchAll(form)) {
        const start = match.index;
        const end = start + match[0].length;
        if (!tokens_standsAlone(text, start, end))
            continue;
        if (accepts !== undefined && !accepts(match[0], text, start, end))
            continue;
        const harmless = harmlessSecret(match[0]);
        found.push({ rule, text: match[0], start, end, ...(harmless === undefined ? {} : { harmless }) });
    }
    return found;
}
const INSIDE = /[A-Za-z0-9+/]/;
function tokens_standsAlone(text, start, end) {
    if (INSIDE.test(text.charAt(end)) || text.charAt(end) === '=')
        return false;
    return start === 0 || !INSIDE.test(text.charAt(start - 1)) || escapeEndsAt(text, start);
}
/** A presigned URL carries the token of the session that signed it; the URL is told, the token opens nothing. */
function isNotOfUrl(_value, text, start) {
    return !/X-Amz-Security-Token(?:=|%3D|["']?\s{0,3}[:,]\s{0,3}["']?)$/i.test(text.slice(Math.max(0, start - 40), start));
}
/** `ABSK` and the base64 of `BedrockAPIKey-…:…`, or of another name chosen by the user, a colon and a secret. */
function holdsBedrockKey(value) {
    return (Buffer.from(value.slice(4), 'base64').toString('latin1').includes(':') ||
        value.startsWith('ABSKQmVkcm9ja'));
}
/**
 * An SMTP password is the base64 of a version byte (4, formerly 2) and 32 bytes of HMAC. Forty-four characters of
 * base64 are many things, so words nearby must speak of mail.
 */
function isSmtpPassword(value, text, start, end) {
    if (!looksRandom(Buffer.from(value, 'latin1'), 0, value.length))
        return false;
    const around = text.slice(Math.max(0, start - 400), start) + text.slice(end, end + 200);
    return /smtp|mail|\bSES\b/i.test(around) || /AKIA[A-Z2-7]{16}/.test(around);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/finds.js




function noFinds() {
    return { identifiers: new Map(), secrets: new Map(), tokens: new Map() };
}
/**
 * Adds what stands in a text. What was found at the same place before, through fewer layers, stays.
 *
 * @param inner whether the stretch is away from the borders at which the text was cut
 */
function readText(text, finds, place, layers, inner) {
    keep(findIdentifiers(text), finds.identifiers, place, layers, inner);
    keep(findSecrets(text), finds.secrets, place, layers, inner);
    keep(findTokens(text), finds.tokens, place, layers, inner);
    keep(findOddCredentials(text), finds.tokens, place, layers, inner);
}
function keep(values, into, place, layers, inner) {
    for (const value of values) {
        if (!inner(value.start, value.end))
            continue;
        const placed = { ...value, ...place(value.start, value.end), layers };
        const key = `${placed.end}:${value.text}`;
        if (!into.has(key))
            into.set(key, placed);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/hex.js



/** `xxd -p` writes 60 digits on a line; nothing wraps at fewer than this. */
const hex_SHORTEST_LINE = 30;
/** Decodes hexadecimal digits from the run that begins at `start` on, and the lines after it. */
function decodeHex(bytes, start, runEnd) {
    const first = startOfHex(bytes, start, runEnd) ?? start;
    const { lines, end } = linesFrom(bytes, first, byte => IS_HEX[byte] === 1, hex_SHORTEST_LINE);
    const text = lines.map(line => bytes.toString('latin1', line.start, line.end)).join('');
    return {
        bytes: Buffer.from(text.slice(0, text.length & ~1), 'hex'),
        start: first,
        end,
        place: (from, to) => ({
            start: sourceOf(lines, from * 2),
            end: sourceOf(lines, to * 2 - 1) + 1,
        }),
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/code-runs.js


/** Numbers, their prefixes, and what stands between them in lists, dumps and escapes. */
const IS_CODE = tableOf('0123456789abcdefABCDEFxXuU\\{}:,;=#- \t\r\n');
/** Twelve bytes in groups of four digits; single bytes take more. */
const RUN = 48;
/** Longer runs are read in slices, which overlap by more than the longest value takes. */
const SLICE = 128 * 1024;
const OVERLAP = 16 * 1024;
/**
 * Visits the runs of bytes written as numbers that hold something worth reading once they are decoded. Four bytes of
 * which one does not belong dismiss the 45 that end with the first of them: hardly any text has four that do.
 *
 * @param isWorth whether decoded bytes hold a candidate
 * @returns true when `visit` ended the search
 */
function visitCodeRuns(bytes, visit, isWorth) {
    const end = bytes.length;
    let at = RUN - 1;
    while (at < end) {
        if (!endFour(bytes, at)) {
            at += RUN - 3;
            continue;
        }
        const first = at - RUN + 1;
        let back = at - 4;
        while (back >= first && IS_CODE[bytes[back] ?? 0] !== 0)
            back--;
        if (back < first) {
            back = at + 1;
            while (back < end && IS_CODE[bytes[back] ?? 0] !== 0)
                back++;
            if (visitRun(bytes, first, back, visit, isWorth))
                return true;
        }
        at = back + RUN;
    }
    return false;
}
/** Whether the byte at `at` and the three before it all belong, without a branch for each. */
function endFour(bytes, at) {
    const last = (IS_CODE[bytes[at] ?? 0] ?? 0) & (IS_CODE[bytes[at - 1] ?? 0] ?? 0);
    return (last & (IS_CODE[bytes[at - 2] ?? 0] ?? 0) & (IS_CODE[bytes[at - 3] ?? 0] ?? 0)) === 1;
}
function visitRun(bytes, start, end, visit, isWorth) {
    for (let from = start;; from += SLICE - OVERLAP) {
        const to = Math.min(end, from + SLICE);
        const decoded = decodeCodes(bytes, from, to);
        if (decoded !== undefined && isWorth(decoded.bytes)) {
            // Escapes are resolved among the text that they stand in.
            const kind = bytes.toString('latin1', from, to).includes('\\u{') ? 'text' : 'codes';
            if (visit(kind, from, to))
                return true;
        }
        if (to === end)
            return false;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/hex-dump.js
/** A line of xxd, hexdump -C or od -x1: offset, up to 16 bytes in groups, and perhaps the characters. */
const LINE = /^[ \t]*(?:0x)?[0-9a-fA-F]{4,16}[:|]?[ \t]{1,3}((?:[0-9a-fA-F]{2,8}[ \t|-]{1,3}){1,16}(?:[0-9a-fA-F]{2,8})?)/gm;
/** All that a line holds; more are digits among the characters shown beside. */
const MOST_BYTES = 16;
const FIRST_OFFSET = /^(?:0x)?0{7,16}[: \t]/;
/** Whether the content begins with a hex dump's first line. */
function beginsHexDump(bytes) {
    return bytes[0] === 0x30 && FIRST_OFFSET.test(bytes.toString('latin1', 0, 20));
}
/** Puts the bytes of a hex dump together. @returns undefined when there is none */
function readHexDump(text) {
    const bytes = [];
    const starts = [];
    for (const match of text.matchAll(LINE)) {
        const digits = match[1] ?? '';
        const column = match.index + match[0].length - digits.length;
        const pairs = [...digits.matchAll(/[0-9a-fA-F]{2}/g)];
        for (const pair of pairs.slice(0, MOST_BYTES)) {
            bytes.push(Number.parseInt(pair[0], 16));
            starts.push(column + pair.index);
        }
    }
    if (bytes.length < hex_dump_SHORTEST)
        return undefined;
    return { text: Buffer.from(bytes).toString('latin1'), starts: Int32Array.from(starts) };
}
const hex_dump_SHORTEST = 20;
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/escapes.js
const ESCAPES = /\\{1,8}(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-3]?[0-7]{2})|([abefnrtv0"'`\\/+=:,;<>&\- ]))|%(?:25){0,4}([0-9a-fA-F]{2})|%u([0-9a-fA-F]{4})|&#0{0,6}(\d{2,3});?|&#[xX]0{0,6}([0-9a-fA-F]{2});?|&(amp|quot|apos|lt|gt|sol|plus|equals|colon|nbsp|Tab|NewLine|lowbar|num|comma|semi|period|bsol);|\u001b\[[0-9;]{0,32}[A-Za-z]/g;
const NAMED_CHARACTERS = {
    amp: '&',
    quot: '"',
    apos: "'",
    lt: '<',
    gt: '>',
    sol: '/',
    plus: '+',
    equals: '=',
    colon: ':',
    nbsp: ' ',
    Tab: '\t',
    NewLine: '\n',
    lowbar: '_',
    num: '#',
    comma: ',',
    semi: ';',
    period: '.',
    bsol: '\\',
};
const CONTROL_LETTERS = {
    a: '\u0007',
    b: '\b',
    e: '\u001b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '0': '\0',
};
/**
 * Resolves the escapes of JSON, source code, URLs, HTML and terminals, once: what was escaped twice needs a second
 * call. Up to eight backslashes before a letter count as one.
 *
 * @param text Latin-1
 * @returns undefined when there is none
 */
function resolveEscapes(text) {
    const parts = [];
    const starts = new Int32Array(text.length);
    const ends = new Int32Array(text.length);
    const counts = { percent: 0, html: 0, escape: 0 };
    let length = 0;
    let copied = 0;
    const copyTo = (stop) => {
        parts.push(text.slice(copied, stop));
        for (let at = copied; at < stop; at++) {
            starts[length] = at;
            ends[length] = at + 1;
            length++;
        }
    };
    for (const match of text.matchAll(ESCAPES)) {
        copyTo(match.index);
        copied = match.index + match[0].length;
        parts.push(characterOf(match));
        starts[length] = match.index;
        ends[length] = copied;
        length++;
        counts[layerOf(match[0])]++;
    }
    if (copied === 0)
        return undefined;
    copyTo(text.length);
    return { text: parts.join(''), starts, ends, layer: mostFrequent(counts) };
}
function characterOf(match) {
    const [, braced, u4, u8, x2, octal, letter, percent, percentU, decimal, hexEntity, named] = match;
    const hex = braced ?? u4 ?? u8 ?? x2 ?? percent ?? percentU ?? hexEntity;
    if (hex !== undefined)
        return latin1(Number.parseInt(hex, 16));
    if (octal !== undefined)
        return latin1(Number.parseInt(octal, 8));
    if (decimal !== undefined)
        return latin1(Number.parseInt(decimal, 10));
    if (letter !== undefined)
        return CONTROL_LETTERS[letter] ?? letter;
    return named === undefined ? ' ' : (NAMED_CHARACTERS[named] ?? ' ');
}
/** What is not Latin-1 cannot be part of a value: any character that ends one will do. */
function latin1(code) {
    return code <= 0xff ? String.fromCharCode(code) : '\u00bf';
}
function layerOf(written) {
    if (written.startsWith('%'))
        return 'percent';
    return written.startsWith('&') ? 'html' : 'escape';
}
function mostFrequent(counts) {
    if (counts.percent >= counts.html && counts.percent >= counts.escape)
        return 'percent';
    return counts.html >= counts.escape ? 'html' : 'escape';
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/long-runs.js




const long_runs_SECRET = 40;
const SMTP_PASSWORD = 44;
const BEDROCK_KEY = 113;
const SESSION_TOKEN = 100;
/** Longer runs of escapes are read without a closer look. */
const LONGEST_LOOK = 4096;
const BEGINS_ESCAPE = tableOf('\\%&');
/**
 * Looks at one run of base64 and escape characters, 40 bytes or more, and visits what in it is worth reading.
 *
 * @returns true when `visit` ended the search
 */
function visitLongRun(bytes, start, end, visit) {
    let at = start;
    let escapes = false;
    while (at < end) {
        let stop = at;
        while (stop < end && IS_BASE64[bytes[stop] ?? 0] !== 0)
            stop++;
        if (stop - at >= 20 && visitPiece(bytes, at, stop, visit))
            return true;
        escapes ||= stop < end && BEGINS_ESCAPE[bytes[stop] ?? 0] === 1;
        at = stop + 1;
    }
    return escapes && escapesHideSomething(bytes, start, end) && visit('text', start, end);
}
/** A stretch of base64 characters only. */
function visitPiece(bytes, start, end, visit) {
    const kind = end - start >= long_runs_SECRET ? decodesToText(bytes, start, end) : undefined;
    if (kind !== undefined && visit(kind, start, end))
        return true;
    return isToken(bytes, start, end) && visit('text', start, end);
}
/** Whether the stretch can itself be a value that is looked for. */
function isToken(bytes, start, end) {
    const length = end - start;
    if (length < long_runs_SECRET)
        return false;
    if (length === long_runs_SECRET || length === SMTP_PASSWORD) {
        return isMixedAndRandom(bytes, start, end);
    }
    if (length < SESSION_TOKEN)
        return false;
    if (bytes[start - 1] === 0x2d && bytes.toString('latin1', Math.max(0, start - 9), start) === '-api-key-') {
        return true;
    }
    const head = bytes.toString('latin1', start, start + 24);
    return (length >= BEDROCK_KEY && head.includes('ABSK')) || /YXdz|b3JpZ2lu/.test(head);
}
/** Upper and lower case, and random; one secret in a thousand has no digit. */
function isMixedAndRandom(bytes, start, end) {
    let classes = 0;
    for (let at = start; at < end; at++) {
        const byte = bytes[at] ?? 0;
        if (byte >= 0x61)
            classes |= long_runs_LOWER;
        else if (byte >= 0x41)
            classes |= long_runs_UPPER;
        else if (byte >= 0x30)
            classes |= DIGIT;
    }
    if ((classes & MIXED) !== MIXED)
        return false;
    return (classes & DIGIT) === 0 ? looksRandom(bytes, start, end) : mayBeRandom(bytes, start, end);
}
const long_runs_LOWER = 1;
const long_runs_UPPER = 2;
const DIGIT = 4;
const MIXED = long_runs_LOWER | long_runs_UPPER;
/** Whether a run with escapes in it holds a value once they are resolved. */
function escapesHideSomething(bytes, start, end) {
    if (end - start > LONGEST_LOOK)
        return true;
    const raw = bytes.toString('latin1', start, end);
    const resolved = resolveEscapes(raw)?.text;
    if (resolved === undefined)
        return false;
    if (/A(?:[KSB]I|CC)A[A-Z2-7]{16}/.test(resolved))
        return true;
    const decoded = Buffer.from(resolved, 'latin1');
    return visitLongRun(decoded, 0, decoded.length, () => true);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/joins.js
const QUOTE = '["\'`]';
/** Right behind a quote it is the next literal's first characters. */
const COMMENT = '(?:(?<!["\'`])(?:(?://|#|--)[^\\n]{0,120}\\n\\s{0,40}|/\\*[^*]{0,120}\\*/\\s{0,40}))?';
const OPERATOR = '(?:\\+\\+?|\\.\\.?|&(?:\\s?_)?|\\|\\||~|<>|<<|\\\\|\\)?\\.(?:concat|append|Append)\\()?';
const PREFIX = `(?:(?<=[\\s+.&~|>\\\\(])[bBfFrRuUL@$]{1,2}(?=${QUOTE}))?`;
/** Two literals side by side, or with an operator that concatenates between them, in most languages. */
const LITERALS = `${QUOTE}\\)?\\s{0,40}${COMMENT}${OPERATOR}\\s{0,40}${COMMENT}\\(?${PREFIX}${QUOTE}`;
/** `key += "…"`, `$key .= '…'`, on the line after. */
const APPENDED = `${QUOTE}\\)?;?\\s{1,40}[\\w$.]{1,40}(?:\\s?[+.]=\\s?|\\.(?:append|Append|WriteString|push_str|write)\\()${QUOTE}`;
const INTERPOLATED = `${QUOTE}\\s?\\}\\$?\\{\\s?${QUOTE}`;
const CONTINUED = '[\\\\`^]\\r?\\n[ \\t]{0,80}';
const joins_INSIDE = '[A-Za-z0-9+/]';
/** The shell's `AKIA"…"` and `AKIA''…`, and the soft line break of quoted-printable. */
const ADJACENT = `(?<=${joins_INSIDE})(?<!(?:^|[^A-Za-z0-9+/])[bBfFrRuUL]{1,2})(?:["']{1,2}|=\\r?\\n)(?=${joins_INSIDE})`;
const GLUE = new RegExp([CONTINUED, LITERALS, APPENDED, INTERPOLATED, ADJACENT].join('|'), 'g');
const LIST = new RegExp(`${QUOTE}\\s{0,40},\\s{0,40}${QUOTE}`, 'g');
const JOINS_LIST = /join|concat|implode/i;
/** What a quoted, commented or changed line begins with. */
const MARKER = '[#*|>+-]|//';
/** A line that holds nothing but the rest of a value. */
const REST = `${joins_INSIDE}{1,200}={0,2}["'\`]?[,;)]{0,2}[ \\t]{0,8}(?:[\\r\\n]|$)`;
const LINE_END = new RegExp(`(?<=${joins_INSIDE})[ \\t]{0,2}\\r?\\n[ \\t]{0,80}(?:(${MARKER}) {0,8})?(?=${REST})`, 'g');
/** All that can stand between two pieces, each to be tried at one place. */
const STICKY_GLUES = [GLUE, LIST, LINE_END].map(({ source }) => new RegExp(source, 'y'));
/** Puts concatenated literals and continued lines together. @returns undefined when there is none */
function joinLiterals(text) {
    return without(GLUE, text);
}
/** Puts the literals of lists together, where the text joins a list. */
function joinLists(text) {
    return JOINS_LIST.test(text) ? without(LIST, text) : undefined;
}
/** Puts a line that is one word only behind the line before: values that were folded or wrapped. */
function joinLines(text) {
    return without(LINE_END, text, isMarkedAlike);
}
/** A marker before the second line must stand before the first, too. */
function isMarkedAlike(match, text) {
    const marker = match[1];
    if (marker === undefined)
        return true;
    const line = text.lastIndexOf('\n', match.index - 1) + 1;
    return text
        .slice(line, line + 80)
        .trimStart()
        .startsWith(marker);
}
function without(glue, text, accepts = () => true) {
    const parts = [];
    const starts = new Int32Array(text.length);
    let length = 0;
    let from = 0;
    const keepTo = (stop) => {
        parts.push(text.slice(from, stop));
        for (let at = from; at < stop; at++)
            starts[length++] = at;
    };
    for (const match of text.matchAll(glue)) {
        if (!accepts(match, text))
            continue;
        keepTo(match.index);
        from = match.index + match[0].length;
    }
    if (from === 0)
        return undefined;
    keepTo(text.length);
    return { text: parts.join(''), starts };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/assigned.js


const ASSIGNMENT = '["\'`\\])}]{0,3}\\s{0,8}(?::=|=>|[=:,>|(]|\\s)\\s{0,16}(?:[>|][+-]?\\s{1,20})?["\'`]?';
const LITERAL = '[A-Za-z0-9+/][A-Za-z0-9+/=_-]{7}';
/** A first piece of a literal, which goes on behind a quote or on the next line. */
const PIECE = '[A-Za-z0-9+/]{1,7}(?:["\'`]|\\\\?\\r?\\n)';
const ASSIGNED = new RegExp(`^(${ASSIGNMENT})(?:${LITERAL}|${PIECE})`);
/** How far behind a name its value and all its pieces are looked for. */
const FARTHEST = 4096;
/** Nothing shorter is a secret, not even one of odd length. */
const assigned_SHORTEST = 16;
const assigned_LONGEST = 160;
const assigned_SECRET = 40;
/**
 * Whether a name that ends there is given a value on the spot that can be a secret: whole, in several literals or
 * lines, or with an escape in it. Most of what is called a secret key is a word, or the name of a variable.
 */
function assignsSecret(bytes, nameEnd) {
    const assigned = ASSIGNED.exec(bytes.toString('latin1', nameEnd, nameEnd + 48))?.[1];
    if (assigned === undefined)
        return false;
    const start = nameEnd + assigned.length;
    const text = bytes.toString('latin1', start, start + FARTHEST);
    return STICKY_GLUES.some(glue => leadsToSecret(text, glue));
}
const STRETCH = /(?:[A-Za-z0-9+/]|=(?!\r?\n))*/y;
const ESCAPE = /\\(?!\r?\n)|%[0-9A-Fa-fu]|&[#A-Za-z]|\u001b/y;
/** Puts together the pieces that the text begins with, and judges what comes out. */
function leadsToSecret(text, glue) {
    let value = '';
    for (let at = 0;; at = glue.lastIndex) {
        STRETCH.lastIndex = at;
        value += STRETCH.exec(text)?.[0] ?? '';
        glue.lastIndex = STRETCH.lastIndex;
        if (value.length >= assigned_LONGEST)
            break;
        ESCAPE.lastIndex = STRETCH.lastIndex;
        if (glue.test(text))
            continue;
        if (ESCAPE.test(text))
            return true;
        break;
    }
    return value.length >= assigned_SHORTEST && /[a-z]/.test(value) && /[A-Z]/.test(value) && isRandomInPart(value);
}
function isRandomInPart(value) {
    const bytes = Buffer.from(value, 'latin1');
    const { length } = bytes;
    return (mayBeRandom(bytes, 0, length) ||
        mayBeRandom(bytes, 0, Math.min(assigned_SECRET, length)) ||
        mayBeRandom(bytes, Math.max(0, length - assigned_SECRET), length));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/needles.js


const LONG_RUN = 40;
/** What of an identifier's base64 follows the needle at least, with the needle. */
const SHORTEST_ENCODED = 24;
/** What can stand behind the first piece of a split value: a quote, a line end, an escape. */
const MAY_SPLIT = tableOf('"\'`\\\r\n%&=|^');
const NEEDLES = [
    { text: 'zn.mws.', found: marketplaceToken },
    { text: 'KIA', found: splitIdentifier },
    // `AKIA` in base64, behind a multiple of three bytes, one more, two more.
    { text: 'QUtJQ', found: encodedIdentifier(0) },
    { text: 'FLSU', found: encodedIdentifier(2) },
    { text: 'BS0lB', found: encodedIdentifier(3) },
    { text: 'Key', found: secretName },
    { text: '_key', found: secretName },
];
/** @returns true when `visit` ended the search */
function visitNeedles(bytes, visit) {
    return NEEDLES.some(needle => {
        let at = bytes.indexOf(needle.text, 0, 'latin1');
        while (at >= 0) {
            if (needle.found(bytes, at, visit))
                return true;
            at = bytes.indexOf(needle.text, at + needle.text.length, 'latin1');
        }
        return false;
    });
}
function marketplaceToken(bytes, at, visit) {
    return bytes.toString('latin1', Math.max(0, at - 2), at) === 'am' && visit('text', at - 2, at + 47);
}
/** `"AKIA…" + "…"`, in any number of pieces: the prefix, then what can stand between two pieces. */
function splitIdentifier(bytes, at, visit) {
    if (bytes[at - 1] !== 0x41)
        return false;
    let after = at + 3;
    while (IS_ALPHANUMERIC[bytes[after] ?? 0] !== 0 && after < at + 19)
        after++;
    return MAY_SPLIT[bytes[after] ?? 0] === 1 && visit('text', at - 1, after);
}
/**
 * An identifier alone in base64, in at most 39 characters, which the kernel for long runs does not see.
 *
 * @param offset where in its group of four characters the needle begins
 */
function encodedIdentifier(offset) {
    return (bytes, at, visit) => {
        let start = at;
        while (start > 0 && IS_BASE64[bytes[start - 1] ?? 0] !== 0 && at - start < LONG_RUN)
            start--;
        let end = at;
        while (end < bytes.length && IS_BASE64[bytes[end] ?? 0] !== 0 && end - start < LONG_RUN)
            end++;
        const first = at - offset - ((at - offset - start) & ~3);
        if (end - at < SHORTEST_ENCODED || end - start >= LONG_RUN || first < start)
            return false;
        return visit('base64', first, end);
    };
}
const SECRET_BEFORE = /secret[_-]?(?:access[_-]?)?$/i;
function secretName(bytes, at, visit) {
    const last = bytes[at - 1] ?? 0;
    // `…access…` and `…secret…` end in s, t, - or _: a quick no for nearly all keys.
    if (last !== 0x73 && last !== 0x74 && last !== 0x2d)
        return false;
    if (!SECRET_BEFORE.test(bytes.toString('latin1', Math.max(0, at - 14), at)))
        return false;
    const end = at + (bytes[at] === 0x5f ? 4 : 3);
    return assignsSecret(bytes, end) && visit('text', at, end);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/upper-runs.js


const upper_runs_IDENTIFIER = 20;
/** What is left of one that was split within its prefix. */
const upper_runs_SHORTEST = 17;
const upper_runs_PREFIX = /^(?:AKIA|ASIA|ABIA|ACCA)/;
/** What is left of a prefix when a literal was split within it: `"AK" + "IA…"`. */
const REST_OF_PREFIX = /^(?:(?:[KSB]I|CC)A[A-Z2-7]{16}|[IC]A[A-Z2-7]{16}|A[A-Z2-7]{16})$/;
const SECRET_NAME = /(?:SECRET_?(?:ACCESS_?)?KEY|ACCESS_SECRET)$/;
/**
 * Looks at one run of upper-case letters, digits and underscores, 17 bytes or more.
 *
 * @returns true when `visit` ended the search
 */
function visitUpperRun(bytes, start, end, visit) {
    let at = start;
    while (at < end) {
        let stop = at;
        while (stop < end && bytes[stop] !== 0x5f)
            stop++;
        if (stop - at >= upper_runs_SHORTEST && isIdentifier(bytes, at, stop) && visit('text', at, stop))
            return true;
        at = stop + 1;
    }
    return namesSecret(bytes, start, end) && visit('text', start, end);
}
/** An identifier ends where the run ends, but it may begin late: `%3DAKIA…`. */
function isIdentifier(bytes, start, end) {
    const length = end - start;
    const late = Math.max(start, end - upper_runs_IDENTIFIER);
    if (beginsIdentifier(bytes, late) && IS_ALPHANUMERIC[bytes[end] ?? 0] === 0)
        return true;
    if (beginsIdentifier(bytes, start))
        return length <= 2 * upper_runs_IDENTIFIER;
    return length < upper_runs_IDENTIFIER && REST_OF_PREFIX.test(bytes.toString('latin1', start, end));
}
function beginsIdentifier(bytes, at) {
    return bytes[at] === 0x41 && bytes[at + 3] === 0x41 && upper_runs_PREFIX.test(bytes.toString('latin1', at, at + 4));
}
function namesSecret(bytes, start, end) {
    // They all end in KEY or in SECRET: a quick no for nearly all other names.
    if (bytes[end - 1] !== 0x59 && bytes[end - 1] !== 0x54)
        return false;
    return SECRET_NAME.test(bytes.toString('latin1', start, end)) && assignsSecret(bytes, end);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/wide.js
const WIDE_LAYOUTS = [
    { kind: 'utf-32le', width: 4, low: 0 },
    { kind: 'utf-32be', width: 4, low: 3 },
    { kind: 'utf-16le', width: 2, low: 0 },
    { kind: 'utf-16be', width: 2, low: 1 },
];
const SAMPLE = 4096;
/** Probes for a NUL beyond the sample: nothing that is wide has this many bytes without one. */
const PROBE = 61;
/** The shortest stretch of two-byte characters within other bytes that is looked at. */
const wide_SHORTEST = 40;
/**
 * Visits the content as a whole when it is UTF-16 or UTF-32, with or without a byte order mark; otherwise each stretch
 * of it, as compiled programs hold them.
 *
 * @returns true when `visit` ended the search
 */
function visitWide(bytes, visit) {
    if (!hasNull(bytes))
        return false;
    const layout = layoutOf(bytes);
    if (layout !== undefined)
        return visit(layout.kind, 0, bytes.length);
    return visitStretches(bytes, visit);
}
function hasNull(bytes) {
    if (bytes.subarray(0, SAMPLE).includes(0))
        return true;
    for (let at = SAMPLE; at < bytes.length; at += PROBE)
        if (bytes[at] === 0)
            return true;
    return false;
}
/** @returns undefined when the content is something else */
function layoutOf(bytes) {
    const marked = markedKind(bytes);
    if (marked !== undefined)
        return WIDE_LAYOUTS.find(layout => layout.kind === marked);
    const size = Math.min(bytes.length, SAMPLE) & ~3;
    const nulls = [0, 0, 0, 0];
    for (let at = 0; at < size; at++)
        if (bytes[at] === 0)
            nulls[at & 3] = (nulls[at & 3] ?? 0) + 1;
    const share = nulls.map(count => count / (size / 4));
    return WIDE_LAYOUTS.find(layout => fits(layout, share));
}
function markedKind(bytes) {
    const mark = bytes.toString('latin1', 0, 4);
    if (mark === '\xff\xfe\0\0')
        return 'utf-32le';
    if (mark === '\0\0\xfe\xff')
        return 'utf-32be';
    if (mark.startsWith('\xff\xfe'))
        return 'utf-16le';
    return mark.startsWith('\xfe\xff') ? 'utf-16be' : undefined;
}
/** At least three in ten of the high bytes are NUL, and hardly any low one. */
function fits(layout, share) {
    return share.every((part, at) => (at % layout.width === layout.low ? part < 0.05 : part > 0.3));
}
function visitStretches(bytes, visit) {
    let at = bytes.indexOf(0);
    while (at >= 0) {
        const end = endOfStretch(bytes, at);
        const first = bytes[at - 1] ?? 0;
        const littleEndian = first >= 0x20 && first < 0x7f;
        const start = littleEndian ? at - 1 : at;
        if (end - start >= wide_SHORTEST && visit(littleEndian ? 'utf-16le' : 'utf-16be', start, end))
            return true;
        at = bytes.indexOf(0, end > at ? end : endOfNulls(bytes, at));
    }
    return false;
}
/** Follows NUL, character, NUL, character … from a NUL on. @returns `at` where no character follows */
function endOfStretch(bytes, at) {
    let end = at;
    while (end + 1 < bytes.length && bytes[end] === 0 && isLatin(bytes[end + 1] ?? 0))
        end += 2;
    return end > at && bytes[end] === 0 ? end + 1 : end;
}
function endOfNulls(bytes, at) {
    let end = at;
    while (end < bytes.length && bytes[end] === 0)
        end++;
    return end;
}
function isLatin(byte) {
    return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
/** The characters in Latin-1, one byte each; those beyond are 0xBF. */
function narrow(bytes, { width, low }) {
    const count = Math.floor(bytes.length / width);
    const narrowed = Buffer.allocUnsafe(count);
    for (let character = 0; character < count; character++) {
        const at = character * width;
        let others = 0;
        for (let byte = 0; byte < width; byte++)
            if (byte !== low)
                others |= bytes[at + byte] ?? 0;
        narrowed[character] = others === 0 ? (bytes[at + low] ?? 0) : 0xbf;
    }
    return narrowed;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/kernels.js








/**
 * Stage A alone, at memory speed: whether anything in the bytes is worth a closer look. When this is false, detect()
 * finds nothing in them.
 *
 * @param start first byte
 * @param end one past the last byte
 */
function hasCandidates(bytes, start, end) {
    return findCandidates(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start), () => true);
}
/** The same for names in a tree, which stand one by one between bytes that are no text: nothing in them is wide or packed. */
function hasCandidatesInNames(tree) {
    return findInText(tree, () => true);
}
/** Finds all candidates; each kernel visits in the order of the bytes. @returns true when `visit` ended the search */
function findCandidates(bytes, visit) {
    if (bytes.length < kernels_SHORTEST)
        return false;
    const packed = archiveKind(bytes) !== undefined || endsWithZip(bytes);
    if (packed && visit('archive', 0, bytes.length))
        return true;
    if (beginsHexDump(bytes) && visit('text', 0, bytes.length))
        return true;
    return (visitWide(bytes, visit) ||
        findInText(bytes, visit) ||
        visitCodeRuns(bytes, visit, decoded => findCandidates(decoded, () => true)));
}
function findInText(bytes, visit) {
    return longRuns(bytes, visit) || upperRuns(bytes, visit) || visitNeedles(bytes, visit);
}
/** Nothing shorter than this holds anything: an identifier has 20 characters, an odd secret 16. */
const kernels_SHORTEST = 16;
/** The length of a secret access key. */
const kernels_LONG_RUN = 40;
/** The length of `SECRET_ACCESS_KEY`, and what remains of an identifier split within its prefix. */
const UPPER_RUN = 17;
/**
 * Runs of at least 40 base64 or escape characters. One byte that is none of them dismisses the 40 that end with it:
 * most bytes are never looked at.
 */
function longRuns(bytes, visit) {
    const end = bytes.length;
    let at = kernels_LONG_RUN - 1;
    while (at < end) {
        if (IS_BASE64_OR_ESCAPE[bytes[at] ?? 0] === 0) {
            at += kernels_LONG_RUN;
            continue;
        }
        const first = at - kernels_LONG_RUN + 1;
        let back = at - 1;
        while (back >= first && IS_BASE64_OR_ESCAPE[bytes[back] ?? 0] !== 0)
            back--;
        if (back < first) {
            back = at + 1;
            while (back < end && IS_BASE64_OR_ESCAPE[bytes[back] ?? 0] !== 0)
                back++;
            if (visitLongRun(bytes, first, back, visit))
                return true;
        }
        at = back + kernels_LONG_RUN;
    }
    return false;
}
/** Runs of at least 17 upper-case letters, digits and underscores, in the same way. */
function upperRuns(bytes, visit) {
    const end = bytes.length;
    let at = UPPER_RUN - 1;
    while (at < end) {
        if (IS_UPPER_NAME[bytes[at] ?? 0] === 0) {
            at += UPPER_RUN;
            continue;
        }
        const first = at - UPPER_RUN + 1;
        let back = at - 1;
        while (back >= first && IS_UPPER_NAME[bytes[back] ?? 0] !== 0)
            back--;
        if (back < first) {
            back = at + 1;
            while (back < end && IS_UPPER_NAME[bytes[back] ?? 0] !== 0)
                back++;
            if (visitUpperRun(bytes, first, back, visit))
                return true;
        }
        at = back + UPPER_RUN;
    }
    return false;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/view.js

/** How the deepest values are reached: a Helm release is base64 twice around gzip, a form in a query is escaped twice. */
const MOST_ENCODINGS = 3;
const MOST_ESCAPES = 3;
/** A whole document. */
function documentView(bytes, layers) {
    return {
        bytes,
        place: (start, end) => ({ start, end }),
        layers,
        cutBefore: false,
        cutAfter: false,
        preface: 0,
        encodings: MOST_ENCODINGS,
        escapes: MOST_ESCAPES,
        joins: true,
    };
}
/** A file of this size can hold one value and nothing else. */
const SINGLE_VALUE = 64;
/** A file that holds one value says what it is by its own name, as mounted secrets do. */
function namedView(bytes, layers, path) {
    const view = documentView(bytes, layers);
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    // An archive or wide text is known by how it begins, so nothing may stand in front of it.
    if (bytes.length > SINGLE_VALUE || name === '' || archiveKind(bytes) !== undefined || bytes.includes(0))
        return view;
    const before = Buffer.from(`${name.replace(/\.\w+$/, '')}: `);
    return {
        ...view,
        bytes: Buffer.concat([before, bytes]),
        place: (start, end) => ({ start: start - before.length, end: end - before.length }),
        preface: before.length,
    };
}
/** Follows two places, the inner first. */
function through(inner, outer) {
    return (start, end) => {
        const between = inner(start, end);
        return outer(between.start, between.end);
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/layers.js





/** The same text with its escapes resolved, or undefined when it has none. */
function resolvedView(view, text) {
    const resolved = view.escapes > 0 ? resolveEscapes(text) : undefined;
    if (resolved === undefined)
        return undefined;
    const { starts, ends, layer } = resolved;
    return {
        ...view,
        bytes: Buffer.from(resolved.text, 'latin1'),
        place: through((from, to) => ({ start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }), view.place),
        layers: [...view.layers, layer],
        escapes: view.escapes - 1,
    };
}
/** The same text with its literals, its lists, its lines, its dumped bytes put together: each that it has. */
function joinedViews(view, text) {
    if (!view.joins)
        return [];
    const joined = [joinLiterals(text), joinLists(text), joinLines(text)].filter(one => one !== undefined);
    const views = joined.map(one => joinedView(view, one, 'concatenation'));
    const dump = readHexDump(text);
    return dump === undefined ? views : [...views, joinedView(view, dump, 'hex dump')];
}
function joinedView(view, { text, starts }, layer) {
    return {
        ...view,
        bytes: Buffer.from(text, 'latin1'),
        place: through((from, to) => ({ start: starts[from] ?? 0, end: (starts[to - 1] ?? 0) + 1 }), view.place),
        layers: [...view.layers, layer],
        joins: false,
    };
}
/** A stretch of UTF-16 or UTF-32, one byte for each character. */
function wideView(view, layout, start, end) {
    const { kind, width } = layout;
    return {
        ...view,
        bytes: narrow(view.bytes.subarray(start, end), layout),
        place: (from, to) => view.place(start + from * width, start + to * width),
        layers: [...view.layers, kind],
        preface: 0,
        encodings: view.encodings - 1,
    };
}
/** A short value keeps the words before it: they say what it is. */
const SHORT = 256;
const PREFACE = 100;
/** What an encoded stretch decodes to. */
function decodedView(view, decoded, layers) {
    // Words before UTF-16 would shift it.
    const isPlain = decoded.bytes.length < SHORT && !decoded.bytes.includes(0);
    const before = isPlain ? prefaceOf(view.bytes, decoded.start) : EMPTY;
    return {
        ...view,
        bytes: Buffer.concat([before, decoded.bytes]),
        place: through((from, to) => decoded.place(Math.max(0, from - before.length), Math.max(0, to - before.length)), view.place),
        layers,
        cutBefore: false,
        cutAfter: false,
        preface: before.length,
        encodings: view.encodings - 1,
    };
}
const EMPTY = Buffer.alloc(0);
/** The same line before the value, without what only says that it is encoded. */
function prefaceOf(bytes, at) {
    const before = bytes.toString('latin1', Math.max(0, at - PREFACE), at);
    const line = before.replace(/^[\s\S]*[\r\n](?=[^\r\n])/, '');
    return Buffer.from(`${line.replace(/(?:;?base64,|!!binary|Basic)\s*$/i, '')} `, 'latin1');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/regions.js
/** Text around a candidate that is read with it: names, the other half of a pair. */
const MARGIN = 4096;
/** Regions are read in slices of this size, which overlap so that nothing is cut in every one of them. */
const regions_SLICE = 256 * 1024;
const regions_OVERLAP = 2 * MARGIN;
/** Places to be read, each with its surroundings, merged where they touch. */
class Regions {
    #length;
    #regions = [];
    constructor(length) {
        this.#length = length;
    }
    add(start, end) {
        const from = Math.max(0, start - MARGIN);
        const to = Math.min(this.#length, end + MARGIN);
        const last = this.#regions.at(-1);
        if (last !== undefined && from >= last.start && from <= last.end)
            last.end = Math.max(last.end, to);
        else
            this.#regions.push({ start: from, end: to });
    }
    /** Disjoint, in order, none longer than a slice. */
    *slices() {
        for (const region of merged(this.#regions)) {
            for (let start = region.start;; start += regions_SLICE - regions_OVERLAP) {
                const end = Math.min(region.end, start + regions_SLICE);
                yield { start, end };
                if (end === region.end)
                    break;
            }
        }
    }
}
function merged(regions) {
    const sorted = [...regions].sort((one, other) => one.start - other.start);
    const result = [];
    for (const { start, end } of sorted) {
        const last = result.at(-1);
        if (last !== undefined && start <= last.end)
            last.end = Math.max(last.end, end);
        else
            result.push({ start, end });
    }
    return result;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/pairing.js
const FARTHEST_BYTES = 4096;
const FARTHEST_LINES = 20;
/**
 * Pairs each identifier with the nearest secret, in either order, each value once. A documentation key belongs only to
 * a documentation secret, so that a real key beside an example is not lost.
 *
 * @param linesBetween counts the line ends between two places of the document
 */
function pairsOf(finds, linesBetween) {
    const secrets = [...finds.secrets.values()].sort((one, other) => one.start - other.start);
    const links = [];
    for (const identifier of finds.identifiers.values()) {
        if (identifier.presigned)
            continue;
        for (const secret of nearby(secrets, identifier)) {
            if (!belong(identifier, secret))
                continue;
            const [first, last] = identifier.start < secret.start ? [identifier.end, secret.start] : [secret.end, identifier.start];
            const lines = linesBetween(first, last);
            if (lines > FARTHEST_LINES && !(isOfCodes(identifier) && isOfCodes(secret)))
                continue;
            links.push({ identifier, secret, cost: costOf(identifier, secret, lines, last - first) });
        }
    }
    const pairs = cheapest(links);
    const [real, harmless] = [pairs.filter(isReal), pairs.filter(pair => !isReal(pair))];
    return [...inOrder(real), ...inOrder(harmless)];
}
/** Bytes written as numbers may stand one on each line. */
function isOfCodes({ layers }) {
    return layers.includes('codes');
}
function isReal({ identifier }) {
    return identifier.harmless === undefined;
}
function belong(identifier, secret) {
    if (secret.context === 'denied')
        return false;
    if (identifier.wordlike && secret.context === 'none')
        return false;
    return (identifier.harmless === undefined) === (secret.harmless === undefined);
}
/** Formats put the identifier first more often than last. */
function costOf(identifier, secret, lines, bytes) {
    const unnamed = secret.context === 'none' ? 600 : 0;
    const reversed = secret.start < identifier.start ? 40 : 0;
    return unnamed + reversed + lines * 80 + bytes;
}
function cheapest(links) {
    const used = new Set();
    const pairs = [];
    for (const link of links.sort((one, other) => one.cost - other.cost)) {
        if (used.has(link.identifier) || used.has(link.secret))
            continue;
        used.add(link.identifier).add(link.secret);
        pairs.push({ identifier: link.identifier, secret: link.secret });
    }
    return pairs;
}
/**
 * Identifiers that are listed first and their secrets after them belong together in the order of the lists, where the
 * nearest secret would be the wrong one: `A=id1 B=id2 A=secret1 B=secret2`.
 */
function inOrder(pairs) {
    const sorted = [...pairs].sort((one, other) => startOf(one) - startOf(other));
    const result = [];
    let group = [];
    let end = -1;
    for (const pair of sorted) {
        if (startOf(pair) >= end) {
            result.push(...reordered(group));
            group = [];
        }
        group.push(pair);
        end = Math.max(end, pair.identifier.end, pair.secret.end);
    }
    return [...result, ...reordered(group)];
}
function reordered(group) {
    const secrets = group.map(pair => pair.secret).sort((one, other) => one.start - other.start);
    const identifiers = group.map(pair => pair.identifier).sort((one, other) => one.start - other.start);
    const lastIdentifier = identifiers.at(-1)?.start ?? 0;
    const firstSecret = secrets[0]?.start ?? 0;
    if (group.length < 2 || lastIdentifier > firstSecret)
        return group;
    return identifiers.flatMap((identifier, at) => {
        const secret = secrets[at];
        return secret === undefined ? [] : [{ identifier, secret }];
    });
}
function startOf({ identifier, secret }) {
    return Math.min(identifier.start, secret.start);
}
/** At most so many on either side: a file of nothing but keys stays linear. */
const NEIGHBOURS = 24;
function* nearby(sorted, to) {
    const middle = firstFrom(sorted, to.start);
    for (let at = middle; at < Math.min(sorted.length, middle + NEIGHBOURS); at++) {
        const value = sorted[at];
        if (value === undefined || value.start - to.end > FARTHEST_BYTES)
            break;
        yield value;
    }
    for (let at = middle - 1; at >= Math.max(0, middle - NEIGHBOURS); at--) {
        const value = sorted[at];
        if (value === undefined || to.start - value.end > FARTHEST_BYTES)
            break;
        yield value;
    }
}
function firstFrom(sorted, start) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle]?.start ?? 0) < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** @returns for each pair or identifier the nearest session token, each token once */
function nearestToken(tokens, to, used) {
    let best;
    let bestDistance = FARTHEST_BYTES + 1;
    for (const token of nearby(tokens, to)) {
        if (used.has(token))
            continue;
        const distance = token.start >= to.end ? token.start - to.end : to.start - token.end;
        if (distance < bestDistance) {
            best = token;
            bestDistance = distance;
        }
    }
    return best;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/ranges.js
/** Stretches are found by the buckets that they touch. */
const BUCKET = 256;
/** A set of stretches that answers in constant time whether one overlaps it. */
class Ranges {
    #buckets = new Map();
    add(range) {
        for (const bucket of bucketsOf(range)) {
            const ranges = this.#buckets.get(bucket);
            if (ranges === undefined)
                this.#buckets.set(bucket, [range]);
            else
                ranges.push(range);
        }
    }
    overlaps(range) {
        for (const bucket of bucketsOf(range)) {
            const ranges = this.#buckets.get(bucket) ?? [];
            if (ranges.some(other => other.start < range.end && range.start < other.end))
                return true;
        }
        return false;
    }
}
function* bucketsOf({ start, end }) {
    for (let bucket = Math.floor(start / BUCKET); bucket * BUCKET < end; bucket++)
        yield bucket;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/verdicts.js


/** Puts the values of one document together and says how bad each is. */
function verdictsOn(finds, linesBetween, outer) {
    dropWithinTokens(finds);
    const pairs = pairsOf(finds, linesBetween);
    const tokens = withoutPartsOfOthers(finds);
    const sessionTokens = tokens
        .filter(token => token.rule === 'session-token')
        .sort((one, other) => one.start - other.start);
    const used = new Set();
    const paired = new Ranges();
    const detections = [];
    for (const pair of pairs) {
        const token = isTemporary(pair.identifier) ? nearestToken(sessionTokens, pair.secret, used) : undefined;
        used.add(pair.identifier).add(pair.secret);
        paired.add(pair.identifier);
        paired.add(pair.secret);
        if (token !== undefined)
            used.add(token);
        detections.push(verdictOnPair(pair, token, outer));
    }
    for (const identifier of finds.identifiers.values()) {
        if (used.has(identifier) || paired.overlaps(identifier) || isInvented(identifier))
            continue;
        detections.push(verdictOnIdentifier(identifier, outer));
    }
    for (const secret of finds.secrets.values()) {
        // What overlaps a pair is the same characters read in another way.
        const verdict = paired.overlaps(secret) ? undefined : verdictOnSecret(secret, outer);
        if (verdict !== undefined)
            detections.push(verdict);
    }
    for (const token of tokens) {
        if (!used.has(token))
            detections.push(verdictOnToken(token, outer));
    }
    return detections;
}
/** A short-term Bedrock key is a presigned URL in base64: the session in it is not told apart. */
function dropWithinTokens({ tokens, identifiers }) {
    const urls = new Ranges();
    for (const token of tokens.values())
        if (token.rule === 'bedrock-short-term-api-key')
            urls.add(token);
    for (const [key, identifier] of identifiers)
        if (urls.overlaps(identifier))
            identifiers.delete(key);
    for (const [key, token] of tokens) {
        if (token.rule === 'session-token' && urls.overlaps(token))
            tokens.delete(key);
    }
}
/**
 * A value of odd length is none when it is a piece of something whole: the first literal of a concatenation, or the
 * encoded form of a key. Of two tokens that overlap, the one reached through fewer layers stays.
 */
function withoutPartsOfOthers({ identifiers, secrets, tokens }) {
    const whole = new Ranges();
    for (const value of [...identifiers.values(), ...secrets.values()])
        whole.add(value);
    const taken = new Ranges();
    const kept = [];
    for (const token of [...tokens.values()].sort(byCertainty)) {
        if (taken.overlaps(token) || (IS_ONLY_LENGTH[token.rule] && whole.overlaps(token)))
            continue;
        kept.push(token);
        taken.add(token);
    }
    return kept;
}
/** Known by name and length alone: a part of something else, or more than it, can look the same. */
const IS_ONLY_LENGTH = {
    'session-token': false,
    'bedrock-api-key': false,
    'bedrock-short-term-api-key': false,
    'ses-smtp-credentials': true,
    'mws-auth-token': false,
    'odd-credential': true,
};
function byCertainty(one, other) {
    const odd = Number(one.rule === 'odd-credential') - Number(other.rule === 'odd-credential');
    return odd === 0 ? one.layers.length - other.layers.length : odd;
}
/** Words, or nothing that AWS issues and nobody calls a key; and no known example. */
function isInvented({ valid, plausible, wordlike, harmless }) {
    return harmless === undefined && (wordlike || (!valid && !plausible));
}
function isTemporary(identifier) {
    return identifier.text.startsWith('ASIA');
}
function verdictOnPair({ identifier, secret }, token, outer) {
    const harmless = identifier.harmless;
    return {
        rule: isTemporary(identifier) ? 'temporary-credentials' : 'access-key-pair',
        severity: harmless === undefined ? 'error' : 'notice',
        accessKeyId: outer(identifier),
        secretAccessKey: outer(secret),
        ...(token === undefined ? {} : { sessionToken: outer(token) }),
        layers: longer(identifier.layers, secret.layers),
        ...verdicts_accountOf(identifier),
        ...(harmless === undefined ? {} : { reason: harmless }),
    };
}
function verdictOnIdentifier(identifier, outer) {
    const common = {
        accessKeyId: outer(identifier),
        layers: identifier.layers,
        ...verdicts_accountOf(identifier),
    };
    if (identifier.harmless !== undefined) {
        return { ...common, rule: ruleOf(identifier), severity: 'notice', reason: identifier.harmless };
    }
    if (identifier.presigned) {
        return { ...common, rule: 'presigned-url', severity: 'notice', reason: 'presigned URL' };
    }
    if (!identifier.valid) {
        const reason = 'not an identifier that AWS issues';
        return { ...common, rule: ruleOf(identifier), severity: 'warning', reason };
    }
    if (identifier.text.startsWith('AKIA'))
        return { ...common, rule: 'access-key-id', severity: 'error' };
    return { ...common, rule: 'temporary-access-key-id', severity: 'warning' };
}
function ruleOf(identifier) {
    return identifier.text.startsWith('AKIA') ? 'access-key-id' : 'temporary-access-key-id';
}
function verdicts_accountOf(identifier) {
    return identifier.account === undefined ? {} : { account: identifier.account };
}
/** A secret alone counts only where words say that it is one. */
function verdictOnSecret(secret, outer) {
    if (secret.context !== 'named' && secret.context !== 'hinted')
        return undefined;
    const common = {
        rule: 'secret-access-key',
        secretAccessKey: outer(secret),
        layers: secret.layers,
    };
    if (secret.harmless !== undefined)
        return { ...common, severity: 'notice', reason: secret.harmless };
    return { ...common, severity: 'error' };
}
const SEVERITY_OF_TOKEN = {
    'session-token': 'warning',
    'bedrock-api-key': 'error',
    'bedrock-short-term-api-key': 'error',
    'ses-smtp-credentials': 'error',
    'mws-auth-token': 'warning',
    'odd-credential': 'warning',
};
function verdictOnToken(token, outer) {
    const carried = token.rule === 'session-token' ? { sessionToken: outer(token) } : { value: outer(token) };
    const common = { rule: token.rule, ...carried, layers: token.layers };
    if (token.harmless !== undefined)
        return { ...common, severity: 'notice', reason: token.harmless };
    return { ...common, severity: SEVERITY_OF_TOKEN[token.rule] };
}
function longer(one, other) {
    return other.length > one.length ? other : one;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/reading.js












/** Archives within archives are opened to this depth. */
const MOST_ARCHIVES = 4;
/** Reads a whole content, through all its layers. */
function readContent(content, path, budget) {
    const detections = [];
    const outer = ({ text, start, end }) => ({ text, start, end });
    readDocument(content, path, [], outer, 0, budget, detections);
    return detections;
}
function readDocument(bytes, path, layers, outer, depth, budget, detections) {
    const reading = { bytes, layers, outer, depth, budget, detections, finds: noFinds() };
    if (hasCandidates(bytes, 0, bytes.length))
        readView(namedView(bytes, layers, path), reading);
    for (const found of verdictsOn(reading.finds, (start, end) => lineEnds(bytes, start, end), outer)) {
        detections.push(found);
    }
}
/** Stage A finds what is worth reading, and each kind of candidate is read in its own way. */
function readView(view, reading) {
    const regions = new Regions(view.bytes.length);
    const decoded = new Progress();
    findCandidates(view.bytes, (kind, start, end) => {
        if (isFull(reading))
            return true;
        switch (kind) {
            case 'text':
                regions.add(start, end);
                return false;
            case 'archive':
                return readArchive(view, reading);
            case 'base64':
            case 'hex':
                if (start < view.preface || decoded.covers(start))
                    return false;
                decoded.end = readEncoded(view, kind, start, end, reading);
                if (continuesInLiteral(view.bytes, decoded.end))
                    regions.add(start, decoded.end);
                return false;
            case 'codes':
                if (start >= view.preface)
                    readCodes(view, start, end, reading);
                return false;
            default:
                readWide(view, kind, start, end, reading);
                return false;
        }
    });
    for (const region of regions.slices())
        if (!isFull(reading))
            readRegion(view, region, reading);
}
/** How far encoded runs were decoded: wrapped lines are taken with the first of them, and then met again. */
class Progress {
    end = 0;
    #last = 0;
    covers(start) {
        // Each kernel goes from start to end: a step back is the next kernel's first.
        if (start < this.#last)
            this.end = 0;
        this.#last = start;
        return start < this.end;
    }
}
/** Nobody reads more findings than this in one document; a content made of keys only ends here. */
const MOST_FINDS = 5000;
function isFull({ finds, budget, layers }) {
    if (finds.identifiers.size + finds.secrets.size + finds.tokens.size < MOST_FINDS)
        return false;
    budget.leaveOut(layers, `more than ${MOST_FINDS} values: what follows them is not read`);
    return true;
}
/** Behind a quote or an escape the rest of wrapped data may follow in the next literal. */
function continuesInLiteral(bytes, at) {
    return /^["'`\\%]/.test(bytes.toString('latin1', at, at + 1));
}
function readRegion(view, { start, end }, reading) {
    const text = view.bytes.toString('latin1', start, end);
    const slice = {
        ...view,
        place: (from, to) => view.place(start + from, start + to),
        cutBefore: start > 0 || view.cutBefore,
        cutAfter: end < view.bytes.length || view.cutAfter,
        preface: Math.max(0, view.preface - start),
    };
    readText(text, reading.finds, slice.place, view.layers, inside(slice, text.length));
    const resolved = resolvedView(slice, text);
    if (resolved !== undefined)
        readView(resolved, reading);
    for (const joined of joinedViews(slice, text))
        readView(joined, reading);
}
/** Whether a value is whole, and not of the preface. */
function inside(view, length) {
    return (start, end) => start >= view.preface && (start > 0 || !view.cutBefore) && (end < length || !view.cutAfter);
}
function readWide(view, kind, start, end, reading) {
    const layout = WIDE_LAYOUTS.find(one => one.kind === kind);
    if (layout !== undefined && view.encodings > 0)
        readView(wideView(view, layout, start, end), reading);
}
/** @returns one past the last byte that was decoded */
function readEncoded(view, kind, start, end, reading) {
    if (view.encodings === 0)
        return end;
    const decoded = kind === 'hex' ? decodeHex(view.bytes, start, end) : decodeBase64(view.bytes, start, end);
    const layers = [...view.layers, kind];
    if (!reading.budget.take(decoded.bytes.length))
        reading.budget.leaveOut(layers, 'over the size budget');
    else if (archiveKind(decoded.bytes) === undefined)
        readView(decodedView(view, decoded, layers), reading);
    else
        readPart(decoded.bytes, '', layers, view.place(decoded.start, decoded.end), reading);
    return decoded.end;
}
/** Bytes as numbers decode to a third of their length at most, so no budget is needed. */
function readCodes(view, start, end, reading) {
    const decoded = view.encodings > 0 ? decodeCodes(view.bytes, start, end) : undefined;
    if (decoded !== undefined)
        readView(decodedView(view, decoded, [...view.layers, 'codes']), reading);
}
/** @returns true when the archive could be opened: then its packed bytes need not be read, but a program before it */
function readArchive(view, reading) {
    const kind = archiveKind(view.bytes);
    if (kind !== undefined)
        return readEntries(view, kind, reading);
    // Not once more in each reading of the program's text.
    if (view.layers === reading.layers && endsWithZip(view.bytes))
        readEntries(view, 'zip', reading);
    return false;
}
function readEntries(view, kind, reading) {
    if (reading.depth >= MOST_ARCHIVES) {
        reading.budget.leaveOut(view.layers, `${kind}: nested too deep`);
        return false;
    }
    let opened = false;
    for (const entry of unpack(view.bytes, kind, view.layers, reading.budget)) {
        opened = true;
        readPart(entry.bytes, entry.layer, [...view.layers, entry.layer], view.place(entry.start, entry.end), reading);
    }
    return opened;
}
const SMALL = 1024 * 1024;
const RATIO = 200;
const LARGEST_STREAM = 64 * 1024 * 1024;
function* unpack(bytes, kind, layers, budget) {
    const entries = entriesOf(bytes, kind, {
        limit: packed => Math.min(budget.bytes, LARGEST_STREAM, Math.max(SMALL, packed * RATIO)),
        leaveOut: reason => budget.leaveOut(layers, reason),
    });
    for (const entry of entries) {
        if (kind === 'tar' || budget.take(entry.bytes.length))
            yield entry;
        else
            budget.leaveOut([...layers, entry.layer], 'over the size budget');
    }
}
/** Reads something that was unpacked: all of it is carried by the same bytes. */
function readPart(bytes, path, layers, carried, reading) {
    const outer = ({ text }) => reading.outer({ text, ...carried });
    readDocument(bytes, path, layers, outer, reading.depth + 1, reading.budget, reading.detections);
}
const LINE_FEED = 0x0a;
function lineEnds(bytes, start, end) {
    let count = 0;
    for (let at = start; at < end; at++)
        if (bytes[at] === LINE_FEED)
            count++;
    return count;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/detect.js


const DEFAULT_BUDGET = 128 * 1024 * 1024;
/**
 * Finds the AWS credentials in one content, through encodings and archives. Takes time linear in the size, memory
 * within the budget, and never throws, whatever the bytes.
 *
 * @param content a file, a blob, a message
 * @returns detections in the order of their places, and what could not be read
 */
function detect(content, options = {}) {
    const budget = new Budget(options.budget ?? DEFAULT_BUDGET);
    const detections = readContent(content, options.path ?? '', budget);
    return {
        detections: detections.sort((one, other) => detect_startOf(one) - detect_startOf(other)),
        unread: budget.unread,
    };
}
function detect_startOf({ accessKeyId, secretAccessKey, sessionToken, value }) {
    const starts = [accessKeyId, secretAccessKey, sessionToken, value].map(found => found?.start);
    return Math.min(...starts.filter(start => start !== undefined));
}
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/position.js
/**
 * Lines and columns of byte offsets, all in one pass. Lines end with LF, CR LF or CR. UTF-16 is recognised by its byte
 * order mark, or by the NULs of its Latin characters.
 *
 * @param offsets in any order; one past the last byte is allowed, beyond counts as that
 * @returns positions in the order of the offsets
 */
function positionsOf(content, offsets) {
    const encoding = encodingOf(content);
    const order = offsets.map((_, at) => at).sort((one, other) => (offsets[one] ?? 0) - (offsets[other] ?? 0));
    const positions = offsets.map(() => ({ line: 1, column: 1 }));
    const lines = new LineStarts(content, encoding);
    let counted = { line: 0, offset: 0, columns: 0 };
    for (const at of order) {
        const offset = Math.min(Math.max(offsets[at] ?? 0, 0), content.length);
        const { line, start } = lines.before(offset);
        // On one line each is counted from the one before: thousands of values in a line of megabytes stay one pass.
        const isBehind = line === counted.line && counted.offset >= start;
        const from = isBehind ? counted : { offset: start, columns: 0 };
        counted = {
            line,
            offset,
            columns: from.columns + columnsBetween(content, from.offset, offset, encoding),
        };
        positions[at] = { line, column: 1 + counted.columns };
    }
    return positions;
}
/** Walks forward through the line ends. */
class LineStarts {
    #content;
    #encoding;
    #line = 1;
    #start = 0;
    #at = 0;
    constructor(content, encoding) {
        this.#content = content;
        this.#encoding = encoding;
        this.#start = byteOrderMark(content);
        this.#at = this.#start;
    }
    before(offset) {
        const width = this.#encoding === 'utf-8' ? 1 : 2;
        for (; this.#at + width <= offset; this.#at += width) {
            const unit = this.#unitAt(this.#at);
            const ends = unit === 0x0a || (unit === 0x0d && this.#unitAt(this.#at + width) !== 0x0a);
            if (!ends)
                continue;
            this.#line++;
            this.#start = this.#at + width;
        }
        return { line: this.#line, start: Math.min(this.#start, offset) };
    }
    #unitAt(at) {
        const first = this.#content[at] ?? 0;
        if (this.#encoding === 'utf-8')
            return first;
        const second = this.#content[at + 1] ?? 0;
        return this.#encoding === 'utf-16le' ? first | (second << 8) : (first << 8) | second;
    }
}
function columnsBetween(content, start, end, encoding) {
    if (encoding !== 'utf-8')
        return (end - start) >> 1;
    let columns = 0;
    for (let at = start; at < end; at++) {
        const byte = content[at] ?? 0;
        // Continuation bytes belong to the character before; characters of four bytes are two code units.
        if (byte >= 0xf0)
            columns += 2;
        else if (byte < 0x80 || byte >= 0xc0)
            columns++;
    }
    return columns;
}
function byteOrderMark(content) {
    if (content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf)
        return 3;
    return (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff) ? 2 : 0;
}
const position_SAMPLE = 4096;
/** At least three NULs in ten bytes on one side and hardly any on the other. */
function encodingOf(content) {
    if (content[0] === 0xff && content[1] === 0xfe)
        return 'utf-16le';
    if (content[0] === 0xfe && content[1] === 0xff)
        return 'utf-16be';
    const size = Math.min(content.length, position_SAMPLE);
    const nulls = [0, 0];
    for (let at = 0; at < size; at++)
        if (content[at] === 0)
            nulls[at & 1] = (nulls[at & 1] ?? 0) + 1;
    const [even = 0, odd = 0] = nulls;
    if (odd > size * 0.3 && even < size * 0.05)
        return 'utf-16le';
    return even > size * 0.3 && odd < size * 0.05 ? 'utf-16be' : 'utf-8';
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/content.js

/**
 * How contents of any size pass through bounded memory: whole where they are small, else as windows that overlap by
 * more than any key is long, so that a key on a border is whole in one of them.
 */
const WINDOW = 8 * 2 ** 20;
const content_OVERLAP = 256 * 2 ** 10;
/** Contents up to here are held whole. */
const content_WHOLE = 16 * 2 ** 20;
/** Archives can only be opened whole; one that is larger is said, not opened. */
const LARGEST_ARCHIVE = 64 * 2 ** 20;
const ENTIRE = { offset: 0, lines: 0, lineStart: 0, more: false };
/** The window that begins at `next`, a position in the bytes [start, end) of the window given. */
function follow(window, bytes, start, next) {
    let { lines, lineStart } = window;
    for (let at = bytes.indexOf(10, start); at !== -1 && at < next; at = bytes.indexOf(10, at + 1)) {
        lines += 1;
        lineStart = window.offset + (at + 1 - start);
    }
    return { offset: window.offset + (next - start), lines, lineStart, more: true };
}
/** True when the content that begins at `start` is an archive or compressed. */
function isArchive(bytes, start, end) {
    return archiveKind(bytes.subarray(start, end)) !== undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/make-finding.js




/**
 * Makes findings of what detection found in a content.
 *
 * @param content the bytes that were given to detection: the whole content or one window of it
 * @param window where they stand in the whole
 */
function makeFindings(content, detections, place, window = ENTIRE) {
    if (detections.length === 0)
        return [];
    const extents = extentsOf(content, window, detections);
    return detections.flatMap((detection, index) => {
        const values = make_finding_valuesOf(detection);
        if (values.length === 0)
            return [];
        const secrets = [...new Set(values.map(({ text }) => text))];
        const inline = inlineOf(content, values);
        const { accessKeyId, account, reason } = detection;
        return [
            {
                rule: detection.rule,
                severity: detection.severity,
                place: { ...place, ...extents[index] },
                fingerprint: fingerprint(secrets, place.path),
                redacted: redacted(detection),
                secrets,
                layers: detection.layers,
                ...(accessKeyId && { accessKeyId: accessKeyId.text }),
                ...(account !== undefined && { account }),
                ...(reason !== undefined && { reason }),
                ...(inline && { inline }),
            },
        ];
    });
}
/** Where the first value of each detection begins and ends, counted in the whole content. */
function extentsOf(content, window, detections) {
    const offsets = detections.flatMap(detection => {
        const [first] = make_finding_valuesOf(detection);
        return [first?.start ?? 0, first?.end ?? 0];
    });
    // In the line that a window begins in, what is before the window is counted in bytes.
    const positions = positionsOf(content, offsets).map(({ line, column }) => ({
        line: line + window.lines,
        column: line === 1 ? column + window.offset - window.lineStart : column,
    }));
    return detections.map((_, index) => {
        const start = positions[2 * index];
        const end = positions[2 * index + 1];
        return { ...start, ...(end && { endLine: end.line, endColumn: end.column }) };
    });
}
/** All values of a detection, the one that it is known by first. */
function make_finding_valuesOf({ accessKeyId, secretAccessKey, value, sessionToken }) {
    return [accessKeyId, secretAccessKey, value, sessionToken].filter(found => found !== undefined);
}
/** The first 40 hex characters of SHA-256 over the values and the path, each ended by a zero byte. */
function fingerprint(values, path = '') {
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    for (const part of [...values, path])
        hash.update(part).update('\0');
    return hash.digest('hex').slice(0, 40);
}
/** What may be shown: the ends of an identifier (it is a name); of a secret nothing but its length. */
function redacted({ rule, accessKeyId, ...others }) {
    if (accessKeyId !== undefined)
        return redactedId(accessKeyId.text);
    const found = others.secretAccessKey ?? others.value ?? others.sessionToken;
    return `${NOUNS[rule] ?? 'secret'} of ${found?.text.length ?? 0} characters`;
}
function redactedId(id) {
    return `${id.slice(0, 4)}…${id.slice(-4)}`;
}
const NOUNS = {
    'session-token': 'session token',
    'temporary-credentials': 'session token',
    'bedrock-api-key': 'API key',
    'bedrock-short-term-api-key': 'API key',
    'ses-smtp-credentials': 'password',
    'mws-auth-token': 'token',
    'odd-credential': 'value',
};
const make_finding_LF = 10;
/** The comment that allows one of the values: ours goes before a peer's. */
function inlineOf(content, values) {
    const found = values
        .map(({ start }) => inlineAllowance(...lineAndPrevious(content, start)))
        .filter(allowance => allowance !== undefined);
    return found.find(({ kind }) => kind === 'own') ?? found[0];
}
/** More than inline comments are looked for in; a line is cut here. */
const make_finding_LONGEST_LINE = 20_000;
function lineAndPrevious(content, offset) {
    const start = content.lastIndexOf(make_finding_LF, offset - 1) + 1;
    const stop = content.indexOf(make_finding_LF, offset);
    const before = start < 2 ? 0 : content.lastIndexOf(make_finding_LF, start - 2) + 1;
    const text = (from, to) => content
        .toString('utf8', from, Math.min(to, from + make_finding_LONGEST_LINE))
        .replaceAll('\0', '')
        .replace(/\r$/, '');
    return [
        text(start, stop === -1 ? content.length : stop),
        start === 0 ? '' : text(before, Math.max(before, start - 1)),
    ];
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/unread.js

/** Reasons that several sources give. */
const TOO_LARGE = 'an archive of more than 64 MB, which is not opened';
const MISSING = 'its content is not in this clone (partial clone): fetch it, or clone without --filter';
const SUBMODULE = 'a submodule, a repository of its own';
/** How many items with the same reason are listed one by one. */
const LISTED = 10;
/** How many reasons are told apart. */
const REASONS = 100;
/** Collects what was not read. Items with the same reason beyond the first ten become one line with their number. */
class UnreadList {
    #reasons = new Map();
    /**
     * @param what untrusted text, e.g. a path
     * @param why may hold untrusted text too: git's words, names in archives
     * @param incomplete true when the scan cannot vouch for the repository without it
     */
    add(what, why, incomplete) {
        const text = printable_printable(why, 300);
        const kind = this.#reasons.has(text) || this.#reasons.size < REASONS ? text : 'for other reasons';
        const reason = this.#reasons.get(kind) ?? { incomplete, items: [], count: 0 };
        this.#reasons.set(kind, reason);
        reason.count += 1;
        reason.incomplete ||= incomplete;
        if (reason.items.length < LISTED)
            reason.items.push(printable_printable(what, 300));
    }
    list() {
        return [...this.#reasons].flatMap(([why, { incomplete, items, count }]) => {
            const listed = items.map(what => ({ what, why, incomplete }));
            const more = count - items.length;
            return more === 0 ? listed : [...listed, { what: `and ${more} more`, why, incomplete }];
        });
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/inspection.js






/** A Git LFS pointer: what is checked out, or committed, in place of the content. */
const LFS = Buffer.from('version https://git-lfs.github.com/spec/v1\n');
const COMPACT_FROM = 10_000;
/** One scan in progress: what was looked at, and what was found. */
class Inspection {
    found = [];
    unread = new UnreadList();
    notes = [];
    files = 0;
    objects = 0;
    bytes = 0;
    /** Findings beyond the number that is kept. */
    dropped = 0;
    #compactAt = COMPACT_FROM;
    /**
     * Looks for keys in the bytes [start, end), where they are: nothing is copied.
     */
    keys(bytes, start, end, window, place) {
        if (end - start < 1024 &&
            end - start > LFS.length &&
            bytes.compare(LFS, 0, LFS.length, start, start + LFS.length) === 0)
            this.unread.add(place.path ?? place.blob ?? place.kind, 'kept by Git LFS: only its pointer is here', false);
        if (!hasCandidates(bytes, start, end))
            return;
        const content = bytes.subarray(start, end);
        const { detections, unread } = detect(content, place.path === undefined ? {} : { path: place.path });
        this.add(makeFindings(content, detections.filter(whole(window, content.length)), place, window));
        for (const why of unread)
            this.unread.add(place.path ?? place.blob ?? place.kind, why, false);
    }
    /** Keeps findings; when many have come together, repetitions are dropped, so that their number stays bounded. */
    add(findings) {
        for (const finding of findings)
            this.found.push(finding);
        if (this.found.length < this.#compactAt)
            return;
        const unique = uniqueFindings(this.found);
        this.dropped += unique.dropped;
        this.found.length = 0;
        for (const finding of unique.findings)
            this.found.push(finding);
        this.#compactAt = 2 * this.found.length + COMPACT_FROM;
    }
}
/** So close to the edge of a window, what is cut may look like something else; the window beside it has it whole. */
const EDGE = content_OVERLAP / 8;
/** Tells detections that the window beside this one sees with more around it from those that are seen here. */
function whole({ offset, more }, length) {
    const first = offset === 0 ? 0 : EDGE;
    const last = more ? length - EDGE : length;
    return detection => {
        const values = make_finding_valuesOf(detection);
        return values.some(({ end }) => end > first) && values.some(({ start }) => start < last);
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/attribution.js


/**
 * Places findings in blobs that the tree of `head` still holds at their path in that tree, where they can be
 * annotated and mended; the others keep the commit that introduced them.
 */
async function placeInTree(store, head, findings) {
    const blobs = new Set(findings.filter(({ place }) => place.kind === 'commit').map(({ place }) => place.blob));
    const paths = blobs.size === 0 ? new Map() : await pathsInTree(store, head, blobs);
    return findings.flatMap(finding => {
        const { place } = finding;
        const found = place.kind === 'commit' && place.blob !== undefined ? paths.get(place.blob) : undefined;
        if (found === undefined)
            return [finding];
        return found.map(path => ({
            ...finding,
            place: { ...place, kind: 'file', path },
            fingerprint: path === place.path ? finding.fingerprint : movedFingerprint(finding, path),
        }));
    });
}
function movedFingerprint({ secrets, fingerprint: before }, path) {
    return fingerprint(secrets.length > 0 ? secrets : [before], path);
}
/** Where the tree of a commit holds the given blobs. */
async function pathsInTree(store, commit, blobs) {
    const listing = list(store.place, ['ls-tree', '-r', '-z', '--full-tree', commit], NUL);
    const paths = new Map();
    for await (const lines of listing.items)
        for (const line of lines) {
            const tab = line.indexOf(9);
            const id = line.toString('latin1', line.lastIndexOf(0x20, tab) + 1, tab);
            if (blobs.has(id))
                paths.set(id, [...(paths.get(id) ?? []), line.toString('utf8', tab + 1)]);
        }
    await listing.ended;
    return paths;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/jenkins.js
/**
 * How a pipeline asks Jenkins for a stored AWS key (plugins aws-credentials, pipeline-aws, credentials-binding). A
 * pipeline is a program: it is read line by line, and what it computes is not followed.
 */
const jenkins_FORMS = [
    ['AmazonWebServicesCredentialsBinding', /\$class\s*:\s*["']AmazonWebServicesCredentialsBinding["']/],
    ['aws(credentialsId: …)', /\baws\s*\((?=[^)]*\bcredentialsId\b)[^)]*\)/],
    ['withAWS(credentials: …)', /\bwithAWS\s*\((?=[^)]*\bcredentials\s*:)[^)]*/],
    ['AWS_ACCESS_KEY_ID = credentials(…)', /\bAWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)\s*=\s*credentials\s*\(/],
    ['AWS_CREDENTIALS = credentials(…)', /\bAWS\w*\s*=\s*credentials\s*\(\s*["'][^"']*aws[^"']*["']/i],
    [
        'credentials bound to AWS_ACCESS_KEY_ID',
        /\b(?:string|usernamePassword)\s*\([^)]*(?:[vV]ariable)\s*:\s*["']AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)["']/,
    ],
    [
        'aws configure set aws_access_key_id',
        /\baws\s+configure\s+(?:--profile\s+\S+\s+)?set\s+\S*aws_access_key_id\s+\S*\$/,
    ],
];
/** Lines that belong together: the identifier and the secret of one key are bound in neighbouring lines. */
const NEAR = 4;
function jenkinsHandOvers(text) {
    const found = [];
    let last = Number.NEGATIVE_INFINITY;
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
        const code = line.length > 2000 ? '' : line.replace(/^\s*(?:\/\/|\*|\/\*).*/, '');
        const form = jenkins_FORMS.find(([, pattern]) => pattern.test(code));
        if (form === undefined || index - last < NEAR)
            continue;
        last = index;
        const [name, pattern] = form;
        const match = pattern.exec(code);
        const start = match?.index ?? 0;
        const end = start + (match?.[0].trimEnd().length ?? code.length);
        const number = index + 1;
        found.push({
            name,
            reference: '',
            where: code.trim(),
            region: /\bregion\s*:\s*["']([\w-]+)["']/.exec(code)?.[1] ?? '',
            range: { line: number, column: start + 1, endLine: number, endColumn: end + 1 },
        });
    }
    return found;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/replacement.js
/** How this action is named in workflows. */
const ACTION = 'org/aws-temp-creds@v1';
/** What to write instead of a stored key, ready to paste, per system. */
function replacementFor(system, regionText) {
    const region = /^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/.test(regionText) ? regionText : 'eu-west-1';
    return REPLACEMENTS[system].replaceAll('REGION', region);
}
const ROLE = 'arn:aws:iam::111111111111:role/github-deploy';
const REPLACEMENTS = {
    github: `permissions:
  contents: read
  id-token: write
steps:
  - uses: ${ACTION}
    with:
      role-to-assume: ${ROLE}
      aws-region: REGION`,
    gitlab: `id_tokens:
  AWS_ID_TOKEN:
    aud: https://gitlab.com
variables:
  AWS_ROLE_ARN: ${ROLE}
  AWS_WEB_IDENTITY_TOKEN_FILE: /tmp/aws-id-token
  AWS_REGION: REGION
before_script:
  - (umask 077; printf '%s' "$AWS_ID_TOKEN" > /tmp/aws-id-token)`,
    circleci: `- aws-cli/setup:
    role_arn: ${ROLE}
    region: REGION`,
    buildkite: `plugins:
  - aws-assume-role-with-web-identity#v1.4.0:
      role-arn: ${ROLE}`,
    jenkins: `// on an agent with an instance profile (or EKS pod identity), no stored key:
withAWS(role: 'github-deploy', roleAccount: '111111111111', region: 'REGION') {
  …
}`,
    travis: `# Travis CI gives its jobs no OIDC token: deploy from a system that does, e.g. a GitHub workflow with
# permissions: { contents: read, id-token: write } and
- uses: ${ACTION}
  with:
    role-to-assume: ${ROLE}
    aws-region: REGION`,
    azure: `# an AWS service connection with "Use OIDC" switched on:
- task: AWSShellScript@1
  inputs:
    awsCredentials: aws-oidc
    regionName: REGION`,
    bitbucket: `oidc: true
script:
  - export AWS_ROLE_ARN=${ROLE}
  - export AWS_WEB_IDENTITY_TOKEN_FILE=$(pwd)/aws-id-token
  - (umask 077; printf '%s' "$BITBUCKET_STEP_OIDC_TOKEN" > aws-id-token)`,
    drone: `# no stored key: run the step on an agent with an instance profile or pod identity, and let the SDK assume
environment:
  AWS_ROLE_ARN: ${ROLE}`,
    appveyor: `# AppVeyor gives its jobs no OIDC token: deploy from a system that does, e.g. a GitHub workflow with
# permissions: { contents: read, id-token: write } and
- uses: ${ACTION}
  with:
    role-to-assume: ${ROLE}
    aws-region: REGION`,
};
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/systems.js
/**
 * Which files belong to which system, by path from the repository's root. Workflows count where they run (in the
 * root folder), files that others include (composite actions, GitLab and Azure templates) wherever they lie.
 */
const FILES = [
    ['github', /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/],
    ['github', /(?:^|\/)action\.ya?ml$/],
    ['gitlab', /(?:^|\/)(?:[^/]*\.)?\.?gitlab-ci\.ya?ml$/],
    ['gitlab', /(?:^|\/)\.gitlab(?:-ci)?\/.+\.ya?ml$/],
    ['circleci', /(?:^|\/)\.circleci\/.+\.ya?ml$/],
    ['buildkite', /(?:^|\/)\.buildkite\/.+\.ya?ml$/],
    ['buildkite', /^buildkite\.ya?ml$/],
    ['jenkins', /(?:^|\/)(?:Jenkinsfile(?:[.-][^/]*)?|[^/]+\.[Jj]enkinsfile)$/],
    ['travis', /(?:^|\/)\.travis\.ya?ml$/],
    ['azure', /(?:^|\/)\.?azure-pipelines?[^/]*\.ya?ml$/],
    ['azure', /(?:^|\/)(?:\.azure-pipelines|\.azuredevops|\.pipelines)\/.+\.ya?ml$/],
    ['bitbucket', /(?:^|\/)bitbucket-pipelines\.ya?ml$/],
    ['drone', /(?:^|\/)\.(?:drone|woodpecker)\.ya?ml$/],
    ['drone', /(?:^|\/)\.woodpecker\/.+\.ya?ml$/],
    ['appveyor', /(?:^|\/)\.?appveyor\.ya?ml$/],
];
/** @param path from the repository's root, with `/` */
function ciSystemOf(path) {
    return FILES.find(([, pattern]) => pattern.test(path))?.[0];
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/hand-over.js
/**
 * Names under which jobs are given AWS keys: `AWS_ACCESS_KEY_ID`, `PROD_AWS_SECRET_ACCESS_KEY`, `aws-access-key-id`,
 * `TF_VAR_aws_access_key`, `AWS_KEY_ID`, …
 */
const AWS_KEY_NAME = /(?:^|[-_])aws[-_]?(?:(?:iam[-_]|access[-_]?)?key(?:[-_]?id)?|access[-_]?id|secret(?:[-_]?access)?(?:[-_]?key)?)(?![-_](?:name|arn|pair|path|file|manager|prefix|region|version|alias|rotation|age)s?(?:[-_]|$))(?:[-_]|$)/i;
/** Names that say key but not whose: they count where the place or the reference says AWS. */
const hand_over_KEY_NAME = /^(?:s3[-_])?(?:access[-_]?key(?:[-_]?id)?|secret[-_]?(?:access[-_]?)?key)$/i;
const SECRET_PART = /secret/i;
const hand_over_SESSION_TOKEN = /session[-_]?token|security[-_]?token/i;
/** Stores that speak S3's protocol with keys of their own, which no AWS role can replace. */
const OTHER_STORE = /(?:^|[-_.$])(?:r2|minio|b2|backblaze|spaces|digitalocean|wasabi|cloudflare|scaleway|scw|linode|akamai|hetzner|tigris|ceph|gcs|gcp|oss|alibaba|oci|oracle|ovh|exoscale|vultr|storj|idrive|supabase|yandex|yc|selectel|localstack|moto)(?:[-_]|$)/i;
function isAwsKeyName(name) {
    return AWS_KEY_NAME.test(name) && !OTHER_STORE.test(name) && !hand_over_SESSION_TOKEN.test(name);
}
function isKeyName(name) {
    return hand_over_KEY_NAME.test(name);
}
function isSecretPart(name) {
    return SECRET_PART.test(name);
}
function isSessionToken(name) {
    return hand_over_SESSION_TOKEN.test(name);
}
function isOtherStore(name) {
    return OTHER_STORE.test(name);
}
/** True for the address of a store that is not AWS's: what is beside it is no AWS key. */
function isOtherEndpoint(name, value) {
    return /endpoint/i.test(name) && value !== '' && !/amazonaws\.com/.test(value);
}
const STORED_EXPRESSION = /\b(secrets|vars|inputs|parameters)(?:\.([\w-]+)|\[\s*'([^']{1,100})'\s*\])/g;
/** What a value of a CI file refers to; nothing where it is a plain text (`test`, `minioadmin`) or empty. */
function referencesIn(value, system) {
    return system === 'github' ? expressions(value) : variables(value);
}
/** `${{ secrets.X }}`, `${{ inputs.x }}`; a comparison (`secrets.X != ''`) hands nothing over. */
function expressions(value) {
    const found = [];
    for (const [, body = ''] of value.matchAll(/\$\{\{((?:[^}]|\}(?!\})){0,1000})\}\}/g)) {
        if (/[=!]=/.test(body))
            continue;
        const stored = [...body.matchAll(STORED_EXPRESSION)];
        for (const [, context = '', dotted, quoted] of stored)
            found.push({ stored: true, name: `${context}.${dotted ?? quoted ?? ''}` });
        if (stored.length === 0)
            found.push({ stored: false, name: body.trim() });
    }
    return found;
}
/** `$X`, `${X}`, `$(X)` (Azure), `${{ variables.X }}`, `$[variables.X]`; not the output of a command. */
function variables(value) {
    const found = [];
    const forms = /\$\$?\{?\{?\s*(?:variables\.|parameters\.|env\.)?([A-Za-z_]\w{0,99})|\$\(([A-Za-z_][\w.]{0,99})\)/g;
    for (const [, plain, azure] of value.matchAll(forms)) {
        const name = plain ?? azure;
        if (name !== undefined)
            found.push({ stored: true, name: `$${name}` });
    }
    return found;
}
/** `aws configure set aws_access_key_id X`, `export AWS_ACCESS_KEY_ID=X`, a line of a credentials file. */
const hand_over_ASSIGNMENT = /(aws[ \t]+configure[ \t]+(?:--profile[ \t=]+\S+[ \t]+)?set[ \t]+["']?(?:[\w.-]+\.)?)?\b((?:\w+_)?aws_access_key_id(?:_\w+)?)["']?[ \t]*[=: \t][ \t]*\\?["']?(\$(?:\{\{[^}\n]{0,200}\}\}|\{\w{1,100}\}|\(\w{1,100}\)|\w{1,100}))/gi;
/**
 * Scripts that hand a stored key on. A variable that is passed on under its own name is judged where it is set; with
 * a session token beside it the key is a temporary one.
 */
function scriptHandOver(text, system) {
    if (hand_over_SESSION_TOKEN.test(text))
        return undefined;
    for (const match of text.matchAll(hand_over_ASSIGNMENT)) {
        const [whole, configure, name = '', value = ''] = match;
        const [reference] = value.startsWith('${{') ? referencesIn(value, system) : variables(value);
        if (reference === undefined || !reference.stored || isOtherStore(reference.name))
            continue;
        const samename = reference.name.toLowerCase() === `$${name.toLowerCase()}`;
        if (samename && configure === undefined)
            continue;
        return { start: match.index, end: match.index + whole.length, reference };
    }
    return undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/yaml-maps.js
/** All mappings, each once, whatever aliases point at it. */
function mapsOf(root) {
    const found = [];
    const seen = new Set();
    const walk = (value, where) => {
        if (value === undefined || value.kind === 'text' || seen.has(value))
            return;
        seen.add(value);
        if (value.kind === 'list')
            for (const item of value.items)
                walk(item, where);
        else {
            const own = nameOf(value);
            const here = own === '' ? where : `${where}[${own}]`;
            found.push({ map: value, where: here });
            for (const pair of value.pairs)
                walk(pair.value, `${here}.${pair.key}`);
        }
    };
    walk(root, '');
    return found;
}
function nameOf(map) {
    return yaml_maps_textAt(map, 'id') || yaml_maps_textAt(map, 'name') || yaml_maps_textAt(map, 'uses');
}
/** The text of an entry; '' when there is none, or it is no text. */
function yaml_maps_textAt(map, key) {
    const value = map.pairs.find(pair => pair.key === key)?.value;
    return value?.kind === 'text' ? value.text : '';
}
/** The entries of a mapping with those that `<<:` merges into it. */
function withMerged(map) {
    const merged = map.pairs.filter(({ key, value }) => key === '<<' && value !== undefined);
    return [
        ...map.pairs,
        ...merged.flatMap(({ value }) => {
            const sources = value?.kind === 'list' ? value.items : [value];
            return sources.flatMap(source => (source?.kind === 'map' ? source.pairs : []));
        }),
    ];
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/yaml-hand-over.js


/** Keys of a mapping whose texts decide or describe and hand nothing on. */
const SAYING = new Set(['if', 'name', 'description', 'when', 'rules', 'condition', 'run-name', 'label']);
/** Providers of Travis deployments that act on AWS; their keys are called `access_key_id` only. */
const TRAVIS_AWS = /^(?:s3|lambda|elasticbeanstalk|codedeploy|opsworks|cloudformation|ecr|aws)$/;
/** Every place of a CI file, in its order, where a stored AWS key is handed to jobs. */
function yamlHandOvers(documents, system) {
    const maps = documents.flatMap(document => mapsOf(document));
    const defined = definitions(maps, system);
    return maps.flatMap(({ map, where }) => {
        const inMap = mapHandOver(map, system, where);
        const inScripts = map.pairs
            .filter(({ key }) => !SAYING.has(key) && !isAwsKeyName(key))
            .flatMap(pair => [...pairHandOvers(pair, system, where, defined)]);
        return inMap === undefined ? inScripts : [inMap, ...inScripts];
    });
}
/** A mapping hands one key over, however many of its entries take part: it is shown at the identifier. */
function mapHandOver(map, system, where) {
    const pairs = withMerged(map);
    if (yaml_hand_over_isTemporary(pairs) || pairs.some(isOtherStorePair))
        return undefined;
    const region = pairs.find(({ key }) => /region/i.test(key))?.value;
    const handed = map.pairs
        .map(pair => ({ pair, reference: storedIn(pair, map, system) }))
        .filter(({ reference }) => reference !== undefined);
    const first = handed.find(({ pair }) => !isSecretPart(pair.key)) ?? handed[0];
    if (first?.reference === undefined)
        return undefined;
    const { pair, reference } = first;
    return {
        name: pair.key,
        reference,
        where,
        region: region?.kind === 'text' ? region.text : '',
        range: pair.keyRange,
    };
}
function yaml_hand_over_isTemporary(pairs) {
    return pairs.some(({ key, value }) => isSessionToken(key) && value !== undefined && !(value.kind === 'text' && value.text === ''));
}
function isOtherStorePair({ key, value }) {
    return value?.kind === 'text' && isOtherEndpoint(key, value.text);
}
/** What stored secret an entry hands over as an AWS key, by name; undefined when it does not. */
function storedIn(pair, map, system) {
    if (SAYING.has(pair.key))
        return undefined;
    const named = isAwsKeyName(pair.key);
    if (!named && !isKeyName(pair.key)) {
        return pair.key.startsWith('aws-cli/setup') ? circleSetup(pair.value) : nameValue(pair, map, system);
    }
    const reference = referenceOf(pair.value, system);
    if (reference === undefined || isOtherStore(reference.name))
        return undefined;
    const aws = named ||
        isAwsKeyName(reference.name.replace(/^\W+|^\w+\./, '')) ||
        TRAVIS_AWS.test(yaml_maps_textAt(map, 'provider'));
    if (!aws || !reference.stored)
        return undefined;
    // CircleCI's orbs take the name of a variable; with a role beside it, it only starts the exchange.
    return system === 'circleci' && map.pairs.some(({ key }) => /^role[-_]arn$/.test(key))
        ? undefined
        : reference.name;
}
function referenceOf(value, system) {
    if (value?.kind === 'text') {
        const [reference] = referencesIn(value.text, system);
        if (reference !== undefined)
            return reference;
        return system === 'circleci' && /^[A-Z][A-Z0-9_]*$/.test(value.text)
            ? { stored: true, name: `$${value.text}` }
            : undefined;
    }
    if (value?.kind !== 'map')
        return undefined;
    // `{ from_secret: x }` (Drone, Woodpecker), `{ secure: … }` (Travis, AppVeyor), `{ vault: … }` (GitLab).
    const kept = value.pairs.find(({ key }) => ['from_secret', 'secure', 'vault'].includes(key));
    if (kept?.value === undefined)
        return undefined;
    const name = kept.key === 'from_secret' && kept.value.kind === 'text' ? kept.value.text : `(${kept.key})`;
    return { stored: true, name };
}
/** `- aws-cli/setup:` without a role signs in with the key that the project or a context holds. */
function circleSetup(value) {
    if (value?.kind !== 'map')
        return undefined;
    return value.pairs.some(({ key }) => /^role[-_]arn$/.test(key) || isAwsKeyName(key)) ? undefined : '';
}
/** `{ name: AWS_ACCESS_KEY_ID, value: $(x) }` (Azure). */
function nameValue(pair, map, system) {
    if (pair.key !== 'value' || !isAwsKeyName(yaml_maps_textAt(map, 'name')))
        return undefined;
    const reference = referenceOf(pair.value, system);
    return reference?.stored === true && !isOtherStore(reference.name) ? reference.name : undefined;
}
/** For each variable that a mapping sets: whether a stored secret goes into it. */
function definitions(maps, system) {
    const defined = new Map();
    for (const { map } of maps) {
        for (const { key, value } of map.pairs) {
            if (value?.kind !== 'text' || !/^\w{1,100}$/.test(key))
                continue;
            const [reference] = referencesIn(value.text, system);
            if (reference !== undefined)
                defined.set(key, reference.stored);
        }
    }
    return defined;
}
/** Hand-overs in the texts of an entry: scripts, arguments, lists of names or assignments. */
function* pairHandOvers({ key, value }, system, where, defined) {
    const texts = value?.kind === 'list' ? value.items : [value];
    // A list is one script: the session token may stand in another of its lines.
    if (texts.some(text => text?.kind === 'text' && isSessionToken(text.text)))
        return;
    for (const text of texts) {
        if (text?.kind !== 'text')
            continue;
        const found = scriptIn(text, system, defined) ??
            expressionIn(text, system) ??
            nameInList(key, text, value?.kind === 'list');
        if (found !== undefined)
            yield { ...found, where: `${where}.${key}`, region: '' };
        if (found !== undefined)
            return;
    }
}
function scriptIn(text, system, defined) {
    const found = scriptHandOver(text.text, system);
    if (found === undefined)
        return undefined;
    const variable = found.reference.name.startsWith('$') ? found.reference.name.slice(1) : undefined;
    // A variable that the file sets is judged by what is put into it, under its own name where that says AWS.
    if (variable !== undefined && defined.has(variable) && isAwsKeyName(variable))
        return undefined;
    const stored = variable === undefined || (defined.get(variable) ?? system !== 'github');
    if (!stored)
        return undefined;
    return {
        name: 'aws_access_key_id',
        reference: found.reference.name,
        range: text.range(found.start, found.end),
    };
}
/** `${{ secrets.AWS_ACCESS_KEY_ID }}` in any other text, e.g. an argument or a build argument. */
function expressionIn(text, system) {
    if (system !== 'github')
        return undefined;
    const reference = referencesIn(text.text, system).find(({ stored, name }) => stored && isAwsKeyName(name.replace(/^\w+\./, '')) && !isOtherStore(name));
    if (reference === undefined)
        return undefined;
    const at = text.text.indexOf(reference.name);
    const start = Math.max(at, 0);
    return { name: reference.name, reference: '', range: text.range(start, start + reference.name.length) };
}
/** `secrets: [AWS_ACCESS_KEY_ID]` (Buildkite, Woodpecker), and CircleCI's `- aws-cli/setup`. */
function nameInList(key, text, inList) {
    const named = /^secrets?$/.test(key) && isAwsKeyName(text.text);
    const setup = key === 'steps' && text.text === 'aws-cli/setup';
    if (!inList || !(named || setup))
        return undefined;
    return { name: text.text, reference: '', range: text.range(0, text.text.length) };
}
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(8815);
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/yaml-source.js

/** Files of people are a few kilobytes; what is larger is data. */
const yaml_source_LARGEST = 256 * 1024;
const DEEPEST = 100;
/**
 * Reads YAML, several documents included, without executing anything of it: aliases stand for the one node that they
 * name and are not expanded, so that a bomb of aliases costs nothing; every value is a text, as it is written.
 */
function readYaml(text) {
    if (text.length > yaml_source_LARGEST)
        return { documents: [], fault: `larger than ${yaml_source_LARGEST / 1024} KiB` };
    const lines = new dist/* LineCounter */.HN();
    try {
        const parsed = (0,dist/* parseAllDocuments */.hR)(text, {
            lineCounter: lines,
            schema: 'failsafe',
            uniqueKeys: false,
            logLevel: 'silent',
        });
        const documents = Array.isArray(parsed) ? parsed : [];
        const faults = documents
            .flatMap(({ errors }) => errors)
            .map(({ code, linePos }) => `not sound YAML: ${code} in line ${linePos?.[0].line ?? 1}`);
        const values = documents.map(({ contents }) => reader(text, lines, faults)(contents, 0));
        return { documents: values.filter(value => value !== undefined), fault: faults[0] };
    }
    catch {
        return { documents: [], fault: 'not readable as YAML' };
    }
}
function reader(text, lines, faults) {
    const anchors = new Map();
    const range = (start, end) => sourceRange(lines, start, end);
    function read(node, depth) {
        if (depth > DEEPEST) {
            faults.push(`nested deeper than ${DEEPEST} levels`);
            return undefined;
        }
        if ((0,dist/* isAlias */.Vj)(node))
            return anchors.get(node.source);
        const value = content(node, depth);
        const anchor = anchorOf(node);
        if (value !== undefined && anchor !== undefined)
            anchors.set(anchor, value);
        return value;
    }
    function content(node, depth) {
        if ((0,dist/* isMap */.jh)(node))
            return { kind: 'map', pairs: node.items.flatMap(item => pair(item, depth)) };
        if ((0,dist/* isSeq */.oP)(node)) {
            const items = node.items.map(item => read(item, depth + 1));
            return { kind: 'list', items: items.filter(item => item !== undefined) };
        }
        return (0,dist/* isScalar */.jn)(node) ? scalar(node) : undefined;
    }
    function scalar(node) {
        const [start, end] = node.range ?? [0, 0, 0];
        const value = String(node.value ?? '');
        const at = text.slice(start, end).indexOf(value);
        return {
            kind: 'text',
            text: value,
            // A text that stands in the file as it is has its parts where they are; else the whole is shown.
            range: (from, to) => at >= 0 ? range(start + at + from, start + at + to) : locate(node, value.slice(from, to)),
        };
    }
    /** Block scalars lose their indentation: the part is looked for line by line. */
    function locate(node, part) {
        const [start, end] = node.range ?? [0, 0, 0];
        const line = part.split('\n', 1)[0] ?? '';
        const at = line === '' ? -1 : text.slice(start, end).indexOf(line);
        return at < 0 ? range(start, end) : range(start + at, start + at + line.length);
    }
    function pair({ key, value }, depth) {
        if (!(0,dist/* isScalar */.jn)(key))
            return [];
        const [start, end] = key.range ?? [0, 0, 0];
        return [{ key: String(key.value ?? ''), keyRange: range(start, end), value: read(value, depth + 1) }];
    }
    return read;
}
function anchorOf(node) {
    return (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) || (0,dist/* isScalar */.jn)(node) ? node.anchor : undefined;
}
function sourceRange(lines, start, end) {
    const from = lines.linePos(start);
    const to = lines.linePos(end);
    return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/check-ci-file.js







/** True for files that a CI system runs jobs from. @param path from the repository's root, with `/` */
function isCiFile(path) {
    return ciSystemOf(path) !== undefined;
}
/**
 * Finds where a CI file hands a long-lived AWS key to its jobs: one finding (`ci-static-key`) per mapping or script,
 * at the name of the key, with what to write instead. Keys that come with a session token, or from an earlier step,
 * are none. What cannot be parsed is said in `unread`; it does not make the scan incomplete, for the scan for values
 * reads the same bytes.
 *
 * @param path from the repository's root, with `/`
 * @param content of the file, in UTF-8
 */
function checkCiFile(path, content) {
    const system = ciSystemOf(path);
    const text = new TextDecoder('utf-8').decode(content);
    // No key is handed over without one of these words; nearly all files end here, unparsed.
    if (system === undefined || !/aws|amazon|access.?key/i.test(text))
        return { findings: [], unread: [] };
    if (system === 'jenkins')
        return { findings: toFindings(path, system, jenkinsHandOvers(text)), unread: [] };
    const { documents, fault } = readYaml(text);
    return {
        findings: toFindings(path, system, yamlHandOvers(documents, system)),
        unread: fault === undefined ? [] : [{ what: path, why: `CI file: ${fault}`, incomplete: false }],
    };
}
function toFindings(path, system, handOvers) {
    const seen = new Map();
    return handOvers.map(({ name, reference, where, region, range }) => {
        const shown = reference === '' ? name : `${name}: ${reference}`;
        // Steps may repeat each other word for word; each is a finding of its own.
        const again = seen.get(`${where}\n${shown}`) ?? 0;
        seen.set(`${where}\n${shown}`, again + 1);
        return {
            rule: 'ci-static-key',
            severity: 'warning',
            place: { kind: 'file', path, ...range },
            fingerprint: check_ci_file_fingerprint(['ci-static-key', where, shown, String(again), path]),
            redacted: printable_printable(shown, 120),
            secrets: [],
            layers: [],
            replacement: replacementFor(system, region),
        };
    });
}
function check_ci_file_fingerprint(parts) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(parts.join('\0')).digest('hex').slice(0, 40);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/inspect-file.js


/** Looks at a file whose path is known: for keys, and whether it hands static keys to the jobs of a CI system. */
function inspectFile(inspection, bytes, start, end, window, place) {
    inspection.keys(bytes, start, end, window, place);
    if (window !== ENTIRE || !isCiFile(place.path))
        return;
    const { findings, unread } = checkCiFile(place.path, bytes.subarray(start, end));
    inspection.add(findings.map(finding => ({ ...finding, place: { ...finding.place, ...place } })));
    for (const { what, why, incomplete } of unread)
        inspection.unread.add(what, why, incomplete);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/inspect-object.js


const inspect_object_LF = 10;
/** Looks for keys in one git object: a blob's content, a commit's or tag's message, the names in a tree. */
function inspectObject(inspection, { id, type }, bytes, start, end, window, origin = {}) {
    if (type === 'blob') {
        inspection.keys(bytes, start, end, window, { kind: 'commit', blob: id, ...origin });
        return;
    }
    const object = bytes.subarray(start, end);
    if (type !== 'tree') {
        if (hasCandidates(bytes, start, end))
            inspectMessage(inspection, object, id, type);
    }
    else if (hasCandidatesInNames(object))
        inspectNames(inspection, object, id, origin);
}
/**
 * The message, and of the header what people write (names, a tag's name, the tag that a merge took in); not the
 * signatures, which are base64 without any key in it.
 */
function inspectMessage(inspection, object, id, type) {
    const kind = type === 'commit' ? 'commit-message' : 'tag-message';
    const blank = object.indexOf('\n\n');
    const headerEnd = blank === -1 ? object.length : blank + 1;
    const place = { kind, commit: id };
    inspection.keys(object, Math.min(headerEnd + 1, object.length), object.length, ENTIRE, place);
    const header = writtenHeader(object.subarray(0, headerEnd));
    inspection.keys(header, 0, header.length, ENTIRE, place);
}
function writtenHeader(header) {
    const kept = [];
    let signature = false;
    for (let start = 0; start < header.length;) {
        const found = header.indexOf(inspect_object_LF, start);
        const stop = found === -1 ? header.length : found + 1;
        const line = header.subarray(start, stop);
        const continued = line[0] === 0x20;
        if (!continued)
            signature = /^gpgsig/.test(line.toString('latin1', 0, 6));
        if (!signature)
            kept.push(line);
        start = stop;
    }
    return Buffer.concat(kept);
}
/** A tree is `MODE SP NAME NUL ID` again and again, the ID in binary. */
function inspectNames(inspection, tree, id, { path, commit }) {
    const idLength = id.length / 2;
    for (let at = 0; at < tree.length;) {
        const space = tree.indexOf(0x20, at);
        const zero = tree.indexOf(0, at);
        if (space === -1 || zero === -1)
            return;
        const name = tree.subarray(space + 1, zero);
        inspection.keys(name, 0, name.length, ENTIRE, {
            kind: 'path-name',
            path: path ? `${path}/${name.toString()}` : name.toString(),
            ...(commit !== undefined && { commit }),
        });
        at = zero + 1 + idLength;
    }
}
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/object-reader.js

const FIRST_CAPACITY = 2 ** 20;
const LEAST_ROOM = 2 ** 16;
const object_reader_LF = 10;
/**
 * Takes the output of `git cat-file --batch` apart, in one buffer that is used again and again. An object up to
 * WHOLE bytes (an archive: LARGEST_ARCHIVE) is shown in one piece, a larger one in windows.
 */
class ObjectReader {
    #visitor;
    #bytes = Buffer.allocUnsafeSlow(FIRST_CAPACITY);
    #begin = 0;
    #end = 0;
    /** The object whose bytes begin at `#begin`; undefined: a header is next. */
    #object;
    #window = ENTIRE;
    #mode = 'undecided';
    constructor(visitor) {
        this.#visitor = visitor;
    }
    /** Where the next bytes go: at least 64 KB, to be followed by `filled`. */
    room() {
        const needed = this.#needed();
        if (this.#begin + needed > this.#bytes.length || this.#bytes.length - this.#end < LEAST_ROOM)
            this.#makeRoom(Math.max(needed, this.#end - this.#begin + LEAST_ROOM));
        return { bytes: this.#bytes, start: this.#end, length: this.#bytes.length - this.#end };
    }
    filled(length) {
        this.#end += length;
        while (this.#step()) {
            // Each step takes one header, object or window away.
        }
    }
    push(chunk) {
        for (let at = 0; at < chunk.length;) {
            const { bytes, start, length } = this.room();
            const copied = chunk.copy(bytes, start, at, at + length);
            this.filled(copied);
            at += copied;
        }
    }
    /** True when nothing is half read: the output ended where an answer ends. */
    get complete() {
        return this.#object === undefined && this.#begin === this.#end;
    }
    /** How many bytes must be held from `#begin` on before a step can be taken. */
    #needed() {
        if (this.#object === undefined)
            return 0;
        if (this.#mode === 'whole')
            return this.#object.size + 1;
        return this.#mode === 'windows' ? WINDOW + 1 : 0;
    }
    #makeRoom(capacity) {
        const kept = this.#end - this.#begin;
        const slack = capacity + LEAST_ROOM;
        // A buffer that a large object needed is given back with the next one.
        const fits = slack <= this.#bytes.length && (this.#bytes.length <= 2 * content_WHOLE || slack > content_WHOLE);
        const next = fits ? this.#bytes : Buffer.allocUnsafeSlow(Math.max(FIRST_CAPACITY, slack));
        this.#bytes.copy(next, 0, this.#begin, this.#end);
        this.#bytes = next;
        this.#begin = 0;
        this.#end = kept;
    }
    #step() {
        const object = this.#object;
        if (object === undefined)
            return this.#header();
        if (this.#mode === 'undecided')
            this.#mode = this.#decide(object);
        if (this.#mode === 'whole')
            return this.#whole(object);
        return this.#mode === 'skip' ? this.#skip(object) : this.#nextWindow(object);
    }
    /** `ID TYPE SIZE`, `ID missing` or, for an abbreviation, `ID ambiguous`. */
    #header() {
        const stop = this.#bytes.indexOf(object_reader_LF, this.#begin);
        if (stop === -1 || stop >= this.#end)
            return false;
        const [id = '', type, size] = this.#bytes.toString('latin1', this.#begin, stop).split(' ');
        this.#begin = stop + 1;
        if (size === undefined)
            this.#visitor.missing(id);
        else {
            this.#object = { id, type: objectType(type), size: Number(size) };
            this.#mode = this.#object.size <= content_WHOLE ? 'whole' : 'undecided';
            this.#window = ENTIRE;
        }
        return true;
    }
    #decide(object) {
        if (this.#end - this.#begin < 512)
            return 'undecided';
        if (!isArchive(this.#bytes, this.#begin, this.#end))
            return 'windows';
        if (object.size <= LARGEST_ARCHIVE)
            return 'whole';
        this.#visitor.tooLarge(object);
        return 'skip';
    }
    #whole(object) {
        const stop = this.#begin + object.size;
        if (this.#end <= stop)
            return false;
        this.#visitor.content(object, this.#bytes, this.#begin, stop, ENTIRE);
        this.#finish(object, stop + 1);
        return true;
    }
    #nextWindow(object) {
        const remaining = object.size - this.#window.offset;
        if (remaining <= WINDOW) {
            const stop = this.#begin + remaining;
            if (this.#end <= stop)
                return false;
            this.#visitor.content(object, this.#bytes, this.#begin, stop, { ...this.#window, more: false });
            this.#finish(object, stop + 1);
            return true;
        }
        if (this.#mode === 'undecided' || this.#end - this.#begin < WINDOW)
            return false;
        const stop = this.#begin + WINDOW;
        this.#visitor.content(object, this.#bytes, this.#begin, stop, { ...this.#window, more: true });
        this.#window = follow(this.#window, this.#bytes, this.#begin, stop - content_OVERLAP);
        this.#begin = stop - content_OVERLAP;
        return true;
    }
    #skip(object) {
        const remaining = object.size + 1 - this.#window.offset;
        const taken = Math.min(remaining, this.#end - this.#begin);
        if (taken === 0)
            return false;
        this.#window = { ...this.#window, offset: this.#window.offset + taken };
        if (taken === remaining)
            this.#finish(object, this.#begin + taken);
        else
            this.#begin += taken;
        return true;
    }
    #finish(object, next) {
        this.#object = undefined;
        this.#begin = next;
        this.#visitor.done(object);
    }
}
function objectType(word) {
    return word === 'commit' || word === 'tag' || word === 'tree' ? word : 'blob';
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/objects.js



/**
 * Reads objects through one `git cat-file --batch`, whose answers come in the order of the names.
 *
 * @returns undefined when every name was answered, else how git ended
 */
async function readObjects(place, names, visitor) {
    const child = gitProcess(place, ['cat-file', '--batch', '--buffer'], 'pipe');
    const ended = ending(child);
    const reader = new ObjectReader(visitor);
    const failed = new Promise((_, reject) => {
        child.stdout?.on('data', (chunk) => {
            try {
                reader.push(chunk);
            }
            catch (error) {
                child.kill();
                reject(error);
            }
        });
    });
    const fed = feed(child.stdin, names).catch((error) => {
        child.kill();
        throw error;
    });
    const [, outcome] = await Promise.race([Promise.all([fed, ended]), failed]);
    return outcome.exitCode === 0 && reader.complete ? undefined : outcome;
}
/** Writes names as fast as git takes them; git's early end stops it without an error. */
async function feed(input, names) {
    if (input === null)
        return;
    const closed = new Promise(done => input.once('close', done));
    for await (const text of names) {
        if (!input.writable)
            break;
        if (!input.write(text))
            await Promise.race([(0,external_node_events_namespaceObject.once)(input, 'drain').catch(() => undefined), closed]);
    }
    input.end();
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/changes.js





/** The range as git reads it from its input. */
function rangeInput({ head, excluded }) {
    return [head, ...excluded.map(id => `^${id}`), ''].join('\n');
}
/**
 * Scans every object that a range brings: blobs, commits, tags, and names in trees. As objects, not as a diff, so
 * that merges, renames, attributes and encodings hide nothing. Each is placed at the commit that introduced it.
 */
async function scanRange(store, range, inspection, pace) {
    const waiting = [];
    let next = 0;
    const current = () => waiting[next];
    const finish = () => {
        next += 1;
        if (next < 4096)
            return;
        waiting.splice(0, next);
        next = 0;
    };
    const listing = listRange(store, range, inspection, pace);
    const failure = await readObjects(store.place, namesOf(listing, waiting), {
        content: (object, bytes, start, end, window) => {
            const { path, commit } = current() ?? {};
            if (object.type === 'blob' && path !== undefined) {
                const place = {
                    kind: 'commit',
                    blob: object.id,
                    path,
                    ...(commit !== undefined && { commit }),
                };
                inspectFile(inspection, bytes, start, end, window, place);
                return;
            }
            if (object.type === 'tree')
                noteSubmodules(inspection, bytes.subarray(start, end), path);
            inspectObject(inspection, object, bytes, start, end, window, current());
        },
        done: ({ size }) => {
            inspection.objects += 1;
            inspection.bytes += size;
            finish();
        },
        tooLarge: () => inspection.unread.add(current()?.path ?? '', TOO_LARGE, false),
        missing: id => {
            inspection.unread.add(current()?.path || id, MISSING, true);
            finish();
        },
    });
    if (failure !== undefined)
        inspection.unread.add('objects of the range', `git could not read them: ${failure.stderr.trim()}`, true);
}
const SUBMODULE_MODE = '160000 ';
/** A range of objects ends at a submodule: git does not even list it. */
function noteSubmodules(inspection, tree, folder = '') {
    for (let at = tree.indexOf(SUBMODULE_MODE); at !== -1; at = tree.indexOf(SUBMODULE_MODE, at + 1)) {
        const name = tree.toString('utf8', at + SUBMODULE_MODE.length, tree.indexOf(0, at));
        inspection.unread.add(folder === '' ? name : `${folder}/${name}`, SUBMODULE, false);
    }
}
async function* namesOf(listing, waiting) {
    for await (const listed of listing) {
        waiting.push(...listed);
        yield listed.map(({ id }) => `${id}\n`).join('');
    }
}
/** Oldest commit first, each followed by the objects that it is the first to have. */
async function* listRange(store, { head, excluded }, inspection, { signal }) {
    const args = ['rev-list', '--objects', '--in-commit-order', '--reverse', '--missing=print', '--stdin'];
    const listing = list(store.place, args, LF, rangeInput({ head, excluded }));
    let commit;
    for await (const lines of listing.items) {
        if (signal?.aborted)
            listing.stop();
        const listed = [];
        for (const line of lines) {
            const object = parseListedObject(line);
            if (object.path === undefined)
                commit = object.id;
            if (object.id.startsWith('?'))
                inspection.unread.add(`object ${object.id.slice(1)}`, MISSING, true);
            else
                listed.push({ ...object, ...(commit !== undefined && { commit }) });
        }
        if (listed.length > 0)
            yield listed;
    }
    const { exitCode, stderr } = await listing.ended;
    if (exitCode !== 0)
        inspection.unread.add('the range', `git could not list it: ${stderr.trim()}`, true);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/fifo.js




/** @returns undefined where there are no named pipes (Windows) or none can be made */
async function makeFifo({ git }, folder, name) {
    const program = process.platform === 'win32' ? undefined : findProgram('mkfifo', git.environment, folder);
    if (program === undefined)
        return undefined;
    const path = (0,external_node_path_namespaceObject.join)(folder, name);
    const made = await new Promise(done => {
        (0,external_node_child_process_namespaceObject.execFile)(program, ['-m', '600', path], { env: { ...git.environment } }, error => done(error === null));
    });
    if (!made)
        return undefined;
    // A reader must be there before an end can be opened for writing without waiting.
    const readEnd = (0,external_node_fs_namespaceObject.openSync)(path, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NONBLOCK);
    const writeEnd = (0,external_node_fs_namespaceObject.openSync)(path, external_node_fs_namespaceObject.constants.O_WRONLY);
    return {
        path,
        writeEnd,
        release: () => {
            (0,external_node_fs_namespaceObject.closeSync)(writeEnd);
            (0,external_node_fs_namespaceObject.closeSync)(readEnd);
        },
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/flagged-objects.js



/** Picks the few objects that hold something out of the many that do not. */
class FlaggedObjects {
    #inspection = new Inspection();
    #flagged = [];
    /** Whether the last blob is one that only its name can explain, and the name is not known yet. */
    #needsName = false;
    content(object, bytes, start, end, window) {
        inspectObject(this.#inspection, object, bytes, start, end, window);
        this.#needsName = object.type === 'blob' && end - start <= 100 && isBareSecret(bytes, start, end);
    }
    done({ id, size }) {
        const inspection = this.#inspection;
        inspection.objects += 1;
        inspection.bytes += size;
        if (inspection.found.length === 0 && !this.#needsName)
            return;
        inspection.found.length = 0;
        this.#flagged.push(id);
    }
    tooLarge({ id }) {
        this.#inspection.unread.add(`blob ${id}`, TOO_LARGE, false);
    }
    missing(id) {
        this.#inspection.unread.add(`object ${id}`, MISSING, true);
    }
    get progress() {
        const { objects, bytes } = this.#inspection;
        return { objects, bytes };
    }
    report() {
        return { flagged: this.#flagged, ...this.progress, unread: this.#inspection.unread.list() };
    }
}
/** A blob that is nothing but what a secret access key looks like (and what a hash in hex does not). */
function isBareSecret(bytes, start, end) {
    const value = bytes.toString('latin1', start, end).trim();
    return /^[A-Za-z0-9+/]{40}$/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value);
}
;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/object-threads.js



/**
 * Reads objects through one `git cat-file --batch` and one thread.
 *
 * @returns what was found, and why it is not all, if it is not
 */
async function readInThread(names, { place, fifo, file, signal, progress }) {
    const child = gitProcess(place, ['cat-file', '--batch', '--buffer'], ['pipe', fifo.writeEnd, 'pipe']);
    const ended = ending(child);
    const stop = () => child.kill();
    signal?.addEventListener('abort', stop);
    // The thread needs none of this process's options or variables.
    const worker = new external_node_worker_threads_namespaceObject.Worker(file, { workerData: fifo.path, execArgv: [], env: {} });
    let release = fifo.release;
    const open = () => {
        release?.();
        release = undefined;
    };
    try {
        const done = new Promise((resolve, reject) => {
            worker.on('message', (message) => {
                if (message.kind === 'opened')
                    open();
                else if (message.kind === 'progress')
                    progress(message.objects, message.bytes);
                else {
                    progress(message.report.objects, message.report.bytes);
                    resolve(message);
                }
            });
            worker.once('error', reject);
            worker.once('exit', () => reject(new Error('the reading thread ended early')));
        });
        const [{ report, complete }, { exitCode, stderr }] = await Promise.all([
            done,
            ended,
            feed(child.stdin, names),
        ]);
        return { report, failure: exitCode === 0 && complete ? undefined : stderr.trim() || 'git ended early' };
    }
    finally {
        signal?.removeEventListener('abort', stop);
        child.kill();
        open();
        await worker.terminate();
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/origins.js







/** Finds where objects belong. What no branch, tag, reflog or index reaches has no origin. */
async function originsOf(repository, store, ids) {
    const head = await resolveRevision(repository, 'HEAD');
    const inHead = head === undefined ? new Map() : await pathsInTree(store, head, new Set(ids));
    const wanted = new Set(ids.filter(id => !inHead.has(id)));
    return { inHead, introduced: await introducedBy(repository, wanted) };
}
/** Walks all commits, oldest first, until the objects wanted have been seen. */
async function introducedBy({ place }, wanted) {
    const found = new Map();
    if (wanted.size === 0)
        return found;
    const args = [
        // A wrong commit graph would lead to a wrong name, no more; a right one saves a second.
        ...['-c', 'core.commitGraph=true', 'rev-list', '--objects', '--in-commit-order', '--reverse'],
        ...['--missing=allow-any', '--all', '--reflog', '--indexed-objects'],
    ];
    const listing = list(place, args, LF);
    let commit;
    for await (const lines of listing.items) {
        for (const { id, path } of lines.map(parseListedObject)) {
            if (path === undefined)
                commit = id;
            if (wanted.delete(id) && path !== undefined)
                found.set(id, { path, ...(commit !== undefined && { commit }) });
        }
        if (wanted.size === 0)
            listing.stop();
    }
    await listing.ended;
    return found;
}
/** Scans the objects that hold something once more, now at the places where they belong. */
async function scanAgain(store, ids, { inHead, introduced }, inspection) {
    // Oldest first, so that of several places the first one that had it stands; then in an order of no chance.
    const dated = new Set(introduced.keys());
    const others = ids.filter(id => !dated.has(id)).sort();
    const names = [...dated, ...others].map(id => `${id}\n`);
    const failure = await readObjects(store.place, names, {
        content: (object, bytes, start, end, window) => {
            const paths = object.type === 'blob' ? (inHead.get(object.id) ?? []) : [];
            for (const path of paths)
                inspectFile(inspection, bytes, start, end, window, { kind: 'file', path, blob: object.id });
            if (paths.length === 0)
                inspectObject(inspection, object, bytes, start, end, window, introduced.get(object.id));
        },
        done: () => undefined,
        tooLarge: ({ id }) => inspection.unread.add(`blob ${id}`, TOO_LARGE, false),
        missing: id => inspection.unread.add(`object ${id}`, MISSING, true),
    });
    if (failure !== undefined)
        inspection.unread.add('objects', `git could not read them again: ${failure.stderr.trim()}`, true);
}
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/worker-file.js



/**
 * The file that the reading threads run. In a release each surface is one file in a folder of its own, with the
 * worker's folder beside it; before bundling the worker is where its source is.
 */
function workerFile() {
    const here = (0,external_node_path_namespaceObject.dirname)((0,external_node_url_namespaceObject.fileURLToPath)(import.meta.url));
    return [(0,external_node_path_namespaceObject.join)(here, '../scan-worker/index.js'), (0,external_node_path_namespaceObject.join)(here, '../../scan-worker.js')].find(file => (0,external_node_fs_namespaceObject.existsSync)(file));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/history.js











/** With fewer objects, starting threads takes longer than they save. */
const WORTH_THREADS = 5000;
/** More processes than this wait for each other's memory and disk. */
const MOST_THREADS = 2;
/**
 * Scans every object that git holds: blobs, messages of commits and tags, names in trees; also what no branch
 * reaches any more (stashes, reflogs, amended and dropped commits).
 *
 * @param scannedTips full names; what these reach was scanned before. The objects are then those that branches, tags,
 *   reflogs and the index reach and these do not.
 */
async function scanHistory(repository, store, inspection, pace, scannedTips = []) {
    const { lines, ended } = scannedTips.length > 0 ? newObjects(repository, scannedTips) : allObjects(store);
    const flagged = await readAll(store, present(lines, inspection), inspection, pace);
    const { exitCode, stderr } = await ended;
    if (exitCode !== 0 && !pace.signal?.aborted)
        inspection.unread.add('the history', `git could not list its objects: ${stderr.trim()}`, true);
    if (scannedTips.length === 0 && isPartial(repository))
        await countMissing(repository, inspection);
    if (flagged.length === 0)
        return;
    await scanAgain(store, flagged, await originsOf(repository, store, flagged), inspection);
}
/** In the order in which they are stored, which is the quickest to read in. */
function allObjects({ place }) {
    const args = ['--batch-all-objects', '--batch-check=%(objectname)', '--unordered', '--buffer'];
    return listLines(place, ['cat-file', ...args]);
}
function newObjects({ place }, tips) {
    const args = [
        ...['rev-list', '--objects', '--no-object-names', '--missing=print', '--ignore-missing'],
        ...['--all', '--reflog', '--indexed-objects', '--stdin'],
    ];
    return listLines(place, args, tips.map(tip => `^${tip}\n`).join(''));
}
/** Leaves out what is listed as missing (`?ID`), and says it. */
async function* present(lines, inspection) {
    for await (const text of lines) {
        if (!text.includes('?'))
            yield text;
        else {
            for (const [, id] of text.matchAll(/^\?(.+)$/gm))
                inspection.unread.add(`object ${id}`, MISSING, true);
            yield text.replace(/^\?.*\n/gm, '');
        }
    }
}
/** True for a clone that was made with a filter: its packs are marked. */
function isPartial({ commonDir }) {
    const packs = (0,external_node_path_namespaceObject.join)(commonDir, 'objects/pack');
    return (0,external_node_fs_namespaceObject.existsSync)(packs) && (0,external_node_fs_namespaceObject.readdirSync)(packs).some(name => name.endsWith('.promisor'));
}
/** Of objects that are not here, all that tells is what refers to them. */
async function countMissing(repository, inspection) {
    const { lines, ended } = newObjects(repository, []);
    for await (const text of present(lines, inspection))
        if (text === '')
            continue;
    const { exitCode, stderr } = await ended;
    if (exitCode !== 0)
        inspection.unread.add('the history', `git could not list what this partial clone lacks: ${stderr}`, true);
}
/** @returns the objects that hold something */
async function readAll(store, names, inspection, pace) {
    const { begun, rest } = await begin(names);
    const fifos = rest === undefined ? [] : await openFifos(store);
    const file = workerFile();
    if (rest === undefined || file === undefined || fifos.length === 0)
        return readHere(store, rest === undefined ? begun : shared(begun, rest), inspection);
    const queue = shared(begun, rest);
    const shares = fifos.map(() => ({ objects: 0, bytes: 0 }));
    const before = { objects: inspection.objects, bytes: inspection.bytes };
    const threads = fifos.map((fifo, index) => readInThread(queue, {
        place: store.place,
        fifo,
        file,
        signal: pace.signal,
        progress: (objects, bytes) => {
            shares[index] = { objects, bytes };
            pace.progress?.({
                files: inspection.files,
                objects: before.objects + shares.reduce((sum, share) => sum + share.objects, 0),
                bytes: before.bytes + shares.reduce((sum, share) => sum + share.bytes, 0),
            });
        },
    }));
    const results = await Promise.all(threads);
    return results.flatMap(({ report, failure }) => take(report, failure, inspection));
}
/** Reads the first names, to learn whether there are many. */
async function begin(names) {
    const begun = [];
    let length = 0;
    while (length < WORTH_THREADS * 41) {
        const { done, value } = await names.next();
        if (done === true)
            return { begun, rest: undefined };
        begun.push(value);
        length += value.length;
    }
    return { begun, rest: names };
}
/** One queue that several readers take from; each piece goes to one of them. */
function shared(begun, rest) {
    async function* all() {
        yield* begun;
        yield* rest;
    }
    const queue = all();
    return { [Symbol.asyncIterator]: () => ({ next: () => queue.next() }) };
}
async function openFifos(store) {
    const count = Math.min(MOST_THREADS, (0,external_node_os_namespaceObject.availableParallelism)());
    const names = Array.from({ length: count }, (_, index) => `pipe-${index}`);
    const fifos = await Promise.all(names.map(name => makeFifo(store.place, store.folder, name)));
    return fifos.filter(fifo => fifo !== undefined);
}
/** On this thread, from a stream: few objects, or a system without named pipes. */
async function readHere(store, names, inspection) {
    const objects = new FlaggedObjects();
    const failure = await readObjects(store.place, names, objects);
    return take(objects.report(), failure?.stderr, inspection);
}
function take({ flagged, objects, bytes, unread }, failure, inspection) {
    inspection.objects += objects;
    inspection.bytes += bytes;
    for (const { what, why, incomplete } of unread)
        inspection.unread.add(what, why, incomplete);
    if (failure !== undefined)
        inspection.unread.add('objects', `git could not read them: ${failure}`, true);
    return flagged;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/job-variables.js


/**
 * Long-lived keys that the job was given in its environment. Temporary credentials there are as it should be.
 *
 * @returns one finding per variable, at a place whose path is the variable's name
 */
function staticKeysIn(variables) {
    return Object.entries(variables).flatMap(([name, value = '']) => {
        if (!value.includes('AKIA'))
            return [];
        const content = Buffer.from(`${name}=${value}\n`);
        const { detections } = detect(content);
        const found = makeFindings(content, detections, { kind: 'environment', path: name });
        return found
            .filter(({ accessKeyId }) => accessKeyId?.startsWith('AKIA'))
            .map(({ place: { kind, path }, severity, ...finding }) => ({
            ...finding,
            rule: 'job-static-key',
            severity: severity === 'notice' ? severity : 'warning',
            place: { kind, ...(path !== undefined && { path }) },
        }));
    });
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/range.js



async function rangeState(store, { head, excluded }) {
    if (!(await hasCommits(store, [head, ...excluded])))
        return 'absent';
    const shallow = shallowCommits(store);
    if (shallow.size === 0)
        return 'whole';
    const input = rangeInput({ head, excluded });
    const listing = list(store.place, ['rev-list', '--boundary', '--stdin'], LF, input);
    let commits = 0;
    let borders = 0;
    let cut = false;
    for await (const lines of listing.items)
        for (const line of lines) {
            const name = line.toString('latin1');
            if (name.startsWith('-'))
                borders += 1;
            else {
                commits += 1;
                cut ||= shallow.has(name);
            }
        }
    if ((await listing.ended).exitCode !== 0)
        return 'absent';
    return cut || (commits > 0 && borders === 0) ? 'cut' : 'whole';
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/obtain-range.js




/** Generations fetched in one go: nearly every range lies within the first, and the second is bounded too. */
const DEPTHS = [50, 1000];
/**
 * Names the ends of a range and sees to it that its objects are here. What a shallow clone lacks is fetched into a
 * folder of ours; the checkout itself is not deepened.
 */
async function obtainRange(checkout, repository, request) {
    const [head, store] = await Promise.all([
        resolveRevision(repository, request.head ?? 'HEAD'),
        checkout.store(repository),
    ]);
    if (head === undefined)
        return { lacking: 'there is no commit yet', curable: false };
    const fetcher = () => checkout.fetcher(repository);
    const excluded = [];
    for (const base of await basesOf(store, head, request)) {
        const name = await resolveBase(repository, store, base, fetcher);
        if (name === undefined)
            return { lacking: `the clone does not have ${describeBase(base)}`, curable: true };
        excluded.push(name);
    }
    const range = { head, excluded };
    if ((await rangeState(store, range)) === 'whole')
        return range;
    const deepened = await deepen(store, range, await fetcher());
    return deepened ? range : { lacking: 'the clone does not hold all commits of the change', curable: true };
}
async function basesOf(store, head, { bases, mergeOf }) {
    if (mergeOf === undefined)
        return bases;
    const [first, second, ...others] = await parentsOf(store, head);
    const isItsMerge = second === mergeOf && others.length === 0;
    return isItsMerge && first !== undefined ? [{ revision: first }] : bases;
}
const FETCHED_BRANCH = 'refs/scan/base';
async function resolveBase(repository, store, base, fetcher) {
    if ('revision' in base)
        return resolveRevision(repository, base.revision);
    const known = await resolveRevision(repository, `refs/remotes/origin/${base.branch}`);
    if (known !== undefined)
        return known;
    const wanted = `refs/heads/${base.branch}:${FETCHED_BRANCH}`;
    if ((await (await fetcher())?.fetch([wanted], DEPTHS[0])) !== true)
        return undefined;
    const { exitCode, stdout } = await gitText(store.writing, 'rev-parse', '--verify', '--quiet', FETCHED_BRANCH);
    return exitCode === 0 ? stdout.trim() : undefined;
}
function describeBase(base) {
    return 'branch' in base ? `the branch ${printable_printable(base.branch)}` : `the commit ${printable_printable(base.revision)}`;
}
async function deepen(store, range, fetcher) {
    if (fetcher === undefined)
        return false;
    for (const depth of DEPTHS) {
        const ends = [...new Set([range.head, ...range.excluded])];
        // A head that was made in this job is unknown to the server; its base is not.
        const came = (await fetcher.fetch(ends, depth)) || (await fetcher.fetch(range.excluded, depth));
        if ((await rangeState(store, range)) === 'whole')
            return true;
        if (!came)
            return false;
    }
    return false;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/blobs.js



/** Scans blobs of the index or of a commit's tree, each known by its path. */
async function readBlobs(place, blobs, inspection, kind) {
    let next = 0;
    const current = () => blobs[next]?.path ?? '';
    const failure = await readObjects(place, names(blobs), {
        content: ({ id }, bytes, start, end, window) => inspectFile(inspection, bytes, start, end, window, { kind, path: current(), blob: id }),
        done: ({ size }) => {
            inspection.files += 1;
            inspection.objects += 1;
            inspection.bytes += size;
            next += 1;
        },
        tooLarge: () => inspection.unread.add(current(), TOO_LARGE, false),
        missing: () => {
            inspection.unread.add(current(), MISSING, true);
            next += 1;
        },
    });
    if (failure !== undefined)
        inspection.unread.add(`${blobs.length - next} files`, `git could not read them: ${failure.stderr.trim()}`, true);
}
function* names(blobs) {
    for (let at = 0; at < blobs.length; at += 1000)
        yield blobs
            .slice(at, at + 1000)
            .map(({ id }) => `${id}\n`)
            .join('');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/staged.js






/** The tree without entries, which git knows without holding it: what a first commit is compared with. */
const EMPTY_TREE = {
    sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
    sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};
/** Scans what the next commit would bring: the index's versions of files that differ from HEAD's. */
async function scanStaged(repository, store, inspection, variables) {
    const head = (await resolveRevision(repository, 'HEAD')) ?? EMPTY_TREE[store.format];
    const args = [
        ...['diff-index', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff'],
        ...['--no-textconv', '--ignore-submodules=all', '--diff-filter=d', head, '--'],
    ];
    const place = { ...repository.place, variables: indexOf(repository, variables) };
    const listing = list(place, args, NUL);
    const blobs = [];
    let id = '';
    let isPath = false;
    for await (const fields of listing.items)
        for (const field of fields) {
            if (isPath)
                blobs.push({ id, path: field.toString('utf8') });
            else
                id = field.toString('latin1').split(' ')[3] ?? '';
            isPath = !isPath;
        }
    const { exitCode, stderr } = await listing.ended;
    if (exitCode !== 0)
        inspection.unread.add('the index', `git could not compare it with HEAD: ${stderr.trim()}`, true);
    const entries = blobs.filter(blob => !/^0+$/.test(blob.id));
    await readBlobs(store.place, entries, inspection, 'file');
}
/**
 * While `git commit -a` or `git commit FILE` runs its hooks, the index that will be committed is a temporary one,
 * named by GIT_INDEX_FILE. It counts when it lies in the repository's own git directory.
 */
function indexOf(repository, variables) {
    const named = variables['GIT_INDEX_FILE'];
    if (named === undefined || named === '')
        return {};
    const path = (0,external_node_path_namespaceObject.resolve)(repository.workTree ?? repository.gitDir, named);
    if (!(0,external_node_fs_namespaceObject.existsSync)(path))
        return {};
    return contains((0,external_node_fs_namespaceObject.realpathSync)(repository.gitDir), (0,external_node_fs_namespaceObject.realpathSync)((0,external_node_path_namespaceObject.dirname)(path)))
        ? { GIT_INDEX_FILE: path }
        : {};
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/stream.js


/** Scans what comes through a stream: whole up to 16 MB (an archive: 64 MB), else in windows. */
async function scanStream(stream, inspection) {
    let held = Buffer.allocUnsafeSlow(2 ** 20);
    let end = 0;
    let window = ENTIRE;
    const look = (stop, more) => inspection.keys(held, 0, stop, { ...window, more }, { kind: 'stdin' });
    for await (const chunk of stream) {
        inspection.bytes += chunk.length;
        if (end + chunk.length > held.length) {
            const larger = Buffer.allocUnsafeSlow(2 * (end + chunk.length));
            held.copy(larger, 0, 0, end);
            held = larger;
        }
        held.set(chunk, end);
        end += chunk.length;
        const archive = window === ENTIRE && isArchive(held, 0, end);
        if (archive && end > LARGEST_ARCHIVE) {
            inspection.unread.add('stdin', TOO_LARGE, true);
            return;
        }
        while (!archive && end > (window === ENTIRE ? content_WHOLE : WINDOW)) {
            look(WINDOW, true);
            window = follow(window, held, 0, WINDOW - content_OVERLAP);
            held.copyWithin(0, WINDOW - content_OVERLAP, end);
            end -= WINDOW - content_OVERLAP;
        }
    }
    inspection.files += 1;
    look(end, false);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/file-reader.js



const file_reader_FIRST_CAPACITY = 2 ** 20;
/**
 * Neither follows a link at the end of the path nor waits for the other end of a FIFO. Windows has neither flag: there
 * the kind of the file is asked for first.
 */
const FLAGS = external_node_fs_namespaceObject.constants.O_RDONLY | (external_node_fs_namespaceObject.constants.O_NOFOLLOW ?? 0) | (external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0);
const ASK_FIRST = external_node_fs_namespaceObject.constants.O_NOFOLLOW === undefined || process.platform === 'win32';
/** Reads files one after the other through one buffer. */
class FileReader {
    #bytes = Buffer.allocUnsafeSlow(file_reader_FIRST_CAPACITY);
    /** Reads one file; of a symbolic link the text of its target. Throws only what `visit` throws. */
    read(path, visit) {
        let file;
        try {
            if (ASK_FIRST && (0,external_node_fs_namespaceObject.lstatSync)(path).isSymbolicLink())
                return this.#link(path, visit);
            file = (0,external_node_fs_namespaceObject.openSync)(path, FLAGS);
            const stats = (0,external_node_fs_namespaceObject.fstatSync)(file);
            if (stats.isFile())
                return this.#open(file, stats, visit);
            return stats.isDirectory() ? { kind: 'folder' } : special(stats);
        }
        catch (error) {
            if (!isSystemError(error))
                throw error;
            return error.code === 'ELOOP' || error.code === 'EMLINK'
                ? this.#link(path, visit)
                : failed(error, path);
        }
        finally {
            if (file !== undefined)
                (0,external_node_fs_namespaceObject.closeSync)(file);
        }
    }
    #link(path, visit) {
        try {
            const target = (0,external_node_fs_namespaceObject.readlinkSync)(path, 'buffer');
            visit(target, 0, target.length, ENTIRE);
            return { kind: 'link', bytes: target.length };
        }
        catch (error) {
            if (!isSystemError(error))
                throw error;
            return failed(error, path);
        }
    }
    #open(file, { size }, visit) {
        // One byte more than the size: a read that fills less than it was given has met the end.
        let limit = Math.min(size + 1, content_WHOLE);
        let end = this.#fill(file, 0, limit);
        if (size >= content_WHOLE && isArchive(this.#bytes, 0, end))
            return this.#archive(file, size, end, visit);
        while (end === limit && limit < content_WHOLE) {
            // It grew while it was read, or its size is not what the system says.
            limit = Math.min(2 * limit + file_reader_FIRST_CAPACITY, content_WHOLE);
            end = this.#fill(file, end, limit);
        }
        if (end === limit)
            return { kind: 'read', bytes: this.#windows(file, end, visit) };
        visit(this.#bytes, 0, end, ENTIRE);
        return { kind: 'read', bytes: end };
    }
    #archive(file, size, held, visit) {
        if (size > LARGEST_ARCHIVE)
            return { kind: 'unread', why: TOO_LARGE, harmless: true };
        const end = this.#fill(file, held, size);
        visit(this.#bytes, 0, end, ENTIRE);
        this.#bytes = Buffer.allocUnsafeSlow(file_reader_FIRST_CAPACITY);
        return { kind: 'read', bytes: end };
    }
    /** The first `held` bytes are in the buffer. */
    #windows(file, held, visit) {
        let window = { ...ENTIRE, more: true };
        let start = 0;
        let end = held;
        for (;;) {
            if (end - start < WINDOW) {
                this.#bytes.copyWithin(0, start, end);
                end = this.#fill(file, end - start, WINDOW);
                start = 0;
                if (end < WINDOW)
                    break;
            }
            visit(this.#bytes, start, start + WINDOW, window);
            const next = start + WINDOW - content_OVERLAP;
            window = follow(window, this.#bytes, start, next);
            start = next;
        }
        visit(this.#bytes, 0, end, { ...window, more: false });
        return window.offset + end;
    }
    /** Reads until the buffer is full up to `limit`, or the file ends. Returns how far it is filled. */
    #fill(file, from, limit) {
        this.#hold(limit);
        let end = from;
        while (end < limit) {
            const count = (0,external_node_fs_namespaceObject.readSync)(file, this.#bytes, end, limit - end, null);
            if (count === 0)
                break;
            end += count;
        }
        return end;
    }
    #hold(capacity) {
        if (capacity <= this.#bytes.length)
            return;
        const larger = Buffer.allocUnsafeSlow(Math.max(capacity, WINDOW));
        this.#bytes.copy(larger);
        this.#bytes = larger;
    }
}
function special(stats) {
    const what = stats.isFIFO() ? 'a FIFO' : stats.isSocket() ? 'a socket' : 'a device';
    return { kind: 'unread', why: `${what}, not a file`, harmless: true };
}
function failed(error, path) {
    switch (error.code) {
        case 'ENOENT':
        case 'ENOTDIR':
            return { kind: 'absent' };
        case 'EISDIR':
            return { kind: 'folder' };
        case 'ENXIO':
        case 'EOPNOTSUPP':
        case 'EAGAIN':
            return { kind: 'unread', why: 'a socket or a device, not a file', harmless: true };
        default:
            return atPath(error, path);
    }
}
/** Windows answers EPERM for a folder and UNKNOWN for a socket; other systems mean it. */
function atPath(error, path) {
    const stats = (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false });
    if (stats?.isDirectory())
        return { kind: 'folder' };
    return { kind: 'unread', why: `it cannot be read (${error.code})`, harmless: false };
}
/** By its shape: an error from another realm is no `Error` of this one. */
function isSystemError(error) {
    return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/pace.js
/** Lets timers and signals in, and tells how far the scan is. */
async function pause({ progress }, { files, objects, bytes }) {
    progress?.({ files, objects, bytes });
    await new Promise(done => setImmediate(done));
}
;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/paths.js


/** @param root absolute folder that the path starts from */
function treePath(root, bytes) {
    const text = bytes.toString('utf8');
    if (process.platform === 'win32' || (0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        return { text, location: `${root}/${text}` };
    return { text, location: Buffer.concat([Buffer.from(`${root}/`), bytes]) };
}
/**
 * Tells whether a file of the tree would be reached through a symbolic link on the way: git then counts it as
 * absent, and it may be outside of the repository.
 */
class Folders {
    #root;
    #plain = new Map([['', true]]);
    constructor(root) {
        this.#root = root;
    }
    /** @param path with `/`, of a file */
    leadsThroughLink(path) {
        return !this.#isPlain(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    }
    #isPlain(folder) {
        const known = this.#plain.get(folder);
        if (known !== undefined)
            return known;
        const parent = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
        const plain = this.#isPlain(parent) && !isLink(`${this.#root}/${folder}`);
        this.#plain.set(folder, plain);
        return plain;
    }
}
function isLink(path) {
    try {
        return (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    }
    catch {
        return false;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/tree.js








/**
 * Scans the tracked files as they are on disk, for that is what gets deployed; of a file that is not there (sparse
 * checkout, deleted) the version in the index.
 *
 * @param openStore called only when the index's version is needed
 * @returns how many files the index has in the scanned folder, or undefined when git cannot tell
 */
async function scanTrackedTree(repository, inspection, openStore, pace) {
    const root = repository.workTree ?? repository.gitDir;
    const files = new TreeFiles(root, inspection);
    const absent = [];
    let tracked = 0;
    const complete = await eachIndexEntry(repository, async (entries) => {
        for (const { mode, id, path } of entries) {
            tracked += 1;
            const file = treePath(root, path);
            if (mode === '160000')
                inspection.unread.add(file.text, SUBMODULE, false);
            else if (files.scan(file) === 'absent')
                absent.push({ id, path: file.text });
            if (tracked % 256 === 0)
                await pause(pace, inspection);
            if (pace.signal?.aborted)
                return;
        }
    });
    if (!complete)
        return undefined;
    if (absent.length > 0)
        await readBlobs((await openStore()).place, absent, inspection, 'file');
    return tracked;
}
/** Scans files that git does not track and does not ignore. */
async function scanUntracked(repository, inspection, pace) {
    const root = repository.workTree;
    if (root === undefined)
        return;
    const files = new TreeFiles(root, inspection);
    const args = ['ls-files', '-z', '--others', '--exclude-standard', ...pathspec(repository)];
    const listing = list(repository.place, args, NUL);
    for await (const paths of listing.items)
        for (const path of paths) {
            const file = treePath(root, path);
            if (file.text.endsWith('/'))
                inspection.unread.add(file.text, 'a repository of its own', false);
            else
                files.report(file, files.scan(file));
            await pause(pace, inspection);
        }
    if ((await listing.ended).exitCode !== 0)
        inspection.unread.add('untracked files', 'git could not list them', true);
}
/** Reads files of one folder's tree and hands them to the inspection. */
class TreeFiles {
    #reader = new FileReader();
    #folders;
    #inspection;
    constructor(root, inspection) {
        this.#folders = new Folders(root);
        this.#inspection = inspection;
    }
    /** Scans one file of the tree. What is in the way of it is reported, but for `absent`. */
    scan(file) {
        return this.#folders.leadsThroughLink(file.text) ? 'absent' : this.#look(file, false);
    }
    /** Scans a file that someone named, whatever its folders are: it counts although it is none that git tracks. */
    scanNamed(file) {
        return this.#look(file, true);
    }
    #look({ text, location }, asked) {
        const inspection = this.#inspection;
        const place = { kind: 'file', path: text };
        const visit = (bytes, start, end, window) => inspectFile(inspection, bytes, start, end, window, place);
        const outcome = this.#reader.read(location, visit);
        switch (outcome.kind) {
            case 'read':
            case 'link':
                inspection.files += 1;
                inspection.bytes += outcome.bytes;
                return 'done';
            case 'unread':
                inspection.unread.add(text, outcome.why, asked || !outcome.harmless);
                return 'done';
            default:
                return 'absent';
        }
    }
    /** Reports a file that should have been there. */
    report({ text }, outcome) {
        if (outcome === 'absent')
            this.#inspection.unread.add(text, 'it disappeared during the scan', true);
    }
}
/** Calls `visit` with the index's entries in the scanned folder, in order, each path once. */
async function eachIndexEntry(repository, visit) {
    const listing = list(repository.place, ['ls-files', '-z', '--stage', ...pathspec(repository)], NUL);
    let previous = Buffer.alloc(0);
    for await (const lines of listing.items) {
        const entries = lines.flatMap(line => {
            const entry = parseEntry(line);
            // An unmerged path has up to three entries; it is one file.
            if (entry === undefined || entry.path.equals(previous))
                return [];
            previous = Buffer.from(entry.path);
            return [entry];
        });
        await visit(entries);
    }
    return (await listing.ended).exitCode === 0;
}
/** `MODE SP ID SP STAGE TAB PATH` */
function parseEntry(line) {
    const tab = line.indexOf(9);
    if (tab === -1)
        return undefined;
    const [mode = '', id = ''] = line.toString('latin1', 0, tab).split(' ');
    return { mode, id, path: line.subarray(tab + 1) };
}
function pathspec({ prefix }) {
    return prefix === '' ? [] : ['--', prefix];
}
/** Scans the files of HEAD in a repository that has no working tree. */
async function scanHeadTree(repository, inspection, store) {
    const head = await resolveRevision(repository, 'HEAD');
    if (head === undefined)
        return;
    const listing = list(store.place, ['ls-tree', '-r', '-z', '--full-tree', head], NUL);
    const blobs = [];
    for await (const lines of listing.items)
        for (const line of lines) {
            const tab = line.indexOf(9);
            const [, type, id = ''] = line.toString('latin1', 0, tab).split(' ');
            const path = line.toString('utf8', tab + 1);
            if (type === 'commit')
                inspection.unread.add(path, SUBMODULE, false);
            else
                blobs.push({ id, path });
        }
    if ((await listing.ended).exitCode !== 0)
        inspection.unread.add('the tree of HEAD', 'git could not list it', true);
    await readBlobs(store.place, blobs, inspection, 'file');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/walk.js






/** Scans all files in a folder, without git; links to folders are not followed. */
async function scanFolder(root, inspection, pace, below = '') {
    const files = new TreeFiles(root, inspection);
    let seen = 0;
    for (const file of filesIn(root, below, inspection)) {
        files.report(file, files.scan(file));
        seen += 1;
        if (seen % 256 === 0)
            await pause(pace, inspection);
        if (pace.signal?.aborted)
            return;
    }
}
/**
 * Scans the files that are named, relative to `root` or absolute; a folder stands for all that is in it, a link for
 * what it leads to. What was named and cannot be read makes the scan incomplete, a FIFO or a device too.
 */
async function scanFiles(root, names, inspection, pace) {
    const files = new TreeFiles(root, inspection);
    for (const name of names) {
        const location = (0,external_node_path_namespaceObject.resolve)(root, name);
        const inside = contains(root, location);
        const text = inside ? (0,external_node_path_namespaceObject.relative)(root, location).split(external_node_path_namespaceObject.sep).join('/') : name;
        const target = leadsTo(location);
        if (target === undefined)
            inspection.unread.add(name, isThere(location) ? NO_TARGET : NO_FILE, true);
        else if (files.scanNamed({ text, location: target }) === 'done')
            continue;
        else if (!isFolder(location))
            inspection.unread.add(name, NO_FILE, true);
        else if (inside)
            await scanFolder(root, inspection, pace, text);
        else
            await scanFolder(location, inspection, pace);
    }
}
const NO_FILE = 'there is no such file';
/** A shell's `<(…)` is such a link: a pipe has no path. */
const NO_TARGET = 'a link to no file; to scan what a pipe gives, write: … | aws-temp-creds scan -';
function isThere(path) {
    return (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
}
function leadsTo(path) {
    try {
        return (0,external_node_fs_namespaceObject.realpathSync)(path);
    }
    catch {
        return undefined;
    }
}
function isFolder(path) {
    try {
        (0,external_node_fs_namespaceObject.readdirSync)(path);
        return true;
    }
    catch {
        return false;
    }
}
/** Every file in and below a folder of the root but git's own, by name in each folder. */
function* filesIn(root, below, inspection) {
    const folders = [Buffer.from(below)];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        const { text, location } = treePath(root, folder);
        const path = folder.length === 0 ? root : location;
        for (const { name, isFolder: below } of walk_entriesOf(path, text, inspection)) {
            const inside = folder.length === 0 ? name : Buffer.concat([folder, Buffer.from('/'), name]);
            if (below)
                folders.push(inside);
            else
                yield treePath(root, inside);
        }
    }
}
function walk_entriesOf(path, text, inspection) {
    try {
        const entries = (0,external_node_fs_namespaceObject.readdirSync)(path, { withFileTypes: true, encoding: 'buffer' });
        return entries
            .filter(({ name }) => !name.equals(GIT))
            .sort((a, b) => a.name.compare(b.name))
            .map(entry => ({ name: entry.name, isFolder: entry.isDirectory() }));
    }
    catch {
        inspection.unread.add(text || (0,external_node_path_namespaceObject.join)(path.toString()), 'the folder cannot be read', true);
        return [];
    }
}
const GIT = Buffer.from('.git');
;// CONCATENATED MODULE: ./lib/bundling/scan/scan.js
















/**
 * Scans what the request names. Inline comments are noted on the findings and nothing is allowed yet: see
 * `applyAllowList`. What cannot be read is in the result.
 *
 * @throws Failure `wrong-input` when the folder is none
 */
async function scan(request) {
    const started = performance.now();
    if ((0,external_node_fs_namespaceObject.statSync)(request.folder, { throwIfNoEntry: false })?.isDirectory() !== true)
        throw new failure/* Failure */.H('wrong-input', { what: `There is no folder ${printable_printable(request.folder)}.` });
    const inspection = new Inspection();
    const checkout = new checkout_Checkout(request.folder, request);
    try {
        const mode = await look(request, checkout, inspection);
        if (request.environment === true)
            inspection.found.push(...staticKeysIn(request.variables));
        if (request.signal?.aborted)
            inspection.unread.add('the rest', 'the scan was stopped', true);
        const { findings, dropped } = uniqueFindings(inspection.found);
        const unlisted = dropped + inspection.dropped;
        if (unlisted > 0)
            inspection.notes.push(`There are ${unlisted} findings more than are listed.`);
        const { files, objects, bytes, notes } = inspection;
        return {
            mode,
            findings,
            allowed: [],
            unread: inspection.unread.list(),
            counts: { files, objects, bytes, milliseconds: Math.round(performance.now() - started) },
            notes,
        };
    }
    finally {
        await checkout.close();
    }
}
/** @returns how it was scanned, which is not as asked where that could not be done */
async function look(request, checkout, inspection) {
    const { mode, folder } = request;
    const root = (0,external_node_fs_namespaceObject.realpathSync)(folder);
    if (mode === 'stdin') {
        if (request.stdin !== undefined)
            await scanStream(request.stdin, inspection);
        return mode;
    }
    if (mode === 'files') {
        await scanFiles(root, request.files ?? [], inspection, request);
        return mode;
    }
    const { repository } = checkout;
    if (repository === undefined) {
        inspection.notes.push(withoutRepository(checkout, mode));
        await scanFolder(root, inspection, request);
        return 'tree';
    }
    return lookInRepository(request, checkout, repository, inspection);
}
async function lookInRepository(request, checkout, repository, inspection) {
    switch (request.mode) {
        case 'staged':
            await scanStaged(repository, await checkout.store(repository), inspection, request.variables);
            return 'staged';
        case 'changes':
            if (await lookAtChanges(request, checkout, repository, inspection))
                return 'changes';
            break;
        case 'history':
            await lookAtHistory(request, checkout, repository, inspection);
            break;
        default:
            await lookAtChanges(request, checkout, repository, inspection);
    }
    await lookAtTree(request, checkout, repository, inspection);
    return request.mode === 'history' ? 'history' : 'tree';
}
async function lookAtHistory(request, checkout, repository, inspection) {
    const store = await checkout.store(repository);
    if (shallowCommits(store).size > 0)
        inspection.notes.push('The clone is shallow: only the history that it holds was scanned. To have all of it scanned, write in the ' +
            'checkout step:  with: { fetch-depth: 0 }');
    await scanHistory(repository, store, inspection, request, request.scannedTips);
}
/** @returns false when the range could not be had, and a note says so */
async function lookAtChanges({ range: wanted, ...pace }, checkout, repository, inspection) {
    if (wanted === undefined)
        return false;
    const range = await obtainRange(checkout, repository, wanted);
    if ('lacking' in range) {
        inspection.notes.push(cannotSeeChanges(range));
        return false;
    }
    const store = await checkout.store(repository);
    const before = inspection.found.splice(0);
    await scanRange(store, range, inspection, pace);
    const placed = await placeInTree(store, range.head, inspection.found.splice(0));
    // What a workflow file was like in between does not matter: only the one that runs does.
    const standing = placed.filter(({ rule, place }) => rule !== 'ci-static-key' || place.kind === 'file');
    inspection.found.push(...before, ...standing);
    return true;
}
async function lookAtTree(request, checkout, repository, inspection) {
    const openStore = () => checkout.store(repository);
    if (repository.workTree === undefined) {
        await scanHeadTree(repository, inspection, await openStore());
        return;
    }
    const tracked = await scanTrackedTree(repository, inspection, openStore, request);
    if (tracked === undefined || tracked === 0) {
        inspection.notes.push(tracked === 0
            ? 'git tracks no file in this folder: all files in it were scanned.'
            : 'git cannot read this repository: all files in the folder were scanned, whether tracked or not.');
        await scanFolder((0,external_node_fs_namespaceObject.realpathSync)(request.folder), inspection, request);
    }
    else if (request.untracked === true)
        await scanUntracked(repository, inspection, request);
}
function withoutRepository({ git }, mode) {
    const why = git === undefined ? 'git was not found on PATH' : 'this folder is in no git repository';
    const instead = mode === 'tree' ? '' : ` instead of ${mode === 'staged' ? 'the index' : `the ${mode}`}`;
    return `All files in the folder were scanned${instead}: ${why}.`;
}
/** The words for the log when the tree is scanned in place of a range, with the one line that changes it. */
function cannotSeeChanges({ lacking, curable }) {
    const instead = `The whole tree was scanned instead of the changes, for ${lacking}.`;
    if (!curable)
        return instead;
    return (`${instead} What a commit added and a later one removed was not seen. To have the changes scanned, write in ` +
        'the checkout step:  with: { fetch-depth: 0 }');
}
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
// EXTERNAL MODULE: ./node_modules/hpagent/index.js
var hpagent = __nccwpck_require__(9629);
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
            return opened(proxy === '' ? new external_node_http_.Agent(options) : new HttpProxyAgent({ ...options, proxy }));
        },
        httpsAgent: url => {
            const proxy = getProxyForUrl(url.href);
            return opened(proxy === '' ? new external_node_https_.Agent(options) : new HttpsProxyAgent({ ...options, proxy }));
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
        throw new failure/* Failure */.H('wrong-input', {
            what: `The certificate authorities that AWS_CA_BUNDLE names cannot be read: ${printable_printable(bundle, 300)}.`,
            why: printable_printable(error instanceof Error ? error.message : String(error), 300),
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
    throw new failure/* Failure */.H('wrong-input', {
        what: `${name} is not the URL of an endpoint.`,
        why: `It is set to ${printable_printable(given, 100)}.`,
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
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
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
    const { callerIdentity } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 3497));
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
;// CONCATENATED MODULE: ./lib/bundling/stories/scan-step.js



















/** Nothing was scanned, as asked. */
const NOT_SCANNED = {
    counts: { error: 0, warning: 0, notice: 0 },
    failed: false,
    incomplete: false,
};
/** How many findings the log lists; the SARIF file has all. */
const MOST_IN_LOG = 200;
/**
 * Scans as a step of a job does, and reports: annotations, job summary, SARIF file, outputs `findings` (errors and
 * warnings) and `sarif-file`. Whether the step fails is the caller's decision: see `refusal`.
 *
 * @throws Failure for a wrong allow list or an empty workspace, before anything is scanned
 */
async function scanStep(runner, job, variables, settings) {
    const plan = planScan(job, settings.scan, { beforeCredentials: settings.beforeCredentials });
    if (plan === undefined) {
        setOutputs(runner, NOT_SCANNED, undefined);
        return NOT_SCANNED;
    }
    if (isEmptyFolder(job.workspace))
        throw noCheckout(job);
    const bench = benchOf(job, variables, settings, plan);
    const own = await ownList(bench);
    const found = await scan_step_look(job, variables, settings, plan, bench);
    const judged = await judge(found, own, bench);
    const verified = settings.verify ? await verifyInJob(job, variables, judged) : judged;
    maskAll(runner, verified);
    const result = withhold(verified);
    const outcome = outcomeOf(result, settings.failOn);
    await report(runner, job, settings, plan, result, outcome);
    setOutputs(runner, outcome, settings.sarifFile);
    return outcome;
}
function isEmptyFolder(folder) {
    try {
        return (0,external_node_fs_namespaceObject.readdirSync)(folder).length === 0;
    }
    catch {
        // What is wrong with the folder is for the scan to say.
        return false;
    }
}
/** Why a step with this outcome must not pass; undefined: it may. */
function refusal(outcome, { failOnFindings, beforeCredentials }) {
    if (!failOnFindings)
        return undefined;
    const { counts, failed, incomplete } = outcome;
    if (failed) {
        return new failure/* Failure */.H('static-keys', {
            what: `Static AWS keys: ${severityWords(counts)}.${beforeCredentials ? ' No credentials are handed to a job whose repository holds one.' : ''}`,
            write: 'Revoke each key first; the annotations and the job summary say where it is and how.',
        });
    }
    return incomplete
        ? new failure/* Failure */.H('scan-incomplete', {
            what: 'The scan for static keys is incomplete: something could not be read, so it vouches for nothing.',
            write: 'The log and the job summary say what could not be read, and why.',
        })
        : undefined;
}
function benchOf(job, variables, settings, plan) {
    const { config, baseline } = settings;
    return {
        root: job.workspace,
        config,
        baseline,
        judge: plan.judge,
        today: new Date().toISOString().slice(0, 10),
        access: {
            variables,
            ...(job.temporary !== '' && { temporary: job.temporary }),
            fetch: { serverUrl: job.serverUrl, ...FETCH_BOUNDS },
        },
    };
}
function scan_step_look(job, variables, { untracked }, { mode, range }, { access }) {
    const environment = job.onRunner;
    return scan({
        ...access,
        folder: job.workspace,
        mode,
        ...(range && { range }),
        untracked,
        variables,
        environment,
    });
}
/** Found keys leave the job only where nobody outside of the repository decides what is found. */
async function verifyInJob(job, variables, result) {
    if (!job_isFork(job))
        return verifyKeys(result, variables);
    const note = 'No key was verified: this pull request comes from a fork, and whoever opens one must not make this job use keys.';
    return { ...result, notes: [...result.notes, note] };
}
/** Before anything is printed. */
function maskAll(runner, { findings, allowed }) {
    const secrets = new Set([...findings, ...allowed].flatMap(finding => finding.secrets));
    for (const secret of secrets)
        runner.mask(secret);
}
async function report(runner, job, settings, plan, result, outcome) {
    const { sarifFile, failOnFindings } = settings;
    if (sarifFile !== undefined) {
        writeReport(job.workspace, sarifFile, sarifReport(result, { toolVersion: VERSION, homepage: HOMEPAGE }));
    }
    runner.info(`Scan for static AWS keys (${result.mode}): ${printable_printable(plan.why, 200)}`);
    runner.info(terminalReport(result, { color: true, most: MOST_IN_LOG, width: 110 }));
    const fails = failOnFindings && (outcome.failed || outcome.incomplete);
    const elsewhere = sarifFile === undefined ? 'the job summary' : `the job summary and ${printable_printable(sarifFile, 200)}`;
    annotate(runner, annotationsOf(result, { reservedErrors: fails ? 1 : 0, elsewhere }));
    if (!fails && outcome.incomplete) {
        runner.annotate('warning', 'The scan for static AWS keys is incomplete; the job summary says why.');
    }
    await runner.summarize(scanSummary(result, { job, homepage: HOMEPAGE }));
}
function setOutputs(runner, { counts }, sarifFile) {
    runner.setOutput('findings', String(counts.error + counts.warning));
    runner.setOutput('sarif-file', sarifFile ?? '');
}
var __webpack_exports__refusal = __webpack_exports__.x;
var __webpack_exports__scanStep = __webpack_exports__.I;
export { __webpack_exports__refusal as refusal, __webpack_exports__scanStep as scanStep };
