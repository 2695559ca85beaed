/** How this action is named in workflows. */
export const ACTION = 'org/aws-temp-creds@v1';

/** A value that stands for something kept elsewhere: `secrets.AWS_KEY`, `inputs.key`, `env.KEY`. */
export interface Reference {
  readonly context: string;
  readonly name: string;
}

/** What the expressions of a text refer to. */
export function referencesIn(text: string): readonly Reference[] {
  const found: Reference[] = [];
  for (const [, body = ''] of text.matchAll(/\$\{\{((?:[^}]|\}(?!\}))*)\}\}/g)) {
    const forms =
      /\b(secrets|vars|inputs|env|matrix|steps|needs|github\.event\.inputs)(?:\.([\w-]+)|\[\s*'([^']+)'\s*\])/gi;
    for (const [, context = '', dotted, quoted] of body.matchAll(forms))
      found.push({
        context: context.toLowerCase().replace('github.event.inputs', 'inputs'),
        name: dotted ?? quoted ?? '',
      });
  }
  return found;
}

/** Whether a text hands over something that somebody typed in once. */
export function isStored(text: string): boolean {
  return referencesIn(text).some(({ context }) => ['secrets', 'vars', 'inputs'].includes(context));
}

/** What AWS's own tools read their key from; a legacy name of each. */
export const KEY_VARIABLES = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_ACCESS_KEY',
  'AWS_SECRET_KEY',
];

export function isKeyVariable(name: string): boolean {
  return KEY_VARIABLES.includes(name);
}

/** Of the two parts of a key the one that names it. */
export function isIdentifier(name: string): boolean {
  return !/secret/i.test(name);
}

const WORDS: readonly (readonly [RegExp, string])[] = [
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
export function environmentIn(name: string): string | undefined {
  const parts = name.split(/[^A-Za-z0-9]+/);
  for (const [word, environment] of WORDS) {
    if (parts.some(part => new RegExp(`^(?:${word.source})$`, 'i').test(part))) return environment;
  }
  return undefined;
}

/** What is left of a secret's name without the words that say that it is a key: `AWS_ACCESS_KEY_ID_EU` is eu. */
export function ownPart(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter(
      part =>
        !/^(?:aws|access|key|id|secret|iam|ci|github|gh|deploy|deployer|user|s3)$/i.test(part) && part !== '',
    )
    .join('-')
    .toLowerCase();
}
