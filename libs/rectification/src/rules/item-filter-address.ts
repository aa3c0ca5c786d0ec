import { ITEM_STATUSES } from './item-life-cycle.ts';
import { RECTIFICATION_TYPES } from './item-fields.ts';

/** How one condition of a filter stands in an address: its key, and its value as text. */
interface Field<Value> {
  key: string;
  /** What a text means; undefined where it is no such value. */
  read: (text: string) => Value | undefined;
  write: (value: Value) => string;
}

const asIs = (value: string) => value;

const id = (key: string): Field<string> => ({
  key,
  read: (text) => text || undefined,
  write: asIs,
});

const words = (key: string): Field<string> => ({
  key,
  read: (text) => (text.trim() ? text : undefined),
  write: asIs,
});

const oneOf = <Value extends string>(key: string, known: readonly Value[]): Field<Value> => ({
  key,
  read: (text) => known.find((value) => value === text),
  write: asIs,
});

/** Some of the known values, separated by commas. */
const someOf = <Value extends string>(key: string, known: readonly Value[]): Field<Value[]> => ({
  key,
  read: (text) => {
    const found = text.split(',').flatMap((part) => known.filter((value) => value === part));
    return found.length ? found : undefined;
  },
  write: (values) => values.join(','),
});

const yesOrNo = (key: string): Field<boolean> => ({
  key,
  read: (text) => ({ true: true, false: false })[text],
  write: String,
});

const day = (key: string): Field<string> => ({ key, read: asDay, write: asIs });

/** A day that there is: 30 February is none. */
function asDay(text: string): string | undefined {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return moment?.getTime() && moment.toISOString().startsWith(text) ? text : undefined;
}

const moment = (key: string): Field<string> => ({
  key,
  read: (text) => (/^\d{4}-\d{2}-\d{2}T/.test(text) && Date.parse(text) ? text : undefined),
  write: asIs,
});

const year = (key: string): Field<number> => ({
  key,
  read: (text) => (/^(19|20|21)\d{2}$/.test(text) ? Number(text) : undefined),
  write: String,
});

/** Every condition of `RectificationItemFilter`, by its name there, in the order that addresses have. */
const FIELDS = {
  roundId: id('round'),
  organizationId: id('organization'),
  year: year('year'),
  status: someOf('status', ITEM_STATUSES),
  areaId: id('area'),
  responsibleUnitId: id('unit'),
  hasResponsibleUnit: yesOrNo('hasUnit'),
  leadLeaderId: id('leader'),
  hasLeadLeader: yesOrNo('hasLeader'),
  type: oneOf('type', RECTIFICATION_TYPES),
  overdue: yesOrNo('overdue'),
  hasAcceptedEvidence: yesOrNo('hasEvidence'),
  hasDueOn: yesOrNo('hasDue'),
  hasType: yesOrNo('hasType'),
  changedSince: moment('changedSince'),
  dueFrom: day('dueFrom'),
  dueTo: day('dueTo'),
  closedFrom: day('closedFrom'),
  closedTo: day('closedTo'),
  text: words('text'),
};

/** The name of a condition in the hub's filter. */
export type ItemFilterField = keyof typeof FIELDS;

/** A filter of items as an address can hold it; {@link itemFilterInput} makes the hub's of it. */
export type ItemFilterAddress = {
  [Name in ItemFilterField]?: (typeof FIELDS)[Name] extends Field<infer Value> ? Value : never;
};

export const ITEM_FILTER_FIELDS = Object.keys(FIELDS) as ItemFilterField[];

/** The query key under which an address holds a condition. */
export const itemFilterKey = (name: ItemFilterField): string => FIELDS[name].key;

/**
 * The filter that an address asks for. What is not known or no value is left out, so that any address reads as some filter.
 *
 * @param names the conditions to look for; all of them unless said.
 */
export function readItemFilter<Name extends ItemFilterField = ItemFilterField>(
  params: URLSearchParams,
  names: readonly Name[] = ITEM_FILTER_FIELDS as Name[],
): Pick<ItemFilterAddress, Name> {
  const read = names.map((name) => [name, FIELDS[name].read(params.get(FIELDS[name].key) ?? '')]);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Pick<
    ItemFilterAddress,
    Name
  >;
}

/** A filter as query keys; what it does not ask for has none. */
export function writeItemFilter(filter: ItemFilterAddress): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of ITEM_FILTER_FIELDS) {
    const { key, write } = FIELDS[name] as Field<unknown>;
    if (filter[name] !== undefined) params.set(key, write(filter[name]));
  }
  return params;
}

/** Conditions of which an address holds one value and the hub takes several. */
const LISTS = [
  'roundId',
  'organizationId',
  'areaId',
  'responsibleUnitId',
  'leadLeaderId',
  'type',
] as const;
type ListName = (typeof LISTS)[number];

/** A filter as the hub's `RectificationItemFilter` takes it. */
export type ItemFilterInput = Omit<ItemFilterAddress, ListName> & {
  [Name in ListName]?: NonNullable<ItemFilterAddress[Name]>[];
};

/** The hub's filter that an address stands for. */
export function itemFilterInput(filter: ItemFilterAddress): ItemFilterInput {
  const lists = LISTS.flatMap((name) => (filter[name] ? [[name, [filter[name]]] as const] : []));
  return { ...filter, ...Object.fromEntries(lists) } as ItemFilterInput;
}
