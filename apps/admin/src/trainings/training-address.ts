import type {
  TrainingDirection,
  TrainingKind,
  TrainingStatus,
  VariablesOf,
} from '@taizhang/client';
import { termValues } from '@taizhang/client/terms';
import type { TableSort } from '@taizhang/ui';
import { readChoices, readDay, readSort, writeSort } from '../lists/address-values.ts';
import type { trainingsPageQuery } from './trainings-page.query.ts';

type Variables = VariablesOf<typeof trainingsPageQuery>;
type Filter = NonNullable<Variables['filter']>;
type Order = NonNullable<Variables['orderBy']>;

/** The query keys of `/admin/trainings`. */
export const TRAINING_FILTER_PARAMS = [
  'round',
  'item',
  'unit',
  'kind',
  'direction',
  'status',
  'heldFrom',
  'heldTo',
  'undated',
] as const;

export function trainingFilter(params: URLSearchParams): Filter {
  const filter: Filter = {};
  const kind = readChoices<TrainingKind>(params, 'kind', termValues('TrainingKind'));
  const status = readChoices<TrainingStatus>(params, 'status', termValues('TrainingStatus'));
  const [direction] = readChoices<TrainingDirection>(
    params,
    'direction',
    termValues('TrainingDirection'),
  );
  if (params.get('round')) filter.roundId = [params.get('round')!];
  if (params.get('item')) filter.itemId = [params.get('item')!];
  if (params.get('unit')) filter.responsibleUnitId = [params.get('unit')!];
  if (kind.length > 0) filter.kind = kind;
  if (status.length > 0) filter.status = status;
  if (direction) filter.direction = [direction];
  for (const key of ['heldFrom', 'heldTo'] as const) {
    const day = readDay(params, key);
    if (day) filter[key] = day;
  }
  if (params.get('undated') === 'true') filter.undated = true;
  if (params.get('text')) filter.text = params.get('text');
  return filter;
}

const SORT_FIELDS: Record<string, Order['field']> = {
  heldOn: 'HELD_ON',
  topic: 'TOPIC',
  updatedAt: 'UPDATED_AT',
};
const NEWEST_FIRST: TableSort = { key: 'heldOn', descending: true };

export const trainingSort = (params: URLSearchParams): TableSort =>
  readSort(params, Object.keys(SORT_FIELDS), NEWEST_FIRST);

export const trainingSortParam = (sort: TableSort): string | null => writeSort(sort, NEWEST_FIRST);

export function trainingOrder(sort: TableSort): Order {
  return { field: SORT_FIELDS[sort.key] ?? 'HELD_ON', direction: sort.descending ? 'DESC' : 'ASC' };
}
