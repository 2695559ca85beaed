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
const __WEBPACK_EXTERNAL_MODULE__packages_picomatch_js_b5b2f10c__ = loadLater("../packages/picomatch.js");
const __WEBPACK_EXTERNAL_MODULE__packages_archives_js_fdf110c9__ = loadLater("../packages/archives.js");
const __WEBPACK_EXTERNAL_MODULE__packages_actions_exec_js_29415def__ = loadLater("../packages/actions-exec.js");
const __WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__ = loadLater("../packages/yaml.js");
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
    return text.replace(/^([\s\u0085]*):(?=:)/gm, '$1:\u200b').replace(/##\[/g, '##\u200b[');
}
;// CONCATENATED MODULE: ./lib/bundling/config/fault.js


/** Collects faults, so that a user sees all of them at once. */
class Faults {
    #found = [];
    add(where, what) {
        this.#found.push({ where, what });
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
        const count = this.#found.length === 1 ? 'one fault' : `${this.#found.length} faults`;
        throw new failure_Failure(code, {
            what: `${printable_printable(about)}: ${count}. Nothing was sent to GitHub or AWS.`,
            why: this.#found.map(({ where, what }) => `${printable_printable(where)}: ${printable_printable(what)}`).join('\n'),
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
;// CONCATENATED MODULE: ./lib/bundling/config/load.js




/** Where the configuration file stands when nobody says otherwise. */
const load_CONFIGURATION_PATH = '.github/aws-temp-creds.yml';
/**
 * Reads and checks the configuration file of a checkout.
 *
 * @param folder root of the checkout, absolute
 * @param path of the file in it; undefined: the default place, where a missing file is no fault
 * @returns undefined when no path was given and there is no file at the default place
 */
async function load_loadConfiguration(folder, path) {
    const wanted = path ?? load_CONFIGURATION_PATH;
    const readFile = load_repositoryFile(folder);
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
        write: `- uses: actions/checkout@v5\n- uses: org/aws-temp-creds@v1\n  with:\n    config: ${load_CONFIGURATION_PATH}`,
    });
}
/** Reads files of a checkout; a path that leads out of it, by `..` or by a symbolic link, reads as absent. */
function load_repositoryFile(folder) {
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
function readEvent(path) {
    if (path === undefined || path === '')
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8'));
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
                baseRef: job_textAt(payload, 'pull_request', 'base', 'ref'),
                headRef: job_textAt(payload, 'pull_request', 'head', 'ref'),
                title: job_textAt(payload, 'pull_request', 'title'),
                body: job_textAt(payload, 'pull_request', 'body'),
            }
            : undefined,
        push: before !== undefined && after !== undefined
            ? { before, after, forced: at(payload, 'forced') === true }
            : undefined,
        mergeGroup: groupBase !== undefined && groupHead !== undefined
            ? { baseSha: groupBase, headSha: groupHead }
            : undefined,
        defaultBranch: job_textAt(payload, 'repository', 'default_branch'),
    };
}
/** The name of a commit at a path of the payload; undefined unless it is a full SHA-1 or SHA-256 in hex. */
function commitAt(payload, ...path) {
    const value = at(payload, ...path);
    return typeof value === 'string' && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
}
function job_textAt(payload, ...path) {
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
;// CONCATENATED MODULE: external "../packages/picomatch.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const picomatch_js_namespaceObject = x({  });
;// CONCATENATED MODULE: ./lib/bundling/scan/allow.js


/**
 * Sorts what is allowed from what is not. Allowed findings leave `findings` for `allowed`; an expired entry allows
 * nothing; what has no use, has expired, or is proposed by the scanned change is said in `notes`.
 */
function allow_applyAllowList(result, rules) {
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
    // In a part of it all, an entry that nothing needs may be needed by the rest.
    const whole = result.whole === true && !result.unread.some(({ incomplete }) => incomplete);
    const notes = [
        ...result.notes,
        ...emptyComments(result.findings),
        ...allows.expired(rules.source, whole),
        ...(whole ? allows.unused(rules.source) : []),
    ];
    return { ...result, findings: bySeverity(findings), allowed, notes };
}
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
        const where = `${printable(place.path ?? place.kind)}:${place.line ?? 1}`;
        return `${where}: \`${inline?.comment}\` gives no reason and so does not count; write \`${inline?.comment} WHY\``;
    });
}
/**
 * True when a finding's comment stood before: on a finding of the same file that had all of its values, not only some.
 *
 * @param before what is found in the file as the judging commit has it
 */
function allow_commentStood({ inline, secrets, fingerprint }, before) {
    if (inline === undefined)
        return false;
    return before.some(other => other.inline?.comment === inline.comment &&
        other.inline.reason === inline.reason &&
        (secrets.length === 0
            ? other.fingerprint === fingerprint
            : secrets.every(secret => other.secrets.includes(secret))));
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
        expired(source, whole) {
            return rows
                .filter(({ entry }) => !live(entry))
                .map(({ entry, again }) => `${printable(source)}:${entry.line}: the entry for ${named(entry)} expired on ${entry.expires}` +
                (again === 0
                    ? whole
                        ? '; it can go'
                        : ''
                    : `; ${again === 1 ? '1 finding counts' : `${again} findings count`} again`));
        },
        unused(source) {
            const idle = rows.filter(({ entry, used }) => live(entry) && used === 0);
            const stale = [...baseline.values()].filter(({ used }) => !used).length;
            return [
                ...idle.map(({ entry }) => `${printable(source)}:${entry.line}: nothing needs the entry for ${named(entry)}; it can go`),
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
        ? `path ${printable(entry.path ?? '')}`
        : `fingerprint ${entry.fingerprint.slice(0, 12)}\u2026`;
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
;// CONCATENATED MODULE: ./lib/bundling/scan/limits.js
const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;
/**
 * Every budget of a scan, in this one place; docs/detection.md has the same as a table, with what happens beyond each.
 * Beyond a budget a thing is read in another way, or the scan is incomplete: what was not looked at is never clean.
 */
const limits_LIMITS = {
    /** Contents up to here are held whole. */
    whole: 16 * MEBIBYTE,
    /** Larger ones pass in windows that overlap by more than any key is long. */
    window: 8 * MEBIBYTE,
    overlap: 256 * KIBIBYTE,
    /** Archives can only be opened whole; one that is larger is read in windows, as the bytes it is. */
    archive: 64 * MEBIBYTE,
    /** What comes out of one compressed stream in one piece; more of it passes in windows, too. */
    stream: 64 * MEBIBYTE,
    /** Archives within archives. */
    depth: 8,
    /** Encodings and escapes within each other. */
    layers: 32,
    /** Of the work on one content: see `workFor`. */
    work: 32_000_000,
    workPerByte: 24,
    /** Values in one content, an entry of an archive being a content of its own. */
    values: 100_000,
    /** Of one scan; those of the highest severity are kept. */
    findings: 10_000,
    /** Of one finding. */
    places: 100,
    /** Paths of one commit's tree that are listed in order to say where a finding stands. */
    paths: 2_000_000,
    /** A CI file that is checked for what it hands to its jobs. */
    ciFile: 256 * KIBIBYTE,
};
/**
 * How much work one content may cost, in steps: about one for each character that is read closely. Steps are counted,
 * not seconds, so that every machine decides alike.
 *
 * @param bytes of the content, packed
 */
function limits_workFor(bytes) {
    return limits_LIMITS.work + limits_LIMITS.workPerByte * bytes;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/budget.js
/** What one content may cost, all its layers together, and what was left out of it. */
class budget_Budget {
    #steps;
    #parts = new Map();
    /** How many parts were left out. */
    leftOut = 0;
    /** @param steps see `workFor` */
    constructor(steps) {
        this.#steps = steps;
    }
    /** Takes note of work that is done. */
    spend(steps) {
        this.#steps -= steps;
    }
    get isSpent() {
        return this.#steps < 0;
    }
    /** How many steps are left. */
    get steps() {
        return this.#steps;
    }
    /** Notes a part that was left out, with the layers that lead to it. */
    leaveOut(layers, reason, kind) {
        this.leftOut += 1;
        const why = [...layers, reason].join(': ');
        if (this.#parts.size < MOST_REASONS)
            this.#parts.set(why, { why, kind });
        else if (kind === 'incomplete')
            this.#parts.set(MORE.why, MORE);
    }
    get unread() {
        return [...this.#parts.values()];
    }
}
/** A content made to be unreadable in a million places is told by the first of them. */
const MOST_REASONS = 20;
const MORE = { why: 'further parts of it are over a limit', kind: 'incomplete' };
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/alphabet.js
/** Classes of bytes, as tables for the kernels, and of characters, as functions for text in Latin-1. */
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
/** The 64 characters of standard base64, in the order of their values. */
const BASE64_ALPHABET = `${UPPER}${LOWER}${DIGITS}+/`;
/** 1 for the bytes of the given characters. */
function alphabet_tableOf(characters) {
    const table = new Uint8Array(256);
    for (const character of characters)
        table[character.charCodeAt(0)] = 1;
    return table;
}
/** Value of each base64 character, standard and url-safe; 255 for any other byte. */
const alphabet_BASE64_VALUE = alphabet_valuesOf(`${BASE64_ALPHABET}`, '-_');
function alphabet_valuesOf(standard, urlSafe) {
    const table = new Uint8Array(256).fill(255);
    for (let value = 0; value < 64; value++)
        table[standard.charCodeAt(value)] = value;
    table[urlSafe.charCodeAt(0)] = 62;
    table[urlSafe.charCodeAt(1)] = 63;
    return table;
}
/** What a secret access key is made of. */
const alphabet_IS_BASE64 = alphabet_tableOf(BASE64_ALPHABET);
/** What identifiers are made of. */
const alphabet_IS_UPPER_OR_DIGIT = alphabet_tableOf(`${UPPER}${DIGITS}`);
/** Base64, and what begins or ends the escapes of source code, URLs and HTML. */
const alphabet_IS_BASE64_OR_ESCAPE = alphabet_tableOf(`${BASE64_ALPHABET}\\%&#;`);
const alphabet_IS_HEX = alphabet_tableOf(`${DIGITS}abcdefABCDEF`);
const alphabet_IS_ALPHANUMERIC = alphabet_tableOf(`${UPPER}${LOWER}${DIGITS}`);
/** What a byte written as a number is made of, its prefix included: `41`, `0x4b`, `x49`, `65`. */
const alphabet_IS_NUMBER = alphabet_tableOf(`${DIGITS}abcdefABCDEFxXuU`);
/** Numbers, and what stands between them in lists, dumps and escapes. */
const alphabet_IS_CODE = alphabet_tableOf(`${DIGITS}abcdefABCDEFxXuU\\{}:,;=#+- \t\r\n`);
/** Printable characters of ASCII, tabs and line ends. */
const alphabet_IS_LATIN_TEXT = alphabet_tableOf(`\t\n\r${Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at)).join('')}`);
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
const MAY_BEGIN_ARCHIVE = alphabet_tableOf(SIGNATURES.map(([, signature]) => signature.charAt(0)).join(''));
const TAR_MAGIC = 'ustar';
const TAR_MAGIC_AT = 257;
const END_OF_ZIP = 0x06054b50;
const END_LENGTH = 22;
/** Scripts and programs that carry an archive behind them: executable jars, installers, zipped applications. */
const PROGRAMS = ['#!', 'MZ', '\x7fELF', '\xca\xfe\xba\xbe', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe'];
const MAY_BEGIN_PROGRAM = alphabet_tableOf(PROGRAMS.map(program => program.charAt(0)).join(''));
const LONGEST_COMMENT = 0xffff;
/** Whether the content ends with the directory of a zip archive, although it begins with something else. */
function magic_endsWithZip(bytes) {
    const end = bytes.length - END_LENGTH;
    if (end <= 0 || bytes[0] === 0x50)
        return false;
    if (bytes[end] === 0x50 && bytes.readUInt32LE(end) === END_OF_ZIP)
        return true;
    if (!magic_beginsProgram(bytes))
        return false;
    return bytes.indexOf('PK\x05\x06', Math.max(0, end - LONGEST_COMMENT), 'latin1') >= 0;
}
/** Whether the content begins as a script or a program does. */
function magic_beginsProgram(bytes) {
    if (MAY_BEGIN_PROGRAM[bytes[0] ?? 0] !== 1)
        return false;
    const head = bytes.toString('latin1', 0, 4);
    return PROGRAMS.some(program => head.startsWith(program));
}
/** The first two bytes of all that is told by its beginning, as one number. */
const MAY_BEGIN = new Uint8Array(2 ** 16);
for (const beginning of [...SIGNATURES.map(([, signature]) => signature), ...PROGRAMS])
    MAY_BEGIN[pairOf(beginning.charCodeAt(0), beginning.charCodeAt(1))] = 1;
function pairOf(first, second) {
    return first | (second << 8);
}
/** `# ` begins many texts, and with a `v` behind it a bundle of git. */
const HASH_AND_SPACE = pairOf(0x23, 0x20);
/** A quick no to both questions below, for the bytes [start, end) as a content: that of nearly all texts. */
function magic_mayBeArchive(bytes, start, end) {
    const pair = pairOf(bytes[start] ?? 0, bytes[start + 1] ?? 0);
    if (MAY_BEGIN[pair] === 1 && (pair !== HASH_AND_SPACE || bytes[start + 2] === 0x76))
        return true;
    const tail = end - END_LENGTH;
    if (bytes[tail] === 0x50 && bytes[tail + 1] === 0x4b)
        return true;
    return bytes[start + TAR_MAGIC_AT] === 0x75 && bytes[start + TAR_MAGIC_AT + 1] === 0x73;
}
/** What an archive or compressed stream is, by its bytes; names are not asked. */
function magic_archiveKind(bytes) {
    if (bytes[TAR_MAGIC_AT] === 0x75 &&
        bytes.toString('latin1', TAR_MAGIC_AT, TAR_MAGIC_AT + 5) === TAR_MAGIC) {
        return 'tar';
    }
    if (MAY_BEGIN_ARCHIVE[bytes[0] ?? 0] !== 1)
        return undefined;
    const head = bytes.toString('latin1', 0, LONGEST);
    return SIGNATURES.find(([, signature]) => head.startsWith(signature))?.[0];
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/encoded.js

/** So many quads of base64 (three bytes each), or pairs of hex, are looked at before a run counts as text. */
const QUADS = 8;
const HEX_PAIRS = 16;
/** How far apart a long run is probed: text may begin behind something binary. */
const STRIDE = 64;
/** What base64 of gzip, zip, zstd and zlib begins with. */
const encoded_MAY_BEGIN_ARCHIVE = alphabet_tableOf('HUKe');
const ARCHIVE = /^(?:H4sI|UEsDB|KLUv\/|eJ[w-z]|eN[o-r]|eA[E-H]|eF[4-7])/;
/**
 * Whether a run of base64 characters, 40 or more, decodes to text or to an archive, judged by a few probes: the high
 * bit of every byte of text is clear, which in base64 holds three bits of every four characters.
 */
function encoded_decodesToText(bytes, start, end) {
    if (encoded_startOfHex(bytes, start, end) !== undefined)
        return 'hex';
    return encoded_phaseOfText(bytes, start, end) === undefined ? undefined : 'base64';
}
/** @returns where the hexadecimal of text begins: at once, or behind `0x` or a single character; or undefined */
function encoded_startOfHex(bytes, start, end) {
    const packed = startOfPackedHex(bytes, start, end);
    if (packed !== undefined)
        return packed;
    for (let at = start; at <= start + 2; at++) {
        if (isHexOfText(bytes, at, end))
            return at;
        if (beginsWith(bytes, at, HEX_OF_MARK) && isHexOfText(bytes, at + HEX_OF_MARK.length, end))
            return at;
    }
    return undefined;
}
/** At once, or behind `0x` or an escaped `x`. */
function startOfPackedHex(bytes, start, end) {
    const escaped = bytes[start] === LETTER_X ? start + 1 : start;
    const first = beginsWith(bytes, start, '0x') ? start + 2 : escaped;
    if (MAY_BEGIN_HEX[bytes[first] ?? 0] === 0)
        return undefined;
    return HEX_OF_ARCHIVE.test(bytes.toString('latin1', first, Math.min(end, first + 40))) ? first : undefined;
}
const LETTER_X = 0x78;
const MAY_BEGIN_HEX = alphabet_tableOf('1257');
/** What gzip, zip, zstd and zlib begin with, and enough digits behind it. */
const HEX_OF_ARCHIVE = /^(?:1f8b08|504b0304|28b52ffd|78(?:01|5e|9c|da))[0-9a-f]{32}/i;
/** The byte order mark of UTF-8. */
const HEX_OF_MARK = 'efbbbf';
const BASE64_OF_MARK = '77u/';
function beginsWith(bytes, at, text) {
    return bytes[at] === text.charCodeAt(0) && bytes.toString('latin1', at, at + text.length) === text;
}
/** @returns where within the first four characters the base64 of text begins, or undefined */
function encoded_phaseOfText(bytes, start, end) {
    if (beginsArchive(bytes, start))
        return 0;
    const last = end - QUADS * 4;
    if (beginsWith(bytes, start, BASE64_OF_MARK) && start < last && isBase64OfText(bytes, start + 4))
        return 0;
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
const base64_SHORTEST_LINE = 40;
/**
 * Decodes base64, standard or url-safe, from the run that begins at `start` on; lines that follow are taken with it
 * when it is wrapped.
 *
 * @param runEnd one past the run's last character
 */
function base64_decodeBase64(bytes, start, runEnd) {
    const first = start + (phaseOfText(bytes, start, runEnd) ?? 0);
    const { lines, end } = base64_linesFrom(bytes, first, isBase64Byte, base64_SHORTEST_LINE);
    const text = lines.map(line => bytes.toString('latin1', line.start, line.end)).join('');
    return {
        bytes: Buffer.from(text, 'base64'),
        start: first,
        end,
        place: (from, to) => ({
            start: base64_sourceOf(lines, Math.floor((from * 4) / 3)),
            end: base64_sourceOf(lines, Math.ceil((to * 4) / 3) - 1) + 1,
        }),
    };
}
function isBase64Byte(byte) {
    return BASE64_VALUE[byte] !== 255;
}
/** The run at `start` and the lines after it, as long as they are full and hold nothing else. */
function base64_linesFrom(bytes, start, belongs, shortest) {
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
const ENDS_LINE = alphabet_tableOf('\r\n=\'"`<\\) ,;');
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
function base64_sourceOf(lines, character) {
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

const IS_DIGIT = alphabet_tableOf('0123456789');
/**
 * Decodes bytes that are written one by one as numbers: `41:4b:49`, `{ 0x41, 0x4b }`, `[65, 75, 73]`, `<4b 49>`,
 * `\u{41}\u{4b}`, `U+0041 U+004B`. A number that is none of a byte becomes a control character: nothing is put together over it.
 *
 * @returns undefined when there are too few to hold anything
 */
function codes_decodeCodes(bytes, start, end) {
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
/** In text two of five bytes have a letter as their second digit; one in ten is enough to tell. UTF-16 has zeros, too. */
function writingOf(bytes, start, end) {
    const counts = { braced: 0, prefixed: 0, lettered: 0, digits: 0, other: 0 };
    let [count, zeros] = [0, 0];
    for (let token = nextToken(bytes, start, end); token !== undefined;) {
        counts[lookOf(bytes, token)]++;
        count++;
        if (isZero(bytes, token))
            zeros++;
        token = nextToken(bytes, token.end, end);
    }
    if (counts.prefixed >= FEWEST)
        return 'prefixed';
    if (count < FEWEST / 2)
        return undefined;
    return (counts.lettered + counts.braced) * 10 >= count - zeros ? 'hexadecimal' : 'decimal';
}
/** `00` */
function isZero(bytes, { start, end }) {
    return end === start + 2 && bytes[start] === ZERO && bytes[start + 1] === ZERO;
}
const ZERO = 0x30;
function lookOf(bytes, token) {
    // `u` of `\u{41}` stands alone.
    if (IS_PREFIX[bytes[token.start] ?? 0] === 1)
        return token.end === token.start + 1 ? 'braced' : 'other';
    if (IS_X[bytes[token.start + 1] ?? 0] === 1 || IS_X[bytes[token.start] ?? 0] === 1)
        return 'prefixed';
    return isLettered(bytes, token) ? 'lettered' : 'digits';
}
const IS_PREFIX = alphabet_tableOf('uU');
const IS_X = alphabet_tableOf('xX');
function isLettered(bytes, { start, end }) {
    for (let at = start; at < end; at++)
        if (IS_DIGIT[bytes[at] ?? 0] === 0)
            return (end - start) % 2 === 0;
    return false;
}
function nextToken(bytes, from, limit) {
    let start = from;
    while (start < limit && IS_NUMBER[bytes[start] ?? 0] === 0)
        start++;
    if (start >= limit)
        return undefined;
    let end = start + 1;
    while (end < limit && IS_NUMBER[bytes[end] ?? 0] === 1 && !beginsCodePoint(bytes, end))
        end++;
    return { start, end };
}
/** `U+0041` may follow another with nothing between. */
function beginsCodePoint(bytes, at) {
    return IS_PREFIX[bytes[at] ?? 0] === 1 && bytes[at + 1] === PLUS;
}
const PLUS = 0x2b;
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


const bigrams_ZERO = 'm'.charCodeAt(0);
/** Two thirds of a bit for each step; 64 x 64, by the values of the two base64 characters. */
const STEPS = stepsOf(BIGRAM_ROWS);
function stepsOf(rows) {
    const steps = new Int8Array(64 * 64);
    rows.forEach((row, first) => {
        for (let second = 0; second < 64; second++)
            steps[first * 64 + second] = row.charCodeAt(second) - bigrams_ZERO;
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
function bigrams_textLikelihood(bytes, start, end) {
    let sum = 0;
    let first = alphabet_BASE64_VALUE[bytes[start] ?? 0] ?? 255;
    for (let at = start + 1; at < end; at++) {
        const second = alphabet_BASE64_VALUE[bytes[at] ?? 0] ?? 255;
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
const PERHAPS_RANDOM_AT_MOST = (/* unused pure expression or super */ null && (-20 / 39));
/** Whether the characters look like random base64 rather than text. */
function bigrams_looksRandom(bytes, start, end) {
    return bigrams_textLikelihood(bytes, start, end) <= RANDOM_AT_MOST * (end - start - 1);
}
/** Whether they can be random, if something else says so too. */
function bigrams_mayBeRandom(bytes, start, end) {
    return bigrams_textLikelihood(bytes, start, end) <= PERHAPS_RANDOM_AT_MOST * (end - start - 1);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/adjacent.js



/** What databases and programs store side by side, with nothing between: an identifier, and its secret behind it. */
const SIDE_BY_SIDE = /A[KS]IA[A-Z2-7]{16}(?=[A-Za-z0-9+/]{40})/g;
const IDENTIFIER = 20;
const SECRET = 40;
/** @returns where in the text each secret begins that follows its identifier at once */
function adjacent_secretsBesideIdentifiers(text) {
    return [...text.matchAll(SIDE_BY_SIDE)]
        .map(match => match.index)
        .filter(at => adjacent_isBesideSecret(text, at))
        .map(at => at + IDENTIFIER);
}
/** Whether the identifier at `at` is followed by a secret without anything between. */
function adjacent_isBesideSecret(text, at) {
    if (!isStructurallyValid(text.slice(at, at + IDENTIFIER)))
        return false;
    return begins(text, at) && hasSecretAt(text, at + IDENTIFIER);
}
/** Whether words surround the identifier without a space, as the strings of a program written in Go do. */
function adjacent_isAmongWords(text, at) {
    const end = at + IDENTIFIER;
    if (!isStructurallyValid(text.slice(at, end)))
        return false;
    const before = text.slice(Math.max(0, at - 13), at);
    if (!/\d/.test(text.slice(at, end)) && !/access_?key(?:_?id)?$/i.test(before))
        return false;
    return (/(?:^|[^A-Za-z0-9+/]|[a-z_]{3}[a-z]|ACCESS_?KEY(?:_?ID)?|KEY_?ID)$/.test(before) &&
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
    if (end - at < SECRET || end - at === LONGEST_RUN)
        return false;
    // `AKIA\u2026/secret`: something does stand between.
    if (end - at === SECRET + 1 && /^[+/]/.test(text.slice(at, at + 1)))
        return false;
    const value = text.slice(at, at + SECRET);
    return /[a-z]/.test(value) && looksRandom(Buffer.from(value, 'latin1'), 0, SECRET);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/identifiers.js





const SHAPE = /(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}/g;
const BASE64_BEFORE = /[A-Za-z0-9+/]{0,64}$/;
const BASE64_AFTER = /^[A-Za-z0-9+/]{0,64}/;
/** Longer runs of base64 characters around an identifier are encoded data or a path. */
const LONGEST_SURROUNDING = 61;
/** In steps: what a closer look at one takes. */
const COST_OF_LOOK = 60;
/** @param budget takes note of the work, beside that for the length of the text */
function identifiers_findIdentifiers(text, budget) {
    const found = [];
    SHAPE.lastIndex = 0;
    for (let match = SHAPE.exec(text); match !== null; match = SHAPE.exec(text)) {
        const start = match.index;
        const end = start + 20;
        budget.spend(COST_OF_LOOK);
        if (standsAlone(text, start, end)) {
            const identifier = describe(text, start, end, match[0]);
            if (identifier !== undefined)
                found.push(identifier);
        }
        else
            SHAPE.lastIndex = start + 1;
    }
    return found;
}
function standsAlone(text, start, end) {
    const ends = endsAt(text, end) || lengthWrittenBefore(text, start, 20);
    const alone = (ends && beginsAt(text, start)) || isAmongWords(text, start);
    return (alone && !isWithinData(text, start, end)) || isBesideSecret(text, start);
}
function describe(text, start, end, value) {
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
        wordlike: (structure === undefined && isMadeOfWords(value.slice(4))) ||
            likeWords >= (structure === undefined ? LIKE_WORDS : CLEARLY_WORDS),
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
    if (/^\/.{40}$/.test(after) && /(?:^|\/)$/.test(before) && !isRandom(before))
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
    if (isMadeOfWords(tail))
        return CLEARLY_WORDS;
    const letters = Buffer.from(tail.toLowerCase(), 'latin1');
    return textLikelihood(letters, 0, letters.length);
}
function isMadeOfWords(tail) {
    const letters = tail.replace(/\d/g, '');
    return letters.replace(WORDS_OF_KEYS, '').length <= letters.length / 2;
}
function isCalledKey(text, start, value) {
    return value.startsWith('AKIA') || KEY_NAME.test(text.slice(Math.max(0, start - 80), start));
}
/** The name of a service or of a resource does not call anything a key. */
const KEY_NAME = /access[\s_.-]*key|key[\s_.-]*id|(?<!arn:|amazon)aws(?![.:])|credential/i;
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
/** `Authorization: AWS id:signature`, the SHA-1 of the older form. */
const SIGNATURE_AFTER = /^:[A-Za-z0-9+/]{27}=(?!=)/;
function isPresigned(text, start, end) {
    if (SIGV4_SCOPE.test(text.slice(end, end + 64)))
        return true;
    const before = text.slice(Math.max(0, start - 40), start);
    if (/\bAWS $/.test(before) && SIGNATURE_AFTER.test(text.slice(end, end + 30)))
        return true;
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
const NAMED = /(?:aws[\s_.-]?secret[\s_.-]?|secret[\s_.-]?access[\s_.-]?)key(?:[\s_.-]?value)?["'`\])}]{0,3}\s{0,8}(?::=|=>|[=:,>|]|\s)\s{0,16}["'`]?([A-Za-z0-9+/][A-Za-z0-9+/=]{15,127})(?=["'`\s,;)}\]<&\0]|$)/gi;
const odd_IDENTIFIER = /access[\s_.-]?key[\s_.-]?id["'`\])}]{0,3}\s{0,8}(?::=|=>|[=:,>|]|\s)\s{0,16}["'`]?(A[KS]IA[A-Z0-9]{13,36})(?=["'`\s,;)}\]<&]|$)/gi;
/** Values that are called an access key but have another length: cut, padded, or of another service. */
function odd_findOddCredentials(text) {
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
    if (isTextInBase64(value))
        return false;
    return harmlessSecret(value) === undefined && looksRandom(Buffer.from(value, 'latin1'), 0, value.length);
}
/** A manifest's placeholder, `Y2hhbmdlLW1l\u2026`: what it says is read as text of its own. */
function isTextInBase64(value) {
    return value.length % 4 === 0 && /^[\n\r -~]+$/.test(Buffer.from(value, 'base64').toString('latin1'));
}
function isOddIdentifier(value) {
    return value.length !== 20 && /\d/.test(value) && harmlessSecret(value) === undefined;
}
;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = loadNow("node:buffer");
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/token-heads.js
/**
 * A session token is a message in Protocol Buffers: a byte, the tag of a text, its length, and the text, which names
 * the issuer: "aws", "er/aws", "origin_ec". No text in base64 has the length as a control character.
 */
const HEAD_OF_SESSION_TOKEN = '[A-Za-z0-9+/][AQgw]o[A-P](?:YXdz|ZXIvYXdz|b3JpZ2luX2Vj)';
const HEAD_OF_BEDROCK_KEY = 'ABSK';
const HEAD_OF_SHORT_TERM_KEY = 'bedrock-api-key-';
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/joins.js

const QUOTE = '["\'`]';
/** Right behind a quote it is the next literal's first characters. */
const COMMENT = '(?:(?<!["\'`])(?:(?://|#|--)[^\\n]{0,120}\\n\\s{0,40}|/\\*[^*]{0,120}\\*/\\s{0,40}))?';
const OPERATOR = '(?:\\+\\+?|\\.\\.?|[*^]|&(?:\\s?_)?|\\|\\||~|<>|<<|\\\\|\\)?\\.(?:concat|append|Append)\\()?';
const PREFIX = `(?:(?<=[\\s+.&~|>\\\\(])[bBfFrRuUL@$]{1,2}(?=${QUOTE}))?`;
/** Two literals side by side, or with an operator that concatenates between them, in most languages. */
const LITERALS = `${QUOTE}\\)?\\s{0,40}${COMMENT}${OPERATOR}(?:\\s?[\`\\\\]\\r?\\n)?\\s{0,40}${COMMENT}\\(?${PREFIX}${QUOTE}`;
/** `key += "\u2026"`, `$key .= '\u2026'`, `key = key + "\u2026"`, on the line after. */
const APPENDED = `${QUOTE}\\)?;?\\s{1,40}([\\w$.]{1,40})(?:\\s?[+.]=\\s?|\\s?=\\s?\\1\\s?[+.]\\s?|\\.(?:append|Append|WriteString|push_str|write)\\()${QUOTE}`;
/** The same from one line of a notebook's cell to the next, which are texts in a list of their own. */
const CELL = `${QUOTE}[ \\t]?[+.\\\\]?\\r?\\n",\\s{0,40}"[ \\t]{0,40}[+.]?[ \\t]?${QUOTE}`;
const INTERPOLATED = `${QUOTE}\\s?\\}\\$?\\{\\s?${QUOTE}`;
const CONTINUED = '[\\\\`^]\\r?\\n[ \\t]{0,80}';
/** A page of PDF moves letters closer to each other: `[(AKIA\u2026) -20 (\u2026)] TJ`. */
const KERNED = `(?<=[A-Za-z0-9+/])\\)\\s?-?\\d{1,4}(?:\\.\\d{1,4})?\\s?\\((?=[A-Za-z0-9+/])`;
/** A word processor cuts text wherever its spelling was checked, or part of it was edited. */
const RUN_OF_TEXT = '</w:t></w:r>(?:<w:(?:proofErr|bookmark\\w{3,5}) [^<>]{0,80}/>)*<w:r(?: [^<>]{0,160})?>(?:<w:rPr>(?:<(?!/w:rPr>)[^<>]{0,160}>){0,24}</w:rPr>)?<w:t(?: [^<>]{0,40})?>';
const INSIDE = '[A-Za-z0-9+/]';
/** The shell's `AKIA"\u2026"` and `AKIA''\u2026`, and the soft line break of quoted-printable. Behind continued lines it is padding. */
const ADJACENT = `(?<=${INSIDE})(?<!(?:^|[^A-Za-z0-9+/])[bBfFrRuUL]{1,2})(?:["']{1,2}|(?<!\\\\\\r?\\n[^\\n]{0,200})=\\r?\\n)(?=${INSIDE})`;
/** Where a browser may break a long word: an element, an entity, or the UTF-8 bytes of characters that nobody sees. */
const INVISIBLE = `(?<=${INSIDE})(?:<wbr ?/?>|&shy;|\\xe2\\x80\\x8b|\\xc2\\xad)(?=${INSIDE})`;
const GLUE = new RegExp([CONTINUED, CELL, KERNED, LITERALS, APPENDED, INTERPOLATED, ADJACENT, RUN_OF_TEXT, INVISIBLE].join('|'), 'g');
/** Behind a format the list begins; `"\u2026".concat("\u2026", "\u2026")` begins before its call. */
const LIST = new RegExp(`(?<!%[a-z]|\\})${QUOTE}\\s{0,40}(?:,|\\)?\\.concat\\()\\s{0,40}${QUOTE}`, 'g');
const JOINS_LIST = /join|concat|implode|paste0|reduce|printf|Sprint|%s%s|\{\}\{\}|\{0\}\{1\}/i;
const CHARACTERS = `(?:"[^"\\n]{0,24}"|'[^'\\n]{0,24}')`;
/**
 * What stands before the quote of the first piece of a value: `"".join([`, `concat!(`, `String.format("%s%s", `,
 * `!Join ["", [`, or `${` in a template. For any case of letters.
 */
const JOINING_CALL = `(?:(?:${CHARACTERS}\\.|[{!$]?\\s?(?:["']?Fn::|\\w{1,16}\\.)?)(?:join|concat|implode|s?printf|format|paste0)` +
    `!?["']?[\\s:]{0,2}[([]\\s{0,8}(?:${CHARACTERS}\\s{0,2},\\s{0,8})?(?:\\[\\]string)?[[({]?\\s{0,8}|["\`]?[$#]\\{\\s?)`;
/** What a token or an identifier begins with, and what a document in a shell ends with: nothing before it belongs to it. */
const BEGINS = `E(?:O[A-Z]|ND)[\\r\\n]|${HEAD_OF_BEDROCK_KEY}|A[KS]IA[A-Z2-7]{4}|${HEAD_OF_SESSION_TOKEN}`;
/** What a quoted, commented or changed line begins with. */
const MARKER = '[#*|>+-]|//';
/** A line that holds nothing but the rest of a value. */
const REST = `${INSIDE}{1,200}={0,2}["'\`]?[,;)]{0,2}[ \\t]{0,8}(?:[\\r\\n]|</|$)`;
const LINE_END = new RegExp(`(?<=${INSIDE})[ \\t]{0,2}\\r?\\n[ \\t]{0,80}(?:(${MARKER}) {0,8})?(?!${BEGINS})(?=${REST})`, 'g');
/** All that can stand between two pieces, each to be tried at one place. */
const joins_STICKY_GLUES = [GLUE, LIST, LINE_END].map(({ source }) => new RegExp(source, 'y'));
/** Puts concatenated literals and continued lines together. @returns undefined when there is none */
function joins_joinLiterals(text) {
    return joins_without(GLUE, text);
}
/** Puts the literals of lists together, where the text joins a list. */
function joins_joinLists(text) {
    return JOINS_LIST.test(text) ? joins_without(LIST, text) : undefined;
}
/** Lines that are wider than a secret are wrapped data, which ends with the first that is shorter. */
const WRAPPED = 41;
const WORD_BEFORE = new RegExp(`${INSIDE}{0,200}$`);
/** Puts a line that is one word only behind the line before: values that were folded or wrapped. */
function joins_joinLines(text) {
    // Where the last line began whose first character looked like a marker and was none.
    let unmarked = -1;
    let [width, begin] = [0, -1];
    return joins_without(LINE_END, text, match => {
        const { 0: gap, 1: marker, index } = match;
        const word = WORD_BEFORE.exec(text.slice(Math.max(0, index - 200), index))?.[0].length ?? 0;
        const isLast = index - word === begin && width >= WRAPPED && word < width;
        [width, begin] = [word, index + gap.length];
        if (isLast)
            return 0;
        if (marker === undefined)
            return gap.length;
        const line = text.lastIndexOf('\n', index - 1) + 1;
        if (line !== unmarked && isMarked(text, line, marker))
            return gap.length;
        if (!gap.endsWith(marker) || !/[+/]/.test(marker))
            return 0;
        unmarked = text.lastIndexOf('\n', index + gap.length) + 1;
        return gap.length - marker.length;
    });
}
/** A marker before the second line stands before the first, too; else it is a character of the value, if it can be. */
function isMarked(text, line, marker) {
    return text
        .slice(line, line + 80)
        .trimStart()
        .startsWith(marker);
}
/** Leaves out what stands between the pieces. @returns undefined when there is nothing between any */
function joins_without(glue, text, gapOf = match => match[0].length) {
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
        const gap = gapOf(match, text);
        if (gap === 0)
            continue;
        keepTo(match.index);
        from = match.index + gap;
    }
    if (from === 0)
        return undefined;
    keepTo(text.length);
    return { text: parts.join(''), starts };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/neighbours.js
const neighbours_QUOTE = '["\'`]';
/** What stands between a name and the value that it is given. */
const neighbours_OPERATOR = '(?:=>|:{1,3}[=+?-]?|[?+!]?={1,3}|\\|\\||\\?\\?|(?<=\\s)or(?=\\s))';
function neighbours_indentOf(line) {
    return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
/** An empty line, or one drawn below a heading or within a table. */
function neighbours_isRule(line) {
    return /^[\s|:+=~-]*$/.test(line);
}
function neighbours_isComment(line) {
    return /^\s*(?:#|\/\/|--\s|;|\/?\*|<!--|REM\b)/i.test(line);
}
/** Lines that are commented out, quoted or added, without what marks them, where the value's own line is. */
function neighbours_unmarked(lines) {
    const marker = /^[ \t]*(?:[#>+;*]|\/\/)/.exec(lines.at(-1) ?? '')?.[0];
    if (marker === undefined)
        return [...lines];
    return lines.map(line => (line.startsWith(marker) ? line.slice(marker.length).replace(/^ /, '') : line));
}
/** Whether a line says all that it has to say: an assignment that has its value, a statement that has ended. */
function neighbours_isComplete(before, line) {
    if (neighbours_isComment(before))
        return false;
    if (/<([\w.:-]+)(?:\s[^<>]*)?>[^<]*<\/\1>\s*$/.test(before) || /(?:\/>|;)\s*$/.test(before))
        return true;
    if (/(?:^|\s)--?[A-Za-z][\w-]*[ =]\S+\s*\\?$/.test(before) || /^\s*(?:ENV|ARG|setx?|setenv)\s/.test(before))
        return true;
    if (/^[^()]*\([^()]*\)\s*$/.test(before))
        return true;
    if (/[([{\\+&|]\s*$/.test(before))
        return false;
    const value = /.*["'`\w\])]\s{0,8}(?:=>|[:?+]?=|:)\s{0,8}(\S?)/.exec(before)?.[1];
    if (value === undefined)
        return false;
    return value !== '' || /=\s*$/.test(before) || neighbours_indentOf(before) >= neighbours_indentOf(line);
}
const VALUE = '(?:"[^"]*"|\'[^\']*\'|`[^`]*`|[^\\s"\'`,;&?(){}[\\]<>]+)';
const ASSIGNMENT = new RegExp(`${neighbours_QUOTE}?([\\w$.-]+)${neighbours_QUOTE}?[\\])]{0,2}\\s{0,4}${neighbours_OPERATOR}\\s{0,4}${VALUE}(?=[\\s,;&?)}\\]<]|$)(?!\\s{0,4}(?:[?+.:=]|\\|\\||&&|(?:or|if)\\b))`, 'g');
const CLOSED = /\{[^{}]*\}|<[^<>]*\/>|\([^()]*\)\s{0,4},/g;
const CLOSED_ELEMENT = /<([\w.:-]+)(?:\s[^<>]*)?>[^<]*<\/\1>/g;
/** `{{ \u2026 }}` within an object in a list. */
const NESTED = 3;
/** Without the names that are given another value, and without what is closed before the value. */
function neighbours_withoutOthers(text, speaks) {
    const unlessItSpeaks = (whole, name) => (speaks.test(name) ? ' ' : whole);
    let open = text;
    for (let depth = 0; depth < NESTED; depth++)
        open = open.replace(CLOSED, ' ');
    return open.replace(CLOSED_ELEMENT, unlessItSpeaks).replace(ASSIGNMENT, unlessItSpeaks);
}
/**
 * What the column is called in which a value stands, where the lines are rows.
 *
 * @param previous the lines before, the nearest first
 * @returns undefined when they are none
 */
function neighbours_columnOf(line, previous) {
    const delimiter = /[,;\t|]/.exec(line)?.[0];
    if (delimiter === undefined)
        return undefined;
    const at = line.split(delimiter).length - 1;
    let name;
    for (const row of previous) {
        if (neighbours_isRule(row))
            continue;
        const cells = row.split(delimiter);
        if (cells.length <= at)
            break;
        name = cells[at];
    }
    return name !== undefined && /^["'\s]*[A-Za-z][\w .-]*["'\s]*$/.test(name) ? name : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/plain.js
/** Without what is too long for a word: random text spells short words now and then. The usual escapes are resolved. */
function plain_plain(text) {
    return text
        .replace(ESCAPED, escaped => plain_CHARACTERS[escaped.replace(/^\\+/, '').toLowerCase()] ?? ' ')
        .replace(/[A-Za-z0-9+/]{32,}/g, '*');
}
const ESCAPED = /\\{1,8}(?:["'`/rnt]|u00(?:22|27|3d|26|0a)|x(?:22|27|3d|26|0a))|%(?:3D|22|27|26|0A|3A|2C)|&(?:quot|apos|#34|#39|#x22|#x27|lt|gt);|\xe2\x80[\x98\x99\x9c\x9d]/gi;
const plain_CHARACTERS = {
    '"': '"',
    "'": "'",
    '`': '`',
    '/': '/',
    r: '\n',
    n: '\n',
    u0022: '"',
    u0027: "'",
    u003d: '=',
    u0026: '&',
    u000a: '\n',
    x22: '"',
    x27: "'",
    x3d: '=',
    x26: '&',
    x0a: '\n',
    '%3d': '=',
    '%22': '"',
    '%27': "'",
    '%26': '&',
    '%0a': '\n',
    '%3a': ':',
    '%2c': ',',
    '&quot;': '"',
    '&apos;': "'",
    '&#34;': '"',
    '&#39;': "'",
    '&#x22;': '"',
    '&#x27;': "'",
    '&lt;': '<',
    '&gt;': '>',
    // Typographic quotes, as their bytes in UTF-8.
    '\xe2\x80\x98': "'",
    '\xe2\x80\x99': "'",
    '\xe2\x80\x9c': '"',
    '\xe2\x80\x9d': '"',
};
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/naming.js



/** How far before a value its name is looked for: on its line, and in all. */
const LINE = 120;
const BEFORE = 480;
const AFTER = 80;
/** A comment of a word or two is a heading. */
const LABEL = /^\W*\w+(?: \w+)?\W*$/;
/** Lines before that are read for the name of the block. */
const MOST_LINES = 8;
/** Other values have names, too: a name that is given a value of its own does not speak of the next one. */
function naming_namingOf(text, start, end, vocabulary) {
    const { speaks, insists } = vocabulary;
    const lines = unmarked(plain(text.slice(Math.max(0, start - BEFORE), start)).split(/\r\n|[\r\n]/));
    const line = beforeCall(lines.pop() ?? '');
    const sameLine = line.slice(-LINE);
    const previous = lines.slice(-MOST_LINES).reverse();
    const { name, specific } = ownName(sameLine);
    const header = headerOf(line, previous);
    const after = afterwards(plain(text.slice(end, end + AFTER)), name);
    const others = withoutOthers(sinceElement(sameLine, name), speaks);
    const before = previous.find(one => !isRule(one)) ?? '';
    const label = isComment(before) && LABEL.test(before) ? before : '';
    const common = { own: name, sameLine, near: others, header: `${header.name}\n${label}` };
    if (speaks.test(name)) {
        const open = isComplete(before, line) ? '' : before;
        return { ...common, near: sameLine, words: `${open}\n${sameLine}`, after: withoutOthers(after, speaks) };
    }
    if (!specific) {
        const around = NAMES_BLOCK.test(others)
            ? []
            : nearby(name, others, before, header.words, previous, speaks);
        return { ...common, words: [...around, others].join('\n'), after: withoutOthers(after, speaks) };
    }
    const isOpen = isComment(before) || (!isComplete(before, line) && (isProse(before) || insists.test(before)));
    const counts = !/["'`{}<>=]/.test(others) || insists.test(others);
    const near = counts ? others : '';
    const words = `${isOpen ? before : ''}\n${near}`;
    return {
        ...common,
        near,
        words,
        after: /^["'`\s;,)]{0,8}(?:#|\/\/|\/\*|--|<!--|\()/.test(after) ? after : '',
    };
}
/** Of a line of elements, what follows the last one of the same name; of a row of cells, the last one, too. */
function sinceElement(line, name) {
    const closing = `</${name}>`;
    const end = line.lastIndexOf(closing);
    if (end < 0)
        return line;
    const rest = line.slice(end + closing.length);
    if (/[A-Za-z]/.test(rest.replace(/<[^<>]*>/g, '')))
        return rest;
    return line.slice(Math.max(0, line.lastIndexOf(closing, end - 1)));
}
/** The rest of the line; of an object, to its end, and its name when that comes last. */
function afterwards(text, name) {
    const [rest = '', next = ''] = text.split(/\r\n|[\r\n]/, 2);
    if (name === '')
        return rest;
    const within = rest.split(/[}>]/, 1)[0] ?? '';
    const isNamedNext = isGeneric(name) && within === rest && NAMES_BLOCK.test(next) && !/^\s*- /.test(next);
    return isNamedNext ? `${within} ${next}` : within;
}
/** What stands before the line of a value that has no name, or one that says nothing. */
function nearby(name, others, before, block, previous, speaks) {
    if (name !== '')
        return isGeneric(name) ? [block, before] : [before];
    const column = speaks.test(others) ? undefined : columnOf(others, previous);
    return [column ?? before];
}
/** Not code or data, where names stand in quotes and brackets. */
function isProse(text) {
    return !/["'`{}<>=]|:\s*$/.test(text);
}
const naming_QUOTE = '["\'`]';
/** `name = "`, `"name": "`, `val name: Type = "` */
const ASSIGNED = `([\\w$.-]+)${naming_QUOTE}?[\\])}]{0,2}\\s{0,8}(?::\\s{0,2}[\\w<>?.*]{1,40}\\s{1,4}(?==))?${neighbours_OPERATOR}\\s{0,8}(?:[|>][+-]?|(?:!!?|&)\\w{1,20}\\s{1,4})?`;
/** `<name attribute="\u2026">` */
const ELEMENT = '<([\\w.:-]+)(?:\\s[^<>]{0,80})?>\\s{0,8}';
/** `define("name", "` */
const ARGUMENT = `[([{]\\s{0,4}${naming_QUOTE}([\\w.-]+)${naming_QUOTE}\\s{0,4},\\s{0,8}`;
/** `--name `, `ENV name `, `setx name ` */
const OPTION = '(?:(?:^|\\s)--?|(?:ENV|ARG|setenv|setx|-gx)\\s{1,4})([A-Za-z][\\w-]*)[ \\t]{1,4}';
const OWN = new RegExp(`(?:${ASSIGNED}|${ELEMENT}|${ARGUMENT}|${OPTION})[bBfFrRuULs@$]{0,2}${naming_QUOTE}{0,3}$`);
/** `name = condition ? other : "` */
const CHOICE = /\s\?\s[^?]{0,80}\s:\s{0,4}["'`]{0,3}$/;
const CALL = /([\w.-]+)\s{0,4}\(\s{0,8}[bBfFrRuUL@$]{0,2}["'`]{0,3}$/;
const PUTS_TOGETHER = new RegExp(`${JOINING_CALL}(["'\`])$`, 'i');
/** The line as if the value stood in place of the call that puts its pieces together. */
function beforeCall(line) {
    const call = PUTS_TOGETHER.exec(line.slice(-LINE));
    return call === null ? line : `${line.slice(0, line.length - call[0].length)} ${call[1] ?? ''}`;
}
function ownName(sameLine) {
    if (CHOICE.test(sameLine))
        return { name: '', specific: false };
    const match = OWN.exec(sameLine);
    const name = match?.slice(1).find(group => group !== undefined);
    if (name !== undefined)
        return { name, specific: !isGeneric(name) };
    return { name: CALL.exec(sameLine)?.[1] ?? '', specific: false };
}
/** A name that only says that a value follows: the value is called by what stands before, or by its block. */
function isGeneric(name) {
    return GENERIC.test(name);
}
const GENERIC = /^(?:[\w-]*\.)*(?:parameter|default|secret|object|plain)?(?:value|val|default|data|string|str|text|content|literal|field|item|result|output|td|dd|li|p|b|i|code|pre|span|strong|entry|is|was|s|v|x|to|string_?value|_)$/i;
/** The line on which the block begins that holds the value, and what its neighbours are called. */
function headerOf(line, previous) {
    const depth = indentOf(line);
    const words = [];
    if (/^\s*- /.test(line))
        return { name: '', words: '' };
    for (const other of previous) {
        if (other.trim() === '')
            continue;
        const indent = indentOf(other);
        if (/^\[[^\]]+\]\s*$/.test(other))
            return { name: other, words: '' };
        if (indent <= depth && /^\s*(?:[}\])]|<\/|---)/.test(other))
            break;
        if (indent < depth || /^\s*- /.test(other))
            return { name: other, words: [...words, other].join('\n') };
        if (indent === depth && NAMES_BLOCK.test(other))
            words.push(other);
    }
    return { name: '', words: '' };
}
const NAMES_BLOCK = /(?:name|key|id|label|title|description)["']?\s{0,4}[:=]|^\s*<(?:name|key|id|label|title|description)>|^\s*["'`][\w-]+["'`],\s*$/i;
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/context.js

const AWS_SECRET = /secret[\s_.-]{0,3}access[\s_.-]{0,3}key|access[\s_.-]{0,3}secret|secret[\s_.-]{0,3}key|(?:aws(?!\.com)|amazon(?!aws\.com)|s3|boto|minio|dynamo(?:db)?|(?<![a-z])(?:iam|ses|sqs|sns))[\w .\t-]{0,24}(?:secret|priv|pass(?![a-z])|passw|credential|key|sk(?![a-z0-9]))|(?:^|[^a-z0-9])sk["'\])]{0,3}\s{0,3}[:=,>]/i;
/** "Secret" in other languages, as their UTF-8 bytes. */
const ABROAD = [
    'geheim',
    'secr\u00e8t',
    'secr\u00e9t',
    'segret',
    'sekret',
    'hemlig',
    'tajn',
    'gizli',
    '\u79d8\u5bc6',
    '\u5bc6\u94a5',
    '\u5bc6\u9470',
]
    .concat([
    '\u30b7\u30fc\u30af\u30ec\u30c3\u30c8',
    '\ube44\ubc00',
    '\u0441\u0435\u043a\u0440\u0435\u0442',
    '\u0421\u0435\u043a\u0440\u0435\u0442',
])
    .flatMap(word => [Buffer.from(word).toString('latin1'), word])
    .filter(word => !/[^\0-\xff]/.test(word))
    .join('|');
const context_SECRET = new RegExp(`secret|private.?key|access.?key|credential|passw|${ABROAD}`, 'i');
/** Nobody else has a secret of that name. */
const OF_AWS = /aws|amazon|s3|iam|access/i;
const VOCABULARY = { speaks: new RegExp(`${AWS_SECRET.source}|${context_SECRET.source}`, 'i'), insists: AWS_SECRET };
/** Who else gives out secrets of 40 characters, and what else is called a secret. */
const OTHER_SECRET = /(?<!\bs3\.)client(?!\.(?:set|with)[A-Z_])|captcha|paystack|paypal|braintree|plaid|razorpay|flutterwave|algolia|mailgun|mailchimp|sendgrid|pusher|mixpanel|segment|sentry|datadog|discord|telegram|linkedin|dropbox|spotify|coinbase|binance|kraken|bitfinex|shopify|cloudflare|zendesk|hubspot|salesforce|atlassian|bitbucket|jira|mapbox|contentful|vercel|netlify|supabase|openai|anthropic|turnstile|twitch|reddit|wechat|onesignal|fastly|digitalocean|keycloak|cognito|tencent|aliyun|alibaba|qiniu|huawei|web.?hook|consumer|oauth|session|cookie|jwt|csrf|xsrf|app.?secret|signing|hmac|github|gitlab|slack|stripe|twilio|azure|google|gcp|firebase|okta|auth0|django|flask|rails|heroku|npm|twitter|facebook|encrypt|cipher|salt|api.?secret|shared.?secret/i;
const OTHER_THING = (/* unused pure expression or super */ null && (new RegExp('(?:sha-?\\d{1,3}|integrity|check.?sum|digest|e-?tag|commit|revision|uses:|hash|base64,|md5|signature|nonce|' +
    'finger.?print|thumb.?print|public.?key|cursor|continuation|next.?token|ENC\\[[^\\]]*|' +
    '(?:^|(?<!secret[_.-]?(?:access[_.-]?)?key)[^A-Za-z0-9])(?:id|version|ref|hmac|data|iv|tag))' +
    '["\'`)\\]]{0,2}\\s{0,3}(?:=>|[=:>(-])?\\s{0,3}["\'`]?$|' +
    // The hash of a password: `{SSHA}\u2026` of LDAP, `$argon2id$\u2026$salt$\u2026`
    '\\{(?:s?sha\\d*|s?md5|crypt|pbkdf2[\\w-]*|pkcs5s2|argon2\\w*)\\}$|\\$[A-Za-z0-9./+]{8,34}={0,2}\\$$', 'i')));
/**
 * @param text the text around the value
 * @param start first character of the value
 * @param end one past the last
 */
function context_contextOf(text, start, end) {
    const { own, words, near, sameLine, header, after } = namingOf(text, start, end, VOCABULARY);
    if (isOtherThing(sameLine))
        return 'denied';
    if (isApiKey(own, words) || isName(own) || isLineOfData(text, start, end))
        return 'none';
    if (AWS_SECRET.test(words)) {
        const block = OF_AWS.test(own === '' ? near : own) ? '' : header;
        return areOfOther(block, own) ? 'none' : 'named';
    }
    if (context_SECRET.test(words)) {
        const speaking = context_SECRET.test(near) ? near : words;
        return OTHER_SECRET.test(`${header}\n${speaking}`) ? 'none' : 'hinted';
    }
    return AWS_SECRET.test(after) && !areOfOther(after) ? 'hinted' : 'none';
}
function isOtherThing(sameLine) {
    return OTHER_THING.test(sameLine.slice(-40)) || PASSWORD_HASH.test(sameLine);
}
function areOfOther(...names) {
    return names.some(name => OTHER_SECRET.test(name) && !SURELY_OF_AWS.test(name));
}
/** Whatever else is in the name: an application is configured with it. */
const SURELY_OF_AWS = /aws[_.-]?secret[_.-]?(?:access[_.-]?)?key/i;
/** `$2b$12$\u2026`, `$6$salt$\u2026`: parts of it have forty characters between dots. */
const PASSWORD_HASH = /\$(?:2[abxy]?|[1567y]|argon2\w*|pbkdf2[\w-]*)\$[^\s"']{0,110}$/;
/** A key of API Gateway, which may have 40 characters, too, and opens one interface. */
function isApiKey(own, words) {
    return /api.?key$/i.test(own) || (/api.?key/i.test(words) && !/secret/i.test(words));
}
/** What an object or a secret is called, not the secret: `S3Key`, `secretVersionId`. */
function isName(own) {
    return (/object[_.-]?key$|s3key$/i.test(own) || /[a-z](?:(?<!ecret(?:Access)?Key)Id|Name|Arn|Version)$/.test(own));
}
const LINE_BEFORE = /(?:^|[\r\n])[ \t]{0,80}[A-Za-z0-9+/]{40}\r?\n[ \t]{0,80}$/;
const LINE_AFTER = /^\r?\n[ \t]{0,80}[A-Za-z0-9+/]{40}[ \t]{0,8}(?:[\r\n]|$)/;
const LINE_BEGINS = /(?:^|[\r\n])[ \t]{0,80}$/;
const LINE_ENDS = /^[ \t]{0,8}(?:[\r\n]|$)/;
/** Data that is wrapped at forty characters: a line before or after it is alike. */
function isLineOfData(text, start, end) {
    const before = text.slice(Math.max(0, start - 210), start);
    const after = text.slice(end, end + 140);
    return ((LINE_BEFORE.test(before) && LINE_ENDS.test(after)) ||
        (LINE_AFTER.test(after) && LINE_BEGINS.test(before)));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/secrets.js







const SECRET_LENGTH = 40;
/** Of a longer run nothing is a secret with something before it, such as a path and an identifier. */
const secrets_LONGEST_RUN = 125;
/** The run begins within an escape: so it holds less than a secret. */
const PERCENT = /%(?:25){0,4}[0-9A-Fa-f]{2}$/;
/** In steps: what it takes to read what a value is called. */
const COST_OF_CONTEXT = 600;
/** @param budget takes note of the work, beside that for the length of the text */
function secrets_findSecrets(text, budget) {
    const found = [];
    for (const [start, runEnd] of runsOf(text)) {
        const end = lengthWrittenBefore(text, start, SECRET_LENGTH) ? start + SECRET_LENGTH : runEnd;
        const secretStart = end - SECRET_LENGTH;
        if (isPartOfUrlSafe(text, secretStart, end) || goesOn(text, end))
            continue;
        if (PERCENT.test(text.slice(Math.max(0, secretStart - 9), secretStart + 2)))
            continue;
        if (secretStart !== start && !beginsLate(text, start, secretStart))
            continue;
        const secret = secrets_describe(text, secretStart, end, budget);
        if (secret !== undefined)
            found.push(secret);
    }
    for (const start of secretsBesideIdentifiers(text)) {
        const secret = secrets_describe(text, start, start + SECRET_LENGTH, budget);
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
        if (end - start <= secrets_LONGEST_RUN && !isPadded(text, end))
            yield [start, end];
        at = end;
    }
}
const EQUALS = 0x3d;
/** No padding follows forty characters at the end of a line: there it is a soft line break of quoted-printable. */
function isPadded(text, end) {
    return text.charCodeAt(end) === EQUALS && !/^=\r?\n/.test(text.slice(end, end + 3));
}
function isBase64(text, at) {
    return IS_BASE64[text.charCodeAt(at)] === 1;
}
/**
 * Whether what stands between the start of the run and the secret is none of its characters: an escape, the `+` of a
 * diff, or the identifier and a separator (`AKIA\u2026/secret`).
 */
function beginsLate(text, runStart, start) {
    if (escapeEndsAt(text, start))
        return !OF_VALUE.test(text.slice(Math.max(0, start - 12), start));
    const between = text.slice(runStart, start);
    if (between === '+')
        return runStart === 0 || text.charAt(runStart - 1) === '\n';
    if (between === '//' || /(?:^|\/)A[KS]IA[A-Z2-7]{16}[+/]$/.test(between))
        return true;
    // Databases store a name and its value side by side.
    return SECRET_NAME.test(text.slice(Math.max(0, start - 20), start));
}
/** An escaped plus sign or slash is a character of the value. */
const OF_VALUE = /(?:%(?:25){0,4}|\\x|\\u00)2[bf]$/i;
/** Thirty bytes of text in base64 have forty characters, too; random ones are never text. */
function isEncodedText(value) {
    const bytes = Buffer.from(value, 'base64');
    return isUtf8(bytes) && !/[\0-\x08\x0e-\x1f\x7f]/.test(bytes.toString('latin1'));
}
/** Words or a path, of which few letters are capitals, or the eight digits of a logical ID behind them, or a symbol of Rust: one secret in a million. */
function secrets_isName(value) {
    if (/^[A-Za-z]{32}[0-9A-F]{8}$|17h[0-9a-f]{16}E$/.test(value))
        return true;
    return /^[A-Za-z/+]+$/.test(value) && value.replace(/[a-z/+]/g, '').length <= MOST_CAPITALS;
}
const MOST_CAPITALS = 10;
const SECRET_NAME = /secret(?:[_.-]?(?:access[_.-]?)?key)?$/i;
function secrets_describe(text, start, end, budget) {
    const value = text.slice(start, end);
    if (!/[a-z]/.test(value) || !/[A-Z]/.test(value))
        return undefined;
    if (isEncodedText(value) || secrets_isName(value))
        return undefined;
    const harmless = harmlessSecret(value);
    const bytes = Buffer.from(value, 'latin1');
    if (harmless === undefined && !mayBeRandom(bytes, 0, SECRET_LENGTH))
        return undefined;
    budget.spend(COST_OF_CONTEXT);
    const context = contextOf(text, start, end);
    if (harmless === undefined && context !== 'named' && !looksRandom(bytes, 0, SECRET_LENGTH))
        return undefined;
    return { text: value, start, end, context, ...(harmless === undefined ? {} : { harmless }) };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/tokens.js




const FORMS = [
    {
        rule: 'session-token',
        form: new RegExp(`${HEAD_OF_SESSION_TOKEN}[A-Za-z0-9+/_-]{80,4096}(?:(?:=3D){1,2}|={0,2})`, 'g'),
        accepts: isNotOfUrl,
    },
    {
        rule: 'bedrock-api-key',
        form: /ABSK[A-Za-z0-9+/]{109,269}(?:(?:=3D){1,2}|={0,2})/g,
        accepts: holdsBedrockKey,
    },
    {
        rule: 'bedrock-short-term-api-key',
        form: /bedrock-api-key-[A-Za-z0-9+/_-]{60,8192}(?:(?:=3D){1,2}|={0,2})/g,
    },
    { rule: 'mws-auth-token', form: /amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi },
    { rule: 'ses-smtp-credentials', form: /(?:B[A-P]|A[g-v])[A-Za-z0-9+/]{42}/g, accepts: isSmtpPassword },
];
function tokens_findTokens(text) {
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
        // As quoted-printable writes them.
        const value = match[0].replaceAll('=3D', '=');
        const harmless = harmlessSecret(value);
        found.push({ rule, text: value, start, end, ...(harmless === undefined ? {} : { harmless }) });
    }
    return found;
}
const tokens_INSIDE = /[A-Za-z0-9+/]/;
function tokens_standsAlone(text, start, end) {
    if (tokens_INSIDE.test(text.charAt(end)) || text.charAt(end) === '=')
        return false;
    if (goesOn(text, end))
        return false;
    return start === 0 || !tokens_INSIDE.test(text.charAt(start - 1)) || escapeEndsAt(text, start);
}
/** A presigned URL carries the token of the session that signed it; the URL is told, the token opens nothing. */
function isNotOfUrl(_value, text, start) {
    return !/X-Amz-Security-Token(?:=|%3D|["']?\s{0,3}[:,]\s{0,3}["']?)$/i.test(text.slice(Math.max(0, start - 40), start));
}
/** `ABSK` and the base64 of `BedrockAPIKey-\u2026:\u2026`, or of another name chosen by the user, a colon and a secret. */
function holdsBedrockKey(value) {
    return (Buffer.from(value.slice(4), 'base64').toString('latin1').includes(':') ||
        value.startsWith('ABSKQmVkcm9ja'));
}
/**
 * An SMTP password is the base64 of a version byte (4, formerly 2) and 32 bytes of HMAC. Forty-four characters of
 * base64 are many things, so words nearby must speak of mail.
 */
function isSmtpPassword(value, text, start, end) {
    if (!bigrams_looksRandom(Buffer.from(value, 'latin1'), 0, value.length))
        return false;
    const around = text.slice(Math.max(0, start - 400), start) + text.slice(end, end + 200);
    return /smtp|mail|\bSES\b/i.test(around) || /AKIA[A-Z2-7]{16}/.test(around);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/finds.js




function finds_noFinds() {
    return { identifiers: new Map(), secrets: new Map(), tokens: new Map(), seen: 0 };
}
/**
 * Adds what stands in a text. What was found at the same place before, through fewer layers, stays.
 *
 * @param inner whether the stretch is away from the borders at which the text was cut
 */
function finds_readText(text, finds, place, layers, inner, budget) {
    const { seen } = finds;
    budget.spend(text.length);
    finds.seen += keep(findIdentifiers(text, budget), finds.identifiers, place, layers, inner, isOfUrl);
    finds.seen += keep(findSecrets(text, budget), finds.secrets, place, layers, inner, isBetterNamed);
    finds.seen += keep(findTokens(text), finds.tokens, place, layers, inner);
    finds.seen += keep(findOddCredentials(text), finds.tokens, place, layers, inner);
    budget.spend(COST_OF_VALUE * (finds.seen - seen));
}
/** In steps: what it takes to put a value together with others, and to tell of it. */
const COST_OF_VALUE = 200;
/** What a value is called is read best where escapes are resolved. In pieces that were put together a name can come from elsewhere. */
function isBetterNamed(known, other) {
    return known.context !== other.context && !other.layers.includes('concatenation');
}
/** A query whose equals signs were escaped, or that was cut. */
function isOfUrl(known, other) {
    return !known.presigned && other.presigned;
}
/** @returns how many there were */
function keep(values, into, place, layers, inner, isBetter = () => false) {
    let seen = 0;
    for (const value of values) {
        if (!inner(value.start, value.end))
            continue;
        seen += 1;
        const placed = { ...value, ...place(value.start, value.end), layers };
        const key = `${placed.end}:${value.text}`;
        const known = into.get(key);
        if (known === undefined || isBetter(known, placed))
            into.set(key, placed);
    }
    return seen;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/view.js

/** A whole document. */
function documentView(bytes, layers) {
    return {
        bytes,
        place: (start, end) => ({ start, end }),
        layers,
        cutBefore: false,
        cutAfter: false,
        preface: 0,
        depth: 0,
        joins: true,
        isUnpacked: false,
    };
}
/** A file of this size can hold one value and nothing else. */
const SINGLE_VALUE = 64;
/** A file that holds one value says what it is by its own name, as mounted secrets do. */
function view_namedView(bytes, layers, path) {
    const view = documentView(bytes, layers);
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    // Behind the name of the file the first of several statements would be none.
    if (bytes.length <= SINGLE_VALUE && /=.*[\r\n]+\s*\S/.test(bytes.toString('latin1')))
        return view;
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
function view_through(inner, outer) {
    return (start, end) => {
        const between = inner(start, end);
        return outer(between.start, between.end);
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/gaps.js

/** Between what does not follow each other: a character of no value, and no line end. */
const BETWEEN = 1;
/** What no entry of an archive covers, in one text: what is in front of it, between, behind; names, comments, headers. */
function gaps_gapsView(view, gaps) {
    const [first] = gaps;
    if (gaps.length === 1 && first?.start === 0 && first.end === view.bytes.length)
        return { ...view, isUnpacked: true };
    const size = gaps.reduce((sum, { start, end }) => sum + end - start + 1, 0);
    const bytes = Buffer.alloc(size, BETWEEN);
    const starts = new Int32Array(gaps.length);
    let at = 0;
    gaps.forEach(({ start, end }, index) => {
        starts[index] = at;
        at += view.bytes.copy(bytes, at, start, end) + 1;
    });
    const sourceOf = (position) => {
        const index = lastFrom(starts, position);
        return (gaps[index]?.start ?? 0) + position - (starts[index] ?? 0);
    };
    const place = through((from, to) => ({ start: sourceOf(from), end: sourceOf(to - 1) + 1 }), view.place);
    return { ...view, bytes, place, cutBefore: false, cutAfter: false, preface: 0, isUnpacked: true };
}
/** @returns the last index whose value is not greater */
function lastFrom(values, value) {
    let low = 0;
    let high = values.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((values[middle] ?? 0) <= value)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/hex.js



/** `xxd -p` writes 60 digits on a line; nothing wraps at fewer than this. */
const hex_SHORTEST_LINE = 30;
/** Decodes hexadecimal digits from the run that begins at `start` on, and the lines after it. */
function hex_decodeHex(bytes, start, runEnd) {
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
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/assigned.js


const GIVEN = '["\'`\\])}]{0,3}[\\s+]{0,8}(?::=|=>|[=%]3[Dd]|[=:,>|(]|\\s)[\\s+]{0,16}';
const assigned_ASSIGNMENT = `${GIVEN}(?:[>|][+-]?\\s{1,20})?[([]?\\s{0,16}(?:\\\\{0,4}["'\`])?`;
const LITERAL = '[A-Za-z0-9+/][A-Za-z0-9+/=_-]{7}';
/** A first piece of a literal, which goes on behind a quote or on the next line. */
const PIECE = '[A-Za-z0-9+/]{1,7}(?:["\'`]|\\\\?\\r?\\n)';
const NAME = '\\w{1,40}';
/** Two variables that are put together. */
const assigned_VARIABLES = `[$@]?${NAME}\\s?(?:\\+|\\s\\.|&|\\.\\.)\\s[$@"'\`]?\\w`;
const assigned_INTERPOLATED = `(?:[$#]?\\{(?:\\$|\\w{1,20}\\.)?${NAME}\\}|\\$${NAME}|[$\\\\]\\(\\$?${NAME}\\)|%${NAME}%|\\{\\d?\\}|%[sv@])`;
/** A literal and variables within it, or beside it. */
const MIXED = `[A-Za-z0-9+/]{0,39}(?:${assigned_INTERPOLATED}[A-Za-z0-9+/]|(?<=[A-Za-z0-9+/])${assigned_INTERPOLATED}|${assigned_INTERPOLATED}{2})`;
const EXTENDED = `[A-Za-z0-9+/]{1,39}["'\`]\\s{0,8}(?:\\+|\\.|&|\\.\\.|<>|\\|\\|)\\s{0,8}[$@]?[A-Za-z_]`;
const assigned_CALL = '(?:[\\w.]{1,24}!?\\(\\s{0,8})?[bBfFrRuULs@$]{0,2}(?:\\\\{0,4}["\'`])?';
const COMPUTED = new RegExp(`^(?:${assigned_ASSIGNMENT}(?:${assigned_VARIABLES})|${assigned_ASSIGNMENT}${EXTENDED}|${GIVEN}${assigned_CALL}${MIXED})`);
const assigned_ASSIGNED = new RegExp(`^(${assigned_ASSIGNMENT})(?:${LITERAL}|${PIECE})`);
/** A value that a call puts together. */
const CALLED = new RegExp(`^(${GIVEN}${JOINING_CALL}["'\`])(?:${LITERAL}|${PIECE})`, 'i');
/** What databases store side by side: a name and its value. */
const BESIDE = /^(?=[^a-z]{0,39}[a-z])(?=[^A-Z]{0,39}[A-Z])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/;
/** How far a value can begin behind its name, with enough of it. */
const LOOK = 96;
/** How far behind a name its value and all its pieces are looked for. */
const FARTHEST = 4096;
/** Nothing shorter is a secret, not even one of odd length. */
const SHORTEST = 16;
const assigned_LONGEST = 160;
const assigned_SECRET = 40;
/**
 * Whether a name that ends there is given a value on the spot that can be a secret: whole, in several literals or
 * lines, or with an escape in it. Most of what is called a secret key is a word, or the name of a variable.
 */
function assigned_assignsSecret(bytes, nameEnd) {
    const behind = bytes.toString('latin1', nameEnd, nameEnd + LOOK);
    if (COMPUTED.test(behind))
        return true;
    if (BESIDE.test(behind) && mayBeRandom(Buffer.from(behind, 'latin1'), 0, assigned_SECRET))
        return true;
    const assigned = (assigned_ASSIGNED.exec(behind) ?? CALLED.exec(behind))?.[1];
    if (assigned === undefined)
        return false;
    const start = nameEnd + assigned.length;
    const text = bytes.toString('latin1', start, start + FARTHEST);
    return STICKY_GLUES.some(glue => leadsToSecret(text, glue));
}
/** No longer than what ends the search: names may follow each other as if each were the value of the one before. */
const STRETCH = new RegExp(`(?:[A-Za-z0-9+/]|=(?!\\r?\\n)){0,${assigned_LONGEST}}`, 'y');
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
    return value.length >= SHORTEST && /[a-z]/.test(value) && /[A-Z]/.test(value) && isRandomInPart(value);
}
function isRandomInPart(value) {
    const bytes = Buffer.from(value, 'latin1');
    const { length } = bytes;
    return (mayBeRandom(bytes, 0, length) ||
        mayBeRandom(bytes, 0, Math.min(assigned_SECRET, length)) ||
        mayBeRandom(bytes, Math.max(0, length - assigned_SECRET), length));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/code-runs.js

/** Longer runs are read in slices, which overlap by more than the longest value takes. */
const SLICE = (/* unused pure expression or super */ null && (128 * 1024));
const code_runs_OVERLAP = (/* unused pure expression or super */ null && (16 * 1024));
/**
 * Looks at one run of bytes written as numbers, 48 characters or more, and visits it if it holds something worth
 * reading once it is decoded.
 *
 * @param isWorth whether decoded bytes hold a candidate
 * @returns true when `visit` ended the search
 */
function code_runs_visitCodeRun(bytes, start, end, visit, isWorth) {
    for (let from = start;; from += SLICE - code_runs_OVERLAP) {
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
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/escaped-stretch.js

const BACKSLASH = 0x5c;
const escaped_stretch_PERCENT = 0x25;
const AMPERSAND = 0x26;
/** What a backslash before it makes no part of a value: line ends, tabs, and letters that are no escape. */
const MAY_CONTINUE = alphabet_tableOf('01234567uUx/+');
/**
 * Whether a run of base64 and escape characters may hold a value once its escapes are resolved, judged without
 * resolving them: of most runs every escape is a line end, a quote or a letter beyond ASCII. What is not understood
 * here counts as a part of a value.
 *
 * @param shortest characters of the shortest value
 */
function escaped_stretch_mayHoldValue(bytes, start, end, shortest) {
    let length = 0;
    for (let at = start; at < end;) {
        if (IS_BASE64[bytes[at] ?? 0] === 1) {
            length++;
            at++;
        }
        else {
            const next = escapeAt(bytes, at, end);
            length = next.continues ? length + 1 : 0;
            at = next.end;
        }
        if (length >= shortest)
            return true;
    }
    return false;
}
function escapeAt(bytes, at, end) {
    switch (bytes[at]) {
        case BACKSLASH:
            return backslash(bytes, at, end);
        case escaped_stretch_PERCENT:
            return percent(bytes, at, end);
        case AMPERSAND:
            return entity(bytes, at, end);
        default:
            return { continues: false, end: at + 1 };
    }
}
function backslash(bytes, at, end) {
    let letter = at + 1;
    while (letter < end && bytes[letter] === BACKSLASH)
        letter++;
    switch (bytes[letter]) {
        case 0x75:
            return ofHex(bytes, letter + 1, 4);
        case 0x78:
            return ofHex(bytes, letter + 1, 2);
        default:
            return { continues: MAY_CONTINUE[bytes[letter] ?? 0] === 1, end: letter + 1 };
    }
}
/** `%41`, and `%2541`, which was escaped twice. */
function percent(bytes, at, end) {
    let digits = at + 1;
    while (digits < end && bytes[digits] === 0x32 && bytes[digits + 1] === 0x35)
        digits += 2;
    return bytes[digits] === 0x75 ? ofHex(bytes, digits + 1, 4) : ofHex(bytes, digits, 2);
}
function ofHex(bytes, at, count) {
    for (let digit = at; digit < at + count; digit++)
        if (IS_HEX[bytes[digit] ?? 0] === 0)
            return { continues: true, end: at };
    const code = Number.parseInt(bytes.toString('latin1', at, at + count), 16);
    return { continues: mayBeOfValue(code), end: at + count };
}
/** A character of a value, or one that another escape may be made of. */
function mayBeOfValue(code) {
    return IS_BASE64[code] === 1 || code === escaped_stretch_PERCENT || code === AMPERSAND || code === BACKSLASH;
}
const ENTITY = /^&(?:#0{0,6}(\d{2,3})|#[xX]0{0,6}([0-9a-fA-F]{2})|([A-Za-z]{2,8}));?/;
/** `&amp;` begins what was escaped twice. */
const NAMES_IN_VALUE = /^(?:amp|plus|sol)$/;
function entity(bytes, at, end) {
    const match = ENTITY.exec(bytes.toString('latin1', at, Math.min(end, at + 16)));
    if (match === null)
        return { continues: false, end: at + 1 };
    const [written, decimal, hex, name] = match;
    const after = at + written.length;
    if (name !== undefined)
        return { continues: NAMES_IN_VALUE.test(name), end: after };
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
    return { continues: mayBeOfValue(code), end: after };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/escapes.js
const ESCAPES = /\\{1,8}(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-3]?[0-7]{2})|([abefnrtv0"'`\\/+=:,;<>&\- ]))|%(?:25){0,4}([0-9a-fA-F]{2})|%u([0-9a-fA-F]{4})|&#0{0,6}(\d{2,3});?|&#[xX]0{0,6}([0-9a-fA-F]{2});?|&(amp|quot|apos|lt|gt|sol|plus|equals|colon|nbsp|Tab|NewLine|lowbar|num|comma|semi|period|bsol);|\u001b\[[0-9;]{0,32}[A-Za-z]|(?<=%(?:0[ADad]|2[0237Cc]|3[A-Ea-e]|5[BDbd]|7[BDbd])\+{0,40})\+|\+(?=%3[Dd]\+)|=(3D)/g;
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
 * Resolves the escapes of JSON, source code, URLs, HTML, mail and terminals, once: what was escaped twice needs a second
 * call. Up to eight backslashes before a letter count as one. A plus sign beside punctuation in per cent is a space.
 *
 * @param text Latin-1
 * @returns undefined when there is none
 */
function escapes_resolveEscapes(text) {
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
    const [, braced, u4, u8, x2, octal, letter, percent, percentU, decimal, hexEntity, named, quoted] = match;
    const hex = braced ?? u4 ?? u8 ?? x2 ?? percent ?? percentU ?? hexEntity ?? quoted;
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
    if (written.startsWith('%') || written === '+')
        return 'percent';
    return written.startsWith('&') ? 'html' : 'escape';
}
function mostFrequent(counts) {
    if (counts.percent >= counts.html && counts.percent >= counts.escape)
        return 'percent';
    return counts.html >= counts.escape ? 'html' : 'escape';
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/long-runs.js





const long_runs_IDENTIFIER = 20;
const long_runs_SECRET = 40;
const SMTP_PASSWORD = 44;
/** Longer runs of escapes are read without a closer look. */
const LONGEST_LOOK = 4096;
const BEGINS_ESCAPE = alphabet_tableOf('\\%&');
/**
 * Looks at one run of base64 and escape characters, 40 bytes or more, and visits what in it is worth reading.
 *
 * @returns true when `visit` ended the search
 */
function long_runs_visitLongRun(bytes, start, end, visit) {
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
    const isOfValue = isToken(bytes, start, end) || (kind === 'base64' && long_runs_LINE_BEFORE.test(before(bytes, start)));
    return isOfValue && visit('text', start, end);
}
/** Whether the stretch can itself be a value that is looked for, or a piece of one. */
function isToken(bytes, start, end) {
    const length = end - start;
    if (length < long_runs_SECRET)
        return false;
    if ((length === long_runs_SECRET || length === SMTP_PASSWORD) && isMixedAndRandom(bytes, start, end))
        return true;
    if (bytes[start - 1] === HYPHEN && before(bytes, start).endsWith('-api-key-'))
        return true;
    if (HEAD_OF_TOKEN.test(bytes.toString('latin1', start, start + LENGTH_OF_HEAD)))
        return true;
    return IS_QUOTE[bytes[start - 1] ?? 0] === 1 && LITERAL_BEFORE.test(before(bytes, start));
}
function before(bytes, at) {
    return bytes.toString('latin1', Math.max(0, at - 64), at);
}
const HYPHEN = 0x2d;
const IS_QUOTE = alphabet_tableOf('"\'`');
/** Of a token, or of its first piece: the rest may follow in other literals or lines. */
const HEAD_OF_TOKEN = /ABSK|YXdz|b3Jp/;
/** The last of the places where it can begin, and its letters. */
const LENGTH_OF_HEAD = 19;
/** A first literal that is too short to be seen by itself; its end is what assembly/sieve.ts looks for. */
const LITERAL_BEFORE = /(?:(?<![A-Za-z0-9+/])ABSK|-api-key-|YXdz|b3JpZ2lu)[A-Za-z0-9+/]{0,39}\\?["'`][ \t\r\n+.&_\\]{0,13}["'`]$/;
/** A first line that is. */
const long_runs_LINE_BEFORE = /(?:(?<![A-Za-z0-9+/])ABSK|-api-key-)[A-Za-z0-9+/]{0,39}[\s\\#*>|/]{1,14}$/;
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
    if ((classes & long_runs_MIXED) !== long_runs_MIXED)
        return false;
    return (classes & DIGIT) === 0 ? looksRandom(bytes, start, end) : mayBeRandom(bytes, start, end);
}
const long_runs_LOWER = 1;
const long_runs_UPPER = 2;
const DIGIT = 4;
const long_runs_MIXED = long_runs_LOWER | long_runs_UPPER;
/** Whether a run with escapes in it holds a value once they are resolved. */
function escapesHideSomething(bytes, start, end) {
    if (end - start > LONGEST_LOOK)
        return true;
    if (!mayHoldValue(bytes, start, end, long_runs_IDENTIFIER))
        return false;
    const raw = bytes.toString('latin1', start, end);
    const resolved = resolveEscapes(raw)?.text;
    if (resolved === undefined)
        return false;
    if (/A(?:[KSB]I|CC)A[A-Z2-7]{16}/.test(resolved))
        return true;
    const decoded = Buffer.from(resolved, 'latin1');
    return long_runs_visitLongRun(decoded, 0, decoded.length, () => true);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/sieve-tables.js


// Where assembly/sieve.ts looks for them.
const NIBBLE_TABLES = 0x100;
const CLASSES = 0x200;
const BASE64_VALUES = 0x300;
/**
 * The two letters by which each needle is found, each of them a class of one bit: with the same low halves for all its
 * high halves. The second letter's bit is twice the first one's. In this order, for a second letter and the first one of
 * the next line pass for a pair, too.
 */
const PAIRS = (/* unused pure expression or super */ null && ([
    // Of secret in either case, and of amzn.mws.
    ['CcMm', 'RrWw'],
    // Of BS0lB and BU0lB.
    ['0', 'l'],
    // Of QUtJQ and QVNJQ, of FLSU and FTSU.
    ['QS', 'UV'],
    // Of AKIA, ASIA, ABIA, ACCA.
    ['IC', 'A'],
]));
// Bits of the classes of a byte, as in assembly/sieve.ts.
const CLASS_BITS = [
    [1, alphabet_IS_BASE64_OR_ESCAPE],
    [2, alphabet_IS_UPPER_OR_DIGIT],
    [4, alphabet_IS_CODE],
    [8, alphabet_IS_NUMBER],
    [16, alphabet_IS_LATIN_TEXT],
];
/** Writes the classes of bytes, and the letters that are looked for, into the memory of the sieve. */
function sieve_tables_writeTables(memory) {
    const runs = new NibbleTables();
    runs.add(IS_BASE64_OR_ESCAPE);
    const upperBits = runs.add(IS_UPPER_OR_DIGIT);
    const codes = new NibbleTables();
    codes.add(IS_CODE);
    const digitBits = (codes.low[0] ?? 0) & (codes.high[3] ?? 0);
    const letters = new NibbleTables();
    for (const letter of PAIRS.flat())
        letters.add(tableOf(letter));
    const tables = [runs, codes, letters].flatMap(({ low, high }) => [low, high]);
    const all = [
        ...tables,
        new Uint8Array(16).fill(upperBits),
        new Uint8Array(16).fill(0x0f),
        new Uint8Array(16).fill(digitBits),
    ];
    all.forEach((table, at) => {
        memory.set(table, NIBBLE_TABLES + at * 16);
    });
    memory.set(BASE64_VALUE, BASE64_VALUES);
    for (let byte = 0; byte < 256; byte++)
        memory[CLASSES + byte] = CLASS_BITS.reduce((bits, [bit, members]) => (members[byte] === 1 ? bits | bit : bits), 0);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/sieve.js


// The memory, as assembly/sieve.ts has it.
const COUNT_OF_MARKS = 0x80;
const HAS_NULL = 0x84;
const MARKS = 0x400;
const sieve_WORDS_OF_MARK = 3;
const INPUT = 0x4000;
/** So much is looked at in one go: it stays in the processor's cache. */
const sieve_CHUNK = (/* unused pure expression or super */ null && (256 * 1024));
/** Longer than any pair with what stands around it, and than a block. */
const sieve_OVERLAP = 64;
/** Looks at every byte once, sixteen at a time: assembly/sieve.ts and the memory that it works in. */
class Sieve {
    #sieve;
    #wideText;
    /** What it looks at. */
    input;
    #kept = Buffer.allocUnsafeSlow(sieve_CHUNK);
    #words;
    constructor() {
        const relaxed = Buffer.from(RELAXED_SIEVE_CODE.join(''), 'base64');
        const code = WebAssembly.validate(relaxed) ? relaxed : Buffer.from(SIEVE_CODE.join(''), 'base64');
        const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
        const { memory, sieve, wideText } = exports;
        if (!(memory instanceof WebAssembly.Memory))
            throw new TypeError('the sieve has no memory');
        this.#sieve = passOf(sieve);
        this.#wideText = passOf(wideText);
        this.input = Buffer.from(memory.buffer, INPUT, sieve_CHUNK);
        this.#words = new Int32Array(memory.buffer);
        writeTables(new Uint8Array(memory.buffer));
    }
    /** What is in the first bytes of its input, where looking at something else leaves it alone. */
    keep(size) {
        return this.#kept.subarray(0, this.input.copy(this.#kept, 0, 0, size));
    }
    /** All marks of a stretch, CHUNK bytes at most, before any is visited: visiting one may lead here again. */
    look(bytes, start, end, goesOn) {
        const size = this.#bring(bytes, start, end);
        const words = this.#words;
        const seen = this.#sieve(0, size, goesOn);
        if (words[COUNT_OF_MARKS / 4] === 0 && words[HAS_NULL / 4] === 0)
            return NOTHING;
        const marks = this.#marks(this.#sieve, seen, size, goesOn);
        return { marks, hasNull: words[HAS_NULL / 4] !== 0 };
    }
    /** The same for stretches of wide text. */
    lookForWideText(bytes, start, end) {
        const size = this.#bring(bytes, start, end);
        return this.#marks(this.#wideText, this.#wideText(0, size, 0), size, 0);
    }
    /** @returns how many bytes are in the input then */
    #bring(bytes, start, end) {
        return bytes === this.input && start === 0 ? end : bytes.copy(this.input, 0, start, end);
    }
    /** The marks of a pass that came as far as `seen`, and of as many more as it takes. */
    #marks(pass, seen, size, goesOn) {
        const words = this.#words;
        const marks = [];
        for (let from = seen;; from = pass(from, size, goesOn)) {
            const last = MARKS / 4 + (words[COUNT_OF_MARKS / 4] ?? 0) * sieve_WORDS_OF_MARK;
            for (let word = MARKS / 4; word < last; word++)
                marks.push(words[word] ?? 0);
            if (from >= size)
                return marks;
        }
    }
}
const sieve_BEFORE = 1;
const BEHIND = 2;
function passOf(exported) {
    if (typeof exported !== 'function')
        throw new TypeError('the sieve is not what assembly/sieve.ts exports');
    return (from, size, goesOn) => Number(exported(from, size, goesOn));
}
const NOTHING = { marks: [], hasNull: false };
let compiled;
/** Compiled at its first use, once for each thread. */
function theSieve() {
    compiled ??= new Sieve();
    return compiled;
}
/**
 * Memory that the sieve works in, of CHUNK bytes: what is read into it needs no copy to be looked at. Looking at
 * anything else overwrites it.
 */
function sieveInput() {
    return theSieve().input;
}
/**
 * The bytes [start, end), where looking at something else leaves them alone: a copy if they are in sieveInput(), until
 * this is asked for the next one.
 */
function sieve_keptBytes(bytes, start, end) {
    return bytes === compiled?.input ? compiled.keep(end) : bytes.subarray(start, end);
}
/** Looks at the bytes [start, end) of a buffer, or at as many as are looked at in one go. */
function sieve_firstMarks(bytes, start, end) {
    const isAll = end - start <= sieve_CHUNK;
    const marked = theSieve().look(bytes, start, isAll ? end : start + sieve_CHUNK, isAll ? 0 : BEHIND);
    return marked === NOTHING && isAll ? ALL_CLEAR : { ...marked, isClear: false };
}
const ALL_CLEAR = { ...NOTHING, isClear: true };
/** What is marked from `start` on, in as many bytes as are looked at in one go. */
function sieve_nextMarks(bytes, start) {
    const end = Math.min(bytes.length, start + sieve_CHUNK);
    return theSieve().look(bytes, start, end, end < bytes.length ? sieve_BEFORE | BEHIND : sieve_BEFORE);
}
/** The same of stretches of wide text. @returns three numbers each, as for marks */
function sieve_wideMarks(bytes, start, end) {
    return theSieve().lookForWideText(bytes, start, end);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/marks.js


/**
 * What a place can be the sign of, in the order of the numbers in assembly/sieve.ts.
 *
 * - `long-run`: base64 and escape characters, 40 at least, unless it is seen at once that long-runs.ts visits nothing
 * - `upper-run`: upper-case letters and digits, 17 at least, where an identifier or the end of one can be
 * - `code-run`: numbers and what stands between them, 48 bytes at least
 * - `split-identifier`: `AKIA`, `ASIA`, `ABIA`, `ACCA`
 * - `encoded-identifier`: `AKIA` or `ASIA` in base64; from the group of four that it begins in to the letters that were seen
 * - `secret-name`: `secretKey`, `Secret Access Key`, `access-secret` and the like, from `secret` on
 * - `marketplace-token`: `amzn.mws.`
 */
const KINDS = (/* unused pure expression or super */ null && ([
    'long-run',
    'upper-run',
    'code-run',
    'split-identifier',
    'encoded-identifier',
    'secret-name',
    'marketplace-token',
]));
/** The first kinds are runs of bytes of a class; shorter ones hold nothing. */
const RUNS = [
    { table: alphabet_IS_BASE64_OR_ESCAPE, shortest: 40 },
    { table: alphabet_IS_UPPER_OR_DIGIT, shortest: 17 },
    { table: alphabet_IS_CODE, shortest: 48 },
];
/**
 * Stage A's first pass: visits the places that are worth a closer look, about in their order.
 *
 * @param first what firstMarks() said of these bytes
 * @returns whether `onMark` ended the search, and whether a NUL was met before
 */
function marks_searchMarks(bytes, onMark, first = firstMarks(bytes, 0, bytes.length)) {
    const runs = new Runs(bytes);
    let { marks, hasNull } = first;
    for (let start = 0;;) {
        const end = Math.min(bytes.length, start + CHUNK);
        if (visitMarks(marks, start, end, runs, onMark))
            return { ended: true, hasNull };
        if (end === bytes.length)
            return { ended: false, hasNull };
        start += CHUNK - OVERLAP;
        const next = nextMarks(bytes, start);
        marks = next.marks;
        hasNull ||= next.hasNull;
    }
}
/**
 * Visits the stretches in which every other byte is NUL, in their order.
 *
 * @param onStretch takes a NUL in a stretch and returns where it ends, and whether that ends the search
 * @returns true when it did
 */
function marks_searchWideText(bytes, onStretch) {
    let seen = 0;
    for (let start = 0; start < bytes.length; start += CHUNK - OVERLAP) {
        const end = Math.min(bytes.length, start + CHUNK);
        const marks = wideMarks(bytes, start, end);
        for (let word = 0; word < marks.length; word += WORDS_OF_MARK) {
            const inside = start + (marks[word + 1] ?? 0);
            if (inside < seen)
                continue;
            const stretch = onStretch(inside);
            if (stretch.ended)
                return true;
            seen = stretch.end;
        }
        if (end === bytes.length)
            return false;
    }
    return false;
}
function visitMarks(marks, start, end, runs, onMark) {
    for (let word = 0; word < marks.length; word += WORDS_OF_MARK) {
        const kind = marks[word] ?? 0;
        const from = start + (marks[word + 1] ?? 0);
        const to = start + (marks[word + 2] ?? 0);
        if (kind < RUNS.length) {
            const run = runs.whole(kind, from, to, start, end);
            if (run !== undefined && onMark(KINDS[kind] ?? 'long-run', run.start, run.end))
                return true;
        }
        else if (isOfStretch(to, start, end, runs.length) && onMark(KINDS[kind] ?? 'long-run', from, to))
            return true;
    }
    return false;
}
/** Of what two stretches share, the first half is shown with the one, the second with the other. */
function isOfStretch(at, start, end, length) {
    return (start === 0 || at > start + OVERLAP / 2) && (end === length || at <= end - OVERLAP / 2);
}
/** Puts together the runs that were cut where two stretches meet. */
class Runs {
    #bytes;
    /** How far the last run of each class went. */
    #ends = [0, 0, 0];
    constructor(bytes) {
        this.#bytes = bytes;
    }
    get length() {
        return this.#bytes.length;
    }
    /** @returns the whole run, or undefined when it is too short, or was shown before */
    whole(kind, from, to, stretchStart, stretchEnd) {
        const bytes = this.#bytes;
        const { table, shortest } = RUNS[kind] ?? RUNS[0];
        // Before it is followed: a run through many stretches would be followed from each.
        if (from < (this.#ends[kind] ?? 0))
            return undefined;
        let start = from;
        let end = to;
        if (from === stretchStart)
            while (start > 0 && table[bytes[start - 1] ?? 0] === 1)
                start--;
        if (to === stretchEnd)
            while (end < bytes.length && table[bytes[end] ?? 0] === 1)
                end++;
        if (end - start < shortest)
            return undefined;
        this.#ends[kind] = end;
        return { start, end };
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/needles.js

/** What can stand behind the first piece of a split value: a quote, a line end, an escape, a tag, a variable, an invisible space. */
const MAY_SPLIT = alphabet_tableOf('"\'`)\\\r\n%&=|^<$#{\xc2\xe2\xef');
const needles_PREFIX = 4;
const needles_IDENTIFIER = 20;
/**
 * Looks behind the prefix of an identifier for what can stand between two pieces of it, `"AKIA\u2026" + "\u2026"`.
 *
 * @returns true when `visit` ended the search
 */
function needles_visitSplitIdentifier(bytes, at, visit) {
    let after = at + needles_PREFIX;
    while (IS_ALPHANUMERIC[bytes[after] ?? 0] !== 0 && after < at + needles_IDENTIFIER)
        after++;
    return MAY_SPLIT[bytes[after] ?? 0] === 1 && visit('text', at, after);
}
const needles_LONG_RUN = 40;
/** What of an identifier's base64 follows its first letters at least, with them. */
const SHORTEST_ENCODED = 24;
/**
 * Looks at an identifier alone in base64, in at most 39 characters, which is no long run.
 *
 * @param group where the group of four characters begins that its first letters begin in
 * @param letters where these letters are
 * @returns true when `visit` ended the search
 */
function needles_visitEncodedIdentifier(bytes, group, letters, visit) {
    let start = letters;
    while (start > 0 && IS_BASE64[bytes[start - 1] ?? 0] !== 0 && letters - start < needles_LONG_RUN)
        start--;
    let end = letters;
    while (end < bytes.length && IS_BASE64[bytes[end] ?? 0] !== 0 && end - start < needles_LONG_RUN)
        end++;
    const first = group - ((group - start) & ~3);
    if (end - letters < SHORTEST_ENCODED || end - start >= needles_LONG_RUN || first < start)
        return false;
    return visit('base64', first, end);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/upper-runs.js

const upper_runs_IDENTIFIER = 20;
const upper_runs_PREFIX = /^(?:AKIA|ASIA|ABIA|ACCA)/;
/** What is left of a prefix when a literal was split within it: `"AK" + "IA\u2026"`. */
const REST_OF_PREFIX = /^(?:(?:[KSB]I|CC)A[A-Z2-7]{16}|[IC]A[A-Z2-7]{16}|A[A-Z2-7]{16})$/;
/**
 * Looks at one run of upper-case letters and digits, 17 bytes or more.
 *
 * @returns true when `visit` ended the search
 */
function upper_runs_visitUpperRun(bytes, start, end, visit) {
    return isIdentifier(bytes, start, end) && visit('text', start, end);
}
/** An identifier ends where the run ends, but it may begin late: `%3DAKIA\u2026`. */
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
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/wide.js


const wide_WIDE_LAYOUTS = [
    { kind: 'utf-32le', width: 4, low: 0 },
    { kind: 'utf-32be', width: 4, low: 3 },
    { kind: 'utf-16le', width: 2, low: 0 },
    { kind: 'utf-16be', width: 2, low: 1 },
];
const SAMPLE = 4096;
/** The shortest stretch of two-byte characters within other bytes that is looked at. */
const wide_SHORTEST = 40;
/**
 * Visits the content as a whole when it is UTF-16 or UTF-32, with or without a byte order mark; otherwise each stretch
 * of it, as compiled programs hold them. For contents that hold a NUL.
 *
 * @returns true when `visit` ended the search
 */
function wide_visitWide(bytes, visit) {
    const layout = layoutOf(bytes);
    if (layout !== undefined)
        return visit(layout.kind, 0, bytes.length);
    return visitStretches(bytes, visit);
}
/** @returns undefined when the content is something else */
function layoutOf(bytes) {
    const marked = markedKind(bytes);
    if (marked !== undefined)
        return wide_WIDE_LAYOUTS.find(layout => layout.kind === marked);
    const size = Math.min(bytes.length, SAMPLE) & ~3;
    const nulls = [0, 0, 0, 0];
    for (let at = 0; at < size; at++)
        if (bytes[at] === 0)
            nulls[at & 3] = (nulls[at & 3] ?? 0) + 1;
    const share = nulls.map(count => count / (size / 4));
    return wide_WIDE_LAYOUTS.find(layout => fits(layout, share));
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
/** From the first to the last NUL, and from the character before that where the NUL is its upper half. */
function visitStretches(bytes, visit) {
    return searchWideText(bytes, from => {
        let first = from;
        while (first >= 2 && bytes[first - 2] === 0 && IS_LATIN_TEXT[bytes[first - 1] ?? 0] === 1)
            first -= 2;
        const end = endOfStretch(bytes, first);
        const before = bytes[first - 1] ?? 0;
        const littleEndian = before >= 0x20 && before < 0x7f;
        const start = littleEndian ? first - 1 : first;
        const isLong = end - start >= wide_SHORTEST;
        return { ended: isLong && visit(littleEndian ? 'utf-16le' : 'utf-16be', start, end), end };
    });
}
/** Follows NUL, character, NUL, character \u2026 from a NUL on. */
function endOfStretch(bytes, at) {
    let end = at;
    while (end + 1 < bytes.length && bytes[end] === 0 && IS_LATIN_TEXT[bytes[end + 1] ?? 0] === 1)
        end += 2;
    return end > at && bytes[end] === 0 ? end + 1 : end;
}
/** The characters in Latin-1, one byte each; those beyond are 0xBF. */
function wide_narrow(bytes, { width, low }) {
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
function kernels_hasCandidates(bytes, start, end) {
    const first = kernels_glance(bytes, start, end);
    return first !== undefined && kernels_findCandidates(bytes.subarray(start, end), () => true, first);
}
/**
 * The first half of it: what findCandidates() needs to know of the bytes, or undefined when there is nothing for it.
 * They may be the first of sieveInput(): what is in there is then copied before anything else is done.
 */
function kernels_glance(bytes, start, end) {
    const first = firstMarks(bytes, start, end);
    return first.isClear && !mayBePacked(bytes, start, end) ? undefined : first;
}
/** A quick no for what is not told apart by its marks: archives, programs that carry one, hex dumps. */
function mayBePacked(bytes, start, end) {
    return mayBeArchive(bytes, start, end) || bytes[start] === FIRST_OF_HEX_DUMP;
}
/** The same for names in a tree, which stand one by one between bytes that are no text: nothing in them is wide or packed. */
function hasCandidatesInNames(tree) {
    return searchMarks(tree, (kind, start, end) => look(tree, kind, start, end, () => true)).ended;
}
/** Nothing shorter than this holds anything: an identifier has 20 characters, an odd secret 16. */
const kernels_SHORTEST = 16;
/**
 * Finds all candidates, about in the order of the bytes.
 *
 * @param first what firstMarks() said of the bytes, if it was asked
 * @param spend is told the work that closer looks are
 * @returns true when `visit` ended the search
 */
function kernels_findCandidates(bytes, visit, first, spend = () => undefined) {
    if (bytes.length < kernels_SHORTEST)
        return false;
    const packed = archiveKind(bytes) !== undefined || endsWithZip(bytes);
    if (packed && visit('archive', 0, bytes.length))
        return true;
    if (beginsHexDump(bytes) && visit('text', 0, bytes.length))
        return true;
    const onMark = (kind, start, end) => {
        spend(kernels_COST_OF_LOOK[kind] + (end - start) / 2);
        return look(bytes, kind, start, end, visit);
    };
    const { ended, hasNull } = searchMarks(bytes, onMark, first);
    return ended || (hasNull && visitWide(bytes, visit));
}
/** In steps, beside those for its length. */
const kernels_COST_OF_LOOK = {
    'long-run': 10,
    'upper-run': 10,
    'code-run': 10,
    'split-identifier': 10,
    'encoded-identifier': 10,
    'secret-name': 200,
    'marketplace-token': 10,
};
/** Looks at what was marked, each kind in its own way. */
function look(bytes, kind, start, end, visit) {
    switch (kind) {
        case 'long-run':
            return visitLongRun(bytes, start, end, visit);
        case 'upper-run':
            return visitUpperRun(bytes, start, end, visit);
        case 'code-run':
            return visitCodeRun(bytes, start, end, visit, decoded => kernels_findCandidates(decoded, () => true));
        case 'split-identifier':
            return visitSplitIdentifier(bytes, start, visit);
        case 'encoded-identifier':
            return visitEncodedIdentifier(bytes, start, end, visit);
        case 'secret-name':
            return assignsSecret(bytes, end) && visit('text', start, end);
        case 'marketplace-token':
            return visit('text', start, start + 47);
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/token-lists.js


const token_lists_QUOTE = '["\'`]';
/** From one literal of a list to the next, which holds one word. */
const NEXT = new RegExp(`${token_lists_QUOTE}\\s{0,40},\\s{0,40}${token_lists_QUOTE}(?=([A-Za-z0-9+/]{1,200})={0,2}${token_lists_QUOTE})`, 'g');
/** The first line of a token: shorter than any that is whole, so that nothing follows one of these. */
const FIRST = new RegExp(`${token_lists_QUOTE}(${HEAD_OF_BEDROCK_KEY}[A-Za-z0-9+/]{28,124}|(?:${HEAD_OF_SHORT_TERM_KEY}|${HEAD_OF_SESSION_TOKEN})[A-Za-z0-9+/]{20,180})$`);
const token_lists_LONGEST = 201;
/**
 * Puts the lines of a token together that stand in a list: all of one width, but the last. No word says that they
 * belong together; that the first begins as a token does.
 */
function token_lists_joinTokenLists(text) {
    let [width, begin] = [0, -1];
    return without(NEXT, text, ({ 0: gap, 1: next = '', index }) => {
        const isNext = index - width === begin;
        if (!isNext)
            width = FIRST.exec(text.slice(Math.max(0, index - token_lists_LONGEST), index))?.[1]?.length ?? 0;
        begin = next.length <= width ? index + gap.length : -1;
        return begin < 0 ? 0 : gap.length;
    });
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/variables.js
const variables_QUOTE = '["\'`]';
const variables_PIECE = '[A-Za-z0-9+/]{1,39}';
const variables_NAME = '[A-Za-z_]\\w{0,60}';
/** A variable that is given a literal, quoted or, as in a shell, bare to the end of the line. */
const variables_ASSIGNED = new RegExp(`(?<![\\w$])[$@]?(${variables_NAME})(?:\\s?:\\s?[\\w<>]{1,20})?\\s{0,8}(?::?=|:|<-)\\s{0,8}@?${variables_QUOTE}(?=(${variables_PIECE})${variables_QUOTE})` +
    `|(?<=^|[\\r\\n]|export |set )(${variables_NAME})=(?=(${variables_PIECE})(?:[\\r\\n;]|$))`, 'g');
/** `a`, `$a`, `self.a`, `this->a`; or a literal among them. */
const OPERAND = `(?:[$@]?(?:${variables_NAME}(?:\\.|->|::)){0,2}${variables_NAME}|${variables_QUOTE}${variables_PIECE}${variables_QUOTE})`;
/** `$a`, `${a}`, `#{a}`, `{a}`, `{$a}`, `%a%`, `$(a)`, `$($a)`, `\\(a)` */
const INTERPOLATION = `(?:[$#]?\\{\\$?(?:${variables_NAME}\\.)?${variables_NAME}\\}|\\$${variables_NAME}|%${variables_NAME}%|[$\\\\]\\(\\$?${variables_NAME}\\))`;
const MOST_MORE = '{1,7}';
/** Text and variables in one literal: `AKIA\u2026${b}`. */
const variables_MIXED = `(?:${variables_PIECE})?(?:${INTERPOLATION}(?:${variables_PIECE})?){1,8}`;
const TEMPLATE = `(?<=${variables_QUOTE})${variables_MIXED}(?=${variables_QUOTE})`;
/** The same without quotes, as shells have it. */
const BARE = `(?<=[A-Za-z_]\\w{0,60}=)${variables_MIXED}(?=[\\r\\n;]|$)`;
const PARTS = new RegExp(`(?:[$#]?\\{\\$?(?:${variables_NAME}\\.)?|[$\\\\]\\(\\$?|\\$|%)(${variables_NAME})[})%]?|(${variables_PIECE})`, 'g');
/** `"AKIA\u2026{}".format(b)`, `"%s\u2026" % a`, `Sprintf("%s\u2026%s", a, b)` */
const BLANK = '(?:\\{\\d?\\}|%[sv@])';
const FORMATTED = `${variables_QUOTE}(?:${variables_PIECE})?(?:${BLANK}(?:${variables_PIECE})?){1,8}${variables_QUOTE}(?:\\.format\\(|\\s?%\\s?\\(?|,\\s?)${OPERAND}(?:,\\s?${OPERAND}){0,7}`;
const FORMAT = new RegExp(`^${variables_QUOTE}([^"'\`]*)${variables_QUOTE}(?:\\.format\\(|\\s?%\\s?\\(?|,\\s?)(.*)$`, 's');
const BLANKS = new RegExp(`${BLANK}|(${variables_PIECE})`, 'g');
/** Variables that are put together by operators, by interpolation, or as a list. */
const EXPRESSION = new RegExp([
    `(${TEMPLATE}|${BARE})`,
    `(${FORMATTED})`,
    `(?<![\\w$.>])${OPERAND}(?:\\s{0,8}(?:\\+\\+?|\\.\\.?|&|\\|\\||<>|\\^|,)\\s{0,8}${OPERAND})${MOST_MORE}`,
    `${INTERPOLATION}(?:["']{0,2}${INTERPOLATION})${MOST_MORE}`,
].join('|'), 'g');
const OPERANDS = new RegExp(`${variables_QUOTE}(${variables_PIECE})${variables_QUOTE}|(?:${variables_NAME}(?:\\.|->|::)(?=\\w))*(${variables_NAME})`, 'g');
const variables_IS_QUOTE = /["'`]/;
/** What an identifier and a secret have. */
const LENGTHS = new Set([20, 40]);
/**
 * Puts the literals of variables together where the variables are: `id = a + b`. Only what then has the length of an
 * identifier or of a secret is changed.
 *
 * @returns undefined when there is none
 */
function variables_joinVariables(text) {
    const variables = variablesOf(text);
    if (variables.size === 0)
        return undefined;
    const parts = [];
    const starts = [];
    let from = 0;
    const keep = ({ start, end }) => {
        parts.push(text.slice(start, end));
        for (let at = start; at < end; at++)
            starts.push(at);
    };
    for (const { 0: expression, 1: template, 2: format, index } of text.matchAll(EXPRESSION)) {
        const operands = operandsIn(expression, index, template, format);
        const literals = literalsOf(operands, index, variables);
        if (literals === undefined)
            continue;
        keep({ start: from, end: index });
        from = index + expression.length;
        const isQuoted = variables_IS_QUOTE.test(text.charAt(index - 1)) && variables_IS_QUOTE.test(text.charAt(from));
        const quote = isQuoted ? '' : '"';
        parts.push(quote);
        if (!isQuoted)
            starts.push(index);
        literals.forEach(keep);
        parts.push(quote);
        if (!isQuoted)
            starts.push(from - 1);
    }
    if (from === 0)
        return undefined;
    keep({ start: from, end: text.length });
    return { text: parts.join(''), starts: Int32Array.from(starts) };
}
function variablesOf(text) {
    const variables = new Map();
    for (const match of text.matchAll(variables_ASSIGNED)) {
        const name = match[1] ?? match[3] ?? '';
        const start = match.index + match[0].length;
        const literal = { start, end: start + (match[2] ?? match[4] ?? '').length };
        const known = variables.get(name);
        if (known === undefined)
            variables.set(name, [literal]);
        else
            known.push(literal);
    }
    return variables;
}
function operandsIn(expression, index, template, format) {
    if (format !== undefined)
        return formattedOf(format, index);
    return template === undefined ? operandsOf(expression, index) : partsOf(template, index);
}
function operandsOf(expression, index) {
    return [...expression.matchAll(OPERANDS)].map(({ 1: piece, 2: name, index: at }) => piece === undefined ? (name ?? '') : { start: index + at + 1, end: index + at + 1 + piece.length });
}
function partsOf(template, index) {
    return [...template.matchAll(PARTS)].map(({ 0: part, 1: name, index: at }) => name ?? { start: index + at, end: index + at + part.length });
}
/** The pieces of a format, and the operands that fill its blanks, in their order. */
function formattedOf(expression, index) {
    const [, format = '', list = ''] = FORMAT.exec(expression) ?? [];
    const fillings = operandsOf(list, index + expression.length - list.length).values();
    return [...format.matchAll(BLANKS)].map(({ 1: piece, index: at }) => piece === undefined
        ? (fillings.next().value ?? '')
        : { start: index + 1 + at, end: index + 1 + at + piece.length });
}
/** @returns the literals that are put together at that place, or undefined when they are no value */
function literalsOf(operands, index, variables) {
    const literals = [];
    let length = 0;
    for (const operand of operands) {
        const literal = typeof operand === 'string' ? lastBefore(variables.get(operand) ?? [], index) : operand;
        if (literal === undefined)
            return undefined;
        literals.push(literal);
        length += literal.end - literal.start;
    }
    return literals.length > 1 && LENGTHS.has(length) ? literals : undefined;
}
/** What the variable holds at that place. */
function lastBefore(literals, index) {
    let low = 0;
    let high = literals.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((literals[middle]?.start ?? 0) < index)
            low = middle + 1;
        else
            high = middle;
    }
    return literals[low - 1];
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/layers.js







/** The same text with its escapes resolved, or undefined when it has none. */
function layers_resolvedView(view, text) {
    const resolved = resolveEscapes(text);
    if (resolved === undefined)
        return undefined;
    const { starts, ends, layer } = resolved;
    return {
        ...view,
        bytes: Buffer.from(resolved.text, 'latin1'),
        place: through((from, to) => ({ start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }), view.place),
        layers: [...view.layers, layer],
        depth: view.depth + 1,
    };
}
/** The same text with its literals, its lists, its lines, its dumped bytes put together: each that it has. */
function layers_joinedViews(view, text) {
    if (!view.joins)
        return [];
    const forms = [
        joinLiterals(text),
        joinLists(text),
        joinLines(text),
        joinTokenLists(text),
        joinVariables(text),
    ];
    const joined = forms.filter(one => one !== undefined);
    const views = joined.map(one => joinedView(view, one, 'concatenation'));
    const dump = readHexDump(text);
    return dump === undefined ? views : [...views, joinedView(view, dump, 'hex dump')];
}
function joinedView(view, { text, starts }, layer) {
    return {
        ...view,
        bytes: Buffer.from(text, 'latin1'),
        place: through((from, to) => stretchOf(starts[from] ?? 0, starts[to - 1] ?? 0), view.place),
        layers: [...view.layers, layer],
        joins: false,
    };
}
/** The pieces of a value may stand in another order than they are put together in. */
function stretchOf(first, last) {
    return { start: Math.min(first, last), end: Math.max(first, last) + 1 };
}
/** A stretch of UTF-16 or UTF-32, one byte for each character. */
function layers_wideView(view, layout, start, end) {
    const { kind, width } = layout;
    return {
        ...view,
        bytes: narrow(view.bytes.subarray(start, end), layout),
        place: (from, to) => view.place(start + from * width, start + to * width),
        layers: [...view.layers, kind],
        preface: 0,
        depth: view.depth + 1,
        isUnpacked: false,
    };
}
/** A short value keeps the words before it: they say what it is. */
const SHORT = 256;
const PREFACE = 100;
/** What an encoded stretch decodes to. */
function layers_decodedView(view, decoded, layers) {
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
        depth: view.depth + 1,
        isUnpacked: false,
    };
}
const EMPTY = Buffer.alloc(0);
/** The same line before the value, without what only says that it is encoded. */
function prefaceOf(bytes, at) {
    const before = bytes.toString('latin1', Math.max(0, at - PREFACE), at);
    const line = before.replace(/^[\s\S]*[\r\n](?=[^\r\n])/, '');
    return Buffer.from(`${line.replace(/(?:;?base64,|!!binary|Basic)\s*$/i, '')} `, 'latin1');
}
;// CONCATENATED MODULE: external "../packages/archives.js"
var archives_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var archives_js_y = (x) => (() => (x))
const archives_js_namespaceObject = archives_js_x({  });
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/open-archive.js




/** Bytes that come out for the price of a step. */
const BYTES_OF_STEP = 8;
/**
 * Unpacks an archive, part by part.
 *
 * @returns the stretches of it that no part covers, or undefined when none was unpacked, or it is a program with an archive
 *   behind it: then all of it is to be read as the bytes it is
 */
function open_archive_openArchive(view, { depth, layers, budget }, read) {
    const known = archiveKind(view.bytes);
    // A program's archive is not opened once more in each reading of the program's text.
    const kind = known ?? (view.layers === layers && endsWithZip(view.bytes) ? 'zip' : undefined);
    if (kind === undefined)
        return undefined;
    if (depth >= LIMITS.depth) {
        budget.leaveOut(view.layers.slice(0, 3), `${kind}: nested too deep`, 'incomplete');
        return undefined;
    }
    const unpacking = {
        spend: bytes => budget.spend(bytes / BYTES_OF_STEP),
        isSpent: () => budget.isSpent,
        leaveOut: (reason, how = 'unopened') => budget.leaveOut(view.layers, reason, how),
    };
    const covered = new Covered();
    let opened = false;
    for (const { bytes, layer, start, end, covers } of entriesOf(view.bytes, kind, unpacking)) {
        opened = true;
        for (const range of covers)
            covered.add(range);
        read({ bytes, name: layer, layers: [...view.layers, layer], ...view.place(start, end) });
    }
    return opened && known !== undefined ? covered.gaps(view.bytes.length) : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/regions.js
/** Text around a candidate that is read with it: names, the other half of a pair. */
const MARGIN = 4096;
/** Regions are read in slices of this size, which overlap so that nothing is cut in every one of them. */
const regions_SLICE = (/* unused pure expression or super */ null && (256 * 1024));
const regions_OVERLAP = 2 * MARGIN;
/** Places to be read, each with its surroundings, merged where they touch. */
class regions_Regions {
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
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/token-pieces.js

/**
 * The first literal or line of a token, or its last, can look like a whole one, beside the reading in which all of them
 * are put together.
 *
 * @returns the tokens without these
 */
function token_pieces_withoutPieces(tokens) {
    const longest = new Map();
    for (const token of tokens) {
        for (const side of sidesOf(token)) {
            const known = longest.get(side);
            if (known === undefined || isPieceOf(known, token))
                longest.set(side, token);
        }
    }
    return tokens.filter(token => sidesOf(token).every(side => {
        const other = longest.get(side);
        return other === undefined || !isPieceOf(token, other);
    }));
}
function sidesOf({ rule, start, end }) {
    return [`${rule} from ${start}`, `${rule} to ${end}`];
}
function isPieceOf({ text, rule }, other) {
    if (other.text.length <= text.length)
        return false;
    if (other.text.endsWith(text))
        return true;
    return other.text.startsWith(text) && isRest(other.text, text.length, rule !== 'session-token');
}
/** Whole base64 has a multiple of four. */
const QUAD = 4;
/** More than a word that stands on the next line by chance. */
const SHORTEST_REST = 12;
function isRest(token, start, isText) {
    const rest = token.slice(start);
    const isWhole = token.length % QUAD === 0;
    if (isWhole && (start % QUAD !== 0 || /\d|[a-z][A-Z]|=$/.test(rest)))
        return true;
    if (rest.length < SHORTEST_REST)
        return false;
    return isText || mayBeRandom(Buffer.from(rest, 'latin1'), 0, rest.length);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/verdicts.js



/** Puts the values of one document together and says how bad each is. */
function verdicts_verdictsOn(finds, linesBetween, outer) {
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
    for (const token of withoutPieces([...tokens.values()]).sort(byCertainty)) {
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
        ...accountOf(identifier),
        ...(harmless === undefined ? {} : { reason: harmless }),
    };
}
function verdictOnIdentifier(identifier, outer) {
    const common = {
        accessKeyId: outer(identifier),
        layers: identifier.layers,
        ...accountOf(identifier),
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
function accountOf(identifier) {
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















/** Reads a whole content, through all its layers. */
function reading_readContent(content, { path, isPart, first }, common) {
    const outer = ({ text, start, end }) => ({ text, start, end });
    const layers = [];
    const reading = { bytes: content, layers, outer, depth: 0, common, finds: noFinds() };
    const named = namedView(content, layers, path);
    const view = isPart ? { ...named, isUnpacked: true } : named;
    readDocument(view, reading, view.bytes === content ? first : undefined);
}
function readDocument(view, reading, first) {
    readView(view, reading, first);
    const { finds, bytes, outer, common } = reading;
    const lines = new LineEnds(bytes);
    for (const found of verdictsOn(finds, (start, end) => lines.between(start, end), outer))
        common.detections.push(found);
}
/** Stage A finds what is worth reading, and each kind of candidate is read in its own way. */
function readView(view, reading, first) {
    const { budget } = reading.common;
    const regions = new Regions(view.bytes.length);
    const decoded = new Progress();
    budget.spend(view.bytes.length / reading_BYTES_OF_STEP + COST_OF_VIEW);
    const visit = (kind, start, end) => {
        if (isFull(reading))
            return true;
        switch (kind) {
            case 'text':
                regions.add(start, end);
                return false;
            case 'archive':
                return !view.isUnpacked && readArchive(view, reading);
            case 'base64':
            case 'hex':
                if (start >= view.preface && !decoded.covers(kind, start, end)) {
                    const to = readEncoded(view, kind, start, end, reading);
                    decoded.advance(kind, to);
                    if (continuesInLiteral(view.bytes, to))
                        regions.add(start, to);
                }
                return false;
            case 'codes':
                if (start >= view.preface)
                    readCodes(view, start, end, reading);
                return false;
            default:
                readWide(view, kind, start, end, reading);
                return false;
        }
    };
    findCandidates(view.bytes, visit, first, steps => budget.spend(steps));
    for (const region of regions.slices())
        if (!isFull(reading))
            readRegion(view, region, reading);
}
/** What a look at every byte costs, and what is made for each view. */
const reading_BYTES_OF_STEP = 16;
const COST_OF_VIEW = 100;
/**
 * How far runs of each encoding were decoded: wrapped lines are taken with the first of them, and then met again. A
 * shorter run was seen by what is in it, which may be taken as the end of lines that it does not belong to.
 */
class Progress {
    #ends = { base64: 0, hex: 0 };
    covers(kind, start, end) {
        return start < this.#ends[kind] && end - start >= SHORTEST_LINE;
    }
    advance(kind, end) {
        this.#ends[kind] = Math.max(this.#ends[kind], end);
    }
}
/** What then follows is not read, and that is noted. */
function isFull({ finds, layers, common: { budget } }) {
    if (budget.isSpent)
        budget.leaveOut(layers, 'over the work budget: a part of it was not read', 'incomplete');
    else if (finds.identifiers.size + finds.secrets.size + finds.tokens.size < LIMITS.values)
        return false;
    else
        budget.leaveOut(layers, `more than ${LIMITS.values} values: what follows them was not read`, 'incomplete');
    return true;
}
/** Behind a quote or an escape the rest of wrapped data may follow in the next literal. */
function continuesInLiteral(bytes, at) {
    return /^["'`\\%]/.test(bytes.toString('latin1', at, at + 1));
}
function readRegion(view, { start, end }, reading) {
    const { budget, quiet } = reading.common;
    const text = view.bytes.toString('latin1', start, end);
    const slice = {
        ...view,
        place: (from, to) => view.place(start + from, start + to),
        cutBefore: start > 0 || view.cutBefore,
        cutAfter: end < view.bytes.length || view.cutAfter,
        preface: Math.max(0, view.preface - start),
    };
    const circumstances = circumstancesOf(slice);
    const cost = quiet.costOf(text, circumstances);
    if (cost !== undefined) {
        budget.spend(cost);
        return;
    }
    const { seen } = reading.finds;
    const { leftOut, steps } = budget;
    readText(text, reading.finds, slice.place, view.layers, inside(slice, text.length), budget);
    readAgain(slice, text, reading);
    if (reading.finds.seen === seen && budget.leftOut === leftOut)
        quiet.add(text, circumstances, steps - budget.steps);
}
/** The same text with its escapes resolved, and with its pieces put together. */
function readAgain(slice, text, reading) {
    const { budget } = reading.common;
    budget.spend(text.length);
    const resolved = resolvedView(slice, text);
    if (resolved !== undefined && mayGoDeeper(slice, reading))
        readView(resolved, reading);
    if (!slice.joins)
        return;
    budget.spend(4 * text.length);
    for (const joined of joinedViews(slice, text))
        readView(joined, reading);
}
/** Whether one more layer may be undone; where not, that is noted. */
function mayGoDeeper({ depth, layers }, { common }) {
    if (depth < LIMITS.layers)
        return true;
    common.budget.leaveOut(layers.slice(0, 3), 'encoded too often', 'incomplete');
    return false;
}
/** All of a view that decides what is found in its text. */
function circumstancesOf({ cutBefore, cutAfter, preface, joins }) {
    return [cutBefore, cutAfter, preface, joins].join(' ');
}
/** Whether a value is whole, and not of the preface. */
function inside(view, length) {
    return (start, end) => start >= view.preface && (start > 0 || !view.cutBefore) && (end < length || !view.cutAfter);
}
function readWide(view, kind, start, end, reading) {
    const layout = WIDE_LAYOUTS.find(one => one.kind === kind);
    if (layout !== undefined && mayGoDeeper(view, reading))
        readView(wideView(view, layout, start, end), reading);
}
/** @returns one past the last byte that was decoded */
function readEncoded(view, kind, start, end, reading) {
    if (!mayGoDeeper(view, reading))
        return end;
    const decoded = kind === 'hex' ? decodeHex(view.bytes, start, end) : decodeBase64(view.bytes, start, end);
    reading.common.budget.spend(decoded.bytes.length / 4);
    const layers = [...view.layers, kind];
    if (archiveKind(decoded.bytes) === undefined)
        readView(decodedView(view, decoded, layers), reading);
    else
        readPart({ bytes: decoded.bytes, name: '', layers, ...view.place(decoded.start, decoded.end) }, reading);
    return decoded.end;
}
function readCodes(view, start, end, reading) {
    const decoded = mayGoDeeper(view, reading) ? decodeCodes(view.bytes, start, end) : undefined;
    if (decoded !== undefined)
        readView(decodedView(view, decoded, [...view.layers, 'codes']), reading);
}
/** @returns true when it was opened, and read as the bytes it is where that is not all of it */
function readArchive(view, reading) {
    const { depth, layers, common } = reading;
    const opened = openArchive(view, { depth, layers, budget: common.budget }, part => readPart(part, reading));
    if (opened === undefined)
        return false;
    readView(gapsView(view, opened), reading);
    return true;
}
/** Reads something that was unpacked: all of it is carried by the same bytes. */
function readPart({ bytes, name, layers, start, end }, { outer, depth, common }) {
    const carried = ({ text }) => outer({ text, start, end });
    const part = { bytes, layers, outer: carried, depth: depth + 1, common, finds: noFinds() };
    readDocument(namedView(bytes, layers, name), part);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/detect/detect.js




/**
 * Finds the AWS credentials in one content, through encodings and archives. Takes time linear in the size, memory
 * within the limits, and never throws, whatever the bytes.
 *
 * @param content a file, a blob, a message
 * @returns detections in the order of their places, and what could not be read
 */
function detect_detect(content, options = {}) {
    const { path = '', isPart = false, first, work = workFor(content.length) } = options;
    const budget = new Budget(work);
    const common = { budget, detections: [], quiet: options.quiet ?? new QuietTexts() };
    readContent(content, { path, isPart, first }, common);
    const detections = withoutRepeated(common.detections);
    return {
        detections: detections.sort((one, other) => startOf(one) - startOf(other)),
        unread: budget.unread,
        steps: work - budget.steps,
    };
}
/** An archive within an encoding is opened once more where a literal beside it was put together with another. */
function withoutRepeated(detections) {
    const first = new Map();
    for (const detection of detections) {
        const { rule, accessKeyId, secretAccessKey, sessionToken, value } = detection;
        const layers = detection.layers.filter(layer => layer !== 'concatenation');
        const key = JSON.stringify([rule, accessKeyId, secretAccessKey, sessionToken, value, layers]);
        if (!first.has(key))
            first.set(key, detection);
    }
    return [...first.values()];
}
function startOf({ accessKeyId, secretAccessKey, sessionToken, value }) {
    const starts = [accessKeyId, secretAccessKey, sessionToken, value].map(found => found?.start);
    return Math.min(...starts.filter(start => start !== undefined));
}
;// CONCATENATED MODULE: ./lib/bundling/scan/findings.js

const SEVERITIES = { error: 0, warning: 1, notice: 2 };
/** Where a finding is best shown: in what is checked out before what is only in the history. */
const findings_KINDS = {
    file: 0,
    stdin: 0,
    environment: 0,
    'path-name': 1,
    'ref-name': 1,
    'pull-request-title': 1,
    'pull-request-body': 1,
    'commit-message': 1,
    'tag-message': 1,
    commit: 2,
};
/**
 * Makes one finding of all that tell of the same values in the same path: the richest and best placed stays, the
 * places of the others go to its `alsoAt`. An identifier alone in one commit and with its secret in a later one is
 * one finding, the pair; but what stands in a file is never hidden behind something that only the history holds.
 *
 * @returns most severe first, then by place; and how many of the least severe were too many to keep, for a repository
 *   made to hold more must not exhaust us
 */
function findings_uniqueFindings(findings) {
    const kept = [];
    const byValue = new Map();
    for (const finding of [...findings].sort(richestFirst)) {
        const { path = '' } = finding.place;
        const home = byValue
            .get(`${path}\0${finding.secrets[0] ?? ''}`)
            ?.find(other => covers(other.finding, finding));
        if (home !== undefined) {
            addPlaces(home, [finding.place, ...(finding.alsoAt ?? [])]);
            continue;
        }
        const own = { finding, places: [...(finding.alsoAt ?? [])] };
        kept.push(own);
        for (const secret of finding.secrets) {
            const key = `${path}\0${secret}`;
            const others = byValue.get(key);
            if (others === undefined)
                byValue.set(key, [own]);
            // With so many others there is nothing to be gained by a look at each.
            else if (others.length < MOST_OTHERS)
                others.push(own);
        }
    }
    const merged = kept.map(({ finding, places }) => places.length === 0 ? finding : { ...finding, alsoAt: distinct(places) });
    const sorted = merged.sort(mostSevereFirst);
    return {
        findings: sorted.slice(0, LIMITS.findings),
        dropped: Math.max(0, sorted.length - LIMITS.findings),
    };
}
/** Pairs of one identifier with different secrets, in one path. */
const MOST_OTHERS = 50;
function addPlaces({ finding, places }, more) {
    for (const place of more)
        if (places.length < LIMITS.places && !samePlace(finding.place, place))
            places.push(place);
}
function covers(richer, other) {
    return (findings_KINDS[richer.place.kind] <= findings_KINDS[other.place.kind] &&
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
    return (findings_KINDS[a.place.kind] - findings_KINDS[b.place.kind] ||
        b.secrets.length - a.secrets.length ||
        SEVERITIES[a.severity] - SEVERITIES[b.severity]);
}
function mostSevereFirst(a, b) {
    return (SEVERITIES[a.severity] - SEVERITIES[b.severity] ||
        findings_KINDS[a.place.kind] - findings_KINDS[b.place.kind] ||
        compare(a.place.path ?? '', b.place.path ?? '') ||
        (a.place.line ?? 0) - (b.place.line ?? 0) ||
        (a.place.column ?? 0) - (b.place.column ?? 0));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = loadLater("node:crypto");
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
const inline_OWN = /\baws-temp-creds:allow(-next-line)?(?![\w-])[ \t]*:?([^\r\n]*)/;
/** What closes a comment or a string, and would otherwise be taken for a reason. */
const CLOSERS = /(?:\s|\*+\/|-->|--%>|%>|#\}|\}\}|\*\)|"""|'''|["'`,;\\])+$/;
/** A longer line is generated or minified: one comment on it would allow everything that the file holds. */
const LONGEST_LINE = 4000;
/**
 * Reads the comment that stands on a line, or on the line before it where that asks for the next line:
 *
 *     key = \u2026  # aws-temp-creds:allow revoked 2026-03-01, see INC-42
 *     # aws-temp-creds:allow-next-line published in the AWS documentation
 *
 * Ours goes before a peer's. Lines of more than 4 000 characters are not read.
 *
 * @param line the line that holds the value, without its end
 * @param previous the line before it
 */
function inline_inlineAllowance(line, previous = '') {
    const here = line.length > LONGEST_LINE ? '' : line;
    const before = previous.length > LONGEST_LINE ? '' : previous;
    return own(here, false) ?? own(before, true) ?? peer(here, false) ?? peer(before, true);
}
function own(line, next) {
    const match = inline_OWN.exec(line);
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
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/content.js


/**
 * How contents of any size pass through bounded memory: whole where they are small, else as windows that overlap by
 * more than any key is long, so that a key on a border is whole in one of them.
 */
const { window: WINDOW, overlap: content_OVERLAP, whole: WHOLE, archive: LARGEST_ARCHIVE } = limits_LIMITS;
const content_ENTIRE = { offset: 0, lines: 0, lineStart: 0, more: false };
/** The window that begins at `next`, a position in the bytes [start, end) of the window given. */
function follow(window, bytes, start, next) {
    let { lines, lineStart } = window;
    for (let at = bytes.indexOf(10, start); at !== -1 && at < next; at = bytes.indexOf(10, at + 1)) {
        lines += 1;
        lineStart = window.offset + (at + 1 - start);
    }
    return { offset: window.offset + (next - start), lines, lineStart, more: true };
}
/** True when the content that begins at `start` is an archive or compressed, or a program that may carry one. */
function isArchive(bytes, start, end) {
    const head = bytes.subarray(start, end);
    return archiveKind(head) !== undefined || beginsProgram(head);
}
/** True when it is one of these for certain: what is packed in it cannot be read in windows. */
function isPacked(bytes, start, end) {
    return archiveKind(bytes.subarray(start, end)) === undefined ? undefined : true;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/make-finding.js




/**
 * Makes findings of what detection found in a content.
 *
 * @param content the bytes that were given to detection: the whole content or one window of it
 * @param window where they stand in the whole
 */
function make_finding_makeFindings(content, detections, place, window = ENTIRE) {
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
    const hash = createHash('sha256');
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
    return `${id.slice(0, 4)}\u2026${id.slice(-4)}`;
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
const LF = 10;
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
    const start = content.lastIndexOf(LF, offset - 1) + 1;
    const stop = content.indexOf(LF, offset);
    const before = start < 2 ? 0 : content.lastIndexOf(LF, start - 2) + 1;
    const text = (from, to) => content
        .toString('utf8', from, Math.min(to, from + make_finding_LONGEST_LINE))
        .replaceAll('\0', '')
        .replace(/\r$/, '');
    return [
        text(start, stop === -1 ? content.length : stop),
        start === 0 ? '' : text(before, Math.max(before, start - 1)),
    ];
}
;// CONCATENATED MODULE: ./lib/bundling/scan/inspection.js








/** A Git LFS pointer: what is checked out, or committed, in place of the content. */
const LFS = Buffer.from('version https://git-lfs.github.com/spec/v1\n');
function isLfsPointer(bytes, start, end) {
    const length = end - start;
    if (length >= 1024 || length <= LFS.length || bytes[start] !== LFS[0])
        return false;
    return bytes.compare(LFS, 0, LFS.length, start, start + LFS.length) === 0;
}
/** Whether `keys` would do anything with the bytes [start, end): a quick no for most. */
function mayConcern(bytes, start, end) {
    return isLfsPointer(bytes, start, end) || hasCandidates(bytes, start, end);
}
const COMPACT_FROM = 10_000;
/** One scan in progress: what was looked at, and what was found. */
class inspection_Inspection {
    found = [];
    unread = new UnreadList();
    notes = [];
    files = 0;
    objects = 0;
    bytes = 0;
    /** Findings beyond the number that is kept. */
    dropped = 0;
    #compactAt = COMPACT_FROM;
    #quiet = new QuietTexts();
    /**
     * Looks for keys in the bytes [start, end), where they are: nothing is copied, but from sieveInput() what may be some.
     */
    keys(bytes, start, end, window, place) {
        if (isLfsPointer(bytes, start, end))
            this.unread.add(place.path ?? place.blob ?? place.kind, 'kept by Git LFS: only its pointer is here', false);
        const first = glance(bytes, start, end);
        if (first === undefined)
            return;
        const content = keptBytes(bytes, start, end);
        const isPart = window.more;
        const { detections, unread } = detect(content, { quiet: this.#quiet, path: place.path, isPart, first });
        this.add(makeFindings(content, detections.filter(whole(window, content.length)), place, window));
        for (const { why, kind } of unread)
            this.unread.add(place.path ?? place.blob ?? place.kind, why, kind === 'incomplete' || 'unopened');
    }
    /** Looks for keys in a text that is no file. */
    text(text, place) {
        const bytes = Buffer.from(text);
        this.keys(bytes, 0, bytes.length, ENTIRE, place);
    }
    /** Whether nothing was found, and all was read. */
    get isClean() {
        return this.found.length === 0 && this.unread.isEmpty;
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
        const values = valuesOf(detection);
        return values.some(({ end }) => end > first) && values.some(({ start }) => start < last);
    };
}
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = loadLater("node:child_process");
;// CONCATENATED MODULE: external "../packages/actions-exec.js"
var actions_exec_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var actions_exec_js_y = (x) => (() => (x))
const actions_exec_js_namespaceObject = actions_exec_js_x({ ["getExecOutput"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_actions_exec_js_29415def__.getExecOutput) });
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
 * @param folder what is scanned; a program of the repository that it is in is not ours to run
 * @returns undefined when there is none
 */
function findGit(variables, folder) {
    const environment = { ...ISOLATED };
    for (const [name, value] of Object.entries(variables))
        if (value !== undefined && PASSED.has(name.toUpperCase()))
            environment[name] = name.toUpperCase() === 'PATH' ? trustedPath(value, folder) : value;
    const program = findProgram(process.platform === 'win32' ? 'git.exe' : 'git', environment);
    return program === undefined ? undefined : { program, environment };
}
/** @returns the absolute path of a program on the PATH that `findGit` gave to git */
function findProgram(name, environment) {
    const path = Object.entries(environment).find(([variable]) => variable.toUpperCase() === 'PATH')?.[1] ?? '';
    return path
        .split(external_node_path_namespaceObject.delimiter)
        .filter(place => place !== '')
        .map(place => (0,external_node_path_namespaceObject.join)(place, name))
        .find(isProgram);
}
/** npm and its like put these in front of PATH, those of the folders above too: what is installed there names itself. */
const OF_PACKAGES = /[\\/]node_modules[\\/]\.bin$/i;
/** The places of PATH where a repository cannot have put a program: none in it, and none of its packages. */
function trustedPath(path, folder) {
    const repository = enclosingRepository(realPath(folder));
    return path
        .split(external_node_path_namespaceObject.delimiter)
        .filter(place => (0,external_node_path_namespaceObject.isAbsolute)(place))
        .filter(place => {
        const real = realPath(place);
        return !contains(repository, real) && ![(0,external_node_path_namespaceObject.resolve)(place), real].some(name => OF_PACKAGES.test(name));
    })
        .join(external_node_path_namespaceObject.delimiter);
}
/** The nearest folder, from this one upwards, that has a `.git`; without one the folder itself. */
function enclosingRepository(folder) {
    for (let place = folder;; place = (0,external_node_path_namespaceObject.dirname)(place)) {
        if ((0,external_node_fs_namespaceObject.existsSync)((0,external_node_path_namespaceObject.join)(place, '.git')))
            return place;
        if ((0,external_node_path_namespaceObject.dirname)(place) === place)
            return folder;
    }
}
function realPath(path) {
    try {
        return external_node_fs_namespaceObject.realpathSync.native(path);
    }
    catch {
        return (0,external_node_path_namespaceObject.resolve)(path);
    }
}
/** True when `inner` is `outer` or lies in it; both absolute. */
function contains(outer, inner) {
    const way = (0,external_node_path_namespaceObject.relative)(outer, inner);
    return way === '' || !(way === '..' || way.startsWith('../') || way.startsWith('..\\') || (0,external_node_path_namespaceObject.isAbsolute)(way));
}
function isProgram(path) {
    try {
        const found = (0,external_node_fs_namespaceObject.statSync)(path);
        return found.isFile() && (process.platform === 'win32' || (found.mode & 0o111) !== 0);
    }
    catch {
        // None there, or in a folder of another user's that may not be entered: shells look further, too.
        return false;
    }
}
/** Runs a short command whose answer is text. Never throws for an exit code. */
async function gitText(place, ...args) {
    return (0,actions_exec_js_namespaceObject.getExecOutput)(`"${place.git.program}"`, [...HARMLESS, ...place.options, ...args], {
        cwd: place.folder,
        env: { ...place.git.environment, ...place.variables },
        silent: true,
        ignoreReturnCode: true,
    });
}
/** Starts a command whose input or output is a stream. */
function gitProcess(place, args, stdio) {
    return spawn(place.git.program, [...HARMLESS, ...place.options, ...args], {
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
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = loadNow("node:os");
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
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(own, 'info/alternates'), `${object_store_quoted(objects)}\n`);
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
function object_store_quoted(path) {
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
            return repository_describe(git, start, gitDir, top);
        if ((0,external_node_path_namespaceObject.dirname)(top) === top)
            break;
    }
    // Only then: tracked files named HEAD, refs and objects must not pass for the repository that they are in.
    return isGitDir(start) ? repository_describe(git, start, start, undefined) : undefined;
}
/** Whether the clone leaves out commits that are older than some. */
function isShallow({ commonDir }) {
    return statSync(join(commonDir, 'shallow'), { throwIfNoEntry: false }) !== undefined;
}
/** Whether contents were left out when it was cloned (`--filter`). */
function isPartial({ commonDir }) {
    const packs = join(commonDir, 'objects/pack');
    return existsSync(packs) && readdirSync(packs).some(name => name.endsWith('.promisor'));
}
/** The full name of the branch that is checked out; undefined when none is. */
function headName({ gitDir }) {
    return /^ref: (refs\/.+)$/.exec(firstLine(join(gitDir, 'HEAD')) ?? '')?.[1];
}
function repository_describe(git, start, gitDir, workTree) {
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
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/checkout.js



/** A folder with what git can tell of it. What costs anything is opened when it is first needed. */
class Checkout {
    git;
    repository;
    options;
    #store;
    constructor(folder, options) {
        this.options = options;
        this.git = findGit(options.variables, folder);
        this.repository = this.git && findRepository(this.git, folder);
    }
    store(repository) {
        this.#store ??= openObjectStore(repository, this.options.temporary ?? '');
        return this.#store;
    }
    async close() {
        (await this.#store)?.close();
    }
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/replacement.js
/** How this action is named in workflows. */
const ACTION = 'org/aws-temp-creds@v1';
const ROLE = 'arn:aws:iam::111111111111:role/github-deploy';
const ACCOUNT_AND_NAME = "role: 'github-deploy', roleAccount: '111111111111'";
/**
 * What to write instead of a stored key, ready to paste where the key is handed over: into the job, the step or the
 * action, with the Region that stands there.
 */
function replacement_replacementFor(system, place) {
    return REPLACEMENTS[system](place.region === '' ? 'eu-west-1' : place.region, place);
}
const REPLACEMENTS = {
    github: githubText,
    gitlab: region => `# in the job
id_tokens:
  AWS_ID_TOKEN:
    aud: https://gitlab.com
variables:
  AWS_ROLE_ARN: ${ROLE}
  AWS_REGION: ${region}
  AWS_DEFAULT_REGION: ${region}
before_script:
  - export AWS_WEB_IDENTITY_TOKEN_FILE="$(mktemp)"
  - printf '%s' "$AWS_ID_TOKEN" > "$AWS_WEB_IDENTITY_TOKEN_FILE"`,
    circleci: region => `# in the job's steps, with the orb circleci/aws-cli of version 5
- aws-cli/setup:
    role_arn: ${ROLE}
    region: ${region}`,
    buildkite: region => `# in the step
plugins:
  - aws-assume-role-with-web-identity#v1.8.1:
      role-arn: ${ROLE}
      region: ${region}`,
    jenkins: region => `// on an agent with an instance profile (or EKS pod identity) that may assume the role
withAWS(${ACCOUNT_AND_NAME}, region: '${region}') {
  sh 'aws sts get-caller-identity'
}`,
    travis: region => elsewhere('Travis CI', region),
    appveyor: region => elsewhere('AppVeyor', region),
    azure: region => `# with an AWS service connection "aws-oidc" that uses OIDC
- task: AWSShellScript@1
  inputs:
    awsCredentials: aws-oidc
    regionName: ${region}
    scriptType: inline
    inlineScript: aws sts get-caller-identity`,
    bitbucket: bitbucketText,
    drone: droneText,
};
function githubText(region, { path, where }) {
    const step = `- uses: ${ACTION}
  with:
    role-to-assume: ${ROLE}
    aws-region: ${region}`;
    if (/(?:^|\/)action\.ya?ml$/.test(path)) {
        return `# in the steps of the action; each job that uses it needs permissions: { contents: read, id-token: write }
${step}`;
    }
    const permissions = `permissions:
  contents: read
  id-token: write`;
    if (isCaller(where)) {
        return `# in the job that calls the workflow, instead of the secrets
${permissions}
# and first in the steps of the workflow that is called:
${step.replace(/^/gm, '#   ')}`;
    }
    return `# in the job
${permissions}
steps:
${step.replace(/^/gm, '  ')}`;
}
/** Only a job that calls a reusable workflow has these beside no steps: `jobs.x.secrets`, `jobs.x.with`. */
function isCaller(where) {
    return /^\.jobs\.[^.[]+(?:\[[^\]]*\])?\.(?:secrets|with)$/.test(where);
}
function bitbucketText(region, { where }) {
    if (where.endsWith('.variables')) {
        return `# of the pipe, in a step that has: oidc: true
variables:
  AWS_OIDC_ROLE_ARN: ${ROLE}
  AWS_DEFAULT_REGION: ${region}`;
    }
    return `# in the step
oidc: true
script:
  - export AWS_ROLE_ARN=${ROLE}
  - export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}
  - export AWS_WEB_IDENTITY_TOKEN_FILE="$(mktemp)"
  - printf '%s' "$BITBUCKET_STEP_OIDC_TOKEN" > "$AWS_WEB_IDENTITY_TOKEN_FILE"`;
}
function droneText(region, { where }) {
    if (where.endsWith('.settings')) {
        return `# of the plugin, without the keys, on an agent with an instance profile that may do what it does
settings:
  region: ${region}`;
    }
    return `# in the step, on an agent with an instance profile that may assume the role
environment:
  AWS_CONFIG_FILE: /tmp/aws-config
  AWS_PROFILE: deploy
  AWS_REGION: ${region}
  AWS_DEFAULT_REGION: ${region}
commands:
  - printf '[profile deploy]\\nrole_arn = ${ROLE}\\ncredential_source = Ec2InstanceMetadata\\n' > /tmp/aws-config
  - aws sts get-caller-identity`;
}
/** A workflow of another system, for one whose jobs get no identity token. */
function elsewhere(name, region) {
    return `# ${name} gives its jobs no identity token: deploy from a system that does, as with .github/workflows/deploy.yml
name: Deploy
on:
  push:
    branches: [main]
jobs:
  deploy:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      id-token: write
    steps:
      - uses: actions/checkout@v5
      - uses: ${ACTION}
        with:
          role-to-assume: ${ROLE}
          aws-region: ${region}
      - run: aws sts get-caller-identity`;
}
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
/** All of them at once: most paths end here, without one after the other being tried. */
const ANY = new RegExp(FILES.map(([, { source }]) => source).join('|'));
const SMALL_L = 0x6c;
/** @param path from the repository's root, with `/` */
function systems_ciSystemOf(path) {
    const mayBeYaml = path.charCodeAt(path.length - 1) === SMALL_L;
    if (!(mayBeYaml || path.includes('enkinsfile')) || !ANY.test(path))
        return undefined;
    return FILES.find(([, pattern]) => pattern.test(path))?.[0];
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/yaml-hand-over.js


/** Keys of a mapping whose texts decide or describe and hand nothing on. */
const SAYING = new Set(['if', 'name', 'description', 'when', 'rules', 'condition', 'run-name', 'label']);
/** Providers of Travis deployments that act on AWS; their keys are called `access_key_id` only. */
const TRAVIS_AWS = /^(?:s3|lambda|elasticbeanstalk|codedeploy|opsworks|cloudformation|ecr|aws)$/;
/** Every place of a CI file, in its order, where a stored AWS key is handed to jobs. */
function yaml_hand_over_yamlHandOvers(documents, system) {
    const maps = documents.flatMap(document => mapsOf(document));
    const defined = definitions(maps, system);
    const found = maps.flatMap(({ map, where }) => {
        const inMap = mapHandOver(map, system, where);
        const inScripts = map.pairs
            .filter(({ key }) => !SAYING.has(key) && !isAwsKeyName(key))
            .flatMap(pair => [...pairHandOvers(pair, system, where, defined)]);
        return inMap === undefined ? inScripts : [inMap, ...inScripts];
    });
    // What stands nowhere beside the key is taken from elsewhere in the file.
    const region = found.some(handOver => handOver.region === '') ? regionIn(maps) : '';
    return found.map(handOver => (handOver.region === '' ? { ...handOver, region } : handOver));
}
/** The first Region that the mappings name, or ''. */
function regionIn(maps) {
    for (const { map } of maps) {
        const region = regionOf(map.pairs);
        if (region !== '')
            return region;
    }
    return '';
}
const REGION = /^[a-z]{2,5}(?:-[a-z]+){1,3}-\d{1,2}$/;
/** The Region that stands among entries, or in the mapping that is the value of one, as of `aws-cli/setup`. */
function regionOf(pairs) {
    for (const { key, value } of pairs) {
        if (value?.kind === 'text' && /region/i.test(key) && REGION.test(value.text))
            return value.text;
        if (value?.kind === 'map' && key.startsWith('aws-cli/setup'))
            return regionOf(value.pairs);
    }
    return '';
}
/** A mapping hands one key over, however many of its entries take part: it is shown at the identifier. */
function mapHandOver(map, system, where) {
    const pairs = withMerged(map);
    if (yaml_hand_over_isTemporary(pairs) || pairs.some(isOtherStorePair))
        return undefined;
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
        region: regionOf(pairs),
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
        TRAVIS_AWS.test(textAt(map, 'provider'));
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
    // `{ from_secret: x }` (Drone, Woodpecker), `{ secure: \u2026 }` (Travis, AppVeyor), `{ vault: \u2026 }` (GitLab).
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
    if (pair.key !== 'value' || !isAwsKeyName(textAt(map, 'name')))
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
;// CONCATENATED MODULE: external "../packages/yaml.js"
var yaml_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var yaml_js_y = (x) => (() => (x))
const yaml_js_namespaceObject = yaml_js_x({  });
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/yaml-source.js

/** Files of people are a few kilobytes; what is larger is data. */
const LARGEST = (/* unused pure expression or super */ null && (256 * 1024));
const DEEPEST = 100;
/**
 * Reads YAML, several documents included, without executing anything of it: aliases stand for the one node that they
 * name and are not expanded, so that a bomb of aliases costs nothing; every value is a text, as it is written.
 */
function yaml_source_readYaml(text) {
    if (text.length > LARGEST)
        return { documents: [], fault: `larger than ${LARGEST / 1024} KiB` };
    const lines = new LineCounter();
    try {
        const parsed = parseAllDocuments(text, {
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
        if (isAlias(node))
            return anchors.get(node.source);
        const value = content(node, depth);
        const anchor = anchorOf(node);
        if (value !== undefined && anchor !== undefined)
            anchors.set(anchor, value);
        return value;
    }
    function content(node, depth) {
        if (isMap(node))
            return { kind: 'map', pairs: node.items.flatMap(item => pair(item, depth)) };
        if (isSeq(node)) {
            const items = node.items.map(item => read(item, depth + 1));
            return { kind: 'list', items: items.filter(item => item !== undefined) };
        }
        return isScalar(node) ? scalar(node) : undefined;
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
        if (!isScalar(key))
            return [];
        const [start, end] = key.range ?? [0, 0, 0];
        return [{ key: String(key.value ?? ''), keyRange: range(start, end), value: read(value, depth + 1) }];
    }
    return read;
}
function anchorOf(node) {
    return isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
}
function sourceRange(lines, start, end) {
    const from = lines.linePos(start);
    const to = lines.linePos(end);
    return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/check-ci-file.js







/** True for files that a CI system runs jobs from. @param path from the repository's root, with `/` */
function check_ci_file_isCiFile(path) {
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
function check_ci_file_checkCiFile(path, content) {
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
            redacted: printable(shown, 120),
            secrets: [],
            layers: [],
            replacement: replacementFor(system, { path, where, region }),
        };
    });
}
function check_ci_file_fingerprint(parts) {
    return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 40);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/sources/inspect-file.js


/** Looks at a file whose path is known: for keys, and whether it hands static keys to the jobs of a CI system. */
function inspect_file_inspectFile(inspection, bytes, start, end, window, place) {
    inspection.keys(bytes, start, end, window, place);
    if (window !== ENTIRE || !isCiFile(place.path))
        return;
    const { findings, unread } = checkCiFile(place.path, bytes.subarray(start, end));
    inspection.add(findings.map(finding => ({ ...finding, place: { ...finding.place, ...place } })));
    for (const { what, why, incomplete } of unread)
        inspection.unread.add(what, why, incomplete);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/judge.js










/** The top folder of the repository that a folder is in, or the folder itself; by its real path. */
function repositoryRoot(folder, variables) {
    return (0,external_node_fs_namespaceObject.realpathSync)(new Checkout(folder, { variables }).repository?.workTree ?? folder);
}
/** The allow list as the checkout has it. @throws Failure when a file of it is wrong, or was named and is missing */
async function ownList({ root, config, baseline }, named = 'must be there') {
    const configuration = await loadConfiguration(root, config);
    const path = baseline ?? BASELINE_PATH;
    const text = repositoryFile(root)(path);
    if (text === undefined && baseline !== undefined && named === 'must be there') {
        throw new Failure('wrong-input', {
            what: `The baseline ${printable(path)} is not there.`,
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
    const { parseBaseline } = await import(/* webpackIgnore: true */ '../baseline/index.js');
    return parseBaseline(text, path);
}
/** Applies the allow list to a result: the checkout's own, or that of the branch that judges. */
async function judge(result, own, bench) {
    const { config = CONFIGURATION_PATH, today } = bench;
    const byOwn = () => applyAllowList(result, { list: own, source: config, today });
    const { judge: judging } = bench;
    if (judging === undefined)
        return { result: byOwn(), own: true };
    const { beforeJudge, wholeClone } = await import(/* webpackIgnore: true */ '../ranges/index.js');
    return beforeJudge(bench.root, judging, bench.access, async (ruling, read) => {
        if (ruling.kind === 'own')
            return { result: byOwn(), own: true };
        const notes = ruling.kind === 'nobody'
            ? [cannotJudge(ruling, shallow => wholeClone(bench.access.variables, shallow))]
            : [];
        const list = await listAt(read, bench, notes);
        const stood = await commentsThatStood(result.findings, read, notes);
        const judged = applyAllowList({ ...result, notes: [...result.notes, ...notes] }, { list, source: config, today, change: { list: own, commentStood: finding => stood.has(finding) } });
        return { result: judged, own: false };
    });
}
/**
 * The allow list as the judging commit has it. One that is wrong allows nothing, which is said: it must not keep a
 * pull request from mending it.
 */
async function listAt(read, bench, notes) {
    const paths = [bench.config ?? CONFIGURATION_PATH, bench.baseline ?? BASELINE_PATH];
    const [configuration, known] = await Promise.all([read(paths[0]), read(paths[1])]);
    const entries = await parsed(configuration, async (text) => {
        const { readConfiguration } = await import(/* webpackIgnore: true */ '../configuration/index.js');
        return readConfiguration(text, `${paths[0]} of the base branch`, () => NO_POLICY).scan.allow;
    });
    const baseline = await parsed(known, text => readBaseline(text, `${paths[1]} of the base branch`));
    return { entries, baseline };
    async function parsed(content, parse) {
        if (content === undefined)
            return [];
        try {
            return await parse(content.toString('utf8'));
        }
        catch (error) {
            if (!(error instanceof Failure))
                throw error;
            notes.push(`${error.explanation.what} It allows nothing. ${error.explanation.why ?? ''}`);
            return [];
        }
    }
}
/** Session policies that the base's file names are not looked at here; that they exist is checked where they are used. */
const NO_POLICY = '{"Version":"2012-10-17","Statement":[]}';
function cannotJudge({ why, shallow }, advice) {
    const write = shallow === undefined ? '' : ` ${advice(shallow)}`;
    return `Nothing is allowed, for the list that rules could not be read: ${printable(why, 200)}.${write}`;
}
/** Each needs a look at the base; so many are looked up. */
const MOST_FILES = 50;
/** The findings whose inline comment stood in the judging commit already. */
async function commentsThatStood(findings, read, notes) {
    const stood = new Set();
    const commented = findings.filter(({ inline, place }) => inline !== undefined && place.path !== undefined);
    const paths = [...new Set(commented.map(({ place }) => place.path ?? ''))];
    for (const path of paths.slice(0, MOST_FILES)) {
        const content = await read(path);
        if (content === undefined)
            continue;
        const before = new Inspection();
        inspectFile(before, content, 0, content.length, ENTIRE, { kind: 'file', path });
        for (const finding of commented) {
            if (finding.place.path === path && commentStood(finding, before.found))
                stood.add(finding);
        }
    }
    if (paths.length > MOST_FILES) {
        notes.push(`Inline comments were looked up in the base branch for ${MOST_FILES} files; in ${paths.length - MOST_FILES} more they do not count.`);
    }
    return stood;
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
        { name: 'config', value: 'FILE', says: `configuration file (default: ${load_CONFIGURATION_PATH})` },
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
    const folder = repositoryRoot(cwd, variables);
    const configuration = await load_loadConfiguration(folder, settings.config);
    if (configuration === undefined)
        throw noFile(folder);
    useProxies(undefined, undefined);
    const { auditReports, outcomeOf } = await import(/* webpackIgnore: true */ '../audit-run/index.js');
    const { result, json, terminal: text, } = await auditReports({
        settings,
        configuration,
        job: readJob(variables),
        variables,
        folder,
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
function noFile(folder) {
    return new failure_Failure('wrong-input', {
        what: `There is no ${load_CONFIGURATION_PATH} to compare AWS with.`,
        why: `It is looked for in ${printable_printable(folder, 300)}.`,
        write: 'aws-temp-creds init',
    });
}
var __webpack_exports__auditCommand = __webpack_exports__.H;
export { __webpack_exports__auditCommand as auditCommand };
