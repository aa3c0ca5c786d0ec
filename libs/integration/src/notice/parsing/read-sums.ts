import { toSource, type FlowText } from './flow-text.ts';
import type { NoticeAccountability, NoticeSum } from './notice.type.ts';
import { NUMBER_PATTERN, readNumber } from './read-number.ts';

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  千: 1_000,
  万: 10_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
};
const SUM = `(?<figure>${NUMBER_PATTERN})余?(?<unit>百万|千万|[千万亿])?余?元`;
const DEED =
  '(?<deed>追缴|清退|追回|收缴|退缴|退还|清缴|挽回|追收|收回|清收|上缴|退回|归还|核销|核减|扣减|扣回|补缴|统筹|盘活)';
const WITH_DEED = new RegExp(`(?:${DEED}[^，。；\\d]{0,16}?)?${SUM}`, 'g');
const FORMS =
  '批评教育|提醒谈话|谈话提醒|诫勉谈话|诫勉|约谈提醒|约谈|责令检查|书面检查|通报批评|党内严重警告|党内警告|政务警告|政务记过|记过|警告处分|警告|撤职|免职|开除党籍|开除|组织处理|党纪政务处分|党纪处分|政务处分|纪律处分|移送司法|移送';
const COUNT = `(?<persons>${NUMBER_PATTERN})(?:人次|人|名)`;
const HELD = [
  new RegExp(`(?<form>${FORMS})(?:处分|处理)?[^，。；、\\d一二三四五六七八九十]{0,6}${COUNT}`, 'g'),
  new RegExp(`(?:对|给予)[^，。；、]{0,8}?${COUNT}[^，。；、\\d]{0,16}?(?<form>${FORMS})`, 'g'),
];
/** More than this in one problem is no longer a report. */
const MOST = 100;

/** The first sum in a range, such as what stands behind 涉及金额：. */
export function readSum(flow: FlowText, from: number, to: number): NoticeSum | null {
  return findSums(flow, from, to)[0] ?? null;
}

/** Sums of money with what was done with them: 收回闲置资金320万元. */
export function findSums(flow: FlowText, from: number, to: number): NoticeSum[] {
  const sums: NoticeSum[] = [];
  for (const found of flow.match.slice(from, to).matchAll(WITH_DEED)) {
    const { figure = '', unit = '', deed } = found.groups ?? {};
    const value = readNumber(figure);
    const start = from + found.index;
    if (value === null || sums.length >= MOST) continue;
    sums.push({
      ...words(flow, start, start + found[0].length),
      fen: Math.round(value * (UNITS[unit] ?? 1) * 100),
      deed: deed ?? null,
    });
  }
  return sums;
}

/** How many people were held to account, and how; each place once. */
export function findAccountability(
  flow: FlowText,
  from: number,
  to: number,
): NoticeAccountability[] {
  const text = flow.match.slice(from, to);
  const held = HELD.flatMap((pattern) => [...text.matchAll(pattern)]).sort(
    (a, b) => a.index - b.index,
  );
  const entries: NoticeAccountability[] = [];
  let end = 0;
  for (const found of held) {
    const persons = readNumber(found.groups?.['persons'] ?? '');
    if (found.index < end || persons === null || entries.length >= MOST) continue;
    end = found.index + found[0].length;
    entries.push({
      ...words(flow, from + found.index, from + end),
      form: found.groups?.['form'] ?? '',
      persons,
    });
  }
  return entries;
}

function words(
  flow: FlowText,
  start: number,
  end: number,
): { text: string; source: NoticeSum['source'] } {
  return { text: flow.shown.slice(start, end), source: toSource(flow, start, end) };
}
