import { randomUUID } from 'node:crypto';
import type { Answer } from './loopback.js';
import type { Refusal } from './sts-refusal.js';

/** Values of an answer, in order; undefined ones are left out. */
export interface Fields {
  readonly [name: string]: string | number | Fields | undefined;
}

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

export function resultAnswer(action: string, result: Fields): Answer {
  const requestId = randomUUID();
  const body = {
    [`${action}Result`]: result,
    ResponseMetadata: { RequestId: requestId },
  };
  return xml(
    200,
    requestId,
    `<${action}Response xmlns="${NAMESPACE}">\n${elements(body, '  ')}</${action}Response>\n`,
  );
}

export function refusalAnswer({ code, status, message }: Refusal): Answer {
  const requestId = randomUUID();
  const body = {
    Error: { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message },
    RequestId: requestId,
  };
  return xml(
    status,
    requestId,
    `<ErrorResponse xmlns="${NAMESPACE}">\n${elements(body, '  ')}</ErrorResponse>\n`,
  );
}

/** The form of a time in answers: whole seconds, UTC. */
export function answerTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

function elements(fields: Fields, indent: string): string {
  return Object.entries(fields)
    .map(([name, value]) => {
      if (value === undefined) return '';
      if (typeof value === 'object')
        return `${indent}<${name}>\n${elements(value, `${indent}  `)}${indent}</${name}>\n`;
      return `${indent}<${name}>${escaped(String(value))}</${name}>\n`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function xml(status: number, requestId: string, body: string): Answer {
  return { status, type: 'text/xml', body, headers: { 'x-amzn-requestid': requestId } };
}
