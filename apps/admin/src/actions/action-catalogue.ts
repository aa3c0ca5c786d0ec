import { moveOrganizationInput } from '@taizhang/access/rules';
import {
  addAreaInput,
  addGroupMemberInput,
  addMilestoneInput,
  addPlanInput,
  addPublicNoticeInput,
  drawLookBackInput,
  editPublicNoticeInput,
  omitFromPublicNoticeInput,
  readmitToPublicNoticeInput,
  recordSurveyInput,
  removeGroupMemberInput,
  requestExtensionInput,
  superviseItemInput,
} from '@taizhang/rectification/rules';
import type { BilingualText, StepField } from '@taizhang/platform/rules';
import type { ZodType } from 'zod';
import type { MutationFailure } from '../submission/mutation-failure.ts';
import type { SubmissionDocument } from '../submission/use-submission.ts';
import { actionMutation, type Done } from './action-mutation.ts';
import { STEPS } from './step-catalogue.ts';

/** What an action that is no step asks for before it is sent. */
export type ActionFieldName =
  | 'reason'
  | 'personId'
  | 'parentId'
  | 'itemId'
  | 'ground'
  | 'post'
  | 'kind'
  | 'title'
  | 'note'
  | 'dueOn'
  | 'requestedDueOn'
  | 'heldOn'
  | 'sampleSize'
  | 'percent'
  | 'asked'
  | 'satisfied'
  | 'basicallySatisfied'
  | 'dissatisfied';

export type ActionInput = Record<string, string | number | null>;
export type ActionDialogDocument = SubmissionDocument<
  Done | MutationFailure,
  ActionInput & { idempotencyKey: string }
>;

/** A field of the dialog: of a step as its table describes it, of another action by its name. */
export type DialogField =
  | { name: string; required: boolean; described: StepField }
  | { name: ActionFieldName; required: boolean; described: null };

export interface ActionSpec {
  document: ActionDialogDocument;
  /** The hub's own rule for the fields below. */
  rule: ZodType<Record<string, unknown>, Record<string, unknown>>;
  fields: readonly DialogField[];
  isDangerous: boolean;
  /** What whoever takes a step ought to know; another action has it in the texts. */
  advice: BilingualText | null;
  /** The action makes a record under the target, which its input names by this field. */
  under: 'itemId' | 'roundId' | null;
}

interface OtherAction {
  rule: unknown;
  fields: Partial<Record<ActionFieldName, 'required' | 'optional'>>;
  under?: 'itemId' | 'roundId';
}

/** What is done from a dialog beside the steps of life cycles. */
export const OTHER_ACTIONS = {
  requestExtension: {
    under: 'itemId',
    rule: requestExtensionInput,
    fields: { requestedDueOn: 'required', reason: 'required' },
  },
  superviseRectificationItem: {
    under: 'itemId',
    rule: superviseItemInput,
    fields: { kind: 'required', note: 'required' },
  },
  addMilestone: {
    under: 'itemId',
    rule: addMilestoneInput,
    fields: { title: 'required', dueOn: 'optional' },
  },
  addFindingArea: { rule: addAreaInput, fields: { title: 'required' } },
  addLeadingGroupMember: {
    rule: addGroupMemberInput,
    fields: { personId: 'required', post: 'required' },
  },
  removeLeadingGroupMember: { rule: removeGroupMemberInput, fields: {} },
  addRectificationPlan: { under: 'roundId', rule: addPlanInput, fields: { title: 'required' } },
  addPublicNotice: { under: 'roundId', rule: addPublicNoticeInput, fields: { title: 'required' } },
  editPublicNotice: { rule: editPublicNoticeInput, fields: { title: 'required' } },
  omitFromPublicNotice: {
    rule: omitFromPublicNoticeInput,
    fields: { itemId: 'required', ground: 'required', note: 'required' },
  },
  readmitToPublicNotice: { rule: readmitToPublicNoticeInput, fields: { itemId: 'required' } },
  moveOrganization: {
    rule: moveOrganizationInput,
    fields: { parentId: 'required', reason: 'optional' },
  },
  drawLookBackReview: {
    under: 'roundId',
    rule: drawLookBackInput,
    fields: { title: 'required', sampleSize: 'optional', percent: 'optional' },
  },
  recordSatisfactionSurvey: {
    under: 'roundId',
    rule: recordSurveyInput,
    fields: {
      title: 'required',
      heldOn: 'required',
      asked: 'required',
      satisfied: 'required',
      basicallySatisfied: 'required',
      dissatisfied: 'required',
    },
  },
} as const satisfies Record<string, OtherAction>;
export type OtherActionName = keyof typeof OTHER_ACTIONS;

const isOther = (action: string): action is OtherActionName => action in OTHER_ACTIONS;

/** Whether an action is done from the dialog. */
export const isDialogAction = (action: string): boolean => STEPS.has(action) || isOther(action);

/** How an action is done from the dialog. Each rule knows only its own input; the dialog treats all alike. */
export function specOf(action: string): ActionSpec {
  const document = actionMutation(action) as unknown as ActionDialogDocument;
  const step = STEPS.get(action);
  if (step)
    return {
      document,
      rule: step.input as ActionSpec['rule'],
      fields: Object.entries(step.fields).map(([name, described]) => ({
        name,
        required: described.isRequired,
        described,
      })),
      isDangerous: step.isDangerous,
      advice: step.advice,
      under: null,
    };
  const other: OtherAction = OTHER_ACTIONS[action as OtherActionName];
  return {
    document,
    rule: other.rule as ActionSpec['rule'],
    fields: Object.entries(other.fields).map(([name, need]) => ({
      name: name as ActionFieldName,
      required: need === 'required',
      described: null,
    })),
    isDangerous: false,
    advice: null,
    under: other.under ?? null,
  };
}
