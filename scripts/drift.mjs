// What the generators of committed files share: write the file, or with `--check` say that it is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname ?? '.', '..');

/**
 * @param path of the file, relative to the repository's root
 * @param text what it should hold
 * @param command the npm script that writes it
 */
export function writeOrCheck(path, text, command) {
  const file = join(root, path);
  const current = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else if (current !== text) {
    console.error(`${path} is not what its source gives; run: npm run ${command}`);
    process.exitCode = 1;
  }
}
