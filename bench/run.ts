import { benchAudit } from './audit/bench.js';
import { benchExchange } from './exchange/bench.js';
import { benchLinear } from './linear/bench.js';
import { benchScan } from './scan/bench.js';
import { benchWorst } from './worst/bench.js';

/** Each takes the words after its name. */
const BENCHES: Readonly<Record<string, (args: readonly string[]) => void | Promise<void>>> = {
  audit: benchAudit,
  exchange: benchExchange,
  linear: benchLinear,
  scan: benchScan,
  worst: benchWorst,
};

const [name, ...args] = process.argv.slice(2);
const bench = BENCHES[name ?? ''];
if (bench === undefined) {
  process.stderr.write(
    `npm run bench -- NAME [options], where NAME is one of: ${Object.keys(BENCHES).join(', ')}\n`,
  );
  process.exitCode = 2;
} else {
  await bench(args);
}
