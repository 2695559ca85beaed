import { printable } from '../../printable.js';

/**
 * Untrusted text as inline code of a job summary. Everything that Markdown, its tables or HTML could take for more
 * than a character is written as a character reference, so the text looks the same and means nothing.
 */
export function code(text: string, limit = 300): string {
  return `<code>${plain(text, limit)}</code>`;
}

/** Untrusted text in running text. */
export function plain(text: string, limit = 300): string {
  return printable(text, limit)
    .replace(/[^\p{L}\p{N} ,./…›-]/gu, character => `&#${character.codePointAt(0)};`)
    .replace(/www\./gi, name => `${name.slice(0, 3)}&#46;`)
    .replace(/^(?=[-\d])/, '&#8203;');
}
