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
;// CONCATENATED MODULE: ./lib/bundling/laptop/block-owner.js



/** Bytes; more is no configuration of git's. */
const LARGEST = 256 * 1024;
/**
 * Whose a block in ~/.aws/config is: the repository that `origin` names, so that all clones of it share one block; else
 * the folder. ASCII without blanks, and without what a URL may hold of somebody's password.
 *
 * @param root of the checkout, absolute
 * @param configuration path of the configuration file; undefined: the default one
 */
function blockOwner(root, configuration) {
    const repository = remoteName(originOf(root)) ?? encodeURI(root.replaceAll('\\', '/'));
    return configuration === undefined ? repository : `${repository}:${encodeURI(configuration)}`;
}
/** `https://user:secret@host/owner/name.git`, `git@host:owner/name` and `ssh://\u2026` as `host/owner/name`. */
function remoteName(url) {
    const text = url?.trim() ?? '';
    const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([\w.-]+)(?::\d+)?\/(.+)$/i.exec(text) ??
        /^(?:[^/@:]*@)?([\w.-]{2,}):(?!\\)(.+)$/.exec(text);
    const [, host, path] = match ?? [];
    if (host === undefined || path === undefined)
        return undefined;
    const name = path
        .replace(/[?#].*$/, '')
        .replace(/\/+$/, '')
        .replace(/\.git$/, '')
        .replace(/^\/+/, '');
    return /^[\w.~+/-]+$/.test(name) ? `${host.toLowerCase()}/${name}` : undefined;
}
/** The URL of the remote `origin`, from git's own file: no program is started for it. */
function originOf(root) {
    const gitDir = gitDirOf(root);
    if (gitDir === undefined)
        return undefined;
    const common = readSmall((0,external_node_path_namespaceObject.join)(gitDir, 'commondir'))?.trim();
    const text = readSmall((0,external_node_path_namespaceObject.join)(common === undefined ? gitDir : (0,external_node_path_namespaceObject.resolve)(gitDir, common), 'config'));
    const section = text?.split(/^\s*(?=\[)/m).find(part => /^\[remote "origin"\]/.test(part));
    return section && /^\s*url\s*=\s*"?([^"\r\n]*?)"?\s*$/m.exec(section)?.[1];
}
function gitDirOf(root) {
    const path = (0,external_node_path_namespaceObject.join)(root, '.git');
    const found = (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory())
        return found && path;
    const named = /^gitdir: (.+)$/m.exec(readSmall(path) ?? '')?.[1];
    return named === undefined ? undefined : (0,external_node_path_namespaceObject.resolve)(root, named.trim());
}
function readSmall(path) {
    const found = (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false });
    return found?.isFile() && found.size <= LARGEST ? private_file_readIfThere(path) : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/laptop/config-file.js
/** All sections, in the order of the file; a file that no tool reads has none. */
function parseConfigFile(text, kind = 'config') {
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
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
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
const aws_files_LARGEST = 4 * 1024 * 1024;
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
        if (status.size > aws_files_LARGEST)
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
function readText(latin1) {
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
;// CONCATENATED MODULE: ./lib/bundling/laptop/managed-block.js



const BEGIN = '# BEGIN aws-temp-creds ';
const END = '# END aws-temp-creds ';
/**
 * Every block of ours.
 *
 * @throws Failure `wrong-configuration` when a beginning has no end, or the reverse: then nobody knows what is ours
 */
function blocksOf(text) {
    const blocks = [];
    let open;
    for (const line of linesOf(text)) {
        const begins = line.text.startsWith(BEGIN);
        const ends = line.text.startsWith(END);
        if (!begins && !ends)
            continue;
        const owner = line.text.slice(begins ? BEGIN.length : END.length).trim();
        if (begins) {
            if (open !== undefined)
                throw damaged(open.line, 'begins, and does not end');
            const start = line.start - newlineBefore(text, line.start, line.end);
            open = { owner, start, bodyStart: line.end, line: line.number };
            continue;
        }
        if (open === undefined)
            throw damaged(line.number, 'ends, and does not begin');
        if (open.owner !== owner)
            throw damaged(open.line, 'begins, and does not end');
        const { start, bodyStart } = open;
        blocks.push({ owner, start, end: line.end, body: text.slice(bodyStart, line.start), line: open.line });
        open = undefined;
    }
    if (open !== undefined)
        throw damaged(open.line, 'begins, and does not end');
    const twice = blocks.find(({ owner }, index) => blocks.findIndex(other => other.owner === owner) !== index);
    if (twice !== undefined)
        throw damaged(twice.line, `is the second one of ${printable_printable(twice.owner, 200)}`);
    return blocks;
}
/** How many characters before a line are the newline that was written with it: as long as the line's own. */
function newlineBefore(text, start, end) {
    const newline = text.slice(start, end).endsWith('\r\n') ? '\r\n' : '\n';
    return text.slice(0, start).endsWith(newline) ? newline.length : 0;
}
function damaged(line, what) {
    return new failure_Failure('wrong-configuration', {
        what: `Line ${line} of the AWS configuration file: a block of aws-temp-creds ${what}.`,
        why: 'Its two comments (# BEGIN aws-temp-creds \u2026, # END aws-temp-creds \u2026) say what may be changed; nothing was.',
        likely: 'Somebody edited the file, or another tool wrote it anew and lost comments.',
        write: 'Remove what is left of the block by hand, then: aws-temp-creds profiles --write',
    });
}
/** The block as it stands in a file: with its comments, and with the newlines that the file has. */
function blockText(owner, body, newline) {
    return `${BEGIN}${owner}\n${body}${END}${owner}\n`.replaceAll('\n', newline);
}
/** What most lines of a text end in. */
function newlineOf(text) {
    const windows = text.split('\r\n').length - 1;
    return windows > text.split('\n').length - 1 - windows ? '\r\n' : '\n';
}
/**
 * Puts a block in the place of the owner's, or at the end of the file.
 *
 * @param text undefined: there is no file
 * @param body with `\n`; undefined: the owner's block is taken out
 * @returns undefined: there is no file afterwards (it was ours alone)
 */
function withBlock(text, owner, body) {
    const old = blocksOf(text ?? '').find(block => block.owner === owner);
    if (text === undefined)
        return body === undefined ? undefined : blockText(owner, body, '\n');
    if (old === undefined)
        return body === undefined ? text : appended(text, owner, body);
    if (body === undefined)
        return without(text, old);
    const from = old.start + newlineLength(text, old.start);
    const block = blockText(owner, body, newlineOf(text.slice(from, old.end)));
    return text.slice(0, from) + block + text.slice(old.end);
}
function appended(text, owner, body) {
    const newline = newlineOf(text);
    return text + newline + blockText(owner, body, newline);
}
/** Of the newline that a block begins with; 0 where it begins a file. */
function newlineLength(text, start) {
    return text.startsWith('\r\n', start) ? 2 : text.startsWith('\n', start) ? 1 : 0;
}
function without(text, { start, end }) {
    const before = text.slice(0, start);
    const after = text.slice(end);
    if (before === '' && after === '' && newlineLength(text, start) === 0)
        return undefined;
    // What somebody wrote behind the block must not join the line before it.
    const joins = /^[^\r\n]/.test(after) && before !== '' && !before.endsWith('\n');
    return before + (joins ? text.slice(start, start + newlineLength(text, start)) : '') + after;
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
;// CONCATENATED MODULE: ./lib/bundling/cdk/laptop-accounts.js





/**
 * The profile of each account among those that `aws-temp-creds profiles` wrote: of this repository's block first, and
 * in a block the first one, which is the environment's own. Profiles that somebody wrote by hand are not for a plugin
 * to choose: AWS_PROFILE names them.
 *
 * @param folder that CDK is called in
 * @returns by account ID; empty where nothing was written, or the file cannot be read
 */
function laptopAccounts(variables, folder) {
    const accounts = new Map();
    try {
        const text = readHomeFiles(variables).config.text ?? '';
        const own = blockOwner(projectRoot(folder), undefined);
        const blocks = blocksOf(text);
        for (const { body } of [
            ...blocks.filter(({ owner }) => owner === own),
            ...blocks.filter(({ owner }) => owner !== own),
        ]) {
            const sections = parseConfigFile(body);
            for (const { kind, name } of sections) {
                const account = kind === 'profile' && settingsOf(sections, 'profile', name)?.get('sso_account_id');
                if (account && !accounts.has(account))
                    accounts.set(account, name);
            }
        }
    }
    catch {
        // CDK goes on with what it finds by itself; `aws-temp-creds doctor` says what is wrong with the file.
    }
    return accounts;
}
;// CONCATENATED MODULE: ./lib/bundling/cdk/laptop-credentials.js






/** Credentials of a person, for every account that their profiles sign on to. */
class LaptopCredentials {
    name = 'aws-temp-creds';
    #profiles;
    #command;
    /**
     * @param profiles by account ID
     * @param command absolute path of the command's bundle
     */
    constructor(profiles, command) {
        this.#profiles = profiles;
        this.#command = command;
    }
    async isAvailable() {
        return this.#profiles.size > 0;
    }
    async canProvideCredentials(account) {
        return this.#profiles.has(account);
    }
    async getProvider(account, _mode, options) {
        const provide = () => this.#credentials(account);
        return options?.supportsV3Providers === true ? provide : new SdkV2Credentials(await provide(), provide);
    }
    #credentials(account) {
        const profile = this.#profiles.get(account) ?? '';
        // What a project wants loaded into its own Node.js processes (NODE_OPTIONS) is not meant for this one.
        const { NODE_OPTIONS: _, ...env } = process.env;
        const args = [this.#command, 'credentials', profile];
        return new Promise((resolve, reject) => {
            (0,external_node_child_process_namespaceObject.execFile)(process.execPath, args, { env, windowsHide: true }, (error, stdout, stderr) => {
                const credentials = error === null ? parseAnswer(stdout) : undefined;
                // The portal gave them for the account that the profile names; whoever edits the profile is found out here.
                const isFor = Fields.parse(stdout)?.text('AccountId');
                if (credentials !== undefined && isFor === account)
                    resolve({ ...credentials, expiration: renewBefore(credentials.expiration, new Date()) });
                else
                    reject(new Error(laptop_credentials_reasonOf(profile, stderr, isFor, account), { cause: error }));
            });
        });
    }
}
function laptop_credentials_reasonOf(profile, stderr, isFor, account) {
    if (isFor !== undefined)
        return `aws-temp-creds: the profile ${printable_printable(profile, 100)} is for account ${printable_printable(isFor, 20)}, not for ${account}`;
    const text = stderr
        .split('\n')
        .map(line => printable_printable(line, 500))
        .join('\n')
        .trim();
    return text === '' ? `aws-temp-creds: no credentials for the profile ${printable_printable(profile, 100)}` : text;
}
;// CONCATENATED MODULE: ./lib/bundling/cdk/laptop-source.js




/**
 * What gives CDK the credentials of a person.
 *
 * @param variables of a process to which no job handed anything over
 * @returns undefined in a job: every hand-over names its session, and ending it leaves the name empty
 */
function laptopSource(variables, folder) {
    const plugin = variables['CDK_PLUGIN'] ?? '';
    const inJob = variables['GITHUB_ACTIONS'] === 'true' || variables['CDK_ROLE_SESSION_NAME'] !== undefined;
    if (inJob || !(0,external_node_path_namespaceObject.isAbsolute)(plugin))
        return undefined;
    const command = (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.dirname)((0,external_node_fs_namespaceObject.realpathSync)(plugin))), 'cli', 'index.js');
    return new LaptopCredentials(laptopAccounts(variables, folder), command);
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
    const fields = Fields.parse(private_file_readIfThere(source));
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
    const laptop = handedOver === undefined ? laptopSource(process.env, folder) : undefined;
    // Ours first: for an account that the file names, the file decides.
    host.registerCredentialProviderSource(laptop ?? source);
    const own = handedOver?.job.programs.cdkPlugin ?? (laptop && process.env['CDK_PLUGIN']);
    const places = { cli: process.argv[1] ?? folder, folder, own };
    for (const plugin of plugins)
        loadPlugin(plugin, host, places);
}
module.exports = __webpack_exports__;
/******/ })()
;