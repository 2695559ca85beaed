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
const __WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__ = loadLater("../packages/valibot.js");
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
  T: () => (/* binding */ readConfiguration)
});

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
;// CONCATENATED MODULE: external "../packages/valibot.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const valibot_js_namespaceObject = x({ ["array"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.array), ["boolean"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.boolean), ["description"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.description), ["isoDate"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.isoDate), ["literal"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.literal), ["looseObject"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.looseObject), ["maxEntries"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.maxEntries), ["maxLength"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.maxLength), ["minLength"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.minLength), ["nonEmpty"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.nonEmpty), ["number"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.number), ["optional"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.optional), ["picklist"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.picklist), ["pipe"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.pipe), ["record"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.record), ["regex"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.regex), ["safeParse"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.safeParse), ["strictObject"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.strictObject), ["string"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.string), ["title"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.title), ["trim"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.trim), ["union"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.union), ["unknown"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_valibot_js_5bcf7910__.unknown) });
;// CONCATENATED MODULE: external "../packages/yaml.js"
var yaml_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var yaml_js_y = (x) => (() => (x))
const yaml_js_namespaceObject = yaml_js_x({ ["Lexer"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.Lexer), ["LineCounter"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.LineCounter), ["Parser"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.Parser), ["isMap"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isMap), ["isNode"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isNode), ["isScalar"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.isScalar), ["parseDocument"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.parseDocument), ["visit"]: () => (__WEBPACK_EXTERNAL_MODULE__packages_yaml_js_68b402c7__.visit) });
;// CONCATENATED MODULE: ./lib/bundling/yaml-tokens.js

/** Files of people are nested ten levels deep; what goes deeper has no end. */
const DEEPEST = 200;
/**
 * Takes YAML apart for a composer, which goes into every level by calling itself: a file of a hundred thousand brackets
 * would end the process.
 *
 * @param lines is told where each line begins
 * @returns undefined when the text is nested deeper than some hundred levels
 */
function yamlTokens(text, lines) {
    const parser = new yaml_js_namespaceObject.Parser(lines.addNewLine);
    const tokens = [];
    lines.addNewLine(0);
    for (const lexeme of new yaml_js_namespaceObject.Lexer().lex(text)) {
        tokens.push(...parser.next(lexeme));
        if (parser.stack.length > DEEPEST)
            return undefined;
    }
    tokens.push(...parser.end());
    return tokens;
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
;// CONCATENATED MODULE: ./lib/bundling/config/shapes.js

/** Shapes that several parts of the configuration file share. */
/**
 * The validator takes a list for an object with the keys 0, 1, \u2026, and so would take a list of environments for
 * environments of these names. Whoever writes a list is told that a mapping is wanted.
 */
function mapping(schema) {
    return {
        ...schema,
        '~run': (dataset, config) => schema['~run'](Array.isArray(dataset.value) ? { ...dataset, value: null } : dataset, config),
    };
}
const optionalMapping = (schema) => valibot_js_namespaceObject.optional(mapping(schema));
const shapes_text = (what) => valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.nonEmpty('must not be empty'), valibot_js_namespaceObject.description(what));
/** The message for a mapping that is none, lacks a key, or has one too many: `unknown` says of what. */
function misshapen(unknown) {
    return ({ expected }) => {
        if (expected === 'never')
            return `is not a key of ${unknown}`;
        return expected?.startsWith('"') ? 'is missing' : 'must be a mapping';
    };
}
/** Why something is accepted, and until when; in allow lists of the scan and the audit. */
const acceptance = {
    reason: valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.trim(), valibot_js_namespaceObject.minLength(3, 'must say why this is allowed'), valibot_js_namespaceObject.description('Why this is allowed')),
    expires: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a date in quotes: "2027-01-31"'), valibot_js_namespaceObject.isoDate('must be a date: "2027-01-31"'), valibot_js_namespaceObject.description('Last day on which the entry counts'))),
};
const shapes_region = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.regex(/^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/, 'must be the code of a Region, such as eu-west-1'), valibot_js_namespaceObject.description('Code of an AWS Region'));
const account = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string: write the 12 digits in quotes ("012345678901"), or leading zeros are lost'), valibot_js_namespaceObject.regex(/^\d{12}$/, 'must be exactly 12 digits'), valibot_js_namespaceObject.description('AWS account ID: 12 digits, in quotes'));
const duration = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.union([valibot_js_namespaceObject.string(), valibot_js_namespaceObject.number()], 'must be a duration: seconds (3600) or units (1h, 90m)'), valibot_js_namespaceObject.description('Length of the session: 15m to 12h (the role must allow it); default 1h'));
;// CONCATENATED MODULE: ./lib/bundling/config/people-schema.js


/**
 * What the configuration file says of people: the access portal, its permission sets, and who holds which in an
 * environment's account. Patterns and lengths are those of the service (sso-admin and identitystore API references).
 */
const permissionSetName = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.regex(/^[\w+=,.@-]{1,32}$/, 'must be the name of a permission set (1 to 32 characters)'), valibot_js_namespaceObject.description('Name of a permission set'));
const groups = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.array(valibot_js_namespaceObject.pipe(shapes_text('Name of a group of IAM Identity Center'), valibot_js_namespaceObject.maxLength(1024, 'is longer than the 1,024 characters of a group')), 'must be a list of names of groups'), valibot_js_namespaceObject.description('Groups of IAM Identity Center that hold the permission set in this account'));
const managedPolicy = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.regex(/^(arn:aws(-[a-z-]+)?:iam::aws:policy\/)?[\w+=,.@-]+(\/[\w+=,.@-]+)*$/, 'must be an AWS-managed policy: its name (PowerUserAccess), path and name (job-function/ViewOnlyAccess) or ARN'), valibot_js_namespaceObject.description('AWS-managed policy: its name, path/name, or ARN'));
const customerPolicy = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.regex(/^\/?[\w+=,.@-]+(\/[\w+=,.@-]+)*$/, 'must be the name, or path and name, of a policy in each account'), valibot_js_namespaceObject.description('Policy of that name (or path/name) which exists in each account'));
const permissionSet = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.strictObject({
    description: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(shapes_text('What it is for'), valibot_js_namespaceObject.maxLength(700, 'is longer than the 700 characters of a description'))),
    policies: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.array(managedPolicy, 'must be a list of policies'), valibot_js_namespaceObject.description('AWS-managed policies'))),
    'customer-managed-policies': valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.array(customerPolicy, 'must be a list of policies'), valibot_js_namespaceObject.description('Policies that exist under this name in each account'))),
    inline: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.union([valibot_js_namespaceObject.string(), valibot_js_namespaceObject.looseObject({ Statement: valibot_js_namespaceObject.unknown() })], 'must be a policy: a mapping with Statement, JSON text, or the path of a JSON file in the repository'), valibot_js_namespaceObject.description('Inline policy: a policy document, JSON text, or the path of a JSON file'))),
    boundary: valibot_js_namespaceObject.optional(managedPolicy),
    'customer-managed-boundary': valibot_js_namespaceObject.optional(customerPolicy),
    duration: valibot_js_namespaceObject.optional(duration),
}, misshapen('a permission set')), valibot_js_namespaceObject.description('A permission set: what its holders may do, and for how long'));
const sso = valibot_js_namespaceObject.strictObject({
    'start-url': valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.regex(/^https:\/\/[^\s]+$/, 'must be an https URL'), valibot_js_namespaceObject.description('URL of the AWS access portal')),
    region: shapes_region,
    session: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'must be 1 to 64 letters, digits, - and _, the first a letter or digit'), valibot_js_namespaceObject.description("Name of the [sso-session] in ~/.aws/config; default: the portal's name"))),
    groups: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.picklist(['existing', 'create'], 'must be existing or create'), valibot_js_namespaceObject.description('Whether `template people` makes the groups (create, the default) or takes their IDs (existing: a directory is synchronised)'))),
    'permission-sets': optionalMapping(valibot_js_namespaceObject.record(permissionSetName, mapping(permissionSet), 'must be a mapping of names to permission sets')),
}, misshapen('sso'));
/** Keys of an environment that speak of people. */
const peopleOfEnvironment = {
    'permission-set': valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(permissionSetName, valibot_js_namespaceObject.description('Permission set that people use in this account'))),
    groups: valibot_js_namespaceObject.optional(groups),
    people: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.array(mapping(valibot_js_namespaceObject.strictObject({ 'permission-set': permissionSetName, groups: valibot_js_namespaceObject.optional(groups) }, misshapen('an entry of people'))), 'must be a list of permission sets with their groups'), valibot_js_namespaceObject.description('Further permission sets in this account, each with its groups'))),
    production: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.boolean('must be true or false'), valibot_js_namespaceObject.description('Stricter checks of the audit'))),
    parity: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.literal('within-people', 'must be within-people'), valibot_js_namespaceObject.description('The audit fails where the pipeline may do more than people'))),
};
;// CONCATENATED MODULE: ./lib/bundling/config/schema.js




/**
 * The shape of the configuration file. This is the source of `schema/aws-temp-creds.schema.json`; what a schema
 * cannot say (accounts that differ from ARNs, duplicates, limits over several keys) is checked in file.ts.
 */
const role = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.regex(/^(arn:aws(-[a-z-]+)?:iam::\d{12}:role\/)?[\w+=,.@-]+(\/[\w+=,.@-]+)*$/, 'must be a role: its name (github-deploy), path and name (ci/github-deploy) or ARN'), valibot_js_namespaceObject.description('A role: name, path/name, or full ARN'));
const sessionName = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.regex(/^[\w+=,.@-]{2,64}$/, 'must be 2 to 64 of the characters A-Z a-z 0-9 _ + = , . @ -'), valibot_js_namespaceObject.description('Name of the session in CloudTrail; default: gh-<run>-<attempt>-<repository>'));
const sessionPolicy = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.union([valibot_js_namespaceObject.string(), valibot_js_namespaceObject.looseObject({ Statement: valibot_js_namespaceObject.unknown() })], 'must be a policy: a mapping with Statement, JSON text, or the path of a JSON file in the repository'), valibot_js_namespaceObject.description('Session policy: a policy document, JSON text, or the path of a JSON file in the repository'));
const tags = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.record(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string(), valibot_js_namespaceObject.regex(/^[\p{L}\p{Z}\p{N}_.:/=+@-]{1,128}$/u, 'is not a tag key that STS takes')), valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.regex(/^[\p{L}\p{Z}\p{N}_.:/=+@-]{0,256}$/u, 'is not a tag value that STS takes')), 'must be a mapping of keys to strings'), valibot_js_namespaceObject.maxEntries(50, 'has more than the 50 tags that STS takes'), valibot_js_namespaceObject.description('Session tags; they need `via`, for a token of GitHub carries none'));
const environment = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.strictObject({
    account: account,
    region: shapes_region,
    role,
    'read-role': valibot_js_namespaceObject.optional(role),
    ...peopleOfEnvironment,
    duration: valibot_js_namespaceObject.optional(duration),
    'github-environment': valibot_js_namespaceObject.optional(shapes_text('GitHub environment of the jobs that deploy here; default: this name')),
    audience: valibot_js_namespaceObject.optional(shapes_text('Audience of the OIDC token; default: sts.amazonaws.com (China: sts.amazonaws.com.cn)')),
    'session-policy': valibot_js_namespaceObject.optional(sessionPolicy),
    'managed-policies': valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.array(shapes_text('ARN of a managed policy'), 'must be a list of ARNs'), valibot_js_namespaceObject.maxLength(10, 'has more than the 10 managed policies that STS takes'), valibot_js_namespaceObject.description('ARNs of managed session policies'))),
    'session-name': valibot_js_namespaceObject.optional(sessionName),
    via: valibot_js_namespaceObject.optional(role),
    tags: optionalMapping(tags),
    default: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.boolean('must be true or false'), valibot_js_namespaceObject.description('Primary among the environments of a job'))),
}, misshapen('an environment')), valibot_js_namespaceObject.description('One account that jobs deploy to'));
const allowEntry = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.strictObject({
    path: valibot_js_namespaceObject.optional(shapes_text('Glob of paths in the repository')),
    fingerprint: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.regex(/^[0-9a-f]{40}$/, 'must be the 40 hex digits that a report shows'), valibot_js_namespaceObject.description('Fingerprint of one finding, as a report shows it'))),
    ...acceptance,
}, misshapen('an allow entry')), valibot_js_namespaceObject.description('Allows the findings of a path, or one finding'));
/** A finding of the audit that is accepted: by rule, everywhere or in one account or for one role. */
const auditAllowEntry = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.strictObject({
    rule: valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string('must be a string'), valibot_js_namespaceObject.regex(/^[a-z][a-z0-9-]*$/, 'must be the name of a rule, as a report shows it'), valibot_js_namespaceObject.description('Name of the rule, as a report shows it')),
    account: valibot_js_namespaceObject.optional(account),
    role: valibot_js_namespaceObject.optional(role),
    ...acceptance,
}, misshapen('an allow entry')), valibot_js_namespaceObject.description('Accepts findings of the audit'));
const configuration = valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.strictObject({
    $schema: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.string()),
    sso: optionalMapping(sso),
    environments: optionalMapping(valibot_js_namespaceObject.record(valibot_js_namespaceObject.pipe(valibot_js_namespaceObject.string(), valibot_js_namespaceObject.regex(ENVIRONMENT_NAME, 'is no name for an environment: 1 to 64 letters, digits, - and _, the first a letter or digit')), mapping(environment), 'must be a mapping of names to environments')),
    scan: optionalMapping(valibot_js_namespaceObject.strictObject({ allow: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.array(mapping(allowEntry), 'must be a list of entries')) }, misshapen('scan'))),
    audit: optionalMapping(valibot_js_namespaceObject.strictObject({ allow: valibot_js_namespaceObject.optional(valibot_js_namespaceObject.array(mapping(auditAllowEntry), 'must be a list of entries')) }, misshapen('audit'))),
}, misshapen('this file')), valibot_js_namespaceObject.title('aws-temp-creds'), valibot_js_namespaceObject.description('Environments that pipelines deploy to, the people in them, and what scan and audit allow'));
const configurationSchema = mapping(configuration);
;// CONCATENATED MODULE: ./lib/bundling/config/document.js




/**
 * Reads YAML (or JSON, its subset) into the shape of the schema.
 *
 * @param text content of the file
 * @param faults takes every syntax and shape fault, with `line N`
 * @returns undefined when there was any
 */
function parseConfiguration(text, faults) {
    const lines = new yaml_js_namespaceObject.LineCounter();
    if (yamlTokens(text, new yaml_js_namespaceObject.LineCounter()) === undefined) {
        faults.add('the file', 'is nested deeper than any configuration');
        return undefined;
    }
    // Keys that are given twice are looked for here: the package compares each with each.
    const options = { lineCounter: lines, prettyErrors: false, stringKeys: true, uniqueKeys: false };
    const document = (0,yaml_js_namespaceObject.parseDocument)(text, options);
    const repeated = repeatedKeys(document);
    for (const at of repeated)
        faults.add(`line ${lines.linePos(at).line}`, 'Map keys must be unique');
    if (repeated.length > 0 && document.errors.length === 0)
        return undefined;
    for (const error of document.errors) {
        faults.add(`line ${lines.linePos(error.pos[0]).line}`, error.message.split('\n')[0] ?? 'is not YAML');
    }
    if (document.errors.length > 0)
        return undefined;
    const lineOf = (path, key = false) => lineAt(document, lines, path, key);
    reserveNames(document, faults, lineOf);
    const plain = plainValue(document, faults);
    if (plain === undefined)
        return undefined;
    const parsed = valibot_js_namespaceObject.safeParse(configurationSchema, plain.value ?? {});
    if (parsed.success)
        return { value: parsed.output, lineOf };
    const shapeFaults = parsed.issues.slice(0, MOST_PLACED).map(issue => shapeFault(issue, lineOf));
    for (const { line, what } of shapeFaults.sort((a, b) => a.line - b.line))
        faults.add(`line ${line}`, what);
    for (const _ of parsed.issues.slice(MOST_PLACED))
        faults.add('', '');
    return undefined;
}
/** For so many faults it is looked up on which line each stands. */
const MOST_PLACED = 1000;
/** @returns where a key begins that its mapping has before */
function repeatedKeys(document) {
    const places = [];
    (0,yaml_js_namespaceObject.visit)(document, {
        Map: (_, { items }) => {
            const seen = new Set();
            for (const { key } of items) {
                if (!(0,yaml_js_namespaceObject.isScalar)(key) || key.value === '<<')
                    continue;
                if (seen.has(key.value))
                    places.push(key.range?.[0] ?? 0);
                seen.add(key.value);
            }
        },
    });
    return places;
}
/**
 * Aliases are resolved, within a bound: a small file must not unfold into a huge one.
 *
 * @returns undefined where one names no anchor, or the bound is reached
 */
function plainValue(document, faults) {
    try {
        return { value: document.toJS({ maxAliasCount: 100 }) };
    }
    catch (error) {
        if (!(error instanceof ReferenceError))
            throw error;
        faults.add('the file', error.message);
        return undefined;
    }
}
function shapeFault(issue, lineOf) {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const atKey = issue.path?.at(-1)?.origin === 'key';
    const name = path.length === 0 ? 'the file' : path.join('.');
    return { line: lineOf(path, atKey), what: `${name} ${issue.message}` };
}
/** Names of properties that every object has: validators pass over them, so that an entry would silently be lost. */
function reserveNames(document, faults, lineOf) {
    for (const path of [['environments'], ['sso', 'permission-sets']]) {
        const named = document.getIn(path);
        if (!(0,yaml_js_namespaceObject.isMap)(named))
            continue;
        for (const { key } of named.items) {
            const name = (0,yaml_js_namespaceObject.isScalar)(key) ? String(key.value) : '';
            if (!['__proto__', 'prototype', 'constructor'].includes(name))
                continue;
            const at = [...path, name];
            faults.add(`line ${lineOf(at, true)}`, `${at.join('.')}: this name is reserved, choose another`);
        }
    }
}
/** The line of the deepest node on the path that exists; of its key where `key` says so. */
function lineAt(document, lines, path, key) {
    for (let length = path.length; length > 0; length--) {
        const part = path.slice(0, length);
        const parent = length === 1 ? document.contents : document.getIn(part.slice(0, -1), true);
        const pair = (0,yaml_js_namespaceObject.isMap)(parent)
            ? parent.items.find(item => (0,yaml_js_namespaceObject.isScalar)(item.key) && item.key.value === part.at(-1))
            : undefined;
        const node = key && pair ? pair.key : (document.getIn(part, true) ?? pair?.key);
        if ((0,yaml_js_namespaceObject.isNode)(node) && node.range)
            return lines.linePos(node.range[0]).line;
    }
    return 1;
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
        throw new Failure(code, {
            what: `${printable_printable(about)}: ${count}. Nothing was sent to GitHub or AWS.`,
            why: [...this.#found.map(({ where, what }) => `${printable_printable(where)}: ${printable_printable(what)}`), ...more].join('\n'),
            ...(write !== undefined && { write }),
        });
    }
}
/** Shows a value that a user wrote, quoted and shortened. */
function quoted(value) {
    return `"${printable(value, 80)}"`;
}
;// CONCATENATED MODULE: ./lib/bundling/config/people.js



/** Limits of a permission set (sso-admin API reference; IAM Identity Center quotas). */
const MOST_POLICIES = 20;
const MOST_INLINE_CHARACTERS = 32_768;
const SHORTEST_PORTAL_SESSION = 3_600;
/** The block `sso`, of the right shape already, as values; what is wrong with it goes to `fault`. */
function checkedSso(document, readFile, fault) {
    const place = region(document.region);
    if (place === undefined)
        throw new Error('the schema has checked this value');
    const sets = Object.entries(document['permission-sets'] ?? {});
    return {
        startUrl: document['start-url'],
        region: place,
        session: document.session ?? portalName(document['start-url']),
        groups: document.groups ?? 'create',
        permissionSets: sets.map(([name, set]) => checkedPermissionSet(name, set, readFile, (path, what) => fault(['permission-sets', name, ...path], what))),
    };
}
/** First label of the portal's host (`acme` of acme.awsapps.com), with what no SDK reads in a session's name left out. */
function portalName(startUrl) {
    const [label = ''] = URL.canParse(startUrl) ? new URL(startUrl).hostname.split('.') : [];
    return label.replace(/[^A-Za-z0-9_-]/g, '') || 'sso';
}
function checkedPermissionSet(name, document, readFile, fault) {
    const policies = (document.policies ?? []).map(awsManaged);
    const customerManagedPolicies = (document['customer-managed-policies'] ?? []).map(customerManaged);
    const count = policies.length + customerManagedPolicies.length;
    if (count > MOST_POLICIES)
        fault(['policies'], `are ${count}; a permission set takes ${MOST_POLICIES}, both kinds together`);
    for (const [key, list] of [
        ['policies', policies],
        ['customer-managed-policies', customerManagedPolicies.map(policy => policy.path + policy.name)],
    ]) {
        const twice = list.find((policy, index) => list.indexOf(policy) !== index);
        if (twice !== undefined)
            fault([key], `names ${twice} twice`);
    }
    return {
        name,
        description: document.description,
        policies,
        customerManagedPolicies,
        inline: checkedInline(document.inline, readFile, what => fault(['inline'], what)),
        boundary: checkedBoundary(document, fault),
        duration: checkedSession(document.duration, what => fault(['duration'], what)),
    };
}
function awsManaged(text) {
    return text.replace(/^arn:[^:]*:iam::aws:policy\//, '');
}
function customerManaged(text) {
    const parts = text.replace(/^\//, '').split('/');
    const name = parts.pop() ?? '';
    return { name, path: parts.length === 0 ? '/' : `/${parts.join('/')}/` };
}
function checkedInline(given, readFile, fault) {
    if (given === undefined)
        return undefined;
    const isText = typeof given === 'string' && given.trimStart().startsWith('{');
    const text = isText ? given : typeof given === 'string' ? readFile(given) : JSON.stringify(given);
    if (text === undefined) {
        fault(`names ${JSON.stringify(given)}, which is no file of the repository (nor JSON text)`);
        return undefined;
    }
    const minified = minifyPolicy(text);
    if ('fault' in minified) {
        fault(minified.fault);
        return undefined;
    }
    const { length } = minified.policy;
    if (length > MOST_INLINE_CHARACTERS)
        fault(`has ${length} characters; a permission set takes ${MOST_INLINE_CHARACTERS}`);
    return minified.policy;
}
function checkedBoundary(document, fault) {
    const { boundary, 'customer-managed-boundary': own } = document;
    if (boundary !== undefined && own !== undefined)
        fault(['boundary'], 'and customer-managed-boundary are both given; a permission set has one boundary');
    if (boundary !== undefined)
        return { kind: 'aws-managed', policy: awsManaged(boundary) };
    return own === undefined ? undefined : { kind: 'customer-managed', policy: customerManaged(own) };
}
function checkedSession(given, fault) {
    if (given === undefined)
        return undefined;
    const seconds = parseDuration(String(given));
    if (seconds === undefined)
        fault('is not a duration: write units (8h, 90m) or seconds (28800)');
    else if (seconds < SHORTEST_PORTAL_SESSION || seconds > LONGEST_SESSION)
        fault(`is ${seconds} s; the session of a permission set has 1h to 12h`);
    return seconds;
}
/** Who holds what in an environment's account: the short form first, then the list. */
function checkedPeople(entry, fault) {
    const { 'permission-set': permissionSet, groups, people = [] } = entry;
    if (groups !== undefined && permissionSet === undefined)
        fault(['groups'], 'need `permission-set`: the groups hold it in this account');
    const short = permissionSet === undefined ? [] : [{ permissionSet, groups: groups ?? [] }];
    const all = [
        ...short,
        ...people.map(one => ({ permissionSet: one['permission-set'], groups: one.groups ?? [] })),
    ];
    const names = all.map(one => one.permissionSet);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
        fault(['people'], `name the permission set ${twice} twice: list all its groups at once`);
    return all;
}
;// CONCATENATED MODULE: ./lib/bundling/config/file.js






/**
 * Checks a configuration file as a whole.
 *
 * @param text content of the file: YAML or JSON
 * @param path how the file is named in messages
 * @param readFile for session policies that name a file
 * @throws Failure `wrong-configuration` with all faults and their lines in one message
 */
function readConfiguration(text, path, readFile) {
    const faults = new Faults();
    const document = parseConfiguration(text, faults);
    const configuration = document && checkedConfiguration(document, path, readFile, faults);
    faults.throwIfAny('wrong-configuration', `The configuration file ${path} is wrong`);
    if (configuration === undefined)
        throw new Error('a file without faults has a configuration');
    return configuration;
}
function checkedConfiguration({ value, lineOf: placeOf }, path, readFile, faults) {
    // Of faults that are only counted nobody learns the line.
    const lineOf = (...at) => (faults.isFull ? 0 : placeOf(...at));
    const environments = Object.entries(value.environments ?? {}).map(([name, entry]) => {
        const fault = (key, what) => faults.add(`line ${lineOf(['environments', name, key])}`, `environments.${name}.${key} ${what}`);
        return {
            ...checkedEnvironment(name, entry, readFile, fault),
            line: lineOf(['environments', name], true),
        };
    });
    refuseDuplicates(environments, (name, what) => faults.add(`line ${lineOf(['environments', name])}`, what));
    const allow = (value.scan?.allow ?? []).map((entry, index) => {
        const line = lineOf(['scan', 'allow', index]);
        if ((entry.path === undefined) === (entry.fingerprint === undefined)) {
            faults.add(`line ${line}`, `scan.allow.${index} must name either a path or a fingerprint`);
        }
        return {
            path: entry.path,
            fingerprint: entry.fingerprint,
            reason: entry.reason,
            expires: entry.expires,
            line,
        };
    });
    const sso = value.sso &&
        checkedSso(value.sso, readFile, (at, what) => faults.add(`line ${lineOf(['sso', ...at])}`, `sso.${at.join('.')} ${what}`));
    const audit = (value.audit?.allow ?? []).map((entry, index) => ({
        rule: entry.rule,
        account: entry.account === undefined ? undefined : accountId(entry.account),
        role: entry.role,
        reason: entry.reason,
        expires: entry.expires,
        line: lineOf(['audit', 'allow', index]),
    }));
    return { path, sso, environments, scan: { allow }, audit: { allow: audit } };
}
function checkedEnvironment(name, entry, readFile, fault) {
    const account = known(accountId(entry.account));
    const place = known(region(entry.region));
    const roleOf = (key, anyAccount = false) => {
        const text = entry[key];
        return text === undefined
            ? undefined
            : checkedRole(text, account, place, anyAccount, what => fault(key, what));
    };
    const via = roleOf('via', true);
    if (entry.tags !== undefined && via === undefined) {
        fault('tags', 'need `via`: a token of GitHub carries no session tags, only a second AssumeRole can send them');
    }
    const managedPolicies = entry['managed-policies'] ?? [];
    const sessionPolicy = checkedPolicy(entry['session-policy'], readFile, what => fault('session-policy', what));
    for (const what of sessionPolicyFaults(sessionPolicy, managedPolicies, account)) {
        fault(managedPolicies.length > 0 ? 'managed-policies' : 'session-policy', `: ${what}`);
    }
    return {
        name,
        account,
        region: place,
        role: roleOf('role') ?? roleArn(partitionOf(place), account, entry.role),
        readRole: roleOf('read-role'),
        people: checkedPeople(entry, ([key = ''], what) => fault(key, what)),
        production: entry.production ?? false,
        parity: entry.parity,
        duration: checkedDuration(entry.duration, via !== undefined, what => fault('duration', what)),
        githubEnvironment: entry['github-environment'] ?? name,
        audience: entry.audience,
        sessionPolicy,
        managedPolicies,
        sessionName: entry['session-name'],
        via,
        tags: entry.tags ?? {},
        isDefault: entry.default ?? false,
    };
}
function checkedRole(text, account, place, anyAccount, fault) {
    const partition = partitionOf(place);
    if (!text.startsWith('arn:'))
        return roleArn(partition, account, text);
    const arn = parseRoleArn(text);
    if (arn === undefined)
        fault('is not the ARN of a role');
    else if (arn.partition !== partition) {
        fault(`is in partition ${arn.partition}, but Region ${place} is in partition ${partition}`);
    }
    else if (!anyAccount && arn.account !== account) {
        fault(`is in account ${arn.account}, but the environment's account is ${account}`);
    }
    return arn?.arn ?? roleArn(partition, account, 'unknown');
}
function checkedPolicy(given, readFile, fault) {
    if (given === undefined)
        return undefined;
    const text = typeof given === 'string' ? policyText(given, readFile) : JSON.stringify(given);
    if (text === undefined) {
        fault(`names ${JSON.stringify(given)}, which is no file of the repository (nor JSON text)`);
        return undefined;
    }
    const minified = minifyPolicy(text);
    if ('policy' in minified)
        return minified.policy;
    fault(minified.fault);
    return undefined;
}
function policyText(given, readFile) {
    return given.trimStart().startsWith('{') ? given : readFile(given);
}
function checkedDuration(given, chained, fault) {
    if (given === undefined)
        return undefined;
    const seconds = parseDuration(String(given));
    const wrong = durationFault(seconds, chained ? LONGEST_CHAINED_SESSION : undefined);
    if (wrong !== undefined)
        fault(wrong);
    return seconds ?? DEFAULT_SESSION;
}
function refuseDuplicates(environments, fault) {
    const seen = new Map();
    for (const { name, account, role, region } of environments) {
        const key = `${role} ${region}`;
        const twin = seen.get(key);
        if (twin !== undefined) {
            fault(name, `environments.${name} has the same account, role and Region as environments.${twin} (${account})`);
        }
        seen.set(key, name);
    }
    const defaults = new Map();
    for (const { name, isDefault, githubEnvironment } of environments) {
        if (!isDefault)
            continue;
        const twin = defaults.get(githubEnvironment);
        if (twin !== undefined)
            fault(name, `environments.${name} and environments.${twin} are both the default of one job`);
        defaults.set(githubEnvironment, name);
    }
}
/** For values whose form the schema has checked already. */
function known(value) {
    if (value === undefined)
        throw new Error('the schema admits no such value');
    return value;
}
var __webpack_exports__readConfiguration = __webpack_exports__.T;
export { __webpack_exports__readConfiguration as readConfiguration };
