import type { VariablesOf } from '@taizhang/client';
import { ITEM_FILTER_FIELDS, itemFilterKey } from '@taizhang/rectification/rules';
import type { TableSort } from '@taizhang/ui';
import { readSort, writeSort } from '../lists/address-values.ts';
import type { itemsPageQuery } from './items-page.query.ts';

type Variables = VariablesOf<typeof itemsPageQuery>;
type Order = NonNullable<Variables['orderBy']>;

/** The query keys of `/admin/items` that narrow the ledger, beside its text; the dashboard links with the same. */
export const LEDGER_FILTER_PARAMS = ITEM_FILTER_FIELDS.filter((name) => name !== 'text').map(
  itemFilterKey,
);

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
