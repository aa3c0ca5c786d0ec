import { filterKey, type CommandInput } from '@taizhang/platform';
import { RECORD_TYPES } from '../rules/index.ts';

/** The key in an id of any type that a field can name; one of another type, or none, matches nothing. */
export function decodeAnyId(id: string): string {
  const type = Object.values(RECORD_TYPES).find((name) => id.startsWith(`${name}_`));
  return filterKey(type ?? 'Nothing', id);
}

/** An input whose values name records by their keys, of whatever type each field names. */
export const decodeRecordIds = <Input extends CommandInput>(input: Input): Input =>
  Array.isArray(input['values'])
    ? {
        ...input,
        values: input['values'].map((value: { recordId?: string | null }) =>
          value.recordId ? { ...value, recordId: decodeAnyId(value.recordId) } : value,
        ),
      }
    : input;
