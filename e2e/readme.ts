import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The YAML blocks of the README, in their order. */
export function readmeBlocks(root: string): {
  readonly workflows: string[];
  readonly configurations: string[];
} {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  return {
    workflows: blocks.filter(block => /^jobs:/m.test(block)),
    configurations: blocks.filter(block => /^environments:/m.test(block)),
  };
}
