import { bilingual, defineEvents } from '@taizhang/platform/rules';

const mechanism = (chinese: string, english: string) =>
  ({ subject: 'StandingMechanism', words: bilingual(chinese, english) }) as const;
const occurrence = (chinese: string, english: string) =>
  ({ subject: 'MechanismOccurrence', words: bilingual(chinese, english) }) as const;

/** What happens to standing mechanisms, each time that they fall due, and the facts and calendars that they go by. */
export const MECHANISM_EVENTS = defineEvents({
  MECHANISM_ADDED: mechanism('建立长效机制', 'Standing mechanism added'),
  MECHANISM_EDITED: mechanism('修改长效机制', 'Standing mechanism edited'),
  MECHANISM_CADENCE_CHANGED: mechanism('调整频次', 'Cadence changed'),
  MECHANISM_SUSPENDED: mechanism('暂停', 'Suspended'),
  MECHANISM_RESUMED: mechanism('恢复', 'Resumed'),
  MECHANISM_ENDED: mechanism('终止', 'Ended'),

  OCCURRENCE_OPENED: occurrence('一次到期事项开启', 'Occurrence opened'),
  OCCURRENCE_DONE: occurrence('已完成', 'Done'),
  OCCURRENCE_MISSED: occurrence('逾期未做', 'Missed'),
  OCCURRENCE_EXPLAINED: occurrence('说明未做原因', 'Why it was missed'),
  OCCURRENCE_WAIVED: occurrence('免做', 'Waived'),
  OCCURRENCE_LAPSED: occurrence('随机制停用而免做', 'Waived with its mechanism'),
  OCCURRENCE_RETURNED: occurrence('退回', 'Returned'),
  OCCURRENCE_MOVED: occurrence('改期', 'Moved'),
  OCCURRENCE_REDATED: occurrence('按新公布的日历改期', 'Reckoned anew'),
  OCCURRENCE_REASSIGNED: occurrence('转交科室', 'Given to another unit'),
  OCCURRENCE_WITHDRAWN: occurrence('随频次调整撤去', 'Withdrawn with its cadence'),
  OCCURRENCE_PROOF_ADDED: {
    subject: 'OccurrenceProof',
    words: bilingual('关联佐证', 'Proof added'),
  },

  BUSINESS_FACT_REGISTERED: {
    subject: 'BusinessFact',
    words: bilingual('登记业务事实', 'Business fact registered'),
  },
  BUSINESS_FACT_CORRECTED: {
    subject: 'BusinessFact',
    words: bilingual('更正业务事实', 'Business fact corrected'),
  },
  CALENDAR_PUBLISHED: {
    subject: 'WorkingCalendar',
    words: bilingual('公布工作日历', 'Working calendar published'),
  },
  CALENDAR_CORRECTED: {
    subject: 'WorkingCalendar',
    words: bilingual('更正工作日历', 'Working calendar corrected'),
  },
});
