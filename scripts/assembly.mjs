// Compiles what is in assembly/ to WebAssembly and writes it where it is used: `npm run assembly`; `--check` fails on a
// difference instead.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { root, writeOrCheck } from './drift.mjs';

const OPTIONS = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert'];

/** @returns the code in base64, in lines */
async function compiled(source, ...options) {
  let code = new Uint8Array();
  const { error, stderr } = await asc.main([source, '--outFile', 'code.wasm', ...OPTIONS, ...options], {
    readFile: name => (name === source ? readFileSync(join(root, 'assembly', name), 'utf8') : null),
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

const write = (path, source, ...constants) =>
  writeOrCheck(
    path,
    [`// Made by \`npm run assembly\` from assembly/${source}.`, ...constants.flat(), ''].join('\n'),
    'assembly',
  );

write(
  'src/scan/detect/sieve-code.ts',
  'sieve.ts',
  constant(
    'WebAssembly with SIMD, in base64.',
    'SIEVE_CODE',
    await compiled('sieve.ts', '--initialMemory', '6'),
  ),
  constant(
    'The same with relaxed SIMD, which Node 20 does not know: a quarter faster.',
    'RELAXED_SIEVE_CODE',
    await compiled('sieve.ts', '--initialMemory', '6', '--enable', 'relaxed-simd'),
  ),
);
write(
  'src/scan/sources/unpack-code.ts',
  'unpack.ts',
  constant(
    'WebAssembly with SIMD, in base64.',
    'UNPACK_CODE',
    await compiled('unpack.ts', '--initialMemory', '4'),
  ),
);
