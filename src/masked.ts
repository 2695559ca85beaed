/**
 * Text with everything in it that has the shape of an AWS key made unreadable: an ID becomes `AKIA…WXYZ`, a secret or a
 * token `[withheld]`. It goes by the shape alone, for what is shown may hold a key that nobody looked for: a faulty
 * value, a file's name, an answer. What is no key and looks like one is hidden as well.
 */
export function masked(text: string): string {
  return text.replace(LONG_RUN, run => {
    const withoutTokens = run.replace(TOKEN, WITHHELD);
    return maskedSecrets(withoutTokens).replace(ID, id => `${id.slice(0, 4)}…${id.slice(-4)}`);
  });
}

const WITHHELD = '[withheld]';

/** Nothing shorter is a key. Each character is looked at once. */
const LONG_RUN = /[A-Za-z0-9+/_=-]{20,}/g;

const ID = /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])/g;

/** Session tokens by the text that they begin with (see scan/detect/token-heads.ts), and keys of Bedrock. */
const TOKEN =
  /(?:[A-Za-z0-9+/][AQgw]o[A-P](?:YXdz|ZXIvYXdz|b3JpZ2luX2Vj)|ABSK|bedrock-api-key-)[A-Za-z0-9+/_=-]{20,}/g;

const LENGTH = 40;

/** Forty characters of base64 that stand alone, or as parts of a path (`/` is one of the characters). */
function maskedSecrets(run: string): string {
  let safe = '';
  let done = 0;
  for (const { index } of run.matchAll(/(?<![A-Za-z0-9+])[A-Za-z0-9+/]/g)) {
    const end = index + LENGTH;
    if (index < done || end > run.length || /[A-Za-z0-9+]/.test(run.charAt(end))) continue;
    if (!isSecretLike(run.slice(index, end))) continue;
    safe += run.slice(done, index) + WITHHELD;
    done = end;
  }
  return safe + run.slice(done);
}

/** Words and hexadecimal change less often between capitals, small letters and digits: a secret does 25 times. */
const FEWEST_CHANGES = 15;

function isSecretLike(text: string): boolean {
  if (!/^[A-Za-z0-9+/]+$/.test(text)) return false;
  if (!(/[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text))) return false;
  let changes = 0;
  for (let at = 1; at < text.length; at++)
    if (kindOf(text.charCodeAt(at)) !== kindOf(text.charCodeAt(at - 1))) changes++;
  return changes >= FEWEST_CHANGES;
}

function kindOf(unit: number): string {
  if (unit >= 0x61) return 'small';
  if (unit >= 0x41) return 'capital';
  return unit >= 0x30 ? 'digit' : 'other';
}
