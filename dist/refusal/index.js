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
  O: () => (/* binding */ refusalOf)
});

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
    return text.replace(/^([\s\u0085]*):(?=:)/gm, '$1:\u200b').replace(/##\[/g, '##\u200b[');
}
;// CONCATENATED MODULE: ./lib/bundling/explain/claims-table.js

/** What a token says of its job, a line for each claim; never the token. */
function claimLines(claims) {
    const ids = [
        claims.repositoryId === undefined ? '' : `id ${claims.repositoryId}`,
        claims.ownerId === undefined ? '' : `owner id ${claims.ownerId}`,
    ].filter(text => text !== '');
    const repository = ids.length > 0 && claims.repository ? `${claims.repository} (${ids.join(', ')})` : claims.repository;
    const rows = [
        ['issuer', claims.issuer],
        ['sub', claims.subject],
        ['aud', claims.audience],
        ['repository', repository],
        ['ref', claims.ref],
        ['environment', claims.environment ?? '(none)'],
        ['event', claims.eventName],
        ['workflow', claims.workflowRef],
        ['job_workflow_ref', claims.jobWorkflowRef === claims.workflowRef ? undefined : claims.jobWorkflowRef],
        ['actor', claims.actor],
    ];
    return rows
        .flatMap(([name, value]) => (value === undefined ? [] : [`${name.padEnd(16)} ${printable(value, 300)}`]))
        .join('\n');
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
;// CONCATENATED MODULE: ./lib/bundling/explain/refused-call.js

/** The account of the role that was asked for. */
function accountOf({ role, target }) {
    return parseRoleArn(role)?.account ?? target.account;
}
/** The name of the role that was asked for, without its path, as the IAM commands want it. */
function roleNameOf({ role }) {
    return role.split('/').at(-1) ?? role;
}
;// CONCATENATED MODULE: ./lib/bundling/explain/trust-policy.js

/**
 * The statement of a role's trust policy that admits exactly the jobs with these claims and no others: the audience
 * and the whole subject, compared for equality.
 *
 * @returns JSON text, indented by two
 */
function trustPolicyFor(claims, role, account) {
    const [, partition = 'aws'] = role.split(':');
    const provider = claims.issuer.replace(/^https:\/\//, '');
    const statement = {
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
            StringEquals: { [`${provider}:aud`]: claims.audience, [`${provider}:sub`]: claims.subject },
        },
    };
    // Escapes of `printable` mean the same in JSON; raw, a branch's name could show another statement than is pasted.
    const lines = JSON.stringify(statement, undefined, 2).split('\n');
    return lines.map(line => printable(line, Number.POSITIVE_INFINITY)).join('\n');
}
;// CONCATENATED MODULE: ./lib/bundling/explain/not-admitted.js




/**
 * What is said when AWS does not admit a token, and says no more than that: it gives one answer for a missing role, a
 * wrong account and a trust policy that does not fit, so the causes are named in the order in which they happen, as what
 * they are: likely, not proven.
 */
function notAdmitted(call, claims) {
    return {
        why: 'The trust policy of the role does not admit this token, or there is no such role in that account: AWS gives the same answer for both.',
        likely: `${likelyCause(claims)} Not proven: it is the most frequent cause for such a token. Otherwise the role is missing, misspelt, or in another account than its ARN says; or it was made moments ago, and AWS needs some seconds to know it everywhere (\`retry-refusals: 30s\` waits).`,
        write: `Let the trust policy of ${call.role} have this statement, which admits exactly this job:\n${trustPolicyFor(claims, call.role, accountOf(call))}`,
    };
}
/** The most frequent reason why a token with such claims is not admitted. */
function likelyCause(claims) {
    const [, context = ''] = /^repo:[^:]+:(.*)$/.exec(claims.subject) ?? [];
    if (hasImmutableSubject(claims)) {
        return ('The trust policy has the old form of the subject (repo:owner/name:\u2026). Repositories created, renamed or ' +
            'transferred since 15 July 2026 have IDs in it (repo:owner@id/name@id:\u2026).');
    }
    if (context.startsWith('environment:')) {
        return ('The trust policy names a branch (\u2026:ref:refs/heads/\u2026). A job with `environment:` has that environment as its ' +
            'subject instead; upper and lower case count.');
    }
    if (context === 'pull_request') {
        return 'Jobs of pull requests have the subject \u2026:pull_request, whatever the branch. Deploy from a branch or an environment; for reading use a role of its own.';
    }
    if (context.startsWith('ref:')) {
        return 'The trust policy names an environment, and the job has no `environment:`; or it names another branch, or another spelling (upper and lower case count).';
    }
    return 'The organization or the repository has a customised subject, and the trust policy has the default one.';
}
/** What is said when a role that was asked for by another role's session did not admit it. */
function chainRefused(call) {
    const source = call.source ?? 'the credentials of the earlier step';
    const tags = Object.keys(call.target.chain?.tags ?? {});
    return {
        why: `The role was asked for by ${printable(source)}.`,
        likely: tags.length > 0
            ? `The trust policy does not admit that role, or not with the session tags ${printable(tags.join(', '))}.`
            : 'The trust policy of the role does not admit that role, or its own permissions lack sts:AssumeRole.',
        write: `In the trust policy of ${call.role}, admit the role above as Principal.AWS with sts:AssumeRole${tags.length > 0 ? ' and sts:TagSession' : ''};\nand in that role's permissions, allow sts:AssumeRole on ${call.role}.`,
    };
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
    const leads = location === undefined ? '' : `, leading to ${printable(location, 200)}`;
    const through = proxy === undefined ? '' : `, through the proxy ${proxy.shown}`;
    const busy = status >= 500 || status === 429 || status === 408;
    return {
        why: `${host} answered HTTP ${status} (${printable(type, 100) || 'no content type'})${leads}${through}: that is no answer of ${whose}.`,
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
    const text = printable(message, 200);
    return text === '' || text.includes(code) || /^[A-Z][a-z]/.test(code) ? text || code : `${code} (${text})`;
}
;// CONCATENATED MODULE: ./lib/bundling/explain/policy-denial.js


/** The kinds of policies that AWS names in a denial, and who can change them. */
const OWNERS = {
    'service control policy': 'Service control policies are made in the management account of the organization (AWS Organizations, Policies).',
    'resource control policy': 'Resource control policies are made in the management account of the organization; one that names sts:AssumeRoleWithWebIdentity often demands a certain audience, organization or issuer.',
    'vpc endpoint policy': 'The runner reaches STS through a VPC endpoint whose policy does not allow this; AssumeRoleWithWebIdentity needs Principal "*" there, for the caller has no identity yet.',
    'permissions boundary': 'The role that asks has a permissions boundary, which bounds whatever its policies allow. Add the action to the boundary.',
    'session policy': 'The session that asks was narrowed by a session policy (`inline-session-policy`, `managed-session-policies`, `session-policy`). Add the action to it, or leave it out for the first role of a chain.',
    'identity-based policy': 'The permissions of the role that asks decide here, not the trust policy of the role that is asked for.',
    'resource-based policy': 'The trust policy of the role that is asked for decides here.',
};
/**
 * Reads which policy denied, where AWS says it: `\u2026 with an explicit deny in a service control policy: arn:\u2026`,
 * `\u2026 because no identity-based policy allows the sts:AssumeRole action` (IAM user guide, access denied error messages).
 *
 * @returns undefined when the text names no policy
 */
function policyDenial(call) {
    const { message } = call.problem;
    const [, manner = '', kind = '', , arn] = /(explicit deny in|because no) (?:an? )?(service control policy|resource control policy|VPC endpoint policy|permissions boundary|session policy|identity-based policy|resource-based policy)( allows the \S+ action)?(?::? (arn:[\w:/+=,.@*-]{10,300}))?/i.exec(message) ?? [];
    if (kind === '')
        return undefined;
    const explicit = /explicit/i.test(manner);
    const action = actionIn(message);
    const named = arn === undefined ? '' : ` It is ${printable(arn)}.`;
    return {
        why: explicit
            ? `A statement with "Effect": "Deny" in a ${kind} forbids ${action}.${named}`
            : `No ${kind} allows ${action}.${named}`,
        likely: OWNERS[kind.toLowerCase()] ?? 'Somebody in the account can change that policy.',
        write: writeFor(kind.toLowerCase(), explicit, action, call),
    };
}
function writeFor(kind, explicit, action, call) {
    if (explicit)
        return `Let that statement except this call (a Condition on aws:PrincipalArn or on the role's ARN ${call.role}), or remove it. No "Allow" outweighs it.`;
    if (kind === 'resource-based policy')
        return `Allow ${action} in the trust policy of ${call.role} for the role that asks.`;
    return `Add a statement to it:\n{ "Effect": "Allow", "Action": "${action}", "Resource": "${call.role}" }`;
}
/** The action that AWS says was not allowed; that of the call when it does not say. */
function actionIn(message) {
    return /\b(sts:[A-Za-z]+)\b/.exec(message)?.[1] ?? 'sts:AssumeRole';
}
/** A role's trust (or its permissions) allows assuming it, but not with tags. */
function noTagSession(call) {
    const tags = Object.keys(call.target.chain?.tags ?? {});
    return {
        why: `The session is to carry tags${tags.length > 0 ? ` (${printable(tags.join(', '))})` : ''}, and sts:TagSession is not allowed.`,
        likely: 'The trust policy, or the permissions of the role that asks, allow sts:AssumeRole alone.',
        write: `Allow "Action": ["sts:AssumeRole", "sts:TagSession"] in the trust policy of ${call.role} (account ${accountOf(call)})\nand in the permissions of the role that asks.`,
    };
}
;// CONCATENATED MODULE: ./lib/bundling/explain/sts-advice.js



/** What is said for an error code (its beginning) and a text of AWS; the first row that fits counts. */
const STS_ADVICE = [
    { code: /^InvalidIdentityToken/, text: /No OpenIDConnect provider/i, advice: noProvider },
    { code: /^InvalidIdentityToken/, text: /required claim/i, advice: missingClaim },
    { code: /^InvalidIdentityToken/, text: /roles claim/i, advice: rolesClaim },
    { code: /^InvalidIdentityToken/, text: /thumbprint/i, advice: thumbprint },
    { code: /^InvalidIdentityToken/, text: /audience/i, advice: wrongAudience },
    { code: /^InvalidIdentityToken/, text: /./, advice: tokenNotTaken },
    { code: /^IDPRejectedClaim/, text: /./, advice: claimRejected },
    { code: /./, text: /1 hour session limit|role chaining/i, advice: chainTooLong },
    { code: /./, text: /MaxSessionDuration/i, advice: tooLong },
    {
        code: /./,
        text: /policy ?arn.*does not exist|policy .*(?:does not exist|not found)/i,
        advice: noSuchPolicy,
    },
    { code: /^AccessDenied/, text: /sts:TagSession/, advice: noTagSession },
    { code: /^RegionDisabled/, text: /./, advice: regionDisabled },
    { code: /./, text: /not activated in this region/i, advice: regionDisabled },
    { code: /^OptInRequired|^SubscriptionRequired/, text: /./, advice: notOptedIn },
    { code: /^PackedPolicyTooLarge/, text: /./, advice: policyTooLarge },
    { code: /^MalformedPolicyDocument/, text: /./, advice: malformedPolicy },
    { code: /^ExpiredToken/, text: /./, advice: expired },
    { code: /^RequestExpired/, text: /./, advice: clockWrong },
    { code: /./, text: /Signature (?:expired|not yet current)/i, advice: clockWrong },
    { code: /^SignatureDoesNotMatch|^IncompleteSignature/, text: /./, advice: signatureWrong },
    {
        code: /^InvalidClientTokenId|^UnrecognizedClient|^InvalidAccessKeyId|^MissingAuthenticationToken/,
        text: /./,
        advice: sourceUnknown,
    },
    { code: /^InvalidAction|^UnknownOperation/, text: /./, advice: noSts },
    { code: /^ValidationError|^InvalidParameter|^LimitExceeded/, text: /./, advice: valueNotTaken },
];
function noProvider(call) {
    const issuer = call.claims?.issuer ?? 'https://token.actions.githubusercontent.com';
    return {
        why: `Account ${accountOf(call)} has no OIDC identity provider for ${printable(issuer)}.`,
        likely: 'The provider was made in another account: each account that a job enters directly needs its own. Or it was made moments ago: `retry-refusals: 30s` waits for it.',
        write: `aws iam create-open-id-connect-provider --url ${printable(issuer)} --client-id-list ${printable(call.target.audience)}`,
    };
}
function missingClaim() {
    return {
        why: 'The token lacks a claim that AWS wants of every token.',
        likely: "The issuer is not GitHub's own, or the subject was customised to be empty.",
        write: 'Look at the claims above, and at the customisation of the subject (organization or repository settings, Actions, OIDC).',
    };
}
function rolesClaim(call) {
    return {
        why: `The token lists the roles that it may be used for, and ${call.role} is not among them.`,
        likely: 'The claim https://aws.amazon.com/roles is set where the token is issued; it counts before the trust policy does.',
        write: `Add ${call.role} to that claim.`,
    };
}
function thumbprint(call) {
    const issuer = (call.claims?.issuer ?? 'token.actions.githubusercontent.com').replace(/^https:\/\//, '');
    return {
        why: `The certificate of ${printable(issuer)} is not of an authority that AWS trusts, and not one that the identity provider in account ${accountOf(call)} knows by its thumbprint.`,
        likely: 'The server has a certificate of its own authority, or a new one (GitHub Enterprise Server).',
        write: `aws iam update-open-id-connect-provider-thumbprint --thumbprint-list THUMBPRINT --open-id-connect-provider-arn arn:aws:iam::${accountOf(call)}:oidc-provider/${printable(issuer)}\nor give the server a certificate of a public authority.`,
    };
}
function wrongAudience(call) {
    return {
        why: `The token is for the audience ${printable(call.target.audience)}, which the identity provider in account ${accountOf(call)} does not have.`,
        likely: 'The provider was made with another client ID than the audience that is asked for.',
        write: `Add ${printable(call.target.audience)} to the client IDs of the provider, or name its client ID as \`audience\`.`,
    };
}
function tokenNotTaken(call) {
    const issuer = printable(call.claims?.issuer ?? 'the issuer');
    return {
        why: `AWS did not take four tokens in a row for tokens of ${issuer}.`,
        likely: `The keys that AWS sees at ${issuer} are not those that the tokens are signed with: the issuer has changed its keys, or another server answers there.`,
        write: 'Run the job again in some minutes. On GitHub Enterprise Server compare ISSUER/.well-known/jwks as it is seen from the internet.',
    };
}
function claimRejected(call) {
    return {
        why: `The issuer ${printable(call.claims?.issuer ?? '')} does not stand by a claim of the token: it is invalid, or was revoked.`,
        likely: 'The token was used after its job ended, or the subject was customised in a way that AWS does not take.',
        write: 'Run the job again; if it stays, look at the customisation of the subject (organization or repository settings, Actions, OIDC).',
    };
}
function chainTooLong(call) {
    return {
        why: `A session of ${call.target.duration} s was asked for, and AWS limits the sessions of roles that another role assumes to one hour.`,
        likely: 'The role is behind a hub role (`via`) or behind an earlier step (`role-chaining`).',
        write: 'Ask for 1h (`duration`, `role-duration-seconds`), or let the role admit the job directly, without a role in front.',
    };
}
function tooLong(call) {
    return {
        why: `A session of ${call.target.duration} s was asked for.`,
        likely: "The role's maximum session duration is shorter; it is 1h unless somebody raised it.",
        write: `aws iam update-role --role-name ${roleNameOf(call)} --max-session-duration ${call.target.duration}\nor ask for less. With \`export: profiles\` credentials are renewed, and 1h is enough for a deploy of any length.`,
    };
}
function noSuchPolicy(call) {
    return {
        why: `Managed session policies are looked up in account ${accountOf(call)}: ${printable(call.target.managedPolicies.join(', '), 500) || 'none was sent'}.`,
        likely: 'A name or a path is misspelt (job functions have one: policy/job-function/ViewOnlyAccess), or the policy is in another account.',
        write: 'aws iam list-policies --query "Policies[].Arn"\nand name one of them in `managed-session-policies` (`managed-policies`).',
    };
}
function regionDisabled(call) {
    return {
        why: `STS is not active in ${call.target.region} for account ${accountOf(call)}.`,
        likely: 'The Region is an opt-in Region, and the account has not opted in.',
        write: 'Enable the Region in the account (AWS Account Management), or name another one.',
    };
}
function notOptedIn(call) {
    return {
        why: `Account ${accountOf(call)} is not signed up for what was asked in ${call.target.region}.`,
        likely: 'The account is new and not yet activated, was closed, or has not opted in to the Region.',
        write: 'Look at the account in the console (billing, AWS Regions), or name another Region.',
    };
}
function policyTooLarge() {
    return {
        why: 'The session policies and tags together are larger than what a session can carry in packed form.',
        likely: 'The inline session policy is long.',
        write: 'Move statements into a managed policy and name it in `managed-policies` (`managed-session-policies`).',
    };
}
function malformedPolicy() {
    return {
        likely: 'The session policy is JSON, but not a policy: an element is misspelt, or it has a Principal.',
        write: 'Check it: aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://policy.json',
    };
}
function expired(call) {
    return call.claims === undefined
        ? {
            why: 'The credentials that the chain starts from have expired.',
            likely: 'They were obtained long before this step.',
            write: 'Obtain them in the step before this one, or name the hub role as `via` in the configuration file.',
        }
        : {
            why: 'AWS took fresh tokens of this job for expired, one after the other.',
            likely: 'The clock of the machine that issues the tokens is wrong: of a GitHub Enterprise Server.',
            write: 'Set the clock (NTP) of the machine that issues the tokens.',
        };
}
function clockWrong() {
    return {
        why: 'The request is signed with a time that AWS takes for past or future: more than five minutes from its own.',
        likely: 'The clock of the runner is wrong, as after a virtual machine was suspended.',
        write: 'Set the clock of the runner (NTP, chrony), and run the job again.',
    };
}
function signatureWrong() {
    return {
        why: 'The request does not carry the signature that AWS calculates for it.',
        likely: 'The secret of the earlier step does not belong to its access key ID (one of the variables was changed), or a proxy changes requests on their way.',
        write: 'Obtain the credentials again in the step before this one, and let nothing between change them.',
    };
}
function sourceUnknown(call) {
    return {
        why: `AWS does not know the credentials that ${call.role} was asked for with.`,
        likely: `They belong to another partition than ${call.target.region}, were revoked, or are those of a stand-in (an emulator) and not of AWS.`,
        write: 'Obtain them in the step before this one, from the same partition and the same endpoint.',
    };
}
function noSts(call) {
    return {
        why: `${printable(call.problem.host)} does not know the action: it is an AWS service, but not STS.`,
        likely: '`sts-endpoint`, AWS_ENDPOINT_URL_STS or AWS_ENDPOINT_URL names another service.',
        write: `Name STS (https://sts.${call.target.region}.amazonaws.com), or remove it.`,
    };
}
function valueNotTaken(call) {
    const [, parameter] = /\bat '([\w.]{1,80})'/.exec(call.problem.message) ?? [];
    const input = parameter && INPUTS[parameter.split('.')[0] ?? ''];
    return {
        why: parameter
            ? `STS does not take the value of its parameter ${parameter}.`
            : 'STS does not take one of the values that were sent.',
        likely: input ? `It comes from ${input}.` : 'It comes from an input or from the configuration file.',
        write: "Correct the value; AWS's own words above say what it has to be like.",
    };
}
/** Where the parameters of STS that can be wrong come from. */
const INPUTS = {
    roleArn: '`role-to-assume`, or `role` in the configuration file',
    roleSessionName: '`role-session-name` (`session-name`)',
    durationSeconds: '`role-duration-seconds` (`duration`)',
    policy: '`inline-session-policy` (`session-policy`)',
    policyArns: '`managed-session-policies` (`managed-policies`)',
    externalId: '`role-external-id`',
    tags: '`tags` in the configuration file',
    webIdentityToken: 'GitHub: it is the token',
};
;// CONCATENATED MODULE: ./lib/bundling/explain/refusal.js







/**
 * One failure that says why roles were not assumed: each call, the claims of the job once, the causes and what to write.
 * Where AWS refused some, those that it only did not answer for are left out.
 *
 * @param calls at least one
 */
function refusalOf(calls) {
    const refused = calls.filter(isRefusal);
    const telling = refused.length > 0 ? refused : calls;
    const code = refused.length > 0 ? 'refused' : 'unreachable';
    const [first] = telling;
    if (first === undefined)
        throw new Error('a failure needs a call that failed');
    const cause = { cause: first.problem };
    if (telling.length === 1)
        return new Failure(code, explanationOf(first), cause);
    return new Failure(code, explanationOfAll(telling), cause);
}
/** Whether AWS understood the call and said no. */
function isRefusal({ problem }) {
    return problem.answerer.kind === 'aws' && problem.kind !== 'passing';
}
function explanationOf(call) {
    const { why, ...rest } = adviceFor(call);
    const claims = isRefusal(call) && call.claims ? [saidByToken(call.claims)] : [];
    return { what: whatFailed(call), why: [...claims, ...(why ? [why] : [])].join('\n'), ...rest };
}
function explanationOfAll(calls) {
    const advice = calls.map(call => ({ name: call.target.name, ...adviceFor(call) }));
    const claims = calls.flatMap(call => (isRefusal(call) && call.claims ? [saidByToken(call.claims)] : []));
    const likely = grouped(advice.map(({ name, likely: text }) => [name, text]));
    const write = firstOfEach(advice.map(({ name, likely: kind, write: text }) => ({ name, kind, text })));
    return {
        what: `${calls.length} environments gave no credentials. Nothing was exported.`,
        why: [
            calls.map(whatFailed).join('\n'),
            ...new Set(claims),
            grouped(advice.map(({ name, why }) => [name, why])),
        ]
            .filter(text => text !== '')
            .join('\n\n'),
        ...(likely !== '' && { likely }),
        ...(write !== '' && { write }),
    };
}
function whatFailed({ target, role, problem, attempts }) {
    const { answerer, code, message } = problem;
    if (answerer.kind === 'aws' && problem.kind !== 'passing') {
        const request = answerer.requestId === undefined ? '' : ` (request ID ${printable(answerer.requestId, 80)})`;
        return `AWS refused ${role} for ${target.name}: ${printable(code, 100)}: ${printable(message)}${request}`;
    }
    const times = attempts === 1 ? 'once' : `${attempts} times`;
    return `AWS STS in ${target.region} gave no credentials for ${target.name}; it was asked ${times}.`;
}
function saidByToken(claims) {
    return `The token of this job says\n${claimLines(claims).replace(/^/gm, '  ')}`;
}
function adviceFor(call) {
    const { problem } = call;
    if (problem.answerer.kind !== 'aws')
        return outageAdvice(problem, 'AWS');
    if (problem.kind === 'passing')
        return passingAdvice(call);
    const denial = policyDenial(call);
    if (denial !== undefined)
        return denial;
    const known = STS_ADVICE.find(({ code, text }) => code.test(problem.code) && text.test(problem.message));
    if (known !== undefined)
        return known.advice(call);
    if (!problem.code.startsWith('AccessDenied'))
        return unknownRefusal(call);
    return call.claims === undefined ? chainRefused(call) : notAdmitted(call, call.claims);
}
function unknownRefusal({ problem }) {
    return {
        why: `AWS refused the call, and gave ${printable(problem.code, 100)} as the reason.`,
        write: 'AWS support can look the request ID up; the documentation of STS lists its errors.',
    };
}
/** What AWS itself said until patience ended. */
function passingAdvice(call) {
    const { code, message } = call.problem;
    const why = `The last answer was ${printable(code, 100)}: ${printable(message, 300)}`;
    if (/retrieve verification key|^IDPCommunication/i.test(`${message}\n${code}`) ||
        /^IDPCommunication/.test(code))
        return keysNotFetched(why, call.claims);
    if (/^InvalidIdentityToken/.test(code)) {
        return {
            why,
            likely: 'The clock of the machine that issues the tokens is ahead of that of AWS.',
            write: 'On GitHub Enterprise Server set its clock (NTP). On github.com run the job again.',
        };
    }
    return {
        why,
        likely: /thrott|slow|limit|toomany/i.test(code)
            ? 'Many jobs ask at the same time, and AWS throttles.'
            : 'AWS has trouble in this Region.',
        write: 'Run the job again; see https://health.aws.amazon.com. `timeout: 2m` waits longer.',
    };
}
/** AWS fetches the keys of the issuer to verify a token, from the internet. */
function keysNotFetched(why, claims) {
    const issuer = claims?.issuer ?? 'https://token.actions.githubusercontent.com';
    const hosted = /^https:\/\/token\.actions\.(?:githubusercontent\.com|[\w-]+\.ghe\.com)(?:\/|$)/.test(issuer);
    const keys = `${printable(issuer)}/.well-known/jwks`;
    if (hosted) {
        return {
            why,
            likely: `AWS could not fetch the keys of ${printable(issuer)}: many jobs at the same time, or a short outage. It is no fault of the trust policy.`,
            write: 'Run the job again; see https://www.githubstatus.com. `timeout: 2m` waits longer.',
        };
    }
    return {
        why,
        likely: `AWS must be able to reach ${printable(issuer)} from the internet, and cannot: it is behind a firewall, or its certificate is not of a public authority.`,
        write: `Let AWS reach ${printable(issuer)}/.well-known/openid-configuration and ${keys};\nwith a certificate of your own, register its thumbprint at the identity provider.`,
    };
}
/** Texts that several environments share stand once, with their names in front. */
function grouped(texts) {
    const names = new Map();
    for (const [name, text] of texts)
        if (text)
            names.set(text, [...(names.get(text) ?? []), name]);
    if (names.size === 1)
        return [...names.keys()].join('');
    return [...names].map(([text, all]) => `${all.join(', ')}: ${text}`).join('\n');
}
/** What to write differs by account and role; it is shown in full for the first of each kind of cause. */
function firstOfEach(texts) {
    const kinds = new Map();
    for (const { name, kind, text } of texts) {
        if (text === undefined)
            continue;
        const known = kinds.get(kind) ?? { names: [], first: text, texts: new Set() };
        known.names.push(name);
        known.texts.add(text);
        kinds.set(kind, known);
    }
    return [...kinds.values()]
        .map(({ names, first, texts: all }) => {
        const [name, ...others] = names;
        if (kinds.size === 1 && all.size === 1)
            return first;
        const same = others.length === 0 ? '' : `\nThe same for ${others.join(', ')}, each with its own account and role.`;
        return `For ${name}: ${first}${all.size === 1 ? '' : same}`;
    })
        .join('\n');
}
var __webpack_exports__refusalOf = __webpack_exports__.O;
export { __webpack_exports__refusalOf as refusalOf };
