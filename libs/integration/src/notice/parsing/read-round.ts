import type { FlowText } from './flow-text.ts';
import type { NoticeRound } from './notice.type.ts';
import { DAY_PATTERN, MONTH_PATTERN, toIsoDate, YEAR_PATTERN } from './read-date.ts';
import { readNumber } from './read-number.ts';

export interface ReadRound extends NoticeRound {
  /** Flow indices of dates that are there but lack a year or a day. */
  readonly unreadable: readonly number[];
}

/** The facts of the round stand before the first chapter; this is as far as they are looked for. */
const LONGEST_PREAMBLE = 3000;
const DATE = `${YEAR_PATTERN}${MONTH_PATTERN}(?:${DAY_PATTERN})?`;
const INTERVAL = new RegExp(
  `${DATE}(?:起|开始)?(?:至|到|-{1,2}|~|～)(?:(同年|当年|次年|翌年)|${YEAR_PATTERN})?(?:${MONTH_PATTERN})?(?:${DAY_PATTERN})?`,
  'g',
);
const FEEDBACK = new RegExp(
  `(?:(同年|当年|次年|翌年)|${YEAR_PATTERN})?${MONTH_PATTERN}(?:${DAY_PATTERN})(?=[^。；]{0,60}?(?:反馈|出具|下达|送达|移交|印发|下发))`,
  'g',
);
const SINGLE = new RegExp(`(?:自|从|于)?${DATE}(?:起|开始)?`, 'g');
const INSPECTED = /巡[察视]|审计|检查|督察|进驻|监督/;
const TEAM = /巡[察视](?:第?[一二三四五六七八九十百\d]{1,3})?组/g;
const TEAM_STOP =
  /[，。；：、（）"《》于由对被的年月日至在起向经\s]|派出|组织|通报|公告|公示|报告|根据|按照|统一部署/g;
const SUBJECT =
  /(?:对|向)(?<name>[^，。；：（）]{2,50}?)(?:（[^（）]{1,30}）)?(?:党组织)?(?:领导班子)?(?:及其[^，。；]{0,20})?(?:开展|进行|实施|反馈|的?\d{4}年|任期|主要领导|原?主要负责)/g;
const SELF = /^(?:我|本|该|全|其|所|各|被|照|此|反馈|巡|整改|审计|问题|有关|相关)/;
const TITLE =
  /(?<name>[^，。；：]{2,50}?(?:党组|党委|党工委|委员会|党总支|党支部|总支|支部|公司|集团|局|委|办公室|医院|大学|学院|学校|中心|街道|办事处|镇|乡|政府|厅|处|院|所|馆|部|会))(?:关于|落实|对|\d{4}年)[^。]{0,80}?整改/;

/** Reads organization, team and dates of the round from what stands before the first chapter. */
export function readRound(flow: FlowText, preambleEnd: number): ReadRound {
  const text = flow.match.slice(0, Math.min(preambleEnd, LONGEST_PREAMBLE));
  const unreadable: number[] = [];
  const interval = readInterval(text, unreadable);
  return {
    inspectedOrganization: readOrganization(flow, text),
    inspectionTeam: readTeam(flow, text),
    inspectedFrom: interval.from,
    inspectedTo: interval.to,
    feedbackOn: readFeedback(text, interval, unreadable),
    unreadable,
  };
}

interface Interval {
  readonly from: string | null;
  readonly to: string | null;
  readonly year: number | null;
  readonly end: number;
}

function readInterval(text: string, unreadable: number[]): Interval {
  for (const found of text.matchAll(INTERVAL)) {
    const end = found.index + found[0].length;
    if (!INSPECTED.test(sentenceAt(text, found.index, end))) continue;
    const [, fromYear, fromMonth, fromDay, relative, toYear, toMonth, toDay] = found;
    const from = toIsoDate(fromYear, fromMonth, fromDay);
    const startYear = toYearNumber(fromYear);
    let endYear = toYear ? toYearNumber(toYear) : startYear;
    if (/次年|翌年/.test(relative ?? '') && startYear !== null) endYear = startYear + 1;
    let to = toIsoDate(endYear, toMonth ?? fromMonth, toDay);
    // 2024年11月20日至1月15日: an inspection cannot end before it begins, so the year has turned.
    if (from && to && to < from && !toYear && endYear !== null) {
      endYear += 1;
      to = toIsoDate(endYear, toMonth ?? fromMonth, toDay);
    }
    if (!from || !to) unreadable.push(found.index);
    return { from, to, year: endYear, end };
  }
  return readStart(text);
}

/** Only a beginning is told: 自2024年3月5日起，对…开展为期45天的巡察. */
function readStart(text: string): Interval {
  for (const found of text.matchAll(SINGLE)) {
    const behind = text.slice(found.index + found[0].length).slice(0, 60);
    if (!/^[^。；]*?(?:进驻|巡[察视]|审计)/.test(behind) || /^[^。；]{0,30}?反馈/.test(behind))
      continue;
    if (!/起|开始/.test(found[0]) && !/进驻/.test(behind)) continue;
    const [, year, month, day] = found;
    return {
      from: toIsoDate(year, month, day),
      to: null,
      year: toYearNumber(year),
      end: found.index,
    };
  }
  return { from: null, to: null, year: null, end: 0 };
}

function readFeedback(text: string, interval: Interval, unreadable: number[]): string | null {
  for (const found of text.matchAll(FEEDBACK)) {
    if (found.index < interval.end && interval.end > 0 && interval.to !== null) continue;
    const [, relative, year, month, day] = found;
    const between =
      text.slice(found.index + found[0].length).split(/反馈|出具|下达|送达|移交|印发|下发/)[0] ??
      '';
    // Another date before the verb means that the verb belongs to that one.
    if (/\d{1,2}月\d{1,2}日/.test(between)) continue;
    if (year) return toIsoDate(year, month, day);
    if (interval.year === null) {
      unreadable.push(found.index);
      return null;
    }
    const turned = /次年|翌年/.test(relative ?? '') ? 1 : 0;
    const iso = toIsoDate(interval.year + turned, month, day);
    if (iso && interval.to && iso >= interval.to) return iso;
    unreadable.push(found.index);
    return null;
  }
  return null;
}

function readTeam(flow: FlowText, text: string): string | null {
  let fallback: string | null = null;
  for (const found of text.matchAll(TEAM)) {
    const lead = text.slice(Math.max(0, found.index - 24), found.index);
    let cut = 0;
    for (const stop of lead.matchAll(TEAM_STOP)) cut = stop.index + stop[0].length;
    const name = lead.slice(cut) + found[0];
    const end = found.index + found[0].length;
    const written = flow.shown.slice(end - name.length, end);
    if (/委|党组|第|公司|学校|集团|中央|提级|机动|交叉|联动|[一二三四五六七八九十\d]组/.test(name))
      return written;
    fallback ??= written;
  }
  return fallback;
}

function readOrganization(flow: FlowText, text: string): string | null {
  for (const found of text.matchAll(SUBJECT)) {
    const name = found.groups?.['name'] ?? '';
    if (SELF.test(name) || /问题|整改|情况|工作|意见|原则/.test(name)) continue;
    const sentence = sentenceAt(text, found.index, found.index + found[0].length);
    if (!INSPECTED.test(sentence)) continue;
    const bare = name.replace(/(?:开展|进行)$/, '').replace(/(?:\d{4}年.*|\d{1,2}月.*)$/, '');
    const start = found.index + found[0].indexOf(name);
    return flow.shown.slice(start, start + bare.length);
  }
  const title = TITLE.exec(firstLines(flow));
  const length = title?.groups?.['name']?.length;
  return title && length ? flow.shown.slice(title.index, title.index + length) : null;
}

/** The notice's own title: what stands before the first full stop. */
function firstLines(flow: FlowText): string {
  const text = flow.match.slice(0, 300);
  const stop = text.indexOf('。');
  return stop === -1 ? text : text.slice(0, stop);
}

function sentenceAt(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf('。', start), 0);
  const stop = text.indexOf('。', end);
  return text.slice(from, stop === -1 ? text.length : stop);
}

function toYearNumber(year: string | undefined): number | null {
  return year === undefined ? null : readNumber(year.replace(/[○ＯO]/g, '〇'));
}
