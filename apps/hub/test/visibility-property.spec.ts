import { ROLES } from '@taizhang/access/rules';
import { loadDemoLedger } from '@taizhang/demo';
import type { Caller } from '@taizhang/platform';
import {
  describeOnEachDatabase,
  openTestDatabase,
  type TestDatabase,
} from '@taizhang/platform/testing';
import { visibleItems } from '@taizhang/rectification';
import { isItemVisible } from '@taizhang/rectification/rules';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

describeOnEachDatabase('visibleItems and isItemVisible', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    await database.db.$transaction((tx) =>
      loadDemoLedger(tx, { storeFile: () => Promise.resolve() }),
    );
  });
  afterAll(() => database.close());

  test('agree on every item, whatever roles somebody has wherever', async () => {
    const items = await database.db.rectificationItem.findMany({
      include: { supportingUnits: true },
    });
    const places = await database.db.organization.findMany();
    const grant = fc
      .record({
        role: fc.constantFrom(...ROLES),
        place: fc.constantFrom(...places),
        isWhole: fc.boolean(),
      })
      .map(({ role, place, isWhole }) => ({
        role,
        organizationId: place.id,
        path: place.path,
        organizationIds:
          !place.parentId && isWhole
            ? null
            : places.filter(({ path }) => path.startsWith(place.path)).map(({ id }) => id),
      }));
    const caller = fc.array(grant, { maxLength: 3 }).map((grants): Caller => ({
      key: 'x',
      name: 'x',
      personId: null,
      isDemo: false,
      organizationId: places[0]!.id,
      grants,
    }));
    let [some, none] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.option(caller), async (who) => {
        const byDatabase = await database.db.rectificationItem.findMany({
          where: { AND: [visibleItems(who), {}] },
          select: { id: true },
        });
        const byRule = items.filter((item) => isItemVisible(who, item));
        expect(byDatabase.map(({ id }) => id).sort()).toEqual(byRule.map(({ id }) => id).sort());
        if (byRule.length) some += 1;
        else none += 1;
      }),
      { seed: 20_271_122, numRuns: 120 },
    );
    expect([some > 20, none > 20]).toEqual([true, true]);
  });
});
