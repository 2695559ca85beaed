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
  fz: () => (/* reexport */ annotate),
  Ih: () => (/* reexport */ annotationsOf),
  L7: () => (/* reexport */ jsonReport),
  _I: () => (/* reexport */ sarifReport),
  yK: () => (/* reexport */ scanSummary),
  RR: () => (/* reexport */ terminalReport)
});

;// CONCATENATED MODULE: ./lib/bundling/masked.js
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
    const escaped = masked(text).replace(UNPRINTABLE, visible);
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
;// CONCATENATED MODULE: ./lib/bundling/scan/rules.js
const DEACTIVATE = `1. Deactivate the key, then delete it when nothing breaks:
   \`aws iam update-access-key --user-name USER --access-key-id ID --status Inactive\`, \`aws iam delete-access-key --user-name USER --access-key-id ID\`
   (console: IAM, Users, the user, Security credentials). \`aws iam get-access-key-last-used --access-key-id ID\` names the user and tells where it was used last.
2. Look in CloudTrail for what it did: \`aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=ID\`.
3. Give the job a role through OIDC instead of a key.`;
const PURGE = `A key that was pushed stays in the history and in every clone: revoking is what counts. To purge it as well, rewrite the history with \`git filter-repo --replace-text\` and ask GitHub to remove cached views.`;
const END_SESSIONS = `1. End the sessions of the role: console, IAM, Roles, the role, Revoke sessions (it attaches the policy \`AWSRevokeOlderSessions\`).
2. Look in CloudTrail for what they did: \`aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=ID\`.
3. Let each job fetch its own short-lived credentials; never write them into a file that is kept.`;
const ROLE_INSTEAD = `1. Create a role that trusts this repository's OIDC token: \`aws-temp-creds role-template\` writes it.
2. Replace the two key inputs or variables by \`role-to-assume\` and \`permissions: id-token: write\`.
3. Delete the repository or organization secret, and deactivate the key: \`aws iam update-access-key --user-name USER --access-key-id ID --status Inactive\`.`;
/** By rule: the texts, and how bad it is unless something about the finding lowers it. */
const RULES = {
    'access-key-pair': {
        title: 'AWS access key',
        severity: 'error',
        description: 'An access key ID and its secret access key stand together: whoever reads them acts as their owner.',
        help: `${DEACTIVATE}\n4. ${PURGE}`,
        documentation: 'docs/detection.md#access-key-pair',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '9.8',
    },
    'access-key-id': {
        title: 'AWS access key ID',
        severity: 'error',
        description: 'A long-lived access key ID that AWS can have issued: its secret is rarely far, and it names the account.',
        help: `${DEACTIVATE}\n4. Search for the secret: it was needed wherever this ID is used.`,
        documentation: 'docs/detection.md#access-key-id',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '7.5',
    },
    'secret-access-key': {
        title: 'AWS secret access key',
        severity: 'error',
        description: 'A random value of 40 characters that is called a secret access key, without its ID nearby.',
        help: `Find the key that it belongs to: \`aws iam list-access-keys --user-name USER\` for the user that this software runs as, then:\n\n${DEACTIVATE}\n4. ${PURGE}`,
        documentation: 'docs/detection.md#secret-access-key',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '9.1',
    },
    'temporary-credentials': {
        title: 'AWS temporary credentials',
        severity: 'error',
        description: 'A temporary access key ID with its secret: valid until its session ends, up to 36 hours after it was made.',
        help: `${END_SESSIONS}\n4. ${PURGE}`,
        documentation: 'docs/detection.md#temporary-credentials',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '8.1',
    },
    'temporary-access-key-id': {
        title: 'AWS temporary access key ID',
        severity: 'warning',
        description: 'The ID of temporary credentials, without secret or token: it names the account and the session.',
        help: END_SESSIONS,
        documentation: 'docs/detection.md#temporary-access-key-id',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-312'],
        securitySeverity: '4.0',
    },
    'session-token': {
        title: 'AWS session token',
        severity: 'warning',
        description: 'The session token of temporary credentials; it needs their ID and secret to be used.',
        help: END_SESSIONS,
        documentation: 'docs/detection.md#session-token',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-312'],
        securitySeverity: '5.0',
    },
    'bedrock-api-key': {
        title: 'Amazon Bedrock API key',
        severity: 'error',
        description: 'A long-term Bedrock API key: it is a bearer token, nothing else is needed to use it.',
        help: `1. Deactivate it, then delete it: \`aws iam list-service-specific-credentials --user-name USER --service-name bedrock.amazonaws.com\`, \`aws iam update-service-specific-credential --user-name USER --service-specific-credential-id ACCA\u2026 --status Inactive\`, \`aws iam delete-service-specific-credential \u2026\` (console: Bedrock, API keys). Delete the user BedrockAPIKey-\u2026 that was made for it.
2. Call Bedrock with the job's own role through OIDC.
3. ${PURGE}`,
        documentation: 'docs/detection.md#bedrock-api-key',
        tags: ['security', 'secret', 'aws', 'bedrock', 'external/cwe/cwe-798'],
        securitySeverity: '9.1',
    },
    'bedrock-short-term-api-key': {
        title: 'Amazon Bedrock short-term API key',
        severity: 'error',
        description: 'A short-term Bedrock API key: a bearer token, valid for up to twelve hours.',
        help: `1. End the sessions of the identity that made it (console, IAM, Roles, the role, Revoke sessions), or deny it \`bedrock:CallWithBearerToken\`.
2. Make such keys where they are used, with the job's own role; never write them down.`,
        documentation: 'docs/detection.md#bedrock-short-term-api-key',
        tags: ['security', 'secret', 'aws', 'bedrock', 'external/cwe/cwe-798'],
        securitySeverity: '7.0',
    },
    'ses-smtp-credentials': {
        title: 'Amazon SES SMTP password',
        severity: 'error',
        description: 'An SMTP password of Amazon SES: it is derived from a long-lived secret access key and sends mail.',
        help: `The SMTP user name is the access key ID of an IAM user, and the password is made from its secret.
${DEACTIVATE}
4. ${PURGE}`,
        documentation: 'docs/detection.md#ses-smtp-credentials',
        tags: ['security', 'secret', 'aws', 'ses', 'external/cwe/cwe-798'],
        securitySeverity: '8.0',
    },
    'mws-auth-token': {
        title: 'Amazon MWS auth token',
        severity: 'warning',
        description: "A token of Amazon's Marketplace Web Service, which was retired in 2024.",
        help: 'Remove it. In Seller Central, Apps and Services, Manage your apps, disable the developer that it authorized.',
        documentation: 'docs/detection.md#mws-auth-token',
        tags: ['security', 'secret', 'amazon', 'external/cwe/cwe-798'],
        securitySeverity: '4.0',
    },
    'odd-credential': {
        title: 'Value named as an AWS key, of another length',
        severity: 'warning',
        description: 'A literal that is named as an access key ID or a secret access key, but is not of their length: cut, padded, or the key of a compatible service.',
        help: `If it is, or is part of, a real key:\n${DEACTIVATE}\nIf it is a placeholder, write one that nobody can mistake, such as \`<secret access key>\`.`,
        documentation: 'docs/detection.md#odd-credential',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '4.0',
    },
    'presigned-url': {
        title: 'AWS access key ID in a signed request',
        severity: 'notice',
        description: 'A presigned URL or a signed header: it holds the access key ID and a signature, which expire, and no secret.',
        help: 'Nothing is needed once it has expired. A presigned URL lasts seven days at most; until then whoever reads it may use it.',
        documentation: 'docs/detection.md#presigned-url',
        tags: ['security', 'aws'],
        securitySeverity: '2.0',
    },
    'ci-static-key': {
        title: 'Workflow that hands long-lived AWS keys to a job',
        severity: 'warning',
        description: 'A CI configuration gives a job a long-lived AWS key from a secret, where a role through OIDC would do.',
        help: ROLE_INSTEAD,
        documentation: 'docs/detection.md#ci-static-key',
        tags: ['security', 'aws', 'ci', 'external/cwe/cwe-522'],
        securitySeverity: '5.0',
    },
    'job-static-key': {
        title: 'Long-lived AWS key in the job',
        severity: 'warning',
        description: "The job's environment holds a long-lived AWS access key.",
        help: ROLE_INSTEAD,
        documentation: 'docs/detection.md#job-static-key',
        tags: ['security', 'aws', 'ci', 'external/cwe/cwe-522'],
        securitySeverity: '5.0',
    },
};
;// CONCATENATED MODULE: ./lib/bundling/scan/report/words.js

/** The texts that all reports share. They take findings without values (see `withhold`). */
const SEVERITIES = ['error', 'warning', 'notice'];
function countBySeverity(findings) {
    const counts = { error: 0, warning: 0, notice: 0 };
    for (const { severity } of findings)
        counts[severity]++;
    return counts;
}
/** `1 error, 2 warnings`; `nothing found`. */
function countWords(findings) {
    return severityWords(countBySeverity(findings));
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
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
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
function isIncomplete({ unread }) {
    return unread.some(({ incomplete }) => incomplete);
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/annotations.js



/** GitHub shows this many annotations of each level per step, and drops the others without a word. */
const SHOWN_PER_LEVEL = 10;
/** @param result without values */
function annotationsOf(result, { reservedErrors, elsewhere }) {
    const bySeverity = SEVERITIES.map(severity => result.findings.filter(found => found.severity === severity));
    const shown = bySeverity.map((findings, index) => findings.slice(0, SHOWN_PER_LEVEL - (SEVERITIES[index] === 'error' ? reservedErrors : 0)));
    const rest = bySeverity.flatMap((findings, index) => findings.slice(shown[index]?.length ?? 0));
    return {
        shown: shown.flat().map(annotation),
        rest: rest.length === 0
            ? undefined
            : `Not annotated, for GitHub shows ${SHOWN_PER_LEVEL} of each kind: ${countWords(rest)}. All are in ${elsewhere}.`,
    };
}
function annotate(runner, { shown, rest }) {
    for (const { level, text, place } of shown)
        runner.annotate(level, text, place);
    if (rest !== undefined)
        runner.info(rest);
}
function annotation(finding) {
    const { rule, severity, redacted, place } = finding;
    const { title, description } = RULES[rule];
    const inFile = place.kind === 'file' && place.path !== undefined && isPrintable(place.path);
    const lines = [
        description,
        [...(inFile ? [] : [placeWords(place)]), ...facts(finding)].join('; '),
        firstStep(finding),
    ];
    return {
        level: severity,
        text: lines.filter(line => line !== '').join('\n'),
        place: { title: `${title}: ${printable(redacted, 150)}`, ...(inFile && position(finding)) },
    };
}
const TEMPORARY = new Set([
    'temporary-credentials',
    'temporary-access-key-id',
    'session-token',
    'bedrock-short-term-api-key',
]);
/** What to do before anything else; the whole of it is in the job summary. */
function firstStep({ rule, severity, replacement, fingerprint }) {
    if (replacement !== undefined)
        return `Write instead:\n${replacement}`;
    if (severity === 'notice' || rule === 'job-static-key')
        return '';
    const first = TEMPORARY.has(rule) ? 'End its session first' : 'Revoke it first';
    return `${first}: removing it with another commit leaves it valid and in the history. If it is no key: fingerprint ${fingerprint}.`;
}
function position({ place: { path, line, column, endLine, endColumn } }) {
    if (path === undefined)
        return {};
    const sameLine = endLine === undefined || endLine === line;
    return {
        file: path,
        ...(line !== undefined && { startLine: line, endLine: endLine ?? line }),
        // GitHub takes columns only within one line.
        ...(sameLine && column !== undefined && { startColumn: column, endColumn: endColumn ?? column }),
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/json.js


/**
 * The JSON report. Fields are added, never renamed or given another meaning, without a new `version`; values of
 * findings are in none of them. Documented in docs/scan.md.
 *
 * @param result without values
 */
function jsonReport(result, toolVersion) {
    const { mode, scope, counts, findings, allowed, unread, notes } = result;
    const report = {
        version: 1,
        tool: { name: 'aws-temp-creds', version: toolVersion },
        mode,
        scope,
        complete: !isIncomplete(result),
        counts: { ...countBySeverity(findings), allowed: allowed.length, ...counts },
        findings: findings.map(jsonFinding),
        allowed: allowed.map(jsonFinding),
        unread,
        notes,
    };
    return `${JSON.stringify(report, undefined, 2)}\n`;
}
function jsonFinding(finding) {
    const { rule, severity, redacted, fingerprint, place, alsoAt, account, layers, reason } = finding;
    const { status, statusDetail, replacement, proposed, allowed } = finding;
    return {
        rule,
        title: RULES[rule].title,
        severity,
        shown: redacted,
        fingerprint,
        place,
        account,
        layers,
        reason,
        status,
        statusDetail,
        replacement,
        proposed,
        allowed,
        alsoAt,
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/uri.js
/** A path of the repository as a relative URI: every part percent-encoded, none of them able to lead elsewhere. */
function relativeUri(path) {
    return (path
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .split('/')
        .map(part => encodeURIComponent(part).replace(/[!'()*~]/g, percent))
        // No path of git's has such a part; a parser would take it for a step, also in its encoded form.
        .map(part => (part === '.' || part === '..' ? part.replaceAll('.', '%252E') : part))
        .join('/')
        .replace(/^\/+/, ''));
}
/** What encodeURIComponent leaves as it is, and Markdown or a parser of URIs may take for something. */
function percent(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/sarif.js




/** GitHub rejects a run with more results, and a result with more locations. (docs.github.com, SARIF support) */
const MOST_RESULTS = 25_000;
const MOST_LOCATIONS = 1_000;
/** The upload is limited to 10 MB compressed; what is said of unread files must not fill it. */
const MOST_NOTIFICATIONS = 1_000;
const LEVELS = { error: 'error', warning: 'warning', notice: 'note' };
/** GitHub ranks alerts by the rule's number, so what was lowered has a rule of its own with a lower one. */
const LOWERED = { error: '9.0', warning: '4.0', notice: '1.0' };
/**
 * The findings as SARIF 2.1.0, as GitHub's code scanning takes it up. Allowed findings are left out, for GitHub would
 * show them as open alerts.
 *
 * @param result without values
 */
function sarifReport(result, options) {
    const findings = result.findings.slice(0, MOST_RESULTS);
    const rules = [...new Map(findings.map(finding => [ruleId(finding), finding])).values()].map(finding => descriptor(finding, options.homepage));
    const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
    const log = {
        version: '2.1.0',
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'aws-temp-creds',
                        informationUri: options.homepage,
                        semanticVersion: options.toolVersion,
                        rules,
                    },
                },
                // One kind of alerts for a branch, whichever event wrote them; those of the history are others.
                automationDetails: { id: `aws-temp-creds/${result.mode === 'history' ? 'history/' : ''}` },
                columnKind: 'utf16CodeUnits',
                invocations: [invocation(result, result.findings.length - findings.length)],
                results: findings.map(finding => sarifResult(finding, ruleIndex)),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
function ruleId({ rule, severity }) {
    return severity === RULES[rule].severity ? rule : `${rule}/${severity}`;
}
function descriptor(finding, homepage) {
    const { rule, severity } = finding;
    const { title, description, help, documentation, tags, securitySeverity, severity: own } = RULES[rule];
    return {
        id: ruleId(finding),
        name: pascalCase(rule),
        shortDescription: { text: severity === own ? title : `${title} (${severity})` },
        fullDescription: { text: description },
        helpUri: `${homepage}/blob/main/${documentation}`,
        help: { text: help.replaceAll('`', ''), markdown: help },
        defaultConfiguration: { level: LEVELS[severity] },
        properties: {
            tags: [...tags],
            precision: 'very-high',
            'security-severity': severity === own ? securitySeverity : LOWERED[severity],
        },
    };
}
function pascalCase(id) {
    return id.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
}
function sarifResult(finding, ruleIndex) {
    const { rule, severity, redacted, place, alsoAt = [], fingerprint, account, status, layers } = finding;
    const id = ruleId(finding);
    const shown = printable(redacted, 200);
    const about = [`${RULES[rule].title}: ${shown}`, ...facts(finding)].join('; ');
    const where = place.kind === 'file' ? '' : ` (${placeWords(place)})`;
    return {
        ruleId: id,
        ruleIndex: ruleIndex.get(id) ?? -1,
        level: LEVELS[severity],
        message: { text: `${about}${where}.` },
        locations: [sarif_location(place, shown)],
        ...(alsoAt.length > 0 && {
            relatedLocations: alsoAt
                .slice(0, MOST_LOCATIONS - 1)
                .map((also, index) => ({ id: index + 1, ...sarif_location(also, shown) })),
        }),
        // The first is what GitHub matches alerts by; ours does not change when lines move.
        partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'awsTempCreds/v1': fingerprint },
        properties: {
            shown,
            ...(account !== undefined && { account }),
            ...(status !== undefined && { status }),
            ...(layers.length > 0 && { layers: layers.map(layer => printable(layer, 200)) }),
            ...(place.commit !== undefined && { commit: place.commit }),
        },
    };
}
function sarif_location(place, shown) {
    const { line, column, endLine, endColumn } = place;
    return {
        physicalLocation: {
            artifactLocation: { uri: uriOf(place), uriBaseId: '%SRCROOT%' },
            region: {
                startLine: line ?? 1,
                ...(line !== undefined && column !== undefined && { startColumn: column }),
                ...(endLine !== undefined && { endLine }),
                ...(endLine !== undefined && endColumn !== undefined && { endColumn }),
                snippet: { text: shown },
            },
        },
    };
}
/** A relative URI. GitHub takes no result without a file, so what stands in none is given a name that tells where. */
function uriOf({ kind, path, commit = 'unknown' }) {
    switch (kind) {
        case 'commit-message':
        case 'tag-message':
            return `${kind}/${commit}`;
        case 'ref-name':
            return `ref-name/${relativeUri(path ?? 'unknown')}`;
        case 'environment':
            return `environment/${relativeUri(path ?? 'variable')}`;
        case 'stdin':
        case 'pull-request-title':
        case 'pull-request-body':
            return kind;
        default:
            return relativeUri(path ?? 'unknown');
    }
}
function invocation(result, omitted) {
    const notification = (severity, text) => ({
        level: LEVELS[severity],
        message: { text: printable(text, 1000) },
    });
    const all = [
        ...(omitted > 0 ? [notification('error', `${omitted} findings more than a SARIF file may hold`)] : []),
        ...result.unread.map(({ what, why, incomplete }) => notification(incomplete ? 'error' : 'warning', `Not read: ${what}: ${why}`)),
        ...result.notes.map(note => notification('notice', note)),
    ];
    return {
        executionSuccessful: !isIncomplete(result) && omitted === 0,
        ...(all.length > 0 && { toolExecutionNotifications: all.slice(0, MOST_NOTIFICATIONS) }),
    };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/markdown.js

/**
 * Untrusted text as inline code of a job summary. Everything that Markdown, its tables or HTML could take for more
 * than a character is written as a character reference, so the text looks the same and means nothing.
 */
function code(text, limit = 300) {
    return `<code>${plain(text, limit)}</code>`;
}
/** Untrusted text in running text. */
function plain(text, limit = 300) {
    return printable(text, limit)
        .replace(/[^\p{L}\p{N} ,./\u2026\u203a-]/gu, character => `&#${character.codePointAt(0)};`)
        .replace(/www\./gi, name => `${name.slice(0, 3)}&#46;`)
        .replace(/^(?=[-\d])/, '&#8203;');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/summary.js




/** GitHub drops the summary of a step that is larger than 1 MiB; some of it is left to others. */
const LARGEST = 900 * 1024;
const MOST_ROWS = 1_000;
const MOST_REMARKS = 100;
/** A longer one is shown cut, without a link. */
const LONGEST_PATH = 500;
/**
 * The findings as Markdown for the job summary: what stands where, and what to do about each kind.
 *
 * @param result without values
 */
function scanSummary(result, options) {
    for (let rows = MOST_ROWS; rows > 0; rows = Math.floor(rows / 2)) {
        const text = summary(result, options, rows);
        if (Buffer.byteLength(text) <= LARGEST)
            return text;
    }
    return summary({ ...result, unread: [], notes: [], allowed: [] }, options, 0);
}
function summary(result, options, rows) {
    const { findings } = result;
    const parts = [
        heading(result),
        `${plain(result.mode)}: ${scopeWords(result)}`,
        ...(findings.length > 0 && rows > 0 ? [table(findings, options, rows)] : []),
        ...(findings.length > rows ? [`\u2026 and ${plural(findings.length - rows, 'more finding')}.`] : []),
        replacements(findings),
        whatToDo(findings, options.homepage),
        whatIsNot(findings),
        remarks(result),
    ];
    return parts.filter(part => part !== '').join('\n\n');
}
function heading(result) {
    const { findings, scope } = result;
    const where = scope === undefined ? '' : ` ${plain(scope, 200)}`;
    const icon = isIncomplete(result) ? '\u26a0\ufe0f' : '\u2705';
    const title = findings.length === 0
        ? `${icon} No static AWS key found${where}`
        : `\ud83d\udd11 Static AWS keys${where}: ${countWords(findings)}`;
    const incomplete = isIncomplete(result)
        ? '\n\n> [!WARNING]\n> The scan is **incomplete**: something could not be read, so it cannot vouch for this repository.'
        : '';
    return `## ${title}${incomplete}`;
}
const ICONS = { error: '\ud83d\uded1 error', warning: '\u26a0\ufe0f warning', notice: '\u2139\ufe0f notice' };
function table(findings, options, rows) {
    const lines = findings.slice(0, rows).map(finding => {
        const { severity, rule, redacted, place, fingerprint } = finding;
        const cells = [
            ICONS[severity],
            `${RULES[rule].title}<br>${code(redacted, 150)}`,
            linked(place, options.job),
            facts(finding)
                .map(fact => plain(fact, 300))
                .join('<br>'),
            `<code>${fingerprint}</code>`,
        ];
        return `| ${cells.join(' | ')} |`;
    });
    return ['| | What | Where | Known of it | Fingerprint |', '| --- | --- | --- | --- | --- |', ...lines].join('\n');
}
/** The place, with a link to the line on GitHub where it is in a commit that GitHub has. */
function linked(place, job) {
    const words = code(placeWords(place), 400);
    const { kind, path, line, commit } = place;
    const sha = kind === 'file' ? (job.event.pullRequest?.headSha ?? job.sha) : commit;
    if (path === undefined || path.length > LONGEST_PATH || sha === undefined || !/^[0-9a-f]{40,64}$/.test(sha))
        return words;
    if (kind !== 'file' && kind !== 'commit')
        return words;
    if (!/^[\w.-]+\/[\w.-]+$/.test(job.repository) || !/^https?:\/\/[\w.:-]+$/.test(job.serverUrl))
        return words;
    const anchor = line === undefined ? '' : `#L${line}`;
    return `<a href="${job.serverUrl}/${job.repository}/blob/${sha}/${relativeUri(path)}${anchor}">${words}</a>`;
}
/** What to write instead, once for each different text. */
function replacements(findings) {
    const texts = new Map();
    for (const { replacement, place } of findings) {
        if (replacement !== undefined && !texts.has(replacement))
            texts.set(replacement, place.path ?? '');
    }
    return [...texts]
        .slice(0, 10)
        .map(([text, path]) => `Write instead, in ${code(path)}:\n\n~~~yaml\n${text.replaceAll('~~~', '')}\n~~~`)
        .join('\n\n');
}
function whatToDo(findings, homepage) {
    const rules = new Set(findings.filter(({ severity }) => severity !== 'notice').map(({ rule }) => rule));
    const sections = [...rules].map(rule => {
        const { title, description, help, documentation } = RULES[rule];
        const more = `[${title}](${homepage}/blob/main/${documentation})`;
        return `<details${rules.size === 1 ? ' open' : ''}><summary>${title}</summary>\n\n${description}\n\n${help}\n\nMore: ${more}\n\n</details>`;
    });
    return sections.length === 0 ? '' : `### What to do\n\n${sections.join('\n')}`;
}
function whatIsNot(findings) {
    if (findings.length === 0)
        return '';
    return `If a finding is no key, or is revoked and stays: an entry in the configuration file, merged into the base branch first, allows it.

~~~yaml
scan:
  allow:
    - fingerprint: ${findings[0]?.fingerprint}
      reason: why it may stay
~~~`;
}
function remarks({ unread, notes, allowed }) {
    const sections = [
        section('Not read', unread.map(({ what, why }) => `${code(what)}: ${plain(why)}`)),
        section('Notes', notes.map(note => plain(note, 600))),
        section('Allowed', allowed.map(({ place, redacted, allowed: why }) => `${code(redacted, 150)} in ${code(placeWords(place))}: ${plain(why?.reason ?? '')} (${why?.by ?? ''})`)),
    ];
    return sections.filter(text => text !== '').join('\n');
}
function section(title, items) {
    if (items.length === 0)
        return '';
    const more = items.length > MOST_REMARKS ? `\n- \u2026 and ${items.length - MOST_REMARKS} more` : '';
    const list = items.slice(0, MOST_REMARKS).map(item => `- ${item}`);
    return `<details><summary>${title}: ${items.length}</summary>\n\n${list.join('\n')}${more}\n\n</details>`;
}
;// CONCATENATED MODULE: ./lib/bundling/about.js
/** What this is called, for reports that name their maker. A test holds VERSION and package.json together. */
const VERSION = '1.0.0';
const HOMEPAGE = 'https://github.com/org/aws-temp-creds';
/** The page that explains failures by what they say. */
const TROUBLESHOOTING = 'https://github.com/org/aws-temp-creds/blob/v1/docs/troubleshooting.md';
;// CONCATENATED MODULE: ./lib/bundling/scan/report/verdict.js

/** SGR codes: on and off. */
const STYLES = {
    error: [31, 39],
    warning: [33, 39],
    notice: [36, 39],
    good: [32, 39],
    bold: [1, 22],
    dim: [2, 22],
};
function painter(color) {
    return (style, text) => {
        const [on, off] = STYLES[style];
        return color ? `\u001b[${on}m${text}\u001b[${off}m` : text;
    };
}
/** What the scan came to, in one line; all of the report of a scan that has nothing else to tell. */
function verdict(result, paint) {
    const { findings } = result;
    const scope = paint('dim', `${WHAT[result.mode] ?? result.mode}: ${scopeWords(result)}`);
    const where = looksPlain(result) ? '' : ` ${result.scope}`;
    const found = findings.length === 0
        ? paint(isIncomplete(result) ? 'bold' : 'good', `No static AWS key found${where}`)
        : paint('bold', `${countWords(findings)}${where}`);
    const lines = [`${found}  ${scope}`];
    if (isIncomplete(result)) {
        lines.push(paint('error', 'Incomplete: something could not be read, so this is no proof that there is no key.'));
    }
    return lines.join('\n');
}
/** Whether the kind of scan says already where was looked. */
function looksPlain({ mode, scope }) {
    return (scope === undefined || scope === 'in the tree' || ['staged', 'stdin', 'files', 'index'].includes(mode));
}
/** True when the verdict says all that there is to say. */
function isPlain({ findings, allowed, unread, notes }) {
    return findings.length + allowed.length + unread.length + notes.length === 0;
}
const WHAT = {
    tree: 'tree',
    changes: 'changes',
    history: 'history',
    staged: 'staged changes',
    index: 'as staged',
    stdin: 'standard input',
    files: 'files',
};
;// CONCATENATED MODULE: ./lib/bundling/scan/report/terminal.js





/** Notes and unread parts beyond this many are counted, not listed. */
const terminal_MOST_REMARKS = 20;
/**
 * The report for people at a terminal.
 *
 * @param result without values
 */
function terminalReport(result, { color, most, width }) {
    const paint = painter(color);
    const { findings } = result;
    const blocks = [
        ...findings.slice(0, most).map(finding => findingBlock(finding, paint)),
        ...(findings.length > most
            ? [`\u2026 and ${plural(findings.length - most, 'more finding')}: \`--json\` lists all`]
            : []),
        remedies(findings, paint, width),
        terminal_remarks(result, paint),
        verdict(result, paint),
    ];
    return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}
const WIDTH = 'warning'.length + 2;
const INDENT = ' '.repeat(WIDTH);
function findingBlock(finding, paint) {
    const { severity, rule, redacted, place, fingerprint, replacement } = finding;
    const known = facts(finding);
    const lines = [
        `${paint(severity, severity.padEnd(WIDTH))}${paint('bold', placeWords(place))}`,
        `${INDENT}${RULES[rule].title}  ${paint(severity, printable(redacted, 150))}`,
        ...(known.length === 0 ? [] : [`${INDENT}${known.join('; ')}`]),
        ...(replacement === undefined
            ? []
            : [`${INDENT}write instead:`, ...replacement.split('\n').map(line => `${INDENT}  ${line}`)]),
        `${INDENT}${paint('dim', `fingerprint ${fingerprint}`)}`,
    ];
    return lines.join('\n');
}
/** What to do about the worst kind, and where to read about the others that fail a build by default. */
function remedies(findings, paint, width) {
    const rules = new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
    const [worst, ...others] = rules;
    if (worst === undefined)
        return '';
    const { title, help, documentation } = RULES[worst];
    const steps = help
        .replaceAll('`', '')
        .split('\n')
        .map(line => wrapped(line, width - 2, '  '));
    const pages = [documentation, ...others.map(rule => RULES[rule].documentation)];
    return [
        `${paint('bold', 'What to do')} (${title})`,
        ...steps,
        ...pages.map(page => paint('dim', `  ${HOMEPAGE}/blob/main/${page}`)),
    ].join('\n');
}
/** Breaks a line between words; what follows is indented as far as the text of its list item. */
function wrapped(text, width, indent) {
    const hanging = /^\s*(?:\d+\. )?/.exec(text)?.[0].length ?? 0;
    const lines = [];
    for (const word of text.trimEnd().slice(hanging).split(' ')) {
        const line = lines.at(-1);
        if (line !== undefined && hanging + line.length + 1 + word.length <= width) {
            lines[lines.length - 1] = `${line} ${word}`;
        }
        else
            lines.push(word);
    }
    return lines
        .map((line, index) => `${indent}${index === 0 ? text.slice(0, hanging) : ' '.repeat(hanging)}${line}`)
        .join('\n');
}
function terminal_remarks({ allowed, unread, notes }, paint) {
    const lines = [
        ...unread.map(({ what, why, incomplete }) => {
            const style = incomplete ? 'error' : 'warning';
            return `${paint(style, 'not read'.padEnd(WIDTH))} ${printable(what, 300)}: ${printable(why, 300)}`;
        }),
        ...notes.map(note => `${paint('notice', 'note'.padEnd(WIDTH))}${printable(note, 500)}`),
    ];
    const shown = lines.slice(0, terminal_MOST_REMARKS);
    if (lines.length > shown.length)
        shown.push(`\u2026 and ${plural(lines.length - shown.length, 'more remark')}`);
    if (allowed.length > 0)
        shown.push(...allowedLines(allowed, paint));
    return shown.join('\n');
}
/** Allowed findings by reason: whoever reads the report sees what is not in it. */
function allowedLines(allowed, paint) {
    const byReason = new Map();
    for (const { allowed: why } of allowed) {
        const reason = why === undefined ? '' : `${why.reason} (${why.by})`;
        byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
    }
    const lines = [...byReason].map(([reason, count]) => `${paint('dim', 'allowed'.padEnd(WIDTH))}${plural(count, 'finding')}: ${printable(reason, 200)}`);
    const more = lines.length - terminal_MOST_REMARKS;
    return more > 0 ? [...lines.slice(0, terminal_MOST_REMARKS), `\u2026 for ${plural(more, 'more reason')}`] : lines;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/report/reports.js
/**
 * The reports of a scan that has something to tell, and the texts that they give for each rule: a bundle of their own,
 * for a scan that finds nothing ends without them.
 */





var __webpack_exports__annotate = __webpack_exports__.fz;
var __webpack_exports__annotationsOf = __webpack_exports__.Ih;
var __webpack_exports__jsonReport = __webpack_exports__.L7;
var __webpack_exports__sarifReport = __webpack_exports__._I;
var __webpack_exports__scanSummary = __webpack_exports__.yK;
var __webpack_exports__terminalReport = __webpack_exports__.RR;
export { __webpack_exports__annotate as annotate, __webpack_exports__annotationsOf as annotationsOf, __webpack_exports__jsonReport as jsonReport, __webpack_exports__sarifReport as sarifReport, __webpack_exports__scanSummary as scanSummary, __webpack_exports__terminalReport as terminalReport };
