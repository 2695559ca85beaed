import { isScalar, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { keyOf, type YamlText } from './yaml-text.js';

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
const USES: readonly (readonly [RegExp, string])[] = [
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
export function allowIdToken(
  file: YamlText,
  root: YAMLMap,
  job: YAMLMap,
  behind: Pair,
  jobText: string,
): string | undefined {
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

function neededScopes(jobText: string): readonly string[] {
  const found = USES.filter(([pattern]) => pattern.test(jobText)).map(([, scope]) => scope);
  return [...(found.includes('contents: write') ? [] : ['contents: read']), ...found];
}

/** Adds `id-token: write` to permissions that a job or workflow has. */
function extend(file: YamlText, parent: YAMLMap, pair: Pair): void {
  const scopes = scopesOf(file, pair.value);
  if (scopes === 'all') return;
  const known = scopes.find(([name]) => name === 'id-token');
  if (known?.[1] === 'write') return;
  const map = pair.value === file.resolve(pair.value) ? file.mapOf(pair.value) : undefined;
  const stated = map?.items.find(item => keyOf(item) === 'id-token');
  if (stated !== undefined && isScalar(stated.value)) file.replaceScalar(stated.value as Scalar, 'write');
  else if (map !== undefined && !map.flow && map.items.length > 0) file.insert(map, ['id-token: write']);
  else rewrite(file, parent, pair, scopes);
}

/** Permissions in one line, or by an alias, are written anew. */
function rewrite(
  file: YamlText,
  parent: YAMLMap,
  pair: Pair,
  scopes: readonly (readonly [string, string])[],
): void {
  const value = pair.value as { range?: [number, number, number] } | null;
  const [start = 0, end = 0] = value?.range ?? [];
  const isFlow = file.text.startsWith('{', start) || parent.flow === true || scopes.length === 0;
  const kept = [...scopes.filter(([name]) => name !== 'id-token'), ['id-token', 'write'] as const];
  if (isFlow) {
    const text = `{ ${kept.map(([name, access]) => `${name}: ${access}`).join(', ')} }`;
    file.edits.add({ start, end, text });
    return;
  }
  const column = file.column((pair.key as Scalar).range?.[0] ?? 0) + 2;
  const lines = kept.map(([name, access]) => `${file.newline}${' '.repeat(column)}${name}: ${access}`);
  const from = file.text.slice(0, start).replace(/[ \t]+$/, '').length;
  file.edits.add({ start: from, end, text: lines.join('') });
}

/** @returns `all` for write-all */
function scopesOf(file: YamlText, value: unknown): 'all' | readonly (readonly [string, string])[] {
  const text = file.textOf(value);
  if (text === 'write-all') return 'all';
  if (text === 'read-all') return SCOPES.map(scope => [scope, 'read'] as const);
  const map = file.mapOf(value);
  return (map?.items ?? []).map(item => [keyOf(item), file.textOf(item.value) ?? ''] as const);
}
