import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIRST_FREE } from '../src/scan/sources/unpack.js';
import { createRepository, type Repository } from './support/repository.js';
import { applied, inflated, unpacker } from './support/unpacking.js';

/** A part of a result: bytes of the base, or new ones. */
type Part = { readonly offset: number; readonly size: number } | { readonly insert: Buffer };

/** A number in groups of seven bits, the lowest first. */
function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(Math.floor(value / 0x80))];
}

/** Instruction and arguments of a copy: those bytes that are not zero (gitformat-pack(5)). */
function copyOf(offset: number, size: number): number[] {
  const wide = size === 0x10000 ? 0 : size;
  const all = [offset, offset >>> 8, offset >>> 16, offset >>> 24, wide, wide >>> 8, wide >>> 16];
  const bytes = all.map(byte => byte & 0xff);
  const flags = bytes.reduce((sum, byte, at) => (byte === 0 ? sum : sum | (1 << at)), 0x80);
  return [flags, ...bytes.filter(byte => byte !== 0)];
}

function encoded(base: Buffer, parts: readonly Part[]): { readonly delta: Buffer; readonly result: Buffer } {
  const results = parts.map(part =>
    'insert' in part ? part.insert : base.subarray(part.offset, part.offset + part.size),
  );
  const result = Buffer.concat(results);
  const instructions = parts.flatMap(part =>
    'insert' in part ? [part.insert.length, ...part.insert] : copyOf(part.offset, part.size),
  );
  return { delta: Buffer.from([...varint(base.length), ...varint(result.length), ...instructions]), result };
}

const insert = fc
  .uint8Array({ minLength: 1, maxLength: 127 })
  .map((bytes): Part => ({ insert: Buffer.from(bytes) }));

const deltas = fc
  .tuple(
    fc.uint8Array({ minLength: 1, maxLength: 500 }),
    fc.constantFrom(1, 1, 3, 700),
    fc.array(fc.oneof(insert, fc.tuple(fc.nat(), fc.nat())), { maxLength: 20 }),
  )
  .map(([unit, times, choices]) => {
    const base = Buffer.concat(Array.from({ length: times }, () => unit));
    const parts = choices.map((choice): Part => {
      if (!Array.isArray(choice)) return choice;
      const offset = choice[0] % base.length;
      return { offset, size: 1 + (choice[1] % Math.min(base.length - offset, 0xffffff)) };
    });
    return { base, ...encoded(base, parts) };
  });

/** The same, slowly: what git's patch-delta.c does. */
function appliedSlowly(base: Buffer, delta: Buffer, room: number): Buffer | undefined {
  let at = 0;
  const next = (): number => {
    const byte = delta[at++];
    if (byte === undefined) throw new RangeError('cut off');
    return byte;
  };
  const size = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = next();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  };
  const copied = (instruction: number): Buffer => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = Array.from({ length: 7 }, (_, bit) =>
      (instruction >> bit) & 1 ? next() : 0,
    );
    const offset = a + b * 0x100 + c * 0x10000 + d * 0x1000000;
    const length = e + f * 0x100 + g * 0x10000 || 0x10000;
    if (offset + length > base.length) throw new RangeError('outside of the base');
    return base.subarray(offset, offset + length);
  };
  const inserted = (length: number): Buffer => {
    if (length === 0) throw new RangeError('reserved');
    return Buffer.from(Array.from({ length }, next));
  };
  try {
    if (size() !== base.length) return undefined;
    const resultSize = size();
    const parts: Buffer[] = [];
    while (at < delta.length) {
      const instruction = next();
      parts.push(instruction >= 0x80 ? copied(instruction) : inserted(instruction));
    }
    const result = Buffer.concat(parts);
    return result.length === resultSize && resultSize <= room ? result : undefined;
  } catch {
    return undefined;
  }
}

function expectAsSlowly(base: Buffer, delta: Buffer, room: number): void {
  const expected = appliedSlowly(base, delta, room);
  const found = applied(base, delta, room);
  expect(found === undefined).toBe(expected === undefined);
  expect(found?.equals(expected ?? found)).not.toBe(false);
}

describe('applyDelta', () => {
  test('makes what the delta was made of', () => {
    fc.assert(
      fc.property(deltas, fc.nat(20), ({ base, delta, result }, more) => {
        expect(applied(base, delta, result.length + more)?.equals(result)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('copies 64 KiB when a copy names no size, and up to 16 MiB', () => {
    const base = Buffer.alloc(0x1000000, 'all sorts of text, and numbers: 0123456789, ');
    for (const size of [0xffff, 0x10000, 0x10001, 0xffffff]) {
      const { delta, result } = encoded(base, [{ offset: 1, size }]);
      expect(applied(base, delta, size)?.equals(result)).toBe(true);
    }
  });

  test('refuses a base of another size, too little room, and a delta that is cut off', () => {
    fc.assert(
      fc.property(deltas, fc.nat(), ({ base, delta, result }, cut) => {
        expect(applied(Buffer.concat([base, base]), delta, result.length)).toBeUndefined();
        if (result.length === 0) return;
        expect(applied(base, delta, result.length - 1)).toBeUndefined();
        expect(applied(base, delta.subarray(0, cut % delta.length), result.length)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
    expect(unpacker.applyDelta(FIRST_FREE, -1, FIRST_FREE + 100, 4, FIRST_FREE + 1000, 10)).toBe(-1);
    expect(unpacker.applyDelta(FIRST_FREE, 0, FIRST_FREE + 100, -1, FIRST_FREE + 1000, 10)).toBe(-1);
    expect(unpacker.applyDelta(FIRST_FREE, 0, FIRST_FREE + 100, 2, FIRST_FREE + 1000, -1)).toBe(-1);
  });

  test('takes what git takes and refuses the rest, for deltas with bytes changed and for any instructions', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(deltas, changes, ({ base, delta, result }, places) => {
        for (const [at, byte] of places) delta[at % delta.length] = byte;
        expectAsSlowly(base, delta, result.length + 100);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(300), (instructions, size) => {
        const base = Buffer.alloc(300, 'base');
        expectAsSlowly(base, Buffer.from([...varint(300), ...varint(size), ...instructions]), 400);
      }),
      { numRuns: 3000 },
    );
    const tooLong = Buffer.from([...Buffer.alloc(30, 0x80), 0]);
    expect(applied(Buffer.alloc(0), tooLong, 10)).toBeUndefined();
  });
});

const KINDS = ['', 'commit', 'tree', 'blob', 'tag'];
const OFFSET_DELTA = 6;

interface Entry {
  readonly kind: number;
  readonly content: Buffer;
}

/** The content of an entry of a pack, its deltas applied. */
function entryAt(pack: Buffer, start: number): Entry & { readonly isDelta: boolean } {
  let at = start;
  let byte = pack[at++] ?? 0;
  const kind = (byte >> 4) & 7;
  let size = byte & 15;
  for (let factor = 16; byte >= 0x80; factor *= 128) {
    byte = pack[at++] ?? 0;
    size += (byte & 0x7f) * factor;
  }
  let back = 0;
  if (kind === OFFSET_DELTA) {
    byte = pack[at++] ?? 0;
    back = byte & 0x7f;
    while (byte >= 0x80) {
      byte = pack[at++] ?? 0;
      back = (back + 1) * 128 + (byte & 0x7f);
    }
  }
  const data = inflated(pack.subarray(at), size);
  if (data?.length !== size) throw new Error(`the entry at ${start} cannot be read`);
  if (kind !== OFFSET_DELTA) return { kind, content: data, isDelta: false };
  const base = entryAt(pack, start - back);
  const content = applied(base.content, data, 1_000_000);
  if (content === undefined) throw new Error(`the delta at ${start} cannot be applied`);
  return { kind: base.kind, content, isDelta: true };
}

async function packedRepository(): Promise<Repository> {
  const repository = await createRepository();
  const line = (version: number, number: number) =>
    `${number}: ${(number * number + (number % 50 === version % 50 ? version : 0)).toString(36)}\n`;
  for (let version = 0; version < 12; version++) {
    const text = Array.from({ length: 400 + version * 3 }, (_, number) => line(version, number)).join('');
    await repository.commit(`version ${version}`, {
      'a/numbers.txt': text,
      [`b/${version}.txt`]: text.slice(version),
    });
  }
  await repository.git('repack', '-a', '-d', '-f', '--quiet', '--depth=10');
  return repository;
}

describe('a pack that git made', () => {
  test('is read as git reads it', async () => {
    const repository = await packedRepository();
    try {
      const folder = join(repository.path, '.git', 'objects', 'pack');
      const name = readdirSync(folder).find(file => file.endsWith('.pack')) ?? '';
      const pack = readFileSync(join(folder, name));
      const listing = await repository.git('verify-pack', '-v', join(folder, name.replace('.pack', '.idx')));
      const objects = [...listing.matchAll(/^([0-9a-f]{40}) (\w+) +\d+ \d+ (\d+)/gm)];
      expect(objects.length).toBeGreaterThan(40);
      let deltas = 0;
      for (const [, id = '', kind = '', offset = ''] of objects) {
        const entry = entryAt(pack, Number(offset));
        if (entry.isDelta) deltas++;
        expect(KINDS[entry.kind]).toBe(kind);
        if (kind === 'tree') continue; // not text
        const expected = await repository.git('cat-file', kind, id);
        expect(entry.content.toString().replace(/\n$/, '')).toBe(expected);
      }
      expect(deltas).toBeGreaterThan(10);
    } finally {
      await repository.remove();
    }
  });
});
