/** A half-open range of flow indices. */
export interface FlowRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Tells unnumbered measures apart: at ； and 。 outside 《》 and （）, as a reader does.
 * Punctuation alone gives no clause.
 */
export function splitClauses(match: string, from: number, to: number): FlowRange[] {
  const clauses: FlowRange[] = [];
  let depth = 0;
  let start = from;
  const close = (end: number): void => {
    const text = match.slice(start, end).replace(/[。；，：、！\s]/g, '');
    if (text.length >= 2) clauses.push({ start, end });
  };
  for (let at = from; at < to; at += 1) {
    const sign = match[at] ?? '';
    if (sign === '《' || sign === '（') depth += 1;
    if (sign === '》' || sign === '）') depth = Math.max(0, depth - 1);
    // A bracket that is never closed must not swallow the rest of the item.
    if (sign === '。' && depth > 0 && !closesSoon(match, at, to)) depth = 0;
    if ((sign === '。' || sign === '；' || sign === '！') && depth === 0) {
      close(at);
      start = at + 1;
    }
  }
  close(to);
  return clauses;
}

function closesSoon(match: string, at: number, to: number): boolean {
  return /[》）]/.test(match.slice(at, Math.min(to, at + 60)));
}
