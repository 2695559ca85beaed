import { ALPHANUMERIC, HEX, LOWER, type Random } from '../../eval/random.js';

/** Pieces of text as it stands in repositories, from which large contents are quickly put together. */
export interface Pieces {
  /** About `bytes` of text. */
  readonly text: (bytes: number) => string;
  readonly line: () => string;
}

/** One line in forty is dense: hashes are rare in sources, though lock files are full of them. */
const DENSE: readonly ((r: Random) => string)[] = [
  r => `      "integrity": "sha512-${r.bytes(64).toString('base64')}",`,
  r => `  image: registry/${r.text(LOWER, 6)}@sha256:${r.text(HEX, 64)}`,
];

const PLAIN: readonly ((r: Random) => string)[] = [
  r =>
    `  const ${r.text(LOWER, 7)} = await ${r.text(LOWER, 9)}(${r.text(LOWER, 5)}, { ${r.text(LOWER, 6)}: ${r.int(0, 999)} });`,
  r => `    return this.${r.text(LOWER, 8)}.${r.text(LOWER, 6)}('${r.text(LOWER, 4)}/${r.text(LOWER, 12)}');`,
  r =>
    `# ${r.text(LOWER, 4)} ${r.text(LOWER, 9)} ${r.text(LOWER, 2)} ${r.text(LOWER, 6)} ${r.text(LOWER, 8)}`,
  r => `| ${r.text(LOWER, 8)} | ${r.text(ALPHANUMERIC, 12)} | ${r.int(0, 9999)} |`,
  r =>
    `  <${r.text(LOWER, 5)} ${r.text(LOWER, 4)}="${r.text(LOWER, 9)}">${r.text(LOWER, 20)}</${r.text(LOWER, 5)}>`,
  () => '',
];

/** @param r decides everything: the same seed gives the same text */
export function pieces(r: Random): Pieces {
  const line = () => r.pick(r.chance(1 / 40) ? DENSE : PLAIN)(r);
  const blocks = Array.from({ length: 400 }, () => `${Array.from({ length: 40 }, line).join('\n')}\n`);
  const text = (bytes: number) => {
    const parts: string[] = [];
    for (let size = 0; size < bytes; ) {
      const block = r.pick(blocks);
      parts.push(block);
      size += block.length;
    }
    return parts.join('').slice(0, bytes);
  };
  return { text, line };
}
