import { GraphQLError } from 'graphql';
import type { Place } from '../entries/find-entries.ts';

const PLACE = /^(\d(?:\.\d{1,12})?(?:e-\d{1,2})?):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A hit's place in the order, as a cursor. */
export const writeCursor = ({ rank, recordId }: Place): string =>
  Buffer.from(`${rank}:${recordId}`).toString('base64url');

/** Reads a cursor. @throws GraphQLError when it is none. */
export function readCursor(cursor: string | null | undefined): Place | null {
  if (cursor === null || cursor === undefined) return null;
  const parts = PLACE.exec(Buffer.from(cursor, 'base64url').toString());
  if (parts) return { rank: parts[1]!, recordId: parts[2]! };
  throw new GraphQLError(`Invalid cursor: ${cursor.slice(0, 100)}`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
