import { bilingual } from '@taizhang/platform/rules';
import type { ItemPath, NoticeMeasure, ParsedNotice, SourceSpan } from '../notice/parsing/index.ts';
import { itemsOfArea } from './items-of-area.ts';
import type { FieldName, SaidField } from './said-fields.ts';

/** What importing a notice does to one entry of the ledger. */
export const CHANGE_KINDS = ['CREATED', 'CHANGED', 'UNCHANGED', 'MISSING', 'REFUSED'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export type Entity = 'ROUND' | 'AREA' | 'ITEM' | 'MEASURE' | 'FIELD' | 'DOCUMENT' | 'TRAINING';

/** One entry: what the ledger has (`before`) and what the notice says (`after`). */
export interface NoticeChange {
  kind: ChangeKind;
  entity: Entity;
  /** Area, item and measure ordinals, as far as they go. */
  path: ItemPath;
  /** Stable within the entity: the same entry of a later text has the same key. */
  key: string;
  /** Which field of the item or measure at the path; null but for FIELD. */
  field: FieldName | null;
  before: string | null;
  after: string | null;
  source: SourceSpan | null;
  /** Why the ledger stays as it is although the notice says it differently; null but for REFUSED. */
  reason: string | null;
}

/** The ledger of a round as far as a notice can speak of it. */
export interface StoredLedger {
  round: RoundFacts | null;
  areas: readonly StoredArea[];
  documents: readonly { title: string; action: string; path: ItemPath }[];
  trainings: readonly { kind: string; direction: string; topic: string; path: ItemPath }[];
  /** The fields of items and measures that are filled, by path and name. */
  fields: ReadonlyMap<string, StoredField>;
  /** Why nothing more is done with a document, by its title. */
  closedDocuments: ReadonlyMap<string, string>;
}

/** A field that is filled: its value as text, and how it is shown. */
export interface StoredField {
  value: string;
  shown: string;
}

export interface RoundFacts {
  inspectionTeam: string | null;
  inspectedFrom: string | null;
  inspectedTo: string | null;
  feedbackOn: string | null;
}

export interface StoredArea {
  ordinal: number;
  title: string;
  items: readonly {
    ordinal: number;
    title: string;
    /** Why neither it nor its measures may be changed; null when they may. */
    closed: string | null;
    measures: readonly { ordinal: number; text: string; closed: string | null }[];
  }[];
}

/**
 * Compares what a notice says with what the ledger has, by stable keys: ordinals for areas, items
 * and measures, title and action for documents, kind, direction and topic for trainings. A fact
 * that the notice is silent about is no difference; one that the life cycle closes stays, with the reason.
 */
export function compareNotice(
  notice: ParsedNotice,
  stored: StoredLedger,
  said: readonly SaidField[],
): NoticeChange[] {
  return [
    compareRound(notice, stored.round),
    ...compareEntries('AREA', noticeAreas(notice), storedAreas(stored)),
    ...compareEntries('ITEM', noticeItems(notice), storedItems(stored)),
    ...compareEntries(
      'MEASURE',
      noticeMeasures(notice, closedItems(stored)),
      storedMeasures(stored),
    ),
    ...said.map((field) => compareField(field, stored)),
    ...compareEntries(
      'DOCUMENT',
      noticeDocuments(notice, stored.closedDocuments),
      storedDocuments(stored),
    ),
    ...compareEntries('TRAINING', noticeTrainings(notice), storedTrainings(stored)),
  ];
}

interface Entry {
  path: ItemPath;
  key: string;
  text: string;
  source: SourceSpan | null;
  /** Why it may not be written, or written over. */
  closed?: string | null;
}

const byPath = (path: ItemPath, text: string, source: SourceSpan | null = null): Entry => ({
  path,
  key: path.join('.'),
  text,
  source,
});

function compareEntries(entity: Entity, said: Entry[], stored: Entry[]): NoticeChange[] {
  const had = new Map(stored.map((entry) => [entry.key, entry]));
  const changes = said.map(({ path, key, text, source, closed = null }): NoticeChange => {
    const held = had.get(key);
    const before = held?.text ?? null;
    had.delete(key);
    const entry = { entity, path, key, field: null, before, after: text, source };
    if (before === text) return { ...entry, kind: 'UNCHANGED', reason: null };
    const reason = held ? (held.closed ?? null) : closed;
    if (reason) return { ...entry, kind: 'REFUSED', reason };
    return { ...entry, kind: held ? 'CHANGED' : 'CREATED', reason: null };
  });
  const missing = [...had.values()].map(({ path, key, text }): NoticeChange => ({
    kind: 'MISSING',
    entity,
    path,
    key,
    field: null,
    before: text,
    after: null,
    source: null,
    reason: null,
  }));
  return [...changes, ...missing];
}

/** A field that is filled is never written over: it may say more than a notice does. */
function compareField(
  { path, field, words, value, source }: SaidField,
  stored: StoredLedger,
): NoticeChange {
  const held = stored.fields.get(fieldKey(path, field));
  const entry = {
    entity: 'FIELD',
    path,
    key: fieldKey(path, field),
    field,
    before: held?.shown ?? null,
    after: words,
    source,
  } as const;
  if (held?.value === value) return { ...entry, kind: 'UNCHANGED', reason: null };
  const reason = held ? KEPT : closedAt(stored, path);
  return reason
    ? { ...entry, kind: 'REFUSED', reason }
    : { ...entry, kind: 'CREATED', reason: null };
}

/** How a field of an item or a measure is found again. */
export const fieldKey = (path: ItemPath, field: FieldName) => `${path.join('.')} ${field}`;

const KEPT = bilingual(
  '台账已填写，导入不改写',
  'The ledger has it filled: an import writes over no field',
);

function closedAt({ areas }: StoredLedger, [area, item, measure]: ItemPath): string | null {
  const row = areas
    .find(({ ordinal }) => ordinal === area)
    ?.items.find(({ ordinal }) => ordinal === item);
  const own = row?.measures.find(({ ordinal }) => ordinal === measure);
  return row?.closed ?? own?.closed ?? null;
}

function compareRound({ round }: ParsedNotice, stored: RoundFacts | null): NoticeChange {
  const said = roundText(round);
  const entry = {
    entity: 'ROUND',
    path: [],
    key: 'round',
    field: null,
    after: said,
    source: null,
    reason: null,
  } as const;
  if (!stored) return { ...entry, kind: 'CREATED', before: null };
  const merged = roundText(mergeRound(stored, round));
  const before = roundText(stored);
  return { ...entry, kind: merged === before ? 'UNCHANGED' : 'CHANGED', before, after: merged };
}

/** The facts of a round after an import: what the notice says, and where it is silent what was there. */
export const mergeRound = (stored: RoundFacts | null, said: RoundFacts): RoundFacts => ({
  inspectionTeam: said.inspectionTeam ?? stored?.inspectionTeam ?? null,
  inspectedFrom: said.inspectedFrom ?? stored?.inspectedFrom ?? null,
  inspectedTo: said.inspectedTo ?? stored?.inspectedTo ?? null,
  feedbackOn: said.feedbackOn ?? stored?.feedbackOn ?? null,
});

const roundText = (round: RoundFacts) =>
  `${round.inspectionTeam ?? '—'} · ${round.inspectedFrom ?? '—'} – ${round.inspectedTo ?? '—'} · ${round.feedbackOn ?? '—'}`;

const noticeAreas = ({ areas }: ParsedNotice) =>
  areas.map(({ ordinal, title, source }) => byPath([ordinal], title, source));
const storedAreas = ({ areas }: StoredLedger) =>
  areas.map(({ ordinal, title }) => byPath([ordinal], title));

const noticeItems = ({ areas }: ParsedNotice) =>
  areas.flatMap((area) =>
    itemsOfArea(area).map(({ ordinal, title, source }) =>
      byPath([area.ordinal, ordinal], title, source),
    ),
  );
const storedItems = ({ areas }: StoredLedger) =>
  areas.flatMap((area) =>
    area.items.map(({ ordinal, title, closed }) => ({
      ...byPath([area.ordinal, ordinal], title),
      closed,
    })),
  );

/** Why an item may not be worked on, by its path. */
const closedItems = (stored: StoredLedger) =>
  new Map(storedItems(stored).map(({ key, closed }) => [key, closed]));

const noticeMeasures = ({ areas }: ParsedNotice, closed: ReadonlyMap<string, string | null>) =>
  areas.flatMap((area) =>
    itemsOfArea(area).flatMap((item) =>
      item.measures.map((measure: NoticeMeasure) => ({
        ...byPath([area.ordinal, item.ordinal, measure.ordinal], measure.text, measure.source),
        closed: closed.get(`${area.ordinal}.${item.ordinal}`) ?? null,
      })),
    ),
  );
const storedMeasures = ({ areas }: StoredLedger) =>
  areas.flatMap((area) =>
    area.items.flatMap((item) =>
      item.measures.map((measure) => ({
        ...byPath([area.ordinal, item.ordinal, measure.ordinal], measure.text),
        closed: item.closed ?? measure.closed,
      })),
    ),
  );

function documentEntry(
  { title, action, path }: StoredLedger['documents'][number],
  source: SourceSpan | null = null,
): Entry {
  return {
    path,
    key: `${title} ${action} ${path.join('.')}`,
    text: `《${title}》 ${action}`,
    source,
  };
}
const noticeDocuments = (
  { documents }: ParsedNotice,
  closedDocuments: ReadonlyMap<string, string>,
) =>
  unique(
    documents.flatMap(({ title, mentions }) =>
      mentions.map(({ action, itemPath, source }) => ({
        ...documentEntry({ title, action, path: itemPath }, source),
        // To be named does nothing with it.
        closed: action === 'MENTION' ? null : (closedDocuments.get(title) ?? null),
      })),
    ),
  );
const storedDocuments = ({ documents }: StoredLedger) =>
  unique(documents.map((document) => documentEntry(document)));

function trainingEntry(
  { kind, direction, topic, path }: StoredLedger['trainings'][number],
  source: SourceSpan | null = null,
): Entry {
  return {
    path,
    key: `${kind} ${direction} ${path.join('.')} ${topic}`,
    text: `${kind} ${topic}`,
    source,
  };
}
const noticeTrainings = ({ trainings }: ParsedNotice) =>
  unique(
    trainings.map(({ kind, direction, topic, itemPath, source }) =>
      trainingEntry({ kind, direction, topic, path: itemPath }, source),
    ),
  );
const storedTrainings = ({ trainings }: StoredLedger) =>
  unique(trainings.map((training) => trainingEntry(training)));

const unique = (entries: Entry[]) => [
  ...new Map(entries.map((entry) => [entry.key, entry])).values(),
];
