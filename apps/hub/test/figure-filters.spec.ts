import type { PersonKey } from '@taizhang/demo';
import { toDay } from '@taizhang/platform';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { ITEM_LIFE_CYCLE, type ItemStatus } from '@taizhang/rectification/rules';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { area, person, putItem, unit } from './harness/ledger.ts';
import { at, listAt, numberAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const LEDGERS = 3;
const ITEMS = fc.array(
  fc.record({
    status: fc.constantFrom<ItemStatus>(...ITEM_LIFE_CYCLE.everyStatus),
    // Around the day on which the hub stands: what is due then is not late yet.
    dueOn: fc.constantFrom('2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', null),
    areaId: fc.constantFrom(area(1), area(2), area(3)),
    responsibleUnitId: fc.constantFrom(unit('GF'), unit('TSG'), null),
    leadLeaderId: fc.constantFrom(person('leader-culture'), person('leader-market')),
    evidence: fc.constantFrom('ACCEPTED', 'REJECTED', undefined),
    amountInvolvedFen: fc.constantFrom(0n, 12_345n, null),
  }),
  { minLength: 12, maxLength: 12 },
);
const SCOPES: [PersonKey, object][] = [
  ['viewer', {}],
  ['party-affairs', { year: 2026 }],
  ['contact-public-services', {}],
];

describeOnEachDatabase('the filter that each figure carries', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, { now: new Date('2026-11-20T04:00:00Z') });
  });
  afterAll(() => hub.stop());

  test('lists as many items as the figure says, in ledgers made at random', async () => {
    const ledgers = fc.sample(ITEMS, { seed: 20_261_127, numRuns: LEDGERS });
    for (const ledger of ledgers) {
      for (const { status, dueOn, evidence, ...fields } of ledger)
        await putItem(hub, status, {
          ...fields,
          dueOn: toDay(dueOn),
          firstDueOn: toDay(dueOn),
          ...(evidence && { evidence }),
        });
      for (const [login, scope] of SCOPES) {
        const client = await hub.signInAs(login);
        const { data } = await client.query(METRICS, { filter: scope });
        const figures = figuresOf(at(data, 'rectificationMetrics'));
        expect(figures.length).toBeGreaterThan(20);
        for (const [name, count, filter] of figures) {
          const { data: rows } = await client.query(ITEMS_QUERY, { filter });
          expect([login, name, count]).toEqual([
            login,
            name,
            numberAt(rows, 'rectificationItems.totalCount'),
          ]);
        }
        const others = otherFiguresOf(at(data, 'rectificationMetrics'));
        for (const [list, type, count, filter] of others) {
          const { data: rows } = await client.query(
            `query ($filter: ${type}) { ${list}(first: 0, filter: $filter) { totalCount } }`,
            { filter },
          );
          expect([login, list, filter, count]).toEqual([
            login,
            list,
            filter,
            numberAt(rows, `${list}.totalCount`),
          ]);
        }
        if (login === 'viewer') expect(others.length).toBeGreaterThan(10);
      }
    }
  }, 120_000);
});

/** Every figure of an answer by its name, with what it says and the filter of its rows. */
function figuresOf(metrics: unknown): [string, number, unknown][] {
  const whole: [string, number, unknown][] = [
    ['withdrawn', numberAt(metrics, 'withdrawnCount'), at(metrics, 'filters.withdrawn')],
    ['closed', numberAt(metrics, 'closedCount'), at(metrics, 'filters.closed')],
    [
      'stated',
      numberAt(metrics, 'amountInvolved.statedCount'),
      at(metrics, 'filters.amountStated'),
    ],
    [
      'unstated',
      numberAt(metrics, 'amountInvolved.unstatedCount'),
      at(metrics, 'filters.amountUnstated'),
    ],
    [
      'closed with evidence',
      numberAt(metrics, 'closedWithEvidenceCount'),
      at(metrics, 'filters.closedWithEvidence'),
    ],
  ];
  const cuts = (['byArea', 'byUnit', 'byLeader'] as const).flatMap((by) =>
    listAt(metrics, by).flatMap((cut, index) => ofCut(`${by} ${index}`, cut)),
  );
  const statuses = listAt(metrics, 'byStatus').map((one): [string, number, unknown] => [
    String(at(one, 'status')),
    numberAt(one, 'count'),
    at(one, 'filter'),
  ]);
  return [...ofCut('all', metrics), ...whole, ...cuts, ...statuses];
}

/** The figures of what is no item: the list that has their rows, the type of its filter, how many, and the filter. */
function otherFiguresOf(metrics: unknown): [string, string, number, unknown][] {
  const monthly = (figure: string, list: string, type: string) =>
    listAt(metrics, figure).map((one): [string, string, number, unknown] => [
      list,
      type,
      numberAt(one, 'count'),
      at(one, 'filter'),
    ]);
  const measures = (count: string, filter: string): [string, string, number, unknown] => [
    'correctiveMeasures',
    'CorrectiveMeasureFilter',
    numberAt(metrics, count),
    at(metrics, filter),
  ];
  return [
    measures('measureCount', 'measureFilter'),
    measures('acceptedMeasureCount', 'acceptedMeasureFilter'),
    ...monthly('documents', 'institutionalDocuments', 'InstitutionalDocumentFilter'),
    ...monthly('trainings', 'trainings', 'TrainingFilter'),
  ];
}

const ofCut = (name: string, cut: unknown): [string, number, unknown][] => [
  [`${name} items`, numberAt(cut, 'itemCount'), at(cut, 'filters.items')],
  [`${name} overdue`, numberAt(cut, 'overdueCount'), at(cut, 'filters.overdue')],
  [`${name} long-term`, numberAt(cut, 'longTermCount'), at(cut, 'filters.longTerm')],
  [`${name} closed`, numberAt(cut, 'completionRate.numerator'), at(cut, 'filters.closed')],
  [`${name} counted`, numberAt(cut, 'completionRate.denominator'), at(cut, 'filters.counted')],
];

const CUT = `itemCount overdueCount longTermCount completionRate { numerator denominator }
  filters { items overdue longTerm closed counted }`;
const METRICS = `query ($filter: MetricsFilter) { rectificationMetrics(filter: $filter) {
  ${CUT} withdrawnCount closedCount closedWithEvidenceCount
  amountInvolved { statedCount unstatedCount }
  measureCount measureFilter acceptedMeasureCount acceptedMeasureFilter
  documents { count filter } trainings { count filter }
  filters { withdrawn closedWithEvidence amountStated amountUnstated }
  byStatus { status count filter }
  byArea { ${CUT} } byUnit { ${CUT} } byLeader { ${CUT} }
} }`;
const ITEMS_QUERY = `query ($filter: RectificationItemFilter) {
  rectificationItems(first: 0, filter: $filter) { totalCount } }`;
