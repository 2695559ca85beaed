import { describe, expect, test } from '@jest/globals';
import { RULES } from '../src/scan/rules.js';

describe('rules', () => {
  test.each(Object.entries(RULES))('%s has all that reports show', (id, rule) => {
    expect(rule.title).not.toMatch(/\.$/);
    expect(rule.description).toMatch(/^[A-Z].*\.$/);
    expect(rule.steps.length).toBeGreaterThan(0);
    for (const step of rule.steps) expect(step.says).toMatch(/^[A-Z].*[.:]$/);
    expect(rule.documentation).toBe(`docs/detection.md#${id}`);
    expect(rule.tags).toContain('security');
    expect(Number(rule.securitySeverity)).toBeGreaterThan(0);
    expect(Number(rule.securitySeverity)).toBeLessThanOrEqual(10);
  });
});
