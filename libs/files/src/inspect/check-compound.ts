import type { ByteSource } from './byte-source.ts';
import { damaged, encrypted, hasMacros, typeRefused } from './refusals.ts';

/** What a stream of an older Office file is called, and what the file then is. */
const KINDS: Record<string, string> = {
  WordDocument: 'application/msword',
  Workbook: 'application/vnd.ms-excel',
  Book: 'application/vnd.ms-excel',
  'PowerPoint Document': 'application/vnd.ms-powerpoint',
};
const ENCRYPTION = ['EncryptedPackage', 'EncryptionInfo'];
const MACROS = ['Macros', '_VBA_PROJECT_CUR', 'VBA', '_VBA_PROJECT'];

const LAST_SECTOR = 0xfffffffa;
const ENTRY_BYTES = 128;
const MOST_DIRECTORY_SECTORS = 1_000;
const IN_HEADER = 109;

interface Stream {
  name: string;
  start: number;
  size: number;
}

/**
 * Tells what an OLE compound file is by its streams: the format of Office before 2007 and of WPS.
 *
 * @returns its media type.
 * @throws UploadRefused for anything else, and for passwords and macros.
 */
export async function checkCompound(bytes: ByteSource): Promise<string> {
  const header = await bytes.read(0, 512);
  if (header.length < 512) throw damaged();
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damaged();
  const streams = await readDirectory(bytes, header, 1 << shift);
  const names = new Set(streams.map(({ name }) => name));
  if (ENCRYPTION.some((name) => names.has(name))) throw encrypted();
  if (MACROS.some((name) => names.has(name))) throw hasMacros();
  const main = streams.find(({ name }) => name in KINDS);
  if (!main) throw typeRefused();
  // A stream below the cutoff lies in the file's small sectors; no real main stream does.
  if (main.size >= header.readUInt32LE(56)) {
    const head = await bytes.read((main.start + 1) << shift, 512);
    if (isEncrypted(main.name, head)) throw encrypted();
  }
  return KINDS[main.name]!;
}

/** Word says it in a flag of its first block; Excel by a record behind the first. */
function isEncrypted(stream: string, head: Buffer): boolean {
  if (head.length < 64) return false;
  if (stream === 'WordDocument') return (head.readUInt16LE(10) & 0x0100) !== 0;
  if (stream === 'PowerPoint Document') return false;
  const second = 4 + head.readUInt16LE(2);
  return second + 2 <= head.length && head.readUInt16LE(second) === 0x002f;
}

async function readDirectory(bytes: ByteSource, header: Buffer, size: number): Promise<Stream[]> {
  const streams: Stream[] = [];
  const table = sectorTable(bytes, header, size);
  let sector = header.readUInt32LE(48);
  for (let count = 0; sector < LAST_SECTOR; count += 1) {
    if (count === MOST_DIRECTORY_SECTORS) throw damaged();
    const entries = await bytes.read((sector + 1) * size, size);
    if (entries.length < size) throw damaged();
    for (let at = 0; at < size; at += ENTRY_BYTES) {
      const nameBytes = entries.readUInt16LE(at + 64);
      if (nameBytes < 2 || nameBytes > 64) continue;
      streams.push({
        name: entries.toString('utf16le', at, at + nameBytes - 2),
        start: entries.readUInt32LE(at + 116),
        size: entries.readUInt32LE(at + 120),
      });
    }
    sector = await table(sector);
  }
  return streams;
}

/** Which sector follows another: the table lies in sectors of its own, listed in the header and beyond it. */
function sectorTable(bytes: ByteSource, header: Buffer, size: number) {
  const perSector = size / 4;

  async function sectorOfTable(index: number): Promise<number> {
    if (index < IN_HEADER) return header.readUInt32LE(76 + 4 * index);
    let list = header.readUInt32LE(68);
    let left = index - IN_HEADER;
    // The last place of each list leads to the next list.
    for (; left >= perSector - 1; left -= perSector - 1)
      list = await numberAt((list + 1) * size + 4 * (perSector - 1));
    return numberAt((list + 1) * size + 4 * left);
  }

  async function numberAt(offset: number): Promise<number> {
    const found = await bytes.read(offset, 4);
    if (found.length < 4) throw damaged();
    return found.readUInt32LE(0);
  }

  return async (sector: number): Promise<number> => {
    const place = await sectorOfTable(Math.floor(sector / perSector));
    return numberAt((place + 1) * size + 4 * (sector % perSector));
  };
}
