import { termValues, type TermKind } from '@taizhang/client/terms';
import { useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { useRecordChoices } from '../form/record-choices.ts';
import { FilterBar } from '../lists/filter-bar.tsx';
import { FilterDates } from '../lists/filter-dates.tsx';
import { FilterSelect } from '../lists/filter-select.tsx';
import type { ListAddress } from '../lists/use-list-address.ts';
import { TRAINING_FILTER_PARAMS } from './training-address.ts';

export function TrainingFilters({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const { units } = useRecordChoices();
  const choices = (kind: TermKind) =>
    termValues(kind).map((value) => ({ value, label: term(kind, value) }));
  return (
    <FilterBar
      address={address}
      searchPlaceholder={t('trainings.searchPlaceholder')}
      filterParams={TRAINING_FILTER_PARAMS}
    >
      <FilterSelect
        address={address}
        param="kind"
        label={t('trainings.filter.kind')}
        choices={choices('TrainingKind')}
        multiple
      />
      <FilterSelect
        address={address}
        param="direction"
        label={t('trainings.filter.direction')}
        choices={choices('TrainingDirection')}
      />
      <FilterSelect
        address={address}
        param="status"
        label={t('trainings.filter.status')}
        choices={choices('TrainingStatus')}
        multiple
      />
      <FilterSelect
        address={address}
        param="unit"
        label={t('trainings.filter.unit')}
        choices={units}
      />
      <FilterDates
        address={address}
        fromParam="heldFrom"
        toParam="heldTo"
        fromLabel={t('trainings.filter.from')}
        toLabel={t('trainings.filter.to')}
      />
    </FilterBar>
  );
}
