import { toDay, ValidationError, type CommandScope } from '@taizhang/platform';
import { bilingual, todayInShanghai } from '@taizhang/platform/rules';

/** Sends a version out for comments until a day. @throws ValidationError for a day that is over */
export async function openConsultation(
  { tx, now }: CommandScope,
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
  await tx.consultationDraft.create({
    data: { documentId, ordinal, openedOn: toDay(openedOn)!, closesOn: toDay(closesOn)! },
  });
}

/** Notes how many comments came in; a document reported as out for comments has no draft to close. */
export async function closeConsultation(
  { tx }: CommandScope,
  documentId: string,
  commentCount: number,
) {
  await tx.consultationDraft.updateMany({
    where: { documentId, commentCount: null },
    data: { commentCount },
  });
}
