import { ACCESS_ACTION_WORDS, ORGANIZATION_LIFE_CYCLE } from '@taizhang/access/rules';
import { DOCUMENT_ACTION_WORDS, DOCUMENT_LIFE_CYCLE } from '@taizhang/documents/rules';
import { MECHANISM_ACTION_WORDS, MECHANISM_LIFE_CYCLES } from '@taizhang/mechanisms/rules';
import type { BilingualText, LifeCycleFacts, StepFacts } from '@taizhang/platform/rules';
import {
  RECTIFICATION_ACTION_WORDS,
  RECTIFICATION_LIFE_CYCLES,
} from '@taizhang/rectification/rules';
import { REGISTER_ACTION_WORDS, REGISTER_LIFE_CYCLE } from '@taizhang/registers/rules';
import { REPORTING_LIFE_CYCLES } from '@taizhang/reporting/rules';
import { TRAINING_ACTION_WORDS, TRAINING_LIFE_CYCLE } from '@taizhang/trainings/rules';

/** Every life cycle that the hub runs, as its own rules have it. */
export const LIFE_CYCLES: readonly LifeCycleFacts[] = [
  ...Object.values(RECTIFICATION_LIFE_CYCLES),
  DOCUMENT_LIFE_CYCLE,
  TRAINING_LIFE_CYCLE,
  REGISTER_LIFE_CYCLE,
  ...Object.values(MECHANISM_LIFE_CYCLES),
  ...Object.values(REPORTING_LIFE_CYCLES),
  ORGANIZATION_LIFE_CYCLE,
];

/** What a form in place of the dialog asks for: a file to send, rows to add, units to tick. */
const BY_A_FORM_OF_THEIR_OWN = [
  'issueInstitutionalDocument',
  'recordTrainingSessions',
  'compileBiweeklyReport',
  'editBiweeklySummary',
  'confirmAllBiweeklyEntries',
  'confirmBiweeklyEntry',
  'updateBiweeklyEntry',
  'completeOccurrence',
];

/** Every step that is taken from the dialog, by the name that `allowedActions` calls it. */
export const STEPS: ReadonlyMap<string, StepFacts> = new Map(
  LIFE_CYCLES.flatMap(({ steps }) =>
    Object.entries(steps).filter(
      ([action, { permission, hasOwnCommand }]) =>
        permission && !hasOwnCommand && !BY_A_FORM_OF_THEIR_OWN.includes(action),
    ),
  ),
);

/** What every action is called: a step as its life cycle calls it, another one as its domain does. */
export const ACTION_WORDS: Readonly<Record<string, BilingualText>> = {
  ...ACCESS_ACTION_WORDS,
  ...RECTIFICATION_ACTION_WORDS,
  ...DOCUMENT_ACTION_WORDS,
  ...TRAINING_ACTION_WORDS,
  ...REGISTER_ACTION_WORDS,
  ...MECHANISM_ACTION_WORDS,
  ...Object.fromEntries(
    LIFE_CYCLES.flatMap(({ steps }) =>
      Object.entries(steps).map(([action, { words }]) => [action, words]),
    ),
  ),
};
