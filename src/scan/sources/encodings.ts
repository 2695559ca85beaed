import type { Inspection } from '../inspection.js';

const DECLARED = /working-tree-encoding=([^\s]{1,60})/g;

/** What leaves letters and digits as they are, or two or four bytes wide, which is read. */
const READABLE =
  /^(?:utf-?(?:8|16|32)|us-ascii|ascii|latin|iso-?8859|iso_8859|windows-?125|cp-?125|koi8|euc|gb|big-?5|shift|sjis|cp93[26])/i;

/** Whether a path is of a file that says how git writes others. */
export function isAttributes(path: string): boolean {
  return path === '.gitattributes' || path.endsWith('/.gitattributes');
}

/**
 * Takes note of text that a checkout writes in another encoding than git keeps it in: what is on disk is not what everybody
 * sees who opens the repository.
 *
 * @param isKept whether this is read out of git: then what a checkout would write is not there to be read
 */
export function noteEncodings(inspection: Inspection, path: string, content: Buffer, isKept: boolean): void {
  for (const [, name = ''] of content.toString('latin1').matchAll(DECLARED)) {
    inspection.isReencoded = true;
    if (isKept && !READABLE.test(name))
      inspection.unread.add(
        path,
        `text that a checkout writes in ${name} is not read as it would be written`,
        true,
      );
  }
}
