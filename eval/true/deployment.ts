import type { Planted, TrueCategory } from '../case.js';
import { pair } from '../plant.js';
import type { Random } from '../random.js';
import { among, assigned, lines, names } from '../surroundings.js';

function dockerfile(k: Planted, r: Random): string {
  const row = r.pick([
    (n: string, v: string) => `ENV ${n}=${v}`,
    (n: string, v: string) => `ENV ${n} ${v}`,
    (n: string, v: string) => `ARG ${n}="${v}"`,
  ]);
  const one = `ENV AWS_ACCESS_KEY_ID=${k.id} \\\n    AWS_SECRET_ACCESS_KEY=${k.secret}`;
  return `FROM node:24\n${r.chance(0.25) ? among(r, 'hash', one) : assigned(k, r, 'hash', row)}`;
}

function compose(k: Planted, r: Random): string {
  const list = [`      - AWS_ACCESS_KEY_ID=${k.id}`, `      - "AWS_SECRET_ACCESS_KEY=${k.secret}"`];
  const map = [`      AWS_ACCESS_KEY_ID: ${k.id}`, `      AWS_SECRET_ACCESS_KEY: "${k.secret}"`];
  return [
    'services:',
    '  app:',
    '    image: app',
    '    environment:',
    ...r.pick([list, map]),
    ...lines(r, 'yaml', 0, 3),
    '',
  ].join('\n');
}

function workflow(k: Planted, r: Random): string {
  const step = r.pick([
    [
      '      - uses: aws-actions/configure-aws-credentials@v4',
      '        with:',
      `          aws-access-key-id: ${k.id}`,
      `          aws-secret-access-key: ${k.secret}`,
    ],
    [
      '      - run: npx cdk deploy',
      '        env:',
      `          AWS_ACCESS_KEY_ID: ${k.id}`,
      `          AWS_SECRET_ACCESS_KEY: '${k.secret}'`,
    ],
    [
      '      - run: |',
      `          export AWS_ACCESS_KEY_ID=${k.id}`,
      `          export AWS_SECRET_ACCESS_KEY=${k.secret}`,
    ],
  ]);
  return [
    'on: push',
    'jobs:',
    '  deploy:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v7',
    ...step,
    '',
  ].join('\n');
}

function pipeline(k: Planted, r: Random): string {
  return r.pick([
    `variables:\n  AWS_ACCESS_KEY_ID: ${k.id}\n  AWS_SECRET_ACCESS_KEY: ${k.secret}\ndeploy:\n  script: make\n`,
    `env:\n  global:\n    - AWS_ACCESS_KEY_ID=${k.id} AWS_SECRET_ACCESS_KEY=${k.secret}\n`,
    `pipeline {\n  environment {\n    AWS_ACCESS_KEY_ID = '${k.id}'\n    AWS_SECRET_ACCESS_KEY = '${k.secret}'\n  }\n}\n`,
    `deploy:\n  provider: s3\n  access_key_id: ${k.id}\n  secret_access_key: ${k.secret}\n  bucket: web\n`,
    `[Service]\nEnvironment="AWS_ACCESS_KEY_ID=${k.id}" "AWS_SECRET_ACCESS_KEY=${k.secret}"\nExecStart=/bin/app\n`,
    `export AWS_ACCESS_KEY_ID ?= ${k.id}\nexport AWS_SECRET_ACCESS_KEY := ${k.secret}\n\nall:\n\tmake deploy\n`,
  ]);
}

function kubernetes(k: Planted, r: Random): string {
  const n = names(r, r.pick(['env', 'camel', 'kebab']));
  return r.pick([
    `apiVersion: v1\nkind: Secret\nstringData:\n  ${n.id}: ${k.id}\n  ${n.secret}: ${k.secret}\n`,
    `spec:\n  containers:\n    - env:\n        - name: AWS_ACCESS_KEY_ID\n          value: ${k.id}\n        - name: AWS_SECRET_ACCESS_KEY\n          value: "${k.secret}"\n`,
    `s3:\n  enabled: true\n  ${n.id}: "${k.id}"\n  ${n.secret}: "${k.secret}"\n`,
    `apiVersion: v1\nkind: ConfigMap\ndata:\n  .env: |\n    AWS_ACCESS_KEY_ID=${k.id}\n    AWS_SECRET_ACCESS_KEY=${k.secret}\n`,
  ]);
}

function ansible(k: Planted, r: Random): string {
  return r.pick([
    `---\naws_access_key: ${k.id}\naws_secret_key: ${k.secret}\nregion: eu-west-1\n`,
    `- hosts: all\n  tasks:\n    - amazon.aws.s3_object:\n        aws_access_key: "${k.id}"\n        aws_secret_key: "${k.secret}"\n`,
    `    - ec2: access_key=${k.id} secret_key=${k.secret} state=present\n`,
    `[all:vars]\naws_access_key=${k.id}\naws_secret_key=${k.secret}\n`,
  ]);
}

/** What builds and deploys programs. */
export const deployment: readonly TrueCategory[] = [
  {
    name: 'dockerfile',
    files: ['Dockerfile', 'build.Dockerfile', 'Containerfile'],
    plant: pair,
    write: dockerfile,
  },
  { name: 'compose', files: ['docker-compose.yml', 'compose.yaml'], plant: pair, write: compose },
  {
    name: 'github workflow',
    files: ['.github/workflows/deploy.yml', '.github/workflows/ci.yaml'],
    plant: pair,
    write: workflow,
  },
  {
    name: 'other pipelines',
    files: ['.gitlab-ci.yml', '.travis.yml', 'Jenkinsfile', 'app.service', 'Makefile'],
    plant: pair,
    write: pipeline,
  },
  {
    name: 'kubernetes and helm',
    files: ['values.yaml', 'secret.yaml', 'deployment.yaml'],
    plant: pair,
    write: kubernetes,
  },
  { name: 'ansible', files: ['group_vars/all.yml', 'site.yml', 'hosts'], plant: pair, write: ansible },
];
