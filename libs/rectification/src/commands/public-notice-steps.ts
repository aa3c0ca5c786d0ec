import { stepCommands } from '@taizhang/platform';
import { PUBLIC_NOTICE_LIFE_CYCLE } from '../rules/index.ts';
import { loadNotice } from './load-public-notice.ts';

/** The steps of a public notice. */
export const publicNoticeSteps = stepCommands(PUBLIC_NOTICE_LIFE_CYCLE, {
  load: async (scope, id) => {
    const notice = await loadNotice(scope, id);
    return { row: notice, state: notice };
  },
});
