import ExcelJS from 'exceljs';
import { chineseDate } from '../outline/chinese-numerals.ts';
import type { AnnualReview } from '../review/annual-review.type.ts';
import { DEMO_MARK } from '../review/terms.ts';
import { mergeKeepingValues } from './merge-keeping-values.ts';
import { writeDetailSheet } from './write-detail-sheet.ts';
import { writeDocumentSheet, writeSummarySheet, writeTrainingSheet } from './write-list-sheets.ts';
import { writeScheduleSheet } from './write-schedule-sheet.ts';

/** The workbook: 一览表, 问题详情, 汇总, 制度文件, 培训会议. Dates and numbers are typed, so that sheets can be filtered and summed. */
export async function writeXlsx(review: AnnualReview): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Taizhang 台账';
  // The ledger's day instead of the clock's: the same review gives the same workbook.
  book.created = book.modified = new Date(`${review.readOn}T00:00:00Z`);
  book.title = `${review.year}年度巡察整改落实情况一览表`;
  const caption = [
    review.isDemo ? DEMO_MARK : '',
    `统计截至${chineseDate(review.asOf)} As of ${review.asOf}`,
  ]
    .filter(Boolean)
    .join('\u3000');
  const areas = writeScheduleSheet(book, review, caption);
  writeDetailSheet(book, review, caption);
  writeSummarySheet(book, review, caption);
  writeDocumentSheet(book, review, caption);
  writeTrainingSheet(book, review, caption);
  return mergeKeepingValues(Buffer.from(await book.xlsx.writeBuffer()), areas);
}
