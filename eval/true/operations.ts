import type { Planted, TrueCategory } from '../case.js';
import { pair, temporary } from '../plant.js';
import { ALPHANUMERIC, LOWER, type Random } from '../random.js';
import { among, assigned, lines, names } from '../surroundings.js';

function shell(k: Planted, r: Random): string {
  const mark = r.pick(['', '"', "'"]);
  const row = r.pick([
    (n: string, v: string) => `export ${n}=${mark}${v}${mark}`,
    (n: string, v: string) => `: "\${${n}:=${v}}"`,
    (n: string, v: string) => `declare -x ${n}="${v}"`,
    (n: string, v: string) => `set -gx ${n} ${mark}${v}${mark}`,
    (n: string, v: string) => `setenv ${n} ${v}`,
    (n: string, v: string) => `${n}=${v}; export ${n}`,
    (n: string, v: string) => `echo "${n}=${v}" >> "$GITHUB_ENV"`,
  ]);
  return assigned(k, r, 'shell', row);
}

function powershell(k: Planted, r: Random): string {
  const row = r.pick([
    (n: string, v: string) => `$env:${n} = "${v}"`,
    (n: string, v: string) => `$Env:${n}='${v}'`,
    (n: string, v: string) => `[Environment]::SetEnvironmentVariable("${n}", "${v}", "User")`,
    (n: string, v: string) => `setx ${n} ${v}`,
    (n: string, v: string) => `set ${n}=${v}`,
    (n: string, v: string) => `set "${n}=${v}"`,
  ]);
  const cmdlet = `Set-AWSCredential -AccessKey ${k.id} -SecretKey ${k.secret} -StoreAs default`;
  return r.chance(0.2) ? `${cmdlet}\r\n` : assigned(k, r, 'hash', row);
}

function command(k: Planted, r: Random): string {
  return among(
    r,
    'shell',
    r.pick([
      `AWS_ACCESS_KEY_ID=${k.id} AWS_SECRET_ACCESS_KEY=${k.secret} aws s3 ls`,
      `aws configure set aws_access_key_id ${k.id} && aws configure set aws_secret_access_key ${k.secret}`,
      `docker run -e AWS_ACCESS_KEY_ID=${k.id} -e AWS_SECRET_ACCESS_KEY=${k.secret} app`,
      `kubectl create secret generic s3 --from-literal=accessKey=${k.id} --from-literal=secretKey=${k.secret}`,
      `helm install app . --set s3.accessKey=${k.id} --set s3.secretKey=${k.secret}`,
      `terraform apply -var 'access_key=${k.id}' -var 'secret_key=${k.secret}'`,
      `restic --access-key ${k.id} --secret-key ${k.secret} backup`,
      `printf '${k.id}\\n${k.secret}\\neu-west-1\\njson\\n' | aws configure`,
      `mc alias set s3 https://s3.amazonaws.com ${k.id} ${k.secret}`,
    ]),
  );
}

const curl = (k: Planted, r: Random) =>
  among(
    r,
    'shell',
    r.pick([
      `curl -u ${k.id}:${k.secret} --aws-sigv4 aws:amz:eu-west-1:s3 https://s3.amazonaws.com/`,
      `curl --user "${k.id}:${k.secret}" https://api.example.org/`,
      `curl -u '${k.id}:${k.secret}' -T a.txt https://example.org/a.txt`,
    ]),
  );

function userinfo(k: Planted, r: Random): string {
  const scheme = r.pick(['sqs', 's3', 'https', 's3a', 'kinesis', 'dynamodb']);
  return among(
    r,
    'env',
    `BROKER_URL=${scheme}://${k.id}:${encodeURIComponent(k.secret)}@${r.text(LOWER, 8)}/${r.text(LOWER, 5)}`,
  );
}

function query(k: Planted, r: Random): string {
  const n = names(r, r.pick(['snake', 'camel', 'pascal']));
  const separator = r.pick(['&', '&amp;', ';']);
  const url = `https://${r.text(LOWER, 7)}.example.net/sync?${n.id}=${k.id}${separator}${n.secret}=${encodeURIComponent(k.secret)}`;
  return among(r, 'prose', `${r.pick(['GET ', 'url: ', '<', ''])}${url}${separator}region=eu-west-1`);
}

function log(k: Planted, r: Random): string {
  const line = r.pick([
    `2026-03-04 10:00:01 ERROR auth failed for key ${k.id} secret ${k.secret}`,
    `DEBUG env: {'AWS_ACCESS_KEY_ID': '${k.id}', 'AWS_SECRET_ACCESS_KEY': '${k.secret}'}`,
    `level=info msg="using credentials" access_key=${k.id} secret_key=${k.secret}`,
    `Credentials(accessKeyId=${k.id}, secretAccessKey=${k.secret})`,
    `[${r.text(ALPHANUMERIC, 8)}] + AWS_ACCESS_KEY_ID=${k.id} AWS_SECRET_ACCESS_KEY=${k.secret} ./run`,
  ]);
  return [...lines(r, 'log', 1, 8), line, ...lines(r, 'log', 1, 8), ''].join('\n');
}

const exported = (k: Planted, r: Random) =>
  among(
    r,
    'shell',
    ...(['id', 'secret', 'token'] as const).map(part => {
      const name = { id: 'AWS_ACCESS_KEY_ID', secret: 'AWS_SECRET_ACCESS_KEY', token: 'AWS_SESSION_TOKEN' }[
        part
      ];
      return `export ${name}="${k[part]}"`;
    }),
  );

/** What runs programs. */
export const operations: readonly TrueCategory[] = [
  {
    name: 'shell',
    files: ['deploy.sh', '.bashrc', 'setup.fish', '.profile', 'entrypoint'],
    plant: pair,
    write: shell,
  },
  {
    name: 'shell, temporary credentials',
    files: ['login.sh', '.bash_history'],
    plant: temporary,
    write: exported,
  },
  {
    name: 'powershell and batch',
    files: ['deploy.ps1', 'run.bat', 'build.cmd'],
    plant: pair,
    write: powershell,
  },
  {
    name: 'command line',
    files: ['README.md', 'run.sh', '.bash_history', 'Makefile'],
    plant: pair,
    write: command,
  },
  { name: 'curl user', files: ['upload.sh', 'NOTES.md'], plant: pair, write: curl },
  { name: 'url userinfo', files: ['.env', 'celery.cfg'], plant: pair, write: userinfo },
  {
    name: 'url query',
    files: ['links.txt', 'sync.html', 'requests.http', 'access.log'],
    plant: pair,
    write: query,
  },
  { name: 'log', files: ['app.log', 'build.log', 'error.txt'], plant: pair, write: log },
];
