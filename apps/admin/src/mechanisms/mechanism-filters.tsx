import { termValues, type TermKind } from '@taizhang/client/terms';
import { useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { useRecordChoices } from '../form/record-choices.ts';
import { FilterBar } from '../lists/filter-bar.tsx';
import { FilterSelect } from '../lists/filter-select.tsx';
import type { ListAddress } from '../lists/use-list-address.ts';
import { MECHANISM_FILTER_PARAMS } from './mechanism-address.ts';

export function MechanismFilters({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const { units } = useRecordChoices();
  const choices = (kind: TermKind) =>
    termValues(kind).map((value) => ({ value, label: term(kind, value) }));
  return (
    <FilterBar
      address={address}
      searchPlaceholder={t('mechanisms.searchPlaceholder')}
      filterParams={MECHANISM_FILTER_PARAMS}
    >
      <FilterSelect
        address={address}
        param="status"
        label={t('mechanisms.filter.status')}
        choices={choices('MechanismStatus')}
        multiple
      />
      <FilterSelect
        address={address}
        param="unit"
        label={t('mechanisms.filter.unit')}
        choices={units}
      />
      <FilterSelect
        address={address}
        param="cadence"
        label={t('mechanisms.filter.cadence')}
        choices={choices('MechanismCadence')}
        multiple
      />
      <FilterSelect
        address={address}
        param="missed"
        label={t('mechanisms.filter.missed')}
        choices={[
          { value: 'true', label: t('mechanisms.filter.hasMissed') },
          { value: 'false', label: t('mechanisms.filter.allKept') },
        ]}
      />
    </FilterBar>
  );
}
