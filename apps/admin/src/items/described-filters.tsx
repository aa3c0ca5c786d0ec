import { fieldConditions, type FieldCondition } from '@taizhang/platform/rules';
import {
  FILTERED_FIELDS,
  itemFilterKey,
  type ItemFilterField,
} from '@taizhang/rectification/rules';
import type { TermKind } from '@taizhang/client/terms';
import { useLanguage, useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '../lists/filter-select.tsx';
import { FilterMoney, FilterText } from '../lists/filter-text.tsx';
import type { ListAddress } from '../lists/use-list-address.ts';

/** All but whether a text or word is said at all: links ask that, a bar of controls would grow by half. */
const OFFERED = fieldConditions(FILTERED_FIELDS).filter(
  ({ kind, field }) => kind !== 'HAS' || field.kind === 'MONEY',
);

/** The filters that follow from the descriptions of an item's fields. */
export function DescribedFilters({ address }: { address: ListAddress }) {
  return OFFERED.map((condition) => (
    <DescribedFilter key={condition.name} address={address} condition={condition} />
  ));
}

interface DescribedFilterProps {
  address: ListAddress;
  condition: FieldCondition;
}

function DescribedFilter({ address, condition: { name, kind, field } }: DescribedFilterProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const term = useTerm();
  const label = pick(field.label);
  const tied = { address, param: itemFilterKey(name as ItemFilterField), label };
  if (kind === 'CONTAINS') return <FilterText {...tied} />;
  if (kind === 'FROM' || kind === 'TO') {
    const end = t(kind === 'FROM' ? 'items.filter.from' : 'items.filter.to', { field: label });
    return <FilterMoney {...tied} label={end} />;
  }
  const choices =
    field.kind === 'CHOICE'
      ? field.values.map((value) => ({ value, label: term(field.term as TermKind, value) }))
      : [
          { value: 'true', label: t(kind === 'HAS' ? 'items.filter.stated' : 'common.yes') },
          { value: 'false', label: t(kind === 'HAS' ? 'items.filter.unstated' : 'common.no') },
        ];
  return <FilterSelect {...tied} choices={choices} />;
}
