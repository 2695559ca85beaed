// Removes the named output folders: `node scripts/clean.mjs lib`. (tsc leaves the output of deleted sources
// behind, and jest would go on running deleted tests.)
import { rmSync } from 'node:fs';

for (const folder of process.argv.slice(2)) rmSync(folder, { recursive: true, force: true });
