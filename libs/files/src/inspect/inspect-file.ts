import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { refuseFileName } from '@taizhang/platform/rules';
import { UploadRefused } from '../refuse-upload.ts';
import type { StagedFile } from '../stage-upload.ts';
import { bytesOfFile, type ByteSource } from './byte-source.ts';
import { checkCompound } from './check-compound.ts';
import { checkPackage } from './check-package.ts';
import { checkPdf } from './check-pdf.ts';
import { checkPicture } from './check-picture.ts';
import { checkText } from './check-text.ts';
import { findDirectoryEnd } from './read-zip.ts';
import { damaged, emptyFile } from './refusals.ts';

const HEAD_BYTES = 64 * 1024;
const ZIP = Buffer.from('504b0304', 'hex');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/heic']);

/**
 * Tells a file's media type from its content alone; whatever is not known to be good is refused.
 *
 * @param name what its sender calls it, where that is known; it must agree with the content.
 * @throws UploadRefused
 */
export async function inspectFile(file: StagedFile, name: string | null): Promise<string> {
  if (!file.byteSize) throw emptyFile();
  const handle = await open(file.path);
  try {
    const mediaType = await tellType(bytesOfFile(handle, file.byteSize));
    const mismatch = name === null ? null : refuseFileName(name, mediaType);
    if (mismatch) throw new UploadRefused(422, 'NAME_MISMATCH', mismatch);
    return mediaType;
  } finally {
    await handle.close();
  }
}

async function tellType(bytes: ByteSource): Promise<string> {
  const head = await bytes.read(0, HEAD_BYTES);
  if (head.subarray(0, 4).equals(ZIP)) return checkPackage(bytes);
  // A picture that is an archive when read from its end is a file of two kinds.
  if (await findDirectoryEnd(bytes)) throw damaged();
  if (head.subarray(0, 8).equals(COMPOUND)) return checkCompound(bytes);
  const found = await fileTypeFromBuffer(head);
  const mediaType = found?.mime === 'image/heif' ? 'image/heic' : found?.mime;
  if (mediaType === 'application/pdf') {
    await checkPdf(bytes);
    return mediaType;
  }
  if (mediaType && PICTURES.has(mediaType)) {
    await checkPicture(mediaType, bytes);
    return mediaType;
  }
  // Short signatures are found in texts too: whatever else it looks like, it has to be text throughout.
  return checkText(bytes);
}
