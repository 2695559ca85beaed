/** Where GitHub's tokens come from, or that it is somebody else. */
export type IssuerKind =
  | 'github.com'
  /** An enterprise on github.com that has an issuer of its own. */
  | 'enterprise'
  | 'ghe.com'
  /** GitHub Enterprise Server. */
  | 'server'
  | 'other';

/** The issuer of most tokens, as its identity provider in IAM is called. */
export const GITHUB = 'token.actions.githubusercontent.com';

/** An issuer as IAM names it: the URL without its scheme. So begin its condition keys, and so ends its provider's ARN. */
export function providerName(issuer: string): string {
  return issuer.replace(/^https?:\/\//i, '');
}

export function issuerKind(provider: string): IssuerKind {
  const name = provider.toLowerCase();
  if (name === GITHUB) return 'github.com';
  if (name.startsWith(`${GITHUB}/`) || name.startsWith('github.com/enterprises/')) return 'enterprise';
  if (/^token\.actions\.[^./]+\.ghe\.com$/.test(name)) return 'ghe.com';
  return name.endsWith('/_services/token') ? 'server' : 'other';
}

/** Whether it is one of GitHub's, whose subjects and claims are known. */
export function isGitHub(provider: string): boolean {
  return issuerKind(provider) !== 'other';
}

/**
 * The claims of GitHub's tokens that AWS makes condition keys of, beside `aud` and `sub` (AWS Service Authorization
 * Reference, actions and condition keys of STS, 2026-09-26).
 */
export const GITHUB_KEYS = [
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
] as const;

/** Of every OIDC provider (IAM User Guide, available keys for AWS OIDC federation). */
const EVERY_PROVIDER = ['amr', 'aud', 'email', 'oaud', 'sub'];

/** Of issuers that are not GitHub's (the same reference). */
const OTHERS: readonly (readonly [provider: RegExp, keys: readonly string[]])[] = [
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
export function conditionClaims(provider: string): readonly string[] {
  const kind = issuerKind(provider);
  if (kind === 'server') return EVERY_PROVIDER;
  if (kind !== 'other') return [...EVERY_PROVIDER, ...GITHUB_KEYS];
  const [, own = []] = OTHERS.find(([name]) => name.test(provider.toLowerCase())) ?? [];
  return [...EVERY_PROVIDER, ...own];
}

/** The parts of an identity provider's ARN; undefined: it is not one of an OIDC provider. */
export function parseProviderArn(
  text: string,
): { readonly partition: string; readonly account: string; readonly provider: string } | undefined {
  const match = /^arn:(aws[a-z-]*):iam::(\d{12}):oidc-provider\/(.+)$/.exec(text);
  const [, partition, account, provider] = match ?? [];
  if (partition === undefined || account === undefined || provider === undefined) return undefined;
  return { partition, account, provider };
}
