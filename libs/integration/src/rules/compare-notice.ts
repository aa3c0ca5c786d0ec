import type { ItemPath, NoticeMeasure, ParsedNotice, SourceSpan } from '../notice/parsing/index.ts';

/** What importing a notice does to one entry of the ledger. */
export const CHANGE_KINDS = ['CREATED', 'CHANGED', 'UNCHANGED', 'MISSING', 'REFUSED'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export type Entity = 'ROUND' | 'AREA' | 'ITEM' | 'MEASURE' | 'DOCUMENT' | 'TRAINING';

/** One entry: what the ledger has (`before`) and what the notice says (`after`). */
export interface NoticeChange {
  kind: ChangeKind;
  entity: Entity;
  /** Area, item and measure ordinals, as far as they go. */
  path: ItemPath;
  /** Stable within the entity: the same entry of a later text has the same key. */
  key: string;
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
  /** Why nothing more is done with a document, by its title. */
  closedDocuments: ReadonlyMap<string, string>;
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
export function compareNotice(notice: ParsedNotice, stored: StoredLedger): NoticeChange[] {
  return [
    compareRound(notice, stored.round),
    ...compareEntries('AREA', noticeAreas(notice), storedAreas(stored)),
    ...compareEntries('ITEM', noticeItems(notice), storedItems(stored)),
    ...compareEntries(
      'MEASURE',
      noticeMeasures(notice, closedItems(stored)),
      storedMeasures(stored),
    ),
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
    const entry = { entity, path, key, before, after: text, source };
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
    before: text,
    after: null,
    source: null,
    reason: null,
  }));
  return [...changes, ...missing];
}

function compareRound({ round }: ParsedNotice, stored: RoundFacts | null): NoticeChange {
  const said = roundText(round);
  const entry = {
    entity: 'ROUND',
    path: [],
    key: 'round',
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

/** The items of an area; the measures of an area without items stand under an item of its own title. */
export const itemsOfArea = (area: ParsedNotice['areas'][number]) =>
  area.items.length || !area.measures.length
    ? area.items
    : [{ ...area, ordinal: 1, statedStatus: null, measures: area.measures }];

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
