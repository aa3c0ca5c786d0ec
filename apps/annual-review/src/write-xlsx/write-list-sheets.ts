import { TERMS } from '@taizhang/client/terms';
import type { CellValue, Workbook } from 'exceljs';
import { fieldHeading, ITEM_FIELDS } from '@taizhang/rectification/rules';
import type { AnnualReview } from '../review/annual-review.type.ts';
import { summarize, type ItemFigures } from '../review/summarize.ts';
import { day, text, yuan } from './cell-values.ts';
import { DATE_FORMAT, MONEY_FORMAT, type SheetColumn } from './sheet-look.ts';
import { writeList } from './write-list.ts';

const center = { align: 'center' } as const;

/** The sheet 汇总: figures by area, a total, and below it documents and trainings by kind. */
export function writeSummarySheet(book: Workbook, review: AnnualReview, caption: string): void {
  const figures = summarize(review);
  const columns: SheetColumn[] = [
    { zh: '方面', en: 'Area', width: 58 },
    { zh: '问题', en: 'Problems', width: 11, ...center, format: '0' },
    { zh: '已销号', en: 'Closed', width: 11, ...center, format: '0' },
    { zh: '分母', en: 'Denominator', width: 12, ...center, format: '0' },
    { zh: '完成率', en: 'Completion', width: 12, ...center, format: '0.00%' },
    { zh: '长期整改', en: 'Long term', width: 11, ...center, format: '0' },
    { zh: '仍在整改', en: 'Open', width: 11, ...center, format: '0' },
    { zh: '逾期', en: 'Overdue', width: 11, ...center, format: '0' },
    { zh: '已撤回', en: 'Withdrawn', width: 11, ...center, format: '0' },
    { zh: '措施', en: 'Measures', width: 11, ...center, format: '0' },
    {
      ...fieldHeading(ITEM_FIELDS.amountInvolvedFen),
      width: 18,
      ...center,
      format: MONEY_FORMAT,
    },
    { zh: '未载明金额', en: 'States no amount', width: 14, ...center, format: '0' },
  ];
  const blank = (values: CellValue[]) => [
    ...values,
    ...Array<null>(columns.length - values.length).fill(null),
  ];
  writeList(book, '汇总', { zh: '整改情况汇总', en: 'Summary' }, caption, columns, [
    ...figures.byArea.map((area) => figureRow(area.title, area)),
    figureRow('合计 Total', figures.total),
    ...figures.documents.map(({ action, count }) =>
      blank([
        `制度文件·${TERMS.DocumentActionKind[action].zh} ${TERMS.DocumentActionKind[action].en}（件）`,
        count,
      ]),
    ),
    ...figures.trainings.map((row) =>
      blank([
        `培训会议·${TERMS.TrainingKind[row.kind].zh} ${TERMS.TrainingKind[row.kind].en}（项）`,
        row.count,
      ]),
    ),
  ]);
}

function figureRow(title: string, figures: ItemFigures): CellValue[] {
  return [
    text(title),
    figures.itemCount,
    figures.completionRate.numerator,
    figures.completionRate.denominator,
    figures.completionRate.rate,
    figures.longTermCount,
    figures.openCount,
    figures.overdueCount,
    figures.withdrawnCount,
    figures.measureCount,
    figures.amountInvolved.statedCount > 0 ? yuan(figures.amountInvolved.sumFen) : null,
    figures.amountInvolved.unstatedCount,
  ];
}

/** The sheet 制度文件: an action on a document a row, mentions included and named so. */
export function writeDocumentSheet(book: Workbook, review: AnnualReview, caption: string): void {
  const columns: SheetColumn[] = [
    { zh: '办理情况', en: 'Action', width: 12, ...center },
    { zh: '文件名称', en: 'Title', width: 62 },
    { zh: '文号', en: 'Number', width: 22, ...center },
    { zh: '办理日期', en: 'Acted on', width: 13, ...center, format: DATE_FORMAT },
    { zh: '印发日期', en: 'Issued on', width: 13, ...center, format: DATE_FORMAT },
    { zh: '责任单位', en: 'Unit', width: 16, ...center },
    { zh: '对应问题', en: 'Problem', width: 16, ...center },
    { zh: '数据来源', en: 'Provenance', width: 12, ...center },
  ];
  const rows = review.documents.map((row) => [
    TERMS.DocumentActionKind[row.action].zh,
    text(row.title),
    text(row.documentNumber),
    day(row.actedOn),
    day(row.issuedOn),
    text(row.responsibleUnit),
    text(row.itemCodes.join('、')),
    TERMS.Provenance[row.provenance].zh,
  ]);
  writeList(
    book,
    '制度文件',
    { zh: '制度文件', en: 'Institutional Documents' },
    caption,
    columns,
    rows,
  );
}

/** The sheet 培训会议: a training a row; a number nobody recorded is an empty cell, not 0. */
export function writeTrainingSheet(book: Workbook, review: AnnualReview, caption: string): void {
  const columns: SheetColumn[] = [
    { zh: '类别', en: 'Kind', width: 16, ...center },
    { zh: '主题', en: 'Topic', width: 56 },
    { zh: '方式', en: 'Direction', width: 11, ...center },
    { zh: '日期', en: 'Held on', width: 13, ...center, format: DATE_FORMAT },
    { zh: '场次', en: 'Sessions', width: 10, ...center, format: '0' },
    { zh: '人次', en: 'Attendances', width: 12, ...center, format: '0' },
    { zh: '学时', en: 'Hours', width: 10, ...center, format: '0.##' },
    { zh: '责任单位', en: 'Unit', width: 16, ...center },
    { zh: '对应问题', en: 'Problem', width: 16, ...center },
    { zh: '数据来源', en: 'Provenance', width: 12, ...center },
  ];
  const rows = review.trainings.map((row) => [
    TERMS.TrainingKind[row.kind].zh,
    text(row.topic),
    TERMS.TrainingDirection[row.direction].zh,
    day(row.heldOn),
    row.sessionCount,
    row.attendanceCount,
    row.hours,
    text(row.responsibleUnit),
    text(row.itemCode),
    TERMS.Provenance[row.provenance].zh,
  ]);
  writeList(
    book,
    '培训会议',
    { zh: '培训会议', en: 'Trainings and Meetings' },
    caption,
    columns,
    rows,
  );
}
