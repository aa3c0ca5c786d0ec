import type { LifeCycle } from '@taizhang/platform/rules';
import { EVALUATION_STEPS } from './evaluation.ts';
import { EVIDENCE_STEPS } from './evidence-life-cycle.ts';
import { EXTENSION_STEPS } from './extension-life-cycle.ts';
import { MILESTONE_STEPS, SUPERVISION_STEPS } from './follow-up.ts';
import { ITEM_STEPS } from './item-life-cycle.ts';
import { LOOK_BACK_STEPS, SAMPLE_STEPS } from './look-back.ts';
import { MEASURE_STEPS } from './measure-life-cycle.ts';
import { PUBLIC_NOTICE_STEPS } from './public-notice.ts';
import { PLAN_STEPS } from './round-rules.ts';

/** Every life cycle of rectification, by the subject that its events name. */
export const LIFE_CYCLES = {
  RectificationItem: {
    born: { ITEM_REGISTERED: 'REGISTERED', ITEM_IMPORTED: 'REGISTERED' },
    steps: ITEM_STEPS,
  },
  CorrectiveMeasure: { born: { MEASURE_ADDED: 'DRAFT' }, steps: MEASURE_STEPS },
  Evidence: { born: { EVIDENCE_ATTACHED: 'PENDING' }, steps: EVIDENCE_STEPS },
  ExtensionRequest: { born: { EXTENSION_REQUESTED: 'REQUESTED' }, steps: EXTENSION_STEPS },
  Supervision: { born: { SUPERVISION_RECORDED: 'OPEN' }, steps: SUPERVISION_STEPS },
  Milestone: { born: { MILESTONE_ADDED: 'PENDING' }, steps: MILESTONE_STEPS },
  RectificationPlan: { born: { PLAN_DRAFTED: 'DRAFT' }, steps: PLAN_STEPS },
  PublicNotice: { born: { PUBLIC_NOTICE_DRAFTED: 'DRAFT' }, steps: PUBLIC_NOTICE_STEPS },
  LookBackReview: { born: { LOOK_BACK_DRAWN: 'DRAWN' }, steps: LOOK_BACK_STEPS },
  LookBackSample: { born: { LOOK_BACK_SAMPLED: 'PENDING' }, steps: SAMPLE_STEPS },
  EffectivenessEvaluation: { born: { EVALUATION_ADDED: 'DRAFT' }, steps: EVALUATION_STEPS },
} as const satisfies Record<string, LifeCycle>;
