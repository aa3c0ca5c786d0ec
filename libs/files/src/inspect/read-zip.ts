import { promisify } from 'node:util';
import { constants, inflateRaw } from 'node:zlib';
import type { ByteSource } from './byte-source.ts';
import { damaged, encrypted, unpacksTooLarge } from './refusals.ts';

/** What a zip file's directory says of one file in it. */
export interface ZipEntry {
  name: string;
  method: number;
  compressedSize: number;
  /** As declared: nothing was unpacked yet. */
  size: number;
  offset: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

const MOST_ENTRIES = 10_000;
const LARGEST_DIRECTORY = 4 * 1024 * 1024;
const LARGEST_UNPACKED = 500 * 1024 * 1024;
/** Below this size a high ratio is nothing to worry about: templates and empty sheets have one. */
const SMALL_UNPACKED = 20 * 1024 * 1024;
const HIGHEST_RATIO = 100;

interface DirectoryEnd {
  entries: number;
  size: number;
  offset: number;
}

/** Finds the record that ends a zip file; null when the bytes do not end as one. */
export async function findDirectoryEnd(bytes: ByteSource): Promise<DirectoryEnd | null> {
  const start = Math.max(0, bytes.size - END_BYTES - LONGEST_COMMENT);
  const tail = await bytes.read(start, bytes.size - start);
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    if (at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const [entries, size, offset] = [
      tail.readUInt16LE(at + 10),
      tail.readUInt32LE(at + 12),
      tail.readUInt32LE(at + 16),
    ];
    // Something before the archive or between its parts would make this a file of two kinds.
    if (offset + size !== start + at) throw damaged();
    return { entries, size, offset };
  }
  return null;
}

/**
 * Reads a zip file's directory and judges it without unpacking anything.
 *
 * @throws UploadRefused for a broken, encrypted or bomb-like one.
 */
export async function readZip(bytes: ByteSource): Promise<ZipEntry[]> {
  const end = await findDirectoryEnd(bytes);
  if (!end) throw damaged();
  if (end.entries > MOST_ENTRIES || end.size > LARGEST_DIRECTORY) throw unpacksTooLarge();
  const directory = await bytes.read(end.offset, end.size);
  const entries: ZipEntry[] = [];
  for (let at = 0; at < directory.length;) {
    const { entry, next } = readEntry(directory, at);
    entries.push(entry);
    at = next;
  }
  if (entries.length !== end.entries) throw damaged();
  checkNames(entries);
  checkPlaces(entries, end.offset);
  checkSizes(entries);
  return entries;
}

function readEntry(directory: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY) throw damaged();
  const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
  const next = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  if (next > directory.length) throw damaged();
  if (directory.readUInt16LE(at + 8) & 1) throw encrypted();
  const entry = {
    name: directory.toString('utf8', at + 46, nameEnd),
    method: directory.readUInt16LE(at + 10),
    compressedSize: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    offset: directory.readUInt32LE(at + 42),
  };
  return { entry, next };
}

/** Refuses names that lead out of the archive, and a name that stands for two contents. */
function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const key = name.toLowerCase();
    if (/^[/\\]|(^|[/\\])\.\.([/\\]|$)|[\0:]/.test(name) || seen.has(key)) throw damaged();
    seen.add(key);
  }
}

/** Refuses entries that share bytes: the cheapest bombs unpack the same bytes again and again. */
function checkPlaces(entries: readonly ZipEntry[], directoryStart: number): void {
  let free = 0;
  for (const { offset, compressedSize } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (offset < free) throw unpacksTooLarge();
    free = offset + 30 + compressedSize;
  }
  if (free > directoryStart) throw damaged();
}

function checkSizes(entries: readonly ZipEntry[]): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const compressed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  if (total > LARGEST_UNPACKED) throw unpacksTooLarge();
  if (total > SMALL_UNPACKED && total > HIGHEST_RATIO * compressed) throw unpacksTooLarge();
}

const inflate = promisify(inflateRaw) as (
  bytes: Buffer,
  options: { maxOutputLength?: number; finishFlush?: number },
) => Promise<Buffer>;

/** Unpacks one entry, at most `limit` bytes of it. @throws UploadRefused when it is longer or broken. */
export async function unpack(bytes: ByteSource, entry: ZipEntry, limit: number): Promise<Buffer> {
  if (entry.size > limit || entry.compressedSize > limit) throw unpacksTooLarge();
  const packed = await readPacked(bytes, entry, entry.compressedSize);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged();
  return inflate(packed, { maxOutputLength: limit }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ERR_BUFFER_TOO_LARGE' ? unpacksTooLarge() : damaged();
  });
}

/** What the first packed bytes of an entry unpack to. @throws UploadRefused when they are broken */
export async function unpackHead(
  bytes: ByteSource,
  entry: ZipEntry,
  packedBytes: number,
): Promise<Buffer> {
  const packed = await readPacked(bytes, entry, Math.min(packedBytes, entry.compressedSize));
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged();
  return inflate(packed, { finishFlush: constants.Z_SYNC_FLUSH }).catch(() => {
    throw damaged();
  });
}

async function readPacked(bytes: ByteSource, { offset }: ZipEntry, length: number) {
  const local = await bytes.read(offset, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) throw damaged();
  const start = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  return bytes.read(start, length);
}
