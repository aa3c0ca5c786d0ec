import { may, mayInRole, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import {
  bilingual,
  byPermission,
  byRule,
  type BilingualText,
  type Refusal,
} from '@taizhang/platform/rules';
import {
  enteringStep,
  stageLabel,
  stepOf,
  type RegisterDefinition,
  type RegisterField,
  type RegisterStep,
} from './definition.ts';
import { naming } from './naming.ts';
import { expressionReader, type Facts } from './expressions.ts';

/** As many steps as an entry lists: one that goes to and fro for longer is another one. */
export const MOST_STEPS_TAKEN = 200;

/** Where an entry is, for whoever asks what they may do there. */
export interface EntryPlaces {
  organizationId: string;
  unitId: string | null;
}

/** What the rules need to know of an entry. */
export interface EntryState extends EntryPlaces {
  stage: string;
  stepsTaken: readonly { step: string; takenById: string | null }[];
}

/** Whether the step is the caller's to take, wherever the entry stands. */
export function mayTake(caller: Caller, step: RegisterStep, places: EntryPlaces): boolean {
  const at = step.unitId ? [step.unitId] : [places.organizationId, places.unitId];
  return mayInRole(caller, 'register:take-part', step.roles, ...at);
}

/** Why the caller may not take a step with an entry now, the rules of the definition apart; null when they may. */
export function refuseStep(
  definition: RegisterDefinition,
  step: RegisterStep,
  entry: EntryState,
  caller: Caller,
): Refusal | null {
  if (!mayTake(caller, step, entry)) return byPermission(NO_PERMISSION);
  if (!step.from.includes(entry.stage)) {
    return byRuleOf(
      'stage',
      stageLabel(definition, entry.stage),
      (name) => `“${name}”阶段不能办理此步骤`,
      (name) => `This step is not taken in stage "${name}"`,
    );
  }
  if (entry.stepsTaken.length >= MOST_STEPS_TAKEN)
    return byRule(
      'steps-taken',
      `已办理 ${MOST_STEPS_TAKEN} 步，请另行登记`,
      `${MOST_STEPS_TAKEN} steps were taken: make another entry`,
    );
  return refuseSameTaker(definition, step, entry, caller);
}

const byRuleOf = (rule: string, ...about: Parameters<typeof naming>): Refusal => ({
  kind: 'rule',
  rule,
  message: naming(...about),
});

/** Four eyes: the steps that somebody else must have taken. */
function refuseSameTaker(
  definition: RegisterDefinition,
  step: RegisterStep,
  { stepsTaken }: EntryState,
  { personId }: Caller,
): Refusal | null {
  if (!step.notBy.length) return null;
  if (!personId)
    return byRule('a-person-acts', '此步骤须由本人办理', 'A person has to take this step');
  const own = stepsTaken.find(
    (taken) => taken.takenById === personId && step.notBy.includes(taken.step),
  );
  if (!own) return null;
  const label = stepOf(definition, own.step)?.label ?? own.step;
  return byRuleOf(
    'four-eyes',
    label,
    (name) => `您已办理“${name}”，此步骤须由他人办理`,
    (name) => `You took "${name}": somebody else takes this step`,
  );
}

/** Why the caller may not put right what the last step said; null when they may. Who does so stands in for its taker. */
export function refuseEdit(
  definition: RegisterDefinition,
  entry: EntryState,
  caller: Caller,
): Refusal | null {
  const step = lastStep(definition, entry);
  if (!mayTake(caller, step, entry)) return byPermission(NO_PERMISSION);
  if (definition.stages.find(({ key }) => key === entry.stage)?.isEnd)
    return byRule('entry-open', '已办结，不能再修改', 'It is done with and stays as it is');
  if (!step.asks.length)
    return byRule('asked-fields', '最近一步没有填写内容', 'The last step asked for nothing');
  return refuseSameTaker(definition, step, entry, caller);
}

/** The step by which an entry came to where it stands. */
export const lastStep = (
  definition: RegisterDefinition,
  { stepsTaken }: Pick<EntryState, 'stepsTaken'>,
): RegisterStep => stepOf(definition, stepsTaken.at(-1)?.step ?? '') ?? enteringStep(definition);

const MASKED: BilingualText = bilingual(
  '此步骤的规则涉及您无权查看的字段，请由他人办理',
  'The rules of this step weigh a field that you may not see: somebody else takes it',
);

/**
 * Why a rule of the definition blocks a step; null when all hold. A rule over what was not said does not hold.
 *
 * @param sees whether the caller may see a field: by a rule over what they may not see nothing is told.
 */
export function refuseByRules(
  definition: RegisterDefinition,
  step: RegisterStep,
  facts: Facts,
  sees: (field: RegisterField) => boolean,
): Refusal | null {
  const rules = definition.rules.filter(({ steps }) => steps.includes(step.key));
  if (!rules.length) return null;
  const read = expressionReader(definition.fields);
  for (const rule of rules) {
    const { expression } = read(rule.holds);
    const masked = definition.fields.some(
      (field) => expression?.reads.includes(field.key) && !sees(field),
    );
    if (masked) return { kind: 'rule', rule: 'masked', message: MASKED };
    if (expression?.evaluate(facts) !== true)
      return { kind: 'rule', rule: rule.key, message: rule.message as BilingualText };
  }
  return null;
}

/** Whether the caller may see a field of an entry: everybody, unless it is sensitive. */
export const seesField = (
  caller: Caller,
  definition: RegisterDefinition,
  field: RegisterField,
  places: EntryPlaces,
): boolean =>
  !field.isSensitive ||
  may(caller, 'register:read-sensitive', places.organizationId) ||
  definition.steps.some((step) => step.asks.includes(field.key) && mayTake(caller, step, places));
