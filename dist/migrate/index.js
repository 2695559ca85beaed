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
const __WEBPACK_EXTERNAL_MODULE__packages_ci_files_js_9a2e5dac__ = loadLater("../packages/ci-files.js");
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
  v: () => (/* binding */ migrateCommand)
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
function ciSystemOf(path) {
    const mayBeYaml = path.charCodeAt(path.length - 1) === SMALL_L;
    if (!(mayBeYaml || path.includes('enkinsfile')) || !ANY.test(path))
        return undefined;
    return FILES.find(([, pattern]) => pattern.test(path))?.[0];
}
/** Whether a CI file can hand over a key at all: none does without one of these words. */
function speaksOfAws(content) {
    return /aws|amazon|access.?key/i.test(Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1'));
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/ci-files-in.js



/** Folders that hold other people's files, or none of a person's. */
const PASSED_OVER = new Set([
    '.git',
    'node_modules',
    'vendor',
    '.venv',
    'venv',
    'cdk.out',
    'dist',
    '.terraform',
    'target',
]);
const DEEPEST = 12;
/** Bytes; files of people are smaller. */
const LARGEST = 1_000_000;
/** The CI files of a folder, as they are on disk, and those that cannot be read. Symbolic links are not followed. */
function ciFilesIn(root) {
    const files = [];
    const unread = [];
    const walk = (folder, depth) => {
        for (const entry of entriesOf((0,external_node_path_namespaceObject.join)(root, folder)).sort((a, b) => (a.name < b.name ? -1 : 1))) {
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (entry.isDirectory() && depth < DEEPEST && !PASSED_OVER.has(entry.name))
                walk(path, depth + 1);
            if (!entry.isFile() || ciSystemOf(path) === undefined)
                continue;
            const text = ci_files_in_readText((0,external_node_path_namespaceObject.join)(root, path));
            if (text === undefined)
                unread.push(path);
            else
                files.push({ path, text });
        }
    };
    walk('', 0);
    return { files, unread };
}
function entriesOf(folder) {
    try {
        return (0,external_node_fs_namespaceObject.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
/** @returns undefined for what is too large, unreadable or no UTF-8: it must be written back as it was */
function ci_files_in_readText(path) {
    try {
        if ((0,external_node_fs_namespaceObject.lstatSync)(path).size > LARGEST)
            return undefined;
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode((0,external_node_fs_namespaceObject.readFileSync)(path));
    }
    catch {
        return undefined;
    }
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/next-steps.js
/** What is done after the files were changed, in the order in which nothing breaks. @returns lines */
function nextSteps({ environments, released }) {
    if (environments.length === 0 && released.length === 0)
        return [];
    const secrets = released.map(name => name.startsWith('secrets.') ? `gh secret delete ${name.slice(8)}` : `gh variable delete ${name.slice(5)}`);
    return [
        'In this order nothing breaks:',
        '1. Make the roles, once in each account; give each what its jobs did with the key:',
        '     aws-temp-creds template roles --look-up > github-roles.yml',
        '     aws cloudformation deploy --stack-name github-roles --template-file github-roles.yml --capabilities CAPABILITY_NAMED_IAM',
        `2. On GitHub, protect the environments (${environments.join(', ') || 'of the jobs'}): deployment branches, reviewers.`,
        '3. Commit, and let each workflow run once.',
        '4. Delete the secrets (those of an environment: --env NAME, of an organization: --org NAME):',
        ...(secrets.length === 0
            ? ['     (none: other files still use them)']
            : secrets.map(line => `     ${line}`)),
        '5. End the keys themselves: deactivate, watch for some days, delete:',
        '     aws iam list-access-keys --user-name USER',
        '     aws iam update-access-key --user-name USER --access-key-id ID --status Inactive',
        '     aws iam get-access-key-last-used --access-key-id ID',
        '     aws iam delete-access-key --user-name USER --access-key-id ID',
    ];
}
;// CONCATENATED MODULE: external "../packages/ci-files.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const ci_files_js_namespaceObject = x({ ["checkCiFile"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_ci_files_js_9a2e5dac__.checkCiFile) });
;// CONCATENATED MODULE: external "../packages/yaml.js"
var yaml_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var yaml_js_y = (x) => (() => (x))
const yaml_js_namespaceObject = yaml_js_x({ ["isAlias"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isAlias), ["isMap"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isMap), ["isPair"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isPair), ["isScalar"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isScalar), ["isSeq"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isSeq), ["parseDocument"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.parseDocument) });
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
        return map?.items.find(pair => keyOf(pair) === key);
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
function keyOf(pair) {
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
    const { contents, errors } = (0,yaml_js_namespaceObject.parseDocument)(text, { logLevel: 'silent' });
    if (errors.length > 0)
        return undefined;
    if (contents === null)
        return [];
    if (!(0,yaml_js_namespaceObject.isMap)(contents))
        return undefined;
    const environments = contents.get('environments');
    return (0,yaml_js_namespaceObject.isMap)(environments) ? environments.items.map(keyOf) : [];
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
;// CONCATENATED MODULE: ./lib/bundling/migrate/known-actions.js
const KNOWN_ACTIONS = [
    {
        name: /^appleboy\/lambda-action@/,
        keys: ['aws_access_key_id', 'aws_secret_access_key'],
        kind: 'session',
        session: 'aws_session_token',
    },
    {
        name: /^einaregilsson\/beanstalk-deploy@/,
        keys: ['aws_access_key', 'aws_secret_key'],
        kind: 'session',
        session: 'aws_session_token',
    },
    // In an ECR registry it signs in with whatever AWS credentials the environment has (its README).
    { name: /^docker\/login-action@/, keys: ['username', 'password'], kind: 'ambient' },
    {
        name: /^jakejarvis\/s3-sync-action@/,
        keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
        kind: 'refuses',
        instead: 'run: aws s3 sync "$SOURCE_DIR" "s3://$AWS_S3_BUCKET" \u2026',
    },
    {
        name: /^shallwefootball\/(?:upload-s3-action|s3-upload-action)@/,
        keys: ['aws_key_id', 'aws_secret_access_key'],
        kind: 'refuses',
        instead: 'run: aws s3 cp --recursive SOURCE s3://BUCKET/PATH',
    },
];
function knownAction(uses) {
    return KNOWN_ACTIONS.find(({ name }) => name.test(uses));
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/references.js
/** How this action is named in workflows. */
const ACTION = 'org/aws-temp-creds@v1';
/** What the expressions of a text refer to. */
function referencesIn(text) {
    const found = [];
    for (const [, body = ''] of text.matchAll(/\$\{\{((?:[^}]|\}(?!\}))*)\}\}/g)) {
        const forms = /\b(secrets|vars|inputs|env|matrix|steps|needs|github\.event\.inputs)(?:\.([\w-]+)|\[\s*'([^']+)'\s*\])/gi;
        for (const [, context = '', dotted, quoted] of body.matchAll(forms))
            found.push({
                context: context.toLowerCase().replace('github.event.inputs', 'inputs'),
                name: dotted ?? quoted ?? '',
            });
    }
    return found;
}
/** Whether a text hands over something that somebody typed in once. */
function isStored(text) {
    return referencesIn(text).some(({ context }) => ['secrets', 'vars', 'inputs'].includes(context));
}
/** What AWS's own tools read their key from; a legacy name of each. */
const KEY_VARIABLES = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_ACCESS_KEY',
    'AWS_SECRET_KEY',
];
function isKeyVariable(name) {
    return KEY_VARIABLES.includes(name);
}
/** Of the two parts of a key the one that names it. */
function isIdentifier(name) {
    return !/secret/i.test(name);
}
const WORDS = [
    [/prod(?:uction)?|prd|live/i, 'production'],
    [/stag(?:e|ing)|stg/i, 'staging'],
    [/pre-?prod/i, 'preprod'],
    [/dev(?:elopment|elop)?/i, 'development'],
    [/qa/i, 'qa'],
    [/uat/i, 'uat'],
    [/test(?:ing)?/i, 'test'],
    [/sandbox/i, 'sandbox'],
];
/** The environment that a name speaks of (`PROD_AWS_ACCESS_KEY_ID`, `deploy-staging`); undefined: none. */
function environmentIn(name) {
    const parts = name.split(/[^A-Za-z0-9]+/);
    for (const [word, environment] of WORDS) {
        if (parts.some(part => new RegExp(`^(?:${word.source})$`, 'i').test(part)))
            return environment;
    }
    return undefined;
}
/** What is left of a secret's name without the words that say that it is a key: `AWS_ACCESS_KEY_ID_EU` is eu. */
function ownPart(name) {
    return name
        .split(/[^A-Za-z0-9]+/)
        .filter(part => !/^(?:aws|access|key|id|secret|iam|ci|github|gh|deploy|deployer|user|s3)$/i.test(part) && part !== '')
        .join('-')
        .toLowerCase();
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/scripts.js
const KEY = '(?:aws_access_key_id|aws_secret_access_key|aws_session_token)';
const VALUE = `(?:"[^"]*"|'[^']*'|\\$\\{\\{[^}]*\\}\\}|\\S+)`;
/** `aws configure set aws_access_key_id \u2026`, of the default profile. */
const CONFIGURE = new RegExp(`^\\s*aws\\s+configure\\s+(?:--profile[ =]default\\s+)?set\\s+["']?(?:default\\.|profile\\.default\\.)?${KEY}["']?\\s+${VALUE}(?:\\s+--profile[ =]default)?\\s*;?\\s*$`, 'i');
const EXPORT = new RegExp(`^\\s*(?:export\\s+|\\$env:|\\$Env:|set\\s+)?${KEY}\\s*=\\s*${VALUE}\\s*;?\\s*$`, 'i');
const GITHUB_ENV = new RegExp(`^\\s*(?:echo|printf|Write-Output)\\s+["']?${KEY}=.*>>?\\s*["']?\\$(?:\\{?GITHUB_ENV\\}?|env:GITHUB_ENV)["']?\\s*$`, 'i');
const INLINE = /^(\s*)((?:(?:\w+)=(?:"[^"]*"|'[^']*'|\$\{\{[^}]*\}\}|[^\s$]*)\s+)+)(\S.*)$/;
const REGION = /^\s*aws\s+configure\s+(?:--profile[ =]default\s+)?set\s+["']?(?:default\.)?region["']?\s+["']?([a-z]{2}(?:-[a-z]+)+-\d)["']?\s*;?\s*$/;
const OUTPUT = /^\s*aws\s+configure\s+(?:--profile[ =]default\s+)?set\s+["']?(?:default\.)?(?:region|output)["']?\s+\S+\s*;?\s*$/;
const NOTHING = /^\s*(?:#.*|mkdir -p ~\/\.aws\/?|set -[a-z]+.*)?\s*$/;
/** @param text of a script, its lines as they stand in the file */
function cleanScript(text) {
    const removed = [];
    const source = text.split('\n');
    const joined = (index) => /(?:\\|&&|\|\||\|)\s*$/.test(source[index] ?? '') ||
        /(?:\\|&&|\|\||\|)\s*$/.test(source[index - 1] ?? '');
    const lines = source.map((line, index) => {
        const bare = line.replace(/\r$/, '');
        if (joined(index))
            return line;
        if (isHandOver(bare)) {
            removed.push(bare);
            return undefined;
        }
        const inline = withoutInline(bare);
        if (inline === undefined)
            return line;
        removed.push(bare);
        return line.endsWith('\r') ? `${inline}\r` : inline;
    });
    const rest = lines.filter(line => line !== undefined).map(line => line.replace(/\r$/, ''));
    return {
        lines,
        changed: removed.length > 0,
        empty: removed.length > 0 && rest.every(line => NOTHING.test(line) || OUTPUT.test(line)),
        region: source.map(line => REGION.exec(line.replace(/\r$/, ''))?.[1]).find(found => found !== undefined),
        removed,
    };
}
function isHandOver(line) {
    if (CONFIGURE.test(line))
        return /\$/.test(line);
    return ((EXPORT.test(line) || GITHUB_ENV.test(line)) &&
        /\$\{\{\s*(?:secrets|vars|inputs|env|github\.event\.inputs)\b/.test(line));
}
/** `AWS_ACCESS_KEY_ID=${{ secrets.X }} aws s3 sync \u2026` without the key; undefined: there is none. */
function withoutInline(line) {
    const [, indent = '', assignments = '', command = ''] = INLINE.exec(line) ?? [];
    const key = new RegExp(`\\b${KEY}=(?:"[^"]*"|'[^']*'|\\$\\{\\{[^}]*\\}\\})\\s+`, 'gi');
    if (!/\$\{\{/.test(assignments) || !key.test(assignments))
        return undefined;
    return `${indent}${assignments.replace(key, '')}${command}`;
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/hand-overs.js





const hand_overs_CONFIGURE = /^aws-actions\/configure-aws-credentials@/;
const KEY_INPUTS = ['aws-access-key-id', 'aws-secret-access-key'];
/** The demand of one step, whose own keys are taken away; undefined: it hands none over, or a person must see to it. */
function stepDemand(file, step, index, taken) {
    const uses = file.textOf(file.valueAt(step, 'uses')) ?? '';
    const condition = file.textOf(file.valueAt(step, 'if'));
    const base = { index, inPlace: undefined, replaced: false, condition };
    if (hand_overs_CONFIGURE.test(uses))
        return configureDemand(file, step, base, taken);
    const known = knownAction(uses);
    if (known?.kind === 'refuses' && handsKeys(file, step)) {
        taken.leave(startOf(step), `${uses} takes no session token, so temporary credentials do not work with it`, known.instead);
        return undefined;
    }
    const byEnv = envDemand(file, step, 'env', base, taken);
    const byWith = withDemand(file, step, uses, base, taken);
    const byScript = scriptDemand(file, step, base, taken);
    return byScript ?? byEnv ?? byWith;
}
function handsKeys(file, step) {
    const pairs = [
        ...(file.mapOf(file.valueAt(step, 'env'))?.items ?? []),
        ...(file.mapOf(file.valueAt(step, 'with'))?.items ?? []),
    ];
    return pairs.some(pair => isStored(file.textOf(pair.value) ?? ''));
}
/** The inputs of the peer that have no place here, or mean nothing without a key. */
const MEANINGLESS = [
    ...KEY_INPUTS,
    'aws-session-token',
    'role-skip-session-tagging',
    'use-existing-credentials',
    'overwrite-aws-profile',
    'special-characters-workaround',
    'force-skip-oidc',
];
function configureDemand(file, step, base, taken) {
    const inputs = file.mapOf(file.valueAt(step, 'with'));
    const value = (name) => file.textOf(file.valueAt(inputs, name)) ?? '';
    const keys = KEY_INPUTS.map(value).filter(text => text !== '');
    const fromSteps = keys.length > 0 && keys.every(text => /\b(?:steps|needs)\./.test(text));
    if (inputs === undefined || keys.length === 0 || fromSteps || value('aws-session-token') !== '')
        return undefined;
    for (const key of keys)
        taken.take(key);
    return {
        ...base,
        inPlace: step,
        reference: referencesIn(value('aws-access-key-id'))[0]?.name ?? '',
        region: value('aws-region') || undefined,
    };
}
/** The entries of the step of the peer that go. */
function meaninglessInputs(inputs) {
    return inputs.items.filter(pair => MEANINGLESS.includes(keyOf(pair)));
}
/** Keys in `env` that AWS's own tools read: they are there after the exchange too. */
function envDemand(file, owner, key, base, taken) {
    const pair = file.entry(owner, key);
    const map = file.mapOf(pair?.value);
    if (pair === undefined || map === undefined)
        return undefined;
    const temporary = map.items.some(item => /SESSION_TOKEN/.test(keyOf(item)) && (file.textOf(item.value) ?? '') !== '');
    const endpoint = map.items.some(item => /endpoint/i.test(keyOf(item)) && !/amazonaws\.com/.test(file.textOf(item.value) ?? 'amazonaws.com'));
    if (temporary || endpoint)
        return undefined;
    const keys = map.items.filter(item => isKeyVariable(keyOf(item)) && isOurs(file.textOf(item.value) ?? ''));
    if (keys.length === 0)
        return undefined;
    for (const item of keys)
        taken.take(file.textOf(item.value) ?? '');
    removeEntries(file, owner, pair, map, keys);
    const identifier = keys.find(item => isIdentifier(keyOf(item))) ?? keys[0];
    const region = ['AWS_REGION', 'AWS_DEFAULT_REGION']
        .map(name => file.textOf(file.valueAt(map, name)))
        .find(Boolean);
    return {
        ...base,
        reference: referencesIn(file.textOf(identifier?.value) ?? '')[0]?.name ?? '',
        region,
    };
}
const OTHER_STORE = /(?:^|_)(?:R2|MINIO|B2|BACKBLAZE|SPACES|DO|DIGITALOCEAN|WASABI|CLOUDFLARE|CF|SCALEWAY|SCW|LINODE|HETZNER|GCS|OCI|OVH|LOCALSTACK)(?:_|$)/i;
function isOurs(value) {
    return isStored(value) && !referencesIn(value).some(({ name }) => OTHER_STORE.test(name));
}
/** Takes entries out of a mapping, and the mapping itself where nothing is left in it. */
function removeEntries(file, owner, pair, map, gone) {
    const set = new Set(gone);
    if (map.items.some(item => !set.has(item))) {
        for (const item of gone)
            file.remove(map, item, set);
    }
    else if (map.anchor !== undefined) {
        // An alias elsewhere still names it.
        file.edits.add({ start: startOf(map.items[0]?.key), end: endOf(map), text: '{}' });
    }
    else if (pair.value === map)
        file.remove(owner, pair, new Set([pair]));
}
/** Keys among the inputs of other actions. */
function withDemand(file, step, uses, base, taken) {
    const pair = file.entry(step, 'with');
    const map = file.mapOf(pair?.value);
    const known = knownAction(uses);
    if (pair === undefined || map === undefined || known === undefined)
        return undefined;
    const value = (item) => file.textOf(item.value) ?? '';
    const keys = map.items.filter(item => known.keys.includes(keyOf(item)) && /aws/i.test(value(item)) && isOurs(value(item)));
    if (keys.length === 0)
        return undefined;
    for (const item of keys)
        taken.take(value(item));
    const identifier = keys.find(item => isIdentifier(keyOf(item)));
    const demand = {
        ...base,
        reference: identifier === undefined ? '' : (referencesIn(value(identifier))[0]?.name ?? ''),
        region: map.items.filter(item => /region/i.test(keyOf(item))).map(value)[0] || undefined,
    };
    if (known.kind === 'ambient')
        removeEntries(file, step, pair, map, keys);
    else
        handOnTemporary(file, map, keys, known.session);
    return demand;
}
/** The action gets the short-lived key of the environment, and the session token beside it. */
function handOnTemporary(file, map, keys, session) {
    for (const item of keys) {
        const name = isIdentifier(keyOf(item)) ? 'AWS_ACCESS_KEY_ID' : 'AWS_SECRET_ACCESS_KEY';
        if ((0,yaml_js_namespaceObject.isScalar)(item.value))
            file.replaceScalar(item.value, `\${{ env.${name} }}`);
    }
    const last = keys.at(-1);
    if (last !== undefined && session !== undefined && !map.flow && file.entry(map, session) === undefined)
        file.insertBehind(map, last, [`${session}: \${{ env.AWS_SESSION_TOKEN }}`]);
}
/** Lines of a script that hand a key to the AWS CLI or to later steps. */
function scriptDemand(file, step, base, taken) {
    const node = file.resolve(file.valueAt(step, 'run'));
    if (!(0,yaml_js_namespaceObject.isScalar)(node) || node.range === null || node.range === undefined)
        return undefined;
    const [start, end] = node.range;
    const source = file.text.slice(start, end);
    // The indicator of a block (`|`) is no line of the script.
    const indicator = /^[|>][^\n]*\n/.exec(source)?.[0] ?? '';
    const cleaned = cleanScript(source.slice(indicator.length));
    if (!cleaned.changed)
        return undefined;
    for (const line of cleaned.removed)
        taken.take(line);
    const references = cleaned.removed.flatMap(line => referencesIn(line).map(found => ({ ...found, line })));
    const reference = references.find(({ line }) => /access_key_id/i.test(line)) ?? references[0];
    const kept = cleaned.lines.filter(line => line !== undefined).join('\n');
    if (!cleaned.empty)
        file.edits.add({ start, end, text: indicator + kept });
    return { ...base, replaced: cleaned.empty, reference: reference?.name ?? '', region: cleaned.region };
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/declarations.js



/** Whether a file still refers to an input, a secret or a variable. */
function isUsed(text, name) {
    const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`\\b(?:secrets|vars|inputs|env)(?:\\.${word}(?![\\w-])|\\[\\s*'${word}')|\\$\\{?${word}\\b`).test(text);
}
/** Variables of any name that only carried a key on: `env: PROD_KEY: ${{ secrets.X }}`, once nothing reads it. */
function withoutVariables(text, references, dropped) {
    const names = new Set(references.filter(({ context, name }) => context === 'env' && dropped.has(name)).map(({ name }) => name));
    const file = names.size === 0 ? undefined : opened(text);
    if (file === undefined || !(0,yaml_js_namespaceObject.isMap)(file.document.contents))
        return text;
    const visit = (map) => {
        const pair = file.entry(map, 'env');
        const env = file.mapOf(pair?.value);
        const gone = (env?.items ?? []).filter(item => names.has(keyOf(item)));
        if (pair !== undefined && env !== undefined && gone.length > 0)
            removeEntries(file, map, pair, env, gone);
        for (const { value } of map.items) {
            const inner = (0,yaml_js_namespaceObject.isMap)(value) ? [value] : (file.listOf(value)?.items ?? []);
            for (const item of inner)
                if ((0,yaml_js_namespaceObject.isMap)(item))
                    visit(item);
        }
    };
    visit(file.document.contents);
    return file.changed;
}
/** Inputs and secrets that a composite action or a reusable workflow declares and nothing in it reads. */
function withoutDeclarations(text, dropped) {
    const file = dropped.size === 0 ? undefined : opened(text);
    if (file === undefined || !(0,yaml_js_namespaceObject.isMap)(file.document.contents))
        return text;
    const root = file.document.contents;
    const call = file.mapOf(file.valueAt(root, 'on', 'workflow_call'));
    const owners = [
        [file.entry(root, 'runs') === undefined ? undefined : root, 'inputs'],
        [call, 'inputs'],
        [call, 'secrets'],
    ];
    for (const [owner, key] of owners) {
        const pair = file.entry(owner, key);
        const map = file.mapOf(pair?.value);
        const gone = (map?.items ?? []).filter(item => (0,yaml_js_namespaceObject.isScalar)(item.key) && dropped.has(keyOf(item)));
        if (owner === undefined || pair === undefined || map === undefined || gone.length === 0)
            continue;
        if (owner === call && gone.length === map.items.length && call.items.length === 1)
            // `workflow_call:` alone says the same as with nothing in it.
            file.edits.add({
                start: file.lineStart(startOf(pair.key)),
                end: file.nextLine(endOf(pair)),
                text: '',
            });
        else
            removeEntries(file, owner, pair, map, gone);
    }
    return file.changed;
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
;// CONCATENATED MODULE: ./lib/bundling/migrate/environments.js


function jobEnvironment(file, root, job, given) {
    const value = file.valueAt(job, 'environment');
    const text = file.textOf(value) ?? file.textOf(file.valueAt(file.mapOf(value), 'name'));
    if (text === undefined || text === '')
        return { kind: 'none' };
    if (!text.includes('${{'))
        return { kind: 'named', name: text };
    return { kind: 'computed', text, values: [...new Set(valuesOf(file, root, job, text, given))] };
}
function valuesOf(file, root, job, text, given) {
    // `${{ github.ref == 'refs/heads/main' && 'production' || 'staging' }}`
    const chosen = [...text.matchAll(/(?:&&|\|\|)\s*'([^']+)'/g)].map(([, word = '']) => word);
    if (chosen.length > 0)
        return chosen;
    const references = referencesIn(text);
    const whole = /^\$\{\{[^}]*\}\}$/.test(text.trim());
    const [reference] = references;
    if (reference === undefined || references.length > 1 || !whole)
        return [];
    if (reference.context === 'matrix')
        return matrixValues(file, job, reference.name);
    if (reference.context === 'inputs')
        return [...inputValues(file, root, reference.name), ...given(reference.name)];
    return [];
}
/** The values that a job's matrix has for a name, as far as they are written out. */
function matrixValues(file, job, name) {
    const matrix = file.mapOf(file.valueAt(job, 'strategy', 'matrix'));
    const listed = file.listOf(file.valueAt(matrix, name))?.items ?? [];
    const included = file.listOf(file.valueAt(matrix, 'include'))?.items ?? [];
    return [...listed, ...included.map(item => file.valueAt(file.mapOf(item), name))].flatMap(literal(file));
}
function inputValues(file, root, name) {
    return ['workflow_dispatch', 'workflow_call'].flatMap(event => {
        const input = file.mapOf(file.valueAt(root, 'on', event, 'inputs', name));
        const options = file.listOf(file.valueAt(input, 'options'))?.items ?? [];
        return [...options, file.valueAt(input, 'default')].flatMap(literal(file));
    });
}
function literal(file) {
    return node => {
        const text = file.textOf(node);
        return text === undefined || text === '' || text.includes('${{') ? [] : [text];
    };
}
/** Names what a job enters; one name for each stored key, in a file. */
class EnvironmentNames {
    #byKey = new Map();
    #keyOf = new Map();
    /**
     * @param reference name of the secret that the key was in
     * @param hints names that may speak of an environment, the best first
     */
    of(reference, hints, fixed) {
        const key = `${fixed ?? ''} ${reference}`;
        const known = this.#byKey.get(key);
        if (known !== undefined)
            return known;
        const base = fixed ?? hints.map(environmentIn).find(found => found !== undefined) ?? 'production';
        let name = entryName(base);
        const taken = (candidate) => (this.#keyOf.get(candidate) ?? reference) !== reference;
        if (taken(name))
            name = entryName(`${name}-${ownPart(reference) || 'second'}`);
        for (let count = 2; taken(name); count++)
            name = `${entryName(base)}-${count}`;
        this.#byKey.set(key, name);
        this.#keyOf.set(name, reference);
        return name;
    }
}
/** A GitHub environment's name as an entry of the configuration file. */
function entryName(text) {
    const name = text
        .replace(/[^A-Za-z0-9_-]+/g, '-')
        .replace(/^[-_]+|-+$/g, '')
        .slice(0, 64);
    return ENVIRONMENT_NAME.test(name) ? name : 'production';
}
/** @param input of the workflow at `path` */
function givenTo(surroundings, path) {
    return input => [...(surroundings.given.get(`${path} ${input}`) ?? [])];
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/permissions.js


/** Scopes of the job's token that `read-all` stands for (docs.github.com, workflow syntax: permissions). */
const SCOPES = [
    'actions',
    'checks',
    'contents',
    'deployments',
    'discussions',
    'issues',
    'packages',
    'pages',
    'pull-requests',
    'repository-projects',
    'security-events',
    'statuses',
];
/** What steps do with the job's token, so that they need more than to read. */
const USES = [
    [/ghcr\.io/, 'packages: write'],
    [
        /git push|softprops\/action-gh-release|peaceiris\/actions-gh-pages|stefanzweifel\/git-auto-commit-action|ncipollo\/release-action|semantic-release|gh release|actions\/create-release|ad-m\/github-push-action/,
        'contents: write',
    ],
    [
        /peter-evans\/create-pull-request|gh pr |marocchino\/sticky-pull-request-comment|thollander\/actions-comment-pull-request/,
        'pull-requests: write',
    ],
    [/actions\/github-script|gh issue |peter-evans\/create-or-update-comment/, 'issues: write'],
    [/github\/codeql-action|upload-sarif/, 'security-events: write'],
    [/actions\/deploy-pages/, 'pages: write'],
    [/gh api .*deployments|chrnorm\/deployment-action|bobheadxi\/deployments/, 'deployments: write'],
    [/gh run |gh workflow /, 'actions: write'],
];
/**
 * Lets a job ask for an OIDC token, and keep what it may do otherwise.
 *
 * @param jobText what the job says, to tell what it needs its token for where nothing is written yet
 * @returns what was guessed, to be said; undefined: nothing was
 */
function allowIdToken(file, root, job, behind, jobText) {
    const own = file.entry(job, 'permissions');
    if (own !== undefined) {
        extend(file, job, own);
        return undefined;
    }
    const general = file.entry(root, 'permissions');
    if (general === undefined) {
        const scopes = neededScopes(jobText);
        file.insertBehind(job, behind, [
            'permissions:',
            ...scopes.map(scope => `  ${scope}`),
            '  id-token: write',
        ]);
        return /GITHUB_TOKEN|github\.token/.test(jobText) ? scopes.join(', ') : undefined;
    }
    const scopes = scopesOf(file, general.value);
    if (scopes === 'all' || scopes.some(([name, access]) => name === 'id-token' && access === 'write'))
        return undefined;
    const kept = scopes.filter(([name]) => name !== 'id-token').map(([name, access]) => `  ${name}: ${access}`);
    file.insertBehind(job, behind, ['permissions:', ...kept, '  id-token: write']);
    return undefined;
}
function neededScopes(jobText) {
    const found = USES.filter(([pattern]) => pattern.test(jobText)).map(([, scope]) => scope);
    return [...(found.includes('contents: write') ? [] : ['contents: read']), ...found];
}
/** Adds `id-token: write` to permissions that a job or workflow has. */
function extend(file, parent, pair) {
    const scopes = scopesOf(file, pair.value);
    if (scopes === 'all')
        return;
    const known = scopes.find(([name]) => name === 'id-token');
    if (known?.[1] === 'write')
        return;
    const map = pair.value === file.resolve(pair.value) ? file.mapOf(pair.value) : undefined;
    const stated = map?.items.find(item => keyOf(item) === 'id-token');
    if (stated !== undefined && (0,yaml_js_namespaceObject.isScalar)(stated.value))
        file.replaceScalar(stated.value, 'write');
    else if (map !== undefined && !map.flow && map.items.length > 0)
        file.insert(map, ['id-token: write']);
    else
        rewrite(file, parent, pair, scopes);
}
/** Permissions in one line, or by an alias, are written anew. */
function rewrite(file, parent, pair, scopes) {
    const value = pair.value;
    const [start = 0, end = 0] = value?.range ?? [];
    const isFlow = file.text.startsWith('{', start) || parent.flow === true || scopes.length === 0;
    const kept = [...scopes.filter(([name]) => name !== 'id-token'), ['id-token', 'write']];
    if (isFlow) {
        const text = `{ ${kept.map(([name, access]) => `${name}: ${access}`).join(', ')} }`;
        file.edits.add({ start, end, text });
        return;
    }
    const column = file.column(pair.key.range?.[0] ?? 0) + 2;
    const lines = kept.map(([name, access]) => `${file.newline}${' '.repeat(column)}${name}: ${access}`);
    const from = file.text.slice(0, start).replace(/[ \t]+$/, '').length;
    file.edits.add({ start: from, end, text: lines.join('') });
}
/** @returns `all` for write-all */
function scopesOf(file, value) {
    const text = file.textOf(value);
    if (text === 'write-all')
        return 'all';
    if (text === 'read-all')
        return SCOPES.map(scope => [scope, 'read']);
    const map = file.mapOf(value);
    return (map?.items ?? []).map(item => [keyOf(item), file.textOf(item.value) ?? '']);
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/identity-step.js




/** Inputs of the peer that an environment of the configuration file says. */
const SAID_BY_FILE = [
    'aws-region',
    'role-to-assume',
    'audience',
    'role-duration-seconds',
    'role-external-id',
    'aws-profile',
];
/** Makes the peer's step ours: the name of the action, and its inputs. */
function becomeOurs(file, step, { lines, gone }) {
    const uses = file.resolve(file.valueAt(step, 'uses'));
    if ((0,yaml_js_namespaceObject.isScalar)(uses)) {
        file.replaceScalar(uses, ACTION);
        dropVersionComment(file, endOf(uses));
    }
    const inputs = file.mapOf(file.valueAt(step, 'with'));
    if (inputs === undefined)
        return;
    const removed = new Set([
        ...meaninglessInputs(inputs),
        ...inputs.items.filter(pair => gone.includes(keyOf(pair))),
    ]);
    if (inputs.flow) {
        const kept = inputs.items
            .filter(pair => !removed.has(pair))
            .map(pair => file.text.slice(startOf(pair.key), endOf(pair)));
        const text = `{ ${[...kept, ...lines].join(', ')} }`;
        file.edits.add({ start: startOf(inputs), end: endOf(inputs), text });
        return;
    }
    const [first] = removed;
    if (first !== undefined)
        file.insert(inputs, lines, first);
    for (const pair of removed)
        file.remove(inputs, pair, removed);
}
/** `# v4.0.2` behind a commit tells the version of the action that it was. */
function dropVersionComment(file, end) {
    const rest = file.text.slice(end, file.nextLine(end));
    const comment = /^(\s*#\s*v?\d[\w.-]*)[ \t]*(?=\r?\n|$)/.exec(rest.replace(/^["']/, ''))?.[1];
    if (comment === undefined)
        return;
    const start = end + rest.indexOf(comment);
    file.edits.add({ start, end: start + comment.length, text: '' });
}
/** Puts our step before another one, or in its place. */
function insertStep(file, steps, { index, condition, replaced }, { lines }) {
    const item = steps.items[index];
    const start = startOf(item);
    const dash = file.text.lastIndexOf('-', start - 1);
    const dashColumn = file.column(dash);
    const inner = ' '.repeat(file.column(start) - dashColumn - 1 > 3 ? 1 : Math.max(1, start - dash - 1));
    const indent = ' '.repeat(dashColumn);
    const step = [
        `${indent}-${inner}uses: ${ACTION}`,
        ...(condition === undefined ? [] : [`${indent} ${inner}if: ${condition}`]),
        `${indent} ${inner}with:`,
        ...lines.map(line => `${indent} ${inner}  ${line}`),
    ];
    const text = step.map(line => line + file.newline).join('');
    const lineStart = file.lineStart(dash);
    if (replaced) {
        const next = steps.items[index + 1];
        const end = file.nextLine(endOf(item));
        file.edits.add({ start: lineStart, end: next === undefined ? Math.max(end, lineStart) : end, text });
        return;
    }
    const at = aboveComments(file, lineStart);
    const before = file.text.slice(0, at).split('\n').at(-2) ?? '';
    const blank = before.trim() === '' && index > 0 ? file.newline : '';
    file.edits.add({ start: at, end: at, text: text + blank });
}
/** Comments right above a step belong to it. */
function aboveComments(file, lineStart) {
    let at = lineStart;
    while (at > 0) {
        const previous = file.lineStart(at - 1);
        if (!/^\s*#/.test(file.text.slice(previous, at)))
            return at;
        at = previous;
    }
    return at;
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
;// CONCATENATED MODULE: ./lib/bundling/migrate/region.js


/**
 * The Region that counts for a step: as written beside the key, else what the job or workflow sets for all its tools.
 *
 * @param scopes mappings whose `env` counts, the innermost first
 */
function statedRegion(file, written, scopes) {
    const variable = (name) => scopes.map(scope => file.textOf(file.valueAt(scope, 'env', name))).find(found => found !== undefined);
    const text = written ?? variable('AWS_REGION') ?? variable('AWS_DEFAULT_REGION');
    if (text === undefined || text === '')
        return undefined;
    const [reference, ...others] = referencesIn(text);
    const resolved = reference?.context === 'env' && others.length === 0 ? (variable(reference.name) ?? text) : text;
    return { known: region(resolved.trim()), text };
}
/** A Region that the job names outright: `--region eu-west-1`, or in the address of a registry. */
function regionInScripts(jobText) {
    const named = /(?:--region[ =]["']?|\.dkr\.ecr\.)([a-z]{2}(?:-[a-z]+)+-\d)\b/.exec(jobText)?.[1];
    return named === undefined ? undefined : region(named);
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/plan-step.js







const CHECKOUT = /^actions\/checkout@/;
function planStep(owner, demand, environment, primary, surroundings, names, taken) {
    const { file, map, root, kind } = owner;
    const own = (name) => file.textOf(file.valueAt(demand.inPlace, 'with', name)) || undefined;
    const stated = statedRegion(file, demand.region ?? own('aws-region'), kind === 'job' ? [map, root] : [root]);
    const region = stated?.known ?? firstRegion(owner, stated) ?? surroundings.region;
    const role = own('role-to-assume');
    const name = environment.kind === 'computed'
        ? undefined
        : names.of(demand.reference, [demand.reference, ...owner.hints], environmentFixed(environment, surroundings));
    const duration = own('role-duration-seconds');
    const entry = {
        region,
        role: literalRole(role),
        duration: duration === undefined ? undefined : parseDuration(duration),
    };
    const environments = entriesFor(owner, environment, name ?? primary, primary, entry, taken);
    const fits = stated === undefined || stated.known !== undefined || surroundings.region !== undefined;
    const byFile = kind === 'composite' || (fits && hasFile(file, owner.steps, demand.index));
    if (role === undefined && byFile) {
        const lines = [...(name === undefined ? [] : [`environment: ${name}`]), 'export: env'];
        return { inputs: { lines, gone: SAID_BY_FILE }, environments };
    }
    const place = stated?.text ?? region;
    return {
        inputs: classic(owner, demand, role, place, name ?? primary, surroundings, taken),
        environments,
    };
}
/** A Region that the configuration file can begin with, where the job has several or none is written. */
function firstRegion({ file, map }, stated) {
    if (stated === undefined)
        return regionInScripts(file.text.slice(startOf(map.items[0]?.key), endOf(map)));
    const [reference] = referencesIn(stated.text);
    const [value = ''] = reference?.context === 'matrix' ? matrixValues(file, map, reference.name) : [];
    return region(value);
}
/** What the configuration file is to have for a step. */
function entriesFor({ map, kind }, environment, name, primary, entry, taken) {
    if (environment.kind !== 'computed') {
        const gitHubEnvironment = environment.kind === 'named' ? environment.name : primary;
        return [{ ...entry, name, gitHubEnvironment }];
    }
    if (environment.values.length === 0 && kind === 'job')
        taken.leave(startOf(map.items[0]?.key), `the GitHub environment is ${environment.text}, and what it can be is not seen here`, '# in .github/aws-temp-creds.yml, for each value:\nenvironments:\n  NAME: { account: "\u2026", region: \u2026, role: github-deploy }');
    return environment.values.map(value => ({ ...entry, name: entryName(value), gitHubEnvironment: value }));
}
function environmentFixed(environment, { environment: wanted }) {
    return environment.kind === 'named' ? environment.name : wanted;
}
/** Whether the configuration file is there: an earlier step has checked the repository out where it belongs. */
function hasFile(file, steps, index) {
    return steps.items.slice(0, index).some(item => {
        const step = file.mapOf(item);
        const inputs = file.mapOf(file.valueAt(step, 'with'));
        const elsewhere = ['path', 'repository', 'sparse-checkout'].some(name => file.entry(inputs, name) !== undefined);
        return CHECKOUT.test(file.textOf(file.valueAt(step, 'uses')) ?? '') && !elsewhere;
    });
}
/** Role and Region stand in the step: where the configuration file is not there, or the Region is known only in the job. */
function classic(owner, { inPlace, index }, role, region, environment, { accounts, role: roleName }, taken) {
    const { file } = owner;
    const inputs = file.mapOf(file.valueAt(inPlace, 'with'));
    const account = accounts.get(environment) ?? accounts.get('*');
    const at = startOf(owner.steps.items[index]);
    const arn = account === undefined ? '${{ vars.AWS_ROLE_ARN }}' : `arn:aws:iam::${account}:role/${roleName}`;
    if (role === undefined && account === undefined)
        taken.leave(at, 'the role of this job is a variable that is not there yet', `gh variable set AWS_ROLE_ARN --env ${environment} --body arn:aws:iam::ACCOUNT:role/${roleName}`);
    if (role !== undefined)
        taken.leave(at, `the role ${role} was assumed with the key: let its trust policy admit the job`, 'aws-temp-creds template roles');
    if (region === undefined)
        taken.leave(at, 'the Region of this job is a variable that is not there yet', `gh variable set AWS_REGION --env ${environment} --body eu-west-1`);
    return {
        lines: [
            ...(role === undefined ? [`role-to-assume: ${arn}`] : []),
            ...(file.entry(inputs, 'aws-region') === undefined
                ? [`aws-region: ${region ?? '${{ vars.AWS_REGION }}'}`]
                : []),
        ],
        gone: [],
    };
}
function literalRole(role) {
    return role !== undefined && /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(role)
        ? role
        : undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/rewrite-job.js






/**
 * Takes the stored keys out of a list of steps, and puts in what gets credentials instead.
 *
 * @param general a key that the workflow gives to all its jobs
 * @param calls whether a step calls a local action that needs an identity
 */
function rewriteSteps(owner, surroundings, names, general, calls, taken) {
    const { file, map, steps } = owner;
    const demands = demandsOf(owner, general, taken);
    if (demands.length === 0 && !calls)
        return { needsIdentity: false, environments: [] };
    const environment = owner.kind === 'job'
        ? jobEnvironment(file, owner.root, map, givenTo(surroundings, owner.path))
        : { kind: 'computed', text: 'the environment of the calling job', values: [] };
    const needed = [];
    const primary = primaryName(owner, environment, demands, surroundings, names);
    for (const demand of uncovered(demands)) {
        const plan = planStep(owner, demand, environment, primary, surroundings, names, taken);
        needed.push(...plan.environments);
        if (demand.inPlace === undefined)
            insertStep(file, steps, demand, plan.inputs);
        else
            becomeOurs(file, demand.inPlace, plan.inputs);
    }
    if (owner.kind === 'job')
        allowJob(owner, environment, primary, taken);
    if (demands.length === 0 && owner.kind === 'job')
        needed.push(...environmentsWithout(environment, primary, surroundings));
    return { needsIdentity: true, environments: needed };
}
function demandsOf(owner, general, taken) {
    const { file, map, steps } = owner;
    const first = { index: firstUse(file, steps), inPlace: undefined, replaced: false, condition: undefined };
    const ofJob = owner.kind === 'job' ? envDemand(file, map, 'env', first, taken) : undefined;
    const container = file.mapOf(file.valueAt(map, 'container'));
    const ofContainer = container === undefined ? undefined : envDemand(file, container, 'env', first, taken);
    const ofSteps = steps.items.map((item, index) => {
        const step = file.mapOf(item);
        return step === undefined ? undefined : stepDemand(file, step, index, taken);
    });
    const whole = ofJob ?? ofContainer ?? (general === undefined ? undefined : { ...general, ...first });
    return [whole, ...ofSteps].filter(demand => demand !== undefined);
}
/** Right behind the checkout, if there is one: the configuration file is there then. */
function firstUse(file, steps) {
    const checkout = steps.items.findIndex(item => CHECKOUT.test(file.textOf(file.valueAt(file.mapOf(item), 'uses')) ?? ''));
    return Math.min(checkout + 1, Math.max(steps.items.length - 1, 0));
}
/** Credentials that a step got stay for the steps behind it, so a key that several steps are given is got once. */
function uncovered(demands) {
    const got = [];
    for (const demand of demands) {
        const last = got.at(-1);
        const same = last !== undefined &&
            last.reference === demand.reference &&
            (last.condition === undefined || last.condition === demand.condition);
        if (!same || demand.inPlace !== undefined || demand.replaced)
            got.push(demand);
    }
    return got;
}
function primaryName({ hints }, environment, demands, { environment: wanted }, names) {
    const fixed = environment.kind === 'named' ? environment.name : wanted;
    const reference = demands[0]?.reference ?? '';
    return names.of(reference, [reference, ...hints], fixed);
}
/** A job that only calls a local action which gets the credentials. */
function environmentsWithout(environment, primary, surroundings) {
    const base = { region: surroundings.region, role: undefined, duration: undefined };
    if (environment.kind === 'computed')
        return environment.values.map(value => ({ ...base, name: entryName(value), gitHubEnvironment: value }));
    return [
        { ...base, name: primary, gitHubEnvironment: environment.kind === 'named' ? environment.name : primary },
    ];
}
/** The job may ask for its token, and has the GitHub environment that the role trusts. */
function allowJob({ file, root, map }, environment, primary, taken) {
    const behind = lineUp(file, map);
    if (behind === undefined)
        return;
    if (environment.kind === 'none')
        file.insertBehind(map, behind, [`environment: ${primary}`]);
    const text = file.text.slice(startOf(map.items[0]?.key), endOf(map));
    const guessed = allowIdToken(file, root, map, behind, text);
    if (guessed !== undefined)
        taken.leave(startOf(map.items[0]?.key), `the job uses its GITHUB_TOKEN, and had whatever the repository gives it; it now has ${guessed}: add what it needs besides`);
}
function lineUp(file, job) {
    return file.entry(job, 'runs-on') ?? file.entry(job, 'uses') ?? job.items[0];
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/rewrite-file.js









/**
 * Rewrites a workflow or a composite action of GitHub so that no stored key is handed over; what it cannot do is left
 * to a person, and said.
 *
 * @param path from the repository's root, with `/`
 */
function rewriteFile(path, text, surroundings) {
    const file = opened(text);
    if (file === undefined || !(0,yaml_js_namespaceObject.isMap)(file.document.contents))
        return unchanged(path, text);
    const rewrite = new FileRewrite(path, file, file.document.contents, surroundings);
    return rewrite.done();
}
function unchanged(path, text) {
    return {
        text,
        left: leftBehind(path, text),
        environments: [],
        released: [],
        local: { dropped: new Set(), needsIdentity: false },
        given: [],
    };
}
/** What the scan still finds in a file. */
function leftBehind(path, text) {
    return (0,ci_files_js_namespaceObject.checkCiFile)(path, new TextEncoder().encode(text)).findings.map(({ place, redacted, replacement }) => ({
        path,
        line: place.line ?? 1,
        what: `it still hands over ${redacted}`,
        write: replacement,
    }));
}
class FileRewrite {
    #path;
    #file;
    #root;
    #surroundings;
    #names = new EnvironmentNames();
    #texts = [];
    #left = [];
    #environments = [];
    #given = [];
    #needsIdentity = false;
    constructor(path, file, root, surroundings) {
        this.#path = path;
        this.#file = file;
        this.#root = root;
        this.#surroundings = surroundings;
        const steps = file.listOf(file.valueAt(root, 'runs', 'steps'));
        const runs = file.mapOf(file.valueAt(root, 'runs'));
        if (steps !== undefined && runs !== undefined)
            this.#rewrite(runs, steps, 'composite', [], undefined);
        else
            this.#jobs();
    }
    take(text) {
        this.#texts.push(text);
    }
    leave(offset, what, write) {
        this.#left.push({ path: this.#path, line: this.#file.lineOf(offset), what, write });
    }
    done() {
        const references = this.#texts.flatMap(referencesIn);
        const changed = this.#file.changed;
        const dropped = new Set(references.filter(({ name }) => !isUsed(changed, name)).map(({ name }) => name));
        const text = withoutDeclarations(withoutVariables(changed, references, dropped), dropped);
        return {
            text,
            left: [...this.#left, ...leftBehind(this.#path, text)],
            environments: this.#environments,
            released: references
                .filter(({ context }) => context === 'secrets' || context === 'vars')
                .map(({ context, name }) => `${context}.${name}`),
            local: { dropped, needsIdentity: this.#needsIdentity },
            given: this.#given,
        };
    }
    #jobs() {
        const jobs = this.#file.mapOf(this.#file.valueAt(this.#root, 'jobs'));
        const general = this.#generalDemand();
        for (const pair of jobs?.items ?? []) {
            const job = this.#file.mapOf(pair.value);
            if (job === undefined)
                continue;
            const uses = this.#file.textOf(this.#file.valueAt(job, 'uses'));
            if (uses !== undefined)
                this.#caller(job, uses);
            const steps = this.#file.listOf(this.#file.valueAt(job, 'steps'));
            if (steps === undefined)
                continue;
            const name = this.#file.textOf(this.#file.valueAt(job, 'name')) ?? '';
            const title = this.#file.textOf(this.#file.valueAt(this.#root, 'name')) ?? '';
            const own = general?.jobs.has(job) ? general.demand : undefined;
            this.#rewrite(job, steps, 'job', [keyOf(pair), name, title, this.#path], own);
        }
    }
    /** A key for all jobs is for those that have to do with AWS; where none seems to, for all. */
    #generalDemand() {
        const base = { index: 0, inPlace: undefined, replaced: false, condition: undefined };
        const demand = envDemand(this.#file, this.#root, 'env', base, this);
        if (demand === undefined)
            return undefined;
        const jobs = (this.#file.mapOf(this.#file.valueAt(this.#root, 'jobs'))?.items ?? []).flatMap(pair => {
            const job = this.#file.mapOf(pair.value);
            return job !== undefined && this.#file.entry(job, 'steps') !== undefined
                ? [{ job, name: keyOf(pair) }]
                : [];
        });
        const using = jobs.filter(({ job, name }) => AWS_USE.test(`${name} ${this.#textOf(job)}`));
        const chosen = using.length > 0 ? using : jobs;
        const others = jobs.filter(item => !chosen.includes(item)).map(({ name }) => name);
        if (others.length > 0)
            this.leave(startOf(this.#root.items[0]?.key), `the jobs ${others.join(', ')} had the key too; nothing in them speaks of AWS, so they get no credentials`);
        return { demand, jobs: new Set(chosen.map(({ job }) => job)) };
    }
    #textOf(job) {
        return this.#file.text.slice(startOf(job.items[0]?.key), endOf(job));
    }
    #rewrite(map, steps, kind, hints, general) {
        if (map.flow || steps.flow)
            return;
        const owner = { file: this.#file, path: this.#path, root: this.#root, map, steps, kind, hints };
        const calls = steps.items.map(item => this.#callsLocal(this.#file.mapOf(item))).some(Boolean);
        const { needsIdentity, environments } = rewriteSteps(owner, this.#surroundings, this.#names, general, calls, this);
        this.#environments.push(...environments);
        this.#needsIdentity ||= needsIdentity;
    }
    /** Takes what a local action needs no longer out of the step that calls it. */
    #callsLocal(step) {
        const uses = this.#file.textOf(this.#file.valueAt(step, 'uses')) ?? '';
        const local = this.#surroundings.locals.get(localPath(uses));
        if (step === undefined || local === undefined)
            return false;
        this.#dropArguments(step, 'with', local.dropped);
        return local.needsIdentity;
    }
    /** A job that is a reusable workflow. */
    #caller(job, uses) {
        const path = localPath(uses);
        for (const item of this.#file.mapOf(this.#file.valueAt(job, 'with'))?.items ?? []) {
            const value = this.#file.textOf(item.value) ?? '';
            if (value !== '' && !value.includes('${{'))
                this.#given.push([`${path} ${keyOf(item)}`, value]);
        }
        const local = this.#surroundings.locals.get(path);
        if (local === undefined || job.flow)
            return;
        for (const key of ['with', 'secrets'])
            this.#dropArguments(job, key, local.dropped);
        const behind = lineUp(this.#file, job);
        if (local.needsIdentity && behind !== undefined)
            allowIdToken(this.#file, this.#root, job, behind, this.#textOf(job));
    }
    #dropArguments(owner, key, dropped) {
        const pair = this.#file.entry(owner, key);
        const map = this.#file.mapOf(pair?.value);
        const gone = (map?.items ?? []).filter(item => dropped.has(keyOf(item)));
        if (pair === undefined || map === undefined || gone.length === 0)
            return;
        for (const item of gone)
            this.take(this.#file.textOf(item.value) ?? '');
        removeEntries(this.#file, owner, pair, map, gone);
    }
}
const AWS_USE = /\baws\b|\bcdk\b|terraform|tofu|terragrunt|serverless|\bsls\b|\bsam\b|pulumi|boto3|s3:|\becr\b|\becs\b|\beks\b|\beb\b|elasticbeanstalk|kubectl|helm|packer|ansible|chalice|amplify|copilot|zappa|deploy|release|publish|upload/i;
function localPath(uses) {
    return uses.startsWith('./') ? uses.slice(2).replace(/\/+$/, '') : '';
}
;// CONCATENATED MODULE: ./lib/bundling/migrate/plan.js






/** So often a change of one file may change what another needs. */
const MOST_ROUNDS = 6;
/**
 * Plans the way from stored keys to roles.
 *
 * @param files all CI files of the repository
 * @param configuration text of the configuration file; undefined: there is none
 */
function planMigration(files, configuration, wish) {
    const ours = files.filter(({ path }) => ciSystemOf(path) === 'github');
    const rewritten = rewriteAll(ours, wish);
    const changes = ours.flatMap(({ path, text }) => {
        const after = rewritten.get(path)?.text ?? text;
        return after === text ? [] : [{ path, before: text, after }];
    });
    const all = [...rewritten.values()];
    const others = files.filter(({ path }) => ciSystemOf(path) !== 'github').flatMap(otherSystem);
    const made = configurationChange(configuration, all.flatMap(({ environments }) => environments), wish);
    const after = ours.map(({ path, text }) => rewritten.get(path)?.text ?? text).join('\n');
    return {
        changes: [...changes, ...made.changes],
        left: [...all.flatMap(({ left }) => left), ...others, ...made.left],
        environments: made.names,
        released: [...new Set(all.flatMap(({ released }) => released))]
            .filter(name => !mentions(after, name))
            .sort(),
    };
}
function mentions(text, reference) {
    const [context = '', name = ''] = reference.split('.');
    const pattern = new RegExp(`\\b${context}(?:\\.${name}(?![\\w-])|\\[\\s*'${name}')`, 'i');
    return pattern.test(text.replace(/^\s*#.*$/gm, ''));
}
/** Callers depend on what they call, and what is called on the values it is given: until nothing changes any more. */
function rewriteAll(files, wish) {
    let surroundings = { ...wish, locals: new Map(), given: new Map() };
    let rewritten = new Map();
    let known = '';
    for (let round = 0; round < MOST_ROUNDS; round++) {
        rewritten = new Map(files.map(({ path, text }) => [path, rewriteFile(path, text, surroundings)]));
        surroundings = { ...wish, locals: localsOf(rewritten), given: givenIn(rewritten) };
        const now = JSON.stringify([
            [...surroundings.locals].map(([path, local]) => [path, [...local.dropped], local.needsIdentity]),
            [...surroundings.given].map(([input, values]) => [input, [...values]]),
        ]);
        if (now === known)
            break;
        known = now;
    }
    return rewritten;
}
function localsOf(rewritten) {
    return new Map([...rewritten].flatMap(([path, { local }]) => {
        const name = path.replace(/(?:^|\/)action\.ya?ml$/, '');
        return local.needsIdentity || local.dropped.size > 0
            ? [[name === '' ? '.' : name, local]]
            : [];
    }));
}
function givenIn(rewritten) {
    const given = new Map();
    for (const { given: pairs } of rewritten.values()) {
        for (const [input, value] of pairs)
            given.set(input, (given.get(input) ?? new Set()).add(value));
    }
    return given;
}
/** Files of other systems are not changed: what to write there is told. */
function otherSystem({ path, text }) {
    return (0,ci_files_js_namespaceObject.checkCiFile)(path, new TextEncoder().encode(text)).findings.map(({ place, redacted, replacement }) => ({
        path,
        line: place.line ?? 1,
        what: `it hands over the stored key ${redacted}`,
        write: replacement,
    }));
}
function configurationChange(text, needed, wish) {
    const known = text === undefined ? [] : environmentsOfText(text);
    const merged = new Map();
    for (const one of needed) {
        const before = merged.get(one.name);
        merged.set(one.name, before === undefined
            ? one
            : { ...before, region: before.region ?? one.region, role: before.role ?? one.role });
    }
    const fresh = [...merged.values()].filter(({ name }) => !(known ?? []).includes(name));
    const missing = withOwnRoles(fresh.map(one => newEnvironment(one, wish)));
    const after = known === undefined ? undefined : withEnvironments(text, missing);
    if (missing.length === 0)
        return { changes: [], left: [], names: [] };
    const blanks = missing.filter(({ account, region }) => account === undefined || region === undefined);
    const names = missing.map(({ name }) => name);
    if (after === undefined) {
        const what = `it cannot be added to by a program: add the environments ${names.join(', ')}`;
        const write = withEnvironments(undefined, missing);
        return { changes: [], left: [{ path: load_CONFIGURATION_PATH, line: 1, what, write }], names };
    }
    const left = blanks.map(({ name, account, region }) => {
        const lines = after.split('\n');
        const at = lines.findIndex(line => line.trim() === `${name}:`);
        const blank = [
            ...(account === undefined ? ['the account'] : []),
            ...(region === undefined ? ['the Region'] : []),
        ];
        const write = account === undefined ? `aws-temp-creds migrate --account ${name}=111111111111 --write` : undefined;
        return {
            path: load_CONFIGURATION_PATH,
            line: at + 1,
            what: `fill in ${blank.join(' and ')} of ${name}`,
            write,
        };
    });
    return { changes: [{ path: load_CONFIGURATION_PATH, before: text, after }], left, names };
}
function newEnvironment(needed, { accounts, region, role }) {
    const arn = needed.role === undefined ? undefined : parseRoleArn(needed.role);
    return {
        ...needed,
        account: arn?.account ??
            accounts.get(needed.name) ??
            accounts.get(needed.gitHubEnvironment) ??
            accounts.get('*'),
        region: needed.region ?? region,
        roleText: arn?.name ?? role,
    };
}
/** Environments that share account and Region have a role each, so that none is the other's. */
function withOwnRoles(environments) {
    const key = ({ account, region, roleText }) => `${account} ${region} ${roleText}`;
    const seen = new Set();
    return environments.map(one => {
        const own = one.account !== undefined && seen.has(key(one))
            ? { ...one, roleText: `${one.roleText}-${one.name}`.slice(0, 64) }
            : one;
        seen.add(key(own));
        return own;
    });
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
function codeOf(reference) {
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
        .map(part => typeof part === 'string' ? inQuotes(part.replace(/[$%](?=\{)/g, '$&$&')) : `\${${codeOf(part)}}`)
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
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/migrate.js













const migrateCommand = {
    name: 'migrate',
    operands: '[PATH] [OPTIONS]',
    mostOperands: 1,
    about: `Rewrites a repository from stored AWS keys to roles: workflows and composite
actions of GitHub that hand a key from a secret to a step get this action in
its place, and their jobs the permission to ask for a token. Comments, order
and everything else stay byte by byte. The environments that the jobs deploy to
are added to .github/aws-temp-creds.yml.

Without --write the change is shown as a diff. What only a person can do is
told, with the lines to write: values known only when a job runs, workflows of
other repositories, and GitLab, Bitbucket, CircleCI, Buildkite, Azure Pipelines.
At the end stands what to do next, in the order in which nothing breaks.`,
    options: [
        { name: 'diff', says: 'show what would change (the default)' },
        { name: 'write', says: 'change the files' },
        {
            name: 'account',
            value: '[NAME=]ID',
            many: true,
            says: 'account of an environment, or of all; one that is not named is left as a marked blank',
        },
        {
            name: 'environment',
            value: 'NAME',
            says: 'GitHub environment of jobs that have none (default: told from names, else production)',
        },
        { name: 'region', value: 'REGION', says: 'where a workflow does not say its Region' },
        { name: 'role', value: 'NAME', says: 'role that the jobs enter (default: github-deploy)' },
        { name: 'json', says: 'print diff, what is left and what comes next as JSON' },
    ],
    examples: [
        ['aws-temp-creds migrate', 'what would change?'],
        [
            'aws-temp-creds migrate --account production=111111111111 --account staging=222222222222 --write',
            'change it',
        ],
    ],
    more: `Exit codes:
  0  nothing to change; with --write, done
  1  a diff; with --write, something is left for you to do
  2  wrong use`,
    run: async (given, terminal) => migrate(given, terminal),
};
async function migrate(given, terminal) {
    if (given.has('diff') && given.has('write'))
        throw new failure_Failure('wrong-input', { what: '--diff and --write exclude each other.' });
    const wish = wishOf(given);
    const { root, only } = placeOf(given, terminal);
    const { files, unread } = ciFilesIn(root);
    const configuration = readIfThere((0,external_node_path_namespaceObject.join)(root, load_CONFIGURATION_PATH));
    const chosen = only === undefined ? files : files.filter(({ path }) => path === only || path.startsWith(`${only}/`));
    if (only !== undefined && chosen.length === 0 && (0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(root, only)).isFile())
        throw new failure_Failure('wrong-input', {
            what: `${printable_printable(only)} is no file that a CI system runs jobs from.`,
        });
    const plan = planMigration(chosen, configuration, wish);
    const left = [
        ...plan.left,
        ...unread.map(path => ({ path, line: 1, what: 'it could not be read', write: undefined })),
    ];
    return tell({ ...plan, left }, root, given, terminal);
}
function wishOf(given) {
    const accounts = new Map();
    for (const text of given.values('account')) {
        const [, name = '*', id = ''] = /^(?:([^=]+)=)?(.*)$/.exec(text) ?? [];
        if (accountId(id) === undefined)
            throw new failure_Failure('wrong-input', {
                what: `--account must be 12 digits, or NAME=12 digits, not ${printable_printable(text, 80)}.`,
            });
        accounts.set(name, id);
    }
    const place = given.value('region');
    const known = place === undefined ? undefined : region(place);
    if (place !== undefined && known === undefined)
        throw new failure_Failure('wrong-input', {
            what: `--region must be the code of a Region, such as eu-west-1, not ${printable_printable(place, 80)}.`,
        });
    return {
        environment: namesGiven(given, 'environment', /^[^\s$'"#:][^\n$'"#:]*$/, 'the name of a GitHub environment')[0],
        accounts,
        region: known,
        role: namesGiven(given, 'role', ROLE_NAME, 'the name of a role')[0] ?? 'github-deploy',
    };
}
function placeOf({ operands }, { cwd }) {
    const [operand] = operands;
    const target = (0,external_node_path_namespaceObject.resolve)(cwd, operand ?? '.');
    const found = (0,external_node_fs_namespaceObject.statSync)(target, { throwIfNoEntry: false });
    if (found === undefined)
        throw new failure_Failure('wrong-input', { what: `There is no ${printable_printable(operand ?? '.', 200)}.` });
    const real = (0,external_node_fs_namespaceObject.realpathSync)(target);
    const root = projectRoot(found.isDirectory() ? real : (0,external_node_path_namespaceObject.dirname)(real));
    const way = real === root ? '' : real.slice(root.length + 1).replaceAll('\\', '/');
    return { root, only: operand === undefined || way === '' ? undefined : way };
}
function readIfThere(path) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}
function tell(plan, root, given, terminal) {
    const writes = given.has('write');
    if (writes)
        for (const { path, after } of plan.changes)
            replaceFile((0,external_node_path_namespaceObject.join)(root, path), after);
    const diff = plan.changes.map(({ path, before, after }) => fileDiff(path, before, after)).join('');
    const next = nextSteps(plan);
    if (given.has('json'))
        terminal.print(`${JSON.stringify(jsonOf(plan, diff, next, writes), undefined, 2)}\n`);
    else {
        terminal.print(writes ? written(plan) : diff);
        for (const { path, line, what, write } of plan.left) {
            terminal.say(`${printable_printable(path)}:${line}: ${printable_printable(what, 500)}\n`);
            if (write !== undefined)
                terminal.say(`${write.replace(/^(?=.)/gm, '    ')}\n`);
        }
        if (next.length > 0)
            terminal.say(`\n${next.join('\n')}\n`);
    }
    if (writes)
        return plan.left.length > 0 ? EXIT.found : EXIT.clean;
    return plan.changes.length > 0 ? EXIT.found : EXIT.clean;
}
function written({ changes }) {
    if (changes.length === 0)
        return 'Nothing to change.\n';
    return changes
        .map(({ path, before }) => `${before === undefined ? 'Wrote' : 'Changed'} ${printable_printable(path)}\n`)
        .join('');
}
function jsonOf(plan, diff, next, writes) {
    return {
        version: 1,
        changed: plan.changes.map(({ path }) => path),
        written: writes && plan.changes.length > 0,
        diff,
        left: plan.left.map(({ path, line, what, write }) => ({ path, line, what, write })),
        environments: plan.environments,
        secrets: plan.released,
        next,
    };
}
var __webpack_exports__migrateCommand = __webpack_exports__.v;
export { __webpack_exports__migrateCommand as migrateCommand };
