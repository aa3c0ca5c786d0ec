import { useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { useRecordChoices } from '../form/record-choices.ts';
import { FilterBar } from '../lists/filter-bar.tsx';
import { FilterDates } from '../lists/filter-dates.tsx';
import { FilterSelect } from '../lists/filter-select.tsx';
import type { ListAddress } from '../lists/use-list-address.ts';
import { AUDIT_FILTER_PARAMS, EVENT_KINDS } from './audit-address.ts';
import { EVENT_WORDS } from './event-catalogue.ts';

export function AuditFilters({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const { people } = useRecordChoices();
  const { pick } = useLanguage();
  return (
    <FilterBar
      address={address}
      searchPlaceholder={t('audit.searchPlaceholder')}
      filterParams={AUDIT_FILTER_PARAMS}
    >
      <FilterSelect
        address={address}
        param="kind"
        label={t('audit.filter.kind')}
        choices={EVENT_KINDS.map((value) => ({ value, label: t(`audit.kinds.${value}`) }))}
      />
      <FilterSelect
        address={address}
        param="type"
        label={t('audit.filter.type')}
        choices={EVENT_WORDS.map(({ type, words }) => ({ value: type, label: pick(words) }))}
      />
      <FilterSelect
        address={address}
        param="actor"
        label={t('audit.filter.actor')}
        choices={people}
      />
      <FilterDates
        address={address}
        fromParam="from"
        toParam="to"
        fromLabel={t('audit.filter.from')}
        toLabel={t('audit.filter.to')}
      />
    </FilterBar>
  );
}
