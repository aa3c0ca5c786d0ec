import type { Translated } from '@taizhang/ui';
import type { actionChinese } from './action-chinese.ts';

export const actionEnglish: Translated<typeof actionChinese> = {
  fields: {
    status: 'Status',
    reviewOn: 'Review date',
    text: 'Text',
    progress: 'Progress',
    ownerId: 'Owner',
  },
  actionForm: {
    personId: 'Person',
    parentId: 'New parent',
    itemId: 'Item',
    ground: 'Ground for leaving it out',
    post: 'Post',
    kind: 'Kind',
    title: 'Title',
    note: 'What is asked for',
    dueOn: 'Due date',
    requestedDueOn: 'New due date',
    plannedOn: 'Planned for',
    heldOn: 'Held on',
    sampleSize: 'How many',
    percent: 'Percent',
    asked: 'Asked',
    satisfied: 'Satisfied',
    basicallySatisfied: 'Basically satisfied',
    dissatisfied: 'Dissatisfied',
    reason: 'Reason',
    reasonHint: 'Goes into the history and cannot be changed afterwards',
    confirm: 'Confirm: {{action}}',
    whoCan: 'up to {{posts}}',
    upTo: '{{actions}}: {{who}}',
    whoCanPeople: ' ({{people}})',
    between: ', ',
    intro: {
      moveOrganization:
        'It moves with everything below it; what its people may do and see follows the new place at once.',
      removeLeadingGroupMember: 'Takes this person off the round’s leading group.',
      requestExtension:
        'The Party secretary or the inspection office decides; until then the present date counts.',
      drawLookBackReview:
        'The hub draws by a random seed; anybody can draw again from the seed and the codes. Give a number or a percentage.',
    },
  },
  failure: {
    title: 'That did not work',
    network: 'The ledger service was not reached. What you typed is still here; try again shortly.',
    conflictTitle: 'Someone else has just changed this record',
    conflictBody:
      'You were looking at an older state. The differences are below; loading the latest keeps what you typed.',
    field: 'Field',
    yours: 'Yours',
    current: 'Current',
    reload: 'Load the latest',
    reloaded: 'The latest state is loaded. Check it, then submit again.',
    fixFields: 'Something needs correcting:',
  },
};
