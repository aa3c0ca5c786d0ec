/** Thrown for a file that is no plain text in an encoding that notices come in. */
export class NotTextError extends Error {}

/**
 * A text file's words. Notices come as UTF-8 or, from older Windows machines, as GB18030; bytes that are
 * neither, or a NUL, say that this is a Word file or a picture.
 */
export async function readTextFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0)) throw new NotTextError();
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: the next one decides.
    }
  }
  throw new NotTextError();
}
