import { crc32, deflateRawSync } from 'node:zlib';

/** A file in an archive. */
export interface Entry {
  readonly name: string;
  readonly content: Buffer;
}

const u16 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255]);
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A zip file (PKWARE APPNOTE 4.3), stored or deflated; `streamed` puts sizes after the data, as pipes must. */
export function zip(entries: readonly Entry[], how: 'stored' | 'deflated' | 'streamed'): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const data = how === 'stored' ? content : deflateRawSync(content);
    const flags = how === 'streamed' ? 8 : 0;
    const sums = [u32(crc32(content)), u32(data.length), u32(content.length)];
    const common = [u16(20), u16(flags), u16(how === 'stored' ? 0 : 8), u16(0), u16(0x5b21)];
    const lengths = [u16(Buffer.byteLength(name)), u16(0)];
    const inHead = how === 'streamed' ? [u32(0), u32(0), u32(0)] : sums;
    const after = how === 'streamed' ? [u32(0x08074b50), ...sums] : [];
    const local = Buffer.concat([
      u32(0x04034b50),
      ...common,
      ...inHead,
      ...lengths,
      Buffer.from(name),
      data,
      ...after,
    ]);
    parts.push(local);
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        ...common,
        ...sums,
        ...lengths,
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(offset),
        Buffer.from(name),
      ]),
    );
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const counts = [
    u16(0),
    u16(0),
    u16(entries.length),
    u16(entries.length),
    u32(central.length),
    u32(offset),
    u16(0),
  ];
  return Buffer.concat([...parts, central, u32(0x06054b50), ...counts]);
}

function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`;
  header.write(name, 0);
  header.write(octal(0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(1760000000, 12), 136);
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** A tar file in the ustar format of POSIX. */
export function tar(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ name, content }) => [
    tarHeader(name, content.length),
    content,
    Buffer.alloc((512 - (content.length % 512)) % 512),
  ]);
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
