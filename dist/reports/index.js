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
  j3: () => (/* reexport */ briefReport),
  eA: () => (/* reexport */ gitlabReport),
  L7: () => (/* reexport */ jsonReport),
  $v: () => (/* reexport */ junitReport),
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
    return text
        .replace(/^([\t\v\f \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]*):(?=:)/gm, '$1:\u200b')
        .replace(/##\[/g, '##\u200b[');
}
;// CONCATENATED MODULE: ./lib/bundling/scan/remedies.js
/** Names the user of a key, and tells where it was used last. */
const WHERE_USED = 'aws iam get-access-key-last-used --access-key-id ID';
const LOOK_UP = 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=ID';
/** A long-lived key of an IAM user. */
const DEACTIVATE = [
    {
        says: 'Deactivate the key. The first command names its user; in the console: IAM, Users, the user, Security credentials.',
        commands: [WHERE_USED, 'aws iam update-access-key --user-name USER --access-key-id ID --status Inactive'],
    },
    {
        says: 'Delete it when nothing breaks.',
        commands: ['aws iam delete-access-key --user-name USER --access-key-id ID'],
    },
    { says: 'Look in CloudTrail for what it did.', commands: [LOOK_UP] },
    { says: 'Give the job a role through OIDC instead of a key.' },
];
/** What was pushed. */
const PURGE = {
    says: 'A key that was pushed stays in the history and in every clone: revoking is what counts. To purge it as well, rewrite the history and ask GitHub to remove cached views.',
    commands: ['git filter-repo --replace-text FILE'],
};
/** Temporary credentials of a role. */
const END_SESSIONS = [
    {
        says: 'End the sessions of the role: console, IAM, Roles, the role, Revoke sessions (it attaches the policy `AWSRevokeOlderSessions`).',
    },
    { says: 'Look in CloudTrail for what they did.', commands: [LOOK_UP] },
    {
        says: 'Let each job fetch its own short-lived credentials; never write them into a file that is kept.',
    },
];
/** A stored key that a job is given. */
const ROLE_INSTEAD = [
    {
        says: "Create a role that trusts this repository's OIDC token. From the configuration file this writes it:",
        commands: ['aws-temp-creds template roles'],
    },
    {
        says: 'Replace the two key inputs or variables by `role-to-assume` and `permissions: id-token: write`.',
    },
    {
        says: 'Delete the stored secret, and deactivate the key.',
        commands: ['aws iam update-access-key --user-name USER --access-key-id ID --status Inactive'],
    },
];
;// CONCATENATED MODULE: ./lib/bundling/scan/rules.js

/** By rule: the texts, and how bad it is unless something about the finding lowers it. */
const RULES = {
    'access-key-pair': {
        title: 'AWS access key',
        severity: 'error',
        description: 'An access key ID and its secret access key stand together: whoever reads them acts as their owner.',
        steps: [...DEACTIVATE, PURGE],
        documentation: 'docs/detection.md#access-key-pair',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '9.8',
    },
    'access-key-id': {
        title: 'AWS access key ID',
        severity: 'error',
        description: 'A long-lived access key ID that AWS can have issued: its secret is rarely far, and it names the account.',
        steps: [...DEACTIVATE, { says: 'Search for the secret: it was needed wherever this ID is used.' }],
        documentation: 'docs/detection.md#access-key-id',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '7.5',
    },
    'secret-access-key': {
        title: 'AWS secret access key',
        severity: 'error',
        description: 'A random value of 40 characters that is called a secret access key, without its ID nearby.',
        steps: [
            {
                says: 'Find the key that it belongs to, of the user that this software runs as.',
                commands: ['aws iam list-access-keys --user-name USER'],
            },
            ...DEACTIVATE,
            PURGE,
        ],
        documentation: 'docs/detection.md#secret-access-key',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '9.1',
    },
    'temporary-credentials': {
        title: 'AWS temporary credentials',
        severity: 'error',
        description: 'A temporary access key ID with its secret: valid until its session ends, up to 36 hours after it was made.',
        steps: [...END_SESSIONS, PURGE],
        documentation: 'docs/detection.md#temporary-credentials',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '8.1',
    },
    'temporary-access-key-id': {
        title: 'AWS temporary access key ID',
        severity: 'warning',
        description: 'The ID of temporary credentials, without secret or token: it names the account and the session.',
        steps: END_SESSIONS,
        documentation: 'docs/detection.md#temporary-access-key-id',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-312'],
        securitySeverity: '4.0',
    },
    'session-token': {
        title: 'AWS session token',
        severity: 'warning',
        description: 'The session token of temporary credentials; it needs their ID and secret to be used.',
        steps: END_SESSIONS,
        documentation: 'docs/detection.md#session-token',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-312'],
        securitySeverity: '5.0',
    },
    'bedrock-api-key': {
        title: 'Amazon Bedrock API key',
        severity: 'error',
        description: 'A long-term Bedrock API key: it is a bearer token, nothing else is needed to use it.',
        steps: [
            {
                says: 'Deactivate it (console: Bedrock, API keys).',
                commands: [
                    'aws iam list-service-specific-credentials --user-name USER --service-name bedrock.amazonaws.com',
                    'aws iam update-service-specific-credential --user-name USER --service-specific-credential-id ID --status Inactive',
                ],
            },
            {
                says: 'Delete it when nothing breaks, and the user BedrockAPIKey-\u2026 that was made for it.',
                commands: [
                    'aws iam delete-service-specific-credential --user-name USER --service-specific-credential-id ID',
                ],
            },
            { says: "Call Bedrock with the job's own role through OIDC." },
            PURGE,
        ],
        documentation: 'docs/detection.md#bedrock-api-key',
        tags: ['security', 'secret', 'aws', 'bedrock', 'external/cwe/cwe-798'],
        securitySeverity: '9.1',
    },
    'bedrock-short-term-api-key': {
        title: 'Amazon Bedrock short-term API key',
        severity: 'error',
        description: 'A short-term Bedrock API key: a bearer token, valid for up to twelve hours.',
        steps: [
            {
                says: 'End the sessions of the identity that made it (console, IAM, Roles, the role, Revoke sessions), or deny it `bedrock:CallWithBearerToken`.',
            },
            { says: "Make such keys where they are used, with the job's own role; never write them down." },
        ],
        documentation: 'docs/detection.md#bedrock-short-term-api-key',
        tags: ['security', 'secret', 'aws', 'bedrock', 'external/cwe/cwe-798'],
        securitySeverity: '7.0',
    },
    'ses-smtp-credentials': {
        title: 'Amazon SES SMTP password',
        severity: 'error',
        description: 'An SMTP password of Amazon SES: it is derived from a long-lived secret access key and sends mail.',
        steps: [
            {
                says: 'The SMTP user name is the access key ID of an IAM user, and the password is made from its secret: deactivate that key. The first command names its user.',
                commands: [
                    WHERE_USED,
                    'aws iam update-access-key --user-name USER --access-key-id ID --status Inactive',
                ],
            },
            ...DEACTIVATE.slice(1),
            PURGE,
        ],
        documentation: 'docs/detection.md#ses-smtp-credentials',
        tags: ['security', 'secret', 'aws', 'ses', 'external/cwe/cwe-798'],
        securitySeverity: '8.0',
    },
    'mws-auth-token': {
        title: 'Amazon MWS auth token',
        severity: 'warning',
        description: "A token of Amazon's Marketplace Web Service, which was retired in 2024.",
        steps: [
            {
                says: 'In Seller Central, Apps and Services, Manage your apps, disable the developer that it authorized.',
            },
            { says: 'Remove it.' },
        ],
        documentation: 'docs/detection.md#mws-auth-token',
        tags: ['security', 'secret', 'amazon', 'external/cwe/cwe-798'],
        securitySeverity: '4.0',
    },
    'odd-credential': {
        title: 'Value named as an AWS key, of another length',
        severity: 'warning',
        description: 'A literal that is named as an access key ID or a secret access key, but is not of their length: cut, padded, or the key of a compatible service.',
        steps: [
            {
                says: 'If it is a placeholder, write one that nobody can mistake, such as `<secret access key>`. If it is, or is part of, a real key, do what follows.',
            },
            ...DEACTIVATE,
        ],
        documentation: 'docs/detection.md#odd-credential',
        tags: ['security', 'secret', 'aws', 'external/cwe/cwe-798'],
        securitySeverity: '4.0',
    },
    'presigned-url': {
        title: 'AWS access key ID in a signed request',
        severity: 'notice',
        description: 'A presigned URL or a signed header: it holds the access key ID and a signature, which expire, and no secret.',
        steps: [
            {
                says: 'Nothing is needed once it has expired. A presigned URL lasts seven days at most; until then whoever reads it may use it.',
            },
        ],
        documentation: 'docs/detection.md#presigned-url',
        tags: ['security', 'aws'],
        securitySeverity: '2.0',
    },
    'ci-static-key': {
        title: 'Workflow that hands long-lived AWS keys to a job',
        severity: 'warning',
        description: 'A CI configuration gives a job a long-lived AWS key from a secret, where a role through OIDC would do.',
        steps: ROLE_INSTEAD,
        documentation: 'docs/detection.md#ci-static-key',
        tags: ['security', 'aws', 'ci', 'external/cwe/cwe-522'],
        securitySeverity: '5.0',
    },
    'job-static-key': {
        title: 'Long-lived AWS key in the job',
        severity: 'warning',
        description: "The job's environment holds a long-lived AWS access key.",
        steps: ROLE_INSTEAD,
        documentation: 'docs/detection.md#job-static-key',
        tags: ['security', 'aws', 'ci', 'external/cwe/cwe-522'],
        securitySeverity: '5.0',
    },
};
;// CONCATENATED MODULE: ./lib/bundling/scan/report/steps.js

/** For a value that has not left the machine: what is mended in time is no leak. */
const TAKE_OUT = [
    {
        says: 'Take the value out: the first command takes a file off the next commit, the second mends the last commit, the third earlier ones. No push has taken it anywhere yet.',
        commands: ['git restore --staged FILE', 'git commit --amend FILE', 'git rebase --interactive BASE'],
    },
    {
        says: 'Was it ever shared in another way (a chat, a log, a mail, another branch)? Then revoke it all the same: the page below says how.',
    },
];
/** True for a finding that is on this machine alone, as far as git knows. */
function isLocal({ uncommitted }, { unpublished }) {
    return unpublished === true || uncommitted === true;
}
/** Rules about a hand-over: what is stored elsewhere is replaced, not taken out. */
const HAND_OVERS = new Set(['ci-static-key', 'job-static-key']);
/** What to do about a kind of finding of a scan, the most urgent first. */
function stepsFor(rule, result) {
    const all = result.findings.filter(finding => finding.rule === rule);
    const local = !HAND_OVERS.has(rule) && all.length > 0 && all.every(finding => isLocal(finding, result));
    return local ? TAKE_OUT : RULES[rule].steps;
}
/** Steps as a Markdown list, with the commands in blocks of their own, to be copied. */
function markdownSteps(steps) {
    return steps
        .map(({ says, commands = [] }, index) => {
        const number = `${index + 1}. `;
        const indent = ' '.repeat(number.length);
        const block = ['~~~sh', ...commands, '~~~'].map(line => `${indent}${line}`);
        return `${number}${says}${commands.length === 0 ? '' : `\n\n${block.join('\n')}\n`}`;
    })
        .join('\n');
}
/** Steps as plain lines: each sentence after its number, each command on a line of its own. */
function plainSteps(steps) {
    return steps.flatMap(({ says, commands = [] }, index) => [
        `${index + 1}. ${says.replaceAll('`', '')}`,
        ...commands.map(command => `     ${command}`),
    ]);
}
const TEMPORARY = new Set([
    'temporary-credentials',
    'temporary-access-key-id',
    'session-token',
    'bedrock-short-term-api-key',
]);
/** What has to come before anything else, in a few words; '' where nothing is urgent. */
function urgent(finding, result) {
    const { rule, severity, status } = finding;
    if (severity === 'notice' || HAND_OVERS.has(rule) || rule === 'odd-credential')
        return '';
    if (isLocal(finding, result))
        return 'Take it out before it leaves this machine';
    if (status === 'dead')
        return 'It is dead: take it out';
    return TEMPORARY.has(rule)
        ? 'End its session first: removing it with another commit leaves it valid and in the history'
        : 'Revoke it first: removing it with another commit leaves it valid and in the history';
}
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
    return String(count).replace(/\B(?=(?:\d{3}){1,6}$)/g, ',');
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
    const origin = originWords(finding.place);
    if (origin !== '')
        found.push(origin);
    if (finding.uncommitted === true)
        found.push('not committed');
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
/** `commit 1a2b3c4d5e by Ann, 2026-03-01`, as far as it is known and the place does not say it. */
function originWords({ kind, commit, author, date }) {
    const parts = [
        ...(kind === 'file' && commit !== undefined ? [`commit ${commit.slice(0, 10)}`] : []),
        ...(author === undefined ? [] : [`by ${printable(author, 100)}`]),
    ];
    if (parts.length === 0)
        return '';
    return `${parts.join(' ')}${date === undefined ? '' : `, ${date.slice(0, 10)}`}`;
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
        shown: shown.flat().map(finding => annotation(finding, result)),
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
function annotation(finding, result) {
    const { rule, severity, redacted, place } = finding;
    const { title, description } = RULES[rule];
    const inFile = place.kind === 'file' && place.path !== undefined && isPrintable(place.path);
    const lines = [
        description,
        [...(inFile ? [] : [placeWords(place)]), ...facts(finding)].join('; '),
        firstStep(finding, result),
    ];
    return {
        level: severity,
        text: lines.filter(line => line !== '').join('\n'),
        place: { title: `${title}: ${printable(redacted, 150)}`, ...(inFile && position(finding)) },
    };
}
/** What to do before anything else; the whole of it is in the job summary. */
function firstStep(finding, result) {
    const { rule, replacement, fingerprint } = finding;
    if (replacement !== undefined)
        return `Write instead:\n${replacement}`;
    const first = urgent(finding, result);
    const allow = `If it is no key: fingerprint ${fingerprint}.`;
    if (first !== '')
        return `${first}. ${allow}`;
    return finding.severity === 'notice' ? '' : `${RULES[rule].steps[0]?.says ?? ''} ${allow}`;
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
;// CONCATENATED MODULE: ./lib/bundling/scan/report/gitlab.js




/** The schema that the report keeps to (gitlab-org/security-products/security-report-schemas, secret detection). */
const SCHEMA_VERSION = '15.2.4';
const gitlab_SEVERITIES = {
    error: 'Critical',
    warning: 'Medium',
    notice: 'Info',
};
/** GitLab takes no report with longer texts, and reads no more findings with profit. */
const LONGEST_NAME = 255;
const LONGEST_SOLUTION = 7_000;
const MOST_FINDINGS = 20_000;
const MOST_MESSAGES = 100;
/**
 * The findings as GitLab's secret detection report (`artifacts:reports:secret_detection`). Allowed findings are not in
 * it.
 *
 * @param result without values
 */
function gitlabReport(result, options) {
    const { toolVersion, homepage, now } = options;
    const tool = {
        id: 'aws-temp-creds',
        name: 'aws-temp-creds',
        url: homepage,
        vendor: { name: 'aws-temp-creds' },
        version: toolVersion,
    };
    const started = new Date(now.getTime() - result.counts.milliseconds);
    const report = {
        version: SCHEMA_VERSION,
        scan: {
            analyzer: tool,
            scanner: tool,
            type: 'secret_detection',
            start_time: seconds(started),
            end_time: seconds(now),
            status: isIncomplete(result) ? 'failure' : 'success',
            messages: messages(result),
        },
        vulnerabilities: result.findings
            .slice(0, MOST_FINDINGS)
            .map(finding => vulnerability(finding, result, options)),
    };
    return `${JSON.stringify(report, undefined, 2)}\n`;
}
/** `2026-03-01T12:00:00`, UTC. */
function seconds(time) {
    return time.toISOString().slice(0, 19);
}
function messages({ unread, notes, findings }) {
    const more = findings.length - MOST_FINDINGS;
    return [
        ...(more > 0 ? [{ level: 'warn', value: `${more} findings more than are listed` }] : []),
        ...unread.map(({ what, why, incomplete }) => ({
            level: incomplete ? 'fatal' : 'warn',
            value: `Not read: ${printable(what, 300)}: ${printable(why, 300)}`,
        })),
        ...notes.map(note => ({ level: 'info', value: printable(note, 500) })),
    ].slice(0, MOST_MESSAGES);
}
function vulnerability(finding, result, { homepage, commit }) {
    const { rule, severity, redacted, fingerprint, place } = finding;
    const { title, description, documentation } = RULES[rule];
    const url = `${homepage}/blob/main/${documentation}`;
    const first = urgent(finding, result);
    const known = [
        `${printable(redacted, 200)} in ${placeWords(place)}`,
        ...facts(finding),
        `fingerprint ${fingerprint}`,
    ].join('; ');
    return {
        id: uuid(fingerprint),
        name: title.slice(0, LONGEST_NAME),
        description: `${description}\n\n${known}.${first === '' ? '' : `\n\n${first}.`}`,
        severity: gitlab_SEVERITIES[severity],
        solution: (finding.replacement ?? plainSteps(stepsFor(rule, result)).join('\n')).slice(0, LONGEST_SOLUTION),
        raw_source_code_extract: printable(redacted, 200),
        identifiers: [{ type: 'aws_temp_creds_rule', name: `aws-temp-creds: ${title}`, value: rule, url }],
        links: [{ name: title, url }],
        location: {
            file: place.path ?? place.kind,
            ...(place.line !== undefined && { start_line: place.line, end_line: place.endLine ?? place.line }),
            commit: {
                // What GitLab's own analyzer writes where there is none.
                sha: place.commit ?? commit ?? '0000000',
                ...(place.author !== undefined && { author: printable(place.author, 200) }),
                ...(place.date !== undefined && { date: place.date }),
            },
        },
    };
}
/** A fingerprint in the form of a UUID of the kind that is free to make up (RFC 9562, version 8). */
function uuid(fingerprint) {
    const hex = fingerprint.padEnd(32, '0');
    const part = (from, to) => hex.slice(from, to);
    return `${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-a${part(17, 20)}-${part(20, 32)}`;
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
;// CONCATENATED MODULE: ./lib/bundling/scan/report/junit.js




const SUITE = 'static AWS keys';
const MOST_CASES = 20_000;
/**
 * The findings as JUnit XML, as CI systems show results of tests: one case for each finding, failed where it fails the
 * scan and skipped where it is allowed; an error for each part that could not be read; one passed case where nothing was
 * found.
 *
 * @param result without values
 * @param fails whether a finding fails the scan
 */
function junitReport(result, fails) {
    const incomplete = result.unread.filter(part => part.incomplete);
    const failed = result.findings.filter(fails).length;
    const cases = [
        ...result.findings.map(finding => findingCase(finding, result, fails(finding))),
        ...result.allowed.map(allowedCase),
        ...incomplete.map(unreadCase),
    ];
    const shown = cases.length === 0 ? [opened({ name: 'nothing found' }, '/')] : cases.slice(0, MOST_CASES);
    const counts = {
        tests: Math.max(cases.length, 1),
        failures: failed,
        errors: incomplete.length,
        skipped: result.allowed.length,
        time: (result.counts.milliseconds / 1000).toFixed(3),
    };
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites${attributes({ name: 'aws-temp-creds', tests: counts.tests, failures: failed, errors: counts.errors, time: counts.time })}>`,
        `  <testsuite${attributes({ name: SUITE, ...counts })}>`,
        ...shown.map(text => `    ${text}`),
        '  </testsuite>',
        '</testsuites>',
        '',
    ].join('\n');
}
function findingCase(finding, result, fails) {
    const { rule, redacted, place, severity } = finding;
    const about = `${RULES[rule].title} ${printable(redacted, 150)}`;
    const first = urgent(finding, result);
    const text = [
        `${placeWords(place)}: ${about}`,
        ...facts(finding),
        ...(first === '' ? [] : [`${first}.`]),
        ...(finding.replacement === undefined
            ? plainSteps(stepsFor(rule, result))
            : ['Write instead:', finding.replacement]),
        `fingerprint ${finding.fingerprint}`,
    ].join('\n');
    const inner = fails
        ? `<failure${attributes({ type: rule, message: `${severity}: ${about}` })}>${escaped(text)}</failure>`
        : `<system-out>${escaped(text)}</system-out>`;
    return `${opened(caseOf(finding, about))}${inner}</testcase>`;
}
function allowedCase(finding) {
    const { rule, redacted, allowed } = finding;
    const about = `${RULES[rule].title} ${printable(redacted, 150)}`;
    const message = `allowed (${allowed?.by ?? ''}): ${printable(allowed?.reason ?? '', 300)}`;
    return `${opened(caseOf(finding, about))}<skipped${attributes({ message })}/></testcase>`;
}
function unreadCase({ what, why }) {
    const error = `<error${attributes({ type: 'incomplete', message: printable(why, 300) })}/>`;
    return `${opened({ classname: 'not read', name: printable(what, 300) })}${error}</testcase>`;
}
function caseOf({ place }, about) {
    const inFile = place.kind === 'file' && place.path !== undefined;
    return {
        classname: printable(place.path ?? place.kind, 300),
        name: `${about} in ${placeWords(place)}`,
        ...(inFile && { file: printable(place.path ?? '', 1000) }),
    };
}
function opened(given, end = '') {
    return `<testcase${attributes({ classname: SUITE, ...given })}${end}>`;
}
function attributes(values) {
    return Object.entries(values)
        .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
        .join('');
}
/** Text for XML 1.0, which has no way to write some characters (section 2.2). */
function escaped(text) {
    return text
        .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
        .replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
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
 * The findings as SARIF 2.1.0, as GitHub's code scanning takes it up.
 *
 * @param result without values
 */
function sarifReport(result, options) {
    const all = [...result.findings, ...(options.suppressed ? result.allowed : [])];
    const findings = all.slice(0, MOST_RESULTS);
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
                invocations: [invocation(result, all.length - findings.length)],
                results: findings.map(finding => sarifResult(finding, result, options, ruleIndex)),
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
    const { title, description, steps, documentation, tags, securitySeverity, severity: own } = RULES[rule];
    return {
        id: ruleId(finding),
        name: pascalCase(rule),
        shortDescription: { text: severity === own ? title : `${title} (${severity})` },
        fullDescription: { text: description },
        helpUri: `${homepage}/blob/main/${documentation}`,
        help: { text: plainSteps(steps).join('\n'), markdown: markdownSteps(steps) },
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
function sarifResult(finding, result, { homepage }, ruleIndex) {
    const { severity, redacted, place, alsoAt = [], fingerprint, allowed } = finding;
    const id = ruleId(finding);
    const shown = printable(redacted, 200);
    return {
        ruleId: id,
        ruleIndex: ruleIndex.get(id) ?? -1,
        level: LEVELS[severity],
        message: { text: messageOf(finding, result, homepage) },
        locations: [sarif_location(place, shown)],
        ...(alsoAt.length > 0 && {
            relatedLocations: alsoAt
                .slice(0, MOST_LOCATIONS - 1)
                .map((also, index) => ({ id: index + 1, ...sarif_location(also, shown) })),
        }),
        // The first is what GitHub matches alerts by; ours does not change when lines move.
        partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'awsTempCreds/v1': fingerprint },
        ...(allowed && {
            suppressions: [
                {
                    kind: allowed.by === 'inline' ? 'inSource' : 'external',
                    status: 'accepted',
                    justification: printable(allowed.reason, 500),
                },
            ],
        }),
        properties: propertiesOf(finding, shown),
    };
}
/** What was found, what to do first, and where the rest is; a link as SARIF has them (3.11.6). */
function messageOf(finding, result, homepage) {
    const { rule, redacted, place, replacement } = finding;
    const { title, documentation } = RULES[rule];
    const about = [`${title}: ${printable(redacted, 200)}`, ...facts(finding)].join('; ');
    const where = place.kind === 'file' ? '' : ` (${placeWords(place)})`;
    const first = urgent(finding, result);
    const sentences = [
        unlinked(`${about}${where}.`),
        ...(first === '' ? [] : [`${first}.`]),
        `[What to do](${homepage}/blob/main/${documentation}).`,
    ];
    const instead = replacement === undefined ? '' : `\nWrite instead:\n${unlinked(replacement)}`;
    return `${sentences.join(' ')}${instead}`;
}
/** Text in which nothing is a link. */
function unlinked(text) {
    return text.replaceAll('](', '] (');
}
function propertiesOf(finding, shown) {
    const { account, status, layers, replacement, place } = finding;
    return {
        shown,
        ...(account !== undefined && { account }),
        ...(status !== undefined && { status }),
        ...(layers.length > 0 && { layers: layers.map(layer => printable(layer, 200)) }),
        ...(replacement !== undefined && { replacement }),
        ...(place.commit !== undefined && { commit: place.commit }),
        ...(place.author !== undefined && { author: printable(place.author, 200) }),
        ...(place.date !== undefined && { date: place.date }),
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
        first(result, options.homepage),
        `${plain(result.mode)}: ${scopeWords(result)}`,
        ...(findings.length > 0 && rows > 0 ? [table(findings, options, rows)] : []),
        ...(findings.length > rows ? [`\u2026 and ${plural(findings.length - rows, 'more finding')}.`] : []),
        replacements(findings),
        otherSteps(result, options.homepage),
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
        const { severity, rule, redacted, place } = finding;
        const cells = [
            ICONS[severity],
            `${RULES[rule].title}<br>${code(redacted, 150)}`,
            linked(place, options.job),
            facts(finding)
                .map(fact => plain(fact, 300))
                .join('<br>'),
        ];
        return `| ${cells.join(' | ')} |`;
    });
    return ['| | What | Where | Known of it |', '| --- | --- | --- | --- |', ...lines].join('\n');
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
/** What to do about the worst kind, before all else: whoever reads no further has read this. */
function first(result, homepage) {
    const worst = kinds(result)[0];
    if (worst === undefined)
        return '';
    return `### First: ${RULES[worst].title}\n\n${advice(worst, result, homepage)}`;
}
/** The same for the other kinds, folded. */
function otherSteps(result, homepage) {
    return kinds(result)
        .slice(1)
        .map(rule => `<details><summary>What to do: ${RULES[rule].title}</summary>\n\n${advice(rule, result, homepage)}\n\n</details>`)
        .join('\n');
}
/** The kinds that need something done, the most severe first. */
function kinds({ findings }) {
    return [...new Set(findings.filter(({ severity }) => severity !== 'notice').map(({ rule }) => rule))];
}
function advice(rule, result, homepage) {
    const { title, description, documentation } = RULES[rule];
    const more = `[${title}](${homepage}/blob/main/${documentation})`;
    return `${description}\n\n${markdownSteps(stepsFor(rule, result))}\n\nMore: ${more}`;
}
function whatIsNot(findings) {
    const shown = findings.slice(0, MOST_REMARKS);
    if (shown.length === 0)
        return '';
    const entries = shown.map(({ fingerprint, place }) => `- <code>${fingerprint}</code> ${code(placeWords(place))}`);
    return `If a finding is no key, or is revoked and stays: an entry in the configuration file, merged into the base branch first, allows it.

~~~yaml
scan:
  allow:
    - fingerprint: ${shown[0]?.fingerprint}
      reason: why it may stay
~~~

<details><summary>Fingerprints</summary>\n\n${entries.join('\n')}\n\n</details>`;
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
/** One line for each finding, without advice, and the verdict where something was not read. */
function briefReport(result, { color, most }) {
    const paint = painter(color);
    const { findings } = result;
    const lines = findings
        .slice(0, most)
        .map(({ severity, rule, redacted, place }) => `${paint(severity, severity.padEnd(WIDTH))}${placeWords(place)}  ${RULES[rule].title} ${printable(redacted, 150)}`);
    const rest = findings.length > most ? [`\u2026 and ${plural(findings.length - most, 'more finding')}`] : [];
    const unread = result.unread
        .filter(({ incomplete }) => incomplete)
        .slice(0, terminal_MOST_REMARKS)
        .map(({ what, why }) => `${paint('error', 'not read')} ${printable(what, 300)}: ${printable(why, 300)}`);
    return [...lines, ...rest, ...unread].map(line => `${line}\n`).join('');
}
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
        remedies(result, paint, width),
        allowing(result, paint),
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
/** What to do about the worst kind, then in one line each about the others; notices need nothing. */
function remedies(result, paint, width) {
    const first = new Map();
    for (const finding of result.findings)
        if (finding.severity !== 'notice' && !first.has(finding.rule))
            first.set(finding.rule, finding);
    const [worst, ...others] = first.keys();
    if (worst === undefined)
        return '';
    const title = (rule) => `${paint('bold', 'What to do')} (${RULES[rule].title})`;
    const page = (rule) => paint('dim', `  ${HOMEPAGE}/blob/main/${RULES[rule].documentation}`);
    return [
        title(worst),
        ...plainSteps(stepsFor(worst, result)).map(line => wrapped(line, width - 2, '  ')),
        page(worst),
        ...others.flatMap(rule => [title(rule), page(rule)]),
    ].join('\n');
}
/** How what is no key, or may stay, is let pass. */
function allowing({ findings }, paint) {
    const finding = findings.find(({ severity }) => severity !== 'notice');
    if (finding === undefined)
        return '';
    return [
        `${paint('bold', 'No key, or revoked and to stay?')} On its line, or the line before it, with your reason:`,
        '  # aws-temp-creds:allow REASON        # aws-temp-creds:allow-next-line REASON',
        'or in .github/aws-temp-creds.yml:',
        '  scan:',
        '    allow:',
        `      - fingerprint: ${finding.fingerprint}`,
        '        reason: REASON',
    ].join('\n');
}
/** Breaks a line between words; what follows is indented as far as the text of its list item. Commands stay whole. */
function wrapped(text, width, indent) {
    if (/^ {4}/.test(text))
        return `${indent}${text}`;
    const hanging = /^(?:\d+\. )?/.exec(text)?.[0].length ?? 0;
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
var __webpack_exports__briefReport = __webpack_exports__.j3;
var __webpack_exports__gitlabReport = __webpack_exports__.eA;
var __webpack_exports__jsonReport = __webpack_exports__.L7;
var __webpack_exports__junitReport = __webpack_exports__.$v;
var __webpack_exports__sarifReport = __webpack_exports__._I;
var __webpack_exports__scanSummary = __webpack_exports__.yK;
var __webpack_exports__terminalReport = __webpack_exports__.RR;
export { __webpack_exports__annotate as annotate, __webpack_exports__annotationsOf as annotationsOf, __webpack_exports__briefReport as briefReport, __webpack_exports__gitlabReport as gitlabReport, __webpack_exports__jsonReport as jsonReport, __webpack_exports__junitReport as junitReport, __webpack_exports__sarifReport as sarifReport, __webpack_exports__scanSummary as scanSummary, __webpack_exports__terminalReport as terminalReport };
