import { fileTypeFromBuffer } from 'file-type';

/** Media types that evidence may have: office documents, pictures and plain text. Everything else is refused. */
const ACCEPTED = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/x-cfb',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'video/mp4',
]);

/** The media type of a file by its content, whatever it is called; null for one that is not accepted. */
export async function acceptedType(head: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(head);
  if (found) return ACCEPTED.has(found.mime) ? found.mime : null;
  return isPlainText(head) ? 'text/plain; charset=utf-8' : null;
}

function isPlainText(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  // The head may end inside a character: decoded as part of a stream, that is no error.
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // Markup, whatever comes first in it: a tag, a declaration, a comment.
    return !/^\s*<[a-z!?/]/i.test(text);
  } catch {
    return false;
  }
}
