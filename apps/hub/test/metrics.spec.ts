import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putItem, unit } from './harness/ledger.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

type Filter = Record<string, unknown>;

describeOnEachDatabase('every figure opens into the rows it counts', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, { now: new Date('2026-11-20T04:00:00Z') });
    await putItem(hub, 'REGISTERED', { responsibleUnitId: null });
    await putItem(hub, 'WITHDRAWN');
    await putItem(hub, 'CLOSED', { evidence: 'REJECTED' });
    await putItem(hub, 'PLANNED', {
      dueOn: new Date('2026-11-19'),
      firstDueOn: new Date('2026-11-19'),
    });
  });
  afterAll(() => hub.stop());

  const scopes: [string, PersonKey, () => Filter][] = [
    ['everything a district reader sees', 'viewer', () => ({})],
    [
      'one round',
      'inspection-verify',
      () => ({ roundId: `InspectionRound_${roundOf('MH-WL-2024')}` }),
    ],
    ['one organization', 'viewer', () => ({ organizationId: `Organization_${unit('SF')}` })],
    ['a year', 'party-affairs', () => ({ year: 2025 })],
    ['a year before any round', 'party-affairs', () => ({ year: 2020 })],
    ['what one unit sees', 'contact-public-services', () => ({})],
    ['what an administrator sees', 'admin', () => ({})],
  ];
  const rounds = new Map<string, string>();
  const roundOf = (code: string) => rounds.get(code)!;
  beforeAll(async () => {
    for (const { code, id } of await hub.db.inspectionRound.findMany()) rounds.set(code, id);
  });

  test.each(scopes)('for %s', async (_title, login, scope) => {
    const client = await hub.signInAs(login);
    const filter = scope();
    const metrics = at((await client.query(METRICS, { filter })).data, 'rectificationMetrics');
    const { year, ...places } = filter;
    const items = async (more: Filter) =>
      numberAt(
        (await client.query(ITEMS, { filter: { ...filter, ...more } })).data,
        'rectificationItems.totalCount',
      );
    const documents = async (more: Filter) =>
      numberAt(
        (await client.query(DOCUMENTS, { filter: { ...places, ...more } })).data,
        'institutionalDocuments.totalCount',
      );
    const trainings = async (more: Filter) =>
      numberAt(
        (await client.query(TRAININGS, { filter: { ...places, ...more } })).data,
        'trainings.totalCount',
      );

    const all = await items({});
    expect(numberAt(metrics, 'itemCount')).toBe(all);
    expect(numberAt(metrics, 'closedCount')).toBe(await items({ status: ['CLOSED'] }));
    expect(numberAt(metrics, 'withdrawnCount')).toBe(await items({ status: ['WITHDRAWN'] }));
    expect(numberAt(metrics, 'longTermCount')).toBe(await items({ status: ['LONG_TERM'] }));
    expect(numberAt(metrics, 'overdueCount')).toBe(await items({ overdue: true }));
    expect(all - numberAt(metrics, 'overdueCount')).toBe(await items({ overdue: false }));
    expect(numberAt(metrics, 'closedWithEvidenceCount')).toBe(
      await items({ status: ['CLOSED'], hasAcceptedEvidence: true }),
    );
    const { numerator, denominator } = at(metrics, 'completionRate') as {
      numerator: number;
      denominator: number;
    };
    expect([numerator, denominator]).toEqual([
      await items({ status: ['CLOSED'] }),
      all - (await items({ status: ['WITHDRAWN'] })),
    ]);

    for (const cut of listAt(metrics, 'byStatus'))
      expect(numberAt(cut, 'count')).toBe(await items({ status: [textAt(cut, 'status')] }));
    const cuts: [string, (cut: unknown) => Filter][] = [
      ['byArea', (cut) => ({ areaId: textAt(cut, 'area.id') })],
      [
        'byUnit',
        (cut) =>
          at(cut, 'unit')
            ? { responsibleUnitId: textAt(cut, 'unit.id') }
            : { hasResponsibleUnit: false },
      ],
      [
        'byLeader',
        (cut) =>
          at(cut, 'leader') ? { leadLeaderId: textAt(cut, 'leader.id') } : { hasLeadLeader: false },
      ],
    ];
    for (const [field, drill] of cuts) {
      let sum = 0;
      for (const cut of listAt(metrics, field)) {
        expect(numberAt(cut, 'itemCount')).toBe(await items(drill(cut)));
        expect(numberAt(cut, 'overdueCount')).toBe(await items({ ...drill(cut), overdue: true }));
        sum += numberAt(cut, 'itemCount');
      }
      expect([field, sum]).toEqual([field, all]);
    }

    if (!Object.keys(filter).length && login === 'viewer')
      expect(
        listAt(metrics, 'documents').length * listAt(metrics, 'trainings').length,
      ).toBeGreaterThan(0);
    for (const cell of listAt(metrics, 'documents'))
      expect(numberAt(cell, 'count')).toBe(
        await documents({
          action: [textAt(cell, 'action')],
          ...within(at(cell, 'month'), 'acted'),
        }),
      );
    for (const cell of listAt(metrics, 'trainings'))
      expect(numberAt(cell, 'count')).toBe(
        await trainings({
          kind: [textAt(cell, 'kind')],
          status: ['HELD', 'RECORDED', 'VERIFIED'],
          ...within(at(cell, 'month'), 'held'),
        }),
      );
  });

  test.each([0, -1, 100_000])('the year %s is refused by name, not by a failure', async (year) => {
    const client = await hub.signInAs('viewer');
    for (const [document, filter] of [
      [METRICS, { year }],
      [ITEMS, { year }],
    ] as const) {
      const answer = await client.query(document, { filter });
      expect(at(answer.errors, '0.extensions.code')).toBe('BAD_USER_INPUT');
    }
  });
});

/** The filter that a cell of a month opens: its days, or the undated. */
function within(month: unknown, verb: 'acted' | 'held'): Filter {
  if (typeof month !== 'string') return { undated: true };
  const [year, of] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year!, of!, 0)).getUTCDate();
  return { [`${verb}From`]: `${month}-01`, [`${verb}To`]: `${month}-${last}` };
}

const CUT = 'itemCount overdueCount completionRate { numerator denominator }';
const METRICS = `query ($filter: MetricsFilter) { rectificationMetrics(filter: $filter) {
  itemCount closedCount withdrawnCount longTermCount overdueCount closedWithEvidenceCount
  completionRate { numerator denominator rate }
  byStatus { status count }
  byArea { area { id } ${CUT} } byUnit { unit { id } ${CUT} } byLeader { leader { id } ${CUT} }
  documents { action month count } trainings { kind month count }
} }`;
const ITEMS =
  'query ($filter: RectificationItemFilter) { rectificationItems(filter: $filter) { totalCount } }';
const DOCUMENTS =
  'query ($filter: InstitutionalDocumentFilter) { institutionalDocuments(filter: $filter) { totalCount } }';
const TRAININGS = 'query ($filter: TrainingFilter) { trainings(filter: $filter) { totalCount } }';
