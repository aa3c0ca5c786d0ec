import type { FlowText } from './flow-text.ts';
import type { ReadTitle } from './read-title.ts';
import type { FlowRange } from './split-clauses.ts';
import { isStatusOnly } from './read-state.ts';

export interface NotedStatus extends FlowRange {
  /** First index behind the brackets and their punctuation. */
  readonly bodyStart: number;
}

const NOTE = /^(?:（([^（）]{2,30})）|【([^【】]{2,30})】)[。；，]?/;

/** A state in brackets at the end of the title or right behind it: …不够有力。（已完成，长期坚持） */
export function readNotedStatus(
  flow: FlowText,
  title: ReadTitle,
  limit: number,
): NotedStatus | null {
  const ahead = flow.match.slice(title.bodyStart, Math.min(limit, title.bodyStart + 40));
  const inTitle = flow.match.slice(title.start, title.end).search(/[（【][^（）【】]{2,30}[）】]$/);
  if (inTitle >= 0) {
    const note = toRange(flow, title.start + inTitle, title.bodyStart);
    if (note) return { ...note, bodyStart: title.bodyStart };
  }
  const found = NOTE.exec(ahead);
  return found && toRange(flow, title.bodyStart, title.bodyStart + found[0].length);
}

function toRange(flow: FlowText, from: number, to: number): NotedStatus | null {
  const found = NOTE.exec(flow.match.slice(from, to));
  const text = found?.[1] ?? found?.[2] ?? '';
  // 正在整改，预计6月完成: what follows the state belongs to it.
  if (!isStatusOnly(text.split('，')[0] ?? '')) return null;
  return { start: from + 1, end: from + 1 + text.length, bodyStart: to };
}
