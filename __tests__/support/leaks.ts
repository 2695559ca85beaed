import { platform } from 'node:os';
import type { Variables } from './program.js';
import type { LeftFile } from './scratch.js';
import type { Services, StepRun } from './step-run.js';
import { workflowCommand } from './workflow-commands.js';

/** A value that must not be seen. Tokens may stand nowhere; credentials where they were asked for. */
export interface Secret {
  readonly kind: 'token' | 'credentials' | 'other';
  readonly value: string;
}

const ENVIRONMENT = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
const OUTPUTS = ['aws-access-key-id', 'aws-secret-access-key', 'aws-session-token'];

/** Every secret that the services gave out, and those given. */
export function secretsOf({ issuer, sts }: Services, others: readonly string[] = []): Secret[] {
  const keys = (sts?.sessions ?? []).flatMap(session => [
    session.accessKeyId,
    session.secretAccessKey,
    session.sessionToken,
  ]);
  return [
    ...(issuer?.secrets ?? []).map(value => ({ kind: 'token', value }) as const),
    ...keys.map(value => ({ kind: 'credentials', value }) as const),
    ...others.filter(value => value.length >= 8).map(value => ({ kind: 'other', value }) as const),
  ];
}

/**
 * Throws when a secret stands where none may: anywhere in what a step printed but in `add-mask`; in its summary,
 * its saved state or PATH; in an exported variable or an output other than those that were asked for, or not masked
 * there; in a file that others can read, or outside RUNNER_TEMP. Encoded forms (percent, base64, hex) count too.
 *
 * @param others secrets that the services do not know: planted keys, earlier credentials in the environment
 */
export function assertNoSecretLeaked(run: StepRun, services: Services, others: readonly string[] = []): void {
  const secrets = secretsOf(services, others);
  const leaks = [
    ...leaksInText('stdout', withoutMasks(run.stdout), secrets),
    ...leaksInText('stderr', withoutMasks(run.stderr), secrets),
    ...leaksInText('the summary', run.summary, secrets),
    ...leaksInText('GITHUB_PATH', run.path.join('\n'), secrets),
    ...leaksInValues('the saved state', run.state, secrets, []),
    ...leaksInValues('GITHUB_ENV', run.exported, secrets, exportable(run)),
    ...leaksInValues(
      'the outputs',
      run.outputs,
      secrets,
      run.inputs['output-credentials'] === 'true' ? OUTPUTS : [],
    ),
    ...unmasked(run, secrets),
    ...leaksInFiles(run, secrets),
  ];
  if (leaks.length > 0) throw new Error(`secrets leaked:\n${leaks.map(leak => `- ${leak}`).join('\n')}`);
}

/** The secrets that a text holds in any form, each told without the secret. */
export function leaksInText(place: string, text: string, secrets: readonly Secret[]): string[] {
  return secrets.flatMap(({ kind, value }) => {
    const form = forms(value).find(one => text.includes(one.text));
    if (form === undefined) return [];
    const before = text.slice(0, text.indexOf(form.text)).split('\n');
    const context = (before.at(-1) ?? '').slice(-60);
    return [
      `${kind} ${value.slice(0, 4)}… (${form.name}) in ${place}, line ${before.length}, after ${JSON.stringify(context)}`,
    ];
  });
}

function leaksInValues(
  place: string,
  values: Variables,
  secrets: readonly Secret[],
  allowed: readonly string[],
): string[] {
  const found = Object.entries(values).filter(([name, value]) => {
    const asAskedFor =
      allowed.includes(name) && secrets.some(one => one.kind !== 'token' && one.value === value);
    return !asAskedFor;
  });
  return found.flatMap(([name, value]) => leaksInText(`${place} (${name})`, value, secrets));
}

function exportable({ bundle, inputs }: StepRun): readonly string[] {
  const mode = inputs['export'];
  return bundle === 'post' || mode === undefined || mode === '' || mode === 'env' ? ENVIRONMENT : [];
}

/** What main hands on must be masked. The post step only gives back what an earlier step had masked. */
function unmasked({ bundle, exported, outputs, masks, env }: StepRun, secrets: readonly Secret[]): string[] {
  if (bundle === 'post') return [];
  const handedOn = [...Object.values(exported), ...Object.values(outputs)].filter(value =>
    secrets.some(secret => secret.value === value),
  );
  const missing = handedOn.filter(value => !masks.includes(value) && !Object.values(env).includes(value));
  return missing.map(value => `${value.slice(0, 4)}… was handed on but not masked`);
}

function leaksInFiles({ files, strayFiles }: StepRun, secrets: readonly Secret[]): string[] {
  const storable = secrets.filter(({ kind }) => kind === 'token');
  return [
    ...files.flatMap(file => leaksInText(file.path, file.text, isPrivate(file) ? storable : secrets)),
    ...strayFiles.flatMap(({ path, text }) => leaksInText(`${path}, outside RUNNER_TEMP`, text, secrets)),
  ];
}

function isPrivate({ mode, folderMode }: LeftFile): boolean {
  return platform() === 'win32' || (mode === 0o600 && folderMode === 0o700);
}

function withoutMasks(output: string): string {
  return output
    .split('\n')
    .map(line => (workflowCommand(line)?.name === 'add-mask' ? '' : line))
    .join('\n');
}

function forms(value: string): { readonly name: string; readonly text: string }[] {
  const bytes = Buffer.from(value);
  const signature = /^[\w-]+\.[\w-]+\.([\w-]{40,})$/.exec(value)?.[1];
  return [
    { name: 'plain', text: value },
    { name: 'percent-encoded', text: encodeURIComponent(value) },
    { name: 'base64', text: bytes.toString('base64').replace(/.?=*$/, '') },
    { name: 'hex', text: bytes.toString('hex') },
    ...(signature === undefined ? [] : [{ name: 'its signature', text: signature }]),
  ];
}
