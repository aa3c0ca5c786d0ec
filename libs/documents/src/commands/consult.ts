import { toDay, ValidationError, type CommandScope } from '@taizhang/platform';
import { bilingual, todayInShanghai } from '@taizhang/platform/rules';
import { DOCUMENT_EVENTS } from '../rules/index.ts';

/** Sends a version out for comments until a day. @throws ValidationError for a day that is over */
export async function openConsultation(
  { create, now }: CommandScope,
  documentId: string,
  ordinal: number,
  closesOn: string,
) {
  const openedOn = todayInShanghai(now);
  if (closesOn < openedOn)
    throw new ValidationError([
      {
        path: ['closesOn'],
        message: bilingual('截止日期不能早于今天', 'It cannot close before today'),
      },
    ]);
  const days = { openedOn: toDay(openedOn)!, closesOn: toDay(closesOn)! };
  await create(DOCUMENT_EVENTS.CONSULTATION_DRAFT_SENT, { documentId, ordinal, ...days });
}

/** Notes how many comments came in; a document reported as out for comments has no draft to close. */
export async function closeConsultation(
  { tx, change }: CommandScope,
  documentId: string,
  commentCount: number,
) {
  const open = await tx.consultationDraft.findMany({
    where: { documentId, commentCount: null },
    orderBy: { id: 'asc' },
  });
  for (const draft of open)
    await change(DOCUMENT_EVENTS.CONSULTATION_DRAFT_CLOSED, draft, { commentCount });
}
