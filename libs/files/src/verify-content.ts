import { createHash } from 'node:crypto';

/** Thrown when what is stored is no longer what was uploaded. */
class ContentChanged extends Error {}

/**
 * Passes a file's bytes on and compares their SHA-256 at the end. The last piece is held back until then: a
 * changed file never arrives whole.
 *
 * @throws ContentChanged
 */
export function verifying(sha256: string) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let held: Buffer | null = null;
    for await (const chunk of chunks) {
      hash.update(chunk);
      if (held) yield held;
      held = chunk;
    }
    if (hash.digest('hex') !== sha256) throw new ContentChanged(`${sha256} was changed`);
    if (held) yield held;
  };
}
