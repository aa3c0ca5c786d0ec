import { TERMS } from '@taizhang/client/terms';
import type { DocumentActionKind, ReviewDocumentAction } from '../review/annual-review.type.ts';
import type { Chapter } from './build-outline.ts';
import { chineseDate, chineseNumeral } from './chinese-numerals.ts';
import type { Block } from './outline.type.ts';
import { singleLine } from './sentence.ts';

/** Chapter 制度建设: documents by action. A mere mention is no work on a document and stays out. */
export function writeDocuments(all: readonly ReviewDocumentAction[]): Chapter {
  const worked = all.filter((document) => document.action !== 'MENTION');
  const kinds = (Object.keys(TERMS.DocumentActionKind) as DocumentActionKind[])
    .map((action) => ({ action, rows: worked.filter((row) => row.action === action) }))
    .filter(({ rows }) => rows.length > 0);
  const undated = worked.filter((row) => row.actedOn === null).length;
  const counts = kinds.map(
    ({ action, rows }) => `${TERMS.DocumentActionKind[action].zh}${rows.length}件`,
  );
  const summary =
    worked.length === 0
      ? '台账中没有本年度制度文件办理记录。'
      : `本年度办理制度文件${worked.length}件次：${counts.join('、')}。` +
        (undated > 0 ? `其中${undated}件次未登记办理日期，随所属问题列入。` : '');
  return {
    text: '制度建设情况',
    english: 'Institutional Documents',
    blocks: [
      { kind: 'paragraph', text: summary },
      ...kinds.flatMap(({ action, rows }, index) => writeKind(action, rows, index + 1)),
    ],
  };
}

function writeKind(
  action: DocumentActionKind,
  rows: readonly ReviewDocumentAction[],
  ordinal: number,
): Block[] {
  const { zh, en } = TERMS.DocumentActionKind[action];
  return [
    {
      kind: 'heading',
      level: 2,
      text: `（${chineseNumeral(ordinal)}）${zh}${rows.length}件`,
      english: en,
    },
    ...rows.map((row, index) => ({
      kind: 'paragraph' as const,
      text: `${index + 1}.${zh}《${bareTitle(row.title)}》${details(row)}。`,
    })),
  ];
}

function details(row: ReviewDocumentAction): string {
  const known = [
    row.documentNumber && `文号${row.documentNumber}`,
    row.issuedOn && `印发日期${chineseDate(row.issuedOn)}`,
    row.actedOn && row.actedOn !== row.issuedOn && `办理日期${chineseDate(row.actedOn)}`,
    row.responsibleUnit && `责任单位${row.responsibleUnit}`,
  ].filter(Boolean);
  return known.length > 0 ? `，${known.join('，')}` : '';
}

/** The ledger keeps titles without their outer 《》; one that has them is not marked twice. */
function bareTitle(title: string): string {
  const text = singleLine(title);
  return /^《[^《》]*》$/.test(text) ? text.slice(1, -1) : text;
}
