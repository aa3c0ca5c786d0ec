import { describeOnEachDatabase } from '@taizhang/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { expectFold } from './harness/expect-fold.ts';
import { ACT, importText, noticeOf } from './harness/import-notice.ts';
import { at, textAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

/** What happens next: an import of so many items in such words, an edit of an item, an undo of an act. */
const STEP = fc.oneof(
  fc.record({
    kind: fc.constant('import' as const),
    items: fc.integer({ min: 1, max: 5 }),
    words: fc.constantFrom('不到位', '走了样', '抓得不紧'),
  }),
  fc.record({
    kind: fc.constant('edit' as const),
    item: fc.nat({ max: 20 }),
  }),
  fc.record({ kind: fc.constant('undo' as const), act: fc.nat({ max: 20 }) }),
);

describeOnEachDatabase('random imports, edits and undos', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  test('leave a log that folds to what is stored', { timeout: 240_000 }, async () => {
    const done: Record<string, number> = {};
    const count = (what: string) => (done[what] = (done[what] ?? 0) + 1);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { minLength: 5, maxLength: 9 }), async (steps) => {
        run += 1;
        const bureau = `区${'甲乙丙丁戊己庚辛'[run % 8]}${'子丑寅卯辰巳午未'[Math.floor(run / 8) % 8]}局`;
        const acts: string[] = [];
        for (const step of [{ kind: 'import', items: 3, words: '不到位' } as const, ...steps]) {
          if (step.kind === 'import') {
            const text = noticeOf(step.items, bureau).replaceAll('不到位', step.words);
            const result = await importText(hub.automation, text);
            acts.push(textAt(result, 'act.id'));
            count(`import ${textAt(result, 'act.status')}`);
          } else if (step.kind === 'undo') {
            const id = acts[step.act % acts.length];
            const result = await runMutation(hub.automation, 'undoAct', { id }, `Act { ${ACT} }`);
            count(`undo ${textAt(result, '__typename')}`);
          } else {
            const items = await hub.db.rectificationItem.findMany({
              where: { organization: { name: bureau } },
              orderBy: { code: 'asc' },
            });
            const item = items[step.item % Math.max(1, items.length)];
            if (!item) continue;
            const result = await change(hub.automation, 'editRectificationItem', {
              id: `RectificationItem_${item.id}`,
              expectedVersion: item.version,
              description: `第${run}次`,
            });
            count(`${step.kind} ${textAt(result, '__typename')}`);
          }
        }
        await expectFold(hub);
      }),
      { seed: 20_271_127, numRuns: 6, endOnFailure: true },
    );
    expect(done['import DONE']).toBeGreaterThan(6);
    expect(done['undo Act']).toBeGreaterThan(2);
    expect(done['edit RectificationItem']).toBeGreaterThan(1);
    expect(at(done, 'import FAILED')).toBeUndefined();
  });
});
