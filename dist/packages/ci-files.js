const loadNow = require;
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
  checkCiFile: () => (/* binding */ checkCiFile)
});

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = loadLater("node:crypto");
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
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/jenkins.js
/**
 * How a pipeline asks Jenkins for a stored AWS key (plugins aws-credentials, pipeline-aws, credentials-binding). A
 * pipeline is a program: it is read line by line, and what it computes is not followed.
 */
const FORMS = [
    ['AmazonWebServicesCredentialsBinding', /\$class\s*:\s*["']AmazonWebServicesCredentialsBinding["']/],
    ['aws(credentialsId: \u2026)', /\baws\s*\((?=[^)]*\bcredentialsId\b)[^)]*\)/],
    ['withAWS(credentials: \u2026)', /\bwithAWS\s*\((?=[^)]*\bcredentials\s*:)[^)]*/],
    ['AWS_ACCESS_KEY_ID = credentials(\u2026)', /\bAWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)\s*=\s*credentials\s*\(/],
    ['AWS_CREDENTIALS = credentials(\u2026)', /\bAWS\w*\s*=\s*credentials\s*\(\s*["'][^"']*aws[^"']*["']/i],
    [
        'credentials bound to AWS_ACCESS_KEY_ID',
        /\b(?:string|usernamePassword)\s*\([^)]*(?:[vV]ariable)\s*:\s*["']AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)["']/,
    ],
    [
        'aws configure set aws_access_key_id',
        /\baws\s+configure\s+(?:--profile\s+\S+\s+)?set\s+\S*aws_access_key_id\s+\S*\$/,
    ],
];
/** Lines that belong together: the identifier and the secret of one key are bound in neighbouring lines. */
const NEAR = 4;
function jenkinsHandOvers(text) {
    const found = [];
    let last = Number.NEGATIVE_INFINITY;
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
        const code = line.length > 2000 ? '' : line.replace(/^\s*(?:\/\/|\*|\/\*).*/, '');
        const form = FORMS.find(([, pattern]) => pattern.test(code));
        if (form === undefined || index - last < NEAR)
            continue;
        last = index;
        const [name, pattern] = form;
        const match = pattern.exec(code);
        const start = match?.index ?? 0;
        const end = start + (match?.[0].trimEnd().length ?? code.length);
        const number = index + 1;
        found.push({
            name,
            reference: '',
            where: code.trim(),
            region: /\bregion\s*:\s*["']([\w-]+)["']/.exec(code)?.[1] ?? '',
            range: { line: number, column: start + 1, endLine: number, endColumn: end + 1 },
        });
    }
    return found;
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
function replacementFor(system, place) {
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
      - uses: actions/checkout@v7
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
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/hand-over.js
/**
 * Names under which jobs are given AWS keys: `AWS_ACCESS_KEY_ID`, `PROD_AWS_SECRET_ACCESS_KEY`, `aws-access-key-id`,
 * `TF_VAR_aws_access_key`, `AWS_KEY_ID`, \u2026
 */
const AWS_KEY_NAME = /(?:^|[-_])aws[-_]?(?:(?:iam[-_]|access[-_]?)?key(?:[-_]?id)?|access[-_]?id|secret(?:[-_]?access)?(?:[-_]?key)?)(?![-_](?:name|arn|pair|path|file|manager|prefix|region|version|alias|rotation|age)s?(?:[-_]|$))(?:[-_]|$)/i;
/** Names that say key but not whose: they count where the place or the reference says AWS. */
const KEY_NAME = /^(?:s3[-_])?(?:access[-_]?key(?:[-_]?id)?|secret[-_]?(?:access[-_]?)?key)$/i;
const SECRET_PART = /secret/i;
const SESSION_TOKEN = /session[-_]?token|security[-_]?token/i;
/** Stores that speak S3's protocol with keys of their own, which no AWS role can replace. */
const OTHER_STORE = /(?:^|[-_.$])(?:r2|minio|b2|backblaze|spaces|digitalocean|wasabi|cloudflare|scaleway|scw|linode|akamai|hetzner|tigris|ceph|gcs|gcp|oss|alibaba|oci|oracle|ovh|exoscale|vultr|storj|idrive|supabase|yandex|yc|selectel|localstack|moto)(?:[-_]|$)/i;
function isAwsKeyName(name) {
    return AWS_KEY_NAME.test(name) && !OTHER_STORE.test(name) && !SESSION_TOKEN.test(name);
}
function isKeyName(name) {
    return KEY_NAME.test(name);
}
function isSecretPart(name) {
    return SECRET_PART.test(name);
}
function isSessionToken(name) {
    return SESSION_TOKEN.test(name);
}
function isOtherStore(name) {
    return OTHER_STORE.test(name);
}
/** True for the address of a store that is not AWS's: what is beside it is no AWS key. */
function isOtherEndpoint(name, value) {
    return /endpoint/i.test(name) && value !== '' && !/amazonaws\.com/.test(value);
}
const STORED_EXPRESSION = /\b(secrets|vars|inputs|parameters)(?:\.([\w-]+)|\[\s*'([^']{1,100})'\s*\])/g;
/** What a value of a CI file refers to; nothing where it is a plain text (`test`, `minioadmin`) or empty. */
function referencesIn(value, system) {
    return system === 'github' ? expressions(value) : variables(value);
}
/** `${{ secrets.X }}`, `${{ inputs.x }}`; a comparison (`secrets.X != ''`) hands nothing over. */
function expressions(value) {
    const found = [];
    for (const [, body = ''] of value.matchAll(/\$\{\{((?:[^}]|\}(?!\})){0,1000})\}\}/g)) {
        if (/[=!]=/.test(body))
            continue;
        const stored = [...body.matchAll(STORED_EXPRESSION)];
        for (const [, context = '', dotted, quoted] of stored)
            found.push({ stored: true, name: `${context}.${dotted ?? quoted ?? ''}` });
        if (stored.length === 0)
            found.push({ stored: false, name: body.trim() });
    }
    return found;
}
/** `$X`, `${X}`, `$(X)` (Azure), `${{ variables.X }}`, `$[variables.X]`; not the output of a command. */
function variables(value) {
    const found = [];
    const forms = /\$\$?\{?\{?\s*(?:variables\.|parameters\.|env\.)?([A-Za-z_]\w{0,99})|\$\(([A-Za-z_][\w.]{0,99})\)/g;
    for (const [, plain, azure] of value.matchAll(forms)) {
        const name = plain ?? azure;
        if (name !== undefined)
            found.push({ stored: true, name: `$${name}` });
    }
    return found;
}
/** `aws configure set aws_access_key_id X`, `export AWS_ACCESS_KEY_ID=X`, a line of a credentials file. */
const ASSIGNMENT = /(aws[ \t]{1,9}configure[ \t]{1,9}(?:--profile[ \t=]{1,9}[^\s=]\S{0,200}[ \t]{1,9})?set[ \t]{1,9}["']?(?:[\w.-]+\.)?)?\b((?:\w+_)?aws_access_key_id(?:_\w+)?)["']?[ \t]{0,40}[=: \t][ \t]{0,40}\\?["']?(\$(?:\{\{[^}\n]{0,200}\}\}|\{\w{1,100}\}|\(\w{1,100}\)|\w{1,100}))/gi;
/**
 * Scripts that hand a stored key on. A variable that is passed on under its own name is judged where it is set; with
 * a session token beside it the key is a temporary one.
 */
function scriptHandOver(text, system) {
    if (SESSION_TOKEN.test(text))
        return undefined;
    for (const match of text.matchAll(ASSIGNMENT)) {
        const [whole, configure, name = '', value = ''] = match;
        const [reference] = value.startsWith('${{') ? referencesIn(value, system) : variables(value);
        if (reference === undefined || !reference.stored || isOtherStore(reference.name))
            continue;
        const samename = reference.name.toLowerCase() === `$${name.toLowerCase()}`;
        if (samename && configure === undefined)
            continue;
        return { start: match.index, end: match.index + whole.length, reference };
    }
    return undefined;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/yaml-maps.js
/** All mappings, each once, whatever aliases point at it. */
function mapsOf(root) {
    const found = [];
    const seen = new Set();
    const walk = (value, where) => {
        if (value === undefined || value.kind === 'text' || seen.has(value))
            return;
        seen.add(value);
        if (value.kind === 'list')
            for (const item of value.items)
                walk(item, where);
        else {
            const own = nameOf(value);
            const here = own === '' ? where : `${where}[${own}]`;
            found.push({ map: value, where: here });
            for (const pair of value.pairs)
                walk(pair.value, `${here}.${pair.key}`);
        }
    };
    walk(root, '');
    return found;
}
function nameOf(map) {
    return textAt(map, 'id') || textAt(map, 'name') || textAt(map, 'uses');
}
/** The text of an entry; '' when there is none, or it is no text. */
function textAt(map, key) {
    const value = map.pairs.find(pair => pair.key === key)?.value;
    return value?.kind === 'text' ? value.text : '';
}
/** The entries of a mapping with those that `<<:` merges into it. */
function withMerged(map) {
    const merged = map.pairs.filter(({ key, value }) => key === '<<' && value !== undefined);
    return [
        ...map.pairs,
        ...merged.flatMap(({ value }) => {
            const sources = value?.kind === 'list' ? value.items : [value];
            return sources.flatMap(source => (source?.kind === 'map' ? source.pairs : []));
        }),
    ];
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/yaml-hand-over.js


/** Keys of a mapping whose texts decide or describe and hand nothing on. */
const SAYING = new Set(['if', 'name', 'description', 'when', 'rules', 'condition', 'run-name', 'label']);
/** Providers of Travis deployments that act on AWS; their keys are called `access_key_id` only. */
const TRAVIS_AWS = /^(?:s3|lambda|elasticbeanstalk|codedeploy|opsworks|cloudformation|ecr|aws)$/;
/** Every place of a CI file, in its order, where a stored AWS key is handed to jobs. */
function yamlHandOvers(documents, system) {
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
    if (isTemporary(pairs) || pairs.some(isOtherStorePair))
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
function isTemporary(pairs) {
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
;// CONCATENATED MODULE: external "./yaml.js"
const external_yaml_js_namespaceObject = loadLater("./yaml.js");
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
    const parser = new external_yaml_js_namespaceObject.Parser(lines.addNewLine);
    const tokens = [];
    lines.addNewLine(0);
    for (const lexeme of new external_yaml_js_namespaceObject.Lexer().lex(text)) {
        tokens.push(...parser.next(lexeme));
        if (parser.stack.length > DEEPEST)
            return undefined;
    }
    tokens.push(...parser.end());
    return tokens;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/limits.js
const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;
/**
 * Every budget of a scan, in this one place; docs/detection.md has the same as a table, with what happens beyond each.
 * Beyond a budget a thing is read in another way, or the scan is incomplete: what was not looked at is never clean.
 */
const LIMITS = {
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
    /** A CI file that is checked for what it hands to its jobs. */
    ciFile: 256 * KIBIBYTE,
};
/**
 * How much work one content may cost, in steps: about one for each character that is read closely. Steps are counted,
 * not seconds, so that every machine decides alike.
 *
 * @param bytes of the content, packed
 */
function workFor(bytes) {
    return LIMITS.work + LIMITS.workPerByte * bytes;
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/yaml-source.js



/** Files of people are a few kilobytes; what is larger is data. */
const LARGEST = LIMITS.ciFile;
const yaml_source_DEEPEST = 100;
const TOO_DEEP = `nested deeper than ${yaml_source_DEEPEST} levels`;
/**
 * Reads YAML, several documents included, without executing anything of it: aliases stand for the one node that they
 * name and are not expanded, so that a bomb of aliases costs nothing; every value is a text, as it is written.
 */
function readYaml(text) {
    if (text.length > LARGEST)
        return { documents: [], fault: `larger than ${LARGEST / 1024} KiB` };
    const lines = new external_yaml_js_namespaceObject.LineCounter();
    try {
        const tokens = yamlTokens(text, lines);
        if (tokens === undefined)
            return { documents: [], fault: TOO_DEEP };
        // Made pretty, each of many faults in a long line would be a pass over the line.
        const options = {
            schema: 'failsafe',
            uniqueKeys: false,
            logLevel: 'silent',
            prettyErrors: false,
        };
        const documents = [...new external_yaml_js_namespaceObject.Composer(options).compose(tokens)];
        const faults = documents
            .flatMap(({ errors }) => errors.slice(0, 1))
            .slice(0, 1)
            .map(({ code, pos }) => `not sound YAML: ${code} in line ${lines.linePos(pos[0]).line}`);
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
        if (depth > yaml_source_DEEPEST) {
            faults.push(TOO_DEEP);
            return undefined;
        }
        if ((0,external_yaml_js_namespaceObject.isAlias)(node))
            return anchors.get(node.source);
        const value = content(node, depth);
        const anchor = anchorOf(node);
        if (value !== undefined && anchor !== undefined)
            anchors.set(anchor, value);
        return value;
    }
    function content(node, depth) {
        if ((0,external_yaml_js_namespaceObject.isMap)(node))
            return { kind: 'map', pairs: node.items.flatMap(item => pair(item, depth)) };
        if ((0,external_yaml_js_namespaceObject.isSeq)(node)) {
            const items = node.items.map(item => read(item, depth + 1));
            return { kind: 'list', items: items.filter(item => item !== undefined) };
        }
        return (0,external_yaml_js_namespaceObject.isScalar)(node) ? scalar(node) : undefined;
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
        if (!(0,external_yaml_js_namespaceObject.isScalar)(key))
            return [];
        const [start, end] = key.range ?? [0, 0, 0];
        return [{ key: String(key.value ?? ''), keyRange: range(start, end), value: read(value, depth + 1) }];
    }
    return read;
}
function anchorOf(node) {
    return (0,external_yaml_js_namespaceObject.isMap)(node) || (0,external_yaml_js_namespaceObject.isSeq)(node) || (0,external_yaml_js_namespaceObject.isScalar)(node) ? node.anchor : undefined;
}
function sourceRange(lines, start, end) {
    const from = lines.linePos(start);
    const to = lines.linePos(end);
    return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
}
;// CONCATENATED MODULE: ./lib/bundling/scan/ci-files/check-ci-file.js







/**
 * Finds where a CI file hands a long-lived AWS key to its jobs: one finding (`ci-static-key`) per mapping or script,
 * at the name of the key, with what to write instead. Keys that come with a session token, or from an earlier step,
 * are none. What cannot be parsed is said in `unread`; it does not make the scan incomplete, for the scan for values
 * reads the same bytes.
 *
 * @param path from the repository's root, with `/`
 * @param content of the file, in UTF-8
 */
function checkCiFile(path, content) {
    const system = ciSystemOf(path);
    if (system === undefined || !speaksOfAws(content))
        return { findings: [], unread: [] };
    const text = new TextDecoder('utf-8').decode(content);
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
            fingerprint: fingerprint(['ci-static-key', where, shown, String(again), path]),
            redacted: printable(shown, 120),
            secrets: [],
            layers: [],
            replacement: replacementFor(system, { path, where, region }),
        };
    });
}
function fingerprint(parts) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(parts.join('\0')).digest('hex').slice(0, 40);
}
module.exports = __webpack_exports__;
/******/ })()
;