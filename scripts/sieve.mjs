// Compiles assembly/sieve.ts to WebAssembly and writes src/scan/detect/sieve-code.ts: `npm run sieve`; `--check` fails
// on a difference instead.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { root, writeOrCheck } from './drift.mjs';

const OPTIONS = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert', '--initialMemory', '6'];

async function compiled(...options) {
  let code = new Uint8Array();
  const { error, stderr } = await asc.main(['sieve.ts', '--outFile', 'sieve.wasm', ...OPTIONS, ...options], {
    readFile: name => (name === 'sieve.ts' ? readFileSync(join(root, 'assembly', name), 'utf8') : null),
    writeFile: (_name, contents) => {
      code = contents;
    },
    listFiles: () => [],
  });
  if (error !== null) throw new Error(stderr.toString(), { cause: error });
  return Buffer.from(code)
    .toString('base64')
    .match(/.{1,100}/g);
}

const constant = (comment, name, lines) => [
  '',
  `/** ${comment} */`,
  `export const ${name}: readonly string[] = [`,
  ...lines.map(line => `  '${line}',`),
  '];',
];
const text = [
  '// Made by `npm run sieve` from assembly/sieve.ts.',
  ...constant('WebAssembly with SIMD, in base64.', 'SIEVE_CODE', await compiled()),
  ...constant(
    'The same with relaxed SIMD, which Node 20 does not know: a quarter faster.',
    'RELAXED_SIEVE_CODE',
    await compiled('--enable', 'relaxed-simd'),
  ),
  '',
].join('\n');
writeOrCheck('src/scan/detect/sieve-code.ts', text, 'sieve');
