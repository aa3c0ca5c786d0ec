import type { Translated } from '@taizhang/ui';
import type { workChinese } from './work-chinese.ts';

export const workEnglish: Translated<typeof workChinese> = {
  work: {
    title: 'My work',
    subtitle: 'What waits for you, the most urgent first',
    summary: 'What waits, at a glance',
    count_one: '{{shown}} record',
    count_other: '{{shown}} records',
    all_one: 'Show all {{count}}',
    all_other: 'Show all {{count}}',
    period: 'Period {{ordinal}}',
    emptyTitle: 'Nothing waits for you',
    emptyBody: 'What is assigned, handed in or returned to you appears here.',
    toItems: 'To the ledger',
  },
};
