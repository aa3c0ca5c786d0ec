import { defineLifeCycle } from '@taizhang/access/rules';
import { aPersonActs, bilingual, guard, requiredTextField, toDay } from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS as EVENTS } from './events.ts';
import { placesOfItem, type FollowedItem } from './follow-up.ts';

/** What the rules need to know of a supervision; its status follows from its answer. */
export interface SupervisionState {
  status: 'OPEN' | 'ANSWERED';
  byPersonId: string;
  item: FollowedItem;
}

const supervisorDoesNotAnswer = guard(
  'four-eyes',
  '督办人不能答复自己的督办',
  'Who supervised cannot answer it',
  ({ byPersonId }: SupervisionState, { personId }) => byPersonId !== personId,
);

/** The life cycle of a supervision or reminder. */
export const SUPERVISION_LIFE_CYCLE = defineLifeCycle({
  subject: 'Supervision',
  words: bilingual('督办催办', 'Supervision'),
  column: null,
  places: ({ item }: SupervisionState) => placesOfItem(item),
  statuses: {
    OPEN: { words: bilingual('待答复', 'Open'), traits: { isOpen: true } },
    ANSWERED: { words: bilingual('已答复', 'Answered'), traits: { isOpen: false } },
  },
  born: { SUPERVISION_RECORDED: 'OPEN' },
  steps: (step) => ({
    answerSupervision: step({
      from: ['OPEN'],
      to: 'ANSWERED',
      permission: 'item:carry-out',
      guards: [aPersonActs, supervisorDoesNotAnswer],
      fields: {
        answer: requiredTextField({
          label: bilingual('答复内容', 'Answer'),
          description: '答复。What was done.',
          max: 2_000,
          rows: 4,
        }),
      },
      sets: (_supervision, { answer }, { caller, today }) => ({
        answer,
        answeredOn: toDay(today),
        answeredById: caller.personId,
      }),
      event: EVENTS.SUPERVISION_ANSWERED,
      words: bilingual('答复', 'Answer'),
      description: '答复督办。The unit’s reply to a supervision or reminder.',
      advice: bilingual(
        '答复后不能更改，督办人会看到。',
        'An answer stays as it is; whoever supervised sees it.',
      ),
    }),
  }),
});
