import { defineLifeCycle } from '@taizhang/access/rules';
import type { Row } from '@taizhang/platform';
import {
  aPersonActs,
  bilingual,
  dayField,
  guard,
  recordsField,
  requiredDayField,
  requiredReasonField,
  textField,
  toDay,
} from '@taizhang/platform/rules';
import { MECHANISM_EVENTS as EVENTS } from './events.ts';

export type OccurrenceStatus = Row<'MechanismOccurrence'>['status'];

/** What the rules need to know of an occurrence. */
export interface OccurrenceState {
  status: OccurrenceStatus;
  organizationId: string;
  responsibleUnitId: string | null;
  doneById: string | null;
  /** Who answers for the mechanism. */
  ownerId: string | null;
}

const doerDoesNotWaive = guard(
  'four-eyes',
  '完成过此项的人不能免做',
  'Who did it does not waive it',
  ({ doneById }: OccurrenceState, { personId }) => !doneById || doneById !== personId,
);
const ownerDoesNotWaive = guard(
  'owner-keeps',
  '责任人不能免做自己负责的事项',
  'Who answers for it does not waive it',
  ({ ownerId }: OccurrenceState, { personId }) => !ownerId || ownerId !== personId,
);
const doerDoesNotReturn = guard(
  'four-eyes',
  '完成人不能退回自己办的事项',
  'Who did it does not return it',
  ({ doneById }: OccurrenceState, { personId }) => doneById !== personId,
);

const MOST_PROOFS = 20;
const proofs = (model: string, chinese: string, english: string) =>
  recordsField(model, MOST_PROOFS, {
    label: bilingual(chinese, english),
    description: `${chinese}。${english} that show it.`,
  });

/**
 * The life cycle of one time that a mechanism falls due. DONE means kept: by its day, or within the grace. A
 * MISSED one stays missed, with why and when it was made up for; only what was done in time and told late becomes DONE.
 *
 * - `isKept`, `isMissed`: counts in the figures as such; neither means that it does not count
 */
export const OCCURRENCE_LIFE_CYCLE = defineLifeCycle({
  subject: 'MechanismOccurrence',
  words: bilingual('到期事项', 'Occurrence'),
  places: (occurrence: OccurrenceState) => [
    occurrence.organizationId,
    occurrence.responsibleUnitId,
  ],
  statuses: {
    DUE: {
      words: bilingual('待办', 'Due'),
      traits: { isOpen: true, isKept: false, isMissed: false },
    },
    DONE: {
      words: bilingual('已完成', 'Done'),
      traits: { isOpen: false, isKept: true, isMissed: false },
    },
    MISSED: {
      words: bilingual('未做', 'Missed'),
      traits: { isOpen: false, isKept: false, isMissed: true },
    },
    WAIVED: {
      words: bilingual('免做', 'Waived'),
      traits: { isOpen: false, isKept: false, isMissed: false },
    },
  },
  born: { OCCURRENCE_OPENED: 'DUE' },
  steps: (step) => ({
    completeOccurrence: step({
      from: ['DUE', 'MISSED'],
      to: 'DONE',
      permission: 'mechanism:carry-out',
      fields: {
        doneOn: requiredDayField({
          label: bilingual('完成日期', 'Done on'),
          description: '完成日期。The day on which it was done: within its time, not ahead.',
        }),
        note: textField({
          max: 2_000,
          rows: 3,
          label: bilingual('完成情况', 'What was done'),
          description: '完成情况。What was done, with figures.',
        }),
        trainingIds: proofs('Training', '培训会议', 'Trainings'),
        documentIds: proofs('InstitutionalDocument', '制度文件', 'Documents'),
        evidenceIds: proofs('Evidence', '佐证材料', 'Evidence'),
      },
      sets: (_occurrence, { doneOn, note }, { caller }) => ({
        doneOn: toDay(doneOn)!,
        note: note ?? undefined,
        doneById: caller.personId,
        reason: null,
      }),
      event: EVENTS.OCCURRENCE_DONE,
      words: bilingual('完成', 'Done'),
      description:
        '完成。With the day, and proof where it is wanted; also of a missed one that was done in time and is told late: DUE or MISSED → DONE.',
    }),
    explainMissedOccurrence: step({
      from: ['MISSED'],
      to: 'MISSED',
      permission: 'mechanism:carry-out',
      fields: {
        reason: requiredReasonField('未做原因。Why it was missed; shown wherever it is counted.'),
        doneOn: dayField({
          label: bilingual('补做日期', 'Made up for on'),
          description: '补做日期。When it was made up for; it stays missed.',
        }),
      },
      sets: (_occurrence, { reason, doneOn }, { caller }) => ({
        reason,
        doneOn: toDay(doneOn ?? undefined),
        ...(doneOn ? { doneById: caller.personId } : {}),
      }),
      event: EVENTS.OCCURRENCE_EXPLAINED,
      words: bilingual('说明原因', 'Say why'),
      description: '说明未做原因。Why it was missed, and when it was made up for; it stays MISSED.',
    }),
    waiveOccurrence: step({
      from: ['DUE', 'MISSED'],
      to: 'WAIVED',
      permission: 'mechanism:waive',
      guards: [aPersonActs, doerDoesNotWaive, ownerDoesNotWaive],
      fields: { reason: requiredReasonField('免做理由。Why it need not be done.') },
      sets: (_occurrence, { reason }) => ({ reason }),
      event: EVENTS.OCCURRENCE_WAIVED,
      words: bilingual('免做', 'Waive'),
      description:
        '免做。With a reason, by a leader who neither did it nor answers for it: DUE or MISSED → WAIVED.',
      isDangerous: true,
    }),
    returnOccurrence: step({
      from: ['DONE'],
      to: 'DUE',
      permission: 'mechanism:edit',
      guards: [aPersonActs, doerDoesNotReturn],
      fields: { reason: requiredReasonField('退回理由。What is wanting.') },
      sets: (_occurrence, { reason }) => ({ reason, doneOn: null }),
      event: EVENTS.OCCURRENCE_RETURNED,
      words: bilingual('退回', 'Return'),
      description: '退回。With a reason, by somebody else than who did it: DONE → DUE.',
      isDangerous: true,
    }),
    moveOccurrence: step({
      from: ['DUE'],
      to: 'DUE',
      permission: 'mechanism:edit',
      guards: [ownerDoesNotWaive],
      fields: {
        dueOn: requiredDayField({
          label: bilingual('改到', 'Moved to'),
          description:
            '改到。The day on which it is due now, not before today; no grace comes on top.',
        }),
        reason: requiredReasonField('改期理由。Why it is moved.'),
      },
      sets: (_occurrence, { dueOn, reason }) => ({
        dueOn: toDay(dueOn)!,
        graceEndsOn: toDay(dueOn)!,
        isMoved: true,
        isProvisional: false,
        reason,
      }),
      event: EVENTS.OCCURRENCE_MOVED,
      words: bilingual('改期', 'Move'),
      description:
        '改期。To another day, with a reason; the day on which it first fell stays, and no calendar moves it any more.',
    }),
    missOccurrence: step({
      from: ['DUE'],
      to: 'MISSED',
      permission: null,
      fields: {},
      event: EVENTS.OCCURRENCE_MISSED,
      words: bilingual('记为未做', 'Count as missed'),
      description: '记为未做。The day after its grace: DUE → MISSED.',
    }),
    lapseOccurrence: step({
      from: ['DUE'],
      to: 'WAIVED',
      permission: null,
      fields: {},
      event: EVENTS.OCCURRENCE_LAPSED,
      words: bilingual('随机制停用', 'Lapse'),
      description: '随机制停用。The mechanism was suspended or ended before its day: DUE → WAIVED.',
    }),
  }),
});
