import type { AnnualReview } from '../review/annual-review.type.ts';
import { CONTACT } from '../review/terms.ts';
import { chineseDate } from './chinese-numerals.ts';
import type { Block } from './outline.type.ts';
import { singleLine } from './sentence.ts';

/** Contact lines where the notice gave them, the note of the appendix, signature and date. */
export function writeClosing(review: AnnualReview, subject: string): Block[] {
  const lines = new Set(
    review.rounds.flatMap((round) =>
      round.contacts.map(({ kind, value }) => `${CONTACT[kind].zh}：${singleLine(value)}`),
    ),
  );
  const contacts = [...lines];
  return [
    ...(contacts.length > 0 ? [paragraph('对本报告有意见建议的，请通过以下方式反映。')] : []),
    ...contacts.map(paragraph),
    {
      kind: 'signature',
      appendix: '附件：整改落实情况一览表',
      name: subject,
      date: chineseDate(review.readOn),
    },
  ];
}

const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
