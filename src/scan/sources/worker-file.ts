import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The file that the reading threads run. In a release each surface is one file in a folder of its own, with the
 * worker's folder beside it; before bundling the worker is where its source is.
 */
export function workerFile(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, '../scan-worker/index.js'), join(here, '../../scan-worker.js')].find(file =>
    existsSync(file),
  );
}
