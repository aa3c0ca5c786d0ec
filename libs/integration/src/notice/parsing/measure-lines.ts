import type { FlowText } from './flow-text.ts';
import { BREAK } from './skip-markup.ts';

/**
 * The width at which the whole text was wrapped (text taken from a PDF), or null when its lines end
 * where sentences do. With it, a heading that fills its line is known to go on in the next.
 */
export function measureWrapWidth(flow: FlowText): number | null {
  const lengths: number[] = [];
  let open = 0;
  let from = 0;
  for (let at = 1; at <= flow.match.length; at += 1) {
    if ((flow.breaks[at] ?? 0) < BREAK.LINE) continue;
    lengths.push(at - from);
    if (!'。；！？：'.includes(flow.match[at - 1] ?? '')) open += 1;
    from = at;
  }
  if (lengths.length < 20 || open < lengths.length * 0.55) return null;
  const sorted = [...lengths].sort((a, b) => a - b);
  const wide = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const full = lengths.filter((length) => length >= wide - 3).length;
  return wide >= 15 && wide <= 70 && full >= lengths.length * 0.35 ? wide : null;
}
