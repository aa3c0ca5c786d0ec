import { ROLES } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TRAINING_LIFE_CYCLE, type TrainingState } from './index.ts';

const {
  everyStatus: TRAINING_STATUSES,
  actions: TRAINING_STEP_NAMES,
  steps: TRAINING_STEPS,
} = TRAINING_LIFE_CYCLE;

const everybody = (personId: string | null): Caller => ({
  key: String(personId),
  name: String(personId),
  personId,
  isDemo: false,
  organizationId: 'root',
  grants: ROLES.map((role) => ({ role, organizationId: 'root', path: '', organizationIds: null })),
});

const PLANNED: TrainingState = {
  status: 'PLANNED',
  organizationId: 'bureau',
  responsibleUnitId: null,
  recordedById: null,
};

function reachable(start: string): Set<string> {
  const found = new Set([start]);
  for (const status of found)
    for (const { from, to } of Object.values(TRAINING_STEPS))
      if ((from as readonly string[]).includes(status)) found.add(to);
  return found;
}

test('every status is reached from the first, and every one that is no end leads to an end', () => {
  const ends = ['VERIFIED', 'CANCELLED'];
  expect([...reachable('PLANNED')].sort()).toEqual([...TRAINING_STATUSES].sort());
  for (const status of TRAINING_STATUSES) {
    const leadsTo = [...reachable(status)];
    if (ends.includes(status)) expect(leadsTo).toEqual([status]);
    else expect(leadsTo.some((end) => ends.includes(end))).toBe(true);
  }
});

test('each step names an event of its own and leaves the status that it came from', () => {
  const steps = Object.values(TRAINING_STEPS);
  expect(new Set(steps.map(({ event }) => event)).size).toBe(steps.length);
  for (const { from, to } of steps) expect(from).not.toContain(to);
});

test('a random walk moves as the table says, and who recorded never verifies', () => {
  const step = fc.tuple(fc.constantFrom(...TRAINING_STEP_NAMES), fc.constantFrom('ann', 'bob'));
  const seen = new Set<string>(['PLANNED']);
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (walk) => {
      let state = PLANNED;
      for (const [name, who] of walk) {
        const refusal = TRAINING_LIFE_CYCLE.refuse(name, state, everybody(who));
        const mayLeave = (TRAINING_STEPS[name].from as readonly string[]).includes(state.status);
        const isOwn = name === 'verifyTraining' && state.recordedById === who;
        expect(refusal?.rule ?? null).toBe(!mayLeave ? 'status' : isOwn ? 'four-eyes' : null);
        if (refusal) continue;
        seen.add(TRAINING_STEPS[name].to);
        const recordedById = name === 'recordTrainingSessions' ? who : state.recordedById;
        state = { ...state, status: TRAINING_STEPS[name].to, recordedById };
      }
    }),
    { seed: 20_261_123, numRuns: 500 },
  );
  expect([...seen].sort()).toEqual([...TRAINING_STATUSES].sort());
});

test('an API client verifies nothing', () => {
  const recorded = { ...PLANNED, status: 'RECORDED' } as const;
  expect(TRAINING_LIFE_CYCLE.refuse('verifyTraining', recorded, everybody(null))?.rule).toBe(
    'a-person-acts',
  );
});
