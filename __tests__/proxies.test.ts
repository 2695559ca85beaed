import { describe, expect, test } from '@jest/globals';
import { parseProxy, proxyFor, proxyPasswords } from '../src/aws/proxies.js';

const STS = 'https://sts.eu-west-1.amazonaws.com';
const shown = (url: string, variables: Record<string, string>) => {
  const proxy = proxyFor(new URL(url), variables);
  return proxy === undefined ? 'direct' : 'why' in proxy ? 'refused' : `${proxy.shown} ${proxy.variable}`;
};

describe('which proxy counts', () => {
  test.each([
    [
      'https_proxy before HTTPS_PROXY',
      STS,
      { https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:1' },
      'http://a:1 https_proxy',
    ],
    [
      'no scheme is http',
      STS,
      { HTTPS_PROXY: 'proxy.acme.test:3128' },
      'http://proxy.acme.test:3128 HTTPS_PROXY',
    ],
    [
      'no port is that of the scheme',
      STS,
      { HTTPS_PROXY: 'http://proxy.acme.test' },
      'http://proxy.acme.test:80 HTTPS_PROXY',
    ],
    ['HTTP_PROXY alone, for https too', STS, { HTTP_PROXY: 'a:1' }, 'http://a:1 HTTP_PROXY'],
    [
      'ALL_PROXY before HTTP_PROXY for https',
      STS,
      { ALL_PROXY: 'a:1', HTTP_PROXY: 'b:1' },
      'http://a:1 ALL_PROXY',
    ],
    ['HTTPS_PROXY is not for http', 'http://ghes.acme.test', { HTTPS_PROXY: 'a:1' }, 'direct'],
    [
      'http_proxy before all_proxy for http',
      'http://ghes.acme.test',
      { all_proxy: 'a:1', http_proxy: 'b:1' },
      'http://b:1 http_proxy',
    ],
    ['empty is none', STS, { HTTPS_PROXY: '', https_proxy: '' }, 'direct'],
    ['IPv6', STS, { HTTPS_PROXY: 'http://[::1]:3128' }, 'http://[::1]:3128 HTTPS_PROXY'],
    ['SOCKS', STS, { ALL_PROXY: 'socks5h://127.0.0.1:1080' }, 'refused'],
    [
      'SOCKS that is not asked for this host',
      STS,
      { ALL_PROXY: 'socks5://127.0.0.1:1080', NO_PROXY: '*' },
      'direct',
    ],
    ['rubbish', STS, { HTTPS_PROXY: 'http://[::1' }, 'refused'],
  ])('%s', (_, url, variables, proxy) => {
    expect(shown(url, variables)).toBe(proxy);
  });
});

describe('which hosts NO_PROXY excepts', () => {
  test.each([
    ['amazonaws.com', STS, true],
    ['.amazonaws.com', STS, true],
    ['*.amazonaws.com', STS, true],
    ['*amazonaws.com', STS, true],
    ['AmazonAWS.com', STS, true],
    ['sts.eu-west-1.amazonaws.com', STS, true],
    ['amazonaws.com.', STS, true],
    ['azonaws.com', STS, false],
    ['amazonaws.com.cn', STS, false],
    ['*', STS, true],
    [' localhost , amazonaws.com ', STS, true],
    ['localhost amazonaws.com', STS, true],
    ['amazonaws.com:443', STS, true],
    ['amazonaws.com:8443', STS, false],
    ['.', STS, false],
    [',,', STS, false],
    ['127.0.0.1', 'http://127.0.0.1:4566', true],
    ['127.0.0.1:4566', 'http://127.0.0.1:4566', true],
    ['127.0.0.1:4567', 'http://127.0.0.1:4566', false],
    ['0.0.1', 'http://127.0.0.1', false],
    ['10.0.0.0/8', 'https://10.11.12.13', true],
    ['10.0.0.0/8', 'https://11.11.12.13', false],
    ['10.0.0.0/99', 'https://10.11.12.13', false],
    ['::1', 'http://[::1]:80', true],
    ['[::1]', 'http://[::1]:80', true],
    ['[::1]:80', 'http://[::1]', true],
    ['[::1]:81', 'http://[::1]', false],
    ['0:0:0:0:0:0:0:1', 'http://[::1]', true],
    ['fd00::/8', 'https://[fd12::7]', true],
  ])('%s: %s', (exceptions, url, excepted) => {
    for (const name of ['no_proxy', 'NO_PROXY']) {
      const proxy = shown(url, { http_proxy: 'proxy:1', [name]: exceptions });
      expect(proxy).toBe(excepted ? 'direct' : 'http://proxy:1 http_proxy');
    }
  });
});

describe('a login', () => {
  test.each([
    ['http://ann:p%40ss@proxy:3128', 'ann:p@ss'],
    ['ann:secret@proxy:3128', 'ann:secret'],
    ['http://ann@proxy', 'ann:'],
    ['http://proxy', ''],
    ['http://ann:100%@proxy', 'ann:100%'],
  ])('of %s is read', (text, login) => {
    expect(parseProxy(text)).toMatchObject({ login });
    expect(parseProxy(text)).not.toMatchObject({ shown: expect.stringMatching(/ann|secret/) });
  });

  test.each([
    ['http://ann:p%40ss@proxy:3128', ['p%40ss', 'p@ss']],
    ['ann:secret@proxy', ['secret']],
    ['http://ann:a@b:c@proxy', ['a@b:c', 'a%40b%3Ac']],
    ['http://ann:100%@proxy', ['100%', '100%25']],
    ['http://ann@proxy', []],
    ['http://proxy:3128', []],
    ['', []],
  ])('of %s is masked in every form', (text, passwords) => {
    expect(proxyPasswords(text)).toEqual(passwords);
  });
});
