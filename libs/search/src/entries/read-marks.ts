import { placesWith } from '@taizhang/access/rules';
import type { Caller, SearchKind } from '@taizhang/platform';

/** Where an item belongs to, as `visibleItems` asks it. */
interface Places {
  organizationId: string;
  units: readonly (string | null)[];
}

/** The short name of a kind in marks. */
const SIGN: Record<SearchKind, string> = {
  RECTIFICATION_ITEM: 'i',
  CORRECTIVE_MEASURE: 'm',
  INSTITUTIONAL_DOCUMENT: 'd',
  TRAINING: 't',
};

/** What gives a sight of a record: being its own, or being that of an item that it serves. */
type Way = 'own' | 'item';

const everything = (kind: SearchKind, way: Way) => `${SIGN[kind]}/${way}`;
const everyUnit = (kind: SearchKind, way: Way) => `${SIGN[kind]}/${way}/unit`;
const ofOrganization = (kind: SearchKind, way: Way, id: string) =>
  `${SIGN[kind]}/${way}/organization/${id}`;
const ofUnit = (kind: SearchKind, way: Way, id: string) => `${SIGN[kind]}/${way}/unit/${id}`;

/** The marks of a record under which it may be read; `marksOf` gives a caller theirs. */
export function marksOn(kind: SearchKind, own: Places | null, items: readonly Places[]): string[] {
  const marks = [...(own ? marksAt(kind, 'own', own) : [])];
  for (const item of items) marks.push(...marksAt(kind, 'item', item));
  return [...new Set(marks)];
}

function marksAt(kind: SearchKind, way: Way, { organizationId, units }: Places): string[] {
  const named = units.filter((unit) => unit !== null);
  return [
    everything(kind, way),
    ofOrganization(kind, way, organizationId),
    ...(named.length ? [everyUnit(kind, way)] : []),
    ...named.map((unit) => ofUnit(kind, way, unit)),
  ];
}

/**
 * The marks that a caller reads by, for records of the given kinds: the conditions of
 * `visibleItems`, `visibleDocuments` and `visibleTrainings` in another form. They choose and count
 * candidates quickly; every hit is then read under those conditions themselves.
 */
export const marksOf = (caller: Caller, kinds: readonly SearchKind[]): string[] =>
  kinds.flatMap((kind) => MARKS[kind](caller));

const MARKS: Record<SearchKind, (caller: Caller) => string[]> = {
  RECTIFICATION_ITEM: (caller) => itemMarks(caller, 'RECTIFICATION_ITEM'),
  CORRECTIVE_MEASURE: (caller) => itemMarks(caller, 'CORRECTIVE_MEASURE'),
  INSTITUTIONAL_DOCUMENT: (caller) =>
    ownMarks(caller, 'INSTITUTIONAL_DOCUMENT', 'document:read-all', 'document:edit'),
  TRAINING: (caller) => ownMarks(caller, 'TRAINING', 'training:read-all', 'training:edit'),
};

function itemMarks(caller: Caller, kind: SearchKind): string[] {
  const whole = placesWith(caller, 'item:read-all');
  if (whole === null) return [everything(kind, 'item')];
  const units = placesWith(caller, 'item:read-unit');
  return [
    ...whole.map((id) => ofOrganization(kind, 'item', id)),
    ...(units === null ? [everyUnit(kind, 'item')] : units.map((id) => ofUnit(kind, 'item', id))),
  ];
}

function ownMarks(
  caller: Caller,
  kind: SearchKind,
  readAll: 'document:read-all' | 'training:read-all',
  edit: 'document:edit' | 'training:edit',
): string[] {
  const whole = placesWith(caller, readAll);
  if (whole === null) return [everything(kind, 'own')];
  const own = placesWith(caller, edit) ?? [];
  return [
    ...[...whole, ...own].map((id) => ofOrganization(kind, 'own', id)),
    ...own.map((id) => ofUnit(kind, 'own', id)),
    ...itemMarks(caller, kind),
  ];
}
