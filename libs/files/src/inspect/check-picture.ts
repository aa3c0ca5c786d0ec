import type { ByteSource } from './byte-source.ts';
import { damaged, tooManyPixels } from './refusals.ts';

/** More pixels than any camera of an office makes: unpacked, they would fill the memory of whoever looks. */
const MOST_MEGAPIXELS = 64;

type Size = readonly [width: number, height: number];

const READERS: Record<string, (bytes: ByteSource) => Promise<Size | null>> = {
  'image/png': sizeOfPng,
  'image/jpeg': sizeOfJpeg,
  'image/webp': sizeOfWebp,
  'image/heic': sizeOfHeic,
};

/** Reads a picture's size from its header. @throws UploadRefused when it has none, or too many pixels. */
export async function checkPicture(mediaType: string, bytes: ByteSource): Promise<void> {
  const size = await READERS[mediaType]?.(bytes);
  if (!size || !size[0] || !size[1]) throw damaged();
  if (size[0] * size[1] > MOST_MEGAPIXELS * 1_000_000) throw tooManyPixels(MOST_MEGAPIXELS);
}

async function sizeOfPng(bytes: ByteSource): Promise<Size | null> {
  const head = await bytes.read(0, 24);
  if (head.length < 24 || head.toString('latin1', 12, 16) !== 'IHDR') return null;
  return [head.readUInt32BE(16), head.readUInt32BE(20)];
}

const MOST_SEGMENTS = 2_000;
/** Markers between C0 and CF that do not begin a frame. */
const NO_FRAME = [0xc4, 0xc8, 0xcc];

async function sizeOfJpeg(bytes: ByteSource): Promise<Size | null> {
  let at = 2;
  for (let count = 0; count < MOST_SEGMENTS; count += 1) {
    const head = await bytes.read(at, 9);
    if (head.length < 9 || head[0] !== 0xff) return null;
    const marker = head[1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker))
      return [head.readUInt16BE(7), head.readUInt16BE(5)];
    at += 2 + head.readUInt16BE(2);
  }
  return null;
}

async function sizeOfWebp(bytes: ByteSource): Promise<Size | null> {
  const head = await bytes.read(0, 30);
  if (head.length < 30) return null;
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return [head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff];
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    case 'VP8X':
      return [head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1];
    default:
      return null;
  }
}

const HEIC_HEAD = 256 * 1024;

/** A HEIC file gives the size of its tiles and of the whole; the largest one counts. */
async function sizeOfHeic(bytes: ByteSource): Promise<Size | null> {
  const head = await bytes.read(0, HEIC_HEAD);
  let largest: Size | null = null;
  for (let at = head.indexOf('ispe'); at >= 0; at = head.indexOf('ispe', at + 4)) {
    if (at + 16 > head.length) break;
    const size: Size = [head.readUInt32BE(at + 8), head.readUInt32BE(at + 12)];
    if (!largest || size[0] * size[1] > largest[0] * largest[1]) largest = size;
  }
  return largest;
}
