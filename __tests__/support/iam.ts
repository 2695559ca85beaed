import { FaultPlan, type FaultScope } from './fault-plan.js';
import { type Answer, delay, disturbed, type Fault, listen, type Received, type Reply } from './loopback.js';
import { RequestLog } from './request-log.js';
import type { Sts } from './sts.js';
import type { Role } from './sts-account.js';
import { type Fields, refusalAnswer, resultAnswer } from './sts-answers.js';
import { parametersOf } from './sts-log.js';
import { Refusal } from './sts-refusal.js';
import type { Parameters } from './sts-request.js';
import type { Caller } from './sts-sessions.js';

/** One request that IAM got. */
export interface IamRequest {
  readonly action: string;
  readonly parameters: Parameters;
  /** The access key ID that signed, once it was verified. */
  signedBy: string | undefined;
  /** `ok`, an error's code, or the fault that struck. */
  outcome: string;
}

/** A fault of HTTP, or an answer that takes longer. */
export type IamFault = Fault | { readonly milliseconds: number };

/** Starts a strict IAM (GetRole, CreateRole, UpdateAssumeRolePolicy) for the accounts of an STS. */
export async function startIam(sts: Sts): Promise<Iam> {
  const iam = new Iam(sts);
  await iam.open();
  return iam;
}

export class Iam {
  /** ARNs of the callers' roles that have iam:GetRole, CreateRole and UpdateAssumeRolePolicy; users have it. */
  readonly allowed = new Set<string>();
  readonly #sts: Sts;
  readonly #log = new RequestLog<IamRequest>();
  readonly #faults = new FaultPlan<IamFault, IamRequest>();
  #address = { url: '', close: async () => {} };

  constructor(sts: Sts) {
    this.#sts = sts;
  }

  async open(): Promise<void> {
    this.#address = await listen(request => this.#handle(request));
  }

  close(): Promise<void> {
    return this.#address.close();
  }

  /** The endpoint: `AWS_ENDPOINT_URL_IAM`. */
  get url(): string {
    return this.#address.url;
  }

  get requests(): readonly IamRequest[] {
    return this.#log.entries;
  }

  fail(fault: IamFault, scope: FaultScope<IamRequest> = {}): void {
    this.#faults.add(fault, scope);
  }

  async #handle(received: Received): Promise<Reply> {
    const parameters = parametersOf(received);
    const request: IamRequest = {
      action: parameters['Action'] ?? '',
      parameters,
      signedBy: undefined,
      outcome: 'none',
    };
    this.#log.add(request);
    const answer = async () => this.#answer(received, parameters, request);
    const fault = this.#faults.next(request);
    if (fault === undefined) return answer();
    if (typeof fault === 'object' && 'milliseconds' in fault) {
      await delay(fault.milliseconds);
      return answer();
    }
    request.outcome = typeof fault === 'string' ? fault : `status ${fault.status}`;
    return disturbed(fault, answer);
  }

  #answer(received: Received, parameters: Parameters, request: IamRequest): Answer {
    try {
      const caller = this.#sts.caller(received, 'iam');
      request.signedBy = caller.accessKeyId;
      this.#checkPermission(caller, request);
      const result = this.#perform(request.action, parameters, caller);
      request.outcome = 'ok';
      return resultAnswer(request.action, result);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      request.outcome = error.code;
      return refusalAnswer(error);
    }
  }

  #checkPermission(caller: Caller, { action, parameters }: IamRequest): void {
    if (caller.role === undefined || this.allowed.has(caller.role.arn)) return;
    const resource = `role ${parameters['RoleName'] ?? ''}`;
    const text = `User: ${caller.arn} is not authorized to perform: iam:${action} on resource: ${resource} because no identity-based policy allows the iam:${action} action`;
    throw new Refusal('AccessDenied', 403, text);
  }

  /** Names are looked up in the account of whoever asks: IAM takes no other one. */
  #perform(action: string, parameters: Parameters, caller: Caller): Fields {
    if (parameters['Version'] !== '2010-05-08')
      throw new Refusal('InvalidAction', 400, `Could not find operation ${action}`);
    const name = parameters['RoleName'] ?? '';
    const role = this.#role(caller.account, name);
    switch (action) {
      case 'GetRole':
        return { Role: described(found(role, name)) };
      case 'CreateRole':
        if (role !== undefined)
          throw new Refusal('EntityAlreadyExists', 409, `Role with name ${name} already exists.`);
        return {
          Role: described(
            this.#write(
              caller.account,
              (parameters['Path'] ?? '/').slice(1) + name,
              parameters['AssumeRolePolicyDocument'],
            ),
          ),
        };
      case 'UpdateAssumeRolePolicy': {
        const path = found(role, name).arn.replace(/^.*:role\//, '');
        this.#write(caller.account, path, parameters['PolicyDocument']);
        return {};
      }
      default:
        throw new Refusal('InvalidAction', 400, `Could not find operation ${action} for version 2010-05-08`);
    }
  }

  #write(account: string, name: string, trust: string | undefined): Role {
    return this.#sts.role(account, { name, trust: trust ?? '' });
  }

  #role(account: string, name: string): Role | undefined {
    return [...(this.#sts.accounts.get(account)?.roles.values() ?? [])].find(role => role.name === name);
  }
}

function found(role: Role | undefined, name: string): Role {
  if (role !== undefined) return role;
  throw new Refusal('NoSuchEntity', 404, `The role with name ${name} cannot be found.`);
}

function described({ arn, name, id, document, maxSessionDuration }: Role): Fields {
  return {
    Path: arn.replace(/^.*?:role/, '').slice(0, -name.length),
    RoleName: name,
    RoleId: id,
    Arn: arn,
    CreateDate: '2026-01-01T00:00:00Z',
    AssumeRolePolicyDocument: encodeURIComponent(document),
    MaxSessionDuration: maxSessionDuration,
  };
}
