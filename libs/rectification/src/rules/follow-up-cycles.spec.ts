import { createHash } from 'node:crypto';
import { ROLES } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { courseOf, replayEvents, type LifeCycleFacts } from '@taizhang/platform/rules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawSample,
  EVALUATION_LIFE_CYCLE,
  EXTENSION_LIFE_CYCLE,
  misplacedDay,
  RECTIFICATION_LIFE_CYCLES as LIFE_CYCLES,
  refuseScores,
  SAMPLE_LIFE_CYCLE,
  sampleSizeOf,
  satisfactionRate,
  totalScore,
  type ExtensionState,
  type SampleState,
} from './index.ts';

const SEED = { seed: 20_271_123 };

/** Everybody's rights at once, so that only the life cycle decides. */
const everybody = (personId: string | null): Caller => ({
  key: personId ?? 'client',
  name: personId ?? 'client',
  personId,
  isDemo: false,
  organizationId: 'root',
  grants: ROLES.map((role) => ({ role, organizationId: 'root', path: '', organizationIds: null })),
});

const CYCLES = Object.entries(LIFE_CYCLES) as [string, LifeCycleFacts][];

describe.each(CYCLES)('the life cycle of %s', (_subject, cycle) => {
  const { born, steps } = cycle;
  const all = Object.values(steps);

  test('reaches every status, and leaves an event of its own with each step', () => {
    const reached = new Set(Object.values(born));
    for (const status of reached)
      for (const { from, to } of all) if (from.includes(status)) reached.add(to);
    for (const { from, to } of all)
      expect([...reached]).toEqual(expect.arrayContaining([...from, to]));
    const events = [...Object.keys(born), ...all.map(({ event }) => event.type)];
    for (const event of events) expect(event).toMatch(/^[A-Z]+(_[A-Z]+)+$/);
    expect(new Set(events).size).toBe(events.length);
  });

  test('leads from every status to an end', () => {
    const statuses = new Set(all.flatMap(({ from, to }) => [...from, to]));
    const ends = [...statuses].filter((status) => !all.some(({ from }) => from.includes(status)));
    const escaping = new Set(ends);
    for (let size = -1; size !== escaping.size;) {
      size = escaping.size;
      for (const { from, to } of all)
        if (escaping.has(to)) for (const status of from) escaping.add(status);
    }
    expect(ends).not.toEqual([]);
    // An item that is under way ends by closing, from where a look-back may still call it back.
    const kept = cycle === (LIFE_CYCLES.RectificationItem as LifeCycleFacts);
    if (kept) expect(all.some(({ from }) => from.includes('CLOSED'))).toBe(true);
    else expect([...escaping].sort()).toEqual([...statuses].sort());
  });

  test('is rebuilt from the events of a random walk', () => {
    const actions = Object.keys(steps);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(born)),
        fc.array(fc.constantFrom(...actions, 'EDIT'), { maxLength: 60 }),
        (birth, walk) => {
          let status = born[birth]!;
          const events = [{ type: birth, subjectVersion: 1 }];
          for (const action of walk) {
            const step = steps[action];
            if (step && !step.from.includes(status)) continue;
            status = step?.to ?? status;
            events.push({ type: step?.event.type ?? 'EDITED', subjectVersion: events.length + 1 });
          }
          expect(replayEvents(cycle, events)).toEqual({ status, version: events.length });
        },
      ),
      { ...SEED, numRuns: 200 },
    );
  });
});

test('an item never gets stuck: from every status but WITHDRAWN it can be closed', () => {
  const steps = Object.values(LIFE_CYCLES.RectificationItem.steps) as {
    from: readonly string[];
    to: string;
  }[];
  const closing = new Set(['CLOSED']);
  for (const status of closing)
    for (const { from, to } of steps) if (to === status) from.forEach((one) => closing.add(one));
  const statuses = new Set(steps.flatMap(({ from, to }) => [...from, to]));
  expect([...statuses].filter((status) => !closing.has(status))).toEqual(['WITHDRAWN']);
});

test('the straight way of an item leads by every hand that has to touch it', () => {
  const { steps } = LIFE_CYCLES.RectificationItem;
  expect(courseOf(steps, 'REGISTERED', 'CLOSED')).toEqual([
    'REGISTERED',
    'ASSIGNED',
    'PLANNED',
    'IN_PROGRESS',
    'SUBMITTED',
    'LEADER_SIGNED',
    'VERIFYING',
    'CLOSED',
  ]);
  expect(courseOf(steps, 'WITHDRAWN', 'CLOSED')).toEqual([]);
});

test.each<[string, { type: string; subjectVersion: number }[]]>([
  ['that is empty', []],
  ['that begins with a step', [{ type: 'EXTENSION_GRANTED', subjectVersion: 1 }]],
  [
    'with a step out of order',
    [
      { type: 'EXTENSION_REQUESTED', subjectVersion: 1 },
      { type: 'EXTENSION_GRANTED', subjectVersion: 2 },
      { type: 'EXTENSION_REFUSED', subjectVersion: 3 },
    ],
  ],
  [
    'with a version left out',
    [
      { type: 'EXTENSION_REQUESTED', subjectVersion: 1 },
      { type: 'EXTENSION_GRANTED', subjectVersion: 3 },
    ],
  ],
])('a log %s cannot be replayed', (_title, events) => {
  expect(() => replayEvents(LIFE_CYCLES.ExtensionRequest as LifeCycleFacts, events)).toThrow();
});

const PLACES = { organizationId: 'bureau', responsibleUnitId: 'unit', supportingUnits: [] };
const ROUND = { inspectedOrganizationId: 'bureau' };

test('a random caller decides on a request only where it is open and not their own', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...EXTENSION_LIFE_CYCLE.actions),
      fc.constantFrom('ann', 'bob', null),
      fc.constantFrom('ann', 'bob'),
      fc.constantFrom('REQUESTED', 'GRANTED', 'REFUSED'),
      (action, who, requestedById, status) => {
        const state: ExtensionState = {
          status,
          requestedById,
          item: { ...PLACES, status: 'IN_PROGRESS' },
        };
        const rule = EXTENSION_LIFE_CYCLE.refuse(action, state, everybody(who))?.rule ?? null;
        const isOpen = (EXTENSION_LIFE_CYCLE.steps[action].from as readonly string[]).includes(
          status,
        );
        const isOwn = who === null || who === requestedById;
        expect(rule).toBe(!isOpen ? 'status' : isOwn ? 'four-eyes' : null);
      },
    ),
    { ...SEED, numRuns: 200 },
  );
});

test('a random caller looks back only at what is open and was closed by another person', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SAMPLE_LIFE_CYCLE.actions),
      fc.constantFrom('ann', 'bob', null),
      fc.constantFrom('ann', 'bob', null),
      fc.constantFrom('PENDING', 'PASSED', 'FAILED'),
      (action, who, closedById, status) => {
        const state: SampleState = { status, closedById, round: ROUND };
        const rule = SAMPLE_LIFE_CYCLE.refuse(action, state, everybody(who))?.rule ?? null;
        const isOpen = (SAMPLE_LIFE_CYCLE.steps[action].from as readonly string[]).includes(status);
        const own = who === closedById ? 'four-eyes' : null;
        expect(rule).toBe(!isOpen ? 'status' : who === null ? 'a-person-acts' : own);
      },
    ),
    { ...SEED, numRuns: 200 },
  );
});

test('who scored an evaluation never confirms it', () => {
  const state = { status: 'DRAFT', evaluatedById: 'ann', round: ROUND } as const;
  expect(
    EVALUATION_LIFE_CYCLE.refuse('confirmEffectivenessEvaluation', state, everybody('ann'))?.rule,
  ).toBe('four-eyes');
  expect(
    EVALUATION_LIFE_CYCLE.refuse('confirmEffectivenessEvaluation', state, everybody('bob')),
  ).toBeNull();
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a sample', () => {
  const codes = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 60 });

  test('is so many of the codes, the same for a seed in whatever order they come', () => {
    fc.assert(
      fc.property(codes, fc.nat(60), fc.string(), (list, size, seed) => {
        const drawn = drawSample(list, size, seed, sha256);
        expect(drawn).toHaveLength(Math.min(size, list.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const code of drawn) expect(list).toContain(code);
        expect(drawSample([...list].reverse(), size, seed, sha256)).toEqual(drawn);
      }),
      { ...SEED, numRuns: 200 },
    );
  });

  test('favours no code: over many seeds each is drawn about as often', () => {
    const list = Array.from({ length: 10 }, (_, index) => `MH-WL-2024-1.${index + 1}`);
    const times = new Map(list.map((code) => [code, 0]));
    for (let seed = 0; seed < 2_000; seed += 1)
      for (const code of drawSample(list, 3, `seed-${seed}`, sha256))
        times.set(code, times.get(code)! + 1);
    // 600 expected each, with a standard deviation of about 20.
    for (const count of times.values()) {
      expect(count).toBeGreaterThan(500);
      expect(count).toBeLessThan(700);
    }
  });

  test('is a known one for a known seed, as `sha256sum` ranks it', () => {
    expect(drawSample(['A-1.1', 'A-1.2', 'A-1.3'], 2, 'seed', sha256)).toEqual(
      ['A-1.1', 'A-1.2', 'A-1.3']
        .map((code) => [sha256(`seed:${code}`), code] as const)
        .sort(([one], [other]) => one.localeCompare(other))
        .slice(0, 2)
        .map(([, code]) => code),
    );
  });

  test.each([
    [{ sampleSize: 3 }, 40, 3],
    [{ percent: 10 }, 41, 5],
    [{ percent: 100 }, 7, 7],
    [{ percent: 1 }, 5, 1],
  ])('of %j from %i is %i', (wanted, population, size) => {
    expect(sampleSizeOf(wanted, population)).toBe(size);
  });
});

test('a total lies between the lowest and the highest score', () => {
  const scores = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 100 })), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => {
      const rest = 100 - parts.reduce((sum, [weight]) => sum + weight, 0);
      return [...parts, [rest, 50] as const].map(([weight, score]) => ({ weight, score }));
    });
  fc.assert(
    fc.property(scores, (list) => {
      const total = totalScore(list);
      const values = list.map(({ score }) => score);
      expect(total).toBeGreaterThanOrEqual(Math.min(...values));
      expect(total).toBeLessThanOrEqual(Math.max(...values));
      expect(Math.round(total * 100) / 100).toBe(total);
    }),
    { ...SEED, numRuns: 300 },
  );
});

test.each([
  [['a', 'b'], ['b', 'a'], null],
  [['a', 'b'], ['a'], 'every-criterion-once'],
  [['a', 'b'], ['a', 'a'], 'every-criterion-once'],
  [['a', 'b'], ['a', 'c'], 'every-criterion-once'],
])('criteria %j scored as %j', (criteria, scored, rule) => {
  expect(refuseScores(criteria, scored)?.rule ?? null).toBe(rule);
});

test('a satisfaction rate counts who answered', () => {
  expect(satisfactionRate({ satisfied: 70, basicallySatisfied: 20, dissatisfied: 5 })).toEqual({
    numerator: 90,
    denominator: 95,
  });
});

test.each([
  [{ inspectedFrom: '2026-09-01', inspectedTo: '2026-08-31' }, 'inspectedTo'],
  [{ inspectedFrom: '2026-09-01', feedbackOn: '2026-08-31' }, 'feedbackOn'],
  [{ feedbackOn: '2026-12-01', intensivePeriodEndsOn: '2026-11-30' }, 'intensivePeriodEndsOn'],
  [{ inspectedFrom: '2026-09-01', inspectedTo: '2026-09-01', feedbackOn: null }, null],
])('of the days %j the one out of place is %s', (days, misplaced) => {
  expect(misplacedDay(days)).toBe(misplaced);
});
