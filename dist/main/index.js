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

/***/ 24:
/***/ ((module) => {

module.exports = loadNow("node:fs");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = loadNow("node:os");

/***/ }),

/***/ 480:
/***/ ((module) => {

module.exports = loadNow("querystring");

/***/ }),

/***/ 16:
/***/ ((module) => {

module.exports = loadNow("url");

/***/ }),

/***/ 114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ TROUBLESHOOTING),
/* harmony export */   xv: () => (/* binding */ VERSION)
/* harmony export */ });
/* unused harmony export HOMEPAGE */
/** What this is called, for reports that name their maker. A test holds VERSION and package.json together. */
const VERSION = '1.0.0';
const HOMEPAGE = 'https://github.com/org/aws-temp-creds';
/** The page that explains failures by what they say. */
const TROUBLESHOOTING = 'https://github.com/org/aws-temp-creds/blob/v1/docs/troubleshooting.md';

/***/ }),

/***/ 761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
/* unused harmony export explain */
/* harmony import */ var _about_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(114);
/* harmony import */ var _masked_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(590);


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
    return (0,_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .masked */ .I)(parts.join('\n\n'));
}
/** The same with the place where the troubleshooting page explains it. */
function explained({ code, explanation }) {
    return `${explain(explanation)}\n\nMore: ${_about_js__WEBPACK_IMPORTED_MODULE_1__/* .TROUBLESHOOTING */ .$T}#${explanation.page ?? code}`;
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
/* harmony import */ var _regular_file_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(890);


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
const LARGEST_EVENT = 32 * 2 ** 20;
function readEvent(path) {
    if (path === undefined || path === '')
        return undefined;
    try {
        const file = (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readRegularFile */ .X)(path, LARGEST_EVENT);
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

/***/ }),

/***/ 745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ runner)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
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
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(982);
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
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
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
const summary = (/* unused pure expression or super */ null && (_summary));
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
    info: text => info((0,printable/* inert */.tJ)(text)),
    debug: text => core_debug(text),
    annotate: (level, text, place = {}) => ANNOTATE[level](text, { ...harmless(place) }),
    group: (title, body) => group(title, body),
    mask: secret => {
        // The runner masks line by line; an empty value would be an error.
        for (const line of secret.split(/\r?\n/))
            if (line !== '')
                core_setSecret(line);
    },
    exportVariable: (name, value) => {
        insistOn('GITHUB_ENV');
        exportVariable(name, value);
    },
    addPath: folder => addPath(folder),
    setOutput: (name, value) => {
        // Without the file nobody could read it, either.
        if (process.env['GITHUB_OUTPUT'])
            setOutput(name, value);
    },
    saveState: (name, value) => {
        insistOn('GITHUB_STATE');
        saveState(name, value);
    },
    state: name => getState(name),
    summarize: async (markdown) => {
        const path = process.env['GITHUB_STEP_SUMMARY'];
        if (!path)
            return;
        try {
            // Core's own way first starts a pool of threads.
            (0,external_node_fs_.appendFileSync)(path, `${markdown}${external_node_os_.EOL}${external_node_os_.EOL}`);
        }
        catch (error) {
            info((0,printable/* inert */.tJ)(`The job summary cannot be written: ${(0,printable/* printable */.g$)(String(error), 300)}`));
        }
    },
    fail: text => setFailed(text),
};
/** Where the runner names no file for it, the toolkit would print the value as a command. @throws Error */
function insistOn(name) {
    if (!process.env[name])
        throw new Error(`${name} is not set`);
}
/** Without a file whose name would have to be escaped: such a name is none of a file, and the runner prints it as it is. */
function harmless({ file, title, ...lines }) {
    return {
        ...(title !== undefined && { title: (0,printable/* printable */.g$)(title) }),
        ...(file !== undefined && (0,printable/* isPrintable */.C2)(file) && { file, ...lines }),
    };
}

/***/ }),

/***/ 738:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_job_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(476);
/* harmony import */ var _github_runner_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(745);
/* harmony import */ var _stories_deploy_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(589);
/* harmony import */ var _stories_step_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(295);




await (0,_stories_step_js__WEBPACK_IMPORTED_MODULE_3__/* .runStep */ .e)(_github_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .runner */ .l, () => (0,_stories_deploy_js__WEBPACK_IMPORTED_MODULE_2__/* .deploy */ .g)(_github_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .runner */ .l, (0,_github_job_js__WEBPACK_IMPORTED_MODULE_0__/* .readJob */ .cd)(process.env), process.env));
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ masked)
/* harmony export */ });
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

/***/ }),

/***/ 580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ isPrintable),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   tJ: () => (/* binding */ inert)
/* harmony export */ });
/* harmony import */ var _masked_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(590);

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
    const escaped = (0,_masked_js__WEBPACK_IMPORTED_MODULE_0__/* .masked */ .I)(text).replace(UNPRINTABLE, visible);
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

/***/ }),

/***/ 890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);

/**
 * Reads a file, links followed, without ever waiting for the other end of a FIFO or reading a device that has no end.
 *
 * @param most bytes that it may have
 */
function readRegularFile(path, most) {
    let file;
    try {
        file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).isFile())
            return { kind: 'other' };
        // One byte more, to see that there is more: the size that the system says may be wrong.
        const content = filled(file, Math.min((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).size, most) + 1, most);
        return content.length > most ? { kind: 'too large' } : { kind: 'file', content };
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        return { kind: code === 'ENXIO' || code === 'EOPNOTSUPP' ? 'other' : 'none' };
    }
    finally {
        if (file !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
function filled(file, expected, most) {
    let bytes = Buffer.alloc(expected);
    let end = 0;
    for (;;) {
        const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, bytes, end, bytes.length - end, null);
        end += count;
        if (count === 0 || end > most)
            return bytes.subarray(0, end);
        if (end === bytes.length)
            bytes = Buffer.concat([bytes], Math.min(2 * end, most) + 1);
    }
}

/***/ }),

/***/ 589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ deploy)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = loadNow("node:timers/promises");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = loadLater("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = loadLater("node:https");
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = loadLater("node:tls");
;// CONCATENATED MODULE: ./lib/bundling/credentials/private-file.js

/** Makes a folder that only this user may enter, whatever the umask says. @throws `EEXIST` when something is there */
function makePrivateFolder(path) {
    (0,external_node_fs_.mkdirSync)(path, { mode: 0o700 });
    (0,external_node_fs_.chmodSync)(path, 0o700);
}
/** Makes a file that only this user may read, whatever the umask says. @throws `EEXIST` when something is there */
function createPrivateFile(path, content) {
    const file = (0,external_node_fs_.openSync)(path, 'wx', 0o600);
    try {
        (0,external_node_fs_.fchmodSync)(file, 0o600);
        (0,external_node_fs_.writeFileSync)(file, content);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(path, { force: true });
        throw error;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
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
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw error;
    }
}
/** @returns the text, or undefined when there is no such file (or it cannot be read) */
function readIfThere(path) {
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
    const code = errorCode(error);
    return process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY');
}
/** The system's code of an error (`ENOENT`), or undefined. */
function errorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
// EXTERNAL MODULE: ./lib/bundling/failure.js
var bundling_failure = __nccwpck_require__(761);
// EXTERNAL MODULE: ./lib/bundling/printable.js
var bundling_printable = __nccwpck_require__(580);
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
const PROXY_VARIABLES = VARIABLES['https:'];
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
function proxyPasswords(text) {
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
    throw new bundling_failure/* Failure */.HR('wrong-input', {
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
        return (0,external_node_fs_.readFileSync)(bundle, 'utf8');
    }
    catch (error) {
        throw new bundling_failure/* Failure */.HR('wrong-input', {
            what: `The certificate authorities that AWS_CA_BUNDLE names cannot be read: ${(0,bundling_printable/* printable */.g$)(bundle, 300)}.`,
            why: (0,bundling_printable/* printable */.g$)(error instanceof Error ? error.message : String(error), 300),
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


const MOST = 50;
/** Collects faults, so that a user sees all of them at once. */
class fault_Faults {
    #found = [];
    #more = 0;
    /** The first fifty are kept, the others counted: a file made to be wrong has a hundred thousand. */
    add(where, what) {
        if (this.isFull)
            this.#more += 1;
        else
            this.#found.push({ where, what });
    }
    /** Whether further faults are only counted. */
    get isFull() {
        return this.#found.length >= MOST;
    }
    /** Whether something is known to be wrong there: what follows from it is no further fault. */
    has(where) {
        return this.#found.some(fault => fault.where === where);
    }
    get all() {
        return this.#found;
    }
    /** @throws Failure with all faults in one message, if there is any */
    throwIfAny(code, about, write) {
        if (this.#found.length === 0)
            return;
        const total = this.#found.length + this.#more;
        const count = total === 1 ? 'one fault' : `${total} faults`;
        const more = this.#more === 0 ? [] : [`and ${this.#more} more`];
        throw new bundling_failure/* Failure */.HR(code, {
            what: `${(0,bundling_printable/* printable */.g$)(about)}: ${count}. Nothing was sent to GitHub or AWS.`,
            why: [...this.#found.map(({ where, what }) => `${(0,bundling_printable/* printable */.g$)(where)}: ${(0,bundling_printable/* printable */.g$)(what)}`), ...more].join('\n'),
            ...(write !== undefined && { write }),
        });
    }
}
/** Shows a value that a user wrote, quoted and shortened. */
function quoted(value) {
    return `"${(0,bundling_printable/* printable */.g$)(value, 80)}"`;
}
;// CONCATENATED MODULE: ./lib/bundling/config/nearest.js
/** The name that was probably meant; undefined when none is near. */
function nearest(given, names) {
    const [best] = names
        .map(name => ({ name, distance: distance(given.slice(0, 50), name) }))
        .sort((a, b) => a.distance - b.distance);
    return best !== undefined && best.distance <= Math.max(1, Math.floor(given.length / 3))
        ? best.name
        : undefined;
}
/** How many characters to insert, delete, replace or swap with the next one (optimal string alignment). */
function distance(from, to) {
    let before = [];
    let last = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (let i = 1; i <= from.length; i++) {
        const row = [i];
        for (let j = 1; j <= to.length; j++) {
            const cost = from[i - 1] === to[j - 1] ? 0 : 1;
            const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
            row[j] = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost, swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY);
        }
        before = last;
        last = row;
    }
    return last[to.length] ?? 0;
}
;// CONCATENATED MODULE: ./lib/bundling/config/regions.js



/**
 * What is wrong with the code of a Region that has the right form but that AWS had not when this version was made:
 * mostly it is misspelt. Whoever names the endpoint of a newer one is believed.
 *
 * @param endpoint URL of STS that is asked whatever the Region
 * @returns undefined when nothing is
 */
function unknownRegion(region, endpoint) {
    if (endpoint !== undefined || KNOWN_REGIONS.includes(region))
        return undefined;
    const meant = nearest(region, KNOWN_REGIONS);
    const suggestion = meant === undefined ? '' : `; did you mean ${meant}?`;
    return `${quoted(region)} is no Region of AWS that this version knows${suggestion} (For a newer Region name its endpoint: sts-endpoint: https://sts.${region}.amazonaws.com)`;
}
/** What a Region's code has to be like, in words, with the Region that was probably meant as the example. */
function regionExample(given) {
    return `the code of a Region, such as ${nearest(given.toLowerCase(), KNOWN_REGIONS) ?? 'eu-west-1'}`;
}
;// CONCATENATED MODULE: ./lib/bundling/config/classic-target.js






/** The one target that the inputs themselves describe; undefined where they are at fault. */
function classicTarget(inputs, job, faults) {
    const { role } = inputs;
    const region = knownRegion(inputs, faults);
    if (role === undefined || region === undefined)
        return undefined;
    const arn = parseRoleArn(role) ?? parseForeignRoleArn(role) ?? namedRole(role, inputs, faults);
    if (arn === undefined)
        return undefined;
    const isForeign = arn.account === names_NO_ACCOUNT;
    if (!isForeign && arn.partition !== partitionOf(region)) {
        faults.add('role-to-assume', `is in partition ${arn.partition}, but Region ${region} is in partition ${partitionOf(region)}`);
    }
    if (inputs.allowedAccounts?.includes(arn.account) === false) {
        faults.add('allowed-account-ids', isForeign
            ? 'allows accounts of AWS, and role-to-assume belongs to none'
            : `does not allow account ${arn.account} of role-to-assume`);
    }
    for (const fault of sessionPolicyFaults(inputs.sessionPolicy, inputs.managedPolicies, arn.account)) {
        faults.add('managed-session-policies', fault);
    }
    if (inputs.chaining && inputs.unsetCurrent) {
        faults.add('unset-current-credentials', 'would remove the credentials that role-chaining starts from');
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
function knownRegion(inputs, faults) {
    const { region, connection } = inputs;
    if (region === undefined) {
        // One that has no right form is known to be wrong already.
        if (!faults.has('aws-region'))
            faults.add('aws-region', missingRegion(inputs));
        return undefined;
    }
    const unknown = unknownRegion(region, connection.stsEndpoint);
    if (unknown !== undefined)
        faults.add('aws-region', unknown);
    return unknown === undefined ? region : undefined;
}
/** The job's own Region is no input: a variable of the runner must not decide where a job deploys to. */
function missingRegion({ regionOfJob }) {
    const hint = regionOfJob === undefined
        ? 'such as eu-west-1'
        : `for example that of the job: aws-region: \${{ env.AWS_REGION }} (it is ${quoted(regionOfJob)})`;
    return `is missing: role-to-assume needs the Region to work in, ${hint}`;
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
;// CONCATENATED MODULE: ./lib/bundling/config/environments-of.js
/** The environment of that name, else all whose GitHub environment has that name. */
function environmentsOf(configuration, name) {
    const exact = configuration.environments.filter(environment => environment.name === name);
    return exact.length > 0
        ? exact
        : configuration.environments.filter(({ githubEnvironment }) => githubEnvironment === name);
}
;// CONCATENATED MODULE: ./lib/bundling/config/misplaced-inputs.js
/** Inputs that say something about one role, and so nothing about environments; undefined: not given. */
function classicOnly(inputs) {
    return {
        'aws-region': inputs.region,
        audience: inputs.audience,
        'role-duration-seconds': inputs.duration,
        'inline-session-policy': inputs.sessionPolicy,
        'managed-session-policies': inputs.managedPolicies[0],
        'role-external-id': inputs.externalId,
        'aws-profile': inputs.profile,
        'role-chaining': inputs.chaining || undefined,
    };
}
function refuseClassicOnly(inputs, faults) {
    for (const [name, value] of Object.entries(classicOnly(inputs))) {
        if (value !== undefined) {
            faults.add(name, 'belongs to role-to-assume, which is empty; an environment says this in the configuration file');
        }
    }
}
/**
 * The inputs that nobody gives who wants no credentials. A Region alone is none of them: it stands in steps that only
 * end an identity, too.
 */
function wishesForCredentials(inputs) {
    const given = {
        ...classicOnly(inputs),
        'aws-region': undefined,
        export: inputs.exportMode === 'none' ? undefined : inputs.exportMode,
        'output-credentials': inputs.outputCredentials || undefined,
        'allowed-account-ids': inputs.allowedAccounts,
        'role-session-name': inputs.sessionName,
    };
    return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}
;// CONCATENATED MODULE: ./lib/bundling/config/targets.js








/** Decides from inputs and file what to assume; everything wrong with the combination is added to the faults. */
function selectTargets(inputs, configuration, job, faults) {
    if (inputs.scanOnly)
        return scanOnly(inputs, faults);
    if (inputs.role !== undefined && inputs.environments.length > 0) {
        faults.add('environment', 'and role-to-assume exclude each other: an environment has its role in the configuration file');
    }
    if (inputs.role !== undefined) {
        const target = classicTarget(inputs, job, faults);
        return { kind: 'targets', targets: target ? [target] : [], form: 'classic' };
    }
    if (faults.has('role-to-assume'))
        return { kind: 'nothing', wishes: [] };
    if (inputs.environments.length > 0) {
        refuseClassicOnly(inputs, faults);
        const environments = namedEnvironments(inputs.environments, configuration, faults);
        return {
            kind: 'targets',
            targets: environmentTargets(environments, inputs, job, faults),
            form: 'environments',
        };
    }
    const hasEnvironments = (configuration?.environments.length ?? 0) > 0;
    const wishes = wishesForCredentials(inputs);
    // Who ends an identity and says nothing of another one wants none: not that of the job's GitHub environment, either.
    const isLogOut = inputs.unsetCurrent && wishes.length === 0;
    if (!hasEnvironments || isLogOut)
        return { kind: 'nothing', wishes };
    refuseClassicOnly(inputs, faults);
    return { kind: 'own' };
}
function scanOnly(inputs, faults) {
    const given = {
        'role-to-assume': inputs.role !== undefined,
        environment: inputs.environments.length > 0,
        'unset-current-credentials': inputs.unsetCurrent,
    };
    for (const [name, isGiven] of Object.entries(given)) {
        if (isGiven)
            faults.add(name, 'is given beside `scan-only: true`, which obtains and changes nothing');
    }
    return { kind: 'scan-only' };
}
/** The targets of environments, with what the inputs say about all of them. */
function environmentTargets(environments, inputs, job, faults) {
    for (const { name, account } of environments) {
        if (inputs.allowedAccounts?.includes(account) === false) {
            faults.add('allowed-account-ids', `does not allow account ${account} of environment ${name}`);
        }
    }
    for (const { name, region } of environments) {
        const fault = unknownRegion(region, inputs.connection.stsEndpoint);
        if (fault !== undefined)
            faults.add(`environments.${name}.region`, fault);
    }
    return environments.map(environment => environmentTarget(environment, inputs, job));
}
/** How the credentials are handed over when `export` does not say. */
function exportMode(inputs, form) {
    if (inputs.exportMode !== undefined)
        return inputs.exportMode;
    if (form === 'environments')
        return 'profiles';
    return inputs.profile === undefined ? 'env' : 'named-profiles';
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
    if ((mode === 'env' || mode === 'none') && inputs.profile !== undefined) {
        faults.add('aws-profile', `needs \`export: named-profiles\` (its default) or \`export: profiles\`; with ${mode} no profile is written`);
    }
}
function names(targets) {
    return targets.map(({ name }) => name).join(', ');
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
// EXTERNAL MODULE: ./lib/bundling/github/job.js
var github_job = __nccwpck_require__(476);
;// CONCATENATED MODULE: ./lib/bundling/explain/no-identity.js


const UNLESS = 'If this step is only to scan, say so: `scan-only: true`. If it is only to end an earlier identity: `unset-current-credentials: true`.';
/**
 * Nobody said whom to become. The runner hands over an input that is empty like one that is not written, so a secret or
 * variable that does not exist looks like a step that wants nothing.
 *
 * @param given inputs about credentials that are there all the same
 * @param withoutFile whether there is no configuration file at all
 */
function nobodyNamed(job, given, withoutFile) {
    const file = withoutFile ? 'there is no configuration file' : 'the configuration file has no environments';
    const also = given.length === 0 ? '' : ` Given: ${given.join(', ')}.`;
    return new bundling_failure/* Failure */.HR('wrong-input', {
        what: 'No credentials: this step names no role, and a job must not go on without those it asked for.',
        why: `The inputs role-to-assume and environment are empty, and ${file}.${also}`,
        likely: whyEmpty(job),
        write: `role-to-assume: arn:aws:iam::111111111111:role/github-deploy\naws-region: eu-west-1\n${UNLESS}`,
    });
}
function whyEmpty(job) {
    if ((0,github_job/* isFork */.B0)(job))
        return 'The pull request comes from a fork: GitHub gives its jobs no secrets and no variables. Skip the step there: if: github.event.pull_request.head.repo.full_name == github.repository';
    if ((0,github_job/* isDependabot */.DS)(job))
        return "Dependabot started this run, and its jobs get Dependabot's secrets, not those of Actions. Skip the step (if: github.actor != 'dependabot[bot]'), or keep the role in a variable instead of a secret.";
    return 'The secret or variable that is to name the role (`role-to-assume: ${{ vars.X }}`) does not exist here: it is misspelt, or belongs to an environment that the job does not name (`environment:`). Or the repository was not checked out before this step, so that its configuration file is missing.';
}
/** The file has environments, and the job belongs to none of them. */
function noOwnEnvironment(path, names) {
    return new bundling_failure/* Failure */.HR('wrong-input', {
        what: 'No credentials: neither the step nor the job says which environment is meant.',
        why: `The input \`environment\` is empty, the job has no \`environment:\`, and ${path} has: ${names}.`,
        likely: '`environment:` was forgotten in the job, or stands in another job.',
        write: `jobs:\n  deploy:\n    environment: production\nor name the environments in the step: environment: \u2026\n${UNLESS}`,
    });
}
;// CONCATENATED MODULE: ./lib/bundling/explain/preflight.js



const PERMISSION = 'permissions:\n  id-token: write   # lets the job ask GitHub for its OIDC token\n  contents: read';
/**
 * Why this job is offered no OIDC token: the runner sets ACTIONS_ID_TOKEN_REQUEST_URL and \u2026_TOKEN only for jobs with
 * `id-token: write`, and GitHub withholds that from forks and, by default, from Dependabot.
 */
function noTokenOffered(job) {
    const what = 'This job cannot get an OIDC token, so it gets no AWS credentials.';
    const why = 'The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set.';
    const failure = (likely, write, reason = why) => new bundling_failure/* Failure */.HR('no-identity-token', { what, why: reason, likely, write });
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
        write: 'Check it out first:\n- uses: actions/checkout@v7\n- uses: org/aws-temp-creds@v1\nA job that needs credentials but no checkout says so: `scan: off`.',
    });
}
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
function kindOf(code, message, status) {
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
const TOKEN = /eyJ[\w-]+(?:\.[\w-]*){0,2}/g;
/** Characters of an answer's text that are looked at: the longest texts of AWS have some hundred. */
const LONGEST_TEXT = 2_000;
/** A text of whoever answered, without any token in it. */
function withoutTokens(text) {
    return text.slice(0, LONGEST_TEXT).replace(TOKEN, '<token>');
}
/** An answer that has no credentials in it, understood. `code` undefined: it is no answer of AWS. */
function answeredProblem({ status, headers }, said, host, proxy) {
    if (said.code !== undefined) {
        const message = withoutTokens(said.message);
        const kind = kindOf(said.code, message, status);
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
    const leads = location === undefined ? '' : `, leading to ${(0,bundling_printable/* printable */.g$)(location, 200)}`;
    const through = proxy === undefined ? '' : `, through the proxy ${proxy.shown}`;
    const busy = status >= 500 || status === 429 || status === 408;
    return {
        why: `${host} answered HTTP ${status} (${(0,bundling_printable/* printable */.g$)(type, 100) || 'no content type'})${leads}${through}: that is no answer of ${whose}.`,
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
    const text = (0,bundling_printable/* printable */.g$)(message, 200);
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
    return new bundling_failure/* Failure */.HR(isOutage(refusal) ? 'unreachable' : 'no-identity-token', { what, ...advice });
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
    return new bundling_failure/* Failure */.HR('unreachable', {
        what: `GitHub gave no OIDC token: the answer of ${(0,bundling_printable/* printable */.g$)(host, 200)} holds none.`,
        why: `It answered HTTP 200 (${(0,bundling_printable/* printable */.g$)(type, 100) || 'no content type'}), and nothing in it is a token.`,
        likely: 'A proxy, a firewall or a portal that wants a login answers in the place of GitHub.',
        write: `Have ${(0,bundling_printable/* printable */.g$)(host, 200)} let through there, or name the proxy in HTTPS_PROXY or \`http-proxy\`.`,
    });
}
/** Nobody answered. */
function tokenServiceUnreachable(outage, cause) {
    const reason = outage.code === 'TimeIsUp'
        ? 'no answer came before the time was up (input `timeout`)'
        : (0,bundling_printable/* printable */.g$)(outage.message, 300) || outage.code;
    return new bundling_failure/* Failure */.HR('unreachable', {
        what: `GitHub's token service ${outage.host} could not be reached: ${reason}`,
        ...outageAdvice(outage, 'GitHub'),
    }, { cause });
}
/** The runner's address for tokens is none. */
function unusableTokenUrl() {
    return new bundling_failure/* Failure */.HR('no-identity-token', {
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
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
;// CONCATENATED MODULE: ./lib/bundling/github/runner-files.js





/** The runner's files that a step hands over by (docs.github.com, workflow commands). */
const FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE'];
/** Bytes that a hand-over writes at the most for a handful of environments. */
const PROBE = 16 * 1024;
/**
 * Refuses to obtain what could only be printed: where one of the files is not named, the toolkit prints the value as a
 * command of the runner's.
 *
 * @throws Failure `wrong-input` where this process is no step of a job
 */
function refuseWithoutRunner(variables) {
    const missing = FILES.filter(name => !variables[name]);
    if (missing.length === 0)
        return;
    throw new bundling_failure/* Failure */.HR('wrong-input', {
        what: 'This is no step of a GitHub Actions job: its credentials could not be handed to anybody.',
        why: `The runner names the files for that in variables, and ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set.`,
        likely: 'The action is started by hand, or by a tool that cleans the environment.',
        write: 'Use it as a step of a workflow.',
    });
}
/**
 * Makes sure that what a step obtains can be handed over, before it obtains anything: something is written to each
 * of its files and taken back, and a file of some size goes into its temporary folder.
 *
 * @throws Failure `unwritable` when a disk is full or somebody else owns a file
 */
function checkRunnerFiles(job, variables) {
    for (const name of FILES) {
        const path = variables[name];
        if (path)
            attempt(name, path, () => appendLine(path));
    }
    if (job.temporary !== '')
        attempt('RUNNER_TEMP', job.temporary, () => writeProbe(job.temporary));
}
/** Nothing of it stays: other readers of these files than the runner's do not pass over an empty line. */
function appendLine(path) {
    const file = (0,external_node_fs_.openSync)(path, 'a');
    try {
        const { size } = (0,external_node_fs_.fstatSync)(file);
        (0,external_node_fs_.writeSync)(file, '\n');
        (0,external_node_fs_.ftruncateSync)(file, size);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function writeProbe(folder) {
    const path = (0,external_node_path_namespaceObject.join)(folder, `aws-temp-creds-probe-${process.pid}-${process.hrtime.bigint()}`);
    const file = (0,external_node_fs_.openSync)(path, 'wx', 0o600);
    try {
        (0,external_node_fs_.writeSync)(file, Buffer.alloc(PROBE));
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
        (0,external_node_fs_.unlinkSync)(path);
    }
}
function attempt(name, path, write) {
    try {
        write();
    }
    catch (error) {
        throw unwritable(name, path, error);
    }
}
/** What hinders writing, by the system's code. */
const CAUSES = {
    ENOSPC: [
        'no space is left on the disk',
        'Free some space on the runner (df -h), or clean up its work folder.',
    ],
    EDQUOT: [
        'the quota of the disk is used up',
        'Free some space, or raise the quota of the user that the runner works as.',
    ],
    EROFS: ['the file system is read-only', 'Mount the work folder of the runner so that it can be written.'],
    EACCES: [
        'this user may not write there',
        'Let the runner and its folders belong to one user; a container job or sudo may have left files of root (chown -R).',
    ],
    EPERM: [
        'this user may not write there',
        'Let the runner and its folders belong to one user; a container job or sudo may have left files of root (chown -R).',
    ],
    ENOENT: ['it is not there', 'A step removed it; let none empty the folder of the runner.'],
};
function unwritable(name, path, error) {
    const code = errorCode(error) ?? 'unknown';
    const [why, write] = CAUSES[code] ?? [
        (0,bundling_printable/* printable */.g$)(error instanceof Error ? error.message : String(error), 300),
        'Look at the runner: its own folders must be writable.',
    ];
    return new bundling_failure/* Failure */.HR('unwritable', {
        what: `What the runner gives a step to hand over by cannot be written: ${name}. Nothing was sent to GitHub or AWS.`,
        why: `${(0,bundling_printable/* printable */.g$)(path, 300)}: ${why} (${code}).`,
        likely: 'The runner is self-hosted, and its disk is full or its folders belong to another user.',
        write,
    }, { cause: error });
}
;// CONCATENATED MODULE: ./lib/bundling/handover/environment.js

/**
 * Every variable that decides as whom an AWS tool acts and that counts for nothing when it is empty. (Those that name
 * a profile are no such variables: see handedOverVariables.)
 */
const IDENTITY = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_CREDENTIAL_EXPIRATION',
    'AWS_ACCOUNT_ID',
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
/** The hand-over of one role as environment variables; whatever else would name an identity is blanked. */
function environmentChanges(role, current) {
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = role.credentials;
    const changes = new Map([
        ['AWS_ACCESS_KEY_ID', accessKeyId],
        ['AWS_SECRET_ACCESS_KEY', secretAccessKey],
        ['AWS_SESSION_TOKEN', sessionToken],
        ['AWS_CREDENTIAL_EXPIRATION', expiration.toISOString()],
        ...(role.account === names_NO_ACCOUNT ? [] : [['AWS_ACCOUNT_ID', role.account]]),
        ['AWS_REGION', role.target.region],
        ['AWS_DEFAULT_REGION', role.target.region],
    ]);
    return new Map([...changes, ...blankingOthers(current, changes)]);
}
/** The variables as the next step will have them. */
function changed(current, changes) {
    return { ...current, ...Object.fromEntries(changes) };
}
;// CONCATENATED MODULE: ./lib/bundling/handover/folder-trust.js



const GROUP_OR_OTHERS_WRITE = 0o022;
const OTHERS_WRITE = 0o002;
const STICKY = 0o1000;
/**
 * Whether a folder is a real one that nobody but the users of this job can change: what stands in it may be believed,
 * and a command in it may be run. On Windows, which has no owners and modes of this kind, a real folder is enough.
 */
function folder_trust_isOurFolder(path) {
    try {
        const status = (0,external_node_fs_.lstatSync)(path);
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
    const status = rule === 'shared' ? (0,external_node_fs_.statSync)(path) : (0,external_node_fs_.lstatSync)(path);
    if (!status.isDirectory()) {
        throw new bundling_failure/* Failure */.HR('wrong-configuration', {
            what: `${(0,bundling_printable/* printable */.g$)(path)} is not a folder.`,
            why: 'Profiles are written there, and a link could lead them anywhere.',
            likely: 'An earlier step put a link or a file in its place.',
            write: "Leave the runner's temporary folder to the runner.",
        });
    }
    const reason = distrust(status, rule);
    if (reason === undefined)
        return;
    throw new bundling_failure/* Failure */.HR('wrong-configuration', {
        what: `${(0,bundling_printable/* printable */.g$)(path)} ${reason}. No credentials are written below it.`,
        why: 'Whoever can change that folder can replace what the AWS tools of this job read there, commands included.',
        likely: 'Another user of this machine made the folder, or a step made it writable for everybody.',
        write: `Remove the folder, or give it back to the user of the runner: chown "$(id -u)" and chmod go-w ${(0,bundling_printable/* printable */.g$)(path)}`,
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
        return path ? (0,external_node_fs_.statSync)(path).uid : undefined;
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/handover/job-file.js



const USES = ['by default', 'by name', 'beside keys'];
const FORMAT = 'aws-temp-creds/2';
function jobFilePath(folder) {
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
    const account = accountId(fields?.text('account') ?? '') ?? names_NO_ACCOUNT;
    const place = region(fields?.text('region') ?? '');
    const given = fields?.text('role') ?? '';
    const role = (account === names_NO_ACCOUNT ? parseForeignRoleArn(given) : parseRoleArn(given))?.arn;
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
    const job = parseJobFile(readIfThere(jobFilePath(path)));
    return job?.folder === (0,external_node_path_namespaceObject.basename)(path) && folder_trust_isOurFolder(path) ? { path, job } : undefined;
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
function profileNames(text) {
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
        const status = (0,external_node_fs_.statSync)(path);
        // A pipe or a device would block, or never end.
        if (!status.isFile())
            throw new Error('it is not a regular file');
        if (status.size > LARGEST)
            throw new Error(`it has ${status.size} bytes`);
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR')
            return undefined;
        throw new bundling_failure/* Failure */.HR('wrong-configuration', {
            what: `The AWS ${name} file ${(0,bundling_printable/* printable */.g$)(path)} cannot be read.`,
            why: (0,bundling_printable/* printable */.g$)(error instanceof Error ? error.message : String(error)),
            likely: 'Another user wrote it, or it is not a file.',
            write: `Make it readable, remove it, or name another one in ${variable}.`,
        }, { cause: error });
    }
}
;// CONCATENATED MODULE: ./lib/bundling/handover/profile-refusals.js



/** A profile of the same name, wherever it stands, would shadow ours in one tool and be shadowed in another. */
function refuseClashes(names, { config, credentials }) {
    for (const file of [config, credentials]) {
        const taken = [...profileNames(file.theirs.toString('utf8'))].filter(name => names.has(name));
        if (taken.length === 0)
            continue;
        throw new bundling_failure/* Failure */.HR('wrong-configuration', {
            what: `${(0,bundling_printable/* printable */.g$)(file.path)} has ${taken.length === 1 ? 'a profile' : 'profiles'} named ${taken.join(', ')} already.`,
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
    throw new bundling_failure/* Failure */.HR('wrong-input', {
        what: `The credentials of ${chained.name} cannot be renewed.`,
        why: "With `role-chaining` they start from an earlier step's credentials, which end and are not handed over.",
        write: 'Leave `refresh` out for a profile with static keys, or name the first role as `via` of an environment.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/handover/profile-variables.js

const REGION_VARIABLES = ['AWS_REGION', 'AWS_DEFAULT_REGION'];
/**
 * What later steps get to see. A variable can be changed for them, but never be taken away again, and an empty one is
 * not the same as none: botocore takes an empty AWS_PROFILE for the name of a profile, and an empty AWS_DEFAULT_REGION
 * for that of a Region, as the SDK for JavaScript does with AWS_REGION. So neither is set where it was not set before.
 */
function handedOverVariables(request) {
    const target = request.job.environments[0]?.target;
    if (target === undefined)
        throw new Error('profiles need at least one environment');
    const files = {
        AWS_CONFIG_FILE: request.configFile,
        AWS_SHARED_CREDENTIALS_FILE: request.credentialsFile,
        AWS_SDK_LOAD_CONFIG: '1',
    };
    switch (request.job.use) {
        case 'by name': {
            const { variables, notices } = regionsBesideName(request, target);
            return { variables: { ...files, ...variables }, notices };
        }
        case 'beside keys':
            return { variables: { ...files, ...profileNamed(target.name, request) }, notices: [] };
        case 'by default':
            return byDefault(request, target, files);
    }
}
function byDefault(request, target, files) {
    const { job, inherited } = request;
    const regions = regionsByDefault(request, target.region);
    const variables = {
        ...files,
        ...profileNamed(target.name, request),
        ...regions.variables,
        CDK_ROLE_SESSION_NAME: target.sessionName,
        // A container that gets static keys could not load the plugin, and CDK stops when it cannot.
        ...(request.refresh && { CDK_PLUGIN: job.programs.cdkPlugin }),
    };
    const blanks = blankingOthers(inherited, new Map(Object.entries(variables)));
    const blanked = [...blanks.keys()].join(', ');
    const notice = `Blanked, for they would name another identity than the profiles: ${blanked}.`;
    return {
        variables: { ...Object.fromEntries(blanks), ...variables },
        notices: [...(blanks.size === 0 ? [] : [notice]), ...regions.notices],
    };
}
/**
 * The variables that name a profile, where they are needed: when they are there already (be they empty), or when
 * `default` is the user's own profile.
 */
function profileNamed(name, { job, inherited, isDefault }) {
    const isNeeded = job.use === 'by default' && !isDefault;
    return {
        ...((isNeeded || inherited['AWS_PROFILE'] !== undefined) && { AWS_PROFILE: name }),
        // botocore prefers this one.
        ...(inherited['AWS_DEFAULT_PROFILE'] !== undefined && { AWS_DEFAULT_PROFILE: name }),
    };
}
/** Tools prefer these variables to a profile's Region: where they are set, they become the first environment's. */
function regionsByDefault({ job, outer, inherited }, primary) {
    const set = REGION_VARIABLES.filter(name => inherited[name] !== undefined);
    const others = [...job.environments.map(({ target }) => target), ...outer].filter(({ region }) => region !== primary);
    return {
        variables: Object.fromEntries(set.map(name => [name, primary])),
        notices: set.length === 0 || others.length === 0
            ? []
            : [regionNotice(set, primary, [...new Set(others.map(({ name }) => name))])],
    };
}
/** The default identity keeps its Region; an empty variable, which breaks every tool, gets the profile's. */
function regionsBesideName({ inherited }, { name, region }) {
    const empty = REGION_VARIABLES.filter(variable => inherited[variable] === '');
    const [other] = REGION_VARIABLES.filter(variable => (inherited[variable] ?? '') !== '');
    const place = other && inherited[other];
    return {
        variables: Object.fromEntries(empty.map(variable => [variable, place ?? region])),
        notices: place === undefined || place === region ? [] : [regionNotice([other ?? ''], place, [name])],
    };
}
function regionNotice(set, region, profiles) {
    const verb = set.length > 1 ? 'are' : 'is';
    return (`${set.join(' and ')} ${verb} ${region} in this job, and tools prefer that to the Region of a profile: ` +
        `give commands that use ${profiles.join(' or ')} its Region, for example with \`--region\`.`);
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
/** Beside the profiles on Windows; see `profileCommand`. */
const WINDOWS_STARTER = 'renew.cmd';
/**
 * Its content: it starts the command that follows it, without what a later step wants loaded into its own Node.js. It
 * holds no path, for cmd.exe reads it in the code page of the machine.
 */
const WINDOWS_STARTER_TEXT = '@set NODE_OPTIONS=\r\n@%*\r\n';
/**
 * The `credential_process` of a profile. What a later step has in NODE_OPTIONS (`--import tsx`, a preload that prints,
 * a flag of another Node.js) is meant for its own programs; Node.js reads it before any program of ours could object,
 * so it is emptied on the way.
 *
 * @throws Failure `wrong-configuration` as quoteCommand does
 */
function profileCommand({ node, credentialProcess }, folder, name, platform) {
    const program = [node, credentialProcess, folder, name];
    return platform === 'win32'
        ? quoteCommand([external_node_path_namespaceObject.win32.join(folder, WINDOWS_STARTER), ...program], platform)
        : `/usr/bin/env NODE_OPTIONS= ${quoteCommand(program, platform)}`;
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
    return new bundling_failure/* Failure */.HR('wrong-configuration', {
        what: `The path ${(0,bundling_printable/* printable */.g$)(part)} cannot be written into an AWS profile.`,
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
const remembered_settings_FILES = ['AWS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'];
/**
 * The settings by which the main step reached GitHub and AWS, written down for later steps. One that holds a password
 * is not: it then has to be in the later steps' own environment.
 */
function rememberedSettings(variables) {
    const given = [...PROXIES, ...ENDPOINTS].filter(name => variables[name]);
    const withPassword = given.filter(name => variables[name]?.includes('@'));
    const files = remembered_settings_FILES.flatMap(name => (variables[name] ? [[name, (0,external_node_path_namespaceObject.resolve)(variables[name])]] : []));
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
    const { files, folder, programs, platform, refresh, use } = request;
    if (refresh)
        refuseUnrenewable(request.targets);
    const environments = primaryFirst(request);
    const names = new Set(environments.map(({ target }) => target.name));
    refuseClashes(names, files);
    profileCommand(programs, folder, 'name', platform);
    refuseExpandable(folder);
    const { remembered, notices } = rememberedSettings(request.variables);
    const isDefault = use === 'by default' && !hasOwnDefault(files);
    // An earlier step's default profile ends where this step's begins.
    const superseded = use === 'by default' ? new Set([...names, 'default']) : names;
    const job = jobFile(request, environments, remembered, isDefault ? superseded : names);
    const credentials = files.credentials.isTheirs ? undefined : filePlan(files.credentials, superseded);
    const exported = handedOverVariables({
        job,
        refresh,
        isDefault,
        configFile: configPath(folder),
        credentialsFile: credentials === undefined ? files.credentials.path : credentialsPath(folder),
        outer: files.outer?.job.environments.map(({ target }) => target) ?? [],
        inherited: request.variables,
    });
    return {
        folder,
        refresh,
        isDefault,
        job,
        config: filePlan(files.config, superseded),
        credentials,
        variables: exported.variables,
        notices: [...(refresh ? notices : []), ...exported.notices],
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
    const sections = sectionNames(plan);
    const configSections = sections.map(({ header, target: { name, region } }) => {
        const renewed = [`credential_process = ${profileCommand(job.programs, folder, name, platform)}`];
        const source = plan.refresh ? renewed : credentials === undefined ? keysOf(name) : [];
        return [configHeader(header), `region = ${region}`, ...source].join('\n');
    });
    const keys = plan.refresh
        ? []
        : sections.map(({ header, target }) => [credentialsHeader(header), ...keysOf(target.name)].join('\n'));
    return {
        config: joinFiles(config.theirs, ourPart(config.earlier, configSections)),
        credentials: credentials && joinFiles(credentials.theirs, ourPart(credentials.earlier, keys)),
    };
}
/** The profiles of a step: one for each environment, and the first one a second time where it is the default. */
function sectionNames({ job, isDefault }) {
    const named = job.environments.map(({ target }) => ({ header: target.name, target }));
    const [first] = named;
    const isNamedSo = named.some(({ header }) => header === 'default');
    return isDefault && first && !isNamedSo ? [{ ...first, header: 'default' }, ...named] : named;
}
function jobFile(request, environments, variables, names) {
    const { stsEndpoint, maxAttempts, timeout } = request.connection;
    return {
        folder: (0,external_node_path_namespaceObject.basename)(request.folder),
        configuration: request.configuration?.path,
        programs: request.programs,
        connection: { stsEndpoint, maxAttempts, timeout, variables },
        environments,
        cdkPlugin: inheritedPlugin(request),
        outer: request.files.outer?.path,
        profiles: [...new Set([...(request.files.outer?.job.profiles ?? []), ...names])],
        use: request.use,
        before: request.files.before,
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
/**
 * The credentials file is planned only where it is ours to write. When the user has one it stays where it is and is
 * only named: it holds secrets, of which a copy would be one more place to lose them from.
 */
function filePlan({ theirs, ours }, superseded) {
    return { theirs, earlier: withoutProfiles(ours, superseded) };
}
/** The plugin that CDK_PLUGIN named before us: ours of an earlier step knows it from that step. */
function inheritedPlugin({ variables, files, programs }) {
    const inherited = variables['CDK_PLUGIN'] || undefined;
    const isOurs = inherited === programs.cdkPlugin || inherited === files.outer?.job.programs.cdkPlugin;
    if (inherited === undefined || isOurs)
        return files.outer?.job.cdkPlugin;
    return inherited.startsWith('.') ? (0,external_node_path_namespaceObject.resolve)(inherited) : inherited;
}
;// CONCATENATED MODULE: ./lib/bundling/handover/ending.js



/**
 * A name that no profile has. AWS_PROFILE cannot be taken away from a job, and empty it is not the same as absent:
 * botocore refuses it, and the SDK for JavaScript goes on with the machine's default profile.
 */
const ENDED = 'aws-temp-creds-ended';
/**
 * What ends every identity that the job's environment holds, whoever put it there, so that no later step acts as
 * somebody: keys, tokens, the name of a profile, and the profiles of our earlier steps. The user's own files of
 * profiles stay reachable, and so does the Region, which is no identity.
 *
 * CDK_PLUGIN stays ours where the user had none, for CDK stops at an empty one: without profiles of ours the plugin
 * only loads those of the project.
 */
function endingChanges(current) {
    const names = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].filter(name => current[name]);
    return new Map([
        ...blankingOthers(current),
        ...names.map(name => [name, ENDED]),
        ...withoutOurProfiles(current),
    ]);
}
function withoutOurProfiles(current) {
    const [latest] = foldersInUse(current);
    if (latest === undefined)
        return new Map();
    const { before, cdkPlugin } = latest.job;
    const isConfig = current['AWS_CONFIG_FILE'] === configPath(latest.path);
    return new Map([
        ...(isConfig ? [['AWS_CONFIG_FILE', before.config]] : []),
        ['AWS_SHARED_CREDENTIALS_FILE', before.credentials],
        ...(current['CDK_ROLE_SESSION_NAME'] ? [['CDK_ROLE_SESSION_NAME', '']] : []),
        ...(cdkPlugin === undefined ? [] : [['CDK_PLUGIN', cdkPlugin]]),
    ]);
}
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
;// CONCATENATED MODULE: ./lib/bundling/handover/home.js


/** The user's home folder. One without a home, as containers have them, has no files there: the path is of none. */
function homeFolder({ temporary }) {
    try {
        return (0,external_node_os_.homedir)();
    }
    catch {
        return (0,external_node_path_namespaceObject.join)(temporary, 'no-home');
    }
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
        const who = arn === '' ? target.role : `${arn} in ${account}`;
        return `${target.name}: ${who}, ${target.region}, valid until ${clock(credentials.expiration)}${tried}`;
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
;// CONCATENATED MODULE: ./lib/bundling/handover/seal.js

const NONCE = 12;
const TAG = 16;
/** @returns 32 random bytes, hex */
function newSealKey() {
    return (0,external_node_crypto_namespaceObject.randomBytes)(32).toString('hex');
}
/** @returns what unseal opens with the same key */
function seal(key, text) {
    const nonce = (0,external_node_crypto_namespaceObject.randomBytes)(NONCE);
    const cipher = (0,external_node_crypto_namespaceObject.createCipheriv)('aes-256-gcm', Buffer.from(key, 'hex'), nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
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
const STATE = { folder: 'restore-folder', sealed: 'restore-sealed' };
const FOLDER_NAME = /^aws-temp-creds-\w{6,}$/;
const KEY_FILE = 'key';
/**
 * Changes the environment of the later steps so that the post step can undo it. What the post step will need is saved
 * first: nothing is ever exported, and no folder made, that it does not know of.
 */
class RestorePoint {
    #runner;
    #temporary;
    #home;
    #key;
    #profiles;
    #changed = [];
    /** @param home in which the AWS tools look for profiles when no variable says where */
    constructor(runner, job, home) {
        this.#runner = runner;
        this.#temporary = placeOf(job);
        this.#home = home;
    }
    /** @throws Failure `wrong-configuration` when what is there to be put back could not be kept safely */
    refuseUnsafePlace() {
        refuseUnsafeFolder(this.#temporary, 'shared');
    }
    /** Tells the post step of the profiles' folder, before it is made. */
    keepFolder(profiles) {
        this.#profiles = profiles;
        this.#save();
    }
    /** @throws Failure `wrong-configuration` when RUNNER_TEMP is not safe for what was there before */
    change(current, changes) {
        if (changes.size === 0)
            return;
        const kept = this.#changed.filter(({ name }) => changes.has(name));
        const others = this.#changed.filter(({ name }) => !changes.has(name));
        const changed = [...changes].flatMap(([name, after]) => {
            const before = kept.find(one => one.name === name)?.before ?? current[name] ?? asIfAbsent(name, current, this.#home);
            return before === undefined ? [] : [{ name, before, after: digest(after) }];
        });
        this.#changed = [...others, ...changed];
        this.#save();
        this.changeForGood(changes);
    }
    /** Changes what no post step is to put back. */
    changeForGood(changes) {
        for (const [name, value] of changes)
            this.#runner.exportVariable(name, value);
    }
    /** Changes what later steps must not keep, even if it cannot be put back. */
    changeAnyway(current, changes) {
        try {
            this.change(current, changes);
        }
        catch {
            this.changeForGood(changes);
        }
    }
    #save() {
        this.#key ??= this.#makeKey();
        const { folder, key } = this.#key;
        const point = { folder, profiles: this.#profiles, changed: this.#changed };
        this.#runner.saveState(STATE.folder, folder);
        this.#runner.saveState(STATE.sealed, seal(key, JSON.stringify(point)));
    }
    #makeKey() {
        this.refuseUnsafePlace();
        // On Windows the folder inherits the temporary folder's list of users.
        const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_namespaceObject.join)(this.#temporary, 'aws-temp-creds-'));
        (0,external_node_fs_.chmodSync)(folder, 0o700);
        const key = newSealKey();
        createPrivateFile((0,external_node_path_namespaceObject.join)(folder, KEY_FILE), key);
        return { folder, key };
    }
}
/**
 * What a variable that was not there is put back to: absent it can never be again, and empty breaks the tools where
 * this does not. Undefined: it stays as it is, as does a CDK_PLUGIN of ours, which does nothing by itself, and a Region
 * that no profile of an earlier step is in the way of.
 */
function asIfAbsent(name, current, home) {
    switch (name) {
        case 'AWS_REGION':
        case 'AWS_DEFAULT_REGION':
            return regionOfEarlierStep(current);
        case 'CDK_PLUGIN':
            return undefined;
        case 'AWS_CONFIG_FILE':
            return (0,external_node_path_namespaceObject.join)(home, '.aws', 'config');
        case 'AWS_SHARED_CREDENTIALS_FILE':
            return (0,external_node_path_namespaceObject.join)(home, '.aws', 'credentials');
        // Set where it was not before only because the user's files have a profile of that name.
        case 'AWS_PROFILE':
            return 'default';
        default:
            return '';
    }
}
/** Of its default profile, else of its first one. */
function regionOfEarlierStep(current) {
    const folders = jobFolders(current);
    const { job } = folders.find(folder => folder.job.use === 'by default') ?? folders[0] ?? {};
    return job?.environments[0]?.target.region;
}
/**
 * Opens what the step sealed, and removes the key. The state is a file that other steps can write, so nothing of it is
 * believed but what the key opens that lies in a folder of ours, and the seal names that folder.
 */
function openRestoration(runner, job) {
    const folder = runner.state(STATE.folder);
    const sealed = runner.state(STATE.sealed);
    if (folder === '' || sealed === '' || !isKeyFolder(folder, placeOf(job)))
        return undefined;
    const text = unseal({ key: readKey(folder), sealed });
    if (text === undefined)
        return undefined;
    // What unseals was written by RestorePoint and by nobody else.
    const point = JSON.parse(text);
    if (point.folder !== folder)
        return undefined;
    removeKey(folder);
    return { profiles: point.profiles, restore: current => putBack(runner, point.changed, current) };
}
function putBack(runner, changed, current) {
    const ours = changed.filter(({ name, after }) => digest(current[name] ?? '') === after);
    for (const { name, before } of ours) {
        // What was there was no secret of ours, but it may well be one.
        if (/SECRET|TOKEN|ACCESS_KEY/.test(name) && before !== '')
            runner.mask(before);
        runner.exportVariable(name, before);
    }
    return ours.map(({ name }) => name);
}
function placeOf({ temporary }) {
    return temporary || (0,external_node_os_.tmpdir)();
}
/** Whether it is a folder that RestorePoint could have made: a real one of ours, directly in RUNNER_TEMP. */
function isKeyFolder(folder, temporary) {
    try {
        return (FOLDER_NAME.test(basename(folder)) &&
            isOurFolder(folder) &&
            realpathSync(folder) === join(realpathSync(temporary), basename(folder)) &&
            lstatSync(join(folder, KEY_FILE)).isFile());
    }
    catch {
        return false;
    }
}
/** The file that was made and the folder around it, and nothing that somebody else has put there. */
function removeKey(folder) {
    try {
        rmSync(join(folder, KEY_FILE), { force: true });
        rmdirSync(folder);
    }
    catch {
        // The runner empties RUNNER_TEMP at the job's end.
    }
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
;// CONCATENATED MODULE: ./lib/bundling/scan/report/write-report.js




/**
 * Writes a report as a whole or not at all. The repository may hold a link at the place, or on the way to it: the
 * link itself is replaced, and a path in the folder, or relative to it, that leads out of it is refused before any
 * folder is made.
 *
 * @param folder what a relative path starts from
 * @throws Failure `wrong-input` when it cannot be written there
 */
function writeReport(folder, path, text) {
    let temporary;
    try {
        const parent = parentOf(folder, path, true);
        const file = join(parent, basename(resolve(folder, path)));
        temporary = join(parent, `.${basename(file)}.${process.pid}.tmp`);
        rmSync(temporary, { force: true });
        writeFileSync(temporary, text, { flag: 'wx' });
        renameSync(temporary, file);
    }
    catch (error) {
        if (temporary !== undefined)
            rmSync(temporary, { force: true });
        throw new Failure('wrong-input', {
            what: `The file ${printable(path)} could not be written.`,
            why: printable(error instanceof Error ? error.message : String(error), 300),
        }, { cause: error });
    }
}
/**
 * Remembers what stands where a report will be written: an earlier one, or one that the repository brought, which must
 * not be taken for this scan's when the scan fails before it has written its own.
 *
 * @returns takes away what still stands there unchanged; never throws
 */
function staleReport(folder, path) {
    const before = path === '' ? undefined : standing(folder, path);
    return () => {
        const now = before && standing(folder, path);
        if (before === undefined || now === undefined || !isSame(before.stats, now.stats))
            return;
        try {
            (0,external_node_fs_.rmSync)(now.file);
        }
        catch {
            // A folder, or a file that is not ours to remove: whoever uploads it finds no report in it.
        }
    };
}
function standing(folder, path) {
    try {
        const file = (0,external_node_path_namespaceObject.join)(parentOf(folder, path, false), (0,external_node_path_namespaceObject.basename)((0,external_node_path_namespaceObject.resolve)(folder, path)));
        return { file, stats: (0,external_node_fs_.lstatSync)(file) };
    }
    catch {
        return undefined;
    }
}
function isSame(one, other) {
    return one.ino === other.ino && one.mtimeMs === other.mtimeMs && one.size === other.size;
}
/**
 * The folder that a report belongs in, by its real path. What lies in `folder` is walked step by step, for each step may
 * be a link of the repository's.
 *
 * @param make whether folders that are missing are made
 */
function parentOf(folder, path, make) {
    const wanted = (0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.resolve)(folder, path));
    const way = (0,external_node_path_namespaceObject.relative)(folder, wanted);
    if (leadsOut(way)) {
        if (!(0,external_node_path_namespaceObject.isAbsolute)(path))
            refuse(folder);
        if (make)
            (0,external_node_fs_.mkdirSync)(wanted, { recursive: true });
        return (0,external_node_fs_.realpathSync)(wanted);
    }
    const root = (0,external_node_fs_.realpathSync)(folder);
    let place = root;
    for (const step of way.split(external_node_path_namespaceObject.sep).filter(name => name !== '')) {
        const next = (0,external_node_path_namespaceObject.join)(place, step);
        if (make && (0,external_node_fs_.lstatSync)(next, { throwIfNoEntry: false }) === undefined)
            (0,external_node_fs_.mkdirSync)(next);
        place = (0,external_node_fs_.realpathSync)(next);
        if (leadsOut((0,external_node_path_namespaceObject.relative)(root, place)))
            refuse(folder);
    }
    return place;
}
function leadsOut(way) {
    return way === '..' || way.startsWith(`..${external_node_path_namespaceObject.sep}`) || (0,external_node_path_namespaceObject.isAbsolute)(way);
}
function refuse(folder) {
    throw new Error(`it leads out of ${folder}; give an absolute path if that is meant`);
}
;// CONCATENATED MODULE: ./lib/bundling/stories/cancel.js

/** What the runner sends to a step that is cancelled, and what ends a process otherwise. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Runs `body`; when the step is cancelled meanwhile, `onCancel` is run and the process ends, as a process does that a
 * signal ends. The runner gives a step some seconds between its signals; a step that computes hears of one only when
 * it comes to wait.
 */
async function whileCancellable(body, onCancel) {
    const cancel = (signal) => {
        try {
            onCancel();
        }
        finally {
            process.exit(128 + external_node_os_.constants.signals[signal]);
        }
    };
    for (const signal of SIGNALS)
        process.once(signal, cancel);
    try {
        await body();
    }
    finally {
        for (const signal of SIGNALS)
            process.off(signal, cancel);
    }
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
    throw new bundling_failure/* Failure */.HR('wrong-input', {
        what: `${variable} is true, and an endpoint of STS is named beside it: only one of them can count.`,
        why: `The endpoint is ${(0,bundling_printable/* printable */.g$)(named.host, 100)}. A ${fips ? 'FIPS' : 'dual-stack'} endpoint is one of AWS's own.`,
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
    throw new bundling_failure/* Failure */.HR('wrong-input', {
        what: `${name} is not the URL of an endpoint.`,
        why: `It is set to ${(0,bundling_printable/* printable */.g$)(given, 100)}.`,
        write: 'Write it whole, with https:// in front, or remove it.',
    });
}
function isOn(variables, name) {
    const value = variables[name] ?? '';
    if (/^true$/i.test(value))
        return true;
    if (value === '' || /^false$/i.test(value))
        return false;
    throw new bundling_failure/* Failure */.HR('wrong-input', {
        what: `${name} must be true or false.`,
        why: `It is set to ${(0,bundling_printable/* printable */.g$)(value, 100)}.`,
        write: 'Set it to true or false, or remove it.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/stories/check-way.js



/**
 * Looks at everything in the environment that decides how GitHub and AWS are reached, for the hosts that will be asked:
 * certificate authorities, endpoints, proxies.
 *
 * @throws Failure `wrong-input` or `no-identity-token`, before anything is sent
 */
function checkWay({ inputs, selection, configuration }, variables) {
    ownAuthorities(variables);
    const regions = selection.kind === 'targets'
        ? selection.targets.map(({ region }) => region)
        : (configuration?.environments.map(({ region }) => region) ?? []);
    for (const region of new Set(regions)) {
        usableProxy(stsEndpoint(region, inputs.connection.stsEndpoint, variables), variables);
    }
    if (offersTokens(variables) && !inputs.chaining)
        usableProxy(tokenServiceUrl(variables), variables);
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
        read: () => parseCached(readIfThere(path)),
        write: (assumed, obtained) => writePrivateFile(path, formatCached(assumed, obtained)),
        readFailure: () => parseFailure(readIfThere(failurePath)),
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
    const account = accountId(fields?.text('account') ?? '') ?? names_NO_ACCOUNT;
    const expiration = fields?.date('expiration');
    const obtained = fields?.date('obtained');
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration || !obtained)
        return undefined;
    return { credentials: { accessKeyId, secretAccessKey, sessionToken, expiration }, account, obtained };
}
function parseFailure(text) {
    const fields = Fields.parse(text);
    const at = fields?.date('at');
    const line = fields?.text('line');
    return at && line ? { at, line: (0,bundling_printable/* printable */.g$)(line, 5000) } : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/handover/profile-folder.js











/**
 * The runner mounts this folder of RUNNER_TEMP as HOME into container actions, and rewrites variables that begin with
 * its path (actions/runner, ContainerActionHandler.cs). It need not exist before the first container action.
 */
const SHARED_WITH_CONTAINERS = '_github_home';
const profile_folder_FOLDER_NAME = /^aws-temp-creds-[0-9a-f]{32}$/;
/**
 * A new name for the folder of this step; nothing is created yet.
 *
 * @param temporary RUNNER_TEMP
 * @throws Failure `wrong-input` when there is no RUNNER_TEMP
 */
function newProfileFolder(temporary) {
    if (temporary === '') {
        throw new bundling_failure/* Failure */.HR('wrong-input', {
            what: "Profiles need the runner's temporary folder, and RUNNER_TEMP is not set.",
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
        writePrivateFile(jobFilePath(folder), formatJobFile(job));
        makePrivateFolder(cacheFolder(folder));
        // Beside keys nobody asks our process, whose cache this is.
        for (const role of job.use === 'beside keys' ? [] : assumed) {
            roleCache(cacheFolder(folder), cacheKey(job, role.target.name, 'deploy')).write(role, obtained);
        }
        writePrivateFile(configPath(folder), contents.config);
        if (contents.credentials !== undefined)
            writePrivateFile(credentialsPath(folder), contents.credentials);
        if (process.platform === 'win32')
            writePrivateFile((0,external_node_path_namespaceObject.join)(folder, WINDOWS_STARTER), WINDOWS_STARTER_TEXT);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        throw error;
    }
}
/**
 * Makes the folder that the runner mounts, as the runner would: for container actions it is a home folder, be they root
 * or not. What is there already must be a real folder that nobody else can change.
 */
function createFolder(folder) {
    const parent = (0,external_node_path_namespaceObject.dirname)(folder);
    refuseUnsafeFolder((0,external_node_path_namespaceObject.dirname)(parent), 'shared');
    try {
        (0,external_node_fs_.mkdirSync)(parent, { mode: 0o755 });
        (0,external_node_fs_.chmodSync)(parent, 0o755);
    }
    catch (error) {
        if (errorCode(error) !== 'EEXIST')
            throw error;
    }
    refuseUnsafeFolder(parent, 'strictly');
    makePrivateFolder(folder);
}
/**
 * Whether profiles can be kept safely below RUNNER_TEMP; asked before anything else is.
 *
 * @throws Failure `wrong-configuration` when others own or may change the folders
 */
function refuseUnsafePlace(folder) {
    const parent = (0,external_node_path_namespaceObject.dirname)(folder);
    try {
        refuseUnsafeFolder((0,external_node_path_namespaceObject.dirname)(parent), 'shared');
        refuseUnsafeFolder(parent, 'strictly');
    }
    catch (error) {
        // What is not there yet will be made.
        if (errorCode(error) !== 'ENOENT')
            throw error;
    }
}
/**
 * Removes the folder, if it is one that writeProfiles made below this RUNNER_TEMP; no link is followed to it.
 *
 * @param folder of the step's own seal, or of a later step's profiles
 */
function removeProfiles(folder, temporary) {
    try {
        if (!(0,external_node_fs_.lstatSync)(folder).isDirectory())
            return 'not ours';
        const name = (0,external_node_path_namespaceObject.basename)(folder);
        const expected = (0,external_node_path_namespaceObject.join)((0,external_node_fs_.realpathSync)(temporary), SHARED_WITH_CONTAINERS, name);
        if (!profile_folder_FOLDER_NAME.test(name) || (0,external_node_fs_.realpathSync)(folder) !== expected)
            return 'not ours';
        if (jobFolder(folder) === undefined)
            return 'not ours';
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
        return 'removed';
    }
    catch (error) {
        return errorCode(error) === 'ENOENT' ? 'absent' : 'failed';
    }
}
;// CONCATENATED MODULE: ./lib/bundling/handover/command-on-path.js


/** Characters that mean something to sh within double quotes, or to cmd.exe; a runner has none of them in its paths. */
const MEANINGFUL = /["$`\\%\r\n]/;
/**
 * Lets later steps call `aws-temp-creds` by its name: a folder of RUNNER_TEMP with two scripts, for sh and for cmd.exe,
 * is put in front of PATH. They start this very version with the Node that runs the action, for a self-hosted runner
 * may have no other one.
 *
 * @param entry absolute path of `dist/<surface>/index.js`
 * @returns the folder; undefined: there is no RUNNER_TEMP, or a path that cannot be written into a script
 */
function putCommandOnPath(runner, job, entry, node) {
    const cli = (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.dirname)(entry)), 'cli', 'index.js');
    const scripts = commandScripts(node, cli, process.platform);
    if (job.temporary === '' || scripts === undefined)
        return undefined;
    (0,external_node_fs_.mkdirSync)(job.temporary, { recursive: true });
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_namespaceObject.join)(job.temporary, 'aws-temp-creds-command-'));
    for (const { name, text } of scripts)
        (0,external_node_fs_.writeFileSync)((0,external_node_path_namespaceObject.join)(folder, name), text, { mode: 0o755, flag: 'wx' });
    runner.addPath(folder);
    return folder;
}
/** On Windows steps run in bash as well as in PowerShell and cmd.exe. */
function commandScripts(node, cli, platform) {
    const isWindows = platform === 'win32';
    // Git's bash takes Windows paths with forward slashes.
    const [shNode, shCli] = isWindows ? [node, cli].map(path => path.replaceAll('\\', '/')) : [node, cli];
    if (shNode === undefined || shCli === undefined)
        return undefined;
    if ([shNode, shCli].some(path => MEANINGFUL.test(path)))
        return undefined;
    const sh = { name: 'aws-temp-creds', text: `#!/bin/sh\nexec "${shNode}" "${shCli}" "$@"\n` };
    const cmd = { name: 'aws-temp-creds.cmd', text: `@"${node}" "${cli}" %*\r\n` };
    return isWindows ? [sh, cmd] : [sh];
}
;// CONCATENATED MODULE: ./lib/bundling/stories/offer-command.js

/** With `export: none` later steps ask for themselves, one command at a time. */
function offerCommand(runner, job) {
    // The bundle that is running: action.yml starts it by its absolute path.
    const folder = putCommandOnPath(runner, job, process.argv[1] ?? '', process.execPath);
    if (folder !== undefined)
        runner.info('On PATH for later steps: aws-temp-creds exec --environment NAME -- COMMAND');
}
;// CONCATENATED MODULE: ./lib/bundling/stories/hand-over.js









/** Name of the profile that stands beside keys in the environment. */
const BESIDE_KEYS = 'aws-temp-creds';
/** @throws Failure `wrong-configuration` when a profile of that name is there already, before any call is made */
function planHandOver(targets, mode, inputs, configuration, job, given) {
    const variables = inputs.unsetCurrent ? changed(given, endingChanges(given)) : given;
    const use = useOf(mode, variables);
    const none = { mode, inputs, configuration, variables, profiles: undefined };
    if (use === undefined)
        return none;
    const folder = newProfileFolder(job.temporary);
    refuseUnsafePlace(folder);
    const profiles = planProfiles({
        targets: use === 'beside keys' ? targets.map(target => ({ ...target, name: BESIDE_KEYS })) : targets,
        configuration,
        use,
        refresh: use !== 'beside keys' && refreshes(inputs, targets),
        folder,
        // The bundle that is running: action.yml starts it by its absolute path.
        programs: programsBeside(process.argv[1] ?? '', process.execPath),
        files: readAwsFiles(variables, homeFolder(job)),
        variables,
        connection: inputs.connection,
        platform: process.platform,
    });
    return { ...none, profiles };
}
/** Who acts as a step's profiles; undefined: it makes none. */
function useOf(mode, variables) {
    switch (mode) {
        case 'profiles':
            return 'by default';
        case 'named-profiles':
            return 'by name';
        case 'env':
            // The SDK for JavaScript prefers a profile that is named there to keys, and botocore insists that it exists.
            return ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].some(name => variables[name] !== undefined)
                ? 'beside keys'
                : undefined;
        case 'none':
            return undefined;
    }
}
/** What starts from the credentials of an earlier step ends with them: it is renewed only if that is asked for. */
function refreshes({ refresh }, targets) {
    return refresh ?? !targets.some(({ chain }) => chain !== undefined && chain.via === undefined);
}
/** Tells as whom the later steps act, and lets them: the export is the last thing. */
async function handOver(plan, roles, obtained, runner, job, given, point) {
    const { inputs, profiles } = plan;
    const primary = primaryOf(roles, plan.configuration);
    // What can fail comes first: a step that fails tells and leaves nothing of an identity.
    if (profiles !== undefined) {
        point.keepFolder(profiles.folder);
        writeProfiles(profiles, rolesFor(profiles, roles), obtained);
    }
    if (plan.mode === 'none')
        offerCommand(runner, job);
    for (const line of identityLines(roles))
        runner.info(line);
    for (const notice of [...noticesOf(plan), ...inputNotices(inputs)])
        runner.annotate('notice', notice);
    await runner.summarize(identitySummary(roles, inputs.maskAccount));
    setIdentityOutputs(runner, identityOutputs(primary, roles, inputs.outputCredentials));
    if (inputs.unsetCurrent)
        endIdentity(runner, job, given, point);
    point.change(plan.variables, changesOf(plan, primary));
}
/** Ends every identity that the job has, for good: no post step brings it back. */
function endIdentity(runner, job, variables, point) {
    const changes = endingChanges(variables);
    const folders = foldersInUse(variables);
    point.changeForGood(changes);
    for (const { path } of folders)
        removeProfiles(path, job.temporary);
    if (changes.size > 0) {
        runner.info(`Ended for the later steps: ${[...changes.keys()].join(', ')}`);
    }
}
function rolesFor({ job: { use, environments } }, roles) {
    const [only] = environments;
    return use === 'beside keys' && only ? [{ ...roles[0], target: only.target }] : roles;
}
function changesOf({ mode, profiles, variables }, primary) {
    const keys = mode === 'env' ? environmentChanges(primary, variables) : new Map();
    return new Map([...keys, ...Object.entries(profiles?.variables ?? {})]);
}
function noticesOf({ profiles, variables, mode }) {
    if (mode !== 'env')
        return profiles?.notices ?? [];
    const named = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].filter(name => variables[name]);
    if (named.length === 0)
        return [];
    return [
        `${named.join(' and ')} named another profile; now it is one with the same keys as the environment's, ` +
            'for tools disagree on which of the two counts.',
    ];
}
function inputNotices({ externalId, chaining }) {
    if (externalId === undefined || chaining)
        return [];
    return [
        'role-external-id counts with `role-chaining` only: a call with an OIDC token has no place for it, and the trust policy should check `sub` instead.',
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
// EXTERNAL MODULE: ./lib/bundling/about.js
var about = __nccwpck_require__(114);
;// CONCATENATED MODULE: ./lib/bundling/aws/user-agent.js

/**
 * How this program names itself to AWS, which writes it into CloudTrail beside every call: with the run that made it, in
 * the form that the SDKs use for such metadata.
 *
 * @param variables of a step; what is no number is left out
 */
function userAgent(variables) {
    const run = Object.entries({ run_id: 'GITHUB_RUN_ID', attempt: 'GITHUB_RUN_ATTEMPT' }).flatMap(([label, name]) => (/^\d{1,20}$/.test(variables[name] ?? '') ? [`md/${label}#${variables[name]}`] : []));
    return [`aws-temp-creds/${about/* VERSION */.xv}`, ...run].join(' ');
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
    throw new bundling_failure/* Failure */.HR('wrong-account', {
        what: `The credentials that STS gave for ${expected.name} are not those that were asked for. Nothing was exported.`,
        why: [`STS answered for ${(0,bundling_printable/* printable */.g$)(answer.assumedRoleArn, 300)}:`, ...wrong].join('\n'),
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
        : `the audience is ${(0,bundling_printable/* printable */.g$)(audience, 100)}, not ${expected.audience}`;
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
    const unexpected = others.find(failure => !(failure instanceof bundling_failure/* Failure */.HR));
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
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = loadLater("node:child_process");
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
;// CONCATENATED MODULE: ./lib/bundling/handover/ask-process.js




/**
 * Asks the credential process, as every profile does: one cache and one lock for the whole job, in a process of its
 * own, so that neither the caller's version of Node.js nor its environment decides how GitHub and AWS are reached.
 *
 * @throws Error with the process's own explanation
 */
function askProcess(programs, request) {
    const args = [programs.credentialProcess, ...processArguments(request)];
    // What a project wants loaded into its own Node.js processes (NODE_OPTIONS) is not meant for this one.
    const { NODE_OPTIONS: _, ...env } = process.env;
    return new Promise((resolve, reject) => {
        (0,external_node_child_process_namespaceObject.execFile)(programs.node, args, { env, windowsHide: true }, (error, stdout, stderr) => {
            const credentials = error === null ? parseAnswer(stdout) : undefined;
            if (credentials !== undefined)
                resolve(credentials);
            else
                reject(new Error(ask_process_reasonOf(stderr, error), { cause: error }));
        });
    });
}
/** The text for the user; the command line that Node.js puts into its error says nothing to them. */
function ask_process_reasonOf(stderr, error) {
    const lines = stderr.split('\n').filter(line => line.startsWith('aws-temp-creds: '));
    return (lines.at(-1) ??
        `aws-temp-creds: no credentials: ${(0,bundling_printable/* printable */.g$)(error?.message ?? 'an unreadable answer', 500)}`);
}
/** @returns undefined when the text is not what a credential process answers */
function parseAnswer(text) {
    const fields = Fields.parse(text);
    const accessKeyId = fields?.text('AccessKeyId');
    const secretAccessKey = fields?.text('SecretAccessKey');
    const sessionToken = fields?.text('SessionToken');
    const expiration = fields?.date('Expiration');
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration)
        return undefined;
    return { accessKeyId, secretAccessKey, sessionToken, expiration };
}
;// CONCATENATED MODULE: ./lib/bundling/stories/chain-source.js



/**
 * The credentials of an earlier step, which `role-chaining` starts from: those of the profile that AWS_PROFILE names,
 * if it is one of ours; else the keys in the environment; else our default profile.
 *
 * @param programs of the running step
 * @throws Failure `wrong-input` when there are none, or only a long-lived key; `unreachable` when a profile gives none
 */
async function earlierCredentials(variables, programs) {
    const folders = jobFolders(variables);
    const named = variables['AWS_PROFILE'] || variables['AWS_DEFAULT_PROFILE'];
    const profile = (named && profileOf(folders, named)) || (!hasKeys(variables) && profileOf(folders, 'default'));
    if (profile)
        return ofProfile(profile, programs);
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = variables;
    if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY || !AWS_SESSION_TOKEN)
        throw noCredentials(variables);
    return {
        accessKeyId: AWS_ACCESS_KEY_ID,
        secretAccessKey: AWS_SECRET_ACCESS_KEY,
        sessionToken: AWS_SESSION_TOKEN,
        expiration: new Date(8.64e15),
    };
}
/** The latest step of ours that made a profile of that name; `default` is the first environment of a step. */
function profileOf(folders, name) {
    for (const { path, job } of folders) {
        const environment = job.environments.find(({ target }) => target.name === name) ??
            (name === 'default' && job.use === 'by default' && job.profiles.includes(name)
                ? job.environments[0]
                : undefined);
        if (environment !== undefined)
            return { folder: path, environment: environment.target.name };
    }
    return undefined;
}
async function ofProfile(profile, programs) {
    try {
        return await askProcess(programs, { ...profile, purpose: 'deploy' });
    }
    catch (error) {
        throw new bundling_failure/* Failure */.HR('unreachable', {
            what: `role-chaining starts from the profile ${profile.environment} of an earlier step, which gives no credentials.`,
            why: error instanceof Error ? error.message : String(error),
        }, { cause: error });
    }
}
function hasKeys(variables) {
    return Boolean(variables['AWS_ACCESS_KEY_ID'] && variables['AWS_SECRET_ACCESS_KEY']);
}
function noCredentials(variables) {
    const longLived = hasKeys(variables);
    return new bundling_failure/* Failure */.HR('wrong-input', {
        what: longLived
            ? 'role-chaining starts from temporary credentials, and the environment holds a long-lived key.'
            : 'role-chaining starts from the credentials of an earlier step, and there are none.',
        why: longLived
            ? 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set without AWS_SESSION_TOKEN.'
            : 'AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN are not all set, and no profile of an earlier step is the default one.',
        likely: longLived
            ? 'A static key is still handed to the job.'
            : 'The earlier step has `export: none`, or `aws-profile`, whose profile has to be named in AWS_PROFILE.',
        write: 'Let the step before this one assume the first role, or name that role as `via` in the configuration file. After `aws-profile: first`, this step needs `env: { AWS_PROFILE: first }`.',
    });
}
;// CONCATENATED MODULE: ./lib/bundling/stories/obtain.js








/** Opens the way to GitHub and AWS, with the time bound running from now on. */
function openExchange(runner, job, variables, inputs) {
    const { timeout, maxAttempts, retryRefusals, stsEndpoint: endpoint } = inputs.connection;
    const connection = connect(variables);
    const deadline = AbortSignal.timeout(timeout * 1000);
    const patience = { maxAttempts, signal: deadline };
    const stsOf = (region) => sts(region, stsEndpoint(region, endpoint, variables), connection);
    const tokens = tokenSource(variables, {
        connection,
        patience,
        mask: runner.mask,
        onRetry: (reason, attempt) => runner.info(`GitHub's token service: attempt ${attempt} failed (${(0,bundling_printable/* printable */.g$)(reason, 100)}), trying again`),
    });
    return {
        token: audience => tokens.get(audience),
        obtain: async (targets, allowed) => exchange(targets, {
            tokens,
            sts: stsOf,
            maxAttempts,
            retryRefusals: retryRefusals * 1000,
            deadline,
            allowed,
            source: targets.some(({ chain }) => chain && chain.via === undefined)
                ? await chainSource(runner, variables)
                : undefined,
            mask: runner.mask,
            explain: async (calls) => {
                const { explainRefusal } = await import(/* webpackIgnore: true */ '../refusal/index.js');
                return explainRefusal(calls, {
                    runner,
                    job,
                    variables,
                    connection,
                    input: inputs.explainWith,
                    tokens,
                    sts: ({ target }) => stsOf(target.region),
                    maskAccounts: inputs.maskAccount,
                });
            },
            onRetry: (name, code, attempt) => runner.info(`${name}: attempt ${attempt} failed (${(0,bundling_printable/* printable */.g$)(code, 100)}), trying again`),
        }),
        close: () => connection.close(),
    };
}
async function chainSource(runner, variables) {
    const source = await earlierCredentials(variables, programsBeside(process.argv[1] ?? '', process.execPath));
    // Those of a profile were never seen by this log before.
    for (const secret of [source.secretAccessKey, source.sessionToken, source.accessKeyId])
        runner.mask(secret);
    return source;
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
    /** A value made of the text by `parse`; `expected` says, for a text that is none, what it should have been. */
    parsed(name, parse, expected) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        const result = parse(value);
        if (result !== undefined)
            return result;
        const what = typeof expected === 'string' ? expected : expected(value);
        this.#faults.add(name, `must be ${what}, not ${quoted(value)}`);
        return undefined;
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
        harmless: /^false$/i,
    },
    {
        input: 'force-skip-oidc',
        why: 'the OIDC token is the only source of credentials',
        instead: 'delete it; to go on from the credentials of an earlier step set `role-chaining: true`',
        harmless: /^false$/i,
    },
    {
        input: 'special-characters-workaround',
        why: 'it asks STS again and again until the key looks different',
        instead: 'delete it; quote the key where a tool is confused by + or /',
        harmless: /^false$/i,
    },
    {
        input: 'overwrite-aws-profile',
        why: 'the profile is written to a file of its own, never over one of yours',
        instead: 'delete it',
        harmless: /^false$/i,
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
        harmless: /^false$/i,
    },
    {
        input: 'action-timeout-s',
        why: 'the time bound is always on here',
        instead: 'write `timeout: 60s`',
        harmless: /^0+$/,
    },
    {
        input: 'role-skip-session-tagging',
        why: 'no session is tagged unless the configuration file says so',
        instead: 'delete it',
        harmless: /^(true|false)$/i,
    },
    {
        input: 'custom-tags',
        why: 'a token of GitHub carries no session tags; only a second AssumeRole can send them',
        instead: 'name the hub role in `via` and the tags in `tags` of the environment in the configuration file',
        harmless: /^\{\s*\}$/,
    },
    {
        input: 'transitive-tag-keys',
        why: 'the bootstrap roles of CDK refuse sessions with transitive tags',
        instead: 'delete it; tags of the configuration file are not transitive',
    },
];
/** Adds one fault for every input that is given, and asks for something, though it has no place here. */
function refuseForeignInputs(read, faults) {
    for (const { input, why, instead, harmless } of REFUSED_INPUTS) {
        const value = read(input);
        if (value !== '' && !harmless?.test(value) && !isDefaultOutput(input, value, read))
            faults.add(input, `is refused: ${why}. Instead: ${instead}.`);
    }
}
/** What the peer does when it is not told: with `aws-profile` it exports no variables, else it does. */
function isDefaultOutput(input, value, read) {
    const byDefault = read('aws-profile') === '' ? /^true$/i : /^false$/i;
    return input === 'output-env-credentials' && byDefault.test(value);
}
;// CONCATENATED MODULE: ./lib/bundling/config/inputs.js










const EXPORT_MODES = ['env', 'profiles', 'named-profiles', 'none'];
/** Reads all inputs; whatever is wrong with any of them is added to the faults. */
function readInputs(read, variables, faults) {
    refuseForeignInputs(read, faults);
    const inputs = new input_reader_InputReader(read, faults);
    // What it does is done where the inputs are read: see translatedInputs.
    inputs.flag('translate-env-variables', false);
    const chaining = inputs.flag('role-chaining', false);
    return {
        environments: inputs.names('environment'),
        config: inputs.text('config'),
        role: inputs.parsed('role-to-assume', text => roleReference(text, inputs.text('sts-endpoint') !== undefined), 'the ARN of a role (arn:aws:iam::<account>:role/<name>)'),
        region: inputs.parsed('aws-region', region, regionExample),
        regionOfJob: variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'] || undefined,
        scanOnly: inputs.flag('scan-only', false),
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
        profile: inputs.parsed('aws-profile', text => (isProfileName(text) ? text : undefined), 'up to 128 letters, digits and _ @ + . % : / - (not first), which all AWS tools read'),
        exportMode: inputs.choice('export', EXPORT_MODES),
        refresh: inputs.text('refresh') === undefined ? undefined : inputs.flag('refresh', true),
        explainWith: inputs.parsed('explain-role', explainInput, 'the ARN of a role that may read the other one (iam:GetRole), or a trust policy in the checkout (\u2026.json)'),
        connection: readConnection(inputs, faults),
    };
}
function explainInput(text) {
    const role = parseRoleArn(text);
    if (role !== undefined)
        return { kind: 'role', arn: role.arn };
    return text.endsWith('.json') ? { kind: 'file', path: text } : undefined;
}
/** @param isForeign whether an STS is named that is perhaps none of AWS's */
function roleReference(text, isForeign) {
    const isArn = parseRoleArn(text) ?? (isForeign ? parseForeignRoleArn(text) : undefined);
    return isArn !== undefined || /^[\w+=,.@-]+(\/[\w+=,.@-]+)*$/.test(text) ? text : undefined;
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
    const endpoint = (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined;
    const timeout = readSeconds(inputs, faults, 'timeout', 60, 1, 600);
    const retryRefusals = readSeconds(inputs, faults, 'retry-refusals', 0, 0, 600);
    if (retryRefusals >= timeout) {
        faults.add('retry-refusals', `is ${retryRefusals} s, and everything ends after ${timeout} s: raise \`timeout\` above it`);
    }
    return {
        httpProxy: readProxy(inputs, faults),
        noProxy: inputs.text('no-proxy'),
        stsEndpoint: inputs.parsed('sts-endpoint', endpoint, 'the URL of an STS endpoint'),
        maxAttempts: inputs.whole('retry-max-attempts', 1, 100, 12),
        retryRefusals,
        timeout,
    };
}
function readSeconds(inputs, faults, name, byDefault, least, most) {
    const text = inputs.text(name);
    if (text === undefined)
        return byDefault;
    const seconds = parseDuration(text);
    if (seconds !== undefined && seconds >= least && seconds <= most)
        return seconds;
    faults.add(name, `must be a duration from ${least}s to ${most / 60}m, not ${quoted(text)}`);
    return byDefault;
}
/** What is wrong with it is said without it: it may hold a password. */
function readProxy(inputs, faults) {
    const text = inputs.text('http-proxy');
    if (text === undefined)
        return undefined;
    const proxy = parseProxy(text);
    if (!('why' in proxy))
        return text;
    faults.add('http-proxy', proxy.why);
    return undefined;
}
// EXTERNAL MODULE: ./lib/bundling/regular-file.js
var regular_file = __nccwpck_require__(890);
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
    throw new bundling_failure/* Failure */.HR('wrong-input', {
        what: `The configuration file ${(0,bundling_printable/* printable */.g$)(path, 300)} is not there.`,
        why: `There is no such file in ${(0,bundling_printable/* printable */.g$)(folder, 300)}.`,
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
        const found = (0,regular_file/* readRegularFile */.X)(file, most);
        if (found.kind === 'file')
            return found.content.toString('utf8');
        if (found.kind === 'none')
            return undefined;
        throw new bundling_failure/* Failure */.HR('wrong-configuration', {
            what: `${(0,bundling_printable/* printable */.g$)(path, 300)} cannot be read.`,
            why: found.kind === 'other' ? 'It is no regular file.' : `It is larger than ${most / 2 ** 20} MiB.`,
        });
    };
}
/** @returns the real path of what is at a path of the checkout, or undefined when that leads out of it or nowhere */
function insideOf(folder, path) {
    try {
        const root = (0,external_node_fs_.realpathSync)(folder);
        const file = (0,external_node_fs_.realpathSync)((0,external_node_path_namespaceObject.join)(root, path));
        const inside = (0,external_node_path_namespaceObject.relative)(root, file);
        return inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_namespaceObject.sep}`) ? undefined : file;
    }
    catch {
        return undefined;
    }
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
    return String(count).replace(/\B(?=(?:\d{3}){1,6}$)/g, ',');
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
    const origin = originWords(finding.place);
    if (origin !== '')
        found.push(origin);
    if (finding.uncommitted === true)
        found.push('not committed');
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
/** `commit 1a2b3c4d5e by Ann, 2026-03-01`, as far as it is known and the place does not say it. */
function originWords({ kind, commit, author, date }) {
    const parts = [
        ...(kind === 'file' && commit !== undefined ? [`commit ${commit.slice(0, 10)}`] : []),
        ...(author === undefined ? [] : [`by ${printable(author, 100)}`]),
    ];
    if (parts.length === 0)
        return '';
    return `${parts.join(' ')}${date === undefined ? '' : `, ${date.slice(0, 10)}`}`;
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

/**
 * From which findings on a scan fails. `live`: only what AWS was not asked about, or did not say is dead; `pair`: only
 * credentials that are complete, so that they can be used.
 */
const outcome_FAIL_ON = ['live', 'pair', 'error', 'warning', 'notice'];
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
/** True for a finding that fails a scan. */
function fails({ rule, severity, status }, failOn) {
    switch (failOn) {
        case 'live':
            return status === 'live' || (severity === 'error' && status !== 'dead');
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
;// CONCATENATED MODULE: ./lib/bundling/scan/unopened.js
/** What packed contents that are not opened do: they are said, or make the scan incomplete. */
const unopened_UNOPENED = ['say', 'fail'];
/** Makes a scan incomplete that met packed contents which are not opened, but for those that the allow list names by path. */
function judgeUnopened(result, how) {
    if (how === 'say')
        return result;
    const unread = result.unread.map(one => (one.unopened ? { ...one, incomplete: true } : one));
    return { ...result, unread };
}
;// CONCATENATED MODULE: ./lib/bundling/config/scan-inputs.js




const UNVERIFIED = outcome_FAIL_ON.filter(level => level !== 'live');
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
        unopened: inputs.choice('unopened', UNOPENED) ?? 'say',
        token: inputs.text('token'),
        beforeCredentials: false,
    };
    if (settings.failOn === 'live' && !settings.verify)
        faults.add('fail-on', '`live` needs `verify: true`: else nothing is known to be dead');
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
        // Without verification nothing is known to be dead.
        failOn: inputs.choice('fail-on', UNVERIFIED) ?? 'error',
        sarifFile: inputs.text('sarif-file'),
        verify: false,
        untracked: false,
        unopened: inputs.choice('unopened', unopened_UNOPENED) ?? 'say',
        token: inputs.text('token'),
    };
}
;// CONCATENATED MODULE: ./lib/bundling/config/translated-inputs.js
/**
 * Inputs that aws-actions/configure-aws-credentials takes from variables of the job when they are not given, and what
 * `action.yml` gives them here when they are not. (The proxies are read from their variables anyway.)
 */
const TRANSLATED = {
    'aws-region': '',
    'role-to-assume': '',
    'web-identity-token-file': '',
    'role-chaining': 'false',
    audience: '',
    'mask-aws-account-id': 'false',
    'role-duration-seconds': '',
    'role-external-id': '',
    'role-session-name': '',
    'role-skip-session-tagging': '',
    'transitive-tag-keys': '',
    'inline-session-policy': '',
    'managed-session-policies': '',
    'output-credentials': 'false',
    'unset-current-credentials': 'false',
    'disable-retry': '',
    'retry-max-attempts': '12',
    'special-characters-workaround': '',
    'use-existing-credentials': '',
    'overwrite-aws-profile': '',
};
/**
 * With `translate-env-variables: true` an input that is not given is taken from the variable of its name: ROLE_TO_ASSUME
 * for `role-to-assume`. The peer does so unless it is told not to; here it has to be asked for, since any earlier step
 * may have set such a variable.
 */
function translatedInputs(read, variables) {
    if (!/^true$/i.test(read('translate-env-variables')))
        return read;
    return name => {
        const given = read(name);
        const variable = variables[name.toUpperCase().replaceAll('-', '_')]?.trim();
        return given === TRANSLATED[name] && variable ? variable : given;
    };
}
;// CONCATENATED MODULE: ./lib/bundling/stories/plan-deploy.js










/**
 * Reads inputs and configuration file.
 *
 * @throws Failure `wrong-input` or `wrong-configuration` with all faults in one message
 */
async function planDeploy(runner, job, variables) {
    const faults = new fault_Faults();
    const read = translatedInputs(name => runner.input(name), variables);
    const inputs = readInputs(read, variables, faults);
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
    if (scan.scan === 'off' && inputs.scanOnly) {
        faults.add('scan', 'is off, and `scan-only: true` asks for nothing else: this step has nothing to do');
    }
    throwInputFaults(faults);
    const needsToken = selection.kind === 'targets' && !inputs.chaining;
    if (needsToken && !offersTokens(variables))
        throw noTokenOffered(job);
    const beforeCredentials = selection.kind === 'targets' || selection.kind === 'own';
    return { inputs, configuration, selection, scan: { ...scan, config: inputs.config, beforeCredentials } };
}
/**
 * Whether the step may end well without credentials: it was asked to scan, or to end an identity, and by nothing that
 * is about credentials. (`scan: auto` is the default, hence no wish.)
 */
function isContentWithoutIdentity({ inputs, selection, scan }) {
    if (selection.kind === 'scan-only')
        return true;
    if (selection.kind === 'nothing' && selection.wishes.length > 0)
        return false;
    return inputs.unsetCurrent || (scan.scan !== 'auto' && scan.scan !== 'off');
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
        throw new bundling_failure/* Failure */.HR('wrong-input', {
            what: `The job's GitHub environment ${quoted(name)} stands nowhere in ${(0,bundling_printable/* printable */.g$)(configuration.path)}.`,
            why: `The file has accounts for: ${(0,bundling_printable/* printable */.g$)(all)}.`,
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
    if (!(error instanceof bundling_failure/* Failure */.HR) || !/^true$/i.test(runner.input('mask-aws-account-id')))
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
    refuseWithoutRunner(variables);
    for (const password of passwordsOfProxies(runner.input('http-proxy'), variables))
        runner.mask(password);
    const discardStale = staleReport(job.workspace, runner.input('sarif-file'));
    const point = new RestorePoint(runner, job, homeFolder(job));
    const blankScan = scanOutputs(runner);
    await whileCancellable(async () => {
        try {
            await checkedDeploy(runner, job, variables, point, blankScan);
        }
        catch (error) {
            maskShownAccounts(runner, error);
            blankScan();
            leaveNobody(runner, variables, point, 'this step failed');
            throw error;
        }
        finally {
            discardStale();
        }
    }, () => leaveNobody(runner, variables, point, 'this step was cancelled'));
}
async function checkedDeploy(runner, job, variables, point, blankScan) {
    checkRunnerFiles(job, variables);
    const plan = await planDeploy(runner, job, variables);
    useProxies(plan.inputs.connection.httpProxy, plan.inputs.connection.noProxy);
    const obtains = plan.selection.kind === 'targets' || plan.selection.kind === 'own';
    if (obtains) {
        checkWay(plan, variables);
        point.refuseUnsafePlace();
    }
    const chosen = plan.selection.kind === 'targets' ? planned(plan, plan.selection.targets, job, variables) : undefined;
    if (plan.scan.scan !== 'off') {
        blankScan();
        await scanFirst(runner, job, variables, plan);
    }
    const identity = obtains ? await obtain(runner, job, variables, plan, chosen, blankScan) : undefined;
    blankScan();
    if (identity === undefined)
        return endWithoutIdentity(runner, job, variables, plan, point);
    await handOver(identity.handOver, identity.roles, identity.obtained, runner, job, variables, point);
}
/** A step that was not to obtain credentials, or that was to end an earlier identity. */
function endWithoutIdentity(runner, job, variables, plan, point) {
    const { selection, inputs, configuration } = plan;
    if (selection.kind === 'nothing' && !isContentWithoutIdentity(plan)) {
        throw nobodyNamed(job, selection.wishes, configuration === undefined);
    }
    setIdentityOutputs(runner, NO_IDENTITY);
    if (inputs.exportMode === 'none')
        offerCommand(runner, job);
    const names = namesOfIdentity(variables);
    if (inputs.unsetCurrent)
        endIdentity(runner, job, variables, point);
    else if (names !== '')
        runner.info(`This step obtained no credentials. Those of before stay: ${names}`);
}
/** After a failure no later step acts as somebody: what was set ends, and the log says so. */
function leaveNobody(runner, variables, point, why) {
    const names = namesOfIdentity(variables);
    try {
        setIdentityOutputs(runner, NO_IDENTITY);
        point.changeAnyway(variables, endingChanges(variables));
        if (names !== '')
            runner.info(`Ended for the later steps, for ${why}: ${names}`);
    }
    catch (error) {
        const still = names === '' ? '' : ` Later steps may still act as: ${names}.`;
        runner.annotate('warning', `What this step leaves behind could not be written: ${(0,bundling_printable/* printable */.g$)(String(error), 300)}.${still}`);
    }
}
function namesOfIdentity(variables) {
    return [...endingChanges(variables).keys()].join(', ');
}
/**
 * Sets the outputs of a scan that does not take place, once; one that does sets them again. (What writes outputs takes
 * milliseconds to load, so that it waits until there is nothing else to do.)
 */
function scanOutputs(runner) {
    let done = false;
    return () => {
        if (done)
            return;
        done = true;
        runner.setOutput('findings', '');
        runner.setOutput('sarif-file', '');
    };
}
/** A job whose repository holds a static key gets no credentials. */
async function scanFirst(runner, job, variables, plan) {
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
async function obtain(runner, job, variables, plan, chosen, meanwhile) {
    const exchange = openExchange(runner, job, variables, plan.inputs);
    try {
        const { targets, handOver } = chosen ?? (await chooseOwn(job, variables, plan, exchange)) ?? {};
        if (targets === undefined || handOver === undefined)
            return undefined;
        const obtained = new Date();
        const asked = exchange.obtain(targets, allowedFor(plan, targets));
        const [[first, ...others]] = await Promise.all([asked, whileWaiting(meanwhile)]);
        return first && { roles: [first, ...others], handOver, obtained };
    }
    finally {
        exchange.close();
    }
}
/** Does what need not be done before GitHub was asked: by now the request has been written. */
async function whileWaiting(task) {
    await (0,promises_namespaceObject.setTimeout)(1);
    task();
}
/**
 * The environments of the job's own GitHub environment.
 *
 * @returns undefined when the job has none or may not ask, and the step was given another task
 */
async function chooseOwn(job, variables, plan, exchange) {
    const isContent = isContentWithoutIdentity(plan);
    if (!offersTokens(variables)) {
        if (isContent)
            return undefined;
        throw noTokenOffered(job);
    }
    const { claims } = await exchange.token('sts.amazonaws.com');
    const targets = ownTargets(plan, claims, job);
    if (targets !== undefined)
        return planned(plan, targets, job, variables);
    if (isContent)
        return undefined;
    const { path = '', environments = [] } = plan.configuration ?? {};
    throw noOwnEnvironment((0,bundling_printable/* printable */.g$)(path), (0,bundling_printable/* printable */.g$)(environments.map(({ name }) => name).join(', ')));
}

/***/ }),

/***/ 295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ runStep)
});

;// CONCATENATED MODULE: ./lib/bundling/end-process.js
/** Milliseconds for what is being closed anyway. */
const GRACE = 100;
/**
 * Lets the process end once everything is said: what is still open then, a connection that a proxy never made or a
 * lookup that nobody answers, is waited for by nobody. What was written to a pipe comes first. The exit code stays.
 */
function endProcess() {
    process.stdout.write('', () => process.stderr.write('', () => setTimeout(() => process.exit(), GRACE).unref()));
}
// EXTERNAL MODULE: ./lib/bundling/failure.js
var failure = __nccwpck_require__(761);
// EXTERNAL MODULE: ./lib/bundling/printable.js
var printable = __nccwpck_require__(580);
;// CONCATENATED MODULE: ./lib/bundling/stories/step.js



/**
 * Runs what a step does, and shows whatever it throws as the step's failure. Nothing thrown passes unseen: neither a
 * rejected promise nor something that is no Error.
 */
async function runStep(runner, body) {
    try {
        await body();
    }
    catch (error) {
        runner.fail(error instanceof failure/* Failure */.HR ? (0,failure/* explained */.to)(error) : unexpected(error));
        if (error instanceof Error && error.stack)
            runner.debug(error.stack);
    }
    endProcess();
}
function unexpected(error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return `aws-temp-creds failed for a reason that it does not know: ${(0,printable/* printable */.g$)(text, 500)}\n\nWhat to do: run the job again with debug logging, and report the log as an issue.`;
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
