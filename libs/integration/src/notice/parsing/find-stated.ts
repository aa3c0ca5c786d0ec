import { toSource, type FlowText } from './flow-text.ts';
import {
  STATED_FIGURES,
  type NoticeStated,
  type StatedFigure,
  type StatedFigureName,
} from './notice.type.ts';
import { REGION, type PlaceMap } from './locate-paths.ts';
import { NUMBER_PATTERN, readNumber } from './read-number.ts';

/** `N` in a pattern is the figure; [^，。；] keeps it in its clause. */
const N = `(?<lead>约|近|超过?|逾)?(?<figure>${NUMBER_PATTERN})(?<more>余|多)?`;
const FOUND =
  '(?:反馈|反映|指出|发现|查出|查找|提出|梳理|认领|移交|列出|确定|细化|分解|明确|涉及|共有|存在|将|对|从|围绕|聚焦|以及|和|的|共)';
const DONE = '(?:已)?(?:全部)?(?:完成整改|整改完成|整改到位|完成销号|办结|销号|完成)';
const SYSTEM = '(?:规章)?(?:制度|办法|文件|机制|规定|制度文件|制度机制|制度办法)';

/** Tried in order; the first that matches anywhere in the text gives the figure. */
const PATTERNS: Readonly<Record<StatedFigureName, readonly string[]>> = {
  reportedAreaCount: [
    `${FOUND}[^，。；]{0,16}?${N}(?:个|大)?(?:大)?方面(?!军)`,
    `${FOUND}[^，。；]{0,16}?${N}个?大类`,
  ],
  reportedItemCount: [
    `${N}(?:个|项|条)(?:反馈|具体)?问题(?:中|当中)，?[^。；]{0,12}?(?:完成|整改|办结|销号)`,
    `方面(?:的|共|、|，)?(?:共)?(?:计)?${N}(?:个|项|条|类)(?:具体|主要|突出)?(?:问题|意见|整改)`,
    `${FOUND}[^，。；]{0,20}?${N}(?:个|项|条|类)(?:具体|主要|突出|反馈|整改)?(?:的)?(?:问题|整改任务|整改事项|任务)`,
    `(?:反馈|反映|指出|发现|查出|提出|移交|列出)[^，。；\\d]{0,10}(?:问题|事项)(?:共|共计)?${N}(?:个|项|条)`,
    `${N}(?:个|项|条)(?:反馈|具体|整改)(?:问题|任务|事项)`,
  ],
  measureCount: [
    `(?:整改|工作|具体)?(?:措施|举措)(?:共|共计)?${N}(?:条|项|个)(?!制度)`,
    `(?:制定|细化|提出|形成|明确|研究|落实|确定)[^，。；]{0,14}?${N}(?:条|项|个)(?:具体)?(?:的)?(?:整改)?(?:措施|举措)`,
    // 按照“一个问题、一条整改措施”的原则 counts nothing.
    `(?!一(?:条|项|个))${N}(?:条|项|个)(?:具体)?(?:的)?整改(?:工作)?(?:措施|举措)`,
  ],
  completedItemCount: [
    `(?:问题|任务|事项)?${DONE}(?:的)?(?:问题|任务|事项)?(?:有|共)?${N}(?:个|项|条)(?!${SYSTEM})`,
    `${N}(?:个|项|条)(?:具体)?(?:反馈)?(?:问题|任务|事项|整改任务)?(?:已|均已|现已)(?:经)?(?:全部)?(?:完成|整改|办结|销号)`,
  ],
  ongoingItemCount: [
    `(?:正在整改|持续推进|持续整改|正在推进|阶段性完成|部分完成|基本完成|未完成(?:整改)?|尚未完成)(?:整改)?(?:的)?(?:问题|任务)?(?:有)?${N}(?:个|项|条)`,
    `${N}(?:个|项|条)(?:问题|任务|事项|整改任务)?(?:正在|仍在|正|需)?(?:有序|按计划)?(?:持续)?(?:推进|整改中|阶段性完成|持续整改)`,
  ],
  longTermItemCount: [
    `(?:长期(?:坚持|整改|推进)|持续(?:坚持|长期))(?:并)?(?:整改)?(?:的)?(?:问题|任务)?(?:有)?${N}(?:个|项|条)`,
    `${N}(?:个|项|条)(?:问题|任务|事项)?(?:需|已转为|转入|纳入|为)?长期(?:坚持|整改|推进)`,
  ],
  completionRate: [
    `(?:整改)?(?:完成|办结|销号|整改)率(?:已)?(?:为|达到?|是)?(?:了)?${N}(?:\\.\\d+)?%`,
    `完成率百分之(?<figure>${NUMBER_PATTERN})`,
  ],
  documentCount: [
    `(?:制定|制订|修订|完善|出台|建立|新建|健全|建章立制|形成)[^，。；\\d]{0,16}?${SYSTEM}[^，。；\\d]{0,4}${N}(?:个|项|份|部|件|余项|条|套)`,
    `(?:制定|制订|修订|完善|出台|建立|新建|健全|形成)[^，。；\\d《》]{0,12}?${N}(?:个|项|份|部|件|条|套)(?:规章|内控|管理|相关|长效|内部|各类|配套)?${SYSTEM}`,
    `(?:${SYSTEM}"?(?:废改立|立改废释?)"?|建章立制)(?:工作)?(?:共|共计|累计)?${N}(?:个|项|份|部|件)`,
  ],
  establishedDocumentCount: [
    `(?:新建|新制定|新出台|新增|制定|制订|出台|建立)(?:${SYSTEM})?${N}(?:个|项|份|部|件)`,
  ],
  revisedDocumentCount: [
    `(?:修订完善|修改完善|健全完善|修订|修改|完善)(?:${SYSTEM})?${N}(?:个|项|份|部|件)`,
  ],
  repealedDocumentCount: [`(?:废止|废除)[^，。；\\d]{0,6}${N}(?:个|项|份|部|件)`],
  recoveredAmount: [
    `(?:追缴|清退|追回|收缴|退缴|退还|清缴|挽回|追收|收回|上缴|退回|归还)(?:[^。；\\d]|\\d{4}年(?:\\d{1,2}月)?){0,24}?${N}(?<unit>万|亿)?(?:余|多)?元`,
  ],
  disciplinaryActionCount: [
    `(?:党纪政务|党纪|政务|纪律|党内|政纪)?(?:处分|党内警告|严重警告)[^，。；、\\d]{0,6}${N}(?:人|名)`,
    `(?:给予|对)${N}(?:人|名[^，。；]{0,8}?)(?:给予|予以)?[^，。；]{0,10}?处分`,
    `${N}(?:人|名)[^，。；]{0,10}?(?:给予|予以|受到)[^，。；]{0,8}?处分`,
  ],
  organizationalHandlingCount: [
    `组织处理[^，。；\\d]{0,4}${N}(?:人|名)`,
    `${N}人(?:次)?(?:给予|进行|予以)?组织处理`,
  ],
  talksCount: [
    `(?:谈话提醒|提醒谈话|约谈|谈心谈话|批评教育|诫勉谈话|廉政谈话|谈话函询|集体谈话|任前谈话|谈话)[^，。；\\d]{0,8}${N}(?:人次|人|次|名)`,
    `(?:对|约谈)[^，。；\\d]{0,6}${N}(?:人次|人|名)[^，。；]{0,16}?(?:谈话提醒|提醒谈话|约谈|批评教育|诫勉)`,
  ],
  trainingSessionCount: [
    `(?:培训|讲座|专题学习|集中学习)(?:班|会|活动)?(?:共|累计)?${N}(?:场次|场|次|期)`,
    `(?:举办|开展|组织)[^，。；\\d《》]{0,12}?${N}(?:场次|场|次|期)[^，。；]{0,12}?(?:培训|讲座)`,
  ],
  trainingAttendanceCount: [`(?:培训|参训)[^。；]{0,20}?${N}人次`],
};
const COMPILED = STATED_FIGURES.map(
  (name) => [name, PATTERNS[name].map((pattern) => new RegExp(pattern, 'g'))] as const,
);
const UNITS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
/** Beyond this a text is no notice, and the figures of its first part are what it states. */
const LONGEST_SEARCHED = 200_000;

/**
 * Reads the totals that the text itself claims; null where it claims none. What stands outside the
 * areas is a total and goes first; else the first figure inside, which its path marks as one measure's.
 */
export function findStated(flow: FlowText, places: PlaceMap): NoticeStated {
  const text = flow.match.slice(0, LONGEST_SEARCHED);
  const stated: Record<string, StatedFigure | null> = {};
  for (const [name, patterns] of COMPILED) {
    stated[name] = null;
    for (const pattern of patterns) {
      const figure = readBest(flow, places, text, pattern);
      const isTotal = figure !== null && figure.itemPath.length === 0;
      if (isTotal || stated[name] === null) stated[name] = figure;
      if (isTotal) break;
    }
  }
  return stated as NoticeStated;
}

/** No figures: for a text that is no notice. */
export function emptyStated(): NoticeStated {
  return Object.fromEntries(STATED_FIGURES.map((name) => [name, null])) as NoticeStated;
}

function readBest(
  flow: FlowText,
  places: PlaceMap,
  text: string,
  pattern: RegExp,
): StatedFigure | null {
  let first: StatedFigure | null = null;
  for (const found of text.matchAll(pattern)) {
    if (places.regionAt(found.index) === REGION.PROBLEM) continue;
    const groups = found.groups ?? {};
    const value = readNumber(groups['figure'] ?? '');
    if (value === null) continue;
    const unit = UNITS[groups['unit'] ?? ''] ?? 1;
    const isApproximate =
      groups['lead'] !== undefined ||
      groups['more'] !== undefined ||
      /余|多/.test(found[0].slice(-3));
    const figure: StatedFigure = {
      value: Math.round(value * unit * 100) / 100,
      approximate: isApproximate,
      itemPath: places.pathAt(found.index),
      source: toSource(flow, found.index, found.index + found[0].length),
    };
    if (figure.itemPath.length === 0) return figure;
    first ??= figure;
  }
  return first;
}
