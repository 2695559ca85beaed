// Prints the section of CHANGELOG.md for a version: `node scripts/release-notes.mjs v1.2.3`.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [tag = ''] = process.argv.slice(2);
const version = tag.replace(/^v/, '');
const changelog = readFileSync(join(resolve(import.meta.dirname ?? '.', '..'), 'CHANGELOG.md'), 'utf8');
const section = changelog
  .split(/^## /m)
  .find(text => text.startsWith(`${version} `) || text.startsWith(`${version}\n`));
if (section === undefined) {
  console.error(`CHANGELOG.md has no section "## ${version}"`);
  process.exitCode = 1;
} else {
  console.log(section.slice(section.indexOf('\n')).trim());
}
