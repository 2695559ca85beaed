/**
 * The AWS files are handled as Latin-1, one character a byte, so that bytes that are no UTF-8 stay what they are.
 * What is shown, or compared with a name, is the UTF-8 that those bytes usually are.
 */
export function readText(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

/** A file's bytes as the text that the parts of this room work on. */
export function latin1Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

export function bytesOf(latin1: string): Buffer {
  return Buffer.from(latin1, 'latin1');
}
