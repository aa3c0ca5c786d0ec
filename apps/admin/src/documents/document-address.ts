import type { DocumentActionKind, DocumentStatus, VariablesOf } from '@taizhang/client';
import { termValues } from '@taizhang/client/terms';
import type { TableSort } from '@taizhang/ui';
import { readChoices, readDay, readSort, writeSort } from '../lists/address-values.ts';
import type { documentsPageQuery } from './documents-page.query.ts';

type Variables = VariablesOf<typeof documentsPageQuery>;
type Filter = NonNullable<Variables['filter']>;
type Order = NonNullable<Variables['orderBy']>;

/** The query keys of `/admin/documents`. */
export const DOCUMENT_FILTER_PARAMS = [
  'round',
  'item',
  'unit',
  'status',
  'action',
  'actedFrom',
  'actedTo',
  'undated',
] as const;

export function documentFilter(params: URLSearchParams): Filter {
  const filter: Filter = {};
  const status = readChoices<DocumentStatus>(params, 'status', termValues('DocumentStatus'));
  const action = readChoices<DocumentActionKind>(
    params,
    'action',
    termValues('DocumentActionKind'),
  );
  if (params.get('round')) filter.roundId = [params.get('round')!];
  if (params.get('item')) filter.itemId = [params.get('item')!];
  if (params.get('unit')) filter.responsibleUnitId = [params.get('unit')!];
  if (status.length > 0) filter.status = status;
  if (action.length > 0) filter.action = action;
  for (const key of ['actedFrom', 'actedTo'] as const) {
    const day = readDay(params, key);
    if (day) filter[key] = day;
  }
  if (params.get('undated') === 'true') filter.undated = true;
  if (params.get('text')) filter.text = params.get('text');
  return filter;
}

const SORT_FIELDS: Record<string, Order['field']> = {
  title: 'TITLE',
  status: 'STATUS',
  updatedAt: 'UPDATED_AT',
};
const BY_TITLE: TableSort = { key: 'title', descending: false };

export const documentSort = (params: URLSearchParams): TableSort =>
  readSort(params, Object.keys(SORT_FIELDS), BY_TITLE);

export const documentSortParam = (sort: TableSort): string | null => writeSort(sort, BY_TITLE);

export function documentOrder(sort: TableSort): Order {
  return { field: SORT_FIELDS[sort.key] ?? 'TITLE', direction: sort.descending ? 'DESC' : 'ASC' };
}
