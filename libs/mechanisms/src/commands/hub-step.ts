import type { ColumnChanges } from '@taizhang/platform';
import { OCCURRENCE_LIFE_CYCLE } from '../rules/index.ts';

type Action = (typeof OCCURRENCE_LIFE_CYCLE.actions)[number];

/** The event and the columns of a step that the hub takes by itself, in nobody's name. */
export function hubStep(action: Action, columns: ColumnChanges<'MechanismOccurrence'> = {}) {
  const { event, to } = OCCURRENCE_LIFE_CYCLE.steps[action];
  return {
    event,
    columns: Object.assign<object, ColumnChanges<'MechanismOccurrence'>>({ status: to }, columns),
  };
}
