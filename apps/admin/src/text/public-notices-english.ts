import type { Translated } from '@taizhang/ui';
import type { publicNoticesChinese } from './public-notices-chinese.ts';

export const publicNoticesEnglish: Translated<typeof publicNoticesChinese> = {
  publicNotices: {
    title: 'Public notices',
    empty: 'No notice has been drafted',
    reason: 'Reason: {{why}}',
    omitted: 'Left out:',
  },
};
