import { visibleDocuments } from '@taizhang/documents/visibility';
import {
  fromDay,
  type Caller,
  type Database,
  type Prisma,
  type SearchKind,
} from '@taizhang/platform';
import { ITEM_FIELDS } from '@taizhang/rectification/rules';
import { ITEM_PLACES, visibleItems } from '@taizhang/rectification/visibility';
import { visibleTrainings } from '@taizhang/trainings/visibility';
import type { Weight } from '../text/write-vector.ts';
import { marksOn } from './read-marks.ts';

/** A field that records are found by. */
export const SEARCH_FIELDS = [
  'CODE',
  'TITLE',
  'DESCRIPTION',
  'DETAIL',
  'MANIFESTATION',
  'PROGRESS',
  'DOCUMENT_NUMBER',
  'SUMMARY',
  'TEXT',
  'LOCATION',
  'DATE',
] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** A record as the search knows it. */
export interface SearchableRecord {
  kind: SearchKind;
  id: string;
  title: string;
  fields: { field: SearchField; text: string; weight: Weight }[];
  /** Under which marks it may be read. */
  marks: string[];
}

/** For whom records are read: a caller, who gets the visible ones, or the index, which gets all. */
export type Reader = { caller: Caller } | 'index';

/** Reads records of one kind by key; whatever is missing or out of the reader's sight is left out. */
export const readRecords = (
  db: Prisma.TransactionClient | Database,
  kind: SearchKind,
  ids: readonly string[],
  reader: Reader,
): Promise<SearchableRecord[]> => READERS[kind](db, [...ids], reader);

type Read = (
  db: Prisma.TransactionClient | Database,
  ids: string[],
  reader: Reader,
) => Promise<SearchableRecord[]>;

const field = (name: SearchField, text: string | null | undefined, weight: Weight) =>
  text ? [{ field: name, text, weight }] : [];
const day = (date: Date | null) => field('DATE', fromDay(date), 'C');

interface ItemPlacesRow {
  organizationId: string;
  responsibleUnitId: string | null;
  supportingUnits: { organizationId: string }[];
}
const placesOf = ({ organizationId, responsibleUnitId, supportingUnits }: ItemPlacesRow) => ({
  organizationId,
  units: [responsibleUnitId, ...supportingUnits.map((unit) => unit.organizationId)],
});

/** Texts of an item beside its title and description, as its fields are described. */
const DETAILS = (Object.keys(ITEM_FIELDS) as (keyof typeof ITEM_FIELDS)[]).filter(
  (key): key is Detail =>
    'isSearched' in ITEM_FIELDS[key] && key !== 'title' && key !== 'description',
);
type Detail = Exclude<
  {
    [Key in keyof typeof ITEM_FIELDS]: (typeof ITEM_FIELDS)[Key] extends { isSearched: true }
      ? Key
      : never;
  }[keyof typeof ITEM_FIELDS],
  'title' | 'description'
>;
const searchedColumns = Object.fromEntries(DETAILS.map((key) => [key, true])) as Record<
  Detail,
  true
>;

const readItems: Read = async (db, ids, reader) => {
  const rows = await db.rectificationItem.findMany({
    where: { id: { in: ids }, AND: [reader === 'index' ? {} : visibleItems(reader.caller)] },
    select: {
      ...ITEM_PLACES,
      ...searchedColumns,
      code: true,
      title: true,
      description: true,
      manifestations: { select: { text: true }, orderBy: { ordinal: 'asc' } },
    },
  });
  return rows.map((row) => ({
    kind: 'RECTIFICATION_ITEM' as const,
    id: row.id,
    title: row.title,
    fields: [
      ...field('CODE', row.code, 'A'),
      ...field('TITLE', row.title, 'A'),
      ...field('DESCRIPTION', row.description, 'B'),
      ...DETAILS.flatMap((key) => field('DETAIL', row[key], 'B')),
      ...row.manifestations.flatMap(({ text }) => field('MANIFESTATION', text, 'B')),
    ],
    marks: marksOn('RECTIFICATION_ITEM', null, [placesOf(row)]),
  }));
};

const readMeasures: Read = async (db, ids, reader) => {
  const rows = await db.correctiveMeasure.findMany({
    where: {
      id: { in: ids },
      ...(reader !== 'index' && { item: visibleItems(reader.caller) }),
    },
    select: {
      id: true,
      text: true,
      progress: true,
      item: { select: { ...ITEM_PLACES, code: true } },
    },
  });
  return rows.map((row) => ({
    kind: 'CORRECTIVE_MEASURE' as const,
    id: row.id,
    title: row.text,
    fields: [
      ...field('TITLE', row.text, 'A'),
      ...field('CODE', row.item.code, 'C'),
      ...field('PROGRESS', row.progress, 'B'),
    ],
    marks: marksOn('CORRECTIVE_MEASURE', null, [placesOf(row.item)]),
  }));
};

const readDocuments: Read = async (db, ids, reader) => {
  const rows = await db.institutionalDocument.findMany({
    where: { id: { in: ids }, AND: [reader === 'index' ? {} : visibleDocuments(reader.caller)] },
    select: {
      id: true,
      title: true,
      organizationId: true,
      responsibleUnitId: true,
      versions: {
        select: { documentNumber: true, issuedOn: true, summary: true, text: true },
        orderBy: { ordinal: 'desc' },
      },
      actions: {
        select: { item: { select: ITEM_PLACES } },
        where: { itemId: { not: null } },
        distinct: ['itemId'],
      },
    },
  });
  return rows.map((row) => ({
    kind: 'INSTITUTIONAL_DOCUMENT' as const,
    id: row.id,
    title: row.title,
    fields: [
      ...field('TITLE', row.title, 'A'),
      ...row.versions.flatMap((version) => [
        ...field('DOCUMENT_NUMBER', version.documentNumber, 'A'),
        ...day(version.issuedOn),
        ...field('SUMMARY', version.summary, 'B'),
      ]),
      ...row.versions.flatMap(({ text }) => field('TEXT', text, 'C')),
    ],
    marks: marksOn(
      'INSTITUTIONAL_DOCUMENT',
      { organizationId: row.organizationId, units: [row.responsibleUnitId] },
      row.actions.flatMap(({ item }) => (item ? [placesOf(item)] : [])),
    ),
  }));
};

const readTrainings: Read = async (db, ids, reader) => {
  const rows = await db.training.findMany({
    where: { id: { in: ids }, AND: [reader === 'index' ? {} : visibleTrainings(reader.caller)] },
    select: {
      id: true,
      topic: true,
      heldOn: true,
      organizationId: true,
      responsibleUnitId: true,
      sessions: { select: { heldOn: true, location: true }, orderBy: { ordinal: 'asc' } },
      item: { select: ITEM_PLACES },
    },
  });
  return rows.map((row) => ({
    kind: 'TRAINING' as const,
    id: row.id,
    title: row.topic,
    fields: [
      ...field('TITLE', row.topic, 'A'),
      ...day(row.heldOn),
      ...row.sessions.flatMap(({ heldOn, location }) => [
        ...day(heldOn),
        ...field('LOCATION', location, 'C'),
      ]),
    ],
    marks: marksOn(
      'TRAINING',
      { organizationId: row.organizationId, units: [row.responsibleUnitId] },
      row.item ? [placesOf(row.item)] : [],
    ),
  }));
};

const READERS: Record<SearchKind, Read> = {
  RECTIFICATION_ITEM: readItems,
  CORRECTIVE_MEASURE: readMeasures,
  INSTITUTIONAL_DOCUMENT: readDocuments,
  TRAINING: readTrainings,
};

/** How many records of one kind the caller may see of those named. */
export const countRecords = (
  db: Database,
  kind: SearchKind,
  ids: readonly string[],
  caller: Caller,
): Promise<number> => COUNTERS[kind](db, [...ids], caller);

const COUNTERS: Record<
  SearchKind,
  (db: Database, ids: string[], caller: Caller) => Promise<number>
> = {
  RECTIFICATION_ITEM: (db, ids, caller) =>
    db.rectificationItem.count({ where: { id: { in: ids }, AND: [visibleItems(caller)] } }),
  CORRECTIVE_MEASURE: (db, ids, caller) =>
    db.correctiveMeasure.count({ where: { id: { in: ids }, item: visibleItems(caller) } }),
  INSTITUTIONAL_DOCUMENT: (db, ids, caller) =>
    db.institutionalDocument.count({ where: { id: { in: ids }, AND: [visibleDocuments(caller)] } }),
  TRAINING: (db, ids, caller) =>
    db.training.count({ where: { id: { in: ids }, AND: [visibleTrainings(caller)] } }),
};
