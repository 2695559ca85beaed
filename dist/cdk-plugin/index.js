/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	// The require scope
/******/ 	var __nccwpck_require__ = {};
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init),
  version: () => (/* binding */ version)
});

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
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
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
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
    date(name) {
        const parsed = new Date(this.text(name) ?? Number.NaN);
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
                reject(new Error(reasonOf(stderr, error), { cause: error }));
        });
    });
}
/** The text for the user; the command line that Node.js puts into its error says nothing to them. */
function reasonOf(stderr, error) {
    const lines = stderr.split('\n').filter(line => line.startsWith('aws-temp-creds: '));
    return (lines.at(-1) ??
        `aws-temp-creds: no credentials: ${printable_printable(error?.message ?? 'an unreadable answer', 500)}`);
}
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
;// CONCATENATED MODULE: ./lib/bundling/cdk/plugin-credentials.js

/** @throws Error with the credential process's own explanation */
async function pluginCredentials(programs, request) {
    const credentials = await askProcess(programs, request);
    return { ...credentials, expiration: renewBefore(credentials.expiration, new Date()) };
}
/** Milliseconds. */
const LONGEST_MARGIN = 5 * 60_000;
/**
 * The CLI keeps credentials until five seconds before their end, and may hand them to an upload that takes longer. So
 * it is told of an earlier end: five minutes, or a sixth of what is left of a short session. That is later than the
 * process renews at, so that the CLI then gets new ones.
 */
function renewBefore(expiration, now) {
    const left = Math.max(0, expiration.getTime() - now.getTime());
    return new Date(expiration.getTime() - Math.min(LONGEST_MARGIN, left / 6));
}
;// CONCATENATED MODULE: ./lib/bundling/cdk/sdk-v2-credentials.js
/** Milliseconds before the end at which the SDK for JavaScript v2 renews (Credentials.expiryWindow). */
const EXPIRY_WINDOW = 15_000;
/**
 * Credentials as CLI versions before 2.167 use them: an object of the SDK for JavaScript v2 that renews itself
 * (AWS.Credentials in aws-sdk). Those in between take it for plain credentials, whose fields it has too.
 */
class SdkV2Credentials {
    accessKeyId;
    secretAccessKey;
    sessionToken;
    expireTime;
    expired = false;
    #renew;
    #renewing;
    constructor(initial, renew) {
        this.accessKeyId = initial.accessKeyId;
        this.secretAccessKey = initial.secretAccessKey;
        this.sessionToken = initial.sessionToken;
        this.expireTime = initial.expiration;
        this.#renew = renew;
    }
    get expiration() {
        return this.expireTime;
    }
    needsRefresh() {
        return this.expired || this.expireTime.getTime() - Date.now() < EXPIRY_WINDOW;
    }
    async getPromise() {
        if (this.needsRefresh())
            await this.refreshPromise();
    }
    get(callback) {
        this.getPromise().then(() => callback(), callback);
    }
    refreshPromise() {
        this.#renewing ??= this.#take().finally(() => {
            this.#renewing = undefined;
        });
        return this.#renewing;
    }
    refresh(callback) {
        this.refreshPromise().then(() => callback(), callback);
    }
    async #take() {
        const { accessKeyId, secretAccessKey, sessionToken, expiration } = await this.#renew();
        Object.assign(this, {
            accessKeyId,
            secretAccessKey,
            sessionToken,
            expireTime: expiration,
            expired: false,
        });
    }
}
;// CONCATENATED MODULE: ./lib/bundling/cdk/credential-source.js



/** CDK's word for "only to read". */
const FOR_READING = 0;
/** Credentials for every account that the job handed over. */
class JobCredentials {
    name = 'aws-temp-creds';
    #handedOver;
    #surroundings;
    #told = new Set();
    constructor(handedOver, surroundings) {
        this.#handedOver = handedOver;
        this.#surroundings = surroundings;
    }
    async isAvailable() {
        if (this.#handedOver === undefined && !this.#surroundings.hasEnded) {
            this.#tellOnce('AWS_CONFIG_FILE does not name the profiles of this job, so CDK gets no credentials from its plugin. ' +
                'Leave the variable as the step of aws-temp-creds set it.');
        }
        return this.#handedOver !== undefined;
    }
    async canProvideCredentials(account) {
        if (this.#handedOver === undefined)
            return false;
        const { accounts, job } = this.#handedOver;
        if (accounts.has(account))
            return true;
        if (!this.#surroundings.othersAreAsked) {
            const known = [...accounts.values()].map(({ environment: { target } }) => `${target.name} (${target.account})`);
            const file = job.configuration ?? '.github/aws-temp-creds.yml';
            this.#tellOnce(`account ${printable_printable(account, 20)} is not among those that this job got credentials for: ${known.join(', ')}. ` +
                'CDK goes on with the credentials of AWS_PROFILE. If they do not reach that account: ' +
                `add it as an environment to ${printable_printable(file)}, and name that environment in the step.`);
        }
        return false;
    }
    async getProvider(account, mode, options) {
        const provide = () => this.#credentials(account, mode);
        return options?.supportsV3Providers === true ? provide : new SdkV2Credentials(await provide(), provide);
    }
    #credentials(account, mode) {
        const found = this.#handedOver?.accounts.get(account);
        if (found === undefined)
            throw new Error(`aws-temp-creds has no credentials for account ${account}`);
        const { environment, folder, job } = found;
        const purpose = mode === FOR_READING && environment.readRole !== undefined ? 'read' : 'deploy';
        return pluginCredentials(job.programs, { folder, environment: environment.target.name, purpose });
    }
    #tellOnce(text) {
        if (this.#told.has(text))
            return;
        this.#told.add(text);
        this.#surroundings.tell(`aws-temp-creds: ${text}`);
    }
}
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
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
;// CONCATENATED MODULE: ./lib/bundling/cdk/handed-over-accounts.js


/**
 * Finds the folders of this job's steps, and in them the accounts. The first environment of an account counts: the
 * default one, the one named first, the later step's. Profiles for those who name them are not for CDK to choose.
 *
 * @returns undefined when AWS_CONFIG_FILE names no file of ours
 */
function handedOverAccounts(variables) {
    const folders = jobFolders(variables);
    const [latest] = folders;
    if (latest === undefined)
        return undefined;
    const accounts = new Map();
    for (const { path, job } of folders.filter(folder => folder.job.use === 'by default')) {
        for (const environment of job.environments) {
            const { account } = environment.target;
            if (account !== names_NO_ACCOUNT && !accounts.has(account))
                accounts.set(account, { environment, folder: path, job });
        }
    }
    return { job: latest.job, accounts };
}
;// CONCATENATED MODULE: external "node:module"
const external_node_module_namespaceObject = require("node:module");
;// CONCATENATED MODULE: ./lib/bundling/cdk/project-plugins.js






/**
 * The plugins that CDK would load without us, by its own order: those of CDK_PLUGIN, else of the project's cdk.json,
 * else of the user's ~/.cdk.json.
 *
 * @param inherited what CDK_PLUGIN named before the job's folder was handed over
 */
function projectPlugins(folder, home, inherited) {
    if (inherited !== undefined)
        return [{ spec: inherited, source: 'CDK_PLUGIN' }];
    const files = [(0,external_node_path_namespaceObject.join)(folder, 'cdk.json'), (0,external_node_path_namespaceObject.join)(home, '.cdk.json')];
    return files.map(pluginsOf).find(plugins => plugins !== undefined) ?? [];
}
/** Undefined: the file says nothing of plugins. One that cannot be parsed is for CDK to complain about. */
function pluginsOf(source) {
    const fields = Fields.parse(readIfThere(source));
    const single = fields?.text('plugin');
    const several = fields?.list('plugin').filter(spec => typeof spec === 'string') ?? [];
    const specs = single === undefined ? several : [single];
    return specs.length > 0 ? specs.map(spec => ({ spec, source })) : undefined;
}
/**
 * Loads a plugin as CDK does, into the same host.
 *
 * @throws Error that names the plugin and the file which names it
 */
function loadPlugin({ spec, source }, host, { cli, folder, own }) {
    try {
        const require = (0,external_node_module_namespaceObject.createRequire)((0,external_node_path_namespaceObject.join)(folder, 'cdk.json'));
        const path = resolvePlugin(spec, cli, folder);
        if (own !== undefined && path === (0,external_node_fs_namespaceObject.realpathSync)(own))
            return;
        const plugin = require(path);
        if (!isPlugin(plugin))
            throw new Error("it is not a plugin of version '1'");
        plugin.init?.(host);
    }
    catch (error) {
        // What follows in the message of Node.js is a stack of files that says nothing here.
        const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
        throw new Error(`aws-temp-creds: the CDK plugin ${printable_printable(spec, 300)}, which ${printable_printable(source)} names, cannot be loaded: ${printable_printable(reason, 500)}`, { cause: error });
    }
}
/** CDK resolves from its own folder `lib`, where a path relative to the project is not found; that is tried next. */
function resolvePlugin(spec, cli, folder) {
    const library = (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.dirname)((0,external_node_fs_namespaceObject.realpathSync)(cli))), 'lib', 'index.js');
    try {
        return (0,external_node_module_namespaceObject.createRequire)(library).resolve(spec);
    }
    catch {
        return (0,external_node_module_namespaceObject.createRequire)((0,external_node_path_namespaceObject.resolve)(folder, 'cdk.json')).resolve(spec);
    }
}
function isPlugin(value) {
    return typeof value === 'object' && value !== null && 'version' in value && value.version === '1';
}
;// CONCATENATED MODULE: ./lib/bundling/cdk-plugin.js




/** Of the contract between the CDK CLI and its plugins. */
const version = '1';
/** Called by the CDK CLI once this file is loaded: adds the job's accounts, and the plugins that the project has. */
function init(host) {
    const handedOver = handedOverAccounts(process.env);
    const folder = process.cwd();
    const plugins = projectPlugins(folder, (0,external_node_os_namespaceObject.homedir)(), handedOver?.job.cdkPlugin);
    const source = new JobCredentials(handedOver, {
        tell: line => process.stderr.write(`${line}\n`),
        othersAreAsked: plugins.length > 0,
        // Every hand-over names its session, and ending it takes the name away.
        hasEnded: process.env['CDK_ROLE_SESSION_NAME'] === '',
    });
    // Ours first: for an account that the file names, the file decides.
    host.registerCredentialProviderSource(source);
    const places = { cli: process.argv[1] ?? folder, folder, own: handedOver?.job.programs.cdkPlugin };
    for (const plugin of plugins)
        loadPlugin(plugin, host, places);
}
module.exports = __webpack_exports__;
/******/ })()
;