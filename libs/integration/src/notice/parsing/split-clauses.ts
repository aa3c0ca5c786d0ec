import type { FlowText } from './flow-text.ts';
import { BREAK } from './skip-markup.ts';

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

const DEED =
  /^(?:并|同时|已|还)?(?:修订|修改|完善|制定|制订|出台|印发|建立|健全|设立|成立|组建|举办|召开|开展|组织|签订|追回|追缴|收回|清退|退还|上缴|补齐|补缴|补录|终止|给予|约谈|批评|配备|新增|新建|更换|清理|整治|拆除|公开|开通|选派|引进|聘请|邀请|推行|安装|停止|取消|关停|归还|整合|压减|移送|化解|核销|处理)/;
const OUTPUT = /《[^《》]{2,}》|\d/;

/**
 * Tells the deeds of a single sentence apart, as a reader does: 收回资金320万元，修订《…办法》. Only where each part between
 * commas begins with a deed and the first names what came of it; else it is one measure.
 */
export function splitDeeds(match: string, range: FlowRange): FlowRange[] {
  const parts = splitAt(match, range, '，');
  const text = ({ start, end }: FlowRange): string => match.slice(start, end);
  const [first, ...others] = parts;
  if (!first || others.length === 0 || !OUTPUT.test(text(first))) return [range];
  return others.every((part) => DEED.test(text(part))) ? parts : [range];
}

/** Lines without numbers or full stops, as in a cell of a table, one measure each. */
export function splitLines(flow: FlowText, range: FlowRange): FlowRange[] {
  const lines: FlowRange[] = [];
  let start = range.start;
  for (let at = range.start + 1; at <= range.end; at += 1) {
    if (at < range.end && (flow.breaks[at] ?? 0) < BREAK.LINE) continue;
    lines.push({ start, end: at });
    start = at;
  }
  const isList = lines.every(
    ({ start: from, end }) =>
      end - from >= 4 && end - from <= 60 && !/[，、]$/.test(flow.match.slice(from, end)),
  );
  return isList ? lines : [range];
}

/** Cuts at a sign outside 《》 and （）. */
function splitAt(match: string, { start: from, end }: FlowRange, mark: string): FlowRange[] {
  const parts: FlowRange[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at <= end; at += 1) {
    const sign = match[at] ?? '';
    if (sign === '《' || sign === '（') depth += 1;
    if (sign === '》' || sign === '）') depth = Math.max(0, depth - 1);
    if (at < end && (sign !== mark || depth > 0)) continue;
    if (at > start) parts.push({ start, end: at });
    start = at + 1;
  }
  return parts;
}
