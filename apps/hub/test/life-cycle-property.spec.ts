import type { PersonKey } from '@taizhang/demo';
import { replayEvents } from '@taizhang/platform/rules';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { RECTIFICATION_LIFE_CYCLES as LIFE_CYCLES } from '@taizhang/rectification/rules';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { area, person, unit } from './harness/ledger.ts';
import { at, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const PEOPLE = [
  'inspection-register',
  'inspection-verify',
  'party-affairs',
  'secretary',
  'leader-culture',
  'contact-public-services',
  'viewer',
] as const satisfies PersonKey[];
const ACTIONS = [
  ...LIFE_CYCLES.RectificationItem.actions,
  ...LIFE_CYCLES.CorrectiveMeasure.actions.filter((action) => action !== 'cancelMeasure'),
  'acceptEvidence',
  'editRectificationItem',
] as const;
const TARGETS = ['item', 'measure', 'evidence'] as const;
type Target = (typeof TARGETS)[number];

const targetOf = (action: string): Target =>
  action.endsWith('Measure') ? 'measure' : action.endsWith('Evidence') ? 'evidence' : 'item';

/** The way that the regulation describes: walked in part, so that random steps start from everywhere. */
const ROAD: [PersonKey, (typeof ACTIONS)[number]][] = [
  ['party-affairs', 'assignRectificationItem'],
  ['leader-culture', 'approveMeasure'],
  ['secretary', 'planRectificationItem'],
  ['contact-public-services', 'startRectificationItem'],
  ['contact-public-services', 'startMeasure'],
  ['contact-public-services', 'submitMeasure'],
  ['party-affairs', 'acceptMeasure'],
  ['party-affairs', 'submitRectificationItem'],
  ['leader-culture', 'signRectificationItem'],
  ['inspection-verify', 'verifyRectificationItem'],
  ['party-affairs', 'acceptEvidence'],
  ['inspection-verify', 'closeRectificationItem'],
  ['inspection-verify', 'reopenRectificationItem'],
];
const WALK = fc.record({
  along: fc.integer({ min: 0, max: ROAD.length }),
  steps: fc.array(
    fc.record({
      step: fc.oneof(
        fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...ACTIONS)),
        fc.constantFrom(...ROAD),
      ),
      isStale: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
    }),
    { minLength: 6, maxLength: 10 },
  ),
});

describeOnEachDatabase('a random walk of an item', (kind) => {
  let hub: TestHub;
  let fileId = '';
  beforeAll(async () => {
    hub = await startTestHub(kind);
    const contact = await hub.signInAs('contact-public-services');
    fileId = textAt((await contact.upload('佐证')).body, 'fileId');
  });
  afterAll(() => hub.stop());

  /** An item with a measure and a piece of evidence, all made by mutations. */
  async function begin(): Promise<Record<Target, string>> {
    const made = async (login: PersonKey, mutation: string, input: Record<string, unknown>) =>
      textAt(await change(await hub.signInAs(login), mutation, input), 'id');
    const item = await made('inspection-register', 'registerRectificationItem', {
      areaId: `FindingArea_${area(1)}`,
      title: '随机走查的问题',
      responsibleUnitId: `Organization_${unit('GF')}`,
    });
    const measure = await made('party-affairs', 'addMeasure', { itemId: item, text: '措施' });
    const evidence = await made('contact-public-services', 'attachEvidence', {
      itemId: item,
      fileId,
      fileName: '佐证.txt',
    });
    return { item, measure, evidence };
  }

  const keyOf = (id: string) => id.split('_')[1]!;

  /** What is stored of the three: status, version and every other column. */
  async function stored(ids: Record<Target, string>) {
    const [item, measure, evidence, events] = await Promise.all([
      hub.db.rectificationItem.findUniqueOrThrow({ where: { id: keyOf(ids.item) } }),
      hub.db.correctiveMeasure.findUniqueOrThrow({ where: { id: keyOf(ids.measure) } }),
      hub.db.evidence.findUniqueOrThrow({ where: { id: keyOf(ids.evidence) } }),
      hub.db.event.findMany({ where: { itemId: keyOf(ids.item) }, orderBy: { id: 'asc' } }),
    ]);
    return { item, measure, evidence, events };
  }
  type Stored = Awaited<ReturnType<typeof stored>>;

  /** The log alone tells the same status and version as the rows. */
  function expectRebuilt({ events, ...rows }: Stored) {
    const cycles = {
      item: LIFE_CYCLES.RectificationItem,
      measure: LIFE_CYCLES.CorrectiveMeasure,
      evidence: LIFE_CYCLES.Evidence,
    };
    for (const target of TARGETS) {
      const own = events.filter(({ subjectId }) => subjectId === rows[target].id);
      const { status, version } = rows[target];
      expect([target, replayEvents(cycles[target], own)]).toEqual([target, { status, version }]);
    }
  }

  /** Tries one step; returns whether it was taken. What is refused leaves every row as it was. */
  async function attempt(
    ids: Record<Target, string>,
    before: Stored,
    { who, action, isStale }: { who: PersonKey; action: string; isStale: boolean },
  ) {
    const target = targetOf(action);
    const result = await change(await hub.signInAs(who), action, {
      id: ids[target],
      expectedVersion: before[target].version + (isStale ? 1 : 0),
      ...inputOf(action),
    });
    const after = await stored(ids);
    expectRebuilt(after);
    const isRefused = textAt(result, '__typename').endsWith('Error');
    if (isRefused) expect(after).toEqual(before);
    else expect(after.events.length).toBeGreaterThan(before.events.length);
    if (isStale) expect(isRefused).toBe(true);
    if (at(result, '__typename') === 'TransitionError')
      expect(at(result, 'rule')).toMatch(/^[a-z]+(-[a-z]+)*$/);
    const { submittedById, closedById } = after.item;
    if (closedById) expect(closedById).not.toBe(submittedById);
    return { after, isTaken: !isRefused };
  }

  test(
    'is told by its log, and a refusal leaves nothing changed',
    { timeout: 240_000 },
    async () => {
      const taken = new Set<string>();
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(WALK, async ({ along, steps }) => {
          const ids = await begin();
          let now = await stored(ids);
          expectRebuilt(now);
          const road = ROAD.slice(0, along).map(([who, action]) => ({
            who,
            action,
            isStale: false,
          }));
          for (const step of road) {
            const { after, isTaken } = await attempt(ids, now, step);
            expect([step.action, isTaken]).toEqual([step.action, true]);
            now = after;
          }
          for (const { step, isStale } of steps) {
            const [who, action] = step;
            const { after, isTaken } = await attempt(ids, now, { who, action, isStale });
            now = after;
            if (isTaken) taken.add(action);
            else refused += 1;
          }
        }),
        { seed: 20_271_123, numRuns: 12, endOnFailure: true },
      );
      // The random steps alone took several kinds: the walk is no walk of refusals.
      expect(taken.size).toBeGreaterThan(3);
      expect(refused).toBeGreaterThan(20);
    },
  );
});

const inputOf = (action: string) => ({
  ...(action === 'editRectificationItem' && { description: '补充说明' }),
  ...(action === 'assignRectificationItem' && {
    leadLeaderId: `Person_${person('leader-culture')}`,
  }),
  ...(action === 'holdRectificationItemLongTerm' && {
    reviewOn: '2027-12-31',
  }),
  ...(action === 'submitMeasure' && { progress: '已做' }),
  ...(/^(return|reopen|withdraw)/.test(action) && { reason: '原因' }),
});
