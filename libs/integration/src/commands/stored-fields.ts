import { fromDay, type Prisma } from '@taizhang/platform';
import type { ItemPath } from '../notice/parsing/index.ts';
import { fieldKey, type FieldName, type StoredField } from '../rules/index.ts';

const NAMED = { select: { displayName: true } } as const;
const UNIT = { select: { name: true } } as const;

/** What is loaded of an item so that its fields can be compared. */
export const ITEM_PARTS = {
  leadLeader: NAMED,
  primaryResponsiblePerson: NAMED,
  responsibleUnit: UNIT,
  supportingUnits: { include: { organization: UNIT } },
  manifestations: { orderBy: { ordinal: 'asc' } },
  measures: { orderBy: { ordinal: 'asc' }, include: { owner: NAMED, responsibleUnit: UNIT } },
} as const satisfies Prisma.RectificationItemInclude;

export type LoadedItem = Prisma.RectificationItemGetPayload<{ include: typeof ITEM_PARTS }>;
type LoadedMeasure = LoadedItem['measures'][number];

/** The fields of an item and its measures that are filled, by path and name. */
export function storedFields(path: ItemPath, item: LoadedItem): [string, StoredField][] {
  return [
    ...fieldsOf(path, itemFields(item)),
    ...item.measures.flatMap((measure) =>
      fieldsOf([...path, measure.ordinal], measureFields(measure)),
    ),
  ];
}

type Filled = readonly [FieldName, value: string | null | undefined, shown?: string | undefined];

const fieldsOf = (path: ItemPath, filled: readonly Filled[]): [string, StoredField][] =>
  filled.flatMap(([field, value, shown]) =>
    value
      ? [[fieldKey(path, field), { value, shown: shown ?? value }] as [string, StoredField]]
      : [],
  );

function itemFields(item: LoadedItem): Filled[] {
  const supporting = item.supportingUnits.map(({ organizationId }) => organizationId).sort();
  return [
    ['leadLeaderId', item.leadLeaderId, item.leadLeader?.displayName],
    [
      'primaryResponsiblePersonId',
      item.primaryResponsiblePersonId,
      item.primaryResponsiblePerson?.displayName,
    ],
    ['responsibleUnitId', item.responsibleUnitId, item.responsibleUnit?.name],
    [
      'supportingUnitIds',
      supporting.join(' '),
      item.supportingUnits.map(({ organization }) => organization.name).join('、'),
    ],
    ['dueText', item.dueText ?? fromDay(item.dueOn)],
    ['amountInvolvedFen', item.amountInvolvedFen?.toString()],
    ['cause', item.cause],
    ['goal', item.goal],
    ['basis', item.basis],
    ['unfinishedReason', item.unfinishedReason],
    ['nextStep', item.nextStep],
    ['manifestations', item.manifestations.map(({ text }) => text).join('\n')],
  ];
}

const measureFields = (measure: LoadedMeasure): Filled[] => [
  ['ownerId', measure.ownerId, measure.owner?.displayName],
  ['responsibleUnitId', measure.responsibleUnitId, measure.responsibleUnit?.name],
  ['dueOn', fromDay(measure.dueOn)],
  ['progress', measure.progress],
];
