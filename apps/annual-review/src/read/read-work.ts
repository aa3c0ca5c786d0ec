import type { ResultOf } from '@taizhang/client';
import { TRAINING_LIFE_CYCLE } from '@taizhang/trainings/rules';
import type { ReviewDocumentAction, ReviewTraining } from '../review/annual-review.type.ts';
import type { AskHub } from './ask-hub.ts';
import { DocumentsQuery, TrainingsQuery } from './queries.ts';
import { readPages } from './read-pages.ts';

/** What decides whether a document or training belongs to the review. */
export interface WorkScope {
  readonly year: number;
  /** Organizations whose work counts; null for all. */
  readonly organizationIds: readonly string[] | null;
  readonly responsibleUnitId: string | null;
  /** Items of the review: undated work for one of them counts with it. */
  readonly itemIds: ReadonlySet<string>;
}

type DocumentNode = NonNullable<ResultOf<typeof DocumentsQuery>['page']>['nodes'][number];

/** Actions on documents in the year, and undated ones for its items; by title. */
export async function readDocuments(
  ask: AskHub,
  scope: WorkScope,
): Promise<ReviewDocumentAction[]> {
  const nodes = await readEach(scope, (filter) => readPages(ask, DocumentsQuery, { filter }));
  return nodes.flatMap((node) => toActions(node, scope));
}

function toActions(node: DocumentNode, scope: WorkScope): ReviewDocumentAction[] {
  const counted = node.actions.filter(({ actedOn, item }) => isCounted(actedOn, item?.id, scope));
  const kinds = [...new Set(counted.map(({ action }) => action))];
  return kinds.map((action) => {
    const same = counted.filter((candidate) => candidate.action === action);
    const days = same.flatMap(({ actedOn }) => (actedOn ? [actedOn] : [])).sort();
    const codes = same.flatMap(({ item }) => (item ? [item.code] : []));
    return {
      action,
      title: node.title,
      documentNumber: node.currentVersion?.documentNumber ?? null,
      issuedOn: node.currentVersion?.issuedOn ?? null,
      actedOn: days[0] ?? null,
      itemCodes: [...new Set(codes)],
      responsibleUnit: node.responsibleUnit?.name ?? null,
      provenance: node.provenance,
    };
  });
}

/** Trainings and meetings that took place in the year, and undated ones for its items; by date. */
export async function readTrainings(ask: AskHub, scope: WorkScope): Promise<ReviewTraining[]> {
  const nodes = await readEach(scope, (filter) =>
    readPages(ask, TrainingsQuery, {
      filter: { ...filter, status: TOOK_PLACE },
    }),
  );
  return nodes
    .filter(({ heldOn, item }) => isCounted(heldOn, item?.id, scope))
    .map((node) => ({
      kind: node.kind,
      direction: node.direction,
      topic: node.topic,
      heldOn: node.heldOn,
      sessionCount: node.sessionCount,
      attendanceCount: node.attendanceCount,
      hours: node.hours,
      itemCode: node.item?.code ?? null,
      responsibleUnit: node.responsibleUnit?.name ?? null,
      provenance: node.provenance,
    }))
    .sort((a, b) => ((a.heldOn ?? '9999') < (b.heldOn ?? '9999') ? -1 : 1));
}

/** A plan, a postponed and a cancelled training did not take place. */
const TOOK_PLACE = TRAINING_LIFE_CYCLE.statusesThatAre('tookPlace');

interface WorkFilter {
  organizationId?: string[];
  responsibleUnitId?: string[];
}

/** The hub takes so many values in one condition; none at all would be refused. */
const MOST_VALUES = 200;

async function readEach<Node>(
  { organizationIds, responsibleUnitId }: WorkScope,
  read: (filter: WorkFilter) => Promise<Node[]>,
): Promise<Node[]> {
  const unit = responsibleUnitId ? { responsibleUnitId: [responsibleUnitId] } : {};
  if (organizationIds === null) return read(unit);
  const nodes: Node[] = [];
  for (let i = 0; i < organizationIds.length; i += MOST_VALUES) {
    const organizationId = organizationIds.slice(i, i + MOST_VALUES);
    nodes.push(...(await read({ organizationId, ...unit })));
  }
  return nodes;
}

function isCounted(day: string | null, itemId: string | undefined, scope: WorkScope): boolean {
  if (day === null) return itemId !== undefined && scope.itemIds.has(itemId);
  return day.startsWith(`${scope.year}-`);
}
