import { stepCommands } from '@taizhang/platform';
import { REGISTER_LIFE_CYCLE } from '../rules/index.ts';
import { loadRegister } from './load-register.ts';

/** The steps of a register itself. */
export const registerSteps = stepCommands(REGISTER_LIFE_CYCLE, {
  load: async (scope, id) => {
    const register = await loadRegister(scope, id);
    return { row: register, state: register };
  },
});
