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
  G: () => (/* binding */ explainRefusal),
  O: () => (/* reexport */ refusalOf)
});

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
;// CONCATENATED MODULE: ./lib/bundling/about.js
/** What this is called, for reports that name their maker. A test holds VERSION and package.json together. */
const VERSION = '1.0.0';
const HOMEPAGE = 'https://github.com/org/aws-temp-creds';
/** The page that explains failures by what they say. */
const TROUBLESHOOTING = 'https://github.com/org/aws-temp-creds/blob/v1/docs/troubleshooting.md';
;// CONCATENATED MODULE: ./lib/bundling/masked.js
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
    const escaped = masked(text).replace(UNPRINTABLE, visible);
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
    const agent = new HttpAgent(options);
    const open = tunnel_opener(agent, proxy, options);
    agent.createConnection = (wanted, made) => {
        open(wanted).then(socket => made?.(null, socket), (error) => fail(made, error));
        return undefined;
    };
    return agent;
}
/** The same for https. */
function httpsTunnel(proxy, options) {
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
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
;// CONCATENATED MODULE: ./lib/bundling/regular-file.js

/**
 * Reads a file, links followed, without ever waiting for the other end of a FIFO or reading a device that has no end.
 *
 * @param most bytes that it may have
 */
function regular_file_readRegularFile(path, most) {
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
    throw new Failure('wrong-input', {
        what: `The configuration file ${printable(path, 300)} is not there.`,
        why: `There is no such file in ${printable(folder, 300)}.`,
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
        const found = regular_file_readRegularFile(file, most);
        if (found.kind === 'file')
            return found.content.toString('utf8');
        if (found.kind === 'none')
            return undefined;
        throw new failure_Failure('wrong-configuration', {
            what: `${printable_printable(path, 300)} cannot be read.`,
            why: found.kind === 'other' ? 'It is no regular file.' : `It is larger than ${most / 2 ** 20} MiB.`,
        });
    };
}
/** @returns the real path of what is at a path of the checkout, or undefined when that leads out of it or nowhere */
function insideOf(folder, path) {
    try {
        const root = (0,external_node_fs_namespaceObject.realpathSync)(folder);
        const file = (0,external_node_fs_namespaceObject.realpathSync)((0,external_node_path_namespaceObject.join)(root, path));
        const inside = (0,external_node_path_namespaceObject.relative)(root, file);
        return inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_namespaceObject.sep}`) ? undefined : file;
    }
    catch {
        return undefined;
    }
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
function policy_readTrustPolicy(text) {
    if (text.length > LARGEST)
        return { unreadable: 'it is much longer than any trust policy' };
    const json = decoded(text.replace(/^\uFEFF/, ''));
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
function policy_isPolicy(read) {
    return 'statements' in read;
}
function repeatedSids(statements) {
    const sids = statements.flatMap(({ sid }) => (sid ? [sid] : []));
    const twice = new Set(sids.filter((sid, index) => sids.indexOf(sid) !== index));
    return [...twice].map(sid => ({ why: `two statements have the Sid ${sid}` }));
}
/** IAM's answers hold policies percent-encoded (RFC 3986). */
function decoded(text) {
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
    throw new Failure('wrong-input', {
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
;// CONCATENATED MODULE: ./lib/bundling/trust/issuer.js
/** The issuer of most tokens, as its identity provider in IAM is called. */
const GITHUB = 'token.actions.githubusercontent.com';
/** An issuer as IAM names it: the URL without its scheme. So begin its condition keys, and so ends its provider's ARN. */
function providerName(issuer) {
    return issuer.replace(/^https?:\/\//i, '');
}
function issuerKind(provider) {
    const name = provider.toLowerCase();
    if (name === GITHUB)
        return 'github.com';
    if (name.startsWith(`${GITHUB}/`) || name.startsWith('github.com/enterprises/'))
        return 'enterprise';
    if (/^token\.actions\.[^./]+\.ghe\.com$/.test(name))
        return 'ghe.com';
    return name.endsWith('/_services/token') ? 'server' : 'other';
}
/** Whether it is one of GitHub's, whose subjects and claims are known. */
function isGitHub(provider) {
    return issuerKind(provider) !== 'other';
}
/**
 * The claims of GitHub's tokens that AWS makes condition keys of, beside `aud` and `sub` (AWS Service Authorization
 * Reference, actions and condition keys of STS, 2026-09-26).
 */
const GITHUB_KEYS = [
    'actor',
    'actor_id',
    'enterprise_id',
    'environment',
    'job_workflow_ref',
    'ref',
    'repository',
    'repository_id',
    'repository_owner_id',
    'workflow',
];
/** Of every OIDC provider (IAM User Guide, available keys for AWS OIDC federation). */
const EVERY_PROVIDER = ['amr', 'aud', 'email', 'oaud', 'sub'];
/** Of issuers that are not GitHub's (the same reference). */
const OTHERS = [
    [/^accounts\.google\.com$/, ['google/organization_number']],
    [
        /^agent\.(?:buildkite\.com|[^./]+\.buildkite\.(?:dev|site))$/,
        [
            'build_branch',
            'cluster_id',
            'cluster_name',
            'organization_id',
            'organization_slug',
            'pipeline_id',
            'pipeline_slug',
        ],
    ],
    [
        /^gitlab\.com$/,
        [
            'namespace_id',
            'pipeline_source',
            'project_id',
            'ref_protected',
            'runner_environment',
            'user_access_level',
            'user_email',
            'user_id',
            'user_login',
        ],
    ],
    [/^graph\.facebook\.com$/, ['app_id', 'id']],
    [/^www\.amazon\.com$/, ['app_id', 'user_id']],
    [/^idcs-[^./]+\.identity\.oraclecloud\.com$/, ['rpst_id']],
    [/^oidc\.circleci\.com\/org\/[^/]+$/, ['oidc.circleci.com/project-id']],
];
/** The claims of an issuer's tokens that AWS makes condition keys of; a condition on any other meets no value. */
function conditionClaims(provider) {
    const kind = issuerKind(provider);
    if (kind === 'server')
        return EVERY_PROVIDER;
    if (kind !== 'other')
        return [...EVERY_PROVIDER, ...GITHUB_KEYS];
    const [, own = []] = OTHERS.find(([name]) => name.test(provider.toLowerCase())) ?? [];
    return [...EVERY_PROVIDER, ...own];
}
/** The parts of an identity provider's ARN; undefined: it is not one of an OIDC provider. */
function parseProviderArn(text) {
    const match = /^arn:(aws[a-z-]*):iam::(\d{12}):oidc-provider\/(.+)$/.exec(text);
    const [, partition, account, provider] = match ?? [];
    if (partition === undefined || account === undefined || provider === undefined)
        return undefined;
    return { partition, account, provider };
}
;// CONCATENATED MODULE: ./lib/bundling/trust/request.js

const TAGS = 'https://aws.amazon.com/tags';
const SOURCE_IDENTITY = 'https://aws.amazon.com/source_identity';
const ROLES = 'https://aws.amazon.com/roles';
/** The issuer as IAM names it; empty when the token does not say. */
function issuerOf({ payload }) {
    const issuer = payload.get('iss');
    return typeof issuer === 'string' ? providerName(issuer) : '';
}
/** The actions that the policy must allow: tags and a source identity in the token need one more each. */
function neededActions({ payload }) {
    return [
        'sts:AssumeRoleWithWebIdentity',
        ...(sessionTags(payload).size > 0 ? ['sts:TagSession'] : []),
        ...(payload.has(SOURCE_IDENTITY) ? ['sts:SetSourceIdentity'] : []),
    ];
}
/**
 * Whether the token names the roles that it may be used for, and this is one (a claim that STS enforces before it
 * looks at the trust policy); undefined: it names none, so any will do. Null: the role is not known here.
 */
function isRoleListed({ payload, role }) {
    if (!payload.has(ROLES))
        return undefined;
    return role === undefined ? null : claimValues(payload.get(ROLES)).includes(role);
}
/** The value of a condition key. Letter case does not count in the names of keys. */
function keyValue(key, request) {
    const name = key.toLowerCase();
    const colon = name.lastIndexOf(':');
    const provider = issuerOf(request).toLowerCase();
    if (provider !== '' && name.startsWith(`${provider}:`))
        return claimOf(key.slice(provider.length + 1), request);
    if (name.startsWith('sts:'))
        return stsKey(name.slice(4), request);
    if (name.startsWith('aws:'))
        return globalKey(name.slice(4), request);
    const prefix = name.slice(0, Math.max(colon, 0));
    return absent(/[./]/.test(prefix)
        ? `the key is one of ${prefix}, and the token comes from ${provider || 'nowhere that it says'}`
        : 'AWS has no such key in this call');
}
function claimOf(given, request) {
    const claim = given.toLowerCase();
    const provider = issuerOf(request);
    if (!conditionClaims(provider).includes(claim)) {
        const of = isGitHub(provider) ? "of GitHub's tokens" : 'of this issuer';
        return absent(`AWS makes no condition key of the claim ${claim} ${of}`);
    }
    // A token with `azp` is for that party: `aud` is then its value, and the audience itself is `oaud`.
    const authorized = request.payload.get('azp');
    const source = claim === 'oaud'
        ? authorized === undefined
            ? undefined
            : 'aud'
        : claim === 'aud' && authorized !== undefined
            ? 'azp'
            : claim;
    const values = source === undefined ? [] : claimValues(request.payload.get(source));
    return values.length === 0 ? absent(`the token has no ${claim}`) : { kind: 'values', values };
}
/** Texts, numbers and truth values, alone or in a list, as IAM compares them: as text. */
function claimValues(value) {
    return [value]
        .flat()
        .filter(item => ['string', 'number', 'boolean'].includes(typeof item))
        .map(String);
}
function stsKey(name, { payload, sessionName, ...request }) {
    switch (name) {
        case 'rolesessionname':
            return sessionName === undefined
                ? unknown('the session name is chosen when the role is asked for')
                : values([sessionName]);
        case 'sourceidentity':
            return values(claimValues(payload.get(SOURCE_IDENTITY)));
        case 'transitivetagkeys':
            return values(transitiveTags(payload));
        case 'roleauthorizedbyidp': {
            const listed = isRoleListed({ payload, ...request });
            return typeof listed === 'boolean' ? values([String(listed)]) : unknown('only AWS knows it');
        }
        default:
            return absent('AWS has no such key in AssumeRoleWithWebIdentity');
    }
}
/** Global keys that a call without signature does not have (IAM User Guide, AWS global condition context keys). */
const UNSIGNED = /^(?:multifactorauthpresent|multifactorauthage|tokenissuetime|principalorgid|principalorgpaths|principaltag\/.*|calledvia(?:first|last)?|sourceidentity)$/;
/** Global keys that are the same in every call of STS. */
const ALWAYS = new Map([
    ['securetransport', 'true'],
    ['viaawsservice', 'false'],
    ['principalisawsservice', 'false'],
]);
function globalKey(name, { payload }) {
    const always = ALWAYS.get(name);
    if (always !== undefined)
        return values([always]);
    const tags = sessionTags(payload);
    if (name === 'tagkeys')
        return values([...tags.keys()]);
    if (name.startsWith('requesttag/')) {
        const wanted = name.slice('requesttag/'.length);
        return values([...tags].filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value));
    }
    if (UNSIGNED.test(name))
        return absent('a call without signature does not have the key');
    return unknown('only AWS knows it when the call is made');
}
/** Session tags that the token carries, in either form that AWS reads (IAM User Guide, pass session tags). */
function sessionTags(payload) {
    const nested = propertiesOf(propertiesOf(payload.get(TAGS)).get('principal_tags'));
    const flat = `${TAGS}/principal_tags/`;
    const flattened = [...payload].filter(([claim]) => claim.startsWith(flat));
    const all = [...nested, ...flattened.map(([claim, value]) => [claim.slice(flat.length), value])];
    return new Map(all.map(([key, value]) => [key, claimValues(value)[0] ?? '']));
}
function transitiveTags(payload) {
    return claimValues(payload.get(`${TAGS}/transitive_tag_keys`) ?? propertiesOf(payload.get(TAGS)).get('transitive_tag_keys'));
}
function propertiesOf(value) {
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
function values(given) {
    return given.length === 0 ? absent('the token does not carry it') : { kind: 'values', values: given };
}
function absent(why) {
    return { kind: 'absent', why };
}
function unknown(why) {
    return { kind: 'unknown', why };
}
;// CONCATENATED MODULE: ./lib/bundling/trust/subject.js
/** @returns undefined for a customised subject, and for one of another issuer */
function parseSubject(text) {
    const match = /^repo:([^/:@]+)(?:@(\d+))?\/([^/:@]+)(?:@(\d+))?:(.+)$/s.exec(text);
    const [, owner, ownerId, repository, repositoryId, context] = match ?? [];
    if (owner === undefined || repository === undefined || context === undefined)
        return undefined;
    if ((ownerId === undefined) !== (repositoryId === undefined))
        return undefined;
    const ids = ownerId === undefined || repositoryId === undefined
        ? undefined
        : { owner: ownerId, repository: repositoryId };
    return { owner, repository, ids, context };
}
function contextOf(text) {
    if (text === 'pull_request')
        return { kind: 'pull_request' };
    const [, word, rest = ''] = /^(environment|ref):(.*)$/s.exec(text) ?? [];
    if (word === 'environment')
        return { kind: 'environment', name: rest };
    if (word !== 'ref')
        return { kind: 'other', text };
    const [, folder, name = ''] = /^refs\/(heads|tags)\/(.*)$/s.exec(rest) ?? [];
    if (folder === undefined)
        return { kind: 'ref', name: rest };
    return { kind: folder === 'heads' ? 'branch' : 'tag', name };
}
/** The subject in the old form, or in the immutable one where `ids` are given. */
function subjectText({ owner, repository, ids }, context) {
    return ids === undefined
        ? `repo:${owner}/${repository}:${context}`
        : `repo:${owner}@${ids.owner}/${repository}@${ids.repository}:${context}`;
}
/** The context of a job (docs.github.com, OIDC reference): its environment, else its kind of event, else its ref. */
function jobContext(job) {
    if (job.environment)
        return `environment:${withoutColons(job.environment)}`;
    return job.event === 'pull_request' ? 'pull_request' : `ref:${withoutColons(job.ref)}`;
}
/** A colon inside a value would make another part of it; GitHub writes it as `%3A`. */
function withoutColons(value) {
    return value.replaceAll(':', '%3A');
}
/** Whether a subject is so short-lived that a policy which names it admits only that run. */
function passingSubject(text) {
    const context = contextOf(parseSubject(text)?.context ?? text.slice(text.search(/(?:ref|environment):/)));
    if (context.kind === 'tag')
        return 'tag';
    if (context.kind === 'ref')
        return /^refs\/pull\//.test(context.name) ? 'pull request' : undefined;
    if (context.kind !== 'branch')
        return undefined;
    if (context.name.startsWith('gh-readonly-queue/'))
        return 'merge queue';
    return /^(?:dependabot|renovate)\//.test(context.name) ? 'bot branch' : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/trust/statement.js



function providerArn(grant) {
    return `arn:${grant.partition}:iam::${grant.account}:oidc-provider/${providerName(grant.issuer)}`;
}
/** The statement that IAM takes and that admits these subjects and no others. */
function statementFor(grant) {
    const provider = providerName(grant.issuer);
    const key = (claim) => `${provider}:${claim}`;
    // GitHub Enterprise Server's IDs are no condition keys.
    const ids = isGitHub(provider) && issuerKind(provider) !== 'server' ? grant.repositoryIds : [];
    return {
        Effect: 'Allow',
        Principal: { Federated: providerArn(grant) },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
            StringEquals: {
                [key('aud')]: literal(grant.audience),
                [key('sub')]: oneOrMore(grant.subjects.map(literal)),
                ...(ids.length > 0 && { [key('repository_id')]: oneOrMore(ids.map(literal)) }),
            },
        },
    };
}
/**
 * What admits exactly the job that a token is of.
 *
 * @param bothForms also the other form of the subject, old or immutable, for a repository that changes over; both are
 *   of the same repository, which its ID holds fast
 * @returns undefined when the token or the account says too little
 */
function grantFor(request, bothForms) {
    const { payload, account, partition = 'aws' } = request;
    const subject = payload.get('sub');
    const audience = [payload.get('azp') ?? payload.get('aud')].flat()[0];
    const issuer = issuerOf(request);
    if (account === undefined || issuer === '' || typeof subject !== 'string' || typeof audience !== 'string')
        return undefined;
    if (subject === '' || audience === '')
        return undefined;
    const id = payload.get('repository_id');
    const repositoryIds = (typeof id === 'string' || typeof id === 'number') && isGitHub(issuer) ? [String(id)] : [];
    const other = bothForms ? otherForm(request, subject) : undefined;
    const subjects = other === undefined ? [subject] : [subject, other];
    return { issuer, account, partition, audience, subjects, repositoryIds };
}
/** The same job's subject in the form that it does not have now; undefined: it has none, or the IDs are not known. */
function otherForm({ payload }, subject) {
    const parsed = parseSubject(subject);
    if (parsed === undefined)
        return undefined;
    if (parsed.ids !== undefined)
        return subjectText({ ...parsed, ids: undefined }, parsed.context);
    const owner = payload.get('repository_owner_id');
    const repository = payload.get('repository_id');
    if (owner === undefined || repository === undefined)
        return undefined;
    return subjectText({ ...parsed, ids: { owner: String(owner), repository: String(repository) } }, parsed.context);
}
/**
 * JSON as IAM takes it: characters beyond Latin-1 as escapes (IAM refuses them in a policy), and those that do not
 * show, so that what is pasted is what is seen.
 */
function statement_policyJson(value) {
    return JSON.stringify(value, undefined, 2).replace(/[\u007f-\u00a0\u00ad\u0100-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** `${` would begin a policy variable, and a branch can be called so; `${$}` is the character itself. */
function literal(text) {
    return text.replace(/\$(?=\{)/g, '${$}');
}
function oneOrMore(texts) {
    const [first = '', ...more] = new Set(texts);
    return more.length === 0 ? first : [first, ...more];
}
;// CONCATENATED MODULE: ./lib/bundling/trust/logic.js
/** Whether all hold: one that does not decides, whatever is not known of the others. */
function every(answers) {
    if (answers.includes(false))
        return false;
    return answers.includes(null) ? null : true;
}
/** Whether any holds. */
function some(answers) {
    if (answers.includes(true))
        return true;
    return answers.includes(null) ? null : false;
}
function not(answer) {
    return answer === null ? null : !answer;
}
;// CONCATENATED MODULE: ./lib/bundling/trust/pattern.js
/** Any text, the empty one too; and any one character. */
const ANY = Symbol('*');
const ONE = Symbol('?');
/** `${*}`, `${?}` and `${$}` stand for the character itself; every other name for a value of the request. */
const VARIABLE = /^\$\{([^}]*)\}$/;
const UNIT = /\$\{[^}]*\}|./gsu;
const CHARACTER = /./gsu;
const ESCAPED = new Set(['*', '?', '$']);
const WILDCARDS = new Map([
    ['*', ANY],
    ['?', ONE],
]);
/**
 * Reads a value as IAM does (IAM User Guide, condition operators; policy variables and tags).
 *
 * @returns undefined when it holds a policy variable, whose value depends on the request
 */
function readPattern(text, { wildcards, variables }) {
    const pattern = [];
    for (const [unit] of text.matchAll(variables ? UNIT : CHARACTER)) {
        const [, variable] = VARIABLE.exec(unit) ?? [];
        if (variables && variable !== undefined) {
            if (!ESCAPED.has(variable))
                return undefined;
            pattern.push(variable);
        }
        else {
            pattern.push((wildcards && WILDCARDS.get(unit)) || unit);
        }
    }
    return pattern;
}
/**
 * Whether a value fits a pattern as a whole. Upper and lower case count, `*` crosses `:` and `/`. Takes at most the
 * product of both lengths, whatever they are made of.
 */
function fits(value, pattern) {
    const characters = [...value];
    let at = 0;
    let read = 0;
    /** Where to go on after the last `*` when what follows it does not fit: it takes one character more. */
    let back;
    while (at < characters.length) {
        const unit = pattern[read];
        if (unit === ANY) {
            read += 1;
            back = { read, at };
        }
        else if (unit !== undefined && (unit === ONE || unit === characters[at])) {
            read += 1;
            at += 1;
        }
        else if (back !== undefined) {
            back.at += 1;
            ({ at, read } = back);
        }
        else {
            return false;
        }
    }
    while (pattern[read] === ANY)
        read += 1;
    return read === pattern.length;
}
/** Whether a text has a wildcard that counts as one under an operator that knows them. */
function hasWildcard(text) {
    return /[*?]/.test(text.replace(/\$\{[*?$]\}/g, ''));
}
/** Whether a value fits a text in which `*` and `?` are wildcards, and nothing names a value of the request. */
function isLike(value, text) {
    const pattern = readPattern(text, { wildcards: true, variables: false });
    return pattern !== undefined && fits(value, pattern);
}
;// CONCATENATED MODULE: ./lib/bundling/trust/condition.js




/**
 * Judges one condition as IAM does (IAM User Guide, condition operators; set operators for multivalued keys): of the
 * policy's values one has to fit; a negated operator wants none to fit.
 *
 * @param value what the request has for the key
 * @param variables whether `${\u2026}` in the policy names a value of the request
 */
function judgeCondition(condition, value, variables) {
    const operator = readOperator(condition.operator);
    if (operator === undefined)
        return { met: null, why: 'IAM has no such condition operator' };
    if (condition.unreadable)
        return { met: null, why: 'the policy has a value here that is no text' };
    if (value.kind === 'unknown')
        return { met: null, why: `not decidable offline: ${value.why}` };
    if (operator.comparison === 'null')
        return judgePresence(condition.values, value);
    if (value.kind === 'absent')
        return judgeAbsent(operator, value.why);
    if (operator.quantifier === 'ForAllValues' && value.values.every(text => text === ''))
        return { met: true, why: 'the value is empty, which ForAllValues takes for no value at all' };
    if (operator.comparison === 'not-compared')
        return { met: null, why: 'not decidable offline: numbers, dates and addresses are not compared here' };
    const met = compared(operator, condition.values, value.values, variables);
    return { met, why: whyCompared(met, condition, operator, value.values) };
}
/** `Null` asks for `true` (the key is not there) or `false` (it is). */
function judgePresence(wanted, value) {
    const texts = wanted.map(text => text.toLowerCase());
    if (texts.some(text => text !== 'true' && text !== 'false'))
        return { met: null, why: 'Null is compared with neither true nor false' };
    const met = texts.includes(String(value.kind === 'absent'));
    return { met, why: value.kind === 'absent' ? value.why : 'the request has the key' };
}
function judgeAbsent(operator, why) {
    const met = holdsWithoutKey(operator);
    if (!met)
        return { met, why };
    const reason = operator.ifExists
        ? 'IfExists asks only when the key is there'
        : operator.quantifier === 'ForAllValues'
            ? 'ForAllValues holds when there is no value'
            : 'a negated operator holds when there is no value';
    return { met, why: `${why}, and ${reason}` };
}
function compared(operator, wanted, values, variables) {
    const one = (value) => {
        const fitting = some(wanted.map(text => compare(operator, value, text, variables)));
        return operator.negated ? not(fitting) : fitting;
    };
    if (operator.quantifier === 'ForAnyValue')
        return some(values.map(one));
    if (operator.quantifier === 'ForAllValues')
        return every(values.map(one));
    // A key is meant to have one value here. With several, a negation must hold for all of them.
    return operator.negated ? every(values.map(one)) : some(values.map(one));
}
/** @returns null when the policy's text holds a policy variable */
function compare({ comparison }, value, wanted, variables) {
    const folds = comparison === 'ignoring-case' || comparison === 'boolean';
    if (comparison === 'arn')
        return compareArn(value, wanted, variables);
    const reading = {
        wildcards: comparison === 'wildcards',
        variables: variables && comparison !== 'boolean',
    };
    const pattern = readPattern(folds ? wanted.toLowerCase() : wanted, reading);
    return pattern === undefined ? null : fits(folds ? value.toLowerCase() : value, pattern);
}
/** The six parts of an ARN are compared each for itself; the last one holds the colons that are left. */
function compareArn(value, wanted, variables) {
    const reading = { wildcards: true, variables };
    if (readPattern(wanted, reading) === undefined)
        return null;
    if (wanted === '*')
        return true;
    const parts = partsOfArn(value);
    const patterns = partsOfArn(wanted);
    if (parts === undefined || patterns === undefined)
        return false;
    return parts.every((part, index) => {
        const pattern = readPattern(patterns[index] ?? '', reading);
        return pattern !== undefined && fits(part, pattern);
    });
}
function partsOfArn(text) {
    const parts = text.split(':');
    return parts.length < 6 ? undefined : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
function whyCompared(met, { values: wanted, key }, { negated }, values) {
    if (met === null)
        return 'not decidable offline: the policy names a value of the request (${\u2026})';
    const name = shortName(key);
    const has = `the request has ${name} ${listed(values)}`;
    if (met)
        return negated ? `${has}, which is not ${listed(wanted)}` : has;
    if (wanted.length === 0)
        return `${has}, and the policy names no value`;
    return negated ? `${has}, which the policy excludes` : `${has}, and the policy wants ${listed(wanted)}`;
}
/** The claim of a condition key: what stands behind the provider's name. */
function shortName(key) {
    return printable_printable(/^(?:aws|sts|saml):/i.test(key) ? key : key.slice(key.lastIndexOf(':') + 1), 100);
}
const MOST_SHOWN = 5;
function listed(texts) {
    const shown = texts.slice(0, MOST_SHOWN).map(text => `"${printable_printable(text, 300)}"`);
    const more = texts.length - shown.length;
    return `${shown.join(' or ')}${more > 0 ? ` or ${more} more` : ''}`;
}
;// CONCATENATED MODULE: ./lib/bundling/trust/principal.js




/** Providers that AWS knows by their domain, without an ARN (IAM User Guide, OIDC federated principals). */
const BY_DOMAIN = new Set([
    'accounts.google.com',
    'cognito-identity.amazonaws.com',
    'graph.facebook.com',
    'www.amazon.com',
]);
/** Whether a statement names the bearer of the token. */
function judgePrincipal(principals, request) {
    if (principals === undefined)
        return { met: false, why: 'the statement names nobody' };
    const judged = principals.named.map(({ kind, name }) => judgeName(kind, name, request));
    const named = principals.everyone ? true : some(judged.map(({ met }) => met));
    if (principals.negated)
        return {
            met: not(named),
            why: named === true ? 'NotPrincipal names this provider' : 'NotPrincipal names others',
        };
    if (principals.everyone)
        return { met: true, why: 'the statement names everyone' };
    const telling = judged.find(({ met }) => met === named);
    return telling ?? { met: false, why: 'the statement names nobody' };
}
/** No wildcard inside a principal: either the whole of it is `*`, or it names one. */
function judgeName(kind, name, request) {
    if (kind !== 'Federated')
        return { met: false, why: `${kind} ${printable_printable(name, 200)} is nobody who comes with a token` };
    const provider = issuerOf(request);
    if (name === '*')
        return { met: true, why: 'the statement names every provider' };
    if (BY_DOMAIN.has(name) && name === provider)
        return { met: true, why: `the token comes from ${name}` };
    const arn = parseProviderArn(name);
    if (arn === undefined)
        return { met: false, why: `${printable_printable(name, 200)} is no OIDC provider` };
    if (arn.provider !== provider)
        return {
            met: false,
            why: `the statement trusts ${printable_printable(arn.provider, 200)}, and the token comes from ${printable_printable(provider, 200) || 'nowhere that it says'}`,
        };
    if (request.account !== undefined && arn.account !== request.account)
        return {
            met: false,
            why: `the provider is one of account ${arn.account}, and the role is in ${request.account}: only a provider of the role's own account counts`,
        };
    if (request.partition !== undefined && arn.partition !== request.partition)
        return { met: false, why: `the provider is in ${arn.partition}, and the role in ${request.partition}` };
    return { met: true, why: `the token comes from ${printable_printable(provider, 200)}` };
}
;// CONCATENATED MODULE: ./lib/bundling/trust/evaluate.js






/**
 * Whether a role with this trust policy may be assumed with this token: some statement allows it and none denies it.
 * That is AWS's answer at run time; what IAM refuses when a policy is created has no bearing on it. Signature, expiry
 * and the client IDs of the identity provider are not looked at.
 *
 * Where the role's account is not known the provider's ARN is taken at its word; if providers of several accounts
 * would make a difference the answer is null.
 */
function evaluate(policy, request) {
    const [first, ...others] = possibleRequests(policy, request).map(possible => decide(policy, possible));
    if (first === undefined)
        throw new Error('there is one request at the least');
    if (others.every(({ allowed }) => allowed === first.allowed))
        return first;
    return {
        ...first,
        allowed: null,
        why: "It trusts identity providers of several accounts, and the role's account is not known.",
    };
}
function possibleRequests(policy, request) {
    if (request.account !== undefined)
        return [request];
    const accounts = policy.statements.flatMap(({ principals }) => (principals?.named ?? []).flatMap(({ name }) => {
        const arn = parseProviderArn(name);
        return arn?.provider === issuerOf(request) ? [arn.account] : [];
    }));
    const distinct = [...new Set(accounts)];
    return distinct.length === 0 ? [request] : distinct.map(account => ({ ...request, account }));
}
function decide(policy, request) {
    const [main = '', ...further] = neededActions(request);
    const statements = policy.statements.map(statement => judgeStatement(statement, main, policy, request));
    const answers = [decideAction(statements)];
    for (const action of further) {
        const same = policy.statements.map(statement => judgeStatement(statement, action, policy, request));
        answers.push(decideAction(same));
    }
    const listed = isRoleListed(request);
    const allowed = every([...answers, ...(listed === undefined ? [] : [listed])]);
    return { allowed, why: reason(statements, answers, listed, further, allowed), statements };
}
function decideAction(statements) {
    const of = (effect) => 
    // What is neither may be either.
    statements.flatMap(({ statement, applies }) => statement.effect === effect
        ? [applies]
        : statement.effect === undefined && applies !== false
            ? [null]
            : []);
    return every([some(of('Allow')), not(some(of('Deny')))]);
}
function judgeStatement(statement, action, { variables }, request) {
    const principal = judgePrincipal(statement.principals, request);
    const judgedAction = judgeAction(statement.actions, action);
    const conditions = statement.conditions.map(condition => ({
        condition,
        ...judgeCondition(condition, keyValue(condition.key, request), variables),
    }));
    const applies = every([principal.met, judgedAction.met, ...conditions.map(({ met }) => met)]);
    return { statement, principal, action: judgedAction, conditions, applies };
}
function judgeAction({ negated, patterns }, action) {
    const named = patterns.some(text => isLike(action.toLowerCase(), text.toLowerCase()));
    const met = named !== negated;
    return { met, why: met ? `it covers ${action}` : `it does not cover ${action}` };
}
function reason(statements, answers, listed, further, allowed) {
    const denied = statements.find(({ statement, applies }) => statement.effect === 'Deny' && applies === true);
    if (denied !== undefined)
        return `${nameOf(denied.statement)} denies it.`;
    if (listed === false)
        return 'The token names the roles that it may be used for, and this is none of them.';
    const missing = further.filter((_, index) => answers[index + 1] === false);
    if (answers[0] === true && missing.length > 0)
        return `The token carries tags or a source identity, and no statement allows ${missing.join(' and ')}.`;
    const admitting = statements.find(({ statement, applies }) => statement.effect === 'Allow' && applies === true);
    if (allowed === true && admitting !== undefined)
        return `${nameOf(admitting.statement)} admits it.`;
    return allowed === null ? 'It depends on what only AWS knows.' : 'No statement admits it.';
}
/** How a statement is called in texts. */
function nameOf({ index, sid }) {
    return sid ? `Statement ${index} (${sid})` : `Statement ${index}`;
}
;// CONCATENATED MODULE: ./lib/bundling/explain/cause.js

/** Where a cause is explained at length. */
function pageOf(cause) {
    return `${TROUBLESHOOTING}#${cause}`;
}
;// CONCATENATED MODULE: ./lib/bundling/explain/explanation.js




/** The contract of `explain --json`; the job summary of a refusal has the same. */
function explanationJson(told) {
    const { allowed, why, verdict, causes, lint, statement, notes } = told;
    return {
        version: 1,
        allowed,
        why,
        conditions: (verdict?.statements ?? []).flatMap(({ statement: { index, effect }, conditions }) => conditions.map(({ condition: { operator, key }, met, why: reason }) => ({
            statement: index,
            effect: effect ?? null,
            operator,
            key,
            met,
            why: reason,
        }))),
        statements: (verdict?.statements ?? []).map(({ statement: { index, sid, effect }, principal, action, applies }) => ({
            statement: index,
            sid: sid ?? null,
            effect: effect ?? null,
            applies,
            principal,
            action,
        })),
        causes: causes.map(cause => ({ ...cause, page: pageOf(cause.cause) })),
        lint: lint.map(({ statement: place, ...finding }) => ({ ...finding, statement: place ?? null })),
        statement: statement ?? null,
        notes,
    };
}
/** The same for people. */
function explanationText(told) {
    const { allowed, why, verdict, causes, lint, statement, passing, notes } = told;
    const answer = allowed === null ? 'Undecided' : allowed ? 'Admitted' : 'Refused';
    const parts = [
        `${answer}: ${why}`,
        ...(verdict?.statements ?? []).map(statementLines),
        ...(causes.length > 0 ? [causeLines(causes)] : []),
        ...(lint.length > 0
            ? [
                `Lint:\n${lint.map(({ rule, severity, statement: place, what, write }) => `  ${severity} ${rule}${place === undefined ? '' : ` (statement ${place})`}: ${what}\n${indented(write, '      ')}`).join('\n')}`,
            ]
            : []),
        ...(statement === undefined
            ? []
            : [
                `This statement admits exactly this job:${passing === undefined ? '' : ` ${passingNote(passing)}`}\n${policyJson(statement)}`,
            ]),
        ...notes,
    ];
    return `${parts.join('\n\n')}\n`;
}
/** A statement with what is met of it and what is not. */
function statementLines({ statement, principal, action, conditions, applies, }) {
    const state = applies === null ? 'is not decided' : applies ? 'applies' : 'does not apply';
    const rows = [
        `${mark(principal.met)} Principal: ${principal.why}`,
        `${mark(action.met)} Action: ${action.why}`,
        ...conditions.map(({ condition: { operator, key }, met, why }) => `${mark(met)} ${printable_printable(operator, 60)} ${printable_printable(key, 200)}: ${why}`),
    ];
    return `${nameOf(statement)}, ${statement.effect ?? 'no effect'}, ${state}:\n${indented(rows.join('\n'), '  ')}`;
}
function mark(met) {
    return met === null ? '?      ' : met ? 'met    ' : 'not met';
}
function causeLines(causes) {
    const title = causes.length === 1 ? 'Cause' : 'Causes, the first one first';
    return `${title}:\n${indented(causesInWords(causes), '  ')}`;
}
/** Causes with their evidence; the first one is the one to look at. */
function causesInWords(causes) {
    return causes
        .map(({ proven, what, change }, index) => {
        const sure = proven ? '' : ' (Not proven.)';
        return `${index + 1}. ${what}${sure}${change === undefined ? '' : `\n${indented(change, '   ')}`}`;
    })
        .join('\n');
}
/** What is said of a statement that admits one run only. */
function passingNote(passing) {
    const instead = {
        'merge queue': 'jobs of the merge queue have a branch of their own for each entry. Give the job an `environment:` and trust that.',
        'pull request': 'each pull request has a ref of its own. Trust \u2026:pull_request, on a role that may only read.',
        tag: 'each tag has a subject of its own. Give the job an `environment:` and trust that, or write "StringLike" with \u2026:ref:refs/tags/v*.',
        'bot branch': 'a bot makes a branch for each of its pull requests. Give the job an `environment:` and trust that.',
    }[passing];
    return `It would fit this one run only: ${instead}`;
}
function indented(text, by) {
    return text.replace(/^(?=.)/gm, by);
}
;// CONCATENATED MODULE: ./lib/bundling/trust/asked.js



/**
 * The demands of a statement on a claim. Conditions that hold for a token without the claim, and negations, demand
 * nothing of this kind. Of several demands all have to be met.
 */
function demandsOn(statement, provider, claim) {
    const wanted = `${provider}:${claim}`.toLowerCase();
    return statement.conditions.flatMap(condition => {
        const operator = readOperator(condition.operator);
        if (operator === undefined || condition.key.toLowerCase() !== wanted)
            return [];
        if (operator.negated || holdsWithoutKey(operator))
            return [];
        if (!['exact', 'ignoring-case', 'wildcards'].includes(operator.comparison))
            return [];
        const wild = operator.comparison === 'wildcards';
        return [{ condition, values: condition.values.map(text => ({ text, wild: wild && hasWildcard(text) })) }];
    });
}
/** Every OIDC provider that a statement names, with the account of its ARN. */
function providersOf(statement) {
    if (statement.principals === undefined || statement.principals.negated)
        return [];
    return statement.principals.named.flatMap(({ kind, name }) => {
        const parts = kind === 'Federated' ? parseProviderArn(name) : undefined;
        return parts === undefined ? [] : [{ arn: name, ...parts }];
    });
}
/** GitHub's issuers that a statement trusts, by provider name; spelled wrongly or not. */
function gitHubProvidersOf(statement) {
    const names = providersOf(statement).map(({ provider }) => provider.replace(/^https?:\/\//, '').replace(/\/+$/, ''));
    return [...new Set(names.filter(isGitHub))];
}
/** Whether a statement lets anybody in with a token of GitHub's. */
function admitsGitHub(statement) {
    return statement.effect === 'Allow' && gitHubProvidersOf(statement).length > 0;
}
;// CONCATENATED MODULE: ./lib/bundling/trust/finding.js
const SEVERITIES = {
    'any-caller-of-workflow': 'warning',
    'branch-prefix-collision': 'warning',
    'for-all-values': 'error',
    'if-exists': 'warning',
    'letter-case': 'error',
    malformed: 'error',
    'mutable-workflow-ref': 'warning',
    'names-without-ids': 'notice',
    'no-audience': 'warning',
    'no-subject': 'error',
    'old-form-left': 'warning',
    'open-principal': 'warning',
    'open-to-all': 'error',
    'org-wide': 'warning',
    'over-quota': 'warning',
    'owner-prefix': 'error',
    'provider-of-another-account': 'error',
    'provider-spelling': 'error',
    'pull-request': 'warning',
    'repo-prefix': 'warning',
    'repo-wide': 'warning',
    'several-providers': 'warning',
    'unknown-key': 'error',
    'wildcard-under-exact-operator': 'error',
};
function finding(rule, statement, what, write) {
    return { rule, severity: SEVERITIES[rule], statement, what, write };
}
;// CONCATENATED MODULE: ./lib/bundling/trust/lint-conditions.js








/** Conditions that do not do what they say. */
function lintConditions(statement, payload) {
    return [
        ...statement.conditions.flatMap(condition => [
            ...lintWildcard(statement, condition),
            ...lintKey(statement, condition),
            ...lintMissing(statement, condition),
            ...lintCase(statement, condition, payload),
        ]),
        ...gitHubProvidersOf(statement).flatMap(provider => lintWorkflow(statement, provider)),
    ];
}
function lintWildcard(statement, condition) {
    const operator = readOperator(condition.operator);
    if (operator === undefined || !['exact', 'ignoring-case'].includes(operator.comparison))
        return [];
    const wild = condition.values.find(hasWildcard);
    if (wild === undefined)
        return [];
    const like = condition.operator.replace(/(String(?:Not)?)Equals(?:IgnoreCase)?/i, '$1Like');
    const happens = operator.negated ? 'is met by every value' : 'never fits any value';
    return [
        finding('wildcard-under-exact-operator', statement.index, `\`${printable_printable(wild, 300)}\` under ${condition.operator} ${happens}: there \`*\` and \`?\` are characters like others.`, `"${like}": { "${condition.key}": "${printable_printable(wild, 300)}" }`),
    ];
}
/** Keys that AWS does not have: a plain condition on one never holds, and one with IfExists always. */
function lintKey(statement, condition) {
    const operator = readOperator(condition.operator);
    if (operator === undefined || operator.comparison === 'null')
        return [];
    const why = unknownKey(statement, condition.key);
    if (why === undefined)
        return [];
    const holds = holdsWithoutKey(operator);
    const effect = statement.effect === 'Deny'
        ? holds
            ? 'so it denies whatever else fits'
            : 'so this Deny never denies anything'
        : holds
            ? 'so it holds for every token and keeps nobody out'
            : 'so the condition never holds and nobody gets in';
    return [
        finding('unknown-key', statement.index, `${printable_printable(condition.key, 200)}: ${why}, ${effect}.`, 'Keys that AWS has for GitHub: aud, sub, repository, repository_id, repository_owner_id, ref, environment, workflow, job_workflow_ref, actor, actor_id, enterprise_id.'),
    ];
}
function unknownKey(statement, key) {
    const providers = providersOf(statement).map(({ provider }) => provider);
    if (!providers.some(isGitHub) && gitHubProvidersOf(statement).length === 0)
        return undefined;
    const name = key.toLowerCase();
    if (/^(?:aws|sts):/.test(name)) {
        const value = keyValue(key, { payload: new Map() });
        return name.startsWith('sts:') && value.kind === 'absent' && /AssumeRole/.test(value.why)
            ? 'AWS has no such key when a role is assumed with a token'
            : undefined;
    }
    const own = providers.find(provider => name.startsWith(`${provider.toLowerCase()}:`));
    if (own === undefined)
        return `it is no key of ${printable_printable(providers.join(' or '), 200)}`;
    const claim = name.slice(own.length + 1);
    return conditionClaims(own).includes(claim)
        ? undefined
        : `AWS makes no condition key of the claim ${printable_printable(claim, 100)}`;
}
/** In an Allow, a condition that holds without the claim admits tokens that do not have it. */
function lintMissing(statement, condition) {
    const operator = readOperator(condition.operator);
    if (statement.effect !== 'Allow' || operator === undefined || operator.negated)
        return [];
    if (!holdsWithoutKey(operator) || operator.comparison === 'null')
        return [];
    if (unknownKey(statement, condition.key) !== undefined || isPresenceDemanded(statement, condition.key))
        return [];
    const plain = condition.operator.replace(/^ForAllValues:/i, '').replace(/IfExists$/i, '');
    const rule = operator.quantifier === 'ForAllValues' ? 'for-all-values' : 'if-exists';
    return [
        finding(rule, statement.index, `${condition.operator} holds for a token without \`${shortName(condition.key)}\`, so that such a token is admitted. IAM does not count it as a demand either.`, `"${plain}": { "${condition.key}": ${JSON.stringify(condition.values.length === 1 ? condition.values[0] : condition.values)} }`),
    ];
}
/** Another condition of the statement wants the key to be there. */
function isPresenceDemanded(statement, key) {
    return statement.conditions.some(({ key: other, operator: name, values }) => {
        const operator = readOperator(name);
        if (operator === undefined || other.toLowerCase() !== key.toLowerCase())
            return false;
        if (operator.comparison === 'null')
            return values.every(value => value.toLowerCase() === 'false');
        return !operator.negated && !holdsWithoutKey(operator);
    });
}
/** Words of GitHub's that are spelled in one way only. */
const WORDS = [
    [/^repo:/i, 'repo:'],
    [/:environment:/i, ':environment:'],
    [/:pull_request$/i, ':pull_request'],
    [/:ref:/i, ':ref:'],
    [/(?<=^|:)refs\/heads\//i, 'refs/heads/'],
    [/(?<=^|:)refs\/tags\//i, 'refs/tags/'],
];
function lintCase(statement, condition, payload) {
    const operator = readOperator(condition.operator);
    if (operator === undefined || !['exact', 'wildcards'].includes(operator.comparison))
        return [];
    const own = gitHubProvidersOf(statement).some(provider => condition.key.toLowerCase().startsWith(`${provider.toLowerCase()}:`));
    if (!own)
        return [];
    const claim = payload?.get(shortName(condition.key).toLowerCase());
    return condition.values.flatMap(value => {
        const right = typeof claim === 'string' && claim !== value && claim.toLowerCase() === value.toLowerCase()
            ? claim
            : WORDS.reduce((text, [wrong, word]) => text.replace(wrong, word), value);
        if (right === value)
            return [];
        return [
            finding('letter-case', statement.index, `\`${printable_printable(value, 300)}\` differs in upper and lower case from what GitHub sends, and case counts.`, `"${condition.operator}": { "${condition.key}": "${printable_printable(right, 300)}" }`),
        ];
    });
}
/** A workflow at a branch or tag can be changed by whoever may push there; at a commit it cannot. */
function lintWorkflow(statement, provider) {
    if (statement.effect !== 'Allow')
        return [];
    const bySubject = demandsOn(statement, provider, 'sub').flatMap(({ values }) => values.flatMap(({ text }) => /job_workflow_ref:([^:]+)/.exec(text)?.[1] ?? []));
    const byKey = demandsOn(statement, provider, 'job_workflow_ref').flatMap(({ values }) => values.map(({ text }) => text));
    return [...bySubject, ...byKey]
        .filter(text => !/@[0-9a-f]{40}$/.test(text))
        .map(text => finding('mutable-workflow-ref', statement.index, `\`${printable_printable(text, 300)}\` names a workflow at a branch or a tag, where it can be changed.`, `"StringEquals": { "${provider}:job_workflow_ref": "${printable_printable(text.split('@', 1)[0] ?? '', 300)}@COMMIT" }   (and call it with \`uses: \u2026@COMMIT\`)`));
}
;// CONCATENATED MODULE: ./lib/bundling/trust/scope.js

const scope_ANY = { fixed: 'any', text: '' };
/**
 * Takes a value for `sub` apart. A `*` crosses every separator, so that nothing behind an open one is fixed, but for
 * what follows to the end.
 */
function subjectScope(value, wild) {
    const scope = (owner, repository, context, custom = false) => ({
        value,
        owner,
        repository,
        context,
        custom,
    });
    if (wild && /^[*?]/.test(value))
        return scope(scope_ANY, scope_ANY, partOf(afterContextMark(value), wild));
    if (!value.startsWith('repo:')) {
        if (wild && 'repo:'.startsWith(value.split(/[*?]/, 1)[0] ?? ''))
            return scope(scope_ANY, scope_ANY, scope_ANY);
        const part = partOf(value, wild);
        return scope(part, part, part, true);
    }
    const rest = value.slice('repo:'.length);
    const slash = rest.search(/[/:]/);
    const owner = partOf(slash < 0 ? rest : rest.slice(0, slash), wild);
    if (slash < 0)
        return scope(owner, scope_ANY, scope_ANY);
    if (rest[slash] === ':')
        return scope(owner, scope_ANY, partOf(rest.slice(slash + 1), wild));
    const behind = rest.slice(slash + 1);
    const colon = behind.indexOf(':');
    const repository = partOf(colon < 0 ? behind : behind.slice(0, colon), wild);
    const context = colon < 0 ? scope_ANY : partOf(behind.slice(colon + 1), wild);
    // `repo:acme*/shop:\u2026`: the repository may belong to whoever's name begins so.
    return owner.fixed === 'exact'
        ? scope(owner, repository, context)
        : scope(owner, { ...repository, fixed: owner.fixed }, context);
}
/** `NAME@*` fixes the name: an `@` stands in no name, and what follows is the ID. */
function partOf(text, wild) {
    if (!wild || !/[*?]/.test(text))
        return { fixed: 'exact', text };
    const name = /^([^@*?]+)@\*$/.exec(text)?.[1];
    if (name !== undefined)
        return { fixed: 'exact', text: name };
    const head = text.split(/[*?]/, 1)[0] ?? '';
    return { fixed: head === '' ? 'any' : 'prefix', text: head };
}
/** `*:environment:prod` still fixes how it ends. */
function afterContextMark(value) {
    const mark = /:(environment:.*|ref:.*|pull_request)$/.exec(value);
    return mark?.[1] ?? '*';
}
/** @param provider the issuer's name, as the condition keys begin */
function scopeOf(statement, provider) {
    const demands = (claim) => demandsOn(statement, provider, claim);
    const subjects = narrowest(demands('sub').map(({ values }) => values.map(({ text, wild }) => subjectScope(text, wild))));
    const byRepositoryId = demands('repository_id').some(isExact);
    const byOwnerId = demands('repository_owner_id').some(isExact);
    const names = demands('repository');
    const byName = names.some(isExact);
    const ownerNamed = names.some(({ values }) => values.every(({ text, wild }) => !wild || /^[^*?/]+\//.test(text)));
    return {
        subjects,
        owner: byRepositoryId || byOwnerId || byName || ownerNamed || demands('enterprise_id').some(isExact),
        repository: byRepositoryId || byName,
        context: ['environment', 'ref', 'workflow', 'job_workflow_ref', 'actor', 'actor_id'].some(claim => demands(claim).some(({ values }) => values.every(({ text, wild }) => !wild || !/^\*+$/.test(text)))),
        byId: byRepositoryId ||
            byOwnerId ||
            (subjects.length > 0 && subjects.every(({ value }) => /^repo:[^/:@]+@\d+\/[^/:@]+@\d+:/.test(value))),
    };
}
/** All demands have to be met, so that the one that admits the fewest counts. */
function narrowest(demands) {
    const [first = [], ...others] = demands;
    return others.reduce((best, other) => (openness(other) < openness(best) ? other : best), first);
}
/** How open the most open of some alternatives is. */
function openness(scopes) {
    const weight = { exact: 0, prefix: 1, any: 2 };
    return Math.max(...scopes.map(({ owner, repository, context }) => weight[owner.fixed] * 9 + weight[repository.fixed] * 3 + weight[context.fixed]));
}
function isExact({ values }) {
    return values.length > 0 && values.every(({ wild }) => !wild);
}
;// CONCATENATED MODULE: ./lib/bundling/trust/lint-scope.js




/** Who may enter that should not: the breadth of what each statement admits with GitHub's tokens. */
function lintScope(statement) {
    if (!admitsGitHub(statement))
        return [];
    return gitHubProvidersOf(statement).flatMap(provider => {
        const scope = scopeOf(statement, provider);
        return [
            ...lintSubject(statement, provider, scope),
            ...scope.subjects.flatMap(subject => lintBreadth(statement, provider, subject, scope)),
            ...lintRefs(statement, provider),
        ];
    });
}
function lintSubject(statement, provider, scope) {
    const byWorkflow = demandsOn(statement, provider, 'job_workflow_ref');
    const found = [];
    if (scope.subjects.length === 0 && byWorkflow.length === 0)
        found.push(finding('no-subject', statement.index, `It demands no \`sub\`${scope.repository ? '' : ', so that every job on GitHub may enter that meets the rest'}. IAM does not take such a policy any more.`, exactly(provider, 'repo:OWNER/NAME:environment:ENVIRONMENT')));
    else if (scope.subjects.length === 0 && !scope.owner)
        found.push(finding('any-caller-of-workflow', statement.index, 'It demands a workflow, and not the repository that calls it: whoever may call the workflow may enter.', `"StringEquals": { "${provider}:repository_owner_id": "ID OF THE OWNER" }`));
    if (demandsOn(statement, provider, 'aud').length === 0)
        found.push(finding('no-audience', statement.index, 'It demands no `aud`, so that a token that was made for another service is taken as well.', `"StringEquals": { "${provider}:aud": "sts.amazonaws.com" }`));
    if (needsIds(scope, provider))
        found.push(finding('names-without-ids', statement.index, 'It names the repository and not its ID. Names can be taken over when a repository or its owner is renamed or deleted; IDs cannot.', `"StringEquals": { "${provider}:repository_id": "ID" }   (gh api repos/OWNER/NAME --jq .id)`));
    return found;
}
/** Servers of one's own have no keys for IDs. */
function needsIds(scope, provider) {
    if (scope.byId || provider.endsWith('/_services/token'))
        return false;
    return scope.subjects.some(({ custom, owner, repository }) => !custom && owner.fixed === 'exact' && repository.fixed === 'exact');
}
function lintBreadth(statement, provider, subject, scope) {
    const { value, owner, repository } = subject;
    const shown = `\`${printable_printable(value, 300)}\``;
    const say = (rule, what, write) => [
        finding(rule, statement.index, what, write),
    ];
    if (subject.custom)
        return [];
    if (owner.fixed === 'any' && !scope.owner)
        return say('open-to-all', `${shown} admits jobs of every repository on GitHub.`, exactly(provider, `repo:OWNER/NAME:${contextFor(subject)}`));
    if (owner.fixed === 'prefix' && !scope.owner)
        return say('owner-prefix', `${shown} admits every owner whose name begins with "${printable_printable(owner.text, 100)}", and anybody can take such a name.`, exactly(provider, `repo:${owner.text}/NAME:${contextFor(subject)}`));
    const name = owner.fixed === 'exact' ? owner.text : 'OWNER';
    if (repository.fixed === 'any' && !scope.repository)
        return say('org-wide', `${shown} admits every repository of ${owner.fixed === 'exact' ? printable_printable(name, 100) : 'the owner'}, also those that are made later.`, exactly(provider, `repo:${name}/NAME:${contextFor(subject)}`));
    if (repository.fixed === 'prefix' && !scope.repository)
        return say('repo-prefix', `${shown} admits every repository of ${printable_printable(name, 100)} whose name begins with "${printable_printable(repository.text, 100)}".`, exactly(provider, `repo:${name}/${repository.text}:${contextFor(subject)}`));
    return scope.context ? [] : lintContext(statement, provider, subject);
}
function lintContext(statement, provider, { value, owner, repository, context }) {
    const shown = `\`${printable_printable(value, 300)}\``;
    const repo = `repo:${owner.fixed === 'exact' ? owner.text : 'OWNER'}/${repository.fixed === 'exact' ? repository.text : 'NAME'}`;
    if (context.fixed === 'any')
        return [
            finding('repo-wide', statement.index, `${shown} admits every branch, every tag and every pull request of the repository: whoever may push a branch may enter.`, exactly(provider, `${repo}:environment:ENVIRONMENT`)),
        ];
    if ('pull_request'.startsWith(context.text) &&
        (context.fixed === 'prefix' || context.text === 'pull_request'))
        return [
            finding('pull-request', statement.index, `${shown} admits pull requests, whose code nobody has reviewed yet. On a role that deploys this is as good as no review.`, `${exactly(provider, `${repo}:environment:ENVIRONMENT`)}\nFor pull requests make a second role that may only read.`),
        ];
    return collision(statement, provider, context, `${repo}:`, 'sub');
}
/** `main*` admits `main-of-somebody`; `release/*` and `v*` say what they mean. */
function collision(statement, provider, { fixed, text }, before, claim) {
    if (fixed !== 'prefix' || !/(?:refs\/heads\/|environment:)[^:]*[A-Za-z0-9]$/.test(text))
        return [];
    return [
        finding('branch-prefix-collision', statement.index, `\`${printable_printable(`${before}${text}`, 300)}*\` admits every name that begins so, and anybody who may push can make one.`, `"StringEquals": { "${provider}:${claim}": "${before}${text}" }`),
    ];
}
/** The same mistake in a condition on `ref`. */
function lintRefs(statement, provider) {
    return demandsOn(statement, provider, 'ref').flatMap(({ values }) => values.flatMap(({ text, wild }) => {
        const head = text.split(/[*?]/, 1)[0] ?? '';
        return wild ? collision(statement, provider, { fixed: 'prefix', text: head }, '', 'ref') : [];
    }));
}
function contextFor({ context }) {
    return context.fixed === 'exact' && context.text !== '' ? context.text : 'environment:ENVIRONMENT';
}
function exactly(provider, subject) {
    return `"StringEquals": { "${provider}:sub": "${printable_printable(subject, 400)}" }`;
}
;// CONCATENATED MODULE: ./lib/bundling/trust/lint.js







/**
 * What is wrong with a trust policy, the worst first. It says what the policy does, not what was meant: who may enter
 * that should not, what IAM would refuse, and what can never do what it says.
 */
function lint(policy, facts = {}) {
    const found = [
        ...policy.faults.map(({ statement, why }) => finding('malformed', statement, `IAM does not take this: ${printable_printable(why, 300)}.`, 'Write it as IAM knows it: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html')),
        ...policy.statements.flatMap(statement => [
            ...lintPrincipals(statement, facts.account),
            ...lintScope(statement),
            ...lintConditions(statement, facts.payload),
        ]),
        ...lintOldForms(policy),
        ...lintProviders(policy),
        ...lintSize(policy),
    ];
    const order = { error: 0, warning: 1, notice: 2 };
    return found.sort((a, b) => order[a.severity] - order[b.severity]);
}
function lintPrincipals(statement, account) {
    const found = providersOf(statement).flatMap(({ arn, provider, account: home, partition }) => {
        const right = provider.replace(/^https?:\/\//, '').replace(/\/+$/, '');
        const misspelt = right !== provider && gitHubProvidersOf(statement).includes(right);
        return [
            ...(misspelt
                ? [
                    finding('provider-spelling', statement.index, `${printable_printable(arn, 300)} is no provider that exists: IAM names one without scheme and without a slash at the end.`, `"Federated": "arn:${partition}:iam::${home}:oidc-provider/${right}"`),
                ]
                : []),
            ...(account !== undefined && home !== account
                ? [
                    finding('provider-of-another-account', statement.index, `The provider is one of account ${home}, and the role is in ${account}. Only a provider of the role's own account counts.`, `"Federated": "arn:${partition}:iam::${account}:oidc-provider/${printable_printable(right, 300)}"`),
                ]
                : []),
        ];
    });
    const everyone = statement.effect === 'Allow' && statement.principals?.everyone && coversWebIdentity(statement);
    if (everyone)
        found.push(finding('open-principal', statement.index, 'It names everyone: every identity provider of the account, and whoever may call AWS at all.', '"Principal": { "Federated": "arn:aws:iam::ACCOUNT:oidc-provider/token.actions.githubusercontent.com" }'));
    return found;
}
function coversWebIdentity({ actions }) {
    return (actions.negated ||
        actions.patterns.some(text => /^(?:\*|sts:(?:\*|AssumeRole(?:\*|WithWebIdentity)))$/i.test(text)));
}
/** The old form beside the immutable one of the same subject: whoever takes over the name may enter by it. */
function lintOldForms(policy) {
    const subjects = policy.statements.filter(admitsGitHub).flatMap(statement => gitHubProvidersOf(statement).flatMap(provider => demandsOn(statement, provider, 'sub').flatMap(({ values }) => values.map(({ text }) => ({
        statement,
        text,
        provider,
        // `O@*/R@*` is written for the immutable form as well.
        subject: parseSubject(text.replaceAll('@*', '@0')),
        held: scopeOf(statement, provider).byId,
    })))));
    return subjects.flatMap(({ statement, text, provider, subject, held }) => {
        if (subject === undefined || subject.ids !== undefined || held)
            return [];
        const twin = subjects.find(({ subject: other }) => other?.ids !== undefined &&
            other.owner === subject.owner &&
            other.repository === subject.repository &&
            other.context === subject.context);
        if (twin === undefined)
            return [];
        return [
            finding('old-form-left', statement.index, `\`${printable_printable(text, 300)}\` is the old form of \`${printable_printable(twin.text, 300)}\`. Whoever takes over the name of the repository may enter by it.`, `Remove it once no token has it any more, or hold it fast until then: "StringEquals": { "${provider}:repository_id": "ID" }`),
        ];
    });
}
function lintProviders(policy) {
    const all = policy.statements.filter(({ effect }) => effect === 'Allow').flatMap(providersOf);
    const arns = [...new Set(all.map(({ arn }) => arn))];
    if (arns.length < 2)
        return [];
    return [
        finding('several-providers', undefined, `It trusts ${arns.length} providers: ${printable_printable(arns.join(', '), 600)}. Each has condition keys of its own; those of one do not bind the tokens of another.`, 'One role for each provider; where one must have several, one statement for each, with its own keys.'),
    ];
}
/** Characters without white space that a trust policy may have unless the account's quota was raised (IAM quotas). */
const QUOTA = 2048;
function lintSize({ size }) {
    if (size <= QUOTA)
        return [];
    return [
        finding('over-quota', undefined, `It has ${size} characters; ${QUOTA} are allowed unless the quota of the account was raised (to 4096 at the most).`, 'Service Quotas, IAM, "Role trust policy length"; or split the role.'),
    ];
}
;// CONCATENATED MODULE: ./lib/bundling/explain/likely-causes.js




/**
 * What a role mostly refuses such a token for, when its trust policy is not known: AWS gives the same answer for all of
 * them. First what the token gives evidence of, then in the order in which it happens.
 *
 * @param fork whether the job is one of a pull request from a fork
 */
function likelyCauses(request, fork) {
    const subject = textClaim(request, 'sub');
    const isImmutable = parseSubject(subject)?.ids !== undefined;
    return [
        ...(fork ? [forkCause()] : []),
        ...issuerCauses(request),
        ...(isImmutable ? [immutableCause(subject)] : []),
        ...reusableCauses(request),
        contextCause(subject),
        ...(isImmutable ? [] : [nameCause(subject)]),
        roleCause(request),
    ];
}
function unproven(cause, what, change, also = []) {
    return {
        cause,
        proven: false,
        what,
        ...(change !== undefined && { change }),
        ...(also.length > 0 && { also }),
    };
}
function forkCause() {
    return unproven('fork', 'The pull request comes from a fork, and the trust policy does well not to admit it: its author could change what runs.', 'Skip the step for forks:\n  if: github.event.pull_request.head.repo.full_name == github.repository');
}
function issuerCauses(request) {
    const provider = issuerOf(request);
    const kind = issuerKind(provider);
    if (kind === 'github.com' || kind === 'other')
        return [];
    return [
        unproven('issuer', `The token comes from ${printable_printable(provider, 200)}, and the trust policy names the provider of github.com, or its keys: an issuer of one's own is another provider with other keys.`, `Principal.Federated: arn:${request.partition ?? 'aws'}:iam::${request.account ?? 'ACCOUNT'}:oidc-provider/${printable_printable(provider, 200)}, and "${printable_printable(provider, 200)}:sub" as the key`),
    ];
}
function immutableCause(subject) {
    const { owner = '', repository = '' } = parseSubject(subject) ?? {};
    return unproven('immutable-subject', `The trust policy has the old form of the subject (repo:${printable_printable(`${owner}/${repository}`, 200)}:\u2026), or an old name. Repositories made, renamed or transferred since 15 July 2026 have IDs in it (repo:owner@id/name@id:\u2026), and others that were switched over.`, 'Let the policy have both forms of the subject, with `repository_id`.', ['renamed-repository', 'renamed-organization', 'letter-case']);
}
/** The file that the job is defined in is not the one that runs. */
function reusableCauses(request) {
    const file = (claim) => textClaim(request, claim).split('@', 1)[0] ?? '';
    const job = file('job_workflow_ref');
    const caller = file('workflow_ref');
    if (job === '' || caller === '' || job === caller)
        return [];
    return [
        unproven('reusable-workflow', `The job is defined in the reusable workflow ${printable_printable(job, 300)}: a condition on job_workflow_ref sees that file, and \`sub\` the repository that calls it.`, `job_workflow_ref: ${printable_printable(textClaim(request, 'job_workflow_ref'), 300)}`),
    ];
}
function contextCause(subject) {
    const parsed = parseSubject(subject);
    if (parsed === undefined)
        return unproven('custom-subject', 'The organization or the repository has a customised subject, and the trust policy has the default one.', `sub: ${printable_printable(subject, 300)}`);
    const context = contextOf(parsed.context);
    if (passingSubject(subject) === 'merge queue')
        return unproven('merge-queue', 'The job runs in the merge queue, on a branch of its own for each entry, and the trust policy names a branch or an environment.');
    switch (context.kind) {
        case 'environment':
            return unproven('branch-vs-environment', `The trust policy names a branch (\u2026:ref:refs/heads/\u2026) or another environment. A job with \`environment:\` has that environment as its subject, here ${printable_printable(context.name, 200)}, not its branch.`, undefined, ['other-environment']);
        case 'pull_request':
            return unproven('pull-request', 'Jobs of pull requests have the subject \u2026:pull_request, whatever the branch. Deploy from a branch or an environment; for reading use a role of its own.');
        case 'tag':
            return unproven('tag-vs-branch', 'The job runs for a tag, and the trust policy names a branch (\u2026:ref:refs/heads/\u2026) or an environment.', undefined, ['missing-environment']);
        default:
            return unproven('missing-environment', 'The trust policy names an environment, and the job has no `environment:`; or it names another branch or a tag.', 'In the job: `environment: NAME`, where the policy has \u2026:environment:NAME.', ['other-branch', 'tag-vs-branch']);
    }
}
function nameCause(subject) {
    const { owner = '', repository = '' } = parseSubject(subject) ?? {};
    const name = printable_printable(`${owner}/${repository}`, 200);
    const isMixed = subject !== subject.toLowerCase();
    return unproven(isMixed ? 'letter-case' : 'renamed-repository', `The trust policy names the repository otherwise than ${name}: ${isMixed ? 'in other upper and lower case, which counts, or by' : 'by'} an old name of the repository or of its owner${isMixed ? '' : ', or in other upper and lower case, which counts'}.`, undefined, isMixed ? ['renamed-repository', 'renamed-organization'] : ['renamed-organization', 'letter-case']);
}
function roleCause({ role, account }) {
    const where = account === undefined ? 'that account' : `account ${account}`;
    return unproven('role-missing', `The role ${role === undefined ? '' : `${role} `}does not exist in ${where}, is spelled otherwise, or was made moments ago; or its trust policy names a provider of another account, or has a condition on a claim that AWS makes no key of, which never holds.`, undefined, ['other-account', 'unknown-key']);
}
function textClaim({ payload }, claim) {
    const value = payload.get(claim);
    return typeof value === 'string' ? value : '';
}
;// CONCATENATED MODULE: ./lib/bundling/explain/subject-difference.js



/**
 * Why a token's subject does not fit what the policy has for it, the worst difference first.
 *
 * @param wanted one value of the policy, in which `*` and `?` stand for anything
 * @param fork whether the job is one of a pull request from a fork
 */
function subjectDifferences(subject, wanted, fork) {
    if (isLike(subject.toLowerCase(), wanted.toLowerCase()))
        return [
            {
                cause: 'letter-case',
                what: `The token has ${shown(subject)}, and the policy ${shown(wanted)}: upper and lower case count.`,
            },
        ];
    const token = parseSubject(subject);
    const policy = parseSubject(wanted.replace(/@\*(?=[/:])/g, '@0'));
    if (token === undefined || policy === undefined)
        return [customised(subject, wanted)];
    return [
        ...nameDifferences(token, policy),
        ...contextDifferences(token, policy, fork),
        ...formDifferences(token, policy),
    ];
}
function nameDifferences(token, policy) {
    const owner = isLike(token.owner, policy.owner);
    const repository = isLike(token.repository, policy.repository);
    const full = ({ owner: who, repository: name }) => printable_printable(`${who}/${name}`, 200);
    const names = `The token is of ${full(token)}, and the policy names ${full(policy)}`;
    const sameIds = token.ids !== undefined &&
        token.ids.owner === policy.ids?.owner &&
        token.ids.repository === policy.ids.repository;
    if (owner && repository)
        return idDifferences(token, policy);
    if (isLike(full(token).toLowerCase(), full(policy).toLowerCase()))
        return [{ cause: 'letter-case', what: `${names}: upper and lower case count.` }];
    const certainly = sameIds
        ? 'It is the same repository, by its IDs: it'
        : 'If it is the same repository, it';
    if (repository)
        return [
            {
                cause: 'renamed-organization',
                what: `${names}. ${certainly} was transferred, or its owner was renamed.`,
            },
        ];
    if (owner)
        return [{ cause: 'renamed-repository', what: `${names}. ${certainly} was renamed.` }];
    return [
        sameIds
            ? {
                cause: 'renamed-repository',
                what: `${names}. It is the same repository by its IDs: it was renamed and transferred.`,
            }
            : { cause: 'other-repository', what: `${names}.` },
    ];
}
function idDifferences(token, policy) {
    const differ = token.ids !== undefined &&
        policy.ids !== undefined &&
        !(['0', token.ids.owner].includes(policy.ids.owner) &&
            ['0', token.ids.repository].includes(policy.ids.repository));
    return differ
        ? [
            {
                cause: 'other-repository',
                what: 'The IDs in the subject are those of another repository, which had the same name.',
            },
        ]
        : [];
}
function formDifferences(token, policy) {
    if ((token.ids === undefined) === (policy.ids === undefined))
        return [];
    return [
        {
            cause: 'immutable-subject',
            what: token.ids !== undefined
                ? 'The trust policy has the old form of the subject (repo:owner/name:\u2026), and the token has the immutable one with IDs (repo:owner@id/name@id:\u2026): repositories made, renamed or transferred since 15 July 2026 have it, and others that were switched over.'
                : 'The trust policy has the immutable form of the subject (repo:owner@id/name@id:\u2026), and the token has the old one (repo:owner/name:\u2026).',
        },
    ];
}
function contextDifferences(token, policy, fork) {
    if (isLike(token.context, policy.context))
        return [];
    const has = contextOf(token.context);
    const wants = contextOf(policy.context);
    if (isLike(token.context.toLowerCase(), policy.context.toLowerCase()))
        return [
            {
                cause: 'letter-case',
                what: `The token has ${shown(token.context)}, and the policy ${shown(policy.context)}: upper and lower case count.`,
            },
        ];
    return [contextDifference(has, wants, token, policy, fork)];
}
function contextDifference(has, wants, token, policy, fork) {
    const both = `The token has ${shown(token.context)}, and the policy wants ${shown(policy.context)}`;
    if (has.kind === 'pull_request')
        return fork
            ? {
                cause: 'fork',
                what: `${both}: the job is one of a pull request from a fork, which must not enter.`,
            }
            : {
                cause: 'pull-request',
                what: `${both}: every job of a pull request has this subject, whatever the branch.`,
            };
    if (has.kind === 'environment')
        return wants.kind === 'environment'
            ? { cause: 'other-environment', what: `${both}: it is another environment.` }
            : {
                cause: 'branch-vs-environment',
                what: `${both}: a job with \`environment:\` has that environment in its subject, not its branch.`,
            };
    if (wants.kind === 'environment')
        return { cause: 'missing-environment', what: `${both}: the job has no \`environment:\`.` };
    if (has.kind === 'branch' && has.name.startsWith('gh-readonly-queue/'))
        return {
            cause: 'merge-queue',
            what: `${both}: the job runs in the merge queue, on a branch of its own for each entry.`,
        };
    if (has.kind === 'tag' || wants.kind === 'tag')
        return has.kind === wants.kind
            ? { cause: 'other-branch', what: `${both}: it is another tag.` }
            : { cause: 'tag-vs-branch', what: `${both}: one is a tag, the other is none.` };
    if (wants.kind === 'pull_request')
        return { cause: 'pull-request', what: `${both}: the job is not one of a pull request.` };
    return { cause: 'other-branch', what: `${both}: it is another branch.` };
}
function customised(subject, wanted) {
    const both = `The token has ${shown(subject)}, and the policy wants ${shown(wanted)}`;
    const workflow = /job_workflow_ref:/;
    if (workflow.test(subject) || workflow.test(wanted))
        return {
            cause: 'reusable-workflow',
            what: `${both}: the subject holds the workflow that the job is defined in.`,
        };
    return { cause: 'custom-subject', what: `${both}: one of them is a customised subject.` };
}
/** How far a value is from a subject: how much the two begin alike. */
function likeness(subject, wanted) {
    const token = subject.replace(/@\d+(?=[/:])/g, '').toLowerCase();
    const policy = wanted.replace(/@(?:\d+|\*)(?=[/:])/g, '').toLowerCase();
    let same = 0;
    while (same < Math.min(token.length, policy.length) && token[same] === policy[same])
        same += 1;
    return same;
}
function shown(text) {
    return `"${printable_printable(text, 300)}"`;
}
;// CONCATENATED MODULE: ./lib/bundling/explain/condition-causes.js







/** Why a condition is not met, as causes; none: it is met, or nobody knows. */
function conditionCauses(judged, { condition, met, why }, request, fork) {
    if (met !== false || judged.principal.met === false)
        return [];
    const place = `${nameOf(judged.statement)}, ${condition.operator} on ${printable_printable(condition.key, 200)}`;
    const claim = condition_causes_claimOf(condition.key, request);
    const value = claim === undefined ? undefined : textOf(request.payload.get(claim));
    const cause = (name, what, should) => ({
        cause: name,
        proven: true,
        what,
        change: should === undefined ? place : changed(place, condition.values, should),
    });
    if (claim === undefined)
        return [
            isOtherIssuer(condition.key, request)
                ? cause('issuer', `The condition is on a key of another issuer: ${why}.`)
                : cause('unknown-key', `${capital(why)}, so that the condition never holds.`),
        ];
    const operator = readOperator(condition.operator);
    if (operator?.negated || operator?.comparison === 'null')
        return [cause('condition', `${capital(why)}.`)];
    const exact = operator?.comparison === 'exact' || operator?.comparison === 'ignoring-case';
    const wild = exact && value !== undefined
        ? condition.values.find(text => hasWildcard(text) && isLike(value, text))
        : undefined;
    if (wild !== undefined)
        return [
            {
                ...cause('wildcard', `"${printable_printable(wild, 300)}" would fit, but ${condition.operator} knows no wildcards.`),
                change: `${place}: write ${condition.operator.replace(/Equals(?:IgnoreCase)?/i, 'Like')}, or better the whole value "${printable_printable(value ?? '', 300)}"`,
            },
        ];
    if (claim === 'sub' && value !== undefined)
        return subjectCauses(condition.values, value, cause, fork);
    const [name, what] = byClaim(claim, value, condition.values, why);
    return [cause(name, what, value)];
}
function subjectCauses(wanted, subject, cause, fork) {
    const nearest = wanted.toSorted((a, b) => likeness(subject, b) - likeness(subject, a))[0];
    if (nearest === undefined)
        return [cause('no-statement', 'The condition names no subject.', subject)];
    const differences = subjectDifferences(subject, nearest, fork);
    return differences.map(({ cause: name, what }) => cause(name, what, subject));
}
/** What a condition on a claim beside `sub` tells. */
function byClaim(claim, value, wanted, why) {
    const because = `${capital(why)}.`;
    if (value !== undefined && wanted.some(text => isLike(value.toLowerCase(), text.toLowerCase())))
        return ['letter-case', `${because} Upper and lower case count.`];
    switch (claim) {
        case 'aud':
            return ['audience', because];
        case 'environment':
            return value === undefined
                ? ['missing-environment', `${because} The job has no \`environment:\`.`]
                : ['other-environment', because];
        case 'ref': {
            const tag = (text) => text.startsWith('refs/tags/');
            return [tag(value ?? '') === wanted.some(tag) ? 'other-branch' : 'tag-vs-branch', because];
        }
        case 'job_workflow_ref':
            return [
                'reusable-workflow',
                `${because} It is the workflow file that the job is defined in: of a reusable workflow that one, not the caller's.`,
            ];
        case 'repository':
            return [repositoryCause(value ?? '', wanted), because];
        case 'repository_id':
        case 'repository_owner_id':
            return ['other-repository', `${because} IDs never change: it is another one.`];
        default:
            return ['condition', because];
    }
}
function repositoryCause(value, wanted) {
    const [owner, name] = value.split('/');
    const names = wanted.map(text => text.split('/'));
    if (names.some(([who]) => who === owner))
        return 'renamed-repository';
    return names.some(([, what]) => what === name) ? 'renamed-organization' : 'other-repository';
}
/** The claim that a key asks for; undefined: AWS makes no key of it, or it is one of another issuer. */
function condition_causes_claimOf(key, request) {
    const provider = issuerOf(request).toLowerCase();
    const name = key.toLowerCase();
    if (!name.startsWith(`${provider}:`))
        return /^(?:aws|sts):/.test(name) ? name : undefined;
    const claim = name.slice(provider.length + 1);
    return conditionClaims(provider).includes(claim) ? claim : undefined;
}
function isOtherIssuer(key, request) {
    const prefix = key.slice(0, Math.max(key.lastIndexOf(':'), 0));
    return prefix.toLowerCase() !== issuerOf(request).toLowerCase() && isGitHub(prefix);
}
/** A line of the policy as it is, and as it should be. */
function changed(place, from, to) {
    return [
        `${place}:`,
        ...from.slice(0, 4).map(text => `- "${printable_printable(text, 300)}"`),
        `+ "${printable_printable(to, 300)}"`,
    ].join('\n');
}
/** The value of a claim that decides, as text. */
function textOf(value) {
    const first = [value].flat()[0];
    return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined;
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
;// CONCATENATED MODULE: ./lib/bundling/explain/policy-causes.js





/**
 * Why this very policy refuses this very token, the first cause first: the deny that struck, else what is missing for
 * the statement that comes nearest.
 *
 * @param fork whether the job is one of a pull request from a fork
 */
function policyCauses(verdict, request, fork) {
    if (verdict.allowed === true)
        return [
            {
                cause: 'policy-admits',
                proven: true,
                what: 'This trust policy admits this token. Then it is not the one that refused: it was changed a moment ago, it is of another role, or an organization policy (SCP, RCP) denies.',
            },
        ];
    const denying = verdict.statements.find(({ statement, applies }) => statement.effect === 'Deny' && applies === true);
    if (denying !== undefined)
        return [
            {
                cause: 'explicit-deny',
                proven: true,
                what: `${nameOf(denying.statement)} of the trust policy denies it: ${denying.conditions.map(({ why }) => why).join('; ') || 'it has no condition'}.`,
                change: `Take this token out of ${nameOf(denying.statement).toLowerCase()} (Effect: Deny).`,
            },
        ];
    const nearest = nearestAllow(verdict.statements, request);
    if (nearest === undefined)
        return [
            {
                cause: 'no-statement',
                proven: true,
                what: 'The trust policy has no statement that allows anything to a token.',
            },
        ];
    const causes = [
        ...principalCauses(nearest, request),
        ...nearest.conditions.flatMap(judged => conditionCauses(nearest, judged, request, fork)),
    ];
    if (causes.length > 0)
        return distinct(causes);
    return verdict.allowed === null
        ? [
            {
                cause: 'undecided',
                proven: false,
                what: 'Whether the trust policy admits it depends on what only AWS knows.',
            },
        ]
        : [{ cause: 'no-statement', proven: true, what: verdict.why }];
}
function nearestAllow(statements, request) {
    const distance = ({ principal, action, conditions }) => (principal.met === false ? 3 : 0) +
        (action.met === false ? 3 : 0) +
        conditions.filter(({ met }) => met === false).length;
    const subject = textOf(request.payload.get('sub')) ?? '';
    const near = ({ conditions }) => Math.max(0, ...conditions.flatMap(({ condition }) => condition.values.map(text => likeness(subject, text))));
    return statements
        .filter(({ statement, action }) => statement.effect === 'Allow' && (action.met || namesProvider(statement)))
        .toSorted((a, b) => distance(a) - distance(b) || near(b) - near(a))[0];
}
/** A statement for a service or an account is none that was meant for a token. */
function namesProvider({ principals }) {
    return principals?.named.some(({ kind }) => kind === 'Federated') ?? false;
}
function principalCauses({ statement, principal, action }, request) {
    const found = [];
    if (principal.met === false) {
        const federated = (statement.principals?.named ?? []).map(({ name }) => name);
        const arns = federated.flatMap(name => parseProviderArn(name) ?? []);
        const elsewhere = arns.some(({ provider }) => provider === issuerOf(request));
        const should = `arn:${request.partition ?? 'aws'}:iam::${request.account ?? 'ACCOUNT'}:oidc-provider/${issuerOf(request)}`;
        found.push({
            cause: elsewhere ? 'other-account' : arns.length > 0 ? 'issuer' : 'no-statement',
            proven: true,
            what: `${nameOf(statement)}: ${principal.why}.`,
            change: changed(`${nameOf(statement)}, Principal.Federated`, federated, should),
        });
    }
    if (action.met === false)
        found.push({
            cause: 'no-statement',
            proven: true,
            what: `${nameOf(statement)}: ${action.why}.`,
            change: changed(`${nameOf(statement)}, Action`, statement.actions.patterns, 'sts:AssumeRoleWithWebIdentity'),
        });
    return found;
}
/** The same cause is told once, and what is the cause of all the rest comes first. */
function distinct(causes) {
    const first = ['issuer', 'other-account', 'unknown-key'];
    const seen = new Set();
    return causes
        .toSorted((a, b) => Number(first.includes(b.cause)) - Number(first.includes(a.cause)))
        .filter(({ cause, what }) => {
        const key = `${cause} ${what}`;
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}
;// CONCATENATED MODULE: ./lib/bundling/explain/diagnosis.js








/** @returns what there is to say of a token and a role; pure, and the same for a job and for a laptop */
function diagnose({ request, policy, fork, bothForms, refused }) {
    const known = withAccount(request, policy);
    const verdict = policy && evaluate(policy, request);
    const causes = verdict === undefined
        ? likelyCauses(known, fork)
        : verdict.allowed === true && !refused
            ? []
            : policyCauses(verdict, known, fork);
    const changesForm = causes.slice(0, 2).some(({ cause }) => diagnosis_FORM.has(cause));
    const grant = grantFor(known, bothForms || changesForm);
    const subject = request.payload.get('sub');
    return {
        verdict,
        causes,
        lint: policy === undefined ? [] : lint(policy, { account: request.account, payload: request.payload }),
        statement: grant && statementFor(grant),
        passing: typeof subject === 'string' ? passingSubject(subject) : undefined,
    };
}
/** Causes that come from a subject that changes its form. */
const diagnosis_FORM = new Set(['immutable-subject', 'renamed-repository', 'renamed-organization']);
/** Where nobody named the account, the first provider of the token's issuer that the policy trusts does. */
function withAccount(request, policy) {
    if (request.account !== undefined || policy === undefined)
        return request;
    for (const statement of policy.statements) {
        const provider = providersOf(statement).find(({ provider: name }) => name === issuerOf(request)) ??
            providersOf(statement)[0];
        if (provider !== undefined)
            return { ...request, account: provider.account, partition: request.partition ?? provider.partition };
    }
    return request;
}
;// CONCATENATED MODULE: ./lib/bundling/explain/refused-call.js

/** The account of the role that was asked for. */
function accountOf({ role, target }) {
    return parseRoleArn(role)?.account ?? target.account;
}
/** The name of the role that was asked for, without its path, as the IAM commands want it. */
function roleNameOf({ role }) {
    return role.split('/').at(-1) ?? role;
}
;// CONCATENATED MODULE: ./lib/bundling/explain/refusal-diagnosis.js




/** Judges a refused token: by what AWS said, by the trust policy where it is known, else by what the token shows. */
function diagnoseCall(call, claims) {
    const { knowledge, fork = false, role, target } = call;
    const diagnosis = diagnose({
        request: {
            payload: claims.payload,
            account: accountOf(call),
            partition: parseRoleArn(role)?.partition,
            role,
            sessionName: target.sessionName,
        },
        policy: knowledge?.kind === 'policy' ? knowledge.policy : undefined,
        fork,
        bothForms: false,
        refused: true,
    });
    const decided = [
        ...saidByAws(call, claims),
        ...(knowledge?.kind === 'missing' ? [missing(call, knowledge.from)] : []),
    ];
    const told = new Set(decided.map(({ cause }) => cause));
    return { ...diagnosis, causes: [...decided, ...diagnosis.causes.filter(({ cause }) => !told.has(cause))] };
}
function missing({ role }, from) {
    return {
        cause: 'role-missing',
        proven: true,
        what: `There is no role ${role} (${from}): it is spelled otherwise, has another path, or is in another account.`,
        change: 'role-to-assume (role): the ARN as `aws iam list-roles --query "Roles[].Arn"` shows it',
    };
}
/** Causes that AWS itself names. */
function saidByAws({ problem, target, role }, claims) {
    const { code, message } = problem;
    const proven = (cause, what, change) => [
        { cause, proven: true, what, change },
    ];
    if (/No OpenIDConnect provider/i.test(message))
        return proven('no-provider', `The account of ${role} has no identity provider for ${printable_printable(claims.issuer, 200)}.`, `aws iam create-open-id-connect-provider --url ${printable_printable(claims.issuer, 200)} --client-id-list ${printable_printable(target.audience, 200)}`);
    if (/^InvalidIdentityToken/.test(code) && /audience|required claim: aud/i.test(message))
        return proven('audience', `The identity provider does not have the audience ${printable_printable(target.audience, 200)} of the token.`, `audience: the client ID that the provider has; or add ${printable_printable(target.audience, 200)} to its client IDs`);
    const denier = /explicit deny in an? ([\w -]{3,40} policy)(?::? (arn:[\w:/+=,.@*-]{10,300}))?/i.exec(message);
    if (denier !== null)
        return proven('explicit-deny', `AWS names it: an explicit deny in a ${denier[1]}${denier[2] === undefined ? '' : `, ${denier[2]}`}. No trust policy outweighs it.`, 'Let the statement that denies except this role or this token.');
    return [];
}
;// CONCATENATED MODULE: ./lib/bundling/explain/not-admitted.js




/**
 * What is said when AWS does not admit a token, and says no more than that: it gives one answer for a missing role, a
 * wrong account and a trust policy that does not fit. With the policy at hand the cause is exact; without it causes are
 * named as what they are: likely, not proven.
 */
function notAdmitted(call, claims) {
    const { causes, verdict, statement, passing } = diagnoseCall(call, claims);
    const [first] = causes;
    const changesNothing = first?.proven === true && NOTHING_TO_WRITE.has(first.cause);
    return {
        why: [whyRefused(call), ...(verdict?.statements ?? []).map(statementLines)].join('\n'),
        likely: `${causesInWords(causes)}${call.knowledge?.kind === 'policy' ? '' : `\n${WAITING}`}`,
        ...(first !== undefined && { page: first.cause }),
        ...(statement !== undefined &&
            !changesNothing && {
            write: `Let the trust policy of ${call.role} have this statement, which admits exactly this job:${passing === undefined ? '' : ` ${passingNote(passing)}`}\n${statement_policyJson(statement)}`,
        }),
    };
}
/** Causes that no statement of the trust policy cures. */
const NOTHING_TO_WRITE = new Set(['policy-admits', 'role-missing', 'explicit-deny', 'fork']);
const WAITING = 'If the role was made moments ago: AWS needs some seconds to know it everywhere (`retry-refusals: 30s` waits).';
function whyRefused({ knowledge, role }) {
    switch (knowledge?.kind) {
        case 'policy':
            return `The trust policy of ${role}, ${knowledge.from}, says:`;
        case 'missing':
            return `There is no role ${role}: IAM says so, ${knowledge.from}.`;
        default: {
            const unread = knowledge === undefined ? '' : ` It could not be read: ${printable_printable(knowledge.why, 400)}.`;
            return `The trust policy of the role does not admit this token, or there is no such role in that account: AWS gives the same answer for both.${unread}`;
        }
    }
}
/** What is said when a role that was asked for by another role's session did not admit it. */
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
        why: `The proxy ${proxy.shown}, which ${proxy.variable} names, does not answer: ${outage_shown(code, message)}.`,
        likely: 'The address or the port of the proxy is wrong, or it is not reachable from this runner.',
        write: `Correct ${proxy.variable} (or the input \`http-proxy\`), or reach ${host} without it: NO_PROXY=${hostname(host)}`,
    };
}
function certificate({ host, code, message, proxy }) {
    const through = proxy === undefined ? '' : ` through the proxy ${proxy.shown}`;
    return {
        why: `The certificate of ${host}${through} is not trusted: ${outage_shown(code, message)}.`,
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
        why: `${host} could not be reached: ${outage_shown(code, message)}.`,
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
function outage_shown(code, message) {
    const text = printable_printable(message, 200);
    return text === '' || text.includes(code) || /^[A-Z][a-z]/.test(code) ? text || code : `${code} (${text})`;
}
;// CONCATENATED MODULE: ./lib/bundling/explain/policy-denial.js


/** The kinds of policies that AWS names in a denial, and who can change them. */
const OWNERS = {
    'service control policy': 'Service control policies are made in the management account of the organization (AWS Organizations, Policies).',
    'resource control policy': 'Resource control policies are made in the management account of the organization; one that names sts:AssumeRoleWithWebIdentity often demands a certain audience, organization or issuer.',
    'vpc endpoint policy': 'The runner reaches STS through a VPC endpoint whose policy does not allow this; AssumeRoleWithWebIdentity needs Principal "*" there, for the caller has no identity yet.',
    'permissions boundary': 'The role that asks has a permissions boundary, which bounds whatever its policies allow. Add the action to the boundary.',
    'session policy': 'The session that asks was narrowed by a session policy (`inline-session-policy`, `managed-session-policies`, `session-policy`). Add the action to it, or leave it out for the first role of a chain.',
    'identity-based policy': 'The permissions of the role that asks decide here, not the trust policy of the role that is asked for.',
    'resource-based policy': 'The trust policy of the role that is asked for decides here.',
};
/**
 * Reads which policy denied, where AWS says it: `\u2026 with an explicit deny in a service control policy: arn:\u2026`,
 * `\u2026 because no identity-based policy allows the sts:AssumeRole action` (IAM user guide, access denied error messages).
 *
 * @returns undefined when the text names no policy
 */
function policyDenial(call) {
    const { message } = call.problem;
    const [, manner = '', kind = '', , arn] = /(explicit deny in|because no) (?:an? )?(service control policy|resource control policy|VPC endpoint policy|permissions boundary|session policy|identity-based policy|resource-based policy)( allows the \S+ action)?(?::? (arn:[\w:/+=,.@*-]{10,300}))?/i.exec(message) ?? [];
    if (kind === '')
        return undefined;
    const explicit = /explicit/i.test(manner);
    const action = actionIn(message);
    const named = arn === undefined ? '' : ` It is ${printable_printable(arn)}.`;
    return {
        why: explicit
            ? `A statement with "Effect": "Deny" in a ${kind} forbids ${action}.${named}`
            : `No ${kind} allows ${action}.${named}`,
        likely: OWNERS[kind.toLowerCase()] ?? 'Somebody in the account can change that policy.',
        write: writeFor(kind.toLowerCase(), explicit, action, call),
        ...(explicit && { page: 'explicit-deny' }),
    };
}
function writeFor(kind, explicit, action, call) {
    if (explicit)
        return `Let that statement except this call (a Condition on aws:PrincipalArn or on the role's ARN ${call.role}), or remove it. No "Allow" outweighs it.`;
    if (kind === 'resource-based policy')
        return `Allow ${action} in the trust policy of ${call.role} for the role that asks.`;
    return `Add a statement to it:\n{ "Effect": "Allow", "Action": "${action}", "Resource": "${call.role}" }`;
}
/** The action that AWS says was not allowed; that of the call when it does not say. */
function actionIn(message) {
    return /\b(sts:[A-Za-z]+)\b/.exec(message)?.[1] ?? 'sts:AssumeRole';
}
/** A role's trust (or its permissions) allows assuming it, but not with tags. */
function noTagSession(call) {
    const tags = Object.keys(call.target.chain?.tags ?? {});
    return {
        why: `The session is to carry tags${tags.length > 0 ? ` (${printable_printable(tags.join(', '))})` : ''}, and sts:TagSession is not allowed.`,
        likely: 'The trust policy, or the permissions of the role that asks, allow sts:AssumeRole alone.',
        write: `Allow "Action": ["sts:AssumeRole", "sts:TagSession"] in the trust policy of ${call.role} (account ${accountOf(call)})\nand in the permissions of the role that asks.`,
    };
}
;// CONCATENATED MODULE: ./lib/bundling/explain/sts-advice.js



/** What is said for an error code (its beginning) and a text of AWS; the first row that fits counts. */
const STS_ADVICE = [
    { code: /^InvalidIdentityToken/, text: /No OpenIDConnect provider/i, advice: noProvider },
    { code: /^InvalidIdentityToken/, text: /required claim/i, advice: missingClaim },
    { code: /^InvalidIdentityToken/, text: /roles claim/i, advice: rolesClaim },
    { code: /^InvalidIdentityToken/, text: /thumbprint/i, advice: thumbprint },
    { code: /^InvalidIdentityToken/, text: /audience/i, advice: wrongAudience },
    { code: /^InvalidIdentityToken/, text: /./, advice: tokenNotTaken },
    { code: /^IDPRejectedClaim/, text: /./, advice: claimRejected },
    { code: /./, text: /1 hour session limit|role chaining/i, advice: chainTooLong },
    { code: /./, text: /MaxSessionDuration/i, advice: tooLong },
    {
        code: /./,
        text: /policy ?arn.*does not exist|policy .*(?:does not exist|not found)/i,
        advice: noSuchPolicy,
    },
    { code: /^AccessDenied/, text: /sts:TagSession/, advice: noTagSession },
    { code: /^RegionDisabled/, text: /./, advice: regionDisabled },
    { code: /./, text: /not activated in this region/i, advice: regionDisabled },
    { code: /^OptInRequired|^SubscriptionRequired/, text: /./, advice: notOptedIn },
    { code: /^PackedPolicyTooLarge/, text: /./, advice: policyTooLarge },
    { code: /^MalformedPolicyDocument/, text: /./, advice: malformedPolicy },
    { code: /^ExpiredToken/, text: /./, advice: expired },
    { code: /^RequestExpired/, text: /./, advice: clockWrong },
    { code: /./, text: /Signature (?:expired|not yet current)/i, advice: clockWrong },
    { code: /^SignatureDoesNotMatch|^IncompleteSignature/, text: /./, advice: signatureWrong },
    {
        code: /^InvalidClientTokenId|^UnrecognizedClient|^InvalidAccessKeyId|^MissingAuthenticationToken/,
        text: /./,
        advice: sourceUnknown,
    },
    { code: /^InvalidAction|^UnknownOperation/, text: /./, advice: noSts },
    { code: /^ValidationError|^InvalidParameter|^LimitExceeded/, text: /./, advice: valueNotTaken },
];
function noProvider(call) {
    const issuer = call.claims?.issuer ?? 'https://token.actions.githubusercontent.com';
    return {
        why: `Account ${accountOf(call)} has no OIDC identity provider for ${printable_printable(issuer)}.`,
        likely: 'The provider was made in another account: each account that a job enters directly needs its own. Or it was made moments ago: `retry-refusals: 30s` waits for it.',
        write: `aws iam create-open-id-connect-provider --url ${printable_printable(issuer)} --client-id-list ${printable_printable(call.target.audience)}`,
        page: 'no-provider',
    };
}
function missingClaim() {
    return {
        why: 'The token lacks a claim that AWS wants of every token.',
        likely: "The issuer is not GitHub's own, or the subject was customised to be empty.",
        write: 'Look at the claims above, and at the customisation of the subject (organization or repository settings, Actions, OIDC).',
    };
}
function rolesClaim(call) {
    return {
        why: `The token lists the roles that it may be used for, and ${call.role} is not among them.`,
        likely: 'The claim https://aws.amazon.com/roles is set where the token is issued; it counts before the trust policy does.',
        write: `Add ${call.role} to that claim.`,
    };
}
function thumbprint(call) {
    const issuer = (call.claims?.issuer ?? 'token.actions.githubusercontent.com').replace(/^https:\/\//, '');
    return {
        why: `The certificate of ${printable_printable(issuer)} is not of an authority that AWS trusts, and not one that the identity provider in account ${accountOf(call)} knows by its thumbprint.`,
        likely: 'The server has a certificate of its own authority, or a new one (GitHub Enterprise Server).',
        write: `aws iam update-open-id-connect-provider-thumbprint --thumbprint-list THUMBPRINT --open-id-connect-provider-arn arn:aws:iam::${accountOf(call)}:oidc-provider/${printable_printable(issuer)}\nor give the server a certificate of a public authority.`,
    };
}
function wrongAudience(call) {
    return {
        why: `The token is for the audience ${printable_printable(call.target.audience)}, which the identity provider in account ${accountOf(call)} does not have.`,
        likely: 'The provider was made with another client ID than the audience that is asked for.',
        write: `Add ${printable_printable(call.target.audience)} to the client IDs of the provider, or name its client ID as \`audience\`.`,
        page: 'audience',
    };
}
function tokenNotTaken(call) {
    const issuer = printable_printable(call.claims?.issuer ?? 'the issuer');
    return {
        why: `AWS did not take four tokens in a row for tokens of ${issuer}.`,
        likely: `The keys that AWS sees at ${issuer} are not those that the tokens are signed with: the issuer has changed its keys, or another server answers there.`,
        write: 'Run the job again in some minutes. On GitHub Enterprise Server compare ISSUER/.well-known/jwks as it is seen from the internet.',
    };
}
function claimRejected(call) {
    return {
        why: `The issuer ${printable_printable(call.claims?.issuer ?? '')} does not stand by a claim of the token: it is invalid, or was revoked.`,
        likely: 'The token was used after its job ended, or the subject was customised in a way that AWS does not take.',
        write: 'Run the job again; if it stays, look at the customisation of the subject (organization or repository settings, Actions, OIDC).',
    };
}
function chainTooLong(call) {
    return {
        why: `A session of ${call.target.duration} s was asked for, and AWS limits the sessions of roles that another role assumes to one hour.`,
        likely: 'The role is behind a hub role (`via`) or behind an earlier step (`role-chaining`).',
        write: 'Ask for 1h (`duration`, `role-duration-seconds`), or let the role admit the job directly, without a role in front.',
    };
}
function tooLong(call) {
    return {
        why: `A session of ${call.target.duration} s was asked for.`,
        likely: "The role's maximum session duration is shorter; it is 1h unless somebody raised it.",
        write: `aws iam update-role --role-name ${roleNameOf(call)} --max-session-duration ${call.target.duration}\nor ask for less. With \`export: profiles\` credentials are renewed, and 1h is enough for a deploy of any length.`,
    };
}
function noSuchPolicy(call) {
    return {
        why: `Managed session policies are looked up in account ${accountOf(call)}: ${printable_printable(call.target.managedPolicies.join(', '), 500) || 'none was sent'}.`,
        likely: 'A name or a path is misspelt (job functions have one: policy/job-function/ViewOnlyAccess), or the policy is in another account.',
        write: 'aws iam list-policies --query "Policies[].Arn"\nand name one of them in `managed-session-policies` (`managed-policies`).',
    };
}
function regionDisabled(call) {
    return {
        why: `STS is not active in ${call.target.region} for account ${accountOf(call)}.`,
        likely: 'The Region is an opt-in Region, and the account has not opted in.',
        write: 'Enable the Region in the account (AWS Account Management), or name another one.',
    };
}
function notOptedIn(call) {
    return {
        why: `Account ${accountOf(call)} is not signed up for what was asked in ${call.target.region}.`,
        likely: 'The account is new and not yet activated, was closed, or has not opted in to the Region.',
        write: 'Look at the account in the console (billing, AWS Regions), or name another Region.',
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
            why: 'AWS took fresh tokens of this job for expired, one after the other.',
            likely: 'The clock of the machine that issues the tokens is wrong: of a GitHub Enterprise Server.',
            write: 'Set the clock (NTP) of the machine that issues the tokens.',
        };
}
function clockWrong() {
    return {
        why: 'The request is signed with a time that AWS takes for past or future: more than five minutes from its own.',
        likely: 'The clock of the runner is wrong, as after a virtual machine was suspended.',
        write: 'Set the clock of the runner (NTP, chrony), and run the job again.',
    };
}
function signatureWrong() {
    return {
        why: 'The request does not carry the signature that AWS calculates for it.',
        likely: 'The secret of the earlier step does not belong to its access key ID (one of the variables was changed), or a proxy changes requests on their way.',
        write: 'Obtain the credentials again in the step before this one, and let nothing between change them.',
    };
}
function sourceUnknown(call) {
    return {
        why: `AWS does not know the credentials that ${call.role} was asked for with.`,
        likely: `They belong to another partition than ${call.target.region}, were revoked, or are those of a stand-in (an emulator) and not of AWS.`,
        write: 'Obtain them in the step before this one, from the same partition and the same endpoint.',
    };
}
function noSts(call) {
    return {
        why: `${printable_printable(call.problem.host)} does not know the action: it is an AWS service, but not STS.`,
        likely: '`sts-endpoint`, AWS_ENDPOINT_URL_STS or AWS_ENDPOINT_URL names another service.',
        write: `Name STS (https://sts.${call.target.region}.amazonaws.com), or remove it.`,
    };
}
function valueNotTaken(call) {
    const [, parameter] = /\bat '([\w.]{1,80})'/.exec(call.problem.message) ?? [];
    const input = parameter && INPUTS[parameter.split('.')[0] ?? ''];
    return {
        why: parameter
            ? `STS does not take the value of its parameter ${parameter}.`
            : 'STS does not take one of the values that were sent.',
        likely: input ? `It comes from ${input}.` : 'It comes from an input or from the configuration file.',
        write: "Correct the value; AWS's own words above say what it has to be like.",
    };
}
/** Where the parameters of STS that can be wrong come from. */
const INPUTS = {
    roleArn: '`role-to-assume`, or `role` in the configuration file',
    roleSessionName: '`role-session-name` (`session-name`)',
    durationSeconds: '`role-duration-seconds` (`duration`)',
    policy: '`inline-session-policy` (`session-policy`)',
    policyArns: '`managed-session-policies` (`managed-policies`)',
    externalId: '`role-external-id`',
    tags: '`tags` in the configuration file',
    webIdentityToken: 'GitHub: it is the token',
};
;// CONCATENATED MODULE: ./lib/bundling/explain/refusal.js







/**
 * One failure that says why roles were not assumed: each call, the claims of the job once, the causes and what to write.
 * Where AWS refused some, those that it only did not answer for are left out.
 *
 * @param calls at least one
 */
function refusalOf(calls) {
    const refused = calls.filter(isRefusal);
    const telling = refused.length > 0 ? refused : calls;
    const code = refused.length > 0 ? 'refused' : 'unreachable';
    const [first] = telling;
    if (first === undefined)
        throw new Error('a failure needs a call that failed');
    const cause = { cause: first.problem };
    if (telling.length === 1)
        return new failure_Failure(code, explanationOf(first), cause);
    return new failure_Failure(code, explanationOfAll(telling), cause);
}
/** Whether AWS understood the call and said no. */
function isRefusal({ problem }) {
    return problem.answerer.kind === 'aws' && problem.kind !== 'passing';
}
function explanationOf(call) {
    const { why, ...rest } = adviceFor(call);
    const claims = isRefusal(call) && call.claims ? [saidByToken(call.claims)] : [];
    return { what: whatFailed(call), why: [...claims, ...(why ? [why] : [])].join('\n'), ...rest };
}
function explanationOfAll(calls) {
    const advice = calls.map(call => ({ name: call.target.name, ...adviceFor(call) }));
    const claims = calls.flatMap(call => (isRefusal(call) && call.claims ? [saidByToken(call.claims)] : []));
    const likely = grouped(advice.map(({ name, likely: text }) => [name, text]));
    const write = firstOfEach(advice.map(({ name, likely: kind, write: text }) => ({ name, kind, text })));
    return {
        what: `${calls.length} environments gave no credentials. Nothing was exported.`,
        why: [
            calls.map(whatFailed).join('\n'),
            ...new Set(claims),
            grouped(advice.map(({ name, why }) => [name, why])),
        ]
            .filter(text => text !== '')
            .join('\n\n'),
        ...(likely !== '' && { likely }),
        ...(write !== '' && { write }),
    };
}
function whatFailed({ target, role, problem, attempts }) {
    const { answerer, code, message } = problem;
    if (answerer.kind === 'aws' && problem.kind !== 'passing') {
        const request = answerer.requestId === undefined ? '' : ` (request ID ${printable_printable(answerer.requestId, 80)})`;
        return `AWS refused ${role} for ${target.name}: ${printable_printable(code, 100)}: ${printable_printable(message)}${request}`;
    }
    const times = attempts === 1 ? 'once' : `${attempts} times`;
    return `AWS STS in ${target.region} gave no credentials for ${target.name}; it was asked ${times}.`;
}
function saidByToken(claims) {
    return `The token of this job says\n${claimLines(claims).replace(/^/gm, '  ')}`;
}
function adviceFor(call) {
    const { problem } = call;
    if (problem.answerer.kind !== 'aws')
        return outageAdvice(problem, 'AWS');
    if (problem.kind === 'passing')
        return passingAdvice(call);
    const denial = policyDenial(call);
    if (denial !== undefined)
        return denial;
    const known = STS_ADVICE.find(({ code, text }) => code.test(problem.code) && text.test(problem.message));
    if (known !== undefined)
        return known.advice(call);
    if (!problem.code.startsWith('AccessDenied'))
        return unknownRefusal(call);
    return call.claims === undefined ? chainRefused(call) : notAdmitted(call, call.claims);
}
function unknownRefusal({ problem }) {
    return {
        why: `AWS refused the call, and gave ${printable_printable(problem.code, 100)} as the reason.`,
        write: 'AWS support can look the request ID up; the documentation of STS lists its errors.',
    };
}
/** What AWS itself said until patience ended. */
function passingAdvice(call) {
    const { code, message } = call.problem;
    const why = `The last answer was ${printable_printable(code, 100)}: ${printable_printable(message, 300)}`;
    if (/retrieve verification key/i.test(message) || code.startsWith('IDPCommunication'))
        return keysNotFetched(why, call.claims);
    if (/^InvalidIdentityToken/.test(code)) {
        return {
            why,
            likely: 'The clock of the machine that issues the tokens is ahead of that of AWS.',
            write: 'On GitHub Enterprise Server set its clock (NTP). On github.com run the job again.',
        };
    }
    return {
        why,
        likely: /thrott|slow|limit|toomany/i.test(code)
            ? 'Many jobs ask at the same time, and AWS throttles.'
            : 'AWS has trouble in this Region.',
        write: 'Run the job again; see https://health.aws.amazon.com. `timeout: 2m` waits longer.',
    };
}
/** AWS fetches the keys of the issuer to verify a token, from the internet. */
function keysNotFetched(why, claims) {
    const issuer = claims?.issuer ?? 'https://token.actions.githubusercontent.com';
    const hosted = /^https:\/\/token\.actions\.(?:githubusercontent\.com|[\w-]+\.ghe\.com)(?:\/|$)/.test(issuer);
    const keys = `${printable_printable(issuer)}/.well-known/jwks`;
    if (hosted) {
        return {
            why,
            likely: `AWS could not fetch the keys of ${printable_printable(issuer)}: many jobs at the same time, or a short outage. It is no fault of the trust policy.`,
            write: 'Run the job again; see https://www.githubstatus.com. `timeout: 2m` waits longer.',
        };
    }
    return {
        why,
        likely: `AWS must be able to reach ${printable_printable(issuer)} from the internet, and cannot: it is behind a firewall, or its certificate is not of a public authority.`,
        write: `Let AWS reach ${printable_printable(issuer)}/.well-known/openid-configuration and ${keys};\nwith a certificate of your own, register its thumbprint at the identity provider.`,
    };
}
/** What several environments share stands once, with their names in front; what is each one's own is not spelt out. */
function grouped(texts) {
    const groups = new Map();
    for (const [name, text] of texts) {
        if (!text)
            continue;
        const known = groups.get(inGeneral(text)) ?? { names: [], texts: new Set() };
        known.names.push(name);
        known.texts.add(text);
        groups.set(inGeneral(text), known);
    }
    return [...groups]
        .map(([general, { names, texts: all }]) => {
        const text = all.size === 1 ? ([...all][0] ?? general) : general;
        return groups.size === 1 ? text : `${names.join(', ')}: ${text}`;
    })
        .join('\n');
}
/** A text about one account and role as it would stand for any. */
function inGeneral(text) {
    return text
        .replace(/arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+/g, 'the role')
        .replace(/\b\d{12}\b/g, 'its own');
}
/** What to write differs by account and role; it is shown in full for the first of each kind of cause. */
function firstOfEach(texts) {
    const kinds = new Map();
    for (const { name, kind = '', text } of texts) {
        if (text === undefined)
            continue;
        const known = kinds.get(inGeneral(kind)) ?? { names: [], first: text, texts: new Set() };
        known.names.push(name);
        known.texts.add(text);
        kinds.set(inGeneral(kind), known);
    }
    return [...kinds.values()]
        .map(({ names, first, texts: all }) => {
        const [name, ...others] = names;
        if (kinds.size === 1 && all.size === 1)
            return first;
        const same = `\nThe same for ${others.join(', ')}, each with its own account and role.`;
        return `For ${name}: ${first}${all.size === 1 ? '' : same}`;
    })
        .join('\n');
}
;// CONCATENATED MODULE: ./lib/bundling/explain/refusal-summary.js



/**
 * A refusal for the job summary, in Markdown: the failure as the log has it, and for each call the verdict as JSON, as
 * `explain --json` has it, with the role, AWS's words and the claims beside.
 */
function refusalSummary(failure, calls) {
    const blocks = calls.map(call => fenced('json', JSON.stringify(callJson(call), undefined, 2)));
    return ['### AWS refused the credentials', fenced('text', explained(failure)), ...blocks].join('\n\n');
}
function callJson(call) {
    const { target, role, claims, problem, attempts } = call;
    const common = {
        environment: target.name,
        role,
        answer: {
            code: problem.code,
            message: problem.message,
            requestId: problem.answerer.kind === 'aws' ? (problem.answerer.requestId ?? null) : null,
            attempts,
        },
    };
    if (claims === undefined)
        return { version: 1, allowed: false, ...common };
    const diagnosis = diagnoseCall(call, claims);
    const { verdict } = diagnosis;
    const told = {
        ...diagnosis,
        // AWS has said no, whatever the policy that could be read says.
        allowed: false,
        why: verdict?.why ?? 'AWS refused it; the trust policy is not known.',
        notes: [],
    };
    return { ...explanationJson(told), ...common, claims: shownClaims(claims.payload) };
}
/** What decides about admission; a token has no secret in its payload, but need not be shown whole. */
const SHOWN = [
    'iss',
    'sub',
    'aud',
    'repository',
    'repository_id',
    'repository_owner_id',
    'ref',
    'environment',
    'event_name',
    'workflow_ref',
    'job_workflow_ref',
    'actor',
];
function shownClaims(payload) {
    return Object.fromEntries(SHOWN.flatMap(claim => (payload.has(claim) ? [[claim, payload.get(claim)]] : [])));
}
/** A block that nothing in it can end. */
function fenced(language, text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}`;
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
const LARGEST_EVENT = (/* unused pure expression or super */ null && (32 * 2 ** 20));
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
function account_accountOf(accessKeyId) {
    return structureOf(accessKeyId)?.account;
}
/** Whether AWS can have issued the identifier. */
function isStructurallyValid(accessKeyId) {
    return structureOf(accessKeyId) !== undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/stories/explain-refusal.js












/** Milliseconds that looking into it may take in all. */
const PATIENCE = 2_000;
/**
 * One failure that says why roles were not assumed. Where a role can be read, with a policy or a role that an input
 * names or with the credentials of an earlier step, it is read once; nothing else is looked for, and STS is not asked
 * again about the role that refused. The job summary gets the same, with the verdict as JSON.
 */
async function explainRefusal(calls, services) {
    const { job, runner } = services;
    const known = await withKnowledge(calls, services);
    const all = known.map(call => ({ ...call, fork: isFork(job) }));
    const failure = refusalOf(all);
    if (failure.code === 'refused') {
        const summary = refusalSummary(failure, all.filter(isTrustQuestion));
        await runner.summarize(services.maskAccounts ? summary.replace(/\b\d{12}\b/g, '***') : summary);
    }
    return failure;
}
/** AWS refused a token, and leaves open why. */
function isTrustQuestion({ claims, problem }) {
    return claims !== undefined && problem.answerer.kind === 'aws' && problem.kind !== 'passing';
}
/** At most one of the roles is read. */
async function withKnowledge(calls, services) {
    const open = calls.filter(call => isTrustQuestion(call) && call.problem.code.startsWith('AccessDenied'));
    const { input } = services;
    if (input?.kind === 'file') {
        const knowledge = policyOfFile(input.path, services.job);
        return calls.map(call => (open.includes(call) ? { ...call, knowledge } : call));
    }
    const pair = keysOfEarlierStep(services.variables);
    const wanted = input === undefined
        ? open.find(call => pair !== undefined && account_accountOf(pair.accessKeyId) === accountOf(call))
        : (open.find(call => parseRoleArn(input.arn)?.account === accountOf(call)) ?? open[0]);
    if (wanted === undefined)
        return calls;
    const knowledge = await knowledgeOf(wanted, input?.arn, pair, services);
    return calls.map(call => call.role === wanted.role && open.includes(call) ? { ...call, knowledge } : call);
}
function policyOfFile(path, { workspace }) {
    const text = repositoryFile(workspace)(path);
    if (text === undefined)
        return { kind: 'unread', why: `explain-role names ${path}, which is no file of the checkout` };
    return policyKnowledge(text, `as ${printable_printable(path, 200)} has it`);
}
function policyKnowledge(text, from) {
    const policy = policy_readTrustPolicy(policyTextOf(text).document);
    return policy_isPolicy(policy)
        ? { kind: 'policy', policy, from }
        : { kind: 'unread', why: `what was read is no trust policy: ${policy.unreadable}` };
}
/** Only temporary ones: an action leaves nothing else. */
function keysOfEarlierStep(variables) {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = variables;
    const sessionToken = variables['AWS_SESSION_TOKEN'];
    return accessKeyId && secretAccessKey && sessionToken
        ? { accessKeyId, secretAccessKey, sessionToken }
        : undefined;
}
async function knowledgeOf(call, reader, earlier, services) {
    const role = parseRoleArn(call.role);
    if (role === undefined)
        return { kind: 'unread', why: 'its ARN is none' };
    if (reader !== undefined && parseRoleArn(reader)?.account !== role.account)
        return { kind: 'unread', why: `explain-role is in another account than ${call.role}` };
    const signal = AbortSignal.timeout(PATIENCE);
    const from = reader === undefined ? 'read with the credentials of an earlier step' : `read as ${reader}`;
    try {
        const pair = reader === undefined ? earlier : await enter(reader, call, services, signal);
        if (pair === undefined)
            return { kind: 'unread', why: 'there are no credentials for it' };
        return explain_refusal_understood(await getRole(role, pair, services, signal), from);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return { kind: 'unread', why: `explain-role ${reader ?? ''} gave no credentials: ${why}` };
    }
}
/** Becomes the role that may read the other one, with the token that was refused there. */
async function enter(reader, call, { tokens, sts, runner }, signal) {
    const { target } = call;
    const { jwt } = await tokens.get(target.audience);
    const request = {
        role: reader,
        sessionName: target.sessionName,
        duration: 900,
        sessionPolicy: undefined,
        managedPolicies: [],
    };
    const { credentials } = await sts(call).assumeRoleWithWebIdentity(request, jwt, signal);
    const { accessKeyId, secretAccessKey, sessionToken } = credentials;
    for (const secret of [secretAccessKey, sessionToken, accessKeyId])
        runner.mask(secret);
    return { accessKeyId, secretAccessKey, sessionToken };
}
function explain_refusal_understood(reading, from) {
    switch (reading.kind) {
        case 'role':
            return policyKnowledge(reading.trustPolicy, from);
        case 'missing':
            return { kind: 'missing', from };
        case 'another':
            return { kind: 'unread', why: `IAM has another role of that name, ${reading.arn}` };
        case 'refused':
            return { kind: 'unread', why: `IAM says ${reading.code}: ${reading.message}` };
        case 'unreachable':
            return { kind: 'unread', why: `IAM gave no answer: ${reading.why}` };
    }
}
var __webpack_exports__explainRefusal = __webpack_exports__.G;
var __webpack_exports__refusalOf = __webpack_exports__.O;
export { __webpack_exports__explainRefusal as explainRefusal, __webpack_exports__refusalOf as refusalOf };
