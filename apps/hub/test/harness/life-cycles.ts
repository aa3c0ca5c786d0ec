import { ORGANIZATION_LIFE_CYCLE } from '@taizhang/access/rules';
import { DOCUMENT_LIFE_CYCLE } from '@taizhang/documents/rules';
import { MECHANISM_LIFE_CYCLES } from '@taizhang/mechanisms/rules';
import type { LifeCycleFacts } from '@taizhang/platform/rules';
import { RECTIFICATION_LIFE_CYCLES } from '@taizhang/rectification/rules';
import { REGISTER_LIFE_CYCLE } from '@taizhang/registers/rules';
import { REPORTING_LIFE_CYCLES } from '@taizhang/reporting/rules';
import { TRAINING_LIFE_CYCLE } from '@taizhang/trainings/rules';

export type Cycle = LifeCycleFacts & { column: string | null };

/** Every life cycle that there is. */
export const CYCLES: readonly Cycle[] = [
  ...Object.values(RECTIFICATION_LIFE_CYCLES),
  DOCUMENT_LIFE_CYCLE,
  TRAINING_LIFE_CYCLE,
  REGISTER_LIFE_CYCLE,
  ...Object.values(MECHANISM_LIFE_CYCLES),
  ...Object.values(REPORTING_LIFE_CYCLES),
  ORGANIZATION_LIFE_CYCLE,
];
