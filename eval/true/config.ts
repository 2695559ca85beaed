import type { Planted, TrueCategory } from '../case.js';
import {
  handMadePair,
  idAlone,
  letterPair,
  odd,
  oldPair,
  pair,
  secretAlone,
  temporary,
  temporaryIdAlone,
} from '../plant.js';
import type { Random } from '../random.js';
import { among, lines, names, ordered } from '../surroundings.js';

const quote = (r: Random) => r.pick(['"', "'"]);

function dotenv(k: Planted, r: Random, mark: string, prefix = ''): string {
  const n = names(r, 'env');
  const line = (name: string, value: string) =>
    value === '' ? [] : [`${prefix}${name}=${mark}${value}${mark}`];
  const [first = '', second = '', ...rest] = [
    ...line(n.id, k.id),
    ...line(n.secret, k.secret),
    ...line(n.token, k.token),
  ];
  return among(r, 'env', ...(second === '' ? [first] : ordered(r, 'env', first, second, ...rest)));
}

function ini(k: Planted, r: Random): string {
  const equals = r.pick([' = ', '=', ' =', '\t=\t', ' : ']);
  const upper = r.chance(0.2);
  const name = (text: string) => (upper ? text.toUpperCase() : text);
  const rows = [
    `${name('aws_access_key_id')}${equals}${k.id}`,
    `${name('aws_secret_access_key')}${equals}${k.secret}`,
    ...(k.token === '' ? [] : [`${name('aws_session_token')}${equals}${k.token}`]),
  ];
  const section = r.pick(['[default]', '[profile ci]', '[prod-deploy]']);
  return [...lines(r, 'ini', 0, 2), section, ...rows, ...lines(r, 'ini', 0, 3), ''].join('\n');
}

function yaml(k: Planted, r: Random): string {
  const n = names(r, r.pick(['snake', 'camel', 'kebab', 'env']));
  const mark = r.pick(['', '"', "'"]);
  const indent = ' '.repeat(r.int(0, 3) * 2);
  return among(
    r,
    'yaml',
    'aws:',
    ...ordered(
      r,
      'yaml',
      `${indent}  ${n.id}: ${mark}${k.id}${mark}`,
      `${indent}  ${n.secret}: ${mark}${k.secret}${mark}`,
    ),
  );
}

function properties(k: Planted, r: Random): string {
  const n = names(r, 'dotted');
  const equals = r.pick(['=', ' = ', ': ', ' ']);
  return among(r, 'ini', ...ordered(r, 'ini', `${n.id}${equals}${k.id}`, `${n.secret}${equals}${k.secret}`));
}

function terraform(k: Planted, r: Random): string {
  const pad = r.chance(0.5) ? ' '.repeat(5) : ' ';
  const block = r.pick(['provider "aws" {', 'backend "s3" {', 'locals {', 'credentials = {']);
  return among(r, 'hash', block, `  access_key${pad}= "${k.id}"`, `  secret_key${pad}= "${k.secret}"`, '}');
}

function elements(k: Planted, r: Random): string {
  const n = names(r, r.pick(['pascal', 'camel']));
  const gap = r.pick(['', '\n      ']);
  const element = (name: string, value: string) => `  <${name}>${gap}${value}${gap}</${name}>`;
  return among(r, 'xml', '<Credentials>', element(n.id, k.id), element(n.secret, k.secret), '</Credentials>');
}

function attributes(k: Planted, r: Random): string {
  const n = names(r, r.pick(['pascal', 'dotted']));
  const rows = r.pick([
    [`<add key="${n.id}" value="${k.id}" />`, `<add key="${n.secret}" value="${k.secret}" />`],
    [`<aws accessKey="${k.id}" secretKey="${k.secret}" region="eu-west-1"/>`],
    [`<property name="${n.id}" value='${k.id}'/>`, `<property name="${n.secret}" value='${k.secret}'/>`],
  ]);
  return among(r, 'xml', '<appSettings>', ...rows, '</appSettings>');
}

function hadoop(k: Planted): string {
  const property = (name: string, value: string) =>
    `  <property>\n    <name>${name}</name>\n    <value>${value}</value>\n  </property>`;
  const both = [property('fs.s3a.access.key', k.id), property('fs.s3a.secret.key', k.secret)];
  return ['<?xml version="1.0"?>', '<configuration>', ...both, '</configuration>', ''].join('\n');
}

function tool(k: Planted, r: Random): string {
  return r.pick([
    `[default]\naccess_key = ${k.id}\nbucket_location = EU\nsecret_key = ${k.secret}\nuse_https = True\n`,
    `[remote]\ntype = s3\nprovider = AWS\naccess_key_id = ${k.id}\nsecret_access_key = ${k.secret}\nregion = eu-west-1\n`,
    `[Credentials]\naws_access_key_id = ${k.id}\naws_secret_access_key = ${k.secret}\n\n[Boto]\ndebug = 0\n`,
    `spark.hadoop.fs.s3a.access.key ${k.id}\nspark.hadoop.fs.s3a.secret.key ${k.secret}\n`,
    `machine s3.amazonaws.com\n  login ${k.id}\n  password ${k.secret}\n`,
    `${k.id}:${k.secret}\n`,
    `input { s3 { access_key_id => "${k.id}" secret_access_key => "${k.secret}" bucket => "logs" } }\n`,
    `<match **>\n  @type s3\n  aws_key_id ${k.id}\n  aws_sec_key ${k.secret}\n</match>\n`,
    `AWSAccessKeyId=${k.id}\nAWSSecretKey=${k.secret}\n`,
  ]);
}

function toml(k: Planted, r: Random): string {
  const n = names(r, r.pick(['snake', 'kebab', 'camel']));
  const mark = quote(r);
  const inline = `s3 = { ${n.id} = ${mark}${k.id}${mark}, ${n.secret} = ${mark}${k.secret}${mark} }`;
  const table = ['[aws]', `${n.id} = ${mark}${k.id}${mark}`, `${n.secret} = ${mark}${k.secret}${mark}`];
  return among(r, 'ini', ...r.pick([[inline], table]));
}

const envs = ['.env', '.env.production', 'prod.env', '.env.bak', 'env.txt', '.envrc'];

/** Configuration files of programs. */
export const config: readonly TrueCategory[] = [
  { name: 'dotenv', files: envs, plant: pair, write: (k, r) => dotenv(k, r, '') },
  { name: 'dotenv, quoted', files: envs, plant: pair, write: (k, r) => dotenv(k, r, quote(r)) },
  { name: 'dotenv, old identifier', files: envs, plant: oldPair, write: (k, r) => dotenv(k, r, '') },
  {
    name: 'dotenv, temporary credentials',
    files: envs,
    plant: temporary,
    write: (k, r) => dotenv(k, r, r.pick(['', '"'])),
  },
  {
    name: 'dotenv, identifier without digits',
    files: envs,
    plant: letterPair,
    write: (k, r) => dotenv(k, r, ''),
  },
  {
    name: 'dotenv, hand-made identifier',
    files: envs,
    plant: handMadePair,
    write: (k, r) => dotenv(k, r, ''),
  },
  {
    name: 'dotenv, identifier alone',
    files: envs,
    plant: idAlone,
    write: (k, r) => dotenv(k, r, r.pick(['', '"'])),
  },
  {
    name: 'dotenv, temporary identifier alone',
    files: envs,
    plant: temporaryIdAlone,
    write: (k, r) => dotenv(k, r, ''),
  },
  {
    name: 'dotenv, secret alone',
    files: envs,
    plant: secretAlone,
    write: (k, r) => dotenv(k, r, r.pick(['', '"'])),
  },
  {
    name: 'dotenv, secret of odd length',
    files: envs,
    plant: odd,
    write: (k, r) =>
      among(r, 'env', `${r.pick(['AWS_SECRET_ACCESS_KEY', 'aws_secret_access_key'])}=${k.value}`),
  },
  {
    name: 'credentials file',
    files: ['.aws/credentials', 'credentials', 'aws.ini', '.aws/config'],
    plant: pair,
    write: ini,
  },
  {
    name: 'credentials file, temporary',
    files: ['.aws/credentials', 'credentials.bak'],
    plant: temporary,
    write: ini,
  },
  {
    name: 'yaml',
    files: ['config.yml', 'settings.yaml', 'database.yml', 'application.yml'],
    plant: pair,
    write: yaml,
  },
  {
    name: 'properties',
    files: ['application.properties', 'aws.properties', 'gradle.properties'],
    plant: pair,
    write: properties,
  },
  {
    name: 'terraform',
    files: ['main.tf', 'provider.tf', 'prod.tfvars', 'packer.pkr.hcl'],
    plant: pair,
    write: terraform,
  },
  {
    name: 'xml elements',
    files: ['settings.xml', 'aws.config', 'response.xml'],
    plant: pair,
    write: elements,
  },
  {
    name: 'xml attributes',
    files: ['web.config', 'app.config', 'beans.xml'],
    plant: pair,
    write: attributes,
  },
  { name: 'hadoop site', files: ['core-site.xml', 'hdfs-site.xml'], plant: pair, write: hadoop },
  { name: 'toml', files: ['config.toml', 'pyproject.toml', '.sentryclirc.toml'], plant: pair, write: toml },
  {
    name: 'tool configuration',
    files: ['.s3cfg', 'rclone.conf', '.boto', '.passwd-s3fs', 'rootkey.csv'],
    plant: pair,
    write: tool,
  },
  {
    name: 'crlf',
    files: ['settings.ini', '.env', 'deploy.bat', 'web.config'],
    plant: pair,
    write: (k, r) => dotenv(k, r, r.pick(['', '"'])).replaceAll('\n', '\r\n'),
  },
  {
    name: 'byte order mark, utf-8',
    files: ['.env', 'settings.ini', 'keys.csv'],
    plant: pair,
    write: (k, r) => `\ufeff${r.chance(0.5) ? `${k.id},${k.secret}\r\n` : dotenv(k, r, '')}`,
  },
];
