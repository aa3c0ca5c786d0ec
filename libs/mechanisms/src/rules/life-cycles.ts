import { MECHANISM_LIFE_CYCLE } from './mechanism-life-cycle.ts';
import { OCCURRENCE_LIFE_CYCLE } from './occurrence-life-cycle.ts';

/** The life cycles of this domain. */
export const MECHANISM_LIFE_CYCLES = { MECHANISM_LIFE_CYCLE, OCCURRENCE_LIFE_CYCLE } as const;
