import { refuseClosedDocument } from '@taizhang/documents/rules';
import { fromDay, type Prisma } from '@taizhang/platform';
import { refuseClosedItem, refuseClosedMeasure } from '@taizhang/rectification/rules';
import type { ItemPath, NoticeRound } from '../notice/parsing/index.ts';
import type { StoredField, StoredLedger } from '../rules/index.ts';
import { ITEM_PARTS, storedFields, type LoadedItem } from './stored-fields.ts';

/** A round as it is stored, with the keys of its parts by path. */
export interface LoadedRound {
  id: string;
  code: string;
  version: number;
  notice: { id: string; version: number; sha256: string } | null;
  ledger: Omit<StoredLedger, 'closedDocuments'>;
  /** Areas, items and measures by their path, such as "1.2.3". */
  rows: Map<string, StoredRow>;
  /** Items by their path, as they are. */
  items: ReadonlyMap<string, LoadedItem>;
}

/** A row as a plan knows it again. */
export interface StoredRow {
  id: string;
  version: number;
}

/** A document of an organization that a notice names, by its title. */
export type NamedDocuments = ReadonlyMap<string, { id: string; closed: string | null }>;

/** The documents of an organization under these titles. */
export async function loadDocuments(
  tx: Prisma.TransactionClient,
  organizationId: string,
  titles: readonly string[],
): Promise<NamedDocuments> {
  const documents = await tx.institutionalDocument.findMany({
    where: { organizationId, title: { in: [...titles] } },
    select: { id: true, title: true, status: true },
  });
  return new Map(
    documents.map(({ id, title, status }) => [
      title,
      { id, closed: refuseClosedDocument({ status })?.message ?? null },
    ]),
  );
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
      notice: { select: { id: true, version: true, sha256: true } },
      areas: {
        orderBy: { ordinal: 'asc' },
        include: {
          items: {
            orderBy: { ordinal: 'asc' },
            include: ITEM_PARTS,
          },
        },
      },
    },
  });
  if (!round) return null;

  const rows = new Map<string, StoredRow>();
  const paths = new Map<string, ItemPath>();
  const items = new Map<string, LoadedItem>();
  const fields = new Map<string, StoredField>();
  const name = ({ id, version }: StoredRow, ...path: number[]) => {
    rows.set(path.join('.'), { id, version });
    paths.set(id, path);
  };
  for (const area of round.areas) {
    name(area, area.ordinal);
    for (const item of area.items) {
      const path = [area.ordinal, item.ordinal];
      name(item, ...path);
      items.set(path.join('.'), item);
      for (const [key, field] of storedFields(path, item)) fields.set(key, field);
      for (const measure of item.measures)
        name(measure, area.ordinal, item.ordinal, measure.ordinal);
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
    notice: round.notice,
    rows,
    items,
    ledger: {
      fields,
      round: {
        inspectionTeam: round.inspectionTeam,
        inspectedFrom: fromDay(round.inspectedFrom),
        inspectedTo: fromDay(round.inspectedTo),
        feedbackOn: fromDay(round.feedbackOn),
      },
      areas: round.areas.map(({ ordinal, title, items }) => ({
        ordinal,
        title,
        items: items.map((item) => ({
          ordinal: item.ordinal,
          title: item.title,
          closed: refuseClosedItem(item)?.message ?? null,
          measures: item.measures.map((measure) => ({
            ordinal: measure.ordinal,
            text: measure.text,
            closed: refuseClosedMeasure(measure)?.message ?? null,
          })),
        })),
      })),
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
