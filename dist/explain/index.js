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
  b: () => (/* binding */ explainCommand)
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
    return printable(/^(?:aws|sts|saml):/i.test(key) ? key : key.slice(key.lastIndexOf(':') + 1), 100);
}
const MOST_SHOWN = 5;
function listed(texts) {
    const shown = texts.slice(0, MOST_SHOWN).map(text => `"${printable(text, 300)}"`);
    const more = texts.length - shown.length;
    return `${shown.join(' or ')}${more > 0 ? ` or ${more} more` : ''}`;
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
        return { met: false, why: `${kind} ${printable(name, 200)} is nobody who comes with a token` };
    const provider = issuerOf(request);
    if (name === '*')
        return { met: true, why: 'the statement names every provider' };
    if (BY_DOMAIN.has(name) && name === provider)
        return { met: true, why: `the token comes from ${name}` };
    const arn = parseProviderArn(name);
    if (arn === undefined)
        return { met: false, why: `${printable(name, 200)} is no OIDC provider` };
    if (arn.provider !== provider)
        return {
            met: false,
            why: `the statement trusts ${printable(arn.provider, 200)}, and the token comes from ${printable(provider, 200) || 'nowhere that it says'}`,
        };
    if (request.account !== undefined && arn.account !== request.account)
        return {
            met: false,
            why: `the provider is one of account ${arn.account}, and the role is in ${request.account}: only a provider of the role's own account counts`,
        };
    if (request.partition !== undefined && arn.partition !== request.partition)
        return { met: false, why: `the provider is in ${arn.partition}, and the role in ${request.partition}` };
    return { met: true, why: `the token comes from ${printable(provider, 200)}` };
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
        finding('wildcard-under-exact-operator', statement.index, `\`${printable(wild, 300)}\` under ${condition.operator} ${happens}: there \`*\` and \`?\` are characters like others.`, `"${like}": { "${condition.key}": "${printable(wild, 300)}" }`),
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
        finding('unknown-key', statement.index, `${printable(condition.key, 200)}: ${why}, ${effect}.`, 'Keys that AWS has for GitHub: aud, sub, repository, repository_id, repository_owner_id, ref, environment, workflow, job_workflow_ref, actor, actor_id, enterprise_id.'),
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
        return `it is no key of ${printable(providers.join(' or '), 200)}`;
    const claim = name.slice(own.length + 1);
    return conditionClaims(own).includes(claim)
        ? undefined
        : `AWS makes no condition key of the claim ${printable(claim, 100)}`;
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
            finding('letter-case', statement.index, `\`${printable(value, 300)}\` differs in upper and lower case from what GitHub sends, and case counts.`, `"${condition.operator}": { "${condition.key}": "${printable(right, 300)}" }`),
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
        .map(text => finding('mutable-workflow-ref', statement.index, `\`${printable(text, 300)}\` names a workflow at a branch or a tag, where it can be changed.`, `"StringEquals": { "${provider}:job_workflow_ref": "${printable(text.split('@', 1)[0] ?? '', 300)}@COMMIT" }   (and call it with \`uses: \u2026@COMMIT\`)`));
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
    const shown = `\`${printable(value, 300)}\``;
    const say = (rule, what, write) => [
        finding(rule, statement.index, what, write),
    ];
    if (subject.custom)
        return [];
    if (owner.fixed === 'any' && !scope.owner)
        return say('open-to-all', `${shown} admits jobs of every repository on GitHub.`, exactly(provider, `repo:OWNER/NAME:${contextFor(subject)}`));
    if (owner.fixed === 'prefix' && !scope.owner)
        return say('owner-prefix', `${shown} admits every owner whose name begins with "${printable(owner.text, 100)}", and anybody can take such a name.`, exactly(provider, `repo:${owner.text}/NAME:${contextFor(subject)}`));
    const name = owner.fixed === 'exact' ? owner.text : 'OWNER';
    if (repository.fixed === 'any' && !scope.repository)
        return say('org-wide', `${shown} admits every repository of ${owner.fixed === 'exact' ? printable(name, 100) : 'the owner'}, also those that are made later.`, exactly(provider, `repo:${name}/NAME:${contextFor(subject)}`));
    if (repository.fixed === 'prefix' && !scope.repository)
        return say('repo-prefix', `${shown} admits every repository of ${printable(name, 100)} whose name begins with "${printable(repository.text, 100)}".`, exactly(provider, `repo:${name}/${repository.text}:${contextFor(subject)}`));
    return scope.context ? [] : lintContext(statement, provider, subject);
}
function lintContext(statement, provider, { value, owner, repository, context }) {
    const shown = `\`${printable(value, 300)}\``;
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
        finding('branch-prefix-collision', statement.index, `\`${printable(`${before}${text}`, 300)}*\` admits every name that begins so, and anybody who may push can make one.`, `"StringEquals": { "${provider}:${claim}": "${before}${text}" }`),
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
    return `"StringEquals": { "${provider}:sub": "${printable(subject, 400)}" }`;
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
;// CONCATENATED MODULE: ./lib/bundling/trust/lint.js







/**
 * What is wrong with a trust policy, the worst first. It says what the policy does, not what was meant: who may enter
 * that should not, what IAM would refuse, and what can never do what it says.
 */
function lint(policy, facts = {}) {
    const found = [
        ...policy.faults.map(({ statement, why }) => finding('malformed', statement, `IAM does not take this: ${printable(why, 300)}.`, 'Write it as IAM knows it: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html')),
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
                    finding('provider-spelling', statement.index, `${printable(arn, 300)} is no provider that exists: IAM names one without scheme and without a slash at the end.`, `"Federated": "arn:${partition}:iam::${home}:oidc-provider/${right}"`),
                ]
                : []),
            ...(account !== undefined && home !== account
                ? [
                    finding('provider-of-another-account', statement.index, `The provider is one of account ${home}, and the role is in ${account}. Only a provider of the role's own account counts.`, `"Federated": "arn:${partition}:iam::${account}:oidc-provider/${printable(right, 300)}"`),
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
            finding('old-form-left', statement.index, `\`${printable(text, 300)}\` is the old form of \`${printable(twin.text, 300)}\`. Whoever takes over the name of the repository may enter by it.`, `Remove it once no token has it any more, or hold it fast until then: "StringEquals": { "${provider}:repository_id": "ID" }`),
        ];
    });
}
function lintProviders(policy) {
    const all = policy.statements.filter(({ effect }) => effect === 'Allow').flatMap(providersOf);
    const arns = [...new Set(all.map(({ arn }) => arn))];
    if (arns.length < 2)
        return [];
    return [
        finding('several-providers', undefined, `It trusts ${arns.length} providers: ${printable(arns.join(', '), 600)}. Each has condition keys of its own; those of one do not bind the tokens of another.`, 'One role for each provider; where one must have several, one statement for each, with its own keys.'),
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
        unproven('issuer', `The token comes from ${printable(provider, 200)}, and the trust policy names the provider of github.com, or its keys: an issuer of one's own is another provider with other keys.`, `Principal.Federated: arn:${request.partition ?? 'aws'}:iam::${request.account ?? 'ACCOUNT'}:oidc-provider/${printable(provider, 200)}, and "${printable(provider, 200)}:sub" as the key`),
    ];
}
function immutableCause(subject) {
    const { owner = '', repository = '' } = parseSubject(subject) ?? {};
    return unproven('immutable-subject', `The trust policy has the old form of the subject (repo:${printable(`${owner}/${repository}`, 200)}:\u2026), or an old name. Repositories made, renamed or transferred since 15 July 2026 have IDs in it (repo:owner@id/name@id:\u2026), and others that were switched over.`, 'Let the policy have both forms of the subject, with `repository_id`.', ['renamed-repository', 'renamed-organization', 'letter-case']);
}
/** The file that the job is defined in is not the one that runs. */
function reusableCauses(request) {
    const file = (claim) => textClaim(request, claim).split('@', 1)[0] ?? '';
    const job = file('job_workflow_ref');
    const caller = file('workflow_ref');
    if (job === '' || caller === '' || job === caller)
        return [];
    return [
        unproven('reusable-workflow', `The job is defined in the reusable workflow ${printable(job, 300)}: a condition on job_workflow_ref sees that file, and \`sub\` the repository that calls it.`, `job_workflow_ref: ${printable(textClaim(request, 'job_workflow_ref'), 300)}`),
    ];
}
function contextCause(subject) {
    const parsed = parseSubject(subject);
    if (parsed === undefined)
        return unproven('custom-subject', 'The organization or the repository has a customised subject, and the trust policy has the default one.', `sub: ${printable(subject, 300)}`);
    const context = contextOf(parsed.context);
    if (passingSubject(subject) === 'merge queue')
        return unproven('merge-queue', 'The job runs in the merge queue, on a branch of its own for each entry, and the trust policy names a branch or an environment.');
    switch (context.kind) {
        case 'environment':
            return unproven('branch-vs-environment', `The trust policy names a branch (\u2026:ref:refs/heads/\u2026) or another environment. A job with \`environment:\` has that environment as its subject, here ${printable(context.name, 200)}, not its branch.`, undefined, ['other-environment']);
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
    const name = printable(`${owner}/${repository}`, 200);
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
    const full = ({ owner: who, repository: name }) => printable(`${who}/${name}`, 200);
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
    return `"${printable(text, 300)}"`;
}
;// CONCATENATED MODULE: ./lib/bundling/explain/condition-causes.js







/** Why a condition is not met, as causes; none: it is met, or nobody knows. */
function conditionCauses(judged, { condition, met, why }, request, fork) {
    if (met !== false || judged.principal.met === false)
        return [];
    const place = `${nameOf(judged.statement)}, ${condition.operator} on ${printable(condition.key, 200)}`;
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
                ...cause('wildcard', `"${printable(wild, 300)}" would fit, but ${condition.operator} knows no wildcards.`),
                change: `${place}: write ${condition.operator.replace(/Equals(?:IgnoreCase)?/i, 'Like')}, or better the whole value "${printable(value ?? '', 300)}"`,
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
        ...from.slice(0, 4).map(text => `- "${printable(text, 300)}"`),
        `+ "${printable(to, 300)}"`,
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
    const changesForm = causes.slice(0, 2).some(({ cause }) => FORM.has(cause));
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
const FORM = new Set(['immutable-subject', 'renamed-repository', 'renamed-organization']);
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
;// CONCATENATED MODULE: ./lib/bundling/about.js
/** What this is called, for reports that name their maker. A test holds VERSION and package.json together. */
const VERSION = '1.0.0';
const HOMEPAGE = 'https://github.com/org/aws-temp-creds';
/** The page that explains failures by what they say. */
const about_TROUBLESHOOTING = 'https://github.com/org/aws-temp-creds/blob/v1/docs/troubleshooting.md';
;// CONCATENATED MODULE: ./lib/bundling/explain/cause.js

/** Where a cause is explained at length. */
function pageOf(cause) {
    return `${about_TROUBLESHOOTING}#${cause}`;
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
        ...conditions.map(({ condition: { operator, key }, met, why }) => `${mark(met)} ${printable(operator, 60)} ${printable(key, 200)}: ${why}`),
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
function readTrustPolicy(text) {
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
function isPolicy(read) {
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
;// CONCATENATED MODULE: ./lib/bundling/cli/command.js
/** What the command answers its caller with: clean; findings or a refusal; wrong use, or an incomplete scan. */
const EXIT = { clean: 0, found: 1, wrong: 2 };
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = loadNow("node:fs/promises");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = loadNow("node:path");
;// CONCATENATED MODULE: ./lib/bundling/cli/given-file.js




/** Bytes; claims and policies have some thousand. */
const given_file_LARGEST = 1024 * 1024;
/**
 * The text of a file that an option names; `-` is standard input.
 *
 * @throws Failure `wrong-input` when it cannot be read, or is larger than anything that is meant
 */
async function readGiven(path, { cwd, stdin }, option) {
    try {
        const bytes = path === '-' ? await readStream(stdin) : await readFile((0,external_node_path_namespaceObject.resolve)(cwd, path));
        if (bytes.length > given_file_LARGEST)
            throw new Error('it has more than 1 MB');
        return bytes.toString('utf8');
    }
    catch (error) {
        throw new Failure('wrong-input', {
            what: `${option} ${printable(path, 300)} cannot be read.`,
            why: printable(error instanceof Error ? error.message : String(error), 300),
        });
    }
}
/** At most one byte more than is taken, however long the file, or a device, is. */
async function readFile(path) {
    const file = await (0,promises_namespaceObject.open)(path);
    try {
        return await readStream(file.createReadStream({ end: given_file_LARGEST, autoClose: false }));
    }
    finally {
        await file.close();
    }
}
async function readStream(stream) {
    const parts = [];
    let size = 0;
    for await (const part of stream) {
        const bytes = Buffer.from(part);
        parts.push(bytes);
        size += bytes.length;
        if (size > given_file_LARGEST)
            break;
    }
    return Buffer.concat(parts);
}
;// CONCATENATED MODULE: ./lib/bundling/explain/given-claims.js



/**
 * What a text says of a token: the payload as JSON, or a whole token, whose signature is not looked at and never
 * shown.
 *
 * @returns undefined when it is neither
 */
function payloadOf(text) {
    const [, encoded, signature, more] = text.trim().split('.');
    const isToken = encoded !== undefined && signature !== undefined && more === undefined && !text.includes('{');
    const json = isToken ? Buffer.from(encoded, 'base64url').toString('utf8') : text.replace(/^\uFEFF/, '');
    const claims = objectOf(parseJson(json));
    return claims && new Map(Object.entries(claims));
}
/** Claims of GitHub's, by the runner's variable that has the same value. */
const VARIABLES = [
    ['repository', 'GITHUB_REPOSITORY'],
    ['repository_id', 'GITHUB_REPOSITORY_ID'],
    ['repository_owner_id', 'GITHUB_REPOSITORY_OWNER_ID'],
    ['ref', 'GITHUB_REF'],
    ['event_name', 'GITHUB_EVENT_NAME'],
    ['actor', 'GITHUB_ACTOR'],
    ['actor_id', 'GITHUB_ACTOR_ID'],
    ['workflow', 'GITHUB_WORKFLOW'],
    ['workflow_ref', 'GITHUB_WORKFLOW_REF'],
];
/** What the runner's variables tell of the job's token; its environment is not among it. */
function claimsOfRunner(variables) {
    const given = VARIABLES.flatMap(([claim, variable]) => {
        const value = variables[variable];
        return value ? [[claim, value]] : [];
    });
    const issuer = issuerOfServer(variables['GITHUB_SERVER_URL'] ?? '');
    return new Map(given.length === 0 ? [] : [...given, ['iss', issuer]]);
}
/** The issuer of a GitHub server's tokens (docs.github.com, OIDC reference). */
function issuerOfServer(url) {
    const host = URL.canParse(url) ? new URL(url).hostname : 'github.com';
    if (host === 'github.com')
        return `https://${GITHUB}`;
    return host.endsWith('.ghe.com')
        ? `https://token.actions.${host}`
        : `${url.replace(/\/+$/, '')}/_services/token`;
}
/**
 * The tokens that GitHub would make of these claims: one in each form of the subject that is possible, or the one whose
 * subject is given.
 *
 * @param form how GitHub makes the repository's subjects, where it was asked
 * @returns none when neither a subject nor a repository is given
 */
function builtPayloads(given, form) {
    const claims = new Map([
        ['iss', `https://${GITHUB}`],
        ['aud', 'sts.amazonaws.com'],
        ...[...given].map(([name, value]) => [name, name === 'ref' ? wholeRef(value) : value]),
    ]);
    const repository = claims.get('repository') ?? '';
    if (repository.includes('/'))
        claims.set('repository_owner', repository.split('/')[0] ?? '');
    if (claims.has('job_workflow_ref') === false && claims.has('workflow_ref'))
        claims.set('job_workflow_ref', claims.get('workflow_ref') ?? '');
    return subjectsOf(claims, form).map(sub => new Map([...claims, ['sub', sub]]));
}
function subjectsOf(claims, form) {
    const given = claims.get('sub');
    if (given !== undefined)
        return [given];
    const [owner, repository, more] = (claims.get('repository') ?? '').split('/');
    if (!owner || !repository || more !== undefined)
        return [];
    const context = jobContext({
        environment: claims.get('environment'),
        event: claims.get('event_name'),
        ref: claims.get('ref') ?? 'refs/heads/main',
    });
    const ids = { owner: claims.get('repository_owner_id'), repository: claims.get('repository_id') };
    const prefixes = [
        `repo:${owner}/${repository}`,
        ...(ids.owner === undefined || ids.repository === undefined
            ? []
            : [`repo:${owner}@${ids.owner}/${repository}@${ids.repository}`]),
    ];
    const { prefix, keys = ['repo', 'context'] } = form ?? {};
    return (prefix === undefined ? prefixes : [prefix]).map(start => subjectOf(keys, start, context, claims));
}
/** A subject in its default form, or as it was customised: each part is `KEY:VALUE` (docs.github.com, OIDC reference). */
function subjectOf(keys, prefix, context, claims) {
    const part = (key) => {
        if (key === 'repo')
            return prefix;
        return key === 'context' ? context : `${key}:${(claims.get(key) ?? '').replaceAll(':', '%3A')}`;
    };
    return keys.map(part).join(':');
}
/** A branch by its name alone is how people say it. */
function wholeRef(value) {
    return value.startsWith('refs/') ? value : `refs/heads/${value}`;
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/explain-claims.js




/** @throws Failure `wrong-input` when there are no claims, or they cannot be read */
async function payloadsOf(given, terminal) {
    const file = given.value('claims');
    const single = new Map(given.values('claim').map(keyAndValue));
    if (file !== undefined) {
        const read = payloadOf(await readGiven(file, terminal, '--claims'));
        if (read === undefined)
            throw new Failure('wrong-input', {
                what: `${file === '-' ? 'Standard input' : printable(file, 300)} holds no claims: it is neither a JSON object nor a token.`,
                write: 'The payload of a token is its middle part, decoded: { "iss": "\u2026", "sub": "\u2026", "aud": "\u2026", \u2026 }',
            });
        return { payloads: [new Map([...read, ...single])], notes: [] };
    }
    // Another repository than the job's has other IDs.
    const isOwn = !single.has('repository') && !single.has('sub');
    const claims = new Map([...(isOwn ? claimsOfRunner(terminal.variables) : []), ...single]);
    const payloads = builtPayloads(claims, await formOf(given, claims, terminal));
    if (payloads.length === 0)
        throw new Failure('wrong-input', {
            what: 'There are no claims to judge.',
            why: 'Neither --claims nor --claim is given, and this is no job of GitHub Actions.',
            write: 'aws-temp-creds explain --claim repository=OWNER/NAME --claim environment=NAME --trust-policy trust.json',
        });
    const notes = isOwn && !claims.has('environment')
        ? [
            "The runner's variables do not tell the job's `environment:`. If it has one, add --claim environment=NAME.",
        ]
        : [];
    return { payloads, notes };
}
function keyAndValue(text) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (key === undefined || value === undefined)
        throw new Failure('wrong-input', {
            what: `--claim ${printable(text, 100)} is not of the form KEY=VALUE.`,
        });
    return [key, value];
}
/** Asked only when somebody names a token for it. */
async function formOf(given, claims, terminal) {
    const variable = given.value('github-token');
    if (variable === undefined || claims.has('sub'))
        return undefined;
    const { lookUpSubjectForm } = await import(/* webpackIgnore: true */ '../look-up/index.js');
    return lookUpSubjectForm(claims.get('repository') ?? '', variable, terminal.variables, terminal.signal);
}
;// CONCATENATED MODULE: ./lib/bundling/explain/denial.js

/** Who can change the policies of a kind, and where. */
const KINDS = {
    SERVICE_CONTROL_POLICY: ['service control policy', 'in the management account of the organization'],
    RESOURCE_CONTROL_POLICY: ['resource control policy', 'in the management account of the organization'],
    VPC_ENDPOINT: ['VPC endpoint policy', 'at the VPC endpoint that the request went through'],
    RESOURCE: ['resource-based policy', 'at the resource (bucket policy, key policy, trust policy)'],
    PRINCIPAL: ['identity-based policy', 'at the role'],
    PERMISSIONS_BOUNDARY: ['permissions boundary', 'at the role'],
    SESSION: [
        'session policy',
        'where the session was made (`session-policy`, `managed-policies`, or `cdk` itself)',
    ],
};
/** Which policy said no to a request, and what has to be written where. */
function denialText(evaluations) {
    const denied = evaluations.filter(({ effect }) => effect !== 'ALLOW');
    if (denied.length === 0)
        return 'AWS has no denial in what it kept of this request.\n';
    return `${denied.map(evaluationText).join('\n\n')}\n`;
}
function evaluationText({ action, resource, effect, checks }) {
    const missing = checks.filter(check => check.effect === 'IMPLICIT_DENY' || check.effect === 'EXPLICIT_DENY');
    const how = effect === 'EXPLICIT_DENY' ? 'an explicit deny' : 'nothing allows it';
    const head = `Denied: ${printable(action, 200)} on ${printable(resource, 500)} (${how}).`;
    return [head, ...missing.map(check => checkText(check, action, resource))].join('\n');
}
function checkText({ type, effect, target, statements }, action, resource) {
    const [name = printable(type, 60), where = ''] = KINDS[type] ?? [];
    const at = target === undefined ? '' : ` at ${printable(target, 300)}`;
    if (effect === 'EXPLICIT_DENY') {
        const denying = statements
            .filter(({ effect: stated }) => stated === 'DENY')
            .map(({ policy, sid }) => `${sid === undefined ? 'a statement' : `statement ${printable(sid, 100)}`} of ${printable(policy, 300)}`);
        return `  A ${name}${at} denies it: ${denying.join(', ') || 'it does not say which statement'}.\n  What to do: let that statement except this request, ${where}. No Allow outweighs it.`;
    }
    return `  No ${name}${at} allows it.\n  What to do, ${where}:\n  { "Effect": "Allow", "Action": "${printable(action, 200)}", "Resource": "${printable(resource, 500)}" }`;
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/explain-denial.js



/** Options that say what a role is compared with; a denial is none of a role's trust. */
const OF_TRUST = [
    'claims',
    'claim',
    'trust-policy',
    'role',
    'account',
    'session-name',
    'both-forms',
    'github-token',
];
/** Why AWS denied a request after a role was entered. */
async function runDenial(given, terminal) {
    const other = OF_TRUST.find(name => given.has(name));
    if (other !== undefined)
        throw new Failure('wrong-input', {
            what: `--authorization-id and --${other} exclude each other.`,
            why: 'The one explains a request that was denied after a role was entered, the other why a role is not entered.',
        });
    const { environmentKeys, lookUpDenial } = await import(/* webpackIgnore: true */ '../look-up/index.js');
    const { variables, signal } = terminal;
    const id = given.value('authorization-id') ?? '';
    const pair = environmentKeys(variables, 'What AWS kept of the request');
    const evaluations = await lookUpDenial(id, given.value('region'), pair, variables, signal);
    const allowed = evaluations.length > 0 && evaluations.every(({ effect }) => effect === 'ALLOW');
    terminal.print(given.has('json')
        ? `${JSON.stringify({ version: 1, allowed, evaluations, text: denialText(evaluations) }, undefined, 2)}\n`
        : denialText(evaluations));
    if (evaluations.length === 0)
        return EXIT.wrong;
    return allowed ? EXIT.clean : EXIT.found;
}
;// CONCATENATED MODULE: ./lib/bundling/cli/commands/explain.js










const explainCommand = {
    name: 'explain',
    operands: '[OPTIONS]',
    mostOperands: 0,
    about: `Says why a role refuses a job ("Not authorized to perform
sts:AssumeRoleWithWebIdentity"): compares what the job's token says with the
role's trust policy as AWS does, condition by condition, names the cause and the
line to change, and writes the statement that admits exactly this job. Nothing
is sent anywhere, unless a role or a subject has to be looked up.

The token's claims come from a file, from --claim, or, in a job, from the
runner's variables. GitHub has two forms of the subject, with names and with IDs;
where it is not known which one the token has, both are judged.`,
    options: [
        { name: 'claims', value: 'FILE', says: "the token's payload as JSON, or the token; - is standard input" },
        {
            name: 'claim',
            value: 'KEY=VALUE',
            many: true,
            says: 'one claim (repository, ref, environment, event_name, repository_id, repository_owner_id, sub, iss, aud, \u2026); the rest is made of them as GitHub does',
        },
        {
            name: 'trust-policy',
            value: 'FILE',
            says: 'the trust policy, or what `aws iam get-role` prints; - is standard input',
        },
        {
            name: 'role',
            value: 'ARN',
            says: 'the role; without --trust-policy its policy is read with the AWS credentials of the environment',
        },
        { name: 'account', value: 'ID', says: "the role's account, where no ARN is given" },
        { name: 'session-name', value: 'NAME', says: 'role session name, for policies that ask for it' },
        {
            name: 'both-forms',
            says: 'let the statement admit both forms of the subject, for a repository that changes over',
        },
        {
            name: 'github-token',
            value: 'VARIABLE',
            says: 'environment variable with a GitHub token, to ask which form of the subject the repository has',
        },
        {
            name: 'authorization-id',
            value: 'ID',
            says: 'instead: why a request was denied after a role was entered; the ID, or the message that ends with it',
        },
        { name: 'region', value: 'REGION', says: 'Region of that request' },
        { name: 'json', says: 'print the verdict as JSON' },
    ],
    examples: [
        [
            'aws-temp-creds explain --claim repository=acme/shop --claim environment=production --trust-policy trust.json',
            'would this job get in?',
        ],
        [
            'aws-temp-creds explain --claims payload.json --role arn:aws:iam::111111111111:role/deploy',
            'the policy is read from AWS',
        ],
        [
            'aws iam get-role --role-name deploy | aws-temp-creds explain --claims payload.json --trust-policy -',
            'the same, by way of the AWS CLI',
        ],
        ['aws-temp-creds explain --authorization-id ID --region eu-west-1', 'what did the deploy lack?'],
    ],
    more: `A deploy that was denied after it had entered the role: the message ends with an
authorization ID, for which AWS keeps which policy said no, for a day. It is read
with the AWS credentials of the environment.

Exit codes:
  0  admitted
  1  refused
  2  it depends on what only AWS knows, or wrong use`,
    run: runExplain,
};
async function runExplain(given, terminal) {
    if (given.has('authorization-id'))
        return runDenial(given, terminal);
    if (given.value('claims') === '-' && given.value('trust-policy') === '-')
        throw new Failure('wrong-input', {
            what: 'Standard input can be the claims or the trust policy, not both.',
        });
    const { payloads, notes } = await payloadsOf(given, terminal);
    const policy = await policyOf(given, terminal);
    const place = placeOf(given, policy);
    const facts = payloads.map(payload => ({
        request: { payload, ...place },
        policy: policy?.policy,
        fork: false,
        bothForms: given.has('both-forms'),
        refused: false,
    }));
    const told = tell(facts, [...notes, ...notesOn(payloads)]);
    terminal.print(given.has('json') ? `${JSON.stringify(explanationJson(told), undefined, 2)}\n` : explanationText(told));
    return told.allowed === null ? EXIT.wrong : told.allowed ? EXIT.clean : EXIT.found;
}
/** Where the form of the subject is not known, both have to agree. */
function tell(facts, notes) {
    const all = facts.map(diagnose);
    const answers = all.map(({ verdict }) => verdict?.allowed ?? null);
    const [first] = answers;
    const agree = answers.every(answer => answer === first);
    const shown = all.find(({ verdict }) => verdict?.allowed !== true) ?? all[0];
    if (shown === undefined)
        throw new Error('there is one token at the least');
    const { verdict } = shown;
    if (verdict === undefined)
        return {
            ...shown,
            allowed: null,
            why: 'without a trust policy there is nothing to judge (--trust-policy FILE, or --role ARN).',
            notes,
        };
    if (agree)
        return { ...shown, allowed: verdict.allowed, why: verdict.why, notes };
    const forms = all.map(({ verdict: one }, index) => `${String(facts[index]?.request.payload.get('sub'))} is ${one?.allowed === true ? 'admitted' : 'not admitted'}`);
    return {
        ...shown,
        allowed: null,
        why: `it depends on the form of the subject. ${printable(forms.join(', '), 800)}. GitHub says which one a repository has: --github-token VARIABLE, or a token's own claims.`,
        notes,
    };
}
async function policyOf(given, terminal) {
    const file = given.value('trust-policy');
    if (file !== undefined)
        return givenPolicy(await readGiven(file, terminal, '--trust-policy'), file === '-' ? 'Standard input' : printable(file, 300));
    const role = given.value('role');
    if (role === undefined)
        return undefined;
    const { lookUpRole } = await import(/* webpackIgnore: true */ '../look-up/index.js');
    return lookUpRole(role, terminal.variables, terminal.signal);
}
function placeOf(given, policy) {
    const named = given.value('role');
    const parts = parseRoleArn(named ?? policy?.role ?? '');
    if (named !== undefined && parts === undefined)
        throw new Failure('wrong-input', {
            what: `--role ${printable(named, 200)} is not the ARN of a role.`,
            write: '--role arn:aws:iam::111111111111:role/NAME',
        });
    const account = given.value('account');
    if (account !== undefined && accountId(account) === undefined)
        throw new Failure('wrong-input', {
            what: `--account ${printable(account, 100)} is not an account ID of 12 digits.`,
        });
    if (account !== undefined && parts !== undefined && parts.account !== account)
        throw new Failure('wrong-input', { what: `--account ${account} is not the account of ${parts.arn}.` });
    return {
        account: parts?.account ?? account,
        partition: parts?.partition,
        role: parts?.arn,
        sessionName: given.value('session-name'),
    };
}
/** What AWS does with such tokens before it looks at any trust policy. */
function notesOn(payloads) {
    const [payload = new Map()] = payloads;
    const missing = ['iss', 'sub', 'aud'].filter(claim => !payload.has(claim));
    const subject = payload.get('sub');
    return [
        ...(missing.length > 0
            ? [
                `The claims have no ${missing.join(' and no ')}. AWS refuses a token without before it looks at the trust policy.`,
            ]
            : []),
        ...(typeof subject === 'string' && subject.length > 255
            ? ['The subject has more than 255 characters, which is the most that STS documents.']
            : []),
    ];
}
var __webpack_exports__explainCommand = __webpack_exports__.b;
export { __webpack_exports__explainCommand as explainCommand };
