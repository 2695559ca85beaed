import { describe, expect, test } from '@jest/globals';
import { CONFIGURATION_PATH } from '../src/config/load.js';
import { nextSteps } from '../src/migrate/next-steps.js';
import { planMigration } from '../src/migrate/plan.js';

const WISH = {
  environment: undefined,
  accounts: new Map<string, string>(),
  region: undefined,
  role: 'github-deploy',
};
const WORKFLOW = '.github/workflows/deploy.yml';

function plan(
  files: Readonly<Record<string, string>>,
  configuration?: string,
  wish: Partial<typeof WISH> = {},
) {
  const all = Object.entries(files).map(([path, text]) => ({ path, text }));
  return planMigration(all, configuration, { ...WISH, ...wish });
}

const peer = (key: string, more = '') => `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ secrets.${key} }}
          aws-secret-access-key: \${{ secrets.${key}_SECRET }}
          aws-region: eu-west-1
${more}`;

describe('what only a person can do is told, with the lines to write', () => {
  test.each([
    [
      '.gitlab-ci.yml',
      'deploy:\n  variables:\n    AWS_ACCESS_KEY_ID: $PROD_KEY\n  script: [aws s3 ls]\n',
      'id_tokens',
    ],
    [
      'bitbucket-pipelines.yml',
      'pipelines:\n  default:\n    - step:\n        script:\n          - pipe: atlassian/aws-s3-deploy:1.1.0\n            variables:\n              AWS_ACCESS_KEY_ID: $AWS_ACCESS_KEY_ID\n',
      'oidc: true',
    ],
    ['.circleci/config.yml', 'jobs:\n  a:\n    steps:\n      - aws-cli/setup\n', 'role_arn'],
    [
      '.buildkite/pipeline.yml',
      'steps:\n  - command: x\n    secrets: [AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY]\n',
      'aws-assume-role-with-web-identity',
    ],
    ['azure-pipelines.yml', 'steps:\n- script: x\n  env:\n    AWS_ACCESS_KEY_ID: $(aws.key)\n', 'OIDC'],
  ])('%s is left as it is', (path, text, lines) => {
    const { changes, left } = plan({ [path]: text });
    expect(changes).toEqual([]);
    expect(left).toHaveLength(1);
    expect(left[0]?.path).toBe(path);
    expect(left[0]?.write).toContain(lines);
  });

  test.each([
    [
      'an unknown action',
      '      - uses: acme/upload@v1\n        with: { aws_access_key_id: "${{ secrets.AWS_KEY }}" }\n',
    ],
    [
      'an action that knows no session token',
      '      - uses: jakejarvis/s3-sync-action@v0.5.1\n        env:\n          AWS_ACCESS_KEY_ID: ${{ secrets.AWS_KEY }}\n          AWS_SECRET_ACCESS_KEY: ${{ secrets.AWS_SECRET }}\n',
    ],
    [
      'a build argument',
      '      - run: docker build --build-arg AWS_ACCESS_KEY_ID=${{ secrets.AWS_KEY }} .\n',
    ],
    ['a profile', '      - run: aws configure --profile p set aws_access_key_id ${{ secrets.AWS_KEY }}\n'],
    [
      'a part of a longer command',
      '      - run: |\n          cd x && \\\n          export AWS_ACCESS_KEY_ID=${{ secrets.AWS_KEY }} && \\\n          make\n',
    ],
  ])('%s', (_, step) => {
    const text = `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n${step}`;
    const { changes, left } = plan({ [WORKFLOW]: text });
    expect(changes).toEqual([]);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ path, write }) => path === WORKFLOW && write !== undefined)).toBe(true);
  });

  test('a reusable workflow of another repository', () => {
    const text =
      'on: push\njobs:\n  x:\n    uses: acme/workflows/.github/workflows/x.yml@v1\n    secrets:\n      AWS_ACCESS_KEY_ID: ${{ secrets.AWS_KEY }}\n';
    const { changes, left } = plan({ [WORKFLOW]: text });
    expect(changes).toEqual([]);
    expect(left[0]?.what).toContain('AWS_ACCESS_KEY_ID: secrets.AWS_KEY');
  });

  test('a broken file is not touched', () => {
    expect(plan({ [WORKFLOW]: `${peer('AWS_KEY')}\n  x: [` }).changes).toEqual([]);
  });

  test('temporary keys, other stores and jobs without a key are no matter', () => {
    const step = (env: string) =>
      `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        env:\n${env}`;
    for (const env of [
      '          AWS_ACCESS_KEY_ID: ${{ secrets.R2_ACCESS_KEY_ID }}\n',
      '          AWS_ACCESS_KEY_ID: ${{ secrets.A }}\n          AWS_ENDPOINT_URL: https://x.example.com\n',
      '          AWS_ACCESS_KEY_ID: ${{ secrets.A }}\n          AWS_SESSION_TOKEN: ${{ secrets.T }}\n',
      '          AWS_ACCESS_KEY_ID: test\n',
    ])
      expect(plan({ [WORKFLOW]: step(env) })).toMatchObject({ changes: [], left: [] });
  });
});

describe('the configuration file', () => {
  const fileFor = (configuration: string | undefined, wish: Partial<typeof WISH> = {}) =>
    plan({ [WORKFLOW]: peer('AWS_KEY') }, configuration, wish).changes.find(
      ({ path }) => path === CONFIGURATION_PATH,
    )?.after;

  test('gets what is missing, and keeps the rest byte by byte', () => {
    const before =
      '# ours\nenvironments:\n  dev: { account: "111111111111", region: eu-west-1, role: x } # first\n\nscan:\n  allow: []\n';
    expect(fileFor(before, { accounts: new Map([['production', '222222222222']]) })).toBe(
      before.replace(
        '# first\n',
        '# first\n  production:\n    account: "222222222222"\n    region: eu-west-1\n    role: github-deploy\n',
      ),
    );
    expect(fileFor('scan:\n  allow: []\n')).toContain('scan:\n  allow: []\nenvironments:\n  production:\n');
    expect(
      fileFor('environments:\n  production: { account: "111111111111", region: eu-west-1, role: x }\n'),
    ).toBeUndefined();
  });

  test('what cannot be added to is left to a person, with what to add', () => {
    const { changes, left } = plan({ [WORKFLOW]: peer('AWS_KEY') }, '{"environments": {}}');
    expect(changes.map(({ path }) => path)).toEqual([WORKFLOW]);
    expect(left.at(-1)?.write).toContain('production:');
  });

  test('an account that nobody named is a blank that no run takes for an account', () => {
    expect(fileFor(undefined)).toContain('    account: "" # FILL IN');
  });
});

test('what comes next names the secrets that nothing uses any more, and only those', () => {
  const other = `${peer('AWS_KEY')}      - run: ./upload\n        env:\n          KEY: \${{ secrets.AWS_KEY }}\n`;
  const both = plan({ [WORKFLOW]: other });
  expect(both.released).toEqual(['secrets.AWS_KEY_SECRET']);
  const steps = nextSteps(plan({ [WORKFLOW]: peer('AWS_KEY') })).join('\n');
  expect(steps).toContain('gh secret delete AWS_KEY\n');
  expect(steps).toContain('gh secret delete AWS_KEY_SECRET');
  expect(steps.indexOf('template roles')).toBeLessThan(steps.indexOf('gh secret delete'));
  expect(steps.indexOf('gh secret delete')).toBeLessThan(steps.indexOf('delete-access-key'));
});
