import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { portOf } from '../../__tests__/support/loopback.js';
import { forward } from './forward.js';
import { type IssuedKey, readKey } from './keys.js';
import { mayCall } from './permissions.js';
import { type AwsAnswer, refusal } from './refusal.js';
import { type AwsRequest, readRequest } from './request.js';
import { StacksInProgress } from './stacks-in-progress.js';

/** One request that arrived, for a scenario to assert on. */
export interface RecordedRequest {
  readonly at: number;
  readonly service: string;
  readonly region: string;
  readonly operation: string;
  /** Account of the key that signed it; undefined: unsigned, or a key that STS never gave out. */
  readonly account: string | undefined;
  /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION` of the signer. */
  readonly arn: string | undefined;
  /** For STS: the role that was asked for. */
  readonly roleArn: string | undefined;
  /** The key had expired when the request arrived. */
  readonly expired: boolean;
  readonly status: number;
}

export interface FrontOptions {
  /** `http://127.0.0.1:PORT` of the STS. */
  readonly sts: string;
  /** `http://127.0.0.1:PORT` of everything else. */
  readonly aws: string;
  /** Seconds for which a new stack stays in progress. */
  readonly stackSeconds: number;
}

/** Starts an `AwsFront` on a free port of loopback. */
export async function startFront(options: FrontOptions): Promise<AwsFront> {
  const front = new AwsFront(options);
  await front.open();
  return front;
}

/**
 * AWS as one endpoint on loopback: STS is answered by one server, the rest by another; a request is let through
 * only when it is signed with a key that STS gave out, that has not expired and whose role may make the call; it
 * goes to the account of the key.
 */
export class AwsFront {
  readonly requests: RecordedRequest[] = [];
  readonly #options: FrontOptions;
  readonly #keys = new Map<string, IssuedKey>();
  readonly #stacks: StacksInProgress;
  readonly #server = createServer((incoming, outgoing) => {
    this.#handle(incoming, outgoing).catch((error: unknown) => {
      outgoing.writeHead(502, { 'content-type': 'text/plain' }).end(`the front failed: ${String(error)}`);
    });
  });

  constructor(options: FrontOptions) {
    this.#options = options;
    this.#stacks = new StacksInProgress(options.stackSeconds);
  }

  /**
   * From now on it is an HTTPS proxy too, and answers itself for whatever host is asked for: for tools that cannot be
   * told an endpoint.
   *
   * @param certificate private key and certificate, PEM
   */
  impersonate(certificate: string): void {
    this.#server.on('connect', (_request: IncomingMessage, socket: Socket) => {
      socket.on('error', () => socket.destroy());
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      const secure = new TLSSocket(socket, { isServer: true, key: certificate, cert: certificate });
      secure.on('error', () => socket.destroy());
      this.#server.emit('connection', secure);
    });
  }

  open(): Promise<void> {
    return new Promise(resolve => this.#server.listen(0, '127.0.0.1', resolve));
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  get url(): string {
    return `http://127.0.0.1:${portOf(this.#server.address())}`;
  }

  /** By address, and by name for the one client that is to see path-style addresses of buckets. */
  get environment(): Readonly<Record<string, string>> {
    return {
      AWS_ENDPOINT_URL: this.url,
      AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION: this.url.replace('127.0.0.1', 'localhost'),
    };
  }

  async #handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    const key = this.#keys.get(request.keyId ?? '');
    const now = Date.now();
    const answer = await this.#answer(request, key, now);
    this.requests.push({
      at: now,
      service: request.service,
      region: request.region,
      operation: request.operation,
      account: key?.account,
      arn: key?.arn,
      roleArn: request.fields.get('RoleArn') ?? undefined,
      expired: key !== undefined && key.expires <= now,
      status: answer.status,
    });
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  }

  async #answer(request: AwsRequest, key: IssuedKey | undefined, now: number): Promise<AwsAnswer> {
    if (request.service === 'sts') return this.#learned(await forward(request, this.#options.sts));
    if (request.keyId === undefined) return refusal('MissingAuthenticationToken', request);
    if (key === undefined) return refusal('InvalidClientTokenId', request);
    if (key.expires <= now) return refusal('ExpiredToken', request);
    if (!mayCall(key.arn, request)) return refusal('AccessDenied', request);
    const answer = await forward(request, this.#options.aws, { 'x-moto-account-id': key.account });
    return this.#stacks.shown(request, answer, key.account, now);
  }

  #learned(answer: AwsAnswer): AwsAnswer {
    const key = answer.status === 200 ? readKey(answer.body.toString('utf8')) : undefined;
    if (key !== undefined) this.#keys.set(key.id, key);
    return answer;
  }
}
