/** Workflows that hand out stored keys, in the shapes that occur in public repositories; each written anew. */
export interface StoredKeyCase {
  readonly name: string;
  /** By path. */
  readonly files: Readonly<Record<string, string>>;
}

const one = (name: string, text: string): StoredKeyCase => ({
  name,
  files: { '.github/workflows/deploy.yml': text },
});

const PEER = (indent: string, more = '') =>
  `uses: aws-actions/configure-aws-credentials@v4
${indent}with:
${indent}  aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
${indent}  aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
${more}`;

export const STORED_KEY_WORKFLOWS: readonly StoredKeyCase[] = [
  one(
    'the peer, after a checkout',
    `name: Deploy
on:
  push:
    branches: [main] # only main

jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4

      # credentials for everything below
      - name: Configure AWS credentials
        ${PEER('        ', '          aws-region: us-east-1  # Change to your region\n')}
      - name: Sync
        run: aws s3 sync ./dist s3://bucket --delete
`,
  ),
  one(
    'the peer, pinned by commit with a comment',
    `on: push
jobs:
  build:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      packages: write
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@0123456789012345678901234567890123456789 # v4.0.2
        with:
          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
          aws-region: eu-central-1
          mask-aws-account-id: "true"
      - id: ecr
        uses: aws-actions/amazon-ecr-login@v2
      - run: docker build -t \${{ steps.ecr.outputs.registry }}/app . && docker push \${{ steps.ecr.outputs.registry }}/app
`,
  ),
  one(
    'the peer before any checkout, the Region a secret',
    `on: { workflow_dispatch: }
jobs:
  invalidate:
    runs-on: ubuntu-latest
    steps:
      - name: Configure
        ${PEER('        ', '          aws-region: ${{ secrets.AWS_REGION }}\n')}
      - run: aws cloudfront create-invalidation --distribution-id X --paths "/*"
`,
  ),
  one(
    'the Region from env of the workflow',
    `on: push
env:
  AWS_REGION: ap-southeast-2
  REPOSITORY: app
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
    - name: Checkout
      uses: actions/checkout@v4
    - name: Configure AWS credentials
      uses: aws-actions/configure-aws-credentials@v1
      with:
        aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
        aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
        aws-region: \${{ env.AWS_REGION }}
    - run: echo "\${{ env.REPOSITORY }}"
`,
  ),
  one(
    'env of single steps, with conditions',
    `on: [push, pull_request]
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm test
      - name: Upload
        if: github.ref == 'refs/heads/main'
        run: aws s3 cp dist s3://bucket --recursive
        env:
          AWS_ACCESS_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}
          AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
          AWS_DEFAULT_REGION: us-east-1
      - name: Invalidate
        if: github.ref == 'refs/heads/main'
        env:
          AWS_ACCESS_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}
          AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
        run: aws cloudfront create-invalidation --distribution-id X --paths "/*"
`,
  ),
  one(
    'env as the first entry of a step',
    `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - env:
          AWS_ACCESS_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}
          AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
        run: npx serverless deploy --stage prod --region eu-west-1
`,
  ),
  one(
    'env of a job',
    `on: push
jobs:
  terraform:
    name: Terraform
    runs-on: ubuntu-latest
    env:
      # for the provider
      AWS_ACCESS_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}
      AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
      TF_IN_AUTOMATION: "true"
    steps:
      - uses: actions/checkout@v4
      - uses: hashicorp/setup-terraform@v3
      - run: terraform init
      - run: terraform apply -auto-approve
`,
  ),
  one(
    'env of the workflow, for several jobs',
    `on: push
env:
  AWS_ACCESS_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}
  AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
  AWS_REGION: eu-west-1

permissions: read-all

jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm test
  deploy:
    needs: test
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npx cdk deploy --all --require-approval never
`,
  ),
  one(
    'aws configure set, in a step of its own',
    `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - name: Checkout
        uses: actions/checkout@v4

      - name: Configure AWS Credentials
        run: |
          aws configure set aws_access_key_id \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws configure set aws_secret_access_key \${{ secrets.AWS_SECRET_ACCESS_KEY }}
          aws configure set default.region us-west-2

      - name: Build
        run: npm ci && npm run build
      - name: Deploy
        run: aws s3 sync ./dist s3://bucket/ --delete
`,
  ),
  one(
    'aws configure set, before the command',
    `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: actions/checkout@v4
      - name: Deploy
        run: |
          aws configure set aws_access_key_id \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws configure set aws_secret_access_key \${{ secrets.AWS_SECRET_ACCESS_KEY }}
          aws ecs update-service --cluster prod --service app --force-new-deployment --region us-east-1
`,
  ),
  one(
    'exports, GITHUB_ENV and a command with its own variables',
    `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          echo "AWS_ACCESS_KEY_ID=\${{ secrets.AWS_KEY }}" >> $GITHUB_ENV
          echo "AWS_SECRET_ACCESS_KEY=\${{ secrets.AWS_SECRET }}" >> $GITHUB_ENV
      - run: |
          export AWS_ACCESS_KEY_ID=\${{ secrets.AWS_KEY }}
          export AWS_SECRET_ACCESS_KEY="\${{ secrets.AWS_SECRET }}"
          eb deploy
      - run: AWS_ACCESS_KEY_ID=\${{ secrets.AWS_KEY }} AWS_SECRET_ACCESS_KEY=\${{ secrets.AWS_SECRET }} aws s3 ls
`,
  ),
  one(
    'staging and production with keys of their own',
    `on: push
jobs:
  deploy-staging:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ secrets.STAGING_AWS_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.STAGING_AWS_SECRET_ACCESS_KEY }}
          aws-region: eu-west-1
      - run: make deploy
  deploy-prod:
    needs: deploy-staging
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ secrets.PROD_AWS_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.PROD_AWS_SECRET_ACCESS_KEY }}
          aws-region: eu-west-1
      - run: make deploy
`,
  ),
  one(
    'two keys in one job',
    `on: push
jobs:
  copy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ secrets.SOURCE_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.SOURCE_SECRET_ACCESS_KEY }}
          aws-region: eu-west-1
      - run: aws s3 sync s3://a .
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ secrets.BACKUP_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.BACKUP_SECRET_ACCESS_KEY }}
          aws-region: us-east-1
      - run: aws s3 sync . s3://b
`,
  ),
  one(
    'a matrix of environments',
    `on: push
jobs:
  deploy:
    strategy:
      matrix:
        environment: [staging, production]
    runs-on: ubuntu-latest
    environment: \${{ matrix.environment }}
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
          aws-region: eu-west-1
      - run: npx cdk deploy --all
`,
  ),
  one(
    'a matrix of Regions',
    `on: push
jobs:
  deploy:
    strategy:
      matrix:
        region: [eu-west-1, us-east-1]
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
          aws-region: \${{ matrix.region }}
      - run: sam deploy
`,
  ),
  one(
    'an environment by dispatch',
    `on:
  workflow_dispatch:
    inputs:
      target:
        description: Where to
        required: true
        type: choice
        options: [dev, prod]
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: \${{ inputs.target }}
    permissions: {}
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@v4
        with: { aws-access-key-id: "\${{ secrets.AWS_ACCESS_KEY_ID }}", aws-secret-access-key: "\${{ secrets.AWS_SECRET_ACCESS_KEY }}", aws-region: eu-west-1, output-credentials: true }
      - run: ./deploy.sh
`,
  ),
  one(
    'an environment by branch',
    `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment:
      name: \${{ github.ref == 'refs/heads/main' && 'production' || 'staging' }}
      url: https://example.com
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@v4
      - ${PEER('        ', '          aws-region: eu-west-1\n')}      - run: make deploy
`,
  ),
  one(
    'a role assumed with the key',
    `on: push
permissions:
  contents: write
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
          aws-region: eu-west-1
          role-to-assume: arn:aws:iam::123456789012:role/deployer
          role-duration-seconds: 3600
          role-skip-session-tagging: true
      - run: terraform apply -auto-approve
`,
  ),
  one(
    'a job in a container',
    `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    container:
      image: node:24
      env:
        AWS_ACCESS_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}
        AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
        NODE_ENV: production
    steps:
      - uses: actions/checkout@v4
      - run: npx cdk deploy
`,
  ),
  one(
    'anchors',
    `on: push
x-env: &aws
  AWS_ACCESS_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}
  AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
  STAGE: prod
jobs:
  one:
    runs-on: ubuntu-latest
    env: *aws
    steps:
      - uses: actions/checkout@v4
      - run: npx sls deploy
`.replace('x-env: &aws', 'env: &aws'),
  ),
  one(
    'Windows line ends',
    `on: push\r\njobs:\r\n  deploy:\r\n    runs-on: windows-latest\r\n    steps:\r\n      - uses: actions/checkout@v4\r\n      - uses: aws-actions/configure-aws-credentials@v4\r\n        with:\r\n          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}\r\n          aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}\r\n          aws-region: eu-west-1\r\n      - run: aws s3 ls\r\n`,
  ),
  one(
    'quoted keys, no line end at the end',
    `"on": push
jobs:
  'deploy':
    "runs-on": 'ubuntu-latest'
    steps:
      - "uses": "actions/checkout@v4"
      - 'uses': 'aws-actions/configure-aws-credentials@v4'
        "with":
          'aws-access-key-id': "\${{ secrets.AWS_ACCESS_KEY_ID }}"
          'aws-secret-access-key': '\${{ secrets.AWS_SECRET_ACCESS_KEY }}'
          'aws-region': 'eu-west-1'
      - run: aws s3 ls`,
  ),
  one(
    'ECR by docker/login-action',
    `on: push
jobs:
  push:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: docker/login-action@v3
        with:
          registry: 123456789012.dkr.ecr.eu-west-1.amazonaws.com
          username: \${{ secrets.AWS_ACCESS_KEY_ID }}
          password: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
      - uses: docker/build-push-action@v6
        with: { push: true, tags: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:latest" }
`,
  ),
  one(
    'an action that takes keys and a session token',
    `on: push
jobs:
  lambda:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: appleboy/lambda-action@v0.2.0
        with:
          aws_access_key_id: \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws_secret_access_key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
          aws_region: eu-west-1
          function_name: app
          zip_file: app.zip
`,
  ),
  one(
    'keys carried on by variables of other names',
    `on: push
env:
  DEPLOY_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}
  DEPLOY_SECRET: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
  STAGE: prod
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ env.DEPLOY_KEY_ID }}
          aws-secret-access-key: \${{ env.DEPLOY_SECRET }}
          aws-region: eu-west-1
      - run: make deploy STAGE=$STAGE
`,
  ),
  {
    name: 'a composite action and its caller',
    files: {
      '.github/actions/deploy/action.yml': `name: Deploy
description: Deploys a stack
inputs:
  stack:
    description: Name of the stack
    required: true
  aws-access-key-id:
    description: Key
    required: true
  aws-secret-access-key:
    description: Secret
    required: true
runs:
  using: composite
  steps:
    - uses: aws-actions/configure-aws-credentials@v4
      with:
        aws-access-key-id: \${{ inputs.aws-access-key-id }}
        aws-secret-access-key: \${{ inputs.aws-secret-access-key }}
        aws-region: eu-west-1
    - shell: bash
      env:
        STACK: \${{ inputs.stack }}
      run: npx cdk deploy "$STACK"
`,
      '.github/workflows/deploy.yml': `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ./.github/actions/deploy
        with:
          stack: Shop # the only one
          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
`,
    },
  },
  {
    name: 'a reusable workflow and its callers',
    files: {
      '.github/workflows/reusable.yml': `on:
  workflow_call:
    inputs:
      environment:
        type: string
        required: true
    secrets:
      AWS_ACCESS_KEY_ID:
        required: true
      AWS_SECRET_ACCESS_KEY:
        required: true
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: \${{ inputs.environment }}
    steps:
      - uses: actions/checkout@v4
      - ${PEER('        ', '          aws-region: eu-west-1\n')}      - run: npx cdk deploy --all
`,
      '.github/workflows/main.yml': `on: push
permissions:
  contents: read
jobs:
  staging:
    uses: ./.github/workflows/reusable.yml
    with:
      environment: staging
    secrets:
      AWS_ACCESS_KEY_ID: \${{ secrets.STAGING_KEY }}
      AWS_SECRET_ACCESS_KEY: \${{ secrets.STAGING_SECRET }}
  production:
    needs: staging
    uses: ./.github/workflows/reusable.yml
    with:
      environment: production
    secrets: inherit
`,
    },
  },
  one(
    'a comment between the steps, blank lines, four blanks of indentation',
    `name: Release
on:
    push:
        tags: ['v*']

jobs:
    release:
        name: Release it
        runs-on: ubuntu-latest

        permissions:
            contents: write   # for the release

        steps:
            -   name: Checkout
                uses: actions/checkout@v4

            # --- upload ---
            # to the bucket of releases
            -   name: Upload
                run: aws s3 cp app.zip s3://releases/
                env:
                    AWS_ACCESS_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}
                    AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
                    AWS_REGION: eu-west-1

            -   run: gh release create "$GITHUB_REF_NAME"
                env:
                    GH_TOKEN: \${{ github.token }}
`,
  ),
  one(
    'write-all, scheduled',
    `on:
  schedule: [{ cron: '0 3 * * *' }]
permissions: write-all
jobs:
  backup:
    runs-on: [self-hosted, linux]
    steps:
      - uses: actions/checkout@v4
      - name: Backup
        env: { AWS_ACCESS_KEY_ID: "\${{ secrets.BACKUP_KEY_ID }}", AWS_SECRET_ACCESS_KEY: "\${{ secrets.BACKUP_SECRET }}", AWS_DEFAULT_REGION: eu-west-1, BUCKET: b }
        run: aws s3 sync . "s3://$BUCKET"
`,
  ),
  one(
    'keys in variables and legacy names',
    `on: push
jobs:
  ansible:
    runs-on: ubuntu-latest
    env:
      AWS_ACCESS_KEY: \${{ vars.AWS_ACCESS_KEY }}
      AWS_SECRET_KEY: \${{ secrets['AWS_SECRET_KEY'] }}
      AWS_REGION: eu-west-1
    steps:
      - uses: actions/checkout@v4
      - run: ansible-playbook site.yml
`,
  ),
  one(
    'a checkout into another folder',
    `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: actions/checkout@v4
        with:
          path: source
      - ${PEER('        ', '          aws-region: eu-west-1\n')}      - run: cd source && make deploy
`,
  ),
];
