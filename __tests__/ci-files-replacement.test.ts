import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseDocument } from 'yaml';
import { checkCiFile } from '../src/scan/ci-files/check-ci-file.js';
import { lintWorkflow } from './support/workflow-lint.js';

/** A place where a key is handed over, and the file again with the text in its place: `PASTE` stands for it. */
interface Case {
  readonly name: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const REGION = 'ap-southeast-2';
const WORKFLOW = '.github/workflows/deploy.yml';

const CASES: readonly Case[] = [
  {
    name: 'the step of a workflow',
    path: WORKFLOW,
    before: `on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: ./deploy
        env: { AWS_ACCESS_KEY_ID: "\${{ secrets.K }}", AWS_REGION: ${REGION} }
`,
    after: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    PASTE\n',
  },
  {
    name: 'a whole workflow',
    path: WORKFLOW,
    before: `on: push
env: { AWS_ACCESS_KEY_ID: "\${{ secrets.K }}", AWS_DEFAULT_REGION: ${REGION} }
jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: ./deploy }] } }
`,
    after: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    PASTE\n',
  },
  {
    name: 'a job that calls a workflow',
    path: WORKFLOW,
    before: `on: push
jobs:
  a:
    uses: acme/shop/.github/workflows/called.yml@v1
    with: { aws-region: ${REGION} }
    secrets: { AWS_ACCESS_KEY_ID: "\${{ secrets.K }}" }
`,
    after: 'on: push\njobs:\n  a:\n    uses: acme/shop/.github/workflows/called.yml@v1\n    PASTE\n',
  },
  {
    name: 'a composite action',
    path: 'deploy/action.yml',
    before: `runs:
  using: composite
  steps:
    - run: ./deploy
      shell: bash
      env: { AWS_ACCESS_KEY_ID: "\${{ inputs.key }}", AWS_REGION: ${REGION} }
`,
    after: 'runs:\n  using: composite\n  steps:\n    PASTE\n',
  },
  {
    name: 'a job',
    path: '.gitlab-ci.yml',
    before: `d:\n  variables: { AWS_ACCESS_KEY_ID: $K, AWS_DEFAULT_REGION: ${REGION} }\n  script: [./deploy]\n`,
    after: 'd:\n  script: [./deploy]\n  PASTE\n',
  },
  {
    name: 'the set-up of the command line',
    path: '.circleci/config.yml',
    before: `version: 2.1\njobs:\n  a:\n    steps:\n      - aws-cli/setup:\n          region: ${REGION}\n`,
    after:
      'version: 2.1\norbs:\n  aws-cli: circleci/aws-cli@5\njobs:\n  a:\n    docker: [{ image: x }]\n    steps:\n      PASTE\n',
  },
  {
    name: 'the old set-up of the command line',
    path: '.circleci/config.yml',
    before: `version: 2.1\njobs:\n  a:\n    environment: { AWS_REGION: ${REGION} }\n    steps:\n      - aws-cli/setup:\n          aws-access-key-id: PROD_KEY\n          aws-region: AWS_REGION\n`,
    after:
      'version: 2.1\norbs:\n  aws-cli: circleci/aws-cli@5\njobs:\n  a:\n    docker: [{ image: x }]\n    steps:\n      PASTE\n',
  },
  {
    name: 'a step',
    path: '.buildkite/pipeline.yml',
    before: `env: { AWS_REGION: ${REGION} }\nsteps:\n  - command: x\n    secrets: [AWS_ACCESS_KEY_ID]\n`,
    after: 'steps:\n  - command: x\n    PASTE\n',
  },
  {
    name: 'a step',
    path: 'azure-pipelines.yml',
    before: `steps:\n- script: x\n  env: { AWS_ACCESS_KEY_ID: $(aws.key), AWS_REGION: ${REGION} }\n`,
    after: 'steps:\nPASTE\n',
  },
  {
    name: 'a step',
    path: 'bitbucket-pipelines.yml',
    before: `pipelines:\n  default:\n    - step:\n        script:\n          - export AWS_ACCESS_KEY_ID=$KEY\n          - pipe: a\n            variables: { AWS_REGION: ${REGION} }\n`,
    after: 'pipelines:\n  default:\n    - step:\n        PASTE\n',
  },
  {
    name: 'a pipe',
    path: 'bitbucket-pipelines.yml',
    before: `pipelines:\n  default:\n    - step:\n        script:\n          - pipe: atlassian/aws-s3-deploy:1.1.0\n            variables:\n              AWS_ACCESS_KEY_ID: $K\n              AWS_DEFAULT_REGION: ${REGION}\n`,
    after:
      'pipelines:\n  default:\n    - step:\n        oidc: true\n        script:\n          - pipe: atlassian/aws-s3-deploy:1.1.0\n            PASTE\n',
  },
  {
    name: 'a step',
    path: '.drone.yml',
    before: `kind: pipeline\nsteps:\n- name: a\n  environment: { AWS_ACCESS_KEY_ID: { from_secret: k }, AWS_REGION: ${REGION} }\n`,
    after: 'kind: pipeline\ntype: docker\nname: x\nsteps:\n- name: a\n  image: amazon/aws-cli\n  PASTE\n',
  },
  {
    name: 'a plugin',
    path: '.drone.yml',
    before: `kind: pipeline\nsteps:\n- name: a\n  image: plugins/s3\n  settings: { access_key: { from_secret: aws_access_key_id }, region: ${REGION} }\n`,
    after: 'kind: pipeline\ntype: docker\nname: x\nsteps:\n- name: a\n  image: plugins/s3\n  PASTE\n',
  },
  {
    name: 'a step',
    path: '.woodpecker.yml',
    before: `steps:\n  a:\n    environment: { AWS_ACCESS_KEY_ID: { from_secret: k }, AWS_REGION: ${REGION} }\n`,
    after: 'when: { event: push }\nsteps:\n  a:\n    image: amazon/aws-cli\n    PASTE\n',
  },
  {
    name: 'all of it',
    path: '.travis.yml',
    before: `env:\n  global:\n    - AWS_ACCESS_KEY_ID=$KEY\ndeploy: { region: ${REGION} }\n`,
    after: 'PASTE\n',
  },
  {
    name: 'all of it',
    path: 'appveyor.yml',
    before: `environment:\n  AWS_ACCESS_KEY_ID: { secure: x }\n  AWS_REGION: ${REGION}\n`,
    after: 'PASTE\n',
  },
  {
    name: 'a stage',
    path: 'Jenkinsfile',
    before: `withAWS(credentials: 'deploy', region: '${REGION}') {\n}\n`,
    after: 'PASTE\n',
  },
];

function replacementOf({ path, before }: Case): string {
  const [finding] = checkCiFile(path, Buffer.from(before)).findings;
  if (finding?.replacement === undefined) throw new Error(`${path}: nothing to replace`);
  return finding.replacement;
}

function pasted(one: Case): string {
  return one.after.replace(/^([ ]*)PASTE$/m, (_, indent: string) =>
    replacementOf(one).replace(/^(?=.)/gm, indent),
  );
}

const yaml = CASES.filter(({ path }) => path !== 'Jenkinsfile');
/** What is pasted into these, or instead of them, is a workflow. */
const workflows = CASES.filter(({ path }) => [WORKFLOW, '.travis.yml', 'appveyor.yml'].includes(path));

describe('what to write instead', () => {
  test.each(CASES)('in $path, for $name, names the Region that stands there and hands over no key', one => {
    expect(
      replacementOf(one)
        .match(/\b[a-z]{2}-[a-z]+-\d\b/g)
        ?.every(name => name === REGION),
    ).not.toBe(false);
    const { findings, unread } = checkCiFile(one.path, Buffer.from(pasted(one)));
    expect([findings, unread]).toEqual([[], []]);
  });

  test.each(yaml)('in $path, for $name, is sound YAML where it is pasted', one => {
    const document = parseDocument(pasted(one), { uniqueKeys: true, strict: true });
    expect([...document.errors, ...document.warnings]).toEqual([]);
  });

  test.each(workflows)('in $path, for $name, is a workflow that GitHub takes', async one => {
    expect(await lintWorkflow(pasted(one))).toEqual([]);
  });

  test.each([
    ['.gitlab-ci.yml', 'AWS_ID_TOKEN', ['d', 'before_script']],
    ['bitbucket-pipelines.yml', 'BITBUCKET_STEP_OIDC_TOKEN', ['pipelines', 'default', 0, 'step', 'script']],
  ])(
    'in %s, is a script that hands the token to the SDK in a file that nobody else reads',
    (path, variable, at) => {
      if (process.platform === 'win32') return;
      const one = CASES.find(candidate => candidate.path === path);
      const lines = one === undefined ? [] : linesAt(pasted(one), at);
      const shown = execFileSync(
        'sh',
        ['-ec', [...lines, 'echo "$AWS_WEB_IDENTITY_TOKEN_FILE"'].join('\n')],
        {
          env: { PATH: process.env['PATH'], [variable]: 'the token' },
          encoding: 'utf8',
        },
      );
      const file = shown.trim().split('\n').at(-1) ?? '';
      expect(readFileSync(file, 'utf8')).toBe('the token');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      execFileSync('rm', [file]);
    },
  );

  test.each(['.drone.yml', '.woodpecker.yml'])(
    'in %s, makes the SDK assume the role with what the agent has',
    path => {
      if (process.platform === 'win32') return;
      const one = CASES.find(candidate => candidate.path === path);
      const at = path === '.drone.yml' ? ['steps', 0, 'commands'] : ['steps', 'a', 'commands'];
      const [write = ''] = one === undefined ? [] : linesAt(pasted(one), at);
      const written = execFileSync('sh', ['-ec', write.replace(/> \S+$/, '')], { encoding: 'utf8' });
      expect(written).toBe(
        '[profile deploy]\nrole_arn = arn:aws:iam::111111111111:role/github-deploy\ncredential_source = Ec2InstanceMetadata\n',
      );
    },
  );
});

function linesAt(text: string, at: readonly (string | number)[]): string[] {
  const found: unknown = parseDocument(text).getIn(at);
  const lines: unknown = JSON.parse(JSON.stringify(found));
  return Array.isArray(lines) ? lines.map(String) : [];
}
