import type { SourceSpan } from './shared.types.ts';

/** The words of a notice that an entry cites; null for an entry that was not read from one. */
export function cutSource(
  entry: { sourceStart: number | null; sourceEnd: number | null },
  text: string | null | undefined,
): SourceSpan | null {
  const { sourceStart: start, sourceEnd: end } = entry;
  if (start === null || end === null || !text) return null;
  return { start, end, excerpt: text.slice(start, end) };
}
