import type { CiSystem } from './systems.js';

/** How this action is named in workflows. */
const ACTION = 'org/aws-temp-creds@v1';

/** What to write instead of a stored key, ready to paste, per system. */
export function replacementFor(system: CiSystem, regionText: string): string {
  const region = /^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/.test(regionText) ? regionText : 'eu-west-1';
  return REPLACEMENTS[system].replaceAll('REGION', region);
}

const ROLE = 'arn:aws:iam::111111111111:role/github-deploy';

const REPLACEMENTS: Readonly<Record<CiSystem, string>> = {
  github: `permissions:
  contents: read
  id-token: write
steps:
  - uses: ${ACTION}
    with:
      role-to-assume: ${ROLE}
      aws-region: REGION`,
  gitlab: `id_tokens:
  AWS_ID_TOKEN:
    aud: https://gitlab.com
variables:
  AWS_ROLE_ARN: ${ROLE}
  AWS_WEB_IDENTITY_TOKEN_FILE: /tmp/aws-id-token
  AWS_REGION: REGION
before_script:
  - (umask 077; printf '%s' "$AWS_ID_TOKEN" > /tmp/aws-id-token)`,
  circleci: `- aws-cli/setup:
    role_arn: ${ROLE}
    region: REGION`,
  buildkite: `plugins:
  - aws-assume-role-with-web-identity#v1.4.0:
      role-arn: ${ROLE}`,
  jenkins: `// on an agent with an instance profile (or EKS pod identity), no stored key:
withAWS(role: 'github-deploy', roleAccount: '111111111111', region: 'REGION') {
  …
}`,
  travis: `# Travis CI gives its jobs no OIDC token: deploy from a system that does, e.g. a GitHub workflow with
# permissions: { contents: read, id-token: write } and
- uses: ${ACTION}
  with:
    role-to-assume: ${ROLE}
    aws-region: REGION`,
  azure: `# an AWS service connection with "Use OIDC" switched on:
- task: AWSShellScript@1
  inputs:
    awsCredentials: aws-oidc
    regionName: REGION`,
  bitbucket: `oidc: true
script:
  - export AWS_ROLE_ARN=${ROLE}
  - export AWS_WEB_IDENTITY_TOKEN_FILE=$(pwd)/aws-id-token
  - (umask 077; printf '%s' "$BITBUCKET_STEP_OIDC_TOKEN" > aws-id-token)`,
  drone: `# no stored key: run the step on an agent with an instance profile or pod identity, and let the SDK assume
environment:
  AWS_ROLE_ARN: ${ROLE}`,
  appveyor: `# AppVeyor gives its jobs no OIDC token: deploy from a system that does, e.g. a GitHub workflow with
# permissions: { contents: read, id-token: write } and
- uses: ${ACTION}
  with:
    role-to-assume: ${ROLE}
    aws-region: REGION`,
};
