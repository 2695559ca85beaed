import { createServer } from 'node:http';
import { portOf } from './loopback.js';

/** GitHub's REST API on loopback: answers what it was told to, and 404 otherwise. */
export interface GitHubApi {
  readonly url: string;
  /** By path; undefined: 404. */
  readonly answers: Map<string, unknown>;
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function startGitHubApi(): Promise<GitHubApi> {
  const answers = new Map<string, unknown>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers.get(path);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { message: 'Not Found' }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    answers,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
