import { describe, expect, test } from '@jest/globals';
import { checkCiFile } from '../src/scan/ci-files/check-ci-file.js';
import { ciSystemOf } from '../src/scan/ci-files/systems.js';

const WORKFLOW = '.github/workflows/deploy.yml';

function check(path: string, text: string) {
  return checkCiFile(path, new TextEncoder().encode(text));
}

/** `line:column what` of every finding. */
function shown(path: string, text: string): readonly string[] {
  return check(path, text).findings.map(({ place, redacted }) => `${place.line}:${place.column} ${redacted}`);
}

const step = (...lines: readonly string[]) =>
  ['jobs:', '  deploy:', '    steps:', ...lines.map(line => `      ${line}`)].join('\n');

describe('which files are CI files', () => {
  test.each([
    WORKFLOW,
    '.github/workflows/x.yaml',
    'action.yml',
    '.github/actions/deploy/action.yaml',
    '.gitlab-ci.yml',
    'ci/build.gitlab-ci.yml',
    '.gitlab/ci/deploy.yml',
    '.circleci/config.yml',
    '.buildkite/pipeline.yml',
    'Jenkinsfile',
    'ci/Jenkinsfile.prod',
    'ci/deploy.jenkinsfile',
    '.travis.yml',
    'azure-pipelines.yml',
    'azure-pipelines-release.yml',
    '.azuredevops/deploy.yml',
    'bitbucket-pipelines.yml',
    '.drone.yml',
    '.woodpecker/deploy.yml',
    'appveyor.yml',
  ])('%s is', path => expect(ciSystemOf(path)).toBeDefined());

  test.each([
    '.github/dependabot.yml',
    'templates/.github/workflows/x.yml',
    '.github/workflows/sub/x.yml',
    'reaction.yml',
    'docker-compose.yml',
    'src/Jenkinsfile/a.txt',
    'workflows/x.yml',
  ])('%s is not', path => expect(ciSystemOf(path)).toBeUndefined());
});

describe('a workflow that hands a stored key over is found, once, at its name', () => {
  test('as inputs of a step', () => {
    const text = step(
      '- uses: aws-actions/configure-aws-credentials@v5',
      '  with:',
      '    aws-region: eu-central-1',
      '    aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}',
      '    aws-secret-access-key: ${{ secrets.AWS_SECRET_ACCESS_KEY }}',
    );
    const [finding] = check(WORKFLOW, text).findings;
    expect(shown(WORKFLOW, text)).toEqual(['7:11 aws-access-key-id: secrets.AWS_ACCESS_KEY_ID']);
    expect(finding).toMatchObject({ rule: 'ci-static-key', severity: 'warning', secrets: [] });
    expect(finding?.replacement).toContain('id-token: write');
    expect(finding?.replacement).toContain('aws-region: eu-central-1');
  });

  test.each([
    ['workflow', 'env:\n  AWS_ACCESS_KEY_ID: ${{ secrets.KEY }}\n'],
    ['job', 'jobs:\n  a:\n    env:\n      AWS_ACCESS_KEY_ID: ${{ secrets.KEY }}\n'],
    ['step', step('- run: x', '  env: { AWS_ACCESS_KEY_ID: "${{secrets.KEY}}" }')],
    ['container', 'jobs:\n  a:\n    container:\n      env:\n        AWS_ACCESS_KEY_ID: ${{ secrets.KEY }}\n'],
    ['only the secret part', step('- env:', '    AWS_SECRET_ACCESS_KEY: ${{ secrets.KEY }}')],
    ['prefixed names', step('- env:', '    PROD_AWS_ACCESS_KEY_ID: ${{ secrets.KEY }}')],
    ['indexed secrets', step('- env:', "    AWS_ACCESS_KEY_ID: ${{ secrets['KEY'] }}")],
    ['a choice of secrets', step('- env:', '    AWS_ACCESS_KEY_ID: ${{ secrets.A || secrets.B }}')],
    ['a variable', step('- env:', '    AWS_ACCESS_KEY_ID: ${{ vars.KEY }}')],
    [
      'secrets of a reusable workflow',
      'jobs:\n  a:\n    secrets:\n      AWS_ACCESS_KEY_ID: ${{ secrets.KEY }}\n',
    ],
    ['an argument', step('- with:', '    args: --key ${{ secrets.AWS_ACCESS_KEY_ID }}')],
    ['a script', step('- run: aws configure set aws_access_key_id ${{ secrets.KEY }}')],
    [
      'a profile',
      step('- run: |', '    aws configure --profile p set aws_access_key_id "${{ secrets.KEY }}"'),
    ],
    ['an export', step('- run: export AWS_ACCESS_KEY_ID=${{ secrets.KEY }}')],
    [
      'a variable of another name',
      step('- run: aws configure set aws_access_key_id $K', '  env:', '    K: ${{ secrets.K }}'),
    ],
    [
      'an empty session token',
      step('- with:', '    aws-access-key-id: ${{ secrets.K }}', '    aws-session-token: ""'),
    ],
    [
      'a role assumed with the key',
      step('- with:', '    role-to-assume: x', '    aws-access-key-id: ${{ secrets.K }}'),
    ],
  ])('%s', (_, text) => expect(shown(WORKFLOW, text)).toHaveLength(1));

  test('in a composite action', () => {
    const text =
      'runs:\n  using: composite\n  steps:\n    - env:\n        AWS_ACCESS_KEY_ID: ${{ inputs.key }}\n';
    expect(shown('action.yml', text)).toEqual(['5:9 AWS_ACCESS_KEY_ID: inputs.key']);
  });

  test('through an anchor, where it is written', () => {
    const text =
      'x: &aws\n  AWS_ACCESS_KEY_ID: ${{ secrets.K }}\njobs:\n  a: { env: *aws }\n  b: { env: *aws }\n';
    expect(shown(WORKFLOW, text)).toEqual(['2:3 AWS_ACCESS_KEY_ID: secrets.K']);
  });

  test('in each of two jobs, with fingerprints that differ and survive moved lines', () => {
    const job = (name: string) => `  ${name}:\n    env:\n      AWS_ACCESS_KEY_ID: \${{ secrets.K }}\n`;
    const prints = (text: string) => check(WORKFLOW, text).findings.map(({ fingerprint }) => fingerprint);
    const before = prints(`jobs:\n${job('a')}${job('b')}`);
    expect(new Set(before).size).toBe(2);
    expect(prints(`# moved\n\njobs:\n  z: { runs-on: x }\n${job('a')}${job('b')}`)).toEqual(before);
    expect(before.every(print => /^[0-9a-f]{40}$/.test(print))).toBe(true);
  });
});

describe('a workflow without a stored key has no finding', () => {
  test.each([
    [
      'OIDC',
      step(
        '- uses: aws-actions/configure-aws-credentials@v5',
        '  with:',
        '    role-to-assume: ${{ secrets.AWS_ROLE }}',
      ),
    ],
    [
      'outputs of an earlier step',
      step(
        '- env:',
        '    AWS_ACCESS_KEY_ID: ${{ steps.aws.outputs.aws-access-key-id }}',
        '    AWS_SECRET_ACCESS_KEY: ${{ steps.aws.outputs.aws-secret-access-key }}',
        '    AWS_SESSION_TOKEN: ${{ steps.aws.outputs.aws-session-token }}',
      ),
    ],
    ['outputs of a job', step('- env:', '    AWS_ACCESS_KEY_ID: ${{ needs.a.outputs.id }}')],
    [
      'a session token beside it',
      step('- env:', '    AWS_ACCESS_KEY_ID: ${{ secrets.A }}', '    AWS_SESSION_TOKEN: ${{ secrets.T }}'),
    ],
    ['a fake key', step('- env:', '    AWS_ACCESS_KEY_ID: test', '    AWS_SECRET_ACCESS_KEY: test')],
    ['an empty key', step('- env:', '    AWS_ACCESS_KEY_ID: ""')],
    ['another store', step('- env:', '    AWS_ACCESS_KEY_ID: ${{ secrets.R2_ACCESS_KEY_ID }}')],
    [
      'another endpoint',
      step(
        '- env:',
        '    AWS_ACCESS_KEY_ID: ${{ secrets.K }}',
        '    AWS_ENDPOINT_URL: https://x.example.com',
      ),
    ],
    ['a condition', step("- if: ${{ secrets.AWS_ACCESS_KEY_ID != '' }}", '  run: x')],
    ['a comparison', step('- env:', "    HAS: ${{ secrets.AWS_ACCESS_KEY_ID != '' }}")],
    ['a declaration', 'on:\n  workflow_call:\n    secrets:\n      AWS_ACCESS_KEY_ID: { required: true }\n'],
    ['a comment', '# aws-access-key-id: ${{ secrets.K }}\njobs: {}\n'],
    [
      'names that only look alike',
      step(
        '- env:',
        '    AWS_KEY_PAIR_NAME: ${{ secrets.A }}',
        '    AWS_SECRET_ARN: ${{ secrets.B }}',
        '    AWS_KMS_KEY_ID: ${{ secrets.C }}',
      ),
    ],
    [
      'a session in a script',
      step('- run: |', '    export AWS_ACCESS_KEY_ID=$K', '    export AWS_SESSION_TOKEN=$T'),
    ],
    ['the output of a command', step('- run: export AWS_ACCESS_KEY_ID=$(jq -r .id x.json)')],
    ['passing on', step('- run: docker run -e AWS_ACCESS_KEY_ID=$AWS_ACCESS_KEY_ID x')],
  ])('%s', (_, text) => expect(shown(WORKFLOW, text)).toEqual([]));

  test('the declaration of an action’s input', () => {
    expect(shown('action.yml', 'inputs:\n  aws-access-key-id: { description: AWS key }\n')).toEqual([]);
  });
});

describe('other systems', () => {
  test.each([
    [
      '.gitlab-ci.yml',
      'deploy:\n  variables:\n    AWS_ACCESS_KEY_ID: $PROD_KEY\n',
      '3:5 AWS_ACCESS_KEY_ID: $PROD_KEY',
    ],
    [
      '.gitlab-ci.yml',
      'deploy:\n  script:\n    - aws configure set aws_access_key_id $AWS_ACCESS_KEY_ID\n',
      '3:7 aws_access_key_id: $AWS_ACCESS_KEY_ID',
    ],
    [
      '.gitlab-ci.yml',
      'd:\n  secrets:\n    AWS_ACCESS_KEY_ID: { vault: a/b@c }\n',
      '3:5 AWS_ACCESS_KEY_ID: (vault)',
    ],
    ['.circleci/config.yml', 'jobs:\n  a:\n    steps:\n      - aws-cli/setup\n', '4:9 aws-cli/setup'],
    [
      '.circleci/config.yml',
      'jobs:\n  a:\n    steps:\n      - aws-cli/setup:\n          aws_access_key_id: PROD_KEY\n',
      '5:11 aws_access_key_id: $PROD_KEY',
    ],
    [
      '.circleci/config.yml',
      'jobs:\n  a:\n    steps:\n      - aws-cli/setup:\n          region: x\n',
      '4:9 aws-cli/setup',
    ],
    [
      '.buildkite/pipeline.yml',
      'steps:\n  - command: x\n    secrets: [AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY]\n',
      '3:15 AWS_ACCESS_KEY_ID',
    ],
    ['.buildkite/pipeline.yml', 'env:\n  AWS_ACCESS_KEY_ID: ${KEY}\n', '2:3 AWS_ACCESS_KEY_ID: $KEY'],
    [
      '.travis.yml',
      'deploy:\n  provider: s3\n  access_key_id: $KEY\n  secret_access_key: { secure: "x" }\n',
      '3:3 access_key_id: $KEY',
    ],
    ['.travis.yml', 'env:\n  global:\n    - AWS_ACCESS_KEY_ID=$KEY\n', '3:7 aws_access_key_id: $KEY'],
    [
      'azure-pipelines.yml',
      'steps:\n- script: x\n  env:\n    AWS_ACCESS_KEY_ID: $(aws.key)\n',
      '4:5 AWS_ACCESS_KEY_ID: $aws.key',
    ],
    ['azure-pipelines.yml', 'variables:\n- name: AWS_ACCESS_KEY_ID\n  value: $(KEY)\n', '3:3 value: $KEY'],
    [
      'bitbucket-pipelines.yml',
      'x:\n  - pipe: atlassian/aws-s3-deploy:1.1.0\n    variables:\n      AWS_ACCESS_KEY_ID: $AWS_ACCESS_KEY_ID\n',
      '4:7 AWS_ACCESS_KEY_ID: $AWS_ACCESS_KEY_ID',
    ],
    [
      '.drone.yml',
      '---\nkind: pipeline\n---\nsteps:\n- settings:\n    access_key: { from_secret: aws_access_key_id }\n',
      '6:5 access_key: aws_access_key_id',
    ],
    ['.woodpecker.yml', 'steps:\n  a:\n    secrets: [ aws_access_key_id ]\n', '3:16 aws_access_key_id'],
    ['appveyor.yml', 'environment:\n  AWS_ACCESS_KEY_ID: { secure: x }\n', '2:3 AWS_ACCESS_KEY_ID: (secure)'],
    [
      'Jenkinsfile',
      "x\n  withCredentials([[$class: 'AmazonWebServicesCredentialsBinding', credentialsId: 'a']]) {",
      '2:21 AmazonWebServicesCredentialsBinding',
    ],
    [
      'Jenkinsfile',
      "environment {\n  AWS_ACCESS_KEY_ID = credentials('a')\n  AWS_SECRET_ACCESS_KEY = credentials('b')\n}",
      '2:3 AWS_ACCESS_KEY_ID = credentials(…)',
    ],
    ['Jenkinsfile', "withAWS(credentials: 'deploy', region: 'eu-west-1') {", '1:1 withAWS(credentials: …)'],
    ['Jenkinsfile', "withCredentials([aws(credentialsId: 'a')]) {", '1:18 aws(credentialsId: …)'],
    [
      'Jenkinsfile',
      "string(credentialsId: 'a', variable: 'AWS_ACCESS_KEY_ID')",
      '1:1 credentials bound to AWS_ACCESS_KEY_ID',
    ],
  ])('%s: %j', (path, text, expected) => {
    expect(shown(path, text)).toEqual([expected]);
    expect(check(path, text).findings[0]?.replacement).not.toMatch(/secrets\./);
  });

  test.each([
    ['.circleci/config.yml', 'jobs:\n  a:\n    steps:\n      - aws-cli/setup:\n          role_arn: x\n'],
    ['.gitlab-ci.yml', 'd:\n  id_tokens: { T: { aud: x } }\n  variables:\n    AWS_ROLE_ARN: $ROLE\n'],
    [
      '.gitlab-ci.yml',
      'd:\n  script:\n    - export AWS_ACCESS_KEY_ID=$(echo $C | jq .A)\n    - export AWS_SESSION_TOKEN=$(echo $C | jq .T)\n',
    ],
    [
      '.gitlab-ci.yml',
      'd:\n  script:\n    - export AWS_ACCESS_KEY_ID=$K\n    - export AWS_SESSION_TOKEN=$T\n',
    ],
    ['Jenkinsfile', "// AWS_ACCESS_KEY_ID = credentials('a')"],
    ['Jenkinsfile', "withAWS(role: 'x', roleAccount: '111111111111') {"],
    ['bitbucket-pipelines.yml', 'x:\n  - pipe: a\n    variables:\n      AWS_OIDC_ROLE_ARN: $ROLE\n'],
  ])('%s without a stored key has no finding: %j', (path, text) => expect(shown(path, text)).toEqual([]));
});

describe('hostile files', () => {
  test('broken YAML is said, and what could be read still counts', () => {
    const text = 'env:\n  AWS_ACCESS_KEY_ID: ${{ secrets.K }}\njobs: [\n';
    const { findings, unread } = check(WORKFLOW, text);
    expect(findings).toHaveLength(1);
    expect(unread).toEqual([
      { what: WORKFLOW, why: expect.stringContaining('not sound YAML'), incomplete: false },
    ]);
  });

  test.each([
    [
      'aliases',
      `a: &a0 [aws]\n${Array.from({ length: 40 }, (_, i) => `b${i}: &a${i + 1} [*a${i}, *a${i}]\n`).join('')}`,
    ],
    ['brackets', `aws: ${'['.repeat(100_000)}`],
    ['mappings', `aws: ${'{a: '.repeat(50_000)}`],
    ['a size', `aws: ${'x'.repeat(10_000_000)}`],
    ['expressions', `aws: "${'${{ '.repeat(50_000)}"`],
    ['assignments', `aws: "${'aws_access_key_id'.repeat(10_000)}"`],
    ['words', `aws: "${'_a'.repeat(100_000)}"`],
  ])('a bomb of %s hands nothing over', (_, text) => {
    expect(check(WORKFLOW, text).findings).toEqual([]);
  });

  test('a secret’s name cannot carry control characters into a report', () => {
    const text = step('- env:', '    "AWS_ACCESS_KEY_ID\\n::error::x": ${{ secrets.K }}');
    for (const line of shown(WORKFLOW, text)) expect(line).not.toContain('\n');
  });

  test('bytes that are no text are no crash', () => {
    expect(checkCiFile(WORKFLOW, new Uint8Array([0xff, 0xfe, 0, 1, 2, 0x61, 0x77, 0x73])).findings).toEqual(
      [],
    );
  });
});
