/** A record's place in the notice. */
export interface Citation {
  start: number;
  end: number;
  kind: 'area' | 'item' | 'measure';
  label: string;
  /** Where a click goes. */
  itemId: string | null;
}

export interface TextPiece {
  start: number;
  text: string;
  citation: Citation | null;
}

/**
 * The text cut where citations begin and end. Where they overlap, as a measure lies in its item, the shortest
 * wins: it says most exactly what the words became.
 */
export function citeText(text: string, citations: readonly Citation[]): TextPiece[] {
  const usable = citations.filter(
    ({ start, end }) => start >= 0 && start < end && end <= text.length,
  );
  const cuts = new Set([0, text.length]);
  for (const { start, end } of usable) cuts.add(start).add(end);
  const places = [...cuts].sort((a, b) => a - b);
  const pieces: TextPiece[] = [];
  for (const [index, start] of places.entries()) {
    const end = places[index + 1];
    if (end === undefined) break;
    const citation = innermost(usable, start, end);
    const last = pieces.at(-1);
    if (last && last.citation === citation) last.text += text.slice(start, end);
    else pieces.push({ start, text: text.slice(start, end), citation });
  }
  return pieces;
}

function innermost(citations: readonly Citation[], start: number, end: number): Citation | null {
  let found: Citation | null = null;
  for (const one of citations) {
    if (one.start > start || one.end < end) continue;
    if (!found || one.end - one.start < found.end - found.start) found = one;
  }
  return found;
}
