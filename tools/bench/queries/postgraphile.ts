import { encodeId, keyOf } from './fragments.ts';
import type { PageVariables } from './items-page.ts';
import type { AskPeer, Peer } from './query.type.ts';

const MEASURES = (more: string) =>
  `measures: correctiveMeasuresByItemId(orderBy: ORDINAL_ASC) { nodes {
    ordinal text status dueOn owner: personByOwnerId { displayName }${more} } }`;
const ONES = `area: findingAreaByAreaId { ordinal title } leadLeader: personByLeadLeaderId { displayName }
  responsibleUnit: organizationByResponsibleUnitId { name }`;

const LIST =
  `query List20($first: Int, $after: Cursor, $condition: RectificationItemCondition, $orderBy: [RectificationItemOrderBy!]) {
  rectificationItems: allRectificationItems(first: $first, after: $after, condition: $condition, orderBy: $orderBy) {
    pageInfo { hasNextPage endCursor }
    edges { node { id: rowId code title status dueOn ${ONES} ${MEASURES('')}
      documentActions: documentActionsByItemId(orderBy: ID_ASC) { nodes {
        action actedOn document: institutionalDocumentByDocumentId { title status } } } } }
  }
}`.replace('ID_ASC', 'PRIMARY_KEY_ASC');

const SCHEDULE = `query Schedule200($condition: RectificationItemCondition, $first: Cursor, $second: Cursor) {
  first: allRectificationItems(first: 100, after: $first, condition: $condition, orderBy: CODE_SORT_ASC) { ...Page }
  second: allRectificationItems(first: 100, after: $second, condition: $condition, orderBy: CODE_SORT_ASC) { ...Page }
}
fragment Page on RectificationItemConnection {
  pageInfo { hasNextPage endCursor }
  edges { node { code title type status dueOn closedOn ${ONES}
    supportingUnits: rectificationItemSupportingUnitsByItemId(orderBy: PRIMARY_KEY_ASC) { nodes { unit: organizationByOrganizationId { name } } }
    ${MEASURES(' responsibleUnit: organizationByResponsibleUnitId { name }')} } }
}`;

const conditionOf = ({
  organizationId,
  roundId,
  status,
}: NonNullable<PageVariables['filter']>) => ({
  ...(organizationId && { organizationId: keyOf(organizationId[0]) }),
  ...(roundId && { roundId: keyOf(roundId[0]) }),
  ...(status && { status: status[0] }),
});

const FIRST = `query ($condition: RectificationItemCondition, $orderBy: [RectificationItemOrderBy!]) {
  list: allRectificationItems(first: 1, condition: $condition, orderBy: $orderBy) { pageInfo { endCursor } }
}`;

/** Its cursor of the row whose place the hub's cursor holds: put into one that it wrote for the same list. */
async function cursorOf(
  ask: AskPeer,
  asked: { condition: object; orderBy: string },
  after: string,
): Promise<string> {
  const { list } = (await ask(FIRST, asked)) as { list: { pageInfo: { endCursor: string } } };
  const [digest] = JSON.parse(Buffer.from(list.pageInfo.endCursor, 'base64').toString()) as [
    string,
  ];
  const { k } = JSON.parse(Buffer.from(after, 'base64url').toString()) as { k: [string, string] };
  return Buffer.from(JSON.stringify([digest, ...k])).toString('base64');
}

/** What both answer with: its lists stand in `nodes`, and it computes nothing and has ids and cursors of its own. */
export function alike(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => alike(one));
  if (typeof value !== 'object' || value === null)
    return key === 'id' ? keyOf(encodeId('', String(value).split('_').at(-1)!)) : value;
  const { nodes, unit, ...fields } = value as { nodes?: unknown; unit?: unknown };
  if (nodes) return alike(nodes);
  if (unit) return alike(unit);
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name !== 'isOverdue' && name !== 'endCursor')
      .map(([name, inner]) => [name, alike(inner, name)]),
  );
}

export const listOfPeer: Peer = {
  document: LIST,
  variables: async (given, ask) => {
    const { first, after, filter } = given as PageVariables;
    const asked = {
      condition: conditionOf(filter ?? {}),
      orderBy: 'CODE_SORT_ASC',
    };
    return { first, ...asked, ...(after && { after: await cursorOf(ask, asked, after) }) };
  },
};

export const scheduleOfPeer: Peer = {
  document: SCHEDULE,
  variables: async (given, ask) => {
    const { filter, first, second } = given as { filter: object; first: string; second: string };
    const asked = { condition: conditionOf(filter), orderBy: 'CODE_SORT_ASC' };
    return {
      condition: asked.condition,
      first: await cursorOf(ask, asked, first),
      second: await cursorOf(ask, asked, second),
    };
  },
};
