import { connect } from 'node:net';
import { Fields } from '../credentials/fields.js';
import { printable } from '../printable.js';
import { readAdmission } from './broker.js';

/** What a credential process ends with; each text is one line or nothing. */
export interface AskedBroker {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: 0 | 1;
}

/** Asks the broker of a command for its credentials. */
export async function askBroker(folder: string | undefined): Promise<AskedBroker> {
  const admission = readAdmission(folder ?? '');
  if (admission === undefined) return ended();
  const fields = Fields.parse(await exchangeLine(admission.address, admission.word));
  const credentials = fields?.text('credentials');
  if (credentials === undefined) {
    const failure = fields?.text('failure');
    return failure === undefined ? ended() : { stdout: '', stderr: line(failure), exitCode: 1 };
  }
  const warning = fields?.text('warning');
  return {
    stdout: `${credentials}\n`,
    stderr: warning === undefined ? '' : line(`not renewed, still valid: ${warning}`),
    exitCode: 0,
  };
}

/** @returns what came until the other end closed; '' when nobody is there */
function exchangeLine(address: string, word: string): Promise<string> {
  return new Promise(resolve => {
    let text = '';
    const socket = connect(address, () => socket.write(`${word}\n`));
    socket.on('data', part => {
      text += part.toString('utf8');
    });
    socket.on('error', () => resolve(''));
    socket.on('close', () => resolve(text));
  });
}

function ended(): AskedBroker {
  return {
    stdout: '',
    stderr: line('the command that these credentials were for has ended (aws-temp-creds exec)'),
    exitCode: 1,
  };
}

function line(text: string): string {
  return `aws-temp-creds: ${printable(text, 5000)}\n`;
}
