import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from './harness/client.ts';
import { expectFold } from './harness/expect-fold.ts';
import { unit } from './harness/ledger.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import {
  define,
  definitionInput,
  editEntry,
  enter,
  entriesError,
  entriesOf,
  GIFT,
  REGISTER,
  take,
  templateOf,
  valueIn,
} from './harness/registers.ts';
import { runMutation } from './harness/run-mutation.ts';
import { STORIES } from './harness/stories.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
import { expectTold, lastEvent } from './harness/told-events.ts';

describeOnEachDatabase('a register', (kind) => {
  let hub: TestHub;
  let office: Client;
  let finance: Client;
  let affairs: Client;
  let library: Client;
  let registerId = '';
  let recipientId = '';
  let begin = 0n;

  beforeAll(async () => {
    hub = await startTestHub(kind);
    [office, finance, affairs, library] = (await Promise.all(
      (['contact-office', 'contact-finance', 'party-affairs', 'contact-library'] as const).map(
        hub.signInAs,
      ),
    )) as [Client, Client, Client, Client];
    begin = await lastEvent(hub);
    const made = await define(affairs, templateOf('gifts'), { key: 'gifts-tested' });
    expect(made).toMatchObject({ __typename: 'Register', currentNumber: 1, status: 'ACTIVE' });
    registerId = textAt(made, 'id');
    const own = await hub.db.person.findFirstOrThrow({ where: { displayName: '办公室联络员' } });
    recipientId = `Person_${own.id}`;
  });
  afterAll(() => hub.stop());

  const gift = (more: Record<string, Record<string, unknown>> = {}) => ({
    ...GIFT,
    recipient: { recordId: recipientId },
    ...more,
  });
  const entries = (client: Client, args: string, fields?: string) =>
    entriesOf(client, registerId, args, fields);
  const errorOf = (client: Client, args: string) => entriesError(client, registerId, args);

  test('is registered by one unit, booked by another, disposed of by a third', async () => {
    const entry = await enter(office, registerId, gift());
    expect(entry).toMatchObject({
      stage: 'registered',
      number: 1,
      title: '茶叶两盒',
      isOpen: true,
    });
    expect(valueIn(entry, 'recipient')).toMatchObject({
      recordId: recipientId,
      text: '办公室联络员',
    });
    expect(await take(library, entry, 'book', { account: { text: 'A-0' } })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await take(office, entry, 'book', { account: { text: 'A-0' } })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await take(finance, entry, 'dispose', { disposal: { text: 'kept' } })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const booked = await take(finance, entry, 'book', { account: { text: 'A-1' } });
    expect(booked).toMatchObject({ stage: 'booked', version: 2 });
    expect(await take(affairs, entry, 'dispose')).toMatchObject({ code: 'CONFLICT' });
    const disposed = await take(affairs, booked, 'dispose', { disposal: { text: 'treasury' } });
    expect(disposed).toMatchObject({ stage: 'disposed', isOpen: false });
    expect(listAt(disposed, 'stepsTaken').map((step) => at(step, 'takenByName'))).toEqual([
      '办公室联络员',
      '计财科联络员',
      '党群科科长',
    ]);
    expect(await editEntry(affairs, disposed, { disposal: { text: 'kept' } })).toMatchObject({
      rule: 'entry-open',
    });
  });

  test('is blocked by its rules, and each refusal names the rule', async () => {
    expect(
      await enter(office, registerId, gift({ receivedOn: { day: '2199-01-01' } })),
    ).toMatchObject({ code: 'TRANSITION', rule: 'not-ahead' });
    const cash = await enter(office, registerId, gift({ giftType: { text: 'cash' } }));
    const booked = await take(finance, cash, 'book', { account: { text: 'A-2' } });
    expect(await take(affairs, booked, 'dispose', { disposal: { text: 'kept' } })).toMatchObject({
      rule: 'cash-to-treasury',
      message: '礼金不得留存 / Cash is not kept',
    });
    expect(await take(affairs, booked, 'withdraw', {}, { reason: '误登' })).toMatchObject({
      code: 'TRANSITION',
      rule: 'stage',
    });
  });

  test('takes whole fen, known options and one value a field, and nothing is half written', async () => {
    const before = await hub.db.registerEntry.count();
    const wrong = await enter(office, registerId, {
      gift: { text: '' },
      giftType: { text: 'gold' },
      amount: { text: '八百' },
      account: { text: 'A-9' },
      receivedOn: { day: '2026-01-20' },
      recipient: { recordId: `Person_${unit('WL')}` },
      giver: { text: '某公司' },
    });
    expect(wrong).toMatchObject({ code: 'VALIDATION' });
    expect(listAt(wrong, 'fieldErrors').map((error) => at(error, 'path.1'))).toEqual(
      expect.arrayContaining(['1', '2', '3', 'gift', 'amount']),
    );
    expect(
      await enter(office, registerId, gift({ recipient: { recordId: `Person_${unit('WL')}` } })),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(await hub.db.registerEntry.count()).toBe(before);
  });

  test('lets no two entries say the same where they must not, also at once', async () => {
    const both = await Promise.all(
      [1, 2].map(async () => {
        const entry = await enter(office, registerId, gift());
        return take(finance, entry, 'book', { account: { text: 'same ONE' } });
      }),
    );
    expect(both.map((result) => at(result, '__typename')).sort()).toEqual([
      'RegisterEntry',
      'ValidationError',
    ]);
    const third = await enter(office, registerId, gift());
    expect(await take(finance, third, 'book', { account: { text: 'ＳＡＭＥ one' } })).toMatchObject(
      {
        code: 'VALIDATION',
      },
    );
  });

  test('filters, sorts and counts by its fields, page by page', async () => {
    for (const [fen, name] of [
      [300, '丙'],
      [100, '甲'],
      [200, '乙'],
    ] as const)
      await enter(office, registerId, gift({ amount: { fen }, gift: { text: `样品${name}` } }));
    const small =
      '(filter: {field: {key: "amount", fenTo: 300}}, orderBy: {field: FIELD, direction: ASC, key: "amount"}';
    const first = await entries(
      affairs,
      `${small}, first: 2)`,
      'nodes { title } pageInfo { endCursor }',
    );
    expect(first).toMatchObject({
      totalCount: 3,
      nodes: [{ title: '样品甲' }, { title: '样品乙' }],
    });
    const after = textAt(first, 'pageInfo.endCursor');
    expect(await entries(affairs, `${small}, after: "${after}")`)).toMatchObject({
      nodes: [{ title: '样品丙' }],
    });
    expect(
      await entries(affairs, '(filter: {field: {key: "giftType", is: ["cash"]}})'),
    ).toMatchObject({ totalCount: 1 });
    expect(
      await entries(
        affairs,
        '(filter: {field: {key: "gift", contains: "样品"}, and: [{field: {key: "account", isSaid: false}}]})',
      ),
    ).toMatchObject({ totalCount: 3 });
    expect(await entries(affairs, '(filter: {stage: ["disposed"]})')).toMatchObject({
      totalCount: 1,
    });
    expect(await errorOf(affairs, '(filter: {field: {key: "amount"}})')).toBe('BAD_USER_INPUT');
    expect(await errorOf(affairs, '(orderBy: {field: FIELD, direction: ASC})')).toBe(
      'BAD_USER_INPUT',
    );
    expect(await errorOf(affairs, '(orderBy: {field: NUMBER, direction: ASC, key: "x"})')).toBe(
      'BAD_USER_INPUT',
    );
  });

  test('adds up exactly, by what a field says and by stage', async () => {
    const { data } = await affairs.query(
      `query ($id: ID!) { node(id: $id) { ... on Register {
        all: figures(sums: ["amount"], groupBy: "giftType") { count sums { fen count } groups { value label count sums { fen } } }
        stages: figures(groupBy: "stage") { count groups { value count } }
      } } }`,
      { id: registerId },
    );
    const rows = await hub.db.registerEntryValue.findMany({
      where: { registerId: registerId.split('_')[1]!, key: 'amount' },
    });
    const sum = Number(rows.reduce((total, { fen }) => total + (fen ?? 0n), 0n));
    expect(at(data, 'node.all')).toMatchObject({
      count: rows.length,
      sums: [{ fen: sum, count: rows.length }],
    });
    const groups = listAt(data, 'node.all.groups');
    expect(groups.map((group) => at(group, 'label'))).toEqual(['礼品 / Goods', '礼金 / Cash']);
    expect(groups.reduce<number>((total, group) => total + numberAt(group, 'sums.0.fen'), 0)).toBe(
      sum,
    );
    const inStages = listAt(data, 'node.stages.groups');
    expect(inStages.reduce<number>((total, group) => total + numberAt(group, 'count'), 0)).toBe(
      rows.length,
    );
  });

  test('masks what is sensitive, and no filter, sort, sum or history tells of it', async () => {
    // The unit that books sees every entry, and not who gave.
    const { data } = await finance.query(
      `query ($id: ID!) { node(id: $id) { ... on Register { entries(first: 1) { nodes { title
        values(keys: ["giver", "amount"]) { key isMasked text fen shown }
        history { nodes { after } } } } } } }`,
      { id: registerId },
    );
    expect(at(data, 'node.entries.nodes.0.values')).toEqual(
      expect.arrayContaining([
        { key: 'giver', isMasked: true, text: null, fen: null, shown: null },
        expect.objectContaining({ key: 'amount', isMasked: false }),
      ]),
    );
    expect(JSON.stringify(at(data, 'node.entries.nodes.0.history'))).not.toContain('某公司');
    const all = await entries(affairs, '(filter: {field: {key: "giver", contains: "某"}})');
    expect(numberAt(all, 'totalCount')).toBeGreaterThan(3);
    for (const filter of [
      '(filter: {field: {key: "giver", contains: "某"}})',
      '(filter: {field: {key: "giver", isSaid: true}})',
      '(filter: {field: {key: "giver", isSaid: false}})',
      `(filter: {field: {key: "recipient", recordId: "${recipientId}"}})`,
      '(orderBy: {field: FIELD, key: "giver", direction: ASC})',
    ])
      expect(await entries(finance, filter), filter).toMatchObject({ totalCount: 0 });
    const figures = await finance.query(
      `query ($id: ID!) { node(id: $id) { ... on Register { figures(groupBy: "recipient") { groups { count } } } } }`,
      { id: registerId },
    );
    expect(at(figures.data, 'node.figures.groups')).toEqual([]);
    // Who is asked for it sees it: it is theirs to fill in.
    const mine = await enter(office, registerId, gift());
    expect(valueIn(mine, 'giver')).toMatchObject({ isMasked: false, text: '某公司' });
  });

  test('puts right what the last step said, by whoever then stands in for it', async () => {
    const entry = await enter(office, registerId, gift());
    const edited = await editEntry(office, entry, { amount: { fen: 99_900 } });
    expect(valueIn(edited, 'amount')).toMatchObject({ fen: 99_900, shown: '999.00' });
    expect(await editEntry(office, entry, { amount: { fen: 1 } })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await editEntry(finance, edited, { amount: { fen: 1 } })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('is revised with counts before, and its entries keep their version', async () => {
    const own = await define(affairs, templateOf('site-checks'), { key: 'site-checks-tested' });
    const id = textAt(own, 'id');
    const check = {
      site: { text: '书房' },
      checkedOn: { day: '2026-02-01' },
      hasDefect: { flag: false },
    };
    const entry = await enter(library, id, check);
    const after = templateOf('site-checks');
    after.definition.fields.find(({ key }) => key === 'site')!.kind = 'LONG_TEXT';
    after.definition.fields = after.definition.fields.filter(({ key }) => key !== 'photo');
    for (const step of after.definition.steps)
      step.asks = step.asks.filter((key) => key !== 'photo');
    const definition = definitionInput(after);
    const preview = await affairs.query(
      `query ($id: ID!, $definition: RegisterDefinitionInput!) { node(id: $id) { ... on Register { revision(definition: $definition) {
        problems { path } changes { kind key entries } } } } }`,
      { id, definition },
    );
    expect(at(preview.data, 'node.revision')).toMatchObject({
      problems: [],
      changes: expect.arrayContaining([
        { kind: 'REMOVED', key: 'photo', entries: 0 },
        { kind: 'KIND_CHANGED', key: 'site', entries: 1 },
      ]) as unknown,
    });
    const revised = await runMutation(
      affairs,
      'reviseRegister',
      { id, expectedVersion: 1, definition, note: '简化' },
      REGISTER,
    );
    expect(revised).toMatchObject({ currentNumber: 2, version: 2 });
    expect(await take(library, entry, 'pass')).toMatchObject({ stage: 'good' });
    expect(await enter(library, id, check)).toMatchObject({ number: 2, title: 'No. 2' });
    const { data } = await affairs.query(
      `query ($id: ID!) { node(id: $id) { ... on Register { versions { number } old: entries(filter: {version: 1}) { totalCount } } } }`,
      { id },
    );
    expect(at(data, 'node')).toEqual({
      versions: [{ number: 2 }, { number: 1 }],
      old: { totalCount: 1 },
    });

    const moved = templateOf('gifts');
    moved.definition.fields.find(({ key }) => key === 'giver')!.isSensitive = false;
    expect(
      await runMutation(
        affairs,
        'reviseRegister',
        { id: registerId, expectedVersion: 1, definition: definitionInput(moved) },
        REGISTER,
      ),
    ).toMatchObject({
      code: 'VALIDATION',
      fieldErrors: [{ path: ['definition', 'fields', '5', 'isSensitive'] }],
    });
  });

  test('is defined once a key and in order, by who may', async () => {
    expect(await define(office, templateOf('quotes'))).toMatchObject({ code: 'FORBIDDEN' });
    const both = await Promise.all(
      [1, 2].map(() => define(affairs, templateOf('quotes'), { key: 'quotes-twice' })),
    );
    expect(both.map((result) => at(result, '__typename')).sort()).toEqual([
      'Register',
      'ValidationError',
    ]);
    const orphaning = templateOf('quotes');
    orphaning.definition.steps = orphaning.definition.steps.filter(
      ({ key }) => !['decide', 'void'].includes(key),
    );
    expect(await define(affairs, orphaning, { key: 'orphaning' })).toMatchObject({
      code: 'VALIDATION',
    });
    const looping = templateOf('quotes');
    looping.definition.rules[0]!.holds = '[1,2,3].all(x, [1,2,3].all(y, x != y))';
    const refused = await define(affairs, looping, { key: 'looping' });
    expect(listAt(refused, 'fieldErrors').map((error) => at(error, 'path'))).toEqual([
      ['definition', 'rules', '0', 'holds'],
    ]);
    const alone = templateOf('project-payments');
    alone.definition.fields[1]!.register = 'of-nobody';
    expect(await define(affairs, alone, { key: 'no-projects' })).toMatchObject({
      fieldErrors: [{ path: ['definition', 'fields', '1', 'register'] }],
    });
    expect(
      await hub.db.register.count({
        where: { key: { in: ['orphaning', 'looping', 'no-projects'] } },
      }),
    ).toBe(0);
  });

  test('hands out the file that a field names to whoever sees the entry, and notes it', async () => {
    const fileId = textAt((await affairs.upload('处置凭证')).body, 'fileId');
    const entry = await enter(office, registerId, gift());
    const booked = await take(finance, entry, 'book', { account: { text: 'A-file' } });
    const disposed = await take(affairs, booked, 'dispose', {
      disposal: { text: 'returned' },
      proof: { recordId: fileId, text: '凭证.txt' },
    });
    expect(valueIn(disposed, 'proof')).toMatchObject({ text: '凭证.txt', recordId: fileId });
    const linkFor = async (client: Client) => {
      const { data } = await client.query(
        'query ($id: ID!) { node(id: $id) { ... on RegisterEntry { values(keys: ["proof"]) { downloadUrl } } } }',
        { id: textAt(disposed, 'id') },
      );
      return at(data, 'node.values.0.downloadUrl');
    };
    const link = String(await linkFor(finance));
    expect(await (await finance.fetch(link)).text()).toContain('处置凭证');
    expect((await library.fetch(link)).status).toBe(403);
    expect((await finance.fetch(link.replace('field=proof', 'field=giver'))).status).toBe(403);
    expect(await linkFor(library)).toBeUndefined();
    expect(await hub.db.event.count({ where: { type: 'ENTRY_FILE_DOWNLOADED' } })).toBe(1);
  });

  test('is closed and reopened', async () => {
    const id = textAt(
      await define(affairs, templateOf('indicator-samples'), { key: 'samples-closed' }),
      'id',
    );
    const step = (name: string, expectedVersion: number, more = {}) =>
      runMutation(affairs, name, { id, expectedVersion, ...more }, REGISTER);
    expect(await step('closeRegister', 1, { reason: '并入其他登记簿' })).toMatchObject({
      status: 'CLOSED',
    });
    expect(await enter(affairs, id, {})).toMatchObject({ rule: 'register-active' });
    expect(await step('reopenRegister', 2)).toMatchObject({ status: 'ACTIVE' });
  });

  test('shows its entries to whoever a place or a step gives them to', async () => {
    for (const [client, sees] of [
      [affairs, true],
      [office, true],
      [finance, true],
      [library, false],
    ] as const)
      expect(numberAt(await entries(client, '(first: 0)'), 'totalCount') > 0).toBe(sees);
    const model = await hub.signInAs('model-party-affairs');
    const { data } = await model.query('query ($id: ID!) { node(id: $id) { id } }', {
      id: registerId,
    });
    expect(at(data, 'node')).toBeNull();
  });

  test('is told of whole by the log', async () => {
    await expectFold(hub, ['Register', 'RegisterVersion', 'RegisterEntry']);
    await expectTold(hub, begin, STORIES.registers);
  });
});
