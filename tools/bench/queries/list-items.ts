import { columns, isOverdue, list, one, recordId } from './fragments.ts';
import { connection, itemsPage, type PageVariables } from './items-page.ts';
import type { MeasuredQuery, Statement } from './query.type.ts';
import { samplePages, sampleTexts } from './sample-pages.ts';

const document = (name: string, more: string) => `query ${name}(
  $first: Int, $after: String, $filter: RectificationItemFilter, $orderBy: RectificationItemOrder
) {
  rectificationItems(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {${more}
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        id code title status dueOn isOverdue
        area { ordinal title }
        leadLeader { displayName }
        responsibleUnit { name }
        measures { ordinal text status dueOn owner { displayName } }
        documentActions { action actedOn document { title status } }
      }
    }
  }
}`;

const NODE = `'id', ${recordId('RectificationItem', 'i.id')}, ${columns('i', 'code title status dueOn')},
  'isOverdue', ${isOverdue('i')},
  'area', ${one('FindingArea', 'i."areaId"', columns('x', 'ordinal title'))},
  'leadLeader', ${one('Person', 'i."leadLeaderId"', columns('x', 'displayName'))},
  'responsibleUnit', ${one('Organization', 'i."responsibleUnitId"', columns('x', 'name'))},
  'measures', ${list(
    `${columns('m', 'ordinal text status dueOn')}, 'owner', ${one('Person', 'm."ownerId"', columns('x', 'displayName'))}`,
    '"CorrectiveMeasure" m WHERE m."itemId" = i.id',
    'm.ordinal',
  )},
  'documentActions', ${list(
    `${columns('a', 'action actedOn')}, 'document', json_build_object(${columns('d', 'title status')})`,
    '"DocumentAction" a JOIN "InstitutionalDocument" d ON d.id = a."documentId" WHERE a."itemId" = i.id',
    'a.id',
  )}`;

function statement(variables: PageVariables, withTotal: boolean): Statement {
  const { text, values, where } = itemsPage(variables, []);
  const total = withTotal
    ? `'totalCount', (SELECT count(*) FROM "RectificationItem" i WHERE ${where}),`
    : '';
  return {
    text: `SELECT json_build_object('rectificationItems', ${connection(variables.first, text, NODE, total)})::text AS answer`,
    values,
  };
}

export const listItems: MeasuredQuery = {
  name: 'List20',
  title: '20 items with measures and documents',
  document: document('List20', ''),
  sample: (sampling) => samplePages(sampling, 20),
  sql: (variables) => statement(variables, false),
};

export const countItems: MeasuredQuery = {
  name: 'List20WithTotal',
  title: 'the same with totalCount',
  document: document('List20WithTotal', ' totalCount'),
  sample: (sampling) => samplePages(sampling, 20),
  sql: (variables) => statement(variables, true),
};

export const searchItems: MeasuredQuery = {
  name: 'Search',
  title: '20 items that contain a text',
  document: document('Search', ''),
  sample: sampleTexts,
  sql: (variables) => statement(variables, false),
};
