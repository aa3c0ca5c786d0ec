import { readQuery } from '@taizhang/search';
import { columns, recordId } from './fragments.ts';
import type { MeasuredQuery, Sampling } from './query.type.ts';
import { sampleItem } from './sample-pages.ts';

interface TextVariables {
  text: string;
}

const PAGE = 20;

const document = (name: string, node: string) => `query ${name}($text: String!) {
  search(text: $text, first: ${PAGE}) {
    foundCount
    pageInfo { hasNextPage }
    edges { node { ${node} } }
  }
}`;

const RECORD = `kind title
  record {
    __typename
    ... on RectificationItem { id code dueOn }
    ... on CorrectiveMeasure { id ordinal progress }
    ... on InstitutionalDocument { id version }
    ... on Training { id heldOn }
  }`;

// The marks of a caller with every right, and how far the hub ranks and counts.
const MARKS = '{i/item,m/item,d/own,t/own}';
const MOST_RANKED = 3_000;
const MOST_COUNTED = 1_000;

const MATCHING = `"SearchEntry" WHERE vector @@ $1::tsquery AND readers && '${MARKS}'::text[]`;

/** A hit's record and title, by its kind. */
const KINDS = [
  ['RECTIFICATION_ITEM', 'RectificationItem', 'title', 'code dueOn'],
  ['CORRECTIVE_MEASURE', 'CorrectiveMeasure', 'text', 'ordinal progress'],
  ['INSTITUTIONAL_DOCUMENT', 'InstitutionalDocument', 'title', 'version'],
  ['TRAINING', 'Training', 'topic', 'heldOn'],
] as const;

const NODE = `CASE h.kind ${KINDS.map(
  ([kind, type, title, fields]) => `WHEN '${kind}' THEN (SELECT json_build_object(
    'kind', h.kind, 'title', x."${title}", 'record', json_build_object(
      '__typename', '${type}', 'id', ${recordId(type, 'x.id')}, ${columns('x', fields)}))
    FROM "${type}" x WHERE x.id = h."recordId")`,
).join(' ')} END`;

const statement = (node: string) => `WITH ranked AS (
    SELECT "recordId", kind, ts_rank('{0.05, 0.2, 0.4, 1}', vector, $1::tsquery, 1) AS rank
    FROM (SELECT * FROM ${MATCHING} LIMIT ${MOST_RANKED}) m),
  hits AS (SELECT row_number() OVER (ORDER BY rank DESC, "recordId" DESC) AS n, ranked.*
    FROM ranked ORDER BY rank DESC, "recordId" DESC LIMIT ${PAGE + 1})
  SELECT json_build_object('search', json_build_object(
    'foundCount', (SELECT count(*) FROM (SELECT FROM ${MATCHING} LIMIT ${MOST_COUNTED}) c),
    'pageInfo', json_build_object('hasNextPage', count(*) > ${PAGE}),
    'edges', coalesce(json_agg(json_build_object('node', ${node}) ORDER BY h.n) FILTER (WHERE h.n <= ${PAGE}), '[]')
  ))::text AS answer FROM hits h`;

const valuesOf = ({ text }: TextVariables) => [readQuery(text)?.tsquery ?? ''];

/** Whole codes and beginnings of them: an item with its measures, a round of 400 records. */
async function sampleCodes(sampling: Sampling): Promise<TextVariables[]> {
  const texts: string[] = [];
  while (texts.length < 16) {
    const { id } = await sampleItem(sampling);
    const { rows } = await sampling.pool.query<{ code: string }>(
      'SELECT code FROM "RectificationItem" WHERE id = $1',
      [id],
    );
    const { code } = rows[0]!;
    texts.push(texts.length % 2 ? code : code.slice(0, code.lastIndexOf('-')));
  }
  return texts.map((text) => ({ text }));
}

export const fullTextOfFew: MeasuredQuery = {
  name: 'FullTextOfFew',
  title: 'full-text search, few records',
  document: document('FullTextOfFew', RECORD),
  sample: sampleCodes,
  sql: (variables: TextVariables) => ({ text: statement(NODE), values: valuesOf(variables) }),
};

const FREQUENT = [
  '制度',
  '公务用车',
  '三重一大',
  '"合同管理与履约验收"',
  '责任领导 时限',
  'QX-05',
  'QX',
];

/** Of more matches than are ranked PostgreSQL chooses which: the two may show different ones. */
export const fullTextOfMany: MeasuredQuery = {
  name: 'FullTextOfMany',
  title: 'full-text search, frequent words',
  document: document('FullTextOfMany', '__typename'),
  sample: () => Promise.resolve(FREQUENT.map((text) => ({ text }))),
  sql: (variables: TextVariables) => ({
    text: statement(`json_build_object('__typename', 'SearchHit')`),
    values: valuesOf(variables),
  }),
};
