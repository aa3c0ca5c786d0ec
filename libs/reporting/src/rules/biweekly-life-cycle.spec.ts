import type { Caller } from '@taizhang/platform';
import { replayEvents } from '@taizhang/platform/rules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BIWEEKLY_ENTRY_LIFE_CYCLE,
  BIWEEKLY_REPORT_LIFE_CYCLE,
  BIWEEKLY_UNIT_LIFE_CYCLE,
  refuseRemindUnits,
  type ReportState,
  type UnitReportState,
} from './index.ts';

const SEED = 20260302;
const holder = (role: string, personId: string | null = role, places = ['bureau', 'unit']) =>
  ({
    key: role,
    name: role,
    personId,
    isDemo: false,
    organizationId: 'bureau',
    grants: [{ role, organizationId: places[0]!, path: 'D/', organizationIds: places }],
  }) satisfies Caller;
const CALLERS: Caller[] = [
  holder('PARTY_AFFAIRS'),
  holder('PARTY_AFFAIRS', 'another'),
  holder('PARTY_AFFAIRS', null),
  holder('SECTION_CONTACT', 'contact', ['unit']),
  holder('SECTION_CONTACT', 'neighbour', ['elsewhere']),
  holder('LEAD_LEADER'),
  holder('PARTY_SECRETARY', 'another'),
  holder('INSPECTION_OFFICE'),
  holder('DASHBOARD_VIEWER'),
];
const anyCaller = fc.constantFrom(...CALLERS);

const open: ReportState = {
  status: 'OPEN',
  organizationId: 'bureau',
  compiledById: null,
  missingUnits: 0,
  awaitedUnits: 0,
};
const part: UnitReportState = {
  status: 'OPEN',
  organizationId: 'bureau',
  unitId: 'unit',
  reportStatus: 'OPEN',
  unanswered: 0,
};
const rulesOf = (refusal: { rule: string } | null) => refusal?.rule ?? 'allowed';

test('any walk through the table keeps four eyes, and nothing follows once it is frozen', () => {
  const step = fc.record({
    caller: anyCaller,
    action: fc.constantFrom(...BIWEEKLY_REPORT_LIFE_CYCLE.actions),
    missing: fc.nat(2),
  });
  let frozen = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 120 }), (steps) => {
      let report = open;
      const events = [{ type: 'BIWEEKLY_REPORT_OPENED', subjectVersion: 1 }];
      for (const { caller, action, missing } of steps) {
        const before = report;
        const state = { ...report, missingUnits: missing, awaitedUnits: missing };
        if (BIWEEKLY_REPORT_LIFE_CYCLE.refuse(action, state, caller)) continue;
        expect(before.status).not.toBe('FROZEN');
        const { to, event } = BIWEEKLY_REPORT_LIFE_CYCLE.steps[action];
        events.push({ type: event.type, subjectVersion: events.length + 1 });
        if (action === 'compileBiweeklyReport') {
          expect(missing).toBe(0);
          report = { ...report, compiledById: caller.personId };
        }
        if (action === 'freezeBiweeklyReport') {
          expect(caller.personId).not.toBeNull();
          expect(caller.personId).not.toBe(before.compiledById);
          frozen += 1;
        }
        report = { ...report, status: to };
      }
      expect(replayEvents(BIWEEKLY_REPORT_LIFE_CYCLE, events)).toEqual({
        status: report.status,
        version: events.length,
      });
    }),
    { seed: SEED, numRuns: 400 },
  );
  expect(frozen).toBeGreaterThan(10);
});

test('a unit’s part changes only while the report is open, and is handed in only when all is answered', () => {
  const anyPart = fc.record({
    status: fc.constantFrom(...BIWEEKLY_UNIT_LIFE_CYCLE.everyStatus),
    reportStatus: fc.constantFrom(...BIWEEKLY_REPORT_LIFE_CYCLE.everyStatus),
    unanswered: fc.nat(3),
  });
  let taken = 0;
  fc.assert(
    fc.property(
      anyPart,
      anyCaller,
      fc.constantFrom(...BIWEEKLY_UNIT_LIFE_CYCLE.actions),
      (some, caller, action) => {
        if (BIWEEKLY_UNIT_LIFE_CYCLE.refuse(action, { ...part, ...some }, caller)) return;
        taken += 1;
        expect(some.reportStatus).toBe('OPEN');
        expect(BIWEEKLY_UNIT_LIFE_CYCLE.steps[action].from).toContain(some.status);
        if (action === 'submitBiweeklyUnitReport') expect(some.unanswered).toBe(0);
        if (action === 'returnBiweeklyUnitReport')
          expect(caller.grants[0]?.role).toBe('PARTY_AFFAIRS');
        expect(caller.personId).not.toBe('neighbour');
      },
    ),
    { seed: SEED, numRuns: 600 },
  );
  expect(taken).toBeGreaterThan(20);
});

describe('each refusal by its name', () => {
  const compiled: ReportState = { ...open, status: 'COMPILED', compiledById: 'PARTY_AFFAIRS' };
  const [affairs, , client, contact] = CALLERS as [Caller, Caller, Caller, Caller];
  const leader = holder('LEAD_LEADER', 'PARTY_AFFAIRS');

  test.each([
    [
      'units-are-in',
      BIWEEKLY_REPORT_LIFE_CYCLE.refuse(
        'compileBiweeklyReport',
        { ...open, awaitedUnits: 1 },
        affairs,
      ),
    ],
    ['a-person-acts', BIWEEKLY_REPORT_LIFE_CYCLE.refuse('compileBiweeklyReport', open, client)],
    ['units-are-missing', refuseRemindUnits(open, affairs)],
    ['four-eyes', BIWEEKLY_REPORT_LIFE_CYCLE.refuse('freezeBiweeklyReport', compiled, leader)],
    ['permission', BIWEEKLY_REPORT_LIFE_CYCLE.refuse('freezeBiweeklyReport', compiled, affairs)],
    [
      'allowed',
      BIWEEKLY_REPORT_LIFE_CYCLE.refuse('freezeBiweeklyReport', compiled, holder('LEAD_LEADER')),
    ],
    ['status', BIWEEKLY_REPORT_LIFE_CYCLE.refuse('editBiweeklySummary', open, affairs)],
    [
      'entries-are-answered',
      BIWEEKLY_UNIT_LIFE_CYCLE.refuse(
        'submitBiweeklyUnitReport',
        { ...part, unanswered: 2 },
        contact,
      ),
    ],
    [
      'report-open',
      BIWEEKLY_UNIT_LIFE_CYCLE.refuse(
        'submitBiweeklyUnitReport',
        { ...part, reportStatus: 'COMPILED' },
        contact,
      ),
    ],
    [
      'permission',
      BIWEEKLY_UNIT_LIFE_CYCLE.refuse(
        'returnBiweeklyUnitReport',
        { ...part, status: 'SUBMITTED' },
        contact,
      ),
    ],
    [
      'entry-has-progress',
      BIWEEKLY_ENTRY_LIFE_CYCLE.refuse(
        'confirmBiweeklyEntry',
        { status: 'UNANSWERED', hasProgress: false, unitReport: part },
        contact,
      ),
    ],
    [
      'unit-report-open',
      BIWEEKLY_ENTRY_LIFE_CYCLE.refuse(
        'updateBiweeklyEntry',
        { status: 'CONFIRMED', hasProgress: true, unitReport: { ...part, status: 'SUBMITTED' } },
        contact,
      ),
    ],
    [
      'report-open',
      BIWEEKLY_ENTRY_LIFE_CYCLE.refuse(
        'updateBiweeklyEntry',
        { status: 'CONFIRMED', hasProgress: true, unitReport: { ...part, reportStatus: 'FROZEN' } },
        contact,
      ),
    ],
  ])('%s', (rule, refusal) => {
    expect(rulesOf(refusal)).toBe(rule);
  });
});
