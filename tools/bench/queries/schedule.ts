import { columns, encodeId, isOverdue, joined, list, oneOf } from './fragments.ts';
import { connection, itemsPage, type PageVariables } from './items-page.ts';
import { scheduleOfPeer } from './postgraphile.ts';
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

const NODE = `${columns('i', 'code title type status dueOn closedOn')},
  'isOverdue', ${isOverdue('i')},
  'area', ${oneOf('area', 'ordinal title')},
  'leadLeader', ${oneOf('leader', 'displayName')},
  'responsibleUnit', ${oneOf('unit', 'name')},
  'supportingUnits', ${list(
    columns('o', 'name'),
    '"RectificationItemSupportingUnit" s JOIN "Organization" o ON o.id = s."organizationId" WHERE s."itemId" = i.id',
    's."organizationId"',
  )},
  'measures', ${list(
    `${columns('m', 'ordinal text status dueOn')}, 'owner', ${oneOf('owner', 'displayName')},
     'responsibleUnit', ${oneOf('does', 'name')}`,
    `"CorrectiveMeasure" m ${joined('Person', 'owner', 'm."ownerId"')} ${joined('Organization', 'does', 'm."responsibleUnitId"')} WHERE m."itemId" = i.id`,
    'm.ordinal',
  )}`;

const JOINS = [
  joined('FindingArea', 'area', 'i."areaId"'),
  joined('Person', 'leader', 'i."leadLeaderId"'),
  joined('Organization', 'unit', 'i."responsibleUnitId"'),
].join(' ');

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
  peer: scheduleOfPeer,
  sql: ({ filter, first, second }: ScheduleVariables) => {
    const values: unknown[] = [];
    const page = (after: string) =>
      connection(PAGE, itemsPage({ first: PAGE, filter, after }, values).text, NODE, {
        joins: JOINS,
      });
    return {
      text: `SELECT json_build_object('first', ${page(first)}, 'second', ${page(second)})::text AS answer`,
      values,
    };
  },
};
