import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isReadByAll, parseConfigFile, settingsOf } from '../src/laptop/config-file.js';
import { blocksOf, withBlock } from '../src/laptop/managed-block.js';
import { showDiff } from '../src/laptop/show-diff.js';
import { configText } from './support/config-texts.js';
import { plantedKey } from './support/credentials.js';
import { failureOf } from './support/profile-job.js';

const BODY = '[profile dev]\nregion = eu-west-1\n';
const OTHER = '[profile dev]\nregion = eu-west-3\noutput = json\n';

describe('a block of ours in any file', () => {
  test('is taken out again to the byte', () => {
    fc.assert(
      fc.property(configText, text => {
        const written = withBlock(text, 'acme/shop', BODY);
        expect(withBlock(written, 'acme/shop', undefined)).toBe(text);
      }),
      { numRuns: 400, seed: 12 },
    );
  });

  test('is the only thing that a change of it changes', () => {
    fc.assert(
      fc.property(configText, configText, (before, after) => {
        const text = `${withBlock(before, 'acme/shop', BODY)}${after}`;
        const changed = withBlock(text, 'acme/shop', OTHER) ?? '';
        const [block] = blocksOf(changed);
        expect(block?.body.replaceAll('\r\n', '\n')).toBe(OTHER);
        expect(changed.slice(0, block?.start)).toBe(before);
        expect(changed.slice(block?.end)).toBe(after);
        expect(withBlock(changed, 'acme/shop', OTHER)).toBe(changed);
      }),
      { numRuns: 400, seed: 12 },
    );
  });

  test('stands beside those of other repositories', () => {
    const one = withBlock('[default]\nregion = x', 'acme/shop', BODY);
    const two = withBlock(one, 'acme/pay', '[profile pay]\n');
    expect(blocksOf(two ?? '').map(({ owner }) => owner)).toEqual(['acme/shop', 'acme/pay']);
    expect(withBlock(two, 'acme/pay', undefined)).toBe(one);
    const rest = withBlock(two, 'acme/shop', undefined);
    expect(withBlock(rest, 'acme/pay', undefined)).toBe('[default]\nregion = x');
  });

  test('makes a file where there is none, and leaves none', () => {
    const made = withBlock(undefined, 'acme/shop', BODY);
    expect(made).toMatch(/^# BEGIN aws-temp-creds acme\/shop\n/);
    expect(withBlock(made, 'acme/shop', undefined)).toBeUndefined();
    expect(withBlock('', 'acme/shop', undefined)).toBe('');
    expect(withBlock(withBlock('', 'acme/shop', BODY), 'acme/shop', undefined)).toBe('');
  });

  test('lets no line that was added behind it join the one before it', () => {
    const text = `${withBlock('region = x', 'acme/shop', BODY)}[profile mine]\n`;
    expect(withBlock(text, 'acme/shop', undefined)).toBe('region = x\n[profile mine]\n');
  });

  test.each([
    ['a beginning without an end', '# BEGIN aws-temp-creds acme/shop\n[profile dev]\n'],
    ['an end without a beginning', '[profile dev]\n# END aws-temp-creds acme/shop\n'],
    ['two of one owner', `${withBlock('', 'a', BODY)}${withBlock('', 'a', BODY)}`],
    ['one within another', '# BEGIN aws-temp-creds a\n# BEGIN aws-temp-creds b\n# END aws-temp-creds b\n'],
  ])('that was damaged is left alone: %s', (_, text) => {
    expect(failureOf(() => withBlock(text, 'acme/shop', BODY)).code).toBe('wrong-configuration');
  });
});

describe('a configuration file is read', () => {
  test('as botocore and the SDK for JavaScript read it', () => {
    const sections = parseConfigFile(
      [
        '\u00ef\u00bb\u00bf[default]',
        'region = eu-west-1 # home',
        's3 =',
        '  use_dualstack_endpoint = true',
        "[ profile 'dev' ] ; x",
        'SSO_Session=acme',
        'Region : eu-west-2',
        '# region = eu-west-3',
        '[sso-session acme]',
        'sso_start_url = https://acme.awsapps.com/start#/',
      ].join('\r\n'),
    );
    expect(sections.map(({ kind, name, line }) => [kind, name, line])).toEqual([
      ['profile', 'default', 1],
      ['profile', 'dev', 5],
      ['sso-session', 'acme', 9],
    ]);
    expect(Object.fromEntries(settingsOf(sections, 'profile', 'dev') ?? [])).toEqual({
      sso_session: 'acme',
      region: 'eu-west-2',
    });
    expect(sections[0]?.settings[0]).toMatchObject({ value: 'eu-west-1', comment: '# home' });
    expect(sections[2]?.settings[0]?.value).toBe('https://acme.awsapps.com/start#/');
  });

  test.each(['a b', 'a#b', 'ünï', 'a,b', 'a=b', "a'b", 'constructor', 'toString', ''])(
    'and the name %s is known as one that some tool drops',
    name => expect(isReadByAll(name)).toBe(false),
  );
});

describe('a diff', () => {
  test('shows no key that stands near the change', () => {
    const key = plantedKey('near');
    const before = `[default]\naws_access_key_id = ${key.accessKeyId}\naws_secret_access_key=${key.secretAccessKey}`;
    const diff = showDiff('config', before, withBlock(before, 'acme/shop', BODY));
    expect(diff).toContain('+[profile dev]');
    expect(diff).toContain(' aws_access_key_id = ***');
    expect(diff).not.toContain(key.accessKeyId);
    expect(diff).not.toContain(key.secretAccessKey);
  });
});
