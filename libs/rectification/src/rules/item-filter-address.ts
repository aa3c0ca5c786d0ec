import {
  fieldConditions,
  type ConditionValues,
  type FieldCondition,
} from '@taizhang/platform/rules';
import { ITEM_LIFE_CYCLE } from './item-life-cycle.ts';
import { FILTERED_FIELDS, RECTIFICATION_TYPES } from './item-fields.ts';

/** How one condition of a filter stands in an address: its key, and its value as text. */
interface Field<Value> {
  key: string;
  /** What a text means; undefined where it is no such value. */
  read: (text: string) => Value | undefined;
  write: (value: Value) => string;
}

const asIs = (value: string) => value;

const list = <Value>(values: Value[]): Value[] | undefined => (values.length ? values : undefined);

/** Ids, separated by commas. */
const ids = (key: string): Field<string[]> => ({
  key,
  read: (text) => list(text.split(',').filter(Boolean)),
  write: (values) => values.join(','),
});

const words = (key: string): Field<string> => ({
  key,
  read: (text) => (text.trim() ? text : undefined),
  write: asIs,
});

/** Some of the known values, separated by commas. */
const someOf = <Value extends string>(key: string, known: readonly Value[]): Field<Value[]> => ({
  key,
  read: (text) => list(text.split(',').flatMap((part) => known.filter((value) => value === part))),
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

/** A moment in UTC, as ISO 8601 writes it. */
const moment = (key: string): Field<string> => ({
  key,
  read: (text) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(text) &&
    asDay(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(text))
      ? text
      : undefined,
  write: asIs,
});

const year = (key: string): Field<number> => ({
  key,
  read: (text) => (/^(19|20|21)\d{2}$/.test(text) ? Number(text) : undefined),
  write: String,
});

/** A whole number from none on, such as a sum in fen. */
const whole = (key: string): Field<number> => ({
  key,
  read: (text) =>
    /^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined,
  write: String,
});

/** How a condition by a described field stands in an address: under its own name. */
function described({ name, kind, field }: FieldCondition): object {
  const range = field.kind === 'DAY' ? day(name) : whole(name);
  return {
    CONTAINS: words(name),
    ONE_OF: someOf(name, field.kind === 'CHOICE' ? field.values : []),
    IS: yesOrNo(name),
    HAS: yesOrNo(name),
    FROM: range,
    TO: range,
  }[kind];
}

type DescribedFields = {
  [Name in keyof ConditionValues<typeof FILTERED_FIELDS>]: Field<
    ConditionValues<typeof FILTERED_FIELDS>[Name]
  >;
};

/** Every condition of `RectificationItemFilter`, by its name there, in the order that addresses have. */
const FIELDS = {
  roundId: ids('round'),
  organizationId: ids('organization'),
  year: year('year'),
  status: someOf('status', ITEM_LIFE_CYCLE.everyStatus),
  areaId: ids('area'),
  responsibleUnitId: ids('unit'),
  hasResponsibleUnit: yesOrNo('hasUnit'),
  leadLeaderId: ids('leader'),
  hasLeadLeader: yesOrNo('hasLeader'),
  type: someOf('type', RECTIFICATION_TYPES),
  hasType: yesOrNo('hasType'),
  overdue: yesOrNo('overdue'),
  hasAcceptedEvidence: yesOrNo('hasEvidence'),
  hasDueOn: yesOrNo('hasDueOn'),
  dueFrom: day('dueFrom'),
  dueTo: day('dueTo'),
  closedFrom: day('closedFrom'),
  closedTo: day('closedTo'),
  ...(Object.fromEntries(
    fieldConditions(FILTERED_FIELDS).map((condition) => [condition.name, described(condition)]),
  ) as unknown as DescribedFields),
  changedSince: moment('changedSince'),
  text: words('text'),
};

/** The name of a condition in the hub's filter. */
export type ItemFilterField = keyof typeof FIELDS;

/** A filter of items as an address can hold it; the hub's `RectificationItemFilter` takes it as it is. */
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
