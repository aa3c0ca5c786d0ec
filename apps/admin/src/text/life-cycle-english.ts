import type { Translated } from '@taizhang/ui';
import type { lifeCycleChinese } from './life-cycle-chinese.ts';

export const lifeCycleEnglish: Translated<typeof lifeCycleChinese> = {
  planChecks: {
    title: 'Plan checks',
    hint: 'They inform only and hold nothing up',
    run: 'Check the plan',
    again: 'Check again',
    nothing: 'Nothing was found that is worth a look',
    measure: 'measure {{ordinal}}',
    related: 'see {{code}}',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
  },
  documentSteps: {
    actions: 'What can be done',
    compare: 'Versions side by side',
    earlier: 'Earlier version',
    later: 'Later version',
    consultations: 'Consultation drafts',
    consultation: 'Version {{ordinal}}, until {{date}}',
    comments_one: '{{count}} comment received',
    comments_other: '{{count}} comments received',
    open: 'Open for comments',
  },
};
