import { bilingual, defineEvents } from '@taizhang/platform/rules';

const register = (chinese: string, english: string) =>
  ({ subject: 'Register', words: bilingual(chinese, english) }) as const;
const entry = (chinese: string, english: string) =>
  ({ subject: 'RegisterEntry', words: bilingual(chinese, english) }) as const;

/** What happens to registers and their entries. An entry's values and the steps taken with it stand in its own events. */
export const REGISTER_EVENTS = defineEvents({
  REGISTER_DEFINED: register('建立登记簿', 'Register defined'),
  REGISTER_REVISED: register('修订登记簿', 'Register revised'),
  REGISTER_CLOSED: register('停用登记簿', 'Register closed'),
  REGISTER_REOPENED: register('启用登记簿', 'Register reopened'),
  REGISTER_VERSION_ADDED: {
    subject: 'RegisterVersion',
    words: bilingual('登记簿定义新版本', 'Version of a register added'),
  },
  ENTRY_REGISTERED: entry('登记', 'Entry registered'),
  ENTRY_EDITED: entry('修改登记', 'Entry edited'),
  ENTRY_STEP_TAKEN: entry('办理登记步骤', 'Step of an entry taken'),
});
