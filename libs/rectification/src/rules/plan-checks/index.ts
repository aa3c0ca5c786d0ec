export { normalizeText } from './near-texts.ts';
export {
  PLAN_CHECK_CODES,
  type CheckedItem,
  type CheckedMeasure,
  type CheckedPlan,
  type PlanCheckCode,
  type PlanFinding,
} from './plan.type.ts';
export { checkPlan, PLAN_CHECKS, runPlanCheck } from './plan-checks.ts';
