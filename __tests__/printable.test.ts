import { describe, expect, test } from '@jest/globals';
import { parseRoleArn } from '../src/aws/names.js';
import { parseConfiguration } from '../src/config/document.js';
import { Faults } from '../src/config/fault.js';
import { inert } from '../src/printable.js';
import { policyJson, statementFor } from '../src/trust/statement.js';

describe('hostile text', () => {
  test('of a configuration file neither moves the cursor of a terminal nor begins a line of its own', () => {
    const faults = new Faults();
    parseConfiguration('"a\\e[31m\\u202e\\n::error::x": 1', faults);
    expect(() => faults.throwIfAny('wrong-configuration', 'The file is wrong')).toThrow(
      expect.objectContaining({
        explanation: expect.objectContaining({
          why: 'line 1: a\\u001b[31m\\u202e\\n::error::x is not a key of this file',
        }),
      }),
    );
  });

  test('in a subject stands escaped in the trust policy to paste, which admits that subject all the same', () => {
    const subject = 'repo:acme/shop:ref:refs/heads/\u202ea\u200b"\n::b';
    const role = parseRoleArn('arn:aws:iam::111111111111:role/deploy');
    if (role === undefined) throw new Error('it is the ARN of a role');
    const issuer = 'https://token.actions.githubusercontent.com';
    const { account, partition } = role;
    const grant = { issuer, account, partition, audience: 'sts.amazonaws.com', subjects: [subject] };
    const statement = policyJson(statementFor({ ...grant, repositoryIds: [] }));
    expect(statement).toMatch(/^[ -~\n]*$/);
    expect(JSON.stringify(JSON.parse(statement))).toContain(JSON.stringify(subject));
  });

  test.each([
    '::add-mask::x',
    '  ::add-mask::x',
    '\u0085::add-mask::x',
    'a\r::add-mask::x',
    'a ##[add-mask]x',
  ])('in a log line is no command: %j', text => {
    for (const line of inert(text).split(/\r\n|[\r\n]/)) {
      expect(line.replace(/^[\s\u0085]+/, '')).not.toMatch(/^::/);
      expect(line).not.toContain('##[');
    }
  });
});
