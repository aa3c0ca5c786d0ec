import type { ItemPath, NoticeMeasure, ParsedNotice, SourceSpan } from '../notice/parsing/index.ts';

/** What importing a notice does to one entry of the ledger. */
export const CHANGE_KINDS = ['CREATED', 'CHANGED', 'UNCHANGED', 'MISSING'] as const;
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
}

/** The ledger of a round as far as a notice can speak of it. */
export interface StoredLedger {
  round: RoundFacts | null;
  areas: readonly StoredArea[];
  documents: readonly { title: string; action: string; path: ItemPath }[];
  trainings: readonly { kind: string; direction: string; topic: string; path: ItemPath }[];
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
    measures: readonly { ordinal: number; text: string }[];
  }[];
}

/**
 * Compares what a notice says with what the ledger has, by stable keys: ordinals for areas, items
 * and measures, title and action for documents, kind, direction and topic for trainings. A fact
 * that the notice is silent about is no difference.
 */
export function compareNotice(notice: ParsedNotice, stored: StoredLedger): NoticeChange[] {
  return [
    compareRound(notice, stored.round),
    ...compareEntries('AREA', noticeAreas(notice), storedAreas(stored)),
    ...compareEntries('ITEM', noticeItems(notice), storedItems(stored)),
    ...compareEntries('MEASURE', noticeMeasures(notice), storedMeasures(stored)),
    ...compareEntries('DOCUMENT', noticeDocuments(notice), storedDocuments(stored)),
    ...compareEntries('TRAINING', noticeTrainings(notice), storedTrainings(stored)),
  ];
}

interface Entry {
  path: ItemPath;
  key: string;
  text: string;
  source: SourceSpan | null;
}

const byPath = (path: ItemPath, text: string, source: SourceSpan | null = null): Entry => ({
  path,
  key: path.join('.'),
  text,
  source,
});

function compareEntries(entity: Entity, said: Entry[], stored: Entry[]): NoticeChange[] {
  const had = new Map(stored.map((entry) => [entry.key, entry]));
  const changes = said.map(({ path, key, text, source }): NoticeChange => {
    const before = had.get(key)?.text ?? null;
    had.delete(key);
    const kind = before === null ? 'CREATED' : before === text ? 'UNCHANGED' : 'CHANGED';
    return { kind, entity, path, key, before, after: text, source };
  });
  const missing = [...had.values()].map(({ path, key, text }): NoticeChange => ({
    kind: 'MISSING',
    entity,
    path,
    key,
    before: text,
    after: null,
    source: null,
  }));
  return [...changes, ...missing];
}

function compareRound({ round }: ParsedNotice, stored: RoundFacts | null): NoticeChange {
  const said = roundText(round);
  const entry = { entity: 'ROUND', path: [], key: 'round', after: said, source: null } as const;
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
    area.items.map(({ ordinal, title }) => byPath([area.ordinal, ordinal], title)),
  );

const noticeMeasures = ({ areas }: ParsedNotice) =>
  areas.flatMap((area) =>
    itemsOfArea(area).flatMap((item) =>
      item.measures.map((measure: NoticeMeasure) =>
        byPath([area.ordinal, item.ordinal, measure.ordinal], measure.text, measure.source),
      ),
    ),
  );
const storedMeasures = ({ areas }: StoredLedger) =>
  areas.flatMap((area) =>
    area.items.flatMap((item) =>
      item.measures.map((measure) =>
        byPath([area.ordinal, item.ordinal, measure.ordinal], measure.text),
      ),
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
const noticeDocuments = ({ documents }: ParsedNotice) =>
  unique(
    documents.flatMap(({ title, mentions }) =>
      mentions.map(({ action, itemPath, source }) =>
        documentEntry({ title, action, path: itemPath }, source),
      ),
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
