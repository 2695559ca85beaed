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
/******/ // The require scope
/******/ var __nccwpck_require__ = {};
/******/ 
/************************************************************************/
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
function proxies_proxyFor(url, variables) {
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
    if (isIP(host) !== 0)
        return isIP(name) !== 0 && isWithin(`${name}/${isIP(name) === 4 ? 32 : 128}`, host);
    return host === name || host.endsWith(`.${name}`);
}
/** An IPv6 address has colons of its own: with a port it stands in brackets, alone it may. */
function hostAndPort(item) {
    const [, bracketed, portBehind] = /^\[([^\]]+)\](?::(\d+))?$/.exec(item) ?? [];
    if (bracketed !== undefined)
        return [bracketed, portBehind];
    if (isIP(item.split('/')[0] ?? '') === 6)
        return [item, undefined];
    const [, name = item, port] = /^(.*?)(?::(\d+))?$/.exec(item) ?? [];
    return [name, port];
}
/** Whether an address lies in a range such as 10.0.0.0/8 or fd00::/8. */
function isWithin(range, host) {
    const [network = '', bits = ''] = range.split('/');
    const family = isIP(network);
    const most = family === 4 ? 32 : 128;
    if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > most)
        return false;
    const list = new BlockList();
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
function tunnel_httpTunnel(proxy, options) {
    const agent = new HttpAgent(options);
    const open = tunnel_opener(agent, proxy, options);
    agent.createConnection = (wanted, made) => {
        open(wanted).then(socket => made?.(null, socket), (error) => fail(made, error));
        return undefined;
    };
    return agent;
}
/** The same for https. */
function tunnel_httpsTunnel(proxy, options) {
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
    const trust = own === undefined ? {} : { ca: [...rootCertificates, own].concat(extra) };
    const options = { keepAlive: true, ...trust };
    // One of each kind for each proxy, made when it is needed: Node's https takes milliseconds to load.
    const http = new Map();
    const https = new Map();
    return {
        httpAgent: url => agentOf(http, usableProxy(url, variables), proxy => proxy === undefined ? new HttpAgent(options) : httpTunnel(proxy, options)),
        httpsAgent: url => agentOf(https, usableProxy(url, variables), proxy => proxy === undefined ? new HttpsAgent(options) : httpsTunnel(proxy, options)),
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
;// CONCATENATED MODULE: ./lib/bundling/config/fault.js


const MOST = 50;
/** Collects faults, so that a user sees all of them at once. */
class Faults {
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
        throw new failure_Failure(code, {
            what: `${printable_printable(about)}: ${count}. Nothing was sent to GitHub or AWS.`,
            why: [...this.#found.map(({ where, what }) => `${printable_printable(where)}: ${printable_printable(what)}`), ...more].join('\n'),
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
;// CONCATENATED MODULE: ./lib/bundling/config/audit-inputs.js




const AUDIT_CHECKS = ['organization', 'people', 'parity', 'trust', 'keys', 'github'];
const FAIL_ON = ['error', 'warning', 'notice', 'never'];
const SCANS = ['tree', 'history', 'off'];
/** As `template audit` calls it; a test holds both together. */
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
        retryRefusals: 0,
    };
}
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
;// CONCATENATED MODULE: ./lib/bundling/regular-file.js

/**
 * Reads a file, links followed, without ever waiting for the other end of a FIFO or reading a device that has no end.
 *
 * @param most bytes that it may have
 */
function readRegularFile(path, most) {
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
async function load_loadConfiguration(folder, path) {
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
    throw new failure_Failure('wrong-input', {
        what: `The configuration file ${printable_printable(path, 300)} is not there.`,
        why: `There is no such file in ${printable_printable(folder, 300)}.`,
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
        const found = readRegularFile(file, most);
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
const LARGEST_EVENT = 32 * 2 ** 20;
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
;// CONCATENATED MODULE: ./lib/bundling/laptop/project.js





/** The folder above that has a configuration file, or a repository's top; else the folder itself. */
function projectRoot(folder) {
    const start = (0,external_node_fs_namespaceObject.realpathSync)(folder);
    for (let top = start;; top = (0,external_node_path_namespaceObject.dirname)(top)) {
        const is = (name) => (0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(top, name), { throwIfNoEntry: false }) !== undefined;
        if (is(CONFIGURATION_PATH) || is('.git'))
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
    const path = named && fromRoot(root, (0,external_node_path_namespaceObject.resolve)((0,external_node_fs_namespaceObject.realpathSync)(cwd), named));
    const configuration = await load_loadConfiguration(root, path);
    if (configuration !== undefined) {
        return { root, configuration, named: path === CONFIGURATION_PATH ? undefined : path };
    }
    throw new failure_Failure('wrong-input', {
        what: `There is no ${CONFIGURATION_PATH} in ${printable_printable(root, 300)}.`,
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
    const way = (0,external_node_path_namespaceObject.relative)(root, path);
    return (0,external_node_path_namespaceObject.isAbsolute)(way) ? path : way.replaceAll('\\', '/');
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
        { name: 'config', value: 'FILE', says: `configuration file (default: ${CONFIGURATION_PATH})` },
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
    const { root, configuration } = await loadProject(cwd, settings.config);
    useProxies(undefined, undefined);
    const { auditReports, outcomeOf } = await import(/* webpackIgnore: true */ '../audit-run/index.js');
    const { result, json, terminal: text, } = await auditReports({
        settings,
        configuration,
        job: readJob(variables),
        variables,
        folder: root,
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
var __webpack_exports__auditCommand = __webpack_exports__.H;
export { __webpack_exports__auditCommand as auditCommand };
