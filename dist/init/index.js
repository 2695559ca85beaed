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
const __WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__ = loadLater("../packages/yaml.js");
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
  _: () => (/* binding */ initCommand)
});

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
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
;// CONCATENATED MODULE: ./lib/bundling/regular-file.js

/**
 * Reads a file, links followed, without ever waiting for the other end of a FIFO or reading a device that has no end.
 *
 * @param most bytes that it may have
 */
function regular_file_readRegularFile(path, most) {
    let file;
    try {
        file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
        if (!fstatSync(file).isFile())
            return { kind: 'other' };
        // One byte more, to see that there is more: the size that the system says may be wrong.
        const content = filled(file, Math.min(fstatSync(file).size, most) + 1, most);
        return content.length > most ? { kind: 'too large' } : { kind: 'file', content };
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        return { kind: code === 'ENXIO' || code === 'EOPNOTSUPP' ? 'other' : 'none' };
    }
    finally {
        if (file !== undefined)
            closeSync(file);
    }
}
function filled(file, expected, most) {
    let bytes = Buffer.alloc(expected);
    let end = 0;
    for (;;) {
        const count = readSync(file, bytes, end, bytes.length - end, null);
        end += count;
        if (count === 0 || end > most)
            return bytes.subarray(0, end);
        if (end === bytes.length)
            bytes = Buffer.concat([bytes], Math.min(2 * end, most) + 1);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/config/load.js





/** Where the configuration file stands when nobody says otherwise. */
const load_CONFIGURATION_PATH = '.github/aws-temp-creds.yml';
/** People write some kilobytes. */
const LARGEST_CONFIGURATION = (/* unused pure expression or super */ null && (2 ** 20));
/**
 * Reads and checks the configuration file of a checkout.
 *
 * @param folder root of the checkout, absolute
 * @param path of the file in it; undefined: the default place, where a missing file is no fault
 * @returns undefined when no path was given and there is no file at the default place
 */
async function load_loadConfiguration(folder, path) {
    const wanted = path ?? load_CONFIGURATION_PATH;
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
        write: `- uses: actions/checkout@v7\n- uses: org/aws-temp-creds@v1\n  with:\n    config: ${load_CONFIGURATION_PATH}`,
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
        const found = readRegularFile(file, most);
        if (found.kind === 'file')
            return found.content.toString('utf8');
        if (found.kind === 'none')
            return undefined;
        throw new Failure('wrong-configuration', {
            what: `${printable(path, 300)} cannot be read.`,
            why: found.kind === 'other' ? 'It is no regular file.' : `It is larger than ${most / 2 ** 20} MiB.`,
        });
    };
}
/** @returns the real path of what is at a path of the checkout, or undefined when that leads out of it or nowhere */
function insideOf(folder, path) {
    try {
        const root = realpathSync(folder);
        const file = realpathSync(join(root, path));
        const inside = relative(root, file);
        return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) ? undefined : file;
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/config/environment-name.js
/** Names of environments and profiles: usable unquoted as a profile's name in every AWS tool, and in a shell. */
const ENVIRONMENT_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
/**
 * Whether botocore and the SDK for JavaScript both read a profile of that name, written without quotes. The latter
 * drops names with other characters, and mistakes those of its own objects' members (`constructor`).
 */
function isProfileName(text) {
    return /^[\w@+.%:/][\w@+.%:/-]{0,127}$/.test(text) && !(text in {});
}
;// CONCATENATED MODULE: external "../packages/yaml.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const yaml_js_namespaceObject = x({ ["isAlias"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isAlias), ["isMap"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isMap), ["isPair"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isPair), ["isScalar"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isScalar), ["isSeq"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isSeq), ["parseDocument"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.parseDocument) });
;// CONCATENATED MODULE: ./lib/bundling/migrate/edits.js
/** Edits of one text, kept apart from one another: the same change is made once, however many ask for it. */
class Edits {
    #edits = new Map();
    add(edit) {
        this.#edits.set(`${edit.start}:${edit.end}:${edit.text}`, edit);
    }
    get size() {
        return this.#edits.size;
    }
    /** An edit within one that takes more away counts for nothing. Those at one place come in the order they were asked for. */
    applyTo(text) {
        const all = [...this.#edits.values()];
        const outer = all.filter(edit => !all.some(other => other !== edit &&
            other.start <= edit.start &&
            other.end >= edit.end &&
            other.end - other.start > edit.end - edit.start &&
            (edit.end > edit.start || (edit.start > other.start && edit.start < other.end))));
        let changed = '';
        let at = 0;
        for (const { start, end, text: written } of [...outer].sort((a, b) => a.start - b.start || a.end - b.end)) {
            changed += text.slice(at, Math.max(start, at)) + written;
            at = Math.max(at, end);
        }
        return changed + text.slice(at);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/yaml-text.js


/**
 * A YAML file that is changed in places and otherwise stays as it is, byte by byte: comments, order, quotes, anchors and
 * line ends.
 */
class YamlText {
    text;
    document;
    edits = new Edits();
    newline;
    /** @throws Error for what is no sound YAML, or more than one document */
    constructor(text) {
        this.text = text;
        this.newline = text.includes('\r\n') ? '\r\n' : '\n';
        this.document = (0,yaml_js_namespaceObject.parseDocument)(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
        const [error] = this.document.errors;
        if (error !== undefined)
            throw new Error(error.message.split('\n')[0]);
    }
    get changed() {
        return this.edits.applyTo(this.text);
    }
    /** What an alias stands for, or the node itself. */
    resolve(node) {
        return (0,yaml_js_namespaceObject.isAlias)(node) ? node.resolve(this.document) : node;
    }
    mapOf(node) {
        const found = this.resolve(node);
        return (0,yaml_js_namespaceObject.isMap)(found) ? found : undefined;
    }
    listOf(node) {
        const found = this.resolve(node);
        return (0,yaml_js_namespaceObject.isSeq)(found) ? found : undefined;
    }
    /** The text of a scalar; undefined for anything else. */
    textOf(node) {
        const found = this.resolve(node);
        return (0,yaml_js_namespaceObject.isScalar)(found) && found.value !== null ? String(found.value) : undefined;
    }
    entry(map, key) {
        return map?.items.find(pair => yaml_text_keyOf(pair) === key);
    }
    valueAt(map, ...path) {
        let node = map;
        for (const key of path)
            node = this.entry(this.mapOf(node), key)?.value;
        return node;
    }
    /** Column, from 0, of an offset. */
    column(offset) {
        return offset - this.lineStart(offset);
    }
    lineStart(offset) {
        return this.text.lastIndexOf('\n', offset - 1) + 1;
    }
    /** The offset behind the line's end, or the text's. */
    nextLine(offset) {
        const end = this.text.indexOf('\n', offset);
        return end < 0 ? this.text.length : end + 1;
    }
    lineOf(offset) {
        return this.text.slice(0, offset).split('\n').length;
    }
    /** Takes an entry out of its mapping, with the comment behind it; the mapping keeps what else it has. */
    remove(map, pair, gone) {
        const start = startOf(pair.key);
        const end = endOf(pair);
        if (map.flow) {
            this.#removeFromFlow(map, pair, gone);
            return;
        }
        const lineStart = this.lineStart(start);
        if (this.text.slice(lineStart, start).trim() === '') {
            this.edits.add({ start: lineStart, end: this.nextLine(end), text: '' });
            return;
        }
        // The first entry of an item stands behind its dash: the next one that stays moves up to it.
        const next = map.items.slice(map.items.indexOf(pair) + 1).find(item => !gone.has(item));
        const until = next === undefined ? end : startOf(next.key);
        this.edits.add({ start, end: until, text: '' });
    }
    /** In `{ a: 1, b: 2 }` the comma goes with the entry. */
    #removeFromFlow(map, pair, gone) {
        const index = map.items.indexOf(pair);
        const before = map.items
            .slice(0, index)
            .reverse()
            .find(item => !gone.has(item));
        const next = map.items[index + 1];
        const start = before === undefined || next !== undefined ? startOf(pair.key) : endOf(before);
        const end = next === undefined ? endOf(pair) : startOf(next.key);
        this.edits.add({ start, end, text: '' });
    }
    /** Puts lines into a block mapping, before one of its entries or behind its last. @param lines without indentation */
    insert(map, lines, before) {
        const [first] = map.items;
        if (first === undefined)
            throw new Error('there is no entry to line up with');
        const column = this.column(startOf(first.key));
        const indented = lines
            .map(line => `${line === '' ? '' : ' '.repeat(column)}${line}${this.newline}`)
            .join('');
        if (before !== undefined) {
            const start = startOf(before.key);
            const lineStart = this.lineStart(start);
            const isFirst = this.text.slice(lineStart, start).trim() !== '';
            if (!isFirst)
                this.edits.add({ start: lineStart, end: lineStart, text: indented });
            else
                this.edits.add({ start, end: start, text: `${indented.slice(column)}${' '.repeat(column)}` });
            return;
        }
        this.#insertAfter(endOf(map.items.at(-1) ?? first), indented);
    }
    #insertAfter(end, indented) {
        const at = this.nextLine(end);
        const open = at === this.text.length && !this.text.endsWith('\n');
        this.edits.add({ start: at, end: at, text: open ? this.newline + indented.trimEnd() : indented });
    }
    /** Puts lines into a block mapping right behind one of its entries. */
    insertBehind(map, pair, lines) {
        const [first] = map.items;
        const column = first === undefined ? 0 : this.column(startOf(first.key));
        const indented = lines.map(line => `${' '.repeat(column)}${line}${this.newline}`).join('');
        this.#insertAfter(endOf(pair), indented);
    }
    /** Replaces the text of a scalar, in the quotes that it has. */
    replaceScalar(node, value) {
        const [start = 0, end = 0] = node.range ?? [];
        const quote = /^["']/.exec(this.text.slice(start, end))?.[0] ?? '';
        this.edits.add({ start, end, text: `${quote}${value}${quote}` });
    }
}
/** @returns undefined for what is no sound YAML */
function opened(text) {
    try {
        return new YamlText(text);
    }
    catch {
        return undefined;
    }
}
function yaml_text_keyOf(pair) {
    return (0,yaml_js_namespaceObject.isScalar)(pair.key) ? String(pair.key.value ?? '') : '';
}
function startOf(node) {
    return node?.range?.[0] ?? 0;
}
/** Where the content of a node ends: without blank lines and comments that follow. */
function endOf(node) {
    if ((0,yaml_js_namespaceObject.isPair)(node))
        return node.value === null || node.value === undefined
            ? endOf(node.key)
            : Math.max(endOf(node.value), endOf(node.key));
    if (((0,yaml_js_namespaceObject.isMap)(node) || (0,yaml_js_namespaceObject.isSeq)(node)) && !node.flow) {
        const last = node.items.at(-1);
        return last === undefined ? (node.range?.[1] ?? 0) : endOf(last);
    }
    if ((0,yaml_js_namespaceObject.isScalar)(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
        // Its range ends behind its last line end.
        return Math.max((node.range?.[1] ?? 1) - 1, node.range?.[0] ?? 0);
    }
    return node?.range?.[1] ?? 0;
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/configuration-text.js


const SCHEMA = '# yaml-language-server: $schema=https://raw.githubusercontent.com/org/aws-temp-creds/v1/schema/aws-temp-creds.schema.json';
/** Names of the environments that a configuration file has. @returns undefined: it is not one that can be read */
function environmentsOfText(text) {
    const { contents, errors } = parseDocument(text, { logLevel: 'silent' });
    if (errors.length > 0)
        return undefined;
    if (contents === null)
        return [];
    if (!isMap(contents))
        return undefined;
    const environments = contents.get('environments');
    return isMap(environments) ? environments.items.map(keyOf) : [];
}
/**
 * Adds environments to a configuration file; what is there stays as it is.
 *
 * @param text of the file; undefined: there is none
 * @returns undefined where it cannot be added to: it is written in one line, or is JSON
 */
function withEnvironments(text, environments) {
    if (environments.length === 0)
        return text;
    const lines = environments.flatMap(entryLines);
    if (text === undefined || text.trim() === '')
        return `${SCHEMA}\nenvironments:\n${lines.map(line => `  ${line}\n`).join('')}`;
    const file = new YamlText(text);
    const root = file.document.contents;
    if (!(0,yaml_js_namespaceObject.isMap)(root) || root.flow)
        return undefined;
    const known = file.mapOf(file.valueAt(root, 'environments'));
    if (known === undefined) {
        if (file.entry(root, 'environments') !== undefined)
            return undefined;
        file.insert(root, ['environments:', ...lines.map(line => `  ${line}`)]);
    }
    else if (known.flow || known.items.length === 0)
        return undefined;
    else
        file.insert(known, lines);
    return file.changed;
}
function entryLines(environment) {
    const { name, account, region, roleText, gitHubEnvironment, duration, permissionSet } = environment;
    return [
        `${name}:`,
        account === undefined
            ? '  account: "" # FILL IN: the 12 digits of the account'
            : `  account: "${account}"`,
        region === undefined ? '  region: "" # FILL IN: the Region' : `  region: ${region}`,
        `  role: ${roleText}`,
        ...(gitHubEnvironment === name ? [] : [`  github-environment: ${scalar(gitHubEnvironment)}`]),
        ...(duration === undefined ? [] : [`  duration: ${duration}`]),
        ...(permissionSet === undefined ? [] : [`  permission-set: ${permissionSet}`]),
    ];
}
function scalar(text) {
    return /^[A-Za-z][\w .-]*[\w.-]$/.test(text) && !/^(?:true|false|yes|no|on|off|null)$/i.test(text)
        ? text
        : JSON.stringify(text);
}
;// CONCATENATED MODULE: ./lib/bundling/init/first-file.js



/** Accounts and portal of the profiles in `~/.aws/config`: the first profile of an account names it. */
function foundInConfig(sections) {
    const setting = (section, key) => section?.settings.find(one => one.key === key)?.value || undefined;
    const sessions = sections.filter(({ kind }) => kind === 'sso-session');
    const profiles = sections.filter(({ kind }) => kind === 'profile');
    const accounts = profiles.flatMap((profile) => {
        const account = accountId(setting(profile, 'sso_account_id') ?? '') ??
            parseRoleArn(setting(profile, 'role_arn') ?? '')?.account;
        if (account === undefined)
            return [];
        const permissionSet = setting(profile, 'sso_role_name');
        return [
            { called: profile.name, account, region: region(setting(profile, 'region') ?? ''), permissionSet },
        ];
    });
    const portals = [...sessions, ...profiles].flatMap((section) => {
        const startUrl = setting(section, 'sso_start_url');
        const home = region(setting(section, 'sso_region') ?? '');
        if (startUrl === undefined || !/^https:\/\/\S+$/.test(startUrl) || home === undefined)
            return [];
        return [{ startUrl, region: home, session: section.kind === 'sso-session' ? section.name : undefined }];
    });
    return { accounts, portal: portals[0] };
}
/**
 * The text of a team's first configuration file: an environment for each account, in the order found; what is not known
 * is left blank, and marked.
 *
 * @returns undefined where no account was found
 */
function firstFile({ accounts, portal }, wish) {
    const seen = new Set();
    const names = new Set();
    const environments = accounts
        .filter(({ account }) => !seen.has(account) && seen.add(account))
        .map(one => environmentOf(one, names, wish));
    const text = withEnvironments(undefined, environments);
    if (text === undefined)
        return undefined;
    const [head = '', ...rest] = text.split('\n');
    return [head, ...portalLines(portal), ...rest].join('\n');
}
function environmentOf(found, names, wish) {
    const name = ownName(found.called, names);
    return {
        name,
        gitHubEnvironment: name,
        account: found.account,
        region: found.region ?? wish.region,
        role: undefined,
        roleText: wish.role,
        duration: undefined,
        permissionSet: found.permissionSet,
    };
}
function ownName(called, names) {
    const base = called
        .replace(/[^A-Za-z0-9_-]+/g, '-')
        .replace(/^[-_]+|-+$/g, '')
        .slice(0, 60);
    const usable = ENVIRONMENT_NAME.test(base) ? base : 'account';
    let name = usable;
    for (let count = 2; names.has(name); count++)
        name = `${usable}-${count}`;
    names.add(name);
    return name;
}
function portalLines(portal) {
    if (portal === undefined)
        return [];
    const { startUrl, region: home, session } = portal;
    return [
        'sso:',
        `  start-url: ${/[\s#]/.test(startUrl) ? JSON.stringify(startUrl) : startUrl}`,
        `  region: ${home}`,
        ...(session !== undefined && /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(session)
            ? [`  session: ${session}`]
            : []),
    ];
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/config-file.js
/** All sections, in the order of the file; a file that no tool reads has none. */
function config_file_parseConfigFile(text, kind = 'config') {
    const sections = [];
    for (const line of linesOf(text)) {
        const header = headerOf(line.text);
        const current = sections.at(-1);
        if (header !== undefined) {
            current?.endAt(line.start);
            sections.push(new SectionReader(header, kind, line, text.length));
        }
        else {
            current?.take(line);
        }
    }
    return sections.map(section => section.read());
}
function linesOf(text) {
    const lines = [];
    let start = 0;
    for (const part of text.split(/(?<=\n)/)) {
        if (part === '')
            continue;
        const end = start + part.length;
        lines.push({ text: part.replace(/\r?\n$/, ''), number: lines.length + 1, start, end });
        start = end;
    }
    return lines;
}
/** What stands in the brackets of a header, as written; undefined: the line is none. A byte order mark is passed over. */
function headerOf(line) {
    return /^(?:\xef\xbb\xbf)?\s*\[([^\]]*)\]/.exec(line)?.[1];
}
class SectionReader {
    #section;
    #settings = [];
    #end;
    /** Indentation of the last setting; deeper lines belong to it. */
    #indent = 0;
    constructor(header, kind, line, end) {
        this.#section = { ...nameOf(header, kind), line: line.number, start: line.start };
        this.#end = end;
    }
    endAt(offset) {
        this.#end = offset;
    }
    take(line) {
        if (/^\s*([#;]|$)/.test(line.text))
            return;
        const indent = /^\s*/.exec(line.text)?.[0].length ?? 0;
        const last = this.#settings.at(-1);
        if (last !== undefined && indent > this.#indent) {
            this.#settings[this.#settings.length - 1] = { ...last, end: line.end };
            return;
        }
        const match = /^\s*([^=:]*?)\s*[=:](.*)$/.exec(line.text);
        const [, key, rest] = match ?? [];
        if (!key || rest === undefined)
            return;
        this.#indent = indent;
        const comment = /(?:^|\s)([#;].*)$/.exec(rest);
        const value = (comment === null ? rest : rest.slice(0, comment.index)).trim();
        this.#settings.push({
            key: key.toLowerCase(),
            value,
            comment: comment?.[1]?.trim(),
            line: line.number,
            start: line.start,
            end: line.end,
        });
    }
    read() {
        return { ...this.#section, end: this.#end, settings: this.#settings };
    }
}
function nameOf(header, kind) {
    const text = header.trim();
    if (kind === 'credentials')
        return { kind: 'profile', name: text };
    if (text === 'default')
        return { kind: 'profile', name: text };
    const match = /^(profile|sso-session)\s+(?:"([^"]*)"|'([^']*)'|(.*))$/.exec(text);
    const [, word, double, single, plain] = match ?? [];
    const name = double ?? single ?? plain;
    if (name === undefined)
        return { kind: 'other', name: text };
    return { kind: word === 'profile' ? 'profile' : 'sso-session', name };
}
/** The settings of a profile or session, whichever sections of that name they stand in; undefined: there is none. */
function settingsOf(sections, kind, name) {
    const found = sections.filter(section => section.kind === kind && section.name === name);
    if (found.length === 0)
        return undefined;
    return new Map(found.flatMap(({ settings }) => settings.map(({ key, value }) => [key, value])));
}
/** Names that both botocore and the SDK for JavaScript read as they stand; the SDK drops every other one in silence. */
function isReadByAll(name) {
    // A name of Object.prototype's is lost in the SDK, which keeps profiles in a plain object.
    return /^[A-Za-z0-9_@+.%:/-]+$/.test(name) && !(name in Object.prototype);
}
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = loadNow("node:os");
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = loadNow("node:timers/promises");
;// CONCATENATED MODULE: ./lib/bundling/credentials/private-file.js

/** Makes a folder that only this user may enter, whatever the umask says. @throws `EEXIST` when something is there */
function makePrivateFolder(path) {
    mkdirSync(path, { mode: 0o700 });
    chmodSync(path, 0o700);
}
/** Makes a file that only this user may read, whatever the umask says. @throws `EEXIST` when something is there */
function private_file_createPrivateFile(path, content) {
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
function private_file_writePrivateFile(path, content) {
    const temporary = `${path}.${process.pid}-${process.hrtime.bigint()}.tmp`;
    private_file_createPrivateFile(temporary, content);
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
    const code = private_file_errorCode(error);
    return process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY');
}
/** The system's code of an error (`ENOENT`), or undefined. */
function private_file_errorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/credentials/lock.js





/** The patience is longer than an exchange may take at its default bound. */
const TIMING = { heartbeat: 1_000, lease: 6_000, patience: 90_000 };
const POLL = 20;
/**
 * @param folder of this lock alone; created when it does not exist
 * @param done asked before and during waiting; a value ends it
 */
async function lock_lockUnless(folder, done, timing = TIMING) {
    const start = performance.now();
    const watched = new Watch(timing.lease);
    try {
        if (mkdirSync(folder, { mode: 0o700, recursive: true }) !== undefined)
            chmodSync(folder, 0o700);
        while (performance.now() - start < timing.patience) {
            const value = done();
            if (value !== undefined)
                return { kind: 'done', value };
            const generation = latest(folder);
            if (generation === 0 || hasEnded(folder, generation, watched)) {
                const lock = take(folder, generation + 1, timing.heartbeat);
                if (lock !== undefined)
                    return { kind: 'locked', lock };
            }
            else {
                await delay(POLL * (0.5 + Math.random()));
            }
        }
    }
    catch {
        // A cache that cannot be locked is still a cache: at worst two processes ask for credentials at the same time.
    }
    return { kind: 'unlockable' };
}
function latest(folder) {
    return Math.max(0, ...readdirSync(folder).flatMap(name => (/^\d{1,15}$/.test(name) ? Number(name) : [])));
}
function hasEnded(folder, generation, watched) {
    const path = join(folder, String(generation));
    if (exists(`${path}.free`))
        return true;
    return isDead(readIfThere(path)) || watched.isStill(generation, touchedAt(path));
}
/** How long a generation's file has not changed, by this process's own clock: file systems have clocks of their own. */
class Watch {
    #lease;
    #seen = '';
    #since = 0;
    constructor(lease) {
        this.#lease = lease;
    }
    isStill(generation, touched) {
        const state = `${generation} ${touched}`;
        if (state !== this.#seen) {
            this.#seen = state;
            this.#since = performance.now();
        }
        return performance.now() - this.#since > this.#lease;
    }
}
/** @returns undefined when somebody else was faster */
function take(folder, generation, heartbeat) {
    const path = join(folder, String(generation));
    try {
        createPrivateFile(path, JSON.stringify({ pid: process.pid, place: place() }));
    }
    catch (error) {
        if (errorCode(error) === 'EEXIST')
            return undefined;
        throw error;
    }
    if (latest(folder) > generation) {
        // This generation was removed by the holder of a later one while we were about to follow its predecessor.
        rmSync(path, { force: true });
        return undefined;
    }
    removeBefore(folder, generation);
    const beating = setInterval(() => touch(path), heartbeat);
    beating.unref();
    return {
        release: () => {
            clearInterval(beating);
            try {
                createPrivateFile(`${path}.free`, '');
            }
            catch {
                // The folder is gone, or the next one waits for our process's end.
            }
        },
    };
}
function removeBefore(folder, generation) {
    for (const name of readdirSync(folder)) {
        if (Number.parseInt(name, 10) < generation)
            rmSync(join(folder, name), { force: true });
    }
}
function touch(path) {
    const now = new Date();
    try {
        utimesSync(path, now, now);
    }
    catch {
        // Removed with its folder, or taken over.
    }
}
function touchedAt(path) {
    try {
        return statSync(path).mtimeMs;
    }
    catch {
        return undefined;
    }
}
function exists(path) {
    return touchedAt(path) !== undefined;
}
/** Whether the holder is a process of this very machine that no longer runs. A file without content says nothing. */
function isDead(holder) {
    const match = /^\{"pid":(\d{1,10}),"place":"([^"\\]*)"\}$/.exec(holder ?? '');
    const [, pid, where] = match ?? [];
    if (pid === undefined || where !== place())
        return false;
    try {
        process.kill(Number(pid), 0);
        return false;
    }
    catch (error) {
        return errorCode(error) === 'ESRCH';
    }
}
/** Where a process number means the same process: the host, and on Linux the namespace (containers share folders). */
function place() {
    return `${hostname().replace(/[^\w.-]/g, '_')} ${processNamespace()}`;
}
function processNamespace() {
    try {
        return readlinkSync('/proc/self/ns/pid');
    }
    catch {
        return process.platform;
    }
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
;// CONCATENATED MODULE: ./lib/bundling/handover/folder-trust.js



const GROUP_OR_OTHERS_WRITE = 0o022;
const OTHERS_WRITE = 0o002;
const STICKY = 0o1000;
/**
 * Whether a folder is a real one that nobody but the users of this job can change: what stands in it may be believed,
 * and a command in it may be run. On Windows, which has no owners and modes of this kind, a real folder is enough.
 */
function isOurFolder(path) {
    try {
        const status = (0,external_node_fs_namespaceObject.lstatSync)(path);
        return status.isDirectory() && distrust(status, 'strictly') === undefined;
    }
    catch {
        return false;
    }
}
/**
 * Refuses to write secrets below a folder that others own or may change: whoever can rename what lies in it decides
 * what the tools of this job read, and a profile names a command to run.
 *
 * @param rule `strictly` for folders that are made for us; `shared` for RUNNER_TEMP, which may be as open as /tmp is,
 *   where nobody can rename what is another's
 * @throws Failure `wrong-configuration`; what lstat throws where there is nothing
 */
function refuseUnsafeFolder(path, rule) {
    const status = rule === 'shared' ? statSync(path) : lstatSync(path);
    if (!status.isDirectory()) {
        throw new Failure('wrong-configuration', {
            what: `${printable(path)} is not a folder.`,
            why: 'Profiles are written there, and a link could lead them anywhere.',
            likely: 'An earlier step put a link or a file in its place.',
            write: "Leave the runner's temporary folder to the runner.",
        });
    }
    const reason = distrust(status, rule);
    if (reason === undefined)
        return;
    throw new Failure('wrong-configuration', {
        what: `${printable(path)} ${reason}. No credentials are written below it.`,
        why: 'Whoever can change that folder can replace what the AWS tools of this job read there, commands included.',
        likely: 'Another user of this machine made the folder, or a step made it writable for everybody.',
        write: `Remove the folder, or give it back to the user of the runner: chown "$(id -u)" and chmod go-w ${printable(path)}`,
    });
}
function distrust(status, rule) {
    const users = usersOfThisJob();
    if (users === undefined)
        return undefined;
    if (!users.has(status.uid))
        return `belongs to another user (${status.uid})`;
    if (rule === 'strictly') {
        return status.mode & GROUP_OR_OTHERS_WRITE ? 'may be changed by other users' : undefined;
    }
    if (status.mode & STICKY)
        return undefined;
    const ourGroup = process.getgroups?.().includes(status.gid) || process.getegid?.() === status.gid;
    const open = status.mode & (ourGroup ? OTHERS_WRITE : GROUP_OR_OTHERS_WRITE);
    return open ? 'may be changed by other users' : undefined;
}
/**
 * This process's user, root, and the runner's user, who decides about the job anyway: in a job's container the process
 * is root, and the folders belong to the user outside. Undefined on systems without user numbers.
 */
function usersOfThisJob() {
    const own = process.geteuid?.();
    if (own === undefined)
        return undefined;
    const users = new Set([own, 0]);
    const runner = ownerOf(process.env['GITHUB_ENV']);
    if (runner !== undefined)
        users.add(runner);
    const invoker = process.env['SUDO_UID'] ?? '';
    if (own === 0 && /^\d{1,10}$/.test(invoker))
        users.add(Number(invoker));
    return users;
}
function ownerOf(path) {
    try {
        return path ? (0,external_node_fs_namespaceObject.statSync)(path).uid : undefined;
    }
    catch {
        return undefined;
    }
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
;// CONCATENATED MODULE: ./lib/bundling/handover/job-file.js



const USES = ['by default', 'by name', 'beside keys'];
const FORMAT = 'aws-temp-creds/2';
function jobFilePath(folder) {
    return (0,external_node_path_namespaceObject.join)(folder, 'job.json');
}
function cacheFolder(folder) {
    return join(folder, 'cache');
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
function parseJobFile(text) {
    const file = Fields.parse(text);
    const folder = file?.text('folder');
    const programs = parsePrograms(file?.object('programs'));
    const connection = parseConnection(file?.object('connection'));
    const use = USES.find(known => known === file?.text('use'));
    const config = file?.object('before')?.text('config');
    const credentials = file?.object('before')?.text('credentials');
    if (!file || file.text('format') !== FORMAT || !folder || !programs || !connection)
        return undefined;
    if (!use || !config || !credentials)
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
        profiles: file.list('profiles').filter(name => typeof name === 'string'),
        use,
        before: { config, credentials },
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
    const account = accountId(fields?.text('account') ?? '') ?? NO_ACCOUNT;
    const place = region(fields?.text('region') ?? '');
    const given = fields?.text('role') ?? '';
    const role = (account === NO_ACCOUNT ? parseForeignRoleArn(given) : parseRoleArn(given))?.arn;
    const audience = fields?.text('audience');
    const duration = fields?.number('duration');
    const sessionName = fields?.text('sessionName');
    if (!fields || !name || !place || !role || !audience || !duration || !sessionName)
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
;// CONCATENATED MODULE: ./lib/bundling/handover/job-folder.js




/** Steps of one job that hand over on top of each other; more is a circle. */
const MOST_STEPS = 50;
/** @returns undefined when the folder is not one that a step of ours made for the users of this job */
function jobFolder(path) {
    const job = parseJobFile(private_file_readIfThere(jobFilePath(path)));
    return job?.folder === (0,external_node_path_namespaceObject.basename)(path) && isOurFolder(path) ? { path, job } : undefined;
}
/**
 * The folders of this job's earlier steps, the latest one first: it is where AWS_CONFIG_FILE leads the tools, and each
 * knows the one before.
 */
function jobFolders(variables) {
    return foldersFrom(variables['AWS_CONFIG_FILE']);
}
/** The same; but where the configuration file is another one, those that AWS_SHARED_CREDENTIALS_FILE leads to. */
function foldersInUse(variables) {
    const folders = jobFolders(variables);
    return folders.length > 0 ? folders : foldersFrom(variables['AWS_SHARED_CREDENTIALS_FILE']);
}
function foldersFrom(file) {
    const found = [];
    let next = file ? jobFolder((0,external_node_path_namespaceObject.dirname)(file)) : undefined;
    while (next !== undefined && found.length < MOST_STEPS) {
        found.push(next);
        next = next.job.outer === undefined ? undefined : jobFolder(next.job.outer);
    }
    return found;
}
;// CONCATENATED MODULE: ./lib/bundling/handover/profile-file.js
/** Stands above our profiles, for people who read the file. */
const OUR_PROFILES = '# Profiles of aws-temp-creds, for this job only; removed when it ends.';
/**
 * The profiles that a configuration or credentials file has, however their headers are written: `[dev]`,
 * `[profile dev]`, `[profile "dev"]`, with blanks or a comment. Where the tools disagree whether a header names a
 * profile, it counts.
 */
function profile_file_profileNames(text) {
    return new Set(text.split(/\r\n|\r|\n/).flatMap(line => headerName(line) ?? []));
}
function headerName(line) {
    const header = /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim();
    return header?.replace(/^profile\s+/, '').replace(/^(["'])(.*)\1$/, '$2');
}
/**
 * Splits a file into our sections and everything else. By their names, for other tools rewrite the file as they like:
 * our comment above them and their order are soon gone.
 *
 * @param names of our profiles in it
 */
function splitFile(file, names) {
    let isOurs = false;
    const theirs = [];
    const ours = [];
    // As Latin-1 every byte is one character, and comes back as it was.
    for (const line of file.toString('latin1').split(/(?<=\n)/)) {
        const name = headerName(line);
        if (name !== undefined)
            isOurs = names.has(name);
        if (names.size > 0 && line.trimEnd() === OUR_PROFILES)
            continue;
        (isOurs ? ours : theirs).push(line);
    }
    return { theirs: Buffer.from(theirs.join(''), 'latin1'), ours: ours.join('') };
}
/** Our sections of an earlier step, without those that are about to be replaced. */
function withoutProfiles(ours, names) {
    return splitFile(Buffer.from(ours, 'latin1'), names).theirs.toString('latin1');
}
/** Ours after theirs; every byte of theirs stays, and ours begins on a line of its own. */
function joinFiles(theirs, ours) {
    const gap = theirs.length === 0 || theirs.at(-1) === 0x0a ? '' : '\n';
    return ours === '' ? theirs : Buffer.concat([theirs, Buffer.from(`${gap}${ours}`, 'latin1')]);
}
/**
 * Our part of a file: the heading, and the sections of earlier steps and of this one; '' when there are none.
 *
 * @param earlier of `splitFile`
 */
function ourPart(earlier, sections) {
    if (earlier === '' && sections.length === 0)
        return '';
    const before = earlier === '' || earlier.endsWith('\n') ? earlier : `${earlier}\n`;
    return `${OUR_PROFILES}\n${before}${sections.map(section => `${bytes(section)}\n`).join('')}`;
}
/** Text as `joinFiles` and `splitFile` have it: one character for each byte. */
function bytes(text) {
    return Buffer.from(text).toString('latin1');
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
;// CONCATENATED MODULE: ./lib/bundling/handover/aws-files.js







/** Bytes; more is no file of profiles. */
const LARGEST = 4 * 1024 * 1024;
/**
 * Reads the user's two files where the variables, or else the home folder, say that they are.
 *
 * @throws Failure `wrong-configuration` when one is there but cannot be read: its profiles would silently disappear
 */
function readAwsFiles(variables, home) {
    const [outer] = jobFolders(variables);
    const config = readAwsFile('config', 'AWS_CONFIG_FILE', variables, home, outer);
    const credentials = readAwsFile('credentials', 'AWS_SHARED_CREDENTIALS_FILE', variables, home, outer);
    const before = outer?.job.before ?? { config: config.path, credentials: credentials.path };
    return { config, credentials, outer, before };
}
/** Whether the user has a default profile, in either file: it then stays the one that is called so. */
function hasOwnDefault({ config, credentials }) {
    return [config, credentials].some(({ theirs }) => profileNames(theirs.toString('utf8')).has('default'));
}
function readAwsFile(name, variable, variables, home, outer) {
    const named = variables[variable]?.replace(/^~(?=[/\\])/, () => home);
    const path = (0,external_node_path_namespaceObject.resolve)(named || (0,external_node_path_namespaceObject.join)(home, '.aws', name));
    const content = readContent(name, variable, path);
    const isCopy = outer !== undefined && path.startsWith(outer.path + external_node_path_namespaceObject.sep);
    const ours = new Set(isCopy ? outer.job.profiles : []);
    return {
        path,
        content,
        isTheirs: content !== undefined && !isCopy,
        ...splitFile(content ?? Buffer.alloc(0), ours),
    };
}
function readContent(name, variable, path) {
    try {
        const status = (0,external_node_fs_namespaceObject.statSync)(path);
        // A pipe or a device would block, or never end.
        if (!status.isFile())
            throw new Error('it is not a regular file');
        if (status.size > LARGEST)
            throw new Error(`it has ${status.size} bytes`);
        return (0,external_node_fs_namespaceObject.readFileSync)(path);
    }
    catch (error) {
        if (private_file_errorCode(error) === 'ENOENT' || private_file_errorCode(error) === 'ENOTDIR')
            return undefined;
        throw new failure_Failure('wrong-configuration', {
            what: `The AWS ${name} file ${printable_printable(path)} cannot be read.`,
            why: printable_printable(error instanceof Error ? error.message : String(error)),
            likely: 'Another user wrote it, or it is not a file.',
            write: `Make it readable, remove it, or name another one in ${variable}.`,
        }, { cause: error });
    }
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/text.js
/**
 * The AWS files are handled as Latin-1, one character a byte, so that bytes that are no UTF-8 stay what they are.
 * What is shown, or compared with a name, is the UTF-8 that those bytes usually are.
 */
function text_readText(latin1) {
    return Buffer.from(latin1, 'latin1').toString('utf8');
}
/** A file's bytes as the text that the parts of this room work on. */
function latin1Of(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
function text_bytesOf(latin1) {
    return Buffer.from(latin1, 'latin1');
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/home-files.js









/** Where the AWS tools keep what is a person's: below the home folder, whatever the variables for files say. */
function awsFolder(home = homedir()) {
    return join(home, '.aws');
}
/**
 * Reads the two files where the variables, or else the home folder, say that they are.
 *
 * @throws Failure `wrong-configuration` when one cannot be read, or is text that no AWS tool reads
 */
function readHomeFiles(variables, home = (0,external_node_os_namespaceObject.homedir)()) {
    const { config, credentials } = readAwsFiles(variables, home);
    return { config: textOf(config), credentials: textOf(credentials) };
}
function textOf({ path, content }) {
    if (content === undefined)
        return { path, text: undefined };
    if (!content.includes(0))
        return { path, text: latin1Of(content) };
    throw new failure_Failure('wrong-configuration', {
        what: `${printable_printable(path)} is no text that the AWS tools read.`,
        why: 'It holds zero bytes, as files in UTF-16 do.',
        likely: 'It was written by PowerShell: `>` and Out-File write UTF-16 there.',
        write: `In PowerShell: (Get-Content "${printable_printable(path)}") | Set-Content -Encoding ascii "${printable_printable(path)}"`,
    });
}
/**
 * Writes one of the two files whole, for this user alone. A link to it stays a link: those who keep their settings in
 * a repository of their own have one there.
 *
 * @param text undefined: the file is removed
 */
function writeHomeFile(path, text) {
    const file = linkedFile(path);
    try {
        if (text === undefined) {
            rmSync(file, { force: true });
            return;
        }
        mkdirSync(dirname(file), { mode: 0o700, recursive: true });
        writePrivateFile(file, bytesOf(text));
    }
    catch (error) {
        throw new Failure('wrong-configuration', {
            what: `${printable(file)} cannot be written.`,
            why: printable(error instanceof Error ? error.message : String(error), 300),
            likely: 'The file or its folder belongs to another user, or the disk is full.',
        }, { cause: error });
    }
}
/** Links followed by hand: the last one may name a file that is not there yet. */
function linkedFile(path) {
    let file = path;
    for (let links = 0; links < 40; links += 1) {
        if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true)
            return real(file);
        file = resolve(dirname(file), readlinkSync(file));
    }
    return file;
}
function real(file) {
    try {
        return realpathSync(file);
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return file;
        throw error;
    }
}
/**
 * Does something while no other process of ours does it too: all that read a file of a person's and write it again.
 *
 * @param name of the lock, usable in a file's name
 * @throws Failure `unreachable` when the lock cannot be had
 */
async function withHomeLock(name, body, home = homedir()) {
    const lock = await homeLock(name, home);
    if (lock === undefined) {
        throw new Failure('unreachable', {
            what: `Another aws-temp-creds has been at work on ${printable(name)} for too long, or its lock cannot be made.`,
            why: `The lock is a folder in ${printable(lockFolderOf(home))}.`,
            likely: 'The home folder cannot be written, or another call waits for something.',
        });
    }
    try {
        return await body();
    }
    finally {
        lock.release();
    }
}
/** @returns undefined: it cannot be had */
async function homeLock(name, home = homedir()) {
    const outcome = await lockUnless(join(lockFolderOf(home), name), () => undefined);
    return outcome.kind === 'locked' ? outcome.lock : undefined;
}
/** The only folder of our own in a home: it holds locks, and nothing else. */
function lockFolderOf(home = homedir()) {
    return join(awsFolder(home), 'aws-temp-creds', 'locks');
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/project.js





/** The folder above that has a configuration file, or a repository's top; else the folder itself. */
function projectRoot(folder) {
    const start = (0,external_node_fs_namespaceObject.realpathSync)(folder);
    for (let top = start;; top = (0,external_node_path_namespaceObject.dirname)(top)) {
        const is = (name) => (0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(top, name), { throwIfNoEntry: false }) !== undefined;
        if (is(load_CONFIGURATION_PATH) || is('.git'))
            return top;
        if ((0,external_node_path_namespaceObject.dirname)(top) === top)
            return start;
    }
}
/**
 * @param cwd where the command is called
 * @param named `--config`, from there
 * @throws Failure when there is no configuration file, or it is wrong
 */
async function loadProject(cwd, named) {
    const root = projectRoot(cwd);
    const path = named && fromRoot(root, resolve(realpathSync(cwd), named));
    const configuration = await loadConfiguration(root, path);
    if (configuration !== undefined) {
        return { root, configuration, named: path === CONFIGURATION_PATH ? undefined : path };
    }
    throw new Failure('wrong-input', {
        what: `There is no ${CONFIGURATION_PATH} in ${printable(root, 300)}.`,
        likely: 'The command is called outside the repository that has the file, or the team has none yet.',
        write: 'cd into the repository, or name a file: --config FILE. To begin one: aws-temp-creds init',
    });
}
/** As `loadProject`; undefined where there is no file and none is named. */
async function projectIfThere(cwd) {
    const root = projectRoot(cwd);
    const configuration = await loadConfiguration(root, undefined);
    return configuration && { root, configuration, named: undefined };
}
function fromRoot(root, path) {
    const way = relative(root, path);
    return isAbsolute(way) ? path : way.replaceAll('\\', '/');
}
;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/line.js


class LineDiff extends Diff {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        // If we're ignoring whitespace, we need to normalise lines by stripping
        // whitespace before checking equality. (This has an annoying interaction
        // with newlineIsToken that requires special handling: if newlines get their
        // own token, then we DON'T want to trim the *newline* tokens down to empty
        // strings, since this would cause us to treat whitespace-only line content
        // as equal to a separator between lines, which would be weird and
        // inconsistent with the documented behavior of the options.)
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
// Exported standalone so it can be used from jsonDiff too.
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        // remove one \r before \n to match GNU diff's --strip-trailing-cr behavior
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    // Ignore the final empty token that occurs if the string ends with a new line
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    // Merge the content and line separators into single tokens
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/patch/create.js

/**
 * Returns true if the filename contains characters that require C-style
 * quoting (as used by Git and GNU diffutils in diff output).
 */
function needsQuoting(s) {
    for (let i = 0; i < s.length; i++) {
        if (s[i] < '\x20' || s[i] > '\x7e' || s[i] === '"' || s[i] === '\\') {
            return true;
        }
    }
    return false;
}
/**
 * C-style quotes a filename, encoding special characters as escape sequences
 * and non-ASCII bytes as octal escapes. This is the inverse of
 * `parseQuotedFileName` in parse.ts.
 *
 * Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
 * This matches the behaviour of both Git and GNU diffutils, which always emit
 * UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
 * Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
 *
 * If the filename doesn't need quoting, returns it as-is.
 */
function quoteFileNameIfNeeded(s) {
    if (!needsQuoting(s)) {
        return s;
    }
    let result = '"';
    const bytes = new TextEncoder().encode(s);
    let i = 0;
    while (i < bytes.length) {
        const b = bytes[i];
        // See https://en.wikipedia.org/wiki/Escape_sequences_in_C#Escape_sequences
        if (b === 0x07) {
            result += '\\a';
        }
        else if (b === 0x08) {
            result += '\\b';
        }
        else if (b === 0x09) {
            result += '\\t';
        }
        else if (b === 0x0a) {
            result += '\\n';
        }
        else if (b === 0x0b) {
            result += '\\v';
        }
        else if (b === 0x0c) {
            result += '\\f';
        }
        else if (b === 0x0d) {
            result += '\\r';
        }
        else if (b === 0x22) {
            result += '\\"';
        }
        else if (b === 0x5c) {
            result += '\\\\';
        }
        else if (b >= 0x20 && b <= 0x7e) {
            // Just a printable ASCII character that is neither a double quote nor a
            // backslash; no need to escape it.
            result += String.fromCharCode(b);
        }
        else {
            // Either part of a non-ASCII character or a control character without a
            // special escape sequence; needs escaping as a 3-digit octal escape
            result += '\\' + b.toString(8).padStart(3, '0');
        }
        i++;
    }
    result += '"';
    return result;
}
const INCLUDE_HEADERS = {
    includeIndex: true,
    includeUnderline: true,
    includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: true
};
const OMIT_HEADERS = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: false
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    let optionsObj;
    if (!options) {
        optionsObj = {};
    }
    else if (typeof options === 'function') {
        optionsObj = { callback: options };
    }
    else {
        optionsObj = options;
    }
    if (typeof optionsObj.context === 'undefined') {
        optionsObj.context = 4;
    }
    // We copy this into its own variable to placate TypeScript, which thinks
    // optionsObj.context might be undefined in the callbacks below.
    const context = optionsObj.context;
    // @ts-expect-error (runtime check for something that is correctly a static type error)
    if (optionsObj.newlineIsToken) {
        throw new Error('newlineIsToken may not be used with patch-generation functions, only with diffing functions');
    }
    if (!optionsObj.callback) {
        return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
    }
    else {
        const { callback } = optionsObj;
        diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
                const patch = diffLinesResultToPatch(diff);
                // TypeScript is unhappy without the cast because it does not understand that `patch` may
                // be undefined here only if `callback` is StructuredPatchCallbackAbortable:
                callback(patch);
            } }));
    }
    function diffLinesResultToPatch(diff) {
        // STEP 1: Build up the patch with no "\ No newline at end of file" lines and with the arrays
        //         of lines containing trailing newline characters. We'll tidy up later...
        if (!diff) {
            return;
        }
        diff.push({ value: '', lines: [] }); // Append an empty value to make cleanup easier
        function contextLines(lines) {
            return lines.map(function (entry) { return ' ' + entry; });
        }
        const hunks = [];
        let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
        for (let i = 0; i < diff.length; i++) {
            const current = diff[i], lines = current.lines || splitLines(current.value);
            current.lines = lines;
            if (current.added || current.removed) {
                // If we have previous context, start with that
                if (!oldRangeStart) {
                    const prev = diff[i - 1];
                    oldRangeStart = oldLine;
                    newRangeStart = newLine;
                    if (prev) {
                        curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
                        oldRangeStart -= curRange.length;
                        newRangeStart -= curRange.length;
                    }
                }
                // Output our changes
                for (const line of lines) {
                    curRange.push((current.added ? '+' : '-') + line);
                }
                // Track the updated file position
                if (current.added) {
                    newLine += lines.length;
                }
                else {
                    oldLine += lines.length;
                }
            }
            else {
                // Identical context lines. Track line changes
                if (oldRangeStart) {
                    // Close out any changes that have been output (or join overlapping)
                    if (lines.length <= context * 2 && i < diff.length - 2) {
                        // Overlapping
                        for (const line of contextLines(lines)) {
                            curRange.push(line);
                        }
                    }
                    else {
                        // end the range and output
                        const contextSize = Math.min(lines.length, context);
                        for (const line of contextLines(lines.slice(0, contextSize))) {
                            curRange.push(line);
                        }
                        const hunk = {
                            oldStart: oldRangeStart,
                            oldLines: (oldLine - oldRangeStart + contextSize),
                            newStart: newRangeStart,
                            newLines: (newLine - newRangeStart + contextSize),
                            lines: curRange
                        };
                        hunks.push(hunk);
                        oldRangeStart = 0;
                        newRangeStart = 0;
                        curRange = [];
                    }
                }
                oldLine += lines.length;
                newLine += lines.length;
            }
        }
        // Step 2: eliminate the trailing `\n` from each line of each hunk, and, where needed, add
        //         "\ No newline at end of file".
        for (const hunk of hunks) {
            for (let i = 0; i < hunk.lines.length; i++) {
                if (hunk.lines[i].endsWith('\n')) {
                    hunk.lines[i] = hunk.lines[i].slice(0, -1);
                }
                else {
                    hunk.lines.splice(i + 1, 0, '\\ No newline at end of file');
                    i++; // Skip the line we just added, then continue iterating
                }
            }
        }
        return {
            oldFileName: oldFileName, newFileName: newFileName,
            oldHeader: oldHeader, newHeader: newHeader,
            hunks: hunks
        };
    }
}
/**
 * creates a unified diff patch.
 *
 * @param patch either a single structured patch object (as returned by `structuredPatch`) or an
 *   array of them (as returned by `parsePatch`).
 * @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
 *   Ignored for patches where `isGit` is `true`.
 *
 * When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
 * output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
 * properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
 * headers for patches with no hunks (e.g. renames without content changes).
 */
function formatPatch(patch, headerOptions) {
    var _a, _b, _c, _d, _e, _f;
    if (!headerOptions) {
        headerOptions = INCLUDE_HEADERS;
    }
    if (Array.isArray(patch)) {
        if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every(p => p.isGit)) {
            throw new Error('Cannot omit file headers on a multi-file patch. '
                + '(The result would be unparseable; how would a tool trying to apply '
                + 'the patch know which changes are to which file?)');
        }
        return patch.map(p => formatPatch(p, headerOptions)).join('\n');
    }
    const ret = [];
    // Git patches have a fixed header format (diff --git, extended headers,
    // and ---/+++ when hunks are present), so headerOptions is ignored.
    if (patch.isGit) {
        headerOptions = INCLUDE_HEADERS;
        // Emit Git-style diff --git header and extended headers.
        // Git never puts /dev/null in the "diff --git" line; for file
        // creations/deletions it uses the real filename on both sides.
        if (!patch.oldFileName) {
            throw new Error('oldFileName must be specified for Git patches');
        }
        if (!patch.newFileName) {
            throw new Error('newFileName must be specified for Git patches');
        }
        let gitOldName = patch.oldFileName;
        let gitNewName = patch.newFileName;
        if (patch.isCreate && gitOldName === '/dev/null') {
            gitOldName = gitNewName.replace(/^b\//, 'a/');
        }
        else if (patch.isDelete && gitNewName === '/dev/null') {
            gitNewName = gitOldName.replace(/^a\//, 'b/');
        }
        ret.push('diff --git ' + quoteFileNameIfNeeded(gitOldName) + ' ' + quoteFileNameIfNeeded(gitNewName));
        if (patch.isDelete) {
            ret.push('deleted file mode ' + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : '100644'));
        }
        if (patch.isCreate) {
            ret.push('new file mode ' + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : '100644'));
        }
        if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
            ret.push('old mode ' + patch.oldMode);
            ret.push('new mode ' + patch.newMode);
        }
        if (patch.isRename) {
            ret.push('rename from ' + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : '').replace(/^a\//, '')));
            ret.push('rename to ' + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : '').replace(/^b\//, '')));
        }
        if (patch.isCopy) {
            ret.push('copy from ' + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : '').replace(/^a\//, '')));
            ret.push('copy to ' + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : '').replace(/^b\//, '')));
        }
    }
    else {
        if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== undefined) {
            ret.push('Index: ' + patch.oldFileName);
        }
        if (headerOptions.includeUnderline) {
            ret.push('===================================================================');
        }
    }
    // Emit --- / +++ file headers. For Git patches with no hunks (e.g.
    // pure renames, mode-only changes), Git omits these, so we do too.
    const hasHunks = patch.hunks.length > 0;
    if (headerOptions.includeFileHeaders && patch.oldFileName !== undefined && patch.newFileName !== undefined
        && (!patch.isGit || hasHunks)) {
        ret.push('--- ' + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? '\t' + patch.oldHeader : ''));
        ret.push('+++ ' + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? '\t' + patch.newHeader : ''));
    }
    for (let i = 0; i < patch.hunks.length; i++) {
        const hunk = patch.hunks[i];
        // Unified Diff Format quirk: If the chunk size is 0,
        // the first number is one lower than one would expect.
        // https://www.artima.com/weblogs/viewpost.jsp?thread=164293
        const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
        const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
        ret.push('@@ -' + oldStart + ',' + hunk.oldLines
            + ' +' + newStart + ',' + hunk.newLines
            + ' @@');
        for (const line of hunk.lines) {
            ret.push(line);
        }
    }
    return ret.join('\n') + '\n';
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    if (typeof options === 'function') {
        options = { callback: options };
    }
    if (!(options === null || options === void 0 ? void 0 : options.callback)) {
        const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
        if (!patchObj) {
            return;
        }
        return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
    }
    else {
        const { callback } = options;
        structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: patchObj => {
                if (!patchObj) {
                    callback(undefined);
                }
                else {
                    callback(formatPatch(patchObj, options.headerOptions));
                }
            } }));
    }
}
function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options) {
    return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader, options);
}
/**
 * Split `text` into an array of lines, including the trailing newline character (where present)
 */
function splitLines(text) {
    const hasTrailingNl = text.endsWith('\n');
    const result = text.split('\n').map(line => line + '\n');
    if (hasTrailingNl) {
        result.pop();
    }
    else {
        result.push(result.pop().slice(0, -1));
    }
    return result;
}

;// CONCATENATED MODULE: ./lib/bundling/laptop/show-diff.js




/** Settings whose values are secrets; what stands in the user's own lines around ours is not shown. */
const SECRET_KEYS = /^(aws_access_key_id|aws_secret_access_key|aws_session_token|aws_security_token)$/;
/**
 * What is to become of a file, as a unified diff; '' when nothing changes. Keys that stand near a change are shown as
 * `***`, on both sides.
 *
 * @param before Latin-1 of the file's bytes; undefined: there is no file
 */
function showDiff(path, before, after) {
    if (before === after)
        return '';
    const name = printable(path);
    return unifiedDiff({ name: before === undefined ? '/dev/null' : name, text: shown(before ?? '') }, { name: after === undefined ? '/dev/null' : name, text: shown(after ?? '') });
}
/** A unified diff with three lines of context, under the names given. */
function unifiedDiff(before, after) {
    return createTwoFilesPatch(before.name, after.name, before.text, after.text, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
    });
}
function shown(latin1) {
    const secrets = ['config', 'credentials']
        .flatMap(kind => parseConfigFile(latin1, kind))
        .flatMap(({ settings }) => settings.filter(({ key }) => SECRET_KEYS.test(key)));
    let text = '';
    let at = 0;
    for (const { start, end } of secrets.sort((one, other) => one.start - other.start)) {
        if (start < at)
            continue;
        const line = latin1.slice(start, end);
        text += latin1.slice(at, start) + line.replace(/([=:][ \t]*)[\s\S]*?(\r?\n)?$/, '$1***$2');
        at = end;
    }
    return readText(text + latin1.slice(at));
}
;// CONCATENATED MODULE: ./lib/bundling/stories/change-files.js



/**
 * What is to become of a file of a repository, as git shows it.
 *
 * @param path from the repository's root, with `/`
 * @param before undefined: there is no file
 */
function fileDiff(path, before, after) {
    return unifiedDiff({ name: before === undefined ? '/dev/null' : `a/${path}`, text: before ?? '' }, { name: `b/${path}`, text: after });
}
/** Writes a file of a repository beside its place and renames it: nobody sees half of it. Its mode stays. */
function replaceFile(path, text) {
    (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.dirname)(path), { recursive: true });
    const mode = (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false })?.mode;
    const temporary = `${path}.${process.pid}.aws-temp-creds`;
    (0,external_node_fs_namespaceObject.writeFileSync)(temporary, text, { flag: 'wx', ...(mode !== undefined && { mode: mode & 0o777 }) });
    (0,external_node_fs_namespaceObject.renameSync)(temporary, path);
}
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = loadLater("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = loadLater("node:https");
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = loadLater("node:tls");
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
            return await tunnel_opened(request);
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
function tunnel_opened(request) {
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
    const extra = private_file_readIfThere(variables['NODE_EXTRA_CA_CERTS'] ?? '') ?? [];
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
// EXTERNAL MODULE: ./node_modules/aws4/aws4.js
var aws4 = __nccwpck_require__(832);
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
;// CONCATENATED MODULE: ./lib/bundling/aws/list-accounts.js



/** The one Region of a partition in which Organizations answers (AWS General Reference, endpoints). */
const HOMES = { 'aws-cn': 'cn-northwest-1', 'aws-us-gov': 'us-gov-west-1' };
/** More pages than the largest organization has: an answer that always names another one must end. */
const MOST_PAGES = 1000;
/**
 * The accounts of an organization (organizations:ListAccounts), without the SDK: its client would be a bundle of a
 * megabyte for one call.
 *
 * @param endpoint in place of AWS's own
 * @throws Error with what AWS answered when it is not accounts; NoAnswer
 */
async function listAccounts(pair, region, endpoint, connection, signal) {
    const partition = partitionOf(region);
    const home = HOMES[partition] ?? 'us-east-1';
    const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    const url = new URL('/', endpoint ?? `https://organizations.${home}.${suffix}`);
    const all = [];
    let token;
    for (let page = 0; page < MOST_PAGES; page++) {
        const body = JSON.stringify({ MaxResults: 20, ...(token !== undefined && { NextToken: token }) });
        const headers = signed(pair, url, home, body);
        const answer = await send({ method: 'POST', url, headers, body }, connection, signal);
        const { accounts, next } = readPage(answer.status, answer.body);
        all.push(...accounts);
        token = next;
        if (token === undefined)
            break;
    }
    return all;
}
function signed(pair, url, region, body) {
    const request = {
        method: 'POST',
        host: url.host,
        path: '/',
        service: 'organizations',
        region,
        headers: {
            'Content-Type': 'application/x-amz-json-1.1',
            'X-Amz-Target': 'AWSOrganizationsV20161128.ListAccounts',
        },
        body,
    };
    return aws4.sign(request, { ...pair }).headers ?? {};
}
function readPage(status, body) {
    const answer = parsed(body);
    const accounts = property(answer, 'Accounts');
    if (status !== 200 || !Array.isArray(accounts)) {
        const code = list_accounts_text(property(answer, '__type')) ?? `HTTP ${status}`;
        const message = list_accounts_text(property(answer, 'Message')) ?? list_accounts_text(property(answer, 'message')) ?? '';
        throw new Error(`${code.replace(/^.*#/, '')} ${message}`.trim());
    }
    return {
        accounts: accounts.flatMap((account) => {
            const id = list_accounts_text(property(account, 'Id'));
            // `Status` was retired in September 2026, and is read where an older answer has nothing else.
            const state = list_accounts_text(property(account, 'State')) ?? list_accounts_text(property(account, 'Status'));
            return id === undefined ? [] : [{ id, name: list_accounts_text(property(account, 'Name')), state }];
        }),
        next: list_accounts_text(property(answer, 'NextToken')),
    };
}
function parsed(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
function property(value, name) {
    return typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, name)?.value
        : undefined;
}
function list_accounts_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/stories/organization-accounts.js





/** The accounts of the organization that are open, read with the credentials of the environment variables. */
async function organizationAccounts(variables, region, signal) {
    const accessKeyId = variables['AWS_ACCESS_KEY_ID'];
    const secretAccessKey = variables['AWS_SECRET_ACCESS_KEY'];
    if (!accessKeyId || !secretAccessKey) {
        throw new failure_Failure('wrong-input', {
            what: '--from organization needs credentials in the environment variables.',
            why: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set; no other place is looked at.',
            write: 'eval "$(aws configure export-credentials --profile management --format env)"',
        });
    }
    const sessionToken = variables['AWS_SESSION_TOKEN'] || undefined;
    const connection = connect(variables);
    try {
        const endpoint = variables['AWS_ENDPOINT_URL_ORGANIZATIONS'] || variables['AWS_ENDPOINT_URL'] || undefined;
        const pair = { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
        const accounts = await listAccounts(pair, region, endpoint, connection, signal);
        return accounts.flatMap(({ id, name, state }) => {
            const account = accountId(id);
            if (account === undefined || (state !== undefined && state !== 'ACTIVE'))
                return [];
            return [{ called: name ?? id, account, region: undefined, permissionSet: undefined }];
        });
    }
    catch (error) {
        throw refusedBy('AWS Organizations', 'organizations:ListAccounts, in the management account', error);
    }
    finally {
        connection.close();
    }
}
function refusedBy(who, needs, error) {
    if (error instanceof failure_Failure)
        return error;
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return new failure_Failure('refused', { what: `${who} did not tell its accounts: ${printable_printable(reason, 300)}`, why: `It needs ${needs}.` }, { cause: error });
}
;// CONCATENATED MODULE: ./lib/bundling/cli/command.js
/** What the command answers its caller with: clean; findings or a refusal; wrong use, or an incomplete scan. */
const EXIT = { clean: 0, found: 1, wrong: 2 };
;// CONCATENATED MODULE: ./lib/bundling/templates/cloudformation-yaml.js

/** Functions of the long form, and their tags. */
const TAGS = {
    Ref: '!Ref',
    'Fn::Sub': '!Sub',
    'Fn::GetAtt': '!GetAtt',
    'Fn::Equals': '!Equals',
    'Fn::FindInMap': '!FindInMap',
};
/** @param comment lines that stand above, without `#`; @returns YAML text */
function cloudformation_yaml_cloudFormationYaml(template, comment) {
    const document = new Document(template, { aliasDuplicateObjects: false });
    visit(document, { Map: (_, map) => shortForm(map), Scalar: (_, scalar) => quoteDigits(scalar) });
    const head = comment.map(line => (line === '' ? '#\n' : `# ${line}\n`)).join('');
    return head + document.toString({ lineWidth: 0 });
}
/** `{ Fn::Sub: x }` as `!Sub x`. */
function shortForm(map) {
    const [pair, ...others] = map.items;
    if (pair === undefined || others.length > 0 || !isScalar(pair.key))
        return undefined;
    const tag = TAGS[String(pair.key.value)];
    const { value } = pair;
    if (tag === undefined)
        return undefined;
    if (value instanceof YAMLSeq && tag === '!GetAtt') {
        const short = new Scalar(value.items.map(item => (isScalar(item) ? String(item.value) : '')).join('.'));
        short.tag = tag;
        return short;
    }
    if (!(value instanceof Scalar || value instanceof YAMLSeq))
        return undefined;
    value.tag = tag;
    if (value instanceof YAMLSeq) {
        value.flow = true;
        visit(value, { Map: (_, inner) => shortForm(inner) });
    }
    return value;
}
/** Account numbers and dates are texts for every reader of YAML, 1.1 included. */
function quoteDigits(scalar) {
    if (typeof scalar.value === 'string' && /^[\d.:_-]+$/.test(scalar.value))
        scalar.type = 'QUOTE_DOUBLE';
}
;// CONCATENATED MODULE: ./lib/bundling/templates/value.js
/** The number of the account that the template is used in. */
const ACCOUNT = { kind: 'account' };
/** That account's partition: aws, aws-cn, \u2026 */
const PARTITION = { kind: 'partition' };
function parameter(name) {
    return { kind: 'parameter', name };
}
/** A text with references in it. */
class value_Text {
    parts;
    constructor(parts) {
        this.parts = parts.filter(part => part !== '');
    }
}
/** Makes a text: text`arn:${PARTITION}:iam::${ACCOUNT}:role/cdk-*`. */
function value_text(strings, ...references) {
    return new value_Text(strings.flatMap((string, index) => [string, references[index] ?? '']));
}
/** A JSON document as a value. @param json text of an object */
function jsonValue(json) {
    // What JSON.parse gives is made of exactly these.
    return JSON.parse(json);
}
function value_isList(value) {
    return Array.isArray(value);
}
/** Applies a function to every text with references, and another to every plain one. */
function mapTexts(value, change) {
    if (typeof value === 'string' || value instanceof value_Text)
        return change(value);
    if (value_isList(value))
        return value.map(item => mapTexts(item, change));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}
;// CONCATENATED MODULE: ./lib/bundling/templates/terraform.js

/** Code of Terraform as it stands: `data.aws_partition.current.partition`, `[aws_iam_role.x]`. */
class terraform_Expression {
    code;
    constructor(code) {
        this.code = code;
    }
}
/** A policy document: an object in the file, JSON text for AWS. */
class terraform_PolicyDocument {
    value;
    constructor(value) {
        this.value = value;
    }
}
class terraform_Nested {
    bodies;
    constructor(...bodies) {
        this.bodies = bodies;
    }
}
/** The version of Terraform and its AWS provider that the templates are written for. */
const REQUIREMENTS = {
    type: 'terraform',
    labels: [],
    body: {
        required_version: '>= 1.5',
        required_providers: new terraform_Nested({ aws: { source: 'hashicorp/aws', version: '>= 5.0' } }),
    },
};
/** What the references in texts refer to. */
const PARTITION_DATA = { type: 'data', labels: ['aws_partition', 'current'], body: {} };
const ACCOUNT_DATA = { type: 'data', labels: ['aws_caller_identity', 'current'], body: {} };
function terraform_codeOf(reference) {
    if (reference.kind === 'parameter')
        return `var.${reference.name}`;
    return reference.kind === 'account'
        ? 'data.aws_caller_identity.current.account_id'
        : 'data.aws_partition.current.partition';
}
/** A text as a template of Terraform, where `${` and `%{` of the text itself mean nothing. */
function terraform_templateOf(text, inQuotes) {
    const parts = typeof text === 'string' ? [text] : text.parts;
    return parts
        .map(part => typeof part === 'string' ? inQuotes(part.replace(/[$%](?=\{)/g, '$&$&')) : `\${${terraform_codeOf(part)}}`)
        .join('');
}
/** @param comment lines that stand above, without `#`; @returns the text of a .tf file, as `terraform fmt` writes it */
function terraform_terraformText(blocks, comment) {
    const head = comment.map(line => (line === '' ? '#\n' : `# ${line}\n`)).join('');
    const texts = blocks.map(({ type, labels, body }) => {
        const title = [type, ...labels.map(label => JSON.stringify(label))].join(' ');
        return `${title} ${braced(bodyLines(body, '  '), '')}\n`;
    });
    return `${head}\n${texts.join('\n')}`;
}
function braced(lines, indent) {
    return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}
function bodyLines(body, indent) {
    const written = Object.entries(body).map(([name, value]) => value instanceof terraform_Nested
        ? {
            blocks: value.bodies.map(inner => `${indent}${name} ${braced(bodyLines(inner, `${indent}  `), indent)}`),
        }
        : { name, text: argumentText(value, indent) });
    const lines = [];
    for (const [index, item] of written.entries()) {
        if ('blocks' in item) {
            const before = index > 0 && lines.length > 0;
            lines.push(...item.blocks.flatMap((block, at) => (before || at > 0 ? ['', block] : [block])));
        }
        else
            lines.push(`${indent}${item.name.padEnd(alignment(written, index))} = ${item.text}`);
    }
    return lines;
}
/** `terraform fmt` aligns the equals signs of neighbouring arguments that take one line each. */
function alignment(written, index) {
    const isShort = (item) => item !== undefined && 'text' in item && !item.text.includes('\n');
    if (!isShort(written[index]))
        return 0;
    let first = index;
    while (isShort(written[first - 1]))
        first--;
    let last = index;
    while (isShort(written[last + 1]))
        last++;
    return Math.max(...written.slice(first, last + 1).map(item => ('name' in item ? item.name.length : 0)));
}
function argumentText(value, indent) {
    if (value instanceof terraform_Expression)
        return value.code;
    if (value instanceof terraform_PolicyDocument)
        return `jsonencode(${valueText(value.value, indent)})`;
    if (value instanceof terraform_Nested)
        throw new Error('a block is no argument');
    if (typeof value === 'string' || value instanceof Text)
        return quoted(value);
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    if (terraform_isArguments(value)) {
        const items = value.map(item => argumentText(item, `${indent}  `));
        return listText(items, indent);
    }
    return objectText(Object.entries(value).map(([key, item]) => ({ name: key, text: argumentText(item, `${indent}  `) })), indent);
}
function terraform_isArguments(value) {
    return Array.isArray(value);
}
function valueText(value, indent) {
    if (value === null || typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    if (typeof value === 'string' || value instanceof Text)
        return quoted(value);
    if (isList(value))
        return listText(value.map(item => valueText(item, `${indent}  `)), indent);
    return objectText(Object.entries(value).map(([key, item]) => ({ name: key, text: valueText(item, `${indent}  `) })), indent);
}
function listText(items, indent) {
    const oneLine = `[${items.join(', ')}]`;
    if (items.length === 0 || (oneLine.length + indent.length < 80 && !oneLine.includes('\n')))
        return oneLine;
    if (items.length === 1 && items[0]?.startsWith('{'))
        return `[${outdented(items[0])}]`;
    return `[\n${items.map(item => `${indent}  ${item},`).join('\n')}\n${indent}]`;
}
/** The only item of a list stands in its brackets: its lines move back by one step. */
function outdented(text) {
    return text.replaceAll('\n  ', '\n');
}
function objectText(entries, indent) {
    const keys = entries.map(({ name, text }) => ({ name: isName(name) ? name : quoted(name), text }));
    const lines = keys.map(({ name, text }, index) => `${indent}  ${name.padEnd(alignment(keys, index))} = ${text}`);
    return braced(lines, indent);
}
function isName(text) {
    return /^[A-Za-z_][\w-]*$/.test(text);
}
function quoted(text) {
    return `"${terraform_templateOf(text, literal => JSON.stringify(literal).slice(1, -1))}"`;
}
;// CONCATENATED MODULE: ./lib/bundling/templates/terraform-json.js


/** @returns the blocks in Terraform's JSON syntax */
function terraform_json_terraformJson(blocks) {
    const root = {};
    for (const { type, labels, body } of blocks) {
        let place = root;
        for (const step of [type, ...labels])
            place = objectAt(place, step);
        Object.assign(place, jsonBody(body));
    }
    return `${JSON.stringify(root, undefined, 2)}\n`;
}
function objectAt(parent, key) {
    const known = parent[key];
    const child = typeof known === 'object' && known !== null ? { ...known } : {};
    parent[key] = child;
    return child;
}
function jsonBody(body) {
    return Object.fromEntries(Object.entries(body).map(([name, value]) => [
        name,
        BARE.has(name) ? bareCode(value) : jsonArgument(value),
    ]));
}
/** Arguments that take code and not a value: in JSON it stands there without `${\u2026}`. */
const BARE = new Set(['depends_on', 'type']);
function bareCode(value) {
    if (value instanceof Expression)
        return value.code;
    return value instanceof Object && isArguments(value) ? value.map(bareCode) : jsonArgument(value);
}
function jsonArgument(value) {
    if (value instanceof Expression)
        return `\${${value.code}}`;
    if (value instanceof PolicyDocument)
        return policyTemplate(value.value);
    if (value instanceof Nested)
        return value.bodies.map(jsonBody);
    if (typeof value === 'string' || value instanceof Text)
        return templateOf(value, literal => literal);
    if (typeof value === 'number' || typeof value === 'boolean')
        return value;
    if (isArguments(value))
        return value.map(jsonArgument);
    return jsonBody(value);
}
/** A policy document as JSON text in which references are templates. */
function policyTemplate(value) {
    if (typeof value === 'string' || value instanceof Text)
        return `"${templateOf(value, literal => JSON.stringify(literal).slice(1, -1))}"`;
    if (value === null || typeof value !== 'object')
        return String(value);
    if (isList(value))
        return `[${value.map(policyTemplate).join(',')}]`;
    const entries = Object.entries(value).map(([key, item]) => `${policyTemplate(key)}:${policyTemplate(item)}`);
    return `{${entries.join(',')}}`;
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/template-options.js






const TEMPLATE_OPTIONS = [
    { name: 'format', value: 'FORMAT', says: 'cloudformation (the default) or terraform' },
    {
        name: 'environment',
        value: 'NAME',
        many: true,
        says: 'only what this environment needs; an entry of the file, or a GitHub environment',
    },
    { name: 'json', says: "JSON in place of YAML, or Terraform's JSON in place of its language" },
    { name: 'config', value: 'FILE', says: 'configuration file (default: .github/aws-temp-creds.yml)' },
];
/** @throws Failure `wrong-input` */
function formatOf(given) {
    const format = given.value('format') ?? 'cloudformation';
    if (format === 'cloudformation' || format === 'terraform')
        return format;
    throw new Failure('wrong-input', {
        what: `--format must be cloudformation or terraform, not ${printable(format, 80)}.`,
        likely: 'A CDK app takes the CloudFormation template with CfnInclude.',
        write: '--format cloudformation',
    });
}
/** @returns undefined: all. @throws Failure `wrong-input` for one that the file does not have */
function selectedEnvironments(given, configuration) {
    const names = given.values('environment');
    if (names.length === 0)
        return undefined;
    const chosen = names.flatMap(name => {
        const found = environmentsOf(configuration, name);
        if (found.length > 0)
            return found;
        const all = configuration.environments.map(environment => environment.name).join(', ') || 'none';
        throw new Failure('wrong-input', {
            what: `${printable(name, 80)} is no environment of ${printable(configuration.path)}; it has: ${all}.`,
        });
    });
    return [...new Set(chosen)];
}
/** Prints the template, alone. @param comment how it is used; lines above it where the format has comments */
function printTemplate(given, terminal, template, comment) {
    const json = given.has('json');
    if (formatOf(given) === 'terraform') {
        const blocks = template.terraform();
        terminal.print(json ? terraformJson(blocks) : terraformText(blocks, comment.terraform));
        return;
    }
    const made = template.cloudFormation();
    if (json) {
        terminal.print(`${JSON.stringify(made, undefined, 2)}\n`);
        return;
    }
    terminal.print(cloudFormationYaml(made, comment.cloudformation));
}
const EXIT_CODES = (/* unused pure expression or super */ null && (`Exit codes:
  0  the template is printed
  2  wrong use, or the configuration file does not say enough`));
/** What is said beside a template, to standard error. */
function sayAll(terminal, notes) {
    for (const note of notes)
        terminal.say(`aws-temp-creds: ${printable(note, 1000)}\n`);
}
const ROLE_NAME = /^[\w+=,.@-]+(\/[\w+=,.@-]+)*$/;
/** The values of an option. @throws Failure `wrong-input` for one that is not of the form */
function namesGiven(given, option, form, what) {
    const values = given.values(option);
    const wrong = values.find(value => !form.test(value));
    if (wrong === undefined)
        return values;
    throw new failure_Failure('wrong-input', { what: `--${option} must be ${what}, not ${printable_printable(wrong, 150)}.` });
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/init.js














const initCommand = {
    name: 'init',
    operands: '[OPTIONS]',
    mostOperands: 0,
    about: `Begins ${load_CONFIGURATION_PATH} for a team that has none: an environment for each
account. The accounts come from the options, from the profiles of ~/.aws/config
(the default), from the access portal of IAM Identity Center, or from the
organization.

The file is shown first, and nothing is written without --write. What is not
known is a marked blank, which no command takes for a value.`,
    options: [
        { name: 'write', says: 'write the file' },
        {
            name: 'from',
            value: 'SOURCE',
            says: 'config (~/.aws/config), portal (after `aws sso login`), organization (with credentials in AWS_ACCESS_KEY_ID, \u2026)',
        },
        {
            name: 'environment',
            value: 'NAME=ACCOUNT',
            many: true,
            says: 'an environment; with it no other source is looked at',
        },
        { name: 'region', value: 'REGION', says: 'where the source does not say one' },
        { name: 'role', value: 'NAME', says: 'role that jobs enter (default: github-deploy)' },
        { name: 'json', says: 'print the file, and whether it was written, as JSON' },
    ],
    examples: [
        ['aws-temp-creds init', 'what would the file be, from your profiles?'],
        [
            'aws-temp-creds init --environment dev=111111111111 --environment production=222222222222 --region eu-west-1 --write',
            'write it from answers',
        ],
        [
            'aws sso login --sso-session acme && aws-temp-creds init --from portal',
            'all accounts that you may enter',
        ],
    ],
    more: `Exit codes:
  0  the file is written, and complete
  1  a file was shown; or it is written, and has blanks for you to fill in
  2  wrong use, or there is a file already`,
    run: runInit,
};
async function runInit(given, terminal) {
    const root = projectRoot(terminal.cwd);
    if ((0,external_node_fs_namespaceObject.existsSync)((0,external_node_path_namespaceObject.join)(root, load_CONFIGURATION_PATH))) {
        throw new failure_Failure('wrong-input', {
            what: `There is a ${load_CONFIGURATION_PATH} already; init only begins one.`,
            write: 'aws-temp-creds migrate   # adds the environments of workflows that hand out stored keys',
        });
    }
    const place = regionGiven(given);
    const found = await lookedFor(given, terminal, place);
    const role = namesGiven(given, 'role', ROLE_NAME, 'the name of a role')[0] ?? 'github-deploy';
    const text = firstFile(found, { region: place, role });
    if (text === undefined)
        throw nothingFound(given);
    const writes = given.has('write');
    if (writes)
        replaceFile((0,external_node_path_namespaceObject.join)(root, load_CONFIGURATION_PATH), text);
    const blanks = text.split('\n').filter(line => line.includes('FILL IN')).length;
    if (given.has('json'))
        terminal.print(`${JSON.stringify({ version: 1, path: load_CONFIGURATION_PATH, written: writes, blanks, text }, undefined, 2)}\n`);
    else
        terminal.print(writes ? `Wrote ${load_CONFIGURATION_PATH}\n` : fileDiff(load_CONFIGURATION_PATH, undefined, text));
    if (blanks > 0)
        terminal.say(`${blanks} ${blanks === 1 ? 'line is' : 'lines are'} to fill in: ${load_CONFIGURATION_PATH}, FILL IN\n`);
    terminal.say('Next: aws-temp-creds migrate, and aws-temp-creds template roles\n');
    return writes && blanks === 0 ? EXIT.clean : EXIT.found;
}
async function lookedFor(given, terminal, place) {
    const answers = given.values('environment');
    const source = given.value('from') ?? 'config';
    if (!['config', 'portal', 'organization'].includes(source))
        throw new failure_Failure('wrong-input', {
            what: `--from must be config, portal or organization, not ${printable_printable(source, 80)}.`,
        });
    if (answers.length > 0 && given.has('from'))
        throw new failure_Failure('wrong-input', { what: '--environment and --from exclude each other.' });
    if (answers.length > 0)
        return { accounts: answers.map(answer), portal: undefined };
    const { config } = readHomeFiles(terminal.variables);
    const ofConfig = foundInConfig(config_file_parseConfigFile(config.text ?? ''));
    if (source === 'config')
        return ofConfig;
    if (source === 'organization') {
        const accounts = await organizationAccounts(terminal.variables, place ?? ofConfig.portal?.region ?? 'us-east-1', terminal.signal);
        return { accounts, portal: ofConfig.portal };
    }
    if (ofConfig.portal === undefined) {
        throw new failure_Failure('wrong-input', {
            what: `${printable_printable(config.path)} names no access portal.`,
            write: 'aws configure sso-session\naws sso login --sso-session NAME',
        });
    }
    return { accounts: await portalAccounts(ofConfig.portal, terminal), portal: ofConfig.portal };
}
/** What the portal offers to the person who is signed on: the first permission set of an account is told. */
async function portalAccounts({ startUrl, region: home, session }, { variables }) {
    const { offeredAccounts } = await import(/* webpackIgnore: true */ '../sign-on/index.js');
    const portal = { startUrl, region: home, session, renewable: true };
    const offered = await offeredAccounts({ kind: 'portal', name: session ?? startUrl, portal }, variables);
    return offered.map(({ account, name, permissionSets }) => ({
        called: name === '' ? account : name,
        account,
        region: undefined,
        permissionSet: permissionSets[0],
    }));
}
/** @throws Failure `wrong-input` for what is not NAME=ACCOUNT */
function answer(text) {
    const [, called = '', id = ''] = /^([A-Za-z0-9][\w-]{0,63})=(\d{12})$/.exec(text) ?? [];
    const account = accountId(id);
    if (account !== undefined)
        return { called, account, region: undefined, permissionSet: undefined };
    throw new failure_Failure('wrong-input', {
        what: `--environment must be NAME=ACCOUNT with the 12 digits of the account, not ${printable_printable(text, 80)}.`,
        write: '--environment production=111111111111',
    });
}
function regionGiven(given) {
    const text = given.value('region');
    const place = text === undefined ? undefined : region(text);
    if (text === undefined || place !== undefined)
        return place;
    throw new failure_Failure('wrong-input', {
        what: `--region must be the code of a Region, such as eu-west-1, not ${printable_printable(text, 80)}.`,
    });
}
function nothingFound(given) {
    const source = given.value('from') ?? 'config';
    const where = {
        config: 'The profiles of ~/.aws/config name',
        portal: 'The access portal offers',
        organization: 'The organization shows',
    }[source];
    return new failure_Failure('wrong-input', {
        what: `${where} no account, so there is nothing to begin with.`,
        write: 'aws-temp-creds init --environment production=111111111111 --region eu-west-1',
    });
}
var __webpack_exports__initCommand = __webpack_exports__._;
export { __webpack_exports__initCommand as initCommand };
