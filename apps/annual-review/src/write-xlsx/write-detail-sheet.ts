import {
  fieldHeading,
  ITEM_FIELDS,
  type FieldDescription,
  type PlainKind,
} from '@taizhang/rectification/rules';
import type { CellValue, Workbook } from 'exceljs';
import type { AnnualReview, ReviewItem } from '../review/annual-review.type.ts';
import { ITEM_DETAILS, showDetail } from '../review/item-details.ts';
import { itemsOf } from '../review/summarize.ts';
import { day, text, yuan } from './cell-values.ts';
import { DATE_FORMAT, MONEY_FORMAT, type SheetColumn } from './sheet-look.ts';
import { writeList } from './write-list.ts';

const LOOKS: Readonly<Record<PlainKind, Omit<SheetColumn, 'zh' | 'en'>>> = {
  TEXT: { width: 18 },
  LONG_TEXT: { width: 34 },
  DAY: { width: 13, align: 'center', format: DATE_FORMAT },
  CHOICE: { width: 12, align: 'center' },
  FLAG: { width: 10, align: 'center' },
  MONEY: { width: 18, align: 'center', format: MONEY_FORMAT },
};

/** The sheet 问题详情: an item a row, a described field a column; a field that comes to items comes here by itself. */
export function writeDetailSheet(book: Workbook, review: AnnualReview, caption: string): void {
  const columns: SheetColumn[] = [
    { zh: '编号', en: 'Code', width: 12, align: 'center' },
    { ...fieldHeading(ITEM_FIELDS.title), width: 34 },
    ...ITEM_DETAILS.map(({ field }) => ({ ...fieldHeading(field), ...LOOKS[field.kind] })),
  ];
  const rows = review.rounds
    .flatMap(itemsOf)
    .map((item) => [
      text(item.code),
      text(item.title),
      ...ITEM_DETAILS.map(({ key, field }) => detailCell(field, item.fields[key] ?? null)),
    ]);
  const title = { zh: '问题详情', en: 'Details of Problems' };
  writeList(book, title.zh, title, caption, columns, rows);
}

/** Sums and days are typed, so that Excel sums and filters them; all else is words. */
function detailCell(field: FieldDescription, value: ReviewItem['fields'][string]): CellValue {
  if (field.kind === 'MONEY') return yuan(value as number | null);
  return field.kind === 'DAY' ? day(value as string | null) : text(showDetail(field, value));
}
