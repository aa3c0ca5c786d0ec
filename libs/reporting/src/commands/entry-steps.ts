import { stepCommands } from '@taizhang/platform';
import { BIWEEKLY_ENTRY_LIFE_CYCLE } from '../rules/index.ts';
import { entryState, loadEntry } from './load-biweekly.ts';

/** The answers to entries. */
export const entrySteps = stepCommands(BIWEEKLY_ENTRY_LIFE_CYCLE, {
  load: async (scope, id) => {
    const entry = await loadEntry(scope, id);
    return { row: entry, state: entryState(entry) };
  },
});
