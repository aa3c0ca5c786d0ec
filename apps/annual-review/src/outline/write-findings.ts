import { fieldHeading, MEASURE_LIFE_CYCLE } from '@taizhang/rectification/rules';
import type {
  AnnualReview,
  ReviewArea,
  ReviewItem,
  ReviewRound,
} from '../review/annual-review.type.ts';
import { ITEM_DETAILS, showDetail } from '../review/item-details.ts';
import { daysOverdue } from '../review/item-outcome.ts';
import type { Chapter } from './build-outline.ts';
import { chineseDate, chineseNumeral } from './chinese-numerals.ts';
import { statusWords } from './item-words.ts';
import type { Block } from './outline.type.ts';
import { singleLine, withoutEnd } from './sentence.ts';

/**
 * A round's areas, items and measures, numbered and worded as published notices are, so that the notice
 * parser reads the ledger back out of the report.
 */
export function writeFindings(round: ReviewRound, review: AnnualReview): Chapter {
  const subject = round.kind === 'AUDIT' ? '审计查出问题' : '巡察反馈意见';
  const isOnly = review.rounds.length === 1;
  const owner = isOnly ? '' : `${round.inspectedOrganization.name}`;
  return {
    text: `${owner}${subject}整改落实情况`,
    english: isOnly ? 'Rectification by Area' : 'By Area',
    blocks: round.areas.flatMap((area, index) => writeArea(area, index + 1, review)),
  };
}

function writeArea(area: ReviewArea, ordinal: number, review: AnnualReview): Block[] {
  return [
    { kind: 'heading', level: 2, text: `（${chineseNumeral(ordinal)}）${areaTitle(area.title)}` },
    ...area.items.flatMap((item, index) => writeItem(item, index + 1, review)),
  ];
}

function writeItem(item: ReviewItem, ordinal: number, review: AnnualReview): Block[] {
  return [
    { kind: 'heading', level: 3, text: `${ordinal}.${itemTitle(item.title)}。` },
    { kind: 'paragraph', text: stateSentence(item, review) },
    ...writeDetails(item),
    ...writeMeasures(item),
  ];
}

/** Labels that the parser knows (整改状态：, 责任单位：…); what the ledger does not say is left out. */
function stateSentence(item: ReviewItem, review: AnnualReview): string {
  const late = daysOverdue(item, review.asOf);
  const due = item.dueOn && chineseDate(item.dueOn);
  return [
    `整改状态：${statusWords(item, review.asOf).zh}`,
    item.responsibleUnit && `责任单位：${item.responsibleUnit}`,
    item.leadLeader && `牵头领导：${item.leadLeader}`,
    due && `整改时限：${due}${late === null ? '' : `（逾期${late}日）`}`,
  ]
    .filter(Boolean)
    .join('；')
    .concat('。');
}

/** 问题成因：…。, one paragraph each of what the item says beside its state. */
function writeDetails({ fields }: ReviewItem): Block[] {
  return ITEM_DETAILS.flatMap(({ key, field }): Block[] => {
    const shown = showDetail(field, fields[key]);
    if (shown === null) return [];
    const lead = `${fieldHeading(field).zh}：`;
    return [{ kind: 'paragraph', lead, text: `${withoutEnd(singleLine(shown))}。` }];
  });
}

/** 一是…。二是…。; a lone measure goes without a number unless it would fall apart at its own stops. */
function writeMeasures(item: ReviewItem): Block[] {
  const texts = item.measures
    .filter((measure) => MEASURE_LIFE_CYCLE.is('isCounted', measure.status))
    .map((measure) => withoutEnd(singleLine(measure.text)))
    .filter((text) => text !== '');
  const isNumbered = texts.length > 1 || texts.some((text) => /[。；！]/.test(text));
  return texts.map((text, index) => {
    const label = index === 0 ? '整改措施：' : '';
    const number = isNumbered ? `${chineseNumeral(index + 1)}是` : '';
    return { kind: 'paragraph', lead: label + number, text: `${text}。` };
  });
}

/** 关于…方面的整改, unless the ledger's title already says 关于 or 方面. */
function areaTitle(title: string): string {
  const text = withoutEnd(singleLine(title));
  if (/^关于/.test(text) || /方面(?:的整改)?(?:情况)?$/.test(text)) return text;
  return `关于${text}方面的整改`;
}

/** 针对…问题, unless the title is already worded as an aim. */
function itemTitle(title: string): string {
  const text = withoutEnd(singleLine(title));
  if (/^(?:针对|关于|对于|聚焦)/.test(text)) return text;
  return /问题$/.test(text) ? `针对${text}` : `针对${text}问题`;
}
