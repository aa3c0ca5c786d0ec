import { pieces, type ByteSource } from './byte-source.ts';
import { hasMarkup } from './check-text.ts';
import { damaged, encrypted } from './refusals.ts';

const HEAD_BYTES = 1024;
/** Scanners and mail programs add to the end of a PDF, but not much. */
const TAIL_BYTES = 64 * 1024;
const ENCRYPTION = /\/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)/;
const LONGEST_ENCRYPTION = 64;

/** Makes sure that a PDF is whole, nothing but a PDF, and open. @throws UploadRefused */
export async function checkPdf(bytes: ByteSource): Promise<void> {
  const head = (await bytes.read(0, HEAD_BYTES)).toString('latin1');
  const tail = await bytes.read(Math.max(0, bytes.size - TAIL_BYTES), TAIL_BYTES);
  if (!head.startsWith('%PDF-') || hasMarkup(head) || !tail.includes('%%EOF')) throw damaged();
  for await (const piece of pieces(bytes, LONGEST_ENCRYPTION))
    if (ENCRYPTION.test(piece.toString('latin1'))) throw encrypted();
}
