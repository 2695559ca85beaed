import { setTimeout as pause } from 'node:timers/promises';
import { answerIam, type IamAccount } from './cloud-iam.js';
import { answerIdentityCenter, type IdentityCenter } from './cloud-identity-center.js';
import { answerOrganizations, type Organization } from './cloud-organizations.js';
import { type Answer, listen, type Received } from './loopback.js';
import type { Sts } from './sts.js';
import { Refusal } from './sts-refusal.js';
import type { Caller } from './sts-sessions.js';

/** One call as it came in. */
export interface CloudCall {
  /** The IAM action: `sso:ListInstances`. */
  readonly action: string;
  readonly account: string;
  readonly region: string;
  /** Milliseconds since the service began. */
  readonly at: number;
  outcome: string;
}

/** What there is in the organization that the services serve. */
export interface CloudDefinition {
  readonly organization: Organization;
  readonly identityCenter?: IdentityCenter;
  /** By account ID. */
  readonly iam?: Readonly<Record<string, IamAccount>>;
  /** What a role may do, by its name: patterns of actions. Whoever is not named may do nothing. */
  readonly allowed: Readonly<Record<string, readonly string[]>>;
}

/** What the services that count requests answer in one second at the most, all callers together. */
const QUOTA = 20;

/** Services of which one quota counts. */
const COUNTED = ['sso', 'identitystore', 'organizations'];

/**
 * AWS Organizations, IAM Identity Center, the identity store and IAM of every account, on one port of 127.0.0.1.
 * Signatures are verified against the sessions of an STS; permissions, Regions, pages and quotas are enforced.
 */
export class Cloud {
  definition: CloudDefinition;
  readonly calls: CloudCall[] = [];
  /** Actions that are denied to everybody, as a service control policy does. */
  readonly denied = new Set<string>();
  /** How many further requests are throttled. */
  throttled = 0;
  /** Milliseconds that every answer takes. */
  latency = 0;
  readonly #sts: Sts;
  readonly #started = performance.now();
  #address = { url: '', close: async () => {} };

  constructor(sts: Sts, definition: CloudDefinition) {
    this.#sts = sts;
    this.definition = definition;
  }

  async open(): Promise<void> {
    this.#address = await listen(received => this.#handle(received));
  }

  close(): Promise<void> {
    return this.#address.close();
  }

  /** `AWS_ENDPOINT_URL` of these services; STS has its own. */
  get url(): string {
    return this.#address.url;
  }

  count(prefix: string): number {
    return this.calls.filter(({ action }) => action.startsWith(prefix)).length;
  }

  /** The most requests of the counted services within one second. */
  get busiestSecond(): number {
    const times = this.#counted().map(({ at }) => at);
    return Math.max(
      0,
      ...times.map((from, index) => times.slice(index).filter(at => at < from + 1000).length),
    );
  }

  #counted(): CloudCall[] {
    return this.calls.filter(({ action }) => COUNTED.includes(action.slice(0, action.indexOf(':'))));
  }

  async #handle(received: Received): Promise<Answer> {
    const { service, operation, parameters } = operationOf(received);
    const signed = service === 'organizations' ? 'organizations' : service;
    const call: CloudCall = {
      action: `${service}:${operation}`,
      account: '',
      region: '',
      at: performance.now() - this.#started,
      outcome: 'ok',
    };
    this.calls.push(call);
    if (this.latency > 0) await pause(this.latency);
    try {
      const { caller, region } = this.#sts.signer(received, signed);
      Object.assign(call, { account: caller.account, region });
      this.#checkQuota(call);
      this.#checkPermission(call.action, caller);
      return this.#answer(service, operation, parameters, caller, region);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      call.outcome = error.code;
      return service === 'iam' ? iamRefusal(error) : jsonRefusal(error);
    }
  }

  #answer(
    service: string,
    operation: string,
    parameters: Readonly<Record<string, unknown>>,
    { account }: Caller,
    region: string,
  ): Answer {
    const { organization, identityCenter, iam = {} } = this.definition;
    if (service === 'iam') {
      const own = iam[account];
      if (own === undefined) throw new Error(`there is no IAM of account ${account}`);
      return xmlAnswer(operation, answerIam(operation, parameters, own));
    }
    if (service === 'organizations') {
      checkHome(account, organization);
      return jsonAnswer(answerOrganizations(operation, parameters, organization));
    }
    checkHome(account, organization);
    return jsonAnswer(answerIdentityCenter(operation, parameters, identityCenter, region));
  }

  #checkQuota({ action, at }: CloudCall): void {
    if (this.throttled > 0 && COUNTED.some(service => action.startsWith(`${service}:`))) {
      this.throttled -= 1;
      throw new Refusal('ThrottlingException', 400, 'Rate exceeded');
    }
    const recent = this.#counted().filter(call => call.at > at - 1000);
    if (recent.length > QUOTA && COUNTED.some(service => action.startsWith(`${service}:`)))
      throw new Refusal('ThrottlingException', 400, 'Rate exceeded');
  }

  #checkPermission(action: string, { arn, role }: Caller): void {
    const patterns = role === undefined ? [] : (this.definition.allowed[role.name] ?? []);
    const may = patterns.some(pattern => matches(pattern, action)) && !this.denied.has(action);
    if (may) return;
    const code = action.startsWith('iam:') ? 'AccessDenied' : 'AccessDeniedException';
    throw new Refusal(code, 400, `User: ${arn} is not authorized to perform: ${action} on resource: *`);
  }
}

export async function withCloud<T>(
  sts: Sts,
  definition: CloudDefinition,
  body: (cloud: Cloud) => Promise<T>,
): Promise<T> {
  const cloud = new Cloud(sts, definition);
  await cloud.open();
  try {
    return await body(cloud);
  } finally {
    await cloud.close();
  }
}

/** Member accounts are not answered, but by the one that the management account named as its delegate. */
function checkHome(account: string, { managementAccount, delegated }: Organization): void {
  if (account === managementAccount || account === delegated) return;
  throw new Refusal('AccessDeniedException', 400, "You don't have permissions to access this resource.");
}

function matches(pattern: string, action: string): boolean {
  const parts = pattern.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(action);
}

const TARGETS: Readonly<Record<string, string>> = {
  SWBExternalService: 'sso',
  AWSIdentityStore: 'identitystore',
  AWSOrganizationsV20161128: 'organizations',
};

function operationOf({ headers, body }: Received) {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const [name = '', operation = ''] = target.split('.');
    const parameters: unknown = JSON.parse(body.toString() || '{}');
    const fields = typeof parameters === 'object' && parameters !== null ? { ...parameters } : {};
    return { service: TARGETS[name] ?? name, operation, parameters: fields };
  }
  const fields = Object.fromEntries(new URLSearchParams(body.toString()));
  return { service: 'iam', operation: String(fields['Action']), parameters: fields };
}

function jsonAnswer(value: unknown): Answer {
  return { status: 200, type: 'application/x-amz-json-1.1', body: JSON.stringify(value) };
}

function jsonRefusal({ code, message, status }: Refusal): Answer {
  return {
    status,
    type: 'application/x-amz-json-1.1',
    body: JSON.stringify({ __type: code, message, Message: message }),
  };
}

function xmlAnswer(operation: string, result: string): Answer {
  return {
    status: 200,
    type: 'text/xml',
    body: `<${operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${operation}Response>`,
  };
}

function iamRefusal({ code, message, status }: Refusal): Answer {
  return {
    status,
    type: 'text/xml',
    body: `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
  };
}
