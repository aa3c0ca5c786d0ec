import { columns, isOverdue, joined, list, oneOf, recordId } from './fragments.ts';
import { connection, itemsPage, type PageVariables } from './items-page.ts';
import { listOfPeer } from './postgraphile.ts';
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
  'area', ${oneOf('area', 'ordinal title')},
  'leadLeader', ${oneOf('leader', 'displayName')},
  'responsibleUnit', ${oneOf('unit', 'name')},
  'measures', ${list(
    `${columns('m', 'ordinal text status dueOn')}, 'owner', ${oneOf('owner', 'displayName')}`,
    `"CorrectiveMeasure" m ${joined('Person', 'owner', 'm."ownerId"')} WHERE m."itemId" = i.id`,
    'm.ordinal',
  )},
  'documentActions', ${list(
    `${columns('a', 'action actedOn')}, 'document', json_build_object(${columns('d', 'title status')})`,
    '"DocumentAction" a JOIN "InstitutionalDocument" d ON d.id = a."documentId" WHERE a."itemId" = i.id',
    'a.id',
  )}`;

const JOINS = [
  joined('FindingArea', 'area', 'i."areaId"'),
  joined('Person', 'leader', 'i."leadLeaderId"'),
  joined('Organization', 'unit', 'i."responsibleUnitId"'),
].join(' ');

function statement(variables: PageVariables, withTotal: boolean): Statement {
  const { text, values, where } = itemsPage(variables, []);
  const more = withTotal
    ? `'totalCount', (SELECT count(*) FROM "RectificationItem" i WHERE ${where}),`
    : '';
  return {
    text: `SELECT json_build_object('rectificationItems', ${connection(variables.first, text, NODE, { joins: JOINS, more })})::text AS answer`,
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

/** Pages that PostGraphile reads as it comes: by columns, and by none that may be null, where its pages end early. */
export const plainItems: MeasuredQuery = {
  name: 'List20Plain',
  title: '20 items, by columns',
  document: document('List20Plain', ''),
  sample: async (sampling) =>
    (await samplePages(sampling, 20)).filter(({ orderBy }) => orderBy === undefined),
  sql: (variables) => statement(variables, false),
  peer: listOfPeer,
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
