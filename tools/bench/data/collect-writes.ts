import { ACCESS_EVENTS } from '@taizhang/access/rules';
import { DOCUMENT_EVENTS } from '@taizhang/documents/rules';
import { FILE_EVENTS } from '@taizhang/files/rules';
import type { LedgerModel } from '@taizhang/platform';
import type { Write } from '@taizhang/platform/bulk';
import type { EventDefinition } from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS } from '@taizhang/rectification/rules';
import { TRAINING_EVENTS } from '@taizhang/trainings/rules';
import type { Row } from './rows.type.ts';

/** What tells of the making of each kind of row. */
const MADE = {
  Organization: ACCESS_EVENTS.ORGANIZATION_ADDED,
  Person: ACCESS_EVENTS.PERSON_ADDED,
  RoleAssignment: ACCESS_EVENTS.ROLE_GRANTED,
  InspectionRound: RECTIFICATION_EVENTS.ROUND_ADDED,
  LeadingGroupMember: RECTIFICATION_EVENTS.LEADING_GROUP_MEMBER_ADDED,
  RectificationPlan: RECTIFICATION_EVENTS.PLAN_DRAFTED,
  FindingArea: RECTIFICATION_EVENTS.AREA_ADDED,
  RectificationItem: RECTIFICATION_EVENTS.ITEM_REGISTERED,
  FindingManifestation: RECTIFICATION_EVENTS.MANIFESTATION_ADDED,
  Milestone: RECTIFICATION_EVENTS.MILESTONE_ADDED,
  CorrectiveMeasure: RECTIFICATION_EVENTS.MEASURE_ADDED,
  Evidence: RECTIFICATION_EVENTS.EVIDENCE_ATTACHED,
  ExtensionRequest: RECTIFICATION_EVENTS.EXTENSION_REQUESTED,
  Supervision: RECTIFICATION_EVENTS.SUPERVISION_RECORDED,
  StoredFile: FILE_EVENTS.FILE_STORED,
  InstitutionalDocument: DOCUMENT_EVENTS.DOCUMENT_ADDED,
  DocumentVersion: DOCUMENT_EVENTS.DOCUMENT_VERSION_ADDED,
  DocumentAction: DOCUMENT_EVENTS.DOCUMENT_ACTION_RECORDED,
  Training: TRAINING_EVENTS.TRAINING_PLANNED,
  TrainingSession: TRAINING_EVENTS.TRAINING_SESSION_ADDED,
  TrainingAttendance: TRAINING_EVENTS.TRAINING_ATTENDANCE_ADDED,
} satisfies Partial<{ [Model in LedgerModel]: EventDefinition<Model> }>;

/** The tables that are filled. */
export type Table = keyof typeof MADE;

/** When, by whom and why a row was changed. */
interface Changed {
  at: string;
  by: { personId: string; name: string };
  reason?: string | null;
}

/** Collects what the generator makes and changes, load by load. */
export interface Writes {
  /** The moment of what is made from now on. */
  setMoment: (at: string) => void;
  add: (table: Table, row: Row) => void;
  change: (event: EventDefinition, id: string, columns: Row, changed: Changed) => void;
  count: () => number;
  /** Everything collected since the last call. */
  take: () => Write[];
}

export function collectWrites(): Writes {
  let writes: Write[] = [];
  let made = { now: new Date(0), caller: null };
  return {
    setMoment: (at) => void (made = { now: new Date(at), caller: null }),
    add: (table, given) =>
      void writes.push({ operation: 'CREATE', event: MADE[table], told: made, given }),
    change: (event, id, given, { at, by: caller, reason }) =>
      void writes.push({
        operation: 'CHANGE',
        event,
        id,
        given,
        told: { now: new Date(at), caller, reason },
      }),
    count: () => writes.length,
    take: () => {
      const taken = writes;
      writes = [];
      return taken;
    },
  };
}
