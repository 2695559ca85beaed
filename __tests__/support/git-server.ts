import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gitEnvironment, type Repository } from './repository.js';

export interface GitServerOptions {
  /** The path that it is served at, with `/`: `/acme/shop`. */
  readonly path: string;
  /** Asked for as GitHub does, with the user `x-access-token`; undefined: anybody may read. */
  readonly token?: string;
}

/** Serves a repository over HTTP, with git's own back end, as GitHub does: by the token that a job has. */
export class GitServer {
  readonly origin: string;
  readonly #server: Server;

  private constructor(server: Server, origin: string) {
    this.#server = server;
    this.origin = origin;
  }

  static async start(repository: Repository, options: GitServerOptions): Promise<GitServer> {
    const server = createServer((request, response) => {
      answer(repository, options, request, response).catch(error => response.destroy(error));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    await repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    return new GitServer(server, `http://127.0.0.1:${address.port}`);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

async function answer(
  repository: Repository,
  { path, token }: GitServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const wanted = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const given = request.headers.authorization?.replace(/^basic/i, 'Basic');
  if (token !== undefined && given !== wanted) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
    return;
  }
  if (!url.pathname.startsWith(`${path}/`)) {
    response.writeHead(404).end();
    return;
  }
  const child = spawn('git', ['http-backend'], {
    env: {
      ...gitEnvironment(),
      GIT_PROJECT_ROOT: `${repository.path}/.git`,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname.slice(path.length),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  const end = whole.indexOf('\r\n\r\n');
  for (const line of whole.toString('latin1', 0, end).split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
    if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.end(whole.subarray(end + 4));
}
