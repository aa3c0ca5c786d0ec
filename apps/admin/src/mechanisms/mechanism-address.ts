import type { MechanismCadence, MechanismStatus, VariablesOf } from '@taizhang/client';
import { termValues } from '@taizhang/client/terms';
import type { TableSort } from '@taizhang/ui';
import { readChoices, readSort, writeSort } from '../lists/address-values.ts';
import type { mechanismsPageQuery } from './mechanisms-page.query.ts';

type Variables = VariablesOf<typeof mechanismsPageQuery>;
type Filter = NonNullable<Variables['filter']>;
type Order = NonNullable<Variables['orderBy']>;

/** The query keys of `/admin/mechanisms`. */
export const MECHANISM_FILTER_PARAMS = ['unit', 'status', 'cadence', 'missed', 'item'] as const;

export function mechanismFilter(params: URLSearchParams): Filter {
  const filter: Filter = {};
  const status = readChoices<MechanismStatus>(params, 'status', termValues('MechanismStatus'));
  const cadence = readChoices<MechanismCadence>(params, 'cadence', termValues('MechanismCadence'));
  if (params.get('unit')) filter.responsibleUnitId = [params.get('unit')!];
  if (params.get('item')) filter.itemId = [params.get('item')!];
  if (status.length > 0) filter.status = status;
  if (cadence.length > 0) filter.cadence = cadence;
  if (params.get('missed')) filter.hasMissed = params.get('missed') === 'true';
  if (params.get('text')) filter.text = params.get('text');
  return filter;
}

const SORT_FIELDS: Record<string, Order['field']> = { title: 'TITLE', updatedAt: 'UPDATED_AT' };
const BY_TITLE: TableSort = { key: 'title', descending: false };

export const mechanismSort = (params: URLSearchParams): TableSort =>
  readSort(params, Object.keys(SORT_FIELDS), BY_TITLE);

export const mechanismSortParam = (sort: TableSort): string | null => writeSort(sort, BY_TITLE);

export const mechanismOrder = (sort: TableSort): Order => ({
  field: SORT_FIELDS[sort.key] ?? 'TITLE',
  direction: sort.descending ? 'DESC' : 'ASC',
});
