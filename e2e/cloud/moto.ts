import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pythonFolder } from '../parts.js';

/** The stand-in for every AWS service but STS. */
export interface Moto {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts moto, of the installed part `python`, on a free port of loopback, and waits until it listens. */
export async function startMoto(python: string): Promise<Moto> {
  const child = spawn(join(pythonFolder(python), 'moto_server'), ['-H', '127.0.0.1', '-p', '0'], {
    env: { ...process.env, AWS_DEFAULT_REGION: 'us-east-1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()));
  const close = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const said: string[] = [];
  const lines = createInterface({ input: child.stderr });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => reject(new Error(`moto ended with ${code}:\n${said.join('\n')}`)));
    lines.on('line', line => {
      const found = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
      // Later lines are its access log, which must be read all the same, or moto stalls on a full pipe.
      else if (said.length < 50) said.push(line);
    });
  });
  return { url, close };
}

/** In whose name a call is made, and what it is for. */
export interface Caller {
  readonly account: string;
  readonly region: string;
  readonly service: string;
}

export interface MotoCall {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends one call to moto, past the front: for preparing and looking, not for proving. */
export async function callMoto(
  moto: Moto,
  { account, region, service }: Caller,
  call: MotoCall,
): Promise<string> {
  const { method = 'POST', path = '/', headers = {}, body = '' } = call;
  const scope = `20260101/${region}/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=preparation/${scope}, SignedHeaders=host, Signature=0`;
  const answer = await fetch(`${moto.url}${path}`, {
    method,
    headers: { authorization, 'x-moto-account-id': account, ...headers },
    ...(body === '' ? {} : { body }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`moto refused ${service} ${method} ${path}: ${answer.status} ${text}`);
  return text;
}

const VERSIONS: Readonly<Record<string, string>> = { cloudformation: '2010-05-15', iam: '2010-05-08' };

/** A call in the Query protocol. */
export function callQuery(
  moto: Moto,
  caller: Caller,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const body = new URLSearchParams({ Version: VERSIONS[caller.service] ?? '', ...fields }).toString();
  return callMoto(moto, caller, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
}
