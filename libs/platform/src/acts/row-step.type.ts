import type { LedgerModel } from '../changes/ledger-model.ts';
import type { LoggedColumns } from '../changes/stored-form.ts';
import type { EventType } from '../rules/define-events.ts';

/**
 * One row that an act writes. A plan is kept in the database until it is done, so values stand in the log's
 * form. What changes or goes has to be at the version that the plan was made for.
 */
export type RowStep = { event: EventType; subject: LedgerModel } & (
  | { write: 'create'; row: LoggedColumns }
  | { write: 'change'; id: string; version: number; columns: LoggedColumns }
  | { write: 'remove'; id: string; version: number }
);

/** A row that an act left as it is, and why. */
export interface LeftRow {
  subject: LedgerModel;
  id: string;
  /** What the row is called, as far as it has a name. */
  label: string | null;
  /** "中文 / English" */
  reason: string;
}

/** Something that an act was asked for and did not plan to write: the rules of its row forbid it. */
export interface RefusedRow {
  subject: LedgerModel;
  label: string;
  /** "中文 / English" */
  reason: string;
}

/** What came of an act so far. */
export interface ActResult {
  created: number;
  changed: number;
  removed: number;
  left: LeftRow[];
}

/** In whose name an act writes, also after the hub that began it is gone. */
export interface ActAuthor {
  actorKey: string;
  personId: string | null;
  name: string;
  client: { id: string } | null;
  address: string | null;
}

/** What an act keeps of itself until it is finished. */
export interface ActData {
  by: ActAuthor;
  /** The act that it undoes. */
  undoes?: string;
  /** What it did not even plan to do, for its result. */
  refused?: readonly RefusedRow[];
  /** What it still has to do; gone when it is finished. */
  steps?: RowStep[];
}
