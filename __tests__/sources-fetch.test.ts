import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Repository } from './support/repository.js';
import { Repositories, scanChanges } from './support/scanning.js';
import { removeFolder, scratchFolder } from './support/scratch.js';

const repositories = new Repositories();
const servers: Server[] = [];
const folders: string[] = [];
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await repositories.remove();
  await Promise.all(folders.map(removeFolder));
});

interface Listener {
  readonly origin: string;
  readonly requests: IncomingMessage[];
}

/** A server that has no repository: it only notes who asks. */
async function listen(redirectTo?: string): Promise<Listener> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    if (redirectTo === undefined) response.writeHead(404).end();
    else response.writeHead(301, { location: redirectTo + request.url }).end();
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { origin: `http://127.0.0.1:${address.port}`, requests };
}

const HEADER = 'AUTHORIZATION: basic bm90OmE6c2VjcmV0';

/** A checkout whose credentials are as actions/checkout leaves them: a header, in a file that is included. */
async function withRemote(url: string, headerFor: string): Promise<Repository> {
  const repository = await repositories.create();
  const folder = await scratchFolder('credentials');
  folders.push(folder);
  const file = join(folder, 'git-credentials.config').replaceAll('\\', '/');
  writeFileSync(file, `[http "${headerFor}/"]\n\textraheader = ${HEADER}\n`);
  await repository.git('remote', 'add', 'origin', url);
  await repository.git('config', 'includeIf.gitdir:**.path', file);
  return repository;
}

async function ask(repository: Repository, serverUrl: string, variables = process.env): Promise<void> {
  const fetch = { serverUrl, milliseconds: 20_000, bytes: 1e6 };
  const result = await scanChanges(repository.path, '1234567890'.repeat(4), { fetch, variables });
  expect(result.mode).toBe('tree');
}

describe('the credentials of the checkout', () => {
  test("go to the job's server, from a file that the configuration includes", async () => {
    const server = await listen();
    await ask(await withRemote(`${server.origin}/o/r`, server.origin), server.origin);
    expect(server.requests[0]?.url).toBe('/o/r/info/refs?service=git-upload-pack');
    expect(server.requests.map(({ headers }) => headers.authorization)).toContain('basic bm90OmE6c2VjcmV0');
  });

  test('do not go there when they are those of another server', async () => {
    const server = await listen();
    await ask(await withRemote(`${server.origin}/o/r`, 'https://elsewhere.example'), server.origin);
    expect(server.requests.length).toBeGreaterThan(0);
    expect(server.requests.filter(({ headers }) => headers.authorization)).toEqual([]);
  });

  test('go nowhere else: neither to another remote nor where the server points', async () => {
    const other = await listen();
    const server = await listen(other.origin);
    await ask(await withRemote(`${server.origin}/o/r`, server.origin), server.origin);
    await ask(await withRemote(`${other.origin}/o/r`, other.origin), server.origin);
    expect(server.requests.length).toBeGreaterThan(0);
    expect(other.requests).toEqual([]);
  });

  test('are not used where a setting of the repository would lead the fetch elsewhere', async () => {
    const other = await listen();
    const server = await listen();
    const repository = await withRemote(`${server.origin}/o/r`, server.origin);
    await repository.git('config', `url.${other.origin}/.insteadOf`, `${server.origin}/`);
    await repository.git('config', 'http.proxy', other.origin);
    await repository.git('config', 'remote.origin.proxy', other.origin);
    await ask(repository, server.origin);
    expect(other.requests).toEqual([]);
    expect(server.requests.length).toBeGreaterThan(0);
  });
});
