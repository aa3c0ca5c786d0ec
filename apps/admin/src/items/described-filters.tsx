import { fieldConditions } from '@taizhang/platform/rules';
import {
  FILTERED_FIELDS,
  itemFilterKey,
  type ItemFilterField,
} from '@taizhang/rectification/rules';
import { useLanguage, useTerm, type TermKind } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '../lists/filter-select.tsx';
import type { ListAddress } from '../lists/use-list-address.ts';

/** What one chooses from a list: a field's words, yes or no, and whether a sum is stated. Texts are found by the search. */
const CHOSEN = fieldConditions(FILTERED_FIELDS).filter(
  ({ kind, field }) =>
    kind === 'ONE_OF' || kind === 'IS' || (kind === 'HAS' && field.kind === 'MONEY'),
);

/** The filters that follow from the descriptions of an item's fields. */
export function DescribedFilters({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const term = useTerm();
  return CHOSEN.map(({ name, kind, field }) => (
    <FilterSelect
      key={name}
      address={address}
      param={itemFilterKey(name as ItemFilterField)}
      label={pick(field.label)}
      choices={
        field.kind === 'CHOICE'
          ? field.values.map((value) => ({
              value,
              label: term(field.term as TermKind, value),
            }))
          : [
              { value: 'true', label: t(kind === 'HAS' ? 'items.filter.stated' : 'common.yes') },
              { value: 'false', label: t(kind === 'HAS' ? 'items.filter.unstated' : 'common.no') },
            ]
      }
    />
  ));
}
