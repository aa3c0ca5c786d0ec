import type { AnnualReview, ReviewItem } from '../review/annual-review.type.ts';
import { daysOverdue, itemOutcome } from '../review/item-outcome.ts';
import { itemsOf } from '../review/summarize.ts';
import type { Chapter } from './build-outline.ts';
import { chineseDate, chineseNumeral } from './chinese-numerals.ts';
import type { Block } from './outline.type.ts';
import { singleLine, withoutEnd } from './sentence.ts';

/** Chapter 存在的问题与下一步: overdue, long-term and other open items as the ledger lists them, no opinion. */
export function writeRemaining(review: AnnualReview): Chapter {
  const items = review.rounds.flatMap(itemsOf);
  const late = items.filter((item) => daysOverdue(item, review.asOf) !== null);
  const longTerm = items.filter((item) => itemOutcome(item, review.asOf) === 'LONG_TERM');
  const inTime = items.filter(
    (item) => itemOutcome(item, review.asOf) === 'OPEN' && daysOverdue(item, review.asOf) === null,
  );
  const sections: { heading: string; english: string; lines: string[] }[] = [];
  if (late.length > 0) {
    const lines = late.map((item) => lateLine(item, review));
    sections.push({ heading: `逾期问题${late.length}个`, english: 'Overdue', lines });
  }
  if (longTerm.length > 0) {
    const lines = longTerm.map(longTermLine);
    sections.push({ heading: `长期整改问题${longTerm.length}个`, english: 'Long term', lines });
  }
  return {
    text: '存在的问题与下一步工作',
    english: 'Remaining Problems and Next Steps',
    blocks: [
      { kind: 'paragraph', text: summary(review, late.length, longTerm.length) },
      ...sections.flatMap((section, index): Block[] => [
        {
          kind: 'heading',
          level: 2,
          text: `（${chineseNumeral(index + 1)}）${section.heading}`,
          english: section.english,
        },
        ...section.lines.map((text) => ({ kind: 'paragraph', text }) as const),
      ]),
      ...nextStep(inTime, late.length + longTerm.length),
    ],
  };
}

function summary(review: AnnualReview, late: number, longTerm: number): string {
  const day = chineseDate(review.asOf);
  if (late + longTerm === 0) return `截至${day}，台账中无逾期问题，无长期整改问题。`;
  const parts = [late > 0 && `逾期问题${late}个`, longTerm > 0 && `长期整改问题${longTerm}个`];
  return `截至${day}，台账中尚有${parts.filter(Boolean).join('、')}，列出如下。`;
}

function nextStep(inTime: readonly ReviewItem[], listed: number): Block[] {
  const dues = inTime.flatMap((item) => (item.dueOn ? [item.dueOn] : [])).sort();
  const undated = inTime.length - dues.length;
  const text = [
    listed > 0 ? '下一步，以上问题按台账登记的时限和复核日期继续整改。' : '',
    inTime.length > 0 ? `其余${inTime.length}个问题正在整改` : '',
    dues[0] ? `，时限最早的为${chineseDate(dues[0])}` : '',
    undated > 0 ? `，尚未确定时限的${undated}个` : '',
    inTime.length > 0 ? '。' : '',
  ].join('');
  return text === '' ? [] : [{ kind: 'paragraph', text }];
}

function lateLine(item: ReviewItem, review: AnnualReview): string {
  const due = item.dueOn ? `，时限${chineseDate(item.dueOn)}` : '';
  return `${name(item)}${owner(item)}${due}，逾期${daysOverdue(item, review.asOf)}日。`;
}

function longTermLine(item: ReviewItem): string {
  const reviewOn = item.reviewOn ? `，复核日期${chineseDate(item.reviewOn)}` : '，复核日期尚未登记';
  return `${name(item)}${owner(item)}${reviewOn}。`;
}

const name = (item: ReviewItem) => `${item.code}：${withoutEnd(singleLine(item.title))}`;
const owner = (item: ReviewItem) =>
  item.responsibleUnit ? `，责任单位${item.responsibleUnit}` : '';
