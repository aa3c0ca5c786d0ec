import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

interface Part {
  name: string;
  content: Buffer;
  /** What the directory says of its size, when it lies. */
  declaredSize?: number;
  flags?: number;
  stored?: boolean;
}

type Parts = Record<string, string | Buffer | Omit<Part, 'name'>>;

/** A zip file of the parts given, in order. */
export function zip(parts: Parts): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of Object.entries(parts)) {
    const part: Part =
      typeof given === 'string' || Buffer.isBuffer(given)
        ? { name, content: Buffer.from(given) }
        : { name, ...given };
    const packed = part.stored ? part.content : deflateRawSync(part.content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(part.flags ?? 0, 2);
    shared.writeUInt16LE(part.stored ? 0 : 8, 4);
    shared.writeUInt32LE(crc32(part.content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(part.declaredSize ?? part.content.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, rest, Buffer.from(name));
    files.push(file);
    offset += file.length;
  }
  return Buffer.concat([
    ...files,
    ...directory,
    endOfZip(Object.keys(parts).length, directory, offset),
  ]);
}

function endOfZip(count: number, directory: Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

const OFFICE = {
  docx: ['wordprocessingml.document', 'word/document.xml'],
  xlsx: ['spreadsheetml.sheet', 'xl/workbook.xml'],
  pptx: ['presentationml.presentation', 'ppt/presentation.xml'],
} as const;

/** An Office document, with further parts where they are given. */
export function office(kind: keyof typeof OFFICE, more: Parts = {}): Buffer {
  const [type, main] = OFFICE[kind];
  return zip({
    '[Content_Types].xml': `<Types><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
    '_rels/.rels': '<Relationships/>',
    [main]: '<root/>',
    ...more,
  });
}

export const ofd = (more: Parts = {}): Buffer =>
  zip({
    'OFD.xml': '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" DocType="OFD" Version="1.0"/>',
    'Doc_0/Document.xml': '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"/>',
    ...more,
  });

/** A compound file, the format of Office before 2007, with streams of these names and a first block. */
export function compound(streams: string[], firstBlock = Buffer.alloc(0)): Buffer {
  const SECTOR = 512;
  const header = Buffer.alloc(SECTOR);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(SECTOR, 0xff);
  const directorySectors = Math.ceil((streams.length + 1) / 4);
  for (let index = 1; index <= directorySectors; index += 1)
    table.writeUInt32LE(index < directorySectors ? index + 1 : 0xfffffffe, 4 * index);
  const directory = Buffer.alloc(directorySectors * SECTOR);
  const content = Buffer.alloc(4096);
  firstBlock.copy(content);
  ['Root Entry', ...streams].forEach((name, index) => {
    const at = index * 128;
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE(name.length * 2 + 2, at + 64);
    directory.writeUInt32LE(1 + directorySectors, at + 116);
    directory.writeUInt32LE(content.length, at + 120);
  });
  return Buffer.concat([header, table, directory, content]);
}

/** A picture whose header says how large it is. */
export function png(width = 1, height = 1): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000806000000', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(name), data]);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(head.subarray(12)));
  return Buffer.concat([
    head,
    check,
    chunk('IDAT', deflateSync(Buffer.alloc(5))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A picture with a comment before its size, as cameras put theirs. */
export function jpeg(width = 1, height = 1): Buffer {
  const head = Buffer.from('ffd8ffe000104a46494600010100000100010000fffe0004aaaaffc0001108', 'hex');
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  return Buffer.concat([head, size, Buffer.from('03012200021101031101ffd9', 'hex')]);
}

export function webp(width = 1, height = 1): Buffer {
  const file = Buffer.alloc(44);
  file.write('RIFF', 0);
  file.writeUInt32LE(36, 4);
  file.write('WEBPVP8X', 8);
  file.writeUInt32LE(10, 16);
  file.writeUIntLE(width - 1, 24, 3);
  file.writeUIntLE(height - 1, 27, 3);
  return file;
}

export function heic(width = 1, height = 1): Buffer {
  const type = Buffer.from('00000018667479706865696300000000686569636d696631', 'hex');
  const size = Buffer.alloc(20);
  size.writeUInt32BE(20, 0);
  size.write('ispe', 4);
  size.writeUInt32BE(width, 12);
  size.writeUInt32BE(height, 16);
  return Buffer.concat([type, size]);
}

export const pdf = (inside = '', head = ''): Buffer =>
  Buffer.from(`${head}%PDF-1.7\n${inside}1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`);
