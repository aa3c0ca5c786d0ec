import { termValues } from '@taizhang/client/terms';
import { useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { useRecordChoices } from '../form/record-choices.ts';
import { FilterBar } from '../lists/filter-bar.tsx';
import { FilterDates } from '../lists/filter-dates.tsx';
import { FilterSelect } from '../lists/filter-select.tsx';
import type { ListAddress } from '../lists/use-list-address.ts';
import { DOCUMENT_FILTER_PARAMS } from './document-address.ts';

export function DocumentFilters({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const { units } = useRecordChoices();
  const choices = (kind: 'DocumentStatus' | 'DocumentActionKind') =>
    termValues(kind).map((value) => ({ value, label: term(kind, value) }));
  return (
    <FilterBar
      address={address}
      searchPlaceholder={t('documents.searchPlaceholder')}
      filterParams={DOCUMENT_FILTER_PARAMS}
    >
      <FilterSelect
        address={address}
        param="status"
        label={t('documents.filter.status')}
        choices={choices('DocumentStatus')}
        multiple
      />
      <FilterSelect
        address={address}
        param="action"
        label={t('documents.filter.action')}
        choices={choices('DocumentActionKind')}
        multiple
      />
      <FilterSelect
        address={address}
        param="unit"
        label={t('documents.filter.unit')}
        choices={units}
      />
      <FilterDates
        address={address}
        fromParam="actedFrom"
        toParam="actedTo"
        fromLabel={t('documents.filter.from')}
        toLabel={t('documents.filter.to')}
      />
    </FilterBar>
  );
}
