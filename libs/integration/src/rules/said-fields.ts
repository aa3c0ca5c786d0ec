import type {
  ItemPath,
  NoticeFields,
  NoticeItem,
  NoticeMeasure,
  NoticeWords,
  ParsedNotice,
  SourceSpan,
} from '../notice/parsing/index.ts';
import { itemsOfArea } from './items-of-area.ts';

/** Names of the ledger's own people and units, by the words that a notice may call them. */
export interface KnownNames {
  readonly people: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
}

/** A field of an item or a measure that the notice states. */
export interface SaidField {
  readonly path: ItemPath;
  /** As the schema calls it. */
  readonly field: FieldName;
  /** In the notice's words. */
  readonly words: string;
  readonly source: SourceSpan;
  /** The value as text, to be compared with what is stored. */
  readonly value: string;
  /** What is written where nothing is stored. */
  readonly columns: Readonly<Record<string, unknown>>;
}

/** Somebody or some unit that the notice names and the ledger does not have; it is written nowhere. */
export interface UnmatchedName {
  readonly path: ItemPath;
  readonly field: FieldName;
  readonly words: string;
  readonly source: SourceSpan;
}

export type FieldName =
  | 'leadLeaderId'
  | 'primaryResponsiblePersonId'
  | 'responsibleUnitId'
  | 'supportingUnitIds'
  | 'ownerId'
  | 'dueOn'
  | 'dueText'
  | 'progress'
  | 'manifestations'
  | 'cause'
  | 'goal'
  | 'basis'
  | 'unfinishedReason'
  | 'nextStep'
  | 'amountInvolvedFen';

export interface SaidFields {
  readonly said: readonly SaidField[];
  readonly unmatched: readonly UnmatchedName[];
}

const BETWEEN_NAMES = /[、，；,;/\s]+/;
const MANIFESTATION =
  /(?:^|(?<=[。；]))(?:[一二三四五六七八九十]{1,2}是|[（(]\d{1,2}[)）]|\d{1,2}[.．、]|[①-⑳])/;
/** As many signs as the fields of items take. */
const LONGEST = { dueText: 200, text: 2_000 };
const LONG_FIELDS = ['cause', 'goal', 'basis', 'unfinishedReason', 'nextStep'] as const;

/** All names that a notice gives to people and units, to look them up at once. */
export function namesIn(notice: ParsedNotice): { people: string[]; units: string[] } {
  const people = new Set<string>();
  const units = new Set<string>();
  const add = ({ leader, person, unit, supportingUnits }: NoticeFields): void => {
    for (const words of [leader, person]) for (const name of namesOf(words)) people.add(name);
    for (const words of [unit, supportingUnits]) for (const name of namesOf(words)) units.add(name);
  };
  for (const item of notice.areas.flatMap((area) => area.items)) {
    add(item.fields);
    for (const measure of item.measures) add(measure.fields);
  }
  return { people: [...people], units: [...units] };
}

/** The words as a whole, and each name where several stand behind each other. */
function namesOf(words: NoticeWords | null): string[] {
  if (!words) return [];
  const parts = words.text.split(BETWEEN_NAMES).filter((part) => part !== '');
  return [...new Set([words.text, ...parts])];
}

/** What a notice states of the fields of its items and measures, as far as the ledger has a place for it. */
export function saidFields(notice: ParsedNotice, names: KnownNames): SaidFields {
  const said: SaidField[] = [];
  const unmatched: UnmatchedName[] = [];
  for (const area of notice.areas) {
    for (const item of itemsOfArea(area)) {
      if (!('fields' in item)) continue;
      const path = [area.ordinal, item.ordinal];
      const note = noteFor(path, names, said, unmatched);
      describeItem(item, note);
      for (const measure of item.measures) {
        const own = noteFor([...path, measure.ordinal], names, said, unmatched);
        describeMeasure(item, measure, own);
      }
    }
  }
  return { said, unmatched };
}

interface Note {
  readonly plain: (
    field: FieldName,
    words: NoticeWords | null,
    value: string,
    columns: object,
  ) => void;
  readonly person: (field: FieldName, words: NoticeWords | null) => void;
  readonly unit: (words: NoticeWords | null) => string[];
  readonly units: (words: NoticeWords | null, more: readonly string[]) => void;
}

function noteFor(
  path: ItemPath,
  { people, units }: KnownNames,
  said: SaidField[],
  unmatched: UnmatchedName[],
): Note {
  const plain: Note['plain'] = (field, words, value, columns) => {
    if (words)
      said.push({
        path,
        field,
        words: words.text,
        source: words.source,
        value,
        columns: columns as Readonly<Record<string, unknown>>,
      });
  };
  const miss = (field: FieldName, { source }: NoticeWords, words: string): void => {
    unmatched.push({ path, field, words, source });
  };
  return {
    plain,
    person: (field, words) => {
      if (!words) return;
      const id = namesOf(words).flatMap((name) => people.get(name) ?? [])[0];
      if (id === undefined) miss(field, words, words.text);
      else plain(field, words, id, { [field]: id });
    },
    unit: (words) => {
      if (!words) return [];
      const [whole = '', ...parts] = namesOf(words);
      const known = units.get(whole);
      const found = known === undefined ? parts.flatMap((name) => units.get(name) ?? []) : [known];
      const [first, ...others] = found;
      if (first === undefined) miss('responsibleUnitId', words, words.text);
      else plain('responsibleUnitId', words, first, { responsibleUnitId: first });
      return others;
    },
    units: (words, more) => {
      const [, ...parts] = namesOf(words);
      const named = parts.length > 0 ? parts : words ? [words.text] : [];
      const found = named.flatMap((name) => units.get(name) ?? []);
      if (words)
        for (const name of named) if (!units.has(name)) miss('supportingUnitIds', words, name);
      const all = [...new Set([...found, ...more])].sort();
      if (words && all.length > 0)
        plain('supportingUnitIds', words, all.join(' '), { supportingUnits: all });
    },
  };
}

function describeItem({ fields }: NoticeItem, note: Note): void {
  const { limit, amountInvolved, manifestations } = fields;
  note.person('leadLeaderId', fields.leader);
  note.person('primaryResponsiblePersonId', fields.person);
  note.units(fields.supportingUnits, note.unit(fields.unit));
  if (limit) {
    const dueText = limit.text.slice(0, LONGEST.dueText);
    const type = limit.isImmediate ? 'IMMEDIATE' : limit.dueOn ? 'TIME_BOUND' : 'LONG_TERM';
    const isKnown = limit.isImmediate || limit.dueOn !== null || limit.isKeptUp;
    note.plain('dueText', limit, dueText, {
      dueText,
      dueOn: limit.dueOn ?? undefined,
      duePrecision: limit.precision ?? undefined,
      isKeptUp: limit.isKeptUp || undefined,
      type: isKnown ? type : undefined,
    });
  }
  if (amountInvolved)
    note.plain('amountInvolvedFen', amountInvolved, String(amountInvolved.fen), {
      amountInvolvedFen: BigInt(amountInvolved.fen),
    });
  for (const field of LONG_FIELDS) {
    const text = fields[field]?.text.slice(0, LONGEST.text) ?? '';
    note.plain(field, fields[field], text, { [field]: text });
  }
  if (manifestations) {
    const texts = splitManifestations(manifestations.text);
    note.plain('manifestations', manifestations, texts.join('\n'), { manifestations: texts });
  }
}

function describeMeasure(item: NoticeItem, { fields }: NoticeMeasure, note: Note): void {
  const { limit, person, leader } = fields;
  note.person('ownerId', person ?? leader);
  note.unit(fields.unit);
  if (limit?.dueOn) note.plain('dueOn', limit, limit.dueOn, { dueOn: limit.dueOn });
  const isOnly = item.measures.length === 1;
  const progress = fields.progress ?? fields.state ?? (isOnly ? item.fields.progress : null);
  const text = progress?.text.slice(0, LONGEST.text) ?? '';
  note.plain('progress', progress, text, { progress: text });
}

/** 一是…；二是…: each is one. */
function splitManifestations(text: string): string[] {
  return text
    .split(new RegExp(MANIFESTATION, 'u'))
    .map((part) => part.replace(/^[。；，：\s]+|[。；，\s]+$/g, '').slice(0, LONGEST.text))
    .filter((part) => part !== '');
}
