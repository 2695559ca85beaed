import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Failure } from '../../failure.js';
import { printable } from '../../printable.js';

/**
 * Writes a report as a whole or not at all. The repository may hold a link at the place, or on the way to it: the
 * link itself is replaced, and a relative path that leads out of the folder is refused.
 *
 * @param folder what a relative path starts from
 * @throws Failure `wrong-input` when it cannot be written there
 */
export function writeReport(folder: string, path: string, text: string): void {
  const file = resolve(folder, path);
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (!isAbsolute(path)) refuseOutside(realpathSync(folder), realpathSync(dirname(file)));
    rmSync(temporary, { force: true });
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new Failure(
      'wrong-input',
      {
        what: `The file ${printable(path)} could not be written.`,
        why: printable(error instanceof Error ? error.message : String(error), 300),
      },
      { cause: error },
    );
  }
}

function refuseOutside(folder: string, parent: string): void {
  const way = relative(folder, parent);
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
    throw new Error(`it leads out of ${folder}; give an absolute path if that is meant`);
}
