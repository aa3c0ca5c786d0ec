import type {
  DocumentActionKind,
  DocumentStatus,
  RectificationType,
  TrainingKind,
} from '@taizhang/platform';
import type { OrganizationKey, PersonKey } from './organizations-and-people.ts';

/** A day, ISO 8601. */
export type Day = `20${number}-${number}-${number}`;

/** A measure within its round: item path and ordinal, such as 1.2/4. */
export type MeasureRef = `${number}.${number}/${number}`;

/** An inspection round as it is written down here; the rows are built from it. */
export interface DemoRound {
  code: string;
  title: string;
  organization: OrganizationKey;
  team: string;
  inspectedFrom: Day;
  inspectedTo: Day;
  feedbackOn: Day;
  intensivePeriodEndsOn: Day;
  /** What is fact and what is invented, of the round itself and of each record in it. */
  notes: { round: string; records: string };
  firstResponsible: PersonKey;
  /** Writes the measures into the plan, accepts them, and hands items in. */
  partyAffairs: PersonKey;
  leadingGroup: { person: PersonKey; post: 'HEAD' | 'DEPUTY_HEAD' | 'MEMBER' }[];
  plan: { title: string; draftedOn: Day; approvedOn: Day };
  areas: DemoArea[];
  documents: DemoDocument[];
  trainings: DemoTraining[];
  evidence: DemoEvidence[];
  extensions: DemoExtension[];
  supervisions: DemoSupervision[];
  lookBacks: DemoLookBack[];
  surveys: DemoSurvey[];
  evaluations: DemoEvaluation[];
}

export interface DemoArea {
  title: string;
  items: DemoItem[];
}

export interface DemoItem {
  title: string;
  type: RectificationType;
  leader: PersonKey;
  unit: OrganizationKey;
  supporting: OrganizationKey[];
  /** The first due date; a granted extension moves the stored one. */
  dueOn: Day;
  reviewOn?: Day;
  manifestations: string[];
  milestones?: { title: string; dueOn: Day; reachedOn?: Day }[];
  /** The day on which the units wrote the measures down. */
  measuresAddedOn: Day;
  measuresApprovedOn: Day;
  /** Everything that happened to the item, in order; its status is where this ends. */
  history: [on: Day, type: ItemEventType, actor: PersonKey, reason?: string][];
  measures: DemoMeasure[];
}

export type ItemEventType =
  | 'ITEM_REGISTERED'
  | 'ITEM_ASSIGNED'
  | 'ITEM_PLANNED'
  | 'ITEM_STARTED'
  | 'ITEM_SUBMITTED'
  | 'ITEM_SIGNED'
  | 'ITEM_VERIFICATION_STARTED'
  | 'ITEM_RETURNED'
  | 'ITEM_CLOSED'
  | 'ITEM_HELD_LONG_TERM'
  | 'ITEM_REOPENED';

export interface DemoMeasure {
  text: string;
  unit: OrganizationKey;
  dueOn: Day;
  /** Its status is how far these days go. */
  days: [startedOn?: Day, submittedOn?: Day, acceptedOn?: Day];
  /** A submission before `days[1]` that was sent back; the work began again on `resumedOn`. */
  returned?: { submittedOn: Day; returnedOn: Day; resumedOn?: Day; reason: string };
  progress?: string;
}

export interface DemoDocument {
  /** As it stands between 《 and 》. */
  title: string;
  unit: OrganizationKey;
  status: DocumentStatus | null;
  /** True while the notice alone says so: number and file are not there. */
  reported?: true;
  actions: { action: DocumentActionKind; on: Day; measure?: MeasureRef }[];
  versions?: DemoDocumentVersion[];
}

export interface DemoDocumentVersion {
  addedOn: Day;
  documentNumber: string;
  issuedOn: Day;
  effectiveOn: Day;
  summary: string;
  text: string;
}

export interface DemoTraining {
  kind: TrainingKind;
  topic: string;
  unit: OrganizationKey;
  measure: MeasureRef;
  status: 'PLANNED' | 'RECORDED' | 'VERIFIED';
  attended?: true;
  sessions: DemoSession[];
}

export interface DemoSession {
  on: Day;
  location: string;
  hours: number;
  /** Null while the session is still to come. */
  attendances: number | null;
  /** Who came, as far as it is written down: people by name of post, units by number of heads. */
  people?: PersonKey[];
  units?: Partial<Record<OrganizationKey, number>>;
}

export interface DemoEvidence {
  measure: MeasureRef;
  fileName: string;
  description: string;
  text: string;
  /** When unsaid: handed in with the measure and accepted with it. */
  uploadedOn?: Day;
  decidedOn?: Day;
  rejection?: string;
}

export interface DemoExtension {
  item: string;
  requestedBy: PersonKey;
  requestedOn: Day;
  requestedDueOn: Day;
  reason: string;
  /** When unsaid: nobody has decided yet. */
  decision?: { by: PersonKey; on: Day; granted: boolean; reason: string };
}

export interface DemoSupervision {
  item: string;
  kind: 'SUPERVISION' | 'REMINDER';
  on: Day;
  by: PersonKey;
  note: string;
  answer?: { by: PersonKey; on: Day; text: string };
}

/** A look-back review all of whose samples passed on one day. */
export interface DemoLookBack {
  title: string;
  seed: string;
  sampleSize: number;
  drawnOn: Day;
  drawnBy: PersonKey;
  passedOn: Day;
  /** Never who closed the items. */
  reviewedBy: PersonKey;
  note: string;
}

export interface DemoSurvey {
  title: string;
  heldOn: Day;
  recordedBy: PersonKey;
  asked: number;
  satisfied: number;
  basicallySatisfied: number;
  dissatisfied: number;
}

export interface DemoScorecard {
  organization: OrganizationKey;
  title: string;
  addedOn: Day;
  addedBy: PersonKey;
  /** The weights sum to 100. */
  criteria: { name: string; weight: number }[];
}

export interface DemoEvaluation {
  scorecard: DemoScorecard;
  evaluatedOn: Day;
  evaluatedBy: PersonKey;
  confirmedOn: Day;
  /** Never who scored it. */
  confirmedBy: PersonKey;
  /** One a criterion, in their order. */
  scores: { score: number; comment?: string }[];
  conclusion: string;
}
