import { bilingual } from '@taizhang/platform/rules';

/** What is done here beside the steps of life cycles, as buttons and `allowedActions` call it. */
export const MECHANISM_ACTION_WORDS = {
  addStandingMechanism: bilingual('建立长效机制', 'Add a standing mechanism'),
  editStandingMechanism: bilingual('修改', 'Edit'),
  changeMechanismCadence: bilingual('调整频次', 'Change the cadence'),
  registerBusinessFact: bilingual('登记业务事实', 'Register a business fact'),
  publishWorkingCalendar: bilingual('公布工作日历', 'Publish a working calendar'),
};
