import type { ReadLimit } from './read-limit.ts';

/** Half-open range of UTF-16 code units in the text that was handed to `parseNotice`. */
export interface SourceSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Where an entry stands: `[areaOrdinal, itemOrdinal, measureOrdinal]`. Shorter when the entry is named
 * outside a measure: `[a, i]` in the problem's own text, `[a]` in the area's, `[]` outside the areas.
 */
export type ItemPath = readonly number[];

/** Words of the notice with their place. */
export interface NoticeWords {
  readonly text: string;
  readonly source: SourceSpan;
}

/** A time limit: its words, and what they say where they say it. */
export interface NoticeLimit extends NoticeWords, ReadLimit {}

/** A sum of money, in whole fen. */
export interface NoticeSum extends NoticeWords {
  readonly fen: number;
  /** What was done with it (收回, 清退, 上缴 …); null where the text only names it. */
  readonly deed: string | null;
}

/** People held to account, counted and never named. */
export interface NoticeAccountability extends NoticeWords {
  /** 批评教育, 诫勉, 党内警告 … */
  readonly form: string;
  readonly persons: number;
}

/** What a notice says of a problem or a measure beside its words; null where it says nothing. */
export interface NoticeFields {
  /** 牵头领导、责任领导 */
  readonly leader: NoticeWords | null;
  /** 责任人 */
  readonly person: NoticeWords | null;
  readonly unit: NoticeWords | null;
  readonly supportingUnits: NoticeWords | null;
  readonly limit: NoticeLimit | null;
  /** The state in the notice's own words; never inferred. */
  readonly state: NoticeWords | null;
  /** What was done, where it is told apart from the measures. */
  readonly progress: NoticeWords | null;
  /** 整改成效; the progress as well where nothing else tells it. */
  readonly effect: NoticeWords | null;
  readonly manifestations: NoticeWords | null;
  readonly cause: NoticeWords | null;
  readonly goal: NoticeWords | null;
  readonly basis: NoticeWords | null;
  readonly unfinishedReason: NoticeWords | null;
  readonly nextStep: NoticeWords | null;
  readonly accountability: NoticeWords | null;
  /** 涉及金额 */
  readonly amountInvolved: NoticeSum | null;
}

export interface NoticeMeasure {
  readonly ordinal: number;
  /** Text without its marker, line breaks and markup. */
  readonly text: string;
  readonly source: SourceSpan;
  /** What is told of this measure alone. */
  readonly fields: NoticeFields;
}

export interface NoticeItem {
  readonly ordinal: number;
  readonly title: string;
  /** Marker, title and everything reported beneath it. */
  readonly source: SourceSpan;
  /** The heading between area and item where a notice has four levels, else null. */
  readonly group: string | null;
  /** The words of `fields.state`. */
  readonly statedStatus: string | null;
  readonly fields: NoticeFields;
  /** Sums of money and people held to account, as its report tells them. */
  readonly sums: readonly NoticeSum[];
  readonly accountability: readonly NoticeAccountability[];
  /** True when the measures carry no marker and were told apart at ； and 。 */
  readonly measuresUnnumbered: boolean;
  readonly measures: readonly NoticeMeasure[];
}

export interface NoticeArea {
  readonly ordinal: number;
  readonly title: string;
  readonly source: SourceSpan;
  /** True when the notice has no heading for an area and the part's own heading stands in for it. */
  readonly implied: boolean;
  readonly items: readonly NoticeItem[];
  /** Measures that stand directly below an area without items; empty otherwise. */
  readonly measures: readonly NoticeMeasure[];
}

export interface NoticeRound {
  /** 被巡察党组织, as the notice names it. */
  readonly inspectedOrganization: string | null;
  /** 巡察组; null for an audit. */
  readonly inspectionTeam: string | null;
  /** ISO dates (YYYY-MM-DD); null when the text gives no full date. */
  readonly inspectedFrom: string | null;
  readonly inspectedTo: string | null;
  readonly feedbackOn: string | null;
}

/** Strongest first: the order in which one of several mentions decides a document's action. */
export const DOCUMENT_ACTIONS = [
  'REPEAL',
  'REVISE',
  'ESTABLISH',
  'ISSUE',
  'DRAFT',
  'BEGIN_REVISION',
  'MENTION',
] as const;
export type DocumentAction = (typeof DOCUMENT_ACTIONS)[number];

export interface DocumentMention {
  readonly action: DocumentAction;
  readonly itemPath: ItemPath;
  readonly source: SourceSpan;
}

export interface NoticeDocument {
  /** Full title without the outer 《》, even where the text uses an announced short name. */
  readonly title: string;
  readonly action: DocumentAction;
  /** Path and span of the mention that decided the action. */
  readonly itemPath: ItemPath;
  readonly source: SourceSpan;
  readonly shortNames: readonly string[];
  readonly mentions: readonly DocumentMention[];
}

export const NAMED_WORK_KINDS = ['ARTWORK', 'LECTURE', 'PUBLICATION'] as const;
export type NamedWorkKind = (typeof NAMED_WORK_KINDS)[number];

/** A title in 《》 that is no institutional document: a play, a song, a lecture, a book, a newspaper. */
export interface NamedWork {
  readonly title: string;
  readonly kind: NamedWorkKind;
  readonly itemPath: ItemPath;
  readonly source: SourceSpan;
}

export const TRAINING_KINDS = [
  'TRAINING',
  'LECTURE',
  'SYMPOSIUM',
  'MEETING',
  'FIRST_AGENDA_STUDY',
  'CENTRAL_GROUP_STUDY',
  'HEART_TO_HEART_TALK',
  'FIELD_RESEARCH',
  'VISIT',
] as const;
export type TrainingKind = (typeof TRAINING_KINDS)[number];
export type TrainingDirection = 'HELD' | 'ATTENDED';

export interface NoticeTraining {
  readonly kind: TrainingKind;
  readonly topic: string;
  readonly direction: TrainingDirection;
  readonly itemPath: ItemPath;
  readonly source: SourceSpan;
  /** 场次; null when the text gives no number. */
  readonly sessions: number | null;
  /** 人次; null when the text gives no number. */
  readonly attendances: number | null;
  /** 学时; null when the text gives no number. */
  readonly hours: number | null;
}

export interface StatedFigure {
  /** Plain number; money in yuan, rates in percent. */
  readonly value: number;
  /** True behind 余、多、近、约、超过: the text does not claim an exact figure. */
  readonly approximate: boolean;
  /** Empty for a total of the whole notice; a measure's path where the figure is that measure's own. */
  readonly itemPath: ItemPath;
  readonly source: SourceSpan;
}

export const STATED_FIGURES = [
  'reportedAreaCount',
  'reportedItemCount',
  'measureCount',
  'completedItemCount',
  'ongoingItemCount',
  'longTermItemCount',
  'completionRate',
  'documentCount',
  'establishedDocumentCount',
  'revisedDocumentCount',
  'repealedDocumentCount',
  'recoveredAmount',
  'disciplinaryActionCount',
  'organizationalHandlingCount',
  'talksCount',
  'trainingSessionCount',
  'trainingAttendanceCount',
] as const;
export type StatedFigureName = (typeof STATED_FIGURES)[number];
/** Totals that the text itself claims, kept apart from what was counted in it; null when unsaid. */
export type NoticeStated = Readonly<Record<StatedFigureName, StatedFigure | null>>;

export const CONTACT_KINDS = ['PHONE', 'FAX', 'EMAIL', 'ADDRESS', 'POSTCODE'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export interface NoticeContact {
  readonly kind: ContactKind;
  readonly value: string;
  readonly source: SourceSpan;
}

export interface NoticeWarning {
  /** "中文 / English". */
  readonly message: string;
  /** 1-based line of the text that was handed in. */
  readonly line: number;
}

/** Numbered or tabled text that is in no entry of the ledger. */
export interface NoticeDropped extends NoticeWords {
  /** 1-based line of the text that was handed in. */
  readonly line: number;
  readonly reason: DropReason;
  /** The reason as "中文 / English". */
  readonly message: string;
}
export const DROP_REASONS = [
  'ORGANIZATION',
  'PLAN',
  'OTHER_CHAPTER',
  'TOTAL_ROW',
  'UNKNOWN_COLUMN',
  'OTHER_TABLE',
  'BESIDE_FINDINGS',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

export interface ParsedNotice {
  readonly round: NoticeRound;
  readonly areas: readonly NoticeArea[];
  readonly documents: readonly NoticeDocument[];
  readonly works: readonly NamedWork[];
  readonly trainings: readonly NoticeTraining[];
  readonly stated: NoticeStated;
  readonly contacts: readonly NoticeContact[];
  /** What was left out, in the order of the text; nothing is dropped silently. */
  readonly dropped: readonly NoticeDropped[];
  readonly warnings: readonly NoticeWarning[];
}
