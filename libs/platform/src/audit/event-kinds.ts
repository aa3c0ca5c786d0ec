import type { EventKind } from '../database/generated/client/enums.ts';

/** Event types that tell of no change. All others do: a type forgotten here is kept for ever. */
const KINDS: Readonly<Record<string, EventKind>> = {
  SIGNED_IN: 'SIGN_IN',
  SIGN_IN_REFUSED: 'SIGN_IN',
  ACCOUNT_LOCKED: 'SIGN_IN',
  SIGNED_OUT: 'SIGN_IN',
  API_CLIENT_REFUSED: 'SIGN_IN',
  FILE_DOWNLOADED: 'READ',
  AUDIT_LOG_OPENED: 'READ',
  EXPORTED: 'EXPORT',
};

/** What an event of this type tells of. */
export const kindOf = (type: string): EventKind => KINDS[type] ?? 'CHANGE';
