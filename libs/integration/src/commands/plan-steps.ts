import { changeStep, createStep, newKey, toDay, type RowStep } from '@taizhang/platform';
import { RECTIFICATION_EVENTS } from '@taizhang/rectification/rules';
import type { ParsedNotice } from '../notice/parsing/index.ts';
import { itemsOfArea, type NoticeChange } from '../rules/index.ts';
import { pathKey, spanColumns, type Target } from './plan-target.ts';
import { planDocuments, planTrainings } from './plan-works.ts';

/** The changes of one entity and kind. */
export type Of = (entity: NoticeChange['entity'], kind: NoticeChange['kind']) => NoticeChange[];

/** The key of the entry at a path. @throws when it is neither stored nor planned. */
const keyAt = ({ rows }: Target, path: readonly number[]) => rows.get(pathKey(path))!.id;

/** The steps that write what a comparison found: new entries, and the changed words of old ones. Nothing is removed. */
export function planSteps(
  target: Target,
  notice: ParsedNotice,
  changes: readonly NoticeChange[],
): RowStep[] {
  const of: Of = (entity, kind) =>
    changes.filter((change) => change.entity === entity && change.kind === kind);
  const stated = statedStatuses(notice);
  return [
    ...of('AREA', 'CREATED').map((change) => newArea(target, change)),
    ...of('ITEM', 'CREATED').map((change) => newItem(target, change, stated)),
    ...of('MEASURE', 'CREATED').map((change) => newMeasure(target, change)),
    ...planDocuments(target, notice, of('DOCUMENT', 'CREATED')),
    ...planTrainings(target, notice, of('TRAINING', 'CREATED')),
    ...changedWords(target, of),
  ];
}

function changedWords({ rows }: Target, of: Of): RowStep[] {
  const { AREA_EDITED, ITEM_EDITED, MEASURE_EDITED } = RECTIFICATION_EVENTS;
  const stored = ({ path }: NoticeChange) => rows.get(pathKey(path))!;
  return [
    ...of('AREA', 'CHANGED').map((change) =>
      changeStep(AREA_EDITED, stored(change), { title: change.after!, ...spanColumns(change) }),
    ),
    ...of('ITEM', 'CHANGED').map((change) =>
      changeStep(ITEM_EDITED, stored(change), { title: change.after!, ...spanColumns(change) }),
    ),
    ...of('MEASURE', 'CHANGED').map((change) =>
      changeStep(MEASURE_EDITED, stored(change), { text: change.after!, ...spanColumns(change) }),
    ),
  ];
}

function named({ rows }: Target, path: readonly number[]): string {
  const id = newKey();
  rows.set(pathKey(path), { id, version: 1 });
  return id;
}

const newArea = (target: Target, change: NoticeChange) =>
  createStep(RECTIFICATION_EVENTS.AREA_ADDED, {
    id: named(target, change.path),
    roundId: target.roundId,
    ordinal: change.path[0]!,
    title: change.after!,
    provenance: 'NOTICE',
    ...spanColumns(change),
  });

function newItem(target: Target, change: NoticeChange, stated: ReadonlyMap<string, string | null>) {
  const status = stated.get(change.key);
  return createStep(RECTIFICATION_EVENTS.ITEM_IMPORTED, {
    id: named(target, change.path),
    code: `${target.roundCode}-${change.key}`,
    roundId: target.roundId,
    areaId: keyAt(target, change.path.slice(0, 1)),
    ordinal: change.path[1]!,
    organizationId: target.organizationId,
    title: change.after!,
    provenance: 'NOTICE',
    // What the notice says of itself is kept as its word, never as the ledger's status.
    provenanceNote: status ? `通报自述：${status} / the notice says: ${status}` : null,
    ...spanColumns(change),
  });
}

const newMeasure = (target: Target, change: NoticeChange) =>
  createStep(RECTIFICATION_EVENTS.MEASURE_ADDED, {
    id: named(target, change.path),
    itemId: keyAt(target, change.path.slice(0, 2)),
    ordinal: change.path[2]!,
    text: change.after!,
    provenance: 'NOTICE',
    ...spanColumns(change),
  });

const statedStatuses = (notice: ParsedNotice) =>
  new Map(
    notice.areas.flatMap((area) =>
      itemsOfArea(area).map(
        (item) => [pathKey([area.ordinal, item.ordinal]), item.statedStatus] as const,
      ),
    ),
  );

/** The columns of a round that a notice can state. */
export const roundColumns = (facts: {
  inspectionTeam: string | null;
  inspectedFrom: string | null;
  inspectedTo: string | null;
  feedbackOn: string | null;
}) => ({
  inspectionTeam: facts.inspectionTeam,
  inspectedFrom: toDay(facts.inspectedFrom) ?? null,
  inspectedTo: toDay(facts.inspectedTo) ?? null,
  feedbackOn: toDay(facts.feedbackOn) ?? null,
});
