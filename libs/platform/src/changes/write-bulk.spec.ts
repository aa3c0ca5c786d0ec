import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkChain } from '../audit/check-chain.ts';
import { newKey } from '../index.ts';
import { bilingual, defineEvents } from '../rules/index.ts';
import {
  describeOnEachDatabase,
  findFoldDifferences,
  openTestDatabase,
  type TestDatabase,
} from '../testing/index.ts';
import { changing, making, writeBulk, type Write } from './write-bulk.ts';
import { writeChanges } from './write-changes.ts';

const words = bilingual('试', 'test');
const EVENTS = defineEvents({
  ORGANIZATION_ADDED: { subject: 'Organization', words },
  ORGANIZATION_EDITED: { subject: 'Organization', words },
  ROUND_ADDED: { subject: 'InspectionRound', words },
  NOTICE_READ: { subject: 'Notice', words },
  AREA_ADDED: { subject: 'FindingArea', words },
  ITEM_REGISTERED: { subject: 'RectificationItem', words },
  ITEM_EDITED: { subject: 'RectificationItem', words },
  DOCUMENT_ADDED: { subject: 'InstitutionalDocument', words },
  ACTION_ADDED: { subject: 'DocumentAction', words },
  TRAINING_PLANNED: { subject: 'Training', words },
  REVIEW_DRAWN: { subject: 'LookBackReview', words },
});
/** What COPY, JSON and lists each write in a way of their own. */
const AWKWARD = 'a\tb\\n\n"c",{d}\r\\N 𠮷 NULL';

describeOnEachDatabase('a load of very many rows', (kind) => {
  let opened: TestDatabase;
  let serial = 0;
  const at = (minutes: number) => ({
    now: new Date(Date.parse('2025-03-02T01:02:03.004Z') + minutes * 60_000),
    caller: null,
  });

  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.close());

  /** A bureau with a round and items, told out of order. */
  function aBureau(items: number) {
    serial += 1;
    const [bureau, unit, round, area] = [newKey(), newKey(), newKey(), newKey()];
    const district = { kind: 'DISTRICT' as const, name: AWKWARD };
    const below = { kind: 'UNIT' as const, name: AWKWARD };
    const row = (n: number) => ({
      id: newKey(),
      code: `R${serial}-1.${n}`,
      roundId: round,
      areaId: area,
      ordinal: n,
      organizationId: bureau,
      title: AWKWARD,
      supportingUnits: n % 2 ? [unit] : [],
    });
    const made = Array.from({ length: items }, (_, index) => row(index + 1));
    const writes: Write[] = [
      ...made.map((item) => making(EVENTS.ITEM_REGISTERED, item, at(2))),
      making(
        EVENTS.ORGANIZATION_ADDED,
        { ...district, id: bureau, code: `B${serial}`, path: `B${serial}/` },
        at(0),
      ),
      making(
        EVENTS.ORGANIZATION_ADDED,
        { ...below, id: unit, code: `U${serial}`, path: `B${serial}/U/`, parentId: bureau },
        at(0),
      ),
      making(
        EVENTS.ROUND_ADDED,
        {
          id: round,
          code: `R${serial}`,
          title: 'R',
          inspectedOrganizationId: bureau,
          feedbackOn: new Date('2025-02-07'),
        },
        at(1),
      ),
      making(EVENTS.AREA_ADDED, { id: area, roundId: round, ordinal: 1, title: 'A' }, at(1)),
    ];
    return { bureau, unit, round, items: made, writes };
  }

  test('stores rows and events of which folding gives the rows, in the order of time', async () => {
    const { bureau, unit, round, items, writes } = aBureau(40);
    const [first, second] = items;
    writes.push(
      changing(EVENTS.ITEM_EDITED, second!.id, { title: '又改', supportingUnits: [unit] }, at(4)),
      changing(EVENTS.ITEM_EDITED, first!.id, { supportingUnits: [] }, { ...at(3), reason: '因' }),
      changing(EVENTS.ITEM_EDITED, first!.id, { title: AWKWARD }, at(5)),
      making(
        EVENTS.NOTICE_READ,
        {
          roundId: round,
          fileName: 'x',
          sha256: 'x',
          text: AWKWARD,
          stated: { a: [1, AWKWARD] },
          contacts: [{ AWKWARD }],
        },
        at(3),
      ),
      making(
        EVENTS.TRAINING_PLANNED,
        { kind: 'LECTURE', topic: 'T', organizationId: bureau, statedHours: '2.5' },
        at(3),
      ),
      making(
        EVENTS.REVIEW_DRAWN,
        { roundId: round, title: 'L', seed: 's', populationCodes: [AWKWARD, 'b'], sampleSize: 1 },
        at(3),
      ),
    );
    expect(await writeBulk(opened, writes)).toBe(47);

    expect(await findFoldDifferences(opened.db)).toEqual([]);
    const review = await opened.db.lookBackReview.findFirstOrThrow();
    expect(review.populationCodes).toEqual([AWKWARD, 'b']);
    const stored = await opened.db.rectificationItem.findUniqueOrThrow({
      where: { id: second!.id },
    });
    expect(stored).toMatchObject({ title: '又改', version: 2, status: 'REGISTERED' });
    expect(stored.createdAt).toEqual(at(2).now);
    expect(stored.updatedAt).toEqual(at(4).now);
    const log = await opened.db.event.findMany({ orderBy: { id: 'asc' } });
    const moments = log.map(({ occurredAt }) => occurredAt.getTime());
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    const ofFirst = log.filter(({ subjectId }) => subjectId === first!.id);
    expect(ofFirst.map(({ type, reason }) => [type, reason])).toEqual([
      ['ITEM_REGISTERED', null],
      ['ITEM_EDITED', '因'],
    ]);
    expect(ofFirst[1]).toMatchObject({
      before: { supportingUnits: [unit], version: 1 },
      after: { supportingUnits: [], version: 2 },
      organizationId: bureau,
      placesBefore: [`item/${bureau}`],
      placesAfter: [`item/${bureau}`],
    });
  });

  test('goes on with the chain that single changes write, and they with it', async () => {
    const { bureau, writes } = aBureau(1);
    await writeBulk(opened, writes);
    const stored = await opened.db.organization.findUniqueOrThrow({ where: { id: bureau } });
    await writeChanges(opened.db, { ...at(9), address: null }, ({ change }) =>
      change(EVENTS.ORGANIZATION_EDITED, stored, { name: '后' }),
    );
    await writeBulk(opened, aBureau(1).writes);
    expect(await checkChain(opened.db, { after: 0n, limit: 10_000 })).toMatchObject({
      isFinished: true,
      firstBad: null,
    });
    const last = await opened.db.event.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect((await opened.db.eventChain.findFirstOrThrow()).changeId).toBe(last.id);
  });

  test('writes nothing at all where one row cannot be stored', async () => {
    const before = await opened.db.event.count();
    const { items, writes } = aBureau(2);
    writes.push(making(EVENTS.ITEM_REGISTERED, { ...items[0]!, id: newKey() }, at(3)));
    await expect(writeBulk(opened, writes)).rejects.toThrow(/unique/);
    expect(await opened.db.event.count()).toBe(before);
    expect(await opened.db.organization.count({ where: { code: `B${serial}` } })).toBe(0);
  });

  test('refuses changes of rows, and openings of records, that do not come with it', async () => {
    const change = changing(EVENTS.ITEM_EDITED, newKey(), { title: 'x' }, at(0));
    await expect(writeBulk(opened, [change])).rejects.toThrow('never made');
    const { bureau, writes } = aBureau(1);
    const document = newKey();
    const action = { documentId: document, action: 'ISSUE' as const };
    writes.push(making(EVENTS.ACTION_ADDED, action, at(4)));
    await expect(writeBulk(opened, writes)).rejects.toThrow('opens a row of InstitutionalDocument');
    writes.push(
      making(EVENTS.DOCUMENT_ADDED, { id: document, title: '办法', organizationId: bureau }, at(3)),
    );
    expect(await writeBulk(opened, writes)).toBe(7);
  });
});
