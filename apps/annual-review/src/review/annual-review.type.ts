import type { ItemStatus, MeasureStatus } from '@taizhang/rectification/rules';

/** ISO 8601 day, yyyy-mm-dd. */
export type IsoDate = string;

export type Provenance = 'ENTERED' | 'NOTICE' | 'DEMO';

export type { ItemStatus, MeasureStatus };

export type RectificationType = 'IMMEDIATE' | 'TIME_BOUND' | 'LONG_TERM';

export type DocumentActionKind =
  'REVISE' | 'ESTABLISH' | 'DRAFT' | 'ISSUE' | 'REPEAL' | 'BEGIN_REVISION' | 'MENTION';

export type TrainingKind =
  | 'TRAINING'
  | 'LECTURE'
  | 'SYMPOSIUM'
  | 'MEETING'
  | 'FIRST_AGENDA_STUDY'
  | 'CENTRAL_GROUP_STUDY'
  | 'HEART_TO_HEART_TALK'
  | 'FIELD_RESEARCH'
  | 'VISIT';

export type TrainingDirection = 'HELD' | 'ATTENDED';
export type LeadingGroupPost = 'HEAD' | 'DEPUTY_HEAD' | 'MEMBER';
export type ContactKind = 'PHONE' | 'FAX' | 'EMAIL' | 'ADDRESS' | 'POSTCODE';

export interface ReviewOrganization {
  readonly code: string;
  readonly name: string;
}

export interface ReviewMeasure {
  readonly ordinal: number;
  readonly text: string;
  readonly status: MeasureStatus;
}

export interface ReviewItem {
  readonly id: string;
  readonly code: string;
  readonly ordinal: number;
  readonly title: string;
  readonly type: RectificationType | null;
  /** What else it says of itself, by the names that the contract has for its fields; null where it says nothing. */
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
  /** As the hub holds it when it is read; what the year's figures make of it is `itemOutcome`. */
  readonly status: ItemStatus;
  readonly dueOn: IsoDate | null;
  /** The first due date, kept when an extension was granted. */
  readonly firstDueOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  readonly reviewOn: IsoDate | null;
  readonly responsibleUnit: string | null;
  readonly leadLeader: string | null;
  /** Pieces of evidence that somebody else has accepted. */
  readonly acceptedEvidenceCount: number;
  readonly measures: readonly ReviewMeasure[];
  readonly provenance: Provenance;
}

export interface ReviewArea {
  readonly ordinal: number;
  readonly title: string;
  readonly items: readonly ReviewItem[];
}

export interface ReviewContact {
  readonly kind: ContactKind;
  readonly value: string;
}

export interface ReviewRound {
  readonly id: string;
  readonly code: string;
  readonly kind: 'INSPECTION' | 'AUDIT';
  readonly title: string;
  readonly inspectedOrganization: ReviewOrganization;
  readonly inspectionTeam: string | null;
  readonly inspectedFrom: IsoDate | null;
  readonly inspectedTo: IsoDate | null;
  readonly feedbackOn: IsoDate | null;
  readonly leadingGroup: readonly {
    readonly post: LeadingGroupPost;
    readonly name: string;
    readonly position: string | null;
  }[];
  readonly plans: readonly {
    readonly title: string;
    readonly isApproved: boolean;
    readonly approvedOn: IsoDate | null;
  }[];
  readonly contacts: readonly ReviewContact[];
  readonly areas: readonly ReviewArea[];
  readonly provenance: Provenance;
}

/** What was done with one document in the year; the same thing done for several items is one row. */
export interface ReviewDocumentAction {
  readonly action: DocumentActionKind;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuedOn: IsoDate | null;
  /** Day of the action; null where the source gives none. */
  readonly actedOn: IsoDate | null;
  readonly itemCodes: readonly string[];
  readonly responsibleUnit: string | null;
  readonly provenance: Provenance;
}

export interface ReviewTraining {
  readonly kind: TrainingKind;
  readonly direction: TrainingDirection;
  readonly topic: string;
  readonly heldOn: IsoDate | null;
  readonly sessionCount: number;
  /** 人次 and 学时; null where nobody recorded them. */
  readonly attendanceCount: number | null;
  readonly hours: number | null;
  readonly itemCode: string | null;
  readonly responsibleUnit: string | null;
  readonly provenance: Provenance;
}

/** Everything a year's review says, read from the hub once and never changed afterwards. */
export interface AnnualReview {
  readonly schema: 'taizhang.annual-review/1';
  readonly year: number;
  /** The day the figures stand for: 31 December, or the day of reading while the year still runs. */
  readonly asOf: IsoDate;
  readonly readOn: IsoDate;
  /** The organization asked for; null when the whole visible ledger was. */
  readonly organization: ReviewOrganization | null;
  readonly rounds: readonly ReviewRound[];
  readonly documents: readonly ReviewDocumentAction[];
  readonly trainings: readonly ReviewTraining[];
  /** True when any record is demonstration data; every output then says so. */
  readonly isDemo: boolean;
}
