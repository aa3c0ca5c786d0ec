import { NotFoundError } from '../errors/domain-errors.ts';

const RECORD_ID = /^([A-Za-z]+)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
/** Events are numbered. */
const EVENT_ID = /^(Event)_([1-9]\d{0,17})$/;

/** The id that the API shows for a record: its type and its key, safe in a URL. */
export const encodeRecordId = (type: string, key: string) => `${type}_${key}`;

/** Takes an API id apart. A text that is none reads as a type that does not exist, so nothing is found. */
export function decodeRecordId(id: string): { typename: string; id: string } {
  const parts = RECORD_ID.exec(id) ?? EVENT_ID.exec(id);
  return { typename: parts?.[1] ?? 'Nothing', id: parts?.[2] ?? '' };
}

/** The key of a record of the given type. @throws NotFoundError when the id is of another type or none. */
export function keyOf(type: string, id: string): string {
  const decoded = decodeRecordId(id);
  if (decoded.typename !== type) throw new NotFoundError(type);
  return decoded.id;
}

/** No record has this key. */
const NO_KEY = '00000000-0000-0000-0000-000000000000';

/** The key that a filter's id names; an id of another type or none matches nothing rather than failing. */
export function filterKey(type: string, id: string): string {
  const decoded = decodeRecordId(id);
  return decoded.typename === type ? decoded.id : NO_KEY;
}
