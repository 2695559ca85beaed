import { get, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { HttpProxyAgent } from 'hpagent';
import { type Loopback, listen } from './support/loopback.js';
import { type ForwardProxy, startProxy } from './support/proxy.js';

let service: Loopback;
let proxy: ForwardProxy;

beforeEach(async () => {
  service = await listen(async ({ target }) => ({
    status: 200,
    type: 'text/plain',
    body: `reached ${target}`,
  }));
  proxy = await startProxy({
    user: 'ann',
    password: 'p:w',
    routes: { 'sts.eu-west-1.amazonaws.com:80': new URL(service.url).host },
  });
});
afterEach(() => Promise.all([service.close(), proxy.close()]));

function fetched(options: RequestOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    get(options, answer => {
      let text = `${answer.statusCode} `;
      answer.on('data', part => {
        text += part;
      });
      answer.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

test('tunnels to loopback, and to names that are routed there', async () => {
  const agent = new HttpProxyAgent({ proxy: proxy.url });
  expect(await fetched({ agent, host: 'sts.eu-west-1.amazonaws.com', port: 80, path: '/a' })).toBe(
    '200 reached /a',
  );
  expect(proxy.requests).toEqual([
    { kind: 'tunnel', target: 'sts.eu-west-1.amazonaws.com:80', user: 'ann', status: 200 },
  ]);
});

test('forwards requests with an absolute URL', async () => {
  const { port } = new URL(proxy.url);
  const headers = { 'proxy-authorization': `Basic ${Buffer.from('ann:p:w').toString('base64')}` };
  expect(await fetched({ host: '127.0.0.1', port, path: `${service.url}/b?c=d`, headers })).toBe(
    '200 reached /b?c=d',
  );
});

test('refuses whoever does not log in, and every place that is not on this machine', async () => {
  const { port } = new URL(proxy.url);
  expect(await fetched({ host: '127.0.0.1', port, path: `${service.url}/b` })).toBe('407 ');
  const answer = await new Promise<string>(resolve => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write('CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: x\r\n\r\n'),
    );
    socket.once('data', data => resolve(String(data)));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 407 /);
  const agent = new HttpProxyAgent({ proxy: proxy.url });
  await expect(fetched({ agent, host: 'example.com', port: 80 })).rejects.toThrow('502');
  expect(proxy.requests.map(({ status }) => status)).toEqual([407, 407, 502]);
});
