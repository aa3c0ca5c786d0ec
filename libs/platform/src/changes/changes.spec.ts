import { afterAll, beforeAll, expect, test } from 'vitest';
import { bilingual, defineEvents, foldEvents } from '../rules/index.ts';
import { describeOnEachDatabase, openTestDatabase, type TestDatabase } from '../testing/index.ts';
import { newKey } from '../index.ts';
import { ConflictError } from '../errors/domain-errors.ts';
import { loggedRow, ledgerSpec } from './log-form.ts';
import { writeChanges, type WriteScope } from './write-changes.ts';

const words = bilingual('试', 'test');
const EVENTS = defineEvents({
  ORGANIZATION_ADDED: { subject: 'Organization', words },
  ORGANIZATION_MOVED: { subject: 'Organization', words },
  ROUND_ADDED: { subject: 'InspectionRound', words },
  AREA_ADDED: { subject: 'FindingArea', words },
  ITEM_REGISTERED: { subject: 'RectificationItem', words },
  ITEM_EDITED: { subject: 'RectificationItem', words },
  ITEM_REMOVED: { subject: 'RectificationItem', words },
  MEASURE_ADDED: { subject: 'CorrectiveMeasure', words },
  DOCUMENT_ADDED: { subject: 'InstitutionalDocument', words },
  ACTION_ADDED: { subject: 'DocumentAction', words },
  ACTION_REMOVED: { subject: 'DocumentAction', words },
  TRAINING_PLANNED: { subject: 'Training', words },
  TRAINING_EDITED: { subject: 'Training', words },
  SESSION_ADDED: { subject: 'TrainingSession', words },
});

const NOW = new Date('2026-03-02T01:02:03.004Z');
const BY = { caller: null, now: NOW, address: null, command: 'test' };

describeOnEachDatabase('the writer of changes', (kind) => {
  let opened: TestDatabase;
  let bureau: string;
  let [unit, other]: string[] = [];
  let place: { roundId: string; areaId: string; organizationId: string };
  let count = 0;

  const write = <Result>(work: (scope: WriteScope) => Promise<Result>) =>
    writeChanges(opened.db, BY, work);
  const eventsOf = (subjectId: string) =>
    opened.db.event.findMany({ where: { subjectId }, orderBy: { id: 'asc' } });
  const registerItem = (more: object = {}) =>
    write(({ create }) => {
      count += 1;
      const id = newKey();
      const row = { id, ...place, ordinal: count, code: `R-1.${count}`, title: '问题' };
      return create(EVENTS.ITEM_REGISTERED, { ...row, ...more });
    });

  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    const made = await write(async ({ create }) => {
      const organization = (
        kind: 'DISTRICT' | 'BUREAU' | 'UNIT',
        code: string,
        parent: { id: string; path: string } | null,
      ) =>
        create(EVENTS.ORGANIZATION_ADDED, {
          code,
          name: code,
          kind,
          parentId: parent?.id ?? null,
          path: `${parent?.path ?? ''}${code}/`,
        });
      const root = await organization('BUREAU', 'B', await organization('DISTRICT', 'D', null));
      const units = [await organization('UNIT', 'U', root), await organization('UNIT', 'V', root)];
      const round = await create(EVENTS.ROUND_ADDED, {
        code: 'R',
        title: 'R',
        inspectedOrganizationId: root.id,
        feedbackOn: new Date('2025-02-07'),
      });
      const area = await create(EVENTS.AREA_ADDED, { roundId: round.id, ordinal: 1, title: 'A' });
      return { root, units, round, area };
    });
    bureau = made.root.id;
    [unit, other] = made.units.map(({ id }) => id);
    place = { roundId: made.round.id, areaId: made.area.id, organizationId: bureau };
  });
  afterAll(() => opened.close());

  test('writes a row and its event as one, with every column in the form of the log', async () => {
    const item = await registerItem({
      dueOn: new Date('2026-06-30'),
      firstDueOn: new Date('2026-06-30'),
      responsibleUnitId: unit,
      supportingUnits: [other],
    });
    const [event, ...more] = await eventsOf(item.id);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'ITEM_REGISTERED',
      operation: 'CREATE',
      kind: 'CHANGE',
      subjectType: 'RectificationItem',
      subjectVersion: 1,
      itemId: item.id,
      organizationId: bureau,
      occurredAt: NOW,
      command: 'test',
      before: null,
      placesBefore: [],
    });
    expect(event!.after).toEqual({
      ...loggedRow(ledgerSpec('RectificationItem'), item),
      supportingUnits: [other],
    });
    expect(event!.after).toMatchObject({ dueOn: '2026-06-30', version: 1, status: 'REGISTERED' });
    expect(event!.placesAfter[0]).toBe(`item/${bureau}`);
    expect([...event!.placesAfter].sort()).toEqual(
      [`item/${bureau}`, `item-unit/${unit}`, `item-unit/${other}`].sort(),
    );
  });

  test('tells of a change what differs, and of what differs in nothing nothing', async () => {
    const item = await registerItem({ supportingUnits: [unit!] });
    const changed = await write(({ change }) =>
      change(EVENTS.ITEM_EDITED, item, { title: '另一问题', supportingUnits: [unit!] }),
    );
    expect(changed).toMatchObject({ title: '另一问题', version: 2 });
    await write(({ change }) => change(EVENTS.ITEM_EDITED, changed, { title: '另一问题' }));
    const events = await eventsOf(item.id);
    expect(events.map(({ before, after }) => ({ before, after })).slice(1)).toEqual([
      { before: { title: '问题', version: 1 }, after: { title: '另一问题', version: 2 } },
    ]);
    const stored = await opened.db.rectificationItem.findUniqueOrThrow({ where: { id: item.id } });
    expect(foldEvents(events)).toEqual({
      ...loggedRow(ledgerSpec('RectificationItem'), stored),
      supportingUnits: [unit],
    });
  });

  test('refuses a change of a row that has moved on, with both values', async () => {
    const item = await registerItem();
    await write(({ change }) => change(EVENTS.ITEM_EDITED, item, { title: '甲' }));
    const late = write(({ change }) => change(EVENTS.ITEM_EDITED, item, { title: '乙' }));
    await expect(late).rejects.toThrow(ConflictError);
    const read = await opened.db.rectificationItem.findUniqueOrThrow({ where: { id: item.id } });
    const stale = write(({ change }) =>
      change(EVENTS.ITEM_EDITED, read, { title: '乙' }, { expectedVersion: 1 }),
    );
    await expect(stale).rejects.toMatchObject({
      currentVersion: 2,
      fields: [{ field: 'title', yours: '乙', current: '甲' }],
    });
    expect(await eventsOf(item.id)).toHaveLength(2);
  });

  test('keeps a long text whole in after, and its hash in before', async () => {
    const long = '长'.repeat(3_000);
    const item = await registerItem({ description: long });
    await write(({ change }) => change(EVENTS.ITEM_EDITED, item, { description: null }));
    const [made, edited] = await eventsOf(item.id);
    expect(made!.after).toMatchObject({ description: long });
    expect(edited!.before).toEqual({
      description: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      version: 1,
    });
  });

  test('removes a row with its lists, and the fold is empty', async () => {
    const item = await registerItem({ supportingUnits: [unit!] });
    await write(({ remove }) => remove(EVENTS.ITEM_REMOVED, item));
    const events = await eventsOf(item.id);
    expect(events.at(-1)).toMatchObject({
      operation: 'REMOVE',
      after: null,
      before: { title: '问题', supportingUnits: [unit] },
      placesAfter: [],
    });
    expect(events.at(-1)!.placesBefore).toHaveLength(2);
    expect(foldEvents(events)).toBeNull();
    expect(await opened.db.rectificationItem.count({ where: { id: item.id } })).toBe(0);
  });

  test('tells of everything on an item that enters or leaves sight with it', async () => {
    const item = await registerItem({ responsibleUnitId: unit });
    const below = await write(async ({ create }) => {
      const measure = await create(EVENTS.MEASURE_ADDED, {
        itemId: item.id,
        ordinal: 1,
        text: '措施',
      });
      const owner = { organizationId: bureau };
      const document = await create(EVENTS.DOCUMENT_ADDED, { ...owner, title: `制度${count}` });
      await create(EVENTS.ACTION_ADDED, {
        documentId: document.id,
        action: 'REVISE',
        itemId: item.id,
      });
      const training = await create(EVENTS.TRAINING_PLANNED, {
        ...owner,
        kind: 'LECTURE',
        topic: '讲座',
        itemId: item.id,
      });
      await create(EVENTS.SESSION_ADDED, { trainingId: training.id, ordinal: 1 });
      return { measure, document, training };
    });
    await write(({ change }) => change(EVENTS.ITEM_EDITED, item, { responsibleUnitId: other! }));
    const moved = await opened.db.event.findMany({
      where: { type: 'SIGHT_MOVED', subjectId: { not: item.id } },
    });
    expect(moved.map(({ subjectType }) => subjectType).sort()).toEqual([
      'CorrectiveMeasure',
      'DocumentAction',
      'InstitutionalDocument',
      'Training',
      'TrainingSession',
    ]);
    for (const event of moved) {
      expect(event).toMatchObject({
        operation: 'CHANGE',
        before: {},
        after: {},
        subjectVersion: 1,
      });
      expect(event.placesBefore).toContain(`item-unit/${unit}`);
      expect(event.placesAfter).toContain(`item-unit/${other}`);
      expect(event.placesAfter).not.toContain(`item-unit/${unit}`);
    }
    // A document comes into sight with the action that it gets for an item, and a training with its item.
    const second = await registerItem({ responsibleUnitId: unit });
    await write(({ create }) =>
      create(EVENTS.ACTION_ADDED, {
        documentId: below.document.id,
        action: 'ISSUE',
        itemId: second.id,
      }),
    );
    const ofDocument = (await eventsOf(below.document.id)).at(-1);
    expect(ofDocument).toMatchObject({ type: 'SIGHT_MOVED' });
    expect(ofDocument!.placesAfter).toContain(`item-unit/${unit}`);
    await write(({ change }) =>
      change(EVENTS.TRAINING_EDITED, below.training, { itemId: second.id }),
    );
    const sessions = await opened.db.event.findMany({
      where: { subjectType: 'TrainingSession', type: 'SIGHT_MOVED' },
      orderBy: { id: 'asc' },
    });
    expect(sessions.at(-1)!.placesAfter).toContain(`item-unit/${unit}`);
  });

  test('moves the head of changes with changes only', async () => {
    const head = async () => (await opened.db.eventChain.findFirstOrThrow()).changeId;
    const item = await registerItem();
    const [event] = await eventsOf(item.id);
    expect(await head()).toBe(event!.id);
  });

  test('is the only one who can write rows where the guard stands', async () => {
    const item = await registerItem({ supportingUnits: [unit!] });
    const where = { id: item.id };
    const { db } = opened;
    await expect(db.rectificationItem.update({ where, data: { title: '改' } })).rejects.toThrow(
      /without an event/,
    );
    const unitRow = { itemId: item.id, organizationId: other! };
    await expect(db.rectificationItemSupportingUnit.create({ data: unitRow })).rejects.toThrow(
      /without an event of its RectificationItem/,
    );
    await expect(
      db.findingArea.create({ data: { roundId: place.roundId, ordinal: 9, title: 'B' } }),
    ).rejects.toThrow(/without an event/);
    await db.rectificationItem.update({ where, data: { updatedAt: NOW } });
    expect(await eventsOf(item.id)).toHaveLength(1);
  });
});
