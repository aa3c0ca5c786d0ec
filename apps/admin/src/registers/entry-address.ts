import type { VariablesOf } from '@taizhang/client';
import type { RegisterDefinition } from '@taizhang/registers/rules';
import type { registerEntriesQuery } from './registers.queries.ts';

type Variables = VariablesOf<typeof registerEntriesQuery>;
type Filter = NonNullable<Variables['filter']>;

export interface EntrySort {
  key: string;
  descending: boolean;
}

const USUAL: EntrySort = { key: 'NUMBER', descending: true };

/** What the address of a register says of which entries are shown: `stage`, and `f.` with a field's key. */
export function entryFilter(definition: RegisterDefinition, params: URLSearchParams): Filter {
  const title = params.get('text');
  const stages = params.get('stage')?.split(',').filter(Boolean) ?? [];
  const fields = definition.fields.flatMap(({ key }) => {
    const values = params.get(`f.${key}`)?.split(',').filter(Boolean) ?? [];
    return values.length ? [{ field: { key, is: values } }] : [];
  });
  return {
    ...(title && { title }),
    ...(stages.length > 0 && { stage: stages }),
    ...(fields.length > 0 && { and: fields }),
  };
}

export function entrySort(params: URLSearchParams): EntrySort {
  const given = params.get('sort');
  if (!given) return USUAL;
  return { key: given.replace(/^-/, ''), descending: given.startsWith('-') };
}

export const sortParam = ({ key, descending }: EntrySort) => (descending ? `-${key}` : key);

export function entryOrder({ key, descending }: EntrySort): NonNullable<Variables['orderBy']> {
  const direction = descending ? 'DESC' : 'ASC';
  if (key.startsWith('f.')) return { field: 'FIELD', key: key.slice(2), direction };
  return { field: key === 'ENTERED_ON' ? 'ENTERED_ON' : 'NUMBER', direction };
}
