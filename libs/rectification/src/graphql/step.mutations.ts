import { stepMutations } from '@taizhang/platform';
import { evaluationSteps } from '../commands/evaluation-steps.ts';
import { evidenceSteps } from '../commands/evidence-steps.ts';
import { extensionSteps } from '../commands/extension-steps.ts';
import { itemSteps } from '../commands/item-steps.ts';
import { measureSteps } from '../commands/measure-steps.ts';
import { milestoneSteps } from '../commands/milestone-steps.ts';
import { planSteps } from '../commands/plan-steps.ts';
import { publicNoticeSteps } from '../commands/public-notice-steps.ts';
import { sampleSteps } from '../commands/sample-steps.ts';
import { supervisionSteps } from '../commands/supervision-steps.ts';
import { RECTIFICATION_LIFE_CYCLES as CYCLES } from '../rules/index.ts';

// Every step that somebody takes by hand, from the tables of the rules.
stepMutations(CYCLES.RectificationItem, itemSteps);
stepMutations(CYCLES.CorrectiveMeasure, measureSteps);
stepMutations(CYCLES.Evidence, evidenceSteps);
stepMutations(CYCLES.ExtensionRequest, extensionSteps);
stepMutations(CYCLES.Supervision, supervisionSteps);
stepMutations(CYCLES.Milestone, milestoneSteps);
stepMutations(CYCLES.RectificationPlan, planSteps);
stepMutations(CYCLES.PublicNotice, publicNoticeSteps);
stepMutations(CYCLES.LookBackSample, sampleSteps);
stepMutations(CYCLES.EffectivenessEvaluation, evaluationSteps);
