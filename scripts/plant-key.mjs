// Writes a settings file that holds a static AWS key which was never issued: `node scripts/plant-key.mjs FILE`. The key
// is made here, so that no text of this repository looks like one.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const [first, ...others] = randomBytes(16);
// AWS's newer identifiers begin with a set bit, so with a letter of the second half.
const identifier = ['AK', 'IA', LETTERS[16 + (first % 16)], ...others.map(byte => LETTERS[byte % 32])].join(
  '',
);
const secret = randomBytes(30).toString('base64');

const [file] = process.argv.slice(2);
writeFileSync(file, `AWS_ACCESS_KEY_ID=${identifier}\nAWS_SECRET_ACCESS_KEY=${secret}\n`);
