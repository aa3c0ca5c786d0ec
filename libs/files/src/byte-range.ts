import type { ByteRange } from './file-storage.ts';

/**
 * Reads a Range header of one range.
 *
 * @returns null for none, or for one that may be ignored; 'unsatisfiable' for one outside the file.
 */
export function readRange(
  header: string | undefined,
  byteSize: number,
): ByteRange | 'unsatisfiable' | null {
  const parts = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!parts || (parts[1] === '' && parts[2] === '')) return null;
  const last = byteSize - 1;
  const range =
    parts[1] === ''
      ? { start: Math.max(0, byteSize - Number(parts[2])), end: last }
      : { start: Number(parts[1]), end: parts[2] === '' ? last : Math.min(Number(parts[2]), last) };
  if (parts[1] !== '' && parts[2] !== '' && Number(parts[2]) < Number(parts[1])) return null;
  return range.start > range.end ? 'unsatisfiable' : range;
}
