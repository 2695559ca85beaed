import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { profileContents } from '../src/handover/profiles.js';
import { failureOf, type ProfileJob, profileJob, target } from './support/profile-job.js';

let job: ProfileJob;
beforeEach(() => {
  job = profileJob();
});
afterEach(() => job.close());

describe("the user's own profiles", () => {
  const own = (name: 'config' | 'credentials', content: string | Buffer) =>
    writeFileSync(join(job.home, '.aws', name), content);

  test.each([
    ['nothing', ''],
    ['a last line without newline', '[default]\nregion = eu-north-1'],
    ['nested settings, comments, CRLF', '# mine\r\n[profile prod ]  ; x\r\ns3 =\r\n  max_queue_size = 1\r\n'],
    ['bytes that are no UTF-8', Buffer.from([0xef, 0xbb, 0xbf, 0x5b, 0x61, 0x5d, 0x0a, 0xff, 0xfe, 0x0a])],
  ])('stay readable byte for byte: %s', (_, content) => {
    own('config', content);
    const written = profileContents(job.plan(), [], 'linux').config;
    const bytes = Buffer.from(content);
    expect(written.subarray(0, bytes.length).equals(bytes)).toBe(true);
    expect(written.subarray(bytes.length).toString()).toMatch(
      /^\n?# Profiles of aws-temp-creds.*\n(\[default\]\nregion = .*\ncredential_process = .*\n)?\[profile dev\]\n/,
    );
  });

  test.each([
    ['config', '[profile dev]'],
    ['config', '[profile  "dev"] ; comment'],
    ['config', "\ufeff[ profile 'dev' ]"],
    ['config', '[dev]'],
    ['credentials', '[dev]'],
    ['credentials', '  [ dev ] # stale'],
    ['credentials', '[profile dev]'],
  ] as const)('of the same name are an error before any call: %s %s', (name, header) => {
    own(name, `[default]\nregion = x\r\n${header}\naws_access_key_id = x\n`);
    const { code, message } = failureOf(() => job.plan());
    expect(code).toBe('wrong-configuration');
    expect(message).toContain(join(job.home, '.aws', name));
  });

  test('of other names are none, whatever they resemble', () => {
    own(
      'config',
      '[profile devs]\n[profile my dev]\n[sso-session dev]\n[services dev]\n[profile Dev]\ndev = [dev]\n',
    );
    expect(job.plan().job.environments).toHaveLength(1);
  });

  test('keep their [default]; a profile of that name is refused', () => {
    own('config', '[default]\n');
    expect(
      failureOf(() => job.plan({ targets: [target('default', '111111111111')] })).explanation.write,
    ).toContain('aws-profile');
  });

  test('are read from where the variables say', () => {
    mkdirSync(join(job.home, 'elsewhere'));
    writeFileSync(join(job.home, 'elsewhere', 'c'), '[profile dev]\n');
    const variables = { AWS_CONFIG_FILE: '~/elsewhere/c' };
    expect(failureOf(() => job.plan({ variables })).code).toBe('wrong-configuration');
  });

  test('that cannot be read are an error, for they would disappear', () => {
    mkdirSync(join(job.home, '.aws', 'config'));
    expect(failureOf(() => job.plan())).toMatchObject({ code: 'wrong-configuration' });
  });
});
