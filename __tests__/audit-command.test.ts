import { describe, expect, test } from '@jest/globals';
import { configurationFile, withAudited } from './support/audited.js';
import { HEALTHY_FILE, healthy } from './support/audited-organization.js';

describe('a healthy organization', () => {
  test('gives no finding, and says what was looked at', async () => {
    await withAudited(healthy(), configurationFile(HEALTHY_FILE), async ({ run, cloud }) => {
      const { exitCode, stdout, stderr } = await run();
      expect({ stderr, exitCode, stdout, calls: cloud.calls.map(c => c.action + ' ' + c.outcome) }).toEqual({
        stderr: '',
        exitCode: 0,
      });
    });
  });
});
