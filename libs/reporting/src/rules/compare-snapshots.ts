/** The columns of a snapshot row that are compared, in the order in which differences are shown. */
export const COMPARED_FIELDS = [
  'areaTitle',
  'title',
  'status',
  'responsibleUnitName',
  'leadLeaderName',
  'dueOn',
  'isOverdue',
  'measureCounts',
  'acceptedEvidenceCount',
  'progress',
  'difficulties',
  'nextStep',
  'expectedOn',
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** A row as it is compared: days as yyyy-mm-dd. */
export type ComparableRow = { itemId: string; code: string } & Record<ComparedField, unknown>;

/** A field that differs, each side as a text; null where there was nothing. */
export interface FieldChange {
  field: ComparedField;
  before: string | null;
  after: string | null;
}

/** What became of the items between two snapshots of one round. */
export interface SnapshotComparison<Row> {
  added: Row[];
  removed: Row[];
  changed: { before: Row; after: Row; fields: FieldChange[] }[];
  unchangedCount: number;
}

/** Compares two snapshots field by field; items are the same by their key, whatever their code. */
export function compareSnapshots<Row extends ComparableRow>(
  from: readonly Row[],
  to: readonly Row[],
): SnapshotComparison<Row> {
  const earlier = new Map(from.map((row) => [row.itemId, row]));
  const later = new Set(to.map(({ itemId }) => itemId));
  const kept = to.flatMap((after) => {
    const before = earlier.get(after.itemId);
    return before ? [{ before, after, fields: changesBetween(before, after) }] : [];
  });
  const changed = kept.filter(({ fields }) => fields.length > 0);
  return {
    added: to.filter(({ itemId }) => !earlier.has(itemId)),
    removed: from.filter(({ itemId }) => !later.has(itemId)),
    changed,
    unchangedCount: kept.length - changed.length,
  };
}

const changesBetween = (before: ComparableRow, after: ComparableRow): FieldChange[] =>
  COMPARED_FIELDS.map((field) => ({
    field,
    before: asText(before[field]),
    after: asText(after[field]),
  })).filter((change) => change.before !== change.after);

function asText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? countsAsText(value) : JSON.stringify(value);
}

/** Counts in one order, however the database keeps the keys of an object. */
const countsAsText = (counts: object) =>
  Object.entries(counts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([status, count]) => `${status} ${count}`)
    .join(', ') || null;
