import type { HandOver } from './hand-over.js';
import type { CiSystem } from './systems.js';

/** How this action is named in workflows. */
const ACTION = 'org/aws-temp-creds@v1';
const ROLE = 'arn:aws:iam::111111111111:role/github-deploy';
const ACCOUNT_AND_NAME = "role: 'github-deploy', roleAccount: '111111111111'";

/** The place that a text is for. */
type Place = Pick<HandOver, 'where' | 'region'> & { readonly path: string };

/**
 * What to write instead of a stored key, ready to paste where the key is handed over: into the job, the step or the
 * action, with the Region that stands there.
 */
export function replacementFor(system: CiSystem, place: Place): string {
  return REPLACEMENTS[system](place.region === '' ? 'eu-west-1' : place.region, place);
}

const REPLACEMENTS: Readonly<Record<CiSystem, (region: string, place: Place) => string>> = {
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

function githubText(region: string, { path, where }: Place): string {
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
function isCaller(where: string): boolean {
  return /^\.jobs\.[^.[]+(?:\[[^\]]*\])?\.(?:secrets|with)$/.test(where);
}

function bitbucketText(region: string, { where }: Place): string {
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

function droneText(region: string, { where }: Place): string {
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
function elsewhere(name: string, region: string): string {
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
