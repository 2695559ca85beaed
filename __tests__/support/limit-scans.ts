import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ScanResult } from '../../src/scan/finding.js';
import { scan } from '../../src/scan/scan.js';
import type { Exceeding } from './limit-cases.js';
import { createRepository } from './repository.js';
import { planted, scanChanges, scanHistory, scanTree } from './scanning.js';

/** The same contents scanned in every way in which users meet them: which of them passed as clean, in which way. */
export async function passedAsClean(cases: Readonly<Record<string, Exceeding>>): Promise<string[]> {
  const contents = Object.entries(cases).map(([name, make], index) => {
    const { id, text } = planted(name);
    return { name, path: `${index}.bin`, id, content: make(text) };
  });
  const repository = await createRepository();
  const write = () => {
    for (const { path, content } of contents) writeFileSync(join(repository.path, path), content);
  };
  try {
    await repository.commit('begin', { 'README.md': 'shop\n' });
    write();
    await repository.git('add', '.');
    const staged = await scan({ folder: repository.path, mode: 'staged', variables: process.env });
    await repository.git('commit', '-q', '-m', 'more');
    const scans = {
      staged,
      tree: await scanTree(repository.path),
      changes: await scanChanges(repository.path),
      history: await scanHistory(repository.path),
    };
    const clean = Object.entries(scans).flatMap(([mode, result]) =>
      contents.filter(({ path, id }) => isClean(result, id, path)).map(({ name }) => `${name}: ${mode}`),
    );
    for (const { name, id, content } of contents) {
      const stdin = Readable.from([content]);
      const result = await scan({ folder: repository.path, mode: 'stdin', stdin, variables: process.env });
      if (isClean(result, id, 'stdin')) clean.push(`${name}: standard input`);
    }
    return clean;
  } finally {
    await repository.remove();
  }
}

/** Neither is the key told as an error, nor is it said of the content that it was not read. */
function isClean({ findings, unread }: ScanResult, id: string, what: string): boolean {
  const isFound = findings.some(({ accessKeyId, severity }) => accessKeyId === id && severity === 'error');
  return !isFound && !unread.some(one => one.incomplete && one.what === what);
}
