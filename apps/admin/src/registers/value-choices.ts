import type { RegisterFieldKind } from '@taizhang/registers/rules';
import { useQuery } from 'urql';
import type { Choice } from '../form/choice-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { documentChoicesQuery, entryChoicesQuery, itemChoicesQuery } from './registers.queries.ts';

/** The records that a field of a kind can name. */
export function useNamedChoices(kind: RegisterFieldKind): Choice[] {
  const { people, units } = useRecordChoices();
  const [documents] = useQuery({ query: documentChoicesQuery, pause: kind !== 'DOCUMENT' });
  const [items] = useQuery({ query: itemChoicesQuery, pause: kind !== 'ITEM' });
  switch (kind) {
    case 'PERSON':
      return people;
    case 'ORGANIZATION':
      return units;
    case 'DOCUMENT':
      return (documents.data?.institutionalDocuments?.nodes ?? []).map(({ id, title }) => ({
        value: id,
        label: title,
      }));
    default:
      return (items.data?.rectificationItems?.nodes ?? []).map(({ id, code, title }) => ({
        value: id,
        label: `${code} ${title}`,
      }));
  }
}

/** The newest entries of another register. */
export function useEntryChoices(key: string): Choice[] {
  const [{ data }] = useQuery({ query: entryChoicesQuery, variables: { key } });
  const entries = data?.registers?.nodes[0]?.entries?.nodes ?? [];
  return entries.map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` }));
}
