import type { Table } from './collect-writes.ts';

/** A row by column name, as JSON carries it. */
export type Row = Record<string, unknown>;

/** Takes one row for a table. */
export type AddRow = (table: Table, row: Row) => void;

export interface Bureau {
  id: string;
  code: string;
  name: string;
  units: { id: string; name: string; people: string[] }[];
  /** Party secretary first; they lead items. */
  leaders: string[];
  /** Documents of the round: its later items come back to them. */
  documents: string[];
  /** How many there are of all rounds. */
  documentCount: number;
}

/** The people and places that the ledger's rows name. */
export interface Places {
  bureaus: Bureau[];
  /** People of the inspection office: they register, verify and close. */
  inspectors: string[];
  authorOf: (personId: string) => { personId: string; name: string };
}

/** An item as what hangs on it needs to know it. */
export interface ItemFacts {
  id: string;
  code: string;
  status: string;
  bureau: Bureau;
  leaderId: string;
  unit: Bureau['units'][number];
  /** The day of the feedback. */
  from: string;
  dueOn: string;
  closedOn: string | null;
}
