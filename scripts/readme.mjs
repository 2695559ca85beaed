// Writes the tables of inputs and outputs in README.md, between markers, from the actions' metadata: `npm run readme`;
// `--check` fails on a difference instead.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root, writeOrCheck } from './drift.mjs';

const MARKED = /(<!-- (inputs|outputs) of (\S+) -->\n)[\s\S]*?(<!-- end -->)/g;

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const written = readme.replace(MARKED, (_, begin, kind, file, end) => {
  const metadata = parse(readFileSync(join(root, file), 'utf8'));
  return `${begin}\n${table(kind, metadata[kind] ?? {})}\n\n${end}`;
});
writeOrCheck('README.md', written, 'readme');

function table(kind, entries) {
  const head = kind === 'inputs' ? ['Input', 'Default', 'Meaning'] : ['Output', 'Meaning'];
  const rows = Object.entries(entries).map(([name, { description, default: value }]) => {
    const meaning = oneLine(description);
    if (kind === 'outputs') return [code(name), meaning];
    return [code(name), value === undefined ? '' : code(String(value)), meaning];
  });
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function code(text) {
  return text === '' ? '' : `\`${text}\``;
}

function oneLine(text) {
  return text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
}
