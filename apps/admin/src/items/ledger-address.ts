import type { ItemStatus, RectificationType, VariablesOf } from '@taizhang/client';
import { termValues, type TableSort } from '@taizhang/ui';
import { readChoices, readDay, readSort, writeSort } from '../lists/address-values.ts';
import type { itemsPageQuery } from './items-page.query.ts';

type Variables = VariablesOf<typeof itemsPageQuery>;
type Filter = NonNullable<Variables['filter']>;
type Order = NonNullable<Variables['orderBy']>;

/** The query keys of `/admin/items` that narrow the ledger; the dashboard's numbers link with them. */
export const LEDGER_FILTER_PARAMS = [
  'round',
  'area',
  'unit',
  'leader',
  'status',
  'type',
  'overdue',
  'dueFrom',
  'dueTo',
  'closedFrom',
  'closedTo',
] as const;

/** The rows that an address asks for. A value that the ledger does not know is left out. */
export function ledgerFilter(params: URLSearchParams): Filter {
  const filter: Filter = {};
  const status = readChoices<ItemStatus>(params, 'status', termValues('ItemStatus'));
  const [type] = readChoices<RectificationType>(params, 'type', termValues('RectificationType'));
  const overdue = params.get('overdue');
  if (params.get('round')) filter.roundId = [params.get('round')!];
  if (params.get('area')) filter.areaId = [params.get('area')!];
  if (params.get('unit')) filter.responsibleUnitId = [params.get('unit')!];
  if (params.get('leader')) filter.leadLeaderId = [params.get('leader')!];
  if (status.length > 0) filter.status = status;
  if (type) filter.type = [type];
  if (overdue === 'true' || overdue === 'false') filter.overdue = overdue === 'true';
  for (const key of ['dueFrom', 'dueTo', 'closedFrom', 'closedTo'] as const) {
    const day = readDay(params, key);
    if (day) filter[key] = day;
  }
  if (params.get('text')) filter.text = params.get('text');
  return filter;
}

const SORT_FIELDS: Record<string, Order['field']> = {
  code: 'CODE',
  dueOn: 'DUE_ON',
  status: 'STATUS',
  updatedAt: 'UPDATED_AT',
};

const BY_CODE: TableSort = { key: 'code', descending: false };

/** `sort=dueOn` rises, `sort=-dueOn` falls; by code when unsaid. */
export const ledgerSort = (params: URLSearchParams): TableSort =>
  readSort(params, Object.keys(SORT_FIELDS), BY_CODE);

export const ledgerSortParam = (sort: TableSort): string | null => writeSort(sort, BY_CODE);

export function ledgerOrder(sort: TableSort): Order {
  return { field: SORT_FIELDS[sort.key] ?? 'CODE', direction: sort.descending ? 'DESC' : 'ASC' };
}
