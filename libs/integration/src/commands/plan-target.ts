import type { NoticeChange } from '../rules/index.ts';
import type { NamedDocuments, StoredRow } from './load-ledger.ts';
import type { LoadedItem } from './stored-fields.ts';

/** Where the steps go. */
export interface Target {
  roundId: string;
  roundCode: string;
  organizationId: string;
  /** Areas, items and measures by their path; grows as a plan makes new ones. */
  rows: Map<string, StoredRow>;
  documents: NamedDocuments;
  /** Items that are stored, by their path. */
  items: ReadonlyMap<string, LoadedItem>;
}

/** The path of an entry, as maps hold it. */
export const pathKey = (path: readonly number[]) => path.join('.');

/** Where an entry stands in the text of its notice. */
export const spanColumns = ({ source }: NoticeChange) => ({
  sourceStart: source?.start ?? null,
  sourceEnd: source?.end ?? null,
});
