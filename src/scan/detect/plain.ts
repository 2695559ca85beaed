/** Without what is too long for a word: random text spells short words now and then. The usual escapes are resolved. */
export function plain(text: string): string {
  return text
    .replace(ESCAPED, escaped => CHARACTERS[escaped.replace(/^\\+/, '').toLowerCase()] ?? ' ')
    .replace(/[A-Za-z0-9+/]{32,}/g, '*');
}

const ESCAPED =
  /\\{1,8}(?:["'`/rnt]|u00(?:22|27|3d|26|0a)|x(?:22|27|3d|26|0a))|%(?:3D|22|27|26|0A|3A|2C)|&(?:quot|apos|#34|#39|#x22|#x27|lt|gt);|\xe2\x80[\x98\x99\x9c\x9d]/gi;
const CHARACTERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '/': '/',
  r: '\n',
  n: '\n',
  u0022: '"',
  u0027: "'",
  u003d: '=',
  u0026: '&',
  u000a: '\n',
  x22: '"',
  x27: "'",
  x3d: '=',
  x26: '&',
  x0a: '\n',
  '%3d': '=',
  '%22': '"',
  '%27': "'",
  '%26': '&',
  '%0a': '\n',
  '%3a': ':',
  '%2c': ',',
  '&quot;': '"',
  '&apos;': "'",
  '&#34;': '"',
  '&#39;': "'",
  '&#x22;': '"',
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
  // Typographic quotes, as their bytes in UTF-8.
  '\xe2\x80\x98': "'",
  '\xe2\x80\x99': "'",
  '\xe2\x80\x9c': '"',
  '\xe2\x80\x9d': '"',
};
