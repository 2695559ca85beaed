// Makes src/scan/detect/bigram-table.ts: `node scripts/train-bigrams.mjs FOLDER...`, each a tree of source files
// (the table in the repository comes from typescript, @aws-sdk, @smithy, @babel and @types in node_modules, and from
// botocore, boto3 and moto; aws-cdk-lib and aws-sdk were held out). Counts which base64 character follows which in
// the identifiers and paths of that text, and keeps for each of the 64 x 64 pairs how much likelier it is there than
// in random base64, as one letter.
import { closeSync, openSync, readdirSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const OUTPUT = new URL('../src/scan/detect/bigram-table.ts', import.meta.url);
const LARGEST_FILE = 4 << 20;
const RUN = /[A-Za-z0-9+/]{12,120}/g;
/** One step of the scale is two thirds of a bit; 'm' is zero. */
const STEPS_PER_BIT = 1.5;
const ZERO = 'm'.charCodeAt(0);

const index = new Map([...ALPHABET].map((character, at) => [character, at]));

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.isFile() && !/\.(map|lock|node|wasm|gz|png)$|package-lock/.test(entry.name)) yield path;
  }
}

function read(path) {
  const bytes = Buffer.alloc(Math.min(statSync(path).size, LARGEST_FILE));
  const descriptor = openSync(path, 'r');
  const length = readSync(descriptor, bytes, 0, bytes.length, 0);
  closeSync(descriptor);
  return bytes.latin1Slice(0, length);
}

function pairsOf(run) {
  const pairs = [];
  for (let at = 1; at < run.length; at++) pairs.push(index.get(run[at - 1]) * 64 + index.get(run[at]));
  return pairs;
}

/** Bits by which the pair is likelier in text than in random base64; one count is added to every pair. */
function bitsPerPair(runs) {
  const counts = new Float64Array(64 * 64).fill(0.5);
  for (const run of runs) for (const pair of pairsOf(run)) counts[pair] += 1;
  return counts.map((count, pair) => {
    const first = pair >> 6;
    const total = counts.subarray(first * 64, first * 64 + 64).reduce((sum, one) => sum + one, 0);
    return Math.log2((count / total) * 64);
  });
}

const runs = new Set();
for (const folder of process.argv.slice(2)) {
  for (const path of files(folder)) {
    for (const [run] of read(path).matchAll(RUN)) if (!/^[0-9a-fA-F]+$/.test(run)) runs.add(run);
  }
}
// Random base64 is among the runs: what the first table calls random is left out of the second.
const first = bitsPerPair(runs);
const text = [...runs].filter(run => pairsOf(run).reduce((sum, pair) => sum + first[pair], 0) > 0);
const letters = Array.from(bitsPerPair(text), bits => {
  const step = Math.max(-12, Math.min(13, Math.round(bits * STEPS_PER_BIT)));
  return String.fromCharCode(ZERO + step);
});
const rows = Array.from({ length: 64 }, (_, at) => `  '${letters.slice(at * 64, at * 64 + 64).join('')}',`);
writeFileSync(
  OUTPUT,
  `/** Made by scripts/train-bigrams.mjs. Row: first character of the pair; column: second; order: base64's. */
export const BIGRAM_ROWS = [
${rows.join('\n')}
] as const;
`,
);
console.log(`${runs.size} runs, ${text.length} of them text`);
