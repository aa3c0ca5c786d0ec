import { randomUUID } from 'node:crypto';
import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { demoItem, putItem, unit } from './harness/ledger.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const WL = `Organization_${unit('WL')}`;
let titles = 0;
const newTitle = () => `《测试制度 ${++titles}》`.slice(1, -1);

describeOnEachDatabase('institutional documents', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const addAs = async (login: PersonKey, input: Record<string, unknown>) =>
    change(await hub.signInAs(login), 'addInstitutionalDocument', { title: newTitle(), ...input });
  const versionAs = async (login: PersonKey, input: Record<string, unknown>) =>
    change(await hub.signInAs(login), 'addDocumentVersion', input);
  const counts = async () => [
    await hub.db.institutionalDocument.count(),
    await hub.db.documentAction.count(),
    await hub.db.documentVersion.count(),
    await hub.db.event.count({
      where: { subjectType: { in: ['InstitutionalDocument', 'DocumentVersion'] } },
    }),
    await hub.db.idempotencyRecord.count(),
  ];

  test('one is added with what was done with it, and the status is only reported', async () => {
    const item = await putItem(hub, 'IN_PROGRESS');
    const result = await addAs('contact-public-services', {
      status: 'ISSUED',
      action: 'ESTABLISH',
      actedOn: '2025-06-30',
      itemId: item.apiId,
      measureId: item.measure!.apiId,
    });
    expect(result).toMatchObject({ status: 'ISSUED', statusIsReported: true, version: 1 });
    const id = textAt(result, 'id').split('_')[1]!;
    const stored = await hub.db.institutionalDocument.findUniqueOrThrow({
      where: { id },
      include: { actions: true },
    });
    expect(stored).toMatchObject({
      organizationId: unit('WL'),
      actions: [{ action: 'ESTABLISH', itemId: item.id, measureId: item.measure!.id }],
    });
    const events = await hub.db.event.findMany({
      where: { subjectId: { in: [id, stored.actions[0]!.id] } },
      orderBy: { id: 'asc' },
    });
    expect(events).toMatchObject([
      { type: 'DOCUMENT_ADDED', subjectType: 'InstitutionalDocument', itemId: null },
      // What the item's history tells of is what was done for it.
      { type: 'DOCUMENT_ACTION_RECORDED', subjectType: 'DocumentAction', itemId: item.id },
    ]);
  });

  test('a title that the bureau has is refused, and taken by another bureau', async () => {
    const title = newTitle();
    await addAs('party-affairs', { title });
    const again = await addAs('party-affairs', { title: ` ${title} ` });
    expect(again).toMatchObject({
      __typename: 'ValidationError',
      fieldErrors: [{ path: ['title'] }],
    });
    expect(await addAs('model-party-affairs', { title })).toMatchObject({ title });
  });

  test('of two additions of one title at once, one is refused by the field', async () => {
    const title = newTitle();
    const results = await Promise.all([
      addAs('party-affairs', { title }),
      addAs('party-affairs', { title }),
    ]);
    expect(results.map((result) => textAt(result, '__typename')).sort()).toEqual([
      'InstitutionalDocument',
      'ValidationError',
    ]);
  });

  test.each<[string, PersonKey, () => Record<string, unknown>, string]>([
    ['a reader', 'viewer', () => ({ organizationId: WL }), 'ForbiddenError'],
    [
      'a unit for another unit',
      'contact-library',
      () => ({ organizationId: WL, responsibleUnitId: `Organization_${unit('GF')}` }),
      // One that it does not see reads like one that is not there.
      'NotFoundError',
    ],
    [
      'a unit in another bureau’s register',
      'contact-library',
      () => ({
        organizationId: `Organization_${unit('SF')}`,
        responsibleUnitId: `Organization_${unit('TSG')}`,
      }),
      'NotFoundError',
    ],
    [
      'a bureau for another bureau’s unit',
      'party-affairs',
      () => ({ responsibleUnitId: `Organization_${unit('ZH')}` }),
      'NotFoundError',
    ],
    [
      'for an item of another bureau',
      'party-affairs',
      () => ({ action: 'REVISE', itemId: `RectificationItem_${demoItem('1.1', 'MH-SF-2025')}` }),
      'NotFoundError',
    ],
    [
      'for a measure without its item',
      'party-affairs',
      () => ({ action: 'REVISE', measureId: `CorrectiveMeasure_${randomUUID()}` }),
      'ValidationError',
    ],
    [
      'for an item without an action',
      'party-affairs',
      () => ({ itemId: `RectificationItem_${demoItem('1.1')}` }),
      'ValidationError',
    ],
    ['without a title', 'party-affairs', () => ({ title: ' ' }), 'ValidationError'],
  ])('adding one is refused: %s', async (_title, login, input, expected) => {
    const before = await counts();
    expect(await addAs(login, input())).toMatchObject({ __typename: expected });
    expect(await counts()).toEqual(before);
  });

  test('a version with number, issue day and file makes it issued', async () => {
    const id = textAt(await addAs('party-affairs', { status: 'DRAFTING' }), 'id');
    const draft = await versionAs('party-affairs', { id, expectedVersion: 1, text: '第一稿' });
    expect(draft).toMatchObject({
      status: 'DRAFTING',
      statusIsReported: true,
      // The document is as it was; what is new is its version.
      version: 1,
      newest: { ordinal: 1 },
    });
    const issued = await versionAs('party-affairs', {
      id,
      expectedVersion: 1,
      documentNumber: '闵文旅〔2025〕8号',
      issuedOn: '2025-07-01',
      fileId: textAt((await (await hub.signInAs('party-affairs')).upload('印发稿')).body, 'fileId'),
    });
    expect(issued).toMatchObject({
      status: 'ISSUED',
      statusIsReported: false,
      version: 2,
      newest: { ordinal: 2, documentNumber: '闵文旅〔2025〕8号' },
    });
    const { data } = await (
      await hub.signInAs('party-affairs')
    ).query(
      `query ($id: ID!) { node(id: $id) { ... on InstitutionalDocument {
        history(first: 9) { edges { node { type subjectType after } } } } } }`,
      { id },
    );
    expect(listAt(data, 'node.history.edges').map((edge) => at(edge, 'node'))).toMatchObject([
      { type: 'DOCUMENT_VERSION_ADDED', after: { ordinal: 2, issuedOn: '2025-07-01' } },
      { type: 'DOCUMENT_REPORT_CONFIRMED', after: { status: 'ISSUED', statusIsReported: false } },
      { type: 'DOCUMENT_VERSION_ADDED', after: { ordinal: 1, text: '第一稿' } },
      { type: 'DOCUMENT_ADDED', after: { status: 'DRAFTING', statusIsReported: true } },
    ]);
  });

  test('a version is refused when stale, empty, misdated, forbidden or of nothing, and leaves no trace', async () => {
    const id = textAt(await addAs('party-affairs', {}), 'id');
    const version = { id, expectedVersion: 1, text: '正文' };
    const before = await counts();
    expect(await versionAs('party-affairs', { ...version, expectedVersion: 7 })).toMatchObject({
      __typename: 'ConflictError',
      currentVersion: 1,
    });
    expect(await versionAs('party-affairs', { id, expectedVersion: 1 })).toMatchObject({
      __typename: 'ValidationError',
    });
    const misdated = await versionAs('party-affairs', {
      ...version,
      issuedOn: '2025-07-02',
      effectiveOn: '2025-07-01',
    });
    expect(at(misdated, 'fieldErrors.0.path')).toEqual(['effectiveOn']);
    expect(
      await versionAs('party-affairs', { ...version, fileId: `StoredFile_${randomUUID()}` }),
    ).toMatchObject({ __typename: 'NotFoundError' });
    expect(await versionAs('viewer', version)).toMatchObject({ __typename: 'ForbiddenError' });
    const invisible = await versionAs('model-party-affairs', version);
    const missing = await versionAs('model-party-affairs', {
      ...version,
      id: `InstitutionalDocument_${randomUUID()}`,
    });
    expect(invisible).toMatchObject({ __typename: 'NotFoundError' });
    expect(JSON.stringify(invisible)).toBe(JSON.stringify(missing));
    expect(await counts()).toEqual(before);
  });

  test('two versions at once become two, one after the other: the document stays as it was', async () => {
    const id = textAt(await addAs('party-affairs', {}), 'id');
    const both = await Promise.all(
      ['甲', '乙'].map((text) => versionAs('party-affairs', { id, expectedVersion: 1, text })),
    );
    expect(both).toMatchObject([{ version: 1 }, { version: 1 }]);
    const versions = await hub.db.documentVersion.findMany({
      where: { documentId: id.split('_')[1]! },
      orderBy: { ordinal: 'asc' },
    });
    expect(versions.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    expect(versions.map(({ text }) => text).sort()).toEqual(['乙', '甲']);
  });

  test('a unit that does not see an item does not learn which documents serve it', async () => {
    const item = await putItem(hub, 'IN_PROGRESS');
    await addAs('party-affairs', {
      action: 'REVISE',
      itemId: item.apiId,
      responsibleUnitId: `Organization_${unit('TSG')}`,
    });
    const document =
      'query ($filter: InstitutionalDocumentFilter) { institutionalDocuments(filter: $filter) { totalCount edges { node { actions { action } } } } }';
    const library = await hub.signInAs('contact-library');
    const mine = await library.query(document, {
      filter: { responsibleUnitId: `Organization_${unit('TSG')}` },
    });
    expect(
      listAt(mine.data, 'institutionalDocuments.edges').some(
        (edge) => listAt(edge, 'node.actions').length === 0,
      ),
    ).toBe(true);
    const filtered = await library.query(document, { filter: { itemId: item.apiId } });
    const nothing = await library.query(document, {
      filter: { itemId: `RectificationItem_${randomUUID()}` },
    });
    expect(filtered.text).toBe(nothing.text);
  });
});
