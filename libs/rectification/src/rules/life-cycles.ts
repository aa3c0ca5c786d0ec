import { EVALUATION_LIFE_CYCLE } from './evaluation.ts';
import { EVIDENCE_LIFE_CYCLE } from './evidence-life-cycle.ts';
import { EXTENSION_LIFE_CYCLE } from './extension-life-cycle.ts';
import { ITEM_LIFE_CYCLE } from './item-life-cycle.ts';
import { LOOK_BACK_LIFE_CYCLE, SAMPLE_LIFE_CYCLE } from './look-back.ts';
import { MEASURE_LIFE_CYCLE } from './measure-life-cycle.ts';
import { MILESTONE_LIFE_CYCLE } from './milestone-life-cycle.ts';
import { PLAN_LIFE_CYCLE } from './plan-life-cycle.ts';
import { PUBLIC_NOTICE_LIFE_CYCLE } from './public-notice.ts';
import { SUPERVISION_LIFE_CYCLE } from './supervision-life-cycle.ts';

/** Every life cycle of rectification, by the model whose rows live it. */
export const RECTIFICATION_LIFE_CYCLES = {
  RectificationItem: ITEM_LIFE_CYCLE,
  CorrectiveMeasure: MEASURE_LIFE_CYCLE,
  Evidence: EVIDENCE_LIFE_CYCLE,
  ExtensionRequest: EXTENSION_LIFE_CYCLE,
  Supervision: SUPERVISION_LIFE_CYCLE,
  Milestone: MILESTONE_LIFE_CYCLE,
  RectificationPlan: PLAN_LIFE_CYCLE,
  PublicNotice: PUBLIC_NOTICE_LIFE_CYCLE,
  LookBackReview: LOOK_BACK_LIFE_CYCLE,
  LookBackSample: SAMPLE_LIFE_CYCLE,
  EffectivenessEvaluation: EVALUATION_LIFE_CYCLE,
} as const;
