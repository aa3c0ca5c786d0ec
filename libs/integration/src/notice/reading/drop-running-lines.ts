import type { PdfLine } from './join-pdf-lines.ts';

/** Headers and footers are of at most so many lines. */
const EDGE_LINES = 2;
/** How far, in points, the same header may stand from where it stood on another page. */
const TOLERANCE = 4;
const PAGE_NUMBER = /^[-—–－\s]*(?:第?\s*#\s*页?)(?:[\s，,/]*共?\s*#\s*页?)?[-—–－\s]*$/;

/**
 * Leaves out what is printed again on page after page: a header, a footer, a page number. Known by standing
 * at the same height with the same words (numbers aside) on most pages, so that a sentence that goes on
 * overleaf is whole again. A page alone keeps all its lines but a page number at its edge.
 */
export function dropRunningLines(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const edges = pages.map(edgeLines);
  const counts = new Map<string, number>();
  for (const edge of edges) {
    const keys = new Set([...edge].flatMap((line) => keysOf(line)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // Headers of left and right pages may differ, and the first page often has none.
  const least = Math.max(2, Math.floor((pages.length - 1) / 2));
  return pages.map((lines, index) =>
    lines.filter((line) => {
      if (!edges[index]?.has(line)) return true;
      if (PAGE_NUMBER.test(wordsOf(line)) && pages.length > 1) return false;
      return !keysOf(line).some((key) => (counts.get(key) ?? 0) >= least);
    }),
  );
}

/** The topmost and lowest lines of a page, in whatever order the file lists them. */
function edgeLines(lines: readonly PdfLine[]): Set<PdfLine> {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return new Set([...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)]);
}

/** Both neighbouring steps of height, so that a line on the border between two is still the same. */
function keysOf(line: PdfLine): string[] {
  const step = Math.round(line.y / TOLERANCE);
  return [step, step + 1].map((height) => `${height} ${wordsOf(line)}`);
}

function wordsOf(line: PdfLine): string {
  return line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
}
