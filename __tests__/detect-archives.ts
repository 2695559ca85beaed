import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of one entry; `streamed` leaves its sizes to a descriptor behind the data. */
export function zipOf(name: string, content: Buffer, how: 'stored' | 'deflated' | 'streamed'): Buffer {
  const packed = how === 'stored' ? content : deflateRawSync(content);
  const method = how === 'stored' ? 0 : 8;
  const sum = crc32(content);
  const streamed = how === 'streamed';
  const local = Buffer.concat([
    header(
      0x04034b50,
      [20, streamed ? 8 : 0, method, 0, 0],
      streamed ? [0, 0, 0] : [sum, packed.length, content.length],
      [name.length, 0],
    ),
    Buffer.from(name),
  ]);
  const descriptor = streamed
    ? header(0x08074b50, [], [sum, packed.length, content.length], [])
    : Buffer.alloc(0);
  const central = Buffer.concat([
    header(
      0x02014b50,
      [20, 20, streamed ? 8 : 0, method, 0, 0],
      [sum, packed.length, content.length],
      [name.length, 0, 0, 0, 0],
    ),
    Buffer.alloc(8),
    Buffer.from(name),
  ]);
  const offset = local.length + packed.length + descriptor.length;
  const end = header(0x06054b50, [0, 0, 1, 1], [central.length, offset], [0]);
  return Buffer.concat([local, packed, descriptor, central, end]);
}

function header(
  signature: number,
  shorts: readonly number[],
  longs: readonly number[],
  more: readonly number[],
): Buffer {
  return Buffer.concat([uint32(signature), ...shorts.map(uint16), ...longs.map(uint32), ...more.map(uint16)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A tar archive of one file. */
export function tarOf(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write('0000644\0', 100);
  head.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('0', 156);
  head.write('ustar\x0000', 257);
  return Buffer.concat([
    head,
    content,
    Buffer.alloc((512 - (content.length % 512)) % 512),
    Buffer.alloc(1024),
  ]);
}
