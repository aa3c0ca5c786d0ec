import { TERMS } from '@taizhang/client/terms';
import type { Workbook, Worksheet } from 'exceljs';
import type { AnnualReview, ReviewItem } from '../review/annual-review.type.ts';
import { daysOverdue } from '../review/item-outcome.ts';
import { scheduleNote } from '../outline/build-schedule.ts';
import { singleLine } from '../outline/sentence.ts';
import { statusWords } from '../outline/item-words.ts';
import { day, text } from './cell-values.ts';
import {
  DATE_FORMAT,
  dress,
  rowHeight,
  setUpPage,
  writeHeads,
  writeTitle,
  type SheetColumn,
} from './sheet-look.ts';

const HEAD_ROW = 3;
const TOP_ROW = HEAD_ROW + 1;

const COLUMNS = [
  { zh: '方面', en: 'Area', width: 15 },
  { zh: '编号', en: 'Code', width: 12, align: 'center' },
  { zh: '具体问题', en: 'Problem', width: 24 },
  { zh: '整改措施', en: 'Measures', width: 42 },
  { zh: '责任单位', en: 'Unit', width: 10.5, align: 'center' },
  { zh: '牵头领导', en: 'Leader', width: 9.5, align: 'center' },
  { zh: '类型', en: 'Type', width: 9, align: 'center' },
  { zh: '时限', en: 'Due', width: 11, align: 'center', format: DATE_FORMAT },
  { zh: '状态', en: 'Status', width: 9, align: 'center' },
  { zh: '销号日期', en: 'Closed on', width: 11, align: 'center', format: DATE_FORMAT },
  { zh: '逾期天数', en: 'Days late', width: 8.5, align: 'center', format: '0' },
  { zh: '佐证', en: 'Evidence', width: 8.5, align: 'center', format: '0' },
  { zh: '备注', en: 'Note', width: 12, align: 'center' },
  { zh: '数据来源', en: 'Provenance', width: 11, align: 'center' },
] as const satisfies readonly SheetColumn[];

/**
 * The sheet 一览表: an item a row.
 *
 * @returns the ranges of the area column to merge, for `mergeKeepingValues`.
 */
export function writeScheduleSheet(
  book: Workbook,
  review: AnnualReview,
  caption: string,
): string[] {
  const sheet = book.addWorksheet('一览表');
  setUpPage(sheet, HEAD_ROW);
  writeHeads(sheet, HEAD_ROW, COLUMNS);
  const ranges: string[] = [];
  let at = TOP_ROW;
  for (const area of review.rounds.flatMap((round) => round.areas)) {
    const from = at;
    for (const item of area.items) writeItem(sheet, at++, area.title, item, review);
    if (at - 1 > from) ranges.push(`A${from}:A${at - 1}`);
  }
  const title = { zh: '整改落实情况一览表', en: 'Rectification Status Schedule' };
  writeTitle(sheet, title, caption, COLUMNS.length);
  return ranges;
}

function writeItem(
  sheet: Worksheet,
  at: number,
  area: string,
  item: ReviewItem,
  review: AnnualReview,
): void {
  const late = daysOverdue(item, review.asOf);
  const measures = item.measures
    .map(
      (measure) =>
        `${measure.ordinal}. ${singleLine(measure.text)}（${TERMS.MeasureStatus[measure.status].zh}）`,
    )
    .join('\n');
  const values = [
    text(area),
    text(item.code),
    text(item.title),
    text(measures),
    text(item.responsibleUnit),
    text(item.leadLeader),
    item.type && TERMS.RectificationType[item.type].zh,
    day(item.dueOn),
    statusCell(item, review),
    day(item.closedOn),
    late,
    item.acceptedEvidenceCount,
    text(scheduleNote(item, late)),
    TERMS.Provenance[item.provenance].zh,
  ];
  const row = sheet.getRow(at);
  values.forEach((value, index) => {
    const column = COLUMNS[index];
    if (!column) return;
    const cell = row.getCell(index + 1);
    cell.value = value;
    dress(cell, column);
    if (late !== null && (index === 7 || index === 10))
      cell.font = { ...cell.font, color: { argb: 'FFB3261E' } };
  });
  row.height = rowHeight([
    { text: item.title, width: COLUMNS[2].width },
    { text: measures, width: COLUMNS[3].width },
  ]);
}

function statusCell(item: ReviewItem, review: AnnualReview): string {
  return statusWords(item, review.asOf).en === 'In progress at year end'
    ? TERMS.ItemStatus.IN_PROGRESS.zh
    : TERMS.ItemStatus[item.status].zh;
}
