import { demoId, type PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putItem } from './harness/ledger.ts';
import { prepared, putRows } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const ROUND = demoId('round', 'MH-WL-2024');
const NOTICE = `PublicNotice { id status version omissions { ground item { code } }
  items(first: 100) { edges { node { code } } } }`;

describeOnEachDatabase('a notice', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const run = async (login: PersonKey, mutation: string, input: Record<string, unknown>) =>
    runMutation(await hub.signInAs(login), mutation, input, NOTICE);
  const next = (notice: unknown) => ({
    id: textAt(notice, 'id'),
    expectedVersion: at(notice, 'version'),
  });
  const read = async (login: PersonKey, id: string) =>
    (await (await hub.signInAs(login)).query(`{ node(id: "${id}") { ... on ${NOTICE} } }`)).data;

  test('is released by two people, without what it leaves out, and never changes', async () => {
    const item = await hub.db.rectificationItem.findFirstOrThrow({ where: { roundId: ROUND } });
    const draft = await run('party-affairs', 'addPublicNotice', {
      roundId: `InspectionRound_${ROUND}`,
      title: '整改进展通报',
    });
    const omission = { itemId: `RectificationItem_${item.id}`, ground: 'MASS_PETITION' };
    const empty = { ...next(draft), ...omission, note: ' ' };
    expect(at(await run('party-affairs', 'omitFromPublicNotice', empty), '__typename')).toBe(
      'ValidationError',
    );
    const omitted = await run('party-affairs', 'omitFromPublicNotice', {
      ...next(draft),
      ...omission,
      note: '涉及面广',
    });
    expect(at(omitted, 'omissions')).toEqual([
      { ground: 'MASS_PETITION', item: { code: item.code } },
    ]);
    const codes = listAt(omitted, 'items.edges').map((edge) => at(edge, 'node.code'));
    expect(codes.length).toBeGreaterThan(0);
    expect(codes).not.toContain(item.code);
    const id = textAt(draft, 'id');
    expect(at(await read('contact-office', id), 'node')).toBeNull();
    const proposed = await run('party-affairs', 'proposePublicNotice', next(omitted));
    expect(at(await run('party-affairs', 'releasePublicNotice', next(proposed)), 'code')).toBe(
      'FORBIDDEN',
    );
    const released = await run('leader-party', 'releasePublicNotice', next(proposed));
    expect(at(released, 'status')).toBe('RELEASED');
    expect(at(await read('contact-office', id), 'node.omissions')).toEqual([]);
    expect(at(await read('model-contact', id), 'node')).toBeNull();
    const key = id.replace('PublicNotice_', '');
    await expect(
      hub.db.$executeRaw`UPDATE "PublicNotice" SET "title" = '改' WHERE "id" = ${key}::uuid`,
    ).rejects.toThrow(/never changes/);
    await expect(
      hub.db.$executeRaw`DELETE FROM "PublicNoticeOmission" WHERE "noticeId" = ${key}::uuid`,
    ).rejects.toThrow(/draft/);
    const withdrawn = await run('leader-party', 'withdrawPublicNotice', {
      ...next(released),
      reason: '内容有误',
    });
    expect(at(withdrawn, 'status')).toBe('WITHDRAWN');
    expect(at(await read('contact-office', id), 'node')).toBeNull();
  });

  test('goes back to its draft with a reason, and takes items out and in again only there', async () => {
    const [first, second] = await hub.db.rectificationItem.findMany({
      where: { roundId: ROUND },
      orderBy: { code: 'asc' },
    });
    const foreign = await hub.db.rectificationItem.findFirstOrThrow({
      where: { roundId: { not: ROUND } },
    });
    const ground = { ground: 'STATE_SECRET', note: '不宜公开' };
    let notice = await run('party-affairs', 'addPublicNotice', {
      roundId: `InspectionRound_${ROUND}`,
      title: '待改标题',
    });
    const omit = (itemId: string) =>
      run('party-affairs', 'omitFromPublicNotice', {
        ...next(notice),
        itemId: `RectificationItem_${itemId}`,
        ...ground,
      });
    expect(await omit(foreign.id)).toMatchObject({ __typename: 'NotFoundError' });
    notice = await omit(first!.id);
    expect(await omit(first!.id)).toMatchObject({ __typename: 'ValidationError' });
    notice = await omit(second!.id);
    notice = await run('party-affairs', 'readmitToPublicNotice', {
      ...next(notice),
      itemId: `RectificationItem_${first!.id}`,
    });
    expect(listAt(notice, 'omissions').map((one) => at(one, 'item.code'))).toEqual([second!.code]);
    notice = await run('party-affairs', 'proposePublicNotice', next(notice));
    expect(await omit(first!.id)).toMatchObject({ __typename: 'TransitionError', rule: 'status' });
    const back = { ...next(notice), reason: '标题须改' };
    notice = await run('secretary', 'returnPublicNotice', back);
    expect(at(notice, 'status')).toBe('DRAFT');
    notice = await run('party-affairs', 'editPublicNotice', { ...next(notice), title: '新标题' });
    expect(await run('secretary', 'releasePublicNotice', next(notice))).toMatchObject({
      __typename: 'TransitionError',
      rule: 'status',
    });
    const key = textAt(notice, 'id').replace('PublicNotice_', '');
    const ofNotice = { path: ['noticeId'], equals: key };
    const events = await hub.db.event.findMany({
      where: { OR: [{ subjectId: key }, { after: ofNotice }, { before: ofNotice }] },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ type }) => type.replace('PUBLIC_NOTICE_', ''))).toEqual([
      'DRAFTED',
      'ITEM_OMITTED',
      'ITEM_OMITTED',
      'ITEM_READMITTED',
      'PROPOSED',
      'RETURNED',
      'EDITED',
    ]);
  });

  test('is not released by who proposed it, whatever roles they hold', async () => {
    await putRows(hub, ({ create }) =>
      create(prepared('RoleAssignment'), {
        personId: demoId('person', 'party-affairs'),
        organizationId: demoId('organization', 'WL'),
        role: 'LEAD_LEADER',
      }),
    );
    const draft = await run('party-affairs', 'addPublicNotice', {
      roundId: `InspectionRound_${ROUND}`,
      title: '一人两职',
    });
    const proposed = await run('party-affairs', 'proposePublicNotice', next(draft));
    expect(await run('party-affairs', 'releasePublicNotice', next(proposed))).toMatchObject({
      __typename: 'TransitionError',
      rule: 'four-eyes',
    });
    expect(at(await run('secretary', 'releasePublicNotice', next(proposed)), 'status')).toBe(
      'RELEASED',
    );
  });

  test('that is released gains no item that came later', async () => {
    const released = await hub.db.publicNotice.findFirstOrThrow({ where: { status: 'RELEASED' } });
    const id = `PublicNotice_${released.id}`;
    const before = await read('viewer', id);
    await putItem(hub, 'REGISTERED');
    expect(await read('viewer', id)).toEqual(before);
  });
});
