import type { FlowText } from './flow-text.ts';
import { BREAK } from './skip-markup.ts';

/** What a label in a text, or the head of a column, announces: the fields of a row of the ledger. */
export type LabelKind =
  | 'NUMBER'
  | 'AREA'
  | 'PROBLEM'
  | 'MANIFESTATION'
  | 'MEASURES'
  | 'PROGRESS'
  | 'EFFECT'
  | 'STATE'
  | 'LEADER'
  | 'PERSON'
  | 'UNIT'
  | 'SUPPORT'
  | 'LIMIT'
  | 'CAUSE'
  | 'UNFINISHED'
  | 'NEXT'
  | 'AMOUNT'
  | 'ACCOUNTABILITY'
  | 'GOAL'
  | 'BASIS'
  | 'OTHER';

export interface Label {
  readonly kind: LabelKind;
  /** As folded, without its marks. */
  readonly words: string;
  readonly start: number;
  readonly contentStart: number;
}

const BODY = '(?:单位|部门|科室|处室|股室|[科处股室]|机构|党组织|支部|主体|站所|中心)';
const AND = '(?:(?:及|和|与|、|\\/|·)[\\p{Script=Han}]{2,8})?';
const SUBJECT =
  '(?:巡[察视]|审计|督[察查]|检查|监督)?(?:反馈|发现|指出|查出|揭示|检视|查摆)?(?:的)?';

/** Tried in order; the whole label has to fit. Numbers at its end (整改措施1) are taken off before. */
const WORDS: readonly (readonly [LabelKind, RegExp])[] = (
  [
    ['NUMBER', '(?:序|编|问题编|问题序)号|序次|总序'],
    [
      'NEXT',
      '下一?步(?:的)?(?:整改|工作)?(?:措施|打算|计划|工作|安排|思路)?|后续(?:整改)?(?:措施|工作|计划|安排)',
    ],
    [
      'UNFINISHED',
      '(?:尚)?未(?:完成|整改|到位|销号|办结)(?:整改|到位)?(?:的)?(?:主要)?(?:原因|理由|说明)|(?:未按期|延期|滞后)(?:完成)?(?:原因|理由)',
    ],
    ['CAUSE', '(?:问题|主要|产生|存在)?(?:的)?(?:原因|成因|根源)(?:分析|剖析)?'],
    ['SUPPORT', `(?:配合|协助|协办|协同|参与|会办|联合)(?:责任)?(?:${BODY}|领导)`],
    [
      'LEADER',
      `(?:牵头|责任|分管|包保|包抓|督办|主管|挂帅|领办|主要|班子)(?:市|县|区|局|校|院|党组|党委|班子)?(?:领导|组长|成员)${AND}|领导(?:班子成员)?|牵头人`,
    ],
    [
      'PERSON',
      `(?:第一|直接|具体|主体|整改|主要|经办)?(?:责任人|负责人|经办人)(?:员)?${AND}|责任人员`,
    ],
    [
      'UNIT',
      `(?:整改)?(?:责任|牵头|主责|主办|承办|落实|实施|整改|办理|主管)${BODY}${AND}|责任主体`,
    ],
    [
      'LIMIT',
      '(?:计划|拟|预计|规定|要求)?(?:整改|完成|办结|落实|销号)(?:完成|整改)?(?:的)?(?:时限|期限|时间(?:节点|要求|安排|表)?|日期)|时限(?:要求)?|期限|截止(?:时间|日期)|时间节点|完成限期|整改限期',
    ],
    [
      'STATE',
      '(?:目前|当前|整改|问题|任务|工作|落实)?(?:整改)?(?:完成|办结|销号)?(?:状态|状况|进度)|(?:整改)?(?:是否)?(?:完成|销号|办结|整改到位)(?:情况|与否)?|(?:整改)?完成情况|目前状态',
    ],
    ['AMOUNT', '(?:问题)?(?:涉及|违规|涉案)(?:的)?(?:金额|资金)|问题金额|金额'],
    ['ACCOUNTABILITY', '(?:追责|问责)(?:问责|追责)?(?:情况)?|责任追究(?:情况)?'],
    ['GOAL', '(?:整改|预期|工作)目标(?:要求)?'],
    ['BASIS', '(?:定性|问题|政策|制度)?依据'],
    [
      'AREA',
      `${SUBJECT}(?:问题)?(?:所属)?(?:类别|类型|方面|领域|大类|维度|板块|分类|归类)|问题来源类别`,
    ],
    [
      'PROBLEM',
      `${SUBJECT}(?:存在|具体|主要|突出|整改)?(?:的)?问题(?:内容|清单|表述|概述|事项|摘要)?|反馈意见|反馈事项|问题及表现`,
    ],
    [
      'MANIFESTATION',
      '(?:问题|主要|具体|突出)?(?:的)?(?:表现|情形)(?:形式)?|问题描述|具体情况描述|具体问题表现',
    ],
    [
      'MEASURES',
      `(?:主要|具体|相关|拟)?(?:采取的?)?(?:问题)?(?:整改)?(?:工作)?(?:落实)?(?:任务|措施|举措|做法|对策)${AND}`,
    ],
    [
      'PROGRESS',
      `(?:主要|具体|目前|当前|最新)?(?:问题)?(?:整改)?(?:工作|任务)?(?:落实|推进|进展|开展|执行)(?:完成)?(?:情况)?${AND}|(?:问题)?整改(?:完成)?情况${AND}|整改`,
    ],
    ['EFFECT', `(?:主要|阶段性|取得的?)?(?:整改|工作|初步)?(?:成效|效果|结果|成果)${AND}`],
  ] as const
).map(([kind, source]) => [kind, new RegExp(`^(?:${source})$`, 'u')] as const);

/** What the words of a label or of a column's head announce; null for words that announce no field. */
export function classifyLabel(words: string): LabelKind | null {
  const plain = words
    .replace(/[\s"“”：:*]/g, '')
    .replace(/(?:（[^（）]{0,14}）|[一二三四五六七八九十\d]{1,2})$/, '');
  if (plain.length < 2 || plain.length > 16) return null;
  return WORDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const BRACKETED = /【([^【】]{2,30})】：?/y;
const COLON = /([\p{Script=Han}"、/·]{2,14}(?:（[\p{Script=Han}、/]{1,8}）)?\d{0,2})：/uy;
const WORD_LINE = /[\p{Script=Han}、/]{2,14}/uy;

/**
 * The label at this index: 整改措施：, 【整改措施】, or 整改措施 alone on its line. 【…】 at the start of a line is a
 * label whatever it says; its kind is OTHER where it announces no field.
 */
export function readLabel(flow: FlowText, at: number): Label | null {
  BRACKETED.lastIndex = at;
  const bracketed = BRACKETED.exec(flow.match);
  if (bracketed) {
    const words = bracketed[1] ?? '';
    const kind = classifyLabel(words) ?? (isLine(flow, at) ? 'OTHER' : null);
    return kind && { kind, words, start: at, contentStart: at + bracketed[0].length };
  }
  COLON.lastIndex = at;
  const found = COLON.exec(flow.match);
  if (found) {
    const kind = classifyLabel(found[1] ?? '');
    return kind && { kind, words: found[1] ?? '', start: at, contentStart: at + found[0].length };
  }
  return isLine(flow, at) ? readWordLine(flow, at) : null;
}

/** 整改措施 on a line of its own, unless it is one of the heads of a table that was written line by line. */
function readWordLine(flow: FlowText, at: number): Label | null {
  const words = lineWords(flow, at);
  const kind = words && classifyLabel(words);
  if (!words || (kind !== 'MEASURES' && kind !== 'PROGRESS' && kind !== 'EFFECT')) return null;
  const end = at + words.length;
  const next = lineWords(flow, end);
  if (next && classifyLabel(next)) return null;
  if (previousLineIsLabel(flow, at)) return null;
  return { kind, words, start: at, contentStart: end };
}

function lineWords(flow: FlowText, at: number): string | null {
  WORD_LINE.lastIndex = at;
  const found = WORD_LINE.exec(flow.match);
  return found && isLine(flow, at + found[0].length) ? found[0] : null;
}

function previousLineIsLabel(flow: FlowText, at: number): boolean {
  for (let start = at - 1; start >= 0 && at - start <= 14; start -= 1) {
    if (isLine(flow, start)) return classifyLabel(flow.match.slice(start, at)) !== null;
  }
  return false;
}

/** True where a label may begin: at a break, in a gap, or behind what ends a clause. */
export function mayStartLabel(flow: FlowText, at: number): boolean {
  if (at === 0 || (flow.breaks[at] ?? 0) >= BREAK.CELL) return true;
  if ('。；：】）'.includes(flow.match[at - 1] ?? '-')) return true;
  // 整改时限：9月底　整改状态：已完成: blanks in between stand for a break.
  return (flow.starts[at] ?? 0) > (flow.ends[at - 1] ?? 0);
}

/** True when a label of a report starts at this index. */
export function isSectionLabel(flow: FlowText, at: number): boolean {
  const kind = readLabel(flow, at)?.kind;
  return kind !== undefined && kind !== 'NUMBER' && kind !== 'AREA' && kind !== 'PROBLEM';
}

function isLine(flow: FlowText, at: number): boolean {
  return at === 0 || at >= flow.match.length || (flow.breaks[at] ?? 0) >= BREAK.LINE;
}
