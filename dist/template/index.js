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
  Py: () => (/* reexport */ templateAuditCommand),
  n1: () => (/* reexport */ templatePeopleCommand),
  F0: () => (/* reexport */ templateRolesCommand)
});

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = loadNow("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
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
        const root = (0,external_node_fs_namespaceObject.realpathSync)(folder);
        const file = (0,external_node_fs_namespaceObject.realpathSync)((0,external_node_path_namespaceObject.join)(root, path));
        const inside = (0,external_node_path_namespaceObject.relative)(root, file);
        return inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_namespaceObject.sep}`) ? undefined : file;
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
    const way = (0,external_node_path_namespaceObject.relative)(root, path);
    return (0,external_node_path_namespaceObject.isAbsolute)(way) ? path : way.replaceAll('\\', '/');
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
;// CONCATENATED MODULE: ./lib/bundling/trust/subject.js
/** @returns undefined for a customised subject, and for one of another issuer */
function subject_parseSubject(text) {
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
function subject_subjectText({ owner, repository, ids }, context) {
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
    const context = contextOf(subject_parseSubject(text)?.context ?? text.slice(text.search(/(?:ref|environment):/)));
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
;// CONCATENATED MODULE: ./lib/bundling/templates/roles/repository.js
/**
 * Reads a repository as people write it, or as the subject of a token does: `acme/shop`, `acme@583231/shop@1296269`,
 * each also with `repo:` in front.
 *
 * @returns undefined when it is neither
 */
function parseRepository(text) {
    const match = /^(?:repo:)?([\w-]{1,39})(?:@(\d{1,20}))?\/([\w.-]{1,100}?)(?:@(\d{1,20}))?$/.exec(text);
    const [, owner, ownerId, name, id] = match ?? [];
    if (owner === undefined || name === undefined || (ownerId === undefined) !== (id === undefined))
        return undefined;
    if (name === '.' || name === '..')
        return undefined;
    return { owner, name, ownerId, id, form: id === undefined ? undefined : 'immutable' };
}
/**
 * The repository that a remote of git belongs to: `git@github.com:acme/shop.git`, `https://github.com/acme/shop`.
 *
 * @returns undefined for what is no address of a repository
 */
function repositoryOfRemote(url) {
    const match = /^(?:\w+:\/\/)?(?:[^@/]+@)?[^/:]+(?::\d+)?[/:]([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url.trim());
    return match?.[1] === undefined ? undefined : parseRepository(match[1]);
}
function shownRepository({ owner, name }) {
    return `${owner}/${name}`;
}
;// CONCATENATED MODULE: ./lib/bundling/templates/roles/role.js
function policyDocument(...statements) {
    return { Version: '2012-10-17', Statement: statements };
}
/** A role's name as in its ARN, taken apart: `ci/github-deploy` is github-deploy in /ci/. */
function nameAndPath(given) {
    const parts = given.split('/');
    const name = parts.pop() ?? '';
    return { name, path: parts.length === 0 ? '/' : `/${parts.join('/')}/` };
}
;// CONCATENATED MODULE: ./lib/bundling/trust/issuer.js
/** The issuer of most tokens, as its identity provider in IAM is called. */
const GITHUB = 'token.actions.githubusercontent.com';
/** An issuer as IAM names it: the URL without its scheme. So begin its condition keys, and so ends its provider's ARN. */
function issuer_providerName(issuer) {
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
function issuer_isGitHub(provider) {
    return issuerKind(provider) !== 'other';
}
/**
 * The claims of GitHub's tokens that AWS makes condition keys of, beside `aud` and `sub` (AWS Service Authorization
 * Reference, actions and condition keys of STS, 2026-09-26).
 */
const GITHUB_KEYS = (/* unused pure expression or super */ null && ([
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
]));
/** Of every OIDC provider (IAM User Guide, available keys for AWS OIDC federation). */
const EVERY_PROVIDER = (/* unused pure expression or super */ null && (['amr', 'aud', 'email', 'oaud', 'sub']));
/** Of issuers that are not GitHub's (the same reference). */
const OTHERS = (/* unused pure expression or super */ null && ([
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
]));
/** The claims of an issuer's tokens that AWS makes condition keys of; a condition on any other meets no value. */
function issuer_conditionClaims(provider) {
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
function request_issuerOf({ payload }) {
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
    const provider = request_issuerOf(request).toLowerCase();
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
    const provider = request_issuerOf(request);
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
;// CONCATENATED MODULE: ./lib/bundling/trust/statement.js



function providerArn(grant) {
    return `arn:${grant.partition}:iam::${grant.account}:oidc-provider/${issuer_providerName(grant.issuer)}`;
}
/** The statement that IAM takes and that admits these subjects and no others. */
function statementFor(grant) {
    const provider = issuer_providerName(grant.issuer);
    const key = (claim) => `${provider}:${claim}`;
    // GitHub Enterprise Server's IDs are no condition keys.
    const ids = issuer_isGitHub(provider) && issuerKind(provider) !== 'server' ? grant.repositoryIds : [];
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
function policyJson(value) {
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
;// CONCATENATED MODULE: ./lib/bundling/templates/value.js
/** The number of the account that the template is used in. */
const ACCOUNT = { kind: 'account' };
/** That account's partition: aws, aws-cn, \u2026 */
const PARTITION = { kind: 'partition' };
function parameter(name) {
    return { kind: 'parameter', name };
}
/** A text with references in it. */
class Text {
    parts;
    constructor(parts) {
        this.parts = parts.filter(part => part !== '');
    }
}
/** Makes a text: text`arn:${PARTITION}:iam::${ACCOUNT}:role/cdk-*`. */
function value_text(strings, ...references) {
    return new Text(strings.flatMap((string, index) => [string, references[index] ?? '']));
}
/** A JSON document as a value. @param json text of an object */
function jsonValue(json) {
    // What JSON.parse gives is made of exactly these.
    return JSON.parse(json);
}
function isList(value) {
    return Array.isArray(value);
}
/** Applies a function to every text with references, and another to every plain one. */
function mapTexts(value, change) {
    if (typeof value === 'string' || value instanceof Text)
        return change(value);
    if (isList(value))
        return value.map(item => mapTexts(item, change));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}
;// CONCATENATED MODULE: ./lib/bundling/templates/roles/trust.js




/** Statements that admit jobs of GitHub: audience and whole subjects, compared for equality. */
function gitHubStatements(admission) {
    const { issuer, audiences, repositories, contexts } = admission;
    // With a condition on the ID each repository has a statement of its own, so that names and ID belong together.
    const hasIds = repositories.some(({ id }) => id !== undefined);
    const groups = hasIds ? repositories.map(repository => [repository]) : [repositories];
    return audiences.flatMap(audience => groups.map(group => ({
        ...statementFor({
            issuer,
            audience,
            subjects: group.flatMap(repository => contexts.flatMap(context => subjectsOf(repository, context, admission.bothForms))),
            repositoryIds: group.flatMap(({ id }) => id ?? []),
            // Which account and partition, the template knows only where it is used.
            account: '',
            partition: '',
        }),
        Principal: { Federated: value_text `arn:${PARTITION}:iam::${ACCOUNT}:oidc-provider/${issuer_providerName(issuer)}` },
    })));
}
/** In the form or forms that count. */
function subjectsOf(repository, context, bothForms) {
    const { owner, name, ownerId, id, form } = repository;
    const names = subject_subjectText({ owner, repository: name, ids: undefined }, context);
    if (ownerId === undefined || id === undefined)
        return [names];
    const immutable = subject_subjectText({ owner, repository: name, ids: { owner: ownerId, repository: id } }, context);
    if (bothForms)
        return [names, immutable];
    return [form === 'names' ? names : immutable];
}
/** A statement that admits one role of AWS, whether that exists already or not. @param root of the role's account */
function roleStatement(role, root, actions) {
    return {
        Effect: 'Allow',
        Principal: { AWS: root },
        Action: oneOrList(actions),
        // Not as Principal: IAM refuses a role that does not exist yet, and forgets one that is made anew.
        Condition: { ArnEquals: { 'aws:PrincipalArn': role } },
    };
}
function oneOrList(values) {
    const [only, ...others] = values;
    return only !== undefined && others.length === 0 ? only : values;
}
;// CONCATENATED MODULE: ./lib/bundling/templates/audit/reader-roles.js


/** Names of the two roles that the audit reads with, where nobody chooses others. */
const ORGANIZATION_ROLE = 'aws-temp-creds-audit-organization';
const ACCOUNT_ROLE = 'aws-temp-creds-audit';
/** GitHub environment of the job that audits. */
const AUDIT_ENVIRONMENT = 'audit';
/** What the audit asks in the management account, or the delegated administrator of IAM Identity Center. */
const ORGANIZATION_ACTIONS = {
    Organization: [
        'organizations:DescribeOrganization',
        'organizations:ListAccounts',
        'organizations:DescribeAccount',
    ],
    IdentityCenter: [
        'sso:ListInstances',
        'sso:DescribeInstance',
        'sso:ListPermissionSetsProvisionedToAccount',
        'sso:DescribePermissionSet',
        'sso:ListAccountAssignments',
        'sso:ListManagedPoliciesInPermissionSet',
        'sso:ListCustomerManagedPolicyReferencesInPermissionSet',
        'sso:GetInlinePolicyForPermissionSet',
        'sso:GetPermissionsBoundaryForPermissionSet',
    ],
    Names: ['identitystore:DescribeGroup', 'identitystore:DescribeUser'],
};
/** What the audit asks in each environment's account. */
const ACCOUNT_ACTIONS = [
    'iam:GetAccountSummary',
    'iam:GetAccountAuthorizationDetails',
    'iam:GenerateCredentialReport',
    'iam:GetCredentialReport',
    'iam:ListAccessKeys',
    'iam:GetAccessKeyLastUsed',
    'iam:ListServiceSpecificCredentials',
    'iam:ListOpenIDConnectProviders',
    'iam:GetOpenIDConnectProvider',
];
/** @param accountRole name; @param accounts whose reader roles it goes on to */
function organizationPolicy(accountRole, accounts) {
    return policyDocument(...Object.entries(ORGANIZATION_ACTIONS).map(([Sid, actions]) => ({
        Sid,
        Effect: 'Allow',
        Action: [...actions],
        Resource: '*',
    })), 
    // Where the instance has a key of the customer, nothing can be read without it; only by way of these services.
    {
        Sid: 'CustomerKey',
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: {
            StringLike: { 'kms:ViaService': ['sso.*.amazonaws.com', 'identitystore.*.amazonaws.com'] },
        },
    }, {
        Sid: 'Accounts',
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: accounts.map(account => value_text `arn:${PARTITION}:iam::${account}:role/${accountRole}`),
    });
}
function accountPolicy() {
    return policyDocument({ Sid: 'Read', Effect: 'Allow', Action: [...ACCOUNT_ACTIONS], Resource: '*' });
}
;// CONCATENATED MODULE: ./lib/bundling/templates/audit/plan.js








/**
 * The roles that the audit reads with: one beside the organization, which a job of GitHub enters, and one in each
 * environment's account, which only that one enters. One template for both, since an account may be both.
 *
 * @param selected environments whose accounts are read; undefined: all
 * @throws Failure `wrong-configuration` without environments
 */
function planAudit(configuration, wish, selected) {
    const environments = selected ?? configuration.environments;
    const [first] = environments;
    if (first === undefined) {
        throw new Failure('wrong-configuration', {
            what: `${configuration.path} has no environments, so there are no accounts to read.`,
            write: 'environments:\n  production: { account: "111111111111", region: eu-west-1, role: github-deploy }',
        });
    }
    const partitions = new Set(environments.map(({ region }) => partitionOf(region)));
    if (partitions.size > 1) {
        throw new Failure('wrong-input', {
            what: `The environments are in several partitions (${[...partitions].join(', ')}); an organization is in one.`,
            write: `aws-temp-creds template audit --environment ${first.name}`,
        });
    }
    const accounts = [...new Set(environments.map(({ account }) => account))].sort();
    const place = organizationPlace(wish.organizationRole);
    const accountRole = wish.accountRole ?? ACCOUNT_ROLE;
    return {
        description: 'Roles that aws-temp-creds audit reads with: one beside the organization, one in each account',
        provider: undefined,
        notes: [],
        parameters: place.account === undefined ? [ORGANIZATION_ACCOUNT] : [],
        roles: [
            {
                ...place.role,
                description: `Reads the organization and IAM Identity Center for the audit of ${wish.repositories.map(shownRepository).join(', ')}`.slice(0, 1000),
                accounts: undefined,
                only: place.account ?? parameter(ORGANIZATION_ACCOUNT.name),
                trust: policyDocument(...gitHubStatements({
                    issuer: wish.issuer,
                    audiences: [defaultAudience(first.region)],
                    repositories: wish.repositories,
                    contexts: [jobContext({ environment: wish.gitHubEnvironment ?? AUDIT_ENVIRONMENT, ref: '' })],
                    bothForms: wish.bothForms,
                })),
                policies: [{ name: 'read', document: organizationPolicy(accountRole, accounts) }],
                ...NOTHING_MORE,
            },
            {
                ...nameAndPath(accountRole),
                description: 'Reads IAM for the audit of aws-temp-creds',
                accounts: undefined,
                trust: policyDocument(roleStatement(place.arn, place.root, ['sts:AssumeRole'])),
                policies: [{ name: 'read', document: accountPolicy() }],
                ...NOTHING_MORE,
            },
        ],
    };
}
const NOTHING_MORE = { managedPolicies: [], maxSession: undefined, boundary: undefined };
const ORGANIZATION_ACCOUNT = {
    name: 'OrganizationAccount',
    description: 'Account that the audit job enters: the management account, or the delegated administrator of Identity Center',
    pattern: '[0-9]{12}',
};
function organizationPlace(given) {
    const parts = given === undefined ? undefined : parseRoleArn(given);
    if (given !== undefined && parts === undefined) {
        throw new Failure('wrong-input', {
            what: '--organization-role must be the ARN of a role.',
            write: `--organization-role arn:aws:iam::111111111111:role/${ORGANIZATION_ROLE}`,
        });
    }
    const name = parts?.name ?? ORGANIZATION_ROLE;
    const account = parts?.account ?? parameter(ORGANIZATION_ACCOUNT.name);
    return {
        role: nameAndPath(name),
        account: parts?.account,
        arn: value_text `arn:${PARTITION}:iam::${account}:role/${name}`,
        root: value_text `arn:${PARTITION}:iam::${account}:root`,
    };
}
;// CONCATENATED MODULE: ./lib/bundling/templates/cloudformation.js

/** How many resources and parameters a template may have (CloudFormation quotas). */
const MOST_RESOURCES = 500;
const MOST_PARAMETERS = 200;
/** A value with its references as intrinsic functions. */
function cloudFormationValue(value) {
    return mapTexts(value, intrinsic);
}
const PSEUDO = { account: 'AWS::AccountId', partition: 'AWS::Partition' };
function nameOf(reference) {
    return reference.kind === 'parameter' ? reference.name : PSEUDO[reference.kind];
}
function intrinsic(text) {
    if (typeof text === 'string')
        return text;
    const [first, ...others] = text.parts;
    if (others.length === 0 && first !== undefined)
        return typeof first === 'string' ? first : { Ref: nameOf(first) };
    if (text.parts.every(part => typeof part === 'string'))
        return text.parts.join('');
    // In Fn::Sub a literal `${` is written `${!`.
    const parts = text.parts.map(part => typeof part === 'string' ? part.replaceAll('${', '${!') : `\${${nameOf(part)}}`);
    return { 'Fn::Sub': parts.join('') };
}
;// CONCATENATED MODULE: ./lib/bundling/templates/names.js
/** Gives each thing a name of its own, made of what it is called and made different where two come out the same. */
class Names {
    #shape;
    #given = new Map();
    #taken = new Set();
    constructor(shape) {
        this.#shape = shape;
    }
    /** The same key always has the same name. @param called what the name is made of; default: the key */
    of(key, called = key) {
        const known = this.#given.get(key);
        if (known !== undefined)
            return known;
        const base = this.#shape(called.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? []);
        let name = base;
        for (let count = 2; this.#taken.has(name.toLowerCase()); count++)
            name = `${base}${count}`;
        this.#taken.add(name.toLowerCase());
        this.#given.set(key, name);
        return name;
    }
}
/** Logical IDs of CloudFormation: letters and digits, at most 255. */
function logicalNames() {
    return new Names(words => {
        const name = words.map(word => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
        return (/^[A-Z]/.test(name) ? name : `Name${name}`).slice(0, 240);
    });
}
/** Names of Terraform: lower case with underscores. */
function terraformNames() {
    return new Names(words => {
        const name = words.join('_').toLowerCase();
        return /^[a-z]/.test(name) ? name : `name_${name}`;
    });
}
;// CONCATENATED MODULE: ./lib/bundling/templates/roles/cloudformation.js



/**
 * Roles for CloudFormation: one template for all accounts, also as a StackSet. `Mappings` says which account gets
 * which resource, so that the template fails in an account that it was not made for.
 */
function rolesCloudFormation({ description, roles, provider, parameters, }) {
    const names = logicalNames();
    names.of('provider', PROVIDER);
    const named = roles.map((role, index) => ({ role, id: names.of(String(index), role.name) }));
    const choices = choicesOf(named, provider);
    const conditions = [
        ...choices.map(({ id, key }) => [`Has${id}`, isChosen(key, id)]),
        ...named.flatMap(({ role: { only }, id }) => only === undefined ? [] : [[`Has${id}`, isAccount(only)]]),
    ];
    return {
        AWSTemplateFormatVersion: '2010-09-09',
        Description: description,
        ...(parameters.length > 0 && {
            Parameters: Object.fromEntries(parameters.map(({ name, description: says, pattern }) => [
                name,
                { Type: 'String', Description: says, AllowedPattern: pattern },
            ])),
        }),
        ...(choices.length > 0 && { Mappings: { Accounts: mapping(choices) } }),
        ...(conditions.length > 0 && { Conditions: Object.fromEntries(conditions) }),
        Resources: Object.fromEntries([
            ...(provider === undefined
                ? []
                : [[PROVIDER, conditional(PROVIDER, providerResource(provider))]]),
            ...named.map(({ role, id }) => {
                const resource = roleResource(role);
                return [id, isConditional(role) ? conditional(id, resource) : resource];
            }),
        ]),
        Outputs: Object.fromEntries(named.map(({ role, id }) => [
            `${id}Arn`,
            {
                ...(isConditional(role) && { Condition: `Has${id}` }),
                Value: { 'Fn::GetAtt': [id, 'Arn'] },
            },
        ])),
    };
}
const PROVIDER = 'IdentityProvider';
function choicesOf(named, provider) {
    const keys = logicalNames();
    keys.of('provider', PROVIDER);
    return [
        ...(provider === undefined ? [] : [{ id: PROVIDER, key: PROVIDER, accounts: provider.accounts }]),
        ...named.flatMap(({ role: { name, accounts }, id }) => accounts === undefined ? [] : [{ id, key: keys.of(name), accounts }]),
    ];
}
/** For each account, which of the resources it gets. */
function mapping(choices) {
    const accounts = [...new Set(choices.flatMap(item => item.accounts))].sort();
    const keys = [...new Set(choices.map(({ key }) => key))];
    return Object.fromEntries(accounts.map(account => [
        account,
        Object.fromEntries(keys.map(key => [
            key,
            choices.find(choice => choice.key === key && choice.accounts.includes(account))?.id ?? 'none',
        ])),
    ]));
}
function isConditional({ accounts, only }) {
    return accounts !== undefined || only !== undefined;
}
function isAccount(account) {
    return { 'Fn::Equals': [{ Ref: 'AWS::AccountId' }, cloudFormationValue(new Text([account]))] };
}
function isChosen(key, id) {
    return { 'Fn::Equals': [{ 'Fn::FindInMap': ['Accounts', { Ref: 'AWS::AccountId' }, key] }, id] };
}
function conditional(id, { Type, ...rest }) {
    return { Type, Condition: `Has${id}`, ...rest };
}
/** Other stacks' roles may trust it: it stays when this stack goes. */
function providerResource({ url, audiences }) {
    return {
        Type: 'AWS::IAM::OIDCProvider',
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: { Url: url, ClientIdList: audiences },
    };
}
function roleResource(role) {
    return {
        Type: 'AWS::IAM::Role',
        Properties: {
            RoleName: role.name,
            ...(role.path !== '/' && { Path: role.path }),
            Description: role.description,
            ...(role.maxSession !== undefined && { MaxSessionDuration: role.maxSession }),
            ...(role.boundary !== undefined && { PermissionsBoundary: cloudFormationValue(role.boundary) }),
            AssumeRolePolicyDocument: cloudFormationValue(role.trust),
            ...(role.managedPolicies.length > 0 && {
                ManagedPolicyArns: role.managedPolicies.map(cloudFormationValue),
            }),
            ...(role.policies.length > 0 && {
                Policies: role.policies.map(({ name, document }) => ({
                    PolicyName: name,
                    PolicyDocument: cloudFormationValue(document),
                })),
            }),
        },
    };
}
;// CONCATENATED MODULE: ./lib/bundling/templates/terraform.js

/** Code of Terraform as it stands: `data.aws_partition.current.partition`, `[aws_iam_role.x]`. */
class Expression {
    code;
    constructor(code) {
        this.code = code;
    }
}
/** A policy document: an object in the file, JSON text for AWS. */
class PolicyDocument {
    value;
    constructor(value) {
        this.value = value;
    }
}
class Nested {
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
        required_providers: new Nested({ aws: { source: 'hashicorp/aws', version: '>= 5.0' } }),
    },
};
/** What the references in texts refer to. */
const PARTITION_DATA = { type: 'data', labels: ['aws_partition', 'current'], body: {} };
const ACCOUNT_DATA = { type: 'data', labels: ['aws_caller_identity', 'current'], body: {} };
function codeOf(reference) {
    if (reference.kind === 'parameter')
        return `var.${reference.name}`;
    return reference.kind === 'account'
        ? 'data.aws_caller_identity.current.account_id'
        : 'data.aws_partition.current.partition';
}
/** A text as a template of Terraform, where `${` and `%{` of the text itself mean nothing. */
function templateOf(text, inQuotes) {
    const parts = typeof text === 'string' ? [text] : text.parts;
    return parts
        .map(part => typeof part === 'string' ? inQuotes(part.replace(/[$%](?=\{)/g, '$&$&')) : `\${${codeOf(part)}}`)
        .join('');
}
/** @param comment lines that stand above, without `#`; @returns the text of a .tf file, as `terraform fmt` writes it */
function terraformText(blocks, comment) {
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
    const written = Object.entries(body).map(([name, value]) => value instanceof Nested
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
    if (value instanceof Expression)
        return value.code;
    if (value instanceof PolicyDocument)
        return `jsonencode(${valueText(value.value, indent)})`;
    if (value instanceof Nested)
        throw new Error('a block is no argument');
    if (typeof value === 'string' || value instanceof Text)
        return quoted(value);
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    if (isArguments(value)) {
        const items = value.map(item => argumentText(item, `${indent}  `));
        return listText(items, indent);
    }
    return objectText(Object.entries(value).map(([key, item]) => ({ name: key, text: argumentText(item, `${indent}  `) })), indent);
}
function isArguments(value) {
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
    return `"${templateOf(text, literal => JSON.stringify(literal).slice(1, -1))}"`;
}
;// CONCATENATED MODULE: ./lib/bundling/templates/roles/terraform.js



const HERE = 'data.aws_caller_identity.current.account_id';
/** Roles for Terraform's AWS provider: one file that is applied once in each account, and makes there what belongs there. */
function rolesTerraform({ roles, provider, parameters }) {
    const names = terraformNames();
    const placed = [provider?.accounts ?? [], ...roles.map(({ accounts }) => accounts ?? [])].flat();
    const accounts = [...new Set(placed)].sort();
    const values = roles.flatMap(({ trust, policies, managedPolicies, boundary }) => [
        trust,
        ...policies.map(({ document }) => document),
        ...managedPolicies,
        ...(boundary === undefined ? [] : [boundary]),
    ]);
    const used = new Set(values.flatMap(referencesIn).map(({ kind }) => kind));
    const place = { names, accounts };
    return [
        REQUIREMENTS,
        ...parameters.map(variableBlock),
        ...(used.has('account') || accounts.length > 0 || roles.some(role => role.only !== undefined)
            ? [accountBlock(accounts)]
            : []),
        ...(used.has('partition') ? [PARTITION_DATA] : []),
        ...(provider === undefined
            ? []
            : [
                {
                    type: 'resource',
                    labels: ['aws_iam_openid_connect_provider', 'github'],
                    body: {
                        ...only(provider.accounts, place),
                        url: provider.url,
                        client_id_list: provider.audiences,
                    },
                },
            ]),
        ...roles.flatMap((role, index) => roleBlocks(role, names.of(String(index), role.name), place)),
    ];
}
/** The account that is signed in to must be one that the file is for. */
function accountBlock(accounts) {
    if (accounts.length === 0)
        return ACCOUNT_DATA;
    return {
        ...ACCOUNT_DATA,
        body: {
            lifecycle: new Nested({
                postcondition: new Nested({
                    condition: new Expression(`contains(${accountList(accounts)}, self.account_id)`),
                    error_message: 'These roles are for other accounts: sign in to one of those that this file names.',
                }),
            }),
        },
    };
}
function accountList(accounts) {
    return `[${accounts.map(account => `"${account}"`).join(', ')}]`;
}
/** Makes a resource only in some of the accounts. */
function only(accounts, place) {
    if (accounts === undefined || accounts.length === place.accounts.length)
        return {};
    return { count: new Expression(`contains(${accountList(accounts)}, ${HERE}) ? 1 : 0`) };
}
function onlyIn(account) {
    const code = typeof account === 'string' ? JSON.stringify(account) : `var.${variableName(terraform_nameOf(account))}`;
    return { count: new Expression(`${HERE} == ${code} ? 1 : 0`) };
}
function terraform_nameOf(reference) {
    if (reference.kind !== 'parameter')
        throw new Error('an account is named by its number or by a parameter');
    return reference.name;
}
function variableBlock({ name, description, pattern }) {
    const label = variableName(name);
    return {
        type: 'variable',
        labels: [label],
        body: {
            description,
            type: new Expression('string'),
            validation: new Nested({
                condition: new Expression(`can(regex(${JSON.stringify(`^(${pattern})$`)}, var.${label}))`),
                error_message: `It must be of the form ${pattern}.`,
            }),
        },
    };
}
/** `OrganizationAccount` as organization_account. */
function variableName(parameter) {
    return parameter.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}
function roleBlocks(role, label, place) {
    const here = role.only === undefined ? only(role.accounts, place) : onlyIn(role.only);
    const index = 'count' in here ? '[0]' : '';
    const belonging = { ...here, role: new Expression(`aws_iam_role.${label}${index}.name`) };
    return [
        {
            type: 'resource',
            labels: ['aws_iam_role', label],
            body: {
                ...here,
                name: role.name,
                ...(role.path !== '/' && { path: role.path }),
                description: role.description,
                ...(role.maxSession !== undefined && { max_session_duration: role.maxSession }),
                ...(role.boundary !== undefined && { permissions_boundary: lowered(role.boundary) }),
                assume_role_policy: new PolicyDocument(loweredIn(role.trust)),
            },
        },
        ...role.policies.map(({ name, document }) => ({
            type: 'resource',
            labels: ['aws_iam_role_policy', place.names.of(`${label} policy ${name}`, `${label} ${name}`)],
            body: { ...belonging, name, policy: new PolicyDocument(loweredIn(document)) },
        })),
        ...role.managedPolicies.map((arn) => ({
            type: 'resource',
            labels: [
                'aws_iam_role_policy_attachment',
                place.names.of(`${label} managed ${JSON.stringify(arn)}`, `${label} managed`),
            ],
            body: { ...belonging, policy_arn: lowered(arn) },
        })),
    ];
}
/** The parameters in a text, as Terraform's variables are named. */
function lowered({ parts }) {
    return new Text(parts.map(part => typeof part !== 'string' && part.kind === 'parameter'
        ? { ...part, name: variableName(part.name) }
        : part));
}
function loweredIn(value) {
    if (value instanceof Text)
        return lowered(value);
    if (typeof value !== 'object' || value === null)
        return value;
    if (isList(value))
        return value.map(loweredIn);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, loweredIn(item)]));
}
function referencesIn(value) {
    if (value instanceof Text)
        return value.parts.flatMap(part => (typeof part === 'string' ? [] : [part]));
    if (typeof value !== 'object' || value === null)
        return [];
    return (isList(value) ? value : Object.values(value)).flatMap(referencesIn);
}
;// CONCATENATED MODULE: ./lib/bundling/cli/command.js
/** What the command answers its caller with: clean; findings or a refusal; wrong use, or an incomplete scan. */
const EXIT = { clean: 0, found: 1, wrong: 2 };
;// CONCATENATED MODULE: ./lib/bundling/config/environments-of.js
/** The environment of that name, else all whose GitHub environment has that name. */
function environmentsOf(configuration, name) {
    const exact = configuration.environments.filter(environment => environment.name === name);
    return exact.length > 0
        ? exact
        : configuration.environments.filter(({ githubEnvironment }) => githubEnvironment === name);
}
;// CONCATENATED MODULE: external "../packages/yaml.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const yaml_js_namespaceObject = x({ ["Document"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.Document), ["Scalar"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.Scalar), ["YAMLSeq"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.YAMLSeq), ["isScalar"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isScalar), ["visit"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.visit) });
;// CONCATENATED MODULE: ./lib/bundling/templates/cloudformation-yaml.js

/** Functions of the long form, and their tags. */
const cloudformation_yaml_TAGS = {
    Ref: '!Ref',
    'Fn::Sub': '!Sub',
    'Fn::GetAtt': '!GetAtt',
    'Fn::Equals': '!Equals',
    'Fn::FindInMap': '!FindInMap',
};
/** @param comment lines that stand above, without `#`; @returns YAML text */
function cloudFormationYaml(template, comment) {
    const document = new yaml_js_namespaceObject.Document(template, { aliasDuplicateObjects: false });
    (0,yaml_js_namespaceObject.visit)(document, { Map: (_, map) => shortForm(map), Scalar: (_, scalar) => quoteDigits(scalar) });
    const head = comment.map(line => (line === '' ? '#\n' : `# ${line}\n`)).join('');
    return head + document.toString({ lineWidth: 0 });
}
/** `{ Fn::Sub: x }` as `!Sub x`. */
function shortForm(map) {
    const [pair, ...others] = map.items;
    if (pair === undefined || others.length > 0 || !(0,yaml_js_namespaceObject.isScalar)(pair.key))
        return undefined;
    const tag = cloudformation_yaml_TAGS[String(pair.key.value)];
    const { value } = pair;
    if (tag === undefined)
        return undefined;
    if (value instanceof yaml_js_namespaceObject.YAMLSeq && tag === '!GetAtt') {
        const short = new yaml_js_namespaceObject.Scalar(value.items.map(item => ((0,yaml_js_namespaceObject.isScalar)(item) ? String(item.value) : '')).join('.'));
        short.tag = tag;
        return short;
    }
    if (!(value instanceof yaml_js_namespaceObject.Scalar || value instanceof yaml_js_namespaceObject.YAMLSeq))
        return undefined;
    value.tag = tag;
    if (value instanceof yaml_js_namespaceObject.YAMLSeq) {
        value.flow = true;
        (0,yaml_js_namespaceObject.visit)(value, { Map: (_, inner) => shortForm(inner) });
    }
    return value;
}
/** Account numbers and dates are texts for every reader of YAML, 1.1 included. */
function quoteDigits(scalar) {
    if (typeof scalar.value === 'string' && /^[\d.:_-]+$/.test(scalar.value))
        scalar.type = 'QUOTE_DOUBLE';
}
;// CONCATENATED MODULE: ./lib/bundling/templates/terraform-json.js


/** @returns the blocks in Terraform's JSON syntax */
function terraformJson(blocks) {
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
const EXIT_CODES = `Exit codes:
  0  the template is printed
  2  wrong use, or the configuration file does not say enough`;
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
    throw new Failure('wrong-input', { what: `--${option} must be ${what}, not ${printable(wrong, 150)}.` });
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/print-roles.js




/** Prints a template of roles, and beside it what is to be known of it. */
function printRoles(given, terminal, template, { notes }, more) {
    sayAll(terminal, [...notes, ...more, ...template.notes]);
    const made = `${template.description}, made by: aws-temp-creds template`;
    printTemplate(given, terminal, { cloudFormation: () => rolesCloudFormation(template), terraform: () => rolesTerraform(template) }, {
        cloudformation: [
            made,
            'Use it once in each account, in one Region: roles belong to the whole account.',
        ],
        terraform: [made, 'Apply it once in each account: it makes there what belongs there.'],
    });
    return EXIT.clean;
}
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
;// CONCATENATED MODULE: ./lib/bundling/github/repository-facts.js


/**
 * Asks GitHub for a repository's IDs and for the form of its subjects (GET /repos/{owner}/{repo}, and
 * GET /repos/{owner}/{repo}/actions/oidc/customization/sub).
 *
 * @throws Failure `wrong-input` when the token may not see the repository, or there is none
 */
async function repositoryFacts(ask, owner, name) {
    const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
    const answer = await ask(path);
    const found = answer.kind === 'found' ? readRepository(answer.value) : undefined;
    if (found === undefined) {
        const status = answer.kind === 'refused' ? `HTTP ${answer.status}` : 'something else than a repository';
        throw new Failure('wrong-input', {
            what: `GitHub does not show the repository ${printable(`${owner}/${name}`, 150)}: it answered ${status}.`,
            likely: 'It is private, and no token is given; or its name is misspelt.',
            write: 'GH_TOKEN=$(gh auth token) aws-temp-creds template roles --look-up \u2026',
        });
    }
    const customization = await ask(`${path}/actions/oidc/customization/sub`);
    return { ...found, ...readCustomization(customization.kind === 'found' ? customization.value : undefined) };
}
function readRepository(value) {
    const id = numberAt(value, 'id');
    const full = textAt(value, 'full_name');
    const ownerId = numberAt(property(value, 'owner'), 'id');
    const [, owner, name] = /^([^/]+)\/([^/]+)$/.exec(full ?? '') ?? [];
    if (id === undefined || ownerId === undefined || owner === undefined || name === undefined)
        return undefined;
    return { owner, name, ownerId, id };
}
function readCustomization(value) {
    return {
        subjectPrefix: textAt(value, 'sub_claim_prefix'),
        customized: property(value, 'use_default') === false,
    };
}
function property(value, name) {
    return typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, name)?.value
        : undefined;
}
function textAt(value, name) {
    const found = property(value, name);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function numberAt(value, name) {
    const found = property(value, name);
    return typeof found === 'number' && Number.isSafeInteger(found) ? String(found) : undefined;
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
        this.code = send_codeOf(cause);
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
function send_codeOf(error) {
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
;// CONCATENATED MODULE: ./lib/bundling/github/rest.js



/**
 * @param variables `GH_TOKEN` or `GITHUB_TOKEN`, which public repositories do not need, and `GITHUB_API_URL`, which a
 *   runner sets
 */
function gitHubRest(variables, connection, signal) {
    const root = variables['GITHUB_API_URL'] || 'https://api.github.com';
    const token = variables['GH_TOKEN'] || variables['GITHUB_TOKEN'];
    const headers = {
        accept: 'application/vnd.github+json',
        'user-agent': 'aws-temp-creds',
        'x-github-api-version': '2022-11-28',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    return async (path) => {
        const url = new URL(`${root.replace(/\/$/, '')}${path}`);
        try {
            const { status, body } = await send({ method: 'GET', url, headers }, connection, signal);
            return status === 200 ? { kind: 'found', value: JSON.parse(body) } : { kind: 'refused', status };
        }
        catch (error) {
            throw unreachable(url, error);
        }
    };
}
function unreachable(url, error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new Failure('unreachable', {
        what: `GitHub's API ${url.host} could not be asked: ${printable(reason, 200)}`,
        likely: 'This machine reaches the internet only through a proxy that is not named.',
        write: 'Name the proxy in HTTPS_PROXY.',
    }, { cause: error });
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/template-repositories.js









/** Options that say whose jobs a role admits. */
const REPOSITORY_OPTIONS = [
    {
        name: 'repository',
        value: 'OWNER/NAME',
        many: true,
        says: 'whose jobs may enter (default: that of GITHUB_REPOSITORY, or of the remote origin); also OWNER@ID/NAME@ID',
    },
    {
        name: 'repository-id',
        value: 'ID',
        many: true,
        says: 'its number, one for each --repository: gh api repos/OWNER/NAME --jq .id',
    },
    {
        name: 'owner-id',
        value: 'ID',
        many: true,
        says: "its owner's number, one for each --repository: gh api repos/OWNER/NAME --jq .owner.id",
    },
    { name: 'both-forms', says: 'admit the subject with names and the one with IDs; both need the IDs' },
    { name: 'look-up', says: 'ask GitHub for the IDs and the form of the subject (token: GH_TOKEN)' },
    {
        name: 'issuer',
        value: 'URL',
        says: 'of the tokens (default: https://token.actions.githubusercontent.com)',
    },
];
/**
 * @param root of the checkout
 * @throws Failure `wrong-input` with everything that is wrong
 */
async function admittedRepositories(given, terminal, root) {
    const faults = [];
    const issuer = template_repositories_issuerOf(given, faults);
    const named = namedRepositories(given, terminal, root, faults);
    const bothForms = given.has('both-forms');
    if (faults.length > 0)
        throw new Failure('wrong-input', { what: faults.join('\n'), write: '--repository acme/shop' });
    const looked = given.has('look-up')
        ? await lookUp(named, terminal)
        : { repositories: named, unsure: false };
    const server = issuerKind(issuer_providerName(issuer)) === 'server';
    const without = looked.repositories.filter(({ id, ownerId }) => id === undefined || ownerId === undefined);
    if (bothForms && without.length > 0) {
        throw new Failure('wrong-input', {
            what: `--both-forms needs the IDs of ${printable(without.map(shownRepository).join(', '), 300)}.`,
            write: `gh api repos/${without.map(shownRepository)[0]} --jq '"--repository-id \\(.id) --owner-id \\(.owner.id)"'\nor let GitHub be asked: --look-up`,
        });
    }
    return {
        repositories: server ? looked.repositories.map(withoutIds) : looked.repositories,
        bothForms: (bothForms || looked.unsure) && !server,
        issuer,
        notes: [...notesOn(without, server), ...(looked.unsure ? [UNSURE] : [])],
    };
}
const UNSURE = 'GitHub does not say which form the subject has (its settings for Actions need a token that may read them), so both forms are admitted, held fast by the ID.';
function notesOn(without, server) {
    if (server || without.length === 0)
        return [];
    const names = without.map(shownRepository).join(', ');
    const pinned = without.every(({ id }) => id !== undefined);
    const why = 'A repository made, renamed or transferred since 15 July 2026 has IDs in its subject';
    return [
        pinned
            ? `${names}: the subject has names, since the owner's ID is not given. ${why}: then add --owner-id, or --look-up.`
            : `${names}: the trust goes by names, since the IDs are not given; who takes over a name that has become free is admitted too. ${why}: add --repository-id and --owner-id, or --look-up.`,
    ];
}
function withoutIds(repository) {
    return { ...repository, ownerId: undefined, id: undefined, form: 'names' };
}
function template_repositories_issuerOf(given, faults) {
    const text = given.value('issuer') ?? 'https://token.actions.githubusercontent.com';
    const issuer = text.startsWith('https://') ? text.replace(/\/$/, '') : `https://${text.replace(/\/$/, '')}`;
    if (!URL.canParse(issuer) || /[\s?#"'*$]/.test(issuer))
        faults.push(`--issuer ${printable(text, 200)} is no https URL`);
    else if (issuerKind(issuer_providerName(issuer)) === 'other')
        faults.push(`--issuer ${printable(text, 200)} is not GitHub's: https://token.actions.githubusercontent.com, one with your enterprise behind it, https://token.actions.SUBDOMAIN.ghe.com, or https://HOST/_services/token`);
    return issuer;
}
function namedRepositories(given, terminal, root, faults) {
    const texts = given.values('repository');
    const repositories = texts.flatMap(text => {
        const repository = parseRepository(text);
        if (repository === undefined)
            faults.push(`--repository must be OWNER/NAME, not ${printable(text, 150)}`);
        return repository ?? [];
    });
    const here = texts.length > 0 ? repositories : [repositoryHere(terminal, root)].flatMap(found => found ?? []);
    if (here.length === 0 && faults.length === 0)
        faults.push('whose jobs may enter? This folder has no remote origin on GitHub: name the repository');
    return withGivenIds(here, given, faults);
}
/** The job's repository, or the one that this folder is a clone of. */
function repositoryHere({ variables }, root) {
    const job = parseRepository(variables['GITHUB_REPOSITORY'] ?? '');
    if (job !== undefined) {
        const id = variables['GITHUB_REPOSITORY_ID'];
        const ownerId = variables['GITHUB_REPOSITORY_OWNER_ID'];
        return { ...job, id: id || undefined, ownerId: ownerId || undefined };
    }
    return repositoryOfRemote(originOf(root) ?? '');
}
function originOf(root) {
    try {
        const text = (0,external_node_fs_namespaceObject.readFileSync)((0,external_node_path_namespaceObject.join)(root, '.git', 'config'), 'utf8');
        const section = /^\[remote "origin"\]\s*\n((?:[ \t].*\n?)*)/m.exec(text)?.[1];
        return section === undefined ? undefined : /^\s*url\s*=\s*(\S+)/m.exec(section)?.[1];
    }
    catch {
        return undefined;
    }
}
function withGivenIds(repositories, given, faults) {
    const ids = given.values('repository-id');
    const ownerIds = given.values('owner-id');
    for (const [option, values] of [
        ['repository-id', ids],
        ['owner-id', ownerIds],
    ]) {
        for (const value of values.filter(text => !/^\d{1,20}$/.test(text)))
            faults.push(`--${option} must be a number, not ${printable(value, 80)}`);
        if (values.length > 0 && values.length !== repositories.length)
            faults.push(`--${option} is given ${values.length} times, for ${repositories.length} repositories: give one for each`);
    }
    if (ownerIds.length > 0 && ids.length === 0)
        faults.push('--owner-id needs --repository-id beside it');
    return repositories.map((repository, index) => ({
        ...repository,
        id: ids[index] ?? repository.id,
        ownerId: ownerIds[index] ?? repository.ownerId,
    }));
}
async function lookUp(repositories, { variables, signal }) {
    const connection = connect(variables);
    try {
        const ask = gitHubRest(variables, connection, signal);
        const facts = await Promise.all(repositories.map(({ owner, name }) => repositoryFacts(ask, owner, name)));
        const found = facts.map(repositoryOf);
        return { repositories: found, unsure: found.some(({ form }) => form === undefined) };
    }
    finally {
        connection.close();
    }
}
/** @throws Failure `wrong-input` for a repository whose subjects are made of other claims */
function repositoryOf({ owner, name, ownerId, id, subjectPrefix, customized }) {
    const names = `repo:${owner}/${name}`;
    const immutable = `repo:${owner}@${ownerId}/${name}@${id}`;
    const prefix = subjectPrefix?.replace(/:$/, '');
    if (customized || (prefix !== undefined && prefix !== names && prefix !== immutable)) {
        throw new Failure('wrong-input', {
            what: `${printable(`${owner}/${name}`, 150)} has a customised subject, which a template cannot know.`,
            why: `GitHub's settings for it: ${printable(prefix ?? 'use_default is false', 200)}.`,
            write: `gh api -X PUT repos/${owner}/${name}/actions/oidc/customization/sub -F use_default=true\nor run the job: the refusal prints the statement that admits it`,
        });
    }
    const form = prefix === undefined ? undefined : prefix === names ? 'names' : 'immutable';
    return { owner, name, ownerId, id, form };
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/template-audit.js






const templateAuditCommand = {
    name: 'template audit',
    operands: '[OPTIONS]',
    mostOperands: 0,
    about: `Prints the two roles that the audit reads with: one beside the organization
(management account, or delegated administrator of IAM Identity Center), which
a job with the GitHub environment \`${AUDIT_ENVIRONMENT}\` enters; and one in each account of the
file, which only that one enters. Both may read what the audit asks, no more.

One template serves all: use it in the organization's account and, as a
StackSet, in the accounts of the environments.`,
    options: [
        ...TEMPLATE_OPTIONS,
        ...REPOSITORY_OPTIONS,
        {
            name: 'organization-role',
            value: 'ARN',
            says: `the role beside the organization (default: ${ORGANIZATION_ROLE}, in an account that is a parameter)`,
        },
        { name: 'account-role', value: 'NAME', says: `the role in each account (default: ${ACCOUNT_ROLE})` },
        {
            name: 'github-environment',
            value: 'NAME',
            says: `of the job that audits (default: ${AUDIT_ENVIRONMENT})`,
        },
    ],
    examples: [
        [
            'aws-temp-creds template audit --look-up > audit-roles.yml',
            'for the repository that this folder is a clone of',
        ],
        [
            'aws cloudformation deploy --stack-name audit-roles --template-file audit-roles.yml --capabilities CAPABILITY_NAMED_IAM --parameter-overrides OrganizationAccount=111111111111',
            "then, in the organization's account and in each account of the file",
        ],
    ],
    more: EXIT_CODES,
    run: async (given, terminal) => {
        const { configuration, root } = await loadProject(terminal.cwd, given.value('config'));
        const selected = selectedEnvironments(given, configuration);
        const admitted = await admittedRepositories(given, terminal, root);
        const template = planAudit(configuration, {
            ...admitted,
            organizationRole: given.value('organization-role'),
            accountRole: namesGiven(given, 'account-role', ROLE_NAME, 'the name of a role')[0],
            gitHubEnvironment: given.value('github-environment'),
        }, selected);
        return printRoles(given, terminal, template, admitted, []);
    },
};
;// CONCATENATED MODULE: ./lib/bundling/templates/people/plan.js


/**
 * @param environments those that count; undefined: all of the file, and every set that it defines
 * @throws Failure `wrong-configuration` where the file says nothing of people
 */
function planPeople(configuration, environments) {
    const { sso } = configuration;
    if (sso === undefined)
        throw withoutPeople(configuration.path, 'it has no block `sso`');
    const held = heldIn(environments ?? configuration.environments);
    const names = new Set(held.map(({ set }) => set));
    const sets = sso.permissionSets.filter(({ name }) => environments === undefined || names.has(name));
    if (sets.length === 0 && held.length === 0)
        throw withoutPeople(configuration.path, 'no environment names a permission set, and `sso` defines none');
    const foreignSets = [...names].filter(name => !sso.permissionSets.some(set => set.name === name));
    const assignments = held.flatMap(({ set, group, account }) => group === undefined ? [] : [{ set, group, account }]);
    return {
        region: sso.region,
        partition: partitionOf(sso.region),
        sets,
        foreignSets,
        groups: unique(assignments.map(({ group }) => group)),
        groupsExist: sso.groups === 'existing',
        assignments: uniqueAssignments(assignments),
        notes: [
            ...foreignSets.map(name => `${name} is not among sso.permission-sets: the template takes its ARN as a parameter`),
            ...unique(held.filter(({ group }) => group === undefined).map(({ set, account }) => `${set} in ${account}`)).map(place => `no group holds ${place}: add \`groups\`, or nobody gets it`),
        ],
    };
}
function heldIn(environments) {
    return environments.flatMap(({ account, people }) => people.flatMap(({ permissionSet: set, groups }) => groups.length === 0
        ? [{ set, account, group: undefined }]
        : groups.map(group => ({ set, account, group }))));
}
function unique(texts) {
    return [...new Set(texts)];
}
/** Several environments may stand for one account (a Region each); whoever holds a set there holds it once. */
function uniqueAssignments(assignments) {
    const keys = new Set();
    return assignments.filter(({ set, group, account }) => {
        const key = JSON.stringify([set, group, account]);
        if (keys.has(key))
            return false;
        keys.add(key);
        return true;
    });
}
function withoutPeople(path, why) {
    return new Failure('wrong-configuration', {
        what: `${path} says nothing of people: ${why}.`,
        write: `sso:
  start-url: https://acme.awsapps.com/start
  region: eu-west-1
  permission-sets:
    PowerUser: { policies: [PowerUserAccess], duration: 8h }
environments:
  dev:
    \u2026
    permission-set: PowerUser
    groups: [developers]`,
    });
}
/** Seconds as ISO 8601, in hours and minutes, as Identity Center shows them: PT8H, PT1H30M. */
function isoDuration(seconds) {
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    const rest = seconds % 60;
    return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest > 0 ? `${rest}S` : ''}`;
}
;// CONCATENATED MODULE: ./lib/bundling/templates/people/cloudformation.js





/**
 * Permission sets, groups and assignments for CloudFormation (AWS::SSO, AWS::IdentityStore).
 *
 * @throws Failure `wrong-configuration` for more than one template can hold
 */
function peopleCloudFormation(plan) {
    const names = logicalNames();
    const foreign = plan.foreignSets.map(name => ({
        name,
        id: names.of(`set parameter ${name}`, `${name} Arn`),
    }));
    const groups = plan.groups.map(name => plan.groupsExist
        ? { name, id: names.of(`group ${name}`, `Group ${name} Id`) }
        : { name, id: names.of(`group ${name}`, `Group ${name}`) });
    const sets = plan.sets.map(set => ({ set, id: names.of(`set ${set.name}`, `PermissionSet ${set.name}`) }));
    const setArn = (name) => {
        const own = sets.find(({ set }) => set.name === name);
        return own === undefined
            ? { Ref: known(foreign.find(item => item.name === name)).id }
            : { 'Fn::GetAtt': [own.id, 'PermissionSetArn'] };
    };
    const groupId = (name) => {
        const { id } = known(groups.find(item => item.name === name));
        return plan.groupsExist ? { Ref: id } : { 'Fn::GetAtt': [id, 'GroupId'] };
    };
    const assignments = plan.assignments.map(({ set, group, account }) => [
        names.of(`assignment ${set} ${group} ${account}`, `${set} ${group} In ${account}`),
        {
            Type: 'AWS::SSO::Assignment',
            Properties: {
                InstanceArn: { Ref: 'InstanceArn' },
                PermissionSetArn: setArn(set),
                PrincipalType: 'GROUP',
                PrincipalId: groupId(group),
                TargetType: 'AWS_ACCOUNT',
                TargetId: account,
            },
        },
    ]);
    return withinQuotas({
        AWSTemplateFormatVersion: '2010-09-09',
        Description: `IAM Identity Center: permission sets, and who holds them in which account. For the management account or the delegated administrator, in ${plan.region}.`,
        Parameters: {
            InstanceArn: {
                Type: 'String',
                Description: 'ARN of the instance: aws sso-admin list-instances',
                AllowedPattern: 'arn:aws[a-z-]*:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}',
            },
            ...(!plan.groupsExist && groups.length > 0 && { IdentityStoreId: IDENTITY_STORE }),
            ...Object.fromEntries([
                ...foreign.map(({ name, id }) => [id, foreignParameter(name)]),
                ...(plan.groupsExist ? groups : []).map(({ name, id }) => [id, groupParameter(name)]),
            ]),
        },
        Resources: Object.fromEntries([
            ...sets.map(({ set, id }) => [id, permissionSet(set)]),
            ...(plan.groupsExist ? [] : groups).map(({ name, id }) => [id, group(name)]),
            ...assignments,
        ]),
    });
}
const IDENTITY_STORE = {
    Type: 'String',
    Description: 'ID of the identity store: aws sso-admin list-instances',
    AllowedPattern: 'd-[0-9a-f]{10}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
};
function foreignParameter(name) {
    return {
        Type: 'String',
        Description: `ARN of the permission set ${name}, which exists already`,
        AllowedPattern: 'arn:aws[a-z-]*:sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}',
    };
}
function groupParameter(name) {
    return {
        Type: 'String',
        Description: `ID of the group ${name}: aws identitystore get-group-id`,
        AllowedPattern: '([0-9a-f]{10}-)?[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}',
    };
}
function permissionSet(set) {
    const { boundary } = set;
    const managed = (policy) => cloudFormationValue(value_text `arn:${PARTITION}:iam::aws:policy/${policy}`);
    return {
        Type: 'AWS::SSO::PermissionSet',
        Properties: {
            InstanceArn: { Ref: 'InstanceArn' },
            Name: set.name,
            ...(set.description !== undefined && { Description: set.description }),
            ...(set.duration !== undefined && { SessionDuration: isoDuration(set.duration) }),
            ...(set.policies.length > 0 && { ManagedPolicies: set.policies.map(managed) }),
            ...(set.customerManagedPolicies.length > 0 && {
                CustomerManagedPolicyReferences: set.customerManagedPolicies.map(({ name, path }) => ({
                    Name: name,
                    Path: path,
                })),
            }),
            ...(set.inline !== undefined && { InlinePolicy: cloudFormationValue(jsonValue(set.inline)) }),
            ...(boundary !== undefined && {
                PermissionsBoundary: boundary.kind === 'aws-managed'
                    ? { ManagedPolicyArn: managed(boundary.policy) }
                    : { CustomerManagedPolicyReference: { Name: boundary.policy.name, Path: boundary.policy.path } },
            }),
        },
    };
}
function group(name) {
    return {
        Type: 'AWS::IdentityStore::Group',
        Properties: { IdentityStoreId: { Ref: 'IdentityStoreId' }, DisplayName: name },
    };
}
function withinQuotas(template) {
    const resources = Object.keys(template.Resources).length;
    const parameters = Object.keys(template.Parameters ?? {}).length;
    if (resources <= MOST_RESOURCES && parameters <= MOST_PARAMETERS)
        return template;
    throw new Failure('wrong-configuration', {
        what: `One CloudFormation template cannot hold this: it would have ${resources} resources and ${parameters} parameters.`,
        why: `CloudFormation takes ${MOST_RESOURCES} resources and ${MOST_PARAMETERS} parameters in a template.`,
        write: 'aws-temp-creds template people --format terraform',
    });
}
function known(found) {
    if (found === undefined)
        throw new Error('an assignment names a set and a group of the plan');
    return found;
}
;// CONCATENATED MODULE: ./lib/bundling/templates/people/terraform.js




const INSTANCE = new Expression('var.instance_arn');
/** Permission sets, groups and assignments for Terraform's AWS provider. */
function peopleTerraform(plan) {
    const names = terraformNames();
    const assignments = plan.assignments.map(assignment => assignmentBlock(assignment, plan, names));
    const usesPartition = plan.sets.some(({ policies, boundary }) => policies.length > 0 || boundary?.kind === 'aws-managed');
    return [
        REQUIREMENTS,
        variable('instance_arn', 'ARN of the instance: aws sso-admin list-instances'),
        ...(!plan.groupsExist && plan.groups.length > 0
            ? [variable('identity_store_id', 'ID of the identity store: aws sso-admin list-instances')]
            : []),
        ...plan.foreignSets.map(name => variable(foreignVariable(names, name), `ARN of the permission set ${name}, which exists already`)),
        ...(plan.groupsExist ? plan.groups : []).map(name => variable(groupName(names, name, true), `ID of the group ${name}: aws identitystore get-group-id`)),
        ...(usesPartition ? [PARTITION_DATA] : []),
        ...(plan.groupsExist ? [] : plan.groups).map(name => terraform_group(name, names)),
        ...plan.sets.flatMap(set => terraform_permissionSet(set, plan, names)),
        ...assignments,
    ];
}
function variable(name, description) {
    return { type: 'variable', labels: [name], body: { description, type: new Expression('string') } };
}
function resource(kind, name, body) {
    return { type: 'resource', labels: [kind, name], body };
}
function foreignVariable(names, set) {
    return names.of(`set variable ${set}`, `permission set ${set} arn`);
}
function groupName(names, group, exists) {
    return exists
        ? names.of(`group variable ${group}`, `group ${group} id`)
        : names.of(`group ${group}`, group);
}
function setName(names, set) {
    return names.of(`set ${set}`, set);
}
function terraform_group(name, names) {
    return resource('aws_identitystore_group', groupName(names, name, false), {
        identity_store_id: new Expression('var.identity_store_id'),
        display_name: name,
    });
}
function terraform_permissionSet(set, plan, names) {
    const label = setName(names, set.name);
    const { boundary } = set;
    const managed = (policy) => value_text `arn:${PARTITION}:iam::aws:policy/${policy}`;
    // A policy can only be taken from a set that nobody is being assigned to at the same time (documentation of the
    // provider), so the attachments wait for the assignments, and go before them.
    const attached = {
        instance_arn: INSTANCE,
        permission_set_arn: new Expression(`aws_ssoadmin_permission_set.${label}.arn`),
    };
    const after = dependsOn(plan.assignments.filter(item => item.set === set.name), names);
    return [
        resource('aws_ssoadmin_permission_set', label, {
            instance_arn: INSTANCE,
            name: set.name,
            ...(set.description !== undefined && { description: set.description }),
            ...(set.duration !== undefined && { session_duration: isoDuration(set.duration) }),
        }),
        ...set.policies.map(policy => resource('aws_ssoadmin_managed_policy_attachment', names.of(`${set.name} managed ${policy}`, `${set.name} ${policy}`), {
            ...attached,
            managed_policy_arn: managed(policy),
            ...after,
        })),
        ...set.customerManagedPolicies.map(({ name, path }) => resource('aws_ssoadmin_customer_managed_policy_attachment', names.of(`${set.name} customer ${path}${name}`, `${set.name} ${path}${name}`), { ...attached, customer_managed_policy_reference: new Nested({ name, path }), ...after })),
        ...(set.inline === undefined
            ? []
            : [
                resource('aws_ssoadmin_permission_set_inline_policy', label, {
                    ...attached,
                    inline_policy: new PolicyDocument(jsonValue(set.inline)),
                    ...after,
                }),
            ]),
        ...(boundary === undefined
            ? []
            : [
                resource('aws_ssoadmin_permissions_boundary_attachment', label, {
                    ...attached,
                    permissions_boundary: new Nested(boundary.kind === 'aws-managed'
                        ? { managed_policy_arn: managed(boundary.policy) }
                        : { customer_managed_policy_reference: new Nested({ ...boundary.policy }) }),
                    ...after,
                }),
            ]),
    ];
}
function dependsOn(assignments, names) {
    const references = assignments.map(assignment => new Expression(`aws_ssoadmin_account_assignment.${assignmentName(names, assignment)}`));
    return references.length === 0 ? {} : { depends_on: references };
}
function assignmentName(names, { set, group, account }) {
    return names.of(`assignment ${set} ${group} ${account}`, `${set} ${group} in ${account}`);
}
function assignmentBlock(assignment, plan, names) {
    const { set, group: holder, account } = assignment;
    const own = plan.sets.some(({ name }) => name === set);
    return resource('aws_ssoadmin_account_assignment', assignmentName(names, assignment), {
        instance_arn: INSTANCE,
        permission_set_arn: new Expression(own ? `aws_ssoadmin_permission_set.${setName(names, set)}.arn` : `var.${foreignVariable(names, set)}`),
        principal_type: 'GROUP',
        principal_id: new Expression(plan.groupsExist
            ? `var.${groupName(names, holder, true)}`
            : `aws_identitystore_group.${groupName(names, holder, false)}.group_id`),
        target_type: 'AWS_ACCOUNT',
        target_id: account,
    });
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/template-people.js






const templatePeopleCommand = {
    name: 'template people',
    operands: '[OPTIONS]',
    mostOperands: 0,
    about: `Prints what IAM Identity Center needs so that people can work in the accounts of
the configuration file: the permission sets of \`sso\`, the groups, and which
group holds which set in which account. It is used in the management account
or the delegated administrator's, in the home Region of Identity Center.

The instance and the identity store are parameters. With \`sso.groups: existing\`
so are the groups: a directory that is synchronised must not get new ones.`,
    options: TEMPLATE_OPTIONS,
    examples: [
        ['aws-temp-creds template people > people.yml', 'permission sets, groups and assignments'],
        [
            'aws cloudformation deploy --stack-name people --template-file people.yml --parameter-overrides InstanceArn=arn:aws:sso:::instance/ssoins-\u2026 IdentityStoreId=d-\u2026',
            'then, in the home Region of Identity Center; both are shown by: aws sso-admin list-instances',
        ],
        ['aws-temp-creds template people --format terraform > people.tf', 'for Terraform'],
    ],
    more: EXIT_CODES,
    run: async (given, terminal) => {
        const { configuration } = await loadProject(terminal.cwd, given.value('config'));
        const plan = planPeople(configuration, selectedEnvironments(given, configuration));
        sayAll(terminal, plan.notes);
        const about = `Permission sets, groups and assignments of IAM Identity Center, made by: aws-temp-creds template people`;
        const where = `For the management account or the delegated administrator, in ${plan.region}.`;
        printTemplate(given, terminal, { cloudFormation: () => peopleCloudFormation(plan), terraform: () => peopleTerraform(plan) }, { cloudformation: [about, where], terraform: [about, where] });
        return EXIT.clean;
    },
};
;// CONCATENATED MODULE: ./lib/bundling/templates/roles/cdk.js



/** The kinds of roles that `cdk bootstrap` makes and a deployment assumes (tag `aws-cdk:bootstrap-role`). */
const DEPLOYING = ['deploy', 'lookup', 'file-publishing', 'image-publishing'];
/** What a job needs to deploy with CDK: nothing but to assume the roles of the bootstrap stacks. */
function cdkDeployPolicy(qualifiers) {
    return policyDocument(assumeBootstrapRoles(DEPLOYING, qualifiers));
}
/**
 * What a job needs to look (`cdk diff`, lookups, and CDK's glance at a stack before it changes it): CDK's lookup role,
 * and where that may not be assumed, to read stacks and the version of the bootstrap stack itself.
 */
function cdkReadPolicy(qualifiers) {
    const versions = paths(qualifiers, qualifier => `${qualifier}/*`, '*');
    return policyDocument(assumeBootstrapRoles(['lookup'], qualifiers), {
        Effect: 'Allow',
        Action: ['cloudformation:Describe*', 'cloudformation:Get*', 'cloudformation:List*'],
        Resource: '*',
    }, {
        Effect: 'Allow',
        Action: 'ssm:GetParameter',
        Resource: oneOrList(versions.map(path => value_text `arn:${PARTITION}:ssm:*:${ACCOUNT}:parameter/cdk-bootstrap/${path}`)),
    });
}
function assumeBootstrapRoles(kinds, qualifiers) {
    const names = paths(qualifiers, qualifier => `cdk-${qualifier}-*`, 'cdk-*');
    return {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: oneOrList(names.map(name => value_text `arn:${PARTITION}:iam::${ACCOUNT}:role/${name}`)),
        Condition: { StringEquals: { 'aws:ResourceTag/aws-cdk:bootstrap-role': oneOrList(kinds) } },
    };
}
function paths(qualifiers, path, otherwise) {
    return qualifiers.length === 0 ? [otherwise] : qualifiers.map(path);
}
;// CONCATENATED MODULE: ./lib/bundling/templates/roles/define.js






/** A gathered role as the template makes it. */
function roleOf(role, wish) {
    const purpose = purposeOf(role);
    return {
        ...nameAndPath(role.name),
        description: descriptionOf(role, purpose, wish),
        accounts: [role.account],
        trust: trustOf(role, purpose, wish),
        policies: policiesOf(role, purpose, wish),
        managedPolicies: purpose === 'bootstrap' ? [value_text `arn:${PARTITION}:iam::aws:policy/AdministratorAccess`] : [],
        maxSession: role.longest > 3600 ? role.longest : undefined,
        boundary: wish.boundary === undefined ? undefined : boundaryOf(wish.boundary),
    };
}
/** A role that any environment reads with may only read, whatever other environments take it for. */
function purposeOf({ purposes }) {
    return ['bootstrap', 'read', 'deploy', 'hub'].find(purpose => purposes.has(purpose)) ?? 'deploy';
}
const ABOUT = {
    deploy: 'Assumes the roles that cdk bootstrap made',
    read: 'Reads stacks',
    bootstrap: 'May do everything, for cdk bootstrap',
    hub: 'Goes on to the roles of other accounts',
};
/** IAM takes few characters in a description. */
function descriptionOf({ gitHubEnvironments }, purpose, wish) {
    const environments = [...gitHubEnvironments].join(', ');
    const whose = `GitHub jobs of ${wish.repositories.map(shownRepository).join(', ')}`;
    const description = `${whose}${environments === '' ? '' : ` with environment ${environments}`}. ${ABOUT[purpose]}.`;
    return description.replace(/[^\x20-\x7e]/g, '?').slice(0, 1000);
}
function trustOf(role, purpose, wish) {
    const pullRequests = purpose === 'read' && wish.readRoles.includes(role.name) ? ['pull_request'] : [];
    const contexts = [
        ...[...role.gitHubEnvironments].map(environment => jobContext({ environment, ref: '' })),
        ...pullRequests,
    ];
    const { issuer, repositories, bothForms } = wish;
    const audiences = [...role.audiences];
    const byJobs = contexts.length === 0 ? [] : gitHubStatements({ issuer, audiences, repositories, contexts, bothForms });
    const byHubs = [...role.hubs].map(hub => roleStatement(hub, hub.replace(/:role\/.*$/, ':root'), actionsThrough(role)));
    return policyDocument(...byJobs, ...byHubs);
}
/** What is called to go on from a hub to a role. */
function actionsThrough({ tagged }) {
    return tagged ? ['sts:AssumeRole', 'sts:TagSession'] : ['sts:AssumeRole'];
}
function policiesOf(role, purpose, { qualifiers }) {
    const policies = [];
    if (purpose === 'deploy')
        policies.push({ name: 'cdk-deploy', document: cdkDeployPolicy(qualifiers) });
    if (purpose === 'read')
        policies.push({ name: 'cdk-read', document: cdkReadPolicy(qualifiers) });
    if (role.behind.size > 0) {
        const document = policyDocument({
            Effect: 'Allow',
            Action: oneOrList(actionsThrough(role)),
            Resource: oneOrList([...role.behind]),
        });
        policies.push({ name: 'go-on', document });
    }
    return policies;
}
function boundaryOf(given) {
    return given.startsWith('arn:') ? value_text `${given}` : value_text `arn:${PARTITION}:iam::${ACCOUNT}:policy/${given}`;
}
;// CONCATENATED MODULE: ./lib/bundling/templates/roles/gather.js

/** All roles of the environments, in the file's order. */
function gatherRoles(environments) {
    const roles = new Map();
    for (const environment of environments) {
        enter(roles, environment, environment.role, 'deploy');
        const { readRole } = environment;
        if (readRole !== undefined && readRole !== environment.role)
            enter(roles, environment, readRole, 'read');
    }
    return [...roles.values()];
}
/** A job enters the role, or the hub in front of it. */
function enter(roles, environment, arn, purpose) {
    const { via, tags, duration = 0 } = environment;
    const role = roleAt(roles, arn, environment);
    role.purposes.add(purpose);
    if (via === undefined) {
        admit(role, environment);
        role.longest = Math.max(role.longest, duration);
        return;
    }
    const isTagged = Object.keys(tags).length > 0;
    role.hubs.add(via);
    role.tagged ||= isTagged;
    const hub = roleAt(roles, via, environment);
    hub.purposes.add('hub');
    hub.behind.add(arn);
    hub.tagged ||= isTagged;
    admit(hub, environment);
}
function admit(role, { githubEnvironment, audience, region }) {
    role.gitHubEnvironments.add(githubEnvironment);
    role.audiences.add(audience ?? defaultAudience(region));
}
function roleAt(roles, arn, environment) {
    const known = roles.get(arn);
    if (known !== undefined) {
        known.environments.add(environment);
        return known;
    }
    const parts = parseRoleArn(arn);
    if (parts === undefined)
        throw new Error('the configuration holds ARNs of roles only');
    const role = {
        arn,
        account: parts.account,
        name: parts.name,
        purposes: new Set(),
        gitHubEnvironments: new Set(),
        audiences: new Set(),
        hubs: new Set(),
        tagged: false,
        behind: new Set(),
        longest: 0,
        environments: new Set([environment]),
    };
    roles.set(arn, role);
    return role;
}
;// CONCATENATED MODULE: ./lib/bundling/templates/roles/plan.js





/** GitHub environment of the jobs that bootstrap, where no environment of the file has that role. */
const BOOTSTRAP_ENVIRONMENT = 'bootstrap';
/**
 * What the accounts of the environments need so that jobs can enter them. A role is trusted by all environments that
 * use it, also where the template is for some of them only.
 *
 * @param selected environments whose roles are wanted; undefined: all
 * @throws Failure `wrong-configuration` where there is nothing to make
 */
function planRoles(configuration, wish, selected) {
    const wanted = inPartition(selected ?? configuration.environments, wish.partition, configuration.path);
    const all = gatherRoles(configuration.environments.filter(({ region }) => samePartition(region, wanted)));
    for (const role of all)
        retarget(role, wish);
    const gathered = all.filter(({ environments }) => wanted.some(environment => environments.has(environment)));
    addBootstrapRoles(gathered, wanted, wish);
    refuseTwins(gathered, configuration.path);
    const roles = sharedRoles(gathered.map(role => roleOf(role, wish)));
    const entered = gathered.filter(({ gitHubEnvironments }) => gitHubEnvironments.size > 0);
    return {
        description: `Lets jobs of ${wish.repositories.map(shownRepository).join(', ').slice(0, 800)} on GitHub into AWS, without any stored key`,
        roles,
        provider: wish.createProvider
            ? {
                url: wish.issuer,
                audiences: [...new Set(entered.flatMap(({ audiences }) => [...audiences]))],
                accounts: [...new Set(entered.map(({ account }) => account))],
            }
            : undefined,
        parameters: [],
        notes: [...unknownRoles(all, wish), ...largeTrusts(roles)],
    };
}
/** An account has one role of a name, whatever its path. */
function refuseTwins(roles, path) {
    const base = ({ account, name }) => `${account} ${name.replace(/^.*\//, '').toLowerCase()}`;
    const twin = roles.find((role, index) => roles.findIndex(other => base(other) === base(role)) < index);
    if (twin === undefined)
        return;
    const others = roles.filter(role => base(role) === base(twin)).map(({ name }) => name);
    throw new Failure('wrong-configuration', {
        what: `${path} names the roles ${others.join(' and ')} in account ${twin.account}; IAM takes only one of that name, whatever its path and letter case.`,
    });
}
function unknownRoles(all, { readRoles }) {
    return readRoles
        .filter(name => !all.some(role => role.name === name))
        .map(name => `no environment of the file has a role called ${name}, so --read-role ${name} makes none`);
}
/** Characters without white space that the trust policy of a role may have, unless the account's quota was raised (IAM quotas). */
const LONGEST_TRUST = 2048;
function largeTrusts(roles) {
    return roles
        .filter(({ trust }) => JSON.stringify(trust).length > LONGEST_TRUST)
        .map(({ name }) => `the trust policy of ${name} is longer than the ${LONGEST_TRUST} characters that IAM takes by default: have the quota "Role trust policy length" raised, or name fewer repositories`);
}
function inPartition(environments, partition, path) {
    const partitions = new Set(environments.map(({ region }) => partitionOf(region)));
    const [first, ...others] = environments.filter(({ region }) => partition === undefined || partitionOf(region) === partition);
    if (first === undefined) {
        throw new Failure('wrong-configuration', {
            what: partition === undefined
                ? `${path} has no environments, so there are no roles to make.`
                : `${path} has no environment in the partition ${partition}: it has ${[...partitions].join(', ')}.`,
            write: 'environments:\n  production: { account: "111111111111", region: eu-west-1, role: github-deploy }',
        });
    }
    if (partition === undefined && partitions.size > 1) {
        throw new Failure('wrong-input', {
            what: `${path} has environments in several partitions (${[...partitions].join(', ')}), and a template is for one.`,
            write: `aws-temp-creds template roles --partition ${[...partitions][0]}`,
        });
    }
    return [first, ...others];
}
function samePartition(region, [first]) {
    return partitionOf(region) === partitionOf(first.region);
}
/** The options give roles another purpose than the file can tell. */
function retarget(role, { readRoles, bootstrapRole }) {
    if (role.name === bootstrapRole)
        role.purposes.clear();
    if (role.name === bootstrapRole)
        role.purposes.add('bootstrap');
    if (readRoles.includes(role.name))
        role.purposes.add('read');
}
function addBootstrapRoles(gathered, wanted, { bootstrapRole }) {
    if (bootstrapRole === undefined)
        return;
    const accounts = new Map(wanted.map(environment => [environment.account, environment]));
    for (const [account, environment] of accounts) {
        if (gathered.some(role => role.account === account && role.name === bootstrapRole))
            continue;
        const [role] = gatherRoles([
            {
                ...environment,
                role: roleArn(partitionOf(environment.region), account, bootstrapRole),
                readRole: undefined,
                via: undefined,
                duration: undefined,
                githubEnvironment: BOOTSTRAP_ENVIRONMENT,
            },
        ]);
        if (role === undefined)
            continue;
        role.purposes.clear();
        role.purposes.add('bootstrap');
        gathered.push(role);
    }
}
/** Roles that are the same in several accounts, once, with these accounts. */
function sharedRoles(roles) {
    const shared = new Map();
    for (const role of roles) {
        const key = JSON.stringify({ ...role, accounts: [] });
        const known = shared.get(key);
        shared.set(key, known === undefined ? role : { ...known, accounts: [...known.accounts, ...role.accounts] });
    }
    return [...shared.values()];
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/template-roles.js







const templateRolesCommand = {
    name: 'template roles',
    operands: '[OPTIONS]',
    mostOperands: 0,
    about: `Prints what the accounts of the configuration file need so that the jobs of a
repository can deploy: for each environment its role, trusted by exactly the
jobs of its GitHub environment, with what CDK needs and nothing else; read
roles and hub roles where the file names them.

One template serves all accounts, also as a StackSet; each account gets the
roles that are its own. The accounts must have the identity provider of GitHub
already, unless --create-provider is given (a second one fails the stack).`,
    options: [
        ...TEMPLATE_OPTIONS,
        ...REPOSITORY_OPTIONS,
        { name: 'create-provider', says: 'make the identity provider too' },
        {
            name: 'read-role',
            value: 'ROLE',
            many: true,
            says: 'a role of the file that pull requests enter too, and that may only read',
        },
        {
            name: 'bootstrap-role',
            value: 'ROLE',
            says: 'a role in every account that may do everything, for `cdk bootstrap`; its GitHub environment (bootstrap, unless the file says another) needs reviewers',
        },
        {
            name: 'qualifier',
            value: 'TEXT',
            many: true,
            says: 'only CDK bootstrap stacks with this qualifier (cdk.json: @aws-cdk/core:bootstrapQualifier); by default every one',
        },
        {
            name: 'permissions-boundary',
            value: 'POLICY',
            says: 'name or ARN of a managed policy that bounds all roles',
        },
        {
            name: 'partition',
            value: 'NAME',
            says: 'only environments in this partition (aws, aws-cn, aws-us-gov, \u2026)',
        },
    ],
    examples: [
        [
            'aws-temp-creds template roles --look-up > github-roles.yml',
            'for the repository that this folder is a clone of',
        ],
        [
            'aws cloudformation deploy --stack-name github-roles --template-file github-roles.yml --capabilities CAPABILITY_NAMED_IAM',
            'then, once in each account',
        ],
        ['aws-temp-creds template roles --environment prod --format terraform > roles.tf', 'for Terraform'],
        [
            'aws-temp-creds template roles --look-up --both-forms',
            'before a repository is renamed, transferred or switched to immutable subjects',
        ],
    ],
    more: EXIT_CODES,
    run: async (given, terminal) => {
        const { configuration, root } = await loadProject(terminal.cwd, given.value('config'));
        const selected = selectedEnvironments(given, configuration);
        const admitted = await admittedRepositories(given, terminal, root);
        const template = planRoles(configuration, {
            ...admitted,
            createProvider: given.has('create-provider'),
            partition: partitionGiven(given),
            readRoles: namesGiven(given, 'read-role', ROLE_NAME, 'the name of a role'),
            bootstrapRole: namesGiven(given, 'bootstrap-role', ROLE_NAME, 'the name of a role')[0],
            boundary: namesGiven(given, 'permissions-boundary', POLICY, 'the name or ARN of a managed policy')[0],
            qualifiers: namesGiven(given, 'qualifier', /^[a-z0-9]{1,10}$/, 'a qualifier: 1 to 10 small letters and digits'),
        }, selected);
        const provider = given.has('create-provider')
            ? []
            : [
                `The accounts must have the identity provider ${admitted.issuer.replace('https://', '')} already; else add --create-provider.`,
            ];
        return printRoles(given, terminal, template, admitted, provider);
    },
};
const POLICY = /^(arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/)?[\w+=,.@-]+(\/[\w+=,.@-]+)*$/;
const template_roles_PARTITIONS = [
    'aws',
    'aws-cn',
    'aws-us-gov',
    'aws-eusc',
    'aws-iso',
    'aws-iso-b',
    'aws-iso-e',
    'aws-iso-f',
];
function partitionGiven(given) {
    const name = given.value('partition');
    if (name === undefined)
        return undefined;
    const partition = template_roles_PARTITIONS.find(known => known === name);
    if (partition !== undefined)
        return partition;
    throw new Failure('wrong-input', {
        what: `--partition must be one of ${template_roles_PARTITIONS.join(', ')}, not ${printable(name, 80)}.`,
    });
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/template.js



var __webpack_exports__templateAuditCommand = __webpack_exports__.Py;
var __webpack_exports__templatePeopleCommand = __webpack_exports__.n1;
var __webpack_exports__templateRolesCommand = __webpack_exports__.F0;
export { __webpack_exports__templateAuditCommand as templateAuditCommand, __webpack_exports__templatePeopleCommand as templatePeopleCommand, __webpack_exports__templateRolesCommand as templateRolesCommand };
