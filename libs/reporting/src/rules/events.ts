import { bilingual, defineEvents } from '@taizhang/platform/rules';

const report = (chinese: string, english: string) =>
  ({ subject: 'BiweeklyReport', words: bilingual(chinese, english) }) as const;
const part = (chinese: string, english: string) =>
  ({ subject: 'BiweeklyUnitReport', words: bilingual(chinese, english) }) as const;
const entry = (chinese: string, english: string) =>
  ({ subject: 'BiweeklyEntry', words: bilingual(chinese, english) }) as const;

/** What happens to biweekly reports, the parts of their units, and what is said of each item. */
export const REPORTING_EVENTS = defineEvents({
  BIWEEKLY_REPORT_OPENED: report('开始双周报', 'Biweekly report opened'),
  BIWEEKLY_REPORT_COMPILED: report('汇编双周报', 'Biweekly report compiled'),
  BIWEEKLY_SUMMARY_EDITED: report('修改双周报小结', 'Biweekly summary edited'),
  BIWEEKLY_REPORT_REOPENED: report('重开双周报', 'Biweekly report reopened'),
  BIWEEKLY_REPORT_FROZEN: report('固化双周报', 'Biweekly report frozen'),

  BIWEEKLY_UNIT_REPORT_OPENED: part('开始科室双周报', 'Biweekly report of a unit opened'),
  BIWEEKLY_ENTRIES_CONFIRMED: part('确认全部双周条目', 'Biweekly entries confirmed'),
  BIWEEKLY_UNIT_REPORT_SUBMITTED: part('提交科室双周报', 'Biweekly report of a unit submitted'),
  BIWEEKLY_UNIT_REPORT_RETURNED: part('退回科室双周报', 'Biweekly report of a unit returned'),

  // What the hub itself prepares or copies is no news of the item.
  BIWEEKLY_ENTRY_OPENED: { ...entry('列入双周报', 'Put into the biweekly report'), isQuiet: true },
  BIWEEKLY_ENTRY_MOVED: {
    ...entry('双周条目转科室', 'Biweekly entry moved to another unit'),
    isQuiet: true,
  },
  BIWEEKLY_ENTRY_CONFIRMED: entry('确认双周条目', 'Biweekly entry confirmed'),
  BIWEEKLY_ENTRY_UPDATED: entry('填报双周进展', 'Biweekly entry written'),
  BIWEEKLY_ITEM_KEPT: {
    subject: 'BiweeklySnapshotRow',
    words: bilingual('随双周报定稿留存', 'Kept with the frozen biweekly report'),
    isQuiet: true,
  },

  BIWEEKLY_UNITS_REMINDED: {
    kind: 'CHANGE',
    subject: 'BiweeklyReport',
    tells: ['units', 'told'],
    words: bilingual('催报双周报', 'Units reminded of the biweekly report'),
  },
  BIWEEKLY_UNIT_ACCEPTED_AS_LATE: {
    kind: 'CHANGE',
    subject: 'BiweeklyUnitReport',
    words: bilingual('确认科室缺报', 'Unit accepted as late'),
  },
});
