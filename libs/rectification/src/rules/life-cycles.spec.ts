import { ROLES } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ITEM_LIFE_CYCLE,
  MEASURE_LIFE_CYCLE,
  type ItemState,
  type ItemStatus,
  type MeasureState,
} from './index.ts';

const { actions: ITEM_ACTIONS, steps: ITEM_STEPS, everyStatus: ITEM_STATUSES } = ITEM_LIFE_CYCLE;
const {
  actions: MEASURE_ACTIONS,
  steps: MEASURE_STEPS,
  everyStatus: MEASURE_STATUSES,
} = MEASURE_LIFE_CYCLE;

type Steps = Record<string, { from: readonly string[]; to: string }>;

/** Everybody's rights at once, so that only the life cycle decides. */
const everybody = (personId: string): Caller => ({
  key: personId,
  name: personId,
  personId,
  isDemo: false,
  organizationId: 'root',
  grants: ROLES.map((role) => ({ role, organizationId: 'root', path: '', organizationIds: null })),
});

/** The statuses that steps lead to from one, itself included. */
function reachable(steps: Steps, start: string): Set<string> {
  const found = new Set([start]);
  for (const status of found)
    for (const { from, to } of Object.values(steps)) if (from.includes(status)) found.add(to);
  return found;
}

describe.each<[string, Steps, readonly string[], string, readonly string[]]>([
  ['an item', ITEM_STEPS, ITEM_STATUSES, 'REGISTERED', ['WITHDRAWN']],
  ['a measure', MEASURE_STEPS, MEASURE_STATUSES, 'DRAFT', ['ACCEPTED', 'CANCELLED']],
])('the life cycle of %s', (_title, steps, statuses, first, ends) => {
  test('reaches every status from the first', () => {
    expect([...reachable(steps, first)].sort()).toEqual([...statuses].sort());
  });

  test('ends only where it is meant to end', () => {
    const stuck = statuses.filter((status) => reachable(steps, status).size === 1);
    expect(stuck.sort()).toEqual([...ends].sort());
  });

  test('has no step that leaves the status as it is, and a distinct event a step', () => {
    for (const { from, to } of Object.values(steps)) expect(from).not.toContain(to);
  });
});

test('the moves of an item are those of the regulation, no more and no fewer', () => {
  const moves = ITEM_ACTIONS.flatMap((action) =>
    ITEM_STEPS[action].from.map((from) => `${from} → ${ITEM_STEPS[action].to}`),
  );
  expect(moves.sort()).toEqual(
    [
      'REGISTERED → ASSIGNED',
      'ASSIGNED → PLANNED',
      'PLANNED → IN_PROGRESS',
      'REOPENED → IN_PROGRESS',
      'IN_PROGRESS → SUBMITTED',
      'SUBMITTED → LEADER_SIGNED',
      'LEADER_SIGNED → VERIFYING',
      'LONG_TERM → VERIFYING',
      'LEADER_SIGNED → LONG_TERM',
      'VERIFYING → IN_PROGRESS',
      'VERIFYING → CLOSED',
      'CLOSED → REOPENED',
      'REGISTERED → WITHDRAWN',
      'ASSIGNED → WITHDRAWN',
    ].sort(),
  );
});

const item = (status: ItemStatus, submittedById: string | null): ItemState => ({
  status,
  submittedById,
  leadLeaderId: 'leader',
  organizationId: 'bureau',
  responsibleUnitId: 'unit',
  supportingUnits: [],
  measures: [{ status: 'ACCEPTED' }],
  evidence: [{ status: 'ACCEPTED' }],
  milestones: [{}],
});

test('a random walk of an item moves as the table says, and who submitted never verifies', () => {
  const step = fc.tuple(fc.constantFrom(...ITEM_ACTIONS), fc.constantFrom('ann', 'bob'));
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 80 }), (walk) => {
      let state = item('REGISTERED', null);
      for (const [action, who] of walk) {
        const refusal = ITEM_LIFE_CYCLE.refuse(action, state, everybody(who));
        const mayLeave = ITEM_STEPS[action].from.includes(state.status);
        const isOwn = state.submittedById === who && /^(verify|close)/.test(action);
        expect(refusal?.rule ?? null).toBe(!mayLeave ? 'status' : isOwn ? 'four-eyes' : null);
        if (refusal) continue;
        seen.add(ITEM_STEPS[action].to);
        const submittedById =
          action === 'submitRectificationItem'
            ? who
            : /^(reopen|return)/.test(action)
              ? null
              : state.submittedById;
        state = { ...state, status: ITEM_STEPS[action].to, submittedById };
      }
    }),
    { seed: 20_271_122, numRuns: 400 },
  );
  expect([...seen, 'REGISTERED'].sort()).toEqual([...ITEM_STATUSES].sort());
});

const UNDER_WAY: readonly ItemStatus[] = ['IN_PROGRESS', 'REOPENED'];
const BEFORE_SUBMISSION: readonly ItemStatus[] = [
  ...UNDER_WAY,
  'REGISTERED',
  'ASSIGNED',
  'PLANNED',
];

test('a random walk of a measure moves as the table says, and who submitted never accepts', () => {
  const step = fc.tuple(
    fc.constantFrom(...MEASURE_ACTIONS),
    fc.constantFrom('ann', 'bob'),
    fc.constantFrom(...ITEM_STATUSES),
  );
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 80 }), (walk) => {
      let state: MeasureState = {
        status: 'DRAFT',
        submittedById: null,
        responsibleUnitId: null,
        item: item('IN_PROGRESS', null),
      };
      for (const [action, who, itemStatus] of walk) {
        state = { ...state, item: item(itemStatus, null) };
        const refusal = MEASURE_LIFE_CYCLE.refuse(action, state, everybody(who));
        const { from, to } = MEASURE_STEPS[action];
        const mayLeave = from.includes(state.status);
        const isTime = (/^(approve|cancel)/.test(action) ? BEFORE_SUBMISSION : UNDER_WAY).includes(
          itemStatus,
        );
        const isOwn = state.submittedById === who && /^(accept|return)/.test(action);
        expect(refusal?.rule ?? null).toBe(
          !mayLeave ? 'status' : !isTime ? 'item-under-way' : isOwn ? 'four-eyes' : null,
        );
        if (refusal) continue;
        seen.add(to);
        state = {
          ...state,
          status: to,
          submittedById: action === 'submitMeasure' ? who : state.submittedById,
        };
      }
    }),
    { seed: 20_271_122, numRuns: 400 },
  );
  expect([...seen, 'DRAFT'].sort()).toEqual([...MEASURE_STATUSES].sort());
});
