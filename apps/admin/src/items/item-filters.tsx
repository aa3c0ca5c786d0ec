import { termValues } from '@taizhang/client/terms';
import { useTerm } from '@taizhang/ui';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useRecordChoices } from '../form/record-choices.ts';
import { FilterBar } from '../lists/filter-bar.tsx';
import { FilterDates } from '../lists/filter-dates.tsx';
import { FilterSelect } from '../lists/filter-select.tsx';
import type { ListAddress } from '../lists/use-list-address.ts';
import { DescribedFilters } from './described-filters.tsx';
import { ledgerChoicesQuery } from './items-page.query.ts';
import { LEDGER_FILTER_PARAMS } from './ledger-address.ts';

export function ItemFilters({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const { units, people } = useRecordChoices();
  const [{ data }] = useQuery({ query: ledgerChoicesQuery });
  const rounds = (data?.inspectionRounds?.edges ?? []).map(({ node }) => node);
  const chosenRound = address.params.get('round');
  const areas = rounds
    .filter(({ id }) => !chosenRound || id === chosenRound)
    .flatMap((round) => round.areas)
    .map(({ id, ordinal, title }) => ({ value: id, label: `${ordinal}. ${title}` }));
  const choices = (kind: 'ItemStatus' | 'RectificationType') =>
    termValues(kind).map((value) => ({ value, label: term(kind, value) }));

  return (
    <FilterBar
      address={address}
      searchPlaceholder={t('items.searchPlaceholder')}
      filterParams={LEDGER_FILTER_PARAMS}
      more={
        <>
          <FilterSelect
            address={address}
            param="round"
            label={t('items.filter.round')}
            choices={rounds.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <FilterSelect
            address={address}
            param="type"
            label={t('items.filter.type')}
            choices={choices('RectificationType')}
          />
          <FilterDates
            address={address}
            fromParam="dueFrom"
            toParam="dueTo"
            fromLabel={t('items.filter.dueFrom')}
            toLabel={t('items.filter.dueTo')}
          />
          <FilterDates
            address={address}
            fromParam="closedFrom"
            toParam="closedTo"
            fromLabel={t('items.filter.closedFrom')}
            toLabel={t('items.filter.closedTo')}
          />
          <DescribedFilters address={address} />
        </>
      }
    >
      <FilterSelect
        address={address}
        param="status"
        label={t('items.filter.status')}
        choices={choices('ItemStatus')}
        multiple
      />
      <FilterSelect address={address} param="area" label={t('items.filter.area')} choices={areas} />
      <FilterSelect address={address} param="unit" label={t('items.filter.unit')} choices={units} />
      <FilterSelect
        address={address}
        param="leader"
        label={t('items.filter.leader')}
        choices={people}
      />
      <Checkbox
        checked={address.params.get('overdue') === 'true'}
        onChange={(event) => address.change({ overdue: event.target.checked ? 'true' : null })}
      >
        {t('items.overdueOnly')}
      </Checkbox>
    </FilterBar>
  );
}
