import type { HttpAnswer } from './send.js';

/** Version of the STS API; every request of the Query protocol names that of its service. */
const STS_VERSION = '2011-06-15';

/** Parameters of a request of AWS's Query protocol; undefined ones are left out. */
export type Parameters = Readonly<Record<string, string | undefined>>;

export const FORM = 'application/x-www-form-urlencoded; charset=utf-8';

/** The body of a request of the Query protocol. */
export function queryBody(action: string, parameters: Parameters, version = STS_VERSION): string {
  const form = new URLSearchParams({ Action: action, Version: version });
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) form.set(name, value);
  return form.toString();
}

/** The text of the first element of that name that holds nothing but text. STS's answers are XML of a fixed form. */
export function element(body: string, name: string): string | undefined {
  const start = body.indexOf(`<${name}>`);
  if (start < 0) return undefined;
  const from = start + name.length + 2;
  const end = body.indexOf('<', from);
  if (end < 0 || !body.startsWith(`</${name}>`, end)) return undefined;
  return unescaped(body.slice(from, end)).trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** What an answer of AWS says when it is an error; `code` undefined: it is none of AWS's. */
export function saidBy({ status, headers, body }: HttpAnswer): {
  readonly code: string | undefined;
  readonly message: string;
  readonly requestId: string | undefined;
} {
  const requestId = element(body, 'RequestId') ?? headers['x-amzn-requestid']?.toString();
  // Half of an answer says half of what AWS said.
  const isError = status >= 400 && body.includes('<ErrorResponse') && body.includes('</ErrorResponse>');
  const code = isError ? element(body, 'Code') : undefined;
  return { code: code || undefined, message: element(body, 'Message') ?? '', requestId };
}
