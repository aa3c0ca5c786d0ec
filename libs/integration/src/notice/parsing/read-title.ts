import type { FlowText } from './flow-text.ts';
import { isSectionLabel, readLabel } from './read-label.ts';
import { BREAK } from './skip-markup.ts';

export interface ReadTitle {
  readonly start: number;
  readonly end: number;
  /** First index behind the title and its punctuation. */
  readonly bodyStart: number;
}

/** Longest title looked for; a problem as long as this is a paragraph. */
const LONGEST = 400;
const LONGEST_HEADING = 160;
const LEAD_LABEL =
  /^(?:(?:巡[察视]|审计)?(?:反馈|发现|指出)(?:的)?(?:具体)?(?:问题|意见)|存在(?:的)?(?:主要)?问题|(?:具体|主要)问题|问题(?:描述|内容|清单)?|(?:具体|主要|问题)?(?:的)?表现(?:形式)?)(?:[一二三四五六七八九十\d]{1,3})?[：】]|^】/;
const AIMED = /^(?:针对|关于|对于?|聚焦)/;
const AIMED_END =
  /(?:问题|方面|情况|意见)(?:的)?(?:突出)?(?:问题)?(?:的)?(?:整改)?(?:工作)?(?:落实|进展)?(?:情况)?(?:（[^（）]{1,20}）)?["”]?$/;
/**
 * Reads a heading from `from` (behind its marker) up to `limit` (its first child or its end).
 * A title ends at 。, at the 问题 or 方面 that answers its 针对 or 关于, at a label such as
 * 整改情况：, or at a line break that does not look like mere wrapping. `holdsHeadings` says that the
 * first child is a heading itself.
 */
export function readTitle(
  flow: FlowText,
  from: number,
  limit: number,
  wrapWidth: number | null,
  holdsHeadings = false,
): ReadTitle {
  const lead = LEAD_LABEL.exec(flow.match.slice(from, Math.min(limit, from + 24)));
  const start = lead ? from + lead[0].length : from;
  const stop = Math.min(limit, start + LONGEST);
  const isAimed = AIMED.test(flow.match.slice(start, start + 2));
  if (holdsHeadings && limit - start <= LONGEST_HEADING) {
    // Nothing but the heading stands above the next level: no line break in it ends it.
    if (!/[。；：]/.test(flow.match.slice(start, limit))) {
      return { start, end: trimEnd(flow, start, limit), bodyStart: limit };
    }
  }
  let end = stop;
  let depth = 0;
  let quoted = false;
  let lineStart = start;
  for (let at = start; at < stop; at += 1) {
    const sign = flow.match[at] ?? '';
    if (sign === '《' || sign === '（') depth += 1;
    if (sign === '》' || sign === '）') depth = Math.max(0, depth - 1);
    if (sign === '"') quoted = !quoted;
    if (at > start && (flow.breaks[at] ?? 0) >= BREAK.LINE) {
      const written = flow.match.slice(start, at);
      const ahead = flow.match.slice(at, Math.min(stop, at + 80));
      if (depth === 0 && endsAtBreak(written, ahead, at - lineStart, wrapWidth, isAimed)) {
        end = at;
        break;
      }
      lineStart = at;
      if (isSectionLabel(flow, at)) {
        end = at;
        break;
      }
    }
    if (at > start && (flow.breaks[at] ?? 0) === BREAK.CELL && at - start >= 4) {
      end = at;
      break;
    }
    if (depth > 0) continue;
    // 【坚持党的领导方面】
    const isClosed = sign === '】' && flow.match[from - 1] === '【';
    if (sign === '。' || sign === '；' || isClosed) {
      end = at;
      break;
    }
    if (sign === '：' && at - start >= 4 && !quoted) {
      end = isSectionLabel(flow, start) ? at : labelStart(flow, start, at);
      break;
    }
    if (sign === '，') {
      if (isAimed && !quoted && AIMED_END.test(flow.match.slice(start, at))) {
        const beyond = flow.match.slice(at + 1, at + 120);
        // 针对A问题，B不够的问题。 goes on; 针对A问题，我局… does not.
        if (!/^[^。；：]{0,80}?(?:问题|方面)(?:的整改)?[。：；]/.test(beyond)) {
          end = at;
          break;
        }
      }
    }
  }
  return { start, end: trimEnd(flow, start, end), bodyStart: skipPunctuation(flow, end, limit) };
}

function labelStart(flow: FlowText, start: number, colon: number): number {
  for (let at = Math.max(start + 1, colon - 12); at < colon; at += 1) {
    if (isSectionLabel(flow, at) && readLabel(flow, at)?.contentStart === colon + 1) return at;
  }
  return colon;
}

function endsAtBreak(
  written: string,
  ahead: string,
  lineLength: number,
  wrapWidth: number | null,
  isAimed: boolean,
): boolean {
  if (/[、，《（的和与及对在为]$/.test(written)) return false;
  const looksComplete =
    /(?:问题|方面|的整改|情况|不到位|不足|不够|不严|不实|不强|不深|不高|不力|薄弱|短板|差距|缺失|滞后)$/.test(
      written,
    );
  // 关于历史遗留问题\n化解不力的问题。 goes on: the first 问题 is part of what is wrong.
  const mayGoOn = isAimed && /问题$/.test(written) && !/[的"]问题$/.test(written);
  if (mayGoOn && /^[^。；：，]{1,40}的问题[。：]/.test(ahead)) return false;
  if (isAimed && !looksComplete && !/整改$/.test(written)) return false;
  // 关于制度不健\n全的问题。 goes on: its 问题 or 方面 is still to come.
  const isAnswered = isAimed
    ? /(?:问题|方面)(?:的整改(?:情况)?)?$/.test(written)
    : /(?:问题|方面|整改|情况)$/.test(written);
  if (
    isAimed &&
    !isAnswered &&
    /^[^。；：]{0,60}?(?:问题|方面)(?:的整改)?(?:[。，；：]|$)/.test(ahead)
  )
    return false;
  if (!isAnswered && /^[^。；：，]{0,40}?(?:问题|方面)[。：]/.test(ahead)) return false;
  if (wrapWidth === null) return true;
  return looksComplete || lineLength < wrapWidth * 0.85;
}

function trimEnd(flow: FlowText, start: number, end: number): number {
  let last = end;
  while (last > start && '，；：、。 '.includes(flow.match[last - 1] ?? '-')) last -= 1;
  return last;
}

function skipPunctuation(flow: FlowText, from: number, limit: number): number {
  let at = from;
  while (at < limit && '，；：。、】 '.includes(flow.match[at] ?? '-')) at += 1;
  return at;
}
