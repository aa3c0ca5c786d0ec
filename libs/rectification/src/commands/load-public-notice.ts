import { type CommandScope, NotFoundError, type Prisma } from '@taizhang/platform';
import { visiblePublicNotices } from '../visible-items.ts';

/** The columns that the rules for a notice read. */
export const PUBLIC_NOTICE_STATE = {
  status: true,
  proposedById: true,
  round: { select: { inspectedOrganizationId: true } },
} satisfies Prisma.PublicNoticeSelect;

/** Loads a notice that the caller may see. @throws NotFoundError */
export async function loadNotice({ tx, caller }: CommandScope, id: string) {
  const notice = await tx.publicNotice.findFirst({
    where: { id, AND: [visiblePublicNotices(caller)] },
    include: { round: PUBLIC_NOTICE_STATE.round },
  });
  if (!notice) throw new NotFoundError('PublicNotice');
  return notice;
}
