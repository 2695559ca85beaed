import type { Migration } from './plan.js';

/** What is done after the files were changed, in the order in which nothing breaks. @returns lines */
export function nextSteps({ environments, released }: Migration): readonly string[] {
  if (environments.length === 0 && released.length === 0) return [];
  const secrets = released.map(name =>
    name.startsWith('secrets.') ? `gh secret delete ${name.slice(8)}` : `gh variable delete ${name.slice(5)}`,
  );
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
