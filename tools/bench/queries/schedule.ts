import { columns, encodeId, isOverdue, list, one } from './fragments.ts';
import { connection, itemsPage, type PageVariables } from './items-page.ts';
import type { MeasuredQuery, Sampling } from './query.type.ts';
import { cursorAt, sampleItem } from './sample-pages.ts';

interface ScheduleVariables {
  filter: PageVariables['filter'];
  first: string;
  second: string;
}

const PAGE = 100;

/** A page has 100 rows at most: a client that knows both cursors reads 200 by two aliases of one request. */
const DOCUMENT = `query Schedule200($filter: RectificationItemFilter, $first: String, $second: String) {
  first: rectificationItems(first: ${PAGE}, after: $first, filter: $filter) { ...Page }
  second: rectificationItems(first: ${PAGE}, after: $second, filter: $filter) { ...Page }
}
fragment Page on RectificationItemConnection {
  pageInfo { hasNextPage endCursor }
  edges {
    node {
      code title type status dueOn closedOn isOverdue
      area { ordinal title }
      leadLeader { displayName }
      responsibleUnit { name }
      supportingUnits { name }
      measures { ordinal text status dueOn owner { displayName } responsibleUnit { name } }
    }
  }
}`;

const NAME = columns('x', 'name');
const PERSON = columns('x', 'displayName');

const NODE = `${columns('i', 'code title type status dueOn closedOn')},
  'isOverdue', ${isOverdue('i')},
  'area', ${one('FindingArea', 'i."areaId"', columns('x', 'ordinal title'))},
  'leadLeader', ${one('Person', 'i."leadLeaderId"', PERSON)},
  'responsibleUnit', ${one('Organization', 'i."responsibleUnitId"', NAME)},
  'supportingUnits', ${list(
    columns('o', 'name'),
    '"RectificationItemSupportingUnit" s JOIN "Organization" o ON o.id = s."organizationId" WHERE s."itemId" = i.id',
    's."organizationId"',
  )},
  'measures', ${list(
    `${columns('m', 'ordinal text status dueOn')}, 'owner', ${one('Person', 'm."ownerId"', PERSON)},
     'responsibleUnit', ${one('Organization', 'm."responsibleUnitId"', NAME)}`,
    '"CorrectiveMeasure" m WHERE m."itemId" = i.id',
    'm.ordinal',
  )}`;

async function sample(sampling: Sampling): Promise<object[]> {
  const sampled: ScheduleVariables[] = [];
  while (sampled.length < 24) {
    const { id, organizationId } = await sampleItem(sampling);
    const { rows } = await sampling.pool.query<{ id: string }>(
      `SELECT id FROM "RectificationItem" WHERE "organizationId" = $1
         AND ("codeSort", id) > (SELECT "codeSort", id FROM "RectificationItem" WHERE id = $2)
         ORDER BY "codeSort", id OFFSET $3 LIMIT 1`,
      [organizationId, id, PAGE - 1],
    );
    const filter = { organizationId: [encodeId('Organization', organizationId)] };
    const at = (item: string) => cursorAt(sampling, { first: PAGE, filter }, item);
    sampled.push({ filter, first: await at(id), second: await at(rows[0]?.id ?? id) });
  }
  return sampled;
}

export const schedule: MeasuredQuery = {
  name: 'Schedule200',
  title: 'a schedule of 200 items',
  document: DOCUMENT,
  sample,
  sql: ({ filter, first, second }: ScheduleVariables) => {
    const values: unknown[] = [];
    const page = (after: string) =>
      connection(PAGE, itemsPage({ first: PAGE, filter, after }, values).text, NODE);
    return {
      text: `SELECT json_build_object('first', ${page(first)}, 'second', ${page(second)})::text AS answer`,
      values,
    };
  },
};
