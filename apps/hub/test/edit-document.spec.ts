import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrganizationKey, PersonKey } from '@taizhang/demo';
import { change } from './harness/change.ts';
import { unit } from './harness/ledger.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const place = (key: OrganizationKey) => `Organization_${unit(key)}`;
const READ = `query ($id: ID!) { node(id: $id) { ... on InstitutionalDocument {
  title version responsibleUnit { code } allowedActions { action allowed }
  history(first: 9) { edges { node { type reason before after } } }
} } }`;
let titles = 0;

describeOnEachDatabase('editing a document', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const run = async (login: PersonKey, name: string, input: Record<string, unknown>) =>
    change(await hub.signInAs(login), name, input);
  const read = async (id: string, login: PersonKey = 'party-affairs') =>
    at((await (await hub.signInAs(login)).query(READ, { id })).data, 'node');
  const add = async (more: object = {}) => {
    const title = `写错的题目 ${++titles}`;
    const unitId = place('TSG');
    const fields = { title, status: 'IN_FORCE', responsibleUnitId: unitId, ...more };
    return textAt(await run('party-affairs', 'addInstitutionalDocument', fields), 'id');
  };
  const edit = async (login: PersonKey, id: string, input: Record<string, unknown>) =>
    run(login, 'editInstitutionalDocument', {
      id,
      expectedVersion: numberAt(await read(id), 'version'),
      ...input,
    });
  const mayEdit = async (id: string, login: PersonKey) =>
    listAt(await read(id, login), 'allowedActions').some(
      (one) => at(one, 'action') === 'editInstitutionalDocument' && at(one, 'allowed') === true,
    );

  test('puts its title right and gives it to another unit, and the history shows both values', async () => {
    const id = await add();
    const title = `题目 ${titles}`;
    expect(await edit('party-affairs', id, { title, reason: '笔误' })).toMatchObject({
      title,
      version: 2,
    });
    await edit('party-affairs', id, { responsibleUnitId: place('GF') });
    await edit('party-affairs', id, { responsibleUnitId: null });
    const document = await read(id);
    expect(document).toMatchObject({ title, version: 4, responsibleUnit: null });
    expect(
      listAt(document, 'history.edges')
        .slice(0, 3)
        .map((edge) => at(edge, 'node')),
    ).toMatchObject([
      { before: { responsibleUnitId: unit('GF') }, after: { responsibleUnitId: null } },
      { before: { responsibleUnitId: unit('TSG') }, after: { responsibleUnitId: unit('GF') } },
      {
        type: 'DOCUMENT_EDITED',
        reason: '笔误',
        before: { title: `写错的题目 ${titles}` },
        after: { title, version: 2 },
      },
    ]);
  });

  test('to what it is already changes nothing', async () => {
    const id = await add();
    expect(await edit('party-affairs', id, { title: `写错的题目 ${titles}` })).toMatchObject({
      version: 1,
    });
    expect(listAt(await read(id), 'history.edges')).toHaveLength(1);
  });

  test('is for the contact of its unit too, who gives it to nobody else', async () => {
    const id = await add();
    expect(await mayEdit(id, 'contact-library')).toBe(true);
    expect(await edit('contact-library', id, { title: `馆内规定 ${titles}` })).toMatchObject({
      title: `馆内规定 ${titles}`,
    });
    expect(await edit('contact-library', id, { responsibleUnitId: place('GF') })).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect(await mayEdit(id, 'secretary')).toBe(false);
    expect(await edit('secretary', id, { title: '别的' })).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect(await edit('contact-office', id, { title: '别的' })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  test('is refused with a title that is taken, a foreign unit, an old version and once it is repealed', async () => {
    const taken = `写错的题目 ${titles + 1}`;
    await add();
    const id = await add();
    expect(await edit('party-affairs', id, { title: taken })).toMatchObject({
      __typename: 'ValidationError',
      fieldErrors: [{ path: ['title'] }],
    });
    for (const foreign of [place('SF'), `Organization_${randomUUID()}`])
      expect(await edit('party-affairs', id, { responsibleUnitId: foreign })).toMatchObject({
        __typename: 'NotFoundError',
      });
    expect(await edit('party-affairs', id, { title: '新', expectedVersion: 7 })).toMatchObject({
      __typename: 'ConflictError',
      fields: [{ field: 'title', yours: '新' }],
    });
    const repealed = await add({ status: 'REPEALED' });
    expect(await mayEdit(repealed, 'party-affairs')).toBe(false);
    expect(await edit('party-affairs', repealed, { title: '新' })).toMatchObject({
      rule: 'document-not-closed',
    });
  });
});
