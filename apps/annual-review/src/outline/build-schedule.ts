import { TERMS } from '@taizhang/client/terms';
import { ITEM_LIFE_CYCLE } from '@taizhang/rectification/rules';
import type { AnnualReview, ReviewItem } from '../review/annual-review.type.ts';
import { daysOverdue } from '../review/item-outcome.ts';
import { chineseDate } from './chinese-numerals.ts';
import { statusWords } from './item-words.ts';
import type { Schedule, ScheduleRow, TableColumn } from './outline.type.ts';
import { singleLine, withoutEnd } from './sentence.ts';

/** Heads of the schedule, in both languages; the widths are those of an A4 landscape page. */
export const SCHEDULE_COLUMNS: readonly TableColumn[] = [
  { zh: '编号', en: 'Code', width: 10, align: 'center' },
  { zh: '具体问题', en: 'Problem', width: 15, align: 'left' },
  { zh: '整改措施', en: 'Measures', width: 31.5, align: 'left' },
  { zh: '责任单位', en: 'Unit', width: 7, align: 'center' },
  { zh: '牵头领导', en: 'Leader', width: 7.5, align: 'center' },
  { zh: '类型', en: 'Type', width: 6.8, align: 'center' },
  { zh: '时限', en: 'Due', width: 8.4, align: 'center' },
  { zh: '状态', en: 'Status', width: 6.8, align: 'center' },
  { zh: '销号', en: 'Closed', width: 8.4, align: 'center' },
  { zh: '备注', en: 'Note', width: 8, align: 'center' },
];

/** 整改落实情况一览表 of the review: an area a group, an item a row. */
export function buildSchedule(review: AnnualReview): Schedule {
  const several = review.rounds.length > 1;
  const demo = review.isDemo ? '\u3000演示数据 / Demonstration data' : '';
  return {
    title: '整改落实情况一览表',
    english: 'Rectification Status Schedule',
    caption: `统计截至${chineseDate(review.asOf)}${demo}`,
    columns: SCHEDULE_COLUMNS,
    groups: review.rounds.flatMap((round) =>
      round.areas.map((area) => ({
        title: several
          ? `${round.inspectedOrganization.name}\u3000${singleLine(area.title)}`
          : singleLine(area.title),
        rows: area.items.map((item) => scheduleRow(item, review)),
      })),
    ),
  };
}

function scheduleRow(item: ReviewItem, review: AnnualReview): ScheduleRow {
  const late = daysOverdue(item, review.asOf);
  const measures = item.measures.map(
    (measure) =>
      `${withoutEnd(singleLine(measure.text))}（${TERMS.MeasureStatus[measure.status].zh}）`,
  );
  return {
    code: singleLine(item.code),
    title: withoutEnd(singleLine(item.title)),
    measures,
    unit: item.responsibleUnit ?? '—',
    leader: item.leadLeader ?? '—',
    type: item.type ? TERMS.RectificationType[item.type].zh : '—',
    dueOn: item.dueOn ?? '—',
    status: statusName(item, review),
    closedOn: item.closedOn ?? '—',
    note: scheduleNote(item, late),
    isLate: late !== null,
    isTall: lineCount(measures) > 24 || lineCount([item.title]) > 24,
  };
}

/** Lines in the measures' column, about 20 signs wide; a landscape page has some 28 below its heads. */
const lineCount = (texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + Math.ceil(text.length / 20), 0);

/** Lateness, a moved due date, demonstration: what a reader must see beside the row. */
export function scheduleNote(item: ReviewItem, late: number | null): string {
  return [
    late !== null && `逾期${late}日`,
    item.firstDueOn && item.firstDueOn !== item.dueOn && `原时限${item.firstDueOn}`,
    ITEM_LIFE_CYCLE.is('isLongTerm', item.status) && item.reviewOn && `复核${item.reviewOn}`,
    item.provenance === 'DEMO' && TERMS.Provenance.DEMO.zh,
  ]
    .filter(Boolean)
    .join('；');
}

/** The state's name alone: dates have columns of their own here. */
export function statusName(item: ReviewItem, review: AnnualReview): string {
  return statusWords(item, review.asOf).zh.replace(/（.*$/, '');
}
