import { describe, expect, test } from '@jest/globals';
import { RULES } from '../src/scan/rules.js';
import { anchorsOf, linkedAnchorsOf, pages, textOf } from './support/documents.js';

const rules = Object.entries(RULES);

/** The text below a heading up to the next one. */
function sectionOf(page: string, anchor: string): string {
  const sections = textOf(page).split(/^#+ /m);
  return sections.find(section => section.startsWith(`${anchor}\n`)) ?? '';
}

describe('the page on detection', () => {
  test.each(rules)('has the section that findings of %s link to', (id, { documentation }) => {
    const [page = '', anchor = ''] = documentation.split('#');
    expect(anchor).toBe(id);
    expect(anchorsOf(page)).toContain(anchor);
  });

  test.each(rules)('names the severity of %s and what to do', (id, { severity, documentation }) => {
    const [page = ''] = documentation.split('#');
    const section = sectionOf(page, id);
    expect(section).toContain(`\n**${severity}.** `);
    expect(section).toContain('\nTo do: ');
  });
});

test('links between pages lead to headings that are there', () => {
  const known = new Map(pages().map(page => [page, anchorsOf(page)]));
  const dead = pages().flatMap(page =>
    linkedAnchorsOf(page)
      .filter(({ target, anchor }) => known.get(target)?.includes(anchor) !== true)
      .map(({ target, anchor }) => `${page}: ${target}#${anchor}`),
  );
  expect(dead).toEqual([]);
});
