import { fromDay, type Prisma } from '@taizhang/platform';
import type { ItemPath, NoticeRound } from '../notice/parsing/index.ts';
import type { StoredLedger } from '../rules/compare-notice.ts';

/** A round as it is stored, with the keys of its parts by path. */
export interface LoadedRound {
  id: string;
  code: string;
  version: number;
  noticeSha256: string | null;
  ledger: StoredLedger;
  /** Keys of areas, items and measures by their path, such as "1.2.3". */
  keys: Map<string, string>;
}

/** The round of an organization that a notice speaks of: the one with its feedback day, or with its code. */
export async function loadRound(
  tx: Prisma.TransactionClient,
  organizationId: string,
  code: string,
  { feedbackOn }: NoticeRound,
): Promise<LoadedRound | null> {
  const round = await tx.inspectionRound.findFirst({
    where: {
      inspectedOrganizationId: organizationId,
      OR: [{ code }, ...(feedbackOn ? [{ feedbackOn: new Date(feedbackOn) }] : [])],
    },
    include: {
      notice: { select: { sha256: true } },
      areas: {
        orderBy: { ordinal: 'asc' },
        include: {
          items: {
            orderBy: { ordinal: 'asc' },
            include: { measures: { orderBy: { ordinal: 'asc' } } },
          },
        },
      },
    },
  });
  if (!round) return null;

  const keys = new Map<string, string>();
  const paths = new Map<string, ItemPath>();
  const name = (id: string, ...path: number[]) => {
    keys.set(path.join('.'), id);
    paths.set(id, path);
  };
  for (const area of round.areas) {
    name(area.id, area.ordinal);
    for (const item of area.items) {
      name(item.id, area.ordinal, item.ordinal);
      for (const measure of item.measures)
        name(measure.id, area.ordinal, item.ordinal, measure.ordinal);
    }
  }
  const pathOf = (entry: { itemId: string | null; measureId: string | null }) =>
    paths.get(entry.measureId ?? '') ?? paths.get(entry.itemId ?? '') ?? [];
  const [actions, trainings] = await Promise.all([
    tx.documentAction.findMany({
      where: ofRound(round.id, organizationId),
      include: { document: { select: { title: true } } },
    }),
    tx.training.findMany({ where: { ...ofRound(round.id), organizationId } }),
  ]);
  return {
    id: round.id,
    code: round.code,
    version: round.version,
    noticeSha256: round.notice?.sha256 ?? null,
    keys,
    ledger: {
      round: {
        inspectionTeam: round.inspectionTeam,
        inspectedFrom: fromDay(round.inspectedFrom),
        inspectedTo: fromDay(round.inspectedTo),
        feedbackOn: fromDay(round.feedbackOn),
      },
      areas: round.areas,
      documents: actions.map((action) => ({
        title: action.document.title,
        action: action.action,
        path: pathOf(action),
      })),
      trainings: trainings.map((training) => ({
        kind: training.kind,
        direction: training.direction,
        topic: training.topic,
        path: pathOf(training),
      })),
    },
  };
}

/** Entries for an item of the round, or for none but read from a notice of the organization. */
const ofRound = (roundId: string, organizationId?: string) => ({
  OR: [
    { item: { roundId } },
    {
      itemId: null,
      provenance: 'NOTICE' as const,
      ...(organizationId && { document: { organizationId } }),
    },
  ],
});
