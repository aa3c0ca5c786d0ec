import { changeStep, createStep, newKey, toDay, type RowStep } from '@taizhang/platform';
import { RECTIFICATION_EVENTS } from '@taizhang/rectification/rules';
import type { ParsedNotice } from '../notice/parsing/index.ts';
import { itemsOfArea, type NoticeChange, type SaidField } from '../rules/index.ts';
import { planFields, planManifestations, type PlannedFields } from './plan-fields.ts';
import { pathKey, spanColumns, type Target } from './plan-target.ts';
import { planDocuments, planTrainings } from './plan-works.ts';

/** The changes of one entity and kind. */
export type Of = (entity: NoticeChange['entity'], kind: NoticeChange['kind']) => NoticeChange[];

/** The key of the entry at a path. @throws when it is neither stored nor planned. */
const keyAt = ({ rows }: Target, path: readonly number[]) => rows.get(pathKey(path))!.id;

/** The steps that write what a comparison found: new entries, what fields were empty, and the changed words of old ones. Nothing is removed. */
export function planSteps(
  target: Target,
  notice: ParsedNotice,
  changes: readonly NoticeChange[],
  said: readonly SaidField[],
): RowStep[] {
  const of: Of = (entity, kind) =>
    changes.filter((change) => change.entity === entity && change.kind === kind);
  const fields = planFields(target, said, of('FIELD', 'CREATED'));
  const notes = saidNotes(notice);
  const stored = new Set(target.rows.keys());
  return [
    ...of('AREA', 'CREATED').map((change) => newArea(target, change)),
    ...of('ITEM', 'CREATED').map((change) => newItem(target, change, notes, fields)),
    ...of('MEASURE', 'CREATED').map((change) => newMeasure(target, change, fields)),
    ...changedRows(target, of, fields, stored),
    ...[...fields].flatMap(([key, { manifestations }]) => {
      const item = target.rows.get(key);
      return item ? planManifestations(item.id, manifestations) : [];
    }),
    ...planDocuments(target, notice, of('DOCUMENT', 'CREATED')),
    ...planTrainings(target, notice, of('TRAINING', 'CREATED')),
  ];
}

/** Each row once: its changed words and the fields that it lacked. */
function changedRows(
  { rows }: Target,
  of: Of,
  fields: PlannedFields,
  stored: ReadonlySet<string>,
): RowStep[] {
  const { AREA_EDITED, ITEM_EDITED, MEASURE_EDITED } = RECTIFICATION_EVENTS;
  const words = new Map(
    (['AREA', 'ITEM', 'MEASURE'] as const).flatMap((entity) =>
      of(entity, 'CHANGED').map((change) => [pathKey(change.path), change] as const),
    ),
  );
  const keys = new Set([...words.keys(), ...[...fields.keys()].filter((key) => stored.has(key))]);
  return [...keys].flatMap((key) => {
    const row = rows.get(key)!;
    const change = words.get(key);
    const span = change ? spanColumns(change) : {};
    const depth = key.split('.').length;
    const filled = columnsOf(fields, key);
    if (depth === 1) return changeStep(AREA_EDITED, row, { title: change!.after!, ...span });
    if (!change && Object.keys(filled).length === 0) return [];
    return depth === 2
      ? changeStep(ITEM_EDITED, row, {
          ...(change && { title: change.after! }),
          ...span,
          ...filled,
        })
      : changeStep(MEASURE_EDITED, row, {
          ...(change && { text: change.after! }),
          ...span,
          ...filled,
        });
  });
}

/** Manifestations are rows of their own. */
function columnsOf(fields: PlannedFields, key: string): Record<string, unknown> {
  const { manifestations: _ownRows, ...columns } = fields.get(key) ?? {};
  return columns;
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

function newItem(
  target: Target,
  change: NoticeChange,
  notes: ReadonlyMap<string, string | null>,
  fields: PlannedFields,
) {
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
    provenanceNote: notes.get(change.key) ?? null,
    ...spanColumns(change),
    ...columnsOf(fields, change.key),
  });
}

const newMeasure = (target: Target, change: NoticeChange, fields: PlannedFields) =>
  createStep(RECTIFICATION_EVENTS.MEASURE_ADDED, {
    id: named(target, change.path),
    itemId: keyAt(target, change.path.slice(0, 2)),
    ordinal: change.path[2]!,
    text: change.after!,
    provenance: 'NOTICE',
    ...spanColumns(change),
    ...columnsOf(fields, change.key),
  });

const LONGEST_NOTE = 4_000;

/** The state in the notice's own words, and what it reports where its measures do not take it. */
const saidNotes = (notice: ParsedNotice) =>
  new Map(
    notice.areas.flatMap((area) =>
      itemsOfArea(area).map((item) => {
        const status = item.statedStatus;
        const progress =
          'fields' in item && item.measures.length !== 1 ? item.fields.progress?.text : undefined;
        const lines = [
          ...(status ? [`通报自述：${status} / the notice says: ${status}`] : []),
          ...(progress && progress !== status
            ? [`通报所述进展：${progress} / progress by the notice`]
            : []),
        ];
        const note = lines.join('\n').slice(0, LONGEST_NOTE) || null;
        return [pathKey([area.ordinal, item.ordinal]), note] as const;
      }),
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
