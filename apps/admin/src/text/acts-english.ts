import type { Translated } from '@taizhang/ui';
import type { actsChinese } from './acts-chinese.ts';

export const actsEnglish: Translated<typeof actsChinese> = {
  acts: {
    title: 'Imports and what undid them',
    empty: 'Nothing has been imported yet',
    progress: '{{done}} of {{total}} steps done',
    counts: '{{created}} created, {{changed}} changed, {{removed}} removed, {{left}} left',
    result: 'Download the result',
    cancel: 'Cancel',
    cancelTitle: 'Cancel the import?',
    cancelBody: 'What it has written stays, and can be undone afterwards.',
    undo: 'Undo',
    undoTitle: 'Undo this import?',
    undoBody:
      'Everything that it wrote goes back to what it was. What somebody has changed since stays, and is listed afterwards.',
    undoing: 'It is being undone: the list shows how far it is.',
    nothingLeft: 'Everything is as it was.',
    left: 'This has changed since and was left:',
    moreLeft_one: 'And {{count}} more, in the file with the result.',
    moreLeft_other: 'And {{count}} more, in the file with the result.',
    columns: {
      kind: 'Kind',
      outcome: 'Outcome',
      actions: 'Actions',
    },
  },
};
