import { createStep, newKey, toDay, type RowStep } from '@taizhang/platform';
import { RECTIFICATION_EVENTS } from '@taizhang/rectification/rules';
import { fieldKey, type NoticeChange, type SaidField } from '../rules/index.ts';
import { pathKey, type Target } from './plan-target.ts';

/** What an import writes into the rows of items and measures beside their words, by path. */
export type PlannedFields = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** The columns of the fields that nothing is stored in. */
export function planFields(
  { items }: Target,
  said: readonly SaidField[],
  created: readonly NoticeChange[],
): PlannedFields {
  const isNew = new Set(created.map(({ key }) => key));
  const planned = new Map<string, Record<string, unknown>>();
  const of = (path: readonly number[]): Record<string, unknown> => {
    const key = pathKey(path);
    const columns = planned.get(key) ?? {};
    planned.set(key, columns);
    return columns;
  };
  for (const { path, field, columns } of said) {
    if (!isNew.has(fieldKey(path, field))) continue;
    const { dueOn, ...plain } = columns as { dueOn?: string };
    Object.assign(of(path), plain, dueOn ? { dueOn: toDay(dueOn) } : {});
  }
  for (const [key, columns] of planned) {
    const path = key.split('.').map(Number);
    if (path.length === 2) keepDueDate(items.get(key), columns);
    else supportBy(items.get(pathKey(path.slice(0, 2))), of(path.slice(0, 2)), columns);
  }
  return planned;
}

/** The first date set is kept; a type that somebody chose stays. */
function keepDueDate(
  stored: { firstDueOn: Date | null; dueOn: Date | null; type: string | null } | undefined,
  columns: Record<string, unknown>,
): void {
  if (stored?.type) delete columns['type'];
  if (stored?.dueOn) delete columns['dueOn'];
  else if (columns['dueOn']) columns['firstDueOn'] = stored?.firstDueOn ?? columns['dueOn'];
}

/** A unit that carries out a measure supports the item: that is what lets its people see it. */
function supportBy(
  stored:
    { responsibleUnitId: string | null; supportingUnits: { organizationId: string }[] } | undefined,
  item: Record<string, unknown>,
  { responsibleUnitId: unit }: Record<string, unknown>,
): void {
  if (typeof unit !== 'string') return;
  const supporting =
    (item['supportingUnits'] as string[] | undefined) ??
    stored?.supportingUnits.map(({ organizationId }) => organizationId) ??
    [];
  const responsible = item['responsibleUnitId'] ?? stored?.responsibleUnitId;
  if (responsible !== unit && !supporting.includes(unit))
    item['supportingUnits'] = [...supporting, unit];
}

/** The rows of manifestations that a notice names. */
export function planManifestations(itemId: string, texts: unknown): RowStep[] {
  if (!Array.isArray(texts)) return [];
  return texts.map((text: string, index) =>
    createStep(RECTIFICATION_EVENTS.MANIFESTATION_ADDED, {
      id: newKey(),
      itemId,
      ordinal: index + 1,
      text,
    }),
  );
}
