import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inputVariables } from './support/action-metadata.js';
import { runCli, runCredentialProcess, runStep } from './support/bundle.js';
import { parseCommandFile } from './support/command-files.js';
import { randomCredentials } from './support/credentials.js';
import { describePullRequest } from './support/github-job.js';
import { withJob } from './support/job.js';
import { nodePath } from './support/program.js';
import { removeFolder, scratchFolder } from './support/scratch.js';
import { type RunningServices, startServices } from './support/services.js';
import { gitHubTrust } from './support/sts-account.js';
import { annotationsIn, masksIn, workflowCommands } from './support/workflow-commands.js';

const ACCOUNT = '111111111111';
let folder: string;
let services: RunningServices;
let role: string;

beforeAll(async () => {
  folder = await scratchFolder('scripts');
  services = await startServices();
  ({ arn: role } = services.sts.role(ACCOUNT, {
    name: 'deploy',
    trust: gitHubTrust(ACCOUNT, { subject: 'repo:acme/shop:*' }),
  }));
});
afterAll(() => Promise.all([services.close(), removeFolder(folder)]));

let count = 0;

/** A step of a few lines, which have `env`, `put(variable, text)` and `mask(value)`. */
async function script(...lines: string[]): Promise<string> {
  const path = join(folder, `step-${count++}.mjs`);
  const prelude = [
    "import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';",
    "import { createHash } from 'node:crypto';",
    'const { env } = process;',
    'const put = (variable, text) => appendFileSync(env[variable], `${text}\\n`);',
    'const mask = value => console.log(`::add-mask::${value}`);',
  ];
  await writeFile(path, [...prelude, ...lines].join('\n'));
  return path;
}

describe('a step', () => {
  test('is told and asked what a runner tells and asks, and inherits nothing else', async () => {
    process.env['OF_THE_TEST'] = 'not for steps';
    const bundle = await script(
      'put("GITHUB_OUTPUT", `inherited=${env.OF_THE_TEST ?? "nothing"}`);',
      'put("GITHUB_OUTPUT", `input=${env["INPUT_ROLE-TO-ASSUME"]}`);',
      'put("GITHUB_OUTPUT", `node=${process.versions.node.split(".")[0]}`);',
      'put("GITHUB_ENV", "A<<end\\n1\\n2=3\\nend");',
      'put("GITHUB_STATE", "since=now");',
      'put("GITHUB_STEP_SUMMARY", "# Done");',
      'put("GITHUB_PATH", "/opt/tool");',
      'mkdirSync(`${env.RUNNER_TEMP}/ours`);',
      'writeFileSync(`${env.RUNNER_TEMP}/ours/file`, env.GITHUB_EVENT_NAME);',
      'console.log("::error file=a%2Cb.ts,line=3,title=Key::x%0Ay");',
      'mask("hidden");',
      'process.exitCode = 3;',
    );
    const run = await runStep({
      bundle,
      job: describePullRequest(7),
      inputs: { 'role-to-assume': 'deploy' },
    });
    expect(run).toMatchObject({
      exitCode: 3,
      outputs: { inherited: 'nothing', input: 'deploy', node: '24' },
      exported: { A: '1\n2=3' },
      state: { since: 'now' },
      summary: '# Done\n',
      path: ['/opt/tool'],
      masks: ['hidden'],
      annotations: [{ level: 'error', file: 'a,b.ts', line: 3, title: 'Key', message: 'x\ny' }],
      files: [{ path: 'ours/file', text: 'pull_request' }],
      strayFiles: [],
    });
  });

  test('hands its environment on to later steps, and its state to its own post step', async () => {
    await withJob({ env: { LEVEL: 'job' } }, async job => {
      const bundle = await script(
        'put("GITHUB_ENV", `LEVEL=${env.LEVEL}+1`);',
        'put("GITHUB_PATH", env.LEVEL);',
        'put("GITHUB_STATE", `level=${env.LEVEL}`);',
      );
      const post = await script('put("GITHUB_OUTPUT", `left=${env.STATE_level} ${env.LEVEL}`);');
      await job.step({ bundle, post });
      const second = await job.step({ bundle, env: { LEVEL: 'step' } });
      expect(second.exported).toEqual({ LEVEL: 'step+1' });
      expect(job.env['PATH']).toMatch(/^step.job/);
      const { stdout } = await job.run(nodePath('20'), ['-p', 'process.env.LEVEL']);
      expect(stdout.trim()).toBe('step+1');
      expect((await job.post()).map(({ outputs }) => outputs)).toEqual([{ left: 'job step+1' }]);
    });
  });

  test('can reach the services, with the permission only', async () => {
    const bundle = await script(
      'put("GITHUB_OUTPUT", `seen=${Boolean(env.ACTIONS_ID_TOKEN_REQUEST_URL)} ${Boolean(env.AWS_ENDPOINT_URL_STS)}`);',
    );
    expect((await runStep({ bundle, services })).outputs).toEqual({ seen: 'true true' });
    expect((await runStep({ bundle, services, idToken: false })).outputs).toEqual({ seen: 'false true' });
  });

  test('has the defaults of the action, and no input that the action does not declare', async () => {
    const inputs = await inputVariables('main', { 'aws-region': 'eu-west-1' });
    expect(inputs).toMatchObject({ 'INPUT_AWS-REGION': 'eu-west-1', 'INPUT_OUTPUT-CREDENTIALS': 'false' });
    expect(inputs).not.toHaveProperty('INPUT_ROLE-TO-ASSUME');
    await expect(inputVariables('main', { 'aws-reigon': 'x' })).rejects.toThrow(
      'declares no input aws-reigon',
    );
  });

  test('that does not end is killed, and one that is cancelled gets its signal', async () => {
    const bundle = await script('console.log("waiting");', 'setInterval(() => {}, 1000);');
    await expect(runStep({ bundle, milliseconds: 300 })).rejects.toThrow(
      'did not end within 300 ms; it wrote:\nwaiting',
    );
    const run = await runStep({ bundle, interrupt: { when: Promise.resolve(), signal: 'SIGKILL' } });
    expect(run).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
  });
});

describe('no secret leaks unseen', () => {
  const secret = randomCredentials('leak');
  const secrets = [secret.accessKeyId, secret.secretAccessKey, secret.sessionToken];
  const given = `const secret = ${JSON.stringify(secret.secretAccessKey)};`;

  test.each([
    ['in a log line', 'console.log(`it is ${secret}`);'],
    ['on stderr', 'console.error(secret);'],
    ['in a debug command', 'console.log(`::debug::${secret}`);'],
    ['behind text that only looks like a mask', 'console.log(`x ::add-mask::${secret}`);'],
    ['in an annotation', 'console.log(`::error::${secret}`);'],
    ['percent-encoded', 'console.log(encodeURIComponent(secret));'],
    ['in base64', 'console.log(Buffer.from(secret).toString("base64"));'],
    ['in the summary', 'put("GITHUB_STEP_SUMMARY", secret);'],
    ['in the state', 'put("GITHUB_STATE", `a=${secret}`);'],
    [
      'in an output that was not asked for',
      'mask(secret); put("GITHUB_OUTPUT", `aws-secret-access-key=${secret}`);',
    ],
    ['in a variable of another name', 'mask(secret); put("GITHUB_ENV", `COPY=${secret}`);'],
    ['in the right variable, unmasked', 'put("GITHUB_ENV", `AWS_SECRET_ACCESS_KEY=${secret}`);'],
    ['in the home folder', 'writeFileSync(`${env.HOME}/cache`, secret, { mode: 0o600 });'],
    ['in the workspace', 'writeFileSync(`${env.GITHUB_WORKSPACE}/cache`, secret, { mode: 0o600 });'],
  ])('%s', async (_, line) => {
    const run = runStep({ bundle: await script(given, line), secrets });
    await expect(run).rejects.toThrow('secrets leaked');
    await expect(run).rejects.not.toThrow(secret.secretAccessKey);
  });

  // Windows has no such permissions.
  (process.platform === 'win32' ? test.skip : test)('in a file that others can read', async () => {
    const line = 'writeFileSync(`${env.RUNNER_TEMP}/cache`, secret, { mode: 0o644 });';
    await expect(runStep({ bundle: await script(given, line), secrets })).rejects.toThrow('secrets leaked');
  });

  test('but it may be masked, exported as asked, and kept in a private file', async () => {
    const bundle = await script(
      given,
      'mask(secret);',
      'put("GITHUB_ENV", `AWS_SECRET_ACCESS_KEY=${secret}`);',
      'put("GITHUB_OUTPUT", `aws-secret-access-key=${secret}`);',
      'mkdirSync(`${env.RUNNER_TEMP}/own`, { mode: 0o700 });',
      'writeFileSync(`${env.RUNNER_TEMP}/own/cache`, secret, { mode: 0o600 });',
    );
    await runStep({ bundle, secrets, inputs: { 'output-credentials': 'true' } });
    const asProfiles = runStep({
      bundle,
      secrets,
      inputs: { 'output-credentials': 'true', export: 'profiles' },
    });
    await expect(asProfiles).rejects.toThrow('GITHUB_ENV');
  });

  test('nor a token of the issuer, in whatever place', async () => {
    const bundle = await script(
      'mask(env.ACTIONS_ID_TOKEN_REQUEST_TOKEN);',
      'console.log(env.ACTIONS_ID_TOKEN_REQUEST_TOKEN.split(".")[2]);',
    );
    await expect(runStep({ bundle, services })).rejects.toThrow(
      'token eyJh… (its signature) in stdout, line 2',
    );
  });

  test('nor credentials that the STS gave out during the step', async () => {
    const bundle = await script(
      'const headers = { authorization: `bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` };',
      'const address = `${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=sts.amazonaws.com`;',
      'const { value } = await (await fetch(address, { headers })).json();',
      'const action = { Action: "AssumeRoleWithWebIdentity", Version: "2011-06-15", RoleSessionName: "run" };',
      'const body = new URLSearchParams({ ...action, RoleArn: env["INPUT_ROLE"], WebIdentityToken: value });',
      'const answer = await (await fetch(env.AWS_ENDPOINT_URL_STS, { method: "POST", body })).text();',
      'console.log(answer.match(/<SecretAccessKey>(.*)</)[1]);',
    );
    const run = runStep({ bundle, services, inputs: { role } });
    await expect(run).rejects.toThrow('(plain) in stdout, line 1');
    expect(services.sts.requests).toMatchObject([{ role, outcome: 'ok' }]);
  });
});

describe('the command', () => {
  test('runs as on a laptop: no runner, an empty home folder, what it is given on stdin', async () => {
    const bundle = await script(
      "import { readFileSync } from 'node:fs';",
      'writeFileSync(`${env.HOME}/left`, readFileSync(0));',
      'console.log(process.argv.slice(2).join(), Object.keys(env).filter(name => /GITHUB|RUNNER|^CI$/.test(name)).length);',
    );
    const run = await runCli(['scan', '-'], { bundle, stdin: 'text' });
    expect(run).toMatchObject({ exitCode: 0, stdout: 'scan,- 0\n', files: [{ path: 'left', text: 'text' }] });
  });

  test('must not print a secret', async () => {
    const { secretAccessKey } = randomCredentials('printed');
    const bundle = await script('console.error(process.argv[2]);');
    await expect(runCli([secretAccessKey], { bundle, secrets: [secretAccessKey] })).rejects.toThrow(
      'secrets leaked',
    );
  });
});

describe('the credential process', () => {
  const answer = {
    Version: 1,
    AccessKeyId: 'a',
    SecretAccessKey: 'b',
    SessionToken: 'c',
    Expiration: '2026-01-01T00:00:00Z',
  };

  test('gives credentials or fails, and nothing in between', async () => {
    await withJob({}, async job => {
      const run = async (line: string) => runCredentialProcess(job, [], {}, { bundle: await script(line) });
      const print = `console.log(${JSON.stringify(JSON.stringify(answer))});`;
      expect((await run(print)).credentials).toEqual(answer);
      expect(await run('process.exitCode = 1;')).toMatchObject({ exitCode: 1, credentials: undefined });
      await expect(run(`console.log("hello"); ${print}`)).rejects.toThrow();
    });
  });
});

describe('workflow commands', () => {
  test('are those that a runner would obey', () => {
    const lines = [
      '  ::notice::padded',
      'x ::error::inside',
      '::unknown::x',
      'old ##[add-mask]y',
      '::warning a=1',
      '::add-mask::a%25%0Ab',
    ];
    const commands = workflowCommands(lines.join('\n'));
    expect(annotationsIn(commands)).toEqual([{ level: 'notice', message: 'padded' }]);
    expect(masksIn(commands)).toEqual(['y', 'a%\nb']);
  });

  test('are not read while stopped', () => {
    expect(
      workflowCommands('::stop-commands::t\n::error::x\n::t::\n::error::y').map(({ data }) => data),
    ).toEqual(['t', 'y']);
  });
});

describe('command files', () => {
  test('carry any value between delimiters', () => {
    const line = fc.string().filter(text => !/[\r\n]/.test(text) && text !== 'end');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), lines => {
        const value = lines.join('\n');
        expect(parseCommandFile(`NAME<<end\n${value}\nend\n`)).toEqual({ NAME: value });
      }),
    );
  });

  test('that a runner would refuse are errors', () => {
    expect(() => parseCommandFile('no sign')).toThrow('invalid format');
    expect(() => parseCommandFile('A<<end\nvalue')).toThrow('closing delimiter');
  });
});
