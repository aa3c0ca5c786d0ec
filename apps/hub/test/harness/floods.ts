/** A document that costs more to read than to send, and by what limit it is known. */
export interface Flood {
  title: string;
  document: string;
  limit: string;
}

const each = (times: number, word: (n: number) => string) =>
  Array.from({ length: times }, (_, n) => word(n)).join(' ');

/** Floods that were seen to keep a hub busy before anybody had signed in. */
export const FLOODS: readonly Flood[] = [
  {
    title: '900 aliases of __schema',
    document: `{${each(900, (n) => `a${n}:__schema{types{name description fields{name}}}`)}}`,
    limit: 'characters',
  },
  {
    title: '100 aliases of __schema and one',
    document: `{${each(101, (n) => `a${n}:__schema{types{name}}`)}}`,
    limit: 'aliases',
  },
  {
    title: '60,000 aliases of __typename',
    document: `{${each(60_000, (n) => `a${n}:__typename`)}}`,
    limit: 'characters',
  },
  {
    title: '500,000 times one name',
    document: `{${'a '.repeat(500_000)}}`,
    limit: 'characters',
  },
  {
    title: '60,000 variables that nothing uses',
    document: `query(${each(60_000, (n) => `$v${n}:Int`)}){__typename}`,
    limit: 'characters',
  },
  {
    title: '10,000 variables that are used',
    document: `query(${each(10_000, (n) => `$v${n}:ID!`)}){nodes(ids:[${each(10_000, (n) => `$v${n}`)}]){id}}`,
    limit: 'characters',
  },
  {
    title: '2,000 variables within the length',
    document: `query(${each(2_000, (n) => `$v${n}:Int`)}){__typename}`,
    limit: 'variables',
  },
  {
    title: '20,000 names nearly right',
    document: `{${each(20_000, (n) => `rectificationItem${n}`)}}`,
    limit: 'characters',
  },
  {
    title: '80,000 directives on one field',
    document: `{__typename ${'@skip(if:false)'.repeat(80_000)}}`,
    limit: 'characters',
  },
  {
    title: '2,000 directives on 1,000 fields',
    document: `{${each(1_000, (n) => `f${n} @a @b`)}}`,
    limit: 'directives',
  },
  {
    title: '10,000 times me{name}',
    document: `{${'me{name}'.repeat(10_000)}}`,
    limit: 'characters',
  },
  {
    title: '2,000 spreads of one fragment',
    document: `{${'...F '.repeat(2_000)}} fragment F on Query{__typename}`,
    limit: 'spreads',
  },
  {
    title: 'a chain of 20,000 fragments',
    document: `{...F0} ${each(20_000, (n) => `fragment F${n} on Query{...F${n + 1}}`)} fragment F20000 on Query{__typename}`,
    limit: 'characters',
  },
  {
    title: 'selections 10,000 deep',
    document: `${'{me'.repeat(10_000)}{name}${'}'.repeat(10_000)}`,
    limit: 'characters',
  },
  {
    title: 'selections 1,000 deep',
    document: `${'{me'.repeat(1_000)}{name}${'}'.repeat(1_000)}`,
    limit: 'nesting',
  },
  {
    title: 'literals 100,000 deep',
    document: `{nodes(ids:${'['.repeat(100_000)}${']'.repeat(100_000)}){id}}`,
    limit: 'characters',
  },
  {
    title: 'literals 10,000 deep, never closed',
    document: `{nodes(ids:${'['.repeat(10_000)}`,
    limit: 'nesting',
  },
  {
    title: 'braces 13,000 deep in an argument',
    document: `{nodes(ids:${'{a:'.repeat(13_000)}`,
    limit: 'nesting',
  },
  {
    title: '500 repeats of __typename',
    document: `{${'__typename '.repeat(500)}}`,
    limit: 'repeatsInOnePlace',
  },
  {
    title: 'repeats spread over inline fragments',
    document: `{${`...{${'__typename '.repeat(20)}}`.repeat(20)}}`,
    limit: 'repeats',
  },
  {
    title: '4,500 unknown names',
    document: `{${each(4_500, (n) => `f${n}`)}}`,
    limit: 'tokens',
  },
  {
    title: '400,000 comments',
    document: `${'#\n'.repeat(400_000)}{__typename}`,
    limit: 'characters',
  },
];

/** The worst that is within the limits of a document, and how it is answered. */
export const WITHIN_LIMITS: readonly { title: string; document: string; code: string }[] = [
  {
    title: 'fragments that write out to 2^99 fields',
    document: `{...F0} ${each(99, (n) => `fragment F${n} on Query{${n < 98 ? `...F${n + 1} ...F${n + 1}` : '__typename'}}`)}`,
    code: 'COST_LIMIT',
  },
  {
    title: 'the schema by 100 aliases',
    document: `{${each(100, (n) => `a${n}:__schema{types{name description}}`)}}`,
    code: 'COST_LIMIT',
  },
  {
    title: '1,500 names nearly right',
    document: `{${each(1_500, (n) => `rectificationItm${n}`)}}`,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    title: '190 types nearly right',
    document: `{${each(190, (n) => `...on RectificationItm${n}{id}`)}}`,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    title: '100 fragments that each conflict with all others',
    document: `{${each(100, (n) => `...F${n}`)}} ${each(100, (n) => `fragment F${n} on Query{me{name a:id} nodes(ids:["${n}"]){id}}`)}`,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
];
