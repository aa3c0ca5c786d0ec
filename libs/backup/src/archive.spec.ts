import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArchivePart } from './archive-part.type.ts';
import { FORMAT, MANIFEST, type Manifest } from './manifest.type.ts';
import { checkArchive, readArchive } from './read-archive.ts';
import { partOf, writeArchive } from './write-archive.ts';

const PASSPHRASE = 'seven quiet ledgers';
const manifest: Manifest = {
  format: FORMAT,
  madeAt: '2026-03-02T01:00:00.000Z',
  migrations: [],
  tables: { Item: 2 },
  sequences: {},
  chain: null,
  hasFiles: true,
  hasSecrets: false,
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LARGE = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7919) % 251));

async function* parts(changes: Partial<Manifest> = {}): AsyncGenerator<ArchivePart> {
  yield partOf(MANIFEST, JSON.stringify({ ...manifest, ...changes }));
  yield partOf('tables/Item/000001.jsonl', '{"title":"整改 𠮷"}\n{"title":"b"}');
  yield {
    name: 'files/aa',
    size: LARGE.length,
    content: Readable.from([LARGE.subarray(0, 9), LARGE.subarray(9)]),
  };
}

const write = (
  name: string,
  passphrase: string | null = null,
  from: AsyncIterable<ArchivePart> = parts(),
) => {
  const file = join(folder, name);
  const { signal } = new AbortController();
  return writeArchive(from, file, { passphrase, signal }).then(() => file);
};

describe.each([
  ['plain', null],
  ['encrypted', PASSPHRASE],
])('a backup, %s', (_title, passphrase) => {
  test('gives back each part as it was', async () => {
    const file = await write('a', passphrase);
    const found: [string, Buffer][] = [];
    for await (const { name, content } of readArchive(file, passphrase))
      found.push([name, await buffer(content)]);
    expect(found.map(([name]) => name)).toEqual([MANIFEST, 'tables/Item/000001.jsonl', 'files/aa']);
    expect(found[1]![1].toString()).toBe('{"title":"整改 𠮷"}\n{"title":"b"}');
    expect(found[2]![1].equals(LARGE)).toBe(true);
    expect(await checkArchive(file, passphrase)).toEqual(manifest);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('is refused wherever it is cut or a byte of it changed', async () => {
    const whole = readFileSync(await write('a', passphrase));
    const file = join(folder, 'b');
    const cuts = [0.5, 0.999].map((part) => Math.floor(whole.length * part));
    for (const at of cuts) {
      writeFileSync(file, whole.subarray(0, at));
      await expect(checkArchive(file, passphrase), `cut at ${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/^BACKUP_DAMAGED$/) as string,
      });
      const changed = Buffer.from(whole);
      changed[at]! ^= 1;
      writeFileSync(file, changed);
      await expect(checkArchive(file, passphrase), `changed at ${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/^BACKUP_DAMAGED$|^PASSPHRASE_WRONG$/) as string,
      });
    }
  });
});

test('an encrypted backup shows nothing, and opens to its passphrase alone', async () => {
  const file = await write('a', PASSPHRASE);
  expect(readFileSync(file).includes('Item')).toBe(false);
  await expect(checkArchive(file, null)).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' });
  await expect(checkArchive(file, 'another passphrase')).rejects.toMatchObject({
    code: 'PASSPHRASE_WRONG',
  });
});

test('what is missing, of another kind or of a newer form is named', async () => {
  await expect(checkArchive(join(folder, 'none'), null)).rejects.toMatchObject({
    code: 'BACKUP_MISSING',
  });
  writeFileSync(join(folder, 'text'), 'no backup');
  await expect(checkArchive(join(folder, 'text'), null)).rejects.toMatchObject({
    code: 'BACKUP_DAMAGED',
  });
  const newer = await write('newer', null, parts({ format: FORMAT + 1 }));
  await expect(checkArchive(newer, null)).rejects.toMatchObject({ code: 'BACKUP_NEWER' });
});

test('whoever leaves a backup in the middle leaves it closed, also where the file was read to its end', async () => {
  const file = await write('a', null);
  for await (const { name } of readArchive(file, null)) {
    expect(name).toBe(MANIFEST);
    await setTimeout(100);
    break;
  }
});

test('a backup that fails or is cancelled on its way leaves no file', async () => {
  async function* broken() {
    yield* parts();
    throw new Error('the database went away');
  }
  await expect(write('a', null, broken())).rejects.toThrow('went away');
  const cancel = new AbortController();
  async function* cancelled() {
    yield* parts();
    cancel.abort();
    yield* parts();
  }
  await expect(
    writeArchive(cancelled(), join(folder, 'b'), { passphrase: null, signal: cancel.signal }),
  ).rejects.toThrow(/abort/i);
  expect(readdirSync(folder)).toEqual([]);
});
